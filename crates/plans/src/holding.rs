//! What this room holds about people: lines they look after, and reports they noted.

use crate::store::{
    erasure::{forget_owner, named_aside, owned_by},
    letters::{delete_letter, letters_to},
};
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
    let aside = named_aside(tx, &of.names).await?;
    let beside = |(_, code, title): (_, String, platform::text::Text)| {
        Held::new(t!(ctx.say(), "held-plan-aside"), format!("{code} · {}", title.plain(ctx.lang)))
    };
    Ok(owned.into_iter().map(told).chain(aside.into_iter().map(beside)).collect())
}

/// Letters that asked a person how far lines are; they go with her, and so do the links in them.
pub(crate) const LETTERS: Holding = Holding {
    key: "held-plan-letters",
    held: |ctx, tx, of| Box::pin(letters(ctx, tx, of)),
    erase: |_, tx, of| Box::pin(forget_letters(tx, of)),
};

async fn letters(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<Vec<Held>> {
    let sent = letters_to(tx, PersonId(of.person), &of.addresses).await?;
    let told = |one: crate::store::letters::Letter| {
        let said = [one.name, one.email].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>();
        Held::new(t!(ctx.say(), "held-plan-letter"), said.join(", ")).since(one.sent_at)
    };
    Ok(sent.into_iter().map(told).collect())
}

async fn forget_letters(tx: &mut Tx, of: &Subject) -> Result<u64> {
    let mut gone = 0;
    for one in letters_to(tx, PersonId(of.person), &of.addresses).await? {
        gone += delete_letter(tx, one.id).await?;
    }
    Ok(gone)
}
