//! What waits: records that nobody has looked at for too long.

use crate::{can, pages::room_url, store::services::services_due};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    manifest::{Fut, TodayItem, TodaySection},
    t,
};

/// What *Today* asks of this room: one line, however many are due.
pub(crate) fn today<'a>(ctx: &'a Ctx, tx: &'a mut Tx) -> Fut<'a, Result<Vec<TodayItem>>> {
    Box::pin(async move {
        if !ctx.may(can::KEEP_DIRECTORY) {
            return Ok(Vec::new());
        }
        let (say, due) = (ctx.say(), services_due(tx, ctx.today()).await?);
        let Some(first) = due.rows.first() else { return Ok(Vec::new()) };
        Ok(vec![TodayItem {
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
        }])
    })
}
