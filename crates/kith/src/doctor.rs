//! `kith doctor`: what is wrong with the settings and the machine, and what to do about it.

use crate::{
    console::{Console, ConsoleRefusal, chain},
    open::held,
};
use accounts::rules::Away;
use platform::{
    app::MailRoute,
    clock::Clock,
    config::{Config, Issuer},
    db::{Db, Dialect, is_sure_way, role_of},
    errors::Refusal,
    words::Arg,
};
use std::{net::IpAddr, path::Path, time::Duration};

/// Less free space than this is a trouble: 200 MB.
const SPACE_BAD: u64 = 200 << 20;
/// Less free space than this is worth a word: 2 GB.
const SPACE_LITTLE: u64 = 2 << 30;
/// Clocks that differ by more seconds than this make sign-ins and links end at the wrong time.
const CLOCK_SECONDS: i64 = 60;

/// What a look at one thing gives.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// All is well.
    Well(&'static str, Vec<(&'static str, Arg)>),
    /// It works, and should be seen to.
    Mind(&'static str, Vec<(&'static str, Arg)>),
    /// It does not work.
    Wrong(&'static str, Vec<(&'static str, Arg)>),
}

impl Finding {
    fn wrong(refusal: &dyn Refusal) -> Self {
        Self::Wrong(refusal.code(), refusal.args())
    }

    fn text(&self, console: &Console) -> String {
        let (mark, key, args) = match self {
            Self::Well(key, args) => ("ok", key, args),
            Self::Mind(key, args) => ("! ", key, args),
            Self::Wrong(key, args) => ("XX", key, args),
        };
        format!("{mark}  {}", console.say.t(key, args))
    }
}

/// Looks at everything, says what it finds, and answers whether the program can run.
pub async fn look(console: &Console, config: &Config) -> bool {
    let findings = all(config).await;
    for finding in &findings {
        console.say_line(&finding.text(console));
    }
    let wrong = findings.iter().filter(|finding| matches!(finding, Finding::Wrong(..))).count();
    console.line("doctor-sum", &[("count", wrong.into())]);
    wrong == 0
}

/// Everything that is found, in the order in which it should be mended.
pub async fn all(config: &Config) -> Vec<Finding> {
    let mut findings = vec![folder(config.data())];
    findings.extend(space(config.data()));
    findings.extend(secret(config.data()));
    findings.push(origin(config));
    findings.extend(database(config).await);
    findings.push(mail(config).await);
    for issuer in config.issuers() {
        findings.push(house(issuer).await);
    }
    findings
}

fn folder(data: &Path) -> Finding {
    let name = || data.display().to_string();
    let tried = std::fs::create_dir_all(data).and_then(|()| {
        let probe = data.join("doctor-was-here");
        std::fs::write(&probe, name())?;
        std::fs::remove_file(&probe)
    });
    match tried {
        Ok(()) => Finding::Well("doctor-folder", vec![("folder", name().into())]),
        Err(error) => Finding::wrong(&ConsoleRefusal::Folder { folder: name(), why: error.to_string() }),
    }
}

/// The free space of the disk that holds the folder; nothing where the machine does not say.
fn space(data: &Path) -> Option<Finding> {
    let disk = rustix::fs::statvfs(data).ok()?;
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let megabytes = i64::try_from(free >> 20).unwrap_or(i64::MAX);
    let args = vec![("megabytes", megabytes.into())];
    Some(match free {
        0..SPACE_BAD => Finding::Wrong("doctor-space-none", args),
        SPACE_BAD..SPACE_LITTLE => Finding::Mind("doctor-space-little", args),
        _ => Finding::Well("doctor-space", args),
    })
}

/// Whether others on the machine can read the secret that lies in the folder.
fn secret(data: &Path) -> Option<Finding> {
    use std::os::unix::fs::PermissionsExt;
    let path = data.join("secret");
    let mode = std::fs::metadata(&path).ok()?.permissions().mode();
    let args = vec![("path", path.display().to_string().into())];
    Some(if mode & 0o077 == 0 {
        Finding::Well("doctor-secret", args)
    } else {
        Finding::Mind("doctor-secret-open", args)
    })
}

