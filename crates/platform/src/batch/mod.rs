//! Imports: a sheet on its way in, as one batch with one undo.
//!
//! | state | what happens | who moves it on |
//! |---|---|---|
//! | mapping | its rows lie here as they came; the columns are guessed | a person says what each column says |
//! | checking | each row is cleaned, read and compared with what is kept | [`engine`] |
//! | checked | what it would add, change and refuse is shown | a person answers, and takes it in |
//! | laying | what is new is written, with the batch's id and out of sight; what changes is worked out | [`engine`] |
//! | taken | one short transaction shows it all and writes the changes | |
//! | clearing, undone | one short transaction hides it all and takes the changes back; then the rows go | [`engine`] |
//!
//! Nobody waits for an import: rows are written a few at a time, as many as a moment allows (`pace`), and what makes them visible is one row of the table
//! `batch`. Rooms read their tables through views (`kept_organization`) that leave out what is not shown yet. What changes
//! records that are there already is worked out beforehand too ([`Changing`]), so that the one transaction only looks whether they
//! are as they were and writes; because it writes each, [`MOST_CHANGES`] bounds them. A higher room adds columns
//! of its own to a sheet of a lower one by a [`Part`]: what rows say there is made in that transaction too.

pub mod at_console;
mod changing;
pub mod engine;
mod findings;
mod keeping;
mod naming;
pub mod opening;
mod pace;
mod parts;
pub mod reading;
mod refusals;
mod states;
pub(crate) mod store;
mod testing;

pub use changing::{Changed, Changing, Moved};
pub use findings::{Asks, Finding, Mentioned};
pub(crate) use keeping::{HOLDING, RETENTION, kinds};
pub(crate) use naming::PROVIDER;
pub use parts::{InTheWay, Intake, Part, PartJudge, PartJudged, PartJudging, Stopped};
pub use refusals::BatchRefusal;
pub use states::{State, Verdict};
pub use store::{set_target, target_of};
pub use testing::{begin_for_tests, show_for_tests};

use crate::{
    authority::Permission,
    clock::Moment,
    ctx::Ctx,
    db::{Json, Tx},
    errors::{Complaints, Result},
    ids::Ref,
    manifest::Fut,
    row,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use uuid::Uuid;

crate::id! { /// One import.
BatchId, "batch" }

/// So many records that are there already are changed by one import at most: they are changed in one transaction, which must be
/// short.
pub const MOST_CHANGES: i64 = 1_000;
/// So many rows are read at once where nobody waits for it.
const CHUNK: u32 = 250;
/// So many rows of sums are told by their numbers.
pub const SUMS_TOLD: usize = 50;

/// The heading row of a sheet and how its columns were understood.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headings {
    /// The heading of each column, as it stands there.
    pub names: Vec<String>,
    /// The first few values of each column.
    pub samples: Vec<Vec<String>>,
    /// The name of the sheet, when the file has several.
    pub sheet: String,
    /// The numbers of the rows that were passed over because they are sums of others, the first [`SUMS_TOLD`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sums: Vec<u32>,
    /// The sheets of the workbook, while nobody has said which is meant: each lies here as an import of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sheets: Vec<OneSheet>,
}

/// A sheet of a workbook that may be meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OneSheet {
    /// The import as which it lies here.
    pub batch: BatchId,
    /// Its name in the workbook.
    pub name: String,
    /// How many rows it has.
    pub rows: i64,
}

/// What a person said about a sheet: what each column says, and what is done where the sheet leaves a choice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The key of what each column says; nothing for a column that is left out.
    pub columns: Vec<Option<String>>,
    /// Answers to the importer's own questions, by their keys, and to those that rows ask ([`Asks::key`]).
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
}

row! {
    /// An import.
    pub struct Batch {
        /// Which.
        pub id: BatchId,
        /// Which importer reads it: `partners`.
        pub what: String,
        /// The name of the file, or of what was pasted.
        pub name: String,
        /// How far it is.
        pub state: State,
        /// Whether what it added is seen.
        pub shown: bool,
        /// Its headings.
        pub head: Json<Headings>,
        /// What its columns say.
        pub mapping: Json<Mapping>,
        /// How many rows it has.
        pub total: i64,
        /// How many of them the work that is under way has done.
        pub done: i64,
        /// When it was handed in.
        pub begun_at: Moment,
        /// By whom, by the name used then.
        pub begun_by: String,
        /// When it was taken in.
        pub taken_at: Option<Moment>,
        /// When it was undone.
        pub undone_at: Option<Moment>,
        /// How its record stands.
        pub version: i64,
    }
}

