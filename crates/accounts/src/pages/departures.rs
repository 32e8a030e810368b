//! Ending an account's access to a partnership: asked before, done at once.

use crate::{can, closing, store};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{Head, form, page, said},
    http::{Answer, Path, answer::page_with, html, see_other},
    ids::AccountId,
    t,
};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct AccountPath {
    account: AccountId,
}

/// Whose access it is, and whether she was only invited.
struct Leaving {
    account: AccountId,
    name: String,
    is_invited: bool,
}

async fn load(tx: &mut platform::db::Tx, account: AccountId) -> Result<Leaving> {
    let held = store::held_by(tx, account).await?;
    let first = held.into_iter().next().or_not_found()?;
    Ok(Leaving { account, is_invited: first.is_invited(), name: first.name })
}

/// `GET /{p}/work/accounts/{account}/departure`: what will happen.
pub(crate) async fn ask(ctx: Ctx, Path(path): Path<AccountPath>) -> Answer {
    let mut tx = ctx.read(can::GRANT).await?;
    let leaving = load(&mut tx, path.account).await?;
    tx.done().await?;
    html(view(&ctx, &leaving, &Complaints::default()))
}

/// `POST /{p}/work/accounts/{account}/departure`: gone with the next request.
pub(crate) async fn end(ctx: Ctx, Path(path): Path<AccountPath>) -> Answer {
    let mut tx = ctx.write(can::GRANT).await?;
    let leaving = load(&mut tx, path.account).await?;
    let name = ctx.partnership()?.name.plain(ctx.lang).to_owned();
    match closing::end_access(&mut tx, path.account, (&name, ctx.today())).await {
        Err(Error::Refused(why)) => {
            drop(tx);
            let complaints = Complaints::of("", why);
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &leaving, &complaints));
        }
        other => other?,
    }
    let key = if leaving.is_invited { "invitation-withdrawn" } else { "access-ended" };
    let to = tx.commit_to(&said(&ctx.url("/work/accounts"), key)).await?;
    see_other(&to)
}

fn view(ctx: &Ctx, leaving: &Leaving, complaints: &Complaints) -> Markup {
    let (say, list) = (ctx.say(), ctx.url("/work/accounts"));
    let form = form(ctx, ctx.url(&format!("/work/accounts/{}/departure", leaving.account)));
    let form = form.complaints(complaints).cancel(&list);
    let (title, lead, submit) = if leaving.is_invited {
        (
            t!(say, "invitation-withdraw-title"),
            t!(say, "invitation-withdraw-lead"),
            t!(say, "invitation-withdraw"),
        )
    } else {
        (t!(say, "access-end-title"), t!(say, "access-end-lead"), t!(say, "access-end"))
    };
    let body = form.show(&submit, markup! { p { strong { (leaving.name) } } p { (lead) } });
    page(ctx, &Head::new(title).under(t!(say, "accounts-title"), list), body)
}

/// Somebody who leaves, somebody who was only invited, and a refusal.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let leaving = |is_invited| Leaving {
        account: AccountId(uuid::Uuid::from_u128(1)),
        name: "Ada Lovelace".into(),
        is_invited,
    };
    let partnership = ctx.partnership.as_ref().map(|p| p.name.plain(ctx.lang).to_owned()).unwrap_or_default();
    let last = Complaints::one("", crate::rules::ClosingRefusal::LastCoordinator { partnership });
    vec![
        ("ends", view(ctx, &leaving(false), &Complaints::default())),
        ("invited", view(ctx, &leaving(true), &Complaints::default())),
        ("refused", view(ctx, &leaving(false), &last)),
    ]
}
