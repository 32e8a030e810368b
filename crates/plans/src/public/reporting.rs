//! Saying how far one's own lines are by the link of a letter, without an account. Opening the link changes nothing; its form may be
//! sent again until the link ends.

use super::PATH;
use crate::{
    NodeId,
    facade::report_state,
    mails::{REPORT, ReportTicket},
    pages::{
        asking_view::last_said,
        pieces::{state_word, when},
    },
    rules::{
        asking::AskingRefusal,
        periods::Years,
        states::{self, State},
    },
    store::{
        frameworks::find_in_force,
        letters::{Letter, find_letter, lines_still_hers, update_answered},
        lines::{Line, lines_among},
        saying::Reported,
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::{AskState, OrganizationId, PersonId, Reader};
use platform::{
    ctx::{Ctx, PUBLIC},
    db::Tx,
    errors::{Complaints, FieldRefusal, Result},
    html::{Choice, FormHtml, Head, acts, choice, field, form, page, reach, shown},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    t,
    text::{NAME, PROSE, Text, line, prose},
    tickets::{Found, knock},
};
use serde::Deserialize;

/// The part of an address that names a ticket.
#[derive(Debug, Deserialize)]
pub(crate) struct AtTicket {
    ticket: String,
}

/// What a good link leads to.
pub(crate) struct Behind {
    pub(crate) letter: Letter,
    /// The lines that are still hers, by code.
    pub(crate) lines: Vec<Line>,
    pub(crate) years: Option<Years>,
}

/// The form behind a link.
pub(crate) struct ReportingPage<'a> {
    pub(crate) ticket: &'a str,
    pub(crate) behind: &'a Behind,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

/// `GET /{p}/{lang}/our-plan/reporting/{ticket}`: her lines and the form.
pub(crate) async fn open(ctx: Ctx, Path(at): Path<AtTicket>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let found = found(&ctx, &mut tx, &at.ticket).await?;
    tx.done().await?;
    let Some(behind) = found else { return gone(&ctx) };
    let (sent, complaints) = (Pairs::default(), Complaints::default());
    html(view(
        &ctx,
        &ReportingPage { ticket: &at.ticket, behind: &behind, sent: &sent, complaints: &complaints },
    ))
}

/// What a ticket leads to, when it is one of ours and its letter holds.
async fn found(ctx: &Ctx, tx: &mut Tx, ticket: &str) -> Result<Option<Behind>> {
    match tx.find_ticket::<ReportTicket>(REPORT, ticket).await? {
        Found::Good(about) => behind(ctx, tx, about).await,
        Found::Used(_) | Found::Gone => Ok(None),
    }
}

async fn behind(ctx: &Ctx, tx: &mut Tx, about: ReportTicket) -> Result<Option<Behind>> {
    let letter = find_letter(tx, about.letter).await?.filter(|one| one.sent().holds(ctx.now()));
    let Some(letter) = letter else { return Ok(None) };
    let is_kept = match (letter.person_id, letter.organization_id) {
        (Some(id), _) => partners::person(tx, Reader::Staff, id).await?.is_some(),
        (None, Some(id)) => partners::organization(tx, Reader::Staff, id).await?.is_some(),
        (None, None) => false,
    };
    if !is_kept {
        return Ok(None);
    }
    let speaks_for = match letter.person_id {
        Some(person) => Some(speaks_for(ctx, tx, person).await?),
        None => None,
    };
    let is_hers = |via: Option<OrganizationId>| match (via, &speaks_for) {
        (Some(organization), Some(all)) => all.contains(&organization),
        (None, _) | (_, None) => true,
    };
    let lines = lines_still_hers(tx, letter.id).await?;
    let ids: Vec<NodeId> = lines.into_iter().filter(|(_, via)| is_hers(*via)).map(|(id, _)| id).collect();
    let mut lines = lines_among(tx, &ids).await?;
    lines.sort_by_key(|line| ids.iter().position(|id| *id == line.id));
    let years = find_in_force(tx).await?.map(|framework| framework.years()).transpose()?;
    Ok(Some(Behind { letter, lines, years }))
}

/// For which organizations a person speaks today.
async fn speaks_for(ctx: &Ctx, tx: &mut Tx, person: PersonId) -> Result<Vec<OrganizationId>> {
    let all = partners::spoken_for_by(tx, Reader::Staff, person).await?;
    let today = ctx.today();
    Ok(all
        .into_iter()
        .filter(|one| one.to_on.is_none_or(|last| today <= last))
        .map(|one| one.organization)
        .collect())
}

/// What was said of one line.
struct Told {
    line: NodeId,
    state: State,
    note: Text,
}

/// `POST /{p}/{lang}/our-plan/reporting/{ticket}`: she says how far her lines are.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtTicket>, Form(sent): Form<Pairs>) -> Answer {
    let Found::Good(_) = knock::<ReportTicket>(&ctx, REPORT, &at.ticket).await? else { return gone(&ctx) };
    let mut tx = ctx.write(PUBLIC).await?;
    let Some(behind) = found(&ctx, &mut tx, &at.ticket).await? else { return gone(&ctx) };
    match read(&ctx, &behind, &sent) {
        Ok((by, told)) => {
            keep(&ctx, &mut tx, &behind.letter, (by, told)).await?;
            see_other(&tx.commit_to(&ctx.public_url(&format!("{PATH}/reported/{}", at.ticket))).await?)
        }
        Err(complaints) => {
            drop(tx);
            let again =
                ReportingPage { ticket: &at.ticket, behind: &behind, sent: &sent, complaints: &complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &again))
        }
    }
}

