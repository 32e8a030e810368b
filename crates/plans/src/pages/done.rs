//! What was done to a plan at once, and its undo.

use super::{AtFramework, edits::differences, framework_url, line_form::offered, line_url};
use crate::{
    NodeId, can,
    editing::{can_be_undone, setting::EditRefusal, undo},
    seen::PlanSeen,
    store::{
        edits::{Edit, EditId, EditLine, Edited, find_edit, lines_of_edit, list_edits},
        frameworks::find_framework,
        lines::called_in_bin,
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Refusal, Result},
    html::{Empty, Head, empty, form, page, said, shown, table},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    t,
    text::Text,
};
use serde::Deserialize;
use std::collections::HashMap;

/// The part of an address that names an edit of a plan.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtEdit {
    framework: crate::FrameworkId,
    edit: EditId,
}

/// An edit, as its page shows it.
pub(crate) struct DonePage {
    pub(crate) seen: PlanSeen,
    pub(crate) edit: Edit,
    pub(crate) lines: Vec<EditLine>,
    pub(crate) offered: super::forms::Offered,
    /// The codes and titles of lines of it that lie in the bin.
    pub(crate) gone: HashMap<NodeId, (String, Text)>,
    /// Why it was not undone just now.
    pub(crate) refused: Option<Box<dyn Refusal>>,
}

/// `GET /{p}/work/plan/frameworks/{framework}/edits`: what was done to a plan at once in the last 30 days.
pub(crate) async fn index(ctx: Ctx, Path(at): Path<AtFramework>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PLAN).await?;
    let framework = find_framework(&mut tx, at.framework).await?.or_not_found()?;
    let all = list_edits(&mut tx, at.framework).await?;
    tx.done().await?;
    html(list_view(&ctx, &framework, &all))
}

/// The page of all edits of a plan.
pub(crate) fn list_view(ctx: &Ctx, framework: &crate::Framework, all: &[Edit]) -> Markup {
    let say = ctx.say();
    let entry = |one: &Edit| {
        let url = framework_url(ctx, one.framework_id, &format!("/edits/{}", one.id));
        markup! { li {
            a href=(url) { (word(ctx, one.what)) } " · " (say.moment(one.made_at, &ctx.zone()))
            @if !one.made_by.is_empty() { " · " bdi { (one.made_by) } }
            @if one.undone_at.is_some() { " · " (t!(say, "plan-edit-undone")) }
        } }
    };
    let body = markup! {
        @if all.is_empty() { (empty(&Empty { why: t!(say, "plan-edits-none"), example: None, first: None })) }
        @else { ul { @for one in all { (entry(one)) } } }
    };
    let head = Head::new(t!(say, "plan-edits-title"))
        .under(framework.title.plain(ctx.lang), framework_url(ctx, framework.id, ""));
    page(ctx, &head, body)
}

fn word(ctx: &Ctx, what: Edited) -> String {
    ctx.say().t(&format!("plan-edited-{}", what.code()), &[])
}

async fn load(ctx: &Ctx, tx: &mut Tx, at: AtEdit) -> Result<DonePage> {
    let edit =
        find_edit(tx, at.edit).await?.filter(|edit| edit.framework_id == at.framework).or_not_found()?;
    let framework = find_framework(tx, at.framework).await?.or_not_found()?;
    let lines = lines_of_edit(tx, at.edit).await?;
    let seen = PlanSeen::load(ctx, tx, framework).await?;
    let away: Vec<NodeId> = lines.iter().map(|one| one.node).filter(|id| seen.line(*id).is_none()).collect();
    let gone = called_in_bin(tx, &away).await?;
    Ok(DonePage { seen, edit, lines, offered: offered(ctx, tx, &[]).await?, gone, refused: None })
}

/// `GET /{p}/work/plan/frameworks/{framework}/edits/{edit}`: what was done, line by line, with its undo.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtEdit>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PLAN).await?;
    let of = load(&ctx, &mut tx, at).await?;
    tx.done().await?;
    html(view(&ctx, &of))
}

/// `POST /{p}/work/plan/frameworks/{framework}/edits/{edit}/undoing`: it is taken back, all of it or nothing.
pub(crate) async fn take_back(ctx: Ctx, Path(at): Path<AtEdit>, Form(_): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let of = load(&ctx, &mut tx, at).await?;
    match undo(&mut tx, at.edit).await {
        Ok(()) => {
            let to = framework_url(&ctx, at.framework, &format!("/edits/{}", at.edit));
            let to = tx.commit_to(&said(&to, "edit-undone")).await?;
            see_other(&to)
        }
        Err(Error::Refused(why)) => {
            let of = DonePage { refused: Some(why), ..of };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &of))
        }
        Err(other) => Err(other),
    }
}

/// The page of an edit.
pub(crate) fn view(ctx: &Ctx, of: &DonePage) -> Markup {
    let (say, edit, seen) = (ctx.say(), &of.edit, &of.seen);
    let rows = of.lines.iter().map(|one| vec![named(ctx, of, one.node), told(ctx, of, one)]);
    let heads = [t!(say, "plan-edit-line"), t!(say, "plan-edit-what")];
    let url = framework_url(ctx, seen.id(), &format!("/edits/{}/undoing", edit.id));
    let body = markup! {
        @if let Some(why) = &of.refused { div.notice.bad role="alert" { p { (say.refusal(why.as_ref())) } } }
        p.quiet { (say.moment(edit.made_at, &ctx.zone())) @if !edit.made_by.is_empty() { " · " bdi { (edit.made_by) } } }
        @match edit.undone_at {
            Some(at) => p { (t!(say, "plan-edit-undone-at", when = say.moment(at, &ctx.zone()))) },
            None if can_be_undone(edit.made_at, None, ctx.now()) => {
                p.small { (t!(say, "plan-edit-undo-explains")) }
                div.acts { (form(ctx, url).button(&t!(say, "plan-edit-undo"), &word(ctx, edit.what), &[])) }
            },
            None => p { (say.refusal(&EditRefusal::NotNow)) },
        }
        (table(&t!(say, "plan-edit-caption"), &heads, rows.collect()))
    };
    let head = Head::new(word(ctx, edit.what))
        .under(seen.framework.title.plain(ctx.lang), framework_url(ctx, seen.id(), ""))
        .under(t!(say, "plan-edits-title"), framework_url(ctx, seen.id(), "/edits"));
    page(ctx, &head, body)
}

fn named(ctx: &Ctx, of: &DonePage, id: NodeId) -> Markup {
    markup! {
        @match (of.seen.line(id), of.gone.get(&id)) {
            (Some(line), _) => { a href=(line_url(ctx, id, "")) { (line.code) } " " (shown(ctx, &line.title)) },
            (None, Some((code, title))) => { (code) " " (shown(ctx, title)) " " span.small.quiet { (t!(ctx.say(), "plan-edit-line-binned")) } },
            (None, None) => (t!(ctx.say(), "plan-edit-line-gone")),
        }
    }
}

fn told(ctx: &Ctx, of: &DonePage, one: &EditLine) -> Markup {
    match &one.before {
        Some(before) => differences(ctx, (&of.seen, &of.offered), (before, &one.after)),
        None => markup! { (t!(ctx.say(), "plan-edit-added")) },
    }
}
