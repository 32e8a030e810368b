//! What forms of this room say, read once; what is wrong with them, field by field.

use jiff::civil::Date;
use partners::Languages;
use platform::{
    ctx::Ctx,
    errors::{Complaints, FieldRefusal},
    http::Pairs,
    langs::Lang,
    mail::Recipient,
    reach::phone,
    text::{LineRefusal, Text, line, prose},
};
use std::str::FromStr;

/// Names have at most this many characters.
pub(crate) const NAME: usize = 200;
/// What somebody writes has at most this many characters.
pub(crate) const WORDS: usize = 4_000;

/// The languages that forms ask for: those of the public site.
pub(crate) fn langs(ctx: &Ctx) -> Vec<Lang> {
    ctx.partnership.as_ref().map_or_else(|| Lang::OFFICIAL.to_vec(), |p| p.langs.clone())
}

/// The version that a form was made from; none that fits when it is missing.
pub(crate) fn version(form: &Pairs) -> i64 {
    form.get("version").parse().unwrap_or(-1)
}

/// A form being read: each field once, complaints beside it.
pub(crate) struct Reading<'a> {
    form: &'a Pairs,
    /// What is wrong so far.
    pub(crate) complaints: Complaints,
}

impl<'a> Reading<'a> {
    /// Begins to read `form`.
    pub(crate) fn of(form: &'a Pairs) -> Self {
        Self { form, complaints: Complaints::default() }
    }

    /// A line that must be there.
    pub(crate) fn line(&mut self, name: &'static str, max: usize) -> String {
        self.complaints.take(name, line(self.form.get(name), max)).unwrap_or_default()
    }

    /// A line that may be left out.
    pub(crate) fn line_or_none(&mut self, name: &'static str, max: usize) -> String {
        if self.form.get(name).is_empty() { String::new() } else { self.line(name, max) }
    }

    /// A long text that must be there.
    pub(crate) fn prose(&mut self, name: &'static str) -> String {
        self.complaints.take(name, prose(self.form.get(name), WORDS)).unwrap_or_default()
    }

    /// A long text that may be left out.
    pub(crate) fn prose_or_none(&mut self, name: &'static str) -> String {
        if self.form.get(name).is_empty() { String::new() } else { self.prose(name) }
    }

    /// A line per language of the site, on top of what was there; needed in English or in French.
    pub(crate) fn texts(&mut self, ctx: &Ctx, name: &'static str, (before, max): (&Text, usize)) -> Text {
        let read = self.form.rewrite((name, &langs(ctx)), before, ctx.today(), |typed| line(typed, max));
        let text = self.complaints.take(name, read).unwrap_or_default();
        let says_nothing = Lang::OFFICIAL.into_iter().all(|lang| text.in_lang(lang).is_empty());
        if says_nothing && self.complaints.about(name).is_none() {
            self.complaints.add(name, LineRefusal::Empty);
        }
        text
    }

    /// An address for mail, or none.
    pub(crate) fn mail_or_none(&mut self, name: &'static str) -> String {
        if self.form.get(name).is_empty() {
            return String::new();
        }
        let read = self.complaints.take(name, Recipient::parse(self.form.get(name)));
        read.map_or_else(String::new, |to| to.address().to_owned())
    }

    /// A telephone number, or none.
    pub(crate) fn phone_or_none(&mut self, name: &'static str) -> String {
        if self.form.get(name).is_empty() {
            return String::new();
        }
        let read = phone(self.form.get(name)).map_err(|_| FieldRefusal::NotPhone);
        self.complaints.take(name, read).unwrap_or_default()
    }

    /// A day that must be there.
    pub(crate) fn day(&mut self, name: &'static str) -> Option<Date> {
        let read = self.form.get(name).parse::<Date>().map_err(|_| FieldRefusal::NotADate);
        self.complaints.take(name, read)
    }

    /// One of the choices offered.
    pub(crate) fn choice<T>(
        &mut self,
        name: &'static str,
        from_code: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        self.complaints.take(name, from_code(self.form.get(name)).ok_or(FieldRefusal::NotAChoice))
    }

    /// An object by its id, or none; whether it is here is asked with [`Reading::known`].
    pub(crate) fn id_or_none<T: FromStr>(&mut self, name: &'static str) -> Option<T> {
        if self.form.get(name).is_empty() {
            return None;
        }
        self.complaints.take(name, self.form.get(name).parse().map_err(|_| FieldRefusal::Unknown))
    }

    /// One of the objects offered, or none.
    pub(crate) fn known<T: FromStr + PartialEq>(&mut self, name: &'static str, offered: &[T]) -> Option<T> {
        let id = self.id_or_none::<T>(name)?;
        self.complaints.take(name, offered.contains(&id).then_some(id).ok_or(FieldRefusal::Unknown))
    }

    /// Languages, each once, in the order of lists.
    pub(crate) fn languages(&mut self, name: &'static str) -> Languages {
        let all: Option<Vec<_>> = self.form.all(name).map(partners::Spoken::from_code).collect();
        let read = self.complaints.take(name, all.ok_or(FieldRefusal::NotAChoice));
        Languages::of(read.unwrap_or_default())
    }

    /// The facts, unless there was something to complain about.
    pub(crate) fn done<T>(self, facts: T) -> Result<T, Complaints> {
        if self.complaints.is_empty() { Ok(facts) } else { Err(self.complaints) }
    }
}
