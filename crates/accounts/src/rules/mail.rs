//! Addresses for mail: what makes two spellings the same person.

use platform::errors::FieldRefusal;
use std::fmt;

/// An address for mail, folded: the name by which an account is known. Only ASCII, so that no letter can pass for another.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mail(String);

impl Mail {
    /// Reads an address: trimmed, lower case.
    ///
    /// # Errors
    /// [`FieldRefusal::NotMail`] when mail could not be sent there.
    pub fn parse(typed: &str) -> Result<Self, FieldRefusal> {
        let folded = typed.trim().to_ascii_lowercase();
        let (local, domain) = folded.rsplit_once('@').ok_or(FieldRefusal::NotMail)?;
        let good = folded.len() <= 254 && local.len() <= 64 && is_local(local) && is_domain(domain);
        if good { Ok(Self(folded)) } else { Err(FieldRefusal::NotMail) }
    }

    /// The address as it is kept and compared.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The part before the at sign (RFC 5322 dot-atom; the quoted form is not taken).
fn is_local(local: &str) -> bool {
    let atom = |c: char| c.is_ascii_alphanumeric() || "#$&'*+-/=?^_`{}~".contains(c);
    local.split('.').all(|part| !part.is_empty() && part.chars().all(atom))
}

fn is_domain(domain: &str) -> bool {
    let label = |part: &str| {
        !part.is_empty()
            && part.len() <= 63
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    domain.contains('.') && domain.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_address_are_one() {
        assert_eq!(Mail::parse(" Ada.L@Example.ORG ").unwrap().as_str(), "ada.l@example.org");
        assert_eq!(Mail::parse("o'neil+lip@a-b.example.ca").unwrap().as_str(), "o'neil+lip@a-b.example.ca");
    }

    #[test]
    fn what_mail_cannot_reach_is_refused() {
        for bad in [
            "",
            "a",
            "@b.ca",
            "a@",
            "a@b",
            "a b@c.ca",
            "a@b..ca",
            ".a@b.ca",
            "a@-b.ca",
            "a@b.ca\r\nBcc: x@y.ca",
            "ä@b.ca",
            "а@b.ca",
            "a@b.ca, c@d.ca",
            "\"a b\"@c.ca",
            "a@b@c.ca",
        ] {
            assert_eq!(Mail::parse(bad), Err(FieldRefusal::NotMail), "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_is_one_line_and_reads_back(typed in "\\PC{0,40}@\\PC{0,20}") {
            if let Ok(mail) = Mail::parse(&typed) {
                prop_assert!(mail.as_str().chars().all(|c| c.is_ascii_graphic()));
                prop_assert_eq!(Mail::parse(mail.as_str()), Ok(mail));
            }
        }
    }
}
