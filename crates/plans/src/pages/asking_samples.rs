//! Samples of asking how far lines are and of answering by a link.

use super::{
    asking::{self, AskingPage, Chosen},
    asking_readers::AskReader,
    asking_view,
    mine::{self, MinePage},
    samples::{inside, sample},
};
use crate::{
    LetterId,
    public::reporting::{self, Behind, ReportingPage},
    rules::{asking::AskingRefusal, kinds::Kind, standing::Standing, states::StateRefusal},
    seen::PlanSeen,
    store::letters::Letter,
};
use jiff::civil::{Date, date};
use maud::{Markup, html};
use partners::{OrganizationId, PersonId};
use platform::{
    clock::Moment,
    ctx::{Ctx, Face},
    db::Page,
    errors::Complaints,
    http::Pairs,
    langs::Lang,
    manifest::Sampled,
    text::Text,
};
use uuid::Uuid;

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "plans/asking", samples: askings },
        Sampled { name: "plans/mine", samples: mines },
        Sampled { name: "plans/reporting", samples: reportings },
    ]
}

const DAY: Date = date(2026, 4, 20);

fn letter(ctx: &Ctx, n: u128, of_person: bool) -> Letter {
    let now: Moment = ctx.now();
    Letter {
        id: LetterId(Uuid::from_u128(n)),
        person_id: of_person.then(|| PersonId(Uuid::from_u128(n))),
        organization_id: (!of_person).then(|| OrganizationId(Uuid::from_u128(n))),
        name: "Nadia Haddad".into(),
        email: "nadia@example.org".into(),
        lang: Lang::En,
        until_on: DAY,
        sent_at: if n == 3 { now.plus_seconds(-40 * 86_400) } else { now },
        sent_count: 2,
        answered_at: (n == 2).then_some(now),
        cancelled_at: (n == 4).then_some(now),
        lines: 3,
        answered: i64::from(n == 2),
        version: 1,
    }
}

fn reader(ctx: &Ctx, n: u128, lang: Lang) -> AskReader {
    AskReader {
        who: Uuid::from_u128(n),
        person: Some(PersonId(Uuid::from_u128(n))),
        organization: None,
        name: "Nadia Haddad".into(),
        address: "nadia@example.org".into(),
        lang,
        lines: vec![(crate::NodeId(Uuid::from_u128(3)), None)],
        owed: 1,
        organizations: Vec::new(),
        letter: None,
        waiting: (n == 1).then(|| ctx.now()),
    }
}

fn shown(ctx: &Ctx, seen: Option<PlanSeen>, complaints: Complaints) -> AskingPage {
    let letters: Vec<Letter> = (1..=4).map(|n| letter(ctx, n, true)).collect();
    AskingPage {
        seen,
        readers: vec![reader(ctx, 1, Lang::En), reader(ctx, 2, Lang::Fr)],
        unreached: vec![sample(4, Some(2), Kind::Action)],
        letters: Page { total: 4, rows: letters, number: 1, size: 50 },
        asked: html! {},
        sent: Pairs::default().with("to", Uuid::from_u128(1)).with("until", DAY),
        complaints,
    }
}

fn askings(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let wrong = Complaints::one("to", AskingRefusal::Nobody);
    let bare = AskingPage {
        readers: Vec::new(),
        unreached: Vec::new(),
        letters: Page { total: 0, rows: Vec::new(), number: 1, size: 50 },
        ..shown(ctx, inside(Standing::InForce), Complaints::default())
    };
    let some = shown(ctx, inside(Standing::InForce), Complaints::default());
    let mut all = vec![
        ("some", asking::view(ctx, &some)),
        ("refused", asking::view(ctx, &shown(ctx, inside(Standing::InForce), wrong))),
        ("nobody", asking::view(ctx, &bare)),
        ("without-plan", asking::view(ctx, &shown(ctx, None, Complaints::default()))),
    ];
    if let Some(seen) = &some.seen {
        let words = Text::both("Thank you.", "Merci.", DAY);
        let chosen = Chosen { readers: some.readers.iter().collect(), until_on: DAY, words };
        all.push(("preview", asking_view::preview(ctx, (&some, seen), &chosen)));
    }
    all
}

fn mines(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let shown = |own: Vec<u128>| {
        let seen = inside(Standing::InForce)?;
        let own = own.into_iter().map(|n| crate::NodeId(Uuid::from_u128(n))).collect();
        Some(mine::view(ctx, &MinePage { seen, own }))
    };
    let mut all = Vec::new();
    all.extend(shown(vec![3, 4]).map(|page| ("some", page)));
    all.extend(shown(Vec::new()).map(|page| ("none", page)));
    all
}

fn reportings(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    let years = inside(Standing::InForce).map(|seen| seen.years);
    let lines = vec![sample(3, Some(2), Kind::Action), sample(4, Some(2), Kind::Action)];
    let person = Behind { letter: letter(&ctx, 1, true), lines: lines.clone(), years };
    let mailbox = Behind { letter: letter(&ctx, 1, false), lines: lines.clone(), years };
    let nothing = Behind { letter: letter(&ctx, 1, true), lines: Vec::new(), years };
    let note = format!("note_{}", Uuid::from_u128(3));
    let (none, wrong) = (Complaints::default(), Complaints::one(note, StateRefusal::NoNote));
    let sent = Pairs::default().with(&format!("state_{}", Uuid::from_u128(3)), "stalled");
    let view = |behind: &Behind, complaints: &Complaints| {
        reporting::view(&ctx, &ReportingPage { ticket: "secret", behind, sent: &sent, complaints })
    };
    vec![
        ("form", view(&person, &none)),
        ("mailbox", view(&mailbox, &none)),
        ("refused", view(&person, &wrong)),
        ("nothing-left", view(&nothing, &none)),
        ("gone", reporting::gone_view(&ctx)),
        ("done", reporting::done_view(&ctx, "secret", &person)),
    ]
}
