//! Bring your own spreadsheet: handing a sheet in, saying what its columns are, seeing what it would do, taking it in, undoing it.

mod choosing;
mod mapping;
pub mod one;
mod rows;
mod samples;
mod undoing;

pub use choosing::choose;
pub use samples::all as samples;

use crate::{
    batch::{Batch, Intake, State, engine::intake, opening, reading, store},
    ctx::Ctx,
    db::Page,
    errors::{Complaints, Error, Refusal},
    files::FileRefusal,
    html::{Cell, Column, Empty, Head, ListShown, Look, field, file, form, list, page, said, state},
    http::{Answer, Handed, Incoming, Pairs, Path, answer::page_with, html, see_other},
    manifest::Manifest,
    pages::ENTER,
    t,
    text::{NAME, line},
};
use http::StatusCode;
use maud::{Markup, html as markup};
use serde::Deserialize;

/// What kind of sheets.
#[derive(Debug, Deserialize)]
pub struct OfImporter {
    what: String,
}

/// The page of an importer: a form, and what came before.
pub struct ImportsPage<'a> {
    /// Which importer.
    pub intake: Intake,
    /// What came before, the newest first.
    pub batches: &'a Page<Batch>,
    /// What was typed.
    pub sent: &'a Pairs,
    /// What was wrong with it.
    pub complaints: &'a Complaints,
}

/// The addresses of imports.
pub fn routes(manifest: Manifest) -> Manifest {
    manifest
        .get("/{p}/work/import/{what}", ENTER, show)
        .post("/{p}/work/import/{what}", ENTER, take)
        .get("/{p}/work/import/{what}/{batch}", ENTER, one::show)
        .get("/{p}/work/import/{what}/{batch}/mapping", ENTER, one::edit_mapping)
        .post("/{p}/work/import/{what}/{batch}/mapping", ENTER, one::map)
        .post("/{p}/work/import/{what}/{batch}/sheet", ENTER, choose)
        .post("/{p}/work/import/{what}/{batch}/rows/{number}", ENTER, one::answer)
        .post("/{p}/work/import/{what}/{batch}/answers", ENTER, one::settle)
        .post("/{p}/work/import/{what}/{batch}/leaving", ENTER, one::leave)
        .post("/{p}/work/import/{what}/{batch}/taking", ENTER, one::take)
        .get("/{p}/work/import/{what}/{batch}/undoing", ENTER, undoing::ask)
        .post("/{p}/work/import/{what}/{batch}/undoing", ENTER, undoing::undo)
        .post("/{p}/work/import/{what}/{batch}/dropping", ENTER, one::give_up)
}

fn url(ctx: &Ctx, what: &str, below: &str) -> String {
    ctx.url(&format!("/work/import/{what}{below}"))
}

/// The address of one import.
fn batch_url(ctx: &Ctx, batch: &Batch, below: &str) -> String {
    url(ctx, &batch.what, &format!("/{}{below}", batch.id))
}

/// `GET /{p}/work/import/{what}`.
pub async fn show(ctx: Ctx, Path(of): Path<OfImporter>) -> Answer {
    let intake = intake(&ctx, &of.what)?;
    let mut tx = ctx.read(intake.importer.may).await?;
    let batches = store::batches(&mut tx, &of.what, &ctx.address()).await?;
    tx.done().await?;
    if let Some(kind) = ctx.address().file() {
        return file(&ctx, kind, &t!(ctx.say(), "imports-file"), &columns(&ctx), &batches.rows);
    }
    let (sent, complaints) = (Pairs::default(), Complaints::default());
    html(view(&ctx, &ImportsPage { intake, batches: &batches, sent: &sent, complaints: &complaints }))
}

