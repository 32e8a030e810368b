//! Who may see what, and what makes an organization, a person and a contact point sound. Pure.

pub mod addresses;
pub mod asks;
pub mod notes;
pub mod offers;
pub mod whose;

use crate::{Languages, SectorId};
use areas::AreaId;
use jiff::civil::Date;
use platform::{
    langs::Lang,
    text::{LineRefusal, PROSE, Text, line, prose},
};
use serde::{Deserialize, Serialize};

/// Names have at most this many characters.
pub const NAME: usize = platform::text::NAME;
/// A text about an organization has at most this many characters.
pub const ABOUT: usize = PROSE;
/// A note of the staff has at most this many characters.
pub const NOTE: usize = PROSE;
/// The part of an address that names an organization has at most this many characters.
pub const SLUG: usize = 60;

/// Who may know of something. It is stored with the thing and is neither being a partner nor a permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Visibility {
    /// Everyone.
    Public,
    /// Those who have any office in the partnership.
    Partners,
    /// Those who run the partnership's day.
    #[default]
    Staff,
}

impl Visibility {
    /// All, widest first.
    pub const ALL: [Self; 3] = [Self::Public, Self::Partners, Self::Staff];

    /// The code in the database and in word keys (`visibility-public`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Partners => "partners",
            Self::Staff => "staff",
        }
    }

    /// The visibility of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|visibility| visibility.code() == code)
    }
}

platform::coded!(Visibility);

/// Whose eyes a page, an answer or an export is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reader {
    /// Anyone.
    #[default]
    Public,
    /// Somebody with an office in the partnership.
    Partner,
    /// Somebody who runs the partnership's day.
    Staff,
}

impl Reader {
    /// What this reader sees: the only list that reaches a statement.
    pub const fn sees(self) -> &'static [Visibility] {
        match self {
            Self::Public => &[Visibility::Public],
            Self::Partner => &[Visibility::Public, Visibility::Partners],
            Self::Staff => &Visibility::ALL,
        }
    }
}

/// Whether a reader may know of something with this visibility.
pub fn visible_to(visibility: Visibility, reader: Reader) -> bool {
    reader.sees().contains(&visibility)
}

/// How an organization stands to the partnership.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Known, not joined.
    Prospect,
    /// Joined: a partner.
    Partner,
    /// Was a partner.
    Left,
}

impl Standing {
    /// All, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Partner, Self::Prospect, Self::Left];

    /// The standing that follows from the two days.
    pub const fn of(joined_on: Option<Date>, left_on: Option<Date>) -> Self {
        match (joined_on, left_on) {
            (_, Some(_)) => Self::Left,
            (Some(_), None) => Self::Partner,
            (None, None) => Self::Prospect,
        }
    }

    /// The code in addresses, statements and word keys (`standing-partner`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Prospect => "prospect",
            Self::Partner => "partner",
            Self::Left => "left",
        }
    }

    /// The standing of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.code() == code)
    }
}

platform::coded!(Standing);

/// What is written about an organization: on its way in, or changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewOrganization {
    /// Its place in addresses: lower-case letters, digits and hyphens.
    pub slug: String,
    /// Its name.
    pub name: Text,
    /// What it works in.
    pub sector: Option<SectorId>,
    /// Whether it is registered; an informal group is not.
    pub formal: bool,
    /// Languages in which people are served there.
    pub langs: Languages,
    /// Where it works.
    pub area: Option<AreaId>,
    /// Who may know of it.
    pub visibility: Visibility,
    /// The day it joined; none as long as it is only known.
    pub joined_on: Option<Date>,
    /// The day it left.
    pub left_on: Option<Date>,
    /// What it does, for its readers.
    pub about: Text,
    /// What the staff notes; never for anyone else.
    pub note: String,
}

impl NewOrganization {
    /// A formal organization that everyone may know of, not joined yet.
    pub fn new(slug: impl Into<String>, name: Text) -> Self {
        Self {
            slug: slug.into(),
            name,
            sector: None,
            formal: true,
            langs: Languages::default(),
            area: None,
            visibility: default_visibility(true),
            joined_on: None,
            left_on: None,
            about: Text::default(),
            note: String::new(),
        }
    }

    /// The same as an informal group, which only partners may know of.
    #[must_use]
    pub fn informal(mut self) -> Self {
        self.formal = false;
        self.visibility = default_visibility(false);
        self
    }

    /// How it stands to the partnership.
    pub const fn standing(&self) -> Standing {
        Standing::of(self.joined_on, self.left_on)
    }
}

/// Who may know of an organization when nobody has decided: an informal group names people, so only partners.
pub const fn default_visibility(formal: bool) -> Visibility {
    if formal { Visibility::Public } else { Visibility::Partners }
}

/// A person on her way in, or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewPerson {
    /// The name, as the person writes it.
    pub name: String,
    /// The language to write to the person in.
    pub lang: Lang,
    /// Who may know of the person; staff when nobody has decided.
    pub visibility: Visibility,
    /// What the staff notes; never for anyone else.
    pub note: String,
    /// Whether nobody of this name is meant: people of a partnership for trying things out.
    pub invented: bool,
}

impl NewPerson {
    /// A person whom only the staff may know of.
    pub fn new(name: impl Into<String>, lang: Lang) -> Self {
        Self { name: name.into(), lang, visibility: Visibility::Staff, note: String::new(), invented: false }
    }
}

