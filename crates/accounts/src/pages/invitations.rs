//! Accepting an invitation to a partnership.

use super::{device_of, is_in, people::say_office, take_over, whole_time};
use crate::{
    can,
    mails::{INVITATION, InvitationTicket},
    rules::in_force,
    store::{self, GrantRow},
};
use axum::http::{HeaderMap, StatusCode};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, Result},
    html::{Head, acts, form, page},
    http::{
        Answer, Path,
        answer::{first, page_with},
        html, see_other,
    },
    ids::AccountId,
    t,
    tickets::{Found, knock},
};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct InvitationPath {
    secret: String,
}

/// `GET /{p}/{lang}/invitation/{secret}`: to what, and the button.
pub(crate) async fn show(ctx: Ctx, Path(path): Path<InvitationPath>) -> Answer {
    let mut tx = ctx.read(can::ACCEPT).await?;
    let ticket = tx.peek_ticket::<InvitationTicket>(INVITATION, &path.secret).await?;
    let waits = match &ticket {
        Some(ticket) => store::invitation(&mut tx, ticket.account).await?,
        None => None,
    };
    let offices = match ticket.filter(|_| waits.is_some_and(|one| one.accepted_at.is_none())) {
        Some(ticket) => offices(&ctx, &mut tx, ticket.account).await?,
        None => Vec::new(),
    };
    tx.done().await?;
    if offices.is_empty() { gone(&ctx) } else { html(view(&ctx, &path.secret, &offices)) }
}

/// `POST /{p}/{lang}/invitation/{secret}`: accepted, and signed in who has never been here. Once: the other links to the same
/// invitation end with it, and whoever has signed in before comes in by her usual way.
pub(crate) async fn accept(ctx: Ctx, headers: HeaderMap, Path(path): Path<InvitationPath>) -> Answer {
    match knock::<InvitationTicket>(&ctx, INVITATION, &path.secret).await? {
        Found::Good(_) => {}
        Found::Used(ticket) if is_in(&ctx, ticket.account) => return see_other(&ctx.url("/work")),
        Found::Used(_) | Found::Gone => return gone(&ctx),
    }
    let mut tx = ctx.write(can::ACCEPT).await?;
    let Some(ticket) = tx.use_ticket::<InvitationTicket>(INVITATION, &path.secret).await? else {
        tx.unless_answered().await?;
        drop(tx);
        return gone(&ctx);
    };
    store::line_up(&mut tx, ticket.account).await?;
    let is_empty = offices(&ctx, &mut tx, ticket.account).await?.is_empty();
    let account = store::account_by_id(&mut tx, ticket.account).await?.filter(|one| one.ended_at.is_none());
    let Some(account) = account.filter(|_| !is_empty) else {
        drop(tx);
        return gone(&ctx);
    };
    if !store::accept(&mut tx, ticket.account).await? {
        drop(tx);
        return gone(&ctx);
    }
    tx.audit("account.accepted", ticket.account, None::<&()>, None::<&()>).await?;
    if account.entered_at.is_some() || store::has_second_factor(&mut tx, ticket.account).await? {
        return accept_only(&ctx, tx, ticket.account).await;
    }
    let secret = match take_over(&ctx, &mut tx, (ticket.account, None), &device_of(&headers)).await {
        Err(Error::Refused(_)) => {
            drop(tx);
            return gone(&ctx);
        }
        other => other?,
    };
    let answer = tx.commit_entering(&ctx.url("/work"), whole_time(secret)).await?;
    first(&ctx, &answer)
}

/// Accepted; in she comes by her usual way, which asks for a code where she has one.
async fn accept_only(ctx: &Ctx, tx: Tx, account: AccountId) -> Answer {
    let (work, known) = (ctx.url("/work"), is_in(ctx, account));
    let to = tx.commit_to(&if known { work } else { super::sign_in::address(&work) }).await?;
    see_other(&to)
}

/// What the invited person may do here, today or later.
async fn offices(ctx: &Ctx, tx: &mut Tx, account: AccountId) -> Result<Vec<String>> {
    let today = ctx.today();
    let holds = |row: &GrantRow| in_force(row.span(), today) || row.from_on > today;
    let held = store::grants_here(tx, account).await?;
    Ok(held.iter().filter(|row| holds(row)).map(|row| say_office(ctx, row.office)).collect())
}

fn gone(ctx: &Ctx) -> Answer {
    page_with(StatusCode::GONE, gone_view(ctx))
}

fn view(ctx: &Ctx, secret: &str, offices: &[String]) -> Markup {
    let say = ctx.say();
    let form = form(ctx, ctx.public_url(&format!("/invitation/{secret}")));
    let body = form.show(
        &t!(say, "invitation-accept"),
        markup! {
            p { (t!(say, "invitation-lead")) }
            ul { @for office in offices { li { (office) } } }
            p.quiet { (t!(say, "invitation-kept")) }
        },
    );
    page(ctx, &Head::new(t!(say, "invitation-title")).at(format!("/invitation/{secret}")), body)
}

fn gone_view(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let body = markup! {
        p { (t!(say, "invitation-gone-lead")) }
        (acts(&[(t!(say, "sign-in-again"), "/sign-in".to_owned())]))
    };
    page(ctx, &Head::new(t!(say, "invitation-gone-title")), body)
}

/// An invitation, and one that is over.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = &Ctx { face: platform::ctx::Face::Public, ..ctx.clone() };
    let offices = [say_office(ctx, platform::authority::Office::Coordinator)];
    vec![("open", view(ctx, "sample", &offices)), ("gone", gone_view(ctx))]
}
