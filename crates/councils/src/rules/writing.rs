//! Writing to a group: who gets a letter, in which language, and to whom it is not sent and why.

use partners::PersonId;
use platform::{clock::Moment, consent::Standing, langs::Lang, text::Text};
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

/// What those get who read a language best: the subject and the letter may have to come in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    /// The language they read best.
    pub wants: Lang,
    /// The language in which the letter comes.
    pub body_in: Lang,
    /// The language in which its subject comes.
    pub subject_in: Lang,
    /// How many people get this.
    pub people: usize,
}

/// Who gets which version of a letter, one line for each language that somebody reads best; the largest group first.
pub fn versions(to: &[Addressee], subject: &Text, body: &Text) -> Vec<Version> {
    let mut versions: Vec<Version> = Vec::new();
    for lang in to.iter().map(|one| one.lang) {
        match versions.iter_mut().find(|version| version.wants == lang) {
            Some(version) => version.people += 1,
            None => versions.push(Version {
                wants: lang,
                body_in: body.show(lang).map_or(Lang::En, |shown| shown.lang),
                subject_in: subject.show(lang).map_or(Lang::En, |shown| shown.lang),
                people: 1,
            }),
        }
    }
    versions.sort_by_key(|version| (std::cmp::Reverse(version.people), version.wants));
    versions
}

/// The languages in which only the subject was written, and those in which only the letter was.
pub fn uneven(subject: &Text, body: &Text) -> (Vec<Lang>, Vec<Lang>) {
    let without = |one: &Text, other: &Text| -> Vec<Lang> {
        one.pieces().map(|(lang, _)| lang).filter(|lang| other.in_lang(*lang).is_empty()).collect()
    };
    (without(subject, body), without(body, subject))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::seats::tests::person;
    use jiff::civil::date;
    use proptest::prelude::*;

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

    fn text(langs: &[Lang]) -> Text {
        langs.iter().fold(Text::default(), |text, lang| text.with(*lang, "Words", date(2026, 11, 22)))
    }

    fn reads(n: u8, lang: Lang) -> Addressee {
        Addressee { lang, ..somebody(n, "a@maple.example", Standing::May) }
    }

    #[test]
    fn each_group_is_told_in_which_language_it_gets_what() {
        let to = [reads(1, Lang::En), reads(2, Lang::Ar), reads(3, Lang::Fr), reads(4, Lang::Fr)];
        let got = versions(&to, &text(&[Lang::En, Lang::Fr]), &text(&[Lang::En]));
        let one = |wants, body_in, subject_in, people| Version { wants, body_in, subject_in, people };
        assert_eq!(
            got,
            [
                one(Lang::Fr, Lang::En, Lang::Fr, 2),
                one(Lang::En, Lang::En, Lang::En, 1),
                one(Lang::Ar, Lang::En, Lang::En, 1)
            ]
        );
    }

    #[test]
    fn a_subject_without_its_letter_is_noticed_and_so_is_a_letter_without_its_subject() {
        assert_eq!(
            uneven(&text(&[Lang::En, Lang::Fr]), &text(&[Lang::En, Lang::Ar])),
            (vec![Lang::Fr], vec![Lang::Ar])
        );
        assert_eq!(uneven(&text(&[Lang::En]), &text(&[Lang::En])), (vec![], vec![]));
    }

    proptest! {
        #[test]
        fn everybody_is_counted_in_one_group(wants in prop::collection::vec(0_usize..4, 0..30), has_french in any::<bool>()) {
            let langs = [Lang::En, Lang::Fr, Lang::Ar, Lang::Uk];
            let to: Vec<_> = wants.iter().map(|n| reads(1, langs[*n])).collect();
            let body = if has_french { text(&[Lang::En, Lang::Fr]) } else { text(&[Lang::En]) };
            let got = versions(&to, &text(&[Lang::En]), &body);
            prop_assert_eq!(got.iter().map(|one| one.people).sum::<usize>(), to.len());
            for one in &got {
                prop_assert!(got.iter().filter(|other| other.wants == one.wants).count() == 1);
                prop_assert_eq!(one.body_in == Lang::Fr, has_french && one.wants == Lang::Fr);
                prop_assert_eq!(one.subject_in, Lang::En);
            }
        }
    }
}
