//! Which organizations lead the work of a body: a link of the thread, written here, shown on the body's page and on the
//! organization's.
//!
//! To lead is not to sit: an organization may lead a working group on which it has no seat.

use crate::{
    CouncilId, can,
    pages::{AtCouncil, council_url},
    store::bodies::{Council, find_council, list_councils},
};
use maud::{Markup, html as markup};
use partners::{Organization, OrganizationId};
use platform::{
    ctx::{Ctx, Face},
    db::Tx,
    errors::{Complaints, FieldRefusal, OrNotFound, Result},
    html::{Choice, choice, field, form, said, shown},
    http::{Answer, Form, Pairs, Path, see_other},
    ids::Ref,
    manifest::{Panel, PanelShown},
    t,
    thread::{LinkKind, link, unlink},
};
use serde::Deserialize;
use serde_json::json;
use std::collections::HashMap;

/// An organization leads the work of a body.
pub(crate) const LEADS: LinkKind = LinkKind { name: "leads", from: "organization", to: "council" };

/// The panels on both ends.
pub(crate) const PANELS: [Panel; 2] = [
    Panel {
        on: "council",
        name: "lead-organizations",
        show: |ctx, tx, of| Box::pin(async move { of_council(ctx, tx, of).await }),
    },
    Panel {
        on: "organization",
        name: "leads",
        show: |ctx, tx, of| Box::pin(async move { of_organization(ctx, tx, of).await }),
    },
];

/// The part of an address that names an organization that leads a body.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtLead {
    council: CouncilId,
    organization: OrganizationId,
}

/// Links an organization to the body that it leads, and writes it into the history of both.
///
/// # Errors
/// [`platform::errors::Error::NotFound`] when the caller may not know of one of them.
pub async fn add_lead(
    ctx: &Ctx,
    tx: &mut Tx,
    organization: OrganizationId,
    council: CouncilId,
) -> Result<()> {
    if link(ctx, tx, LEADS, organization.0, council.0).await? {
        tx.audit("council.lead-added", council, None::<&()>, Some(&json!({ "organization": organization })))
            .await?;
        tx.audit("organization.leads", organization, None::<&()>, Some(&json!({ "council": council })))
            .await?;
    }
    Ok(())
}

/// `POST /{p}/work/councils/{council}/leads`.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtCouncil>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_COUNCIL.on(at.council)).await?;
    find_council(&mut tx, at.council).await?.or_not_found()?;
    let Ok(organization) = sent.get("organization").parse::<OrganizationId>() else {
        return Err(FieldRefusal::NotAChoice.into());
    };
    add_lead(&ctx, &mut tx, organization, at.council).await?;
    back(&ctx, tx, at.council, "lead-added").await
}

/// `POST /{p}/work/councils/{council}/leads/{organization}/removal`.
pub(crate) async fn remove(ctx: Ctx, Path(at): Path<AtLead>) -> Answer {
    let mut tx = ctx.write(can::EDIT_COUNCIL.on(at.council)).await?;
    find_council(&mut tx, at.council).await?.or_not_found()?;
    let (organization, council) = (at.organization, at.council);
    unlink(&ctx, &mut tx, LEADS, organization.0, council.0).await?;
    tx.audit("council.lead-removed", council, Some(&json!({ "organization": organization })), None::<&()>)
        .await?;
    tx.audit("organization.leads-no-more", organization, Some(&json!({ "council": council })), None::<&()>)
        .await?;
    back(&ctx, tx, council, "lead-removed").await
}

async fn back(ctx: &Ctx, tx: Tx, council: CouncilId, key: &str) -> Answer {
    see_other(&tx.commit_to(&said(&council_url(ctx, council, ""), key)).await?)
}

/// The organizations that lead a body, as far as the reader may know of them, by name.
pub(crate) async fn leading(ctx: &Ctx, tx: &mut Tx, council: CouncilId) -> Result<Vec<Organization>> {
    let ids: Vec<OrganizationId> =
        tx.linked_by(LEADS, &council.into()).await?.into_iter().map(OrganizationId).collect();
    let known = partners::organizations_named(tx, partners::reader(ctx), &ids).await?;
    let mut known: Vec<Organization> = known.into_values().collect();
    known.sort_by(|a, b| ctx.say().order(a.name.plain(ctx.lang), b.name.plain(ctx.lang)));
    Ok(known)
}

