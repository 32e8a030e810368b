//! What ends by itself after a time, as the data map says: one function per kind tells what is due on a day. The page and the
//! console show it before it happens; the job erases exactly what it tells.

use crate::{
    clock::Moment,
    ctx::{Ctx, PUBLIC},
    datamap::Class,
    db::{Column, Param, Tx},
    errors::Result,
    manifest::Fut,
    sql,
};
use uuid::Uuid;

/// One pass looks at so many rows of a kind; a longer list goes on in the next.
pub const AT_ONCE: u32 = 5_000;
/// So many rows go in one transaction, so that nobody waits for the writer longer than that takes.
const IN_ONE: usize = 200;

/// Something that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Which row.
    pub id: Uuid,
    /// What it is called or whose it is, for whoever coordinates; empty when it has no name.
    pub name: String,
    /// Since when it lies there.
    pub since: Moment,
}

/// What is due at an instant, the oldest first: at most [`AT_ONCE`].
pub type DueFn = for<'a> fn(&'a Ctx, &'a mut Tx, Moment) -> Fut<'a, Result<Vec<Due>>>;
/// Erases what is named, in transactions of its own; gives how many it was. What is gone already or was taken back since is left.
pub type EraseFn = for<'a> fn(&'a Ctx, &'a [Due]) -> Fut<'a, Result<u64>>;

/// A kind of thing that ends by itself.
#[derive(Clone, Copy)]
pub struct Retention {
    /// The key of its words: `retention-mail`.
    pub key: &'static str,
    /// How careful one must be with it.
    pub class: Class,
    /// What is due.
    pub due: DueFn,
    /// Erases it.
    pub erase: EraseFn,
}

/// Something of the installation itself that ends by itself. It is counted and not named: it belongs to nobody's partnership.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sweep {
    /// The key of its words: `sweep-throttle`.
    pub key: &'static str,
    /// How careful one must be with it.
    pub class: Class,
    /// Where the rows stand and which of them are over before `$1`, from `FROM` on: what is told and what is deleted read the
    /// same words.
    pub over: &'static str,
    /// How many seconds they stay then.
    pub keep_seconds: i64,
}

/// How much each sweep would take at `on`, in a transaction of the installation, in reading order of the rooms.
///
/// # Errors
/// When the database does not answer.
pub async fn swept(ctx: &Ctx, tx: &mut Tx, on: Moment) -> Result<Vec<(Sweep, i64)>> {
    let mut all = Vec::new();
    for kind in ctx.app.house.rooms.iter().flat_map(|room| &room.sweeps) {
        let count = format!("SELECT count(*) {}", kind.over);
        all.push((*kind, sql!(tx, value i64, &count, on.plus_seconds(-kind.keep_seconds))?));
    }
    Ok(all)
}

/// Deletes what is over now of these kinds; gives how many rows it was. What a job of the installation does.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(ctx: &Ctx, kinds: &[Sweep]) -> Result<u64> {
    let mut tx = ctx.of_installation().write(PUBLIC).await?;
    let mut gone = 0;
    for kind in kinds {
        let delete = format!("DELETE {}", kind.over);
        gone += sql!(tx, run, &delete, ctx.now().plus_seconds(-kind.keep_seconds))?;
    }
    tx.commit().await?;
    Ok(gone)
}

/// What is due at `on` in the partnership of the context, kind by kind in reading order of the rooms.
///
/// # Errors
/// When the database does not answer.
pub async fn due(ctx: &Ctx, tx: &mut Tx, on: Moment) -> Result<Vec<(Retention, Vec<Due>)>> {
    let mut all = Vec::new();
    for kind in ctx.app.house.rooms.iter().flat_map(|room| &room.retentions) {
        all.push((*kind, (kind.due)(ctx, tx, on).await?));
    }
    Ok(all)
}

/// Erases what is due now of one kind; gives how many it was. What a job does.
///
/// # Errors
/// When the database refuses.
pub async fn run(ctx: &Ctx, kind: Retention) -> Result<u64> {
    let mut gone = 0;
    loop {
        let mut tx = ctx.read(PUBLIC).await?;
        let due = (kind.due)(ctx, &mut tx, ctx.now()).await?;
        tx.done().await?;
        let now = if due.is_empty() { 0 } else { (kind.erase)(ctx, &due).await? };
        gone += now;
        // What must stay is told again and does not go: then there is nothing more to be done today.
        if now == 0 || due.len() < usize::try_from(AT_ONCE).unwrap_or(usize::MAX) {
            return Ok(gone);
        }
    }
}

/// The rows of `select`, which names `id`, a name and an instant, of the partnership `$1` and over before `$2`.
///
/// # Errors
/// When the database does not answer.
pub async fn rows_due<T: Column>(
    tx: &mut Tx,
    (select, over_before): (&str, Moment),
    name: impl Fn(T) -> String,
) -> Result<Vec<Due>> {
    let partnership = tx.partnership()?;
    let text = format!("{select} LIMIT {AT_ONCE}");
    let rows = sql!(tx, all(Uuid, T, Moment), &text, partnership, over_before)?;
    Ok(rows.into_iter().map(|(id, named, since)| Due { id, name: name(named), since }).collect())
}

/// Deletes the rows of these ids by `delete`, which takes the partnership as `$1` and an id as `$2`; gives how many there were.
///
/// # Errors
/// When the database refuses.
pub async fn delete_rows(ctx: &Ctx, delete: &str, due: &[Due]) -> Result<u64> {
    let mut gone = 0;
    for some in due.chunks(IN_ONE) {
        let mut tx = ctx.write(PUBLIC).await?;
        let partnership = tx.partnership()?;
        for one in some {
            gone += tx.run(delete, &[partnership.bind(), one.id.bind()]).await?;
        }
        tx.commit().await?;
    }
    Ok(gone)
}
