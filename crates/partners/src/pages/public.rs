//! Partners on the public site: those that everyone may know of and that have joined.

use super::{Kept, OfOrganization, languages_word, organization::contact_link};
use crate::{
    Offer, Reader, Standing, Whose,
    narrowing::Narrowing,
    store::{
        contacts::{ContactPoint, contacts_of_organization},
        list::{Counts, counts, organizations},
        offers::offers_of,
        organizations::{Organization, organization_by_slug},
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::{Ctx, PUBLIC},
    db::{Page, Tx},
    errors::{OrNotFound, Result},
    html::{self, Cell, Column, Empty, Filter, Head, ListShown, choice_of, named, page, paragraphs},
    http::{Answer, Path, html as answer},
    ids::Ref,
    t,
};

/// The list as the public site shows it.
pub struct PublicList {
    /// The partners of this page.
    pub rows: Page<Organization>,
    /// What the filters would leave.
    pub counts: Counts,
    /// Sectors and areas.
    pub kept: Kept,
}

/// A partner as the public site shows it.
pub struct PublicPartner {
    /// What it offers and needs, as far as everyone may know and it has not ended.
    pub offers: Vec<Offer>,
    /// The partner.
    pub organization: Organization,
    /// Sectors and areas.
    pub kept: Kept,
    /// How to reach it.
    pub contacts: Vec<ContactPoint>,
    /// What other rooms tell everyone about it.
    pub panels: Markup,
}

/// `GET /{p}/{lang}/partners`.
pub async fn list(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let (kept, address) = (Kept::load(&mut tx).await?, ctx.address());
    let narrowing = Narrowing {
        standing: Some(Standing::Partner),
        visibility: None,
        ..Narrowing::of(&address, &kept.codes())
    };
    let rows = organizations(&mut tx, Reader::Public, &narrowing, (&address, ctx.lang)).await?;
    let counts = counts(&mut tx, Reader::Public, &narrowing).await?;
    tx.done().await?;
    match address.file() {
        Some(kind) => {
            html::file(&ctx, kind, &t!(ctx.say(), "partners-file"), &columns(&ctx, &kept), &rows.rows)
        }
        None => answer(list_view(&ctx, &PublicList { rows, counts, kept })),
    }
}

/// `GET /{p}/{lang}/partners/{slug}`.
pub async fn show(ctx: Ctx, Path(of): Path<OfOrganization>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let found = organization_by_slug(&mut tx, Reader::Public, &of.slug).await?;
    let organization = found.filter(|one| one.standing() == Standing::Partner).or_not_found()?;
    let shown = PublicPartner {
        kept: Kept::load(&mut tx).await?,
        contacts: contacts_of_organization(&mut tx, Reader::Public, organization.id).await?,
        panels: html::panels(&ctx, &mut tx, &Ref::from(organization.id)).await?,
        offers: offers_now(&ctx, &mut tx, Whose::Organization(organization.id)).await?,
        organization,
    };
    tx.done().await?;
    answer(view(&ctx, &shown))
}

/// What stands open today and everyone may know.
async fn offers_now(ctx: &Ctx, tx: &mut Tx, whose: Whose) -> Result<Vec<Offer>> {
    let mut all = offers_of(tx, Reader::Public, whose).await?;
    all.retain(|one| one.until_on.is_none_or(|until| until >= ctx.today()));
    Ok(all)
}

/// The page of all.
pub fn list_view(ctx: &Ctx, list: &PublicList) -> Markup {
    let say = ctx.say();
    let sectors = list.kept.sectors.iter().filter_map(|sector| {
        let (_, count) = list.counts.sectors.iter().find(|(id, _)| *id == Some(sector.id))?;
        Some(choice_of(&sector.code, &sector.name, ctx.lang).count(*count))
    });
    let shown = ListShown {
        caption: t!(say, "public-partners-caption"),
        columns: &columns(ctx, &list.kept),
        filters: vec![Filter { name: "sector", label: t!(say, "field-sector"), choices: sectors.collect() }],
        search: Some(t!(say, "partners-search")),
        page: &list.rows,
        empty: Empty { why: t!(say, "public-partners-empty"), example: None, first: None },
    };
    let body = markup! {
        p { (t!(say, "public-partners-lead")) }
        (html::list(ctx, &ctx.address(), &shown))
    };
    let head =
        Head::new(t!(say, "nav-public-partners")).at("/partners").about(t!(say, "public-partners-lead"));
    page(ctx, &head, body)
}

fn columns<'a>(ctx: &'a Ctx, kept: &'a Kept) -> Vec<Column<'a, Organization>> {
    let say = ctx.say();
    vec![
        Column::new("name", t!(say, "field-name"), move |row: &Organization| {
            let href = ctx.public_url(&format!("/partners/{}", row.slug));
            Cell::new(markup! { a href=(href) { (named(ctx, &row.name)) } }, row.name.plain(ctx.lang))
        })
        .sorts(),
        Column::new("sector", t!(say, "field-sector"), move |row: &Organization| {
            kept.sector_name(ctx, row.sector)
        })
        .sorts(),
        Column::new("language", t!(say, "field-languages"), move |row: &Organization| {
            Cell::words(languages_word(&ctx.say(), row))
        }),
    ]
}

/// The page of one.
pub fn view(ctx: &Ctx, partner: &PublicPartner) -> Markup {
    let (say, organization) = (ctx.say(), &partner.organization);
    let head = Head::of(ctx, &organization.name)
        .under(t!(say, "nav-public-partners"), ctx.public_url("/partners"))
        .at(format!("/partners/{}", organization.slug));
    let words = |text: String| markup! { (text) };
    let since =
        markup! { @if let Some(day) = organization.joined_on { time datetime=(day) { (say.day(day)) } } };
    let facts = [
        (t!(say, "field-sector"), partner.kept.sector_name(ctx, organization.sector).html),
        (t!(say, "field-languages"), words(languages_word(&say, organization))),
        (t!(say, "field-area"), partner.kept.area_name(ctx, organization.area).html),
        (t!(say, "field-joined"), since),
    ];
    let body = markup! {
        (paragraphs(ctx, &organization.about))
        (html::facts(&facts))
        (ways(ctx, partner))
        (super::offers::public_section(ctx, &partner.offers))
        (partner.panels)
    };
    page(ctx, &head, body)
}

/// How everyone reaches it: what it lets everyone see, or else through the partnership's office.
fn ways(ctx: &Ctx, partner: &PublicPartner) -> Markup {
    let say = ctx.say();
    let asks = ctx.partnership.as_ref().is_some_and(|here| !here.contact.is_empty());
    markup! {
        @if !partner.contacts.is_empty() { section #contacts {
            h2 { (t!(say, "contacts-title")) }
            ul.plain-list { @for one in &partner.contacts { li {
                (say.t(&format!("contact-{}", one.kind.code()), &[])) " " (contact_link(one))
            } } }
        } } @else if asks { section #contacts {
            h2 { (t!(say, "contacts-title")) }
            p { (t!(say, "public-contacts-ask")) }
            (html::reach(ctx))
        } }
    }
}
