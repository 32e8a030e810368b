//! The log of outreach: the list of whom we met, and each entry with its promise.

use super::{
    log_links::{About, Links, about_cell, about_each, section},
    offered::{Offered, reader, spoken_choices},
    parts, room_url,
};
use crate::{
    EncounterId, can,
    facade::keep_promise,
    rules::encounters::Promise,
    store::encounters::{Encounter, count_languages, find_encounter, list_encounters},
};
use maud::{Markup, html as markup};
use partners::{Organization, Spoken};
use platform::{
    ctx::Ctx,
    db::{Page, Tx},
    errors::{Error, OrNotFound, Result},
    html::{
        self, Cell, Choice, Column, Empty, Filter, Head, ListShown, Look, choice, facts, form, page, said,
        shown, state,
    },
    http::{Answer, Form, Pairs, Path, html as answered, see_other},
    t,
};
use serde::Deserialize;

/// The part of an address that names an entry.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtEncounter {
    pub(crate) encounter: EncounterId,
}

/// The address of an entry's page, or of what lies below it.
pub(crate) fn encounter_url(ctx: &Ctx, id: EncounterId, path: &str) -> String {
    room_url(ctx, &format!("/log/{id}{path}"))
}

/// The list.
pub(crate) struct LogPage {
    pub(crate) rows: Page<Encounter>,
    /// Whom and what they are about.
    pub(crate) about: About,
    pub(crate) languages: Vec<(Option<Spoken>, i64)>,
}

/// `GET /{p}/work/outreach/log`; with `as=csv` or `as=xlsx` the same as a file.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_OUTREACH).await?;
    let address = ctx.address();
    let rows = list_encounters(&mut tx, &address).await?;
    let about = about_each(&ctx, &mut tx, &rows.rows).await?;
    let of = LogPage { rows, about, languages: count_languages(&mut tx).await? };
    tx.done().await?;
    match address.file() {
        Some(kind) => html::file(
            &ctx,
            kind,
            &t!(ctx.say(), "encounters-file"),
            &columns(&ctx, &of.about),
            &of.rows.rows,
        ),
        None => answered(view(&ctx, &of)),
    }
}

/// A promise as a shape, a colour and a word.
fn promise_shown(ctx: &Ctx, of: &Encounter) -> Markup {
    let promise = Promise::of(of.promise_on, of.promise_kept_on);
    let look = match promise {
        Promise::Kept => Look::Done,
        Promise::None => Look::Unknown,
        Promise::Open(_) if promise.is_late(ctx.today()) => Look::Behind,
        Promise::Open(_) => Look::UnderWay,
    };
    state(look, &promise_word(ctx, promise))
}

fn promise_word(ctx: &Ctx, promise: Promise) -> String {
    ctx.say().t(&format!("encounter-promise-{}", promise.code()), &[])
}

