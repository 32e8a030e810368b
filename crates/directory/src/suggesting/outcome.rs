//! The outcome told back: how it went at a service, in one tap. The sheet with which she introduces herself leads here, so that she tells it, or who
//! helped her does, if both wish. It counts, and nothing of either is kept.

use super::public::{later, too_often, wait};
use crate::{
    ServiceId, needs,
    pages::AtService,
    public::{
        PATH,
        card::leave,
        service::{joined, of_service},
    },
    rules::{
        outcomes::{Outcome, OutcomeRefusal},
        suggestions::month_of,
    },
    store::{
        experiences::count_outcome,
        services::{Service, find_service},
    },
    words,
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::Reader;
use platform::{
    ctx::{Ctx, PUBLIC},
    errors::{Complaints, OrNotFound, Result},
    html::{Head, acts, choice, field, form, page},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    t,
};

/// Where the thanks stand below a language.
pub(super) const RECEIVED: &str = "/outcome-received";

/// The word of an outcome.
pub(crate) fn outcome_word(ctx: &Ctx, of: Outcome) -> String {
    ctx.say().t(&format!("outcome-{}", of.code()), &[])
}

async fn public_service(ctx: &Ctx, at: AtService) -> Result<Service> {
    let mut tx = ctx.read(PUBLIC).await?;
    let of = find_service(&mut tx, Reader::Public, ServiceId(at.service)).await?.or_not_found()?;
    tx.done().await?;
    Ok(of)
}

/// `GET /{p}/{lang}/help/{service}/outcome`: how it went.
pub(crate) async fn new(ctx: Ctx, Path(at): Path<AtService>) -> Answer {
    let (mut tx, id) = (ctx.read(PUBLIC).await?, ServiceId(at.service));
    // This address stands on paper.
    let Some(of) = find_service(&mut tx, Reader::Public, id).await? else {
        return joined(&ctx, &mut tx, (id, "/outcome")).await;
    };
    tx.done().await?;
    of_service(&of, html(view(&ctx, &of, &Pairs::default(), &Complaints::default())))
}

/// `POST /{p}/{lang}/help/{service}/outcome`: it counts; who got no help is asked why.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtService>, Form(sent): Form<Pairs>) -> Answer {
    let of = public_service(&ctx, at).await?;
    let mut reading = Reading::of(&ctx, &sent);
    let outcome = Outcome::from_code(sent.get("outcome"));
    if outcome.is_none() {
        reading.refuse("outcome", OutcomeRefusal::NotSaid);
    }
    let need = reading.choice_or_none("need", needs::need).map(|one| one.id.clone()).unwrap_or_default();
    let (Ok(()), Some(outcome)) = (reading.done(()), outcome) else {
        let complaints = Complaints::one("outcome", OutcomeRefusal::NotSaid);
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &of, &sent, &complaints));
    };
    if let Some(seconds) = wait(&ctx).await? {
        return later(view(&ctx, &of, &sent, &too_often(seconds)), seconds);
    }
    let mut tx = ctx.write_quietly(PUBLIC).await?;
    count_outcome(&mut tx, (of.id, &need), outcome, &month_of(ctx.today())).await?;
    let to = match outcome {
        Outcome::NotHelped => format!("{PATH}/{}/barrier?told=yes", of.id),
        _ => RECEIVED.to_owned(),
    };
    see_other(&tx.commit_to(&ctx.public_url(&to)).await?)
}

/// The form.
pub(crate) fn view(ctx: &Ctx, of: &Service, sent: &Pairs, complaints: &Complaints) -> Markup {
    let (say, back) = (ctx.say(), ctx.public_url(&format!("{PATH}/{}", of.id)));
    let form = form(ctx, format!("{back}/outcome")).complaints(complaints).cancel(back);
    let outcomes = words::choices(ctx, &Outcome::ALL, Outcome::code, outcome_word);
    let needs: Vec<_> = of.needs.all().map(|one| choice(one.id.clone(), words::need(ctx, one))).collect();
    let fields = markup! {
        (form.radios(field("outcome", t!(say, "outcome-column")).value(sent.get("outcome")), &outcomes))
        @if needs.len() > 1 { (form.select(field("need", t!(say, "suggest-need")).value(sent.get("need")).optional(), &needs)) }
    };
    let body = markup! {
        @if of.needs.all().any(|need| need.safety) { (leave(ctx)) }
        h2 { (t!(say, "outcome-title")) }
        p { (t!(say, "outcome-lead")) }
        (form.show(&t!(say, "suggest-send"), fields))
    };
    let head = Head::of(ctx, &of.name).at(format!("{PATH}/{}/outcome", of.id));
    page(ctx, &head.under(t!(say, "help-title"), ctx.public_url(PATH)), body)
}

/// `GET /{p}/{lang}/outcome-received`: thanks.
pub(crate) async fn received(ctx: Ctx) -> Answer {
    ctx.demand(PUBLIC)?;
    html(received_view(&ctx))
}

/// The thanks.
pub(crate) fn received_view(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let body = markup! {
        p { (t!(say, "outcome-received-told")) }
        (acts(&[(t!(say, "help-title"), ctx.public_url(PATH))]))
    };
    page(ctx, &Head::new(t!(say, "suggest-received")).at(RECEIVED), body)
}
