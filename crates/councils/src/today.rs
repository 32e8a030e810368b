//! What waits at the tables: terms that end soon, vacant seats, expressions of interest without an answer.

use crate::{
    CouncilId, can,
    pages::{council_url, terms::OPEN_RENEWAL},
    rules::{expressions::ExpressionState, seats::SeatState, terms::Holder},
    seen::{SeatSeen, Sits, counted, is_vacant, seats, standing},
    store::{
        bodies::{Council, list_councils},
        expressions::list_expressions,
        seats::{Seat, list_all_seats},
        terms::list_terms,
    },
};
use partners::reader;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    http::Address,
    manifest::{Fut, TodayItem, TodaySection},
    t,
};

/// What *Today* asks of this room: only about bodies whose seats or expressions the reader answers for.
pub(crate) fn today<'a>(ctx: &'a Ctx, tx: &'a mut Tx) -> Fut<'a, Result<Vec<TodayItem>>> {
    Box::pin(async move { items(ctx, tx).await })
}

async fn items(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<TodayItem>> {
    let mut councils = list_councils(tx).await?;
    councils.retain(|council| council.closed_at.is_none());
    let mut items = Vec::new();
    if councils.iter().any(|council| ctx.may(can::GRANT_SEAT.on(council.id))) {
        let (all, terms) = (list_all_seats(tx).await?, list_terms(tx).await?);
        let mut standing = standing(all, &terms, ctx.today());
        standing.retain(|(seat, _)| ctx.may(can::GRANT_SEAT.on(seat.council_id)));
        let counted = counted(&standing);
        let seen = seats(tx, reader(ctx), standing).await?;
        items.extend(seen.iter().filter_map(|one| {
            let council = councils.iter().find(|council| council.id == one.seat.council_id)?;
            ending(ctx, council, one)
        }));
        for council in &councils {
            let vacant = counted.get(&council.id).map_or(0, |of| of.vacant);
            let known = seen.iter().filter(|one| one.seat.council_id == council.id && is_vacant(&one.state));
            items.extend(vacancies(ctx, council, vacant, &known.collect::<Vec<_>>()));
        }
    }
    items.extend(expressions(ctx, tx, &councils).await?);
    Ok(items)
}

/// A term that ends within ninety days: its line leads to where it is renewed or ended.
fn ending(ctx: &Ctx, council: &Council, of: &SeatSeen) -> Option<TodayItem> {
    let SeatState::Ending { until, by: Holder::Person(_) } = of.state else { return None };
    let (say, category) = (ctx.say(), of.seat.category.plain(ctx.lang));
    let what = match &of.sits {
        Sits::Named(_, name) => t!(say, "today-term-of", name = name, seat = category),
        Sits::Nobody | Sits::NotNamed | Sits::Erased | Sits::InBin | Sits::Hidden => {
            t!(say, "today-term", seat = category)
        }
    };
    Some(TodayItem {
        section: TodaySection::Due,
        on: Some(until),
        when: say.short_day(until),
        what,
        detail: Some(council.name.plain(ctx.lang).to_owned()),
        act: t!(say, "today-term-act"),
        href: format!("{}{OPEN_RENEWAL}", seat_url(ctx, &of.seat)),
        late: false,
    })
}

/// One vacant seat leads to the seat, several of one body to the list of them; all count, those are `known` that the reader
/// may see.
fn vacancies(ctx: &Ctx, council: &Council, vacant: usize, known: &[&SeatSeen]) -> Option<TodayItem> {
    if vacant == 0 {
        return None;
    }
    let say = ctx.say();
    let days = known.iter().filter_map(|one| match one.state {
        SeatState::Vacant { since } => since,
        _ => None,
    });
    let since = days.min();
    let only = known.first().filter(|_| vacant == 1);
    let (what, href) = match (only, known) {
        (Some(only), _) => {
            let href = format!("{}#holder", seat_url(ctx, &only.seat));
            (only.seat.category.plain(ctx.lang).to_owned(), href)
        }
        (None, []) => (council.name.plain(ctx.lang).to_owned(), council_url(ctx, council.id, "")),
        (None, _) => {
            let list = format!("/work/councils/seats?state=vacant&council={}", council.id);
            (council.name.plain(ctx.lang).to_owned(), ctx.url(&list))
        }
    };
    Some(TodayItem {
        section: TodaySection::Stuck,
        on: since,
        when: since.map_or_else(String::new, |day| t!(say, "today-since", day = say.short_day(day))),
        what: t!(say, "today-vacant", n = vacant, what = what),
        detail: only.is_some().then(|| council.name.plain(ctx.lang).to_owned()),
        act: t!(say, "today-vacant-act"),
        href,
        late: false,
    })
}

/// Per body, how many wait for an answer and since when.
async fn expressions(ctx: &Ctx, tx: &mut Tx, councils: &[Council]) -> Result<Vec<TodayItem>> {
    let say = ctx.say();
    let mut all = Vec::new();
    let open = [ExpressionState::Received, ExpressionState::UnderReview];
    for council in councils.iter().filter(|council| ctx.may(can::ANSWER_EXPRESSION.on(council.id))) {
        let waiting = list_expressions(tx, &[council.id], &open, &Address::default()).await?;
        let Some(first) = waiting.rows.first() else { continue };
        let since = first.received_at.day_in(&ctx.zone());
        all.push(TodayItem {
            section: TodaySection::Waiting,
            on: Some(since),
            when: t!(say, "today-since", day = say.short_day(since)),
            what: t!(say, "today-expressions", n = waiting.total),
            detail: Some(council.name.plain(ctx.lang).to_owned()),
            act: t!(say, "today-expressions-act"),
            href: expressions_url(ctx, council.id),
            late: false,
        });
    }
    Ok(all)
}

fn expressions_url(ctx: &Ctx, council: CouncilId) -> String {
    ctx.url(&format!("/work/councils/expressions?council={council}"))
}

fn seat_url(ctx: &Ctx, seat: &Seat) -> String {
    ctx.url(&format!("/work/councils/{}/seats/{}", seat.council_id, seat.id))
}
