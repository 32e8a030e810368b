//! The rule of consent, and the ledger on both databases.

use super::*;
use jiff::civil::date;
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 22);

fn fact(purpose: &str, basis: Basis, since: Option<Date>, ended: Option<Date>, at: i64) -> ConsentFact {
    ConsentFact {
        id: ConsentId(Uuid::nil()),
        purpose: purpose.into(),
        basis,
        since,
        ended,
        how: "paper".into(),
        wording: String::new(),
        lang: Lang::En,
        evidence: None,
        recorded_at: Moment::from_micros(at),
        recorded_by: String::new(),
    }
}

fn may(facts: &[ConsentFact]) -> bool {
    may_send(facts, "newsletter", TODAY)
}

#[test]
fn silence_is_not_consent() {
    assert!(!may(&[]));
    assert!(
        !may(&[fact("invitations", Basis::Express, None, None, 1)]),
        "a yes to one thing is no yes to another"
    );
}

#[test]
fn a_yes_holds_until_it_is_withdrawn_and_a_later_yes_holds_again() {
    let yes = fact("newsletter", Basis::Express, None, None, 1);
    let no = fact("newsletter", Basis::Withdrawal, None, None, 2);
    let again = fact("newsletter", Basis::Express, None, None, 3);
    assert!(may(std::slice::from_ref(&yes)));
    assert!(!may(&[yes.clone(), no.clone()]));
    assert!(!may(&[no.clone(), yes.clone()]), "the order of rows does not matter");
    assert!(may(&[yes.clone(), no, again]));
    let at_once = fact("newsletter", Basis::Withdrawal, None, None, 1);
    assert!(!may(&[yes, at_once]), "at the same instant the no wins");
}

#[test]
fn implied_consent_ends_two_years_after_the_day() {
    let attended = |day| fact("newsletter", Basis::Implied(Implied::Attendance), Some(day), None, 1);
    assert!(may(&[attended(TODAY)]));
    assert!(may(&[attended(date(2024, 11, 22))]), "the last day counts");
    assert!(!may(&[attended(date(2024, 11, 21))]));
    assert!(!may(&[attended(date(2026, 11, 23))]), "tomorrow's meeting gives nothing today");
    let leap = attended(date(2024, 2, 29));
    assert!(may_send(std::slice::from_ref(&leap), "newsletter", date(2026, 2, 28)));
    assert!(!may_send(&[leap], "newsletter", date(2026, 3, 1)));
}

#[test]
fn an_inquiry_counts_for_six_months_and_what_was_done_for_two_years() {
    let happened = |why, day| fact("newsletter", Basis::Implied(why), Some(day), None, 1);
    let asked = |day| happened(Implied::Inquiry, day);
    assert!(may(&[asked(date(2026, 5, 22))]), "the last day counts");
    assert!(!may(&[asked(date(2026, 5, 21))]));
    for why in [Implied::Gift, Implied::Volunteering, Implied::Attendance, Implied::Business] {
        assert!(may(&[happened(why, date(2024, 11, 22))]), "{why:?}");
    }
    let vectors = [
        (asked(date(2026, 5, 22)), Some(date(2026, 11, 22))),
        (asked(date(2026, 8, 31)), Some(date(2027, 2, 28))),
        (asked(date(2023, 8, 30)), Some(date(2024, 2, 29))),
        (happened(Implied::Gift, date(2024, 2, 29)), Some(date(2026, 2, 28))),
        (
            fact("newsletter", Basis::Membership, Some(date(2020, 1, 1)), Some(TODAY), 1),
            Some(date(2028, 11, 22)),
        ),
        (fact("newsletter", Basis::Membership, Some(date(2020, 1, 1)), None, 1), None),
        (fact("newsletter", Basis::Express, None, None, 1), None),
        (fact("newsletter", Basis::Withdrawal, None, None, 1), None),
    ];
    for (fact, last) in vectors {
        assert_eq!(fact.last_day(), last, "{fact:?}");
    }
}

