//! What no schema can say: places that are not where they should be, times that run backwards, names that turn.

use super::Region;
use crate::declared::Table;
use crate::problem::Problem;
use crate::values::dates;

/// Spans of time: the columns with their beginning and their end.
pub(crate) const SPANS: [(&str, &str); 2] = [("valid_from", "valid_to"), ("dtstart", "until")];
/// When a day begins and ends.
pub(crate) const HOURS: (&str, &str) = ("opens_at", "closes_at");
/// Columns that hold names.
pub(crate) const NAMES: [&str; 5] = ["name", "alternate_name", "label", "title", "document"];

/// What is asked of the rows of one table.
pub(super) struct Meaning {
    place: Option<(usize, usize)>,
    spans: Vec<(usize, usize, &'static str)>,
    hours: Option<(usize, usize)>,
    names: Vec<usize>,
    near: Option<Region>,
}

impl Meaning {
    pub(super) fn of(table: &Table, near: Option<Region>) -> Self {
        let both = |(one, other): (&str, &str)| Some((table.place(one)?, table.place(other)?));
        Self {
            place: both(("latitude", "longitude")),
            spans: SPANS
                .iter()
                .filter_map(|span| both(*span).map(|(start, end)| (start, end, span.0)))
                .collect(),
            hours: both(HOURS),
            names: NAMES.iter().filter_map(|name| table.place(name)).collect(),
            near,
        }
    }

    /// Judges a row, whose values are asked for by the places of their fields. What is found belongs to a field.
    pub(super) fn judge<'a>(
        &self,
        value: impl Fn(usize) -> Option<&'a str>,
        found: &mut impl FnMut(usize, Problem),
    ) {
        if let Some((north, east)) = self.place {
            let degrees = |field| value(field).and_then(|text| text.trim().parse::<f64>().ok());
            if let (Some(latitude), Some(longitude)) = (degrees(north), degrees(east))
                && let Some(problem) = misplaced(latitude, longitude, self.near)
            {
                found(north, problem);
            }
        }
        for (start, end, name) in &self.spans {
            if let (Some(from), Some(to)) = (value(*start), value(*end))
                && let Some(problem) = backwards(name, from, to)
            {
                found(*end, problem);
            }
        }
        if let Some((opens, closes)) = self.hours
            && let (Some(from), Some(to)) = (value(opens), value(closes))
            && let Some(problem) = overnight(from, to)
        {
            found(closes, problem);
        }
        for name in &self.names {
            if value(*name).is_some_and(turns) {
                found(*name, Problem::TurnsDirection);
            }
        }
    }
}

/// What is wrong with a place.
pub(crate) fn misplaced(latitude: f64, longitude: f64, near: Option<Region>) -> Option<Problem> {
    if let Some(near) = near
        && !near.holds(latitude, longitude)
        && near.holds(longitude, latitude)
    {
        return Some(Problem::Swapped { latitude, longitude });
    }
    let on_earth = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
    (!on_earth).then_some(Problem::NotOnEarth { latitude, longitude })
}

/// What is wrong with a span of days.
pub(crate) fn backwards(start: &'static str, from: &str, to: &str) -> Option<Problem> {
    let wrong = dates::date(to)? < dates::date(from)?;
    wrong.then(|| Problem::EndsBeforeStart { start, from: from.to_owned(), to: to.to_owned() })
}

/// What may be wrong with the hours of a day.
pub(crate) fn overnight(from: &str, to: &str) -> Option<Problem> {
    let wrong = dates::minutes(to)? < dates::minutes(from)?;
    wrong.then(|| Problem::ClosesBeforeOpening { from: from.to_owned(), to: to.to_owned() })
}

/// Whether a text has signs in it that turn the direction of what follows. Marks for a single sign are not meant: Arabic and Hebrew names
/// need them.
pub(crate) fn turns(text: &str) -> bool {
    !text.is_ascii() && text.contains(|c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
}
