//! Accounts that are closed and opened again: rows of the installation.

use super::{GrantRow, grants_of, holders, today_in};
use crate::rules::Place;
use platform::{
    authority::Office,
    clock::Moment,
    db::{List, Page, Sort, Tx},
    errors::{Error, OrNotFound, Result},
    ids::{AccountId, PartnershipId},
    langs::Lang,
    row, sql,
    text::Text,
};

/// The places that an account runs, alone or with others, in a transaction of the installation that stands alone in all of
/// them from here on: whoever else closes, revokes or grants there waits.
///
/// # Errors
/// [`Error::Stale`] when it came to run another one meanwhile; or when the database does not answer.
pub(crate) async fn places_run_by(tx: &mut Tx, account: AccountId, lang: Lang) -> Result<Vec<Place>> {
    let before = partnerships_run(&grants_of(tx, account).await?);
    tx.stand_alone_in(&before).await?;
    line_up_administrators(tx).await?;
    let own = grants_of(tx, account).await?;
    let here = partnerships_run(&own);
    if here.iter().any(|id| !before.contains(id)) {
        return Err(Error::Stale);
    }
    let mut places = Vec::new();
    for id in here {
        let name = sql!(tx, value Text, "SELECT name FROM partnership WHERE id = $1", id)?;
        let name = Some(name.plain(lang).to_owned());
        places.push(place(tx, (&own, name), (Office::Coordinator, Some(id))).await?);
    }
    if own.iter().any(|row| row.office == Office::Administrator) {
        places.push(place(tx, (&own, None), (Office::Administrator, None)).await?);
    }
    Ok(places)
}

/// The partnerships where an account holds anything, in a transaction of the installation.
pub(crate) async fn partnerships_of(tx: &mut Tx, account: AccountId) -> Result<Vec<PartnershipId>> {
    Ok(sorted(grants_of(tx, account).await?.iter().filter_map(|row| row.partnership_id)))
}

fn partnerships_run(grants: &[GrantRow]) -> Vec<PartnershipId> {
    let run = grants.iter().filter(|row| row.office == Office::Coordinator);
    sorted(run.filter_map(|row| row.partnership_id))
}

fn sorted(ids: impl Iterator<Item = PartnershipId>) -> Vec<PartnershipId> {
    let mut ids: Vec<PartnershipId> = ids.collect();
    ids.sort();
    ids.dedup();
    ids
}

async fn place(
    tx: &mut Tx,
    (own, partnership): (&[GrantRow], Option<String>),
    (office, at): (Office, Option<PartnershipId>),
) -> Result<Place> {
    let held = holders(tx, (office, at)).await?;
    let own = own.iter().filter(|row| row.office == office && row.partnership_id == at).map(|row| row.id);
    Ok(Place { partnership, held, own: own.collect(), today: today_in(tx, at).await? })
}

/// The installation has no head row: its administrators' accounts stand for it, always in the same order.
async fn line_up_administrators(tx: &mut Tx) -> Result<()> {
    let all = sql!(
        tx,
        all(AccountId,),
        "SELECT DISTINCT account_id FROM office_grant WHERE office = $1 AND revoked_at IS NULL ORDER BY account_id LIMIT 1000",
        Office::Administrator
    )?;
    for (id,) in all {
        sql!(tx, run, "UPDATE account SET version = version WHERE id = $1", id)?;
    }
    Ok(())
}

/// Closes an account, and ends it on all its devices. False when it is closed already.
pub(crate) async fn close(tx: &mut Tx, account: AccountId) -> Result<bool> {
    let now = tx.now();
    let close = "UPDATE account SET ended_at = $1, version = version + 1 WHERE id = $2 AND ended_at IS NULL";
    let closed = sql!(tx, run, close, now, account)?;
    end_all_sign_ins(tx, account).await?;
    Ok(closed == 1)
}

/// Opens a closed account again. False when it is not closed, or was erased.
pub(crate) async fn reopen(tx: &mut Tx, account: AccountId) -> Result<bool> {
    let open = "UPDATE account SET ended_at = NULL, version = version + 1 WHERE id = $1 AND ended_at IS NOT NULL AND name <> ''";
    Ok(sql!(tx, run, open, account)? == 1)
}

/// Ends an account on all its devices, in a transaction of the installation or one that stepped out.
pub(crate) async fn end_all_sign_ins(tx: &mut Tx, account: AccountId) -> Result<()> {
    let now = tx.now();
    sql!(
        tx,
        run,
        "UPDATE sign_in SET ended_at = $1 WHERE account_id = $2 AND ended_at IS NULL",
        now,
        account
    )?;
    Ok(())
}

/// Whether an account holds nothing anywhere, in a partnership's transaction. If so, it holds nothing until the transaction
/// ends: the account's row is locked, so what another partnership has granted and not committed yet is waited for and counted.
/// Whoever asks this of several accounts asks in the order of their ids.
pub(crate) async fn holds_nothing(tx: &mut Tx, account: AccountId) -> Result<bool> {
    tx.step_out().await?;
    let rest = "SELECT count(*) FROM office_grant WHERE account_id = $1 AND revoked_at IS NULL";
    // Who is needed elsewhere, an administrator above all, is not waited for.
    let mut count = sql!(tx, value i64, rest, account)?;
    if count == 0 {
        let lock = format!("SELECT id FROM account WHERE id = $1 {}", tx.dialect().for_update());
        sql!(tx, value AccountId, &lock, account)?;
        count = sql!(tx, value i64, rest, account)?;
    }
    tx.step_in().await?;
    Ok(count == 0)
}

