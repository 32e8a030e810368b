//! A form being read into facts: each field once, what is wrong with it beside it.

use super::Pairs;
use crate::{
    ctx::Ctx,
    errors::{Complaint, Complaints, FieldRefusal, NumberRefusal, Refusal},
    langs::Lang,
    mail::Recipient,
    reach::phone,
    text::{LineRefusal, PROSE, Text, in_plain_digits, line, prose},
};
use jiff::civil::Date;
use std::str::FromStr;

/// The field of a text in one language.
fn in_lang(name: &str, lang: Lang) -> String {
    format!("{name}_{lang}")
}

/// A form being read. A field that is wrong gives its empty value and a complaint; [`Reading::done`] gives the facts only
/// when there was none.
pub struct Reading<'a> {
    form: &'a Pairs,
    langs: &'a [Lang],
    today: Date,
    /// What is wrong so far.
    pub complaints: Complaints,
}

impl<'a> Reading<'a> {
    /// Begins to read `form`, which asked for texts in the languages of the site.
    pub fn of(ctx: &'a Ctx, form: &'a Pairs) -> Self {
        Self::new(form, ctx.site_langs(), ctx.today())
    }

    /// Begins to read `form`, which asked for texts in `langs`; what it says anew is of `today`.
    pub fn new(form: &'a Pairs, langs: &'a [Lang], today: Date) -> Self {
        Self { form, langs, today, complaints: Complaints::default() }
    }

