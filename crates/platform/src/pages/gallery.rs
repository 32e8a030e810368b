//! The gallery: every piece that pages are made of, with invented content, and every page of the house with its samples.

use crate::{
    audit::{AuditEntry, AuditId},
    authority::{Office, Permission},
    clock::Moment,
    ctx::Ctx,
    db::{Json, Page},
    errors::{Complaints, OrNotFound, Result},
    html::{
        Cell, Choice, Column, Confirm, Conflict, Empty, Filter, Head, History, ListShown, Look, acts, choice,
        confirm, conflict, empty, facts, field, form, history, languages_of, list, notice, page, paragraphs,
        said, shown, state, tabs,
    },
    http::{Answer, Form, Path, answer, html, see_other},
    ids::Ref,
    langs::Lang,
    t,
    text::{Text, Worded, line},
    thread::{Knot, Thread},
};
use http::StatusCode;
use jiff::civil::{Date, date};
use maud::{Markup, html as markup};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The form of the gallery, as it is sent.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Try {
    name_en: String,
    name_fr: String,
    about: String,
    mail: String,
    since: String,
    sector: String,
    size: String,
    langs: Vec<String>,
    open: String,
    version: String,
}

/// Looking at it with an office on the installation.
const ANYWHERE: Permission = Permission::installation("workspace.gallery", &[Office::Administrator]);

/// Where a room opens the gallery to coordinators, as the demo does, they look; elsewhere whoever runs the installation.
fn look(ctx: &Ctx) -> Result<()> {
    let is_open = ctx.app.house.rooms.iter().any(|room| room.opens_gallery);
    ctx.demand(if is_open { super::GALLERY } else { ANYWHERE })
}

/// `GET /{p}/work/gallery`.
pub async fn show(ctx: Ctx) -> Answer {
    look(&ctx)?;
    let ctx = in_asked_language(ctx);
    html(view(&ctx, &Try::default(), &Complaints::default())?)
}

/// `POST /{p}/work/gallery`: tries the form; nothing is kept.
pub async fn sent(ctx: Ctx, Form(typed): Form<Try>) -> Answer {
    look(&ctx)?;
    let mut complaints = Complaints::default();
    complaints.take("name_en", line(&typed.name_en, 40));
    complaints.take("about", line(&typed.about, 400));
    complaints.take("since", typed.since.parse::<Date>().map_err(|_| crate::errors::FieldRefusal::NotADate));
    if complaints.is_empty() {
        return see_other(&said(&ctx.url("/work/gallery"), "tried"));
    }
    answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &typed, &complaints)?)
}

/// One sample of one page.
#[derive(Debug, Deserialize)]
pub struct Asked {
    room: String,
    page: String,
    sample: String,
}

/// `GET /{p}/work/gallery/{room}/{page}/{sample}`: a page of the house with invented content.
pub async fn sample(ctx: Ctx, Path(asked): Path<Asked>) -> Answer {
    look(&ctx)?;
    let ctx = in_asked_language(ctx);
    let name = format!("{}/{}", asked.room, asked.page);
    let sampled = ctx.app.house.rooms.iter().flat_map(|room| &room.sampled);
    let mut samples =
        sampled.filter(|sampled| sampled.name == name).flat_map(|sampled| (sampled.samples)(&ctx));
    html(samples.find(|(name, _)| *name == asked.sample).or_not_found()?.1)
}

fn in_asked_language(ctx: Ctx) -> Ctx {
    match ctx.address().get("lang").parse() {
        Ok(lang) => Ctx { lang, ..ctx },
        Err(_) => ctx,
    }
}

/// The page.
///
/// # Errors
/// A failure when the sample of the conflict cannot be written.
pub fn view(ctx: &Ctx, typed: &Try, complaints: &Complaints) -> Result<Markup> {
    let say = ctx.say();
    let head = Head::new(t!(say, "nav-gallery"))
        .under(t!(say, "nav-today"), ctx.url("/work"))
        .on_thread(thread(ctx));
    let body = markup! {
        p { (t!(say, "gallery-about")) }
        (languages(ctx))
        section { h2 { (t!(say, "gallery-states")) } (states(ctx)) }
        section { h2 { (t!(say, "gallery-text")) } (texts(ctx)) }
        section { h2 { (t!(say, "gallery-form")) } (fields(ctx, typed, complaints)) }
        section { h2 { (t!(say, "gallery-list")) } (lists(ctx)) }
        section { h2 { (t!(say, "gallery-history")) } (history(ctx, &History::plain("sample", vec![entry(ctx)]))) }
        section { h2 { (t!(say, "gallery-conflict")) } (both(ctx)?) }
        section { h2 { (t!(say, "gallery-confirm")) } (sure(ctx)) }
        section { h2 { (t!(say, "gallery-pages")) } (pages(ctx)) }
    };
    Ok(page(ctx, &head, body))
}

