//! The gate: to whom a cookie belongs, and what she may do on this day.

use crate::{rules, store};
use platform::{
    app::{App, Gate},
    authority::SignedIn,
    db::Tx,
    errors::Result,
    ids::AccountId,
    manifest::Fut,
};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Knows the account behind every cookie.
#[derive(Debug, Clone, Copy)]
pub struct Keeper;

impl Gate for Keeper {
    fn signed_in<'a>(&'a self, app: &'a App, secret: &'a str) -> Fut<'a, Result<Option<SignedIn>>> {
        Box::pin(look_up(app, secret))
    }

    fn coordinators<'a>(&'a self, tx: &'a mut Tx) -> Fut<'a, Result<Vec<(AccountId, String)>>> {
        Box::pin(store::coordinating(tx))
    }
}

/// What of a secret is kept: SHA-256, in hexadecimal. A secret has 256 bits of chance, so it needs no salt and no slowness.
pub(crate) fn hash(secret: &str) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(secret.as_bytes()) {
        // Writing into a text does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

async fn look_up(app: &App, secret: &str) -> Result<Option<SignedIn>> {
    let now = app.clock.now();
    let mut tx = app.db.reading(None, now).await?;
    let found = store::sign_in_by_hash(&mut tx, &hash(secret)).await?;
    let Some(row) = found.filter(|row| rules::lasts(row.made_at, row.seen_at, now)) else {
        tx.done().await?;
        return Ok(None);
    };
    let grants = store::zoned_grants_of(&mut tx, row.account_id).await?;
    tx.done().await?;
    if rules::is_worth_noting(row.seen_at, now) {
        note(app, &row).await;
    }
    let grants = grants.into_iter().filter(|grant| grant.is_in_force(now)).map(Into::into).collect();
    let (account, sign_in) = (row.account_id, row.id.0);
    Ok(Some(SignedIn { account, name: row.name, lang: row.lang, sign_in, grants }))
}

/// Notes that a sign-in was seen. When that fails the request goes on: it is the note that is lost.
async fn note(app: &App, row: &store::SignedInRow) {
    let noted = async {
        let mut tx = app.db.writing(None, app.clock.now()).await?;
        store::note_seen(&mut tx, row.id).await?;
        tx.commit().await
    };
    if let Err(error) = noted.await {
        tracing::warn!(%error, "noting that a sign-in was seen");
    }
}
