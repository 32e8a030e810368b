//! Samples of every page of this room, for the render test and the gallery.

use super::{
    list::{self, AreasPage},
    sets::{self, SetPage},
    standard::{self, StandardPage},
    unit::{self, UnitPage},
};
use crate::{
    AreaId, AreaKind, AreaSetId, Share,
    rules::AreaRefusal,
    store::{kept::Area, sets::AreaSet},
};
use jiff::civil::{Date, date};
use maud::Markup;
use platform::{
    ctx::Ctx,
    errors::{Complaints, FieldRefusal},
    http::Pairs,
    manifest::Sampled,
    text::Text,
};
use uuid::Uuid;

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "areas/list", samples: lists },
        Sampled { name: "areas/standard", samples: standards },
        Sampled { name: "areas/area", samples: units },
        Sampled { name: "areas/set", samples: set_pages },
    ]
}

const DAY: Date = date(2026, 4, 1);

fn area() -> Area {
    Area {
        id: AreaId(Uuid::from_u128(1)),
        kind: AreaKind::Own,
        code: "mill-street".into(),
        name: Text::both("Mill Street", "Rue du Moulin", DAY),
        valid_from: DAY,
        valid_to: Some(date(2027, 3, 31)),
        binned_at: None,
        version: 2,
    }
}

fn set() -> AreaSet {
    AreaSet {
        id: AreaSetId(Uuid::from_u128(2)),
        slug: "catchment".into(),
        name: Text::both("Where we work", "Notre territoire", DAY),
        valid_from: DAY,
        valid_to: None,
        binned_at: None,
        version: 1,
    }
}

fn lists(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    vec![
        ("full", list::view(ctx, &AreasPage { areas: vec![area()], sets: vec![(set(), 1)] })),
        ("empty", list::view(ctx, &AreasPage { areas: Vec::new(), sets: Vec::new() })),
        ("sets", list::sets_view(ctx, list::sample_lines(&set(), &[area()]))),
    ]
}

fn standards(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let shown = |province: &str, complaints| StandardPage {
        province: province.into(),
        kept: vec!["3525".into()],
        complaints,
    };
    let wrong = Complaints::one("division", FieldRefusal::NotAChoice);
    vec![
        ("provinces", standard::view(ctx, &shown("", Complaints::default()))),
        ("divisions", standard::view(ctx, &shown("35", wrong))),
    ]
}

fn units(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let shown = |of, complaints| UnitPage { of, sent: Pairs::default(), complaints, panels: maud::html! {} };
    let mut wrong = Complaints::one("name", AreaRefusal::Nameless);
    wrong.add("valid_from", FieldRefusal::NotADate);
    wrong.add("valid_to", AreaRefusal::Backwards);
    vec![
        ("new", unit::view(ctx, &shown(None, wrong))),
        ("kept", unit::view(ctx, &shown(Some(area()), Complaints::one("", AreaRefusal::Taken)))),
    ]
}

fn set_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let shown = |of, complaints| SetPage {
        of,
        areas: vec![area()],
        shares: vec![(area().id, Share::WHOLE)],
        sent: Pairs::default(),
        complaints,
    };
    vec![
        ("new", sets::view(ctx, &shown(None, Complaints::one("shares", AreaRefusal::Empty)))),
        ("kept", sets::view(ctx, &shown(Some(set()), Complaints::default()))),
    ]
}
