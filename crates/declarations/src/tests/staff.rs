//! What the staff keeps: drafts, papers, withdrawals, the bin; and what an erasure takes.

use super::{KEY, TODAY, World, rooms, text, version_of};
use crate::{
    NewSignature, can,
    rules::signing::Way,
    sign_declaration,
    store::{
        signatures::list_signatures,
        versions::{DeclarationFacts, list_declarations, update_declaration, update_published},
    },
};
use partners::{NewPerson, Visibility};
use platform::{
    authority::Office,
    errors::Error,
    langs::Lang,
    personal::{self, Subject, Why},
    testing::{Site, data_map_gaps, pages::check_samples},
};

const ROOM: &str = "/maple/work/declarations";
const PDF: &[u8] = b"%PDF-1.7 signed by hand";

async fn one(site: &Site, path: &str) -> (String, String) {
    let body = site.get_as(&site.coordinator(), path).await.body;
    (version_of(&body), body)
}

platform::on_both! { rooms();
    async fn every_page_is_well_made_and_every_column_is_on_the_map(site) {
        assert!(check_samples(site) >= 40);
        let own = ["declaration.", "signatory.", "signature.", "signing_", "statement", "agreement.", "exchange.", "strategic_document.", "document_assessment."];
        let gaps = data_map_gaps(site).await;
        let gaps: Vec<_> = gaps.into_iter().filter(|gap| own.iter().any(|own| gap.starts_with(own))).collect();
        assert!(gaps.is_empty(), "{gaps:?}");
    }

    async fn a_draft_is_for_the_staff_and_a_published_text_never_changes(site) {
        World::new(site).await;
        let coordinator = site.coordinator();
        let draft = [("title_en", "Declaration"), ("title_fr", "Déclaration"), ("body_en", "Second."), ("body_fr", "Deuxième."), ("renew_years", "2")];
        let refused = site.post_as(&coordinator, &format!("{ROOM}/versions"), &[("title_en", "Only a title")]).await;
        assert!(refused.status == 422 && refused.body.contains("value=\"Only a title\""), "{}", refused.body);
        assert_eq!(site.post_as(&coordinator, &format!("{ROOM}/versions"), &draft).await.status, 303);
        let twice = site.post_as(&coordinator, &format!("{ROOM}/versions"), &draft).await;
        assert!(twice.status == 422 && twice.body.contains("A draft is being written already"), "{}", twice.body);
        let reader = site.holder(Office::Reader, None);
        assert!(!site.get_as(&reader, &format!("{ROOM}/versions")).await.body.contains("Second."));
        let (version, _) = one(site, &format!("{ROOM}/versions/2/edit")).await;
        let changed = [&draft[..], &[("version", version.as_str())]].concat();
        let mut changed = changed;
        changed[2] = ("body_en", "Second, changed.");
        assert_eq!(site.post_as(&coordinator, &format!("{ROOM}/versions/2"), &changed).await.status, 303);
        let stale = site.post_as(&coordinator, &format!("{ROOM}/versions/2"), &changed).await;
        assert!(stale.status == 409 && stale.body.contains("Somebody else changed this draft"), "{}", stale.body);
        let (version, _) = one(site, &format!("{ROOM}/versions/2/publication")).await;
        let publish = format!("{ROOM}/versions/2/publication");
        let bare = site.post_as(&coordinator, &publish, &[("in_force_on", "2026-11-22"), ("version", &version)]).await;
        assert!(bare.status == 422 && bare.body.contains("Write down how this was decided"), "{}", bare.body);
        let whole = [("in_force_on", "2026-11-22"), ("decision_en", "By the council."), ("version", version.as_str())];
        assert_eq!(site.post_as(&coordinator, &publish, &whole).await.status, 303);
        assert!(site.get("/maple/en/declaration").await.body.contains("Second, changed."));
        for path in ["/versions/2/edit", "/versions/2/publication"] {
            assert_eq!(site.get_as(&coordinator, &format!("{ROOM}{path}")).await.status, 404, "{path}");
        }
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::KEEP_DECLARATION).await.unwrap();
        let published = list_declarations(&mut tx).await.unwrap().remove(0);
        let new = DeclarationFacts { body: text("Other words."), ..published.facts() };
        assert!(matches!(update_declaration(&mut tx, &published, &new).await, Err(Error::Stale)));
        assert!(matches!(update_published(&mut tx, &published, TODAY, &text("Again.")).await, Err(Error::Stale)));
    }

    async fn a_signature_on_paper_is_kept_with_its_file_for_the_staff_alone(site) {
        let world = World::new(site).await;
        let (path, of) = (format!("{ROOM}/signatories"), world.open.to_string());
        let typed = [
            ("_key", KEY), ("organization", of.as_str()), ("number", "1"), ("name", "Nadia Haddad"), ("title", "Director"),
            ("signed_on", "2026-05-01"), ("visibility", "public"),
        ];
        let program = site.upload_as(&site.coordinator(), &path, &typed[1..], ("paper", "a.pdf", b"MZ\x90\0")).await;
        assert!(program.status == 422 && program.body.contains("Nadia Haddad"), "{}", program.body);
        let mut future = typed;
        future[5] = ("signed_on", "2026-11-23");
        let future = site.post_as(&site.coordinator(), &path, &future[1..]).await;
        assert!(future.status == 422 && future.body.contains("still to come"), "{}", future.body);
        let coordinator = site.coordinator();
        for _ in 0..2 {
            let sent = site.upload_as(&coordinator, &path, &typed, ("paper", "Signed.pdf", PDF)).await;
            assert_eq!(sent.status, 303, "{}", sent.body);
        }
        let list = site.get_as(&site.coordinator(), ROOM).await.body;
        let before = format!("{ROOM}/signatories/");
        let mut found = list.split(&before).skip(1).filter_map(|rest| rest.split('"').next());
        let signatory = found.find(|id| *id != "new").unwrap().to_owned();
        let page = format!("{ROOM}/signatories/{signatory}");
        let body = site.get_as(&site.coordinator(), &page).await.body;
        let file = body.split("href=\"").find(|part| part.contains("/file\"")).unwrap().split('"').next().unwrap().to_owned();
        assert_eq!(site.get_as(&site.coordinator(), &file).await.body.as_bytes(), PDF);
        let reader = site.holder(Office::Reader, None);
        assert_eq!(site.get_as(&reader, &file).await.status, 403);
        assert_eq!(site.get_as(&site.stranger(), &file).await.status, 404);
        let seen = site.get_as(&reader, &page).await;
        assert!(seen.status == 200 && !seen.body.contains("Nadia"), "{}", seen.body);
    }

    async fn a_withdrawal_leaves_the_wall_at_once_and_an_organization_may_sign_anew(site) {
        let world = World::new(site).await;
        let id = world.sign(site, world.open, Visibility::Public).await;
        let page = format!("{ROOM}/signatories/{id}");
        let (version, _) = one(site, &format!("{page}/withdrawal")).await;
        assert!(site.get("/maple/en/declaration").await.body.contains("The clinic"));
        let early = site.post_as(&site.coordinator(), &format!("{page}/withdrawal"), &[("withdrawn_on", "2026-04-30"), ("reason", "x"), ("version", &version)]).await;
        assert!(early.status == 422 && early.body.contains("signed first on"), "{}", early.body);
        let fields = [("withdrawn_on", "2026-11-22"), ("reason", "The board decided otherwise."), ("version", version.as_str())];
        assert_eq!(site.post_as(&site.coordinator(), &format!("{page}/withdrawal"), &fields).await.status, 303);
        assert!(!site.get("/maple/en/declaration").await.body.contains("The clinic"));
        assert!(!site.get("/maple/api/v1/declaration").await.body.contains("The clinic"));
        let body = site.get_as(&site.coordinator(), &page).await.body;
        assert!(body.contains("The board decided otherwise."), "{body}");
        let reader = site.holder(Office::Reader, None);
        assert!(!site.get_as(&reader, &page).await.body.contains("The board"));
        world.sign(site, world.open, Visibility::Public).await;
        assert!(site.get("/maple/en/declaration").await.body.contains("The clinic"));
    }

    async fn the_bin_gives_a_signatory_back_unless_it_signed_anew(site) {
        let world = World::new(site).await;
        let id = world.sign(site, world.open, Visibility::Public).await;
        let page = format!("{ROOM}/signatories/{id}");
        let bin = async || {
            let (version, _) = one(site, &format!("{page}/bin")).await;
            site.post_as(&site.coordinator(), &format!("{page}/bin"), &[("version", &version)]).await.status
        };
        assert_eq!(bin().await, 303);
        assert_eq!(site.get_as(&site.coordinator(), &page).await.status, 404);
        assert!(!site.get("/maple/en/declaration").await.body.contains("The clinic"));
        let restore = format!("/maple/work/bin/signatory/{id}/restoration");
        let back = site.post_as(&site.coordinator(), &restore, &[]).await;
        assert_eq!(back.status, 303, "{}", back.body);
        assert!(site.get("/maple/en/declaration").await.body.contains("The clinic"));
        assert_eq!(bin().await, 303);
        world.sign(site, world.open, Visibility::Public).await;
        let taken = site.post_as(&site.coordinator(), &restore, &[]).await;
        assert!(taken.status == 422 && taken.body.contains("signed anew"), "{}", taken.body);
    }

    async fn an_erasure_takes_the_name_and_the_paper_and_leaves_the_signature(site) {
        let world = World::new(site).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::KEEP_DECLARATION).await.unwrap();
        let person = partners::add_person(&mut tx, &NewPerson::new("Nadia Haddad", Lang::En)).await.unwrap();
        let last = list_declarations(&mut tx).await.unwrap().remove(0);
        let signature = NewSignature {
            declaration: last.id, signed_on: TODAY, name: "Nadia Haddad".into(), title: "Director".into(),
            person: Some(person), invited: None, way: Way::Paper, file: None,
        };
        let id = sign_declaration(&mut tx, (world.open, Visibility::Public), (1, &signature), TODAY).await.unwrap().unwrap();
        let told = personal::held(&ctx, &mut tx, &Subject::of(person.0)).await.unwrap();
        assert!(told.iter().any(|(key, held)| *key == "held-signatures" && held.len() == 1), "{told:?}");
        personal::erase(&ctx, &mut tx, &Subject::of(person.0), Why::Asked).await.unwrap();
        let kept = list_signatures(&mut tx, id).await.unwrap();
        assert_eq!((kept[0].name.as_str(), kept[0].title.as_str(), kept[0].name_erased), ("", "", true));
        tx.commit().await.unwrap();
        assert!(site.get("/maple/en/declaration").await.body.contains("The clinic"));
    }

    async fn the_room_opens_for_its_own_people_only(site) {
        let world = World::new(site).await;
        let hidden = world.sign(site, world.hidden, Visibility::Public).await;
        let reader = site.holder(Office::Reader, None);
        assert_eq!(site.get_as(&site.stranger(), ROOM).await.status, 404);
        assert_eq!(site.get(ROOM).await.status, 303);
        for path in ["/invitations", "/requests", "/signatories/new", "/versions/new"] {
            assert_eq!(site.get_as(&reader, &format!("{ROOM}{path}")).await.status, 403, "{path}");
        }
        let unknown = format!("{ROOM}/signatories/{hidden}");
        assert_eq!((site.get_as(&reader, &unknown).await.status, site.get_as(&site.coordinator(), &unknown).await.status), (404, 200));
    }
}
