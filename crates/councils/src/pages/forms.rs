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
    http::Pairs,
    langs::Lang,
    text::{LineRefusal, Text, line, prose},
};
use std::{borrow::Cow, str::FromStr};

/// Names have at most this many characters in each language.
pub(crate) const NAME: usize = 200;
/// A word for what a body is has at most this many characters.
const WORD: usize = 60;
/// An outcome has at most this many characters.
pub(crate) const OUTCOME: usize = 600;
/// A mandate, a note and an answer have at most this many characters.
pub(crate) const PROSE: usize = 4_000;
/// Terms of reference have at most this many characters.
const TERMS_OF_REFERENCE: usize = 60_000;

platform::refusals! {
    /// Why a number is not taken.
    pub(crate) enum NumberRefusal {
        /// It is no whole number from `least` to `most`.
        OutOfBounds { least: u32, most: u32 } = "number-out-of-bounds",
    }
}

/// The languages that forms ask for: those of the public site.
pub(crate) fn langs(ctx: &Ctx) -> Vec<Lang> {
    ctx.partnership.as_ref().map_or_else(|| Lang::OFFICIAL.to_vec(), |p| p.langs.clone())
}

/// A field's label with the language it is about, by that language's own name.
pub(crate) fn in_lang(label: &str, lang: Lang) -> String {
    format!("{label} ({})", lang.own_name())
}

/// The fields of a text, one per language, as a page of two texts names them.
pub(crate) fn in_langs(ctx: &Ctx, name: &str, label: &str) -> Vec<(Cow<'static, str>, String)> {
    langs(ctx).into_iter().map(|lang| (format!("{name}_{lang}").into(), in_lang(label, lang))).collect()
}

/// A form being read: each field once, complaints beside it.
pub(crate) struct Reading<'a> {
    ctx: &'a Ctx,
    form: &'a Pairs,
    langs: Vec<Lang>,
    /// What is wrong so far.
    pub(crate) complaints: Complaints,
}

impl<'a> Reading<'a> {
    /// Begins to read `form`.
    pub(crate) fn of(ctx: &'a Ctx, form: &'a Pairs) -> Self {
        Self { ctx, form, langs: langs(ctx), complaints: Complaints::default() }
    }

    /// A line per language.
    pub(crate) fn lines(&mut self, name: &'static str, before: &Text, max: usize) -> Text {
        self.text(name, before, |typed| line(typed, max))
    }

    /// A long text per language.
    pub(crate) fn proses(&mut self, name: &'static str, before: &Text, max: usize) -> Text {
        self.text(name, before, |typed| prose(typed, max))
    }

    fn text(
        &mut self,
        name: &'static str,
        before: &Text,
        check: impl Fn(&str) -> Result<String, LineRefusal>,
    ) -> Text {
        let read = self.form.rewrite((name, &self.langs), before, self.ctx.today(), check);
        self.complaints.take(name, read).unwrap_or_default()
    }

    /// Complains when a text says nothing in English and nothing in French.
    pub(crate) fn needed(&mut self, name: &'static str, text: &Text) {
        let says_nothing = Lang::OFFICIAL.into_iter().all(|lang| text.in_lang(lang).is_empty());
        if says_nothing && self.complaints.about(name).is_none() {
            self.complaints.add(name, LineRefusal::Empty);
        }
    }

    /// A day that must be there.
    pub(crate) fn day(&mut self, name: &'static str) -> Option<Date> {
        let read = self.form.get(name).parse::<Date>().map_err(|_| FieldRefusal::NotADate);
        self.complaints.take(name, read)
    }

    /// A day that may be left out.
    pub(crate) fn day_or_none(&mut self, name: &'static str) -> Option<Date> {
        if self.form.get(name).is_empty() { None } else { self.day(name) }
    }

    /// One of the choices offered.
    pub(crate) fn choice<T>(
        &mut self,
        name: &'static str,
        from_code: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        self.complaints.take(name, from_code(self.form.get(name)).ok_or(FieldRefusal::NotAChoice))
    }

    /// One of the choices offered, or none of them.
    pub(crate) fn choice_or_none<T>(
        &mut self,
        name: &'static str,
        from_code: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        if self.form.get(name).is_empty() { None } else { self.choice(name, from_code) }
    }

    /// An object by its id, or none. Whether it is there, and for the reader, is asked in the transaction (see `known`).
    pub(crate) fn id_or_none<T: FromStr>(&mut self, name: &'static str) -> Option<T> {
        if self.form.get(name).is_empty() {
            return None;
        }
        self.complaints.take(name, self.form.get(name).parse().map_err(|_| FieldRefusal::Unknown))
    }

    /// A whole number from `least` to `most`, or none when nothing is typed.
    pub(crate) fn number_or_none(&mut self, name: &'static str, (least, most): (u32, u32)) -> Option<u32> {
        if self.form.get(name).is_empty() {
            return None;
        }
        let read = self.form.get(name).parse::<u32>().ok().filter(|n| (least..=most).contains(n));
        self.complaints.take(name, read.ok_or(NumberRefusal::OutOfBounds { least, most }))
    }

    /// Whether a box is ticked.
    pub(crate) fn is_ticked(&self, name: &str) -> bool {
        !self.form.get(name).is_empty()
    }

    /// The facts, unless there was something to complain about.
    pub(crate) fn done<T>(self, facts: T) -> Result<T, Complaints> {
        if self.complaints.is_empty() { Ok(facts) } else { Err(self.complaints) }
    }
}

/// The version that a form was made from; none that fits when it is missing.
pub(crate) fn version(form: &Pairs) -> i64 {
    form.get("version").parse().unwrap_or(-1)
}

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
