//! Removing an organization, a person, a contact point or a sector: what goes with it, and the way back, is told before it is
//! done.

use super::{
    OfOrganization, OfPerson,
    contacts::{OfContact, owner, who_may},
    find, find_person, id_of,
    organization::speakers,
    organization_url, person_url,
    sectors::{OfSector, head as head_of_sector, one, sector_url},
};
use crate::{
    Reader, Sector, can, jobs,
    store::{
        binned::{bin_organization, bin_person},
        contacts::{ContactPoint, contact, contacts_of_organization, contacts_of_person, remove_contact},
        organizations::{Organization, organization},
        people::{Person, person},
        sectors::{organizations_under, remove_sector},
        speakers::spoken_for_by,
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::{Error, OrNotFound, Result},
    html::{self, Confirm, Head, confirm, page, said},
    http::{Answer, Form, Pairs, Path, html as answer, see_other},
    ids::Ref,
    t,
};

/// What goes into the bin with an organization or a person, counted for the one who decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Goes {
    /// Contact points.
    pub contacts: usize,
    /// Records of who speaks for whom.
    pub speaking: usize,
}

impl Goes {
    fn numbers(self) -> (i64, i64) {
        let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        (number(self.contacts), number(self.speaking))
    }
}

/// `GET /{p}/work/partners/{slug}/removal`: asks before an organization goes to the bin.
pub async fn ask_organization(ctx: Ctx, Path(of): Path<OfOrganization>) -> Answer {
    let mut tx = ctx.read(can::DECIDE_PARTNERS).await?;
    let found = find(&ctx, &mut tx, &of.slug).await?;
    let goes = Goes {
        contacts: contacts_of_organization(&mut tx, Reader::Staff, found.id).await?.len(),
        speaking: speakers(&mut tx, Reader::Staff, &found).await?.len(),
    };
    tx.done().await?;
    answer(organization_view(&ctx, &found, goes))
}

/// The page that asks about an organization.
pub fn organization_view(ctx: &Ctx, of: &Organization, goes: Goes) -> Markup {
    let (say, url, name) = (ctx.say(), organization_url(ctx, &of.slug), of.name.plain(ctx.lang));
    let (contacts, people) = goes.numbers();
    let what = Confirm {
        action: format!("{url}/removal"),
        explains: t!(say, "removal-organization-goes", contacts = contacts, people = people),
        submit: t!(say, "removal-submit"),
        cancel: url.clone(),
        hidden: vec![("version", of.version.to_string())],
    };
    let head = Head::new(t!(say, "removal-bin-title", name = name))
        .under(t!(say, "nav-partners"), ctx.url("/work/partners"))
        .under(name, url);
    page(ctx, &head, confirm(ctx, &what))
}

/// `POST /{p}/work/partners/{slug}/removal`: into the bin.
pub async fn organization_out(ctx: Ctx, Path(of): Path<OfOrganization>, Form(typed): Form<Pairs>) -> Answer {
    let id = id_of(&ctx, &of.slug).await?;
    let mut tx = ctx.write(can::DECIDE_PARTNERS.on(id)).await?;
    let before = organization(&mut tx, Reader::Staff, id).await?.or_not_found()?;
    same(&typed, before.version)?;
    bin_organization(&mut tx, &before).await?;
    let to = tx.commit_to(&said(&ctx.url("/work/partners"), "organization-binned")).await?;
    see_other(&to)
}

/// `GET /{p}/work/people/{person}/removal`: asks before a person goes to the bin.
pub async fn ask_person(ctx: Ctx, Path(of): Path<OfPerson>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PEOPLE).await?;
    let found = find_person(&ctx, &mut tx, of.person).await?;
    let goes = Goes {
        contacts: contacts_of_person(&mut tx, Reader::Staff, of.person).await?.len(),
        speaking: spoken_for_by(&mut tx, Reader::Staff, of.person).await?.len(),
    };
    let stays = html::panels(&ctx, &mut tx, &Ref::new("person-removal", of.person.0)).await?;
    tx.done().await?;
    answer(person_view(&ctx, &found, (goes, stays)))
}

/// The page that asks about a person: what goes with her, and what other rooms say stays.
pub fn person_view(ctx: &Ctx, of: &Person, (goes, stays): (Goes, Markup)) -> Markup {
    let (say, url) = (ctx.say(), person_url(ctx, of.id));
    let (contacts, organizations) = goes.numbers();
    let days = jobs::IN_BIN / 86_400;
    let what = Confirm {
        action: format!("{url}/removal"),
        explains: t!(
            say,
            "removal-person-goes",
            contacts = contacts,
            organizations = organizations,
            days = days
        ),
        submit: t!(say, "removal-submit"),
        cancel: url.clone(),
        hidden: vec![("version", of.version.to_string())],
    };
    let head = Head::new(t!(say, "removal-bin-title", name = &of.name))
        .under(t!(say, "nav-partners-people"), ctx.url("/work/people"))
        .under(&of.name, url);
    page(ctx, &head, markup! { (stays) (confirm(ctx, &what)) })
}

