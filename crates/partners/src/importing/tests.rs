//! Sheets of partners: read, compared, taken in, undone; and that nobody sees anything of them before.

mod changing;
mod crashing;
mod ends;
mod meeting;
mod properties;

use crate::{
    NewOrganization, Reader, Visibility, can, store,
    tests::{found, keep, named},
};
use platform::{
    batch::{
        BatchId, Verdict,
        at_console::{self, Brought},
    },
    ctx::Ctx,
    testing::{Got, Site},
};

const IMPORTS: &str = "/maple/work/import/partners";
/// Sheets as they are: a title, two ways to write most things, an organization twice, what cannot be read, one that is known.
const MESSY: &str = "Our partners 2024,,,,,,,,\n\n\
    Organisation,Type of organization,Langues,Contact person,Position,E-mail,Phone,Member since,Comments\n\
    Maple Library,Library,\"English, French\",Amina Yusuf,Manager,AMINA@EXAMPLE.ORG ,613.555.0101,2020-05-01,\n\
    Maple Library,,,Bo Chen,Clerk,bo@example.org,(613) 555-0102 x 12,,\n\
    Prairie Kitchen,Food,arabe,,,kitchen@example.org,call Maria,,meets on Fridays\n\
    Known Housing,Library,,Dana Roy,,dana@example.org,,,\n";

async fn names(ctx: &Ctx) -> Vec<String> {
    let mut tx = ctx.read(can::SEE_PARTNERS).await.unwrap();
    let all = store::list::choices(&mut tx, Reader::Staff, ctx.lang).await.unwrap();
    let people = store::people::people_to_choose(&mut tx, Reader::Staff).await.unwrap();
    tx.done().await.unwrap();
    let of = all.into_iter().map(|one| one.name.plain(ctx.lang).to_owned());
    of.chain(people.into_iter().map(|one| one.name)).collect()
}

pub(in crate::importing) fn hidden(body: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let value = body.split_once(&mark).map_or("", |(_, rest)| rest);
    value.split('"').next().unwrap_or_default().to_owned()
}

/// What is chosen in the fields of the page about the columns.
fn chosen(body: &str) -> Vec<(String, String)> {
    body.split("<select ")
        .skip(1)
        .map(|part| {
            let name =
                part.split_once("name=\"").map_or("", |(_, rest)| rest).split('"').next().unwrap_or_default();
            let part = part.split("</select>").next().unwrap_or_default();
            let mut options = part.split("<option value=\"").skip(1);
            let picked =
                options.find(|option| option.split('>').next().is_some_and(|head| head.contains("selected")));
            let value = picked.and_then(|option| option.split('"').next()).unwrap_or_default();
            (name.to_owned(), value.to_owned())
        })
        .collect()
}

/// Hands a pasted sheet in and confirms what its columns were guessed to say; the address of the import.
async fn compared(site: &Site, sheet: &str, answers: &[(&str, &str)]) -> String {
    let coordinator = site.coordinator();
    let got = site.post_as(&coordinator, IMPORTS, &[("pasted", sheet)]).await;
    assert_eq!(got.status, 303, "{}", got.body);
    let address = got.location().split('?').next().unwrap().to_owned();
    confirmed(site, &address, answers).await;
    address
}

/// Confirms what the columns of a sheet say, so that it is compared; once more, when that was done.
async fn confirmed(site: &Site, address: &str, answers: &[(&str, &str)]) {
    let coordinator = site.coordinator();
    let page = site.get_as(&coordinator, &format!("{address}/mapping")).await.body;
    let version = hidden(&page, "version");
    let picked = chosen(&page);
    let mut fields: Vec<(&str, &str)> = picked.iter().map(|(name, value)| (&**name, &**value)).collect();
    let key = hidden(&page, "_key");
    fields.extend([("version", &*version), ("_key", &*key)]);
    fields.extend(answers);
    let got = site.post_as(&coordinator, &format!("{address}/mapping"), &fields).await;
    assert_eq!(got.status, 303, "{}", got.body);
}

async fn press(site: &Site, address: &str, below: &str) -> Got {
    let coordinator = site.coordinator();
    let asking = if below == "/undoing" { below } else { "/mapping" };
    let page = site.get_as(&coordinator, &format!("{address}{asking}")).await.body;
    let version = hidden(&page, "version");
    let key = hidden(&page, "_key");
    site.post_as(&coordinator, &format!("{address}{below}"), &[("version", &version), ("_key", &key)]).await
}

fn count(told: &at_console::Told, verdict: Verdict) -> i64 {
    told.counts.get(&verdict).copied().unwrap_or(0)
}

