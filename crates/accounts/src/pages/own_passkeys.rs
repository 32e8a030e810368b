//! One's own passkeys: adding one on this device, naming it, and removing it.

use super::{
    device_of,
    passkey::{bytes, place, script, unfilled},
    ways::{Owner, once_more},
};
use crate::{
    PasskeyId, can,
    mails::{self, Changed},
    rules::{self, Algorithm, CHALLENGE_SECONDS, Ceremony, KeptKey, MOST_PASSKEYS, PasskeyRefusal},
    store::{self, NewPasskey, PasskeyRow},
};
use axum::http::{HeaderMap, StatusCode};
use data_encoding::BASE64URL_NOPAD;
use maud::{Markup, html as markup};
use platform::{
    clock::Moment,
    ctx::Ctx,
    db::Tx,
    errors::{Complaint, Complaints, Error, OrNotFound, Result},
    html::{Head, field, form, page, said, table},
    http::{Answer, Form, Path, answer, answer::page_with, html, see_other},
    ids::AccountId,
    t,
    text::line,
};
use serde::Deserialize;
use serde_json::json;

const OWN: &str = "/sign-in/devices";
const HERE: &str = "/sign-in/ways/passkeys";
/// The purpose of the tickets that are challenges here.
pub(crate) const CHALLENGE: &str = "accounts.passkey-new";
/// The longest name of a passkey, in characters.
const LONGEST_NAME: usize = 60;

/// What the browser says of the passkey that it made, in the letters of base64url, and how its owner calls it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Made {
    name: String,
    client_data: String,
    data: String,
    key: String,
    algorithm: String,
}

#[derive(Deserialize)]
pub(crate) struct PasskeyPath {
    passkey: PasskeyId,
}

/// `GET /sign-in/ways/passkeys`: which there are, and one more.
pub(crate) async fn show(ctx: Ctx, headers: HeaderMap) -> Answer {
    let (owner, kept) = look(&ctx).await?;
    if !owner.is_fresh {
        return html(once_more(&ctx, &owner.account.mail, HERE));
    }
    html(view(&ctx, &kept, &device_of(&headers), &Complaints::default()))
}

/// `POST /sign-in/ways/passkeys/challenge`: what the browser makes a passkey for, when its name will do: nobody lets herself be
/// recognized for one that is then refused.
pub(crate) async fn challenge(ctx: Ctx, Form(made): Form<Made>) -> Answer {
    let (owner, kept) = look(&ctx).await?;
    if !owner.is_fresh {
        return Err(Error::Forbidden("accounts.sign-in"));
    }
    if line(&made.name, LONGEST_NAME).is_err() {
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, markup! {});
    }
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    let challenge = tx.issue_ticket(CHALLENGE, owner.account.id, CHALLENGE_SECONDS).await?;
    tx.commit().await?;
    let place = place(&ctx);
    answer::json(&json!({
        "challenge": challenge, "host": place.host, "house": place.host, "milliseconds": CHALLENGE_SECONDS * 1_000,
        "account": BASE64URL_NOPAD.encode(owner.account.id.0.as_bytes()),
        "mail": owner.account.mail, "name": owner.account.name,
        "algorithms": Algorithm::ALL.map(Algorithm::number),
        "known": kept.iter().map(|row| row.credential.as_str()).collect::<Vec<_>>(),
    }))
}

/// `POST /sign-in/ways/passkeys`: kept.
pub(crate) async fn add(ctx: Ctx, headers: HeaderMap, Form(made): Form<Made>) -> Answer {
    let (owner, kept) = look(&ctx).await?;
    if !owner.is_fresh {
        return see_other(HERE);
    }
    let again = |complaint| {
        let complaints = Complaints(vec![complaint]);
        page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &kept, &made.name, &complaints))
    };
    let name = match line(&made.name, LONGEST_NAME) {
        Ok(name) => name,
        Err(why) => return again(Complaint { field: "name".into(), why: Box::new(why) }),
    };
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    if !Owner::alone(&ctx, &mut tx).await?.is_fresh {
        return see_other(HERE);
    }
    match keep(&ctx, &mut tx, (owner.account.id, &name), &made).await {
        Err(Error::Refused(why)) => {
            tx.unless_answered().await?;
            drop(tx);
            return again(Complaint { field: "".into(), why });
        }
        other => other?,
    }
    let after = json!({ "device": device_of(&headers) });
    tx.audit("account.passkey-added", owner.account.id, None::<&()>, Some(&after)).await?;
    mails::send_notice(&ctx, &mut tx, &owner.account, Changed::PasskeyAdded).await?;
    let to = tx.commit_to(&said(HERE, "passkey-added")).await?;
    see_other(&to)
}

