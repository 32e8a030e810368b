//! Reading the rows of a sheet of partners against those that are kept. Pure: it works on a picture that was loaded before.

use super::{
    cells::Reader,
    known::{KnownPerson, People},
    meant::{sector_called, sector_meant},
    said::{Fresh, InSector, Said, SaidPerson, Whose},
};
use crate::{
    OrganizationId, SectorId,
    contact::ContactKind,
    rules::{self, PartnerRefusal, Visibility, check_organization},
    store::organizations::Organization,
};
use areas::AreaId;
use jiff::civil::Date;
use platform::{
    batch::{Candidate, Finding, Given, Judge, Judged, Verdict},
    errors::Error,
    langs::Lang,
    text::fold,
};
use sheets::matches::{Index, Record};
use std::collections::HashMap;

/// The answers to the questions about a whole sheet.
#[derive(Debug, Clone, Copy)]
pub struct Answers {
    /// Whether those without a day have joined today.
    pub partners: bool,
    /// Whether sectors that are not on the list are added to it.
    pub new_sectors: bool,
    /// Who may know of what is new.
    pub see: Visibility,
    /// Whether the sheet counts where it and the record differ.
    pub overwrite: bool,
    /// The language of the sheet.
    pub lang: Lang,
}

/// What is kept, as rows are compared with it.
pub struct Picture {
    /// The organizations that are kept, with how they are reached.
    pub organizations: Vec<(Organization, Vec<(ContactKind, String)>)>,
    /// The people that are kept.
    pub people: People,
    /// Folded names and codes of sectors, areas, kinds and visibilities.
    pub sectors: HashMap<String, SectorId>,
    /// What sectors are called for whoever brings the sheet.
    pub sector_names: HashMap<SectorId, String>,
    /// The same of areas.
    pub areas: HashMap<String, AreaId>,
    /// Words for registered (true) and informal.
    pub kinds: HashMap<String, bool>,
    /// Words for who may know.
    pub visibilities: HashMap<String, Visibility>,
    /// What was answered about the sheet.
    pub answers: Answers,
    /// The present day.
    pub today: Date,
}

/// Reads rows against a [`Picture`].
pub struct PartnerJudge {
    picture: Picture,
    by_name: HashMap<String, Vec<usize>>,
    by_slug: HashMap<String, usize>,
    near: Index,
    /// Rows before this one that add an organization, by its folded name.
    rows: HashMap<String, i64>,
}

impl PartnerJudge {
    /// Ready for the first row.
    pub fn new(picture: Picture) -> Self {
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        let mut by_slug = HashMap::new();
        let mut records = Vec::new();
        for (at, (organization, _)) in picture.organizations.iter().enumerate() {
            by_slug.insert(organization.slug.clone(), at);
            for (_, piece) in organization.name.pieces() {
                let places = by_name.entry(fold(&piece.text)).or_default();
                if !places.contains(&at) {
                    places.push(at);
                }
            }
            records.push(record(at, organization));
        }
        let near = Index::new(&records);
        Self { picture, by_name, by_slug, near, rows: HashMap::new() }
    }

    fn read(&self, given: &Given, findings: &mut Vec<Finding>) -> Said {
        let mut says = Reader { given, findings };
        let mut said = Said {
            name: says.line("name"),
            name_fr: says.line("name-fr"),
            langs: given.all("language").to_vec(),
            about: says.prose("about", rules::ABOUT),
            note: says.prose("note", rules::NOTE),
            joined_on: says.day("joined"),
            left_on: says.day("left"),
            web: says.contact("web", ContactKind::Web),
            overwrite: self.picture.answers.overwrite,
            ..Said::nothing(self.picture.answers.lang)
        };
        if said.lang == Lang::Fr && said.name_fr.is_empty() {
            said.name_fr = std::mem::take(&mut said.name);
        }
        let joined_on = self.picture.answers.partners.then_some(self.picture.today);
        said.fresh = Fresh { joined_on, visibility: Some(self.picture.answers.see) };
        said.sector = self.sector(&mut says);
        said.area = self.area(&mut says);
        said.formal = says.word("kind", &self.picture.kinds);
        said.visibility = says.word("visibility", &self.picture.visibilities);
        let (mail, phone) =
            (says.contact("mail", ContactKind::Mail), says.contact("phone", ContactKind::Phone));
        let person = says.line("person");
        if person.is_empty() {
            (said.mail, said.phone) = (mail, phone);
        } else {
            let lang = given.get("person-language").parse().unwrap_or(said.lang);
            let title = says.line("title");
            said.person = Some(SaidPerson { name: person, known: None, lang, title, mail, phone });
        }
        said
    }

