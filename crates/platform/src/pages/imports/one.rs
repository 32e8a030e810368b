//! One import: its page follows how far it is.

use super::{batch_url, choosing, mapping, rows, state_word, undoing, url};
use crate::{
    batch::{
        Batch, BatchId, BatchRefusal, Finding, Intake, Line, Mentions, State, Verdict,
        engine::{self, Stand, intake},
        store,
    },
    ctx::Ctx,
    db::{Page, Tx},
    errors::{Complaints, Error, Refusal, Result},
    html::{Head, acts, facts, notice, page, said},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    t,
};
use http::StatusCode;
use maud::{Markup, html as markup};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Which import.
#[derive(Debug, Clone, Deserialize)]
pub struct OfBatch {
    pub(super) what: String,
    pub(super) batch: BatchId,
}

/// Which row of an import.
#[derive(Debug, Clone, Deserialize)]
pub struct OfRow {
    what: String,
    batch: BatchId,
    number: i64,
}

/// An import as its page shows it.
pub struct BatchPage {
    /// Which importer.
    pub intake: Intake,
    /// The import.
    pub batch: Batch,
    /// How many rows have each verdict.
    pub counts: BTreeMap<Verdict, i64>,
    /// The rows of this page.
    pub lines: Page<Line>,
    /// Why it did not go on.
    pub refused: Option<Box<dyn Refusal>>,
    /// What stands in the way of its undo.
    pub stand: Option<Stand>,
    /// What its rows ask, each with how many ask it.
    pub asked: Vec<(Finding, i64)>,
    /// What the words of the importer's questions mention.
    pub mentions: Mentions,
    /// The name and the address of what it became, when that is one thing.
    pub became: Option<(String, String)>,
}

impl BatchPage {
    /// Whether what stood in the sheet is gone, and with it the way back.
    fn is_forgotten(&self) -> bool {
        self.counts.values().sum::<i64>() < self.batch.total
    }
}

pub(super) async fn load(ctx: &Ctx, tx: &mut Tx, of: &OfBatch) -> Result<BatchPage> {
    let intake = intake(ctx, &of.what)?;
    let batch = store::batch(tx, &of.what, of.batch).await?;
    let counts = store::counts(tx, of.batch).await?;
    let verdict = Verdict::from_code(ctx.address().get("verdict"));
    let lines = store::lines(tx, of.batch, verdict, &ctx.address()).await?;
    let asked = if batch.state == State::Checked { engine::asked(tx, of.batch).await? } else { Vec::new() };
    let mentions = mapping::mentions(ctx, tx, &intake).await?;
    let became = match intake.importer.became {
        Some(became) if batch.state == State::Taken => became(ctx, tx, batch.id).await?,
        _ => None,
    };
    Ok(BatchPage { intake, batch, counts, lines, refused: None, stand: None, asked, mentions, became })
}

/// `GET /{p}/work/import/{what}/{batch}`; with `as=csv` or `as=xlsx` the sheet as it came, with what was found about each row.
pub async fn show(ctx: Ctx, Path(of): Path<OfBatch>) -> Answer {
    let mut tx = ctx.read(intake(&ctx, &of.what)?.importer.may).await?;
    let shown = load(&ctx, &mut tx, &of).await?;
    tx.done().await?;
    match ctx.address().file() {
        Some(kind) => rows::returned(&ctx, kind, &shown),
        None => html(view(&ctx, &shown)),
    }
}

