//! Samples of what stands beside lines.

use super::{
    Around, Record, RecordPage,
    list::{self, RecommendationsPage},
    removal_view,
    shown::{Beside, sections},
    view,
};
use crate::{
    EvidenceId, MilestoneId, NodeId, RecommendationId,
    pages::samples::{inside, sample},
    rules::{
        kinds::Kind,
        records::{RecordRefusal, Reply, Telling},
        standing::Standing,
    },
    store::{evidence::Evidence, milestones::Milestone, recommendations::Recommendation},
};
use jiff::civil::{Date, date};
use maud::Markup;
use platform::{
    ctx::Ctx,
    db::Page,
    errors::Complaints,
    html::{Head, choice, page},
    manifest::Sampled,
    text::Text,
};
use std::collections::HashMap;
use uuid::Uuid;

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "plans/records", samples: forms },
        Sampled { name: "plans/beside", samples: besides },
        Sampled { name: "plans/recommendations", samples: lists },
    ]
}

const DAY: Date = date(2026, 4, 1);
const NODE: NodeId = NodeId(Uuid::from_u128(3));

fn text(en: &str, fr: &str) -> Text {
    Text::both(en, fr, DAY)
}

fn milestone(n: u128) -> Milestone {
    Milestone {
        id: MilestoneId(Uuid::from_u128(n)),
        node_id: NODE,
        title: text("Ten mentors found", "Dix mentors trouvés"),
        due_on: (n < 4).then_some(if n == 2 { date(2999, 1, 1) } else { DAY }),
        done_on: (n == 3).then_some(DAY),
        version: 1,
    }
}

fn evidence(n: u128) -> Evidence {
    let kind =
        Telling::ALL.into_iter().nth(usize::try_from(n).unwrap_or_default()).unwrap_or(Telling::Research);
    Evidence {
        id: EvidenceId(Uuid::from_u128(n)),
        node_id: NODE,
        kind,
        what: text("Visits without an interpreter", "Visites sans interprète"),
        figure: if n == 1 { "41".into() } else { String::new() },
        unit: text("of 90 visits", "des 90 visites"),
        source: text("The health centre", "Le centre de santé"),
        place: text("In town", "En ville"),
        year: Some(2025),
        link: "https://example.org/figures".into(),
        version: 1,
    }
}

fn recommendation(n: u128) -> Recommendation {
    let reply = Reply::ALL.into_iter().nth(usize::try_from(n).unwrap_or_default()).unwrap_or(Reply::Unknown);
    Recommendation {
        id: RecommendationId(Uuid::from_u128(n)),
        node_id: NODE,
        organization_id: None,
        named: text("The school board", "Le conseil scolaire"),
        barrier: text("The last bus leaves at six.", "Le dernier autobus part à six heures."),
        wording: text("One bus on Saturday evenings.", "Un autobus le samedi soir."),
        recommended_on: Some(DAY),
        expected_on: Some(date(2020, 1, 1)),
        reply,
        replied_on: reply.has_come().then_some(DAY),
        reply_note: text("No driver is on duty.", "Aucun chauffeur n’est en service."),
        outcome: text("The action was dropped.", "L’action a été abandonnée."),
        released: true,
        version: 1,
    }
}

fn of<R: Record>(ctx: &Ctx, one: &R, wrong: (&'static str, RecordRefusal)) -> Vec<Markup> {
    let line = sample(3, Some(2), Kind::Action);
    let around =
        Around { organizations: vec![choice("1", "Maple Clinic")], people: vec!["Nadia Haddad".into()] };
    let (none, complaints) = (Complaints::default(), Complaints::one(wrong.0, wrong.1));
    let sent = R::form(Some(&one.facts()));
    let shown = |one: Option<&R>, complaints: &Complaints, changed: bool| {
        view::<R>(ctx, &RecordPage { line: &line, one, around: &around, sent: &sent, complaints, changed })
    };
    vec![
        shown(None, &none, false),
        shown(Some(one), &complaints, false),
        shown(Some(one), &none, true),
        removal_view(ctx, &line, one),
    ]
}

fn forms(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let names = ["milestone", "evidence", "recommendation"];
    let all = [
        of(ctx, &milestone(1), ("done_on", RecordRefusal::Future)),
        of(ctx, &evidence(1), ("source", RecordRefusal::NamesAPerson)),
        of(ctx, &recommendation(1), ("named", RecordRefusal::ToNobody)),
    ];
    names
        .into_iter()
        .zip(all)
        .flat_map(|(name, pages)| pages.into_iter().map(move |page| (name, page)))
        .collect()
}

fn besides(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let Some(seen) = inside(Standing::InForce) else { return Vec::new() };
    let beside = Beside {
        milestones: (1..=4).map(milestone).collect(),
        evidence: (0..=2).map(evidence).collect(),
        recommendations: (0..=4).map(recommendation).collect(),
        organizations: HashMap::new(),
    };
    let shown = |kind| {
        let line = sample(3, Some(2), kind);
        page(ctx, &Head::of(ctx, &line.title), sections(ctx, &seen, &line, &beside))
    };
    vec![("need", shown(Kind::Need)), ("action", shown(Kind::Action))]
}

fn lists(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let shown = |rows: Vec<Recommendation>| {
        let rows = Page { total: i64::try_from(rows.len()).unwrap_or_default(), rows, number: 1, size: 50 };
        let lines = HashMap::from([(NODE, sample(3, Some(2), Kind::Action))]);
        list::view(ctx, &RecommendationsPage { rows, lines, organizations: HashMap::new() })
    };
    vec![("some", shown((0..=4).map(recommendation).collect())), ("none", shown(Vec::new()))]
}
