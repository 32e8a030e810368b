//! How the partnership grew: a picture and the same numbers as a list, which is also a file.

use super::{parts, room_url};
use crate::{
    can,
    curve::{Frame, LARGE, Said, curve},
    rules::growth::{By, Point, growth},
};
use jiff::civil::Date;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Page,
    html::{self, Cell, Column, Empty, Head, ListShown, page, tabs},
    http::{Answer, html as answered},
    t,
};

/// The curve.
pub(crate) struct GrowthPage {
    pub(crate) by: By,
    pub(crate) points: Vec<Point>,
}

/// `GET /{p}/work/outreach/growth`, with `?by=month` for months; with `as=csv` or `as=xlsx` as a file.
pub(crate) async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_OUTREACH).await?;
    let days = partners::days_of_partners(&mut tx).await?;
    tx.done().await?;
    let by = By::of(ctx.address().get("by"));
    let of = GrowthPage { by, points: growth(&days, by, ctx.today()) };
    match ctx.address().file() {
        Some(kind) => html::file(&ctx, kind, &t!(ctx.say(), "growth-file"), &columns(&ctx, by), &of.points),
        None => answered(view(&ctx, &of)),
    }
}

/// What a period is called: its year, or its year and month as numbers.
fn period(by: By, begins: Date) -> String {
    match by {
        By::Year => format!("{:04}", begins.year()),
        By::Month => format!("{:04}-{:02}", begins.year(), begins.month()),
    }
}

fn columns(ctx: &Ctx, by: By) -> Vec<Column<'_, Point>> {
    let say = ctx.say();
    vec![
        Column::new("period", say.t(&format!("growth-by-{}", by.code()), &[]), move |row: &Point| {
            Cell::words(period(by, row.begins))
        }),
        Column::new("joined", t!(say, "growth-joined"), |row: &Point| Cell::number(ctx, row.joined.into()))
            .numbers(),
        Column::new("left", t!(say, "growth-left"), |row: &Point| Cell::number(ctx, row.left.into()))
            .numbers(),
        Column::new("standing", t!(say, "growth-standing"), |row: &Point| {
            Cell::number(ctx, row.standing.into())
        })
        .numbers(),
    ]
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &GrowthPage) -> Markup {
    let say = ctx.say();
    let here = room_url(ctx, "/growth");
    let ways: Vec<_> = By::ALL
        .into_iter()
        .map(|by| {
            (say.t(&format!("growth-by-{}", by.code()), &[]), format!("{here}?by={}", by.code()), by == of.by)
        })
        .collect();
    let total = i64::try_from(of.points.len()).unwrap_or(i64::MAX);
    let newest: Vec<Point> = of.points.iter().rev().copied().collect();
    let size = u32::try_from(total).unwrap_or(u32::MAX).max(1);
    let rows = Page { rows: newest, total, number: 1, size };
    let list = ListShown {
        caption: t!(say, "growth-title"),
        columns: &columns(ctx, of.by),
        filters: Vec::new(),
        search: None,
        page: &rows,
        empty: Empty {
            why: t!(say, "growth-empty"),
            example: Some(t!(say, "growth-empty-example")),
            first: Some((t!(say, "nav-partners"), ctx.url("/work/partners"))),
        },
    };
    let body = markup! {
        (parts(ctx, "/growth"))
        (tabs(&t!(say, "growth-ways"), &ways))
        (drawn(ctx, of, LARGE))
        p.small.quiet { (t!(say, "growth-how")) }
        (html::list(ctx, &ctx.address(), &list))
    };
    page(ctx, &Head::new(t!(say, "growth-title")), body)
}

/// The picture; nothing when nobody has joined yet.
pub(crate) fn drawn(ctx: &Ctx, of: &GrowthPage, frame: Frame) -> Markup {
    let (say, points) = (ctx.say(), &of.points);
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Markup::default() };
    let ends = (period(of.by, first.begins), period(of.by, last.begins));
    let description =
        t!(say, "growth-description", n = last.standing, from = ends.0.as_str(), before = first.standing);
    let said = Said { title: &t!(say, "growth-title"), description: &description, ends: (&ends.0, &ends.1) };
    curve(frame, points, &said, (|n: u32| say.number(n.into()), ctx.lang.direction() == "rtl"))
}
