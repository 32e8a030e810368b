//! What codes are called, in the reader's language.

use crate::{
    needs,
    rules::{
        eligibility::Class,
        facts::{Cost, Feature, Interpretation, Papers, Status, Stream},
        freshness::Freshness,
        place::PlaceKind,
    },
    store::checks::{Found, Way},
};
use lexicon::Need;
use maud::Markup;
use partners::Spoken;
use platform::{
    ctx::Ctx,
    html::{Choice, Look, choice, state},
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

/// The name of a language in which people are served.
pub(crate) fn spoken(ctx: &Ctx, of: Spoken) -> String {
    ctx.say().t(&of.key(), &[])
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
