//! What codes are called, in the reader's language.

use crate::{
    needs,
    rules::{
        eligibility::Class,
        facts::{Cost, Feature, Interpretation, Papers, Phone, Status, Stream},
        freshness::Freshness,
        place::PlaceKind,
    },
    store::checks::{Found, Way},
};
use lexicon::Need;
use maud::{Markup, html as markup};
use partners::Spoken;
use platform::{
    ctx::Ctx,
    html::{Choice, Look, choice, state},
    langs::Lang,
    t,
};

macro_rules! called {
    ($($of:ident $name:ident $prefix:literal)*) => { $(
        #[doc = concat!("The word of a `", stringify!($of), "`.")]
        pub(crate) fn $name(ctx: &Ctx, of: $of) -> String {
            ctx.say().t(&format!(concat!($prefix, "-{}"), of.code()), &[])
        }
    )* };
}

called! {
    Status status "service-status"
    Stream stream "stream"
    Cost cost "cost"
    Interpretation interpretation "interpretation"
    Papers papers "papers"
    Feature feature "feature"
    PlaceKind place_kind "place-kind"
    Class class "class"
    Freshness fresh "fresh"
    Way way "check-way"
    Found found "check-found"
}

/// What there is to choose from, each with its word.
pub(crate) fn choices<T: Copy>(
    ctx: &Ctx,
    all: &[T],
    code: fn(T) -> &'static str,
    word: fn(&Ctx, T) -> String,
) -> Vec<Choice> {
    all.iter().map(|of| choice(code(*of), word(ctx, *of))).collect()
}

/// The name of a need in the reader's language.
pub(crate) fn need(ctx: &Ctx, of: &'static Need) -> String {
    needs::name(of, ctx.lang)
}

/// The needs to choose from, group by group.
pub(crate) fn needs_by_group(ctx: &Ctx) -> Vec<(String, Vec<Choice>)> {
    let of = |group: &str| {
        let those = needs::needs().iter().filter(move |one| one.group == group);
        those.map(|one| choice(one.id.clone(), needs::name(one, ctx.lang))).collect()
    };
    needs::groups().iter().map(|one| (needs::group_name(one, ctx.lang), of(&one.id))).collect()
}

/// The needs to choose from, each with its group before it.
pub(crate) fn need_choices(ctx: &Ctx) -> Vec<Choice> {
    let of_group = |group: &str| {
        needs::groups()
            .iter()
            .find(|one| one.id == group)
            .map_or_else(String::new, |one| needs::group_name(one, ctx.lang))
    };
    needs::needs()
        .iter()
        .map(|one| {
            choice(one.id.clone(), format!("{} · {}", of_group(&one.group), needs::name(one, ctx.lang)))
        })
        .collect()
}

/// Words of a language that is not written in Latin letters, with the names of offices and papers in them marked: those stand on doors so.
pub(crate) fn with_names(lang: Lang, text: &str) -> Markup {
    let is_latin =
        matches!(lang, Lang::En | Lang::Fr | Lang::Es | Lang::Fil | Lang::So | Lang::Pt | Lang::Vi);
    markup! {
        @if is_latin { (text) }
        @else { @for (part, is_name) in names_in(text) { @if is_name { span lang="en" dir="ltr" { (part) } } @else { (part) } } }
    }
}

/// A text with what stands in it in Latin letters apart.
fn names_in(text: &str) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(from) = rest.find(|c: char| c.is_ascii_alphabetic()) {
        let (before, name) = rest.split_at(from);
        let end = name.find(|c: char| !c.is_ascii_alphabetic() && c != ' ').unwrap_or(name.len());
        let (name, after) = name.split_at(name.get(..end).map_or(end, |name| name.trim_end().len()));
        parts.extend([(before, false), (name, true)]);
        rest = after;
    }
    parts.push((rest, false));
    parts
}

/// The name of a language in which people are served.
pub(crate) fn spoken(ctx: &Ctx, of: Spoken) -> String {
    ctx.say().t(&of.key(), &[])
}

/// What stands beside a number: its extension, and what it is for.
pub(crate) fn beside(ctx: &Ctx, of: &Phone) -> Markup {
    markup! {
        @if let Some(n) = of.extension { " " bdi { (t!(ctx.say(), "phone-extension", n = n.to_string())) } }
        @if !of.about.is_empty() { " " bdi { (of.about) } }
    }
}

/// How far a record can be trusted: a shape, a colour and a word.
pub(crate) fn freshness(ctx: &Ctx, of: Freshness) -> Markup {
    let look = match of {
        Freshness::Verified => Look::Done,
        Freshness::Due => Look::UnderWay,
        Freshness::CallFirst => Look::Unknown,
    };
    state(look, &fresh(ctx, of))
}