/// `POST /{p}/work/import/{what}`: a file or a pasted table; its rows are written down as they came, and the page about its columns is
/// next, or with several sheets the one that asks which. Where that is was answered before the rows are written: whoever sends the
/// same form twice is led to the first.
pub async fn take(ctx: Ctx, Path(of): Path<OfImporter>, sent: Incoming) -> Answer {
    let intake = intake(&ctx, &of.what)?;
    let sent = sent.receive(&ctx, intake.importer.may).await?;
    let mut tx = ctx.read(intake.importer.may).await?;
    let before = reading::chosen_before(&mut tx, &intake).await?;
    tx.done().await?;
    match opened(&ctx, intake.clone(), (sent.file, &sent.fields), before).await? {
        Ok(opened) => {
            let mut tx = ctx.write(intake.importer.may).await?;
            let ids = reading::begin(&mut tx, &intake, &opened).await?;
            let first = ids.first().map(ToString::to_string).unwrap_or_default();
            let to = tx.commit_to(&said(&url(&ctx, &of.what, &format!("/{first}")), "import-read")).await?;
            // The form's key is answered; what follows is the program's own work.
            let ctx = Ctx { repeat: None, ..ctx };
            if to.contains(&first) {
                reading::write_down(&ctx, &intake, opened, &ids).await?;
            }
            see_other(&to)
        }
        Err(why) => {
            let mut tx = ctx.read(intake.importer.may).await?;
            let batches = store::batches(&mut tx, &of.what, &ctx.address()).await?;
            tx.done().await?;
            let complaints = why;
            let shown =
                ImportsPage { intake, batches: &batches, sent: &sent.fields, complaints: &complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
        }
    }
}

/// Reads on a thread that nobody else waits for: a large workbook takes a while.
async fn opened(
    ctx: &Ctx,
    intake: Intake,
    (file, typed): (Option<Handed>, &Pairs),
    before: Vec<String>,
) -> Result<Result<opening::Opened, Complaints>, Error> {
    let pasted = typed.get("pasted").to_owned();
    let titled = |name: String| match line(typed.get("title"), NAME) {
        Ok(title) => title,
        Err(_) => name,
    };
    let (name, bytes, pasted) = match file {
        Some(Handed { name, bytes: Ok(bytes) }) => (titled(name), bytes, false),
        Some(Handed { bytes: Err(why), .. }) => return Ok(Err(refused(why))),
        None if pasted.trim().is_empty() => return Ok(Err(refused(FileRefusal::Missing))),
        None => (titled(t!(ctx.say(), "imports-pasted-name")), pasted.into_bytes(), true),
    };
    let wanted = opening::Wanted { pasted, sheet: typed.get("sheet-name").to_owned(), before };
    #[expect(clippy::disallowed_methods, reason = "awaited at once: nothing is left behind")]
    let reading = tokio::task::spawn_blocking(move || opening::open(&intake, &name, bytes, &wanted));
    reading.await.map_err(Error::failed)
}

fn refused(why: impl Refusal + 'static) -> Complaints {
    Complaints::one("sheet", why)
}

/// The page.
pub fn view(ctx: &Ctx, shown: &ImportsPage<'_>) -> Markup {
    let say = ctx.say();
    let of = say.t(shown.intake.importer.title, &[]);
    let head =
        Head::new(t!(say, "imports-title", what = of.clone())).under(of, ctx.url(shown.intake.importer.home));
    let form = form(ctx, url(ctx, shown.intake.importer.what, "")).complaints(shown.complaints).upload();
    let packed = shown.intake.importer.packed;
    let endings = [".csv", ".tsv", ".txt", ".xlsx"].into_iter();
    let endings =
        endings.chain(packed.iter().flat_map(|one| one.endings).copied()).collect::<Vec<_>>().join(",");
    let hint = say.t(packed.map_or("imports-sheet-hint", |one| one.hint), &[]);
    let fields = markup! {
        (form.file(field("sheet", t!(say, "imports-sheet")).hint(hint).optional(), &endings))
        (form.text(field("sheet-name", t!(say, "imports-sheet-name")).hint(t!(say, "imports-sheet-name-hint")).value(shown.sent.get("sheet-name")).optional()))
        (form.prose(field("pasted", t!(say, "imports-pasted")).hint(t!(say, "imports-pasted-hint")).value(shown.sent.get("pasted")).rows(6).optional()))
        (form.text(field("title", t!(say, "imports-name-typed")).hint(t!(say, "imports-name-typed-hint")).value(shown.sent.get("title")).optional()))
    };
    let columns = columns(ctx);
    let before = ListShown {
        caption: t!(say, "imports-caption"),
        columns: &columns,
        filters: Vec::new(),
        search: None,
        page: shown.batches,
        empty: Empty {
            why: t!(say, "imports-empty"),
            example: Some(t!(say, "imports-empty-example")),
            first: None,
        },
    };
    let known: Vec<String> = shown.intake.columns().map(|column| say.t(column.label, &[])).collect();
    let body = markup! {
        p { (t!(say, "imports-lead")) }
        (form.show(&t!(say, "imports-submit"), fields))
        details { summary { (t!(say, "imports-columns")) } p { (t!(say, "imports-columns-are", columns = say.list(&known))) } }
        h2 { (t!(say, "imports-before")) }
        (list(ctx, &ctx.address(), &before))
    };
    page(ctx, &head, body)
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Batch>> {
    let say = ctx.say();
    vec![
        Column::new("name", t!(say, "imports-name"), |row: &Batch| {
            Cell::link(&batch_url(ctx, row, ""), &row.name)
        }),
        Column::new("state", t!(say, "imports-state"), |row: &Batch| {
            let word = state_word(ctx, row.state);
            Cell::new(state(look(row.state), &word), word)
        }),
        Column::new("rows", t!(say, "imports-rows"), |row: &Batch| Cell::number(ctx, row.total)).numbers(),
        Column::new("begun", t!(say, "imports-begun"), |row: &Batch| {
            Cell::day(ctx, row.begun_at.day_in(&ctx.zone()))
        }),
        Column::new("by", t!(say, "imports-by"), |row: &Batch| Cell::words(row.begun_by.clone())),
    ]
}

fn state_word(ctx: &Ctx, of: State) -> String {
    ctx.say().t(&format!("batch-state-{}", of.code()), &[])
}

const fn look(of: State) -> Look {
    match of {
        State::Reading | State::Checking | State::Laying | State::Clearing => Look::UnderWay,
        State::Mapping | State::Checked => Look::NotStarted,
        State::Taken => Look::Done,
        State::Undone | State::Dropped => Look::Unknown,
    }
}

/// Which rows were passed over as sums of others, so that none goes without a trace.
fn sums(ctx: &Ctx, batch: &Batch) -> Markup {
    let say = ctx.say();
    let rows: Vec<String> = batch.head.0.sums.iter().map(|row| say.number(i64::from(*row))).collect();
    markup! {
        @if !rows.is_empty() { p.small { (t!(say, "import-sums", n = rows.len(), rows = say.list(&rows))) } }
    }
}
