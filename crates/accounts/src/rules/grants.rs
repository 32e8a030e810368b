//! Grants: which office fits which object, who may grant it, when it is in force, and that a partnership keeps a coordinator.

use crate::GrantId;
use jiff::civil::Date;
use platform::{
    authority::{Grant, Office},
    errors::FieldRefusal,
    ids::{PartnershipId, Ref},
    refusals,
};

refusals! {
    /// Why an office is not granted, changed or revoked.
    pub enum GrantRefusal {
        /// The office does not go with that object.
        DoesNotFit = "grant-does-not-fit",
        /// Nobody grants more than she holds.
        MoreThanHeld = "grant-more-than-held",
        /// The account holds this office on this object already.
        AlreadyHeld = "grant-already-held",
        /// The last day comes before the first, or has passed.
        Backwards = "grant-backwards",
        /// It would leave the partnership without a coordinator who can sign in and whose office has no last day.
        LastCoordinator = "grant-last-coordinator",
        /// The account has ended.
        AccountEnded = "grant-account-ended",
    }
}

/// The kinds of objects that an office can be granted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObjectKind {
    /// The whole partnership.
    Whole,
    /// One body of the tree.
    Council,
    /// One organization.
    Organization,
}

impl ObjectKind {
    /// The kind of the object; none when no office goes with it.
    pub fn of(on: Option<&Ref>) -> Option<Self> {
        match on.map(|on| on.kind.as_str()) {
            None => Some(Self::Whole),
            Some("council") => Some(Self::Council),
            Some("organization") => Some(Self::Organization),
            Some(_) => None,
        }
    }
}

/// The offices that can be granted in a partnership on such an object, widest first.
pub const fn offices_for(kind: ObjectKind) -> &'static [Office] {
    match kind {
        ObjectKind::Whole => &[Office::Coordinator, Office::Translator, Office::Reader],
        ObjectKind::Council => &[Office::Chair, Office::CouncilMember, Office::Reader],
        ObjectKind::Organization => &[Office::PartnerEditor, Office::Reader],
    }
}

fn fits(grant: &Grant) -> bool {
    match (grant.partnership, ObjectKind::of(grant.on.as_ref())) {
        (None, kind) => grant.office == Office::Administrator && kind == Some(ObjectKind::Whole),
        (Some(_), Some(kind)) => offices_for(kind).contains(&grant.office),
        (Some(_), None) => false,
    }
}

/// Whether somebody who holds `held` may grant (and so revoke) `wanted`: a coordinator whatever lies within her
/// partnership, an administrator the installation's office and a partnership's coordinator.
///
/// # Errors
/// Says why not.
pub fn may_grant(held: &[Grant], wanted: &Grant) -> Result<(), GrantRefusal> {
    if !fits(wanted) {
        return Err(GrantRefusal::DoesNotFit);
    }
    let administers = held.iter().any(|g| g.office == Office::Administrator && g.partnership.is_none());
    let coordinates = |here: PartnershipId| {
        held.iter().any(|g| g.office == Office::Coordinator && g.partnership == Some(here) && g.on.is_none())
    };
    let may = match wanted.partnership {
        None => administers,
        Some(here) => coordinates(here) || (administers && wanted.office == Office::Coordinator),
    };
    if may { Ok(()) } else { Err(GrantRefusal::MoreThanHeld) }
}

/// From which day to which a grant holds, both counted; no last day means until it is revoked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: Date,
    /// The last day, when there is one.
    pub until: Option<Date>,
}

impl Span {
    /// From this day on.
    pub const fn since(from: Date) -> Self {
        Self { from, until: None }
    }
}

/// Whether `today` lies within the span.
pub fn in_force(span: Span, today: Date) -> bool {
    span.from <= today && span.until.is_none_or(|last| today <= last)
}

