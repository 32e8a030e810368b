//! Writing down what a person says about mail.

use platform::{consent::may_send, testing::Site};

async fn somebody(site: &Site) -> String {
    let fields = [("name", "Ana"), ("lang", "fr"), ("visibility", "partners"), ("note", "")];
    let got = site.post_as(&site.coordinator(), "/maple/work/people", &fields).await;
    assert_eq!(got.status, 303, "{}", got.body);
    got.location().split('?').next().unwrap_or_default().to_owned()
}

platform::on_both! { vec![platform::manifest::Manifest { purposes: vec!["letters"], ..crate::manifest() }];
    async fn the_ledger_shows_the_last_day_on_which_each_fact_counts(site) {
        let at = format!("{}/consent", somebody(site).await);
        for (basis, until) in [("implied-inquiry", "counts until Feb 1, 2027"), ("implied-gift", "counts until Aug 1, 2028")] {
            let fact = [("basis", basis), ("purpose", "letters"), ("how", "by-mail"), ("since", "2026-08-01")];
            assert_eq!(site.post_as(&site.coordinator(), &at, &fact).await.status, 303);
            let page = site.get_as(&site.coordinator(), &at).await.body;
            assert!(page.contains(until), "{basis}: {page}");
        }
    }

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
        let own = site.get_as(&site.coordinator(), &person).await.body;
        assert!(own.contains("because nothing is written down that lets us"), "{own}");
        let came = [("basis", "implied-business"), ("purpose", "letters"), ("how", "by-mail"), ("since", "2026-05-04")];
        assert_eq!(site.post_as(&site.coordinator(), &at, &came).await.status, 303);
        let own = site.get_as(&site.coordinator(), &person).await.body;
        assert!(own.contains("until May 4, 2028, because the person bought something or made an agreement on May 4, 2026"), "{own}");
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
        assert_eq!((facts.len(), may_send(&facts, "letters", site.ctx(site.coordinator()).today())), (3, false));
        assert_eq!(site.get_as(&site.stranger(), &at).await.status, 404);
    }
}

/// Changes, removes and adds addresses of a person through the store.
async fn moves(site: &Site, person: &str, steps: &[(&str, &str)]) {
    let person = crate::PersonId(person.rsplit('/').next().unwrap().parse().unwrap());
    for (from, to) in steps {
        let mut tx = site.ctx(site.coordinator()).write(crate::can::EDIT_PEOPLE).await.unwrap();
        let has = crate::contacts_of_person(&mut tx, crate::Reader::Staff, person).await.unwrap();
        let was = has.iter().find(|contact| contact.value == *from);
        match (was, *to) {
            (Some(was), "") => crate::store::contacts::remove_contact(&mut tx, was).await.unwrap(),
            (Some(was), to) => {
                let new = (crate::ContactKind::Mail, to.to_owned(), crate::Visibility::Staff);
                crate::store::contacts::change_contact(&mut tx, was, new).await.unwrap();
            }
            (None, to) => {
                let new = crate::NewContactPoint {
                    person: Some(person),
                    organization: None,
                    kind: crate::ContactKind::Mail,
                    value: to.to_owned(),
                    visibility: crate::Visibility::Staff,
                };
                crate::add_contact(&mut tx, &new).await.map(drop).unwrap();
            }
        }
        tx.commit().await.unwrap();
    }
}

async fn known_of(site: &Site, person: &str) -> platform::personal::Subject {
    let person = crate::PersonId(person.rsplit('/').next().unwrap().parse().unwrap());
    let mut tx = site.ctx(site.coordinator()).read(crate::can::EDIT_PEOPLE).await.unwrap();
    crate::store::erasure::subject(&mut tx, person).await.unwrap()
}

