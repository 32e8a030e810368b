//! SQLite: one writer, several readers, statements run where they stand (no thread between, an order faster than a worker).

use super::{
    Dialect,
    row::Values,
    value::{Bind, Value},
};
use crate::errors::{Error, Result};
use rusqlite::{
    Connection, OpenFlags,
    types::{ToSqlOutput, ValueRef},
};
use std::{
    borrow::Cow,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::sync::{Mutex as Turn, OwnedMutexGuard, OwnedSemaphorePermit, Semaphore};

/// How many readers at a time.
const READERS: usize = 4;

/// A write-ahead log that has grown under a long reader is cut back to this many bytes once it has been read out.
const WAL_BYTES: u32 = 16 << 20;

/// How hard SQLite holds on to what it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// A commit is on disk when it returns: the product.
    Full,
    /// A commit may be lost with the machine: tests only.
    Off,
}

/// A database in one file.
#[derive(Clone)]
pub struct SqliteDb {
    path: PathBuf,
    writer: Arc<Turn<Connection>>,
    readers: Arc<Mutex<Vec<Connection>>>,
    places: Arc<Semaphore>,
}

/// A connection with a transaction open on it; rolled back when dropped.
pub enum SqliteTx {
    /// The one writer.
    Write(OwnedMutexGuard<Connection>),
    /// One of the readers, put back when dropped.
    Read(
        Option<Connection>,
        Arc<Mutex<Vec<Connection>>>,
        #[expect(dead_code, reason = "held, not read: frees the place when dropped")] OwnedSemaphorePermit,
    ),
}

impl SqliteDb {
    /// Opens or makes the file at `path`.
    ///
    /// # Errors
    /// When the file cannot be opened or is not a database.
    pub fn open(path: &Path, durability: Durability) -> Result<Self> {
        let writer = connect(path, durability)?;
        let readers = (0..READERS).map(|_| reader(path, durability)).collect::<Result<Vec<_>>>()?;
        Ok(Self {
            path: path.to_owned(),
            writer: Arc::new(Turn::new(writer)),
            readers: Arc::new(Mutex::new(readers)),
            places: Arc::new(Semaphore::new(READERS)),
        })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Begins a reading transaction: one consistent picture until dropped.
    pub(super) async fn read(&self) -> Result<SqliteTx> {
        let place = Arc::clone(&self.places).acquire_owned().await.map_err(Error::failed)?;
        let conn = self
            .readers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop()
            .ok_or_else(|| Error::failed("no reader left"))?;
        let tx = SqliteTx::Read(Some(conn), Arc::clone(&self.readers), place);
        tx.conn()?.execute_batch("BEGIN").map_err(from_sqlite)?;
        Ok(tx)
    }

    /// Waits for the writer and begins a writing transaction.
    pub(super) async fn write(&self) -> Result<SqliteTx> {
        let conn = Arc::clone(&self.writer).lock_owned().await;
        conn.execute_batch("BEGIN IMMEDIATE").map_err(from_sqlite)?;
        Ok(SqliteTx::Write(conn))
    }
}

fn connect(path: &Path, durability: Durability) -> Result<Connection> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).map_err(from_sqlite)?;
    conn.busy_timeout(Duration::from_secs(10)).map_err(from_sqlite)?;
    conn.set_prepared_statement_cache_capacity(256);
    let synchronous = if durability == Durability::Full { "FULL" } else { "OFF" };
    conn.execute_batch(&format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = {WAL_BYTES};"
    ))
    .map_err(from_sqlite)?;
    Ok(conn)
}

/// A connection that refuses to change anything, as PostgreSQL's `READ ONLY` does.
fn reader(path: &Path, durability: Durability) -> Result<Connection> {
    let conn = connect(path, durability)?;
    conn.pragma_update(None, "query_only", true).map_err(from_sqlite)?;
    Ok(conn)
}

impl SqliteTx {
    fn conn(&self) -> Result<&Connection> {
        match self {
            Self::Write(conn) => Ok(conn),
            Self::Read(conn, ..) => conn.as_ref().ok_or_else(|| Error::failed("reader is gone")),
        }
    }

