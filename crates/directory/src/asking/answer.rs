//! Saying by the link of a letter that nothing has changed, in one tap, or correcting in place; without an account. Opening the link
//! changes nothing. Each service is answered once; when all are, the link is used up.
//!
//! What is corrected so stands in the record at once and is not held up for review: the letter went to those who speak for the
//! organization, at an address that stands in its own record, and such a link is what signs people in as well. They know their own
//! hours better than anybody here. History keeps what stood there before; what they add in words goes to the staff.

use super::{
    correcting,
    mails::{CONFIRM, ConfirmTicket},
};
use crate::{
    ServiceId,
    public::facts::facts_of,
    rules::{
        differences::Fields,
        facts::{Facts, Status},
        letters::LetterState,
        suggestions::SuggestionKind,
    },
    store::{
        checks::{Found, NewCheck, Way, add_check},
        letter_readers::{LetterReader, find_reader},
        letters::{Asked, Letter, find_letter, save_answer, services_asked},
        locations::{Location, locations_of},
        services::{Service, find_service, update_service},
        suggestions::{NewSuggestion, Wishes, add_suggestion},
    },
    words,
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::{AskState, ContactKind, Reader};
use platform::{
    ctx::{Ctx, PUBLIC},
    db::Tx,
    errors::{Complaints, Result},
    html::{Head, field, form, named, notice, page, paragraphs, reach},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    ids::Ref,
    t,
    text::{PROSE, prose},
    tickets::{self, knock},
};
use serde::Deserialize;

/// Where the page stands below a language.
pub(crate) const PATH: &str = "/your-services";

/// The part of an address that names a ticket.
#[derive(Debug, Deserialize)]
pub(crate) struct AtTicket {
    ticket: String,
}

/// The part of an address that names a ticket and one of its services.
#[derive(Debug, Deserialize)]
pub(crate) struct AtTicketService {
    ticket: String,
    #[serde(deserialize_with = "platform::ids::plainly_spelled")]
    service: uuid::Uuid,
}

/// One service of a letter, as it stands.
pub(crate) struct Row {
    pub(crate) asked: Asked,
    pub(crate) service: Service,
    pub(crate) locations: Vec<Location>,
}

/// What a link leads to.
pub(crate) struct Behind {
    pub(crate) letter: Letter,
    pub(crate) reader: LetterReader,
    pub(crate) rows: Vec<Row>,
}

impl Behind {
    fn open(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|one| one.asked.answered_at.is_none())
    }

    fn is_open(&self, now: platform::clock::Moment) -> bool {
        self.letter.sent().state(now) == LetterState::Waiting
    }
}

/// How it stands with a link.
enum Link {
    /// Something is to be answered.
    Open(Box<Behind>),
    /// All was answered.
    Answered,
    /// It opens nothing: it ended, was taken back, went to an address that is no longer theirs, or never was.
    Gone,
}

async fn link(ctx: &Ctx, tx: &mut Tx, ticket: &str) -> Result<Link> {
    let about = match tx.find_ticket::<ConfirmTicket>(CONFIRM, ticket).await? {
        tickets::Found::Good(about) => about,
        tickets::Found::Used(_) => return Ok(Link::Answered),
        tickets::Found::Gone => return Ok(Link::Gone),
    };
    let Some(reader) = find_reader(tx, about.reader).await? else { return Ok(Link::Gone) };
    let Some(letter) = find_letter(tx, reader.letter_id).await? else { return Ok(Link::Gone) };
    match letter.sent().state(ctx.now()) {
        LetterState::Answered => return Ok(Link::Answered),
        LetterState::Ended | LetterState::Cancelled => return Ok(Link::Gone),
        LetterState::Waiting => {}
    }
    if !still_reads(ctx, tx, &letter, &reader).await? {
        return Ok(Link::Gone);
    }
    let mut rows = Vec::new();
    for asked in services_asked(tx, letter.id).await? {
        let Some(service) = find_service(tx, Reader::Staff, asked.service_id).await? else { continue };
        if service.organization_id != letter.organization_id {
            continue;
        }
        // Whoever was sent the link may have passed it on: of a shelter it says no more than the public page.
        let locations = locations_of(tx, Reader::Public, asked.service_id).await?;
        rows.push(Row { asked, service, locations });
    }
    Ok(Link::Open(Box::new(Behind { letter, reader, rows })))
}

