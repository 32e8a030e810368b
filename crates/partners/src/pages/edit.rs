//! Adding and changing an organization.

use super::{
    Kept, OfOrganization, find, id_of, kind_word, organization_url, spoken_choices, visibility_choices,
};
use crate::{
    OrganizationId, PartnerRefusal, Reader, Spoken, can,
    rules::NewOrganization,
    store::organizations::{Organization, add_organization, change_organization, organization, slug_taken},
    typed::{self, Around},
};
use http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    audit::AuditEntry,
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::{Conflict, FormHtml, Head, choice, conflict, field, form, labels_in_langs, page, said},
    http::{Answer, Form, Pairs, Path, answer::page_with, html as answer, see_other},
    ids::Ref,
    t,
};
use std::borrow::Cow;

/// The form of an organization as a page shows it.
pub struct EditPage {
    /// The organization that is changed; none when one is added.
    pub of: Option<Organization>,
    /// Sectors and areas.
    pub kept: Kept,
    /// What stands in the form.
    pub typed: Pairs,
    /// What was wrong with it.
    pub complaints: Complaints,
}

/// `GET /{p}/work/partners/new`.
pub async fn new(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::DECIDE_PARTNERS).await?;
    let kept = Kept::load(&mut tx).await?;
    tx.done().await?;
    let typed = Pairs::default().with("kind", "formal");
    answer(view(&ctx, &EditPage { of: None, kept, typed, complaints: Complaints::default() }))
}

/// `POST /{p}/work/partners`.
pub async fn add(ctx: Ctx, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::DECIDE_PARTNERS).await?;
    let kept = Kept::load(&mut tx).await?;
    let read = typed::organization(&typed, None, &kept.around(&ctx));
    match free(&mut tx, read, None).await? {
        Ok(new) => {
            add_organization(&mut tx, &new).await?;
            let to = tx.commit_to(&said(&organization_url(&ctx, &new.slug), "organization-added")).await?;
            see_other(&to)
        }
        Err(complaints) => {
            tx.done().await?;
            let shown = EditPage { of: None, kept, typed, complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
        }
    }
}

/// `GET /{p}/work/partners/{slug}/edit`.
pub async fn edit(ctx: Ctx, Path(of): Path<OfOrganization>) -> Answer {
    let mut tx = ctx.read(can::SEE_PARTNERS).await?;
    let found = find(&ctx, &mut tx, &of.slug).await?;
    ctx.demand(can::EDIT_ORGANIZATION.on(found.id))?;
    let kept = Kept::load(&mut tx).await?;
    tx.done().await?;
    let typed = typed::of_organization(&found.facts(), found.version, &kept.around(&ctx));
    answer(view(&ctx, &EditPage { of: Some(found), kept, typed, complaints: Complaints::default() }))
}

/// `POST /{p}/work/partners/{slug}`.
pub async fn save(ctx: Ctx, Path(of): Path<OfOrganization>, Form(typed): Form<Pairs>) -> Answer {
    let id = id_of(&ctx, &of.slug).await?;
    let mut tx = ctx.write(can::EDIT_ORGANIZATION.on(id)).await?;
    let before = organization(&mut tx, Reader::Staff, id).await?.or_not_found()?;
    let kept = Kept::load(&mut tx).await?;
    if typed.version() != before.version {
        let by = tx.history(&Ref::from(id), 1).await?.pop();
        tx.done().await?;
        let shown = EditPage { of: Some(before), kept, typed, complaints: Complaints::default() };
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, &shown, by.as_ref())?);
    }
    let read = typed::organization(&typed, Some(&before.facts()), &kept.around(&ctx));
    match free(&mut tx, read, Some(id)).await? {
        Ok(after) => {
            change_organization(&mut tx, "organization.changed", &before, &after).await?;
            let to = tx.commit_to(&said(&organization_url(&ctx, &after.slug), "organization-saved")).await?;
            see_other(&to)
        }
        Err(complaints) => {
            tx.done().await?;
            let shown = EditPage { of: Some(before), kept, typed, complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
        }
    }
}

/// What was read, unless its place in addresses is another organization's.
async fn free(
    tx: &mut Tx,
    read: Result<NewOrganization, Complaints>,
    own: Option<OrganizationId>,
) -> Result<Result<NewOrganization, Complaints>> {
    let Ok(new) = read else { return Ok(read) };
    if slug_taken(tx, &new.slug, own).await? {
        return Ok(Err(Complaints::one("slug", PartnerRefusal::SlugTaken { slug: new.slug })));
    }
    Ok(Ok(new))
}

/// The page.
pub fn view(ctx: &Ctx, shown: &EditPage) -> Markup {
    let say = ctx.say();
    let list = ctx.url("/work/partners");
    let head = match &shown.of {
        Some(of) => Head::new(t!(say, "organization-edit-title", name = of.name.plain(ctx.lang)))
            .under(t!(say, "nav-partners"), list)
            .under(of.name.plain(ctx.lang), organization_url(ctx, &of.slug)),
        None => Head::new(t!(say, "partners-add")).under(t!(say, "nav-partners"), list),
    };
    page(ctx, &head, the_form(ctx, shown))
}

