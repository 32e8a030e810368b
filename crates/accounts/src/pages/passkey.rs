//! Signing in with a passkey. The script asks the browser; what it says comes as a form, like everything else.

use super::{browser, device_of, first_page, take_over, whole_time};
use crate::{
    can, keeper,
    mails::{self, Changed},
    rules::{self, Bound, CHALLENGE_SECONDS, Ceremony, PasskeyRefusal, Proof, Spent, local_path},
    store,
};
use axum::http::{HeaderMap, StatusCode};
use data_encoding::BASE64URL_NOPAD;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, Result},
    html::{FormHtml, Head, acts, form, page},
    http::{
        Answer, Form, answer,
        answer::{first, page_with},
        assets::asset,
    },
    ids::AccountId,
    t, throttle,
    tickets::{Found, knock},
};
use serde::Deserialize;
use serde_json::json;

/// The purpose of the tickets that are challenges.
pub(crate) const CHALLENGE: &str = "accounts.passkey";
/// What the browser keeps that asked for one.
const KEPT: &str = "passkey";
/// So many challenges may one visitor ask for in so many seconds.
const PER_VISITOR: u32 = 60;
const SPAN_SECONDS: i64 = 15 * 60;

/// What the browser says, in the letters of base64url.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Said {
    credential: String,
    client_data: String,
    data: String,
    signature: String,
    owner: String,
    to: String,
}

/// Where passkeys hold for the visitor of this page: at the partnership's own host, or at the installation.
pub(super) fn place(ctx: &Ctx) -> Bound {
    Bound::of(&Ctx { partnership: ctx.host_of.clone(), ..ctx.clone() }.origin())
}

/// The bytes behind letters of base64url.
///
/// # Errors
/// [`PasskeyRefusal::DoesNotFit`].
pub(super) fn bytes(letters: &str) -> Result<Vec<u8>, PasskeyRefusal> {
    BASE64URL_NOPAD.decode(letters.as_bytes()).map_err(|_| PasskeyRefusal::DoesNotFit)
}

/// `POST /sign-in/passkey/challenge`: something to sign, once, in five minutes, by the browser that asks.
pub(crate) async fn challenge(ctx: Ctx) -> Answer {
    not_too_often(&ctx, "visitor").await?;
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    let secret = ctx.app.chance.secret();
    let challenge = tx.issue_ticket(CHALLENGE, keeper::hash(&secret), CHALLENGE_SECONDS).await?;
    tx.commit().await?;
    let mut response = answer::json(&json!({
        "challenge": challenge, "host": place(&ctx).host, "milliseconds": CHALLENGE_SECONDS * 1_000,
    }))?;
    browser::keep(&ctx, &mut response, (KEPT, &secret), CHALLENGE_SECONDS)?;
    Ok(response)
}

/// Counts one try of a visitor.
async fn not_too_often(ctx: &Ctx, what: &str) -> Result<()> {
    if ctx.visitor.is_empty() {
        return Ok(());
    }
    let visitor = format!("passkey/{what}/{}", ctx.visitor);
    throttle::allow(&ctx.app, &visitor, PER_VISITOR, SPAN_SECONDS).await
}

/// `POST /sign-in/passkey`: in. A passkey stands for both factors, since its holder was recognized by it.
pub(crate) async fn enter(ctx: Ctx, headers: HeaderMap, Form(said): Form<Said>) -> Answer {
    let house = ctx.of_installation();
    let Ok((client_data, challenge)) = read(&ctx, &said) else { return no(&ctx, &said.to) };
    let browser = keeper::hash(&browser::kept(&ctx, &headers, KEPT));
    // Made-up challenges do not take the one writer, and are counted; those of another browser open nothing.
    if knock::<String>(&house, CHALLENGE, &challenge).await? != Found::Good(browser) {
        return no(&ctx, &said.to);
    }
    not_too_often(&ctx, "enter").await?;
    let mut tx = house.write(can::SIGN_IN).await?;
    let account = match prove(&ctx, &mut tx, (&said, &client_data, &challenge)).await {
        Err(Error::Refused(_)) => {
            tx.unless_answered().await?;
            // What did not fit has used its challenge up.
            tx.commit().await?;
            return no(&ctx, &said.to);
        }
        other => other?,
    };
    let whole = (account, Some(&Spent::Passkey));
    let secret = match take_over(&ctx, &mut tx, whole, &device_of(&headers)).await {
        Err(Error::Refused(_)) => {
            drop(tx);
            return no(&ctx, &said.to);
        }
        other => other?,
    };
    let to = first_page(&mut tx, account, &said.to).await?;
    let answer = tx.commit_entering(&to, whole_time(secret)).await?;
    first(&ctx, &answer)
}

