//! The workspace's pages of services and places.

pub(crate) mod binning;
pub(crate) mod checking;
pub(crate) mod coverage;
pub(crate) mod hours_form;
pub(crate) mod list;
pub(crate) mod location_form;
pub(crate) mod locations;
pub(crate) mod one;
pub(crate) mod samples;
pub(crate) mod service_form;
mod service_more;
pub(crate) mod service_typed;

use crate::{LocationId, ServiceId};
use jiff::civil::Date;
use maud::{Markup, html};
use platform::{ctx::Ctx, db::Tx, errors::Result, html::History, ids::Ref};

/// An address of this room.
pub(crate) fn room_url(ctx: &Ctx, path: &str) -> String {
    ctx.url(&format!("/work/directory{path}"))
}

/// The page of a service, or what lies below it.
pub(crate) fn service_url(ctx: &Ctx, id: ServiceId, path: &str) -> String {
    room_url(ctx, &format!("/services/{id}{path}"))
}

/// The page of a place, or what lies below it.
pub(crate) fn location_url(ctx: &Ctx, id: LocationId, path: &str) -> String {
    room_url(ctx, &format!("/locations/{id}{path}"))
}

/// A day, as people read it and as programs do.
pub(crate) fn time(ctx: &Ctx, day: Date) -> Markup {
    html! { time datetime=(day) { (ctx.say().day(day)) } }
}

/// The part of an address that names a service.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub(crate) struct AtService {
    #[serde(deserialize_with = "platform::ids::plainly_spelled")]
    pub(crate) service: uuid::Uuid,
}

/// The part of an address that names a place.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub(crate) struct AtLocation {
    #[serde(deserialize_with = "platform::ids::plainly_spelled")]
    pub(crate) location: uuid::Uuid,
}

/// What happened to a record lately; what it said before and after only for those who keep it, since the address of a shelter may stand there.
pub(crate) async fn history(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<History> {
    let mut entries = tx.history(of, 5).await?;
    if !ctx.may(crate::can::KEEP_DIRECTORY) {
        entries.iter_mut().for_each(|entry| (entry.before, entry.after) = (None, None));
    }
    History::of(ctx, tx, of, entries).await
}