row! {
    /// One row of a sheet and what was found about it.
    pub struct Line {
        /// Its number in the sheet, from 1, as a spreadsheet program shows it.
        pub number: i64,
        /// Its cells as they came.
        pub cells: Json<Vec<String>>,
        /// What becomes of it.
        pub verdict: Verdict,
        /// What was found about it.
        pub findings: Json<Vec<Finding>>,
        /// What it says, as its importer understood it.
        pub record: Option<Json<Understood>>,
        /// What stood before in the record that it changed.
        pub before: Option<Json<Value>>,
        /// The record that it changes or, once laid, added.
        pub target_id: Option<Uuid>,
    }
}

/// What a row was understood to say, and what was done for it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Understood {
    /// For the importer.
    pub record: Value,
    /// What is kept and may be what it means.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Candidate>,
    /// What it stands for, as far as that is known: an organization, somebody there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Ref>,
    /// What it says for the parts that other rooms bring, by their names.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<String, Value>,
    /// What was made for them, to be taken back.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub made: BTreeMap<String, Value>,
    /// Whether it is laid, and finished when all is shown.
    #[serde(skip_serializing_if = "is_not")]
    pub finish: bool,
    /// Whether it says something for a part only: the importer itself has nothing to do.
    #[serde(skip_serializing_if = "is_not")]
    pub only_parts: bool,
    /// Whether it adds something, and part of that waits until all is shown: see [`Judged::waits`].
    #[serde(skip_serializing_if = "is_not")]
    pub waits: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape is serde's")]
const fn is_not(flag: &bool) -> bool {
    !*flag
}

/// One row, cleaned: what it says, by the keys of the columns. Empty cells say nothing and are not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// Its number in the sheet.
    pub number: i64,
    /// One or more values by the key of the column.
    pub values: BTreeMap<&'static str, Vec<String>>,
}

impl Given {
    /// The first value under a key; empty when the row does not say it.
    pub fn get(&self, key: &str) -> &str {
        self.all(key).first().map_or("", String::as_str)
    }

    /// All values under a key.
    pub fn all(&self, key: &str) -> &[String] {
        self.values.get(key).map_or(&[], Vec::as_slice)
    }
}

/// Something that is kept and may be what a row means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// Its id.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
}

/// What an importer makes of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// What becomes of it.
    pub verdict: Verdict,
    /// What it says: whatever the importer needs to lay or change, without asking the sheet again.
    pub record: Value,
    /// The record that it changes or repeats.
    pub target: Option<Uuid>,
    /// What it stands for, as far as that is kept already.
    pub names: Vec<Ref>,
    /// With [`Verdict::Ask`]: what it may mean.
    pub candidates: Vec<Candidate>,
    /// What was found about it.
    pub findings: Vec<Finding>,
    /// With [`Verdict::Add`]: whether it touches something that everybody sees already. That waits for the transaction that shows
    /// the import, and so counts among what it changes.
    pub waits: bool,
}

/// Reads rows against a picture of what is kept. Rows come in their order, each once.
pub trait Judge: Send {
    /// Whether it asks to see every row once before it judges the first: [`Judge::glance`].
    fn glances(&self) -> bool {
        false
    }

    /// Sees a row before any is judged: what a row means may depend on one below it.
    fn glance(&mut self, _given: &Given) {}

    /// What becomes of a row.
    fn judge(&mut self, given: &Given) -> Judged;
}

/// What reading a row needs of the world, read once per check.
pub type Judging = for<'a> fn(&'a Ctx, &'a mut Tx, &'a Mapping) -> Fut<'a, Result<Box<dyn Judge>>>;

/// What one import became, by name and address.
pub type Became = for<'a> fn(&'a Ctx, &'a mut Tx, BatchId) -> Fut<'a, Result<Option<(String, String)>>>;

/// A column that an importer understands.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its key in mappings, findings and word keys (`import-partners-mail`).
    pub key: &'static str,
    /// The key of what it is called.
    pub label: &'static str,
    /// Headings under which it is found, in English and French; compared folded.
    pub headings: &'static [&'static str],
    /// What its cells hold.
    pub holds: Holds,
}

/// What the cells of a column hold, and so how they are cleaned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Words, as they are.
    Words,
    /// The name of a person or an organization.
    Name,
    /// One value of this kind.
    One(sheets::Kind),
    /// As many values of this kind as there are.
    Many(sheets::Kind),
    /// Languages, as many as there are.
    Languages,
}