/// `POST /{p}/work/import/{what}/{batch}/mapping`: what its columns say; then it is checked.
pub async fn map(ctx: Ctx, Path(of): Path<OfBatch>, Form(sent): Form<Pairs>) -> Answer {
    let intake = intake(&ctx, &of.what)?;
    let mut tx = ctx.write(intake.importer.may).await?;
    let batch = store::batch(&mut tx, &of.what, of.batch).await?;
    if !matches!(batch.state, State::Mapping | State::Checked) {
        return Err(BatchRefusal::NotNow.into());
    }
    if sent.get("version") != batch.version.to_string() {
        return Err(Error::Stale);
    }
    let read = mapping::read(&ctx, &intake, &batch, &sent);
    match mapping::check(&ctx, &intake, &read) {
        Ok(()) => {
            mapping::remember(&mut tx, &batch, &read).await?;
            engine::begin_check(&ctx, &mut tx, &batch, &read).await?;
            let to = tx.commit_to(&batch_url(&ctx, &batch, "")).await?;
            engine::head_start(&ctx, &batch).await?;
            see_other(&to)
        }
        Err(why) => {
            let mentions = mapping::mentions(&ctx, &mut tx, &intake).await?;
            tx.done().await?;
            let view = mapping::view(&ctx, (&intake, &mentions), (&batch, &read), Some(&why));
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view)
        }
    }
}

/// `GET /{p}/work/import/{what}/{batch}/mapping`: the columns once more, after the check.
pub async fn edit_mapping(ctx: Ctx, Path(of): Path<OfBatch>) -> Answer {
    let intake = intake(&ctx, &of.what)?;
    let mut tx = ctx.read(intake.importer.may).await?;
    let batch = store::batch(&mut tx, &of.what, of.batch).await?;
    let mentions = mapping::mentions(&ctx, &mut tx, &intake).await?;
    tx.done().await?;
    if !matches!(batch.state, State::Mapping | State::Checked) {
        return Err(BatchRefusal::NotNow.into());
    }
    html(mapping::view(&ctx, (&intake, &mentions), (&batch, &batch.mapping.0), None))
}

/// `POST /{p}/work/import/{what}/{batch}/rows/{number}`: what a row means, as a person says.
pub async fn answer(ctx: Ctx, Path(of): Path<OfRow>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(intake(&ctx, &of.what)?.importer.may).await?;
    let batch = store::batch(&mut tx, &of.what, of.batch).await?;
    engine::answer(&mut tx, &batch, of.number, sent.get("choice")).await?;
    let back = said(&batch_url(&ctx, &batch, &rows::at(&sent)), "import-answered");
    let to = tx.commit_to(&back).await?;
    see_other(&to)
}

/// `POST /{p}/work/import/{what}/{batch}/answers`: what rows ask is answered, once for all that ask the same; then they are compared anew.
pub async fn settle(ctx: Ctx, Path(of): Path<OfBatch>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(intake(&ctx, &of.what)?.importer.may).await?;
    let batch = store::batch(&mut tx, &of.what, of.batch).await?;
    if sent.get("version") != batch.version.to_string() {
        return Err(Error::Stale);
    }
    engine::settle(&ctx, &mut tx, &batch, |at| sent.get(&rows::answer_name(at)).to_owned()).await?;
    let to = tx.commit_to(&said(&batch_url(&ctx, &batch, ""), "import-settled")).await?;
    engine::head_start(&ctx, &batch).await?;
    see_other(&to)
}

/// `POST /{p}/work/import/{what}/{batch}/leaving`: leaves out all rows that are refused, or all that are asked about.
pub async fn leave(ctx: Ctx, Path(of): Path<OfBatch>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(intake(&ctx, &of.what)?.importer.may).await?;
    let batch = store::batch(&mut tx, &of.what, of.batch).await?;
    let verdict = Verdict::from_code(sent.get("verdict"));
    match (batch.state, verdict) {
        (State::Checked, Some(verdict @ (Verdict::Refuse | Verdict::Ask))) => {
            store::leave_all(&mut tx, batch.id, verdict).await?;
            store::touch(&mut tx, &batch).await?;
            let to = tx.commit_to(&said(&batch_url(&ctx, &batch, ""), "import-left-out")).await?;
            see_other(&to)
        }
        _ => Err(BatchRefusal::NotNow.into()),
    }
}

