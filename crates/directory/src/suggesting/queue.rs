//! The queue of suggestions, filtered, and as files of exactly what is shown.

use super::queue_url;
use crate::{
    can,
    pages::{list::parts, room_url},
    rules::suggestions::{SuggestionKind, SuggestionState},
    store::suggestions::{Suggestion, page_suggestions},
    words,
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Page,
    html::{Cell, Column, Empty, Filter, Head, ListShown, Look, file, list, page, state},
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
        p { (t!(say, "suggestions-lead")) " " a href=(room_url(ctx, "/barriers")) { (t!(say, "barriers-title")) } " · " a href=(room_url(ctx, "/outcomes")) { (t!(say, "outcomes-title")) } }
        (list(ctx, &ctx.address(), &listed))
    };
    let head = Head::new(t!(say, "suggestions-title")).under(t!(say, "directory-title"), room_url(ctx, ""));
    page(ctx, &head, body)
}
