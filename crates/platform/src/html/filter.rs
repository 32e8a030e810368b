//! Filters of a list: they live in the address, and each answer says how many rows it would leave.

use super::choice::Choice;
use crate::{ctx::Ctx, http::Address, langs::Lang, t};
use maud::{Markup, html};

/// One thing that a list can be narrowed by.
#[derive(Debug, Clone)]
pub struct Filter {
    /// Its name in the address.
    pub name: &'static str,
    /// Its label.
    pub label: String,
    /// Its answers, with counts.
    pub choices: Vec<Choice>,
}

/// Names that a filter may not have: the list itself uses them.
const OWN: [&str; 5] = ["sort", "cols", "page", "rows", "said"];

/// Whether the address narrows the list.
pub(super) fn is_narrowed(address: &Address, filters: &[Filter]) -> bool {
    !address.get("q").is_empty() || filters.iter().any(|filter| !address.get(filter.name).is_empty())
}

/// The address with nothing narrowed; order and columns stay.
pub(super) fn cleared(address: &Address, filters: &[Filter]) -> Address {
    let all = filters.iter().map(|filter| filter.name).chain(["q", "page", "said"]);
    all.fold(address.clone(), Address::without)
}

/// The form above a list.
pub(super) fn form(ctx: &Ctx, address: &Address, search: Option<&str>, filters: &[Filter]) -> Markup {
    let say = ctx.say();
    if search.is_none() && filters.is_empty() {
        return html! {};
    }
    html! {
        form.filters method="get" action=(address.path) role="search" {
            @for (name, value) in address.pairs().filter(|(name, _)| matches!(*name, "sort" | "cols" | "rows")) {
                input type="hidden" name=(name) value=(value);
            }
            @if let Some(label) = search {
                div.field { label for="q" { (label) } input type="search" id="q" name="q" value=(address.get("q")); }
            }
            @for filter in filters.iter().filter(|filter| !OWN.contains(&filter.name)) { (one(ctx, address, filter)) }
            div.field.acts {
                button.btn.plain { (t!(say, "list-show")) }
                @if is_narrowed(address, filters) { " " a href=(cleared(address, filters)) { (t!(say, "list-clear")) } }
            }
        }
    }
}

fn one(ctx: &Ctx, address: &Address, filter: &Filter) -> Markup {
    let say = ctx.say();
    let picked = address.get(filter.name);
    let id = format!("filter-{}", filter.name);
    html! {
        div.field {
            label for=(id) { (filter.label) }
            select id=(id) name=(filter.name) {
                option value="" { (t!(say, "list-any")) }
                @for choice in &filter.choices {
                    option lang=[choice.lang.map(Lang::code)] value=(choice.code) selected[choice.code == picked] {
                        (choice.label) @if let Some(count) = choice.count { " (" (say.number(count)) ")" }
                    }
                }
            }
        }
    }
}
