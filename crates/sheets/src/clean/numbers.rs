//! Whole numbers and amounts of money, as they are written in English and in French.

use super::{Change, Cleaned, Doubt, Outcome, text};
use std::fmt;

/// An amount in Canadian dollars. Written down as `1234.50`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    /// In cents.
    pub cents: i64,
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.cents < 0 { "-" } else { "" };
        let cents = self.cents.unsigned_abs();
        write!(f, "{sign}{}.{:02}", cents / 100, cents % 100)
    }
}

/// A whole number.
///
/// # Errors
/// When it is none, or has a fraction; an estimate or a range (`50+`, `10-20`) is no number.
pub fn whole(input: &str) -> Outcome<i64> {
    let Cleaned { value, mut changes } = text(input)?;
    let parts = parts(&value)?;
    if parts.fraction.chars().any(|c| c != '0') {
        return Err(Doubt::Unreadable);
    }
    let number: i64 = parts.signed(&parts.digits)?;
    if number.to_string() != value {
        changes.push(Change::Notation);
    }
    Ok(Cleaned::new(number, changes))
}

/// An amount of money. Cents beyond the second place are no amount.
///
/// # Errors
/// When it is none; another currency than the Canadian dollar is foreign.
pub fn money(input: &str) -> Outcome<Money> {
    let Cleaned { value, mut changes } = text(input)?;
    let bare = without_currency(&value)?;
    let parts = parts(&bare)?;
    let spare = parts.fraction.get(2..).unwrap_or("");
    if spare.chars().any(|c| c != '0') {
        return Err(Doubt::Unreadable);
    }
    let fraction = parts.fraction.get(..2).unwrap_or(&parts.fraction);
    let cents = Money { cents: parts.signed(&format!("{}{fraction:0<2}", parts.digits))? };
    if bare != value {
        changes.push(Change::Wrapping);
    }
    if cents.to_string() != bare {
        changes.push(Change::Notation);
    }
    Ok(Cleaned::new(cents, changes))
}

/// Without the sign or code of the Canadian dollar.
fn without_currency(value: &str) -> Result<String, Doubt> {
    let upper = value.to_uppercase();
    let foreign = ["US", "EUR", "€", "£", "¥", "GBP", "AUD"];
    if foreign.iter().any(|sign| upper.contains(sign)) {
        return Err(Doubt::Foreign);
    }
    let mut bare = upper;
    for sign in ["CAD", "CA$", "C$", "CDN", "$ CA", "$CA", "DOLLARS", "$"] {
        bare = bare.replacen(sign, "", 1);
    }
    Ok(bare.replace("- ", "-").trim().to_owned())
}

/// A number taken apart: digits before and behind its point.
struct Parts {
    negative: bool,
    digits: String,
    fraction: String,
}

impl Parts {
    fn signed(&self, digits: &str) -> Result<i64, Doubt> {
        let size: i64 = digits.parse().map_err(|_| Doubt::Impossible)?;
        Ok(if self.negative { -size } else { size })
    }
}

/// Spaces and apostrophes only group; points and commas group or divide, by what stands behind them.
fn parts(value: &str) -> Result<Parts, Doubt> {
    let (negative, bare) = match value.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (true, inner),
        None => match value.strip_prefix(['-', '−', '–']) {
            Some(rest) => (true, rest),
            None => (false, value.strip_prefix('+').unwrap_or(value)),
        },
    };
    let bare = bare.trim();
    let groups = |c: char| matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\'' | '’');
    if bare.is_empty() || !bare.chars().all(|c| c.is_ascii_digit() || groups(c) || matches!(c, '.' | ',')) {
        return Err(Doubt::Unreadable);
    }
    let divider = divider(bare)?;
    let (before, fraction) = match divider {
        Some(at) => (bare.get(..at).unwrap_or(""), bare.get(at + 1..).unwrap_or("")),
        None => (bare, ""),
    };
    if !fraction.chars().all(|c| c.is_ascii_digit()) || !is_grouped(before, groups) {
        return Err(Doubt::Unreadable);
    }
    let digits: String = before.chars().filter(char::is_ascii_digit).collect();
    let digits = if digits.is_empty() && !fraction.is_empty() { "0".to_owned() } else { digits };
    Ok(Parts { negative, digits, fraction: fraction.to_owned() })
}

/// Where the sign is that divides the fraction off.
///
/// Of both signs it is the last. One comma before three digits groups, as in English, and one point before three digits may group or
/// divide: that is left in doubt.
fn divider(text: &str) -> Result<Option<usize>, Doubt> {
    let (points, commas) = (text.matches('.').count(), text.matches(',').count());
    let behind = |at: usize| text.len() - at - 1;
    Ok(match (text.rfind('.'), text.rfind(',')) {
        (Some(point), Some(comma)) if point > comma && points == 1 => Some(point),
        (Some(point), Some(comma)) if comma > point && commas == 1 => Some(comma),
        (Some(_), Some(_)) => return Err(Doubt::Unreadable),
        (None, Some(at)) if commas == 1 && behind(at) != 3 => Some(at),
        (Some(at), None) if points == 1 && behind(at) != 3 => Some(at),
        (Some(at), None) if points == 1 && text.get(..at).is_some_and(|before| before.len() <= 3) => {
            return Err(Doubt::Ambiguous);
        }
        (Some(at), None) if points == 1 => Some(at),
        _ => None,
    })
}

/// Whether digits stand in groups of three behind the first, if in groups at all.
fn is_grouped(text: &str, blank: impl Fn(char) -> bool) -> bool {
    let groups: Vec<&str> = text.split(|c: char| blank(c) || matches!(c, '.' | ',')).collect();
    match groups.as_slice() {
        [] | [_] => true,
        [first, rest @ ..] => (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3),
    }
}
