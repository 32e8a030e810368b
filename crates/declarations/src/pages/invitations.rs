//! Invitations to sign by a link: sent, sent again, taken back.

use super::{paper::Offered, parts, room_url};
use crate::{
    InvitationId, can,
    facade::add_invitation,
    mails::{self, answer_link, may_ask, send_link, signing_of},
    rules::signing::{InvitationState, SigningRefusal, invitation},
    store::{
        invitations::{
            Invitation, NewInvitation, asks_still, find_invitation, page_invitations, update_over,
            update_sent,
        },
        requests::was_asked_for,
        versions::current,
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::{OrganizationId, PersonId};
use platform::{
    ctx::Ctx,
    db::{Page, Tx},
    errors::{Complaints, Error, FieldRefusal, OrNotFound, Result},
    html::{
        Cell, Column, Empty, Filter, Head, ListShown, Look, choice, field, file, form, list, notice, page,
        said, state,
    },
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    langs::Lang,
    t,
    text::{NAME, Text},
};
use serde::Deserialize;

/// The part of an address that names an invitation.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtInvitation {
    invitation: InvitationId,
}

/// The list and the form below it.
pub(crate) struct InvitationsPage {
    pub(crate) rows: Page<Invitation>,
    pub(crate) offered: Offered,
    /// What was asked of partners lately.
    pub(crate) asked: Markup,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

/// `GET /{p}/work/declarations/invitations`: who was asked; `?organization=…` chooses one for the form.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::KEEP_DECLARATION).await?;
    let (rows, offered, asked) = load(&ctx, &mut tx).await?;
    tx.done().await?;
    if let Some(kind) = ctx.address().file() {
        return file(&ctx, kind, &t!(ctx.say(), "invitations-file"), &columns(&ctx), &rows.rows);
    }
    let sent = Pairs::default().with("organization", ctx.address().get("organization"));
    html(view(&ctx, &InvitationsPage { rows, offered, asked, sent, complaints: Complaints::default() }))
}

async fn load(ctx: &Ctx, tx: &mut Tx) -> Result<(Page<Invitation>, Offered, Markup)> {
    let address = ctx.address();
    let rows = page_invitations(tx, address.get("state"), &address).await?;
    let asked = partners::asked_lately(ctx, tx, None).await?;
    Ok((rows, Offered::load(ctx, tx).await?, asked))
}

/// `POST /{p}/work/declarations/invitations`: somebody is asked to sign; the link leaves with the commit.
pub(crate) async fn create(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_DECLARATION).await?;
    let (rows, offered, asked) = load(&ctx, &mut tx).await?;
    let mut decided = read(&ctx, &offered, &sent);
    if let Ok((new, _)) = &decided
        && let Err(why) = may_ask(&ctx, &mut tx, new).await?
    {
        decided = Err(Complaints::one(if new.person.is_some() { "person" } else { "organization" }, why));
    }
    match decided {
        Ok((new, organization)) => {
            let id = add_invitation(&mut tx, &new).await?;
            send_link(&ctx, &mut tx, id, (&new, &organization)).await?;
            see_other(&tx.commit_to(&said(&room_url(&ctx, "/invitations"), "invitation-sent")).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            let again = InvitationsPage { rows, offered, asked, sent, complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &again))
        }
    }
}

fn read(
    ctx: &Ctx,
    offered: &Offered,
    sent: &Pairs,
) -> std::result::Result<(NewInvitation, Text), Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let id = reading.id::<OrganizationId>("organization");
    let organization = id.and_then(|id| offered.organizations.iter().find(|one| one.id == id));
    if id.is_some() && organization.is_none() {
        reading.refuse("organization", FieldRefusal::Unknown);
    }
    let person = reading.id_or_none::<PersonId>("person");
    let known = person.and_then(|id| offered.people.iter().find(|one| one.id == id));
    if person.is_some() && known.is_none() {
        reading.refuse("person", FieldRefusal::Unknown);
    }
    let name = match known {
        Some(known) if sent.get("name").is_empty() => known.name.clone(),
        _ => reading.line("name", NAME),
    };
    let email = reading.mail("email");
    let known = mails::langs(ctx);
    let lang = reading.choice("lang", |code| code.parse::<Lang>().ok().filter(|lang| known.contains(lang)));
    if current(&offered.versions, ctx.today()).is_none() {
        reading.refuse("", SigningRefusal::NoneInForce);
    }
    match (organization, lang) {
        (Some(of), Some(lang)) if reading.complaints.is_empty() => {
            Ok((NewInvitation { organization: of.id, person, name, email, lang }, of.name.clone()))
        }
        _ => Err(reading.complaints),
    }
}