/// The organizations that lead each body, as far as the reader may know of them, by id; bodies that nobody leads are left out.
pub(crate) async fn leading_each(ctx: &Ctx, tx: &mut Tx) -> Result<HashMap<CouncilId, Vec<Organization>>> {
    let links = tx.links_of(LEADS).await?;
    let ids: Vec<OrganizationId> =
        links.iter().map(|(organization, _)| OrganizationId(*organization)).collect();
    let known = partners::organizations_named(tx, partners::reader(ctx), &ids).await?;
    let mut each: HashMap<CouncilId, Vec<Organization>> = HashMap::new();
    for (organization, council) in links {
        if let Some(one) = known.get(&OrganizationId(organization)) {
            each.entry(CouncilId(council)).or_default().push(one.clone());
        }
    }
    for leads in each.values_mut() {
        leads.sort_by_key(|one| one.id);
    }
    Ok(each)
}

async fn of_council(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Option<PanelShown>> {
    let council = CouncilId(of.id);
    if find_council(tx, council).await?.is_none() {
        return Ok(None);
    }
    let leading = leading(ctx, tx, council).await?;
    let edits = ctx.face == Face::Work && ctx.may(can::EDIT_COUNCIL.on(council));
    if leading.is_empty() && !edits {
        return Ok(None);
    }
    let mut choices: Vec<Choice> = Vec::new();
    if edits {
        let all = partners::organizations_to_choose(tx, partners::reader(ctx), ctx.lang).await?;
        let others = all.iter().filter(|one| leading.iter().all(|lead| lead.id != one.id));
        choices.extend(others.map(|one| choice(one.id.to_string(), one.name.plain(ctx.lang))));
    }
    let items: Vec<_> = leading
        .iter()
        .map(|one| json!({ "organization": one.id, "name": one.name.to_plain_json() }))
        .collect();
    Ok(Some(PanelShown {
        heading: t!(ctx.say(), "leads-heading"),
        html: council_html(ctx, council, &leading, &choices),
        json: items.into(),
    }))
}

/// The list, and for those who keep the body's record a way to add and to take away.
pub(crate) fn council_html(
    ctx: &Ctx,
    council: CouncilId,
    leading: &[Organization],
    choices: &[Choice],
) -> Markup {
    let say = ctx.say();
    let edits = ctx.face == Face::Work && ctx.may(can::EDIT_COUNCIL.on(council));
    let url = council_url(ctx, council, "/leads");
    let none = Complaints::default();
    let add = form(ctx, &url).named("leads").complaints(&none);
    markup! {
        @if leading.is_empty() { p { (partners::none_known(ctx, ["leads-empty", "leads-empty-shown"])) } }
        ul { @for one in leading { li {
            a href=(organization_url(ctx, one)) { (shown(ctx, &one.name)) }
            @if edits { " " (form(ctx, format!("{url}/{}/removal", one.id)).button(&t!(say, "leads-remove"), one.name.plain(ctx.lang), &[])) }
        } } }
        @if edits && !choices.is_empty() { details { summary { (t!(say, "leads-add")) }
            (add.show(&t!(say, "leads-add"), add.select(field("organization", t!(say, "leads-organization")).hint(t!(say, "leads-hint")), choices)))
        } }
    }
}

fn organization_url(ctx: &Ctx, one: &Organization) -> String {
    let path = format!("/partners/{}", one.slug);
    if ctx.face == Face::Work { ctx.url(&format!("/work{path}")) } else { ctx.public_url(&path) }
}

async fn of_organization(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Option<PanelShown>> {
    let id = OrganizationId(of.id);
    if partners::organization(tx, partners::reader(ctx), id).await?.is_none() {
        return Ok(None);
    }
    let led = tx.linked_with(LEADS, of).await?;
    let councils: Vec<Council> = list_councils(tx)
        .await?
        .into_iter()
        .filter(|one| led.contains(&one.id.0) && one.closed_at.is_none())
        .collect();
    if councils.is_empty() {
        return Ok(None);
    }
    let href = |one: &Council| match ctx.face {
        Face::Work => council_url(ctx, one.id, ""),
        _ => ctx.public_url(&format!("/who-we-are/{}", one.slug)),
    };
    let html =
        markup! { ul { @for one in &councils { li { a href=(href(one)) { (shown(ctx, &one.name)) } } } } };
    let items: Vec<_> =
        councils.iter().map(|one| json!({ "council": one.id, "name": one.name.to_plain_json() })).collect();
    Ok(Some(PanelShown { heading: t!(ctx.say(), "leads-of-organization"), html, json: items.into() }))
}
