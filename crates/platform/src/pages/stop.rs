//! The link by which a reader stops mail of one kind (RFC 8058). Opening it changes nothing; its form, which mail programs send
//! by themselves too, stops the mail at once, and sent again gives the same answer.
//!
//! It is the one address that takes a change without a cookie, a form's key and fetch metadata, from wherever it is sent: what
//! lets in is the secret in the address, and nothing else is looked at. Its answer is a page, never a redirection, since mail
//! programs need not follow one.

use crate::{
    ctx::{Ctx, PUBLIC},
    db::Tx,
    errors::{Error, Result},
    html::{Head, acts, form, page},
    http::{Answer, FORM_TIME, Path, answer::page_with, html},
    mail::{STOP, Stops},
    t,
    tickets::{Found, knock},
};
use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, StatusCode, header},
};
use bytes::Bytes;
use maud::{Markup, html as markup};
use serde::Deserialize;

/// Where it stands.
pub const PATH: &str = "/{p}/{lang}/letters/stop/{ticket}";
/// What a mail program sends, and the page's own form too.
const ONE_CLICK: (&str, &str) = ("List-Unsubscribe", "One-Click");
/// What is sent has at most so many bytes.
const MOST_BYTES: usize = 8 << 10;

/// Whether a path, with the partnership's segment, is this address: exactly, with nothing before or behind it.
pub fn is_address(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["", partnership, lang, "letters", "stop", ticket] => {
            !partnership.is_empty() && lang.parse::<crate::langs::Lang>().is_ok() && !ticket.is_empty()
        }
        _ => false,
    }
}

/// The part of an address that names a ticket.
#[derive(Debug, Deserialize)]
pub struct AtTicket {
    ticket: String,
}

/// What the page behind the link says.
#[derive(Debug, Clone, Copy)]
pub enum Shown<'a> {
    /// Whether mail for this purpose should stop, by this ticket.
    Ask(&'a str, &'a str),
    /// Mail for this purpose has stopped.
    Done(&'a str),
    /// The link is not one that works, any more or at all.
    Gone,
}

/// `GET /{p}/{lang}/letters/stop/{ticket}`: asks before anything stops.
pub async fn ask(ctx: Ctx, Path(at): Path<AtTicket>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let found = tx.find_ticket::<Stops>(STOP, &at.ticket).await?;
    let (Found::Good(of) | Found::Used(of)) = found else {
        tx.done().await?;
        return show(&ctx, Shown::Gone);
    };
    let gets_more = gets_more(&ctx, &mut tx, &of).await?;
    tx.done().await?;
    show(&ctx, if gets_more { Shown::Ask(&of.purpose, &at.ticket) } else { Shown::Done(&of.purpose) })
}

/// `POST /{p}/{lang}/letters/stop/{ticket}`: no more mail of this kind for this reader, from this instant.
pub async fn stop(ctx: Ctx, Path(at): Path<AtTicket>, request: Request) -> Answer {
    // A twin of this request is answered alike, not with what was said first: nothing of it is kept.
    let ctx = Ctx { repeat: None, ..ctx };
    // Of somebody without a ticket nothing is read.
    let (Found::Good(of) | Found::Used(of)) = knock::<Stops>(&ctx, STOP, &at.ticket).await? else {
        return show(&ctx, Shown::Gone);
    };
    let (parts, body) = request.into_parts();
    let body = soon(body).await?;
    if !says_one_click(&parts.headers, &body) {
        let asks = view(&ctx, Shown::Ask(&of.purpose, &at.ticket));
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, asks);
    }
    let mut tx = ctx.write(PUBLIC).await?;
    tx.use_ticket::<Stops>(STOP, &at.ticket).await?;
    if gets_more(&ctx, &mut tx, &of).await? {
        tx.withdraw_consent(of.who, &of.purpose, "unsubscribe-link", ctx.lang).await?;
    }
    tx.commit().await?;
    show(&ctx, Shown::Done(&of.purpose))
}

/// What was sent, in the time that a form has: also where the front gives more, because it may be a file.
async fn soon(body: Body) -> Result<Bytes> {
    match tokio::time::timeout(FORM_TIME, to_bytes(body, MOST_BYTES)).await {
        Ok(read) => read.map_err(|_| Error::TooLarge),
        Err(_) => Err(Error::TooSlow),
    }
}

/// Whether she has not said no yet, or has said yes again since.
async fn gets_more(ctx: &Ctx, tx: &mut Tx, of: &Stops) -> Result<bool> {
    Ok(!tx.said_no(of.who, &of.purpose, ctx.today()).await?)
}

/// Whether the words of RFC 8058 stand in what was sent, as either kind of form.
fn says_one_click(headers: &HeaderMap, body: &[u8]) -> bool {
    let (name, value) = ONE_CLICK;
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.to_ascii_lowercase().starts_with("multipart/form-data") {
        let text = String::from_utf8_lossy(body);
        let parts = text.split("\r\n\r\n").zip(text.split("\r\n\r\n").skip(1));
        return parts.into_iter().any(|(head, rest)| {
            head.contains(&format!("name=\"{name}\"")) && rest.split("\r\n").next() == Some(value)
        });
    }
    let fields: Vec<(String, String)> = serde_html_form::from_bytes(body).unwrap_or_default();
    fields.iter().any(|(key, said)| key == name && said == value)
}

fn show(ctx: &Ctx, shown: Shown<'_>) -> Answer {
    match shown {
        Shown::Gone => page_with(StatusCode::GONE, view(ctx, shown)),
        Shown::Ask(..) | Shown::Done(_) => html(view(ctx, shown)),
    }
}

/// The page behind the link.
pub fn view(ctx: &Ctx, shown: Shown<'_>) -> Markup {
    let say = ctx.say();
    let kind = |purpose: &str| markup! { p { b { (say.html(&format!("purpose-{purpose}"), &[])) } } };
    let (name, value) = ONE_CLICK;
    let body = markup! {
        @match shown {
            Shown::Ask(purpose, ticket) => {
                @let form = form(ctx, ctx.public_url(&format!("/letters/stop/{ticket}")));
                (kind(purpose))
                p { (t!(say, "letters-stop-explains")) }
                (form.show(&t!(say, "letters-stop"), form.hidden(name, value)))
            },
            Shown::Done(purpose) => { (kind(purpose)) p { (t!(say, "letters-stopped")) } },
            Shown::Gone => {
                p { (t!(say, "letters-stop-gone")) }
                (acts(&[(t!(say, "letters-stop-home"), ctx.public_url(""))]))
            },
        }
    };
    page(ctx, &Head::new(t!(say, "letters-stop-title")), body)
}

/// Samples of the page.
pub(super) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: crate::ctx::Face::Public, ..ctx.clone() };
    vec![
        ("asks", view(&ctx, Shown::Ask("everything", "abc"))),
        ("stopped", view(&ctx, Shown::Done("everything"))),
        ("gone", view(&ctx, Shown::Gone)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use http_body::Frame;
    use std::{
        convert::Infallible,
        pin::Pin,
        task::{Context, Poll},
    };

    /// A body that never ends.
    struct Never;

    impl http_body::Body for Never {
        type Data = Bytes;
        type Error = Infallible;

        fn poll_frame(
            self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
            Poll::Pending
        }
    }

    #[tokio::test(start_paused = true)]
    async fn what_never_ends_is_not_waited_for() {
        let slow = soon(Body::new(Never)).await;
        assert!(matches!(slow, Err(Error::TooSlow)), "{slow:?}");
        assert_eq!(soon(Body::from("a=b")).await.unwrap(), "a=b");
    }
}
