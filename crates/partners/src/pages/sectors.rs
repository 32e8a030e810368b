//! The list of sectors that a partnership keeps.

use crate::{
    Sector, SectorId, can,
    rules::{PartnerRefusal, slug_of},
    store::sectors::{add_default_sectors, add_sector, change_sector, sectors},
    typed::named,
};
use http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    audit::AuditEntry,
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::{Conflict, Empty, Head, conflict, empty, field, form, labels_in_langs, page, said, shown},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html as answer, see_other},
    ids::Ref,
    langs::Lang,
    t,
    text::Text,
};
use serde::Deserialize;

/// The places that a sector can have in lists.
const PLACES: (u32, u32) = (1, 1_000);

/// Which sector.
#[derive(Debug, Deserialize)]
pub struct OfSector {
    /// The id.
    pub sector: SectorId,
}

/// The list as a page shows it.
pub struct SectorsPage {
    /// The sectors, in their order.
    pub sectors: Vec<Sector>,
    /// What stands in the form for a new one.
    pub typed: Pairs,
    /// What was wrong with it.
    pub complaints: Complaints,
}

/// One sector as its page shows it.
pub struct SectorPage {
    /// The sector.
    pub sector: Sector,
    /// What stands in the form.
    pub typed: Pairs,
    /// What was wrong with it.
    pub complaints: Complaints,
}

/// `GET /{p}/work/sectors`.
pub async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::EDIT_SECTORS).await?;
    let sectors = sectors(&mut tx).await?;
    tx.done().await?;
    answer(view(&ctx, &SectorsPage { sectors, typed: Pairs::default(), complaints: Complaints::default() }))
}

/// `POST /{p}/work/sectors/default`: takes the default list.
pub async fn take_default(ctx: Ctx) -> Answer {
    let mut tx = ctx.write(can::EDIT_SECTORS).await?;
    add_default_sectors(&mut tx, &ctx).await?;
    let to = tx.commit_to(&said(&ctx.url("/work/sectors"), "sectors-saved")).await?;
    see_other(&to)
}

/// `POST /{p}/work/sectors`: adds one at the end.
pub async fn add(ctx: Ctx, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_SECTORS).await?;
    let all = sectors(&mut tx).await?;
    let mut reading = Reading::of(&ctx, &typed);
    let name = named(&mut reading, &Text::default());
    let read = reading.done(name).and_then(|name| {
        let code = slug_of(name.plain(Lang::En));
        match all.iter().any(|one| one.code == code) {
            true => Err(Complaints::one("name", PartnerRefusal::SectorTaken)),
            false => Ok((code, name)),
        }
    });
    match read {
        Ok((code, name)) => {
            let place = all.iter().map(|one| one.place).max().unwrap_or(0) + 1;
            add_sector(&mut tx, &code, &name, place).await?;
            let to = tx.commit_to(&said(&ctx.url("/work/sectors"), "sectors-saved")).await?;
            see_other(&to)
        }
        Err(complaints) => {
            tx.done().await?;
            let shown = SectorsPage { sectors: all, typed, complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
        }
    }
}

pub(super) async fn one(tx: &mut Tx, id: SectorId) -> Result<Sector> {
    sectors(tx).await?.into_iter().find(|sector| sector.id == id).or_not_found()
}

/// `GET /{p}/work/sectors/{sector}`.
pub async fn edit(ctx: Ctx, Path(of): Path<OfSector>) -> Answer {
    let mut tx = ctx.read(can::EDIT_SECTORS).await?;
    let sector = one(&mut tx, of.sector).await?;
    tx.done().await?;
    let typed = stored(&sector);
    answer(one_view(&ctx, &SectorPage { sector, typed, complaints: Complaints::default() }))
}

/// A form that says what is kept of a sector.
fn stored(sector: &Sector) -> Pairs {
    Pairs::default()
        .with_text("name", &sector.name)
        .with("place", sector.place)
        .with("version", sector.version)
}

/// `POST /{p}/work/sectors/{sector}`.
pub async fn save(ctx: Ctx, Path(of): Path<OfSector>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_SECTORS).await?;
    let sector = one(&mut tx, of.sector).await?;
    if typed.version() != sector.version {
        let by = tx.history(&Ref::from(of.sector), 1).await?.pop();
        tx.done().await?;
        let shown = SectorPage { sector, typed, complaints: Complaints::default() };
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, &shown, by.as_ref())?);
    }
    match read(&ctx, &typed, &sector) {
        Ok((name, place)) => {
            change_sector(&mut tx, &sector, &name, place).await?;
            let to = tx.commit_to(&said(&ctx.url("/work/sectors"), "sectors-saved")).await?;
            see_other(&to)
        }
        Err(complaints) => {
            tx.done().await?;
            page_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                one_view(&ctx, &SectorPage { sector, typed, complaints }),
            )
        }
    }
}

