//! What is asked of organizations: the list, one more with a look at how much is asked already, closing.

use super::{
    OfOrganization,
    asks_about::{Subject, about},
    id_of, organization_url,
};
use crate::{
    AskId, NewAsk, Reader, asking, can,
    rules::asks::{AskState, Load, Mailbox, WHAT},
    store::{
        asks::{Ask, close_ask, count_asks, find_ask, listed_asks},
        organizations::{Organization, organization},
    },
};
use http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    bin::Binned,
    ctx::Ctx,
    db::{Page, Tx},
    errors::{Complaints, Error, OrNotFound, Result},
    html::{
        self, Cell, Column, Empty, Filter, Head, ListShown, Look, choice, field, form, page, said, shown,
    },
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html as answer, see_other},
    ids::Ref,
    t,
    text::Text,
};
use serde::Deserialize;

/// Which ask.
#[derive(Debug, Deserialize)]
pub struct OfAsk {
    /// The id.
    pub ask: AskId,
}

/// The list as a page shows it.
pub struct AsksPage {
    /// The asks of this page.
    pub rows: Page<Ask>,
    /// How many stand how.
    pub counts: Vec<(AskState, i64)>,
}

/// The form of an ask as a page shows it.
pub struct AskForm {
    /// Of whom.
    pub of: Organization,
    /// About what of another room.
    pub subject: Option<Subject>,
    /// What it was to be about, put in the bin while the form was filled in.
    pub binned: Option<Binned>,
    /// How much is asked already.
    pub load: Load,
    /// What is open.
    pub open: Vec<Ask>,
    /// Who will get it.
    pub to: Vec<Mailbox>,
    /// What stands in the form.
    pub typed: Pairs,
    /// What was wrong with it.
    pub complaints: Complaints,
}

/// `GET /{p}/work/asks`; with `as=csv` or `as=xlsx` the same as a file.
pub async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::KEEP_NOTES).await?;
    let address = ctx.address();
    let rows = listed_asks(&mut tx, AskState::from_code(address.get("state")), &address).await?;
    let counts = count_asks(&mut tx).await?;
    tx.done().await?;
    match address.file() {
        Some(kind) => html::file(&ctx, kind, &t!(ctx.say(), "asks-file"), &columns(&ctx), &rows.rows),
        None => answer(view(&ctx, &AsksPage { rows, counts })),
    }
}

/// The page.
pub fn view(ctx: &Ctx, list: &AsksPage) -> Markup {
    let say = ctx.say();
    let choices = AskState::ALL.map(|state| {
        let n = list.counts.iter().find(|(one, _)| *one == state).map_or(0, |(_, n)| *n);
        choice(state.code(), state_word(ctx, state)).count(n)
    });
    let shown = ListShown {
        caption: t!(say, "asks-title"),
        columns: &columns(ctx),
        filters: vec![Filter { name: "state", label: t!(say, "field-ask-state"), choices: choices.to_vec() }],
        search: None,
        page: &list.rows,
        empty: Empty { why: t!(say, "asks-empty"), example: Some(t!(say, "asks-example")), first: None },
    };
    let head = Head::new(t!(say, "asks-title")).under(t!(say, "nav-partners"), ctx.url("/work/partners"));
    let body = markup! { p { (t!(say, "asks-lead")) } (html::list(ctx, &ctx.address(), &shown)) };
    page(ctx, &head, body)
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Ask>> {
    let say = ctx.say();
    let day = move |day: Option<jiff::civil::Date>| day.map_or_else(Cell::nothing, |day| Cell::day(ctx, day));
    vec![
        Column::new("what", t!(say, "field-ask-what"), |row: &Ask| {
            if row.href.is_empty() {
                return Cell::text(ctx, &row.what);
            }
            let link = markup! { a href=(ctx.url(&row.href)) { (shown(ctx, &row.what)) } };
            Cell::new(link, row.what.plain(ctx.lang))
        }),
        Column::new("organization", t!(say, "speaks-for"), |row: &Ask| {
            let link = markup! { a href=(organization_url(ctx, &row.slug)) { (shown(ctx, &row.name)) } };
            Cell::new(link, row.name.plain(ctx.lang))
        }),
        Column::new("room", t!(say, "field-ask-room"), |row: &Ask| Cell::words(room_word(ctx, &row.room))),
        Column::new("until", t!(say, "field-ask-until"), move |row: &Ask| day(row.until_on)),
        Column::new("state", t!(say, "field-ask-state"), |row: &Ask| {
            let word = state_word(ctx, row.state);
            Cell::new(html::state(look(row.state), &word), word)
        }),
        Column::new("asked", t!(say, "field-ask-asked"), move |row: &Ask| {
            Cell::day(ctx, row.asked_at.day_in(&ctx.zone()))
        }),
        Column::new("by", t!(say, "field-ask-by"), |row: &Ask| Cell::words(row.asked_by.clone())),
        Column::new("sent", t!(say, "field-ask-sent"), move |row: &Ask| {
            day(row.sent_at.map(|at| at.day_in(&ctx.zone())))
        }),
        Column::new("close", t!(say, "ask-close"), |row: &Ask| Cell::new(closing(ctx, row), "")),
    ]
}

fn room_word(ctx: &Ctx, room: &str) -> String {
    ctx.say().t(&format!("ask-room-{room}"), &[])
}

fn state_word(ctx: &Ctx, state: AskState) -> String {
    ctx.say().t(&format!("ask-state-{}", state.code()), &[])
}

const fn look(state: AskState) -> Look {
    match state {
        AskState::Open => Look::UnderWay,
        AskState::Done => Look::Done,
        AskState::Withdrawn => Look::Unknown,
    }
}

/// The two buttons that close an open ask.
fn closing(ctx: &Ctx, ask: &Ask) -> Markup {
    let say = ctx.say();
    let (action, version) = (ctx.url(&format!("/work/asks/{}/closing", ask.id)), ask.version.to_string());
    let what = ask.what.plain(ctx.lang);
    let button = |label: String, to: AskState| {
        form(ctx, action.clone()).button(&label, what, &[("state", to.code()), ("version", &version)])
    };
    markup! { @if ask.state == AskState::Open {
        (button(t!(say, "ask-close-done"), AskState::Done)) " "
        (button(t!(say, "ask-close-withdrawn"), AskState::Withdrawn))
    } }
}

/// `POST /{p}/work/asks/{ask}/closing`.
pub async fn close(ctx: Ctx, Path(of): Path<OfAsk>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_NOTES).await?;
    let ask = find_ask(&mut tx, of.ask).await?.or_not_found()?;
    if typed.version() != ask.version {
        return Err(Error::Stale);
    }
    let to = AskState::from_code(typed.get("state")).ok_or(crate::PartnerRefusal::AskClosed)?;
    close_ask(&mut tx, &ask, to).await?;
    let to = tx.commit_to(&said(&ctx.url("/work/asks"), "ask-closed")).await?;
    see_other(&to)
}

