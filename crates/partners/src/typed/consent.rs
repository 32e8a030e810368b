//! What a form says about consent.

use super::{Typed, day};
use crate::rules::PartnerRefusal;
use jiff::civil::Date;
use platform::{
    consent::{Basis, EVERYTHING, Implied},
    errors::{Complaints, FieldRefusal},
    text::prose,
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
pub fn consent(typed: &Typed, purposes: &[&str], today: Date) -> Result<SaidConsent, Complaints> {
    let mut wrong = Complaints::default();
    let basis = Basis::from_code(typed.get("basis")).filter(|basis| BASES.contains(basis));
    let basis = wrong.take("basis", basis.ok_or(FieldRefusal::NotAChoice));
    let purpose = typed.get("purpose");
    let is_known = purposes.contains(&purpose) || (purpose == EVERYTHING && basis == Some(Basis::Withdrawal));
    wrong.take("purpose", is_known.then_some(()).ok_or(FieldRefusal::NotAChoice));
    let since = wrong.take("since", day(typed.get("since"))).flatten();
    if matches!(basis, Some(Basis::Implied(_))) && wrong.about("since").is_none() {
        match since {
            None => wrong.add("since", PartnerRefusal::Dayless),
            Some(day) if day > today => wrong.add("since", PartnerRefusal::Future),
            Some(_) => {}
        }
    }
    let how = HOW.into_iter().find(|how| *how == typed.get("how"));
    let how = wrong.take("how", how.ok_or(FieldRefusal::NotAChoice));
    let wording = match basis {
        Some(Basis::Express) if typed.get("wording").trim().is_empty() => {
            wrong.add("wording", PartnerRefusal::Wordless);
            None
        }
        Some(Basis::Express) => wrong.take("wording", prose(typed.get("wording"), WORDS)),
        _ => Some(String::new()),
    };
    let evidence = match typed.get("evidence").trim() {
        "" => Some(String::new()),
        words => wrong.take("evidence", prose(words, WORDS)),
    };
    match (basis, how, wording, evidence) {
        (Some(basis), Some(how), Some(wording), Some(evidence)) if wrong.is_empty() => Ok(SaidConsent {
            purpose: purpose.to_owned(),
            basis,
            since: matches!(basis, Basis::Implied(_)).then_some(since).flatten(),
            how,
            wording,
            evidence: (!evidence.is_empty()).then_some(evidence),
        }),
        _ => Err(wrong),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    fn said(fields: &[(&str, &str)]) -> Result<SaidConsent, Vec<&'static str>> {
        let typed = fields.iter().fold(Typed::default(), |typed, (name, value)| typed.with(name, *value));
        let fields = |wrong: Complaints| wrong.0.iter().map(|one| one.field).collect();
        consent(&typed, &["council-letters"], TODAY).map_err(fields)
    }

    #[test]
    fn a_yes_needs_its_words_and_a_happening_its_day() {
        let yes = [("basis", "express"), ("purpose", "council-letters"), ("how", "paper")];
        assert_eq!(said(&yes), Err(vec!["wording"]));
        let whole =
            [yes.as_slice(), &[("wording", "I agree\nto get letters."), ("evidence", "Form 12")]].concat();
        let fact = said(&whole).unwrap();
        assert_eq!(
            (fact.basis, fact.evidence.as_deref(), fact.since),
            (Basis::Express, Some("Form 12"), None)
        );
        let came = [("basis", "implied-attendance"), ("purpose", "council-letters"), ("how", "in-person")];
        assert_eq!(said(&came), Err(vec!["since"]));
        let to_come = [came.as_slice(), &[("since", "2026-11-23")]].concat();
        assert_eq!(said(&to_come), Err(vec!["since"]));
        let yesterday = [came.as_slice(), &[("since", "2026-11-21")]].concat();
        assert_eq!(said(&yesterday).unwrap().since, Some(date(2026, 11, 21)));
    }

    #[test]
    fn only_a_no_is_about_everything_and_belonging_is_not_typed() {
        let all = |basis| [("basis", basis), ("purpose", EVERYTHING), ("how", "by-phone"), ("wording", "x")];
        assert_eq!(said(&all("express")), Err(vec!["purpose"]));
        assert_eq!(said(&all("withdrawal")).unwrap().basis, Basis::Withdrawal);
        assert_eq!(said(&all("membership")), Err(vec!["basis", "purpose"]));
        assert_eq!(said(&[]), Err(vec!["basis", "purpose", "how"]));
    }
}
