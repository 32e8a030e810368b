//! The data map: for every column of every table what kind of data it is, what for, for how long and how it is erased.
//!
//! Each room brings its lines in its manifest; a test holds them against the database, so that no column is without a line.
//!
//! ```text
//! # Letters.
//! mail = People who are written to
//! mail.recipient | personal | sending the letter | 1 year | row deleted
//! ```
//!
//! Its sentences are English; each has a French twin in the manifest, and a test holds the two against each other.

use crate::{
    db::{Dialect, Tx},
    errors::{Error, Result},
    langs::Lang,
    manifest::House,
    sql,
};
use std::collections::{BTreeMap, BTreeSet};

/// How careful one must be with a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Anyone may know.
    Public,
    /// The office and its partners.
    Internal,
    /// About a person who can be known by it.
    Personal,
    /// About a person, and apt to harm her.
    Sensitive,
    /// Opens doors: hashes of secrets, keys.
    Secret,
}

impl Class {
    /// All classes, least careful first.
    pub const ALL: [Self; 5] = [Self::Public, Self::Internal, Self::Personal, Self::Sensitive, Self::Secret];

    /// The code in the lines and in word keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Internal => "internal",
            Self::Personal => "personal",
            Self::Sensitive => "sensitive",
            Self::Secret => "secret",
        }
    }

    /// The class of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }
}

/// One line of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'a> {
    /// The table.
    pub table: &'a str,
    /// The column.
    pub column: &'a str,
    /// How careful one must be.
    pub class: Class,
    /// What it is needed for.
    pub purpose: &'a str,
    /// How long it is kept.
    pub retention: &'a str,
    /// What happens when it is to be erased.
    pub erasure: &'a str,
}

impl Line<'_> {
    /// The names under which its words may stand: its own, and that of every such column.
    fn names(&self) -> [String; 2] {
        [format!("{}.{}", self.table, self.column), format!(".{}", self.column)]
    }

    /// Whether it is about a person or opens doors: what a page about data shows first.
    pub fn needs_care(&self) -> bool {
        self.class >= Class::Personal
    }
}

/// Reads the lines of one room; empty lines and those that begin with `#` say nothing, those that name a table or a column in
/// words are read by [`headings`] and [`Called`].
///
/// # Errors
/// The first line that is not five parts between `|`, none of them empty, with a known class.
pub fn parse(text: &str) -> Result<Vec<Line<'_>>, String> {
    lines(text)
        .filter(|line| heading(line).is_none())
        .map(|line| one(line).ok_or_else(|| format!("not a line of the data map: {line}")))
        .collect()
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn heading(line: &str) -> Option<(&str, &str)> {
    let (name, words) = line.split_once(" = ").filter(|_| !line.contains('|'))?;
    Some((name.trim(), words.trim()))
}

/// What the tables of one room hold, in words: table and words, in the order of its lines.
pub fn headings(text: &str) -> Vec<(&str, &str)> {
    lines(text).filter_map(heading).filter(|(name, _)| !name.contains('.')).collect()
}

/// What columns are called, in words. A line `table.column = words` is for that column alone, `.column = words` for every column
/// of that name in the room, and in other rooms that say nothing of their own.
#[derive(Debug, Clone, Default)]
pub struct Called<'a> {
    /// By a name as it stands in the lines, `table.column` or `.column`: the words of each room.
    said: BTreeMap<&'a str, BTreeMap<usize, &'a str>>,
    /// The room of each table.
    rooms: BTreeMap<&'a str, usize>,
}

impl<'a> Called<'a> {
    /// Collects them.
    pub fn of_house(house: &'a House) -> Self {
        let mut called = Self::default();
        for (n, room) in house.rooms.iter().enumerate() {
            let (columns, tables): (Vec<_>, Vec<_>) =
                lines(room.data_map).filter_map(heading).partition(|(name, _)| name.contains('.'));
            for (name, words) in columns {
                called.said.entry(name).or_default().insert(n, words);
            }
            called.rooms.extend(tables.into_iter().map(|(table, _)| (table, n)));
        }
        called
    }

