//! `cargo xtask words`: how much of each room each language says, and what a translator has to do.

use crate::tidy::{Tree, Words, all_words};
use anyhow::{Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

type Rooms = BTreeMap<String, BTreeMap<String, (String, Words)>>;

/// Prints the table of rooms and languages. It informs: what must not be missing is an error of `tidy`.
pub fn table(root: &Path) -> Result<bool> {
    print!("{}", table_of(&all_words(&Tree::read(root)?)));
    Ok(true)
}

/// Prints what `lang` lacks, room by room, with the English text beside each key.
pub fn lacking(root: &Path, lang: &str) -> Result<bool> {
    let tree = Tree::read(root)?;
    let rooms = all_words(&tree);
    ensure!(langs_of(&rooms).contains(lang), "no room has words/{lang}.ftl");
    for (room, langs) in &rooms {
        let Some((path, english)) = langs.get("en") else { continue };
        let missing = missing_in(langs, lang);
        println!("# {room}: {} of {} missing", missing.len(), english.keys.len());
        let lines: Vec<&str> = tree.text(path).unwrap_or("").lines().collect();
        for key in missing {
            let at = english.keys.get(key).map_or(1, |text| text.line);
            println!("{}", lines.get(at.saturating_sub(1)).unwrap_or(&key));
        }
    }
    Ok(true)
}

fn langs_of(rooms: &Rooms) -> BTreeSet<&str> {
    rooms.values().flat_map(BTreeMap::keys).map(String::as_str).collect()
}

/// Keys that English has and `lang` lacks, in the order of their names.
fn missing_in<'a>(langs: &'a BTreeMap<String, (String, Words)>, lang: &str) -> Vec<&'a str> {
    let has = |key: &str| langs.get(lang).is_some_and(|(_, words)| words.keys.contains_key(key));
    let english = langs.get("en").into_iter().flat_map(|(_, words)| words.keys.keys());
    english.map(String::as_str).filter(|key| !has(key)).collect()
}

/// One line per room, one column per language: how many keys it has; `–` where it has no file.
fn table_of(rooms: &Rooms) -> String {
    let langs = langs_of(rooms);
    let mut out = format!("{:<15}", "room");
    let mut sums: BTreeMap<&str, usize> = BTreeMap::new();
    langs.iter().for_each(|lang| out.push_str(&format!("{lang:>6}")));
    for (room, of_room) in rooms {
        out.push_str(&format!("\n{room:<15}"));
        for lang in &langs {
            let count = of_room.get(*lang).map(|(_, words)| words.keys.len());
            *sums.entry(lang).or_default() += count.unwrap_or(0);
            out.push_str(&format!("{:>6}", count.map_or_else(|| "–".to_owned(), |count| count.to_string())));
        }
    }
    out.push_str(&format!("\n{:<15}", "all"));
    langs.iter().for_each(|lang| out.push_str(&format!("{:>6}", sums.get(lang).unwrap_or(&0))));
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rooms() -> Rooms {
        all_words(&Tree::of(&[
            ("crates/areas/words/en.ftl", "a = A\nb = B\n"),
            ("crates/areas/words/fr.ftl", "a = Ah\nb = Bé\n"),
            ("crates/plan/words/en.ftl", "c = C\nd = D\n"),
            ("crates/plan/words/ar.ftl", "c = ج\n"),
        ]))
    }

    #[test]
    fn the_table_counts_keys_and_shows_where_there_are_none() {
        let table = table_of(&rooms());
        let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(rows[0], ["room", "ar", "en", "fr"]);
        assert_eq!(rows[1], ["areas", "–", "2", "2"]);
        assert_eq!(rows[2], ["plan", "1", "2", "–"]);
        assert_eq!(rows[3], ["all", "1", "4", "2"]);
    }

    #[test]
    fn what_a_language_lacks_is_listed() {
        assert_eq!(missing_in(&rooms()["plan"], "ar"), ["d"]);
        assert_eq!(missing_in(&rooms()["plan"], "fr"), ["c", "d"]);
        assert!(missing_in(&rooms()["areas"], "fr").is_empty());
    }
}
