//! Answers: pages, JSON, redirects; and errors, which the front dresses in the reader's language.

use super::repeated::Typed;
use crate::{
    ctx::{Ctx, Face},
    errors::Error,
    html::shell,
    langs::Lang,
    repeat::FirstAnswer,
    t,
};
use axum::{
    body::Body,
    response::{IntoResponse, Response},
};
use http::{HeaderValue, StatusCode, header};
use maud::Markup;
use std::sync::Arc;

/// What a handler returns.
pub type Answer = Result<Response, Error>;

/// A page.
///
/// # Errors
/// None; the shape fits the end of a handler.
pub fn html(markup: Markup) -> Answer {
    page_with(StatusCode::OK, markup)
}

/// A page with another status: 422 with the form again, 409 with both texts.
///
/// # Errors
/// None.
pub fn page_with(status: StatusCode, markup: Markup) -> Answer {
    let mut response = Response::new(Body::from(markup.into_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    Ok(response)
}

/// JSON.
///
/// # Errors
/// A failure when the value cannot be written as JSON.
pub fn json(value: &impl serde::Serialize) -> Answer {
    let mut response = Response::new(Body::from(serde_json::to_vec(value)?));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Ok(response)
}

/// A file to keep.
///
/// # Errors
/// A failure when the name cannot stand in a header.
pub fn file(name: &str, media_type: &'static str, body: Vec<u8>) -> Answer {
    let safe: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '-' })
        .collect();
    let mut response = Response::new(Body::from(body));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    // The plain name for old programs, the true one beside it (RFC 6266).
    let whole = urlencode(&name.replace('/', "-"));
    let disposition = format!("attachment; filename=\"{safe}\"; filename*=UTF-8''{whole}");
    let disposition = HeaderValue::from_str(&disposition).map_err(Error::failed)?;
    response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    Ok(response)
}

/// “Look there”: the answer to every change.
///
/// # Errors
/// A failure when the address cannot stand in a header.
pub fn see_other(location: &str) -> Answer {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    response.headers_mut().insert(header::LOCATION, HeaderValue::from_str(location).map_err(Error::failed)?);
    Ok(response)
}

/// The answer that a request got, or that its twin got first: where to look, and the cookie that comes with it.
///
/// # Errors
/// As [`see_other`].
pub fn first(ctx: &Ctx, answer: &FirstAnswer) -> Answer {
    let mut response = see_other(&answer.location)?;
    if let Some(cookie) = &answer.cookie {
        let line = super::front::cookie(ctx.app.settings.is_https(), &cookie.secret.0, cookie.seconds);
        let line = HeaderValue::from_str(&line).map_err(Error::failed)?;
        response.headers_mut().insert(header::SET_COOKIE, line);
    }
    Ok(response)
}

/// An error on its way to the front, which knows the reader.
#[derive(Debug, Clone)]
pub struct Raised(pub Arc<Error>);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() =
            StatusCode::from_u16(self.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        if let Self::TooOften(seconds) | Self::Busy(seconds) = self {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response.extensions_mut().insert(Raised(Arc::new(self)));
        response
    }
}

/// Dresses a raised error: a page with a way on, a problem document (RFC 9457), or the way to sign in.
pub fn dress(ctx: &Ctx, error: &Error) -> Response {
    if matches!(error, Error::Failed(_) | Error::Constraint(_)) {
        ctx.app.metrics.failed();
    }
    if let Error::Failed(cause) = error {
        tracing::error!(request = %ctx.request, "{cause:#}");
    }
    if let Error::Constraint(detail) = error {
        tracing::error!(request = %ctx.request, "constraint: {detail}");
    }
    let dressed = match (ctx.face, error) {
        (_, Error::Answered(answer)) => first(ctx, answer),
        (Face::Api, error) => problem(ctx, error),
        (_, Error::SignIn) => see_other(&sign_in_href(ctx)),
        (_, error) => page_with(
            StatusCode::from_u16(error.status()).unwrap_or_default(),
            crate::pages::errors::page(ctx, error),
        ),
    };
    dressed.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// Where to sign in, and from there on to the page of the request; an address that only takes forms has none.
pub(crate) fn sign_in_href(ctx: &Ctx) -> String {
    let to = match ctx.face {
        Face::Work if ctx.is_sent && !shell::has_own_page(ctx) => ctx.url("/work"),
        _ => ctx.address().to_string(),
    };
    format!("/sign-in?to={}", urlencode(&to))
}

/// The answer to a form that somebody sent who is not signed in any more: what she typed stands on the page, and nowhere else.
pub fn sign_in_first(ctx: &Ctx, typed: &Typed) -> Response {
    if ctx.face == Face::Api || !typed.is_worth_keeping() {
        return dress(ctx, &Error::SignIn);
    }
    let page = crate::pages::errors::typed(ctx, typed);
    page_with(StatusCode::UNAUTHORIZED, page).unwrap_or_else(IntoResponse::into_response)
}

/// A problem document: `title` is the same for every problem of its type, `detail` tells this one; both in the language
/// that the caller asked for.
fn problem(ctx: &Ctx, error: &Error) -> Answer {
    let say = ctx.say();
    let (title, detail) = match error {
        Error::Refused(refusal) => (say.t("error-refused", &[]), say.refusal(refusal.as_ref())),
        Error::Malformed(what) => (say.t("error-malformed", &[]), unread(ctx, what)),
        other => {
            let key = format!("error-{}", other.code());
            (say.t(&key, &[]), say.t(&format!("{key}-what-now"), &[]))
        }
    };
    let mut response = json(&serde_json::json!({
        "type": format!("/api/errors#{}", error.code()), "title": title, "detail": detail, "status": error.status(),
        "code": error.code(), "instance": &*ctx.request,
    }))?;
    *response.status_mut() = StatusCode::from_u16(error.status()).unwrap_or_default();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    Ok(response)
}

/// Which part of a request could not be read: its body, its address, its key, or one value of the query by its name.
fn unread(ctx: &Ctx, what: &'static str) -> String {
    let key = format!("error-malformed-{what}");
    if ctx.app.words.has(Lang::En, &key) {
        ctx.say().t(&key, &[])
    } else {
        t!(ctx.say(), "error-malformed-value", name = what)
    }
}

/// Text as it may stand in a query (RFC 3986).
pub fn urlencode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte))
            }
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}
