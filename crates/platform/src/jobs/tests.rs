//! Jobs: in the transaction of their cause, once per period, retried, fenced, and not lost when clocks jump.

use super::*;
use crate::{db::One, manifest::Manifest, pages::ENTER, testing::Site};
use proptest::prelude::*;

/// Jobs that write what they did into the table of settings, which belongs to nobody else in these tests.
fn room() -> Manifest {
    let mut room = Manifest::new("trial");
    room.jobs = vec![
        JobKind::when_enqueued("trial.note", |ctx, about| {
            Box::pin(count(ctx, about.as_str().unwrap_or("note").to_owned()))
        }),
        JobKind::when_enqueued("trial.fail", |ctx, _| {
            Box::pin(async move {
                count(ctx, "fail".into()).await?;
                Err(Error::failed("the printer is out of paper"))
            })
        }),
        JobKind::when_enqueued("trial.stuck", |_, _| Box::pin(std::future::pending())),
        JobKind::when_enqueued("trial.panic", |_, _| Box::pin(async { panic!("over") })),
        JobKind::every("trial.daily", 86_400, |ctx, _| {
            let name = format!("daily {}", ctx.partnership.as_ref().map_or("none", |p| &p.slug));
            Box::pin(count(ctx, name))
        }),
        JobKind::every_installation("trial.hourly", 3_600, |ctx, _| {
            assert!(ctx.partnership.is_none());
            Box::pin(count(ctx, "hourly".into()))
        }),
    ];
    room.pulses = vec![Pulse {
        name: "trial.pulse",
        every_seconds: 3_600,
        run: |app| {
            Box::pin(async move {
                let ctx = Ctx::program(app, Caller::Job("trial.pulse"), None);
                let mut tx = ctx.write_quietly(ENTER).await?;
                sql!(tx, must, "INSERT INTO setting (name, value) VALUES ('pulse', '1')")?;
                tx.commit().await
            })
        },
    }];
    room
}

async fn count(ctx: &Ctx, name: String) -> Result<()> {
    let mut tx = ctx.of_installation().write(ENTER).await?;
    sql!(
        tx,
        must,
        "INSERT INTO setting (name, value) VALUES ($1, '1')
         ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(setting.value AS bigint) + 1 AS text)",
        name
    )?;
    tx.commit().await
}

async fn counted(site: &Site, name: &str) -> i64 {
    let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
    let found = sql!(tx, find One<String>, "SELECT value FROM setting WHERE name = $1", name).unwrap();
    tx.done().await.unwrap();
    found.map_or(0, |(n,)| n.parse().unwrap())
}

