//! The letter that asks how far lines are: its words around the link, whose secret stands in the mail alone.

use crate::{LetterId, pages::room_url, rules::asking::LINK_SECONDS, store::lines::Line};
use jiff::civil::Date;
use partners::{ASK_PURPOSE, AskState, NewAsk, OrganizationId};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    ids::Ref,
    langs::Lang,
    mail::{Entry, Mail, Reader, Recipient, SECRET},
    t,
    text::{Text, Worded},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What the link is for.
pub(crate) const REPORT: &str = "plans.report";

/// What the ticket behind the link is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ReportTicket {
    pub(crate) letter: LetterId,
}

/// What one reader is asked.
pub(crate) struct Asking<'a> {
    /// The name to write to.
    pub(crate) name: &'a str,
    /// About which lines.
    pub(crate) lines: &'a [&'a Line],
    /// Until when.
    pub(crate) until_on: Date,
    /// What the staff adds.
    pub(crate) words: &'a Text,
}

/// The language in which somebody is written to: hers where the site speaks it and we have the words, else the first of the site
/// that has them.
pub(crate) fn letter_lang(ctx: &Ctx, wants: Lang) -> Lang {
    let site = ctx.site_langs();
    let speaks = |lang: &Lang| site.contains(lang) && ctx.app.words.has(*lang, "plan-letter-hello");
    let first = site.iter().copied().find(speaks).unwrap_or(Lang::En);
    if speaks(&wants) { wants } else { first }
}

/// What the letter says in a language, with `link` where the secret's address stands.
pub(crate) fn body(ctx: &Ctx, lang: Lang, of: &Asking<'_>, link: &str) -> String {
    parts(ctx, lang, of, link).into_iter().map(|part| part.words).collect::<Vec<_>>().join("\n\n")
}

/// The parts of a letter in a language, each with the language in which it stands: what the staff adds may stand in another one, and
/// then a line before it says in which.
pub(crate) fn parts(ctx: &Ctx, lang: Lang, of: &Asking<'_>, link: &str) -> Vec<Worded> {
    let say = ctx.app.words.say(lang);
    let here = ctx.partnership.as_ref().map(|p| p.name.plain(lang).to_owned()).unwrap_or_default();
    let line = |line: &&Line| format!("{} {}", line.code, line.title.plain(lang));
    let lines: Vec<String> = of.lines.iter().map(line).collect();
    let own = of.words.worded(lang);
    let is_foreign = !own.words.is_empty() && own.lang != lang;
    let language = say.t(&format!("lang-{}", own.lang.code().to_lowercase()), &[]);
    let in_language =
        if is_foreign { t!(say, "plan-letter-own-in", language = language) } else { String::new() };
    let theirs = |words: String| Worded::new(words, lang);
    let all = [
        theirs(t!(say, "plan-letter-hello", name = of.name)),
        theirs(t!(say, "plan-letter-asks", partnership = here.as_str(), n = lines.len(), day = of.until_on)),
        theirs(lines.join("\n")),
        theirs(in_language),
        own,
        theirs(t!(say, "plan-letter-link", link = link)),
        theirs(t!(say, "plan-letter-end", partnership = here.as_str())),
    ];
    all.into_iter().filter(|one| !one.words.is_empty()).collect()
}

/// The subject of the letter.
pub(crate) fn subject(ctx: &Ctx, lang: Lang) -> String {
    let here = ctx.partnership.as_ref().map(|p| p.name.plain(lang).to_owned()).unwrap_or_default();
    t!(ctx.app.words.say(lang), "plan-letter-subject", partnership = here.as_str())
}

/// Sends the letter, which its reader can stop; sent again to the same address, it is another link and the older ones go on
/// until their end.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn send(
    ctx: &Ctx,
    tx: &mut Tx,
    (letter, who): (LetterId, Uuid),
    (address, wants): (&str, Lang),
    of: &Asking<'_>,
) -> Result<()> {
    let lang = letter_lang(ctx, wants);
    let link = ctx.web_url(&format!("/{lang}/our-plan/reporting/{SECRET}"));
    let mail = Mail {
        to: Recipient::parse(address)?,
        lang,
        subject: subject(ctx, lang).into(),
        body: body(ctx, lang, of, &link),
        purpose: ASK_PURPOSE,
        unsubscribe: None,
    };
    let entry = Entry::new(REPORT, ReportTicket { letter }, LINK_SECONDS)?;
    tx.send_letter_with(Reader { ctx, who, lang: wants }, mail, entry).await.map(drop)
}

/// A letter counts as one request to each organization concerned; sent again, in place of the one before.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn count(
    ctx: &Ctx,
    tx: &mut Tx,
    (letter, until_on): (LetterId, Date),
    organizations: &[OrganizationId],
) -> Result<()> {
    let about: Ref = letter.into();
    partners::close_asks(tx, &about, AskState::Withdrawn).await?;
    let words = Lang::OFFICIAL.map(|lang| t!(ctx.app.words.say(lang), "ask-about-plan"));
    let [en, fr] = &words;
    for organization in organizations {
        let ask = NewAsk {
            organization: *organization,
            room: "plans",
            what: Text::both(en, fr, ctx.today()),
            href: "/work/plan/asking".into(),
            about: Some(about.clone()),
            until_on: Some(until_on),
        };
        partners::count_ask(ctx, tx, &ask, AskState::Open).await?;
    }
    Ok(())
}

/// The address of the page on which letters are written.
pub(crate) fn asking_url(ctx: &Ctx, path: &str) -> String {
    room_url(ctx, &format!("/asking{path}"))
}
