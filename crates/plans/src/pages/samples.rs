//! Samples of this room's pages: each struct of a page with something in it, with nothing in it, and refused.

mod edits;

use super::{
    binning,
    changes::{self, ChangesPage},
    forms::{Offered, framework_form, line_form},
    frameworks::{self, FrameworkForm},
    line::{self, LinePage},
    line_form::{self, LineForm},
    linking::{self, LinkPage},
    moving::{self, MovePage},
    promises, quarters,
    saying::{self, Asked, SayingPage},
    table::{self, Counted, TablePage},
    tree,
    writing::{Changing, conflict_view},
};
use crate::{
    FrameworkId, NodeId,
    facade::Compared,
    links::{LinkRefusal, Tie},
    public,
    records::shown::Beside,
    rules::{
        changes::{Placed, changes as changed},
        kinds::Kind,
        money::MoneyRefusal,
        patterns::Pattern,
        periods::Quarter,
        stages::Stage,
        standing::Standing,
        states::{Publicity, State, StateRefusal},
        tree::TreeRefusal,
    },
    seen::{Names, PlanSeen},
    store::{
        frameworks::{Framework, Level},
        lines::Line,
        parties::{Part, Party, Who},
    },
};
use jiff::civil::{Date, date};
use maud::{Markup, html};
use platform::{
    ctx::{Ctx, Face},
    db::Page,
    errors::Complaints,
    html::choice,
    http::Pairs,
    manifest::Sampled,
    text::Text,
    thread::{Knot, Thread},
};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "plans/tree", samples: trees },
        Sampled { name: "plans/table", samples: tables },
        Sampled { name: "plans/carried", samples: carried },
        Sampled { name: "plans/line", samples: lines },
        Sampled { name: "plans/line-form", samples: line_forms },
        Sampled { name: "plans/frameworks", samples: framework_pages },
        Sampled { name: "plans/saying", samples: sayings },
        Sampled { name: "plans/edits", samples: edits::all },
        Sampled { name: "plans/changes", samples: change_pages },
        Sampled { name: "plans/our-plan", samples: our_plans },
        Sampled { name: "plans/our-plan-line", samples: our_lines },
    ]
}

const DAY: Date = date(2026, 4, 1);

fn text(en: &str, fr: &str) -> Text {
    Text::both(en, fr, DAY)
}

pub(crate) fn id(n: u128) -> NodeId {
    NodeId(Uuid::from_u128(n))
}

fn framework(standing: Standing, publicity: Publicity) -> Framework {
    let id = FrameworkId(Uuid::from_u128(1));
    Framework {
        id,
        family_id: id.0,
        number: 1,
        slug: "plan".into(),
        title: text("Community plan", "Plan communautaire"),
        about: text("What we do together.", "Ce que nous faisons ensemble."),
        purpose: text("So that everybody belongs", "Pour que chacun ait sa place"),
        goals: text("Work\nA doctor for everybody", "Du travail\nUn médecin pour tous"),
        principles: text("Respect: all count\nWe listen", "Respect\u{a0}: chacun compte\nNous écoutons"),
        source: text("The partnership itself", "Le partenariat lui-même"),
        edition: "2025".into(),
        standing,
        historical: publicity == Publicity::Nothing,
        publicity,
        first_year: 2025,
        last_year: 2029,
        year_month: 4,
        adopted_on: Some(DAY),
        decision: text("Decision 1", "Décision 1"),
        version: 1,
    }
}