/// `POST /{p}/work/import/{what}/{batch}/taking`: takes it in.
pub async fn take(ctx: Ctx, Path(of): Path<OfBatch>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(intake(&ctx, &of.what)?.importer.may).await?;
    let batch = store::batch(&mut tx, &of.what, of.batch).await?;
    if sent.get("version") != batch.version.to_string() {
        return Err(Error::Stale);
    }
    match engine::may_come(&mut tx, &batch).await {
        Ok(()) => {
            engine::begin(&ctx, &mut tx, &batch, State::Laying).await?;
            let to = tx.commit_to(&batch_url(&ctx, &batch, "")).await?;
            engine::head_start(&ctx, &batch).await?;
            see_other(&said(&to, how_far(&ctx, &of).await?))
        }
        Err(Error::Refused(why)) => {
            tx.done().await?;
            not_now(&ctx, &of, |shown| BatchPage { refused: Some(why), ..shown }).await
        }
        Err(other) => Err(other),
    }
}

/// Which words tell how far an import is that was to come in: a short one is in by now.
async fn how_far(ctx: &Ctx, of: &OfBatch) -> Result<&'static str> {
    let mut tx = ctx.read(intake(ctx, &of.what)?.importer.may).await?;
    let batch = store::batch(&mut tx, &of.what, of.batch).await?;
    tx.done().await?;
    Ok(match batch.state {
        State::Taken => "import-in",
        state if state.is_under_way() => "import-taken",
        _ => "import-stopped",
    })
}

/// The page again, with why it does not go on. It is read when the writer's turn is over: a long sheet takes a while.
pub(super) async fn not_now(ctx: &Ctx, of: &OfBatch, with: impl FnOnce(BatchPage) -> BatchPage) -> Answer {
    let mut tx = ctx.read(intake(ctx, &of.what)?.importer.may).await?;
    let shown = load(ctx, &mut tx, of).await?;
    tx.done().await?;
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(ctx, &with(shown)))
}

/// `POST /{p}/work/import/{what}/{batch}/dropping`: gives it up; what it says is forgotten.
pub async fn give_up(ctx: Ctx, Path(of): Path<OfBatch>) -> Answer {
    let mut tx = ctx.write(intake(&ctx, &of.what)?.importer.may).await?;
    let batch = store::batch(&mut tx, &of.what, of.batch).await?;
    engine::give_up(&ctx, &mut tx, &batch).await?;
    let to = tx.commit_to(&said(&url(&ctx, &of.what, ""), "import-dropped")).await?;
    engine::head_start(&ctx, &batch).await?;
    see_other(&to)
}

/// The head of a page about an import.
pub(super) fn head_of(ctx: &Ctx, intake: &Intake, title: String) -> Head {
    let importer = &intake.importer;
    let of = ctx.say().t(importer.title, &[]);
    Head::new(title)
        .under(of.clone(), ctx.url(importer.home))
        .under(t!(ctx.say(), "imports-title", what = of), url(ctx, importer.what, ""))
}

pub(super) fn head(ctx: &Ctx, shown: &BatchPage, title: String) -> Head {
    head_of(ctx, &shown.intake, title)
}

/// The page.
pub fn view(ctx: &Ctx, shown: &BatchPage) -> Markup {
    if shown.batch.state == State::Mapping {
        return before_the_check(ctx, shown);
    }
    let say = ctx.say();
    let body = markup! {
        @if let Some(why) = &shown.refused { div class="summary" role="alert" { p { (say.refusal(why.as_ref())) } } }
        @if let Some(stand) = &shown.stand { (undoing::in_the_way(ctx, stand)) }
        (told(ctx, shown))
        @if shown.batch.state.is_under_way() {
            (notice(markup! { p { (t!(say, "import-under-way", done = shown.batch.done, total = shown.batch.total)) } }))
            (acts(&[(t!(say, "import-look-again"), batch_url(ctx, &shown.batch, ""))]))
        } @else if shown.lines.total > 0 || !shown.counts.is_empty() {
            (rows::view(ctx, shown))
        }
    };
    page(ctx, &head(ctx, shown, shown.batch.name.clone()), body)
}

