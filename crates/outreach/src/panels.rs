//! What this room shows on other rooms' pages.

use crate::{
    can,
    curve::SMALL,
    missing::{gaps, told},
    pages::{
        growth::{GrowthPage, drawn},
        joining::{joining_url, state_word},
        log_links,
        prospect::{prospect_url, stage_word},
        room_url,
    },
    rules::growth::{By, growth},
    store::{joining::joinings_of_organization, prospects::prospects_of_organization},
};
use maud::html as markup;
use partners::OrganizationId;
use platform::{
    ctx::{Ctx, Face},
    db::Tx,
    errors::Result,
    ids::Ref,
    manifest::{Panel, PanelShown},
    t,
};
use serde_json::json;

/// All of them.
pub(crate) fn all() -> Vec<Panel> {
    let mut all = vec![
        Panel {
            on: "organization",
            name: "joining",
            show: |ctx, tx, of| Box::pin(async move { of_organization(ctx, tx, of).await }),
        },
        Panel {
            on: "partners",
            name: "growth",
            show: |ctx, tx, _| Box::pin(async move { grown(ctx, tx).await }),
        },
        Panel {
            on: "composition",
            name: "checklist",
            show: |ctx, tx, _| Box::pin(async move { missing(ctx, tx).await }),
        },
    ];
    all.extend(log_links::PANELS);
    all
}

/// The requests from which an organization came, for those who may see them.
async fn of_organization(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Option<PanelShown>> {
    if ctx.face == Face::Public || !ctx.may(can::SEE_OUTREACH) {
        return Ok(None);
    }
    let (say, all) = (ctx.say(), joinings_of_organization(tx, OrganizationId(of.id)).await?);
    let sought = prospects_of_organization(tx, OrganizationId(of.id)).await?;
    if all.is_empty() && sought.is_empty() {
        return Ok(None);
    }
    let line = |one: &crate::Joining| {
        let day = say.day(one.received_at.day_in(&ctx.zone()));
        t!(say, "panel-joining-line", name = one.name.as_str(), day = day)
    };
    Ok(Some(PanelShown {
        heading: t!(say, "panel-joining"),
        html: markup! { ul.plain-list {
            @for one in &all { li { a href=(joining_url(ctx, one.id, "")) { (line(one)) } " " span.small.quiet { (state_word(ctx, one.state)) } } }
            @for one in &sought { li { a href=(prospect_url(ctx, one.id, "")) { (t!(say, "panel-prospect-line", name = one.name.as_str())) } " " span.small.quiet { (stage_word(ctx, one.stage)) } } }
        } },
        json: all.iter().map(|one| json!({ "joining": one.id, "state": one.state.code() })).collect(),
    }))
}

/// How the partnership grew, small, with the way to the years and months.
async fn grown(ctx: &Ctx, tx: &mut Tx) -> Result<Option<PanelShown>> {
    if ctx.face == Face::Public || !ctx.may(can::SEE_OUTREACH) {
        return Ok(None);
    }
    let points = growth(&partners::days_of_partners(tx).await?, By::Year, ctx.today());
    if points.is_empty() {
        return Ok(None);
    }
    let json = points.iter().map(|one| json!({ "from": one.begins, "partners": one.standing })).collect();
    let (say, of) = (ctx.say(), GrowthPage { by: By::Year, points });
    Ok(Some(PanelShown {
        heading: t!(say, "growth-title"),
        html: markup! { (drawn(ctx, &of, SMALL)) p { a href=(room_url(ctx, "/growth")) { (t!(say, "panel-growth-all")) } } },
        json,
    }))
}

/// Which sectors are missing by the checklist, beside who sits at the table.
async fn missing(ctx: &Ctx, tx: &mut Tx) -> Result<Option<PanelShown>> {
    if ctx.face == Face::Public || !ctx.may(can::SEE_OUTREACH) {
        return Ok(None);
    }
    let gaps = gaps(tx).await?;
    if gaps.is_empty() {
        return Ok(None);
    }
    let say = ctx.say();
    Ok(Some(PanelShown {
        heading: t!(say, "discovery-missing"),
        html: markup! { p { (t!(say, "discovery-missing-lead")) } (told(ctx, &gaps, ctx.may(can::KEEP_OUTREACH))) },
        json: gaps.iter().map(|one| json!({ "sector": one.sector.code, "answer": one.has.code() })).collect(),
    }))
}
