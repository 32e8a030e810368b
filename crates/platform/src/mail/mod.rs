//! Mail: written in the transaction of its cause, sent by a job, at least once and almost never twice.
//!
//! A mail has exactly one recipient: there is no way to give two. Its `Message-ID` comes from its id, so a mail that is
//! sent again (the program died between the server's yes and our note) is the same mail to every mail program.
//! Once sent, its text is cleared here; what remains says to whom, when, about what.
//!
//! A link that lets its reader in never lies here, nor in a backup: the ticket is issued when the mail is handed over, and
//! the text that waits has [`SECRET`] in its place. Each try issues a new one, so a mail that waited long has a fresh link.
//! The way to unsubscribe does lie here until the mail has left: it lets nobody in, and a mail restored from a backup needs it.
//!
//! What nobody asked for is a letter ([`Tx::send_letter`]): it carries the address at which its reader stops letters of that
//! kind with one click (RFC 8058), and is not sent when she has done so while it waited. Mail for a purpose of the ledger of
//! consent does not leave without that address.

mod compose;
mod smtp;
mod state;
mod store;

#[cfg(test)]
mod scripted;
#[cfg(test)]
mod tests;

use crate::{
    app::MailRoute,
    ctx::{Ctx, PUBLIC},
    datamap::Class,
    db::{Bind, Column, Json, Mismatch, Param, Tx, Value},
    errors::{Error, FieldRefusal, Result},
    files::keep,
    jobs::{MOST_TRIES, words_of},
    langs::Lang,
    manifest::JobKind,
    retention::{self, Retention, Sweep},
};
use lettre::Address;
use serde::{Deserialize, Serialize};
use std::{
    fmt,
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};
use uuid::Uuid;

pub use state::MailState;
pub(crate) use store::key_of;
pub use store::{Counts, MailRow, counts, failed_since, listed, resend, undelivered};

crate::id! { /// One mail.
MailId, "mail" }

/// The job that sends one mail.
const SEND: &str = "mail.send";
/// Stands in the text of a mail where the secret of its [`Entry`] will stand.
pub const SECRET: &str = "{secret}";
/// What the tickets are for by which a reader stops letters.
pub(crate) const STOP: &str = "stop-letters";
/// The link by which one stops letters works for so many seconds: 400 days.
const STOP_SECONDS: i64 = 400 * 86_400;
/// How long the record of a mail stays, in seconds: a year.
const KEEP_SECONDS: i64 = 365 * 86_400;
/// The longest subject, in characters.
const SUBJECT_CHARS: usize = 180;

/// One address, and never more than one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient(Address);

impl Recipient {
    /// The address that was typed, trimmed.
    ///
    /// # Errors
    /// [`FieldRefusal::NotMail`] when it is not exactly one plain address: line breaks, lists, names and comments are refused.
    pub fn parse(typed: &str) -> Result<Self, FieldRefusal> {
        let typed = typed.trim();
        let plain = typed.is_ascii()
            && typed.len() <= 254
            && typed.matches('@').count() == 1
            && !typed
                .contains(|c: char| c.is_control() || c.is_whitespace() || ",;:<>()[]\\\"%!|".contains(c))
            && typed.rsplit_once('@').is_some_and(|(_, domain)| domain.contains('.'));
        let address = typed.parse::<Address>().ok().filter(|_| plain);
        address.map(Self).ok_or(FieldRefusal::NotMail)
    }

    /// The address.
    pub fn address(&self) -> &str {
        self.0.as_ref()
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Param for Recipient {
    fn bind(&self) -> Bind<'_> {
        Bind::Text(self.address())
    }
}

impl Column for Recipient {
    fn column(value: Value) -> Result<Self, Mismatch> {
        let text = String::column(value)?;
        Self::parse(&text).map_err(|_| Mismatch::new("an address for mail", &Value::Text(text)))
    }
}

/// Switched off only by the negative control of the test for letters that are not wanted any more.
pub static HEED_A_NO: AtomicBool = AtomicBool::new(true);

/// What a mail is about: one line, whatever it was made from. Line breaks and control characters become spaces, so
/// nothing that stands in a name can begin another header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject(String);

impl Subject {
    /// The line.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T: AsRef<str>> From<T> for Subject {
    fn from(text: T) -> Self {
        let flat = |c: char| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c };
        let line: String = text.as_ref().chars().map(flat).collect();
        Self(line.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(SUBJECT_CHARS).collect())
    }
}

/// A mail to one person.
#[derive(Debug, Clone)]
pub struct Mail {
    /// To whom.
    pub to: Recipient,
    /// In which language it is written.
    pub lang: Lang,
    /// About what; `t!(…).into()`.
    pub subject: Subject,
    /// The text, without any markup.
    pub body: String,
    /// Why it is sent, as a code: `sign-in`, `newsletter`.
    pub purpose: &'static str,
    /// The address (from `https://` on) at which the reader says that she wants no more of these; it is offered in the text
    /// and to her mail program. Needed by everything that is not an answer to her.
    pub unsubscribe: Option<String>,
}

