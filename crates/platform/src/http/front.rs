//! The front: what every request passes, in one place and order.
//!
//! Number the request → assets → find partnership, face and language → kept page → refuse other sites' changes →
//! who signed in → repeated request → the room's handler → dress errors → security headers → pack.

use super::{
    answer::{Raised, dress, see_other},
    assets,
    cache::{Made, PageKey},
};
use crate::{
    app::App,
    authority::Caller,
    ctx::{Ctx, Face, Partnership},
    db::Dialect,
    errors::{Error, Result},
    langs::Lang,
    repeat::Repeat,
};
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::Request,
    response::Response,
};
use http::{HeaderMap, HeaderValue, Method, Uri, header};
use std::{io::Write, sync::Arc};
use tower::ServiceExt;

/// The most bytes of a form; uploads have routes and limits of their own.
pub const FORM_BYTES: usize = 1 << 20;

const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'";

/// Switched off only by the negative control of the test for changes from other sites.
pub static REFUSE_OTHER_SITES: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(true);

/// The whole program as one service.
pub fn service(app: &Arc<App>) -> Router {
    let mut rooms = Router::<Arc<App>>::new();
    for route in app.house.rooms.iter().flat_map(|room| &room.routes) {
        rooms = rooms.route(route.path, route.handler.clone());
    }
    let rooms = rooms
        .fallback(|| async { Error::NotFound })
        .method_not_allowed_fallback(|| async { Error::NotFound })
        .with_state(Arc::clone(app));
    let app = Arc::clone(app);
    Router::new().fallback(move |request: Request| {
        let (app, rooms) = (Arc::clone(&app), rooms.clone());
        async move { front(app, rooms, request).await }
    })
}

async fn front(app: Arc<App>, rooms: Router, request: Request) -> Response {
    let gzip = accepts_gzip(request.headers());
    if let Some(rest) = request.uri().path().strip_prefix("/assets/") {
        let name = rest.split_once('/').map_or(rest, |(_, name)| name).to_owned();
        return assets::serve(&name, gzip);
    }
    let key = PageKey {
        host: host(request.headers()).to_owned(),
        target: request.uri().path_and_query().map_or("/", |target| target.as_str()).to_owned(),
        gzip,
    };
    let is_get = request.method() == Method::GET;
    if is_get && let Some(page) = app.pages.find(&key, &app.bell, app.clock.now()) {
        return page;
    }
    let (ctx, request) = match enter(&app, request).await {
        Ok(entered) => entered,
        Err((ctx, error)) => return finish(&ctx, dress(&ctx, &error), gzip).await,
    };
    let commits =
        (ctx.partnership.as_ref().map(|p| p.id), app.bell.count(ctx.partnership.as_ref().map(|p| p.id)));
    let response = answer(&ctx, rooms, request).await;
    let response = finish(&ctx, response, gzip).await;
    if is_get
        && ctx.face == Face::Public
        && response.status() == 200
        && !response.headers().contains_key(header::SET_COOKIE)
        && !response.headers().contains_key(header::CACHE_CONTROL)
    {
        return keep(&app, key, commits, response).await;
    }
    response
}

/// Finds out where the request goes and who sends it.
async fn enter(app: &Arc<App>, mut request: Request) -> Result<(Ctx, Request), (Box<Ctx>, Error)> {
    let mut ctx = Ctx::program(app, Caller::Anonymous, None);
    ctx.lang = Lang::negotiate(text(request.headers(), header::ACCEPT_LANGUAGE));
    ctx.path = request.uri().path().into();
    ctx.query = request.uri().query().unwrap_or_default().into();
    let entered = async {
        place(&mut ctx, &mut request).await?;
        same_site(&request)?;
        if ctx.face != Face::Public || request.method() != Method::GET {
            sign_in(&mut ctx, request.headers()).await?;
        }
        if ctx.face == Face::House
            && let Ok(lang) = ctx.address().get("lang").parse::<Lang>()
        {
            ctx.lang = lang;
        }
        Ok(())
    }
    .await;
    match entered {
        Ok(()) => {
            request.extensions_mut().insert(ctx.clone());
            Ok((ctx, request))
        }
        Err(error) => Err((Box::new(ctx), error)),
    }
}

