//! The pages as people use them, on both databases.

use crate::{
    NodeId, can,
    store::tests::{council, small, text},
};
use platform::{
    authority::Office,
    ids::Ref,
    testing::{Site, pages::check_samples},
};

pub(crate) fn rooms() -> Vec<platform::manifest::Manifest> {
    vec![areas::manifest(), partners::manifest(), councils::manifest(), crate::manifest()]
}

/// The plan of the store's tests, led by a council; the addresses of its lines.
pub(crate) struct World {
    pub(crate) lines: Vec<NodeId>,
    plan: crate::FrameworkId,
    pub(crate) council: councils::CouncilId,
    /// One that leads a goal, one that leads nothing.
    groups: Vec<councils::CouncilId>,
}

impl World {
    pub(crate) async fn new(site: &Site) -> Self {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let (plan, lines) = small(&mut tx).await.unwrap();
        let facts = council("Settlement");
        let council = councils::add_council(&mut tx, "settlement", &facts).await.unwrap();
        let below = |slug: &'static str| {
            (slug, councils::CouncilFacts { name: text(slug), parent: Some(council), ..facts.clone() })
        };
        let mut groups = Vec::new();
        for (slug, facts) in [below("leads-the-goal"), below("leads-nothing")] {
            groups.push(councils::add_council(&mut tx, slug, &facts).await.unwrap());
        }
        let goal = crate::Party { part: crate::Part::Lead, who: crate::Who::Council(groups[0]) };
        crate::store::parties::replace_parties(&mut tx, lines[1], &[goal]).await.unwrap();
        let lead = crate::Party { part: crate::Part::Lead, who: crate::Who::Council(council) };
        crate::store::parties::replace_parties(&mut tx, lines[2], &[lead]).await.unwrap();
        tx.commit().await.unwrap();
        Self { lines, plan, council, groups }
    }

    pub(crate) fn at(&self, n: usize, path: &str) -> String {
        format!("/maple/work/plan/lines/{}{path}", self.lines[n])
    }

    pub(crate) fn in_plan(&self, path: &str) -> String {
        format!("/maple/work/plan/frameworks/{}{path}", self.plan)
    }

    pub(crate) fn plan(&self) -> crate::FrameworkId {
        self.plan
    }

    pub(crate) async fn report(&self, site: &Site, state: &str, note: &str) -> u16 {
        let fields = [("state", state), ("note_en", note)];
        site.post_as(&site.coordinator(), &self.at(2, "/report"), &fields).await.status
    }

    pub(crate) async fn confirm(&self, site: &Site, state: &str, on: &str) -> u16 {
        let council = self.council.to_string();
        let fields =
            [("state", state), ("on", on), ("council", council.as_str()), ("decision_en", "Decision 4")];
        site.post_as(&site.coordinator(), &self.at(2, "/confirmation"), &fields).await.status
    }
}

