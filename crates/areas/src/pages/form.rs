//! What the forms of areas and sets have in common: a name per language and the days between which it holds.

use crate::rules::AreaRefusal;
use jiff::civil::Date;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::{Complaints, Error, FieldRefusal, Result},
    html::{FormHtml, field},
    http::Pairs,
    langs::Lang,
    t,
    text::{Text, line},
};

/// Names have at most this many characters in each language.
pub(crate) const NAME: usize = 200;

/// What both forms say.
pub(crate) struct Named {
    pub(crate) name: Text,
    pub(crate) valid_from: Date,
    pub(crate) valid_to: Option<Date>,
}

fn langs(ctx: &Ctx) -> Vec<Lang> {
    ctx.partnership.as_ref().map_or_else(|| Lang::OFFICIAL.to_vec(), |p| p.langs.clone())
}

/// Reads name and days, on top of the name that stood there.
pub(crate) fn read(ctx: &Ctx, sent: &Pairs, before: &Text, complaints: &mut Complaints) -> Named {
    let name = sent.rewrite(("name", &langs(ctx)), before, ctx.today(), |typed| line(typed, NAME));
    let name = complaints.take("name", name).unwrap_or_default();
    if Lang::OFFICIAL.into_iter().all(|lang| name.in_lang(lang).is_empty())
        && complaints.about("name").is_none()
    {
        complaints.add("name", AreaRefusal::Nameless);
    }
    let day = |typed: &str| typed.parse::<Date>().map_err(|_| FieldRefusal::NotADate);
    let valid_from = complaints.take("valid_from", day(sent.get("valid_from")));
    let valid_to = match sent.get("valid_to") {
        "" => None,
        typed => complaints.take("valid_to", day(typed)),
    };
    if valid_from.zip(valid_to).is_some_and(|(from, to)| to < from) {
        complaints.add("valid_to", AreaRefusal::Backwards);
    }
    Named { name, valid_from: valid_from.unwrap_or_else(|| ctx.today()), valid_to }
}

/// A form that says what is kept.
pub(crate) fn filled(named: &Named, version: i64) -> Pairs {
    Pairs::default()
        .with_text("name", &named.name)
        .with("valid_from", named.valid_from)
        .with("valid_to", named.valid_to.map(|day| day.to_string()).unwrap_or_default())
        .with("version", version)
}

/// The version that a form was made from.
pub(crate) fn version(sent: &Pairs) -> i64 {
    sent.get("version").parse().unwrap_or(-1)
}

/// The fields of name and days.
pub(crate) fn fields(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs) -> Markup {
    let say = ctx.say();
    markup! {
        (form.texts(field("name", t!(say, "areas-name")), &sent.in_langs("name", &langs(ctx))))
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
        Error::Refused(why) => Ok(Complaints(vec![platform::errors::Complaint { field: "", why }])),
        other => Err(other),
    }
}
