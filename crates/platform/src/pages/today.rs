//! *Today*: the first page of the workspace, made of what every room says is due, promised, stuck or waiting.

use crate::{
    ctx::Ctx,
    errors::Result,
    html::{Head, page},
    http::{Answer, html},
    manifest::{TodayItem, TodaySection},
    t,
};
use maud::{Markup, html as markup};

/// `GET /{p}/work`: what is to be done.
pub async fn today(ctx: Ctx) -> Answer {
    let items = collect(&ctx).await?;
    html(view(&ctx, &items))
}

async fn collect(ctx: &Ctx) -> Result<Vec<TodayItem>> {
    let mut items: Vec<TodayItem> = by_topic(ctx).await?.into_iter().flat_map(|(_, items)| items).collect();
    put_in_order(&mut items);
    Ok(items)
}

/// Under each heading in order of day, whichever room says it: what is due first or has waited longest stands first, what has
/// no day last, and what is of one day in the order in which it was said.
fn put_in_order(items: &mut [TodayItem]) {
    items.sort_by_key(|item| (item.section, item.on.is_none(), item.on));
}

/// What each room says to the caller, under the room's name: rooms in reading order, without those that have nothing to say;
/// within a room as on the page.
///
/// # Errors
/// As [`Ctx::read`]: for whoever may enter the workspace.
pub async fn by_topic(ctx: &Ctx) -> Result<Vec<(&'static str, Vec<TodayItem>)>> {
    let mut tx = ctx.read(super::ENTER).await?;
    let mut all = Vec::new();
    for room in &ctx.app.house.rooms {
        let mut items = Vec::new();
        for ask in &room.today {
            items.extend(ask(ctx, &mut tx).await?);
        }
        put_in_order(&mut items);
        if !items.is_empty() {
            all.push((room.name, items));
        }
    }
    tx.done().await?;
    Ok(all)
}

/// The rooms that ever say something here, by name, in reading order.
pub fn topics(ctx: &Ctx) -> Vec<&'static str> {
    ctx.app.house.rooms.iter().filter(|room| !room.today.is_empty()).map(|room| room.name).collect()
}

/// What a room's lines are called together: the words of `topic-…`, or of its first entry in the workspace.
pub fn topic_word(ctx: &Ctx, topic: &str) -> String {
    let (say, own) = (ctx.say(), format!("topic-{topic}"));
    let room = ctx.app.house.rooms.iter().find(|room| room.name == topic);
    let entry = room.and_then(|room| room.nav.first()).map_or(topic, |entry| entry.key);
    if say.has(&own) { say.t(&own, &[]) } else { say.t(entry, &[]) }
}

/// The page.
pub fn view(ctx: &Ctx, items: &[TodayItem]) -> Markup {
    let say = ctx.say();
    let section = |section: TodaySection, heading: String| {
        let own: Vec<_> = items.iter().filter(|item| item.section == section).collect();
        markup! {
            @if !own.is_empty() {
                h2 { (heading) }
                ul.todo { @for item in own { li {
                    span.num.behind[item.late] { (item.when) }
                    span { (item.what) @if let Some(detail) = &item.detail { br; span.small.quiet { (detail) } } }
                    a.btn.plain href=(item.href) { (item.act) }
                } } }
            }
        }
    };
    let body = markup! {
        p.quiet { (say.weekday(ctx.today())) " · " (t!(say, "today-count", n = items.len())) }
        (section(TodaySection::Due, t!(say, "today-due")))
        (section(TodaySection::Promised, t!(say, "today-promised")))
        (section(TodaySection::Stuck, t!(say, "today-stuck")))
        (section(TodaySection::Waiting, t!(say, "today-waiting")))
        @if items.is_empty() { p { (t!(say, "today-nothing")) } }
    };
    page(ctx, &Head::new(t!(say, "today-title")), body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Date, date};
    use proptest::prelude::*;

    fn item(section: TodaySection, on: Option<Date>, what: &str) -> TodayItem {
        TodayItem {
            section,
            on,
            when: String::new(),
            what: what.to_owned(),
            detail: None,
            act: String::new(),
            href: String::new(),
            late: false,
        }
    }

    fn order(mut items: Vec<TodayItem>) -> Vec<String> {
        put_in_order(&mut items);
        items.into_iter().map(|one| one.what).collect()
    }

    #[test]
    fn what_is_due_first_stands_first_whichever_room_says_it() {
        use TodaySection::{Due, Waiting};
        let first_room = [
            item(Waiting, Some(date(2026, 11, 16)), "new"),
            item(Due, None, "dayless"),
            item(Due, Some(date(2026, 12, 1)), "december"),
        ];
        let later_room = [
            item(Due, Some(date(2026, 11, 1)), "november"),
            item(Due, Some(date(2026, 12, 1)), "december too"),
            item(Waiting, Some(date(2026, 10, 29)), "old"),
        ];
        let all = first_room.into_iter().chain(later_room).collect();
        assert_eq!(order(all), ["november", "december", "december too", "dayless", "old", "new"]);
    }

    #[test]
    fn being_late_is_said_and_moves_nothing() {
        let late = TodayItem { late: true, ..item(TodaySection::Due, Some(date(2026, 11, 20)), "late") };
        let older = item(TodaySection::Due, Some(date(2026, 11, 19)), "older");
        assert_eq!(order(vec![late, older]), ["older", "late"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_later_day_stands_before_an_earlier_one(days in proptest::collection::vec(proptest::option::of(1_i8..28), 0..12)) {
            let on = |day: Option<i8>| day.map(|day| date(2026, 11, day));
            let mut items: Vec<_> = days.iter().map(|day| item(TodaySection::Stuck, on(*day), "x")).collect();
            put_in_order(&mut items);
            prop_assert_eq!(items.len(), days.len());
            prop_assert!(items.iter().filter_map(|one| one.on).is_sorted());
            prop_assert!(items.iter().map(|one| one.on.is_none()).is_sorted());
        }
    }
}
