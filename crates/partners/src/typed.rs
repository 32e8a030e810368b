//! What somebody typed into a form, as it came, and what an organization or a person is made of from it.

use crate::{
    SectorId,
    contact::ContactKind,
    rules::{self, NewOrganization, NewPerson, PartnerRefusal, Visibility},
    spoken::{Languages, Spoken},
    store::contacts::ContactPoint,
};
use areas::AreaId;
use jiff::civil::Date;
use platform::{
    errors::{Complaints, FieldRefusal},
    langs::Lang,
    text::{LineRefusal, Text, line, prose},
};
use serde::{Deserialize, Serialize};

/// The names of the fields for one text in each language, in the order of [`Lang::ALL`].
macro_rules! fields {
    ($name:literal) => {
        [
            concat!($name, "_en"),
            concat!($name, "_fr"),
            concat!($name, "_ar"),
            concat!($name, "_uk"),
            concat!($name, "_es"),
            concat!($name, "_pa"),
            concat!($name, "_zh-Hans"),
            concat!($name, "_fil"),
            concat!($name, "_fa"),
            concat!($name, "_ti"),
            concat!($name, "_so"),
            concat!($name, "_ur"),
            concat!($name, "_hi"),
            concat!($name, "_pt"),
            concat!($name, "_vi"),
        ]
    };
}

/// A text in several languages within a form: its own name and those of its fields.
#[derive(Debug, Clone, Copy)]
pub struct TextField(pub &'static str, [&'static str; 15]);

/// The name of an organization or sector.
pub const NAME: TextField = TextField("name", fields!("name"));
/// What an organization does.
pub const ABOUT: TextField = TextField("about", fields!("about"));
/// What somebody offers or needs.
pub const OFFERED: TextField = TextField("offered", fields!("offered"));
/// What is asked of an organization.
pub const ASKED: TextField = TextField("what", fields!("what"));
/// What a person does at an organization.
pub const TITLE: TextField = TextField("title", fields!("title"));

impl TextField {
    /// The name of the field in `lang`.
    pub fn of(self, lang: Lang) -> &'static str {
        Lang::ALL.iter().zip(self.1).find(|(one, _)| **one == lang).map_or(self.0, |(_, name)| name)
    }
}

/// The fields of a form as they were sent; nothing of it is lost when it is shown again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Typed(Vec<(String, String)>);

impl Typed {
    /// The first value of a field; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// All values of a field.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0
            .iter()
            .filter(|(key, value)| key == name && !value.is_empty())
            .map(|(_, v)| v.clone())
            .collect()
    }

    /// The same with another value of a field.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// The values of a text, in the order of `langs`.
    pub fn texts(&self, field: TextField, langs: &[Lang]) -> Vec<(Lang, &str)> {
        langs.iter().map(|lang| (*lang, self.get(field.of(*lang)))).collect()
    }

    /// The version that was read; 0 when none was sent.
    pub fn version(&self) -> i64 {
        self.get("version").parse().unwrap_or(0)
    }

    fn with_text(mut self, field: TextField, text: &Text) -> Self {
        for (lang, piece) in text.pieces() {
            self = self.with(field.of(lang), &piece.text);
        }
        self
    }

    /// A form that says what is kept of an organization.
    pub fn of_organization(kept: &NewOrganization, version: i64, around: &Around) -> Self {
        let typed = Self::default()
            .with_text(NAME, &kept.name)
            .with("slug", &kept.slug)
            .with("sector", code_of(kept.sector, &around.sectors))
            .with("kind", if kept.formal { "formal" } else { "informal" })
            .with("area", code_of(kept.area, &around.areas))
            .with("visibility", kept.visibility.code())
            .with_text(ABOUT, &kept.about)
            .with("note", &kept.note)
            .with("version", version.to_string());
        kept.langs.0.iter().fold(typed, |typed, language| typed.with("language", language.code()))
    }

    /// A form that says what is kept of a person.
    pub fn of_person(kept: &NewPerson, version: i64) -> Self {
        Self::default()
            .with("name", &kept.name)
            .with("lang", kept.lang.code())
            .with("visibility", kept.visibility.code())
            .with("note", &kept.note)
            .with("version", version.to_string())
    }

    /// A form that says how a contact point reads.
    pub fn of_contact(kept: &ContactPoint) -> Self {
        Self::default()
            .with("kind", kept.kind.code())
            .with("value", &kept.value)
            .with("visibility", kept.visibility.code())
            .with("version", kept.version.to_string())
    }
}

