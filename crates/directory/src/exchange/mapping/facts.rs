//! What a service says of itself in facts: numbers, hours, languages, cost, papers, who pays.

use super::{Mapping, mail, part, some, together, web};
use crate::{
    rules::{
        eligibility::Openness,
        facts::{self, Cost, Facts, Papers},
        hours::Hours,
    },
    store::services::Service,
    words,
};
use hsds::{
    Contact, CostOption, Funding, Language, Phone, Program, RequiredDocument, Schedule, ServiceArea,
    ServiceCapacity, Unit, Url, ids::mapped,
};
use partners::Spoken;
use platform::t;
use serde_json::Number;
use uuid::Uuid;

impl Mapping<'_> {
    pub(super) fn language(&self, of: Uuid, spoken: Spoken) -> Language {
        Language {
            id: part(of, "language", spoken.code()),
            service_id: some(of.to_string()),
            name: Some(words::spoken(self.ctx, spoken)),
            code: some(spoken.code()),
            ..Language::default()
        }
    }

    /// Who does the intake.
    pub(super) fn intake(&self, of: Uuid, facts: &Facts) -> Option<Contact> {
        self.text(&facts.intake).map(|who| Contact {
            id: part(of, "contact", "intake"),
            service_id: some(of.to_string()),
            department: Some(who),
            ..Contact::default()
        })
    }

    pub(super) fn schedules(&self, of: Uuid, facts: &Facts) -> Vec<Schedule> {
        let say = self.ctx.say();
        let holidays = facts.is_closed_on_holidays.then(|| t!(say, "hours-holidays"));
        let note = together([self.text(&facts.hours_note), holidays]);
        let own = |at: usize| Schedule {
            id: part(of, "schedule", at),
            service_id: some(of.to_string()),
            notes: note.clone(),
            ..Schedule::default()
        };
        if facts.hours.is_empty() {
            return note.is_some().then(|| own(0)).into_iter().collect();
        }
        facts.hours.iter().enumerate().map(|(at, hours)| timed(own(at), hours)).collect()
    }

    pub(super) fn cost(&self, of: Uuid, facts: &Facts) -> Option<CostOption> {
        (facts.cost != Cost::Unknown).then(|| CostOption {
            id: part(of, "cost_option", facts.cost.code()),
            service_id: some(of.to_string()),
            option: Some(words::cost(self.ctx, facts.cost)),
            currency: (facts.cost == Cost::Free).then(|| "CAD".to_owned()),
            amount: (facts.cost == Cost::Free).then(|| Number::from(0)),
            amount_description: self.text(&facts.cost_note),
            ..CostOption::default()
        })
    }

    pub(super) fn documents(&self, of: Uuid, facts: &Facts) -> Vec<RequiredDocument> {
        if facts.papers != Papers::Listed {
            return Vec::new();
        }
        let lines = facts.papers_note.plain(self.ctx.lang).lines().filter(|line| !line.trim().is_empty());
        let one = |(at, line): (usize, &str)| RequiredDocument {
            id: part(of, "required_document", at),
            service_id: some(of.to_string()),
            document: some(line.trim()),
            ..RequiredDocument::default()
        };
        lines.enumerate().map(one).collect()
    }

    /// What it is offered under, with others of the same organization.
    pub(super) fn program(&self, of: &Service) -> Option<Program> {
        let program = of.facts.0.program.as_ref()?;
        let name = self.text(&program.name)?;
        Some(Program {
            id: part(of.organization_id.0, "program", program.name.search_key()),
            organization_id: some(of.organization_id.to_string()),
            alternate_name: self.other_name(&program.name),
            // The standard wants a description; where nobody has written one, the name says all that is known.
            description: self.text(&program.about).unwrap_or_else(|| name.clone()),
            name,
            ..Program::default()
        })
    }

    /// Whom to ask.
    pub(super) fn contacts(&self, of: Uuid, facts: &Facts) -> Vec<Contact> {
        let one = |(at, person): (usize, &facts::Contact)| {
            let id = part(of, "contact", at);
            let phones = person.phones.iter().enumerate().map(|(nth, phone)| Phone {
                id: part(of, "phone", format!("{at} {nth}")),
                contact_id: some(id.as_str()),
                ..spoken(phone)
            });
            Contact {
                service_id: some(of.to_string()),
                name: some(person.name.as_str()),
                title: some(person.title.as_str()),
                department: some(person.department.as_str()),
                email: mail(&person.mail),
                phones: phones.collect(),
                id,
                ..Contact::default()
            }
        };
        facts.contacts.iter().enumerate().map(one).collect()
    }
}

