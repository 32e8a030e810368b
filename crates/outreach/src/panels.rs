//! What this room shows on other rooms' pages.

use crate::{
    can,
    pages::{
        joining::{joining_url, state_word},
        prospect::{prospect_url, stage_word},
    },
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
    vec![Panel {
        on: "organization",
        name: "joining",
        show: |ctx, tx, of| Box::pin(async move { of_organization(ctx, tx, of).await }),
    }]
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
