//! Somebody lost the telephone and the recovery codes: whoever runs the installation takes the second factor away, once she knows
//! whom she talks to. The owner is told by mail; the link by mail then leads in alone.

use super::{
    signed_in,
    ways::{Owner, once_more},
};
use crate::{
    can,
    mails::{self, Changed},
    store,
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::{Error, OrNotFound},
    html::{Head, form, page, said},
    http::{Answer, Path, html, see_other},
    ids::AccountId,
    t,
};
use serde::Deserialize;

const LIST: &str = "/installation/accounts";
/// Where one looks after one's own.
const OWN: &str = "/sign-in/ways/second-factor";

#[derive(Deserialize)]
pub(crate) struct AccountPath {
    account: AccountId,
}

fn here(account: AccountId) -> String {
    format!("{LIST}/{account}/second-factor")
}

/// `GET /installation/accounts/{account}/second-factor`: what will happen, and what to make sure of. One's own goes by one's
/// own page.
pub(crate) async fn ask(ctx: Ctx, Path(path): Path<AccountPath>) -> Answer {
    let mut tx = ctx.read(can::INSTALL).await?;
    if signed_in(&ctx)?.account == path.account {
        return see_other(OWN);
    }
    let caller = Owner::of(&ctx, &mut tx).await?;
    if !caller.is_fresh {
        return html(once_more(&ctx, &caller.account.mail, &here(path.account)));
    }
    let row = store::one_account(&mut tx, path.account).await?;
    tx.done().await?;
    html(view(&ctx, &row))
}

/// `POST /installation/accounts/{account}/second-factor`: no code is asked for any more, its passkeys sign nobody in, and it is
/// out on all devices. Only after a fresh sign-in, and never one's own: an unwatched device of hers is not enough.
pub(crate) async fn remove(ctx: Ctx, Path(path): Path<AccountPath>) -> Answer {
    let mut tx = ctx.write(can::INSTALL).await?;
    if signed_in(&ctx)?.account == path.account {
        return Err(Error::Forbidden("accounts.install"));
    }
    if !Owner::of(&ctx, &mut tx).await?.is_fresh {
        return see_other(&here(path.account));
    }
    store::line_up(&mut tx, path.account).await?;
    let account = store::account_by_id(&mut tx, path.account).await?.or_not_found()?;
    let gone = store::remove_second_factor(&mut tx, account.id).await?;
    Some(()).filter(|()| gone).or_not_found()?;
    store::end_all_sign_ins(&mut tx, account.id).await?;
    tx.audit("account.second-factor-off", account.id, None::<&()>, None::<&()>).await?;
    let passkeys = store::remove_all_passkeys(&mut tx, account.id).await?;
    if passkeys > 0 {
        let before = serde_json::json!({ "passkeys": passkeys });
        tx.audit("account.passkeys-removed", account.id, Some(&before), None::<&()>).await?;
    }
    mails::send_notice(&ctx, &mut tx, &account, Changed::TakenAway { passkeys }).await?;
    let to = tx.commit_to(&said(LIST, "codes-removed")).await?;
    see_other(&to)
}

fn view(ctx: &Ctx, row: &store::AccountRow) -> Markup {
    let say = ctx.say();
    let form = form(ctx, here(row.id)).cancel(LIST);
    let about = markup! {
        p { strong { (row.name) } ", " bdi dir="ltr" { (row.mail) } }
        p { (t!(say, "lost-codes-lead")) }
        p { (t!(say, "lost-codes-make-sure")) }
    };
    let head = Head::new(t!(say, "lost-codes-title")).under(t!(say, "closing-accounts-title"), LIST);
    page(ctx, &head, form.show(&t!(say, "second-factor-remove"), about))
}

/// Before it is taken away.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = &Ctx { partnership: None, face: platform::ctx::Face::House, ..ctx.clone() };
    let row = store::AccountRow {
        id: AccountId(uuid::Uuid::from_u128(1)),
        name: "Ada Lovelace".into(),
        mail: "ada@example.org".into(),
        entered_at: Some(ctx.now()),
        ended_at: None,
        asks_for_code: true,
    };
    vec![("ask", view(ctx, &row))]
}
