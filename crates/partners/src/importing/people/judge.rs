//! Reading the rows of a sheet of people against those that are kept. Pure: it works on a picture that was loaded before.

use super::{
    consent::Words,
    places::{Found, Organizations, leftover},
    said::{Agreed, Said, SaidPlace, Whose},
};
use crate::{
    OrganizationId, PersonId,
    contact::ContactKind,
    importing::{
        cells::Reader,
        known::{KnownPerson, People},
        noted,
    },
    rules::{self, Visibility, check_person},
    store::people::Person,
};
use jiff::civil::Date;
use platform::{
    batch::{Candidate, Finding, Given, Judge, Judged, Verdict},
    consent::{Basis, ConsentFact, Standing, standing},
    errors::{Error, FieldRefusal},
    ids::Ref,
    langs::Lang,
    text::{Text, fold},
};
use std::collections::HashMap;
use uuid::Uuid;

/// The answers to the questions about a whole sheet.
#[derive(Debug, Clone, Copy)]
pub struct Answers {
    /// Whether a row that names an organization which is not kept is refused.
    pub refuse_unknown: bool,
    /// Who may know of those that are new.
    pub see: Visibility,
    /// Whether the sheet counts where it and the record differ.
    pub overwrite: bool,
    /// The language of the sheet.
    pub lang: Lang,
}

/// What is kept, as rows are compared with it.
pub struct Picture {
    /// The people that are kept, as they are found.
    pub people: People,
    /// Their records.
    pub records: HashMap<PersonId, Person>,
    /// What they do where they speak.
    pub titles: HashMap<(PersonId, OrganizationId), Text>,
    /// What the ledger of consent holds about them; empty when the sheet says nothing of it.
    pub facts: HashMap<Uuid, Vec<ConsentFact>>,
    /// The organizations for which they may speak.
    pub organizations: Organizations,
    /// Words for languages to write in.
    pub langs: HashMap<String, Lang>,
    /// Words for who may know.
    pub visibilities: HashMap<String, Visibility>,
    /// Words about consent.
    pub consents: Words,
    /// What was answered about the sheet.
    pub answers: Answers,
    /// The present day.
    pub today: Date,
}

/// Reads rows against a [`Picture`].
pub struct PeopleJudge {
    picture: Picture,
    /// Rows before this one that add somebody, by folded name and address.
    by_mail: HashMap<(String, String), i64>,
    /// The same by folded name and organization, with the address of the row.
    by_place: HashMap<(String, Option<OrganizationId>), (i64, String)>,
}

/// A row, read: what it says, where, and by which addresses.
struct Row {
    said: Said,
    places: Vec<SaidPlace>,
    reached: Vec<(ContactKind, String)>,
    id: String,
}

impl Row {
    fn mails(&self) -> impl Iterator<Item = String> {
        self.reached.iter().filter(|(kind, _)| *kind == ContactKind::Mail).map(|(_, value)| fold(value))
    }

    fn organizations(&self) -> impl Iterator<Item = OrganizationId> {
        self.places.iter().filter_map(|place| place.of)
    }
}

/// Whom a row means.
enum Meant {
    /// One that is kept.
    Known(PersonId),
    /// Somebody else, unless it is one of these.
    New(Vec<PersonId>),
    /// Nobody: its reference is wrong.
    Nobody,
}

impl PeopleJudge {
    /// Ready for the first row.
    pub fn new(picture: Picture) -> Self {
        Self { picture, by_mail: HashMap::new(), by_place: HashMap::new() }
    }

    fn read(&self, given: &Given, findings: &mut Vec<Finding>) -> Row {
        let answers = self.picture.answers;
        let mut says = Reader { given, findings };
        let mut said = Said {
            name: says.line("name"),
            visibility: says.word("visibility", &self.picture.visibilities),
            note: says.prose("note", rules::NOTE),
            see: Some(answers.see),
            overwrite: answers.overwrite,
            ..Said::nothing(answers.lang)
        };
        let language = says.line("lang");
        said.lang = self.picture.langs.get(&fold(&language)).copied();
        let mut rest = Vec::new();
        if said.lang.is_none() && !language.is_empty() {
            rest.push(leftover("lang", language, says.findings));
        }
        let Found { places, left } = self.picture.organizations.places(&mut says, answers.refuse_unknown);
        rest.extend(left);
        let mut reached = Vec::new();
        for (key, kind) in [("mail", ContactKind::Mail), ("phone", ContactKind::Phone)] {
            reached.extend(says.contacts(key, kind).into_iter().map(|value| (kind, value)));
        }
        said.agreed = self.picture.consents.read(given, self.picture.today, says.findings).map(Agreed::from);
        said.note = rest.iter().fold(said.note, |note, one| noted(&note, one));
        Row { said, places, reached, id: says.line("id") }
    }

