//! The signed file of a version of the terms of reference: kept, refused, replaced, and who gets it.

use super::World;
use platform::{authority::Office, files::MOST_BYTES};

const PDF: &[u8] = b"%PDF-1.7 signed by all";
const TYPED: [(&str, &str); 3] =
    [("_key", "0123456789abcdef"), ("body_en", "Eighteen seats."), ("adopted_on", "2020-01-01")];

platform::on_both! { super::rooms();
    async fn a_version_comes_with_its_signed_file_which_is_public_only_when_it_says_so(site) {
        let world = World::new(site).await;
        let (path, everybody) = (world.at("/terms-of-reference"), "/maple/en/who-we-are/health");
        let coordinator = site.coordinator();
        for _ in 0..2 {
            let sent = site.upload_as(&coordinator, &path, &TYPED, ("signed", "Terms.pdf", PDF)).await;
            assert_eq!(sent.status, 303, "sent twice it is recorded once, and answered twice: {}", sent.body);
        }
        let file = format!("{path}/1/file");
        let got = site.get_as(&site.holder(Office::Reader, None), &file).await;
        assert_eq!((got.status, got.body.as_bytes()), (200, PDF));
        assert!(got.headers["content-disposition"].to_str().unwrap().contains("Terms.pdf"));
        assert_eq!(site.get_as(&site.stranger(), &file).await.status, 404);
        let public = format!("{everybody}/terms-of-reference/1");
        assert_eq!(site.get(&public).await.status, 404);
        assert!(!site.get(everybody).await.body.contains("terms-of-reference/1"));
        assert!(site.get_as(&site.coordinator(), &path).await.body.contains("in the workspace only"));
        let before = before(site, &format!("{path}/1/signed")).await;
        let tick = [("before", before.as_str()), ("signed_public", "yes")];
        assert_eq!(site.post_as(&site.coordinator(), &format!("{path}/1/signed"), &tick).await.status, 303);
        assert!(site.get(everybody).await.body.contains("terms-of-reference/1"));
        assert_eq!(site.get(&public).await.body.as_bytes(), PDF);
    }

    async fn a_file_that_is_no_paper_or_too_large_is_refused_and_what_was_typed_stays(site) {
        let world = World::new(site).await;
        let path = world.at("/terms-of-reference");
        let large = vec![b'a'; MOST_BYTES + 1];
        for (bytes, why) in [(&b"MZ\x90\0 a program"[..], "Choose a PDF, or a picture"), (&large, "at most 20 MB")] {
            let got = site.upload_as(&site.coordinator(), &path, &TYPED[1..], ("signed", "terms.pdf", bytes)).await;
            assert_eq!(got.status, 422, "{}", got.body);
            assert!(got.body.contains(why) && got.body.contains("Eighteen seats.") && got.body.contains("choose it again"), "{}", got.body);
        }
        assert!(site.get_as(&site.coordinator(), &path).await.body.contains("No version has been recorded"));
        let none = site.upload_as(&site.coordinator(), &path, &TYPED[1..], ("signed", "", b"")).await;
        assert_eq!(none.status, 303, "a version may have no file");
        assert_eq!(site.get_as(&site.coordinator(), &format!("{path}/1/file")).await.status, 404);
        let missing = site.upload_as(&site.coordinator(), &format!("{path}/1/signed"), &[("before", "")], ("signed", "", b"")).await;
        assert!(missing.status == 422 && missing.body.contains("Choose a file"), "{}", missing.body);
    }

    async fn a_file_whose_name_cannot_be_shown_is_refused_beside_its_field_and_what_was_typed_stays(site) {
        let world = World::new(site).await;
        let (path, long) = (world.at("/terms-of-reference"), format!("{}.pdf", "x".repeat(150)));
        let got = site.upload_as(&site.coordinator(), &path, &TYPED[1..], ("signed", &long, PDF)).await;
        assert_eq!(got.status, 422, "{}", got.body);
        assert!(got.body.contains("at most 150") && got.body.contains("Eighteen seats."), "{}", got.body);
        assert_eq!(site.post_as(&site.coordinator(), &path, &TYPED[1..]).await.status, 303);
        let alone = site.upload_as(&site.coordinator(), &format!("{path}/1/signed"), &[("before", "")], ("signed", &long, PDF)).await;
        assert_eq!(alone.status, 422, "{}", alone.body);
        assert!(alone.body.contains("at most 150") && alone.body.contains("name=\"before\""), "{}", alone.body);
        assert!(!site.folder().join("files").exists(), "nothing of it lies on the disk");
    }

    async fn a_file_is_replaced_by_those_who_may_and_only_the_one_they_saw(site) {
        let world = World::new(site).await;
        let path = world.at("/terms-of-reference");
        assert_eq!(site.post_as(&site.coordinator(), &path, &TYPED[1..]).await.status, 303);
        let at = format!("{path}/1/signed");
        let send = async |caller, before: String, bytes| {
            site.upload_as(caller, &at, &[("before", before.as_str())], ("signed", "terms.pdf", bytes)).await.status
        };
        let (coordinator, reader, stranger) = (site.coordinator(), site.holder(Office::Reader, None), site.stranger());
        assert_eq!(send(&reader, String::new(), PDF).await, 403);
        assert_eq!(send(&stranger, String::new(), PDF).await, 404);
        assert!(!site.folder().join("files").exists(), "nothing of it lies on the disk");
        assert_eq!(send(&coordinator, String::new(), PDF).await, 303);
        assert_eq!(send(&coordinator, String::new(), b"%PDF-1.7 other").await, 409, "somebody else kept one meanwhile");
        assert_eq!(send(&coordinator, before(site, &at).await, b"%PDF-1.7 better").await, 303);
        assert_eq!(site.get_as(&coordinator, &format!("{path}/1/file")).await.body, "%PDF-1.7 better");
        let history = site.get_as(&coordinator, &format!("/maple/work/history/council/{}", world.below)).await.body;
        assert!(history.contains("kept a signed version"), "{history}");
    }
}

/// The file that the form knows of.
async fn before(site: &platform::testing::Site, at: &str) -> String {
    let page = site.get_as(&site.coordinator(), at).await.body;
    let rest = page.split_once("name=\"before\" value=\"").expect("a form").1;
    rest.split_once('"').expect("an end").0.to_owned()
}
