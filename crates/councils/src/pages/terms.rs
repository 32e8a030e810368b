//! Terms on a seat's page: its history, a new holder, a resignation, a renewal, an alternate.

use super::{
    AtSeat,
    forms::{Reading, read_term, version},
    lines::Who,
    seat_url,
    seats::{SeatPage, load, read, view},
};
use crate::{
    TermId, can,
    membership::note_membership,
    rules::terms::{AskForTerm, LeftHow, Term, TermRefusal, hold, leave, name_alternate, renew},
    store::{
        seats::{find_board, touch_seat},
        terms::{insert_terms, list_terms_of_seats, update_alternate, update_left},
    },
};
use axum::http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html as markup};
use partners::PersonId;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{Choice, FormHtml, choice, field, form, said},
    http::{Answer, Form, Pairs, Path, answer::page_with, see_other},
    t,
};

/// The terms of a seat, newest first: who sat there from when until when, and how it ended.
pub(crate) fn history(ctx: &Ctx, shown: &SeatPage) -> Markup {
    let say = ctx.say();
    let may_know = partners::visible_to(shown.line.seat.visibility, partners::reader(ctx));
    markup! {
        @if shown.terms.is_empty() { p { (t!(say, "seat-history-empty")) } } @else {
            ol.history reversed { @for term in shown.terms.iter().rev() { li {
                b { (shown.names.who(term.agreed.holder, may_know).words(ctx)) }
                " · " (span(ctx, term))
                @if let Some(left) = term.left { " · " (say.t(&format!("term-left-{}", left.how.code()), &[])) }
                @if let Some(alternate) = term.agreed.alternate.filter(|_| may_know) {
                    @let who = shown.names.who(Some(alternate).into(), may_know);
                    @if who != Who::Hidden { br; span.small.quiet { (t!(say, "term-alternate", name = who.words(ctx))) } }
                }
            } } }
        }
    }
}

/// From when until when, in words.
pub(crate) fn span(ctx: &Ctx, term: &Term) -> String {
    let say = ctx.say();
    let from = say.day(term.agreed.starts_on);
    match (term.last_day().map(|last| say.day(last)), term.agreed.starts_about) {
        (Some(to), false) => t!(say, "term-from-to", from = from, to = to),
        (Some(to), true) => t!(say, "term-from-about-to", from = from, to = to),
        (None, false) => t!(say, "term-from", from = from),
        (None, true) => t!(say, "term-from-about", from = from),
    }
}

/// What can be done about who sits there: forms that open on demand, each with one button.
pub(crate) fn forms(ctx: &Ctx, shown: &SeatPage) -> Markup {
    let say = ctx.say();
    let at = AtSeat { council: shown.line.seat.council_id, seat: shown.line.seat.id };
    let version = shown.line.seat.version;
    let running = shown.terms.iter().rev().find(|term| !term.is_over(ctx.today()));
    markup! {
        section #holder {
            h2 { (t!(say, "seat-who-sits")) }
            @if let Some(term) = running {
                (part(&t!(say, "term-leave"), false, leaving(ctx, at, version, term)))
                @if let Some(last) = term.last_day() { (part(&t!(say, "term-renew"), false, renewal(ctx, at, version, (term, last)))) }
                (part(&t!(say, "term-name-alternate"), false, alternate(ctx, at, version, (term, shown))))
            }
            (part(&t!(say, "term-new-holder"), running.is_none() || !shown.complaints.is_empty(), holder(ctx, at, shown)))
        }
    }
}

fn part(label: &str, open: bool, form: Markup) -> Markup {
    markup! { details open[open] { summary { (label) } (form) } }
}

fn people(shown: &SeatPage) -> Vec<Choice> {
    shown.choices.people.iter().map(|person| choice(person.id.to_string(), person.name.clone())).collect()
}

