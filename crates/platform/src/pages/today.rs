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
    items.sort_by_key(|item| (item.section, !item.late));
    Ok(items)
}

/// What each room says to the caller, under the room's name: in reading order, without rooms that have nothing to say.
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
