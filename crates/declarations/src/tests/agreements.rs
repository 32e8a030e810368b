//! Agreements with governments: who sees them, the log of exchanges, what Today tells, what an erasure takes.

use super::{World, rooms, version_of};
use crate::can;
use partners::NewPerson;
use platform::{
    authority::Office,
    langs::Lang,
    personal::{self, Subject, Why},
};

const LIST: &str = "/maple/work/declarations/agreements";

platform::on_both! { rooms();
    async fn an_agreement_has_a_log_and_its_next_day_is_told(site) {
        World::new(site).await;
        let caller = site.coordinator();
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::KEEP_DECLARATION).await.unwrap();
        let person = partners::add_person(&mut tx, &NewPerson::new("Nadia Haddad", Lang::En)).await.unwrap();
        tx.commit().await.unwrap();
        let person = person.to_string();
        let typed = [
            ("level", "federal"), ("department_en", "Department of Maples"), ("department_fr", "Ministère des Érables"),
            ("kind", "exchange"), ("subject_en", "Arrivals"), ("subject_fr", "Arrivées"), ("person", person.as_str()),
            ("since_on", "2026-01-01"), ("until_on", "2025-01-01"), ("next_on", "2026-11-20"),
        ];
        let wrong = site.post_as(&caller, LIST, &typed).await;
        assert!(wrong.status == 422 && wrong.body.contains("value=\"Department of Maples\""), "{}", wrong.body);
        let mut right = typed;
        right[8] = ("until_on", "2027-01-01");
        let sent = site.post_as(&caller, LIST, &right).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        let page = sent.location().split('?').next().unwrap().to_owned();
        let today = site.get_as(&caller, "/maple/work").await.body;
        assert!(today.contains("Department of Maples"), "{today}");
        let body = site.get_as(&caller, &page).await.body;
        let version = version_of(&body);
        let bare = site.post_as(&caller, &format!("{page}/exchanges"), &[("held_on", "2026-11-23"), ("who", "Nadia Haddad"), ("about", "x"), ("version", &version)]).await;
        assert!(bare.status == 422 && bare.body.contains("Nadia Haddad"), "{}", bare.body);
        let fields = [("held_on", "2026-11-20"), ("who", "Nadia Haddad and the office"), ("about", "Numbers"), ("next_on", "2027-02-01"), ("version", version.as_str())];
        assert_eq!(site.post_as(&caller, &format!("{page}/exchanges"), &fields).await.status, 303);
        let stale = site.post_as(&caller, &format!("{page}/exchanges"), &fields).await;
        assert_eq!(stale.status, 409, "noted twice by mistake it is noted once");
        assert!(!site.get_as(&caller, "/maple/work").await.body.contains("Department of Maples"));
        for office in [Office::Reader, Office::PartnerEditor, Office::Translator] {
            assert_eq!(site.get_as(&site.holder(office, None), &page).await.status, 403);
        }
        let member = site.holder(Office::CouncilMember, None);
        let seen = site.get_as(&member, &page).await;
        assert!(seen.status == 200 && !seen.body.contains("/exchanges\""), "{}", seen.body);
        assert_eq!((site.get(&page).await.status, site.get_as(&site.stranger(), &page).await.status), (303, 404));
        let mut tx = ctx.write(can::KEEP_DECLARATION).await.unwrap();
        let of = Subject { names: vec!["Nadia Haddad".into()], ..Subject::of(person.parse().unwrap()) };
        personal::erase(&ctx, &mut tx, &of, Why::Asked).await.unwrap();
        tx.commit().await.unwrap();
        let body = site.get_as(&caller, &page).await.body;
        assert!(body.contains("and the office") && !body.contains("Nadia"), "{body}");
    }

    async fn a_noted_exchange_is_corrected_and_comes_back_from_the_bin(site) {
        World::new(site).await;
        let caller = site.coordinator();
        let typed = [
            ("level", "federal"), ("department_en", "Department of Maples"), ("department_fr", "M"), ("kind", "exchange"),
            ("subject_en", "Arrivals"), ("subject_fr", "Arrivées"),
        ];
        let sent = site.post_as(&caller, LIST, &typed).await;
        let page = sent.location().split('?').next().unwrap().to_owned();
        let version = version_of(&site.get_as(&caller, &page).await.body);
        let noted = [("held_on", "2026-11-20"), ("who", "Both"), ("about", "Numbrs"), ("version", version.as_str())];
        assert_eq!(site.post_as(&caller, &format!("{page}/exchanges"), &noted).await.status, 303);
        let body = site.get_as(&caller, &page).await.body;
        let (_, rest) = body.split_once(&format!("href=\"{page}/exchanges/")).unwrap_or_else(|| panic!("{body}"));
        let one = format!("{page}/exchanges/{}", rest.split('/').next().unwrap());
        let form = site.get_as(&caller, &format!("{one}/edit")).await.body;
        assert!(form.contains("Numbrs") && form.contains("2026-11-20"), "{form}");
        let version = version_of(&form);
        let mut right = [("held_on", "2026-11-23"), ("who", "Both offices"), ("about", "Numbers"), ("version", version.as_str())];
        let future = site.post_as(&caller, &one, &right).await;
        assert!(future.status == 422 && future.body.contains("Both offices"), "{}", future.body);
        right[0] = ("held_on", "2026-11-19");
        assert_eq!(site.post_as(&caller, &one, &right).await.status, 303);
        let body = site.get_as(&caller, &page).await.body;
        assert!(body.contains("Both offices") && !body.contains("Numbrs") && body.contains("corrected an exchange"), "{body}");
        let quicker = site.post_as(&caller, &one, &right).await;
        assert!(quicker.status == 409 && quicker.body.contains("Both offices") && quicker.body.contains("changed this"), "{}", quicker.body);
        let member = site.holder(Office::CouncilMember, None);
        assert!(!site.get_as(&member, &page).await.body.contains(&one), "who may not is not offered it");
        for path in [format!("{one}/edit"), format!("{one}/bin")] {
            assert_eq!((site.get_as(&member, &path).await.status, site.get_as(&site.stranger(), &path).await.status), (403, 404));
        }
        let elsewhere = one.replace(&page, &format!("{LIST}/{}", one.rsplit('/').next().unwrap()));
        assert_eq!(site.get_as(&caller, &format!("{elsewhere}/edit")).await.status, 404, "under another agreement it is not found");
        let stale = site.post_as(&caller, &format!("{one}/bin"), &[("version", "1")]).await;
        assert_eq!(stale.status, 409);
        let version = version_of(&site.get_as(&caller, &format!("{one}/bin")).await.body);
        assert_eq!(site.post_as(&caller, &format!("{one}/bin"), &[("version", &version)]).await.status, 303);
        let body = site.get_as(&caller, &page).await.body;
        assert!(!body.contains("Both offices") && body.contains("put an exchange in the bin"), "{body}");
        assert_eq!(site.get_as(&caller, &format!("{one}/edit")).await.status, 404);
        let restore = format!("/maple/work/bin/exchange/{}/restoration", one.rsplit('/').next().unwrap());
        assert_eq!(site.post_as(&caller, &restore, &[]).await.status, 303);
        assert!(site.get_as(&caller, &page).await.body.contains("Both offices"));
    }
}
