//! Answering on a socket until asked to stop, with patience for nobody who only holds a place.

use anyhow::Result;
use axum::{Router, body::Body, extract::ConnectInfo};
use http::{Request, Response, StatusCode, header};
use hyper::server::conn::http1::Builder;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulShutdown, Watcher},
    service::TowerToHyperService,
};
use platform::app::App;
use std::{convert::Infallible, future::Future, net::SocketAddr, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    signal,
    sync::Semaphore,
    task::JoinSet,
};
use tower::ServiceExt;

/// How long and how much the program puts up with.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The most connections at a time; others wait to be accepted.
    pub connections: usize,
    /// How long the head of a request may take, and how long a connection may rest between two.
    pub head: Duration,
    /// How long a request may take, its body and the answer's making included: the last resort, for the front is stricter.
    pub request: Duration,
    /// The most bytes of any body; forms and uploads have smaller limits of their own.
    pub body: u64,
    /// How long requests under way are waited for when the program is asked to stop.
    pub goodbye: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1_024,
            head: Duration::from_secs(15),
            request: Duration::from_secs(20 * 60),
            body: 64 << 20,
            goodbye: Duration::from_secs(20),
        }
    }
}

/// Serves `app` on `listener` and does its jobs until `stop` is ready; requests under way are answered first, then jobs
/// under way are ended.
///
/// # Errors
/// As [`listen`].
pub async fn serve(
    app: &Arc<App>,
    listener: TcpListener,
    limits: Limits,
    stop: impl Future<Output = ()>,
) -> Result<()> {
    let (tell, mut told) = tokio::sync::watch::channel(false);
    let mut worker = JoinSet::new();
    worker
        .spawn(platform::jobs::work(Arc::clone(app), async move { drop(told.wait_for(|stop| *stop).await) }));
    let served = listen(platform::http::service(app), listener, limits, stop).await;
    tell.send_replace(true);
    while let Some(ended) = worker.join_next().await {
        if let Err(error) = ended {
            tracing::error!(%error, "doing jobs");
        }
    }
    served
}

/// Serves `router` on `listener` until `stop` is ready; requests under way are answered first.
///
/// # Errors
/// None at present: a failing connection is that connection's own.
pub async fn listen(
    router: Router,
    listener: TcpListener,
    limits: Limits,
    stop: impl Future<Output = ()>,
) -> Result<()> {
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(limits.connections));
    let mut connections = JoinSet::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let next = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            next = next => next,
            () = &mut stop => break,
        };
        match accepted {
            Ok((socket, peer)) => {
                let answered = converse(router.clone(), (socket, peer), limits, graceful.watcher());
                connections.spawn(async move {
                    answered.await;
                    drop(place);
                });
            }
            // Out of descriptors, or the peer has gone: the next try comes after a breath.
            Err(error) => {
                tracing::warn!(%error, "accepting a connection");
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
        while connections.try_join_next().is_some() {}
    }
    drop(listener);
    if tokio::time::timeout(limits.goodbye, graceful.shutdown()).await.is_err() {
        tracing::warn!("requests under way were cut off");
    }
    Ok(())
}

/// Answers one connection to its end. A proxy before the program speaks HTTP/1.1 to it, so nothing else is spoken.
async fn converse(router: Router, (socket, peer): (TcpStream, SocketAddr), limits: Limits, watcher: Watcher) {
    let service = tower::service_fn(move |request: Request<hyper::body::Incoming>| {
        let router = router.clone();
        async move {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            Ok::<_, Infallible>(answer(router, request, limits).await)
        }
    });
    let connection = Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(64 << 10)
        .serve_connection(TokioIo::new(socket), TowerToHyperService::new(service));
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(%error, "connection");
    }
}

async fn answer(router: Router, request: Request<Body>, limits: Limits) -> Response<Body> {
    let announced = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    if announced.and_then(|bytes| bytes.parse::<u64>().ok()).is_some_and(|bytes| bytes > limits.body) {
        return bare(StatusCode::PAYLOAD_TOO_LARGE);
    }
    match tokio::time::timeout(limits.request, router.oneshot(request)).await {
        Ok(answered) => answered.unwrap_or_else(|never| match never {}),
        Err(_) => bare(StatusCode::REQUEST_TIMEOUT),
    }
}

/// An answer without words: whoever gets it is no reader. The connection ends with it.
fn bare(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONNECTION, http::HeaderValue::from_static("close"));
    response
}

