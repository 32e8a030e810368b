//! Decimal and whole numbers, exactly as they are written.

use std::cmp::Ordering;

/// A number with all its digits: no bound is missed by rounding.
#[derive(Debug, Clone, PartialEq)]
pub enum Decimal {
    /// So many digits, the first of which stands at ten to that power. Nought has none.
    Finite {
        /// Whether it is below nought.
        negative: bool,
        /// The digits, without noughts at either end.
        digits: Vec<u8>,
        /// The power of ten of the first digit.
        power: i64,
    },
    /// Beyond all numbers, or below them.
    Infinite {
        /// Whether it is below.
        negative: bool,
    },
    /// No number at all, written as one.
    None,
}

impl Decimal {
    /// The number of a text without white space around it.
    pub fn of(text: &str) -> Option<Self> {
        let clean = text.replace('_', "");
        let (negative, rest) = signed(&clean);
        if is_word(rest, "inf") || is_word(rest, "infinity") {
            return Some(Self::Infinite { negative });
        }
        if is_nothing(rest) {
            return Some(Self::None);
        }
        let (mantissa, exponent) = match rest.find(['e', 'E']) {
            Some(at) => (rest.get(..at)?, exponent(rest.get(at + 1..)?)?),
            None => (rest, 0),
        };
        let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits: Vec<u8> = whole.bytes().chain(part.bytes()).collect();
        if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let leading = digits.iter().take_while(|digit| **digit == b'0').count();
        let kept = digits.get(leading..).unwrap_or_default();
        let trailing = kept.iter().rev().take_while(|digit| **digit == b'0').count();
        let kept = kept.get(..kept.len() - trailing).unwrap_or_default().to_vec();
        let place = i64::try_from(whole.len()).ok()? - i64::try_from(leading).ok()? - 1;
        let power = if kept.is_empty() { 0 } else { place.saturating_add(exponent) };
        Some(Self::Finite { negative: negative && !kept.is_empty(), digits: kept, power })
    }

    /// How it stands to another; not at all where one of them is no number.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        let rank = |number: &Self| match number {
            Self::None => None,
            Self::Infinite { negative: true } => Some(-2),
            Self::Finite { negative: true, .. } => Some(-1),
            Self::Finite { digits, .. } if digits.is_empty() => Some(0),
            Self::Finite { .. } => Some(1),
            Self::Infinite { negative: false } => Some(2),
        };
        let (one, two) = (rank(self)?, rank(other)?);
        match (self, other) {
            (Self::Finite { negative, digits, power }, Self::Finite { digits: others, power: at, .. })
                if one == two =>
            {
                let size = power.cmp(at).then_with(|| digits.cmp(others));
                Some(if *negative { size.reverse() } else { size })
            }
            _ => Some(one.cmp(&two)),
        }
    }
}

/// A whole number of a text without white space around it.
pub fn whole(text: &str) -> Option<Decimal> {
    is_whole(text).then(|| Decimal::of(text)).flatten()
}

/// Whether a text without white space around it is a decimal number.
pub fn is_decimal(text: &str) -> bool {
    // Nearly every number is digits with at most one point and a sign before them.
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let mut points = 0_usize;
    let plain = digits.bytes().all(|byte| {
        points += usize::from(byte == b'.');
        byte.is_ascii_digit() || byte == b'.'
    });
    if plain { points <= 1 && digits.len() > points } else { Decimal::of(text).is_some() }
}

/// Whether a text without white space around it is a whole number: digits, with single low lines between them.
pub fn is_whole(text: &str) -> bool {
    let (_, digits) = signed(text);
    let mut before = b'_';
    let each = digits.bytes().all(|byte| {
        let good = byte.is_ascii_digit() || (byte == b'_' && before != b'_');
        before = byte;
        good
    });
    // More digits than this are refused by the reference, too.
    each && before != b'_' && digits.len() <= 4_300
}

fn signed(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

fn is_word(text: &str, word: &str) -> bool {
    text.eq_ignore_ascii_case(word)
}

/// `NaN`, quiet or not, with digits behind it or without.
fn is_nothing(text: &str) -> bool {
    let word = text.trim_end_matches(|c: char| c.is_ascii_digit());
    is_word(word, "nan") || is_word(word, "snan")
}

/// Exponents beyond this are as good as it.
fn exponent(text: &str) -> Option<i64> {
    let (negative, digits) = signed(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let size = digits.parse::<i64>().unwrap_or(i64::MAX / 4).min(i64::MAX / 4);
    Some(if negative { -size } else { size })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(one: &str, other: &str) -> Option<Ordering> {
        Decimal::of(one).unwrap().compare(&Decimal::of(other).unwrap())
    }

    #[test]
    fn numbers_are_what_the_reference_takes_for_numbers() {
        for good in ["0", "-1", "+1.5", ".5", "5.", "1e5", "1E-5", "1_000", "NaN", "-inf", "Infinity", "007"]
        {
            assert!(is_decimal(good), "{good}");
        }
        for bad in ["", ".", "-", "1.2.3", "1,5", "0x10", "e5", "1e", "west", "1 2", "--1", "١"] {
            assert!(!is_decimal(bad), "{bad}");
        }
        for good in ["0", "-12", "+3", "1_000", "007"] {
            assert!(is_whole(good), "{good}");
        }
        for bad in ["", "1.0", "1e3", "_1", "1_", "1__0", "19xx"] {
            assert!(!is_whole(bad), "{bad}");
        }
    }

    #[test]
    fn numbers_are_compared_by_all_their_digits() {
        assert_eq!(compared("90", "90.0"), Some(Ordering::Equal));
        assert_eq!(compared("90.00000000000000000001", "90"), Some(Ordering::Greater));
        assert_eq!(compared("-90.00000000000000000001", "-90"), Some(Ordering::Less));
        assert_eq!(compared("9", "10"), Some(Ordering::Less));
        assert_eq!(compared("0.09", "0.1"), Some(Ordering::Less));
        assert_eq!(compared("-0", "0"), Some(Ordering::Equal));
        assert_eq!(compared("1e400", "1e399"), Some(Ordering::Greater));
        assert_eq!(compared("inf", "1e400"), Some(Ordering::Greater));
        assert_eq!(compared("nan", "1"), None);
    }
}