platform::refusals! {
    /// Why something about partners cannot be kept.
    pub enum PartnerRefusal {
        /// The part of the address is empty, too long or has other characters than a-z, 0-9 and hyphens.
        Slug = "partner-slug",
        /// Another organization has this part of the address.
        SlugTaken { slug: String } = "partner-slug-taken",
        /// Neither English nor French.
        Nameless = "partner-nameless",
        /// A day that is still to come.
        Future = "partner-future",
        /// It leaves before it joined, or without having joined.
        LeftFirst = "partner-left-first",
        /// It has joined already.
        Joined = "partner-joined-already",
        /// It is not a partner.
        NotPartner = "partner-not-partner",
        /// Another sector has this code.
        SectorTaken = "partner-sector-taken",
        /// Organizations stand under this sector.
        SectorUsed { n: i64 } = "partner-sector-used",
        /// The person has such a contact point there already.
        ContactTaken = "partner-contact-taken",
        /// The person speaks for the organization since that day already.
        SpeaksAlready = "partner-speaks-already",
        /// It ends before it begins.
        Backwards = "partner-backwards",
        /// A yes to mail without the words that were agreed to.
        Wordless = "partner-wordless",
        /// Something that consent follows from, without its day.
        Dayless = "partner-dayless",
        /// A day that has passed.
        Past = "partner-past",
        /// Somebody has corrected this note meanwhile.
        CorrectedAlready = "note-corrected-already",
        /// What was asked is not open any more.
        AskClosed = "ask-closed-already",
    }
}

/// Whether `slug` can stand in an address.
pub fn is_slug(slug: &str) -> bool {
    (1..=SLUG).contains(&slug.len())
        && slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !slug.starts_with('-')
        && !slug.ends_with('-')
        && slug != "new"
}

/// The part of an address that a name suggests: `Société d’accueil` → `societe-d-accueil`. Empty when no letter of it can stand there.
pub fn slug_of(name: &str) -> String {
    let folded = platform::text::fold(name);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if slug.len() + word.len() + 1 > SLUG {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    if slug == "new" { "new-1".into() } else { slug }
}

/// A part of an address, with a number behind it from the second on: `ymca`, `ymca-2`.
pub fn numbered(slug: &str, n: u32) -> String {
    if n < 2 {
        return slug.to_owned();
    }
    let end = format!("-{n}");
    let short: String = slug.chars().take(SLUG - end.len()).collect();
    format!("{}{end}", short.trim_end_matches('-'))
}

fn sound(
    text: &Text,
    max: usize,
    checked: fn(&str, usize) -> Result<String, LineRefusal>,
) -> Result<(), LineRefusal> {
    text.pieces().try_for_each(|(_, piece)| checked(&piece.text, max).map(drop))
}

/// Whether an organization can be kept. A form has said more about each field before; this is the last gate.
///
/// # Errors
/// Says why not.
pub fn check_organization(new: &NewOrganization) -> platform::errors::Result<()> {
    if !is_slug(&new.slug) {
        return Err(PartnerRefusal::Slug.into());
    }
    if new.name.get(Lang::En).is_none() && new.name.get(Lang::Fr).is_none() {
        return Err(PartnerRefusal::Nameless.into());
    }
    let texts = sound(&new.name, NAME, line)
        .and_then(|()| sound(&new.about, ABOUT, prose))
        .and_then(|()| note(&new.note).map(drop));
    texts.map_err(|why| platform::errors::Error::Refused(Box::new(why)))?;
    match (new.joined_on, new.left_on) {
        (None, Some(_)) => Err(PartnerRefusal::LeftFirst.into()),
        (Some(joined), Some(left)) if left < joined => Err(PartnerRefusal::LeftFirst.into()),
        _ => Ok(()),
    }
}

/// A note of the staff, which may be empty.
fn note(text: &str) -> Result<String, LineRefusal> {
    if text.trim().is_empty() { Ok(String::new()) } else { prose(text, NOTE) }
}

/// Whether a person can be kept.
///
/// # Errors
/// Says why not.
pub fn check_person(new: &NewPerson) -> platform::errors::Result<()> {
    let texts = line(&new.name, NAME).map(drop).and_then(|()| note(&new.note).map(drop));
    texts.map_err(|why| platform::errors::Error::Refused(Box::new(why)))
}

/// The two days of an organization that joins on `day`: again, after it had left.
///
/// # Errors
/// [`PartnerRefusal::Joined`] when it is a partner, [`PartnerRefusal::Future`] when the day is still to come.
pub fn joining(
    standing: Standing,
    day: Date,
    today: Date,
) -> Result<(Option<Date>, Option<Date>), PartnerRefusal> {
    match standing {
        Standing::Partner => Err(PartnerRefusal::Joined),
        _ if day > today => Err(PartnerRefusal::Future),
        _ => Ok((Some(day), None)),
    }
}

/// The two days of an organization that joined on `joined_on` and leaves on `day`.
///
/// # Errors
/// [`PartnerRefusal::NotPartner`], [`PartnerRefusal::LeftFirst`] before it joined, [`PartnerRefusal::Future`].
pub fn leaving(
    joined_on: Option<Date>,
    left_on: Option<Date>,
    day: Date,
    today: Date,
) -> Result<(Option<Date>, Option<Date>), PartnerRefusal> {
    match (joined_on, left_on) {
        (Some(joined), None) if day < joined => Err(PartnerRefusal::LeftFirst),
        (Some(_), None) if day > today => Err(PartnerRefusal::Future),
        (Some(_), None) => Ok((joined_on, Some(day))),
        _ => Err(PartnerRefusal::NotPartner),
    }
}

#[cfg(test)]
mod tests;
