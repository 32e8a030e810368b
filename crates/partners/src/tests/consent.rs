//! Writing down what a person says about mail.

use platform::{consent::may_send, testing::Site};

async fn somebody(site: &Site) -> String {
    let fields = [("name", "Ana"), ("lang", "fr"), ("visibility", "partners"), ("note", "")];
    let got = site.post_as(&site.coordinator(), "/maple/work/people", &fields).await;
    assert_eq!(got.status, 303, "{}", got.body);
    got.location().split('?').next().unwrap_or_default().to_owned()
}

platform::on_both! { vec![platform::manifest::Manifest { purposes: vec!["letters"], ..crate::manifest() }];
    async fn a_yes_lets_write_and_a_no_ends_it_and_both_stay_in_the_ledger(site) {
        let person = somebody(site).await;
        let at = format!("{person}/consent");
        let wordless = [("basis", "express"), ("purpose", "letters"), ("how", "paper"), ("evidence", "Folder 12")];
        let refused = site.post_as(&site.coordinator(), &at, &wordless).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("Folder 12"), "nothing that was typed is lost");
        assert!(refused.body.contains("Write the words the person agreed to"), "and it is said what is missing");
        let label = ">The words the person agreed to <span class=\"quiet\">(needed for a yes)</span></label>";
        assert!(refused.body.contains(label), "nothing that a yes needs is called optional");
        let yes = [wordless.as_slice(), &[("wording", "I agree to get letters.")]].concat();
        assert_eq!(site.post_as(&site.coordinator(), &at, &yes).await.status, 303);
        assert!(site.get_as(&site.coordinator(), &at).await.body.contains("may be written to"));
        let no = [("basis", "withdrawal"), ("purpose", "everything"), ("how", "by-phone")];
        assert_eq!(site.post_as(&site.coordinator(), &at, &no).await.status, 303);
        let page = site.get_as(&site.coordinator(), &at).await.body;
        assert!(page.contains("may not be written to") && page.contains("Folder 12") && page.contains("All mail"));
        let mut tx = site.ctx(site.coordinator()).read(crate::can::EDIT_PEOPLE).await.unwrap();
        let id: uuid::Uuid = person.rsplit('/').next().unwrap().parse().unwrap();
        let facts = tx.consent_facts(id).await.unwrap();
        assert_eq!((facts.len(), may_send(&facts, "letters", site.ctx(site.coordinator()).today())), (2, false));
        assert_eq!(site.get_as(&site.stranger(), &at).await.status, 404);
    }
}

platform::on_both! { vec![crate::manifest()];
    async fn an_address_that_others_have_too_is_nobodys_to_erase(site) {
        let (ana, ben) = (somebody(site).await, somebody(site).await);
        let id = |of: &str| crate::PersonId(of.rsplit('/').next().unwrap().parse().unwrap());
        for (whose, mail) in [(&ana, "ana@example.org"), (&ben, "Ana@example.org")] {
            let fields = [("kind", "mail"), ("value", mail), ("visibility", "staff")];
            let mut tx = site.ctx(site.coordinator()).read(crate::can::EDIT_PEOPLE).await.unwrap();
            let hers = crate::store::erasure::subject(&mut tx, id(&ana)).await.unwrap().addresses;
            assert_eq!(hers.len(), usize::from(whose == &ben), "alone with it, it is hers");
            tx.done().await.unwrap();
            assert_eq!(site.post_as(&site.coordinator(), &format!("{whose}/contacts"), &fields).await.status, 303);
        }
        let mut tx = site.ctx(site.coordinator()).read(crate::can::EDIT_PEOPLE).await.unwrap();
        assert!(crate::store::erasure::subject(&mut tx, id(&ana)).await.unwrap().addresses.is_empty());
    }
}