/// Partnership, face and language, from host and path. A partnership with its own host gets its slug written into the path.
async fn place(ctx: &mut Ctx, request: &mut Request) -> Result<()> {
    let path = request.uri().path().to_owned();
    let mut segments = path.trim_start_matches('/').split('/');
    let first = segments.next().unwrap_or_default();
    let host = host(request.headers()).to_owned();
    let known: Option<Arc<Partnership>> = ctx.app.partnership(first, &host).await?;
    let Some(partnership) = known else { return Ok(()) };
    let own_host = partnership.host.as_deref() == Some(&*host);
    let face = if own_host && first != partnership.slug {
        let target =
            format!("/{}{}", partnership.slug, request.uri().path_and_query().map_or("/", |t| t.as_str()));
        *request.uri_mut() = target.parse::<Uri>().map_err(|_| Error::NotFound)?;
        first.to_owned()
    } else {
        segments.next().unwrap_or_default().to_owned()
    };
    ctx.face = match face.as_str() {
        "work" => Face::Work,
        "api" => Face::Api,
        _ => Face::Public,
    };
    if let Ok(lang) = face.parse::<Lang>() {
        ctx.lang = lang;
    }
    ctx.partnership = Some(partnership);
    Ok(())
}

/// Refuses changes that another site sends (Fetch Metadata, then Origin; neither is allowed only without a cookie).
fn same_site(request: &Request) -> Result<()> {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || !REFUSE_OTHER_SITES.load(std::sync::atomic::Ordering::Relaxed) {
        return Ok(());
    }
    let headers = request.headers();
    match (text_of(headers, "sec-fetch-site"), text(headers, header::ORIGIN)) {
        ("same-origin" | "none", _) => Ok(()),
        ("", "") if !headers.contains_key(header::COOKIE) => Ok(()),
        ("", origin)
            if !origin.is_empty() && origin.split_once("://").is_some_and(|(_, of)| of == host(headers)) =>
        {
            Ok(())
        }
        _ => Err(Error::CrossSite),
    }
}

async fn sign_in(ctx: &mut Ctx, headers: &HeaderMap) -> Result<()> {
    let name = cookie_name(ctx.app.settings.is_https());
    let cookies = text(headers, header::COOKIE);
    let Some(secret) = cookies
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
    else {
        return Ok(());
    };
    let gate = Arc::clone(&ctx.app.gate);
    if let Some(account) = gate.signed_in(&ctx.app, secret).await? {
        if matches!(ctx.face, Face::Work | Face::House) {
            ctx.lang = account.lang;
        }
        ctx.caller = Caller::Account(Box::new(account));
    }
    Ok(())
}

/// The name of the cookie: the browser itself guards a `__Host-` cookie behind HTTPS.
pub fn cookie_name(https: bool) -> &'static str {
    if https { "__Host-kith" } else { "kith" }
}

/// The `Set-Cookie` value that signs a device in with `secret` for `seconds`; an empty secret and 0 seconds sign it out.
pub fn cookie(https: bool, secret: &str, seconds: i64) -> String {
    let secure = if https { "; Secure" } else { "" };
    format!("{}={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}", cookie_name(https))
}

/// The room's answer, or the first answer when this is a repeated request.
async fn answer(ctx: &Ctx, rooms: Router, request: Request) -> Response {
    let outcome = async {
        let (ctx, request) = if request.method() == Method::POST {
            repeated(ctx.clone(), request).await?
        } else {
            (ctx.clone(), request)
        };
        if let Some(repeat) = &ctx.repeat {
            let mut tx = ctx.app.db.reading(ctx.partnership.as_ref().map(|p| p.id), ctx.now()).await?;
            let first = tx.first_answer(repeat).await?;
            tx.done().await?;
            if let Some(first) = first {
                return see_other(&first.location);
            }
        }
        rooms.oneshot(request).await.map_err(|never| match never {})
    }
    .await;
    match outcome {
        Ok(response) => match response.extensions().get::<Raised>() {
            Some(Raised(error)) => dressed(ctx, error, &response),
            None => response,
        },
        Err(error) => dress(ctx, &error),
    }
}

