//! Signing by the link of an invitation, without an account. Opening the link changes nothing; only its form signs, once.

use super::PATH;
use crate::{
    facade::{follow_invitation, sign_declaration},
    mails::{SIGN, SignTicket},
    rules::signing::{SigningRefusal, Way, invitation, named},
    store::{
        invitations::{Invitation, find_invitation},
        signatories::{find_signatory, standing_of},
        signatures::{Invited, NewSignature},
        versions::{Declaration, current, list_declarations},
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::{Reader, Visibility};
use platform::{
    ctx::{Ctx, PUBLIC},
    db::Tx,
    errors::{Complaints, Result},
    html::{self, Head, acts, field, form, page, paragraphs},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    t,
    text::NAME,
    tickets::{Found, knock},
};
use serde::Deserialize;

/// The part of an address that names a ticket.
#[derive(Debug, Deserialize)]
pub(crate) struct AtTicket {
    ticket: String,
}

/// The form behind a link.
pub(crate) struct SignPage<'a> {
    pub(crate) ticket: &'a str,
    pub(crate) invitation: &'a Invitation,
    /// The version in force: it is what is signed.
    pub(crate) text: &'a Declaration,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

/// `GET /{p}/{lang}/declaration/signing/{ticket}`: the text and the form.
pub(crate) async fn open(ctx: Ctx, Path(at): Path<AtTicket>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let found = match tx.find_ticket::<SignTicket>(SIGN, &at.ticket).await? {
        Found::Good(about) => behind(&ctx, &mut tx, about).await?,
        Found::Used(_) | Found::Gone => None,
    };
    let Some((invitation, text)) = found else { return gone(&ctx) };
    let before = visibility(&mut tx, &invitation).await?;
    tx.done().await?;
    let is_listed = before.is_none_or(|now| now == Visibility::Public);
    let sent =
        Pairs::default().with("name", &invitation.name).with("listed", if is_listed { "yes" } else { "" });
    let complaints = Complaints::default();
    let shown = SignPage {
        ticket: &at.ticket,
        invitation: &invitation,
        text: &text,
        sent: &sent,
        complaints: &complaints,
    };
    html(view(&ctx, &shown))
}

/// Who may know of the organization's signature now; none when it does not stand among the signatories.
async fn visibility(tx: &mut Tx, of: &Invitation) -> Result<Option<Visibility>> {
    let Some(id) = standing_of(tx, of.organization_id).await? else { return Ok(None) };
    Ok(find_signatory(tx, Reader::Staff, id).await?.map(|one| one.visibility))
}

/// What a good ticket leads to: an open invitation and the version in force.
async fn behind(ctx: &Ctx, tx: &mut Tx, about: SignTicket) -> Result<Option<(Invitation, Declaration)>> {
    let now = ctx.now();
    let of = find_invitation(tx, about.invitation).await?;
    let of = of.filter(|of| invitation(of.sent_at, of.signed_at, of.cancelled_at, now).is_open());
    let versions = list_declarations(tx).await?;
    Ok(of.zip(current(&versions, ctx.today()).cloned()))
}

/// `POST /{p}/{lang}/declaration/signing/{ticket}`: the organization signs. The ticket is used with what it was used for.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtTicket>, Form(sent): Form<Pairs>) -> Answer {
    let Found::Good(_) = knock::<SignTicket>(&ctx, SIGN, &at.ticket).await? else { return gone(&ctx) };
    let mut tx = ctx.write(PUBLIC).await?;
    let about = tx.use_ticket::<SignTicket>(SIGN, &at.ticket).await?;
    let found = match about {
        Some(about) => behind(&ctx, &mut tx, about).await?,
        None => None,
    };
    let Some((invitation, text)) = found else { return gone(&ctx) };
    let complaints = match keep(&ctx, &mut tx, (&invitation, &text), &sent).await? {
        Ok(()) => return see_other(&tx.commit_to(&ctx.public_url(&format!("{PATH}/signed"))).await?),
        Err(complaints) => complaints,
    };
    // Not committed: the ticket was not used.
    drop(tx);
    let again = SignPage {
        ticket: &at.ticket,
        invitation: &invitation,
        text: &text,
        sent: &sent,
        complaints: &complaints,
    };
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &again))
}

