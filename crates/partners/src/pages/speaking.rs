//! For whom a person speaks: beginning and end.

use super::{OfPerson, find_person, person_url};
use crate::{
    OrganizationId, PersonId, Reader, SpeakerId, can,
    pages::days::DayPage,
    rules::PartnerRefusal,
    store::{
        list::choices,
        organizations::{Organization, organization_by_slug},
        people::{Person, person},
        speakers::{NewSpeaker, Speaker, speaker, speaks_for, spoken_for_by, stops_speaking},
    },
};
use http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::{Complaints, FieldRefusal, OrNotFound},
    html::{Choice, Head, choice, field, form, page, said},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html as answer, see_other},
    t,
    text::{NAME, Text},
};
use serde::Deserialize;

/// Which fact that a person speaks for an organization.
#[derive(Debug, Deserialize)]
pub struct OfSpeaker {
    /// Who speaks.
    pub person: PersonId,
    /// The fact.
    pub speaker: SpeakerId,
}

/// The form as a page shows it.
pub struct SpeakingPage {
    /// Who speaks.
    pub person: Person,
    /// The organizations that can be chosen.
    pub organizations: Vec<Organization>,
    /// What stands in the form.
    pub typed: Pairs,
    /// What was wrong with it.
    pub complaints: Complaints,
}

/// What a form says of a person who speaks for `of`; the person is filled in later.
///
/// # Errors
/// All complaints, in the order of the fields.
pub fn read(ctx: &Ctx, typed: &Pairs, of: OrganizationId) -> Result<NewSpeaker, Complaints> {
    let mut reading = Reading::of(ctx, typed);
    let new = NewSpeaker {
        person: PersonId(uuid::Uuid::nil()),
        organization: of,
        title: reading.lines("title", &Text::default(), NAME),
        from_on: reading.day("from_on").unwrap_or_else(|| ctx.today()),
        to_on: None,
    };
    reading.done(new)
}

/// `GET /{p}/work/people/{person}/speaking/new`.
pub async fn new(ctx: Ctx, Path(of): Path<OfPerson>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PEOPLE).await?;
    let person = find_person(&ctx, &mut tx, of.person).await?;
    let organizations = choices(&mut tx, Reader::Staff, ctx.lang).await?;
    tx.done().await?;
    let typed = Pairs::default().with("from_on", ctx.today().to_string());
    answer(view(&ctx, &SpeakingPage { person, organizations, typed, complaints: Complaints::default() }))
}

/// `POST /{p}/work/people/{person}/speaking`.
pub async fn add(ctx: Ctx, Path(of): Path<OfPerson>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PEOPLE.on(of.person)).await?;
    let who = person(&mut tx, Reader::Staff, of.person).await?.or_not_found()?;
    let found = organization_by_slug(&mut tx, Reader::Staff, typed.get("organization")).await?;
    let said_before = spoken_for_by(&mut tx, Reader::Staff, of.person).await?;
    let read = match &found {
        Some(found) => read(&ctx, &typed, found.id),
        None => Err(Complaints::one("organization", FieldRefusal::Unknown)),
    };
    let read = read.and_then(|new| once(new, &said_before));
    match read {
        Ok(new) => {
            speaks_for(&mut tx, &NewSpeaker { person: of.person, ..new }).await?;
            let to = tx.commit_to(&said(&person_url(&ctx, of.person), "person-saved")).await?;
            see_other(&to)
        }
        Err(complaints) => {
            let organizations = choices(&mut tx, Reader::Staff, ctx.lang).await?;
            tx.done().await?;
            let shown = SpeakingPage { person: who, organizations, typed, complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
        }
    }
}

fn once(new: NewSpeaker, before: &[Speaker]) -> Result<NewSpeaker, Complaints> {
    let same = |one: &&Speaker| one.organization == new.organization && one.from_on == new.from_on;
    match before.iter().find(same) {
        Some(_) => Err(Complaints::one("organization", PartnerRefusal::SpeaksAlready)),
        None => Ok(new),
    }
}

/// The page.
pub fn view(ctx: &Ctx, shown: &SpeakingPage) -> Markup {
    let (say, typed, url) = (ctx.say(), &shown.typed, person_url(ctx, shown.person.id));
    let form = form(ctx, format!("{url}/speaking")).complaints(&shown.complaints).cancel(&url);
    let all: Vec<Choice> =
        shown.organizations.iter().map(|of| choice(&of.slug, of.name.plain(ctx.lang))).collect();
    let fields = markup! {
        (form.select(field("organization", t!(say, "speaks-for")).value(typed.get("organization")), &all))
        (form.texts(field("title", t!(say, "speaks-role")).optional(), &typed.in_langs("title", ctx.site_langs())))
        (form.date(field("from_on", t!(say, "speaks-from")).value(typed.get("from_on"))))
    };
    let head = Head::new(t!(say, "speaks-add"))
        .under(t!(say, "nav-partners-people"), ctx.url("/work/people"))
        .under(&shown.person.name, url);
    page(ctx, &head, form.show(&t!(say, "form-save"), fields))
}

/// `GET /{p}/work/people/{person}/speaking/{speaker}/end`.
pub async fn ask_end(ctx: Ctx, Path(of): Path<OfSpeaker>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PEOPLE).await?;
    let who = find_person(&ctx, &mut tx, of.person).await?;
    speaker(&mut tx, Reader::Staff, of.speaker)
        .await?
        .filter(|one| one.person == of.person)
        .or_not_found()?;
    tx.done().await?;
    let typed = Pairs::default().with("on", ctx.today().to_string());
    answer(super::days::view(&ctx, &end_page(&ctx, &who, of.speaker, (typed, Complaints::default()))))
}

/// `POST /{p}/work/people/{person}/speaking/{speaker}/end`.
pub async fn end(ctx: Ctx, Path(of): Path<OfSpeaker>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PEOPLE.on(of.person)).await?;
    let who = person(&mut tx, Reader::Staff, of.person).await?.or_not_found()?;
    let before = speaker(&mut tx, Reader::Staff, of.speaker).await?;
    let before = before.filter(|one| one.person == of.person).or_not_found()?;
    match last_day(&typed, &before) {
        Ok(day) => {
            stops_speaking(&mut tx, &before, day).await?;
            let to = tx.commit_to(&said(&person_url(&ctx, of.person), "person-saved")).await?;
            see_other(&to)
        }
        Err(complaints) => {
            tx.done().await?;
            let shown = end_page(&ctx, &who, of.speaker, (typed, complaints));
            page_with(StatusCode::UNPROCESSABLE_ENTITY, super::days::view(&ctx, &shown))
        }
    }
}

fn last_day(typed: &Pairs, before: &Speaker) -> Result<Date, Complaints> {
    let mut reading = Reading::new(typed, &[], before.from_on);
    let day = reading.day("on").unwrap_or(before.from_on);
    if day < before.from_on {
        reading.refuse("on", PartnerRefusal::Backwards);
    }
    reading.done(day)
}

fn end_page(ctx: &Ctx, who: &Person, of: SpeakerId, (typed, complaints): (Pairs, Complaints)) -> DayPage {
    let (say, url) = (ctx.say(), person_url(ctx, who.id));
    DayPage {
        title: t!(say, "speaks-end-title"),
        under: (who.name.clone(), url.clone()),
        about: t!(say, "speaks-end-about"),
        label: t!(say, "speaks-to"),
        action: format!("{url}/speaking/{of}/end"),
        typed,
        complaints,
    }
}
