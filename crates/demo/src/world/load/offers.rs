//! What organizations offer and need, what the staff noted and what was asked, kept through the room's facade.

use super::{Known, PartnershipSeed};
use crate::world::portage_falls::offers::{ASKS, NOTES, OFFERS, OfferSeed};
use ::partners::{
    AskState, NewAsk, NewOffer, OfferKind, Side, Spoken, Visibility, Whose, add_offer, add_staff_note,
    count_ask,
};
use jiff::ToSpan;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
};

/// Keeps what the partnership of this seed has; nothing is sent for it.
pub(super) async fn fill(ctx: &Ctx, tx: &mut Tx, seed: &PartnershipSeed, known: &Known) -> Result<()> {
    if seed.slug != "portage-falls" {
        return Ok(());
    }
    for one in OFFERS {
        let confirmed_on = ctx.today().saturating_sub(one.days_ago.days());
        add_offer(tx, &offered(ctx, one, known)?, confirmed_on).await?;
    }
    for (organization, words) in NOTES {
        add_staff_note(ctx, tx, Whose::Organization(known.organization(organization)?), words).await?;
    }
    for (organization, what, days) in ASKS {
        let ask = NewAsk {
            organization: known.organization(organization)?,
            room: "partners",
            what: what.text(ctx.today()),
            href: String::new(),
            about: None,
            until_on: days.map(|days| ctx.today().saturating_add(days.days())),
        };
        let state = if days.is_some() { AskState::Open } else { AskState::Done };
        count_ask(ctx, tx, &ask, state).await?;
    }
    Ok(())
}

fn offered(ctx: &Ctx, seed: &OfferSeed, known: &Known) -> Result<NewOffer> {
    let ((side, kind), (amount, times)) = (seed.what, seed.amount);
    let confirmed_on = ctx.today().saturating_sub(seed.days_ago.days());
    Ok(NewOffer {
        whose: Whose::Organization(known.organization(seed.organization)?),
        side: Side::from_code(side).or_not_found()?,
        kind: OfferKind::from_code(kind).or_not_found()?,
        title: seed.title.text(confirmed_on),
        about: seed.about.text(confirmed_on),
        amount: amount.into(),
        times: times.into(),
        area: None,
        language: seed.language.and_then(Spoken::from_code),
        from_on: confirmed_on,
        until_on: None,
        visibility: if seed.public { Visibility::Public } else { Visibility::Partners },
    })
}
