//! What was found by a word, over all rooms.

use crate::{
    ctx::Ctx,
    html::{Head, page, worded},
    http::{Answer, html},
    search::{Found, HITS, Hit, Sought, find},
    t,
    text::Worded,
};
use maud::{Markup, html as markup};

/// `GET /{p}/work/search?q=`.
pub async fn show(ctx: Ctx) -> Answer {
    let address = ctx.address();
    let mut tx = ctx.read(super::ENTER).await?;
    let sought = Sought::parse(address.get("q"));
    let found = match &sought {
        Some(sought) => find(&ctx, &mut tx, sought).await?,
        None => Vec::new(),
    };
    tx.done().await?;
    html(view(&ctx, sought.as_ref(), &found))
}

/// The page.
fn view(ctx: &Ctx, sought: Option<&Sought>, found: &[(&'static str, Found)]) -> Markup {
    let say = ctx.say();
    let body = markup! {
        @match sought {
            None => p { (t!(say, "search-what")) },
            Some(sought) if found.is_empty() => {
                p { (t!(say, "search-nothing", words = sought.words())) }
                p.quiet { (t!(say, "search-nothing-hint")) }
            }
            Some(sought) => p { (t!(say, "search-found", words = sought.words())) },
        }
        @for (kind, of) in found { (group(ctx, kind, of)) }
    };
    page(ctx, &Head::new(t!(say, "search-title")), body)
}

fn group(ctx: &Ctx, kind: &str, found: &Found) -> Markup {
    let say = ctx.say();
    markup! { section id={ "found-" (kind) } {
        h2 { (say.t(&format!("kind-{kind}"), &[])) }
        ul.plain-list { @for hit in found.hits.iter().take(HITS) { li {
            a href=(hit.href) { (worded(ctx, &hit.title)) }
            @if !hit.detail.is_empty() { " " span.small.quiet { (hit.detail) } }
        } } }
        @if found.hits.len() > HITS { p.small {
            @match &found.list {
                Some(href) => a href=(href) { (t!(say, "search-more", n = HITS)) },
                None => (t!(say, "search-more-words", n = HITS)),
            }
        } }
    } }
}

/// The page with and without anything found.
pub(super) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let hit = |n: usize| Hit {
        title: Worded::new(format!("Maple Library {n}"), ctx.lang),
        href: ctx.url("/work"),
        detail: if n == 1 { "Maple".to_owned() } else { String::new() },
    };
    let many = Found { hits: (1..=HITS + 1).map(hit).collect(), list: Some(ctx.url("/work")) };
    let few = Found { hits: vec![hit(1)], list: None };
    let sought = Sought::parse("maple");
    vec![
        ("found", view(ctx, sought.as_ref(), &[("sample", many), ("partnership", few)])),
        ("nothing", view(ctx, sought.as_ref(), &[])),
        ("nobody-asked", view(ctx, None, &[])),
    ]
}
