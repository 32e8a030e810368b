//! The list of people.

use super::{lang_word, person_url, visibility_word};
use crate::{
    Reader, can, reader,
    store::people::{Person, people as rows},
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Page,
    html::{self, Cell, Column, Empty, Head, ListShown, page},
    http::{Answer, html as answer},
    t,
};

/// The list as a page shows it.
pub struct PeoplePage {
    /// The people of this page.
    pub rows: Page<Person>,
    /// For whose eyes.
    pub reader: Reader,
}

/// `GET /{p}/work/people`: the people whom the reader may know of; with `as=csv` or `as=xlsx` the same as a file.
pub async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_PARTNERS).await?;
    let (address, reader) = (ctx.address(), reader(&ctx));
    let found = rows(&mut tx, reader, address.get("q"), &address).await?;
    tx.done().await?;
    match address.file() {
        Some(kind) => {
            html::file(&ctx, kind, &t!(ctx.say(), "people-file"), &columns(&ctx, reader), &found.rows)
        }
        None => answer(view(&ctx, &PeoplePage { rows: found, reader })),
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
        columns: &columns(ctx, list.reader),
        filters: Vec::new(),
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

fn columns(ctx: &Ctx, reader: Reader) -> Vec<Column<'_, Person>> {
    let say = ctx.say();
    let mut columns = vec![
        Column::new("name", t!(say, "person-name"), move |row: &Person| {
            let link = markup! { a href=(person_url(ctx, row.id)) { bdi { (row.name) } } };
            Cell::new(link, row.name.as_str())
        }),
        Column::new("lang", t!(say, "person-lang"), |row: &Person| Cell::words(lang_word(ctx, row.lang))),
    ];
    if reader == Reader::Staff {
        columns.push(Column::new("visibility", t!(say, "field-visibility"), move |row: &Person| {
            Cell::words(visibility_word(&ctx.say(), row.visibility))
        }));
    }
    columns
}
