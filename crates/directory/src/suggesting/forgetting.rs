//! What this room forgets of suggestions: with whoever sent them, and by itself a year after they were decided or came in.

use crate::store::suggestions::{DELETE_SUGGESTION, delete_suggestion, suggestions_from, suggestions_over};
use platform::{
    clock::Moment,
    ctx::Ctx,
    datamap::Class,
    db::Tx,
    errors::Result,
    manifest::{Fut, JobKind},
    personal::{Held, Holding, Subject},
    retention::{self, Retention},
    t,
};
use serde_json::Value;

/// Suggestions are kept for so many seconds: a year.
const KEEP_SECONDS: i64 = 365 * 86_400;

/// Once a day, in every partnership.
pub(crate) const FORGET: JobKind = JobKind::every("directory.forget-suggestions", 86_400, forget);

fn forget<'a>(ctx: &'a Ctx, _: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(async move { retention::run(ctx, SUGGESTIONS).await.map(drop) })
}

fn over(on: Moment) -> Moment {
    on.plus_seconds(-KEEP_SECONDS)
}

/// What visitors suggested.
pub(crate) const SUGGESTIONS: Retention = Retention {
    key: "retention-suggestion",
    class: Class::Personal,
    due: |_, tx, on| Box::pin(async move { suggestions_over(tx, over(on)).await }),
    erase: |ctx, due| Box::pin(async move { retention::delete_rows(ctx, DELETE_SUGGESTION, due).await }),
};

/// What came from a person's addresses, while it is not decided; afterwards nobody here knows whose it was.
pub(crate) const HOLDING: Holding = Holding {
    key: "held-suggestions",
    held: |ctx, tx, of| Box::pin(held(ctx, tx, of)),
    erase: |_, tx, of| Box::pin(erase(tx, of)),
};

async fn held(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<Vec<Held>> {
    let all = suggestions_from(tx, &of.addresses).await?;
    let told = |one: crate::store::suggestions::Suggestion| {
        let words = [one.email, one.note].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>();
        Held::new(t!(ctx.say(), "held-suggestion"), words.join(" · ")).since(one.received_at)
    };
    Ok(all.into_iter().map(told).collect())
}

async fn erase(tx: &mut Tx, of: &Subject) -> Result<u64> {
    let mut gone = 0;
    for one in suggestions_from(tx, &of.addresses).await? {
        gone += delete_suggestion(tx, one.id).await?;
    }
    Ok(gone)
}