/// A line of the samples: `n` below `above`.
pub(crate) fn sample(n: u128, above: Option<u128>, kind: Kind) -> Line {
    let depth = match n {
        1 => 0,
        2 => 1,
        _ => 2,
    };
    Line {
        id: id(n),
        framework_id: FrameworkId(Uuid::from_u128(1)),
        line_id: Uuid::from_u128(n),
        parent_id: above.map(id),
        depth,
        position: u32::try_from(n).unwrap_or_default(),
        kind,
        code: format!("1.{n}"),
        title: text("List every formal service", "Recenser chaque service formel"),
        note: text(
            "Asked by newcomers.\n\nSince 2025.",
            "Demandé par les nouveaux arrivants.\n\nDepuis 2025.",
        ),
        wording: text("Create an inventory", "Dresser un inventaire"),
        adopted_on: (n == 3).then_some(DAY),
        decision: text("Decision 2", "Décision 2"),
        owner_id: None,
        from_quarter: Quarter::new(2026, 1),
        to_quarter: if n == 4 { None } else { Quarter::new(2026, 4) },
        from_month: (n == 5).then_some(4),
        to_month: None,
        ongoing: n == 4,
        patterns: (kind == Kind::Action).then_some(Pattern::Inventory).into_iter().collect(),
        stage: (kind == Kind::Direction).then_some(Stage::Seeking),
        stage_why: Text::default(),
        seeking: (n == 3).then_some(12_500),
        secured: (n == 3).then_some(4_000),
        in_kind: (n == 3).then_some(800),
        volunteer_hours: (n == 3).then_some(120),
        reported_state: matches!(n, 3 | 4).then_some(if n == 3 { State::Stalled } else { State::UnderWay }),
        reported_note: if n == 3 {
            text("Nobody is left to call.", "Il ne reste personne pour appeler.")
        } else {
            Text::default()
        },
        reported_on: matches!(n, 3 | 4).then_some(DAY),
        reported_by: if n == 3 { "Nadia Haddad".into() } else { String::new() },
        reported_for_owner: n == 4,
        released: false,
        confirmed_state: (n == 3).then_some(State::OnTrack),
        confirmed_note: Text::default(),
        confirmed_on: (n == 3).then_some(DAY),
        confirmed_by: None,
        confirmed_decision: Text::default(),
        derived_state: (n == 3).then_some(State::UnderWay),
        version: 1,
    }
}

fn all_lines() -> Vec<Line> {
    vec![
        sample(1, None, Kind::Priority),
        sample(2, Some(1), Kind::Goal),
        sample(3, Some(2), Kind::Action),
        sample(4, Some(2), Kind::Action),
        sample(5, Some(2), Kind::Direction),
    ]
}

/// A plan for a face; none when its years are none, which no sample has.
fn seen(face: Face, standing: Standing, publicity: Publicity, lines: Vec<Line>) -> Option<PlanSeen> {
    let one = text("Strategic action", "Action stratégique");
    let many = text("Strategic actions", "Actions stratégiques");
    let party = |part| Party { part, who: Who::Named(text("School boards", "Conseils scolaires")) };
    let parties = HashMap::from([(id(3), vec![party(Part::Lead), party(Part::Partner)])]);
    let levels = vec![Level { kind: Kind::Action, one, many }];
    PlanSeen::new(framework(standing, publicity), (lines, levels), (parties, Names::default()), face).ok()
}

pub(crate) fn inside(standing: Standing) -> Option<PlanSeen> {
    seen(Face::Work, standing, Publicity::Confirmed, all_lines())
}

fn trees(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let mut all = vec![("none", tree::none_view(ctx))];
    for (name, standing) in [
        ("in-force", Standing::InForce),
        ("draft", Standing::Draft),
        ("past", Standing::Past),
        ("reference", Standing::Reference),
    ] {
        all.extend(inside(standing).map(|seen| (name, tree::view(ctx, &seen))));
    }
    let bare = seen(Face::Work, Standing::Draft, Publicity::Nothing, Vec::new());
    all.extend(bare.map(|seen| ("without-lines", tree::view(ctx, &seen))));
    all
}

fn tables(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let shown = |seen: PlanSeen, rows: Vec<Line>| {
        let total = i64::try_from(rows.len()).unwrap_or_default();
        let (rows, counted) = (Page { total, rows, number: 1, size: 50 }, Counted::default());
        table::view(ctx, &TablePage { seen, counted, rows, milestones: HashMap::new() })
    };
    let mut all = Vec::new();
    all.extend(inside(Standing::InForce).map(|seen| ("some", shown(seen, all_lines()))));
    all.extend(inside(Standing::InForce).map(|seen| ("empty", shown(seen, Vec::new()))));
    all
}