    /// A sector by its name in any language or by its code, or the one whose name holds these words; what is not on the list is added or
    /// left empty, as was answered.
    fn sector(&self, says: &mut Reader<'_>) -> Option<InSector> {
        let word = says.line("sector");
        if word.is_empty() {
            return None;
        }
        if let Some(id) = self.picture.sectors.get(&fold(&word)) {
            return Some(InSector::Known(*id));
        }
        if let Some(id) = sector_meant(&fold(&word), &self.picture.sectors) {
            let name = self.picture.sector_names.get(&id).cloned().unwrap_or_default();
            let read_as = Finding::noted(Some("sector"), "import-cleaned");
            says.findings.push(read_as.with("before", word).with("after", name));
            return Some(InSector::Known(id));
        }
        let word = sector_called(&word);
        let can_be_added = self.picture.answers.new_sectors && !rules::slug_of(&word).is_empty();
        let code = if can_be_added { "import-sector-added" } else { "import-sector-left" };
        says.findings.push(Finding::noted(Some("sector"), code).with("before", word.clone()));
        can_be_added.then_some(InSector::New(word))
    }

    fn area(&self, says: &mut Reader<'_>) -> Option<AreaId> {
        let word = says.line("area");
        let found = self.picture.areas.get(&fold(&word)).copied();
        if found.is_none() && !word.is_empty() {
            says.findings.push(Finding::noted(Some("area"), "import-area-left").with("before", word));
        }
        found
    }

    /// Whom the row may mean among those that are kept: surely one, or several that are near.
    fn meant(&self, said: &Said) -> (Option<usize>, Vec<usize>) {
        let mut same: Vec<usize> = Vec::new();
        for name in [&said.name, &said.name_fr].into_iter().filter(|name| !name.is_empty()) {
            same.extend(self.by_name.get(&fold(name)).into_iter().flatten());
            same.extend(self.by_slug.get(name.as_str()));
        }
        same.sort_unstable();
        same.dedup();
        // Of several with one name, the one at the same place is meant.
        let at_place = |at: &&usize| {
            said.area.is_some() && self.organization(**at).is_some_and(|one| one.area == said.area)
        };
        match same.as_slice() {
            [one] => (Some(*one), Vec::new()),
            [] => (None, self.near(said)),
            several => {
                let mut there = several.iter().filter(at_place);
                match (there.next(), there.next()) {
                    (Some(one), None) => (Some(*one), Vec::new()),
                    _ => (None, same),
                }
            }
        }
    }

    /// Those whose names are like the row's.
    fn near(&self, said: &Said) -> Vec<usize> {
        let (name, other) =
            if said.name.is_empty() { (&said.name_fr, "") } else { (&said.name, &*said.name_fr) };
        let others = Some(other.to_owned()).filter(|other| !other.is_empty()).into_iter().collect();
        let place = said.area.map(|area| area.to_string());
        let asked = Record { name: name.clone(), others, place, ..Record::default() };
        self.near.find(&asked).iter().filter_map(|found| found.key.parse().ok()).collect()
    }

    fn organization(&self, at: usize) -> Option<&Organization> {
        self.picture.organizations.get(at).map(|(one, _)| one)
    }

    /// Who is meant by a person at an organization: whoever has her address, else whoever of her name speaks for it.
    fn known_person(&self, person: &SaidPerson, of: Option<OrganizationId>) -> Option<&KnownPerson> {
        let (name, mail) = (fold(&person.name), fold(&person.mail));
        let people = || self.picture.people.called(&name);
        let by_mail = people().find(|one| !mail.is_empty() && one.has_mail(&mail));
        by_mail.or_else(|| people().find(|one| of.is_some_and(|of| one.speaks_for(of))))
    }

    /// Whether the row says something of an organization that is kept that is not there yet.
    pub(super) fn changes(&self, at: usize, said: &Said) -> bool {
        let Some((kept, contacts)) = self.picture.organizations.get(at) else { return false };
        let sector = match &said.sector {
            Some(InSector::Known(id)) => Some(*id),
            Some(InSector::New(_)) if kept.sector.is_none() => return true,
            _ => None,
        };
        let facts = kept.facts();
        let lacks = |kind: ContactKind, value: &str| {
            !value.is_empty() && !contacts.iter().any(|(known, _)| *known == kind)
        };
        said.merged(&facts, sector, self.picture.today) != facts
            || lacks(ContactKind::Mail, &said.mail)
            || lacks(ContactKind::Phone, &said.phone)
            || lacks(ContactKind::Web, &said.web)
            || said.person.as_ref().is_some_and(|person| {
                let known = person.known.and_then(|known| self.picture.people.with(known));
                !known.is_some_and(|one| one.speaks_for(kept.id))
                    || !self.new_reach(person, kept.id).is_empty()
            })
    }