fn languages(ctx: &Ctx) -> Markup {
    let parts: Vec<(String, String, bool)> = [Lang::En, Lang::Fr, Lang::Ar]
        .into_iter()
        .map(|lang| {
            (lang.own_name().to_owned(), ctx.url(&format!("/work/gallery?lang={lang}")), lang == ctx.lang)
        })
        .collect();
    tabs(&t!(ctx.say(), "nav-languages"), &parts)
}

/// A thread of three knots and two below.
pub(super) fn thread(ctx: &Ctx) -> Thread {
    let say = ctx.say();
    let knot = |n: u128, word: String, href: Option<String>| Knot {
        of: Ref::new("sample", Uuid::from_u128(n)),
        word,
        title: Worded::new(t!(say, "gallery-sample-title"), ctx.lang),
        href,
    };
    let here = Some(ctx.url("/work/gallery"));
    Thread {
        up: vec![
            knot(1, t!(say, "gallery-knot-above"), here.clone()),
            knot(2, t!(say, "gallery-knot-here"), None),
        ],
        down: vec![
            knot(3, t!(say, "gallery-knot-below"), here.clone()),
            knot(4, t!(say, "gallery-knot-below"), here),
        ],
    }
}

fn states(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    markup! {
        p.states { @for look in Look::ALL { (state(look, &say.t(&format!("state-{}", look.class()), &[]))) " " } }
        (notice(markup! { p { (t!(say, "gallery-about")) } }))
        (acts(&[(t!(say, "list-show"), ctx.url("/work/gallery")), (t!(say, "list-clear"), ctx.url("/work/gallery"))]))
    }
}

/// A text that French has and Arabic lacks.
fn sample_text() -> Text {
    let on = date(2026, 4, 1);
    let text = Text::both("Maple Community Centre", "Centre communautaire de l’Érable", on);
    text.rewrite(
        &[(Lang::En, "Maple Street Community Centre"), (Lang::Fr, "Centre communautaire de l’Érable")],
        on,
    )
}

fn texts(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let text = sample_text();
    facts(&[
        (t!(say, "gallery-name"), shown(ctx, &text)),
        (t!(say, "gallery-about-label"), paragraphs(ctx, &text)),
        (t!(say, "nav-languages"), languages_of(ctx, &text)),
    ])
}

fn sectors(ctx: &Ctx) -> Vec<Choice> {
    let say = ctx.say();
    vec![
        choice("school", t!(say, "gallery-choice-school")).count(12),
        choice("library", t!(say, "gallery-choice-library")).count(3).hint(t!(say, "gallery-hint")),
    ]
}

fn fields(ctx: &Ctx, typed: &Try, complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let form = form(ctx, ctx.url("/work/gallery")).complaints(complaints).cancel(ctx.url("/work/gallery"));
    let langs: Vec<Choice> =
        Lang::ALL.into_iter().take(4).map(|lang| choice(lang.code(), lang.own_name())).collect();
    let name = field("name", t!(say, "gallery-name")).hint(t!(say, "gallery-hint"));
    let fields = markup! {
        (form.texts(name, &[(Lang::En, &typed.name_en), (Lang::Fr, &typed.name_fr)]))
        (form.prose(field("about", t!(say, "gallery-about-label")).value(&typed.about).rows(3)))
        (form.text(field("mail", t!(say, "gallery-mail")).value(&typed.mail).mail().optional()))
        (form.date(field("since", t!(say, "gallery-since")).value(&typed.since)))
        (form.select(field("sector", t!(say, "gallery-sector")).value(&typed.sector), &sectors(ctx)))
        (form.radios(field("size", t!(say, "gallery-sector")).value(&typed.size), &sectors(ctx)))
        (form.checkboxes(field("langs", t!(say, "nav-languages")).optional(), &langs, &typed.langs))
        (form.check(field("open", t!(say, "gallery-open")).value(&typed.open)))
        (form.version(1))
    };
    form.show(&t!(say, "gallery-try"), fields)
}

