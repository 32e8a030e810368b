//! What a list is narrowed by, each choice with how many there would be: by the address alone.

use super::{
    PATH,
    asked::{Asked, DISTANCES, FEATURES, When},
};
use crate::{
    finder::entry::{COST, FEATURE, LANGUAGE},
    rules::facts::{Cost, Feature},
    words,
};
use maud::{Markup, html as markup};
use partners::Spoken;
use platform::{
    ctx::Ctx,
    html::{Choice, choice},
    t,
};
use seek::{Facet, Found};

/// How many there are of each choice.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counts {
    /// In each language, the most first.
    pub(crate) spoken: Vec<(Spoken, usize)>,
    /// Without a fee.
    pub(crate) free: usize,
    /// With each feature that the door asks about.
    pub(crate) features: Vec<(Feature, usize)>,
    /// Open at this moment.
    pub(crate) now: usize,
    /// Open this evening.
    pub(crate) tonight: usize,
}

impl Counts {
    /// Those that the index counted, as [`Asked::ask`] has it do.
    pub(crate) fn of(found: &Found) -> Self {
        let of = |facet: Facet| {
            let counted = found.counts.iter().find(|(known, _)| *known == facet);
            counted.map(|(_, counts)| counts.as_slice()).unwrap_or_default()
        };
        let count = |facet: Facet, value: &str| {
            of(facet).iter().find(|(known, _)| known == value).map_or(0, |(_, count)| *count)
        };
        let spoken = |(code, count): &(String, usize)| Some((Spoken::from_code(code)?, *count));
        Self {
            spoken: of(LANGUAGE).iter().filter_map(spoken).collect(),
            free: count(COST, Cost::Free.code()),
            features: FEATURES.map(|one| (one, count(FEATURE, one.code()))).to_vec(),
            now: found.open.first().copied().unwrap_or_default(),
            tonight: found.open.get(1).copied().unwrap_or_default(),
        }
    }
}

/// A choice and how many there are of it.
fn counted(ctx: &Ctx, label: &str, count: usize) -> String {
    t!(ctx.say(), "help-counted", label = label, n = count)
}

fn select(name: &'static str, label: &str, any: &str, choices: &[Choice], picked: &str) -> Markup {
    markup! {
        div.field { label for={ "f-" (name) } { (label) }
            select id={ "f-" (name) } name=(name) { option value="" { (any) } @for one in choices { option value=(one.code) selected[one.code == picked] { (one.label) } } }
        }
    }
}

/// The form that narrows.
pub(crate) fn filters(ctx: &Ctx, asked: &Asked, of: &Counts) -> Markup {
    let (say, any) = (ctx.say(), t!(ctx.say(), "help-any"));
    let spoken: Vec<Choice> = of
        .spoken
        .iter()
        .map(|(one, n)| choice(one.code(), counted(ctx, &words::spoken(ctx, *one), *n)))
        .collect();
    let free = [choice(Cost::Free.code(), counted(ctx, &words::cost(ctx, Cost::Free), of.free))];
    let when = [
        choice(When::Now.code(), counted(ctx, &t!(say, "open-filter-now"), of.now)),
        choice(When::Tonight.code(), counted(ctx, &t!(say, "open-filter-tonight"), of.tonight)),
    ];
    let far: Vec<Choice> =
        DISTANCES.iter().map(|km| choice(km.to_string(), t!(say, "help-km", n = *km))).collect();
    let within = asked.within.map(|km| km.to_string()).unwrap_or_default();
    let is_unknown = !asked.near.is_empty() && asked.from().is_none();
    markup! {
        details.narrow open[asked.is_narrowed()] { summary { (t!(say, "help-narrow")) }
            form.filters method="get" action=(ctx.public_url(PATH)) {
                @if !asked.words.is_empty() { input type="hidden" name="q" value=(asked.words); }
                @if let Some(need) = &asked.need { input type="hidden" name="need" value=(need); }
                (select("spoken", &t!(say, "about-languages"), &any, &spoken, asked.spoken.map_or("", Spoken::code)))
                (select("cost", &t!(say, "about-cost"), &any, &free, if asked.free { Cost::Free.code() } else { "" }))
                (select("open", &t!(say, "about-hours"), &any, &when, asked.open.map_or("", When::code)))
                div.field { label for="f-near" { (t!(say, "help-near")) }
                    @if is_unknown { p.error id="f-near-told" { (t!(say, "help-near-unknown")) } }
                    input.short id="f-near" name="near" value=(asked.near) maxlength="3" size="4" autocomplete="off" dir="ltr" aria-describedby=[is_unknown.then_some("f-near-told")];
                }
                (select("within", &t!(say, "help-within"), &any, &far, &within))
                fieldset.field { legend { (t!(say, "about-features")) } @for (one, n) in &of.features {
                    @let id = format!("f-{}", one.code());
                    div.option { input type="checkbox" id=(id) name="with" value=(one.code()) checked[asked.features.contains(one)]; label for=(id) { (counted(ctx, &words::feature(ctx, *one), *n)) } }
                } }
                div.field.acts { button.btn.plain { (t!(say, "help-show")) } }
            }
        }
    }
}