/// What a sector is called and where it stands in lists.
fn read(ctx: &Ctx, typed: &Pairs, before: &Sector) -> std::result::Result<(Text, i64), Complaints> {
    let mut reading = Reading::of(ctx, typed);
    let name = named(&mut reading, &before.name);
    let place = reading.number("place", PLACES).unwrap_or_default();
    reading.done((name, place.into()))
}

/// The page of all.
pub fn view(ctx: &Ctx, list: &SectorsPage) -> Markup {
    let say = ctx.say();
    let add = form(ctx, ctx.url("/work/sectors")).complaints(&list.complaints);
    let langs = ctx.site_langs();
    let body = markup! {
        p { (t!(say, "sectors-lead")) }
        @if list.sectors.is_empty() {
            (empty(&Empty { why: t!(say, "sectors-empty"), example: None, first: None }))
            (form(ctx, ctx.url("/work/sectors/default")).button(&t!(say, "sectors-default"), "", &[]))
        }
        ol { @for sector in &list.sectors { li {
            a href=(ctx.url(&format!("/work/sectors/{}", sector.id))) { (shown(ctx, &sector.name)) }
        } } }
        section #add {
            h2 { (t!(say, "sectors-add")) }
            (add.show(&t!(say, "sectors-add-submit"), add.texts(field("name", t!(say, "field-name")), &list.typed.in_langs("name", langs))))
        }
    };
    let head = Head::new(t!(say, "sectors-title")).under(t!(say, "nav-partners"), ctx.url("/work/partners"));
    page(ctx, &head, body)
}

/// The page of one.
pub fn one_view(ctx: &Ctx, page_of: &SectorPage) -> Markup {
    let (say, sector, url) = (ctx.say(), &page_of.sector, sector_url(ctx, page_of.sector.id));
    let body = markup! {
        (the_form(ctx, page_of))
        section #removal {
            h2 { (t!(say, "removal-title")) }
            p { (t!(say, "sectors-removal-about")) }
            p.acts { a.btn.plain href={ (url) "/removal" } { (t!(say, "sectors-remove")) span.unseen { " " (sector.name.plain(ctx.lang)) } } }
        }
    };
    page(ctx, &head(ctx, Head::of(ctx, &sector.name)), body)
}

pub(super) fn sector_url(ctx: &Ctx, id: SectorId) -> String {
    ctx.url(&format!("/work/sectors/{id}"))
}

/// The head of a page about one sector.
pub(super) fn head(ctx: &Ctx, own: Head) -> Head {
    let say = ctx.say();
    own.under(t!(say, "nav-partners"), ctx.url("/work/partners"))
        .under(t!(say, "sectors-title"), ctx.url("/work/sectors"))
}

fn the_form(ctx: &Ctx, page_of: &SectorPage) -> Markup {
    let (say, sector, typed) = (ctx.say(), &page_of.sector, &page_of.typed);
    let form = form(ctx, sector_url(ctx, sector.id))
        .complaints(&page_of.complaints)
        .cancel(ctx.url("/work/sectors"));
    let fields = markup! {
        (form.texts(field("name", t!(say, "field-name")), &typed.in_langs("name", ctx.site_langs())))
        (form.text(field("place", t!(say, "sectors-place")).value(typed.get("place")).hint(t!(say, "sectors-place-hint")).number()))
        (form.version(sector.version))
    };
    form.show(&t!(say, "form-save"), fields)
}

/// The page when somebody else has changed it meanwhile.
///
/// # Errors
/// A failure when a form cannot be written as pairs.
pub fn conflict_view(ctx: &Ctx, page_of: &SectorPage, by: Option<&AuditEntry>) -> Result<Markup> {
    let (say, sector) = (ctx.say(), &page_of.sector);
    let mut labels = labels_in_langs(ctx, "name", &t!(say, "field-name"));
    labels.push(("place".into(), t!(say, "sectors-place")));
    let both = Conflict {
        action: sector_url(ctx, sector.id),
        theirs: &stored(sector),
        mine: &page_of.typed,
        version: sector.version,
        labels,
        called: &|_, _| None,
        by,
        keep_href: ctx.url("/work/sectors"),
        edit: the_form(ctx, page_of),
    };
    Ok(page(ctx, &head(ctx, Head::of(ctx, &sector.name)), conflict(ctx, &both)?))
}
