//! Public pages, made once and kept until something in their partnership changes (or five minutes pass: days turn).

use crate::{clock::Moment, ctx::Bell, ids::PartnershipId};
use axum::response::Response;
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
/// At most so many pages are kept.
const PAGES: usize = 4_000;

/// What a page is found by: host, path with query, and whether the reader takes gzip.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PageKey {
    /// The host of the request.
    pub host: String,
    /// Path and query.
    pub target: String,
    /// Whether the reader takes gzip.
    pub gzip: bool,
}

/// A page as it was made, and the state of the data from which it was made.
pub struct Made {
    /// Of which partnership it tells; none for the list of partnerships.
    pub partnership: Option<PartnershipId>,
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

/// The kept pages.
#[derive(Clone, Default)]
pub struct PageCache(Arc<RwLock<HashMap<PageKey, Kept>>>);

impl PageCache {
    /// The page, if it is kept and nothing has changed.
    pub fn find(&self, key: &PageKey, bell: &Bell, now: Moment) -> Option<Response> {
        let pages = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let kept = pages.get(key)?;
        if kept.until < now || kept.made.commits != bell.count(kept.made.partnership) {
            return None;
        }
        let mut response = Response::new(axum::body::Body::from(kept.made.body.clone()));
        *response.headers_mut() = kept.made.headers.clone();
        Some(response)
    }

    /// Keeps a page for a while; a shorter one when the database is `shared` with other nodes.
    pub fn keep(&self, key: PageKey, made: Made, now: Moment, shared: bool) {
        let mut pages = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if pages.len() >= PAGES {
            pages.retain(|_, kept| kept.until >= now);
            if pages.len() >= PAGES {
                pages.clear();
            }
        }
        let until = now.plus_seconds(if shared { KEEP_SHARED_SECONDS } else { KEEP_SECONDS });
        pages.insert(key, Kept { made, until });
    }
}
