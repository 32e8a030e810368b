//! The settings of an installation as they are written: `kith.toml`, and over it the environment (`KITH_ORIGIN`, …).
//!
//! Every key can stand in both places; the secret ones also as `…_file`, the path of a file that holds the value.
//! All that is wrong is said at once, each with its key; what the machine itself lacks is asked by `kith doctor`.

mod issuers;
mod read;

pub use issuers::{ANY_DOMAIN, Issuer, is_issuer};

use crate::{
    app::{MailRoute, Settings},
    errors::{Complaints, Error, Result},
    ids::Chance,
};
use read::Reader;
use std::{io::Write, net::SocketAddr, path::Path};
use toml::Table;

/// Every key, in the order in which documents list them.
pub const KEYS: [&str; 19] = [
    "listen",
    "origin",
    "behind_proxy",
    "connections",
    "data",
    "database",
    "database_file",
    "database_owner",
    "database_owner_file",
    "secret",
    "secret_file",
    "mail",
    "mail_file",
    "mail_from",
    "oidc",
    "metrics",
    "log",
    "log_json",
    "lang",
];

/// The least bytes of a secret.
pub const SECRET_BYTES: usize = 32;

crate::refusals! {
    /// What can be wrong with a setting.
    pub enum ConfigRefusal {
        /// The file of settings cannot be read.
        Unreadable {
            /// Which file.
            path: String,
            /// What the machine or the parser says.
            why: String,
        } = "config-unreadable",
        /// The file is not TOML.
        NotToml {
            /// Which file.
            path: String,
            /// What the machine or the parser says.
            why: String,
        } = "config-not-toml",
        /// There is no setting of this name.
        Unknown {
            /// The name written.
            name: String,
        } = "config-unknown",
        /// Text was expected.
        NotText = "config-not-text",
        /// `true` or `false` was expected.
        NotFlag = "config-not-flag",
        /// A whole number from 1 was expected.
        NotNumber = "config-not-number",
        /// Not an address and port like `127.0.0.1:8080`.
        NotAddress {
            /// What was written.
            value: String,
        } = "config-not-address",
        /// Not `https://host` without a path.
        NotOrigin {
            /// What was written.
            value: String,
        } = "config-not-origin",
        /// Neither a file nor `postgres://…`.
        NotDatabase = "config-not-database",
        /// Only PostgreSQL has an owner beside the program's role.
        OwnerOfFile = "config-owner-of-file",
        /// The secret has fewer bytes than are safe.
        SecretShort {
            /// How many it has.
            bytes: usize,
            /// How many it needs.
            least: usize,
        } = "config-secret-short",
        /// Several nodes share one PostgreSQL: the secret must be given to each.
        SecretNeeded = "config-secret-needed",
        /// Neither `folder` nor `smtp://…` nor `smtps://…`.
        NotMail = "config-not-mail-route",
        /// Not an address for mail.
        NotMailFrom {
            /// What was written.
            value: String,
        } = "config-not-mail-from",
        /// The file that should hold the value cannot be read.
        FileUnreadable {
            /// Which file.
            path: String,
            /// What the machine or the parser says.
            why: String,
        } = "config-file-unreadable",
        /// Given inline and as a file.
        Twice {
            /// The other key.
            other: String,
        } = "config-twice",
        /// A table was expected.
        NotTable {
            /// Which setting.
            name: String,
        } = "config-not-table",
        /// Another house's short name is none.
        IssuerName {
            /// Which setting.
            name: String,
        } = "config-issuer-name",
        /// Something is missing about another house.
        IssuerLacks {
            /// Which setting.
            name: String,
        } = "config-issuer-lacks",
        /// Text was expected about another house.
        IssuerNotText {
            /// Which setting.
            name: String,
        } = "config-issuer-not-text",
        /// Two short names for one house.
        IssuerTwice {
            /// Which setting.
            name: String,
            /// The one that names it already.
            other: String,
        } = "config-issuer-twice",
        /// Not a domain whose addresses may come in by another house.
        NotMailDomain {
            /// Which setting.
            name: String,
            /// What was written.
            value: String,
        } = "config-not-mail-domain",
        /// Not the address of another house.
        NotIssuer {
            /// Which setting.
            name: String,
            /// What was written.
            value: String,
        } = "config-not-issuer",
        /// Not a language of the console.
        NotLang {
            /// What was written.
            value: String,
        } = "config-not-lang",
    }
}

