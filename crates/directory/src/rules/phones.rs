//! Telephone numbers as people type them.

use super::{DirectoryRefusal, facts::Phone};
use platform::text::in_plain_digits;

/// A service has at most so many numbers.
const MOST: usize = 10;
/// What a number is for has at most so many characters.
const ABOUT: usize = 100;
/// Signs that turn the direction of writing: numbers copied from some programs stand between two of them.
const TURNS: [char; 11] = [
    '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}',
    '\u{2067}', '\u{2068}', '\u{2069}',
];

/// The telephone numbers that a form says, one per line: the number, then what it is for in words. Ten digits, or eleven with a 1 before
/// them, or three as in 211; in the digits of whatever keyboard.
///
/// # Errors
/// [`DirectoryRefusal::NotAPhone`], [`DirectoryRefusal::TooManyPhones`].
pub fn read_phones(typed: &str) -> Result<Vec<Phone>, DirectoryRefusal> {
    let typed = in_plain_digits(typed).replace(TURNS, "");
    let lines: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() > MOST {
        return Err(DirectoryRefusal::TooManyPhones { max: MOST });
    }
    lines
        .into_iter()
        .map(|line| read_phone(line).ok_or_else(|| DirectoryRefusal::NotAPhone { typed: line.to_owned() }))
        .collect()
}

/// One number with what follows it; none where it has too few or too many digits.
pub(crate) fn read_phone(line: &str) -> Option<Phone> {
    let is_part = |c: char| c.is_ascii_digit() || " ()+-.\u{a0}\u{2011}".contains(c);
    let end = line.char_indices().find(|(_, c)| !is_part(*c)).map_or(line.len(), |(at, _)| at);
    let (number, rest) = line.split_at_checked(end)?;
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let number = match digits.len() {
        3 => digits,
        10 => dashed(&digits)?,
        11 if digits.starts_with('1') => format!("1-{}", dashed(digits.get(1..)?)?),
        _ => return None,
    };
    let (extension, about) = read_extension(trimmed(rest));
    let fits = about.chars().count() <= ABOUT && !about.chars().any(char::is_control);
    fits.then(|| Phone { number, extension, about: about.to_owned() })
}

fn trimmed(text: &str) -> &str {
    text.trim_matches([',', ';', ':', ' ', '\u{a0}', '(', ')', '-', '–'])
}

/// How an extension begins, the longer ways first.
const EXTENSIONS: [&str; 8] = ["extension", "ext.", "ext", "poste", "post.", "local", "x", "#"];

/// The extension that a text begins with, and what it says after that.
fn read_extension(text: &str) -> (Option<u32>, &str) {
    let after = |word: &&str| {
        let start = text.get(..word.len())?;
        start.eq_ignore_ascii_case(word).then(|| text.get(word.len()..)).flatten()
    };
    let Some(rest) = EXTENSIONS.iter().find_map(after) else { return (None, text) };
    let rest = rest.trim_start_matches(['.', ':', ' ', '\u{a0}']);
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, about) = rest.split_at(end);
    let ends = about.chars().next().is_none_or(|c| !c.is_alphanumeric());
    // A nought before it would be lost in a number: it stays in words.
    match digits.parse::<u32>() {
        Ok(number) if digits.len() <= 6 && ends && !digits.starts_with('0') => (Some(number), trimmed(about)),
        _ => (None, text),
    }
}

fn dashed(digits: &str) -> Option<String> {
    Some(format!("{}-{}-{}", digits.get(..3)?, digits.get(3..6)?, digits.get(6..)?))
}

/// One number as a line of a form says it.
pub(crate) fn write_phone(of: &Phone) -> String {
    let extension = of.extension.map(|n| format!(" ext. {n}")).unwrap_or_default();
    let about = if of.about.is_empty() { String::new() } else { format!(", {}", of.about) };
    format!("{}{extension}{about}", of.number)
}

/// The lines of a form that say these numbers.
pub fn write_phones(phones: &[Phone]) -> String {
    phones.iter().map(write_phone).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_what_they_are_for() {
        let all = read_phones("(905) 555-0100\n1 800 555 0199, Arabic\n\n211\n905.555.0101 ext 12").unwrap();
        let said: Vec<_> = all.iter().map(|one| (one.number.as_str(), one.about.as_str())).collect();
        assert_eq!(
            said,
            [("905-555-0100", ""), ("1-800-555-0199", "Arabic"), ("211", ""), ("905-555-0101", "")]
        );
        assert_eq!(all.iter().map(|one| one.extension).collect::<Vec<_>>(), [None, None, None, Some(12)]);
        assert_eq!(read_phones(&write_phones(&all)).unwrap(), all);
        let pasted = read_phones("\u{202a}905-555-0100\u{202c}\n٩٠٥٥٥٥٠١٠٠").unwrap();
        assert!(pasted.iter().all(|one| one.number == "905-555-0100" && one.about.is_empty()), "{pasted:?}");
        assert_eq!(read_phones(&"211\n".repeat(11)), Err(DirectoryRefusal::TooManyPhones { max: 10 }));
        for (typed, extension, about) in [
            ("905-555-0100 poste 204, arabe", Some(204), "arabe"),
            ("905-555-0100x7", Some(7), ""),
            ("905-555-0100 (ext. 31) evenings", Some(31), "evenings"),
            ("905-555-0100 #4", Some(4), ""),
            ("905-555-0100, extra help", None, "extra help"),
            ("905-555-0100 ext 0042", None, "ext 0042"),
            ("905-555-0100 ext 12b", None, "ext 12b"),
            ("905-555-0100, local office", None, "local office"),
        ] {
            let one = read_phone(typed).unwrap();
            assert_eq!((one.extension, one.about.as_str()), (extension, about), "{typed}");
            assert_eq!(read_phone(&write_phone(&one)), Some(one));
        }
        for typed in
            ["905 555", "call me", "2 905 555 0100", "12345678901234", &format!("211 {}", "x".repeat(101))]
        {
            assert_eq!(read_phones(typed), Err(DirectoryRefusal::NotAPhone { typed: typed.into() }));
        }
    }
}
