//! Where an account is signed in, and signing out.

use super::{leave_at, signed_in, ways::Ways};
use crate::{SignInId, can, rules::local_path, store};
use maud::{Markup, html as markup};
use platform::{
    clock::Moment,
    ctx::Ctx,
    errors::{Error, Result},
    html::{Head, form, page, said, table},
    http::{Answer, Form, html, see_other},
    langs::Lang,
    t,
};
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Language {
    lang: String,
    to: String,
}

/// `GET /sign-in/devices`: own sign-ins.
pub(crate) async fn list(ctx: Ctx) -> Answer {
    let account = signed_in(&ctx)?;
    let mut tx = ctx.of_installation().read(can::SIGN_IN).await?;
    let devices = store::devices(&mut tx, account.account).await?;
    let ways = Ways::of(&mut tx, account.account).await?;
    tx.done().await?;
    html(view(&ctx, (&devices, SignInId(account.sign_in)), &ways))
}

/// `POST /sign-in/devices/others`: this device stays, all others are out.
pub(crate) async fn end_others(ctx: Ctx) -> Answer {
    let account = signed_in(&ctx)?;
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    store::line_up(&mut tx, account.account).await?;
    let ended = store::end_other_sign_ins(&mut tx, account.account, SignInId(account.sign_in)).await?;
    let after = serde_json::json!({ "devices": ended });
    tx.audit("account.others-signed-out", account.account, None::<&()>, Some(&after)).await?;
    let to = tx.commit_to(&said("/sign-in/devices", "others-signed-out")).await?;
    see_other(&to)
}

/// `POST /sign-in/out`: this device is out.
pub(crate) async fn out(ctx: Ctx) -> Answer {
    if let Some(account) = ctx.caller.account() {
        let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
        store::end_sign_in(&mut tx, account.account, SignInId(account.sign_in)).await?;
        tx.commit().await?;
    }
    leave_at(&ctx.app, "/")
}

/// `POST /sign-in/language`: the language of the account's pages and mail.
pub(crate) async fn language(ctx: Ctx, Form(wanted): Form<Language>) -> Answer {
    let account = signed_in(&ctx)?;
    let lang = spoken(&wanted.lang)?;
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    store::set_lang(&mut tx, account.account, lang).await?;
    let to = tx.commit_to(local_path(&wanted.to).unwrap_or("/")).await?;
    see_other(&to)
}

fn spoken(code: &str) -> Result<Lang> {
    Lang::from_code(code).ok_or(Error::Malformed("lang"))
}

fn view(ctx: &Ctx, (devices, this): (&[store::Device], SignInId), ways: &Ways) -> Markup {
    let say = ctx.say();
    let heads = [t!(say, "devices-device"), t!(say, "devices-since"), t!(say, "devices-seen")];
    let time = |at: Moment| markup! { time datetime=(at) { (say.moment(at, &ctx.zone())) } };
    let row = |device: &store::Device| {
        let name = markup! {
            @if device.device.is_empty() { (t!(say, "devices-unknown")) } @else { bdi { (device.device) } }
            @if device.id == this { " " span.tag { (t!(say, "devices-this")) } }
        };
        vec![name, time(device.made_at), time(device.seen_at)]
    };
    let body = markup! {
        p { (t!(say, "devices-lead")) }
        (table(&t!(say, "devices-caption"), &heads, devices.iter().map(row).collect()))
        @if devices.len() > 1 { (form(ctx, "/sign-in/devices/others").show(&t!(say, "devices-end-others"), markup! {})) }
        div.acts { (form(ctx, "/sign-in/out").button(&t!(say, "sign-out"), "", &[])) }
        (ways.show(ctx))
        section { h2 { (t!(say, "closing-own-title")) }
            p { (t!(say, "closing-own-short")) }
            p { a href="/sign-in/closing" { (t!(say, "closing-own")) } }
        }
    };
    page(ctx, &Head::new(t!(say, "devices-title")), body)
}

/// One device, and several.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = &Ctx { partnership: None, face: platform::ctx::Face::House, ..ctx.clone() };
    let device = |n: u128, name: &str| store::Device {
        id: SignInId(uuid::Uuid::from_u128(n)),
        device: name.into(),
        made_at: ctx.now(),
        seen_at: ctx.now(),
    };
    let (one, two) = (device(1, "Firefox, Linux"), device(2, ""));
    vec![
        ("one", view(ctx, (std::slice::from_ref(&one), one.id), &Ways::default())),
        (
            "several",
            view(
                ctx,
                (&[one.clone(), two], one.id),
                &Ways {
                    password: Some(ctx.now()),
                    passkeys: 2,
                    identities: 1,
                    second_factor: Some(ctx.now()),
                },
            ),
        ),
    ]
}