fn columns<'a>(ctx: &'a Ctx, about: &'a About) -> Vec<Column<'a, Encounter>> {
    let say = ctx.say();
    let language = |one: &Encounter| one.language.map(|one| ctx.say().t(&one.key(), &[])).unwrap_or_default();
    let mut columns = vec![
        Column::new("community", t!(say, "encounter-community"), |row: &Encounter| {
            Cell::link(&encounter_url(ctx, row.id, ""), &row.community)
        }),
        Column::new("met_on", t!(say, "encounter-met-on"), |row: &Encounter| Cell::day(ctx, row.met_on)),
        Column::new("language", t!(say, "encounter-language"), move |row: &Encounter| {
            Cell::words(language(row))
        }),
        Column::new("people", t!(say, "encounter-people"), |row: &Encounter| {
            row.people.map_or_else(Cell::nothing, |n| Cell::number(ctx, n))
        })
        .numbers(),
        Column::new("about", t!(say, "encounter-about-file"), |row: &Encounter| about_cell(about, row.id)),
        Column::new("said", t!(say, "encounter-said"), |row: &Encounter| Cell::words(row.said.clone())),
        Column::new("promise", t!(say, "encounter-promise"), |row: &Encounter| {
            let word = promise_word(ctx, Promise::of(row.promise_on, row.promise_kept_on));
            Cell::new(promise_shown(ctx, row), word.as_str())
        }),
        Column::new("promise_on", t!(say, "encounter-promise-on"), |row: &Encounter| {
            row.promise_on.map_or_else(Cell::nothing, |day| Cell::day(ctx, day))
        }),
        Column::new("place", t!(say, "encounter-place"), |row: &Encounter| Cell::words(row.place.clone()))
            .on_demand(),
        Column::new("met_by", t!(say, "encounter-met-by"), |row: &Encounter| Cell::words(row.met_by.clone()))
            .on_demand(),
        Column::new("asked", t!(say, "encounter-asked"), |row: &Encounter| Cell::words(row.asked.clone()))
            .on_demand(),
        Column::new("promised", t!(say, "encounter-promised"), |row: &Encounter| {
            Cell::words(row.promise.clone())
        })
        .on_demand(),
    ];
    if ctx.may(can::KEEP_OUTREACH) {
        let note =
            Column::new("note", t!(say, "asking-note"), |row: &Encounter| Cell::words(row.note.clone()));
        columns.push(note.on_demand());
    }
    columns
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &LogPage) -> Markup {
    let say = ctx.say();
    let counted = |one: &Choice| {
        let found = of.languages.iter().find(|(of, _)| of.is_some_and(|of| of.code() == one.code));
        found.map(|(_, n)| one.clone().count(*n))
    };
    let languages: Vec<Choice> = spoken_choices(&say).iter().filter_map(counted).collect();
    let promises: Vec<Choice> = Promise::CODES
        .iter()
        .map(|code| choice(*code, say.t(&format!("encounter-promise-{code}"), &[])))
        .collect();
    let add = (t!(say, "encounter-add"), room_url(ctx, "/log/new"));
    let may = ctx.may(can::KEEP_OUTREACH);
    let filter = |name, label, choices| Filter { name, label, choices };
    let list = ListShown {
        caption: t!(say, "encounters-title"),
        columns: &columns(ctx, &of.about),
        filters: vec![
            filter("language", t!(say, "encounter-language"), languages),
            filter("promise", t!(say, "encounter-promise"), promises),
        ],
        search: Some(t!(say, "encounters-search")),
        page: &of.rows,
        empty: Empty {
            why: t!(say, "encounters-empty"),
            example: Some(t!(say, "encounters-empty-example")),
            first: may.then(|| add.clone()),
        },
    };
    let body = markup! {
        (parts(ctx, "/log"))
        p { (t!(say, "encounters-lead")) }
        @if may { (html::acts(&[add])) }
        (html::list(ctx, &ctx.address(), &list))
    };
    page(ctx, &Head::new(t!(say, "encounters-title")), body)
}

/// An entry.
pub(crate) struct EncounterPage {
    pub(crate) encounter: Encounter,
    pub(crate) organization: Option<Organization>,
    pub(crate) links: Links,
}

/// `GET /{p}/work/outreach/log/{encounter}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtEncounter>) -> Answer {
    let mut tx = ctx.read(can::SEE_OUTREACH).await?;
    let of = page_of(&ctx, &mut tx, at.encounter).await?;
    tx.done().await?;
    answered(one_view(&ctx, &of))
}

/// What the page of an entry shows.
pub(crate) async fn page_of(ctx: &Ctx, tx: &mut Tx, id: EncounterId) -> Result<EncounterPage> {
    let encounter = find_encounter(tx, id).await?.or_not_found()?;
    let organization = match encounter.organization_id {
        Some(id) => partners::organization(tx, reader(ctx), id).await?,
        None => None,
    };
    let links = Links::load(ctx, tx, id).await?;
    Ok(EncounterPage { encounter, organization, links })
}