    /// Hands each row's values to `take`, once the names of the columns were looked at by `fits`; ends when it says so.
    pub(super) fn rows(
        &mut self,
        sql: &str,
        binds: &[Bind<'_>],
        fits: impl FnOnce(&mut dyn Iterator<Item = &str>) -> Result<()>,
        mut take: impl FnMut(&mut Values) -> Result<ControlFlow<()>>,
    ) -> Result<()> {
        let mut statement =
            self.conn()?.prepare_cached(&Dialect::Sqlite.numbered(sql)).map_err(from_sqlite)?;
        fits(&mut statement.column_names())?;
        let width = statement.column_count();
        let mut rows = statement.query(rusqlite::params_from_iter(binds)).map_err(from_sqlite)?;
        let mut values = Values::default();
        while let Some(row) = rows.next().map_err(from_sqlite)? {
            values.clear();
            for at in 0..width {
                values.push(row.get_ref(at).map(read).map_err(from_sqlite)?);
            }
            if take(&mut values)?.is_break() {
                break;
            }
        }
        Ok(())
    }

    pub(super) fn run(&mut self, sql: &str, binds: &[Bind<'_>]) -> Result<u64> {
        let mut statement =
            self.conn()?.prepare_cached(&Dialect::Sqlite.numbered(sql)).map_err(from_sqlite)?;
        let changed = statement.execute(rusqlite::params_from_iter(binds)).map_err(from_sqlite)?;
        u64::try_from(changed).map_err(Error::failed)
    }

    pub(super) fn run_many(&mut self, sql: &str, rows: &[Vec<Bind<'_>>]) -> Result<Vec<u64>> {
        let mut statement =
            self.conn()?.prepare_cached(&Dialect::Sqlite.numbered(sql)).map_err(from_sqlite)?;
        let mut all = Vec::with_capacity(rows.len());
        for binds in rows {
            let changed = statement.execute(rusqlite::params_from_iter(binds)).map_err(from_sqlite)?;
            all.push(u64::try_from(changed).map_err(Error::failed)?);
        }
        Ok(all)
    }

    pub(super) fn script(&mut self, sql: &str) -> Result<()> {
        self.conn()?.execute_batch(sql).map_err(from_sqlite)
    }

    pub(super) fn commit(&mut self) -> Result<()> {
        let conn = self.conn()?;
        let commit = || conn.execute_batch("COMMIT").map_err(from_sqlite);
        // The commit waits for the disk: let the other tasks of this thread go on meanwhile.
        match tokio::runtime::Handle::try_current().map(|handle| handle.runtime_flavor()) {
            Ok(tokio::runtime::RuntimeFlavor::MultiThread) => tokio::task::block_in_place(commit),
            _ => commit(),
        }
    }
}

impl Drop for SqliteTx {
    fn drop(&mut self) {
        let Ok(conn) = self.conn() else { return };
        if !conn.is_autocommit()
            && let Err(error) = conn.execute_batch("ROLLBACK")
        {
            tracing::error!(%error, "rolling back");
        }
        if let Self::Read(conn, readers, _) = self
            && let Some(conn) = conn.take()
        {
            readers.lock().unwrap_or_else(PoisonError::into_inner).push(conn);
        }
    }
}

impl rusqlite::ToSql for Bind<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let text = |text: String| ToSqlOutput::Owned(rusqlite::types::Value::Text(text));
        Ok(match self {
            Self::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Self::Bool(b) => ToSqlOutput::Borrowed(ValueRef::Integer((*b).into())),
            Self::Int(n) => ToSqlOutput::Borrowed(ValueRef::Integer(*n)),
            Self::Real(x) => ToSqlOutput::Borrowed(ValueRef::Real(*x)),
            Self::Text(t) => ToSqlOutput::Borrowed(ValueRef::Text(t.as_bytes())),
            Self::Owned(t) => ToSqlOutput::Borrowed(ValueRef::Text(t.as_bytes())),
            Self::Bytes(b) => ToSqlOutput::Borrowed(ValueRef::Blob(b)),
            Self::OwnedBytes(b) => ToSqlOutput::Borrowed(ValueRef::Blob(b)),
            Self::Uuid(id) => text(id.to_string()),
            Self::Moment(moment) => text(moment.to_string()),
            Self::Date(day) => text(day.to_string()),
        })
    }
}

fn read(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(n) => Value::Int(n),
        ValueRef::Real(x) => Value::Real(x),
        ValueRef::Text(t) => Value::Text(String::from_utf8_lossy(t).into_owned()),
        ValueRef::Blob(b) => Value::Bytes(b.to_vec()),
    }
}

/// A refusal by constraint keeps its text, which names the constraint or the columns; everything else is a failure.
pub(super) fn from_sqlite(error: rusqlite::Error) -> Error {
    match &error {
        rusqlite::Error::SqliteFailure(code, Some(detail))
            if code.code == rusqlite::ErrorCode::ConstraintViolation =>
        {
            Error::Constraint(detail.clone())
        }
        _ => Error::Failed(error.into()),
    }
}

impl Dialect {
    /// The statement with placeholders as this database numbers them: `$1` stays in PostgreSQL, becomes `?1` in SQLite
    /// (where `$1` would be a name, numbered by first appearance).
    pub(super) fn numbered(self, sql: &str) -> Cow<'_, str> {
        match self {
            Self::Sqlite if sql.contains('$') => Cow::Owned(sql.replace('$', "?")),
            _ => Cow::Borrowed(sql),
        }
    }
}
