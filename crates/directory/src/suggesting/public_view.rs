//! How the forms for visitors look.

use super::public::MISSING;
use crate::{
    ServiceId,
    asking::correcting,
    public::{PATH, card::leave},
    rules::suggestions::Barrier,
    store::services::Service,
    words,
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::Complaints,
    html::{Choice, FormHtml, Head, acts, choice, field, form, page, reach},
    http::Pairs,
    t,
};

/// The record of a service as a form.
pub(crate) struct CorrectionPage<'a> {
    pub(crate) of: &'a Service,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

/// Why somebody could not get help at a service.
pub(crate) struct BarrierPage<'a> {
    pub(crate) of: &'a Service,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

/// A service that does not stand here.
pub(crate) struct MissingPage<'a> {
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

/// On the page of a service: what a visitor can say about it.
pub(crate) fn ways(ctx: &Ctx, of: ServiceId) -> Markup {
    let say = ctx.say();
    let here = ctx.public_url(&format!("{PATH}/{of}"));
    markup! { p.small {
        a href={ (here) "/outcome" } { (t!(say, "outcome-title")) } " · "
        a href={ (here) "/barrier" } { (t!(say, "suggest-barrier")) } " · "
        a href={ (here) "/correction" } { (t!(say, "suggest-correction")) }
    } }
}

/// What else she says, and where to tell her.
fn besides(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs, label: String) -> Markup {
    let say = ctx.say();
    markup! {
        (form.prose(field("note", label).value(sent.get("note")).rows(3).optional()))
        (form.text(field("email", t!(say, "suggest-email")).hint(t!(say, "suggest-email-hint")).value(sent.get("email")).mail().autocomplete("email").optional()))
    }
}

fn head(ctx: &Ctx, of: &Service, path: &str) -> Head {
    Head::of(ctx, &of.name)
        .at(format!("{PATH}/{}/{path}", of.id))
        .under(t!(ctx.say(), "help-title"), ctx.public_url(PATH))
}

/// The form that corrects.
pub(crate) fn correction(ctx: &Ctx, of: &CorrectionPage<'_>) -> Markup {
    let (say, back) = (ctx.say(), ctx.public_url(&format!("{PATH}/{}", of.of.id)));
    let form = form(ctx, format!("{back}/correction")).complaints(of.complaints).cancel(back);
    let fields = markup! {
        (besides(ctx, &form, of.sent, t!(say, "suggest-wrong")))
        (correcting::fields(ctx, &form, of.sent))
    };
    let body = markup! {
        @if of.of.needs.is_safety() { (leave(ctx)) }
        h2 { (t!(say, "suggest-correction")) }
        p { (t!(say, "suggest-correction-lead")) }
        (form.show(&t!(say, "suggest-send"), fields))
    };
    page(ctx, &head(ctx, of.of, "correction"), body)
}

fn needs_of(ctx: &Ctx, of: &Service) -> Vec<Choice> {
    of.needs.all().map(|one| choice(one.id.clone(), words::need(ctx, one))).collect()
}

/// The word of a reason.
pub(crate) fn reason(ctx: &Ctx, of: Barrier) -> String {
    ctx.say().t(&format!("barrier-{}", of.code()), &[])
}

/// The form of who could not get help.
pub(crate) fn barrier(ctx: &Ctx, of: &BarrierPage<'_>) -> Markup {
    let (say, back) = (ctx.say(), ctx.public_url(&format!("{PATH}/{}", of.of.id)));
    let form = form(ctx, format!("{back}/barrier")).complaints(of.complaints).cancel(back);
    let picked: Vec<String> = of.sent.all("reason").map(str::to_owned).collect();
    let fields = markup! {
        @if !of.sent.get("told").is_empty() { input type="hidden" name="told" value="yes"; }
        (form.checkboxes(field("reason", t!(say, "suggest-reasons")), &words::choices(ctx, &Barrier::ALL, Barrier::code, reason), &picked))
        (form.select(field("need", t!(say, "suggest-need")).value(of.sent.get("need")).optional(), &needs_of(ctx, of.of)))
        @if !of.of.needs.is_for_danger() { (besides(ctx, &form, of.sent, t!(say, "suggest-what-happened"))) }
    };
    let body = markup! {
        @if of.of.needs.is_safety() { (leave(ctx)) }
        h2 { (t!(say, "suggest-barrier")) }
        p { (t!(say, "suggest-barrier-lead")) @if !of.of.needs.is_for_danger() { " " (t!(say, "suggest-barrier-words")) } }
        (form.show(&t!(say, "suggest-send"), fields))
        p { (t!(say, "suggest-help-now")) " " a href=(ctx.public_url("/ask")) { (t!(say, "help-ask")) } }
    };
    page(ctx, &head(ctx, of.of, "barrier"), body)
}

/// The form of a service that does not stand here.
pub(crate) fn missing(ctx: &Ctx, of: &MissingPage<'_>) -> Markup {
    let (say, sent) = (ctx.say(), of.sent);
    let form = form(ctx, ctx.public_url(MISSING)).complaints(of.complaints).cancel(ctx.public_url(PATH));
    let fields = markup! {
        (form.text(field("name", t!(say, "suggest-name")).value(sent.get("name"))))
        (form.text(field("who", t!(say, "suggest-who")).hint(t!(say, "suggest-who-hint")).value(sent.get("who")).optional()))
        (form.text(field("place", t!(say, "suggest-place")).value(sent.get("place")).optional()))
        (form.prose(field("phones", t!(say, "service-phones")).hint(t!(say, "service-phones-hint")).value(sent.get("phones")).rows(2).optional()))
        (form.text(field("web", t!(say, "service-web")).value(sent.get("web")).web().optional()))
        (besides(ctx, &form, sent, t!(say, "suggest-what-else")))
    };
    let body = markup! {
        p { (t!(say, "suggest-missing-lead")) }
        (form.show(&t!(say, "suggest-send"), fields))
    };
    let head =
        Head::new(t!(say, "suggest-missing")).at(MISSING).under(t!(say, "help-title"), ctx.public_url(PATH));
    page(ctx, &head, body)
}

/// What happens now.
pub(crate) fn received(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let body = markup! {
        p { (t!(say, "suggest-received-told")) }
        (acts(&[(t!(say, "help-title"), ctx.public_url(PATH))]))
        (reach(ctx))
    };
    page(ctx, &Head::new(t!(say, "suggest-received")).at("/suggestion-received"), body)
}
