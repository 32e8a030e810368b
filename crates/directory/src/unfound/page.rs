//! What nobody found, as a list and as a file of exactly that.

use crate::{
    can, needs,
    pages::{list::parts, room_url, time},
    rules::unfound::{FEWEST, Period, Under, is_told, settled},
    store::unfound::every_unfound,
    words,
};
use maud::{Markup, html as markup};
use partners::Spoken;
use platform::{
    ctx::Ctx,
    db::Page,
    html::{Cell, Column, Empty, Filter, Head, ListShown, choice, file, list, page},
    http::{Address, Answer, html},
    t,
};

/// One number that may be told.
pub(crate) struct Told {
    pub(crate) under: Under,
    pub(crate) times: u64,
}

/// `GET /{p}/work/directory/unfound`.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_DIRECTORY).await?;
    let all = every_unfound(&mut tx).await?;
    tx.done().await?;
    let (address, today) = (ctx.address(), ctx.today());
    // Widened here too: what the job has not yet put together may not be told beside what it will stand in.
    let told = settled(all, today).into_iter().filter(|(under, times)| is_told(under, *times, today));
    let mut rows: Vec<Told> = told.map(|(under, times)| Told { under, times }).collect();
    let is_asked = |name: &str, of: &str| address.get(name).is_empty() || address.get(name) == of;
    rows.retain(|one| is_asked("need", &one.under.need) && is_asked("language", &one.under.language));
    // The latest first; of those that begin together, what was looked for most.
    rows.sort_by(|one, other| {
        let key = |of: &Told| (of.under.period.begins(), of.times);
        key(other).cmp(&key(one)).then_with(|| one.under.cmp(&other.under))
    });
    let size = u32::try_from(rows.len()).unwrap_or(u32::MAX).max(1);
    let shown = Page { total: i64::try_from(rows.len()).unwrap_or_default(), rows, number: 1, size };
    match address.file() {
        Some(kind) => file(&ctx, kind, &t!(ctx.say(), "unfound-file"), &columns(&ctx), &shown.rows),
        None => html(view(&ctx, &shown)),
    }
}

/// What a period is called. What holds only the rest of it says so: next to the weeks and months that are told apart it is no total.
fn when(ctx: &Ctx, of: &Under) -> Cell {
    let say = ctx.say();
    let (Some(begins), period) = (of.period.begins(), of.period.to_string()) else { return Cell::nothing() };
    match of.period {
        Period::Week(..) => Cell::new(markup! { (t!(say, "unfound-week")) " " (time(ctx, begins)) }, period),
        Period::Year(_) if needs::is_safety(&of.need) => {
            Cell::words(t!(say, "unfound-whole-year", period = period))
        }
        Period::Month(..) | Period::Year(_) => Cell::words(t!(say, "unfound-others-of", period = period)),
    }
}

fn language_word(ctx: &Ctx, of: &Under) -> String {
    let say = ctx.say();
    match Spoken::from_code(&of.language) {
        Some(one) => words::spoken(ctx, one),
        None if needs::is_safety(&of.need) => t!(say, "unfound-any-language"),
        None => t!(say, "unfound-other-languages"),
    }
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Told>> {
    let say = ctx.say();
    vec![
        Column::new("period", t!(say, "unfound-period"), move |of: &Told| when(ctx, &of.under)),
        Column::new("need", t!(say, "service-need"), move |of: &Told| match of.under.need.as_str() {
            "" => Cell::words(t!(ctx.say(), "unfound-no-need")),
            id => {
                let href = Address::at(room_url(ctx, "")).with("need", id).to_string();
                Cell::link(&href, &needs::called_either(id, ctx.lang))
            }
        }),
        Column::new("language", t!(say, "unfound-language"), move |of: &Told| {
            Cell::words(language_word(ctx, &of.under))
        }),
        Column::new("times", t!(say, "unfound-times"), move |of: &Told| {
            Cell::number(ctx, i64::try_from(of.times).unwrap_or(i64::MAX))
        })
        .numbers(),
    ]
}

/// The page.
pub(crate) fn view(ctx: &Ctx, rows: &Page<Told>) -> Markup {
    let (say, columns) = (ctx.say(), columns(ctx));
    let listed = ListShown {
        caption: t!(say, "unfound-title"),
        columns: &columns,
        filters: vec![
            Filter { name: "need", label: t!(say, "service-need"), choices: words::need_choices(ctx) },
            Filter {
                name: "language",
                label: t!(say, "unfound-language"),
                choices: Spoken::all().map(|one| choice(one.code(), words::spoken(ctx, one))).collect(),
            },
        ],
        search: None,
        page: rows,
        empty: Empty { why: t!(say, "unfound-none"), ..Empty::default() },
    };
    let body = markup! {
        (parts(ctx, "/unfound"))
        p { (t!(say, "unfound-lead", n = i64::try_from(FEWEST).unwrap_or_default())) }
        p { (t!(say, "unfound-not-people")) }
        p { a href=(room_url(ctx, "/coverage")) { (t!(say, "coverage-title")) } " · " @if ctx.may(can::KEEP_DIRECTORY) { a href=(room_url(ctx, "/barriers")) { (t!(say, "barriers-title")) } " · " } a href=(room_url(ctx, "/lexicon")) { (t!(say, "lexicon-title")) } }
        (list(ctx, &ctx.address(), &listed))
    };
    page(ctx, &Head::new(t!(say, "unfound-title")).under(t!(say, "directory-title"), room_url(ctx, "")), body)
}
