//! Backups of either database into either, with what both find hard; and archives that are not what they were.

use super::{Manifest, Target, restore, verify, write};
use crate::{
    clock::Clock,
    db::{Db, Dialect, Json},
    errors::Error,
    ids::Chance,
    on_both, sql,
    testing::{Empty, START, Site},
};
use std::path::{Path, PathBuf};
use uuid::Uuid;

fn now() -> crate::clock::Moment {
    Clock::fixed(START).now()
}

fn archive_path(site: &Site) -> PathBuf {
    site.folder().join("backup.kith")
}

/// Rows of both partnerships and of the installation: ids, instants, JSON of every shape, text of every script, nothing.
async fn fill(site: &Site, rows: u128) {
    for (n, partnership) in [None, Some(site.partnership.id), Some(site.other.id)].into_iter().enumerate() {
        let mut tx = site.app.db.writing(partnership, now()).await.unwrap();
        for row in 0..rows {
            let id = Uuid::from_u128(1 + row + rows * u128::try_from(n).unwrap());
            let about = Json(
                serde_json::json!({ "z": 1, "a": [null, true, 1.5, "é"], "n": u64::try_from(row).unwrap() }),
            );
            sql!(
                tx,
                must,
                "INSERT INTO job (id, partnership_id, kind, about, due_at, made_at, set_at) VALUES ($1, $2, $3, $4, $5, $5, $5)",
                id,
                partnership,
                "a.kind",
                if row == 0 { Json(serde_json::Value::Null) } else { about.clone() },
                now().plus_seconds(i64::try_from(row).unwrap())
            )
            .unwrap();
            sql!(
                tx,
                must,
                "INSERT INTO mail (id, partnership_id, recipient, recipient_key, lang, subject, body, purpose, made_at)
                 VALUES ($1, $2, 'Nour <nour@example.org>', 'nour@example.org', 'ar', $3, $4, 'test', $5)",
                id,
                partnership,
                "خدمات “الاستقرار” \\ \"'",
                "two\nlines\tand \u{1F9F5} nothing {\"like\": \"json\"}",
                now()
            )
            .unwrap();
        }
        tx.commit().await.unwrap();
    }
    std::fs::create_dir_all(site.folder().join("files/ab")).unwrap();
    std::fs::write(site.folder().join("files/ab/abcdef"), b"a file\0\xFF").unwrap();
    std::fs::write(site.folder().join("secret"), b"the secret that links are signed with").unwrap();
}

async fn back_up(site: &Site) -> Manifest {
    write(&site.app.db, site.folder(), &archive_path(site), now()).await.unwrap()
}

async fn digest_of(db: &Db, data: &Path) -> String {
    let again = data.join("again.kith");
    let manifest = write(db, data, &again, now()).await.unwrap();
    std::fs::remove_file(again).unwrap();
    manifest.digest
}

fn into(target: &Empty) -> Target<'_> {
    Target { db: &target.db, owner: None, data: target.folder() }
}

async fn targets() -> Vec<Empty> {
    let mut targets = vec![Empty::sqlite().await];
    targets.extend(Empty::postgres().await);
    targets
}

