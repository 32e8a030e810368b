//! The bodies: one row each, and where each stands in the tree.

use crate::{
    CouncilId,
    rules::{
        seats::HOUSE_LIMIT,
        tree::{DEEPEST, Kind, Node, Tree, TreeRefusal},
    },
};
use platform::{
    clock::Moment,
    db::{List, Sort, Tx},
    errors::Result,
    ids::PartnershipId,
    row,
    search::Sought,
    sql,
    text::Text,
};
use std::collections::HashMap;

/// More bodies than any partnership has; a query never gives more.
const MOST: u32 = 1_000;

row! {
    /// A body as it is stored.
    pub struct Council {
        /// Which body.
        pub id: CouncilId,
        /// Its place in addresses.
        pub slug: String,
        /// What sort of body it is.
        pub kind: Kind,
        /// Its own word for what it is: “Sub-council”, « Table de concertation ».
        pub word: Text,
        /// Its name.
        pub name: Text,
        /// The outcome it works for.
        pub outcome: Text,
        /// What it was given to do.
        pub mandate: Text,
        /// The body above it.
        pub parent_id: Option<CouncilId>,
        /// At which step of the tree it stands; the highest stand at 0.
        pub depth: u32,
        /// Its place among those below the same body.
        pub position: u32,
        /// Whether people without a seat may come and speak.
        pub open: bool,
        /// The most seats it may have; [`HOUSE_LIMIT`] when it has set no limit.
        pub seat_limit: u32,
        /// Since when it is closed, if it is.
        pub closed_at: Option<Moment>,
        /// Since when it is in the bin, if it is.
        pub binned_at: Option<Moment>,
        /// How its record stands: rises with each change.
        pub version: i64,
    }
}

const COLUMNS: &str = "id, slug, kind, word, name, outcome, mandate, parent_id, depth, position, open, seat_limit, closed_at, binned_at, version";

impl Council {
    /// The limit that the body has set for its seats, if it has.
    pub fn own_limit(&self) -> Option<u32> {
        (self.seat_limit < HOUSE_LIMIT).then_some(self.seat_limit)
    }

    /// The body as the tree knows it.
    pub fn node(&self) -> Node {
        Node {
            id: self.id,
            parent: self.parent_id,
            position: self.position,
            closed: self.closed_at.is_some(),
        }
    }

    /// What it was set up with or last changed to.
    pub fn facts(&self) -> CouncilFacts {
        CouncilFacts {
            kind: self.kind,
            word: self.word.clone(),
            name: self.name.clone(),
            outcome: self.outcome.clone(),
            mandate: self.mandate.clone(),
            parent: self.parent_id,
            position: self.position,
            open: self.open,
            seat_limit: self.own_limit(),
        }
    }
}

/// What a body is set up with, or changed to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct CouncilFacts {
    /// What sort of body it is.
    pub kind: Kind,
    /// Its own word for what it is.
    pub word: Text,
    /// Its name.
    pub name: Text,
    /// The outcome it works for.
    pub outcome: Text,
    /// What it was given to do.
    pub mandate: Text,
    /// The body above it.
    pub parent: Option<CouncilId>,
    /// Its place among those below the same body.
    pub position: u32,
    /// Whether people without a seat may come and speak.
    pub open: bool,
    /// The most seats it may have; none when it sets no limit.
    pub seat_limit: Option<u32>,
}

impl CouncilFacts {
    fn seat_limit(&self) -> u32 {
        self.seat_limit.unwrap_or(HOUSE_LIMIT)
    }

    fn search_key(&self) -> String {
        format!("{} {}", self.name.search_key(), self.word.search_key())
    }
}

/// Bodies of the transaction's partnership, those in the bin left out.
pub(super) fn kept(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, "council").filter("partnership_id = ?", partnership).only("binned_at IS NULL")
}

/// The body, unless it is in the bin.
///
/// # Errors
/// When the database does not answer.
pub async fn find_council(tx: &mut Tx, id: CouncilId) -> Result<Option<Council>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&kept(&partnership).filter("id = ?", &id).page(1, 1)).await?.pop())
}

/// The body with this slug, unless it is in the bin.
///
/// # Errors
/// When the database does not answer.
pub async fn find_council_by_slug(tx: &mut Tx, slug: &str) -> Result<Option<Council>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&kept(&partnership).filter("slug = ?", slug).page(1, 1)).await?.pop())
}

/// The body in the bin, if it is there.
///
/// # Errors
/// When the database does not answer.
pub async fn find_binned_council(tx: &mut Tx, id: CouncilId) -> Result<Option<Council>> {
    let partnership = tx.partnership()?;
    let list = List::new(COLUMNS, "council")
        .filter("partnership_id = ?", &partnership)
        .filter("id = ?", &id)
        .only("binned_at IS NOT NULL");
    Ok(tx.rows(&list.page(1, 1)).await?.pop())
}

