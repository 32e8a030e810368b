//! Text with its language: what a reader gets in another language than hers says so.

use super::state::{Look, state};
use crate::{
    ctx::Ctx,
    langs::Lang,
    t,
    text::{Shown, Text, TextState, Worded},
    translate::InLang,
};
use maud::{Markup, html};

/// What stands around words that a machine translated; a page that holds it says so once.
pub(super) const BY_MACHINE: &str = "<span class=\"by-machine\">";

/// A text for the reader. In another language than hers it is marked, and says in which; what a machine translated is
/// underlined with dots.
pub fn shown(ctx: &Ctx, text: &Text) -> Markup {
    let Some(shown) = text.show(ctx.lang) else { return html! {} };
    html! {
        @if shown.lang == ctx.lang && shown.state.is_by_machine() { span.by-machine { (shown.text) } }
        @else { (shown_in(&shown, ctx.lang)) (tongue(ctx, shown.lang)) }
    }
}

/// A proper name for the reader: marked with its language, but a name is the same in all of them and needs no further word.
pub fn named(ctx: &Ctx, text: &Text) -> Markup {
    html! { @if let Some(shown) = text.show(ctx.lang) { (shown_in(&shown, ctx.lang)) } }
}

/// As [`shown`], for words that were chosen before.
pub fn worded(ctx: &Ctx, words: &Worded) -> Markup {
    let shown = Shown { text: &words.words, lang: words.lang, state: TextState::Current };
    html! { (shown_in(&shown, ctx.lang)) (tongue(ctx, words.lang)) }
}

/// A text already chosen, marked with its language where that is not the reader's.
pub fn shown_in(shown: &Shown<'_>, reader: Lang) -> Markup {
    html! {
        @if shown.lang == reader { (shown.text) }
        @else { span lang=(shown.lang.code()) dir=(shown.lang.direction()) { (shown.text) } }
    }
}

/// “in English”: beside words that are not in the reader's language.
pub(super) fn tongue(ctx: &Ctx, lang: Lang) -> Markup {
    html! { @if lang != ctx.lang { " " span.tongue { (in_lang(ctx, lang)) } } }
}

/// “in English”, as the reader says it.
pub fn in_lang(ctx: &Ctx, lang: Lang) -> String {
    let say = ctx.say();
    t!(say, "text-in", lang = lang_name(ctx, lang))
}

/// A long text in paragraphs, as they were parted by empty lines; marked with its language, and with its state when that
/// is not current.
pub fn paragraphs(ctx: &Ctx, text: &Text) -> Markup {
    in_language(ctx, text, in_paragraphs)
}

/// A long text as `body` writes it down, under the remarks and in the language of [`paragraphs`].
pub fn in_language(ctx: &Ctx, text: &Text, body: impl Fn(&str) -> Markup) -> Markup {
    let say = ctx.say();
    let Some(shown) = text.show(ctx.lang) else { return html! {} };
    let foreign = shown.lang != ctx.lang;
    html! {
        @if foreign { p.small.quiet { (t!(say, "text-only-in", lang = lang_name(ctx, shown.lang))) } }
        @if shown.state.is_outdated() { p.small.quiet { (t!(say, "text-outdated-note")) } }
        @if shown.state.is_by_machine() { p.small.quiet { (t!(say, "text-machine-note")) } }
        (marked(&shown, ctx.lang, body))
    }
}

/// A long text already chosen, in paragraphs, marked with its language where that is not the reader's.
pub fn prose_in(shown: &Shown<'_>, reader: Lang) -> Markup {
    marked(shown, reader, in_paragraphs)
}

fn marked(shown: &Shown<'_>, reader: Lang, body: impl Fn(&str) -> Markup) -> Markup {
    let foreign = shown.lang != reader;
    html! {
        div lang=[foreign.then_some(shown.lang.code())] dir=[foreign.then_some(shown.lang.direction())] { (body(shown.text)) }
    }
}

fn in_paragraphs(text: &str) -> Markup {
    html! {
        @for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            p { @for (n, line) in paragraph.lines().enumerate() { @if n > 0 { br; } (line) } }
        }
    }
}

/// Which languages of the public site a text has, and how far each can be trusted.
pub fn languages_of(ctx: &Ctx, text: &Text) -> Markup {
    let say = ctx.say();
    html! {
        ul.states.plain-list {
            @for lang in ctx.site_langs().iter().copied() {
                li {
                    span lang=(lang.code()) { (lang.own_name()) } " " (in_state(ctx, InLang::of(text, lang)))
                    @if let Some(piece) = text.get(lang) { " " span.small.quiet { (say.short_day(piece.on)) } }
                }
            }
        }
    }
}

/// How a text stands in one language: a shape, a colour and a word.
pub fn in_state(ctx: &Ctx, of: InLang) -> Markup {
    let look = match of {
        InLang::Current => Look::OnTrack,
        InLang::Outdated | InLang::OutdatedMachine => Look::UnderWay,
        InLang::Machine => Look::Unknown,
        InLang::Missing => Look::NotStarted,
    };
    state(look, &ctx.say().t(of.key(), &[]))
}

/// What a language is called in the reader's language: “French”, « français ».
pub fn lang_name(ctx: &Ctx, lang: Lang) -> String {
    ctx.say().t(&lang_key(lang), &[])
}

/// The key of a language's name in the reader's language.
fn lang_key(lang: Lang) -> String {
    format!("lang-{}", lang.code().to_lowercase())
}
