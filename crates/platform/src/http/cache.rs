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

struct Kept {
    partnership: Option<PartnershipId>,
    commits: u64,
    until: Moment,
    headers: HeaderMap,
    body: Bytes,
}

/// The kept pages.
#[derive(Clone, Default)]
pub struct PageCache(Arc<RwLock<HashMap<PageKey, Kept>>>);

impl PageCache {
    /// The page, if it is kept and nothing has changed.
    pub fn find(&self, key: &PageKey, bell: &Bell, now: Moment) -> Option<Response> {
        let pages = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let kept = pages.get(key)?;
        if kept.until < now || kept.commits != bell.count(kept.partnership) {
            return None;
        }
        let mut response = Response::new(axum::body::Body::from(kept.body.clone()));
        *response.headers_mut() = kept.headers.clone();
        Some(response)
    }

    /// Keeps a page. `commits` was counted before the page was made, so a change meanwhile makes it old at once.
    pub fn keep(
        &self,
        key: PageKey,
        of: (Option<PartnershipId>, u64),
        now: Moment,
        shared: bool,
        page: (HeaderMap, Bytes),
    ) {
        let mut pages = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if pages.len() >= PAGES {
            pages.retain(|_, kept| kept.until >= now);
            if pages.len() >= PAGES {
                pages.clear();
            }
        }
        let until = now.plus_seconds(if shared { KEEP_SHARED_SECONDS } else { KEEP_SECONDS });
        pages.insert(key, Kept { partnership: of.0, commits: of.1, until, headers: page.0, body: page.1 });
    }
}