platform::on_both! { vec![areas::manifest(), crate::manifest()];
    async fn a_messy_sheet_comes_in_whole_and_goes_again(site) {
        keep(site, &[named("known-housing", "Known Housing")]).await;
        let ctx = site.ctx(site.coordinator());
        let address = compared(site, MESSY, &[]).await;
        let page = site.get_as(&site.coordinator(), &address).await.body;
        for part in ["The same organization as in row 4", "call Maria", "became “613 555-0101”", "Take it in: 3 new, 1 changed", "“Food” is added"] {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert_eq!(names(&ctx).await, ["Known Housing"], "nothing is seen before it is taken in");
        let got = press(site, &address, "/taking").await;
        assert_eq!(got.status, 303, "{}", got.body);
        assert_eq!(names(&ctx).await, ["Known Housing", "Maple Library", "Prairie Kitchen", "Amina Yusuf", "Bo Chen", "Dana Roy"]);
        let kitchen = site.get_as(&site.coordinator(), "/maple/work/partners/prairie-kitchen").await.body;
        assert!(kitchen.contains("call Maria") && kitchen.contains("meets on Fridays") && kitchen.contains("kitchen@example.org"), "{kitchen}");
        let got = press(site, &address, "/undoing").await;
        assert_eq!(got.status, 303, "{}", got.body);
        assert_eq!(names(&ctx).await, ["Known Housing"]);
        let known = site.get_as(&site.coordinator(), "/maple/work/partners/known-housing").await.body;
        assert!(!known.contains("Dana") && !known.contains("dana@"), "{known}");
    }

    async fn what_is_laid_is_out_of_sight_until_its_import_is_shown(site) {
        let ctx = site.ctx(site.coordinator());
        let told = at_console::import(&ctx, "partners", Brought::new("a.csv", MESSY)).await.unwrap();
        let batch: BatchId = told.taken.unwrap();
        assert_eq!(names(&ctx).await.len(), 6);
        let mut tx = ctx.write(can::DECIDE_PARTNERS).await.unwrap();
        platform::batch::show_for_tests(&mut tx, batch, false).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(names(&ctx).await, Vec::<String>::new());
        let page = site.get_as(&site.coordinator(), "/maple/work/partners/maple-library").await;
        assert_eq!(page.status, 404);
    }

    async fn what_an_export_says_changes_nothing(site) {
        let ctx = site.ctx(site.coordinator());
        let first = at_console::import(&ctx, "partners", Brought::new("a.csv", MESSY)).await.unwrap();
        assert!(first.taken.is_some(), "{first:?}");
        let columns = "cols=sector&cols=kind&cols=language&cols=standing&cols=joined&cols=left&cols=area&cols=visibility&cols=note";
        let file = site.get_as(&site.coordinator(), &format!("/maple/work/partners?as=csv&{columns}")).await;
        let again = at_console::import(&ctx, "partners", Brought::new("b.csv", file.body).dry()).await.unwrap();
        assert_eq!((count(&again, Verdict::Same), again.counts.len()), (3, 1), "{again:?}");
    }

    async fn a_sheet_comes_whole_or_not_at_all(site) {
        let ctx = site.ctx(site.coordinator());
        let sheet = "Name,Joined,Left\nMaple,2024-01-01,2023-01-01\nBirch,,\n";
        let told = at_console::import(&ctx, "partners", Brought::new("a.csv", sheet)).await.unwrap();
        assert_eq!((told.taken, told.refused.len()), (None, 1), "{told:?}");
        assert_eq!(names(&ctx).await, Vec::<String>::new());
        let address = compared(site, sheet, &[]).await;
        let got = press(site, &address, "/taking").await;
        assert!(got.status == 422 && got.body.contains("whole or not at all"), "{}", got.body);
        let returned = site.get_as(&site.coordinator(), &format!("{address}?as=csv")).await.body;
        assert!(returned.contains("Refused") && returned.contains("2023-01-01"), "{returned}");
        let left = site.post_as(&site.coordinator(), &format!("{address}/leaving"), &[("verdict", "refuse")]).await;
        assert_eq!(left.status, 303);
        press(site, &address, "/taking").await;
        assert_eq!(names(&ctx).await, ["Birch"]);
    }

    async fn a_new_sector_of_the_sheet_is_added_once_for_what_is_new_and_what_is_known(site) {
        let known = ["known-housing", "known-homes"].map(|slug| named(slug, &slug.replace('-', " ")));
        keep(site, &known).await;
        let ctx = site.ctx(site.coordinator());
        let sheet = "Name,Sector\nPrairie Kitchen,Food\nknown housing,Food\nknown homes,FOOD\nBees,Honey\n";
        let told = at_console::import(&ctx, "partners", Brought::new("a.csv", sheet)).await.unwrap();
        let batch = told.taken.unwrap_or_else(|| panic!("{told:?}"));
        let mut tx = ctx.read(can::SEE_PARTNERS).await.unwrap();
        let all = store::sectors::sectors(&mut tx).await.unwrap();
        tx.done().await.unwrap();
        let food: Vec<_> = all.iter().filter(|one| one.code == "food").collect();
        assert_eq!(food.len(), 1, "{all:?}");
        for slug in ["prairie-kitchen", "known-housing", "known-homes"] {
            assert_eq!(found(site, slug).await.unwrap().sector, Some(food[0].id), "{slug}");
        }
        at_console::undo(&ctx, batch).await.unwrap();
        assert_eq!(found(site, "known-housing").await.unwrap().sector, None);
    }

    async fn a_word_that_stands_in_one_sector_of_the_list_means_it_and_that_is_shown(site) {
        keep(site, &[named("maple", "Maple Homes")]).await;
        let ctx = site.ctx(site.coordinator());
        let sheet = "Name,Sector\nBees,EMPLOYER\nMaple Homes,Employer\nAnts,FOOD\nWasps,food\n";
        let address = compared(site, sheet, &[]).await;
        let page = site.get_as(&site.coordinator(), &address).await.body;
        assert!(page.contains("“EMPLOYER” became “Business or employer”"), "{page}");
        let got = press(site, &address, "/taking").await;
        assert_eq!(got.status, 303, "{}", got.body);
        let mut tx = ctx.read(can::SEE_PARTNERS).await.unwrap();
        let all = store::sectors::sectors(&mut tx).await.unwrap();
        tx.done().await.unwrap();
        assert_eq!(all.len(), store::sectors::DEFAULT_SECTORS.len() + 1, "only one of food is new: {all:?}");
        assert!(all.iter().any(|one| one.name.plain(ctx.lang) == "Food"), "in capitals it arrives as a word: {all:?}");
        let business = all.iter().find(|one| one.code == "business").unwrap().id;
        for slug in ["bees", "maple"] {
            assert_eq!(found(site, slug).await.unwrap().sector, Some(business), "{slug}");
        }
    }

    async fn a_name_that_is_near_is_asked_about(site) {
        keep(site, &[named("ymca", "YMCA of Maple")]).await;
        let ctx = site.ctx(site.coordinator());
        let address = compared(site, "Name,Notes\nYMCA of Mapel,old friends\n", &[]).await;
        let page = site.get_as(&site.coordinator(), &address).await.body;
        assert!(page.contains("It is YMCA of Maple"), "{page}");
        let id = hidden(&page, "choice");
        let refused = press(site, &address, "/taking").await;
        assert_eq!(refused.status, 422);
        let got = site.post_as(&site.coordinator(), &format!("{address}/rows/2"), &[("choice", &id)]).await;
        assert_eq!(got.status, 303, "{}", got.body);
        press(site, &address, "/taking").await;
        assert_eq!(names(&ctx).await, ["YMCA of Maple"]);
        let page = site.get_as(&site.coordinator(), "/maple/work/partners/ymca").await.body;
        assert!(page.contains("old friends"), "{page}");
    }

    async fn a_row_left_out_leaves_its_followers_an_organization(site) {
        keep(site, &[named("ymca", "YMCA of Maple")]).await;
        let ctx = site.ctx(site.coordinator());
        let sheet = "Name,Contact,E-mail\nYMCA of Mapel,Ana Diaz,ana@example.org\nYMCA of Mapel,Bo Chen,bo@example.org\nYMCA of Mapel,Cy Roy,cy@example.org\n";
        let address = compared(site, sheet, &[]).await;
        let left = site.post_as(&site.coordinator(), &format!("{address}/leaving"), &[("verdict", "ask")]).await;
        assert_eq!(left.status, 303);
        let got = press(site, &address, "/taking").await;
        assert_eq!(got.status, 303, "{}", got.body);
        assert_eq!(names(&ctx).await, ["YMCA of Mapel", "YMCA of Maple", "Bo Chen", "Cy Roy"]);
    }

    async fn a_sheet_that_means_a_kept_record_decides_nothing_that_its_row_does_not_say(site) {
        let hidden_one = NewOrganization { visibility: Visibility::Staff, ..named("ymca", "YMCA of Maple") };
        keep(site, &[hidden_one]).await;
        let answers = [("import-partners-differing", "overwrite"), ("import-partners-standing", "partners"), ("import-partners-see", "public")];
        let address = compared(site, "Name,Contact\nYMCA of Mapel,Ana Diaz\nYMCA of Mapel,Bo Chen\n", &answers).await;
        let page = site.get_as(&site.coordinator(), &address).await.body;
        let id = hidden(&page, "choice");
        site.post_as(&site.coordinator(), &format!("{address}/rows/2"), &[("choice", &id)]).await;
        press(site, &address, "/taking").await;
        let kept = found(site, "ymca").await.unwrap();
        assert_eq!((kept.visibility, kept.joined_on), (Visibility::Staff, Some(jiff::civil::date(2020, 1, 2))));
        let page = site.get_as(&site.coordinator(), "/maple/work/partners/ymca").await.body;
        assert!(page.contains("Ana Diaz") && page.contains("Bo Chen"), "{page}");
        press(site, &address, "/undoing").await;
        let page = site.get_as(&site.coordinator(), "/maple/work/partners/ymca").await.body;
        assert!(!page.contains("Ana Diaz") && !page.contains("Bo Chen"), "{page}");
    }

    async fn two_rows_of_one_kept_organization_are_taken_back_together_unless_somebody_came_between(site) {
        keep(site, &[named("maple", "Maple Homes")]).await;
        let sheet = "Name,Notes,Languages,Contact\nMaple Homes,first,French,Ana Diaz\nMaple Homes,second,Arabic,Bo Chen\n";
        for between in [false, true] {
            let before = found(site, "maple").await.unwrap();
            let address = compared(site, sheet, &[]).await;
            press(site, &address, "/taking").await;
            let after = found(site, "maple").await.unwrap();
            assert_eq!((after.note.as_str(), after.langs.0.len()), ("first\nsecond", 2));
            if between {
                let ctx = site.ctx(site.coordinator());
                let mut tx = ctx.write(can::DECIDE_PARTNERS).await.unwrap();
                let facts = NewOrganization { note: "mine".into(), ..after.facts() };
                store::organizations::change_organization(&mut tx, "organization.changed", &after, &facts).await.unwrap();
                tx.commit().await.unwrap();
            }
            let got = press(site, &address, "/undoing").await;
            assert_eq!(got.status, 303, "{}", got.body);
            let undone = found(site, "maple").await.unwrap();
            let note = if between { "mine" } else { &*before.note };
            assert_eq!((undone.note.as_str(), undone.langs.0.len()), (note, if between { 2 } else { 0 }));
        }
    }

    async fn work_that_was_begun_is_done_by_the_job_when_the_visitor_is_gone(site) {
        let ctx = site.ctx(site.coordinator());
        let address = compared(site, "Name\nMaple\nBirch\n", &[]).await;
        let id: BatchId = address.rsplit('/').next().unwrap().parse().unwrap();
        let mut tx = ctx.write(can::DECIDE_PARTNERS).await.unwrap();
        platform::batch::begin_for_tests(&ctx, &mut tx, id).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(names(&ctx).await, Vec::<String>::new());
        site.app.clock.advance(120);
        platform::jobs::run_due(&site.app).await.unwrap();
        assert_eq!(names(&ctx).await, ["Birch", "Maple"]);
    }

    async fn what_stood_in_a_sheet_is_forgotten_after_thirty_days_and_then_not_undone(site) {
        let ctx = site.ctx(site.coordinator());
        let address = compared(site, "Name,E-mail\nMaple,maple@example.org\n", &[]).await;
        press(site, &address, "/taking").await;
        let undoing = site.get_as(&site.coordinator(), &format!("{address}/undoing")).await.body;
        site.app.clock.advance(31 * 86_400);
        platform::jobs::run_due(&site.app).await.unwrap();
        let page = site.get_as(&site.coordinator(), &address).await.body;
        assert!(page.contains("forgotten after 30 days") && !page.contains("maple@"), "{page}");
        let version = hidden(&undoing, "version");
        let got = site.post_as(&site.coordinator(), &format!("{address}/undoing"), &[("version", &version)]).await;
        assert!(got.status == 422 || got.status == 409, "{}", got.body);
        assert_eq!(names(&ctx).await, ["Maple"]);
    }

    async fn a_bad_file_is_refused_in_words(site) {
        for (sheet, part) in [("", "Choose a file"), ("Name\n", "No table was found"), ("a,b\n\"open,1\n", "never closes")] {
            let got = site.post_as(&site.coordinator(), IMPORTS, &[("pasted", sheet)]).await;
            assert!(got.status == 422 && got.body.contains(part), "{part} in {}", got.body);
        }
        let reader = site.holder(platform::authority::Office::Reader, None);
        assert_eq!(site.get_as(&reader, IMPORTS).await.status, 403);
    }
}
