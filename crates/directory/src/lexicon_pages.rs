//! The words by which people find services: how many there are in each language, who wrote them, whether anybody who speaks it has read them; and those
//! of one language, to be read and mended ([`mod@lexicon`]).

use crate::{can, needs, pages::room_url, words};
use lexicon::{Language, Tongue};
use maud::{Markup, html as markup};
use partners::Spoken;
use platform::{
    ctx::Ctx,
    db::Page,
    errors::OrNotFound,
    html::{Cell, Column, Empty, Head, ListShown, Look, file, list, page, state},
    http::{Answer, Path, html},
    langs::Lang,
    manifest::{Manifest, Sampled},
    t,
};

/// The part of an address that names a language.
#[derive(Debug, Clone, serde::Deserialize)]
pub(crate) struct AtTongue {
    tongue: String,
}

/// The pages of it.
pub(crate) fn routes(manifest: Manifest) -> Manifest {
    manifest.get("/{p}/work/directory/lexicon", can::SEE_DIRECTORY, index).get(
        "/{p}/work/directory/lexicon/{tongue}",
        can::SEE_DIRECTORY,
        show,
    )
}

/// Samples of both.
pub(crate) fn samples() -> Sampled {
    Sampled { name: "directory/lexicon", samples: sampled }
}

fn sampled(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let french = needs::tongue("fr").map(|of| view_one(ctx, &of, &all(lines(ctx, &of))));
    let mut views = vec![("all", view(ctx, &all(needs::tongues().iter().collect())))];
    views.extend(french.map(|view| ("french", view)));
    views
}

fn all<T>(rows: Vec<T>) -> Page<T> {
    let total = i64::try_from(rows.len()).unwrap_or_default();
    let size = u32::try_from(rows.len()).unwrap_or(u32::MAX).max(1);
    Page { rows, total, number: 1, size }
}

/// `GET /{p}/work/directory/lexicon`.
async fn index(ctx: Ctx) -> Answer {
    ctx.demand(can::SEE_DIRECTORY)?;
    let rows = all(needs::tongues().iter().collect());
    match ctx.address().file() {
        Some(kind) => file(&ctx, kind, &t!(ctx.say(), "lexicon-file"), &columns(&ctx), &rows.rows),
        None => html(view(&ctx, &rows)),
    }
}

fn called(ctx: &Ctx, code: &str) -> String {
    // The script of a code is no part of what is spoken.
    let plain = code.split('-').next().unwrap_or(code);
    Spoken::from_code(code)
        .or_else(|| Spoken::from_code(plain))
        .map_or_else(|| code.to_owned(), |one| words::spoken(ctx, one))
}

fn standing(ctx: &Ctx, reviewed: bool) -> (Look, String) {
    match reviewed {
        true => (Look::Done, t!(ctx.say(), "lexicon-read")),
        false => (Look::NotStarted, t!(ctx.say(), "lexicon-unread")),
    }
}

fn author(ctx: &Ctx, written: &str) -> String {
    match written {
        "machine" => t!(ctx.say(), "lexicon-by-machine"),
        _ => t!(ctx.say(), "lexicon-by-project"),
    }
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, &'static Tongue>> {
    let say = ctx.say();
    vec![
        Column::new("language", t!(say, "lexicon-language"), |of: &&'static Tongue| {
            Cell::link(&room_url(ctx, &format!("/lexicon/{}", of.code)), &called(ctx, &of.code))
        }),
        Column::new("state", t!(say, "lexicon-state"), |of: &&'static Tongue| {
            let (look, word) = standing(ctx, of.reviewed);
            Cell::new(state(look, &word), word)
        }),
        Column::new("written", t!(say, "lexicon-written"), |of: &&'static Tongue| {
            Cell::words(author(ctx, &of.written))
        }),
        Column::new("phrases", t!(say, "lexicon-phrases"), |of: &&'static Tongue| {
            Cell::number(ctx, i64::try_from(of.phrases).unwrap_or(i64::MAX))
        })
        .numbers(),
    ]
}

fn view(ctx: &Ctx, rows: &Page<&'static Tongue>) -> Markup {
    let (say, columns) = (ctx.say(), columns(ctx));
    let listed = ListShown {
        caption: t!(say, "lexicon-title"),
        columns: &columns,
        filters: Vec::new(),
        search: None,
        page: rows,
        empty: Empty::default(),
    };
    let body = markup! {
        p { (t!(say, "lexicon-lead", n = i64::try_from(needs::needs().len()).unwrap_or(i64::MAX))) }
        p { a href=(room_url(ctx, "/unfound")) { (t!(say, "unfound-title")) } }
        (list(ctx, &ctx.address(), &listed))
    };
    page(ctx, &Head::new(t!(say, "lexicon-title")).under(t!(say, "directory-title"), room_url(ctx, "")), body)
}

