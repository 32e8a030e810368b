//! Signing in by a link in a mail. Whether an address has an account, no answer here tells.

use super::{device_of, first_page, is_in, spoken, take_over, whole_time};
use crate::{
    Mail, can,
    jobs::{self, LinkWanted},
    mails::{self, LINK, LinkTicket},
    rules::{CodeRefusal, local_path},
    second, store,
};
use axum::{
    http::{HeaderMap, StatusCode},
    response::Response,
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::{Complaints, Error, OrNotFound, Refusal, Result},
    html::{Head, acts, field, form, page},
    http::{
        Answer, Form, Path, Query,
        answer::{first, page_with, urlencode},
        html, see_other,
    },
    ids::AccountId,
    langs::Lang,
    t, throttle,
    tickets::{Found, knock},
};
use serde::Deserialize;

/// How many links one address or one visitor may ask for in [`SPAN_SECONDS`].
const PER_MAIL: u32 = 5;
const PER_VISITOR: u32 = 30;
const SPAN_SECONDS: i64 = 15 * 60;

/// What the form sends, and the address of the page.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    pub(super) mail: String,
    pub(super) to: String,
    pub(super) lang: String,
}

#[derive(Deserialize)]
pub(crate) struct LinkPath {
    secret: String,
}

/// What the page behind a link sends: the code, where the account asks for one.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    pub(super) code: String,
}

/// `GET /sign-in`: the one field.
pub(crate) async fn ask(ctx: Ctx, Query(asked): Query<Asked>) -> Answer {
    if let Some(account) = ctx.caller.account() {
        let mut tx = ctx.of_installation().read(can::SIGN_IN).await?;
        let to = first_page(&mut tx, account.account, &asked.to).await?;
        tx.done().await?;
        return see_other(&to);
    }
    let ctx = spoken(&ctx, &asked.lang);
    html(view(&ctx, &asked, &Complaints::default()))
}

/// `POST /sign-in`: the same answer for every address, after the same work.
pub(crate) async fn send(ctx: Ctx, Form(asked): Form<Asked>) -> Answer {
    let ctx = spoken(&ctx, &asked.lang);
    let mail = match Mail::parse(&asked.mail) {
        Ok(mail) => mail,
        Err(why) => {
            let complaints = Complaints::one("mail", why);
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &asked, &complaints));
        }
    };
    not_too_often(&ctx, &mail).await?;
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    let at = ctx.host_of.as_ref().map(|p| p.id);
    // Of a partnership's own host only its own pages are known: its workspace is where one wants to go.
    let usual = if at.is_some() { "/work" } else { "" };
    let to = local_path(&asked.to).filter(|to| *to != "/").unwrap_or(usual).to_owned();
    tx.enqueue(jobs::LINK, LinkWanted { mail: mail.to_string(), to, at }, ctx.now()).await?;
    let to = tx.commit_to(&format!("/sign-in/sent?lang={}", ctx.lang)).await?;
    see_other(&to)
}

async fn not_too_often(ctx: &Ctx, mail: &Mail) -> Result<()> {
    if !ctx.visitor.is_empty() {
        let visitor = format!("sign-in/visitor/{}", ctx.visitor);
        throttle::allow(&ctx.app, &visitor, PER_VISITOR, SPAN_SECONDS).await?;
    }
    throttle::allow(&ctx.app, &format!("sign-in/mail/{mail}"), PER_MAIL, SPAN_SECONDS).await
}

/// `GET /sign-in/sent`: what to do now.
pub(crate) async fn sent(ctx: Ctx, Query(asked): Query<Asked>) -> Answer {
    html(sent_view(&spoken(&ctx, &asked.lang)))
}

/// What a page stands before that signs in by one button: a ticket, and where the button leads.
pub(super) struct Door<'a> {
    /// What the ticket is for.
    pub(super) purpose: &'static str,
    /// Its secret.
    pub(super) secret: &'a str,
    /// Where the form goes: the page itself.
    pub(super) at: &'a str,
}

impl<'a> Door<'a> {
    fn of_link(path: &'a LinkPath, at: &'a str) -> Self {
        Self { purpose: LINK, secret: &path.secret, at }
    }
}

