//! What cannot be said in the same words on both databases.

use super::Dialect;

impl Dialect {
    /// Ends a `SELECT … LIMIT n` inside an `UPDATE`, so that several nodes take different rows without waiting for each
    /// other. SQLite has one writer, and needs nothing.
    pub fn skip_locked(self) -> &'static str {
        match self {
            Self::Sqlite => "",
            Self::Postgres => "FOR UPDATE SKIP LOCKED",
        }
    }

    /// Ends a `SELECT` of rows that nobody may change or refer to anew until this transaction ends; what others began is
    /// waited for. SQLite has one writer, and needs nothing.
    pub fn for_update(self) -> &'static str {
        match self {
            Self::Sqlite => "",
            Self::Postgres => "FOR UPDATE",
        }
    }
}
