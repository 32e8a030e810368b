//! A letter before it is sent: what each language group will read, greeting and reason included, and how many people it is.

use super::{
    council_url,
    letters::{LetterPage, SEEN, framed_in, recipients, said_to, written},
};
use crate::rules::writing::{Version, uneven, versions};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    html::{Head, form, lang_name, notice, page, shown},
    langs::Lang,
    t,
    text::Text,
};

/// The page: nothing has been sent.
pub(crate) fn view(ctx: &Ctx, of: &LetterPage, letter: (&Text, &Text)) -> Markup {
    let say = ctx.say();
    let groups = versions(&of.mailing.to, letter.0, letter.1);
    let body = markup! {
        p { a href=(council_url(ctx, of.council.id, "")) { (shown(ctx, &of.council.name)) } }
        (notice(markup! { p { (t!(say, "letter-not-sent-yet")) } }))
        (warnings(ctx, letter))
        @for group in &groups { (one(ctx, of, letter, *group)) }
        (recipients(ctx, of))
        (of.asked)
        @if !groups.is_empty() { (send(ctx, of)) }
        section #change { h2 { (t!(say, "letter-change")) } (written(ctx, of)) }
    };
    page(ctx, &Head::new(t!(say, "letter-preview-title")), body)
}

/// What was written in one of the two only.
fn warnings(ctx: &Ctx, (subject, body): (&Text, &Text)) -> Markup {
    let say = ctx.say();
    let (only_subject, only_body) = uneven(subject, body);
    let names =
        |langs: &[Lang]| langs.iter().map(|lang| lang_name(ctx, *lang)).collect::<Vec<_>>().join(", ");
    markup! {
        @if !only_subject.is_empty() { (notice(markup! { p { b { (t!(say, "letter-only-subject", languages = names(&only_subject))) } } })) }
        @if !only_body.is_empty() { (notice(markup! { p { b { (t!(say, "letter-only-body", languages = names(&only_body))) } } })) }
    }
}

/// What one group will read.
fn one(ctx: &Ctx, of: &LetterPage, letter: (&Text, &Text), group: Version) -> Markup {
    let say = ctx.say();
    let frame = framed_in(ctx, (group.wants, group.body_in));
    let name = t!(say.in_lang(frame), "letter-name-here");
    let (lang, subject, words) = said_to(ctx, &of.council, letter, (group.wants, &name));
    let written: Vec<&str> = letter.1.plain(group.wants).split("\n\n").collect();
    let lang_of = |paragraph: &str| if written.contains(&paragraph) { lang } else { frame };
    let in_lang = |lang: Lang| lang_name(ctx, lang);
    markup! {
        section id={ "to-" (group.wants.code()) } {
            h2 { (t!(say, "letter-group", language = in_lang(group.wants), n = group.people)) }
            @if group.body_in != group.wants { p { (t!(say, "letter-group-in", language = in_lang(group.body_in))) } }
            p { (t!(say, "letter-subject-is")) " " b lang=(group.subject_in.code()) dir=(group.subject_in.direction()) { (subject) } }
            blockquote {
                @for paragraph in words.split("\n\n") {
                    @let lang = lang_of(paragraph);
                    p lang=(lang.code()) dir=(lang.direction()) { (paragraph) }
                }
            }
        }
    }
}

/// The letter as it was shown, to be sent.
fn send(ctx: &Ctx, of: &LetterPage) -> Markup {
    let (say, langs) = (ctx.say(), ctx.site_langs());
    let form = form(ctx, council_url(ctx, of.council.id, "/letters")).named("send");
    let hidden = |name: &str| {
        markup! { @for (lang, typed) in of.sent.in_langs(name, langs) { (form.hidden(&format!("{name}_{lang}"), typed)) } }
    };
    let fields = markup! {
        (hidden("subject")) (hidden("body"))
        (form.hidden("alternates", of.sent.get("alternates")))
        (form.hidden(SEEN.0, SEEN.1))
    };
    form.show(&t!(say, "letter-send-to", n = of.mailing.to.len()), fields)
}
