//! What the demo's organizations have none of yet.

use platform::{ctx::Ctx, db::Tx, text::Text};

/// An offer, a note of the staff and a request of the organization.
pub async fn furnish(ctx: &Ctx, tx: &mut Tx, organization: partners::OrganizationId) {
    let whose = partners::Whose::Organization(organization);
    let words = |words: &str| Text::both(words, words, ctx.today());
    let offer = partners::NewOffer {
        whose,
        side: partners::Side::Offer,
        kind: partners::OfferKind::Room,
        title: words("A hall"),
        about: words("With a kitchen."),
        amount: "60 chairs".into(),
        times: "Tuesdays".into(),
        area: None,
        language: None,
        from_on: ctx.today(),
        until_on: None,
        visibility: partners::Visibility::Partners,
    };
    partners::add_offer(tx, &offer, ctx.today()).await.expect("an offer");
    partners::add_staff_note(ctx, tx, whose, "called, and nobody was in").await.expect("a note");
    let ask = partners::NewAsk {
        organization,
        room: "partners",
        what: words("A room for the meeting"),
        href: String::new(),
        about: None,
        until_on: None,
    };
    partners::ask(ctx, tx, &ask).await.expect("an ask");
}
