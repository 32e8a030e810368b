//! One's own password: setting, changing and removing it. Each asks for a fresh sign-in and tells the owner by mail.

use super::{
    signed_in,
    ways::{Owner, once_more},
};
use crate::{
    SignInId, can,
    mails::{self, Changed},
    rules::{self, LEAST_ALONE, LEAST_BESIDE, PasswordRefusal},
    store,
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    clock::Moment,
    ctx::Ctx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{Head, field, form, page, said},
    http::{Answer, Form, answer::page_with, html, see_other},
    t, throttle,
};
use serde::Deserialize;

const OWN: &str = "/sign-in/devices";
const HERE: &str = "/sign-in/ways/password";
/// How often a password may be set in an hour: each is hashed.
const PER_HOUR: u32 = 10;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    password: String,
}

/// What the page must know.
struct Own {
    since: Option<Moment>,
    least: usize,
}

/// `GET /sign-in/ways/password`: what a password is like here, and the field.
pub(crate) async fn show(ctx: Ctx) -> Answer {
    let (owner, own) = look(&ctx).await?;
    if !owner.is_fresh {
        return html(once_more(&ctx, &owner.account.mail, HERE));
    }
    html(view(&ctx, &own, &Complaints::default()))
}

/// `POST /sign-in/ways/password`: set, and all other devices are out.
pub(crate) async fn set(ctx: Ctx, Form(typed): Form<Typed>) -> Answer {
    let (owner, own) = look(&ctx).await?;
    if !owner.is_fresh {
        return see_other(HERE);
    }
    let length = match rules::password(&typed.password, own.least, &words(&ctx, &owner.account).await?) {
        Ok(length) => length,
        Err(why) => {
            let complaints = Complaints::one("password", why);
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &own, &complaints));
        }
    };
    let (account, place) = (owner.account.id, ctx.app.passwords.line_up()?);
    throttle::allow(&ctx.app, &format!("password/set/{account}"), PER_HOUR, 3_600).await?;
    let hash = place.hash(&ctx.app.chance, &typed.password).await?;
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    // The line may have been long: it is looked again, where it counts.
    if !Owner::alone(&ctx, &mut tx).await?.is_fresh {
        return see_other(HERE);
    }
    if length < LEAST_ALONE && !store::has_second_factor(&mut tx, account).await? {
        return Err(Error::Stale);
    }
    store::set_password(&mut tx, account, (&hash, length >= LEAST_ALONE)).await?;
    let this = SignInId(signed_in(&ctx)?.sign_in);
    let devices = store::end_other_sign_ins(&mut tx, account, this).await?;
    let after = serde_json::json!({ "devices": devices });
    tx.audit("account.password-set", account, None::<&()>, Some(&after)).await?;
    mails::send_notice(&ctx, &mut tx, &owner.account, Changed::PasswordSet).await?;
    let to = tx.commit_to(&said(OWN, "password-set")).await?;
    see_other(&to)
}

/// `POST /sign-in/ways/password/removal`: from here on only the other ways lead in.
pub(crate) async fn remove(ctx: Ctx) -> Answer {
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    let owner = Owner::alone(&ctx, &mut tx).await?;
    if !owner.is_fresh {
        return see_other(HERE);
    }
    Some(store::remove_password(&mut tx, owner.account.id).await?).filter(|gone| *gone).or_not_found()?;
    tx.audit("account.password-removed", owner.account.id, None::<&()>, None::<&()>).await?;
    mails::send_notice(&ctx, &mut tx, &owner.account, Changed::PasswordRemoved).await?;
    let to = tx.commit_to(&said(OWN, "password-removed")).await?;
    see_other(&to)
}

async fn look(ctx: &Ctx) -> Result<(Owner, Own)> {
    let mut tx = ctx.of_installation().read(can::SIGN_IN).await?;
    let owner = Owner::of(ctx, &mut tx).await?;
    let since = store::password_set_at(&mut tx, owner.account.id).await?;
    let is_beside = store::has_second_factor(&mut tx, owner.account.id).await?;
    tx.done().await?;
    Ok((owner, Own { since, least: if is_beside { LEAST_BESIDE } else { LEAST_ALONE } }))
}

/// What everybody knows of the owner: her name, address, partnerships, and where she signs in.
async fn words(ctx: &Ctx, account: &store::Account) -> Result<Vec<String>> {
    let mut tx = ctx.of_installation().read(can::SIGN_IN).await?;
    let (slugs, _) = store::places_of(&mut tx, account.id).await?;
    tx.done().await?;
    let more = [account.name.clone(), account.mail.clone(), ctx.app.settings.origin.clone()];
    Ok(slugs.into_iter().chain(more).collect())
}

fn view(ctx: &Ctx, own: &Own, complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let set = form(ctx, HERE).complaints(complaints).cancel(OWN);
    let hint = t!(say, "password-hint", least = own.least, most = rules::MOST);
    let fields = markup! {
        (set.text(field("password", t!(say, "password-new")).hint(hint).secret("new-password")))
    };
    let body = markup! {
        p { (t!(say, "password-lead")) }
        p { (t!(say, "password-others-out")) }
        (set.show(&t!(say, "password-set"), fields))
        @if own.since.is_some() { section {
            h2 { (t!(say, "password-remove-title")) }
            p { (t!(say, "password-remove-lead")) }
            (form(ctx, "/sign-in/ways/password/removal").button(&t!(say, "password-remove"), "", &[]))
        } }
    };
    page(ctx, &Head::new(t!(say, "password-own-title")), body)
}

/// Without a password, with one, with a complaint, and after a while.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = &Ctx { partnership: None, face: platform::ctx::Face::House, ..ctx.clone() };
    let own = |since| Own { since, least: LEAST_ALONE };
    let wrong = Complaints::one("password", PasswordRefusal::Common);
    vec![
        ("none", view(ctx, &own(None), &Complaints::default())),
        ("set", view(ctx, &own(Some(ctx.now())), &Complaints::default())),
        ("wrong", view(ctx, &own(None), &wrong)),
        ("once-more", once_more(ctx, "ada@example.org", HERE)),
    ]
}
