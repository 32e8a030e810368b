//! What a list of organizations is narrowed and sorted by, as its address says it.

use crate::{
    SectorId,
    rules::{Reader, Standing, Visibility, notes::long_ago},
    spoken::Spoken,
};
use jiff::civil::{Date, date};
use platform::{db::Sort, http::Address, ids::AccountId};

/// By what a list of organizations is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortBy {
    /// The name, in the reader's language.
    #[default]
    Name,
    /// The place of the sector, then the name.
    Sector,
    /// The day of joining, then the name.
    Joined,
}

/// A day before which nobody wrote anything down.
const BEFORE_ALL: Date = date(1900, 1, 1);

/// What the staff narrows lists by: who looks after a record, and when somebody was last in touch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Care {
    /// Looked after by this account.
    pub steward: Option<AccountId>,
    /// Looked after by nobody.
    pub unattended: bool,
    /// Nobody was in touch on or after this day.
    pub quiet_since: Option<Date>,
}

impl Care {
    /// What an address says; nothing for a reader who is not of the staff.
    pub fn of(address: &Address, (reader, me): (Reader, Option<AccountId>), today: Date) -> Self {
        if reader != Reader::Staff {
            return Self::default();
        }
        Self {
            steward: me.filter(|_| address.get("steward") == "mine"),
            unattended: address.get("steward") == "nobody",
            quiet_since: match address.get("contacted") {
                "long-ago" => Some(long_ago(today)),
                "never" => Some(BEFORE_ALL),
                _ => None,
            },
        }
    }
}

/// What a list of organizations is narrowed and sorted by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Narrowing {
    /// Words of the name.
    pub q: String,
    /// The sector.
    pub sector: Option<SectorId>,
    /// Registered, or informal.
    pub formal: Option<bool>,
    /// A language in which people are served.
    pub language: Option<Spoken>,
    /// How it stands.
    pub standing: Option<Standing>,
    /// Who may know of it.
    pub visibility: Option<Visibility>,
    /// What only the staff narrows by.
    pub care: Care,
    /// By what.
    pub sort: SortBy,
    /// Which way.
    pub way: Sort,
}

impl Narrowing {
    /// What an address says; what it says wrongly is as if it were not said.
    pub fn of(address: &Address, sectors: &[(String, SectorId)]) -> Self {
        let code = address.get("sector");
        let (sort, way) = address.sort();
        Self {
            q: address.get("q").to_owned(),
            sector: sectors.iter().find(|(known, _)| known == code).map(|(_, id)| *id),
            formal: match address.get("kind") {
                "formal" => Some(true),
                "informal" => Some(false),
                _ => None,
            },
            language: Spoken::from_code(address.get("language")),
            standing: Standing::from_code(address.get("standing")),
            visibility: Visibility::from_code(address.get("visibility")),
            care: Care::default(),
            sort: match sort {
                "sector" => SortBy::Sector,
                "joined" => SortBy::Joined,
                _ => SortBy::Name,
            },
            way,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_narrows_by_what_it_says_and_by_nothing_else() {
        let sector = SectorId(uuid::Uuid::from_u128(1));
        let read = |query: &str| Narrowing::of(&Address::parse("/x", query), &[("police".into(), sector)]);
        let all =
            read("q=a&sector=police&kind=informal&language=ksw&standing=left&visibility=staff&sort=-joined");
        assert_eq!((all.q.as_str(), all.sector, all.formal), ("a", Some(sector), Some(false)));
        assert_eq!(all.language, Spoken::from_code("ksw"));
        assert_eq!((all.standing, all.visibility), (Some(Standing::Left), Some(Visibility::Staff)));
        assert_eq!((all.sort, all.way), (SortBy::Joined, Sort::Down));
        assert_eq!(read("sector=x&kind=x&language=x&standing=x&visibility=x&sort=x"), Narrowing::default());
    }
}
