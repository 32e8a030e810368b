//! How a partnership is reached, and the numbers that its public pages tell before anything else. Pure.

use crate::{
    errors::{FieldRefusal, Refusal},
    mail::Recipient,
    text::{Text, in_plain_digits, line},
};
use serde::{Deserialize, Serialize};

/// How a partnership is reached. Whatever is not known stays empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// What its office is called.
    pub office: Text,
    /// Where it is: one address, in several lines.
    pub street: String,
    /// Where mail reaches it, and where answers to its own mail go.
    pub mail: String,
    /// Its telephone number.
    pub phone: String,
    /// When somebody is there.
    pub hours: Text,
}

impl Contact {
    /// Reached by mail alone.
    pub fn by_mail(mail: &Recipient) -> Self {
        Self { mail: mail.address().to_owned(), ..Self::default() }
    }

    /// Whether nobody could be reached by it.
    pub fn is_empty(&self) -> bool {
        self.street.is_empty() && self.mail.is_empty() && self.phone.is_empty()
    }

    /// Where answers to the partnership's mail go.
    pub fn reply_to(&self) -> Option<Recipient> {
        Recipient::parse(&self.mail).ok()
    }
}

/// What a number is called for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HelpFor {
    /// Danger, fire, ambulance.
    Danger,
    /// Thoughts of suicide.
    Crisis,
    /// Finding a service.
    Information,
    /// A nurse's advice.
    HealthLine,
    /// What the partnership says itself.
    Own,
}

impl HelpFor {
    /// Those that have words of the house, in the order of pages.
    pub const KNOWN: [Self; 4] = [Self::Danger, Self::Crisis, Self::Information, Self::HealthLine];

    /// The end of the key of its words (`emergency-danger`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Danger => "danger",
            Self::Crisis => "crisis",
            Self::Information => "information",
            Self::HealthLine => "health-line",
            Self::Own => "own",
        }
    }

    /// The number that Canada has for it.
    pub const fn in_canada(self) -> &'static str {
        match self {
            Self::Danger => "911",
            Self::Crisis => "988",
            Self::Information => "211",
            Self::HealthLine => "811",
            Self::Own => "",
        }
    }
}

/// A number to call, on every public page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpLine {
    /// What for.
    pub what: HelpFor,
    /// What for, in the partnership's own words; only with [`HelpFor::Own`].
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub label: Text,
    /// The number.
    pub number: String,
}

impl HelpLine {
    /// A number for something that has words of the house.
    pub fn known(what: HelpFor, number: &str) -> Self {
        Self { what, label: Text::default(), number: number.to_owned() }
    }

    /// What a partnership of Canada begins with.
    pub fn of_canada() -> Vec<Self> {
        HelpFor::KNOWN.map(|what| Self::known(what, what.in_canada())).into()
    }
}

/// The address that a link to a telephone number has.
pub fn tel(number: &str) -> String {
    let digits = |c: &char| c.is_ascii_digit() || *c == '+';
    let number = number.split(['x', 'p', '#']).next().unwrap_or_default();
    format!("tel:{}", number.chars().filter(digits).collect::<String>())
}

/// By what two spellings of a telephone number are known to be the same: its digits, without the 1 of this continent before
/// ten others; an extension apart, since behind one number sit many people.
pub fn phone_key(number: &str) -> String {
    let (number, extension) = match number.find(|c: char| c.is_alphabetic() || c == '#') {
        Some(at) => number.split_at(at),
        None => (number, ""),
    };
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let (number, extension) = (digits(number), digits(extension));
    let number = number.strip_prefix('1').filter(|rest| rest.len() == 10).unwrap_or(&number);
    if extension.is_empty() { number.to_owned() } else { format!("{number}#{extension}") }
}

/// A telephone number as it is kept.
///
/// # Errors
/// What a line refuses; [`FieldRefusal::NotPhone`].
pub fn phone(typed: &str) -> Result<String, Box<dyn Refusal>> {
    match line(&in_plain_digits(typed), 40) {
        Err(why) => Err(Box::new(why)),
        Ok(number) if is_phone(&number) => Ok(number),
        Ok(_) => Err(Box::new(FieldRefusal::NotPhone)),
    }
}