    /// Whom a row means: who has its reference; who has its name and its address; who has its name and speaks for its organization. Who
    /// has only one of these may be meant.
    fn meant(&self, row: &Row, findings: &mut Vec<Finding>) -> Meant {
        if !row.id.is_empty() {
            let known = row.id.parse().ok().map(PersonId).filter(|id| self.picture.records.contains_key(id));
            return known.map_or_else(
                || {
                    findings.push(Finding::refused(Some("id"), &FieldRefusal::NotAChoice));
                    Meant::Nobody
                },
                Meant::Known,
            );
        }
        let (people, name) = (&self.picture.people, fold(&row.said.name));
        let has_mail = |one: &KnownPerson| row.mails().any(|mail| one.has_mail(&mail));
        let speaks = |one: &KnownPerson| row.organizations().any(|of| one.speaks_for(of));
        let called: Vec<&KnownPerson> = people.called(&name).collect();
        let by_mail: Vec<PersonId> = called.iter().filter(|one| has_mail(one)).map(|one| one.id).collect();
        let by_place: Vec<PersonId> = called.iter().filter(|one| speaks(one)).map(|one| one.id).collect();
        match (by_mail.as_slice(), by_place.as_slice()) {
            ([one], _) | ([], [one]) => return Meant::Known(*one),
            ([], []) => {}
            (several @ [_, ..], _) | ([], several) => return Meant::New(several.to_vec()),
        }
        let mut near: Vec<PersonId> = called.iter().map(|one| one.id).collect();
        near.extend(
            row.mails().flat_map(|mail| people.reached_by(&mail).map(|one| one.id).collect::<Vec<_>>()),
        );
        near.sort_unstable_by_key(|id| id.0);
        near.dedup();
        Meant::New(near)
    }

    /// The row of the same sheet that means the same new person: of her name and address, or of her name at one of her organizations,
    /// where the two do not give different addresses.
    fn earlier(&self, row: &Row) -> Option<i64> {
        let name = fold(&row.said.name);
        let by_mail = row.mails().find_map(|mail| self.by_mail.get(&(name.clone(), mail)).copied());
        let mail = row.mails().next().unwrap_or_default();
        let at = |of: Option<OrganizationId>| {
            let (number, other) = self.by_place.get(&(name.clone(), of))?;
            (mail.is_empty() || other.is_empty() || *other == mail).then_some(*number)
        };
        let alone = || at(None).filter(|_| row.places.is_empty() && mail.is_empty());
        by_mail.or_else(|| row.organizations().find_map(|of| at(Some(of)))).or_else(alone)
    }

    fn remember(&mut self, row: &Row, number: i64) {
        let name = fold(&row.said.name);
        let first = row.mails().next().unwrap_or_default();
        for mail in row.mails() {
            self.by_mail.entry((name.clone(), mail)).or_insert(number);
        }
        let places = row.organizations().map(Some).chain(row.places.is_empty().then_some(None));
        for of in places {
            let place = self.by_place.entry((name.clone(), of)).or_insert_with(|| (number, first.clone()));
            if place.0 == number && place.1.is_empty() {
                place.1.clone_from(&first);
            }
        }
    }

    /// What a row changes of somebody who is kept.
    fn change(&self, row: &mut Row, id: PersonId, findings: &mut Vec<Finding>) -> Verdict {
        let (Some(kept), Some(known)) = (self.picture.records.get(&id), self.picture.people.with(id)) else {
            return Verdict::Refuse;
        };
        row.said.whose = Whose::Known(id);
        row.said.version = kept.version;
        self.what_differs(row, kept, findings);
        self.place(row, Some(known), findings);
        self.keep_her_no(row, id, findings);
        let facts = kept.facts();
        let after = row.said.merged(&facts);
        if let Err(Error::Refused(why)) = check_person(&after) {
            findings.push(Finding::refused(None, why.as_ref()));
        }
        let is_there = |place: &SaidPlace| {
            place.mail.is_empty() && place.phone.is_empty() && place.of.is_none_or(|of| known.speaks_for(of))
        };
        let changes = after != facts || row.said.agreed.is_some() || !row.said.places.iter().all(is_there);
        if changes { Verdict::Change } else { Verdict::Same }
    }

