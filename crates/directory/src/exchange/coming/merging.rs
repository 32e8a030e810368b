//! What a service would be after a row: its cells read on top of the record. Pure: the same reading serves to compare and to write.

use super::said::{Said, Words, listed};
use crate::{
    needs::{NeedIds, meant, need},
    rules::{
        DirectoryRefusal,
        facts::{Papers, Wait},
        hours::{read_codes, read_line, write_codes},
        lines::{
            parts, read_areas, read_capacities, read_contacts, read_funding, read_links, read_program,
            written,
        },
        phones::read_phones,
    },
    store::services::ServiceFacts,
};
use jiff::civil::Date;
use partners::{ContactKind, Languages, Spoken, check_contact};
use platform::{
    batch::Finding,
    errors::{FieldRefusal, NumberRefusal, Refusal},
    langs::Lang,
    text::{LineRefusal, NAME, PROSE, Text, fold, line, prose},
};
use std::collections::HashMap;

/// A service has at most so many numbers.
const PHONES: usize = 10;
/// Reads one row on top of a record.
pub(super) struct Reading<'a> {
    pub(super) said: &'a Said,
    pub(super) words: &'a Words,
    today: Date,
    pub(super) findings: Vec<Finding>,
}

impl Said {
    /// What a service would be after the row, and what was found on the way.
    pub fn merged(&self, before: &ServiceFacts, words: &Words, today: Date) -> (ServiceFacts, Vec<Finding>) {
        let mut after = before.clone();
        if self.is_link {
            return (after, Vec::new());
        }
        let mut reading = Reading { said: self, words, today, findings: Vec::new() };
        reading.texts(&mut after);
        reading.codes(&mut after);
        reading.reach(&mut after);
        reading.hours(&mut after);
        reading.cost(&mut after);
        reading.open_to(&mut after);
        reading.ages(&mut after);
        reading.waiting(&mut after);
        reading.alert(&mut after);
        if self.own && !self.get("organization").is_empty() {
            match self.organization {
                Some(known) => after.organization = known,
                None => reading.noted("organization", "exchange-left-out", self.get("organization")),
            }
        }
        // Of a record of this house a package knows no more than when it was changed.
        if !self.own || self.get("form").is_empty() {
            if !self.get("source").is_empty() {
                after.source = self.get("source").chars().take(200).collect();
            }
            after.source_on = self.day("source-on").or(after.source_on);
        }
        (after, reading.findings)
    }
}