on_both! { Vec::new();
    async fn what_is_backed_up_is_what_is_restored_into_either_database(site) {
        fill(site, 40).await;
        let manifest = back_up(site).await;
        let jobs = manifest.tables.iter().find(|table| table.name == "job").unwrap();
        assert_eq!(jobs.rows, 120);
        assert_eq!(verify(&archive_path(site)).unwrap().manifest, manifest);
        for target in targets().await {
            restore(&archive_path(site), &into(&target), now()).await.unwrap();
            assert_eq!(digest_of(&target.db, target.folder()).await, manifest.digest);
            assert_eq!(std::fs::read(target.folder().join("files/ab/abcdef")).unwrap(), b"a file\0\xFF");
            assert!(target.folder().join("secret").exists());
            let mut tx = target.db.reading(Some(site.partnership.id), now()).await.unwrap();
            let seen = sql!(tx, value i64, "SELECT count(*) FROM mail WHERE partnership_id = $1", site.partnership.id);
            assert_eq!(seen.unwrap(), 40);
            tx.done().await.unwrap();
            target.end().await;
        }
    }

    async fn more_rows_than_are_read_at_a_time_are_all_there_once(site) {
        fill(site, 2_100).await;
        let manifest = back_up(site).await;
        let jobs = manifest.tables.iter().find(|table| table.name == "job").unwrap();
        assert_eq!(jobs.rows, 6_300);
        let target = Empty::sqlite().await;
        restore(&archive_path(site), &into(&target), now()).await.unwrap();
        target.end().await;
    }

    async fn what_a_database_says_changes_the_digest_and_nothing_else_does(site) {
        fill(site, 3).await;
        let first = digest_of(&site.app.db, site.folder()).await;
        assert_eq!(digest_of(&site.app.db, site.folder()).await, first);
        let mut tx = site.app.db.writing(Some(site.partnership.id), now()).await.unwrap();
        let id = Uuid::from_u128(5);
        sql!(tx, must, "UPDATE mail SET lang = 'fr' WHERE id = $1 AND partnership_id = $2", id, site.partnership.id)
            .unwrap();
        tx.commit().await.unwrap();
        assert_ne!(digest_of(&site.app.db, site.folder()).await, first);
    }

    async fn a_database_that_has_anything_is_left_alone(site) {
        fill(site, 2).await;
        let manifest = back_up(site).await;
        let itself = Target { db: &site.app.db, owner: None, data: site.folder() };
        let refused = restore(&archive_path(site), &itself, now()).await;
        assert_eq!(crate::testing::refusal_code(refused), "backup-not-empty");
        let target = Empty::sqlite().await;
        std::fs::create_dir_all(target.folder().join("files")).unwrap();
        std::fs::write(target.folder().join("files/x"), b"x").unwrap();
        let refused = restore(&archive_path(site), &into(&target), now()).await;
        assert_eq!(crate::testing::refusal_code(refused), "backup-files-there");
        target.end().await;
        let again = write(&site.app.db, site.folder(), &archive_path(site), now()).await;
        assert_eq!(crate::testing::refusal_code(again), "backup-exists");
        assert_eq!(digest_of(&site.app.db, site.folder()).await, manifest.digest);
    }

    async fn a_restore_that_fails_leaves_nothing(site) {
        fill(site, 2).await;
        back_up(site).await;
        for target in targets().await {
            // The folder of files cannot be made: a file has its name.
            std::fs::write(target.folder().join("files"), b"in the way").unwrap();
            let failed = restore(&archive_path(site), &into(&target), now()).await;
            assert!(matches!(failed, Err(Error::Failed(_))), "{failed:?}");
            std::fs::remove_file(target.folder().join("files")).unwrap();
            restore(&archive_path(site), &into(&target), now()).await.expect("it is as empty as before");
            target.end().await;
        }
    }

    async fn every_column_is_of_the_kind_that_the_server_says(site) {
        let mut tx = site.app.db.reading(None, now()).await.unwrap();
        let tables = tx.schema().await.unwrap();
        if site.app.db.dialect() == Dialect::Postgres {
            let server = sql!(tx, all (String, String, String), "SELECT table_name::text, column_name::text, udt_name::text FROM information_schema.columns JOIN information_schema.tables t USING (table_schema, table_name) WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE' AND table_name <> 'migration'").unwrap();
            for (table, column, kind) in server {
                let ours = tables.iter().find(|t| t.name == table).unwrap().columns[&column];
                let expected = match kind.as_str() {
                    "uuid" => "Uuid", "jsonb" => "Json", "timestamptz" => "Moment", "date" => "Date", "bool" => "Bool",
                    "int8" | "int4" | "int2" => "Int", "float8" | "float4" => "Real", "bytea" => "Bytes", "text" => "Text",
                    other => panic!("{table}.{column}: backups do not know {other}"),
                };
                assert_eq!(format!("{ours:?}"), expected, "{table}.{column}");
            }
        }
        tx.done().await.unwrap();
        assert!(tables.iter().all(|table| !table.key.is_empty()), "every table has a key");
        let place = |name: &str| tables.iter().position(|table| table.name == name).unwrap();
        assert!(place("partnership") < place("link"));
    }
}

#[tokio::test]
async fn a_flipped_byte_is_noticed_wherever_it_is() {
    let site = Site::sqlite(Vec::new()).await;
    fill(&site, 5).await;
    back_up(&site).await;
    let path = archive_path(&site);
    let whole = std::fs::read(&path).unwrap();
    let chance = Chance::seeded(11);
    let every = (whole.len() / 300).max(1);
    let mut tried = 0;
    for at in (0..whole.len()).step_by(every).chain([whole.len() - 1]) {
        let mut broken = whole.clone();
        broken[at] ^= 1 << (chance.bytes::<1>()[0] % 8);
        std::fs::write(&path, &broken).unwrap();
        assert!(verify(&path).is_err(), "a flipped bit in byte {at} of {} went unnoticed", whole.len());
        tried += 1;
    }
    for length in [0, 1, whole.len() / 2, whole.len() - 1] {
        std::fs::write(&path, &whole[..length]).unwrap();
        assert!(verify(&path).is_err(), "cut to {length} bytes");
    }
    assert!(tried > 250);
    std::fs::write(&path, &whole).unwrap();
    verify(&path).expect("control: untouched, it is whole");
    site.end().await;
}

#[tokio::test]
async fn an_archive_of_a_later_program_is_not_guessed_at() {
    let site = Site::sqlite(Vec::new()).await;
    let mut tx = site.app.db.writing(None, now()).await.unwrap();
    sql!(tx, must, "INSERT INTO migration (name, checksum, applied_at) VALUES ('9999_later', '', '')")
        .unwrap();
    tx.commit().await.unwrap();
    back_up(&site).await;
    let target = Empty::sqlite().await;
    let refused = restore(&archive_path(&site), &into(&target), now()).await;
    assert_eq!(crate::testing::refusal_code(refused), "backup-later");
    target.end().await;
    site.end().await;
}
