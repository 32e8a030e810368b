//! What one statement costs on SQLite through the platform, beside the bare driver: `rows FILE WAY WHAT COUNT`.
//!
//! `WAY` is `prepare`, `ours` or `bare`; `WHAT` is `one` (a row by its key) or `list` (200 rows). Both ways print
//! the same sum, so that they are known to have done the same work. `cargo xtask bench` runs it.
#![expect(clippy::print_stdout, reason = "its output is its result")]

use anyhow::{Context, bail};
use platform::{
    clock::Clock,
    db::{Db, Durability, SqliteDb},
    row, sql,
};
use rusqlite::Connection;
use std::path::Path;

/// Rows in the table.
const ROWS: i64 = 10_000;
const ONE: &str = "SELECT id, name, place, about, phone, mail, web, seats, version, kind, opens, closes FROM partner WHERE id = $1";
const LIST: &str = "SELECT id, name, place, about, phone, mail, web, seats, version, kind, opens, closes FROM partner WHERE id >= $1 ORDER BY id LIMIT 200";

row! {
    /// Twelve columns, as many rooms have them.
    struct Partner {
        id: i64, name: String, place: String, about: Option<String>, phone: String, mail: String, web: Option<String>,
        seats: i64, version: i64, kind: String, opens: String, closes: Option<String>,
    }
}

impl Partner {
    fn sum(&self) -> i64 {
        let texts = [&self.name, &self.place, &self.phone, &self.mail, &self.kind, &self.opens];
        let maybe = [&self.about, &self.web, &self.closes];
        let bytes = texts.iter().map(|text| text.len()).sum::<usize>()
            + maybe.iter().map(|text| text.as_ref().map_or(0, String::len)).sum::<usize>();
        self.id + self.seats + self.version + i64::try_from(bytes).unwrap_or(0)
    }
}

/// The key of the `n`th question, spread over the table.
fn key(n: i64) -> i64 {
    n * 7_919 % (ROWS - 200)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, way, what, count] = arguments.as_slice() else { bail!("rows FILE WAY WHAT COUNT") };
    let statement = if what == "one" { ONE } else { LIST };
    let (file, count) = (Path::new(file), count.parse::<i64>()?);
    let sum = match way.as_str() {
        "prepare" => return prepare(file),
        "ours" => ours(file, statement, count).await?,
        "bare" => bare(file, statement, count)?,
        _ => bail!("the way is prepare, ours or bare"),
    };
    println!("{sum}");
    Ok(())
}

fn prepare(file: &Path) -> anyhow::Result<()> {
    let mut base = Connection::open(file)?;
    base.execute_batch(
        "PRAGMA journal_mode = WAL; CREATE TABLE partner (id INTEGER PRIMARY KEY, name TEXT, place TEXT, about TEXT,
         phone TEXT, mail TEXT, web TEXT, seats INTEGER, version INTEGER, kind TEXT, opens TEXT, closes TEXT) STRICT",
    )?;
    let all = base.transaction()?;
    for id in 0..ROWS {
        let about = (id % 3 == 0).then(|| "Welcomes newcomers in four languages, by appointment. ".repeat(4));
        all.execute(
            "INSERT INTO partner VALUES ($1, $2, 'London, Ontario', $3, '519-555-0100', 'desk@partner.example', NULL, $4, 1, 'settlement', '09:00', '16:30')",
            (id, format!("Partner number {id}"), about, id % 40),
        )?;
    }
    Ok(all.commit()?)
}

async fn ours(file: &Path, statement: &str, count: i64) -> anyhow::Result<i64> {
    let db = Db::Sqlite(SqliteDb::open(file, Durability::Full)?);
    let mut tx = db.reading(None, Clock::fixed("2026-11-22T15:00:00Z").now()).await?;
    let mut sum = 0;
    for n in 0..count {
        let rows = sql!(tx, all Partner, statement, key(n))?;
        sum += rows.iter().map(Partner::sum).sum::<i64>();
    }
    tx.done().await?;
    Ok(sum)
}

fn bare(file: &Path, statement: &str, count: i64) -> anyhow::Result<i64> {
    let base = Connection::open(file)?;
    let all = base.unchecked_transaction()?;
    let mut statement = all.prepare(statement)?;
    let mut sum = 0;
    for n in 0..count {
        let read = |row: &rusqlite::Row<'_>| {
            Ok(Partner {
                id: row.get(0)?,
                name: row.get(1)?,
                place: row.get(2)?,
                about: row.get(3)?,
                phone: row.get(4)?,
                mail: row.get(5)?,
                web: row.get(6)?,
                seats: row.get(7)?,
                version: row.get(8)?,
                kind: row.get(9)?,
                opens: row.get(10)?,
                closes: row.get(11)?,
            })
        };
        let rows: Vec<Partner> =
            statement.query_map([key(n)], read)?.collect::<Result<_, _>>().context("rows")?;
        sum += rows.iter().map(Partner::sum).sum::<i64>();
    }
    Ok(sum)
}
