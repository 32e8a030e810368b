//! A line goes to the bin and comes back to where it stood.

use super::{AtLine, framework_url, line_url};
use crate::{
    NodeId, can,
    facade::bin_line,
    rules::tree::TreeRefusal,
    store::{
        lines::{Line, find_binned_line, find_line, forest_of, list_lines},
        writing::update_binned,
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
    html::{Confirm, Head, History, confirm, history, page, said, shown},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    ids::Ref,
    manifest::Fut,
    t,
};
use uuid::Uuid;

/// `GET /{p}/work/plan/lines/{node}/bin`: asks before a line goes to the bin.
pub(crate) async fn ask(ctx: Ctx, Path(at): Path<AtLine>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PLAN).await?;
    let line = find_line(&mut tx, at.node).await?.or_not_found()?;
    tx.done().await?;
    html(view(&ctx, &line))
}

/// The page that asks.
pub(crate) fn view(ctx: &Ctx, line: &Line) -> Markup {
    let title = t!(ctx.say(), "line-bin-title", code = line.code.as_str());
    page(ctx, &Head::new(title), asking(ctx, line))
}

/// Somebody else has changed the line that was to go: what stood and what stands now, and the question again.
pub(crate) fn changed_view(ctx: &Ctx, line: &Line, last: &History) -> Markup {
    let say = ctx.say();
    let body = markup! {
        div.notice.bad role="alert" { p { (t!(say, "line-bin-changed")) } }
        p { (shown(ctx, &line.title)) }
        (history(ctx, last))
        (asking(ctx, line))
    };
    page(ctx, &Head::new(t!(say, "line-conflict")), body)
}

fn asking(ctx: &Ctx, line: &Line) -> Markup {
    let say = ctx.say();
    let what = Confirm {
        action: line_url(ctx, line.id, "/bin"),
        explains: t!(say, "line-bin-explains"),
        submit: t!(say, "line-bin"),
        cancel: line_url(ctx, line.id, ""),
        hidden: vec![("version", line.version.to_string())],
    };
    confirm(ctx, &what)
}

/// `POST /{p}/work/plan/lines/{node}/bin`: a line goes to the bin, when none stands below it.
pub(crate) async fn bin(ctx: Ctx, Path(at): Path<AtLine>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let line = find_line(&mut tx, at.node).await?.or_not_found()?;
    if sent.version() != line.version {
        let object = Ref::from(at.node);
        let entries = tx.history(&object, 1).await?;
        let history = History::of(&ctx, &mut tx, &object, entries).await?;
        tx.done().await?;
        return page_with(StatusCode::CONFLICT, changed_view(&ctx, &line, &history));
    }
    bin_line(&mut tx, &line).await?;
    let to = tx.commit_to(&said(&framework_url(&ctx, line.framework_id, ""), "line-binned")).await?;
    see_other(&to)
}

/// Takes a line out of the bin, to where it stood; refuses when the line above is gone or its code was given away.
pub(crate) fn restore<'a>(_: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        let line = find_binned_line(tx, NodeId(id)).await?.or_not_found()?;
        let forest = forest_of(&list_lines(tx, line.framework_id).await?);
        forest.free(&line.code, None)?;
        let depth = forest.put_below(None, line.kind, line.parent_id)?;
        if depth != line.depth {
            return Err(TreeRefusal::NoSuchParent.into());
        }
        update_binned(tx, &line, None).await?;
        tx.audit("plan-node.restored", line.id, None::<&()>, None::<&()>).await
    })
}
