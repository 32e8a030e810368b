//! Texts to translate: what every room has in other languages, and what waits there.

pub mod one;

use crate::{
    authority::{Office, Permission},
    ctx::Ctx,
    db::Page,
    html::{
        Cell, Column, Empty, Filter, Head, ListShown, choice, file, in_state, lang_name, list, page, shown_in,
    },
    http::{Answer, html},
    langs::Lang,
    manifest::Manifest,
    t,
    text::Shown,
    translate::{InLang, Task, tasks},
};
use maud::{Markup, html as markup};

/// Writing texts in other languages, whoever keeps the record otherwise.
pub const TRANSLATE: Permission =
    Permission::act("texts.translate", &[Office::Coordinator, Office::Translator]);

/// The addresses of texts to translate.
pub fn routes(manifest: Manifest) -> Manifest {
    manifest
        .get("/{p}/work/texts", TRANSLATE, show)
        .get("/{p}/work/texts/{kind}/{id}/{wording}/{into}", TRANSLATE, one::edit)
        .post("/{p}/work/texts/{kind}/{id}/{wording}/{into}", TRANSLATE, one::save)
        .post("/{p}/work/texts/{kind}/{id}/{wording}/{into}/review", TRANSLATE, one::review)
}

/// So many rows stand on a page.
const ROWS: u32 = 50;
/// Of the text to translate, the list shows this many characters.
const EXCERPT: usize = 160;

/// What the list is narrowed by.
const FILTERS: [&str; 3] = ["into", "state", "kind"];
/// The state of the address that leaves out nothing, not even what is current.
const EVERY_STATE: &str = "every";

/// `GET /{p}/work/texts`.
pub async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(TRANSLATE).await?;
    let all = tasks(&ctx, &mut tx).await?;
    tx.done().await?;
    if let Some(kind) = ctx.address().file() {
        let rows: Vec<Task> = all.into_iter().filter(|task| fits(&ctx, task, None)).collect();
        return file(&ctx, kind, &t!(ctx.say(), "texts-file"), &columns(&ctx), &rows);
    }
    html(view(&ctx, &all))
}

/// What a task answers to a filter.
fn answer(task: &Task, filter: &str) -> &'static str {
    match filter {
        "into" => task.into.code(),
        "state" => task.stands().code(),
        _ => task.kind,
    }
}

/// Whether the address leaves the task in the list, `but` one of its filters. Texts that are current are left out unless they
/// are asked for.
fn fits(ctx: &Ctx, task: &Task, but: Option<&str>) -> bool {
    let address = ctx.address();
    FILTERS.iter().filter(|name| Some(**name) != but).all(|name| match (*name, address.get(name)) {
        ("state", "") => task.stands().waits(),
        ("state", EVERY_STATE) | (_, "") => true,
        (name, asked) => asked == answer(task, name),
    })
}

