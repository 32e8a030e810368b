//! What every answer carries out: security headers, how long it may be kept, and its packing.

use crate::{
    ctx::{Ctx, Face},
    langs::Lang,
};
use axum::{
    body::{Body, to_bytes},
    response::Response,
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use std::io::Write;

/// Nothing runs, loads, frames or sends but what this program serves itself, and no script may make markup from text.
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// Every answer has these, files and errors among them.
const ALWAYS: [(&str, &str); 10] = [
    ("content-security-policy", CSP),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    // Not `no-referrer`: with that, browsers say `Origin: null` when a form is sent to its own site.
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("origin-agent-cluster", "?1"),
    ("x-permitted-cross-domain-policies", "none"),
    ("x-dns-prefetch-control", "off"),
    (
        "permissions-policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
];

/// Puts the security headers on, over whatever a room has said.
pub fn guard(headers: &mut HeaderMap, https: bool) {
    for (name, value) in ALWAYS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if https {
        let year = HeaderValue::from_static("max-age=63072000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
}

/// Whether a page may be given to whoever asks next: a public one that is nobody's in particular.
pub fn is_for_all(ctx: &Ctx, response: &Response) -> bool {
    let headers = response.headers();
    ctx.face == Face::Public
        && response.status() == StatusCode::OK
        && !ctx.once.is_set()
        && !headers.contains_key(header::SET_COOKIE)
        && !headers.contains_key(header::CACHE_CONTROL)
}

/// Makes an answer ready to leave: headers, then packing where the reader takes it.
pub async fn finish(ctx: &Ctx, mut response: Response, named: Option<Lang>, gzip: bool) -> Response {
    let for_all = is_for_all(ctx, &response);
    let headers = response.headers_mut();
    let keep = if for_all { "public, max-age=0, must-revalidate" } else { "private, no-store" };
    if ctx.once.is_set() || !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    }
    guard(headers, ctx.app.settings.is_https());
    if !headers.contains_key(header::CONTENT_LANGUAGE) && is_text(headers) {
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(ctx.lang.code()));
    }
    if named.is_none() {
        headers.append(header::VARY, HeaderValue::from_static("Accept-Language"));
    }
    if !is_text(headers) || headers.contains_key(header::CONTENT_ENCODING) {
        return response;
    }
    headers.append(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if gzip { packed(response, for_all).await } else { response }
}

fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.starts_with("text/")
        || kind.contains("json")
        || kind.contains("xml") && !kind.contains("officedocument")
}

/// Packs well what is kept, and fast what is made for one reader.
async fn packed(response: Response, well: bool) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return Response::from_parts(parts, Body::empty());
    };
    if bytes.len() < 1_000 {
        return Response::from_parts(parts, Body::from(bytes));
    }
    parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(gzip(&bytes, if well { 6 } else { 1 })))
}

/// Packs bytes (RFC 1952), `level` from 1 (fast) to 9 (small).
pub fn gzip(bytes: &[u8], level: u32) -> Vec<u8> {
    let room = Vec::with_capacity(bytes.len() / 3);
    let mut packer = flate2::write::GzEncoder::new(room, flate2::Compression::new(level));
    // Writing into memory does not fail.
    packer.write_all(bytes).and_then(|()| packer.finish()).unwrap_or_default()
}

/// Whether the reader takes gzip (RFC 9110 12.5.3; `gzip;q=0` is a no).
pub fn accepts_gzip(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    accepted.unwrap_or_default().split(',').any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, "q=1"));
        let weight = weight.trim().strip_prefix("q=").and_then(|q| q.parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case("gzip") && weight.is_some_and(|q| q > 0.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_is_sent_to_those_who_take_it() {
        let takes = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, value.parse().unwrap());
            accepts_gzip(&headers)
        };
        assert!(takes("gzip") && takes("br, GZIP;q=0.5") && takes("deflate,gzip ; q=1.0"));
        assert!(
            !takes("gzip;q=0") && !takes("br") && !takes("gzipped") && !takes("identity;q=1, gzip;q=0.0")
        );
    }
}
