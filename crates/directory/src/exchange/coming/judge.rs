//! Reading the rows of a sheet of services against those that are kept. Pure: it works on a picture that was loaded before.

use super::{
    own::{ABOUT_THE_FILE, Form, Readers, says_the_same},
    places::{Kept, changed_places, places},
    preview,
    said::{Said, Words, listed},
    twins::{Likely, Twins},
};
use crate::{
    LocationId, ServiceId,
    exchange::shelf::Shelf,
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
    clock::Moment,
    ids::Ref,
    langs::Lang,
    text::{LineRefusal, Text, fold},
};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// What is said of a cell that is not kept.
const LEFT_OUT: &str = "exchange-left-out";

/// What is kept, as rows are compared with it.
pub(super) struct Picture {
    pub shelf: Shelf,
    /// Where each service is offered, places in the order of its page, those too that no file tells of.
    pub places: HashMap<ServiceId, Vec<LocationId>>,
    /// The ids of services in their sources.
    pub by_source: HashMap<(String, String), Uuid>,
    pub organizations: HashMap<String, OrganizationId>,
    pub locations: HashMap<String, LocationId>,
    pub words: Words,
    pub readers: Readers,
    /// The language in which whoever brings the sheet reads.
    pub reads: Lang,
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
    twins: Twins,
}

impl ServiceJudge {
    /// Ready for the first row.
    pub fn new(picture: Picture) -> Self {
        let (mut by_id, mut by_name) = (HashMap::new(), HashMap::new());
        for (at, service) in picture.shelf.services.iter().enumerate() {
            by_id.insert(service.id.0, at);
            for (_, piece) in service.name.pieces() {
                by_name.entry((service.organization_id, fold(&piece.text))).or_insert(at);
            }
        }
        Self { picture, by_id, by_name, rows: HashMap::new(), twins: Twins::default() }
    }

    /// Forgets the rows that it has seen.
    #[cfg(test)]
    pub fn forget_rows(&mut self) {
        self.rows.clear();
    }

    fn said(&self, given: &Given) -> Said {
        let values = given.values.iter().map(|(key, all)| ((*key).to_owned(), all.clone())).collect();
        let mut said = Said {
            values,
            lang: given.get("texts").parse().unwrap_or(self.picture.lang),
            see: self.picture.see,
            organization: None,
            called: String::new(),
            places: Vec::new(),
            is_everywhere: false,
            own: false,
            known_as: String::new(),
            apart_from: None,
            is_link: false,
            version: 0,
        };
        // Who runs a place that names nobody else is the place itself.
        let called = [said.get("organization"), said.get("name")].into_iter().find(|text| !text.is_empty());
        said.called = called.unwrap_or_default().trim().to_owned();
        said.organization = self.picture.organizations.get(&fold(&said.called)).copied();
        let id = said.get("id");
        said.known_as = if id.is_empty() {
            format!("name {} {}", fold(&said.called), fold(said.get("name"))).chars().take(190).collect()
        } else {
            id.chars().take(190).collect()
        };
        said
    }

    /// The service that a row is about, and whether by its id here.
    fn meant(&self, said: &Said) -> Option<(usize, bool)> {
        let id = said.get("id");
        if let Some(at) = Uuid::try_parse(id).ok().and_then(|id| self.by_id.get(&id)) {
            return Some((*at, true));
        }
        let of_source = (said.get("source").to_owned(), said.known_as.clone());
        let by_source = || self.by_id.get(self.picture.by_source.get(&of_source)?).copied();
        let by_name = || self.by_name.get(&(said.organization?, fold(said.get("name")))).copied();
        by_source().or_else(by_name).map(|at| (at, false))
    }

    /// Refuses a row when an earlier one is about the same.
    fn refuse_again(&mut self, same: String, number: i64, findings: &mut Vec<Finding>) {
        let first = *self.rows.entry(same).or_insert(number);
        if first != number {
            findings.push(Finding { wrong: true, ..Finding::noted(None, "exchange-twice").with("n", first) });
        }
    }

