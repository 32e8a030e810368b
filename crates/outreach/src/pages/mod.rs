//! The room's pages in the workspace, one file per noun.

pub(crate) mod admitting;
mod admitting_form;
pub(crate) mod answering;
pub(crate) mod binning;
pub(crate) mod checklist;
pub(crate) mod enquiries;
pub(crate) mod erasing;
pub(crate) mod growth;
pub(crate) mod joining;
pub(crate) mod log;
pub(crate) mod log_form;
pub(crate) mod log_links;
pub(crate) mod offered;
pub(crate) mod overview;
pub(crate) mod prospect;
pub(crate) mod prospect_form;
pub(crate) mod prospects;
pub(crate) mod question_form;
pub(crate) mod queue;
pub(crate) mod samples;
mod samples_log;
mod source;

use crate::can;
use maud::Markup;
use platform::{ctx::Ctx, html::tabs, t};

/// The address of the room, or of what lies below it.
pub(crate) fn room_url(ctx: &Ctx, path: &str) -> String {
    ctx.url(&format!("/work/outreach{path}"))
}

/// The parts of the room, with the one at `here` marked.
pub(crate) fn parts(ctx: &Ctx, here: &str) -> Markup {
    let say = ctx.say();
    let mut parts = vec![(t!(say, "outreach-part-all"), "")];
    if ctx.may(can::SEE_OUTREACH) {
        parts.push((t!(say, "asking-title"), "/joining"));
        parts.push((t!(say, "enquiries-title"), "/enquiries"));
        parts.push((t!(say, "prospects-title"), "/prospects"));
        parts.push((t!(say, "discovery-title"), "/checklist"));
        parts.push((t!(say, "encounters-title"), "/log"));
        parts.push((t!(say, "growth-title"), "/growth"));
    }
    let links: Vec<_> =
        parts.into_iter().map(|(label, path)| (label, room_url(ctx, path), path == here)).collect();
    tabs(&t!(say, "outreach-parts"), &links)
}

#[cfg(test)]
mod tests;
