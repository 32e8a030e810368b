//! What is asked about something: the mail to the partner, and how it ends with what it is about.

use super::kept::{coordinator, library, mails, speaker};
use platform::{jobs::run_due, langs::Lang, testing::Site};

/// The mails that have left, one after the other.
fn delivered(site: &Site) -> String {
    let folder = std::fs::read_dir(site.folder().join("mail")).unwrap();
    let read =
        |file: std::io::Result<std::fs::DirEntry>| std::fs::read_to_string(file.unwrap().path()).unwrap();
    folder.map(read).collect::<String>().replace("=\r\n", "").replace("=3D", "=")
}

platform::on_both! { vec![crate::manifest()];
    async fn what_is_asked_about_an_offer_ends_with_it_and_names_no_page_of_the_workspace(site) {
        let id = library(site).await;
        speaker(site, id, ("Ana", Lang::En), &[("ana@own.example", false)]).await;
        let (ada, _) = coordinator(site);
        let hall = [("side", "offer"), ("kind", "room"), ("offered_en", "The hall"), ("from_on", "2026-11-22"), ("visibility", "partners")];
        let added = site.post_as(&ada, "/maple/work/partners/library/offers", &hall).await;
        assert_eq!(added.status, 303, "{}", added.body);
        let at = added.location().split('?').next().unwrap().to_owned();
        let offer = at.rsplit('/').next().unwrap();
        let asking = async |what: &str| {
            let typed = [("what_en", what), ("about_kind", "offer"), ("about_id", offer)];
            site.post_as(&ada, "/maple/work/partners/library/asks", &typed).await
        };
        let file = async || site.get_as(&ada, "/maple/work/asks?as=csv").await.body;
        assert_eq!(asking("Still so?").await.status, 303);
        site.app.clock.advance(3_601);
        run_due(&site.app).await.unwrap();
        assert_eq!(mails(site).await.len(), 1);
        let sent = delivered(site);
        assert!(sent.contains("Still so?") && !sent.contains("/work/"), "{sent}");
        assert!(site.get_as(&ada, "/maple/work/asks").await.body.contains(&format!("href=\"{at}\"")), "the staff is led there");
        let change = [hall.as_slice(), &[("offered_en", "The big hall"), ("version", "1")]].concat();
        assert_eq!(site.post_as(&ada, &at, &change).await.status, 303);
        assert!(file().await.contains("Still so?,Library,Partners,,Done"), "{}", file().await);
        assert_eq!(asking("And now?").await.status, 303);
        assert_eq!(site.post_as(&ada, &format!("{at}/removal"), &[("version", "2")]).await.status, 303);
        assert!(file().await.contains("And now?,Library,Partners,,Withdrawn"), "{}", file().await);
        let late = asking("Typed late").await;
        assert_eq!((late.status, platform::testing::pages::complaints_about(&late.body)), (409, vec![]), "{}", late.body);
        assert!(late.body.contains("Typed late") && late.body.contains("is in the bin by now"), "{}", late.body);
        assert!(!late.body.contains("about_id"), "sent again it names the offer no more: {}", late.body);
        site.app.clock.advance(3_601);
        run_due(&site.app).await.unwrap();
        assert_eq!(mails(site).await.len(), 1, "what was withdrawn does not go out");
    }
}
