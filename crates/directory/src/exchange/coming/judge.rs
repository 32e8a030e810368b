//! Reading the rows of a sheet of services against those that are kept. Pure: it works on a picture that was loaded before.

use super::{
    places::places,
    said::{Said, Words, listed},
};
use crate::{
    LocationId, ServiceId,
    rules::{
        facts::{Facts, Status},
        freshness::{MONTHS, Overwriting, overwriting},
    },
    store::services::{Service, ServiceFacts},
};
use jiff::civil::Date;
use partners::{OrganizationId, Visibility};
use platform::{
    batch::{Finding, Given, Judge, Judged, Verdict},
    ids::Ref,
    langs::Lang,
    text::{LineRefusal, Text, fold},
};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// A service that is kept, with its places.
pub(super) struct Kept {
    pub service: Service,
    pub places: Vec<LocationId>,
}

/// What is kept, as rows are compared with it.
pub(super) struct Picture {
    pub services: Vec<Kept>,
    /// The ids of services in their sources.
    pub by_source: HashMap<(String, String), Uuid>,
    pub organizations: HashMap<String, OrganizationId>,
    pub locations: HashMap<String, LocationId>,
    pub words: Words,
    pub lang: Lang,
    pub see: Visibility,
    pub answers: BTreeMap<String, String>,
    pub today: Date,
}

/// Reads rows against a [`Picture`].
pub(super) struct ServiceJudge {
    picture: Picture,
    by_id: HashMap<Uuid, usize>,
    by_name: HashMap<(OrganizationId, String), usize>,
    /// The rows before this one, by what they are about.
    rows: HashMap<String, i64>,
}

impl ServiceJudge {
    /// Ready for the first row.
    pub fn new(picture: Picture) -> Self {
        let (mut by_id, mut by_name) = (HashMap::new(), HashMap::new());
        for (at, Kept { service, .. }) in picture.services.iter().enumerate() {
            by_id.insert(service.id.0, at);
            for (_, piece) in service.name.pieces() {
                by_name.entry((service.organization_id, fold(&piece.text))).or_insert(at);
            }
        }
        Self { picture, by_id, by_name, rows: HashMap::new() }
    }

    fn said(&self, given: &Given, findings: &mut Vec<Finding>) -> Said {
        let values = given.values.iter().map(|(key, all)| ((*key).to_owned(), all.clone())).collect();
        let mut said = Said {
            values,
            lang: self.picture.lang,
            see: self.picture.see,
            organization: None,
            called: String::new(),
            places: Vec::new(),
            own: false,
            version: 0,
        };
        // Who runs a place that names nobody else is the place itself.
        let called = [said.get("organization"), said.get("name")].into_iter().find(|text| !text.is_empty());
        said.called = called.unwrap_or_default().trim().to_owned();
        said.organization = self.picture.organizations.get(&fold(&said.called)).copied();
        said.places = places(&said, findings);
        for one in &mut said.places {
            one.known = self.picture.locations.get(&one.key).copied();
        }
        said
    }

    /// The service that a row is about, and whether by its id here.
    fn meant(&self, said: &Said) -> Option<(usize, bool)> {
        let id = said.get("id");
        if let Some(at) = Uuid::try_parse(id).ok().and_then(|id| self.by_id.get(&id)) {
            return Some((*at, true));
        }
        let of_source = (said.get("source").to_owned(), id.to_owned());
        let by_source = || self.by_id.get(self.picture.by_source.get(&of_source)?).copied();
        let by_name = || self.by_name.get(&(said.organization?, fold(said.get("name")))).copied();
        (!id.is_empty()).then(by_source).flatten().or_else(by_name).map(|at| (at, false))
    }

    /// Whether an earlier row is about the same.
    fn again(&mut self, said: &Said, number: i64) -> Option<i64> {
        let id = said.get("id");
        let about = if id.is_empty() {
            format!("name {} {}", fold(&said.called), fold(said.get("name")))
        } else {
            format!("id {id}")
        };
        let first = *self.rows.entry(about).or_insert(number);
        (first != number).then_some(first)
    }

