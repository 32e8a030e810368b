//! Requests to sign from those who have no invitation: read, answered by a link, or set aside with a word why.

use super::{forms::changed, paper::Offered, parts, room_url, time};
use crate::{
    InvitationId, RequestId, can,
    facade::add_invitation,
    mails::{answer_link, lang_for, send_aside},
    rules::signing::{RequestState, SigningRefusal},
    store::{
        invitations::NewInvitation,
        requests::{SigningRequest, find_request, page_requests, update_answer},
        versions::current,
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::OrganizationId;
use platform::{
    ctx::Ctx,
    db::{Page, Tx},
    errors::{Complaints, FieldRefusal, OrNotFound, Result},
    html::{
        Cell, Column, Empty, Filter, Head, ListShown, choice, facts, field, file, form, list, notice, page,
        said,
    },
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    t,
    text::Text,
};
use serde::Deserialize;

/// The part of an address that names a request.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtRequest {
    request: RequestId,
}

/// One request with the form of its answer.
pub(crate) struct RequestPage<'a> {
    pub(crate) request: &'a SigningRequest,
    pub(crate) offered: &'a Offered,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

/// An answer as it was read.
enum Decided {
    /// A link is sent for this organization.
    Invite(OrganizationId, Text),
    /// Not taken up, and why.
    SetAside(String),
}

/// `GET /{p}/work/declarations/requests`: those that wait first; `?state=…` shows the others.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::KEEP_DECLARATION).await?;
    let address = ctx.address();
    let states: Vec<RequestState> = match RequestState::from_code(address.get("state")) {
        Some(state) => vec![state],
        None => RequestState::ALL.to_vec(),
    };
    let rows = page_requests(&mut tx, &states, &address).await?;
    tx.done().await?;
    match address.file() {
        Some(kind) => file(&ctx, kind, &t!(ctx.say(), "requests-file"), &columns(&ctx), &rows.rows),
        None => html(view(&ctx, &rows)),
    }
}

fn state_word(ctx: &Ctx, of: RequestState) -> String {
    ctx.say().t(&format!("request-state-{}", of.code()), &[])
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, SigningRequest>> {
    let say = ctx.say();
    vec![
        Column::new("organization", t!(say, "signatory-organization"), |of: &SigningRequest| {
            Cell::link(&room_url(ctx, &format!("/requests/{}", of.id)), &of.organization_name)
        }),
        Column::new("name", t!(say, "request-name"), |of: &SigningRequest| Cell::words(of.name.clone())),
        Column::new("received", t!(say, "request-received"), |of: &SigningRequest| {
            Cell::day(ctx, of.received_at.day_in(&ctx.zone()))
        }),
        Column::new("state", t!(say, "request-state"), |of: &SigningRequest| {
            Cell::words(state_word(ctx, of.state))
        }),
    ]
}

/// The page of all.
pub(crate) fn view(ctx: &Ctx, rows: &Page<SigningRequest>) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx);
    let choices = RequestState::ALL.into_iter().map(|one| choice(one.code(), state_word(ctx, one))).collect();
    let shown = ListShown {
        caption: t!(say, "requests-caption"),
        columns: &columns,
        filters: vec![Filter { name: "state", label: t!(say, "request-state"), choices }],
        search: None,
        page: rows,
        empty: Empty {
            why: t!(say, "requests-empty"),
            example: Some(t!(say, "requests-empty-example")),
            first: None,
        },
    };
    let body = markup! { (parts(ctx, "/requests")) p { (t!(say, "requests-lead")) } (list(ctx, &ctx.address(), &shown)) };
    page(
        ctx,
        &Head::new(t!(say, "declarations-part-requests"))
            .under(t!(say, "declarations-title"), room_url(ctx, "")),
        body,
    )
}

/// `GET /{p}/work/declarations/requests/{request}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtRequest>) -> Answer {
    let mut tx = ctx.read(can::KEEP_DECLARATION).await?;
    let request = find_request(&mut tx, at.request).await?.or_not_found()?;
    let offered = Offered::load(&ctx, &mut tx).await?;
    tx.done().await?;
    let sent = Pairs::default();
    let complaints = Complaints::default();
    html(one_view(
        &ctx,
        &RequestPage { request: &request, offered: &offered, sent: &sent, complaints: &complaints },
    ))
}

/// `POST /{p}/work/declarations/requests/{request}/answer`.
pub(crate) async fn answer(ctx: Ctx, Path(at): Path<AtRequest>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_DECLARATION).await?;
    let request = find_request(&mut tx, at.request).await?.or_not_found()?;
    if sent.version() != request.version {
        let offered = Offered::load(&ctx, &mut tx).await?;
        tx.done().await?;
        let again = RequestPage { request: &request, offered: &offered, sent: &sent, complaints: &changed() };
        return page_with(StatusCode::CONFLICT, one_view(&ctx, &again));
    }
    if request.state != RequestState::Received {
        return Err(SigningRefusal::Answered.into());
    }
    let offered = Offered::load(&ctx, &mut tx).await?;
    let decided = match decide(&ctx, &offered, &sent) {
        Ok(decided) => decided,
        Err(complaints) => {
            tx.done().await?;
            let again =
                RequestPage { request: &request, offered: &offered, sent: &sent, complaints: &complaints };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, one_view(&ctx, &again));
        }
    };
    let key = settle(&ctx, &mut tx, &request, decided).await?;
    see_other(&tx.commit_to(&said(&room_url(&ctx, "/requests"), key)).await?)
}

