//! What the verbs cost on SQLite beside bare rusqlite: one row by key, 200 rows of 12 columns. Prints processor
//! microseconds for each and their ratio. `cargo bench -p platform --bench verbs`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement fails by panic and speaks on the console"
)]

use jiff::civil::{Date, date};
use platform::{
    clock::{Clock, Moment},
    db::{Db, Durability, SqliteDb, Tx},
    sql,
};
use rusqlite::Connection;
use std::{hint::black_box, path::Path};
use uuid::Uuid;

platform::row! {
    struct Twelve {
        id: Uuid, name: String, place: String, n: i64, small: i32, open: bool, at: Moment, day: Date, maybe: Option<Date>, owner: Uuid, note: Option<String>, version: i64,
    }
}

/// As the row, read by hand from the same columns.
struct Bare {
    texts: [String; 6],
    numbers: [i64; 4],
    maybe: [Option<String>; 2],
}

const COLUMNS: &str = "id, name, place, n, small, open, at, day, maybe, owner, note, version";
const MANY: &str = "SELECT id, name, place, n, small, open, at, day, maybe, owner, note, version FROM twelve WHERE n < $1 ORDER BY id LIMIT 200";
const ONE: &str =
    "SELECT id, name, place, n, small, open, at, day, maybe, owner, note, version FROM twelve WHERE id = $1";

fn main() {
    let folder = std::env::temp_dir().join(format!("kith-verbs-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("verbs.sqlite");
    let db = Db::Sqlite(SqliteDb::open(&file, Durability::Off).unwrap());
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
    let clock = Clock::fixed("2026-11-22T15:00:00Z");
    runtime.block_on(fill(&db, clock.now()));
    let bare = Connection::open(&file).unwrap();
    let key = Uuid::from_u128(77);
    let one = |tx: &mut Tx| {
        runtime.block_on(async { black_box(sql!(tx, find Twelve, ONE, key).unwrap()) }).map(drop)
    };
    let many = |tx: &mut Tx| {
        runtime.block_on(async { black_box(sql!(tx, all Twelve, MANY, 200_i64).unwrap()) }).len()
    };
    let mut tx = runtime.block_on(db.reading(None, clock.now())).unwrap();
    assert_eq!((one(&mut tx), many(&mut tx)), (Some(()), 200));
    show(
        "one row by key",
        20_000,
        || assert!(one(&mut tx).is_some()),
        || drop(by_hand(&bare, &ONE.replace('$', "?"), &key.to_string())),
    );
    show(
        "200 rows of 12 columns",
        400,
        || assert_eq!(many(&mut tx), 200),
        || drop(by_hand(&bare, &MANY.replace('$', "?"), &200_i64)),
    );
    show(
        "begin, one row, end",
        20_000,
        || {
            let mut tx = runtime.block_on(db.reading(None, clock.now())).unwrap();
            assert!(one(&mut tx).is_some());
        },
        || {
            bare.execute_batch("BEGIN").unwrap();
            drop(by_hand(&bare, &ONE.replace('$', "?"), &key.to_string()));
            bare.execute_batch("COMMIT").unwrap();
        },
    );
    drop(tx);
    std::fs::remove_dir_all(&folder).unwrap();
}

fn by_hand(bare: &Connection, text: &str, value: &dyn rusqlite::ToSql) -> Vec<Bare> {
    let mut statement = bare.prepare_cached(text).unwrap();
    let rows = statement.query_map([value], |row| {
        Ok(Bare {
            texts: [row.get(0)?, row.get(1)?, row.get(2)?, row.get(6)?, row.get(7)?, row.get(9)?],
            numbers: [row.get(3)?, row.get(4)?, row.get(5)?, row.get(11)?],
            maybe: [row.get(8)?, row.get(10)?],
        })
    });
    let rows: Vec<Bare> = rows.unwrap().map(Result::unwrap).collect();
    for row in &rows {
        black_box((&row.texts, &row.numbers, &row.maybe));
    }
    rows
}

async fn fill(db: &Db, now: Moment) {
    let mut tx = db.writing(None, now).await.unwrap();
    tx.script(&format!(
        "CREATE TABLE twelve ({}) STRICT",
        COLUMNS.replace(", ", " ANY, ").replacen("id ANY", "id TEXT PRIMARY KEY", 1) + " ANY"
    ))
    .await
    .unwrap();
    for n in 0..2_000_i64 {
        let (id, owner) = (Uuid::from_u128(u128::try_from(n).unwrap()), Uuid::from_u128(9));
        let maybe = (n % 2 == 0).then_some(date(1990, 2, 3));
        let note = (n % 3 == 0).then_some("a note of a few words");
        sql!(
            tx,
            must,
            "INSERT INTO twelve VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)",
            id,
            format!("A name {n}"),
            "A place of some length",
            n,
            7_i32,
            n % 2 == 0,
            now,
            date(2026, 11, 22),
            maybe,
            owner,
            note
        )
        .unwrap();
    }
    tx.commit().await.unwrap();
}

fn show(name: &str, times: u32, mut ours: impl FnMut(), mut theirs: impl FnMut()) {
    let best = |run: &mut dyn FnMut()| (0..5).map(|_| spent(times, run)).fold(f64::INFINITY, f64::min);
    let (ours, theirs) = (best(&mut ours), best(&mut theirs));
    println!("{name}: {ours:.2} µs, bare {theirs:.2} µs, {:.2} times", ours / theirs);
}

/// Processor microseconds of this process for each of `times` runs.
fn spent(times: u32, run: &mut dyn FnMut()) -> f64 {
    let before = processor();
    for _ in 0..times {
        run();
    }
    (processor() - before) / f64::from(times)
}

/// Processor microseconds of this thread so far (Linux: nanoseconds on the processor stand first in `schedstat`).
fn processor() -> f64 {
    let text = std::fs::read_to_string(Path::new("/proc/thread-self/schedstat")).unwrap();
    text.split(' ').next().unwrap().parse::<f64>().unwrap() / 1_000.0
}
