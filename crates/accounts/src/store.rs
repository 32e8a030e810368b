//! All SQL of this room. Accounts and sign-ins belong to the installation, grants and invitations to a partnership.

use crate::{
    GrantId, Mail, NewAccount, SignInId, Span,
    rules::{self, Held},
};
use jiff::{civil::Date, tz::TimeZone};
use platform::{
    authority::{Grant, Office},
    clock::Moment,
    ctx::Author,
    db::Tx,
    errors::{Error, Result},
    ids::{AccountId, PartnershipId, Ref},
    langs::Lang,
    row, sql,
};
use serde_json::json;
use uuid::Uuid;

row! {
    /// An account.
    pub struct Account {
        /// Which.
        pub id: AccountId,
        /// Where mail reaches her, folded.
        pub mail: String,
        /// Her name.
        pub name: String,
        /// The language of her pages and mail.
        pub lang: Lang,
        /// When she first signed in; none before.
        pub entered_at: Option<Moment>,
        /// When it ended; none while it holds.
        pub ended_at: Option<Moment>,
    }
}

/// Writes an account. It belongs to the installation, so a partnership's transaction steps out for it.
pub(crate) async fn insert_account(tx: &mut Tx, id: AccountId, new: &NewAccount) -> Result<()> {
    tx.step_out().await?;
    let now = tx.now();
    sql!(
        tx,
        must,
        "INSERT INTO account (id, mail, name, lang, created_at) VALUES ($1, $2, $3, $4, $5)",
        id,
        new.mail.as_str(),
        new.name,
        new.lang,
        now
    )?;
    tx.step_in().await
}

/// The account of an address, wherever it holds grants.
pub(crate) async fn account_by_mail(tx: &mut Tx, mail: &Mail) -> Result<Option<Account>> {
    tx.step_out().await?;
    let found = sql!(
        tx,
        find Account,
        "SELECT id, mail, name, lang, entered_at, ended_at FROM account WHERE mail = $1",
        mail.as_str()
    )?;
    tx.step_in().await?;
    Ok(found)
}

/// Notes the first time an account comes in. False when it has ended.
pub(crate) async fn enter(tx: &mut Tx, id: AccountId) -> Result<bool> {
    tx.step_out().await?;
    let now = tx.now();
    let entered = sql!(
        tx,
        run,
        "UPDATE account SET entered_at = coalesce(entered_at, $1) WHERE id = $2 AND ended_at IS NULL",
        now,
        id
    )?;
    tx.step_in().await?;
    Ok(entered == 1)
}

/// Writes a sign-in, with the hash of its secret and the name of the device.
pub(crate) async fn insert_sign_in(
    tx: &mut Tx,
    id: SignInId,
    account: AccountId,
    (secret_hash, device): (&str, &str),
) -> Result<()> {
    tx.step_out().await?;
    let now = tx.now();
    sql!(
        tx,
        must,
        "INSERT INTO sign_in (id, account_id, secret_hash, device, made_at, seen_at) VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        account,
        secret_hash,
        device,
        now,
        now
    )?;
    tx.step_in().await
}

row! {
    /// A sign-in with its account, as the gate needs it.
    pub(crate) struct SignedInRow {
        pub(crate) id: SignInId,
        pub(crate) account_id: AccountId,
        pub(crate) name: String,
        pub(crate) lang: Lang,
        pub(crate) made_at: Moment,
        pub(crate) seen_at: Moment,
    }
}

/// The sign-in whose secret has this hash, unless it or its account has ended.
pub(crate) async fn sign_in_by_hash(tx: &mut Tx, secret_hash: &str) -> Result<Option<SignedInRow>> {
    sql!(
        tx,
        find SignedInRow,
        "SELECT s.id, s.account_id, a.name, a.lang, s.made_at, s.seen_at FROM sign_in s JOIN account a ON a.id = s.account_id
         WHERE s.secret_hash = $1 AND s.ended_at IS NULL AND a.ended_at IS NULL",
        secret_hash
    )
}

