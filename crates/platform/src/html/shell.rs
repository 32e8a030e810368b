//! The shell: the public site's masthead and foot, the workspace's rail and bar.

use super::{
    blocks::heard,
    reach::{help_line, reach_line},
    text::{BY_MACHINE, named, tongue, worded},
    thread_line::thread_line,
};
use crate::{
    ctx::{Ctx, Face},
    http::{Address, assets::asset},
    langs::Lang,
    manifest::{NavEntry, NavGroup},
    t,
    text::{Text, Worded},
    thread::Thread,
};
use maud::{DOCTYPE, Markup, html};

/// What the shell needs to know about a page.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// The one heading, and the title of the window.
    pub title: String,
    /// The language of the heading, when it may be another than the reader's.
    pub title_lang: Option<Lang>,
    /// Where the page's object stands between need and result, when it is an object's page.
    pub thread: Thread,
    /// The path below the language, for the switch (`/who`): only on the public site.
    pub public_path: Option<String>,
    /// The pages above this one: what they are called and where they are.
    pub above: Vec<(String, String)>,
    /// What the page says in one sentence, for search engines and previews.
    pub about: String,
}

impl Head {
    /// A page with this heading.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// A page about something whose name was written for the public: the heading says so when it is in another language.
    pub fn of(ctx: &Ctx, title: &Text) -> Self {
        let Worded { words, lang } = title.worded(ctx.lang);
        Self { title_lang: Some(lang), ..Self::new(words) }
    }

    /// The same page in the other languages of the public site: its path below the language.
    #[must_use]
    pub fn at(mut self, public_path: impl Into<String>) -> Self {
        self.public_path = Some(public_path.into());
        self
    }

    /// Shows the thread above the heading.
    #[must_use]
    pub fn on_thread(mut self, thread: Thread) -> Self {
        self.thread = thread;
        self
    }

    /// Stands below another page: “You are here” leads back to it. Called from the highest page down.
    #[must_use]
    pub fn under(mut self, title: impl Into<String>, href: impl Into<String>) -> Self {
        self.above.push((title.into(), href.into()));
        self
    }

    /// What the page says in one sentence.
    #[must_use]
    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.about = about.into();
        self
    }
}

/// A whole page around `body`, which follows the heading.
pub fn page(ctx: &Ctx, head: &Head, body: Markup) -> Markup {
    let name = ctx.partnership.as_ref().map(|p| p.name.plain(ctx.lang).to_owned()).unwrap_or_default();
    let say = ctx.say();
    let is_refused = body.0.contains(super::form::SUMMARY);
    let by_machine = body.0.contains(BY_MACHINE);
    let title = Worded::new(head.title.clone(), head.title_lang.unwrap_or(ctx.lang));
    let body = html! {
        (trail(ctx, head))
        (thread_line(ctx, &head.thread))
        h1 { (worded(ctx, &title)) }
        (heard(ctx))
        (body)
        @if ctx.face == Face::Public && ctx.lang.is_by_machine() { p.small.quiet { (say.html("text-machine-note", &[])) } }
        @if by_machine { p.small.quiet { (say.html("text-by-machine", &[])) } }
    };
    html! {
        (DOCTYPE)
        html lang=(ctx.lang.code()) dir=(ctx.lang.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { @if is_refused { (t!(say, "form-error-mark")) " " } (head.title) @if !name.is_empty() && name != head.title { " · " (name) } }
                @if !head.about.is_empty() { meta name="description" content=(head.about); }
                link rel="icon" href=(asset("mark.svg")) type="image/svg+xml";
                link rel="stylesheet" href=(asset("kith.css"));
                @if let (Some(path), true) = (&head.public_path, ctx.partnership.is_some()) {
                    @for lang in ctx.langs_of(path).iter() { link rel="alternate" hreflang=(lang.code()) href=(ctx.url(&format!("/{lang}{path}"))); }
                }
            }
            body {
                a.skip href="#main" { (t!(say, "skip-to-content")) }
                @if ctx.face == Face::Work { (workspace(ctx, head, body)) } @else { (site(ctx, head, body)) }
            }
        }
    }
}

