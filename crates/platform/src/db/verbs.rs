//! The verbs that run one statement, on either database.

use super::{Bind, FromRow, Inner, Tx, Values};
use crate::errors::{Error, Result};
use std::ops::ControlFlow;

/// So many rows stand in one text at most.
const MOST_ROWS: usize = 256;

/// A statement that writes so many rows of so many values: `insert` ends where they begin.
fn values_of(insert: &str, (rows, width): (usize, usize), otherwise: &str) -> String {
    let row = |at: usize| {
        let places: Vec<String> = (at * width + 1..=(at + 1) * width).map(|n| format!("${n}")).collect();
        format!("({})", places.join(", "))
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    format!("{insert} {} {otherwise}", rows.join(", "))
}

impl Tx {
    /// All rows. Written `sql!(tx, all Row, "…", a, b)`.
    ///
    /// # Errors
    /// When the statement fails or the columns are not those of the row.
    pub async fn all<R: FromRow>(&mut self, sql: &str, binds: &[Bind<'_>]) -> Result<Vec<R>> {
        let mut rows = Vec::new();
        self.read_rows(sql, binds, |row| {
            rows.push(row);
            ControlFlow::Continue(())
        })
        .await?;
        Ok(rows)
    }

    async fn read_rows<R: FromRow>(
        &mut self,
        sql: &str,
        binds: &[Bind<'_>],
        mut take: impl FnMut(R) -> ControlFlow<()>,
    ) -> Result<()> {
        let fits = |names: &mut dyn Iterator<Item = &str>| {
            if R::COLUMNS.is_empty() || names.eq(R::COLUMNS.iter().copied()) {
                return Ok(());
            }
            Err(Error::failed(format!(
                "the row wants the columns {:?}, and this gives others: {sql}",
                R::COLUMNS
            )))
        };
        self.asked += 1;
        let mut read = |values: &mut Values| R::from_values(values).map_err(Error::failed).map(&mut take);
        match &mut self.inner {
            Inner::Sqlite(tx) => tx.rows(sql, binds, fits, read),
            Inner::Postgres(tx) => tx.rows(sql, binds, fits, |values| read(values).map(drop)).await,
        }
    }

    /// The first row, or none. Written `sql!(tx, find Row, "…", a)`.
    ///
    /// # Errors
    /// As [`Tx::all`].
    pub async fn find<R: FromRow>(&mut self, sql: &str, binds: &[Bind<'_>]) -> Result<Option<R>> {
        let mut first = None;
        self.read_rows(sql, binds, |row| {
            first.get_or_insert(row);
            ControlFlow::Break(())
        })
        .await?;
        Ok(first)
    }

    /// The one row that must be there. Written `sql!(tx, one Row, "…")`.
    ///
    /// # Errors
    /// As [`Tx::all`], and [`Error::NotFound`] when there is none.
    pub async fn one<R: FromRow>(&mut self, sql: &str, binds: &[Bind<'_>]) -> Result<R> {
        self.find(sql, binds).await?.ok_or(Error::NotFound)
    }

    /// Changes rows and says how many. Written `sql!(tx, run, "…", a)`.
    ///
    /// # Errors
    /// When the statement fails; [`Error::Constraint`] when the database refuses.
    pub async fn run(&mut self, sql: &str, binds: &[Bind<'_>]) -> Result<u64> {
        self.asked += 1;
        match &mut self.inner {
            Inner::Sqlite(tx) => tx.run(sql, binds),
            Inner::Postgres(tx) => tx.run(sql, binds).await,
        }
    }

    /// Changes exactly one row. Written `sql!(tx, must, "…", a)`.
    ///
    /// # Errors
    /// As [`Tx::run`], and a failure when another number of rows changed.
    pub async fn must(&mut self, sql: &str, binds: &[Bind<'_>]) -> Result<()> {
        match self.run(sql, binds).await? {
            1 => Ok(()),
            n => Err(Error::failed(format!("{n} rows changed where one was expected"))),
        }
    }

    /// Changes exactly one row whose version was read before. Written `sql!(tx, save, "… AND version = $n", …)`.
    ///
    /// # Errors
    /// As [`Tx::run`], and [`Error::Stale`] when no row has that version any more.
    pub async fn save(&mut self, sql: &str, binds: &[Bind<'_>]) -> Result<()> {
        if self.run(sql, binds).await? == 1 { Ok(()) } else { Err(Error::Stale) }
    }

    /// Inserts rows in bulk. `insert` ends where the values begin: `"INSERT INTO t (a, b) VALUES"`.
    ///
    /// # Errors
    /// As [`Tx::run`].
    pub async fn insert_many(&mut self, insert: &str, rows: &[Vec<Bind<'_>>]) -> Result<()> {
        self.write_many(insert, rows, "").await
    }

    /// Inserts rows in bulk, or does with those that are there already what `otherwise` says: `"ON CONFLICT (id) DO UPDATE SET …"`.
    ///
    /// # Errors
    /// As [`Tx::run`].
    pub async fn write_many(&mut self, insert: &str, rows: &[Vec<Bind<'_>>], otherwise: &str) -> Result<()> {
        let Some(width) = rows.first().map(|row| row.len().max(1)) else { return Ok(()) };
        if let Inner::Sqlite(tx) = &mut self.inner {
            self.asked += 1;
            // Without a wire between, one prepared row many times is as quick as many in one text, and only one text stays prepared.
            return tx.run_many(&values_of(insert, (1, width), otherwise), rows).map(drop);
        }
        let mut rest = rows;
        while !rest.is_empty() {
            // Powers of two, so that few shapes of the statement are prepared.
            let many = (1_usize << rest.len().ilog2()).min(MOST_ROWS).min((6_000 / width).max(1));
            let (some, others) = rest.split_at(many);
            let binds: Vec<Bind<'_>> = some.iter().flatten().cloned().collect();
            self.run(&values_of(insert, (many, width), otherwise), &binds).await?;
            rest = others;
        }
        Ok(())
    }

    /// Changes or deletes what one `UPDATE … WHERE …` or `DELETE … WHERE …` names, for each of `rows`; how many rows of the table each
    /// changed. No two of them may name the same: on a server they go together, so that it costs as little time as one.
    ///
    /// # Errors
    /// As [`Tx::run`].
    pub async fn run_many(&mut self, sql: &str, rows: &[Vec<Bind<'_>>]) -> Result<Vec<u64>> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        self.asked += 1;
        match &mut self.inner {
            Inner::Sqlite(tx) => tx.run_many(sql, rows),
            Inner::Postgres(tx) => tx.run_many(sql, rows).await,
        }
    }

    /// Has the database think out anew how it goes about its statements, and about what they point at. A server keeps on a connection what
    /// it thought out while a table was all but empty, until it counts the table's rows again: reading each row of one that has grown
    /// meanwhile to find one. For work that makes tables grow.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn plan_anew(&mut self) -> Result<()> {
        match &mut self.inner {
            // It knows no other way than the one of its indexes.
            Inner::Sqlite(_) => Ok(()),
            Inner::Postgres(tx) => tx.script("DISCARD PLANS").await,
        }
    }

    /// How many statements it has asked the database so far, those for many rows as one. Others wait as long as that lasts.
    pub const fn asked(&self) -> u64 {
        self.asked
    }

    /// Runs statements without parameters: migrations and tests.
    ///
    /// # Errors
    /// When a statement fails.
    pub async fn script(&mut self, sql: &str) -> Result<()> {
        match &mut self.inner {
            Inner::Sqlite(tx) => tx.script(sql),
            Inner::Postgres(tx) => tx.script(sql).await,
        }
    }
}

/// One statement in one of the verbs: `sql!(tx, all SeatRow, "SELECT … WHERE id = $1", id)`.
#[macro_export]
macro_rules! sql {
    ($tx:expr, value $ty:ty, $text:expr $(, $arg:expr)* $(,)?) => {
        async { $tx.one::<($ty,)>($text, &[$($crate::db::Param::bind(&$arg)),*]).await.map(|(value,)| value) }.await
    };
    ($tx:expr, $verb:ident $row:ty, $text:expr $(, $arg:expr)* $(,)?) => {
        $tx.$verb::<$row>($text, &[$($crate::db::Param::bind(&$arg)),*]).await
    };
    ($tx:expr, $verb:ident, $text:expr $(, $arg:expr)* $(,)?) => {
        $tx.$verb($text, &[$($crate::db::Param::bind(&$arg)),*]).await
    };
}
