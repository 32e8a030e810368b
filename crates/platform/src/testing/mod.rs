//! What tests stand on: a whole program on a fresh database, a clock that is moved by hand, callers by their grants.
//!
//! Every test of a store runs on SQLite and on PostgreSQL: see [`on_both!`](crate::on_both). PostgreSQL is reached by
//! `KITH_TEST_POSTGRES=postgres://superuser@host:port/postgres`; without it the twin test says that it did not run.

mod empty;
mod on;
pub mod pages;
mod postgres;

use crate::{
    app::{App, Gate, MailRoute, NewPartnership, Settings, insert_partnership},
    authority::{Caller, Grant, Office, SignedIn},
    clock::Clock,
    config::Issuer,
    ctx::{Ctx, Partnership},
    db::{Db, Durability, SqliteDb, Tx},
    errors::{Error, Result},
    ids::{AccountId, Chance, PartnershipId, Ref},
    langs::Lang,
    manifest::{Fut, House, Manifest},
    reach::Contact,
    text::Text,
};
use axum::{
    Router,
    body::{Body, to_bytes},
};
use http::{HeaderMap, Request, header};
use std::{
    collections::HashMap,
    io::Write,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, OnceLock, PoisonError},
};
use tower::ServiceExt;
use uuid::Uuid;

pub use empty::Empty;
pub use on::On;
pub use postgres::postgres_url;

/// The instant at which every test begins: a Sunday in November.
pub const START: &str = "2026-11-22T15:00:00Z";

/// Where visitors find the program of a test that says nothing else.
pub const ORIGIN: &str = "http://kith.test";

/// Signs in whoever a test says, and asks the gate of the product about everybody else when a test brings it.
#[derive(Default)]
pub struct TestGate(Mutex<HashMap<String, SignedIn>>, OnceLock<Arc<dyn Gate>>);

impl Gate for TestGate {
    fn signed_in<'a>(&'a self, app: &'a App, secret: &'a str) -> Fut<'a, Result<Option<SignedIn>>> {
        let found = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(secret).cloned();
        match self.1.get() {
            Some(gate) if found.is_none() => gate.signed_in(app, secret),
            _ => Box::pin(async move { Ok(found) }),
        }
    }

    fn coordinators<'a>(&'a self, tx: &'a mut Tx) -> Fut<'a, Result<Vec<(AccountId, String)>>> {
        if let Some(gate) = self.1.get() {
            return gate.coordinators(tx);
        }
        let here = tx.partnership().ok();
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let runs = |one: &&SignedIn| {
            let here = |grant: &Grant| grant.office == Office::Coordinator && grant.partnership == here;
            one.grants.iter().any(here)
        };
        let mut found: Vec<_> =
            all.values().filter(runs).map(|one| (one.account, one.name.clone())).collect();
        found.sort();
        found.dedup();
        Box::pin(async move { Ok(found) })
    }
}

/// A whole program on a database of its own, with one partnership, `maple`, and one more, `other`.
pub struct Site {
    /// The program.
    pub app: Arc<App>,
    /// The partnership `maple`.
    pub partnership: Arc<Partnership>,
    /// The partnership `other`, for strangers.
    pub other: Arc<Partnership>,
    gate: Arc<TestGate>,
    service: Router,
    folder: PathBuf,
    database: Option<String>,
}

/// An answer, read to its end.
#[derive(Debug, Clone)]
pub struct Got {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, as text.
    pub body: String,
    /// The body, as it came.
    pub bytes: axum::body::Bytes,
}

impl Got {
    /// Where it sends the reader; empty when nowhere.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl Site {
    /// On SQLite, in a temporary folder.
    pub async fn sqlite(rooms: Vec<Manifest>) -> Self {
        Self::sqlite_at(ORIGIN, rooms, Vec::new()).await
    }

    async fn sqlite_at(origin: &str, rooms: Vec<Manifest>, issuers: Vec<Issuer>) -> Self {
        let folder = std::env::temp_dir().join(format!("kith-test-{}", Chance::system().secret()));
        std::fs::create_dir_all(&folder).expect("a temporary folder");
        let db = SqliteDb::open(&folder.join("kith.sqlite"), Durability::Off).expect("a database");
        Self::on(Db::Sqlite(db), rooms, (folder, origin, issuers), None).await
    }

    /// On PostgreSQL, as a role without rights over the tables; none when no server is named.
    pub async fn postgres(rooms: Vec<Manifest>) -> Option<Self> {
        Self::postgres_at(ORIGIN, rooms, Vec::new()).await
    }

