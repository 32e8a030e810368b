//! What the story stands on: the demo's world with every visibility in it, and the addresses that lead to it.

use crate::world::{AnyRow, World};
use platform::{
    authority::Caller,
    consent::{Basis, NewConsent},
    ctx::Ctx,
    db::{Tx, Value},
    ids::{AccountId, Ref},
    langs::Lang,
    manifest::{House, Route},
    sql,
    testing::Site,
    text::Text,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};
use uuid::Uuid;

/// Gives a third of the organizations, people, contact points and seats each visibility, and puts one of each into the bin.
pub async fn hide(site: &Site, world: &World) {
    let ctx = Ctx::program(&site.app, Caller::Console, Some(Arc::clone(&world.home)));
    let mut tx = ctx.write(demo::world::load::BUILD).await.expect("a transaction");
    for (table, step) in [("organization", 1), ("person", 2), ("contact_point", 4), ("seat", 5)] {
        let ids = format!("SELECT id FROM {table} WHERE partnership_id = $1 ORDER BY id");
        let ids = sql!(tx, all(Uuid,), &ids, world.home.id).expect("rows");
        for (n, (id,)) in ids.iter().enumerate() {
            let visibility = ["public", "partners", "staff"].get(n / step % 3).copied().unwrap_or_default();
            let text = format!("UPDATE {table} SET visibility = $1 WHERE id = $2");
            sql!(tx, must, &text, visibility, *id).expect("hidden");
        }
        if table != "contact_point" {
            let (last,) = ids.last().expect("a row");
            let text = format!("UPDATE {table} SET binned_at = $1 WHERE id = $2");
            sql!(tx, must, &text, tx.now(), *last).expect("binned");
            let title = Text::both("Thrown", "Jeté", ctx.today());
            tx.bin(Ref::new(table, *last), &title).await.expect("in the bin");
        }
    }
    tx.commit().await.expect("kept");
}

/// What the demo has none of: consent, an invitation, a device, a waiting ticket and job, signed files, a letter.
pub async fn add(site: &Site, world: &World, coordinator: &Caller) {
    let ctx = Ctx::program(&site.app, Caller::Console, Some(Arc::clone(&world.home)));
    let mut tx = ctx.write(demo::world::load::BUILD).await.expect("a transaction");
    let yes = NewConsent {
        purpose: "newsletter",
        basis: Basis::Withdrawal,
        since: None,
        ended: None,
        how: "by-phone",
        wording: "Letters",
        lang: Lang::En,
        evidence: Some("a call"),
    };
    let people = "SELECT id FROM person WHERE partnership_id = $1 AND binned_at IS NULL ORDER BY id LIMIT 6";
    for (person,) in sql!(tx, all(Uuid,), people, world.home.id).expect("people") {
        tx.record_consent(person, &yes).await.expect("a no");
    }
    signed(site, &mut tx, world).await;
    let account = "SELECT account_id FROM office_grant WHERE partnership_id = $1 ORDER BY id LIMIT 1";
    let (account,) = sql!(tx, one(AccountId,), account, world.home.id).expect("an account");
    accounts::begin_sign_in(&mut tx, account, "a device").await.expect("signed in");
    tx.issue_ticket("test", &serde_json::json!({ "about": "somebody" }), 3_600).await.expect("a ticket");
    tx.commit().await.expect("kept");
    let of = |rest: &str| format!("/{}/work{rest}", world.home.slug);
    let invited = [
        ("mail", "bea@example.org"),
        ("name", "Bea"),
        ("lang", "fr"),
        ("office", "reader"),
        ("from_on", "2026-11-22"),
    ];
    let letter = [
        ("subject_en", "Hello"),
        ("subject_fr", "Bonjour"),
        ("body_en", "All."),
        ("body_fr", "Vous tous."),
        ("step", "send"),
    ];
    let renamed = [("name_en", "Another"), ("name_fr", "Un autre"), ("place", "9"), ("version", "1")];
    for (path, fields) in [
        (of("/accounts"), &invited[..]),
        (of(&format!("/councils/{}/letters", world.id("{council}"))), &letter),
        (of(&format!("/sectors/{}", world.id("{sector}"))), &renamed),
        ("/sign-in".to_owned(), &[("mail", "nobody@example.org")]),
    ] {
        let got = site.post_as(coordinator, &path, fields).await;
        assert_eq!(got.status, 303, "{path}: {}", got.body);
    }
}

/// A version of terms of reference with a signed file that everybody may read, and one that only the workspace may.
async fn signed(site: &Site, tx: &mut Tx, world: &World) {
    let versions =
        "SELECT id FROM terms_of_reference WHERE partnership_id = $1 ORDER BY council_id, number LIMIT 2";
    let versions = sql!(tx, all(Uuid,), versions, world.home.id).expect("versions");
    assert_eq!(versions.len(), 2, "two versions");
    for ((version,), public) in versions.into_iter().zip([true, false]) {
        let kept =
            platform::files::put(&site.app, "Signed.pdf", b"%PDF-1.7\n".to_vec()).await.expect("bytes");
        let file = platform::files::store(tx, &kept).await.expect("a file");
        let text = "UPDATE terms_of_reference SET file_id = $1, file_public = $2 WHERE id = $3";
        sql!(tx, must, text, file, public, version).expect("kept");
    }
}

