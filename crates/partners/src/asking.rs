//! Asking organizations for something: counted, gathered for an hour, sent as one mail to each who is to read it.

use crate::{
    AskId, ContactKind, OrganizationId, PersonId, Reader, can,
    rules::{
        addresses::{MailAt, address},
        asks::{AskState, Bundle, GATHERED, Load, Mailbox, Waiting, bundle, load},
        notes::Way,
        whose::Whose,
    },
    store::{
        asks::{Ask, NewAsk, asks_of, close_ask, insert_ask, note_sent, open_asks_about, with_waiting},
        contacts::{contacts_of_organization, contacts_of_person, reachable_for},
        mail_choices::choices_of,
        notes::in_touch,
        organizations::{Organization, organization},
        people::people_named,
        speakers::{speakers_of, spoken_for_by},
    },
};
use jiff::civil::Date;
use platform::{
    clock::Moment,
    consent::{Basis, ConsentFact, ConsentId, Standing, standing},
    ctx::Ctx,
    db::Tx,
    errors::Result,
    ids::Ref,
    langs::Lang,
    mail::{self, Mail, Recipient},
    manifest::{Fut, JobKind},
    t,
};
use serde_json::Value;
use uuid::Uuid;

/// For what those are written to who speak for a partner: its name in the ledger of consent.
pub const PURPOSE: &str = "partner-requests";

/// Sends what was gathered.
pub(crate) const SEND: JobKind = JobKind::when_enqueued("partners.send-asks", send);
/// Sends what a lost job has left.
pub(crate) const SEND_REST: JobKind = JobKind::every("partners.send-rest", 86_400, send_rest);

/// Asks an organization for something: it counts at once, and goes out within an hour, together with everything else that is
/// asked of the organization until then. For every room.
///
/// # Errors
/// A constraint when there is no such organization.
pub async fn ask(ctx: &Ctx, tx: &mut Tx, new: &NewAsk) -> Result<AskId> {
    let id = insert_ask(ctx, tx, new, (AskState::Open, false)).await?;
    tx.enqueue(SEND.kind, new.organization, tx.now().plus_seconds(GATHERED)).await?;
    Ok(id)
}

/// Counts something that a room has asked of an organization by a letter of its own, which says so itself: nothing goes out for it.
/// It stays open when an answer is hoped for, and is done when none is.
///
/// # Errors
/// A constraint when there is no such organization.
pub async fn count_ask(ctx: &Ctx, tx: &mut Tx, new: &NewAsk, state: AskState) -> Result<AskId> {
    insert_ask(ctx, tx, new, (state, true)).await
}

/// Closes all open asks about something: done, or not wanted any more; gives how many. What has not gone out does not go any more.
///
/// # Errors
/// When the database refuses.
pub async fn close_asks(tx: &mut Tx, about: &Ref, to: AskState) -> Result<usize> {
    let open = open_asks_about(tx, about).await?;
    for one in &open {
        close_ask(tx, one, to).await?;
    }
    Ok(open.len())
}

/// Closes open asks about something that are done by those of `by`; of the others it is asked still. Gives how many it closed.
///
/// # Errors
/// When the database refuses.
pub async fn answer_asks(tx: &mut Tx, about: &Ref, by: &[OrganizationId]) -> Result<usize> {
    let mut open = open_asks_about(tx, about).await?;
    open.retain(|one| by.contains(&one.organization));
    for one in &open {
        close_ask(tx, one, AskState::Done).await?;
    }
    Ok(open.len())
}

/// Closes all open asks about something that is settled: done by those of `by`, not wanted any more of the others.
///
/// # Errors
/// When the database refuses.
pub async fn settle_asks(tx: &mut Tx, about: &Ref, by: &[OrganizationId]) -> Result<()> {
    for one in &open_asks_about(tx, about).await? {
        let is_theirs = by.contains(&one.organization);
        close_ask(tx, one, if is_theirs { AskState::Done } else { AskState::Withdrawn }).await?;
    }
    Ok(())
}

/// How much is asked of an organization, and what is open: to be shown to whoever is about to ask for more.
///
/// # Errors
/// When the database does not answer.
pub async fn load_of(ctx: &Ctx, tx: &mut Tx, organization: OrganizationId) -> Result<(Load, Vec<Ask>)> {
    let mut all = asks_of(tx, organization).await?;
    let days = all.iter().map(|one| (one.state, one.asked_at.day_in(&ctx.zone())));
    let sum = load(days, ctx.today());
    all.retain(|one| one.state == AskState::Open);
    Ok((sum, all))
}

