//! Contact points: adding one to an organization or a person, and changing it where it stands.

use super::{
    OfOrganization, OfPerson, find, find_person, id_of, organization_url, person_url, visibility_choices,
    visibility_word,
};
use crate::{
    ContactId, ContactKind, OrganizationId, PersonId, Reader, Visibility, can,
    rules::PartnerRefusal,
    store::{
        contacts::{ContactPoint, NewContactPoint, add_contact, change_contact, contact, contacts_of_person},
        organizations::organization,
        people::person,
    },
    typed,
};
use http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    authority::Ask,
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::{Choice, Conflict, FormHtml, Head, choice, conflict, field, form, page, said},
    http::{Answer, Form, Pairs, Path, answer::page_with, html as answer, see_other},
    t,
};
use serde::Deserialize;

/// Which contact point.
#[derive(Debug, Deserialize)]
pub struct OfContact {
    pub(super) contact: ContactId,
}

/// The form as a page shows it.
pub struct ContactPage {
    /// Whose it is: the name and the page.
    pub owner: (String, String),
    /// The organizations at which a person can be reached: slug and name; none for an organization's own.
    pub places: Vec<(String, String)>,
    /// What stands in the form.
    pub typed: Pairs,
    /// What was wrong with it.
    pub complaints: Complaints,
}

/// A contact point that is being changed, as a page shows it.
pub struct ContactEdit {
    /// Whose it is: the name and the page.
    pub owner: (String, String),
    /// How it is stored.
    pub kept: ContactPoint,
    /// What stands in the form.
    pub typed: Pairs,
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
    let typed = Pairs::default().with("visibility", found.visibility.code());
    answer(view(&ctx, &ContactPage { owner, places: Vec::new(), typed, complaints: Complaints::default() }))
}

/// `POST /{p}/work/partners/{slug}/contacts`.
pub async fn add_to_organization(
    ctx: Ctx,
    Path(of): Path<OfOrganization>,
    Form(typed): Form<Pairs>,
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
    let typed = Pairs::default().with("visibility", Visibility::Staff.code());
    answer(view(&ctx, &ContactPage { owner, places, typed, complaints: Complaints::default() }))
}

/// `POST /{p}/work/people/{person}/contacts`.
pub async fn add_to_person(ctx: Ctx, Path(of): Path<OfPerson>, Form(typed): Form<Pairs>) -> Answer {
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

/// A contact point as it was typed.
type Read = (ContactKind, String, Visibility);

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
    (kind, value, visibility): Read,
    url: &str,
) -> Answer {
    add_contact(&mut tx, &NewContactPoint { person, organization, kind, value, visibility }).await?;
    let to = tx.commit_to(&said(url, "contact-added")).await?;
    see_other(&to)
}

fn again(ctx: &Ctx, shown: &ContactPage) -> Answer {
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(ctx, shown))
}

/// What one must be allowed to do to change a contact point or take it away.
pub(super) async fn who_may(ctx: &Ctx, id: ContactId) -> Result<Ask> {
    let mut tx = ctx.read(can::SEE_PARTNERS).await?;
    let known = contact(&mut tx, Reader::Staff, id).await?;
    tx.done().await?;
    let known = known.or_not_found()?;
    Ok(match (known.person, known.organization) {
        (None, Some(organization)) => can::EDIT_ORGANIZATION.on(organization),
        _ => can::EDIT_PEOPLE.into(),
    })
}

/// Whose a contact point is: the name and the page.
pub(super) async fn owner(ctx: &Ctx, tx: &mut Tx, of: &ContactPoint) -> Result<(String, String)> {
    if let Some(id) = of.person {
        let found = person(tx, Reader::Staff, id).await?.or_not_found()?;
        return Ok((found.name, person_url(ctx, id)));
    }
    let id = of.organization.or_not_found()?;
    let found = organization(tx, Reader::Staff, id).await?.or_not_found()?;
    Ok((found.name.plain(ctx.lang).to_owned(), organization_url(ctx, &found.slug)))
}

/// `GET /{p}/work/contacts/{contact}/edit`.
pub async fn edit(ctx: Ctx, Path(of): Path<OfContact>) -> Answer {
    let mut tx = ctx.read(who_may(&ctx, of.contact).await?).await?;
    let kept = contact(&mut tx, Reader::Staff, of.contact).await?.or_not_found()?;
    let owner = owner(&ctx, &mut tx, &kept).await?;
    tx.done().await?;
    let typed = typed::of_contact(&kept);
    answer(edit_view(&ctx, &ContactEdit { owner, kept, typed, complaints: Complaints::default() }))
}

/// `POST /{p}/work/contacts/{contact}`.
pub async fn save(ctx: Ctx, Path(of): Path<OfContact>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(who_may(&ctx, of.contact).await?).await?;
    let kept = contact(&mut tx, Reader::Staff, of.contact).await?.or_not_found()?;
    let whose = owner(&ctx, &mut tx, &kept).await?;
    if typed.version() != kept.version {
        tx.done().await?;
        let shown = ContactEdit { owner: whose, kept, typed, complaints: Complaints::default() };
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, &shown)?);
    }
    match untaken(&mut tx, &kept, typed::contact(&typed)).await? {
        Ok(after) => {
            change_contact(&mut tx, &kept, after).await?;
            let to = tx.commit_to(&said(&whose.1, "contact-saved")).await?;
            see_other(&to)
        }
        Err(complaints) => {
            tx.done().await?;
            let shown = ContactEdit { owner: whose, kept, typed, complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, edit_view(&ctx, &shown))
        }
    }
}