/// `GET /{p}/work/partners/{slug}/asks/new`: the form, with how much is asked already.
pub async fn new(ctx: Ctx, Path(of): Path<OfOrganization>) -> Answer {
    let id = id_of(&ctx, &of.slug).await?;
    let mut tx = ctx.read(can::KEEP_NOTES).await?;
    let address = ctx.address();
    let about = ["about_kind", "about_id"];
    let named = about.iter().fold(Pairs::default(), |typed, name| typed.with(name, address.get(name)));
    let mut shown = load(&ctx, &mut tx, id, named).await?;
    if shown.binned.is_some() {
        return Err(Error::NotFound);
    }
    if let Some(subject) = &shown.subject {
        shown.typed = subject.begun(&ctx, &mut tx).await?;
    }
    tx.done().await?;
    answer(form_view(&ctx, &shown))
}

async fn load(ctx: &Ctx, tx: &mut Tx, id: crate::OrganizationId, typed: Pairs) -> Result<AskForm> {
    let of = organization(tx, Reader::Staff, id).await?.or_not_found()?;
    let (load, open) = asking::load_of(ctx, tx, id).await?;
    let to = asking::mailboxes(ctx, tx, &of).await?;
    let (subject, binned) = match typed.get("about_kind") {
        "" => (None, None),
        kind => {
            let id = typed.get("about_id").parse().map_err(|_| Error::NotFound)?;
            let about = Ref::new(kind, id);
            match Subject::load(ctx, tx, &about).await {
                Ok(subject) => (Some(subject), None),
                Err(Error::NotFound) => (None, Some(tx.in_bin(&about).await?.or_not_found()?)),
                Err(other) => return Err(other),
            }
        }
    };
    Ok(AskForm { of, subject, binned, load, open, to, typed, complaints: Complaints::default() })
}

/// `POST /{p}/work/partners/{slug}/asks`.
pub async fn add(ctx: Ctx, Path(of): Path<OfOrganization>, Form(typed): Form<Pairs>) -> Answer {
    let id = id_of(&ctx, &of.slug).await?;
    let mut tx = ctx.write(can::KEEP_NOTES.on(id)).await?;
    let mut shown = load(&ctx, &mut tx, id, typed).await?;
    if shown.binned.is_some() {
        tx.done().await?;
        return page_with(StatusCode::CONFLICT, form_view(&ctx, &shown));
    }
    match read(&ctx, &shown) {
        Ok(new) => {
            asking::ask(&ctx, &mut tx, &new).await?;
            let to = tx.commit_to(&said(&organization_url(&ctx, &of.slug), "ask-added")).await?;
            see_other(&to)
        }
        Err(complaints) => {
            tx.done().await?;
            shown.complaints = complaints;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, form_view(&ctx, &shown))
        }
    }
}

