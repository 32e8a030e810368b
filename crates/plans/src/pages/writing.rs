//! Lines are written down and changed.

use super::{
    AtFramework, AtLine,
    forms::{Offered, line_form, read_line},
    framework_url,
    line_form::{LineForm, called, fields, labels, offered, view},
    line_url,
};
use crate::{
    can,
    facade::{NewLine, add_lines},
    judging::{At, judge},
    rules::kinds::Kind,
    seen::PlanSeen,
    store::{
        frameworks::find_framework,
        lines::{Line, LineFacts, Told, find_line},
        parties::{Party, parties_of, replace_parties},
        writing::update_line,
    },
};
use axum::http::StatusCode;
use maud::Markup;
use platform::{
    audit::AuditEntry,
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, FieldRefusal, OrNotFound, Result},
    html::{Conflict, Head, conflict, page, said},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    ids::Ref,
    t,
    text::Text,
};

/// What a new line begins with.
pub(crate) fn blank() -> LineFacts {
    LineFacts { stage: None, ..LineFacts::new(Kind::Action, "", Text::default()) }
}

/// `GET /{p}/work/plan/frameworks/{framework}/lines/new`: the form for a new line; `?above=…` chooses where.
pub(crate) async fn new(ctx: Ctx, Path(at): Path<AtFramework>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PLAN).await?;
    let seen = load(&ctx, &mut tx, at).await?;
    let offered = offered(&ctx, &mut tx, &[]).await?;
    tx.done().await?;
    let sent = line_form(&blank(), &[], &offered, 0).with("above", ctx.address().get("above"));
    let complaints = Complaints::default();
    html(view(
        &ctx,
        &LineForm { id: None, seen: &seen, sent: &sent, complaints: &complaints, offered: &offered },
    ))
}

async fn load(ctx: &Ctx, tx: &mut Tx, at: AtFramework) -> Result<PlanSeen> {
    let framework = find_framework(tx, at.framework).await?.or_not_found()?;
    PlanSeen::load(ctx, tx, framework).await
}

/// `POST /{p}/work/plan/frameworks/{framework}/lines`: a line is written down.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtFramework>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let seen = load(&ctx, &mut tx, at).await?;
    let offered = offered(&ctx, &mut tx, &[]).await?;
    let new = match read_new(&ctx, &seen, &sent, &offered) {
        Ok(new) => new,
        Err(complaints) => {
            let form =
                LineForm { id: None, seen: &seen, sent: &sent, complaints: &complaints, offered: &offered };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &form));
        }
    };
    let ids = add_lines(&mut tx, at.framework, &[new]).await?;
    let to = ids.first().map_or_else(|| framework_url(&ctx, at.framework, ""), |id| line_url(&ctx, *id, ""));
    let to = tx.commit_to(&said(&to, "line-added")).await?;
    see_other(&to)
}

fn read_new(ctx: &Ctx, seen: &PlanSeen, sent: &Pairs, offered: &Offered) -> Result<NewLine, Complaints> {
    let (facts, parties, mut complaints) = read_line(ctx, sent, &blank(), offered);
    let typed = sent.get("above");
    let above = seen.lines.iter().find(|line| line.id.to_string() == typed);
    if !typed.is_empty() && above.is_none() {
        complaints.add("above", FieldRefusal::Unknown);
    }
    let at = At { forest: &seen.forest, years: seen.years, before: None, parent: above.map(|line| line.id) };
    let facts = judged(&at, &facts, complaints)?;
    Ok(NewLine { above: above.map(|line| line.code.clone()), facts, parties })
}

/// What the rules say too; each field complains once.
fn judged(at: &At<'_>, facts: &LineFacts, mut complaints: Complaints) -> Result<LineFacts, Complaints> {
    match judge(at, facts) {
        Ok(facts) if complaints.is_empty() => Ok(facts),
        Ok(_) => Err(complaints),
        Err(more) => {
            for one in more.0 {
                if complaints.about(&one.field).is_none() {
                    complaints.0.push(one);
                }
            }
            Err(complaints)
        }
    }
}

/// A line that changes, with all that its form needs.
pub(crate) struct Changing {
    pub(crate) line: Line,
    pub(crate) seen: PlanSeen,
    pub(crate) parties: Vec<Party>,
    pub(crate) offered: Offered,
}

async fn changing(ctx: &Ctx, tx: &mut Tx, at: AtLine) -> Result<Changing> {
    let line = find_line(tx, at.node).await?.or_not_found()?;
    let parties = parties_of(tx, at.node).await?;
    let offered = offered(ctx, tx, &parties).await?;
    let seen = load(ctx, tx, AtFramework { framework: line.framework_id }).await?;
    Ok(Changing { line, seen, parties, offered })
}

impl Changing {
    fn form<'a>(&'a self, sent: &'a Pairs, complaints: &'a Complaints) -> LineForm<'a> {
        LineForm { id: Some(self.line.id), seen: &self.seen, sent, complaints, offered: &self.offered }
    }
}

/// `GET /{p}/work/plan/lines/{node}/edit`: the form of a line.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtLine>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PLAN).await?;
    let of = changing(&ctx, &mut tx, at).await?;
    tx.done().await?;
    let sent = line_form(&of.line.facts(), &of.parties, &of.offered, of.line.version);
    html(view(&ctx, &of.form(&sent, &Complaints::default())))
}

/// `POST /{p}/work/plan/lines/{node}`: a line changes, on top of the version that was read.
pub(crate) async fn update(ctx: Ctx, Path(at): Path<AtLine>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let of = changing(&ctx, &mut tx, at).await?;
    if sent.version() != of.line.version {
        let history = tx.history(&Ref::from(at.node), 1).await?;
        tx.done().await?;
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, &of, &sent, history.first())?);
    }
    let before = of.line.facts();
    let (facts, parties, complaints) = read_line(&ctx, &sent, &before, &of.offered);
    let stands = At {
        forest: &of.seen.forest,
        years: of.seen.years,
        before: Some(&of.line),
        parent: of.line.parent_id,
    };
    let facts = match judged(&stands, &facts, complaints) {
        Ok(facts) => facts,
        Err(complaints) => {
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &of.form(&sent, &complaints)));
        }
    };
    update_line(&mut tx, &of.line, &facts).await?;
    replace_parties(&mut tx, at.node, &parties).await?;
    let stood = Told { facts: &before, parties: &of.parties };
    let stands = Told { facts: &facts, parties: &parties };
    tx.audit("plan-node.changed", at.node, Some(&stood), Some(&stands)).await?;
    let to = tx.commit_to(&said(&line_url(&ctx, at.node, ""), "line-changed")).await?;
    see_other(&to)
}

/// Two people changed one line: both texts, and nothing overwritten.
pub(crate) fn conflict_view(
    ctx: &Ctx,
    of: &Changing,
    sent: &Pairs,
    by: Option<&AuditEntry>,
) -> Result<Markup> {
    let theirs = line_form(&of.line.facts(), &of.parties, &of.offered, of.line.version);
    let mine = sent.clone().with("version", of.line.version);
    let complaints = Complaints::default();
    let both = Conflict {
        action: line_url(ctx, of.line.id, ""),
        theirs: &theirs,
        mine: &mine,
        version: of.line.version,
        labels: labels(ctx),
        called: &|name, value| called(ctx, &of.offered, (name, value)),
        by,
        keep_href: line_url(ctx, of.line.id, ""),
        edit: fields(ctx, &of.form(&mine, &complaints)),
    };
    Ok(page(ctx, &Head::new(t!(ctx.say(), "line-conflict")), conflict(ctx, &both)?))
}
