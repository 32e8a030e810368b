//! That somebody looked whether a record is true.

use crate::{
    CheckId, ServiceId,
    store::services::{Service, verified},
};
use jiff::civil::Date;
use platform::{
    db::{List, Sort, Tx},
    errors::Result,
    row, sql,
    text::Text,
};
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
        /// Who answered, as whoever looked wrote it.
        pub who: String,
        /// When they asked to be called again.
        pub again_on: Option<Date>,
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
    /// Who answered: a name or what they do there; may be empty.
    pub who: String,
    /// When they asked to be called again.
    pub again_on: Option<Date>,
    /// Whether something was said that a person has yet to put into the record: until then it is no fresher.
    pub waits: bool,
}

impl NewCheck {
    /// A look of which nothing else is to be said.
    pub const fn new(checked_on: Date, way: Way, found: Found) -> Self {
        Self { checked_on, way, found, note: String::new(), who: String::new(), again_on: None, waits: false }
    }
}

/// Keeps a look; unless nobody could be reached or something waits to be put into it, the record is as fresh as its day. An earlier day than the last one leaves it as fresh as it was.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when the service has changed since it was read.
pub async fn add_check(tx: &mut Tx, of: &Service, new: &NewCheck) -> Result<CheckId> {
    let (id, partnership, at) = (tx.new_id::<CheckId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO service_check (id, partnership_id, service_id, checked_on, way, found, note, recorded_at, who, again_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        partnership,
        of.id,
        new.checked_on,
        new.way,
        new.found,
        new.note,
        at,
        new.who,
        new.again_on
    )?;
    if new.found != Found::Unreachable
        && !new.waits
        && of.verified_on.is_none_or(|last| last <= new.checked_on)
    {
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
        "SELECT id, checked_on, way, found, note, who, again_on FROM service_check
         WHERE partnership_id = $1 AND service_id = $2 ORDER BY checked_on DESC, recorded_at DESC LIMIT 200",
        tx.partnership()?,
        of
    )
}

/// A look that asks to be called again.
#[derive(Debug, Clone)]
pub struct CallAgain {
    /// Which service.
    pub service: ServiceId,
    /// What it is called.
    pub name: Text,
    /// On which day.
    pub again_on: Date,
}

/// The services that asked to be called again by `day` and have not been looked at since, the first day first; at most 100.
///
/// # Errors
/// When the database does not answer.
pub async fn calls_due(tx: &mut Tx, day: Date) -> Result<Vec<CallAgain>> {
    let rows = sql!(
        tx,
        all(ServiceId, Text, Date),
        "SELECT s.id, s.name, c.again_on FROM service_check c
         JOIN kept_service s ON s.partnership_id = c.partnership_id AND s.id = c.service_id
         WHERE c.partnership_id = $1 AND c.again_on <= $2 AND s.status <> 'defunct'
           AND NOT EXISTS (SELECT 1 FROM service_check d WHERE d.partnership_id = c.partnership_id AND d.service_id = c.service_id
             AND (d.recorded_at > c.recorded_at OR (d.recorded_at = c.recorded_at AND d.id > c.id)))
         ORDER BY c.again_on, s.search_key, s.id LIMIT 100",
        tx.partnership()?,
        day
    )?;
    Ok(rows.into_iter().map(|(service, name, again_on)| CallAgain { service, name, again_on }).collect())
}

row! {
    /// What a look says in words.
    struct Words {
        id: CheckId,
        note: String,
        who: String,
    }
}

/// Takes names out of what looks say in words; gives in how many.
///
/// # Errors
/// When the database refuses.
pub async fn forget_names_in_checks(tx: &mut Tx, without: impl Fn(&str) -> String) -> Result<u64> {
    let (partnership, mut gone) = (tx.partnership()?, 0);
    let list = List::new("id, note, who", "service_check")
        .filter("partnership_id = ?", &partnership)
        .only("note || who <> ''")
        .sort("id", Sort::Up);
    let rows: Vec<Words> = tx.every(list).await?;
    for one in rows {
        let (note, who) = (without(&one.note), without(&one.who));
        if note != one.note || who != one.who {
            let written =
                "UPDATE service_check SET note = $3, who = $4 WHERE partnership_id = $1 AND id = $2";
            gone += sql!(tx, run, written, partnership, one.id, note, who)?;
        }
    }
    Ok(gone)
}