/// What people say for one need.
struct Line {
    id: String,
    /// In the reader's language.
    need: String,
    name: String,
    words: String,
    slips: String,
}

fn lines(ctx: &Ctx, of: &Language) -> Vec<Line> {
    let line = |need: &'static lexicon::Need| {
        let said = of.needs.get(&need.id)?;
        Some(Line {
            id: need.id.clone(),
            need: needs::name(need, ctx.lang),
            name: said.name.clone(),
            words: said.words.join(", "),
            slips: said.slips.join(", "),
        })
    };
    needs::needs().iter().filter_map(line).collect()
}

/// `GET /{p}/work/directory/lexicon/{tongue}`: all words of one language; as a file, for whoever reads them over.
async fn show(ctx: Ctx, Path(at): Path<AtTongue>) -> Answer {
    ctx.demand(can::SEE_DIRECTORY)?;
    let of = needs::tongue(&at.tongue).or_not_found()?;
    let rows = all(lines(&ctx, &of));
    match ctx.address().file() {
        Some(kind) => {
            let name = format!("{}-{}", t!(ctx.say(), "lexicon-file"), of.code);
            file(&ctx, kind, &name, &line_columns(&ctx, &of), &rows.rows)
        }
        None => html(view_one(&ctx, &of, &rows)),
    }
}

/// Text in a language other than the reader's, as it says of itself.
fn foreign(of: &Language, text: &str) -> Cell {
    let lang = Lang::from_code(&of.code);
    let dir = lang.map_or("auto", Lang::direction);
    Cell::new(markup! { span lang=(of.code) dir=(dir) { (text) } }, text)
}

fn line_columns<'a>(ctx: &'a Ctx, of: &'a Language) -> Vec<Column<'a, Line>> {
    let say = ctx.say();
    vec![
        Column::new("id", t!(say, "lexicon-id"), |of: &Line| Cell::words(of.id.clone())).on_demand(),
        Column::new("need", t!(say, "service-need"), |of: &Line| Cell::words(of.need.clone())),
        Column::new("name", t!(say, "lexicon-name"), |line: &Line| foreign(of, &line.name)),
        Column::new("words", t!(say, "lexicon-words"), |line: &Line| foreign(of, &line.words)),
        Column::new("slips", t!(say, "lexicon-slips"), |line: &Line| foreign(of, &line.slips)).on_demand(),
    ]
}

fn view_one(ctx: &Ctx, of: &Language, rows: &Page<Line>) -> Markup {
    let (say, columns) = (ctx.say(), line_columns(ctx, of));
    let (look, word) = standing(ctx, of.reviewed);
    let title = called(ctx, &of.code);
    let listed = ListShown {
        caption: t!(say, "lexicon-words"),
        columns: &columns,
        filters: Vec::new(),
        search: None,
        page: rows,
        empty: Empty::default(),
    };
    let body = markup! {
        p { (state(look, &word)) " · " (author(ctx, &of.written)) }
        p { (t!(say, "lexicon-mend")) }
        (list(ctx, &ctx.address(), &listed))
    };
    page(ctx, &Head::new(title).under(t!(say, "lexicon-title"), room_url(ctx, "/lexicon")), body)
}

#[cfg(test)]
mod tests {
    use crate::tests::rooms;

    platform::on_both! { rooms();
        async fn who_works_here_sees_which_words_nobody_has_read(site) {
            let got = site.get_as(&site.coordinator(), "/maple/work/directory/lexicon").await;
            assert!(got.status == 200 && got.body.contains("not read by a person"), "{}", got.body);
            let list = site.get_as(&site.coordinator(), "/maple/work/directory/lexicon?as=csv").await.body;
            assert_eq!(list.lines().filter(|row| row.contains("not read by a person")).count(), crate::needs::tongues().len());
            let one = site.get_as(&site.coordinator(), "/maple/work/directory/lexicon/ar").await.body;
            assert!(one.contains("lang=\"ar\" dir=\"rtl\"") && one.contains("طبيب"), "{one}");
            assert_eq!(site.get_as(&site.coordinator(), "/maple/work/directory/lexicon/xx").await.status, 404);
        }
    }
}
