//! Public pages, made once and kept until something in their partnership changes (or five minutes pass: days turn).
//!
//! A page is found by what it was made from, never by words of the reader's that no page reads: not by host, not by cookie.
//! Two shares bound the memory in bytes: pages without a query, and those with one, which a reader can make up without end.

use crate::{clock::Moment, ctx::Bell, ids::PartnershipId};
use bytes::Bytes;
use http::HeaderMap;
use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

/// A page is kept at most this long.
const KEEP_SECONDS: i64 = 300;
/// Other nodes may write to the same PostgreSQL: then a page is kept only this long.
const KEEP_SHARED_SECONDS: i64 = 5;
/// So many bytes of pages without a query are kept.
const PLAIN_BYTES: usize = 24 << 20;
/// So many bytes of pages with a query are kept.
const ASKED_BYTES: usize = 8 << 20;
/// A larger page is made anew each time.
const PAGE_BYTES: usize = 512 << 10;
/// A longer address is nobody's page.
const TARGET_BYTES: usize = 400;
/// What a page takes beside its body and address: headers, places in the table.
const OVERHEAD: usize = 1 << 10;

/// What a page is found by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PageKey {
    /// Of which partnership it tells.
    pub partnership: PartnershipId,
    /// How the partnership's own record stood.
    pub version: i64,
    /// Whether it was asked for at the partnership's own host, where links are shorter.
    pub at_own_host: bool,
    /// Path and query, as routed.
    pub target: String,
    /// Whether the reader takes gzip.
    pub gzip: bool,
}

/// A page as it was made.
#[derive(Debug, Clone)]
pub struct Made {
    /// The commits counted before it was made, so that a change meanwhile makes it old at once.
    pub commits: u64,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Bytes,
}

struct Kept {
    made: Made,
    until: Moment,
}

/// Pages whose bytes together stay below a bound.
struct Share {
    most: usize,
    bytes: usize,
    pages: HashMap<PageKey, Kept>,
}

/// The kept pages.
#[derive(Clone)]
pub struct PageCache(Arc<[RwLock<Share>; 2]>);

impl Default for PageCache {
    fn default() -> Self {
        Self::of(PLAIN_BYTES, ASKED_BYTES)
    }
}

impl PageCache {
    /// Room for so many bytes of pages without and with a query.
    pub fn of(plain: usize, asked: usize) -> Self {
        let share = |most| RwLock::new(Share { most, bytes: 0, pages: HashMap::new() });
        Self(Arc::new([share(plain), share(asked)]))
    }

    fn share(&self, key: &PageKey) -> &RwLock<Share> {
        let [plain, asked] = &*self.0;
        if key.target.contains('?') { asked } else { plain }
    }

    /// The page, if it is kept and nothing has changed.
    pub fn find(&self, key: &PageKey, bell: &Bell, now: Moment) -> Option<Made> {
        let share = self.share(key).read().unwrap_or_else(PoisonError::into_inner);
        let kept = share.pages.get(key)?;
        let fresh = kept.until >= now && kept.made.commits == bell.count(Some(key.partnership));
        fresh.then(|| kept.made.clone())
    }

    /// Keeps a page for a while; a shorter one when the database is `shared` with other nodes.
    pub fn keep(&self, key: PageKey, made: Made, now: Moment, shared: bool) {
        let weight = weight(&key, &made);
        if made.body.len() > PAGE_BYTES || key.target.len() > TARGET_BYTES {
            return;
        }
        let mut share = self.share(&key).write().unwrap_or_else(PoisonError::into_inner);
        if weight > share.most {
            return;
        }
        share.forget(&key);
        if share.bytes + weight > share.most {
            share.clear_out(now);
        }
        let until = now.plus_seconds(if shared { KEEP_SHARED_SECONDS } else { KEEP_SECONDS });
        share.bytes += weight;
        share.pages.insert(key, Kept { made, until });
    }

    /// How many pages are kept, and their bytes.
    pub fn size(&self) -> (usize, usize) {
        let sizes = self.0.iter().map(|share| {
            let share = share.read().unwrap_or_else(PoisonError::into_inner);
            (share.pages.len(), share.bytes)
        });
        sizes.fold((0, 0), |(pages, bytes), (more, heavier)| (pages + more, bytes + heavier))
    }
}

impl Share {
    fn forget(&mut self, key: &PageKey) {
        if let Some((key, kept)) = self.pages.remove_entry(key) {
            self.bytes -= weight(&key, &kept.made);
        }
    }

    /// Lets go of the pages that are too old; where that is not half of the room, of any.
    fn clear_out(&mut self, now: Moment) {
        self.pages.retain(|_, kept| kept.until >= now);
        let mut left = 0;
        let half = self.most / 2;
        self.pages.retain(|key, kept| {
            let weight = weight(key, &kept.made);
            let stays = left + weight <= half;
            left += if stays { weight } else { 0 };
            stays
        });
        self.bytes = left;
    }
}

fn weight(key: &PageKey, made: &Made) -> usize {
    key.target.len() + made.body.len() + OVERHEAD
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use uuid::Uuid;

    fn key(target: String) -> PageKey {
        let partnership = PartnershipId(Uuid::nil());
        PageKey { partnership, version: 1, at_own_host: false, target, gzip: false }
    }

    fn page(bytes: usize) -> Made {
        Made { commits: 0, headers: HeaderMap::new(), body: Bytes::from(vec![0; bytes]) }
    }

    #[test]
    fn made_up_queries_fill_their_own_share_and_no_more() {
        let (cache, bell, now) =
            (PageCache::of(100_000, 50_000), Bell::default(), Clock::fixed("2026-11-22T15:00:00Z").now());
        cache.keep(key("/maple/en".into()), page(1_000), now, false);
        for n in 0..1_000 {
            cache.keep(key(format!("/maple/en?n={n}")), page(5_000), now, false);
            assert!(cache.size().1 <= 60_000, "{:?}", cache.size());
        }
        assert!(cache.find(&key("/maple/en".into()), &bell, now).is_some(), "the plain page stayed");
        assert!(cache.find(&key("/maple/en?n=999".into()), &bell, now).is_some(), "and the newest query");
    }

    #[test]
    fn large_pages_and_long_addresses_are_not_kept() {
        let (cache, now) = (PageCache::default(), Clock::fixed("2026-11-22T15:00:00Z").now());
        cache.keep(key("/maple/en".into()), page(PAGE_BYTES + 1), now, false);
        cache.keep(key(format!("/maple/en?q={}", "x".repeat(500))), page(10), now, false);
        assert_eq!(cache.size(), (0, 0));
    }

    #[test]
    fn a_page_kept_twice_is_counted_once_and_old_ones_go_first() {
        let (cache, bell) = (PageCache::of(10_000, 10_000), Bell::default());
        let clock = Clock::fixed("2026-11-22T15:00:00Z");
        cache.keep(key("/a".into()), page(4_000), clock.now(), true);
        cache.keep(key("/a".into()), page(4_000), clock.now(), true);
        assert_eq!(cache.size().0, 1);
        clock.advance(6);
        assert!(cache.find(&key("/a".into()), &bell, clock.now()).is_none(), "five seconds are over");
        cache.keep(key("/b".into()), page(4_000), clock.now(), false);
        cache.keep(key("/c".into()), page(1_000), clock.now(), false);
        assert!(cache.find(&key("/b".into()), &bell, clock.now()).is_some());
        bell.ring(Some(PartnershipId(Uuid::nil())));
        assert!(cache.find(&key("/b".into()), &bell, clock.now()).is_none(), "something changed");
    }
}