/// The page of an entry.
pub(crate) fn one_view(ctx: &Ctx, of: &EncounterPage) -> Markup {
    let (say, one) = (ctx.say(), &of.encounter);
    let url = |path: &str| encounter_url(ctx, one.id, path);
    let may = ctx.may(can::KEEP_OUTREACH);
    let words = |words: &str| markup! { bdi { (words) } };
    let prose = |words: &str| markup! { @for part in words.split("\n\n") { p { (part) } } };
    let is_open = matches!(Promise::of(one.promise_on, one.promise_kept_on), Promise::Open(_));
    let day = |day: Option<jiff::civil::Date>| day.map(|day| say.day(day)).unwrap_or_default();
    let language = one.language.map(|one| say.t(&one.key(), &[])).unwrap_or_default();
    let organization = markup! { @if let Some(one) = &of.organization { a href=(ctx.url(&format!("/work/partners/{}", one.slug))) { (shown(ctx, &one.name)) } } };
    let keep = form(ctx, url("/promise"));
    let stands = one.version.to_string();
    let body = markup! {
        @if may { (html::acts(&[(t!(say, "prospect-edit"), url("/edit"))])) }
        (facts(&[
            (t!(say, "encounter-met-on"), words(&say.day(one.met_on))),
            (t!(say, "encounter-language"), words(&language)),
            (t!(say, "encounter-place"), words(&one.place)),
            (t!(say, "encounter-organization"), organization),
            (t!(say, "encounter-people"), words(&one.people.map(|n| say.number(n)).unwrap_or_default())),
            (t!(say, "encounter-met-by"), words(&one.met_by)),
            (t!(say, "encounter-asked"), prose(&one.asked)),
            (t!(say, "encounter-said"), prose(&one.said)),
        ]))
        @if !one.promise.is_empty() { section #promise { h2 { (t!(say, "encounter-promise")) }
            (facts(&[
                (t!(say, "encounter-promised"), prose(&one.promise)),
                (t!(say, "encounter-promise-on"), words(&day(one.promise_on))),
                (t!(say, "prospect-stage"), markup! { (promise_shown(ctx, one)) " " span.small.quiet { (day(one.promise_kept_on)) } }),
            ]))
            @if may && is_open { div.acts { (keep.button(&t!(say, "encounter-keep"), "", &[("version", &stands)])) } }
        } }
        (section(ctx, one, &of.links))
        @if may && !one.note.is_empty() { (html::notice(markup! { p { b { (t!(say, "asking-note")) } } (prose(&one.note)) })) }
        p { a href=(ctx.url(&format!("/work/history/encounter/{}", one.id))) { (t!(say, "history-all")) } }
        @if may { p.acts { a.btn.plain href=(url("/bin")) { (t!(say, "outreach-to-bin")) } } }
    };
    let head = Head::new(one.community.as_str())
        .under(t!(say, "outreach-title"), room_url(ctx, ""))
        .under(t!(say, "encounters-title"), room_url(ctx, "/log"));
    page(ctx, &head, body)
}

/// `POST /{p}/work/outreach/log/{encounter}/promise`: it is kept today.
pub(crate) async fn keep(ctx: Ctx, Path(at): Path<AtEncounter>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let before = find_encounter(&mut tx, at.encounter).await?.or_not_found()?;
    if sent.version() != before.version {
        return Err(Error::Stale);
    }
    keep_promise(&mut tx, &before, ctx.today()).await?;
    let to = said(&encounter_url(&ctx, before.id, ""), "encounter-kept");
    see_other(&tx.commit_to(&to).await?)
}

/// What the form of an entry lets choose from.
pub(crate) async fn offered(ctx: &Ctx, tx: &mut Tx) -> Result<Offered> {
    let organizations = partners::organizations_to_choose(tx, reader(ctx), ctx.lang).await?;
    Ok(Offered { organizations, ..Offered::default() })
}
