//! Walking the thread, and its links, on both databases.

use super::*;
use crate::{
    db::{Bind, Param},
    langs::Lang,
    manifest::Manifest,
    testing::Site,
};

fn uuid(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

const HANGS_ON: LinkKind = LinkKind { name: "hangs-on", from: "peg", to: "peg" };

/// Pegs hang on pegs. Peg 13 is known to nobody.
fn pegs() -> Manifest {
    let mut manifest = Manifest::new("pegs");
    manifest.links = vec![HANGS_ON];
    manifest.providers = vec![Provider {
        kind: "peg",
        knot: |_, _, id| {
            let (of, word) = (Ref::new("peg", id), String::new());
            let title = Worded::new(id.as_u128().to_string(), Lang::En);
            Box::pin(async move { Ok((title.words != "13").then_some(Knot { of, word, title, href: None })) })
        },
        up: |_, _, _| Box::pin(async { Ok(Vec::new()) }),
        down: |_, tx, id| Box::pin(async move { tx.linked_to(&Ref::new("peg", id)).await }),
    }];
    manifest
}

async fn hang(site: &Site, pairs: &[(u128, u128)]) -> Ctx {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(crate::pages::ENTER).await.unwrap();
    for (from, to) in pairs {
        tx.insert_link(HANGS_ON, Uuid::from_u128(*from), Uuid::from_u128(*to)).await.unwrap();
    }
    tx.commit().await.unwrap();
    ctx
}

async fn shown(ctx: &Ctx, peg: u128) -> (Vec<String>, Vec<String>) {
    let mut tx = ctx.read(crate::pages::ENTER).await.unwrap();
    let thread = thread(ctx, &mut tx, &Ref::new("peg", Uuid::from_u128(peg))).await.unwrap();
    let titles = |knots: Vec<Knot>| knots.into_iter().map(|knot| knot.title.words).collect();
    (titles(thread.up), titles(thread.down))
}

crate::on_both! { vec![pegs()];
    async fn a_ring_is_walked_once_and_a_long_chain_is_cut(site) {
        let mut pairs = vec![(1, 2), (2, 3), (3, 1)];
        pairs.extend((100..160).map(|n| (n, n + 1)));
        let ctx = hang(site, &pairs).await;
        assert_eq!(shown(&ctx, 1).await, (vec!["3".into(), "2".into(), "1".into()], vec!["3".into()]));
        assert_eq!(shown(&ctx, 100).await.0.len(), DEPTH);
    }

    async fn what_the_reader_may_not_know_of_is_on_no_thread(site) {
        let ctx = hang(site, &[(1, 13), (1, 4), (13, 5), (6, 13), (7, 6)]).await;
        assert_eq!(shown(&ctx, 1).await.0, ["4", "1"], "another way up is found");
        assert_eq!(shown(&ctx, 6).await.0, ["6"], "nor what lies above it");
        assert_eq!(shown(&ctx, 13).await, (vec![], vec![]), "nor what hangs on it");
        let below = shown(&ctx, 4).await.1;
        assert_eq!(below, ["1"]);
        let mut tx = ctx.write(crate::pages::ENTER).await.unwrap();
        unlink(&ctx, &mut tx, HANGS_ON, Uuid::from_u128(1), Uuid::from_u128(4)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(shown(&ctx, 1).await.0, ["1"]);
    }

    async fn however_many_links_there_are_all_are_read(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(crate::pages::ENTER).await.unwrap();
        let (partnership, at) = (tx.partnership().unwrap(), tx.now());
        let pairs: Vec<_> = (0..12_000_u128).map(|n| (uuid(1 + n % 3_000), uuid(100_000 + n))).collect();
        let ids: Vec<Uuid> = (0..12_000_u128).map(|n| uuid(1 << 64 | n)).collect();
        let peg = |of: &'static str| Bind::Text(of);
        let rows: Vec<Vec<Bind<'_>>> = pairs.iter().zip(&ids).map(|((from, to), id)| {
            let (whose, ends) = ([id.bind(), partnership.bind(), HANGS_ON.name.bind()], [peg("peg"), from.bind(), peg("peg"), to.bind()]);
            whose.into_iter().chain(ends).chain([at.bind()]).collect()
        }).collect();
        let insert = "INSERT INTO link (id, partnership_id, kind, from_kind, from_id, to_kind, to_id, made_at) VALUES";
        tx.insert_many(insert, &rows).await.unwrap();
        assert_eq!(tx.links_of(HANGS_ON).await.unwrap(), pairs);
        let some: Vec<Uuid> = (2_001..=3_000).map(uuid).collect();
        let (mut found, mut wanted) = (tx.links_from(HANGS_ON, &some).await.unwrap(), pairs.clone());
        wanted.retain(|(from, _)| some.contains(from));
        assert!(found.iter().take(500).eq(wanted.iter().take(500)), "in their order");
        found.sort_unstable();
        wanted.sort_unstable();
        assert_eq!((found.len(), found), (4_000, wanted));
        assert!(tx.links_from(HANGS_ON, &[]).await.unwrap().is_empty());
        let none = LinkKind { name: "stray", ..HANGS_ON };
        assert!(tx.links_from(none, &some).await.unwrap().is_empty());
    }

    async fn nothing_is_linked_that_is_not_there_for_the_caller_nor_by_a_kind_that_no_room_brings(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(crate::pages::ENTER).await.unwrap();
        let peg = Uuid::from_u128;
        assert!(link(&ctx, &mut tx, HANGS_ON, peg(1), peg(2)).await.unwrap());
        assert!(!link(&ctx, &mut tx, HANGS_ON, peg(1), peg(2)).await.unwrap(), "once");
        for (from, to) in [(1, 13), (13, 1)] {
            let refused = link(&ctx, &mut tx, HANGS_ON, peg(from), peg(to)).await;
            assert!(matches!(refused, Err(Error::NotFound)), "{from} {to}");
        }
        assert!(matches!(unlink(&ctx, &mut tx, HANGS_ON, peg(2), peg(1)).await, Err(Error::NotFound)));
        tx.insert_link(HANGS_ON, peg(1), peg(13)).await.unwrap();
        let refused = unlink(&ctx, &mut tx, HANGS_ON, peg(1), peg(13)).await;
        assert!(matches!(refused, Err(Error::NotFound)), "nor parted");
        let stray = LinkKind { name: "stray", ..HANGS_ON };
        assert!(link(&ctx, &mut tx, stray, peg(1), peg(2)).await.is_err());
    }
}
