//! Signing in with a password. Whether an address has an account or a password, no answer here tells, nor how long it takes.

use super::{device_of, first_page, sign_in::Asked, spoken, take_over, whole_time};
use crate::{
    Mail, can, mails,
    rules::{Code, PasswordRefusal, Spent, local_path, to_check},
    second, store,
};
use axum::http::{HeaderMap, StatusCode};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::{Complaints, Error, Result},
    html::{Head, acts, field, form, page},
    http::{
        Answer, Form, Query,
        answer::{first, page_with},
        html,
    },
    ids::AccountId,
    passwords::InLine,
    t, throttle,
};
use serde::Deserialize;
use std::sync::atomic::{AtomicBool, Ordering};

/// How many passwords may be tried for one address, and by one visitor, in [`SPAN_SECONDS`].
pub(crate) const PER_MAIL: u32 = 5;
const PER_VISITOR: u32 = 30;
pub(crate) const SPAN_SECONDS: i64 = 3_600;

/// Switched off only by the negative control of the test for guessed passwords.
pub static COUNT_GUESSES: AtomicBool = AtomicBool::new(true);

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    mail: String,
    password: String,
    code: String,
    to: String,
    lang: String,
}

/// Who proved who she is, and how it is kept that she can.
struct Proved {
    account: AccountId,
    kept: String,
    /// The same password at today's cost, when it was kept at another.
    anew: Option<String>,
    /// What the code uses up, where the account asks for one.
    spent: Option<Spent>,
}

/// `GET /sign-in/password`: address and password. Also for somebody who is in, and is asked to prove it again.
pub(crate) async fn ask(ctx: Ctx, Query(asked): Query<Asked>) -> Answer {
    let ctx = spoken(&ctx, &asked.lang);
    let typed = Typed { mail: asked.mail, to: asked.to, ..Typed::default() };
    html(view(&ctx, &typed, &Complaints::default()))
}

/// `POST /sign-in/password`: in, or one and the same no.
pub(crate) async fn enter(ctx: Ctx, headers: HeaderMap, Form(typed): Form<Typed>) -> Answer {
    let ctx = spoken(&ctx, &typed.lang);
    let mail = match Mail::parse(&typed.mail) {
        Ok(mail) => mail,
        Err(why) => return again(&ctx, &typed, &Complaints::one("mail", why)),
    };
    // First the place in the line: where there is none, no guess is counted.
    let place = ctx.app.passwords.line_up()?;
    not_too_often(&ctx, &mail).await?;
    let Some(proved) = prove(&ctx, place, (&mail, &typed)).await? else { return no(&ctx, &typed) };
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    store::line_up(&mut tx, proved.account).await?;
    if !store::is_password(&mut tx, proved.account, &proved.kept).await? {
        drop(tx);
        return no(&ctx, &typed);
    }
    if let Some(anew) = &proved.anew {
        store::rehash_password(&mut tx, proved.account, (&proved.kept, anew)).await?;
    }
    let secret =
        match take_over(&ctx, &mut tx, (proved.account, proved.spent.as_ref()), &device_of(&headers)).await {
            Err(Error::Refused(_)) => {
                drop(tx);
                return no(&ctx, &typed);
            }
            other => other?,
        };
    mails::tell_if_recovered(&ctx, &mut tx, proved.account, proved.spent.as_ref()).await?;
    let to = first_page(&mut tx, proved.account, &typed.to).await?;
    let answer = tx.commit_entering(&to, whole_time(secret)).await?;
    first(&ctx, &answer)
}

/// Counted before anything is hashed, by what was typed: an address without an account is counted like any other.
async fn not_too_often(ctx: &Ctx, mail: &Mail) -> Result<()> {
    if !COUNT_GUESSES.load(Ordering::Relaxed) {
        return Ok(());
    }
    if !ctx.visitor.is_empty() {
        let visitor = format!("password/visitor/{}", ctx.visitor);
        throttle::allow(&ctx.app, &visitor, PER_VISITOR, SPAN_SECONDS).await?;
    }
    throttle::allow(&ctx.app, &format!("password/mail/{mail}"), PER_MAIL, SPAN_SECONDS).await
}

