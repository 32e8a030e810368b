//! The mails of signing: the link, whose secret stands in the mail alone, and the answer to who gets none.

use crate::{
    InvitationId,
    rules::signing::{LINK_SECONDS, SigningRefusal},
    store::{invitations::NewInvitation, requests::SigningRequest},
};
use partners::{AskState, NewAsk, OrganizationId};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    ids::Ref,
    langs::Lang,
    mail::{Entry, Mail, Reader, Recipient, SECRET},
    t,
    text::Text,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What the link is for.
pub(crate) const SIGN: &str = "declarations.sign";

/// What the ticket behind the link is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SignTicket {
    pub(crate) invitation: InvitationId,
}

/// For what whoever is asked unasked may be written to: her no holds for all of these letters.
pub(crate) const ASKING: &str = "signing-invitation";

/// Whom the ledger of consent knows as the reader of an invitation: the person, or the organization for its own mailbox.
fn reader_of(to: &NewInvitation) -> Uuid {
    to.person.map_or(to.organization.0, |person| person.0)
}

/// Whether the link may be offered to its reader.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn may_ask(
    ctx: &Ctx,
    tx: &mut Tx,
    to: &NewInvitation,
) -> Result<std::result::Result<(), SigningRefusal>> {
    let said_no = tx.said_no(reader_of(to), ASKING, ctx.today()).await?;
    Ok(if said_no { Err(SigningRefusal::SaidNo) } else { Ok(()) })
}

/// Sends the link of an invitation as a letter, which its reader can stop; sent again, it is another link and the older ones
/// go on until their end.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn send_link(
    ctx: &Ctx,
    tx: &mut Tx,
    id: InvitationId,
    to: (&NewInvitation, &Text),
) -> Result<()> {
    let mail = link_mail(ctx, to, ASKING)?;
    let entry = Entry::new(SIGN, SignTicket { invitation: id }, LINK_SECONDS)?;
    tx.send_letter_with(Reader { ctx, who: reader_of(to.0), lang: to.0.lang }, mail, entry).await?;
    count(ctx, tx, to.0.organization).await
}

/// What is asked of an organization when it is asked to sign: open until it signs, whoever signs for it.
pub(crate) fn signing_of(organization: OrganizationId) -> Ref {
    Ref::new("signing", organization.0)
}

/// To ask an organization to sign, or to sign again, counts as a request to it until the day on which its link ends; one of them is
/// open, however often it is asked.
async fn count(ctx: &Ctx, tx: &mut Tx, organization: OrganizationId) -> Result<()> {
    let words = Lang::OFFICIAL.map(|lang| t!(ctx.app.words.say(lang), "ask-about-signing"));
    let [en, fr] = &words;
    let ask = NewAsk {
        organization,
        room: "declarations",
        what: Text::both(en, fr, ctx.today()),
        href: "/work/declarations/invitations".into(),
        about: Some(signing_of(organization)),
        until_on: Some(ctx.now().plus_seconds(LINK_SECONDS).day_in(&ctx.zone())),
    };
    partners::close_asks(tx, &signing_of(organization), AskState::Withdrawn).await?;
    partners::count_ask(ctx, tx, &ask, AskState::Open).await.map(drop)
}

/// Sends the link to whoever asked for it: an answer, not a letter.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn answer_link(
    ctx: &Ctx,
    tx: &mut Tx,
    id: InvitationId,
    to: (&NewInvitation, &Text),
) -> Result<()> {
    let mail = link_mail(ctx, to, "signing-link")?;
    let entry = Entry::new(SIGN, SignTicket { invitation: id }, LINK_SECONDS)?;
    tx.send_mail_with(mail, entry).await.map(drop)
}

/// The languages in which a link can be sent: the official ones, and those of the site in which the letter has words.
pub(crate) fn langs(ctx: &Ctx) -> Vec<Lang> {
    let has_words = |lang: &Lang| ctx.app.words.say(*lang).has("signing-mail-body");
    let more = ctx.site_langs().iter().copied().filter(|lang| !Lang::OFFICIAL.contains(lang));
    Lang::OFFICIAL.into_iter().chain(more.filter(has_words)).collect()
}

/// The language of the letter to somebody who reads `wanted`, and of the page to which it leads.
pub(crate) fn lang_for(ctx: &Ctx, wanted: Lang) -> Lang {
    if langs(ctx).contains(&wanted) { wanted } else { Lang::En }
}

fn link_mail(ctx: &Ctx, (to, organization): (&NewInvitation, &Text), purpose: &'static str) -> Result<Mail> {
    let lang = lang_for(ctx, to.lang);
    let here = ctx.partnership()?.name.plain(lang).to_owned();
    let say = ctx.app.words.say(lang);
    let link = ctx.web_url(&format!("/{lang}/declaration/signing/{SECRET}"));
    let name = organization.plain(lang).to_owned();
    Ok(Mail {
        to: Recipient::parse(&to.email)?,
        lang,
        subject: t!(say, "signing-mail-subject", partnership = here.as_str()).into(),
        body: t!(
            say,
            "signing-mail-body",
            name = to.name.as_str(),
            organization = name,
            partnership = here,
            link = link
        ),
        purpose,
        unsubscribe: None,
    })
}

/// Tells whoever asked to sign, and gets no link, why.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn send_aside(ctx: &Ctx, tx: &mut Tx, of: &SigningRequest, words: &str) -> Result<()> {
    let here = ctx.partnership()?.name.plain(of.lang).to_owned();
    let say = ctx.app.words.say(of.lang);
    let mail = Mail {
        to: Recipient::parse(&of.email)?,
        lang: of.lang,
        subject: t!(say, "signing-aside-subject", partnership = here.as_str()).into(),
        body: t!(say, "signing-aside-body", name = of.name.as_str(), words = words, partnership = here),
        purpose: "signing-request-answer",
        unsubscribe: None,
    };
    tx.send_mail(mail).await.map(drop)
}
