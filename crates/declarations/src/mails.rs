//! The mails of signing: the link, whose secret stands in the mail alone, and the answer to who gets none.

use crate::{
    InvitationId,
    rules::signing::LINK_SECONDS,
    store::{invitations::NewInvitation, requests::SigningRequest},
};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    langs::Lang,
    mail::{Entry, Mail, Recipient, SECRET},
    t,
};
use serde::{Deserialize, Serialize};

/// What the link is for.
pub(crate) const SIGN: &str = "declarations.sign";

/// What the ticket behind the link is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SignTicket {
    pub(crate) invitation: InvitationId,
}

/// Sends the link of an invitation; sent again, it is another link and the older ones go on until their end.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn send_link(
    ctx: &Ctx,
    tx: &mut Tx,
    id: InvitationId,
    (to, organization): (&NewInvitation, &platform::text::Text),
) -> Result<()> {
    let lang = if to.lang == Lang::Fr { Lang::Fr } else { Lang::En };
    let here = ctx.partnership()?.name.plain(lang).to_owned();
    let say = ctx.app.words.say(lang);
    let link = ctx.web_url(&format!("/{lang}/declaration/signing/{SECRET}"));
    let name = organization.plain(lang).to_owned();
    let mail = Mail {
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
        purpose: "signing-invitation",
        unsubscribe: None,
    };
    let entry = Entry::new(SIGN, SignTicket { invitation: id }, LINK_SECONDS)?;
    tx.send_mail_with(mail, entry).await.map(drop)
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
