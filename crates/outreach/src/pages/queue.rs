//! The queue of requests to take part, filtered, in pages, and as a file of exactly what is shown.

use super::{
    joining::{asker_word, joining_url, look, state_word},
    parts,
};
use crate::{
    can,
    rules::joining::{Asker, JoiningState},
    store::joining::{Asked, Joining, count_joinings, list_joinings},
};
use maud::{Markup, html as markup};
use partners::Sector;
use platform::{
    ctx::Ctx,
    db::Page,
    html::{self, Cell, Choice, Column, Empty, Filter, Head, ListShown, choice, page, state},
    http::{Answer, html as answered},
    t,
};

/// The queue.
pub(crate) struct QueuePage {
    pub(crate) rows: Page<Joining>,
    pub(crate) states: Vec<(JoiningState, i64)>,
    pub(crate) askers: Vec<(Asker, i64)>,
    pub(crate) sectors: Vec<Sector>,
}

/// `GET /{p}/work/outreach/joining`: who would like to take part; with `as=csv` or `as=xlsx` the same as a file.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_OUTREACH).await?;
    let address = ctx.address();
    let rows = list_joinings(&mut tx, &Asked::of(&address), &address).await?;
    let (states, askers) = count_joinings(&mut tx).await?;
    let sectors = partners::sectors(&mut tx).await?;
    tx.done().await?;
    let of = QueuePage { rows, states, askers, sectors };
    match address.file() {
        Some(kind) => {
            html::file(&ctx, kind, &t!(ctx.say(), "asking-file"), &columns(&ctx, &of.sectors), &of.rows.rows)
        }
        None => answered(view(&ctx, &of)),
    }
}

fn columns<'a>(ctx: &'a Ctx, sectors: &'a [Sector]) -> Vec<Column<'a, Joining>> {
    let say = ctx.say();
    vec![
        Column::new("who", t!(say, "asking-who"), |row: &Joining| {
            Cell::link(&joining_url(ctx, row.id, ""), row.title())
        }),
        Column::new("asker", t!(say, "asking-asker"), |row: &Joining| {
            Cell::words(asker_word(ctx, row.asker))
        }),
        Column::new("state", t!(say, "asking-state"), |row: &Joining| {
            let word = state_word(ctx, row.state);
            Cell::new(state(look(row.state), &word), word.as_str())
        }),
        Column::new("received", t!(say, "asking-received-on"), |row: &Joining| {
            Cell::day(ctx, row.received_at.day_in(&ctx.zone()))
        }),
        Column::new("sector", t!(say, "asking-sector"), |row: &Joining| {
            let sector = sectors.iter().find(|one| Some(one.id) == row.sector_id);
            sector.map_or_else(Cell::nothing, |one| Cell::text(ctx, &one.name))
        }),
        Column::new("name", t!(say, "asking-their-name"), |row: &Joining| Cell::words(row.name.clone()))
            .on_demand(),
        Column::new("email", t!(say, "asking-email"), |row: &Joining| Cell::words(row.email.clone()))
            .on_demand(),
        Column::new("phone", t!(say, "asking-phone"), |row: &Joining| Cell::words(row.phone.clone()))
            .on_demand(),
        Column::new("wish", t!(say, "asking-their-wish"), |row: &Joining| Cell::words(row.wish.clone()))
            .on_demand(),
    ]
}

/// The page of the queue.
pub(crate) fn view(ctx: &Ctx, of: &QueuePage) -> Markup {
    let say = ctx.say();
    let states: Vec<Choice> = JoiningState::ALL
        .iter()
        .map(|one| {
            let n = of.states.iter().find(|(state, _)| state == one).map_or(0, |(_, n)| *n);
            choice(one.code(), state_word(ctx, *one)).count(n)
        })
        .collect();
    let askers: Vec<Choice> = Asker::ALL
        .iter()
        .map(|one| {
            let n = of.askers.iter().find(|(asker, _)| asker == one).map_or(0, |(_, n)| *n);
            choice(one.code(), asker_word(ctx, *one)).count(n)
        })
        .collect();
    let list = ListShown {
        caption: t!(say, "asking-title"),
        columns: &columns(ctx, &of.sectors),
        filters: vec![
            Filter { name: "state", label: t!(say, "asking-state"), choices: states },
            Filter { name: "asker", label: t!(say, "asking-asker"), choices: askers },
        ],
        search: Some(t!(say, "asking-search")),
        page: &of.rows,
        empty: Empty {
            why: t!(say, "asking-empty"),
            example: Some(t!(say, "asking-empty-example")),
            first: Some((t!(say, "outreach-public-page"), ctx.public_url(crate::public::involved::PATH))),
        },
    };
    let body = markup! {
        (parts(ctx, "/joining"))
        p { (t!(say, "asking-lead")) }
        (html::list(ctx, &ctx.address(), &list))
    };
    page(ctx, &Head::new(t!(say, "asking-title")), body)
}
