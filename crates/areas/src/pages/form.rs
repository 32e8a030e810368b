//! What the forms of areas and sets have in common: a name per language and the days between which it holds.

use crate::rules::AreaRefusal;
use jiff::civil::Date;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::{Complaints, Error, Result},
    html::{FormHtml, field},
    http::{Pairs, Reading},
    t,
    text::{NAME, Text},
};

/// What both forms say.
pub(crate) struct Named {
    pub(crate) name: Text,
    pub(crate) valid_from: Date,
    pub(crate) valid_to: Option<Date>,
}

/// Reads name and days, on top of the name that stood there.
pub(crate) fn read(reading: &mut Reading<'_>, before: &Text, today: Date) -> Named {
    let name = reading.lines("name", before, NAME);
    reading.needed_or("name", &name, AreaRefusal::Nameless);
    let (valid_from, valid_to) = (reading.day("valid_from"), reading.day_or_none("valid_to"));
    if valid_from.zip(valid_to).is_some_and(|(from, to)| to < from) {
        reading.refuse("valid_to", AreaRefusal::Backwards);
    }
    Named { name, valid_from: valid_from.unwrap_or(today), valid_to }
}

/// A form that says what is kept.
pub(crate) fn filled(named: &Named, version: i64) -> Pairs {
    Pairs::default()
        .with_text("name", &named.name)
        .with("valid_from", named.valid_from)
        .with("valid_to", named.valid_to.map(|day| day.to_string()).unwrap_or_default())
        .with("version", version)
}

/// The fields of name and days.
pub(crate) fn fields(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs) -> Markup {
    let say = ctx.say();
    markup! {
        (form.texts(field("name", t!(say, "areas-name")), &sent.in_langs("name", ctx.site_langs())))
        (form.date(field("valid_from", t!(say, "areas-from")).value(sent.get("valid_from"))))
        (form.date(field("valid_to", t!(say, "areas-to")).value(sent.get("valid_to")).hint(t!(say, "areas-to-hint")).optional()))
    }
}

/// A refusal of the store as a complaint about the form; anything else stays what it is.
///
/// # Errors
/// What is not a refusal.
pub(crate) fn complain(error: Error) -> Result<Complaints> {
    match error {
        Error::Refused(why) => Ok(Complaints::of("", why)),
        other => Err(other),
    }
}
