//! The room's pages in the workspace, one file per noun: bodies, their terms of reference, seats, expressions, letters.

mod answer_mail;
pub(crate) mod answers;
pub(crate) mod bodies;
pub(crate) mod categories;
pub(crate) mod changes;
mod choices;
pub(crate) mod corrections;
pub(crate) mod endings;
mod expression_conflict;
pub(crate) mod expression_erasure;
pub(crate) mod expressions;
pub(crate) mod forms;
pub(crate) mod giving;
pub(crate) mod granting;
pub(crate) mod holding;
pub(crate) mod leaving;
pub(crate) mod letter_preview;
pub(crate) mod letters;
pub(crate) mod lines;
pub(crate) mod references;
pub(crate) mod rounds;
pub(crate) mod samples;
mod seat_conflict;
pub(crate) mod seats;
pub(crate) mod sheet;
pub(crate) mod signed;
mod term_conflict;
pub(crate) mod terms;

use crate::{CouncilId, SeatId, can, store::bodies::Council};
use platform::{ctx::Ctx, html::tabs, t};
use serde::Deserialize;

/// The part of an address that names a body.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtCouncil {
    pub(crate) council: CouncilId,
}

/// The part of an address that names a seat of a body.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtSeat {
    pub(crate) council: CouncilId,
    pub(crate) seat: SeatId,
}

/// The address of the room.
pub(crate) fn room_url(ctx: &Ctx, path: &str) -> String {
    ctx.url(&format!("/work/councils{path}"))
}

/// The address of a body's page, or of what lies below it.
pub(crate) fn council_url(ctx: &Ctx, council: CouncilId, path: &str) -> String {
    room_url(ctx, &format!("/{council}{path}"))
}

/// The address of a seat's page, or of what lies below it.
pub(crate) fn seat_url(ctx: &Ctx, at: AtSeat, path: &str) -> String {
    council_url(ctx, at.council, &format!("/seats/{}{path}", at.seat))
}

/// The parts of the room, with the one at `here` marked.
pub(crate) fn parts(ctx: &Ctx, here: &str) -> maud::Markup {
    let say = ctx.say();
    let mut parts = vec![
        (t!(say, "councils-part-groups"), ""),
        (t!(say, "councils-part-seats"), "/seats"),
        (t!(say, "councils-part-leaving"), "/leaving"),
    ];
    if ctx.may(can::SEE_EXPRESSIONS) {
        parts.push((t!(say, "councils-part-expressions"), "/expressions"));
    }
    if ctx.may(can::SET_UP_COUNCILS) {
        parts.push((t!(say, "categories-title"), "/categories"));
    }
    parts.push((t!(say, "table-part"), "/composition"));
    let links: Vec<_> =
        parts.into_iter().map(|(label, path)| (label, room_url(ctx, path), path == here)).collect();
    tabs(&t!(say, "councils-parts"), &links)
}

/// The body's own word for what it is, where it has one in the reader's language; else the word of its kind, which every
/// language has. It begins with a capital either way.
pub(crate) fn word_of(ctx: &Ctx, council: &Council) -> String {
    let own = council.word.in_lang(ctx.lang);
    let mut rest = own.chars();
    match rest.next() {
        None => ctx.say().t(&format!("council-kind-{}", council.kind.code()), &[]),
        Some(first) => first.to_uppercase().chain(rest).collect(),
    }
}

#[cfg(test)]
mod tests;
