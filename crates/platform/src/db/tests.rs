//! Every verb, on both databases.

use super::{Bind, Column, Json, List, Param, Sort, Tx, Value};
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
    let open = tx.counts::<bool>("open", &List::new("id", "twelve").filter("n > ?", &0_i64)).await.unwrap();
    assert_eq!(open, [(false, 20), (true, 9)], "how many rows have each value");
    let tags = tx.counts::<Option<i64>>("small", &List::new("id", "nothing").from("twelve")).await.unwrap();
    assert_eq!(tags, [(Some(7), 30)]);
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

    async fn a_reading_transaction_changes_nothing(site) {
        let rename = "UPDATE partnership SET slug = 'changed' WHERE slug = 'maple'";
        let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
        assert!(tx.run(rename, &[]).await.is_err());
        drop(tx);
        let mut tx = site.app.db.writing(None, site.app.clock.now()).await.unwrap();
        tx.step_out().await.unwrap();
        assert_eq!(tx.run(rename, &[]).await.unwrap(), 1, "the same statement changes a row where it may");
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

/// A thing of the tests: what a room would keep, in a table of this transaction.
async fn boxes(site: &Site) -> Tx {
    let mut tx = site.app.db.writing(None, site.app.clock.now()).await.unwrap();
    let at = if tx.dialect() == super::Dialect::Postgres { "timestamptz" } else { "TEXT" };
    let day = if tx.dialect() == super::Dialect::Postgres { "date" } else { "TEXT" };
    tx.script(&format!("CREATE TEMP TABLE box (n bigint, words TEXT, at {at}, day {day})")).await.unwrap();
    tx
}

crate::on_both! { vec![];
    async fn a_condition_with_an_or_does_not_open_the_ones_beside_it(site) {
        let mut tx = boxes(site).await;
        for (n, words) in [(1_i64, "mine"), (2, "theirs")] {
            sql!(tx, must, "INSERT INTO box (n, words) VALUES ($1, $2)", n, words).unwrap();
        }
        let list = List::new("n", "box").filter("n = ?", &1_i64).filter("words = ? OR words = 'theirs'", "mine");
        assert_eq!(tx.page::<(i64,)>(&list).await.unwrap().total, 1);
    }

    async fn pages_and_choices_of_any_number_are_few_statements(site) {
        let mut tx = boxes(site).await;
        for n in 0..40_i64 {
            sql!(tx, must, "INSERT INTO box (n) VALUES ($1)", n).unwrap();
        }
        let five = [3_i64, 1, 4, 15, 9];
        let list = List::new("n", "box").among("n", &five).sort("n", Sort::Up).page(2, 2);
        let page = tx.page::<(i64,)>(&list).await.unwrap();
        assert_eq!((page.total, page.rows), (5, vec![(4,), (9,)]));
        let seven = [3_i64, 1, 4, 15, 9, 26, 5];
        let other = List::new("n", "box").among("n", &seven).sort("n", Sort::Up).page(9, 3);
        assert_eq!(list.statement().0, other.statement().0, "both fill up to eight places");
        assert_eq!(List::new("n", "box").search("words", &"word ".repeat(100)).statement().1.len(), 8 + 2);
    }

    async fn many_rows_of_one_statement_tell_how_many_each_changed_and_what_failed_first(site) {
        let mut tx = boxes(site).await;
        tx.script("CREATE UNIQUE INDEX box_once ON box (n)").await.unwrap();
        let numbers: Vec<i64> = (0..700).collect();
        let rows: Vec<Vec<Bind<'_>>> = numbers.iter().map(|n| vec![n.bind(), "new".bind()]).collect();
        tx.insert_many("INSERT INTO box (n, words) VALUES", &rows).await.unwrap();
        let few: Vec<Vec<Bind<'_>>> = [3_i64, 9_999, 4].map(|n| vec![Bind::Int(n)]).into();
        let changed = tx.run_many("UPDATE box SET words = 'old' WHERE n = $1", &few).await.unwrap();
        assert_eq!(changed, [1, 0, 1]);
        let old: Vec<(i64,)> = sql!(tx, all (i64,), "SELECT n FROM box WHERE words = 'old' ORDER BY n").unwrap();
        assert_eq!(old, [(3,), (4,)]);
        let otherwise = "ON CONFLICT (n) DO UPDATE SET words = excluded.words";
        tx.write_many("INSERT INTO box (n, words) VALUES", &rows, otherwise).await.unwrap();
        assert_eq!(sql!(tx, value i64, "SELECT count(*) FROM box WHERE words = 'new'").unwrap(), 700);
        assert_eq!(tx.run_many("DELETE FROM box WHERE n = $1", &[]).await.unwrap(), Vec::<u64>::new());
        let all: Vec<Vec<Bind<'_>>> = numbers.iter().map(|n| vec!["many".bind(), n.bind()]).collect();
        let changed = tx.run_many("UPDATE box SET words = $1 WHERE n = $2 AND words = 'new'", &all).await.unwrap();
        assert_eq!(changed, vec![1; 700]);
        let gone = tx.run_many("DELETE FROM box WHERE n = $1 AND n < 600", &few).await.unwrap();
        assert_eq!((gone, sql!(tx, value i64, "SELECT count(*) FROM box WHERE words = 'many'").unwrap()), (vec![1, 0, 1], 698));
        let back: Vec<Vec<Bind<'_>>> = [3_i64, 4].map(|n| vec![Bind::Int(n), "back".bind()]).into();
        tx.insert_many("INSERT INTO box (n, words) VALUES", &back).await.unwrap();
        let nothing: Vec<Vec<Bind<'_>>> = [3_i64, 4].map(|n| vec![Bind::Int(n), Bind::Null]).into();
        assert_eq!(tx.run_many("UPDATE box SET words = $2 WHERE n = $1", &nothing).await.unwrap(), [1, 1]);
        let same: Vec<Vec<Bind<'_>>> = [5_i64, 6].map(|n| vec![Bind::Int(7), Bind::Int(n)]).into();
        let failed = tx.run_many("UPDATE box SET n = $1 WHERE n = $2", &same).await;
        assert!(matches!(failed, Err(Error::Constraint(_))), "{failed:?}");
    }

    async fn days_and_instants_long_ago_read_back(site) {
        let mut tx = boxes(site).await;
        let (day, at) = (date(1867, 7, 1), Moment("1867-07-01T12:00:00.000001Z".parse().unwrap()));
        sql!(tx, must, "INSERT INTO box (n, words, at, day) VALUES ($1, $2, $3, $4)", i64::MIN, day, at, day).unwrap();
        let read = sql!(tx, one (i64, String, Moment, Date), "SELECT n, words, at, day FROM box").unwrap();
        assert_eq!(read, (i64::MIN, "1867-07-01".to_owned(), at, day));
    }

    async fn a_nul_in_text_is_the_callers_mistake_or_plain_text(site) {
        let mut tx = boxes(site).await;
        let found = sql!(tx, find (i64,), "SELECT n FROM box WHERE words = $1", "a\0b");
        match tx.dialect() {
            super::Dialect::Sqlite => assert_eq!(found.unwrap(), None),
            super::Dialect::Postgres => assert!(matches!(found, Err(Error::Malformed(_))), "{found:?}"),
        }
    }

    async fn finding_one_row_reads_one_row(site) {
        let mut tx = boxes(site).await;
        for n in 0..3_i64 {
            sql!(tx, must, "INSERT INTO box (n, words) VALUES ($1, 'x')", n).unwrap();
        }
        // The second row does not fit: reading it would be an error.
        sql!(tx, run, "UPDATE box SET n = NULL WHERE n > 0").unwrap();
        let found = sql!(tx, find (i64,), "SELECT n FROM box ORDER BY coalesce(n, 9)");
        if tx.dialect() == super::Dialect::Sqlite {
            assert_eq!(found.unwrap(), Some((0,)));
        }
    }

    async fn an_early_end_gives_the_connection_back(site) {
        if site.app.db.dialect() == super::Dialect::Sqlite { return }
        let mut seen = std::collections::BTreeSet::new();
        for n in 0..20 {
            let mut tx = site.app.db.writing(Some(site.partnership.id), site.app.clock.now()).await.unwrap();
            seen.insert(sql!(tx, value i32, "SELECT pg_backend_pid()").unwrap());
            sql!(tx, run, "UPDATE partnership SET zone = 'gone' WHERE id = $1", site.partnership.id).unwrap();
            if n % 2 == 0 {
                assert!(matches!(sql!(tx, all (i64,), "SELECT nothing FROM nowhere"), Err(Error::Failed(_))));
            }
        }
        assert_eq!(seen.len(), 1, "one connection served all");
        let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
        assert_eq!(sql!(tx, value i64, "SELECT count(*) FROM partnership WHERE zone = 'gone'").unwrap(), 0);
    }

    async fn a_statement_given_up_half_way_keeps_nobody_waiting(site) {
        if site.app.db.dialect() == super::Dialect::Sqlite { return }
        let slow = async {
            let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
            sql!(tx, find (String,), "SELECT 'x' FROM pg_sleep(60)").unwrap();
        };
        let soon = std::time::Duration::from_millis(200);
        assert!(tokio::time::timeout(soon, slow).await.is_err());
        let quick = async {
            let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
            sql!(tx, value i64, "SELECT count(*) FROM partnership").unwrap()
        };
        let two = tokio::time::timeout(std::time::Duration::from_secs(20), quick).await;
        assert_eq!(two.expect("not behind the sleeper"), 2);
    }

    async fn connections_that_the_server_ended_are_replaced(site) {
        if site.app.db.dialect() == super::Dialect::Sqlite { return }
        let mut one = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
        let mut two = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
        let first = sql!(one, value i32, "SELECT pg_backend_pid()").unwrap();
        let second = sql!(two, value i32, "SELECT pg_backend_pid()").unwrap();
        drop(one);
        sql!(two, value bool, "SELECT pg_terminate_backend($1)", first).unwrap();
        // The program's own end comes in the middle of its statement.
        assert!(sql!(two, value bool, "SELECT pg_terminate_backend($1)", second).is_err());
        drop(two);
        let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
        assert_eq!(sql!(tx, value i64, "SELECT count(*) FROM partnership").unwrap(), 2);
    }

    async fn statements_of_many_shapes_do_not_pile_up(site) {
        let mut tx = boxes(site).await;
        for n in 0..600 {
            let text = format!("SELECT {n}");
            tx.find::<(i32,)>(&text, &[]).await.unwrap();
        }
        if site.app.db.dialect() == super::Dialect::Postgres {
            let kept = sql!(tx, value i64, "SELECT count(*) FROM pg_prepared_statements").unwrap();
            assert!(kept < 520, "{kept}");
        }
    }
}

crate::on_both! { vec![];
    async fn row_level_security_repeats_what_every_statement_says(site) {
        if site.app.db.dialect() == super::Dialect::Sqlite { return }
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(crate::pages::ENTER).await.unwrap();
        tx.audit("thing.made", Ref::new("thing", Uuid::nil()), None::<&()>, None::<&()>).await.unwrap();
        let name = sql!(tx, value String, "SELECT CAST(current_database() AS text)").unwrap();
        tx.commit().await.unwrap();
        let (maple, other) = (site.partnership.id, site.other.id);
        let seen = async |db: &super::Db, of| {
            let mut tx = db.reading(of, site.app.clock.now()).await.unwrap();
            sql!(tx, value i64, "SELECT count(*) FROM audit_entry").unwrap()
        };
        assert_eq!(seen(&site.app.db, Some(maple)).await, 1);
        assert_eq!((seen(&site.app.db, Some(other)).await, seen(&site.app.db, None).await), (0, 0));
        // The control: a superuser passes, so the rows are there and it is the policy that hides them.
        let url = crate::testing::postgres_url(&name, "postgres").unwrap();
        let superuser = super::Db::Postgres(super::PostgresDb::connect(&url, 1).unwrap());
        assert_eq!(seen(&superuser, Some(other)).await, 1);
        let mut tx = site.app.db.writing(Some(other), site.app.clock.now()).await.unwrap();
        let taken = "UPDATE partnership SET name = '{}' WHERE id = $1";
        assert_eq!(sql!(tx, run, taken, maple).unwrap(), 0, "another's record");
        assert_eq!(sql!(tx, run, taken, other).unwrap(), 1, "its own");
        assert_eq!(sql!(tx, run, "DELETE FROM partnership").unwrap(), 0);
        let smuggled = "INSERT INTO link (id, partnership_id, kind, from_kind, from_id, to_kind, to_id, made_at)
                        VALUES ($1, $1, 'k', 'a', $1, 'b', $1, $2)";
        assert!(sql!(tx, run, smuggled, maple, site.app.clock.now()).is_err(), "a row of another partnership");
        drop(tx);
        let mut tx = site.app.db.writing(None, site.app.clock.now()).await.unwrap();
        assert_eq!(sql!(tx, run, taken, maple).unwrap(), 1, "the installation makes and mends them");
    }
}

#[test]
fn what_does_not_fit_is_told_without_its_content() {
    let text = |words: &str| Value::Text(words.into());
    let told = [
        i64::column(text("Ada Lovelace")).unwrap_err().to_string(),
        Json::<Vec<i64>>::column(text("[\"Ada Lovelace\"]")).map(drop).unwrap_err().to_string(),
        crate::mail::Recipient::column(text("Ada Lovelace")).unwrap_err().to_string(),
    ];
    assert!(told.iter().all(|one| !one.contains("Ada")), "{told:?}");
    assert!(told[0].contains("a text of 12 characters") && told[1].contains("at column"), "{told:?}");
}
