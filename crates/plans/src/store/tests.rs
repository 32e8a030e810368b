//! The store and the facade on both databases: what is written reads back, and what the rules refuse the constraints refuse again.

use super::{counted::*, frameworks::*, lines::*, parties::*, saying::*, sheet::*, writing::*};
use crate::{
    FrameworkId, NewLine, NodeId, Reported, add_framework, add_lines, add_version, adopt_wording, bin_line,
    bring_framework_into_force, can, changes_between, confirm_state, move_line, report_state,
    rules::{
        charter::Charter,
        kinds::Kind,
        periods::{Quarter, Span, Years},
        standing::Standing,
        states::{Publicity, State},
        tree::{Node, TreeRefusal},
    },
    set_derived_state,
};
use jiff::civil::{Date, date};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, Refusal, Result},
    testing::{Site, refusal_code},
    text::Text,
};

pub(crate) const DAY: Date = date(2026, 11, 22);

pub(crate) fn text(words: &str) -> Text {
    Text::both(words, words, DAY)
}

pub(crate) fn framework(title: &str) -> FrameworkFacts {
    FrameworkFacts {
        title: text(title),
        about: Text::default(),
        charter: Charter::default(),
        source: Text::default(),
        edition: String::new(),
        historical: false,
        publicity: Publicity::Confirmed,
        years: Years::new(2025, 2029, 4).unwrap(),
        adopted_on: None,
        decision: Text::default(),
    }
}

pub(crate) fn new(above: &str, kind: Kind, code: &str) -> NewLine {
    let facts = LineFacts::new(kind, code, text(&format!("Line {code}")));
    NewLine { above: (!above.is_empty()).then(|| above.to_owned()), facts, parties: Vec::new() }
}

/// A plan in force: a priority, two goals, two actions below the first, the first of which has a span.
pub(crate) async fn small(tx: &mut Tx) -> Result<(FrameworkId, Vec<NodeId>)> {
    let id = add_framework(tx, "plan", (&framework("Community plan"), Standing::Draft), &[]).await?;
    let span = Span::quarters(Quarter::from_code("2026-Q1"), Quarter::from_code("2026-Q4"));
    let first = new("1.1", Kind::Action, "1.1-1");
    let first = NewLine { facts: LineFacts { span, ..first.facts }, ..first };
    let lines = [
        new("", Kind::Priority, "1"),
        new("1", Kind::Goal, "1.1"),
        first,
        new("1.1", Kind::Action, "1.1-2"),
        new("1", Kind::Goal, "1.2"),
    ];
    let ids = add_lines(tx, id, &lines).await?;
    bring_framework_into_force(tx, id).await?;
    Ok((id, ids))
}

