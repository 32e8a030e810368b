//! Samples of the pages of who is missing.

use super::{
    GapSeen, QualitySeen, ShareSeen, TableSeen, ToAsk, ToFill,
    page::{Scope, TablePage, view},
};
use crate::{
    public::samples::council,
    rules::{composition::NextStep, counting::Counted},
};
use maud::Markup;
use platform::{ctx::Ctx, manifest::Sampled};

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    vec![Sampled { name: "councils/composition", samples: pages }]
}

fn pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let show = |scope, table| view(ctx, &TablePage { scope, table, panels: Markup::default() });
    let body = |with_below| Scope::Body { council: Box::new(council(1, None)), has_below: true, with_below };
    let nobody = TableSeen { counted: Counted::default(), qualities: Vec::new() };
    vec![
        ("all", show(Scope::All, table(ctx))),
        ("one", show(body(false), table(ctx))),
        ("below", show(body(true), table(ctx))),
        ("empty", show(Scope::All, nobody)),
    ]
}

fn table(ctx: &Ctx) -> TableSeen {
    let codes = ["category", "sector", "area", "language"];
    let counted = Counted { held: 8, awaited: 1, vacant: 3 };
    TableSeen { counted, qualities: codes.map(|code| quality(ctx, code)).into() }
}

fn quality(ctx: &Ctx, code: &'static str) -> QualitySeen {
    let name = |n: usize| ToAsk { name: format!("Maple Circle {n}"), href: ctx.url("/work/partners/circle") };
    let seat = |n: usize| ToFill { name: format!("Seat {n}: Arts"), href: ctx.url("/work/councils/seats") };
    let gap = |label: &str, next, ask: usize| GapSeen {
        label: label.into(),
        next,
        ask: (1..=ask).map(name).collect(),
        fill: (1..=ask).map(seat).collect(),
    };
    QualitySeen {
        code,
        shares: vec![
            ShareSeen { label: "Soins de première ligne".into(), seats: 6 },
            ShareSeen { label: "Faith".into(), seats: 1 },
        ],
        silent: 2,
        gaps: if code == "area" {
            Vec::new()
        } else {
            vec![
                gap("Arts", NextStep::AskPartner, 7),
                gap("Transit", NextStep::Invite, 1),
                gap("Housing", NextStep::Find, 0),
            ]
        },
    }
}