fn site(ctx: &Ctx, head: &Head, body: Markup) -> Markup {
    html! {
        @match ctx.partnership.as_ref() {
            Some(p) => (emergency(ctx, languages(ctx, head, &p.langs))),
            None => div.emergency { div.wrap { (house_languages(ctx, head)) } },
        }
        (masthead(ctx))
        main #main .wrap { (body) }
        (foot(ctx))
    }
}

/// Whose site this is.
fn owner(ctx: &Ctx) -> Markup {
    match ctx.partnership.as_ref() {
        Some(partnership) => named(ctx, &partnership.name),
        None => html! { (t!(ctx.say(), "product-name")) },
    }
}

/// The numbers to call, on every public page.
fn emergency(ctx: &Ctx, languages: Markup) -> Markup {
    let lines = ctx.partnership.as_ref().map(|p| p.emergency.as_slice()).unwrap_or_default();
    html! {
        aside.emergency aria-label=(t!(ctx.say(), "emergency-label")) { div.wrap {
            @for line in lines { (help_line(ctx, line)) }
            (languages)
        } }
    }
}

fn masthead(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let mut entries: Vec<_> = ctx.app.house.rooms.iter().flat_map(|room| &room.public_nav).collect();
    entries.sort_by_key(|entry| entry.group);
    html! {
        header.masthead { div.wrap {
            @let home = if ctx.partnership.is_some() { ctx.public_url("") } else { "/".to_owned() };
            a.brand href=(home) hreflang=[ctx.leads_to(&home).map(Lang::code)] {
                (mark()) span { (owner(ctx)) }
            }
            @if ctx.partnership.is_some() && !entries.is_empty() {
                nav aria-label=(t!(say, "nav-main")) { (ways(ctx, &entries)) }
            }
        } }
    }
}

/// The ways of the public site; those that are in another language than the reader's stand last, under its name.
fn ways(ctx: &Ctx, entries: &[&NavEntry]) -> Markup {
    let say = ctx.say();
    let ways = entries.iter().map(|entry| (entry.key, ctx.public_url(entry.path)));
    let (there, own): (Vec<_>, Vec<_>) = ways.partition(|(_, href)| ctx.leads_to(href).is_some());
    let other = there.first().and_then(|(_, href)| ctx.leads_to(href));
    html! { ul {
        @for (key, href) in &own { li { a href=(href) aria-current=[here(ctx, href)] { (say.html(key, &[])) } } }
        @if let Some(lang) = other { li { (tongue(ctx, lang)) } }
        @for (key, href) in &there { li { a href=(href) hreflang=[other.map(Lang::code)] { (say.html(key, &[])) } } }
    } }
}

fn foot(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    html! {
        footer.foot { div.wrap.small.quiet {
            p {
                (owner(ctx))
                @if ctx.partnership.as_ref().is_some_and(|p| p.invented) { " · " (t!(say, "invented-partnership")) }
            }
            (reach_line(ctx))
            @if ctx.partnership.is_some() {
                @let (accessibility, privacy) = (ctx.public_url("/accessibility"), ctx.public_url("/privacy"));
                @let other = ctx.leads_to(&privacy);
                p.ways {
                    a href=(accessibility) hreflang=[other.map(Lang::code)] { (t!(say, "foot-accessibility")) } " · "
                    a href=(privacy) hreflang=[other.map(Lang::code)] { (t!(say, "foot-privacy")) } " · "
                    a href=(ctx.url("/work")) hreflang=[other.map(Lang::code)] { (t!(say, "foot-workspace")) }
                    @if let Some(lang) = other { (tongue(ctx, lang)) }
                }
            }
        } }
    }
}