/// What waits to go out to an organization: a letter of another room to the same readers may carry it along, and then says so
/// ([`asks_carried`]), so that they get one message instead of two.
///
/// # Errors
/// When the database does not answer.
pub async fn asks_waiting(tx: &mut Tx, organization: OrganizationId) -> Result<Vec<Ask>> {
    let mut all = asks_of(tx, organization).await?;
    all.retain(|one| one.state == AskState::Open && one.sent_at.is_none());
    all.reverse();
    Ok(all)
}

/// Notes that a letter carried what waited, in the transaction that writes it: it does not go out again by itself.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when one of them has gone out or is not open any more.
pub async fn asks_carried(tx: &mut Tx, carried: &[Ask]) -> Result<()> {
    let ids: Vec<AskId> = carried.iter().map(|one| one.id).collect();
    note_sent(tx, &ids).await
}

/// Who gets what is asked of an organization: those who speak for it today at the address that was chosen for it, there, or of
/// their own; without any of them its own mailbox. Who may not be written to is left out.
///
/// # Errors
/// When the database does not answer.
pub async fn mailboxes(ctx: &Ctx, tx: &mut Tx, of: &Organization) -> Result<Vec<Mailbox>> {
    let today = ctx.today();
    let speakers = speakers_of(tx, Reader::Staff, of.id).await?;
    let now = speakers.iter().filter(|one| one.from_on <= today && one.to_on.is_none_or(|to| to >= today));
    let ids: Vec<PersonId> = now.map(|one| one.person).collect();
    let people = people_named(tx, Reader::Staff, &ids).await?;
    let mut all: Vec<Mailbox> = Vec::new();
    for person in ids.iter().filter_map(|id| people.get(id)) {
        let contacts = contacts_of_person(tx, Reader::Staff, person.id).await?;
        let chosen = choices_of(tx, person.id).await?.into_iter().find(|(purpose, _)| purpose == PURPOSE);
        let mails: Vec<MailAt> = contacts
            .iter()
            .filter(|one| one.kind == ContactKind::Mail)
            .map(|one| (one.id, one.organization))
            .collect();
        let at = address(&mails, chosen.map(|(_, contact)| contact), Some(of.id));
        let Some(at) = contacts.iter().find(|one| Some(one.id) == at) else { continue };
        if may_be_asked(ctx, tx, of, person.id.0).await? && all.iter().all(|one| one.who != person.id.0) {
            let (who, name) = (person.id.0, person.name.clone());
            all.push(Mailbox { who, name, address: at.value.clone(), lang: person.lang });
        }
    }
    if all.is_empty() && may_be_asked(ctx, tx, of, of.id.0).await? {
        let own = contacts_of_organization(tx, Reader::Staff, of.id).await?;
        let own = own.into_iter().find(|one| one.kind == ContactKind::Mail && one.person.is_none());
        let lang = if of.name.get(Lang::En).is_none() { Lang::Fr } else { Lang::En };
        all.extend(own.map(|one| Mailbox { who: of.id.0, name: String::new(), address: one.value, lang }));
    }
    Ok(all)
}

/// Where what is asked of one person goes, who may be written to for herself or for an organization that she speaks for today; and
/// for which of those she speaks. Nowhere when she has no address or may not be written to.
///
/// # Errors
/// When the database does not answer.
pub async fn mailbox_of(
    ctx: &Ctx,
    tx: &mut Tx,
    person: PersonId,
) -> Result<(Option<Mailbox>, Vec<OrganizationId>)> {
    let today = ctx.today();
    let all = spoken_for_by(tx, Reader::Staff, person).await?;
    let now = all.iter().filter(|one| one.from_on <= today && one.to_on.is_none_or(|to| to >= today));
    let ids: Vec<OrganizationId> = now.map(|one| one.organization).collect();
    let mut facts = tx.consent_facts(person.0).await?;
    for id in &ids {
        facts.extend(organization(tx, Reader::Staff, *id).await?.as_ref().and_then(belonging));
    }
    if standing(&facts, PURPOSE, today) != Standing::May {
        return Ok((None, ids));
    }
    let known = reachable_for(tx, &[person], PURPOSE).await?.into_iter().next();
    let mailbox = known
        .and_then(|one| Some(Mailbox { who: one.id.0, name: one.name, address: one.email?, lang: one.lang }));
    Ok((mailbox, ids))
}

