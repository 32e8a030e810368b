//! PostgreSQL: a pool of connections; the partnership of each transaction is told to row-level security.

use super::{
    many::for_rows,
    row::Values,
    value::{Bind, Value},
};
use crate::{
    clock::Moment,
    errors::{Error, Result},
    ids::PartnershipId,
};
use bytes::{BufMut, BytesMut};
use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod, Runtime};
use jiff::{SignedDuration, Timestamp, civil::Date};
use std::{
    error::Error as StdError,
    pin::pin,
    task::{Context, Poll, Waker},
    time::Duration,
};
use tokio_postgres::{
    Statement,
    types::{FromSql, IsNull, ToSql, Type},
};
use uuid::Uuid;

type Boxed = Box<dyn StdError + Sync + Send>;

/// A database on a PostgreSQL server.
#[derive(Clone)]
pub struct PostgresDb {
    pool: Pool,
}

/// So many statements stay prepared on one connection: composed lists come in many shapes.
const STATEMENTS: usize = 512;
/// How long a request waits for a connection before it fails.
const PATIENCE: Duration = Duration::from_secs(10);

/// A connection with a transaction open on it; rolled back when dropped before commit.
pub struct PostgresTx {
    conn: Option<Object>,
    /// Begun, and neither committed nor given up.
    open: bool,
    /// A statement was sent and its answer has not come: dropped now, the connection would keep its next user waiting.
    asked: bool,
}

impl PostgresDb {
    /// A pool of at most `size` connections to `url` (`postgres://user:secret@host:port/database?sslmode=verify-full`).
    ///
    /// # Errors
    /// When the address cannot be read.
    pub fn connect(url: &str, size: usize) -> Result<Self> {
        let (config, secure) = super::tls::parse(url)?;
        let manager =
            Manager::from_config(config, secure, ManagerConfig { recycling_method: RecyclingMethod::Fast });
        let pool = Pool::builder(manager)
            .max_size(size)
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(PATIENCE))
            .create_timeout(Some(PATIENCE))
            .build()
            .map_err(Error::failed)?;
        Ok(Self { pool })
    }

    /// Begins a transaction and says in the same breath whose it is. A connection that the server has ended meanwhile is
    /// replaced, once for each that the pool may hold.
    pub(super) async fn begin(&self, write: bool, partnership: Option<PartnershipId>) -> Result<PostgresTx> {
        let begin = if write { "BEGIN" } else { "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" };
        let text = format!("{begin}; {}", belonging(partnership, write));
        let mut stale = self.pool.status().max_size;
        loop {
            let conn = self.pool.get().await.map_err(|error| Error::Failed(error.into()))?;
            let mut tx = PostgresTx { conn: Some(conn), open: true, asked: false };
            match tx.script(&text).await {
                Err(why) if stale > 0 && (tx.conn()?.is_closed() || was_ended(&why)) => {
                    stale -= 1;
                    // The pool gets nothing back: it may not know yet that this one is closed.
                    drop(tx.conn.take().map(Object::take));
                }
                begun => return begun.map(|()| tx),
            }
        }
    }
}

/// Whether the server itself ended the connection, as when it restarts: class 57P of SQLSTATE. That word can come before the connection
/// counts as closed.
fn was_ended(why: &Error) -> bool {
    let Error::Failed(source) = why else { return false };
    let code = source.downcast_ref::<tokio_postgres::Error>().and_then(tokio_postgres::Error::code);
    code.is_some_and(|code| code.code().starts_with("57P"))
}

/// What a transaction says first: whose rows row-level security shows, and for a writer the lock on its head row.
fn belonging(partnership: Option<PartnershipId>, write: bool) -> String {
    // An id is hexadecimal digits and hyphens: safe to write into the text.
    let Some(id) = partnership else { return String::new() };
    let lock = write && super::HEAD_ROW_LOCK.load(std::sync::atomic::Ordering::Relaxed);
    let lock = if lock {
        format!("; SELECT 1 FROM partnership WHERE id = '{id}' FOR UPDATE")
    } else {
        String::new()
    };
    format!("SELECT set_config('kith.partnership', '{id}', true){lock}")
}

impl PostgresTx {
    fn conn(&self) -> Result<&Object> {
        self.conn.as_ref().ok_or_else(|| Error::failed("connection is gone"))
    }

    async fn prepared(conn: &Object, sql: &str) -> Result<Statement> {
        if conn.statement_cache.size() >= STATEMENTS {
            conn.statement_cache.clear();
        }
        conn.prepare_cached(sql).await.map_err(from_postgres)
    }

