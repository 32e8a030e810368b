//! PostgreSQL: a pool of connections; the partnership of each transaction is told to row-level security.

use super::value::{Bind, Value};
use crate::{
    clock::Moment,
    errors::{Error, Result},
};
use bytes::{BufMut, BytesMut};
use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod};
use jiff::{SignedDuration, Timestamp, civil::Date};
use std::error::Error as StdError;
use tokio_postgres::{
    NoTls,
    types::{FromSql, IsNull, ToSql, Type},
};
use uuid::Uuid;

type Boxed = Box<dyn StdError + Sync + Send>;

/// A database on a PostgreSQL server.
#[derive(Clone)]
pub struct PostgresDb {
    pool: Pool,
}

/// A connection with a transaction open on it; rolled back by closing it when dropped before commit.
pub struct PostgresTx {
    conn: Option<Object>,
    open: bool,
}

impl PostgresDb {
    /// A pool of at most `size` connections to `url` (`postgres://user:secret@host:port/database`).
    ///
    /// # Errors
    /// When the address cannot be read.
    pub fn connect(url: &str, size: usize) -> Result<Self> {
        let config: tokio_postgres::Config =
            url.parse().map_err(|error: tokio_postgres::Error| Error::Failed(error.into()))?;
        let manager =
            Manager::from_config(config, NoTls, ManagerConfig { recycling_method: RecyclingMethod::Fast });
        let pool = Pool::builder(manager).max_size(size).build().map_err(Error::failed)?;
        Ok(Self { pool })
    }

    pub(super) async fn begin(&self, write: bool) -> Result<PostgresTx> {
        let conn = self.pool.get().await.map_err(|error| Error::Failed(error.into()))?;
        let begin = if write { "BEGIN" } else { "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" };
        conn.batch_execute(begin).await.map_err(from_postgres)?;
        Ok(PostgresTx { conn: Some(conn), open: true })
    }
}

impl PostgresTx {
    fn conn(&self) -> Result<&Object> {
        self.conn.as_ref().ok_or_else(|| Error::failed("connection is gone"))
    }

    pub(super) async fn rows(
        &mut self,
        sql: &str,
        binds: &[Bind<'_>],
    ) -> Result<(Vec<String>, Vec<Vec<Value>>)> {
        let conn = self.conn()?;
        let statement = conn.prepare_cached(sql).await.map_err(from_postgres)?;
        let params: Vec<&(dyn ToSql + Sync)> =
            binds.iter().map(|bind| -> &(dyn ToSql + Sync) { bind }).collect();
        let rows = conn.query(&statement, &params).await.map_err(from_postgres)?;
        let names: Vec<String> = statement.columns().iter().map(|column| column.name().to_owned()).collect();
        let read = |row: &tokio_postgres::Row| {
            (0..names.len()).map(|at| row.try_get(at).map_err(from_postgres)).collect()
        };
        let values = rows.iter().map(read).collect::<Result<Vec<Vec<Value>>>>()?;
        Ok((names, values))
    }

    pub(super) async fn run(&mut self, sql: &str, binds: &[Bind<'_>]) -> Result<u64> {
        let conn = self.conn()?;
        let statement = conn.prepare_cached(sql).await.map_err(from_postgres)?;
        let params: Vec<&(dyn ToSql + Sync)> =
            binds.iter().map(|bind| -> &(dyn ToSql + Sync) { bind }).collect();
        conn.execute(&statement, &params).await.map_err(from_postgres)
    }

    pub(super) async fn script(&mut self, sql: &str) -> Result<()> {
        self.conn()?.batch_execute(sql).await.map_err(from_postgres)
    }

    pub(super) async fn commit(&mut self) -> Result<()> {
        self.conn()?.batch_execute("COMMIT").await.map_err(from_postgres)?;
        self.open = false;
        Ok(())
    }

    pub(super) async fn rollback(&mut self) -> Result<()> {
        self.conn()?.batch_execute("ROLLBACK").await.map_err(from_postgres)?;
        self.open = false;
        Ok(())
    }
}

impl Drop for PostgresTx {
    fn drop(&mut self) {
        // A transaction that nobody ended cannot be rolled back here (that waits): the connection is closed instead.
        if self.open
            && let Some(conn) = self.conn.take()
        {
            drop(Object::take(conn));
        }
    }
}

impl ToSql for Bind<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Boxed> {
        match self {
            Self::Null => return Ok(IsNull::Yes),
            Self::Bool(b) => return b.to_sql(ty, out),
            Self::Int(n) => return whole(*n, ty, out),
            Self::Real(x) => return x.to_sql(ty, out),
            Self::Text(t) => text(t, ty, out)?,
            Self::Owned(t) => text(t, ty, out)?,
            Self::Bytes(b) => out.put_slice(b),
            Self::Uuid(id) if *ty == Type::UUID => out.put_slice(id.as_bytes()),
            Self::Uuid(id) => text(&id.to_string(), ty, out)?,
            Self::Moment(m) => out.put_i64(m.0.as_microsecond() - EPOCH_MICROS),
            Self::Date(day) => out.put_i32(day.since(EPOCH_DAY)?.get_days()),
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
        Type::BOOL => (n != 0).to_sql(ty, out),
        _ => n.to_sql(ty, out),
    }
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
        _ => out.put_slice(words.as_bytes()),
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
                Self::Moment(Moment::from_micros(i64::from_be_bytes(raw.try_into()?) + EPOCH_MICROS))
            }
            Type::DATE => {
                let days = i64::from(i32::from_be_bytes(raw.try_into()?));
                Self::Date(EPOCH_DAY.checked_add(SignedDuration::from_hours(24 * days))?)
            }
            Type::JSONB => Self::Text(String::from_utf8(raw.get(1..).unwrap_or_default().to_vec())?),
            _ => Self::Text(String::from_utf8(raw.to_vec())?),
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
        _ => Error::Failed(error.into()),
    }
}
