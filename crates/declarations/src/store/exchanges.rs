//! The log of exchanges under agreements.

use crate::{AgreementId, ExchangeId};
use jiff::civil::Date;
use platform::{clock::Moment, db::Tx, errors::Result, personal::without_names, row, sql};
use serde::Serialize;

row! {
    /// One exchange that was held.
    pub struct Exchange {
        /// Which exchange.
        pub id: ExchangeId,
        /// When.
        pub held_on: Date,
        /// Who took part.
        pub who: String,
        /// What it was about.
        pub about: String,
        /// What came of it; may be empty.
        pub result: String,
        /// How its record stands.
        pub version: i64,
    }
}

/// An exchange on its way in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewExchange {
    /// When it was held.
    pub held_on: Date,
    /// Who took part.
    pub who: String,
    /// What it was about.
    pub about: String,
    /// What came of it.
    pub result: String,
}

/// The exchanges under an agreement, the last held first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_exchanges(tx: &mut Tx, of: AgreementId) -> Result<Vec<Exchange>> {
    sql!(
        tx,
        all Exchange,
        "SELECT id, held_on, who, about, result, version FROM exchange WHERE partnership_id = $1 AND agreement_id = $2 AND binned_at IS NULL
         ORDER BY held_on DESC, id DESC LIMIT 500",
        tx.partnership()?,
        of
    )
}

/// Stores an exchange.
///
/// # Errors
/// When the database refuses.
pub async fn insert_exchange(tx: &mut Tx, of: AgreementId, new: &NewExchange) -> Result<ExchangeId> {
    let (id, partnership, at) = (tx.new_id::<ExchangeId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO exchange (id, partnership_id, agreement_id, held_on, who, about, result, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id,
        partnership,
        of,
        new.held_on,
        new.who,
        new.about,
        new.result,
        at
    )?;
    Ok(id)
}

/// The exchange of that agreement, unless it is in the bin.
///
/// # Errors
/// When the database does not answer.
pub async fn find_exchange(tx: &mut Tx, of: AgreementId, id: ExchangeId) -> Result<Option<Exchange>> {
    sql!(
        tx,
        find Exchange,
        "SELECT id, held_on, who, about, result, version FROM exchange
         WHERE partnership_id = $1 AND agreement_id = $2 AND id = $3 AND binned_at IS NULL",
        tx.partnership()?,
        of,
        id
    )
}

/// The agreement under which an exchange was noted, in the bin or not.
///
/// # Errors
/// When the database does not answer.
pub async fn agreement_of(tx: &mut Tx, id: ExchangeId) -> Result<Option<AgreementId>> {
    let found = sql!(
        tx,
        find(AgreementId,),
        "SELECT agreement_id FROM exchange WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        id
    )?;
    Ok(found.map(|(id,)| id))
}

/// Corrects what was noted.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_exchange(tx: &mut Tx, before: &Exchange, new: &NewExchange) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE exchange SET held_on = $1, who = $2, about = $3, result = $4, version = version + 1
         WHERE partnership_id = $5 AND id = $6 AND version = $7 AND binned_at IS NULL",
        new.held_on,
        new.who,
        new.about,
        new.result,
        tx.partnership()?,
        before.id,
        before.version
    )
}

/// Takes an exchange out of sight, or back into it.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since, or is not where it was.
pub async fn bin_exchange(
    tx: &mut Tx,
    (id, version): (ExchangeId, Option<i64>),
    binned_at: Option<Moment>,
) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE exchange SET binned_at = $1, version = version + 1
         WHERE partnership_id = $2 AND id = $3 AND version = COALESCE($4, version) AND (binned_at IS NULL) = $5",
        binned_at,
        tx.partnership()?,
        id,
        version,
        binned_at.is_some()
    )
}

/// Takes names from what was noted under an agreement, in the bin too; gives from how many.
///
/// # Errors
/// When the database refuses.
pub async fn forget_names(tx: &mut Tx, of: AgreementId, names: &[String]) -> Result<u64> {
    let (partnership, mut gone) = (tx.partnership()?, 0);
    let all: Vec<Exchange> = sql!(
        tx,
        all Exchange,
        "SELECT id, held_on, who, about, result, version FROM exchange WHERE partnership_id = $1 AND agreement_id = $2 ORDER BY id LIMIT 10000",
        partnership,
        of
    )?;
    for of in all {
        let clean = |words: &str| without_names(words, names);
        let (who, about, result) = (clean(&of.who), clean(&of.about), clean(&of.result));
        if (&who, &about, &result) != (&of.who, &of.about, &of.result) {
            gone += sql!(
                tx,
                run,
                "UPDATE exchange SET who = $1, about = $2, result = $3, version = version + 1 WHERE partnership_id = $4 AND id = $5",
                who,
                about,
                result,
                partnership,
                of.id
            )?;
        }
    }
    Ok(gone)
}
