//! Terms: who sits on a seat, from which day to which. A seat's history is its terms; nothing of it is overwritten.

use crate::{SeatId, TermId, rules::seats::Board};
use jiff::{ToSpan, civil::Date};
use partners::PersonId;

/// Who holds a seat during a term. Written as the person, or as nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(into = "Option<PersonId>")]
pub enum Holder {
    /// A person the partnership knows.
    Person(PersonId),
    /// Somebody whom the source counts and does not name.
    NotNamed,
    /// Somebody whose name was erased.
    Erased,
}

impl Holder {
    /// The person, when the source names one.
    pub const fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(person) => Some(person),
            Self::NotNamed | Self::Erased => None,
        }
    }
}

impl From<Holder> for Option<PersonId> {
    fn from(holder: Holder) -> Self {
        holder.person()
    }
}

impl From<Option<PersonId>> for Holder {
    fn from(person: Option<PersonId>) -> Self {
        person.map_or(Self::NotNamed, Self::Person)
    }
}

/// How a term ended before its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftHow {
    /// The holder resigned.
    Resigned,
    /// The organization sent somebody else.
    Replaced,
    /// The body ended it.
    Ended,
    /// The holder was erased; nobody says how the term ended.
    Erased,
}

impl LeftHow {
    /// All ways that somebody can give, in the order of lists.
    pub const GIVEN: [Self; 3] = [Self::Resigned, Self::Replaced, Self::Ended];

    /// The code in the database, in forms and in word keys (`term-left-resigned`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Resigned => "resigned",
            Self::Replaced => "replaced",
            Self::Ended => "ended",
            Self::Erased => "erased",
        }
    }

    /// The way of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::given(code).or((code == Self::Erased.code()).then_some(Self::Erased))
    }

    /// The way of a code that somebody can give.
    pub fn given(code: &str) -> Option<Self> {
        Self::GIVEN.into_iter().find(|how| how.code() == code)
    }
}

platform::coded!(LeftHow);

/// The last day of a holder who left before the term was over, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Left {
    /// The last day.
    pub on: Date,
    /// How.
    pub how: LeftHow,
}

/// A term somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct AskForTerm {
    /// Who sits.
    pub holder: Holder,
    /// Who comes when the holder cannot.
    pub alternate: Option<PersonId>,
    /// The first day.
    pub starts_on: Date,
    /// Whether the first day is known only roughly.
    pub starts_about: bool,
    /// The last day as agreed; none for as long as the office or the organization says.
    pub ends_on: Option<Date>,
}

/// A term as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Which term.
    pub id: TermId,
    /// What was agreed.
    pub agreed: AskForTerm,
    /// When and how the holder left early, if so.
    pub left: Option<Left>,
}

impl AskForTerm {
    /// Whether some day belongs to both spans, the last days included.
    pub fn meets(&self, from: Date, to: Option<Date>) -> bool {
        to.is_none_or(|to| self.starts_on <= to) && self.ends_on.is_none_or(|end| from <= end)
    }
}

impl Term {
    /// The last day on which the holder sits, as far as known; none when the term has no end.
    pub fn last_day(&self) -> Option<Date> {
        self.left.map(|left| left.on).or(self.agreed.ends_on)
    }

    /// Whether the holder sits on that day.
    pub fn covers(&self, day: Date) -> bool {
        self.agreed.starts_on <= day && self.last_day().is_none_or(|last| day <= last)
    }

    /// Whether it is over before that day.
    pub fn is_over(&self, day: Date) -> bool {
        self.last_day().is_some_and(|last| last < day)
    }
}

platform::refusals! {
    /// Why a term cannot be so.
    pub enum TermRefusal {
        /// It ends before it starts.
        Backwards = "term-backwards",
        /// The seat is held from `from` on by another term.
        Overlaps { from: Date } = "term-overlaps",
        /// The person holds another seat of this body then.
        SeatedHere { number: u32 } = "term-seated-here",
        /// The alternate is the holder.
        AlternateIsHolder = "term-alternate-is-holder",
        /// The term is over already.
        Over { on: Date } = "term-over",
        /// The day of leaving lies before the term.
        LeftBeforeStart { starts_on: Date } = "term-left-before-start",
        /// The day of leaving lies behind the end of the term.
        LeftAfterEnd { ends_on: Date } = "term-left-after-end",
        /// A term without an end needs no renewal.
        WithoutEnd = "term-without-end",
        /// The body is closed.
        CouncilClosed = "term-council-closed",
        /// The seat or the term is not here (any more).
        Gone = "term-gone",
    }
}

impl TermRefusal {
    /// The field of the form that it is about; empty for the whole form.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Backwards => "ends_on",
            Self::Overlaps { .. } => "starts_on",
            Self::SeatedHere { .. } => "holder",
            Self::AlternateIsHolder => "alternate",
            Self::LeftBeforeStart { .. } | Self::LeftAfterEnd { .. } => "on",
            _ => "",
        }
    }
}

