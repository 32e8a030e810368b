//! Samples of the public pages.

use super::{
    body::{self, BodyPage},
    index::{self, WhoPage},
};
use crate::{
    CategoryId, CouncilId, ReferenceId, SeatId,
    rules::{
        seats::{Chairing, SeatState},
        terms::Holder,
        tree::Kind,
    },
    seen::{Belongs, BodySeen, SeatSeen, Sits},
    store::{bodies::Council, references::TermsOfReference, seats::Seat},
};
use jiff::civil::date;
use maud::Markup;
use partners::{Languages, Organization, OrganizationId, PersonId, Visibility};
use platform::{
    clock::Moment,
    ctx::{Ctx, Face},
    files::FileId,
    langs::Lang,
    manifest::Sampled,
    text::Text,
    thread::Thread,
};
use uuid::Uuid;

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "councils/who-we-are", samples: index_pages },
        Sampled { name: "councils/public-body", samples: body_pages },
    ]
}

fn index_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    let tree = vec![seen(council(1, None)), seen(council(2, Some(1))), seen(council(3, Some(2)))];
    vec![
        ("tree", index::view(&ctx, &WhoPage { bodies: tree })),
        ("empty", index::view(&ctx, &WhoPage { bodies: Vec::new() })),
    ]
}

fn body_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    let show = |body: BodySeen, versions, leads| {
        body::view(&ctx, &BodyPage { body, versions, leads, thread: Thread::default() })
    };
    let bare = Council { word: Text::default(), outcome: Text::default(), open: false, ..council(2, None) };
    let closed = Council { closed_at: Some(ctx.now()), ..council(3, None) };
    vec![
        ("seats", show(seen(council(1, None)), vec![version(2, &ctx), version(1, &ctx)], vec![clinic()])),
        (
            "bare",
            show(BodySeen { council: bare, total: 0, vacant: 0, seats: Vec::new() }, Vec::new(), Vec::new()),
        ),
        ("closed", show(seen(closed), Vec::new(), Vec::new())),
    ]
}

fn both(en: &str, fr: &str) -> Text {
    Text::both(en, fr, date(2026, 4, 1))
}

/// A body with a word of its own, in English and French; the second has an Arabic name too.
pub(crate) fn council(n: u128, parent: Option<u128>) -> Council {
    let name = both("Health and Wellness", "Santé et mieux-être");
    let name =
        if n == 2 { name.with(Lang::Ar, "الصحة والعافية", date(2026, 4, 1)) } else { name };
    Council {
        id: CouncilId(Uuid::from_u128(n)),
        slug: format!("group-{n}"),
        kind: Kind::SubCouncil,
        word: both("Sub-council", "Sous-conseil"),
        name,
        outcome: both("Everyone finds a doctor.", "Tout le monde trouve un médecin."),
        mandate: both(
            "Meets four times a year.\n\nTells the council.",
            "Se réunit quatre fois par année.\n\nRend compte.",
        ),
        parent_id: parent.map(|n| CouncilId(Uuid::from_u128(n))),
        depth: u32::from(parent.is_some()),
        position: 0,
        open: true,
        seat_limit: 12,
        closed_at: None,
        binned_at: None,
        version: 1,
    }
}

/// A body with a seat in every state, one of them unlisted.
fn seen(council: Council) -> BodySeen {
    let until = date(2027, 3, 31);
    let by = Holder::Person(PersonId(Uuid::from_u128(1)));
    let named = Sits::Named(PersonId(Uuid::from_u128(1)), "Nadia Haddad".into());
    let held = SeatState::Held { by, until: Some(until) };
    let ending = SeatState::Ending { by, until };
    let unnamed = SeatState::Held { by: Holder::NotNamed, until: None };
    let awaited = SeatState::Awaited { by, from: until };
    let seats = vec![
        seat(1, held, named, Belongs::ToNobody),
        seat(2, ending, Sits::Hidden, Belongs::ToSomebody),
        seat(3, unnamed, Sits::NotNamed, Belongs::ToSomebody),
        seat(4, awaited, Sits::Nobody, Belongs::ToNobody),
        seat(5, SeatState::Vacant { since: None }, Sits::Nobody, Belongs::ToNobody),
    ];
    BodySeen { council, total: seats.len() + 1, vacant: 1, seats }
}

fn seat(number: u32, state: SeatState, sits: Sits, belongs: Belongs) -> SeatSeen {
    let seat = Seat {
        id: SeatId(Uuid::from_u128(number.into())),
        council_id: CouncilId(Uuid::from_u128(1)),
        number,
        category_id: CategoryId(Uuid::from_u128(1)),
        category: both("Primary care", "Soins de première ligne"),
        sector_id: None,
        organization_id: None,
        ex_officio: number == 3,
        chairing: (number == 1).then_some(Chairing::CoChair),
        visibility: Visibility::Public,
        note: Text::default(),
        since_on: None,
        binned_at: None,
        version: 1,
    };
    SeatSeen { seat, belongs, sits, state }
}

/// An organization that leads.
fn clinic() -> Organization {
    Organization {
        id: OrganizationId(Uuid::from_u128(1)),
        slug: "clinic".into(),
        name: both("Maple Clinic", "Clinique de l’Érable"),
        sector: None,
        formal: true,
        langs: Languages::default(),
        area: None,
        visibility: Visibility::Public,
        joined_on: Some(date(2025, 1, 1)),
        left_on: None,
        about: Text::default(),
        note: String::new(),
        version: 1,
    }
}

fn version(number: u32, ctx: &Ctx) -> TermsOfReference {
    let on = date(2025, 4, 1);
    TermsOfReference {
        id: ReferenceId(Uuid::from_u128(number.into())),
        number,
        body: both(
            "Decides by consensus.\n\nMeets in public.",
            "Décide par consensus.\n\nSe réunit en public.",
        ),
        change_note: Text::default(),
        adopted_on: on,
        adopted_about: number == 1,
        file_id: (number == 2).then(|| FileId(Uuid::from_u128(1))),
        file_name: (number == 2).then(|| "Terms.pdf".into()),
        file_public: number == 2,
        recorded_at: Moment::from_micros(ctx.now().0.as_microsecond()),
    }
}
