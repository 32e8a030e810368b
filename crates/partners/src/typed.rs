//! What an organization, a person or a contact point is made of from what somebody typed into a form, and back.

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
    http::{Pairs, Reading},
    langs::Lang,
    text::{NAME, Text},
};

/// A form that says what is kept of an organization.
pub fn of_organization(kept: &NewOrganization, version: i64, around: &Around) -> Pairs {
    let form = Pairs::default()
        .with_text("name", &kept.name)
        .with("slug", &kept.slug)
        .with("sector", code_of(kept.sector, &around.sectors))
        .with("kind", if kept.formal { "formal" } else { "informal" })
        .with("area", code_of(kept.area, &around.areas))
        .with("visibility", kept.visibility.code())
        .with_text("about", &kept.about)
        .with("note", &kept.note)
        .with("version", version);
    kept.langs.0.iter().fold(form, |form, language| form.and("language", language.code()))
}

/// A form that says what is kept of a person.
pub fn of_person(kept: &NewPerson, version: i64) -> Pairs {
    Pairs::default()
        .with("name", &kept.name)
        .with("lang", kept.lang.code())
        .with("visibility", kept.visibility.code())
        .with("note", &kept.note)
        .with("version", version)
}

/// A form that says how a contact point reads.
pub fn of_contact(kept: &ContactPoint) -> Pairs {
    Pairs::default()
        .with("kind", kept.kind.code())
        .with("value", &kept.value)
        .with("visibility", kept.visibility.code())
        .with("version", kept.version)
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

impl Around {
    /// Begins to read a form.
    fn reading<'a>(&'a self, form: &'a Pairs) -> Reading<'a> {
        Reading::new(form, &self.langs, self.today)
    }
}

/// One of those that can be chosen, by its code, or none.
fn chosen<T: Copy>(reading: &mut Reading<'_>, name: &'static str, among: &[(String, T)]) -> Option<T> {
    reading.coded_or_none(name, |code| among.iter().find(|(known, _)| known == code).map(|(_, one)| *one))
}

fn code_of<T: PartialEq>(one: Option<T>, among: &[(String, T)]) -> &str {
    among.iter().find(|(_, id)| one.as_ref() == Some(id)).map_or("", |(code, _)| code)
}

/// The organization that a form describes: `before` changed, or a new one.
///
/// # Errors
/// All complaints, in the order of the fields.
pub fn organization(
    form: &Pairs,
    before: Option<&NewOrganization>,
    around: &Around,
) -> Result<NewOrganization, Complaints> {
    let mut reading = around.reading(form);
    let formal = form.get("kind") != "informal";
    let mut new = before.cloned().unwrap_or_else(|| {
        let new = NewOrganization::new("", Text::default());
        if formal { new } else { new.informal() }
    });
    new.name = named(&mut reading, &new.name);
    new.formal = formal;
    new.sector = chosen(&mut reading, "sector", &around.sectors);
    new.langs = Languages::of(form.all("language").filter_map(Spoken::from_code));
    new.area = chosen(&mut reading, "area", &around.areas);
    new.about = reading.proses("about", &new.about, rules::ABOUT);
    if before.is_none() || around.decides {
        decided(&mut reading, form, &mut new, (before.is_none(), around.today));
    }
    reading.done(new)
}

/// What only those write who decide about partners.
fn decided(reading: &mut Reading<'_>, form: &Pairs, new: &mut NewOrganization, (fresh, today): (bool, Date)) {
    new.slug = match form.get("slug") {
        "" => rules::slug_of(new.name.plain(Lang::En)),
        slug => slug.to_owned(),
    };
    if !rules::is_slug(&new.slug) {
        reading.refuse("slug", PartnerRefusal::Slug);
    }
    if let Some(visibility) = reading.choice_or_none("visibility", Visibility::from_code) {
        new.visibility = visibility;
    }
    if fresh {
        new.joined_on = reading.day_or_none("joined_on");
        if new.joined_on.is_some_and(|day| day > today) {
            reading.refuse("joined_on", PartnerRefusal::Future);
        }
    }
    new.note = reading.prose_or_none("note");
}

/// The person that a form describes: `before` changed, or a new one.
///
/// # Errors
/// All complaints, in the order of the fields.
pub fn person(mut reading: Reading<'_>, before: Option<&NewPerson>) -> Result<NewPerson, Complaints> {
    let new = NewPerson {
        name: reading.line("name", NAME),
        lang: reading.choice("lang", |code| code.parse().ok()).unwrap_or(Lang::En),
        visibility: reading.choice("visibility", Visibility::from_code).unwrap_or_default(),
        note: reading.prose_or_none("note"),
        ..before.cloned().unwrap_or_else(|| NewPerson::new("", Lang::En))
    };
    reading.done(new)
}

/// The contact point that a form describes: its kind, its value, who may know of it.
///
/// # Errors
/// All complaints, in the order of the fields.
pub fn contact(form: &Pairs) -> Result<(ContactKind, String, Visibility), Complaints> {
    let mut wrong = Complaints::default();
    let kind = ContactKind::from_code(form.get("kind")).ok_or(FieldRefusal::NotAChoice);
    let kind = wrong.take("kind", kind);
    let mut value = String::new();
    match crate::contact::check_contact(kind.unwrap_or(ContactKind::Phone), form.get("value")) {
        Ok(kept) => value = kept,
        Err(why) if kind.is_some() => {
            wrong.0.push(platform::errors::Complaint { field: "value".into(), why });
        }
        Err(_) => {}
    }
    let visibility = Visibility::from_code(form.get("visibility")).ok_or(FieldRefusal::NotAChoice);
    let visibility = wrong.take("visibility", visibility);
    match (kind, visibility) {
        (Some(kind), Some(visibility)) if wrong.is_empty() => Ok((kind, value, visibility)),
        _ => Err(wrong),
    }
}

/// A name in the languages of the public site.
pub fn named(reading: &mut Reading<'_>, before: &Text) -> Text {
    let name = reading.lines("name", before, NAME);
    reading.needed_or("name", &name, PartnerRefusal::Nameless);
    name
}

pub mod consent;
pub mod offers;
#[cfg(test)]
mod tests;
