//! A mail as it travels (RFC 5322), made only from the row and the settings: the same row gives the same bytes.

use super::store::Waiting;
use crate::{
    ctx::Ctx,
    errors::{Error, Result},
    langs::Lang,
    t,
};
use lettre::{
    Address, Message,
    message::{
        Mailbox, SinglePart,
        header::{HeaderName, HeaderValue},
    },
};

/// The key of the words that stand below every letter.
const UNSUBSCRIBE: &str = "mail-unsubscribe";

/// A mail, ready to be handed over: one sender, one recipient.
pub(super) struct Ready {
    pub from: Address,
    pub to: Address,
    /// By what name we greet the server.
    pub hello: String,
    pub bytes: Vec<u8>,
    pub file_name: String,
}

/// Composes the mail of a row.
pub(super) fn compose(ctx: &Ctx, row: &Waiting) -> Result<Ready> {
    let settings = &ctx.app.settings;
    let mut from: Mailbox =
        settings.mail_from.parse().map_err(|error| Error::failed(format!("mail_from: {error}")))?;
    if let Some(partnership) = &ctx.partnership {
        from.name = partnership.name.show(frame(ctx, row)).map(|shown| super::Subject::from(shown.text).0);
    }
    let to = row.recipient.0.clone();
    let host = host_of(&settings.origin);
    let mut message = Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to.clone()))
        .subject(row.subject.clone())
        .date(row.made_at.0.into())
        .message_id(Some(format!("<{}@{host}>", row.id)))
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("Content-Language", &languages(ctx, row)));
    let reply_to = ctx.partnership.as_ref().and_then(|p| p.contact.reply_to());
    if row.unsubscribe.is_none() && has_purpose(ctx, &row.purpose) {
        return Err(Error::failed(format!("{} without a way to stop it", row.purpose)));
    }
    if let Some(href) = &row.unsubscribe {
        let by_mail = reply_to.as_ref().map(|to| format!(", <mailto:{to}?subject={}>", subject(ctx, row)));
        message = message
            .raw_header(header("List-Unsubscribe", &format!("<{href}>{}", by_mail.unwrap_or_default())))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    if let Some(address) = reply_to {
        message = message.reply_to(Mailbox::new(None, address.0));
    }
    let message = message.singlepart(SinglePart::plain(body(ctx, row))).map_err(Error::failed)?;
    let stamp = row.made_at.0.strftime("%Y%m%dT%H%M%SZ");
    Ok(Ready {
        from: from.email,
        to,
        hello: host,
        bytes: message.formatted(),
        file_name: format!("{stamp}-{}.eml", row.id),
    })
}

/// Whether mail of this purpose is in the ledger of consent: then nobody gets it without a way to stop it.
fn has_purpose(ctx: &Ctx, purpose: &str) -> bool {
    ctx.app
        .house
        .rooms
        .iter()
        .any(|room| room.purposes.iter().chain(&room.account_purposes).any(|one| *one == purpose))
}

/// The language of what we say around a letter: that which its reader reads best where somebody wrote our words in it, else the letter's.
fn frame(ctx: &Ctx, row: &Waiting) -> Lang {
    let speaks = |lang: &Lang| ctx.app.words.has(*lang, UNSUBSCRIBE) && !lang.is_by_machine();
    row.reader_lang.filter(speaks).unwrap_or(row.lang)
}

/// The language of the letter, and that of what stands around it where it is another.
fn languages(ctx: &Ctx, row: &Waiting) -> String {
    let (lang, frame) = (row.lang, frame(ctx, row));
    if row.unsubscribe.is_none() || lang == frame { lang.to_string() } else { format!("{lang}, {frame}") }
}

/// What stands as the subject when a reader stops letters by mail, as an address spells it (RFC 6068).
fn subject(ctx: &Ctx, row: &Waiting) -> String {
    let words = t!(ctx.app.words.say(frame(ctx, row)), "mail-unsubscribe-subject");
    let spelled = |byte: u8| match byte {
        b if b.is_ascii_alphanumeric() => char::from(b).to_string(),
        b => format!("%{b:02X}"),
    };
    words.bytes().map(spelled).collect()
}

/// The text, with the way to unsubscribe below it in the language that the reader reads best.
fn body(ctx: &Ctx, row: &Waiting) -> String {
    let text = row.body.trim_end();
    match &row.unsubscribe {
        None => format!("{text}\n"),
        Some(href) => {
            // The address stands on a line of its own, or mail programs break it.
            let words = t!(ctx.app.words.say(frame(ctx, row)), "mail-unsubscribe");
            format!("{text}\n\n-- \n{}{words}\n{href}\n", sender(ctx, row))
        }
    }
}

/// Who writes, and how she is reached: what a mail that nobody asked for must say (CASL, 6(2)).
fn sender(ctx: &Ctx, row: &Waiting) -> String {
    let Some(here) = ctx.partnership.as_ref().filter(|here| !here.contact.is_empty()) else {
        return String::new();
    };
    let contact = &here.contact;
    let lines = [here.name.plain(frame(ctx, row)), &contact.street, &contact.mail, &contact.phone];
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    format!("{}\n\n", lines.join("\n"))
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// The host name of `https://host:port`.
pub(super) fn host_of(origin: &str) -> String {
    let rest = origin.split_once("://").map_or(origin, |(_, rest)| rest);
    rest.split(['/', ':']).next().filter(|host| !host.is_empty()).unwrap_or("localhost").to_owned()
}
