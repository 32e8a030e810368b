//! What a service says of itself in facts: numbers, hours, languages, cost, papers, who pays.

use super::{Mapping, part, some, together};
use crate::{
    rules::{
        eligibility::Openness,
        facts::{Cost, Facts, Papers},
        hours::Hours,
    },
    words,
};
use hsds::{Contact, CostOption, Funding, Language, Phone, RequiredDocument, Schedule};
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

    pub(super) fn funding(&self, of: Uuid, facts: &Facts) -> Option<Funding> {
        let Openness::Funder { funder } = &facts.openness else { return None };
        Some(Funding {
            id: part(of, "funding", funder),
            service_id: some(of.to_string()),
            source: some(funder.to_uppercase()),
            ..Funding::default()
        })
    }
}

pub(super) fn phones(of: Uuid, facts: &Facts) -> Vec<Phone> {
    let one = |(at, phone): (usize, &crate::rules::facts::Phone)| Phone {
        id: part(of, "phone", at),
        service_id: some(of.to_string()),
        number: phone.number.clone(),
        kind: some("voice"),
        description: some(phone.about.as_str()),
        ..Phone::default()
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
