//! Offers and needs: kept, changed, confirmed, binned.

use super::offers::Offer;
use crate::{
    OfferId,
    rules::offers::{NewOffer, check_offer},
};
use jiff::civil::Date;
use platform::{
    db::Tx,
    errors::{OrNotFound, Result},
    sql,
    text::fold,
};
use serde_json::{Value, json};

fn said(of: &NewOffer) -> Value {
    json!({
        "organization": of.whose.organization(), "person": of.whose.person(),
        "side": of.side.code(), "kind": of.kind.code(), "title": of.title, "about": of.about, "amount": of.amount, "times": of.times,
        "area": of.area, "language": of.language, "from_on": of.from_on, "until_on": of.until_on, "visibility": of.visibility,
    })
}

fn key(of: &NewOffer) -> String {
    format!("{} {} {} {}", of.title.search_key(), of.about.search_key(), fold(&of.amount), fold(&of.times))
}

/// Keeps an offer or a need, confirmed today, and writes the audit entry.
///
/// # Errors
/// What the check of an offer refuses; when the database refuses.
pub async fn add_offer(tx: &mut Tx, new: &NewOffer, today: Date) -> Result<OfferId> {
    check_offer(new)?;
    let (id, now) = (tx.new_id::<OfferId>()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO offer (id, partnership_id, organization_id, person_id, side, kind, title, about, amount, times, area_id, language,
         from_on, until_on, visibility, search_key, confirmed_on, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        id,
        tx.partnership()?,
        new.whose.organization(),
        new.whose.person(),
        new.side,
        new.kind,
        new.title,
        new.about,
        new.amount,
        new.times,
        new.area,
        new.language,
        new.from_on,
        new.until_on,
        new.visibility,
        key(new),
        today,
        now
    )?;
    tx.audit("offer.added", id, None::<&()>, Some(&said(new))).await?;
    Ok(id)
}

/// Changes an offer or a need, which confirms it, and writes the audit entry.
///
/// # Errors
/// As [`check_offer`]; [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn change_offer(tx: &mut Tx, before: &Offer, after: &NewOffer, today: Date) -> Result<()> {
    check_offer(after)?;
    let Some((old, mut new)) = super::changes(&said(&before.facts()?), &said(after)) else {
        return confirm_offer(tx, before, today).await;
    };
    // With whose it is, so that it is emptied with the record of the person.
    if let (Some(person), Some(new)) = (after.whose.person(), new.as_object_mut()) {
        new.insert("person".to_owned(), json!(person));
    }
    sql!(
        tx,
        save,
        "UPDATE offer SET side = $1, kind = $2, title = $3, about = $4, amount = $5, times = $6, area_id = $7, language = $8, from_on = $9,
         until_on = $10, visibility = $11, search_key = $12, confirmed_on = $13, version = version + 1
         WHERE partnership_id = $14 AND id = $15 AND version = $16 AND binned_at IS NULL",
        after.side,
        after.kind,
        after.title,
        after.about,
        after.amount,
        after.times,
        after.area,
        after.language,
        after.from_on,
        after.until_on,
        after.visibility,
        key(after),
        today,
        tx.partnership()?,
        before.id,
        before.version
    )?;
    tx.audit("offer.changed", before.id, Some(&old), Some(&new)).await
}

/// Notes that it is still so today, and writes the audit entry.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since it was read.
pub async fn confirm_offer(tx: &mut Tx, of: &Offer, today: Date) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE offer SET confirmed_on = $1, version = version + 1
         WHERE partnership_id = $2 AND id = $3 AND version = $4 AND binned_at IS NULL",
        today,
        tx.partnership()?,
        of.id,
        of.version
    )?;
    let (old, new) = (json!({ "confirmed_on": of.confirmed_on }), json!({ "confirmed_on": today }));
    tx.audit("offer.confirmed", of.id, Some(&old), Some(&new)).await
}

/// Puts it into the bin and writes the audit entry.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since it was read.
pub async fn bin_offer(tx: &mut Tx, of: &Offer) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE offer SET binned_at = $1, version = version + 1 WHERE partnership_id = $2 AND id = $3 AND version = $4 AND binned_at IS NULL",
        tx.now(),
        tx.partnership()?,
        of.id,
        of.version
    )?;
    tx.bin(of.id, &of.title).await?;
    tx.audit("offer.binned", of.id, None::<&()>, None::<&()>).await
}

/// Takes it out of the bin and writes the audit entry.
///
/// # Errors
/// [`platform::errors::Error::NotFound`] when it does not lie there.
pub async fn restore_offer(tx: &mut Tx, id: OfferId) -> Result<()> {
    let changed = sql!(
        tx,
        run,
        "UPDATE offer SET binned_at = NULL, version = version + 1 WHERE partnership_id = $1 AND id = $2 AND binned_at IS NOT NULL",
        tx.partnership()?,
        id
    )?;
    (changed == 1).then_some(()).or_not_found()?;
    tx.audit("offer.restored", id, None::<&()>, None::<&()>).await
}
