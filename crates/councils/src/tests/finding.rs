//! Bodies and seats are found by their names by those who may know of them.

use super::elsewhere::{CANARY, a_council};
use platform::{authority::Office, testing::pages::complaints_about};

platform::on_both! { vec![areas::manifest(), partners::manifest(), crate::manifest()];
    async fn bodies_seats_organizations_and_people_are_found_by_a_part_of_their_names(site) {
        let known = a_council(site).await;
        let ada = site.coordinator();
        for (q, kind, href) in [
            ("centr", "council", format!("/maple/work/councils/{}\"", known.council)),
            ("primary", "seat", format!("/maple/work/councils/{}/seats/", known.council)),
            ("MAPLE%20cli", "organization", "/maple/work/partners/clinic\"".to_owned()),
            ("n%C3%A0dia", "person", "/maple/work/people/".to_owned()),
        ] {
            let got = site.get_as(&ada, &format!("/maple/work/search?q={q}")).await;
            assert_eq!((got.status, complaints_about(&got.body)), (200, vec![]), "{q}");
            let group = got.body.split(&format!("id=\"found-{kind}\"")).nth(1).unwrap_or_default();
            assert!(group.split("</section>").next().unwrap().contains(&href), "{q}: {}", got.body);
        }
    }

    async fn what_the_staff_alone_may_know_of_is_found_by_nobody_else(site) {
        a_council(site).await;
        let url = format!("/maple/work/search?q={CANARY}");
        let staff = site.get_as(&site.coordinator(), &url).await.body;
        for kind in ["seat", "organization", "person"] {
            assert!(staff.contains(&format!("found-{kind}")), "it is really there: {kind}: {staff}");
        }
        for office in [Office::Reader, Office::PartnerEditor, Office::CouncilMember] {
            let body = site.get_as(&site.holder(office, None), &url).await.body;
            assert!(!body.contains("id=\"found-"), "{office:?}: {body}");
        }
        let reader = site.get_as(&site.holder(Office::Reader, None), "/maple/work/search?q=primary").await.body;
        assert!(reader.contains("found-seat"), "what everybody may know of she finds");
    }
}
