//! The context of one request, job or command: who asks, in which partnership, in which language, and when.
//!
//! Authority travels with the call: a transaction is had only against a named permission.

use crate::{
    app::App,
    authority::{Ask, Caller, Permission},
    clock::Moment,
    db::Tx,
    errors::{Error, Result},
    http::address::Address,
    ids::{Id, PartnershipId},
    langs::Lang,
    provinces::Province,
    reach::{Contact, HelpLine},
    repeat::Repeat,
    text::Text,
    words::Say,
};
use jiff::{civil::Date, tz::TimeZone};
use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

/// Who is written into audit entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// Nobody known: a public form.
    Nobody,
    /// An account, by id and the name it had then.
    Account(crate::ids::AccountId, String),
    /// A job or a command, by its name.
    Program(&'static str),
}

impl Author {
    /// The name as records keep it; empty for nobody.
    pub fn words(&self) -> String {
        match self {
            Self::Nobody => String::new(),
            Self::Account(_, name) => name.clone(),
            Self::Program(name) => format!("kith {name}"),
        }
    }
}

/// A partnership: the owner of every row. On screens it is a partnership, a network, a council; never anything technical.
#[derive(Debug, Clone)]
pub struct Partnership {
    /// Its id.
    pub id: PartnershipId,
    /// Its first segment in addresses.
    pub slug: String,
    /// Its name.
    pub name: Text,
    /// Where it works.
    pub place: Text,
    /// What it is, in a few sentences.
    pub about: Text,
    /// How it is reached.
    pub contact: Contact,
    /// The province or territory in which it works, when it says so.
    pub province: Option<Province>,
    /// The numbers that its public pages tell first.
    pub emergency: Vec<HelpLine>,
    /// Its time zone.
    pub zone: TimeZone,
    /// The languages of its public site, official ones first.
    pub langs: Vec<Lang>,
    /// Its own host name, when it has one; then the first segment of addresses falls away.
    pub host: Option<String>,
    /// Whether it is invented for trying things out.
    pub invented: bool,
    /// How its record stands: rises with each change of these facts.
    pub version: i64,
}

/// Which face of the program a request is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// The public site: language in the address.
    Public,
    /// The workspace: language of the account.
    Work,
    /// Programs: JSON, language by `Accept-Language`.
    Api,
    /// Everything without a partnership: the list of partnerships, sign-in.
    House,
}

/// Counts commits per partnership, so that cached pages know when they are old, and wakes the jobs.
#[derive(Debug, Clone, Default)]
pub struct Bell(Arc<Rings>);

#[derive(Debug, Default)]
struct Rings {
    by_partnership: RwLock<HashMap<Option<PartnershipId>, u64>>,
    total: AtomicU64,
    waiting: tokio::sync::Notify,
}

impl Bell {
    /// A commit happened.
    pub fn ring(&self, partnership: Option<PartnershipId>) {
        let mut counts = self.0.by_partnership.write().unwrap_or_else(PoisonError::into_inner);
        *counts.entry(partnership).or_default() += 1;
        drop(counts);
        self.0.total.fetch_add(1, Ordering::Release);
        self.0.waiting.notify_waiters();
        // Whoever is about to wait finds this one, instead of sleeping through what happened a moment before.
        self.0.waiting.notify_one();
    }

    /// How many commits there have been in a partnership (none: in the installation itself).
    pub fn count(&self, partnership: Option<PartnershipId>) -> u64 {
        let counts = self.0.by_partnership.read().unwrap_or_else(PoisonError::into_inner);
        counts.get(&partnership).copied().unwrap_or_default()
    }

    /// How many commits there have been anywhere.
    pub fn total(&self) -> u64 {
        self.0.total.load(Ordering::Acquire)
    }

    /// Waits for the next commit; may also wake for one just before.
    pub async fn wait(&self) {
        self.0.waiting.notified().await;
    }
}

/// Whether something that belongs to one showing of a page stands on it, such as the key of a form: then nobody else may get
/// that page. Shared by all copies of a context.
#[derive(Debug, Clone, Default)]
pub struct Once(Arc<AtomicBool>);

