//! What handlers take: the context, parts of the address, filters, forms.

use crate::{app::App, ctx::Ctx, errors::Error, langs::Lang};
use axum::extract::{FromRequest, FromRequestParts, Request};
use http::request::Parts;
use serde::de::DeserializeOwned;
use std::{future::Future, sync::Arc};

impl FromRequestParts<Arc<App>> for Ctx {
    type Rejection = Error;
    fn from_request_parts(
        parts: &mut Parts,
        _: &Arc<App>,
    ) -> impl Future<Output = Result<Self, Error>> + Send {
        let found = parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or_else(|| Error::failed("no context: the request came past the front"));
        let spoken = found.as_ref().is_ok_and(|ctx| speaks(ctx, parts));
        async move { found.and_then(|ctx| if spoken { Ok(ctx) } else { Err(Error::NotFound) }) }
    }
}

/// Whether the partnership's site has the language of the address, on a route that has one (`/{p}/{lang}/…`). The way out of
/// letters stays open in a language that was taken off since: letters carry it for long.
fn speaks(ctx: &Ctx, parts: &Parts) -> bool {
    let matched = parts.extensions.get::<axum::extract::MatchedPath>();
    let has_lang = |path: &str| path.starts_with("/{p}/{lang}") && path != crate::pages::stop::PATH;
    if matched.is_none_or(|path| !has_lang(path.as_str())) {
        return true;
    }
    let mut segments = parts.uri.path().splitn(4, '/').skip(2);
    let lang = segments.next().and_then(|code| code.parse::<Lang>().ok());
    lang.is_some_and(|lang| ctx.langs_of(segments.next().unwrap_or_default()).contains(&lang))
}

/// The parts of the address, by name: a struct with the fields of the path. What does not parse is not found.
#[derive(Debug, Clone)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Arc<App>> for Path<T> {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, state: &Arc<App>) -> Result<Self, Error> {
        let found = axum::extract::Path::<T>::from_request_parts(parts, state).await;
        found.map(|axum::extract::Path(value)| Self(value)).map_err(|_| Error::NotFound)
    }
}

/// Filters in the address; repeated names become a `Vec`.
#[derive(Debug, Clone)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Arc<App>> for Query<T> {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &Arc<App>) -> Result<Self, Error> {
        serde_html_form::from_str(parts.uri.query().unwrap_or_default())
            .map(Self)
            .map_err(|_| Error::Malformed("query"))
    }
}

/// A form as it was sent (`application/x-www-form-urlencoded`): all fields as text, parsed by the room's own rules.
#[derive(Debug, Clone)]
pub struct Form<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequest<Arc<App>> for Form<T> {
    type Rejection = Error;
    async fn from_request(request: Request, state: &Arc<App>) -> Result<Self, Error> {
        let body = bytes::Bytes::from_request(request, state).await.map_err(|_| Error::TooLarge)?;
        serde_html_form::from_bytes(&body).map(Self).map_err(|_| Error::Malformed("form"))
    }
}