fn carried(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let mut all = Vec::new();
    all.extend(inside(Standing::InForce).map(|seen| ("quarters", quarters::view(ctx, &seen, (2026, &[])))));
    all.extend(inside(Standing::InForce).map(|seen| ("promises", promises::view(ctx, &seen))));
    let bare = seen(Face::Work, Standing::InForce, Publicity::Nothing, Vec::new());
    all.extend(bare.map(|seen| ("nobody", promises::view(ctx, &seen))));
    all
}

fn lines(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let knot = |n: u128| Knot {
        of: id(n).into(),
        word: "1.1".into(),
        title: text("Settlement services", "Services d’établissement").worded(ctx.lang),
        href: Some("/".into()),
    };
    let shown = |n: u128, links: Vec<(Tie, Line)>| {
        let line = all_lines().into_iter().find(|line| line.id == id(n))?;
        let thread = Thread { up: vec![knot(1), knot(2)], down: vec![knot(4)] };
        let seen = inside(Standing::InForce)?;
        let owner = Some("Nadia Haddad".to_owned());
        let panels = html! { section #panel { h2 { "1" } } };
        let beside = Beside::default();
        Some(line::view(ctx, &LinePage { seen, line, links, owner, beside, moved: None, thread, panels }))
    };
    let links = Tie::ALL.map(|role| (role, sample(1, None, Kind::Need))).to_vec();
    let mut all = Vec::new();
    all.extend(shown(3, links).map(|page| ("action", page)));
    all.extend(shown(2, Vec::new()).map(|page| ("goal", page)));
    all.extend(shown(5, Vec::new()).map(|page| ("direction", page)));
    all.push(("bin", binning::view(ctx, &sample(3, Some(2), Kind::Action))));
    all.extend(move_and_link(ctx));
    all
}

fn move_and_link(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let Some(seen) = inside(Standing::InForce) else { return Vec::new() };
    let line = sample(3, Some(2), Kind::Action);
    let sent = Pairs::default().with("above", id(2).0).with("version", 1);
    let refused = Complaints::one("above", TreeRefusal::Cycle);
    let moved =
        |complaints| moving::view(ctx, &MovePage { seen: &seen, line: &line, sent: &sent, complaints });
    let others = vec![(sample(1, None, Kind::Need), "Plan".to_owned())];
    let wrong = Complaints::one("to", LinkRefusal::NotANeed);
    let linked =
        |complaints| linking::view(ctx, &LinkPage { line: &line, others: &others, sent: &sent, complaints });
    let none = Complaints::default();
    let last = platform::html::History::plain("plan-node", Vec::new());
    let mut all = vec![
        ("move", moved(&none)),
        ("move-refused", moved(&refused)),
        ("link", linked(&none)),
        ("link-refused", linked(&wrong)),
        ("bin-changed", binning::changed_view(ctx, &line, &last)),
    ];
    all.extend(
        moving::conflict_view(ctx, (&seen, &line), &sent, None).ok().map(|page| ("move-conflict", page)),
    );
    all
}

fn line_forms(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let Some(seen) = inside(Standing::InForce) else { return Vec::new() };
    let offered = Offered {
        parties: vec![choice("council:1", "Central"), choice("organization:1", "Maple Clinic")],
        people: vec![choice("1", "Nadia Haddad")],
        named: Vec::new(),
    };
    let line = sample(3, Some(2), Kind::Action);
    let sent = line_form(&line.facts(), &[], &offered, 1);
    let mut wrong = Complaints::one("code", TreeRefusal::CodeTaken { code: "1.3".into() });
    wrong.add("seeking", MoneyRefusal::NotAnAmount { most: 1_000_000_000 });
    let none = Complaints::default();
    let shown = |id: Option<NodeId>, complaints| {
        line_form::view(ctx, &LineForm { id, seen: &seen, sent: &sent, complaints, offered: &offered })
    };
    let mut all = vec![
        ("new", shown(None, &none)),
        ("edit", shown(Some(line.id), &none)),
        ("refused", shown(Some(line.id), &wrong)),
    ];
    let typed = sent.clone().with("title_en", "Other words").with("ongoing", "yes");
    let of = Changing { line, seen: seen.clone(), parties: Vec::new(), offered: Offered::default() };
    all.extend(conflict_view(ctx, &of, &typed, None).ok().map(|page| ("conflict", page)));
    all
}

fn framework_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let next = Framework {
        id: FrameworkId(Uuid::from_u128(2)),
        number: 2,
        standing: Standing::Draft,
        ..framework(Standing::Draft, Publicity::Released)
    };
    let all = [framework(Standing::InForce, Publicity::Confirmed), next];
    let sent = framework(Standing::Draft, Publicity::Confirmed)
        .facts()
        .map_or_else(|_| Pairs::default(), |facts| framework_form(&facts, &[], 1));
    let none = Complaints::default();
    let wrong = Complaints::one("last_year", crate::rules::periods::PeriodRefusal::YearsBackwards);
    let shown = |id, complaints| frameworks::view(ctx, &FrameworkForm { id, sent: &sent, complaints });
    let typed = sent.clone().with("title_en", "Other name").with("historical", "yes");
    let stored = framework(Standing::Draft, Publicity::Confirmed);
    let conflict = frameworks::conflict_view(ctx, (&stored, &[]), &typed, None);
    let mut pages = vec![
        ("list", frameworks::list_view(ctx, &all)),
        ("none", frameworks::list_view(ctx, &[])),
        ("new", shown(None, &none)),
        ("edit", shown(Some(FrameworkId(Uuid::from_u128(1))), &none)),
        ("refused", shown(None, &wrong)),
    ];
    pages.extend(conflict.ok().map(|page| ("conflict", page)));
    pages
}