/// A span that begins on `from` and ends on the day that was typed, or never when nothing was.
///
/// # Errors
/// When what was typed is not a day, or not one that comes.
pub fn span(from: Date, until: &str, today: Date) -> Result<Span, SpanRefusal> {
    let until = match until.trim() {
        "" => None,
        typed => Some(typed.parse::<Date>().map_err(|_| SpanRefusal::NotADate)?),
    };
    match until {
        Some(last) if last < from || last < today => Err(SpanRefusal::Backwards),
        until => Ok(Span { from, until }),
    }
}

/// Why a typed last day was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanRefusal {
    /// Not a date like 2026-11-22.
    NotADate,
    /// Before the first day, or past.
    Backwards,
}

impl platform::errors::Refusal for SpanRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotADate => FieldRefusal::NotADate.code(),
            Self::Backwards => GrantRefusal::Backwards.code(),
        }
    }
    fn args(&self) -> Vec<(&'static str, platform::words::Arg)> {
        Vec::new()
    }
}

/// A coordinator's grant on the whole partnership, as the last-coordinator rule sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Which grant.
    pub id: GrantId,
    /// When it holds.
    pub span: Span,
    /// Whether its holder has signed in at least once: an invitation that nobody accepted runs no partnership.
    pub entered: bool,
}

/// Refuses a change after which nobody could run the partnership: `held` are its coordinators' grants as they stand,
/// `changed` is the one about to be revoked or given a last day.
///
/// A grant that lasts is in force today, has no last day, and its holder has signed in. One that does not last can always go.
///
/// # Errors
/// [`GrantRefusal::LastCoordinator`] when `changed` is the only one that lasts.
pub fn keeps_coordinator(held: &[Held], changed: GrantId, today: Date) -> Result<(), GrantRefusal> {
    if lasts_without(held, &[changed], today) { Ok(()) } else { Err(GrantRefusal::LastCoordinator) }
}