fn filter(
    ctx: &Ctx,
    all: &[Task],
    (name, label): (&'static str, String),
    answers: Vec<(&'static str, String)>,
) -> Filter {
    let left: Vec<&Task> = all.iter().filter(|task| fits(ctx, task, Some(name))).collect();
    let is_so = |task: &Task, code: &str| code == EVERY_STATE || answer(task, name) == code;
    let count = |code: &str| left.iter().filter(|task| is_so(task, code)).count();
    let counted = |(code, label): (&'static str, String)| {
        choice(code, label).count(i64::try_from(count(code)).unwrap_or(i64::MAX))
    };
    Filter { name, label, choices: answers.into_iter().map(counted).collect() }
}

fn filters(ctx: &Ctx, all: &[Task]) -> Vec<Filter> {
    let say = ctx.say();
    let langs = ctx.partnership.as_ref().map(|here| here.langs.clone()).unwrap_or_default();
    let mut kinds: Vec<&'static str> = all.iter().map(|task| task.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let mut states = InLang::ALL.map(|of| (of.code(), say.t(of.key(), &[]))).to_vec();
    states.push((EVERY_STATE, t!(say, "texts-every-state")));
    vec![
        filter(
            ctx,
            all,
            ("into", t!(say, "texts-into")),
            langs.iter().map(|lang| (lang.code(), lang_name(ctx, *lang))).collect(),
        ),
        filter(ctx, all, ("state", t!(say, "texts-state")), states),
        filter(
            ctx,
            all,
            ("kind", t!(say, "texts-kind")),
            kinds.iter().map(|kind| (*kind, kind_word(ctx, kind))).collect(),
        ),
    ]
}

fn kind_word(ctx: &Ctx, kind: &str) -> String {
    ctx.say().t(&format!("kind-{kind}"), &[])
}

/// “Name, group”: which of the texts of what.
fn which(ctx: &Ctx, task: &Task) -> String {
    let say = ctx.say();
    t!(say, "texts-which", text = say.t(task.wording.label, &[]), kind = kind_word(ctx, task.kind))
}

/// The words in one language, marked with it, cut to an excerpt.
fn excerpt(ctx: &Ctx, task: &Task, lang: Lang) -> Cell {
    let words = task.text.in_lang(lang);
    let mut cut: String = words.chars().take(EXCERPT).collect();
    if cut.len() < words.len() {
        cut.push('…');
    }
    let shown = Shown { text: &cut, lang, state: crate::text::TextState::Current };
    Cell::new(shown_in(&shown, ctx.lang), words)
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Task>> {
    let say = ctx.say();
    vec![
        Column::new("what", t!(say, "texts-what"), |task: &Task| {
            let (title, which) = (task.title.worded(ctx.lang), which(ctx, task));
            let plain = format!("{} ({which})", title.words);
            let shown =
                Shown { text: &title.words, lang: title.lang, state: crate::text::TextState::Current };
            let html = markup! {
                a href=(one::task_url(ctx, task)) { (shown_in(&shown, ctx.lang)) span.unseen { " " (which) " " (lang_name(ctx, task.into)) } }
                br; span.small.quiet { (which) }
            };
            Cell::new(html, plain)
        }),
        Column::new("into", t!(say, "texts-into"), |task: &Task| Cell::words(lang_name(ctx, task.into))),
        Column::new("state", t!(say, "texts-state"), |task: &Task| {
            let word = ctx.say().t(task.stands().key(), &[]);
            Cell::new(in_state(ctx, task.stands()), word)
        }),
        Column::new("source", t!(say, "texts-source"), |task: &Task| excerpt(ctx, task, task.from)),
        Column::new("words", t!(say, "texts-words"), |task: &Task| excerpt(ctx, task, task.into)).on_demand(),
    ]
}

/// The rows of the page that the address asks for.
fn cut(ctx: &Ctx, all: &[Task]) -> Page<Task> {
    let (number, size) = (ctx.address().page(), ctx.address().rows().unwrap_or(ROWS));
    let left: Vec<&Task> = all.iter().filter(|task| fits(ctx, task, None)).collect();
    let skip = usize::try_from(u64::from(number.saturating_sub(1)) * u64::from(size)).unwrap_or(usize::MAX);
    let take = usize::try_from(size).unwrap_or(usize::MAX);
    Page {
        total: i64::try_from(left.len()).unwrap_or(i64::MAX),
        rows: left.into_iter().skip(skip).take(take).cloned().collect(),
        number,
        size,
    }
}

/// The page.
pub fn view(ctx: &Ctx, all: &[Task]) -> Markup {
    let say = ctx.say();
    let (columns, rows) = (columns(ctx), cut(ctx, all));
    let waiting = all.iter().filter(|task| task.stands().waits()).count();
    let shown = ListShown {
        caption: t!(say, "texts-caption"),
        columns: &columns,
        filters: filters(ctx, all),
        search: None,
        page: &rows,
        empty: Empty { why: t!(say, "texts-empty"), example: Some(t!(say, "texts-example")), first: None },
    };
    let body = markup! {
        @if !all.is_empty() { p { (t!(say, "texts-lead", n = waiting)) } }
        (list(ctx, &ctx.address(), &shown))
    };
    page(ctx, &Head::new(t!(say, "nav-texts")), body)
}
