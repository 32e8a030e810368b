//! The list of organizations.

use super::{
    Kept, kind_word, languages_word, organization_url, spoken_choices, standing_look, standing_word,
    visibility_word,
};
use crate::{
    Reader, Standing, Visibility, can,
    narrowing::Narrowing,
    reader,
    store::{list as rows, list::Counts, organizations::Organization},
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Page,
    html::{self, Cell, Column, Empty, Filter, Head, ListShown, choice, page, shown, state},
    http::{Answer, html as answer},
    t,
};

/// The list as a page shows it.
pub struct ListPage {
    /// The organizations of this page.
    pub rows: Page<Organization>,
    /// What the filters would leave.
    pub counts: Counts,
    /// Sectors and areas.
    pub kept: Kept,
    /// For whose eyes.
    pub reader: Reader,
}

/// `GET /{p}/work/partners`: the organizations that the reader may know of; with `as=csv` or `as=xlsx` the same as a file.
pub async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_PARTNERS).await?;
    let (kept, address, reader) = (Kept::load(&mut tx).await?, ctx.address(), reader(&ctx));
    let narrowing = Narrowing::of(&address, &kept.codes());
    let found = rows::organizations(&mut tx, reader, &narrowing, (&address, ctx.lang)).await?;
    let counts = rows::counts(&mut tx, reader, &narrowing).await?;
    tx.done().await?;
    let shown = ListPage { rows: found, counts, kept, reader };
    match address.file() {
        Some(kind) => {
            let name = t!(ctx.say(), "partners-file");
            html::file(&ctx, kind, &name, &columns(&ctx, &shown.kept, reader), &shown.rows.rows)
        }
        None => answer(view(&ctx, &shown)),
    }
}

/// The page.
pub fn view(ctx: &Ctx, list: &ListPage) -> Markup {
    let say = ctx.say();
    let mut ways = Vec::new();
    if ctx.may(can::DECIDE_PARTNERS) {
        ways.push((t!(say, "partners-add"), ctx.url("/work/partners/new")));
        ways.push((t!(say, "import-partners"), ctx.url("/work/import/partners")));
    }
    ways.push((t!(say, "nav-partners-people"), ctx.url("/work/people")));
    if ctx.may(can::EDIT_SECTORS) {
        ways.push((t!(say, "sectors-title"), ctx.url("/work/sectors")));
    }
    let shown = ListShown {
        caption: t!(say, "partners-caption"),
        columns: &columns(ctx, &list.kept, list.reader),
        filters: filters(ctx, list),
        search: Some(t!(say, "partners-search")),
        page: &list.rows,
        empty: Empty {
            why: t!(say, "partners-empty"),
            example: Some(t!(say, "partners-empty-example")),
            first: ways.first().filter(|_| ctx.may(can::DECIDE_PARTNERS)).cloned(),
        },
    };
    let body = markup! {
        p { (t!(say, "partners-lead")) }
        (html::acts(&ways))
        (html::list(ctx, &ctx.address(), &shown))
    };
    page(ctx, &Head::new(t!(say, "nav-partners")), body)
}

/// The columns, for the page and for files alike.
pub(super) fn columns<'a>(ctx: &'a Ctx, kept: &'a Kept, reader: Reader) -> Vec<Column<'a, Organization>> {
    let say = ctx.say();
    let mut columns = vec![
        Column::new("name", t!(say, "field-name"), move |row: &Organization| {
            let link = markup! { a href=(organization_url(ctx, &row.slug)) { (shown(ctx, &row.name)) } };
            Cell::new(link, row.name.plain(ctx.lang))
        })
        .sorts(),
        Column::new("sector", t!(say, "field-sector"), move |row: &Organization| {
            kept.sector_name(ctx, row.sector)
        })
        .sorts(),
        Column::new("kind", t!(say, "field-kind"), move |row: &Organization| {
            Cell::words(kind_word(&ctx.say(), row.formal))
        }),
        Column::new("language", t!(say, "field-languages"), move |row: &Organization| {
            Cell::words(languages_word(&ctx.say(), row))
        }),
        Column::new("standing", t!(say, "field-standing"), move |row: &Organization| {
            let word = standing_word(&ctx.say(), row.standing());
            Cell::new(state(standing_look(row.standing()), &word), word)
        }),
        Column::new("joined", t!(say, "field-joined"), move |row: &Organization| {
            row.joined_on.map_or_else(Cell::nothing, |day| Cell::day(ctx, day))
        })
        .sorts(),
        Column::new("left", t!(say, "field-left"), move |row: &Organization| {
            row.left_on.map_or_else(Cell::nothing, |day| Cell::day(ctx, day))
        })
        .on_demand(),
        Column::new("area", t!(say, "field-area"), move |row: &Organization| kept.area_name(ctx, row.area))
            .on_demand(),
    ];
    if reader == Reader::Staff {
        columns.push(Column::new("visibility", t!(say, "field-visibility"), move |row: &Organization| {
            Cell::words(visibility_word(&ctx.say(), row.visibility))
        }));
        let note = |row: &Organization| Cell::words(row.note.clone());
        columns.push(Column::new("note", t!(say, "field-note"), note).on_demand());
    }
    columns
}

fn filters(ctx: &Ctx, list: &ListPage) -> Vec<Filter> {
    let (say, counts) = (ctx.say(), &list.counts);
    let sectors = list.kept.sectors.iter().filter_map(|sector| {
        let count = count(&counts.sectors, &Some(sector.id))?;
        Some(choice(&sector.code, sector.name.plain(ctx.lang)).count(count))
    });
    let languages = spoken_choices(&say).into_iter().filter_map(|one| {
        let (_, count) = counts.languages.iter().find(|(language, _)| language.code() == one.code)?;
        Some(one.count(*count))
    });
    let kind = [(true, "formal"), (false, "informal")].map(|(formal, code)| {
        choice(code, kind_word(&say, formal)).count(count(&counts.formal, &formal).unwrap_or(0))
    });
    let standing = Standing::ALL.map(|one| {
        choice(one.code(), standing_word(&say, one)).count(count(&counts.standings, &one).unwrap_or(0))
    });
    let mut filters = vec![
        Filter { name: "sector", label: t!(say, "field-sector"), choices: sectors.collect() },
        Filter { name: "kind", label: t!(say, "field-kind"), choices: kind.to_vec() },
        Filter { name: "language", label: t!(say, "field-languages"), choices: languages.collect() },
        Filter { name: "standing", label: t!(say, "field-standing"), choices: standing.to_vec() },
    ];
    if list.reader == Reader::Staff {
        let choices = Visibility::ALL.map(|one| {
            choice(one.code(), visibility_word(&say, one))
                .count(count(&counts.visibilities, &one).unwrap_or(0))
        });
        let label = t!(say, "field-visibility");
        filters.push(Filter { name: "visibility", label, choices: choices.to_vec() });
    }
    filters
}

fn count<K: PartialEq>(counts: &[(K, i64)], key: &K) -> Option<i64> {
    counts.iter().find(|(one, _)| one == key).map(|(_, count)| *count)
}
