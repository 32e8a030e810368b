//! Signatories, statements, agreements and documents are found by their names by those who may know of them.

use super::{TODAY, World, rooms, text};
use crate::{
    AgreementFacts, DocumentFacts, StatementFacts, add_agreement, add_document, add_statement, can,
    rules::{
        agreements::{Level, Tie},
        documents::DocumentKind,
        statements::StatementKind,
    },
};
use partners::Visibility;
use platform::{
    authority::Office,
    testing::{Site, pages::complaints_about},
};

/// One of each kind with “maple” in its name; what can be hidden is for the staff alone.
async fn one_of_each(site: &Site, world: &World) {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::KEEP_DECLARATION).await.unwrap();
    let statement = StatementFacts {
        kind: StatementKind::Statement,
        title: text("Maple words"),
        body: text(""),
        issued_on: TODAY,
        council: None,
        issuers: Vec::new(),
        signatories: Vec::new(),
        link: String::new(),
        visibility: Visibility::Staff,
        recall: None,
        recall_ahead: 0,
    };
    add_statement(&mut tx, &statement).await.unwrap();
    let agreement = AgreementFacts {
        level: Level::Federal,
        department: text("Department of Maples"),
        unit: String::new(),
        kind: Tie::Agreement,
        subject: text("Arrivals"),
        since_on: None,
        until_on: None,
        person: None,
        next_on: None,
        link: String::new(),
    };
    add_agreement(&mut tx, &agreement).await.unwrap();
    let document = DocumentFacts {
        organization: world.hidden,
        title: text("Maple plan"),
        kind: DocumentKind::Policy,
        from_year: 2024,
        to_year: None,
        link: String::new(),
        next_review_on: None,
    };
    add_document(&mut tx, &document).await.unwrap();
    tx.commit().await.unwrap();
}

platform::on_both! { rooms();
    async fn everything_is_found_by_a_part_of_its_name(site) {
        let world = World::new(site).await;
        let hidden = world.sign(site, world.hidden, Visibility::Public).await;
        let clinic = world.sign(site, world.open, Visibility::Public).await;
        one_of_each(site, &world).await;
        let caller = site.coordinator();
        for (q, kind, path) in [
            ("CLIN", "signatory", format!("signatories/{clinic}\"")),
            ("hidd", "signatory", format!("signatories/{hidden}\"")),
            ("maple", "statement", "statements/".to_owned()),
            ("maples", "agreement", "agreements/".to_owned()),
            ("maple%20plan", "strategic-document", "documents/".to_owned()),
        ] {
            let got = site.get_as(&caller, &format!("/maple/work/search?q={q}")).await;
            assert_eq!((got.status, complaints_about(&got.body)), (200, vec![]), "{q}");
            let group = got.body.split(&format!("id=\"found-{kind}\"")).nth(1).unwrap_or_default();
            let group = group.split("</section>").next().unwrap();
            assert!(group.contains(&format!("/maple/work/declarations/{path}")), "{q}: {}", got.body);
        }
        for (office, sees_agreements) in [(Office::Reader, false), (Office::PartnerEditor, false), (Office::CouncilMember, true)] {
            let holder = site.holder(office, None);
            let maple = site.get_as(&holder, "/maple/work/search?q=maple").await.body;
            let told = ["statement", "strategic-document", "agreement"].map(|kind| maple.contains(&format!("found-{kind}\"")));
            assert_eq!(told, [false, false, sees_agreements], "{office:?}: {maple}");
            let signed = site.get_as(&holder, "/maple/work/search?q=the").await.body;
            assert!(signed.contains(&clinic.to_string()) && !signed.contains(&hidden.to_string()), "{office:?}: {signed}");
        }
    }
}
