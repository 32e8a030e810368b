//! The cells of one row, read by the rules that a form is read by. What is wrong is noted with its column.

use super::directory::{Directory, Meant};
use super::said::Answers;
use crate::{
    pages::{forms::TITLE, pieces::year_word},
    rules::{
        money::amount,
        periods::{Quarter, Years},
        states::State,
        workplan::{self, Mark},
    },
    store::parties::{Part, Party, Who},
};
use jiff::civil::Date;
use partners::PersonId;
use platform::{
    batch::{Finding, Given},
    errors::{FieldRefusal, Refusal},
    langs::Lang,
    text::{LineRefusal, PROSE, Text, fold, line, mark, prose},
};
use std::collections::HashMap;

platform::refusals! {
    /// Why a cell of a plan's sheet is not read.
    pub enum CellRefusal {
        /// Not a quarter like 2026-Q1.
        NotAQuarter { typed: String } = "plan-sheet-not-a-quarter",
        /// Not a year of four digits.
        NotAYear { typed: String } = "plan-sheet-not-a-year",
        /// Not a step from 1 on.
        NotAStep { typed: String } = "plan-sheet-not-a-step",
        /// The row names neither a line nor more of the line before it.
        SaysNothing = "plan-sheet-says-nothing",
        /// It names no area or goal above it, and no row before it does.
        NothingAbove = "plan-sheet-nothing-above",
    }
}

/// What may be answered of a mark that is none, the usual answer first.
const MARKED: &[&str] = &["words", "yes", "no"];
/// What may be answered of a name that no record knows, the usual answer first: what the public does not read.
const NAMED: &[&str] = &["staff", "words"];

/// What may be answered of a name that is nearly that of one, two or three, the usual answer first: the likest.
const NEARLY: [&[&str]; 3] = [
    &["first", "staff", "words"],
    &["first", "second", "staff", "words"],
    &["first", "second", "third", "staff", "words"],
];
/// What may be answered of words that say how far a line is, the usual answer first.
const STATES: &[&str] =
    &["words", "not_started", "under_way", "on_track", "behind", "stalled", "ongoing", "done", "dropped"];

/// What may be answered of a row that may not be meant, the usual answer first.
const ROW: &[&str] = &["leave", "keep"];

/// The key of a question about words: the words themselves may be a person's name, and the answer is kept longer than the sheet.
fn asked_of(what: &str, words: &str) -> String {
    format!("{what}:{}", mark(&fold(words).into()))
}

/// The cells of one row.
pub(super) struct Cells<'a> {
    pub given: &'a Given,
    pub findings: Vec<Finding>,
    /// The language of the sheet.
    pub lang: Lang,
    pub today: Date,
    /// What was answered to what rows ask.
    pub answers: Answers,
}

/// What a row says of how far its line is.
pub(super) struct Progress {
    pub state: Option<State>,
    /// As it stands there.
    pub said: String,
}

/// Everybody in a cell: who has a part in the line, and who of the people that are kept may look after it.
pub(super) type Carried = (Vec<Party>, Vec<(PersonId, String)>);

