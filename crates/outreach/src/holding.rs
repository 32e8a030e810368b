//! What this room holds about people: what they sent.

use crate::{
    EnquiryId, JoiningId,
    store::{
        discovery::forget_in_answers,
        encounters::forget_in_encounters,
        enquiries::{enquiries_under, erase_enquiries},
        erasure::{forget_in_prospect, prospects_of_person},
        joining::{delete_joinings, joinings_of_person},
    },
};
use partners::PersonId;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    ids::Ref,
    personal::{Held, Holding, Subject, without_names},
    t,
};

/// Requests linked with her, or sent under her addresses.
pub(crate) const HOLDING: Holding = Holding {
    key: "held-outreach",
    held: |ctx, tx, of| Box::pin(held(ctx, tx, of)),
    erase: |_, tx, of| Box::pin(erase(tx, of)),
};

async fn held(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<Vec<Held>> {
    let say = ctx.say();
    let all = joinings_of_person(tx, PersonId(of.person), &of.addresses).await?;
    let mut told: Vec<Held> = all
        .into_iter()
        .map(|one| {
            let parts = [
                one.name,
                one.organization,
                one.email,
                one.phone,
                one.languages,
                one.wish,
                one.answer,
                one.note,
            ];
            let words: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            Held::new(t!(say, "held-joining"), words.join(" · ")).since(one.received_at)
        })
        .collect();
    for one in prospects_of_person(tx, PersonId(of.person)).await? {
        let parts = [one.name, one.why, one.next_step];
        let words: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        told.push(Held::new(t!(say, "held-prospect"), words.join(" · ")));
    }
    for one in enquiries_under(tx, &of.addresses).await? {
        let parts = [one.name, one.email, one.phone, one.question, one.answer];
        let words: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        told.push(Held::new(t!(say, "held-enquiry"), words.join(" · ")).since(one.received_at));
    }
    Ok(told)
}

async fn erase(tx: &mut Tx, of: &Subject) -> Result<u64> {
    let all = joinings_of_person(tx, PersonId(of.person), &of.addresses).await?;
    let ids: Vec<JoiningId> = all.iter().map(|one| one.id).collect();
    for id in &ids {
        tx.forget_consent(*id).await?;
        tx.empty_bin_of(&Ref::from(*id)).await?;
    }
    let mut gone = delete_joinings(tx, &ids).await?;
    for one in prospects_of_person(tx, PersonId(of.person)).await? {
        forget_in_prospect(tx, &one, PersonId(of.person), |words| without_names(words, &of.names)).await?;
        if one.person_id == Some(PersonId(of.person)) {
            tx.empty_bin_of(&Ref::from(one.id)).await?;
        }
        gone += 1 + tx.forget_names(&one.id.into(), &of.names).await?;
    }
    let asked: Vec<EnquiryId> = enquiries_under(tx, &of.addresses).await?.iter().map(|one| one.id).collect();
    for id in &asked {
        tx.forget_consent(*id).await?;
    }
    gone += erase_enquiries(tx, &asked).await?;
    gone += forget_in_answers(tx, |words| without_names(words, &of.names)).await?;
    for id in forget_in_encounters(tx, |words| without_names(words, &of.names)).await? {
        gone += 1 + tx.forget_names(&id.into(), &of.names).await?;
    }
    Ok(gone)
}
