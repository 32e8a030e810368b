//! The thread: where an object stands between need and result, and links between objects of any rooms.
//!
//! Rooms bring providers in their manifests; nobody here knows what a provider's objects are.

use crate::{
    app::App,
    ctx::Ctx,
    db::Tx,
    errors::{Error, Result},
    ids::Ref,
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

impl Tx {
    /// Every link of one kind, oldest first: from which object, to which. For pages that show many of them at once.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn links_of(&mut self, kind: LinkKind) -> Result<Vec<(Uuid, Uuid)>> {
        let partnership = self.partnership()?;
        sql!(
            self,
            all(Uuid, Uuid),
            "SELECT from_id, to_id FROM link WHERE partnership_id = $1 AND kind = $2 ORDER BY made_at, id LIMIT 10000",
            partnership,
            kind.name
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{langs::Lang, manifest::Manifest, testing::Site};

    const HANGS_ON: LinkKind = LinkKind { name: "hangs-on", from: "peg", to: "peg" };

    /// Pegs hang on pegs. Peg 13 is known to nobody.
    fn pegs() -> Manifest {
        let mut manifest = Manifest::new("pegs");
        manifest.links = vec![HANGS_ON];
        manifest.providers = vec![Provider {
            kind: "peg",
            knot: |_, _, id| {
                let (of, word) = (Ref::new("peg", id), String::new());
                let title = Worded::new(id.as_u128().to_string(), Lang::En);
                Box::pin(
                    async move { Ok((title.words != "13").then_some(Knot { of, word, title, href: None })) },
                )
            },
            up: |_, _, _| Box::pin(async { Ok(Vec::new()) }),
            down: |_, tx, id| Box::pin(async move { tx.linked_to(&Ref::new("peg", id)).await }),
        }];
        manifest
    }

    async fn hang(site: &Site, pairs: &[(u128, u128)]) -> Ctx {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(crate::pages::ENTER).await.unwrap();
        for (from, to) in pairs {
            tx.insert_link(HANGS_ON, Uuid::from_u128(*from), Uuid::from_u128(*to)).await.unwrap();
        }
        tx.commit().await.unwrap();
        ctx
    }

    async fn shown(ctx: &Ctx, peg: u128) -> (Vec<String>, Vec<String>) {
        let mut tx = ctx.read(crate::pages::ENTER).await.unwrap();
        let thread = thread(ctx, &mut tx, &Ref::new("peg", Uuid::from_u128(peg))).await.unwrap();
        let titles = |knots: Vec<Knot>| knots.into_iter().map(|knot| knot.title.words).collect();
        (titles(thread.up), titles(thread.down))
    }

    crate::on_both! { vec![pegs()];
        async fn a_ring_is_walked_once_and_a_long_chain_is_cut(site) {
            let mut pairs = vec![(1, 2), (2, 3), (3, 1)];
            pairs.extend((100..160).map(|n| (n, n + 1)));
            let ctx = hang(site, &pairs).await;
            assert_eq!(shown(&ctx, 1).await, (vec!["3".into(), "2".into(), "1".into()], vec!["3".into()]));
            assert_eq!(shown(&ctx, 100).await.0.len(), DEPTH);
        }

        async fn what_the_reader_may_not_know_of_is_on_no_thread(site) {
            let ctx = hang(site, &[(1, 13), (1, 4), (13, 5), (6, 13), (7, 6)]).await;
            assert_eq!(shown(&ctx, 1).await.0, ["4", "1"], "another way up is found");
            assert_eq!(shown(&ctx, 6).await.0, ["6"], "nor what lies above it");
            assert_eq!(shown(&ctx, 13).await, (vec![], vec![]), "nor what hangs on it");
            let below = shown(&ctx, 4).await.1;
            assert_eq!(below, ["1"]);
            let mut tx = ctx.write(crate::pages::ENTER).await.unwrap();
            unlink(&ctx, &mut tx, HANGS_ON, Uuid::from_u128(1), Uuid::from_u128(4)).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(shown(&ctx, 1).await.0, ["1"]);
        }

        async fn nothing_is_linked_that_is_not_there_for_the_caller_nor_by_a_kind_that_no_room_brings(site) {
            let ctx = site.ctx(site.coordinator());
            let mut tx = ctx.write(crate::pages::ENTER).await.unwrap();
            let peg = Uuid::from_u128;
            assert!(link(&ctx, &mut tx, HANGS_ON, peg(1), peg(2)).await.unwrap());
            assert!(!link(&ctx, &mut tx, HANGS_ON, peg(1), peg(2)).await.unwrap(), "once");
            for (from, to) in [(1, 13), (13, 1)] {
                let refused = link(&ctx, &mut tx, HANGS_ON, peg(from), peg(to)).await;
                assert!(matches!(refused, Err(Error::NotFound)), "{from} {to}");
            }
            assert!(matches!(unlink(&ctx, &mut tx, HANGS_ON, peg(2), peg(1)).await, Err(Error::NotFound)));
            tx.insert_link(HANGS_ON, peg(1), peg(13)).await.unwrap();
            let refused = unlink(&ctx, &mut tx, HANGS_ON, peg(1), peg(13)).await;
            assert!(matches!(refused, Err(Error::NotFound)), "nor parted");
            let stray = LinkKind { name: "stray", ..HANGS_ON };
            assert!(link(&ctx, &mut tx, stray, peg(1), peg(2)).await.is_err());
        }
    }
}