/// What a form is read against.
#[derive(Debug, Clone)]
pub struct Around {
    /// The languages of the public site: those that the form asks for.
    pub langs: Vec<Lang>,
    /// The sectors that can be chosen, by their codes.
    pub sectors: Vec<(String, SectorId)>,
    /// The areas that can be chosen, by what the form sends for them.
    pub areas: Vec<(String, AreaId)>,
    /// The present day.
    pub today: Date,
    /// Whether the writer decides about partners; otherwise address, visibility and note stay as they are.
    pub decides: bool,
}

fn checked(
    typed: &Typed,
    (field, max): (TextField, usize),
    (around, complaints): (&Around, &mut Complaints),
    check: fn(&str, usize) -> Result<String, LineRefusal>,
) -> Vec<(Lang, String)> {
    let mut texts = Vec::new();
    for (lang, text) in typed.texts(field, &around.langs) {
        match check(text, max) {
            Ok(text) => texts.push((lang, text)),
            Err(LineRefusal::Empty) => texts.push((lang, String::new())),
            Err(why) => complaints.add(field.of(lang), why),
        }
    }
    texts
}

fn rewritten(before: Text, texts: &[(Lang, String)], today: Date) -> Text {
    let texts: Vec<(Lang, &str)> = texts.iter().map(|(lang, text)| (*lang, text.as_str())).collect();
    before.rewrite(&texts, today)
}

fn chosen<T: Copy>(code: &str, among: &[(String, T)]) -> Result<Option<T>, FieldRefusal> {
    match among.iter().find(|(known, _)| known == code) {
        Some((_, id)) => Ok(Some(*id)),
        None if code.is_empty() => Ok(None),
        None => Err(FieldRefusal::Unknown),
    }
}

fn code_of<T: PartialEq>(one: Option<T>, among: &[(String, T)]) -> &str {
    among.iter().find(|(_, id)| one.as_ref() == Some(id)).map_or("", |(code, _)| code)
}

/// A day that was typed; none when nothing was.
///
/// # Errors
/// [`FieldRefusal::NotADate`].
pub fn day(typed: &str) -> Result<Option<Date>, FieldRefusal> {
    match typed.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| FieldRefusal::NotADate),
    }
}

/// The organization that a form describes: `before` changed, or a new one.
///
/// # Errors
/// All complaints, in the order of the fields.
pub fn organization(
    typed: &Typed,
    before: Option<&NewOrganization>,
    around: &Around,
) -> Result<NewOrganization, Complaints> {
    let mut wrong = Complaints::default();
    let names = checked(typed, (NAME, rules::NAME), (around, &mut wrong), line);
    let named = |lang: Lang| names.iter().any(|(one, text)| *one == lang && !text.is_empty());
    if wrong.is_empty() && !Lang::OFFICIAL.into_iter().any(named) {
        wrong.add("name", PartnerRefusal::Nameless);
    }
    let formal = typed.get("kind") != "informal";
    let mut new = before.cloned().unwrap_or_else(|| {
        let new = NewOrganization::new("", Text::default());
        if formal { new } else { new.informal() }
    });
    new.name = rewritten(new.name, &names, around.today);
    new.formal = formal;
    new.sector = wrong.take("sector", chosen(typed.get("sector"), &around.sectors)).flatten();
    let codes = typed.all("language");
    new.langs = Languages::of(codes.iter().filter_map(|code| Spoken::from_code(code)));
    new.area = wrong.take("area", chosen(typed.get("area"), &around.areas)).flatten();
    let abouts = checked(typed, (ABOUT, rules::ABOUT), (around, &mut wrong), prose);
    new.about = rewritten(new.about, &abouts, around.today);
    if before.is_none() || around.decides {
        decided(typed, &mut new, (before.is_none(), around.today), &mut wrong);
    }
    if wrong.is_empty() { Ok(new) } else { Err(wrong) }
}

/// What only those write who decide about partners.
fn decided(typed: &Typed, new: &mut NewOrganization, (fresh, today): (bool, Date), wrong: &mut Complaints) {
    new.slug = match typed.get("slug").trim() {
        "" => rules::slug_of(new.name.plain(Lang::En)),
        slug => slug.to_owned(),
    };
    if !rules::is_slug(&new.slug) {
        wrong.add("slug", PartnerRefusal::Slug);
    }
    match typed.get("visibility") {
        "" => {}
        code => match Visibility::from_code(code) {
            Some(visibility) => new.visibility = visibility,
            None => wrong.add("visibility", FieldRefusal::NotAChoice),
        },
    }
    if fresh {
        new.joined_on = wrong.take("joined_on", day(typed.get("joined_on"))).flatten();
        if new.joined_on.is_some_and(|day| day > today) {
            wrong.add("joined_on", PartnerRefusal::Future);
        }
    }
    new.note = wrong.take("note", rules::note(typed.get("note"))).unwrap_or_default();
}

