//! Somebody lost the telephone and the recovery codes: whoever runs the installation takes the second factor away, once she knows
//! whom she talks to. The owner is told by mail; the link by mail then leads in alone.

use crate::{
    can,
    mails::{self, Changed},
    store,
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::OrNotFound,
    html::{Head, form, page, said},
    http::{Answer, Path, html, see_other},
    ids::AccountId,
    t,
};
use serde::Deserialize;

const LIST: &str = "/installation/accounts";

#[derive(Deserialize)]
pub(crate) struct AccountPath {
    account: AccountId,
}

/// `GET /installation/accounts/{account}/second-factor`: what will happen, and what to make sure of.
pub(crate) async fn ask(ctx: Ctx, Path(path): Path<AccountPath>) -> Answer {
    let mut tx = ctx.read(can::INSTALL).await?;
    let row = store::one_account(&mut tx, path.account).await?;
    tx.done().await?;
    html(view(&ctx, &row))
}

/// `POST /installation/accounts/{account}/second-factor`: no code is asked for any more, and it is out on all devices.
pub(crate) async fn remove(ctx: Ctx, Path(path): Path<AccountPath>) -> Answer {
    let mut tx = ctx.write(can::INSTALL).await?;
    let account = store::account_by_id(&mut tx, path.account).await?.or_not_found()?;
    let gone = store::remove_second_factor(&mut tx, account.id).await?;
    Some(()).filter(|()| gone).or_not_found()?;
    store::end_all_sign_ins(&mut tx, account.id).await?;
    tx.audit("account.second-factor-off", account.id, None::<&()>, None::<&()>).await?;
    mails::send_notice(&ctx, &mut tx, &account, Changed::SecondFactorOff).await?;
    let to = tx.commit_to(&said(LIST, "codes-removed")).await?;
    see_other(&to)
}

fn view(ctx: &Ctx, row: &store::AccountRow) -> Markup {
    let say = ctx.say();
    let form = form(ctx, format!("{LIST}/{}/second-factor", row.id)).cancel(LIST);
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
