//! Edits one after the other: undone in turn, lines that would stay behind, a year copied twice, and how lines are chosen and moved.

use super::*;
use crate::NewLine;

/// Statements that writing one line back takes; none of them reads the plan.
const OF_A_LINE: u64 = 4;

fn line(above: &str, (kind, code): (Kind, &str), (title, year): (&str, i16)) -> NewLine {
    let span = Span::quarters(Quarter::new(year, 1), Quarter::new(year, 4));
    let facts = LineFacts { span, ..LineFacts::new(kind, code, text(title)) };
    NewLine { above: Some(above.to_owned()), facts, parties: Vec::new() }
}

platform::on_both! { rooms();
    async fn edits_in_a_row_are_all_undone_in_turn(site) {
        let (ctx, plan, ids) = plan(site).await;
        let mut runner = TestRunner::deterministic();
        let (mut twice, mut moved) = (0, 0);
        'round: for round in 0..60 {
            let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
            let mut done = Vec::new();
            for _ in 0..3 {
                let (setting, chosen) = any_setting(ids.clone()).new_tree(&mut runner).unwrap().current();
                let before = all(&mut tx, plan).await;
                match set(&mut tx, plan, &chosen, &setting).await {
                    Ok(id) => done.push((id, before)),
                    Err(platform::errors::Error::Refused(why)) if why.code() == "plan-edit-nothing-set" => {}
                    Err(_) => continue 'round,
                }
                let branch = find_line(&mut tx, ids[3]).await.unwrap().unwrap();
                let before = all(&mut tx, plan).await;
                if let Ok(id) = move_branch(&mut tx, &branch, Some(ids[round % 2 * 3 + 1]), 0).await {
                    done.push((id, before));
                    moved += 1;
                }
            }
            twice += usize::from(done.len() > 2);
            for (id, before) in done.into_iter().rev() {
                undo(&mut tx, id).await.unwrap();
                assert_eq!(all(&mut tx, plan).await, before, "round {round}");
            }
            tx.commit().await.unwrap();
        }
        assert!(twice > 10 && moved > 10, "only {twice} and {moved} were tried");
    }

    async fn what_somebody_changed_between_two_edits_is_not_taken_back(site) {
        let (ctx, plan, ids) = plan(site).await;
        let from = |n| Setting { from: Quarter::new(2026, n), ..Setting::default() };
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let first = set(&mut tx, plan, &[ids[5]], &from(1)).await.unwrap();
        let line = find_line(&mut tx, ids[5]).await.unwrap().unwrap();
        crate::store::writing::update_line(&mut tx, &line, &LineFacts { title: text("Other"), ..line.facts() }).await.unwrap();
        let second = set(&mut tx, plan, &[ids[5]], &from(2)).await.unwrap();
        undo(&mut tx, second).await.unwrap();
        assert_eq!(refusal_code(undo(&mut tx, first).await), "plan-edit-changed-since");
        tx.done().await.unwrap();
    }

    async fn undoing_many_lines_reads_the_plan_as_often_as_undoing_few(site) {
        let (ctx, plan, ids) = plan(site).await;
        let asked = async |lines: &[NodeId]| {
            let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
            let setting = Setting { from: Quarter::new(2026, 2), ..Setting::default() };
            let id = set(&mut tx, plan, lines, &setting).await.unwrap();
            let before = tx.asked();
            undo(&mut tx, id).await.unwrap();
            let asked = tx.asked() - before;
            tx.done().await.unwrap();
            asked
        };
        let (two, four, eight) = (asked(&ids[3..5]).await, asked(&ids[3..7]).await, asked(&ids[3..11]).await);
        // What a line costs is its own: writing it and noting which version it has now.
        assert_eq!(eight - four, 2 * (four - two), "{two} {four} {eight}");
        assert!(four - two <= 2 * OF_A_LINE, "{two} {four} {eight}");
    }

    async fn a_line_whose_parent_is_refused_says_that_it_would_stay_behind(site) {
        let (_, plan, ids) = plan(site).await;
        let coordinator = site.coordinator();
        let at = |path: &str| format!("/maple/work/plan/frameworks/{plan}{path}");
        let (goal, action, other) = (ids[1].to_string(), ids[3].to_string(), ids[4].to_string());
        // A goal has no state, so it is refused; its action was to go along with it.
        let set = [("line", goal.as_str()), ("line", action.as_str()), ("state", "done"), ("above", other.as_str())];
        let preview = site.post_as(&coordinator, &at("/edits/preview"), &set).await.body;
        assert!(preview.contains("The line 1.1 above it is refused and stays") && preview.contains("Nothing would change"), "{preview}");
    }

    async fn a_year_is_copied_below_what_was_copied_before_and_names_the_new_year(site) {
        let (ctx, plan, _) = plan(site).await;
        let coordinator = site.coordinator();
        let at = |path: &str| format!("/maple/work/plan/frameworks/{plan}{path}");
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let first = [
            line("1", (Kind::Goal, "G-2026"), ("Festival 2026–27", 2026)),
            line("G-2026", (Kind::Action, "G-1"), ("Fair of 2026", 2026)),
        ];
        add_lines(&mut tx, plan, &first).await.unwrap();
        tx.commit().await.unwrap();
        let page = site.get_as(&coordinator, &at("/slice?year=2026")).await.body;
        assert!(page.contains("Festival 2027–28") && page.contains("Fair of 2027") && page.contains("name=\"retitle\""), "{page}");
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        let lines = list_lines(&mut tx, plan).await.unwrap();
        tx.done().await.unwrap();
        let id = |code: &str| lines.iter().find(|line| line.code == code).unwrap().id.to_string();
        let (festival, branch) = (id("G-2026"), id("G-2026"));
        // The box of the fair is not ticked.
        let fair = id("G-1");
        let done = site.post_as(&coordinator, &at("/slice"), &[("year", "2026"), ("below", &branch), ("retitle", &festival), ("line", &festival), ("line", &fair)]).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let choir = add_lines(&mut tx, plan, &[line("G-2026", (Kind::Action, "G-2"), ("Choir", 2026))]).await.unwrap()[0].to_string();
        tx.commit().await.unwrap();
        let done = site.post_as(&coordinator, &at("/slice"), &[("year", "2026"), ("line", &choir)]).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        let lines = list_lines(&mut tx, plan).await.unwrap();
        tx.done().await.unwrap();
        let of = |code: &str| lines.iter().find(|line| line.code == code).unwrap();
        assert_eq!(of("G-2-2027").parent_id, Some(of("G-2027").id), "below this year's copy of the goal");
        let title = |code: &str| of(code).title.plain(platform::langs::Lang::En).to_owned();
        assert_eq!((&*title("G-2027"), &*title("G-1-2027"), &*title("G-2026")), ("Festival 2027–28", "Fair of 2026", "Festival 2026–27"));
    }

    async fn no_more_lines_are_copied_at_once_than_are_changed_at_once(site) {
        let (ctx, plan, _) = plan(site).await;
        let coordinator = site.coordinator();
        let at = |path: &str| format!("/maple/work/plan/frameworks/{plan}{path}");
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let mut many = vec![line("1", (Kind::Goal, "M"), ("Many", 2027)), line("1", (Kind::Goal, "F"), ("Few", 2027))];
        many.extend((0..500).map(|n| line("M", (Kind::Action, &format!("M-{n}")), ("Work", 2027))));
        many.push(line("F", (Kind::Action, "F-1"), ("Work", 2027)));
        let ids = add_lines(&mut tx, plan, &many).await.unwrap();
        tx.commit().await.unwrap();
        let page = site.get_as(&coordinator, &at("/slice?year=2027")).await.body;
        assert!(page.contains("At most 500 lines are changed at once") && page.contains("one branch after the other"), "{page}");
        let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
        let mut sent = vec![("year", "2027")];
        sent.extend(ids.iter().map(|id| ("line", id.as_str())));
        let all = site.post_as(&coordinator, &at("/slice"), &sent).await;
        assert!(all.status == 422 && all.body.contains("At most 500 lines"), "{}", all.status);
        assert_eq!(all.body.matches("name=\"line\"").count(), all.body.matches(" checked aria-label").count(), "what was ticked stays ticked");
        sent.push(("below", &ids[1]));
        let few = site.post_as(&coordinator, &at("/slice"), &sent).await;
        assert_eq!(few.status, 303, "{}", few.body);
        let url = few.location().split('?').next().unwrap().to_owned();
        assert!(site.get_as(&coordinator, &url).await.body.matches("added").count() >= 2);
        assert_eq!(site.post_as(&coordinator, &format!("{url}/undoing"), &[]).await.status, 303);
    }

    async fn a_line_moves_before_those_that_stand_there_and_keeps_its_code(site) {
        let (_, _, ids) = plan(site).await;
        let coordinator = site.coordinator();
        let url = format!("/maple/work/plan/lines/{}/place", ids[3]);
        let page = site.get_as(&coordinator, &url).await.body;
        let before = |page: &str| page.split_once("name=\"before\"").unwrap().1.split("</select>").next().unwrap().to_owned();
        assert!(before(&page).contains("1.1-1") && !before(&page).contains("Line 1.2<") && page.contains("still called 1.1-2"), "{page}");
        let page = site.get_as(&coordinator, &format!("{url}?above={}", ids[4])).await.body;
        assert!(!before(&page).contains("1.1-1") && page.contains("Stands below: 1.2"), "{page}");
        let moved = site.post_as(&coordinator, &url, &[("above", &ids[4].to_string()), ("before", ""), ("version", "1")]).await;
        assert_eq!(moved.status, 303, "{}", moved.body);
    }

    async fn all_lines_shown_are_ticked_by_a_link(site) {
        let (_, plan, _) = plan(site).await;
        let coordinator = site.coordinator();
        let at = |path: &str| format!("/maple/work/plan/frameworks/{plan}{path}");
        let table = site.get_as(&coordinator, &at("/table?kind=action")).await.body;
        let link = table.split("href=\"").map(|rest| rest.split('"').next().unwrap()).find(|href| href.contains("all=yes")).unwrap().replace("&amp;", "&");
        assert!(link.contains("kind=action") && !table.contains("form=\"chosen-lines\" checked"), "{table}");
        let ticked = site.get_as(&coordinator, &link).await.body;
        assert_eq!(ticked.matches("form=\"chosen-lines\" checked").count(), 8, "{ticked}");
        assert!(ticked.find("form=\"chosen-lines\">").unwrap() < ticked.find("<table").unwrap(), "the button stands above the table too");
        let reader = site.holder(platform::authority::Office::Reader, None);
        assert!(!site.get_as(&reader, &at("/table?all=yes")).await.body.contains("chosen-lines"));
    }
}

