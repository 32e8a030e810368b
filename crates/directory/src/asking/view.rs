//! How asking looks: whom to choose, what each will read, what became of the letters.

use super::{
    letters::Askable,
    mails::{asking_url, letter_lang, parts, subject},
    pages::{AskingPage, Chosen, SEEN},
};
use crate::{
    pages::{room_url, service_url},
    rules::letters::LetterState,
    store::{letters::Letter, services::Service},
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    html::{
        Cell, Choice, Column, Empty, Filter, Head, ListShown, Look, choice, field, form, lang_name, list,
        notice, page, shown, state,
    },
    langs::Lang,
    t,
};
use std::collections::BTreeMap;

/// The page.
pub(crate) fn page_of(ctx: &Ctx, of: &AskingPage) -> Markup {
    let say = ctx.say();
    let body = markup! {
        (crate::pages::list::parts(ctx, "/asking"))
        p { (t!(say, "service-asking-lead")) }
        (form_of(ctx, of))
        @if !of.unreached.is_empty() {
            details { summary { (t!(say, "service-asking-unreached", n = of.unreached.len())) }
                p { (t!(say, "service-asking-unreached-why")) }
                ul { @for one in &of.unreached { li {
                    a href=(service_url(ctx, one.id, "")) { (shown(ctx, &one.name)) } " · " (shown(ctx, &one.organization))
                } } }
            }
        }
        (of.asked)
        (letters(ctx, of))
    };
    let head =
        Head::new(t!(say, "service-asking-title")).under(t!(say, "directory-title"), room_url(ctx, ""));
    page(ctx, &head, body)
}

/// The form that chooses whom to ask.
fn form_of(ctx: &Ctx, of: &AskingPage) -> Markup {
    let (say, sent) = (ctx.say(), &of.sent);
    if of.all.is_empty() {
        return notice(markup! { p { (t!(say, "service-asking-nobody")) } });
    }
    let form = form(ctx, asking_url(ctx, "")).complaints(&of.complaints);
    let all: Vec<Choice> = of.all.iter().map(|one| choice_of(ctx, one)).collect();
    let picked: Vec<String> = sent.all("to").map(str::to_owned).collect();
    let fields = markup! {
        (form.checkboxes(field("to", t!(say, "service-asking-to")), &all, &picked))
        (form.date(field("until", t!(say, "service-asking-until")).hint(t!(say, "service-asking-until-hint")).value(sent.get("until"))))
        (form.hidden("service", sent.get("service")))
    };
    form.show(&t!(say, "service-asking-preview"), fields)
}

/// An organization to choose: about how many services, who reads, what was asked of it before.
fn choice_of(ctx: &Ctx, one: &Askable) -> Choice {
    let say = ctx.say();
    let names: Vec<String> = one.readers.iter().map(|to| to.name.clone()).collect();
    let mut about = vec![
        t!(say, "service-asking-services", n = one.services.len()),
        t!(say, "service-asking-readers", names = say.list(&names)),
    ];
    if one.load.open + one.load.lately > 0 {
        about.push(t!(say, "service-asking-load", open = one.load.open, lately = one.load.lately));
    }
    if let Some(letter) = &one.letter {
        let day = say.short_day(letter.sent_at.day_in(&ctx.zone()));
        about.push(t!(say, "service-asking-waits", day = day));
    }
    choice(one.of.id.to_string(), one.of.name.plain(ctx.lang)).hint(about.join(" · "))
}

/// The letters before they are sent, as each organization will read them.
pub(crate) fn preview(ctx: &Ctx, of: &AskingPage, chosen: &Chosen<'_>) -> Markup {
    let say = ctx.say();
    let body = markup! {
        (notice(markup! { p { (t!(say, "service-asking-not-sent-yet")) } }))
        @for one in &chosen.all { (letter_of(ctx, one, chosen)) }
        (send(ctx, of, chosen.all.len()))
        section #change { h2 { (t!(say, "service-asking-change")) } (form_of(ctx, of)) }
    };
    let head = Head::new(t!(say, "service-asking-preview-title"))
        .under(t!(say, "service-asking-title"), asking_url(ctx, ""));
    page(ctx, &head, body)
}

