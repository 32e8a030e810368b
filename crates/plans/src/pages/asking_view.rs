//! How asking looks: whom to choose, what each language group will read, the letters.

use super::{
    asking::{AskingPage, Chosen, SEEN},
    asking_readers::AskReader,
    pieces::state_word,
};
use crate::{
    mails::{self, Asking, asking_url, letter_lang},
    rules::asking::LetterState,
    rules::asking::untranslated,
    seen::PlanSeen,
    store::{letters::Letter, lines::Line},
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    html::{
        Cell, Choice, Column, Empty, Filter, Head, ListShown, Look, choice, field, form, lang_name, list,
        notice, page, state,
    },
    langs::Lang,
    t,
};
use std::collections::BTreeSet;

/// The form that chooses whom to ask.
pub(crate) fn form_of(ctx: &Ctx, (of, seen): (&AskingPage, &PlanSeen)) -> Markup {
    let (say, sent, langs) = (ctx.say(), &of.sent, ctx.site_langs());
    if of.readers.is_empty() {
        return notice(markup! { p { (t!(say, "plan-asking-nobody")) } });
    }
    let form = form(ctx, asking_url(ctx, "")).complaints(&of.complaints);
    let all: Vec<Choice> = of.readers.iter().map(|one| choice_of(ctx, seen, one)).collect();
    let picked: Vec<String> = sent.all("to").map(str::to_owned).collect();
    let theirs: BTreeSet<Lang> = of.readers.iter().map(|one| letter_lang(ctx, one.lang)).collect();
    let theirs: Vec<String> = theirs.into_iter().map(|lang| lang_name(ctx, lang)).collect();
    let fields = markup! {
        (form.checkboxes(field("to", t!(say, "plan-asking-to")), &all, &picked))
        (form.date(field("until", t!(say, "plan-asking-until")).hint(t!(say, "plan-asking-until-hint")).value(sent.get("until"))))
        (form.proses(field("words", t!(say, "plan-asking-words")).hint(t!(say, "plan-asking-words-hint", languages = say.list(&theirs))).rows(3).optional(), &sent.in_langs("words", langs)))
    };
    form.show(&t!(say, "plan-asking-preview"), fields)
}

/// Somebody to choose, with what she answers for and what was asked of her before.
fn choice_of(ctx: &Ctx, seen: &PlanSeen, one: &AskReader) -> Choice {
    let say = ctx.say();
    let lines: Vec<&str> =
        one.lines.iter().filter_map(|(id, _)| seen.line(*id)).map(|line| line.code.as_str()).collect();
    let mut about = vec![t!(say, "plan-asking-lines", n = lines.len(), owed = one.owed), lines.join(", ")];
    if let Some(since) = one.waiting {
        about.push(t!(say, "plan-asking-waits", day = say.short_day(since.day_in(&ctx.zone()))));
    }
    choice(one.who.to_string(), one.name.clone()).hint(about.join(" · "))
}

/// The letters before they are sent: what the first reader of each language will read.
pub(crate) fn preview(ctx: &Ctx, (of, seen): (&AskingPage, &PlanSeen), chosen: &Chosen<'_>) -> Markup {
    let say = ctx.say();
    let mut langs: Vec<Lang> = chosen.readers.iter().map(|one| letter_lang(ctx, one.lang)).collect();
    langs.sort_unstable();
    langs.dedup();
    let body = markup! {
        (notice(markup! { p { (t!(say, "plan-asking-not-sent-yet")) } }))
        @for lang in langs { (group(ctx, seen, chosen, lang)) }
        section #to { h2 { (t!(say, "plan-asking-each", n = chosen.readers.len())) }
            ul { @for one in &chosen.readers { li { bdi { (one.name) } " · " (lang_name(ctx, letter_lang(ctx, one.lang))) } } }
        }
        (of.asked)
        (send(ctx, of, chosen.readers.len()))
        section #change { h2 { (t!(say, "plan-asking-change")) } (form_of(ctx, (of, seen))) }
    };
    let head = Head::new(t!(say, "plan-asking-preview-title"))
        .under(t!(say, "plan-asking-title"), asking_url(ctx, ""));
    page(ctx, &head, body)
}

fn group(ctx: &Ctx, seen: &PlanSeen, chosen: &Chosen<'_>, lang: Lang) -> Markup {
    let say = ctx.say();
    let theirs: Vec<&&AskReader> =
        chosen.readers.iter().filter(|one| letter_lang(ctx, one.lang) == lang).collect();
    let Some(first) = theirs.first() else { return markup! {} };
    let lines: Vec<&Line> = first.lines.iter().filter_map(|(id, _)| seen.line(*id)).collect();
    let asking = Asking { name: &first.name, lines: &lines, until_on: chosen.until_on, words: &chosen.words };
    let link = t!(say, "plan-asking-link-here");
    let (subject, parts) = (mails::subject(ctx, lang), mails::parts(ctx, lang, &asking, &link));
    let is_missing = !untranslated(&chosen.words, [lang]).is_empty();
    markup! {
        section id={ "to-" (lang.code()) } {
            h2 { (t!(say, "plan-asking-group", language = lang_name(ctx, lang), n = theirs.len())) }
            p { (t!(say, "plan-asking-subject")) " " b lang=(lang.code()) dir=(lang.direction()) { (subject) } }
            @if is_missing { (notice(markup! { p { (t!(say, "plan-asking-untranslated", language = lang_name(ctx, lang))) } })) }
            blockquote lang=(lang.code()) dir=(lang.direction()) {
                @for part in parts {
                    @let other = (part.lang != lang).then_some(part.lang);
                    @for paragraph in part.words.split("\n\n") { p lang=[other.map(Lang::code)] dir=[other.map(Lang::direction)] {
                        @for (n, row) in paragraph.lines().enumerate() { @if n > 0 { br; } (row) }
                    } }
                }
            }
        }
    }
}

