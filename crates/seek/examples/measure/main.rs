//! What questions cost here, in tantivy as it comes, and in PostgreSQL: 100,000 invented services and 2,000 questions, the same for all.
//! `cargo xtask bench --seek` runs it and compares.
//!
//!     measure index ours|raw|postgres COUNT PLACE     PLACE is a folder, or the address of a server
//!     measure ask   ours|raw|postgres COUNT PLACE
//!     measure slips ours|postgres COUNT PLACE
//!     measure scripts ours COUNT FOLDER         of the files of the lexicon
//!
//! The last line is what it cost: processor seconds for one service, or for one question.
#![expect(
    clippy::as_conversions,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measurement fails by panic and speaks on the console"
)]

mod corpus;
mod ours;
mod postgres;
mod python;
mod raw;
mod scripts;

use corpus::{Question, Service, generate};
use std::{collections::BTreeMap, path::Path};

/// The seed of the corpus.
const SEED: u32 = 7;
/// Questions that are asked before anything is measured.
const WARM: usize = 200;
/// Questions of each script.
const SLIPS: usize = 300;

/// Total, counts, the first twenty.
type Answer = (usize, BTreeMap<String, u64>, Vec<u32>);
type Answers = Box<dyn FnMut(&Question) -> Answer>;

fn main() {
    let all: Vec<String> = std::env::args().skip(1).collect();
    let [what, who, count, place] = all.as_slice() else {
        panic!("index|ask|slips ours|raw|postgres COUNT PLACE")
    };
    let count: u32 = count.parse().unwrap();
    match what.as_str() {
        "index" => index(who, count, place),
        "ask" => ask(who, count, place),
        "slips" => slips(who, count, place),
        "scripts" => scripts::measure(count, Path::new(place)),
        other => panic!("{other}"),
    }
}

/// Processor seconds of this process, all threads.
fn own_seconds() -> f64 {
    ticks("self")
}

fn ticks(process: &str) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let fields: Vec<&str> = stat.rsplit_once(')').unwrap().1.split_whitespace().collect();
    (fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap()) / 100.0
}

/// The same of one thread, in nanoseconds.
fn precise(process: &str) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/schedstat")).unwrap();
    stat.split_whitespace().next().unwrap().parse::<f64>().unwrap() / 1e9
}

fn services(count: u32) -> (Vec<Service>, Vec<Question>) {
    let mut all = Vec::new();
    let questions = generate(count, SEED, |service| all.push(service));
    (all, questions)
}

fn index(who: &str, count: u32, place: &str) {
    if who == "postgres" {
        let peer = postgres::Peer::new(place);
        let before = ticks(&peer.backend.to_string());
        peer.load(count, SEED);
        println!("services {count}\nbytes {}", peer.size());
        println!("cost {}", (ticks(&peer.backend.to_string()) - before) / f64::from(count));
        return;
    }
    drop(std::fs::remove_dir_all(place));
    let (all, _) = services(count);
    let entries: Vec<seek::Entry> = all.iter().map(ours::entry).collect();
    let before = own_seconds();
    if who == "raw" {
        raw::Fields::new().index(Path::new(place), |take| all.iter().for_each(take));
    } else {
        seek::Index::open(Path::new(place)).unwrap().rebuild(entries).unwrap();
    }
    let cost = (own_seconds() - before) / f64::from(count);
    let files = std::fs::read_dir(place).unwrap().map(|file| file.unwrap().metadata().unwrap().len());
    println!("services {count}\nbytes {}\ncost {cost}", files.sum::<u64>());
}

/// Whoever answers, and the process that it costs.
fn answers(who: &str, place: &str) -> (Answers, String) {
    match who {
        "ours" => {
            let index = seek::Index::open(Path::new(place)).unwrap();
            assert!(!index.is_empty(), "index first");
            let answer = move |question: &Question| {
                let found = ours::answer(&index, question);
                let counts = found.counts[0].1.iter().map(|(value, count)| (value.clone(), *count as u64));
                let ids = found.hits.iter().map(|hit| hit.id.as_u128() as u32).collect();
                let strict = found.relaxed == seek::Relaxed::No;
                (
                    if strict { found.total } else { 0 },
                    if strict { counts.collect() } else { BTreeMap::new() },
                    ids,
                )
            };
            (Box::new(answer), "self".to_owned())
        }
        "raw" => {
            let (fields, searcher) = (raw::Fields::new(), raw::Fields::searcher(Path::new(place)));
            (Box::new(move |question: &Question| fields.answer(&searcher, question)), "self".to_owned())
        }
        _ => {
            let peer = postgres::Peer::at(place);
            let backend = peer.backend.to_string();
            (Box::new(move |question: &Question| peer.answer(question)), backend)
        }
    }
}

