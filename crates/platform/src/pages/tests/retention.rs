//! What is told before and what then goes are the same.

use crate::{
    authority::Office,
    ctx::PUBLIC,
    db::One,
    jobs::run_due,
    langs::Lang,
    mail::{Mail, Recipient},
    pages::{ENTER, retention::end_of},
    retention::{due, swept},
    sql,
    testing::Site,
};
use std::collections::BTreeSet;
use uuid::Uuid;

async fn send(site: &Site, to: &str) {
    let mut tx = site.ctx(site.coordinator()).write(ENTER).await.unwrap();
    let mail = Mail {
        to: Recipient::parse(to).unwrap(),
        lang: Lang::En,
        subject: "Hello".into(),
        body: "Hello".into(),
        purpose: "hello",
        unsubscribe: None,
    };
    tx.send_mail(mail).await.unwrap();
    tx.issue_ticket("hello", to, 60).await.unwrap();
    tx.commit().await.unwrap();
}

async fn ids(site: &Site) -> BTreeSet<Uuid> {
    let mut tx = site.ctx(site.coordinator()).read(PUBLIC).await.unwrap();
    let mut all = BTreeSet::new();
    for text in
        ["SELECT id FROM mail WHERE partnership_id = $1", "SELECT id FROM ticket WHERE partnership_id = $1"]
    {
        all.extend(sql!(tx, all One<Uuid>, text, site.partnership.id).unwrap().into_iter().map(|(id,)| id));
    }
    tx.done().await.unwrap();
    all
}

crate::on_both! { vec![];
    async fn exactly_what_was_told_before_goes(site) {
        let day = 86_400;
        for (to, later) in [("old@example.org", 200 * day), ("middle@example.org", 120 * day), ("new@example.org", 60 * day)] {
            send(site, to).await;
            run_due(&site.app).await.unwrap();
            site.app.clock.advance(later);
        }
        let ctx = site.ctx(site.coordinator());
        let page = site.get_as(&site.coordinator(), "/maple/work/retention").await.body;
        assert!(page.contains("old@example.org") && !page.contains("middle@example.org"), "{page}");
        let ahead = ctx.today().saturating_add(jiff::ToSpan::days(185));
        let page = site.get_as(&site.coordinator(), &format!("/maple/work/retention?on={ahead}")).await.body;
        assert!(page.contains("old@example.org") && page.contains("middle@example.org") && !page.contains("new@example.org"), "{page}");
        let mut tx = ctx.read(PUBLIC).await.unwrap();
        let told = due(&ctx, &mut tx, ctx.now()).await.unwrap();
        tx.done().await.unwrap();
        let told: BTreeSet<Uuid> = told.iter().flat_map(|(_, due)| due).map(|one| one.id).collect();
        assert!(!told.is_empty());
        let before = ids(site).await;
        run_due(&site.app).await.unwrap();
        let after = ids(site).await;
        let gone: BTreeSet<Uuid> = before.difference(&after).copied().collect();
        assert_eq!(gone, told, "the dry run is the run");
        assert!(end_of(&ctx, ctx.today()) > ctx.now());
    }

    async fn what_the_installation_sweeps_is_counted_before_and_goes(site) {
        let ctx = site.ctx(crate::authority::Caller::Console).of_installation();
        let mut tx = ctx.write(PUBLIC).await.unwrap();
        tx.issue_ticket("sign-in", "nobody", 60).await.unwrap();
        tx.commit().await.unwrap();
        for _ in 0..2 {
            crate::throttle::allow(&site.app, "sign-in/somebody", 3, 600).await.unwrap();
        }
        send(site, "ana@example.org").await;
        run_due(&site.app).await.unwrap();
        let counts = async || {
            let ctx = site.ctx(crate::authority::Caller::Console).of_installation();
            let mut tx = ctx.read(PUBLIC).await.unwrap();
            let all = swept(&ctx, &mut tx, ctx.now()).await.unwrap();
            tx.done().await.unwrap();
            all.into_iter().filter(|(_, n)| *n > 0).map(|(sweep, n)| (sweep.key, n)).collect::<Vec<_>>()
        };
        assert_eq!(counts().await, [], "nothing is over");
        site.app.clock.advance(601);
        assert_eq!(counts().await, [("sweep-throttle", 1)]);
        site.app.clock.advance(31 * 86_400);
        let told = counts().await;
        assert!(told.contains(&("sweep-ticket", 1)) && told.contains(&("sweep-throttle", 1)), "{told:?}");
        assert!(told.iter().any(|(key, n)| *key == "sweep-job-done" && *n >= 1), "{told:?}");
        run_due(&site.app).await.unwrap();
        assert_eq!(counts().await, [], "exactly that went");
        let mut tx = site.ctx(site.coordinator()).read(PUBLIC).await.unwrap();
        let own = sql!(tx, all One<Uuid>, "SELECT id FROM mail WHERE partnership_id = $1", site.partnership.id).unwrap();
        tx.done().await.unwrap();
        assert_eq!(own.len(), 1, "what is a partnership's is not the installation's to sweep");
        let page = site.get_as(&site.coordinator(), "/maple/work/retention").await.body;
        assert!(!page.contains("Counts of tries"), "nor a partnership's to know: {page}");
    }

    async fn only_who_coordinates_sees_names_and_a_day_is_a_day(site) {
        assert_eq!(site.get_as(&site.holder(Office::Reader, None), "/maple/work/retention").await.status, 403);
        let wrong = site.get_as(&site.coordinator(), "/maple/work/retention?on=soon").await;
        assert!(wrong.status == 422 && wrong.body.contains("soon"), "{}", wrong.status);
        let file = site.get_as(&site.coordinator(), "/maple/work/retention?as=csv").await;
        assert_eq!(file.status, 200);
    }
}
