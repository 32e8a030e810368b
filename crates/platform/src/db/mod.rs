//! The database, behind twelve verbs: no room names a driver. SQL is written once, in the part that SQLite and PostgreSQL share.
//!
//! | verb | gives |
//! |---|---|
//! | `sql!(tx, all Row, "…", a, b)` | all rows |
//! | `sql!(tx, find Row, …)` | the first row, or none |
//! | `sql!(tx, one Row, …)` | the one row that must be there |
//! | `sql!(tx, value T, …)` | the one value that must be there |
//! | `sql!(tx, run, …)` | how many rows changed |
//! | `sql!(tx, must, …)` | nothing; an error unless exactly one row changed |
//! | `tx.save(…)` | as `must`, but none changed means [`Error::Stale`] |
//! | `tx.insert_many(…)` | rows in bulk |
//! | `tx.run_many(…)` | one change or deletion for many rows, how many each changed |
//! | `tx.page(List)` | a filtered, sorted page with its total |
//! | `tx.commit()` | what was said is on disk |
//!
//! PostgreSQL is strict where SQLite is not: a parameter that stands only in `$1 IS NULL` has no type, so compare it too
//! (or cast it); aggregates of sums need `CAST(… AS bigint)`. Every statement runs on both in a test.

mod dialect;
mod kinds;
mod list;
mod many;
mod migrate;
mod postgres;
mod role;
mod row;
mod schema;
mod sqlite;
mod tls;
mod value;
mod verbs;

#[cfg(test)]
mod tests;

pub use list::{List, Page, Sort};
pub use migrate::{MIGRATIONS, Migration};
pub use postgres::PostgresDb;
pub use role::{Role, is_sure_way, role_of};
pub use row::{FromRow, One, Values, next};
pub use schema::{Foreign, Kind, Table};
pub use sqlite::{Durability, SqliteDb};
pub use value::{Bind, Column, Json, Mismatch, Param, Value};

use crate::clock::Moment;
use crate::errors::{Error, Result};
use crate::ids::PartnershipId;
use std::path::Path;

/// Which database speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite, embedded.
    Sqlite,
    /// PostgreSQL, a server.
    Postgres,
}

/// The database of an installation.
#[derive(Clone)]
pub enum Db {
    /// One file beside the program.
    Sqlite(SqliteDb),
    /// A server.
    Postgres(PostgresDb),
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Db::{:?}", self.dialect())
    }
}

enum Inner {
    Sqlite(sqlite::SqliteTx),
    Postgres(postgres::PostgresTx),
}

/// A transaction of one partnership (or of the installation, when none). Dropped without commit it never happened.
pub struct Tx {
    inner: Inner,
    /// How many statements it has asked.
    asked: u64,
    pub(crate) partnership: Option<PartnershipId>,
    pub(crate) now: Moment,
    /// Who acts: written into audit entries.
    pub(crate) author: crate::ctx::Author,
    /// The request it belongs to.
    pub(crate) request: std::sync::Arc<str>,
    /// Where new ids come from.
    pub(crate) chance: Option<crate::ids::Chance>,
    /// What to remember so that a repeated request gets the first answer.
    pub(crate) repeat: Option<crate::repeat::Repeat>,
    /// Told when the transaction commits; none for what is written quietly ([`crate::ctx::Ctx::write_quietly`]).
    pub(crate) bell: Option<crate::ctx::Bell>,
}

impl Db {
    /// Opens `postgres://…`, or the SQLite file at the path (with or without `sqlite:` before it).
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn open(url: &str) -> Result<Self> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return PostgresDb::connect(url, 16).map(Self::Postgres);
        }
        let path = url.strip_prefix("sqlite:").unwrap_or(url);
        SqliteDb::open(Path::new(path), Durability::Full).map(Self::Sqlite)
    }

    /// Which database speaks.
    pub fn dialect(&self) -> Dialect {
        match self {
            Self::Sqlite(_) => Dialect::Sqlite,
            Self::Postgres(_) => Dialect::Postgres,
        }
    }

    /// Begins a reading transaction: one consistent picture. Rooms get theirs from `Ctx::read`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn reading(&self, partnership: Option<PartnershipId>, now: Moment) -> Result<Tx> {
        let inner = match self {
            Self::Sqlite(db) => Inner::Sqlite(db.read().await?),
            Self::Postgres(db) => Inner::Postgres(db.begin(false, partnership).await?),
        };
        Ok(Tx::begun(inner, partnership, now))
    }

    /// Begins a writing transaction, alone in its partnership until it ends. Rooms get theirs from `Ctx::write`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn writing(&self, partnership: Option<PartnershipId>, now: Moment) -> Result<Tx> {
        let inner = match self {
            Self::Sqlite(db) => Inner::Sqlite(db.write().await?),
            Self::Postgres(db) => Inner::Postgres(db.begin(true, partnership).await?),
        };
        Ok(Tx::begun(inner, partnership, now))
    }
}

