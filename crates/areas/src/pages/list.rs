//! The areas that the partnership keeps, and its sets.

use super::url;
use crate::{
    SOURCE, can,
    rules::Share,
    store::{
        kept::{Area, list_areas},
        sets::{AreaSet, all_shares, list_sets},
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Page,
    html::{self, Cell, Column, Empty, Head, ListShown, page, shown},
    http::{Answer, html as answer},
    t,
};

/// The page of all.
pub(crate) struct AreasPage {
    pub(crate) areas: Vec<Area>,
    /// Each set with the number of its areas.
    pub(crate) sets: Vec<(AreaSet, usize)>,
}

/// One line of the file of sets: the set, an area in it, how much of it counts.
pub(crate) struct ShareLine {
    set: AreaSet,
    area: Area,
    share: Share,
}

/// `GET /{p}/work/areas`; with `as=csv` or `as=xlsx` the units as a file.
pub(crate) async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_AREAS).await?;
    let areas = list_areas(&mut tx).await?;
    let (sets, shares) = (list_sets(&mut tx).await?, all_shares(&mut tx).await?);
    tx.done().await?;
    if let Some(kind) = ctx.address().file() {
        return html::file(&ctx, kind, &t!(ctx.say(), "areas-file"), &columns(&ctx), &areas);
    }
    let counted = |set: AreaSet| {
        let n = shares.iter().filter(|(of, ..)| *of == set.id).count();
        (set, n)
    };
    let sets = sets.into_iter().map(counted).collect();
    answer(view(&ctx, &AreasPage { areas, sets }))
}

/// `GET /{p}/work/areas/sets`: every set with its areas and shares; with `as=csv` or `as=xlsx` as a file.
pub(crate) async fn sets(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_AREAS).await?;
    let areas = list_areas(&mut tx).await?;
    let (sets, shares) = (list_sets(&mut tx).await?, all_shares(&mut tx).await?);
    tx.done().await?;
    let mut lines: Vec<ShareLine> = Vec::with_capacity(shares.len());
    for set in &sets {
        for area in &areas {
            let share = shares.iter().find(|(of, id, _)| (*of, *id) == (set.id, area.id));
            lines.extend(share.map(|(_, _, share)| ShareLine {
                set: set.clone(),
                area: area.clone(),
                share: *share,
            }));
        }
    }
    match ctx.address().file() {
        Some(kind) => html::file(&ctx, kind, &t!(ctx.say(), "areas-sets-file"), &share_columns(&ctx), &lines),
        None => answer(sets_view(&ctx, lines)),
    }
}

fn all<R>(rows: Vec<R>) -> Page<R> {
    Page { total: i64::try_from(rows.len()).unwrap_or(0), rows, number: 1, size: 20_000 }
}

/// What a unit is called: `Census division`.
pub(crate) fn kind_word(ctx: &Ctx, area: &Area) -> String {
    ctx.say().t(&format!("area-kind-{}", area.kind.code()), &[])
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Area>> {
    let say = ctx.say();
    vec![
        Column::new("name", t!(say, "areas-name"), move |area: &Area| {
            let href = url(ctx, &format!("/{}", area.id));
            Cell::new(markup! { a href=(href) { (shown(ctx, &area.name)) } }, area.name.plain(ctx.lang))
        }),
        Column::new("kind", t!(say, "areas-kind"), move |area: &Area| Cell::words(kind_word(ctx, area))),
        Column::new("code", t!(say, "areas-code"), |area: &Area| Cell::words(area.code.clone())),
        Column::new("from", t!(say, "areas-from"), move |area: &Area| Cell::day(ctx, area.valid_from)),
        Column::new("to", t!(say, "areas-to"), move |area: &Area| {
            area.valid_to.map_or_else(Cell::nothing, |day| Cell::day(ctx, day))
        }),
    ]
}

fn share_columns(ctx: &Ctx) -> Vec<Column<'_, ShareLine>> {
    let say = ctx.say();
    vec![
        Column::new("set", t!(say, "areas-set"), move |line: &ShareLine| {
            let href = url(ctx, &format!("/sets/{}", line.set.id));
            let name = &line.set.name;
            Cell::new(markup! { a href=(href) { (shown(ctx, name)) } }, name.plain(ctx.lang))
        }),
        Column::new("area", t!(say, "areas-area"), move |line: &ShareLine| {
            Cell::new(shown(ctx, &line.area.name), line.area.name.plain(ctx.lang))
        }),
        Column::new("kind", t!(say, "areas-kind"), move |line: &ShareLine| {
            Cell::words(kind_word(ctx, &line.area))
        }),
        Column::new("code", t!(say, "areas-code"), |line: &ShareLine| Cell::words(line.area.code.clone())),
        Column::new("share", t!(say, "areas-share"), |line: &ShareLine| Cell::words(line.share.percent()))
            .numbers(),
        Column::new("from", t!(say, "areas-from"), move |line: &ShareLine| {
            Cell::day(ctx, line.set.valid_from)
        }),
        Column::new("to", t!(say, "areas-to"), move |line: &ShareLine| {
            line.set.valid_to.map_or_else(Cell::nothing, |day| Cell::day(ctx, day))
        }),
    ]
}

