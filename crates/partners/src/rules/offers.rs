//! What organizations and people offer and need, and what fits together. Pure.

use super::{ABOUT, PartnerRefusal, Visibility, whose::Whose};
use crate::Spoken;
use areas::AreaId;
use jiff::{ToSpan, civil::Date};
use platform::{langs::Lang, text::Text};

/// What is offered or needed is called by at most this many characters.
pub const TITLE: usize = 200;
/// A line about how much or when has at most this many characters.
pub const LINE: usize = 200;
/// A text about it has at most this many characters.
pub const TEXT: usize = ABOUT;

/// Whether it is offered or needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Somebody has it to give.
    Offer,
    /// Somebody looks for it.
    Need,
}

impl Side {
    /// Both, in the order of lists.
    pub const ALL: [Self; 2] = [Self::Offer, Self::Need];

    /// The code in the database and in word keys (`side-offer`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Offer => "offer",
            Self::Need => "need",
        }
    }

    /// The side of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.code() == code)
    }
}

platform::coded!(Side);

/// What kind of thing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A room, a hall, a kitchen.
    Room,
    /// A language: interpreting, conversation, a text read over.
    Language,
    /// Hours of volunteers.
    Hours,
    /// Money.
    Money,
    /// Something that somebody can do.
    Skill,
    /// A van, a projector, toys.
    Equipment,
    /// Something else.
    Other,
}

impl Kind {
    /// All, in the order of lists.
    pub const ALL: [Self; 7] =
        [Self::Room, Self::Language, Self::Hours, Self::Money, Self::Skill, Self::Equipment, Self::Other];

    /// The code in the database and in word keys (`offer-kind-room`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Room => "room",
            Self::Language => "language",
            Self::Hours => "hours",
            Self::Money => "money",
            Self::Skill => "skill",
            Self::Equipment => "equipment",
            Self::Other => "other",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

platform::coded!(Kind);

/// What is offered or needed, on its way in, or changed.
#[derive(Debug, Clone, PartialEq)]
pub struct NewOffer {
    /// By whom.
    pub whose: Whose,
    /// Which of the two.
    pub side: Side,
    /// What kind of thing.
    pub kind: Kind,
    /// What it is called.
    pub title: Text,
    /// More about it; may be empty.
    pub about: Text,
    /// How much; may be empty.
    pub amount: String,
    /// When; may be empty.
    pub times: String,
    /// Where; none is anywhere.
    pub area: Option<AreaId>,
    /// In which language, or which language it is; none is any.
    pub language: Option<Spoken>,
    /// From which day it holds.
    pub from_on: Date,
    /// The last day; none is until further notice.
    pub until_on: Option<Date>,
    /// Who may know of it.
    pub visibility: Visibility,
}

/// Whether it can be kept.
///
/// # Errors
/// [`PartnerRefusal::Nameless`], [`PartnerRefusal::Backwards`].
pub fn check_offer(new: &NewOffer) -> Result<(), PartnerRefusal> {
    if Lang::OFFICIAL.into_iter().all(|lang| new.title.get(lang).is_none()) {
        return Err(PartnerRefusal::Nameless);
    }
    match new.until_on {
        Some(until) if until < new.from_on => Err(PartnerRefusal::Backwards),
        _ => Ok(()),
    }
}

/// From which day on somebody should say that it is still so: a year after that was said last.
pub fn review_on(confirmed_on: Date) -> Date {
    confirmed_on.saturating_add(1.year())
}

/// Whether somebody should say that it is still so: a year has passed, and it has not ended.
pub fn is_due(confirmed_on: Date, until_on: Option<Date>, today: Date) -> bool {
    review_on(confirmed_on) <= today && until_on.is_none_or(|until| today <= until)
}

/// What of an offer or a need says whether another fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Traits {
    /// By whom.
    pub whose: Whose,
    /// Which of the two.
    pub side: Side,
    /// What kind of thing.
    pub kind: Kind,
    /// Where.
    pub area: Option<AreaId>,
    /// In which language.
    pub language: Option<Spoken>,
    /// From which day.
    pub from_on: Date,
    /// The last day.
    pub until_on: Option<Date>,
}

/// How well an offer and a need fit: higher is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fit {
    /// Whether both name the same area.
    pub same_area: bool,
    /// Whether both name the same language.
    pub same_language: bool,
}

