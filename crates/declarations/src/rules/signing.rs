//! Signing, withdrawing, and when a signature is asked for again.

use jiff::{ToSpan, civil::Date};
use partners::Visibility;
use platform::clock::Moment;
use serde::Serialize;

/// A link to sign holds for so many seconds after it was sent: 30 days.
pub const LINK_SECONDS: i64 = 30 * 86_400;
/// An invitation that nobody has followed for so many seconds is told to the staff: 14 days.
pub const PATIENCE_SECONDS: i64 = 14 * 86_400;

/// How somebody signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// By the link in a mail.
    Link,
    /// On paper, noted by the staff.
    Paper,
}

impl Way {
    /// All ways.
    pub const ALL: [Self; 2] = [Self::Link, Self::Paper];

    /// The code in the database and in word keys (`signature-way-link`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Paper => "paper",
        }
    }

    /// The way of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }
}

platform::coded!(Way);

/// How far a request to sign has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestState {
    /// Nobody has answered it.
    Received,
    /// Answered: the person was sent a link.
    Invited,
    /// Answered: not taken up.
    SetAside,
}

impl RequestState {
    /// All states, in the order of filters.
    pub const ALL: [Self; 3] = [Self::Received, Self::Invited, Self::SetAside];

    /// The code in the database, in filters and in word keys (`request-state-received`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Invited => "invited",
            Self::SetAside => "set-aside",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

platform::coded!(RequestState);

platform::refusals! {
    /// Why something cannot be signed, withdrawn or asked for.
    pub enum SigningRefusal {
        /// No version is in force.
        NoneInForce = "signing-none-in-force",
        /// Another version has come into force since the page was opened.
        OtherVersion = "signing-other-version",
        /// A signature of that day under that version is kept already.
        SignedThen = "signing-signed-then",
        /// The day is still to come.
        Future = "signing-future",
        /// The organization has withdrawn.
        Withdrawn = "signing-withdrawn",
        /// It withdrew before it signed.
        BeforeSigning { on: Date } = "signing-before-signing",
        /// The person does not say that she may sign.
        NotAgreed = "signing-not-agreed",
        /// The organization stands among the signatories already.
        StandsAlready = "signing-stands-already",
        /// The invitation was followed or taken back.
        InvitationOver = "signing-invitation-over",
        /// The request was answered.
        Answered = "signing-answered",
        /// Whoever asks and gets no link is told why.
        NoWords = "signing-no-words",
        /// Whoever the link would go to asked for no more such letters.
        SaidNo = "signing-said-no",
        /// Somebody else has changed it since the form was made.
        Changed = "signing-changed",
    }
}

/// The version that is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InForce {
    /// Its number.
    pub number: u32,
    /// Since when.
    pub on: Date,
    /// After how many years it is signed again.
    pub renew_years: Option<u32>,
}

/// The last signature of an organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signed {
    /// The number of the version.
    pub number: u32,
    /// The day.
    pub on: Date,
}

/// Why a signature is asked for again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// A newer version is in force.
    NewVersion,
    /// The years are over.
    Years,
}

/// How an organization stands to the declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It signed, and nothing is to be asked.
    Signed,
    /// It signed, and is asked to sign again since a day.
    Due {
        /// Why.
        why: Why,
        /// Since when.
        on: Date,
    },
    /// It withdrew.
    Withdrawn {
        /// On that day.
        on: Date,
    },
}

impl Standing {
    /// The codes in the order of filters.
    pub const CODES: [&'static str; 3] = ["signed", "due", "withdrawn"];

    /// The code in filters and in word keys (`signatory-state-due`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Due { .. } => "due",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }
}

/// How an organization stands on `today`. A withdrawal counts from the moment it is kept.
pub fn standing(
    last: Signed,
    in_force: Option<InForce>,
    withdrawn_on: Option<Date>,
    today: Date,
) -> Standing {
    if let Some(on) = withdrawn_on {
        return Standing::Withdrawn { on };
    }
    let Some(in_force) = in_force else { return Standing::Signed };
    if last.number < in_force.number {
        return Standing::Due { why: Why::NewVersion, on: in_force.on };
    }
    match in_force.renew_years.map(|years| last.on.saturating_add(i64::from(years).years())) {
        Some(on) if on <= today => Standing::Due { why: Why::Years, on },
        _ => Standing::Signed,
    }
}

/// Who may know of a signatory that says whether it is named in public. What the staff keeps closer than that stays so
/// until the signatory asks to be named.
pub fn named(is_listed: bool, before: Option<Visibility>) -> Visibility {
    match (is_listed, before) {
        (true, _) => Visibility::Public,
        (false, Some(Visibility::Staff)) => Visibility::Staff,
        (false, _) => Visibility::Partners,
    }
}

/// Whether a signature of that day may be kept beside the others of the organization.
///
/// # Errors
/// [`SigningRefusal::Future`] and [`SigningRefusal::SignedThen`].
pub fn sign(others: &[Signed], new: Signed, today: Date) -> Result<(), SigningRefusal> {
    if new.on > today {
        return Err(SigningRefusal::Future);
    }
    if others.contains(&new) { Err(SigningRefusal::SignedThen) } else { Ok(()) }
}

/// Whether an organization that signed first on `since` may be written down as withdrawn on `on`.
///
/// # Errors
/// [`SigningRefusal`].
pub fn withdraw(since: Date, before: Option<Date>, on: Date, today: Date) -> Result<(), SigningRefusal> {
    match before {
        Some(_) => Err(SigningRefusal::Withdrawn),
        None if on > today => Err(SigningRefusal::Future),
        None if on < since => Err(SigningRefusal::BeforeSigning { on: since }),
        None => Ok(()),
    }
}

/// How it stands with an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationState {
    /// The link holds and nobody has followed it.
    Waiting,
    /// The link has ended; it can be sent again.
    Ended,
    /// It was used to sign.
    Signed,
    /// It was taken back.
    Cancelled,
}

