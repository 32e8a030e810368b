//! Samples of the public pages.

use super::involved::{self, InvolvedPage};
use crate::rules::joining::JoiningRefusal;
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
    vec![Sampled { name: "outreach/get-involved", samples: involved_pages }]
}

/// A sector.
pub(crate) fn sector() -> Sector {
    Sector {
        id: SectorId(Uuid::from_u128(1)),
        code: "arts".into(),
        name: Text::both("Arts and culture", "Arts et culture", date(2026, 4, 1)).with(
            platform::langs::Lang::Ar,
            "الفنون والثقافة",
            date(2026, 4, 1),
        ),
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
        ("received", involved::received_view(&ctx)),
    ]
}
