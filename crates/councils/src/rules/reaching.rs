//! How somebody who would like a seat is reached: by mail or by telephone, as the person chose; one of them is enough.

/// A way to reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReachBy {
    /// By mail: answers go there by themselves.
    Mail,
    /// By telephone: somebody calls.
    Phone,
}

impl ReachBy {
    /// Both, in the order of forms.
    pub const ALL: [Self; 2] = [Self::Mail, Self::Phone];

    /// The code in the database, in forms and in word keys (`reach-by-phone`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Phone => "phone",
        }
    }

    /// The way of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }
}

platform::coded!(ReachBy);

platform::refusals! {
    /// Why nobody could be reached so.
    pub enum ReachRefusal {
        /// Neither an address nor a number.
        NoWay = "interest-no-way",
        /// By mail, without an address.
        NoMail = "interest-no-mail",
        /// By telephone, without a number.
        NoPhone = "interest-no-phone",
    }
}

impl ReachRefusal {
    /// The field that is empty.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::NoWay | Self::NoMail => "email",
            Self::NoPhone => "phone",
        }
    }
}

/// By what somebody is reached who has typed an address, a number, or both; without a choice by mail where there is an address.
///
/// # Errors
/// [`ReachRefusal`] when what was chosen, or everything, is empty.
pub const fn reach(
    chosen: Option<ReachBy>,
    has_mail: bool,
    has_phone: bool,
) -> Result<ReachBy, ReachRefusal> {
    match (chosen, has_mail, has_phone) {
        (_, false, false) => Err(ReachRefusal::NoWay),
        (Some(ReachBy::Mail), false, true) => Err(ReachRefusal::NoMail),
        (Some(ReachBy::Phone), true, false) => Err(ReachRefusal::NoPhone),
        (Some(ReachBy::Phone) | None, false, true) | (Some(ReachBy::Phone), true, true) => Ok(ReachBy::Phone),
        (Some(ReachBy::Mail) | None, true, _) => Ok(ReachBy::Mail),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_alone_is_enough_and_so_is_an_address_alone() {
        assert_eq!(reach(None, false, true), Ok(ReachBy::Phone));
        assert_eq!(reach(None, true, false), Ok(ReachBy::Mail));
        assert_eq!(reach(None, false, false), Err(ReachRefusal::NoWay));
    }

    #[test]
    fn what_was_chosen_holds_and_must_be_there() {
        assert_eq!(reach(Some(ReachBy::Phone), true, true), Ok(ReachBy::Phone));
        assert_eq!(reach(Some(ReachBy::Mail), true, true), Ok(ReachBy::Mail));
        assert_eq!(reach(Some(ReachBy::Mail), false, true), Err(ReachRefusal::NoMail));
        assert_eq!(reach(Some(ReachBy::Phone), true, false), Err(ReachRefusal::NoPhone));
    }

    #[test]
    fn a_way_is_never_given_that_is_not_there() {
        for chosen in [None, Some(ReachBy::Mail), Some(ReachBy::Phone)] {
            for (mail, phone) in [(false, false), (false, true), (true, false), (true, true)] {
                match reach(chosen, mail, phone) {
                    Ok(ReachBy::Mail) => assert!(mail),
                    Ok(ReachBy::Phone) => assert!(phone),
                    Err(why) => assert!(!(why.field().is_empty() || mail && phone)),
                }
            }
        }
    }
}