/// From when to when something holds, in words.
pub(crate) fn span(ctx: &Ctx, (from, to): (jiff::civil::Date, Option<jiff::civil::Date>)) -> String {
    let (say, from) = (ctx.say(), ctx.say().day(from));
    match to {
        Some(to) => t!(say, "areas-span", from = from, to = say.day(to)),
        None => t!(say, "areas-since", from = from),
    }
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &AreasPage) -> Markup {
    let say = ctx.say();
    let may = ctx.may(can::EDIT_AREAS);
    let mut ways = vec![(t!(say, "areas-take"), url(ctx, "/standard"))];
    ways.push((t!(say, "areas-add"), url(ctx, "/new")));
    ways.retain(|_| may);
    let rows = all(of.areas.clone());
    let listed = ListShown {
        caption: t!(say, "areas-caption"),
        columns: &columns(ctx),
        filters: Vec::new(),
        search: None,
        page: &rows,
        empty: Empty {
            why: t!(say, "areas-empty"),
            example: Some(t!(say, "areas-empty-example")),
            first: ways.first().cloned(),
        },
    };
    let body = markup! {
        p { (t!(say, "areas-lead")) }
        @if !of.areas.is_empty() { (html::acts(&ways)) }
        section #sets {
            h2 { (t!(say, "areas-sets")) }
            p { (t!(say, "areas-sets-lead")) }
            @if !of.sets.is_empty() {
                ul { @for (set, n) in &of.sets { li {
                    a href=(url(ctx, &format!("/sets/{}", set.id))) { (shown(ctx, &set.name)) }
                    " " span.quiet { (t!(say, "areas-set-about", n = *n, span = span(ctx, (set.valid_from, set.valid_to)))) }
                } } }
                p { a href=(url(ctx, "/sets")) { (t!(say, "areas-sets-all")) } }
            }
            @if may && !of.areas.is_empty() { p.acts { a.btn.plain href=(url(ctx, "/sets/new")) { (t!(say, "areas-set-add")) } } }
        }
        section #units {
            h2 { (t!(say, "areas-units")) }
            (html::list(ctx, &ctx.address(), &listed))
        }
        p.small.quiet lang="en" { (SOURCE) }
    };
    page(ctx, &Head::new(t!(say, "nav-areas")), body)
}

/// The page of all sets with their shares.
pub(crate) fn sets_view(ctx: &Ctx, lines: Vec<ShareLine>) -> Markup {
    let say = ctx.say();
    let rows = all(lines);
    let listed = ListShown {
        caption: t!(say, "areas-sets"),
        columns: &share_columns(ctx),
        filters: Vec::new(),
        search: None,
        page: &rows,
        empty: Empty { why: t!(say, "areas-sets-lead"), example: None, first: None },
    };
    let body = html::list(ctx, &ctx.address(), &listed);
    page(ctx, &Head::new(t!(say, "areas-sets")).under(t!(say, "nav-areas"), url(ctx, "")), body)
}

/// Lines for the sample of the page of sets.
pub(crate) fn sample_lines(set: &AreaSet, areas: &[Area]) -> Vec<ShareLine> {
    let line = |area: &Area| ShareLine { set: set.clone(), area: area.clone(), share: Share::WHOLE };
    areas.iter().map(line).collect()
}
