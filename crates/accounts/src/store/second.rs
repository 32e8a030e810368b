//! Second factors: of the installation, one for an account at most, and its recovery codes.

use crate::{Mail, rules::Spent};
use platform::{clock::Moment, db::Tx, errors::Result, ids::AccountId, row, sql};

row! {
    /// A second factor that holds or is being set up.
    pub(crate) struct FactorRow {
        pub(crate) account_id: AccountId,
        pub(crate) secret: String,
        pub(crate) last_step: i64,
        pub(crate) made_at: Moment,
        pub(crate) confirmed_at: Option<Moment>,
    }
}

/// The second factor of an account, also one that is only being set up.
pub(crate) async fn second_factor(tx: &mut Tx, account: AccountId) -> Result<Option<FactorRow>> {
    let of = "SELECT account_id, secret, last_step, made_at, confirmed_at FROM second_factor WHERE account_id = $1";
    sql!(tx, find FactorRow, of, account)
}

/// The second factor that holds for the account of an address; one statement for everybody.
pub(crate) async fn second_factor_of_mail(tx: &mut Tx, mail: &Mail) -> Result<Option<FactorRow>> {
    sql!(
        tx,
        find FactorRow,
        "SELECT f.account_id, f.secret, f.last_step, f.made_at, f.confirmed_at FROM second_factor f JOIN account a ON a.id = f.account_id
         WHERE a.mail = $1 AND f.confirmed_at IS NOT NULL",
        mail.as_str()
    )
}

/// Whether an account asks for a code, in whatever transaction.
pub(crate) async fn has_second_factor(tx: &mut Tx, account: AccountId) -> Result<bool> {
    tx.step_out().await?;
    let holds = "SELECT count(*) FROM second_factor WHERE account_id = $1 AND confirmed_at IS NOT NULL";
    let count = sql!(tx, value i64, holds, account)?;
    tx.step_in().await?;
    Ok(count > 0)
}

/// To whom an unused recovery code belongs.
pub(crate) async fn recovery_code(tx: &mut Tx, hash: &str) -> Result<Option<AccountId>> {
    let of = "SELECT account_id FROM recovery_code WHERE code_hash = $1 AND used_at IS NULL";
    Ok(sql!(tx, find(AccountId,), of, hash)?.map(|(account,)| account))
}

/// How many recovery codes an account has left.
pub(crate) async fn recovery_codes_left(tx: &mut Tx, account: AccountId) -> Result<i64> {
    let left = "SELECT count(*) FROM recovery_code WHERE account_id = $1 AND used_at IS NULL";
    sql!(tx, value i64, left, account)
}

/// Uses a code up, in whatever transaction. False when somebody was faster.
pub(crate) async fn spend(tx: &mut Tx, account: AccountId, spent: &Spent) -> Result<bool> {
    tx.step_out().await?;
    let now = tx.now();
    let used = match spent {
        Spent::Step(step) => {
            let later = "UPDATE second_factor SET last_step = $1 WHERE account_id = $2 AND last_step < $1 AND confirmed_at IS NOT NULL";
            sql!(tx, run, later, step, account)?
        }
        Spent::Recovery(hash) => {
            let once = "UPDATE recovery_code SET used_at = $1 WHERE account_id = $2 AND code_hash = $3 AND used_at IS NULL";
            sql!(tx, run, once, now, account, hash)?
        }
        Spent::Passkey => 1,
    };
    tx.step_in().await?;
    Ok(used == 1)
}

/// Begins a second factor, in place of one that was begun and not confirmed. False when one holds.
pub(crate) async fn begin_second_factor(tx: &mut Tx, account: AccountId, sealed: &str) -> Result<bool> {
    let now = tx.now();
    let begun = sql!(
        tx,
        run,
        "INSERT INTO second_factor (account_id, secret, last_step, made_at) VALUES ($1, $2, 0, $3)
         ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, last_step = 0, made_at = excluded.made_at
         WHERE second_factor.confirmed_at IS NULL",
        account,
        sealed,
        now
    )?;
    Ok(begun == 1)
}

/// From here on the account asks for a code: the one of `step` is used, and these recovery codes are kept. False when it was
/// confirmed or begun anew meanwhile, or begun before `since`.
pub(crate) async fn confirm_second_factor(
    tx: &mut Tx,
    (account, sealed): (AccountId, &str),
    (step, since): (i64, Moment),
    hashes: &[String],
) -> Result<bool> {
    let now = tx.now();
    let confirmed = sql!(
        tx,
        run,
        "UPDATE second_factor SET confirmed_at = $1, last_step = $2
         WHERE account_id = $3 AND secret = $4 AND confirmed_at IS NULL AND made_at >= $5",
        now,
        step,
        account,
        sealed,
        since
    )?;
    if confirmed == 0 {
        return Ok(false);
    }
    for hash in hashes {
        let keep = "INSERT INTO recovery_code (account_id, code_hash) VALUES ($1, $2)";
        sql!(tx, must, keep, account, hash)?;
    }
    Ok(true)
}

/// Removes an account's second factor with its recovery codes, and a password that is too short to stand alone. False when it
/// had none.
pub(crate) async fn remove_second_factor(tx: &mut Tx, account: AccountId) -> Result<bool> {
    sql!(tx, run, "DELETE FROM recovery_code WHERE account_id = $1", account)?;
    let gone = sql!(tx, run, "DELETE FROM second_factor WHERE account_id = $1", account)?;
    sql!(tx, run, "DELETE FROM password WHERE account_id = $1 AND is_long = $2", account, false)?;
    Ok(gone == 1)
}

/// Second factors that were begun before an instant and never confirmed.
pub(crate) const FACTORS_LEFT: &str = "FROM second_factor WHERE confirmed_at IS NULL AND made_at < $1";