fn origin(config: &Config) -> Finding {
    let args = vec![("origin", config.origin().into())];
    let https = config.origin().starts_with("https://");
    if !https && !is_local(config.origin()) {
        Finding::Mind("doctor-origin-plain", args)
    } else if https && !config.behind_proxy() {
        Finding::Mind("doctor-origin-proxy", args)
    } else {
        Finding::Well("doctor-origin", args)
    }
}

/// Whether an address leads to this machine.
fn is_local(origin: &str) -> bool {
    let host = origin.rsplit("//").next().unwrap_or_default();
    let host = host.rsplit_once(':').map_or(host, |(name, _)| name).trim_matches(['[', ']']);
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

async fn database(config: &Config) -> Vec<Finding> {
    let db = match Db::open(&config.database) {
        Ok(db) => db,
        Err(error) => return vec![Finding::wrong(&ConsoleRefusal::Database { why: chain(&error) })],
    };
    let role = match tokio::time::timeout(Duration::from_secs(10), db.role()).await {
        Ok(Ok(role)) => role,
        Ok(Err(error)) if chain(&error).contains("invalid peer certificate") => {
            return vec![Finding::Wrong("doctor-database-certificate", vec![("why", chain(&error).into())])];
        }
        Ok(Err(error)) => return vec![Finding::wrong(&ConsoleRefusal::Database { why: chain(&error) })],
        Err(_) => return vec![Finding::Wrong("doctor-database-slow", Vec::new())],
    };
    let mut findings = Vec::new();
    findings.push(match held(&role) {
        Err(refusal) => Finding::wrong(&refusal),
        Ok(()) if db.dialect() == Dialect::Sqlite => {
            Finding::Well("doctor-sqlite", vec![("file", config.database.clone().into())])
        }
        Ok(()) => Finding::Well("doctor-postgres", vec![("role", role.name.into())]),
    });
    if config.is_postgres() {
        findings.extend(way(&config.database));
    }
    if config
        .database_owner
        .as_deref()
        .is_some_and(|owner| role_of(owner).ok() == role_of(&config.database).ok())
    {
        findings.push(Finding::wrong(&ConsoleRefusal::OwnerIsProgram));
    }
    findings.push(schema(&db).await);
    if matches!(db.pending(Clock::System.now()).await, Ok(steps) if steps.is_empty()) {
        findings.extend(undelivered(&db).await);
    }
    findings.push(match sound(&db).await {
        Ok(finding) | Err(finding) => finding,
    });
    findings
}

/// Whether somebody between us and the database's server could listen, or be taken for it; nothing when nobody can.
fn way(url: &str) -> Option<Finding> {
    let is_sure = is_sure_way(url).unwrap_or(true);
    (!is_sure).then_some(Finding::Mind("doctor-database-unverified", Vec::new()))
}

async fn schema(db: &Db) -> Finding {
    match db.pending(Clock::System.now()).await {
        Err(error) => Finding::Wrong("doctor-schema-differs", vec![("why", chain(&error).into())]),
        Ok(steps) if steps.is_empty() => Finding::Well("doctor-schema", Vec::new()),
        Ok(steps) if db.dialect() == Dialect::Sqlite => {
            Finding::Mind("doctor-schema-at-start", vec![("count", steps.len().into())])
        }
        Ok(steps) => Finding::wrong(&ConsoleRefusal::Pending { count: steps.len() }),
    }
}

/// Whether the file is whole (SQLite), and whether the server's clock is ours (PostgreSQL).
async fn sound(db: &Db) -> Result<Finding, Finding> {
    let failed = |error| Finding::Wrong("doctor-unsound", vec![("why", chain(&error).into())]);
    if db.dialect() == Dialect::Sqlite {
        let broken = db.damage().await.map_err(failed)?;
        return Ok(if broken.is_empty() {
            Finding::Well("doctor-sound", Vec::new())
        } else {
            Finding::Wrong("doctor-unsound", vec![("why", broken.join("; ").into())])
        });
    }
    let theirs = db.clock().await.map_err(failed)?;
    let apart = theirs.0.duration_since(Clock::System.now().0).as_secs().abs();
    let args = vec![("seconds", apart.into())];
    Ok(if apart > CLOCK_SECONDS {
        Finding::Wrong("doctor-clock-apart", args)
    } else {
        Finding::Well("doctor-clock", args)
    })
}

/// Mail of the last two weeks that was given up, of the installation and of all partnerships; nothing when there is none.
async fn undelivered(db: &Db) -> Option<Finding> {
    match platform::mail::undelivered(db, Clock::System.now()).await {
        Ok(0) => None,
        Ok(count) => Some(Finding::Mind("doctor-mail-undelivered", vec![("count", count.into())])),
        Err(error) => Some(Finding::Wrong("doctor-unsound", vec![("why", chain(&error).into())])),
    }
}

/// Whether the mail server can be reached and lets us in.
async fn mail(config: &Config) -> Finding {
    let url = match config.mail() {
        MailRoute::Folder => return Finding::Mind("doctor-mail-folder", Vec::new()),
        MailRoute::Smtp(url) => url,
    };
    match platform::mail::greet(url, config.origin(), Duration::from_secs(10)).await {
        Ok(()) => Finding::Well("doctor-mail", Vec::new()),
        Err(error) => Finding::Wrong("doctor-mail-unreachable", vec![("why", chain(&error).into())]),
    }
}

/// Whether another house whose sign-in counts is there, and the one that is meant.
async fn house(issuer: &Issuer) -> Finding {
    let found = accounts::trouble_with(issuer).await;
    let (key, more) = match found {
        Ok(None) => return Finding::Well("doctor-issuer", about(issuer)),
        Ok(Some(Away::Mismatch(said))) => ("doctor-issuer-mismatch", ("said", said)),
        Ok(Some(Away::Unfit(lacks))) => ("doctor-issuer-unfit", ("why", lacks.to_owned())),
        Ok(Some(Away::Unreachable(why))) => ("doctor-issuer-unreachable", ("why", why)),
        Err(error) => ("doctor-issuer-unreachable", ("why", chain(&error))),
    };
    let mut args = about(issuer);
    args.push((more.0, more.1.into()));
    Finding::Wrong(key, args)
}

fn about(issuer: &Issuer) -> Vec<(&'static str, Arg)> {
    vec![("name", issuer.key.clone().into()), ("issuer", issuer.address.clone().into())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_house_that_nobody_finds_is_said_with_its_setting() {
        let nowhere = Issuer {
            key: "city".into(),
            address: "http://127.0.0.1:1".into(),
            id_there: "kith".into(),
            secret: "s".into(),
            name_en: "City".into(),
            name_fr: "Ville".into(),
            mail_domains: vec!["*".into()],
        };
        let found = house(&nowhere).await;
        let is_said = matches!(&found, Finding::Wrong("doctor-issuer-unreachable", args) if args.contains(&("name", "city".into())));
        assert!(is_said, "{found:?}");
    }

    #[test]
    fn a_database_elsewhere_has_to_prove_who_it_is() {
        let unsure = Some(Finding::Mind("doctor-database-unverified", Vec::new()));
        let at = |host: &str, query: &str| way(&format!("postgres://kith:x@{host}/kith{query}"));
        for query in ["", "?sslmode=disable", "?sslmode=prefer", "?sslmode=require"] {
            assert_eq!(at("db.example.org", query), unsure, "{query}");
            assert_eq!(at("10.0.0.7:5433", query), unsure, "{query}");
            for here in ["localhost", "127.0.0.1:5433", "[::1]", "%2Frun%2Fpostgresql"] {
                assert_eq!(at(here, query), None, "{here}{query}");
            }
        }
        assert_eq!(at("localhost,db.example.org", ""), unsure, "one of two is elsewhere");
        assert_eq!(at("db.example.org", "?sslmode=verify-full"), None);
    }
}
