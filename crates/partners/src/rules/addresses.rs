//! At which of her addresses a person gets mail. Pure.

use crate::{ContactId, OrganizationId};

/// An address for mail: its contact point, and at which organization it is; none is the person's own.
pub type MailAt = (ContactId, Option<OrganizationId>);

/// The address for mail of one kind: the one that was chosen for it; or the one at the organization that it is about; or her own;
/// or the first at some organization.
pub fn address(
    mails: &[MailAt],
    chosen: Option<ContactId>,
    about: Option<OrganizationId>,
) -> Option<ContactId> {
    let by_choice = mails.iter().find(|(id, _)| Some(*id) == chosen);
    let there = || mails.iter().find(|(_, at)| about.is_some() && *at == about);
    let own = || mails.iter().find(|(_, at)| at.is_none());
    by_choice.or_else(there).or_else(own).or(mails.first()).map(|(id, _)| *id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn what_was_chosen_comes_first_then_the_place_then_her_own() {
        let id = |n| ContactId(Uuid::from_u128(n));
        let (library, clinic) = (OrganizationId(Uuid::from_u128(50)), OrganizationId(Uuid::from_u128(60)));
        let all = [(id(1), Some(library)), (id(2), Some(clinic)), (id(3), None)];
        let got = |chosen, about| address(&all, chosen, about);
        assert_eq!(got(Some(id(2)), Some(library)), Some(id(2)));
        assert_eq!(got(Some(id(77)), Some(library)), Some(id(1)), "what is gone is not chosen");
        assert_eq!(got(None, Some(clinic)), Some(id(2)));
        assert_eq!(got(None, None), Some(id(3)));
        assert_eq!(address(&all[..2], None, None), Some(id(1)));
        assert_eq!(address(&[], Some(id(1)), None), None);
    }
}
