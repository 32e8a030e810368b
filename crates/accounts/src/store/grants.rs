//! Grants: of a partnership, or of the installation.

use crate::{
    GrantId, Span,
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
    row, sql,
};
use serde_json::json;
use uuid::Uuid;

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
    if tx.partnership().is_ok() {
        return grants_here(tx, account).await;
    }
    sql!(
        tx,
        all GrantRow,
        "SELECT id, account_id, office, partnership_id, on_kind, on_id, from_on, until_on, version FROM office_grant
         WHERE account_id = $1 AND revoked_at IS NULL ORDER BY granted_at, id LIMIT 500",
        account
    )
}

/// What an account holds in this partnership.
pub(crate) async fn grants_here(tx: &mut Tx, account: AccountId) -> Result<Vec<GrantRow>> {
    let here = tx.partnership()?;
    sql!(
        tx,
        all GrantRow,
        "SELECT id, account_id, office, partnership_id, on_kind, on_id, from_on, until_on, version FROM office_grant
         WHERE partnership_id = $1 AND account_id = $2 AND revoked_at IS NULL ORDER BY granted_at, id LIMIT 500",
        here,
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
    let here = tx.partnership().ok();
    sql!(
        tx,
        find GrantRow,
        "SELECT id, account_id, office, partnership_id, on_kind, on_id, from_on, until_on, version FROM office_grant
         WHERE id = $1 AND revoked_at IS NULL AND partnership_id IS NOT DISTINCT FROM $2",
        id,
        here
    )
}

/// Revokes a grant that was found before.
pub(crate) async fn revoke_grant(tx: &mut Tx, id: GrantId) -> Result<()> {
    let (now, here) = (tx.now(), tx.partnership().ok());
    let revoke = "UPDATE office_grant SET revoked_at = $1, version = version + 1
        WHERE id = $2 AND revoked_at IS NULL AND partnership_id IS NOT DISTINCT FROM $3";
    if sql!(tx, run, revoke, now, id, here)? == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Changes the last day of a grant that was found before.
pub(crate) async fn change_last_day(
    tx: &mut Tx,
    id: GrantId,
    version: i64,
    until: Option<Date>,
) -> Result<()> {
    let here = tx.partnership().ok();
    sql!(
        tx,
        save,
        "UPDATE office_grant SET until_on = $1, version = version + 1
         WHERE id = $2 AND version = $3 AND revoked_at IS NULL AND partnership_id IS NOT DISTINCT FROM $4",
        until,
        id,
        version,
        here
    )
}

row! {
    struct CoordinatorRow { id: GrantId, from_on: Date, until_on: Option<Date>, entered: bool }
}

/// The coordinators' grants of this partnership, for the rule that one must remain.
pub(crate) async fn coordinators(tx: &mut Tx) -> Result<Vec<Held>> {
    let here = tx.partnership()?;
    holders(tx, (Office::Coordinator, Some(here))).await
}

/// The grants of the office that runs a place: a partnership's coordinators, or the installation's administrators.
pub(crate) async fn holders(
    tx: &mut Tx,
    (office, place): (Office, Option<PartnershipId>),
) -> Result<Vec<Held>> {
    let rows = sql!(
        tx,
        all CoordinatorRow,
        "SELECT g.id, g.from_on, g.until_on, (a.entered_at IS NOT NULL AND a.ended_at IS NULL) AS entered
         FROM office_grant g JOIN account a ON a.id = g.account_id
         WHERE g.partnership_id IS NOT DISTINCT FROM $1 AND g.office = $2 AND g.revoked_at IS NULL
         ORDER BY g.id LIMIT 1000",
        place,
        office
    )?;
    let held = |row: CoordinatorRow| Held {
        id: row.id,
        span: Span { from: row.from_on, until: row.until_on },
        entered: row.entered,
    };
    Ok(rows.into_iter().map(held).collect())
}

/// The accounts that coordinate the partnership of this transaction today, by name.
pub(crate) async fn coordinating(tx: &mut Tx) -> Result<Vec<(AccountId, String)>> {
    let here = tx.partnership()?;
    let today = today_in(tx, Some(here)).await?;
    sql!(
        tx,
        all(AccountId, String),
        "SELECT DISTINCT a.id, a.name FROM office_grant g JOIN account a ON a.id = g.account_id
         WHERE g.partnership_id = $1 AND g.office = $2 AND g.revoked_at IS NULL AND a.ended_at IS NULL AND a.entered_at IS NOT NULL
         AND g.from_on <= $3 AND (g.until_on IS NULL OR g.until_on >= $3) ORDER BY a.name, a.id LIMIT 1000",
        here,
        Office::Coordinator,
        today
    )
}

/// The slugs of the partnerships where an account holds something today, by slug, and whether it runs the installation.
pub(crate) async fn places_of(tx: &mut Tx, account: AccountId) -> Result<(Vec<String>, bool)> {
    tx.step_out().await?;
    let now = tx.now();
    let held = zoned_grants_of(tx, account).await?;
    let here: Vec<PartnershipId> =
        held.iter().filter(|grant| grant.is_in_force(now)).filter_map(|grant| grant.partnership_id).collect();
    let administers =
        held.iter().any(|grant| grant.office == Office::Administrator && grant.is_in_force(now));
    let slugs =
        sql!(tx, all(PartnershipId, String), "SELECT id, slug FROM partnership ORDER BY slug LIMIT 1000")?;
    tx.step_in().await?;
    let slugs = slugs.into_iter().filter(|(id, _)| here.contains(id)).map(|(_, slug)| slug).collect();
    Ok((slugs, administers))
}
