//! What can be taken back of the changes of an import: of each record unless somebody has changed it since.

use platform::{batch::Line, errors::Result};
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// What was worked out for a row, so that its change can be taken back.
pub(super) trait WorkedOut: DeserializeOwned {
    /// The version of the record after the change of this row and those before it.
    fn version(&self) -> i64;
}

/// A record as it is kept now, and what was worked out for the first row about it and for all of them.
pub(super) struct Untouched<'a, Kept, Row> {
    pub now: &'a Kept,
    pub first: Row,
    pub others: Vec<Row>,
}

/// The records that are as their rows had left them, each in the place of its rows. `kept` finds one with its version. What an erasure
/// has emptied cannot be taken back.
pub(super) fn untouched<'a, Kept, Row: WorkedOut>(
    all: &[Vec<Line>],
    kept: impl Fn(Uuid) -> Option<(&'a Kept, i64)>,
) -> Result<Vec<Option<Untouched<'a, Kept, Row>>>> {
    let of_record = |lines: &Vec<Line>| {
        let rows = lines.iter().filter_map(|line| line.before.as_ref());
        let rows: Vec<Row> =
            rows.map(|row| Ok(serde_json::from_value(row.0.clone())?)).collect::<Result<_>>()?;
        let is_whole = rows.len() == lines.len();
        let now = lines.first().and_then(|line| kept(line.target_id?));
        let is_same = now.map(|(_, version)| version) == rows.last().map(Row::version);
        let mut rows = rows.into_iter();
        let (now, first) = (now.filter(|_| is_whole && is_same), rows.next());
        Ok(now.zip(first).map(|((now, _), first)| Untouched { now, first, others: rows.collect() }))
    };
    all.iter().map(of_record).collect()
}

/// Which records the rows are about.
pub(super) fn targets<Id: From<Uuid>>(all: &[Vec<Line>]) -> Vec<Id> {
    all.iter().filter_map(|lines| lines.first()?.target_id).map(Id::from).collect()
}
