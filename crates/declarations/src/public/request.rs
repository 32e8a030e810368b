//! Asking to sign without an invitation: a form for anyone. Nothing is signed by it; the staff confirms and sends the link.

use super::PATH;
use crate::{facade::add_request, rules::signing::SigningRefusal, store::requests::NewRequest};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::{Ctx, PUBLIC},
    errors::{Complaints, Result},
    html::{Head, acts, field, form, page},
    http::{Answer, Form, Pairs, Reading, answer::page_with, html, see_other},
    t,
    text::NAME,
    throttle,
};

/// How many one visitor may send in an hour.
const PER_VISITOR: u32 = 10;
/// One address may send so many in an hour.
const PER_ADDRESS: u32 = 3;
/// A whole partnership takes so many in an hour.
const PER_PARTNERSHIP: u32 = 60;

/// `GET /{p}/{lang}/declaration/sign`: the form.
pub(crate) async fn new(ctx: Ctx) -> Answer {
    html(view(&ctx, &Pairs::default(), &Complaints::default()))
}

/// `POST /{p}/{lang}/declaration/sign`: a request comes in.
pub(crate) async fn create(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let new = match read(&ctx, &sent) {
        Ok(new) => new,
        Err(complaints) => {
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &sent, &complaints));
        }
    };
    not_too_often(&ctx, &new.email).await?;
    let mut tx = ctx.write(PUBLIC).await?;
    add_request(&mut tx, &new).await?;
    see_other(&tx.commit_to(&ctx.public_url(&format!("{PATH}/sign/received"))).await?)
}

async fn not_too_often(ctx: &Ctx, email: &str) -> Result<()> {
    let partnership = ctx.partnership()?.id;
    if !ctx.visitor.is_empty() {
        throttle::allow(&ctx.app, &format!("signing/visitor/{}", ctx.visitor), PER_VISITOR, 3_600).await?;
    }
    let address = format!("signing/{partnership}/{}", email.to_lowercase());
    throttle::allow(&ctx.app, &address, PER_ADDRESS, 3_600).await?;
    throttle::allow(&ctx.app, &format!("signing/{partnership}"), PER_PARTNERSHIP, 3_600).await
}

/// What the person agrees to, as she sees it: the one sentence about it, here and wherever else it is recorded.
pub fn wording(ctx: &Ctx) -> String {
    t!(ctx.say(), "ask-consent")
}

fn read(ctx: &Ctx, sent: &Pairs) -> std::result::Result<NewRequest, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let new = NewRequest {
        organization_name: reading.line("organization", NAME),
        name: reading.line("name", NAME),
        title: reading.line_or_none("title", NAME),
        email: reading.mail("email"),
        lang: ctx.lang,
        words: reading.prose_or_none("words"),
        consent_wording: wording(ctx),
    };
    if !reading.is_ticked("agree") {
        reading.refuse("agree", SigningRefusal::NotAgreed);
    }
    reading.done(new)
}

/// The form as a page.
pub(crate) fn view(ctx: &Ctx, sent: &Pairs, complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let form = form(ctx, ctx.public_url(&format!("{PATH}/sign")))
        .complaints(complaints)
        .cancel(ctx.public_url(PATH));
    let fields = markup! {
        (form.text(field("organization", t!(say, "ask-organization")).value(sent.get("organization")).autocomplete("organization")))
        (form.text(field("name", t!(say, "sign-name")).value(sent.get("name")).autocomplete("name")))
        (form.text(field("title", t!(say, "sign-as")).hint(t!(say, "sign-as-hint")).value(sent.get("title")).autocomplete("organization-title").optional()))
        (form.text(field("email", t!(say, "ask-email")).hint(t!(say, "ask-email-hint")).value(sent.get("email")).mail()))
        (form.prose(field("words", t!(say, "ask-words")).value(sent.get("words")).optional()))
        (form.check(field("agree", wording(ctx)).called(t!(say, "sign-agreement")).value(sent.get("agree"))))
    };
    let body = markup! { p { (t!(say, "ask-lead")) } (form.show(&t!(say, "ask-send"), fields)) };
    let head = Head::new(t!(say, "wall-sign"))
        .at(format!("{PATH}/sign"))
        .under(t!(say, "wall-title"), ctx.public_url(PATH));
    page(ctx, &head, body)
}

/// `GET /{p}/{lang}/declaration/sign/received`: what happens now.
pub(crate) async fn received(ctx: Ctx) -> Answer {
    html(received_view(&ctx))
}

/// What happens now.
pub(crate) fn received_view(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let body = markup! { p { (t!(say, "ask-received-explains")) } (acts(&[(t!(say, "wall-title"), ctx.public_url(PATH))])) };
    page(ctx, &Head::new(t!(say, "ask-received")).at(format!("{PATH}/sign/received")), body)
}