fn lists(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let columns = [
        Column::new("name", t!(say, "gallery-name"), |row: &(&str, i64)| Cell::link("#main", row.0)).sorts(),
        Column::new("count", t!(say, "gallery-count"), |row: &(&str, i64)| Cell::number(ctx, row.1))
            .sorts()
            .numbers(),
        Column::new("since", t!(say, "gallery-since"), |_: &(&str, i64)| Cell::day(ctx, date(2026, 4, 1)))
            .on_demand(),
    ];
    let rows = vec![("Maple Library", 1_204), ("École de l’Érable", 31)];
    let nothing = Empty {
        why: t!(say, "bin-empty"),
        example: Some(t!(say, "bin-example")),
        first: Some((t!(say, "list-show"), ctx.url("/work/gallery"))),
    };
    let shown = ListShown {
        caption: t!(say, "gallery-list"),
        columns: &columns,
        filters: vec![Filter { name: "sector", label: t!(say, "gallery-sector"), choices: sectors(ctx) }],
        search: Some(t!(say, "gallery-name")),
        page: &Page { rows, total: 230, number: 2, size: 50 },
        empty: nothing.clone(),
    };
    markup! { (list(ctx, &ctx.address(), &shown)) (empty(&nothing)) }
}

/// An entry about something of the gallery.
pub(super) fn entry(ctx: &Ctx) -> AuditEntry {
    AuditEntry {
        id: AuditId(Uuid::from_u128(1)),
        at: Moment::from_micros(ctx.now().0.as_microsecond() - 3_600_000_000),
        author: "Nadia Haddad".into(),
        verb: "gallery.sample".into(),
        before: Some(Json(
            serde_json::json!({ "name": { "en": { "text": "Maple", "state": "current", "on": "2026-11-01" } }, "count": 3 }),
        )),
        after: Some(Json(
            serde_json::json!({ "name": { "en": { "text": "Maple Street", "state": "current", "on": "2026-11-22" } }, "count": 3 }),
        )),
    }
}

fn both(ctx: &Ctx) -> Result<Markup> {
    let say = ctx.say();
    let theirs = Try { name_en: "Maple Library".into(), about: "12".into(), ..Try::default() };
    let mine = Try { name_en: "Maple Street Library".into(), about: "12".into(), ..Try::default() };
    let edit = form(ctx, ctx.url("/work/gallery")).named("edit");
    let by = entry(ctx);
    conflict(
        ctx,
        &Conflict {
            action: ctx.url("/work/gallery"),
            theirs: &theirs,
            mine: &mine,
            version: 2,
            labels: vec![
                ("name_en".into(), t!(say, "gallery-name")),
                ("about".into(), t!(say, "gallery-about-label")),
            ],
            called: &|_, _| None,
            by: Some(&by),
            keep_href: ctx.url("/work/gallery"),
            edit: edit.show(
                &t!(say, "gallery-try"),
                edit.text(field("name_en", t!(say, "gallery-name")).value(&mine.name_en)),
            ),
        },
    )
}

fn sure(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    confirm(
        ctx,
        &Confirm {
            action: ctx.url("/work/gallery"),
            explains: t!(say, "bin-example"),
            submit: t!(say, "bin-restore"),
            cancel: ctx.url("/work/gallery"),
            hidden: vec![("version", "1".into())],
        },
    )
}

/// Every page of the house that has samples.
fn pages(ctx: &Ctx) -> Markup {
    let sampled: Vec<_> = ctx.app.house.rooms.iter().flat_map(|room| &room.sampled).collect();
    markup! {
        ul { @for page in sampled.iter().filter(|page| page.name != "platform/gallery") {
            li { (page.name) ": " @for (name, _) in (page.samples)(ctx) {
                a href=(ctx.url(&format!("/work/gallery/{}/{name}?lang={}", page.name, ctx.lang))) { (name) } " "
            } }
        } }
    }
}
