//! The bin: what was deleted and can come back. The room that owns an object takes it out of sight and puts it here, and
//! brings a [`crate::manifest::Restorer`] that does the opposite.

use crate::{
    clock::Moment,
    ctx::{Author, Ctx},
    db::{List, Page, Sort, Tx},
    errors::{Error, Result},
    ids::Ref,
    manifest::Restorer,
    row, sql,
    text::Text,
};
use uuid::Uuid;

row! {
    /// One object in the bin.
    pub struct Binned {
        /// Its kind.
        pub kind: String,
        /// Its id within that kind.
        pub object_id: Uuid,
        /// What it was called.
        pub title: Text,
        /// When it was put here.
        pub binned_at: Moment,
        /// Who did, by the name used then.
        pub binned_by: String,
    }
}

impl Tx {
    /// Puts an object into the bin, under the title it had. The caller has taken it out of sight in the same transaction.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn bin(&mut self, object: impl Into<Ref>, title: &Text) -> Result<()> {
        let object = object.into();
        let by = match &self.author {
            Author::Nobody => String::new(),
            Author::Account(_, name) => name.clone(),
            Author::Program(name) => format!("kith {name}"),
        };
        let (partnership, at) = (self.partnership()?, self.now());
        sql!(
            self,
            must,
            "INSERT INTO bin (partnership_id, kind, object_id, title, binned_at, binned_by) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (partnership_id, kind, object_id) DO UPDATE SET title = excluded.title, binned_at = excluded.binned_at, binned_by = excluded.binned_by",
            partnership,
            object.kind,
            object.id,
            title,
            at,
            by
        )
    }

    /// What is known of an object that lies in the bin.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn in_bin(&mut self, object: &Ref) -> Result<Option<Binned>> {
        sql!(
            self,
            find Binned,
            "SELECT kind, object_id, title, binned_at, binned_by FROM bin WHERE partnership_id = $1 AND kind = $2 AND object_id = $3",
            self.partnership()?,
            object.kind,
            object.id
        )
    }

    /// Forgets that an object lies in the bin, when it does: it was deleted for good.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn empty_bin_of(&mut self, object: &Ref) -> Result<()> {
        match self.unbin(object).await {
            Err(Error::NotFound) => Ok(()),
            other => other,
        }
    }

    /// Takes an object out of the bin.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not in it.
    pub async fn unbin(&mut self, object: &Ref) -> Result<()> {
        let partnership = self.partnership()?;
        let gone = sql!(
            self,
            run,
            "DELETE FROM bin WHERE partnership_id = $1 AND kind = $2 AND object_id = $3",
            partnership,
            object.kind,
            object.id
        )?;
        if gone == 1 { Ok(()) } else { Err(Error::NotFound) }
    }
}

/// The restorers that the caller may use anywhere in the partnership.
fn allowed(ctx: &Ctx) -> Vec<Restorer> {
    let all = ctx.app.house.rooms.iter().flat_map(|room| &room.restorers);
    all.filter(|restorer| ctx.may(restorer.may)).copied().collect()
}

/// One page of what the caller may take out again, the newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn page(ctx: &Ctx, tx: &mut Tx) -> Result<Page<Binned>> {
    let partnership = tx.partnership()?;
    let kinds: Vec<String> = allowed(ctx).iter().map(|restorer| restorer.kind.to_owned()).collect();
    let list = List::new("kind, object_id, title, binned_at, binned_by", "bin")
        .filter("partnership_id = ?", &partnership)
        .among("kind", &kinds)
        .sort("binned_at", Sort::Down)
        .sort("object_id", Sort::Up);
    tx.page_for(&ctx.address(), list).await
}

/// Takes an object out of the bin and has its room put it back.
///
/// # Errors
/// [`Error::NotFound`] when it is not in the bin or nothing can restore it; what the room's rule refuses.
pub async fn restore(ctx: &Ctx, object: &Ref) -> Result<Tx> {
    let restorer =
        ctx.app.house.rooms.iter().flat_map(|room| &room.restorers).find(|one| one.kind == object.kind);
    let restorer = restorer.ok_or(Error::NotFound)?;
    let mut tx = ctx.write(restorer.may.on(object.clone())).await?;
    tx.unbin(object).await?;
    (restorer.restore)(ctx, &mut tx, object.id).await?;
    Ok(tx)
}
