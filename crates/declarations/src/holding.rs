//! What this room holds about people: what they signed, what they were asked to sign, what they wrote to ask.

use crate::store::{
    agreements::{agreements_of, forget_contact},
    documents::forget_assessor,
    erasure::{asked, forget_letters, forget_signatures, requests_of, signed_by},
};
use partners::PersonId;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    personal::{Held, Holding, Subject},
    t,
};

/// Signatures, invitations to sign, and requests under her addresses.
pub(crate) const HOLDING: Holding = Holding {
    key: "held-signatures",
    held: |ctx, tx, of| Box::pin(held(ctx, tx, of)),
    erase: |_, tx, of| {
        Box::pin(async move {
            let signatures = forget_signatures(tx, PersonId(of.person), &of.addresses).await?;
            let contacts = forget_contact(tx, PersonId(of.person), &of.names).await?;
            let assessments = forget_assessor(tx, &of.names).await?;
            Ok(signatures
                + contacts
                + assessments
                + forget_letters(tx, PersonId(of.person), &of.addresses).await?)
        })
    },
};

async fn held(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<Vec<Held>> {
    let (say, person) = (ctx.say(), PersonId(of.person));
    let mut all = Vec::new();
    for own in signed_by(tx, person, &of.addresses).await? {
        let (said, at) = own.said();
        all.push(Held::new(t!(say, "held-signature"), said).since(at));
    }
    for (said, at) in asked(tx, person, &of.addresses).await? {
        all.push(Held::new(t!(say, "held-signing-invitation"), said).since(at));
    }
    for (said, at) in requests_of(tx, &of.addresses).await? {
        all.push(Held::new(t!(say, "held-signing-request"), said).since(at));
    }
    for (_, department) in agreements_of(tx, person).await? {
        all.push(Held::new(t!(say, "held-agreement"), department.plain(ctx.lang)));
    }
    Ok(all)
}
