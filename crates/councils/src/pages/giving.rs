//! A seat is given: with whoever sits on it, or, where that is said, as a vacant one.

use super::{
    AtCouncil, AtSeat,
    choices::{Choices, Chosen},
    forms::{read_term, seat_form},
    granting::{SeatForm, form_view, seat_read},
    holding, seat_url,
};
use crate::{
    SeatId, can,
    known::{Known, people_of, unless},
    rules::{
        seats::{Board, SeatOnBoard, grant_seat},
        terms::{AskForTerm, hold},
    },
    store::{
        bodies::find_council,
        categories::category_named,
        seats::{SeatFacts, find_board, insert_seat},
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::{Choice, FormHtml, choice, field, said},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    t,
    text::Text,
};
use uuid::Uuid;

/// What the form says of a seat on which somebody sits from the start, and of one on which nobody does.
const SITS: [&str; 2] = ["named", "vacant"];
/// The version of a record that was just made.
const FIRST: i64 = 1;

/// A seat as a form asks for it: what it is, its number, and who sits on it.
type Given = (SeatFacts, u32, Option<AskForTerm>);

/// `GET /{p}/work/councils/{council}/seats/new`: the form for a new seat.
pub(crate) async fn new(ctx: Ctx, Path(at): Path<AtCouncil>) -> Answer {
    let mut tx = ctx.read(can::GRANT_SEAT.on(at.council)).await?;
    let council = find_council(&mut tx, at.council).await?.or_not_found()?;
    let choices = Choices::read(&ctx, &mut tx, &Chosen::default()).await?;
    tx.done().await?;
    let sent = seat_form(&SeatFacts::of(Text::default()), 0)
        .with("organization", ctx.address().get("for"))
        .with("sits", SITS[0])
        .with("starts_on", ctx.today());
    let complaints = Complaints::default();
    html(form_view(
        &ctx,
        &SeatForm { council: &council, id: None, sent: &sent, complaints: &complaints, choices: &choices },
    ))
}

/// `POST /{p}/work/councils/{council}/seats`: a seat is granted, with its holder unless it is to be vacant.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtCouncil>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::GRANT_SEAT.on(at.council)).await?;
    let council = find_council(&mut tx, at.council).await?.or_not_found()?;
    let board = find_board(&mut tx, &council).await?;
    let (facts, number, ask) = match given(&ctx, &mut tx, &board, &sent).await? {
        Ok(decided) => decided,
        Err(complaints) => {
            let choices = Choices::read(&ctx, &mut tx, &Chosen::default()).await?;
            let (council, complaints) = (&council, &complaints);
            let form = SeatForm { council, id: None, sent: &sent, complaints, choices: &choices };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, form_view(&ctx, &form));
        }
    };
    let category = category_named(&mut tx, &facts.category).await?;
    let seat = insert_seat(&mut tx, &board, number, category, &facts).await?;
    tx.audit("seat.granted", seat, None::<&()>, Some(&facts)).await?;
    let at = AtSeat { council: at.council, seat };
    if let Some(ask) = ask {
        holding::keep(&ctx, &mut tx, at, (FIRST, ask)).await?;
    }
    let done = if ask.is_some() { "seat-granted" } else { "seat-made-vacant" };
    let to = tx.commit_to(&said(&seat_url(&ctx, at, ""), done)).await?;
    see_other(&to)
}

/// The seat that a form asks for, or everything that is wrong with it.
async fn given(
    ctx: &Ctx,
    tx: &mut Tx,
    board: &Board,
    sent: &Pairs,
) -> Result<std::result::Result<Given, Complaints>> {
    let facts = seat_read(ctx, tx, sent, None).await?;
    let ask = match asked(ctx, sent) {
        Ok(Some(ask)) => {
            let known = Known::people(tx, partners::reader(ctx), &people_of(&ask)).await?;
            unless(known.term(&ask), Some(ask))
        }
        other => other,
    };
    Ok(match (facts, ask) {
        (Ok(facts), Ok(ask)) => on_board(board, facts, ask),
        (facts, ask) => {
            let all = facts.err().into_iter().chain(ask.err()).flat_map(|one| one.0);
            Err(Complaints(all.collect()))
        }
    })
}

/// Who is to sit there from when until when; none where the form says that the seat is to be vacant.
fn asked(ctx: &Ctx, sent: &Pairs) -> std::result::Result<Option<AskForTerm>, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    match reading.choice("sits", |code| SITS.iter().position(|one| *one == code)) {
        None => Err(reading.complaints),
        Some(0) => read_term(ctx, sent).map(Some),
        Some(_) => Ok(None),
    }
}

/// The same rules as for a seat that stands there already and somebody who takes it.
fn on_board(
    board: &Board,
    facts: SeatFacts,
    ask: Option<AskForTerm>,
) -> std::result::Result<Given, Complaints> {
    let number = grant_seat(board).map_err(|why| Complaints::one("", why))?;
    if let Some(ask) = &ask {
        let (id, mut with) = (SeatId(Uuid::nil()), board.clone());
        with.seats.push(SeatOnBoard { id, number, since: facts.since_on, terms: Vec::new() });
        hold(&with, id, ask).map_err(|why| Complaints::one(why.field(), why))?;
    }
    Ok((facts, number, ask))
}

/// The two choices of the form: somebody sits there, with the fields of the first term, or nobody does yet.
pub(super) fn who(ctx: &Ctx, form: &FormHtml<'_>, shown_form: &SeatForm<'_>) -> Markup {
    let (say, sent) = (ctx.say(), shown_form.sent);
    let ways: Vec<Choice> =
        SITS.iter().map(|code| choice(*code, say.t(&format!("seat-sits-{code}"), &[]))).collect();
    let if_named = || t!(say, "seat-if-named");
    markup! {
        (form.radios(field("sits", t!(say, "seat-who-sits")).value(sent.get("sits")), &ways))
        (form.select(field("holder", t!(say, "seat-holder")).hint(t!(say, "term-holder-hint")).value(sent.get("holder")).needed_if(if_named()), &shown_form.choices.people()))
        (form.check(field("not_named", t!(say, "term-not-named")).value(sent.get("not_named"))))
        (form.date(field("starts_on", t!(say, "term-starts-on")).value(sent.get("starts_on")).needed_if(if_named())))
        (form.date(field("ends_on", t!(say, "term-ends-on")).hint(t!(say, "term-ends-on-hint")).value(sent.get("ends_on")).optional()))
    }
}
