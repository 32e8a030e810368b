//! The first run: with the code from the console, the partnership and the first account. Gone as soon as there is one.

use super::{
    device_of, enter, first_page,
    founding::{self, Founding, Typed},
    whole_time,
};
use crate::{can, keeper, rules, rules::FirstRunRefusal, store};
use axum::http::{HeaderMap, StatusCode};
use maud::{Markup, html as markup};
use platform::{
    authority::{Grant, Office},
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, Result},
    html::{Head, field, form, page},
    http::{
        Answer, Form,
        answer::{first, page_with},
        html, see_other,
    },
    repeat::Secret,
    t, throttle,
};

/// How many codes may be tried in ten minutes, by everybody together.
const TRIES: u32 = 20;

/// `GET /first-run`: only while the installation has no account.
pub(crate) async fn ask(ctx: Ctx) -> Answer {
    let mut tx = ctx.of_installation().read(can::SIGN_IN).await?;
    let is_first = store::is_empty(&mut tx).await?;
    tx.done().await?;
    if !is_first {
        return Err(Error::NotFound);
    }
    html(view(&ctx, &Typed::default(), &Complaints::default()))
}

/// `POST /first-run`: the code is used up by what it makes, and by nothing else.
pub(crate) async fn found(ctx: Ctx, headers: HeaderMap, Form(typed): Form<Typed>) -> Answer {
    throttle::allow(&ctx.app, "first-run", TRIES, 600).await?;
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    if !store::is_empty(&mut tx).await? {
        tx.unless_answered().await?;
        drop(tx);
        return begun(&ctx).await;
    }
    let new = match founding::read(&ctx, &typed) {
        Ok(new) => new,
        Err(complaints) => {
            drop(tx);
            return again(&ctx, &typed, &complaints);
        }
    };
    match begin(&ctx, &mut tx, (&typed.code, &new), &device_of(&headers)).await {
        Ok((slug, secret)) => {
            let answer = tx.commit_entering(&format!("/{slug}/work"), whole_time(secret)).await?;
            first(&ctx, &answer)
        }
        Err(Error::Refused(why)) => {
            tx.unless_answered().await?;
            drop(tx);
            let field = if why.code() == FirstRunRefusal::CODE { "code" } else { "slug" };
            again(&ctx, &typed, &Complaints::of(field, why))
        }
        Err(error) => Err(error),
    }
}

/// Who clicked twice, and is in by the first click, goes on; for everybody else this page is gone.
async fn begun(ctx: &Ctx) -> Answer {
    let Some(signed_in) = ctx.caller.account() else { return Err(Error::NotFound) };
    let mut tx = ctx.of_installation().read(can::SIGN_IN).await?;
    let to = first_page(&mut tx, signed_in.account, "").await?;
    tx.done().await?;
    see_other(&to)
}

/// Uses the code, makes the partnership, the account and its two grants, and signs it in.
async fn begin(
    ctx: &Ctx,
    tx: &mut Tx,
    (code, new): (&str, &Founding),
    device: &str,
) -> Result<(String, Secret)> {
    if !store::use_code(tx, &keeper::hash(&rules::typed_code(code))).await? {
        return Err(FirstRunRefusal::Code.into());
    }
    let (_, account) = founding::found(ctx, tx, new).await?;
    crate::grant(tx, account, &Grant { office: Office::Administrator, partnership: None, on: None }).await?;
    let secret = enter(tx, (account, None), device).await?;
    Ok((new.slug().to_owned(), secret))
}

fn again(ctx: &Ctx, typed: &Typed, complaints: &Complaints) -> Answer {
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(ctx, typed, complaints))
}

fn view(ctx: &Ctx, typed: &Typed, complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let form = form(ctx, format!("/first-run?lang={}", ctx.lang)).complaints(complaints);
    let fields = markup! {
        (form.text(field("code", t!(say, "first-run-code")).value(&typed.code).hint(t!(say, "first-run-code-hint"))))
        (founding::fields(ctx, &form, typed))
    };
    let body = markup! {
        p { (t!(say, "first-run-lead")) }
        (form.show(&t!(say, "first-run-begin"), fields))
    };
    page(ctx, &Head::new(t!(say, "first-run-title")), body)
}

/// The form, new and with complaints.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = &Ctx { partnership: None, face: platform::ctx::Face::House, ..ctx.clone() };
    let mut complaints = Complaints::one("code", FirstRunRefusal::Code);
    complaints.add("slug", rules::SlugRefusal::Reserved);
    vec![
        ("new", view(ctx, &Typed::default(), &Complaints::default())),
        ("wrong", view(ctx, &Typed::default(), &complaints)),
    ]
}