/// The letters as they were shown, to be sent.
fn send(ctx: &Ctx, of: &AskingPage, n: usize) -> Markup {
    let (say, langs) = (ctx.say(), ctx.site_langs());
    let form = form(ctx, asking_url(ctx, "")).named("send");
    let fields = markup! {
        @for code in of.sent.all("to") { (form.hidden("to", code)) }
        @for (lang, typed) in of.sent.in_langs("words", langs) { (form.hidden(&format!("words_{lang}"), typed)) }
        (form.hidden("until", of.sent.get("until")))
        (form.hidden(SEEN.0, SEEN.1))
    };
    form.show(&t!(say, "plan-asking-send", n = n), fields)
}

/// The columns of the list of letters and of its files.
pub(crate) fn columns(ctx: &Ctx) -> Vec<Column<'_, Letter>> {
    let say = ctx.say();
    vec![
        Column::new("name", t!(say, "plan-letter-to"), |of: &Letter| Cell::words(of.name.clone())),
        Column::new("state", t!(say, "plan-state"), |of: &Letter| {
            let now = of.sent().state(ctx.now());
            let word = ctx.say().t(&format!("plan-letter-state-{}", now.code()), &[]);
            Cell::new(state(look(now), &word), word)
        }),
        Column::new("answered", t!(say, "plan-letter-answered"), |of: &Letter| {
            Cell::words(t!(ctx.say(), "plan-letter-of", answered = of.answered, n = of.lines))
        }),
        Column::new("until", t!(say, "plan-letter-until-on"), |of: &Letter| Cell::day(ctx, of.until_on)),
        Column::new("sent", t!(say, "plan-letter-sent-on"), |of: &Letter| {
            Cell::day(ctx, of.sent_at.day_in(&ctx.zone()))
        }),
        Column::new("count", t!(say, "plan-letter-count"), |of: &Letter| {
            Cell::number(ctx, of.sent_count.into())
        })
        .numbers()
        .on_demand(),
        Column::new("email", t!(say, "plan-letter-email"), |of: &Letter| Cell::words(of.email.clone()))
            .on_demand(),
        Column::new("do", t!(say, "plan-letter-do"), |of: &Letter| Cell::new(ways(ctx, of), "")),
    ]
}

const fn look(of: LetterState) -> Look {
    match of {
        LetterState::Waiting => Look::UnderWay,
        LetterState::Answered => Look::Done,
        LetterState::Ended => Look::Behind,
        LetterState::Cancelled => Look::NotStarted,
    }
}

fn ways(ctx: &Ctx, of: &Letter) -> Markup {
    let version = of.version.to_string();
    let url = asking_url(ctx, &format!("/{}/cancelling", of.id));
    markup! { @if of.sent().holds(ctx.now()) {
        (form(ctx, url).button(&t!(ctx.say(), "plan-letter-cancel"), &of.name, &[("version", version.as_str())]))
    } }
}

/// What became of the letters.
pub(crate) fn letters(ctx: &Ctx, of: &AskingPage) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx);
    let word = |one: LetterState| ctx.say().t(&format!("plan-letter-state-{}", one.code()), &[]);
    let choices = LetterState::ALL.into_iter().map(|one| choice(one.code(), word(one))).collect();
    let shown = ListShown {
        caption: t!(say, "plan-letters"),
        columns: &columns,
        filters: vec![Filter { name: "state", label: t!(say, "plan-state"), choices }],
        search: None,
        page: &of.letters,
        empty: Empty { why: t!(say, "plan-letters-none"), ..Empty::default() },
    };
    markup! { section #letters { h2 { (t!(say, "plan-letters")) } (list(ctx, &ctx.address(), &shown)) } }
}

/// What was reported of a line last, in a few words: state, day, whether it was noted for those who carry it.
pub(crate) fn last_said(ctx: &Ctx, line: &Line) -> String {
    let say = ctx.say();
    match (line.reported_state, line.reported_on) {
        (Some(state), Some(on)) => {
            let (state, day) = (state_word(ctx, Some(state)), say.short_day(on));
            if line.reported_for_owner {
                t!(say, "reporting-last-for", state = state, day = day)
            } else {
                t!(say, "reporting-last", state = state, day = day)
            }
        }
        _ => t!(say, "reporting-none-yet"),
    }
}
