//! What a row of a sheet says about an organization and somebody at it, as it lies with the import until it comes in.

use crate::{
    OrganizationId, PersonId, SectorId,
    rules::{NewOrganization, Visibility, default_visibility},
    spoken::{Languages, Spoken},
};
use areas::AreaId;
use jiff::civil::Date;
use platform::{langs::Lang, text::Text};
use serde::{Deserialize, Serialize};

/// Whose row it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
    /// An organization that is not known yet.
    #[default]
    New,
    /// The organization of an earlier row of the same sheet, by its number.
    Row(i64),
    /// An organization that is kept.
    Known(OrganizationId),
}

/// In which sector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InSector {
    /// One of the list.
    Known(SectorId),
    /// One to be added to the list under this name.
    New(String),
}

/// Somebody at the organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidPerson {
    /// The name.
    pub name: String,
    /// Who is meant, when she is known.
    pub known: Option<PersonId>,
    /// The language to write to her in.
    pub lang: Lang,
    /// What she does there.
    pub title: String,
    /// Her address for mail there.
    pub mail: String,
    /// Her number there.
    pub phone: String,
}

/// What holds for new organizations where a row says nothing, as was answered about the whole sheet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fresh {
    /// The day it joined.
    pub joined_on: Option<Date>,
    /// Who may know of it.
    pub visibility: Option<Visibility>,
}

/// What a row says. Nothing stands where its cells were empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Whose row it is.
    pub whose: Whose,
    /// Its name in English; the first of the two when only one is given.
    pub name: String,
    /// Its name in French.
    pub name_fr: String,
    /// Its sector.
    pub sector: Option<InSector>,
    /// Whether it is registered.
    pub formal: Option<bool>,
    /// Codes of the languages in which people are served there.
    pub langs: Vec<String>,
    /// Where it works.
    pub area: Option<AreaId>,
    /// The day it joined.
    pub joined_on: Option<Date>,
    /// The day it left.
    pub left_on: Option<Date>,
    /// Who may know of it.
    pub visibility: Option<Visibility>,
    /// What it does.
    pub about: String,
    /// What the staff notes.
    pub note: String,
    /// Its own address for mail.
    pub mail: String,
    /// Its own number.
    pub phone: String,
    /// Its web page.
    pub web: String,
    /// Somebody there.
    pub person: Option<SaidPerson>,
    /// For a new organization, where the row says nothing: the day it joined, and who may know of it.
    pub fresh: Fresh,
    /// The language of the sheet: of names and texts that do not say theirs.
    pub lang: Lang,
    /// How the record stood that the row was compared with.
    pub version: i64,
    /// Whether the sheet counts where it and the record differ; otherwise it only fills in what the record lacks.
    pub overwrite: bool,
}

impl Said {
    /// A row of a sheet in this language that says nothing.
    pub fn nothing(lang: Lang) -> Self {
        Self {
            whose: Whose::New,
            name: String::new(),
            name_fr: String::new(),
            sector: None,
            formal: None,
            langs: Vec::new(),
            area: None,
            joined_on: None,
            left_on: None,
            visibility: None,
            about: String::new(),
            note: String::new(),
            mail: String::new(),
            phone: String::new(),
            web: String::new(),
            person: None,
            fresh: Fresh::default(),
            lang,
            version: 0,
            overwrite: false,
        }
    }

    /// The name by which it is looked for.
    pub fn called(&self) -> &str {
        if self.name.is_empty() { &self.name_fr } else { &self.name }
    }

    /// Takes over from another row of the same organization what this one does not say, so that it does not matter which comes first.
    pub fn fill(&mut self, other: &Self) {
        for (own, other) in [
            (&mut self.name, &other.name),
            (&mut self.name_fr, &other.name_fr),
            (&mut self.about, &other.about),
            (&mut self.web, &other.web),
        ] {
            if own.is_empty() {
                own.clone_from(other);
            }
        }
        self.sector = self.sector.take().or_else(|| other.sector.clone());
        self.formal = self.formal.or(other.formal);
        self.area = self.area.or(other.area);
        self.joined_on = self.joined_on.or(other.joined_on);
        self.left_on = self.left_on.or(other.left_on);
        self.visibility = self.visibility.or(other.visibility);
        self.langs.extend(other.langs.iter().cloned());
        self.note = noted(&self.note, &other.note);
    }

