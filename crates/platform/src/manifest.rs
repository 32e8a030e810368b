//! What a room brings to the house: routes, words, navigation, panels, providers, jobs. Collected, never listed here.

use crate::{
    app::App,
    authority::Permission,
    batch::{Importer, Part},
    ctx::Ctx,
    db::Tx,
    errors::{Code, Result},
    ids::Ref,
    jobs::Pulse,
    langs::Lang,
    personal::Holding,
    retention::{Retention, Sweep},
    search::SearchProvider,
    thread::{LinkKind, Provider},
    translate::Translatable,
};
use axum::{
    handler::Handler,
    routing::{MethodRouter, get, post},
};
use jiff::civil::Date;
use maud::Markup;
use std::{future::Future, pin::Pin, sync::Arc};

/// A boxed future: what a provider or panel answers with. Write `Box::pin(async move { … })`.
pub type Fut<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Who may call a route at all; objects are asked about inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Anyone.
    Anyone,
    /// Anyone who signed in.
    SignedIn,
    /// Whoever has this permission, on the object of the address or on the partnership.
    May(Permission),
}

impl From<Permission> for Who {
    fn from(permission: Permission) -> Self {
        if permission.is_for_anyone() { Self::Anyone } else { Self::May(permission) }
    }
}

/// One route: the unit of `routes.txt`.
#[derive(Clone)]
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// `/{p}/work/councils/{council}`.
    pub path: &'static str,
    /// Who may call it.
    pub who: Who,
    /// What answers.
    pub handler: MethodRouter<Arc<App>>,
}

/// A group of the workspace's navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NavGroup {
    /// Today, before all groups.
    Top,
    /// People.
    People,
    /// Work.
    Work,
    /// Listening.
    Listening,
    /// Knowledge.
    Knowledge,
    /// Reporting.
    Reporting,
    /// The office: accounts, bin, settings.
    Office,
}

impl NavGroup {
    /// The key of its heading.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Top => "nav-top",
            Self::People => "nav-people",
            Self::Work => "nav-work",
            Self::Listening => "nav-listening",
            Self::Knowledge => "nav-knowledge",
            Self::Reporting => "nav-reporting",
            Self::Office => "nav-office",
        }
    }
}

/// An entry of a navigation.
#[derive(Debug, Clone, Copy)]
pub struct NavEntry {
    /// Its group (workspace only).
    pub group: NavGroup,
    /// The key of its words.
    pub key: &'static str,
    /// Its address within the partnership: `/work/councils`, or within the language of the public site: `/about`.
    pub path: &'static str,
    /// Who sees it.
    pub see: Permission,
}

/// A piece that a room shows on another room's page.
#[derive(Clone, Copy)]
pub struct Panel {
    /// On the page of which kind of object.
    pub on: &'static str,
    /// Its name in JSON and as an anchor: `seats`.
    pub name: &'static str,
    /// Makes it for a reader, unless there is nothing she may see.
    pub show: for<'a> fn(&'a Ctx, &'a mut Tx, &'a Ref) -> Fut<'a, Result<Option<PanelShown>>>,
}

/// A panel, made.
pub struct PanelShown {
    /// Its heading.
    pub heading: String,
    /// As a page shows it.
    pub html: Markup,
    /// As a program reads it.
    pub json: serde_json::Value,
}

/// Something for *Today*: one line that does the thing in one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TodayItem {
    /// Under which heading.
    pub section: TodaySection,
    /// The day it is about: when it is due, or since when it waits, the first of several. Lines stand in order of it.
    pub on: Option<Date>,
    /// When, in a few words: “2 days late”, “3 new”.
    pub when: String,
    /// What.
    pub what: String,
    /// A word more.
    pub detail: Option<String>,
    /// What the link at its end says.
    pub act: String,
    /// Where that link leads.
    pub href: String,
    /// Whether it is late.
    pub late: bool,
}

/// The headings of *Today*, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TodaySection {
    /// What has a date.
    Due,
    /// What others promised.
    Promised,
    /// What does not move.
    Stuck,
    /// What waits for the reader.
    Waiting,
}

/// What *Today* asks of a room.
pub type TodayFn = for<'a> fn(&'a Ctx, &'a mut Tx) -> Fut<'a, Result<Vec<TodayItem>>>;

/// For whom a job runs by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// Once per period in every partnership, in its context.
    Partnership,
    /// Once per period, in the context of the installation.
    Installation,
}

/// What does a job. `about` is what was enqueued.
pub type JobFn = for<'a> fn(&'a Ctx, &'a serde_json::Value) -> Fut<'a, Result<()>>;

