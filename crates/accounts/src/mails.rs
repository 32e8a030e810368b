//! The letters of this room, in the language of who reads them.

use crate::{Account, rules::Spent, store};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, Result},
    ids::AccountId,
    langs::Lang,
    mail::{Entry, Mail, Recipient, SECRET},
    t,
};
use serde::{Deserialize, Serialize};

/// The purpose of tickets in sign-in mails.
pub(crate) const LINK: &str = "accounts.sign-in";
/// The purpose of tickets behind which waits what another house has told, until the code is typed.
pub(crate) const TOLD_ELSEWHERE: &str = "accounts.told-elsewhere";
/// The purpose of tickets that say that what a browser brought from another house is exchanged.
pub(crate) const EXCHANGED: &str = "accounts.exchanged-elsewhere";
/// The purpose of tickets that say why whoever came with that is not let in.
pub(crate) const ENDED_ELSEWHERE: &str = "accounts.ended-elsewhere";
/// The purpose of tickets in invitations.
pub(crate) const INVITATION: &str = "accounts.invitation";

/// What the daily mail is sent for: a purpose of the ledger of consent, where the account stands for its person.
pub(crate) const DAILY: &str = "daily";

/// What a link in a sign-in mail is about.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct LinkTicket {
    /// Whom it signs in.
    pub(crate) account: AccountId,
    /// The page she wanted; empty when none.
    pub(crate) to: String,
    /// As whom another house has just told her, sealed; empty when she asked for a link.
    #[serde(default)]
    pub(crate) identity: String,
}

/// What a link in an invitation is about.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct InvitationTicket {
    /// Who is invited.
    pub(crate) account: AccountId,
}

/// Who gets a letter, and in which language.
pub(crate) struct Reader<'a> {
    pub(crate) account: AccountId,
    pub(crate) mail: &'a str,
    pub(crate) name: &'a str,
    pub(crate) lang: Lang,
}

impl Reader<'_> {
    fn recipient(&self) -> Result<Recipient> {
        Recipient::parse(self.mail).map_err(|_| Error::failed("an account whose address mail cannot reach"))
    }
}

/// Sends the link that signs in, in a transaction of the installation. The partnership of `ctx` says at whose host.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn send_link(ctx: &Ctx, tx: &mut Tx, reader: &Reader<'_>, to: &str) -> Result<()> {
    let ticket = LinkTicket { account: reader.account, to: to.to_owned(), identity: String::new() };
    let entry = Entry::new(LINK, ticket, crate::rules::LINK_SECONDS)?;
    let link = format!("{}/sign-in/link/{SECRET}", ctx.origin());
    let say = ctx.app.words.say(reader.lang);
    let mail = Mail {
        to: reader.recipient()?,
        lang: reader.lang,
        subject: t!(say, "mail-link-subject").into(),
        body: t!(say, "mail-link-body", name = reader.name, link = link),
        purpose: "sign-in",
        unsubscribe: None,
    };
    tx.send_mail_with(mail, entry).await.map(drop)
}

/// What changed about how an account signs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Changed<'a> {
    /// A password was set or changed.
    PasswordSet,
    /// The password was removed.
    PasswordRemoved,
    /// From here on the account asks for a code, but from its passkeys.
    SecondFactorOn {
        /// How many it has.
        passkeys: usize,
    },
    /// It asks for none any more.
    SecondFactorOff,
    /// Whoever runs the installation took the second factor away, and the passkeys with it.
    TakenAway {
        /// How many.
        passkeys: usize,
    },
    /// Somebody came in by a recovery code.
    RecoveryUsed,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyRemoved,
    /// A passkey signed that has signed as often before.
    PasskeyCopied,
    /// From here on another house signs the account in.
    IdentityAdded {
        /// Its name.
        house: &'a str,
    },
    /// It does so no more.
    IdentityRemoved {
        /// Its name.
        house: &'a str,
    },
    /// So many codes were tried that none is taken today.
    CodesClosed,
}