/// Ends an account on all its devices, in a partnership's transaction.
pub(crate) async fn sign_out_everywhere(tx: &mut Tx, account: AccountId) -> Result<()> {
    tx.step_out().await?;
    end_all_sign_ins(tx, account).await?;
    tx.step_in().await
}

/// Takes an invitation to this partnership back: its link opens nothing any more.
pub(crate) async fn withdraw_invitation(tx: &mut Tx, account: AccountId) -> Result<()> {
    let here = tx.partnership()?;
    sql!(tx, run, "DELETE FROM invitation WHERE partnership_id = $1 AND account_id = $2", here, account)?;
    Ok(())
}

/// Erases an account, in a partnership's transaction: its devices, its invitations, and everything in it that is somebody's.
/// The row stays, because grants of the past name it; it is nobody's. Gives how many rows went or were emptied.
pub(crate) async fn erase_account(tx: &mut Tx, account: AccountId) -> Result<u64> {
    tx.step_out().await?;
    let (now, mut gone) = (tx.now(), 0);
    for rest in [
        "DELETE FROM sign_in WHERE account_id = $1",
        "DELETE FROM password WHERE account_id = $1",
        "DELETE FROM passkey WHERE account_id = $1",
        "DELETE FROM identity WHERE account_id = $1",
        "DELETE FROM recovery_code WHERE account_id = $1",
        "DELETE FROM second_factor WHERE account_id = $1",
        "DELETE FROM invitation WHERE account_id = $1",
    ] {
        gone += sql!(tx, run, rest, account)?;
    }
    gone += sql!(
        tx,
        run,
        "UPDATE account SET mail = CAST(id AS TEXT), name = '', lang = 'en', entered_at = NULL,
         ended_at = coalesce(ended_at, $1), version = version + 1 WHERE id = $2",
        now,
        account
    )?;
    tx.step_in().await?;
    Ok(gone)
}

/// Whether an account was erased: nobody's name is empty.
pub(crate) async fn is_erased(tx: &mut Tx, account: AccountId) -> Result<bool> {
    let found = super::account_by_id(tx, account).await?;
    Ok(found.is_some_and(|account| account.name.is_empty()))
}

row! {
    /// An account as whoever runs the installation sees it: nothing of what it may do where.
    pub(crate) struct AccountRow {
        pub(crate) id: AccountId,
        pub(crate) name: String,
        pub(crate) mail: String,
        pub(crate) entered_at: Option<Moment>,
        pub(crate) ended_at: Option<Moment>,
        pub(crate) asks_for_code: bool,
    }
}

const ACCOUNT: &str = "id, name, mail, entered_at, ended_at,
  EXISTS (SELECT 1 FROM second_factor f WHERE f.account_id = account.id AND f.confirmed_at IS NOT NULL) AS asks_for_code";

/// One page of all accounts of the installation that were not erased, by name.
pub(crate) async fn all_accounts(tx: &mut Tx, (number, search): (u32, &str)) -> Result<Page<AccountRow>> {
    let list = List::new(ACCOUNT, "account")
        .only("name <> ''")
        .search("mail", search)
        .sort("name", Sort::Up)
        .sort("id", Sort::Up)
        .page(number, 50);
    tx.page(&list).await
}

/// One account of the installation.
pub(crate) async fn one_account(tx: &mut Tx, id: AccountId) -> Result<AccountRow> {
    let list = List::new(ACCOUNT, "account").filter("id = ?", &id).only("name <> ''");
    tx.rows(&list).await?.into_iter().next().or_not_found()
}

row! {
    /// A coordinator who was invited to a partnership where no coordinator has ever signed in.
    pub(crate) struct AwaitedRow {
        pub(crate) partnership_id: PartnershipId,
        pub(crate) account_id: AccountId,
        pub(crate) name: String,
        pub(crate) mail: String,
        pub(crate) lang: Lang,
    }
}

/// The first coordinators who have not come yet, in a transaction of the installation.
pub(crate) async fn awaited(tx: &mut Tx) -> Result<Vec<AwaitedRow>> {
    sql!(
        tx,
        all AwaitedRow,
        "SELECT g.partnership_id, g.account_id, a.name, a.mail, a.lang FROM office_grant g JOIN account a ON a.id = g.account_id
         WHERE g.office = $1 AND g.revoked_at IS NULL AND a.entered_at IS NULL AND a.ended_at IS NULL AND NOT EXISTS (
           SELECT 1 FROM office_grant o JOIN account b ON b.id = o.account_id
           WHERE o.partnership_id = g.partnership_id AND o.office = g.office AND o.revoked_at IS NULL AND b.entered_at IS NOT NULL)
         ORDER BY g.granted_at, g.id LIMIT 1000",
        Office::Coordinator
    )
}

/// Takes a first coordinator's office and invitation back, in a transaction of the installation.
///
/// # Errors
/// [`Error::Stale`] when she came meanwhile.
pub(crate) async fn take_back_first(
    tx: &mut Tx,
    partnership: PartnershipId,
    account: AccountId,
) -> Result<()> {
    let now = tx.now();
    let taken = sql!(
        tx,
        run,
        "UPDATE office_grant SET revoked_at = $1, version = version + 1
         WHERE partnership_id = $2 AND account_id = $3 AND office = $4 AND revoked_at IS NULL
         AND EXISTS (SELECT 1 FROM account a WHERE a.id = office_grant.account_id AND a.entered_at IS NULL)",
        now,
        partnership,
        account,
        Office::Coordinator
    )?;
    if taken == 0 {
        return Err(Error::Stale);
    }
    let withdraw = "DELETE FROM invitation WHERE partnership_id = $1 AND account_id = $2";
    sql!(tx, run, withdraw, partnership, account)?;
    Ok(())
}
