//! What higher rooms add to the sheets of lower ones: columns of their own, and what rows say there.

use super::{Column, Finding, Given, Importer, Judged, Line, Mapping};
use crate::{
    authority::Permission,
    ctx::Ctx,
    db::Tx,
    errors::{Error, Result},
    manifest::Fut,
};
use serde_json::Value;

/// What a part makes of a row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PartJudged {
    /// What is to be made for it, when all is shown; nothing when its cells are empty or say what is there already.
    pub record: Option<Value>,
    /// What was found about it; one that is wrong refuses the whole row.
    pub findings: Vec<Finding>,
}

/// Reads the cells of a part, after the importer of the sheet has read the row. Rows come in their order, each once.
pub trait PartJudge: Send {
    /// What becomes of a row.
    fn judge(&mut self, given: &Given, of: &Judged) -> PartJudged;
}

/// What a part needs of the world to read rows, read once per check.
pub type PartJudging = for<'a> fn(&'a Ctx, &'a mut Tx, &'a Mapping) -> Fut<'a, Result<Box<dyn PartJudge>>>;

/// Why rows did not come in: the place of the first that cannot among those that were given, and the reason.
pub type Stopped = (usize, Error);

/// What a room brings so that sheets of a lower room say something of its own nouns too.
#[derive(Clone, Copy)]
pub struct Part {
    /// Which importer reads the sheets: `partners`.
    pub of: &'static str,
    /// Its word, under which what it reads lies with a row: `seats`.
    pub name: &'static str,
    /// Who may; to others its columns are not offered.
    pub may: Permission,
    /// Its columns. Their keys are not those of the importer or of another part.
    pub columns: &'static [Column],
    /// Makes what reads the rows.
    pub judge: PartJudging,
    /// Makes what rows say, in the one transaction that shows the import, after it is shown: what each needs to be taken back, in
    /// their order.
    pub make: for<'a> fn(&'a Ctx, &'a mut Tx, &'a [Line]) -> Fut<'a, Result<Vec<Value>, Stopped>>,
    /// Takes back what was made for rows, given in their order. Gives what somebody has changed or built on since: then the import is
    /// not undone.
    pub take_back: for<'a> fn(&'a Ctx, &'a mut Tx, &'a [Value]) -> Fut<'a, Result<Vec<InTheWay>>>,
}

/// Something that stands in the way of an undo: somebody has done it since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InTheWay {
    /// What it is, in words.
    pub words: String,
    /// Where it can be ended or changed, when there is such a page.
    pub href: Option<String>,
}

/// An importer with the parts that other rooms bring and the caller may.
#[derive(Clone)]
pub struct Intake {
    /// The importer.
    pub importer: Importer,
    /// The parts.
    pub parts: Vec<Part>,
}

impl From<Importer> for Intake {
    fn from(importer: Importer) -> Self {
        Self { importer, parts: Vec::new() }
    }
}

impl Intake {
    /// The columns that its sheets may have, those of the importer first.
    pub fn columns(&self) -> impl Iterator<Item = &'static Column> {
        let parts: Vec<&'static [Column]> = self.parts.iter().map(|part| part.columns).collect();
        self.importer.columns.iter().chain(parts.into_iter().flatten())
    }

    /// The column of a key.
    pub fn column(&self, key: &str) -> Option<&'static Column> {
        self.columns().find(|column| column.key == key)
    }
}
