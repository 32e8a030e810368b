//! Other houses whose sign-in counts here (OpenID Connect), as they are written: one table each, `[oidc.city]`.

use super::ConfigRefusal;
use crate::{errors::Complaints, langs::Lang};
use std::fmt;
use toml::{Table, Value};

/// The table under which they stand, and the field that complaints name.
pub(super) const KEY: &str = "oidc";

/// What is written of one.
const FIELDS: [&str; 7] =
    ["issuer", "client_id", "client_secret", "client_secret_file", "name_en", "name_fr", "mail_domains"];

/// The longest short name.
const LONGEST: usize = 30;

/// Another house whose sign-in counts here.
#[derive(Clone, PartialEq, Eq)]
pub struct Issuer {
    /// Its short name, in settings and addresses.
    pub key: String,
    /// Its own address, letter for letter as it says it itself.
    pub address: String,
    /// What this installation is called there.
    pub id_there: String,
    /// By what this installation proves itself there.
    pub secret: String,
    /// Its name in English.
    pub name_en: String,
    /// Its name in French.
    pub name_fr: String,
    /// Only who has a mail address of these domains may come in by it the first time; [`ANY_DOMAIN`] stands for all.
    pub mail_domains: Vec<String>,
}

/// What is written in the place of domains by whoever trusts a house with every address.
pub const ANY_DOMAIN: &str = "*";

impl Issuer {
    /// Its name for a reader.
    pub fn name(&self, lang: Lang) -> &str {
        if lang == Lang::Fr { &self.name_fr } else { &self.name_en }
    }
}

impl fmt::Debug for Issuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without its secret.
        f.debug_struct("Issuer")
            .field("key", &self.key)
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

/// Writes a variable of the environment (`KITH_OIDC_CITY_CLIENT_ID`, here without `KITH_OIDC_` and in lower case) over what the
/// file says. Names that are no setting are left alone.
pub(super) fn over(table: &mut Table, name: &str, value: &str) {
    let Some((key, field)) = FIELDS.iter().find_map(|field| {
        let key = name.strip_suffix(field)?.strip_suffix('_')?;
        Some((key.replace('_', "-"), *field))
    }) else {
        return;
    };
    let all = table.entry(KEY).or_insert_with(|| Value::Table(Table::new()));
    let Value::Table(all) = all else { return };
    let one = all.entry(key).or_insert_with(|| Value::Table(Table::new()));
    let Value::Table(one) = one else { return };
    // A secret in the environment replaces the file's, whichever of the two ways the file uses.
    match field {
        "client_secret" => one.remove("client_secret_file"),
        "client_secret_file" => one.remove("client_secret"),
        _ => None,
    };
    one.insert(field.to_owned(), Value::String(value.to_owned()));
}

/// All that are written, in the order of their short names, and what is wrong with them.
pub(super) fn read(written: Option<&Value>, complaints: &mut Complaints) -> Vec<Issuer> {
    let Some(written) = written else { return Vec::new() };
    let Value::Table(all) = written else {
        complaints.add(KEY, ConfigRefusal::NotTable { name: KEY.to_owned() });
        return Vec::new();
    };
    let issuers: Vec<Issuer> =
        all.iter().filter_map(|(key, written)| One { key, complaints }.read(written)).collect();
    for (at, issuer) in issuers.iter().enumerate() {
        if let Some(first) = issuers.iter().take(at).find(|first| first.address == issuer.address) {
            let [name, other] = [issuer, first].map(|one| format!("{KEY}.{}.issuer", one.key));
            complaints.add(KEY, ConfigRefusal::IssuerTwice { name, other });
        }
    }
    issuers
}

/// One of them on its way in.
struct One<'a> {
    key: &'a str,
    complaints: &'a mut Complaints,
}

