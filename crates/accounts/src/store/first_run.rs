//! The first run: whether there is anybody yet, and the code on the console.

use platform::{db::Tx, errors::Result, sql};

/// Whether the installation has no account yet.
pub(crate) async fn is_empty(tx: &mut Tx) -> Result<bool> {
    let any = sql!(tx, value i64, "SELECT count(*) FROM (SELECT 1 FROM account LIMIT 1) AS anybody")?;
    Ok(any == 0)
}

/// Keeps the hash of a new code; the one before it is worth nothing any more.
pub(crate) async fn set_code(tx: &mut Tx, code_hash: &str) -> Result<()> {
    let now = tx.now();
    sql!(
        tx,
        must,
        "INSERT INTO first_run (one, code_hash, made_at) VALUES (1, $1, $2)
         ON CONFLICT (one) DO UPDATE SET code_hash = excluded.code_hash, made_at = excluded.made_at, used_at = NULL",
        code_hash,
        now
    )
}

/// Uses the code up. Of two at the same instant the second waits for the first, and then finds it used.
pub(crate) async fn use_code(tx: &mut Tx, code_hash: &str) -> Result<bool> {
    let now = tx.now();
    let used = sql!(
        tx,
        run,
        "UPDATE first_run SET used_at = $1 WHERE code_hash = $2 AND used_at IS NULL",
        now,
        code_hash
    )?;
    Ok(used == 1)
}