    /// What a line's column is called in English, if any room says so.
    pub fn words(&self, line: &Line<'_>) -> Option<&'a str> {
        self.found(line).map(|(_, words)| words)
    }

    /// The name that says it, and the room that brings it, with the words.
    fn found(&self, line: &Line<'_>) -> Option<((&'a str, usize), &'a str)> {
        let own = self.rooms.get(line.table).copied().unwrap_or_default();
        let [exact, any] = line.names();
        let said = |name: &str| self.said.get_key_value(name).map(|(name, rooms)| (*name, rooms));
        let in_room =
            |name: &str| said(name).and_then(|(name, rooms)| Some(((name, own), *rooms.get(&own)?)));
        let anywhere = |name: &str| {
            said(name)
                .and_then(|(name, rooms)| rooms.iter().next().map(|(room, words)| ((name, *room), *words)))
        };
        in_room(&exact).or_else(|| in_room(&any)).or_else(|| anywhere(&any))
    }
}

/// The French of the sentences of all rooms.
#[derive(Debug, Clone, Default)]
pub struct French<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> French<'a> {
    /// Collects it.
    pub fn of_house(house: &'a House) -> Self {
        let pairs = house.rooms.iter().flat_map(|room| lines(room.data_map_fr));
        Self(pairs.filter_map(|line| line.split_once('|')).map(|(en, fr)| (en.trim(), fr.trim())).collect())
    }

    /// A sentence of the map in `lang`: in French when that is asked for and known, else in English.
    pub fn say(&self, lang: Lang, sentence: &'a str) -> &'a str {
        self.0.get(sentence).filter(|_| lang == Lang::Fr).copied().unwrap_or(sentence)
    }
}

/// Where the two languages differ, in words for whoever mends it: tables and columns without words, words without a column,
/// sentences without French, French without its sentence.
///
/// # Errors
/// A failure when a room's lines do not read.
pub fn untold(house: &House) -> Result<Vec<String>> {
    let map = of_house(house)?;
    let headings: BTreeMap<&str, &str> =
        house.rooms.iter().flat_map(|room| headings(room.data_map)).collect();
    let parts = map.values().flatten().flat_map(|line| [line.purpose, line.retention, line.erasure]);
    let called = Called::of_house(house);
    let names = called.said.values().flat_map(|rooms| rooms.values().copied());
    let said: BTreeSet<&str> = parts.chain(headings.values().copied()).chain(names).collect();
    let French(french) = French::of_house(house);
    let mut gaps: Vec<String> = Vec::new();
    let mut used = BTreeSet::new();
    for line in map.values().flatten() {
        match called.found(line) {
            Some((place, _)) => drop(used.insert(place)),
            None => gaps.push(format!("{}.{} has no words", line.table, line.column)),
        }
    }
    let places = called.said.iter().flat_map(|(name, rooms)| rooms.keys().map(|room| (*name, *room)));
    for (name, _) in places.filter(|place| !used.contains(place)) {
        gaps.push(format!("“{name}” names no column"));
    }
    for table in map.keys().filter(|table| !headings.contains_key(*table)) {
        gaps.push(format!("the table {table} has no words"));
    }
    for sentence in said.iter().filter(|one| french.get(*one).is_none_or(|fr| fr.is_empty())) {
        gaps.push(format!("“{sentence}” has no French"));
    }
    for idle in french.keys().filter(|one| !said.contains(*one)) {
        gaps.push(format!("“{idle}” is nowhere on the map"));
    }
    Ok(gaps)
}

fn one(line: &str) -> Option<Line<'_>> {
    let parts: Vec<&str> = line.split('|').map(str::trim).collect();
    let [of, class, purpose, retention, erasure] = parts.as_slice() else { return None };
    let (table, column) = of.split_once('.')?;
    let whole = [table, column, purpose, retention, erasure].iter().all(|part| !part.is_empty());
    let line = Line { table, column, class: Class::from_code(class)?, purpose, retention, erasure };
    whole.then_some(line)
}

/// The lines of all rooms, by table in order of its name.
///
/// # Errors
/// A failure when a room's lines do not read.
pub fn of_house(house: &House) -> Result<BTreeMap<&str, Vec<Line<'_>>>> {
    let mut map: BTreeMap<&str, Vec<Line<'_>>> = BTreeMap::new();
    for room in &house.rooms {
        for line in parse(room.data_map).map_err(|what| Error::failed(format!("{}: {what}", room.name)))? {
            map.entry(line.table).or_default().push(line);
        }
    }
    Ok(map)
}