/// Who pays: those who are named, and the funder whose rule says whom it is for.
pub(super) fn funding(of: Uuid, facts: &Facts) -> Vec<Funding> {
    let rule = match &facts.openness {
        Openness::Funder { funder } => Some(funder.to_uppercase()),
        _ => None,
    };
    let named = facts.funding.iter().filter(|one| rule.as_ref() != Some(*one)).cloned();
    let one = |source: String| Funding {
        id: part(of, "funding", &source),
        service_id: some(of.to_string()),
        source: Some(source),
        ..Funding::default()
    };
    rule.clone().into_iter().chain(named).map(one).collect()
}

/// Where those live whom it is for.
pub(super) fn areas(of: Uuid, facts: &Facts) -> Vec<ServiceArea> {
    let one = |(at, area): (usize, &facts::Area)| ServiceArea {
        id: part(of, "service_area", at),
        service_id: some(of.to_string()),
        name: some(area.name.as_str()),
        description: some(area.about.as_str()),
        ..ServiceArea::default()
    };
    facts.areas.iter().enumerate().map(one).collect()
}

/// Pages beside its own.
pub(super) fn links(of: Uuid, facts: &Facts) -> impl Iterator<Item = Url> {
    facts.links.iter().enumerate().map(move |(at, link)| Url {
        id: part(of, "url", at),
        label: some(link.label.as_str()),
        url: link.address.clone(),
        service_id: some(of.to_string()),
        ..Url::default()
    })
}

/// How much there is, each as it was on its day.
pub(super) fn capacities(of: Uuid, facts: &Facts) -> Vec<ServiceCapacity> {
    let one = |(at, said): (usize, &facts::Capacity)| {
        let unit = mapped("urn:kith:units", "unit", &format!("{}{}", said.unit, said.unit_page)).to_string();
        let uri = web(&said.unit_page);
        ServiceCapacity {
            id: part(of, "service_capacity", at),
            service_id: some(of.to_string()),
            unit_id: some(unit.as_str()),
            available: Some(said.available.into()),
            maximum: said.most.map(Number::from),
            description: some(said.about.as_str()),
            updated: format!("{}T00:00:00Z", said.on),
            unit: Some(Box::new(Unit { id: unit, name: said.unit.clone(), uri, ..Unit::default() })),
            ..ServiceCapacity::default()
        }
    };
    facts.capacities.iter().enumerate().map(one).collect()
}

/// A number as the standard has it, of nobody yet.
fn spoken(of: &facts::Phone) -> Phone {
    Phone {
        number: of.number.clone(),
        extension: of.extension.map(Number::from),
        kind: some("voice"),
        description: some(of.about.as_str()),
        ..Phone::default()
    }
}

pub(super) fn phones(of: Uuid, facts: &Facts) -> Vec<Phone> {
    let one = |(at, phone): (usize, &facts::Phone)| Phone {
        id: part(of, "phone", at),
        service_id: some(of.to_string()),
        ..spoken(phone)
    };
    facts.phones.iter().enumerate().map(one).collect()
}

/// Hours as a rule of RFC 5545: by week, or in certain weeks of the month.
fn timed(of: Schedule, hours: &Hours) -> Schedule {
    let weeks = if hours.weeks.is_empty() {
        vec![String::new()]
    } else {
        hours.weeks.iter().map(i8::to_string).collect()
    };
    let days: Vec<String> =
        weeks.iter().flat_map(|week| hours.days.iter().map(move |day| format!("{week}{day}"))).collect();
    Schedule {
        valid_from: hours.from.map(|day| day.to_string()),
        valid_to: hours.to.map(|day| day.to_string()),
        wkst: some("MO"),
        freq: some(if hours.weeks.is_empty() { "WEEKLY" } else { "MONTHLY" }),
        interval: Some(Number::from(1)),
        byday: some(days.join(",")),
        opens_at: Some(format!("{}:00", hours.opens)),
        closes_at: Some(format!("{}:00", hours.closes)),
        ..of
    }
}
