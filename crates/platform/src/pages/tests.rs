//! The platform's own pages, on both databases.

mod partnership;
mod retention;
mod search;
mod stop;
mod stumbles;
mod today;

use crate::{
    authority::{Grant, Office, Permission},
    ctx::Ctx,
    db::Tx,
    errors::Result,
    ids::Ref,
    langs::Lang,
    manifest::{Fut, Manifest, Restorer},
    testing::{
        Site,
        pages::{check_samples, complaints_about},
    },
    text::Text,
    text::Worded,
    thread::{Knot, Provider},
};
use uuid::Uuid;

const EDIT: Permission = Permission::act("leaf.edit", &[Office::Coordinator]);

/// A room with one kind of object, `leaf`, of which one exists and its coordinator knows.
fn leaves() -> Manifest {
    let mut manifest = Manifest::new("leaves");
    manifest.words = vec![(
        Lang::En,
        "kind-leaf = Leaf\naudit-leaf-restored = put it back\naudit-leaf-binned = threw it away\n",
    )];
    manifest.routes = Manifest::new("leaves")
        .get("/{p}/{lang}/leaf", crate::ctx::PUBLIC, public_form)
        .post("/{p}/{lang}/leaf", crate::ctx::PUBLIC, public_form)
        .routes;
    manifest.restorers = vec![Restorer { kind: "leaf", may: EDIT, restore: put_back }];
    manifest.providers = vec![Provider { kind: "leaf", knot, up: nothing, down: nothing }];
    manifest
}

/// A public page with a form.
async fn public_form(ctx: Ctx) -> crate::http::Answer {
    let form = crate::html::form(&ctx, "/maple/en/leaf").show("Send", maud::html! {});
    crate::http::html(crate::html::page(&ctx, &crate::html::Head::new("Leaf").at("/leaf"), form))
}

fn put_back<'a>(_: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<()>> {
    Box::pin(
        async move { tx.audit("leaf.restored", Ref::new("leaf", id), None::<&()>, Some(&"a value")).await },
    )
}

fn knot<'a>(ctx: &'a Ctx, _: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    let known = id == LEAF && ctx.may(EDIT);
    Box::pin(async move {
        Ok(known.then(|| Knot {
            of: Ref::new("leaf", id),
            word: "Leaf".into(),
            title: Worded::new("Maple leaf", ctx.lang),
            href: None,
        }))
    })
}

fn nothing<'a>(_: &'a Ctx, _: &'a mut Tx, _: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async { Ok(Vec::new()) })
}

const LEAF: Uuid = Uuid::from_u128(77);

async fn throw_away(site: &Site) {
    let mut tx = site.ctx(site.coordinator()).write(EDIT).await.unwrap();
    let leaf = Ref::new("leaf", LEAF);
    tx.bin(leaf.clone(), &Text::both("Maple leaf", "Feuille d’érable", jiff::civil::date(2026, 1, 1)))
        .await
        .unwrap();
    tx.audit("leaf.binned", leaf, Some(&serde_json::json!({ "secret": "old" })), None::<&()>).await.unwrap();
    tx.commit().await.unwrap();
}

crate::on_both! { vec![leaves()];
    async fn what_is_in_the_bin_comes_back_once(site) {
        throw_away(site).await;
        let coordinator = site.coordinator();
        let page = site.get_as(&coordinator, "/maple/work/bin").await;
        assert!(page.body.contains("Maple leaf") && page.body.contains("Tess Test"), "{}", page.body);
        assert_eq!(complaints_about(&page.body), Vec::<String>::new());
        let path = format!("/maple/work/bin/leaf/{LEAF}/restoration");
        let back = site.post_as(&coordinator, &path, &[]).await;
        assert_eq!((back.status, back.location()), (303, "/maple/work/bin?said=restored"));
        let after = site.get_as(&coordinator, back.location()).await;
        assert!(after.body.contains("back where it was") && !after.body.contains("Maple leaf"));
        assert_eq!(site.post_as(&coordinator, &path, &[]).await.status, 404, "it is not in the bin any more");
    }

    async fn who_may_not_restore_neither_sees_nor_does(site) {
        throw_away(site).await;
        let reader = site.holder(Office::Reader, None);
        assert!(!site.get_as(&reader, "/maple/work/bin").await.body.contains("Maple leaf"));
        let path = format!("/maple/work/bin/leaf/{LEAF}/restoration");
        assert_eq!(site.post_as(&reader, &path, &[]).await.status, 403);
        assert_eq!(site.post_as(&site.stranger(), &path, &[]).await.status, 404);
    }

    async fn the_bin_of_another_partnership_is_not_reached_from_here(site) {
        throw_away(site).await;
        let stranger = site.stranger();
        assert!(!site.get_as(&stranger, "/other/work/bin").await.body.contains("Maple leaf"));
        let path = format!("/other/work/bin/leaf/{LEAF}/restoration");
        assert_eq!(site.post_as(&stranger, &path, &[]).await.status, 404);
    }

    async fn history_is_for_those_who_may_know_of_the_object(site) {
        throw_away(site).await;
        let path = format!("/maple/work/history/leaf/{LEAF}");
        let page = site.get_as(&site.coordinator(), &path).await;
        assert!(page.body.contains("threw it away") && page.body.contains("old"), "{}", page.body);
        assert_eq!(complaints_about(&page.body), Vec::<String>::new());
        assert_eq!(site.get_as(&site.holder(Office::Reader, None), &path).await.status, 404);
        let unknown = format!("/maple/work/history/leaf/{}", Uuid::from_u128(78));
        assert_eq!(site.get_as(&site.coordinator(), &unknown).await.status, 404);
        let thread = site.get_as(&site.coordinator(), &format!("/maple/work/thread/leaf/{LEAF}")).await;
        assert!(thread.body.contains("\"up\"") && thread.body.contains("Maple leaf"), "{}", thread.body);
        let panels = site.get_as(&site.coordinator(), &format!("/maple/api/v1/panels/leaf/{LEAF}")).await;
        assert_eq!((panels.status, panels.body.as_str()), (200, "{}"));
    }
}

