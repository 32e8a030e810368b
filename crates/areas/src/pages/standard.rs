//! The standard list: a province, then a census division, which is taken over with its municipalities.

use super::url;
use crate::{
    AreaKind, SOURCE, can,
    standard::{Unit, units_within},
    store::kept::{known_areas, take_division},
};
use http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::{Complaints, FieldRefusal},
    html::{Choice, Head, choice, field, form, page, said},
    http::{Answer, Form, Pairs, answer::page_with, html as answer, see_other},
    t,
};

/// What the page offers.
pub(crate) struct StandardPage {
    /// The code of the province that was chosen; empty before.
    pub(crate) province: String,
    /// The divisions that the partnership keeps already.
    pub(crate) kept: Vec<String>,
    pub(crate) complaints: Complaints,
}

/// `GET /{p}/work/areas/standard?province=35`.
pub(crate) async fn choose(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::EDIT_AREAS).await?;
    let known = known_areas(&mut tx).await?;
    tx.done().await?;
    let province = ctx.address().get("province").to_owned();
    let kept = known.into_iter().map(|area| area.code).collect();
    answer(view(&ctx, &StandardPage { province, kept, complaints: Complaints::default() }))
}

/// `POST /{p}/work/areas/standard`: takes divisions over, each with its province and its municipalities.
pub(crate) async fn take(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_AREAS).await?;
    let chosen: Vec<&str> = sent.all("division").collect();
    let known = |code: &&str| units_within("", AreaKind::CensusDivision).any(|unit| unit.code == *code);
    if chosen.is_empty() || !chosen.iter().all(known) {
        tx.done().await?;
        let complaints = Complaints::one("division", FieldRefusal::NotAChoice);
        let shown = StandardPage { province: sent.get("province").to_owned(), kept: Vec::new(), complaints };
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown));
    }
    for division in chosen {
        take_division(&mut tx, division, ctx.today()).await?;
    }
    let to = tx.commit_to(&said(&url(&ctx, ""), "areas-taken")).await?;
    see_other(&to)
}

fn named(ctx: &Ctx, unit: &Unit) -> Choice {
    choice(unit.code, unit.name(ctx.lang))
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &StandardPage) -> Markup {
    let say = ctx.say();
    let provinces: Vec<Unit> = units_within("", AreaKind::Province).collect();
    let chosen = provinces.iter().find(|unit| unit.code == of.province);
    let body = markup! {
        p { (t!(say, "areas-standard-lead")) }
        section #province {
            h2 { (t!(say, "areas-standard-province")) }
            ul { @for unit in &provinces { li {
                a href={ (url(ctx, "/standard")) "?province=" (unit.code) "#division" } aria-current=[(Some(unit) == chosen).then_some("true")] { (unit.name(ctx.lang)) }
            } } }
        }
        @if let Some(province) = chosen { section #division {
            h2 { (t!(say, "areas-standard-division", province = province.name(ctx.lang))) }
            (divisions(ctx, of, province))
        } }
        p.small.quiet lang="en" { (SOURCE) }
    };
    page(ctx, &Head::new(t!(say, "areas-take")).under(t!(say, "nav-areas"), url(ctx, "")), body)
}

fn divisions(ctx: &Ctx, of: &StandardPage, province: &Unit) -> Markup {
    let say = ctx.say();
    let mut choices: Vec<Choice> = units_within(province.code, AreaKind::CensusDivision)
        .filter(|unit| !of.kept.iter().any(|code| code == unit.code))
        .map(|unit| {
            let names: Vec<&str> = units_within(unit.code, AreaKind::CensusSubdivision)
                .map(|unit| unit.name(ctx.lang))
                .take(6)
                .collect();
            named(ctx, &unit).hint(names.join(", "))
        })
        .collect();
    choices.sort_by(|a, b| say.order(&a.label, &b.label));
    let form = form(ctx, url(ctx, "/standard")).complaints(&of.complaints).cancel(url(ctx, ""));
    let fields = markup! {
        (form.checkboxes(field("division", t!(say, "areas-divisions")).hint(t!(say, "areas-divisions-hint")), &choices, &[]))
        (form.hidden("province", province.code))
    };
    form.show(&t!(say, "areas-standard-submit"), fields)
}