/// 3 (211) to 15 digits (ITU-T E.164) with the usual marks between, and an extension.
pub fn is_phone(value: &str) -> bool {
    let number = value.split(['x', 'p', '#']).next().unwrap_or_default();
    let digits = number.chars().filter(char::is_ascii_digit).count();
    (3..=15).contains(&digits)
        && value.chars().all(|c| c.is_ascii_digit() || " +-.()/#".contains(c) || c.is_alphabetic())
        && value.chars().filter(|c| c.is_alphabetic()).count() <= 5
        && number.chars().next().is_some_and(|c| c.is_ascii_digit() || matches!(c, '+' | '('))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_partnership_of_canada_begins_with_four_numbers() {
        let lines = HelpLine::of_canada();
        let numbers: Vec<&str> = lines.iter().map(|line| line.number.as_str()).collect();
        assert_eq!(numbers, ["911", "988", "211", "811"]);
        let kept = serde_json::to_string(&lines).unwrap();
        assert!(kept.contains(r#"{"what":"health-line","number":"811"}"#), "{kept}");
        assert_eq!(serde_json::from_str::<Vec<HelpLine>>(&kept).unwrap(), lines);
    }

    #[test]
    fn a_number_from_an_arabic_or_persian_keyboard_is_a_number() {
        for typed in ["٨٠٧ ٥٥٥ ٠١٩٩", "۸۰۷ ۵۵۵ ۰۱۹۹"] {
            assert_eq!(phone(typed).ok().as_deref(), Some("807 555 0199"));
        }
    }

    #[test]
    fn numbers_of_three_to_fifteen_digits_are_kept() {
        let code = |value: &str| phone(value).map_or_else(|why| why.code().to_owned(), |_| "kept".into());
        for (value, expected) in [
            ("211", "kept"),
            ("+1 (905) 555-0134 ext. 12", "kept"),
            ("905 555-0134 poste 3", "kept"),
            ("call me", "field-not-phone"),
            ("12", "field-not-phone"),
            ("1234567890123456", "field-not-phone"),
            ("", "line-empty"),
        ] {
            assert_eq!(code(value), expected, "{value}");
        }
        assert_eq!(
            tel("+1 (905) 555-0134 ext. 12"),
            "tel:+19055550134",
            "nobody dials the extension with it"
        );
    }

    #[test]
    fn spellings_of_one_number_are_one_and_extensions_are_not() {
        for same in ["(905) 555-0134", "+1 905.555.0134", "1-905-555-0134", "905 555 01 34"] {
            assert_eq!(phone_key(same), "9055550134", "{same}");
        }
        for same in ["905 555-0134 ext. 12", "+19055550134 poste 12", "905-555-0134 #12", "905-555-0134 x12"]
        {
            assert_eq!(phone_key(same), "9055550134#12", "{same}");
        }
        assert_eq!(phone_key("+33 1 23 45 67 89"), "33123456789");
        assert_eq!(phone_key("1 23 45 67"), "1234567", "only before ten others");
        assert_eq!((phone_key("211"), phone_key("")), ("211".to_owned(), String::new()));
    }

    #[test]
    fn what_is_not_known_stays_empty_and_reads_back() {
        let contact =
            Contact { office: Text::both("Office", "Bureau", date(2026, 11, 22)), ..Contact::default() };
        assert!(contact.is_empty() && contact.reply_to().is_none());
        let kept = serde_json::to_string(&contact).unwrap();
        assert_eq!(serde_json::from_str::<Contact>(&kept).unwrap(), contact);
        assert_eq!(serde_json::from_str::<Contact>("{}").unwrap(), Contact::default());
        let by_mail = Contact::by_mail(&Recipient::parse("office@example.org").unwrap());
        assert!(!by_mail.is_empty() && by_mail.reply_to().is_some());
    }
}
