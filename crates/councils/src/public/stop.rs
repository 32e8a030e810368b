//! The link by which a person stops letters to her group. Opening it changes nothing; its form, which mail programs send by
//! themselves too (RFC 8058), stops the letters, and sent again gives the same answer.

use crate::membership::{PURPOSE, STOP};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::PersonId;
use platform::{
    ctx::{Ctx, PUBLIC},
    db::Tx,
    errors::Result,
    html::{Head, acts, form, page},
    http::{Answer, Path, answer::page_with, html, see_other},
    t,
    tickets::{Found, knock},
};
use serde::Deserialize;

/// The part of an address that names a ticket.
#[derive(Debug, Deserialize)]
pub(crate) struct AtTicket {
    ticket: String,
}

/// What the page behind the link says.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Stop<'a> {
    /// Whether the letters should stop, by this ticket.
    Ask(&'a str),
    /// They have stopped.
    Done,
    /// The link is not one that works, any more or at all.
    Gone,
}

/// `GET /{p}/{lang}/letters/stop/{ticket}`: asks before anything stops.
pub(crate) async fn ask(ctx: Ctx, Path(at): Path<AtTicket>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let stop = match tx.find_ticket::<PersonId>(STOP, &at.ticket).await? {
        Found::Good(_) => Stop::Ask(&at.ticket),
        Found::Used(person) if gets_letters(&ctx, &mut tx, person).await? => Stop::Ask(&at.ticket),
        Found::Used(_) => Stop::Done,
        Found::Gone => Stop::Gone,
    };
    tx.done().await?;
    show(&ctx, stop)
}

/// `POST /{p}/{lang}/letters/stop/{ticket}`: no more letters to groups for this person.
pub(crate) async fn stop(ctx: Ctx, Path(at): Path<AtTicket>) -> Answer {
    let to = ctx.public_url(&format!("/letters/stop/{}", at.ticket));
    let person = match knock::<PersonId>(&ctx, STOP, &at.ticket).await? {
        Found::Good(person) | Found::Used(person) => person,
        Found::Gone => return show(&ctx, Stop::Gone),
    };
    let mut tx = ctx.write(PUBLIC).await?;
    let is_first = tx.use_ticket::<PersonId>(STOP, &at.ticket).await?.is_some();
    if is_first || gets_letters(&ctx, &mut tx, person).await? {
        tx.withdraw_consent(person, PURPOSE, "unsubscribe-link", ctx.lang).await?;
    }
    see_other(&tx.commit_to(&to).await?)
}

/// Whether letters reach her: she may have asked for them again after she stopped them.
async fn gets_letters(ctx: &Ctx, tx: &mut Tx, person: PersonId) -> Result<bool> {
    Ok(tx.who_may_be_sent(&[person.0], PURPOSE, ctx.today()).await?.contains(&person.0))
}

fn show(ctx: &Ctx, stop: Stop<'_>) -> Answer {
    match stop {
        Stop::Gone => page_with(StatusCode::GONE, view(ctx, stop)),
        Stop::Ask(_) | Stop::Done => html(view(ctx, stop)),
    }
}

/// The page behind the link.
pub(crate) fn view(ctx: &Ctx, stop: Stop<'_>) -> Markup {
    let say = ctx.say();
    let body = markup! {
        @match stop {
            Stop::Ask(ticket) => {
                p { (t!(say, "letters-stop-explains")) }
                (form(ctx, ctx.public_url(&format!("/letters/stop/{ticket}"))).show(&t!(say, "letters-stop"), markup! {}))
            },
            Stop::Done => { p { (t!(say, "letters-stopped")) } },
            Stop::Gone => {
                p { (t!(say, "letters-stop-gone")) }
                (acts(&[(t!(say, "letters-stop-home"), ctx.public_url(""))]))
            },
        }
    };
    page(ctx, &Head::new(t!(say, "letters-stop-title")), body)
}