/// Whether the address to which the link went is still the reader's, and she still speaks for the organization.
async fn still_reads(ctx: &Ctx, tx: &mut Tx, letter: &Letter, reader: &LetterReader) -> Result<bool> {
    let today = ctx.today();
    let contacts = match reader.person_id {
        Some(person) => {
            let all = partners::spoken_for_by(tx, Reader::Staff, person).await?;
            let speaks = all.iter().any(|one| {
                one.organization == letter.organization_id && one.to_on.is_none_or(|last| today <= last)
            });
            if !speaks {
                return Ok(false);
            }
            partners::contacts_of_person(tx, Reader::Staff, person).await?
        }
        None => partners::contacts_of_organization(tx, Reader::Staff, letter.organization_id).await?,
    };
    Ok(contacts
        .iter()
        .any(|one| one.kind == ContactKind::Mail && one.value.eq_ignore_ascii_case(&reader.email)))
}

/// `GET /{p}/{lang}/your-services/{ticket}`: the records in facts.
pub(crate) async fn open(ctx: Ctx, Path(at): Path<AtTicket>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let found = link(&ctx, &mut tx, &at.ticket).await?;
    tx.done().await?;
    match found {
        Link::Open(behind) => html(view(&ctx, &at.ticket, &behind, false)),
        Link::Answered => html(answered_view(&ctx)),
        Link::Gone => gone(&ctx),
    }
}

/// `POST /{p}/{lang}/your-services/{ticket}`: nothing has changed, in one service or in all that are left.
pub(crate) async fn unchanged(ctx: Ctx, Path(at): Path<AtTicket>, Form(sent): Form<Pairs>) -> Answer {
    let tickets::Found::Good(_) = knock::<ConfirmTicket>(&ctx, CONFIRM, &at.ticket).await? else {
        return gone(&ctx);
    };
    let mut tx = ctx.write(PUBLIC).await?;
    let Link::Open(behind) = link(&ctx, &mut tx, &at.ticket).await? else { return gone(&ctx) };
    let is_meant =
        |one: &&Row| sent.get("service").is_empty() || sent.get("service") == one.service.id.to_string();
    let meant: Vec<&Row> = behind.open().filter(is_meant).collect();
    if meant.iter().any(|one| sent.get(&seen(one.service.id)) != one.service.version.to_string()) {
        drop(tx);
        return page_with(StatusCode::CONFLICT, view(&ctx, &at.ticket, &behind, true));
    }
    for one in meant {
        let who = behind.reader.name.clone();
        let new = NewCheck { who, ..NewCheck::new(ctx.today(), Way::Link, Found::Unchanged) };
        keep(&mut tx, (&at.ticket, &behind.letter), &one.service, &new).await?;
    }
    see_other(&tx.commit_to(&ctx.public_url(&format!("{PATH}/{}", at.ticket))).await?)
}

/// Keeps one answer as a look at the record; with the last of them the link is used up and nothing is asked any more.
async fn keep(tx: &mut Tx, (ticket, letter): (&str, &Letter), of: &Service, new: &NewCheck) -> Result<()> {
    add_check(tx, of, new).await?;
    let after = serde_json::json!({ "found": new.found, "way": new.way, "checked_on": new.checked_on });
    tx.audit("service.checked", of.id, None::<&()>, Some(&after)).await?;
    if !save_answer(tx, (letter.id, of.id), new.found).await? {
        tx.use_ticket::<ConfirmTicket>(CONFIRM, ticket).await?;
        partners::close_asks(tx, &Ref::from(letter.id), AskState::Done).await?;
        tx.audit("service-letter.answered", letter.id, None::<&()>, None::<&()>).await?;
    }
    Ok(())
}

/// One record on its way to be corrected.
pub(crate) struct CorrectPage<'a> {
    pub(crate) ticket: &'a str,
    pub(crate) row: &'a Row,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
    /// Whether the record has changed since the form was opened.
    pub(crate) is_older: bool,
}

fn one_of(behind: &Behind, id: uuid::Uuid) -> Option<&Row> {
    behind.open().find(|one| one.service.id == ServiceId(id))
}

