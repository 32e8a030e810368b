//! Restoring: the whole archive into an empty database, or nothing of it.

use super::{
    BackupRefusal, TableEntry, Verified,
    archive::{FILES, SECRET, files_below},
    logical_digest,
    read::Row,
    row::to_binds,
    verify, write,
};
use crate::{
    clock::Moment,
    db::{Db, Dialect, MIGRATIONS, Table, Tx},
    errors::{Error, Result},
    ids::PartnershipId,
};
use serde_json::Value;
use std::{
    collections::{BTreeMap, HashSet},
    io::Write,
    path::{Path, PathBuf},
};

/// How many rows are put in at a time.
const ROWS: usize = 1_000;

/// Where an archive is restored.
#[derive(Debug)]
pub struct Target<'a> {
    /// The database as the program's own role.
    pub db: &'a Db,
    /// PostgreSQL as the owner of the tables, and the name of the program's role, for steps of the schema.
    pub owner: Option<(&'a Db, &'a str)>,
    /// The folder of data.
    pub data: &'a Path,
}

/// Restores the archive at `path`, and tells what it held. What the database then says is read back and compared before it
/// is kept.
///
/// # Errors
/// As [`verify`]; when the target is not empty; when the database takes it not or gives it back differently. Then neither
/// rows nor files remain.
pub async fn restore(path: &Path, target: &Target<'_>, now: Moment) -> Result<Verified> {
    let mut archive = verify(path)?;
    let last = last_step(&archive)?;
    step_to(target, last, now).await?;
    let mut tx = target.db.writing(None, now).await?;
    let schema = tx.schema().await?;
    must_be_empty(&mut tx, &schema, target.data).await?;
    for table in archive.manifest.tables.clone() {
        let here = schema.iter().find(|here| here.name == table.name);
        let here = here.ok_or_else(|| Error::failed(format!("there is no table {}", table.name)))?;
        put_rows(&mut tx, &mut archive, &table, here).await?;
    }
    let found = write::rows(&mut tx, None).await?;
    if logical_digest(&found, &archive.manifest.entries) != archive.manifest.digest {
        return Err(BackupRefusal::Differs.into());
    }
    let mut written = Vec::new();
    let put = put_files(&mut archive, target.data, &mut written);
    if let Err(error) = kept_with(tx, put).await {
        for path in written {
            // Best effort: the error itself is what matters now.
            std::fs::remove_file(path).unwrap_or_default();
        }
        return Err(error);
    }
    finish_steps(target, now).await?;
    Ok(archive)
}

/// Keeps the rows when the files lie there.
async fn kept_with(tx: Tx, put: Result<()>) -> Result<()> {
    put?;
    tx.commit().await
}

/// The last step of the schema in the archive; this program must know them all.
fn last_step(archive: &Verified) -> Result<&'static str> {
    let steps = &archive.manifest.migrations;
    let known = MIGRATIONS.iter().map(|step| step.name);
    if steps.is_empty() || !known.clone().take(steps.len()).eq(steps.iter().map(String::as_str)) {
        return Err(BackupRefusal::Later { program: archive.manifest.program.clone() }.into());
    }
    known.take(steps.len()).next_back().ok_or(Error::NotFound)
}

/// Brings the schema to where the archive's was, so that its rows fit; later steps come after them.
async fn step_to(target: &Target<'_>, last: &str, now: Moment) -> Result<()> {
    let db = target.owner.map_or(target.db, |(owner, _)| owner);
    let pending: Vec<&str> = db.pending(now).await?.iter().map(|step| step.name).collect();
    if MIGRATIONS.iter().any(|step| step.name > last && !pending.contains(&step.name)) {
        return Err(BackupRefusal::SchemaAhead.into());
    }
    if !pending.iter().any(|step| *step <= last) {
        return Ok(());
    }
    if target.db.dialect() == Dialect::Postgres && target.owner.is_none() {
        return Err(BackupRefusal::OwnerNeeded.into());
    }
    db.migrate_to(last, now).await?;
    grant(target).await
}

async fn finish_steps(target: &Target<'_>, now: Moment) -> Result<()> {
    let db = target.owner.map_or(target.db, |(owner, _)| owner);
    if db.pending(now).await?.is_empty() {
        return Ok(());
    }
    if target.db.dialect() == Dialect::Postgres && target.owner.is_none() {
        return Ok(());
    }
    db.migrate(now).await?;
    grant(target).await
}

async fn grant(target: &Target<'_>) -> Result<()> {
    match target.owner {
        Some((owner, role)) => owner.grant_to(role).await,
        None => Ok(()),
    }
}

