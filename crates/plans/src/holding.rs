//! What this room holds about people: lines they look after, and reports they noted.

use crate::store::erasure::{forget_owner, owned_by};
use partners::PersonId;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    personal::{Held, Holding, Subject},
    t,
};

/// Lines that a person looks after; the lines stay without her.
pub(crate) const HOLDING: Holding = Holding {
    key: "held-plan-lines",
    held: |ctx, tx, of| Box::pin(held(ctx, tx, of)),
    erase: |_, tx, of| Box::pin(async move { forget_owner(tx, PersonId(of.person), &of.names).await }),
};

async fn held(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<Vec<Held>> {
    let owned = owned_by(tx, PersonId(of.person)).await?;
    let told = |(_, code, title): (_, String, platform::text::Text)| {
        Held::new(t!(ctx.say(), "held-plan-line"), format!("{code} · {}", title.plain(ctx.lang)))
    };
    Ok(owned.into_iter().map(told).collect())
}
