//! What waits with partners: those nobody was in touch with for long, what was promised and is late, what nobody has confirmed
//! for a year.

use crate::{
    Reader, can,
    narrowing::{Care, Narrowing},
    reader,
    rules::notes::long_ago,
    store::{asks::late_asks, list::how_many, offers::unconfirmed},
};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    manifest::{Fut, TodayItem, TodaySection},
    t,
};

/// What *Today* asks of this room.
pub(crate) fn today<'a>(ctx: &'a Ctx, tx: &'a mut Tx) -> Fut<'a, Result<Vec<TodayItem>>> {
    Box::pin(async move {
        if !ctx.may(can::KEEP_NOTES) {
            return Ok(Vec::new());
        }
        let mut all = late(ctx, tx).await?;
        all.extend(quiet(ctx, tx).await?);
        all.extend(old_offers(ctx, tx).await?);
        Ok(all)
    })
}

/// What was asked and is late, one line each.
async fn late(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<TodayItem>> {
    let say = ctx.say();
    let items = late_asks(tx, ctx.today()).await?.into_iter().map(|ask| TodayItem {
        section: TodaySection::Promised,
        on: ask.until_on,
        when: ask.until_on.map(|day| say.short_day(day)).unwrap_or_default(),
        what: t!(say, "today-ask", what = ask.what.plain(ctx.lang), organization = ask.name.plain(ctx.lang)),
        detail: None,
        act: t!(say, "today-ask-act"),
        href: ctx.url(&format!("/work/partners/{}", ask.slug)),
        late: true,
    });
    Ok(items.collect())
}

/// Partners whom the reader looks after and nobody was in touch with for six months.
async fn quiet(ctx: &Ctx, tx: &mut Tx) -> Result<Option<TodayItem>> {
    let Some(account) = ctx.caller.account() else { return Ok(None) };
    let care =
        Care { steward: Some(account.account), quiet_since: Some(long_ago(ctx.today())), ..Care::default() };
    let standing = Some(crate::Standing::Partner);
    let n = how_many(tx, Reader::Staff, &Narrowing { care, standing, ..Narrowing::default() }).await?;
    let say = ctx.say();
    Ok((n > 0).then(|| TodayItem {
        section: TodaySection::Stuck,
        on: None,
        when: String::new(),
        what: t!(say, "today-quiet", n = n),
        detail: None,
        act: t!(say, "today-quiet-act"),
        href: ctx.url("/work/partners?steward=mine&contacted=long-ago&standing=partner"),
        late: false,
    }))
}

/// Offers and needs that nobody has confirmed for a year: one leads to it, several to the list of them.
async fn old_offers(ctx: &Ctx, tx: &mut Tx) -> Result<Option<TodayItem>> {
    let found = unconfirmed(tx, reader(ctx), ctx.today()).await?;
    let Some(first) = found.first() else { return Ok(None) };
    let say = ctx.say();
    Ok(Some(TodayItem {
        section: TodaySection::Waiting,
        on: Some(first.confirmed_on),
        when: t!(say, "today-offer-since", day = say.short_day(first.confirmed_on)),
        what: t!(say, "today-offers", n = found.len(), what = first.title.plain(ctx.lang)),
        detail: None,
        act: t!(say, "today-offers-act"),
        href: ctx.url(&format!("/work/offers/{}", first.id)),
        late: false,
    }))
}
