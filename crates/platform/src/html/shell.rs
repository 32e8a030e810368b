//! The shell: the public site's masthead and foot, the workspace's rail and bar.

use super::blocks::heard;
use crate::{
    ctx::{Ctx, Face},
    http::assets::asset,
    langs::Lang,
    manifest::NavGroup,
    t,
    thread::Thread,
};
use maud::{DOCTYPE, Markup, html};

/// What the shell needs to know about a page.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// The one heading, and the title of the window.
    pub title: String,
    /// Where the page's object stands between need and result, when it is an object's page.
    pub thread: Thread,
    /// The path below the language, for the switch (`/who`): only on the public site.
    pub public_path: Option<String>,
}

impl Head {
    /// A page with this heading.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
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
}

/// A whole page around `body`, which follows the heading.
pub fn page(ctx: &Ctx, head: &Head, body: Markup) -> Markup {
    let name = ctx.partnership.as_ref().map(|p| p.name.plain(ctx.lang).to_owned()).unwrap_or_default();
    let say = ctx.say();
    let is_refused = body.0.contains(super::form::SUMMARY);
    let body = html! {
        (thread_line(ctx, &head.thread))
        h1 { (head.title) }
        (heard(ctx))
        (body)
    };
    html! {
        (DOCTYPE)
        html lang=(ctx.lang.code()) dir=(ctx.lang.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { @if is_refused { (t!(say, "form-error-mark")) " " } (head.title) @if !name.is_empty() { " · " (name) } }
                link rel="stylesheet" href=(asset("kith.css"));
                @if let (Some(path), Some(p)) = (&head.public_path, ctx.partnership.as_ref()) {
                    @for lang in &p.langs { link rel="alternate" hreflang=(lang.code()) href=(ctx.url(&format!("/{lang}{path}"))); }
                }
            }
            body {
                a.skip href="#main" { (t!(say, "skip-to-content")) }
                @if ctx.face == Face::Work { (workspace(ctx, &name, body)) } @else { (site(ctx, head, &name, body)) }
            }
        }
    }
}

fn site(ctx: &Ctx, head: &Head, name: &str, body: Markup) -> Markup {
    let say = ctx.say();
    html! {
        @if let Some(p) = ctx.partnership.as_ref() {
            div.emergency { div.wrap {
                span { (t!(say, "emergency-danger")) " " a href="tel:911" { bdi dir="ltr" { "911" } } }
                span { (t!(say, "emergency-suicide")) " " a href="tel:988" { bdi dir="ltr" { "988" } } }
                span { (t!(say, "emergency-find")) " " a href="tel:211" { bdi dir="ltr" { "211" } } }
                span { (t!(say, "emergency-nurse")) " " a href="tel:811" { bdi dir="ltr" { "811" } } }
                (languages(ctx, head, &p.langs))
            } }
        }
        header.masthead { div.wrap {
            a.brand href=(if ctx.partnership.is_some() { ctx.public_url("") } else { "/".to_owned() }) { (mark()) span { @if name.is_empty() { (t!(say, "product-name")) } @else { (name) } } }
            @if ctx.partnership.is_some() {
                nav aria-label=(t!(say, "nav-main")) { ul {
                    @for entry in ctx.app.house.rooms.iter().flat_map(|room| &room.public_nav) {
                        @let href = ctx.public_url(entry.path);
                        li { a href=(href) aria-current=[(*ctx.path == *href).then_some("page")] { (say.t(entry.key, &[])) } }
                    }
                } }
            }
        } }
        main #main .wrap { (body) }
        footer.foot { div.wrap.small.quiet {
            p {
                @if name.is_empty() { (t!(say, "product-name")) } @else { (name) }
                @if ctx.partnership.as_ref().is_some_and(|p| p.invented) { " · " (t!(say, "invented-partnership")) }
            }
            @if ctx.partnership.is_some() {
                p { a href=(ctx.public_url("/accessibility")) { (t!(say, "foot-accessibility")) } " · " a href=(ctx.public_url("/privacy")) { (t!(say, "foot-privacy")) } " · " a href=(ctx.url("/work")) { (t!(say, "foot-workspace")) } }
            }
        } }
    }
}

/// Every language of the site by its own name; the other official one first.
fn languages(ctx: &Ctx, head: &Head, langs: &[Lang]) -> Markup {
    let path = head.public_path.as_deref().unwrap_or_default();
    let mut others: Vec<Lang> = langs.iter().copied().filter(|lang| *lang != ctx.lang).collect();
    others.sort_by_key(|lang| *lang != ctx.lang.other_official());
    html! {
        span.langs {
            @for (n, lang) in others.iter().enumerate() {
                @if n > 0 { " · " }
                a lang=(lang.code()) hreflang=(lang.code()) dir=(lang.direction()) href=(ctx.url(&format!("/{lang}{path}"))) { (lang.own_name()) }
            }
        }
    }
}

fn workspace(ctx: &Ctx, name: &str, body: Markup) -> Markup {
    let say = ctx.say();
    html! {
        div.desk {
            nav.rail aria-label=(t!(say, "nav-rooms")) {
                a.brand href=(ctx.url("/work")) { (mark()) span { (t!(say, "product-name")) } }
                (rail(ctx))
            }
            div {
                header.bar {
                    span.small { (name) }
                    @if let Some(account) = ctx.caller.account() {
                        @let other = ctx.lang.other_official();
                        form.inline method="post" action="/sign-in/language" {
                            input type="hidden" name="lang" value=(other.code());
                            input type="hidden" name="to" value=(ctx.address().without("said"));
                            button.linklike lang=(other.code()) { (other.own_name()) }
                        }
                        a.small href="/sign-in/devices" { (account.name) }
                        form.inline method="post" action="/sign-in/out" { button.linklike { (t!(say, "sign-out")) } }
                    }
                }
                main #main .room { (body) }
            }
        }
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
            @if group != NavGroup::Top { h2 { (say.t(group.key(), &[])) } }
            ul { @for entry in entries.iter().filter(|entry| entry.group == group) {
                @let href = ctx.url(entry.path);
                @let here = if entry.path == "/work" { *ctx.path == *href } else { ctx.path.starts_with(&href) };
                li { a href=(href) aria-current=[here.then_some("page")] { (say.t(entry.key, &[])) } }
            } }
        }
    }
}

/// The thread above an object's heading: the one ornament.
pub fn thread_line(ctx: &Ctx, thread: &Thread) -> Markup {
    html! {
        @if thread.up.len() + thread.down.len() > 1 {
            ol.thread aria-label=(t!(ctx.say(), "thread-label")) {
                @for (n, knot) in thread.up.iter().enumerate() {
                    li aria-current=[(n + 1 == thread.up.len()).then_some("true")] {
                        b { (knot.word) }
                        @match &knot.href { Some(href) if n + 1 < thread.up.len() => a href=(href) { (knot.title) }, _ => (knot.title) }
                    }
                }
                @for knot in thread.down.iter().take(3) {
                    li { b { (knot.word) } @match &knot.href { Some(href) => a href=(href) { (knot.title) }, None => (knot.title) } }
                }
                @if thread.down.len() > 3 { li { b { (t!(ctx.say(), "thread-more", n = thread.down.len() - 3)) } } }
            }
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
