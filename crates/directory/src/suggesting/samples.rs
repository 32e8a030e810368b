//! Samples of suggesting and of deciding.

use super::{
    deciding::{self, DecidingPage},
    experiences::{self, Of},
    outcome,
    public_view::{self, BarrierPage, CorrectionPage, MissingPage},
    queue,
};
use crate::{
    ServiceId, SuggestionId,
    asking::correcting,
    pages::samples::{both, service},
    rules::{
        differences::Difference,
        outcomes::{Outcome, OutcomeRefusal},
        suggestions::{Barrier, SuggestionKind, SuggestionRefusal, SuggestionState},
    },
    store::{
        experiences::Experience,
        suggestions::{Suggestion, Wishes},
    },
};
use maud::Markup;
use platform::{
    ctx::{Ctx, Face},
    db::{Json, Page},
    errors::Complaints,
    http::Pairs,
    langs::Lang,
    manifest::Sampled,
};
use uuid::Uuid;

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "directory/suggest", samples: forms },
        Sampled { name: "directory/suggestions", samples: queues },
    ]
}

fn forms(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    let (of, none) = (service(), Complaints::default());
    let present = correcting::present(&ctx, &of).with("phones", "905-555-0100");
    let correction = |complaints: &Complaints| {
        public_view::correction(&ctx, &CorrectionPage { of: &of, sent: &present, complaints })
    };
    let barrier = |sent: &Pairs, complaints: &Complaints| {
        public_view::barrier(&ctx, &BarrierPage { of: &of, sent, complaints })
    };
    let missing = |complaints: &Complaints| {
        public_view::missing(&ctx, &MissingPage { sent: &Pairs::default(), complaints })
    };
    let one = |field: &'static str, why| Complaints::one(field, why);
    vec![
        ("correction", correction(&none)),
        ("nothing-said", correction(&one("", SuggestionRefusal::NothingSaid))),
        ("barrier", barrier(&Pairs::default().with("reason", "hours"), &none)),
        ("no-reason", barrier(&Pairs::default(), &one("reason", SuggestionRefusal::NoReason))),
        ("missing", missing(&none)),
        ("too-often", missing(&one("", SuggestionRefusal::TooOften { minutes: 5 }))),
        ("received", public_view::received(&ctx)),
        ("outcome", outcome::view(&ctx, &of, &Pairs::default(), &none)),
        (
            "outcome-not-said",
            outcome::view(&ctx, &of, &Pairs::default(), &Complaints::one("outcome", OutcomeRefusal::NotSaid)),
        ),
        ("outcome-received", outcome::received_view(&ctx)),
    ]
}

fn suggestion(ctx: &Ctx, kind: SuggestionKind, state: SuggestionState) -> Suggestion {
    let difference = |field: &str, was: &str, now: &str| Difference {
        field: field.into(),
        was: vec![was.into()],
        now: vec![now.into()],
    };
    let wishes = match kind {
        SuggestionKind::Correction => Wishes {
            differences: vec![
                difference("phones", "905-555-0101", "905-555-0199"),
                difference("language", "en", "ar"),
            ],
            ..Wishes::default()
        },
        SuggestionKind::Service => {
            let said = [("name", "Sewing circle"), ("who", "Nadia")];
            let fields = said.map(|(name, value)| (name.to_owned(), vec![value.to_owned()]));
            Wishes { fields: fields.into(), ..Wishes::default() }
        }
        SuggestionKind::Barrier => Wishes {
            reasons: vec!["hours".into(), "child-care".into()],
            need: "language-class".into(),
            ..Wishes::default()
        },
    };
    let is_open = state == SuggestionState::Open;
    Suggestion {
        id: SuggestionId(Uuid::from_u128(1)),
        kind,
        service_id: (kind != SuggestionKind::Service).then(|| ServiceId(Uuid::from_u128(1))),
        service: (kind != SuggestionKind::Service).then(|| both("English class", "Cours d’anglais")),
        wishes: Json(wishes),
        note: "The number is another one.".into(),
        lang: Lang::En,
        email: if is_open { "someone@example.org".into() } else { String::new() },
        state,
        answer: if is_open { String::new() } else { "The number is right.".into() },
        received_at: ctx.now(),
        decided_at: (!is_open).then(|| ctx.now()),
        version: 1,
    }
}

fn queues(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let some: Vec<Suggestion> = SuggestionKind::ALL
        .into_iter()
        .zip([SuggestionState::Open, SuggestionState::Taken, SuggestionState::Refused])
        .map(|(kind, state)| suggestion(ctx, kind, state))
        .collect();
    let count = |said: &str| Experience {
        service_id: ServiceId(Uuid::from_u128(1)),
        service: both("English class", "Cours d’anglais"),
        need: "language-class".into(),
        said: said.into(),
        month: "2026-04".into(),
        times: 3,
    };
    let one = |kind, state, complaints| {
        let of = suggestion(ctx, kind, state);
        let service = of.service_id.map(|_| service());
        let sent = Pairs::default().with("field", "phones");
        deciding::view(ctx, &DecidingPage { of, service, sent, complaints })
    };
    let none = Complaints::default;
    let wrong = Complaints::one("answer", SuggestionRefusal::NoAnswer);
    let open = SuggestionState::Open;
    let page = |rows: Vec<Suggestion>| Page {
        total: i64::try_from(rows.len()).unwrap_or_default(),
        rows,
        number: 1,
        size: 50,
    };
    let counted = |rows: Vec<Experience>| Page {
        total: i64::try_from(rows.len()).unwrap_or_default(),
        rows,
        number: 1,
        size: 50,
    };
    vec![
        ("some", queue::view(ctx, &page(some))),
        ("empty", queue::view(ctx, &page(Vec::new()))),
        ("correction", one(SuggestionKind::Correction, open, none())),
        ("refused", one(SuggestionKind::Correction, open, wrong)),
        ("service", one(SuggestionKind::Service, open, none())),
        ("barrier", one(SuggestionKind::Barrier, open, none())),
        ("decided", one(SuggestionKind::Correction, SuggestionState::Refused, none())),
        ("barriers", experiences::view(ctx, Of::Barriers, &counted(vec![count(Barrier::Hours.code())]))),
        ("no-barriers", experiences::view(ctx, Of::Barriers, &counted(Vec::new()))),
        (
            "outcomes",
            experiences::view(ctx, Of::Outcomes, &counted(Outcome::ALL.map(|one| count(one.code())).into())),
        ),
        ("no-outcomes", experiences::view(ctx, Of::Outcomes, &counted(Vec::new()))),
    ]
}