fn link_at(path: &LinkPath) -> String {
    format!("/sign-in/link/{}", path.secret)
}

/// `GET /sign-in/link/{secret}`: the button. Mail programs open links, so opening uses nothing up.
pub(crate) async fn link(ctx: Ctx, Path(path): Path<LinkPath>) -> Answer {
    let shown = before(&ctx, &Door::of_link(&path, &link_at(&path))).await?;
    shown.map_or_else(|| gone(&ctx), Ok)
}

/// The page before a door; none when its ticket opens nothing.
pub(super) async fn before(ctx: &Ctx, door: &Door<'_>) -> Result<Option<Response>> {
    let mut tx = ctx.of_installation().read(can::SIGN_IN).await?;
    let ticket = tx.peek_ticket::<LinkTicket>(door.purpose, door.secret).await?;
    let account = match ticket {
        Some(ticket) => store::account_by_id(&mut tx, ticket.account).await?,
        None => None,
    };
    let Some(account) = account.filter(|account| account.ended_at.is_none()) else {
        tx.done().await?;
        return Ok(None);
    };
    let asks = store::has_second_factor(&mut tx, account.id).await?;
    tx.done().await?;
    let ctx = Ctx { lang: account.lang, ..ctx.clone() };
    html(link_view(&ctx, (door.at, &account.mail), asks, &Complaints::default())).map(Some)
}

/// `POST /sign-in/link/{secret}`: in. The browser gets a new secret whatever it had before; the same one again when the
/// button was clicked twice.
pub(crate) async fn enter(
    ctx: Ctx,
    headers: HeaderMap,
    Path(path): Path<LinkPath>,
    Form(typed): Form<Typed>,
) -> Answer {
    let at = link_at(&path);
    let door = Door::of_link(&path, &at);
    let entered = through(&ctx, (&door, &typed), &device_of(&headers)).await?;
    entered.map_or_else(|| gone(&ctx), Ok)
}