/// For each kind of object: the statement that gives a class and then what stands in these parts of an address.
const OBJECTS: &[(&str, &[&str], &str)] = &[
    (
        "organization",
        &["{id}", "{organization}", "{slug}"],
        "SELECT visibility || (binned_at IS NULL) || (left_on IS NULL) || (joined_on IS NULL), CAST(id AS TEXT), CAST(id AS TEXT), slug
         FROM organization WHERE partnership_id = $1 ORDER BY id",
    ),
    (
        "person",
        &["{id}", "{person}"],
        "SELECT visibility || (binned_at IS NULL) || EXISTS (SELECT 1 FROM seat_term s WHERE s.person_id = person.id),
           CAST(id AS TEXT), CAST(id AS TEXT) FROM person WHERE partnership_id = $1 ORDER BY id",
    ),
    (
        "seat",
        &["{id}", "{seat}", "{council}"],
        "SELECT visibility || (binned_at IS NULL) || (organization_id IS NULL), CAST(id AS TEXT), CAST(id AS TEXT), CAST(council_id AS TEXT)
         FROM seat WHERE partnership_id = $1 ORDER BY id",
    ),
    (
        "contact",
        &["{contact}"],
        "SELECT visibility || (person_id IS NULL), CAST(id AS TEXT) FROM contact_point WHERE partnership_id = $1 ORDER BY id",
    ),
    (
        "expression",
        &["{id}", "{expression}"],
        "SELECT state, CAST(id AS TEXT), CAST(id AS TEXT) FROM expression WHERE partnership_id = $1 ORDER BY id",
    ),
    (
        "council",
        &["{id}", "{council}"],
        "SELECT CAST(id AS TEXT), CAST(id AS TEXT), CAST(id AS TEXT) FROM council WHERE partnership_id = $1 ORDER BY id LIMIT 4",
    ),
    (
        "council",
        &["{council}", "{number}"],
        "SELECT c.slug, c.slug, CAST(t.number AS TEXT) FROM terms_of_reference t JOIN council c ON c.id = t.council_id AND c.partnership_id = t.partnership_id
         WHERE t.partnership_id = $1 AND t.file_id IS NOT NULL ORDER BY c.slug, t.number",
    ),
    (
        "council",
        &["{council}", "{number}"],
        "SELECT CAST(council_id AS TEXT) || ' ' || number, CAST(council_id AS TEXT), CAST(number AS TEXT) FROM terms_of_reference
         WHERE partnership_id = $1 AND file_id IS NOT NULL ORDER BY council_id, number",
    ),
];

/// The world as it is, and once more for each object of its kind and class in its place.
pub async fn scenes(site: &Site, world: World) -> Vec<World> {
    let mut tx = site.app.db.reading(Some(world.home.id), site.app.clock.now()).await.expect("a transaction");
    let mut scenes = Vec::new();
    for (kind, parts, text) in OBJECTS {
        let rows =
            sql!(tx, all AnyRow, *text, world.home.id).unwrap_or_else(|error| panic!("{kind}: {error:?}"));
        let mut classes: BTreeMap<String, Vec<(&'static str, String)>> = BTreeMap::new();
        for AnyRow(row) in rows {
            let row = row.into_iter().map(|value| match value {
                Value::Text(text) => text,
                other => panic!("{kind}: {other:?}"),
            });
            let row: Vec<String> = row.collect();
            let (class, values) = row.split_first().expect("a class");
            let instead =
                parts.iter().copied().zip(values.iter().cloned()).chain([("{kind}", (*kind).to_owned())]);
            classes.entry(class.clone()).or_insert_with(|| instead.collect());
        }
        scenes.extend(classes.into_values().map(|instead| world.with(instead)));
    }
    tx.done().await.expect("ended");
    scenes.push(world);
    scenes
}

/// Samples hold no row, and the control is asked for at the end.
pub fn is_apart(route: &Route) -> bool {
    route.path.contains("/gallery") || route.path.ends_with("/leak")
}

/// Every page of the house, with each object that may stand in its address.
pub fn addresses(house: &House, scenes: &[World], method: &str) -> Vec<String> {
    let asked = |route: &&Route| route.method == method && !is_apart(route);
    let routes: Vec<&Route> = house.rooms.iter().flat_map(|room| &room.routes).filter(asked).collect();
    let mut all = BTreeSet::new();
    for scene in scenes {
        all.extend(routes.iter().map(|route| scene.address(route).0));
    }
    all.into_iter().collect()
}
