//! The front: what every request passes, in one place and order.
//!
//! Number the request → assets → find partnership, face and language → kept page → refuse other sites' changes →
//! who signed in → repeated request → the room's handler → dress errors → security headers → pack → keep.

use super::{
    answer::{Raised, dress, first, sign_in_first},
    assets,
    cache::{GoodUntil, Made, PageKey, canonical, is_plainly_spelled},
    harden, place,
    repeated::{Typed, is_upload, read_out, repeated},
    visitor,
};
use crate::{
    app::{App, OWN_SEGMENTS},
    authority::Caller,
    ctx::{Ctx, Face},
    db::Dialect,
    errors::{Error, Result},
    langs::Lang,
};
use axum::{
    Router,
    body::{Body, HttpBody, to_bytes},
    extract::Request,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use sha2::{Digest, Sha256};
use std::{
    any::Any,
    future::{Future, poll_fn},
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
    sync::Arc,
    task::Poll,
    time::{Duration, Instant},
};
use tower::ServiceExt;

/// A form that has not arrived by then is given up.
pub(crate) const FORM_TIME: Duration = Duration::from_secs(30);
/// An answer that is not there by then is given up.
const ANSWER_TIME: Duration = Duration::from_secs(60);
/// An upload, which the handler itself receives, has so long.
const UPLOAD_TIME: Duration = Duration::from_secs(15 * 60);

/// Switched off only by the negative control of the test for changes from other sites.
pub static REFUSE_OTHER_SITES: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(true);

/// Switched off only by the negative control of the test for the one address that takes changes from anywhere.
pub static TAKE_ONE_CLICK: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(true);

/// The routes of the rooms, by whether they need a partnership: none of those is reached without one.
#[derive(Clone)]
struct Routes {
    of_partnerships: Router,
    of_the_house: Router,
}

impl Routes {
    fn new(app: &Arc<App>) -> Self {
        let all = || app.house.rooms.iter().flat_map(|room| &room.routes);
        let router = |of_partnerships: bool| {
            let mut rooms = Router::<Arc<App>>::new();
            for route in all().filter(|route| route.path.starts_with("/{p}") == of_partnerships) {
                rooms = rooms.route(route.path, route.handler.clone());
            }
            rooms
                .fallback(|| async { Error::NotFound })
                .method_not_allowed_fallback(|| async { Error::WrongMethod })
                .with_state(Arc::clone(app))
        };
        Self { of_partnerships: router(true), of_the_house: router(false) }
    }
}

/// The whole program as one service.
pub fn service(app: &Arc<App>) -> Router {
    let rooms = Routes::new(app);
    let app = Arc::clone(app);
    Router::new().fallback(move |request: Request| {
        let (app, rooms) = (Arc::clone(&app), rooms.clone());
        async move {
            let (https, metrics) = (app.settings.is_https(), app.metrics.clone());
            #[expect(clippy::disallowed_methods, reason = "how long an answer took, for the measures alone")]
            let began = Instant::now();
            // The last resort: an error whose page cannot be shown either.
            let mut response = caught(front(app, rooms, request)).await.unwrap_or_else(|error| {
                tracing::error!("{error:?}");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            });
            harden::guard(response.headers_mut(), https);
            metrics.answered(response.status().as_u16(), began.elapsed());
            response
        }
    })
}

/// Answers, as `HEAD` what `GET` would say, without its body.
async fn front(app: Arc<App>, rooms: Routes, mut request: Request) -> Response {
    let is_head = request.method() == Method::HEAD;
    if is_head {
        *request.method_mut() = Method::GET;
    }
    let mut response = serve(app, rooms, request).await;
    if is_head {
        if let Some(length) = response.body().size_hint().exact() {
            response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
        }
        *response.body_mut() = Body::empty();
    }
    response
}

async fn serve(app: Arc<App>, rooms: Routes, mut request: Request) -> Response {
    let gzip = harden::accepts_gzip(request.headers());
    if let Some(rest) = request.uri().path().strip_prefix("/assets/") {
        let name = rest.split_once('/').map_or(rest, |(_, name)| name).to_owned();
        return assets::serve(&name, gzip);
    }
    let mut ctx = Ctx::program(&app, Caller::Anonymous, None);
    ctx.lang = Lang::negotiate(text(request.headers(), header::ACCEPT_LANGUAGE));
    ctx.path = request.uri().path().into();
    ctx.query = request.uri().query().unwrap_or_default().into();
    ctx.is_sent = request.method() == Method::POST;
    ctx.visitor = visitor::of(&request, app.settings.behind_proxy).into();
    let is_get = request.method() == Method::GET;
    if is_get && let Some(short) = place::without_slash(request.uri()) {
        return moved(&short);
    }
    let named = match arrive(&mut ctx, &mut request).await {
        Ok(named) => named,
        Err(error) => return harden::finish(&ctx, dress(&ctx, &error), None, gzip).await,
    };
    let key = is_get.then(|| page_key(&ctx, request.uri(), named, gzip)).flatten();
    if let Some(key) = &key
        && let Some(made) = app.pages.find(key, &app.bell, app.clock.now())
    {
        app.metrics.kept_page();
        return again(request.headers(), made);
    }
    let plain = is_plainly_spelled(request.uri().path());
    let commits = app.bell.count(ctx.partnership.as_ref().map(|p| p.id));
    let response = match enter(&mut ctx, &mut request).await {
        Ok(()) => answer(&ctx, rooms, request).await,
        Err(error) => dress(&ctx, &error),
    };
    let key = key.filter(|_| plain && harden::is_for_all(&ctx, &response));
    let response = harden::finish(&ctx, response, named, gzip).await;
    match key {
        Some(key) => keep(&app, key, commits, response).await,
        None => response,
    }
}

/// Partnership, face and language, from host and path. The rooms see the partnership's first segment at every host. Gives
/// the language that the address names.
async fn arrive(ctx: &mut Ctx, request: &mut Request) -> Result<Option<Lang>> {
    let address = request.uri().clone();
    let host = place::host(request.headers(), &address);
    let found = place::find(&ctx.app.register().await?, &OWN_SEGMENTS, &host, &address);
    if let Some(routed) = found.routed {
        *request.uri_mut() = Uri::from(routed);
    }
    (ctx.partnership, ctx.at_own_host, ctx.face) = (found.partnership, found.at_own_host, found.face);
    ctx.host_of = found.host_of;
    // Told in the dress of the face that was asked.
    if address.path_and_query().is_some_and(|sent| sent.as_str().contains("%00")) {
        return Err(Error::Malformed("address"));
    }
    let offered = (ctx.partnership.is_some() && ctx.face == Face::Public)
        .then(|| ctx.langs_of(place::below_lang(request.uri().path())).into_owned());
    let named = found.lang.filter(|lang| offered.as_ref().is_none_or(|langs| langs.contains(lang)));
    let wanted = text(request.headers(), header::ACCEPT_LANGUAGE);
    ctx.lang = match (named, &offered) {
        (Some(lang), _) => lang,
        (None, Some(langs)) => Lang::negotiate_among(wanted, langs),
        (None, None) => ctx.lang,
    };
    Ok(named)
}

/// Finds out who sends the request, and whether it may come from where it comes from.
async fn enter(ctx: &mut Ctx, request: &mut Request) -> Result<()> {
    let by_secret = is_one_click(ctx, request);
    if !by_secret {
        same_site(ctx, request)?;
    }
    if by_secret {
        // Whoever sends it is nobody: no cookie is looked at.
    } else if ctx.face != Face::Public || request.method() != Method::GET {
        sign_in(ctx, request.headers()).await?;
    }
    if ctx.face == Face::House
        && let Ok(lang) = ctx.address().get("lang").parse::<Lang>()
    {
        ctx.lang = lang;
    }
    request.extensions_mut().insert(ctx.clone());
    Ok(())
}

/// Whether it is the change that mail programs send, from wherever they are (RFC 8058): the secret in its address is all that
/// counts, so neither a cookie nor where it comes from does. The only one such.
fn is_one_click(ctx: &Ctx, request: &Request) -> bool {
    ctx.face == Face::Public
        && request.method() == Method::POST
        && crate::pages::stop::is_address(request.uri().path())
        && TAKE_ONE_CLICK.load(std::sync::atomic::Ordering::Relaxed)
}

/// Refuses changes that another site sends (Fetch Metadata, then Origin; neither is allowed only without a cookie).
fn same_site(ctx: &Ctx, request: &Request) -> Result<()> {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || !REFUSE_OTHER_SITES.load(std::sync::atomic::Ordering::Relaxed) {
        return Ok(());
    }
    let headers = request.headers();
    let scheme = if ctx.app.settings.is_https() { "https://" } else { "http://" };
    let own = |origin: &str| {
        let host = place::authority(headers, request.uri());
        origin.strip_prefix(scheme).is_some_and(|of| !host.is_empty() && of.eq_ignore_ascii_case(host))
    };
    match (text_of(headers, "sec-fetch-site"), text(headers, header::ORIGIN)) {
        ("same-origin" | "none", _) => Ok(()),
        ("", "") if !headers.contains_key(header::COOKIE) => Ok(()),
        ("", origin) if own(origin) => Ok(()),
        _ => Err(Error::CrossSite),
    }
}

async fn sign_in(ctx: &mut Ctx, headers: &HeaderMap) -> Result<()> {
    let name = cookie_name(ctx.app.settings.is_https());
    // HTTP/2 may send each pair in a header of its own.
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let Some(secret) = cookies
        .flat_map(|cookies| cookies.split(';'))
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
async fn answer(ctx: &Ctx, rooms: Routes, request: Request) -> Response {
    let time = if is_upload(&request) { UPLOAD_TIME } else { ANSWER_TIME };
    let mut typed = None;
    let outcome = async {
        let (ctx, request) = if request.method() == Method::POST {
            tokio::time::timeout(FORM_TIME, repeated(ctx.clone(), request))
                .await
                .unwrap_or(Err(Error::TooSlow))?
        } else {
            (ctx.clone(), request)
        };
        typed = request.extensions().get::<Typed>().cloned();
        if let Some(repeat) = &ctx.repeat {
            let mut tx = ctx.app.db.reading(ctx.partnership.as_ref().map(|p| p.id), ctx.now()).await?;
            let answered = tx.first_answer(repeat).await?;
            tx.done().await?;
            if let Some(answer) = answered {
                // When it does not end in time the answer is given all the same.
                let _ = tokio::time::timeout(time, read_out(request)).await;
                return first(&ctx, &answer);
            }
        }
        let router = if ctx.partnership.is_some() { rooms.of_partnerships } else { rooms.of_the_house };
        let answer = tokio::time::timeout(time, caught(router.oneshot(request))).await;
        let answer = answer.map_err(|_| Error::failed(format!("no answer within {time:?}: {}", ctx.path)))?;
        answer?.map_err(|never| match never {})
    }
    .await;
    match outcome {
        Ok(response) => match response.extensions().get::<Raised>() {
            Some(Raised(error)) => match typed.filter(|_| matches!(**error, Error::SignIn)) {
                Some(typed) => sign_in_first(ctx, &typed),
                None => dressed(ctx, error, &response),
            },
            None => response,
        },
        Err(error) => dress(ctx, &error),
    }
}

fn dressed(ctx: &Ctx, error: &Error, raised: &Response) -> Response {
    let mut response = dress(ctx, error);
    for name in [header::RETRY_AFTER, header::ALLOW] {
        if let Some(value) = raised.headers().get(&name) {
            response.headers_mut().insert(name, value.clone());
        }
    }
    response
}

/// A panic of `future` as a failure of ours; what it held (a transaction, its turn) is given back.
async fn caught<T>(future: impl Future<Output = T>) -> Result<T> {
    let mut future = pin!(future);
    poll_fn(|cx| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx))) {
        Ok(poll) => poll.map(Ok),
        Err(panic) => Poll::Ready(Err(Error::failed(format!("panic: {}", said(&*panic))))),
    })
    .await
}

fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("without words")
}

/// Where a public page is kept: only one whose language stands in its address, so that nothing of the reader's is in it.
fn page_key(ctx: &Ctx, address: &Uri, named: Option<Lang>, gzip: bool) -> Option<PageKey> {
    let partnership = ctx.partnership.as_ref().filter(|_| ctx.face == Face::Public)?;
    named?;
    let target = canonical(address.path(), address.query())?;
    let (partnership, version) = (partnership.id, partnership.version);
    Some(PageKey { partnership, version, at_own_host: ctx.at_own_host, target, gzip })
}

/// A kept page; to a reader who has it, the word that it has not changed (RFC 9110 13.1.2).
fn again(asked: &HeaderMap, made: Made) -> Response {
    let tag = made.headers.get(header::ETAG).and_then(|tag| tag.to_str().ok()).unwrap_or_default();
    let has =
        text(asked, header::IF_NONE_MATCH).split(',').any(|known| !tag.is_empty() && known.trim() == tag);
    let mut response = Response::new(if has { Body::empty() } else { Body::from(made.body) });
    *response.headers_mut() = made.headers;
    if has {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        for name in [header::CONTENT_TYPE, header::CONTENT_LENGTH, header::CONTENT_ENCODING] {
            response.headers_mut().remove(name);
        }
    }
    response
}

async fn keep(app: &App, key: PageKey, commits: u64, response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, usize::MAX).await else {
        return Response::from_parts(parts, Body::empty());
    };
    let digest = data_encoding::HEXLOWER.encode(&Sha256::digest(&body));
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", digest.get(..20).unwrap_or_default())) {
        parts.headers.insert(header::ETAG, tag);
    }
    let shared = app.db.dialect() == Dialect::Postgres;
    let made = Made { commits, headers: parts.headers.clone(), body: body.clone() };
    let good = parts.extensions.get::<GoodUntil>().copied();
    app.pages.keep(key, made, app.clock.now(), (shared, good));
    Response::from_parts(parts, Body::from(body))
}

/// “It is there, for good”: the one address of a page.
fn moved(to: &str) -> Response {
    let mut response = StatusCode::PERMANENT_REDIRECT.into_response();
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn text_of<'a>(headers: &'a HeaderMap, name: &'static str) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