/// Whether somebody still runs the place of `held` when `gone` are gone, or nobody among them did.
pub(super) fn lasts_without(held: &[Held], gone: &[GrantId], today: Date) -> bool {
    let lasts = |grant: &&Held| grant.entered && grant.span.until.is_none() && in_force(grant.span, today);
    let mut lasting = held.iter().filter(lasts);
    !lasting.clone().any(|grant| gone.contains(&grant.id)) || lasting.any(|grant| !gone.contains(&grant.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    const HERE: PartnershipId = PartnershipId(Uuid::from_u128(1));
    const THERE: PartnershipId = PartnershipId(Uuid::from_u128(2));
    const TODAY: Date = date(2026, 11, 22);

    fn grant(office: Office, partnership: Option<PartnershipId>, on: Option<&str>) -> Grant {
        Grant { office, partnership, on: on.map(|kind| Ref::new(kind, Uuid::from_u128(7))) }
    }

    #[test]
    fn nobody_grants_more_than_she_holds() {
        let coordinator = [grant(Office::Coordinator, Some(HERE), None)];
        let administrator = [grant(Office::Administrator, None, None)];
        let chair = [grant(Office::Chair, Some(HERE), Some("council"))];
        let new = |office, here, on| grant(office, here, on);
        for (office, on) in [
            (Office::Coordinator, None),
            (Office::Translator, None),
            (Office::Reader, None),
            (Office::Chair, Some("council")),
            (Office::CouncilMember, Some("council")),
            (Office::PartnerEditor, Some("organization")),
        ] {
            assert_eq!(may_grant(&coordinator, &new(office, Some(HERE), on)), Ok(()), "{office:?}");
            assert_eq!(
                may_grant(&coordinator, &new(office, Some(THERE), on)),
                Err(GrantRefusal::MoreThanHeld)
            );
            assert_eq!(may_grant(&chair, &new(office, Some(HERE), on)), Err(GrantRefusal::MoreThanHeld));
            assert_eq!(may_grant(&[], &new(office, Some(HERE), on)), Err(GrantRefusal::MoreThanHeld));
            let by_administrator = may_grant(&administrator, &new(office, Some(HERE), on));
            assert_eq!(by_administrator.is_ok(), office == Office::Coordinator, "{office:?}");
        }
        let top = new(Office::Administrator, None, None);
        assert_eq!(may_grant(&coordinator, &top), Err(GrantRefusal::MoreThanHeld));
        assert_eq!(may_grant(&administrator, &top), Ok(()));
    }

    #[test]
    fn an_office_goes_with_its_object() {
        let all = [grant(Office::Coordinator, Some(HERE), None), grant(Office::Administrator, None, None)];
        for (office, here, on) in [
            (Office::Administrator, Some(HERE), None),
            (Office::Coordinator, None, None),
            (Office::Coordinator, Some(HERE), Some("council")),
            (Office::Chair, Some(HERE), None),
            (Office::Chair, Some(HERE), Some("organization")),
            (Office::PartnerEditor, Some(HERE), Some("council")),
            (Office::Reader, Some(HERE), Some("seat")),
            (Office::Administrator, None, Some("council")),
        ] {
            assert_eq!(
                may_grant(&all, &grant(office, here, on)),
                Err(GrantRefusal::DoesNotFit),
                "{office:?}"
            );
        }
    }

    #[test]
    fn the_first_and_the_last_day_count() {
        let span = Span { from: date(2026, 11, 1), until: Some(date(2026, 11, 30)) };
        assert!(in_force(span, date(2026, 11, 1)) && in_force(span, date(2026, 11, 30)));
        assert!(!in_force(span, date(2026, 10, 31)) && !in_force(span, date(2026, 12, 1)));
        assert!(in_force(Span::since(TODAY), date(2099, 1, 1)));
    }

    #[test]
    fn a_last_day_lies_ahead() {
        assert_eq!(span(TODAY, "", TODAY), Ok(Span::since(TODAY)));
        assert_eq!(span(TODAY, " 2026-11-22 ", TODAY).unwrap().until, Some(TODAY));
        assert_eq!(span(date(2026, 1, 1), "2026-11-21", TODAY), Err(SpanRefusal::Backwards));
        assert_eq!(span(TODAY, "22/11/2026", TODAY), Err(SpanRefusal::NotADate));
        assert_eq!(span(TODAY, "2026-13-01", TODAY), Err(SpanRefusal::NotADate));
    }

    #[test]
    fn a_partnership_keeps_one_coordinator_who_can_sign_in_and_whose_office_does_not_end() {
        let id = |n: u128| GrantId(Uuid::from_u128(n));
        let held = |n: u128, until: Option<Date>, entered: bool| Held {
            id: id(n),
            span: Span { from: date(2026, 1, 1), until },
            entered,
        };
        let last = Err(GrantRefusal::LastCoordinator);
        assert_eq!(keeps_coordinator(&[held(1, None, true)], id(1), TODAY), last);
        assert_eq!(keeps_coordinator(&[held(1, None, true), held(2, None, true)], id(1), TODAY), Ok(()));
        assert_eq!(
            keeps_coordinator(&[held(1, None, true), held(2, None, false)], id(1), TODAY),
            last,
            "an invitation that nobody accepted"
        );
        assert_eq!(keeps_coordinator(&[held(1, None, true), held(2, None, false)], id(2), TODAY), Ok(()));
        let ends = Some(date(2026, 12, 31));
        assert_eq!(keeps_coordinator(&[held(1, None, true), held(2, ends, true)], id(1), TODAY), last);
        assert_eq!(keeps_coordinator(&[held(1, None, true), held(2, ends, true)], id(2), TODAY), Ok(()));
        let mut later = held(2, None, true);
        later.span.from = date(2027, 1, 1);
        assert_eq!(keeps_coordinator(&[held(1, None, true), later], id(1), TODAY), last, "not yet");
    }
}