/// Waits until the job has been counted, at most twenty seconds.
async fn until_counted(site: &Site, name: &str) {
    let counting = async {
        while counted(site, name).await == 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    assert!(tokio::time::timeout(Duration::from_secs(20), counting).await.is_ok(), "{name} was not done");
}

async fn enqueue(site: &Site, kind: &'static str, about: &str, due: Moment) {
    let mut tx = site.ctx(site.coordinator()).write(ENTER).await.unwrap();
    tx.enqueue(kind, about, due).await.unwrap();
    tx.commit().await.unwrap();
}

/// Tries, done, failed and trouble of the only job of this kind.
async fn state(site: &Site, kind: &str) -> (i64, bool, bool, String) {
    let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
    let (tries, done, failed, trouble) = sql!(
        tx,
        one(i64, Option<Moment>, Option<Moment>, Option<String>),
        "SELECT tries, done_at, failed_at, trouble FROM job WHERE kind = $1",
        kind
    )
    .unwrap();
    tx.done().await.unwrap();
    (tries, done.is_some(), failed.is_some(), trouble.unwrap_or_default())
}

fn now(site: &Site) -> Moment {
    site.app.clock.now()
}

crate::on_both! { vec![room()];
    async fn a_job_runs_when_it_is_due_and_once(site) {
        enqueue(site, "trial.note", "soon", now(site)).await;
        enqueue(site, "trial.note", "later", now(site).plus_seconds(3_600)).await;
        run_due(&site.app).await.unwrap();
        assert_eq!((counted(site, "soon").await, counted(site, "later").await), (1, 0));
        site.app.clock.advance(3_600);
        run_due(&site.app).await.unwrap();
        run_due(&site.app).await.unwrap();
        assert_eq!((counted(site, "soon").await, counted(site, "later").await), (1, 1));
    }

    async fn a_job_of_what_was_not_committed_never_runs(site) {
        let mut tx = site.ctx(site.coordinator()).write(ENTER).await.unwrap();
        tx.enqueue("trial.note", "never", now(site)).await.unwrap();
        drop(tx);
        run_due(&site.app).await.unwrap();
        assert_eq!(counted(site, "never").await, 0);
    }

    async fn a_job_that_fails_is_tried_ten_times_and_then_keeps_the_reason(site) {
        enqueue(site, "trial.fail", "", now(site)).await;
        run_due(&site.app).await.unwrap();
        assert_eq!(state(site, "trial.fail").await, (1, false, false, "the printer is out of paper".into()));
        site.app.clock.advance(59);
        run_due(&site.app).await.unwrap();
        assert_eq!(counted(site, "fail").await, 1, "not before a minute has passed");
        for tries in 2..=10 {
            site.app.clock.advance(wait_after(tries - 1).unwrap());
            run_due(&site.app).await.unwrap();
            assert_eq!(counted(site, "fail").await, tries);
        }
        assert_eq!(state(site, "trial.fail").await, (10, false, true, "the printer is out of paper".into()));
        site.app.clock.advance(10 * 86_400);
        run_due(&site.app).await.unwrap();
        assert_eq!(counted(site, "fail").await, 10);
    }

    async fn a_panic_and_an_unknown_kind_are_tries_that_failed(site) {
        enqueue(site, "trial.panic", "", now(site)).await;
        enqueue(site, "trial.nobody", "", now(site)).await;
        run_due(&site.app).await.unwrap();
        assert!(state(site, "trial.panic").await.3.contains("over"));
        assert_eq!(state(site, "trial.nobody").await.3, "no room does trial.nobody");
    }

    async fn periods_are_served_once_in_every_partnership_also_by_three_nodes(site) {
        let (a, b, c) = tokio::join!(wind(&site.app), wind(&site.app), wind(&site.app));
        a.and(b).and(c).unwrap();
        for _ in 0..3 {
            run_due(&site.app).await.unwrap();
        }
        assert_eq!((counted(site, "daily maple").await, counted(site, "daily other").await), (1, 1));
        assert_eq!(counted(site, "hourly").await, 1);
        site.app.clock.advance(3_600);
        run_due(&site.app).await.unwrap();
        assert_eq!((counted(site, "daily maple").await, counted(site, "hourly").await), (1, 2));
    }

    async fn each_job_goes_to_one_of_eight_hands(site) {
        let mut tx = site.ctx(site.coordinator()).write(ENTER).await.unwrap();
        for n in 0..20 {
            tx.enqueue("trial.note", format!("n{n}"), now(site)).await.unwrap();
        }
        tx.commit().await.unwrap();
        let mut hands = JoinSet::new();
        for _ in 0..8 {
            let app = Arc::clone(&site.app);
            hands.spawn(async move { run_due(&app).await.unwrap() });
        }
        hands.join_all().await;
        for n in 0..20 {
            assert_eq!(counted(site, &format!("n{n}")).await, 1, "job {n}");
        }
    }

    async fn two_nodes_take_different_jobs_and_without_the_lock_the_same(site) {
        if site.app.db.dialect() == crate::db::Dialect::Sqlite {
            return; // One file, one node, one writer.
        }
        for (lock, same) in [(site.app.db.dialect().skip_locked(), false), ("", true)] {
            enqueue(site, "trial.note", "a", now(site)).await;
            enqueue(site, "trial.note", "b", now(site)).await;
            let mut one = site.app.db.writing(None, now(site)).await.unwrap();
            let mut two = site.app.db.writing(None, now(site)).await.unwrap();
            let first = take(&mut one, "", lock).await.unwrap().unwrap().id;
            let both = async {
                let second = take(&mut two, "", lock).await.unwrap().unwrap().id;
                two.commit().await.unwrap();
                second
            };
            let commit = async {
                // Without the lock the second waits for the first; with it, it has gone on already.
                tokio::time::sleep(Duration::from_millis(100)).await;
                one.commit().await.unwrap();
            };
            let (second, ()) = tokio::join!(both, commit);
            assert_eq!(first == second, same, "{lock:?}");
            run_due(&site.app).await.unwrap();
            site.app.clock.advance(LEASE_SECONDS);
            run_due(&site.app).await.unwrap();
        }
    }

    async fn a_worker_that_died_is_replaced_and_one_that_lost_its_lease_notes_nothing(site) {
        enqueue(site, "trial.note", "twice", now(site)).await;
        let first = lease(&site.app, "").await.unwrap().unwrap();
        assert!(lease(&site.app, "").await.unwrap().is_none(), "while it is leased nobody else has it");
        site.app.clock.advance(LEASE_SECONDS);
        let second = lease(&site.app, "").await.unwrap().unwrap();
        assert_eq!((second.id, second.tries), (first.id, 2));
        note(&site.app, &first, Ok(())).await.unwrap();
        assert!(!state(site, "trial.note").await.1, "the first has no say any more");
        note(&site.app, &second, Ok(())).await.unwrap();
        assert!(state(site, "trial.note").await.1);
    }

    async fn a_job_that_kills_its_worker_again_and_again_is_given_up(site) {
        enqueue(site, "trial.note", "deadly", now(site)).await;
        for _ in 0..MOST_TRIES {
            lease(&site.app, "").await.unwrap().unwrap();
            site.app.clock.advance(LEASE_SECONDS);
        }
        run_due(&site.app).await.unwrap();
        assert_eq!(counted(site, "deadly").await, 0);
        assert_eq!(state(site, "trial.note").await.3, "begun again and again, and never ended");
    }

    async fn a_clock_set_back_a_day_leaves_nothing_lying(site) {
        enqueue(site, "trial.note", "at once", now(site)).await;
        enqueue(site, "trial.note", "next week", now(site).plus_seconds(7 * 86_400)).await;
        enqueue(site, "trial.panic", "", now(site)).await;
        let held = lease(&site.app, "").await.unwrap().unwrap();
        site.app.clock.advance(-86_400);
        run_due(&site.app).await.unwrap();
        assert_eq!(counted(site, "at once").await, 1, "also the one that a worker held: {held:?}");
        assert_eq!(counted(site, "next week").await, 0, "what has a date of its own waits for it");
        assert_eq!(counted(site, "hourly").await, 1, "and the clockwork goes on");
        site.app.clock.advance(3_600);
        run_due(&site.app).await.unwrap();
        assert_eq!(counted(site, "hourly").await, 2);
    }

    async fn done_jobs_are_forgotten_after_a_week(site) {
        enqueue(site, "trial.note", "x", now(site)).await;
        run_due(&site.app).await.unwrap();
        site.app.clock.advance(8 * 86_400);
        run_due(&site.app).await.unwrap();
        let mut tx = site.app.db.reading(None, now(site)).await.unwrap();
        assert_eq!(sql!(tx, value i64, "SELECT count(*) FROM job WHERE kind = 'trial.note'").unwrap(), 0);
        tx.done().await.unwrap();
    }

    async fn a_kind_that_gets_stuck_does_not_hold_up_the_others(site) {
        for _ in 0..20 {
            enqueue(site, "trial.stuck", "", now(site)).await;
        }
        enqueue(site, "trial.note", "passed by", now(site).plus_seconds(1)).await;
        site.app.clock.advance(2);
        let mut worker = JoinSet::new();
        worker.spawn(work(Arc::clone(&site.app), std::future::pending()));
        until_counted(site, "passed by").await;
        assert_eq!(counted(site, "passed by").await, 1);
        worker.shutdown().await;
    }

    async fn what_is_written_quietly_rings_no_bell(site) {
        let rung = site.app.bell.total();
        pulse(&site.app).await;
        assert_eq!((counted(site, "pulse").await, site.app.bell.total()), (1, rung));
        count(&site.ctx(Caller::Console), "aloud".into()).await.unwrap();
        assert_eq!(site.app.bell.total(), rung + 1, "the control");
    }

    async fn the_worker_wakes_by_the_bell_and_stops_when_asked(site) {
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let mut worker = JoinSet::new();
        let app = Arc::clone(&site.app);
        worker.spawn(work(app, async move { drop(stopped.await) }));
        enqueue(site, "trial.note", "woken", now(site)).await;
        until_counted(site, "woken").await;
        assert_eq!(counted(site, "woken").await, 1);
        assert_eq!(counted(site, "pulse").await, 0, "its hour is not over");
        stop.send(()).unwrap();
        worker.join_all().await;
        assert_eq!(counted(site, "pulse").await, 1, "what a node holds in memory is written down before it stops");
    }
}

#[test]
fn waiting_grows_and_ends_with_the_tenth_try() {
    let waits: Vec<i64> = (1..10).map(|tries| wait_after(tries).unwrap()).collect();
    assert_eq!(waits[..4], [60, 300, 1_800, 7_200]);
    assert!(waits.is_sorted());
    assert_eq!((wait_after(10), wait_after(11)), (None, None));
}

proptest! {
    #[test]
    fn of_two_nodes_whose_clocks_differ_a_little_only_one_begins_a_period(at in 0_i64..4_000_000_000, every in 61_i64..700_000, skew in 0_i64..60) {
        let (ahead, behind) = (beat(Moment::from_micros(at * 1_000_000), every), beat(Moment::from_micros((at - skew) * 1_000_000), every));
        // The one ahead wrote its number; the one behind must not begin the period before anew.
        prop_assert!(!is_new(ahead, behind));
    }

    #[test]
    fn a_clock_set_back_far_begins_anew(at in 0_i64..4_000_000_000, every in 61_i64..40_000) {
        let (before, after) = (beat(Moment::from_micros(at * 1_000_000), every), beat(Moment::from_micros((at - 2 * 86_400) * 1_000_000), every));
        prop_assert!(is_new(before, after));
    }
}
