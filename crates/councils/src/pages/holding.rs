//! Who sits there changes: somebody new holds the seat, leaves early, goes on, gets an alternate.

use super::{
    AtSeat,
    choices::STAYS,
    forms::read_term,
    granting::read,
    seat_url,
    seats::{SeatPage, load, view},
    term_conflict::conflict_view,
    terms::{About, Again},
};
use crate::{
    TermId, can,
    known::{Known, people_of, unless},
    membership::{note_membership, settle_asks},
    rules::{
        seats::Board,
        terms::{AskForTerm, Left, LeftHow, Term, hold, leave, name_alternate, renew},
    },
    store::{
        seats::{find_board, find_seat, touch_seat},
        terms::{insert_terms, list_terms_of_seats, update_alternate, update_left},
    },
};
use axum::http::StatusCode;
use partners::{PersonId, Reader};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::said,
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, see_other},
    ids::Ref,
};

/// A decision, or what is wrong with the form that asked for it.
type Decided<T> = Result<T, Complaints>;

/// `POST …/seats/{seat}/terms`: somebody holds the seat for a term.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtSeat>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::GRANT_SEAT.on(at.council)).await?;
    let (council, seat) = read(&ctx, &mut tx, at).await?;
    if sent.version() != seat.version {
        return stale(&ctx, tx, at, (About::NewHolder, sent)).await;
    }
    let board = find_board(&mut tx, &council).await?;
    let ask = match new_holder(&ctx, &mut tx, (&board, at), &sent).await? {
        Ok(ask) => ask,
        Err(complaints) => return again(&ctx, tx, at, (About::NewHolder, sent, complaints)).await,
    };
    keep(&ctx, &mut tx, at, (seat.version, ask)).await?;
    let to = tx.commit_to(&said(&seat_url(&ctx, at, ""), "term-recorded")).await?;
    see_other(&to)
}

async fn new_holder(
    ctx: &Ctx,
    tx: &mut Tx,
    (board, at): (&Board, AtSeat),
    sent: &Pairs,
) -> Result<Decided<AskForTerm>> {
    let ask = match read_term(ctx, sent) {
        Ok(ask) => ask,
        Err(complaints) => return Ok(Err(complaints)),
    };
    let known = Known::people(tx, partners::reader(ctx), &people_of(&ask)).await?;
    Ok(unless(known.term(&ask), ask).and_then(|ask| {
        hold(board, at.seat, &ask).map_err(|why| Complaints::one(why.field(), why))?;
        Ok(ask)
    }))
}

/// Stores a new term and remembers it; who sits there or stands in may be written to from then on.
pub(super) async fn keep(
    ctx: &Ctx,
    tx: &mut Tx,
    at: AtSeat,
    (version, ask): (i64, AskForTerm),
) -> Result<()> {
    let term = Term { id: tx.new_id()?, agreed: ask, left: None };
    touch_seat(tx, at.seat, version).await?;
    insert_terms(tx, &[(at.seat, term)]).await?;
    let organization = find_seat(tx, at.seat).await?.or_not_found()?.organization_id;
    settle_asks(tx, (at.seat, organization), ask.holder.person(), ctx.today()).await?;
    note_all(ctx, tx, people_of(&ask)).await?;
    tx.audit("seat.held", at.seat, None::<&()>, Some(&ask)).await
}

/// Writes down of each since when and until when she belongs.
async fn note_all(ctx: &Ctx, tx: &mut Tx, people: impl IntoIterator<Item = PersonId>) -> Result<()> {
    let people: Vec<PersonId> = people.into_iter().collect();
    note_membership(tx, &people, ctx.today()).await
}

/// `POST …/seats/{seat}/resignation`: a holder leaves before the term is over.
pub(crate) async fn resign(ctx: Ctx, Path(at): Path<AtSeat>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::GRANT_SEAT.on(at.council)).await?;
    let (_, seat) = read(&ctx, &mut tx, at).await?;
    let term = term_of(&mut tx, at, &sent).await?;
    if sent.version() != seat.version {
        return stale(&ctx, tx, at, (About::Leaving, sent)).await;
    }
    let left = match leaving(&ctx, &term, &sent) {
        Ok(left) => left,
        Err(complaints) => return again(&ctx, tx, at, (About::Leaving, sent, complaints)).await,
    };
    touch_seat(&mut tx, at.seat, seat.version).await?;
    update_left(&mut tx, term.id, left).await?;
    note_all(&ctx, &mut tx, people_of(&term.agreed)).await?;
    tx.audit("seat.resigned", at.seat, Some(&term.agreed), Some(&left)).await?;
    let to = tx.commit_to(&said(&seat_url(&ctx, at, ""), "term-left")).await?;
    see_other(&to)
}

fn leaving(ctx: &Ctx, term: &Term, sent: &Pairs) -> Decided<Left> {
    let mut reading = Reading::of(ctx, sent);
    let (on, how) = (reading.day("on"), reading.choice("how", LeftHow::given));
    match on.zip(how) {
        Some((on, how)) => leave(term, on, how).map_err(|why| Complaints::one(why.field(), why)),
        None => Err(reading.complaints),
    }
}