    async fn postgres_at(origin: &str, rooms: Vec<Manifest>, issuers: Vec<Issuer>) -> Option<Self> {
        let Some((db, name)) = postgres::fresh_database().await else {
            // Not println!, which is shown of failing tests only.
            let _ = writeln!(std::io::stderr(), "not run on PostgreSQL: KITH_TEST_POSTGRES is not set");
            return None;
        };
        let folder = std::env::temp_dir().join(format!("kith-test-{}", Chance::system().secret()));
        std::fs::create_dir_all(&folder).expect("a temporary folder");
        Some(Self::on(db, rooms, (folder, origin, issuers), Some(name)).await)
    }

    async fn on(
        db: Db,
        rooms: Vec<Manifest>,
        (folder, origin, issuers): (PathBuf, &str, Vec<Issuer>),
        database: Option<String>,
    ) -> Self {
        let gate = Arc::new(TestGate::default());
        let settings = Settings { issuers, origin: origin.to_owned(), ..test_settings(&folder) };
        let mut app = App::new(db, House::new(rooms), settings, gate.clone()).expect("words that parse");
        app.clock = Clock::fixed(START);
        app.chance = Chance::seeded(1);
        app.passwords = crate::passwords::Passwords::cheap();
        if database.is_none() {
            app.db.migrate(app.clock.now()).await.expect("migrations");
        }
        for (n, slug) in [(1, "maple"), (2, "other")] {
            let mut tx = app.db.writing(None, app.clock.now()).await.expect("a transaction");
            insert_partnership(
                &mut tx,
                PartnershipId(Uuid::from_u128(n)),
                &maple(slug, app.clock.now().day_in(&jiff::tz::TimeZone::UTC)),
                app.clock.now(),
            )
            .await
            .expect("a partnership");
            tx.commit().await.expect("kept");
        }
        let app = Arc::new(app);
        let find =
            async |slug: &str| app.partnership(slug, "").await.expect("a database").expect("a partnership");
        let (partnership, other) = (find("maple").await, find("other").await);
        let service = crate::http::service(&app);
        Self { app, partnership, other, gate, service, folder, database }
    }

    /// Drops the database of this site.
    pub async fn end(self) {
        if let Some(name) = &self.database {
            postgres::drop_database(name).await;
        }
    }

    /// The temporary folder: mail lies in `mail/`, files in `files/`.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Somebody with these grants, in `maple`.
    pub fn caller(&self, grants: Vec<Grant>) -> Caller {
        let account = AccountId(self.app.chance.blind_id::<AccountId>().0);
        Caller::Account(Box::new(SignedIn {
            account,
            name: "Tess Test".into(),
            lang: Lang::En,
            sign_in: account.0,
            grants,
        }))
    }

    /// The coordinator of `maple`.
    pub fn coordinator(&self) -> Caller {
        self.caller(vec![Grant {
            office: Office::Coordinator,
            partnership: Some(self.partnership.id),
            on: None,
        }])
    }

    /// Somebody with an office on one object of `maple`.
    pub fn holder(&self, office: Office, on: Option<Ref>) -> Caller {
        self.caller(vec![Grant { office, partnership: Some(self.partnership.id), on }])
    }

    /// The coordinator of the other partnership.
    pub fn stranger(&self) -> Caller {
        self.caller(vec![Grant { office: Office::Coordinator, partnership: Some(self.other.id), on: None }])
    }

    /// The context of a caller in `maple`, for calling facades directly.
    pub fn ctx(&self, caller: Caller) -> Ctx {
        Ctx::program(&self.app, caller, Some(Arc::clone(&self.partnership)))
    }

    /// Signs a caller in and gives the cookie.
    pub fn cookie(&self, caller: &Caller) -> String {
        let secret = self.app.chance.secret();
        if let Caller::Account(account) = caller {
            self.gate
                .0
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .insert(secret.clone(), (**account).clone());
        }
        format!("kith={secret}")
    }

    /// Brings the gate of the product: from here a secret that no test gave out is asked about there.
    pub fn bring_gate(&self, gate: Arc<dyn Gate>) {
        assert!(self.gate.1.set(gate).is_ok(), "a site has one gate");
    }

    /// Sends a request.
    pub async fn send(&self, request: Request<Body>) -> Got {
        let response = self.service.clone().oneshot(request).await.unwrap_or_else(|never| match never {});
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("a body");
        Got {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
            bytes: body,
        }
    }

    /// `GET path` without a cookie.
    pub async fn get(&self, path: &str) -> Got {
        self.send(
            Request::get(path).header(header::HOST, "kith.test").body(Body::empty()).expect("a request"),
        )
        .await
    }