/// `POST /{p}/work/people/{person}/removal`: into the bin.
pub async fn person_out(ctx: Ctx, Path(of): Path<OfPerson>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PEOPLE.on(of.person)).await?;
    let before = person(&mut tx, Reader::Staff, of.person).await?.or_not_found()?;
    same(&typed, before.version)?;
    bin_person(&mut tx, &before).await?;
    let to = tx.commit_to(&said(&ctx.url("/work/people"), "person-binned")).await?;
    see_other(&to)
}

/// `GET /{p}/work/contacts/{contact}/removal`: asks before a contact point is removed.
pub async fn ask_contact(ctx: Ctx, Path(of): Path<OfContact>) -> Answer {
    let mut tx = ctx.read(who_may(&ctx, of.contact).await?).await?;
    let found = contact(&mut tx, Reader::Staff, of.contact).await?.or_not_found()?;
    let whose = owner(&ctx, &mut tx, &found).await?;
    tx.done().await?;
    answer(contact_view(&ctx, &found, whose))
}

/// The page that asks about a contact point of somebody with this name and page.
pub fn contact_view(ctx: &Ctx, of: &ContactPoint, (name, url): (String, String)) -> Markup {
    let say = ctx.say();
    let what = Confirm {
        action: ctx.url(&format!("/work/contacts/{}/removal", of.id)),
        explains: t!(say, "contacts-removal-goes", name = &name),
        submit: t!(say, "contacts-remove"),
        cancel: url.clone(),
        hidden: vec![("version", of.version.to_string())],
    };
    let head = Head::new(t!(say, "contacts-removal-title", value = &of.value)).under(name, url);
    page(ctx, &head, confirm(ctx, &what))
}

/// `POST /{p}/work/contacts/{contact}/removal`.
pub async fn contact_out(ctx: Ctx, Path(of): Path<OfContact>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(who_may(&ctx, of.contact).await?).await?;
    let before = contact(&mut tx, Reader::Staff, of.contact).await?.or_not_found()?;
    same(&typed, before.version)?;
    remove_contact(&mut tx, &before).await?;
    let (_, back) = owner(&ctx, &mut tx, &before).await?;
    let to = tx.commit_to(&said(&back, "contact-removed")).await?;
    see_other(&to)
}

/// `GET /{p}/work/sectors/{sector}/removal`: asks before a sector is removed, or says who stands under it.
pub async fn ask_sector(ctx: Ctx, Path(of): Path<OfSector>) -> Answer {
    let mut tx = ctx.read(can::EDIT_SECTORS).await?;
    let sector = one(&mut tx, of.sector).await?;
    let under = organizations_under(&mut tx, sector.id).await?;
    tx.done().await?;
    answer(sector_view(&ctx, &sector, under))
}

/// The page that asks about a sector under which so many organizations stand.
pub fn sector_view(ctx: &Ctx, of: &Sector, under: i64) -> Markup {
    let (say, url) = (ctx.say(), sector_url(ctx, of.id));
    let what = Confirm {
        action: format!("{url}/removal"),
        explains: t!(say, "sectors-removal-free"),
        submit: t!(say, "sectors-remove"),
        cancel: url.clone(),
        hidden: vec![("version", of.version.to_string())],
    };
    let carried = (t!(say, "sectors-removal-show"), ctx.url(&format!("/work/partners?sector={}", of.code)));
    let body = markup! {
        @if under == 0 { (confirm(ctx, &what)) } @else {
            p { (t!(say, "sectors-removal-carried", n = under)) }
            (html::acts(&[carried, (t!(say, "sectors-removal-back"), url.clone())]))
        }
    };
    let name = of.name.plain(ctx.lang);
    page(
        ctx,
        &head_of_sector(ctx, Head::new(t!(say, "sectors-removal-title", name = name))).under(name, url),
        body,
    )
}

/// `POST /{p}/work/sectors/{sector}/removal`: refused while organizations stand under it.
pub async fn sector_out(ctx: Ctx, Path(of): Path<OfSector>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_SECTORS).await?;
    let sector = one(&mut tx, of.sector).await?;
    same(&typed, sector.version)?;
    remove_sector(&mut tx, &sector).await?;
    let to = tx.commit_to(&said(&ctx.url("/work/sectors"), "sectors-saved")).await?;
    see_other(&to)
}

/// Nobody has changed it since the page asked.
fn same(typed: &Pairs, version: i64) -> Result<()> {
    if typed.version() == version { Ok(()) } else { Err(Error::Stale) }
}
