//! *Ask a question*: a form for anyone who does not know where to turn. The numbers for what cannot wait stand first; nothing is
//! asked about status, and a name is not needed.

use super::{later, receipt, too_often, wait};
use crate::{
    add_enquiry,
    rules::enquiries::{EnquiryRefusal, Topic},
    store::enquiries::NewEnquiry,
};
use areas::{Area, AreaId};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::{Ctx, PUBLIC},
    errors::{Complaints, Result},
    html::{Choice, Head, call, choice, choice_of, field, form, named, page},
    http::{Answer, Form, Pairs, Reading, answer::page_with, html, see_other},
    reach::{HelpFor, HelpLine, phone_key},
    t,
    text::NAME,
};

/// Where the page stands below a language.
pub(crate) const PATH: &str = "/ask";

/// The page: what can be chosen, what was typed and what was wrong.
pub(crate) struct AskPage<'a> {
    pub(crate) areas: Vec<Area>,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

/// `GET /{p}/{lang}/ask`: the form.
pub(crate) async fn new(ctx: Ctx) -> Answer {
    let areas = areas_here(&ctx).await?;
    let (sent, complaints) = (Pairs::default(), Complaints::default());
    html(view(&ctx, &AskPage { areas, sent: &sent, complaints: &complaints }))
}

/// `POST /{p}/{lang}/ask`: a question comes in.
pub(crate) async fn create(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let areas = areas_here(&ctx).await?;
    let new = match read(&ctx, &areas, &sent) {
        Ok(new) => new,
        Err(complaints) => {
            let again = AskPage { areas, sent: &sent, complaints: &complaints };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &again));
        }
    };
    match receive(&ctx, &new).await? {
        Received::Kept { to } => see_other(&to),
        Received::Later { seconds } => {
            let complaints = Complaints::one("", too_often(seconds));
            later(view(&ctx, &AskPage { areas, sent: &sent, complaints: &complaints }), seconds)
        }
    }
}

/// What became of a question that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Received {
    /// It waits for a person; whoever asked goes on to the page that says what happens now.
    Kept {
        /// Where that page is.
        to: String,
    },
    /// Too much came from here in a short time.
    Later {
        /// The seconds to wait.
        seconds: u32,
    },
}

/// Takes a question of a visitor in, whichever page she asked it on: not too often, with her consent, with a receipt where she left an address for mail.
///
/// # Errors
/// As [`add_enquiry`], or when the database does not answer.
pub async fn receive(ctx: &Ctx, new: &NewEnquiry) -> Result<Received> {
    let reach = if new.email.is_empty() { phone_key(&new.phone) } else { new.email.clone() };
    if let Some(seconds) = wait(ctx, "enquiry", &reach).await? {
        return Ok(Received::Later { seconds });
    }
    let mut tx = ctx.write(PUBLIC).await?;
    let now = tx.now();
    add_enquiry(&mut tx, new, now).await?;
    receipt::of_enquiry(ctx, &mut tx, (&new.email, new.lang)).await?;
    let to = tx.commit_to(&ctx.public_url(&format!("{PATH}/received"))).await?;
    Ok(Received::Kept { to })
}

/// `GET /{p}/{lang}/ask/received`: what happens now.
pub(crate) async fn received(ctx: Ctx) -> Answer {
    ctx.demand(PUBLIC)?;
    html(received_view(&ctx))
}

async fn areas_here(ctx: &Ctx) -> Result<Vec<Area>> {
    let mut tx = ctx.read(PUBLIC).await?;
    let areas = areas::list_areas(&mut tx).await?;
    tx.done().await?;
    Ok(areas)
}

/// What somebody agrees to, as she sees it.
pub fn wording(ctx: &Ctx) -> String {
    t!(ctx.say(), "enquiry-consent")
}

fn read(ctx: &Ctx, areas: &[Area], sent: &Pairs) -> std::result::Result<NewEnquiry, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let offered: Vec<AreaId> = areas.iter().map(|one| one.id).collect();
    let topic = reading.choice_or_none("topic", Topic::from_code);
    let new = NewEnquiry {
        question: reading.prose("question"),
        topic: topic.unwrap_or(Topic::NotGiven),
        area: reading.known("area", &offered),
        name: reading.line_or_none("name", NAME),
        email: reading.mail_or_none("email"),
        phone: reading.phone_or_none("phone"),
        lang: ctx.lang,
        consent_wording: wording(ctx),
    };
    if sent.get("email").is_empty() && sent.get("phone").is_empty() {
        reading.complaints.add("email", EnquiryRefusal::NoReach);
    }
    if sent.get("agree").is_empty() {
        reading.complaints.add("agree", EnquiryRefusal::NotAgreed);
    }
    reading.done(new)
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &AskPage<'_>) -> Markup {
    let (say, sent) = (ctx.say(), of.sent);
    let topics: Vec<Choice> = Topic::OFFERED
        .iter()
        .map(|one| choice(one.code(), say.t(&format!("enquiry-topic-{}", one.code()), &[])))
        .collect();
    let areas: Vec<Choice> =
        of.areas.iter().map(|one| choice_of(one.id.to_string(), &one.name, ctx.lang)).collect();
    let form = form(ctx, ctx.public_url(PATH)).complaints(of.complaints);
    let value = |name: &str| sent.get(name).to_owned();
    let fields = markup! {
        (form.prose(field("question", t!(say, "enquiry-question")).hint(t!(say, "enquiry-question-hint")).value(value("question")).rows(6)))
        (form.select(field("topic", t!(say, "enquiry-topic")).value(value("topic")).optional(), &topics))
        @if !areas.is_empty() { (form.select(field("area", t!(say, "enquiry-area")).value(value("area")).optional(), &areas)) }
        (form.text(field("name", t!(say, "enquiry-name")).hint(t!(say, "enquiry-name-hint")).value(value("name")).autocomplete("name").optional()))
        (form.text(field("email", t!(say, "asking-email")).value(value("email")).mail().autocomplete("email").needed_if(t!(say, "asking-reach-needed"))))
        (form.text(field("phone", t!(say, "asking-phone")).value(value("phone")).phone().autocomplete("tel").needed_if(t!(say, "asking-reach-needed"))))
        (form.check(field("agree", wording(ctx)).called(t!(say, "asking-agreement")).value(value("agree"))))
    };
    let lines = ctx.partnership.as_ref().map(|one| one.emergency.as_slice()).unwrap_or_default();
    let body = markup! {
        @if !lines.is_empty() { section #urgent { h2 { (t!(say, "enquiry-urgent")) } ul { @for one in lines { li { (help(ctx, one)) } } } } }
        section #question-form { h2 { (t!(say, "enquiry-form")) } p { (t!(say, "enquiry-lead")) } (form.show(&t!(say, "asking-send"), fields)) }
    };
    page(ctx, &Head::new(t!(say, "enquiry-title")).at(PATH).about(t!(say, "enquiry-lead")), body)
}

fn help(ctx: &Ctx, line: &HelpLine) -> Markup {
    let words = match line.what {
        HelpFor::Own => named(ctx, &line.label),
        known => ctx.say().html(&format!("emergency-{}", known.code()), &[]),
    };
    markup! { (words) " " (call(&line.number)) }
}

/// What happens now.
pub(crate) fn received_view(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let body = markup! {
        p { (t!(say, "asking-received-explains")) }
        p { a href=(ctx.public_url("")) { (t!(say, "asking-received-home")) } }
    };
    page(ctx, &Head::new(t!(say, "asking-received")).at(format!("{PATH}/received")), body)
}