    /// What a record that is kept says in the form of the row's file.
    fn form(&self, said: &Said, kept: &Service) -> Form {
        let is_packed = !said.get("form").is_empty();
        self.picture.readers.form(&self.picture.shelf, kept, (said.lang, is_packed))
    }

    /// Leaves of a row about a record of this house what it says otherwise than the record does, and reads where that is.
    fn differs(&self, said: &mut Said, kept: &Service, findings: &mut Vec<Finding>) {
        let own = self.form(said, kept);
        said.values.retain(|column, values| {
            ABOUT_THE_FILE.contains(&column.as_str()) || !says_the_same(column, (values, &own))
        });
        let there: Vec<Kept<'_>> = self
            .picture
            .shelf
            .offers_of(kept.id)
            .map(|(offer, place)| Kept { id: offer.location, place })
            .collect();
        let changed = changed_places((said, self.picture.today), (&there, &own), findings);
        said.is_everywhere = changed.is_some();
        said.places = changed.unwrap_or_default();
    }

    /// Where a row of others says that something is offered.
    fn placed(&self, said: &mut Said, findings: &mut Vec<Finding>) {
        said.places = places(said, self.picture.today, findings);
        for one in &mut said.places {
            one.known = self.picture.locations.get(&one.key).copied();
        }
    }

    fn answer(&self, key: &str) -> Option<&str> {
        self.picture.answers.get(key).map(String::as_str)
    }

    /// What a row does to a service that is kept.
    fn compare(&self, said: &mut Said, kept: &Service, findings: &mut Vec<Finding>) -> Verdict {
        said.version = kept.version;
        let there = self.picture.places.get(&kept.id).map_or(&[][..], Vec::as_slice);
        let before = kept.facts(there);
        let (after, found) = said.merged(&before, &self.picture.words, self.picture.today);
        let is_offered = |one: &super::places::SaidPlace| one.known.is_some_and(|id| there.contains(&id));
        let moves = said.is_everywhere || !said.places.iter().all(is_offered);
        let ours = kept.verified_on;
        let fresher = said.day("verified").is_some_and(|on| ours.is_none_or(|ours| ours < on));
        if after == before && !moves && !fresher {
            // What cannot be kept is told, although nothing changes.
            let is_told = |one: &Finding| one.wrong || said.own && one.code == LEFT_OUT;
            findings.extend(found.into_iter().filter(is_told));
            return Verdict::Same;
        }
        findings.extend(found);
        findings.extend(preview::changes(&self.picture.readers, &self.picture.shelf, (said, kept), &after));
        let name = kept.name.plain(self.picture.lang).to_owned();
        let asks = |code: &str, key: String, before: String| {
            Finding::asking(None, code, key, &["keep", "take"])
                .with("name", name.clone())
                .with("before", before)
        };
        let mut open = Vec::new();
        if overwriting(ours, said.day("verified").or(ours.filter(|_| said.own))) == Overwriting::Asks {
            let day = ours.map(|on| on.to_string()).unwrap_or_default();
            open.push(asks("exchange-newer-here", format!("newer:{}", kept.id), day));
        }
        let since = Moment::try_from(said.get("changed").to_owned()).ok();
        if said.own && since.is_some_and(|since| since < kept.changed_at) {
            let day = kept.changed_at.to_string();
            open.push(asks("exchange-changed-here", format!("changed:{}", kept.id), day));
        }
        let mut verdict = Verdict::Change;
        for one in open {
            let key = one.asks.as_ref().map_or("", |asks| asks.key.as_str());
            match self.answer(key) {
                Some("keep") => verdict = Verdict::Same,
                Some("take") => {}
                _ => findings.push(one),
            }
        }
        verdict
    }

