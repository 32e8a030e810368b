//! Finding anything by its name or title, over all rooms: what the caller may see, and not that there is more.
//!
//! A room brings a [`SearchProvider`] per kind of object. Its statement looks in a folded column of its own store, and reads
//! with the caller's eyes, as the room's list does.

use crate::{
    authority::Permission,
    ctx::Ctx,
    db::{FromRow, List, Tx},
    errors::Result,
    manifest::Fut,
    text::{Worded, fold},
};

/// So many objects of one kind stand on the page of what was found.
pub const HITS: usize = 10;
/// So many characters of what was typed are looked for.
const LETTERS: usize = 200;

/// What somebody looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    words: String,
}

/// One object that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is called.
    pub title: Worded,
    /// Where it stands.
    pub href: String,
    /// A word more, to tell it from others of its name; may be empty.
    pub detail: String,
}

/// What a room found: at most [`HITS`] and one more, which says that there are others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The objects, the best first.
    pub hits: Vec<Hit>,
    /// Where all of them stand, when the room has such a list.
    pub list: Option<String>,
}

/// How one kind of a room's objects is found.
#[derive(Clone, Copy)]
pub struct SearchProvider {
    /// The kind; its word is `kind-…`.
    pub kind: &'static str,
    /// Without it nothing is looked for.
    pub see: Permission,
    /// Looks, in one statement of the room's store: only what the caller may see.
    pub find: for<'a> fn(&'a Ctx, &'a mut Tx, &'a Sought) -> Fut<'a, Result<Found>>,
}

impl Sought {
    /// What was typed; none when it holds nothing to look for.
    pub fn parse(typed: &str) -> Option<Self> {
        let words: String = typed.trim().chars().take(LETTERS).collect();
        fold(&words).chars().any(char::is_alphanumeric).then_some(Self { words })
    }

    /// What was typed.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The rows of a room's `list` whose folded `column` has every word, so many as a page shows and one more.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn rows<R: FromRow>(
        &self,
        tx: &mut Tx,
        list: List<'_>,
        column: &'static str,
    ) -> Result<Vec<R>> {
        let most = u32::try_from(HITS + 1).unwrap_or(u32::MAX);
        tx.rows(&list.search(column, &self.words).page(1, most)).await
    }
}

/// What all rooms find, in their order; kinds of which nothing was found are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn find(ctx: &Ctx, tx: &mut Tx, sought: &Sought) -> Result<Vec<(&'static str, Found)>> {
    let mut all = Vec::new();
    for provider in ctx.app.house.rooms.iter().flat_map(|room| &room.search) {
        if !ctx.may(provider.see) {
            continue;
        }
        let found = (provider.find)(ctx, tx, sought).await?;
        if !found.hits.is_empty() {
            all.push((provider.kind, found));
        }
    }
    Ok(all)
}