    /// Whether it says anything of the organization beside its name.
    pub fn tells(&self) -> bool {
        let silent = Self { name: self.name.clone(), ..Self::nothing(self.lang) };
        let said = |said: &Self| {
            let words = (said.name_fr.clone(), said.about.clone(), said.note.clone(), said.langs.clone());
            let facts =
                (said.sector.clone(), said.formal, said.area, said.joined_on, said.left_on, said.visibility);
            (words, facts)
        };
        said(self) != said(&silent)
    }

    /// The organization that it describes, new.
    pub fn organization(&self, slug: String, sector: Option<SectorId>, on: Date) -> NewOrganization {
        let mut name = Text::default();
        for (lang, words) in [(Lang::En, &self.name), (Lang::Fr, &self.name_fr)] {
            if !words.is_empty() {
                name = name.with(lang, words, on);
            }
        }
        let formal = self.formal.unwrap_or(true);
        let new = NewOrganization::new(slug, name);
        let mut new = if formal { new } else { new.informal() };
        new.sector = sector;
        new.langs = self.languages();
        new.area = self.area;
        new.visibility = self.visibility.or(self.fresh.visibility).unwrap_or(default_visibility(formal));
        (new.joined_on, new.left_on) = (self.joined_on.or(self.fresh.joined_on), self.left_on);
        if !self.about.is_empty() {
            new.about = Text::default().with(self.lang, &self.about, on);
        }
        new.note.clone_from(&self.note);
        new
    }

    /// The record as it would be after this row; equal to `kept` when the row says nothing that is not there.
    pub fn merged(&self, kept: &NewOrganization, sector: Option<SectorId>, on: Date) -> NewOrganization {
        let mut new = kept.clone();
        let takes = |is_there: bool| !is_there || self.overwrite;
        for (lang, words) in [(Lang::En, &self.name), (Lang::Fr, &self.name_fr)] {
            let is_there = kept.name.get(lang).is_some();
            // The name by which it was found is not overwritten by another way to write it.
            if !words.is_empty() && !is_there {
                new.name = new.name.with(lang, words, on);
            }
        }
        if sector.is_some() && takes(kept.sector.is_some()) {
            new.sector = sector;
        }
        if let Some(formal) = self.formal.filter(|_| self.overwrite) {
            new.formal = formal;
        }
        let all = kept.langs.0.iter().copied().chain(self.languages().0);
        new.langs = Languages::of(all);
        if self.area.is_some() && takes(kept.area.is_some()) {
            new.area = self.area;
        }
        if self.joined_on.is_some() && takes(kept.joined_on.is_some()) {
            new.joined_on = self.joined_on;
        }
        if self.left_on.is_some() && takes(kept.left_on.is_some()) {
            new.left_on = self.left_on;
        }
        if let Some(visibility) = self.visibility.filter(|_| self.overwrite) {
            new.visibility = visibility;
        }
        if !self.about.is_empty()
            && takes(!kept.about.is_empty())
            && kept.about.in_lang(self.lang) != self.about
        {
            new.about = new.about.with(self.lang, &self.about, on);
        }
        new.note = noted(&kept.note, &self.note);
        new
    }

    fn languages(&self) -> Languages {
        Languages::of(self.langs.iter().filter_map(|code| Spoken::from_code(code)))
    }
}

/// A note with another one below it, unless it is in it already: what somebody noted is never lost.
pub(super) fn noted(kept: &str, said: &str) -> String {
    match (kept.is_empty(), said.is_empty() || kept.contains(said)) {
        (_, true) => kept.to_owned(),
        (true, false) => said.to_owned(),
        (false, false) => format!("{kept}\n{said}"),
    }
}
