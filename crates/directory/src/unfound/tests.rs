//! What nobody found, as visitors and coordinators meet it, on both databases.

use super::*;
use crate::tests::rooms;
use platform::testing::Site;
use std::time::Duration;

const LIST: &str = "/maple/work/directory/unfound?as=csv";

/// What is counted of a need; waits a moment for the counting beside the page.
async fn counted(site: &Site, need: &str, wanted: u64) -> u64 {
    let mut times = 0;
    for _ in 0..200 {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.read(can::SEE_DIRECTORY).await.unwrap();
        let all = every_unfound(&mut tx).await.unwrap();
        tx.done().await.unwrap();
        times = all.iter().filter(|(of, _)| of.need == need).map(|(_, times)| times).sum();
        if times == wanted {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    times
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
        assert_eq!(counted(site, "dentist", 1).await, 1);
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
        assert_eq!(counted(site, "dentist", 4).await, 4);
        look(site, "en/help?q=xyzzy").await;
        assert_eq!(counted(site, "counselling", 0).await, 0);
        assert_eq!(counted(site, "", 1).await, 1, "words that mean no need are evidence of missing words");
    }

    async fn what_is_found_does_not_count(site) {
        let of = crate::tests::organization(site, "centre", partners::Visibility::Public).await;
        crate::tests::add(site, of, &[("need", "dentist")]).await;
        look(site, "en/help?q=toothache").await;
        // Something is found that has one of the words, and nothing for what is needed.
        look(site, "en/help?q=centre+counselling").await;
        assert_eq!(counted(site, "counselling", 1).await, 1);
        assert_eq!(counted(site, "dentist", 0).await, 0);
    }

    async fn numbers_are_told_when_they_tell_of_nobody(site) {
        let list = async || site.get_as(&site.coordinator(), LIST).await.body;
        // From Monday to Friday; the world begins on a Sunday.
        for n in 1..=5 {
            site.app.clock.advance(86_400);
            look(site, "en/help?q=toothache").await;
            assert_eq!(counted(site, "dentist", n).await, n);
            if n < 5 {
                look(site, "en/help?q=counselling").await;
                assert_eq!(counted(site, "counselling", n).await, n);
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
        assert_eq!(counted(site, "counselling", 5).await, 5);
        assert_eq!(list().await.lines().count(), 2);
        site.app.clock.advance(60 * 86_400);
        settle_now(site).await;
        assert_eq!(list().await.lines().count(), 3, "{}", list().await);
        assert_eq!(counted(site, "counselling", 5).await, 5);
    }
}