/// One look and one hash, whatever there is. Whether the password or the code was wrong, nobody learns.
async fn prove(ctx: &Ctx, place: InLine, (mail, typed): (&Mail, &Typed)) -> Result<Option<Proved>> {
    let mut tx = ctx.of_installation().read(can::SIGN_IN).await?;
    let code = Code::read(&typed.code);
    let found = store::password_of_mail(&mut tx, mail).await?;
    let factor = store::second_factor_of_mail(&mut tx, mail).await?;
    let keeper = second::keeper_of(&mut tx, code.as_ref()).await?;
    tx.done().await?;
    let password = to_check(&typed.password);
    let passwords = &ctx.app.passwords;
    let verdict = place.check(&password, found.as_ref().map(|(_, kept)| kept.as_str())).await?;
    let found = found.filter(|_| verdict.fits);
    // Who guesses learns neither from the answer nor from the time it takes that the password was right.
    let counted = match (&found, &factor) {
        (Some((account, _)), Some(_)) => second::not_too_often_today(ctx, *account).await,
        _ => second::count_alike(ctx, mail).await,
    };
    let is_closed = match counted {
        Err(Error::TooOften(_)) => true,
        other => other.map(|()| false)?,
    };
    let Some((account, kept)) = found.filter(|_| !is_closed) else { return Ok(None) };
    let spent = match &factor {
        Some(row) => second::fits(&ctx.app.settings, row, (code, keeper), ctx.now())?,
        None => None,
    };
    if factor.is_some() && spent.is_none() {
        return Ok(None);
    }
    let anew = match verdict.is_outdated {
        true => unless_busy(passwords.hash(&ctx.app.chance, &password).await)?,
        false => None,
    };
    Ok(Some(Proved { account, kept, anew, spent }))
}

/// A hash at today's cost, unless the line is full: then the old one serves once more.
fn unless_busy(hashed: Result<String>) -> Result<Option<String>> {
    match hashed {
        Err(Error::Busy(_)) => Ok(None),
        other => other.map(Some),
    }
}

fn no(ctx: &Ctx, typed: &Typed) -> Answer {
    again(ctx, typed, &Complaints::one("password", PasswordRefusal::DoesNotFit))
}

fn again(ctx: &Ctx, typed: &Typed, complaints: &Complaints) -> Answer {
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(ctx, typed, complaints))
}

fn view(ctx: &Ctx, typed: &Typed, complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let to = local_path(&typed.to).unwrap_or_default();
    let form = form(ctx, "/sign-in/password").complaints(complaints);
    let fields = markup! {
        (form.hidden("to", to))
        (form.hidden("lang", ctx.lang.code()))
        (form.text(field("mail", t!(say, "sign-in-mail")).value(&typed.mail).hint(t!(say, "sign-in-mail-hint")).mail().autocomplete("username")))
        (form.text(field("password", t!(say, "password-field")).secret("current-password")))
        (form.text(field("code", t!(say, "code-field")).hint(t!(say, "code-hint")).optional().short().autocomplete("one-time-code")))
    };
    let body = markup! {
        (form.show(&t!(say, "password-enter"), fields))
        p { (t!(say, "password-forgotten")) }
        (acts(&[(t!(say, "sign-in-send"), super::sign_in::address(to))]))
    };
    page(ctx, &Head::new(t!(say, "password-sign-in-title")), body)
}

/// The form, new and with the one no.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = &Ctx { partnership: None, face: platform::ctx::Face::House, ..ctx.clone() };
    let wrong = Typed { mail: "ada@example.org".into(), ..Typed::default() };
    let complaints = Complaints::one("password", PasswordRefusal::DoesNotFit);
    vec![
        ("ask", view(ctx, &Typed::default(), &Complaints::default())),
        ("wrong", view(ctx, &wrong, &complaints)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_line_keeps_nobody_out_whose_password_was_right() {
        assert_eq!(unless_busy(Err(Error::Busy(1))).unwrap(), None);
        assert_eq!(unless_busy(Ok("hash".into())).unwrap().as_deref(), Some("hash"));
        assert!(unless_busy(Err(Error::Stale)).is_err());
    }
}