async fn must_be_empty(tx: &mut Tx, schema: &[Table], data: &Path) -> Result<()> {
    for table in schema {
        let text = format!("SELECT count(*) FROM \"{}\"", table.name);
        if tx.one::<(i64,)>(&text, &[]).await?.0 > 0 {
            return Err(BackupRefusal::NotEmpty { table: table.name.clone() }.into());
        }
    }
    let files = data.join("files");
    if !files_below(&files)?.is_empty() {
        return Err(BackupRefusal::FilesThere { folder: files.display().to_string() }.into());
    }
    Ok(())
}

async fn put_rows(tx: &mut Tx, archive: &mut Verified, table: &TableEntry, here: &Table) -> Result<()> {
    let mut rows = Vec::new();
    archive.each_row(table, |_, row| {
        rows.push(row);
        Ok(())
    })?;
    let own = here.foreign.iter().filter(|foreign| foreign.to == here.name);
    for foreign in own {
        rows = parents_first(rows, &foreign.columns);
    }
    for part in rows.chunks(ROWS) {
        let mut by_partnership: BTreeMap<Option<&str>, Vec<&Row>> = BTreeMap::new();
        for row in part {
            by_partnership.entry(row.get("partnership_id").and_then(Value::as_str)).or_default().push(row);
        }
        for (partnership, rows) in by_partnership {
            let partnership = partnership.map(str::parse::<PartnershipId>).transpose();
            tx.turn_to(partnership.map_err(Error::failed)?).await?;
            insert(tx, table, &rows).await?;
        }
    }
    tx.turn_to(None).await
}

async fn insert(tx: &mut Tx, table: &TableEntry, rows: &[&Row]) -> Result<()> {
    let columns: Vec<String> = table.columns.keys().map(|column| format!("\"{column}\"")).collect();
    let text = format!("INSERT INTO \"{}\" ({}) VALUES", table.name, columns.join(", "));
    let binds = rows.iter().map(|row| to_binds(&table.columns, row)).collect::<Result<Vec<_>>>()?;
    tx.insert_many(&text, &binds).await.map_err(|error| match error {
        Error::Constraint(detail) => Error::failed(format!("{}: {detail}", table.name)),
        Error::Failed(cause) => Error::Failed(cause.context(table.name.clone())),
        other => other,
    })
}

/// Rows that point at rows of their own table, each after the one it points at. Rows in a circle keep their place at the end.
fn parents_first(rows: Vec<Row>, columns: &[(String, String)]) -> Vec<Row> {
    let values = |row: &Row, names: &mut dyn Iterator<Item = &String>| -> Option<Vec<Value>> {
        names.map(|name| row.get(name).cloned()).collect()
    };
    let mut placed: HashSet<Vec<Value>> = HashSet::new();
    let (mut out, mut waiting) = (Vec::with_capacity(rows.len()), rows);
    loop {
        let before = out.len();
        let mut later = Vec::new();
        for row in waiting {
            let parent = values(&row, &mut columns.iter().map(|(here, _)| here));
            let own = values(&row, &mut columns.iter().map(|(_, there)| there));
            if parent.as_ref().is_none_or(|parent| placed.contains(parent) || Some(parent) == own.as_ref()) {
                placed.extend(own);
                out.push(row);
            } else {
                later.push(row);
            }
        }
        if later.is_empty() || out.len() == before {
            out.extend(later);
            return out;
        }
        waiting = later;
    }
}

fn put_files(archive: &mut Verified, data: &Path, written: &mut Vec<PathBuf>) -> Result<()> {
    let paths: Vec<String> = archive
        .manifest
        .entries
        .keys()
        .filter(|path| path.starts_with(FILES) || *path == SECRET)
        .cloned()
        .collect();
    for path in paths {
        if path.split('/').any(|part| part.is_empty() || part == ".." || part.contains('\\')) {
            return Err(BackupRefusal::Damaged { what: path }.into());
        }
        let to = data.join(&path);
        if path == SECRET && to.exists() {
            continue;
        }
        std::fs::create_dir_all(to.parent().unwrap_or(data))?;
        let mut open = std::fs::OpenOptions::new();
        open.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
        let mut file = open.open(&to)?;
        written.push(to);
        archive.each_part(&path, |part| Ok(file.write_all(part)?))?;
        file.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_comes_after_the_one_it_points_at() {
        let row = |id: i64, above: Option<i64>| {
            let mut row = Row::new();
            row.insert("id".to_owned(), id.into());
            if let Some(above) = above {
                row.insert("above".to_owned(), above.into());
            }
            row
        };
        let rows = vec![row(1, Some(2)), row(2, Some(3)), row(3, None), row(4, Some(4)), row(5, Some(9))];
        let ids: Vec<i64> = parents_first(rows, &[("above".to_owned(), "id".to_owned())])
            .iter()
            .filter_map(|row| row.get("id")?.as_i64())
            .collect();
        assert_eq!(ids, [3, 4, 2, 1, 5]);
    }
}
