//! One set: which areas count in it, how much of each, and between which days.

use super::{
    OfSet,
    form::{self, Named},
    list::{kind_word, span},
    url,
};
use crate::{
    AreaId, NewAreaSet, Share, can,
    rules::{AreaRefusal, code_of},
    store::{
        kept::{Area, list_areas},
        sets::{AreaSet, add_set, bin_set, change_set, find_set, shares_of},
    },
};
use http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{self, Head, facts, field, page, said, shown},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html as answer, see_other},
    t,
};

/// The form of a new set or of one that is kept.
pub(crate) struct SetPage {
    pub(crate) of: Option<AreaSet>,
    /// The areas to choose from.
    pub(crate) areas: Vec<Area>,
    /// What counts in it now.
    pub(crate) shares: Vec<(AreaId, Share)>,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

fn facts_of(set: &AreaSet) -> Named {
    Named { name: set.name.clone(), valid_from: set.valid_from, valid_to: set.valid_to }
}

/// `GET /{p}/work/areas/sets/new`.
pub(crate) async fn new(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::EDIT_AREAS).await?;
    let areas = list_areas(&mut tx).await?;
    tx.done().await?;
    let sent = Pairs::default().with("valid_from", ctx.today());
    let complaints = Complaints::default();
    answer(view(&ctx, &SetPage { of: None, areas, shares: Vec::new(), sent, complaints }))
}

/// `POST /{p}/work/areas/sets`.
pub(crate) async fn add(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_AREAS).await?;
    let areas = list_areas(&mut tx).await?;
    let complaints = match read(&ctx, &sent, None, &areas) {
        Ok(new) => match add_set(&mut tx, &new).await {
            Ok(id) => {
                let to = said(&url(&ctx, &format!("/sets/{id}")), "area-set-saved");
                return see_other(&tx.commit_to(&to).await?);
            }
            Err(error) => form::complain(error)?,
        },
        Err(complaints) => complaints,
    };
    drop(tx);
    let shown = SetPage { of: None, areas, shares: Vec::new(), sent, complaints };
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
}

/// The set that a form describes.
fn read(ctx: &Ctx, sent: &Pairs, before: Option<&AreaSet>, areas: &[Area]) -> Result<NewAreaSet, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let name = before.map(|set| set.name.clone()).unwrap_or_default();
    let Named { name, valid_from, valid_to } = form::read(&mut reading, &name, ctx.today());
    let mut shares = Vec::new();
    for area in areas {
        match Share::of_percent(sent.get(&share_field(area.id))) {
            Ok(share) => shares.extend(share.map(|share| (area.id, share))),
            Err(why) if reading.complaints.about("shares").is_none() => reading.refuse("shares", why),
            Err(_) => {}
        }
    }
    if shares.is_empty() && reading.complaints.about("shares").is_none() {
        reading.refuse("shares", AreaRefusal::Empty);
    }
    let slug = before.map_or_else(|| code_of(&name), |set| set.slug.clone());
    reading.done(NewAreaSet { slug, name, valid_from, valid_to, shares })
}

fn share_field(area: AreaId) -> String {
    format!("share_{area}")
}

async fn one(tx: &mut Tx, of: OfSet) -> Result<AreaSet> {
    find_set(tx, of.set).await?.or_not_found()
}

/// `GET /{p}/work/areas/sets/{set}`.
pub(crate) async fn show(ctx: Ctx, Path(of): Path<OfSet>) -> Answer {
    let mut tx = ctx.read(can::SEE_AREAS).await?;
    let (set, areas) = (one(&mut tx, of).await?, list_areas(&mut tx).await?);
    let shares = shares_of(&mut tx, set.id).await?;
    tx.done().await?;
    let sent = shares.iter().fold(form::filled(&facts_of(&set), set.version), |sent, (area, share)| {
        sent.with(&share_field(*area), share.percent())
    });
    let complaints = Complaints::default();
    answer(view(&ctx, &SetPage { of: Some(set), areas, shares, sent, complaints }))
}

