//! What is held about a person, room by room: shown on one page, taken away as a file, and let go of when she asks.
//!
//! A room that keeps something about the people it knows brings a [`Holding`]. An erasure asks all of them in one transaction,
//! the highest room first, and leaves a certificate that names nobody. The certificate keeps the id of the record, which leads
//! to nothing any more, so that an erasure can be repeated after an older backup was restored.

mod names;
mod own;

pub use names::without_names;
pub(crate) use own::{own, texts};

use crate::{
    clock::Moment,
    ctx::Ctx,
    db::{Json, List, Page, Sort, Tx},
    errors::Result,
    manifest::Fut,
    row, sql,
};
use serde::Serialize;
use std::collections::BTreeMap;
use uuid::Uuid;

crate::id! { /// One erasure.
ErasureId, "erasure" }

/// About whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The id of her record.
    pub person: Uuid,
    /// The mail addresses that are or were hers, and nobody else's: what came or went under them is hers too.
    pub addresses: Vec<String>,
    /// The telephone numbers that are or were hers, and nobody else's.
    pub phones: Vec<String>,
    /// The names that she has or had in her record: where a text of her seats says one of them, it says it of her.
    pub names: Vec<String>,
}

impl Subject {
    /// Somebody of whom nothing is known but her record.
    pub const fn of(person: Uuid) -> Self {
        Self { person, addresses: Vec::new(), phones: Vec::new(), names: Vec::new() }
    }
}

/// One thing that is held about a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Held {
    /// What it is, in the reader's language.
    pub what: String,
    /// What it says.
    pub words: String,
    /// Since when, where that is known.
    pub since: Option<Moment>,
}

impl Held {
    /// Something that stands without a date.
    pub fn new(what: impl Into<String>, words: impl Into<String>) -> Self {
        Self { what: what.into(), words: words.into(), since: None }
    }

    /// The same with the instant since which it stands.
    #[must_use]
    pub fn since(mut self, at: Moment) -> Self {
        self.since = Some(at);
        self
    }
}

/// What one room holds about people.
#[derive(Clone, Copy)]
pub struct Holding {
    /// The key of its heading; also its name in a certificate.
    pub key: &'static str,
    /// All of it, for the person to read.
    pub held: for<'a> fn(&'a Ctx, &'a mut Tx, &'a Subject) -> Fut<'a, Result<Vec<Held>>>,
    /// Lets go of it, and says of how much.
    pub erase: for<'a> fn(&'a Ctx, &'a mut Tx, &'a Subject) -> Fut<'a, Result<u64>>,
}

/// Why a record was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The person asked.
    Asked,
    /// Nothing it was kept for was left.
    NotNeeded,
    /// Its time in the bin was over.
    BinEmptied,
}

impl Why {
    /// What a person can give as a reason.
    pub const GIVEN: [Self; 2] = [Self::Asked, Self::NotNeeded];

    /// The code in the database and in word keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::NotNeeded => "not-needed",
            Self::BinEmptied => "bin-emptied",
        }
    }

    /// The reason of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Asked, Self::NotNeeded, Self::BinEmptied].into_iter().find(|why| why.code() == code)
    }
}

crate::coded!(Why);

row! {
    /// That a record was erased: no word in it names the person.
    pub struct Certificate {
        /// Which erasure.
        pub id: ErasureId,
        /// When.
        pub erased_at: Moment,
        /// By whom, by the name used then.
        pub erased_by: String,
        /// Why.
        pub why: Why,
        /// How many things each holding let go of, by its key.
        pub counts: Json<BTreeMap<String, u64>>,
    }
}

const COLUMNS: &str = "id, erased_at, erased_by, why, counts";

/// What every room holds about `subject`, under the keys of their headings, in reading order.
///
/// # Errors
/// When the database does not answer.
pub async fn held(ctx: &Ctx, tx: &mut Tx, subject: &Subject) -> Result<Vec<(&'static str, Vec<Held>)>> {
    let mut all = Vec::new();
    for holding in holdings(ctx) {
        all.push((holding.key, (holding.held)(ctx, tx, subject).await?));
    }
    Ok(all)
}

/// Has every room let go of what it holds about `subject`, and writes the certificate.
///
/// # Errors
/// When the database refuses; then nothing is erased.
pub async fn erase(ctx: &Ctx, tx: &mut Tx, subject: &Subject, why: Why) -> Result<ErasureId> {
    let mut counts = BTreeMap::new();
    for holding in holdings(ctx).rev() {
        counts.insert(holding.key.to_owned(), (holding.erase)(ctx, tx, subject).await?);
    }
    tx.certify(subject.person, why, counts).await
}

fn holdings(ctx: &Ctx) -> impl DoubleEndedIterator<Item = &Holding> {
    ctx.app.house.rooms.iter().flat_map(|room| &room.holdings)
}

impl Tx {
    async fn certify(&mut self, person: Uuid, why: Why, counts: BTreeMap<String, u64>) -> Result<ErasureId> {
        let (id, at, by) = (self.new_id::<ErasureId>()?, self.now, self.author.words());
        sql!(
            self,
            must,
            "INSERT INTO erasure (id, partnership_id, person_id, erased_at, erased_by, why, counts) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            id,
            self.partnership()?,
            person,
            at,
            by,
            why,
            Json(counts)
        )?;
        self.audit("erasure.done", id, None::<&()>, Some(&why)).await?;
        Ok(id)
    }

    /// The certificate of an erasure.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn certificate(&mut self, id: ErasureId) -> Result<Option<Certificate>> {
        sql!(
            self,
            find Certificate,
            "SELECT id, erased_at, erased_by, why, counts FROM erasure WHERE partnership_id = $1 AND id = $2",
            self.partnership()?,
            id
        )
    }

    /// The ids of all records that were erased, with the instant and the reason, the oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn erased(&mut self) -> Result<Vec<(Uuid, Moment, Why)>> {
        sql!(
            self,
            all(Uuid, Moment, Why),
            "SELECT person_id, erased_at, why FROM erasure WHERE partnership_id = $1 ORDER BY erased_at, id LIMIT 100000",
            self.partnership()?
        )
    }

    /// A page of certificates, the newest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn certificates(&mut self, ctx: &Ctx) -> Result<Page<Certificate>> {
        let partnership = self.partnership()?;
        let list = List::new(COLUMNS, "erasure")
            .filter("partnership_id = ?", &partnership)
            .sort("erased_at", Sort::Down)
            .sort("id", Sort::Up);
        self.page_for(&ctx.address(), list).await
    }
}
