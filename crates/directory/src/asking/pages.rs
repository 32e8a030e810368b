//! The workspace's page of asking: whom, what each will read, and what became of the letters.

use super::{
    letters::{Askable, askable},
    mails::asking_url,
    view,
};
use crate::{
    LetterId, ServiceId, can,
    rules::letters::{LetterRefusal, until},
    store::{
        letters::{Letter, cancel_letter, find_letter, page_letters},
        services::Service,
    },
};
use axum::http::StatusCode;
use jiff::civil::Date;
use maud::Markup;
use partners::{AskState, OrganizationId};
use platform::{
    ctx::Ctx,
    db::{Page, Tx},
    errors::{Complaints, Error, OrNotFound, Result},
    html::{file, said},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    ids::Ref,
    t,
};
use serde::Deserialize;

/// The part of an address that names a letter.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtLetter {
    letter: LetterId,
}

/// What the form sends when the letters were seen as they will be read.
pub(crate) const SEEN: (&str, &str) = ("step", "send");
/// An answer is asked for within so many days unless another day is chosen.
const USUAL_DAYS: i64 = 14;

/// Whom one can ask, and the letters.
pub(crate) struct AskingPage {
    pub(crate) all: Vec<Askable>,
    /// Records of organizations that cannot be written to.
    pub(crate) unreached: Vec<Service>,
    pub(crate) letters: Page<Letter>,
    /// What was asked of partners lately.
    pub(crate) asked: Markup,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

/// What is asked, as the form says it.
pub(crate) struct Chosen<'a> {
    pub(crate) all: Vec<&'a Askable>,
    pub(crate) until_on: Date,
}

fn named(of: &str) -> Option<ServiceId> {
    of.parse().ok()
}

async fn load(ctx: &Ctx, tx: &mut Tx, service: &str) -> Result<AskingPage> {
    let address = ctx.address();
    let letters = page_letters(tx, address.get("state"), &address).await?;
    let (all, unreached) = askable(ctx, tx, named(service)).await?;
    let ids: Vec<OrganizationId> = all.iter().map(|one| one.of.id).collect();
    let asked = partners::asked_lately(ctx, tx, Some(&ids)).await?;
    let (sent, complaints) = Default::default();
    Ok(AskingPage { all, unreached, letters, asked, sent, complaints })
}

/// `GET /{p}/work/directory/asking`: whom one can ask; `?service=…` asks about that one, whenever it was looked at.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let (address, mut tx) = (ctx.address(), ctx.read(can::KEEP_DIRECTORY).await?);
    let mut shown = load(&ctx, &mut tx, address.get("service")).await?;
    tx.done().await?;
    if let Some(kind) = address.file() {
        let name = t!(ctx.say(), "service-letters-file");
        return file(&ctx, kind, &name, &view::columns(&ctx), &shown.letters.rows);
    }
    let day = ctx.today().saturating_add(jiff::Span::new().days(USUAL_DAYS));
    let service = named(address.get("service"));
    let is_chosen = |one: &&Askable| match service {
        Some(id) => one.services.iter().any(|of| of.id == id),
        None => one.letter.is_none(),
    };
    let begun =
        shown.all.iter().filter(is_chosen).fold(Pairs::default(), |form, one| form.and("to", one.of.id));
    shown.sent = begun.with("until", day).with("service", address.get("service"));
    html(view::page_of(&ctx, &shown))
}

/// `POST /{p}/work/directory/asking`: shows what each will read; sent again from there, one letter to each organization.
pub(crate) async fn create(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let sends = sent.get(SEEN.0) == SEEN.1;
    let may = can::KEEP_DIRECTORY;
    let mut tx = if sends { ctx.write(may).await? } else { ctx.read(may).await? };
    let mut shown = load(&ctx, &mut tx, sent.get("service")).await?;
    shown.sent = sent;
    match read(&ctx, &shown) {
        Ok(chosen) if sends => {
            for one in &chosen.all {
                one.send(&ctx, &mut tx, chosen.until_on).await?;
            }
            see_other(&tx.commit_to(&said(&asking_url(&ctx, ""), "service-letters-sent")).await?)
        }
        Ok(chosen) => {
            tx.done().await?;
            html(view::preview(&ctx, &shown, &chosen))
        }
        Err(complaints) => {
            tx.done().await?;
            shown.complaints = complaints;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view::page_of(&ctx, &shown))
        }
    }
}

fn read<'a>(ctx: &Ctx, of: &'a AskingPage) -> std::result::Result<Chosen<'a>, Complaints> {
    let mut reading = Reading::of(ctx, &of.sent);
    let codes: Vec<&str> = of.sent.all("to").collect();
    let all: Vec<&Askable> =
        of.all.iter().filter(|one| codes.contains(&one.of.id.to_string().as_str())).collect();
    if codes.is_empty() {
        reading.refuse("to", LetterRefusal::Nobody);
    } else if all.len() != codes.len() {
        reading.refuse("to", LetterRefusal::Changed);
    }
    let day = reading.day("until").and_then(|on| reading.complaints.take("until", until(on, ctx.today())));
    let until_on = day.unwrap_or_else(|| ctx.today());
    reading.done(Chosen { all, until_on })
}

/// `POST /{p}/work/directory/asking/{letter}/cancelling`: its links open nothing any more, and it is not asked any more.
pub(crate) async fn cancel(ctx: Ctx, Path(at): Path<AtLetter>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await?;
    let letter = find_letter(&mut tx, at.letter).await?.or_not_found()?;
    if sent.version() != letter.version {
        return Err(Error::Stale);
    }
    if letter.cancelled_at.is_some() {
        return Err(LetterRefusal::Over.into());
    }
    cancel_letter(&mut tx, &letter).await?;
    partners::close_asks(&mut tx, &Ref::from(letter.id), AskState::Withdrawn).await?;
    tx.audit("service-letter.cancelled", letter.id, None::<&()>, None::<&()>).await?;
    see_other(&tx.commit_to(&said(&asking_url(&ctx, ""), "service-letter-cancelled")).await?)
}