    /// What a row adds to how somebody who is known is reached at an organization: what she is not reached by there yet.
    fn new_reach(&self, said: &SaidPerson, of: OrganizationId) -> Vec<(&'static str, String)> {
        let Some(person) = said.known.and_then(|id| self.picture.people.with(id)) else {
            return Vec::new();
        };
        [("mail", ContactKind::Mail, &said.mail), ("phone", ContactKind::Phone, &said.phone)]
            .into_iter()
            .filter(|(_, kind, value)| !value.is_empty() && !person.is_reached_at(Some(of), *kind))
            .map(|(column, _, value)| (column, value.clone()))
            .collect()
    }

    fn verdict(
        &mut self,
        given: &Given,
        said: &mut Said,
        findings: &mut Vec<Finding>,
    ) -> (Verdict, Vec<usize>) {
        let key = fold(said.called());
        let (one, near) = self.meant(said);
        let of = one.and_then(|at| self.organization(at)).map(|one| one.id);
        if let Some(person) = &said.person {
            let known = self.known_person(person, of).map(|one| one.id);
            let namesake = self.picture.people.called(&fold(&person.name)).next().is_some();
            if known.is_none() && namesake {
                findings.push(
                    Finding::noted(Some("person"), "import-person-namesake")
                        .with("name", person.name.clone()),
                );
            }
            said.person = Some(SaidPerson { known, ..person.clone() });
        }
        if let (Some(at), Some(of)) = (one, of) {
            said.whose = Whose::Known(of);
            for (column, value) in said.person.iter().flat_map(|person| self.new_reach(person, of)) {
                let name = said.person.as_ref().map(|person| person.name.clone()).unwrap_or_default();
                let added = Finding::noted(Some(column), "import-reach-added");
                findings.push(added.with("name", name).with("after", value));
            }
            if !self.changes(at, said) {
                return (Verdict::Same, vec![at]);
            }
            self.check_merged(at, said, findings);
            return (Verdict::Change, vec![at]);
        }
        if let Some(row) = self.rows.get(&key) {
            said.whose = Whose::Row(*row);
            findings.push(Finding::noted(None, "import-same-as-row").with("n", *row));
            return (Verdict::Add, Vec::new());
        }
        self.rows.insert(key, given.number);
        if near.is_empty() { (Verdict::Add, Vec::new()) } else { (Verdict::Ask, near) }
    }

    /// What the rules say of a record as it would be after a row.
    fn check_merged(&self, at: usize, said: &mut Said, findings: &mut Vec<Finding>) {
        let Some(kept) = self.organization(at) else { return };
        said.version = kept.version;
        if let Err(Error::Refused(why)) =
            check_organization(&said.merged(&kept.facts(), None, self.picture.today))
        {
            findings.push(Finding::refused(None, why.as_ref()));
        }
    }

    /// What the rules say of the organization that a row would add.
    fn check_new(&self, said: &Said, findings: &mut Vec<Finding>) {
        let slug = rules::slug_of(said.called());
        // A name without a letter that can stand in an address gets a number there.
        let slug = if slug.is_empty() { "organization".to_owned() } else { slug };
        if let Err(Error::Refused(why)) =
            check_organization(&said.organization(slug, None, self.picture.today))
        {
            let column = match why.code() {
                "partner-left-first" => Some("left"),
                "partner-nameless" => Some("name"),
                _ => None,
            };
            findings.push(Finding::refused(column, why.as_ref()));
        }
        if said.joined_on.is_some_and(|day| day > self.picture.today) {
            findings.push(Finding::refused(Some("joined"), &PartnerRefusal::Future));
        }
    }
}

impl Judge for PartnerJudge {
    fn judge(&mut self, given: &Given) -> Judged {
        let mut findings = Vec::new();
        let mut said = self.read(given, &mut findings);
        let (verdict, places) = self.verdict(given, &mut said, &mut findings);
        if matches!(verdict, Verdict::Add | Verdict::Ask) && said.whose == Whose::New {
            self.check_new(&said, &mut findings);
        }
        let kept = || places.iter().filter_map(|at| self.organization(*at));
        let target = match verdict {
            Verdict::Change | Verdict::Same => kept().next().map(|one| one.id.0),
            _ => None,
        };
        let candidates = match verdict {
            Verdict::Ask => kept()
                .map(|one| Candidate { id: one.id.0, name: one.name.plain(Lang::En).to_owned() })
                .collect(),
            _ => Vec::new(),
        };
        let record = serde_json::to_value(&said).unwrap_or_default();
        let known = said.person.as_ref().and_then(|person| person.known);
        let names = target.map(|id| super::names(OrganizationId(id), known)).unwrap_or_default();
        // What is written about somebody who is known is seen at once.
        Judged { verdict, record, target, names, candidates, findings, waits: known.is_some() }
    }
}

/// An organization as names are compared; its key is its place in the picture.
fn record(at: usize, organization: &Organization) -> Record {
    let mut names = organization.name.pieces().map(|(_, piece)| piece.text.clone());
    let name = names.next().unwrap_or_default();
    let place = organization.area.map(|area| area.to_string());
    Record { key: at.to_string(), name, others: names.collect(), place, ..Record::default() }
}
