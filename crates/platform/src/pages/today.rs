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
    let mut tx = ctx.read(super::ENTER).await?;
    let mut items = Vec::new();
    for ask in ctx.app.house.rooms.iter().flat_map(|room| &room.today) {
        items.extend(ask(ctx, &mut tx).await?);
    }
    tx.done().await?;
    items.sort_by_key(|item| (item.section, !item.late));
    Ok(items)
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