impl Once {
    /// Whether the page is for one reader only.
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// The context of one request, job or command. Cheap to clone.
#[derive(Clone)]
pub struct Ctx {
    /// What the program is made of.
    pub app: Arc<App>,
    /// Which partnership, by host or path and never by form.
    pub partnership: Option<Arc<Partnership>>,
    /// Who asks.
    pub caller: Caller,
    /// In which language to answer.
    pub lang: Lang,
    /// Which face of the program.
    pub face: Face,
    /// The path of the request, as the visitor asked for it.
    pub path: Arc<str>,
    /// What stood behind the `?` of the request: filters, page, notice.
    pub query: Arc<str>,
    /// Whether something was sent with the request: its page may hold what was typed and stands nowhere else.
    pub is_sent: bool,
    /// Where on the network the request comes from, for the throttle alone; empty when nobody knows.
    pub visitor: Arc<str>,
    /// The number a visitor can quote.
    pub request: Arc<str>,
    /// What a repeated request is known by.
    pub repeat: Option<Repeat>,
    /// Whether addresses begin at the partnership's own host, and so without its segment.
    pub at_own_host: bool,
    /// The partnership at whose own host the request came, on the house's own pages (signing in) too.
    pub host_of: Option<Arc<Partnership>>,
    /// Whether something of this one showing stands on the page.
    pub once: Once,
}

impl Ctx {
    /// The context of a job or command in `partnership`.
    pub fn program(app: &Arc<App>, caller: Caller, partnership: Option<Arc<Partnership>>) -> Self {
        Self {
            at_own_host: partnership.as_ref().is_some_and(|p| p.host.is_some()),
            host_of: partnership.clone().filter(|p| p.host.is_some()),
            once: Once::default(),
            app: Arc::clone(app),
            partnership,
            caller,
            lang: Lang::En,
            face: Face::House,
            path: "/".into(),
            query: "".into(),
            is_sent: false,
            visitor: "".into(),
            request: app.chance.secret().get(..8).unwrap_or_default().into(),
            repeat: None,
        }
    }

    /// The present instant.
    pub fn now(&self) -> Moment {
        self.app.clock.now()
    }

    /// The present day where the partnership is (UTC without one).
    pub fn today(&self) -> Date {
        self.now().day_in(&self.zone())
    }

    /// The partnership's time zone (UTC without one).
    pub fn zone(&self) -> TimeZone {
        self.partnership.as_ref().map_or(TimeZone::UTC, |p| p.zone.clone())
    }

    /// A new id in the order of time.
    pub fn id<T: Id>(&self) -> T {
        self.app.chance.id(&self.app.clock)
    }

    /// The voice that answers.
    pub fn say(&self) -> Say {
        self.app.words.say(self.lang)
    }

    /// The partnership of this request.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn partnership(&self) -> Result<&Partnership> {
        self.partnership.as_deref().ok_or(Error::NotFound)
    }

    /// The languages that forms ask for: those of the partnership's public site, the official ones where there is none.
    pub fn site_langs(&self) -> &[Lang] {
        self.partnership.as_ref().map_or(&Lang::OFFICIAL, |here| &here.langs)
    }

    /// An address within the partnership: `ctx.url("/work/councils")`.
    pub fn url(&self, path: &str) -> String {
        match self.partnership.as_deref() {
            Some(p) if !self.at_own_host => format!("/{}{path}", p.slug),
            _ => path.to_owned(),
        }
    }

    /// Where visitors find the partnership, at its own host where it has one, or else the installation: what links in mail
    /// begin with, since the cookie of a visitor lives at one host.
    pub fn origin(&self) -> String {
        let settings = &self.app.settings;
        let host = self.partnership.as_ref().and_then(|p| p.host.as_deref());
        host.map_or_else(|| settings.origin.clone(), |host| settings.origin_at(host))
    }

    /// A whole address within the partnership, for mail: `ctx.web_url("/fr/about")`. The same by whatever host the request came.
    pub fn web_url(&self, path: &str) -> String {
        let at_own_host = self.partnership.as_ref().is_some_and(|p| p.host.is_some());
        let path = Self { at_own_host, ..self.clone() }.url(path);
        format!("{}{path}", self.origin())
    }

    /// A key for one showing of a form (`_key`): the same form sent twice counts once. A page that carries one is given to
    /// nobody else and kept nowhere.
    pub fn form_key(&self) -> String {
        self.once.0.store(true, Ordering::Release);
        self.app.chance.secret()
    }

    /// An address of the public site in the language of this request: `ctx.public_url("/about")`. A page that is not there in it, in English.
    pub fn public_url(&self, path: &str) -> String {
        let langs = self.langs_of(path);
        let lang = if langs.contains(&self.lang) { self.lang } else { Lang::negotiate_among("en", &langs) };
        self.url(&format!("/{lang}{path}"))
    }

