//! `/health`: whether this node can answer, for whoever watches it.

use crate::{
    ctx::Ctx,
    http::{Answer, json},
    sql,
};

/// `GET /health`: 200 when the database answers.
pub async fn health(ctx: Ctx) -> Answer {
    let mut tx = ctx.app.db.reading(None, ctx.now()).await?;
    let steps = sql!(tx, value i64, "SELECT count(*) FROM migration")?;
    tx.done().await?;
    json(&serde_json::json!({ "ok": true, "migrations": steps }))
}
