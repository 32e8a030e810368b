//! Closing an account: nobody goes whom a partnership or the installation cannot do without.

use super::grants::{Held, lasts_without};
use crate::GrantId;
use jiff::civil::Date;
use platform::refusals;

refusals! {
    /// Why an account is not closed, or its access not ended.
    pub enum ClosingRefusal {
        /// The partnership would be left without a coordinator who can sign in and whose office has no last day.
        LastCoordinator { partnership: String } = "closing-last-coordinator",
        /// Nobody could run the installation any more.
        LastAdministrator = "closing-last-administrator",
        /// It is closed already, or never was.
        NotOpen = "closing-not-open",
    }
}

/// The offices of one place that an account would take with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The partnership's name; none for the installation.
    pub partnership: Option<String>,
    /// All coordinators' (or administrators') grants there, as they stand.
    pub held: Vec<Held>,
    /// Those of the account.
    pub own: Vec<GrantId>,
    /// The day it is there.
    pub today: Date,
}

/// Refuses a closing that leaves a place without anybody to run it.
///
/// # Errors
/// Says which place.
pub fn may_close(places: &[Place]) -> Result<(), ClosingRefusal> {
    let left = |place: &&Place| lasts_without(&place.held, &place.own, place.today);
    match places.iter().find(|place| !left(place)) {
        None => Ok(()),
        Some(Place { partnership: Some(name), .. }) => {
            Err(ClosingRefusal::LastCoordinator { partnership: name.clone() })
        }
        Some(Place { partnership: None, .. }) => Err(ClosingRefusal::LastAdministrator),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 11, 22);

    fn id(n: u128) -> GrantId {
        GrantId(Uuid::from_u128(n))
    }

    /// A place with these grants (which, and whether its holder has signed in), of which some are the account's own.
    fn place(name: Option<&str>, grants: &[(u128, bool)], own: &[u128]) -> Place {
        let held = |(n, entered): &(u128, bool)| Held {
            id: id(*n),
            span: Span::since(date(2026, 1, 1)),
            entered: *entered,
        };
        Place {
            partnership: name.map(str::to_owned),
            held: grants.iter().map(held).collect(),
            own: own.iter().copied().map(id).collect(),
            today: TODAY,
        }
    }

    #[test]
    fn who_runs_no_place_alone_may_go() {
        let maple = place(Some("Maple"), &[(1, true), (2, true)], &[1]);
        let installation = place(None, &[(3, true), (4, true)], &[3]);
        assert_eq!(may_close(&[]), Ok(()));
        assert_eq!(may_close(&[maple.clone(), installation.clone()]), Ok(()));
        let alone = place(Some("Birch"), &[(5, true), (6, false)], &[5]);
        let refused = ClosingRefusal::LastCoordinator { partnership: "Birch".into() };
        assert_eq!(may_close(&[maple.clone(), alone]), Err(refused), "an invitation runs no partnership");
        let last = place(None, &[(3, true)], &[3]);
        assert_eq!(may_close(&[maple, last]), Err(ClosingRefusal::LastAdministrator));
    }

    #[test]
    fn two_grants_of_one_account_go_together() {
        let both = place(Some("Maple"), &[(1, true), (2, true)], &[1, 2]);
        assert!(may_close(&[both]).is_err());
    }

    #[test]
    fn who_never_signed_in_can_always_be_closed() {
        assert_eq!(
            may_close(&[place(Some("Maple"), &[(1, false)], &[1])]),
            Ok(()),
            "an invitation gone astray"
        );
    }
}
