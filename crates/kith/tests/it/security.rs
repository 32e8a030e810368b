//! PostgreSQL itself keeps partnerships apart: the program's role sees the rows of the partnership begun for, and no others.

use crate::planted::{plant, without_checks};
use platform::{
    db::{Db, Table},
    ids::PartnershipId,
    sql,
    testing::Site,
};

/// The superuser's way into the database of the site.
pub async fn superuser(site: &Site) -> Db {
    let mut tx = site.app.db.reading(None, site.app.clock.now()).await.expect("a transaction");
    let name = sql!(tx, value String, "SELECT current_database()::text").expect("a name");
    tx.done().await.expect("ended");
    let url = std::env::var("KITH_TEST_POSTGRES").expect("a server");
    let (base, _) = url.rsplit_once('/').expect("a database in the address");
    Db::open(&format!("{base}/{name}")).expect("an address")
}

async fn plant_both(site: &Site, db: &Db) -> Vec<Table> {
    let mut tx = db.writing(None, site.app.clock.now()).await.expect("a transaction");
    without_checks(&mut tx).await;
    plant(&mut tx, site.other.id).await;
    let tables = plant(&mut tx, site.partnership.id).await;
    tx.commit().await.expect("planted");
    tables
}

/// For every table with a partnership: how many own rows and how many foreign ones a transaction of `own` sees.
async fn seen(site: &Site, db: &Db, tables: &[Table], own: PartnershipId) -> Vec<(String, i64, i64)> {
    let mut tx = db.reading(Some(own), site.app.clock.now()).await.expect("a transaction");
    let mut out = Vec::new();
    for table in tables.iter().filter(|table| table.columns.contains_key("partnership_id")) {
        let text = format!(
            "SELECT count(*) FILTER (WHERE partnership_id = $1), count(*) FILTER (WHERE partnership_id IS DISTINCT FROM $1) FROM \"{}\"",
            table.name
        );
        let (here, elsewhere) = sql!(tx, one(i64, i64), &text, own).expect("counted");
        out.push((table.name.clone(), here, elsewhere));
    }
    tx.done().await.expect("ended");
    out
}

#[tokio::test]
async fn each_partnership_sees_its_own_rows_in_every_table_and_no_others() {
    let Some(site) = Site::postgres(kith::rooms()).await else { return };
    let above = superuser(&site).await;
    let tables = plant_both(&site, &above).await;
    for own in [site.partnership.id, site.other.id] {
        for (table, here, elsewhere) in seen(&site, &site.app.db, &tables, own).await {
            assert!(here >= 1, "{table}: its own row is not seen");
            assert!(elsewhere == 0, "{table}: {elsewhere} rows of others are seen");
        }
    }
    let control = seen(&site, &above, &tables, site.partnership.id).await;
    let open: Vec<_> = control.iter().filter(|(_, _, elsewhere)| *elsewhere == 0).collect();
    assert!(open.is_empty(), "a superuser sees everything, or the rows were not there: {open:?}");
    drop(above);
    site.end().await;
}

#[tokio::test]
async fn every_table_with_a_partnership_is_guarded_even_against_its_owner() {
    let Some(site) = Site::postgres(kith::rooms()).await else { return };
    let mut tx = site.app.db.reading(None, site.app.clock.now()).await.expect("a transaction");
    let tables = tx.schema().await.expect("a schema");
    let guarded = sql!(
        tx,
        all(String, i64),
        "SELECT c.relname::text, (SELECT count(*) FROM pg_policies p WHERE p.tablename = c.relname)
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relrowsecurity AND c.relforcerowsecurity"
    )
    .expect("an answer");
    tx.done().await.expect("ended");
    for table in tables.iter().filter(|table| table.columns.contains_key("partnership_id")) {
        let policies = guarded.iter().find(|(name, _)| *name == table.name).map_or(0, |(_, count)| *count);
        assert!(policies > 0, "{} has no policy", table.name);
    }
    site.end().await;
}

#[tokio::test]
async fn the_program_is_held_and_the_superuser_is_refused() {
    let Some(site) = Site::postgres(Vec::new()).await else { return };
    let role = site.app.db.role().await.expect("a role");
    assert!(role.is_held() && kith::open::held(&role).is_ok(), "{role:?}");
    let above = superuser(&site).await;
    let role = above.role().await.expect("a role");
    assert!(
        matches!(kith::open::held(&role), Err(kith::console::ConsoleRefusal::Superuser { .. })),
        "{role:?}"
    );
    drop(above);
    site.end().await;
}