#[tokio::test]
async fn every_sample_of_the_platform_is_a_whole_page() {
    let site = Site::sqlite(Vec::new()).await;
    assert!(check_samples(&site) >= 3 * 19);
    site.end().await;
}

/// A room that opens the gallery to coordinators, as the demo does.
fn with_gallery() -> Manifest {
    Manifest { opens_gallery: true, ..Manifest::new("open") }
}

#[tokio::test]
async fn outside_the_demo_only_who_runs_the_installation_looks_at_the_gallery() {
    let site = Site::sqlite(Vec::new()).await;
    let menu = site.get_as(&site.coordinator(), "/maple/work").await.body;
    assert!(!menu.contains("/work/gallery"), "no coordinator needs it: {menu}");
    let grant = Grant { office: Office::Administrator, partnership: None, on: None };
    let administrator = site.caller(vec![grant]);
    for path in ["/maple/work/gallery", "/maple/work/gallery/platform/bin/empty"] {
        assert_eq!(site.get_as(&site.coordinator(), path).await.status, 403, "{path}");
        assert_eq!(site.get_as(&site.stranger(), path).await.status, 404, "{path}");
        assert_eq!(site.get_as(&administrator, path).await.status, 200, "{path}");
    }
    assert_eq!(site.post_as(&site.coordinator(), "/maple/work/gallery", &[]).await.status, 403);
    site.end().await;
}

#[tokio::test]
async fn the_other_language_of_a_page_that_answers_a_form_opens_beside_it() {
    let site = Site::sqlite(vec![leaves()]).await;
    let asked = site.get_as(&site.coordinator(), "/maple/work/partnership").await.body;
    assert!(asked.contains("action=\"/sign-in/language\">") && !asked.contains("_blank"), "{asked}");
    let sent = site.post_as(&site.coordinator(), "/maple/work/partnership", &[("name_en", "Typed")]).await;
    assert!(matches!(sent.status, 409 | 422) && sent.body.contains("Typed"), "{}", sent.body);
    assert!(sent.body.contains("action=\"/sign-in/language\" target=\"_blank\""), "{}", sent.body);
    assert!(
        sent.body.contains("name=\"to\" value=\"/maple/work/partnership\"")
            && sent.body.contains("what you typed stays here")
    );
    assert_eq!(complaints_about(&sent.body), Vec::<String>::new());
    let public = site.post_as(&crate::authority::Caller::Anonymous, "/maple/en/leaf", &[]).await.body;
    assert!(
        public.contains("href=\"/maple/fr/leaf\" target=\"_blank\"") && public.contains("stays here"),
        "{public}"
    );
    assert!(!site.get("/maple/en/leaf").await.body.contains("_blank"));
    site.end().await;
}

#[tokio::test]
async fn an_address_that_only_takes_forms_is_no_page() {
    let site = Site::sqlite(Vec::new()).await;
    let house = &site.app.house;
    assert!(house.has_page("/maple/work/bin") && house.has_page("/health"));
    assert!(
        !house.has_page("/maple/work/bin/leaf/1/restoration") && !house.has_page("/maple/work/history//1")
    );
    site.end().await;
}

#[tokio::test]
async fn the_form_of_the_gallery_shows_what_was_typed_and_what_was_wrong() {
    let site = Site::sqlite(vec![with_gallery()]).await;
    let typed = [("name_en", "Maple \"Library\""), ("since", "tomorrow"), ("langs", "fr")];
    assert_eq!(site.get_as(&site.coordinator(), "/maple/work/gallery").await.status, 200);
    let menu = site.get_as(&site.coordinator(), "/maple/work").await.body;
    assert!(!menu.contains("/work/gallery"), "it is for those who build: {menu}");
    let again = site.post_as(&site.coordinator(), "/maple/work/gallery", &typed).await;
    assert_eq!(again.status, 422);
    assert_eq!(complaints_about(&again.body), Vec::<String>::new());
    assert!(again.body.contains("<title>Error: "), "the title of the window says it first");
    assert!(again.body.contains("Maple &quot;Library&quot;") && again.body.contains("href=\"#f-since\""));
    let fine = [("name_en", "A"), ("about", "B"), ("since", "2026-11-22")];
    let said = site.post_as(&site.coordinator(), "/maple/work/gallery", &fine).await;
    assert_eq!(said.location(), "/maple/work/gallery?said=tried");
    site.end().await;
}

#[tokio::test]
async fn nobody_puts_a_sentence_of_his_own_on_a_page() {
    let site = Site::sqlite(Vec::new()).await;
    let page = site.get_as(&site.coordinator(), "/maple/work?said=you+have+won").await;
    assert!(!page.body.contains("have won") && !page.body.contains("role=\"status\""));
    site.end().await;
}

#[tokio::test]
async fn two_readers_of_a_public_form_never_get_the_same_key() {
    let site = Site::sqlite(vec![leaves()]).await;
    let (one, two) = (site.get("/maple/en/leaf").await, site.get("/maple/en/leaf").await);
    assert_eq!(one.headers["cache-control"], "private, no-store");
    let key = |body: &str| {
        body.split("name=\"_key\" value=\"").nth(1).unwrap().chars().take(52).collect::<String>()
    };
    assert_ne!(key(&one.body), key(&two.body));
    assert_eq!(site.get("/maple/uk/leaf").await.status, 404, "the site does not speak Ukrainian");
    site.end().await;
}