/// The keys of a text: in the language of the sheet, in English, in French.
pub(super) type TextKeys = [&'static str; 3];
pub(super) const TITLES: TextKeys = ["title", "title-en", "title-fr"];
pub(super) const NOTES: TextKeys = ["note", "note-en", "note-fr"];
pub(super) const WORDINGS: TextKeys = ["", "wording-en", "wording-fr"];

/// Words that may stand on several lines of a cell, as one line.
pub(super) fn on_one_line(typed: &str) -> String {
    if typed.contains(['\n', '\r', '\t']) {
        typed.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        typed.trim().to_owned()
    }
}

impl Cells<'_> {
    pub fn refuse(&mut self, key: &str, why: &dyn Refusal) {
        self.findings.push(Finding::refused(Some(key), why));
    }

    /// How many columns a row of this number may be told with.
    pub fn row(&self) -> u32 {
        u32::try_from(self.given.number).unwrap_or(u32::MAX)
    }

    fn taken(&mut self, key: &'static str, read: Result<String, LineRefusal>) -> Option<String> {
        match read {
            Ok(words) => Some(words),
            Err(LineRefusal::Empty) => None,
            Err(why) => {
                self.refuse(key, &why);
                None
            }
        }
    }

    /// A cell as one line of at most so many characters.
    pub fn line(&mut self, key: &'static str, max: usize) -> Option<String> {
        let read = line(&on_one_line(self.given.get(key)), max);
        self.taken(key, read)
    }

    /// A text on top of what it was. A cell that says what stands there, and an empty one, change nothing.
    pub fn text(&mut self, keys: TextKeys, before: &Text, is_prose: bool) -> Text {
        let mut text = before.clone();
        for (key, lang) in keys.into_iter().zip([self.lang, Lang::En, Lang::Fr]) {
            let typed = self.given.get(key);
            let read = if is_prose { prose(typed, PROSE) } else { line(&on_one_line(typed), TITLE) };
            if let Some(words) = self.taken(key, read).filter(|words| text.in_lang(lang) != words) {
                text = text.with(lang, &words, self.today);
            }
        }
        text
    }

    /// One of the words that are known in this column.
    pub fn word<T: Copy>(&mut self, key: &'static str, words: &HashMap<String, T>) -> Option<T> {
        let typed = fold(self.given.get(key)).trim().to_owned();
        let found = words.get(&typed).copied();
        if found.is_none() && !typed.is_empty() {
            self.refuse(key, &FieldRefusal::NotAChoice);
        }
        found
    }

    /// Those of the known words that stand in this column, with semicolons, lines or points between them; what stood when it is empty.
    pub fn words<T: Copy, A: FromIterator<T> + Clone>(
        &mut self,
        key: &'static str,
        words: &HashMap<String, T>,
        before: &A,
    ) -> A {
        let typed = fold(self.given.get(key));
        let said: Vec<&str> =
            typed.split([';', '\n', '·']).map(str::trim).filter(|word| !word.is_empty()).collect();
        let known: Vec<T> = said.iter().filter_map(|word| words.get(*word).copied()).collect();
        if known.len() < said.len() {
            self.refuse(key, &FieldRefusal::NotAChoice);
        }
        if known.is_empty() { before.clone() } else { known.into_iter().collect() }
    }

    pub fn amount(&mut self, key: &'static str, before: Option<i64>) -> Option<i64> {
        match amount(self.given.get(key)) {
            Ok(amount) => amount.or(before),
            Err(why) => {
                self.refuse(key, &why);
                before
            }
        }
    }

    /// An end of a span: a quarter, or a month with its quarter in these years.
    pub fn end(&mut self, key: &'static str, years: Years) -> Option<(Quarter, Option<u32>)> {
        let typed = self.given.get(key);
        let month = || workplan::month(typed).and_then(|of| Some((years.quarter_of_month(of)?, Some(of.1))));
        let read = workplan::quarter(typed).map(|quarter| (quarter, None)).or_else(month);
        if read.is_none() && !typed.is_empty() {
            self.refuse(key, &CellRefusal::NotAQuarter { typed: typed.to_owned() });
        }
        read
    }

    pub fn year(&mut self, usual: i16) -> i16 {
        let typed = self.given.get("year");
        let read = workplan::year(typed);
        if read.is_none() && !typed.is_empty() {
            self.refuse("year", &CellRefusal::NotAYear { typed: typed.to_owned() });
        }
        read.unwrap_or(usual)
    }

    /// The step of the row, from 0.
    pub fn step(&mut self) -> Option<u32> {
        let typed = self.given.get("step");
        let read = typed.trim().parse::<u32>().ok().and_then(|step| step.checked_sub(1));
        if read.is_none() && !typed.is_empty() {
            self.refuse("step", &CellRefusal::NotAStep { typed: typed.to_owned() });
        }
        read
    }

    /// The marks in the four columns of quarters: those in which something is done, and what is, in words.
    pub fn marks(&mut self, year: i16) -> Vec<(Quarter, Option<String>)> {
        let mut all = Vec::new();
        for (key, number) in super::columns::QUARTERS.into_iter().zip(1_i8..) {
            let Some(quarter) = Quarter::new(year, number) else { continue };
            let words = match workplan::mark(self.given.get(key)) {
                Mark::No => continue,
                Mark::Yes => None,
                Mark::Words(words) => Some(words),
                Mark::Doubt(words) => match self.ask(key, ("mark", "import-plan-mark"), (&words, MARKED)) {
                    Some("yes") => None,
                    Some("words") => Some(words),
                    _ => continue,
                },
            };
            all.push((quarter, words));
        }
        all
    }

    /// The answer to what is asked of words in a column, once for all rows with the same words; none while it is open.
    fn ask(
        &mut self,
        column: &'static str,
        (what, code): (&str, &str),
        (words, choices): (&str, &'static [&'static str]),
    ) -> Option<&'static str> {
        let key = asked_of(what, words);
        let said = self.answers.get(&key);
        let answer = said.and_then(|said| choices.iter().find(|one| **one == said)).copied();
        if answer.is_none() {
            self.findings.push(Finding::asking(Some(column), code, key, choices).with("name", words));
        }
        answer
    }

    /// Whether the whole row is left out: as was answered, and while that is open.
    pub fn leaves(&mut self, key: String, code: &str, first: Option<i64>) -> bool {
        let said = self.answers.get(&key).map(String::as_str);
        let found = match said {
            Some("keep") => return false,
            Some("leave") => Finding::noted(None, code),
            _ => Finding::asking(None, code, key, ROW),
        };
        // The question stands above the table too, so it says which row it is about.
        let found = found.with("other", self.given.number.to_string());
        self.findings.push(match first {
            Some(first) => found.with("n", first),
            None => found,
        });
        true
    }

    pub fn note(&mut self, key: &'static str, code: &str, name: &str) {
        self.findings.push(Finding::noted(Some(key), code).with("name", name));
    }

    /// Everybody in a cell. Of whom no record knows it is asked whether the public may read the words: they may be a person's name.
    pub fn people(&mut self, part: Part, directory: &Directory) -> Carried {
        let (key, mut all, mut people) = (part.code(), Vec::new(), Vec::new());
        for one in directory.read(self.given.get(key)) {
            let who = match one {
                Meant::Known(who) => who,
                Meant::Person(id, name) if part == Part::Lead => {
                    people.push((id, name));
                    continue;
                }
                Meant::Person(_, name) => self.aside(key, name),
                Meant::Near(words, some) => {
                    let Some(who) = self.nearly(key, &words, &some) else { continue };
                    who
                }
                Meant::Words(words) => {
                    let Some(words) = self.taken(key, line(&words, TITLE)) else { continue };
                    match self.ask(key, ("name", "import-plan-who"), (&words, NAMED)) {
                        Some(answer) => self.in_words(key, answer, words),
                        None => continue,
                    }
                }
            };
            all.push(Party { part, who });
        }
        (all, people)
    }

    /// Somebody whom no record knows: as was answered, in words that the public reads or only those who write the plan.
    fn in_words(&mut self, key: &'static str, answer: &str, words: String) -> Who {
        if answer != "words" {
            return self.aside(key, words);
        }
        self.note(key, "import-plan-in-words", &words);
        Who::Named(Text::default().with(self.lang, &words, self.today))
    }

    /// Who is meant by words that are nearly the names of some; none while that is open.
    fn nearly(&mut self, key: &'static str, words: &str, some: &[(Who, String)]) -> Option<Who> {
        let words = self.taken(key, line(words, TITLE))?;
        let names: Vec<&str> = some.iter().map(|(_, name)| name.as_str()).collect();
        let choices = NEARLY.get(some.len().checked_sub(1)?).or(NEARLY.last()).copied()?;
        // Other candidates are another question.
        let of = format!("{words}\n{}", names.join("\n"));
        let said = self.answers.get(&asked_of("near", &of)).cloned().unwrap_or_default();
        let at = choices.iter().position(|one| *one == said);
        match at.and_then(|at| some.get(at)) {
            Some((who, name)) => {
                let told = Finding::noted(Some(key), "import-plan-is").with("name", words);
                self.findings.push(told.with("after", name.clone()));
                Some(who.clone())
            }
            None if at.is_some() => Some(self.in_words(key, &said, words)),
            None => {
                let mut asks = Finding::asking(Some(key), "import-plan-near", asked_of("near", &of), choices);
                for (arg, name) in ["after", "before", "other"].into_iter().zip(names) {
                    asks = asks.with(arg, name);
                }
                self.findings.push(asks.with("name", words));
                None
            }
        }
    }

    /// How far a line is, as the row says: a state, or words that say none.
    pub fn progress(&mut self, words: &HashMap<String, State>) -> Option<Progress> {
        let typed = on_one_line(self.given.get("status"));
        if typed.is_empty() {
            return None;
        }
        let known = words.get(fold(&typed).trim_matches(['.', '!', ' '])).copied();
        let state = match known {
            Some(state) => Some(state),
            None => State::from_code(self.ask("status", ("state", "import-plan-state"), (&typed, STATES))?),
        };
        let said = self.taken("status", line(&typed, TITLE))?;
        Some(Progress { state, said })
    }

    /// A name that only those who write the plan read.
    pub fn aside(&mut self, key: &'static str, name: String) -> Who {
        self.note(key, "import-plan-aside", &name);
        Who::Aside(name)
    }

    /// When a line is worked on, as the row was understood.
    pub fn tell_span(&mut self, (from, to): (Option<Quarter>, Option<Quarter>), years: Years) {
        let year = |one: Quarter| year_word(years, one.year());
        let told = |code| Finding::noted(Some("q1"), code);
        let said = match (from, to) {
            (Some(one), Some(other)) if one == other => {
                told("import-plan-quarter").with("n", i64::from(one.number())).with("name", year(one))
            }
            (Some(one), Some(other)) => told("import-plan-quarters")
                .with("before", one.number().to_string())
                .with("name", year(one))
                .with("after", other.number().to_string())
                .with("other", year(other)),
            (Some(one), None) => {
                told("import-plan-quarter-from").with("n", i64::from(one.number())).with("name", year(one))
            }
            (None, Some(one)) => {
                told("import-plan-quarter-until").with("n", i64::from(one.number())).with("name", year(one))
            }
            (None, None) => return,
        };
        self.findings.push(Finding { column: None, ..said });
    }
}
