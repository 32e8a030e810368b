//! What every list of the API does alike: pages by cursor, an `ETag` for whoever asks again, addresses that stand alone.
//!
//! ```text
//! GET /{p}/api/v1/things?limit=50            {"items": […], "next": "WyJtYXBsZSIs…"}
//! GET /{p}/api/v1/things?cursor=WyJtYXBs…    {"items": […], "next": null}
//! ```

use super::Answer;
use crate::errors::{Error, Result};
use axum::{body::Body, response::Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// So many items stand on a page when nobody says.
pub const USUAL: u32 = 50;
/// At most so many items stand on a page.
pub const MOST: u32 = 200;

/// Which page is asked for, as it stands in the address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Where the page before ended: `next` of its answer, unchanged.
    pub cursor: String,
    /// How many items at most, 1 to 200.
    pub limit: String,
}

/// Where a page ended: the sort key and the id of its last item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor(pub String, pub Uuid);

impl Cursor {
    /// As it stands in an address. What is in it is nobody's business and may change.
    pub fn encode(&self) -> String {
        data_encoding::BASE64URL_NOPAD.encode(&serde_json::to_vec(self).unwrap_or_default())
    }

    /// Reads what [`Cursor::encode`] wrote.
    pub fn decode(text: &str) -> Option<Self> {
        let bytes = data_encoding::BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        serde_json::from_slice(&bytes).ok()
    }
}

impl Asked {
    /// After which item the page begins; none is the first page.
    ///
    /// # Errors
    /// [`Error::Malformed`] when the cursor is not one that was given out.
    pub fn after(&self) -> Result<Option<Cursor>> {
        match self.cursor.as_str() {
            "" => Ok(None),
            text => Cursor::decode(text).map(Some).ok_or(Error::Malformed("cursor")),
        }
    }

    /// How many items stand on the page.
    ///
    /// # Errors
    /// [`Error::Malformed`] when the limit is not a whole number from 1 to 200.
    pub fn limit(&self) -> Result<u32> {
        match (self.limit.as_str(), self.limit.parse()) {
            ("", _) => Ok(USUAL),
            (_, Ok(limit)) if (1..=MOST).contains(&limit) => Ok(limit),
            _ => Err(Error::Malformed("limit")),
        }
    }
}

/// A page of items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Items<T> {
    /// The items.
    pub items: Vec<T>,
    /// The cursor of the page after this one; none on the last page.
    pub next: Option<String>,
}

impl<T> Items<T> {
    /// Makes a page of rows that were read one more than the page holds: the one too many says that there is a next page.
    pub fn of<R>(mut rows: Vec<R>, limit: u32, cursor: impl Fn(&R) -> Cursor, item: impl Fn(R) -> T) -> Self {
        let size = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = rows.len() > size;
        rows.truncate(size);
        let next = rows.last().filter(|_| more).map(|row| cursor(row).encode());
        Self { items: rows.into_iter().map(item).collect(), next }
    }
}

/// The answer of the API: the value as JSON with an `ETag`, or 304 for whoever has it already (RFC 9110 13.1.2).
/// What is public may be kept, and is asked about again each time.
///
/// # Errors
/// A failure when the value cannot be written as JSON.
pub fn answer(headers: &HeaderMap, value: &impl Serialize) -> Answer {
    let body = serde_json::to_vec(value)?;
    let digest = data_encoding::HEXLOWER.encode(&Sha256::digest(&body));
    // Weak: the same content may leave packed or not.
    let tag = format!("W/\"{}\"", digest.get(..32).unwrap_or_default());
    let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let fresh =
        known.flat_map(|list| list.split(',')).map(str::trim).any(|one| one == "*" || same(one, &tag));
    let mut response = Response::new(if fresh { Body::empty() } else { Body::from(body) });
    if fresh {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    } else {
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().insert(header::CONTENT_TYPE, json);
    }
    let tag = HeaderValue::from_str(&tag).map_err(Error::failed)?;
    response.headers_mut().insert(header::ETAG, tag);
    let keep = HeaderValue::from_static("public, max-age=0, must-revalidate");
    response.headers_mut().insert(header::CACHE_CONTROL, keep);
    Ok(response)
}

/// The weak comparison of tags (RFC 9110 8.8.3.2).
fn same(one: &str, other: &str) -> bool {
    one.trim_start_matches("W/") == other.trim_start_matches("W/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn page(rows: usize, limit: u32) -> Items<usize> {
        let rows: Vec<usize> = (0..rows).collect();
        Items::of(rows, limit, |row| Cursor(row.to_string(), Uuid::nil()), |row| row)
    }

    #[test]
    fn only_a_row_too_many_makes_a_next_page() {
        assert_eq!((page(2, 2).items, page(2, 2).next), (vec![0, 1], None));
        assert_eq!(page(3, 2).items, [0, 1]);
        assert_eq!(page(3, 2).next, Some(Cursor("1".into(), Uuid::nil()).encode()));
        assert_eq!(page(0, 2).next, None);
    }

    #[test]
    fn nonsense_in_the_address_is_refused_and_nothing_is_the_first_page() {
        let asked = |cursor: &str, limit: &str| Asked { cursor: cursor.into(), limit: limit.into() };
        assert!(matches!(asked("", "").after(), Ok(None)));
        assert_eq!(asked("", "").limit().unwrap(), USUAL);
        assert_eq!(asked("", "200").limit().unwrap(), 200);
        for bad in ["0", "201", "-1", "many"] {
            assert!(matches!(asked("", bad).limit(), Err(Error::Malformed("limit"))), "{bad}");
        }
        assert!(matches!(asked("not one", "").after(), Err(Error::Malformed("cursor"))));
    }

    #[test]
    fn whoever_has_it_already_gets_nothing_again() {
        let first = answer(&HeaderMap::new(), &["a"]).unwrap();
        let tag = first.headers()[header::ETAG].clone();
        assert_eq!(first.status(), 200);
        for (sent, status) in [(tag.to_str().unwrap(), 304), ("*", 304), ("\"other\"", 200)] {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_NONE_MATCH, HeaderValue::from_str(&format!("\"x\", {sent}")).unwrap());
            assert_eq!(answer(&headers, &["a"]).unwrap().status(), status, "{sent}");
            assert_eq!(answer(&headers, &["b"]).unwrap().status(), if sent == "*" { 304 } else { 200 });
        }
    }

    proptest! {
        #[test]
        fn a_cursor_reads_back_whatever_the_key(key in any::<String>(), id in any::<u128>()) {
            let cursor = Cursor(key, Uuid::from_u128(id));
            prop_assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
        }
    }
}
