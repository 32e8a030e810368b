//! Contact points: adding one to an organization or a person, and taking one away.

use super::{
    OfOrganization, OfPerson, find, find_person, id_of, organization_url, person_url, visibility_choices,
};
use crate::{
    ContactId, ContactKind, OrganizationId, PersonId, Reader, Visibility, can,
    rules::PartnerRefusal,
    store::{
        contacts::{NewContactPoint, add_contact, contact, contacts_of_person, remove_contact},
        organizations::organization,
        people::person,
    },
    typed::{self, Typed},
};
use http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::{Choice, Head, choice, field, form, page, said},
    http::{Answer, Form, Path, answer::page_with, html as answer, see_other},
    t,
};
use serde::Deserialize;

/// Which contact point.
#[derive(Debug, Deserialize)]
pub struct OfContact {
    contact: ContactId,
}

/// The form as a page shows it.
pub struct ContactPage {
    /// Whose it is: the name and the page.
    pub owner: (String, String),
    /// The organizations at which a person can be reached: slug and name; none for an organization's own.
    pub places: Vec<(String, String)>,
    /// What stands in the form.
    pub typed: Typed,
    /// What was wrong with it.
    pub complaints: Complaints,
}

/// `GET /{p}/work/partners/{slug}/contacts/new`.
pub async fn new_of_organization(ctx: Ctx, Path(of): Path<OfOrganization>) -> Answer {
    let mut tx = ctx.read(can::SEE_PARTNERS).await?;
    let found = find(&ctx, &mut tx, &of.slug).await?;
    ctx.demand(can::EDIT_ORGANIZATION.on(found.id))?;
    tx.done().await?;
    let owner = (found.name.plain(ctx.lang).to_owned(), organization_url(&ctx, &found.slug));
    let typed = Typed::default().with("visibility", found.visibility.code());
    answer(view(&ctx, &ContactPage { owner, places: Vec::new(), typed, complaints: Complaints::default() }))
}

/// `POST /{p}/work/partners/{slug}/contacts`.
pub async fn add_to_organization(
    ctx: Ctx,
    Path(of): Path<OfOrganization>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = id_of(&ctx, &of.slug).await?;
    let mut tx = ctx.write(can::EDIT_ORGANIZATION.on(id)).await?;
    let found = organization(&mut tx, Reader::Staff, id).await?.or_not_found()?;
    let owner = (found.name.plain(ctx.lang).to_owned(), organization_url(&ctx, &found.slug));
    match typed::contact(&typed) {
        Ok(read) => keep(tx, (None, Some(id)), read, &owner.1).await,
        Err(complaints) => {
            tx.done().await?;
            again(&ctx, &ContactPage { owner, places: Vec::new(), typed, complaints })
        }
    }
}

/// `GET /{p}/work/people/{person}/contacts/new`.
pub async fn new_of_person(ctx: Ctx, Path(of): Path<OfPerson>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PEOPLE).await?;
    let found = find_person(&ctx, &mut tx, of.person).await?;
    let places = places(&ctx, &mut tx, of.person).await?;
    tx.done().await?;
    let owner = (found.name, person_url(&ctx, of.person));
    let places = places.into_iter().map(|(_, slug, name)| (slug, name)).collect();
    let typed = Typed::default().with("visibility", Visibility::Staff.code());
    answer(view(&ctx, &ContactPage { owner, places, typed, complaints: Complaints::default() }))
}

/// `POST /{p}/work/people/{person}/contacts`.
pub async fn add_to_person(ctx: Ctx, Path(of): Path<OfPerson>, Form(typed): Form<Typed>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PEOPLE.on(of.person)).await?;
    let found = person(&mut tx, Reader::Staff, of.person).await?.or_not_found()?;
    let places = places(&ctx, &mut tx, of.person).await?;
    let own = contacts_of_person(&mut tx, Reader::Staff, of.person).await?;
    let at = places.iter().find(|(_, slug, _)| slug == typed.get("place")).map(|(id, _, _)| *id);
    let taken = |kind: ContactKind| own.iter().any(|one| one.kind == kind && one.organization == at);
    let read = typed::contact(&typed).and_then(|read| {
        if taken(read.0) { Err(Complaints::one("kind", PartnerRefusal::ContactTaken)) } else { Ok(read) }
    });
    let url = person_url(&ctx, of.person);
    match read {
        Ok(read) => keep(tx, (Some(of.person), at), read, &url).await,
        Err(complaints) => {
            tx.done().await?;
            let places = places.into_iter().map(|(_, slug, name)| (slug, name)).collect();
            again(&ctx, &ContactPage { owner: (found.name, url), places, typed, complaints })
        }
    }
}