/// Notes that a sign-in was seen now.
pub(crate) async fn note_seen(tx: &mut Tx, id: SignInId) -> Result<()> {
    let now = tx.now();
    sql!(tx, run, "UPDATE sign_in SET seen_at = $1 WHERE id = $2 AND seen_at < $1", now, id)?;
    Ok(())
}

row! {
    /// A grant that has not been revoked.
    pub struct GrantRow {
        /// Which.
        pub id: GrantId,
        /// Whose.
        pub account_id: AccountId,
        /// Which office.
        pub office: Office,
        /// Where; none is the installation.
        pub partnership_id: Option<PartnershipId>,
        /// The kind of its object; none is the whole.
        pub on_kind: Option<String>,
        /// Its object.
        pub on_id: Option<Uuid>,
        /// The first day.
        pub from_on: Date,
        /// The last day, when there is one.
        pub until_on: Option<Date>,
        /// Rises with each change.
        pub version: i64,
    }
}

impl GrantRow {
    /// The office and where it holds.
    pub fn grant(&self) -> Grant {
        Grant {
            office: self.office,
            partnership: self.partnership_id,
            on: self.on_kind.as_ref().zip(self.on_id).map(|(kind, id)| Ref::new(kind.as_str(), id)),
        }
    }

    /// When it holds.
    pub const fn span(&self) -> Span {
        Span { from: self.from_on, until: self.until_on }
    }

    /// What an audit entry says of it.
    pub(crate) fn told(&self) -> serde_json::Value {
        let grant = self.grant();
        json!({ "office": grant.office.code(), "on": grant.on, "from": self.from_on, "until": self.until_on })
    }
}

/// What an account holds: in a transaction of a partnership there, in one of the installation everywhere on it.
pub(crate) async fn grants_of(tx: &mut Tx, account: AccountId) -> Result<Vec<GrantRow>> {
    sql!(
        tx,
        all GrantRow,
        "SELECT id, account_id, office, partnership_id, on_kind, on_id, from_on, until_on, version FROM office_grant
         WHERE account_id = $1 AND revoked_at IS NULL ORDER BY granted_at, id LIMIT 500",
        account
    )
}

row! {
    /// A grant with its partnership's time zone, as the gate needs it.
    pub(crate) struct ZonedGrant {
        office: Office,
        partnership_id: Option<PartnershipId>,
        on_kind: Option<String>,
        on_id: Option<Uuid>,
        from_on: Date,
        until_on: Option<Date>,
        zone: Option<String>,
    }
}

impl ZonedGrant {
    /// Whether it holds on the day it is at `now` where the partnership is.
    pub(crate) fn is_in_force(&self, now: Moment) -> bool {
        let today = now.day_in(&zone_of(self.zone.as_deref()));
        rules::in_force(Span { from: self.from_on, until: self.until_on }, today)
    }
}

impl From<ZonedGrant> for Grant {
    fn from(row: ZonedGrant) -> Self {
        let on = row.on_kind.zip(row.on_id).map(|(kind, id)| Ref::new(kind, id));
        Self { office: row.office, partnership: row.partnership_id, on }
    }
}

fn zone_of(name: Option<&str>) -> TimeZone {
    name.and_then(|name| TimeZone::get(name).ok()).unwrap_or(TimeZone::UTC)
}

/// The day it is where a partnership is; UTC for the installation.
pub(crate) async fn today_in(tx: &mut Tx, partnership: Option<PartnershipId>) -> Result<Date> {
    let now = tx.now();
    let zone = match partnership {
        Some(id) => Some(sql!(tx, value String, "SELECT zone FROM partnership WHERE id = $1", id)?),
        None => None,
    };
    Ok(now.day_in(&zone_of(zone.as_deref())))
}

