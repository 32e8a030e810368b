//! What is kept about whom, why, for how long and how it ends: told from the lines of the rooms' data maps. No row of any
//! table is read for it.

use super::ENTER;
use crate::{
    ctx::Ctx,
    datamap::{Called, Class, French, Line, headings, parse},
    errors::{Error, Result},
    html::{self, Cell, Column, Head, page, table, tabs, takes},
    http::{Answer, html as answer},
    manifest::House,
    t,
};
use maud::{Markup, html as markup};

/// One table of the map: what it holds, and its columns.
pub struct Part<'a> {
    /// What it holds, in the reader's language.
    pub words: String,
    /// Its columns, each with what it is called.
    pub lines: Vec<(&'a str, Line<'a>)>,
}

/// One row of the same as a file.
struct Row<'a> {
    part: String,
    called: &'a str,
    line: Line<'a>,
}

/// `GET /{p}/work/data-map`: what is about people or opens doors; with `all=yes` everything, with `as=csv` or `as=xlsx` as a file.
pub async fn show(ctx: Ctx) -> Answer {
    ctx.demand(ENTER)?;
    let address = ctx.address();
    let parts = parts(&ctx, &ctx.app.house, address.get("all") == "yes")?;
    let Some(kind) = address.file() else { return answer(view(&ctx, &parts)) };
    let rows: Vec<Row<'_>> = parts
        .into_iter()
        .flat_map(|part| {
            part.lines.into_iter().map(move |(called, line)| Row { part: part.words.clone(), called, line })
        })
        .collect();
    html::file(&ctx, kind, &t!(ctx.say(), "data-map-file"), &columns(&ctx), &rows)
}

/// The tables with what the page shows of them, the rooms' before the platform's.
fn parts<'a>(ctx: &Ctx, house: &'a House, everything: bool) -> Result<Vec<Part<'a>>> {
    let (french, called) = (French::of_house(house), Called::of_house(house));
    let mut parts = Vec::new();
    for room in house.rooms.iter().skip(1).chain(house.rooms.first()) {
        let lines = parse(room.data_map).map_err(Error::failed)?;
        for (table, words) in headings(room.data_map) {
            let shown = |line: &&Line<'a>| line.table == table && (everything || line.needs_care());
            let in_words = |line: &Line<'a>| {
                let words = called.words(line).unwrap_or(line.column);
                let told = Line {
                    purpose: french.say(ctx.lang, line.purpose),
                    retention: french.say(ctx.lang, line.retention),
                    erasure: french.say(ctx.lang, line.erasure),
                    ..line.clone()
                };
                (french.say(ctx.lang, words), told)
            };
            let lines: Vec<_> = lines.iter().filter(shown).map(in_words).collect();
            if !lines.is_empty() {
                parts.push(Part { words: french.say(ctx.lang, words).to_owned(), lines });
            }
        }
    }
    Ok(parts)
}

fn class_word(ctx: &Ctx, class: Class) -> String {
    ctx.say().t(&format!("data-class-{}", class.code()), &[])
}

fn columns<'a>(ctx: &'a Ctx) -> Vec<Column<'a, Row<'a>>> {
    let say = ctx.say();
    vec![
        Column::new("part", t!(say, "data-map-part"), |row: &Row<'_>| Cell::words(row.part.clone())),
        Column::new("what", t!(say, "data-map-what"), |row: &Row<'_>| Cell::words(row.called)),
        Column::new("column", t!(say, "data-map-column"), |row: &Row<'_>| {
            Cell::words(format!("{}.{}", row.line.table, row.line.column))
        }),
        Column::new("class", t!(say, "data-map-class"), |row: &Row<'_>| {
            Cell::words(class_word(ctx, row.line.class))
        }),
        Column::new("purpose", t!(say, "data-map-purpose"), |row: &Row<'_>| Cell::words(row.line.purpose)),
        Column::new("retention", t!(say, "data-map-retention"), |row: &Row<'_>| {
            Cell::words(row.line.retention)
        }),
        Column::new("erasure", t!(say, "data-map-erasure"), |row: &Row<'_>| Cell::words(row.line.erasure)),
    ]
}

/// The page.
pub fn view(ctx: &Ctx, parts: &[Part<'_>]) -> Markup {
    let (say, url) = (ctx.say(), ctx.url("/work/data-map"));
    let everything = ctx.address().get("all") == "yes";
    let ways = [
        (t!(say, "data-map-people"), url.clone(), !everything),
        (t!(say, "data-map-everything"), format!("{url}?all=yes"), everything),
    ];
    let heads = ["what", "class", "purpose", "retention", "erasure"];
    let heads = heads.map(|key| say.t(&format!("data-map-{key}"), &[]));
    let row = |(called, line): &(&str, Line<'_>)| {
        vec![
            markup! { (called) },
            markup! { (class_word(ctx, line.class)) },
            markup! { (line.purpose) },
            markup! { (line.retention) },
            markup! { (line.erasure) },
        ]
    };
    let body = markup! {
        p { (t!(say, "data-map-lead")) }
        (tabs(&t!(say, "data-map-shown"), &ways))
        @for part in parts { details {
            summary { h2 { (part.words) } }
            (table(&t!(say, "data-map-caption", what = &part.words), &heads, part.lines.iter().map(row).collect()))
        } }
        (takes(ctx, &ctx.address()))
    };
    page(ctx, &Head::new(t!(say, "nav-data-map")).about(t!(say, "data-map-lead")), body)
}

/// The page as the house fills it.
pub fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let of = |everything| parts(ctx, &ctx.app.house, everything).ok();
    [("people", of(false)), ("everything", of(true))]
        .into_iter()
        .filter_map(|(name, parts)| Some((name, view(ctx, &parts?))))
        .collect()
}