    /// Hands each row's values to `take`, once the names of the columns were looked at by `fits`.
    pub(super) async fn rows(
        &mut self,
        sql: &str,
        binds: &[Bind<'_>],
        fits: impl FnOnce(&mut dyn Iterator<Item = &str>) -> Result<()>,
        mut take: impl FnMut(&mut Values) -> Result<()>,
    ) -> Result<()> {
        self.asked = true;
        let conn = self.conn()?;
        let statement = Self::prepared(conn, sql).await;
        let answer = match &statement {
            Ok(statement) => conn.query(statement, &params(binds)).await.map_err(from_postgres),
            Err(_) => Ok(Vec::new()),
        };
        self.asked = false;
        let statement = statement?;
        fits(&mut statement.columns().iter().map(tokio_postgres::Column::name))?;
        let mut values = Values::default();
        for row in answer? {
            values.clear();
            for at in 0..row.len() {
                values.push(row.try_get(at).map_err(from_postgres)?);
            }
            take(&mut values)?;
        }
        Ok(())
    }

    pub(super) async fn run(&mut self, sql: &str, binds: &[Bind<'_>]) -> Result<u64> {
        self.asked = true;
        let conn = self.conn()?;
        let answer = match Self::prepared(conn, sql).await {
            Ok(statement) => conn.execute(&statement, &params(binds)).await.map_err(from_postgres),
            Err(error) => Err(error),
        };
        self.asked = false;
        answer
    }

    pub(super) async fn run_many(&mut self, sql: &str, rows: &[Vec<Bind<'_>>]) -> Result<Vec<u64>> {
        self.asked = true;
        let answer = Self::together(self.conn()?, sql, rows).await;
        self.asked = false;
        answer
    }

    /// Changes what a statement changes for each of `rows`, in one statement.
    async fn together(conn: &Object, sql: &str, rows: &[Vec<Bind<'_>>]) -> Result<Vec<u64>> {
        // What its places hold, the server tells.
        let single = Self::prepared(conn, sql).await?;
        let types: Vec<&str> = single.params().iter().map(Type::name).collect();
        let text = for_rows(sql, &types);
        let text = text.ok_or_else(|| Error::failed(format!("not a statement for many rows: {sql}")))?;
        let values = |at: usize| rows.iter().filter_map(|row| row.get(at).cloned()).collect();
        let columns: Vec<Vec<Bind<'_>>> = (0..types.len()).map(values).collect();
        let columns: Vec<&(dyn ToSql + Sync)> =
            columns.iter().map(|column| -> &(dyn ToSql + Sync) { column }).collect();
        let statement = Self::prepared(conn, &text).await?;
        let mut changed = vec![0; rows.len()];
        for row in conn.query(&statement, &columns).await.map_err(from_postgres)? {
            let place: i64 = row.try_get(0).map_err(from_postgres)?;
            let place = usize::try_from(place - 1).map_err(Error::failed)?;
            changed.get_mut(place).into_iter().for_each(|n| *n += 1);
        }
        Ok(changed)
    }

    pub(super) async fn script(&mut self, sql: &str) -> Result<()> {
        self.asked = true;
        let answer = self.conn()?.batch_execute(sql).await.map_err(from_postgres);
        self.asked = false;
        answer
    }

    pub(super) async fn commit(&mut self) -> Result<()> {
        self.script("COMMIT").await?;
        self.open = false;
        Ok(())
    }

    /// Gives the transaction up without waiting: the word is sent before anything the next user of the connection says.
    fn give_up(conn: &Object) {
        let mut rollback = pin!(conn.batch_execute("ROLLBACK"));
        // The first poll sends; the answer belongs to nobody and is thrown away by the connection.
        let sent = rollback.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        if let Poll::Ready(Err(error)) = sent {
            tracing::warn!(%error, "rolling back");
        }
    }
}

fn params<'a>(binds: &'a [Bind<'a>]) -> Vec<&'a (dyn ToSql + Sync)> {
    binds.iter().map(|bind| -> &(dyn ToSql + Sync) { bind }).collect()
}

impl Drop for PostgresTx {
    fn drop(&mut self) {
        let Some(conn) = self.conn.take() else { return };
        if self.asked {
            // Somewhere in the middle of a statement: nobody should wait for its end.
            drop(Object::take(conn));
        } else if self.open {
            Self::give_up(&conn);
        }
    }
}

impl ToSql for Bind<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Boxed> {
        match self {
            Self::Null => return Ok(IsNull::Yes),
            Self::Bool(b) if *ty == Type::BOOL => return b.to_sql(ty, out),
            Self::Bool(b) => return whole(i64::from(*b), ty, out),
            Self::Int(n) => return whole(*n, ty, out),
            Self::Real(x) if *ty == Type::FLOAT8 => return x.to_sql(ty, out),
            Self::Bytes(b) if *ty == Type::BYTEA => out.put_slice(b),
            Self::OwnedBytes(b) if *ty == Type::BYTEA => out.put_slice(b),
            Self::Real(_) | Self::Bytes(_) | Self::OwnedBytes(_) => return Err(misfit(self, ty)),
            Self::Text(t) => text(t, ty, out)?,
            Self::Owned(t) => text(t, ty, out)?,
            Self::Uuid(id) if *ty == Type::UUID => out.put_slice(id.as_bytes()),
            Self::Uuid(id) => text(&id.to_string(), ty, out)?,
            Self::Moment(m) if *ty == Type::TIMESTAMPTZ => {
                out.put_i64(m.0.as_microsecond() - EPOCH_MICROS);
            }
            Self::Moment(m) => text(&m.to_string(), ty, out)?,
            Self::Date(day) if *ty == Type::DATE => out.put_i32(day.since(EPOCH_DAY)?.get_days()),
            Self::Date(day) => text(&day.to_string(), ty, out)?,
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    tokio_postgres::types::to_sql_checked!();
}

/// PostgreSQL counts days and instants from here.
const EPOCH_DAY: Date = jiff::civil::date(2000, 1, 1);
const EPOCH_MICROS: i64 = 946_684_800_000_000;

fn whole(n: i64, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Boxed> {
    match *ty {
        Type::INT2 => i16::try_from(n)?.to_sql(ty, out),
        Type::INT4 => i32::try_from(n)?.to_sql(ty, out),
        Type::INT8 => n.to_sql(ty, out),
        Type::BOOL => (n != 0).to_sql(ty, out),
        _ => Err(misfit(&Bind::Int(n), ty)),
    }
}

/// What this column or place takes is something else: said here, before bytes of another shape are sent.
fn misfit(bind: &Bind<'_>, ty: &Type) -> Boxed {
    format!("{bind:?} does not fit where PostgreSQL wants {ty}").into()
}

/// Kinds whose bytes are their text.
fn is_text(ty: &Type) -> bool {
    matches!(*ty, Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::JSON | Type::UNKNOWN)
}

fn text(words: &str, ty: &Type, out: &mut BytesMut) -> Result<(), Boxed> {
    match *ty {
        Type::JSONB => {
            out.put_u8(1);
            out.put_slice(words.as_bytes());
        }
        Type::UUID => out.put_slice(words.parse::<Uuid>()?.as_bytes()),
        Type::DATE => out.put_i32(words.parse::<Date>()?.since(EPOCH_DAY)?.get_days()),
        Type::TIMESTAMPTZ => out.put_i64(words.parse::<Timestamp>()?.as_microsecond() - EPOCH_MICROS),
        _ if is_text(ty) => out.put_slice(words.as_bytes()),
        _ => return Err(misfit(&Bind::Text(words), ty)),
    }
    Ok(())
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Boxed> {
        Ok(match *ty {
            Type::BOOL => Self::Bool(bool::from_sql(ty, raw)?),
            Type::INT2 => Self::Int(i16::from_sql(ty, raw)?.into()),
            Type::INT4 => Self::Int(i32::from_sql(ty, raw)?.into()),
            Type::INT8 => Self::Int(i64::from_sql(ty, raw)?),
            Type::FLOAT4 => Self::Real(f32::from_sql(ty, raw)?.into()),
            Type::FLOAT8 => Self::Real(f64::from_sql(ty, raw)?),
            Type::BYTEA => Self::Bytes(raw.to_vec()),
            Type::UUID => Self::Uuid(Uuid::from_slice(raw)?),
            Type::TIMESTAMPTZ => {
                let micros = i64::from_be_bytes(raw.try_into()?).saturating_add(EPOCH_MICROS);
                Self::Moment(Moment::from_micros(micros))
            }
            Type::DATE => {
                let days = i64::from(i32::from_be_bytes(raw.try_into()?));
                Self::Date(EPOCH_DAY.checked_add(SignedDuration::from_hours(24 * days))?)
            }
            Type::JSONB => Self::Text(String::from_utf8(raw.get(1..).unwrap_or_default().to_vec())?),
            _ if is_text(ty) => Self::Text(std::str::from_utf8(raw)?.to_owned()),
            _ => return Err(format!("a column of {ty} is not read: cast it in the statement").into()),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Boxed> {
        Ok(Self::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// A refusal by constraint keeps the constraint's name and its words; everything else is a failure.
pub(super) fn from_postgres(error: tokio_postgres::Error) -> Error {
    match error.as_db_error() {
        Some(db) if db.code().code().starts_with("23") => {
            Error::Constraint(format!("{} {}", db.constraint().unwrap_or_default(), db.message()))
        }
        // Text that no PostgreSQL takes (the character NUL), which came from outside past the rules.
        Some(db) if matches!(db.code().code(), "22021" | "22P05") => Error::Malformed("text"),
        _ => Error::Failed(error.into()),
    }
}