/// Holds what the browser says against what was asked, and keeps the passkey. The challenge is used up.
async fn keep(ctx: &Ctx, tx: &mut Tx, (account, name): (AccountId, &str), made: &Made) -> Result<()> {
    let (place, refused) = (place(ctx), PasskeyRefusal::DoesNotFit);
    let challenge = rules::challenge(&bytes(&made.client_data)?, Ceremony::Make, &place)?;
    let asked = tx.use_ticket::<AccountId>(CHALLENGE, &challenge).await?;
    asked.filter(|whose| *whose == account).ok_or(refused.clone())?;
    let told = rules::told(&bytes(&made.data)?, &place)?;
    let credential = told.credential.ok_or(refused.clone())?;
    let algorithm = made.algorithm.parse().ok().and_then(Algorithm::of).ok_or(refused)?;
    let key = algorithm.key(&bytes(&made.key)?)?;
    // What the authenticator itself says, of which the browser has told another spelling.
    let written = algorithm.as_authenticators_write(&key).ok_or(PasskeyRefusal::DoesNotFit)?;
    if !credential.key.starts_with(&written) {
        return Err(PasskeyRefusal::DoesNotFit.into());
    }
    if store::passkeys(tx, account).await?.len() >= MOST_PASSKEYS {
        let most = i64::try_from(MOST_PASSKEYS).unwrap_or(i64::MAX);
        return Err(PasskeyRefusal::Enough { most }.into());
    }
    let key = KeptKey { algorithm: algorithm.number(), key, count: told.count.into() };
    let id = tx.new_id::<PasskeyId>()?;
    let new = NewPasskey { id, credential: &credential.name, key: &key, name, host: &place.host };
    if !store::insert_passkey(tx, account, &new).await? {
        return Err(PasskeyRefusal::Known.into());
    }
    Ok(())
}

/// `POST /sign-in/ways/passkeys/{passkey}/removal`: it signs in nobody any more.
pub(crate) async fn remove(ctx: Ctx, Path(path): Path<PasskeyPath>) -> Answer {
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    let owner = Owner::alone(&ctx, &mut tx).await?;
    if !owner.is_fresh {
        return see_other(HERE);
    }
    let gone = store::remove_passkey(&mut tx, owner.account.id, path.passkey).await?;
    Some(()).filter(|()| gone).or_not_found()?;
    tx.audit("account.passkey-removed", owner.account.id, None::<&()>, None::<&()>).await?;
    mails::send_notice(&ctx, &mut tx, &owner.account, Changed::PasskeyRemoved).await?;
    let to = tx.commit_to(&said(HERE, "passkey-removed")).await?;
    see_other(&to)
}

async fn look(ctx: &Ctx) -> Result<(Owner, Vec<PasskeyRow>)> {
    let mut tx = ctx.of_installation().read(can::SIGN_IN).await?;
    let owner = Owner::of(ctx, &mut tx).await?;
    let kept = store::passkeys(&mut tx, owner.account.id).await?;
    tx.done().await?;
    Ok((owner, kept))
}

fn view(ctx: &Ctx, kept: &[PasskeyRow], name: &str, complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let make = form(ctx, HERE).complaints(complaints);
    let fields = markup! {
        (make.text(field("name", t!(say, "passkey-name")).value(name).hint(t!(say, "passkey-name-hint"))))
        (unfilled(&make, &["client_data", "data", "key", "algorithm"]))
    };
    let body = markup! {
        p { (t!(say, "passkeys-lead")) }
        @if !kept.is_empty() { (kept_table(ctx, kept)) }
        div data-passkey="make" data-challenge="/sign-in/ways/passkeys/challenge" hidden[complaints.is_empty()] {
            h2 { (t!(say, "passkey-more")) }
            (make.show(&t!(say, "passkey-make"), fields))
            p role="alert" data-failed hidden { (t!(say, "passkey-failed")) }
        }
        p.quiet { (t!(say, "passkeys-need")) }
        p { a href=(OWN) { (t!(say, "ways-back")) } }
        (script())
    };
    page(ctx, &Head::new(t!(say, "passkeys-title")), body)
}

fn kept_table(ctx: &Ctx, kept: &[PasskeyRow]) -> Markup {
    let say = ctx.say();
    let heads = [
        t!(say, "passkey-name"),
        t!(say, "passkey-host"),
        t!(say, "passkey-made"),
        t!(say, "passkey-used"),
        t!(say, "closing-act"),
    ];
    let time = |at: Option<Moment>| {
        markup! { @match at { Some(at) => { time datetime=(at) { (say.moment(at, &ctx.zone())) } } None => { (t!(say, "passkey-never")) } } }
    };
    let row = |row: &PasskeyRow| {
        let remove = form(ctx, format!("{HERE}/{}/removal", row.id));
        vec![
            markup! { bdi { (row.name) } },
            markup! { bdi dir="ltr" { (row.host) } },
            time(Some(row.made_at)),
            time(row.used_at),
            remove.button(&t!(say, "passkey-remove"), &row.name, &[]),
        ]
    };
    table(&t!(say, "passkeys-title"), &heads, kept.iter().map(row).collect())
}

/// None, some, and one that did not fit.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = &Ctx { partnership: None, face: platform::ctx::Face::House, ..ctx.clone() };
    let row = |n: u128, name: &str, used: bool| PasskeyRow {
        id: PasskeyId(uuid::Uuid::from_u128(n)),
        credential: String::new(),
        name: name.into(),
        host: "kith.example.org".into(),
        made_at: ctx.now(),
        used_at: used.then(|| ctx.now()),
    };
    let some = [row(1, "Chrome, Android", true), row(2, "Safari, macOS", false)];
    let refused = Complaints::one("", PasskeyRefusal::Known);
    vec![
        ("none", view(ctx, &[], "Firefox, Linux", &Complaints::default())),
        ("some", view(ctx, &some, "Firefox, Linux", &Complaints::default())),
        ("refused", view(ctx, &some, "Firefox, Linux", &refused)),
    ]
}