/// `POST /{p}/work/declarations/invitations/{invitation}/sending`: the link is sent again and holds 30 days from now.
pub(crate) async fn send(ctx: Ctx, Path(at): Path<AtInvitation>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_DECLARATION).await?;
    let of = open(&mut tx, at, &sent).await?;
    update_sent(&mut tx, &of).await?;
    let to = NewInvitation {
        organization: of.organization_id,
        person: of.person_id,
        name: of.name.clone(),
        email: of.email.clone(),
        lang: of.lang,
    };
    let to = (&to, &of.organization);
    if was_asked_for(&mut tx, of.id).await? {
        answer_link(&ctx, &mut tx, of.id, to).await?;
    } else {
        may_ask(&ctx, &mut tx, to.0).await??;
        send_link(&ctx, &mut tx, of.id, to).await?;
    }
    tx.audit("signing-invitation.sent-again", of.id, None::<&()>, Some(&(of.sent_count + 1))).await?;
    see_other(&tx.commit_to(&said(&room_url(&ctx, "/invitations"), "invitation-sent-again")).await?)
}

/// `POST /{p}/work/declarations/invitations/{invitation}/cancelling`: the link opens nothing any more. The organization is not
/// asked any more when no other link waits with somebody.
pub(crate) async fn cancel(ctx: Ctx, Path(at): Path<AtInvitation>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_DECLARATION).await?;
    let of = open(&mut tx, at, &sent).await?;
    update_over(&mut tx, &of, false).await?;
    if !asks_still(&mut tx, of.organization_id).await? {
        let about = signing_of(of.organization_id);
        partners::close_asks(&mut tx, &about, partners::AskState::Withdrawn).await?;
    }
    tx.audit("signing-invitation.cancelled", of.id, None::<&()>, None::<&()>).await?;
    see_other(&tx.commit_to(&said(&room_url(&ctx, "/invitations"), "invitation-cancelled")).await?)
}

/// The invitation, when nobody has changed it since and it is not over.
async fn open(tx: &mut Tx, at: AtInvitation, sent: &Pairs) -> Result<Invitation> {
    let of = find_invitation(tx, at.invitation).await?.or_not_found()?;
    if sent.version() != of.version {
        return Err(Error::Stale);
    }
    if stands(&of, tx.now()).is_open() { Ok(of) } else { Err(SigningRefusal::InvitationOver.into()) }
}

