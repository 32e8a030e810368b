//! What happens behind the pages: sign-in mails, first invitations, and old sign-ins that go.

use crate::{
    Mail, can,
    mails::{self, Reader},
    pages::{own_passkeys, passkey},
    rules, store,
};
use platform::{
    ctx::Ctx,
    datamap::Class,
    errors::{OrNotFound, Result},
    ids::{AccountId, PartnershipId},
    langs::Lang,
    manifest::JobKind,
    retention::{self, Sweep},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Sends a sign-in mail when the address has an account. A job, so that the page takes equally long when it has none.
pub(crate) const LINK: &str = "accounts.link";
/// Sends the invitation of a new partnership's first coordinator.
pub(crate) const INVITE: &str = "accounts.invite";

/// What [`LINK`] is about.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct LinkWanted {
    /// The address that was typed, folded.
    pub(crate) mail: String,
    /// The page that was wanted; empty when none.
    pub(crate) to: String,
    /// At whose own host it was asked for: there the link leads, and the cookie will live.
    #[serde(default)]
    pub(crate) at: Option<PartnershipId>,
}

/// What [`INVITE`] is about.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Invited {
    pub(crate) partnership: PartnershipId,
    pub(crate) account: AccountId,
    pub(crate) name: String,
    pub(crate) lang: Lang,
}

/// So many seconds after its end a challenge is swept: nobody comes back to it.
const CHALLENGES_KEPT: i64 = 3_600;
/// As often it is looked for tickets that go sooner than others.
const LOOK_SECONDS: i64 = 900;

/// The jobs of this room.
pub(crate) fn kinds() -> Vec<JobKind> {
    vec![
        JobKind::when_enqueued(LINK, |ctx, about| Box::pin(link(ctx, about))),
        JobKind::when_enqueued(INVITE, |ctx, about| Box::pin(first_invitation(ctx, about))),
        crate::daily::JOB,
        JobKind::every_installation("accounts.sweep", 86_400, |ctx, _| {
            Box::pin(async move { retention::sweep(ctx, &SWEEPS).await.map(drop) })
        }),
        JobKind::every_installation("accounts.tickets", LOOK_SECONDS, |ctx, _| Box::pin(forget_tickets(ctx))),
    ]
}

async fn link(ctx: &Ctx, about: &Value) -> Result<()> {
    let wanted: LinkWanted = serde_json::from_value(about.clone())?;
    let Ok(mail) = Mail::parse(&wanted.mail) else { return Ok(()) };
    let partnership = match wanted.at {
        Some(id) => ctx.app.partnership_of(id).await?,
        None => None,
    };
    let at = Ctx { partnership, ..ctx.clone() };
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    let account = store::account_by_mail(&mut tx, &mail).await?;
    if let Some(account) = account.filter(|account| account.ended_at.is_none()) {
        let reader =
            Reader { account: account.id, mail: &account.mail, name: &account.name, lang: account.lang };
        mails::send_link(&at, &mut tx, &reader, &wanted.to).await?;
    }
    tx.commit().await
}

async fn first_invitation(ctx: &Ctx, about: &Value) -> Result<()> {
    let invited: Invited = serde_json::from_value(about.clone())?;
    let partnership = ctx.app.partnership_of(invited.partnership).await?.or_not_found()?;
    let ctx = Ctx { partnership: Some(partnership), ..ctx.clone() };
    let mut tx = ctx.write(can::GRANT).await?;
    let account = store::account_by_id(&mut tx, invited.account).await?.or_not_found()?;
    if store::grants_here(&mut tx, account.id).await?.is_empty() {
        // Withdrawn before it left.
        return tx.done().await;
    }
    store::invite(&mut tx, account.id, (&invited.name, invited.lang)).await?;
    let reader = Reader { account: account.id, mail: &account.mail, name: &invited.name, lang: invited.lang };
    mails::send_invitation(&ctx, &mut tx, &reader).await?;
    tx.commit().await
}

/// Sign-ins that ended or ran out stay 90 days more: long enough to answer “was that me?”. Second factors that were begun and
/// left go.
pub(crate) const SWEEPS: [Sweep; 2] = [
    Sweep {
        key: "sweep-sign-in",
        class: Class::Personal,
        over: store::SIGN_INS_OVER,
        keep_seconds: rules::WHOLE_SECONDS,
    },
    Sweep {
        key: "sweep-second-factor",
        class: Class::Secret,
        over: store::FACTORS_LEFT,
        keep_seconds: rules::FRESH_SECONDS,
    },
];

/// Questions to browsers are good for minutes; an hour after, nobody needs to know that they were asked. What another house told
/// of somebody who never typed her code goes as soon as its time is over.
async fn forget_tickets(ctx: &Ctx) -> Result<()> {
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    let before = ctx.now().plus_seconds(-CHALLENGES_KEPT);
    for purpose in [passkey::CHALLENGE, own_passkeys::CHALLENGE] {
        tx.forget_tickets(purpose, before).await?;
    }
    for purpose in [mails::TOLD_ELSEWHERE, mails::EXCHANGED, mails::ENDED_ELSEWHERE] {
        tx.forget_tickets(purpose, ctx.now()).await?;
    }
    tx.commit().await
}