/// Waits for Ctrl+C or, on Unix, SIGTERM.
pub async fn asked_to_stop() {
    #[cfg(unix)]
    if let Ok(mut terminate) = signal::unix::signal(signal::unix::SignalKind::terminate()) {
        tokio::select! {
            _ = signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
        return;
    }
    if let Err(error) = signal::ctrl_c().await {
        tracing::error!(%error, "cannot hear Ctrl+C");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use std::time::Instant;
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        sync::oneshot,
    };

    struct Running {
        address: SocketAddr,
        stop: oneshot::Sender<()>,
        ended: tokio::task::JoinHandle<Result<()>>,
    }

    async fn start(limits: Limits) -> Running {
        let slow = || async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            "done"
        };
        let router = Router::new()
            .route("/slow", get(slow))
            .route("/stuck", get(std::future::pending::<&'static str>))
            .route(
                "/peer",
                get(|ConnectInfo(peer): ConnectInfo<SocketAddr>| async move { peer.ip().to_string() }),
            );
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let stop_at = async { stopped.await.unwrap_or_default() };
        #[expect(clippy::disallowed_methods, reason = "a server beside the test")]
        let ended = tokio::spawn(listen(router, listener, limits, stop_at));
        Running { address, stop, ended }
    }

    async fn say(address: SocketAddr, text: &str) -> String {
        let mut socket = TcpStream::connect(address).await.unwrap();
        socket.write_all(text.as_bytes()).await.unwrap();
        let mut answer = String::new();
        // A connection cut off in the middle is an answer too.
        let read = socket.read_to_string(&mut answer).await;
        read.map_or_else(|error| error.to_string(), |_| answer)
    }

    #[expect(clippy::disallowed_methods, reason = "these tests are about how long something takes")]
    fn now() -> Instant {
        Instant::now()
    }

    fn quick() -> Limits {
        Limits { head: Duration::from_millis(200), request: Duration::from_millis(500), ..Limits::default() }
    }

    #[tokio::test]
    async fn whoever_sends_half_a_head_is_sent_away() {
        let running = start(quick()).await;
        let began = now();
        let answer = say(running.address, "GET /slow HTTP/1.1\r\nHost: a\r\n").await;
        assert!(!answer.contains("200"), "{answer}");
        assert!(began.elapsed() < Duration::from_secs(5));
        let patient = start(Limits { head: Duration::from_secs(60), ..quick() }).await;
        let waits = say(patient.address, "GET /slow HTTP/1.1\r\nHost: a\r\n");
        let control = tokio::time::timeout(Duration::from_secs(1), waits).await;
        assert!(control.is_err(), "without the limit the place stays taken");
    }

    #[tokio::test]
    async fn an_answer_that_does_not_come_is_given_up() {
        let running = start(quick()).await;
        let answer = say(running.address, "GET /stuck HTTP/1.1\r\nHost: a\r\n\r\n").await;
        assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    }

    #[tokio::test]
    async fn a_body_announced_too_large_is_not_read() {
        let running = start(Limits { body: 10, ..quick() }).await;
        let answer =
            say(running.address, "POST /peer HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n").await;
        assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    }

    #[tokio::test]
    async fn handlers_are_told_who_is_there() {
        let running = start(quick()).await;
        let answer = say(running.address, "GET /peer HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await;
        assert!(answer.ends_with("127.0.0.1"), "{answer}");
    }

    #[tokio::test]
    async fn one_place_serves_one_after_the_other() {
        let running = start(Limits { connections: 1, ..quick() }).await;
        let ask = "GET /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        let began = now();
        let (one, two) = tokio::join!(say(running.address, ask), say(running.address, ask));
        assert!(one.ends_with("done") && two.ends_with("done"), "{one} {two}");
        assert!(began.elapsed() >= Duration::from_millis(600), "{:?}", began.elapsed());
    }

    #[tokio::test]
    async fn a_request_under_way_is_answered_before_the_end() {
        let running = start(quick()).await;
        let asked = say(running.address, "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
        let stopping = async {
            tokio::time::sleep(Duration::from_millis(100)).await;
            running.stop.send(()).unwrap();
        };
        let (answer, ()) = tokio::join!(asked, stopping);
        assert!(answer.ends_with("done"), "{answer}");
        running.ended.await.unwrap().unwrap();
        assert!(TcpStream::connect(running.address).await.is_err());
    }
}
