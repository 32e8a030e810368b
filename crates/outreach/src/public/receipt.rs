//! Receipts: a mail in the language of the form, in the same transaction.
//!
//! No consent is asked of the ledger for them: they answer what their reader has just sent and offer nothing, so they are no
//! commercial messages (CASL, S.C. 2010, c. 23, 1(2)). Nothing that was typed stands in them, not even the name: whoever types
//! somebody else's address cannot make us write anything else.

use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    langs::Lang,
    mail::{Mail, Recipient},
    t,
};

/// Says that we have a request to take part, where it came with an address for mail.
///
/// # Errors
/// When the database refuses.
pub(super) async fn of_joining(ctx: &Ctx, tx: &mut Tx, to: (&str, Lang)) -> Result<()> {
    send(ctx, tx, to, ("asking-receipt-body", "asking-receipt")).await
}

/// Says that we have a question, where it came with an address for mail.
///
/// # Errors
/// When the database refuses.
pub(super) async fn of_enquiry(ctx: &Ctx, tx: &mut Tx, to: (&str, Lang)) -> Result<()> {
    send(ctx, tx, to, ("enquiry-receipt-body", "enquiry-receipt")).await
}

async fn send(
    ctx: &Ctx,
    tx: &mut Tx,
    (email, lang): (&str, Lang),
    (key, purpose): (&str, &'static str),
) -> Result<()> {
    if email.is_empty() {
        return Ok(());
    }
    let here = ctx.partnership()?;
    let say = ctx.app.words.say(lang);
    let mut body = say.t(key, &[("partnership", here.name.plain(lang).into())]);
    if !here.contact.mail.is_empty() {
        let tell = t!(say, "asking-receipt-tell", mail = here.contact.mail.as_str());
        body = format!("{body}\n\n{tell}");
    }
    let mail = Mail {
        to: Recipient::parse(email)?,
        lang,
        subject: t!(say, "asking-receipt-subject", partnership = here.name.plain(lang)).into(),
        body,
        purpose,
        unsubscribe: None,
    };
    tx.send_mail(mail).await.map(drop)
}
