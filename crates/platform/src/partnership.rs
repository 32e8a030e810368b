//! A partnership's own facts: kept in its head row, changed by its coordinator, read by every page from the register.

use crate::{
    db::{Json, Tx},
    errors::Result,
    langs::Lang,
    provinces::Province,
    reach::{Contact, HelpLine},
    row, sql,
    text::Text,
};
use serde::Serialize;

/// What a coordinator may change of her partnership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// Its name.
    pub name: Text,
    /// Where it works.
    pub place: Text,
    /// What it is, in a few sentences.
    pub about: Text,
    /// How it is reached.
    pub contact: Contact,
    /// The province or territory in which it works, when it says so.
    pub province: Option<Province>,
    /// The numbers that every public page tells first.
    pub emergency: Vec<HelpLine>,
    /// The languages of its public site, official ones first.
    pub langs: Vec<Lang>,
    /// Its time zone: `America/Toronto`.
    pub zone: String,
}

row! {
    struct FactsRow {
        name: Text,
        place: Text,
        about: Text,
        contact: Json<Contact>,
        province: Option<Province>,
        emergency: Json<Vec<HelpLine>>,
        langs: Json<Vec<Lang>>,
        zone: String,
        version: i64,
    }
}

impl Tx {
    /// The facts of this transaction's partnership, and how its record stands.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn facts(&mut self) -> Result<(Facts, i64)> {
        let here = self.partnership()?;
        let row = sql!(
            self,
            one FactsRow,
            "SELECT name, place, about, contact, province, emergency, langs, zone, version FROM partnership WHERE id = $1",
            here
        )?;
        let facts = Facts {
            name: row.name,
            place: row.place,
            about: row.about,
            contact: row.contact.0,
            province: row.province,
            emergency: row.emergency.0,
            langs: row.langs.0,
            zone: row.zone,
        };
        Ok((facts, row.version))
    }

    /// Changes the facts on top of the version that was read, and writes the audit entry.
    ///
    /// # Errors
    /// [`crate::errors::Error::Stale`] when somebody changed them meanwhile.
    pub async fn change_facts(&mut self, (before, version): (&Facts, i64), after: &Facts) -> Result<()> {
        let here = self.partnership()?;
        sql!(
            self,
            save,
            "UPDATE partnership SET name = $1, place = $2, about = $3, contact = $4, province = $5, emergency = $6, langs = $7,
             zone = $8, version = version + 1 WHERE id = $9 AND version = $10",
            after.name,
            after.place,
            after.about,
            Json(after.contact.clone()),
            after.province,
            Json(after.emergency.clone()),
            Json(after.langs.clone()),
            after.zone,
            here,
            version
        )?;
        self.audit("partnership.changed", here, Some(before), Some(after)).await
    }
}
