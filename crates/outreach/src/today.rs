//! What waits in this room.

use crate::{
    can,
    pages::{log::encounter_url, prospect::prospect_url, room_url},
    rules::{
        days::{answer_by, is_late},
        encounters::Promise,
    },
    store::{
        encounters::open_promises, enquiries::waiting_enquiries, joining::waiting_joinings,
        prospects::prospects_due,
    },
};
use jiff::ToSpan;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    manifest::{Fut, TodayItem, TodaySection},
    t,
};

/// What *Today* asks of this room: only for whoever answers here.
pub(crate) fn today<'a>(ctx: &'a Ctx, tx: &'a mut Tx) -> Fut<'a, Result<Vec<TodayItem>>> {
    Box::pin(async move {
        if !ctx.may(can::KEEP_OUTREACH) {
            return Ok(Vec::new());
        }
        let mut items: Vec<TodayItem> = joinings(ctx, tx).await?.into_iter().collect();
        items.extend(enquiries(ctx, tx).await?);
        items.extend(prospects(ctx, tx).await?);
        items.extend(promises(ctx, tx).await?);
        Ok(items)
    })
}

/// Requests to take part without an answer: late after five working days.
async fn joinings(ctx: &Ctx, tx: &mut Tx) -> Result<Option<TodayItem>> {
    let (n, oldest) = waiting_joinings(tx).await?;
    let Some(oldest) = oldest else { return Ok(None) };
    let (say, received) = (ctx.say(), oldest.day_in(&ctx.zone()));
    let late = is_late(received, ctx.today());
    let by = say.short_day(answer_by(received));
    Ok(Some(TodayItem {
        section: TodaySection::Waiting,
        on: Some(received),
        when: if late {
            t!(say, "today-answer-late", day = by)
        } else {
            t!(say, "today-answer-by", day = by)
        },
        what: t!(say, "today-joinings", n = n),
        detail: None,
        act: t!(say, "today-joinings-act"),
        href: room_url(ctx, "/joining?state=new"),
        late,
    }))
}

/// Next steps with prospects that are due within a week.
async fn prospects(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<TodayItem>> {
    let (say, today) = (ctx.say(), ctx.today());
    let due = prospects_due(tx, today.saturating_add(7.days())).await?;
    let item = |one: &crate::Prospect| {
        let day = one.next_on.unwrap_or(today);
        let step =
            if one.next_step.is_empty() { t!(say, "today-prospect-step") } else { one.next_step.clone() };
        TodayItem {
            section: TodaySection::Due,
            on: Some(day),
            when: say.short_day(day),
            what: t!(say, "today-prospect", step = step, name = one.name.as_str()),
            detail: None,
            act: t!(say, "today-prospect-act"),
            href: prospect_url(ctx, one.id, ""),
            late: day < today,
        }
    };
    Ok(due.iter().map(item).collect())
}

/// What we promised somebody, until it is kept.
async fn promises(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<TodayItem>> {
    let (say, today) = (ctx.say(), ctx.today());
    let open = open_promises(tx).await?;
    let item = |one: &crate::Encounter| {
        let day = one.promise_on.unwrap_or(today);
        TodayItem {
            section: TodaySection::Due,
            on: Some(day),
            when: say.short_day(day),
            what: t!(
                say,
                "today-promise",
                promise = one.promise.as_str(),
                community = one.community.as_str()
            ),
            detail: None,
            act: t!(say, "today-promise-act"),
            href: encounter_url(ctx, one.id, ""),
            late: Promise::of(one.promise_on, one.promise_kept_on).is_late(today),
        }
    };
    Ok(open.rows.iter().map(item).collect())
}

/// Questions without an answer: late after five working days.
async fn enquiries(ctx: &Ctx, tx: &mut Tx) -> Result<Option<TodayItem>> {
    let (n, oldest) = waiting_enquiries(tx).await?;
    let Some(oldest) = oldest else { return Ok(None) };
    let (say, received) = (ctx.say(), oldest.day_in(&ctx.zone()));
    let late = is_late(received, ctx.today());
    let by = say.short_day(answer_by(received));
    Ok(Some(TodayItem {
        section: TodaySection::Waiting,
        on: Some(received),
        when: if late {
            t!(say, "today-answer-late", day = by)
        } else {
            t!(say, "today-answer-by", day = by)
        },
        what: t!(say, "today-enquiries", n = n),
        detail: None,
        act: t!(say, "today-joinings-act"),
        href: room_url(ctx, "/enquiries?state=new"),
        late,
    }))
}
