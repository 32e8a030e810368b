//! Who may do what in a partnership, as its coordinator sees it; and invitations.

use super::Account;
use crate::{GrantId, Span};
use jiff::civil::Date;
use platform::{
    authority::{Grant, Office},
    clock::Moment,
    db::{List, Page, Sort, Tx},
    errors::Result,
    ids::{AccountId, PartnershipId, Ref},
    langs::Lang,
    row, sql,
};
use uuid::Uuid;

row! {
    /// One grant with its holder. Until she accepted the invitation she has the name by which she was invited: what she is
    /// called elsewhere is not told.
    pub(crate) struct HeldHere {
        pub(crate) id: GrantId,
        pub(crate) account_id: AccountId,
        pub(crate) name: String,
        pub(crate) mail: String,
        pub(crate) office: Office,
        pub(crate) on_kind: Option<String>,
        pub(crate) on_id: Option<Uuid>,
        pub(crate) from_on: Date,
        pub(crate) until_on: Option<Date>,
        pub(crate) version: i64,
        pub(crate) sent_at: Option<Moment>,
        pub(crate) accepted_at: Option<Moment>,
        pub(crate) ended_at: Option<Moment>,
    }
}

impl HeldHere {
    /// The object it is on; none is the whole partnership.
    pub(crate) fn on(&self) -> Option<Ref> {
        self.on_kind.as_ref().zip(self.on_id).map(|(kind, id)| Ref::new(kind.as_str(), id))
    }

    /// When it holds.
    pub(crate) const fn span(&self) -> Span {
        Span { from: self.from_on, until: self.until_on }
    }

    /// The office and where it holds.
    pub(crate) fn grant(&self, here: PartnershipId) -> Grant {
        Grant { office: self.office, partnership: Some(here), on: self.on() }
    }

    /// Whether an invitation waits for an answer.
    pub(crate) const fn is_invited(&self) -> bool {
        self.ended_at.is_none() && self.sent_at.is_some() && self.accepted_at.is_none()
    }
}

const HELD: &str = "g.id, g.account_id, CASE WHEN i.account_id IS NOT NULL AND i.accepted_at IS NULL THEN i.name ELSE a.name END AS name, a.mail,
    g.office, g.on_kind, g.on_id, g.from_on, g.until_on, g.version, i.sent_at, i.accepted_at, a.ended_at";
const FROM: &str = "office_grant g JOIN account a ON a.id = g.account_id
    LEFT JOIN invitation i ON i.account_id = g.account_id AND i.partnership_id = g.partnership_id";

/// One page of the grants of this partnership, by name.
pub(crate) async fn held_here(tx: &mut Tx, (number, search): (u32, &str)) -> Result<Page<HeldHere>> {
    let here = tx.partnership()?;
    let list = List::new(HELD, FROM)
        .filter("g.partnership_id = ?", &here)
        .only("g.revoked_at IS NULL")
        .search("a.mail", search)
        .sort("name", Sort::Up)
        .sort("g.granted_at", Sort::Up)
        .sort("g.id", Sort::Up)
        .page(number, 50);
    tx.page(&list).await
}

/// The grants on one object of this partnership.
pub(crate) async fn held_on(tx: &mut Tx, object: &Ref) -> Result<Vec<HeldHere>> {
    let here = tx.partnership()?;
    let list = List::new(HELD, FROM)
        .filter("g.partnership_id = ?", &here)
        .filter("g.on_kind = ?", &object.kind)
        .filter("g.on_id = ?", &object.id)
        .only("g.revoked_at IS NULL")
        .sort("name", Sort::Up)
        .sort("g.id", Sort::Up)
        .page(1, 200);
    tx.rows(&list).await
}

/// One grant of this partnership with its holder.
pub(crate) async fn held(tx: &mut Tx, id: GrantId) -> Result<Option<HeldHere>> {
    let here = tx.partnership()?;
    let list = List::new(HELD, FROM)
        .filter("g.partnership_id = ?", &here)
        .filter("g.id = ?", &id)
        .only("g.revoked_at IS NULL");
    Ok(tx.rows(&list).await?.into_iter().next())
}

