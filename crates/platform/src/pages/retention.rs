//! What will be erased by itself on a day, before it happens: by kind and class, with names for whoever coordinates.

use crate::{
    authority::{Office, Permission},
    clock::Moment,
    ctx::Ctx,
    errors::{Complaints, FieldRefusal},
    html::{self, Cell, Column, Head, field, form, page, table, takes},
    http::{Answer, answer::page_with, html as answer},
    retention::{AT_ONCE, Due, Retention, due},
    t,
};
use http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html as markup};

/// Seeing what will be erased, with names.
pub const SEE_RETENTION: Permission = Permission::see("retention.see", &[Office::Coordinator]);
/// The page names so many of a kind; the file all of them.
const NAMED: usize = 100;

/// One line of the same as a file.
struct Line {
    kind: Retention,
    due: Due,
}

/// What is due on a day, as a page shows it.
pub struct RetentionPage {
    /// The day.
    pub on: Date,
    /// What is due, kind by kind.
    pub all: Vec<(Retention, Vec<Due>)>,
    /// What was typed, when it is not a day.
    pub typed: String,
    /// What was wrong with it.
    pub complaints: Complaints,
}

/// The last instant of a day: what the jobs of that day may find.
pub fn end_of(ctx: &Ctx, on: Date) -> Moment {
    on.tomorrow()
        .ok()
        .and_then(|next| next.to_zoned(ctx.zone()).ok())
        .map_or(ctx.now(), |next| Moment(next.timestamp()))
}

/// `GET /{p}/work/retention`, with `?on=2027-01-31` for that day; with `as=csv` or `as=xlsx` the same as a file.
pub async fn show(ctx: Ctx) -> Answer {
    ctx.demand(SEE_RETENTION)?;
    let address = ctx.address();
    let typed = address.get("on").to_owned();
    let read = if typed.is_empty() { Some(ctx.today()) } else { typed.parse::<Date>().ok() };
    let Some(on) = read else {
        let complaints = Complaints::one("on", FieldRefusal::NotADate);
        let shown = RetentionPage { on: ctx.today(), all: Vec::new(), typed, complaints };
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown));
    };
    let mut tx = ctx.read(SEE_RETENTION).await?;
    let all = due(&ctx, &mut tx, end_of(&ctx, on)).await?;
    tx.done().await?;
    let Some(kind) = address.file() else {
        let (typed, complaints) = (on.to_string(), Complaints::default());
        return answer(view(&ctx, &RetentionPage { on, all, typed, complaints }));
    };
    let lines: Vec<Line> =
        all.into_iter().flat_map(|(kind, due)| due.into_iter().map(move |due| Line { kind, due })).collect();
    html::file(&ctx, kind, &t!(ctx.say(), "retention-file"), &columns(&ctx), &lines)
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Line>> {
    let say = ctx.say();
    vec![
        Column::new("what", t!(say, "retention-what"), |line: &Line| {
            Cell::words(ctx.say().t(line.kind.key, &[]))
        }),
        Column::new("class", t!(say, "data-map-class"), |line: &Line| {
            Cell::words(class_word(ctx, line.kind))
        }),
        Column::new("name", t!(say, "retention-name"), |line: &Line| Cell::words(line.due.name.clone())),
        Column::new("since", t!(say, "retention-since"), |line: &Line| {
            Cell::day(ctx, line.due.since.day_in(&ctx.zone()))
        }),
    ]
}

fn class_word(ctx: &Ctx, kind: Retention) -> String {
    ctx.say().t(&format!("data-class-{}", kind.class.code()), &[])
}

/// How many, in words; “at least” where there are more than one pass takes.
fn count(ctx: &Ctx, n: usize) -> String {
    let say = ctx.say();
    if u32::try_from(n).is_ok_and(|n| n < AT_ONCE) {
        say.number(i64::try_from(n).unwrap_or(i64::MAX))
    } else {
        t!(say, "retention-at-least", n = n)
    }
}

/// The page.
pub fn view(ctx: &Ctx, shown: &RetentionPage) -> Markup {
    let say = ctx.say();
    let heads = [t!(say, "retention-what"), t!(say, "data-map-class"), t!(say, "retention-count")];
    let rows = shown.all.iter().map(|(kind, due)| {
        vec![
            markup! { (say.t(kind.key, &[])) },
            markup! { (class_word(ctx, *kind)) },
            markup! { span.num { (count(ctx, due.len())) } },
        ]
    });
    let body = markup! {
        p { (t!(say, "retention-lead")) }
        (day_form(ctx, shown))
        @if shown.complaints.is_empty() {
            (table(&t!(say, "retention-caption", day = say.day(shown.on)), &heads, rows.collect()))
            @for (kind, due) in shown.all.iter().filter(|(_, due)| due.iter().any(|one| !one.name.is_empty())) { section {
                h2 { (say.t(kind.key, &[])) }
                ul.plain-list { @for one in due.iter().filter(|one| !one.name.is_empty()).take(NAMED) { li {
                    bdi { (one.name) } " " span.small.quiet { (t!(say, "retention-since-day", day = say.short_day(one.since.day_in(&ctx.zone())))) }
                } } }
                @if due.len() > NAMED { p.quiet { (t!(say, "retention-more", n = due.len() - NAMED)) } }
            } }
            (takes(ctx, &ctx.address()))
        }
        p.small { a href=(ctx.url("/work/data-map")) { (t!(say, "nav-data-map")) } }
    };
    page(ctx, &Head::new(t!(say, "nav-retention")), body)
}

fn day_form(ctx: &Ctx, shown: &RetentionPage) -> Markup {
    let say = ctx.say();
    let form = form(ctx, ctx.url("/work/retention")).complaints(&shown.complaints);
    markup! {
        form.filters method="get" action=(ctx.url("/work/retention")) {
            (form.date(field("on", t!(say, "retention-on")).value(&shown.typed)))
            div.field.acts { button.btn.plain { (t!(say, "list-show")) } }
        }
    }
}

/// Samples of the page.
pub(super) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let due = |n: usize, name: &str| Due {
        id: uuid::Uuid::nil(),
        name: if n == 0 { name.to_owned() } else { String::new() },
        since: ctx.now(),
    };
    let page =
        |all, complaints| RetentionPage { on: ctx.today(), all, typed: "2026-11-22".into(), complaints };
    let some = vec![
        (crate::mail::RETENTION, vec![due(0, "Nadia Haddad"), due(1, "")]),
        (crate::tickets::RETENTION, Vec::new()),
    ];
    let wrong = Complaints::one("on", FieldRefusal::NotADate);
    vec![
        ("some", view(ctx, &page(some, Complaints::default()))),
        ("none", view(ctx, &page(Vec::new(), Complaints::default()))),
        ("refused", view(ctx, &page(Vec::new(), wrong))),
    ]
}
