//! Eight writers at once, rule by rule: as many come through as the rule says, and the others are told by the rule. The
//! controls switch the lock of the partnership's head row off (PostgreSQL; SQLite has one writer and no such switch).

use super::{DAY, HEAD_ROW, facts, text};
use crate::store::{
    bodies::{find_council, list_councils, tree_of, update_council},
    expressions::{Answered, find_expression, list_rounds, update_answer},
    references::{NewTermsOfReference, list_terms_of_reference},
};
use crate::{
    CouncilFacts, CouncilId, ExpressionId, NewExpression, NewSeat, SeatFacts, add_council, add_expression,
    add_round, add_seats, can, record_terms_of_reference,
    rules::{
        expressions::{ExpressionAnswer, Season, answer},
        tree::put_below,
    },
};
use jiff::civil::date;
use platform::{
    ctx::Ctx,
    db::{Db, Dialect, HEAD_ROW_LOCK},
    errors::{Error, Result},
    langs::Lang,
    manifest::Manifest,
    sql,
    testing::{On, Site, postgres_url},
};
use std::{
    future::Future,
    sync::{Arc, atomic::Ordering},
    time::Duration,
};
use tokio::{sync::Barrier, task::JoinSet, time::timeout};

/// Where the eight wait a little for each other, so that only the lock keeps them apart.
#[derive(Clone)]
struct Meeting(Arc<Barrier>);

impl Meeting {
    async fn wait(&self) {
        let _together = timeout(Duration::from_millis(200), self.0.wait()).await;
    }
}

/// How many of eight came through, and what each of the others was told.
async fn eight<F, Fut>(ctx: &Ctx, one: F) -> (usize, Vec<String>)
where
    F: Fn(usize, Ctx, Meeting) -> Fut,
    Fut: Future<Output = Result<()>> + Send + 'static,
{
    let meeting = Meeting(Arc::new(Barrier::new(8)));
    let mut tasks = JoinSet::new();
    for n in 0..8 {
        tasks.spawn(one(n, ctx.clone(), meeting.clone()));
    }
    let results = tasks.join_all().await;
    let won = results.iter().filter(|result| result.is_ok()).count();
    let told = |error| match error {
        Error::Refused(why) => why.code().to_owned(),
        other => format!("{other:?}"),
    };
    (won, results.into_iter().filter_map(Result::err).map(told).collect())
}

/// Four move one body below the other, four the other below the one.
async fn move_crosswise(ctx: &Ctx) -> (usize, Vec<String>) {
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
    let one = add_council(&mut tx, "one", &facts("One", None)).await.unwrap();
    let two = add_council(&mut tx, "two", &facts("Two", None)).await.unwrap();
    tx.commit().await.unwrap();
    eight(ctx, move |n, ctx, meeting| async move {
        let (moved, parent) = if n % 2 == 0 { (one, two) } else { (two, one) };
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await?;
        let depth = put_below(&tree_of(&list_councils(&mut tx).await?), Some(moved), Some(parent))?;
        let before = find_council(&mut tx, moved).await?.unwrap();
        meeting.wait().await;
        update_council(&mut tx, &before, &CouncilFacts { parent: Some(parent), ..before.facts() }, depth)
            .await?;
        tx.commit().await
    })
    .await
}

/// Eight set rounds that all hold on the same days.
async fn set_rounds(ctx: &Ctx) -> (usize, Vec<String>) {
    eight(ctx, |n, ctx, meeting| async move {
        let opens_on = date(2027, 4, 1 + i8::try_from(n).unwrap());
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await?;
        add_round(&mut tx, Season::Spring, opens_on, date(2027, 4, 30)).await?;
        meeting.wait().await;
        tx.commit().await
    })
    .await
}

async fn a_body(ctx: &Ctx) -> CouncilId {
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
    let council = add_council(&mut tx, "one", &facts("One", None)).await.unwrap();
    tx.commit().await.unwrap();
    council
}

/// Eight record a version of terms of reference; gives how many did and the numbers that stand.
async fn record_versions(ctx: &Ctx) -> (usize, Vec<u32>) {
    let council = a_body(ctx).await;
    let (won, _) = eight(ctx, move |n, ctx, meeting| async move {
        let new = NewTermsOfReference {
            body: text(&format!("Version of writer {n}.")),
            change_note: text("Another writer."),
            adopted_on: date(2026, 1, 1),
            adopted_about: false,
        };
        let mut tx = ctx.write(can::EDIT_COUNCIL.on(council)).await?;
        record_terms_of_reference(&mut tx, council, &new, DAY).await?;
        meeting.wait().await;
        tx.commit().await
    })
    .await;
    let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
    let versions = list_terms_of_reference(&mut tx, council).await.unwrap();
    (won, versions.into_iter().map(|version| version.number).collect())
}

