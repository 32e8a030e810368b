//! When a service is open: hours by day of the week as HSDS has them (a schedule with `freq`, `byday`, `opens_at`, `closes_at`), read from what
//! people type, and asked "open now? when next?" in the partnership's own time.

mod codes;
mod reading;
mod some_weeks;

pub use codes::{read_codes, write_codes};
pub use reading::read_line;
pub use some_weeks::{read_some_weeks, some_weeks};

use jiff::{
    ToSpan,
    civil::{Date, DateTime, Time, Weekday},
};
use platform::text::in_plain_digits;
use serde::{Deserialize, Serialize};

/// The days of the week in the order of forms, with their codes of iCalendar and HSDS.
pub const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "MO"),
    (Weekday::Tuesday, "TU"),
    (Weekday::Wednesday, "WE"),
    (Weekday::Thursday, "TH"),
    (Weekday::Friday, "FR"),
    (Weekday::Saturday, "SA"),
    (Weekday::Sunday, "SU"),
];

/// So many spans of one day are enough.
const MOST_SPANS: usize = 6;
/// So far ahead the next opening is looked for.
const AHEAD_DAYS: i32 = 400;

/// A time of day, in minutes after midnight: 0 to 1439. Written `09:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Minute(u16);

impl Minute {
    /// This hour and minute; none where there is no such time.
    pub fn new(hour: u16, minute: u16) -> Option<Self> {
        (hour < 24 && minute < 60).then(|| Self(hour * 60 + minute))
    }

    /// The same as a time of the day.
    pub fn time(self) -> Time {
        let part = |n: u16| i8::try_from(n).unwrap_or_default();
        Time::new(part(self.0 / 60), part(self.0 % 60), 0, 0).unwrap_or(Time::midnight())
    }

    /// Minutes after midnight.
    pub const fn minutes(self) -> u16 {
        self.0
    }

    fn of(time: Time) -> Self {
        let part = |n: i8| u16::try_from(n).unwrap_or_default();
        Self(part(time.hour()) * 60 + part(time.minute()))
    }
}

impl std::fmt::Display for Minute {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl From<Minute> for String {
    fn from(of: Minute) -> Self {
        of.to_string()
    }
}

impl TryFrom<String> for Minute {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        read_time(&text).ok_or("not a time of day")
    }
}

/// One span of opening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// The days of the week, by their codes.
    pub days: Vec<String>,
    /// When it opens.
    pub opens: Minute,
    /// When it closes; before or at `opens`, it closes the next day.
    pub closes: Minute,
    /// Only in these weeks of the month (1 to 5, -1 for the last); empty for every week.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weeks: Vec<i8>,
    /// The first day on which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day on which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

platform::refusals! {
    /// Why hours cannot be kept so.
    pub enum HoursRefusal {
        /// It cannot be read as times of the day.
        Unclear { typed: String } = "hours-unclear",
        /// It closes before it opens.
        Backwards { opens: String, closes: String } = "hours-backwards",
        /// Two spans of the day share time.
        Overlap { first: String, second: String } = "hours-overlap",
        /// It may mean the night or the afternoon.
        WhichHalf { typed: String } = "hours-which-half",
        /// It cannot be read as hours in some weeks of the month.
        NotSomeWeeks { typed: String } = "hours-not-some-weeks",
        /// There are too many spans in one day.
        TooMany { max: usize } = "hours-too-many",
    }
}

/// A time as it was typed: the minute, and whether it said which half of the day it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Typed {
    minute: Minute,
    is_midnight_after: bool,
    says_half: bool,
}

/// A time as people type it: `9`, `9:30`, `9h30`, `9.30`, `0930`, `9 am`, `5 p.m.`, `noon`, `midi`, `17 h`. The whole of it is read, or nothing.
pub fn read_time(typed: &str) -> Option<Minute> {
    typed_time(typed).filter(|time| !time.is_midnight_after).map(|time| time.minute)
}

fn typed_time(typed: &str) -> Option<Typed> {
    let text: String =
        in_plain_digits(typed).chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let said = |minute: Minute| Typed { minute, is_midnight_after: false, says_half: true };
    match text.as_str() {
        "noon" | "midi" => return Minute::new(12, 0).map(said),
        "midnight" | "minuit" | "24" | "24:00" | "24h" | "24h00" => {
            return Some(Typed { minute: Minute(0), is_midnight_after: true, says_half: true });
        }
        _ => {}
    }
    let ending = |endings: [&str; 3]| endings.into_iter().find_map(|end| text.strip_suffix(end));
    let (clock, half) = match (ending(["a.m.", "am", "a.m"]), ending(["p.m.", "pm", "p.m"])) {
        (Some(clock), _) => (clock, Some(false)),
        (_, Some(clock)) => (clock, Some(true)),
        _ => (text.as_str(), None),
    };
    let digits = |part: &str, most: usize| {
        let is_number = !part.is_empty() && part.len() <= most && part.chars().all(|c| c.is_ascii_digit());
        is_number.then(|| part.parse::<u16>().ok()).flatten()
    };
    let clock = clock.strip_suffix("min").unwrap_or(clock);
    let (hour, minute) = match clock.split_once([':', 'h', '.']) {
        Some((hour, "")) if clock.ends_with('h') => (hour, "00"),
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return None,
        None if clock.len() == 4 => clock.split_at_checked(2)?,
        None => (clock, "00"),
    };
    let says_half = half.is_some() || hour.starts_with('0');
    let (hour, minute) = (digits(hour, 2)?, digits(minute, 2)?);
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    Minute::new(hour, minute).map(|minute| Typed { minute, is_midnight_after: false, says_half })
}

