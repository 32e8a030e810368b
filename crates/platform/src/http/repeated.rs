//! The key of a request, by which its twin is known: found without losing a byte of the request.

use crate::{
    ctx::Ctx,
    errors::{Error, Result},
    html::is_secret,
    repeat::{Repeat, Sent},
};
use axum::{
    body::{Body, HttpBody, to_bytes},
    extract::Request,
};
use bytes::{Buf, Bytes};
use http::{header, request::Parts};
use http_body::Frame;
use std::{
    future::poll_fn,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
};

/// The most bytes of a form; uploads have routes and limits of their own.
pub const FORM_BYTES: usize = 1 << 20;
/// The key of an upload stands in its first part, which is not longer than this.
const FIRST_PART_BYTES: usize = 4 << 10;
/// What is left of an upload that was answered before is read and thrown away, up to so many bytes: a browser shows no
/// answer before it has sent everything.
const LEFT_BYTES: usize = 64 << 20;

/// Whether a request carries files.
pub fn is_upload(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("multipart/"))
}

/// Switched off only by the negative control of the test for secrets that are given back.
pub static KEEP_SECRETS_OUT: AtomicBool = AtomicBool::new(true);

/// What somebody typed into a form who is not signed in: should she have to sign in first, it is given back to her. Only what
/// came as a plain form: of an upload nothing is kept here. And nothing at all of a form that has a secret in it.
#[derive(Debug, Clone)]
pub struct Typed(Arc<Vec<(String, String)>>);

impl Typed {
    /// The fields of a form; none when one of them is a secret, which is never shown again ([`is_secret`]).
    pub fn new(fields: Vec<(String, String)>) -> Option<Self> {
        let has_secret = fields.iter().any(|(name, _)| is_secret(name));
        (!has_secret || !KEEP_SECRETS_OUT.load(Ordering::Relaxed)).then(|| Self(Arc::new(fields)))
    }

    /// All fields, to be sent once more.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether a person may have typed any of it; keys, versions and ids come from the page.
    pub fn is_worth_keeping(&self) -> bool {
        self.fields().any(|(name, value)| {
            !matches!(name, "_key" | "version")
                && !value.trim().is_empty()
                && value.parse::<uuid::Uuid>().is_err()
        })
    }

    /// What a person wrote in words of her own. A single word may as well be the code of something that was picked.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.fields().map(|(_, value)| value.trim()).filter(|value| value.contains([' ', '\u{a0}', '\n']))
    }
}

/// Finds the key of a change (the field `_key`, or the header `Idempotency-Key`), and gives the request back whole.
///
/// # Errors
/// [`Error::TooLarge`] and [`Error::Malformed`].
pub async fn repeated(ctx: Ctx, request: Request) -> Result<(Ctx, Request)> {
    if is_upload(&request) { upload(ctx, request).await } else { form(ctx, request).await }
}

async fn form(ctx: Ctx, request: Request) -> Result<(Ctx, Request)> {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, FORM_BYTES).await.map_err(|_| Error::TooLarge)?;
    let fields: Vec<(String, String)> = serde_html_form::from_bytes(&body).unwrap_or_default();
    if fields.iter().any(|(name, value)| name.contains('\0') || value.contains('\0')) {
        return Err(Error::Malformed("form"));
    }
    let key = fields.iter().find_map(|(name, value)| (name == "_key").then(|| value.clone()));
    let (ctx, mut parts) = known_by(ctx, parts, key, &body)?;
    if ctx.caller.account().is_none()
        && let Some(typed) = Typed::new(fields)
    {
        parts.extensions.insert(typed);
    }
    Ok((ctx, Request::from_parts(parts, Body::from(body))))
}

/// An upload is read only once, by its handler: it is known by its key and address, not by its content.
async fn upload(ctx: Ctx, request: Request) -> Result<(Ctx, Request)> {
    let (parts, mut rest) = request.into_parts();
    let mut head = Vec::new();
    let key = loop {
        match first_part(&head) {
            First::Unfinished if head.len() < FIRST_PART_BYTES => {}
            First::Key(key) => break Some(key),
            First::Unfinished | First::Other => break None,
        }
        match next(&mut rest).await {
            Some(Ok(frame)) => head.extend_from_slice(&frame.into_data().unwrap_or_default()),
            Some(Err(_)) => return Err(Error::Malformed("upload")),
            None => break None,
        }
    };
    let (ctx, parts) = known_by(ctx, parts, key, &[])?;
    let whole = Whole { head: Some(Bytes::from(head)).filter(|head| !head.is_empty()), rest };
    Ok((ctx, Request::from_parts(parts, Body::new(whole))))
}

