//! Writing an archive: everything from one reading transaction, while others write.

use super::{
    BackupRefusal, FORMAT, Manifest, TableEntry,
    archive::{Archive, FILES, MANIFEST, SECRET, files_below},
    logical_digest,
    row::{AnyRow, Tally, to_json},
    seal, table_path,
};
use crate::{
    db::{Bind, Db, Dialect, Table, Tx, Value},
    errors::{Error, Result},
    ids::PartnershipId,
    sql,
};
use std::{fs::File, path::Path};

/// How many rows are read at a time.
const ROWS: usize = 2_000;

const README: &str = include_str!("README.txt");

/// Writes a backup of the database and of the folder of data to `path`, and tells what it holds. Until it is complete it
/// stands beside `path` as `….part`.
///
/// # Errors
/// [`BackupRefusal::Exists`]; when the database does not answer or the disk does not take it. Then nothing is left behind.
pub async fn write(db: &Db, data: &Path, path: &Path, now: crate::clock::Moment) -> Result<Manifest> {
    if path.exists() {
        return Err(BackupRefusal::Exists { path: path.display().to_string() }.into());
    }
    let part = path.with_added_extension("part");
    let written = match private(&part) {
        Ok(file) => whole(db, data, file, now).await,
        Err(error) => Err(error.into()),
    };
    match written {
        Ok(manifest) => {
            std::fs::rename(&part, path)?;
            Ok(manifest)
        }
        Err(error) => {
            // What is left of it is worth less than the reason.
            std::fs::remove_file(&part).unwrap_or_default();
            Err(error)
        }
    }
}

/// A new file that only its owner reads.
fn private(path: &Path) -> std::io::Result<File> {
    let mut open = std::fs::OpenOptions::new();
    open.read(true).write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
    open.open(path)
}

async fn whole(db: &Db, data: &Path, file: File, now: crate::clock::Moment) -> Result<Manifest> {
    let mut archive = Archive::new(file)?;
    archive.put("README.txt", README.as_bytes())?;
    let mut tx = db.reading(None, now).await?;
    let migrations = sql!(tx, all(String,), "SELECT name FROM migration ORDER BY name")?;
    let tables = rows(&mut tx, Some(&mut archive)).await?;
    let taken_from = if tx.dialect() == Dialect::Sqlite { "sqlite" } else { "postgres" };
    tx.done().await?;
    // A file is stored before the row that names it is committed, so every file that the rows name is there by now.
    for (name, from) in files_below(&data.join("files"))? {
        archive.put_file(&format!("{FILES}{name}"), &from)?;
    }
    let secret = data.join(SECRET);
    if secret.exists() {
        archive.put_file(SECRET, &secret)?;
    }
    let manifest = Manifest {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        taken_at: now,
        taken_from: taken_from.to_owned(),
        migrations: migrations.into_iter().map(|(name,)| name).collect(),
        digest: logical_digest(&tables, &archive.entries),
        tables,
        entries: archive.entries.clone(),
    };
    archive.put(MANIFEST, &serde_json::to_vec_pretty(&manifest)?)?;
    let mut file = archive.finish()?;
    seal::close(&mut file)?;
    file.sync_all()?;
    Ok(manifest)
}

/// Reads all rows of all tables, writes them into the archive when there is one, and tells what they say.
pub(super) async fn rows(tx: &mut Tx, mut archive: Option<&mut Archive>) -> Result<Vec<TableEntry>> {
    let partnerships = sql!(tx, all(PartnershipId,), "SELECT id FROM partnership ORDER BY id")?;
    let mut turns = vec![None];
    turns.extend(partnerships.into_iter().map(|(id,)| Some(id)));
    let mut out = Vec::new();
    for table in tx.schema().await? {
        if let Some(archive) = archive.as_deref_mut() {
            archive.begin(&table_path(&table.name))?;
        }
        let mut tally = Tally::default();
        if table.columns.contains_key("partnership_id") && tx.dialect() == Dialect::Postgres {
            for turn in &turns {
                tx.turn_to(*turn).await?;
                one_turn(tx, &table, Some(*turn), (&mut tally, archive.as_deref_mut())).await?;
            }
            tx.turn_to(None).await?;
        } else {
            one_turn(tx, &table, None, (&mut tally, archive.as_deref_mut())).await?;
        }
        if let Some(archive) = archive.as_deref_mut() {
            archive.end();
        }
        out.push(TableEntry::of(&table, &tally));
    }
    Ok(out)
}

/// The rows of one table, of one partnership where `of` says so, page by page along its key.
async fn one_turn(
    tx: &mut Tx,
    table: &Table,
    of: Option<Option<PartnershipId>>,
    (tally, mut archive): (&mut Tally, Option<&mut Archive>),
) -> Result<()> {
    let key_places: Vec<usize> =
        table.key.iter().filter_map(|key| table.columns.keys().position(|column| column == key)).collect();
    let mut after: Option<Vec<Value>> = None;
    loop {
        let rows = page(tx, table, of, after.as_deref()).await?;
        let count = rows.len();
        for row in rows {
            let last = key_places.iter().filter_map(|place| row.0.get(*place).cloned()).collect();
            after = Some(last);
            let mut line = serde_json::to_vec(&to_json(table, row)?)?;
            tally.add(&line);
            line.push(b'\n');
            if let Some(archive) = archive.as_deref_mut() {
                archive.write(&line)?;
            }
        }
        if count < ROWS || table.key.is_empty() {
            return Ok(());
        }
    }
}

async fn page(
    tx: &mut Tx,
    table: &Table,
    of: Option<Option<PartnershipId>>,
    after: Option<&[Value]>,
) -> Result<Vec<AnyRow>> {
    let quoted = |names: &mut dyn Iterator<Item = &String>| {
        names.map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
    };
    let mut binds: Vec<Bind<'_>> = Vec::new();
    let mut conditions: Vec<String> = Vec::new();
    if let Some(partnership) = of {
        match partnership {
            None => conditions.push("partnership_id IS NULL".to_owned()),
            Some(id) => {
                binds.push(Bind::Uuid(id.0));
                conditions.push("partnership_id = $1".to_owned());
            }
        }
    }
    let key = quoted(&mut table.key.iter());
    if let Some(after) = after {
        let places: Vec<String> = (0..after.len()).map(|at| format!("${}", binds.len() + at + 1)).collect();
        conditions.push(format!("({key}) > ({})", places.join(", ")));
        binds.extend(after.iter().map(again));
    }
    let mut text = format!("SELECT {} FROM \"{}\"", quoted(&mut table.columns.keys()), table.name);
    if !conditions.is_empty() {
        text.push_str(&format!(" WHERE {}", conditions.join(" AND ")));
    }
    if !table.key.is_empty() {
        text.push_str(&format!(" ORDER BY {key} LIMIT {ROWS}"));
    }
    tx.all(&text, &binds).await.map_err(|error| match error {
        Error::Failed(cause) => Error::Failed(cause.context(format!("reading {}", table.name))),
        other => other,
    })
}

/// A value that came out of the database, on its way in again.
fn again(value: &Value) -> Bind<'_> {
    match value {
        Value::Null => Bind::Null,
        Value::Bool(b) => Bind::Bool(*b),
        Value::Int(n) => Bind::Int(*n),
        Value::Real(x) => Bind::Real(*x),
        Value::Text(text) => Bind::Text(text),
        Value::Bytes(bytes) => Bind::Bytes(bytes),
        Value::Uuid(id) => Bind::Uuid(*id),
        Value::Moment(moment) => Bind::Moment(*moment),
        Value::Date(day) => Bind::Date(*day),
    }
}