/// One span as people type it. The closing time's half of the day holds for the opening time too: `1-5 pm`. A span that ends on the next day says
/// so: `20-8+1`.
fn read_span(part: &str) -> Result<(Minute, Minute), HoursRefusal> {
    let unclear = || HoursRefusal::Unclear { typed: part.to_owned() };
    let lower = part.to_lowercase().replace(['–', '—', '‑', '−'], "-");
    let lower = [" to ", " à ", " until "].into_iter().fold(lower, |text, word| text.replace(word, "-"));
    let (opens, closes) = lower.split_once('-').ok_or_else(unclear)?;
    let (closes, is_next_day) = closes.trim().strip_suffix("+1").map_or((closes, false), |rest| (rest, true));
    let (opening, closing) =
        (typed_time(opens).ok_or_else(unclear)?, typed_time(closes).ok_or_else(unclear)?);
    if opening.is_midnight_after {
        return Err(unclear());
    }
    let (mut from, to) = (opening.minute, closing.minute);
    let is_afternoon = closes.contains("pm") || closes.contains("p.m");
    if !opening.says_half && is_afternoon && from.0 < 720 && from.0 + 720 < to.0 {
        from = Minute(from.0 + 720);
    } else if !opening.says_half && (60..360).contains(&from.0) {
        // "1-5" may be the afternoon: nobody is asked to come at one in the night by a slip.
        return Err(HoursRefusal::WhichHalf { typed: part.to_owned() });
    }
    let ends_later = closing.is_midnight_after || is_next_day;
    if to <= from && !ends_later {
        return Err(HoursRefusal::Backwards { opens: from.to_string(), closes: to.to_string() });
    }
    if ends_later && to > from {
        return Err(unclear());
    }
    Ok((from, to))
}

/// The spans of one day as people type them: `9-12, 13h30 à 17h`; empty when closed. One that closes at or before its opening time ends on the
/// next day.
///
/// # Errors
/// [`HoursRefusal`].
pub fn read_day(typed: &str) -> Result<Vec<(Minute, Minute)>, HoursRefusal> {
    let parts = typed.split([',', ';', '&', '\n', '،', '؛']).map(str::trim).filter(|part| !part.is_empty());
    let mut spans = parts.map(read_span).collect::<Result<Vec<_>, _>>()?;
    spans.sort_unstable();
    if spans.len() > MOST_SPANS {
        return Err(HoursRefusal::TooMany { max: MOST_SPANS });
    }
    for pair in spans.windows(2) {
        if let [first, second] = pair
            && (second.0 < first.1 || first.1 <= first.0)
        {
            return Err(HoursRefusal::Overlap { first: written(*first), second: written(*second) });
        }
    }
    Ok(spans)
}

/// A span as a form has it: `09:00-12:00`, `18:00-24:00`, `20:00-08:00+1`.
fn written((from, to): (Minute, Minute)) -> String {
    match to {
        Minute(0) => format!("{from}-24:00"),
        to if to <= from => format!("{from}-{to}+1"),
        to => format!("{from}-{to}"),
    }
}

impl Hours {
    /// Whether it is one that the seven fields of a form hold: every week, without days of its own.
    pub fn is_weekly(&self) -> bool {
        self.weeks.is_empty() && self.from.is_none() && self.to.is_none()
    }

    fn holds_on(&self, day: Date) -> bool {
        let code = DAYS.iter().find(|(weekday, _)| *weekday == day.weekday()).map(|(_, code)| *code);
        let in_month = || {
            let nth = (day.day() - 1) / 7 + 1;
            let is_last = day.day() + 7 > day.days_in_month();
            self.weeks.contains(&nth) || (is_last && self.weeks.contains(&-1))
        };
        self.days.iter().any(|one| Some(one.as_str()) == code)
            && self.from.is_none_or(|from| from <= day)
            && self.to.is_none_or(|to| day <= to)
            && (self.weeks.is_empty() || in_month())
    }
}

/// The hours of a week as the seven fields of a form say them: spans of the same times become one line of several days.
pub fn from_week(week: &[Vec<(Minute, Minute)>]) -> Vec<Hours> {
    let mut all: Vec<Hours> = Vec::new();
    for (spans, (_, code)) in week.iter().zip(DAYS) {
        for (opens, closes) in spans {
            match all.iter_mut().find(|one| one.opens == *opens && one.closes == *closes) {
                Some(one) => one.days.push(code.to_owned()),
                None => all.push(Hours {
                    days: vec![code.to_owned()],
                    opens: *opens,
                    closes: *closes,
                    weeks: Vec::new(),
                    from: None,
                    to: None,
                }),
            }
        }
    }
    all.sort_by_key(|one| {
        (DAYS.iter().position(|(_, code)| one.days.first().is_some_and(|day| day == code)), one.opens)
    });
    all
}

