//! Talking to another house whose sign-in counts here: what it offers, and who came back from it. What it says of itself and its
//! keys are kept for five minutes, so a key that it has withdrawn is withdrawn here within them; one that it has new counts at once.

use crate::{
    outside::{Failure, Question, Turn, ask},
    rules::{
        Away, Offered, is_from,
        tokens::{self, Claims, Expected, Flaw},
    },
};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use platform::{
    config::{Issuer, is_issuer},
    ctx::Ctx,
    errors::Result,
    http::answer::urlencode,
};
use ring::digest;
use serde::Deserialize;
use std::sync::Arc;

/// So long what a house says of itself, and its keys, are kept.
const KEPT_SECONDS: i64 = 300;

/// What a house offers, as it has said in the last minutes or says now.
///
/// # Errors
/// [`platform::errors::Error::Busy`]. Why the house will not do stands inside.
pub(crate) async fn offered(ctx: &Ctx, issuer: &Issuer) -> Result<std::result::Result<Offered, Away>> {
    match offered_before(ctx, issuer) {
        Some(offered) => Ok(Ok(offered)),
        None => offered_now(ctx, &Turn::at(&issuer.address).await?, issuer).await,
    }
}

/// Where a house says what it offers.
fn discovery(issuer: &Issuer) -> String {
    format!("{}/.well-known/openid-configuration", issuer.address.trim_end_matches('/'))
}

fn offered_before(ctx: &Ctx, issuer: &Issuer) -> Option<Offered> {
    let body = ctx.app.answers.find(&discovery(issuer), ctx.now())?;
    crate::rules::offered(&issuer.address, &body, is_issuer).ok()
}

/// Asks; only what will do is kept.
async fn offered_now(ctx: &Ctx, turn: &Turn, issuer: &Issuer) -> Result<std::result::Result<Offered, Away>> {
    let told = offered_at(turn, issuer).await?;
    Ok(told.map(|(offered, body)| {
        keep(ctx, &discovery(issuer), &body);
        offered
    }))
}

async fn offered_at(turn: &Turn, issuer: &Issuer) -> Result<std::result::Result<(Offered, Arc<[u8]>), Away>> {
    let body = ask(turn, &discovery(issuer), None, Question::Get).await?;
    Ok(body.map_err(away).and_then(|body| {
        let offered = crate::rules::offered(&issuer.address, &body, is_issuer)?;
        Ok((offered, body.into()))
    }))
}

fn keep(ctx: &Ctx, address: &str, body: &Arc<[u8]>) {
    ctx.app.answers.keep(address, body, ctx.now().plus_seconds(KEPT_SECONDS));
}

/// Asks for the keys of a house; only what has one that is taken is kept.
async fn keys_now(ctx: &Ctx, turn: &Turn, address: &str) -> Result<std::result::Result<Arc<[u8]>, Away>> {
    let told = ask(turn, address, None, Question::Get).await?;
    Ok(told.map_err(away).map(|body| {
        let body: Arc<[u8]> = body.into();
        if tokens::has_key(&body) {
            keep(ctx, address, &body);
        }
        body
    }))
}

fn away(why: Failure) -> Away {
    Away::Unreachable(why.to_string())
}

/// A sign-in that was begun: what the browser takes along, and what it must bring back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// Where the browser comes back to.
    pub(crate) back: &'a str,
    pub(crate) state: &'a str,
    pub(crate) nonce: &'a str,
    /// What proves that who comes back is who went (RFC 7636).
    pub(crate) verifier: &'a str,
}

/// Where the browser goes.
pub(crate) fn way_there(issuer: &Issuer, offered: &Offered, asked: &Asked<'_>, lang: &str) -> String {
    let challenge = digest::digest(&digest::SHA256, asked.verifier.as_bytes());
    let fields = [
        ("response_type", "code".to_owned()),
        ("client_id", issuer.id_there.clone()),
        ("redirect_uri", asked.back.to_owned()),
        ("scope", "openid email".to_owned()),
        ("state", asked.state.to_owned()),
        ("nonce", asked.nonce.to_owned()),
        ("code_challenge", BASE64URL_NOPAD.encode(challenge.as_ref())),
        ("code_challenge_method", "S256".to_owned()),
        ("max_age", tokens::RECENT_SECONDS.to_string()),
        ("ui_locales", lang.to_owned()),
    ];
    let fields: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}={}", urlencode(value))).collect();
    let joint = if offered.authorization.contains('?') { '&' } else { '?' };
    format!("{}{joint}{}", offered.authorization, fields.join("&"))
}

/// Why somebody who came back is not who the house says.
#[derive(Debug)]
pub(crate) enum NotTold {
    /// The house does not answer, or refuses the exchange.
    Away(Away),
    /// What was brought has been exchanged before, or its time is over.
    Late,
    /// What it says does not hold.
    Flaw(Flaw),
}

impl From<Flaw> for NotTold {
    fn from(flaw: Flaw) -> Self {
        Self::Flaw(flaw)
    }
}

#[derive(Deserialize)]
struct Exchanged {
    id_token: String,
    access_token: Option<String>,
}

/// What the exchange with a house needs, known before anything is spent.
pub(crate) struct Ready {
    turn: Turn,
    offered: Offered,
    keys: Arc<[u8]>,
    /// Whether the keys are those of some minutes ago.
    are_kept: bool,
}

