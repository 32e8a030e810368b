//! The verbs that run one statement, on either database.

use super::{Bind, FromRow, Inner, Tx, Values};
use crate::errors::{Error, Result};
use std::ops::ControlFlow;

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
        let width = rows.first().map_or(1, Vec::len).max(1);
        for chunk in rows.chunks((6_000 / width).max(1)) {
            let mut n = 0;
            let mut groups = Vec::with_capacity(chunk.len());
            for row in chunk {
                let places: Vec<String> = row
                    .iter()
                    .map(|_| {
                        n += 1;
                        format!("${n}")
                    })
                    .collect();
                groups.push(format!("({})", places.join(", ")));
            }
            let binds: Vec<Bind<'_>> = chunk.iter().flatten().cloned().collect();
            self.run(&format!("{insert} {} {otherwise}", groups.join(", ")), &binds).await?;
        }
        Ok(())
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