/// The fields of a form for hours that are weekly: what was typed, day by day.
pub fn week_of(hours: &[Hours]) -> [String; 7] {
    DAYS.map(|(_, code)| {
        let mut spans: Vec<_> = hours
            .iter()
            .filter(|one| one.is_weekly() && one.days.iter().any(|day| day == code))
            .map(|one| (one.opens, one.closes))
            .collect();
        spans.sort_unstable();
        spans.into_iter().map(written).collect::<Vec<_>>().join(", ")
    })
}

/// Whether it is open, and until when or from when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// Nobody has said when.
    Unknown,
    /// It is, until then.
    Now {
        /// When it closes.
        until: DateTime,
    },
    /// It is not; it opens then.
    Next {
        /// When it opens.
        at: DateTime,
    },
    /// It is not, and will not be in the time that was looked at.
    Closed,
}

/// The spans that begin on a day; none on a holiday when it is closed on those.
pub fn spans_on(hours: &[Hours], day: Date, closed: &dyn Fn(Date) -> bool) -> Vec<(DateTime, DateTime)> {
    if closed(day) {
        return Vec::new();
    }
    let mut spans: Vec<_> = hours
        .iter()
        .filter(|one| one.holds_on(day))
        .map(|one| {
            let ends = if one.closes > one.opens { day } else { day.tomorrow().unwrap_or(day) };
            // HSDS writes a whole day as 00:00 to 23:59.
            let closes = if one.closes == Minute(1_439) {
                ends.tomorrow().unwrap_or(ends).to_datetime(Time::midnight())
            } else {
                ends.to_datetime(one.closes.time())
            };
            (day.to_datetime(one.opens.time()), closes)
        })
        .collect();
    spans.sort_unstable();
    spans
}

/// Whether it is open at `now`, in the same zone as the hours, and when next. `closed` says which days are holidays on which it is closed.
pub fn open(hours: &[Hours], now: DateTime, closed: &dyn Fn(Date) -> bool) -> Open {
    if hours.is_empty() {
        return Open::Unknown;
    }
    let yesterday = now.date().yesterday().unwrap_or(now.date());
    let around = spans_on(hours, yesterday, closed).into_iter().chain(spans_on(hours, now.date(), closed));
    let until = around.filter(|(from, to)| *from <= now && now < *to).map(|(_, to)| to).max();
    if let Some(mut until) = until {
        // What goes on without a pause is one opening: a house that never closes is open.
        for _ in 0..8 {
            let next = spans_on(hours, until.date(), closed)
                .into_iter()
                .filter(|(from, to)| *from <= until && *to > until)
                .map(|(_, to)| to)
                .max();
            let Some(next) = next else { break };
            until = next;
        }
        return Open::Now { until };
    }
    (0..AHEAD_DAYS)
        .filter_map(|ahead| now.date().checked_add(ahead.days()).ok())
        .find_map(|day| {
            spans_on(hours, day, closed).into_iter().map(|(from, _)| from).find(|from| *from > now)
        })
        .map_or(Open::Closed, |at| Open::Next { at })
}

/// Whether it is open this evening: at 18:00 or later on the day of `now`, and not over yet.
pub fn open_tonight(hours: &[Hours], now: DateTime, closed: &dyn Fn(Date) -> bool) -> bool {
    let evening = now.date().to_datetime(Time::constant(18, 0, 0, 0));
    spans_on(hours, now.date(), closed).into_iter().any(|(_, to)| to > evening.max(now))
}

/// The minutes of the week, from Monday, at which it is open in a usual week: for an index. What goes on behind the week's end ends behind 10080.
pub fn minutes_of_week(hours: &[Hours]) -> Vec<(u16, u16)> {
    let mut all = Vec::new();
    for (place, (_, code)) in (0_u16..).zip(DAYS) {
        let of_day =
            hours.iter().filter(|one| one.weeks.is_empty() && one.days.iter().any(|day| day == code));
        all.extend(of_day.map(|one| {
            let length = if one.closes.0 == 1_439 && one.opens.0 < 1_439 {
                // HSDS writes a whole day as 00:00 to 23:59.
                1_440 - one.opens.0
            } else if one.closes > one.opens {
                one.closes.0 - one.opens.0
            } else {
                1_440 - one.opens.0 + one.closes.0
            };
            (place * 1_440 + one.opens.0, place * 1_440 + one.opens.0 + length)
        }));
    }
    all.sort_unstable();
    all
}

/// The time of the day of an instant.
pub fn minute_of(at: DateTime) -> Minute {
    Minute::of(at.time())
}

#[cfg(test)]
mod tests;