impl Reading<'_> {
    pub(super) fn refuse(&mut self, column: &str, why: &dyn Refusal) {
        self.findings.push(Finding::refused(Some(column), why));
    }

    pub(super) fn noted(&mut self, column: &str, code: &str, what: &str) {
        self.findings.push(Finding::noted(Some(column), code).with("before", what));
    }

    /// Writes the words of a column into a text, unless they stand there already.
    pub(super) fn write(
        &mut self,
        column: &str,
        (text, lang): (&mut Text, Lang),
        read: Result<String, LineRefusal>,
    ) {
        match read {
            // Words of another language that stood in for missing ones are not written into this one.
            Ok(words) if self.said.own && text.plain(lang) == words => {}
            Ok(words) if text.in_lang(lang) != words => {
                *text = std::mem::take(text).with(lang, &words, self.today);
            }
            Ok(_) | Err(LineRefusal::Empty) => {}
            Err(why) => self.refuse(column, &why),
        }
    }

    /// A text for a line: what is longer than one is cut, and that is told.
    pub(super) fn short(&mut self, column: &str, text: String) -> String {
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
        self.write("intake", (&mut of.facts.intake, lang), line(said.get("intake"), NAME));
        let listed_papers = listed(said.get("papers")).join("\n");
        let papers = if said.own { said.get("papers") } else { &listed_papers };
        self.write("papers", (&mut of.facts.papers_note, lang), prose(papers, PROSE));
        if !papers.is_empty() && (!said.own || of.facts.papers == Papers::Unknown) {
            of.facts.papers = Papers::Listed;
        }
        let program = said.get("program");
        of.facts.program = read_program(program, (lang, self.today), of.facts.program.as_ref());
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
        of.informal = self.word("informal", &words.yes).unwrap_or(of.informal);
        of.stream = self.word("stream", &words.streams).or(of.stream);
        of.facts.papers = self.word("papers-needed", &words.papers).unwrap_or(of.facts.papers);
        let interpretation = self.said.get("interpretation");
        match words.interpretations.get(&fold(interpretation)) {
            Some(known) => of.facts.interpretation = *known,
            None if interpretation.is_empty() => {}
            None => self.noted("interpretation", "exchange-left-out", interpretation),
        }
        self.needs(of);
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

    fn needs(&mut self, of: &mut ServiceFacts) {
        let mut needs = Vec::new();
        for typed in listed(self.said.get("needs")) {
            let by_words =
                || meant(&typed).into_iter().find(|(_, sure)| *sure >= 80).map(|(need, _)| need.id.clone());
            let by_name = self.words.needs.get(&fold(&typed)).cloned();
            match need(&typed).map(|one| one.id.clone()).or(by_name).or_else(by_words) {
                Some(id) => needs.push(id),
                None => self.noted("needs", "exchange-need-unknown", &typed),
            }
        }
        if !needs.is_empty() {
            of.needs = NeedIds::of(needs.iter().map(String::as_str));
        }
    }

    /// How it is reached: numbers, addresses, whom to ask, and in which languages.
    fn reach(&mut self, of: &mut ServiceFacts) {
        let said = self.said;
        let mut phones = Vec::new();
        for typed in numbers(said.get("phone")) {
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
        let known = self.spoken();
        if !known.is_empty() {
            of.facts.languages = Languages::of(known);
        }
        self.lines(of);
    }

    /// The languages of a cell, by the names that this program gives them, by their codes, or as people write them.
    fn spoken(&mut self) -> Vec<Spoken> {
        let mut all = Vec::new();
        for typed in listed(self.said.get("language")) {
            let own = self.words.languages.get(&fold(&typed)).copied();
            if let Some(one) = own.or_else(|| Spoken::from_code(&typed)) {
                all.push(one);
                continue;
            }
            let (known, unknown) = sheets::clean::languages(&typed);
            all.extend(known.iter().filter_map(|one| Spoken::from_code(one.value)));
            if !unknown.is_empty() {
                self.refuse("language", &FieldRefusal::NotAChoice);
            }
        }
        all
    }

    /// What has a line for each: whom to ask, how much there is, who pays.
    fn lines(&mut self, of: &mut ServiceFacts) {
        let (said, today) = (self.said, self.today);
        if let Some(read) = self.read_lines("contacts", read_contacts) {
            of.facts.contacts = read;
        }
        if let Some(read) = self.read_lines("capacity", |line| read_capacities(line, today)) {
            of.facts.capacities = read;
        }
        if let Some(read) = self.read_lines("links", read_links) {
            of.facts.links = read;
        }
        if let Some(read) = self.read_lines("areas", read_areas) {
            of.facts.areas = read;
        }
        if !said.get("funding").is_empty() {
            match read_funding(said.get("funding")) {
                Ok(read) => of.facts.funding = read,
                Err(why) => self.refuse("funding", &why),
            }
        }
    }

    /// The lines of a column; of a package those that cannot be read are left out, since its parts were checked by its own standard.
    fn read_lines<T>(
        &mut self,
        column: &str,
        read: impl Fn(&str) -> Result<Vec<T>, DirectoryRefusal>,
    ) -> Option<Vec<T>> {
        let typed = self.said.get(column);
        if typed.is_empty() {
            return None;
        }
        if self.said.get("form").is_empty() {
            return read(typed).map_err(|why| self.refuse(column, &why)).ok();
        }
        let mut all = Vec::new();
        for line in typed.lines() {
            // Numbers that are none here are the usual reason: without them the rest is worth keeping.
            let without: Vec<&str> = parts(line).take(4).collect();
            match read(line) {
                Ok(one) => all.extend(one),
                Err(_) => {
                    self.noted(column, "exchange-left-out", line);
                    all.extend(read(&written(&without)).unwrap_or_default());
                }
            }
        }
        (!all.is_empty()).then_some(all)
    }

    fn hours(&mut self, of: &mut ServiceFacts) {
        let said = self.said;
        let (mut hours, mut notes) = (Vec::new(), Vec::new());
        for typed in listed(said.get("hours")) {
            if let Some(one) = read_codes(&typed) {
                hours.push(one);
                continue;
            }
            let Some(rest) = self.without_holidays(&typed, of) else { continue };
            match read_line(&rest) {
                Some(read) => {
                    let after = write_codes(&read);
                    self.findings.push(
                        Finding::noted(Some("hours"), "exchange-hours-read")
                            .with("before", typed)
                            .with("after", after),
                    );
                    hours.extend(read);
                }
                None => {
                    self.noted("hours", "exchange-hours-kept", &rest);
                    notes.push(rest);
                }
            }
        }
        if !hours.is_empty() {
            of.facts.hours = hours;
        }
        let words = said.get("hours-words");
        if !words.is_empty() {
            if said.own {
                of.facts.is_closed_on_holidays = false;
            }
            notes.extend(self.without_holidays(words, of));
        }
        let notes = self.short("hours", notes.join("; "));
        self.write("hours", (&mut of.facts.hours_note, said.lang), line(&notes, NAME));
        self.write("hours-note", (&mut of.facts.hours_note, said.lang), line(said.get("hours-note"), NAME));
        let words = self.words;
        of.facts.is_closed_on_holidays =
            self.word("holidays", &words.yes).unwrap_or(of.facts.is_closed_on_holidays);
    }

    /// The text without the words for closing on holidays, which are a fact; none where nothing is left.
    fn without_holidays(&self, text: &str, of: &mut ServiceFacts) -> Option<String> {
        let mut rest = text.trim().to_owned();
        for phrase in &self.words.holidays {
            if rest.contains(phrase.as_str()) {
                of.facts.is_closed_on_holidays = true;
                rest = rest.replace(phrase.as_str(), "");
            }
        }
        Some(rest.trim().to_owned()).filter(|rest| !rest.is_empty())
    }

    /// What has to be known before all else, and until when.
    fn alert(&mut self, of: &mut ServiceFacts) {
        let said = self.said;
        let before = of.facts.alert.clone().unwrap_or_default();
        let mut alert = before.clone();
        self.write("alert", (&mut alert.text, said.lang), prose(said.get("alert"), PROSE));
        // Words that others say anew do not end on the day of the old ones.
        if alert.text != before.text && (!said.own || !said.get("form").is_empty()) {
            alert.until = None;
        }
        alert.until = said.day("alert-until").or(alert.until);
        if !alert.text.is_empty() {
            of.facts.alert = Some(alert);
        } else if alert.until.is_some() {
            self.noted("alert-until", "exchange-left-out", said.get("alert-until"));
        }
    }

    fn waiting(&mut self, of: &mut ServiceFacts) {
        let (said, words) = (self.said, self.words);
        let room = self.word("wait-room", &words.yes);
        let days = said.get("wait-days").parse::<u32>().ok().filter(|days| *days <= 1_500);
        if days.is_none() && !said.get("wait-days").is_empty() {
            self.refuse("wait-days", &NumberRefusal::OutOfBounds { least: 0, most: 1_500 });
        }
        let on = said.day("wait-on");
        if on.is_some_and(|on| on > self.today) {
            self.refuse("wait-on", &DirectoryRefusal::Future);
        }
        if room.is_none() && days.is_none() && (on.is_none() || of.facts.wait.is_none()) {
            return;
        }
        let before = of.facts.wait;
        of.facts.wait = Some(Wait {
            days: days.or(before.and_then(|wait| wait.days)),
            has_room: room.or(before.and_then(|wait| wait.has_room)),
            on: on.or(before.map(|wait| wait.on)).unwrap_or(self.today),
        });
    }
}

/// The numbers of a cell: its lines, or what stands between semicolons where each part has digits of its own.
fn numbers(text: &str) -> Vec<String> {
    let parts = listed(text);
    let is_number = |part: &String| part.chars().filter(char::is_ascii_digit).count() >= 3;
    if parts.iter().all(is_number) || text.contains('\n') { parts } else { vec![text.trim().to_owned()] }
}
