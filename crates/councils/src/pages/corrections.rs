//! A term that was written down wrongly is put right: who, from when until when, how it ended. The history keeps what stood
//! there before, and why it was changed.

use super::{
    AtSeat,
    choices::STAYS,
    forms::read_term,
    granting::read,
    seat_url,
    seats::{SeatPage, load},
    term_conflict::{called, term_labels, term_pairs},
    terms::{left_ways_and, span, term_fields},
};
use crate::{
    CouncilId, SeatId, TermId, can,
    known::{Known, people_of, unless},
    membership::correct_membership,
    rules::{
        seats::Board,
        terms::{AskForTerm, Corrected, Holder, LeftHow, Term, correct},
    },
    store::{
        seats::{find_board, touch_seat},
        terms::update_term,
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::PersonId;
use platform::{
    audit::AuditEntry,
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::{Conflict, Head, conflict, field, form, page, said},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    ids::Ref,
    t,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The part of an address that names a term of a seat.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtTerm {
    council: CouncilId,
    seat: SeatId,
    term: TermId,
}

impl AtTerm {
    const fn seat(self) -> AtSeat {
        AtSeat { council: self.council, seat: self.seat }
    }
}

/// The address of a term, where it is put right.
pub(super) fn term_url(ctx: &Ctx, at: AtSeat, term: TermId) -> String {
    seat_url(ctx, at, &format!("/terms/{term}"))
}

/// The form: the seat, the term, what was typed and what was wrong with it.
pub(crate) struct CorrectionPage {
    pub(crate) seat: SeatPage,
    pub(crate) term: Term,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

/// What the history keeps of a correction.
#[derive(Serialize)]
struct Written<'a> {
    term: Corrected,
    why: &'a str,
}

/// `GET …/seats/{seat}/terms/{term}`: the form.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtTerm>) -> Answer {
    let mut tx = ctx.read(can::CORRECT_TERM).await?;
    let (seat, term) = of(&ctx, &mut tx, at).await?;
    tx.done().await?;
    let sent = term_pairs(&seat, &term);
    html(view(&ctx, &CorrectionPage { seat, term, sent, complaints: Complaints::default() }))
}

/// `POST …/seats/{seat}/terms/{term}`: the term is put right.
pub(crate) async fn update(ctx: Ctx, Path(at): Path<AtTerm>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::CORRECT_TERM).await?;
    let (council, stored) = read(&ctx, &mut tx, at.seat()).await?;
    let (seat, term) = of(&ctx, &mut tx, at).await?;
    if sent.version() != stored.version {
        let by = tx.history(&Ref::from(at.seat), 1).await?.pop();
        tx.done().await?;
        let shown = CorrectionPage { seat, term, sent, complaints: Complaints::default() };
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, &shown, by.as_ref())?);
    }
    let board = find_board(&mut tx, &council).await?;
    let (corrected, why) = match decide(&ctx, &mut tx, (&board, at, &term), &sent).await? {
        Ok(decided) => decided,
        Err(complaints) => {
            tx.done().await?;
            let shown = CorrectionPage { seat, term, sent, complaints };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown));
        }
    };
    touch_seat(&mut tx, at.seat, stored.version).await?;
    update_term(&mut tx, at.term, &corrected).await?;
    remember(&mut tx, at, &term, Written { term: corrected, why: &why }).await?;
    let to = tx.commit_to(&said(&seat_url(&ctx, at.seat(), ""), "term-corrected")).await?;
    see_other(&to)
}

/// Both in the history; and everybody whom it was or is about in the ledger of consent.
async fn remember(tx: &mut Tx, at: AtTerm, before: &Term, after: Written<'_>) -> Result<()> {
    let was = Corrected { agreed: before.agreed, left: before.left };
    tx.audit("seat.corrected", at.seat, Some(&Written { term: was, why: "" }), Some(&after)).await?;
    let people: BTreeSet<PersonId> =
        people_of(&before.agreed).into_iter().chain(people_of(&after.term.agreed)).collect();
    correct_membership(tx, &people.into_iter().collect::<Vec<_>>()).await
}

async fn of(ctx: &Ctx, tx: &mut Tx, at: AtTerm) -> Result<(SeatPage, Term)> {
    let seat = load(ctx, tx, at.seat()).await?;
    let term = seat.terms.iter().find(|term| term.id == at.term).copied().or_not_found()?;
    Ok((seat, term))
}

/// The term as it should have been written, and why.
async fn decide(
    ctx: &Ctx,
    tx: &mut Tx,
    (board, at, term): (&Board, AtTerm, &Term),
    sent: &Pairs,
) -> Result<Result<(Corrected, String), Complaints>> {
    let read = match read_correction(ctx, term, sent) {
        Ok(read) => read,
        Err(complaints) => return Ok(Err(complaints)),
    };
    let named: Vec<PersonId> =
        people_of(&read.0.agreed).into_iter().filter(|id| !people_of(&term.agreed).contains(id)).collect();
    let known = Known::people(tx, partners::reader(ctx), &named).await?;
    let is_new = |id: &PersonId| named.contains(id);
    let mut unknown = known.person("holder", read.0.agreed.holder.person().filter(is_new));
    unknown.0.extend(known.person("alternate", read.0.agreed.alternate.filter(is_new)).0);
    Ok(unless(unknown, read).and_then(|(corrected, why)| {
        correct(board, at.seat, at.term, &corrected).map_err(|why| Complaints::one(why.field(), why))?;
        Ok((corrected, why))
    }))
}

