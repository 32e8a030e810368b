//! Pages of areas: the units that the partnership keeps, the standard list, its own sets.

pub(crate) mod form;
pub(crate) mod list;
pub(crate) mod samples;
pub(crate) mod sets;
pub(crate) mod standard;
pub(crate) mod unit;

use crate::{AreaId, AreaSetId};
use platform::ctx::Ctx;
use serde::Deserialize;

/// Which area.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct OfArea {
    area: AreaId,
}

/// Which set.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct OfSet {
    set: AreaSetId,
}

/// The address of the room, or of what lies below it.
pub(crate) fn url(ctx: &Ctx, path: &str) -> String {
    ctx.url(&format!("/work/areas{path}"))
}