/// A ticket that is issued when its mail leaves: see [`Tx::send_mail_with`].
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entry {
    purpose: String,
    about: serde_json::Value,
    seconds: i64,
}

impl Entry {
    /// A ticket for `purpose` about something, which holds for so many seconds from the moment when the mail leaves.
    ///
    /// # Errors
    /// A failure when `about` cannot be written as JSON.
    pub fn new(purpose: &'static str, about: impl Serialize, seconds: i64) -> Result<Self> {
        Ok(Self { purpose: purpose.to_owned(), about: serde_json::to_value(about)?, seconds })
    }
}

/// What a ticket of [`STOP`] stops: letters for this purpose to this reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stops {
    /// Whom the ledger of consent knows by this id.
    pub who: Uuid,
    /// A purpose of the ledger.
    pub purpose: String,
}

/// Where a letter goes: the context of its partnership, and whom the ledger of consent knows by this id (a person; an
/// organization for its own mailbox).
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// In which partnership.
    pub ctx: &'a Ctx,
    /// Who.
    pub who: Uuid,
    /// The language that she reads best. What we say around the letter, and the page behind its link, are in it, also where
    /// nobody wrote the letter in it.
    pub lang: Lang,
}

impl Tx {
    /// Writes a letter: a mail for a purpose of the ledger of consent. It gets the address at which its reader stops letters for
    /// this purpose with one click, and it is not sent when she says no while it waits. Whether she may be written to at all is
    /// the caller's to decide before ([`crate::consent::standing`]).
    ///
    /// # Errors
    /// As [`Tx::send_mail`].
    pub async fn send_letter(&mut self, to: Reader<'_>, mail: Mail) -> Result<MailId> {
        let about = Stops { who: to.who, purpose: mail.purpose.to_owned() };
        let ticket = self.issue_ticket(STOP, about, STOP_SECONDS).await?;
        let spoken = to.ctx.partnership.as_ref().map(|here| here.langs.as_slice()).unwrap_or_default();
        let lang = [to.lang, mail.lang].into_iter().find(|lang| spoken.contains(lang));
        let lang = lang.or(spoken.first().copied()).unwrap_or(mail.lang);
        let href = to.ctx.web_url(&format!("/{lang}/letters/stop/{ticket}"));
        let id = self.send_mail(Mail { unsubscribe: Some(href), ..mail }).await?;
        store::set_reader(self, id, (to.who, to.lang)).await?;
        Ok(id)
    }

    /// As [`Tx::send_letter`], for a letter whose text carries the secret of a ticket, as in [`Tx::send_mail_with`].
    ///
    /// # Errors
    /// As [`Tx::send_mail`].
    pub async fn send_letter_with(&mut self, to: Reader<'_>, mail: Mail, entry: Entry) -> Result<MailId> {
        let id = self.send_letter(to, mail).await?;
        store::set_entry(self, id, entry).await?;
        Ok(id)
    }

    /// As [`Tx::send_mail`], for a mail whose text carries the secret of a ticket: it has [`SECRET`] in its place until it
    /// leaves.
    ///
    /// # Errors
    /// As [`Tx::send_mail`].
    pub async fn send_mail_with(&mut self, mail: Mail, entry: Entry) -> Result<MailId> {
        let id = self.send_mail(mail).await?;
        store::set_entry(self, id, entry).await?;
        Ok(id)
    }

    /// Writes a mail and the job that sends it, in this transaction: it leaves when this commits, and only then.
    ///
    /// # Errors
    /// When the database refuses; a failure in a reading transaction or when `unsubscribe` is not a web address.
    pub async fn send_mail(&mut self, mail: Mail) -> Result<MailId> {
        let web = |href: &String| {
            (href.starts_with("https://") || href.starts_with("http://"))
                && href.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"'))
        };
        if mail.unsubscribe.as_ref().is_some_and(|href| !web(href)) {
            return Err(Error::failed("the way to unsubscribe is not a web address"));
        }
        let id = store::insert(self, &mail).await?;
        self.enqueue(SEND, id, self.now()).await?;
        Ok(id)
    }
}

/// Why a mail did not leave.
#[derive(Debug)]
enum Trouble {
    /// It may leave later.
    Passing(Error),
    /// It will never leave as it is.
    Final(Error),
}

