//! How to reach the partnership of a page, and the numbers to call.

use super::text::{shown, shown_in};
use crate::{
    ctx::Ctx,
    reach::{HelpFor, HelpLine, tel},
    t,
};
use maud::{Markup, html};

/// How to reach this partnership: office, address, mail, telephone, hours; nothing where nothing is known.
pub fn reach(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let Some(contact) = ctx.partnership.as_ref().map(|p| &p.contact).filter(|contact| !contact.is_empty())
    else {
        return html! {};
    };
    html! {
        dl.facts {
            @if !contact.office.is_empty() { dt { (t!(say, "reach-office")) } dd { (shown(ctx, &contact.office)) } }
            @if !contact.street.is_empty() { dt { (t!(say, "reach-street")) } dd {
                @for (n, line) in contact.street.lines().enumerate() { @if n > 0 { br; } bdi { (line) } }
            } }
            @if !contact.mail.is_empty() { dt { (t!(say, "reach-mail")) } dd { (mail(&contact.mail)) } }
            @if !contact.phone.is_empty() { dt { (t!(say, "reach-phone")) } dd { (call(&contact.phone)) } }
            @if !contact.hours.is_empty() { dt { (t!(say, "reach-hours")) } dd { (shown(ctx, &contact.hours)) } }
        }
    }
}

/// The shortest way to reach this partnership, for the foot of every public page.
pub(super) fn reach_line(ctx: &Ctx) -> Markup {
    let contact = ctx.partnership.as_ref().map(|p| &p.contact);
    html! {
        @if let Some(contact) = contact.filter(|contact| !contact.mail.is_empty() || !contact.phone.is_empty()) {
            p {
                (t!(ctx.say(), "reach-foot")) " "
                @if !contact.mail.is_empty() { (mail(&contact.mail)) }
                @if !contact.mail.is_empty() && !contact.phone.is_empty() { " · " }
                @if !contact.phone.is_empty() { (call(&contact.phone)) }
            }
        }
    }
}

fn mail(address: &str) -> Markup {
    html! { a href={ "mailto:" (address) } { bdi dir="ltr" { (address) } } }
}

/// A link that calls a number.
pub fn call(number: &str) -> Markup {
    html! { a href=(tel(number)) { bdi dir="ltr" { (number) } } }
}

/// One number to call, with what it is for.
pub(super) fn help_line(ctx: &Ctx, line: &HelpLine) -> Markup {
    let say = ctx.say();
    let about = |label: &str| t!(say, "form-about-field", label = label);
    html! { span {
        @match (line.what, line.label.show(ctx.lang)) {
            (HelpFor::Own, None) => {},
            (HelpFor::Own, Some(own)) => (shown_in(&crate::text::Shown { text: &about(own.text), ..own }, ctx.lang)),
            (what, _) => (about(&say.t(&format!("emergency-{}", what.code()), &[]))),
        }
        " " (call(&line.number))
    } }
}
