//! Questions that people ask: what they are about, and their one answer.

/// What a question is about. It stays when everything personal is erased: a voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// First steps, papers, where to begin.
    FirstSteps,
    /// A place to live.
    Housing,
    /// Work, diplomas, business.
    Work,
    /// Learning a language.
    Language,
    /// Children, school, child care.
    School,
    /// Health.
    Health,
    /// Money, benefits, taxes.
    Money,
    /// Law, rights, discrimination.
    Rights,
    /// Meeting people, taking part.
    Belonging,
    /// Anything else.
    Other,
    /// Whoever asked did not say.
    NotGiven,
}

impl Topic {
    /// All, in the order of filters.
    pub const ALL: [Self; 11] = [
        Self::FirstSteps,
        Self::Housing,
        Self::Work,
        Self::Language,
        Self::School,
        Self::Health,
        Self::Money,
        Self::Rights,
        Self::Belonging,
        Self::Other,
        Self::NotGiven,
    ];

    /// Those that whoever asks can choose from, in the order of the form.
    pub const OFFERED: [Self; 10] = [
        Self::FirstSteps,
        Self::Housing,
        Self::Work,
        Self::Language,
        Self::School,
        Self::Health,
        Self::Money,
        Self::Rights,
        Self::Belonging,
        Self::Other,
    ];

    /// The code in the database, in forms and in word keys (`enquiry-topic-housing`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::FirstSteps => "first-steps",
            Self::Housing => "housing",
            Self::Work => "work",
            Self::Language => "language",
            Self::School => "school",
            Self::Health => "health",
            Self::Money => "money",
            Self::Rights => "rights",
            Self::Belonging => "belonging",
            Self::Other => "other",
            Self::NotGiven => "not-given",
        }
    }

    /// The topic of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.code() == code)
    }
}

platform::coded!(Topic);

/// How far a question has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EnquiryState {
    /// Nobody has answered yet.
    New,
    /// Answered by mail.
    Mailed,
    /// Answered by telephone, or face to face.
    Called,
    /// Erased before anybody answered.
    Erased,
}

impl EnquiryState {
    /// All, in the order of filters.
    pub const ALL: [Self; 4] = [Self::New, Self::Mailed, Self::Called, Self::Erased];

    /// The code in the database, in filters and in word keys (`enquiry-state-new`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Mailed => "mailed",
            Self::Called => "called",
            Self::Erased => "erased",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

platform::coded!(EnquiryState);

platform::refusals! {
    /// Why a question is not taken or answered so.
    pub enum EnquiryRefusal {
        /// Without agreement nothing is kept.
        NotAgreed = "enquiry-not-agreed",
        /// Nobody could answer.
        NoReach = "enquiry-no-reach",
        /// It has had its answer.
        Answered = "enquiry-answered",
        /// An answer is words.
        NoWords = "enquiry-no-words",
        /// There is no address to send it to.
        NoAddress = "enquiry-no-address",
    }
}

/// Whether a question in `state` may be answered as `to`, with `words`; `email` is where it could go.
///
/// # Errors
/// [`EnquiryRefusal`]: one answer, in words, on a way that leads there.
pub fn answer(
    state: EnquiryState,
    to: EnquiryState,
    (words, email): (&str, &str),
) -> Result<(), EnquiryRefusal> {
    match (state, to) {
        (EnquiryState::New, EnquiryState::Mailed) if email.is_empty() => Err(EnquiryRefusal::NoAddress),
        (EnquiryState::New, EnquiryState::Mailed | EnquiryState::Called) if words.trim().is_empty() => {
            Err(EnquiryRefusal::NoWords)
        }
        (EnquiryState::New, EnquiryState::Mailed | EnquiryState::Called) => Ok(()),
        _ => Err(EnquiryRefusal::Answered),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_has_one_answer_in_words_on_a_way_that_leads_there() {
        use EnquiryState::{Called, Erased, Mailed, New};
        assert_eq!(answer(New, Mailed, ("Yes.", "a@b.ca")), Ok(()));
        assert_eq!(answer(New, Mailed, ("Yes.", "")), Err(EnquiryRefusal::NoAddress));
        assert_eq!(answer(New, Called, (" ", "")), Err(EnquiryRefusal::NoWords));
        assert_eq!(answer(New, Called, ("Told her.", "")), Ok(()));
        for state in [Mailed, Called, Erased] {
            assert_eq!(answer(state, Called, ("Again.", "")), Err(EnquiryRefusal::Answered));
        }
        assert_eq!(answer(New, New, ("Yes.", "")), Err(EnquiryRefusal::Answered));
        assert_eq!(answer(New, Erased, ("Yes.", "")), Err(EnquiryRefusal::Answered));
    }

    #[test]
    fn every_code_reads_back() {
        let (last, offered) = Topic::ALL.split_last().unwrap();
        assert_eq!(
            (*last, offered),
            (Topic::NotGiven, Topic::OFFERED.as_slice()),
            "all but that can be chosen"
        );
        assert!(Topic::ALL.into_iter().all(|one| Topic::from_code(one.code()) == Some(one)));
        assert!(EnquiryState::ALL.into_iter().all(|one| EnquiryState::from_code(one.code()) == Some(one)));
    }
}
