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

/// A service of the organization at a place, that somebody has looked at.
pub async fn offer_a_service(tx: &mut Tx, ctx: &Ctx, organization: partners::OrganizationId) {
    use directory::rules::{
        facts::Facts,
        place::{Place, PlaceKind},
    };
    let words = |words: &str| Text::both(words, words, ctx.today());
    let place = directory::LocationFacts {
        organization: None,
        name: words("Maple House"),
        kind: PlaceKind::Physical,
        place: Place {
            street: "1 Maple Street".into(),
            city: "Portage Falls".into(),
            province: "ON".into(),
            ..Place::default()
        },
        source: "the register".into(),
    };
    let place = directory::add_location(tx, &place).await.expect("a place");
    let offered = directory::ServiceFacts {
        organization,
        name: words("Tea and talk"),
        about: words("Come as you are."),
        status: directory::rules::facts::Status::Active,
        visibility: partners::Visibility::Public,
        informal: true,
        stream: None,
        needs: directory::needs::NeedIds::of(["conversation-circle"]),
        facts: Facts {
            mail: "tea@example.org".into(),
            hours_note: words("After the prayer."),
            ..Facts::default()
        },
        months: 4,
        locations: vec![place],
        source: "the register".into(),
        source_on: None,
    };
    let id = directory::add_service(tx, &offered).await.expect("a service");
    let of =
        directory::service(tx, partners::Reader::Staff, id).await.expect("an answer").expect("a service");
    let look = directory::NewCheck {
        note: "asked for Nadia".into(),
        who: "the front desk".into(),
        again_on: Some(ctx.today()),
        ..directory::NewCheck::new(ctx.today(), directory::Way::Phone, directory::Found::Unchanged)
    };
    directory::add_check(tx, &of, &look).await.expect("a look");
    ask_about(tx, ctx, (organization, id)).await;
    let twice = directory::ServiceFacts { locations: Vec::new(), ..offered.clone() };
    let twin = directory::add_service(tx, &twice).await.expect("the same once more");
    let one =
        directory::service(tx, partners::Reader::Staff, id).await.expect("an answer").expect("a service");
    let twin =
        directory::service(tx, partners::Reader::Staff, twin).await.expect("an answer").expect("a twin");
    directory::merge_services(tx, &one, &twin).await.expect("they are one");
}

/// A letter that asks about a service, a suggestion about it, and a reason why it did not help.
async fn ask_about(
    tx: &mut Tx,
    ctx: &Ctx,
    (organization, id): (partners::OrganizationId, directory::ServiceId),
) {
    let until = ctx.today().saturating_add(jiff::Span::new().days(14));
    let letter = directory::save_letter(tx, None, (organization, until), &[id]).await.expect("a letter");
    let reader = directory::NewReader {
        person: None,
        name: "Those who make the tea".into(),
        email: "tea@example.org".into(),
        lang: platform::langs::Lang::En,
    };
    directory::save_readers(tx, letter, &[reader]).await.expect("its reader");
    let told = directory::NewSuggestion {
        kind: directory::rules::suggestions::SuggestionKind::Service,
        service: None,
        wishes: directory::Wishes::default(),
        note: "the door is at the back".into(),
        lang: platform::langs::Lang::En,
        email: "she@example.org".into(),
    };
    directory::add_suggestion(tx, &told).await.expect("a suggestion");
    let reasons = [directory::rules::suggestions::Barrier::Hours];
    directory::count_barriers(tx, (id, ""), &reasons, "2026-11").await.expect("a reason");
}

/// A line of the plan in force that has been moved, so that something can be undone.
pub async fn move_a_line(tx: &mut Tx) {
    let plan = plans::framework_in_force(tx).await.expect("an answer").expect("a plan");
    let lines = plans::lines(tx, plan.id).await.expect("lines");
    let line = lines.iter().find(|line| line.kind == plans::rules::kinds::Kind::Action).expect("an action");
    plans::move_line(tx, line, line.parent_id, line.position).await.expect("moved to where it stands");
}

/// A draft of the declaration, and a signature on paper with its file.
pub async fn declare(ctx: &Ctx, organization: partners::OrganizationId) {
    let paper =
        platform::files::put(&ctx.app, "Signed.pdf", b"%PDF-1.7 signed".to_vec()).await.expect("a paper");
    let mut tx = ctx.write(demo::world::load::BUILD).await.expect("a transaction");
    let versions = declarations::declarations(&mut tx).await.expect("versions");
    let last = versions.first().expect("a version");
    let signature = declarations::NewSignature {
        declaration: last.id,
        signed_on: ctx.today(),
        name: "Ines Invented".into(),
        title: "Director".into(),
        person: None,
        invited: None,
        way: declarations::rules::signing::Way::Paper,
        file: Some(platform::files::store(&mut tx, &paper).await.expect("a row")),
    };
    let of = (organization, partners::Visibility::Public);
    declarations::sign_declaration(&mut tx, of, (last.number, &signature), ctx.today())
        .await
        .expect("signed")
        .expect("the rule lets it in");
    declarations::add_declaration(&mut tx, &last.facts()).await.expect("a draft");
    tx.commit().await.expect("kept");
}
