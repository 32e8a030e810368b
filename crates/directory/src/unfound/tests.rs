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
    async fn searches_of_visitors_that_find_nothing_count_once_a_minute_and_nothing_else_does(site) {
        look(site, "en/help?q=toothache").await;
        assert_eq!(counted(site, "dentist", 1).await, 1);
        // At once again, as by a page that is loaded anew.
        look(site, "en/help?q=dentist").await;
        // Only a link followed; nothing asked.
        look(site, "en/help?need=dentist").await;
        look(site, "en/help").await;
        // Another language, and a minute later the first one again.
        look(site, "ar/help?q=%D8%B6%D8%B1%D8%B3").await;
        look(site, "en/help?need=dentist&spoken=ti").await;
        site.app.clock.advance(60);
        look(site, "en/help?q=toothache").await;
        assert_eq!(counted(site, "dentist", 4).await, 4);
        look(site, "en/help?q=xyzzy").await;
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
        let search = async |question: &str, times: u64, before: u64, need: &str| {
            for n in 1..=times {
                site.app.clock.advance(61);
                look(site, question).await;
                assert_eq!(counted(site, need, before + n).await, before + n);
            }
        };
        search("en/help?q=toothache", 5, 0, "dentist").await;
        search("en/help?q=counselling", 4, 0, "counselling").await;
        let empty = list().await;
        assert!(!empty.contains("2026"), "its week is not over: {empty}");
        site.app.clock.advance(2 * 86_400);
        // Whether or not the job has run meanwhile.
        for _ in 0..2 {
            let told = list().await;
            assert_eq!(told.lines().count(), 2, "{told}");
            assert!(told.contains(",5"), "{told}");
            settle_now(site).await;
        }
        // The others count in their month, and with one more of another week they are enough when that is over.
        search("en/help?q=counselling", 1, 4, "counselling").await;
        assert_eq!(list().await.lines().count(), 2);
        site.app.clock.advance(31 * 86_400);
        settle_now(site).await;
        assert_eq!(list().await.lines().count(), 3, "{}", list().await);
        assert_eq!(counted(site, "counselling", 5).await, 5);
    }
}
