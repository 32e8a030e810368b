//! What waits: requests to sign, invitations that nobody follows, signatures to be asked for again.

use crate::{
    can,
    pages::{record::record_url, room_url, statements::Kept},
    rules::agreements::due,
    rules::signing::{PATIENCE_SECONDS, RequestState, Standing, standing},
    store::{
        agreements::agreements_due,
        documents::documents_due,
        invitations::unanswered_before,
        requests::page_requests,
        signatories::list_signatories,
        statements::recalled_statements,
        versions::{current_rule, list_declarations},
    },
};
use jiff::ToSpan;
use partners::Reader;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    http::Address,
    manifest::{Fut, TodayItem, TodaySection},
    t,
};

/// What *Today* asks of this room.
pub(crate) fn today<'a>(ctx: &'a Ctx, tx: &'a mut Tx) -> Fut<'a, Result<Vec<TodayItem>>> {
    Box::pin(async move {
        let mut items = Vec::new();
        if ctx.may(can::KEEP_DECLARATION) {
            items.extend(requests(ctx, tx).await?);
            items.extend(invitations(ctx, tx).await?);
            items.extend(renewals(ctx, tx).await?);
        }
        if ctx.may(can::EDIT_STATEMENTS) {
            items.extend(anniversaries(ctx, tx).await?);
        }
        if ctx.may(can::EDIT_AGREEMENTS) {
            items.extend(exchanges(ctx, tx).await?);
        }
        if ctx.may(can::EDIT_DOCUMENTS) {
            items.extend(reviews(ctx, tx).await?);
        }
        Ok(items)
    })
}

/// Requests without an answer, in one line.
async fn requests(ctx: &Ctx, tx: &mut Tx) -> Result<Option<TodayItem>> {
    let say = ctx.say();
    let waiting = page_requests(tx, &[RequestState::Received], &Address::default()).await?;
    Ok(waiting.rows.first().map(|first| TodayItem {
        section: TodaySection::Waiting,
        on: Some(first.received_at.day_in(&ctx.zone())),
        when: t!(say, "today-since-day", day = say.short_day(first.received_at.day_in(&ctx.zone()))),
        what: t!(say, "today-signing-requests", n = waiting.total),
        detail: None,
        act: t!(say, "today-signing-requests-act"),
        href: room_url(ctx, "/requests?state=received"),
        late: false,
    }))
}

/// Invitations that nobody has followed for two weeks, in one line.
async fn invitations(ctx: &Ctx, tx: &mut Tx) -> Result<Option<TodayItem>> {
    let say = ctx.say();
    let (n, first) = unanswered_before(tx, ctx.now().plus_seconds(-PATIENCE_SECONDS)).await?;
    Ok(first.map(|first| TodayItem {
        section: TodaySection::Promised,
        on: Some(first.day_in(&ctx.zone())),
        when: t!(say, "today-since-day", day = say.short_day(first.day_in(&ctx.zone()))),
        what: t!(say, "today-invitations", n = n),
        detail: None,
        act: t!(say, "today-invitations-act"),
        href: room_url(ctx, "/invitations"),
        late: false,
    }))
}

/// Signatures that are asked for again, in one line.
async fn renewals(ctx: &Ctx, tx: &mut Tx) -> Result<Option<TodayItem>> {
    let say = ctx.say();
    let in_force = current_rule(&list_declarations(tx).await?, ctx.today());
    let all = list_signatories(tx, Reader::Staff, ctx.lang).await?;
    let days: Vec<_> = all
        .iter()
        .filter_map(|one| match standing(one.last(), in_force, one.withdrawn_on, ctx.today()) {
            Standing::Due { on, .. } => Some(on),
            Standing::Signed | Standing::Withdrawn { .. } => None,
        })
        .collect();
    Ok(days.iter().min().map(|first| TodayItem {
        section: TodaySection::Due,
        on: Some(*first),
        when: t!(say, "today-since-day", day = say.short_day(*first)),
        what: t!(say, "today-renewals", n = days.len()),
        detail: None,
        act: t!(say, "today-renewals-act"),
        href: room_url(ctx, "?state=due"),
        late: false,
    }))
}

/// Statements whose day of the year is near, the nearest first.
async fn anniversaries(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<TodayItem>> {
    let (say, today) = (ctx.say(), ctx.today());
    let mut near: Vec<_> = recalled_statements(tx)
        .await?
        .into_iter()
        .filter_map(|of| Some((of.recalled()?.comes_within(of.recall_ahead, today)?, of)))
        .collect();
    near.sort_by_key(|(day, of)| (*day, of.id));
    let item = |(day, of): (jiff::civil::Date, crate::Statement)| TodayItem {
        section: TodaySection::Due,
        on: Some(day),
        when: say.short_day(day),
        what: t!(say, "today-anniversary", title = of.title.plain(ctx.lang)),
        detail: Some(t!(say, "today-anniversary-since", day = say.short_day(of.issued_on))),
        act: t!(say, "today-anniversary-act"),
        href: record_url::<Kept>(ctx, of.id.0, ""),
        late: false,
    };
    Ok(near.into_iter().map(item).collect())
}

/// So many days ahead a next exchange or a next reading is told.
const DAYS_AHEAD: i64 = 14;

/// Exchanges with governments that are near or late, the nearest first.
async fn exchanges(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<TodayItem>> {
    let (say, today) = (ctx.say(), ctx.today());
    let near = agreements_due(tx, today.saturating_add(DAYS_AHEAD.days())).await?;
    let item = |of: crate::Agreement| {
        let (day, late) = due(of.next_on, of.until_on, today)?;
        Some(TodayItem {
            section: TodaySection::Due,
            on: Some(day),
            when: say.short_day(day),
            what: t!(say, "today-exchange", department = of.department.plain(ctx.lang)),
            detail: Some(of.subject.plain(ctx.lang).to_owned()),
            act: t!(say, "today-exchange-act"),
            href: record_url::<crate::Agreement>(ctx, of.id.0, "#exchanges"),
            late,
        })
    };
    Ok(near.into_iter().filter_map(item).collect())
}

/// Documents that are to be read again within two weeks or should have been, the nearest first.
async fn reviews(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<TodayItem>> {
    let (say, today) = (ctx.say(), ctx.today());
    let near = documents_due(tx, today.saturating_add(DAYS_AHEAD.days())).await?;
    let item = |of: crate::Document| {
        let day = of.next_review_on?;
        Some(TodayItem {
            section: TodaySection::Due,
            on: Some(day),
            when: say.short_day(day),
            what: t!(say, "today-review", title = of.title.plain(ctx.lang)),
            detail: Some(of.organization.plain(ctx.lang).to_owned()),
            act: t!(say, "today-review-act"),
            href: record_url::<crate::Document>(ctx, of.id.0, "#assessments"),
            late: day < today,
        })
    };
    Ok(near.into_iter().filter_map(item).collect())
}
