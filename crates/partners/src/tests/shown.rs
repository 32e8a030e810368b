//! What is said where a list is empty, and how a partner is reached that shows everyone nothing.

use super::*;
use crate::{ContactKind, NewContactPoint, NewPerson, NewSpeaker, Visibility};
use platform::{authority::Office, langs::Lang, partnership::Facts, reach::Contact};

/// A person whom partners may know speaks for a group of which only the staff knows.
async fn shy_group(site: &Site) -> PersonId {
    let group = NewOrganization { visibility: Visibility::Staff, ..named("rink", "Rink Parents") };
    let group = keep(site, &[group, named("clinic", "Maple Clinic")]).await[0];
    let mut tx = site.ctx(site.coordinator()).write(ENTER).await.unwrap();
    let new = NewPerson { visibility: Visibility::Partners, ..NewPerson::new("Ada One", Lang::En) };
    let person = crate::add_person(&mut tx, &new).await.unwrap();
    let speaks =
        NewSpeaker { person, organization: group, title: Text::default(), from_on: DAY, to_on: None };
    crate::speaks_for(&mut tx, &speaks).await.unwrap();
    tx.commit().await.unwrap();
    person
}

platform::on_both! { vec![crate::manifest()];
    async fn nobody_is_told_that_there_is_nothing_where_only_less_is_shown(site) {
        let person = shy_group(site).await;
        let path = format!("/maple/work/people/{person}");
        let reader = site.holder(Office::Reader, None);
        let page = site.get_as(&reader, &path).await.body;
        assert!(page.contains("Ada One") && !page.contains("Rink Parents"), "{page}");
        assert!(!page.contains("speaks for no organization") && page.contains("No organization is shown to you"), "{page}");
        assert!(page.contains("No contact point is shown to you."), "{page}");
        let clinic = site.get_as(&reader, "/maple/work/partners/clinic").await.body;
        assert!(clinic.contains("Nobody who speaks for it is shown to you.") && !clinic.contains("Nobody is known"), "{clinic}");
        // Whoever sees everything is told that there is nothing.
        let whole = site.get_as(&site.coordinator(), "/maple/work/partners/clinic").await.body;
        assert!(whole.contains("Nobody is known who speaks for it."), "{whole}");
        assert!(site.get_as(&site.coordinator(), &path).await.body.contains("Rink Parents"));
    }

    async fn a_partner_that_shows_everyone_no_way_is_asked_for_through_the_office(site) {
        let clinic = keep(site, &[named("clinic", "Maple Clinic"), named("centre", "Settlement Centre")]).await[0];
        let bare = site.get("/maple/en/partners/centre").await.body;
        assert!(!bare.contains("id=\"contacts\""), "nothing is promised while no office is known: {bare}");
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(ENTER).await.unwrap();
        let (before, version) = tx.facts().await.unwrap();
        let contact = Contact { mail: "office@example.org".into(), phone: "905 555-0100".into(), ..Contact::default() };
        tx.change_facts((&before, version), &Facts { contact, ..before.clone() }).await.unwrap();
        let point = |kind, value: &str, visibility| NewContactPoint { person: None, organization: Some(clinic), kind, value: value.into(), visibility };
        for one in [
            point(ContactKind::Phone, "905 555-0134", Visibility::Public),
            point(ContactKind::Web, "https://clinic.example", Visibility::Public),
            point(ContactKind::Mail, "desk@clinic.example", Visibility::Staff),
        ] {
            crate::add_contact(&mut tx, &one).await.unwrap();
        }
        tx.commit().await.unwrap();
        for (lang, words) in [("en", "can put you in touch"), ("fr", "peut vous mettre en contact"), ("ar", "اسأل مكتب الشراكة")] {
            let main = |page: String| page.split("<main").nth(1).unwrap().split("</main>").next().unwrap().to_owned();
            let clinic = main(site.get(&format!("/maple/{lang}/partners/clinic")).await.body);
            assert!(clinic.contains("tel:9055550134") && clinic.contains("https://clinic.example"), "{lang}: {clinic}");
            assert!(!clinic.contains("desk@") && !clinic.contains(words), "{lang}: {clinic}");
            let centre = main(site.get(&format!("/maple/{lang}/partners/centre")).await.body);
            assert!(centre.contains(words) && centre.contains("mailto:office@example.org") && centre.contains("tel:9055550100"), "{lang}: {centre}");
        }
    }
}