/// Saves an answer; gives what the next page says.
async fn settle(ctx: &Ctx, tx: &mut Tx, of: &SigningRequest, decided: Decided) -> Result<&'static str> {
    let (invitation, words): (Option<InvitationId>, String) = match decided {
        Decided::SetAside(words) => {
            send_aside(ctx, tx, of, &words).await?;
            (None, words)
        }
        Decided::Invite(organization, name) => {
            let new = NewInvitation {
                organization,
                person: None,
                name: of.name.clone(),
                email: of.email.clone(),
                lang: lang_for(ctx, of.lang),
            };
            let id = add_invitation(tx, &new).await?;
            answer_link(ctx, tx, id, (&new, &name)).await?;
            (Some(id), String::new())
        }
    };
    update_answer(tx, of, invitation, &words).await?;
    let (verb, key) = match invitation {
        Some(_) => ("signing-request.invited", "request-invited"),
        None => ("signing-request.set-aside", "request-set-aside"),
    };
    tx.audit(verb, of.id, None::<&()>, None::<&()>).await?;
    Ok(key)
}

fn decide(ctx: &Ctx, offered: &Offered, sent: &Pairs) -> std::result::Result<Decided, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let invites = reading.choice("decision", |code| match code {
        "invite" => Some(true),
        "set-aside" => Some(false),
        _ => None,
    });
    match invites {
        Some(true) => {
            let id = reading.id::<OrganizationId>("organization");
            let of = id.and_then(|id| offered.organizations.iter().find(|one| one.id == id));
            if id.is_some() && of.is_none() {
                reading.refuse("organization", FieldRefusal::Unknown);
            }
            if current(&offered.versions, ctx.today()).is_none() {
                reading.refuse("decision", SigningRefusal::NoneInForce);
            }
            match of {
                Some(of) if reading.complaints.is_empty() => Ok(Decided::Invite(of.id, of.name.clone())),
                _ => Err(reading.complaints),
            }
        }
        Some(false) => {
            if sent.get("words").is_empty() {
                reading.refuse("words", SigningRefusal::NoWords);
            }
            let words = reading.prose_or_none("words");
            reading.done(Decided::SetAside(words))
        }
        None => Err(reading.complaints),
    }
}

/// The page of one.
pub(crate) fn one_view(ctx: &Ctx, of: &RequestPage<'_>) -> Markup {
    let (say, request) = (ctx.say(), of.request);
    let words = |words: &str| markup! { (words) };
    let signer = if request.title.is_empty() {
        request.name.clone()
    } else {
        format!("{}, {}", request.name, request.title)
    };
    let about = facts(&[
        (t!(say, "signatory-organization"), words(&request.organization_name)),
        (t!(say, "request-name"), markup! { bdi { (signer) } }),
        (
            t!(say, "invitation-email"),
            markup! { a href={ "mailto:" (request.email) } { bdi dir="ltr" { (request.email) } } },
        ),
        (t!(say, "invitation-lang"), words(request.lang.own_name())),
        (t!(say, "request-received"), time(ctx, request.received_at.day_in(&ctx.zone()))),
        (t!(say, "request-words"), words(&request.words)),
        (t!(say, "request-consent"), words(&request.consent_wording)),
        (t!(say, "request-state"), words(&state_word(ctx, request.state))),
        (t!(say, "request-answer"), words(&request.answer)),
    ]);
    let body = markup! {
        (about)
        @if request.state == RequestState::Received { section #answer { h2 { (t!(say, "request-answer-title")) } (answering(ctx, of)) } }
        // Somebody else was quicker: what was typed stands here to be read.
        @else if !of.complaints.is_empty() { (notice(markup! {
            p { (t!(say, "signing-changed")) }
            @if !of.sent.get("words").is_empty() { p { b { (t!(say, "form-about-field", label = t!(say, "request-typed"))) } " " (of.sent.get("words")) } }
        })) }
    };
    page(
        ctx,
        &Head::new(t!(say, "request-title"))
            .under(t!(say, "declarations-part-requests"), room_url(ctx, "/requests")),
        body,
    )
}

fn answering(ctx: &Ctx, of: &RequestPage<'_>) -> Markup {
    let (say, sent) = (ctx.say(), of.sent);
    let form =
        form(ctx, room_url(ctx, &format!("/requests/{}/answer", of.request.id))).complaints(of.complaints);
    let organizations: Vec<_> = of
        .offered
        .organizations
        .iter()
        .map(|one| choice(one.id.to_string(), one.name.plain(ctx.lang)))
        .collect();
    let ways = [
        choice("invite", t!(say, "request-invite")).hint(t!(say, "request-invite-hint")),
        choice("set-aside", t!(say, "request-aside")).hint(t!(say, "request-aside-hint")),
    ];
    let fields = markup! {
        (form.radios(field("decision", t!(say, "request-decision")).value(sent.get("decision")), &ways))
        (form.select(field("organization", t!(say, "request-organization")).hint(t!(say, "request-organization-hint")).value(sent.get("organization")).needed_if(t!(say, "request-organization-needed")), &organizations))
        (form.prose(field("words", t!(say, "request-answer")).value(sent.get("words")).needed_if(t!(say, "request-words-needed"))))
        (form.version(of.request.version))
    };
    form.show(&t!(say, "request-submit"), fields)
}
