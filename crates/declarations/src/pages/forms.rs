//! What forms of this room say, read once into facts; what is wrong with them, field by field.

use crate::rules::signing::SigningRefusal;
use jiff::civil::Date;
use platform::{
    ctx::Ctx,
    errors::{Complaint, Complaints, FieldRefusal},
    http::Pairs,
    langs::Lang,
    text::{LineRefusal, Text, line, prose},
};
use std::str::FromStr;

/// Names and titles have at most this many characters, in each language.
pub(crate) const NAME: usize = 200;
/// Notes and answers have at most this many characters.
pub(crate) const PROSE: usize = 4_000;
/// A declaration has at most this many characters in each language.
pub(crate) const BODY: usize = 20_000;

platform::refusals! {
    /// Why a number is not taken.
    pub(crate) enum CountRefusal {
        /// It is no whole number from `least` to `most`.
        OutOfBounds { least: i64, most: i64 } = "declarations-number",
    }
}

/// The languages that forms ask for: those of the public site.
pub(crate) fn langs(ctx: &Ctx) -> Vec<Lang> {
    ctx.partnership.as_ref().map_or_else(|| Lang::OFFICIAL.to_vec(), |p| p.langs.clone())
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

    /// A single line in one language.
    pub(crate) fn line(&mut self, name: &'static str, max: usize) -> String {
        let read = line(self.form.get(name), max);
        self.complaints.take(name, read).unwrap_or_default()
    }

    /// A single line that may stay empty.
    pub(crate) fn line_or_none(&mut self, name: &'static str, max: usize) -> String {
        if self.form.get(name).is_empty() { String::new() } else { self.line(name, max) }
    }

    /// A long text in one language that may stay empty.
    pub(crate) fn prose_or_none(&mut self, name: &'static str) -> String {
        if self.form.get(name).is_empty() { String::new() } else { self.prose(name) }
    }

    /// A long text in one language.
    pub(crate) fn prose(&mut self, name: &'static str) -> String {
        let read = prose(self.form.get(name), PROSE);
        self.complaints.take(name, read).unwrap_or_default()
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

    /// An object by its id, which must be named; whether it is there for the reader is asked in the transaction.
    pub(crate) fn id<T: FromStr>(&mut self, name: &'static str) -> Option<T> {
        let why =
            if self.form.get(name).is_empty() { FieldRefusal::NotAChoice } else { FieldRefusal::Unknown };
        self.complaints.take(name, self.form.get(name).parse().map_err(|_| why))
    }

    /// An object by its id, or none.
    pub(crate) fn id_or_none<T: FromStr>(&mut self, name: &'static str) -> Option<T> {
        if self.form.get(name).is_empty() { None } else { self.id(name) }
    }

    /// A whole number within bounds, or none when nothing is typed.
    pub(crate) fn number_or_none(&mut self, name: &'static str, (least, most): (u32, u32)) -> Option<u32> {
        if self.form.get(name).is_empty() {
            return None;
        }
        let read = self.form.get(name).parse::<u32>().ok().filter(|n| (least..=most).contains(n));
        let why = CountRefusal::OutOfBounds { least: least.into(), most: most.into() };
        self.complaints.take(name, read.ok_or(why))
    }

    /// An address for mail.
    pub(crate) fn mail(&mut self, name: &'static str) -> String {
        let read = platform::mail::Recipient::parse(self.form.get(name));
        self.complaints.take(name, read).map(|one| one.address().to_owned()).unwrap_or_default()
    }

    /// Whether a box is ticked.
    pub(crate) fn is_ticked(&self, name: &str) -> bool {
        !self.form.get(name).is_empty()
    }

    /// Notes what a rule said no to.
    pub(crate) fn refuse(&mut self, name: &'static str, why: impl platform::errors::Refusal + 'static) {
        self.complaints.0.push(Complaint { field: name, why: Box::new(why) });
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

/// What a form says that was made before somebody else changed what it is about; sent again it lies on top of that.
pub(crate) fn changed() -> Complaints {
    Complaints::one("", SigningRefusal::Changed)
}
