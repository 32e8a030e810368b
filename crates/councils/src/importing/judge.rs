//! Reading what rows say about seats against the bodies as they stand. Pure: it works on boards that were loaded before, and fills them
//! row by row, so that a body that is full after half the sheet refuses the rest.

use super::{
    Said,
    bodies::{Named, find_body},
    columns::{BODY, CATEGORY, FROM, UNTIL},
};
use crate::{
    CategoryId, CouncilId, SeatId,
    rules::{
        placing::{OfSeat, Placing, Sitter, Wanted, place},
        seats::{Board, SeatOnBoard, grant_seat},
        terms::{AskForTerm, Holder, Term, hold},
    },
};
use jiff::civil::Date;
use partners::{OrganizationId, PersonId};
use platform::{
    batch::{Finding, Given, Judged, PartJudge, PartJudged, Verdict},
    errors::Refusal,
    langs::Lang,
    text::fold,
};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// A body with its seats, as rows fill it.
#[derive(Debug, Clone)]
pub struct Table {
    /// What it is called.
    pub name: String,
    /// Its seats as the rules know them.
    pub board: Board,
    /// To whom they belong and what they are for.
    pub seats: Vec<OfSeat>,
}

/// Reads rows.
pub struct SeatJudge {
    /// The bodies as rows name them.
    pub bodies: Vec<Named>,
    /// Their seats.
    pub tables: HashMap<CouncilId, Table>,
    /// Categories by their folded names.
    pub categories: HashMap<String, CategoryId>,
    /// The present day.
    pub today: Date,
    /// The language of the sheet.
    pub lang: Lang,
    /// Who is new and sits on a body by an earlier row, by name and address.
    pub sitting: HashSet<(CouncilId, String)>,
}

