//! The list of people.

use super::{lang_word, list::care_filters, notes::steward_name, person_url, visibility_word};
use crate::{
    PersonId, Reader, can, narrowing, reader,
    store::{
        notes::{Care, care_of_people},
        people::{Person, people as rows},
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Page,
    html::{self, Cell, Column, Empty, Head, ListShown, page},
    http::{Answer, html as answer},
    ids::AccountId,
    t,
};
use std::collections::HashMap;

/// The list as a page shows it.
pub struct PeoplePage {
    /// The people of this page.
    pub rows: Page<Person>,
    /// Who looks after each, and when somebody was last in touch: for the staff.
    pub care: HashMap<PersonId, Care>,
    /// Who could look after one.
    pub coordinators: Vec<(AccountId, String)>,
    /// For whose eyes.
    pub reader: Reader,
}

/// `GET /{p}/work/people`: the people whom the reader may know of; with `as=csv` or `as=xlsx` the same as a file.
pub async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_PARTNERS).await?;
    let (address, reader) = (ctx.address(), reader(&ctx));
    let me = ctx.caller.account().map(|account| account.account);
    let narrowed = narrowing::Care::of(&address, (reader, me), ctx.today());
    let found = rows(&mut tx, reader, (address.get("q"), &narrowed), &address).await?;
    let mut list = PeoplePage { rows: found, care: HashMap::new(), coordinators: Vec::new(), reader };
    if reader == Reader::Staff {
        let ids: Vec<PersonId> = list.rows.rows.iter().map(|row| row.id).collect();
        list.care = care_of_people(&mut tx, &ids).await?;
        list.coordinators = ctx.app.gate.coordinators(&mut tx).await?;
    }
    tx.done().await?;
    match address.file() {
        Some(kind) => {
            html::file(&ctx, kind, &t!(ctx.say(), "people-file"), &columns(&ctx, &list), &list.rows.rows)
        }
        None => answer(view(&ctx, &list)),
    }
}

/// The page.
pub fn view(ctx: &Ctx, list: &PeoplePage) -> Markup {
    let say = ctx.say();
    let add = (t!(say, "people-add"), ctx.url("/work/people/new"));
    let erasures = (t!(say, "erasures-title"), ctx.url("/work/erasures"));
    let ways = if ctx.may(can::EDIT_PEOPLE) { vec![add, erasures] } else { Vec::new() };
    let shown = ListShown {
        caption: t!(say, "people-caption"),
        columns: &columns(ctx, list),
        filters: if list.reader == Reader::Staff { care_filters(ctx).to_vec() } else { Vec::new() },
        search: Some(t!(say, "people-search")),
        page: &list.rows,
        empty: Empty {
            why: t!(say, "people-empty"),
            example: Some(t!(say, "people-empty-example")),
            first: ways.first().cloned(),
        },
    };
    let body = markup! {
        p { (t!(say, "people-lead")) }
        (html::acts(&ways))
        (html::list(ctx, &ctx.address(), &shown))
    };
    page(ctx, &Head::new(t!(say, "nav-partners-people")), body)
}

fn columns<'a>(ctx: &'a Ctx, list: &'a PeoplePage) -> Vec<Column<'a, Person>> {
    let say = ctx.say();
    let mut columns = vec![
        Column::new("name", t!(say, "person-name"), move |row: &Person| {
            let link = markup! { a href=(person_url(ctx, row.id)) { bdi { (row.name) } } };
            Cell::new(link, row.name.as_str())
        }),
        Column::new("lang", t!(say, "person-lang"), |row: &Person| Cell::words(lang_word(ctx, row.lang))),
    ];
    if list.reader == Reader::Staff {
        columns.push(Column::new("visibility", t!(say, "field-visibility"), move |row: &Person| {
            Cell::words(visibility_word(&ctx.say(), row.visibility))
        }));
        columns.push(
            Column::new("steward", t!(say, "field-steward"), move |row: &Person| {
                let steward = list.care.get(&row.id).and_then(|one| one.steward);
                Cell::words(
                    steward.map(|_| steward_name(ctx, steward, &list.coordinators)).unwrap_or_default(),
                )
            })
            .on_demand(),
        );
        columns.push(
            Column::new("contacted", t!(say, "field-contacted"), move |row: &Person| {
                let last = list.care.get(&row.id).and_then(|one| one.last);
                last.map_or_else(Cell::nothing, |day| Cell::day(ctx, day))
            })
            .on_demand(),
        );
    }
    columns
}