/// Sends one mail and notes what came of it. Sent or failed mails stay as they are, so it may run twice.
async fn deliver(ctx: &Ctx, id: MailId) -> Result<()> {
    let mut tx = ctx.read(PUBLIC).await?;
    let waiting = store::waiting(&mut tx, id).await?;
    let is_unwanted = match &waiting {
        Some(row) => is_unwanted(ctx, &mut tx, row).await?,
        None => false,
    };
    tx.done().await?;
    let Some(mut row) = waiting else { return Ok(()) };
    if is_unwanted && HEED_A_NO.load(Ordering::Relaxed) {
        let mut tx = ctx.write_quietly(PUBLIC).await?;
        store::stopped(&mut tx, id).await?;
        return tx.commit().await;
    }
    if let Some(Json(entry)) = row.entry.take() {
        row.body = row.body.replace(SECRET, &issue(ctx, &entry).await?);
    }
    let outcome = match compose::compose(ctx, &row) {
        Ok(mail) => hand_over(ctx, &mail).await,
        Err(error) => Err(Trouble::Final(error)),
    };
    let mut tx = ctx.write_quietly(PUBLIC).await?;
    let result = match outcome {
        Ok(()) => store::sent(&mut tx, id).await.map(|()| Ok(()))?,
        Err(Trouble::Final(error)) => store::failed(&mut tx, id, &words_of(&error)).await.map(|()| Ok(()))?,
        Err(Trouble::Passing(error)) if row.tries + 1 >= MOST_TRIES => {
            store::failed(&mut tx, id, &words_of(&error)).await.map(|()| Ok(()))?
        }
        Err(Trouble::Passing(error)) => {
            store::delayed(&mut tx, id, &words_of(&error)).await.map(|()| Err(error))?
        }
    };
    tx.commit().await?;
    result
}

/// Whether the reader of a letter asked for no more of its kind while it waited.
async fn is_unwanted(ctx: &Ctx, tx: &mut Tx, row: &store::Waiting) -> Result<bool> {
    match row.reader {
        Some(who) => tx.said_no(who, &row.purpose, ctx.today()).await,
        None => Ok(false),
    }
}

/// Issues the ticket of a mail that leaves now.
async fn issue(ctx: &Ctx, entry: &Entry) -> Result<String> {
    let mut tx = ctx.write_quietly(PUBLIC).await?;
    let secret = tx.issue_ticket(&entry.purpose, &entry.about, entry.seconds).await?;
    tx.commit().await?;
    Ok(secret)
}

async fn hand_over(ctx: &Ctx, mail: &compose::Ready) -> Result<(), Trouble> {
    match &ctx.app.settings.mail {
        MailRoute::Smtp(url) => {
            let server = smtp::Server::parse(url).map_err(Trouble::Passing)?;
            smtp::hand_over(&server, ctx.app.mail_patience, mail).await
        }
        MailRoute::Folder => {
            let path = ctx.app.settings.data.join("mail").join(&mail.file_name);
            keep(path, mail.bytes.clone()).await.map_err(Trouble::Passing)
        }
    }
}

/// Whether `url` reads as the address of a mail server: `smtp[s]://[user:secret@]host[:port]`, user and secret
/// percent-encoded. `smtp` demands TLS after the greeting, but on this machine or with `?tls=none`.
pub fn is_server(url: &str) -> bool {
    smtp::Server::parse(url).is_ok()
}

/// Whether mail could leave by this server now: it is greeted, and lets us in. `origin` is where visitors find us.
///
/// # Errors
/// A failure with the reason.
pub async fn greet(url: &str, origin: &str, patience: Duration) -> Result<()> {
    smtp::greet(&smtp::Server::parse(url)?, patience, &compose::host_of(origin)).await
}

/// Mail of a partnership ends a year after it was written.
pub(crate) const RETENTION: Retention = Retention {
    key: "retention-mail",
    class: Class::Personal,
    due: |_, tx, on| {
        Box::pin(async move {
            let select = "SELECT id, recipient, made_at FROM mail WHERE partnership_id = $1 AND made_at < $2 ORDER BY made_at, id";
            retention::rows_due(tx, (select, on.plus_seconds(-KEEP_SECONDS)), |to: String| to).await
        })
    },
    erase: |ctx, due| {
        Box::pin(async move {
            retention::delete_rows(ctx, "DELETE FROM mail WHERE partnership_id = $1 AND id = $2", due).await
        })
    },
};

/// So does mail of the installation: links to sign in.
pub(crate) const SWEEP: Sweep = Sweep {
    key: "sweep-mail",
    class: Class::Personal,
    over: "FROM mail WHERE partnership_id IS NULL AND made_at < $1",
    keep_seconds: KEEP_SECONDS,
};

/// The jobs of mail.
pub(crate) fn kinds() -> Vec<JobKind> {
    vec![
        JobKind::when_enqueued(SEND, |ctx, about| {
            Box::pin(async move { deliver(ctx, serde_json::from_value(about.clone())?).await })
        }),
        JobKind::every("mail.sweep", 86_400, |ctx, _| {
            Box::pin(async move { retention::run(ctx, RETENTION).await.map(drop) })
        }),
        JobKind::every_installation("mail.sweep-installation", 86_400, |ctx, _| {
            Box::pin(async move { retention::sweep(ctx, &[SWEEP]).await.map(drop) })
        }),
    ]
}