/// Every language of the site by its own name; the other official one first. What a list was narrowed to stays.
fn languages(ctx: &Ctx, head: &Head, langs: &[Lang]) -> Markup {
    let here = match head.public_path {
        Some(_) => ctx.address().without("said"),
        None => Address::default(),
    };
    let path = head.public_path.as_deref().unwrap_or_default();
    let in_lang = |lang: &Lang| here.clone().elsewhere(ctx.url(&format!("/{lang}{path}")));
    let link = |lang: &Lang| {
        html! {
            a lang=(lang.code()) hreflang=(lang.code()) dir=(lang.direction()) href=(in_lang(lang)) target=[apart(ctx)] { (lang.own_name()) }
        }
    };
    let mut others: Vec<Lang> = langs.iter().copied().filter(|lang| *lang != ctx.lang).collect();
    others.sort_by_key(|lang| *lang != ctx.lang.other_official());
    let all = ctx.langs_of(path);
    let more: Vec<Lang> =
        all.iter().copied().filter(|lang| !langs.contains(lang) && *lang != ctx.lang).collect();
    html! {
        nav.langs aria-label=(t!(ctx.say(), "nav-languages")) {
            @for (n, lang) in others.iter().enumerate() { @if n > 0 { " · " } (link(lang)) }
            @if !more.is_empty() {
                details { summary { (t!(ctx.say(), "nav-more-languages", n = all.len())) }
                    ul { @for lang in &more { li { (link(lang)) } } }
                }
            }
            (apart_note(ctx))
        }
    }
}

/// Outside any partnership the official languages are a filter of the address.
fn house_languages(ctx: &Ctx, head: &Head) -> Markup {
    let here = asked_anew(ctx, head);
    html! {
        nav.langs aria-label=(t!(ctx.say(), "nav-languages")) {
            @for lang in Lang::OFFICIAL.into_iter().filter(|lang| *lang != ctx.lang) {
                a lang=(lang.code()) hreflang=(lang.code()) href=(here.clone().with("lang", lang.code())) target=[apart(ctx)] { (lang.own_name()) } " "
            }
            (apart_note(ctx))
        }
    }
}

fn workspace(ctx: &Ctx, head: &Head, body: Markup) -> Markup {
    let say = ctx.say();
    html! {
        div.desk {
            nav.rail aria-label=(t!(say, "nav-rooms")) {
                a.brand href=(ctx.url("/work")) { (mark()) span { (t!(say, "product-name")) } }
                details.rooms {
                    summary { (t!(say, "nav-rooms-open")) }
                    (rail(ctx))
                }
            }
            div {
                header.bar {
                    a.small href=(ctx.public_url("")) { (owner(ctx)) }
                    @if ctx.may(crate::pages::ENTER) { (find(ctx)) }
                    @if let Some(account) = ctx.caller.account() {
                        @let other = ctx.lang.other_official();
                        form.inline method="post" action="/sign-in/language" target=[apart(ctx)] {
                            input type="hidden" name="lang" value=(other.code());
                            input type="hidden" name="to" value=(asked_anew(ctx, head));
                            button.linklike lang=(other.code()) { (other.own_name()) }
                            (apart_note(ctx))
                        }
                        a.small href="/sign-in/devices" { bdi { (account.name) } }
                        form.inline method="post" action="/sign-in/out" { button.linklike { (t!(say, "sign-out")) } }
                    }
                }
                main #main .room { (body) }
            }
        }
    }
}

/// The field that finds anything in the partnership: on every page of the workspace.
fn find(ctx: &Ctx) -> Markup {
    let (say, action) = (ctx.say(), ctx.url("/work/search"));
    let typed = if *ctx.path == *action { ctx.address().get("q").to_owned() } else { String::new() };
    html! {
        form.find method="get" action=(action) role="search" aria-label=(t!(say, "search-everything")) {
            label.unseen for="find" { (t!(say, "search-everything")) }
            input type="search" id="find" name="q" value=(typed) maxlength="200" accesskey="/" placeholder=(t!(say, "search-everything"));
            button.linklike { (t!(say, "search-go")) }
        }
    }
}

