//! What a cell's style says about its number: a date, a time, or how its digits are shown.

use super::archive::{Archive, Entry};
use super::numbers::Pattern;
use super::xml::{Piece, Xml};
use crate::bounds::{Bounds, Refusal};
use std::collections::BTreeMap;

/// What kind of thing a number is, by its format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// A number.
    Number(Pattern),
    /// A day, perhaps with a time.
    Day,
    /// A time of day or a length of time.
    Time,
}

/// Looks by number of style.
#[derive(Debug, Default)]
pub struct Styles {
    looks: Vec<Look>,
}

const PLAIN: Look = Look::Number(Pattern::GENERAL);

/// Most styles of a workbook; Excel itself allows 65,490.
const MOST: usize = 66_000;

impl Styles {
    pub fn look(&self, style: usize) -> &Look {
        self.looks.get(style).unwrap_or(&PLAIN)
    }
}

pub fn read(archive: &Archive<'_>, entry: &Entry, bounds: &Bounds) -> Result<Styles, Refusal> {
    let mut xml = Xml::open(archive, entry, bounds)?;
    let mut codes: BTreeMap<u32, String> = BTreeMap::new();
    let mut styles = Styles::default();
    let mut within = false;
    loop {
        match xml.next()? {
            Piece::Open(element) => match element.name.as_str() {
                "numFmt" => {
                    if let (Some(id), Some(code)) = (element.number("numFmtId"), element.get("formatCode")) {
                        codes.insert(id, code.chars().take(255).collect());
                    }
                }
                "cellXfs" => within = true,
                "xf" if within => {
                    let id = element.number("numFmtId").unwrap_or(0);
                    styles.looks.push(look(id, codes.get(&id).map(String::as_str)));
                }
                _ => {}
            },
            Piece::Close(name) if name == "cellXfs" => within = false,
            Piece::End => return Ok(styles),
            _ => {}
        }
        if styles.looks.len() > MOST || codes.len() > MOST {
            return Err(Refusal::damaged(&entry.name));
        }
    }
}

/// The look of a format: one that the workbook brings, or one that every program knows by its number.
fn look(id: u32, code: Option<&str>) -> Look {
    if let Some(code) = code {
        return look_of_code(code);
    }
    match id {
        14..=17 | 22 | 27..=31 | 34..=36 | 50..=58 => Look::Day,
        18..=21 | 32 | 33 | 45..=47 => Look::Time,
        id => Look::Number(Pattern::built_in(id)),
    }
}

/// The look of a format's code: letters of days and times outside of quotation marks and brackets.
pub fn look_of_code(code: &str) -> Look {
    let bare = bare_of(code.split(';').next().unwrap_or(""));
    if bare.contains("general") {
        return PLAIN;
    }
    let has = |letters: &[char]| bare.contains(letters);
    // `m` is a month beside days and years, and a minute beside hours and seconds.
    if has(&['d', 'y', 'j', 'a']) && !has(&['0', '#']) || has(&['d', 'y']) {
        Look::Day
    } else if has(&['h', 's']) {
        Look::Time
    } else if has(&['m']) {
        Look::Day
    } else {
        Look::Number(Pattern::of(code))
    }
}

/// A section of a code in lower case without what it says literally, and without colours, conditions and currencies; lengths of time
/// in brackets (`[h]`) stay.
fn bare_of(section: &str) -> String {
    let mut bare = String::new();
    let mut letters = section.chars();
    while let Some(c) = letters.next() {
        match c {
            '"' => letters.by_ref().take_while(|c| *c != '"').for_each(drop),
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => {
                let inner: String = letters.by_ref().take_while(|c| *c != ']').collect();
                if matches!(inner.to_lowercase().as_str(), "h" | "hh" | "m" | "mm" | "s" | "ss") {
                    bare.push('h');
                }
            }
            c => bare.extend(c.to_lowercase()),
        }
    }
    bare.replace("am/pm", "h").replace("a/p", "h")
}
