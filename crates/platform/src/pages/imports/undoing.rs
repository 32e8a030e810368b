//! One import, one undo: asked first, then taken back, or what stands in its way.

use super::{
    batch_url,
    one::{BatchPage, OfBatch, head, load, not_now},
};
use crate::{
    batch::{
        BatchRefusal, State, Verdict,
        engine::{self, Stand, Undoing, intake},
        store,
    },
    ctx::Ctx,
    errors::Error,
    html::{Confirm, confirm, page, said},
    http::{Answer, Form, Pairs, Path, html, see_other},
    t,
};
use maud::{Markup, html as markup};

/// `GET /{p}/work/import/{what}/{batch}/undoing`: asks first.
pub async fn ask(ctx: Ctx, Path(of): Path<OfBatch>) -> Answer {
    let mut tx = ctx.read(intake(&ctx, &of.what)?.importer.may).await?;
    let shown = load(&ctx, &mut tx, &of).await?;
    tx.done().await?;
    if shown.batch.state != State::Taken {
        return Err(BatchRefusal::NotNow.into());
    }
    html(view(&ctx, &shown))
}

/// `POST /{p}/work/import/{what}/{batch}/undoing`: one batch, one undo.
pub async fn undo(ctx: Ctx, Path(of): Path<OfBatch>, Form(sent): Form<Pairs>) -> Answer {
    let intake = intake(&ctx, &of.what)?;
    let mut tx = ctx.write(intake.importer.may).await?;
    let batch = store::batch(&mut tx, &of.what, of.batch).await?;
    if sent.get("version") != batch.version.to_string() {
        return Err(Error::Stale);
    }
    match engine::undo(&ctx, &intake, &batch, &mut tx).await {
        Ok(Undoing::Stopped(stand)) => {
            tx.done().await?;
            not_now(&ctx, &of, |shown| BatchPage { stand: Some(stand), ..shown }).await
        }
        Ok(Undoing::Undone(_)) => {
            let to = tx.commit_to(&said(&batch_url(&ctx, &batch, ""), "import-undone")).await?;
            engine::head_start(&ctx, &batch).await?;
            see_other(&to)
        }
        Err(Error::Refused(why)) => {
            tx.done().await?;
            not_now(&ctx, &of, |shown| BatchPage { refused: Some(why), ..shown }).await
        }
        Err(other) => Err(other),
    }
}

/// The page that asks.
pub(super) fn view(ctx: &Ctx, shown: &BatchPage) -> Markup {
    let say = ctx.say();
    let n = |verdict| shown.counts.get(&verdict).copied().unwrap_or(0);
    let asked = Confirm {
        action: batch_url(ctx, &shown.batch, "/undoing"),
        explains: t!(say, "import-undo-explains", added = n(Verdict::Add), changed = n(Verdict::Change)),
        submit: t!(say, "import-undo-submit"),
        cancel: batch_url(ctx, &shown.batch, ""),
        hidden: vec![("version", shown.batch.version.to_string())],
    };
    let head = head(ctx, shown, t!(say, "import-undo-title", name = shown.batch.name.clone()))
        .under(shown.batch.name.clone(), batch_url(ctx, &shown.batch, ""));
    page(ctx, &head, confirm(ctx, &asked))
}

/// What stands in the way of the undo, each with the way there.
pub(super) fn in_the_way(ctx: &Ctx, stand: &Stand) -> Markup {
    let more = stand.more(stand.first.len());
    markup! {
        div class="summary" role="alert" {
            p { (t!(ctx.say(), "import-in-the-way", n = stand.n)) }
            ul {
                @for one in &stand.first {
                    li { @match &one.href { Some(href) => { a href=(href) { (one.words) } }, None => { (one.words) } } }
                }
                @if more > 0 { li { (t!(ctx.say(), "batch-and-more", n = more)) } }
            }
        }
    }
}