#[test]
fn who_said_no_is_told_from_who_never_said_anything() {
    let stands = |facts: &[ConsentFact]| standing(facts, "newsletter", TODAY);
    assert_eq!(stands(&[]), Standing::Silent);
    let asked = fact("newsletter", Basis::Implied(Implied::Inquiry), Some(date(2025, 1, 1)), None, 1);
    assert_eq!(stands(&[asked]), Standing::Silent, "its time is over");
    let no = |purpose, at| fact(purpose, Basis::Withdrawal, None, None, at);
    let both = [no("newsletter", 2), no(EVERYTHING, 3)];
    assert_eq!(stands(&both), Standing::SaidNo(Moment::from_micros(3)), "the last time counts");
    let yes = fact("newsletter", Basis::Express, None, None, 4);
    assert_eq!(stands(&[both[0].clone(), yes]), Standing::May);
}

#[test]
fn belonging_counts_while_it_lasts_and_two_years_more() {
    let belongs = |ended, at| fact("newsletter", Basis::Membership, Some(date(2010, 1, 1)), ended, at);
    assert!(may(&[belongs(None, 1)]));
    assert!(may(&[belongs(Some(date(2024, 11, 22)), 1)]));
    assert!(!may(&[belongs(Some(date(2024, 11, 21)), 1)]));
    assert!(
        !may(&[belongs(None, 1), belongs(Some(date(2020, 1, 1)), 2)]),
        "the newest fact says how it stands"
    );
    assert!(!may(&[fact("newsletter", Basis::Membership, Some(date(2027, 1, 1)), None, 1)]));
}

#[test]
fn a_withdrawal_from_everything_counts_for_each_purpose_and_for_later_attendance() {
    let facts = [
        fact("newsletter", Basis::Express, None, None, 1),
        fact(EVERYTHING, Basis::Withdrawal, None, None, 2),
        fact("newsletter", Basis::Implied(Implied::Attendance), Some(TODAY), None, 3),
    ];
    assert!(!may(&facts));
}

fn any_fact() -> impl Strategy<Value = ConsentFact> {
    let basis = prop_oneof![
        Just(Basis::Express),
        Just(Basis::Implied(Implied::Gift)),
        Just(Basis::Implied(Implied::Attendance)),
        Just(Basis::Implied(Implied::Inquiry)),
        Just(Basis::Membership),
        Just(Basis::Withdrawal),
    ];
    let day = || (2020_i16..2029, 1_i8..13, 1_i8..29).prop_map(|(y, m, d)| date(y, m, d));
    let purpose = prop_oneof![Just("newsletter"), Just("invitations"), Just(EVERYTHING)];
    (purpose, basis, proptest::option::of(day()), proptest::option::of(day()), 0_i64..50)
        .prop_map(|(purpose, basis, since, ended, at)| fact(purpose, basis, since, ended, at))
}

proptest! {
    #[test]
    fn a_withdrawal_beats_all_that_is_known_at_once(mut facts in proptest::collection::vec(any_fact(), 0..12)) {
        facts.push(fact("newsletter", Basis::Withdrawal, None, None, 50));
        prop_assert!(!may(&facts));
    }

    #[test]
    fn the_order_of_the_ledger_does_not_matter(facts in proptest::collection::vec(any_fact(), 0..12)) {
        // Of two facts about belonging that were written at the same instant neither is newer: keep one.
        let mut seen = std::collections::HashSet::new();
        let facts: Vec<_> = facts.into_iter().filter(|f| f.basis != Basis::Membership || seen.insert(f.recorded_at)).collect();
        let mut turned = facts.clone();
        turned.reverse();
        prop_assert_eq!(may(&facts), may(&turned));
    }

    #[test]
    fn facts_for_other_purposes_never_permit(facts in proptest::collection::vec(any_fact(), 0..12)) {
        let others: Vec<_> = facts.into_iter().filter(|f| f.purpose != "newsletter").collect();
        prop_assert!(!may(&others));
    }

    #[test]
    fn without_an_express_yes_consent_ends_by_itself(facts in proptest::collection::vec(any_fact(), 0..12)) {
        let quiet: Vec<_> = facts
            .into_iter()
            .filter(|f| f.basis != Basis::Express && (f.basis != Basis::Membership || f.ended.is_some()))
            .collect();
        prop_assert!(!may_send(&quiet, "newsletter", date(2040, 1, 1)));
    }
}

