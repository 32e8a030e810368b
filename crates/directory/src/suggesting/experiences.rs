//! What people told of services, counted: how it went, and why they could not get help. Each filtered, and as files of exactly what is shown.

use super::{outcome::outcome_word, public_view::reason, queue_url};
use crate::{
    can, needs,
    pages::service_url,
    rules::{outcomes::Outcome, suggestions::Barrier},
    store::experiences::{Asked, Experience, page_experiences},
    words,
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Page,
    html::{Cell, Column, Empty, Filter, Head, ListShown, facts, file, list, page, shown},
    http::{Answer, html},
    t,
    words::Say,
};

/// One of the two lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// How it went.
    Outcomes,
    /// Why there was no help.
    Barriers,
}

impl Of {
    fn title(self, say: &Say) -> String {
        match self {
            Self::Outcomes => t!(say, "outcomes-title"),
            Self::Barriers => t!(say, "barriers-title"),
        }
    }

    /// The column of what was said: its name in addresses, its heading, and what can be chosen.
    fn said(self, ctx: &Ctx) -> (&'static str, String, Vec<platform::html::Choice>) {
        let say = ctx.say();
        match self {
            Self::Outcomes => (
                "outcome",
                t!(say, "outcome-column"),
                words::choices(ctx, &Outcome::ALL, Outcome::code, outcome_word),
            ),
            Self::Barriers => (
                "reason",
                t!(say, "suggest-told-reasons"),
                words::choices(ctx, &Barrier::ALL, Barrier::code, reason),
            ),
        }
    }
}

/// `GET /{p}/work/directory/barriers`: why people could not get help, counted.
pub(crate) async fn barriers(ctx: Ctx) -> Answer {
    let asked = Asked::Barriers(Barrier::from_code(ctx.address().get("reason")));
    answer(&ctx, Of::Barriers, asked, t!(ctx.say(), "barriers-file")).await
}

/// `GET /{p}/work/directory/outcomes`: how it went at services, counted.
pub(crate) async fn outcomes(ctx: Ctx) -> Answer {
    let asked = Asked::Outcomes(Outcome::from_code(ctx.address().get("outcome")));
    answer(&ctx, Of::Outcomes, asked, t!(ctx.say(), "outcomes-file")).await
}

async fn answer(ctx: &Ctx, of: Of, asked: Asked, called: String) -> Answer {
    let (address, mut tx) = (ctx.address(), ctx.read(can::KEEP_DIRECTORY).await?);
    let need = needs::need(address.get("need")).map(|one| one.id.clone());
    let rows = page_experiences(&mut tx, (need, asked), &address).await?;
    tx.done().await?;
    match address.file() {
        Some(kind) => file(ctx, kind, &called, &columns(ctx, of), &rows.rows),
        None => html(view(ctx, of, &rows)),
    }
}

/// On the page of a service: how it went for whoever was there in the last year.
pub(crate) fn told(ctx: &Ctx, outcomes: &[(Outcome, i64)]) -> Markup {
    let say = ctx.say();
    let times = |of: &(Outcome, i64)| (outcome_word(ctx, of.0), markup! { (say.number(of.1)) });
    let lines: Vec<_> = outcomes.iter().map(times).collect();
    markup! { @if !outcomes.is_empty() { section #outcomes { h2 { (t!(say, "outcomes-year")) } (facts(&lines)) } } }
}

fn columns(ctx: &Ctx, of: Of) -> Vec<Column<'_, Experience>> {
    let (say, (name, heading, _)) = (ctx.say(), of.said(ctx));
    vec![
        Column::new("month", t!(say, "barrier-month"), |of: &Experience| Cell::words(of.month.clone())),
        Column::new(name, heading, |of: &Experience| {
            let word = Outcome::from_code(&of.said).map(|one| outcome_word(ctx, one));
            let word = word.or_else(|| Barrier::from_code(&of.said).map(|one| reason(ctx, one)));
            word.map_or_else(Cell::nothing, Cell::words)
        }),
        Column::new("need", t!(say, "service-need"), |of: &Experience| {
            needs::need(&of.need).map_or_else(Cell::nothing, |one| Cell::words(words::need(ctx, one)))
        }),
        Column::new("service", t!(say, "kind-service"), |of: &Experience| {
            let href = service_url(ctx, of.service_id, "");
            Cell::new(markup! { a href=(href) { (shown(ctx, &of.service)) } }, of.service.plain(ctx.lang))
        }),
        Column::new("times", t!(say, "barrier-times"), |of: &Experience| Cell::number(ctx, of.times))
            .numbers(),
    ]
}

/// The page of one of the two.
pub(crate) fn view(ctx: &Ctx, of: Of, rows: &Page<Experience>) -> Markup {
    let (say, (name, label, choices)) = (ctx.say(), of.said(ctx));
    let columns = columns(ctx, of);
    let (why, lead, other) = match of {
        Of::Outcomes => (t!(say, "outcomes-none"), t!(say, "outcomes-lead"), Of::Barriers),
        Of::Barriers => (t!(say, "barriers-none"), t!(say, "barriers-lead"), Of::Outcomes),
    };
    let listed = ListShown {
        caption: of.title(&say),
        columns: &columns,
        filters: vec![
            Filter { name, label, choices },
            Filter { name: "need", label: t!(say, "service-need"), choices: words::need_choices(ctx) },
        ],
        search: None,
        page: rows,
        empty: Empty { why, ..Empty::default() },
    };
    let path = if other == Of::Outcomes { "/outcomes" } else { "/barriers" };
    let body = markup! {
        p { (lead) " " a href=(crate::pages::room_url(ctx, path)) { (other.title(&say)) } }
        (list(ctx, &ctx.address(), &listed))
    };
    let head = Head::new(of.title(&say)).under(t!(say, "suggestions-title"), queue_url(ctx, ""));
    page(ctx, &head, body)
}
