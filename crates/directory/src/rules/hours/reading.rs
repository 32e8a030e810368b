//! Hours as other directories write them, on one line: `M-F 9-4`, `Mon-Fri 9:00 am - 4:30 pm`, `lun-ven 9h-16h`, `1st Tuesday of the month 10-12`.
//! What may mean two things is not read at all: nobody is sent to a closed door by a guess.

use super::{DAYS, Hours, Minute, typed_time};
use platform::text::in_plain_digits;

/// One thing that a line says.
#[derive(Debug, Clone, PartialEq)]
enum Token {
    /// A day of the week, counted from Monday.
    Day(usize),
    /// Several of them.
    Days(std::ops::RangeInclusive<usize>),
    /// Which of them in a month.
    Nth(i8),
    Month,
    Time(String),
    /// From one to another.
    Dash,
    /// And.
    Also,
    Closed,
}

const NAMES: [&[&str]; 7] = [
    &["m", "mo", "mon", "monday", "mondays", "lun", "lundi", "lundis"],
    &["tu", "tue", "tues", "tuesday", "tuesdays", "mar", "mardi", "mardis"],
    &["w", "we", "wed", "weds", "wednesday", "wednesdays", "mer", "mercredi", "mercredis"],
    &["th", "thu", "thur", "thurs", "thursday", "thursdays", "jeu", "jeudi", "jeudis"],
    &["f", "fr", "fri", "friday", "fridays", "ven", "vendredi", "vendredis"],
    &["sa", "sat", "saturday", "saturdays", "sam", "samedi", "samedis"],
    &["su", "sun", "sunday", "sundays", "dim", "dimanche", "dimanches"],
];
const NTH: [(&[&str], i8); 6] = [
    (&["first", "1st", "premier", "1er"], 1),
    (&["second", "2nd", "deuxième", "2e"], 2),
    (&["third", "3rd", "troisième", "3e"], 3),
    (&["fourth", "4th", "quatrième", "4e"], 4),
    (&["fifth", "5th", "cinquième", "5e"], 5),
    (&["last", "dernier"], -1),
];
/// Words that several stand for; looked for before the line is taken apart.
const PHRASES: [(&str, &str); 12] = [
    ("24 hours a day", "24 hours"),
    ("24 heures sur 24", "24 hours"),
    ("24h/24", "24 hours"),
    ("7 days a week", "daily"),
    ("7 jours sur 7", "daily"),
    ("7j/7", "daily"),
    ("24/7", "daily 24 hours"),
    ("tous les jours", "daily"),
    ("every day", "daily"),
    ("en semaine", "weekdays"),
    ("fin de semaine", "weekends"),
    ("24 hours", "0h-24h"),
];
const SILENT: [&str; 20] = [
    "from", "de", "du", "des", "le", "la", "les", "on", "open", "opens", "ouvert", "of", "the", "each",
    "every", "chaque", "hours", "heures", "between", "fin",
];

/// The hours of a line; none where it is not wholly clear.
pub fn read_line(typed: &str) -> Option<Vec<Hours>> {
    let mut text =
        in_plain_digits(typed).to_lowercase().replace(['–', '—', '‑', '−'], "-").replace('\u{a0}', " ");
    for (phrase, plain) in PHRASES {
        text = text.replace(phrase, plain);
    }
    groups(&tokens(&text)?)
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let (mut all, mut rest) = (Vec::new(), text.trim());
    while let Some(c) = rest.chars().next() {
        let (token, after) = match c {
            '0'..='9' => number(rest)?,
            '-' => (Some(Token::Dash), rest.get(1..)?),
            ',' | ';' | '&' | '/' | '\n' => (Some(Token::Also), rest.get(1..)?),
            ':' | '.' | '(' | ')' => (None, rest.get(1..)?),
            c if c.is_alphabetic() => {
                let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
                let (word, after) = rest.split_at(end);
                (word_of(word)?, after)
            }
            c if c.is_whitespace() => (None, rest.get(c.len_utf8()..)?),
            _ => return None,
        };
        all.extend(token);
        rest = after;
    }
    Some(all)
}

