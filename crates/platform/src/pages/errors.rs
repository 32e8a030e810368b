//! Error pages: what happened, what to do, and a way on.

use crate::{
    ctx::Ctx,
    errors::Error,
    html::{Head, page as shell},
    t,
};
use maud::{Markup, html};

/// The page of an error, in the reader's language.
pub fn page(ctx: &Ctx, error: &Error) -> Markup {
    let say = ctx.say();
    let title = say
        .t(&format!("error-{}", if let Error::Refused(_) = error { "refused" } else { error.code() }), &[]);
    let body = html! {
        @if let Error::Refused(refusal) = error { p { (say.refusal(refusal.as_ref())) } }
        @else { p { (say.t(&format!("error-{}-what-now", error.code()), &[])) } }
        ul {
            @if ctx.partnership.is_some() {
                li { a href=(ctx.public_url("")) { (t!(say, "error-way-home")) } }
                @if ctx.caller.account().is_some() { li { a href=(ctx.url("/work")) { (t!(say, "error-way-work")) } } }
            } @else { li { a href="/" { (t!(say, "error-way-list")) } } }
        }
        p.small.quiet { (t!(say, "error-reference")) " " code { bdi dir="ltr" { (ctx.request) } } }
    };
    shell(ctx, &Head::new(title), body)
}
