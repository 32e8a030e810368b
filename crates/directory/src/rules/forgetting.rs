//! What a service says without somebody who asked to be forgotten.

use super::facts::{Contact, Facts, Phone, Program};
use platform::text::Text;

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
    pub fn facts(&self, of: Facts) -> Facts {
        let Facts {
            phones,
            mail,
            web,
            hours,
            is_closed_on_holidays,
            hours_note,
            languages,
            interpretation,
            openness,
            openness_note,
            age_from,
            age_to,
            cost,
            cost_note,
            papers,
            papers_note,
            features,
            apply,
            intake,
            wait,
            contacts,
            program,
            mut capacities,
            funding,
        } = of;
        for one in &mut capacities {
            one.about = (self.without)(&one.about);
        }
        Facts {
            phones: self.phones(phones),
            mail: if (self.is_mail)(&mail) { String::new() } else { mail },
            web,
            hours,
            is_closed_on_holidays,
            hours_note: self.text(hours_note),
            languages,
            interpretation,
            openness,
            openness_note: self.text(openness_note),
            age_from,
            age_to,
            cost,
            cost_note: self.text(cost_note),
            papers,
            papers_note: self.text(papers_note),
            features,
            apply: self.text(apply),
            intake: self.text(intake),
            wait,
            contacts: contacts.into_iter().filter_map(|one| self.contact(one)).collect(),
            program: program.map(|one| Program { name: self.text(one.name), about: self.text(one.about) }),
            capacities,
            funding: funding.iter().map(|one| (self.without)(one)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
