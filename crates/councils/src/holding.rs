//! What this room holds about people: seats they hold and held, and what they wrote to ask for one.

use crate::{
    membership::note_membership,
    store::{
        bodies::list_councils,
        erasure::{forget_names, forget_terms, forget_wishes, seats_and_others, wishes_of},
        seats::list_seats_among,
        terms::list_terms_of_person,
    },
};
use partners::PersonId;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    personal::{Held, Holding, Subject},
    t,
};

/// Seats, and expressions of interest under her addresses and numbers; an expression is also erased by its own id.
pub(crate) const HOLDING: Holding = Holding {
    key: "held-seats",
    held: |ctx, tx, of| Box::pin(held(ctx, tx, of)),
    erase: |ctx, tx, of| {
        Box::pin(async move {
            let terms = forget_seats(ctx, tx, of).await?;
            Ok(terms + forget_wishes(tx, of).await?)
        })
    },
};

/// Takes her from her seats, and her names from what is written of them. Who stood in for her there, or for whom she stood in,
/// belongs as long as the terms now say.
async fn forget_seats(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<u64> {
    let (person, today) = (PersonId(of.person), ctx.today());
    let (seats, others) = seats_and_others(tx, person).await?;
    let terms = forget_terms(tx, person, today).await?;
    note_membership(tx, &others.into_iter().collect::<Vec<_>>(), today).await?;
    Ok(terms + forget_names(tx, &seats, &of.names).await?)
}

async fn held(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<Vec<Held>> {
    let say = ctx.say();
    let terms = list_terms_of_person(tx, PersonId(of.person)).await?;
    let ids: Vec<_> = terms.iter().map(|(seat, _)| *seat).collect();
    let (seats, councils) = (list_seats_among(tx, &ids).await?, list_councils(tx).await?);
    let council = |seat| {
        let of = seats.iter().find(|one| one.id == seat)?.council_id;
        councils.iter().find(|one| one.id == of).map(|one| one.name.plain(ctx.lang))
    };
    let mut all: Vec<Held> = terms
        .iter()
        .map(|(seat, term)| {
            let last = term.left.map(|left| left.on).or(term.agreed.ends_on);
            let until = last.map(|day| format!(" – {}", say.short_day(day))).unwrap_or_default();
            let from = say.short_day(term.agreed.starts_on);
            Held::new(t!(say, "held-seat"), format!("{} · {from}{until}", council(*seat).unwrap_or_default()))
        })
        .collect();
    for wish in wishes_of(tx, of).await? {
        all.push(Held::new(t!(say, "held-expression"), wish.words()).since(wish.received_at));
    }
    Ok(all)
}
