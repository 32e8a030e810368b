//! The code that is asked for after another house has told who comes. What it told waits behind a ticket whose secret this
//! browser was given on its way there, so the page has the same address for everybody, and a second arrival finds it too.

use super::{
    device_of,
    elsewhere::{At, code_at, issuer, late},
    elsewhere_begun::{Begun, ended},
    sign_in::{Typed, before, through},
};
use axum::http::HeaderMap;
use platform::{
    ctx::Ctx,
    http::{Answer, Form, Path},
};

/// `GET /sign-in/with/{issuer}/code`: the field, when this browser was told of by the house.
pub(crate) async fn show(ctx: Ctx, headers: HeaderMap, Path(at): Path<At>) -> Answer {
    let issuer = issuer(&ctx, &at.issuer)?;
    if let Some(begun) = Begun::kept(&ctx, &headers, issuer)?
        && let Some(page) = before(&ctx, &begun.door(&code_at(issuer))).await?
    {
        return Ok(page);
    }
    late(&ctx, &headers, issuer).await
}

/// `POST /sign-in/with/{issuer}/code`: in, with the right one.
pub(crate) async fn enter(
    ctx: Ctx,
    headers: HeaderMap,
    Path(at): Path<At>,
    Form(typed): Form<Typed>,
) -> Answer {
    let issuer = issuer(&ctx, &at.issuer)?;
    let Some(begun) = Begun::kept(&ctx, &headers, issuer)? else {
        return late(&ctx, &headers, issuer).await;
    };
    let at = code_at(issuer);
    match through(&ctx, (&begun.door(&at), &typed), &device_of(&headers)).await? {
        Some(answer) if answer.status().is_redirection() => ended(&ctx, answer),
        Some(again) => Ok(again),
        None => late(&ctx, &headers, issuer).await,
    }
}
