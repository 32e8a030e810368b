//! Records that became one: what moves, and how it moves back; and pairs that are two.

use crate::{
    CheckId, LetterId, LocationId, MergeId, ServiceId, SuggestionId,
    store::{
        locations::{locations_of, offer_at},
        services::{Service, bin_service},
    },
};
use partners::Reader;
use platform::{
    clock::Moment,
    db::{Json, List, Sort, Tx},
    errors::Result,
    ids::PartnershipId,
    row, sql,
    text::Text,
};
use serde::{Deserialize, Serialize};

/// What moved from the record that went to the one that stayed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Moved {
    /// Looks at it.
    pub checks: Vec<CheckId>,
    /// Letters that ask about it.
    pub letters: Vec<LetterId>,
    /// Suggestions about it.
    pub suggestions: Vec<SuggestionId>,
    /// Places that the one that stayed was not offered at.
    pub places: Vec<LocationId>,
    /// How it went there, and why people could not get help: need, what was said, month, how often.
    pub experiences: Vec<(String, String, String, i64)>,
}

row! {
    /// Two records that became one.
    pub struct Merge {
        /// Which.
        pub id: MergeId,
        /// The one that stayed.
        pub kept_id: ServiceId,
        /// What it is called.
        pub kept: Text,
        /// The one that went.
        pub gone_id: ServiceId,
        /// What it is called.
        pub gone: Text,
        /// What moved.
        pub moved: Json<Moved>,
        /// When.
        pub merged_at: Moment,
        /// When it was undone.
        pub undone_at: Option<Moment>,
    }
}

fn merges(partnership: &PartnershipId) -> List<'_> {
    List::new(
        "m.id, m.kept_id, k.name AS kept, m.gone_id, g.name AS gone, m.moved, m.merged_at, m.undone_at",
        "service_merge m JOIN service k ON k.partnership_id = m.partnership_id AND k.id = m.kept_id
         JOIN service g ON g.partnership_id = m.partnership_id AND g.id = m.gone_id",
    )
    .filter("m.partnership_id = ?", partnership)
}

/// The records that became one lately and were not parted again; at most 50.
///
/// # Errors
/// When the database does not answer.
pub async fn list_merges(tx: &mut Tx) -> Result<Vec<Merge>> {
    let partnership = tx.partnership()?;
    let list = merges(&partnership).only("m.undone_at IS NULL");
    tx.rows(&list.sort("m.merged_at", Sort::Down).sort("m.id", Sort::Up).page(1, 50)).await
}

/// One of them.
///
/// # Errors
/// When the database does not answer.
pub async fn find_merge(tx: &mut Tx, id: MergeId) -> Result<Option<Merge>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&merges(&partnership).filter("m.id = ?", &id).page(1, 1)).await?.pop())
}

/// Makes two records one: `gone` leaves the inventory, and all that refers to it refers to `kept`.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when one of them has changed since it was read.
pub async fn merge(tx: &mut Tx, kept: &Service, gone: &Service) -> Result<MergeId> {
    let (id, partnership, at) = (tx.new_id::<MergeId>()?, tx.partnership()?, tx.now());
    let moved = move_all(tx, (gone.id, kept.id)).await?;
    bin_service(tx, (gone.id, Some(gone.version)), Some(at)).await?;
    touch(tx, kept.id, Some(kept.version)).await?;
    sql!(
        tx,
        must,
        "INSERT INTO service_merge (id, partnership_id, kept_id, gone_id, moved, merged_at) VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        partnership,
        kept.id,
        gone.id,
        Json(&moved),
        at
    )?;
    Ok(id)
}

/// Makes them two again: what moved goes back, and nothing that came to `kept` since.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it was undone before.
pub async fn undo_merge(tx: &mut Tx, of: &Merge) -> Result<()> {
    let (partnership, at) = (tx.partnership()?, tx.now());
    sql!(
        tx,
        save,
        "UPDATE service_merge SET undone_at = $1 WHERE partnership_id = $2 AND id = $3 AND undone_at IS NULL",
        at,
        partnership,
        of.id
    )?;
    let moved = &of.moved.0;
    for check in &moved.checks {
        sql!(tx, run, MOVE_CHECK, partnership, check, of.gone_id)?;
    }
    for letter in &moved.letters {
        sql!(tx, run, MOVE_LETTER, partnership, letter, of.kept_id, of.gone_id)?;
    }
    for suggestion in &moved.suggestions {
        sql!(tx, run, MOVE_SUGGESTION, partnership, suggestion, of.gone_id)?;
    }
    for (need, said, month, times) in &moved.experiences {
        lessen(tx, of.kept_id, (need, said, month), *times).await?;
        sql!(tx, must, ADD_EXPERIENCES, partnership, of.gone_id, need, said, month, times)?;
    }
    let places = locations_of(tx, Reader::Staff, of.kept_id).await?;
    let left: Vec<LocationId> =
        places.iter().map(|one| one.id).filter(|id| !moved.places.contains(id)).collect();
    offer_at(tx, of.kept_id, &left).await?;
    touch(tx, of.kept_id, None).await?;
    bin_service(tx, (of.gone_id, None), None).await
}