/// From when until when a person belongs who holds or stands in on these terms: none when she serves none of them; no end
/// while one of them has none.
pub fn belonging(terms: &[Term], person: PersonId) -> Option<(Date, Option<Date>)> {
    let serves =
        |term: &&Term| term.agreed.holder == Holder::Person(person) || term.agreed.alternate == Some(person);
    let since = terms.iter().filter(serves).map(|term| term.agreed.starts_on).min()?;
    let lasts = terms.iter().filter(serves).map(Term::last_day);
    let ended = lasts.reduce(|a, b| a.zip(b).map(|(a, b)| a.max(b)))?;
    Some((since, ended))
}

/// Lets somebody hold `seat` for a term, or says why not.
///
/// # Errors
/// Any [`TermRefusal`] that speaks of the new term: backwards, overlapping, the same person twice.
pub fn hold(board: &Board, seat: SeatId, ask: &AskForTerm) -> Result<(), TermRefusal> {
    if board.closed {
        return Err(TermRefusal::CouncilClosed);
    }
    if ask.ends_on.is_some_and(|end| end < ask.starts_on) {
        return Err(TermRefusal::Backwards);
    }
    two_people(ask.holder, ask.alternate)?;
    let own = board.seats.iter().find(|on| on.id == seat).ok_or(TermRefusal::Gone)?;
    if let Some(other) = own.terms.iter().find(|term| ask.meets(term.agreed.starts_on, term.last_day())) {
        return Err(TermRefusal::Overlaps { from: other.agreed.starts_on });
    }
    let Some(person) = ask.holder.person() else { return Ok(()) };
    let seats_her = |term: &Term| {
        term.agreed.holder == Holder::Person(person) && ask.meets(term.agreed.starts_on, term.last_day())
    };
    match board.seats.iter().filter(|on| on.id != seat).find(|on| on.terms.iter().any(seats_her)) {
        Some(on) => Err(TermRefusal::SeatedHere { number: on.number }),
        None => Ok(()),
    }
}

/// The end of a term before its time, on `on`, or why it cannot end then.
///
/// # Errors
/// [`TermRefusal::Over`], [`TermRefusal::LeftBeforeStart`] or [`TermRefusal::LeftAfterEnd`].
pub fn leave(term: &Term, on: Date, how: LeftHow) -> Result<Left, TermRefusal> {
    if let Some(left) = term.left {
        return Err(TermRefusal::Over { on: left.on });
    }
    if on < term.agreed.starts_on {
        return Err(TermRefusal::LeftBeforeStart { starts_on: term.agreed.starts_on });
    }
    match term.agreed.ends_on {
        Some(ends_on) if ends_on < on => Err(TermRefusal::LeftAfterEnd { ends_on }),
        _ => Ok(Left { on, how }),
    }
}

/// The term that follows `term` for the same holder, until `ends_on`, or why there is none.
///
/// # Errors
/// [`TermRefusal::WithoutEnd`], or as [`hold`].
pub fn renew(
    board: &Board,
    seat: SeatId,
    term: &Term,
    ends_on: Option<Date>,
) -> Result<AskForTerm, TermRefusal> {
    let last = term.last_day().ok_or(TermRefusal::WithoutEnd)?;
    let starts_on = last.saturating_add(1.day());
    let next = AskForTerm { starts_on, starts_about: false, ends_on, ..term.agreed };
    hold(board, seat, &next).map(|()| next)
}

/// A term as it should have been written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Corrected {
    /// What was agreed.
    pub agreed: AskForTerm,
    /// When and how the holder left early, if so.
    pub left: Option<Left>,
}

/// Whether a term of `seat` may be put right so: it must stand beside the others as a new one would. A closed body's history
/// may be corrected too.
///
/// # Errors
/// As [`hold`] and [`leave`]; [`TermRefusal::Gone`] when there is no such term.
pub fn correct(board: &Board, seat: SeatId, term: TermId, to: &Corrected) -> Result<(), TermRefusal> {
    let mut rest = Board { closed: false, ..board.clone() };
    let own = rest.seats.iter_mut().find(|on| on.id == seat).ok_or(TermRefusal::Gone)?;
    let before = own.terms.len();
    own.terms.retain(|one| one.id != term);
    if own.terms.len() == before {
        return Err(TermRefusal::Gone);
    }
    if to.agreed.ends_on.is_some_and(|end| end < to.agreed.starts_on) {
        return Err(TermRefusal::Backwards);
    }
    if let Some(left) = to.left {
        leave(&Term { id: term, agreed: to.agreed, left: None }, left.on, left.how)?;
    }
    let served = AskForTerm { ends_on: to.left.map(|left| left.on).or(to.agreed.ends_on), ..to.agreed };
    hold(&rest, seat, &served)
}

/// Whether `alternate` may stand in for the holder of `term`.
///
/// # Errors
/// [`TermRefusal::AlternateIsHolder`].
pub fn name_alternate(term: &Term, alternate: Option<PersonId>) -> Result<(), TermRefusal> {
    two_people(term.agreed.holder, alternate)
}

fn two_people(holder: Holder, alternate: Option<PersonId>) -> Result<(), TermRefusal> {
    match (holder, alternate) {
        (Holder::Person(holder), Some(alternate)) if holder == alternate => {
            Err(TermRefusal::AlternateIsHolder)
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
