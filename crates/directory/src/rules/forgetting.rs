//! What a service says without somebody who asked to be forgotten.

use super::facts::{Contact, Facts, Phone};
use platform::text::Text;
use std::mem::take;

/// By what somebody is known in the record of a service.
pub struct Traces<'a> {
    /// A text without her names, her addresses and her numbers.
    pub without: &'a dyn Fn(&str) -> String,
    /// Whether that is a whole name of hers.
    pub is_name: &'a dyn Fn(&str) -> bool,
    /// Whether a mail address is hers alone.
    pub is_mail: &'a dyn Fn(&str) -> bool,
    /// Whether a telephone number is hers alone.
    pub is_phone: &'a dyn Fn(&str) -> bool,
}

impl Traces<'_> {
    /// Whether that is she whom one asks: by her whole name, her address or her number. Of a "Maria" no "Maria Lopez" is known.
    pub fn is_her(&self, of: &Contact) -> bool {
        (self.is_name)(&of.name)
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

/// A text with a mark for each telephone number that is hers.
#[must_use]
pub fn without_numbers(text: &str, is_hers: &dyn Fn(&str) -> bool) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit() || "+(".contains(c)) {
        let (before, from) = rest.split_at(at);
        let run =
            from.find(|c: char| !c.is_ascii_digit() && !" \u{a0}+-.()/".contains(c)).unwrap_or(from.len());
        let run = from.split_at(run).0;
        let number = run.trim_end_matches(|c: char| !c.is_ascii_digit());
        // Some are known by an extension: it stands behind the number, as far as the part of a line goes.
        let extended = from.split([';', ',', '|', '\n']).next().unwrap_or_default().trim_end();
        let hers = [number, extended].into_iter().find(|one| is_hers(one));
        out.push_str(before);
        out.push_str(if hers.is_some() { "…" } else { run });
        rest = from.split_at(hers.unwrap_or(run).len()).1;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::{super::facts::Program, *};
    use jiff::civil::date;
    use platform::reach::phone_key;

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
            is_name: &|name| name == "Amal Idris",
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
                contact("Amal Idris-Roy", "other@example.org", "905-555-0101"),
            ],
            program: Some(Program { name: text("Bridge"), about: text("Led by Amal Idris.") }),
            ..Facts::default()
        };
        let left = traces.facts(facts);
        let other = left.contacts.last().map(|one| one.name.as_str());
        assert_eq!((left.contacts.len(), other), (2, Some("Amal Idris-Roy")), "somebody else");
        assert_eq!(format!("{left:?}").matches("Amal").count(), 1, "{left:?}");
        assert_eq!((left.phones.len(), left.mail.as_str()), (1, ""));
        assert_eq!((left.contacts[0].name.as_str(), left.contacts[0].phones.len()), ("Sam Roy", 1));
        assert_eq!(traces.facts(left.clone()), left, "nothing is left to take out");
    }

    #[test]
    fn a_number_is_taken_out_of_a_text_however_it_is_written_and_no_other_is() {
        let is_hers = |text: &str| ["9055550100", "9055550101#2"].contains(&phone_key(text).as_str());
        for (text, left) in [
            ("905-555-0100; 905-555-0101", "…; 905-555-0101"),
            ("Ana | Intake | | | +1 (905) 555.0100\nSam", "Ana | Intake | | | …\nSam"),
            ("Call (905) 555-0100.", "Call …."),
            ("905-555-0101 ext. 2, 905-555-0101 ext. 3", "…, 905-555-0101 ext. 3"),
            ("(open) 2026-05-01 – é 9-5 +", "(open) 2026-05-01 – é 9-5 +"),
            ("", ""),
        ] {
            assert_eq!(without_numbers(text, &is_hers), left, "{text}");
        }
    }
}
