//! Writing to a group: who gets a letter, in which language, and to whom it is not sent and why.

use partners::PersonId;
use platform::{clock::Moment, consent::Standing, langs::Lang};
use std::collections::BTreeSet;

/// Somebody who sits on the group, or stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressee {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The address for mail; empty when none is known.
    pub email: String,
    /// The language she reads best.
    pub lang: Lang,
    /// How she stands to mail for this.
    pub standing: Standing,
}

/// Why somebody does not get the letter by mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// No address is known.
    NoAddress,
    /// She has not agreed to mail.
    NoConsent,
    /// She asked then for no letters.
    SaidNo(Moment),
    /// Somebody else of the group gets it at the same address.
    SameAddress,
}

impl Withheld {
    /// The key of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoAddress => "letter-no-address",
            Self::NoConsent => "letter-no-consent",
            Self::SaidNo(_) => "letter-no-wanted",
            Self::SameAddress => "letter-same-address",
        }
    }
}

/// Who gets a letter and who does not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mailing {
    /// One mail each.
    pub to: Vec<Addressee>,
    /// Not sent, and why: to be told otherwise.
    pub withheld: Vec<(Addressee, Withheld)>,
}

/// Sorts a group into who gets the letter and who does not. A person with two seats, or an address shared by two, gets one.
pub fn address(group: Vec<Addressee>) -> Mailing {
    let (mut people, mut addresses) = (BTreeSet::new(), BTreeSet::new());
    let mut mailing = Mailing::default();
    for addressee in group {
        if !people.insert(addressee.person) {
            continue;
        }
        let why = match addressee.standing {
            _ if addressee.email.is_empty() => Withheld::NoAddress,
            Standing::SaidNo(at) => Withheld::SaidNo(at),
            Standing::Silent => Withheld::NoConsent,
            Standing::May if addresses.insert(addressee.email.to_lowercase()) => {
                mailing.to.push(addressee);
                continue;
            }
            Standing::May => Withheld::SameAddress,
        };
        mailing.withheld.push((addressee, why));
    }
    mailing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::seats::tests::person;

    fn somebody(n: u8, email: &str, standing: Standing) -> Addressee {
        Addressee { person: person(n), name: format!("P{n}"), email: email.into(), lang: Lang::Fr, standing }
    }

    #[test]
    fn each_person_and_each_address_gets_one_mail() {
        let group = vec![
            somebody(1, "a@maple.example", Standing::May),
            somebody(1, "a@maple.example", Standing::May),
            somebody(2, "A@maple.example", Standing::May),
            somebody(3, "c@maple.example", Standing::May),
        ];
        let mailing = address(group);
        let names: Vec<_> = mailing.to.into_iter().map(|to| to.name).collect();
        assert_eq!(names, ["P1", "P3"]);
        let withheld: Vec<_> = mailing.withheld.into_iter().map(|(to, why)| (to.name, why)).collect();
        assert_eq!(withheld, [("P2".to_owned(), Withheld::SameAddress)], "nobody is left out in silence");
    }

    #[test]
    fn without_consent_or_address_nothing_is_sent_and_the_writer_learns_it() {
        let said = Moment::from_micros(5);
        let mailing = address(vec![
            somebody(1, "", Standing::May),
            somebody(2, "b@maple.example", Standing::Silent),
            somebody(3, "c@maple.example", Standing::SaidNo(said)),
        ]);
        assert!(mailing.to.is_empty());
        let why: Vec<_> = mailing.withheld.into_iter().map(|(_, why)| why).collect();
        assert_eq!(why, [Withheld::NoAddress, Withheld::NoConsent, Withheld::SaidNo(said)]);
    }
}
