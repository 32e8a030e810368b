//! An expression of interest is answered: a seat, a no with a reason, or later. The person hears it in her own language.

use super::{
    answer_mail::{self, GivenSeat},
    expression_conflict::conflict_view,
    expressions::{AtExpression, ExpressionPage, expression_url, one, one_view, read_answer},
};
use crate::{
    SeatId, can,
    known::{Known, people_of, unless},
    membership::{note_membership, settle_asks},
    rules::{
        expressions::{ExpressionAnswer, ExpressionRefusal, ExpressionState, answer},
        reaching::ReachBy,
        seats::Board,
        terms::{AskForTerm, Holder, Term, hold},
    },
    seen::for_reader,
    store::{
        bodies::{Council, find_council},
        expressions::{Answered, Expression, find_expression, update_answer},
        seats::{find_board, find_seat, touch_seat},
        terms::insert_terms,
    },
};
use axum::http::StatusCode;
use partners::{ContactKind, NewContactPoint, NewPerson, PersonId, Visibility};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::said,
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, see_other},
    ids::Ref,
};

/// `POST /{p}/work/councils/expressions/{expression}/answer`.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtExpression>, Form(sent): Form<Pairs>) -> Answer {
    let council = council_of(&ctx, at).await?;
    let mut tx = ctx.write(can::ANSWER_EXPRESSION.on(council.id)).await?;
    let before = find_expression(&mut tx, at.expression).await?.or_not_found()?;
    // Read again: alone in the partnership now, nobody can close it before this is saved.
    let council = find_council(&mut tx, council.id).await?.or_not_found()?;
    let board = find_board(&mut tx, &council).await?;
    if sent.version() != before.version {
        return stale(&ctx, tx, at, sent).await;
    }
    let (given, words) = match known(&ctx, &mut tx, decide(&ctx, &before, &board, &sent)).await? {
        Ok(decided) => decided,
        Err(complaints) => {
            let mut shown = one(&ctx, &mut tx, at.expression).await?;
            (shown.sent, shown.complaints) = (sent, complaints);
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, one_view(&ctx, &shown));
        }
    };
    if let Given::Seat(seat, ask) = &given {
        seat_person(&ctx, &mut tx, (*seat, ask), &before).await?;
    }
    let state = given.state();
    update_answer(&mut tx, &before, Answered { state, seat: given.seat(), words: &words }).await?;
    if state.is_answered() && before.reach_by == ReachBy::Mail {
        answer_mail::send(&ctx, &mut tx, (&council, &before), (given.term(), &words)).await?;
    }
    tx.audit("expression.answered", at.expression, Some(&before.state.code()), Some(&state.code())).await?;
    let to = tx.commit_to(&said(&expression_url(&ctx, at.expression, ""), "expression-answered")).await?;
    see_other(&to)
}

/// Somebody else has answered or changed it since the page was made: both texts, and nothing typed is lost.
async fn stale(ctx: &Ctx, mut tx: Tx, at: AtExpression, sent: Pairs) -> Answer {
    let by = tx.history(&Ref::from(at.expression), 1).await?.pop();
    let shown = ExpressionPage { sent, ..one(ctx, &mut tx, at.expression).await? };
    tx.done().await?;
    page_with(StatusCode::CONFLICT, conflict_view(ctx, &shown, by.as_ref())?)
}

/// The same decision, unless the person or the seat it names is unknown to whoever answers.
async fn known(
    ctx: &Ctx,
    tx: &mut Tx,
    decided: std::result::Result<(Given, String), Complaints>,
) -> Result<std::result::Result<(Given, String), Complaints>> {
    let Ok((Given::Seat(seat, ask), _)) = &decided else { return Ok(decided) };
    let reader = partners::reader(ctx);
    if find_seat(tx, *seat).await?.and_then(|seat| for_reader(seat, reader)).is_none() {
        return Ok(Err(Complaints::one("seat", ExpressionRefusal::NoSuchSeat)));
    }
    let known = Known::people(tx, reader, &people_of(ask)).await?;
    let unknown = known.person("person", ask.holder.person());
    Ok(decided.and_then(|decided| unless(unknown, decided)))
}

