//! What waits: requests to sign, invitations that nobody follows, signatures to be asked for again.

use crate::{
    can,
    pages::room_url,
    rules::signing::{PATIENCE_SECONDS, RequestState, Standing, standing},
    store::{
        invitations::unanswered_before,
        requests::page_requests,
        signatories::list_signatories,
        versions::{current_rule, list_declarations},
    },
};
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
        Ok(items)
    })
}

/// Requests without an answer, in one line.
async fn requests(ctx: &Ctx, tx: &mut Tx) -> Result<Option<TodayItem>> {
    let say = ctx.say();
    let waiting = page_requests(tx, &[RequestState::Received], &Address::default()).await?;
    Ok(waiting.rows.first().map(|first| TodayItem {
        section: TodaySection::Waiting,
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
        when: t!(say, "today-since-day", day = say.short_day(*first)),
        what: t!(say, "today-renewals", n = days.len()),
        detail: None,
        act: t!(say, "today-renewals-act"),
        href: room_url(ctx, "?state=due"),
        late: false,
    }))
}
