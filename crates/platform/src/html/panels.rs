//! What other rooms show on an object's page.

use crate::{ctx::Ctx, db::Tx, errors::Result, ids::Ref, manifest::PanelShown};
use maud::{Markup, html};

/// Every panel on `object` that its reader may see, in reading order of the rooms.
async fn shown(ctx: &Ctx, tx: &mut Tx, object: &Ref) -> Result<Vec<(&'static str, PanelShown)>> {
    let mut shown = Vec::new();
    for panel in ctx.app.house.panels_on(&object.kind) {
        shown.extend((panel.show)(ctx, tx, object).await?.map(|made| (panel.name, made)));
    }
    Ok(shown)
}

/// The panels on an object's page, each a section with its heading and its name as anchor.
///
/// # Errors
/// When a panel cannot be made.
pub async fn panels(ctx: &Ctx, tx: &mut Tx, object: &Ref) -> Result<Markup> {
    let shown = shown(ctx, tx, object).await?;
    Ok(html! { @for (name, panel) in &shown { section id=(name) { h2 { (panel.heading) } (panel.html) } } })
}

/// The same panels as a program reads them: name → what it holds.
///
/// # Errors
/// When a panel cannot be made.
pub async fn panels_json(ctx: &Ctx, tx: &mut Tx, object: &Ref) -> Result<serde_json::Value> {
    let shown = shown(ctx, tx, object).await?;
    Ok(shown
        .into_iter()
        .map(|(name, panel)| (name.to_owned(), panel.json))
        .collect::<serde_json::Map<_, _>>()
        .into())
}