/// The body that an expression is about; authority to answer is asked on it.
async fn council_of(ctx: &Ctx, at: AtExpression) -> Result<Council> {
    let mut tx = ctx.read(can::SEE_EXPRESSIONS).await?;
    let expression = find_expression(&mut tx, at.expression).await?.or_not_found()?;
    let council = find_council(&mut tx, expression.council_id).await?.or_not_found()?;
    tx.done().await?;
    Ok(council)
}

/// An answer with everything it needs.
enum Given {
    /// A seat, for a term. The holder is put in when the person is known.
    Seat(SeatId, AskForTerm),
    /// Anything else.
    Other(ExpressionAnswer),
}

impl Given {
    fn state(&self) -> ExpressionState {
        match self {
            Self::Seat(..) => ExpressionState::Accepted,
            Self::Other(answer) => answer.state(),
        }
    }

    fn term(&self) -> Option<GivenSeat<'_>> {
        match self {
            Self::Seat(seat, ask) => Some((*seat, ask)),
            Self::Other(_) => None,
        }
    }

    fn seat(&self) -> Option<SeatId> {
        match self {
            Self::Seat(seat, _) => Some(*seat),
            Self::Other(_) => None,
        }
    }
}

fn decide(
    ctx: &Ctx,
    before: &Expression,
    board: &Board,
    sent: &Pairs,
) -> std::result::Result<(Given, String), Complaints> {
    let (given, words) = read_answer(ctx, sent)?;
    answer(before.state, given, &words, &board.seats, ctx.today())
        .map_err(|why| Complaints::one(field_of(&why), why))?;
    let ExpressionAnswer::Accept { seat } = given else { return Ok((Given::Other(given), words)) };
    let mut reading = Reading::of(ctx, sent);
    let person = reading.id_or_none::<PersonId>("person");
    let (starts_on, ends_on) = (reading.day("starts_on"), reading.day_or_none("ends_on"));
    let ask = AskForTerm {
        holder: Holder::from(person),
        alternate: None,
        starts_on: starts_on.unwrap_or_else(|| ctx.today()),
        starts_about: false,
        ends_on,
    };
    let ask = reading.done(ask)?;
    hold(board, seat, &ask).map_err(|why| Complaints::one(why.field(), why))?;
    Ok((Given::Seat(seat, ask), words))
}

fn field_of(why: &ExpressionRefusal) -> &'static str {
    match why {
        ExpressionRefusal::NoWords => "words",
        ExpressionRefusal::SeatTaken | ExpressionRefusal::NoSuchSeat => "seat",
        ExpressionRefusal::Answered => "",
    }
}

/// Lets the person hold the seat; makes her known when she is not.
async fn seat_person(
    ctx: &Ctx,
    tx: &mut Tx,
    (seat, ask): (SeatId, &AskForTerm),
    expression: &Expression,
) -> Result<()> {
    let person = match ask.holder.person() {
        Some(person) => person,
        None => make_known(tx, expression).await?,
    };
    let agreed = AskForTerm { holder: Holder::Person(person), ..*ask };
    let stored = find_seat(tx, seat).await?.or_not_found()?;
    touch_seat(tx, seat, stored.version).await?;
    insert_terms(tx, &[(seat, Term { id: tx.new_id()?, agreed, left: None })]).await?;
    settle_asks(tx, (seat, stored.organization_id), Some(person), ctx.today()).await?;
    note_membership(tx, &[person], ctx.today()).await?;
    tx.audit("seat.held", seat, None::<&()>, Some(&agreed)).await
}

async fn make_known(tx: &mut Tx, expression: &Expression) -> Result<PersonId> {
    let person = partners::add_person(tx, &NewPerson::new(&expression.name, expression.lang)).await?;
    let ways = [(ContactKind::Mail, &expression.email), (ContactKind::Phone, &expression.phone)];
    for (kind, value) in ways.into_iter().filter(|(_, value)| !value.is_empty()) {
        let (value, visibility) = (value.clone(), Visibility::Staff);
        let contact = NewContactPoint { person: Some(person), organization: None, kind, value, visibility };
        partners::add_contact(tx, &contact).await?;
    }
    Ok(person)
}
