//! The end of the form of a service: how one gets in, and what other directories ask for.

use super::service_form::picked;
use crate::{rules::facts::Feature, words};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    html::{FormHtml, choice, field},
    http::Pairs,
    t,
};

/// How one gets in, how one begins, how long one waits.
pub(super) fn how(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs) -> Markup {
    let (say, langs) = (ctx.say(), ctx.site_langs());
    let room = [
        choice("yes", t!(say, "wait-room-yes")),
        choice("no", t!(say, "wait-room-no")),
        choice("", t!(say, "wait-room-unknown")),
    ];
    markup! {
        (form.checkboxes(field("feature", t!(say, "service-features")).optional(), &words::choices(ctx, &Feature::ALL, Feature::code, words::feature), &picked(sent, "feature")))
        (form.proses(field("apply", t!(say, "service-apply")).hint(t!(say, "service-apply-hint")).optional(), &sent.in_langs("apply", langs)))
        (form.texts(field("intake", t!(say, "service-intake")).optional(), &sent.in_langs("intake", langs)))
        (form.text(field("wait_days", t!(say, "service-wait-days")).hint(t!(say, "service-wait-hint")).value(sent.get("wait_days")).number().optional()))
        (form.radios(field("has_room", t!(say, "service-has-room")).value(sent.get("has_room")).optional(), &room))
        (form.date(field("wait_on", t!(say, "service-wait-on")).value(sent.get("wait_on")).optional()))
    }
}

/// What else other directories ask for: what has to be known now, for which places, more pages, the program, whom to ask, how much there is, who pays.
pub(super) fn beyond(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs) -> Markup {
    let (say, langs) = (ctx.say(), ctx.site_langs());
    markup! {
        (form.proses(field("alert", t!(say, "service-alert")).hint(t!(say, "service-alert-hint")).optional(), &sent.in_langs("alert", langs)))
        (form.date(field("alert_until", t!(say, "service-alert-until")).value(sent.get("alert_until")).optional()))
        (form.prose(field("areas", t!(say, "service-areas")).hint(t!(say, "service-areas-hint")).value(sent.get("areas")).rows(2).optional()))
        (form.prose(field("links", t!(say, "service-links")).hint(t!(say, "service-links-hint")).value(sent.get("links")).rows(2).optional()))
        (form.texts(field("program", t!(say, "service-program")).hint(t!(say, "service-program-hint")).optional(), &sent.in_langs("program", langs)))
        (form.proses(field("program_about", t!(say, "service-program-about")).optional(), &sent.in_langs("program_about", langs)))
        (form.prose(field("contacts", t!(say, "service-contacts")).hint(t!(say, "service-contacts-hint")).value(sent.get("contacts")).rows(3).optional()))
        (form.prose(field("capacities", t!(say, "service-capacities")).hint(t!(say, "service-capacities-hint")).value(sent.get("capacities")).rows(3).optional()))
        (form.prose(field("funding", t!(say, "service-funding")).hint(t!(say, "service-funding-hint")).value(sent.get("funding")).rows(2).optional()))
    }
}
