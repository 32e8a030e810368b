//! What a row of a sheet says of a service, and what a service would be after it. Pure: the same reading serves to compare and to write.

use super::{package::read_hours, places::SaidPlace};
use crate::{
    needs::{NeedIds, meant, need},
    rules::{
        DirectoryRefusal,
        eligibility::{Class, Openness},
        facts::{Cost, Feature, Interpretation, Papers, Status, Stream},
        phones::read_phones,
    },
    store::services::ServiceFacts,
};
use jiff::civil::Date;
use partners::{ContactKind, Languages, OrganizationId, Spoken, Visibility, check_contact};
use platform::{
    batch::Finding,
    errors::{FieldRefusal, NumberRefusal, Refusal},
    langs::Lang,
    text::{LineRefusal, NAME, PROSE, Text, fold, line, prose},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// What a row says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Said {
    /// Its cells, cleaned, by their columns.
    pub values: BTreeMap<String, Vec<String>>,
    /// In which language.
    pub lang: Lang,
    /// Who may know of what it adds.
    pub see: Visibility,
    /// Who offers it, when that is known here.
    pub organization: Option<OrganizationId>,
    /// What that is called.
    pub called: String,
    /// Where.
    pub places: Vec<SaidPlace>,
    /// Whether the row is about a service of this directory by its own id: then where it came from is not told anew.
    pub own: bool,
    /// The version of the record with which it was compared.
    pub version: i64,
}

/// Words for codes, in both official languages.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub status: HashMap<String, Status>,
    pub streams: HashMap<String, Stream>,
    pub needs: HashMap<String, String>,
    pub features: HashMap<String, Feature>,
    pub costs: HashMap<String, Cost>,
    pub interpretations: HashMap<String, Interpretation>,
    /// What this program itself says of whom a service is for, and of holidays: facts, not notes.
    pub phrases: Vec<String>,
}

/// A service has at most so many numbers.
const PHONES: usize = 10;
/// How ODHF writes that nothing is known.
const NOTHING: &str = "..";
/// The parts of a cell that lists several things: its lines, or what stands between semicolons.
pub(super) fn listed(text: &str) -> Vec<String> {
    let parts: Vec<&str> =
        if text.contains('\n') { text.lines().collect() } else { text.split(';').collect() };
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Reads one row on top of a record.
struct Reading<'a> {
    said: &'a Said,
    words: &'a Words,
    today: Date,
    findings: Vec<Finding>,
}

impl Said {
    /// What stands in a column; empty where nothing does.
    pub fn get(&self, column: &str) -> &str {
        self.values
            .get(column)
            .and_then(|all| all.first())
            .map_or("", |text| if text == NOTHING { "" } else { text })
    }

    /// A day.
    pub fn day(&self, column: &str) -> Option<Date> {
        self.get(column).parse().ok()
    }

    /// What a service would be after the row, and what was found on the way.
    pub fn merged(&self, before: &ServiceFacts, words: &Words, today: Date) -> (ServiceFacts, Vec<Finding>) {
        let mut after = before.clone();
        let mut reading = Reading { said: self, words, today, findings: Vec::new() };
        reading.texts(&mut after);
        reading.codes(&mut after);
        reading.ways(&mut after);
        reading.people(&mut after);
        if !self.own && !self.get("source").is_empty() {
            after.source = self.get("source").chars().take(200).collect();
        }
        if !self.own && self.day("source-on").is_some() {
            after.source_on = self.day("source-on");
        }
        (after, reading.findings)
    }
}

