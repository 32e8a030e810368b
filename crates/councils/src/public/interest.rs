//! An expression of interest: a form for anyone, in any language, without an account.
//!
//! What the person agrees to is recorded in the words and the language that she saw. Nothing is lost between two rounds.

use super::{PATH, body_url};
use crate::{
    CouncilId,
    facade::add_expression,
    rules::{
        expressions::{Round, SAME_SECONDS, next_round},
        reaching::{ReachBy, reach},
    },
    store::{
        bodies::{Council, find_council_by_slug},
        expressions::{NewExpression, has_come_since, list_rounds},
    },
};
use axum::http::{HeaderValue, StatusCode, header::RETRY_AFTER};
use maud::{Markup, html as markup};
use platform::{
    ctx::{Ctx, PUBLIC},
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{Choice, Head, choice, field, form, page, shown},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    reach::phone_key,
    t,
    text::NAME,
    throttle,
};
use serde::Deserialize;

/// How many one visitor may send in an hour.
const PER_VISITOR: u32 = 10;
/// One address may send so many in an hour.
const PER_ADDRESS: u32 = 3;
/// A whole partnership takes so many in an hour.
const PER_PARTNERSHIP: u32 = 120;

platform::refusals! {
    /// Why a wish is not taken.
    pub(crate) enum InterestRefusal {
        /// Without agreement nothing is kept.
        NotAgreed = "interest-not-agreed",
        /// A lot came from there in a short time.
        TooOften { minutes: u32 } = "interest-too-often",
    }
}

/// The part of an address that names a body by its slug.
#[derive(Debug, Deserialize)]
pub(crate) struct At {
    council: String,
}

/// The form: what was typed and what was wrong.
pub(crate) struct InterestPage<'a> {
    pub(crate) council: &'a Council,
    /// The round that is open, or else the next that is set.
    pub(crate) round: Option<Round>,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

/// `GET /{p}/{lang}/who-we-are/{council}/interest`: the form.
pub(crate) async fn new(ctx: Ctx, Path(at): Path<At>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let council = find_council_by_slug(&mut tx, &at.council).await?.filter(is_open).or_not_found()?;
    let round = next_round(&list_rounds(&mut tx).await?, ctx.today());
    tx.done().await?;
    let (sent, complaints) = (Pairs::default(), Complaints::default());
    html(view(&ctx, &InterestPage { council: &council, round, sent: &sent, complaints: &complaints }))
}

/// `POST /{p}/{lang}/who-we-are/{council}/interest`: an expression of interest comes in.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<At>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let council = find_council_by_slug(&mut tx, &at.council).await?.filter(is_open).or_not_found()?;
    let round = next_round(&list_rounds(&mut tx).await?, ctx.today());
    let new = match read(&ctx, council.id, &sent) {
        Ok(new) => new,
        Err(complaints) => {
            tx.done().await?;
            let again = InterestPage { council: &council, round, sent: &sent, complaints: &complaints };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &again));
        }
    };
    let to = format!("{}/interest/received", body_url(&ctx, &council.slug));
    let is_known = has_come(&mut tx, &new).await?;
    tx.done().await?;
    if is_known {
        return see_other(&to);
    }
    match not_too_often(&ctx, &new).await {
        Err(Error::TooOften(seconds)) => return later(&ctx, (&council, round), (&sent, seconds)),
        other => other?,
    }
    let mut tx = ctx.write(PUBLIC).await?;
    // Asked again: alone in the partnership now.
    if !has_come(&mut tx, &new).await? {
        let now = tx.now();
        add_expression(&mut tx, &new, now, ctx.today()).await?;
        super::receipt::send(&ctx, &mut tx, &new, (&council, round)).await?;
    }
    let to = tx.commit_to(&to).await?;
    see_other(&to)
}

/// The form with all that was typed, for whoever has to wait.
fn later(ctx: &Ctx, (council, round): (&Council, Option<Round>), (sent, seconds): (&Pairs, u32)) -> Answer {
    let complaints = Complaints::one("", InterestRefusal::TooOften { minutes: seconds.div_ceil(60) });
    let again = view(ctx, &InterestPage { council, round, sent, complaints: &complaints });
    let mut answer = page_with(StatusCode::TOO_MANY_REQUESTS, again)?;
    answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    Ok(answer)
}

/// Whether the same came a short time ago. The key of a form does not tell: a browser keeps no page that carries one, so that
/// going back shows the form anew, with another key.
async fn has_come(tx: &mut Tx, new: &NewExpression) -> Result<bool> {
    let since = tx.now().plus_seconds(-SAME_SECONDS);
    has_come_since(tx, new, since).await
}

/// `GET /{p}/{lang}/who-we-are/{council}/interest/received`: what happens now.
pub(crate) async fn received(ctx: Ctx, Path(at): Path<At>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let council = find_council_by_slug(&mut tx, &at.council).await?.or_not_found()?;
    let round = next_round(&list_rounds(&mut tx).await?, ctx.today());
    tx.done().await?;
    html(received_view(&ctx, &council, round))
}

fn is_open(council: &Council) -> bool {
    council.closed_at.is_none()
}

