//! What an address of the API asks for. What cannot be read is refused by its name, never passed over.

use super::{
    shelf::Shelf,
    terms::{has_scheme, has_term},
};
use crate::{
    needs::meant,
    rules::place::Point,
    store::{locations::Location, services::Service},
};
use hsds::values::dates::is_instant;
use jiff::Timestamp;
use platform::{
    errors::{Error, Result},
    langs::Lang,
    text::fold,
};
use std::str::FromStr;
use uuid::Uuid;

/// So many objects stand on a page when nobody says.
pub(crate) const USUAL: u32 = 50;
/// At most so many objects stand on a page.
pub(crate) const MOST: u32 = 200;
/// The last page that can be asked for.
pub(crate) const LAST: u32 = 1_000_000;
/// The last place in the order of changes that can be asked for: all programs write it exactly.
pub(crate) const FURTHEST: i64 = 9_007_199_254_740_991;
/// As far as one may ask around a postal code, in metres.
pub(crate) const FARTHEST: u32 = 1_000_000;
/// So many characters of what is sought are looked at.
const LETTERS: usize = 200;
/// So surely words have to mean a need, of 100.
const SURE: u32 = 50;

/// What is asked for.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) words: Vec<String>,
    pub(crate) needs: Vec<&'static str>,
    pub(crate) term: Option<Uuid>,
    pub(crate) taxonomy: Option<Uuid>,
    pub(crate) organization: Option<Uuid>,
    pub(crate) modified_after: Option<Timestamp>,
    pub(crate) parent: Option<Uuid>,
    pub(crate) top_only: bool,
    pub(crate) minimal: bool,
    pub(crate) full: bool,
    pub(crate) full_service: bool,
    /// The first three characters of a postal code, and metres around it.
    pub(crate) near: Option<(String, u32)>,
    /// A place in the order of changes.
    pub(crate) after: i64,
    pub(crate) page: u32,
    pub(crate) per_page: u32,
    pub(crate) lang: Lang,
}

/// The parameters of an address, as they stand there: what is named and empty is not the same as what is not named.
pub(crate) type Sent = Vec<(String, String)>;

/// The one value of a parameter; none where it is not there.
fn one<'a>(sent: &'a Sent, name: &'static str) -> Result<Option<&'a str>> {
    let mut all = sent.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str());
    match (all.next(), all.next()) {
        (first, None) => Ok(first),
        _ => Err(Error::Malformed(name)),
    }
}

fn read<T>(sent: &Sent, name: &'static str, with: impl Fn(&str) -> Option<T>) -> Result<Option<T>> {
    one(sent, name)?.map(|text| with(text).ok_or(Error::Malformed(name))).transpose()
}

fn number(sent: &Sent, name: &'static str, least: u32, most: u32) -> Result<Option<u32>> {
    let within = |text: &str| u32::from_str(text).ok().filter(|n| (least..=most).contains(n));
    read(sent, name, |text| within(text).filter(|_| !text.starts_with('+')))
}

fn flag(sent: &Sent, name: &'static str) -> Result<bool> {
    Ok(read(sent, name, |text| bool::from_str(text).ok())?.unwrap_or_default())
}

fn id(sent: &Sent, name: &'static str) -> Result<Option<Uuid>> {
    read(sent, name, |text| Uuid::try_parse(text).ok())
}

/// An instant; a plus sign that travelled as a space is one, and beyond all years is the last of them.
fn instant(text: &str) -> Option<Timestamp> {
    let text = text.replace(' ', "+");
    match text.parse() {
        Ok(at) => Some(at),
        Err(_) if !is_instant(&text) => None,
        Err(_) if text.starts_with('9') => Some(Timestamp::MAX),
        Err(_) => Some(Timestamp::MIN),
    }
}

/// The first three characters of a postal code, whole or not.
fn district(text: &str) -> Option<String> {
    let plain: Vec<char> = text.chars().filter(|c| *c != ' ').map(|c| c.to_ascii_uppercase()).collect();
    let fits = |(at, c): (usize, &char)| {
        if at % 2 == 0 { c.is_ascii_uppercase() } else { c.is_ascii_digit() }
    };
    let is_one = matches!(plain.len(), 3 | 6) && plain.iter().enumerate().all(fits);
    is_one.then(|| plain.iter().take(3).collect())
}

impl Asked {
    /// What an address asks for.
    ///
    /// # Errors
    /// [`Error::Malformed`] with the name of the parameter that cannot be read.
    pub(crate) fn of(sent: &Sent) -> Result<Self> {
        let sought: String = one(sent, "search")?.unwrap_or_default().chars().take(LETTERS).collect();
        let needs = meant(&sought).into_iter().filter(|(_, sure)| *sure >= SURE);
        let words = fold(&sought);
        let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let postcode = read(sent, "postcode", district)?;
        let metres = number(sent, "proximity", 0, FARTHEST)?;
        read(sent, "format", |text| (text == "json").then_some(()))?;
        Ok(Self {
            words: words.map(str::to_owned).collect(),
            needs: needs.map(|(need, _)| need.id.as_str()).collect(),
            term: id(sent, "taxonomy_term_id")?,
            taxonomy: id(sent, "taxonomy_id")?,
            organization: id(sent, "organization_id")?,
            modified_after: read(sent, "modified_after", instant)?,
            parent: id(sent, "parent_id")?,
            top_only: flag(sent, "top_only")?,
            minimal: flag(sent, "minimal")?,
            full: flag(sent, "full")?,
            full_service: flag(sent, "full_service")?,
            near: postcode.zip(metres),
            after: read(sent, "after", |text| text.parse().ok().filter(|n| (0..=FURTHEST).contains(n)))?
                .unwrap_or(0),
            page: number(sent, "page", 1, LAST)?.unwrap_or(1),
            per_page: number(sent, "per_page", 1, MOST)?.unwrap_or(USUAL),
            lang: read(sent, "lang", |text| Lang::OFFICIAL.into_iter().find(|lang| lang.code() == text))?
                .unwrap_or(Lang::En),
        })
    }

