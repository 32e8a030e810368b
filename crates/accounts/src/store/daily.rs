//! Who gets the daily mail of a partnership, and what it held last.

use crate::Span;
use jiff::civil::Date;
use platform::{
    authority::{Grant, Office},
    db::{Json, Tx},
    errors::Result,
    ids::{AccountId, PartnershipId, Ref},
    langs::Lang,
    row, sql,
};
use std::collections::BTreeSet;
use uuid::Uuid;

row! {
    /// What a person chose, and how far she was told.
    pub(crate) struct DailyRow {
        /// Whether she wants it; none when she never said.
        pub(crate) wanted: Option<bool>,
        /// The topics of which she wants no more.
        pub(crate) stopped: Json<Vec<String>>,
        /// By what the lines of the last day are known.
        pub(crate) told: Json<BTreeSet<String>>,
        /// On which day it was last looked whether there is something to tell.
        pub(crate) looked_on: Option<Date>,
    }
}

impl Default for DailyRow {
    fn default() -> Self {
        Self { wanted: None, stopped: Json(Vec::new()), told: Json(BTreeSet::new()), looked_on: None }
    }
}

row! {
    /// One grant of somebody who may be written to.
    pub(crate) struct ReaderRow {
        pub(crate) account: AccountId,
        pub(crate) mail: String,
        pub(crate) name: String,
        pub(crate) lang: Lang,
        pub(crate) office: Office,
        pub(crate) on_kind: Option<String>,
        pub(crate) on_id: Option<Uuid>,
        pub(crate) from_on: Date,
        pub(crate) until_on: Option<Date>,
    }
}

impl ReaderRow {
    /// When the grant holds.
    pub(crate) const fn span(&self) -> Span {
        Span { from: self.from_on, until: self.until_on }
    }

    /// The grant.
    pub(crate) fn grant(&self, here: PartnershipId) -> Grant {
        let on = self.on_kind.as_ref().zip(self.on_id).map(|(kind, id)| Ref::new(kind.as_str(), id));
        Grant { office: self.office, partnership: Some(here), on }
    }
}

/// The grants here of all accounts that were entered and have not ended, account by account.
pub(crate) async fn readers(tx: &mut Tx) -> Result<Vec<ReaderRow>> {
    let here = tx.partnership()?;
    sql!(
        tx,
        all ReaderRow,
        "SELECT a.id AS account, a.mail, a.name, a.lang, g.office, g.on_kind, g.on_id, g.from_on, g.until_on
         FROM office_grant g JOIN account a ON a.id = g.account_id
         WHERE g.partnership_id = $1 AND g.revoked_at IS NULL AND a.ended_at IS NULL AND a.entered_at IS NOT NULL
         ORDER BY a.id, g.granted_at, g.id LIMIT 10000",
        here
    )
}

/// What an account chose here; what nobody chose when it never did.
pub(crate) async fn daily_of(tx: &mut Tx, account: AccountId) -> Result<DailyRow> {
    let here = tx.partnership()?;
    let found = sql!(
        tx,
        find DailyRow,
        "SELECT wanted, stopped, told, looked_on FROM daily_mail WHERE partnership_id = $1 AND account_id = $2",
        here,
        account
    )?;
    Ok(found.unwrap_or_default())
}

/// Keeps what an account chose here.
pub(crate) async fn choose_daily(
    tx: &mut Tx,
    account: AccountId,
    (wanted, stopped): (bool, &[String]),
) -> Result<()> {
    let (here, stopped) = (tx.partnership()?, Json(stopped.to_vec()));
    let none: Json<BTreeSet<String>> = Json(BTreeSet::new());
    sql!(
        tx,
        must,
        "INSERT INTO daily_mail (partnership_id, account_id, wanted, stopped, told) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (partnership_id, account_id) DO UPDATE SET wanted = excluded.wanted, stopped = excluded.stopped",
        here,
        account,
        wanted,
        stopped,
        none
    )
}

/// Notes that it was looked on a day, and what was there. False when somebody looked on that day before.
pub(crate) async fn look_daily(
    tx: &mut Tx,
    account: AccountId,
    (on, told): (Date, &BTreeSet<String>),
) -> Result<bool> {
    let (here, told) = (tx.partnership()?, Json(told.clone()));
    let none: Json<Vec<String>> = Json(Vec::new());
    let looked = sql!(
        tx,
        run,
        "INSERT INTO daily_mail (partnership_id, account_id, stopped, told, looked_on) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (partnership_id, account_id) DO UPDATE SET told = excluded.told, looked_on = excluded.looked_on
         WHERE daily_mail.looked_on IS NULL OR daily_mail.looked_on <> excluded.looked_on",
        here,
        account,
        none,
        told,
        on
    )?;
    Ok(looked == 1)
}

const WITHOUT_ACCESS: &str = "FROM daily_mail WHERE partnership_id = $1 AND NOT EXISTS (
     SELECT 1 FROM office_grant g JOIN account a ON a.id = g.account_id
     WHERE g.partnership_id = $1 AND g.account_id = daily_mail.account_id AND g.revoked_at IS NULL AND a.ended_at IS NULL
     AND (g.until_on IS NULL OR g.until_on >= $2))";

/// The accounts that chose something here, or were told, and hold nothing any more on this day nor later.
pub(crate) async fn without_access(tx: &mut Tx, today: Date) -> Result<Vec<AccountId>> {
    let (here, text) = (tx.partnership()?, format!("SELECT account_id {WITHOUT_ACCESS} LIMIT 10000"));
    let rows = sql!(tx, all(AccountId,), &text, here, today)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Forgets what an account chose here. Gives how many rows went.
pub(crate) async fn forget_daily(tx: &mut Tx, account: AccountId) -> Result<u64> {
    let here = tx.partnership()?;
    sql!(tx, run, "DELETE FROM daily_mail WHERE partnership_id = $1 AND account_id = $2", here, account)
}