/// Signs as the form says, or tells what is wrong with it.
async fn keep(
    ctx: &Ctx,
    tx: &mut Tx,
    (invitation, text): (&Invitation, &Declaration),
    sent: &Pairs,
) -> Result<std::result::Result<(), Complaints>> {
    let before = visibility(tx, invitation).await?;
    let (visibility, signature) = match read(ctx, (invitation, text), sent, before) {
        Ok(read) => read,
        Err(complaints) => return Ok(Err(complaints)),
    };
    follow_invitation(tx, invitation).await?;
    let of = (invitation.organization_id, visibility);
    let signed = sign_declaration(tx, of, (text.number, &signature), ctx.today()).await?;
    Ok(signed.map(drop).map_err(|why| Complaints::one("", why)))
}

fn read(
    ctx: &Ctx,
    (of, text): (&Invitation, &Declaration),
    sent: &Pairs,
    before: Option<Visibility>,
) -> std::result::Result<(Visibility, NewSignature), Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let name = reading.line("name", NAME);
    let title = reading.line("title", NAME);
    if sent.get("number") != text.number.to_string() {
        reading.refuse("", SigningRefusal::OtherVersion);
    }
    if !reading.is_ticked("agree") {
        reading.refuse("agree", SigningRefusal::NotAgreed);
    }
    let visibility = named(reading.is_ticked("listed"), before);
    let signature = NewSignature {
        declaration: text.id,
        signed_on: ctx.today(),
        // Whoever signs under another name than the one invited is somebody else; an erasure finds it by the invitation.
        person: of.person_id.filter(|_| of.name == name),
        invited: Some(Invited { person: of.person_id, email: of.email.clone() }),
        name,
        title,
        way: Way::Link,
        file: None,
    };
    reading.done((visibility, signature))
}

/// The page behind the link.
pub(crate) fn view(ctx: &Ctx, of: &SignPage<'_>) -> Markup {
    let say = ctx.say();
    let form = form(ctx, ctx.public_url(&format!("{PATH}/signing/{}", of.ticket))).complaints(of.complaints);
    let fields = markup! {
        (form.hidden("number", &of.text.number.to_string()))
        (form.text(field("name", t!(say, "sign-name")).value(of.sent.get("name")).autocomplete("name")))
        (form.text(field("title", t!(say, "sign-as")).hint(t!(say, "sign-as-hint")).value(of.sent.get("title")).autocomplete("organization-title")))
        (form.check(field("agree", t!(say, "sign-agree")).called(t!(say, "sign-agreement")).value(of.sent.get("agree"))))
        (form.check(field("listed", t!(say, "sign-listed")).hint(t!(say, "sign-listed-hint")).value(of.sent.get("listed"))))
    };
    let body = markup! {
        p { (t!(say, "sign-lead")) " " b { (html::named(ctx, &of.invitation.organization)) } }
        p { (t!(say, "sign-text")) }
        (paragraphs(ctx, &of.text.body))
        section #sign {
            h2 { (t!(say, "wall-sign")) }
            (form.show(&t!(say, "sign-submit"), fields))
            p.small.quiet { (t!(say, "sign-kept")) }
        }
    };
    page(ctx, &Head::of(ctx, &of.text.title), body)
}

fn gone(ctx: &Ctx) -> Answer {
    page_with(StatusCode::GONE, gone_view(ctx))
}

/// The link is not one that works, any more or at all.
pub(crate) fn gone_view(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let ways = [
        (t!(say, "wall-sign"), ctx.public_url(&format!("{PATH}/sign"))),
        (t!(say, "wall-title"), ctx.public_url(PATH)),
    ];
    let body = markup! { p { (t!(say, "sign-gone")) } (acts(&ways)) };
    page(ctx, &Head::new(t!(say, "sign-gone-title")), body)
}

/// `GET /{p}/{lang}/declaration/signed`: what happens now.
pub(crate) async fn signed(ctx: Ctx) -> Answer {
    html(signed_view(&ctx))
}

/// Thanks, and where the signature is seen.
pub(crate) fn signed_view(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let body = markup! { p { (t!(say, "signed-explains")) } (acts(&[(t!(say, "wall-title"), ctx.public_url(PATH))])) };
    page(ctx, &Head::new(t!(say, "signed-title")).at(format!("{PATH}/signed")), body)
}