fn field_of(what: &str, line: NodeId) -> String {
    format!("{what}_{line}")
}

/// Who says it, and what of which lines: only what was chosen counts.
fn read(ctx: &Ctx, of: &Behind, sent: &Pairs) -> std::result::Result<(String, Vec<Told>), Complaints> {
    let mut complaints = Complaints::default();
    let mut told = Vec::new();
    let by = match of.letter.person_id {
        Some(_) => of.letter.name.clone(),
        None => complaints.take("by", line(sent.get("by"), NAME)).unwrap_or_default(),
    };
    for own in &of.lines {
        let (state, note) = (field_of("state", own.id), field_of("note", own.id));
        let typed = sent.get(&note);
        let words = if typed.is_empty() { Ok(String::new()) } else { prose(typed, PROSE) };
        let words = complaints.take(note.clone(), words).unwrap_or_default();
        if sent.get(&state).is_empty() {
            if !typed.is_empty() {
                complaints.add(state, FieldRefusal::NotAChoice);
            }
            continue;
        }
        let chosen = State::from_code(sent.get(&state)).ok_or(FieldRefusal::NotAChoice);
        let Some(chosen) = complaints.take(state, chosen) else { continue };
        let judged = states::say(own.kind.is_done_by_somebody(), chosen, !typed.is_empty());
        let Some(state) = complaints.take(note, judged) else { continue };
        let note = Text::default().with(ctx.lang, &words, ctx.today());
        told.push(Told { line: own.id, state, note });
    }
    if told.is_empty() && complaints.is_empty() {
        complaints.add("", AskingRefusal::NothingSaid);
    }
    if complaints.is_empty() { Ok((by, told)) } else { Err(complaints) }
}

/// Notes each report under her name and today's day; what was asked is answered.
async fn keep(ctx: &Ctx, tx: &mut Tx, letter: &Letter, (by, told): (String, Vec<Told>)) -> Result<()> {
    let lines: Vec<NodeId> = told.iter().map(|one| one.line).collect();
    for one in told {
        let report = Reported {
            state: one.state,
            note: one.note,
            on: ctx.today(),
            by: by.clone(),
            for_owner: false,
            released: false,
        };
        report_state(tx, one.line, &report).await?;
    }
    update_answered(tx, letter.id, &lines).await?;
    partners::close_asks(tx, &letter.id.into(), AskState::Done).await?;
    tx.audit("plan-letter.answered", letter.id, None::<&()>, None::<&()>).await
}

