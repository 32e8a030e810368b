//! What nobody found, as visitors and coordinators meet it, on both databases.

use super::*;
use crate::{rules::unfound::Period, tests::rooms};
use platform::testing::Site;
use std::sync::Arc;

const LIST: &str = "/maple/work/directory/unfound?as=csv";

/// What stands in the record of a need.
async fn kept(site: &Site, need: &str) -> Vec<(Under, u64)> {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.read(can::SEE_DIRECTORY).await.unwrap();
    let all = every_unfound(&mut tx).await.unwrap();
    tx.done().await.unwrap();
    all.into_iter().filter(|(of, _)| of.need == need).collect()
}

/// What is counted of a need, after the node wrote it down.
async fn counted(site: &Site, need: &str) -> u64 {
    platform::jobs::pulse(&site.app).await;
    kept(site, need).await.iter().map(|(_, times)| times).sum()
}

async fn look(site: &Site, question: &str) {
    assert_eq!(site.get(&format!("/maple/{question}")).await.status, 200);
}

/// Lets the daily job run.
async fn settle_now(site: &Site) {
    let ctx = Ctx { caller: Caller::Job("directory.settle-unfound"), ..site.ctx(Caller::Console) };
    settle(&ctx, &Value::Null).await.unwrap();
}

platform::on_both! { rooms();
    async fn searches_of_visitors_that_find_nothing_count_once_a_day_and_nothing_else_does(site) {
        look(site, "en/help?q=toothache").await;
        assert_eq!(counted(site, "dentist").await, 1);
        // At once again, as by a page that is loaded anew.
        look(site, "en/help?q=dentist").await;
        // Only a link followed; nothing asked; something asked at a place or time.
        look(site, "en/help?q=counselling&open=now").await;
        look(site, "en/help?need=counselling&cost=free").await;
        look(site, "en/help?q=counselling&near=N6A&within=2").await;
        look(site, "en/help?need=dentist").await;
        look(site, "en/help").await;
        // Another language, and a day later the first one again.
        look(site, "ar/help?q=%D8%B6%D8%B1%D8%B3").await;
        look(site, "en/help?need=dentist&spoken=ti").await;
        site.app.clock.advance(86_400);
        look(site, "en/help?q=toothache").await;
        assert_eq!(counted(site, "dentist").await, 4);
        look(site, "en/help?q=xyzzy").await;
        assert_eq!(counted(site, "counselling").await, 0);
        assert_eq!(counted(site, "").await, 1, "words that mean no need are evidence of missing words");
    }

    async fn reading_a_page_writes_nothing_and_what_is_counted_leaves_kept_pages_good(site) {
        let rung = site.app.bell.total();
        look(site, "en/partners").await;
        look(site, "en/help?q=toothache").await;
        assert_eq!(kept(site, "dentist").await, [], "it stands in the memory of the node");
        assert_eq!(counted(site, "dentist").await, 1);
        assert_eq!(counted(site, "dentist").await, 1, "once");
        settle_now(site).await;
        assert_eq!(site.app.bell.total(), rung, "no page that is kept is old");
        // The next day counts in the week in which it is written down.
        site.app.clock.advance(86_400);
        look(site, "en/help?q=toothache").await;
        site.app.clock.advance(86_400);
        assert_eq!(counted(site, "dentist").await, 2);
    }

    async fn a_node_that_stops_writes_down_what_it_counted(site) {
        look(site, "en/help?q=toothache").await;
        assert_eq!(kept(site, "dentist").await, []);
        platform::jobs::work(Arc::clone(&site.app), std::future::ready(())).await;
        assert_eq!(kept(site, "dentist").await.len(), 1);
    }

    async fn what_is_looked_for_in_danger_is_told_by_year_and_never_by_language(site) {
        let list = async || site.get_as(&site.coordinator(), LIST).await.body;
        for lang in ["en", "fr", "ar"] {
            for question in ["need=family-violence&spoken=ti", "q=my+husband+beats+me", "need=safety&spoken=uk"] {
                look(site, &format!("{lang}/help?{question}")).await;
            }
        }
        // By language are those that say no language in the address: three and three; in Tigrinya and Ukrainian each counts once a day.
        assert_eq!((counted(site, "family-violence").await, counted(site, "safety").await), (4, 1));
        for (of, _) in kept(site, "family-violence").await.into_iter().chain(kept(site, "safety").await) {
            assert_eq!((of.language.as_str(), of.period), ("", Period::Year(2026)), "{of:?}");
        }
        site.app.clock.advance(2 * 86_400);
        look(site, "en/help?q=my+husband+beats+me").await;
        assert_eq!(counted(site, "family-violence").await, 5);
        site.app.clock.advance(35 * 86_400);
        settle_now(site).await;
        assert!(!list().await.contains("2026"), "the year is not over: {}", list().await);
        site.app.clock.advance(7 * 86_400);
        let told = list().await;
        assert!(told.lines().count() == 2 && told.contains("All of 2026,") && told.contains("All languages,5"), "{told}");
        let page = site.get_as(&site.coordinator(), "/maple/work/directory/unfound").await.body;
        assert!(page.contains("searches, not people"), "{page}");
    }

    async fn what_is_found_does_not_count(site) {
        let of = crate::tests::organization(site, "centre", partners::Visibility::Public).await;
        crate::tests::add(site, of, &[("need", "dentist")]).await;
        look(site, "en/help?q=toothache").await;
        // Something is found that has one of the words, and nothing for what is needed.
        look(site, "en/help?q=centre+counselling").await;
        assert_eq!(counted(site, "counselling").await, 1);
        assert_eq!(counted(site, "dentist").await, 0);
    }

    async fn numbers_are_told_when_they_tell_of_nobody(site) {
        let list = async || site.get_as(&site.coordinator(), LIST).await.body;
        // From Monday to Friday; the world begins on a Sunday.
        for n in 1..=5 {
            site.app.clock.advance(86_400);
            look(site, "en/help?q=toothache").await;
            assert_eq!(counted(site, "dentist").await, n);
            if n < 5 {
                look(site, "en/help?q=counselling").await;
                assert_eq!(counted(site, "counselling").await, n);
            }
        }
        let empty = list().await;
        assert!(!empty.contains("2026"), "its week is not over: {empty}");
        site.app.clock.advance(3 * 86_400);
        // Whether or not the job has run meanwhile.
        for _ in 0..2 {
            let told = list().await;
            assert_eq!(told.lines().count(), 2, "{told}");
            assert!(told.contains(",5"), "{told}");
            settle_now(site).await;
        }
        // The others count in their month, then, still too few, in their year: with one more of another month they are enough when that is over.
        look(site, "en/help?q=counselling").await;
        assert_eq!(counted(site, "counselling").await, 5);
        assert_eq!(list().await.lines().count(), 2);
        site.app.clock.advance(60 * 86_400);
        settle_now(site).await;
        assert_eq!(list().await.lines().count(), 3, "{}", list().await);
        // Beside the week that is told, the rest of its year is no total, and says so.
        let told = list().await;
        assert!(told.contains("2026-W48,") && told.contains("\"Others of 2026, told together\","), "{told}");
        assert_eq!(counted(site, "counselling").await, 5);
    }
}
