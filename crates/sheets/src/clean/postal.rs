//! Canadian postal codes.

use super::{Change, Cleaned, Doubt, Outcome, text};

/// A postal code as `A1A 1A1`.
///
/// # Errors
/// When it is none; a code of the United States is foreign.
pub fn postal(input: &str) -> Outcome<String> {
    let Cleaned { value, mut changes } = text(input)?;
    let upper = value.to_uppercase();
    let signs: Vec<char> = upper.chars().filter(|c| !matches!(c, ' ' | '-' | '.')).collect();
    let digits = signs.iter().filter(|c| c.is_ascii_digit()).count();
    match (signs.len(), digits) {
        (6, _) => {}
        (5 | 9, digits) if digits == signs.len() => return Err(Doubt::Foreign),
        (3, 1 | 2) => return Err(Doubt::Incomplete),
        _ => return Err(Doubt::Unreadable),
    }
    let mut code = String::with_capacity(7);
    for (at, sign) in signs.into_iter().enumerate() {
        let meant = if at % 2 == 0 { letter(sign, at == 0)? } else { digit(sign)? };
        if meant != sign {
            changes.push(Change::LookAlike);
        }
        if at == 3 {
            code.push(' ');
        }
        code.push(meant);
    }
    let small = value.chars().any(char::is_lowercase);
    if small {
        changes.push(Change::Case);
    }
    let exchanged = changes.contains(&Change::LookAlike);
    if !exchanged && code != upper {
        changes.push(Change::Notation);
    }
    Ok(Cleaned::new(code, changes))
}

/// The digit that is meant where only one can stand: there is no letter O in any postal code, and it is typed all the same.
fn digit(sign: char) -> Result<char, Doubt> {
    match sign {
        '0'..='9' => Ok(sign),
        'O' => Ok('0'),
        'I' | 'L' => Ok('1'),
        _ => Err(Doubt::Unreadable),
    }
}

/// A letter that stands in postal codes; W and Z never stand first.
fn letter(sign: char, first: bool) -> Result<char, Doubt> {
    match sign {
        'D' | 'F' | 'I' | 'O' | 'Q' | 'U' => Err(Doubt::Impossible),
        'W' | 'Z' if first => Err(Doubt::Impossible),
        'A'..='Z' => Ok(sign),
        _ => Err(Doubt::Unreadable),
    }
}