fn dressed(ctx: &Ctx, error: &Error, raised: &Response) -> Response {
    let mut response = dress(ctx, error);
    if let Some(after) = raised.headers().get(header::RETRY_AFTER) {
        response.headers_mut().insert(header::RETRY_AFTER, after.clone());
    }
    response
}

/// Reads a form to find its key (`_key`, or the header `Idempotency-Key`), and gives the request back whole.
async fn repeated(mut ctx: Ctx, request: Request) -> Result<(Ctx, Request)> {
    let (mut parts, body) = request.into_parts();
    let multipart = text(&parts.headers, header::CONTENT_TYPE).starts_with("multipart/");
    if multipart {
        return Ok((ctx, Request::from_parts(parts, body)));
    }
    let body = to_bytes(body, FORM_BYTES).await.map_err(|_| Error::TooLarge)?;
    let sent = text_of(&parts.headers, "idempotency-key").to_owned();
    let fields: Vec<(String, String)> = serde_html_form::from_bytes(&body).unwrap_or_default();
    let key = fields
        .into_iter()
        .find_map(|(name, value)| (name == "_key").then_some(value))
        .filter(|key| !key.is_empty())
        .or(Some(sent))
        .filter(|key| !key.is_empty());
    if let Some(key) = key {
        let address = parts.uri.path_and_query().map_or("/", |address| address.as_str());
        ctx.repeat = Some(Repeat::new(&key, &ctx.caller, address, &body)?);
    }
    parts.extensions.insert(ctx.clone());
    Ok((ctx, Request::from_parts(parts, Body::from(body))))
}

async fn finish(ctx: &Ctx, response: Response, gzip: bool) -> Response {
    let (mut parts, body) = response.into_parts();
    let headers = &mut parts.headers;
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers
        .insert("permissions-policy", HeaderValue::from_static("camera=(), geolocation=(), microphone=()"));
    if ctx.app.settings.is_https() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000"));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        let keep =
            if ctx.face == Face::Public { "public, max-age=0, must-revalidate" } else { "private, no-store" };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    }
    let packable = text(headers, header::CONTENT_TYPE).starts_with("text/")
        || text(headers, header::CONTENT_TYPE).contains("json");
    if !(gzip && packable) {
        return Response::from_parts(parts, body);
    }
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return Response::from_parts(parts, Body::empty());
    };
    if bytes.len() < 1_000 {
        return Response::from_parts(parts, Body::from(bytes));
    }
    parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    parts.headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(self::gzip(&bytes)))
}

async fn keep(
    app: &App,
    key: PageKey,
    commits: (Option<crate::ids::PartnershipId>, u64),
    response: Response,
) -> Response {
    let (parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return Response::from_parts(parts, Body::empty());
    };
    let shared = app.db.dialect() == Dialect::Postgres;
    let (partnership, commits) = commits;
    let made = Made { partnership, commits, headers: parts.headers.clone(), body: bytes.clone() };
    app.pages.keep(key, made, app.clock.now(), shared);
    Response::from_parts(parts, Body::from(bytes))
}

/// Packs bytes (RFC 1952).
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer =
        flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 3), flate2::Compression::default());
    // Writing into memory does not fail.
    packer.write_all(bytes).and_then(|()| packer.finish()).unwrap_or_default()
}

fn accepts_gzip(headers: &HeaderMap) -> bool {
    text(headers, header::ACCEPT_ENCODING).split(',').any(|coding| coding.trim().starts_with("gzip"))
}

fn host(headers: &HeaderMap) -> &str {
    text(headers, header::HOST)
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn text_of<'a>(headers: &'a HeaderMap, name: &'static str) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
