//! The mail that tells a sender what became of her suggestion. It answers what she sent and asked to be told, so no consent is asked of
//! the ledger for it (CASL, S.C. 2010, c. 23, 1(2)); with it her address goes.

use crate::{rules::suggestions::SuggestionState, store::suggestions::Suggestion};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    langs::Lang,
    mail::{Mail, Recipient},
    t,
};

/// What such mail is for.
pub(crate) const PURPOSE: &str = "suggestion-answer";

/// Tells the sender what was decided, in her language, where she gave an address.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn tell(
    ctx: &Ctx,
    tx: &mut Tx,
    of: &Suggestion,
    (state, answer): (SuggestionState, &str),
) -> Result<()> {
    if of.email.is_empty() {
        return Ok(());
    }
    let lang = if ctx.app.words.has(of.lang, "suggestion-mail-end") { of.lang } else { Lang::En };
    let say = ctx.app.words.say(lang);
    let here = ctx.partnership()?.name.plain(lang).to_owned();
    let about = of.service.as_ref().map(|name| name.plain(lang).to_owned()).unwrap_or_default();
    let about = match of.wishes.0.fields.get("name").and_then(|all| all.first()) {
        Some(name) if about.is_empty() => name.clone(),
        _ => about,
    };
    let mut parts = vec![
        t!(say, "suggestion-mail-about", partnership = here.as_str(), service = about.as_str()),
        say.t(&format!("suggestion-mail-{}", state.code()), &[]),
    ];
    if !answer.is_empty() {
        parts.push(answer.to_owned());
    }
    parts.push(t!(say, "suggestion-mail-end"));
    let mail = Mail {
        to: Recipient::parse(&of.email)?,
        lang,
        subject: t!(say, "suggestion-mail-subject", partnership = here.as_str()).into(),
        body: parts.join("\n\n"),
        purpose: PURPOSE,
        unsubscribe: None,
    };
    tx.send_mail(mail).await.map(drop)
}
