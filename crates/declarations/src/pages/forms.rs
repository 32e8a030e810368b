//! What forms of this room have in common.

use crate::rules::signing::SigningRefusal;
use platform::errors::Complaints;

/// A declaration has at most this many characters in each language.
pub(crate) const BODY: usize = 20_000;

/// What a form says that was made before somebody else changed what it is about; sent again it lies on top of that.
pub(crate) fn changed() -> Complaints {
    Complaints::one("", SigningRefusal::Changed)
}
