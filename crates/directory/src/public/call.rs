//! *Ask for a call*: a number, a language, when it suits. A person of the partnership calls; it waits among the questions that people ask.

use super::{
    PATH,
    card::leave,
    service::{joined, of_service},
};
use crate::{
    ServiceId,
    pages::AtService,
    store::services::{Service, find_service},
    suggesting::public::{later, too_often},
    words,
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use outreach::{
    NewEnquiry, Received, enquiry_wording, receive_enquiry,
    rules::enquiries::{EnquiryRefusal, Topic},
};
use partners::{Reader, Spoken};
use platform::{
    ctx::{Ctx, PUBLIC},
    errors::{Complaints, Error, OrNotFound, Result},
    html::{Choice, Head, choice, field, form, page},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    langs::Lang,
    t,
    text::NAME,
};

/// The page: the service, what was typed and what was wrong.
pub(crate) struct CallPage<'a> {
    pub(crate) of: &'a Service,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

/// A service about which somebody may be called: none that is there for people in danger. Who answers the telephone may be whom she fears, and a call
/// in some days is none.
fn one_may_be_called_about(of: Service) -> Result<Service> {
    if of.needs.is_for_danger() { Err(Error::NotFound) } else { Ok(of) }
}

/// `GET /{p}/{lang}/help/{service}/call`: the form.
pub(crate) async fn new(ctx: Ctx, Path(at): Path<AtService>) -> Answer {
    let (mut tx, id) = (ctx.read(PUBLIC).await?, ServiceId(at.service));
    let Some(of) = find_service(&mut tx, Reader::Public, id).await? else {
        return joined(&ctx, &mut tx, (id, "/call")).await;
    };
    tx.done().await?;
    let of = one_may_be_called_about(of)?;
    let (sent, complaints) = (Pairs::default(), Complaints::default());
    of_service(&of, html(view(&ctx, &CallPage { of: &of, sent: &sent, complaints: &complaints })))
}

/// `POST /{p}/{lang}/help/{service}/call`: somebody asks to be called.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtService>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let of = find_service(&mut tx, Reader::Public, ServiceId(at.service)).await?.or_not_found()?;
    tx.done().await?;
    let of = one_may_be_called_about(of)?;
    let again = |complaints: &Complaints| view(&ctx, &CallPage { of: &of, sent: &sent, complaints });
    let new = match read(&ctx, &of, &sent) {
        Ok(new) => new,
        Err(complaints) => return page_with(StatusCode::UNPROCESSABLE_ENTITY, again(&complaints)),
    };
    match receive_enquiry(&ctx, &new).await? {
        Received::Kept { to } => see_other(&to),
        Received::Later { seconds } => later(again(&too_often(seconds)), seconds),
    }
}

/// What a question about a service is about, by the first of its needs.
fn topic(of: &Service) -> Topic {
    match of.needs.all().next().map_or("", |need| need.group.as_str()) {
        "language" => Topic::Language,
        "work" => Topic::Work,
        "home" => Topic::Housing,
        "health" | "wellbeing" => Topic::Health,
        "school" | "child-care" => Topic::School,
        "food" | "money" => Topic::Money,
        "papers" => Topic::FirstSteps,
        "people" => Topic::Belonging,
        _ => Topic::Other,
    }
}

fn read(ctx: &Ctx, of: &Service, sent: &Pairs) -> std::result::Result<NewEnquiry, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let phone = reading.phone_or_none("phone");
    let language = reading.choice_or_none("language", Spoken::from_code).unwrap_or(ctx.lang.into());
    let when = reading.line_or_none("when", NAME);
    let name = reading.line_or_none("name", NAME);
    let may_leave = !sent.get("message").is_empty();
    if sent.get("phone").is_empty() {
        reading.complaints.add("phone", EnquiryRefusal::NoReach);
    }
    if sent.get("agree").is_empty() {
        reading.complaints.add("agree", EnquiryRefusal::NotAgreed);
    }
    reading.done(NewEnquiry {
        topic: topic(of),
        question: question(ctx, of, (language, &when, may_leave)),
        name,
        email: String::new(),
        phone,
        area: None,
        lang: Lang::from_code(language.code()).unwrap_or(ctx.lang),
        consent_wording: enquiry_wording(ctx),
    })
}

/// The wish in words, in her language and, where that is another, in the official one in which the partnership works first.
fn question(ctx: &Ctx, of: &Service, (language, when, may_leave): (Spoken, &str, bool)) -> String {
    let official =
        ctx.site_langs().iter().copied().find(|lang| Lang::OFFICIAL.contains(lang)).unwrap_or(Lang::En);
    let mut langs = vec![ctx.lang];
    langs.extend((!Lang::OFFICIAL.contains(&ctx.lang)).then_some(official));
    let in_words = |lang: &Lang| {
        let ctx = Ctx { lang: *lang, ..ctx.clone() };
        let say = ctx.say();
        let when = if when.is_empty() { t!(say, "call-any-time") } else { when.to_owned() };
        let (service, language) = (of.name.plain(*lang).to_owned(), words::spoken(&ctx, language));
        let message = if may_leave { t!(say, "call-message-yes") } else { t!(say, "call-message-no") };
        let asked = t!(say, "call-question", service = service, language = language, when = when);
        format!("{asked} {message}")
    };
    let told: Vec<String> = langs.iter().map(in_words).collect();
    // Marks of direction belong to pages, not to what is kept.
    told.join("\n\n").replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &CallPage<'_>) -> Markup {
    let (say, sent) = (ctx.say(), of.sent);
    let back = ctx.public_url(&format!("{PATH}/{}", of.of.id));
    let form = form(ctx, format!("{back}/call")).complaints(of.complaints).cancel(back);
    let value = |name: &str| sent.get(name).to_owned();
    let languages: Vec<Choice> =
        Spoken::all().map(|one| choice(one.code(), words::spoken(ctx, one))).collect();
    let language = if value("language").is_empty() {
        Spoken::from(ctx.lang).code().to_owned()
    } else {
        value("language")
    };
    let fields = markup! {
        (form.text(field("phone", t!(say, "asking-phone")).value(value("phone")).phone().autocomplete("tel")))
        (form.select(field("language", t!(say, "call-language")).value(language), &languages))
        (form.text(field("when", t!(say, "call-when")).hint(t!(say, "call-when-hint")).value(value("when")).optional()))
        (form.check(field("message", t!(say, "call-message-yes")).called(t!(say, "call-message")).value(value("message")).optional()))
        (form.text(field("name", t!(say, "enquiry-name")).hint(t!(say, "enquiry-name-hint")).value(value("name")).autocomplete("name").optional()))
        (form.check(field("agree", enquiry_wording(ctx)).called(t!(say, "asking-agreement")).value(value("agree"))))
    };
    let body = markup! {
        @if of.of.needs.is_safety() { (leave(ctx)) }
        h2 { (t!(say, "help-call-me")) }
        p { (t!(say, "call-lead")) }
        (form.show(&t!(say, "help-call-me"), fields))
    };
    let head = Head::of(ctx, &of.of.name).at(format!("{PATH}/{}/call", of.of.id));
    page(ctx, &head.under(t!(say, "help-title"), ctx.public_url(PATH)), body)
}