fn sayings(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let Some(seen) = inside(Standing::InForce) else { return Vec::new() };
    let line = sample(3, Some(2), Kind::Action);
    let sent = Pairs::default().with("on", DAY).with("state", "stalled");
    let none = Complaints::default();
    let wrong = Complaints::one("note", StateRefusal::NoNote);
    let shown = |asked, complaints| {
        saying::view(ctx, &SayingPage { seen: &seen, line: &line, asked, sent: &sent, complaints })
    };
    vec![
        ("report", shown(Asked::Report, &none)),
        ("report-refused", shown(Asked::Report, &wrong)),
        ("confirmation", shown(Asked::Confirmation, &none)),
        ("adoption", shown(Asked::Adoption, &none)),
    ]
}

fn change_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let placed = |line: &Line, position| Placed {
        parent: None,
        position,
        facts: Compared { facts: line.facts(), parties: Vec::new() },
    };
    let lines = all_lines();
    let names: HashMap<Uuid, _> = lines.iter().map(|line| (line.line_id, line.facts())).collect();
    let old: BTreeMap<Uuid, _> = lines.iter().take(3).map(|line| (line.line_id, placed(line, 0))).collect();
    let mut new: BTreeMap<Uuid, _> =
        lines.iter().skip(1).map(|line| (line.line_id, placed(line, 1))).collect();
    if let Some(placed) = new.values_mut().next() {
        placed.facts.facts.title = text("Other words", "D’autres mots");
    }
    let shown = |new: &BTreeMap<Uuid, _>| {
        let of = ChangesPage {
            old: framework(Standing::Past, Publicity::Confirmed),
            new: framework(Standing::InForce, Publicity::Confirmed),
            changes: changed(&old, new),
            names: names.clone(),
        };
        changes::view(ctx, &of)
    };
    vec![("some", shown(&new)), ("none", shown(&old))]
}

fn our_plans(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    use Publicity::{Confirmed, Nothing, Released};
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    let mut all = vec![("none", public::plan::view(&ctx, None))];
    for (name, publicity) in [("confirmed", Confirmed), ("released", Released), ("without-states", Nothing)] {
        let plan = seen(Face::Public, Standing::InForce, publicity, all_lines());
        all.push((name, public::plan::view(&ctx, plan.as_ref())));
    }
    all
}

fn our_lines(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    let shown = |n: u128| {
        let seen = seen(Face::Public, Standing::InForce, Publicity::Confirmed, all_lines())?;
        let line = all_lines().into_iter().find(|line| line.id == id(n))?;
        let (beside, thread) = Default::default();
        Some(public::line::view(&ctx, &public::line::LinePage { seen, line, beside, thread }))
    };
    [(3, "action"), (2, "goal")].into_iter().filter_map(|(n, name)| Some((name, shown(n)?))).collect()
}
