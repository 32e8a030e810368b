//! Small pieces of pages: notices, ways on, facts, what to do when there is nothing.

use crate::{ctx::Ctx, http::Address};
use maud::{Markup, html};

/// Why a list is empty, what stands in it usually, and the first step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Empty {
    /// Why.
    pub why: String,
    /// One example of what will stand here.
    pub example: Option<String>,
    /// The first step: what it says and where it leads.
    pub first: Option<(String, String)>,
}

/// What stands in place of an empty list.
pub fn empty(empty: &Empty) -> Markup {
    html! {
        div.empty {
            p { (empty.why) }
            @if let Some(example) = &empty.example { p.quiet { (example) } }
            @if let Some((label, href)) = &empty.first { p.acts { a.btn href=(href) { (label) } } }
        }
    }
}

/// Something the reader should know, beside the text.
pub fn notice(body: Markup) -> Markup {
    html! { div.notice { (body) } }
}

/// A link.
pub fn link(href: &str, text: &str) -> Markup {
    html! { a href=(href) { (text) } }
}

/// What can be done here: the first as a button, the others plain. Label and address.
pub fn acts(ways: &[(String, String)]) -> Markup {
    html! { @if !ways.is_empty() { p.acts {
        @for (n, (label, href)) in ways.iter().enumerate() { a.btn.plain[n > 0] href=(href) { (label) } " " }
    } } }
}

/// Facts: what, and what it is. Those that say nothing are left out.
pub fn facts(facts: &[(String, Markup)]) -> Markup {
    html! { dl.facts {
        @for (name, value) in facts.iter().filter(|(_, value)| !value.0.is_empty()) { dt { (name) } dd { (value) } }
    } }
}

/// Parts of one page, each with an address of its own: label, address, whether it is this one.
pub fn tabs(label: &str, parts: &[(String, String, bool)]) -> Markup {
    html! {
        nav.tabs aria-label=(label) { ul {
            @for (text, href, here) in parts { li { a href=(href) aria-current=[here.then_some("page")] { (text) } } }
        } }
    }
}

/// The address to send a reader to after a change, so that the next page says what happened: the words `said-…` of `key`.
pub fn said(to: &str, key: &str) -> String {
    let (path, query) = to.split_once('?').unwrap_or((to, ""));
    Address::parse(path, query).with("said", key).to_string()
}

/// What the page before had to say, when the address names words that exist: nobody else's sentence gets onto a page.
pub(super) fn heard(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let key = format!("said-{}", ctx.address().get("said"));
    html! { @if ctx.app.words.has(crate::langs::Lang::En, &key) { div.notice.good role="status" { p { (say.html(&key, &[])) } } } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_replaces_what_was_said_before() {
        assert_eq!(said("/x/work?page=2&said=a", "b"), "/x/work?page=2&said=b");
    }
}
