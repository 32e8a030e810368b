//! What visitors suggest: a correction, a service that is missing, that they could not get help. One queue, decided by a person; who
//! sent it is not known beyond an address for the answer, and that goes when it is decided.

pub(crate) mod deciding;
pub(crate) mod experiences;
pub(crate) mod forgetting;
pub(crate) mod mails;
pub(crate) mod outcome;
pub(crate) mod public;
pub(crate) mod public_view;
pub(crate) mod queue;
pub(crate) mod samples;

#[cfg(test)]
mod tests;

use crate::{SuggestionId, can};
use platform::{
    ctx::{Ctx, PUBLIC},
    manifest::Manifest,
};

/// The part of an address that names a suggestion.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub(crate) struct AtSuggestion {
    pub(crate) suggestion: SuggestionId,
}

/// The queue, or what lies below it.
pub(crate) fn queue_url(ctx: &Ctx, path: &str) -> String {
    crate::pages::room_url(ctx, &format!("/suggestions{path}"))
}

/// The addresses of suggesting and of deciding.
pub(crate) fn routes(manifest: Manifest) -> Manifest {
    manifest
        .get("/{p}/{lang}/help/{service}/correction", PUBLIC, public::correction)
        .post("/{p}/{lang}/help/{service}/correction", PUBLIC, public::correct)
        .get("/{p}/{lang}/help/{service}/barrier", PUBLIC, public::barrier)
        .post("/{p}/{lang}/help/{service}/barrier", PUBLIC, public::tell_barrier)
        .get("/{p}/{lang}/help/{service}/outcome", PUBLIC, outcome::new)
        .post("/{p}/{lang}/help/{service}/outcome", PUBLIC, outcome::create)
        .get("/{p}/{lang}/outcome-received", PUBLIC, outcome::received)
        .get("/{p}/{lang}/missing-service", PUBLIC, public::missing)
        .post("/{p}/{lang}/missing-service", PUBLIC, public::tell_missing)
        .get("/{p}/{lang}/suggestion-received", PUBLIC, public::received)
        .get("/{p}/work/directory/suggestions", can::KEEP_DIRECTORY, queue::index)
        .get("/{p}/work/directory/suggestions/{suggestion}", can::KEEP_DIRECTORY, deciding::show)
        .post("/{p}/work/directory/suggestions/{suggestion}/decision", can::KEEP_DIRECTORY, deciding::decide)
        .get("/{p}/work/directory/suggestions/{suggestion}/service", can::KEEP_DIRECTORY, deciding::begin)
        .get("/{p}/work/directory/barriers", can::KEEP_DIRECTORY, experiences::barriers)
        .get("/{p}/work/directory/outcomes", can::KEEP_DIRECTORY, experiences::outcomes)
}