/// All bodies that are not in the bin, closed ones too, from the top down and each followed by those below it.
///
/// # Errors
/// When the database does not answer.
pub async fn list_councils(tx: &mut Tx) -> Result<Vec<Council>> {
    let partnership = tx.partnership()?;
    let mut councils: Vec<Council> = tx.rows(&kept(&partnership).page(1, MOST)).await?;
    let order: HashMap<CouncilId, usize> =
        tree_of(&councils).walk().into_iter().enumerate().map(|(at, (id, _))| (id, at)).collect();
    councils.sort_by_key(|council| order.get(&council.id).copied());
    Ok(councils)
}

/// Bodies that are called so, from the top of the tree down.
///
/// # Errors
/// When the database does not answer.
pub async fn councils_called(tx: &mut Tx, sought: &Sought) -> Result<Vec<Council>> {
    let partnership = tx.partnership()?;
    let list = kept(&partnership).sort("depth", Sort::Up).sort("position", Sort::Up).sort("id", Sort::Up);
    sought.rows(tx, list, "search_key").await
}

/// The tree that these bodies make.
pub fn tree_of(councils: &[Council]) -> Tree {
    Tree::new(councils.iter().map(Council::node))
}

/// The slugs that begin with `slug`, in use or in the bin.
///
/// # Errors
/// When the database does not answer.
pub async fn list_slugs_like(tx: &mut Tx, slug: &str) -> Result<Vec<String>> {
    let (partnership, after) = (tx.partnership()?, format!("{slug}~"));
    let list = List::new("slug", "council")
        .filter("partnership_id = ?", &partnership)
        .filter("slug >= ?", slug)
        .filter("slug < ?", &after);
    let found: Vec<(String,)> = tx.rows(&list.page(1, MOST)).await?;
    Ok(found.into_iter().map(|(slug,)| slug).collect())
}

/// Stores a new body at `depth`.
///
/// # Errors
/// When the database refuses.
pub async fn insert_council(tx: &mut Tx, slug: &str, facts: &CouncilFacts, depth: u32) -> Result<CouncilId> {
    let (id, partnership, at) = (tx.new_id::<CouncilId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO council (id, partnership_id, slug, kind, word, name, outcome, mandate, parent_id, parent_depth, depth, position,
           open, seat_limit, search_key, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        id,
        partnership,
        slug,
        facts.kind,
        facts.word,
        facts.name,
        facts.outcome,
        facts.mandate,
        facts.parent,
        facts.parent.and(depth.checked_sub(1)),
        depth,
        facts.position,
        facts.open,
        facts.seat_limit(),
        facts.search_key(),
        at
    )?;
    Ok(id)
}

/// Changes a body and moves it to `depth`, with everything below it.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn update_council(tx: &mut Tx, before: &Council, facts: &CouncilFacts, depth: u32) -> Result<()> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        save,
        "UPDATE council SET kind = $4, word = $5, name = $6, outcome = $7, mandate = $8, parent_id = $9, parent_depth = $10, depth = $11,
           position = $12, open = $13, seat_limit = $14, search_key = $15, version = version + 1
         WHERE partnership_id = $1 AND id = $2 AND version = $3 AND binned_at IS NULL",
        partnership,
        before.id,
        before.version,
        facts.kind,
        facts.word,
        facts.name,
        facts.outcome,
        facts.mandate,
        facts.parent,
        facts.parent.and(depth.checked_sub(1)),
        depth,
        facts.position,
        facts.open,
        facts.seat_limit(),
        facts.search_key()
    )?;
    if depth != before.depth {
        move_below(tx, before.id, i64::from(depth) - i64::from(before.depth)).await?;
    }
    Ok(())
}

/// Moves everything below `council` by so many steps, what is in the bin too.
async fn move_below(tx: &mut Tx, council: CouncilId, steps: i64) -> Result<()> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        run,
        "WITH RECURSIVE below (id) AS (
           SELECT id FROM council WHERE partnership_id = $1 AND parent_id = $2
           UNION SELECT c.id FROM council c JOIN below b ON c.parent_id = b.id WHERE c.partnership_id = $1)
         UPDATE council SET depth = depth + $3, parent_depth = parent_depth + $3 WHERE partnership_id = $1 AND id IN (SELECT id FROM below)",
        partnership,
        council,
        steps
    )
    .map(drop)
    .map_err(|error| error.on_constraint("council_depth", TreeRefusal::TooDeep { deepest: DEEPEST + 1 }))
}

/// Closes a body (with an instant) or opens it again (without).
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn update_closed(tx: &mut Tx, before: &Council, closed_at: Option<Moment>) -> Result<()> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        save,
        "UPDATE council SET closed_at = $4, version = version + 1 WHERE partnership_id = $1 AND id = $2 AND version = $3",
        partnership,
        before.id,
        before.version,
        closed_at
    )
}

/// Puts a body into the bin (with an instant) or takes it out (without).
///
/// # Errors
/// [`platform::errors::Error::Stale`] when somebody else has changed it since `before` was read.
pub async fn update_binned(tx: &mut Tx, before: &Council, binned_at: Option<Moment>) -> Result<()> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        save,
        "UPDATE council SET binned_at = $4, version = version + 1 WHERE partnership_id = $1 AND id = $2 AND version = $3",
        partnership,
        before.id,
        before.version,
        binned_at
    )
}
