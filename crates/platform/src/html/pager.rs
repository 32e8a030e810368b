//! Where in a list the page stands, and the way to its neighbours.

use crate::{
    ctx::Ctx,
    db::Page,
    http::{Address, address::ROWS},
    t,
};
use maud::{Markup, html};

/// “51 to 100 of 230”, with links that keep the filters.
pub fn pager<R>(ctx: &Ctx, address: &Address, page: &Page<R>) -> Markup {
    let say = ctx.say();
    let first = i64::from(page.number.saturating_sub(1)) * i64::from(page.size) + 1;
    let last = first + i64::try_from(page.rows.len()).unwrap_or(i64::MAX) - 1;
    let to = |number: u32| {
        address.clone().with("page", if number > 1 { number.to_string() } else { String::new() })
    };
    html! {
        nav.pager aria-label=(t!(say, "list-pages")) {
            p { (t!(say, "list-range", first = first, last = last, total = page.total)) }
            @if page.pages() > 1 {
                ul {
                    @if page.number > 2 { li { a href=(to(1)) { (t!(say, "list-first")) } } }
                    @if page.number > 1 { li { a rel="prev" href=(to(page.number - 1)) { (t!(say, "list-previous")) } } }
                    @if page.number < page.pages() { li { a rel="next" href=(to(page.number + 1)) { (t!(say, "list-next")) } } }
                }
            }
            @if let [least, ..] = ROWS && page.total > i64::from(least.min(page.size)) { (sizes(ctx, address, page.size)) }
        }
    }
}

/// How many rows stand on a page: the one that stands now, and links to the others.
fn sizes(ctx: &Ctx, address: &Address, now: u32) -> Markup {
    let from_the_start = address.clone().without("page");
    html! {
        p.small id="list-rows" { (t!(ctx.say(), "list-rows")) }
        ul aria-labelledby="list-rows" { @for size in ROWS { li {
            @if size == now { b aria-current="true" { (ctx.say().number(i64::from(size))) } }
            @else { a href=(from_the_start.clone().with("rows", size.to_string())) { (ctx.say().number(i64::from(size))) } }
        } } }
    }
}
