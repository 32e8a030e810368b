//! Requests to take part: who asks, how far each has come, and what may follow.
//!
//! Nobody who wrote is left without a word: a no and an answer are given in words, and each request is decided once.

/// For whom somebody asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Asker {
    /// A registered organization.
    Organization,
    /// An informal group: people who meet, without papers.
    Group,
    /// Herself.
    Person,
}

impl Asker {
    /// All, in the order of forms.
    pub const ALL: [Self; 3] = [Self::Organization, Self::Group, Self::Person];

    /// The code in the database, in forms and in word keys (`asking-asker-group`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::Group => "group",
            Self::Person => "person",
        }
    }

    /// The asker of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

platform::coded!(Asker);

/// How far a request has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JoiningState {
    /// Nobody has answered yet.
    New,
    /// Had an answer; what becomes of it is open.
    Answered,
    /// The organization joined.
    Partner,
    /// The person helps.
    Volunteer,
    /// Not now.
    NotNow,
}

impl JoiningState {
    /// All, in the order of filters.
    pub const ALL: [Self; 5] = [Self::New, Self::Answered, Self::Partner, Self::Volunteer, Self::NotNow];

    /// The code in the database, in filters and in word keys (`asking-state-new`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Answered => "answered",
            Self::Partner => "partner",
            Self::Volunteer => "volunteer",
            Self::NotNow => "not-now",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether it is known what became of it.
    pub const fn is_decided(self) -> bool {
        matches!(self, Self::Partner | Self::Volunteer | Self::NotNow)
    }
}

platform::coded!(JoiningState);

platform::refusals! {
    /// Why a request cannot be kept or decided so.
    pub enum JoiningRefusal {
        /// Without agreement nothing is kept.
        NotAgreed = "asking-not-agreed",
        /// An organization or a group has a name.
        NoOrganization = "asking-no-organization",
        /// Nobody could answer.
        NoReach = "asking-no-reach",
        /// It is known already what became of it.
        Decided = "asking-decided",
        /// An answer is words.
        NoWords = "asking-no-words",
        /// Something here is called nearly the same: is it that one?
        Near = "asking-near",
        /// A lot came from there in a short time.
        TooOften { minutes: u32 } = "asking-too-often",
    }
}

/// What is missing for somebody who asks to be named and reached: the fields, each with what it lacks.
pub fn missing(
    asker: Asker,
    organization: &str,
    (email, phone): (&str, &str),
) -> Vec<(&'static str, JoiningRefusal)> {
    let nameless = asker != Asker::Person && organization.is_empty();
    let unreached = email.is_empty() && phone.is_empty();
    let name = nameless.then_some(("organization", JoiningRefusal::NoOrganization));
    name.into_iter().chain(unreached.then_some(("email", JoiningRefusal::NoReach))).collect()
}

/// Whether a request in `state` may go on to `next`, with `words` to whoever asked.
///
/// # Errors
/// [`JoiningRefusal::Decided`] once it is known what became of it; [`JoiningRefusal::NoWords`] for an answer without any.
pub fn decide(state: JoiningState, next: JoiningState, words: &str) -> Result<(), JoiningRefusal> {
    let needs_words = matches!(next, JoiningState::Answered | JoiningState::NotNow);
    match (state, next) {
        (state, _) if state.is_decided() => Err(JoiningRefusal::Decided),
        (_, JoiningState::New) => Err(JoiningRefusal::Decided),
        _ if needs_words && words.trim().is_empty() => Err(JoiningRefusal::NoWords),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_decided_once() {
        for state in JoiningState::ALL {
            for next in JoiningState::ALL {
                let may = decide(state, next, "Welcome.").is_ok();
                assert_eq!(may, !state.is_decided() && next != JoiningState::New, "{state:?} {next:?}");
            }
        }
    }

    #[test]
    fn an_answer_and_a_no_are_given_in_words_and_a_welcome_may_be_silent() {
        let to = |next| decide(JoiningState::New, next, " ");
        assert_eq!(to(JoiningState::Answered), Err(JoiningRefusal::NoWords));
        assert_eq!(to(JoiningState::NotNow), Err(JoiningRefusal::NoWords));
        assert_eq!(to(JoiningState::Partner), Ok(()));
        assert_eq!(to(JoiningState::Volunteer), Ok(()));
    }

    #[test]
    fn whoever_asks_can_be_named_and_reached() {
        let fields = |asker, name, reach| -> Vec<&str> {
            missing(asker, name, reach).into_iter().map(|(field, _)| field).collect()
        };
        let none: [&str; 0] = [];
        assert_eq!(fields(Asker::Organization, "", ("a@b.ca", "")), ["organization"]);
        assert_eq!(fields(Asker::Group, "", ("", "")), ["organization", "email"]);
        assert_eq!(fields(Asker::Person, "", ("a@b.ca", "")), none);
        assert_eq!(fields(Asker::Person, "", ("", "")), ["email"]);
        assert_eq!(fields(Asker::Group, "Sewing circle", ("", "555-0100")), none);
    }

    #[test]
    fn codes_read_back() {
        for state in JoiningState::ALL {
            assert_eq!(JoiningState::from_code(state.code()), Some(state));
        }
        for asker in Asker::ALL {
            assert_eq!(Asker::from_code(asker.code()), Some(asker));
        }
    }
}