/// Tells the totals and counts of all plain questions, and what a question costs.
fn ask(who: &str, count: u32, place: &str) {
    let questions = generate(count, SEED, drop);
    let (mut answer, process) = answers(who, place);
    questions.iter().take(WARM).for_each(|question| drop(answer(question)));
    // The slowest engine answers every other question; the figure is for one.
    let step = if who == "postgres" { 4 } else { 1 };
    let asked: Vec<(usize, &Question)> = questions.iter().enumerate().step_by(step).collect();
    let before = precise(&process);
    let told: Vec<Answer> = asked.iter().map(|(_, question)| answer(question)).collect();
    let cost = (precise(&process) - before) / asked.len() as f64;
    let hits: usize = told.iter().map(|told| told.0).sum();
    for ((number, question), (total, counts, _)) in asked.iter().zip(&told) {
        if question.is_plain() && number % 4 == 0 {
            let sum: u64 =
                counts.iter().map(|(value, count)| value[1..].parse::<u64>().unwrap() * count).sum();
            println!("{number} {}: {total} {} {sum}", question.text, counts.len());
        }
    }
    println!("hits {}\ncost {cost}", hits / asked.len());
}

/// Of the first twenty of each question with a slip, how many have the words that were meant, of as many as there could be.
fn slips(who: &str, count: u32, place: &str) {
    let (all, questions) = services(count);
    let (mut answer, process) = answers(who, place);
    let words: Vec<Vec<String>> = all.iter().map(own_words).collect();
    let mut sets: Vec<(&str, Vec<Question>)> =
        vec![("asked", questions.into_iter().filter(|question| question.typo).collect())];
    for (number, (script, vocabulary)) in corpus::scripts().into_iter().enumerate() {
        sets.push((script, corpus::slips(&vocabulary, SLIPS, SEED + number as u32)));
    }
    let (mut spent, mut number) = (0.0, 0);
    for (script, questions) in sets {
        let (mut sum, mut counted) = (0.0, 0);
        for question in &questions {
            let meant = seek::words(&question.meant);
            let relevant: Vec<u32> = all
                .iter()
                .zip(&words)
                .filter(|(service, words)| is_meant((question, &meant), service, words))
                .map(|(service, _)| service.id)
                .collect();
            let before = precise(&process);
            let (_, _, ids) = answer(question);
            spent += precise(&process) - before;
            number += 1;
            if relevant.is_empty() {
                continue;
            }
            let right = ids.iter().filter(|id| relevant.binary_search(id).is_ok()).count();
            sum += right as f64 / relevant.len().min(20) as f64;
            counted += 1;
        }
        println!("recall {script} {:.4} of {counted}", sum / f64::from(counted));
    }
    println!("cost {}", spent / f64::from(number));
}

fn own_words(service: &Service) -> Vec<String> {
    let texts = [&service.name, &service.main, &service.alternate];
    let mut words: Vec<String> = texts.into_iter().flat_map(|text| seek::words(text)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Whether a service has what was meant: every word, the last also as a beginning, and what was asked beside the words.
fn is_meant((question, meant): (&Question, &[String]), service: &Service, words: &[String]) -> bool {
    let has = |facet: &Option<String>, own: &[String], or: &str| {
        facet.as_ref().is_none_or(|value| own.contains(value) || own.iter().any(|own| own == or))
    };
    if !has(&question.cat, &service.cats, "-")
        || !has(&question.lang, &service.langs, "-")
        || !has(&question.elig, &service.elig, "any")
    {
        return false;
    }
    let near = question.near.is_none_or(|(north, east)| {
        (service.lat - north).abs() <= corpus::BOX.0 && (service.lon - east).abs() <= corpus::BOX.1
    });
    let open = question.at.is_none_or(|(day, minute)| {
        let minute = day * 1_440 + minute;
        service.open.iter().any(|(from, until)| (*from..*until).contains(&minute))
    });
    let last = meant.len().saturating_sub(1);
    near && open
        && meant.iter().enumerate().all(|(at, word)| {
            let from = words.partition_point(|own| own < word);
            words.get(from).is_some_and(|own| own == word || (at == last && own.starts_with(word.as_str())))
        })
}
