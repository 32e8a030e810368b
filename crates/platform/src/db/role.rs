//! What the database says about itself: as whom the program is connected, whether the file is whole, what time it is.

use super::{Db, Dialect};
use crate::{
    clock::Moment,
    errors::{Error, Result},
    row, sql,
};
use std::net::IpAddr;
use tokio_postgres::config::Host;

row! {
    /// The role a transaction runs as.
    pub struct Role {
        /// Its name; empty on SQLite, which has no roles.
        pub name: String,
        /// Whether it may do everything.
        pub superuser: bool,
        /// Whether row-level security passes it by.
        pub bypass: bool,
        /// How many tables it owns, itself or through another role: an owner can switch the security off.
        pub owned: i64,
    }
}

impl Role {
    /// Whether row-level security holds for it: what the program insists on.
    pub fn is_held(&self) -> bool {
        !self.superuser && !self.bypass && self.owned == 0
    }
}

impl Db {
    /// As whom it is connected.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn role(&self) -> Result<Role> {
        if self.dialect() == Dialect::Sqlite {
            return Ok(Role { name: String::new(), superuser: false, bypass: false, owned: 0 });
        }
        let mut tx = self.reading(None, Moment::from_micros(0)).await?;
        let role = sql!(
            tx,
            one Role,
            "SELECT rolname AS name, rolsuper AS superuser, rolbypassrls AS bypass,
               (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'public' AND c.relkind = 'r' AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owned
             FROM pg_roles WHERE rolname = current_user"
        )?;
        tx.done().await?;
        Ok(role)
    }

    /// What SQLite finds damaged in its file, piece by piece; nothing when it is whole. PostgreSQL looks after itself.
    ///
    /// # Errors
    /// When the file is so damaged that it cannot be looked at.
    pub async fn damage(&self) -> Result<Vec<String>> {
        if self.dialect() == Dialect::Postgres {
            return Ok(Vec::new());
        }
        let mut tx = self.reading(None, Moment::from_micros(0)).await?;
        let said = sql!(tx, all(String,), "PRAGMA quick_check")?;
        tx.done().await?;
        Ok(said.into_iter().map(|(line,)| line).filter(|line| line != "ok").collect())
    }

    /// The clock of the machine that the database runs on.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn clock(&self) -> Result<Moment> {
        let mut tx = self.reading(None, Moment::from_micros(0)).await?;
        let now = match self.dialect() {
            Dialect::Sqlite => sql!(tx, value Moment, "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')")?,
            Dialect::Postgres => sql!(tx, value Moment, "SELECT now()")?,
        };
        tx.done().await?;
        Ok(now)
    }
}

/// The role named in `postgres://role@…`.
///
/// # Errors
/// When the address cannot be read or names nobody.
pub fn role_of(url: &str) -> Result<String> {
    let (config, _) = super::tls::parse(url)?;
    let name = config.get_user().ok_or_else(|| Error::failed("the address of the database names no role"))?;
    Ok(name.to_owned())
}

/// Whether the way to this address can neither be listened to nor be led elsewhere: it stays on this machine, or the server
/// proves who it is (`sslmode=verify-full`, or `require` with `sslrootcert`).
///
/// # Errors
/// When the address cannot be read.
pub fn is_sure_way(url: &str) -> Result<bool> {
    let (config, secure) = super::tls::parse(url)?;
    let is_here = |host: &Host| match host {
        Host::Tcp(name) => {
            name == "localhost" || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
        }
        Host::Unix(_) => true,
    };
    let addresses = config.get_hostaddrs();
    let stays = config.get_hosts().iter().all(is_here) && addresses.iter().all(IpAddr::is_loopback);
    Ok(stays || secure.is_verified())
}
