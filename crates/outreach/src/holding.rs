//! What this room holds about people: what they sent.

use crate::{
    EnquiryId, JoiningId,
    store::{
        discovery::forget_in_answers,
        encounters::{all_encounters, encounters_about, forget_in_encounters},
        enquiries::erase_enquiries,
        erasure::{enquiries_of, forget_in_prospects, joinings_of, prospects_of},
        joining::delete_joinings,
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

/// The purposes of mail about a request or a question.
const MAIL_ABOUT: [&str; 4] = ["asking-receipt", "asking-answer", "enquiry-receipt", "enquiry-answer"];

/// Requests linked with her, and what was sent under her addresses and numbers; each is also erased by its own id.
pub(crate) const HOLDING: Holding = Holding {
    key: "held-outreach",
    held: |ctx, tx, of| Box::pin(held(ctx, tx, of)),
    erase: |_, tx, of| Box::pin(erase(tx, of)),
};

fn words(parts: impl IntoIterator<Item = String>) -> String {
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(" · ")
}

async fn held(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<Vec<Held>> {
    let say = ctx.say();
    let mut told = Vec::new();
    for one in joinings_of(tx, of).await? {
        let who = [one.name, one.organization, one.email, one.phone, one.languages];
        let said = words(who.into_iter().chain([one.wish, one.answer, one.note]));
        told.push(Held::new(t!(say, "held-joining"), said).since(one.received_at));
    }
    for one in prospects_of(tx, of).await? {
        told.push(Held::new(t!(say, "held-prospect"), words([one.name, one.why, one.next_step])));
    }
    for one in encounters_about(tx, &Ref::from(PersonId(of.person)), 1_000).await? {
        told.push(Held::new(t!(say, "held-encounter"), words([one.community, say.day(one.met_on)])));
    }
    for one in enquiries_of(tx, of).await? {
        let said = words([one.name, one.email, one.phone, one.question, one.answer]);
        told.push(Held::new(t!(say, "held-enquiry"), said).since(one.received_at));
    }
    Ok(told)
}

async fn erase(tx: &mut Tx, of: &Subject) -> Result<u64> {
    let mut gone = forget_sent(tx, of).await? + forget_in_prospects(tx, of).await?;
    gone += forget_in_answers(tx, |words| without_names(words, &of.names)).await?;
    gone += forget_in_encounters(tx, |words| without_names(words, &of.names)).await?;
    if !of.names.is_empty() {
        for id in all_encounters(tx).await? {
            gone += tx.forget_names(&id.into(), &of.names).await?;
        }
    }
    Ok(gone)
}

/// What she sent goes, with what she agreed to and the mail about it to an address under which nothing else was sent.
async fn forget_sent(tx: &mut Tx, of: &Subject) -> Result<u64> {
    let (joinings, enquiries) = (joinings_of(tx, of).await?, enquiries_of(tx, of).await?);
    let sent: Vec<JoiningId> = joinings.iter().map(|one| one.id).collect();
    for id in &sent {
        tx.forget_consent(*id).await?;
        tx.empty_bin_of(&Ref::from(*id)).await?;
    }
    let asked: Vec<EnquiryId> = enquiries.iter().map(|one| one.id).collect();
    for id in &asked {
        tx.forget_consent(*id).await?;
        tx.empty_bin_of(&Ref::from(*id)).await?;
    }
    let gone = delete_joinings(tx, &sent).await? + erase_enquiries(tx, &asked).await?;
    let addresses =
        joinings.into_iter().map(|one| one.email).chain(enquiries.into_iter().map(|one| one.email));
    for address in addresses.filter(|address| !address.is_empty()) {
        if crate::store::erasure::sent_under(tx, &address).await? == 0 {
            tx.forget_mail_for(&address, &MAIL_ABOUT).await?;
        }
    }
    Ok(gone)
}
