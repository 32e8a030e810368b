//! Plans from sheets on both databases: work plans as people draw them, the plan's own export, and that an undo throws a draft away.

use super::columns::COLUMNS;
use crate::{
    FrameworkId, add_framework, add_lines, bring_framework_into_force, can, changes_between,
    rules::{kinds::Kind, standing::Standing, states::State},
    store::{
        frameworks::{find_framework, find_in_force, list_frameworks},
        lines::{LineFacts, list_lines},
        parties::{Part, Who, list_parties},
        tests::{council, framework, new, small, text},
    },
};
use platform::{
    batch::{
        BatchId, Verdict,
        at_console::{self, Brought, Told},
    },
    ctx::Ctx,
    langs::Lang,
    testing::Site,
};

mod asking;
pub(crate) mod properties;

const IMPORTS: &str = "/maple/work/import/plan";

fn rooms() -> Vec<platform::manifest::Manifest> {
    vec![areas::manifest(), partners::manifest(), councils::manifest(), crate::manifest()]
}

/// A table as it comes out of a word processor: merged cells left blank, leads and partners several in a cell, marks and words in quarters.
const WORD: &str = "Key action area\tGoal/strategy\tActivity\tLead organizations\tKey partners\tQ1\tQ2\tQ3\tQ4\n\
    1. Settlement\t1.1 People find help\tMap informal helpers\tSettlement\tMaple Library; School boards\tx\tx\t\t\n\
    \t\tTell newcomers\tMaple Library, Settlement\t\t\t\tguide printed\tx\n\
    \tPeople find homes\tTalk with landlords\t\tLandlords’ circle\t-\tn/a\tno\tX\n\
    2. Welcome\tEverybody is greeted\tGreeting circle\tSettlement\t\t\t\t\t\n";

async fn with_people(site: &Site) -> Ctx {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
    councils::add_council(&mut tx, "settlement", &council("Settlement")).await.unwrap();
    tx.commit().await.unwrap();
    let told =
        at_console::import(&ctx, "partners", Brought::new("p.csv", "Name\nMaple Library\n")).await.unwrap();
    assert!(told.taken.is_some(), "{told:?}");
    let people = "Name,Organization\nAna Sousa,Maple Library\nBo Chen,Maple Library\n";
    let told = at_console::import(&ctx, "people", Brought::new("q.csv", people)).await.unwrap();
    assert!(told.taken.is_some(), "{told:?}");
    ctx
}

async fn import(ctx: &Ctx, sheet: impl Into<Vec<u8>>) -> Told {
    at_console::import(ctx, "plan", Brought::new("Work plan 2026.txt", sheet)).await.unwrap()
}

async fn drafts(ctx: &Ctx) -> Vec<FrameworkId> {
    let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
    let all = list_frameworks(&mut tx).await.unwrap();
    tx.done().await.unwrap();
    all.into_iter().filter(|one| one.standing == Standing::Draft).map(|one| one.id).collect()
}

/// The lines of a plan, each as its step, code, words and quarters.
async fn told(ctx: &Ctx, plan: FrameworkId) -> Vec<String> {
    let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
    let lines = list_lines(&mut tx, plan).await.unwrap();
    tx.done().await.unwrap();
    let quarter = |one: Option<crate::rules::periods::Quarter>| one.map(|one| one.code()).unwrap_or_default();
    let one = |line: crate::Line| {
        let span = format!("{} {}", quarter(line.from_quarter), quarter(line.to_quarter));
        format!("{} {} {} {}", line.depth, line.code, line.title.plain(Lang::En), span.trim())
            .trim()
            .to_owned()
    };
    lines.into_iter().map(one).collect()
}

fn hidden(body: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let value = body.split_once(&mark).map_or("", |(_, rest)| rest);
    value.split('"').next().unwrap_or_default().to_owned()
}