/// Everything an account holds anywhere, for the gate; only in a transaction of the installation.
pub(crate) async fn zoned_grants_of(tx: &mut Tx, account: AccountId) -> Result<Vec<ZonedGrant>> {
    sql!(
        tx,
        all ZonedGrant,
        "SELECT g.office, g.partnership_id, g.on_kind, g.on_id, g.from_on, g.until_on, p.zone FROM office_grant g
         LEFT JOIN partnership p ON p.id = g.partnership_id
         WHERE g.account_id = $1 AND g.revoked_at IS NULL ORDER BY g.granted_at, g.id LIMIT 500",
        account
    )
}

/// Writes a grant.
pub(crate) async fn insert_grant(
    tx: &mut Tx,
    id: GrantId,
    account: AccountId,
    (grant, span): (&Grant, Span),
) -> Result<()> {
    let by = match tx.author() {
        Author::Account(id, _) => Some(*id),
        Author::Nobody | Author::Program(_) => None,
    };
    let now = tx.now();
    let (kind, object) = (grant.on.as_ref().map(|on| on.kind.clone()), grant.on.as_ref().map(|on| on.id));
    sql!(
        tx,
        must,
        "INSERT INTO office_grant (id, partnership_id, account_id, office, on_kind, on_id, from_on, until_on, granted_by, granted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        grant.partnership,
        account,
        grant.office,
        kind,
        object,
        span.from,
        span.until,
        by,
        now
    )
}

/// A grant of this transaction's partnership (or of the installation), not revoked.
pub(crate) async fn grant_by_id(tx: &mut Tx, id: GrantId) -> Result<Option<GrantRow>> {
    let here = here(tx);
    sql!(
        tx,
        find GrantRow,
        "SELECT id, account_id, office, partnership_id, on_kind, on_id, from_on, until_on, version FROM office_grant
         WHERE id = $1 AND revoked_at IS NULL AND coalesce(CAST(partnership_id AS TEXT), '') = $2",
        id,
        here
    )
}

/// The partnership as text, empty for the installation: what a nullable column is compared with on both databases.
fn here(tx: &Tx) -> String {
    tx.partnership().map(|id| id.to_string()).unwrap_or_default()
}

/// Revokes a grant that was found before.
pub(crate) async fn revoke_grant(tx: &mut Tx, id: GrantId) -> Result<()> {
    let now = tx.now();
    let revoke =
        "UPDATE office_grant SET revoked_at = $1, version = version + 1 WHERE id = $2 AND revoked_at IS NULL";
    if sql!(tx, run, revoke, now, id)? == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Changes the last day of a grant that was found before.
pub(crate) async fn change_last_day(
    tx: &mut Tx,
    id: GrantId,
    version: i64,
    until: Option<Date>,
) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE office_grant SET until_on = $1, version = version + 1 WHERE id = $2 AND version = $3 AND revoked_at IS NULL",
        until,
        id,
        version
    )
}

row! {
    struct CoordinatorRow { id: GrantId, from_on: Date, until_on: Option<Date>, entered: bool }
}

/// The coordinators' grants of this partnership, for the rule that one must remain.
pub(crate) async fn coordinators(tx: &mut Tx) -> Result<Vec<Held>> {
    let here = tx.partnership()?;
    let rows = sql!(
        tx,
        all CoordinatorRow,
        "SELECT g.id, g.from_on, g.until_on, (a.entered_at IS NOT NULL AND a.ended_at IS NULL) AS entered
         FROM office_grant g JOIN account a ON a.id = g.account_id
         WHERE g.partnership_id = $1 AND g.office = $2 AND g.revoked_at IS NULL ORDER BY g.id LIMIT 1000",
        here,
        Office::Coordinator
    )?;
    let held = |row: CoordinatorRow| Held {
        id: row.id,
        span: Span { from: row.from_on, until: row.until_on },
        entered: row.entered,
    };
    Ok(rows.into_iter().map(held).collect())
}
