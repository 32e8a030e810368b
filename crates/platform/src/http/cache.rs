//! Public pages, made once and kept until something in their partnership changes (or five minutes pass: days turn).
//!
//! A page is found by what it was made from, never by words of the reader's that no page reads: not by host, not by cookie.
//! Of the many spellings of an address (`/%65n` is `/en`) one is kept, and found by all of them.
//! Two shares bound the memory in bytes: pages without a query, and those with one, which a reader can make up without end.
//! When a share is full, pages that nobody has asked for again go first: made-up addresses do not push real pages out.

use crate::{clock::Moment, ctx::Bell, ids::PartnershipId};
use bytes::Bytes;
use http::HeaderMap;
use std::{
    collections::HashMap,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicBool, Ordering},
    },
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
    /// Path and query, as routed: see [`canonical`].
    pub target: String,
    /// Whether the reader takes gzip.
    pub gzip: bool,
}

/// From when on a page is no longer true, whatever happens: an office opens, a day ends. What makes the page puts it among the extensions of the
/// answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoodUntil(pub Moment);

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
    /// Whether somebody has asked for it since the share was last cleared out.
    asked_again: AtomicBool,
}

/// The one spelling of an address by which its page is found: the path decoded where that changes nothing, the query as it
/// was sent. None for an address that no page of ours has: a slash or a character that is none hidden in a segment.
pub fn canonical(path: &str, query: Option<&str>) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let decoded =
            if byte == b'%' { hexadecimal(rest.next()?)? << 4 | hexadecimal(rest.next()?)? } else { byte };
        if byte == b'%' && matches!(decoded, b'/' | b'?' | b'%' | 0) {
            return None;
        }
        bytes.push(decoded);
    }
    let path = String::from_utf8(bytes).ok()?;
    Some(query.map_or_else(|| path.clone(), |query| format!("{path}?{query}")))
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// Whether a path is spelled as our own links spell it: only such a page is kept, since it may show its own address.
pub fn is_plainly_spelled(path: &str) -> bool {
    canonical(path, None).is_some_and(|decoded| super::answer::urlencode(&decoded) == path)
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
        if fresh {
            kept.asked_again.store(true, Ordering::Relaxed);
        }
        fresh.then(|| kept.made.clone())
    }

    /// Keeps a page for a while; a shorter one when the database is `shared` with other nodes. One that says itself how long it is `good`
    /// is kept no longer.
    pub fn keep(&self, key: PageKey, made: Made, now: Moment, (shared, good): (bool, Option<GoodUntil>)) {
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
        let until = good.map_or(until, |GoodUntil(good)| until.min(good.plus_seconds(-1)));
        share.bytes += weight;
        share.pages.insert(key, Kept { made, until, asked_again: AtomicBool::new(false) });
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

    /// Lets go of the pages that are too old, then of those that nobody asked for again, until half of the room is free.
    /// Who stays has to be asked for again before the next time.
    fn clear_out(&mut self, now: Moment) {
        self.pages.retain(|_, kept| kept.until >= now);
        let mut left = 0;
        let half = self.most / 2;
        let mut stays = |key: &PageKey, kept: &Kept| {
            let weight = weight(key, &kept.made);
            let stays = left + weight <= half;
            left += if stays { weight } else { 0 };
            stays
        };
        let mut pages: Vec<(PageKey, Kept)> = self.pages.drain().collect();
        pages.sort_by_key(|(_, kept)| !kept.asked_again.load(Ordering::Relaxed));
        pages.retain(|(key, kept)| stays(key, kept));
        for (_, kept) in &pages {
            kept.asked_again.store(false, Ordering::Relaxed);
        }
        self.pages.extend(pages);
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
        cache.keep(key("/maple/en".into()), page(1_000), now, (false, None));
        for n in 0..1_000 {
            cache.keep(key(format!("/maple/en?n={n}")), page(5_000), now, (false, None));
            assert!(cache.size().1 <= 60_000, "{:?}", cache.size());
        }
        assert!(cache.find(&key("/maple/en".into()), &bell, now).is_some(), "the plain page stayed");
        assert!(cache.find(&key("/maple/en?n=999".into()), &bell, now).is_some(), "and the newest query");
    }

    #[test]
    fn what_is_asked_for_again_stays_and_what_was_made_up_goes() {
        let (bell, now) = (Bell::default(), Clock::fixed("2026-11-22T15:00:00Z").now());
        // The control: a page that nobody asked for again may go.
        for (again, stays) in [(true, 40), (false, 0)] {
            let cache = PageCache::of(100_000, 50_000);
            let mut kept = 0;
            for of in 0..40 {
                let real = key(format!("/maple/en/list?page={of}"));
                cache.keep(real.clone(), page(100), now, (false, None));
                if again {
                    cache.find(&real, &bell, now).unwrap();
                }
                for n in 0..200 {
                    cache.keep(
                        key(format!("/maple/en/list?made-up={of}-{n}")),
                        page(1_000),
                        now,
                        (false, None),
                    );
                    if again && n % 10 == 0 {
                        cache.find(&real, &bell, now);
                    }
                }
                kept += usize::from(cache.find(&real, &bell, now).is_some());
            }
            assert!(if again { kept == stays } else { kept < 20 }, "{again}: {kept}");
        }
    }

    #[test]
    fn an_address_has_one_spelling() {
        let spelled = |path: &str| canonical(path, None);
        for other in ["/maple/en/b%C3%A9", "/m%61ple/en/b%c3%a9", "/%6Daple/%65n/b%C3%a9"] {
            assert_eq!(spelled(other).as_deref(), Some("/maple/en/bé"), "{other}");
        }
        assert_eq!(canonical("/a%41", Some("q=%41")).as_deref(), Some("/aA?q=%41"));
        for none in ["/a%2Fb", "/a%3Fb", "/a%25b", "/a%00", "/a%FF", "/a%", "/a%4", "/a%zz"] {
            assert_eq!(spelled(none), None, "{none}");
        }
        assert!(is_plainly_spelled("/maple/en/b%C3%A9") && is_plainly_spelled("/maple/en/who-we-are"));
        assert!(!is_plainly_spelled("/maple/en/b%c3%a9") && !is_plainly_spelled("/m%61ple/en"));
    }

    #[test]
    fn large_pages_and_long_addresses_are_not_kept() {
        let (cache, now) = (PageCache::default(), Clock::fixed("2026-11-22T15:00:00Z").now());
        cache.keep(key("/maple/en".into()), page(PAGE_BYTES + 1), now, (false, None));
        cache.keep(key(format!("/maple/en?q={}", "x".repeat(500))), page(10), now, (false, None));
        assert_eq!(cache.size(), (0, 0));
    }

    #[test]
    fn a_page_that_says_how_long_it_is_true_is_kept_no_longer() {
        let (cache, bell) = (PageCache::default(), Bell::default());
        let clock = Clock::fixed("2026-11-22T15:00:00Z");
        let closes = GoodUntil(clock.now().plus_seconds(60));
        cache.keep(key("/soon".into()), page(10), clock.now(), (false, Some(closes)));
        cache.keep(key("/later".into()), page(10), clock.now(), (false, None));
        clock.advance(59);
        assert!(cache.find(&key("/soon".into()), &bell, clock.now()).is_some());
        clock.advance(1);
        assert!(cache.find(&key("/soon".into()), &bell, clock.now()).is_none(), "the office has closed");
        assert!(cache.find(&key("/later".into()), &bell, clock.now()).is_some());
    }

    #[test]
    fn a_page_kept_twice_is_counted_once_and_old_ones_go_first() {
        let (cache, bell) = (PageCache::of(10_000, 10_000), Bell::default());
        let clock = Clock::fixed("2026-11-22T15:00:00Z");
        cache.keep(key("/a".into()), page(4_000), clock.now(), (true, None));
        cache.keep(key("/a".into()), page(4_000), clock.now(), (true, None));
        assert_eq!(cache.size().0, 1);
        clock.advance(6);
        assert!(cache.find(&key("/a".into()), &bell, clock.now()).is_none(), "five seconds are over");
        cache.keep(key("/b".into()), page(4_000), clock.now(), (false, None));
        cache.keep(key("/c".into()), page(1_000), clock.now(), (false, None));
        assert!(cache.find(&key("/b".into()), &bell, clock.now()).is_some());
        bell.ring(Some(PartnershipId(Uuid::nil())));
        assert!(cache.find(&key("/b".into()), &bell, clock.now()).is_none(), "something changed");
    }
}
