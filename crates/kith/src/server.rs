//! Answering on a socket until asked to stop.

use anyhow::{Context, Result};
use platform::app::App;
use std::sync::Arc;
use tokio::{net::TcpListener, signal};

/// Serves `app` on `listener` until the process is asked to stop; requests under way are answered first.
///
/// # Errors
/// When the socket fails.
pub async fn serve(app: &Arc<App>, listener: TcpListener) -> Result<()> {
    let service = platform::http::service(app);
    axum::serve(listener, service).with_graceful_shutdown(asked_to_stop()).await.context("the socket failed")
}

/// Waits for Ctrl+C or, on Unix, SIGTERM.
async fn asked_to_stop() {
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
