//! Error pages: what happened, what to do, and a way on.

use crate::{
    ctx::Ctx,
    errors::Error,
    html::{Head, page as shell},
    http::{answer::sign_in_href, repeated::Typed},
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

/// The page for somebody who sent a form after her sign-in had ended: the way to sign in beside it, what she typed, and the
/// form to send it again. Nothing of it is kept here: it stands in her browser alone.
pub fn typed(ctx: &Ctx, typed: &Typed) -> Markup {
    let say = ctx.say();
    let body = html! {
        div.notice role="alert" { p { (t!(say, "signed-out-nothing-saved")) } }
        ol {
            li { a href=(sign_in_href(ctx)) target="_blank" { (t!(say, "signed-out-sign-in")) } }
            li { (t!(say, "signed-out-come-back")) }
        }
        form.stack method="post" action=(ctx.address()) {
            @for (name, value) in typed.fields() { input type="hidden" name=(name) value=(value); }
            p.acts { button.btn { (t!(say, "signed-out-send")) } }
            p.small.quiet { (t!(say, "signed-out-whose")) }
        }
        @if typed.words().next().is_some() { section { h2 { (t!(say, "signed-out-typed")) }
            @for words in typed.words() { p.card { @for (n, line) in words.lines().enumerate() { @if n > 0 { br; } (line) } } }
        } }
    };
    shell(ctx, &Head::new(t!(say, "error-sign-in-first")), body)
}