    /// What a row would add is read as what it changes is: on top of nothing.
    fn check_new(&self, said: &Said, findings: &mut Vec<Finding>) -> ServiceFacts {
        let nobody = OrganizationId(Uuid::nil());
        let (after, found) = said.merged(&nothing(nobody, said.see), &self.picture.words, self.picture.today);
        findings.extend(found);
        if after.name.is_empty() && !findings.iter().any(|one| one.wrong) {
            findings.push(Finding::refused(Some("name"), &LineRefusal::Empty));
        }
        if after.needs.0.is_empty() && listed(said.get("needs")).is_empty() {
            findings.push(Finding::noted(Some("needs"), "exchange-no-need"));
        }
        after
    }

    /// What becomes of a row that is about nothing known here: it is added, unless somebody says that it is one that is likely the same.
    fn add(&mut self, said: &mut Said, number: i64, findings: &mut Vec<Finding>) -> (Verdict, Option<usize>) {
        let new = self.check_new(said, findings);
        if findings.iter().any(|one| one.wrong) {
            return (Verdict::Add, None);
        }
        let Some(Likely { at, like, is_likely }) = self.twins.like(&self.picture.shelf, (said, &new)) else {
            return (Verdict::Add, None);
        };
        let Some(twin) = self.picture.shelf.services.get(at).cloned() else { return (Verdict::Add, None) };
        let name = format!("{} ({})", twin.name.plain(said.lang), twin.organization.plain(said.lang));
        let signs = preview::signs(&self.picture.readers, self.picture.reads, &like);
        let told = |finding: Finding| finding.with("name", name.clone()).with("other", signs.clone());
        if !is_likely {
            findings.push(told(Finding::noted(None, "exchange-perhaps")));
            return (Verdict::Add, None);
        }
        let key = format!("twin:{number}");
        match self.answer(&key) {
            Some("link") => {
                said.values.retain(|column, _| ["id", "source"].contains(&column.as_str()));
                said.places.clear();
                said.is_link = true;
                said.version = twin.version;
                findings.clear();
                findings.push(told(Finding::noted(None, "exchange-linked")));
                (Verdict::Change, Some(at))
            }
            Some("join") => {
                findings.clear();
                let verdict = self.compare(said, &twin, findings);
                // Whoever says so has looked: nothing more is asked about it.
                findings.retain(|one| one.asks.is_none());
                (verdict, Some(at))
            }
            Some("apart") => {
                said.apart_from = Some(twin.id);
                (Verdict::Add, None)
            }
            _ => {
                let choices = ["link", "join", "apart"];
                findings.push(told(Finding::asking(None, "exchange-twin", key, &choices)));
                (Verdict::Add, None)
            }
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
        let mut said = self.said(given);
        self.refuse_again(said.known_as.clone(), given.number, &mut findings);
        if said.day("verified").is_some_and(|on| on > self.picture.today) {
            findings.push(Finding::refused(Some("verified"), &crate::rules::DirectoryRefusal::Future));
        }
        let meant = self.meant(&said);
        said.own = meant.is_some_and(|(_, own)| own);
        let kept = meant.and_then(|(at, _)| self.picture.shelf.services.get(at)).cloned();
        let (verdict, kept) = match kept {
            Some(kept) => {
                if said.own {
                    self.differs(&mut said, &kept, &mut findings);
                } else {
                    self.placed(&mut said, &mut findings);
                }
                (self.compare(&mut said, &kept, &mut findings), meant.map(|(at, _)| at))
            }
            None => {
                self.placed(&mut said, &mut findings);
                self.add(&mut said, given.number, &mut findings)
            }
        };
        let target = kept.and_then(|at| self.picture.shelf.services.get(at)).map(|one| one.id.0);
        if let (Verdict::Change, Some(id)) = (verdict, target) {
            // Rows that are called differently may be about one record, by what somebody answered or by a source of each.
            self.refuse_again(format!("kept {id}"), given.number, &mut findings);
        }
        let names = target.map(|id| Ref::from(ServiceId(id))).into_iter().collect();
        let record = serde_json::to_value(&said).unwrap_or_default();
        Judged { verdict, record, target, names, candidates: Vec::new(), findings, waits: false }
    }
}