/// Switched off only by the negative control of the tests for concurrent writers.
pub static HEAD_ROW_LOCK: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(true);

impl Tx {
    fn begun(inner: Inner, partnership: Option<PartnershipId>, now: Moment) -> Self {
        Self {
            inner,
            asked: 0,
            partnership,
            now,
            author: crate::ctx::Author::Nobody,
            request: "".into(),
            chance: None,
            repeat: None,
            bell: None,
        }
    }

    /// The partnership whose rows this transaction sees.
    ///
    /// # Errors
    /// A failure when the transaction belongs to the installation.
    pub fn partnership(&self) -> Result<PartnershipId> {
        self.partnership.ok_or_else(|| Error::failed("a transaction of the installation has no partnership"))
    }

    /// A new id in the order of time.
    ///
    /// # Errors
    /// A failure in a reading transaction, which makes nothing.
    pub fn new_id<T: crate::ids::Id>(&self) -> Result<T> {
        let chance =
            self.chance.as_ref().ok_or_else(|| Error::failed("a reading transaction makes no ids"))?;
        let at = crate::clock::Clock::Fixed(std::sync::Arc::new(self.now.0.as_microsecond().into()));
        Ok(chance.id(&at))
    }

    /// A new secret of 256 bits: see [`crate::ids::Chance::secret`].
    ///
    /// # Errors
    /// A failure in a reading transaction, which makes nothing.
    pub fn new_secret(&self) -> Result<String> {
        let chance = self.chance.as_ref();
        chance
            .map(crate::ids::Chance::secret)
            .ok_or_else(|| Error::failed("a reading transaction makes no secrets"))
    }

    /// Who acts: what audit entries name.
    pub fn author(&self) -> &crate::ctx::Author {
        &self.author
    }

    /// From here the transaction sees the rows that belong to the installation (accounts, sign-ins) and not its
    /// partnership's, until [`Tx::step_in`]. Nothing else changes: audit entries still name the partnership.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn step_out(&mut self) -> Result<()> {
        self.stand(None).await
    }

    /// Back from [`Tx::step_out`]: the transaction sees its partnership's rows again.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn step_in(&mut self) -> Result<()> {
        self.stand(self.partnership).await
    }

    /// Makes a writing transaction of the installation alone in these partnerships too, until it ends: whoever writes in
    /// one of them waits, or is waited for. All take them in the order of their ids, so none waits for another in a circle.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn stand_alone_in(&mut self, partnerships: &[PartnershipId]) -> Result<()> {
        let Inner::Postgres(postgres) = &mut self.inner else { return Ok(()) };
        if !HEAD_ROW_LOCK.load(std::sync::atomic::Ordering::Relaxed) {
            return Ok(());
        }
        let mut ids: Vec<String> = partnerships.iter().map(ToString::to_string).collect();
        ids.sort_unstable();
        for id in ids {
            postgres.script(&format!("SELECT 1 FROM partnership WHERE id = '{id}' FOR UPDATE")).await?;
        }
        Ok(())
    }

    async fn stand(&mut self, partnership: Option<PartnershipId>) -> Result<()> {
        let Inner::Postgres(postgres) = &mut self.inner else { return Ok(()) };
        let id = partnership.map(|id| id.to_string()).unwrap_or_default();
        postgres.script(&format!("SELECT set_config('kith.partnership', '{id}', true)")).await
    }

    /// The instant at which it began.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Which database speaks.
    pub fn dialect(&self) -> Dialect {
        match self.inner {
            Inner::Sqlite(_) => Dialect::Sqlite,
            Inner::Postgres(_) => Dialect::Postgres,
        }
    }

    /// Ends the transaction: when this returns, what was changed is on disk.
    ///
    /// # Errors
    /// When the database could not keep it; then nothing happened.
    pub async fn commit(mut self) -> Result<()> {
        match &mut self.inner {
            Inner::Sqlite(tx) => tx.commit()?,
            Inner::Postgres(tx) => tx.commit().await?,
        }
        if let Some(bell) = self.bell.take() {
            bell.ring(self.partnership);
        }
        Ok(())
    }

    /// Ends a reading transaction. Dropping it does the same; saying so shows that it was meant.
    ///
    /// # Errors
    /// None; the shape fits the other ends.
    pub async fn done(self) -> Result<()> {
        drop(self);
        Ok(())
    }
}
