//! The thread: where an object stands between need and result, and links between objects of any rooms.
//!
//! Rooms bring providers in their manifests; nobody here knows what a provider's objects are.

use crate::{
    app::App,
    ctx::Ctx,
    db::{List, Sort, Tx},
    errors::{Error, Result},
    ids::{PartnershipId, Ref},
    manifest::Fut,
    row, sql,
    text::Worded,
};
use uuid::Uuid;

/// One knot: an object as the thread shows it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Knot {
    /// Which object.
    pub of: Ref,
    /// The word for its kind, in the reader's language: “Sub-council”.
    pub word: String,
    /// Its title, possibly in another language than the reader's.
    pub title: Worded,
    /// Its address in the face the reader is on, when she may open it.
    pub href: Option<String>,
}

/// What a room tells about one kind of its objects.
#[derive(Clone, Copy)]
pub struct Provider {
    /// The kind.
    pub kind: &'static str,
    /// The knot of an object, unless the reader may not know of it.
    pub knot: for<'a> fn(&'a Ctx, &'a mut Tx, Uuid) -> Fut<'a, Result<Option<Knot>>>,
    /// What it comes from, nearest first; links of the thread are added to it.
    pub up: for<'a> fn(&'a Ctx, &'a mut Tx, Uuid) -> Fut<'a, Result<Vec<Ref>>>,
    /// What comes from it.
    pub down: for<'a> fn(&'a Ctx, &'a mut Tx, Uuid) -> Fut<'a, Result<Vec<Ref>>>,
}

/// A kind of link that one room writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkKind {
    /// Its name: `partner-of`.
    pub name: &'static str,
    /// The kind of object it starts from.
    pub from: &'static str,
    /// The kind of object it leads to.
    pub to: &'static str,
}

/// The thread of an object: from the farthest above, through itself, to what comes from it.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Thread {
    /// From the farthest above to the object itself, which is last.
    pub up: Vec<Knot>,
    /// What comes from it.
    pub down: Vec<Knot>,
}

/// The most knots above an object: deeper trees are cut, never walked without end.
const DEPTH: usize = 12;
/// The most knots below an object.
const BREADTH: usize = 24;

row! {
    struct LinkRow { kind: String, id: Uuid }
}

impl App {
    fn provider(&self, kind: &str) -> Option<Provider> {
        self.house.providers.iter().find(|provider| provider.kind == kind).copied()
    }
}

/// Walks the thread of `object`. At most twelve objects above and 24 below are asked about, whatever is linked
/// to what; an object of which the reader may not know has no thread for her, and is on no thread.
///
/// # Errors
/// When the database does not answer.
pub async fn thread(ctx: &Ctx, tx: &mut Tx, object: &Ref) -> Result<Thread> {
    let mut thread = Thread::default();
    let Some(own) = knot(ctx, tx, object).await? else { return Ok(thread) };
    thread.up.push(own);
    let mut seen = vec![object.clone()];
    let mut at = Some(object.clone());
    while let Some(here) = at.take() {
        for next in above(ctx, tx, &here).await? {
            if seen.len() >= DEPTH || seen.contains(&next) {
                continue;
            }
            seen.push(next.clone());
            // What this reader may not know of is passed over for another way up, and what lies above it with it.
            if let Some(knot) = knot(ctx, tx, &next).await? {
                thread.up.insert(0, knot);
                at = Some(next);
                break;
            }
        }
    }
    if let Some(provider) = ctx.app.provider(&object.kind) {
        let below = (provider.down)(ctx, tx, object.id).await?;
        for next in below.into_iter().filter(|next| next != object).take(BREADTH) {
            thread.down.extend(knot(ctx, tx, &next).await?);
        }
    }
    Ok(thread)
}

