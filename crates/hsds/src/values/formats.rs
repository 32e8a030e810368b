//! Formats of text: ids, addresses for mail, addresses of the web.

use regex::Regex;
use std::sync::LazyLock;

/// What a byte is as a digit of base 16 in lower case; more than 15 where it is none.
const DIGITS: [u8; 256] = {
    let mut digits = [0xFF; 256];
    let mut digit = 0;
    #[expect(
        clippy::indexing_slicing,
        clippy::as_conversions,
        reason = "the compiler works it out, or does not"
    )]
    while digit < 16 {
        digits[b"0123456789abcdef"[digit] as usize] = digit as u8;
        digit += 1;
    }
    digits
};

/// The id of a text in the form in which programs write it, 36 characters in lower case; none for every other form.
pub fn plain_uuid(text: &str) -> Option<u128> {
    let bytes: &[u8; 36] = text.as_bytes().try_into().ok()?;
    let mut wrong = 0_u8;
    let mut digits = |range: std::ops::Range<usize>| {
        let mut value = 0_u64;
        for byte in bytes.get(range).unwrap_or_default() {
            let digit = DIGITS.get(usize::from(*byte)).copied().unwrap_or(0xFF);
            wrong |= digit;
            value = value << 4 | u64::from(digit & 15);
        }
        value
    };
    let high = digits(0..8) << 32 | digits(9..13) << 16 | digits(14..18);
    let low = digits(19..23) << 48 | digits(24..36);
    let hyphens = [8, 13, 18, 23].iter().all(|at| bytes.get(*at) == Some(&b'-'));
    (wrong < 16 && hyphens).then(|| u128::from(high) << 64 | u128::from(low))
}

/// Whether a text is an id in one of the forms that the reference takes: in upper case, in braces, as a URN, without its hyphens.
pub fn is_uuid(text: &str) -> bool {
    plain_uuid(text).is_some() || is_odd_uuid(text)
}

fn is_odd_uuid(text: &str) -> bool {
    let bare = text.replace("urn:", "").replace("uuid:", "");
    let bare = bare.trim_matches(['{', '}']).replace('-', "");
    if bare.chars().count() != 32 {
        return false;
    }
    let digits = bare.trim();
    let digits = digits.strip_prefix('+').unwrap_or(digits);
    let digits = match digits.get(..2) {
        Some("0x" | "0X") => {
            let rest = digits.get(2..).unwrap_or_default();
            rest.strip_prefix('_').unwrap_or(rest)
        }
        _ => digits,
    };
    let mut before = '_';
    let good = digits.chars().all(|c| {
        let good = c.is_ascii_hexdigit() || (c == '_' && before != '_');
        before = c;
        good
    });
    good && before != '_'
}

/// Whether an address begins with a scheme. Nothing else is asked of it.
pub fn has_scheme(text: &str) -> bool {
    let Some((scheme, _)) = text.split_once(':') else { return false };
    let mut bytes = scheme.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_alphabetic())
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'.' | b'-'))
}

/// Whether a text is an address for mail, judged as the reference does: one sign in the middle, a name before it, a domain behind it.
pub fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else { return false };
    let short = |text: &str, most: usize| text.len() <= most || text.chars().count() <= most;
    !domain.contains('@') && short(name, 64) && short(domain, 253) && is_mail_name(name) && is_domain(domain)
}

/// What may stand in a name between points.
const fn is_atom(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'!' | b'#' | b'$' | b'%' | b'&' | b'\'' | b'*' | b'+' | b'/' | b'=' | b'?' | b'^' | b'_' | b'`'
        )
        || matches!(byte, b'{' | b'}' | b'|' | b'~' | b'-')
}

fn is_mail_name(name: &str) -> bool {
    static ODD: LazyLock<Option<Regex>> = LazyLock::new(|| {
        // Names in extended Latin, and quoted ones. The first alternative has no end; the reference has none, either.
        let pattern = "(?i)(^[\u{100}-\u{24F}\u{A0}-\u{FF}]\
            |^[\u{100}-\u{24F}\u{A0}-\u{FF}0-9a-z!#$%&'*+/=?^_`{}|~\\-]+(\\.[\u{100}-\u{24F}\u{A0}-\u{FF}0-9a-z!#$%&'*+/=?^_`{}|~\\-]+)*$\
            |^\"([\u{100}-\u{24F}\u{A0}-\u{FF}\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f!#-\\[\\]-\\x7f]|\\\\[\\x09.])*\"$)";
        Regex::new(pattern).ok()
    });
    let plain = name.split('.').all(|part| !part.is_empty() && part.bytes().all(is_atom));
    plain || ODD.as_ref().is_some_and(|odd| odd.is_match(name))
}

/// Labels of letters, digits and hyphens with points between them, the last of at least two and ending with a letter.
fn is_domain(domain: &str) -> bool {
    let letter = |c: char| c.is_ascii_alphanumeric() || (!c.is_ascii() && c.is_alphanumeric());
    let mut labels = 0;
    let mut last = "";
    for label in domain.split('.') {
        let inner = label.chars().all(|c| letter(c) || c == '-');
        let ends = label.starts_with(letter) && label.ends_with(letter);
        if !inner || !ends || label.chars().count() > 63 {
            return false;
        }
        labels += 1;
        last = label;
    }
    let ending = last.chars().count() >= 2 && last.ends_with(|c: char| !c.is_ascii_digit());
    // A label in another script becomes one that ends with a letter or digit; only the former can be an end.
    labels >= 2 && ending
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_in_many_forms_and_one_is_plain() {
        let id = "ac148810-d857-441c-9679-408f346de14b";
        assert_eq!(plain_uuid(id), Some(0xac14_8810_d857_441c_9679_408f_346d_e14b));
        for good in
            [id, &id.to_uppercase(), &id.replace('-', ""), &format!("{{{id}}}"), &format!("urn:uuid:{id}")]
        {
            assert!(is_uuid(good), "{good}");
        }
        for bad in ["", "1", "reg-12345", &id[1..], &id.replace('a', "g"), &format!("{id}0"), "not a uuid"] {
            assert!(!is_uuid(bad), "{bad}");
        }
    }

    #[test]
    fn addresses_are_judged_as_the_reference_does() {
        for good in
            ["a@example.org", "a.b+c@ex-ample.co.uk", "é@example.org", "\"a b\"@example.org", "o'b@a.ca"]
        {
            assert_eq!(is_email(good), good != "\"a b\"@example.org", "{good}");
        }
        for bad in [
            "", "a", "a@b", "a@@b.ca", "a@b.c", "a@.ca", "a b@c.ca", "a@b.ca.", ".a@b.ca", "a@-b.ca",
            "a@b.c1",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
        assert!(has_scheme("http://example.com") && has_scheme("mailto:a") && has_scheme("a:"));
        assert!(
            !has_scheme("www.example.com") && !has_scheme("") && !has_scheme("1:a") && !has_scheme("é:a")
        );
    }
}
