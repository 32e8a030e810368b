//! Yes and no.

use super::{Change, Cleaned, Doubt, Outcome, text};
use crate::fold::fold;

/// Yes or no, in English, French or as a mark. Its own form is `yes` and `no`.
///
/// # Errors
/// When it is neither; a lone stroke may be a no or an unknown and is left in doubt.
pub fn yes_no(input: &str) -> Outcome<bool> {
    let Cleaned { value, mut changes } = text(input)?;
    let folded = fold(&value);
    let answer = match folded.as_str() {
        "yes" | "y" | "oui" | "o" | "true" | "t" | "vrai" | "v" | "x" | "1" | "on" | "checked" | "coche" => {
            true
        }
        "no" | "n" | "non" | "false" | "f" | "faux" | "0" | "off" => false,
        _ => match value.as_str() {
            "✓" | "✔" | "☑" | "✅" | "☒" | "🗸" | "✔\u{FE0F}" => true,
            "☐" | "✗" | "✘" | "❌" => false,
            "-" | "–" | "—" | "?" => return Err(Doubt::Ambiguous),
            _ => return Err(Doubt::Unreadable),
        },
    };
    if value != if answer { "yes" } else { "no" } {
        changes.push(Change::Coded);
    }
    Ok(Cleaned::new(answer, changes))
}
