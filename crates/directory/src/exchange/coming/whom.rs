//! What a row says of whom a service is for and of what it costs, read on top of the record. Pure.

use super::{merging::Reading, said::listed};
use crate::{
    rules::{DirectoryRefusal, eligibility::Openness},
    store::services::ServiceFacts,
};
use platform::{
    batch::Finding,
    errors::NumberRefusal,
    text::{NAME, PROSE, fold, line, prose},
};

impl Reading<'_> {
    pub(super) fn cost(&mut self, of: &mut ServiceFacts) {
        let lang = self.said.lang;
        let mut notes: Vec<String> = Vec::new();
        let fees = Some(self.said.get("fees").to_owned()).filter(|fees| !fees.is_empty());
        for typed in listed(self.said.get("cost")).into_iter().chain(fees) {
            let folded = fold(&typed);
            let begins = |word: &&String| folded == **word || folded.starts_with(&format!("{word} "));
            let word = self.words.costs.keys().filter(begins).max_by_key(|word| word.len());
            let rest = word.map_or(typed.clone(), |word| typed.chars().skip(word.chars().count()).collect());
            if let Some(cost) = word.and_then(|word| self.words.costs.get(word)) {
                of.facts.cost = *cost;
            }
            let rest = rest.trim_start_matches([',', ';', ':', '.', '–']).trim().to_owned();
            if !rest.is_empty() && !notes.contains(&rest) {
                notes.push(rest);
            }
        }
        let notes = self.short("cost", notes.join("; "));
        self.write("cost", (&mut of.facts.cost_note, lang), line(&notes, NAME));
        self.write("cost-note", (&mut of.facts.cost_note, lang), line(self.said.get("cost-note"), NAME));
    }

    pub(super) fn ages(&mut self, of: &mut ServiceFacts) {
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

    /// Whom it is for: in words of this program, by the codes of terms, or in the words of others, which are noted.
    pub(super) fn open_to(&mut self, of: &mut ServiceFacts) {
        let (mut classes, mut notes, mut everyone) = (Vec::new(), Vec::new(), false);
        let words = self.words;
        for typed in listed(self.said.get("open-to")) {
            let folded = fold(typed.strip_prefix("class:").unwrap_or(&typed));
            let funder = words.funders.iter().find(|(said, _)| fold(said) == folded);
            match (words.classes.get(&folded), funder) {
                (Some(class), _) => classes.push(*class),
                (None, Some((_, funder))) => of.facts.openness = Openness::Funder { funder: funder.clone() },
                (None, None) if folded == "everyone" || words.everyone.contains(&folded) => everyone = true,
                (None, None) if self.said.own => self.noted("open-to", "exchange-left-out", &typed),
                (None, None) => notes.extend(self.without_phrases(&typed, of)),
            }
        }
        let is_named = !classes.is_empty() || everyone;
        if everyone {
            of.facts.openness = Openness::Everyone;
        } else if is_named {
            of.facts.openness = Openness::Only { classes };
        }
        let told = self.said.get("eligibility");
        let told = if is_named || self.said.own { self.without_only(told) } else { told.to_owned() };
        notes.extend(self.without_phrases(&told, of));
        let notes = notes.join("\n");
        self.write("open-to", (&mut of.facts.openness_note, self.said.lang), prose(&notes, PROSE));
        let note = prose(self.said.get("open-to-note"), PROSE);
        self.write("open-to-note", (&mut of.facts.openness_note, self.said.lang), note);
    }

    /// The text without the words that name those for whom alone it is: terms say the same.
    fn without_only(&self, text: &str) -> String {
        let after = |(before, behind): &(String, String)| {
            let rest = text.strip_prefix(before.as_str())?;
            rest.find(behind.as_str()).and_then(|at| rest.get(at + behind.len()..))
        };
        self.words.only.iter().find_map(after).unwrap_or(text).trim().to_owned()
    }

    /// The text without what this program says by itself, which is a fact; none where nothing is left.
    fn without_phrases(&self, text: &str, of: &mut ServiceFacts) -> Option<String> {
        let mut rest = text.trim().to_owned();
        for (phrase, funder) in &self.words.funders {
            if rest.contains(phrase.as_str()) {
                of.facts.openness = Openness::Funder { funder: funder.clone() };
                rest = rest.replace(phrase.as_str(), "");
            }
        }
        for phrase in &self.words.phrases {
            rest = rest.replace(phrase.as_str(), "");
        }
        Some(rest.trim().to_owned()).filter(|rest| !rest.is_empty())
    }
}