impl One<'_> {
    fn name(&self, field: &str) -> String {
        format!("{KEY}.{}.{field}", self.key)
    }

    fn read(mut self, written: &Value) -> Option<Issuer> {
        let name = format!("{KEY}.{}", self.key);
        if !is_short_name(self.key) {
            self.complaints.add(KEY, ConfigRefusal::IssuerName { name });
            return None;
        }
        let Value::Table(table) = written else {
            self.complaints.add(KEY, ConfigRefusal::NotTable { name });
            return None;
        };
        for field in table.keys().filter(|field| !FIELDS.contains(&field.as_str())) {
            self.complaints.add(KEY, ConfigRefusal::Unknown { name: self.name(field) });
        }
        let (address, id_there) = (self.needed(table, "issuer"), self.needed(table, "client_id"));
        let address = address.filter(|address| self.is_address(address));
        let secret = self.secret(table);
        let (english, french) = (self.text(table, "name_en"), self.text(table, "name_fr"));
        if english.is_none() && french.is_none() {
            self.complaints.add(KEY, ConfigRefusal::IssuerLacks { name: self.name("name_en") });
        }
        let name_en = english.clone().or_else(|| french.clone())?;
        let name_fr = french.or(english)?;
        let mail_domains = self.domains(table.get("mail_domains"))?;
        let key = self.key.to_owned();
        Some(Issuer {
            key,
            address: address?,
            id_there: id_there?,
            secret: secret?,
            name_en,
            name_fr,
            mail_domains,
        })
    }

    fn text(&mut self, table: &Table, field: &str) -> Option<String> {
        match table.get(field)? {
            Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            _ => {
                self.complaints.add(KEY, ConfigRefusal::IssuerNotText { name: self.name(field) });
                None
            }
        }
    }

    fn needed(&mut self, table: &Table, field: &str) -> Option<String> {
        let found = self.text(table, field);
        if found.is_none() {
            self.complaints.add(KEY, ConfigRefusal::IssuerLacks { name: self.name(field) });
        }
        found
    }

    fn is_address(&mut self, address: &str) -> bool {
        let fits = is_issuer(address);
        if !fits {
            let refusal = ConfigRefusal::NotIssuer { name: self.name("issuer"), value: address.to_owned() };
            self.complaints.add(KEY, refusal);
        }
        fits
    }

    fn secret(&mut self, table: &Table) -> Option<String> {
        let inline = self.text(table, "client_secret");
        let Some(path) = self.text(table, "client_secret_file") else {
            if inline.is_none() {
                self.complaints.add(KEY, ConfigRefusal::IssuerLacks { name: self.name("client_secret") });
            }
            return inline;
        };
        if inline.is_some() {
            self.complaints.add(KEY, ConfigRefusal::Twice { other: self.name("client_secret_file") });
        }
        let read = std::fs::read_to_string(&path)
            .map_err(|error| ConfigRefusal::FileUnreadable { path, why: error.to_string() });
        let secret = self.complaints.take(KEY, read)?.trim().to_owned();
        if secret.is_empty() {
            self.complaints.add(KEY, ConfigRefusal::IssuerLacks { name: self.name("client_secret_file") });
        }
        Some(secret).filter(|secret| !secret.is_empty())
    }

    /// A list, or one text with commas, as the environment has it. Whoever means every address writes so: a list that came to
    /// nothing by mistake opens no account.
    fn domains(&mut self, written: Option<&Value>) -> Option<Vec<String>> {
        let name = self.name("mail_domains");
        let texts: Option<Vec<&str>> = match written {
            None => Some(Vec::new()),
            Some(Value::String(text)) => Some(text.split(',').collect()),
            Some(Value::Array(values)) => values.iter().map(Value::as_str).collect(),
            Some(_) => None,
        };
        let Some(texts) = texts else {
            self.complaints.add(KEY, ConfigRefusal::IssuerNotText { name });
            return None;
        };
        let texts: Vec<&str> = texts.into_iter().map(str::trim).filter(|text| !text.is_empty()).collect();
        if texts.is_empty() {
            self.complaints.add(KEY, ConfigRefusal::IssuerLacks { name });
            return None;
        }
        if texts == [ANY_DOMAIN] {
            return Some(vec![ANY_DOMAIN.to_owned()]);
        }
        let domain = |text: &str| text.strip_prefix('@').unwrap_or(text).to_lowercase();
        let domains: Vec<String> = texts.into_iter().map(domain).collect();
        if let Some(value) = domains.iter().find(|domain| !is_domain(domain)).cloned() {
            self.complaints.add(KEY, ConfigRefusal::NotMailDomain { name, value });
            return None;
        }
        Some(domains)
    }
}

/// Letters, digits and hyphens with points between, one at least.
fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    domain.contains('.') && domain.split('.').all(is_label)
}

/// Small letters, digits and hyphens.
fn is_short_name(key: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !key.is_empty() && key.len() <= LONGEST && key.chars().all(fits)
}

/// Whether another house may be found at this address: by HTTPS, or on this machine itself; nothing behind `?` or `#`.
pub fn is_issuer(address: &str) -> bool {
    let is_plain =
        !address.contains(['?', '#', '@', ' ', '\\']) && address.chars().all(|c| c.is_ascii_graphic());
    let host = |rest: &str| rest.split('/').next().unwrap_or_default().to_owned();
    let sure = address.strip_prefix("https://").map(host).is_some_and(|host| !host.is_empty());
    let name = address.strip_prefix("http://").map(host);
    let here = name.is_some_and(|host| {
        let name = host
            .rsplit_once(':')
            .filter(|(_, port)| port.parse::<u16>().is_ok())
            .map_or(host.as_str(), |(name, _)| name);
        matches!(name, "localhost" | "127.0.0.1" | "[::1]")
    });
    is_plain && (sure || here)
}
