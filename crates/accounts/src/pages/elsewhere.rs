//! Signing in at another house (OpenID Connect, authorization code with PKCE). The browser goes there and comes back; what it
//! brings counts only together with what this browser was given on the way out, and only once.
//!
//! Coming back is a `GET`, which changes nothing: the page has one button, which a script presses, and only its `POST` exchanges
//! what was brought. The second factor is asked for as beside a password. Nobody gets an account by it.

use super::{
    device_of,
    elsewhere_begun::{Begun, PURPOSE, back_at, ended, has_begun},
    elsewhere_shown::{self, Trouble},
    elsewhere_told::{self, end, ended_before, secret_of},
    first_page,
    sign_in::{self, Asked as Wanted},
    spoken, take_over,
    ways::Owner,
    whole_time,
};
use crate::{
    IdentityId, can,
    issuers::{self, NotTold},
    keeper,
    mails::{self, Changed, EXCHANGED, LinkTicket, TOLD_ELSEWHERE},
    outside::PATIENCE,
    rules::{BEGUN_SECONDS, first_match, tokens::Claims},
    store::{self, NewIdentity},
};
use axum::http::HeaderMap;
use platform::{
    config::Issuer,
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    html::said,
    http::{Answer, Form, Path, Query, answer::first, html, see_other},
    ids::AccountId,
    throttle,
    tickets::Found,
};
use serde::Deserialize;
use serde_json::json;
use std::time::Duration;

/// So often may one visitor go there, and come back, in so many seconds: a whole town hall is one visitor.
const PER_VISITOR: u32 = 300;
const SPAN_SECONDS: i64 = 15 * 60;
/// A twin of a request that was faster waits so long each time, in all as long as the other house may take.
const BETWEEN_LOOKS: Duration = Duration::from_millis(300);
const LOOKS: u128 = PATIENCE.as_millis() / BETWEEN_LOOKS.as_millis();
/// Where one looks after one's own.
pub(super) const OWN: &str = "/sign-in/ways/identities";

#[derive(Deserialize)]
pub(crate) struct At {
    pub(super) issuer: String,
}

/// What a browser brings back.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Brought {
    pub(super) code: String,
    pub(super) state: String,
    error: String,
    pub(super) iss: String,
}

/// The house of an address.
pub(super) fn issuer<'a>(ctx: &'a Ctx, key: &str) -> Result<&'a Issuer> {
    ctx.app.settings.issuers.iter().find(|issuer| issuer.key == key).or_not_found()
}

/// Counts one try of a visitor.
pub(super) async fn not_too_often(ctx: &Ctx, what: &str) -> Result<()> {
    if ctx.visitor.is_empty() {
        return Ok(());
    }
    let visitor = format!("elsewhere/{what}/{}", ctx.visitor);
    throttle::allow(&ctx.app, &visitor, PER_VISITOR, SPAN_SECONDS).await
}

/// `GET /sign-in/with/{issuer}`: there. Only from a page of this host or typed in: nobody else begins a sign-in here.
pub(crate) async fn begin(
    ctx: Ctx,
    headers: HeaderMap,
    Path(at): Path<At>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let ctx = spoken(&ctx, &wanted.lang);
    let issuer = issuer(&ctx, &at.issuer)?;
    if headers.get("sec-fetch-site").is_some_and(|from| from != "same-origin" && from != "none") {
        return see_other(&sign_in::address(crate::rules::local_path(&wanted.to).unwrap_or_default()));
    }
    not_too_often(&ctx, "begin").await?;
    let begun = Begun::new(&ctx, issuer, &wanted.to, None);
    match begun.way_there(&ctx, issuer).await? {
        Ok(there) => {
            let mut response = see_other(&there)?;
            begun.give(&ctx, &mut response)?;
            Ok(response)
        }
        Err(trouble) => elsewhere_shown::trouble(&ctx, issuer, (&trouble, &begun.to)),
    }
}