/// `GET /{p}/{lang}/your-services/{ticket}/{service}`: the form with what stands there.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtTicketService>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let found = link(&ctx, &mut tx, &at.ticket).await?;
    tx.done().await?;
    let behind = match found {
        Link::Open(behind) => behind,
        Link::Answered => return html(answered_view(&ctx)),
        Link::Gone => return gone(&ctx),
    };
    let Some(row) = one_of(&behind, at.service) else { return gone(&ctx) };
    let (sent, complaints) = (correcting::present(&ctx, &row.service), Complaints::default());
    let sent = sent.with("version", row.service.version);
    let shown =
        CorrectPage { ticket: &at.ticket, row, sent: &sent, complaints: &complaints, is_older: false };
    html(correct_view(&ctx, &shown))
}

/// `POST /{p}/{lang}/your-services/{ticket}/{service}`: what she corrects stands in the record.
pub(crate) async fn correct(ctx: Ctx, Path(at): Path<AtTicketService>, Form(sent): Form<Pairs>) -> Answer {
    let tickets::Found::Good(_) = knock::<ConfirmTicket>(&ctx, CONFIRM, &at.ticket).await? else {
        return gone(&ctx);
    };
    let mut tx = ctx.write(PUBLIC).await?;
    let Link::Open(behind) = link(&ctx, &mut tx, &at.ticket).await? else { return gone(&ctx) };
    let Some(row) = one_of(&behind, at.service) else { return gone(&ctx) };
    let again = |complaints: &Complaints, is_older| {
        let sent = &sent.clone().with("version", row.service.version);
        correct_view(&ctx, &CorrectPage { ticket: &at.ticket, row, sent, complaints, is_older })
    };
    if sent.version() != row.service.version {
        return page_with(StatusCode::CONFLICT, again(&Complaints::default(), true));
    }
    match read(&ctx, &row.service, &sent) {
        Ok(said) => {
            store(&ctx, &mut tx, (&at.ticket, &behind), &row.service, said).await?;
            see_other(&tx.commit_to(&ctx.public_url(&format!("{PATH}/{}", at.ticket))).await?)
        }
        Err(complaints) => page_with(StatusCode::UNPROCESSABLE_ENTITY, again(&complaints, false)),
    }
}

/// What she says: the facts as they should be, none when they are so already, and what she adds.
struct Said {
    facts: Option<(Status, Facts)>,
    note: String,
}

fn read(ctx: &Ctx, of: &Service, sent: &Pairs) -> std::result::Result<Said, Complaints> {
    let all = correcting::differs(ctx, of, sent);
    let fields: Fields = all.into_iter().map(|one| (one.field, one.now)).collect();
    let mut complaints = Complaints::default();
    let typed = sent.get("note");
    let note = if typed.is_empty() { Ok(String::new()) } else { prose(typed, PROSE) };
    let note = complaints.take("note", note).unwrap_or_default();
    match correcting::corrected(ctx, of, &fields) {
        Ok(facts) if complaints.is_empty() => {
            let is_same = facts.0 == of.status && facts.1 == of.facts.0;
            Ok(Said { facts: (!is_same).then_some(facts), note })
        }
        Ok(_) => Err(complaints),
        Err(mut more) => {
            more.0.extend(complaints.0);
            Err(more)
        }
    }
}

async fn store(
    ctx: &Ctx,
    tx: &mut Tx,
    (ticket, behind): (&str, &Behind),
    before: &Service,
    said: Said,
) -> Result<()> {
    let found = if said.facts.is_some() { Found::Corrected } else { Found::Unchanged };
    if let Some((status, facts)) = said.facts {
        let ids: Vec<_> =
            locations_of(tx, Reader::Staff, before.id).await?.iter().map(|one| one.id).collect();
        let old = before.facts(&ids);
        let new = crate::ServiceFacts { status, facts, ..old.clone() };
        update_service(tx, before, &new).await?;
        tx.audit("service.corrected", before.id, Some(&old), Some(&new)).await?;
    }
    let Some(of) = find_service(tx, Reader::Staff, before.id).await? else { return Ok(()) };
    if !said.note.is_empty() {
        let (kind, service, note) = (SuggestionKind::Correction, Some(before.id), said.note.clone());
        let (wishes, lang, email) = (Wishes::default(), ctx.lang, String::new());
        add_suggestion(tx, &NewSuggestion { kind, service, wishes, note, lang, email }).await?;
    }
    let (who, waits) = (behind.reader.name.clone(), !said.note.is_empty());
    let new = NewCheck { who, waits, note: said.note, ..NewCheck::new(ctx.today(), Way::Link, found) };
    keep(tx, (ticket, &behind.letter), &of, &new).await
}

