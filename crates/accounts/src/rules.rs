//! What holds for sign-ins and grants: pure, each with its tests.

mod algorithms;
mod closing;
mod codes;
mod daily;
mod device;
mod grants;
mod identities;
mod mail;
mod passkeys;
mod password;
mod path;
mod slug;
pub mod tokens;

pub use algorithms::Algorithm;
pub use closing::{ClosingRefusal, Place, may_close};
pub use codes::{
    Code, CodeRefusal, SECRET_BYTES, Spent, code_at, recovery_codes, recovery_hash, secret_as_address,
    secret_as_text, step_at, step_that_fits,
};
pub(crate) use daily::{Daily, Line, MORNING, daily, is_wanted};
pub use device::device_of;
pub use grants::{
    GrantRefusal, Held, ObjectKind, Span, SpanRefusal, in_force, keeps_coordinator, may_grant, offices_for,
    span,
};
pub use identities::{Away, BEGUN_SECONDS, Offered, Unmatched, first_match, is_from, offered};
pub use mail::Mail;
#[cfg(test)]
pub(crate) use passkeys::tests as passkey_tests;
pub use passkeys::{
    Bound, CHALLENGE_SECONDS, Ceremony, Credential, KeptKey, MOST_PASSKEYS, PasskeyRefusal, Proof, challenge,
    proved, told,
};
pub use password::{FRESH_SECONDS, LEAST_ALONE, LEAST_BESIDE, MOST, PasswordRefusal, password, to_check};
pub use path::{first_page, local_path};
pub use slug::{RESERVED, SlugRefusal, slug};

use platform::clock::Moment;

platform::refusals! {
    /// Why the first run did not begin.
    pub enum FirstRunRefusal {
        /// Not the code that stands on the console, or it was used.
        Code = "first-run-wrong-code",
    }
}

impl FirstRunRefusal {
    /// The code of the refusal of a wrong code.
    pub const CODE: &'static str = "first-run-wrong-code";
}

/// How long a link in a sign-in mail can be used: 30 minutes.
pub const LINK_SECONDS: i64 = 30 * 60;
/// How long an invitation can be accepted: 30 days.
pub const INVITATION_SECONDS: i64 = 30 * 86_400;
/// How long a sign-in lasts without being used: 30 days.
pub const IDLE_SECONDS: i64 = 30 * 86_400;
/// How long a sign-in lasts in all: 90 days. The cookie lasts as long.
pub const WHOLE_SECONDS: i64 = 90 * 86_400;
/// A sign-in notes that it was seen at most this often: 5 minutes.
pub const SEEN_SECONDS: i64 = 5 * 60;

/// Whether a sign-in made at `made` and last seen at `seen` still holds at `now`.
pub fn lasts(made: Moment, seen: Moment, now: Moment) -> bool {
    now < seen.plus_seconds(IDLE_SECONDS) && now < made.plus_seconds(WHOLE_SECONDS)
}

/// From when on a second factor must have been begun to be finished at `now` by a sign-in of `made`: nobody finishes what
/// another sign-in began before, or what was left.
pub fn begun_since(made: Option<Moment>, now: Moment) -> Moment {
    let latest = now.plus_seconds(-FRESH_SECONDS);
    made.map_or(now, |made| made.max(latest))
}

/// Whether it is time to note again that a sign-in was seen.
pub fn is_worth_noting(seen: Moment, now: Moment) -> bool {
    now >= seen.plus_seconds(SEEN_SECONDS)
}

/// A code as it was typed from the console: letters and digits only, lower case.
pub fn typed_code(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400;

    #[test]
    fn a_sign_in_ends_when_idle_and_in_any_case() {
        let made = Moment::from_micros(0);
        let at = |days: i64| made.plus_seconds(days * DAY);
        assert!(lasts(made, made, at(29)));
        assert!(!lasts(made, made, at(30)), "30 days idle");
        assert!(lasts(made, at(80), at(89)));
        assert!(!lasts(made, at(89), at(90)), "90 days in all, however busy");
    }

    #[test]
    fn what_was_begun_before_this_sign_in_or_left_is_not_finished() {
        let now = Moment::from_micros(0);
        let ago = |seconds: i64| now.plus_seconds(-seconds);
        assert_eq!(begun_since(Some(ago(60)), now), ago(60), "another sign-in's");
        assert_eq!(begun_since(Some(ago(DAY)), now), ago(FRESH_SECONDS), "left");
        assert_eq!(begun_since(None, now), now, "a sign-in that has ended");
    }

    #[test]
    fn being_seen_is_noted_every_five_minutes() {
        let seen = Moment::from_micros(0);
        assert!(!is_worth_noting(seen, seen.plus_seconds(299)));
        assert!(is_worth_noting(seen, seen.plus_seconds(300)));
    }

    #[test]
    fn a_code_may_be_typed_with_or_without_its_hyphens() {
        assert_eq!(typed_code(" ABCD-efgh-2345 "), "abcdefgh2345");
    }
}