type Place = (OrganizationId, String, String);

/// The organizations for which a person speaks: id, slug, name.
async fn places(ctx: &Ctx, tx: &mut Tx, who: PersonId) -> Result<Vec<Place>> {
    let said = super::person::spoken_for(tx, Reader::Staff, who).await?;
    let now = said.into_iter().filter(|(speaker, _)| speaker.to_on.is_none_or(|to| to >= ctx.today()));
    Ok(now.map(|(_, of)| (of.id, of.slug, of.name.plain(ctx.lang).to_owned())).collect())
}

async fn keep(
    mut tx: Tx,
    (person, organization): (Option<PersonId>, Option<OrganizationId>),
    (kind, value, visibility): (ContactKind, String, Visibility),
    url: &str,
) -> Answer {
    add_contact(&mut tx, &NewContactPoint { person, organization, kind, value, visibility }).await?;
    let to = tx.commit_to(&said(url, "contact-added")).await?;
    see_other(&to)
}

fn again(ctx: &Ctx, shown: &ContactPage) -> Answer {
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(ctx, shown))
}

/// `POST /{p}/work/contacts/{contact}/removal`.
pub async fn remove(ctx: Ctx, Path(of): Path<OfContact>) -> Answer {
    let mut tx = ctx.read(can::SEE_PARTNERS).await?;
    let known = contact(&mut tx, Reader::Staff, of.contact).await?;
    tx.done().await?;
    let known = known.or_not_found()?;
    let ask = match (known.person, known.organization) {
        (None, Some(organization)) => can::EDIT_ORGANIZATION.on(organization),
        _ => can::EDIT_PEOPLE.into(),
    };
    let mut tx = ctx.write(ask).await?;
    remove_contact(&mut tx, &known).await?;
    let back = match (known.person, known.organization) {
        (Some(person), _) => person_url(&ctx, person),
        (None, Some(id)) => {
            let of = organization(&mut tx, Reader::Staff, id).await?.or_not_found()?;
            organization_url(&ctx, &of.slug)
        }
        (None, None) => ctx.url("/work/partners"),
    };
    let to = tx.commit_to(&said(&back, "contact-removed")).await?;
    see_other(&to)
}

/// The page.
pub fn view(ctx: &Ctx, shown: &ContactPage) -> Markup {
    let (say, typed) = (ctx.say(), &shown.typed);
    let (name, url) = shown.owner.clone();
    let form = form(ctx, format!("{url}/contacts")).complaints(&shown.complaints).cancel(&url);
    let kinds: Vec<Choice> = ContactKind::ALL
        .iter()
        .map(|kind| choice(kind.code(), say.t(&format!("contact-{}", kind.code()), &[])))
        .collect();
    let places: Vec<Choice> = shown.places.iter().map(|(slug, name)| choice(slug, name)).collect();
    let fields = markup! {
        (form.radios(field("kind", t!(say, "contacts-kind")).value(typed.get("kind")), &kinds))
        (form.text(field("value", t!(say, "contacts-value")).value(typed.get("value")).hint(t!(say, "contacts-value-hint"))))
        @if !places.is_empty() {
            (form.select(field("place", t!(say, "contacts-place")).value(typed.get("place")).hint(t!(say, "contacts-place-hint")).optional(), &places))
        }
        (form.select(field("visibility", t!(say, "field-visibility")).value(typed.get("visibility")).hint(t!(say, "contacts-visibility-hint")), &visibility_choices(&say)))
    };
    let head = Head::new(t!(say, "contacts-add")).under(name, url.clone());
    page(ctx, &head, form.show(&t!(say, "form-save"), fields))
}
