//! The thread above an object's page: where it stands between need and result.

use super::text::{tongue, worded};
use crate::{ctx::Ctx, langs::Lang, t, text::Worded, thread::Thread};
use maud::{Markup, html};

/// The thread above an object's heading: the one ornament.
pub(super) fn thread_line(ctx: &Ctx, thread: &Thread) -> Markup {
    html! {
        @if thread.up.len() + thread.down.len() > 1 {
            ol.thread aria-label=(t!(ctx.say(), "thread-label")) {
                @for (n, knot) in thread.up.iter().enumerate() {
                    li aria-current=[(n + 1 == thread.up.len()).then_some("true")] {
                        b { (knot.word) }
                        (knot_title(ctx, &knot.title, knot.href.as_deref().filter(|_| n + 1 < thread.up.len())))
                    }
                }
                @for knot in thread.down.iter().take(3) {
                    li { b { (knot.word) } (knot_title(ctx, &knot.title, knot.href.as_deref())) }
                }
                @if thread.down.len() > 3 { li { b { (t!(ctx.say(), "thread-more", n = thread.down.len() - 3)) } } }
            }
        }
    }
}

/// What a knot is called, and the way to it; one to a page in another language than the reader's says so.
fn knot_title(ctx: &Ctx, title: &Worded, href: Option<&str>) -> Markup {
    let other = href.and_then(|href| ctx.leads_to(href));
    html! {
        @match href { Some(href) => a href=(href) hreflang=[other.map(Lang::code)] { (worded(ctx, title)) }, None => (worded(ctx, title)) }
        @if let Some(lang) = other.filter(|lang| *lang != title.lang) { (tongue(ctx, lang)) }
    }
}