    /// The language to which an address of this partnership's public site leads, where that is not the reader's own: such a link says so.
    pub fn leads_to(&self, href: &str) -> Option<Lang> {
        let below = href.strip_prefix(&self.url("/"))?;
        let lang: Lang = below.split(['/', '?', '#']).next()?.parse().ok()?;
        (lang != self.lang).then_some(lang)
    }

    /// The languages of a page of the public site: those of the partnership, or all.
    pub fn langs_of(&self, path: &str) -> Cow<'_, [Lang]> {
        let site = self.site_langs();
        if !self.app.house.is_in_all_langs(path) {
            return Cow::Borrowed(site);
        }
        let other = |lang: &Lang| !site.contains(lang) && self.app.words.has(*lang, "product-name");
        Cow::Owned(site.iter().copied().chain(Lang::ALL.into_iter().filter(other)).collect())
    }

    /// The address of the request with its filters, to build the links of a list from.
    pub fn address(&self) -> Address {
        Address::parse(&self.path, &self.query)
    }

    /// Whether the caller may.
    pub fn may(&self, ask: impl Into<Ask>) -> bool {
        self.caller.may(&ask.into(), self.partnership.as_ref().map(|p| p.id))
    }

    /// Refuses a caller who may not, in the way that tells no more than she may know.
    ///
    /// # Errors
    /// [`Error::SignIn`] for the unknown, [`Error::NotFound`] for strangers, [`Error::Forbidden`] for those who belong here.
    pub fn demand(&self, ask: impl Into<Ask>) -> Result<()> {
        let ask: Ask = ask.into();
        let partnership = self.partnership.as_ref().map(|p| p.id);
        match &self.caller {
            caller if caller.may(&ask, partnership) => Ok(()),
            Caller::Anonymous => Err(Error::SignIn),
            caller if caller.belongs_to(partnership) => Err(Error::Forbidden(ask.permission.code)),
            _ => Err(Error::NotFound),
        }
    }

    /// A reading transaction, against a named permission.
    ///
    /// # Errors
    /// As [`Ctx::demand`], or when the database does not answer.
    pub async fn read(&self, ask: impl Into<Ask>) -> Result<Tx> {
        self.demand(ask)?;
        self.app.db.reading(self.partnership.as_ref().map(|p| p.id), self.now()).await
    }

    /// A writing transaction, alone in the partnership until it ends, against a named permission.
    ///
    /// # Errors
    /// As [`Ctx::demand`], or when the database does not answer; [`Error::Answered`] when a twin of this request was faster,
    /// so that no rule is asked again about what the twin has already done.
    pub async fn write(&self, ask: impl Into<Ask>) -> Result<Tx> {
        self.demand(ask)?;
        let mut tx = self.app.db.writing(self.partnership.as_ref().map(|p| p.id), self.now()).await?;
        tx.author = self.author();
        tx.request = Arc::clone(&self.request);
        tx.chance = Some(self.app.chance.clone());
        tx.repeat = self.repeat.clone();
        tx.bell = Some(self.app.bell.clone());
        if let Some(repeat) = &self.repeat
            && let Some(first) = tx.first_answer(repeat).await?
        {
            return Err(Error::Answered(first));
        }
        Ok(tx)
    }

    /// As [`Ctx::write`], but quietly: pages that are kept stay good, no index looks at the record again and no job is woken. Only for what
    /// none of them shows, such as how a mail left or how often something was looked for; a test of whatever uses it shows that.
    ///
    /// # Errors
    /// As [`Ctx::write`].
    pub async fn write_quietly(&self, ask: impl Into<Ask>) -> Result<Tx> {
        let mut tx = self.write(ask).await?;
        tx.bell = None;
        Ok(tx)
    }

    fn author(&self) -> Author {
        match &self.caller {
            Caller::Anonymous => Author::Nobody,
            Caller::Account(account) => Author::Account(account.account, account.name.clone()),
            Caller::Job(kind) => Author::Program(kind),
            Caller::Console => Author::Program("console"),
        }
    }

    /// The same context outside any partnership: accounts and tickets belong to the installation.
    #[must_use]
    pub fn of_installation(&self) -> Self {
        Self { partnership: None, ..self.clone() }
    }
}

/// Reading what everybody may read.
pub const PUBLIC: Permission = Permission::anyone("public");