/// Hands a pasted table in, answers what is asked and takes it in, as a person does; the address of the import.
async fn bring(site: &Site, sheet: &str, answers: &[(&str, &str)]) -> String {
    let coordinator = site.coordinator();
    let got = site.post_as(&coordinator, IMPORTS, &[("pasted", sheet)]).await;
    assert_eq!(got.status, 303, "{}", got.body);
    let address = got.location().split('?').next().unwrap().to_owned();
    go_on(site, &address, answers).await;
    address
}

/// Confirms what the columns were guessed to say, and answers what is asked.
async fn go_on(site: &Site, address: &str, answers: &[(&str, &str)]) {
    let coordinator = site.coordinator();
    let page = site.get_as(&coordinator, address).await.body;
    let (version, key) = (hidden(&page, "version"), hidden(&page, "_key"));
    let mut fields: Vec<(String, String)> = Vec::new();
    for part in page.split("<select ").skip(1) {
        let name =
            part.split_once("name=\"").map_or("", |(_, rest)| rest).split('"').next().unwrap_or_default();
        let part = part.split("</select>").next().unwrap_or_default();
        let picked = part
            .split("<option value=\"")
            .skip(1)
            .find(|one| one.split('>').next().is_some_and(|head| head.contains("selected")));
        fields.push((
            name.to_owned(),
            picked.and_then(|one| one.split('"').next()).unwrap_or_default().to_owned(),
        ));
    }
    fields.extend([("version".to_owned(), version), ("_key".to_owned(), key)]);
    fields.extend(answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let sent: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    let got = site.post_as(&coordinator, &format!("{address}/mapping"), &sent).await;
    assert_eq!(got.status, 303, "{}", got.body);
}

/// Answers what rows ask, in the order of the questions: what is usual, unless another answer stands there.
async fn settle(site: &Site, address: &str, others: &[(&str, &str)]) {
    let coordinator = site.coordinator();
    let page = site.get_as(&coordinator, address).await.body;
    let form = page.split_once("/answers\"").map_or("", |(_, rest)| rest);
    let mut fields: Vec<(String, String)> = Vec::new();
    for (n, part) in form.split("<select ").skip(1).enumerate() {
        let part = part.split("</select>").next().unwrap_or_default();
        let label = form.split("<select ").nth(n).unwrap_or_default();
        let label = label.rsplit_once("<label").map_or("", |(_, label)| label);
        let usual = part
            .split("<option value=\"")
            .skip(1)
            .find(|one| one.split('>').next().is_some_and(|head| head.contains("selected")));
        let usual = usual.and_then(|one| one.split('"').next()).unwrap_or_default();
        let other =
            others.iter().find(|(words, _)| label.contains(words)).map_or(usual, |(_, answer)| answer);
        fields.push((format!("answer-{n}"), other.to_owned()));
    }
    fields
        .extend([("version".to_owned(), hidden(form, "version")), ("_key".to_owned(), hidden(form, "_key"))]);
    let sent: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    let got = site.post_as(&coordinator, &format!("{address}/answers"), &sent).await;
    assert_eq!(got.status, 303, "{}", got.body);
}

async fn press(site: &Site, address: &str, below: &str) -> platform::testing::Got {
    let asking = if below == "/undoing" { below } else { "/mapping" };
    let page = site.get_as(&site.coordinator(), &format!("{address}{asking}")).await.body;
    let (version, key) = (hidden(&page, "version"), hidden(&page, "_key"));
    site.post_as(&site.coordinator(), &format!("{address}{below}"), &[("version", &version), ("_key", &key)])
        .await
}

platform::on_both! { rooms();
    async fn a_table_out_of_a_word_processor_becomes_a_plan_and_goes_again(site) {
        let ctx = with_people(site).await;
        let address = bring(site, WORD, &[]).await;
        let page = site.get_as(&site.coordinator(), &address).await.body;
        assert!(page.contains("“School boards” is no group") && page.contains("It gets the code 1.1.1"), "{page}");
        assert!(drafts(&ctx).await.is_empty(), "nothing is seen before it is taken in");
        settle(site, &address, &[("School boards", "words")]).await;
        let got = press(site, &address, "/taking").await;
        assert_eq!(got.status, 303, "{}", got.body);
        let all = drafts(&ctx).await;
        assert_eq!(all.len(), 1);
        let page = site.get_as(&site.coordinator(), got.location()).await.body;
        assert!(page.contains("The sheet is in.") && page.contains(&format!("/work/plan/frameworks/{}\">See: Work plan 2026–2027", all[0])), "{page}");
        assert_eq!(told(&ctx, all[0]).await, [
            "0 1 Settlement", "1 1.1 People find help", "2 1.1.1 Map informal helpers 2026-Q1 2026-Q2", "2 1.1.2 Tell newcomers 2026-Q3 2026-Q4",
            "1 1.2 People find homes", "2 1.2.1 Talk with landlords 2026-Q4 2026-Q4", "0 2 Welcome", "1 2.1 Everybody is greeted", "2 2.1.1 Greeting circle",
        ]);
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        let (lines, parties) = (list_lines(&mut tx, all[0]).await.unwrap(), list_parties(&mut tx, all[0]).await.unwrap());
        tx.done().await.unwrap();
        let of = |n: usize, part| parties.iter().filter(|(id, party)| *id == lines[n].id && party.part == part).map(|(_, party)| party.who.clone()).collect::<Vec<_>>();
        assert!(matches!(of(2, Part::Lead)[..], [Who::Council(_)]), "{parties:?}");
        assert!(matches!(&of(2, Part::Partner)[..], [Who::Organization(_), Who::Named(words)] if words.plain(Lang::En) == "School boards"), "{parties:?}");
        assert!(matches!(of(3, Part::Lead)[..], [Who::Organization(_), Who::Council(_)]), "{parties:?}");
        assert_eq!(lines[3].note.plain(Lang::En), "2026-Q3: guide printed", "what is done then is not lost");
        let got = press(site, &address, "/undoing").await;
        assert_eq!(got.status, 303, "{}", got.body);
        assert!(drafts(&ctx).await.is_empty());
        assert_eq!(site.get_as(&site.coordinator(), &format!("/maple/work/plan/frameworks/{}", all[0])).await.status, 404);
    }

    async fn what_stands_in_the_way_keeps_a_draft(site) {
        let ctx = with_people(site).await;
        let address = bring(site, WORD, &[]).await;
        settle(site, &address, &[]).await;
        assert_eq!(press(site, &address, "/taking").await.status, 303);
        let plan = drafts(&ctx).await[0];
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        add_lines(&mut tx, plan, &[new("2.1", Kind::Action, "by-hand")]).await.unwrap();
        tx.commit().await.unwrap();
        let got = press(site, &address, "/undoing").await;
        assert!(got.status == 422 && got.body.contains("by-hand"), "{} {}", got.status, got.body);
        assert_eq!(drafts(&ctx).await.len(), 1, "what was written by hand is not lost");
    }

    async fn what_is_laid_is_out_of_sight_until_its_import_is_shown(site) {
        let ctx = with_people(site).await;
        let address = bring(site, WORD, &[]).await;
        settle(site, &address, &[]).await;
        assert_eq!(press(site, &address, "/taking").await.status, 303);
        let batch: BatchId = address.rsplit('/').next().unwrap().parse().unwrap();
        let plan = drafts(&ctx).await[0];
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        platform::batch::show_for_tests(&mut tx, batch, false).await.unwrap();
        let lines = list_lines(&mut tx, plan).await.unwrap();
        tx.commit().await.unwrap();
        assert!(drafts(&ctx).await.is_empty());
        for path in [format!("/maple/work/plan/frameworks/{plan}"), format!("/maple/work/plan/lines/{}", lines[0].id)] {
            assert_eq!(site.get_as(&site.coordinator(), &path).await.status, 404, "{path}");
        }
        assert_eq!(site.get(&format!("/maple/api/v1/plan?framework={plan}")).await.status, 404);
    }

    async fn an_export_that_comes_back_changes_nothing(site) {
        let ctx = with_people(site).await;
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let (plan, ids) = small(&mut tx).await.unwrap();
        let told = crate::Reported { state: State::Behind, note: text("Late"), on: crate::store::tests::DAY, by: "Tess".into(), for_owner: false, released: false };
        crate::report_state(&mut tx, ids[2], &told).await.unwrap();
        tx.commit().await.unwrap();
        for kind in ["csv", "xlsx"] {
            let file = site.get_as(&site.coordinator(), &format!("/maple/work/plan/frameworks/{plan}/sheet?as={kind}")).await;
            assert_eq!(file.status, 200, "{kind}");
        }
        let file = site.get_as(&site.coordinator(), &format!("/maple/work/plan/frameworks/{plan}/sheet?as=csv")).await.body;
        let address = bring(site, &file, &[("import-plan-into", "version")]).await;
        let got = press(site, &address, "/taking").await;
        assert_eq!(got.status, 303, "{}", got.body);
        let next = drafts(&ctx).await[0];
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        let changes = changes_between(&mut tx, plan, next).await.unwrap();
        let (one, other) = (find_framework(&mut tx, plan).await.unwrap().unwrap(), find_framework(&mut tx, next).await.unwrap().unwrap());
        tx.done().await.unwrap();
        assert!(changes.is_empty(), "{changes:?}");
        assert_eq!((one.family_id, one.number + 1), (other.family_id, other.number));
    }

    async fn a_plan_that_was_changed_meanwhile_is_not_rolled_back_by_its_sheet(site) {
        let ctx = with_people(site).await;
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let (plan, ids) = small(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let file = site.get_as(&site.coordinator(), &format!("/maple/work/plan/frameworks/{plan}/sheet?as=csv")).await.body;
        let address = bring(site, &file, &[("import-plan-into", "version")]).await;
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let line = crate::store::lines::find_line(&mut tx, ids[2]).await.unwrap().unwrap();
        crate::store::writing::update_line(&mut tx, &line, &LineFacts { title: text("Decided since"), ..line.facts() }).await.unwrap();
        tx.commit().await.unwrap();
        press(site, &address, "/taking").await;
        let page = site.get_as(&site.coordinator(), &address).await.body;
        assert!(page.contains("Somebody has changed the plan since"), "{page}");
        assert!(drafts(&ctx).await.is_empty());
    }

    async fn each_row_that_has_no_place_says_why_and_nothing_comes_in(site) {
        let ctx = with_people(site).await;
        let sheet = "Step,Code,Kind,In plain words (English),First quarter\n\
            1,1,Priority,Top,\n3,1.1,Action,Skips,\n2,1,Goal,Twice,\n1,2,Goal,Highest,\nx,3,Priority,No step,\n2,4,Song,No kind,\n2,5,Goal,Far away,2099-Q1\n2,6,Goal,No quarter,autumn\n2,,Goal,No code,\n";
        let told = import(&ctx, sheet).await;
        assert_eq!(told.taken, None);
        let words: Vec<_> = told.refused.iter().map(|(row, words)| format!("{row} {words}")).collect();
        for (row, part) in [(3, "only at step 1"), (4, "has the code 1"), (5, "Only needs and priorities"), (6, "not a step"), (7, ""), (8, "The plan runs from"), (9, "not a quarter"), (10, "has no code")] {
            assert!(words.iter().any(|one| one.starts_with(&format!("{row} ")) && one.contains(part)), "{row} {part}: {words:?}");
        }
        assert!(drafts(&ctx).await.is_empty());
        let circle = "Code,Line above,Title\nA,B,One\nB,A,Other\n";
        let told = import(&ctx, circle).await;
        assert!(told.taken.is_none() && told.refused[0].1.contains("No row before this one has the code B"), "{told:?}");
        let orphan = "Area,Goal,Action\n,People find help,Map helpers\n";
        let told = import(&ctx, orphan).await;
        assert!(told.taken.is_none() && told.refused[0].1.contains("Only needs and priorities stand highest"), "{told:?}");
    }

    async fn a_code_further_down_is_not_given_to_a_row_that_has_none(site) {
        let ctx = with_people(site).await;
        let sheet = "Area,Action,Code\nWelcome,Greet,\n,Meet,1.1\n,Sing,1.2\n,Cook,\n";
        let all = import(&ctx, sheet).await;
        assert!(all.taken.is_some(), "{all:?}");
        let plan = drafts(&ctx).await[0];
        assert_eq!(told(&ctx, plan).await, ["0 1 Welcome", "1 1.3 Greet", "1 1.1 Meet", "1 1.2 Sing", "1 1.4 Cook"]);
    }

    async fn rows_that_say_more_of_an_action_are_one_line(site) {
        let ctx = with_people(site).await;
        let sheet = "Area,Action,Lead,Q1,Q2,Q3,Q4\nWelcome,Greet,Settlement,x,,,\nWelcome,Greet,Maple Library,,,x,\n,,Choir,,,,sing\n";
        let address = bring(site, sheet, &[]).await;
        settle(site, &address, &[("Choir", "words")]).await;
        assert_eq!(press(site, &address, "/taking").await.status, 303);
        let plan = drafts(&ctx).await[0];
        assert_eq!(told(&ctx, plan).await, ["0 1 Welcome", "1 1.1 Greet 2026-Q1 2026-Q4"]);
        let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
        assert_eq!(list_parties(&mut tx, plan).await.unwrap().len(), 3);
        tx.done().await.unwrap();
    }

    async fn a_thousand_rows_come_in_and_keep_their_order(site) {
        let ctx = with_people(site).await;
        let mut sheet = "Area,Goal,Action\n".to_owned();
        for n in 0..1_000 {
            sheet.push_str(&format!("Area {},Goal {},Action {n}\n", n / 100, n / 10));
        }
        let got = import(&ctx, sheet).await;
        assert_eq!(got.counts.get(&Verdict::Add), Some(&1_000), "{:?}", got.refused);
        let all = told(&ctx, drafts(&ctx).await[0]).await;
        assert_eq!((all.len(), &*all[0], &*all[2], &*all[1_109]), (1_110, "0 1 Area 0", "2 1.1.1 Action 0", "2 10.10.10 Action 999"));
    }

    async fn only_who_writes_the_plan_brings_one_in(site) {
        for office in [platform::authority::Office::Reader, platform::authority::Office::Chair] {
            let holder = site.holder(office, None);
            assert_eq!(site.get_as(&holder, IMPORTS).await.status, 403);
            assert_eq!(site.post_as(&holder, IMPORTS, &[("pasted", WORD)]).await.status, 403);
        }
        let page = site.get_as(&site.coordinator(), "/maple/work/plan/frameworks").await.body;
        assert!(page.contains("/work/import/plan") || page.contains("frameworks/new"), "{page}");
    }

    async fn every_heading_of_the_export_is_found_again_in_both_languages(site) {
        let ctx = site.ctx(site.coordinator());
        for lang in Lang::OFFICIAL {
            let say = ctx.say().in_lang(lang);
            for column in COLUMNS {
                let heading = sheets::fold::fold_heading(&say.t(column.label, &[]));
                let found: Vec<_> = COLUMNS.iter().filter(|one| one.headings.iter().any(|known| sheets::fold::fold_heading(known) == heading)).map(|one| one.key).collect();
                assert!(found.is_empty() || found == [column.key], "{lang} {heading}: {found:?}");
                let is_exported = ["step", "code", "kind", "title-en", "title-fr", "lead", "partner", "from", "to", "ongoing", "note-en", "note-fr", "wording-en", "wording-fr", "patterns", "stage", "seeking", "secured", "in-kind", "volunteer-hours"].contains(&column.key);
                assert!(!is_exported || found == [column.key], "{lang} {heading}: {found:?}");
            }
        }
    }
}