#[test]
fn another_outcome_is_another_mark() {
    let line = crate::pages::samples::sample(1, None, Kind::Action);
    let set = Setting { from: Quarter::new(2027, 1), ..Setting::default() };
    let carries = std::collections::HashSet::new();
    let by = crate::editing::setting::By { name: "Tess", on: DAY, carries: &carries };
    let mark = |years: Years| {
        Preview::of(
            vec![(line.clone(), Vec::new())],
            (&set, years, by),
            &forest_of(std::slice::from_ref(&line)),
        )
        .mark()
    };
    let (long, short) = (Years::new(2025, 2029, 4).unwrap(), Years::new(2025, 2026, 4).unwrap());
    assert_eq!(mark(long), mark(long));
    assert_ne!(mark(long), mark(short), "the line is refused now");
}

#[test]
fn what_is_set_for_others_says_so_and_what_one_carries_does_not() {
    let lines = [3, 4].map(|n| crate::pages::samples::sample(n, None, Kind::Action));
    let forest = forest_of(&lines);
    let carries = [lines[0].id].into();
    let by = crate::editing::setting::By { name: "Tess", on: DAY, carries: &carries };
    let set =
        Setting { state: Some((crate::rules::states::State::Done, text("Both"))), ..Setting::default() };
    let lines = lines.map(|line| (line, Vec::new())).to_vec();
    let preview = Preview::of(lines, (&set, Years::new(2025, 2029, 4).unwrap(), by), &forest);
    let reports = preview.outcomes.iter().map(|one| match one {
        crate::editing::setting::Outcome::Changes(kept) => kept.report.clone().unwrap(),
        other => panic!("{other:?}"),
    });
    let whose: Vec<(String, bool)> = reports.map(|one| (one.by, one.for_owner)).collect();
    assert_eq!(whose, [("Tess".to_owned(), false), ("Tess".to_owned(), true)]);
}
