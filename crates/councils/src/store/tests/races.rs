//! Eight writers at once, rule by rule: as many come through as the rule says, and the others are told by the rule. The
//! controls switch the lock of the partnership's head row off (PostgreSQL; SQLite has one writer and no such switch).

use super::{DAY, HEAD_ROW, facts, text};
use crate::store::{
    bodies::{find_council, list_councils, tree_of, update_council},
    expressions::{Answered, find_expression, list_rounds, update_answer},
    references::{NewTermsOfReference, list_terms_of_reference},
};
use crate::{
    CouncilFacts, CouncilId, ExpressionId, NewExpression, add_council, add_expression, add_round, can,
    record_terms_of_reference,
    rules::{
        expressions::{ExpressionAnswer, Season, answer},
        tree::put_below,
    },
};
use jiff::civil::date;
use platform::{
    ctx::Ctx,
    db::HEAD_ROW_LOCK,
    errors::{Error, Result},
    langs::Lang,
    manifest::Manifest,
    testing::Site,
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