    /// What was typed.
    fn typed(&self, name: &str) -> &'a str {
        self.form.get(name)
    }

    /// What a field says, where it says anything.
    fn unless_empty<T>(&mut self, name: &'static str, read: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (!self.typed(name).is_empty()).then(|| read(self))
    }

    /// A line per language, on top of what was there.
    pub fn lines(&mut self, name: &'static str, before: &Text, max: usize) -> Text {
        self.text(name, before, |typed| line(typed, max))
    }

    /// A long text per language, on top of what was there.
    pub fn proses(&mut self, name: &'static str, before: &Text, max: usize) -> Text {
        self.text(name, before, |typed| prose(typed, max))
    }

    /// Reads each language that the form asked for, with a complaint of its own; nothing typed takes a language out, and one
    /// that was not asked for stays.
    fn text(
        &mut self,
        name: &'static str,
        before: &Text,
        check: impl Fn(&str) -> Result<String, LineRefusal>,
    ) -> Text {
        let mut pieces = Vec::with_capacity(self.langs.len());
        for (lang, typed) in self.form.in_langs(name, self.langs) {
            let read = if typed.is_empty() { Ok(String::new()) } else { check(typed) };
            pieces.push((lang, self.complaints.take(in_lang(name, lang), read).unwrap_or_default()));
        }
        let pieces: Vec<(Lang, &str)> = pieces.iter().map(|(lang, text)| (*lang, text.as_str())).collect();
        before.clone().rewrite(&pieces, self.today)
    }

    /// Complains when a text says nothing in English and nothing in French.
    pub fn needed(&mut self, name: &'static str, text: &Text) {
        self.needed_or(name, text, LineRefusal::Empty);
    }

    /// As [`Reading::needed`], with a complaint of the room's own.
    pub fn needed_or(&mut self, name: &'static str, text: &Text, why: impl Refusal + 'static) {
        let says_nothing = Lang::OFFICIAL.into_iter().all(|lang| text.in_lang(lang).is_empty());
        let is_told = self.langs.iter().any(|lang| self.complaints.about(&in_lang(name, *lang)).is_some());
        if says_nothing && !is_told && self.complaints.about(name).is_none() {
            self.complaints.add(name, why);
        }
    }

    /// A line that must be there.
    pub fn line(&mut self, name: &'static str, max: usize) -> String {
        self.complaints.take(name, line(self.typed(name), max)).unwrap_or_default()
    }

    /// A line that may be left out.
    pub fn line_or_none(&mut self, name: &'static str, max: usize) -> String {
        self.unless_empty(name, |form| form.line(name, max)).unwrap_or_default()
    }

    /// A long text that must be there.
    pub fn prose(&mut self, name: &'static str) -> String {
        self.complaints.take(name, prose(self.typed(name), PROSE)).unwrap_or_default()
    }

    /// A long text that may be left out.
    pub fn prose_or_none(&mut self, name: &'static str) -> String {
        self.prose_within(name, PROSE)
    }

    /// A text of at most `max` characters that may be left out.
    pub fn prose_within(&mut self, name: &'static str, max: usize) -> String {
        let read = self.unless_empty(name, |form| prose(form.typed(name), max));
        read.and_then(|read| self.complaints.take(name, read)).unwrap_or_default()
    }

    /// A day that must be there.
    pub fn day(&mut self, name: &'static str) -> Option<Date> {
        let read = self.typed(name).parse::<Date>().map_err(|_| FieldRefusal::NotADate);
        self.complaints.take(name, read)
    }

    /// A day that may be left out.
    pub fn day_or_none(&mut self, name: &'static str) -> Option<Date> {
        self.unless_empty(name, |form| form.day(name)).flatten()
    }

    /// One of the choices offered.
    pub fn choice<T>(&mut self, name: &'static str, from_code: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.complaints.take(name, from_code(self.typed(name)).ok_or(FieldRefusal::NotAChoice))
    }

    /// One of the choices offered, or none of them.
    pub fn choice_or_none<T>(
        &mut self,
        name: &'static str,
        from_code: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        self.unless_empty(name, |form| form.choice(name, from_code)).flatten()
    }

    /// One of the objects offered, by a code that may have gone meanwhile, or none.
    pub fn coded_or_none<T>(
        &mut self,
        name: &'static str,
        from_code: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let found =
            self.unless_empty(name, |form| from_code(form.typed(name)).ok_or(FieldRefusal::Unknown))?;
        self.complaints.take(name, found)
    }

    /// An object by its id, which must be named. Whether it is there, and for the reader, is asked in the transaction.
    pub fn id<T: FromStr>(&mut self, name: &'static str) -> Option<T> {
        let why = if self.typed(name).is_empty() { FieldRefusal::NotAChoice } else { FieldRefusal::Unknown };
        self.complaints.take(name, self.typed(name).parse().map_err(|_| why))
    }

    /// An object by its id, or none.
    pub fn id_or_none<T: FromStr>(&mut self, name: &'static str) -> Option<T> {
        self.unless_empty(name, |form| form.id(name)).flatten()
    }

    /// One of the objects offered, or none.
    pub fn known<T: FromStr + PartialEq>(&mut self, name: &'static str, offered: &[T]) -> Option<T> {
        let id = self.id_or_none::<T>(name)?;
        self.complaints.take(name, offered.contains(&id).then_some(id).ok_or(FieldRefusal::Unknown))
    }

    /// A whole number from `least` to `most`, from whatever keyboard.
    pub fn number(&mut self, name: &'static str, (least, most): (u32, u32)) -> Option<u32> {
        let read = in_plain_digits(self.typed(name)).parse().ok();
        let within = read.filter(|n| (least..=most).contains(n));
        self.complaints.take(name, within.ok_or(NumberRefusal::OutOfBounds { least, most }))
    }

    /// A whole number from `least` to `most`, or none when nothing is typed.
    pub fn number_or_none(&mut self, name: &'static str, bounds: (u32, u32)) -> Option<u32> {
        self.unless_empty(name, |form| form.number(name, bounds)).flatten()
    }

    /// An address for mail.
    pub fn mail(&mut self, name: &'static str) -> String {
        let read = self.complaints.take(name, Recipient::parse(self.typed(name)));
        read.map(|to| to.address().to_owned()).unwrap_or_default()
    }

    /// An address for mail, or none.
    pub fn mail_or_none(&mut self, name: &'static str) -> String {
        self.unless_empty(name, |form| form.mail(name)).unwrap_or_default()
    }

    /// A telephone number, or none.
    pub fn phone_or_none(&mut self, name: &'static str) -> String {
        let read =
            self.unless_empty(name, |form| phone(form.typed(name))).unwrap_or_else(|| Ok(String::new()));
        read.unwrap_or_else(|why| {
            self.complaints.0.push(Complaint { field: name.into(), why });
            String::new()
        })
    }

    /// Whether a box is ticked.
    pub fn is_ticked(&self, name: &str) -> bool {
        !self.typed(name).is_empty()
    }

    /// Notes what a rule said no to.
    pub fn refuse(&mut self, name: &'static str, why: impl Refusal + 'static) {
        self.complaints.add(name, why);
    }

    /// The facts, unless there was something to complain about.
    ///
    /// # Errors
    /// All complaints, in the order of the fields.
    pub fn done<T>(self, facts: T) -> Result<T, Complaints> {
        if self.complaints.is_empty() { Ok(facts) } else { Err(self.complaints) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{authority::Caller, ids::AccountId, testing::Site};
    use jiff::civil::date;
    use uuid::Uuid;

    fn form(fields: &[(&str, &str)]) -> Pairs {
        fields.iter().fold(Pairs::default(), |form, (name, value)| form.with(name, value))
    }

    const TODAY: Date = date(2026, 11, 22);

    fn codes(complaints: &Complaints) -> Vec<(&str, &str)> {
        complaints.0.iter().map(|one| (one.field.as_ref(), one.why.code())).collect()
    }

    #[test]
    fn what_is_right_is_read_and_what_may_be_left_out_is_none() {
        let id = AccountId(Uuid::from_u128(7));
        let form = form(&[
            ("line", " A  hall "),
            ("prose", "One\r\ntwo"),
            ("day", "2026-11-22"),
            ("choice", "big"),
            ("id", &id.to_string()),
            ("number", "35"),
            ("arabic", "٣٥"),
            ("persian", "۳۵"),
            ("mail", "ana@example.org"),
            ("phone", "۸۰۷ ۵۵۵ ۰۱۹۹"),
            ("tick", "yes"),
        ]);
        let mut reading = Reading::new(&form, &Lang::OFFICIAL, TODAY);
        assert_eq!((reading.line("line", 20), reading.prose("prose")), ("A  hall".into(), "One\ntwo".into()));
        assert_eq!((reading.day("day"), reading.day_or_none("none")), (Some(date(2026, 11, 22)), None));
        let big = |code: &str| (code == "big").then_some(1);
        assert_eq!((reading.choice("choice", big), reading.choice_or_none("none", big)), (Some(1), None));
        assert_eq!((reading.id("id"), reading.id_or_none::<AccountId>("none")), (Some(id), None));
        assert_eq!((reading.known("id", &[id]), reading.known::<AccountId>("none", &[])), (Some(id), None));
        for name in ["number", "arabic", "persian"] {
            assert_eq!(reading.number_or_none(name, (0, 35)), Some(35), "{name}");
        }
        assert_eq!(reading.number_or_none("none", (1, 2)), None);
        assert_eq!(
            (reading.mail("mail"), reading.mail_or_none("none")),
            ("ana@example.org".into(), "".into())
        );
        let phones = (reading.phone_or_none("phone"), reading.phone_or_none("none"));
        assert_eq!(phones, ("807 555 0199".into(), "".into()));
        assert_eq!((reading.line_or_none("none", 9), reading.prose_or_none("none")), ("".into(), "".into()));
        assert!(reading.is_ticked("tick") && !reading.is_ticked("none"));
        assert!(reading.done(()).is_ok());
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once_field_by_field() {
        let form = form(&[
            ("long", &"x".repeat(PROSE + 1)),
            ("day", "22 November"),
            ("choice", "huge"),
            ("id", "seven"),
            ("stranger", &Uuid::from_u128(8).to_string()),
            ("above", "36"),
            ("word", "many"),
            ("below", "-1"),
            ("mail", "ana"),
            ("phone", "call me"),
        ]);
        let mut reading = Reading::new(&form, &Lang::OFFICIAL, TODAY);
        reading.line("none", 9);
        reading.prose_or_none("long");
        reading.day_or_none("day");
        reading.choice_or_none("choice", |_| None::<()>);
        reading.id::<AccountId>("unnamed");
        reading.id_or_none::<AccountId>("id");
        reading.known("stranger", &[AccountId(Uuid::from_u128(7))]);
        reading.coded_or_none("choice", |_| None::<()>);
        for name in ["above", "word", "below"] {
            reading.number_or_none(name, (0, 35));
        }
        reading.number("none", (0, 35));
        reading.mail_or_none("mail");
        reading.phone_or_none("phone");
        reading.refuse("", FieldRefusal::NotSpoken);
        let wrong = reading.done(()).unwrap_err();
        let number = |field| (field, "number-out-of-bounds");
        assert_eq!(
            codes(&wrong),
            [
                ("none", "line-empty"),
                ("long", "line-too-long"),
                ("day", "field-not-a-date"),
                ("choice", "field-not-a-choice"),
                ("unnamed", "field-not-a-choice"),
                ("id", "field-unknown"),
                ("stranger", "field-unknown"),
                ("choice", "field-unknown"),
                number("above"),
                number("word"),
                number("below"),
                number("none"),
                ("mail", "field-not-mail"),
                ("phone", "field-not-phone"),
                ("", "field-not-spoken"),
            ]
        );
    }

    #[test]
    fn a_text_is_read_in_the_languages_of_the_form_and_needed_in_an_official_one() {
        let before = Text::both("Hall", "Salle", TODAY).with(Lang::Uk, "Зал", TODAY);
        let form = form(&[("name_en", "Big hall"), ("name_fr", ""), ("name_uk", "x"), ("other_uk", "Зал")]);
        let mut reading = Reading::new(&form, &Lang::OFFICIAL, TODAY);
        let name = reading.lines("name", &before, 20);
        let said = [Lang::En, Lang::Fr, Lang::Uk].map(|lang| name.in_lang(lang).to_owned());
        assert_eq!(said, ["Big hall", "", "Зал"], "a language that the form did not ask for stays");
        reading.needed("name", &name);
        assert!(reading.complaints.is_empty());
        let mut reading = Reading::new(&form, &[Lang::En, Lang::Uk], TODAY);
        let other = reading.proses("other", &Text::default(), 20);
        reading.needed("other", &other);
        let name = reading.lines("name", &Text::default(), 3);
        reading.needed_or("name", &name, FieldRefusal::Unknown);
        assert_eq!(codes(&reading.complaints), [("other", "line-empty"), ("name_en", "line-too-long")]);
    }

    #[tokio::test]
    async fn forms_ask_for_the_languages_of_the_site() {
        let site = Site::sqlite(Vec::new()).await;
        let ctx = site.ctx(Caller::Anonymous);
        assert_eq!(ctx.site_langs(), site.partnership.langs);
        assert_eq!(ctx.of_installation().site_langs(), Lang::OFFICIAL);
    }
}