/// Something a room does without being asked: work from the outbox, or by the clock.
#[derive(Clone, Copy)]
pub struct JobKind {
    /// Its name: `councils.terms-ending`.
    pub kind: &'static str,
    /// How often it runs by itself, in seconds; 0 means only when enqueued.
    pub every_seconds: i64,
    /// Whether it runs by itself in every partnership, or once in the installation.
    pub per: Per,
    /// Does it. Safe to run twice. `about` is what was enqueued.
    pub run: JobFn,
}

impl JobKind {
    /// A job that runs only when enqueued.
    pub const fn when_enqueued(kind: &'static str, run: JobFn) -> Self {
        Self { kind, every_seconds: 0, per: Per::Partnership, run }
    }

    /// A job that also runs by itself every so many seconds, in every partnership.
    pub const fn every(kind: &'static str, seconds: i64, run: JobFn) -> Self {
        Self { kind, every_seconds: seconds, per: Per::Partnership, run }
    }

    /// A job that also runs by itself every so many seconds, once in the installation.
    pub const fn every_installation(kind: &'static str, seconds: i64, run: JobFn) -> Self {
        Self { kind, every_seconds: seconds, per: Per::Installation, run }
    }
}

/// How a room takes an object back out of the bin.
#[derive(Clone, Copy)]
pub struct Restorer {
    /// Which kind of object.
    pub kind: &'static str,
    /// Who may.
    pub may: Permission,
    /// Does it, and writes its audit entry; refuses when its place is taken.
    pub restore: for<'a> fn(&'a Ctx, &'a mut Tx, uuid::Uuid) -> Fut<'a, Result<()>>,
}

