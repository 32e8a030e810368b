//! Which sheet of a workbook is meant: asked when several have rows and none of them was chosen before.

use super::{
    batch_url,
    one::{OfBatch, head_of},
};
use crate::{
    batch::{Batch, BatchId, BatchRefusal, Intake, State, engine::intake, reading, store},
    ctx::Ctx,
    errors::{Complaints, FieldRefusal},
    html::{choice, field, form, page},
    http::{Answer, Form, Pairs, Path, answer::page_with, see_other},
    t,
};
use http::StatusCode;
use maud::{Markup, html as markup};

/// `POST /{p}/work/import/{what}/{batch}/sheet`: one of the sheets; the others are given up, and its columns come next.
pub async fn choose(ctx: Ctx, Path(of): Path<OfBatch>, Form(sent): Form<Pairs>) -> Answer {
    let intake = intake(&ctx, &of.what)?;
    let mut tx = ctx.write(intake.importer.may).await?;
    let batch = store::batch(&mut tx, &of.what, of.batch).await?;
    if batch.state != State::Mapping || batch.head.0.sheets.is_empty() {
        return Err(BatchRefusal::NotNow.into());
    }
    let meant: Option<BatchId> = sent.get("sheet").parse().ok();
    let Some(meant) = meant.filter(|id| batch.head.0.sheets.iter().any(|one| one.batch == *id)) else {
        tx.done().await?;
        let wrong = Complaints::one("sheet", FieldRefusal::NotAChoice);
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &intake, &batch, &wrong));
    };
    let chosen = reading::choose_sheet(&ctx, &mut tx, &batch, meant).await?;
    let to = tx.commit_to(&batch_url(&ctx, &chosen, "")).await?;
    see_other(&to)
}

/// The page.
pub(super) fn view(ctx: &Ctx, intake: &Intake, batch: &Batch, complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let form = form(ctx, batch_url(ctx, batch, "/sheet")).complaints(complaints);
    let sheets = &batch.head.0.sheets;
    let choices: Vec<_> = sheets
        .iter()
        .map(|one| {
            let words = t!(say, "import-one-sheet", name = one.name.clone(), n = one.rows);
            choice(one.batch.to_string(), words)
        })
        .collect();
    let picked = sheets.first().map(|one| one.batch.to_string()).unwrap_or_default();
    let body = markup! {
        p { (t!(say, "import-sheets-lead", n = sheets.len())) }
        (form.show(&t!(say, "import-sheet-take"), markup! {
            (form.radios(field("sheet", t!(say, "import-sheet-which")).value(picked), &choices))
        }))
    };
    page(ctx, &head_of(ctx, intake, t!(say, "import-sheets-title")), body)
}
