//! Samples of the pages on which many lines are changed at once, taken back, or copied to the next year.

use super::{id, inside, sample};
use crate::{
    FrameworkId, NodeId,
    editing::{
        Preview,
        setting::{By, EditRefusal, Kept, Setting},
    },
    pages::{AtFramework, done, edits, forms::Offered, slicing},
    rules::{kinds::Kind, periods::Quarter, standing::Standing, states::State},
    store::{
        edits::{Edit, EditId, EditLine, Edited},
        parties::{Part, Party, Who},
    },
};
use maud::Markup;
use platform::{
    clock::Moment,
    ctx::Ctx,
    errors::{Complaints, Refusal},
    html::choice,
    http::Pairs,
    text::Text,
};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// All of them.
pub(super) fn all(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let mut all = Vec::new();
    all.extend(forms(ctx).unwrap_or_default());
    all.extend(undos(ctx).unwrap_or_default());
    all.extend(slices(ctx).unwrap_or_default());
    all
}

fn forms(ctx: &Ctx) -> Option<Vec<(&'static str, Markup)>> {
    let seen = inside(Standing::InForce)?;
    let lines = [(2, Kind::Goal), (3, Kind::Action), (4, Kind::Action)];
    let lines: Vec<_> = lines.into_iter().map(|(n, kind)| (sample(n, Some(1), kind), Vec::new())).collect();
    let sent = Pairs::default()
        .with("all", "yes")
        .with("of_kind", "action")
        .with("from", "2026-Q1")
        .with("state", "done");
    let offered = Offered {
        parties: vec![choice("council:1", "Central"), choice("organization:1", "Maple Clinic")],
        people: vec![choice("1", "Nadia Haddad")],
        named: Vec::new(),
    };
    let set = Setting {
        lead: Some(Who::Named(Text::both("Choir", "Chorale", ctx.today()))),
        from: Quarter::new(2026, 1),
        state: Some((State::Done, Text::default())),
        ..Setting::default()
    };
    let carries = HashSet::new();
    let by = By { name: "Tess", on: ctx.today(), carries: &carries };
    let preview = |set: &Setting, n: usize| {
        let some = lines.iter().skip(n).cloned().collect();
        Preview::of(some, (set, seen.years, by), &seen.forest)
    };
    let of =
        edits::EditPage { seen: seen.clone(), lines: lines.clone(), offered, sent, carries: carries.clone() };
    let (none, wrong) = (Complaints::default(), Complaints::one("lead", EditRefusal::NothingSet));
    Some(vec![
        ("form", edits::form_view(ctx, &of, &none)),
        (
            "form-nothing",
            edits::nothing_view(ctx, AtFramework { framework: seen.id() }, &EditRefusal::NoLine),
        ),
        ("form-refused", edits::form_view(ctx, &of, &wrong)),
        ("preview", edits::preview_view(ctx, &of, &preview(&set, 1), false)),
        ("preview-refused", edits::preview_view(ctx, &of, &preview(&set, 0), false)),
        ("preview-stale", edits::preview_view(ctx, &of, &preview(&set, 1), true)),
        ("preview-same", edits::preview_view(ctx, &of, &preview(&Setting::default(), 1), false)),
    ])
}

fn undos(ctx: &Ctx) -> Option<Vec<(&'static str, Markup)>> {
    let seen = inside(Standing::InForce)?;
    let edit = |what, undone_at: Option<Moment>| Edit {
        id: EditId(Uuid::from_u128(9)),
        framework_id: FrameworkId(Uuid::from_u128(1)),
        what,
        made_at: ctx.now(),
        made_by: "Tess Test".to_owned(),
        undone_at,
    };
    let shown = |edit: Edit, refused: Option<Box<dyn Refusal>>| {
        let before = Kept::of(&sample(3, Some(2), Kind::Action), &[], &seen.forest);
        let lead = Party { part: Part::Lead, who: Who::Named(Text::both("Choir", "Chorale", ctx.today())) };
        let after = Kept { parties: vec![lead], ..before.clone() };
        let lines = vec![
            EditLine { node: id(3), version: 2, before: Some(before), after: after.clone() },
            EditLine { node: id(4), version: 1, before: None, after: after.clone() },
            EditLine { node: id(99), version: 1, before: None, after: after.clone() },
            EditLine { node: id(98), version: 1, before: None, after },
        ];
        let of = done::DonePage {
            seen: seen.clone(),
            edit,
            lines,
            offered: Offered::default(),
            gone: gone(ctx),
            refused,
        };
        done::view(ctx, &of)
    };
    let since: Box<dyn Refusal> = Box::new(EditRefusal::ChangedSince { count: 1, codes: "1.3".into() });
    let all = [edit(Edited::Set, None), edit(Edited::Moved, Some(ctx.now())), edit(Edited::Sliced, None)];
    Some(vec![
        ("done", shown(edit(Edited::Set, None), None)),
        ("done-changed-since", shown(edit(Edited::Moved, None), Some(since))),
        ("undone", shown(edit(Edited::Sliced, Some(ctx.now())), None)),
        ("list", done::list_view(ctx, &seen.framework, &all)),
        ("list-empty", done::list_view(ctx, &seen.framework, &[])),
    ])
}

fn gone(ctx: &Ctx) -> HashMap<NodeId, (String, Text)> {
    [(id(99), ("9.9".to_owned(), Text::both("Winter fair", "Foire d’hiver", ctx.today())))].into()
}

fn slices(ctx: &Ctx) -> Option<Vec<(&'static str, Markup)>> {
    let sliced = |year, sent| {
        let seen = inside(Standing::InForce)?;
        Some(slicing::view(ctx, &slicing::SlicePage { seen, year, below: None, sent }))
    };
    let shown = |year| sliced(year, None);
    let refused = |why| sliced(2026, Some((Pairs::default(), why)));
    let too_many = EditRefusal::TooManyLines { most: 500 };
    let years = inside(Standing::InForce)?.years;
    Some(vec![
        ("slice", shown(years.first())?),
        ("slice-outside", shown(years.last())?),
        ("slice-of-year", shown(2026)?),
        ("slice-none", refused(EditRefusal::NoLine)?),
        ("slice-too-many", refused(too_many)?),
    ])
}
