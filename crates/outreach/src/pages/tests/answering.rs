//! What organizations were asked about the checklist, and who has answered.

use super::{checklist::begun, rooms};
use jiff::civil::date;
use partners::NewOrganization;
use platform::text::Text;

platform::on_both! { rooms();
    async fn whoever_has_answered_is_asked_no_more_and_the_others_still_are(site) {
        let (coordinator, path) = (site.coordinator(), begun(site, "Do the police know").await);
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(partners::can::DECIDE_PARTNERS).await.unwrap();
        let mut all = Vec::new();
        for (slug, name) in [("police", "Maple Police"), ("courts", "Maple Courts")] {
            let name = Text::both(name, name, date(2026, 1, 1));
            let new = NewOrganization { joined_on: Some(date(2026, 1, 1)), ..NewOrganization::new(slug, name) };
            all.push(partners::add_organization(&mut tx, &new).await.unwrap());
        }
        tx.commit().await.unwrap();
        let id = path.rsplit('/').next().unwrap();
        for slug in ["police", "courts"] {
            let typed = [("what_en", "Please tell us"), ("about_kind", "discovery-question"), ("about_id", id)];
            let got = site.post_as(&coordinator, &format!("/maple/work/partners/{slug}/asks"), &typed).await;
            assert_eq!(got.status, 303, "{}", got.body);
        }
        let load = async |of: usize| {
            let mut tx = ctx.read(partners::can::KEEP_NOTES).await.unwrap();
            let (load, _) = partners::load_of(&ctx, &mut tx, all[of]).await.unwrap();
            tx.done().await.unwrap();
            (load.open, load.lately)
        };
        let (police, courts, other) = (all[0].to_string(), all[1].to_string(), uuid::Uuid::from_u128(9).to_string());
        let answer = async |day: &str, by: &[&str]| {
            let mut sent = vec![("has", "yes"), ("answered_on", day)];
            sent.extend(by.iter().map(|one| ("answered_by", *one)));
            site.post_as(&coordinator, &format!("{path}/answers"), &sent).await
        };
        let form = site.get_as(&coordinator, &path).await.body;
        assert!(form.contains("Who has answered") && !form.contains("checked"), "nobody is ticked when several are asked: {form}");
        let wrong = answer("2026-11-23", &[&police]).await;
        assert!(wrong.status == 422 && wrong.body.contains(&format!("value=\"{police}\" checked")), "{}", wrong.body);
        assert_eq!((load(0).await, load(1).await), ((1, 1), (1, 1)), "the control");
        assert_eq!(answer("2026-11-21", &[&police, &other]).await.status, 303);
        assert_eq!((load(0).await, load(1).await), ((0, 1), (1, 1)));
        let file = site.get_as(&coordinator, "/maple/work/asks?as=csv").await.body;
        assert!(file.contains("Maple Police,Outreach,,Done") && file.contains("Maple Courts,Outreach,,Open"), "{file}");
        let form = site.get_as(&coordinator, &path).await.body;
        assert!(!form.contains(&police) && form.contains(&format!("value=\"{courts}\" checked")), "the only one is ticked: {form}");
        assert_eq!(answer("2026-11-21", &[]).await.status, 303, "an answer of somebody else");
        assert_eq!(load(1).await, (1, 1));
        assert_eq!(answer("2026-11-22", &[&courts]).await.status, 303);
        assert_eq!(load(1).await, (0, 1));
        assert!(!site.get_as(&coordinator, &path).await.body.contains("Who has answered"));
    }
}