/// What one account holds in this partnership.
pub(crate) async fn held_by(tx: &mut Tx, account: AccountId) -> Result<Vec<HeldHere>> {
    let here = tx.partnership()?;
    let list = List::new(HELD, FROM)
        .filter("g.partnership_id = ?", &here)
        .filter("g.account_id = ?", &account)
        .only("g.revoked_at IS NULL")
        .sort("g.id", Sort::Up)
        .page(1, 200);
    tx.rows(&list).await
}

row! {
    /// An invitation to a partnership.
    pub(crate) struct Invitation {
        pub(crate) name: String,
        pub(crate) lang: Lang,
        pub(crate) sent_at: Moment,
        pub(crate) accepted_at: Option<Moment>,
    }
}

/// The invitation of an account to this partnership.
pub(crate) async fn invitation(tx: &mut Tx, account: AccountId) -> Result<Option<Invitation>> {
    let here = tx.partnership()?;
    sql!(
        tx,
        find Invitation,
        "SELECT name, lang, sent_at, accepted_at FROM invitation WHERE partnership_id = $1 AND account_id = $2",
        here,
        account
    )
}

/// Writes an invitation, or that it was sent once more.
pub(crate) async fn invite(tx: &mut Tx, account: AccountId, (name, lang): (&str, Lang)) -> Result<()> {
    let (here, now) = (tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO invitation (partnership_id, account_id, name, lang, sent_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (partnership_id, account_id) DO UPDATE SET name = excluded.name, lang = excluded.lang, sent_at = excluded.sent_at, accepted_at = NULL",
        here,
        account,
        name,
        lang,
        now
    )
}

/// Notes that an invitation was accepted. False when none waits: it was taken back, or accepted by another of its links.
pub(crate) async fn accept(tx: &mut Tx, account: AccountId) -> Result<bool> {
    let (here, now) = (tx.partnership()?, tx.now());
    let accept = "UPDATE invitation SET accepted_at = $1 WHERE partnership_id = $2 AND account_id = $3 AND accepted_at IS NULL";
    Ok(sql!(tx, run, accept, now, here, account)? == 1)
}

/// The accounts of these addresses that hold or held something in this partnership. What an account holds elsewhere does not
/// make it known here.
pub(crate) async fn accounts_known_here(tx: &mut Tx, addresses: &[String]) -> Result<Vec<Account>> {
    let here = tx.partnership()?;
    let addresses: Vec<String> = addresses.iter().map(|address| address.to_ascii_lowercase()).collect();
    if addresses.is_empty() {
        return Ok(Vec::new());
    }
    let list = List::new("a.id, a.mail, a.name, a.lang, a.entered_at, a.ended_at", "account a")
        .filter(
            "EXISTS (SELECT 1 FROM office_grant g WHERE g.account_id = a.id AND g.partnership_id = ?)",
            &here,
        )
        .among("a.mail", &addresses)
        .sort("a.mail", Sort::Up)
        .page(1, 200);
    tx.rows(&list).await
}

/// Everything that an account holds or held in this partnership, with the instant it was granted, the oldest first.
pub(crate) async fn every_grant_here(tx: &mut Tx, account: AccountId) -> Result<Vec<(GrantOnce, Moment)>> {
    let here = tx.partnership()?;
    let rows: Vec<(Office, Date, Option<Date>, Option<Moment>, Moment)> = sql!(
        tx,
        all(Office, Date, Option<Date>, Option<Moment>, Moment),
        "SELECT office, from_on, until_on, revoked_at, granted_at FROM office_grant WHERE partnership_id = $1 AND account_id = $2
         ORDER BY granted_at, id LIMIT 500",
        here,
        account
    )?;
    let once =
        |(office, from_on, until_on, revoked, at): (Office, Date, Option<Date>, Option<Moment>, Moment)| {
            let taken = revoked.map(|at| at.day_in(&jiff::tz::TimeZone::UTC));
            (GrantOnce { office, from_on, until_on: until_on.into_iter().chain(taken).min() }, at)
        };
    Ok(rows.into_iter().map(once).collect())
}

/// A grant that holds or held: which office, from when, until when.
pub(crate) struct GrantOnce {
    pub(crate) office: Office,
    pub(crate) from_on: Date,
    pub(crate) until_on: Option<Date>,
}