/// Reads what is left of an upload, and throws it away.
pub async fn read_out(request: Request) {
    let (mut body, mut left) = (request.into_body(), LEFT_BYTES);
    while let Some(Ok(frame)) = next(&mut body).await {
        left = left.saturating_sub(frame.data_ref().map_or(0, Bytes::remaining));
        if left == 0 {
            return;
        }
    }
}

async fn next(body: &mut Body) -> Option<Result<Frame<Bytes>, axum::Error>> {
    poll_fn(|cx| Pin::new(&mut *body).poll_frame(cx)).await
}

/// The context that knows the request by its key, when it has one.
fn known_by(mut ctx: Ctx, mut parts: Parts, key: Option<String>, body: &[u8]) -> Result<(Ctx, Parts)> {
    let named = parts.headers.get("idempotency-key").and_then(|value| value.to_str().ok());
    let key = key.filter(|key| !key.is_empty()).or_else(|| named.map(str::to_owned));
    if let Some(key) = key.filter(|key| !key.is_empty()) {
        let sent = Sent {
            caller: &ctx.caller,
            partnership: ctx.partnership.as_ref().map(|p| p.id),
            address: parts.uri.path_and_query().map_or("/", |address| address.as_str()),
            body,
        };
        ctx.repeat = Some(Repeat::new(&key, &sent, &ctx.app.settings.secret)?);
    }
    parts.extensions.insert(ctx.clone());
    Ok((ctx, parts))
}

/// What the first part of an upload is (RFC 7578).
#[derive(Debug, PartialEq, Eq)]
enum First {
    /// Not all of it has come.
    Unfinished,
    /// The key.
    Key(String),
    /// Something else.
    Other,
}

/// Reads the first part, where our forms carry their key; what stands in a file further on is nobody's key.
fn first_part(head: &[u8]) -> First {
    let cut = |text: &'_ [u8], mark: &[u8]| text.windows(mark.len()).position(|some| some == mark);
    let Some(headers_end) = cut(head, b"\r\n\r\n") else { return First::Unfinished };
    let (headers, value) = head.split_at(headers_end);
    let headers = String::from_utf8_lossy(headers).to_ascii_lowercase();
    let is_key = headers.lines().any(|line| {
        line.starts_with("content-disposition:")
            && line.contains("name=\"_key\"")
            && !line.contains("filename")
    });
    if !is_key {
        return First::Other;
    }
    let value = value.get(4..).unwrap_or_default();
    match cut(value, b"\r\n").and_then(|end| value.get(..end)) {
        Some(key) => String::from_utf8(key.to_vec()).map_or(First::Other, First::Key),
        None => First::Unfinished,
    }
}

/// A body of which the beginning was read, whole again.
struct Whole {
    head: Option<Bytes>,
    rest: Body,
}

impl HttpBody for Whole {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        match self.head.take() {
            Some(head) => Poll::Ready(Some(Ok(Frame::data(head)))),
            None => Pin::new(&mut self.rest).poll_frame(cx),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.head.is_none() && self.rest.is_end_stream()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_with_a_secret_is_not_kept_and_of_others_only_words_are_shown() {
        let fields = |pairs: &[(&str, &str)]| {
            Typed::new(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
        };
        for secret in ["password", "code", "secret_next"] {
            assert!(fields(&[("name", "Maple Library"), (secret, "abc")]).is_none(), "{secret}");
        }
        let id = "0191c2f4-aaaa-7bbb-8ccc-ddddeeeeffff";
        let typed = fields(&[("_key", "ab"), ("kind", "radio-code"), ("of", id), ("note", " Open\ndaily ")]);
        let typed = typed.unwrap();
        assert_eq!(typed.words().collect::<Vec<_>>(), ["Open\ndaily"]);
        assert_eq!(typed.fields().count(), 4, "all of it is sent again");
        assert!(typed.is_worth_keeping() && fields(&[("name", "Maple")]).unwrap().is_worth_keeping());
        assert!(
            !fields(&[("_key", "x"), ("version", "3"), ("of", id), ("note", " ")])
                .unwrap()
                .is_worth_keeping()
        );
    }

    #[test]
    fn the_key_is_read_from_the_first_part_and_from_nowhere_else() {
        let whole = b"--x\r\nContent-Disposition: form-data; name=\"_key\"\r\n\r\nabc\r\n--x\r\n";
        for cut in 0..whole.len() {
            let read = first_part(&whole[..cut]);
            assert!(read == First::Unfinished || read == First::Key("abc".into()), "{cut}: {read:?}");
        }
        assert_eq!(first_part(whole), First::Key("abc".into()));
        let other = b"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nname=\"_key\"\r\n\r\nabc\r\n";
        assert_eq!(first_part(other), First::Other);
        let file = b"--x\r\nContent-Disposition: form-data; name=\"_key\"; filename=\"a\"\r\n\r\nabc\r\n--x";
        assert_eq!(first_part(file), First::Other);
    }
}