/// What the readers of one organization will read: once in each of their languages.
fn letter_of(ctx: &Ctx, one: &Askable, chosen: &Chosen<'_>) -> Markup {
    let say = ctx.say();
    let services: Vec<&Service> = one.services.iter().collect();
    let asking = one.asking(&services, chosen.until_on);
    let mut by_lang: BTreeMap<Lang, Vec<String>> = BTreeMap::new();
    for to in &one.readers {
        let (lang, is_person) = (letter_lang(ctx, to.lang), to.person.is_some());
        let name = if is_person { to.name.clone() } else { String::new() };
        by_lang.entry(lang).or_default().push(name);
    }
    let link = t!(say, "service-asking-link-here");
    markup! { section id={ "to-" (one.of.id) } {
        h2 { (shown(ctx, &one.of.name)) }
        p.small { (t!(say, "service-asking-readers", names = say.list(&one.readers.iter().map(|to| format!("{} <{}>", to.name, to.email)).collect::<Vec<_>>()))) }
        @for (lang, names) in &by_lang {
            p { b lang=(lang.code()) dir=(lang.direction()) { (subject(ctx, *lang)) } " " span.quiet { (lang_name(ctx, *lang)) } }
            blockquote lang=(lang.code()) dir=(lang.direction()) {
                @for part in parts(ctx, (*lang, names.first().map(String::as_str).unwrap_or_default()), &asking, &link) {
                    @for paragraph in part.split("\n\n") { p {
                        @for (n, row) in paragraph.lines().enumerate() { @if n > 0 { br; } (row) }
                    } }
                }
            }
        }
    } }
}

/// The letters as they were shown, to be sent.
fn send(ctx: &Ctx, of: &AskingPage, n: usize) -> Markup {
    let form = form(ctx, asking_url(ctx, "")).named("send");
    let fields = markup! {
        @for code in of.sent.all("to") { (form.hidden("to", code)) }
        (form.hidden("until", of.sent.get("until")))
        (form.hidden("service", of.sent.get("service")))
        (form.hidden(SEEN.0, SEEN.1))
    };
    form.show(&t!(ctx.say(), "service-asking-send", n = n), fields)
}

fn state_word(ctx: &Ctx, of: LetterState) -> String {
    ctx.say().t(&format!("service-letter-state-{}", of.code()), &[])
}

/// How a letter stands: a shape, a colour and a word.
pub(crate) fn stands(ctx: &Ctx, of: &Letter) -> Markup {
    let now = of.sent().state(ctx.now());
    let look = match now {
        LetterState::Waiting => Look::UnderWay,
        LetterState::Answered => Look::Done,
        LetterState::Ended => Look::Behind,
        LetterState::Cancelled => Look::NotStarted,
    };
    state(look, &state_word(ctx, now))
}

/// The columns of the list of letters and of its files.
pub(crate) fn columns(ctx: &Ctx) -> Vec<Column<'_, Letter>> {
    let say = ctx.say();
    vec![
        Column::new("organization", t!(say, "service-organization"), |of: &Letter| {
            let href = ctx.url(&format!("/work/partners/{}", of.slug));
            Cell::new(
                markup! { a href=(href) { (shown(ctx, &of.organization)) } },
                of.organization.plain(ctx.lang),
            )
        }),
        Column::new("state", t!(say, "service-status"), |of: &Letter| {
            Cell::new(stands(ctx, of), state_word(ctx, of.sent().state(ctx.now())))
        }),
        Column::new("answered", t!(say, "service-letter-answered"), |of: &Letter| {
            Cell::words(t!(ctx.say(), "service-letter-of", answered = of.answered, n = of.services))
        }),
        Column::new("until", t!(say, "service-letter-until-on"), |of: &Letter| Cell::day(ctx, of.until_on)),
        Column::new("sent", t!(say, "service-letter-sent-on"), |of: &Letter| {
            Cell::day(ctx, of.sent_at.day_in(&ctx.zone()))
        }),
        Column::new("readers", t!(say, "service-letter-readers"), |of: &Letter| {
            Cell::number(ctx, of.readers)
        })
        .numbers()
        .on_demand(),
        Column::new("count", t!(say, "service-letter-count"), |of: &Letter| {
            Cell::number(ctx, of.sent_count.into())
        })
        .numbers()
        .on_demand(),
        Column::new("do", t!(say, "service-letter-do"), |of: &Letter| Cell::new(ways(ctx, of), "")),
    ]
}

fn ways(ctx: &Ctx, of: &Letter) -> Markup {
    let version = of.version.to_string();
    let url = asking_url(ctx, &format!("/{}/cancelling", of.id));
    let name = of.organization.plain(ctx.lang);
    markup! { @if of.sent().state(ctx.now()) == LetterState::Waiting {
        (form(ctx, url).button(&t!(ctx.say(), "service-letter-cancel"), name, &[("version", version.as_str())]))
    } }
}

/// What became of the letters.
fn letters(ctx: &Ctx, of: &AskingPage) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx);
    let choices = LetterState::ALL.into_iter().map(|one| choice(one.code(), state_word(ctx, one))).collect();
    let shown = ListShown {
        caption: t!(say, "service-letters"),
        columns: &columns,
        filters: vec![Filter { name: "state", label: t!(say, "service-status"), choices }],
        search: None,
        page: &of.letters,
        empty: Empty { why: t!(say, "service-letters-none"), ..Empty::default() },
    };
    markup! { section #letters { h2 { (t!(say, "service-letters")) } (list(ctx, &ctx.address(), &shown)) } }
}
