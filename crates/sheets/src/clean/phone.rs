//! Telephone numbers, Canadian unless they say otherwise.

use super::{Change, Cleaned, Doubt, Outcome, text};
use std::fmt;

/// A telephone number. Written down as RFC 3966 does: `+16135550100;ext=12`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone {
    /// The number (E.164), with `+` and the country code.
    pub number: String,
    /// The extension behind it, digits only.
    pub extension: Option<String>,
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.extension {
            Some(extension) => write!(f, "{};ext={extension}", self.number),
            None => f.write_str(&self.number),
        }
    }
}

/// Words before an extension, the longer ones first.
const EXTENSIONS: &[&str] = &[";ext=", "extension", "poste", "post.", "ext.", "ext", "#", "x"];

/// Words before a number.
const LABELS: &[&str] =
    &["telephone", "téléphone", "phone", "tél.", "tél", "tel.", "tel", "tel:", "ph.", "t:", "p:", "c:"];

/// A number of Canada and its neighbours in any notation, or one of elsewhere with its country code.
///
/// # Errors
/// When it is none, several, without its area code, or one that nobody can have.
pub fn phone(input: &str) -> Outcome<Phone> {
    let Cleaned { value, mut changes } = text(input)?;
    let lower = value.to_lowercase();
    let label = LABELS.iter().filter_map(|label| lower.strip_prefix(label)).min_by_key(|rest| rest.len());
    let bare = label.map_or(lower.as_str(), |rest| rest.trim_start_matches([':', ' ', '.']));
    if label.is_some() {
        changes.push(Change::Wrapping);
    }
    let (main, extension) = parted(bare)?;
    let main = spelled_out(main);
    let digits: String = main.chars().filter(char::is_ascii_digit).collect();
    if !is_written_so(&main) || digits.is_empty() {
        return Err(Doubt::Unreadable);
    }
    let abroad = if main.trim_start_matches(['(', ' ']).starts_with('+') {
        Some(digits.as_str())
    } else {
        digits.strip_prefix("011").or_else(|| digits.strip_prefix("00"))
    };
    let number = match abroad {
        Some(digits) => match digits.strip_prefix('1') {
            Some(rest) => at_home(rest)?,
            None => elsewhere(digits)?,
        },
        None => at_home(digits.strip_prefix('1').filter(|rest| rest.len() >= 10).unwrap_or(&digits))?,
    };
    let clean = Phone { number, extension };
    if clean.to_string() != value {
        let completed = !main.contains('+') && abroad.is_none();
        changes.push(if completed { Change::Completed } else { Change::Notation });
    }
    Ok(Cleaned::new(clean, changes))
}

/// Whether only signs of numbers stand there, and a plus nowhere but before all digits.
fn is_written_so(main: &str) -> bool {
    let first = main.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    main.chars().all(|c| c.is_ascii_digit() || " +-.()/\u{2010}\u{2011}\u{2012}\u{2013}".contains(c))
        && main.rfind('+').is_none_or(|plus| plus < first)
}

/// The number and its extension.
fn parted(text: &str) -> Result<(&str, Option<String>), Doubt> {
    let found = EXTENSIONS.iter().filter_map(|word| {
        let at = text.find(word).filter(|at| *at > 0)?;
        let rest = text.get(at + word.len()..)?.trim_matches([' ', '.', ':', '#', '-', ')']);
        let fits = (1..=7).contains(&rest.len()) && rest.chars().all(|c| c.is_ascii_digit());
        fits.then(|| {
            (text.get(..at).unwrap_or("").trim_end_matches([' ', ',', '(', ';', '-']), rest.to_owned())
        })
    });
    Ok(match found.min_by_key(|(main, _)| main.len()) {
        Some((main, extension)) => (main, Some(extension)),
        None if text.contains([';', ',']) || text.contains(" or ") || text.contains(" ou ") => {
            return Err(Doubt::Several);
        }
        None => (text, None),
    })
}

/// `1-800-flowers` by the letters on the keys; only where a number with toll-free beginning is spelled.
fn spelled_out(text: &str) -> String {
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    let toll_free = ["800", "833", "844", "855", "866", "877", "888"];
    let begin: String = text.chars().filter(char::is_ascii_digit).collect();
    let begins = toll_free.iter().any(|code| begin.strip_prefix('1').unwrap_or(&begin).starts_with(code));
    if letters < 3 || !begins {
        return text.to_owned();
    }
    let key = |c: char| match c {
        'a'..='c' => '2',
        'd'..='f' => '3',
        'g'..='i' => '4',
        'j'..='l' => '5',
        'm'..='o' => '6',
        'p'..='s' => '7',
        't'..='v' => '8',
        'w'..='z' => '9',
        c => c,
    };
    text.chars().map(key).collect()
}

/// The ten digits of the North American plan: neither area nor exchange begins with 0 or 1, and no code of services (`911`) is one.
fn at_home(digits: &str) -> Result<String, Doubt> {
    match digits.len() {
        10 => {}
        7 => return Err(Doubt::Incomplete),
        14 | 20 => return Err(Doubt::Several),
        _ => return Err(Doubt::Unreadable),
    }
    let part = |from: usize| digits.get(from..from + 3).unwrap_or("");
    let fits = |code: &str| code.starts_with(|c: char| ('2'..='9').contains(&c)) && !code.ends_with("11");
    if fits(part(0)) && fits(part(3)) { Ok(format!("+1{digits}")) } else { Err(Doubt::Impossible) }
}

/// A number of another country: nobody's codes begin with 0, and none has more than 15 digits.
fn elsewhere(digits: &str) -> Result<String, Doubt> {
    if !(7..=15).contains(&digits.len()) || digits.starts_with('0') {
        return Err(Doubt::Impossible);
    }
    Ok(format!("+{digits}"))
}
