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
    reach::{HelpFor, HelpLine},
    t,
};

/// Says that we have a request to take part, where it came with an address for mail.
///
/// # Errors
/// When the database refuses.
pub(super) async fn of_joining(ctx: &Ctx, tx: &mut Tx, to: (&str, Lang)) -> Result<()> {
    send(ctx, tx, to, ("asking-receipt-body", "asking-receipt", String::new())).await
}

/// Says that we have a question, where it came with an address for mail.
///
/// # Errors
/// When the database refuses.
pub(super) async fn of_enquiry(ctx: &Ctx, tx: &mut Tx, to: (&str, Lang)) -> Result<()> {
    let urgent = urgent(ctx, to.1)?;
    send(ctx, tx, to, ("enquiry-receipt-body", "enquiry-receipt", urgent)).await
}

/// The numbers of this partnership for what cannot wait; empty when it names none.
fn urgent(ctx: &Ctx, lang: Lang) -> Result<String> {
    let say = ctx.app.words.say(lang);
    let line = |one: &HelpLine| {
        let what = match one.what {
            HelpFor::Own => one.label.plain(lang).to_owned(),
            known => say.t(&format!("emergency-{}", known.code()), &[]),
        };
        t!(say, "enquiry-receipt-number", what = what, number = one.number.as_str())
    };
    let lines: Vec<String> = ctx.partnership()?.emergency.iter().map(line).collect();
    if lines.is_empty() {
        return Ok(String::new());
    }
    Ok(t!(say, "enquiry-receipt-urgent", numbers = lines.join("\n")))
}

async fn send(
    ctx: &Ctx,
    tx: &mut Tx,
    (email, lang): (&str, Lang),
    (key, purpose, also): (&str, &'static str, String),
) -> Result<()> {
    if email.is_empty() {
        return Ok(());
    }
    let here = ctx.partnership()?;
    let say = ctx.app.words.say(lang);
    let mut body = say.t(key, &[("partnership", here.name.plain(lang).into())]);
    if !also.is_empty() {
        body = format!("{body}\n\n{also}");
    }
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