/// What the browser says that it answers.
fn read(ctx: &Ctx, said: &Said) -> Result<(Vec<u8>, String), PasskeyRefusal> {
    let client_data = bytes(&said.client_data)?;
    let challenge = rules::challenge(&client_data, Ceremony::Prove, &place(ctx))?;
    Ok((client_data, challenge))
}

/// Whose passkey it is. The challenge is used up, and how often the passkey has signed is noted; a copy of one opens nothing,
/// and its owner is told.
async fn prove(
    ctx: &Ctx,
    tx: &mut Tx,
    (said, client_data, challenge): (&Said, &[u8], &str),
) -> Result<AccountId> {
    let place = place(ctx);
    let asked = tx.use_ticket::<String>(CHALLENGE, challenge).await?;
    asked.ok_or(PasskeyRefusal::DoesNotFit)?;
    let found = store::passkey(tx, (&bytes(&said.credential)?, &place.host)).await?;
    let (id, account, kept) = found.ok_or(PasskeyRefusal::DoesNotFit)?;
    if bytes(&said.owner)? != account.0.as_bytes() {
        return Err(PasskeyRefusal::DoesNotFit.into());
    }
    let (data, signature) = (bytes(&said.data)?, bytes(&said.signature)?);
    let proof = rules::proved(&kept, (&data, client_data, &signature), &place)?;
    store::line_up(tx, account).await?;
    let is_there = match proof {
        Proof::There(count) => store::note_passkey(tx, id, count).await?,
        Proof::Copied => false,
    };
    if is_there {
        return Ok(account);
    }
    // Removed at this instant, or a copy.
    if let Some(owner) = store::account_by_id(tx, account).await?.filter(|_| proof == Proof::Copied) {
        tx.audit("account.passkey-copied", account, None::<&()>, None::<&()>).await?;
        mails::send_notice(ctx, tx, &owner, Changed::PasskeyCopied).await?;
    }
    Err(PasskeyRefusal::DoesNotFit.into())
}

fn no(ctx: &Ctx, to: &str) -> Answer {
    page_with(StatusCode::UNPROCESSABLE_ENTITY, no_view(ctx, to))
}

/// The script that asks the browser.
pub(super) fn script() -> Markup {
    markup! { script src=(asset("passkeys.js")) defer {} }
}

/// What the script asks for, as fields that it fills in.
pub(super) fn unfilled(form: &FormHtml<'_>, names: &[&str]) -> Markup {
    markup! { @for name in names { (form.hidden(name, "")) } }
}

/// The way in by passkey, on the page of the other ways. It shows itself where the browser has passkeys.
pub(super) fn way_in(ctx: &Ctx, to: &str) -> Markup {
    let say = ctx.say();
    let form = form(ctx, "/sign-in/passkey");
    let fields = markup! {
        (form.hidden("to", local_path(to).unwrap_or_default()))
        (unfilled(&form, &["credential", "client_data", "data", "signature", "owner"]))
    };
    markup! {
        div data-passkey="prove" data-challenge="/sign-in/passkey/challenge" hidden {
            (form.show(&t!(say, "passkey-enter"), fields))
            p role="alert" data-failed hidden { (t!(say, "passkey-failed")) }
        }
        (script())
    }
}

fn no_view(ctx: &Ctx, to: &str) -> Markup {
    let say = ctx.say();
    let to = local_path(to).unwrap_or_default();
    let body = markup! {
        p { (t!(say, "passkey-does-not-fit")) }
        (acts(&[(t!(say, "sign-in-send"), super::sign_in::address(to))]))
    };
    page(ctx, &Head::new(t!(say, "passkey-no-title")), body)
}

/// The one no.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = &Ctx { partnership: None, face: platform::ctx::Face::House, ..ctx.clone() };
    vec![("no", no_view(ctx, "/maple/work"))]
}
