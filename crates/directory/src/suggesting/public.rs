//! What visitors send: forms without an account. Nothing is kept of who sends them but an address, when she gives one for the answer.

use super::{
    outcome::RECEIVED,
    public_view::{self, BarrierPage, CorrectionPage, MissingPage},
};
use crate::{
    ServiceId,
    asking::correcting,
    needs,
    pages::AtService,
    public::service::{joined, of_service},
    rules::{
        DirectoryRefusal,
        differences::Fields,
        outcomes::Outcome,
        phones::read_phones,
        suggestions::{Barrier, SuggestionKind, SuggestionRefusal, month_of},
    },
    store::{
        experiences::{count_barriers, count_outcome},
        services::{Service, find_service},
        suggestions::{NewSuggestion, Wishes, add_suggestion},
    },
};
use axum::http::{HeaderValue, StatusCode, header::RETRY_AFTER};
use maud::Markup;
use partners::{Reader, web_or_none};
use platform::{
    ctx::{Ctx, PUBLIC},
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    text::NAME,
    throttle,
};

/// How many one visitor may send in an hour.
const PER_VISITOR: u32 = 20;
/// A whole partnership takes so many in an hour.
const PER_PARTNERSHIP: u32 = 200;
/// Where the page stands below a language on which a missing service is told.
pub(crate) const MISSING: &str = "/missing-service";

/// The seconds to wait for whoever sends too often; none when it may come in. The count knows the visitor for an hour, as a hash.
pub(crate) async fn wait(ctx: &Ctx) -> Result<Option<u32>> {
    let partnership = ctx.partnership()?.id;
    let doors = [
        (format!("suggestion/visitor/{}", ctx.visitor), PER_VISITOR),
        (format!("suggestion/{partnership}"), PER_PARTNERSHIP),
    ];
    for (door, most) in doors.iter().filter(|(door, _)| !door.ends_with('/')) {
        match throttle::allow(&ctx.app, door, *most, 3_600).await {
            Ok(()) => {}
            Err(Error::TooOften(seconds)) => return Ok(Some(seconds)),
            Err(other) => return Err(other),
        }
    }
    Ok(None)
}

/// The form with all that was typed, for whoever has to wait.
pub(crate) fn later(form: Markup, seconds: u32) -> Answer {
    let mut answer = page_with(StatusCode::TOO_MANY_REQUESTS, form)?;
    answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    Ok(answer)
}

/// That somebody has to wait so many seconds.
pub(crate) fn too_often(seconds: u32) -> Complaints {
    Complaints::one("", SuggestionRefusal::TooOften { minutes: seconds.div_ceil(60) })
}

async fn public_service(ctx: &Ctx, at: AtService) -> Result<Service> {
    let mut tx = ctx.read(PUBLIC).await?;
    let of = find_service(&mut tx, Reader::Public, ServiceId(at.service)).await?.or_not_found()?;
    tx.done().await?;
    Ok(of)
}

/// Keeps what came in and thanks for it.
async fn keep(ctx: &Ctx, mut tx: Tx, new: &NewSuggestion) -> Answer {
    add_suggestion(&mut tx, new).await?;
    see_other(&tx.commit_to(&ctx.public_url("/suggestion-received")).await?)
}

/// `GET /{p}/{lang}/help/{service}/correction`: the record as a form.
pub(crate) async fn correction(ctx: Ctx, Path(at): Path<AtService>) -> Answer {
    let (mut tx, id) = (ctx.read(PUBLIC).await?, ServiceId(at.service));
    let Some(of) = find_service(&mut tx, Reader::Public, id).await? else {
        return joined(&ctx, &mut tx, (id, "/correction")).await;
    };
    tx.done().await?;
    let (sent, complaints) = (correcting::present(&ctx, &of), Complaints::default());
    of_service(
        &of,
        html(public_view::correction(
            &ctx,
            &CorrectionPage { of: &of, sent: &sent, complaints: &complaints },
        )),
    )
}

/// `POST /{p}/{lang}/help/{service}/correction`: what should stand there instead.
pub(crate) async fn correct(ctx: Ctx, Path(at): Path<AtService>, Form(sent): Form<Pairs>) -> Answer {
    let of = public_service(&ctx, at).await?;
    let view = |complaints: &Complaints| {
        public_view::correction(&ctx, &CorrectionPage { of: &of, sent: &sent, complaints })
    };
    let new = match read_correction(&ctx, &of, &sent) {
        Ok(new) => new,
        Err(complaints) => return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&complaints)),
    };
    if let Some(seconds) = wait(&ctx).await? {
        return later(view(&too_often(seconds)), seconds);
    }
    keep(&ctx, ctx.write(PUBLIC).await?, &new).await
}

fn read_correction(ctx: &Ctx, of: &Service, sent: &Pairs) -> std::result::Result<NewSuggestion, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let (note, email) = (reading.prose_or_none("note"), reading.mail_or_none("email"));
    let mut differences = correcting::differs(ctx, of, sent);
    let fields: Fields = differences.iter().map(|one| (one.field.clone(), one.now.clone())).collect();
    match correcting::corrected(ctx, of, &fields) {
        // Hours, for one, can be written in many ways that mean the same.
        Ok((status, facts)) if status == of.status && facts == of.facts.0 => differences.clear(),
        Ok(_) => {}
        Err(wrong) => reading.complaints.0.extend(wrong.0),
    }
    if differences.is_empty() && note.is_empty() && reading.complaints.is_empty() {
        reading.refuse("", SuggestionRefusal::NothingSaid);
    }
    let wishes = Wishes { differences, ..Wishes::default() };
    let (kind, service) = (SuggestionKind::Correction, Some(of.id));
    reading.done(NewSuggestion { kind, service, wishes, note, lang: ctx.lang, email })
}