async fn with_plan(site: &Site) -> (Ctx, FrameworkId, Vec<NodeId>) {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
    let (plan, ids) = small(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    (ctx, plan, ids)
}

fn rooms() -> Vec<platform::manifest::Manifest> {
    vec![areas::manifest(), partners::manifest(), councils::manifest(), crate::manifest()]
}

/// A council of this name, which stands highest.
pub(crate) fn council(name: &str) -> councils::CouncilFacts {
    councils::CouncilFacts {
        kind: councils::rules::tree::Kind::Council,
        word: Text::default(),
        name: text(name),
        outcome: Text::default(),
        mandate: Text::default(),
        parent: None,
        position: 0,
        open: false,
        seat_limit: None,
    }
}

platform::on_both! { rooms();
    async fn a_plan_reads_back_as_it_was_written(site) {
        let (ctx, plan, ids) = with_plan(site).await;
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        let lines = list_lines(&mut tx, plan).await.unwrap();
        let codes: Vec<_> = lines.iter().map(|line| (line.code.as_str(), line.depth)).collect();
        assert_eq!(codes, [("1", 0), ("1.1", 1), ("1.1-1", 2), ("1.1-2", 2), ("1.2", 1)]);
        assert_eq!(lines[2].span().to, Quarter::from_code("2026-Q4"));
        assert_eq!(find_in_force(&mut tx).await.unwrap().unwrap().id, plan);
        assert_eq!(tx.history(&ids[2].into(), 9).await.unwrap().len(), 1);
        tx.done().await.unwrap();
    }

    async fn another_partnership_sees_nothing_of_it(site) {
        let (ctx, plan, ids) = with_plan(site).await;
        let mut tx = site.app.db.reading(Some(site.other.id), ctx.now()).await.unwrap();
        assert!(list_lines(&mut tx, plan).await.unwrap().is_empty());
        assert!(find_line(&mut tx, ids[0]).await.unwrap().is_none());
        assert!(find_framework(&mut tx, plan).await.unwrap().is_none() && list_frameworks(&mut tx).await.unwrap().is_empty());
        assert!(list_parties(&mut tx, plan).await.unwrap().is_empty() && list_levels(&mut tx, plan).await.unwrap().is_empty());
        tx.done().await.unwrap();
    }

    async fn what_the_rules_refuse_the_constraints_refuse_again(site) {
        let (ctx, plan, ids) = with_plan(site).await;
        let facts = LineFacts::new(Kind::Action, "1.1-1", text("Twin"));
        let twin = |parent, depth| (Node { id: NodeId(uuid::Uuid::from_u128(77)), parent, position: 0, code: "1.1-1".into(), kind: Kind::Action }, depth);
        // A code twice; a step that does not follow from the line above; a goal that stands highest.
        let cases = [twin(Some(ids[1]), 2), twin(Some(ids[1]), 3), twin(None, 0)];
        for (n, (node, depth)) in cases.into_iter().enumerate() {
            let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
            let other = LineFacts { code: "other".into(), ..facts.clone() };
            let refused = insert_line(&mut tx, plan, (&node, depth), (if n == 0 { &facts } else { &other }, None)).await;
            let refused = match refused { Ok(()) => tx.commit().await, refused => refused };
            assert!(refused.is_err(), "case {n}");
            if n == 0 { assert_eq!(refusal_code(refused), TreeRefusal::CodeTaken { code: String::new() }.code()); }
        }
    }

    async fn a_branch_moves_with_what_stands_below_it_and_back(site) {
        let (ctx, plan, ids) = with_plan(site).await;
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let goal = find_line(&mut tx, ids[1]).await.unwrap().unwrap();
        move_line(&mut tx, &goal, Some(ids[4]), 0).await.unwrap();
        let steps: Vec<_> = list_lines(&mut tx, plan).await.unwrap().into_iter().map(|line| (line.code, line.depth)).collect();
        let expected = [("1", 0), ("1.2", 1), ("1.1", 2), ("1.1-1", 3), ("1.1-2", 3)];
        assert_eq!(steps, expected.map(|(code, depth)| (code.to_owned(), depth)));
        assert!(matches!(move_line(&mut tx, &goal, Some(ids[0]), 0).await, Err(Error::Stale)), "it was read before it moved");
        let goal = find_line(&mut tx, ids[1]).await.unwrap().unwrap();
        move_line(&mut tx, &goal, Some(ids[0]), 0).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let codes: Vec<_> = list_lines(&mut tx, plan).await.unwrap().into_iter().map(|line| line.code).collect();
        assert_eq!(codes, ["1", "1.1", "1.1-1", "1.1-2", "1.2"]);
        let priority = find_line(&mut tx, ids[0]).await.unwrap().unwrap();
        assert_eq!(refusal_code(bin_line(&mut tx, &priority).await), "plan-has-below");
    }

    async fn what_is_reported_confirmed_and_derived_stands_side_by_side(site) {
        let (ctx, _, ids) = with_plan(site).await;
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let council = councils::add_council(&mut tx, "central", &council("Central")).await.unwrap();
        let report = |state, note: &str| Reported { state, note: if note.is_empty() { Text::default() } else { text(note) }, on: DAY, by: "Tess Test".into(), for_owner: false, released: false };
        assert_eq!(refusal_code(report_state(&mut tx, ids[2], &report(State::Stalled, "")).await), "plan-state-no-note");
        assert_eq!(refusal_code(report_state(&mut tx, ids[1], &report(State::Done, "")).await), "plan-state-none");
        report_state(&mut tx, ids[2], &report(State::Stalled, "Nobody is left")).await.unwrap();
        let confirmed = Confirmation { state: State::OnTrack, note: Text::default(), on: date(2026, 11, 2), council, decision: text("Decision 4") };
        let tomorrow = Confirmation { on: date(2026, 11, 23), ..confirmed.clone() };
        assert_eq!(refusal_code(confirm_state(&mut tx, ids[2], &tomorrow, DAY).await), "plan-state-future");
        confirm_state(&mut tx, ids[2], &confirmed, DAY).await.unwrap();
        set_derived_state(&mut tx, ids[2], Some(State::UnderWay)).await.unwrap();
        set_derived_state(&mut tx, ids[2], Some(State::UnderWay)).await.unwrap();
        let line = find_line(&mut tx, ids[2]).await.unwrap().unwrap();
        let said = line.said();
        assert_eq!((said.standing(), said.is_disputed(), said.to_public(Publicity::Released)), (Some(State::Stalled), true, Some(State::OnTrack)));
        assert_eq!((line.reported_by.as_str(), line.confirmed_by, line.derived_state), ("Tess Test", Some(council), Some(State::UnderWay)));
        assert_eq!(tx.history(&ids[2].into(), 9).await.unwrap().len(), 4, "what was derived before is not written again");
    }

    async fn adopted_words_stay_and_a_new_version_tells_exactly_what_changed(site) {
        let (ctx, plan, ids) = with_plan(site).await;
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let before = find_line(&mut tx, ids[2]).await.unwrap().unwrap();
        update_line(&mut tx, &before, &LineFacts { wording: text("Exact words"), ..before.facts() }).await.unwrap();
        adopt_wording(&mut tx, ids[2], (DAY, &text("Decision 1")), DAY).await.unwrap();
        assert_eq!(refusal_code(adopt_wording(&mut tx, ids[2], (DAY, &text("Again")), DAY).await), "plan-wording-adopted-already");
        let old = find_framework(&mut tx, plan).await.unwrap().unwrap();
        let next = add_version(&mut tx, &old).await.unwrap();
        assert!(changes_between(&mut tx, plan, next).await.unwrap().is_empty(), "a copy says the same");
        let copy = list_lines(&mut tx, next).await.unwrap();
        assert_eq!((copy[2].line_id, copy[2].adopted_on), (ids[2].0, None), "the words of a draft are free");
        update_line(&mut tx, &copy[2], &LineFacts { wording: text("Other words"), ..copy[2].facts() }).await.unwrap();
        move_line(&mut tx, &copy[4], Some(copy[0].id), 0).await.unwrap();
        bin_line(&mut tx, &copy[3]).await.unwrap();
        add_lines(&mut tx, next, &[new("1", Kind::Goal, "1.3")]).await.unwrap();
        let told = changes_between(&mut tx, plan, next).await.unwrap();
        assert_eq!((told.added.len(), told.gone.len(), told.reworded.len()), (1, 1, 1));
        assert!(told.gone.contains_key(&ids[3].0) && told.reworded.contains_key(&ids[2].0));
        assert_eq!(told.moved.len(), 2, "the one that moved and the one that made room");
    }

    async fn one_plan_at_most_is_in_force(site) {
        let (ctx, plan, _) = with_plan(site).await;
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let old = find_framework(&mut tx, plan).await.unwrap().unwrap();
        let next = add_version(&mut tx, &old).await.unwrap();
        bring_framework_into_force(&mut tx, next).await.unwrap();
        assert_eq!(find_in_force(&mut tx).await.unwrap().unwrap().id, next);
        let old = find_framework(&mut tx, plan).await.unwrap().unwrap();
        assert_eq!(old.standing, Standing::Past);
        assert!(update_standing(&mut tx, &old, Standing::InForce).await.is_err(), "the constraint refuses it again");
    }

    async fn quarters_outside_the_years_and_unknown_lines_above_are_refused(site) {
        let (ctx, plan, _) = with_plan(site).await;
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let late = new("1.2", Kind::Action, "1.2-1");
        let span = Span::quarters(Quarter::from_code("2031-Q1"), None);
        let late = NewLine { facts: LineFacts { span, ..late.facts.clone() }, ..late };
        assert_eq!(refusal_code(add_lines(&mut tx, plan, &[late]).await), "plan-quarters-outside");
        assert_eq!(refusal_code(add_lines(&mut tx, plan, &[new("9", Kind::Goal, "9.1")]).await), "plan-no-such-parent");
        assert_eq!(refusal_code(add_lines(&mut tx, plan, &[new("", Kind::Goal, "9.1")]).await), "plan-not-highest");
        assert_eq!(refusal_code(add_lines(&mut tx, plan, &[new("1", Kind::Goal, " 1.1")]).await), "plan-code-taken");
    }

    async fn the_filter_by_state_finds_what_the_rule_decides(site) {
        let (ctx, plan, ids) = with_plan(site).await;
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let council = councils::add_council(&mut tx, "central", &council("Central")).await.unwrap();
        let all: Vec<Option<State>> = State::ALL.into_iter().map(Some).chain([None]).collect();
        let mut said = Vec::new();
        for reported in &all {
            for confirmed in &all {
                said.extend(all.iter().map(|derived| (*reported, *confirmed, *derived)));
            }
        }
        let lines: Vec<_> = (0..said.len()).map(|n| new("1.1", Kind::Action, &format!("s{n}"))).collect();
        let new = add_lines(&mut tx, plan, &lines).await.unwrap();
        for (n, ((reported, confirmed, derived), id)) in said.into_iter().zip(new).enumerate() {
            // Each order of the two days comes up.
            let day = date(2026, 11, 10 + i8::try_from(n % 3).unwrap() * 5);
            if let Some(state) = reported {
                update_reported(&mut tx, id, &Reported { state, note: text("why"), on: date(2026, 11, 15), by: "Tess".into(), for_owner: false, released: false }).await.unwrap();
            }
            if let Some(state) = confirmed {
                let told = Confirmation { state, note: text("why"), on: day, council, decision: Text::default() };
                update_confirmed(&mut tx, id, &told).await.unwrap();
            }
            update_derived(&mut tx, id, derived).await.unwrap();
        }
        let mut checked = 0;
        let lines = list_lines(&mut tx, plan).await.unwrap();
        let (_, counted) = count_lines(&mut tx, plan).await.unwrap();
        for state in &all {
            let asked = LinesAsked { state: state.map_or(StateAsked::Unknown, StateAsked::Is), ..LinesAsked::default() };
            let address = platform::http::Address::parse("/", "as=csv");
            let found = list_lines_asked(&mut tx, plan, &asked, &address).await.unwrap();
            let mut found: Vec<NodeId> = found.rows.iter().map(|line| line.id).collect();
            let mut fit: Vec<NodeId> = lines.iter().filter(|line| line.kind.is_done_by_somebody() && line.said().standing() == *state).map(|line| line.id).collect();
            found.sort_unstable();
            fit.sort_unstable();
            checked += fit.len();
            let counted = counted.get(state).copied().unwrap_or_default();
            assert_eq!(counted, i64::try_from(fit.len()).unwrap(), "counted: {state:?}");
            assert_eq!(found, fit, "{state:?}");
        }
        assert_eq!(checked, 731, "each of them once, and the two of the plan: {}", ids.len());
        assert_eq!(count_lines(&mut tx, plan).await.unwrap().0, [(Kind::Priority, 1), (Kind::Goal, 2), (Kind::Action, 731)].into());
        let lead = Party { part: Part::Lead, who: Who::Council(council) };
        let led = [(ids[2], std::slice::from_ref(&lead)), (ids[3], std::slice::from_ref(&lead))];
        insert_parties(&mut tx, &led).await.unwrap();
        assert_eq!(list_everybody(&mut tx, plan).await.unwrap(), std::slice::from_ref(&lead), "once for both lines");
        let beside = parties_beside(&mut tx, &ids[3..]).await.unwrap();
        assert_eq!(beside, [(ids[3], lead)], "of the lines asked for only");
    }

    async fn every_column_of_the_room_is_on_the_data_map(site) {
        let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
        let gaps = platform::datamap::gaps(&site.app.house, &mut tx).await.unwrap();
        tx.done().await.unwrap();
        let own: Vec<_> = gaps.into_iter().filter(|gap| gap.starts_with("plan_")).collect();
        assert!(own.is_empty(), "{own:?}");
    }
}