/// Whether an offer and a need of two fit: the same kind, days that meet, and an area and a language that are the same or that
/// one of them leaves open. One's own offer does not meet one's own need.
pub fn fit(one: &Traits, other: &Traits) -> Option<Fit> {
    fn open_or_same<T: PartialEq>(one: Option<T>, other: Option<T>) -> Option<bool> {
        match (one, other) {
            (Some(one), Some(other)) if one == other => Some(true),
            (Some(_), Some(_)) => None,
            _ => Some(false),
        }
    }
    let ends_before = |a: &Traits, b: &Traits| a.until_on.is_some_and(|until| until < b.from_on);
    let is_pair = one.side != other.side && one.kind == other.kind && one.whose != other.whose;
    if !is_pair || ends_before(one, other) || ends_before(other, one) {
        return None;
    }
    let same_area = open_or_same(one.area, other.area)?;
    let same_language = open_or_same(one.language, other.language)?;
    Some(Fit { same_area, same_language })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{OrganizationId, PersonId};
    use jiff::civil::date;
    use proptest::prelude::*;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 11, 22);

    fn area(n: u128) -> AreaId {
        AreaId(Uuid::from_u128(n))
    }

    fn traits(n: u128, side: Side) -> Traits {
        Traits {
            whose: Whose::Organization(OrganizationId(Uuid::from_u128(n))),
            side,
            kind: Kind::Room,
            area: None,
            language: None,
            from_on: TODAY,
            until_on: None,
        }
    }

    #[test]
    fn an_offer_meets_a_need_of_the_same_kind_area_and_language() {
        let (offer, need) = (traits(1, Side::Offer), traits(2, Side::Need));
        assert_eq!(fit(&offer, &need), Some(Fit { same_area: false, same_language: false }));
        assert_eq!(fit(&offer, &traits(2, Side::Offer)), None, "two offers do not meet");
        assert_eq!(fit(&offer, &traits(1, Side::Need)), None, "nor one's own");
        assert_eq!(fit(&offer, &Traits { kind: Kind::Money, ..need }), None);
        let here = |of: Traits| Traits { area: Some(area(1)), ..of };
        assert_eq!(fit(&here(offer), &need).map(|fit| fit.same_area), Some(false), "anywhere is here too");
        assert_eq!(fit(&here(offer), &here(need)).map(|fit| fit.same_area), Some(true));
        assert_eq!(fit(&here(offer), &Traits { area: Some(area(2)), ..need }), None);
        let in_french = |of: Traits| Traits { language: Spoken::from_code("fr"), ..of };
        assert_eq!(fit(&in_french(offer), &in_french(need)).map(|fit| fit.same_language), Some(true));
        assert_eq!(fit(&in_french(offer), &Traits { language: Spoken::from_code("ar"), ..need }), None);
        let over = Traits { until_on: Some(TODAY), ..offer };
        let later = Traits { from_on: date(2026, 11, 23), ..need };
        assert_eq!((fit(&over, &need).is_some(), fit(&over, &later)), (true, None), "days have to meet");
    }

    #[test]
    fn a_year_after_it_was_confirmed_somebody_is_asked() {
        assert!(!is_due(date(2025, 11, 23), None, TODAY));
        assert!(is_due(date(2025, 11, 22), None, TODAY));
        assert!(
            !is_due(date(2024, 1, 1), Some(date(2026, 11, 21)), TODAY),
            "what has ended is not asked about"
        );
        assert_eq!(review_on(date(2024, 2, 29)), date(2025, 2, 28));
    }

    fn any_traits() -> impl Strategy<Value = Traits> {
        let day = (0_i64..100).prop_map(|n| TODAY.saturating_add(n.days()));
        let place = proptest::option::of((1_u128..3).prop_map(area));
        let language = proptest::option::of(prop_oneof![Just("fr"), Just("ar")]);
        let whose = (1_u128..4, any::<bool>()).prop_map(|(n, is_person)| match is_person {
            true => Whose::Person(PersonId(Uuid::from_u128(n))),
            false => Whose::Organization(OrganizationId(Uuid::from_u128(n))),
        });
        (whose, any::<bool>(), 0_usize..2, place, language, day, proptest::option::of(0_i64..50)).prop_map(
            |(whose, offers, kind, area, language, from_on, days)| Traits {
                whose,
                side: if offers { Side::Offer } else { Side::Need },
                kind: Kind::ALL[kind],
                area,
                language: language.and_then(Spoken::from_code),
                from_on,
                until_on: days.map(|n| from_on.saturating_add(n.days())),
            },
        )
    }

    proptest! {
        #[test]
        fn fitting_is_mutual_and_leaving_something_open_never_parts_two(one in any_traits(), other in any_traits()) {
            prop_assert_eq!(fit(&one, &other), fit(&other, &one));
            let open = Traits { area: None, language: None, until_on: None, from_on: TODAY, ..one };
            if fit(&one, &other).is_some() {
                prop_assert!(fit(&open, &other).is_some());
            }
        }
    }
}