/// `POST …/seats/{seat}/renewal`: the holder goes on for another term.
pub(crate) async fn renewed(ctx: Ctx, Path(at): Path<AtSeat>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::GRANT_SEAT.on(at.council)).await?;
    let (council, seat) = read(&ctx, &mut tx, at).await?;
    let term = term_of(&mut tx, at, &sent).await?;
    if sent.version() != seat.version {
        return stale(&ctx, tx, at, (About::Renewal, sent)).await;
    }
    let board = find_board(&mut tx, &council).await?;
    let ask = match renewal(&ctx, &mut tx, (&board, at, &term), &sent).await? {
        Ok(ask) => ask,
        Err(complaints) => return again(&ctx, tx, at, (About::Renewal, sent, complaints)).await,
    };
    keep(&ctx, &mut tx, at, (seat.version, ask)).await?;
    let to = tx.commit_to(&said(&seat_url(&ctx, at, ""), "term-renewed")).await?;
    see_other(&to)
}

/// The term that follows. Its people stand in the record, but must still be here.
async fn renewal(
    ctx: &Ctx,
    tx: &mut Tx,
    (board, at, term): (&Board, AtSeat, &Term),
    sent: &Pairs,
) -> Result<Decided<AskForTerm>> {
    let mut reading = Reading::of(ctx, sent);
    let ends_on = reading.day_or_none("ends_on");
    if !reading.complaints.is_empty() {
        return Ok(Err(reading.complaints));
    }
    let known = Known::people(tx, Reader::Staff, &people_of(&term.agreed)).await?;
    let gone = known.term(&term.agreed).0.into_iter().map(|complaint| complaint.why);
    let gone = gone.map(|why| platform::errors::Complaint { field: "".into(), why }).collect();
    Ok(unless(Complaints(gone), ()).and_then(|()| {
        let of_form = |field| if field == "ends_on" { field } else { "" };
        renew(board, at.seat, term, ends_on).map_err(|why| Complaints::one(of_form(why.field()), why))
    }))
}

/// `POST …/seats/{seat}/alternate`: who comes when the holder cannot.
pub(crate) async fn alternates(ctx: Ctx, Path(at): Path<AtSeat>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::GRANT_SEAT.on(at.council)).await?;
    let (_, seat) = read(&ctx, &mut tx, at).await?;
    let term = term_of(&mut tx, at, &sent).await?;
    if sent.version() != seat.version {
        return stale(&ctx, tx, at, (About::Alternate, sent)).await;
    }
    let alternate = match alternate(&ctx, &mut tx, &term, &sent).await? {
        Ok(alternate) => alternate,
        Err(complaints) => return again(&ctx, tx, at, (About::Alternate, sent, complaints)).await,
    };
    touch_seat(&mut tx, at.seat, seat.version).await?;
    update_alternate(&mut tx, term.id, alternate).await?;
    let mut both: Vec<PersonId> = [term.agreed.alternate, alternate].into_iter().flatten().collect();
    both.dedup();
    note_all(&ctx, &mut tx, both).await?;
    tx.audit("seat.alternate", at.seat, Some(&term.agreed.alternate), Some(&alternate)).await?;
    let to = tx.commit_to(&said(&seat_url(&ctx, at, ""), "term-alternate")).await?;
    see_other(&to)
}

async fn alternate(ctx: &Ctx, tx: &mut Tx, term: &Term, sent: &Pairs) -> Result<Decided<Option<PersonId>>> {
    if sent.get("alternate") == STAYS {
        return Ok(Ok(term.agreed.alternate));
    }
    let mut reading = Reading::of(ctx, sent);
    let alternate = reading.id_or_none::<PersonId>("alternate");
    if !reading.complaints.is_empty() {
        return Ok(Err(reading.complaints));
    }
    let named: Vec<PersonId> = alternate.into_iter().collect();
    let known = Known::people(tx, partners::reader(ctx), &named).await?;
    Ok(unless(known.person("alternate", alternate), alternate).and_then(|alternate| {
        name_alternate(term, alternate).map_err(|why| Complaints::one(why.field(), why))?;
        Ok(alternate)
    }))
}

/// The term that a form is about, on the seat of the address.
pub(super) async fn term_of(tx: &mut Tx, at: AtSeat, sent: &Pairs) -> Result<Term> {
    let wanted: Option<TermId> = sent.get("term").parse().ok();
    let terms = list_terms_of_seats(tx, &[at.seat]).await?;
    terms.into_iter().map(|(_, term)| term).find(|term| Some(term.id) == wanted).or_not_found()
}

/// The seat's page again, with what was typed and what is wrong with it.
async fn again(
    ctx: &Ctx,
    mut tx: Tx,
    at: AtSeat,
    (about, sent, complaints): (About, Pairs, Complaints),
) -> Answer {
    let again = Some(Again { about, sent, complaints });
    let shown = SeatPage { again, ..load(ctx, &mut tx, at).await? };
    tx.done().await?;
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(ctx, &shown))
}

/// Somebody else has changed the seat since the form was made: what is stored and what was typed, side by side.
async fn stale(ctx: &Ctx, mut tx: Tx, at: AtSeat, (about, sent): (About, Pairs)) -> Answer {
    let by = tx.history(&Ref::from(at.seat), 1).await?.pop();
    let again = Some(Again { about, sent, complaints: Complaints::default() });
    let shown = SeatPage { again, ..load(ctx, &mut tx, at).await? };
    tx.done().await?;
    page_with(StatusCode::CONFLICT, conflict_view(ctx, &shown, by.as_ref())?)
}
