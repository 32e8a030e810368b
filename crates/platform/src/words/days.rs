//! Days and instants as each language writes them.

use super::{Say, Tongue};
use crate::{clock::Moment, langs::Lang};
use icu::{calendar::Gregorian, datetime::fieldsets};
use jiff::{civil::Date, tz::TimeZone};

impl Say {
    /// A day as a sentence writes it: “November 22, 2026”, « 1er novembre 2026 ».
    pub fn day(&self, day: Date) -> String {
        self.written(day, |tongue, day| tongue.day_long.format(day).to_string())
    }

    /// A day as a table writes it: “Nov 22, 2026”.
    pub fn short_day(&self, day: Date) -> String {
        self.written(day, |tongue, day| tongue.day_short.format(day).to_string())
    }

    /// A day with its name: “Sunday, November 22, 2026”.
    pub fn weekday(&self, day: Date) -> String {
        self.written(day, |tongue, day| tongue.weekday.format(day).to_string())
    }

    fn written(
        &self,
        day: Date,
        write: impl Fn(&Tongue, &icu::calendar::Date<Gregorian>) -> String,
    ) -> String {
        let Some((tongue, of)) = self.tongue().zip(icu_day(day)) else { return day.to_string() };
        let written = write(tongue, &of);
        if self.lang == Lang::Fr && day.day() == 1 { first_of_month(&written) } else { written }
    }

    /// An instant as a day and a time in `zone`.
    pub fn moment(&self, moment: Moment, zone: &TimeZone) -> String {
        let local = moment.0.to_zoned(zone.clone());
        let time = (|| {
            let time = icu::time::Time::try_new(
                u8::try_from(local.hour()).ok()?,
                u8::try_from(local.minute()).ok()?,
                0,
                0,
            )
            .ok()?;
            Some(self.tongue()?.time.format(&time).to_string())
        })();
        format!("{} {}", self.short_day(local.date()), time.unwrap_or_default())
    }
}

/// How a table writes a day. Where the short form is numbers alone, month and day could be taken for each other, and in a
/// line from right to left even more: there the month is written out.
pub(super) fn short(lang: Lang) -> fieldsets::YMD {
    match lang {
        Lang::Ar | Lang::Fa | Lang::Ur => fieldsets::YMD::long(),
        _ => fieldsets::YMD::medium(),
    }
}

/// French writes the first day of a month as an ordinal, which the Unicode data does not: « 1er mars 2027 ».
fn first_of_month(written: &str) -> String {
    let parts = written.split_inclusive([' ', '\u{a0}', '\u{202f}']);
    parts
        .map(|part| if part.trim_end() == "1" { part.replace('1', "1er") } else { part.to_owned() })
        .collect()
}

fn icu_day(day: Date) -> Option<icu::calendar::Date<Gregorian>> {
    let part = |n: i8| u8::try_from(n).ok();
    icu::calendar::Date::try_new_gregorian(day.year().into(), part(day.month())?, part(day.day())?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{t, words::Words};
    use jiff::civil::date;
    use std::sync::Arc;

    #[test]
    fn french_writes_the_first_of_a_month_as_an_ordinal_everywhere() {
        let term = "term = du { $from } au { $to }\n";
        let say = Arc::new(Words::new(&[(Lang::Fr, term)]).unwrap()).say(Lang::Fr);
        let (first, last) = (date(2027, 3, 1), date(2028, 1, 31));
        assert_eq!(t!(say, "term", from = first, to = last), "du 1er mars 2027 au 31 janvier 2028");
        assert_eq!(t!(say, "term", from = last, to = first), "du 31 janvier 2028 au 1er mars 2027");
        assert_eq!(say.short_day(date(2026, 11, 1)), "1er nov. 2026");
        assert_eq!(say.weekday(date(2026, 11, 1)), "dimanche 1er novembre 2026");
        let at = Moment::from_micros(1_793_534_400_000_000);
        assert!(
            say.moment(at, &TimeZone::UTC).starts_with("1er nov. 2026"),
            "{}",
            say.moment(at, &TimeZone::UTC)
        );
        for (day, written) in
            [(date(2026, 11, 11), "11 novembre 2026"), (date(2001, 1, 21), "21 janvier 2001")]
        {
            assert_eq!(say.day(day), written);
        }
        assert_eq!(say.in_lang(Lang::En).day(first), "March 1, 2027");
    }
}
