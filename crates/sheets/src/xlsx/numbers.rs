//! Numbers as their format shows them: with leading zeros, percent, brackets around an area code.
//!
//! Of what a format can say, that is read which people use for numbers that are names (telephone, account, postal) and for amounts.
//! Numbers in other formats, such as fractions, are shown plainly.

/// How digits are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    positive: Option<Section>,
    negative: Option<Section>,
}

/// Literal text and places for digits, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Section {
    parts: Vec<Part>,
    decimals: usize,
    /// Decimals that are shown even when they are nought.
    fixed: usize,
    grouped: bool,
    percent: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Literal(char),
    /// A place for a digit; whether a nought is shown there.
    Digit(bool),
    /// The places behind the point.
    Decimals,
}

impl Pattern {
    /// Plainly.
    pub const GENERAL: Self = Self { positive: None, negative: None };

    /// The formats that every program knows by number.
    pub fn built_in(id: u32) -> Self {
        match id {
            1 => Self::of("0"),
            2 => Self::of("0.00"),
            3 | 37 | 38 => Self::of("#,##0"),
            4 | 39 | 40 => Self::of("#,##0.00"),
            9 => Self::of("0%"),
            10 => Self::of("0.00%"),
            _ => Self::GENERAL,
        }
    }

    /// A format by its code, as far as it is understood.
    pub fn of(code: &str) -> Self {
        let mut sections = code.split(';').map(Section::of);
        let first = sections.next().flatten();
        let second = sections.next().flatten();
        // `[<=9999999]###-####;(###) ###-####`: the second is for what the condition leaves.
        if code.starts_with("[<=9999999]") {
            return Self { positive: second, negative: None };
        }
        Self { positive: first, negative: second }
    }

    /// The number as a person sees it.
    pub fn show(&self, number: f64) -> String {
        match (&self.positive, &self.negative) {
            (Some(_), Some(negative)) if number < 0.0 => negative.show(-number),
            (Some(positive), _) if number < 0.0 => format!("-{}", positive.show(-number)),
            (Some(positive), _) => positive.show(number),
            (None, _) => general(number),
        }
    }
}

/// A number in at most 15 digits, which is what a spreadsheet program keeps.
pub fn general(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    let size = rounded.abs();
    if size != 0.0 && !(1e-9..1e21).contains(&size) {
        format!("{rounded:e}")
    } else {
        (rounded + 0.0).to_string()
    }
}

impl Section {
    /// None for what is not understood.
    fn of(code: &str) -> Option<Self> {
        let mut section = Self::default();
        let mut letters = code.chars().peekable();
        let mut behind = false;
        while let Some(c) = letters.next() {
            match c {
                '0' | '#' | '?' if behind => {
                    section.decimals += 1;
                    section.fixed = if c == '0' { section.decimals } else { section.fixed };
                }
                '0' | '#' | '?' => section.parts.push(Part::Digit(c == '0')),
                '.' if !behind => {
                    behind = true;
                    section.parts.push(Part::Decimals);
                }
                ',' => section.grouped = true,
                '%' => {
                    section.percent = true;
                    section.parts.push(Part::Literal('%'));
                }
                '"' => section.parts.extend(letters.by_ref().take_while(|c| *c != '"').map(Part::Literal)),
                '\\' => section.parts.extend(letters.next().map(Part::Literal)),
                '_' | '*' => {
                    letters.next();
                }
                '[' => {
                    let inner: String = letters.by_ref().take_while(|c| *c != ']').collect();
                    let sign = inner.strip_prefix('$').and_then(|rest| rest.split('-').next());
                    section.parts.extend(sign.unwrap_or("").chars().map(Part::Literal));
                }
                '$' | '€' | '£' | '(' | ')' | '-' | '+' | ' ' | '\u{A0}' | '\u{202F}' => {
                    section.parts.push(Part::Literal(c));
                }
                _ => return None,
            }
        }
        section.parts.iter().any(|part| matches!(part, Part::Digit(_))).then_some(section)
    }

    fn show(&self, number: f64) -> String {
        let scaled = if self.percent { number * 100.0 } else { number };
        if scaled >= 1e15 {
            return general(number);
        }
        let decimals = self.decimals.min(15);
        // What is shown to fewer digits is rounded half up, as people expect of 0.125.
        let nudge = 10_f64.powi(-i32::try_from(decimals).unwrap_or(0)) * 1e-7;
        let text = format!("{:.decimals$}", scaled + nudge);
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let fraction = trimmed(fraction, self.fixed);
        let places = self.parts.iter().filter(|part| matches!(part, Part::Digit(_))).count();
        let digits: Vec<char> = if whole == "0" { Vec::new() } else { whole.chars().collect() };
        let surplus = digits.len().saturating_sub(places);
        let missing = places.saturating_sub(digits.len());
        let mut out = String::new();
        let (mut seen, mut given) = (0, digits.iter());
        let mut left = digits.len();
        for part in &self.parts {
            match part {
                Part::Literal(c) => out.push(*c),
                Part::Decimals if !fraction.is_empty() => {
                    out.push('.');
                    out.push_str(fraction);
                }
                Part::Decimals => {}
                Part::Digit(shows_nought) => {
                    let mut take = if seen == 0 { surplus + 1 } else { 1 };
                    if seen < missing {
                        take = 0;
                        if *shows_nought {
                            out.push('0');
                        }
                    }
                    for digit in given.by_ref().take(take) {
                        out.push(*digit);
                        left -= 1;
                        if self.grouped && left > 0 && left.is_multiple_of(3) {
                            out.push(',');
                        }
                    }
                    seen += 1;
                }
            }
        }
        out.trim().to_owned()
    }
}

/// Without noughts at its end beyond the first `fixed` digits.
fn trimmed(fraction: &str, fixed: usize) -> &str {
    let bare = fraction.trim_end_matches('0').len().max(fixed);
    fraction.get(..bare).unwrap_or(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_their_format_shows_them() {
        for (code, number, shown) in [
            ("000000", 1234.0, "001234"),
            ("(###) ###-####", 6_135_550_100.0, "(613) 555-0100"),
            ("[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", 6_135_550_100.0, "(613) 555-0100"),
            ("0%", 0.5, "50%"),
            ("0.0%", 0.125, "12.5%"),
            ("#,##0.00", 1_234_567.891, "1,234,567.89"),
            ("#,##0", 999.0, "999"),
            ("\"$\"#,##0.00", 1234.5, "$1,234.50"),
            ("#,##0.00\\ [$$-C0C]", 1234.5, "1,234.50 $"),
            ("#,##0_);(#,##0)", -1234.0, "(1,234)"),
            ("0.00", 0.125, "0.13"),
            ("0.##", 2.5, "2.5"),
            ("0", -3.0, "-3"),
            ("General", 0.1 + 0.2, "0.3"),
            ("# ?/?", 0.5, "0.5"),
            ("0.00E+00", 12.0, "12"),
        ] {
            assert_eq!(Pattern::of(code).show(number), shown, "{code}");
        }
    }

    #[test]
    fn plain_numbers_are_written_out() {
        assert_eq!(general(6_135_550_100.0), "6135550100");
        assert_eq!(general(-0.0), "0");
        assert_eq!(general(1.5e-7), "0.00000015");
        assert_eq!(general(1e300), "1e300");
    }
}
