//! The thread: where an object stands between need and result, and links between objects of any rooms.
//!
//! Rooms bring providers in their manifests; nobody here knows what a provider's objects are.

use crate::{app::App, ctx::Ctx, db::Tx, errors::Result, ids::Ref, manifest::Fut, row, sql};
use uuid::Uuid;

/// One knot: an object as the thread shows it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Knot {
    /// Which object.
    pub of: Ref,
    /// The word for its kind, in the reader's language: “Sub-council”.
    pub word: String,
    /// Its title.
    pub title: String,
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

/// Walks the thread of `object`.
///
/// # Errors
/// When the database does not answer.
pub async fn thread(ctx: &Ctx, tx: &mut Tx, object: &Ref) -> Result<Thread> {
    let mut thread = Thread::default();
    let mut seen = vec![object.clone()];
    let mut at = Some(object.clone());
    while let Some(here) = at.take() {
        let Some(provider) = ctx.app.provider(&here.kind) else { break };
        let Some(knot) = (provider.knot)(ctx, tx, here.id).await? else { break };
        thread.up.insert(0, knot);
        let mut above = (provider.up)(ctx, tx, here.id).await?;
        above.extend(tx.linked_from(&here).await?);
        at = above.into_iter().find(|next| !seen.contains(next) && seen.len() < DEPTH);
        seen.extend(at.clone());
    }
    if let Some(provider) = ctx.app.provider(&object.kind) {
        let below = (provider.down)(ctx, tx, object.id).await?;
        for next in below.into_iter().take(BREADTH) {
            if let Some(provider) = ctx.app.provider(&next.kind) {
                thread.down.extend((provider.knot)(ctx, tx, next.id).await?);
            }
        }
    }
    Ok(thread)
}

impl Tx {
    /// Links two objects of this partnership, once; the caller has loaded both, so they exist.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn link(&mut self, kind: LinkKind, from: Uuid, to: Uuid) -> Result<()> {
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
        .map(drop)
    }

    /// Takes a link away; nothing happens when there is none.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn unlink(&mut self, kind: LinkKind, from: Uuid, to: Uuid) -> Result<()> {
        let partnership = self.partnership()?;
        sql!(
            self,
            run,
            "DELETE FROM link WHERE partnership_id = $1 AND kind = $2 AND from_id = $3 AND to_id = $4",
            partnership,
            kind.name,
            from,
            to
        )
        .map(drop)
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
}
