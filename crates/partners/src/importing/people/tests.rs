//! Sheets of people: whom a row means, what comes in, what goes again, and what no sheet may say.

use super::IMPORTER;
use crate::{
    ContactKind, NewContactPoint, NewPerson, NewSpeaker, OrganizationId, PersonId, Reader, Visibility,
    add_contact, add_person, can, speaks_for,
    store::{contacts::contacts_of_person, people::people_to_choose, speakers::spoken_for_by},
    tests::{keep, named},
};
use platform::{
    batch::{
        BatchRefusal, Importer, Verdict,
        at_console::{self, Brought, Told},
    },
    consent::{Basis, EVERYTHING, NewConsent},
    ctx::{Ctx, PUBLIC},
    errors::Error,
    langs::Lang,
    manifest::Manifest,
    testing::Site,
    text::Text,
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

const HEAD: &str = "Name,Organization,Role,E-mail,Phone,Language,Notes,Consent,Consent for,Consent date,How consent was given,Words agreed to,Proof\n";

fn rooms() -> Vec<Manifest> {
    vec![areas::manifest(), crate::manifest()]
}

async fn brought(ctx: &Ctx, rows: &str) -> Told {
    at_console::import(ctx, "people", Brought::new("people.csv", format!("{HEAD}{rows}"))).await.unwrap()
}

fn count(told: &Told, verdict: Verdict) -> i64 {
    told.counts.get(&verdict).copied().unwrap_or(0)
}

/// Somebody at an organization, with an address there.
async fn somebody(ctx: &Ctx, name: &str, of: OrganizationId, mail: &str) -> PersonId {
    let mut tx = ctx.write(can::DECIDE_PARTNERS).await.unwrap();
    let id = add_person(&mut tx, &NewPerson::new(name, Lang::En)).await.unwrap();
    let title = Text::default().with(Lang::En, "Director", ctx.today());
    speaks_for(
        &mut tx,
        &NewSpeaker { person: id, organization: of, title, from_on: ctx.today(), to_on: None },
    )
    .await
    .unwrap();
    let new = NewContactPoint {
        person: Some(id),
        organization: Some(of),
        kind: ContactKind::Mail,
        value: mail.into(),
        visibility: Visibility::Staff,
    };
    add_contact(&mut tx, &new).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Everybody, with where they speak and how they are reached.
async fn everybody(ctx: &Ctx) -> Vec<String> {
    let mut tx = ctx.read(can::SEE_PARTNERS).await.unwrap();
    let mut all = Vec::new();
    for one in people_to_choose(&mut tx, Reader::Staff).await.unwrap() {
        let speaks = spoken_for_by(&mut tx, Reader::Staff, one.id).await.unwrap();
        let mut titles: Vec<String> = speaks.iter().map(|one| one.title.plain(Lang::En).to_owned()).collect();
        titles.sort();
        let reached = contacts_of_person(&mut tx, Reader::Staff, one.id).await.unwrap();
        let mut reached: Vec<String> = reached.into_iter().map(|one| one.value).collect();
        reached.sort();
        let facts = tx.consent_facts(one.id).await.unwrap();
        let said: Vec<String> =
            facts.iter().map(|fact| format!("{} {}", fact.purpose, fact.basis.code())).collect();
        all.push(format!(
            "{} {} [{}] [{}] [{}] {}",
            one.name,
            one.lang,
            titles.join(", "),
            reached.join(", "),
            said.join(", "),
            one.note
        ));
    }
    all
}

async fn export(site: &Site) -> String {
    const COLUMNS: &str = "cols=lang&cols=reference&cols=organization&cols=title&cols=mail&cols=phone&cols=visibility&cols=note";
    let file = site.get_as(&site.coordinator(), &format!("/maple/work/people?as=csv&{COLUMNS}")).await;
    assert_eq!(file.status, 200, "{}", file.body);
    file.body
}

platform::on_both! { rooms();
    async fn people_come_in_with_what_they_do_and_how_they_are_reached_and_go_again(site) {
        let of = keep(site, &[named("maple", "Maple Library"), named("birch", "Birch; Homes")]).await;
        let ctx = site.ctx(site.coordinator());
        somebody(&ctx, "Ana Diaz", of[0], "ana@example.org").await;
        let before = everybody(&ctx).await;
        let told = brought(&ctx, "Bo Chen,MAPLE LIBRARY; Birch; Homes,Clerk; Chair,BO@example.org; bo@birch.example.org,(613) 555-0101,français,met in May,yes,Requests to partners,2024-05-01,On paper,I agree to letters.,form 12\n\
            Ana  Díaz,maple library,,ANA@example.org,613.555.0102,,speaks Dari,,,,,,\n\
            Cy Roy,Nobody Knows Inc.,Head,,,,,,,,,,\n").await;
        assert!(told.taken.is_some(), "{told:?}");
        assert_eq!((count(&told, Verdict::Add), count(&told, Verdict::Change)), (2, 1), "{told:?}");
        let now = everybody(&ctx).await;
        assert_eq!(now, [
            "Ana Diaz en [Director] [613 555-0102, ana@example.org] [] speaks Dari",
            "Bo Chen fr [Chair, Clerk] [613 555-0101, bo@birch.example.org, bo@example.org] [partner-requests express] met in May",
            "Cy Roy en [] [] [] Nobody Knows Inc. (Head)",
        ]);
        at_console::undo(&ctx, told.taken.unwrap()).await.unwrap();
        assert_eq!(everybody(&ctx).await, before);
    }

    async fn a_row_means_who_has_its_reference_or_its_name_with_an_address_or_an_organization(site) {
        let of = keep(site, &[named("maple", "Maple Library")]).await;
        let ctx = site.ctx(site.coordinator());
        let ana = somebody(&ctx, "Ana Diaz", of[0], "ana@example.org").await;
        let alone = |sheet: String| {
            let ctx = ctx.clone();
            async move { at_console::import(&ctx, "people", Brought::new("a.csv", sheet).dry()).await.unwrap() }
        };
        for row in [format!("Name,Reference\nAnna Diaz,{ana}\n"), "Name,E-mail\nANA DIAZ,ana@example.org\n".into(), "Name,Organization\nAna Diaz,maple\n".into()] {
            let told = alone(row.clone()).await;
            assert_eq!(count(&told, Verdict::Same), 1, "{row} {told:?}");
        }
        for row in ["Name\nAna Diaz\n", "Name,E-mail\nAna Diaz,other@example.org\n", "Name,E-mail\nSomebody Else,ana@example.org\n"] {
            let told = alone(row.into()).await;
            assert_eq!(count(&told, Verdict::Ask), 1, "{row} {told:?}");
        }
        let wrong = alone(format!("Name,Reference\nAna Diaz,{}\n", of[0])).await;
        assert_eq!((count(&wrong, Verdict::Refuse), wrong.refused.len()), (1, 1), "{wrong:?}");
        let told = alone("Name,E-mail\nBo Chen,bo@example.org\nBo Chen,bo@example.org\nBo Chen,other@example.org\n".into()).await;
        assert_eq!(count(&told, Verdict::Add), 3, "{told:?}");
    }

    async fn rows_of_one_new_person_are_one_person(site) {
        keep(site, &[named("maple", "Maple Library"), named("birch", "Birch Homes")]).await;
        let ctx = site.ctx(site.coordinator());
        let told = brought(&ctx, "Bo Chen,Maple Library,Clerk,bo@example.org,,,one,,,,,,\nBo Chen,Birch Homes,Chair,bo@example.org,,,two,,,,,,\nBo Chen,Maple Library,,,613 555 0101,,,,,,,,\n").await;
        assert!(told.taken.is_some(), "{told:?}");
        assert_eq!(everybody(&ctx).await, ["Bo Chen en [Chair, Clerk] [613 555-0101, bo@example.org, bo@example.org] [] one\ntwo"]);
    }

    async fn a_no_to_mail_is_not_undone_by_a_yes_in_a_sheet(site) {
        let of = keep(site, &[named("maple", "Maple Library")]).await;
        let ctx = site.ctx(site.coordinator());
        let ana = somebody(&ctx, "Ana Diaz", of[0], "ana@example.org").await;
        let mut tx = ctx.write(can::DECIDE_PARTNERS).await.unwrap();
        tx.withdraw_consent(ana, EVERYTHING, "by-phone", Lang::En).await.unwrap();
        tx.commit().await.unwrap();
        let yes = "Ana Diaz,Maple Library,,,,,,yes,partner-requests,,paper,I agree.,form 1\n";
        let told = brought(&ctx, yes).await;
        assert_eq!((told.taken, count(&told, Verdict::Same)), (None, 1), "{told:?}");
        // Among rows of one sheet the no counts too, in whatever order they come.
        let no = "Bo Chen,,,bo@example.org,,,,no,All mail,,by-phone,,\n";
        let said_yes = "Bo Chen,,,bo@example.org,,,,yes,partner-requests,,paper,I agree.,form 1\n";
        for rows in [format!("{no}{said_yes}"), format!("{said_yes}{no}")] {
            let told = brought(&ctx, &rows).await;
            let mut tx = ctx.read(can::SEE_PARTNERS).await.unwrap();
            let all = people_to_choose(&mut tx, Reader::Staff).await.unwrap();
            let bo = all.iter().find(|one| one.name == "Bo Chen").unwrap().id;
            assert!(tx.said_no(bo.0, "partner-requests", ctx.today()).await.unwrap(), "{rows}");
            tx.done().await.unwrap();
            at_console::undo(&ctx, told.taken.unwrap()).await.unwrap();
        }
    }

    async fn consent_needs_its_proof_and_goes_with_the_import_that_brought_it(site) {
        let of = keep(site, &[named("maple", "Maple Library")]).await;
        let ctx = site.ctx(site.coordinator());
        let ana = somebody(&ctx, "Ana Diaz", of[0], "ana@example.org").await;
        let told = brought(&ctx, "Ana Diaz,Maple Library,,,,,,yes,partner-requests,,,,\n").await;
        assert_eq!((told.taken, told.refused.len()), (None, 1), "a yes without how it was said and its words: {told:?}");
        let row = "Ana Diaz,Maple Library,,,,,,Came to a meeting,partner-requests,2024-05-01,in-person,,list of May\n";
        let told = brought(&ctx, row).await;
        assert_eq!(count(&told, Verdict::Change), 1, "{told:?}");
        assert_eq!(brought(&ctx, row).await.counts.get(&Verdict::Same), Some(&1), "the ledger learns nothing twice");
        at_console::undo(&ctx, told.taken.unwrap()).await.unwrap();
        let mut tx = ctx.read(can::SEE_PARTNERS).await.unwrap();
        assert!(tx.consent_facts(ana).await.unwrap().is_empty());
    }

    async fn what_somebody_said_between_stands_in_the_way_of_a_yes_that_was_checked_before(site) {
        let of = keep(site, &[named("maple", "Maple Library")]).await;
        let ctx = site.ctx(site.coordinator());
        let ana = somebody(&ctx, "Ana Diaz", of[0], "ana@example.org").await;
        let mut tx = ctx.write(can::DECIDE_PARTNERS).await.unwrap();
        let yes = NewConsent { purpose: "partner-requests", basis: Basis::Express, since: None, ended: None, how: "paper", wording: "I agree.", lang: Lang::En, evidence: None };
        tx.record_consent(ana, &yes).await.unwrap();
        tx.commit().await.unwrap();
        let told = brought(&ctx, "Ana Diaz,Maple Library,,,,,,no,All mail,,by-phone,,\n").await;
        assert_eq!(count(&told, Verdict::Change), 1, "a no comes in whenever it comes: {told:?}");
        let mut tx = ctx.read(can::SEE_PARTNERS).await.unwrap();
        assert!(tx.said_no(ana.0, "partner-requests", ctx.today()).await.unwrap());
    }

    async fn the_page_asks_about_a_namesake_and_names_the_import_in_the_history(site) {
        let of = keep(site, &[named("maple", "Maple Library")]).await;
        let (coordinator, ctx) = (site.coordinator(), site.ctx(site.coordinator()));
        let ana = somebody(&ctx, "Ana Diaz", of[0], "ana@example.org").await;
        let told = brought(&ctx, "Bo Chen,Maple Library,,bo@example.org,,,,,,,,,\n").await;
        assert!(told.taken.is_some());
        let list = site.get_as(&coordinator, "/maple/work/people").await.body;
        assert!(list.contains("/maple/work/import/people") && list.contains("Bo Chen"), "{list}");
        let mut tx = ctx.read(can::SEE_PARTNERS).await.unwrap();
        let all = people_to_choose(&mut tx, Reader::Staff).await.unwrap();
        tx.done().await.unwrap();
        let bo = all.iter().find(|one| one.name == "Bo Chen").unwrap().id;
        let history = site.get_as(&coordinator, &format!("/maple/work/history/person/{bo}")).await.body;
        assert!(history.contains("people.csv, "), "{history}");
        let got = site.post_as(&coordinator, "/maple/work/import/people", &[("pasted", "Name\tMail\nAna Diaz\tnew@example.org\n")]).await;
        let address = got.location().split('?').next().unwrap().to_owned();
        let page = site.get_as(&coordinator, &address).await.body;
        assert!(page.contains("What the columns of") && page.contains("Only the staff"), "{page}");
        let version = super::super::tests::hidden(&page, "version");
        let fields = [("version", &*version), ("column-0", "name"), ("column-1", "mail")];
        let got = site.post_as(&coordinator, &format!("{address}/mapping"), &fields).await;
        assert_eq!(got.status, 303, "{}", got.body);
        let page = site.get_as(&coordinator, &address).await.body;
        assert!(page.contains("It is Ana Diaz"), "{page}");
        let choice = ana.to_string();
        site.post_as(&coordinator, &format!("{address}/rows/2"), &[("choice", &choice)]).await;
        let page = site.get_as(&coordinator, &address).await.body;
        let version = super::super::tests::hidden(&page, "version");
        let got = site.post_as(&coordinator, &format!("{address}/taking"), &[("version", &version)]).await;
        assert_eq!(got.status, 303, "{}", got.body);
        let page = site.get_as(&coordinator, &format!("/maple/work/people/{ana}")).await.body;
        assert!(page.contains("new@example.org") || page.contains("ana@example.org"), "{page}");
    }
}

#[tokio::test]
async fn sheets_of_people_are_for_those_who_keep_people() {
    for (may, kept_out) in [(IMPORTER.may, true), (PUBLIC, false)] {
        let importer = Importer { may, ..IMPORTER };
        let site = Site::sqlite(vec![
            areas::manifest(),
            Manifest { importers: vec![importer], ..crate::manifest() },
        ])
        .await;
        let reader = site.holder(platform::authority::Office::Reader, None);
        let got = site.get_as(&reader, "/maple/work/import/people").await;
        assert_eq!(got.status == 403, kept_out, "with the permission off, the question has the other answer");
        site.end().await;
    }
}

/// So many cases by default, each with a site of its own; more with `PROPTEST_CASES`.
fn cases() -> u32 {
    (ProptestConfig::default().cases / 64).max(2)
}

#[tokio::test]
async fn the_list_of_people_comes_back_unchanged() {
    let names = ["Ana Díaz", "O'Brien, Sam", "=SUM(A1)", "Élodie \"Lo\" Roy", "ليلى", "Bo"];
    let notes = ["", "-x", "a; b", "two\nlines", "@home"];
    let mut runner = TestRunner::deterministic();
    let one = (0..names.len(), 0..notes.len(), 0..Lang::ALL.len(), 0_usize..3, any::<bool>());
    let people = prop::collection::vec(one, 1..6);
    for _ in 0..cases() {
        let all = people.new_tree(&mut runner).unwrap().current();
        let site = Site::sqlite(rooms()).await;
        let of = keep(&site, &[named("maple", "Maple; Library"), named("birch", "Birch | \"Homes\"")]).await;
        let ctx = site.ctx(site.coordinator());
        for (n, (name, note, lang, at, own)) in all.iter().enumerate() {
            let id = somebody(&ctx, names[*name], of[n % 2], &format!("p{n}@example.org")).await;
            let mut tx = ctx.write(can::DECIDE_PARTNERS).await.unwrap();
            let before = crate::person(&mut tx, Reader::Staff, id).await.unwrap().unwrap();
            let visibility = Visibility::ALL[*at];
            let after =
                NewPerson { lang: Lang::ALL[*lang], visibility, note: notes[*note].into(), ..before.facts() };
            crate::store::people::change_person(&mut tx, &before, &after).await.unwrap();
            let organization = if *own { None } else { Some(of[(n + 1) % 2]) };
            let new = NewContactPoint {
                person: Some(id),
                organization,
                kind: ContactKind::Phone,
                value: format!("(613) 555-01{n:02} x 7"),
                visibility,
            };
            add_contact(&mut tx, &new).await.unwrap();
            tx.commit().await.unwrap();
        }
        let file = export(&site).await;
        let told =
            at_console::import(&ctx, "people", Brought::new("own.csv", file.clone()).dry()).await.unwrap();
        assert_eq!(
            (count(&told, Verdict::Same), told.counts.len()),
            (i64::try_from(all.len()).unwrap(), 1),
            "{told:?}\n{file}"
        );
        assert!(matches!(
            at_console::import(&ctx, "people", Brought::new("own.csv", file.clone())).await,
            Ok(Told { taken: None, .. }) | Err(Error::Refused(_))
        ));
        assert_eq!(export(&site).await, file, "{:?}", BatchRefusal::NothingNew);
        site.end().await;
    }
}

#[tokio::test]
async fn the_order_of_rows_of_people_does_not_matter() {
    let rows = [
        "Bo Chen,Maple Library,Clerk,bo@example.org,,French,,,,,,,\n",
        "Bo Chen,Birch Homes,Chair,bo@example.org,613 555 0101,,,,,,,,\n",
        "Ana Diaz,Maple Library,,,,,met in May,,,,,,\n",
        "Cy Roy,Nowhere Inc.,Head,cy@example.org,,,,no,All mail,,by-phone,,\n",
        "Cy Roy,,,cy@example.org,,,,yes,partner-requests,,paper,I agree.,form 1\n",
    ];
    let mut runner = TestRunner::deterministic();
    let site = Site::sqlite(rooms()).await;
    keep(&site, &[named("maple", "Maple Library"), named("birch", "Birch Homes")]).await;
    let ctx = site.ctx(site.coordinator());
    let orders = Just(rows.to_vec()).prop_shuffle();
    let mut first: Option<Vec<String>> = None;
    for _ in 0..cases().max(4) {
        let order = orders.new_tree(&mut runner).unwrap().current();
        let told = brought(&ctx, &order.concat()).await;
        let batch = told.taken.unwrap_or_else(|| panic!("{told:?}"));
        // A yes that stands before a no is written down and counts no more: what follows from the ledger is the same.
        let yes = ["partner-requests express, ", ", partner-requests express"];
        let counts = |one: &String| yes.iter().fold(one.clone(), |one, yes| one.replace(yes, ""));
        let now: Vec<String> = everybody(&ctx).await.iter().map(counts).collect();
        match &first {
            Some(first) => assert_eq!(first, &now, "{order:?}"),
            None => first = Some(now),
        }
        at_console::undo(&ctx, batch).await.unwrap();
    }
    site.end().await;
}
