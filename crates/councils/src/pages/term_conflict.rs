//! The page of a form about a term when somebody else has changed the seat meanwhile: what is stored, and what was typed.

use super::{
    forms::term_form,
    seat_url,
    seats::SeatPage,
    terms::{About, Again, left_ways_and, one},
};
use crate::rules::terms::Term;
use maud::Markup;
use platform::{
    audit::AuditEntry,
    ctx::Ctx,
    errors::{OrNotFound, Result},
    html::{Conflict, Head, conflict, page},
    http::Pairs,
    t,
};
use std::borrow::Cow;

/// The page that shows both.
///
/// # Errors
/// A failure when a form cannot be written as pairs.
pub(crate) fn conflict_view(ctx: &Ctx, shown: &SeatPage, by: Option<&AuditEntry>) -> Result<Markup> {
    let Again { about, sent, .. } = shown.again.as_ref().or_not_found()?;
    let version = shown.line.seat.version;
    let both = Conflict {
        action: seat_url(ctx, shown.at(), about.path()),
        theirs: &stored(ctx, shown, *about),
        mine: &sent.clone().with("version", version),
        version,
        labels: labels(ctx, *about),
        called: &|name, value| called(ctx, shown, (name, value)),
        by,
        keep_href: seat_url(ctx, shown.at(), ""),
        edit: one(ctx, shown, *about),
    };
    Ok(page(ctx, &Head::new(t!(ctx.say(), "seat-conflict")), conflict(ctx, &both)?))
}

/// What is stored of what the form is about.
fn stored(ctx: &Ctx, shown: &SeatPage, about: About) -> Pairs {
    let of = |term: Option<&Term>| term.map(|term| term_pairs(shown, term)).unwrap_or_default();
    match about {
        About::NewHolder | About::Renewal => of(shown.terms.last()),
        About::Leaving | About::Alternate => of(shown.term(about, ctx.today())),
    }
}

/// The form that a term makes for the reader: whom she may not know of is not named in it.
pub(super) fn term_pairs(shown: &SeatPage, term: &Term) -> Pairs {
    term_form(&term.agreed, term.left)
        .with("holder", shown.sent_for(term.agreed.holder.person()))
        .with("alternate", shown.sent_for(term.agreed.alternate))
}

fn labels(ctx: &Ctx, about: About) -> Vec<(Cow<'static, str>, String)> {
    let all = term_labels(ctx);
    let own: &[&str] = match about {
        About::NewHolder => &["holder", "not_named", "alternate", "starts_on", "starts_about", "ends_on"],
        About::Leaving => &["on", "how"],
        About::Renewal => &["ends_on"],
        About::Alternate => &["alternate"],
    };
    all.into_iter().filter(|(name, _)| own.contains(&&**name)).collect()
}

/// All fields of a term, in the order of its forms.
pub(super) fn term_labels(ctx: &Ctx) -> Vec<(Cow<'static, str>, String)> {
    let say = ctx.say();
    vec![
        ("holder".into(), t!(say, "seat-holder")),
        ("not_named".into(), t!(say, "term-not-named")),
        ("alternate".into(), t!(say, "seat-alternate")),
        ("starts_on".into(), t!(say, "term-starts-on")),
        ("starts_about".into(), t!(say, "term-starts-about")),
        ("ends_on".into(), t!(say, "term-ends-on")),
        ("on".into(), t!(say, "term-last-day")),
        ("how".into(), t!(say, "term-how")),
    ]
}

/// What stands for the code or the id in a field of a term.
pub(super) fn called(ctx: &Ctx, shown: &SeatPage, (name, value): (&str, &str)) -> Option<String> {
    match name {
        "holder" | "alternate" if !value.is_empty() => shown.choices.called(ctx, value),
        "how" => left_ways_and(ctx, value).into_iter().find(|one| one.code == value).map(|one| one.label),
        "not_named" | "starts_about" if !value.is_empty() => Some(t!(ctx.say(), "term-box-ticked")),
        "starts_on" | "ends_on" | "on" => value.parse().ok().map(|day: jiff::civil::Date| ctx.say().day(day)),
        _ => None,
    }
}
