//! The list of prospects, filtered, sorted, in pages, and as a file of exactly what is shown.

use super::{
    offered::{Offered, reader, spoken_choices, spoken_words},
    parts,
    prospect::{prospect_url, stage_shown, stage_word},
    room_url,
};
use crate::{
    can,
    missing::{gaps, told},
    rules::prospects::Stage,
    store::prospects::{Prospect, ProspectsAsked, count_prospects, list_prospects},
};
use maud::{Markup, html as markup};
use partners::{Person, PersonId};
use platform::{
    ctx::Ctx,
    db::Page,
    html::{self, Cell, Choice, Column, Empty, Filter, Head, ListShown, choice, page},
    http::{Answer, html as answered},
    t,
};
use std::collections::HashMap;

/// The list.
pub(crate) struct ProspectsPage {
    pub(crate) rows: Page<Prospect>,
    pub(crate) stages: Vec<(Stage, i64)>,
    pub(crate) offered: Offered,
    pub(crate) people: HashMap<PersonId, Person>,
    /// What the checklist suggests to look for.
    pub(crate) wanted: Markup,
}

/// `GET /{p}/work/outreach/prospects`; with `as=csv` or `as=xlsx` the same as a file.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_OUTREACH).await?;
    let address = ctx.address();
    let rows = list_prospects(&mut tx, &ProspectsAsked::of(&address), &address).await?;
    let stages = count_prospects(&mut tx).await?;
    let offered = Offered::narrow(&mut tx).await?;
    let people: Vec<PersonId> = rows.rows.iter().filter_map(|one| one.steward_id).collect();
    let people = partners::people_named(&mut tx, reader(&ctx), &people).await?;
    let gaps = gaps(&mut tx).await?;
    tx.done().await?;
    let wanted = told(&ctx, &gaps, ctx.may(can::KEEP_OUTREACH));
    let of = ProspectsPage { rows, stages, offered, people, wanted };
    match address.file() {
        Some(kind) => {
            html::file(&ctx, kind, &t!(ctx.say(), "prospects-file"), &columns(&ctx, &of), &of.rows.rows)
        }
        None => answered(view(&ctx, &of)),
    }
}

fn columns<'a>(ctx: &'a Ctx, of: &'a ProspectsPage) -> Vec<Column<'a, Prospect>> {
    let say = ctx.say();
    vec![
        Column::new("name", t!(say, "prospect-name"), |row: &Prospect| {
            Cell::link(&prospect_url(ctx, row.id, ""), &row.name)
        })
        .sorts(),
        Column::new("stage", t!(say, "prospect-stage"), |row: &Prospect| {
            Cell::new(stage_shown(ctx, row.stage), stage_word(ctx, row.stage).as_str())
        })
        .sorts(),
        Column::new("next", t!(say, "prospect-next"), |row: &Prospect| Cell::words(row.next_step.clone())),
        Column::new("next_on", t!(say, "prospect-next-on"), |row: &Prospect| {
            row.next_on.map_or_else(Cell::nothing, |day| Cell::day(ctx, day))
        })
        .sorts(),
        Column::new("steward", t!(say, "prospect-steward"), |row: &Prospect| {
            let person = row.steward_id.and_then(|id| of.people.get(&id));
            Cell::words(person.map(|one| one.name.clone()).unwrap_or_default())
        }),
        Column::new("sector", t!(say, "prospect-sector"), |row: &Prospect| {
            let sector = of.offered.sectors.iter().find(|one| Some(one.id) == row.sector_id);
            sector.map_or_else(Cell::nothing, |one| Cell::text(ctx, &one.name))
        }),
        Column::new("area", t!(say, "prospect-area"), |row: &Prospect| {
            let area = of.offered.areas.iter().find(|one| Some(one.id) == row.area_id);
            area.map_or_else(Cell::nothing, |one| Cell::text(ctx, &one.name))
        })
        .on_demand(),
        Column::new("language", t!(say, "prospect-languages"), |row: &Prospect| {
            Cell::words(spoken_words(&ctx.say(), &row.languages))
        })
        .on_demand(),
        Column::new("why", t!(say, "prospect-why"), |row: &Prospect| Cell::words(row.why.clone()))
            .on_demand(),
    ]
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &ProspectsPage) -> Markup {
    let say = ctx.say();
    let stages: Vec<Choice> = Stage::ALL
        .iter()
        .map(|one| {
            let n = of.stages.iter().find(|(stage, _)| stage == one).map_or(0, |(_, n)| *n);
            choice(one.code(), stage_word(ctx, *one)).count(n)
        })
        .collect();
    let add = (t!(say, "prospect-add"), room_url(ctx, "/prospects/new"));
    let may = ctx.may(can::KEEP_OUTREACH);
    let filter = |name, label, choices| Filter { name, label, choices };
    let list = ListShown {
        caption: t!(say, "prospects-title"),
        columns: &columns(ctx, of),
        filters: vec![
            filter("stage", t!(say, "prospect-stage"), stages),
            filter("sector", t!(say, "prospect-sector"), of.offered.sector_choices(ctx)),
            filter("language", t!(say, "prospect-languages"), spoken_choices(&say)),
            filter("area", t!(say, "prospect-area"), of.offered.area_choices(ctx)),
        ],
        search: Some(t!(say, "prospects-search")),
        page: &of.rows,
        empty: Empty {
            why: t!(say, "prospects-empty"),
            example: Some(t!(say, "prospects-empty-example")),
            first: may.then(|| add.clone()),
        },
    };
    let body = markup! {
        (parts(ctx, "/prospects"))
        p { (t!(say, "prospects-lead")) }
        @if may { (html::acts(&[add])) }
        (html::list(ctx, &ctx.address(), &list))
        @if !of.wanted.0.is_empty() { section #missing { h2 { (t!(say, "discovery-missing")) } p { (t!(say, "discovery-missing-lead")) } (of.wanted) } }
    };
    page(ctx, &Head::new(t!(say, "prospects-title")), body)
}