/// The person that a form describes: `before` changed, or a new one.
///
/// # Errors
/// All complaints, in the order of the fields.
pub fn person(typed: &Typed, before: Option<&NewPerson>) -> Result<NewPerson, Complaints> {
    let mut wrong = Complaints::default();
    let mut new = before.cloned().unwrap_or_else(|| NewPerson::new("", Lang::En));
    new.name = wrong.take("name", line(typed.get("name"), rules::NAME)).unwrap_or_default();
    let lang = typed.get("lang").parse().map_err(|_| FieldRefusal::NotAChoice);
    new.lang = wrong.take("lang", lang).unwrap_or(Lang::En);
    let visibility = Visibility::from_code(typed.get("visibility")).ok_or(FieldRefusal::NotAChoice);
    new.visibility = wrong.take("visibility", visibility).unwrap_or_default();
    new.note = wrong.take("note", rules::note(typed.get("note"))).unwrap_or_default();
    if wrong.is_empty() { Ok(new) } else { Err(wrong) }
}

/// The contact point that a form describes: its kind, its value, who may know of it.
///
/// # Errors
/// All complaints, in the order of the fields.
pub fn contact(typed: &Typed) -> Result<(ContactKind, String, Visibility), Complaints> {
    let mut wrong = Complaints::default();
    let kind = ContactKind::from_code(typed.get("kind")).ok_or(FieldRefusal::NotAChoice);
    let kind = wrong.take("kind", kind);
    let mut value = String::new();
    match crate::contact::check_contact(kind.unwrap_or(ContactKind::Phone), typed.get("value")) {
        Ok(kept) => value = kept,
        Err(why) if kind.is_some() => wrong.0.push(platform::errors::Complaint { field: "value", why }),
        Err(_) => {}
    }
    let visibility = Visibility::from_code(typed.get("visibility")).ok_or(FieldRefusal::NotAChoice);
    let visibility = wrong.take("visibility", visibility);
    match (kind, visibility) {
        (Some(kind), Some(visibility)) if wrong.is_empty() => Ok((kind, value, visibility)),
        _ => Err(wrong),
    }
}

/// A name in the languages of the public site.
///
/// # Errors
/// All complaints, in the order of the fields.
pub fn name(typed: &Typed, before: Text, around: &Around) -> Result<Text, Complaints> {
    let mut wrong = Complaints::default();
    let names = checked(typed, (NAME, rules::NAME), (around, &mut wrong), line);
    let name = rewritten(before, &names, around.today);
    if wrong.is_empty() && Lang::OFFICIAL.into_iter().all(|lang| name.get(lang).is_none()) {
        wrong.add("name", PartnerRefusal::Nameless);
    }
    if wrong.is_empty() { Ok(name) } else { Err(wrong) }
}

/// What a person does at an organization, in the languages of the public site; may be empty.
///
/// # Errors
/// All complaints, in the order of the fields.
pub fn title(typed: &Typed, around: &Around) -> Result<Text, Complaints> {
    let mut wrong = Complaints::default();
    let titles = checked(typed, (TITLE, rules::NAME), (around, &mut wrong), line);
    if wrong.is_empty() { Ok(rewritten(Text::default(), &titles, around.today)) } else { Err(wrong) }
}

/// A text in the languages of the public site, as a form says it: prose, or one line where the field is one.
fn text(
    typed: &Typed,
    (field, max, before): (TextField, usize, Text),
    (around, wrong): (&Around, &mut Complaints),
) -> Text {
    let check = if field.0 == ABOUT.0 { prose } else { line };
    let texts = checked(typed, (field, max), (around, wrong), check);
    rewritten(before, &texts, around.today)
}

/// What is asked of an organization, in the languages of the public site.
pub fn asked(typed: &Typed, max: usize, (around, wrong): (&Around, &mut Complaints)) -> Text {
    text(typed, (ASKED, max, Text::default()), (around, wrong))
}

pub mod consent;
pub mod offers;
#[cfg(test)]
mod tests;