/// Tells an account's owner that how she signs in has changed, in a transaction of the installation: if it was not she, she
/// learns of it.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn send_notice(
    ctx: &Ctx,
    tx: &mut Tx,
    account: &Account,
    changed: Changed<'_>,
) -> Result<()> {
    let reader = Reader { account: account.id, mail: &account.mail, name: &account.name, lang: account.lang };
    let say = ctx.app.words.say(reader.lang);
    let what = match changed {
        Changed::PasswordSet => t!(say, "mail-changed-password-set"),
        Changed::PasswordRemoved => t!(say, "mail-changed-password-removed"),
        Changed::SecondFactorOn { passkeys: 0 } => t!(say, "mail-changed-second-factor-on"),
        Changed::SecondFactorOn { passkeys } => {
            format!(
                "{} {}",
                t!(say, "mail-changed-second-factor-on"),
                t!(say, "second-factor-passkeys", n = passkeys)
            )
        }
        Changed::SecondFactorOff => t!(say, "mail-changed-second-factor-off"),
        Changed::TakenAway { passkeys } => t!(say, "mail-changed-taken-away", n = passkeys),
        Changed::RecoveryUsed => t!(say, "mail-changed-recovery-used"),
        Changed::PasskeyAdded => t!(say, "mail-changed-passkey-added"),
        Changed::PasskeyRemoved => t!(say, "mail-changed-passkey-removed"),
        Changed::PasskeyCopied => t!(say, "mail-changed-passkey-copied"),
        Changed::IdentityAdded { house } => t!(say, "mail-changed-identity-added", house = house),
        Changed::IdentityRemoved { house } => t!(say, "mail-changed-identity-removed", house = house),
        Changed::CodesClosed => t!(say, "mail-changed-codes-closed"),
    };
    let at = say.moment(ctx.now(), &ctx.zone());
    let home = Ctx { partnership: ctx.host_of.clone(), ..ctx.clone() };
    let link = format!("{}/sign-in/devices", home.origin());
    let mail = Mail {
        to: reader.recipient()?,
        lang: reader.lang,
        subject: t!(say, "mail-changed-subject").into(),
        body: t!(say, "mail-changed-body", name = reader.name, what = what, at = at, link = link),
        purpose: "sign-in",
        unsubscribe: None,
    };
    tx.send_mail(mail).await.map(drop)
}

/// Tells an account's owner when somebody came in by a recovery code.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn tell_if_recovered(
    ctx: &Ctx,
    tx: &mut Tx,
    account: AccountId,
    spent: Option<&Spent>,
) -> Result<()> {
    let recovered = matches!(spent, Some(Spent::Recovery(_)));
    match store::account_by_id(tx, account).await?.filter(|_| recovered) {
        Some(account) => send_notice(ctx, tx, &account, Changed::RecoveryUsed).await,
        None => Ok(()),
    }
}

/// Sends an invitation, in a transaction of the partnership that invites.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn send_invitation(ctx: &Ctx, tx: &mut Tx, reader: &Reader<'_>) -> Result<()> {
    let ticket = InvitationTicket { account: reader.account };
    let entry = Entry::new(INVITATION, ticket, crate::rules::INVITATION_SECONDS)?;
    let partnership = ctx.partnership()?;
    let link = ctx.web_url(&format!("/{}/invitation/{SECRET}", reader.lang));
    let say = ctx.app.words.say(reader.lang);
    let name = partnership.name.plain(reader.lang);
    let mail = Mail {
        to: reader.recipient()?,
        lang: reader.lang,
        subject: t!(say, "mail-invitation-subject", partnership = name).into(),
        body: t!(say, "mail-invitation-body", name = reader.name, partnership = name, link = link),
        purpose: "invitation",
        unsubscribe: None,
    };
    tx.send_mail_with(mail, entry).await.map(drop)
}
