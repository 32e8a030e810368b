//! Every verb, on both databases.

use super::{Json, List, Sort, Tx};
use crate::{clock::Moment, errors::Error, ids::Ref, langs::Lang, row, sql, testing::Site, text::Text};
use jiff::civil::{Date, date};
use uuid::Uuid;

row! {
    struct Twelve {
        id: Uuid, name: String, text: Text, n: i64, small: i32, open: bool, at: Moment, day: Date, maybe: Option<Date>, lang: Lang, tags: Json<Vec<String>>, version: i64,
    }
}

/// Thirty rows in a temporary table: the program may not make others in PostgreSQL.
async fn filled(site: &Site) -> Tx {
    let db = if site.app.db.dialect() == super::Dialect::Postgres {
        "uuid TIMESTAMPTZ DATE boolean jsonb"
    } else {
        "TEXT TEXT TEXT INTEGER TEXT"
    };
    let [id, at, day, open, json] = db.split(' ').collect::<Vec<_>>()[..] else { panic!() };
    let mut tx = site.app.db.writing(None, site.app.clock.now()).await.unwrap();
    tx.script(&format!(
        "CREATE TEMP TABLE twelve (id {id} PRIMARY KEY, name TEXT NOT NULL, text {json}, n bigint, small int, open {open}, at {at}, day {day}, maybe {day}, lang TEXT, tags {json}, version bigint)"
    ))
    .await
    .unwrap();
    for n in 0..30_i64 {
        let id = Uuid::from_u128(u128::try_from(n).unwrap());
        let text = Text::both("Health", "Santé", date(2026, 1, 1));
        let tags = Json(vec![format!("tag{n}")]);
        let maybe = (n % 2 == 0).then_some(date(1990, 2, 3));
        sql!(
            tx,
            must,
            "INSERT INTO twelve VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)",
            id,
            format!("name {:02}", 29 - n),
            text,
            n,
            7_i32,
            n % 3 == 0,
            tx.now(),
            date(2026, 11, 22),
            maybe,
            Lang::ZhHans,
            tags
        )
        .unwrap();
    }
    tx
}

async fn table(site: &Site) {
    let mut tx = filled(site).await;
    let list = List::new("id, name, text, n, small, open, at, day, maybe, lang, tags, version", "twelve")
        .filter("open = ?", &true)
        .search("name", "NÀME 2")
        .among("small", &[7_i32, 8])
        .sort("name", Sort::Down)
        .page(1, 2);
    let page = tx.page::<Twelve>(&list).await.unwrap();
    let first = &page.rows[0];
    assert_eq!((page.total, page.rows.len(), page.pages()), (5, 2, 3));
    assert_eq!((first.name.as_str(), first.n, first.small, first.open), ("name 29", 0, 7, true));
    assert_eq!(
        (first.at, first.day, first.maybe, first.lang),
        (tx.now(), date(2026, 11, 22), Some(date(1990, 2, 3)), Lang::ZhHans)
    );
    assert_eq!((first.text.in_lang(Lang::Fr), first.tags.0[0].as_str(), first.version), ("Santé", "tag0", 1));
    let id = first.id;
    sql!(tx, save, "UPDATE twelve SET version = version + 1 WHERE id = $1 AND version = $2", id, 1_i64)
        .unwrap();
    assert!(matches!(
        sql!(tx, save, "UPDATE twelve SET version = version + 1 WHERE id = $1 AND version = $2", id, 1_i64),
        Err(Error::Stale)
    ));
    assert_eq!(
        sql!(tx, value i64, "SELECT count(*) FROM twelve WHERE $2 = 1 AND n > $1", 27_i64, 1_i64).unwrap(),
        2,
        "placeholders go by number, not by place"
    );
    assert!(matches!(
        sql!(tx, run, "INSERT INTO twelve (id, name) VALUES ($1, 'x')", id),
        Err(Error::Constraint(_))
    ));
}

crate::on_both! { vec![];
    async fn a_twelve_column_list_is_filtered_sorted_and_paged(site) { table(site).await; }

    async fn a_row_that_does_not_fit_its_statement_is_noticed(site) {
        let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
        let wrong = sql!(tx, all Twelve, "SELECT slug, id FROM partnership");
        assert!(matches!(wrong, Err(Error::Failed(_))));
    }

    async fn what_was_not_committed_never_happened(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(crate::pages::ENTER).await.unwrap();
        tx.audit("thing.made", Ref::new("thing", Uuid::nil()), None::<&()>, Some(&"x")).await.unwrap();
        drop(tx);
        let mut tx = ctx.read(crate::pages::ENTER).await.unwrap();
        assert_eq!(tx.history(&Ref::new("thing", Uuid::nil()), 10).await.unwrap().len(), 0);
    }

    async fn an_audit_entry_reads_back_with_before_and_after(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(crate::pages::ENTER).await.unwrap();
        tx.audit("thing.renamed", Ref::new("thing", Uuid::nil()), Some(&"a"), Some(&"b")).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = ctx.read(crate::pages::ENTER).await.unwrap();
        let entry = tx.history(&Ref::new("thing", Uuid::nil()), 10).await.unwrap().remove(0);
        assert_eq!((entry.author.as_str(), entry.before.unwrap().0, entry.after.unwrap().0), ("Tess Test", "a".into(), "b".into()));
    }

    async fn today_is_for_those_who_belong(site) {
        assert_eq!(site.get("/maple/work").await.status, 303);
        assert_eq!(site.get_as(&site.stranger(), "/maple/work").await.status, 404);
        let shown = site.get_as(&site.coordinator(), "/maple/work").await;
        assert_eq!(shown.status, 200);
        assert!(shown.body.contains("<h1>Today</h1>"), "{}", shown.body);
    }
}
