//! Migrations: forward only, one number and name for both databases, never edited after a release.

use super::{Db, Dialect};
use crate::{
    clock::Moment,
    errors::{Error, Result},
    sql,
};
use sha2::{Digest, Sha256};

/// One step of the schema.
#[derive(Debug)]
pub struct Migration {
    /// `0001_platform`.
    pub name: &'static str,
    /// Its text for SQLite.
    pub sqlite: &'static str,
    /// Its text for PostgreSQL.
    pub postgres: &'static str,
}

/// All steps, in order.
pub const MIGRATIONS: &[Migration] = include!(concat!(env!("OUT_DIR"), "/migrations.rs"));

impl Migration {
    fn text(&self, dialect: Dialect) -> &'static str {
        match dialect {
            Dialect::Sqlite => self.sqlite,
            Dialect::Postgres => self.postgres,
        }
    }

    fn checksum(&self, dialect: Dialect) -> String {
        data_encoding::HEXLOWER.encode(&Sha256::digest(self.text(dialect)))
    }
}

impl Db {
    /// Brings the schema up to date, each step in a transaction of its own. Returns the names of the steps taken.
    ///
    /// # Errors
    /// When a step fails (nothing of it remains), or when an applied step differs from the one this program carries.
    pub async fn migrate(&self, now: Moment) -> Result<Vec<&'static str>> {
        self.steps(now, |_| true).await
    }

    /// As [`Db::migrate`], up to the step `last` and no further: where an older backup is restored.
    ///
    /// # Errors
    /// As [`Db::migrate`].
    pub async fn migrate_to(&self, last: &str, now: Moment) -> Result<Vec<&'static str>> {
        self.steps(now, |name| name <= last).await
    }

    async fn steps(&self, now: Moment, wanted: impl Fn(&str) -> bool) -> Result<Vec<&'static str>> {
        let mut tx = self.writing(None, now).await?;
        tx.script("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at TEXT NOT NULL)").await?;
        tx.commit().await?;
        let mut pending = self.pending(now).await?;
        pending.retain(|step| wanted(step.name));
        for step in &pending {
            let mut tx = self.writing(None, now).await?;
            tx.script(step.text(self.dialect())).await.map_err(|error| match error {
                Error::Failed(cause) => Error::Failed(cause.context(format!("migration {}", step.name))),
                other => other,
            })?;
            let (checksum, at) = (step.checksum(self.dialect()), now.to_string());
            sql!(
                tx,
                must,
                "INSERT INTO migration (name, checksum, applied_at) VALUES ($1, $2, $3)",
                step.name,
                checksum,
                at
            )?;
            tx.commit().await?;
        }
        Ok(pending.iter().map(|step| step.name).collect())
    }

    /// Lets `role` read and write all tables, and only add to the audit; PostgreSQL only, as the owner of the tables.
    ///
    /// # Errors
    /// When the role's name is not a plain one, or the server refuses.
    pub async fn grant_to(&self, role: &str) -> Result<()> {
        if self.dialect() == Dialect::Sqlite {
            return Ok(());
        }
        if role.is_empty() || !role.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            return Err(Error::failed(format!("not a plain name for a role: {role}")));
        }
        let mut tx = self.writing(None, Moment::from_micros(0)).await?;
        tx.script(&format!(
            "GRANT USAGE ON SCHEMA public TO {role};
             GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
             REVOKE UPDATE, DELETE ON audit_entry FROM {role};
             REVOKE INSERT, UPDATE, DELETE ON migration FROM {role};"
        ))
        .await?;
        tx.commit().await
    }

    /// The steps that this database has not taken yet; all of them when it is new.
    ///
    /// # Errors
    /// When an applied step differs from the one this program carries.
    pub async fn pending(&self, now: Moment) -> Result<Vec<&'static Migration>> {
        let mut tx = self.reading(None, now).await?;
        let fresh = match self.dialect() {
            Dialect::Sqlite => {
                sql!(tx, value bool, "SELECT count(*) = 0 FROM sqlite_master WHERE name = 'migration'")?
            }
            Dialect::Postgres => {
                sql!(tx, value bool, "SELECT count(*) = 0 FROM pg_tables WHERE schemaname = 'public' AND tablename = 'migration'")?
            }
        };
        let applied = if fresh {
            Vec::new()
        } else {
            sql!(tx, all(String, String), "SELECT name, checksum FROM migration")?
        };
        tx.done().await?;
        for step in MIGRATIONS {
            let differs = applied
                .iter()
                .any(|(name, checksum)| name == step.name && *checksum != step.checksum(self.dialect()));
            if differs {
                return Err(Error::failed(format!(
                    "migration {} was changed after it was applied",
                    step.name
                )));
            }
        }
        Ok(MIGRATIONS.iter().filter(|step| !applied.iter().any(|(name, _)| name == step.name)).collect())
    }
}
