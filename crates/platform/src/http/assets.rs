//! Embedded files: style, fonts, scripts. Their address carries a hash of their content, so browsers keep them for good.

use super::harden;
use axum::{
    body::Body,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http::{HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};
use std::{collections::HashMap, sync::LazyLock};

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// One hash over all of them: one address prefix, renewed with each release that changes any.
static HASH: LazyLock<String> = LazyLock::new(|| {
    let mut hasher = Sha256::new();
    for (name, body) in ASSETS {
        hasher.update(name.as_bytes());
        hasher.update(body);
    }
    data_encoding::HEXLOWER.encode(&hasher.finalize()).chars().take(12).collect()
});

/// The address of the embedded file `name`: `/assets/…/kith.css`.
pub fn asset(name: &str) -> String {
    format!("/assets/{}/{name}", *HASH)
}

/// The texts among them, packed once.
static PACKED: LazyLock<HashMap<&'static str, Bytes>> = LazyLock::new(|| {
    let texts = ASSETS.iter().filter(|(name, _)| !name.ends_with("woff2") && !name.ends_with("png"));
    texts.map(|(name, body)| (*name, harden::gzip(body, 9).into())).collect()
});

/// Serves `/assets/{hash}/{name}`, whatever the hash: an old page may still ask for it.
pub fn serve(name: &str, gzip: bool) -> Response {
    let Some((name, body)) = ASSETS.iter().find(|(known, _)| *known == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let media = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    };
    let packed = PACKED.get(name).filter(|_| gzip);
    let body = packed.cloned().unwrap_or_else(|| Bytes::from_static(body));
    let mut response = Response::new(Body::from(body));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if packed.is_some() {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}
