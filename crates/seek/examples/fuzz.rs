//! Random questions and phrases, on a stable compiler and for as many as one likes: `fuzz KIND COUNT FROM`.
//!
//! `KIND` is `question` or `phrase`. Each text is made from its number alone. One that breaks a promise is told by its number;
//! `fuzz KIND 1 NUMBER` makes it again. `cargo xtask fuzz` runs it.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "its output is its result, and what cannot go on has failed"
)]

use seek::{Ask, Boost, Count, Entry, Facet, Filter, Index, Kind, Lexicon, Moment, Point, Topics, words};
use std::panic::{AssertUnwindSafe, catch_unwind};
use uuid::Uuid;

/// What texts are put together from: words that are found, halves of them, and what no reader expects.
const PIECES: [&str; 44] = [
    "clinic",
    "clini",
    "École",
    "l’",
    "d'",
    "women's",
    "طبيب",
    "ال",
    "عيادة",
    "ـ",
    "\u{64B}",
    "лікар",
    "здоров'я",
    "ਡਾਕਟਰ",
    "ਕ਼",
    "डॉक्टर",
    "\u{94D}",
    "ሓኪም",
    "ሠ",
    "፡",
    "医生",
    "看医生",
    "か\u{3099}",
    "한국",
    "หมอฉัน",
    "ပြန်",
    "\u{301}",
    "\u{200D}",
    "\u{202E}",
    "\u{FEFF}",
    "\0",
    "٣",
    "３",
    "½",
    "ﷺ",
    "İ",
    "ß",
    "ﬁ",
    "𝔘",
    "🏳️‍🌈",
    "-",
    "  ",
    "\n",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
];
const NEED: Facet = Facet(1);
const LANGUAGE: Facet = Facet(2);

/// Numbers that look like chance and are the same each time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most.max(1)
    }

    fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.below(9) {
            match self.below(5) {
                0 => text.extend(u32::try_from(self.below(0x11_0000)).ok().and_then(char::from_u32)),
                1 => text.push(' '),
                _ => {
                    let at = usize::try_from(self.below(44)).unwrap_or(0);
                    text.push_str(PIECES.get(at).copied().unwrap_or_default());
                }
            }
        }
        if self.below(500) == 0 {
            text = text.repeat(2_000);
        }
        text
    }
}

fn entries() -> Vec<Entry> {
    let mut numbers = Numbers(1);
    let entry = |id: u128| {
        let name = PIECES.get(usize::try_from(id % 44).unwrap_or(0)).copied().unwrap_or_default();
        Entry {
            texts: vec![(Kind::Name, name.to_owned()), (Kind::Description, numbers.text())],
            facets: vec![(NEED, format!("n{}", id % 5)), (LANGUAGE, format!("l{}", id % 3))],
            points: vec![Point {
                latitude: 43.0 + f64::from(u8::try_from(id % 50).unwrap_or(0)) / 50.0,
                longitude: -80.0,
            }],
            for_all: id.is_multiple_of(2),
            ..Entry::named(Uuid::from_u128(id), "")
        }
    };
    (0..150).map(entry).collect()
}

/// What is promised of every answer.
fn ask(index: &Index, lexicon: &Lexicon, number: u64) {
    let mut numbers = Numbers(number);
    let text = numbers.text();
    let mut filters = Vec::new();
    match numbers.below(6) {
        0 => filters.push(Filter::Any(LANGUAGE, vec!["l1".to_owned(), "l9".to_owned()])),
        1 => filters.push(Filter::ForAll),
        2 => filters.push(Filter::Open(Moment { day: i32::MAX - 7, from: u16::MAX, until: 0 })),
        3 => filters.push(Filter::Around(Point { latitude: 43.5, longitude: -80.0 }, 20.0)),
        _ => {}
    }
    let topics = Topics { facet: NEED, readings: lexicon.read(&text), stops: lexicon.stops(&text, "") };
    let asked = Ask {
        typing: numbers.below(2) == 0,
        topics: Some(topics),
        filters,
        counts: vec![Count::Within(LANGUAGE), Count::Sideways(LANGUAGE)],
        boosts: vec![Boost::ForAll(1.5), Boost::Fresh(2.0)],
        limit: usize::try_from(numbers.below(200)).unwrap_or(0),
        ..Ask::new(&text)
    };
    let found = index.search(&asked).expect("an answer");
    assert_eq!(found.hits.len(), found.total.min(asked.limit), "as many hits as there are");
    assert!(
        found.hits.windows(2).all(|two| matches!(two, [one, next] if one.score >= next.score)),
        "in order"
    );
    let sum = |at: usize| -> usize {
        found.counts.get(at).map_or(0, |(_, counts)| counts.iter().map(|(_, count)| count).sum())
    };
    // Every entry has one language.
    assert_eq!(sum(0), found.total, "what is counted is what is found");
    assert!(sum(1) >= found.total, "without its own filter there is more");
}

fn phrase(lexicon: &Lexicon, number: u64) {
    let text = Numbers(number).text();
    let count = words(&text).len();
    for reading in lexicon.read(&text) {
        assert!(reading.score > 0.0 && reading.score <= 1.0, "a share");
        assert!(reading.words.iter().all(|at| *at < count), "words of the text");
    }
    assert!(words(&text).iter().all(|word| !word.is_empty() && word.chars().count() <= 40), "words");
    drop(Lexicon::new([(text.as_str(), "a"), (text.as_str(), "b")]).read(&text));
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| arguments.get(at).and_then(|text| text.parse::<u64>().ok());
    let kind = arguments.first().map_or("", String::as_str);
    let (Some(count), Some(from)) = (number(1), number(2)) else {
        println!("fuzz question|phrase COUNT FROM");
        std::process::exit(2);
    };
    let index = Index::in_memory().expect("an index");
    for some in entries().chunks(60) {
        index.put(some).expect("written");
        index.commit().expect("kept");
    }
    index.take_out(&[Uuid::from_u128(3), Uuid::from_u128(90)]);
    index.commit().expect("kept");
    let lexicon = Lexicon::new([
        ("doctor", "n1"),
        ("طبيب", "n1"),
        ("看医生", "n2"),
        ("school bus", "n3"),
        ("École", "n3"),
    ]);
    for number in from..from + count {
        let run = AssertUnwindSafe(|| match kind {
            "question" => ask(&index, &lexicon, number),
            _ => phrase(&lexicon, number),
        });
        if catch_unwind(run).is_err() {
            println!("{kind} {number} breaks a promise: {:?}", Numbers(number).text());
            std::process::exit(1);
        }
    }
}
