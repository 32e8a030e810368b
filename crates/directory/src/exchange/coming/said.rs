//! What a row of a sheet says of a service, and the words in which sheets say it.

use super::places::SaidPlace;
use crate::{
    ServiceId,
    rules::{
        eligibility::Class,
        facts::{Cost, Feature, Interpretation, Papers, Status, Stream},
    },
};
use jiff::civil::Date;
use partners::{OrganizationId, Spoken, Visibility};
use platform::langs::Lang;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// What a row says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Said {
    /// Its cells, cleaned, by their columns; of a record that is kept here only those that say something else than it does.
    pub values: BTreeMap<String, Vec<String>>,
    /// In which language.
    pub lang: Lang,
    /// Who may know of what it adds.
    pub see: Visibility,
    /// Who offers it, when that is known here.
    pub organization: Option<OrganizationId>,
    /// What that is called.
    pub called: String,
    /// Where.
    pub places: Vec<SaidPlace>,
    /// Whether these places are all where it is offered, instead of more.
    #[serde(default, skip_serializing_if = "is_not")]
    pub is_everywhere: bool,
    /// Whether the row is about a service of this directory by its own id: then where it came from is not told anew.
    pub own: bool,
    /// By which it is known in its source: its id there, else its name.
    #[serde(default)]
    pub known_as: String,
    /// A service that is likely the same and, as somebody said, is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apart_from: Option<ServiceId>,
    /// Whether it says no more than that a record is known by its source too: the record stays as it is.
    #[serde(default, skip_serializing_if = "is_not")]
    pub is_link: bool,
    /// The version of the record with which it was compared.
    pub version: i64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape is serde's")]
const fn is_not(flag: &bool) -> bool {
    !*flag
}

/// Words for codes, in both official languages.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub status: HashMap<String, Status>,
    pub streams: HashMap<String, Stream>,
    pub needs: HashMap<String, String>,
    pub features: HashMap<String, Feature>,
    pub costs: HashMap<String, Cost>,
    pub interpretations: HashMap<String, Interpretation>,
    pub papers: HashMap<String, Papers>,
    pub classes: HashMap<String, Class>,
    pub yes: HashMap<String, bool>,
    pub languages: HashMap<String, Spoken>,
    /// How it is said that everyone may come.
    pub everyone: Vec<String>,
    /// The codes of funders whose rules say whom it is for, by what is said of them.
    pub funders: Vec<(String, String)>,
    /// What is said before and after those for whom alone it is.
    pub only: Vec<(String, String)>,
    /// How it is said that it is closed on holidays.
    pub holidays: Vec<String>,
    /// What this program itself says of whom a service is for: facts, not notes.
    pub phrases: Vec<String>,
}

/// How ODHF writes that nothing is known.
const NOTHING: &str = "..";
/// The parts of a cell that lists several things: its lines, or what stands between semicolons.
pub(super) fn listed(text: &str) -> Vec<String> {
    let parts: Vec<&str> =
        if text.contains('\n') { text.lines().collect() } else { text.split(';').collect() };
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

impl Said {
    /// What stands in a column; empty where nothing does.
    pub fn get(&self, column: &str) -> &str {
        self.values
            .get(column)
            .and_then(|all| all.first())
            .map_or("", |text| if text == NOTHING { "" } else { text })
    }

    /// A day.
    pub fn day(&self, column: &str) -> Option<Date> {
        self.get(column).parse().ok()
    }
}
