//! At which of her addresses a person with several organizations gets which mail.

use super::{OfPerson, organization_url, person_url};
use crate::{
    ContactId, ContactKind, OrganizationId, PersonId, Reader, can,
    store::{
        contacts::{ContactPoint, contacts_of_person},
        mail_choices::{choices_of, choose},
        organizations::{Organization, organizations_named},
        people::{Person, person},
    },
};
use http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, FieldRefusal, OrNotFound, Result},
    html::{Choice, Head, choice, field, form, page, said, shown},
    http::{Answer, Form, Pairs, Path, answer::page_with, html as answer, see_other},
    t,
};
use std::collections::HashMap;

/// The form as a page shows it.
pub struct MailPage {
    /// Whose mail.
    pub person: Person,
    /// Her addresses for mail.
    pub addresses: Vec<ContactPoint>,
    /// The organizations at which she has some.
    pub at: HashMap<OrganizationId, Organization>,
    /// What was chosen.
    pub chosen: Vec<(String, ContactId)>,
    /// What was wrong.
    pub complaints: Complaints,
}

impl MailPage {
    async fn load(tx: &mut Tx, id: PersonId) -> Result<Self> {
        let person = person(tx, Reader::Staff, id).await?.or_not_found()?;
        let mut addresses = contacts_of_person(tx, Reader::Staff, id).await?;
        addresses.retain(|one| one.kind == ContactKind::Mail);
        let ids: Vec<OrganizationId> = addresses.iter().filter_map(|one| one.organization).collect();
        let at = organizations_named(tx, Reader::Staff, &ids).await?;
        let chosen = choices_of(tx, id).await?;
        Ok(Self { person, addresses, at, chosen, complaints: Complaints::default() })
    }
}

/// `GET /{p}/work/people/{person}/mail`.
pub async fn show(ctx: Ctx, Path(of): Path<OfPerson>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PEOPLE).await?;
    let shown = MailPage::load(&mut tx, of.person).await?;
    tx.done().await?;
    answer(view(&ctx, &shown))
}

/// `POST /{p}/work/people/{person}/mail`.
pub async fn save(ctx: Ctx, Path(of): Path<OfPerson>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PEOPLE.on(of.person)).await?;
    let mut shown = MailPage::load(&mut tx, of.person).await?;
    let known = |sent: &str| shown.addresses.iter().find(|one| one.id.to_string() == sent);
    let wrong = |purpose: &&&str| !typed.get(purpose).is_empty() && known(typed.get(purpose)).is_none();
    let purposes = purposes(&ctx);
    if let Some(purpose) = purposes.iter().find(wrong) {
        tx.done().await?;
        shown.complaints = Complaints::one(*purpose, FieldRefusal::NotAChoice);
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown));
    }
    for purpose in purposes {
        choose(&mut tx, of.person, (purpose, known(typed.get(purpose)))).await?;
    }
    let to = tx.commit_to(&said(&person_url(&ctx, of.person), "person-saved")).await?;
    see_other(&to)
}

fn purposes(ctx: &Ctx) -> Vec<&'static str> {
    ctx.app.house.rooms.iter().flat_map(|room| room.purposes.iter().copied()).collect()
}

/// The page.
pub fn view(ctx: &Ctx, of: &MailPage) -> Markup {
    let (say, url) = (ctx.say(), person_url(ctx, of.person.id));
    let form = form(ctx, format!("{url}/mail")).complaints(&of.complaints).cancel(&url);
    let all: Vec<Choice> =
        of.addresses.iter().map(|one| choice(one.id.to_string(), place(ctx, of, one))).collect();
    let now = |purpose: &str| {
        let found = of.chosen.iter().find(|(of, _)| of == purpose);
        found.map(|(_, contact)| contact.to_string()).unwrap_or_default()
    };
    let fields = markup! { @for purpose in purposes(ctx) {
        (form.select(field(purpose, say.t(&format!("purpose-{purpose}"), &[])).value(now(purpose)).optional(), &all))
    } };
    let head = Head::new(t!(say, "mail-choice-title", name = &of.person.name))
        .under(t!(say, "nav-partners-people"), ctx.url("/work/people"))
        .under(&of.person.name, &url);
    let body = markup! {
        p { (t!(say, "mail-choice-about")) }
        ul.plain-list { @for one in &of.addresses { li {
            bdi dir="ltr" { (one.value) }
            @if let Some(at) = one.organization.and_then(|id| of.at.get(&id)) {
                " · " a href=(organization_url(ctx, &at.slug)) { (shown(ctx, &at.name)) }
            } @else { " · " (t!(say, "mail-choice-own")) }
        } } }
        @if all.is_empty() { p.quiet { (t!(say, "mail-choice-none")) } }
        @else { (form.show(&t!(say, "form-save"), fields)) }
    };
    page(ctx, &head, body)
}

/// An address as a choice: with where it is.
fn place(ctx: &Ctx, of: &MailPage, one: &ContactPoint) -> String {
    let at = one.organization.and_then(|id| of.at.get(&id));
    let at = at.map_or_else(|| t!(ctx.say(), "mail-choice-own"), |at| at.name.plain(ctx.lang).to_owned());
    format!("{} · {at}", one.value)
}

/// The link to the form, where there is something to choose.
pub(super) fn link(ctx: &Ctx, contacts: &[ContactPoint], url: &str) -> Markup {
    let mails = contacts.iter().filter(|one| one.kind == ContactKind::Mail).count();
    markup! { @if mails > 1 { p { a href={ (url) "/mail" } { (t!(ctx.say(), "mail-choice-link")) } } } }
}