/// `GET /{p}/{lang}/help/{service}/barrier`: why she could not get help.
pub(crate) async fn barrier(ctx: Ctx, Path(at): Path<AtService>) -> Answer {
    let (mut tx, id) = (ctx.read(PUBLIC).await?, ServiceId(at.service));
    let Some(of) = find_service(&mut tx, Reader::Public, id).await? else {
        return joined(&ctx, &mut tx, (id, "/barrier")).await;
    };
    tx.done().await?;
    let (mut sent, complaints) = (Pairs::default(), Complaints::default());
    if !ctx.address().get("told").is_empty() {
        sent = sent.with("told", "yes");
    }
    of_service(
        &of,
        html(public_view::barrier(&ctx, &BarrierPage { of: &of, sent: &sent, complaints: &complaints })),
    )
}

/// `POST /{p}/{lang}/help/{service}/barrier`: the reasons count as evidence of need; what she says besides comes into the queue.
pub(crate) async fn tell_barrier(ctx: Ctx, Path(at): Path<AtService>, Form(sent): Form<Pairs>) -> Answer {
    let of = public_service(&ctx, at).await?;
    let view = |complaints: &Complaints| {
        public_view::barrier(&ctx, &BarrierPage { of: &of, sent: &sent, complaints })
    };
    let (reasons, new) = match read_barrier(&ctx, &of, &sent) {
        Ok(read) => read,
        Err(complaints) => return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&complaints)),
    };
    if let Some(seconds) = wait(&ctx).await? {
        return later(view(&too_often(seconds)), seconds);
    }
    let mut tx = ctx.write(PUBLIC).await?;
    let (about, month) = ((of.id, new.wishes.need.as_str()), month_of(ctx.today()));
    // Whoever comes from the form of outcomes has said there that she got no help.
    if sent.get("told").is_empty() {
        count_outcome(&mut tx, about, Outcome::NotHelped, &month).await?;
    }
    count_barriers(&mut tx, about, &reasons, &month).await?;
    if of.needs.is_for_danger() {
        // When somebody was there, in which language, may be who it was: the reasons of the month are all that is kept.
        return see_other(&tx.commit_to(&ctx.public_url(RECEIVED)).await?);
    }
    keep(&ctx, tx, &new).await
}

fn read_barrier(
    ctx: &Ctx,
    of: &Service,
    sent: &Pairs,
) -> std::result::Result<(Vec<Barrier>, NewSuggestion), Complaints> {
    let mut reading = Reading::of(ctx, sent);
    // About a service for people in danger nothing is taken but the reasons.
    let (note, email) = if of.needs.is_for_danger() {
        Default::default()
    } else {
        (reading.prose_or_none("note"), reading.mail_or_none("email"))
    };
    let need = reading.choice_or_none("need", needs::need).map(|one| one.id.clone()).unwrap_or_default();
    let reasons: Vec<Barrier> =
        Barrier::ALL.into_iter().filter(|one| sent.all("reason").any(|code| code == one.code())).collect();
    if reasons.is_empty() {
        reading.refuse("reason", SuggestionRefusal::NoReason);
    }
    let codes = reasons.iter().map(|one| one.code().to_owned()).collect();
    let wishes = Wishes { reasons: codes, need, ..Wishes::default() };
    let (kind, service) = (SuggestionKind::Barrier, Some(of.id));
    reading.done((reasons, NewSuggestion { kind, service, wishes, note, lang: ctx.lang, email }))
}

/// `GET /{p}/{lang}/missing-service`: a service that does not stand here.
pub(crate) async fn missing(ctx: Ctx) -> Answer {
    ctx.demand(PUBLIC)?;
    let (sent, complaints) = (Pairs::default(), Complaints::default());
    html(public_view::missing(&ctx, &MissingPage { sent: &sent, complaints: &complaints }))
}

/// `POST /{p}/{lang}/missing-service`.
pub(crate) async fn tell_missing(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let view = |complaints: &Complaints| public_view::missing(&ctx, &MissingPage { sent: &sent, complaints });
    let new = match read_missing(&ctx, &sent) {
        Ok(new) => new,
        Err(complaints) => return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&complaints)),
    };
    if let Some(seconds) = wait(&ctx).await? {
        return later(view(&too_often(seconds)), seconds);
    }
    keep(&ctx, ctx.write(PUBLIC).await?, &new).await
}

fn read_missing(ctx: &Ctx, sent: &Pairs) -> std::result::Result<NewSuggestion, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let name = reading.line("name", NAME);
    let who = reading.line_or_none("who", NAME);
    let place = reading.line_or_none("place", NAME);
    let (note, email) = (reading.prose_or_none("note"), reading.mail_or_none("email"));
    if let Err(why) = read_phones(sent.get("phones")) {
        reading.refuse("phones", why);
    }
    let web = web_or_none(&mut reading, sent, "web");
    let phones = sent.get("phones").to_owned();
    if phones.len() > 1_000 {
        reading.refuse("phones", DirectoryRefusal::TooManyPhones { max: 10 });
    }
    let fields = [("name", name), ("who", who), ("place", place), ("phones", phones), ("web", web)];
    let said = fields.into_iter().filter(|(_, value)| !value.is_empty());
    let fields: Fields = said.map(|(field, value)| (field.to_owned(), vec![value])).collect();
    let wishes = Wishes { fields, ..Wishes::default() };
    let kind = SuggestionKind::Service;
    reading.done(NewSuggestion { kind, service: None, wishes, note, lang: ctx.lang, email })
}

/// `GET /{p}/{lang}/suggestion-received`: what happens now.
pub(crate) async fn received(ctx: Ctx) -> Answer {
    ctx.demand(PUBLIC)?;
    html(public_view::received(&ctx))
}