/// Makes ready for the exchange: what can fail otherwise is asked first, since what a browser brings back is good once. `iss` is
/// the house that it says it comes from, when it says so.
///
/// # Errors
/// [`platform::errors::Error::Busy`]. Why nothing can be exchanged stands inside.
pub(crate) async fn ready(
    ctx: &Ctx,
    issuer: &Issuer,
    iss: &str,
) -> Result<std::result::Result<Ready, NotTold>> {
    let turn = Turn::at(&issuer.address).await?;
    let told = match offered_before(ctx, issuer) {
        Some(offered) => Ok(offered),
        None => offered_now(ctx, &turn, issuer).await?,
    };
    let offered = match told {
        Ok(offered) => offered,
        Err(away) => return Ok(Err(NotTold::Away(away))),
    };
    if !is_from(iss, &issuer.address, &offered) {
        return Ok(Err(Flaw::Issuer.into()));
    }
    let kept = ctx.app.answers.find(&offered.keys, ctx.now());
    let are_kept = kept.is_some();
    let told = match kept {
        Some(keys) => Ok(keys),
        None => keys_now(ctx, &turn, &offered.keys).await?,
    };
    Ok(told.map(|keys| Ready { turn, offered, keys, are_kept }).map_err(NotTold::Away))
}

/// Exchanges what the browser brought back for who it is.
///
/// # Errors
/// When the machine gives out. Why nobody is told stands inside.
pub(crate) async fn who(
    ctx: &Ctx,
    (issuer, ready): (&Issuer, &Ready),
    (asked, code): (&Asked<'_>, &str),
) -> Result<std::result::Result<Claims, NotTold>> {
    let Ready { turn, offered, keys, are_kept } = ready;
    let exchanged = match exchange(turn, (issuer, offered), (asked, code)).await? {
        Ok(exchanged) => exchanged,
        Err(why) if why.is_called("invalid_grant") => return Ok(Err(NotTold::Late)),
        Err(why) => return Ok(Err(NotTold::Away(away(why)))),
    };
    let expected =
        Expected { issuer: &issuer.address, id_there: &issuer.id_there, nonce: asked.nonce, now: ctx.now() };
    let claims = match tokens::claims(&exchanged.id_token, keys, &expected) {
        // Keys of some minutes ago may lack the one that signed.
        Err(Flaw::Signature) if *are_kept => match keys_now(ctx, turn, &offered.keys).await? {
            Ok(keys) => tokens::claims(&exchanged.id_token, &keys, &expected),
            Err(away) => return Ok(Err(NotTold::Away(away))),
        },
        other => other,
    };
    let claims = match claims {
        Ok(claims) => claims,
        Err(flaw) => return Ok(Err(flaw.into())),
    };
    with_mail(turn, offered, (claims, exchanged.access_token)).await
}

async fn exchange(
    turn: &Turn,
    (issuer, offered): (&Issuer, &Offered),
    (asked, code): (&Asked<'_>, &str),
) -> Result<std::result::Result<Exchanged, Failure>> {
    let mut fields = vec![
        ("grant_type", "authorization_code".to_owned()),
        ("code", code.to_owned()),
        ("redirect_uri", asked.back.to_owned()),
        ("code_verifier", asked.verifier.to_owned()),
    ];
    let mut authorization = None;
    if offered.secret_in_form {
        fields.push(("client_id", issuer.id_there.clone()));
        fields.push(("client_secret", issuer.secret.clone()));
    } else {
        let both = format!("{}:{}", urlencode(&issuer.id_there), urlencode(&issuer.secret));
        authorization = Some(format!("Basic {}", BASE64.encode(both.as_bytes())));
    }
    let body = ask(turn, &offered.token, authorization, Question::Form(fields)).await?;
    let read =
        |body: Vec<u8>| serde_json::from_slice(&body).map_err(|error| Failure::Machine(error.to_string()));
    Ok(body.and_then(read))
}

/// Asks for the address where the token does not tell it, as houses do that keep to the standard's letter.
async fn with_mail(
    turn: &Turn,
    offered: &Offered,
    (claims, access): (Claims, Option<String>),
) -> Result<std::result::Result<Claims, NotTold>> {
    let (None, Some(more), Some(access)) = (&claims.mail, &offered.more, access) else {
        return Ok(Ok(claims));
    };
    let body = match ask(turn, more, Some(format!("Bearer {access}")), Question::Get).await? {
        Ok(body) => body,
        Err(why) => {
            tracing::warn!(at = more, %why, "another house does not tell the mail address of who came back");
            return Ok(Ok(claims));
        }
    };
    let told = tokens::mail_told(&body, &claims.subject);
    Ok(told.map(|mail| Claims { mail, ..claims }).map_err(NotTold::Flaw))
}

/// What `kith doctor` finds about another house: nothing when it can sign people in.
///
/// # Errors
/// [`platform::errors::Error::Busy`].
pub async fn trouble_with(issuer: &Issuer) -> Result<Option<Away>> {
    let turn = &Turn::at(&issuer.address).await?;
    let offered = match offered_at(turn, issuer).await? {
        Ok((offered, _)) => offered,
        Err(away) => return Ok(Some(away)),
    };
    Ok(match ask(turn, &offered.keys, None, Question::Get).await? {
        Ok(keys) if tokens::has_key(&keys) => None,
        Ok(_) => Some(Away::Unfit("jwks_uri RSA, P-256")),
        Err(why) => Some(away(why)),
    })
}
