//! Many lines at once and their undo, on both databases: as people do it, and whatever is set.

use super::{
    Preview, apply, move_branch,
    setting::{By, Kept, Setting},
    undo,
};
use crate::{
    FrameworkId, NodeId, add_lines, can,
    rules::{
        kinds::Kind,
        periods::{Quarter, Span, Years},
        states::State,
    },
    store::{
        edits::list_edits,
        lines::{LineFacts, find_line, forest_of, list_lines},
        parties::{Party, Who, parties_of},
        tests::{DAY, new, small, text},
    },
};
use platform::{
    ctx::Ctx,
    db::Tx,
    testing::{Site, refusal_code},
    text::Text,
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

mod again;

fn rooms() -> Vec<platform::manifest::Manifest> {
    vec![areas::manifest(), partners::manifest(), councils::manifest(), crate::manifest()]
}

/// A plan of two goals with some actions; its lines.
async fn plan(site: &Site) -> (Ctx, FrameworkId, Vec<NodeId>) {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
    let (plan, mut ids) = small(&mut tx).await.unwrap();
    let more: Vec<_> = (3..9).map(|n| new("1.1", Kind::Action, &format!("1.1-{n}"))).collect();
    ids.extend(add_lines(&mut tx, plan, &more).await.unwrap());
    tx.commit().await.unwrap();
    (ctx, plan, ids)
}

/// Everything that can be set on the lines of a plan, and their order.
async fn all(tx: &mut Tx, plan: FrameworkId) -> Vec<(NodeId, Kept)> {
    let lines = list_lines(tx, plan).await.unwrap();
    let forest = forest_of(&lines);
    let mut told = Vec::new();
    for line in &lines {
        told.push((line.id, Kept::of(line, &parties_of(tx, line.id).await.unwrap(), &forest)));
    }
    told
}

async fn with_parties(tx: &mut Tx, ids: &[NodeId]) -> Vec<(crate::Line, Vec<Party>)> {
    let mut lines = Vec::new();
    for id in ids {
        lines.push((find_line(tx, *id).await.unwrap().unwrap(), parties_of(tx, *id).await.unwrap()));
    }
    lines
}

async fn set(
    tx: &mut Tx,
    plan: FrameworkId,
    ids: &[NodeId],
    set: &Setting,
) -> platform::errors::Result<crate::store::edits::EditId> {
    let lines = with_parties(tx, ids).await;
    let forest = forest_of(&list_lines(tx, plan).await.unwrap());
    let years = Years::new(2025, 2029, 4).unwrap();
    let carries = ids.first().copied().into_iter().collect();
    let by = By { name: "Tess Test", on: DAY, carries: &carries };
    let preview = Preview::of(lines, (set, years, by), &forest).without_refused();
    apply(tx, plan, &preview).await
}

fn any_setting(ids: Vec<NodeId>) -> impl Strategy<Value = (Setting, Vec<NodeId>)> {
    let quarter = || {
        proptest::option::of((2025_i16..=2029, 1_i8..=4).prop_map(|(year, n)| Quarter::new(year, n).unwrap()))
    };
    let who =
        || proptest::option::of("[a-z]{1,9}").prop_map(|words| words.map(|words| Who::Named(text(&words))));
    let state = proptest::option::of((0_usize..8, any::<bool>())).prop_map(|state| {
        state.map(|(n, noted)| (State::ALL[n], if noted { text("why") } else { Text::default() }))
    });
    let above = proptest::option::of(proptest::sample::select(ids.clone()));
    let chosen = proptest::sample::subsequence(ids.clone(), 1..=ids.len());
    (who(), who(), quarter(), quarter(), proptest::option::of(any::<bool>()), state, above, chosen).prop_map(
        |(lead, partner, from, to, ongoing, state, above, chosen)| {
            (Setting { lead, partner, owner: None, from, to, ongoing, state, above }, chosen)
        },
    )
}

fn hidden(body: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    body.split_once(&mark).map_or("", |(_, rest)| rest).split('"').next().unwrap_or_default().to_owned()
}

platform::on_both! { rooms();
    async fn whatever_is_set_its_undo_leaves_every_line_as_it_was(site) {
        let (ctx, plan, ids) = plan(site).await;
        let mut runner = TestRunner::deterministic();
        let mut done = 0;
        for _ in 0..60 {
            let (setting, chosen) = any_setting(ids.clone()).new_tree(&mut runner).unwrap().current();
            let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
            let before = all(&mut tx, plan).await;
            let Ok(id) = set(&mut tx, plan, &chosen, &setting).await else { continue };
            assert_ne!(all(&mut tx, plan).await, before, "{setting:?}");
            // Every other time nothing is taken back, so that what follows begins elsewhere.
            done += 1;
            if done % 3 == 0 {
                tx.commit().await.unwrap();
                continue;
            }
            undo(&mut tx, id).await.unwrap();
            assert_eq!(all(&mut tx, plan).await, before, "{setting:?}");
            assert_eq!(refusal_code(undo(&mut tx, id).await), "plan-edit-not-now");
            tx.commit().await.unwrap();
        }
        assert!(done > 20, "only {done} were tried");
    }

    async fn a_branch_that_moved_goes_back_with_one_click(site) {
        let (ctx, plan, ids) = plan(site).await;
        let coordinator = site.coordinator();
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        let before = all(&mut tx, plan).await;
        tx.done().await.unwrap();
        let to = ids[4].to_string();
        let moved = site.post_as(&coordinator, &format!("/maple/work/plan/lines/{}/place", ids[1]), &[("above", to.as_str()), ("version", "1")]).await;
        assert_eq!(moved.status, 303, "{}", moved.body);
        let page = site.get_as(&coordinator, moved.location()).await.body;
        let link = page.split("href=\"").map(|rest| rest.split('"').next().unwrap_or_default()).find(|href| href.contains("/edits/")).unwrap_or_default().to_owned();
        assert!(page.contains("Undo the move"), "{page}");
        let page = site.get_as(&coordinator, &link).await.body;
        assert!(page.contains("1.2 Line 1.2") && page.contains("Undo"), "{page}");
        let back = site.post_as(&coordinator, &format!("{link}/undoing"), &[]).await;
        assert_eq!(back.status, 303, "{}", back.body);
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        assert_eq!(all(&mut tx, plan).await, before);
        tx.done().await.unwrap();
        assert!(!site.get_as(&coordinator, &format!("/maple/work/plan/lines/{}", ids[1])).await.body.contains("Undo the move"));
        assert_eq!(site.post_as(&coordinator, &format!("{link}/undoing"), &[]).await.status, 422);
    }

    async fn whatever_branch_moves_wherever_its_undo_puts_everything_back(site) {
        let (ctx, plan, ids) = plan(site).await;
        let mut runner = TestRunner::deterministic();
        let places = (proptest::sample::select(ids.clone()), proptest::option::of(proptest::sample::select(ids.clone())), 0_u32..9);
        let mut among_siblings = 0;
        for _ in 0..80 {
            let (id, above, position) = places.new_tree(&mut runner).unwrap().current();
            let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
            let line = find_line(&mut tx, id).await.unwrap().unwrap();
            let before = all(&mut tx, plan).await;
            let Ok(edit) = move_branch(&mut tx, &line, above, position).await else { continue };
            among_siblings += u32::from(line.parent_id == above && all(&mut tx, plan).await != before);
            undo(&mut tx, edit).await.unwrap();
            assert_eq!(all(&mut tx, plan).await, before, "{id} below {above:?} at {position}");
            tx.commit().await.unwrap();
        }
        assert!(among_siblings > 2, "only {among_siblings} among siblings");
    }

    async fn lines_are_chosen_by_a_filter_shown_changed_and_taken_back(site) {
        let (ctx, plan, ids) = plan(site).await;
        let coordinator = site.coordinator();
        let at = |path: &str| format!("/maple/work/plan/frameworks/{plan}{path}");
        let table = site.get_as(&coordinator, &at("/table?kind=action")).await.body;
        assert!(table.contains("Change all 8 lines shown") && table.contains("name=\"line\""), "{table}");
        let reader = site.holder(platform::authority::Office::Reader, None);
        assert!(!site.get_as(&reader, &at("/table?kind=action")).await.body.contains("name=\"line\""));
        let form = site.get_as(&coordinator, &at("/edits/new?all=yes&of_kind=action")).await;
        assert!(form.status == 200 && form.body.contains("8 lines are chosen"), "{}", form.body);
        let set = [("all", "yes"), ("of_kind", "action"), ("from", "2027-Q1"), ("to", "2027-Q2"), ("state", "stalled"), ("note_en", "Nobody is left")];
        let preview = site.post_as(&coordinator, &at("/edits/preview"), &set).await;
        assert!(preview.status == 200 && preview.body.contains("Change these 8 lines") && preview.body.contains("Nobody is left"), "{}", preview.body);
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        let before = all(&mut tx, plan).await;
        tx.done().await.unwrap();
        let mark = hidden(&preview.body, "mark");
        let mut sent = set.to_vec();
        sent.push(("mark", &mark));
        let done = site.post_as(&coordinator, &at("/edits"), &sent).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let again = site.post_as(&coordinator, &at("/edits"), &sent).await;
        assert!(again.status == 409 && again.body.contains("Somebody has changed these lines"), "{} {}", again.status, again.body);
        let line = site.get_as(&coordinator, &format!("/maple/work/plan/lines/{}", ids[3])).await.body;
        assert!(line.contains("Stalled") && line.contains("Q1 to Q2 of 2027"), "{line}");
        let page = site.get_as(&coordinator, done.location()).await.body;
        assert!(page.contains("The lines were changed") && page.contains("Undo"), "{page}");
        let list = site.get_as(&coordinator, &at("/edits")).await.body;
        assert!(list.contains("Lines changed at once"), "{list}");
        let url = done.location().split('?').next().unwrap();
        assert_eq!(site.post_as(&reader, &format!("{url}/undoing"), &[]).await.status, 403);
        assert_eq!(site.post_as(&coordinator, &format!("{url}/undoing"), &[]).await.status, 303);
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        assert_eq!(all(&mut tx, plan).await, before);
        tx.done().await.unwrap();
    }

    async fn what_is_refused_is_said_and_nothing_happens_unless_it_is_left_out(site) {
        let (_, plan, ids) = plan(site).await;
        let coordinator = site.coordinator();
        let at = |path: &str| format!("/maple/work/plan/frameworks/{plan}{path}");
        let (goal, action) = (ids[1].to_string(), ids[3].to_string());
        let set = [("line", goal.as_str()), ("line", action.as_str()), ("state", "done"), ("above", goal.as_str())];
        let preview = site.post_as(&coordinator, &at("/edits/preview"), &set).await.body;
        assert!(preview.contains("Only actions and projects are done by somebody") && preview.contains("Leave out what is refused and change one line"), "{preview}");
        let corrected = site.post_as(&coordinator, &at("/edits/preview"), &[&set[..], &[("correct", "yes")]].concat()).await.body;
        assert!(corrected.contains("2 lines are chosen") && corrected.contains("value=\"done\" selected"), "{corrected}");
        let mark = hidden(&preview, "mark");
        let mut sent = set.to_vec();
        sent.push(("mark", &mark));
        assert_eq!(site.post_as(&coordinator, &at("/edits"), &sent).await.status, 422);
        assert!(!site.get_as(&coordinator, &format!("/maple/work/plan/lines/{action}")).await.body.contains("<bdi>Tess Test</bdi>, Nov"));
        sent.push(("without", "yes"));
        assert_eq!(site.post_as(&coordinator, &at("/edits"), &sent).await.status, 303);
        let cycle = [("line", goal.as_str()), ("above", action.as_str())];
        let preview = site.post_as(&coordinator, &at("/edits/preview"), &cycle).await.body;
        assert!(preview.contains("cannot stand below itself") && preview.contains("Nothing would change"), "{preview}");
        for (fields, words) in [(vec![("line", action.as_str())], "Choose what shall be set"), (vec![("line", action.as_str()), ("from", "1999-Q9")], "Choose one of the quarters")] {
            let refused = site.post_as(&coordinator, &at("/edits/preview"), &fields).await;
            assert!(refused.status == 422 && refused.body.contains(words), "{} {}", refused.status, refused.body);
        }
        let nothing = site.get_as(&coordinator, &at("/edits/new")).await;
        assert!(nothing.status == 200 && nothing.body.contains("No line was chosen"), "{} {}", nothing.status, nothing.body);
    }

    async fn a_line_changed_since_is_named_and_nothing_is_taken_back_then_or_after_a_month(site) {
        let (ctx, plan, ids) = plan(site).await;
        let owned = Setting { lead: Some(Who::Named(text("Choir"))), ..Setting::default() };
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let first = set(&mut tx, plan, &[ids[2], ids[3]], &owned).await.unwrap();
        let line = find_line(&mut tx, ids[3]).await.unwrap().unwrap();
        crate::store::writing::update_line(&mut tx, &line, &LineFacts { title: text("Other"), ..line.facts() }).await.unwrap();
        let before = all(&mut tx, plan).await;
        let refused = undo(&mut tx, first).await.unwrap_err();
        assert!(format!("{refused:?}").contains("1.1-2") && !format!("{refused:?}").contains("1.1-1"), "{refused:?}");
        assert_eq!(all(&mut tx, plan).await, before, "nothing was taken back");
        let other = Setting { from: Quarter::new(2026, 2), ..Setting::default() };
        let second = set(&mut tx, plan, &[ids[5]], &other).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        crate::report_state(&mut tx, ids[5], &crate::Reported { state: State::Done, note: Text::default(), on: DAY, by: "Tess".into(), for_owner: false, released: false }).await.unwrap();
        assert_eq!(refusal_code(undo(&mut tx, second).await), "plan-edit-changed-since");
        let line = find_line(&mut tx, ids[6]).await.unwrap().unwrap();
        let third = move_branch(&mut tx, &line, Some(ids[4]), 0).await.unwrap();
        tx.commit().await.unwrap();
        site.app.clock.advance(31 * 86_400);
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        assert_eq!(refusal_code(undo(&mut tx, third).await), "plan-edit-not-now");
        tx.done().await.unwrap();
        platform::retention::run(&ctx, crate::forgetting::EDITS).await.unwrap();
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        assert!(list_edits(&mut tx, plan).await.unwrap().is_empty(), "it is forgotten then");
        tx.done().await.unwrap();
    }

    async fn whoever_is_erased_is_in_no_edit_any_more(site) {
        let (ctx, plan, ids) = plan(site).await;
        let reported = Setting { state: Some((State::Done, Text::default())), ..Setting::default() };
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        set(&mut tx, plan, &[ids[2]], &reported).await.unwrap();
        set(&mut tx, plan, &[ids[3]], &Setting { from: Quarter::new(2026, 2), ..Setting::default() }).await.unwrap();
        assert_eq!(list_edits(&mut tx, plan).await.unwrap().len(), 2);
        let nobody = partners::PersonId(uuid::Uuid::from_u128(5));
        crate::store::erasure::forget_owner(&mut tx, nobody, &["Somebody Else".to_owned()]).await.unwrap();
        assert_eq!(list_edits(&mut tx, plan).await.unwrap().len(), 2);
        crate::store::erasure::forget_owner(&mut tx, nobody, &["Tess Test".to_owned()]).await.unwrap();
        assert!(list_edits(&mut tx, plan).await.unwrap().is_empty(), "she made both");
    }

    async fn a_year_is_copied_to_the_next_and_taken_back(site) {
        let (ctx, plan, ids) = plan(site).await;
        let coordinator = site.coordinator();
        let at = |path: &str| format!("/maple/work/plan/frameworks/{plan}{path}");
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let need = add_lines(&mut tx, plan, &[new("", Kind::Need, "N1")]).await.unwrap()[0];
        let gone = add_lines(&mut tx, plan, &[new("", Kind::Need, "N2")]).await.unwrap()[0];
        for need in [need, gone] {
            crate::link_lines(&ctx, &mut tx, crate::Tie::Answers, (ids[2], need)).await.unwrap();
        }
        let line = find_line(&mut tx, ids[2]).await.unwrap().unwrap();
        crate::store::writing::update_line(&mut tx, &line, &LineFacts { wording: text("As adopted"), ..line.facts() }).await.unwrap();
        let binned = find_line(&mut tx, gone).await.unwrap().unwrap();
        crate::bin_line(&mut tx, &binned).await.unwrap();
        tx.commit().await.unwrap();
        let page = site.get_as(&coordinator, &at("/slice?year=2026")).await.body;
        assert!(page.contains("1.1-1-2027") && page.contains("Copy the ticked lines") && !page.contains("1.1-2-2027"), "{page}");
        let id = ids[2].to_string();
        let ticked = format!("name=\"line\" value=\"{id}\" checked");
        assert!(page.contains(&ticked), "{page}");
        let report = |state| crate::Reported { state, note: text("So it is"), on: DAY, by: "Tess".into(), for_owner: false, released: false };
        for (state, begins) in [(State::Done, false), (State::Stalled, true)] {
            let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
            crate::report_state(&mut tx, ids[2], &report(state)).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(site.get_as(&coordinator, &at("/slice?year=2026")).await.body.contains(&ticked), begins, "{state:?}");
        }
        let none = site.post_as(&coordinator, &at("/slice"), &[("year", "2026")]).await;
        assert!(none.status == 422 && none.body.contains("No line was chosen") && !none.body.contains(&ticked), "{}", none.body);
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        let before = all(&mut tx, plan).await;
        tx.done().await.unwrap();
        let done = site.post_as(&coordinator, &at("/slice"), &[("year", "2026"), ("line", &id)]).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        let lines = list_lines(&mut tx, plan).await.unwrap();
        tx.done().await.unwrap();
        let copy = lines.iter().find(|line| line.code == "1.1-1-2027").unwrap();
        let span = Span::quarters(Quarter::new(2027, 1), Quarter::new(2027, 4));
        assert_eq!((copy.span(), copy.parent_id, copy.reported_state), (span, Some(ids[1]), None));
        assert!(copy.wording.is_empty(), "what was adopted stays with the old line");
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        assert_eq!(tx.linked_with(crate::Tie::Answers.kind(), &copy.id.into()).await.unwrap(), [need.0], "not to what lies in the bin");
        tx.done().await.unwrap();
        let again = site.get_as(&coordinator, &at("/slice?year=2026")).await.body;
        assert!(again.contains("is taken already") && !again.contains("Copy the ticked lines"), "{again}");
        assert_eq!(site.post_as(&coordinator, &at("/slice"), &[("year", "2026"), ("line", &id)]).await.status, 422);
        let outside = site.get_as(&coordinator, &at("/slice?year=2029")).await.body;
        assert!(outside.contains("The plan runs from 2025 to 2029"), "{outside}");
        assert_eq!(site.post_as(&coordinator, &at("/slice"), &[("year", "2029")]).await.status, 422);
        let url = done.location().split('?').next().unwrap();
        let beside = format!("/maple/work/plan/lines/{}/milestones", copy.id);
        assert_eq!(site.post_as(&coordinator, &beside, &[("title_en", "Ten mentors")]).await.status, 303);
        let kept = site.post_as(&coordinator, &format!("{url}/undoing"), &[]).await;
        assert!(kept.status == 422 && kept.body.contains("1.1-1-2027"), "somebody wrote beside it since: {}", kept.body);
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        for one in crate::store::milestones::milestones_beside(&mut tx, &[copy.id]).await.unwrap() {
            crate::store::stored::Stored::delete(&mut tx, &one).await.unwrap();
        }
        tx.commit().await.unwrap();
        let back = site.post_as(&coordinator, &format!("{url}/undoing"), &[]).await;
        assert_eq!(back.status, 303, "{}", back.body);
        let undone = site.get_as(&coordinator, back.location()).await.body;
        assert!(undone.contains("1.1-1-2027 Line 1.1-1") && undone.contains("(in the bin)"), "{undone}");
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        assert_eq!(all(&mut tx, plan).await, before);
        tx.done().await.unwrap();
    }
}