/// Why and until when, in short.
fn because(facts: &[ConsentFact], today: Date) -> (&'static str, Option<Basis>, Option<Date>) {
    match verdict(facts, "newsletter", today) {
        Verdict::May(why) => ("may", Some(why.fact.basis), why.until),
        Verdict::Silent(why) => ("silent", why.map(|why| why.fact.basis), why.and_then(|why| why.until)),
        Verdict::SaidNo(no) => ("no", Some(no.basis), None),
    }
}

#[test]
fn the_grounds_that_last_longest_are_told_and_those_that_ended_last() {
    let on = |why, day| fact("newsletter", Basis::Implied(why), Some(day), None, 1);
    let (asked, bought) = (on(Implied::Inquiry, date(2026, 11, 4)), on(Implied::Business, date(2026, 5, 4)));
    let belonged = fact("newsletter", Basis::Membership, Some(date(2020, 1, 1)), Some(date(2026, 8, 1)), 1);
    let belongs = fact("newsletter", Basis::Membership, Some(date(2020, 1, 1)), None, 2);
    let yes = fact("newsletter", Basis::Express, None, None, 3);
    let no = fact("newsletter", Basis::Withdrawal, None, None, 4);
    let mut all = Vec::new();
    for (next, expected) in [
        (asked, ("may", Some(Basis::Implied(Implied::Inquiry)), Some(date(2027, 5, 4)))),
        (bought, ("may", Some(Basis::Implied(Implied::Business)), Some(date(2028, 5, 4)))),
        (belonged, ("may", Some(Basis::Membership), Some(date(2028, 8, 1)))),
        (belongs, ("may", Some(Basis::Membership), None)),
        (yes, ("may", Some(Basis::Express), None)),
        (no, ("no", Some(Basis::Withdrawal), None)),
    ] {
        all.push(next);
        assert_eq!(because(&all, TODAY), expected, "{}", all.len());
    }
    let last = Some(date(2028, 5, 4));
    assert_eq!(because(&all[..2], date(2028, 5, 4)).0, "may", "the last day counts");
    assert_eq!(
        because(&all[..2], date(2028, 5, 5)),
        ("silent", Some(Basis::Implied(Implied::Business)), last)
    );
    assert_eq!(because(&[], TODAY), ("silent", None, None));
}

#[test]
fn leap_days_end_on_the_last_of_february() {
    let on = |why, day| fact("newsletter", Basis::Implied(why), Some(day), None, 1);
    for (why, day, last) in [
        (Implied::Attendance, date(2024, 2, 29), date(2026, 2, 28)),
        (Implied::Attendance, date(2022, 2, 28), date(2024, 2, 28)),
        (Implied::Inquiry, date(2023, 8, 31), date(2024, 2, 29)),
        (Implied::Inquiry, date(2024, 2, 29), date(2024, 8, 29)),
    ] {
        let one = [on(why, day)];
        assert!(may_send(&one, "newsletter", last), "{day}");
        assert!(!may_send(&one, "newsletter", last.tomorrow().unwrap()), "{day}");
    }
    let left = [fact("newsletter", Basis::Membership, None, Some(date(2024, 2, 29)), 1)];
    assert!(may_send(&left, "newsletter", date(2026, 2, 28)));
    assert!(!may_send(&left, "newsletter", date(2026, 3, 1)));
}

proptest! {
    #[test]
    fn once_all_has_happened_consent_only_ends_and_ends_on_the_day_that_is_told(
        facts in proptest::collection::vec(any_fact(), 0..12), days in 0_i64..2_000,
    ) {
        let began = facts.iter().filter_map(|f| f.since).max().unwrap_or(TODAY);
        let (today, later) = (began, began.checked_add(days.days()).unwrap());
        let now = verdict(&facts, "newsletter", today);
        let then = may_send(&facts, "newsletter", later);
        match now {
            Verdict::May(why) => prop_assert_eq!(then, why.until.is_none_or(|last| later <= last)),
            Verdict::Silent(_) | Verdict::SaidNo(_) => prop_assert!(!then, "silence does not become consent by waiting"),
        }
    }
}