/// The name of the field that says which version of a record was seen.
fn seen(of: ServiceId) -> String {
    format!("seen_{of}")
}

/// The page behind the link: each record in facts, and one tap.
pub(crate) fn view(ctx: &Ctx, ticket: &str, of: &Behind, is_older: bool) -> Markup {
    let say = ctx.say();
    let here = ctx.public_url(&format!("{PATH}/{ticket}"));
    let left: Vec<&Row> = of.open().collect();
    let is_open = of.is_open(ctx.now());
    let body = markup! {
        p.lead { (named(ctx, &of.letter.organization)) }
        @if is_older { (notice(markup! { p { (t!(say, "your-services-older")) } })) }
        p { (t!(say, "your-services-lead", day = of.letter.until_on)) }
        @if left.is_empty() { p { (t!(say, "your-services-nothing-left")) } }
        @if is_open && left.len() > 1 {
            (form(ctx, here.as_str()).show(&t!(say, "your-services-unchanged-all", n = left.len()), markup! {
                @for one in &left { input type="hidden" name=(seen(one.service.id)) value=(one.service.version); }
            }))
        }
        @for one in &of.rows { (row(ctx, &here, one)) }
        p.small.quiet { (t!(say, "your-services-kept")) }
        (reach(ctx))
    };
    page(ctx, &Head::new(t!(say, "your-services-title")), body)
}

/// One record, and what can be said of it.
fn row(ctx: &Ctx, here: &str, of: &Row) -> Markup {
    let (say, id) = (ctx.say(), of.service.id.to_string());
    let version = of.service.version.to_string();
    let field = seen(of.service.id);
    markup! { section id={ "s-" (id) } {
        h2 { (named(ctx, &of.service.name)) }
        (paragraphs(ctx, &of.service.about))
        (facts_of(ctx, &of.service, &of.locations))
        p { (t!(say, "form-about-field", label = t!(say, "service-needs"))) " " (say.list(&of.service.needs.all().map(|need| words::need(ctx, need)).collect::<Vec<_>>())) }
        @match of.asked.found {
            Some(found) => p { b { (t!(say, "your-services-said")) } " " (words::found(ctx, found)) },
            None => {
                (form(ctx, here).show(&t!(say, "your-services-unchanged"), markup! {
                    input type="hidden" name="service" value=(id);
                    input type="hidden" name=(field) value=(version);
                }))
                p { a.btn.plain href={ (here) "/" (id) } { (t!(say, "your-services-correct")) } }
            },
        }
    } }
}

/// The form that corrects one record.
pub(crate) fn correct_view(ctx: &Ctx, of: &CorrectPage<'_>) -> Markup {
    let (say, id) = (ctx.say(), of.row.service.id);
    let back = ctx.public_url(&format!("{PATH}/{}", of.ticket));
    let form = form(ctx, format!("{back}/{id}")).complaints(of.complaints).cancel(back.as_str());
    let inside = markup! {
        (correcting::fields(ctx, &form, of.sent))
        (form.prose(field("note", t!(say, "your-services-note")).hint(t!(say, "your-services-note-hint")).value(of.sent.get("note")).rows(3).optional()))
        (form.hidden("version", of.sent.get("version")))
    };
    let body = markup! {
        @if of.is_older {
            (notice(markup! { p { (t!(say, "your-services-older")) } }))
            (facts_of(ctx, &of.row.service, &of.row.locations))
        }
        p { (t!(say, "your-services-correct-lead")) }
        (form.show(&t!(say, "your-services-send"), inside))
    };
    page(ctx, &Head::of(ctx, &of.row.service.name).under(t!(say, "your-services-title"), back), body)
}

/// Thanks: all was answered.
pub(crate) fn answered_view(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let body = markup! { p { (t!(say, "your-services-answered")) } (reach(ctx)) };
    page(ctx, &Head::new(t!(say, "your-services-answered-title")), body)
}

fn gone(ctx: &Ctx) -> Answer {
    page_with(StatusCode::GONE, gone_view(ctx))
}

/// The link opens nothing: whom to write to instead.
pub(crate) fn gone_view(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let body = markup! { p { (t!(say, "your-services-gone")) } (reach(ctx)) };
    page(ctx, &Head::new(t!(say, "your-services-gone-title")), body)
}
