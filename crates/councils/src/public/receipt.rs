//! The receipt of an expression of interest: a mail in the language of its form.

use super::interest::when;
use crate::{rules::expressions::Round, store::bodies::Council, store::expressions::NewExpression};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    mail::{Mail, Recipient},
    t,
};

/// Says in the same transaction that we have it: what happens next, and until when it is kept.
///
/// No consent is asked of the ledger for this one. It answers what its reader has just sent us and offers nothing, so it is
/// no commercial message (CASL, S.C. 2010, c. 23, 1(2)); were it one, an answer to an inquiry needs neither consent nor a
/// way to unsubscribe (Electronic Commerce Protection Regulations, SOR/2013-221, 3(b)).
///
/// Nothing that was typed stands in it, not even the name: whoever types somebody else's address cannot make us write her
/// anything else than this.
///
/// Who left no address for mail gets none: the page that follows the form says the same.
///
/// # Errors
/// When the database refuses.
pub(super) async fn send(
    ctx: &Ctx,
    tx: &mut Tx,
    new: &NewExpression,
    (council, round): (&Council, Option<Round>),
) -> Result<()> {
    if new.email.is_empty() {
        return Ok(());
    }
    let here = ctx.partnership()?;
    let say = ctx.app.words.say(new.lang);
    let mut body = t!(
        say,
        "interest-receipt-body",
        council = council.name.plain(new.lang),
        when = when(ctx, round),
        partnership = here.name.plain(new.lang)
    );
    if !here.contact.mail.is_empty() {
        let tell = t!(say, "interest-receipt-tell", mail = here.contact.mail.as_str());
        body = format!("{body}\n\n{tell}");
    }
    let mail = Mail {
        to: Recipient::parse(&new.email)?,
        lang: new.lang,
        subject: t!(say, "interest-receipt-subject", council = council.name.plain(new.lang)).into(),
        body,
        purpose: "expression-receipt",
        unsubscribe: None,
    };
    tx.send_mail(mail).await.map(drop)
}