crate::on_both! { vec![];
    async fn the_ledger_gives_back_what_proves_consent_and_forgets_all_but_the_no(site) {
        let ctx = site.ctx(site.coordinator());
        let person = Uuid::from_u128(77);
        let mut tx = ctx.write(crate::pages::ENTER).await.unwrap();
        let yes = NewConsent { purpose: "newsletter", basis: Basis::Express, since: None, ended: None, how: "web-form",
            wording: "Oui, j’accepte de recevoir l’infolettre.", lang: Lang::Fr, evidence: Some("form 3") };
        tx.record_consent(person, &yes).await.unwrap();
        let came = NewConsent { basis: Basis::Implied(Implied::Attendance), since: Some(TODAY), ..yes.clone() };
        tx.record_consent(person, &came).await.unwrap();
        tx.commit().await.unwrap();
        site.app.clock.advance(1);
        let mut tx = ctx.write(crate::pages::ENTER).await.unwrap();
        let facts = tx.consent_facts(person).await.unwrap();
        assert_eq!(facts.len(), 2);
        assert_eq!((facts[0].wording.as_str(), facts[0].lang, facts[0].recorded_by.as_str()), (yes.wording, Lang::Fr, "Tess Test"));
        assert_eq!((facts[1].basis, facts[1].since), (Basis::Implied(Implied::Attendance), Some(TODAY)));
        assert!(may(&facts));
        let both = [person, Uuid::from_u128(78)];
        assert_eq!(tx.who_may_be_sent(&both, "newsletter", TODAY).await.unwrap(), [person].into());
        assert!(tx.who_may_be_sent(&both, "invitations", TODAY).await.unwrap().is_empty());
        tx.withdraw_consent(person, "newsletter", "unsubscribe-link", Lang::Fr).await.unwrap();
        assert!(!may(&tx.consent_facts(person).await.unwrap()));
        assert_eq!(tx.forget_consent(person).await.unwrap(), 2);
        let left = tx.consent_facts(person).await.unwrap();
        assert_eq!((left.len(), left[0].basis), (1, Basis::Withdrawal));
        assert_eq!(tx.consent_facts(Uuid::from_u128(78)).await.unwrap().len(), 0);
    }

    async fn what_is_carried_to_somebody_keeps_its_words_and_its_day_and_comes_once(site) {
        let ctx = site.ctx(site.coordinator());
        let (request, person) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let yes = NewConsent { purpose: "newsletter", basis: Basis::Express, since: None, ended: None, how: "web-form",
            wording: "Oui, j’accepte.", lang: Lang::Fr, evidence: Some("form 3") };
        let mut tx = ctx.write(crate::pages::ENTER).await.unwrap();
        tx.record_consent(request, &yes).await.unwrap();
        tx.commit().await.unwrap();
        site.app.clock.advance(60);
        let mut tx = ctx.write(crate::pages::ENTER).await.unwrap();
        tx.withdraw_consent(person, "newsletter", "unsubscribe-link", Lang::Fr).await.unwrap();
        tx.commit().await.unwrap();
        site.app.clock.advance(60);
        let mut tx = ctx.write(crate::pages::ENTER).await.unwrap();
        assert_eq!(tx.carry_consent(request, person).await.unwrap(), 1);
        assert_eq!(tx.carry_consent(request, person).await.unwrap(), 0, "once");
        let (said, held) = (tx.consent_facts(request).await.unwrap(), tx.consent_facts(person).await.unwrap());
        assert_eq!((held.len(), held[0].recorded_at, held[0].wording.as_str(), held[0].evidence.as_deref()), (2, said[0].recorded_at, "Oui, j’accepte.", Some("form 3")));
        assert!(!may(&held), "the no came later, and holds");
        let again = NewConsent { wording: "Yes again.", ..yes };
        tx.record_consent(person, &again).await.unwrap();
        assert!(may(&tx.consent_facts(person).await.unwrap()), "control: a yes of today lifts it");
    }
}