/// What was read, unless the person has another of that kind there.
async fn untaken(
    tx: &mut Tx,
    kept: &ContactPoint,
    read: Result<Read, Complaints>,
) -> Result<Result<Read, Complaints>> {
    let (Ok(new), Some(person)) = (&read, kept.person) else { return Ok(read) };
    let own = contacts_of_person(tx, Reader::Staff, person).await?;
    let there = own.iter().filter(|one| one.organization == kept.organization && one.id != kept.id);
    let taken = there.into_iter().any(|one| one.kind == new.0);
    Ok(if taken { Err(Complaints::one("kind", PartnerRefusal::ContactTaken)) } else { read })
}

/// The page.
pub fn view(ctx: &Ctx, shown: &ContactPage) -> Markup {
    let (say, typed) = (ctx.say(), &shown.typed);
    let (name, url) = shown.owner.clone();
    let form = form(ctx, format!("{url}/contacts")).complaints(&shown.complaints).cancel(&url);
    let places: Vec<Choice> = shown.places.iter().map(|(slug, name)| choice(slug, name)).collect();
    let fields = markup! {
        (way(ctx, &form, typed))
        @if !places.is_empty() {
            (form.select(field("place", t!(say, "contacts-place")).value(typed.get("place")).hint(t!(say, "contacts-place-hint")).optional(), &places))
        }
        (seen(ctx, &form, typed))
    };
    let head = Head::new(t!(say, "contacts-add")).under(name, url.clone());
    page(ctx, &head, form.show(&t!(say, "form-save"), fields))
}

fn way(ctx: &Ctx, form: &FormHtml<'_>, typed: &Pairs) -> Markup {
    let say = ctx.say();
    let kinds: Vec<Choice> =
        ContactKind::ALL.iter().map(|kind| choice(kind.code(), kind_word(ctx, *kind))).collect();
    markup! {
        (form.radios(field("kind", t!(say, "contacts-kind")).value(typed.get("kind")), &kinds))
        (form.text(field("value", t!(say, "contacts-value")).value(typed.get("value")).hint(t!(say, "contacts-value-hint"))))
    }
}

fn seen(ctx: &Ctx, form: &FormHtml<'_>, typed: &Pairs) -> Markup {
    let say = ctx.say();
    form.select(
        field("visibility", t!(say, "field-visibility"))
            .value(typed.get("visibility"))
            .hint(t!(say, "contacts-visibility-hint")),
        &visibility_choices(&say),
    )
}

fn kind_word(ctx: &Ctx, kind: ContactKind) -> String {
    ctx.say().t(&format!("contact-{}", kind.code()), &[])
}

/// The page of a contact point to be changed.
pub fn edit_view(ctx: &Ctx, shown: &ContactEdit) -> Markup {
    page(ctx, &edit_head(ctx, shown), edit_form(ctx, shown))
}

fn edit_head(ctx: &Ctx, shown: &ContactEdit) -> Head {
    Head::new(t!(ctx.say(), "contacts-edit")).under(&shown.owner.0, &shown.owner.1)
}

fn edit_action(ctx: &Ctx, shown: &ContactEdit) -> String {
    ctx.url(&format!("/work/contacts/{}", shown.kept.id))
}

fn edit_form(ctx: &Ctx, shown: &ContactEdit) -> Markup {
    let form = form(ctx, edit_action(ctx, shown)).complaints(&shown.complaints).cancel(&shown.owner.1);
    let fields = markup! {
        (way(ctx, &form, &shown.typed))
        (seen(ctx, &form, &shown.typed))
        (form.version(shown.kept.version))
    };
    form.show(&t!(ctx.say(), "form-save"), fields)
}

/// The page when somebody else has changed it meanwhile. Who did is not said: the history is its owner's, and she may have
/// several contact points.
///
/// # Errors
/// A failure when a form cannot be written as pairs.
pub fn conflict_view(ctx: &Ctx, shown: &ContactEdit) -> Result<Markup> {
    let say = ctx.say();
    let both = Conflict {
        action: edit_action(ctx, shown),
        theirs: &typed::of_contact(&shown.kept),
        mine: &shown.typed,
        version: shown.kept.version,
        labels: vec![
            ("kind".into(), t!(say, "contacts-kind")),
            ("value".into(), t!(say, "contacts-value")),
            ("visibility".into(), t!(say, "field-visibility")),
        ],
        called: &|name, value| match name {
            "kind" => ContactKind::from_code(value).map(|kind| kind_word(ctx, kind)),
            "visibility" => Visibility::from_code(value).map(|one| visibility_word(&say, one)),
            _ => None,
        },
        by: None,
        keep_href: shown.owner.1.clone(),
        edit: edit_form(ctx, shown),
    };
    Ok(page(ctx, &edit_head(ctx, shown), conflict(ctx, &both)?))
}
