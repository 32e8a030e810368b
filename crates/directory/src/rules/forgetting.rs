//! What a service says without somebody who asked to be forgotten.

use super::facts::{Contact, Facts, Phone};
use platform::text::Text;
use std::mem::take;

/// By what somebody is known in the record of a service.
pub struct Traces<'a> {
    /// A text without her names.
    pub without: &'a dyn Fn(&str) -> String,
    /// Whether a mail address is hers alone.
    pub is_mail: &'a dyn Fn(&str) -> bool,
    /// Whether a telephone number is hers alone.
    pub is_phone: &'a dyn Fn(&str) -> bool,
}

impl Traces<'_> {
    /// Whether that is she whom one asks: by her name, her address or her number.
    pub fn is_her(&self, of: &Contact) -> bool {
        (self.without)(&of.name) != of.name
            || (self.is_mail)(&of.mail)
            || of.phones.iter().any(|phone| (self.is_phone)(&phone.number))
    }

    /// A text in all its languages without her names.
    #[must_use]
    pub fn text(&self, of: Text) -> Text {
        of.reworded(|words| (self.without)(words))
    }

    fn phones(&self, of: Vec<Phone>) -> Vec<Phone> {
        let kept = of.into_iter().filter(|one| !(self.is_phone)(&one.number));
        kept.map(|one| Phone { about: (self.without)(&one.about), ..one }).collect()
    }

    fn contact(&self, of: Contact) -> Option<Contact> {
        (!self.is_her(&of)).then(|| Contact {
            title: (self.without)(&of.title),
            department: (self.without)(&of.department),
            phones: self.phones(of.phones),
            ..of
        })
    }

    /// Facts without her. Every field is named here, so that nobody forgets one.
    #[must_use]
    pub fn facts(&self, mut of: Facts) -> Facts {
        let Facts {
            phones,
            mail,
            web: _,
            hours: _,
            is_closed_on_holidays: _,
            hours_note,
            languages: _,
            interpretation: _,
            openness: _,
            openness_note,
            age_from: _,
            age_to: _,
            cost: _,
            cost_note,
            papers: _,
            papers_note,
            features: _,
            apply,
            intake,
            wait: _,
            contacts,
            program,
            capacities,
            funding,
            alert,
            areas,
            links,
        } = &mut of;
        if (self.is_mail)(mail) {
            mail.clear();
        }
        *phones = self.phones(take(phones));
        *contacts = take(contacts).into_iter().filter_map(|one| self.contact(one)).collect();
        let texts = [hours_note, openness_note, cost_note, papers_note, apply, intake].into_iter();
        let texts = texts.chain(program.iter_mut().flat_map(|one| [&mut one.name, &mut one.about]));
        for text in texts.chain(alert.iter_mut().map(|one| &mut one.text)) {
            *text = self.text(take(text));
        }
        let lines = capacities.iter_mut().map(|one| &mut one.about).chain(funding);
        let lines = lines.chain(areas.iter_mut().map(|one| &mut one.about));
        for line in lines.chain(links.iter_mut().map(|one| &mut one.label)) {
            *line = (self.without)(line);
        }
        of
    }
}

#[cfg(test)]
mod tests {
    use super::{super::facts::Program, *};
    use jiff::civil::date;

    fn phone(number: &str) -> Phone {
        Phone { number: number.to_owned(), about: "Amal Idris, mornings".into(), ..Phone::default() }
    }

    fn contact(name: &str, mail: &str, number: &str) -> Contact {
        let title = "Intake, as Amal Idris had it".to_owned();
        Contact {
            name: name.into(),
            title,
            mail: mail.into(),
            phones: vec![phone(number)],
            ..Contact::default()
        }
    }

    #[test]
    fn whoever_is_known_by_name_address_or_number_is_taken_out_and_nobody_else() {
        let traces = Traces {
            without: &|text| text.replace("Amal Idris", "…"),
            is_mail: &|mail| mail == "amal@example.org",
            is_phone: &|number| number == "905-555-0100",
        };
        let text = |words: &str| Text::both(words, words, date(2026, 11, 22));
        let facts = Facts {
            phones: vec![phone("905-555-0100"), phone("905-555-0101")],
            mail: "amal@example.org".into(),
            apply: text("Ask Amal Idris."),
            contacts: vec![
                contact("Amal Idris", "", "905-555-0101"),
                contact("", "amal@example.org", "905-555-0101"),
                contact("A.", "", "905-555-0100"),
                contact("Sam Roy", "sam@example.org", "905-555-0101"),
            ],
            program: Some(Program { name: text("Bridge"), about: text("Led by Amal Idris.") }),
            ..Facts::default()
        };
        let left = traces.facts(facts);
        assert!(!format!("{left:?}").contains("Amal") && left.mail.is_empty(), "{left:?}");
        assert_eq!((left.phones.len(), left.contacts.len()), (1, 1));
        assert_eq!((left.contacts[0].name.as_str(), left.contacts[0].phones.len()), ("Sam Roy", 1));
        assert_eq!(traces.facts(left.clone()), left, "nothing is left to take out");
    }
}