/// The settings of an installation, all of them well-formed.
#[derive(Clone)]
pub struct Config {
    /// Where the program listens.
    pub listen: SocketAddr,
    /// Where it counts aloud for whoever watches it; none means nowhere.
    pub metrics: Option<SocketAddr>,
    /// The most connections at a time.
    pub connections: usize,
    /// What `Db::open` takes: a file, or `postgres://…` as the program's own role.
    pub database: String,
    /// PostgreSQL as the owner of the tables, for `migrate` and `restore` only.
    pub database_owner: Option<String>,
    /// What is logged: `info`, `warn`, `platform=debug`.
    pub log: String,
    /// Whether each line of the log is JSON.
    pub log_json: bool,
    /// The language of the console, when it should not be that of the terminal.
    pub lang: Option<String>,
    secret: Option<String>,
    settings: Settings,
}

impl std::fmt::Debug for Config {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Addresses of databases and mail servers hold passwords.
        f.debug_struct("Config")
            .field("listen", &self.listen)
            .field("origin", &self.settings.origin)
            .field("data", &self.settings.data)
            .finish_non_exhaustive()
    }
}

impl Config {
    /// Reads the file (none means no file) and the environment, given as names and values.
    ///
    /// # Errors
    /// Everything that is wrong, each with its key.
    pub fn read(
        file: Option<&Path>,
        environment: impl Iterator<Item = (String, String)>,
    ) -> Result<Self, Complaints> {
        let table = match file {
            None => Table::new(),
            Some(path) => read_table(path).map_err(|why| Complaints::one("", why))?,
        };
        Reader::new(table).over(environment).config()
    }

    /// Whether the database is a PostgreSQL server.
    pub fn is_postgres(&self) -> bool {
        is_postgres(&self.database)
    }

    /// Where visitors find the installation.
    pub fn origin(&self) -> &str {
        &self.settings.origin
    }

    /// The folder of files, mail and, on SQLite, the database.
    pub fn data(&self) -> &Path {
        &self.settings.data
    }

    /// How mail leaves.
    pub fn mail(&self) -> &MailRoute {
        &self.settings.mail
    }

    /// Other houses whose sign-in counts here.
    pub fn issuers(&self) -> &[Issuer] {
        &self.settings.issuers
    }

    /// Whether a proxy names the visitor.
    pub fn behind_proxy(&self) -> bool {
        self.settings.behind_proxy
    }

    /// The settings the program runs by. Makes the folder of data and, where no secret was given, one that is kept there.
    ///
    /// # Errors
    /// When the folder or the secret in it cannot be made or read.
    pub fn settings(&self) -> Result<Settings> {
        std::fs::create_dir_all(self.data())?;
        let secret = match &self.secret {
            Some(secret) => secret.clone(),
            None => kept_secret(&self.data().join("secret"))?,
        };
        Ok(Settings { secret, ..self.settings.clone() })
    }
}

fn is_postgres(database: &str) -> bool {
    database.starts_with("postgres://") || database.starts_with("postgresql://")
}

fn read_table(path: &Path) -> Result<Table, ConfigRefusal> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path)
        .map_err(|error| ConfigRefusal::Unreadable { path: name.clone(), why: error.to_string() })?;
    text.parse().map_err(|error: toml::de::Error| ConfigRefusal::NotToml {
        path: name,
        why: error.to_string().trim_end().to_owned(),
    })
}

/// The secret in the file, made when there is none; only the program's own user may read it.
fn kept_secret(path: &Path) -> Result<String> {
    match std::fs::read_to_string(path) {
        Ok(secret) if secret.trim().len() >= SECRET_BYTES => return Ok(secret.trim().to_owned()),
        Ok(_) => return Err(Error::failed(format!("{} holds no secret", path.display()))),
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        Err(_) => {}
    }
    let secret = Chance::system().secret();
    let mut open = std::fs::OpenOptions::new();
    open.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
    let mut file = open.open(path)?;
    file.write_all(secret.as_bytes())?;
    file.sync_all()?;
    Ok(secret)
}

#[cfg(test)]
mod tests;