/// The other language of a page that answers a form opens beside it: what was typed stands on this page alone.
fn apart(ctx: &Ctx) -> Option<&'static str> {
    ctx.is_sent.then_some("_blank")
}

fn apart_note(ctx: &Ctx) -> Markup {
    html! { @if ctx.is_sent { " " span.small.quiet { (t!(ctx.say(), "lang-apart")) } } }
}

/// Where the page can be asked for anew: one that answers a form may stand at an address that only takes forms; then the
/// page above it, or the first.
fn asked_anew(ctx: &Ctx, head: &Head) -> Address {
    let here = ctx.address().without("said");
    if !ctx.is_sent || has_own_page(ctx) {
        return here;
    }
    let first = if ctx.face == Face::Work { ctx.url("/work") } else { "/".to_owned() };
    let above = head.above.last().map_or(first, |(_, href)| href.clone());
    let (path, query) = above.split_once('?').unwrap_or((&above, ""));
    Address::parse(path, query)
}

/// Whether the address of the request can be asked for as a page.
pub(crate) fn has_own_page(ctx: &Ctx) -> bool {
    let whole = match ctx.partnership.as_deref() {
        Some(p) if ctx.at_own_host => format!("/{}{}", p.slug, ctx.path),
        _ => ctx.path.to_string(),
    };
    ctx.app.house.has_page(&whole)
}

/// “You are here”: the pages above this one, and this one.
fn trail(ctx: &Ctx, head: &Head) -> Markup {
    html! { @if !head.above.is_empty() {
        nav.trail aria-label=(t!(ctx.say(), "nav-here")) { ol {
            @for (title, href) in &head.above { li { a href=(href) { (title) } } }
            li aria-current="page" { (named_title(ctx, head)) }
        } }
    } }
}

fn named_title(ctx: &Ctx, head: &Head) -> Markup {
    let lang = head.title_lang.filter(|lang| *lang != ctx.lang);
    html! { span lang=[lang.map(Lang::code)] dir=[lang.map(Lang::direction)] { (head.title) } }
}

/// `page` for the page itself, `true` for a page below it.
fn here(ctx: &Ctx, href: &str) -> Option<&'static str> {
    let rest = ctx.path.strip_prefix(href)?;
    match rest {
        "" => Some("page"),
        rest if rest.starts_with('/') => Some("true"),
        _ => None,
    }
}

fn rail(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let mut entries: Vec<_> =
        ctx.app.house.rooms.iter().flat_map(|room| &room.nav).filter(|entry| ctx.may(entry.see)).collect();
    entries.sort_by_key(|entry| entry.group);
    let groups: Vec<NavGroup> = entries.iter().fold(Vec::new(), |mut groups, entry| {
        if groups.last() != Some(&entry.group) {
            groups.push(entry.group);
        }
        groups
    });
    html! {
        @for group in groups {
            @if group != NavGroup::Top { p.group id=(group.key()) { (say.html(group.key(), &[])) } }
            ul aria-labelledby=[(group != NavGroup::Top).then(|| group.key())] { @for entry in entries.iter().filter(|entry| entry.group == group) {
                @let href = ctx.url(entry.path);
                @let here = here(ctx, &href).filter(|here| entry.path != "/work" || *here == "page");
                li { a href=(href) aria-current=[here] { (say.html(entry.key, &[])) } }
            } }
        }
    }
}

/// The mark: two threads that cross.
fn mark() -> Markup {
    html! {
        svg viewBox="0 0 32 32" fill="none" stroke-width="3" aria-hidden="true" {
            path d="M6 16a6 6 0 0 1 12 0 6 6 0 0 0 12 0" {}
            path d="M2 16a6 6 0 0 0 12 0 6 6 0 0 1 12 0" {}
        }
    }
}
