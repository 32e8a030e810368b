//! The letter that asks whether records are true: its words around the link, whose secret stands in the mail alone.

use crate::{
    LetterId, LetterReaderId,
    pages::room_url,
    rules::letters::LINK_SECONDS,
    store::{letter_readers::NewReader, services::Service},
};
use jiff::civil::Date;
use partners::{ASK_PURPOSE, Ask, AskState, NewAsk, OrganizationId};
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

/// What the link is for.
pub(crate) const CONFIRM: &str = "directory.confirm";

/// What the ticket behind the link is about: one letter as one reader got it at one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ConfirmTicket {
    pub(crate) reader: LetterReaderId,
}

/// What one organization is asked.
pub(crate) struct Asking<'a> {
    /// What it is called.
    pub(crate) organization: &'a Text,
    /// About which services.
    pub(crate) services: &'a [&'a Service],
    /// Until when.
    pub(crate) until_on: Date,
    /// What else waits to be asked of it: it goes along.
    pub(crate) also: &'a [Ask],
}

/// The language in which somebody is written to: hers where the site speaks it and we have the words, else the first of the site
/// that has them.
pub(crate) fn letter_lang(ctx: &Ctx, wants: Lang) -> Lang {
    let site = ctx.site_langs();
    let speaks = |lang: &Lang| site.contains(lang) && ctx.app.words.has(*lang, "service-letter-hello");
    let first = site.iter().copied().find(speaks).unwrap_or(Lang::En);
    if speaks(&wants) { wants } else { first }
}

fn here(ctx: &Ctx, lang: Lang) -> String {
    ctx.partnership.as_ref().map(|one| one.name.plain(lang).to_owned()).unwrap_or_default()
}

/// What the letter says in a language, in paragraphs, with `link` where the secret's address stands.
pub(crate) fn parts(ctx: &Ctx, (lang, name): (Lang, &str), of: &Asking<'_>, link: &str) -> Vec<String> {
    let say = ctx.app.words.say(lang);
    let (here, organization) = (here(ctx, lang), of.organization.plain(lang));
    let services: Vec<String> = of.services.iter().map(|one| format!("- {}", one.name.plain(lang))).collect();
    let also: Vec<String> = of.also.iter().map(|one| partners::ask_line(ctx, one, lang)).collect();
    let hello = if name.is_empty() { organization } else { name };
    let mut all = vec![
        t!(say, "service-letter-hello", name = hello),
        t!(
            say,
            "service-letter-asks",
            partnership = here.as_str(),
            organization = organization,
            n = services.len(),
            day = of.until_on
        ),
        services.join("\n"),
        t!(say, "service-letter-link", link = link, n = services.len()),
        t!(say, "service-letter-end"),
    ];
    if !also.is_empty() {
        all.push(t!(say, "service-letter-also", n = also.len()));
        all.push(also.join("\n\n"));
    }
    all.push(t!(say, "service-letter-thanks", partnership = here.as_str()));
    all
}

/// The subject of the letter.
pub(crate) fn subject(ctx: &Ctx, lang: Lang) -> String {
    t!(ctx.app.words.say(lang), "service-letter-subject", partnership = here(ctx, lang).as_str())
}

/// Sends the letter to one reader, who can stop letters of its kind.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn send(
    ctx: &Ctx,
    tx: &mut Tx,
    (reader, to, organization): (LetterReaderId, &NewReader, OrganizationId),
    of: &Asking<'_>,
) -> Result<()> {
    let lang = letter_lang(ctx, to.lang);
    let link = ctx.web_url(&format!("/{lang}/your-services/{SECRET}"));
    let name = if to.person.is_some() { to.name.as_str() } else { "" };
    let mail = Mail {
        to: Recipient::parse(&to.email)?,
        lang,
        subject: subject(ctx, lang).into(),
        body: parts(ctx, (lang, name), of, &link).join("\n\n"),
        purpose: ASK_PURPOSE,
        unsubscribe: None,
    };
    let entry = Entry::new(CONFIRM, ConfirmTicket { reader }, LINK_SECONDS)?;
    let who = to.person.map_or(organization.0, |id| id.0);
    tx.send_letter_with(Reader { ctx, who, lang: to.lang }, mail, entry).await.map(drop)
}

/// A letter counts as one request to the organization, however many services it names; sent again, in place of the one before.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn count(
    ctx: &Ctx,
    tx: &mut Tx,
    (letter, until_on): (LetterId, Date),
    organization: OrganizationId,
) -> Result<()> {
    let about: Ref = letter.into();
    partners::close_asks(tx, &about, AskState::Withdrawn).await?;
    let [en, fr] = &Lang::OFFICIAL.map(|lang| t!(ctx.app.words.say(lang), "ask-about-services"));
    let ask = NewAsk {
        organization,
        room: "directory",
        what: Text::both(en, fr, ctx.today()),
        href: "/work/directory/asking".into(),
        about: Some(about),
        until_on: Some(until_on),
    };
    partners::count_ask(ctx, tx, &ask, AskState::Open).await.map(drop)
}

/// The address of the page on which letters are written.
pub(crate) fn asking_url(ctx: &Ctx, path: &str) -> String {
    room_url(ctx, &format!("/asking{path}"))
}