/// Every column of the database, as `(table, column)`.
///
/// # Errors
/// When the database does not answer.
pub async fn columns(tx: &mut Tx) -> Result<BTreeSet<(String, String)>> {
    let all = match tx.dialect() {
        Dialect::Sqlite => sql!(
            tx,
            all(String, String),
            "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"
        )?,
        Dialect::Postgres => sql!(
            tx,
            all(String, String),
            "SELECT c.table_name::text, c.column_name::text FROM information_schema.columns c
             JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
             WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'"
        )?,
    };
    Ok(all.into_iter().collect())
}

/// Where map and database differ, in words for whoever mends it: columns without a line, lines without a column, lines twice.
///
/// # Errors
/// When the database does not answer or a room's lines do not read.
pub async fn gaps(house: &House, tx: &mut Tx) -> Result<Vec<String>> {
    let real = columns(tx).await?;
    let mut said = BTreeSet::new();
    let mut gaps = Vec::new();
    for line in of_house(house)?.into_values().flatten() {
        let place = (line.table.to_owned(), line.column.to_owned());
        if !real.contains(&place) {
            gaps.push(format!("{}.{} has a line and no column", line.table, line.column));
        }
        if !said.insert(place) {
            gaps.push(format!("{}.{} has two lines", line.table, line.column));
        }
    }
    gaps.extend(real.difference(&said).map(|(table, column)| format!("{table}.{column} has no line")));
    gaps.sort();
    Ok(gaps)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::Manifest;
    use proptest::prelude::*;

    #[test]
    fn a_line_has_five_parts_and_a_known_class() {
        let read = parse("# Letters.\n\n a.b | personal | writing | 1 year | row deleted \n").unwrap();
        assert_eq!(
            (read.len(), read[0].table, read[0].column, read[0].class),
            (1, "a", "b", Class::Personal)
        );
        assert_eq!(
            headings("# Letters.\na = What is sent\na.b | personal | c = d | 1 year | e"),
            [("a", "What is sent")]
        );
        let mut house = House { rooms: vec![Manifest::new("one"), Manifest::new("two")], ..House::default() };
        house.rooms[0].data_map =
            "a = A\n.b = Any b\na.c = Own c\na.b | public | x | y | z\na.c | public | x | y | z";
        house.rooms[1].data_map =
            "d = D\n.c = Any c\nd.b | public | x | y | z\nd.c | public | x | y | z\nd.e | public | x | y | z";
        let called = Called::of_house(&house);
        let words = |table: &str, column: &str| {
            let line = format!("{table}.{column} | public | x | y | z");
            called.words(&parse(&line).unwrap()[0])
        };
        assert_eq!(
            [words("a", "b"), words("a", "c"), words("d", "b")],
            [Some("Any b"), Some("Own c"), Some("Any b")]
        );
        assert_eq!([words("d", "c"), words("d", "e")], [Some("Any c"), None]);
        assert_eq!(headings(house.rooms[0].data_map), [("a", "A")]);
        for bad in [
            "a",
            "a.b | personal | x | y",
            "a.b | private | x | y | z",
            "ab | public | x | y | z",
            "a.b | public | | y | z",
            "a.b|public|x|y|z|more",
        ] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in "\\PC{0,80}") {
            let _ = parse(&text);
        }
    }

    async fn own_gaps(site: &crate::testing::Site, house: &House) -> Vec<String> {
        let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
        let own: BTreeSet<String> =
            of_house(&site.app.house).unwrap().keys().map(|&table| table.to_owned()).collect();
        let mut gaps = gaps(house, &mut tx).await.unwrap();
        tx.done().await.unwrap();
        // Other rooms' tables are not ours to describe.
        gaps.retain(|gap| gap.split_once('.').is_some_and(|(table, _)| own.contains(table)));
        gaps
    }

    crate::on_both! { vec![];
        async fn every_column_of_the_platform_has_its_line(site) {
            assert_eq!(own_gaps(site, &site.app.house).await, Vec::<String>::new());
        }

        async fn a_missing_line_an_idle_line_and_a_double_line_are_noticed(site) {
            let mut house = site.app.house.clone();
            let lines = house.rooms[0].data_map;
            let text = lines.lines().filter(|line| !line.starts_with("mail.trouble")).collect::<Vec<_>>().join("\n");
            house.rooms[0].data_map = text.leak();
            let mut more = Manifest::new("more");
            more.data_map = "mail.colour | public | x | y | z\nmail.body | public | x | y | z";
            house.rooms.push(more);
            let gaps = own_gaps(site, &house).await;
            assert_eq!(gaps, ["mail.body has two lines", "mail.colour has a line and no column", "mail.trouble has no line"]);
        }
    }
}
