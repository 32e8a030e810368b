//! What waits: records that nobody has looked at for too long, those who were asked, those to be called again.

use crate::{
    asking::mails::asking_url,
    can,
    pages::{room_url, service_url},
    store::{
        checks::{CallAgain, calls_due},
        letters::letters_unanswered,
        services::services_due,
        suggestions::suggestions_waiting,
    },
    suggesting::queue_url,
};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    manifest::{Fut, TodayItem, TodaySection},
    t,
};

/// At most so many calls are told.
const MOST: usize = 5;

/// What *Today* asks of this room: one line, however many are due.
pub(crate) fn today<'a>(ctx: &'a Ctx, tx: &'a mut Tx) -> Fut<'a, Result<Vec<TodayItem>>> {
    Box::pin(async move {
        if !ctx.may(can::KEEP_DIRECTORY) {
            return Ok(Vec::new());
        }
        let mut all: Vec<TodayItem> = due(ctx, tx).await?.into_iter().collect();
        all.extend(unanswered(ctx, tx).await?);
        all.extend(calls(ctx, tx).await?);
        all.extend(suggested(ctx, tx).await?);
        Ok(all)
    })
}

/// Records that are due to be looked at.
async fn due(ctx: &Ctx, tx: &mut Tx) -> Result<Option<TodayItem>> {
    let (say, due) = (ctx.say(), services_due(tx, ctx.today()).await?);
    Ok(due.rows.first().map(|first| TodayItem {
        section: TodaySection::Due,
        on: first.verified_on,
        when: first.verified_on.map_or_else(
            || t!(say, "today-never-verified"),
            |on| t!(say, "today-since-day", day = say.short_day(on)),
        ),
        what: t!(say, "today-services-due", n = due.total),
        detail: Some(first.name.plain(ctx.lang).to_owned()),
        act: t!(say, "today-services-due-act"),
        href: room_url(ctx, "?sort=verified"),
        late: false,
    }))
}

/// Letters about records that nobody has answered by their day, in one line.
async fn unanswered(ctx: &Ctx, tx: &mut Tx) -> Result<Option<TodayItem>> {
    let say = ctx.say();
    let (n, first) = letters_unanswered(tx, ctx.today()).await?;
    Ok(first.map(|first| TodayItem {
        section: TodaySection::Promised,
        on: Some(first),
        when: say.short_day(first),
        what: t!(say, "today-service-letters", n = n),
        detail: None,
        act: t!(say, "service-asking-title"),
        href: asking_url(ctx, "?state=waiting"),
        late: false,
    }))
}

/// What visitors suggest, in one line.
async fn suggested(ctx: &Ctx, tx: &mut Tx) -> Result<Option<TodayItem>> {
    let say = ctx.say();
    let (n, first) = suggestions_waiting(tx).await?;
    Ok(first.map(|first| first.day_in(&ctx.zone())).map(|first| TodayItem {
        section: TodaySection::Waiting,
        on: Some(first),
        when: say.short_day(first),
        what: t!(say, "today-suggestions", n = n),
        detail: None,
        act: t!(say, "suggestion-decide"),
        href: queue_url(ctx, "?state=open"),
        late: false,
    }))
}

/// Those who asked to be called again.
async fn calls(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<TodayItem>> {
    let say = ctx.say();
    let item = |one: CallAgain| TodayItem {
        section: TodaySection::Promised,
        on: Some(one.again_on),
        when: say.short_day(one.again_on),
        what: t!(say, "today-call-again"),
        detail: Some(one.name.plain(ctx.lang).to_owned()),
        act: t!(say, "check-add"),
        href: service_url(ctx, one.service, "#checks"),
        late: one.again_on < ctx.today(),
    };
    Ok(calls_due(tx, ctx.today()).await?.into_iter().take(MOST).map(item).collect())
}
