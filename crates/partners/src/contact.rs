//! What makes an address or number usable. Pure.

use platform::{
    errors::{Complaint, FieldRefusal, Refusal},
    http::{Pairs, Reading},
    reach::{is_phone, tel},
    text::line,
};
use serde::Serialize;

/// How a contact point is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ContactKind {
    /// An address for mail.
    Mail,
    /// A telephone number.
    Phone,
    /// A web page.
    Web,
}

impl ContactKind {
    /// All kinds, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Mail, Self::Phone, Self::Web];

    /// The code in the database and in word keys (`contact-mail`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::Web => "web",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The address that a link to `value` has.
    pub fn href(self, value: &str) -> String {
        match self {
            Self::Mail => format!("mailto:{value}"),
            Self::Phone => tel(value),
            Self::Web => value.to_owned(),
        }
    }
}

platform::coded!(ContactKind);

/// The value as it is kept.
///
/// # Errors
/// Says why it cannot be used.
pub fn check_contact(kind: ContactKind, value: &str) -> Result<String, Box<dyn Refusal>> {
    let value = match line(value, 500) {
        Ok(value) => value,
        Err(why) => return Err(Box::new(why)),
    };
    let value = if kind == ContactKind::Web { with_scheme(value) } else { value };
    let sound = match kind {
        ContactKind::Mail => is_mail(&value),
        ContactKind::Phone => is_phone(&value),
        ContactKind::Web => is_web(&value),
    };
    match (sound, kind) {
        (true, _) => Ok(value),
        (false, ContactKind::Mail) => Err(Box::new(FieldRefusal::NotMail)),
        (false, ContactKind::Phone) => Err(Box::new(FieldRefusal::NotPhone)),
        (false, ContactKind::Web) => Err(Box::new(FieldRefusal::NotWeb)),
    }
}

/// The web address of a form's field, as people say it or whole; empty where nothing is typed or what is typed is none, which is told.
pub fn web_or_none(reading: &mut Reading<'_>, sent: &Pairs, name: &'static str) -> String {
    if sent.get(name).trim().is_empty() {
        return String::new();
    }
    check_contact(ContactKind::Web, sent.get(name)).unwrap_or_else(|why| {
        reading.complaints.0.push(Complaint { field: name.into(), why });
        String::new()
    })
}

/// One `@`, something before it, a dotted name behind it, no spaces, at most 254 bytes (RFC 5321 4.5.3.1.3).
pub fn is_mail(value: &str) -> bool {
    let Some((local, domain)) = value.split_once('@') else { return false };
    value.len() <= 254
        && !local.is_empty()
        && !value.chars().any(|c| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '"' | '(' | ')'))
        && !domain.contains('@')
        && domain.contains('.')
        && domain
            .split('.')
            .all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'))
}

/// A web address as people say it (`facebook.com/circle`), with what a browser wants before it.
fn with_scheme(value: String) -> String {
    let host = value.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = host.contains('.') && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    if is_host { format!("https://{value}") } else { value }
}

fn is_web(value: &str) -> bool {
    let rest = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.contains('.') && !host.contains('@') && !rest.contains(char::is_whitespace)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn code(kind: ContactKind, value: &str) -> String {
        check_contact(kind, value).map_or_else(|why| why.code().to_owned(), |_| "kept".into())
    }

    #[test]
    fn addresses_that_work_are_kept_and_others_are_told_apart() {
        for (value, expected) in [
            ("amina@example.org", "kept"),
            ("amina.o'neil+x@sub.example.org", "kept"),
            ("amina", "field-not-mail"),
            ("amina@example", "field-not-mail"),
            ("a@b@example.org", "field-not-mail"),
            ("amina@example..org", "field-not-mail"),
            ("a, b@example.org", "field-not-mail"),
            ("", "line-empty"),
        ] {
            assert_eq!(code(ContactKind::Mail, value), expected, "{value}");
        }
    }

    #[test]
    fn numbers_of_three_to_fifteen_digits_are_kept() {
        for (value, expected) in [
            ("211", "kept"),
            ("905 555-0134", "kept"),
            ("+1 (905) 555-0134 ext. 12", "kept"),
            ("905 555-0134 poste 3", "kept"),
            ("call me", "field-not-phone"),
            ("12", "field-not-phone"),
            ("1234567890123456", "field-not-phone"),
        ] {
            assert_eq!(code(ContactKind::Phone, value), expected, "{value}");
        }
        assert_eq!(ContactKind::Phone.href("+1 (905) 555-0134"), "tel:+19055550134");
    }

    #[test]
    fn only_web_addresses_of_the_web_are_kept() {
        for (value, expected) in [
            ("https://example.org/a?b", "kept"),
            ("http://example.org", "kept"),
            ("javascript:alert(1)", "field-not-web"),
            ("https://user@example.org", "field-not-web"),
            ("facebook.com/circle", "kept"),
            ("example", "field-not-web"),
            ("javascript:alert(1).org", "field-not-web"),
            ("amina@example.org", "field-not-web"),
            ("https://a b.org", "field-not-web"),
        ] {
            assert_eq!(code(ContactKind::Web, value), expected, "{value}");
        }
        let kept = check_contact(ContactKind::Web, "facebook.com/circle").ok();
        assert_eq!(kept.as_deref(), Some("https://facebook.com/circle"));
    }

    proptest! {
        #[test]
        fn whatever_is_kept_is_one_printable_line(value in "\\PC{0,40}|[\\x00-\\x1f@.a-z]{0,20}") {
            for kind in ContactKind::ALL {
                if let Ok(kept) = check_contact(kind, &value) {
                    prop_assert!(!kept.chars().any(char::is_control));
                    prop_assert!(kind != ContactKind::Web || kept.starts_with("http"));
                }
            }
        }
    }
}
