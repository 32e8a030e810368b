//! What a row of a sheet says about a person, as it lies with the import until it comes in.

use crate::{
    OrganizationId, PersonId,
    contact::ContactKind,
    importing::noted,
    rules::{NewPerson, Visibility},
    typed::consent::SaidConsent,
};
use jiff::civil::Date;
use platform::{
    consent::{Basis, ConsentFact},
    langs::Lang,
};
use serde::{Deserialize, Serialize};

/// Whose row it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
    /// Somebody who is not known yet.
    #[default]
    New,
    /// The person of an earlier row of the same sheet, by its number.
    Row(i64),
    /// Somebody who is kept.
    Known(PersonId),
}

/// Where she is, and how she is reached there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidPlace {
    /// At which organization; none for what is her own.
    pub of: Option<OrganizationId>,
    /// What she does there.
    pub title: String,
    /// Her address for mail there.
    pub mail: String,
    /// Her number there.
    pub phone: String,
}

impl SaidPlace {
    /// Whether nothing is said yet of how she is reached there in this way.
    pub const fn is_free(&self, kind: ContactKind) -> bool {
        match kind {
            ContactKind::Phone => self.phone.is_empty(),
            ContactKind::Mail | ContactKind::Web => self.mail.is_empty(),
        }
    }

    /// How she is reached there in this way.
    pub const fn at(&mut self, kind: ContactKind) -> &mut String {
        match kind {
            ContactKind::Phone => &mut self.phone,
            ContactKind::Mail | ContactKind::Web => &mut self.mail,
        }
    }
}

/// What she said about mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// For what.
    pub purpose: String,
    /// The code of what it says.
    pub basis: String,
    /// The day of the happening from which consent follows.
    pub since: Option<Date>,
    /// How it was said.
    pub how: String,
    /// The words she agreed to.
    pub wording: String,
    /// What proves it.
    pub evidence: Option<String>,
}

impl From<SaidConsent> for Agreed {
    fn from(said: SaidConsent) -> Self {
        let SaidConsent { purpose, basis, since, how, wording, evidence } = said;
        Self { purpose, basis: basis.code().to_owned(), since, how: how.to_owned(), wording, evidence }
    }
}

impl Agreed {
    /// What it says.
    pub fn basis(&self) -> Option<Basis> {
        Basis::from_code(&self.basis)
    }

    /// Whether the ledger holds it already.
    pub fn is_among(&self, facts: &[ConsentFact]) -> bool {
        facts.iter().any(|fact| {
            let what =
                (fact.purpose == self.purpose, fact.basis.code() == self.basis, fact.since == self.since);
            let proof = (fact.how == self.how, fact.wording == self.wording, fact.evidence == self.evidence);
            (what, proof) == ((true, true, true), (true, true, true))
        })
    }
}

/// What a row says. Nothing stands where its cells were empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Whose row it is.
    pub whose: Whose,
    /// Her name.
    pub name: String,
    /// The language to write to her in.
    pub lang: Option<Lang>,
    /// Who may know of her.
    pub visibility: Option<Visibility>,
    /// What the staff notes.
    pub note: String,
    /// Where she is, and how she is reached.
    pub places: Vec<SaidPlace>,
    /// What she said about mail.
    pub agreed: Option<Agreed>,
    /// For somebody new: who may know of her where the row says nothing.
    pub see: Option<Visibility>,
    /// The language of the sheet.
    pub sheet: Lang,
    /// How the record stood that the row was compared with.
    pub version: i64,
    /// Whether the sheet counts where it and the record differ.
    pub overwrite: bool,
}

impl Said {
    /// A row of a sheet in this language that says nothing.
    pub const fn nothing(sheet: Lang) -> Self {
        Self {
            whose: Whose::New,
            name: String::new(),
            lang: None,
            visibility: None,
            note: String::new(),
            places: Vec::new(),
            agreed: None,
            see: None,
            sheet,
            version: 0,
            overwrite: false,
        }
    }

    /// Takes over from another row about her what this one does not say, so that it does not matter which comes first.
    pub fn fill(&mut self, other: &Self) {
        self.lang = self.lang.or(other.lang);
        self.visibility = self.visibility.or(other.visibility);
        self.note = noted(&self.note, &other.note);
    }

    /// The person that it describes, new.
    pub fn person(&self) -> NewPerson {
        let visibility = self.visibility.or(self.see).unwrap_or(Visibility::Staff);
        let new = NewPerson::new(self.name.clone(), self.lang.unwrap_or(self.sheet));
        NewPerson { visibility, note: self.note.clone(), ..new }
    }

    /// Her record as it would be after this row; equal to `kept` when the row says nothing that is not there.
    pub fn merged(&self, kept: &NewPerson) -> NewPerson {
        let mut new = NewPerson { note: noted(&kept.note, &self.note), ..kept.clone() };
        if self.overwrite {
            new.lang = self.lang.unwrap_or(kept.lang);
            new.visibility = self.visibility.unwrap_or(kept.visibility);
        }
        new
    }
}
