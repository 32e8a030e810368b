//! Samples of the ledger of consent.

use super::{DAY, somebody};
use crate::pages::consent::{self, ConsentPage};
use maud::Markup;
use platform::{
    consent::{Basis, ConsentFact, ConsentId, EVERYTHING, Implied},
    ctx::Ctx,
    errors::{Complaints, FieldRefusal},
    http::Pairs,
    langs::Lang,
};
use uuid::Uuid;

pub(super) fn pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let fact = |n: u128, basis, since| ConsentFact {
        id: ConsentId(Uuid::from_u128(n)),
        purpose: EVERYTHING.into(),
        basis,
        since,
        ended: None,
        how: "paper".into(),
        wording: "I agree to get letters.".into(),
        lang: Lang::En,
        evidence: None,
        recorded_at: ctx.now(),
        recorded_by: "Tess Test".into(),
    };
    let facts =
        vec![fact(1, Basis::Implied(Implied::Attendance), Some(DAY)), fact(2, Basis::Withdrawal, None)];
    let typed = Pairs::default().with("basis", "express").with("how", "paper");
    let wrong = Complaints::one("wording", FieldRefusal::NotAChoice);
    let one = |facts, typed, complaints| {
        consent::view(ctx, &ConsentPage { person: somebody(), facts, typed, complaints })
    };
    vec![
        ("none", one(Vec::new(), Pairs::default(), Complaints::default())),
        ("said", one(facts.clone(), Pairs::default(), Complaints::default())),
        ("wrong", one(facts, typed, wrong)),
    ]
}