impl Reading<'_> {
    fn refuse(&mut self, column: &str, why: &dyn Refusal) {
        self.findings.push(Finding::refused(Some(column), why));
    }

    fn noted(&mut self, column: &str, code: &str, what: &str) {
        self.findings.push(Finding::noted(Some(column), code).with("before", what));
    }

    /// Writes the words of a column into a text, unless they stand there already.
    fn write(&mut self, column: &str, (text, lang): (&mut Text, Lang), read: Result<String, LineRefusal>) {
        match read {
            Ok(words) if text.in_lang(lang) != words => {
                *text = std::mem::take(text).with(lang, &words, self.today);
            }
            Ok(_) | Err(LineRefusal::Empty) => {}
            Err(why) => self.refuse(column, &why),
        }
    }

    /// A text for a line: what is longer than one is cut, and that is told.
    fn short(&mut self, column: &str, text: String) -> String {
        if text.chars().count() <= NAME {
            return text;
        }
        self.noted(column, "exchange-shortened", &text);
        text.chars().take(NAME - 1).chain(['…']).collect()
    }

    fn texts(&mut self, of: &mut ServiceFacts) {
        let (said, lang) = (self.said, self.said.lang);
        self.write("name", (&mut of.name, lang), line(said.get("name"), NAME));
        self.write("name-fr", (&mut of.name, Lang::Fr), line(said.get("name-fr"), NAME));
        self.write("about", (&mut of.about, lang), prose(said.get("about"), PROSE));
        self.write("about-fr", (&mut of.about, Lang::Fr), prose(said.get("about-fr"), PROSE));
        self.write("apply", (&mut of.facts.apply, lang), prose(said.get("apply"), PROSE));
        let papers = listed(said.get("papers")).join("\n");
        self.write("papers", (&mut of.facts.papers_note, lang), prose(&papers, PROSE));
        if !papers.is_empty() {
            of.facts.papers = Papers::Listed;
        }
    }

    fn word<T: Copy>(&mut self, column: &str, words: &HashMap<String, T>) -> Option<T> {
        let typed = self.said.get(column);
        let found = words.get(&fold(typed)).copied();
        if found.is_none() && !typed.is_empty() {
            self.refuse(column, &FieldRefusal::NotAChoice);
        }
        found
    }

    fn codes(&mut self, of: &mut ServiceFacts) {
        let words = self.words;
        of.status = self.word("status", &words.status).unwrap_or(of.status);
        of.stream = self.word("stream", &words.streams).or(of.stream);
        let interpretation = self.said.get("interpretation");
        match words.interpretations.get(&fold(interpretation)) {
            Some(known) => of.facts.interpretation = *known,
            None if interpretation.is_empty() => {}
            None => self.noted("interpretation", "exchange-left-out", interpretation),
        }
        let mut needs = Vec::new();
        for typed in listed(self.said.get("needs")) {
            let by_words =
                || meant(&typed).into_iter().find(|(_, sure)| *sure >= 80).map(|(need, _)| need.id.clone());
            let by_name = words.needs.get(&fold(&typed)).cloned();
            match need(&typed).map(|one| one.id.clone()).or(by_name).or_else(by_words) {
                Some(id) => needs.push(id),
                None => self.noted("needs", "exchange-need-unknown", &typed),
            }
        }
        if !needs.is_empty() {
            of.needs = NeedIds::of(needs.iter().map(String::as_str));
        }
        let mut features = Vec::new();
        for typed in listed(self.said.get("features")) {
            match (typed == "no-papers", words.features.get(&fold(&typed)).copied()) {
                (true, _) => of.facts.papers = Papers::None,
                (false, Some(feature)) if !features.contains(&feature) => features.push(feature),
                (false, Some(_)) => {}
                (false, None) => self.noted("features", "exchange-left-out", &typed),
            }
        }
        if !features.is_empty() {
            of.facts.features = features;
        }
    }

    fn ways(&mut self, of: &mut ServiceFacts) {
        let said = self.said;
        let mut phones = Vec::new();
        for typed in listed(said.get("phone")) {
            match read_phones(&typed) {
                Ok(read) => phones.extend(read),
                // A number of another country is none that is dialled here as it stands.
                Err(_) if typed.chars().filter(char::is_ascii_digit).count() > 6 => {
                    self.noted("phone", "exchange-left-out", &typed);
                }
                Err(why) => self.refuse("phone", &why),
            }
        }
        phones.truncate(PHONES);
        if !phones.is_empty() {
            of.facts.phones = phones;
        }
        for (column, kind) in [("mail", ContactKind::Mail), ("web", ContactKind::Web)] {
            let typed = said.get(column);
            if typed.is_empty() {
                continue;
            }
            match check_contact(kind, typed) {
                Ok(value) if kind == ContactKind::Mail => of.facts.mail = value,
                Ok(value) => of.facts.web = value,
                Err(why) => self.refuse(column, why.as_ref()),
            }
        }
        let (mut hours, mut notes) = (Vec::new(), Vec::new());
        for typed in listed(said.get("hours")) {
            match read_hours(&typed) {
                Some(one) => hours.push(one),
                None => notes.extend(self.without_phrases(&typed)),
            }
        }
        if !hours.is_empty() {
            of.facts.hours = hours;
        }
        let notes = self.short("hours", notes.join("; "));
        self.write("hours", (&mut of.facts.hours_note, said.lang), line(&notes, NAME));
        let languages = said.values.get("language").map_or(&[][..], Vec::as_slice);
        let known: Vec<Spoken> = languages.iter().filter_map(|code| Spoken::from_code(code)).collect();
        if !known.is_empty() {
            of.facts.languages = Languages::of(known);
        }
    }

    /// The text without what this program says by itself; none where nothing is left.
    fn without_phrases(&self, text: &str) -> Option<String> {
        let mut rest = text.trim().to_owned();
        for phrase in &self.words.phrases {
            rest = rest.replace(phrase.as_str(), "");
        }
        Some(rest.trim().to_owned()).filter(|rest| !rest.is_empty())
    }

    fn people(&mut self, of: &mut ServiceFacts) {
        let lang = self.said.lang;
        let mut notes = Vec::new();
        for typed in listed(self.said.get("cost")) {
            let folded = fold(&typed);
            let begins = |word: &&String| folded == **word || folded.starts_with(&format!("{word} "));
            let word = self.words.costs.keys().filter(begins).max_by_key(|word| word.len());
            let rest = word.map_or(typed.clone(), |word| typed.chars().skip(word.chars().count()).collect());
            if let Some(cost) = word.and_then(|word| self.words.costs.get(word)) {
                of.facts.cost = *cost;
            }
            notes.extend(Some(rest.trim().to_owned()).filter(|rest| !rest.is_empty()));
        }
        notes.dedup();
        let notes = self.short("cost", notes.join("; "));
        self.write("cost", (&mut of.facts.cost_note, lang), line(&notes, NAME));
        self.open_to(of);
        for (column, age) in [("age-from", &mut of.facts.age_from), ("age-to", &mut of.facts.age_to)] {
            let typed = self.said.get(column);
            match typed.parse::<u32>() {
                Ok(years) if years <= 120 => *age = Some(years),
                _ if typed.is_empty() => {}
                _ => self.findings.push(Finding::refused(
                    Some(column),
                    &NumberRefusal::OutOfBounds { least: 0, most: 120 },
                )),
            }
        }
        if of.facts.age_from.zip(of.facts.age_to).is_some_and(|(from, to)| from > to) {
            self.refuse("age-to", &DirectoryRefusal::AgesBackwards);
        }
    }

    fn open_to(&mut self, of: &mut ServiceFacts) {
        let (mut classes, mut notes, mut everyone) = (Vec::new(), Vec::new(), false);
        for typed in listed(self.said.get("open-to")) {
            match typed.strip_prefix("class:") {
                Some("everyone") => everyone = true,
                Some(code) => classes.extend(Class::from_code(code)),
                None => notes.extend(self.without_phrases(&typed)),
            }
        }
        if everyone {
            of.facts.openness = Openness::Everyone;
        } else if !classes.is_empty() {
            of.facts.openness = Openness::Only { classes };
            // What names them in words says the same.
            notes.clear();
        }
        let notes = notes.join("\n");
        self.write("open-to", (&mut of.facts.openness_note, self.said.lang), prose(&notes, PROSE));
    }
}
