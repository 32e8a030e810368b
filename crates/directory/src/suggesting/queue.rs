//! The queue of suggestions, and the evidence of what kept people from help; both filtered, and as files of exactly what is shown.

use super::{public_view::reason, queue_url};
use crate::{
    can, needs,
    pages::{list::parts, room_url, service_url},
    rules::suggestions::{Barrier, SuggestionKind, SuggestionState},
    store::suggestions::{BarrierCount, Suggestion, page_barriers, page_suggestions},
    words,
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Page,
    html::{Cell, Column, Empty, Filter, Head, ListShown, Look, file, list, page, shown, state},
    http::{Answer, html},
    t,
};

/// The word of a kind.
pub(crate) fn kind_word(ctx: &Ctx, of: SuggestionKind) -> String {
    ctx.say().t(&format!("suggestion-kind-{}", of.code()), &[])
}

/// The word of a state.
pub(crate) fn state_word(ctx: &Ctx, of: SuggestionState) -> String {
    ctx.say().t(&format!("suggestion-state-{}", of.code()), &[])
}

/// How a suggestion stands: a shape, a colour and a word.
pub(crate) fn stands(ctx: &Ctx, of: SuggestionState) -> Markup {
    let look = match of {
        SuggestionState::Open => Look::UnderWay,
        SuggestionState::Taken | SuggestionState::Partly => Look::Done,
        SuggestionState::Refused => Look::NotStarted,
    };
    state(look, &state_word(ctx, of))
}

/// What a suggestion is called: the service that it is about, or would be.
pub(crate) fn title(ctx: &Ctx, of: &Suggestion) -> String {
    let name = of.wishes.0.fields.get("name").and_then(|all| all.first()).cloned();
    let service = of.service.as_ref().map(|name| name.plain(ctx.lang).to_owned());
    service.or(name).unwrap_or_else(|| kind_word(ctx, of.kind))
}

/// `GET /{p}/work/directory/suggestions`.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let (address, mut tx) = (ctx.address(), ctx.read(can::KEEP_DIRECTORY).await?);
    let narrowed =
        (SuggestionKind::from_code(address.get("kind")), SuggestionState::from_code(address.get("state")));
    let rows = page_suggestions(&mut tx, narrowed, &address).await?;
    tx.done().await?;
    match address.file() {
        Some(kind) => file(&ctx, kind, &t!(ctx.say(), "suggestions-file"), &columns(&ctx), &rows.rows),
        None => html(view(&ctx, &rows)),
    }
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Suggestion>> {
    let say = ctx.say();
    vec![
        Column::new("service", t!(say, "kind-service"), |of: &Suggestion| {
            Cell::link(&queue_url(ctx, &format!("/{}", of.id)), &title(ctx, of))
        }),
        Column::new("kind", t!(say, "suggestion-kind"), |of: &Suggestion| {
            Cell::words(kind_word(ctx, of.kind))
        }),
        Column::new("state", t!(say, "service-status"), |of: &Suggestion| {
            Cell::new(stands(ctx, of.state), state_word(ctx, of.state))
        }),
        Column::new("received", t!(say, "suggestion-received-on"), |of: &Suggestion| {
            Cell::day(ctx, of.received_at.day_in(&ctx.zone()))
        }),
        Column::new("note", t!(say, "suggestion-note"), |of: &Suggestion| Cell::words(of.note.clone()))
            .on_demand(),
        Column::new("answer", t!(say, "suggestion-answer"), |of: &Suggestion| Cell::words(of.answer.clone()))
            .on_demand(),
    ]
}

/// The page of the queue.
pub(crate) fn view(ctx: &Ctx, rows: &Page<Suggestion>) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx);
    let listed = ListShown {
        caption: t!(say, "suggestions-title"),
        columns: &columns,
        filters: vec![
            Filter {
                name: "state",
                label: t!(say, "service-status"),
                choices: words::choices(ctx, &SuggestionState::ALL, SuggestionState::code, state_word),
            },
            Filter {
                name: "kind",
                label: t!(say, "suggestion-kind"),
                choices: words::choices(ctx, &SuggestionKind::ALL, SuggestionKind::code, kind_word),
            },
        ],
        search: None,
        page: rows,
        empty: Empty { why: t!(say, "suggestions-none"), ..Empty::default() },
    };
    let body = markup! {
        (parts(ctx, "/suggestions"))
        p { (t!(say, "suggestions-lead")) " " a href=(room_url(ctx, "/barriers")) { (t!(say, "barriers-title")) } }
        (list(ctx, &ctx.address(), &listed))
    };
    let head = Head::new(t!(say, "suggestions-title")).under(t!(say, "directory-title"), room_url(ctx, ""));
    page(ctx, &head, body)
}

/// `GET /{p}/work/directory/barriers`: why people could not get help, counted.
pub(crate) async fn barriers(ctx: Ctx) -> Answer {
    let (address, mut tx) = (ctx.address(), ctx.read(can::KEEP_DIRECTORY).await?);
    let need = needs::need(address.get("need")).map(|one| one.id.clone());
    let rows = page_barriers(&mut tx, (need, Barrier::from_code(address.get("reason"))), &address).await?;
    tx.done().await?;
    match address.file() {
        Some(kind) => file(&ctx, kind, &t!(ctx.say(), "barriers-file"), &barrier_columns(&ctx), &rows.rows),
        None => html(barriers_view(&ctx, &rows)),
    }
}

fn barrier_columns(ctx: &Ctx) -> Vec<Column<'_, BarrierCount>> {
    let say = ctx.say();
    vec![
        Column::new("month", t!(say, "barrier-month"), |of: &BarrierCount| Cell::words(of.month.clone())),
        Column::new("reason", t!(say, "suggest-reasons"), |of: &BarrierCount| {
            Cell::words(reason(ctx, of.reason))
        }),
        Column::new("need", t!(say, "service-need"), |of: &BarrierCount| {
            needs::need(&of.need).map_or_else(Cell::nothing, |one| Cell::words(words::need(ctx, one)))
        }),
        Column::new("service", t!(say, "kind-service"), |of: &BarrierCount| {
            let href = service_url(ctx, of.service_id, "");
            Cell::new(markup! { a href=(href) { (shown(ctx, &of.service)) } }, of.service.plain(ctx.lang))
        }),
        Column::new("times", t!(say, "barrier-times"), |of: &BarrierCount| Cell::number(ctx, of.times))
            .numbers(),
    ]
}

/// The page of the reasons.
pub(crate) fn barriers_view(ctx: &Ctx, rows: &Page<BarrierCount>) -> Markup {
    let say = ctx.say();
    let columns = barrier_columns(ctx);
    let listed = ListShown {
        caption: t!(say, "barriers-title"),
        columns: &columns,
        filters: vec![
            Filter {
                name: "reason",
                label: t!(say, "suggest-reasons"),
                choices: words::choices(ctx, &Barrier::ALL, Barrier::code, reason),
            },
            Filter { name: "need", label: t!(say, "service-need"), choices: words::need_choices(ctx) },
        ],
        search: None,
        page: rows,
        empty: Empty { why: t!(say, "barriers-none"), ..Empty::default() },
    };
    let body = markup! {
        p { (t!(say, "barriers-lead")) }
        (list(ctx, &ctx.address(), &listed))
    };
    let head = Head::new(t!(say, "barriers-title")).under(t!(say, "suggestions-title"), queue_url(ctx, ""));
    page(ctx, &head, body)
}