/// What a word says; nothing where it is silent, none where it is not known.
#[expect(clippy::option_option, reason = "a word may be known and say nothing")]
fn word_of(word: &str) -> Option<Option<Token>> {
    let day = NAMES.iter().position(|names| names.contains(&word));
    let nth = || NTH.iter().find(|(names, _)| names.contains(&word)).map(|(_, nth)| Token::Nth(*nth));
    let token = match word {
        "to" | "through" | "thru" | "until" | "till" | "au" | "à" | "a" => Token::Dash,
        "and" | "et" => Token::Also,
        "daily" | "everyday" => Token::Days(0..=6),
        "weekdays" | "weekday" => Token::Days(0..=4),
        "weekends" | "weekend" => Token::Days(5..=6),
        "month" | "mois" => Token::Month,
        "closed" | "fermé" => Token::Closed,
        "noon" | "midi" | "midnight" | "minuit" => Token::Time(word.to_owned()),
        _ if SILENT.contains(&word) => return Some(None),
        _ => match day {
            Some(day) => Token::Day(day),
            None => nth()?,
        },
    };
    Some(Some(token))
}

/// A time, or which one in a month, at the start of a text that begins with a digit.
fn number(text: &str) -> Option<(Option<Token>, &str)> {
    let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if let Some((_, nth)) = NTH.iter().find(|(names, _)| names.contains(&word)) {
        return Some((Some(Token::Nth(*nth)), text.get(word.len()..)?));
    }
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (hour, mut rest) = text.split_at(digits(text));
    let mut time = hour.to_owned();
    let spaced = rest.trim_start();
    if let Some(after) = spaced.strip_prefix('h').filter(|after| !after.starts_with(char::is_alphabetic)) {
        let minutes = after.trim_start();
        let (minutes, behind) = minutes.split_at(digits(minutes));
        let has_minutes = minutes.len() == 2;
        time = format!("{hour}h{}", if has_minutes { minutes } else { "" });
        rest = if has_minutes { behind } else { after };
    } else if let Some(after) = rest.strip_prefix([':', '.'])
        && digits(after) == 2
    {
        let (minutes, behind) = after.split_at(2);
        (time, rest) = (format!("{hour}:{minutes}"), behind);
    }
    let half = rest.trim_start();
    for (written, plain) in
        [("a.m.", "am"), ("p.m.", "pm"), ("a.m", "am"), ("p.m", "pm"), ("am", "am"), ("pm", "pm")]
    {
        let ends = |after: &&str| !after.starts_with(char::is_alphanumeric);
        if let Some(after) = half.strip_prefix(written).filter(ends) {
            return Some((Some(Token::Time(format!("{time}{plain}"))), after));
        }
    }
    Some((Some(Token::Time(time)), rest))
}

/// Days and the times that follow them, as often as they come.
#[derive(Default)]
struct Group {
    days: Vec<usize>,
    weeks: Vec<i8>,
    of_month: bool,
    times: Vec<Token>,
    is_closed: bool,
}

impl Group {
    fn hours(self) -> Option<Vec<Hours>> {
        let Self { mut days, weeks, of_month, times, is_closed } = self;
        if days.is_empty() || of_month == weeks.is_empty() || is_closed != times.is_empty() {
            return None;
        }
        days.sort_unstable();
        days.dedup();
        let codes: Vec<String> =
            days.iter().filter_map(|day| DAYS.get(*day)).map(|(_, code)| (*code).to_owned()).collect();
        let mut all = Vec::new();
        let spans = times.split(|token| *token == Token::Also).filter(|span| !span.is_empty());
        for span in spans {
            let [Token::Time(from), Token::Dash, Token::Time(to)] = span else { return None };
            let (opens, closes) = span_of(from, to)?;
            all.push(Hours {
                days: codes.clone(),
                opens,
                closes,
                weeks: weeks.clone(),
                from: None,
                to: None,
            });
        }
        Some(all)
    }
}

fn groups(tokens: &[Token]) -> Option<Vec<Hours>> {
    let (mut all, mut group, mut is_range) = (Vec::new(), Group::default(), false);
    for (at, token) in tokens.iter().enumerate() {
        let is_over = group.is_closed || !group.times.is_empty();
        let begins = matches!(token, Token::Day(_) | Token::Days(_) | Token::Nth(_));
        if begins && is_over {
            all.extend(std::mem::take(&mut group).hours()?);
        }
        match token {
            Token::Day(day) if std::mem::take(&mut is_range) => {
                let first = *group.days.last()?;
                // A week that goes round its end: Saturday to Monday.
                let last = if *day >= first { *day } else { *day + 7 };
                group.days.extend((first..=last).map(|day| day % 7));
            }
            Token::Day(day) => group.days.push(*day),
            Token::Days(days) => group.days.extend(days.clone()),
            Token::Nth(nth) => group.weeks.push(*nth),
            Token::Month => group.of_month = true,
            Token::Closed => group.is_closed = true,
            Token::Time(_) => group.times.push(token.clone()),
            Token::Dash => match (tokens.get(at.checked_sub(1)?)?, tokens.get(at + 1)?) {
                (Token::Day(_), Token::Day(_)) => is_range = true,
                (Token::Time(_), Token::Time(_)) => group.times.push(Token::Dash),
                (Token::Day(_) | Token::Days(_), Token::Time(_)) => {}
                _ => return None,
            },
            Token::Also if group.times.is_empty() => {}
            Token::Also => group.times.push(Token::Also),
        }
    }
    all.extend(group.hours()?);
    (!all.is_empty()).then_some(all)
}

