//! A line moves, with everything that stands below it; moving it back is the same in the other direction.

use super::{AtLine, line_form::above, line_url};
use crate::{
    NodeId, can,
    facade::move_line,
    rules::tree::TreeRefusal,
    seen::PlanSeen,
    store::{
        frameworks::find_framework,
        lines::{Line, find_line},
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    audit::AuditEntry,
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, FieldRefusal, OrNotFound, Result},
    html::{Choice, Conflict, Head, choice, conflict, field, form, page, said},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    ids::Ref,
    t,
};

/// Where a line may go: what was typed and what was wrong.
pub(crate) struct MovePage<'a> {
    pub(crate) seen: &'a PlanSeen,
    pub(crate) line: &'a Line,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

async fn load(ctx: &Ctx, tx: &mut Tx, at: AtLine) -> Result<(Line, PlanSeen)> {
    let line = find_line(tx, at.node).await?.or_not_found()?;
    let framework = find_framework(tx, line.framework_id).await?.or_not_found()?;
    Ok((line, PlanSeen::load(ctx, tx, framework).await?))
}

/// `GET /{p}/work/plan/lines/{node}/place`: asks where a line shall stand.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtLine>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PLAN).await?;
    let (line, seen) = load(&ctx, &mut tx, at).await?;
    tx.done().await?;
    let sent = place_form(&seen, &line);
    // Another line above is chosen first; the lines that stand there are offered then.
    let sent = match ctx.address().pairs().find(|(name, _)| *name == "above") {
        Some((_, above)) if above != sent.get("above") => {
            Pairs::default().with("above", above).with("version", line.version)
        }
        _ => sent,
    };
    html(view(&ctx, &MovePage { seen: &seen, line: &line, sent: &sent, complaints: &Complaints::default() }))
}

/// The form of the place at which a line stands.
fn place_form(seen: &PlanSeen, line: &Line) -> Pairs {
    Pairs::default()
        .with("above", line.parent_id.map(|id| id.to_string()).unwrap_or_default())
        .with("before", next_of(seen, line).map(|id| id.to_string()).unwrap_or_default())
        .with("version", line.version)
}

/// The line that follows beside it.
fn next_of(seen: &PlanSeen, line: &Line) -> Option<NodeId> {
    let row = seen.forest.children(line.parent_id);
    let at = row.iter().position(|id| *id == line.id)?;
    row.get(at + 1).copied()
}

/// `POST /{p}/work/plan/lines/{node}/place`: a line moves.
pub(crate) async fn save(ctx: Ctx, Path(at): Path<AtLine>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let (line, seen) = load(&ctx, &mut tx, at).await?;
    if sent.version() != line.version {
        let history = tx.history(&Ref::from(at.node), 1).await?;
        tx.done().await?;
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, (&seen, &line), &sent, history.first())?);
    }
    let (parent, position) = match read(&seen, &line, &sent) {
        Ok(place) => place,
        Err(complaints) => {
            let shown = MovePage { seen: &seen, line: &line, sent: &sent, complaints: &complaints };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown));
        }
    };
    move_line(&mut tx, &line, parent, position).await?;
    let to = tx.commit_to(&said(&line_url(&ctx, at.node, ""), "line-moved")).await?;
    see_other(&to)
}

/// Below which line, and at which place among the others there.
fn read(seen: &PlanSeen, line: &Line, sent: &Pairs) -> Result<(Option<NodeId>, u32), Complaints> {
    let find = |name: &'static str| match sent.get(name) {
        "" => Ok(None),
        id => match seen.lines.iter().find(|line| line.id.to_string() == id) {
            Some(line) => Ok(Some(line.id)),
            None => Err(Complaints::one(name, FieldRefusal::Unknown)),
        },
    };
    let (parent, before) = (find("above")?, find("before")?);
    seen.forest
        .put_below(Some(line.id), line.kind, parent)
        .map_err(|why: TreeRefusal| Complaints::one("above", why))?;
    let row: Vec<NodeId> = seen.forest.children(parent).iter().copied().filter(|id| *id != line.id).collect();
    let place = before.and_then(|before| row.iter().position(|id| *id == before)).unwrap_or(row.len());
    Ok((parent, u32::try_from(place).unwrap_or(u32::MAX)))
}

