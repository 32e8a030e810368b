//! One's own second factor: setting it up on a telephone, and removing it.

use super::{
    signed_in,
    ways::{Owner, once_more},
};
use crate::{
    SignInId, can,
    mails::{self, Changed},
    rules::{self, Code, CodeRefusal, SECRET_BYTES, recovery_codes},
    second,
    store::{self, FactorRow},
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{Head, field, form, page, said},
    http::{Answer, Form, answer::page_with, html, see_other},
    t,
};
use serde::Deserialize;

const OWN: &str = "/sign-in/devices";
const HERE: &str = "/sign-in/ways/second-factor";

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    code: String,
}

/// How it stands with somebody's second factor.
enum Factor {
    None,
    /// On its way: the secret, in the open, and how many passkeys will go on beside it.
    Begun(Vec<u8>, usize),
    /// Holds, with so many recovery codes left.
    Holds(i64),
}

/// `GET /sign-in/ways/second-factor`: how it stands, and the next step.
pub(crate) async fn show(ctx: Ctx) -> Answer {
    let (owner, factor, _) = look(&ctx).await?;
    if !owner.is_fresh {
        return html(once_more(&ctx, &owner.account.mail, HERE));
    }
    html(view(&ctx, (&owner.account.mail, &factor), &Complaints::default()))
}

/// `POST /sign-in/ways/second-factor`: a new secret, which does not hold before a code of it was typed.
pub(crate) async fn begin(ctx: Ctx) -> Answer {
    let owner = Owner::look(&ctx).await?;
    if !owner.is_fresh {
        return see_other(HERE);
    }
    let secret = ctx.app.chance.bytes::<SECRET_BYTES>();
    let sealed = second::seal(&ctx.app.settings, &ctx.app.chance, (owner.account.id, &secret))?;
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    if !Owner::alone(&ctx, &mut tx).await?.is_fresh {
        return see_other(HERE);
    }
    if !store::begin_second_factor(&mut tx, owner.account.id, &sealed).await? {
        return Err(Error::Stale);
    }
    let to = tx.commit_to(HERE).await?;
    see_other(&to)
}

/// `POST /sign-in/ways/second-factor/confirmation`: the telephone shows the right code, so it holds from here on.
pub(crate) async fn confirm(ctx: Ctx, Form(typed): Form<Typed>) -> Answer {
    let (owner, factor, row) = look(&ctx).await?;
    let (true, Factor::Begun(secret, _), Some(row)) = (owner.is_fresh, &factor, row) else {
        return see_other(HERE);
    };
    let account = owner.account.id;
    second::not_too_often(&ctx, account).await?;
    let Some(step) = step_typed(secret, &typed, &ctx) else {
        let complaints = Complaints::one("code", CodeRefusal::NotShown);
        let again = view(&ctx, (&owner.account.mail, &factor), &complaints);
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, again);
    };
    let hashes: Vec<String> = recovery_codes(secret).iter().map(|code| rules::recovery_hash(code)).collect();
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    let owner = Owner::alone(&ctx, &mut tx).await?;
    let finished = owner.is_fresh
        && store::confirm_second_factor(&mut tx, (account, &row.secret), (step, owner.since), &hashes)
            .await?;
    if !finished {
        return Err(Error::Stale);
    }
    let passkeys = store::passkeys(&mut tx, account).await?.len();
    store::end_other_sign_ins(&mut tx, account, SignInId(signed_in(&ctx)?.sign_in)).await?;
    tx.audit("account.second-factor-on", account, None::<&()>, None::<&()>).await?;
    mails::send_notice(&ctx, &mut tx, &owner.account, Changed::SecondFactorOn { passkeys }).await?;
    let to = tx.commit_to(&said(OWN, "second-factor-on")).await?;
    see_other(&to)
}

fn step_typed(secret: &[u8], typed: &Typed, ctx: &Ctx) -> Option<i64> {
    match Code::read(&typed.code)? {
        Code::Digits(digits) => rules::step_that_fits(secret, digits, (ctx.now(), 0)),
        Code::Recovery(_) => None,
    }
}

/// `POST /sign-in/ways/second-factor/removal`: no code is asked for any more.
pub(crate) async fn remove(ctx: Ctx) -> Answer {
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    let owner = Owner::alone(&ctx, &mut tx).await?;
    if !owner.is_fresh {
        return see_other(HERE);
    }
    let gone = store::remove_second_factor(&mut tx, owner.account.id).await?;
    Some(()).filter(|()| gone).or_not_found()?;
    tx.audit("account.second-factor-off", owner.account.id, None::<&()>, None::<&()>).await?;
    mails::send_notice(&ctx, &mut tx, &owner.account, Changed::SecondFactorOff).await?;
    let to = tx.commit_to(&said(OWN, "second-factor-off")).await?;
    see_other(&to)
}

