//! What a form says about consent.

use crate::rules::PartnerRefusal;
use jiff::civil::Date;
use platform::{
    consent::{Basis, EVERYTHING, Implied},
    errors::Complaints,
    http::{Pairs, Reading},
};

/// What a person can have done, as the office writes it down; belonging follows from seats.
pub const BASES: [Basis; 7] = [
    Basis::Express,
    Basis::Implied(Implied::Inquiry),
    Basis::Implied(Implied::Attendance),
    Basis::Implied(Implied::Business),
    Basis::Implied(Implied::Volunteering),
    Basis::Implied(Implied::Gift),
    Basis::Withdrawal,
];

/// How it was said: codes of word keys (`consent-how-paper`).
pub const HOW: [&str; 5] = ["in-person", "by-phone", "by-mail", "paper", "web-form"];

/// Words of a wording or a proof have at most this many characters.
const WORDS: usize = 2_000;

/// A fact for the ledger, on its way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidConsent {
    /// For what.
    pub purpose: String,
    /// What it says.
    pub basis: Basis,
    /// The day of the happening from which consent follows.
    pub since: Option<Date>,
    /// How it was said.
    pub how: &'static str,
    /// The words that the person agreed to; only a yes has some.
    pub wording: String,
    /// What proves it.
    pub evidence: Option<String>,
}

/// The fact that a form describes. A yes needs the words that were agreed to; what consent follows from needs its day, not one
/// to come; only a no may be about everything at once.
///
/// # Errors
/// All complaints, in the order of the fields.
pub fn consent(form: &Pairs, purposes: &[&str], today: Date) -> Result<SaidConsent, Complaints> {
    let mut reading = Reading::new(form, &[], today);
    let basis = reading.choice("basis", |code| Basis::from_code(code).filter(|basis| BASES.contains(basis)));
    let may_be_all = basis == Some(Basis::Withdrawal);
    let is_known = |code: &str| purposes.contains(&code) || (code == EVERYTHING && may_be_all);
    let purpose = reading.choice("purpose", |code| is_known(code).then(|| code.to_owned()));
    let since = reading.day_or_none("since");
    if matches!(basis, Some(Basis::Implied(_))) && reading.complaints.about("since").is_none() {
        match since {
            None => reading.refuse("since", PartnerRefusal::Dayless),
            Some(day) if day > today => reading.refuse("since", PartnerRefusal::Future),
            Some(_) => {}
        }
    }
    let how = reading.choice("how", |code| HOW.into_iter().find(|how| *how == code));
    let is_yes = basis == Some(Basis::Express);
    if is_yes && !reading.is_ticked("wording") {
        reading.refuse("wording", PartnerRefusal::Wordless);
    }
    let wording = if is_yes { reading.prose_within("wording", WORDS) } else { String::new() };
    let evidence = reading.prose_within("evidence", WORDS);
    match (basis, purpose, how) {
        (Some(basis), Some(purpose), Some(how)) if reading.complaints.is_empty() => Ok(SaidConsent {
            purpose,
            basis,
            since: matches!(basis, Basis::Implied(_)).then_some(since).flatten(),
            how,
            wording,
            evidence: (!evidence.is_empty()).then_some(evidence),
        }),
        _ => Err(reading.complaints),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    fn said(fields: &[(&str, &str)]) -> Result<SaidConsent, Vec<String>> {
        let typed = fields.iter().fold(Pairs::default(), |typed, (name, value)| typed.with(name, *value));
        let fields = |wrong: Complaints| wrong.0.into_iter().map(|one| one.field.into_owned()).collect();
        consent(&typed, &["council-letters"], TODAY).map_err(fields)
    }

    fn wrong(fields: &[&str]) -> Result<SaidConsent, Vec<String>> {
        Err(fields.iter().map(|one| (*one).to_owned()).collect())
    }

    #[test]
    fn a_yes_needs_its_words_and_a_happening_its_day() {
        let yes = [("basis", "express"), ("purpose", "council-letters"), ("how", "paper")];
        assert_eq!(said(&yes), wrong(&["wording"]));
        let whole =
            [yes.as_slice(), &[("wording", "I agree\nto get letters."), ("evidence", "Form 12")]].concat();
        let fact = said(&whole).unwrap();
        assert_eq!(
            (fact.basis, fact.evidence.as_deref(), fact.since),
            (Basis::Express, Some("Form 12"), None)
        );
        let came = [("basis", "implied-attendance"), ("purpose", "council-letters"), ("how", "in-person")];
        assert_eq!(said(&came), wrong(&["since"]));
        let to_come = [came.as_slice(), &[("since", "2026-11-23")]].concat();
        assert_eq!(said(&to_come), wrong(&["since"]));
        let yesterday = [came.as_slice(), &[("since", "2026-11-21")]].concat();
        assert_eq!(said(&yesterday).unwrap().since, Some(date(2026, 11, 21)));
    }

    #[test]
    fn only_a_no_is_about_everything_and_belonging_is_not_typed() {
        let all = |basis| [("basis", basis), ("purpose", EVERYTHING), ("how", "by-phone"), ("wording", "x")];
        assert_eq!(said(&all("express")), wrong(&["purpose"]));
        assert_eq!(said(&all("withdrawal")).unwrap().basis, Basis::Withdrawal);
        assert_eq!(said(&all("membership")), wrong(&["basis", "purpose"]));
        assert_eq!(said(&[]), wrong(&["basis", "purpose", "how"]));
    }
}