async fn an_expression(ctx: &Ctx) -> ExpressionId {
    let new = NewExpression {
        council: a_body(ctx).await,
        name: "Grace Osei".into(),
        email: "grace@example.org".into(),
        phone: String::new(),
        reach_by: crate::rules::reaching::ReachBy::Mail,
        speaks_for: String::new(),
        lang: Lang::En,
        body: "I would like to help.".into(),
        consent_wording: "I agree.".into(),
    };
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
    let at = tx.now();
    let (id, _) = add_expression(&mut tx, &new, at, DAY).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Eight decline one expression, each in her own words.
async fn answer_one(ctx: &Ctx) -> (usize, Vec<String>) {
    let id = an_expression(ctx).await;
    eight(ctx, move |n, ctx, meeting| async move {
        let words = format!("The answer of writer {n}.");
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await?;
        let before = find_expression(&mut tx, id).await?.unwrap();
        let no = ExpressionAnswer::Decline;
        answer(before.state, no, &words, &[], DAY)?;
        meeting.wait().await;
        update_answer(&mut tx, &before, Answered { state: no.state(), seat: None, words: &words }).await?;
        tx.commit().await
    })
    .await
}

/// Eight ask for the one seat that a body may still have.
async fn take_last_seat(ctx: &Ctx) -> (usize, Vec<String>) {
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
    let limited = CouncilFacts { seat_limit: Some(1), ..facts("Small", None) };
    let council = add_council(&mut tx, "small", &limited).await.unwrap();
    tx.commit().await.unwrap();
    eight(ctx, move |n, ctx, meeting| async move {
        let facts = SeatFacts::of(text(&format!("For {n}")));
        let mut tx = ctx.write(can::GRANT_SEAT.on(council)).await?;
        add_seats(&mut tx, council, &[NewSeat { facts, terms: Vec::new() }]).await?;
        meeting.wait().await;
        tx.commit().await
    })
    .await
}

/// Takes the index away by which the table itself refuses a second seat of the same number.
async fn without_numbers(site: &Site) {
    let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
    let owner = match tx.dialect() {
        Dialect::Sqlite => site.app.db.clone(),
        Dialect::Postgres => {
            let name = sql!(tx, value String, "SELECT current_database()::text").unwrap();
            Db::open(&postgres_url(&name, "kith_owner").unwrap()).unwrap()
        }
    };
    tx.done().await.unwrap();
    let mut tx = owner.writing(None, site.app.clock.now()).await.unwrap();
    tx.script("DROP INDEX seat_number_once").await.unwrap();
    tx.commit().await.unwrap();
}

fn rooms() -> Vec<Manifest> {
    vec![partners::manifest(), crate::manifest()]
}

fn all(code: &str, n: usize) -> Vec<String> {
    vec![code.to_owned(); n]
}

platform::on_both! { rooms();
    async fn of_moves_crosswise_one_way_is_taken_and_the_other_refused(site) {
        let _shared = HEAD_ROW.read().await;
        assert_eq!(move_crosswise(&site.ctx(site.coordinator())).await, (4, all("council-cycle", 4)));
    }

    async fn of_eight_rounds_on_the_same_days_one_is_set(site) {
        let _shared = HEAD_ROW.read().await;
        let ctx = site.ctx(site.coordinator());
        assert_eq!(set_rounds(&ctx).await, (1, all("round-overlaps", 7)));
        let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
        assert_eq!(list_rounds(&mut tx).await.unwrap().len(), 1);
    }

    async fn of_eight_for_the_last_seat_one_gets_it_though_the_table_would_take_all(site) {
        let _shared = HEAD_ROW.read().await;
        without_numbers(site).await;
        let told = take_last_seat(&site.ctx(site.coordinator())).await;
        assert_eq!(told, (1, all("seat-council-full", 7)));
    }

    async fn eight_versions_of_terms_of_reference_get_eight_numbers(site) {
        let _shared = HEAD_ROW.read().await;
        let (won, numbers) = record_versions(&site.ctx(site.coordinator())).await;
        assert_eq!((won, numbers), (8, (1..=8).rev().collect()));
    }

    async fn an_expression_is_answered_by_one_of_eight(site) {
        let _shared = HEAD_ROW.read().await;
        assert_eq!(answer_one(&site.ctx(site.coordinator())).await, (1, all("expression-answered", 7)));
    }
}

/// The negative controls: without the lock each of the tests above is red.
#[tokio::test]
async fn without_the_lock_none_of_these_rules_holds_alone() {
    let _alone = HEAD_ROW.write().await;
    for n in 0..4 {
        let Some(site) = Site::postgres(rooms()).await else { return };
        let ctx = site.ctx(site.coordinator());
        HEAD_ROW_LOCK.store(false, Ordering::Relaxed);
        let holds = match n {
            0 => move_crosswise(&ctx).await == (4, all("council-cycle", 4)),
            1 => set_rounds(&ctx).await.0 == 1,
            2 => record_versions(&ctx).await.0 == 8,
            _ => answer_one(&ctx).await == (1, all("expression-answered", 7)),
        };
        HEAD_ROW_LOCK.store(true, Ordering::Relaxed);
        assert!(!holds, "rule {n} holds without the lock: its test proves nothing");
        site.end().await;
    }
}

/// The same for the last seat: without the lock and without the numbers of the table the body is over-full, and with its
/// numbers alone the others are told by the table and not by the rule. SQLite has one writer whatever the switch says.
#[tokio::test]
async fn without_the_lock_a_body_has_more_seats_than_it_may() {
    let _alone = HEAD_ROW.write().await;
    for (on, numbered) in [(On::Sqlite, false), (On::Postgres, false), (On::Postgres, true)] {
        let Some(site) = on.site(rooms()).await else { return };
        if !numbered {
            without_numbers(&site).await;
        }
        HEAD_ROW_LOCK.store(false, Ordering::Relaxed);
        let (won, told) = take_last_seat(&site.ctx(site.coordinator())).await;
        HEAD_ROW_LOCK.store(true, Ordering::Relaxed);
        match (on, numbered) {
            (On::Sqlite, _) => assert_eq!((won, told), (1, all("seat-council-full", 7))),
            (On::Postgres, false) => assert!(won > 1, "{won} in a body of one: {told:?}"),
            (On::Postgres, true) => assert_ne!((won, told), (1, all("seat-council-full", 7))),
        }
        site.end().await;
    }
}
