//! What this room holds about a person: the account that her address signs in with, as far as this partnership knows of it.
//!
//! An account is of the installation. Its grants here end with her record here; the account goes when nothing is left to it
//! anywhere.

use crate::{end_access, pages::people::say_office, store};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    personal::{Held, Holding, Subject},
    t,
};

/// Accounts under her addresses.
pub(crate) const HOLDING: Holding = Holding {
    key: "held-account",
    held: |ctx, tx, of| Box::pin(held(ctx, tx, of)),
    erase: |ctx, tx, of| Box::pin(erase(ctx, tx, of)),
};

async fn held(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<Vec<Held>> {
    let (say, mut all) = (ctx.say(), Vec::new());
    for account in store::accounts_known_here(tx, &of.addresses).await? {
        let invitation = store::invitation(tx, account.id).await?;
        let waits = invitation.as_ref().is_some_and(|invitation| invitation.accepted_at.is_none());
        // What she is called elsewhere is not told before she has come here.
        let (name, lang) = invitation
            .as_ref()
            .filter(|_| waits)
            .map_or((&account.name, account.lang), |invitation| (&invitation.name, invitation.lang));
        let words = format!("{name} · {} · {}", account.mail, lang.own_name());
        all.push(Held::new(t!(say, "held-account-one"), words));
        for (grant, at) in store::every_grant_here(tx, account.id).await? {
            let until = grant.until_on.map(|day| format!(" – {}", say.short_day(day))).unwrap_or_default();
            let from = say.short_day(grant.from_on);
            let words = format!("{} · {from}{until}", say_office(ctx, grant.office));
            all.push(Held::new(t!(say, "held-account-grant"), words).since(at));
        }
        if let Some(wanted) = store::daily_of(tx, account.id).await?.wanted {
            let words =
                if wanted { t!(say, "held-account-daily-on") } else { t!(say, "held-account-daily-off") };
            all.push(Held::new(t!(say, "held-account-daily"), words));
        }
        if let Some(invitation) = invitation {
            let sent = Held::new(t!(say, "held-account-invitation"), invitation.name);
            all.push(sent.since(invitation.sent_at));
        }
    }
    Ok(all)
}

/// Ends what the account may do here; erases it when it may do nothing anywhere else.
async fn erase(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<u64> {
    let (mut gone, here) = (0, ctx.partnership()?);
    let mut accounts = store::accounts_known_here(tx, &of.addresses).await?;
    accounts.sort_by_key(|account| account.id);
    for account in accounts {
        let own = store::grants_here(tx, account.id).await?;
        if !own.is_empty() {
            end_access(tx, account.id, (here.name.plain(ctx.lang), ctx.today())).await?;
        }
        gone += u64::try_from(own.len()).unwrap_or_default();
        gone += store::forget_daily(tx, account.id).await? + tx.forget_consent(account.id.0).await?;
        if store::holds_nothing(tx, account.id).await? {
            gone += tx.forget_account(account.id.0, &account.mail).await?;
            gone += store::erase_account(tx, account.id).await?;
            tx.audit("account.erased", account.id, None::<&()>, None::<&()>).await?;
        }
    }
    Ok(gone)
}