/// What a time says of itself.
struct Said {
    minute: Minute,
    /// Whether it is before or after noon is said, or cannot be doubted.
    is_sure: bool,
    is_after_noon: bool,
    ends_day: bool,
}

fn said(text: &str) -> Option<Said> {
    let typed = typed_time(text)?;
    let is_after_noon = text.ends_with("pm");
    let is_sure = typed.says_half || typed.minute.0 >= 780 || text.contains('h') && !text.ends_with("am");
    Some(Said { minute: typed.minute, is_sure, is_after_noon, ends_day: typed.is_midnight_after })
}

/// From when to when, where that is clear. Half past eight in the morning to half past four is a day at work; one to four may be the night.
fn span_of(from: &str, to: &str) -> Option<(Minute, Minute)> {
    let (opens, closes) = (said(from)?, said(to)?);
    let later = |minute: Minute| (minute.0 < 720).then(|| Minute(minute.0 + 720));
    let (from, to) = (opens.minute, closes.minute);
    if opens.ends_day {
        return None;
    }
    if closes.ends_day {
        return opens.is_sure.then_some((from, to));
    }
    let (from, to) = match (opens.is_sure, closes.is_sure) {
        (true, true) => return (from != to).then_some((from, to)),
        (false, true) if closes.is_after_noon => match later(from) {
            Some(after) if after < to => (after, to),
            _ => (from, to),
        },
        (false, true) => (from, to),
        (true, false) if to > from => (from, to),
        (true, false) => (from, later(to)?),
        // Neither says which half of the day.
        (false, false) if to <= from => (from, later(to).filter(|to| to.0 <= 1_200)?),
        (false, false) => (from, to),
    };
    let is_day = |least: u16| from.0 >= least && from < to;
    // Two hours of the same clock before noon are the morning, unless the evening is as likely.
    let least = match (opens.is_sure || closes.is_sure, to.0 < 720) {
        (true, _) => 300,
        (false, true) => 540,
        (false, false) => 360,
    };
    is_day(least).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::super::write_codes;
    use super::*;
    use proptest::prelude::*;

    const CLEAR: [(&str, &str); 39] = [
        ("M-F 9-4", "MO,TU,WE,TH,FR 09:00-16:00"),
        ("Mon-Fri 9:00 am - 4:30 pm", "MO,TU,WE,TH,FR 09:00-16:30"),
        ("lun-ven 9h-16h", "MO,TU,WE,TH,FR 09:00-16:00"),
        ("Mon-Fri 9-5", "MO,TU,WE,TH,FR 09:00-17:00"),
        ("Mon to Fri 8:30am to 4:30pm", "MO,TU,WE,TH,FR 08:30-16:30"),
        ("Monday through Friday, 8:30 a.m. – 4:30 p.m.", "MO,TU,WE,TH,FR 08:30-16:30"),
        ("Monday - Friday: 8:30-4:30", "MO,TU,WE,TH,FR 08:30-16:30"),
        ("Mon, Wed, Fri 10-2", "MO,WE,FR 10:00-14:00"),
        ("Mon-Thu 9-5, Fri 9-12", "MO,TU,WE,TH 09:00-17:00; FR 09:00-12:00"),
        ("Mon-Thu 9-5; Fri 9-noon", "MO,TU,WE,TH 09:00-17:00; FR 09:00-12:00"),
        ("Tue & Thu 1-4 pm", "TU,TH 13:00-16:00"),
        ("Tues and Thurs 6 pm-8:30 pm", "TU,TH 18:00-20:30"),
        ("Sat 10am-1", "SA 10:00-13:00"),
        ("Mon 9-12, 1 pm-4 pm", "MO 09:00-12:00; MO 13:00-16:00"),
        ("Mon-Fri 09:00-17:00", "MO,TU,WE,TH,FR 09:00-17:00"),
        ("Mon-Fri 9:00-17:00", "MO,TU,WE,TH,FR 09:00-17:00"),
        ("Mon-Fri 0900-1700", "MO,TU,WE,TH,FR 09:00-17:00"),
        ("Weekdays 8-4", "MO,TU,WE,TH,FR 08:00-16:00"),
        ("weekends 10 am - 6 pm", "SA,SU 10:00-18:00"),
        ("Daily 8 am-8 pm", "MO,TU,WE,TH,FR,SA,SU 08:00-20:00"),
        ("every day 12-8 pm", "MO,TU,WE,TH,FR,SA,SU 12:00-20:00"),
        ("24/7", "MO,TU,WE,TH,FR,SA,SU 00:00-00:00"),
        ("Fri 6 pm - 2 am", "FR 18:00-02:00"),
        ("Mon-Fri 8:30-4:30; Sat-Sun closed", "MO,TU,WE,TH,FR 08:30-16:30"),
        ("Sat-Mon 10 am-4 pm", "MO,SA,SU 10:00-16:00"),
        ("1st Tuesday of the month 10-12", "1TU 10:00-12:00"),
        ("First and third Saturday of each month, 10 am to 1 pm", "1SA,3SA 10:00-13:00"),
        ("last Friday of every month 9:30-12", "-1FR 09:30-12:00"),
        ("Du lundi au vendredi de 9 h à 16 h 30", "MO,TU,WE,TH,FR 09:00-16:30"),
        ("Lundi au vendredi : 8h30 à 16h30", "MO,TU,WE,TH,FR 08:30-16:30"),
        ("lun. au ven. 8 h 30-16 h 30", "MO,TU,WE,TH,FR 08:30-16:30"),
        ("Lundi, mercredi et vendredi de 10h à 14h", "MO,WE,FR 10:00-14:00"),
        ("mardi et jeudi, 13 h 30 à 16 h", "TU,TH 13:30-16:00"),
        ("Tous les jours de 8 h à 20 h", "MO,TU,WE,TH,FR,SA,SU 08:00-20:00"),
        ("En semaine, 9h-17h", "MO,TU,WE,TH,FR 09:00-17:00"),
        ("samedi 9 h à midi", "SA 09:00-12:00"),
        ("lun-jeu 9h-17h, ven 9h-12h", "MO,TU,WE,TH 09:00-17:00; FR 09:00-12:00"),
        ("Premier mardi du mois, 10 h à 12 h", "1TU 10:00-12:00"),
        ("Le vendredi de 20h à 2h", "FR 20:00-02:00"),
    ];

    #[test]
    fn what_is_clear_is_read() {
        for (typed, expected) in CLEAR {
            let read = read_line(typed).unwrap_or_else(|| panic!("{typed} is not read"));
            assert_eq!(write_codes(&read), expected, "{typed}");
        }
    }

    #[test]
    fn what_may_mean_two_things_or_more_than_hours_is_not_read() {
        for typed in [
            "",
            "By appointment",
            "Mon-Fri 1-4",
            "Mon-Fri 7-9",
            "T-S 9-5",
            "Mon-Fri",
            "9-5",
            "Mon-Fri 9-5 by appointment",
            "Mon-Fri 9-5, except holidays",
            "Mon-Fri 9-",
            "Mon-Fri 9-5-7",
            "Mon-Fri 25-26",
            "Mon-Fri 9am-9am",
            "first Tuesday 10-12",
            "Tuesday of the month 10-12",
            "lun-ven 9h-16h sauf l’été",
            "sur rendez-vous",
            "du 1 mai au 30 juin",
            "Mon-Fri 10-2 am",
            "Closed",
            "Mon 9-5 June 2026",
            "call 905-555-0100",
            "- 9-5",
            "Mon - - Fri 9-5",
        ] {
            assert_eq!(read_line(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn whatever_stands_there_is_read_or_not_without_a_fall(text in "\\PC{0,40}", hours in "[MTWFmonfriluv0-9:hap. ,;&-]{0,30}") {
            for text in [text, hours] {
                for one in read_line(&text).into_iter().flatten() {
                    prop_assert!(!one.days.is_empty() && one.weeks.len() <= 5);
                }
            }
        }

        #[test]
        fn days_at_work_are_read_in_every_hand(first in 0_usize..7, last in 0_usize..7, from in 6_u16..12, length in 2_u16..8) {
            let to = from + length;
            prop_assume!(to >= 13);
            let expected = read_line(&format!("{}-{} {from:02}:00-{to:02}:00", NAMES[first][3], NAMES[last][3]));
            prop_assert!(expected.is_some());
            let pm = to - 12;
            for typed in [
                format!("{}-{} {from} am-{pm} pm", NAMES[first][2], NAMES[last][2]),
                format!("{} to {} {from}:00-{pm}:00", NAMES[first][2], NAMES[last][2]),
                format!("{} au {} de {from} h à {to} h", NAMES[first][2], NAMES[last][2]),
            ] {
                prop_assert_eq!(&read_line(&typed), &expected, "{}", typed);
            }
        }
    }
}
