//! Reads one key after the other and notes what is wrong with it.

use super::{Config, ConfigRefusal, KEYS, SECRET_BYTES, is_postgres, issuers};
use crate::{
    app::{MailRoute, Settings},
    errors::Complaints,
};
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};
use toml::{Table, Value};

/// A table of settings on its way to [`Config`].
pub(super) struct Reader {
    table: Table,
    complaints: Complaints,
}

impl Reader {
    /// Begins with what the file says.
    pub(super) fn new(table: Table) -> Self {
        Self { table, complaints: Complaints::default() }
    }

    /// Writes the environment over the table. Names that are no setting are left alone: others name variables too.
    pub(super) fn over(mut self, environment: impl Iterator<Item = (String, String)>) -> Self {
        for (name, value) in environment {
            let Some(key) = name.strip_prefix("KITH_").map(str::to_lowercase) else { continue };
            if let Some(name) = key.strip_prefix("oidc_") {
                issuers::over(&mut self.table, name, &value);
                continue;
            }
            let value = match key.as_str() {
                _ if !KEYS.contains(&key.as_str()) => continue,
                "behind_proxy" | "log_json" => value.parse().map_or(Value::String(value), Value::Boolean),
                "connections" => value.parse().map_or(Value::String(value), Value::Integer),
                _ => Value::String(value),
            };
            // A value in the environment replaces the file's, whichever of the two ways the file uses.
            if let Some(plain) = key.strip_suffix("_file") {
                self.table.remove(plain);
            } else {
                self.table.remove(&format!("{key}_file"));
            }
            self.table.insert(key, value);
        }
        self
    }

    fn unknown(&mut self) {
        let unknown: Vec<String> =
            self.table.keys().filter(|key| !KEYS.contains(&key.as_str())).cloned().collect();
        for name in unknown {
            self.complaints.add("", ConfigRefusal::Unknown { name });
        }
    }

    fn text(&mut self, key: &'static str) -> Option<String> {
        match self.table.get(key)? {
            Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            _ => {
                self.complaints.add(key, ConfigRefusal::NotText);
                None
            }
        }
    }

    fn flag(&mut self, key: &'static str) -> bool {
        match self.table.get(key) {
            None => false,
            Some(Value::Boolean(flag)) => *flag,
            Some(_) => {
                self.complaints.add(key, ConfigRefusal::NotFlag);
                false
            }
        }
    }

    fn number(&mut self, key: &'static str, otherwise: usize) -> usize {
        let found = match self.table.get(key) {
            None => return otherwise,
            Some(Value::Integer(number)) => usize::try_from(*number).ok().filter(|number| *number > 0),
            Some(_) => None,
        };
        found.unwrap_or_else(|| {
            self.complaints.add(key, ConfigRefusal::NotNumber);
            otherwise
        })
    }

    fn address(&mut self, key: &'static str) -> Option<SocketAddr> {
        let value = self.text(key)?;
        let read = value.parse().map_err(|_| ConfigRefusal::NotAddress { value });
        self.complaints.take(key, read)
    }

    /// A value that may stand in a file of its own.
    fn hidden(&mut self, key: &'static str, file_key: &'static str) -> Option<String> {
        let inline = self.text(key);
        let Some(path) = self.text(file_key) else { return inline };
        if inline.is_some() {
            self.complaints.add(key, ConfigRefusal::Twice { other: file_key.to_owned() });
        }
        let read = std::fs::read_to_string(&path)
            .map_err(|error| ConfigRefusal::FileUnreadable { path, why: error.to_string() });
        self.complaints.take(file_key, read).map(|text| text.trim().to_owned())
    }

    /// The settings, or everything that is wrong with them.
    pub(super) fn config(mut self) -> Result<Config, Complaints> {
        self.unknown();
        let config = self.all();
        if self.complaints.is_empty() { Ok(config) } else { Err(self.complaints) }
    }