/// The knot of an object, unless the reader may not know of it or nobody brings its kind.
pub(crate) async fn knot(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Option<Knot>> {
    let Some(provider) = ctx.app.provider(&of.kind) else { return Ok(None) };
    (provider.knot)(ctx, tx, of.id).await
}

/// What an object comes from: as its room says, then by links.
async fn above(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Vec<Ref>> {
    let Some(provider) = ctx.app.provider(&of.kind) else { return Ok(Vec::new()) };
    let mut above = (provider.up)(ctx, tx, of.id).await?;
    above.extend(tx.linked_from(of).await?);
    Ok(above)
}

/// Links two objects of this partnership by a kind that a room of the house brings. Both are asked about with the caller's
/// eyes, so nothing is linked that she may not know of. Tells whether the link is new.
///
/// # Errors
/// [`Error::NotFound`] when one of them is not there for the caller; a failure when no room brings the kind.
pub async fn link(ctx: &Ctx, tx: &mut Tx, kind: LinkKind, from: Uuid, to: Uuid) -> Result<bool> {
    ends_known(ctx, tx, (kind, from, to)).await?;
    tx.insert_link(kind, from, to).await
}

/// Takes a link away; who may not link two objects may not part them either.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or one of the two is not there for the caller; a failure when no room brings the kind.
pub async fn unlink(ctx: &Ctx, tx: &mut Tx, kind: LinkKind, from: Uuid, to: Uuid) -> Result<()> {
    ends_known(ctx, tx, (kind, from, to)).await?;
    if tx.delete_link(kind, from, to).await? { Ok(()) } else { Err(Error::NotFound) }
}

/// That a room brings the kind, and that the caller may know of both ends.
async fn ends_known(ctx: &Ctx, tx: &mut Tx, (kind, from, to): (LinkKind, Uuid, Uuid)) -> Result<()> {
    if !ctx.app.house.rooms.iter().any(|room| room.links.contains(&kind)) {
        return Err(Error::failed(format!("no room brings links of the kind {}", kind.name)));
    }
    for end in [Ref::new(kind.from, from), Ref::new(kind.to, to)] {
        knot(ctx, tx, &end).await?.ok_or(Error::NotFound)?;
    }
    Ok(())
}

impl Tx {
    async fn insert_link(&mut self, kind: LinkKind, from: Uuid, to: Uuid) -> Result<bool> {
        let (id, partnership, at) = (self.new_id::<crate::audit::AuditId>()?, self.partnership()?, self.now);
        sql!(
            self,
            run,
            "INSERT INTO link (id, partnership_id, kind, from_kind, from_id, to_kind, to_id, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT DO NOTHING",
            id,
            partnership,
            kind.name,
            kind.from,
            from,
            kind.to,
            to,
            at
        )
        .map(|changed| changed == 1)
    }

    async fn delete_link(&mut self, kind: LinkKind, from: Uuid, to: Uuid) -> Result<bool> {
        let partnership = self.partnership()?;
        sql!(
            self,
            run,
            "DELETE FROM link WHERE partnership_id = $1 AND kind = $2 AND from_kind = $3 AND from_id = $4 AND to_kind = $5 AND to_id = $6",
            partnership,
            kind.name,
            kind.from,
            from,
            kind.to,
            to
        )
        .map(|changed| changed == 1)
    }

    /// What `object` is linked to, oldest link first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn linked_from(&mut self, object: &Ref) -> Result<Vec<Ref>> {
        let rows = sql!(
            self,
            all LinkRow,
            "SELECT to_kind AS kind, to_id AS id FROM link WHERE partnership_id = $1 AND from_kind = $2 AND from_id = $3 ORDER BY made_at LIMIT 200",
            self.partnership()?,
            object.kind,
            object.id
        )?;
        Ok(rows.into_iter().map(|row| Ref::new(row.kind, row.id)).collect())
    }

    /// What is linked to `object`, oldest link first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn linked_to(&mut self, object: &Ref) -> Result<Vec<Ref>> {
        let rows = sql!(
            self,
            all LinkRow,
            "SELECT from_kind AS kind, from_id AS id FROM link WHERE partnership_id = $1 AND to_kind = $2 AND to_id = $3 ORDER BY made_at LIMIT 200",
            self.partnership()?,
            object.kind,
            object.id
        )?;
        Ok(rows.into_iter().map(|row| Ref::new(row.kind, row.id)).collect())
    }

    /// What is linked to `object` by this kind, oldest link first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn linked_by(&mut self, kind: LinkKind, object: &Ref) -> Result<Vec<Uuid>> {
        let rows = sql!(
            self,
            all(Uuid,),
            "SELECT from_id FROM link WHERE partnership_id = $1 AND to_kind = $2 AND to_id = $3 AND kind = $4 ORDER BY made_at, id LIMIT 200",
            self.partnership()?,
            object.kind,
            object.id,
            kind.name
        )?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// What `object` is linked to by this kind, oldest link first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn linked_with(&mut self, kind: LinkKind, object: &Ref) -> Result<Vec<Uuid>> {
        let rows = sql!(
            self,
            all(Uuid,),
            "SELECT to_id FROM link WHERE partnership_id = $1 AND from_kind = $2 AND from_id = $3 AND kind = $4 ORDER BY made_at, id LIMIT 200",
            self.partnership()?,
            object.kind,
            object.id,
            kind.name
        )?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }
}

/// So many ids stand in one statement, and so many links are read by one.
const IDS: usize = 500;
const LINKS: u32 = 1_000;

impl Tx {
    /// Every link of one kind, oldest first: from which object, to which. For pages that show many of them at once.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn links_of(&mut self, kind: LinkKind) -> Result<Vec<(Uuid, Uuid)>> {
        let partnership = self.partnership()?;
        self.all_links(&of_kind(&partnership, &kind)).await
    }

    /// The links of one kind that lead from these objects, the oldest of each first: from which, to which.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn links_from(&mut self, kind: LinkKind, objects: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>> {
        let (partnership, mut links) = (self.partnership()?, Vec::new());
        for some in objects.chunks(IDS) {
            let list = of_kind(&partnership, &kind).filter("from_kind = ?", kind.from).among("from_id", some);
            links.extend(self.all_links(&list).await?);
        }
        Ok(links)
    }

    /// Reads a list of links to its end.
    async fn all_links(&mut self, list: &List<'_>) -> Result<Vec<(Uuid, Uuid)>> {
        let list = list.clone().sort("made_at", Sort::Up).sort("id", Sort::Up);
        let mut links: Vec<(Uuid, Uuid)> = Vec::new();
        for number in 1.. {
            let some: Vec<(Uuid, Uuid)> = self.rows(&list.clone().page(number, LINKS)).await?;
            let is_last = some.len() < usize::try_from(LINKS).unwrap_or(usize::MAX);
            links.extend(some);
            if is_last {
                break;
            }
        }
        Ok(links)
    }
}

fn of_kind<'a>(partnership: &'a PartnershipId, kind: &'a LinkKind) -> List<'a> {
    let list = List::new("from_id, to_id", "link").filter("partnership_id = ?", partnership);
    list.filter("kind = ?", kind.name)
}

#[cfg(test)]
mod tests;
