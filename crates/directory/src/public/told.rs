//! What became of the words: read otherwise, left out, or meant as a need.

use super::{
    PATH,
    asked::{Asked, SURE},
};
use crate::words;
use maud::{Markup, html as markup};
use platform::{ctx::Ctx, http::Address, t};
use seek::{Found, Relaxed, as_written};

/// So many needs are offered that words mean.
const OFFERED: usize = 3;

/// What the page says of how the words were read.
pub(crate) fn told(ctx: &Ctx, asked: &Asked, found: &Found) -> Markup {
    let say = ctx.say();
    let typed = |word: &str| as_written(&asked.words, word).unwrap_or(word).to_owned();
    let meant: Vec<_> = asked.meant(ctx.lang).filter(|(_, sure)| *sure >= SURE).take(OFFERED).collect();
    markup! {
        @if !found.mended.is_empty() { p { (t!(say, "help-read-as"))
            @for one in &found.mended { " " bdi { (typed(&one.asked)) } " = " bdi { (one.read) } }
        } }
        @match &found.relaxed {
            Relaxed::No => {}
            Relaxed::Nearly => { p { (t!(say, "help-nearly")) } }
            Relaxed::Without(left) => { p { (t!(say, "help-without")) @for word in left { " " bdi { (typed(word)) } } } }
            Relaxed::Any => { p { (t!(say, "help-any-word")) } }
        }
        @if !meant.is_empty() && asked.need.is_none() { p { (t!(say, "help-meant")) " "
            @for (n, (need, _)) in meant.iter().enumerate() { @if n > 0 { " · " } a href=(Address::at(ctx.public_url(PATH)).with("need", need.id.as_str())) { (words::need(ctx, need)) } }
        } }
    }
}