/// `GET /sign-in/with/{issuer}/back`: the button, when this browser was sent there.
pub(crate) async fn back(
    ctx: Ctx,
    headers: HeaderMap,
    Path(at): Path<At>,
    Query(brought): Query<Brought>,
) -> Answer {
    let issuer = issuer(&ctx, &at.issuer)?;
    let Some(begun) = Begun::of(&ctx, &headers, (issuer, &brought.state))? else {
        return late(&ctx, &headers, issuer).await;
    };
    let ctx = spoken(&ctx, &begun.lang);
    let is_other = !brought.iss.is_empty() && brought.iss != issuer.address;
    let trouble = match brought.error.as_str() {
        _ if is_other => Trouble::DoesNotHold,
        "" if brought.code.is_empty() => Trouble::DoesNotHold,
        "" => return html(elsewhere_shown::back(&ctx, issuer, &brought)),
        "access_denied" => Trouble::Denied,
        _ => Trouble::Away,
    };
    if !brought.error.is_empty() {
        tracing::warn!(issuer = issuer.key, error = ?brought.error, "another house refused");
    }
    ended(&ctx, elsewhere_told::tell(&ctx, issuer, (trouble, &begun.to))?)
}

/// Whoever comes back once more, is in and has nothing under way goes on; all others begin again.
pub(super) async fn late(ctx: &Ctx, headers: &HeaderMap, issuer: &Issuer) -> Answer {
    let account = ctx.caller.account().filter(|_| !has_begun(ctx, headers));
    let Some(account) = account else {
        return elsewhere_told::tell(ctx, issuer, (Trouble::Late, ""));
    };
    let mut tx = ctx.of_installation().read(can::SIGN_IN).await?;
    let to = first_page(&mut tx, account.account, "").await?;
    tx.done().await?;
    see_other(&to)
}

/// `POST /sign-in/with/{issuer}/back`: exchanges what was brought for who it is, and lets her in.
pub(crate) async fn finish(
    ctx: Ctx,
    headers: HeaderMap,
    Path(at): Path<At>,
    Form(brought): Form<Brought>,
) -> Answer {
    let issuer = issuer(&ctx, &at.issuer)?;
    let Some(begun) = Begun::of(&ctx, &headers, (issuer, &brought.state))? else {
        return late(&ctx, &headers, issuer).await;
    };
    let ctx = spoken(&ctx, &begun.lang);
    not_too_often(&ctx, "finish").await?;
    if waits_for_code(&ctx, &begun).await? {
        return see_other(&code_at(issuer));
    }
    let asked = back_at(&ctx, issuer);
    let ready = match issuers::ready(&ctx, issuer, &brought.iss).await? {
        Ok(ready) => ready,
        Err(why) => {
            let trouble = (trouble_of(issuer, &why), &*begun.to);
            return ended(&ctx, elsewhere_told::tell(&ctx, issuer, trouble)?);
        }
    };
    if !is_first(&ctx, &begun, &brought.code).await? {
        return after_twin(&ctx, issuer, (&begun, &brought.code)).await;
    }
    let once = (&begun, &*brought.code);
    let claims = match issuers::who(&ctx, (issuer, &ready), (&begun.asked(&asked), &brought.code)).await? {
        Ok(claims) => claims,
        Err(why) => return end(&ctx, issuer, once, (trouble_of(issuer, &why), &begun.to)).await,
    };
    match begun.owner {
        Some(owner) => add(&ctx, issuer, (owner, &claims), once).await,
        None => enter(&ctx, issuer, (&claims, once), &device_of(&headers)).await,
    }
}

/// Where the code is asked for: the same address for everybody, since the browser keeps the secret.
pub(super) fn code_at(issuer: &Issuer) -> String {
    format!("/sign-in/with/{}/code", issuer.key)
}

/// Whether the house has told who comes, and only her code is missing: whoever presses the button once more goes there too.
async fn waits_for_code(ctx: &Ctx, begun: &Begun) -> Result<bool> {
    let mut tx = ctx.of_installation().read(can::SIGN_IN).await?;
    let found = tx.find_ticket::<LinkTicket>(TOLD_ELSEWHERE, &begun.waits).await?;
    tx.done().await?;
    Ok(!matches!(found, Found::Gone))
}

/// Whether this request is the first with what it brings. What is brought is good for one exchange, and a house that is asked
/// about it once more takes back what it gave for it.
async fn is_first(ctx: &Ctx, begun: &Begun, code: &str) -> Result<bool> {
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    match tx.issue_ticket_with(EXCHANGED, &secret_of(begun, code), (), BEGUN_SECONDS).await {
        Ok(()) => tx.commit().await.map(|()| true),
        Err(Error::Constraint(_)) => Ok(false),
        Err(why) => Err(why),
    }
}