/// The page behind the link.
pub(crate) fn view(ctx: &Ctx, of: &ReportingPage<'_>) -> Markup {
    let (say, behind) = (ctx.say(), of.behind);
    let form =
        form(ctx, ctx.public_url(&format!("{PATH}/reporting/{}", of.ticket))).complaints(of.complaints);
    let fields = markup! {
        @for line in &behind.lines { (one(ctx, &form, (behind, line), of.sent)) }
        @if behind.letter.person_id.is_none() {
            (form.text(field("by", t!(say, "reporting-by")).value(of.sent.get("by")).autocomplete("name")))
        }
    };
    let body = markup! {
        p { b { bdi { (behind.letter.name) } } }
        p { (t!(say, "reporting-lead", day = behind.letter.until_on)) }
        @if behind.lines.is_empty() { p { (t!(say, "reporting-nothing-left")) } (reach(ctx)) }
        @else {
            (form.show(&t!(say, "reporting-send"), fields))
            p.small.quiet { (t!(say, "reporting-kept")) }
        }
    };
    page(ctx, &Head::new(t!(say, "reporting-title")), body)
}

fn one(ctx: &Ctx, form: &FormHtml<'_>, (of, line): (&Behind, &Line), sent: &Pairs) -> Markup {
    let say = ctx.say();
    let (state, note) = (field_of("state", line.id), field_of("note", line.id));
    let all: Vec<Choice> =
        State::ALL.into_iter().map(|one| choice(one.code(), state_word(ctx, Some(one)))).collect();
    let when = of.years.and_then(|years| when(ctx, years, line.span()));
    let code = line.code.as_str();
    markup! {
        section {
            h2 { span.num.quiet { (line.code) } " " (shown(ctx, &line.title)) }
            p.small.quiet { @if let Some(when) = when { (when) " · " } (last_said(ctx, line)) }
            @if !line.reported_note.is_empty() { p.small { (shown(ctx, &line.reported_note)) } }
            (form.select(field(state.clone(), t!(say, "state-report-title", code = code)).hint(t!(say, "reporting-leave")).value(sent.get(&state)).optional(), &all))
            (form.prose(field(note.clone(), t!(say, "reporting-note", code = code)).value(sent.get(&note)).rows(2).needed_if(t!(say, "state-note-hint"))))
        }
    }
}

fn gone(ctx: &Ctx) -> Answer {
    page_with(StatusCode::GONE, gone_view(ctx))
}

/// The link is not one that works, any more or at all: whom to write to instead.
pub(crate) fn gone_view(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let ways = [(t!(say, "our-plan-title"), ctx.public_url(PATH))];
    let body = markup! { p { (t!(say, "reporting-gone")) } (reach(ctx)) (acts(&ways)) };
    page(ctx, &Head::new(t!(say, "reporting-gone-title")), body)
}

/// `GET /{p}/{lang}/our-plan/reported/{ticket}`: what was noted, and how to correct it.
pub(crate) async fn done(ctx: Ctx, Path(at): Path<AtTicket>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let found = found(&ctx, &mut tx, &at.ticket).await?;
    tx.done().await?;
    match found {
        Some(behind) => html(done_view(&ctx, &at.ticket, &behind)),
        None => gone(&ctx),
    }
}

/// Thanks, and what stands now.
pub(crate) fn done_view(ctx: &Ctx, ticket: &str, of: &Behind) -> Markup {
    let say = ctx.say();
    let end = of.letter.sent_at.plus_seconds(crate::rules::asking::LINK_SECONDS).day_in(&ctx.zone());
    let ways = [
        (t!(say, "reporting-correct"), ctx.public_url(&format!("{PATH}/reporting/{ticket}"))),
        (t!(say, "our-plan-title"), ctx.public_url(PATH)),
    ];
    let body = markup! {
        p { (t!(say, "reported-explains", day = end)) }
        ul { @for line in &of.lines { li { span.num { (line.code) } " " (shown(ctx, &line.title)) br; span.small { (last_said(ctx, line)) } } } }
        (acts(&ways))
    };
    page(ctx, &Head::new(t!(say, "reported-title")), body)
}