    fn all(&mut self) -> Config {
        let listen = self.address("listen").unwrap_or(SocketAddr::from(([127, 0, 0, 1], 8080)));
        let origin = self.origin(listen);
        let data = PathBuf::from(self.text("data").unwrap_or_else(|| "data".to_owned()));
        let database = self.database(&data);
        let secret = self.secret(is_postgres(&database));
        let database_owner = self.owner(is_postgres(&database));
        let mail = self.mail();
        let mail_from = self.mail_from(&origin);
        let settings = Settings {
            origin,
            data,
            mail,
            mail_from,
            secret: String::new(),
            behind_proxy: self.flag("behind_proxy"),
            issuers: issuers::read(self.table.get(issuers::KEY), &mut self.complaints),
        };
        Config {
            listen,
            metrics: self.address("metrics"),
            connections: self.number("connections", 1_024),
            database,
            database_owner,
            log: self.text("log").unwrap_or_else(|| "info".to_owned()),
            log_json: self.flag("log_json"),
            lang: self.lang(),
            secret,
            settings,
        }
    }

    fn origin(&mut self, listen: SocketAddr) -> String {
        let Some(value) = self.text("origin") else { return format!("http://{listen}") };
        let value = value.trim_end_matches('/').to_owned();
        let host = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"));
        if !host.is_some_and(|host| !host.is_empty() && !host.contains(['/', '?', '#', '@', ' '])) {
            self.complaints.add("origin", ConfigRefusal::NotOrigin { value: value.clone() });
        }
        value
    }

    fn database(&mut self, data: &Path) -> String {
        let beside = data.join("kith.sqlite").display().to_string();
        let database = self.hidden("database", "database_file").unwrap_or(beside);
        let is_file = !database.contains("://");
        if !is_file && !is_postgres(&database) {
            self.complaints.add("database", ConfigRefusal::NotDatabase);
        }
        database
    }

    fn owner(&mut self, postgres: bool) -> Option<String> {
        let owner = self.hidden("database_owner", "database_owner_file")?;
        if !postgres {
            self.complaints.add("database_owner", ConfigRefusal::OwnerOfFile);
        } else if !is_postgres(&owner) {
            self.complaints.add("database_owner", ConfigRefusal::NotDatabase);
        }
        Some(owner)
    }

    fn secret(&mut self, postgres: bool) -> Option<String> {
        let secret = self.hidden("secret", "secret_file");
        match &secret {
            None if postgres => self.complaints.add("secret", ConfigRefusal::SecretNeeded),
            Some(text) if text.len() < SECRET_BYTES => {
                let refusal = ConfigRefusal::SecretShort { bytes: text.len(), least: SECRET_BYTES };
                self.complaints.add("secret", refusal);
            }
            _ => {}
        }
        secret
    }

    fn mail(&mut self) -> MailRoute {
        match self.hidden("mail", "mail_file") {
            None => MailRoute::Folder,
            Some(route) if route == "folder" => MailRoute::Folder,
            Some(route) if crate::mail::is_server(&route) => MailRoute::Smtp(route),
            Some(_) => {
                self.complaints.add("mail", ConfigRefusal::NotMail);
                MailRoute::Folder
            }
        }
    }

    fn mail_from(&mut self, origin: &str) -> String {
        let host = origin.rsplit("//").next().unwrap_or_default();
        let host = host.rsplit_once(':').map_or(host, |(name, _)| name);
        let Some(value) = self.text("mail_from") else { return format!("Kith <kith@{host}>") };
        if value.parse::<lettre::message::Mailbox>().is_err() {
            self.complaints.add("mail_from", ConfigRefusal::NotMailFrom { value: value.clone() });
        }
        value
    }

    fn lang(&mut self) -> Option<String> {
        let value = self.text("lang")?;
        if !["en", "fr"].contains(&value.as_str()) {
            self.complaints.add("lang", ConfigRefusal::NotLang { value });
            return None;
        }
        Some(value)
    }
}