/// What a person is asked before rows can be compared: which sheet is meant, what its columns say.
fn before_the_check(ctx: &Ctx, shown: &BatchPage) -> Markup {
    let batch = &shown.batch;
    if batch.head.0.sheets.is_empty() {
        mapping::view(ctx, (&shown.intake, &shown.mentions), (batch, &batch.mapping.0), None)
    } else {
        choosing::view(ctx, &shown.intake, batch, &Complaints::default())
    }
}

/// How far it is, what it does, and what can be done with it.
fn told(ctx: &Ctx, shown: &BatchPage) -> Markup {
    let (say, batch) = (ctx.say(), &shown.batch);
    let count = |verdict: Verdict| {
        let n = shown.counts.get(&verdict).copied().unwrap_or(0);
        let word = say.t(&format!("batch-verdict-{}", verdict.code()), &[]);
        let href = format!("?verdict={}", verdict.code());
        (
            word,
            if n == 0 {
                markup! {}
            } else {
                markup! { a href=(batch_url(ctx, batch, &href)) { (say.number(n)) } }
            },
        )
    };
    let mut known = vec![(t!(say, "imports-state"), markup! { (state_word(ctx, batch.state)) })];
    known.extend(Verdict::READ.map(count));
    markup! {
        (facts(&known))
        (super::sums(ctx, batch))
        @match batch.state {
            State::Checked => (decide(ctx, shown)),
            State::Taken if shown.is_forgotten() => (notice(markup! { p { (t!(say, "batch-too-late")) } })),
            State::Taken => (acts(&[seen(ctx, shown), (t!(say, "import-undo"), batch_url(ctx, batch, "/undoing"))])),
            _ => {}
        }
    }
}

/// The way to what an import became: the one thing that it set up, or else the list among which its rows are.
fn seen(ctx: &Ctx, shown: &BatchPage) -> (String, String) {
    let (say, importer) = (ctx.say(), &shown.intake.importer);
    let list = || (say.t(importer.title, &[]), ctx.url(importer.home));
    let (what, href) = shown.became.clone().unwrap_or_else(list);
    (t!(say, "import-see", what = what), href)
}

/// What a person does with a checked import.
fn decide(ctx: &Ctx, shown: &BatchPage) -> Markup {
    let (say, batch) = (ctx.say(), &shown.batch);
    let n = |verdict| shown.counts.get(&verdict).copied().unwrap_or(0);
    let version = batch.version.to_string();
    let post = |below: &str| crate::html::form(ctx, batch_url(ctx, batch, below));
    let (refused, asked) = (n(Verdict::Refuse), n(Verdict::Ask));
    markup! {
        @if refused > 0 {
            (notice(markup! {
                p { (t!(say, "import-refused", n = refused)) }
                div.acts {
                    a.btn href=(batch_url(ctx, batch, "?as=xlsx")) { (t!(say, "import-returned")) } " "
                    (post("/leaving").button(&t!(say, "import-leave-refused"), "", &[("verdict", "refuse")]))
                }
            }))
        }
        @if asked > 0 {
            (notice(markup! {
                p { (t!(say, "import-asked", n = asked)) }
                @if !shown.asked.is_empty() { (rows::questions(ctx, shown)) }
                (post("/leaving").button(&t!(say, "import-leave-asked"), "", &[("verdict", "ask")]))
            }))
        }
        @if refused == 0 && asked == 0 {
            (post("/taking").show(&t!(say, "import-take", added = n(Verdict::Add), changed = n(Verdict::Change)), markup! {
                (post("/taking").hidden("version", &version))
            }))
        }
        div.acts {
            a.btn.plain href=(batch_url(ctx, batch, "/mapping")) { (t!(say, "import-mapping-again")) } " "
            (post("/dropping").button(&t!(say, "import-drop"), "", &[]))
        }
    }
}