platform::on_both! { rooms();
    async fn every_page_reads_well_in_every_language(site) {
        assert!(check_samples(site) > 30);
    }

    async fn the_room_opens_for_its_own_people_only(site) {
        let world = World::new(site).await;
        let paths = ["/maple/work/plan", "/maple/work/plan/table", "/maple/work/plan/frameworks", &world.at(0, ""), &world.in_plan("")];
        for path in paths {
            assert_eq!(site.get_as(&site.coordinator(), path).await.status, 200, "{path}");
            assert_eq!(site.get_as(&site.holder(Office::Reader, None), path).await.status, 200, "{path}");
            assert_eq!(site.get_as(&site.stranger(), path).await.status, 404, "{path}");
            assert_eq!(site.get(path).await.status, 303, "{path}");
        }
        let reader = site.holder(Office::Reader, None);
        for path in [world.at(2, "/edit"), world.at(2, "/report"), world.at(2, "/confirmation"), world.at(2, "/bin")] {
            assert_eq!(site.get_as(&reader, &path).await.status, 403, "{path}");
        }
        assert_eq!(site.post_as(&reader, &world.at(2, "/report"), &[("state", "done")]).await.status, 403);
    }

    async fn who_leads_a_line_says_how_far_it_is_and_of_no_other(site) {
        let world = World::new(site).await;
        let chair = site.holder(Office::Chair, Some(Ref::from(world.council)));
        assert_eq!(site.get_as(&chair, &world.at(2, "/report")).await.status, 200);
        assert_eq!(site.get_as(&chair, &world.at(3, "/report")).await.status, 403);
        let refused = site.post_as(&chair, &world.at(2, "/report"), &[("state", "stalled"), ("note_en", "")]).await;
        assert!(refused.status == 422 && refused.body.contains("Say why in a few words"), "{}", refused.body);
        let sent = site.post_as(&chair, &world.at(2, "/report"), &[("state", "stalled"), ("note_en", "Nobody is left")]).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        let page = site.get_as(&chair, sent.location()).await.body;
        assert!(page.contains("Your report was noted") && page.contains("Nobody is left") && page.contains("Tess Test"), "{page}");
    }

    async fn whoever_carries_a_line_is_one_step_away(site) {
        let world = World::new(site).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let library = partners::add_organization(&mut tx, &partners::NewOrganization::new("library", text("Library"))).await.unwrap();
        let part = |who| crate::Party { part: crate::Part::Lead, who };
        let both = [part(crate::Who::Organization(library)), part(crate::Who::Council(world.council))];
        crate::store::parties::replace_parties(&mut tx, world.lines[2], &both).await.unwrap();
        tx.commit().await.unwrap();
        for path in [&*world.at(2, ""), "/maple/work/plan", "/maple/work/plan/table", "/maple/work/plan/promises", "/maple/work/plan/quarters?year=2026"] {
            let page = site.get_as(&site.coordinator(), path).await.body;
            let to = |room: &str| page.split(&format!("href=\"/maple/work/{room}/")).nth(1).unwrap_or_else(|| panic!("{path}: {room}")).split('"').next().unwrap().to_owned();
            for room in ["partners", "councils"] {
                let address = format!("/maple/work/{room}/{}", to(room));
                assert_eq!(site.get_as(&site.coordinator(), &address).await.status, 200, "{path} leads to {address}");
            }
        }
    }

    async fn a_chair_confirms_what_stands_below_what_her_council_leads_and_at_the_head_of_the_table_all(site) {
        let world = World::new(site).await;
        assert_eq!(world.report(site, "on_track", "").await, 303);
        let chairs = [(world.groups[0], 200, true), (world.groups[1], 403, false), (world.council, 200, true)];
        for (council, status, waits) in chairs {
            let chair = site.holder(Office::Chair, Some(Ref::from(council)));
            let form = site.get_as(&chair, &world.at(2, "/confirmation")).await;
            assert_eq!(form.status, status);
            assert_eq!(form.body.contains("value=\"on_track\" checked"), status == 200, "as reported: {}", form.body);
            let today = site.get_as(&chair, "/maple/work").await.body;
            assert_eq!(today.contains("Note what the council confirmed"), waits, "{today}");
        }
        let chair = site.holder(Office::Chair, Some(Ref::from(world.groups[0])));
        let group = world.groups[0].to_string();
        let fields = [("state", "on_track"), ("on", "2026-11-20"), ("council", group.as_str()), ("decision_en", "Decision 4")];
        assert_eq!(site.post_as(&chair, &world.at(2, "/confirmation"), &fields).await.status, 303);
        let other = site.holder(Office::Chair, Some(Ref::from(world.groups[1])));
        assert_eq!(site.post_as(&other, &world.at(2, "/confirmation"), &fields).await.status, 403);
    }

    async fn the_public_sees_what_the_council_confirmed_and_no_report_that_nobody_released(site) {
        let world = World::new(site).await;
        let public = format!("/maple/en/our-plan/{}", world.lines[2]);
        assert_eq!(world.report(site, "stalled", "Nobody is left").await, 303);
        let page = site.get(&public).await;
        assert!(page.status == 200 && !page.body.contains("Stalled") && !page.body.contains("Nobody is left"), "{}", page.body);
        assert_eq!(world.confirm(site, "under_way", "2026-11-20").await, 303);
        for path in [public.as_str(), "/maple/en/our-plan", "/maple/fr/our-plan"] {
            let page = site.get(path).await.body;
            assert!(page.contains("Under way") || page.contains("En cours"), "{path}: {page}");
            assert!(!page.contains("Stalled") && !page.contains("Au point mort"), "{path}");
        }
        let api = site.get("/maple/api/v1/plan?kind=action").await.body;
        assert!(api.contains("\"confirmed\":\"under_way\"") && api.contains("\"reported\":null") && !api.contains("stalled"), "{api}");
        let page = site.get_as(&site.coordinator(), &world.at(2, "")).await.body;
        assert!(!page.contains("/release\"") && page.contains("stands here as the council confirmed it"), "no button that does nothing: {page}");
        assert_eq!(site.post_as(&site.coordinator(), &world.at(2, "/release"), &[("released", "yes")]).await.status, 303);
        assert!(!site.get(&public).await.body.contains("Stalled"), "the plan shows what was confirmed only");
    }

    async fn a_branch_whose_action_stalls_says_so_all_the_way_up(site) {
        let world = World::new(site).await;
        assert_eq!(world.confirm(site, "on_track", "2026-11-20").await, 303);
        assert_eq!(world.report(site, "stalled", "Nobody is left").await, 303);
        for n in [0, 1] {
            let page = site.get_as(&site.coordinator(), &world.at(n, "")).await.body;
            assert!(page.contains("1 stalled"), "line {n}: {page}");
        }
        let today = site.get_as(&site.coordinator(), "/maple/work").await.body;
        assert!(today.contains("1.1-1 Line 1.1-1"), "{today}");
    }

    async fn a_line_is_written_down_by_its_form_and_a_wrong_one_comes_back_whole(site) {
        let world = World::new(site).await;
        let (above, path) = (world.lines[1].to_string(), world.in_plan("/lines"));
        let typed = |code, kind| [("above", above.as_str()), ("kind", kind), ("code", code), ("title_en", "Find informal helpers"), ("from", "2026-Q2"), ("seeking", "12 500")];
        for (code, kind, words) in [("1.1-1", "action", "Another line has the code 1.1-1"), ("9", "need", "does not stand there")] {
            let refused = site.post_as(&site.coordinator(), &path, &typed(code, kind)).await;
            assert!(refused.status == 422 && refused.body.contains(words) && refused.body.contains("Find informal helpers"), "{}", refused.body);
        }
        let sent = site.post_as(&site.coordinator(), &path, &typed("1.1-3", "action")).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        let page = site.get_as(&site.coordinator(), sent.location()).await.body;
        assert!(page.contains("The line was added") && page.contains("$12,500 looked for"), "{page}");
        let tree = site.get_as(&site.coordinator(), "/maple/work/plan").await.body;
        assert!(tree.contains("1.1-3") && tree.contains("<details"), "{tree}");
    }

    async fn two_people_change_a_line_and_nothing_is_overwritten(site) {
        let world = World::new(site).await;
        let fields = |title| [("kind", "action"), ("code", "1.1-2"), ("title_en", title), ("version", "1")];
        let first = site.post_as(&site.coordinator(), &world.at(3, ""), &fields("First words")).await;
        assert_eq!(first.status, 303, "{}", first.body);
        let second = site.post_as(&site.coordinator(), &world.at(3, ""), &fields("Second words")).await;
        assert!(second.status == 409 && second.body.contains("First words") && second.body.contains("Second words"), "{}", second.body);
        let history = site.get_as(&site.coordinator(), &format!("/maple/work/history/plan-node/{}", world.lines[3])).await;
        assert!(history.status == 200 && history.body.contains("changed the line") && !history.body.contains('⟦'), "{}", history.body);
    }

    async fn whoever_comes_second_sees_both_texts_of_a_plan_a_move_and_a_line_on_its_way_to_the_bin(site) {
        let world = World::new(site).await;
        let coordinator = site.coordinator();
        let plan = |title| [("title_en", title), ("first_year", "2025"), ("last_year", "2029"), ("year_month", "4"), ("publicity", "confirmed"), ("version", "2")];
        assert_eq!(site.post_as(&coordinator, &world.in_plan(""), &plan("First name")).await.status, 303);
        let second = site.post_as(&coordinator, &world.in_plan(""), &plan("Second name")).await;
        assert!(second.status == 409 && second.body.contains("First name") && second.body.contains("Second name"), "{} {}", second.status, second.body);
        let to = world.lines[4].to_string();
        let fields = [("kind", "action"), ("code", "1.1-1"), ("title_en", "Other words"), ("version", "1")];
        assert_eq!(site.post_as(&coordinator, &world.at(2, ""), &fields).await.status, 303);
        let second = site.post_as(&coordinator, &world.at(2, "/place"), &[("above", to.as_str()), ("version", "1")]).await;
        assert!(second.status == 409 && second.body.contains("1.2 Line 1.2") && second.body.contains("1.1 Line 1.1"), "{} {}", second.status, second.body);
        let second = site.post_as(&coordinator, &world.at(2, "/bin"), &[("version", "1")]).await;
        assert!(second.status == 409 && second.body.contains("Other words") && second.body.contains("Line 1.1-1"), "{} {}", second.status, second.body);
        assert_eq!(site.get_as(&coordinator, &world.at(2, "")).await.status, 200, "nothing went to the bin");
        let again = site.post_as(&coordinator, &world.at(2, "/place"), &[("above", to.as_str()), ("version", "2")]).await;
        assert_eq!(again.status, 303, "what was read anew is done: {}", again.body);
    }

    async fn adopted_words_stay_to_the_letter(site) {
        let world = World::new(site).await;
        let fields = |words, version| [("kind", "action"), ("code", "1.1-2"), ("title_en", "Plain"), ("wording_en", words), ("version", version)];
        let path = world.at(3, "");
        assert_eq!(site.post_as(&site.coordinator(), &path, &fields("Exact words", "1")).await.status, 303);
        let adopted = [("on", "2026-11-20"), ("decision_en", "Decision 7")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at(3, "/adoption"), &adopted).await.status, 303);
        let refused = site.post_as(&site.coordinator(), &path, &fields("Other words", "3")).await;
        assert!(refused.status == 422 && refused.body.contains("These words were adopted on"), "{}", refused.body);
        assert!(site.get(&format!("/maple/en/our-plan/{}", world.lines[3])).await.body.contains("Exact words"));
    }

    async fn a_line_moves_goes_to_the_bin_and_comes_back(site) {
        let world = World::new(site).await;
        let to = world.lines[4].to_string();
        let moved = site.post_as(&site.coordinator(), &world.at(2, "/place"), &[("above", to.as_str()), ("version", "1")]).await;
        assert_eq!(moved.status, 303, "{}", moved.body);
        assert!(site.get_as(&site.coordinator(), &world.at(4, "")).await.body.contains("1.1-1"));
        let refused = site.post_as(&site.coordinator(), &world.at(0, "/place"), &[("above", to.as_str()), ("version", "1")]).await;
        assert_eq!(refused.status, 422, "{}", refused.body);
        assert_eq!(site.post_as(&site.coordinator(), &world.at(0, "/bin"), &[("version", "1")]).await.status, 422);
        assert_eq!(site.post_as(&site.coordinator(), &world.at(3, "/bin"), &[("version", "1")]).await.status, 303);
        assert_eq!(site.get_as(&site.coordinator(), &world.at(3, "")).await.status, 404);
        let path = format!("/maple/work/bin/plan-node/{}/restoration", world.lines[3]);
        let bin = site.get_as(&site.coordinator(), "/maple/work/bin").await.body;
        assert!(bin.contains("Line 1.1-2"), "{bin}");
        let restored = site.post_as(&site.coordinator(), &path, &[]).await;
        assert_eq!(restored.status, 303, "{} {}", restored.status, restored.body);
        assert_eq!(site.get_as(&site.coordinator(), &world.at(3, "")).await.status, 200);
    }

    async fn the_table_is_narrowed_and_taken_away_as_a_file(site) {
        let world = World::new(site).await;
        assert_eq!(world.report(site, "behind", "Late").await, 303);
        let council = world.council;
        for (query, hit) in [("state=behind", true), ("state=done", false), (&*format!("lead={council}"), true), ("year=2026&kind=action", true), ("year=2028", false), ("q=1.1-1", true)] {
            let page = site.get_as(&site.coordinator(), &format!("/maple/work/plan/table?{query}")).await;
            assert_eq!((page.status, page.body.contains(">1.1-1</a>")), (200, hit), "{query}");
        }
        for kind in ["csv", "xlsx", "docx"] {
            let file = site.get_as(&site.coordinator(), &format!("/maple/work/plan/table?as={kind}")).await;
            assert_eq!(file.status, 200, "{kind}");
            if kind == "csv" { assert!(file.body.contains("1.1-1") && file.body.contains("Settlement") && file.body.contains("Behind"), "{}", file.body); }
        }
    }

    async fn the_plan_is_read_by_quarter_and_by_who_carries_it(site) {
        let _world = World::new(site).await;
        let page = site.get_as(&site.coordinator(), "/maple/work/plan/quarters?year=2026").await.body;
        assert_eq!(page.matches("worked on in Q").count(), 4, "in each of its quarters: {page}");
        let file = site.get_as(&site.coordinator(), "/maple/work/plan/quarters?year=2026&as=csv").await.body;
        let row = file.lines().find(|row| row.contains("Line 1.1-1")).unwrap();
        assert_eq!(row.matches(",x").count(), 4, "{file}");
        assert!(!site.get_as(&site.coordinator(), "/maple/work/plan/quarters?year=2027").await.body.contains("Line 1.1-1"));
        let page = site.get_as(&site.coordinator(), "/maple/work/plan/promises").await.body;
        assert!(page.contains("Settlement") && page.contains("Line 1.1-1") && !page.contains("Line 1.1-2"), "{page}");
        assert_eq!(site.get_as(&site.stranger(), "/maple/work/plan/promises").await.status, 404);
    }

    async fn the_api_gives_each_line_with_what_it_hangs_on(site) {
        let world = World::new(site).await;
        let all: serde_json::Value = serde_json::from_str(&site.get("/maple/api/v1/plan?limit=3").await.body).unwrap();
        assert_eq!(all["items"].as_array().unwrap().len(), 3);
        assert!(all["next"].is_string());
        let one = all["items"].as_array().unwrap().iter().find(|one| one["code"] == "1.1-1").unwrap();
        assert_eq!((one["from"].as_str(), one["to"].as_str(), one["lead"][0]["kind"].as_str()), (Some("2026-Q1"), Some("2026-Q4"), Some("council")));
        assert_eq!(one["links"][0], serde_json::json!({ "role": "goal", "to": world.lines[1] }));
        assert_eq!(one["level"], serde_json::json!({ "en": "Action", "fr": "Action" }));
        let goals: serde_json::Value = serde_json::from_str(&site.get("/maple/api/v1/plan?kind=goal").await.body).unwrap();
        assert_eq!(goals["items"].as_array().unwrap().len(), 2);
        for (query, name) in [("kind=club", "kind"), ("limit=many", "limit"), ("cursor=x", "cursor")] {
            let refused = site.get(&format!("/maple/api/v1/plan?{query}")).await;
            let told: serde_json::Value = serde_json::from_str(&refused.body).unwrap();
            let detail = told["detail"].as_str().unwrap();
            assert!(refused.status == 400 && told["code"] == "malformed" && detail.contains(&format!("“{name}”")), "{told}");
        }
        assert_eq!(site.get("/maple/api/v1/plan?framework=nothing").await.status, 404);
        let empty: serde_json::Value = serde_json::from_str(&site.get("/other/api/v1/plan").await.body).unwrap();
        assert_eq!(empty["items"].as_array().unwrap().len(), 0);
    }

    async fn a_draft_is_nobodys_but_the_partnerships(site) {
        let world = World::new(site).await;
        let begun = site.post_as(&site.coordinator(), &world.in_plan("/versions"), &[]).await;
        assert_eq!(begun.status, 303, "{}", begun.body);
        let draft = begun.location().split('?').next().unwrap().rsplit('/').next().unwrap().to_owned();
        let tree = site.get_as(&site.coordinator(), begun.location()).await.body;
        assert!(tree.contains("This is a draft"), "{tree}");
        assert_eq!(site.get(&format!("/maple/api/v1/plan?framework={draft}")).await.status, 404);
        let line = tree.split("/work/plan/lines/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert_eq!(site.get(&format!("/maple/en/our-plan/{line}")).await.status, 404);
        for since in [String::new(), format!("?since={}", world.plan)] {
            let told = site.get_as(&site.coordinator(), &format!("/maple/work/plan/frameworks/{draft}/changes{since}")).await.body;
            assert!(told.contains("Nothing changed") && told.contains("From version 1 to version 2"), "{told}");
        }
    }

    async fn a_plan_is_set_up_by_its_form(site) {
        let fields = [("title_en", "Plan 2030"), ("first_year", "2026"), ("last_year", "2030"), ("year_month", "4"), ("publicity", "confirmed"), ("one_action_en", "Step")];
        let sent = site.post_as(&site.coordinator(), "/maple/work/plan/frameworks", &fields).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        assert!(site.get_as(&site.coordinator(), sent.location()).await.body.contains("This is a draft"));
        let backwards = [("title_en", "Plan 2030"), ("first_year", "2030"), ("last_year", "2026"), ("year_month", "4"), ("publicity", "confirmed")];
        let refused = site.post_as(&site.coordinator(), "/maple/work/plan/frameworks", &backwards).await;
        assert!(refused.status == 422 && refused.body.contains("Plan 2030"), "{}", refused.body);
        let world = World::new(site).await;
        let fewer = [("title_en", "Shorter"), ("first_year", "2027"), ("last_year", "2029"), ("year_month", "4"), ("publicity", "confirmed"), ("version", "2")];
        let refused = site.post_as(&site.coordinator(), &world.in_plan(""), &fewer).await;
        assert!(refused.status == 422 && refused.body.contains("One line of the plan would lie outside"), "{}", refused.body);
    }

    async fn a_line_is_linked_with_the_need_it_answers_and_parted_again(site) {
        let world = World::new(site).await;
        let need = [("kind", "need"), ("code", "N1"), ("title_en", "Help is hard to find")];
        let made = site.post_as(&site.coordinator(), &world.in_plan("/lines"), &need).await;
        let id = made.location().split('?').next().unwrap().rsplit('/').next().unwrap().to_owned();
        let linked = site.post_as(&site.coordinator(), &world.at(0, "/links"), &[("role", "answers"), ("to", id.as_str())]).await;
        assert_eq!(linked.status, 303, "{}", linked.body);
        let page = site.get_as(&site.coordinator(), &world.at(0, "")).await.body;
        assert!(page.contains("Help is hard to find") && page.contains("class=\"thread\""), "{page}");
        let goal = world.lines[1].to_string();
        let refused = site.post_as(&site.coordinator(), &world.at(0, "/links"), &[("role", "answers"), ("to", goal.as_str())]).await;
        assert_eq!(refused.status, 422);
        let parted = site.post_as(&site.coordinator(), &world.at(0, "/links/removal"), &[("role", "answers"), ("to", id.as_str())]).await;
        assert_eq!(parted.status, 303, "{}", parted.body);
    }

    async fn a_frame_of_others_is_taken_once_and_lines_are_held_against_it(site) {
        let world = World::new(site).await;
        let page = site.get_as(&site.coordinator(), "/maple/work/plan/frameworks").await.body;
        assert_eq!(page.matches("name=\"frame\"").count(), 4, "{page}");
        let take = [("frame", "welcoming-17")];
        assert_eq!(site.post_as(&site.holder(Office::Chair, None), "/maple/work/plan/frameworks/reference", &take).await.status, 403);
        let mut first = String::new();
        for _ in 0..2 {
            let taken = site.post_as(&site.coordinator(), "/maple/work/plan/frameworks/reference", &take).await;
            assert_eq!(taken.status, 303, "{}", taken.body);
            let at = taken.location().split('?').next().unwrap().to_owned();
            assert!(first.is_empty() || first == at, "it stands there once");
            first = at;
        }
        let tree = site.get_as(&site.coordinator(), &first).await.body;
        assert!(tree.contains("Safety") && tree.contains("p2pcanada"), "{tree}");
        assert_eq!(site.post_as(&site.coordinator(), "/maple/work/plan/frameworks/reference", &[("frame", "nothing")]).await.status, 404);
        let link = site.get_as(&site.coordinator(), &world.at(1, "/links/new")).await.body;
        assert!(link.contains("Safety"), "{link}");
    }

    async fn a_council_shows_what_it_leads_in_the_plan(site) {
        let world = World::new(site).await;
        let page = site.get_as(&site.coordinator(), &format!("/maple/work/councils/{}", world.council)).await.body;
        assert!(page.contains("In the plan") && page.contains("Line 1.1-1"), "{page}");
    }
}
