//! What a body or an organization leads and has promised, on its page: shown there without that room knowing plans.

use crate::{
    NodeId, can,
    pages::{
        line_url,
        pieces::{look, state_word},
    },
    public,
    rules::states::State,
    store::{
        frameworks::{Framework, find_in_force},
        lines::{Line, lines_among},
        parties::{Part, lines_of},
    },
};
use maud::{Markup, html as markup};
use partners::OrganizationId;
use platform::{
    ctx::{Ctx, Face},
    db::Tx,
    errors::Result,
    html::{self, shown, state},
    ids::Ref,
    manifest::{Panel, PanelShown},
    t,
};
use serde_json::json;
use std::collections::HashMap;

/// What this room shows on other rooms' pages.
pub(crate) const PANELS: [Panel; 2] = [
    Panel {
        on: "organization",
        name: "plan",
        show: |ctx, tx, of| Box::pin(async move { of_organization(ctx, tx, of).await }),
    },
    Panel {
        on: "council",
        name: "plan",
        show: |ctx, tx, of| Box::pin(async move { made(ctx, tx, of).await }),
    },
];

async fn of_organization(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Option<PanelShown>> {
    let known = partners::organization(tx, partners::reader(ctx), OrganizationId(of.id)).await?;
    if known.is_none() { Ok(None) } else { made(ctx, tx, of).await }
}

/// The lines of the plan in force that somebody leads or takes part in.
async fn made(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Option<PanelShown>> {
    if ctx.face == Face::Work && !ctx.may(can::SEE_PLAN) {
        return Ok(None);
    }
    let (own, Some(plan)) = (lines_of(tx, of.id).await?, find_in_force(tx).await?) else { return Ok(None) };
    let ids: Vec<NodeId> = own.iter().map(|(id, _)| *id).collect();
    let lines: HashMap<NodeId, Line> =
        lines_among(tx, &ids).await?.into_iter().map(|line| (line.id, line)).collect();
    let own: Vec<(&Line, Part)> = own.iter().filter_map(|(id, part)| Some((lines.get(id)?, *part))).collect();
    if own.is_empty() {
        return Ok(None);
    }
    let items: Vec<_> = own
        .iter()
        .map(|(line, part)| {
            let state = said(ctx, &plan, line).map(State::code);
            json!({ "id": line.id, "code": line.code, "title": line.title.to_plain_json(), "part": part, "state": state })
        })
        .collect();
    let heading = t!(ctx.say(), "panel-plan");
    Ok(Some(PanelShown { html: table(ctx, &plan, &own), heading, json: serde_json::to_value(items)? }))
}

/// How far a line is, as this reader may see it.
fn said(ctx: &Ctx, plan: &Framework, line: &Line) -> Option<State> {
    let said = line.said();
    if ctx.face == Face::Work { said.standing() } else { said.to_public(plan.publicity) }
}

fn table(ctx: &Ctx, plan: &Framework, own: &[(&Line, Part)]) -> Markup {
    let say = ctx.say();
    let href = |line: &Line| match ctx.face {
        Face::Work => line_url(ctx, line.id, ""),
        _ => public::line_url(ctx, line.id),
    };
    let heads =
        [t!(say, "line-code"), t!(say, "line-title"), t!(say, "panel-plan-part"), t!(say, "plan-state")];
    let row = |(line, part): &(&Line, Part)| {
        let said = said(ctx, plan, line);
        vec![
            markup! { span.num { (line.code) } },
            markup! { a href=(href(line)) { (shown(ctx, &line.title)) } },
            markup! { (say.t(&format!("panel-plan-{}", part.code()), &[])) },
            if line.kind.is_done_by_somebody() {
                state(look(said), &state_word(ctx, said))
            } else {
                markup! {}
            },
        ]
    };
    let whose = match ctx.face {
        Face::Work => t!(say, "plan-state-legend"),
        _ => say.t(&format!("our-plan-shows-{}", plan.publicity.code()), &[]),
    };
    markup! {
        (html::table(&t!(say, "panel-plan"), &heads, own.iter().map(row).collect()))
        p.small.quiet { (whose) }
    }
}
