//! Asking organizations whether the records of their services are true: one letter to each with all its services, answered by the
//! link in it without an account.

pub(crate) mod answer;
pub(crate) mod correcting;
pub(crate) mod forgetting;
pub(crate) mod letters;
pub(crate) mod mails;
pub(crate) mod pages;
pub(crate) mod samples;
pub(crate) mod view;

#[cfg(test)]
pub(crate) mod tests;

use crate::can;
use platform::{ctx::PUBLIC, manifest::Manifest};

/// The addresses of asking and of answering.
pub(crate) fn routes(manifest: Manifest) -> Manifest {
    manifest
        .get("/{p}/work/directory/asking", can::KEEP_DIRECTORY, pages::index)
        .post("/{p}/work/directory/asking", can::KEEP_DIRECTORY, pages::create)
        .post("/{p}/work/directory/asking/{letter}/cancelling", can::KEEP_DIRECTORY, pages::cancel)
        .get("/{p}/{lang}/your-services/{ticket}", PUBLIC, answer::open)
        .post("/{p}/{lang}/your-services/{ticket}", PUBLIC, answer::unchanged)
        .get("/{p}/{lang}/your-services/{ticket}/{service}", PUBLIC, answer::edit)
        .post("/{p}/{lang}/your-services/{ticket}/{service}", PUBLIC, answer::correct)
}