const MOVE_CHECK: &str = "UPDATE service_check SET service_id = $3 WHERE partnership_id = $1 AND id = $2";
const MOVE_LETTER: &str = "UPDATE service_letter_service SET service_id = $4 WHERE partnership_id = $1 AND letter_id = $2 AND service_id = $3";
const MOVE_SUGGESTION: &str = "UPDATE suggestion SET service_id = $3 WHERE partnership_id = $1 AND id = $2";
const ADD_EXPERIENCES: &str = "INSERT INTO service_experience (partnership_id, service_id, need, said, month, times) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (partnership_id, service_id, need, said, month) DO UPDATE SET times = service_experience.times + $6";

async fn touch(tx: &mut Tx, id: ServiceId, version: Option<i64>) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE service SET version = version + 1 WHERE partnership_id = $1 AND id = $2 AND version = COALESCE($3, version)",
        tx.partnership()?,
        id,
        version
    )
}

/// Takes so many times off a count; what reaches none is no row.
async fn lessen(
    tx: &mut Tx,
    service: ServiceId,
    (need, said, month): (&str, &str, &str),
    times: i64,
) -> Result<()> {
    let partnership = tx.partnership()?;
    for statement in [
        "DELETE FROM service_experience WHERE partnership_id = $1 AND service_id = $2 AND need = $3 AND said = $4 AND month = $5 AND times <= $6",
        "UPDATE service_experience SET times = times - $6
         WHERE partnership_id = $1 AND service_id = $2 AND need = $3 AND said = $4 AND month = $5 AND times > $6",
    ] {
        sql!(tx, run, statement, partnership, service, need, said, month, times)?;
    }
    Ok(())
}

async fn move_all(tx: &mut Tx, (from, to): (ServiceId, ServiceId)) -> Result<Moved> {
    let partnership = tx.partnership()?;
    let checks: Vec<(CheckId,)> = sql!(
        tx,
        all(CheckId,),
        "SELECT id FROM service_check WHERE partnership_id = $1 AND service_id = $2 ORDER BY id",
        partnership,
        from
    )?;
    let letters: Vec<(LetterId,)> = sql!(
        tx,
        all(LetterId,),
        "SELECT a.letter_id FROM service_letter_service a WHERE a.partnership_id = $1 AND a.service_id = $2
           AND NOT EXISTS (SELECT 1 FROM service_letter_service b WHERE b.partnership_id = a.partnership_id AND b.letter_id = a.letter_id AND b.service_id = $3)
         ORDER BY a.letter_id",
        partnership,
        from,
        to
    )?;
    let suggestions: Vec<(SuggestionId,)> = sql!(
        tx,
        all(SuggestionId,),
        "SELECT id FROM suggestion WHERE partnership_id = $1 AND service_id = $2 ORDER BY id",
        partnership,
        from
    )?;
    let experiences: Vec<(String, String, String, i64)> = sql!(
        tx,
        all(String, String, String, i64),
        "SELECT need, said, month, times FROM service_experience WHERE partnership_id = $1 AND service_id = $2 ORDER BY need, said, month",
        partnership,
        from
    )?;
    let had: Vec<LocationId> = locations_of(tx, Reader::Staff, to).await?.iter().map(|one| one.id).collect();
    let theirs = locations_of(tx, Reader::Staff, from).await?;
    let moved = Moved {
        checks: checks.into_iter().map(|(id,)| id).collect(),
        letters: letters.into_iter().map(|(id,)| id).collect(),
        suggestions: suggestions.into_iter().map(|(id,)| id).collect(),
        places: theirs.into_iter().map(|one| one.id).filter(|id| !had.contains(id)).collect(),
        experiences,
    };
    for check in &moved.checks {
        sql!(tx, run, MOVE_CHECK, partnership, check, to)?;
    }
    for letter in &moved.letters {
        sql!(tx, run, MOVE_LETTER, partnership, letter, from, to)?;
    }
    for suggestion in &moved.suggestions {
        sql!(tx, run, MOVE_SUGGESTION, partnership, suggestion, to)?;
    }
    for (need, said, month, times) in &moved.experiences {
        sql!(tx, must, ADD_EXPERIENCES, partnership, to, need, said, month, times)?;
        lessen(tx, from, (need, said, month), *times).await?;
    }
    let all: Vec<LocationId> = had.into_iter().chain(moved.places.iter().copied()).collect();
    offer_at(tx, to, &all).await?;
    Ok(moved)
}

/// Notes that two services are two.
///
/// # Errors
/// When the database refuses.
pub async fn say_apart(tx: &mut Tx, one: ServiceId, other: ServiceId) -> Result<()> {
    let (partnership, at) = (tx.partnership()?, tx.now());
    let (one, other) = (one.min(other), one.max(other));
    sql!(
        tx,
        run,
        "INSERT INTO service_apart (partnership_id, one_id, other_id, said_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (partnership_id, one_id, other_id) DO NOTHING",
        partnership,
        one,
        other,
        at
    )
    .map(drop)
}

/// The pairs that are two, each with the lower id first.
///
/// # Errors
/// When the database does not answer.
pub async fn pairs_apart(tx: &mut Tx) -> Result<Vec<(ServiceId, ServiceId)>> {
    sql!(
        tx,
        all(ServiceId, ServiceId),
        "SELECT one_id, other_id FROM service_apart WHERE partnership_id = $1 ORDER BY one_id, other_id",
        tx.partnership()?
    )
}
