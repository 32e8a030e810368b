//! What stands beside lines, as people use it, on both databases.

use crate::pages::tests::{World, rooms};
use partners::NewPerson;
use platform::{authority::Office, ids::Ref, langs::Lang, testing::Site};

const LIST: &str = "/maple/work/plan/recommendations";

/// Writes one down beside line `n`; gives its address.
async fn add(site: &Site, world: &World, n: usize, path: &str, fields: &[(&str, &str)]) -> String {
    let sent = site.post_as(&site.coordinator(), &world.at(n, &format!("/{path}")), fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    let page = site.get_as(&site.coordinator(), &world.at(n, "")).await.body;
    let start = format!("{}/", world.at(n, &format!("/{path}")));
    let id =
        page.split(&start).map(|rest| rest.split('/').next().unwrap()).find(|id| id.len() == 36).unwrap();
    format!("{start}{id}")
}

/// A need in the plan, linked to nothing.
async fn need(site: &Site, world: &World) -> String {
    let fields = [("kind", "need"), ("code", "N1"), ("title_en", "Help is hard to find")];
    let made = site.post_as(&site.coordinator(), &world.in_plan("/lines"), &fields).await;
    made.location().split('?').next().unwrap().to_owned()
}

platform::on_both! { rooms();
    async fn a_milestone_is_due_reached_and_told_on_today_and_in_files(site) {
        let world = World::new(site).await;
        let one = add(site, &world, 2, "milestones", &[("title_en", "Ten mentors"), ("due_on", "2026-11-20")]).await;
        let page = site.get_as(&site.coordinator(), &world.at(2, "")).await.body;
        assert!(page.contains("Ten mentors") && page.contains("late"), "{page}");
        assert!(site.get_as(&site.coordinator(), "/maple/work").await.body.contains("Ten mentors"), "today tells it");
        let file = site.get_as(&site.coordinator(), "/maple/work/plan/table?as=csv&cols=milestones").await.body;
        assert!(file.contains("Ten mentors"), "{file}");
        let other = site.holder(Office::Chair, None);
        let reached = |version: &'static str| [("version", version)];
        let reader = site.holder(Office::Reader, None);
        assert_eq!(site.post_as(&reader, &format!("{one}/reached"), &reached("1")).await.status, 403);
        let chair = site.holder(Office::Chair, Some(Ref::from(world.council)));
        assert_eq!(site.post_as(&chair, &format!("{one}/reached"), &reached("1")).await.status, 303);
        assert_eq!(site.post_as(&other, &format!("{one}/reached"), &reached("1")).await.status, 409);
        assert!(!site.get_as(&site.coordinator(), "/maple/work").await.body.contains("Ten mentors"), "it is done");
        let public = site.get(&format!("/maple/en/our-plan/{}", world.lines[2])).await.body;
        assert!(public.contains("Ten mentors") && !public.contains("reached on"), "what nobody confirmed is no news for the public: {public}");
        let begun = site.post_as(&site.coordinator(), &world.in_plan("/versions"), &[]).await;
        let draft = begun.location().split('?').next().unwrap().to_owned();
        let file = site.get_as(&site.coordinator(), &format!("{draft}/table?as=csv&cols=milestones")).await.body;
        assert!(file.contains("Ten mentors"), "the next version begins with it: {file}");
    }

    async fn milestones_without_a_day_stand_last_on_both_databases(site) {
        let world = World::new(site).await;
        for (title, due) in [("Some day", ""), ("In May", "2027-05-01"), ("In March", "2027-03-01")] {
            add(site, &world, 2, "milestones", &[("title_en", title), ("due_on", due)]).await;
        }
        let page = site.get(&format!("/maple/en/our-plan/{}", world.lines[2])).await.body;
        let at = |title: &str| page.find(title).unwrap();
        assert!(at("In March") < at("In May") && at("In May") < at("Some day"), "{page}");
    }

    async fn what_stands_beside_a_line_that_became_another_kind_can_still_be_reached(site) {
        let world = World::new(site).await;
        let one = add(site, &world, 3, "milestones", &[("title_en", "Ten mentors")]).await;
        let kind = [("kind", "goal"), ("code", "1.1-2"), ("title_en", "Line 1.1-2"), ("title_fr", "Line 1.1-2"), ("version", "1")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at(3, ""), &kind).await.status, 303);
        let page = site.get_as(&site.coordinator(), &world.at(3, "")).await.body;
        assert!(page.contains("Ten mentors") && page.contains(&format!("{one}/edit")), "{page}");
        assert!(!page.contains("/milestones/new"), "but no more are added: {page}");
    }

    async fn a_sheet_brings_along_what_stands_beside_the_lines_of_the_version_before(site) {
        let world = World::new(site).await;
        let need = need(site, &world).await;
        add(site, &world, 2, "milestones", &[("title_en", "Ten mentors")]).await;
        let voice = [("kind", "voice"), ("what_en", "We wait two years.")];
        assert_eq!(site.post_as(&site.coordinator(), &format!("{need}/evidence"), &voice).await.status, 303);
        let ctx = site.ctx(site.coordinator());
        let next = crate::importing::tests::properties::round(site, &ctx, (world.plan(), "csv")).await;
        let file = site.get_as(&site.coordinator(), &format!("/maple/work/plan/frameworks/{next}/table?as=csv&cols=milestones")).await.body;
        assert!(file.contains("Ten mentors"), "{file}");
        let mut tx = ctx.read(crate::can::SEE_PLAN).await.unwrap();
        let lines = crate::lines(&mut tx, next).await.unwrap();
        let there: Vec<_> = lines.iter().map(|line| line.id).collect();
        let told = crate::store::evidence::evidence_beside(&mut tx, &there).await.unwrap();
        tx.done().await.unwrap();
        assert_eq!(told.len(), 1, "the voice of the need went along");
    }

    async fn no_program_reads_recommendations_of_drafts_and_bins_or_the_names_of_the_hidden(site) {
        let world = World::new(site).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(crate::can::EDIT_PLAN).await.unwrap();
        let hidden = partners::NewOrganization { visibility: partners::Visibility::Staff, ..partners::NewOrganization::new("hidden", crate::store::tests::text("Hidden house")) };
        let hidden = partners::add_organization(&mut tx, &hidden).await.unwrap().to_string();
        tx.commit().await.unwrap();
        let told = |words: &'static str, to: &str| [("organization", to.to_owned()), ("named_en", "A ministry".to_owned()), ("wording_en", words.to_owned()), ("reply", "awaited".to_owned()), ("released", "yes".to_owned())];
        for (n, words, to) in [(2, "Beside an open line", hidden.as_str()), (3, "Beside a binned line", "")] {
            let fields = told(words, to);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            add(site, &world, n, "recommendations", &fields).await;
        }
        let begun = site.post_as(&site.coordinator(), &world.in_plan("/versions"), &[]).await;
        let draft = begun.location().split('?').next().unwrap().to_owned();
        let tree = site.get_as(&site.coordinator(), &draft).await.body;
        let copy = tree.split("/work/plan/lines/").nth(1).unwrap().split(['"', '/']).next().unwrap();
        let fields = [("named_en", "A ministry"), ("wording_en", "Beside a draft"), ("reply", "awaited"), ("released", "yes")];
        assert_eq!(site.post_as(&site.coordinator(), &format!("/maple/work/plan/lines/{copy}/recommendations"), &fields).await.status, 303);
        assert_eq!(site.post_as(&site.coordinator(), &world.at(3, "/bin"), &[("version", "1")]).await.status, 303);
        for body in [site.get("/maple/api/v1/plan-recommendations").await.body, site.get_as(&site.coordinator(), "/maple/api/v1/plan-recommendations").await.body] {
            assert!(body.contains("Beside an open line") && body.contains("A ministry"), "{body}");
            assert!(!body.contains("Beside a draft") && !body.contains("Beside a binned line") && !body.contains("Hidden house"), "{body}");
        }
        let page = site.get(&format!("/maple/en/our-plan/{}", world.lines[2])).await.body;
        assert!(page.contains("Beside an open line") && !page.contains("Hidden house"), "{page}");
    }

    async fn milestones_stand_beside_what_is_done_and_evidence_beside_needs_only(site) {
        let world = World::new(site).await;
        let fields = [("title_en", "Ten mentors"), ("kind", "voice"), ("what_en", "Words")];
        assert_eq!(site.post_as(&site.coordinator(), &world.at(1, "/milestones"), &fields).await.status, 422);
        assert_eq!(site.post_as(&site.coordinator(), &world.at(2, "/evidence"), &fields).await.status, 422);
        let reader = site.holder(Office::Reader, None);
        assert_eq!(site.post_as(&reader, &world.at(2, "/milestones"), &fields).await.status, 403);
        assert_eq!(site.get_as(&site.stranger(), LIST).await.status, 404);
    }

    async fn a_need_shows_the_public_what_tells_of_it_and_no_voice_names_a_person(site) {
        let world = World::new(site).await;
        let need = need(site, &world).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(crate::can::EDIT_PLAN).await.unwrap();
        partners::add_person(&mut tx, &NewPerson::new("Nadia Haddad", Lang::En)).await.unwrap();
        tx.commit().await.unwrap();
        let voice = |source: &'static str| [("kind", "voice"), ("what_en", "We wait two years."), ("source_en", source), ("year", "2025")];
        let refused = site.post_as(&site.coordinator(), &format!("{need}/evidence"), &voice("As nadia haddad said")).await;
        assert!(refused.status == 422 && refused.body.contains("in general terms") && refused.body.contains("We wait two years."), "{}", refused.body);
        assert_eq!(site.post_as(&site.coordinator(), &format!("{need}/evidence"), &voice("A mother in a circle")).await.status, 303);
        let figure = [("kind", "figure"), ("what_en", "Visits without an interpreter"), ("figure", "41"), ("unit_en", "of 90"), ("link", "https://example.org/a")];
        assert_eq!(site.post_as(&site.coordinator(), &format!("{need}/evidence"), &figure).await.status, 303);
        let id = need.rsplit('/').next().unwrap();
        let page = site.get(&format!("/maple/en/our-plan/{id}")).await.body;
        for words in ["We wait two years.", "A mother in a circle", "2025", "41", "of 90", "https://example.org/a"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        let as_said = [("kind", "figure"), ("what_en", "Words"), ("figure", "7"), ("link", "example.org/as-people-say")];
        assert_eq!(site.post_as(&site.coordinator(), &format!("{need}/evidence"), &as_said).await.status, 303);
        assert!(site.get(&format!("/maple/en/our-plan/{id}")).await.body.contains("https://example.org/as-people-say"));
        let wrong = [("kind", "figure"), ("what_en", "Words"), ("link", "javascript:alert(1)")];
        assert_eq!(site.post_as(&site.coordinator(), &format!("{need}/evidence"), &wrong).await.status, 422);
    }

    async fn a_recommendation_is_answered_listed_and_shown_when_released(site) {
        let world = World::new(site).await;
        let asked = [("named_en", "The school board"), ("barrier_en", "One language only"), ("wording_en", "Ask in two languages"),
            ("recommended_on", "2026-10-01"), ("expected_on", "2026-11-01"), ("reply", "awaited")];
        let one = add(site, &world, 2, "recommendations", &asked).await;
        for (query, hit) in [("", true), ("?reply=overdue", true), ("?reply=awaited", true), ("?reply=accepted", false), ("?q=languages", true)] {
            let page = site.get_as(&site.coordinator(), &format!("{LIST}{query}")).await.body;
            assert_eq!(page.contains("Ask in two languages"), hit, "{query}");
        }
        let today = site.get_as(&site.coordinator(), "/maple/work").await.body;
        assert!(today.contains("The school board"), "an answer is overdue: {today}");
        let public = format!("/maple/en/our-plan/{}", world.lines[2]);
        assert!(!site.get(&public).await.body.contains("Ask in two languages"), "nobody released it");
        let by_program = "/maple/api/v1/plan-recommendations";
        for reader in [site.get(by_program).await, site.get_as(&site.coordinator(), by_program).await] {
            assert!(reader.status == 200 && reader.body.contains("\"items\":[]"), "the API is the public's: {}", reader.body);
        }
        let before = [&asked[..5], &[("reply", "awaited"), ("replied_on", "2026-11-05"), ("version", "1")]].concat();
        assert_eq!(site.post_as(&site.coordinator(), &one, &before).await.status, 422, "an answer is said to have come");
        let answer = [&asked[..5], &[("reply", "partly"), ("replied_on", "2026-11-05"), ("reply_note_en", "In one school"), ("outcome_en", "A trial runs"), ("released", "yes"), ("version", "1")]].concat();
        assert_eq!(site.post_as(&site.coordinator(), &one, &answer).await.status, 303);
        let page = site.get(&public).await.body;
        for words in ["One language only", "Ask in two languages", "The school board", "In one school", "A trial runs"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!site.get_as(&site.coordinator(), "/maple/work").await.body.contains("The school board"));
        let told: serde_json::Value = serde_json::from_str(&site.get(by_program).await.body).unwrap();
        let item = &told["items"][0];
        assert_eq!((item["to"][0]["name"]["en"].as_str(), item["answer"].as_str(), item["answered_on"].as_str()), (Some("The school board"), Some("partly"), Some("2026-11-05")), "{told}");
        assert!(item["url"].as_str().unwrap().ends_with(&format!("{}#recommendations", world.lines[2])), "{told}");
        for kind in ["csv", "xlsx", "docx"] {
            let file = site.get_as(&site.coordinator(), &format!("{LIST}?as={kind}")).await;
            assert_eq!(file.status, 200, "{kind}");
            if kind == "csv" { assert!(file.body.contains("Ask in two languages") && file.body.contains("In part"), "{}", file.body); }
        }
        let late = site.post_as(&site.coordinator(), &one, &answer).await;
        assert!(late.status == 409 && late.body.contains("A trial runs"), "{}", late.body);
        let history = site.get_as(&site.coordinator(), &format!("/maple/work/history/plan-node/{}", world.lines[2])).await.body;
        assert!(history.contains("changed a recommendation") && !history.contains('⟦'), "{history}");
        assert_eq!(site.get_as(&site.coordinator(), &format!("{one}/removal")).await.status, 200);
        assert_eq!(site.post_as(&site.coordinator(), &format!("{one}/removal"), &[("version", "2")]).await.status, 303);
        assert!(!site.get_as(&site.coordinator(), LIST).await.body.contains("Ask in two languages"));
    }
}