/// One page struct that can show itself with samples: for the render test and the gallery.
#[derive(Clone, Copy)]
pub struct Sampled {
    /// The page's name: `councils/council`.
    pub name: &'static str,
    /// All its samples in one language: a name and the whole page.
    pub samples: fn(&Ctx) -> Vec<(&'static str, Markup)>,
}

/// The Fluent files of a room in the languages that only the pages of [`Manifest::in_all_langs`] speak: `words/uk.ftl` and so on, beside the
/// folder of the file in which this stands, at `$words`.
#[macro_export]
macro_rules! words_of_the_door {
    ($words:literal) => {
        [
            ($crate::langs::Lang::Uk, include_str!(concat!($words, "/uk.ftl"))),
            ($crate::langs::Lang::Es, include_str!(concat!($words, "/es.ftl"))),
            ($crate::langs::Lang::Pa, include_str!(concat!($words, "/pa.ftl"))),
            ($crate::langs::Lang::ZhHans, include_str!(concat!($words, "/zh-Hans.ftl"))),
            ($crate::langs::Lang::Fil, include_str!(concat!($words, "/fil.ftl"))),
            ($crate::langs::Lang::Fa, include_str!(concat!($words, "/fa.ftl"))),
            ($crate::langs::Lang::Ti, include_str!(concat!($words, "/ti.ftl"))),
            ($crate::langs::Lang::So, include_str!(concat!($words, "/so.ftl"))),
            ($crate::langs::Lang::Ur, include_str!(concat!($words, "/ur.ftl"))),
            ($crate::langs::Lang::Hi, include_str!(concat!($words, "/hi.ftl"))),
            ($crate::langs::Lang::Pt, include_str!(concat!($words, "/pt.ftl"))),
            ($crate::langs::Lang::Vi, include_str!(concat!($words, "/vi.ftl"))),
        ]
    };
}

/// What a room brings.
#[derive(Clone, Default)]
pub struct Manifest {
    /// The room's name.
    pub name: &'static str,
    /// Its Fluent files.
    pub words: Vec<(Lang, &'static str)>,
    /// Its routes.
    pub routes: Vec<Route>,
    /// Its entries in the workspace.
    pub nav: Vec<NavEntry>,
    /// Its entries on the public site.
    pub public_nav: Vec<NavEntry>,
    /// Its pages, by the segment that follows the language in their addresses, that are there in every language that the program speaks,
    /// whichever the partnership writes its own texts in.
    pub in_all_langs: Vec<&'static str>,
    /// Its ways to take part, on the public page that tells all of them. What the link says has the entry's key; the sentence
    /// that explains it, that key and `-how`.
    pub ways_in: Vec<NavEntry>,
    /// What it shows on the first page of a partnership's public site, before what the partnership says of itself.
    pub home: Vec<fn(&Ctx) -> Markup>,
    /// Its panels on other rooms' pages.
    pub panels: Vec<Panel>,
    /// Its knots of the thread.
    pub providers: Vec<Provider>,
    /// The kinds of link that it writes, and nobody else.
    pub links: Vec<LinkKind>,
    /// Its lines of *Today*.
    pub today: Vec<TodayFn>,
    /// How its objects are found by their names.
    pub search: Vec<SearchProvider>,
    /// Its sheets that can come in.
    pub importers: Vec<Importer>,
    /// What it adds to the sheets of lower rooms.
    pub parts: Vec<Part>,
    /// Its jobs.
    pub jobs: Vec<JobKind>,
    /// What it does on each node.
    pub pulses: Vec<Pulse>,
    /// Its ways out of the bin.
    pub restorers: Vec<Restorer>,
    /// The codes of its refusals, enum by enum.
    pub refusals: Vec<&'static [Code]>,
    /// What it sends mail for: codes of the ledger of consent, and of word keys (`purpose-newsletter`).
    pub purposes: Vec<&'static str>,
    /// The same for mail to accounts, which stand in the ledger for their people: it is stopped like all others, and not asked
    /// about on the pages of people who may have no account.
    pub account_purposes: Vec<&'static str>,
    /// What it holds about people, and how it lets go of it.
    pub holdings: Vec<Holding>,
    /// What of it ends by itself after a time.
    pub retentions: Vec<Retention>,
    /// What it keeps for the installation and sweeps away after a time.
    pub sweeps: Vec<Sweep>,
    /// Whether coordinators may look at the gallery, as in the demo; elsewhere whoever runs the installation looks.
    pub opens_gallery: bool,
    /// What of it a translator may write in other languages.
    pub translatables: Vec<Translatable>,
    /// Its pages with samples.
    pub sampled: Vec<Sampled>,
    /// Its part of the data map: one line per column, `table.column | class | purpose | retention | erasure`, and one per
    /// table, `table = what it holds`.
    pub data_map: &'static str,
    /// The sentences of its part of the data map in French: `English | French`.
    pub data_map_fr: &'static str,
    /// Its part of the API document: the `paths` and `schemas` objects of OpenAPI 3.1, as JSON text.
    pub openapi: &'static str,
}

impl Manifest {
    /// The manifest of the room `name`.
    pub fn new(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    /// Adds a page or an answer to `GET path`.
    #[must_use]
    pub fn get<H, T>(mut self, path: &'static str, who: impl Into<Who>, handler: H) -> Self
    where
        H: Handler<T, Arc<App>>,
        T: 'static,
    {
        self.routes.push(Route { method: "GET", path, who: who.into(), handler: get(handler) });
        self
    }

    /// Adds a change at `POST path`.
    #[must_use]
    pub fn post<H, T>(mut self, path: &'static str, who: impl Into<Who>, handler: H) -> Self
    where
        H: Handler<T, Arc<App>>,
        T: 'static,
    {
        self.routes.push(Route { method: "POST", path, who: who.into(), handler: post(handler) });
        self
    }
}

/// All manifests together.
#[derive(Clone, Default)]
pub struct House {
    /// The rooms, in reading order.
    pub rooms: Vec<Manifest>,
    /// All knots of the thread.
    pub providers: Vec<Provider>,
}

impl House {
    /// Collects the rooms, in reading order; the platform's own comes first by itself.
    pub fn new(rooms: Vec<Manifest>) -> Self {
        let mut all = vec![crate::pages::manifest()];
        all.extend(rooms);
        let providers = all.iter().flat_map(|room| room.providers.iter().copied()).collect();
        Self { rooms: all, providers }
    }

    /// Whether `path`, with the partnership's segment where it has one, can be asked for as a page.
    pub fn has_page(&self, path: &str) -> bool {
        let fits = |pattern: &str| {
            let same = |(one, part): (&str, &str)| one == part || (one.starts_with('{') && !part.is_empty());
            pattern.split('/').count() == path.split('/').count()
                && pattern.split('/').zip(path.split('/')).all(same)
        };
        self.rooms.iter().flat_map(|room| &room.routes).any(|route| route.method == "GET" && fits(route.path))
    }

    /// Whether the page of a path below the language (`/help/…`) is there in every language that the program speaks.
    pub fn is_in_all_langs(&self, below: &str) -> bool {
        let first = below.trim_start_matches('/').split(['/', '?', '#']).next().unwrap_or_default();
        self.rooms.iter().flat_map(|room| &room.in_all_langs).any(|segment| *segment == first)
    }

    /// All Fluent files.
    pub fn words(&self) -> Vec<(Lang, &'static str)> {
        self.rooms.iter().flat_map(|room| room.words.iter().copied()).collect()
    }

    /// What translators may write, room by room.
    pub fn translatables(&self) -> impl Iterator<Item = &Translatable> {
        self.rooms.iter().flat_map(|room| &room.translatables)
    }

    /// The panels for the page of a kind of object, in reading order of the rooms.
    pub fn panels_on<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Panel> {
        self.rooms.iter().flat_map(|room| &room.panels).filter(move |panel| panel.on == kind)
    }
}
