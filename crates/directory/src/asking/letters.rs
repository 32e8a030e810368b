//! Whom one can ask about what: the organizations with records that are to be looked at, and who reads for each.

use super::mails::{Asking, count, send};
use crate::{
    ServiceId,
    rules::{facts::Status, letters::is_to_be_asked},
    store::{
        letter_readers::{NewReader, save_readers},
        letters::{Letter, letters_waiting, save_letter},
        services::{Service, every_service},
    },
};
use jiff::civil::Date;
use partners::{Ask, Load, Organization, OrganizationId, Reader, Way, Whose};
use platform::{ctx::Ctx, db::Tx, errors::Result};
use std::collections::BTreeMap;

/// An organization that can be asked.
pub(crate) struct Askable {
    pub(crate) of: Organization,
    /// The records that are to be looked at, by name.
    pub(crate) services: Vec<Service>,
    /// Who gets the letter.
    pub(crate) readers: Vec<NewReader>,
    /// What waits to go out to it and goes along.
    pub(crate) also: Vec<Ask>,
    /// How much was asked of it lately.
    pub(crate) load: Load,
    /// The letter that waits.
    pub(crate) letter: Option<Letter>,
}

impl Askable {
    /// What its letter says.
    pub(crate) fn asking<'a>(&'a self, services: &'a [&'a Service], until_on: Date) -> Asking<'a> {
        Asking { organization: &self.of.name, services, until_on, also: &self.also }
    }

    /// Sends its letter: kept, sent to each reader, counted once, with what waited.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn send(&self, ctx: &Ctx, tx: &mut Tx, until_on: Date) -> Result<()> {
        let ids: Vec<ServiceId> = self.services.iter().map(|one| one.id).collect();
        let letter = save_letter(tx, self.letter.as_ref(), (self.of.id, until_on), &ids).await?;
        let readers = save_readers(tx, letter, &self.readers).await?;
        let services: Vec<&Service> = self.services.iter().collect();
        let asking = self.asking(&services, until_on);
        for (id, to) in readers.into_iter().zip(&self.readers) {
            send(ctx, tx, (id, to, self.of.id), &asking).await?;
        }
        partners::asks_carried(tx, &self.also).await?;
        partners::in_touch(ctx, tx, Whose::Organization(self.of.id), Way::Letter).await?;
        count(ctx, tx, (letter, until_on), self.of.id).await?;
        tx.audit("service-letter.sent", letter, None::<&()>, None::<&()>).await
    }
}

/// Every organization with records that are to be looked at, by name: those that can be asked, and the records of those that cannot.
/// `named` is asked about whenever it was looked at.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn askable(
    ctx: &Ctx,
    tx: &mut Tx,
    named: Option<ServiceId>,
) -> Result<(Vec<Askable>, Vec<Service>)> {
    let today = ctx.today();
    let is_due = |one: &Service| {
        let months = i32::try_from(one.months).unwrap_or(12);
        Some(one.id) == named
            || (one.status != Status::Defunct && is_to_be_asked(one.verified_on, months, today))
    };
    let mut due: BTreeMap<OrganizationId, Vec<Service>> = BTreeMap::new();
    for one in every_service(tx, Reader::Staff).await?.into_iter().filter(is_due) {
        due.entry(one.organization_id).or_default().push(one);
    }
    let waiting = letters_waiting(tx).await?;
    let (mut all, mut unreached) = (Vec::new(), Vec::new());
    for (id, services) in due {
        let Some(of) = partners::organization(tx, Reader::Staff, id).await? else { continue };
        let readers = readers(ctx, tx, &of).await?;
        if readers.is_empty() {
            unreached.extend(services);
            continue;
        }
        let (load, _) = partners::load_of(ctx, tx, id).await?;
        let also = partners::asks_waiting(tx, id).await?;
        let letter = waiting.iter().find(|one| one.organization_id == id).cloned();
        all.push(Askable { of, services, readers, also, load, letter });
    }
    let say = ctx.say();
    all.sort_by(|one, other| {
        say.order(one.of.name.plain(ctx.lang), other.of.name.plain(ctx.lang))
            .then(one.of.id.cmp(&other.of.id))
    });
    Ok((all, unreached))
}

async fn readers(ctx: &Ctx, tx: &mut Tx, of: &Organization) -> Result<Vec<NewReader>> {
    let all = partners::mailboxes(ctx, tx, of).await?;
    let one = |mailbox: partners::Mailbox| {
        let person = (mailbox.who != of.id.0).then_some(partners::PersonId(mailbox.who));
        let name = if person.is_some() { mailbox.name } else { of.name.plain(mailbox.lang).to_owned() };
        NewReader { person, name, email: mailbox.address, lang: mailbox.lang }
    };
    Ok(all.into_iter().map(one).collect())
}
