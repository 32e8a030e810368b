//! Samples of what nobody found.

use super::page::{Told, view};
use crate::rules::unfound::{Period, Under};
use maud::Markup;
use platform::{ctx::Ctx, db::Page, manifest::Sampled};

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    vec![Sampled { name: "directory/unfound", samples: lists }]
}

fn lists(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let told = |need: &str, language: &str, period: Period, times: u64| Told {
        under: Under { need: need.to_owned(), language: language.to_owned(), period },
        times,
    };
    let some = vec![
        told("dentist", "ti", Period::Week(2026, 47), 9),
        told("", "ar", Period::Month(2026, 10), 6),
        told("counselling", "", Period::Year(2025), 5),
        told("family-violence", "", Period::Year(2025), 7),
    ];
    let page = |rows: Vec<Told>| Page { total: 4, rows, number: 1, size: 4 };
    vec![("some", view(ctx, &page(some))), ("none", view(ctx, &Page { total: 0, ..page(Vec::new()) }))]
}
