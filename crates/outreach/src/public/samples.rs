//! Samples of the public pages.

use super::{
    ask::{self, AskPage},
    involved::{self, InvolvedPage},
};
use crate::rules::{enquiries::EnquiryRefusal, joining::JoiningRefusal};
use areas::{Area, AreaId, AreaKind};
use jiff::civil::date;
use maud::Markup;
use partners::{Sector, SectorId};
use platform::{
    ctx::{Ctx, Face},
    errors::Complaints,
    http::Pairs,
    manifest::Sampled,
    text::Text,
};
use uuid::Uuid;

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "outreach/get-involved", samples: involved_pages },
        Sampled { name: "outreach/ask", samples: ask_pages },
    ]
}

/// An area, named in two languages: a reader of a third has to be told which one she reads.
fn area() -> Area {
    Area {
        id: AreaId(Uuid::from_u128(2)),
        kind: AreaKind::Own,
        code: "harbour".into(),
        name: Text::both("Old Harbour", "Vieux-Port", date(2026, 4, 1)),
        valid_from: date(2026, 4, 1),
        valid_to: None,
        binned_at: None,
        version: 1,
    }
}

/// A sector, named in two languages.
pub(crate) fn sector() -> Sector {
    Sector {
        id: SectorId(Uuid::from_u128(1)),
        code: "arts".into(),
        name: Text::both("Arts and culture", "Arts et culture", date(2026, 4, 1)),
        place: 1,
        version: 1,
    }
}

fn involved_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    let show = |sent: &Pairs, complaints: &Complaints, sectors| {
        involved::view(&ctx, &InvolvedPage { ways: involved::ways(&ctx), sectors, sent, complaints })
    };
    let typed = Pairs::default().with("asker", "group").with("name", "Nadia Haddad");
    let mut wrong = Complaints::one("organization", JoiningRefusal::NoOrganization);
    wrong.add("email", JoiningRefusal::NoReach);
    wrong.add("agree", JoiningRefusal::NotAgreed);
    vec![
        ("new", show(&Pairs::default(), &Complaints::default(), vec![sector()])),
        ("refused", show(&typed, &wrong, Vec::new())),
        ("too-often", show(&typed, &Complaints::one("", super::too_often(90)), Vec::new())),
        ("received", involved::received_view(&ctx)),
    ]
}

fn ask_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    let show = |sent: &Pairs, complaints: &Complaints| {
        ask::view(&ctx, &AskPage { areas: vec![area()], sent, complaints })
    };
    let typed = Pairs::default().with("question", "?").with("topic", "housing");
    let mut wrong = Complaints::one("email", EnquiryRefusal::NoReach);
    wrong.add("agree", EnquiryRefusal::NotAgreed);
    vec![
        ("new", show(&Pairs::default(), &Complaints::default())),
        ("refused", show(&typed, &wrong)),
        ("too-often", show(&typed, &Complaints::one("", super::too_often(90)))),
        ("received", ask::received_view(&ctx)),
    ]
}