fn stands(of: &Invitation, now: platform::clock::Moment) -> InvitationState {
    invitation(of.sent_at, of.signed_at, of.cancelled_at, now)
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Invitation>> {
    let say = ctx.say();
    vec![
        Column::new("organization", t!(say, "signatory-organization"), |of: &Invitation| {
            Cell::words(of.organization.plain(ctx.lang))
        }),
        Column::new("name", t!(say, "invitation-name"), |of: &Invitation| Cell::words(of.name.clone())),
        Column::new("email", t!(say, "invitation-email"), |of: &Invitation| Cell::words(of.email.clone())),
        Column::new("state", t!(say, "invitation-state"), |of: &Invitation| {
            let now = stands(of, ctx.now());
            let word = ctx.say().t(&format!("invitation-state-{}", now.code()), &[]);
            Cell::new(invitation_state(now, &word), word.clone())
        }),
        Column::new("sent", t!(say, "invitation-sent-on"), |of: &Invitation| {
            Cell::day(ctx, of.sent_at.day_in(&ctx.zone()))
        }),
        Column::new("count", t!(say, "invitation-count"), |of: &Invitation| {
            Cell::number(ctx, of.sent_count.into())
        })
        .numbers()
        .on_demand(),
        Column::new("do", t!(say, "invitation-do"), |of: &Invitation| Cell::new(ways(ctx, of), "")),
    ]
}

fn invitation_state(of: InvitationState, word: &str) -> Markup {
    let look = match of {
        InvitationState::Waiting => Look::UnderWay,
        InvitationState::Ended => Look::Behind,
        InvitationState::Signed => Look::Done,
        InvitationState::Cancelled => Look::NotStarted,
    };
    state(look, word)
}

/// What can be done about one: sent again, taken back.
fn ways(ctx: &Ctx, of: &Invitation) -> Markup {
    let say = ctx.say();
    let url = room_url(ctx, &format!("/invitations/{}", of.id));
    let version = of.version.to_string();
    let hidden = [("version", version.as_str())];
    markup! { @if stands(of, ctx.now()).is_open() {
        (form(ctx, format!("{url}/sending")).button(&t!(say, "invitation-again"), &of.name, &hidden)) " "
        (form(ctx, format!("{url}/cancelling")).button(&t!(say, "invitation-cancel"), &of.name, &hidden))
    } }
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &InvitationsPage) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx);
    let word = |state: InvitationState| ctx.say().t(&format!("invitation-state-{}", state.code()), &[]);
    let choices = InvitationState::ALL.into_iter().map(|state| choice(state.code(), word(state))).collect();
    let shown = ListShown {
        caption: t!(say, "invitations-caption"),
        columns: &columns,
        filters: vec![Filter { name: "state", label: t!(say, "invitation-state"), choices }],
        search: Some(t!(say, "signatories-search")),
        page: &of.rows,
        empty: Empty {
            why: t!(say, "invitations-empty"),
            example: Some(t!(say, "invitations-empty-example")),
            first: None,
        },
    };
    let body = markup! {
        (parts(ctx, "/invitations"))
        p { (t!(say, "invitations-lead")) }
        (list(ctx, &ctx.address(), &shown))
        section #add { h2 { (t!(say, "invitation-add")) } (asking(ctx, of)) }
        (of.asked)
    };
    page(
        ctx,
        &Head::new(t!(say, "declarations-part-invitations"))
            .under(t!(say, "declarations-title"), room_url(ctx, "")),
        body,
    )
}

/// The form; without a version in force there is nothing to sign.
fn asking(ctx: &Ctx, of: &InvitationsPage) -> Markup {
    let (say, sent) = (ctx.say(), &of.sent);
    if current(&of.offered.versions, ctx.today()).is_none() && of.complaints.is_empty() {
        return notice(markup! { p { (t!(say, "declarations-none-in-force")) } });
    }
    let form = form(ctx, room_url(ctx, "/invitations")).complaints(&of.complaints);
    let organizations: Vec<_> = of
        .offered
        .organizations
        .iter()
        .map(|one| choice(one.id.to_string(), one.name.plain(ctx.lang)))
        .collect();
    let people: Vec<_> =
        of.offered.people.iter().map(|one| choice(one.id.to_string(), one.name.clone())).collect();
    let langs: Vec<_> =
        mails::langs(ctx).into_iter().map(|lang| choice(lang.code(), lang.own_name())).collect();
    let lang = if sent.get("lang").is_empty() { ctx.lang.code() } else { sent.get("lang") };
    let fields = markup! {
        (form.select(field("organization", t!(say, "signatory-organization")).value(sent.get("organization")), &organizations))
        (form.select(field("person", t!(say, "invitation-person")).hint(t!(say, "signature-person-hint")).value(sent.get("person")).optional(), &people))
        (form.text(field("name", t!(say, "invitation-name")).value(sent.get("name")).needed_if(t!(say, "signature-name-needed"))))
        (form.text(field("email", t!(say, "invitation-email")).hint(t!(say, "invitation-email-hint")).value(sent.get("email")).mail().autocomplete("off")))
        (form.radios(field("lang", t!(say, "invitation-lang")).value(lang), &langs))
    };
    form.show(&t!(say, "invitation-send"), fields)
}
