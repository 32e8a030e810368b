//! The room's pages in the workspace, one file per thing that is done: reading the plan, writing it, saying how far it is.

pub(crate) mod asking;
pub(crate) mod asking_readers;
pub(crate) mod asking_samples;
#[cfg(test)]
mod asking_tests;
pub(crate) mod asking_view;
pub(crate) mod binning;
pub(crate) mod changes;
pub(crate) mod charter;
mod choosing;
pub(crate) mod done;
pub(crate) mod edits;
pub(crate) mod forms;
pub(crate) mod frameworks;
pub(crate) mod line;
pub(crate) mod line_form;
pub(crate) mod linking;
pub(crate) mod mine;
pub(crate) mod moving;
pub(crate) mod outline;
pub(crate) mod pieces;
pub(crate) mod promises;
pub(crate) mod quarters;
pub(crate) mod samples;
pub(crate) mod saying;
pub(crate) mod slicing;
pub(crate) mod table;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod tree;
#[cfg(test)]
mod voices_tests;
#[cfg(test)]
mod when_tests;
pub(crate) mod writing;

use crate::{FrameworkId, NodeId, can};
use platform::{ctx::Ctx, html::tabs, t};
use serde::Deserialize;

/// The part of an address that names a framework.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtFramework {
    pub(crate) framework: FrameworkId,
}

/// The part of an address that names a line.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtLine {
    pub(crate) node: NodeId,
}

/// The address of the room.
pub(crate) fn room_url(ctx: &Ctx, path: &str) -> String {
    ctx.url(&format!("/work/plan{path}"))
}

/// The address of a framework's page, or of what lies below it.
pub(crate) fn framework_url(ctx: &Ctx, framework: FrameworkId, path: &str) -> String {
    room_url(ctx, &format!("/frameworks/{framework}{path}"))
}

/// The address of a line's page, or of what lies below it.
pub(crate) fn line_url(ctx: &Ctx, line: NodeId, path: &str) -> String {
    room_url(ctx, &format!("/lines/{line}{path}"))
}

/// The parts of the room, with the one at `here` marked.
pub(crate) fn parts(ctx: &Ctx, here: &str) -> maud::Markup {
    let say = ctx.say();
    let mut parts = vec![
        (t!(say, "plan-part-tree"), ""),
        (t!(say, "plan-part-table"), "/table"),
        (t!(say, "plan-part-quarters"), "/quarters"),
        (t!(say, "plan-part-promises"), "/promises"),
        (t!(say, "recommendations"), "/recommendations"),
        (t!(say, "plan-part-frameworks"), "/frameworks"),
        (t!(say, "mine-title"), "/mine"),
    ];
    if ctx.may(can::EDIT_PLAN) {
        parts.push((t!(say, "plan-asking-title"), "/asking"));
    }
    let links: Vec<_> =
        parts.into_iter().map(|(label, path)| (label, room_url(ctx, path), path == here)).collect();
    tabs(&t!(say, "plan-parts"), &links)
}