    /// Whether texts have all the words that are sought.
    pub(crate) fn says(&self, texts: &str) -> bool {
        let texts = fold(texts);
        self.words.iter().all(|word| texts.contains(word.as_str()))
    }

    /// Whether a service is asked for, wherever it is.
    pub(crate) fn fits(&self, of: &Service) -> bool {
        let is_meant = || self.needs.iter().any(|need| of.needs.0.iter().any(|own| own == need));
        let said =
            || format!("{} {} {}", of.name.search_key(), of.organization.search_key(), of.about.search_key());
        self.organization.is_none_or(|id| of.organization_id.0 == id)
            && self.modified_after.is_none_or(|after| of.changed_at.0 >= after)
            && self.term.is_none_or(|term| has_term(of, term))
            && self.taxonomy.is_none_or(|taxonomy| has_scheme(of, taxonomy))
            && (self.words.is_empty() || is_meant() || self.says(&said()))
    }

    /// The point and the metres around it, when somewhere is asked for; of a place that nobody here knows, none within that.
    pub(crate) fn around(&self, shelf: &Shelf) -> Option<(Option<Point>, u32)> {
        let (district, metres) = self.near.as_ref()?;
        Some((centre(shelf, district), *metres))
    }

    /// The page that is asked for, of all.
    pub(crate) fn page_of<T>(&self, all: Vec<T>) -> (Vec<T>, u64) {
        let total = u64::try_from(all.len()).unwrap_or(u64::MAX);
        let size = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        let skipped = size(self.page - 1).saturating_mul(size(self.per_page));
        (all.into_iter().skip(skipped).take(size(self.per_page)).collect(), total)
    }
}

/// The middle of the places here whose postal codes begin so.
fn centre(shelf: &Shelf, district: &str) -> Option<Point> {
    let there = shelf.locations.values().filter(|one| one.place.0.postal_code.starts_with(district));
    let points: Vec<Point> = there.filter_map(|one| one.place.0.point).collect();
    let count = i64::try_from(points.len()).ok().filter(|n| *n > 0)?;
    let mean = |of: fn(&Point) -> i32| {
        i32::try_from(points.iter().map(|point| i64::from(of(point))).sum::<i64>() / count).ok()
    };
    Some(Point { north: mean(|one| one.north)?, east: mean(|one| one.east)? })
}

/// Whether a place lies within so many metres of a point.
pub(crate) fn is_near(of: &Location, (point, metres): (Option<Point>, u32)) -> bool {
    let Some((here, there)) = point.zip(of.place.0.point) else { return false };
    here.metres_to(there) <= f64::from(metres)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> Result<Asked> {
        let pair = |text: &str| text.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()));
        Asked::of(&query.split('&').filter_map(pair).collect())
    }

    #[test]
    fn what_is_asked_is_read_or_refused_by_its_name() {
        let one =
            asked("search=English&page=2&per_page=200&full=true&lang=fr&postcode=l8r 2L3&proximity=500")
                .unwrap();
        assert_eq!((one.page, one.per_page, one.full, one.lang), (2, 200, true, Lang::Fr));
        assert_eq!(one.near, Some(("L8R".to_owned(), 500)));
        for (query, name) in [
            ("page=0", "page"),
            ("page=", "page"),
            ("page=1&page=2", "page"),
            ("per_page=201", "per_page"),
            ("per_page=+5", "per_page"),
            ("full=yes", "full"),
            ("lang=de", "lang"),
            ("format=ndjson", "format"),
            ("taxonomy_term_id=7", "taxonomy_term_id"),
            ("modified_after=yesterday", "modified_after"),
            ("postcode=90210", "postcode"),
            ("proximity=far", "proximity"),
        ] {
            assert!(matches!(asked(query), Err(Error::Malformed(said)) if said == name), "{query}");
        }
        assert!(asked("other=1&search=").is_ok_and(|one| one.words.is_empty()));
    }

    #[test]
    fn instants_are_read_with_their_plus_signs_and_to_the_end_of_years() {
        let at = |text: &str| instant(text).map(|at| at.to_string());
        assert_eq!(at("2026-11-23T05:00:00 01:00").as_deref(), Some("2026-11-23T04:00:00Z"));
        assert_eq!(at("2026-11-23T05:00:00Z").as_deref(), Some("2026-11-23T05:00:00Z"));
        assert_eq!(instant("9999-12-31T23:59:59Z"), Some(Timestamp::MAX));
        assert_eq!(instant("2026-02-31T00:00:00Z"), None);
        assert_eq!(instant(""), None);
    }
}