fn holder(ctx: &Ctx, at: AtSeat, shown: &SeatPage) -> Markup {
    let say = ctx.say();
    let (sent, people) = (&shown.sent, people(shown));
    let form = form(ctx, seat_url(ctx, at, "/terms")).named("holder").complaints(&shown.complaints);
    let fields = markup! {
        (form.select(field("holder", t!(say, "seat-holder")).hint(t!(say, "term-holder-hint")).value(sent.get("holder")).optional(), &people))
        (form.check(field("not_named", t!(say, "term-not-named")).value(sent.get("not_named"))))
        (form.select(field("alternate", t!(say, "seat-alternate")).value(sent.get("alternate")).optional(), &people))
        (form.date(field("starts_on", t!(say, "term-starts-on")).value(sent.get("starts_on"))))
        (form.check(field("starts_about", t!(say, "term-starts-about")).value(sent.get("starts_about"))))
        (form.date(field("ends_on", t!(say, "term-ends-on")).hint(t!(say, "term-ends-on-hint")).value(sent.get("ends_on")).optional()))
        (form.version(shown.line.seat.version))
    };
    form.show(&t!(say, "term-record"), fields)
}

fn leaving(ctx: &Ctx, at: AtSeat, version: i64, term: &Term) -> Markup {
    let say = ctx.say();
    let ways: Vec<Choice> = LeftHow::ALL
        .into_iter()
        .map(|how| choice(how.code(), say.t(&format!("term-left-{}", how.code()), &[])))
        .collect();
    let form = form(ctx, seat_url(ctx, at, "/resignation")).named("leaving");
    let fields = markup! {
        (form.date(field("on", t!(say, "term-last-day")).value(ctx.today().to_string())))
        (form.radios(field("how", t!(say, "term-how")).value(LeftHow::Resigned.code()), &ways))
        (about_term(&form, version, term.id))
    };
    form.show(&t!(say, "term-leave"), fields)
}

fn renewal(ctx: &Ctx, at: AtSeat, version: i64, (term, last): (&Term, Date)) -> Markup {
    let say = ctx.say();
    let form = form(ctx, seat_url(ctx, at, "/renewal")).named("renewal");
    let fields = markup! {
        p { (t!(say, "term-renew-explains", day = last)) }
        (form.date(field("ends_on", t!(say, "term-ends-on")).hint(t!(say, "term-ends-on-hint")).optional()))
        (about_term(&form, version, term.id))
    };
    form.show(&t!(say, "term-renew"), fields)
}

fn alternate(ctx: &Ctx, at: AtSeat, version: i64, (term, shown): (&Term, &SeatPage)) -> Markup {
    let say = ctx.say();
    let named = term.agreed.alternate.map(|id| id.to_string()).unwrap_or_default();
    let form = form(ctx, seat_url(ctx, at, "/alternate")).named("alternate");
    let fields = markup! {
        (form.select(field("alternate", t!(say, "seat-alternate")).value(named).optional(), &people(shown)))
        (about_term(&form, version, term.id))
    };
    form.show(&t!(say, "term-name-alternate"), fields)
}

fn about_term(form: &FormHtml<'_>, version: i64, term: TermId) -> Markup {
    markup! { (form.hidden("term", &term.to_string())) (form.version(version)) }
}

/// `POST …/seats/{seat}/terms`: somebody holds the seat for a term.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtSeat>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::GRANT_SEAT.on(at.council)).await?;
    let (council, seat) = read(&mut tx, at).await?;
    let board = find_board(&mut tx, &council).await?;
    let decided = read_term(&ctx, &sent).and_then(|ask| {
        hold(&board, at.seat, &ask).map_err(|why| Complaints::one(why.field(), why))?;
        Ok(ask)
    });
    let ask = match decided {
        Ok(ask) => ask,
        Err(complaints) => {
            let shown = SeatPage { sent, complaints, ..load(&ctx, &mut tx, at).await? };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown));
        }
    };
    same(&sent, seat.version)?;
    keep(&mut tx, at, (seat.version, ask)).await?;
    let to = tx.commit_to(&said(&seat_url(&ctx, at, ""), "term-recorded")).await?;
    see_other(&to)
}

/// Stores a new term and remembers it; who sits there may be written to from then on.
async fn keep(tx: &mut Tx, at: AtSeat, (version, ask): (i64, AskForTerm)) -> Result<()> {
    let term = Term { id: tx.new_id()?, agreed: ask, left: None };
    touch_seat(tx, at.seat, version).await?;
    insert_terms(tx, &[(at.seat, term)]).await?;
    if let Some(person) = ask.holder.person() {
        note_membership(tx, person).await?;
    }
    tx.audit("seat.held", at.seat, None::<&()>, Some(&ask)).await
}

