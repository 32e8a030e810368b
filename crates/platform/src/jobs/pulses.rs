//! What each node does by itself with what it holds in memory: see [`Pulse`].

use super::{PARTING, words_of};
use crate::{app::App, errors::Result, manifest::Fut};
use std::{
    collections::HashMap,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::task::JoinSet;

/// What a room does on each node with what it holds there in memory, such as writing down what it has counted: every so many seconds while the
/// node serves, and once more when it stops, after the last answer. A [`JobKind`](crate::manifest::JobKind) is done once for all nodes, and never lost; what a pulse has
/// not written yet goes with a node that is killed.
#[derive(Clone, Copy)]
pub struct Pulse {
    /// Its name: `directory.count-unfound`.
    pub name: &'static str,
    /// How often, in seconds.
    pub every_seconds: u64,
    /// Does it. What it could not do waits for the next time.
    pub run: for<'a> fn(&'a Arc<App>) -> Fut<'a, Result<()>>,
}

fn all(app: &App) -> impl Iterator<Item = Pulse> + '_ {
    app.house.rooms.iter().flat_map(|room| room.pulses.iter().copied())
}

#[expect(clippy::disallowed_methods, reason = "how long ago, whatever clock a test sets")]
fn instant() -> Instant {
    Instant::now()
}

/// The pulses of a node that serves.
pub(super) struct Pulses {
    begun: HashMap<&'static str, Instant>,
    running: JoinSet<&'static str>,
    under_way: Vec<&'static str>,
}

impl Pulses {
    /// Each comes when its time is over for the first time.
    pub(super) fn of(app: &App) -> Self {
        let begun = all(app).map(|one| (one.name, instant())).collect();
        Self { begun, running: JoinSet::new(), under_way: Vec::new() }
    }

    /// Begins those for which it is time; one that is not done yet is not begun anew.
    pub(super) fn beat(&mut self, app: &Arc<App>) {
        while let Some(ended) = self.running.try_join_next() {
            match ended {
                Ok(name) => self.under_way.retain(|one| *one != name),
                // Which one it was went with it; all may begin again.
                Err(broken) => {
                    tracing::error!(%broken, "what a node does by itself");
                    self.under_way.clear();
                }
            }
        }
        for one in all(app) {
            let Some(begun) = self.begun.get_mut(one.name) else { continue };
            if begun.elapsed() < Duration::from_secs(one.every_seconds) || self.under_way.contains(&one.name)
            {
                continue;
            }
            *begun = instant();
            self.under_way.push(one.name);
            let app = Arc::clone(app);
            self.running.spawn(async move {
                tell(&one, (one.run)(&app).await);
                one.name
            });
        }
    }

    /// The last time: nothing more comes into the memory of this node.
    pub(super) async fn end(mut self, app: &Arc<App>) {
        let parted = tokio::time::timeout(PARTING, async {
            while self.running.join_next().await.is_some() {}
            pulse(app).await;
        });
        if parted.await.is_err() {
            tracing::warn!("what this node held in memory was not all written down");
        }
    }
}

fn tell(one: &Pulse, outcome: Result<()>) {
    if let Err(error) = outcome {
        tracing::warn!(pulse = one.name, "what a node does by itself: {}", words_of(&error));
    }
}

/// Does at once what rooms do on each node, as when the node stops.
pub async fn pulse(app: &Arc<App>) {
    for one in all(app) {
        tell(&one, (one.run)(app).await);
    }
}
