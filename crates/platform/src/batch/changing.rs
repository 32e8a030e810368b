//! What an import changes of records that everybody sees already.

use super::{BatchId, Line, Stopped};
use crate::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, Result},
    ids::Ref,
    manifest::Fut,
};
use serde_json::Value;

/// What a row that changes something comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed {
    /// What [`super::Importer::revert`] needs.
    pub before: Value,
    /// What it stands for.
    pub names: Vec<Ref>,
}

/// Why changes were not written: the number of the row that cannot come in, when it is about one, and the reason.
pub type Moved = (Option<i64>, Error);

/// The changes of one import, made in two steps so that the second is short: others who write in the partnership wait for it.
pub trait Changing: Send {
    /// Works out what rows change, a few at a time. Nothing that anybody sees is written; what is new is laid out of sight, with the
    /// batch's id. Rows come in their order, each once; what each comes to, in the same order.
    fn prepare<'a>(
        &'a mut self,
        ctx: &'a Ctx,
        tx: &'a mut Tx,
        batch: BatchId,
        lines: &'a [Line],
    ) -> Fut<'a, Result<Vec<Changed>, Stopped>>;

    /// Writes all that was worked out, in the one transaction that shows the import; nothing when a record has changed meanwhile.
    fn write<'a>(&'a mut self, ctx: &'a Ctx, tx: &'a mut Tx) -> Fut<'a, Result<(), Moved>>;
}
