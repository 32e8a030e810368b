//! Finding anything: every room under the caller's authority, and nothing that she may not see.

use crate::{
    authority::{Office, Permission},
    ctx::Ctx,
    db::Tx,
    errors::Result,
    langs::Lang,
    manifest::{Fut, Manifest},
    search::{Found, HITS, Hit, SearchProvider, Sought},
    text::Worded,
};

const SEE: Permission = Permission::see("leaf.see", &Office::ALL);
const STAFF: Permission = Permission::see("leaf.secret", &[Office::Coordinator]);

fn called<'a>(ctx: &'a Ctx, _: &'a mut Tx, sought: &'a Sought) -> Fut<'a, Result<Found>> {
    Box::pin(async move {
        let hit = |n: usize| Hit {
            title: Worded::new(format!("{} {n}", sought.words()), ctx.lang),
            href: format!("/maple/work/found/{n}"),
            detail: String::new(),
        };
        let n = if sought.words().contains("many") { HITS + 1 } else { 1 };
        Ok(Found { hits: (1..=n).map(hit).collect(), list: None })
    })
}

/// A room that finds `n` things called so, under a permission.
fn room(kind: &'static str, see: Permission) -> Manifest {
    let mut manifest = Manifest::new(kind);
    manifest.words =
        vec![(Lang::En, if kind == "leaf" { "kind-leaf = Leaf\n" } else { "kind-root = Root\n" })];
    manifest.search = vec![SearchProvider { kind, see, find: called }];
    manifest
}

crate::on_both! { vec![room("leaf", SEE), room("root", STAFF)];
    async fn a_room_is_asked_only_for_those_who_may_see_it(site) {
        let url = "/maple/work/search?q=maple";
        let (ada, reader) = (site.coordinator(), site.holder(Office::Reader, None));
        let all = site.get_as(&ada, url).await;
        assert!(all.status == 200 && all.body.contains("found-leaf") && all.body.contains("found-root"), "{}", all.body);
        let some = site.get_as(&reader, url).await.body;
        assert!(some.contains("found-leaf") && !some.contains("found-root"), "{some}");
        assert_eq!(site.get_as(&site.stranger(), url).await.status, 404);
        assert_eq!(site.get(url).await.status, 303);
    }

    async fn a_page_shows_the_first_and_says_that_there_are_more(site) {
        let many = site.get_as(&site.coordinator(), "/maple/work/search?q=many").await.body;
        assert!(many.contains(&format!("many {HITS}<")) && !many.contains(&format!("many {}<", HITS + 1)), "{many}");
        let none = site.get_as(&site.coordinator(), "/maple/work/search?q=%20%25_").await.body;
        assert!(!none.contains("found-"), "nothing to look for finds nothing");
        let long = format!("/maple/work/search?q={}", "x".repeat(5_000));
        assert_eq!(site.get_as(&site.coordinator(), &long).await.status, 200);
    }
}