/// `POST …/seats/{seat}/resignation`: a holder leaves before the term is over.
pub(crate) async fn resign(ctx: Ctx, Path(at): Path<AtSeat>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::GRANT_SEAT.on(at.council)).await?;
    let (_, seat) = read(&mut tx, at).await?;
    let term = term_of(&mut tx, at, &sent).await?;
    same(&sent, seat.version)?;
    let mut reading = Reading::of(&ctx, &sent);
    let (on, how) = (reading.day("on"), reading.choice("how", LeftHow::from_code));
    let Some((on, how)) = on.zip(how) else { return refused(reading.complaints) };
    let left = leave(&term, on, how)?;
    touch_seat(&mut tx, at.seat, seat.version).await?;
    update_left(&mut tx, term.id, left).await?;
    if let Some(person) = term.agreed.holder.person() {
        note_membership(&mut tx, person).await?;
    }
    tx.audit("seat.resigned", at.seat, Some(&term.agreed), Some(&left)).await?;
    let to = tx.commit_to(&said(&seat_url(&ctx, at, ""), "term-left")).await?;
    see_other(&to)
}

/// `POST …/seats/{seat}/renewal`: the holder goes on for another term.
pub(crate) async fn renewed(ctx: Ctx, Path(at): Path<AtSeat>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::GRANT_SEAT.on(at.council)).await?;
    let (council, seat) = read(&mut tx, at).await?;
    let term = term_of(&mut tx, at, &sent).await?;
    same(&sent, seat.version)?;
    let mut reading = Reading::of(&ctx, &sent);
    let ends_on = reading.day_or_none("ends_on");
    if !reading.complaints.is_empty() {
        return refused(reading.complaints);
    }
    let board = find_board(&mut tx, &council).await?;
    let ask = renew(&board, at.seat, &term, ends_on)?;
    keep(&mut tx, at, (seat.version, ask)).await?;
    let to = tx.commit_to(&said(&seat_url(&ctx, at, ""), "term-renewed")).await?;
    see_other(&to)
}

/// `POST …/seats/{seat}/alternate`: who comes when the holder cannot.
pub(crate) async fn alternates(ctx: Ctx, Path(at): Path<AtSeat>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::GRANT_SEAT.on(at.council)).await?;
    let (_, seat) = read(&mut tx, at).await?;
    let term = term_of(&mut tx, at, &sent).await?;
    same(&sent, seat.version)?;
    let mut reading = Reading::of(&ctx, &sent);
    let alternate = reading.id_or_none::<PersonId>("alternate");
    if !reading.complaints.is_empty() {
        return refused(reading.complaints);
    }
    name_alternate(&term, alternate)?;
    touch_seat(&mut tx, at.seat, seat.version).await?;
    update_alternate(&mut tx, term.id, alternate).await?;
    tx.audit("seat.alternate", at.seat, Some(&term.agreed.alternate), Some(&alternate)).await?;
    let to = tx.commit_to(&said(&seat_url(&ctx, at, ""), "term-alternate")).await?;
    see_other(&to)
}

/// The term that a form is about, on the seat of the address.
async fn term_of(tx: &mut Tx, at: AtSeat, sent: &Pairs) -> Result<Term> {
    let wanted: Option<TermId> = sent.get("term").parse().ok();
    let terms = list_terms_of_seats(tx, &[at.seat]).await?;
    terms.into_iter().map(|(_, term)| term).find(|term| Some(term.id) == wanted).or_not_found()
}

/// Whether the form was made from the seat as it stands.
fn same(sent: &Pairs, stands: i64) -> Result<()> {
    if version(sent) == stands { Ok(()) } else { Err(Error::Stale) }
}

/// A form with one or two fields is refused with its first complaint.
fn refused(mut complaints: Complaints) -> Answer {
    let first = complaints.0.drain(..).next().map(|complaint| complaint.why);
    Err(first.map_or_else(|| TermRefusal::Gone.into(), Error::Refused))
}