/// `POST /{p}/work/areas/sets/{set}`.
pub(crate) async fn save(ctx: Ctx, Path(of): Path<OfSet>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_AREAS).await?;
    let (set, areas) = (one(&mut tx, of).await?, list_areas(&mut tx).await?);
    if sent.version() != set.version {
        return Err(Error::Stale);
    }
    let complaints = match read(&ctx, &sent, Some(&set), &areas) {
        Ok(after) => match change_set(&mut tx, &set, &after).await {
            Ok(()) => {
                let to = said(&url(&ctx, &format!("/sets/{}", set.id)), "area-set-saved");
                return see_other(&tx.commit_to(&to).await?);
            }
            Err(error) => form::complain(error)?,
        },
        Err(complaints) => complaints,
    };
    let shares = Vec::new();
    drop(tx);
    page_with(
        StatusCode::UNPROCESSABLE_ENTITY,
        view(&ctx, &SetPage { of: Some(set), areas, shares, sent, complaints }),
    )
}

/// `POST /{p}/work/areas/sets/{set}/bin`.
pub(crate) async fn bin(ctx: Ctx, Path(of): Path<OfSet>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_AREAS).await?;
    let set = one(&mut tx, of).await?;
    bin_set(&mut tx, &set, sent.version()).await?;
    see_other(&tx.commit_to(&said(&url(&ctx, ""), "area-set-binned")).await?)
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &SetPage) -> Markup {
    let say = ctx.say();
    let body = markup! {
        @if let Some(set) = &of.of {
            (facts(&[(t!(say, "areas-holds"), markup! { (span(ctx, (set.valid_from, set.valid_to))) })]))
            (counted(ctx, of))
            p { a href=(ctx.url(&format!("/work/history/area-set/{}", set.id))) { (t!(say, "areas-history")) } }
        } @else { p { (t!(say, "areas-sets-lead")) } }
        @if ctx.may(can::EDIT_AREAS) { (the_form(ctx, of)) }
    };
    let head = match &of.of {
        Some(set) => Head::of(ctx, &set.name),
        None => Head::new(t!(say, "areas-set-add")),
    };
    page(ctx, &head.under(t!(say, "nav-areas"), url(ctx, "")), body)
}

/// The areas that count, each with its share.
fn counted(ctx: &Ctx, of: &SetPage) -> Markup {
    let say = ctx.say();
    let share =
        |area: &Area| of.shares.iter().find(|(id, _)| *id == area.id).map(|(_, share)| share.percent());
    markup! {
        ul { @for area in &of.areas { @if let Some(percent) = share(area) { li {
            (shown(ctx, &area.name)) " " span.quiet { (kind_word(ctx, area)) ", " (t!(say, "areas-percent", percent = percent)) }
        } } } }
    }
}

fn the_form(ctx: &Ctx, of: &SetPage) -> Markup {
    let say = ctx.say();
    let own = of.of.as_ref().map(|set| url(ctx, &format!("/sets/{}", set.id)));
    let form = html::form(ctx, own.clone().unwrap_or_else(|| url(ctx, "/sets")))
        .complaints(&of.complaints)
        .cancel(url(ctx, ""));
    let fields = markup! {
        (form::fields(ctx, &form, &of.sent))
        fieldset.field #f-shares {
            legend { (t!(say, "areas-shares")) }
            span.hint { (t!(say, "areas-shares-hint")) }
            @if let Some(why) = of.complaints.about("shares") { span.error { (say.refusal(why)) } }
            @for area in &of.areas {
                @let name = share_field(area.id);
                (form.text(field(&name, area.name.plain(ctx.lang)).value(of.sent.get(&name)).hint(format!("{} {}", kind_word(ctx, area), area.code)).number().optional()))
            }
        }
        @if let Some(set) = &of.of { (form.version(set.version)) }
    };
    let submit = if own.is_some() { t!(say, "areas-save") } else { t!(say, "areas-set-add") };
    markup! {
        section #change {
            @if own.is_some() { h2 { (t!(say, "areas-set-change")) } }
            (form.show(&submit, fields))
        }
        @if let (Some(set), Some(own)) = (&of.of, own) { section #removal {
            h2 { (t!(say, "areas-bin")) }
            (html::form(ctx, format!("{own}/bin")).button(&t!(say, "areas-bin-submit"), set.name.plain(ctx.lang), &[("version", &set.version.to_string())]))
        } }
    }
}
