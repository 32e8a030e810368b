//! What this room forgets of whom it asked: with the person, and by itself a year after a link has ended.

use crate::{
    LetterId, can,
    store::{
        checks::forget_names_in_checks,
        letter_readers::{forget_reader, readers_who_are},
        letters::{delete_letter, letters_over},
    },
};
use partners::PersonId;
use platform::{
    clock::Moment,
    ctx::Ctx,
    datamap::Class,
    db::Tx,
    errors::Result,
    manifest::{Fut, JobKind},
    personal::{Held, Holding, Subject, without_names},
    retention::{self, Due, Retention},
    t,
};
use serde_json::Value;

/// Letters are kept for so many seconds after their link has ended: a year.
const KEEP_SECONDS: i64 = 365 * 86_400;
/// So many go in one transaction.
const IN_ONE: usize = 100;

/// Once a day, in every partnership.
pub(crate) const FORGET: JobKind = JobKind::every("directory.forget", 86_400, forget);

fn forget<'a>(ctx: &'a Ctx, _: &'a Value) -> Fut<'a, Result<()>> {
    Box::pin(async move { retention::run(ctx, LETTERS).await.map(drop) })
}

fn over(on: Moment) -> Moment {
    on.plus_seconds(-KEEP_SECONDS)
}

/// Letters that asked whether records are true.
pub(crate) const LETTERS: Retention = Retention {
    key: "retention-service-letter",
    class: Class::Personal,
    due: |_, tx, on| Box::pin(async move { letters_over(tx, over(on)).await }),
    erase: |ctx, due| Box::pin(erase_letters(ctx, due)),
};

async fn erase_letters(ctx: &Ctx, due: &[Due]) -> Result<u64> {
    let mut gone = 0;
    for some in due.chunks(IN_ONE) {
        let mut tx = ctx.write(can::KEEP_DIRECTORY).await?;
        // One that was sent again since lives on.
        let still: Vec<_> = letters_over(&mut tx, over(ctx.now())).await?.iter().map(|one| one.id).collect();
        for one in some.iter().filter(|one| still.contains(&one.id)) {
            gone += delete_letter(&mut tx, LetterId(one.id)).await?;
        }
        tx.commit().await?;
    }
    Ok(gone)
}

/// Letters that went to a person, and where looks at records name her.
pub(crate) const HOLDING: Holding = Holding {
    key: "held-service-letters",
    held: |ctx, tx, of| Box::pin(held(ctx, tx, of)),
    erase: |_, tx, of| Box::pin(erase(tx, of)),
};

async fn held(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<Vec<Held>> {
    let say = ctx.say();
    let sent = readers_who_are(tx, PersonId(of.person), &of.addresses).await?;
    Ok(sent
        .into_iter()
        .map(|one| {
            let words = format!("{}, {}", one.name, one.email);
            Held::new(t!(say, "held-service-letter"), words).since(one.sent_at)
        })
        .collect())
}

async fn erase(tx: &mut Tx, of: &Subject) -> Result<u64> {
    let mut gone = 0;
    for one in readers_who_are(tx, PersonId(of.person), &of.addresses).await? {
        gone += forget_reader(tx, one.id).await?;
    }
    gone += forget_names_in_checks(tx, |words| without_names(words, &of.names)).await?;
    Ok(gone)
}