/// Whether somebody who speaks for an organization may be written to about its part in the partnership: the organization has
/// belonged since it joined, and counts two years after it left (CASL, s. 10(13)(c)); a no of hers beats that.
async fn may_be_asked(ctx: &Ctx, tx: &mut Tx, of: &Organization, who: Uuid) -> Result<bool> {
    let mut facts = tx.consent_facts(who).await?;
    facts.extend(belonging(of));
    Ok(standing(&facts, PURPOSE, ctx.today()) == Standing::May)
}

/// That an organization belongs, as a fact beside those of the ledger.
fn belonging(of: &Organization) -> Option<ConsentFact> {
    let since: Date = of.joined_on?;
    Some(ConsentFact {
        id: ConsentId(of.id.0),
        purpose: PURPOSE.to_owned(),
        basis: Basis::Membership,
        since: Some(since),
        ended: of.left_on,
        how: "joining".to_owned(),
        wording: String::new(),
        lang: Lang::En,
        evidence: None,
        recorded_at: Moment::from_micros(0),
        recorded_by: String::new(),
    })
}

fn send<'a>(ctx: &'a Ctx, about: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(async move { send_to(ctx, serde_json::from_value(about.clone())?).await })
}

fn send_rest<'a>(ctx: &'a Ctx, _: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        let before = ctx.now().plus_seconds(-GATHERED);
        let mut tx = ctx.read(can::KEEP_NOTES).await?;
        let due = with_waiting(&mut tx, before).await?;
        tx.done().await?;
        for organization in due {
            send_to(ctx, organization).await?;
        }
        Ok(())
    })
}

/// Sends everything that waits for an organization: the mails and the note that they went out are one transaction, so nothing is
/// lost and nothing goes twice.
async fn send_to(ctx: &Ctx, id: OrganizationId) -> Result<()> {
    let mut tx = ctx.write(can::KEEP_NOTES).await?;
    let Some(of) = organization(&mut tx, Reader::Staff, id).await? else { return tx.done().await };
    let mut asks = asks_of(&mut tx, id).await?;
    asks.reverse();
    let waiting: Vec<Waiting> = asks
        .iter()
        .map(|one| Waiting { id: one.id, state: one.state, is_sent: one.sent_at.is_some() })
        .collect();
    let mailboxes = mailboxes(ctx, &mut tx, &of).await?;
    let made = bundle(&waiting, &mailboxes);
    let Some(first) = made.first() else { return tx.done().await };
    note_sent(&mut tx, &first.asks).await?;
    for one in &made {
        let mail = letter(ctx, (&of, &asks), one)?;
        tx.send_letter(mail::Reader { ctx, who: one.to.who, lang: one.to.lang }, mail).await?;
    }
    in_touch(ctx, &mut tx, Whose::Organization(id), Way::Ask).await?;
    tx.commit().await
}

/// The mail with everything that waits, in the language of its reader. It names no page of the workspace: who reads it is a guest.
fn letter(ctx: &Ctx, (of, asks): (&Organization, &[Ask]), one: &Bundle) -> Result<Mail> {
    let lang = one.to.lang;
    let say = ctx.say().in_lang(lang);
    let partnership =
        ctx.partnership.as_ref().map(|here| here.name.plain(lang).to_owned()).unwrap_or_default();
    let lines: Vec<String> =
        asks.iter().filter(|ask| one.asks.contains(&ask.id)).map(|ask| line(ctx, ask, lang)).collect();
    let (name, organization) = (one.to.name.clone(), of.name.plain(lang));
    let hello = if name.is_empty() {
        t!(say, "ask-mail-hello-all", organization = organization)
    } else {
        t!(say, "ask-mail-hello", name = name)
    };
    let about = t!(
        say,
        "ask-mail-about",
        n = lines.len(),
        organization = organization,
        partnership = partnership.as_str()
    );
    let end = t!(say, "ask-mail-end", partnership = partnership.as_str());
    Ok(Mail {
        to: Recipient::parse(&one.to.address)?,
        lang,
        subject: t!(say, "ask-mail-subject", n = lines.len(), partnership = partnership.as_str()).into(),
        body: format!("{hello}\n\n{about}\n\n{}\n\n{end}\n", lines.join("\n\n")),
        purpose: PURPOSE,
        unsubscribe: None,
    })
}

/// What is asked, as a line of a letter in a language, with the day until which it is.
pub fn line(ctx: &Ctx, ask: &Ask, lang: Lang) -> String {
    let say = ctx.say().in_lang(lang);
    let what = ask.what.plain(lang);
    match ask.until_on {
        Some(day) => t!(say, "ask-mail-line-until", what = what, day = say.day(day)),
        None => t!(say, "ask-mail-line", what = what),
    }
}