fn read(ctx: &Ctx, form: &AskForm) -> Result<NewAsk, Complaints> {
    let mut reading = Reading::of(ctx, &form.typed);
    let what = reading.lines("what", &Text::default(), WHAT);
    if reading.complaints.is_empty() && what.is_empty() {
        reading.refuse("what", crate::PartnerRefusal::Nameless);
    }
    let until_on = reading.day_or_none("until_on");
    if until_on.is_some_and(|day| day < ctx.today()) {
        reading.refuse("until_on", crate::PartnerRefusal::Past);
    }
    let (organization, subject) = (form.of.id, form.subject.as_ref());
    reading.done(NewAsk {
        organization,
        room: subject.map_or("partners", |subject| subject.room),
        what,
        href: subject.map(|subject| subject.href(ctx)).unwrap_or_default(),
        about: subject.map(|subject| subject.of.clone()),
        until_on,
    })
}

/// The form's page.
pub fn form_view(ctx: &Ctx, shown_form: &AskForm) -> Markup {
    let say = ctx.say();
    let url = organization_url(ctx, &shown_form.of.slug);
    let name = shown_form.of.name.plain(ctx.lang);
    let form = form(ctx, format!("{url}/asks")).complaints(&shown_form.complaints).cancel(&url);
    let langs = ctx.site_langs();
    let fields = markup! {
        (form.texts(field("what", t!(say, "field-ask-what")).hint(t!(say, "ask-what-hint")), &shown_form.typed.in_langs("what", langs)))
        (form.date(field("until_on", t!(say, "field-ask-until")).value(shown_form.typed.get("until_on")).optional()))
        @for name in ["about_kind", "about_id"] { @if shown_form.subject.is_some() { (form.hidden(name, shown_form.typed.get(name))) } }
    };
    let head = Head::new(t!(say, "ask-title", name = name))
        .under(t!(say, "nav-partners"), ctx.url("/work/partners"))
        .under(name, &url);
    let body = markup! {
        @if let Some(subject) = &shown_form.subject { (about(ctx, subject)) }
        @if let Some(binned) = &shown_form.binned { (binned_notice(ctx, binned)) }
        (load_words(ctx, shown_form.load, &shown_form.open))
        section #to { h2 { (t!(say, "ask-to")) }
            @if shown_form.to.is_empty() { (html::notice(markup! { p { (t!(say, "ask-to-nobody")) } })) }
            @else {
                ul { @for one in &shown_form.to { li { @if one.name.is_empty() { (name) } @else { (one.name) } " · " (one.lang.own_name()) } } }
                p.quiet { (t!(say, "ask-gathered")) }
            }
        }
        (form.show(&t!(say, "ask-submit"), fields))
    };
    page(ctx, &head, body)
}

/// That what was to be asked about is in the bin: what was typed can still be asked, about nothing.
fn binned_notice(ctx: &Ctx, of: &Binned) -> Markup {
    let say = ctx.say();
    markup! {
        div.notice.bad role="alert" { p { (t!(say, "ask-about-binned", name = of.title.plain(ctx.lang))) } }
        (html::acts(&[(t!(say, "nav-bin"), ctx.url("/work/bin"))]))
    }
}

/// How much is asked of an organization, and what is open.
pub(super) fn load_words(ctx: &Ctx, load: Load, open: &[Ask]) -> Markup {
    let say = ctx.say();
    markup! { section #load {
        h2 { (t!(say, "asks-load-title")) }
        p { (t!(say, "asks-load", open = load.open, lately = load.lately)) }
        ul.plain-list { @for one in open { li { (shown(ctx, &one.what)) " " (stands(ctx, one)) } } }
    } }
}

/// How it stands with an open ask: where it came from, until when, whether it has gone out; and the buttons that close it.
pub(super) fn stands(ctx: &Ctx, one: &Ask) -> Markup {
    let say = ctx.say();
    markup! {
        span.small.quiet {
            (room_word(ctx, &one.room))
            @if let Some(day) = one.until_on { " · " (t!(say, "ask-until", day = say.short_day(day))) }
            " · " @match one.sent_at {
                Some(at) => { (t!(say, "ask-sent-on", day = say.short_day(at.day_in(&ctx.zone())))) },
                None => { (t!(say, "ask-waits")) },
            }
        }
        " " (closing(ctx, one))
    }
}
