//! The history speaks the reader's language: every field of every audit entry of the demo's world has words.

use super::world::World;
use platform::{
    audit::{AuditEntry, AuditId},
    ctx::Ctx,
    db::Json,
    html::{Names, sides},
    langs::Lang,
    sql,
    testing::Site,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The kind of an object, and what happened to it.
type Kept = (String, String, Option<Json<Value>>, Option<Json<Value>>);

/// The fields that no room has words for, as `verb field`.
fn without_words(ctx: &Ctx, (kind, verb, before, after): &Kept) -> Vec<String> {
    let entry = AuditEntry {
        id: AuditId(Uuid::nil()),
        at: ctx.now(),
        author: String::new(),
        verb: verb.clone(),
        before: before.clone(),
        after: after.clone(),
    };
    let told = sides(ctx, &Names::default(), kind, &entry);
    let nameless = told.into_iter().flatten().filter(|fact| !fact.is_named);
    nameless.map(|fact| format!("{verb} {}", fact.path)).collect()
}

async fn entries(site: &Site) -> Vec<Kept> {
    let mut all: Vec<Kept> = Vec::new();
    for here in site.app.partnerships().await.expect("partnerships") {
        let mut tx = site.app.db.reading(Some(here.id), site.app.clock.now()).await.expect("a transaction");
        let look = "SELECT kind, verb, before, after FROM audit_entry WHERE partnership_id = $1 ORDER BY at, id LIMIT 100000";
        let here = tx.partnership().expect("a partnership");
        let some: Vec<Kept> =
            sql!(tx, all(String, String, Option<Json<Value>>, Option<Json<Value>>), look, here)
                .expect("entries");
        tx.done().await.expect("an end");
        all.extend(some);
    }
    all
}

platform::on_both! { kith::rooms();
    async fn every_field_of_every_audit_entry_of_the_demo_has_words(site) {
        World::on(site).await;
        let entries = entries(site).await;
        let verbs: BTreeSet<&str> = entries.iter().map(|(_, verb, ..)| verb.as_str()).collect();
        assert!(verbs.len() > 10, "the world has a history: {verbs:?}");
        for lang in Lang::OFFICIAL {
            let ctx = Ctx { lang, ..site.ctx(site.coordinator()) };
            let gaps: BTreeSet<String> = entries.iter().flat_map(|kept| without_words(&ctx, kept)).collect();
            assert!(gaps.is_empty(), "no words in {lang} (a key fact-… in the room's words/{lang}.ftl): {gaps:#?}");
            let invented = ("seat".to_owned(), "seat.changed".to_owned(), None, Some(Json(json!({ "frobnicated_on": 1 }))));
            assert_eq!(without_words(&ctx, &invented), ["seat.changed frobnicated_on"], "a field without words is refused");
        }
    }
}
