//! The plan as a tree: nested lists that open and close without scripts.

use super::{
    AtFramework, charter, framework_url, line_url, outline, parts,
    pieces::{roll, state_of, when, who},
    room_url,
};
use crate::{
    NodeId, can,
    rules::{standing::Standing, states::Roll},
    seen::PlanSeen,
    store::{
        frameworks::{find_framework, find_in_force},
        lines::Line,
        parties::Part,
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::OrNotFound,
    html::{Empty, Head, acts, empty, notice, page, paragraphs, shown},
    http::{Answer, Path, html},
    t,
};

/// `GET /{p}/work/plan`: the plan in force as a tree.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_PLAN).await?;
    let seen = match find_in_force(&mut tx).await? {
        Some(framework) => Some(PlanSeen::load(&ctx, &mut tx, framework).await?),
        None => None,
    };
    tx.done().await?;
    html(match seen {
        Some(seen) => view(&ctx, &seen),
        None => none_view(&ctx),
    })
}

/// `GET /{p}/work/plan/frameworks/{framework}`: one plan as a tree, whether in force or not.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtFramework>) -> Answer {
    let mut tx = ctx.read(can::SEE_PLAN).await?;
    let framework = find_framework(&mut tx, at.framework).await?.or_not_found()?;
    let seen = PlanSeen::load(&ctx, &mut tx, framework).await?;
    tx.done().await?;
    html(view(&ctx, &seen))
}

/// The page where there is no plan in force.
pub(crate) fn none_view(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let first = ctx.may(can::EDIT_PLAN).then(|| (t!(say, "framework-add"), room_url(ctx, "/frameworks/new")));
    let why = Empty { why: t!(say, "plan-empty-why"), example: Some(t!(say, "plan-empty-example")), first };
    page(ctx, &Head::new(t!(say, "plan-title")), markup! { (parts(ctx, "")) (empty(&why)) })
}

/// The page of a plan.
pub(crate) fn view(ctx: &Ctx, seen: &PlanSeen) -> Markup {
    let say = ctx.say();
    let framework = &seen.framework;
    let body = markup! {
        (parts(ctx, ""))
        @if framework.standing != Standing::InForce {
            (notice(markup! { p { (say.t(&format!("framework-is-{}", framework.standing.code()), &[])) } }))
        }
        (paragraphs(ctx, &framework.about))
        @if !framework.source.is_empty() { p.small.quiet { (t!(say, "our-plan-source")) " " (shown(ctx, &framework.source)) } }
        (roll(ctx, &seen.whole()))
        p.small.quiet { (t!(say, "plan-state-legend")) }
        @if !framework.charter().is_empty() { p { a href="#charter" { (t!(say, "charter")) } } }
        (ways(ctx, seen))
        (outline::ways(ctx, seen))
        @if seen.lines.is_empty() {
            (empty(&Empty { why: t!(say, "plan-no-lines-why"), example: Some(t!(say, "plan-no-lines-example")), first: None }))
        } @else { (branch(ctx, seen, None)) }
        (charter::shown(ctx, &framework.charter()))
    };
    page(ctx, &Head::of(ctx, &framework.title), body)
}

fn ways(ctx: &Ctx, seen: &PlanSeen) -> Markup {
    let say = ctx.say();
    let url = |path: &str| framework_url(ctx, seen.id(), path);
    let mut ways = Vec::new();
    if ctx.may(can::EDIT_PLAN) {
        ways.push((t!(say, "line-add"), url("/lines/new")));
        ways.push((t!(say, "framework-edit"), url("/edit")));
        ways.push((t!(say, "plan-slice-title"), url("/slice")));
        ways.push((t!(say, "plan-edits-title"), url("/edits")));
    }
    ways.push((t!(say, "plan-as-table"), url("/table")));
    acts(&ways)
}

/// The lines below one, each with those below it in a part that opens.
pub(crate) fn branch(ctx: &Ctx, seen: &PlanSeen, above: Option<NodeId>) -> Markup {
    let below = seen.below(above);
    markup! {
        @if !below.is_empty() {
            ul.groups { @for line in below { li { (entry(ctx, seen, line)) (opens(ctx, seen, line)) } } }
        }
    }
}

/// A line in the tree: its code, what it says, how far it is, who carries it and when.
fn entry(ctx: &Ctx, seen: &PlanSeen, line: &Line) -> Markup {
    let leads = seen.who(line.id, Part::Lead);
    let when = when(ctx, seen.years, line.span());
    markup! {
        p.group-name {
            span.num.quiet { (line.code) } " "
            a href=(line_url(ctx, line.id, "")) { (shown(ctx, &line.title)) }
            @if line.kind.is_done_by_somebody() { " " (state_of(ctx, seen.state(line))) }
        }
        p.small.quiet {
            (seen.word(ctx, line.kind))
            @if !leads.is_empty() { " · " (who(ctx, &leads, seen)) }
            @if let Some(when) = when { " · " (when) }
        }
    }
}

/// What stands below a line, closed but for the highest: its heading counts it and says how far it is.
fn opens(ctx: &Ctx, seen: &PlanSeen, line: &Line) -> Markup {
    let count = seen.forest.children(Some(line.id)).len();
    let own: Roll = seen.roll(line.id);
    markup! {
        @if count > 0 {
            details open[line.depth == 0] {
                summary { (t!(ctx.say(), "plan-below", n = count)) span.unseen { " " (line.code) } }
                (roll(ctx, &own))
                (branch(ctx, seen, Some(line.id)))
            }
        }
    }
}
