//! What this room shows on other rooms' pages: who has an office on a council or an organization.

use crate::{can, pages::people::say_office, store};
use maud::{Markup, html};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    ids::Ref,
    manifest::{Fut, Panel, PanelShown},
    t,
};
use serde_json::json;

/// The panels.
pub(crate) fn panels() -> Vec<Panel> {
    ["council", "organization"].map(|on| Panel { on, name: "accounts", show }).into()
}

fn show<'a>(ctx: &'a Ctx, tx: &'a mut Tx, object: &'a Ref) -> Fut<'a, Result<Option<PanelShown>>> {
    Box::pin(async move {
        if !ctx.may(can::GRANT) {
            return Ok(None);
        }
        let held = store::held_on(tx, object).await?;
        let json = held
            .iter()
            .map(|row| json!({ "name": row.name, "office": row.office.code(), "until": row.until_on }));
        let json = serde_json::Value::Array(json.collect());
        Ok(Some(PanelShown {
            heading: t!(ctx.say(), "accounts-panel"),
            html: view(ctx, object, &held),
            json,
        }))
    })
}

fn view(ctx: &Ctx, object: &Ref, held: &[store::HeldHere]) -> Markup {
    let say = ctx.say();
    html! {
        @if held.is_empty() { p.quiet { (t!(say, "accounts-panel-empty")) } } @else { ul { @for row in held {
            li { a href=(ctx.url(&format!("/work/accounts/grants/{}", row.id))) { (row.name) } ", " (say_office(ctx, row.office)) }
        } } }
        p { a href={ (ctx.url("/work/accounts/invite")) "?on=" (object) } { (t!(say, "accounts-invite")) } }
    }
}