async fn look(ctx: &Ctx) -> Result<(Owner, Factor, Option<FactorRow>)> {
    let mut tx = ctx.of_installation().read(can::SIGN_IN).await?;
    let owner = Owner::of(ctx, &mut tx).await?;
    let row = store::second_factor(&mut tx, owner.account.id).await?;
    let left = store::recovery_codes_left(&mut tx, owner.account.id).await?;
    let passkeys = store::passkeys(&mut tx, owner.account.id).await?.len();
    tx.done().await?;
    let factor = match &row {
        Some(row) if row.confirmed_at.is_some() => Factor::Holds(left),
        // One that nobody can open any more is as good as none, and so is one of before: it is begun anew.
        Some(row) if row.made_at >= owner.since => second::unseal(&ctx.app.settings, row)?
            .map_or(Factor::None, |secret| Factor::Begun(secret, passkeys)),
        Some(_) | None => Factor::None,
    };
    Ok((owner, factor, row))
}

fn view(ctx: &Ctx, (mail, factor): (&str, &Factor), complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let body = match factor {
        Factor::None => markup! {
            p { (t!(say, "second-factor-lead")) }
            p { (t!(say, "second-factor-what-for")) }
            (form(ctx, HERE).cancel(OWN).show(&t!(say, "second-factor-begin"), markup! {}))
        },
        Factor::Begun(secret, passkeys) => setting_up(ctx, (mail, secret, *passkeys), complaints),
        Factor::Holds(left) => markup! {
            p { (t!(say, "second-factor-holds")) " " (t!(say, "second-factor-codes-left", n = *left)) }
            p { (t!(say, "second-factor-anew")) }
            (form(ctx, "/sign-in/ways/second-factor/removal").cancel(OWN).show(&t!(say, "second-factor-remove"), markup! {
                p { (t!(say, "second-factor-remove-lead")) }
            }))
        },
    };
    page(ctx, &Head::new(t!(say, "second-factor-title")), body)
}

fn setting_up(ctx: &Ctx, (mail, secret, passkeys): (&str, &[u8], usize), complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let origin = &ctx.app.settings.origin;
    let house = origin.split_once("://").map_or(origin.as_str(), |(_, host)| host).replace(':', " ");
    let address = rules::secret_as_address(secret, &house, mail);
    let confirm = form(ctx, "/sign-in/ways/second-factor/confirmation").complaints(complaints).cancel(OWN);
    let code = markup! {
        (confirm.text(field("code", t!(say, "second-factor-first-code")).number().autocomplete("one-time-code")))
    };
    markup! {
        section {
            h2 { (t!(say, "second-factor-telephone")) }
            p { (t!(say, "second-factor-scan")) }
            (platform::html::square(&address, &t!(say, "second-factor-square")))
            p { (t!(say, "second-factor-by-hand")) " " bdi dir="ltr" { code { (rules::secret_as_text(secret)) } } }
            p { (t!(say, "second-factor-other-eyes")) }
            (form(ctx, HERE).button(&t!(say, "second-factor-new-picture"), "", &[]))
        }
        section {
            h2 { (t!(say, "second-factor-recovery")) }
            p { (t!(say, "second-factor-recovery-lead")) }
            ul { @for code in recovery_codes(secret) { li { bdi dir="ltr" { code { (code) } } } } }
        }
        section {
            h2 { (t!(say, "second-factor-confirm")) }
            @if passkeys > 0 { p { (t!(say, "second-factor-passkeys", n = passkeys)) } }
            (confirm.show(&t!(say, "second-factor-turn-on"), code))
        }
    }
}

/// Without one, on its way, with a wrong code, and holding.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = &Ctx { partnership: None, face: platform::ctx::Face::House, ..ctx.clone() };
    let (mail, none) = ("ada@example.org", Complaints::default());
    let begun = |passkeys| Factor::Begun(vec![7; SECRET_BYTES], passkeys);
    let wrong = Complaints::one("code", CodeRefusal::NotShown);
    vec![
        ("none", view(ctx, (mail, &Factor::None), &none)),
        ("begun", view(ctx, (mail, &begun(0)), &none)),
        ("wrong", view(ctx, (mail, &begun(2)), &wrong)),
        ("holds", view(ctx, (mail, &Factor::Holds(7)), &none)),
    ]
}
