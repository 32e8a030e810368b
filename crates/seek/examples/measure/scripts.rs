//! Scripts that the corpus does not have: services told in the words of the lexicon, asked with slips; Chinese by the beginnings of phrases.

use super::{SEED, SLIPS, corpus::slips, precise, python::Random};
use seek::{Ask, Entry, Index, Kind, words};
use std::{collections::BTreeSet, path::Path};
use uuid::Uuid;

const LANGUAGES: [(&str, &str); 4] =
    [("pa", "Gurmukhi"), ("hi", "Devanagari"), ("ti", "Ethiopic"), ("zh-Hans", "Han")];
/// Phrases in one service.
const PHRASES: usize = 12;

/// Tells how much of what was meant is among the first twenty, in each script.
pub fn measure(count: u32, folder: &Path) {
    let (mut spent, mut asked) = (0.0, 0);
    for (code, script) in LANGUAGES {
        let phrases = phrases(&std::fs::read_to_string(folder.join(format!("{code}.toml"))).unwrap());
        let mut random = Random::new(SEED);
        let texts: Vec<String> = (0..count)
            .map(|_| {
                (0..PHRASES)
                    .map(|_| random.choice::<String>(&phrases).as_str())
                    .collect::<Vec<_>>()
                    .join(", ")
            })
            .collect();
        let index = Index::in_memory().unwrap();
        let entries = texts.iter().zip(0u128..).map(|(text, id)| Entry {
            texts: vec![(Kind::Description, text.clone())],
            ..Entry::named(Uuid::from_u128(id), "")
        });
        index.rebuild(entries).unwrap();
        let questions = questions(script, &phrases, &mut random);
        let kept: Vec<BTreeSet<String>> =
            texts.iter().map(|text| words(text).into_iter().collect()).collect();
        let vocabulary: BTreeSet<&String> = kept.iter().flatten().collect();
        let (mut brute, mut meaning) = (Share::default(), Share::default());
        for (text, meant) in &questions {
            let is_han = script == "Han";
            let near = nearest(text, &vocabulary, script == "Ethiopic");
            let (mut all, mut right) = (BTreeSet::new(), BTreeSet::new());
            for (at, own) in kept.iter().enumerate() {
                let has_meant = if is_han { texts[at].contains(meant.as_str()) } else { has(own, meant) };
                let has_near = near.iter().all(|words| words.iter().any(|word| own.contains(*word)));
                right.extend(has_meant.then_some(at as u128));
                all.extend((if is_han { has_meant } else { has_near }).then_some(at as u128));
            }
            let before = precise("self");
            let found = index.search(&Ask::new(text)).unwrap();
            spent += precise("self") - before;
            asked += 1;
            let ids: Vec<u128> = found.hits.iter().map(|hit| hit.id.as_u128()).collect();
            brute.add(&ids, &all);
            meaning.add(&ids, &right);
        }
        println!("recall {script} {:.4} of {}", brute.share(), brute.counted);
        println!("meant {script} {:.4} of {}", meaning.share(), meaning.counted);
    }
    println!("cost {}", spent / f64::from(asked));
}

/// How much of what there is was among the first twenty.
#[derive(Default)]
struct Share {
    sum: f64,
    counted: u32,
}

impl Share {
    fn add(&mut self, ids: &[u128], relevant: &BTreeSet<u128>) {
        if !relevant.is_empty() {
            let right = ids.iter().filter(|id| relevant.contains(id)).count();
            self.sum += right as f64 / relevant.len().min(20) as f64;
            self.counted += 1;
        }
    }

    fn share(&self) -> f64 {
        self.sum / f64::from(self.counted)
    }
}

/// For each word that is asked, the words that are nearest, found by comparing it with all: itself and what begins with it, else what is
/// one slip away, else what begins with a word one slip away, and so with two.
fn nearest<'a>(text: &str, vocabulary: &BTreeSet<&'a String>, is_short: bool) -> Vec<Vec<&'a String>> {
    let asked = words(text);
    let each = asked.iter().enumerate().map(|(at, word)| {
        let begun = at + 1 == asked.len();
        let slips = match (word.chars().count(), is_short) {
            (9.., false) | (7.., true) => 2,
            (4.., false) | (3.., true) => 1,
            _ => 0,
        };
        let mut best = (usize::MAX, Vec::new());
        for known in vocabulary {
            let ends = known.char_indices().map(|(at, c)| at + c.len_utf8());
            let start = ends.map(|end| strsim::osa_distance(&known[..end], word)).min().filter(|_| begun);
            let whole = strsim::osa_distance(known, word);
            let class = (whole * 2).min(start.map_or(usize::MAX, |start| start * 2 + 1));
            // What begins with the word is as good as the word itself.
            let class = if class == 1 { 0 } else { class };
            if class / 2 <= slips && class < best.0 {
                best = (class, vec![*known]);
            } else if class == best.0 {
                best.1.push(*known);
            }
        }
        best.1
    });
    each.collect()
}

/// Every text in quotation marks that stands in a list or is a name.
fn phrases(file: &str) -> Vec<String> {
    let lines = file.lines().filter(|line| line.starts_with("name") || line.starts_with("words"));
    let quoted =
        |line: &str| -> Vec<String> { line.split('"').skip(1).step_by(2).map(str::to_owned).collect() };
    lines.flat_map(quoted).filter(|phrase| !phrase.is_ascii()).collect()
}

/// What is asked, and what was meant.
fn questions(script: &str, phrases: &[String], random: &mut Random) -> Vec<(String, String)> {
    if script != "Han" {
        let all: BTreeSet<String> = phrases.iter().flat_map(|phrase| words(phrase)).collect();
        let own: Vec<String> = all.into_iter().filter(|word| !word.is_ascii()).collect();
        let slips = slips(&own, SLIPS, SEED);
        return slips.into_iter().map(|question| (question.text, question.meant)).collect();
    }
    let long: Vec<&String> = phrases.iter().filter(|phrase| phrase.chars().count() >= 3).collect();
    let beginning = |phrase: &String, length: usize| -> String {
        phrase.chars().take_while(|c| !c.is_ascii() && c.is_alphabetic()).take(length).collect()
    };
    let mut all = Vec::new();
    while all.len() < SLIPS {
        let length = random.between(1, 4);
        let start = beginning(random.choice::<&String>(&long), length);
        if !start.is_empty() {
            all.push((start.clone(), start));
        }
    }
    all
}

/// Whether a text has every word that was meant, the last also as a beginning.
fn has(kept: &BTreeSet<String>, meant: &str) -> bool {
    let meant = words(meant);
    let last = meant.len().saturating_sub(1);
    meant.iter().enumerate().all(|(at, word)| {
        let next = kept.range(word.clone()..).next();
        next.is_some_and(|next| next == word || (at == last && next.starts_with(word.as_str())))
    })
}