/// What a row comes to, or why it cannot.
type Read = Result<Option<Said>, (&'static str, Box<dyn Refusal>)>;

impl SeatJudge {
    fn read(&mut self, given: &Given, of: &Judged, findings: &mut Vec<Finding>) -> Read {
        let body = given.get(BODY);
        if body.is_empty() {
            if [CATEGORY, FROM, UNTIL].iter().any(|key| !given.get(key).is_empty()) {
                findings.push(Finding::noted(Some(BODY), "import-seat-nowhere"));
            }
            return Ok(None);
        }
        let refused = |key| move |why: Box<dyn Refusal>| (key, why);
        let council = find_body(body, &self.bodies).map_err(|why| (BODY, boxed(why)))?;
        let named = |kind: &str| of.names.iter().find(|one| one.kind == kind).map(|one| one.id);
        let person = given.get(partners::SHEET_PERSON);
        let sitter = match (named("person"), person.is_empty()) {
            (_, true) => Sitter::Nobody,
            (Some(id), false) => Sitter::Known(PersonId(id)),
            (None, false) => Sitter::New,
        };
        let who = (council, format!("{}\n{}", fold(person), fold(given.get(partners::SHEET_MAIL))));
        let is_twin = sitter == Sitter::New && !given.get(partners::SHEET_MAIL).is_empty();
        if is_twin && self.sitting.contains(&who) {
            findings.push(Finding::noted(Some(BODY), "import-seat-known"));
            return Ok(None);
        }
        let said = self.said(given, (council, sitter), findings);
        let organization = named("organization").map(OrganizationId);
        let is_refused = of.verdict == Verdict::Refuse;
        let placing =
            self.put((&said, sitter, organization), (given.number, is_refused)).map_err(refused(BODY))?;
        let noted = |code| Finding::noted(Some(BODY), code).with("name", self.name_of(council));
        findings.push(noted(match placing {
            Placing::Known => "import-seat-known",
            Placing::On(_) => "import-seat-taken",
            Placing::New if sitter == Sitter::Nobody => "import-seat-vacant",
            Placing::New => "import-seat-new",
        }));
        if is_twin {
            self.sitting.insert(who);
        }
        Ok(Some(said).filter(|_| placing != Placing::Known))
    }

    fn name_of(&self, council: CouncilId) -> String {
        self.tables.get(&council).map(|table| table.name.clone()).unwrap_or_default()
    }

    fn said(
        &self,
        given: &Given,
        (council, sitter): (CouncilId, Sitter),
        findings: &mut Vec<Finding>,
    ) -> Said {
        let cell = given.get(CATEGORY);
        let category = self.categories.get(&fold(cell)).copied();
        let fresh = Some(cell.to_owned()).filter(|cell| category.is_none() && !cell.is_empty());
        if let Some(name) = &fresh {
            findings.push(
                Finding::noted(Some(CATEGORY), "import-seat-category-added").with("before", name.clone()),
            );
        }
        let day = |key: &str| given.get(key).parse::<Date>().ok();
        Said {
            council,
            category,
            fresh,
            is_held: sitter != Sitter::Nobody,
            starts_on: day(FROM).unwrap_or(self.today),
            starts_about: day(FROM).is_none(),
            ends_on: day(UNTIL),
            lang: self.lang,
        }
    }

    /// Puts the row on its seat, so that later rows find it taken; one that is refused anyway is only looked at.
    fn put(
        &mut self,
        (said, sitter, organization): (&Said, Sitter, Option<OrganizationId>),
        (row, is_refused): (i64, bool),
    ) -> Result<Placing, Box<dyn Refusal>> {
        let Some(table) = self.tables.get_mut(&said.council) else { return Ok(Placing::Known) };
        let holder = match sitter {
            Sitter::Known(person) => Holder::Person(person),
            Sitter::Nobody | Sitter::New => Holder::NotNamed,
        };
        let days = said.days(holder);
        let wanted = Wanted { sitter, organization, category: said.category, days };
        let placing = place(&table.board, &table.seats, &wanted);
        let before = table.clone_if(is_refused);
        let seat = match placing {
            Placing::Known => return Ok(placing),
            Placing::On(id) => id,
            Placing::New => table.add(row, organization, said.category).map_err(boxed)?,
        };
        if sitter != Sitter::Nobody {
            let held = hold(&table.board, seat, &days);
            let on = table.board.seats.iter_mut().find(|one| one.id == seat);
            on.into_iter().for_each(|one| one.terms.push(served(row, days)));
            held.map_err(boxed)?;
        }
        if let Some(before) = before {
            *table = before;
        }
        Ok(placing)
    }
}

fn boxed(why: impl Refusal + 'static) -> Box<dyn Refusal> {
    Box::new(why)
}

fn served(row: i64, agreed: AskForTerm) -> Term {
    Term { id: crate::TermId(stand_in(row)), agreed, left: None }
}

/// An id for what a row would add.
fn stand_in(row: i64) -> Uuid {
    Uuid::from_u128(u128::from(row.unsigned_abs()))
}

impl Table {
    fn clone_if(&self, it: bool) -> Option<Self> {
        it.then(|| self.clone())
    }

    /// Another seat, while there is room for one.
    fn add(
        &mut self,
        row: i64,
        organization: Option<OrganizationId>,
        category: Option<CategoryId>,
    ) -> Result<SeatId, crate::rules::seats::SeatRefusal> {
        let number = grant_seat(&self.board)?;
        let id = SeatId(stand_in(row));
        self.board.seats.push(SeatOnBoard { id, number, since: None, terms: Vec::new() });
        let category = category.unwrap_or(CategoryId(Uuid::nil()));
        self.seats.push(OfSeat { id, organization, category });
        Ok(id)
    }
}

impl PartJudge for SeatJudge {
    fn judge(&mut self, given: &Given, of: &Judged) -> PartJudged {
        let mut findings = Vec::new();
        let record = match self.read(given, of, &mut findings) {
            Ok(said) => said.and_then(|said| serde_json::to_value(said).ok()),
            Err((column, why)) => {
                findings.push(Finding::refused(Some(column), why.as_ref()));
                None
            }
        };
        PartJudged { record, findings }
    }
}
