//! What the program is made of, once per process: database, words, clock, rooms, settings.

use crate::{
    answers::Answers,
    authority::SignedIn,
    clock::{Clock, Moment},
    config::Issuer,
    ctx::Bell,
    db::{Db, Json, Tx},
    errors::Result,
    http::cache::PageCache,
    ids::{AccountId, Chance, PartnershipId},
    langs::Lang,
    manifest::{Fut, House},
    metrics::Metrics,
    passwords::Passwords,
    provinces::Province,
    reach::Contact,
    register::Register,
    shelf::Shelf,
    sql,
    text::Text,
    words::Words,
};
use std::{path::PathBuf, sync::Arc, time::Duration};
use tokio::sync::Semaphore;

/// How mail leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailRoute {
    /// Written as `.eml` files into `DATA/mail`: demo and trying out.
    Folder,
    /// Handed to this SMTP server: `smtp://user:secret@host:port` or `smtps://…`.
    Smtp(String),
}

/// The settings of an installation.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where visitors find it: `https://kith.example.org`. Links in mail begin with it; `https` makes cookies `__Host-`.
    pub origin: String,
    /// The folder of files, mail and, on SQLite, the database.
    pub data: PathBuf,
    /// How mail leaves.
    pub mail: MailRoute,
    /// From whom mail comes.
    pub mail_from: String,
    /// The key of this installation, 32 bytes or more: it scrambles addresses where tries are counted, and seals what stands
    /// closed in the database.
    pub secret: String,
    /// Whether `X-Forwarded-For` names the visitor: only behind a proxy that sets it.
    pub behind_proxy: bool,
    /// Other houses whose sign-in counts here.
    pub issuers: Vec<Issuer>,
}

impl Settings {
    /// Whether visitors come by HTTPS.
    pub fn is_https(&self) -> bool {
        self.origin.starts_with("https://")
    }

    /// Where visitors find a partnership that has this host of its own: by the same way and port as everything else.
    pub fn origin_at(&self, host: &str) -> String {
        let (way, rest) = self.origin.split_once("://").unwrap_or(("https", &self.origin));
        let port = rest.rsplit_once(':').map(|(_, port)| port).filter(|port| port.parse::<u16>().is_ok());
        port.map_or_else(|| format!("{way}://{host}"), |port| format!("{way}://{host}:{port}"))
    }
}

/// Who a cookie belongs to. The room that keeps accounts answers.
pub trait Gate: Send + Sync {
    /// The account that signed in with this cookie's secret, with its grants; none when it ended.
    fn signed_in<'a>(&'a self, app: &'a App, secret: &'a str) -> Fut<'a, Result<Option<SignedIn>>>;

    /// Who runs the day of the partnership of this transaction: the accounts that coordinate it, by name. For choosing who looks
    /// after a record, and for naming her.
    fn coordinators<'a>(&'a self, _: &'a mut Tx) -> Fut<'a, Result<Vec<(AccountId, String)>>> {
        Box::pin(async { Ok(Vec::new()) })
    }
}

/// A gate that nobody has passed: for tests of rooms without accounts.
#[derive(Debug)]
pub struct ClosedGate;

impl Gate for ClosedGate {
    fn signed_in<'a>(&'a self, _: &'a App, _: &'a str) -> Fut<'a, Result<Option<SignedIn>>> {
        Box::pin(async { Ok(None) })
    }
}

/// The program, once per process.
pub struct App {
    /// The database.
    pub db: Db,
    /// The words.
    pub words: Arc<Words>,
    /// The clock.
    pub clock: Clock,
    /// Ids and secrets.
    pub chance: Chance,
    /// The rooms.
    pub house: House,
    /// The settings.
    pub settings: Settings,
    /// Who a cookie belongs to.
    pub gate: Arc<dyn Gate>,
    /// Counts commits.
    pub bell: Bell,
    /// Public pages, made once.
    pub pages: PageCache,
    /// How many files may come in at once: each is held in memory until it is kept or refused.
    pub uploads: Arc<Semaphore>,
    /// Where passwords are hashed.
    pub passwords: Passwords,
    /// What other machines have answered.
    pub answers: Answers,
    /// What is counted.
    pub metrics: Metrics,
    /// The partnerships, held in memory.
    pub register: Register,
    /// What rooms keep in memory.
    pub shelf: Shelf,
    /// How long a mail server may keep us waiting for one mail.
    pub mail_patience: Duration,
}

/// So many uploads come in at once, of at most [`MOST_BYTES`](crate::files::MOST_BYTES) each: 160 MB of memory at most.
const UPLOADS: usize = 8;

impl App {
    /// Puts the program together.
    ///
    /// # Errors
    /// When a file of words does not parse.
    pub fn new(db: Db, house: House, settings: Settings, gate: Arc<dyn Gate>) -> Result<Self> {
        let words = Arc::new(Words::new(&house.words())?);
        Ok(Self {
            db,
            words,
            clock: Clock::System,
            chance: Chance::system(),
            house,
            settings,
            gate,
            bell: Bell::default(),
            pages: PageCache::default(),
            uploads: Arc::new(Semaphore::new(UPLOADS)),
            passwords: Passwords::default(),
            answers: Answers::default(),
            metrics: Metrics::default(),
            register: Register::default(),
            shelf: Shelf::default(),
            mail_patience: Duration::from_secs(20),
        })
    }
}

/// First segments of addresses that the installation itself uses, on every host: no partnership can have them.
pub const OWN_SEGMENTS: [&str; 6] = ["assets", "health", "sign-in", "first-run", "installation", "demo"];

/// What a new partnership is made of.
#[derive(Debug, Clone)]
pub struct NewPartnership<'a> {
    /// Its first segment in addresses: lower-case letters, digits and hyphens.
    pub slug: &'a str,
    /// Its name.
    pub name: Text,
    /// Where it works.
    pub place: Text,
    /// What it is.
    pub about: Text,
    /// How it is reached.
    pub contact: Contact,
    /// Its time zone: `America/Toronto`.
    pub zone: &'a str,
    /// The languages of its public site.
    pub langs: Vec<Lang>,
    /// Whether it is invented for trying things out.
    pub invented: bool,
}

/// Makes a partnership, in a transaction of the installation.
///
/// # Errors
/// [`crate::errors::Error::Constraint`] when the slug is taken or reserved.
pub async fn insert_partnership(
    tx: &mut Tx,
    id: PartnershipId,
    new: &NewPartnership<'_>,
    now: Moment,
) -> Result<()> {
    let province = Province::usual_in(new.zone);
    sql!(
        tx,
        must,
        "INSERT INTO partnership (id, slug, name, place, about, contact, zone, langs, host, province, emergency, invented, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, $9, $10, $11, $12)",
        id,
        new.slug,
        new.name,
        new.place,
        new.about,
        Json(new.contact.clone()),
        new.zone,
        Json(new.langs.clone()),
        province,
        Json(Province::numbers(province)),
        new.invented,
        now
    )
}