async fn not_too_often(ctx: &Ctx, new: &NewExpression) -> Result<()> {
    let partnership = ctx.partnership()?.id;
    if !ctx.visitor.is_empty() {
        throttle::allow(&ctx.app, &format!("interest/visitor/{}", ctx.visitor), PER_VISITOR, 3_600).await?;
    }
    let way = if new.email.is_empty() { phone_key(&new.phone) } else { new.email.to_lowercase() };
    let address = format!("interest/{partnership}/{way}");
    throttle::allow(&ctx.app, &address, PER_ADDRESS, 3_600).await?;
    throttle::allow(&ctx.app, &format!("interest/{partnership}"), PER_PARTNERSHIP, 3_600).await
}

/// What the person agrees to, as she sees it: the one sentence about it, here and wherever else it is recorded.
pub fn wording(ctx: &Ctx) -> String {
    t!(ctx.say(), "interest-consent")
}

fn read(ctx: &Ctx, council: CouncilId, sent: &Pairs) -> std::result::Result<NewExpression, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let name = reading.line("name", NAME);
    let (reach_by, email, phone) = ways(&mut reading, sent);
    let new = NewExpression {
        council,
        name,
        email,
        phone,
        reach_by,
        speaks_for: reading.line_or_none("speaks_for", NAME),
        lang: ctx.lang,
        body: reading.prose("body"),
        consent_wording: wording(ctx),
    };
    if !reading.is_ticked("agree") {
        reading.refuse("agree", InterestRefusal::NotAgreed);
    }
    reading.done(new)
}

/// How the person is reached: the choice, the address and the number; what is typed must be usable.
fn ways(reading: &mut Reading<'_>, sent: &Pairs) -> (ReachBy, String, String) {
    let chosen = reading.choice_or_none("reach_by", ReachBy::from_code);
    let ways = (reading.mail_or_none("email"), reading.phone_or_none("phone"));
    let is_typed = |field| !sent.get(field).is_empty();
    let by = match reach(chosen, is_typed("email"), is_typed("phone")) {
        Ok(by) => by,
        Err(why) => {
            if reading.complaints.about("reach_by").is_none() {
                reading.refuse(why.field(), why);
            }
            ReachBy::Mail
        }
    };
    (by, ways.0, ways.1)
}

/// The form as a page.
pub(crate) fn view(ctx: &Ctx, of: &InterestPage<'_>) -> Markup {
    let say = ctx.say();
    let (sent, slug) = (of.sent, &of.council.slug);
    let back = body_url(ctx, slug);
    let form = form(ctx, format!("{back}/interest")).complaints(of.complaints).cancel(&back);
    let fields = markup! {
        (form.text(field("name", t!(say, "interest-name")).value(sent.get("name")).autocomplete("name")))
        (form.radios(field("reach_by", t!(say, "interest-reach")).hint(t!(say, "interest-reach-hint")).value(sent.get("reach_by")).optional(), &ways_word(ctx)))
        (form.text(field("email", t!(say, "interest-email")).hint(t!(say, "interest-email-hint")).value(sent.get("email")).mail().needed_if(t!(say, "interest-if-mail"))))
        (form.text(field("phone", t!(say, "interest-phone")).hint(t!(say, "interest-phone-hint")).value(sent.get("phone")).phone().needed_if(t!(say, "interest-if-phone"))))
        (form.text(field("speaks_for", t!(say, "interest-speaks-for")).hint(t!(say, "interest-speaks-for-hint")).value(sent.get("speaks_for")).optional()))
        (form.prose(field("body", t!(say, "interest-body")).hint(t!(say, "interest-body-hint")).value(sent.get("body")).rows(8)))
        (form.check(field("agree", wording(ctx)).called(t!(say, "interest-agreement")).value(sent.get("agree"))))
    };
    let body = markup! {
        p { a href=(back) { (shown(ctx, &of.council.name)) } }
        @if !of.council.outcome.is_empty() { p { (shown(ctx, &of.council.outcome)) } }
        p { (when(ctx, of.round)) }
        (form.show(&t!(say, "interest-send"), fields))
    };
    page(ctx, &Head::new(t!(say, "interest-title")).at(format!("{PATH}/{slug}/interest")), body)
}

/// The ways to be reached, as a list to choose from.
fn ways_word(ctx: &Ctx) -> Vec<Choice> {
    ReachBy::ALL.into_iter().map(|way| choice(way.code(), reach_word(ctx, way))).collect()
}

/// The word for a way to be reached.
pub(crate) fn reach_word(ctx: &Ctx, way: ReachBy) -> String {
    ctx.say().t(&format!("reach-by-{}", way.code()), &[])
}

/// When what is sent today is read.
pub(super) fn when(ctx: &Ctx, round: Option<Round>) -> String {
    let say = ctx.say();
    match round {
        Some(round) if round.is_open(ctx.today()) => t!(say, "interest-until", day = round.closes_on),
        Some(round) => t!(say, "interest-next", day = round.opens_on),
        None => t!(say, "interest-kept"),
    }
}

/// What happens now.
pub(crate) fn received_view(ctx: &Ctx, council: &Council, round: Option<Round>) -> Markup {
    let say = ctx.say();
    let body = markup! {
        p { (t!(say, "interest-received-explains")) }
        p { (when(ctx, round)) }
        p { a href=(body_url(ctx, &council.slug)) { (shown(ctx, &council.name)) } }
    };
    let head = Head::new(t!(say, "interest-received"));
    page(ctx, &head.at(format!("{PATH}/{}/interest/received", council.slug)), body)
}
