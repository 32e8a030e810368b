//! A backup taken while others write is from one instant.

use platform::{
    backup::{self, Target},
    clock::Moment,
    db::Db,
    ids::PartnershipId,
    sql,
    testing::{Empty, Site},
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::task::JoinSet;
use uuid::Uuid;

/// One change: a job and a mail, together or not at all, each with the same id.
async fn change(db: &Db, partnership: PartnershipId, id: Uuid, now: Moment, together: bool) {
    let mut tx = db.writing(Some(partnership), now).await.expect("a transaction");
    sql!(
        tx,
        must,
        "INSERT INTO job (id, partnership_id, kind, about, due_at, made_at, set_at) VALUES ($1, $2, 'pair', '{}', $3, $3, $3)",
        id,
        partnership,
        now
    )
    .expect("a job");
    if !together {
        tx.commit().await.expect("kept");
        tokio::time::sleep(Duration::from_millis(3)).await;
        tx = db.writing(Some(partnership), now).await.expect("a transaction");
    }
    sql!(
        tx,
        must,
        "INSERT INTO mail (id, partnership_id, recipient, recipient_key, lang, subject, body, purpose, made_at) VALUES ($1, $2, 'a@example.org', 'a@example.org', 'en', 's', 'b', 'pair', $3)",
        id,
        partnership,
        now
    )
    .expect("a mail");
    tx.commit().await.expect("kept");
}

struct Load {
    stop: Arc<AtomicBool>,
    made: Arc<AtomicU64>,
    writers: JoinSet<()>,
}

impl Load {
    fn on(site: &Site, together: bool) -> Self {
        let (stop, made) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let mut writers = JoinSet::new();
        for writer in 0..4_u128 {
            let (db, stop, made) = (site.app.db.clone(), Arc::clone(&stop), Arc::clone(&made));
            let partnership = if writer % 2 == 0 { site.partnership.id } else { site.other.id };
            let now = site.app.clock.now();
            writers.spawn(async move {
                let mut n = 0;
                while !stop.load(Ordering::Relaxed) {
                    n += 1;
                    change(&db, partnership, Uuid::from_u128((writer << 64) + n), now, together).await;
                    made.fetch_add(1, Ordering::Relaxed);
                    tokio::time::sleep(Duration::from_millis(2)).await;
                }
            });
        }
        Self { stop, made, writers }
    }

    async fn until(&mut self, made: u64) {
        while self.made.load(Ordering::Relaxed) < made {
            assert!(self.writers.try_join_next().is_none(), "a writer ended before it was told to");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    async fn end(mut self) -> u64 {
        self.stop.store(true, Ordering::Relaxed);
        while let Some(ended) = self.writers.join_next().await {
            ended.expect("a writer");
        }
        self.made.load(Ordering::Relaxed)
    }
}

/// Backs up under load until it has done so `rounds` times; how many backups held a half-made change.
async fn torn(site: &Site, rounds: usize, together: bool) -> usize {
    let mut torn = 0;
    let mut load = Load::on(site, together);
    for round in 0..rounds {
        load.until(50 * (u64::try_from(round).expect("few") + 1)).await;
        let path = site.folder().join(format!("load-{round}.kith"));
        let before = load.made.load(Ordering::Relaxed);
        let taken =
            backup::write(&site.app.db, site.folder(), &path, site.app.clock.now()).await.expect("a backup");
        let rows = |name: &str| taken.tables.iter().find(|table| table.name == name).expect("the table").rows;
        assert!(rows("mail") >= before, "what was kept before the backup began is in it");
        torn += usize::from(rows("mail") != rows("job"));
    }
    let made = load.end().await;
    assert!(made > 50, "there was a load: {made}");
    torn
}

async fn story(site: &Site) {
    assert_eq!(torn(site, 4, true).await, 0, "a backup holds whole changes");
    for target in [Some(Empty::sqlite().await), Empty::postgres().await].into_iter().flatten() {
        let path = site.folder().join("load-3.kith");
        let into = Target { db: &target.db, owner: None, data: target.folder() };
        let restored = backup::restore(&path, &into, site.app.clock.now()).await.expect("restored");
        let again = target.folder().join("again.kith");
        let second =
            backup::write(&target.db, target.folder(), &again, site.app.clock.now()).await.expect("a backup");
        assert_eq!(second.digest, restored.manifest.digest);
        target.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_backup_under_load_is_from_one_instant_on_sqlite() {
    let site = Site::sqlite(kith::rooms()).await;
    story(&site).await;
    site.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_backup_under_load_is_from_one_instant_on_postgres() {
    if let Some(site) = Site::postgres(kith::rooms()).await {
        story(&site).await;
        site.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn control_changes_made_in_two_steps_are_seen_half_made() {
    let site = Site::sqlite(kith::rooms()).await;
    assert!(torn(&site, 8, false).await > 0, "the count above would notice");
    site.end().await;
}
