//! That somebody looked whether a record is true.

use crate::{
    CheckId, ServiceId,
    store::services::{Service, verified},
};
use jiff::civil::Date;
use platform::{db::Tx, errors::Result, row, sql};
use serde::Serialize;

/// How somebody looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Way {
    /// By telephone.
    Phone,
    /// By mail.
    Mail,
    /// On a visit.
    Visit,
    /// On their own page.
    Web,
    /// They said so themselves, by a link.
    Link,
    /// A file said so.
    Import,
}

impl Way {
    /// Those that a person chooses from, in the order of a form.
    pub const CHOSEN: [Self; 4] = [Self::Phone, Self::Mail, Self::Visit, Self::Web];

    /// The code in the database and in word keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Mail => "mail",
            Self::Visit => "visit",
            Self::Web => "web",
            Self::Link => "link",
            Self::Import => "import",
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Phone, Self::Mail, Self::Visit, Self::Web, Self::Link, Self::Import]
            .into_iter()
            .find(|one| one.code() == code)
    }
}

platform::coded!(Way);

/// What somebody found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Found {
    /// Nothing has changed.
    Unchanged,
    /// Something was wrong and was corrected.
    Corrected,
    /// Nobody could be reached: the record is no fresher for that.
    Unreachable,
}

impl Found {
    /// All, in the order of a form.
    pub const ALL: [Self; 3] = [Self::Unchanged, Self::Corrected, Self::Unreachable];

    /// The code in the database and in word keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::Corrected => "corrected",
            Self::Unreachable => "unreachable",
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

platform::coded!(Found);

row! {
    /// One look.
    pub struct Check {
        /// Which.
        pub id: CheckId,
        /// When.
        pub checked_on: Date,
        /// How.
        pub way: Way,
        /// What was found.
        pub found: Found,
        /// What else is to be said.
        pub note: String,
    }
}

/// A look on its way in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewCheck {
    /// When.
    pub checked_on: Date,
    /// How.
    pub way: Way,
    /// What was found.
    pub found: Found,
    /// What else is to be said.
    pub note: String,
}

/// Keeps a look; unless nobody could be reached, the record is as fresh as its day. An earlier day than the last one leaves it as fresh as it was.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when the service has changed since it was read.
pub async fn add_check(tx: &mut Tx, of: &Service, new: &NewCheck) -> Result<CheckId> {
    let (id, partnership, at) = (tx.new_id::<CheckId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO service_check (id, partnership_id, service_id, checked_on, way, found, note, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id,
        partnership,
        of.id,
        new.checked_on,
        new.way,
        new.found,
        new.note,
        at
    )?;
    if new.found != Found::Unreachable && of.verified_on.is_none_or(|last| last <= new.checked_on) {
        verified(tx, of, new.checked_on).await?;
    }
    Ok(id)
}

/// The looks at a service, the newest first; at most 200.
///
/// # Errors
/// When the database does not answer.
pub async fn list_checks(tx: &mut Tx, of: ServiceId) -> Result<Vec<Check>> {
    sql!(
        tx,
        all Check,
        "SELECT id, checked_on, way, found, note FROM service_check
         WHERE partnership_id = $1 AND service_id = $2 ORDER BY checked_on DESC, recorded_at DESC LIMIT 200",
        tx.partnership()?,
        of
    )
}