    /// `GET path` as somebody.
    pub async fn get_as(&self, caller: &Caller, path: &str) -> Got {
        let request =
            Request::get(path).header(header::HOST, "kith.test").header(header::COOKIE, self.cookie(caller));
        self.send(request.body(Body::empty()).expect("a request")).await
    }

    /// `POST path` with form fields, from a page of this site, as somebody (or nobody).
    pub async fn post_as(&self, caller: &Caller, path: &str, fields: &[(&str, &str)]) -> Got {
        let body = serde_html_form::to_string(fields).expect("a form");
        let request = Request::post(path)
            .header(header::HOST, "kith.test")
            .header(header::ORIGIN, "http://kith.test")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, self.cookie(caller));
        self.send(request.body(Body::from(body)).expect("a request")).await
    }
}

impl Site {
    /// `POST path` as a form with a file: its field, its name and its bytes.
    pub async fn upload_as(
        &self,
        caller: &Caller,
        path: &str,
        fields: &[(&str, &str)],
        (field, name, bytes): (&str, &str, &[u8]),
    ) -> Got {
        let part = |name: &str| format!("--boundary\r\nContent-Disposition: form-data; name=\"{name}\"");
        let typed = fields.iter().map(|(name, value)| format!("{}\r\n\r\n{value}\r\n", part(name)));
        let mut body = typed.collect::<String>().into_bytes();
        body.extend_from_slice(format!("{}; filename=\"{name}\"\r\n\r\n", part(field)).as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--boundary--\r\n");
        let request = Request::post(path)
            .header(header::HOST, "kith.test")
            .header(header::ORIGIN, "http://kith.test")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=boundary")
            .header(header::COOKIE, self.cookie(caller));
        self.send(request.body(Body::from(body)).expect("a request")).await
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.folder) {
            println!("temporary folder {} stays: {error}", self.folder.display());
        }
    }
}

/// Where the rooms' data map and the columns of the site's database differ; empty when every column has exactly one line.
pub async fn data_map_gaps(site: &Site) -> Vec<String> {
    let mut tx = site.app.db.reading(None, site.app.clock.now()).await.expect("a transaction");
    let gaps = crate::datamap::gaps(&site.app.house, &mut tx).await.expect("a data map that reads");
    tx.done().await.expect("an end");
    gaps
}

/// Settings that write mail into a folder.
pub fn test_settings(folder: &Path) -> Settings {
    Settings {
        origin: ORIGIN.into(),
        data: folder.to_owned(),
        mail: MailRoute::Folder,
        mail_from: "Kith <kith@kith.test>".into(),
        secret: "a secret of the tests, thirty-two bytes or more".into(),
        behind_proxy: false,
        issuers: Vec::new(),
    }
}

fn maple(slug: &str, on: jiff::civil::Date) -> NewPartnership<'_> {
    NewPartnership {
        slug,
        name: Text::both("Maple Partnership", "Partenariat de l’érable", on),
        place: Text::both("Maple", "Érable", on),
        about: Text::both("A partnership of the tests.", "Un partenariat des essais.", on),
        contact: Contact::default(),
        zone: "America/Toronto",
        langs: vec![Lang::En, Lang::Fr, Lang::Ar],
        invented: true,
    }
}

/// The refusal's code, for asserting that a rule said no and why.
pub fn refusal_code<T: std::fmt::Debug>(result: Result<T>) -> String {
    match result {
        Err(Error::Refused(refusal)) => refusal.code().to_owned(),
        other => format!("not a refusal: {other:?}"),
    }
}

/// Declares tests that run on SQLite and on PostgreSQL.
///
/// ```ignore
/// platform::on_both! { vec![crate::manifest()];
///     async fn a_saved_name_is_read_back(site) { assert_eq!(site.get("/health").await.status, 200); }
/// }
/// ```
#[macro_export]
macro_rules! on_both {
    ($rooms:expr; $($(#[$meta:meta])* async fn $name:ident($site:ident) $body:block)*) => { $(
        $(#[$meta])*
        async fn $name(on: $crate::testing::On) {
            let Some(site) = on.site($rooms).await else { return };
            let $site = &site;
            async $body.await;
            site.end().await;
        }
        $(#[$meta])*
        mod $name {
            #[tokio::test]
            async fn sqlite() {
                super::$name($crate::testing::On::Sqlite).await;
            }
            #[tokio::test]
            async fn postgres() {
                super::$name($crate::testing::On::Postgres).await;
            }
        }
    )* };
}
