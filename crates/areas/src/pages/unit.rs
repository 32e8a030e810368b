//! One area: a place of the partnership's own is added, named anew, given other days; any goes to the bin.

use super::{
    OfArea,
    form::{self, Named},
    list::{kind_word, span},
    url,
};
use crate::{
    AreaKind, NewArea, can,
    rules::code_of,
    store::kept::{Area, add_area, bin_area, change_area, find_area},
};
use http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{self, Head, facts, page, said},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html as answer, see_other},
    ids::Ref,
    t,
    text::Text,
};

/// The form of a new area or of one that is kept.
pub(crate) struct UnitPage {
    pub(crate) of: Option<Area>,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
    /// What other rooms know of it.
    pub(crate) panels: Markup,
}

fn facts_of(area: &Area) -> Named {
    Named { name: area.name.clone(), valid_from: area.valid_from, valid_to: area.valid_to }
}

/// `GET /{p}/work/areas/new`.
pub(crate) async fn new(ctx: Ctx) -> Answer {
    ctx.demand(can::EDIT_AREAS)?;
    let sent = Pairs::default().with("valid_from", ctx.today());
    answer(view(&ctx, &UnitPage { of: None, sent, complaints: Complaints::default(), panels: markup! {} }))
}

/// `POST /{p}/work/areas`: adds a place of the partnership's own.
pub(crate) async fn add(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_AREAS).await?;
    let mut reading = Reading::of(&ctx, &sent);
    let Named { name, valid_from, valid_to } = form::read(&mut reading, &Text::default(), ctx.today());
    let mut complaints = reading.complaints;
    if complaints.is_empty() {
        let new = NewArea { kind: AreaKind::Own, code: code_of(&name), name, valid_from, valid_to };
        match add_area(&mut tx, &new).await {
            Ok(id) => {
                let to = said(&url(&ctx, &format!("/{id}")), "area-saved");
                return see_other(&tx.commit_to(&to).await?);
            }
            Err(error) => complaints = form::complain(error)?,
        }
    }
    drop(tx);
    let shown = UnitPage { of: None, sent, complaints, panels: markup! {} };
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
}

async fn one(tx: &mut Tx, of: OfArea) -> Result<Area> {
    find_area(tx, of.area).await?.or_not_found()
}

/// `GET /{p}/work/areas/{area}`.
pub(crate) async fn show(ctx: Ctx, Path(of): Path<OfArea>) -> Answer {
    let mut tx = ctx.read(can::SEE_AREAS).await?;
    let area = one(&mut tx, of).await?;
    let panels = html::panels(&ctx, &mut tx, &Ref::from(area.id)).await?;
    tx.done().await?;
    let sent = form::filled(&facts_of(&area), area.version);
    answer(view(&ctx, &UnitPage { of: Some(area), sent, complaints: Complaints::default(), panels }))
}

/// `POST /{p}/work/areas/{area}`.
pub(crate) async fn save(ctx: Ctx, Path(of): Path<OfArea>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_AREAS).await?;
    let area = one(&mut tx, of).await?;
    if sent.version() != area.version {
        return Err(Error::Stale);
    }
    let mut reading = Reading::of(&ctx, &sent);
    let Named { name, valid_from, valid_to } = form::read(&mut reading, &area.name, ctx.today());
    let mut complaints = reading.complaints;
    if complaints.is_empty() {
        let after = NewArea { name, valid_from, valid_to, ..area.facts() };
        match change_area(&mut tx, &area, &after).await {
            Ok(()) => {
                let to = said(&url(&ctx, &format!("/{}", area.id)), "area-saved");
                return see_other(&tx.commit_to(&to).await?);
            }
            Err(error) => complaints = form::complain(error)?,
        }
    }
    drop(tx);
    let shown = UnitPage { of: Some(area), sent, complaints, panels: markup! {} };
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
}

/// `POST /{p}/work/areas/{area}/bin`.
pub(crate) async fn bin(ctx: Ctx, Path(of): Path<OfArea>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_AREAS).await?;
    let area = one(&mut tx, of).await?;
    bin_area(&mut tx, &area, sent.version()).await?;
    see_other(&tx.commit_to(&said(&url(&ctx, ""), "area-binned")).await?)
}

/// The page.
pub(crate) fn view(ctx: &Ctx, shown: &UnitPage) -> Markup {
    let say = ctx.say();
    let own = shown.of.as_ref().map(|area| url(ctx, &format!("/{}", area.id)));
    let body = markup! {
        @if let Some(area) = &shown.of {
            (facts(&[
                (t!(say, "areas-kind"), markup! { (kind_word(ctx, area)) }),
                (t!(say, "areas-code"), markup! { code { (area.code) } }),
                (t!(say, "areas-holds"), markup! { (span(ctx, (area.valid_from, area.valid_to))) }),
            ]))
            p { a href=(ctx.url(&format!("/work/history/area/{}", area.id))) { (t!(say, "areas-history")) } }
        } @else { p { (t!(say, "areas-add-lead")) } }
        (shown.panels)
        @if ctx.may(can::EDIT_AREAS) { (the_form(ctx, shown, own.as_deref())) }
    };
    let head = match &shown.of {
        Some(area) => Head::of(ctx, &area.name),
        None => Head::new(t!(say, "areas-add")),
    };
    page(ctx, &head.under(t!(say, "nav-areas"), url(ctx, "")), body)
}

fn the_form(ctx: &Ctx, shown: &UnitPage, own: Option<&str>) -> Markup {
    let say = ctx.say();
    let form = html::form(ctx, own.map_or_else(|| url(ctx, ""), str::to_owned))
        .complaints(&shown.complaints)
        .cancel(url(ctx, ""));
    let fields = markup! {
        (form::fields(ctx, &form, &shown.sent))
        @if let Some(area) = &shown.of { (form.version(area.version)) }
    };
    let submit = if own.is_some() { t!(say, "areas-save") } else { t!(say, "areas-add") };
    markup! {
        section #change {
            @if own.is_some() { h2 { (t!(say, "areas-change")) } }
            (form.show(&submit, fields))
        }
        @if let (Some(area), Some(own)) = (&shown.of, own) { section #removal {
            h2 { (t!(say, "areas-bin")) }
            p { (t!(say, "areas-bin-about")) }
            (html::form(ctx, format!("{own}/bin")).button(&t!(say, "areas-bin-submit"), area.name.plain(ctx.lang), &[("version", &area.version.to_string())]))
        } }
    }
}
