//! Languages, by any of their names, as BCP 47 codes.

use super::tongues::{TONGUES, Tongue};
use super::{Apart, Change, Cleaned, Doubt, Outcome, split, text};
use crate::fold::fold;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The code of a language by its English, French or own name, or by its code (ISO 639-1, 639-3, or a tag with a region).
///
/// # Errors
/// When no language is known by it; *no* may be Norwegian or none.
pub fn language(input: &str) -> Outcome<&'static str> {
    let Cleaned { value, mut changes } = text(input)?;
    // The old code of Norwegian is an answer, and mostly not to the question which language it is.
    if value.eq_ignore_ascii_case("no") {
        return Err(Doubt::Ambiguous);
    }
    let code = by_code(&value).or_else(|| by_name(&value)).ok_or(Doubt::Unreadable)?;
    if code != value {
        changes.push(Change::Coded);
    }
    Ok(Cleaned::new(code, changes))
}

/// All languages of a cell, in their order, each once, and the words in it that name none.
pub fn languages(input: &str) -> (Vec<Cleaned<&'static str>>, Vec<String>) {
    let (mut known, mut unknown): (Vec<Cleaned<&'static str>>, Vec<String>) = (Vec::new(), Vec::new());
    for name in split(input, Apart { comma: true, stroke: true, words: true }) {
        match language(&name) {
            Ok(found) if known.iter().any(|one| one.value == found.value) => {}
            Ok(found) => known.push(found),
            Err(_) => unknown.push(name),
        }
    }
    (known, unknown)
}

fn by_code(value: &str) -> Option<&'static str> {
    let lower = value.to_lowercase().replace('_', "-");
    let code = |tongue: &&Tongue, code: &str| {
        tongue.code.eq_ignore_ascii_case(code) || tongue.others.split(' ').any(|other| other == code)
    };
    let exact = TONGUES.iter().find(|tongue| code(tongue, &lower));
    // A region says nothing about the language, but for Chinese, where it says how it is written.
    let primary = lower.split('-').next().unwrap_or("");
    let regional = || match lower.as_str() {
        "zh-cn" | "zh-sg" => Some("zh-Hans"),
        "zh-tw" | "zh-hk" | "zh-mo" => Some("zh-Hant"),
        _ => TONGUES
            .iter()
            .find(|tongue| !primary.is_empty() && code(tongue, primary))
            .map(|tongue| tongue.code),
    };
    exact.map(|tongue| tongue.code).or_else(regional)
}

fn by_name(value: &str) -> Option<&'static str> {
    // *Arabic (Levantine)*: what is before the bracket is a name of its own, if the whole is none.
    let outer = value.split(['(', '[']).next().unwrap_or("");
    NAMES.get(&fold(value)).or_else(|| NAMES.get(&fold(outer))).copied()
}

/// Codes by folded name.
static NAMES: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
    let named = |tongue: &'static Tongue| tongue.names.split('|').map(|name| (fold(name), tongue.code));
    TONGUES.iter().flat_map(named).collect()
});