fn read_correction(ctx: &Ctx, term: &Term, sent: &Pairs) -> Result<(Corrected, String), Complaints> {
    let id = |person: Option<PersonId>| person.map(|id| id.to_string()).unwrap_or_default();
    let stays = |sent: Pairs, field: &str, person| {
        if sent.get(field) == STAYS { sent.with(field, id(person)) } else { sent }
    };
    let whole = stays(sent.clone(), "holder", term.agreed.holder.person());
    let whole = stays(whole, "alternate", term.agreed.alternate);
    let agreed: Result<AskForTerm, Complaints> = read_term(ctx, &whole);
    let mut reading = Reading::of(ctx, &whole);
    let left = read_left(&mut reading, term);
    let why = reading.prose("why");
    let mut complaints = reading.complaints;
    match agreed {
        Ok(mut agreed) if complaints.is_empty() => {
            if term.agreed.holder == Holder::Erased && agreed.holder == Holder::NotNamed {
                agreed.holder = Holder::Erased;
            }
            Ok((Corrected { agreed, left }, why))
        }
        Ok(_) => Err(complaints),
        Err(mut first) => {
            first.0.append(&mut complaints.0);
            Err(first)
        }
    }
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &CorrectionPage) -> Markup {
    let say = ctx.say();
    let body = markup! {
        p { (t!(say, "term-correct-explains", span = span(ctx, &of.term))) }
        (the_form(ctx, of))
    };
    page(ctx, &head(ctx, of), body)
}

fn head(ctx: &Ctx, of: &CorrectionPage) -> Head {
    let seat = &of.seat.line.seat;
    Head::new(t!(ctx.say(), "term-correct"))
        .under(seat.category.plain(ctx.lang), seat_url(ctx, of.seat.at(), ""))
}

fn the_form(ctx: &Ctx, of: &CorrectionPage) -> Markup {
    let (say, sent) = (ctx.say(), &of.sent);
    let form = form(ctx, term_url(ctx, of.seat.at(), of.term.id))
        .complaints(&of.complaints)
        .cancel(seat_url(ctx, of.seat.at(), ""));
    let holders = of.seat.choices.people_and(ctx, sent.get("holder"));
    let alternates = of.seat.choices.people_and(ctx, sent.get("alternate"));
    let fields = markup! {
        (term_fields(ctx, &form, sent, (&holders, &alternates)))
        (form.date(field("on", t!(say, "term-left-on")).hint(t!(say, "term-left-on-hint")).value(sent.get("on")).optional()))
        (form.select(field("how", t!(say, "term-how")).value(sent.get("how")).optional(), &left_ways_and(ctx, sent.get("how"))))
        (form.prose(field("why", t!(say, "term-correct-why")).hint(t!(say, "term-correct-why-hint")).value(sent.get("why")).rows(3)))
        (form.version(of.seat.line.seat.version))
    };
    form.show(&t!(say, "term-correct-submit"), fields)
}

/// The page when somebody else has changed the seat meanwhile.
///
/// # Errors
/// A failure when a form cannot be written as pairs.
pub(crate) fn conflict_view(ctx: &Ctx, of: &CorrectionPage, by: Option<&AuditEntry>) -> Result<Markup> {
    let version = of.seat.line.seat.version;
    let mut labels = term_labels(ctx);
    labels.push(("why".into(), t!(ctx.say(), "term-correct-why")));
    let both = Conflict {
        action: term_url(ctx, of.seat.at(), of.term.id),
        theirs: &term_pairs(&of.seat, &of.term),
        mine: &of.sent.clone().with("version", version),
        version,
        labels,
        called: &|name, value| called(ctx, &of.seat, (name, value)),
        by,
        keep_href: seat_url(ctx, of.seat.at(), ""),
        edit: the_form(ctx, of),
    };
    Ok(page(ctx, &head(ctx, of), conflict(ctx, &both)?))
}

/// How and when a term ended before its time: both, or neither.
fn read_left(reading: &mut Reading<'_>, before: &Term) -> Option<crate::rules::terms::Left> {
    let on = reading.day_or_none("on");
    let was_erased = before.left.is_some_and(|left| left.how == LeftHow::Erased);
    let stays = |how: &LeftHow| was_erased || *how != LeftHow::Erased;
    let how = reading.choice_or_none("how", |code| LeftHow::from_code(code).filter(stays));
    match (on, how) {
        (Some(on), Some(how)) => Some(crate::rules::terms::Left { on, how }),
        (Some(_), None) if reading.complaints.is_empty() => {
            reading.refuse("how", platform::errors::FieldRefusal::NotAChoice);
            None
        }
        (None, Some(_)) if reading.complaints.is_empty() => {
            reading.refuse("on", platform::errors::FieldRefusal::NotADate);
            None
        }
        _ => None,
    }
}
