//! Addresses of electronic mail.

use super::{Change, Cleaned, Doubt, Outcome, text};

/// An address: its domain in small letters, without what people and programs put around it.
///
/// # Errors
/// When it is none, or several.
pub fn mail(input: &str) -> Outcome<String> {
    let Cleaned { value, mut changes } = text(input)?;
    let mut bare = value.as_str();
    if let Some((_, rest)) = bare.rsplit_once('<').filter(|(_, rest)| rest.ends_with('>')) {
        bare = rest;
    }
    if bare.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("mailto:")) {
        bare = bare.get(7..).unwrap_or_default();
    }
    let bare =
        bare.trim_matches(|c: char| matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '"' | ',' | ';' | ' '));
    let bare = bare.trim_end_matches('.');
    if bare != value {
        changes.push(Change::Wrapping);
    }
    if bare.matches('@').count() > 1 {
        return Err(Doubt::Several);
    }
    let (local, domain) = bare.split_once('@').ok_or(Doubt::Unreadable)?;
    let domain_small = domain.to_lowercase();
    if !is_local(local) || !is_domain(&domain_small) {
        return Err(Doubt::Unreadable);
    }
    // What stands before the sign is the receiver's to read; all capitals are a key left down.
    let shouted = local.chars().any(char::is_uppercase) && !local.chars().any(char::is_lowercase);
    let local = if shouted { local.to_lowercase() } else { local.to_owned() };
    let address = format!("{local}@{domain_small}");
    if address != bare {
        changes.push(Change::Case);
    }
    Ok(Cleaned::new(address, changes))
}

fn is_local(local: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    (1..=64).contains(&local.len())
        && local.chars().all(fits)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
}

/// A domain with at least two labels, the last of which is no number.
pub fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let label = |label: &&str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = labels.last().is_some_and(|last| last.len() >= 2 && last.chars().any(char::is_alphabetic));
    domain.len() <= 253 && labels.len() >= 2 && labels.iter().all(label) && last
}
