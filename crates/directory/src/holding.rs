//! What services say of people: whom to ask there. It goes with the person who asks to be forgotten.

use crate::{
    rules::lines::write_contacts,
    store::erasure::{contacts_who_are, forget_in_services},
};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    personal::{Held, Holding, Subject},
    t,
};

/// Services that name her.
pub(crate) const HOLDING: Holding = Holding {
    key: "held-services",
    held: |ctx, tx, of| Box::pin(held(ctx, tx, of)),
    erase: |_, tx, of| Box::pin(async move { forget_in_services(tx, of).await }),
};

async fn held(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<Vec<Held>> {
    let told = contacts_who_are(tx, of).await?.into_iter().map(|(service, contact)| {
        let what = t!(ctx.say(), "held-service-contact", service = service.plain(ctx.lang));
        Held::new(what, write_contacts(&[contact]))
    });
    Ok(told.collect())
}