impl InvitationState {
    /// All states, in the order of filters.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Ended, Self::Signed, Self::Cancelled];

    /// The code in filters and in word keys (`invitation-state-waiting`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Ended => "ended",
            Self::Signed => "signed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether somebody may still sign by it, when it is sent again at the latest.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Ended)
    }
}

/// How it stands with an invitation that was sent last at `sent_at`.
pub fn invitation(
    sent_at: Moment,
    signed_at: Option<Moment>,
    cancelled_at: Option<Moment>,
    now: Moment,
) -> InvitationState {
    if signed_at.is_some() {
        InvitationState::Signed
    } else if cancelled_at.is_some() {
        InvitationState::Cancelled
    } else if now >= sent_at.plus_seconds(LINK_SECONDS) {
        InvitationState::Ended
    } else {
        InvitationState::Waiting
    }
}

/// Whether whoever was asked has been silent so long that the staff should know.
pub fn is_unanswered(state: InvitationState, sent_at: Moment, now: Moment) -> bool {
    state.is_open() && now >= sent_at.plus_seconds(PATIENCE_SECONDS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 22);

    fn in_force(number: u32, renew_years: Option<u32>) -> Option<InForce> {
        Some(InForce { number, on: date(2026, 4, 1), renew_years })
    }

    #[test]
    fn a_signatory_says_each_time_whether_it_is_named() {
        for before in [None, Some(Visibility::Public), Some(Visibility::Partners), Some(Visibility::Staff)] {
            assert_eq!(named(true, before), Visibility::Public);
            assert_ne!(named(false, before), Visibility::Public);
        }
        assert_eq!(named(false, Some(Visibility::Staff)), Visibility::Staff);
    }

    #[test]
    fn a_signature_is_asked_for_again_when_the_text_is_new_or_the_years_are_over() {
        let signed = |number, on| Signed { number, on };
        let old = signed(1, date(2023, 11, 22));
        assert_eq!(standing(old, None, None, TODAY), Standing::Signed);
        assert_eq!(standing(old, in_force(1, None), None, TODAY), Standing::Signed);
        let on = date(2026, 4, 1);
        assert_eq!(standing(old, in_force(2, None), None, TODAY), Standing::Due { why: Why::NewVersion, on });
        let due = standing(old, in_force(1, Some(3)), None, TODAY);
        assert_eq!(due, Standing::Due { why: Why::Years, on: TODAY });
        let later = signed(1, date(2023, 11, 23));
        assert_eq!(standing(later, in_force(1, Some(3)), None, TODAY), Standing::Signed);
        let on = date(2026, 1, 1);
        assert_eq!(standing(old, in_force(2, Some(1)), Some(on), TODAY), Standing::Withdrawn { on });
        let leap = signed(1, date(2024, 2, 29));
        let on = date(2026, 2, 28);
        assert_eq!(standing(leap, in_force(1, Some(2)), None, TODAY), Standing::Due { why: Why::Years, on });
    }

    #[test]
    fn nobody_signs_tomorrow_or_twice_on_a_day_and_nobody_withdraws_before_signing() {
        let signed = Signed { number: 1, on: date(2026, 5, 1) };
        assert_eq!(sign(&[], signed, TODAY), Ok(()));
        assert_eq!(sign(&[signed], signed, TODAY), Err(SigningRefusal::SignedThen));
        assert_eq!(sign(&[signed], Signed { number: 2, ..signed }, TODAY), Ok(()));
        let tomorrow = Signed { on: date(2026, 11, 23), ..signed };
        assert_eq!(sign(&[], tomorrow, TODAY), Err(SigningRefusal::Future));
        assert_eq!(withdraw(signed.on, None, TODAY, TODAY), Ok(()));
        assert_eq!(withdraw(signed.on, Some(TODAY), TODAY, TODAY), Err(SigningRefusal::Withdrawn));
        assert_eq!(withdraw(signed.on, None, date(2026, 11, 23), TODAY), Err(SigningRefusal::Future));
        let before = withdraw(signed.on, None, date(2026, 4, 30), TODAY);
        assert_eq!(before, Err(SigningRefusal::BeforeSigning { on: signed.on }));
    }

    proptest! {
        #[test]
        fn an_invitation_waits_thirty_days_and_is_told_after_fourteen(days in 0_i64..60, signed: bool, cancelled: bool) {
            let sent = Moment::from_micros(1_700_000_000_000_000);
            let now = sent.plus_seconds(days * 86_400);
            let state = invitation(sent, signed.then_some(now), cancelled.then_some(now), now);
            prop_assert_eq!(state.is_open(), !signed && !cancelled);
            prop_assert_eq!(state == InvitationState::Ended, !signed && !cancelled && days >= 30);
            prop_assert_eq!(is_unanswered(state, sent, now), !signed && !cancelled && days >= 14);
        }

        #[test]
        fn who_signed_the_version_in_force_is_asked_again_by_years_alone(back in 0_i64..4_000, years in 1_u32..10) {
            let on = TODAY.saturating_sub(back.days());
            let found = standing(Signed { number: 3, on }, in_force(3, Some(years)), None, TODAY);
            let until = on.saturating_add(i64::from(years).years());
            prop_assert_eq!(matches!(found, Standing::Due { why: Why::Years, .. }), until <= TODAY);
        }
    }
}