/// In through a door; none when its ticket opens nothing.
pub(super) async fn through(
    ctx: &Ctx,
    (door, typed): (&Door<'_>, &Typed),
    device: &str,
) -> Result<Option<Response>> {
    let house = ctx.of_installation();
    let known = match knock::<LinkTicket>(&house, door.purpose, door.secret).await? {
        Found::Good(ticket) => ticket,
        Found::Used(ticket) if is_in(ctx, ticket.account) => return go_on(&house, &ticket).await.map(Some),
        Found::Used(_) | Found::Gone => return Ok(None),
    };
    let spent = match second::ask(ctx, known.account, &typed.code).await {
        Err(Error::Refused(why)) => return wrong_code(ctx, door.at, known.account, why).await.map(Some),
        other => other?,
    };
    let mut tx = house.write(can::SIGN_IN).await?;
    let Some(ticket) = tx.use_ticket::<LinkTicket>(door.purpose, door.secret).await? else {
        tx.unless_answered().await?;
        return Ok(None);
    };
    let secret = match take_over(ctx, &mut tx, (ticket.account, spent.as_ref()), device).await {
        Err(Error::Refused(_)) => return Ok(None),
        other => other?,
    };
    mails::tell_if_recovered(ctx, &mut tx, ticket.account, spent.as_ref()).await?;
    super::elsewhere::settle_sealed(ctx, &mut tx, &ticket).await?;
    let to = first_page(&mut tx, ticket.account, &ticket.to).await?;
    let answer = tx.commit_entering(&to, whole_time(secret)).await?;
    first(ctx, &answer).map(Some)
}

/// The same page again: a wrong code does not use the ticket up.
async fn wrong_code(ctx: &Ctx, at: &str, account: AccountId, why: Box<dyn Refusal>) -> Answer {
    let mut tx = ctx.of_installation().read(can::SIGN_IN).await?;
    let account = store::account_by_id(&mut tx, account).await?.or_not_found()?;
    tx.done().await?;
    let ctx = Ctx { lang: account.lang, ..ctx.clone() };
    let complaints = Complaints::of("code", why);
    let again = link_view(&ctx, (at, &account.mail), true, &complaints);
    page_with(StatusCode::UNPROCESSABLE_ENTITY, again)
}

/// Where the link led the first time.
async fn go_on(house: &Ctx, ticket: &LinkTicket) -> Answer {
    let mut tx = house.read(can::SIGN_IN).await?;
    let to = first_page(&mut tx, ticket.account, &ticket.to).await?;
    tx.done().await?;
    see_other(&to)
}

fn gone(ctx: &Ctx) -> Answer {
    page_with(StatusCode::GONE, gone_view(ctx))
}

/// This page, with the page that is wanted.
pub(super) fn address(to: &str) -> String {
    if to.is_empty() { "/sign-in".to_owned() } else { format!("/sign-in?to={}", urlencode(to)) }
}

fn view(ctx: &Ctx, asked: &Asked, complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let to = local_path(&asked.to).unwrap_or_default();
    let form = form(ctx, "/sign-in").complaints(complaints);
    let by_password = address(to).replacen("/sign-in", "/sign-in/password", 1);
    let fields = markup! {
        (form.hidden("to", to))
        (form.hidden("lang", ctx.lang.code()))
        (form.text(field("mail", t!(say, "sign-in-mail")).value(&asked.mail).hint(t!(say, "sign-in-mail-hint")).mail()))
    };
    let body = markup! {
        p { (t!(say, "sign-in-lead")) }
        (form.show(&t!(say, "sign-in-send"), fields))
        (super::passkey::way_in(ctx, to))
        (super::elsewhere_shown::ways_in(ctx, to))
        p { a href=(by_password) { (t!(say, "sign-in-by-password")) } }
        p.quiet { (t!(say, "sign-in-newcomers")) " " a href="/" { (t!(say, "sign-in-public")) } }
        (in_arabic(ctx))
    };
    page(ctx, &Head::new(t!(say, "sign-in-title")), body)
}

/// The same page in Arabic; the shell offers the official languages.
fn in_arabic(ctx: &Ctx) -> Markup {
    let lang = Lang::Ar;
    markup! { @if ctx.lang != lang { p.langs {
        a lang=(lang.code()) hreflang=(lang.code()) dir=(lang.direction()) href=(ctx.address().with("lang", lang.code())) { (lang.own_name()) }
    } } }
}

fn sent_view(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let body = markup! {
        p { (t!(say, "sign-in-sent-lead")) }
        p { (t!(say, "sign-in-sent-nothing")) }
        (acts(&[(t!(say, "sign-in-again"), "/sign-in".to_owned())]))
    };
    page(ctx, &Head::new(t!(say, "sign-in-sent-title")), body)
}

fn link_view(ctx: &Ctx, (at, mail): (&str, &str), asks_for_code: bool, complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let form = form(ctx, at).complaints(complaints);
    let code = field("code", t!(say, "code-field")).hint(t!(say, "code-hint-link"));
    let body = form.show(
        &t!(say, "sign-in-enter"),
        markup! {
            p { (t!(say, "sign-in-as")) " " bdi dir="ltr" { (mail) } }
            @if asks_for_code { (form.text(code.short().autocomplete("one-time-code"))) }
        },
    );
    page(ctx, &Head::new(t!(say, "sign-in-title")), body)
}

fn gone_view(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let body = markup! {
        p { (t!(say, "sign-in-gone-lead")) }
        (acts(&[(t!(say, "sign-in-again"), "/sign-in".to_owned())]))
    };
    page(ctx, &Head::new(t!(say, "sign-in-gone-title")), body)
}

/// The pages of signing in.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = &Ctx { partnership: None, face: platform::ctx::Face::House, ..ctx.clone() };
    let wrong = Asked { mail: "ada".into(), to: "/maple/work".into(), lang: String::new() };
    let complaints = Complaints::one("mail", platform::errors::FieldRefusal::NotMail);
    let no_code = Complaints::one("code", CodeRefusal::DoesNotFit);
    vec![
        ("ask", view(ctx, &Asked::default(), &Complaints::default())),
        ("wrong", view(ctx, &wrong, &complaints)),
        ("sent", sent_view(ctx)),
        ("link", link_view(ctx, ("/sign-in/link/sample", "ada@example.org"), false, &Complaints::default())),
        ("link-code", link_view(ctx, ("/sign-in/link/sample", "ada@example.org"), true, &no_code)),
        ("gone", gone_view(ctx)),
    ]
}