/// A twin of this request was faster: its answer is this one's, once there is one, also when it is a no. What the browser keeps stays
/// otherwise: the twin's answer may need it.
async fn after_twin(ctx: &Ctx, issuer: &Issuer, (begun, code): (&Begun, &str)) -> Answer {
    let looks = if ctx.repeat.is_some() { LOOKS } else { 0 };
    for _ in 0..looks {
        ctx.of_installation().write(can::SIGN_IN).await?.done().await?;
        if waits_for_code(ctx, begun).await? {
            return see_other(&code_at(issuer));
        }
        if let Some((trouble, to)) = ended_before(ctx, begun, code).await? {
            return ended(ctx, elsewhere_told::tell(ctx, issuer, (trouble, &to))?);
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
    elsewhere_told::tell(ctx, issuer, (Trouble::Late, &begun.to))
}

/// Why the house did not tell who came.
fn trouble_of(issuer: &Issuer, why: &NotTold) -> Trouble {
    match why {
        NotTold::Away(away) => {
            tracing::warn!(issuer = issuer.key, ?away, "another house does not tell who came back");
            Trouble::Away
        }
        NotTold::Late => Trouble::Late,
        NotTold::Flaw(flaw) => {
            tracing::warn!(issuer = issuer.key, ?flaw, "another house's word does not count");
            Trouble::DoesNotHold
        }
    }
}

/// Lets in whom the house told.
async fn enter(
    ctx: &Ctx,
    issuer: &Issuer,
    (claims, (begun, code)): (&Claims, (&Begun, &str)),
    device: &str,
) -> Answer {
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    let (account, is_known) = match found(&mut tx, issuer, claims).await? {
        Ok(found) => found,
        Err(trouble) => {
            tx.done().await?;
            return end(ctx, issuer, (begun, code), (trouble, &begun.to)).await;
        }
    };
    let new = NewIdentity { is_known, ..new_identity(issuer, claims) };
    if store::has_second_factor(&mut tx, account).await? {
        return ask_for_code(ctx, tx, (account, &new), (issuer, begun)).await;
    }
    let secret = take_over(ctx, &mut tx, (account, None), device).await?;
    if !claims.is_dated {
        store::note_undated(&mut tx, &keeper::hash(&secret.0)).await?;
    }
    if !settle(ctx, &mut tx, (account, &new), Coming::In).await? {
        return Err(Error::Stale);
    }
    let to = first_page(&mut tx, account, &begun.to).await?;
    let answer = tx.commit_entering(&to, whole_time(secret)).await?;
    ended(ctx, first(ctx, &answer)?)
}

/// The account of whom the house told, and whether the house is known to know it: by the house's own name for her, once it is
/// known; the first time by an address that it has made sure of. Who runs the installation adds a house herself: no house takes
/// such an account over by telling its address.
async fn found(
    tx: &mut Tx,
    issuer: &Issuer,
    claims: &Claims,
) -> Result<std::result::Result<(AccountId, bool), Trouble>> {
    let open = |account: store::Account| Some(account).filter(|account| account.ended_at.is_none());
    if let Some((_, id)) = store::identity(tx, (&issuer.address, &claims.subject)).await? {
        let account = store::account_by_id(tx, id).await?.and_then(open);
        let mail = claims.mail.clone().map(|(mail, _)| mail).unwrap_or_default();
        return Ok(account.map(|account| (account.id, true)).ok_or(Trouble::Unknown(mail)));
    }
    let mail = match first_match(claims, &issuer.mail_domains) {
        Ok(mail) => mail,
        Err(why) => return Ok(Err(why.into())),
    };
    let Some(account) = store::account_by_mail(tx, &mail).await?.and_then(open) else {
        return Ok(Err(Trouble::Unknown(mail.to_string())));
    };
    let known = store::identities(tx, account.id).await?;
    // An address that has been given to somebody else since opens nothing.
    if known.iter().any(|row| row.issuer == issuer.address) {
        return Ok(Err(Trouble::Another(mail.to_string())));
    }
    let (_, administers) = store::places_of(tx, account.id).await?;
    Ok(if administers { Err(Trouble::ByHand(mail.to_string())) } else { Ok((account.id, false)) })
}

fn new_identity(issuer: &Issuer, claims: &Claims) -> NewIdentity {
    let mail = claims.mail.clone().map(|(mail, _)| mail).unwrap_or_default();
    NewIdentity { issuer: issuer.address.clone(), subject: claims.subject.clone(), mail, is_known: false }
}

/// What the house told waits behind the page that asks for the code, sealed; the secret of that page the browser has already, so
/// whoever presses the button twice comes to the same page.
async fn ask_for_code(
    ctx: &Ctx,
    mut tx: Tx,
    (account, new): (AccountId, &NewIdentity),
    (issuer, begun): (&Issuer, &Begun),
) -> Answer {
    let whole = serde_json::to_vec(new)?;
    let identity = ctx.app.settings.seal(&ctx.app.chance, (PURPOSE, &account.to_string()), &whole)?;
    let ticket = LinkTicket { account, to: begun.to.clone(), identity };
    tx.issue_ticket_with(TOLD_ELSEWHERE, &begun.waits, ticket, BEGUN_SECONDS).await?;
    see_other(&tx.commit_to(&code_at(issuer)).await?)
}

/// Keeps what waited behind the page that asked for the code.
pub(super) async fn settle_sealed(ctx: &Ctx, tx: &mut Tx, ticket: &LinkTicket) -> Result<()> {
    let about = (PURPOSE, ticket.account.to_string());
    let opened = ctx.app.settings.unseal((about.0, &about.1), &ticket.identity)?;
    let Some(opened) = opened else { return Ok(()) };
    let new: NewIdentity = serde_json::from_slice(&opened)?;
    if settle(ctx, tx, (ticket.account, &new), Coming::In).await? { Ok(()) } else { Err(Error::Stale) }
}

/// What somebody does who has shown a house who she is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coming {
    /// She comes in by it.
    In,
    /// She is in, and adds it.
    ToAdd,
}

/// Notes that the house knows this account: for the first time, of which its owner is told, or once more. False when it knows
/// somebody else under this name, or her under another; and when she came in by what has been removed meanwhile.
async fn settle(
    ctx: &Ctx,
    tx: &mut Tx,
    (account, new): (AccountId, &NewIdentity),
    coming: Coming,
) -> Result<bool> {
    store::line_up(tx, account).await?;
    if let Some((id, whose)) = store::identity(tx, (&new.issuer, &new.subject)).await? {
        return Ok(whose == account && (coming == Coming::ToAdd || store::note_identity(tx, id).await?));
    }
    if new.is_known {
        return Ok(false);
    }
    let id = tx.new_id::<IdentityId>()?;
    if !store::insert_identity(tx, id, account, new).await? {
        return Ok(false);
    }
    if coming == Coming::In {
        store::note_identity(tx, id).await?;
    }
    let owner = store::account_by_id(tx, account).await?.or_not_found()?;
    let house = house_of(ctx, &new.issuer, owner.lang);
    tx.audit("account.identity-added", account, None::<&()>, Some(&json!({ "house": house }))).await?;
    mails::send_notice(ctx, tx, &owner, Changed::IdentityAdded { house: &house }).await?;
    Ok(true)
}

/// What the house at an address is called here; its address, when the settings do not name it any more.
pub(super) fn house_of(ctx: &Ctx, address: &str, lang: platform::langs::Lang) -> String {
    let known = ctx.app.settings.issuers.iter().find(|issuer| issuer.address == address);
    known.map_or(address, |issuer| issuer.name(lang)).to_owned()
}

/// Adds the house to the account of whoever began it there herself, and just signed in.
async fn add(
    ctx: &Ctx,
    issuer: &Issuer,
    (owner, claims): (AccountId, &Claims),
    once: (&Begun, &str),
) -> Answer {
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    let now = Owner::alone(ctx, &mut tx).await?;
    if now.account.id != owner || !now.is_fresh {
        return ended(ctx, see_other(OWN)?);
    }
    if !settle(ctx, &mut tx, (owner, &new_identity(issuer, claims)), Coming::ToAdd).await? {
        tx.unless_answered().await?;
        drop(tx);
        return end(ctx, issuer, once, (Trouble::Taken, OWN)).await;
    }
    let to = tx.commit_to(&said(OWN, "identity-added")).await?;
    ended(ctx, see_other(&to)?)
}
