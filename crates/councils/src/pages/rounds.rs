//! One round: its days are corrected, or it is taken back.

use super::room_url;
use crate::{
    RoundId, can,
    facade::{change_round, remove_round},
    rules::expressions::{Round, Season},
    store::expressions::list_rounds,
};
use axum::http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{Choice, Head, choice, field, form, page, said},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    t,
};
use serde::Deserialize;

/// The part of an address that names a round.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtRound {
    round: RoundId,
}

/// The address of a round.
pub(crate) fn round_url(ctx: &Ctx, id: RoundId) -> String {
    room_url(ctx, &format!("/rounds/{id}"))
}

/// What a round's form says: the season, the first day and the last.
pub(crate) fn read(ctx: &Ctx, sent: &Pairs) -> Result<(Season, Date, Date), Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let season = reading.choice("season", Season::from_code);
    let (opens_on, closes_on) = (reading.day("opens_on"), reading.day("closes_on"));
    match (season, opens_on, closes_on) {
        (Some(season), Some(opens_on), Some(closes_on)) => Ok((season, opens_on, closes_on)),
        _ => Err(reading.complaints),
    }
}

/// The fields of a round's form.
pub(crate) fn fields(ctx: &Ctx, form: &platform::html::FormHtml<'_>, sent: &Pairs) -> Markup {
    let say = ctx.say();
    let seasons: Vec<Choice> = Season::ALL
        .into_iter()
        .map(|season| choice(season.code(), say.t(&format!("round-season-{}", season.code()), &[])))
        .collect();
    markup! {
        (form.radios(field("season", t!(say, "round-season")).value(sent.get("season")), &seasons))
        (form.date(field("opens_on", t!(say, "round-opens-on")).value(sent.get("opens_on"))))
        (form.date(field("closes_on", t!(say, "round-closes-on")).value(sent.get("closes_on"))))
    }
}

async fn one(tx: &mut Tx, at: AtRound) -> Result<Round> {
    list_rounds(tx).await?.into_iter().find(|round| round.id == at.round).or_not_found()
}

/// `GET /{p}/work/councils/rounds/{round}`.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtRound>) -> Answer {
    let mut tx = ctx.read(can::SET_UP_COUNCILS).await?;
    let round = one(&mut tx, at).await?;
    tx.done().await?;
    let sent = Pairs::default()
        .with("season", round.season.code())
        .with("opens_on", round.opens_on)
        .with("closes_on", round.closes_on);
    html(view(&ctx, &round, &sent, &Complaints::default()))
}

/// `POST /{p}/work/councils/rounds/{round}`.
pub(crate) async fn save(ctx: Ctx, Path(at): Path<AtRound>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await?;
    let round = one(&mut tx, at).await?;
    if sent.version() != round.version {
        return Err(Error::Stale);
    }
    let complaints = match read(&ctx, &sent) {
        Ok(new) => match change_round(&mut tx, &round, new, ctx.today()).await {
            Ok(()) => {
                let to = said(&room_url(&ctx, "/expressions"), "round-changed");
                return see_other(&tx.commit_to(&to).await?);
            }
            Err(Error::Refused(why)) => Complaints::of("opens_on", why),
            Err(other) => return Err(other),
        },
        Err(complaints) => complaints,
    };
    drop(tx);
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &round, &sent, &complaints))
}

/// `POST /{p}/work/councils/rounds/{round}/removal`.
pub(crate) async fn remove(ctx: Ctx, Path(at): Path<AtRound>) -> Answer {
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await?;
    let round = one(&mut tx, at).await?;
    remove_round(&mut tx, &round).await?;
    see_other(&tx.commit_to(&said(&room_url(&ctx, "/expressions"), "round-removed")).await?)
}

/// The page.
pub(crate) fn view(ctx: &Ctx, round: &Round, sent: &Pairs, complaints: &Complaints) -> Markup {
    let (say, list) = (ctx.say(), room_url(ctx, "/expressions"));
    let url = round_url(ctx, round.id);
    let season = say.t(&format!("round-season-{}", round.season.code()), &[]);
    let change = form(ctx, &url).complaints(complaints).cancel(&list);
    let body = markup! {
        p { (t!(say, "round-change-about")) }
        (change.show(&t!(say, "round-save"), markup! {
            (fields(ctx, &change, sent))
            (change.version(round.version))
        }))
        section #removal {
            h2 { (t!(say, "round-remove")) }
            p { (t!(say, "round-remove-about")) }
            (form(ctx, format!("{url}/removal")).button(&t!(say, "round-remove"), &season, &[]))
        }
    };
    let title = t!(say, "round-from-to", season = season, from = round.opens_on, to = round.closes_on);
    page(ctx, &Head::new(title).under(t!(say, "expressions-title"), list), body)
}
