//! Notes of the staff, and when somebody was last in touch. Pure.

use super::PartnerRefusal;
use jiff::{ToSpan, civil::Date};
use platform::{
    errors::Complaints,
    text::{LineRefusal, PROSE, prose},
};

/// What a note is about: a thought, or a way in which somebody was in touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// Nobody was in touch: something to remember.
    Note,
    /// By telephone.
    Phone,
    /// By mail, written by hand.
    Mail,
    /// A visit, either way.
    Visit,
    /// A meeting.
    Meeting,
    /// A letter that the program sent.
    Letter,
    /// Something that the program asked.
    Ask,
}

impl Way {
    /// All, in the order of forms.
    pub const ALL: [Self; 7] =
        [Self::Phone, Self::Mail, Self::Visit, Self::Meeting, Self::Note, Self::Letter, Self::Ask];
    /// Those that the staff writes down; the program notes the others.
    pub const TYPED: [Self; 5] = [Self::Phone, Self::Mail, Self::Visit, Self::Meeting, Self::Note];

    /// The code in the database and in word keys (`way-phone`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Phone => "phone",
            Self::Mail => "mail",
            Self::Visit => "visit",
            Self::Meeting => "meeting",
            Self::Letter => "letter",
            Self::Ask => "ask",
        }
    }

    /// The way of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }

    /// Whether somebody was in touch.
    pub const fn is_contact(self) -> bool {
        !matches!(self, Self::Note)
    }
}

platform::coded!(Way);

/// Before which day a last contact is long ago: six months before `today`.
pub fn long_ago(today: Date) -> Date {
    today.saturating_sub(6.months())
}

/// A note on its way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNote {
    /// What it is about.
    pub way: Way,
    /// The day it is about.
    pub on_day: Date,
    /// What was said or is to be remembered; empty only where somebody was in touch.
    pub body: String,
}

/// The note that a form describes: its way, its day (not one to come), its words.
///
/// # Errors
/// All complaints, in the order of the fields.
pub fn note((way, day, body): (Option<Way>, Option<Date>, &str), today: Date) -> Result<NewNote, Complaints> {
    use platform::errors::FieldRefusal;
    let mut wrong = Complaints::default();
    let way = wrong.take("way", way.filter(|way| Way::TYPED.contains(way)).ok_or(FieldRefusal::NotAChoice));
    let day = wrong.take("on_day", day.ok_or(FieldRefusal::NotADate));
    if day.is_some_and(|day| day > today) {
        wrong.add("on_day", PartnerRefusal::Future);
    }
    let body = match prose(body, PROSE) {
        Err(LineRefusal::Empty) if way.is_none_or(Way::is_contact) => Some(String::new()),
        read => wrong.take("body", read),
    };
    match (way, day, body) {
        (Some(way), Some(on_day), Some(body)) if wrong.is_empty() => Ok(NewNote { way, on_day, body }),
        _ => Err(wrong),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    #[test]
    fn long_ago_is_six_months() {
        assert_eq!(long_ago(date(2026, 11, 22)), date(2026, 5, 22));
        assert_eq!(long_ago(date(2026, 8, 31)), date(2026, 2, 28));
        assert!(Way::ALL.iter().filter(|way| !way.is_contact()).eq([&Way::Note]), "a thought is no contact");
    }

    #[test]
    fn a_thought_needs_words_and_a_contact_a_day_that_has_come() {
        let fields = |read: Result<NewNote, Complaints>| {
            read.map(|_| ())
                .map_err(|wrong| wrong.0.iter().map(|one| one.field.to_string()).collect::<Vec<_>>())
        };
        let say = |way, day, body| fields(note((way, day, body), TODAY));
        assert_eq!(say(Some(Way::Phone), Some(TODAY), ""), Ok(()));
        assert_eq!(say(Some(Way::Note), Some(TODAY), " "), Err(vec!["body".to_owned()]));
        assert_eq!(say(Some(Way::Note), TODAY.tomorrow().ok(), "x"), Err(vec!["on_day".to_owned()]));
        assert_eq!(
            say(Some(Way::Letter), None, "x"),
            Err(vec!["way".to_owned(), "on_day".to_owned()]),
            "letters are the program's"
        );
    }
}
