//! The page of an answer to an expression of interest that somebody else has changed meanwhile: both, side by side.

use super::expressions::{ExpressionPage, answers, expression_url, seat_choice};
use crate::rules::expressions::ExpressionState;
use maud::Markup;
use platform::{
    audit::AuditEntry,
    ctx::Ctx,
    errors::Result,
    html::{Conflict, Head, conflict, page},
    http::Pairs,
    t,
};

/// The page that shows both.
///
/// # Errors
/// A failure when a form cannot be written as pairs.
pub(crate) fn conflict_view(ctx: &Ctx, of: &ExpressionPage, by: Option<&AuditEntry>) -> Result<Markup> {
    let (say, expression) = (ctx.say(), &of.expression);
    let url = expression_url(ctx, expression.id, "");
    let theirs = Pairs::default()
        .with("answer", expression.state.code())
        .with("seat", expression.seat_id.map(|id| id.to_string()).unwrap_or_default())
        .with("words", &expression.answer);
    let labels = vec![
        ("answer".into(), t!(say, "expression-state")),
        ("seat".into(), t!(say, "seat-column")),
        ("person".into(), t!(say, "expression-person")),
        ("starts_on".into(), t!(say, "term-starts-on")),
        ("ends_on".into(), t!(say, "term-ends-on")),
        ("words".into(), t!(say, "expression-answer")),
    ];
    let both = Conflict {
        action: format!("{url}/answer"),
        theirs: &theirs,
        mine: &of.sent.clone().with("version", expression.version),
        version: expression.version,
        labels,
        called: &|name, value| called(ctx, of, (name, value)),
        by,
        keep_href: url,
        edit: answers(ctx, of),
    };
    Ok(page(ctx, &Head::new(t!(say, "expression-conflict")), conflict(ctx, &both)?))
}

/// What stands for the code or the id in a field of an answer.
fn called(ctx: &Ctx, of: &ExpressionPage, (name, value): (&str, &str)) -> Option<String> {
    match name {
        "answer" => ExpressionState::from_code(value)
            .map(|state| ctx.say().t(&format!("expression-state-{}", state.code()), &[])),
        "seat" => of
            .seats
            .iter()
            .map(|seat| seat_choice(ctx, seat))
            .find(|one| one.code == value)
            .map(|one| one.label),
        "person" => of.choices.called(ctx, value),
        "starts_on" | "ends_on" => value.parse().ok().map(|day: jiff::civil::Date| ctx.say().day(day)),
        _ => None,
    }
}
