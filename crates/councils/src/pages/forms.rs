//! What forms of this room say, read once into facts; what is wrong with them, field by field.

use crate::{
    rules::{
        seats::{Chairing, HOUSE_LIMIT},
        terms::{AskForTerm, Holder, Left},
        tree::Kind,
    },
    seen::reads_notes,
    store::{bodies::CouncilFacts, references::NewTermsOfReference, seats::SeatFacts},
};
use jiff::civil::Date;
use partners::{Visibility, visible_to};
use platform::{
    ctx::Ctx,
    errors::{Complaints, FieldRefusal},
    http::{Pairs, Reading},
    text::{NAME, PROSE, Text},
};

/// A word for what a body is has at most this many characters.
const WORD: usize = 60;
/// An outcome has at most this many characters.
pub(crate) const OUTCOME: usize = 600;
/// Terms of reference have at most this many characters.
const TERMS_OF_REFERENCE: usize = 60_000;

/// A body's form, read on top of what it was. Where it stands and how many seats it has changes only who may set up bodies.
pub(crate) fn read_council(
    ctx: &Ctx,
    form: &Pairs,
    before: &CouncilFacts,
) -> Result<CouncilFacts, Complaints> {
    let mut reading = Reading::of(ctx, form);
    let name = reading.lines("name", &before.name, NAME);
    reading.needed("name", &name);
    let facts = CouncilFacts {
        word: reading.lines("word", &before.word, WORD),
        outcome: reading.proses("outcome", &before.outcome, OUTCOME),
        mandate: reading.proses("mandate", &before.mandate, PROSE),
        open: reading.is_ticked("open"),
        name,
        ..before.clone()
    };
    if !ctx.may(crate::can::SET_UP_COUNCILS) {
        return reading.done(facts);
    }
    let facts = CouncilFacts {
        kind: reading.choice("kind", Kind::from_code).unwrap_or(before.kind),
        parent: reading.id_or_none("parent"),
        position: reading.number_or_none("position", (0, 999)).unwrap_or(0),
        seat_limit: reading.number_or_none("seat_limit", (1, HOUSE_LIMIT - 1)),
        ..facts
    };
    reading.done(facts)
}

/// The form that a body's facts make.
pub(crate) fn council_form(facts: &CouncilFacts, version: i64) -> Pairs {
    Pairs::default()
        .with("kind", facts.kind.code())
        .with_text("name", &facts.name)
        .with_text("word", &facts.word)
        .with_text("outcome", &facts.outcome)
        .with_text("mandate", &facts.mandate)
        .with("parent", facts.parent.map(|id| id.to_string()).unwrap_or_default())
        .with("position", facts.position)
        .with("open", if facts.open { "yes" } else { "" })
        .with("seat_limit", facts.seat_limit.map(|limit| limit.to_string()).unwrap_or_default())
        .with("version", version)
}

/// A seat's form, read on top of what it was. A note that is not for the sender stays as it is.
pub(crate) fn read_seat(ctx: &Ctx, form: &Pairs, before: &SeatFacts) -> Result<SeatFacts, Complaints> {
    let (mut reading, reader) = (Reading::of(ctx, form), partners::reader(ctx));
    let offered = |code: &str| Visibility::from_code(code).filter(|of| visible_to(*of, reader));
    let category = reading.lines("category", &before.category, NAME);
    reading.needed("category", &category);
    let facts = SeatFacts {
        category,
        sector: reading.id_or_none("sector"),
        organization: reading.id_or_none("organization"),
        ex_officio: reading.is_ticked("ex_officio"),
        chairing: reading.choice_or_none("chairing", Chairing::from_code),
        visibility: reading.choice("visibility", offered).unwrap_or(before.visibility),
        note: if reads_notes(reader) {
            reading.proses("note", &before.note, PROSE)
        } else {
            before.note.clone()
        },
        since_on: reading.day_or_none("since_on"),
    };
    reading.done(facts)
}

/// The form that a seat's facts make.
pub(crate) fn seat_form(facts: &SeatFacts, version: i64) -> Pairs {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    Pairs::default()
        .with_text("category", &facts.category)
        .with("sector", facts.sector.map(|id| id.to_string()).unwrap_or_default())
        .with("organization", facts.organization.map(|id| id.to_string()).unwrap_or_default())
        .with("ex_officio", if facts.ex_officio { "yes" } else { "" })
        .with("chairing", facts.chairing.map(Chairing::code).unwrap_or_default())
        .with("visibility", facts.visibility.code())
        .with_text("note", &facts.note)
        .with("since_on", day(facts.since_on))
        .with("version", version)
}

/// The form of a new term. A holder who is not chosen is one whom the source does not name, when that box is ticked.
pub(crate) fn read_term(ctx: &Ctx, form: &Pairs) -> Result<AskForTerm, Complaints> {
    let mut reading = Reading::of(ctx, form);
    let person = reading.id_or_none("holder");
    let is_not_named = reading.is_ticked("not_named");
    if person.is_none() && !is_not_named && reading.complaints.about("holder").is_none() {
        reading.complaints.add("holder", FieldRefusal::NotAChoice);
    }
    let starts_on = reading.day("starts_on");
    let ask = AskForTerm {
        holder: Holder::from(person.filter(|_| !is_not_named)),
        alternate: reading.id_or_none("alternate"),
        starts_on: starts_on.unwrap_or_else(|| ctx.today()),
        starts_about: reading.is_ticked("starts_about"),
        ends_on: reading.day_or_none("ends_on"),
    };
    reading.done(ask)
}

/// The form that a term makes.
pub(crate) fn term_form(agreed: &AskForTerm, left: Option<Left>) -> Pairs {
    let id = |person: Option<partners::PersonId>| person.map(|id| id.to_string()).unwrap_or_default();
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let tick = |on: bool| if on { "yes" } else { "" };
    Pairs::default()
        .with("holder", id(agreed.holder.person()))
        .with("not_named", tick(agreed.holder.person().is_none()))
        .with("alternate", id(agreed.alternate))
        .with("starts_on", agreed.starts_on)
        .with("starts_about", tick(agreed.starts_about))
        .with("ends_on", day(agreed.ends_on))
        .with("on", day(left.map(|left| left.on)))
        .with("how", left.map(|left| left.how.code()).unwrap_or_default())
}

/// The form of a new version of terms of reference.
pub(crate) fn read_reference(ctx: &Ctx, form: &Pairs) -> Result<NewTermsOfReference, Complaints> {
    let mut reading = Reading::of(ctx, form);
    let body = reading.proses("body", &Text::default(), TERMS_OF_REFERENCE);
    reading.needed("body", &body);
    let new = NewTermsOfReference {
        body,
        change_note: reading.proses("change_note", &Text::default(), PROSE),
        adopted_on: reading.day("adopted_on").unwrap_or_else(|| ctx.today()),
        adopted_about: reading.is_ticked("adopted_about"),
    };
    reading.done(new)
}