impl Holds {
    /// What its values look like.
    pub const fn kind(self) -> sheets::Kind {
        match self {
            Self::Words | Self::Name => sheets::Kind::Words,
            Self::One(kind) | Self::Many(kind) => kind,
            Self::Languages => sheets::Kind::Language,
        }
    }
}

/// A question that an importer asks about a whole sheet: the key of its words, and its answers, the first one being usual. Word
/// keys: `{key}` and `{key}-{answer}`.
pub type Question = (&'static str, &'static [&'static str]);

/// What the words of an importer's questions mention, by name.
pub type Mentions = Vec<(&'static str, String)>;

/// What works it out.
pub type Mentioning = for<'a> fn(&'a Ctx, &'a mut Tx) -> Fut<'a, Result<Mentions>>;

/// What a row that adds something came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laid {
    /// The record that it added, or to which it belongs.
    pub target: Uuid,
    /// What it stands for, as far as that is laid.
    pub names: Vec<Ref>,
    /// Whether something of it touches what everybody sees already: that becomes a change of it.
    pub finish: bool,
}

/// Makes one sheet of a file of another kind: the bytes of CSV whose first row has headings of the importer's columns. None of a file
/// that is no such one; it is read as a sheet itself. Else all that is wrong with it.
pub type Unpacking = fn(&[u8]) -> Option<Result<Vec<u8>, Complaints>>;

/// A kind of file beside sheets.
#[derive(Debug, Clone, Copy)]
pub struct Packed {
    /// The endings of its names, for whoever chooses a file: `.zip`.
    pub endings: &'static [&'static str],
    /// The key of what is told of it beside the field.
    pub hint: &'static str,
    /// What makes a sheet of it.
    pub unpack: Unpacking,
}

/// What a room brings so that sheets of its nouns come in.
#[derive(Clone, Copy)]
pub struct Importer {
    /// Its segment in addresses and its word at the command line: `partners`.
    pub what: &'static str,
    /// The key of what it is called: `nav-partners`.
    pub title: &'static str,
    /// The page of what comes in: `/work/partners`.
    pub home: &'static str,
    /// The kind of file beside sheets that it reads.
    pub packed: Option<Packed>,
    /// Who may.
    pub may: Permission,
    /// The columns it understands.
    pub columns: &'static [Column],
    /// The keys of columns of which one at least must be mapped: what rows are about.
    pub needed: &'static [&'static str],
    /// The column that takes what cannot be read in others, when a person wants it kept: the staff's note.
    pub rest: Option<&'static str>,
    /// What it asks about the whole sheet.
    pub questions: &'static [Question],
    /// What the words of these questions mention, worked out when they are asked: which year “this year” is.
    pub mentions: Option<Mentioning>,
    /// Makes what reads the rows.
    pub judge: Judging,
    /// Writes rows of [`Verdict::Add`] with the batch's id, out of sight; what each came to, in their order.
    pub lay: for<'a> fn(&'a Ctx, &'a mut Tx, BatchId, &'a [Line]) -> Fut<'a, Result<Vec<Laid>>>,
    /// What works out and writes the changes of one import: of its rows of [`Verdict::Change`].
    pub changing: fn() -> Box<dyn Changing>,
    /// Shows what it laid in other ways than by the row of the table `batch`; in the one transaction.
    pub show: for<'a> fn(&'a mut Tx, BatchId) -> Fut<'a, Result<()>>,
    /// Takes the changes of records back, except of those that somebody has changed since: whether it did, for each. All rows about
    /// one record come together, in their order.
    pub revert: for<'a> fn(&'a Ctx, &'a mut Tx, &'a [Vec<Line>]) -> Fut<'a, Result<Vec<bool>>>,
    /// Deletes at most so many of the records that the batch had added; how many.
    pub clear: for<'a> fn(&'a Ctx, &'a mut Tx, BatchId, u32) -> Fut<'a, Result<u64>>,
    /// The name and the address of the one thing that an import became, such as a plan; none where its rows become records of a list.
    pub became: Option<Became>,
    /// What somebody has done since to the records that the batch had added, where deleting them would lose it: then the import is not
    /// undone. What other tables say of them is found without it.
    pub in_the_way: for<'a> fn(&'a Ctx, &'a mut Tx, BatchId) -> Fut<'a, Result<Vec<InTheWay>>>,
    /// The tables whose rows it adds, with a column `batch_id`.
    pub adds: &'static [&'static str],
    /// The tables whose rows go with theirs. What any other table says of an added record stands in the way of undoing.
    pub belongings: &'static [&'static str],
    /// The table of people among them, of whom the ledger of consent may tell.
    pub people: &'static str,
}