fn the_form(ctx: &Ctx, shown: &EditPage) -> Markup {
    let say = ctx.say();
    let (action, back, submit) = match &shown.of {
        Some(of) => {
            let url = organization_url(ctx, &of.slug);
            (url.clone(), url, t!(say, "form-save"))
        }
        None => (ctx.url("/work/partners"), ctx.url("/work/partners"), t!(say, "partners-add-submit")),
    };
    let form = form(ctx, action).complaints(&shown.complaints).cancel(back);
    let around = shown.kept.around(ctx);
    let fields = markup! {
        (facts(ctx, &form, shown, &around))
        (form.proses(field("about", t!(say, "field-about")).hint(t!(say, "field-about-hint")).optional(), &shown.typed.in_langs("about", &around.langs)))
        @if shown.of.is_none() {
            (form.date(field("joined_on", t!(say, "field-joined")).value(shown.typed.get("joined_on")).hint(t!(say, "field-joined-hint")).optional()))
        }
        @if around.decides { (decided(ctx, &form, shown)) }
        @if let Some(of) = &shown.of { (form.version(of.version)) }
    };
    form.show(&submit, fields)
}

fn facts(ctx: &Ctx, form: &FormHtml<'_>, shown: &EditPage, around: &Around) -> Markup {
    let (say, typed) = (ctx.say(), &shown.typed);
    let kinds = [
        choice("formal", t!(say, "kind-formal")).hint(t!(say, "kind-formal-hint")),
        choice("informal", t!(say, "kind-informal")).hint(t!(say, "kind-informal-hint")),
    ];
    let kind = if typed.get("kind").is_empty() { "formal" } else { typed.get("kind") };
    markup! {
        (form.texts(field("name", t!(say, "field-name")).hint(t!(say, "field-name-hint")).autocomplete("organization"), &typed.in_langs("name", &around.langs)))
        (form.radios(field("kind", t!(say, "field-kind")).value(kind), &kinds))
        (form.select(field("sector", t!(say, "field-sector")).value(typed.get("sector")).optional(), &shown.kept.sector_choices(ctx)))
        details.stack open[typed.all("language").next().is_some()] {
            summary { (t!(say, "field-languages")) }
            (form.checkboxes(field("language", t!(say, "field-languages")).hint(t!(say, "field-languages-hint")).optional(), &spoken_choices(&say), &typed.all("language").map(str::to_owned).collect::<Vec<_>>()))
        }
        @if !shown.kept.areas.is_empty() {
            (form.select(field("area", t!(say, "field-area")).value(typed.get("area")).optional(), &shown.kept.area_choices(ctx, typed.get("area"))))
        }
    }
}

/// What only those write who decide about partners.
fn decided(ctx: &Ctx, form: &FormHtml<'_>, shown: &EditPage) -> Markup {
    let (say, typed) = (ctx.say(), &shown.typed);
    let visibility = field("visibility", t!(say, "field-visibility"))
        .value(typed.get("visibility"))
        .hint(t!(say, "field-visibility-hint"));
    let visibility = if shown.of.is_none() { visibility.optional() } else { visibility };
    markup! {
        (form.select(visibility, &visibility_choices(&say)))
        (form.text(field("slug", t!(say, "field-slug")).value(typed.get("slug")).hint(t!(say, "field-slug-hint")).optional()))
        (form.prose(field("note", t!(say, "field-note")).value(typed.get("note")).hint(t!(say, "field-note-hint")).rows(3).optional()))
    }
}

/// The page when somebody else has changed it meanwhile.
///
/// # Errors
/// A failure when a form cannot be written as pairs.
pub fn conflict_view(ctx: &Ctx, shown: &EditPage, by: Option<&AuditEntry>) -> Result<Markup> {
    let say = ctx.say();
    let of = shown.of.as_ref().or_not_found()?;
    let url = organization_url(ctx, &of.slug);
    let around = shown.kept.around(ctx);
    let both = Conflict {
        action: url.clone(),
        theirs: &typed::of_organization(&of.facts(), of.version, &around),
        mine: &shown.typed,
        version: of.version,
        labels: labels(ctx, &around),
        called: &|name, value| called(ctx, &shown.kept, (name, value)),
        by,
        keep_href: url.clone(),
        edit: the_form(ctx, shown),
    };
    let head = Head::new(t!(say, "organization-edit-title", name = of.name.plain(ctx.lang)))
        .under(t!(say, "nav-partners"), ctx.url("/work/partners"))
        .under(of.name.plain(ctx.lang), url);
    Ok(page(ctx, &head, conflict(ctx, &both)?))
}

/// What stands for the codes in a field of an organization; several languages stand in one.
fn called(ctx: &Ctx, kept: &Kept, (name, value): (&str, &str)) -> Option<String> {
    let say = ctx.say();
    let offered = match name {
        "kind" if !value.is_empty() => return Some(kind_word(&say, value != "informal")),
        "sector" => kept.sector_choices(ctx),
        "area" => kept.area_choices(ctx, value),
        "visibility" => visibility_choices(&say),
        "language" if !value.is_empty() => {
            let name =
                |code: &str| Spoken::from_code(code).map_or(code.to_owned(), |one| say.t(&one.key(), &[]));
            return Some(say.list(&value.split(", ").map(name).collect::<Vec<_>>()));
        }
        _ => return None,
    };
    offered.into_iter().find(|one| one.code == value).map(|one| one.label)
}

fn labels(ctx: &Ctx, around: &Around) -> Vec<(Cow<'static, str>, String)> {
    let say = ctx.say();
    let mut labels = labels_in_langs(ctx, "name", &t!(say, "field-name"));
    labels.extend([
        ("kind".into(), t!(say, "field-kind")),
        ("sector".into(), t!(say, "field-sector")),
        ("language".into(), t!(say, "field-languages")),
        ("area".into(), t!(say, "field-area")),
    ]);
    labels.extend(labels_in_langs(ctx, "about", &t!(say, "field-about")));
    if around.decides {
        labels.extend([
            ("visibility".into(), t!(say, "field-visibility")),
            ("slug".into(), t!(say, "field-slug")),
            ("note".into(), t!(say, "field-note")),
        ]);
    }
    labels
}
