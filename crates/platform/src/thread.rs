//! The thread: where an object stands between need and result, and links between objects of any rooms.
//!
//! Rooms bring providers in their manifests; nobody here knows what a provider's objects are.

use crate::{app::App, ctx::Ctx, db::Tx, errors::Result, ids::Ref, manifest::Fut, row, sql, text::Worded};
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
async fn knot(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Option<Knot>> {
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
            "DELETE FROM link WHERE partnership_id = $1 AND kind = $2 AND from_kind = $3 AND from_id = $4 AND to_kind = $5 AND to_id = $6",
            partnership,
            kind.name,
            kind.from,
            from,
            kind.to,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{langs::Lang, manifest::Manifest, testing::Site};

    const HANGS_ON: LinkKind = LinkKind { name: "hangs-on", from: "peg", to: "peg" };

    /// Pegs hang on pegs. Peg 13 is known to nobody.
    fn pegs() -> Manifest {
        let mut manifest = Manifest::new("pegs");
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
            tx.link(HANGS_ON, Uuid::from_u128(*from), Uuid::from_u128(*to)).await.unwrap();
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
            tx.unlink(HANGS_ON, Uuid::from_u128(1), Uuid::from_u128(4)).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(shown(&ctx, 1).await.0, ["1"]);
        }
    }
}
