//! Lines are linked with each other and parted again.

use super::{AtLine, line_url};
use crate::{
    NodeId, can,
    facade::link_lines,
    links::{LinkRefusal, Tie, fit},
    store::{
        frameworks::list_frameworks,
        lines::{Line, find_line, list_lines},
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, FieldRefusal, OrNotFound, Result},
    html::{Choice, Head, choice, field, form, page, said},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    t,
    thread::unlink,
};
use serde_json::json;

/// The form that links a line: the lines it can be linked to, each with its plan.
pub(crate) struct LinkPage<'a> {
    pub(crate) line: &'a Line,
    pub(crate) others: &'a [(Line, String)],
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

/// Every line that something can be linked to: needs, what is done, and the lines of other frameworks.
async fn load(ctx: &Ctx, tx: &mut Tx, at: AtLine) -> Result<(Line, Vec<(Line, String)>)> {
    let line = find_line(tx, at.node).await?.or_not_found()?;
    let mut others = Vec::new();
    for framework in list_frameworks(tx).await?.into_iter().take(20) {
        let title = framework.title.plain(ctx.lang).to_owned();
        for other in list_lines(tx, framework.id).await? {
            let of =
                |role| fit(role, (line.kind, line.framework_id), (other.kind, other.framework_id)).is_ok();
            if Tie::ALL.into_iter().any(of) {
                others.push((other, title.clone()));
            }
        }
    }
    Ok((line, others))
}

/// `GET /{p}/work/plan/lines/{node}/links/new`: the form that links a line.
pub(crate) async fn new(ctx: Ctx, Path(at): Path<AtLine>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PLAN).await?;
    let (line, others) = load(&ctx, &mut tx, at).await?;
    tx.done().await?;
    let (sent, complaints) = (Pairs::default(), Complaints::default());
    html(view(&ctx, &LinkPage { line: &line, others: &others, sent: &sent, complaints: &complaints }))
}

/// `POST /{p}/work/plan/lines/{node}/links`: a line is linked.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtLine>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let (line, others) = load(&ctx, &mut tx, at).await?;
    let (role, to) = match read(&line, &others, &sent) {
        Ok(read) => read,
        Err(complaints) => {
            let shown = LinkPage { line: &line, others: &others, sent: &sent, complaints: &complaints };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown));
        }
    };
    link_lines(&ctx, &mut tx, role, (at.node, to)).await?;
    let to = tx.commit_to(&said(&line_url(&ctx, at.node, ""), "line-linked")).await?;
    see_other(&to)
}

fn read(line: &Line, others: &[(Line, String)], sent: &Pairs) -> Result<(Tie, NodeId), Complaints> {
    let mut complaints = Complaints::default();
    let role = complaints.take("role", Tie::from_code(sent.get("role")).ok_or(FieldRefusal::NotAChoice));
    let other = others.iter().find(|(other, _)| other.id.to_string() == sent.get("to"));
    let other = complaints.take("to", other.ok_or(FieldRefusal::NotAChoice));
    let (Some(role), Some((other, _))) = (role, other) else { return Err(complaints) };
    fit(role, (line.kind, line.framework_id), (other.kind, other.framework_id))
        .map_err(|why: LinkRefusal| Complaints::one("to", why))?;
    Ok((role, other.id))
}

/// `POST /{p}/work/plan/lines/{node}/links/removal`: a link goes.
pub(crate) async fn remove(ctx: Ctx, Path(at): Path<AtLine>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let role = Tie::from_code(sent.get("role")).or_not_found()?;
    let to: NodeId = sent.get("to").parse().ok().or_not_found()?;
    unlink(&ctx, &mut tx, role.kind(), at.node.0, to.0).await?;
    let told = json!({ "role": role.code(), "to": to });
    tx.audit("plan-node.unlinked", at.node, Some(&told), None::<&()>).await?;
    let to = tx.commit_to(&said(&line_url(&ctx, at.node, ""), "line-unlinked")).await?;
    see_other(&to)
}

/// The page that asks.
pub(crate) fn view(ctx: &Ctx, of: &LinkPage<'_>) -> Markup {
    let (say, line) = (ctx.say(), of.line);
    let roles: Vec<Choice> = Tie::ALL
        .into_iter()
        .map(|role| choice(role.code(), say.t(&format!("plan-role-{}", role.code()), &[])))
        .collect();
    let one = |(other, plan): &(Line, String)| {
        let words = format!("{} {} ({plan})", other.code, other.title.plain(ctx.lang));
        choice(other.id.to_string(), words)
    };
    let others: Vec<Choice> = of.others.iter().map(one).collect();
    let form = form(ctx, line_url(ctx, line.id, "/links"))
        .complaints(of.complaints)
        .cancel(line_url(ctx, line.id, ""));
    let inside = markup! {
        (form.radios(field("role", t!(say, "link-role")).value(of.sent.get("role")), &roles))
        (form.select(field("to", t!(say, "link-to")).value(of.sent.get("to")), &others))
    };
    let head = Head::new(t!(say, "link-add")).under(line.title.plain(ctx.lang), line_url(ctx, line.id, ""));
    page(ctx, &head, form.show(&t!(say, "link-add"), inside))
}
