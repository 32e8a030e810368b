//! The page of a seat that two people changed: both texts, field by field.

use super::{
    AtSeat,
    choices::{Choices, chairings, visibilities},
    forms::seat_form,
    granting::{SeatForm, fields},
    seat_url,
};
use crate::{seen::reads_notes, store::seats::Seat};
use maud::Markup;
use platform::{
    ctx::Ctx,
    errors::Result,
    html::{Conflict, Head, conflict, labels_in_langs, page},
    t,
};
use std::borrow::Cow;

/// The page that shows both texts of a seat that two people changed.
pub(crate) fn conflict_view(ctx: &Ctx, stored: &Seat, shown_form: &SeatForm<'_>) -> Result<Markup> {
    let say = ctx.say();
    let theirs = seat_form(&stored.facts(), stored.version);
    let mine = shown_form.sent.clone().with("version", stored.version);
    let url = seat_url(ctx, AtSeat { council: stored.council_id, seat: stored.id }, "");
    let both = Conflict {
        action: url.clone(),
        theirs: &theirs,
        mine: &mine,
        version: stored.version,
        labels: labels(ctx),
        called: &|name, value| called(ctx, shown_form.choices, (name, value)),
        by: None,
        keep_href: url,
        edit: fields(ctx, &SeatForm { sent: &mine, ..*shown_form }),
    };
    Ok(page(ctx, &Head::new(t!(say, "seat-conflict")), conflict(ctx, &both)?))
}

/// All fields of a seat's form, in its order.
fn labels(ctx: &Ctx) -> Vec<(Cow<'static, str>, String)> {
    let say = ctx.say();
    let mut labels = labels_in_langs(ctx, "category", &t!(say, "seat-category"));
    labels.extend([
        ("organization".into(), t!(say, "seat-organization")),
        ("sector".into(), t!(say, "seat-sector")),
        ("chairing".into(), t!(say, "seat-chairing")),
        ("ex_officio".into(), t!(say, "seat-comes-with")),
        ("visibility".into(), t!(say, "seat-visibility")),
        ("since_on".into(), t!(say, "seat-since")),
    ]);
    if reads_notes(partners::reader(ctx)) {
        labels.extend(labels_in_langs(ctx, "note", &t!(say, "seat-note")));
    }
    labels
}

/// What stands for the code or the id in a field of a seat.
fn called(ctx: &Ctx, choices: &Choices, (name, value): (&str, &str)) -> Option<String> {
    let offered = match name {
        "organization" => choices.organizations(ctx),
        "sector" => choices.sectors(ctx),
        "chairing" => chairings(ctx),
        "visibility" => visibilities(ctx),
        "since_on" => return value.parse().ok().map(|day: jiff::civil::Date| ctx.say().day(day)),
        "ex_officio" if !value.is_empty() => return Some(t!(ctx.say(), "seat-ex-officio")),
        _ => return None,
    };
    offered.into_iter().find(|one| one.code == value).map(|one| one.label)
}
