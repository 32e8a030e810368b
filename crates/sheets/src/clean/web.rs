//! Addresses of web pages.

use super::mail::is_domain;
use super::{Change, Cleaned, Doubt, Outcome, text};

/// The address of a page: with `https://` where nothing stands before it, scheme and host in small letters. Only `http` and `https`.
///
/// # Errors
/// When it is none, or several.
pub fn address(input: &str) -> Outcome<String> {
    let Cleaned { value, mut changes } = text(input)?;
    if value.contains(' ') {
        let several = value.split(' ').filter(|word| word.contains('.') && word.contains('/')).count() > 1;
        return Err(if several { Doubt::Several } else { Doubt::Unreadable });
    }
    let bare = value.trim_matches(|c: char| matches!(c, '<' | '>' | '(' | ')' | '"' | ',' | ';'));
    if bare != value {
        changes.push(Change::Wrapping);
    }
    let (scheme, rest) = match bare.split_once("://") {
        Some((scheme, rest)) => (scheme.to_lowercase(), rest),
        None => {
            changes.push(Change::Completed);
            ("https".to_owned(), bare)
        }
    };
    if scheme != "http" && scheme != "https" {
        return Err(Doubt::Unreadable);
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    let small = name.to_lowercase();
    if !is_domain(&small) || !port.chars().all(|c| c.is_ascii_digit()) || host.ends_with(':') {
        return Err(Doubt::Unreadable);
    }
    let colon = if port.is_empty() { "" } else { ":" };
    // The root of a site is written without its stroke.
    let path = if path == "/" { "" } else { path };
    let clean = format!("{scheme}://{small}{colon}{port}{path}");
    if !changes.contains(&Change::Completed) && clean != bare {
        changes.push(Change::Notation);
    }
    Ok(Cleaned::new(clean, changes))
}