    /// What a row does to a service that is kept.
    fn compare(&self, said: &mut Said, kept: &Kept, findings: &mut Vec<Finding>) -> Verdict {
        said.version = kept.service.version;
        let before = kept.service.facts(&kept.places);
        let (after, found) = said.merged(&before, &self.picture.words, self.picture.today);
        findings.extend(found);
        let new_place = said.places.iter().any(|one| one.known.is_none_or(|id| !kept.places.contains(&id)));
        let theirs = said.day("verified").filter(|_| !said.own);
        let ours = kept.service.verified_on;
        let fresher = theirs.is_some_and(|on| ours.is_none_or(|ours| ours < on));
        if after == before && !new_place && !fresher {
            return Verdict::Same;
        }
        if overwriting(ours, said.day("verified")) == Overwriting::Asks {
            let key = format!("newer:{}", kept.service.id);
            return match self.picture.answers.get(&key).map(String::as_str) {
                Some("keep") => Verdict::Same,
                Some("take") => Verdict::Change,
                _ => {
                    let asks = Finding::asking(None, "exchange-newer-here", key, &["keep", "take"]);
                    let name = kept.service.name.plain(self.picture.lang).to_owned();
                    let day = ours.map(|on| on.to_string()).unwrap_or_default();
                    findings.push(asks.with("name", name).with("before", day));
                    Verdict::Change
                }
            };
        }
        Verdict::Change
    }

    /// What a row would add is read as what it changes is: on top of nothing.
    fn check_new(&self, said: &Said, findings: &mut Vec<Finding>) {
        let nobody = OrganizationId(Uuid::nil());
        let (after, found) = said.merged(&nothing(nobody, said.see), &self.picture.words, self.picture.today);
        findings.extend(found);
        if after.name.is_empty() && !findings.iter().any(|one| one.wrong) {
            findings.push(Finding::refused(Some("name"), &LineRefusal::Empty));
        }
        if after.needs.0.is_empty() && listed(said.get("needs")).is_empty() {
            findings.push(Finding::noted(Some("needs"), "exchange-no-need"));
        }
    }
}

/// A service of which nothing is known yet.
pub(super) fn nothing(organization: OrganizationId, visibility: Visibility) -> ServiceFacts {
    ServiceFacts {
        organization,
        name: Text::default(),
        about: Text::default(),
        status: Status::Active,
        visibility,
        informal: false,
        stream: None,
        needs: crate::needs::NeedIds::default(),
        facts: Facts::default(),
        months: u32::try_from(MONTHS).unwrap_or(12),
        locations: Vec::new(),
        source: String::new(),
        source_on: None,
    }
}

impl Judge for ServiceJudge {
    fn judge(&mut self, given: &Given) -> Judged {
        let mut findings = Vec::new();
        let mut said = self.said(given, &mut findings);
        if let Some(row) = self.again(&said, given.number) {
            findings.push(Finding { wrong: true, ..Finding::noted(None, "exchange-twice").with("n", row) });
        }
        if said.day("verified").is_some_and(|on| on > self.picture.today) {
            findings.push(Finding::refused(Some("verified"), &crate::rules::DirectoryRefusal::Future));
        }
        let meant = self.meant(&said);
        said.own = meant.is_some_and(|(_, own)| own);
        let kept = meant.and_then(|(at, _)| self.picture.services.get(at));
        let verdict = match kept {
            Some(kept) => self.compare(&mut said, kept, &mut findings),
            None => {
                self.check_new(&said, &mut findings);
                Verdict::Add
            }
        };
        let target = kept.map(|one| one.service.id.0);
        let names = target.map(|id| Ref::from(ServiceId(id))).into_iter().collect();
        let record = serde_json::to_value(&said).unwrap_or_default();
        Judged { verdict, record, target, names, candidates: Vec::new(), findings, waits: false }
    }
}