    /// A consent that the ledger holds already says nothing new; a yes from a list does not count against a no of hers.
    fn keep_her_no(&self, row: &mut Row, id: PersonId, findings: &mut Vec<Finding>) {
        let (Some(agreed), Some(facts)) = (&row.said.agreed, self.picture.facts.get(&id.0)) else { return };
        if agreed.is_among(facts) {
            row.said.agreed = None;
            return;
        }
        let no = matches!(standing(facts, &agreed.purpose, self.picture.today), Standing::SaidNo(_));
        if no && agreed.basis() != Some(Basis::Withdrawal) {
            findings.push(Finding::noted(Some("consent"), "import-people-said-no"));
            row.said.agreed = None;
        }
    }

    /// Says what the record says otherwise, and what becomes of it.
    fn what_differs(&self, row: &Row, kept: &Person, findings: &mut Vec<Finding>) {
        for place in &row.places {
            let title = place.of.and_then(|of| self.picture.titles.get(&(kept.id, of)));
            let Some(title) = title.filter(|_| !place.title.is_empty()) else { continue };
            if !title.pieces().any(|(_, piece)| piece.text == place.title) {
                let found = Finding::noted(Some("title"), "import-people-differs");
                let after = title.plain(self.picture.answers.lang);
                findings.push(found.with("before", place.title.clone()).with("after", after));
            }
        }
        if row.said.overwrite {
            return;
        }
        for (column, is_other) in [
            ("lang", row.said.lang.is_some_and(|lang| lang != kept.lang)),
            ("visibility", row.said.visibility.is_some_and(|visibility| visibility != kept.visibility)),
        ] {
            if is_other {
                findings.push(Finding::noted(Some(column), "import-people-stays"));
            }
        }
    }

    /// Gives each address and number its place: with the first organization of the row that has none, else of her own. What she is
    /// reached by already needs none; what finds no place goes into the note.
    fn place(&self, row: &mut Row, known: Option<&KnownPerson>, findings: &mut Vec<Finding>) {
        let mut places = row.places.clone();
        places.push(SaidPlace::default());
        for (kind, value) in &row.reached {
            if known.is_some_and(|one| one.is_reached_by(*kind, value)) {
                continue;
            }
            let is_free = |place: &SaidPlace| {
                place.is_free(*kind) && !known.is_some_and(|one| one.is_reached_at(place.of, *kind))
            };
            match places.iter_mut().find(|place| is_free(place)) {
                Some(place) => place.at(*kind).clone_from(value),
                None => {
                    let kept = leftover(kind.code(), value.clone(), findings);
                    row.said.note = noted(&row.said.note, &kept);
                }
            }
        }
        places.retain(|place| *place != SaidPlace::default());
        row.said.places = places;
    }

    fn verdict(
        &mut self,
        given: &Given,
        row: &mut Row,
        findings: &mut Vec<Finding>,
    ) -> (Verdict, Vec<PersonId>) {
        let near = match self.meant(row, findings) {
            Meant::Nobody => return (Verdict::Refuse, Vec::new()),
            Meant::Known(id) => return (self.change(row, id, findings), vec![id]),
            Meant::New(near) => near,
        };
        self.place(row, None, findings);
        if let Err(Error::Refused(why)) = check_person(&row.said.person()) {
            let column = if row.said.name.is_empty() { Some("name") } else { None };
            findings.push(Finding::refused(column, why.as_ref()));
        }
        if let Some(number) = self.earlier(row) {
            self.remember(row, number);
            row.said.whose = Whose::Row(number);
            findings.push(Finding::noted(None, "import-people-same-as-row").with("n", number));
            return (Verdict::Add, Vec::new());
        }
        self.remember(row, given.number);
        if near.is_empty() { (Verdict::Add, Vec::new()) } else { (Verdict::Ask, near) }
    }
}

impl Judge for PeopleJudge {
    fn judge(&mut self, given: &Given) -> Judged {
        let mut findings = Vec::new();
        let mut row = self.read(given, &mut findings);
        let (verdict, people) = self.verdict(given, &mut row, &mut findings);
        let target = match verdict {
            Verdict::Change | Verdict::Same => people.first().map(|id| id.0),
            _ => None,
        };
        let name =
            |id: &PersonId| self.picture.records.get(id).map(|one| one.name.clone()).unwrap_or_default();
        let candidates = match verdict {
            Verdict::Ask => people.iter().map(|id| Candidate { id: id.0, name: name(id) }).collect(),
            _ => Vec::new(),
        };
        let record = serde_json::to_value(&row.said).unwrap_or_default();
        let names = target.map(|id| Ref::new("person", id)).into_iter().collect();
        Judged { verdict, record, target, names, candidates, findings, waits: false }
    }
}