/// The page that asks.
pub(crate) fn view(ctx: &Ctx, of: &MovePage<'_>) -> Markup {
    let line = of.line;
    let head = Head::new(t!(ctx.say(), "line-move-title", code = line.code.as_str()))
        .under(line.title.plain(ctx.lang), line_url(ctx, line.id, ""));
    page(ctx, &head, fields(ctx, of))
}

/// The form without its page.
fn fields(ctx: &Ctx, of: &MovePage<'_>) -> Markup {
    let (say, line) = (ctx.say(), of.line);
    let own = of.seen.forest.branch(line.id);
    let outside = |choices: Vec<Choice>| -> Vec<Choice> {
        choices.into_iter().filter(|one| !own.iter().any(|id| id.to_string() == one.code)).collect()
    };
    let parent = of.seen.lines.iter().find(|one| one.id.to_string() == of.sent.get("above"));
    let row = of.seen.forest.children(parent.map(|one| one.id)).iter().filter(|id| **id != line.id);
    let before: Vec<Choice> = row
        .filter_map(|id| of.seen.line(*id))
        .map(|line| choice(line.id.to_string(), named(ctx, line)))
        .collect();
    let url = line_url(ctx, line.id, "/place");
    let form = form(ctx, &url).complaints(of.complaints).cancel(line_url(ctx, line.id, ""));
    let there = parent.map_or_else(|| t!(say, "line-move-highest"), |parent| named(ctx, parent));
    let inside = markup! {
        p { (t!(say, "line-move-there", line = there)) }
        (form.select(field("before", t!(say, "line-before")).hint(t!(say, "line-before-hint")).value(of.sent.get("before")).optional(), &before))
        (form.hidden("above", of.sent.get("above")))
        (form.hidden("version", of.sent.get("version")))
    };
    markup! {
        p { (t!(say, "line-move-explains", n = own.len().saturating_sub(1))) " " (t!(say, "line-move-code", code = line.code.as_str())) }
        form.filters method="get" action=(url) {
            (form.select(field("above", t!(say, "line-above")).hint(t!(say, "line-above-hint")).value(of.sent.get("above")).optional(), &outside(above(ctx, of.seen))))
            button.btn.plain { (t!(say, "line-move-show")) }
        }
        (form.show(&t!(say, "line-move"), inside))
    }
}

fn named(ctx: &Ctx, line: &Line) -> String {
    format!("{} {}", line.code, line.title.plain(ctx.lang))
}

/// Somebody else has changed the line that was to move: where it stands now, where it was to go, and nothing moved.
pub(crate) fn conflict_view(
    ctx: &Ctx,
    (seen, line): (&PlanSeen, &Line),
    sent: &Pairs,
    by: Option<&AuditEntry>,
) -> Result<Markup> {
    let say = ctx.say();
    let mine = sent.clone().with("version", line.version);
    let complaints = Complaints::default();
    let called = |_: &str, value: &str| {
        seen.lines.iter().find(|line| line.id.to_string() == value).map(|line| named(ctx, line))
    };
    let both = Conflict {
        action: line_url(ctx, line.id, "/place"),
        theirs: &place_form(seen, line),
        mine: &mine,
        version: line.version,
        labels: vec![("above".into(), t!(say, "line-above")), ("before".into(), t!(say, "line-before"))],
        called: &called,
        by,
        keep_href: line_url(ctx, line.id, ""),
        edit: fields(ctx, &MovePage { seen, line, sent: &mine, complaints: &complaints }),
    };
    Ok(page(ctx, &Head::new(t!(say, "line-conflict")), conflict(ctx, &both)?))
}