platform::on_both! { vec![crate::manifest()];
    async fn an_address_that_the_record_no_longer_holds_is_still_hers_unless_others_had_it(site) {
        let (ana, ben) = (somebody(site).await, somebody(site).await);
        moves(site, &ana, &[("", "Ana@old.example"), ("Ana@old.example", "ana@desk.example"), ("ana@desk.example", ""), ("", "ana@new.example")]).await;
        assert_eq!(known_of(site, &ana).await.addresses, ["ana@desk.example", "ana@new.example", "ana@old.example"]);
        moves(site, &ben, &[("", "ANA@DESK.example"), ("ANA@DESK.example", "ben@new.example")]).await;
        assert_eq!(known_of(site, &ana).await.addresses, ["ana@new.example", "ana@old.example"], "the desk was Ben’s too");
        moves(site, &ben, &[("ben@new.example", "ana@new.example")]).await;
        assert_eq!(known_of(site, &ana).await.addresses, ["ana@old.example"]);
        assert_eq!(known_of(site, &ben).await.addresses, ["ben@new.example"]);
        let fields = [("name", "Ana Married"), ("lang", "fr"), ("visibility", "partners"), ("note", ""), ("version", "1")];
        assert_eq!(site.post_as(&site.coordinator(), &ana, &fields).await.status, 303);
        assert_eq!(known_of(site, &ana).await.names, ["Ana", "Ana Married"]);
    }

    async fn the_bin_is_emptied_one_person_in_one_transaction(site) {
        let mut all = Vec::new();
        for _ in 0..3 {
            all.push(somebody(site).await);
        }
        let mut tx = site.ctx(site.coordinator()).write(crate::can::EDIT_PEOPLE).await.unwrap();
        let long_ago = tx.now().plus_seconds(-crate::jobs::IN_BIN - 1);
        platform::sql!(tx, run, "UPDATE person SET binned_at = $1 WHERE partnership_id = $2", long_ago, site.partnership.id).unwrap();
        tx.commit().await.unwrap();
        let before = site.app.bell.count(Some(site.partnership.id));
        let job = crate::jobs::EMPTY_BIN;
        let ctx = site.ctx(platform::authority::Caller::Job(job.kind));
        (job.run)(&ctx, &serde_json::Value::Null).await.unwrap();
        assert_eq!(site.app.bell.count(Some(site.partnership.id)) - before, 3, "each has a commit of its own");
        let mut tx = ctx.read(crate::can::EDIT_PEOPLE).await.unwrap();
        assert_eq!(tx.erased().await.unwrap().len(), 3);
        tx.done().await.unwrap();
        let ids = all.iter().map(|of| (of.rsplit('/').next().unwrap().parse().unwrap(), platform::personal::Why::Asked));
        let ids: Vec<_> = ids.collect();
        assert_eq!(crate::erase_again(&ctx, &ids).await.unwrap(), 0, "nobody is there to be erased again");
        let back = somebody(site).await;
        let ids = [(back.rsplit('/').next().unwrap().parse().unwrap(), platform::personal::Why::Asked)];
        assert_eq!(crate::erase_again(&ctx, &ids).await.unwrap(), 1);
    }

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
    async fn a_number_that_others_have_or_had_is_nobodys_to_erase_however_it_is_written(site) {
        let (ana, ben) = (somebody(site).await, somebody(site).await);
        let say = async |whose: &str, number: &str| {
            let fields = [("kind", "phone"), ("value", number), ("visibility", "staff")];
            let got = site.post_as(&site.coordinator(), &format!("{whose}/contacts"), &fields).await;
            assert_eq!(got.status, 303, "{number}: {}", got.body);
        };
        let fall_silent = async |whose: &str| {
            let whose = crate::PersonId(whose.rsplit('/').next().unwrap().parse().unwrap());
            let mut tx = site.ctx(site.coordinator()).write(crate::can::EDIT_PEOPLE).await.unwrap();
            for contact in crate::contacts_of_person(&mut tx, crate::Reader::Staff, whose).await.unwrap() {
                crate::store::contacts::remove_contact(&mut tx, &contact).await.unwrap();
            }
            tx.commit().await.unwrap();
        };
        say(&ana, "905 555-0134").await;
        say(&ben, "905 555-0134 ext. 2").await;
        assert_eq!(known_of(site, &ana).await.phones, ["905 555-0134"], "an extension is another telephone");
        fall_silent(&ben).await;
        say(&ben, "+1 (905) 555-0134").await;
        assert!(known_of(site, &ana).await.phones.is_empty(), "it is Ben’s too");
        fall_silent(&ben).await;
        assert!(known_of(site, &ana).await.phones.is_empty(), "and was");
    }
}
