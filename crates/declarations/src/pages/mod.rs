//! The room's pages in the workspace, one file per noun.

pub(crate) mod agreement_list;
pub(crate) mod agreements;
pub(crate) mod document_list;
pub(crate) mod documents;
pub(crate) mod endings;
pub(crate) mod exchanges;
pub(crate) mod forms;
pub(crate) mod invitations;
pub(crate) mod meanwhile;
pub(crate) mod overview;
pub(crate) mod paper;
pub(crate) mod publishing;
pub(crate) mod record;
pub(crate) mod record_samples;
pub(crate) mod requests;
pub(crate) mod samples;
pub(crate) mod signatories;
pub(crate) mod statement_list;
pub(crate) mod statements;
pub(crate) mod versions;

use crate::{SignatoryId, can};
use jiff::civil::Date;
use maud::{Markup, html as markup};
use platform::{ctx::Ctx, html::tabs, t};
use serde::Deserialize;

/// The part of an address that names a signatory.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtSignatory {
    pub(crate) signatory: SignatoryId,
}

/// The address of the room.
pub(crate) fn room_url(ctx: &Ctx, path: &str) -> String {
    ctx.url(&format!("/work/declarations{path}"))
}

/// The address of a signatory's page, or of what lies below it.
pub(crate) fn signatory_url(ctx: &Ctx, signatory: SignatoryId, path: &str) -> String {
    room_url(ctx, &format!("/signatories/{signatory}{path}"))
}

/// The parts of the room, with the one at `here` marked.
pub(crate) fn parts(ctx: &Ctx, here: &str) -> Markup {
    let say = ctx.say();
    let mut parts = vec![
        (t!(say, "declarations-part-signatories"), ""),
        (t!(say, "declarations-part-text"), "/versions"),
    ];
    if ctx.may(can::KEEP_DECLARATION) {
        parts.push((t!(say, "declarations-part-invitations"), "/invitations"));
        parts.push((t!(say, "declarations-part-requests"), "/requests"));
    }
    parts.push((t!(say, "statement-title"), "/statements"));
    if ctx.may(can::SEE_AGREEMENTS) {
        parts.push((t!(say, "agreement-title"), "/agreements"));
    }
    parts.push((t!(say, "document-title"), "/documents"));
    let links: Vec<_> =
        parts.into_iter().map(|(label, path)| (label, room_url(ctx, path), path == here)).collect();
    tabs(&t!(say, "declarations-parts"), &links)
}

/// A day as a page shows it.
pub(crate) fn time(ctx: &Ctx, day: Date) -> Markup {
    markup! { time datetime=(day) { (ctx.say().day(day)) } }
}
