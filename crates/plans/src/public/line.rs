//! The public page of one line: what it says, its exact words, who carries it, how far the council says it is.

use super::{PATH, plan::list, public_framework};
use crate::{
    NodeId,
    pages::pieces::{roll, state_of, when, who},
    records::shown::{Beside, sections},
    rules::states::Publicity,
    seen::PlanSeen,
    store::{
        lines::{Line, find_line},
        parties::Part,
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::{Ctx, PUBLIC},
    errors::OrNotFound,
    html::{Head, facts, page, paragraphs, shown},
    http::{Answer, Path, html},
    ids::Ref,
    t,
    thread::{Thread, thread},
};
use serde::Deserialize;

/// The part of an address that names a line.
#[derive(Debug, Deserialize)]
pub(crate) struct At {
    node: NodeId,
}

/// A line, as its public page shows it.
pub(crate) struct LinePage {
    pub(crate) seen: PlanSeen,
    pub(crate) line: Line,
    /// Milestones, evidence, released recommendations.
    pub(crate) beside: Beside,
    pub(crate) thread: Thread,
}

/// `GET /{p}/{lang}/our-plan/{node}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<At>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let line = find_line(&mut tx, at.node).await?.or_not_found()?;
    let framework = public_framework(&mut tx, line.framework_id).await?.or_not_found()?;
    let seen = PlanSeen::load(&ctx, &mut tx, framework).await?;
    let beside = Beside::of(&ctx, &mut tx, at.node).await?;
    let thread = thread(&ctx, &mut tx, &Ref::from(at.node)).await?;
    tx.done().await?;
    html(view(&ctx, &LinePage { seen, line, beside, thread }))
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &LinePage) -> Markup {
    let (say, line, seen) = (ctx.say(), &of.line, &of.seen);
    let people = |part: Part| who(ctx, &seen.who(line.id, part), seen);
    let words = |words: String| markup! { (words) };
    let below = seen.below(Some(line.id));
    let body = markup! {
        (paragraphs(ctx, &line.note))
        @if line.kind.is_done_by_somebody() && seen.framework.publicity != Publicity::Nothing { (state(ctx, seen, line)) }
        @if !line.wording.is_empty() && line.adopted_on.is_some() {
            section { h2 { (t!(say, "line-wording")) } (paragraphs(ctx, &line.wording))
                @if let Some(day) = line.adopted_on { p.small.quiet { (t!(say, "line-adopted-on", day = day)) " " (shown(ctx, &line.decision)) } }
            }
        }
        (facts(&[
            (t!(say, "line-code"), words(line.code.clone())),
            (t!(say, "line-kind"), words(seen.word(ctx, line.kind))),
            (t!(say, "line-lead"), people(Part::Lead)),
            (t!(say, "line-partners"), people(Part::Partner)),
            (t!(say, "line-when"), words(when(ctx, seen.years, line.span()).unwrap_or_default())),
            (t!(say, "line-stage"), words(line.stage.map(|stage| say.t(&format!("plan-stage-{}", stage.code()), &[])).unwrap_or_default())),
            (t!(say, "line-money"), crate::pages::line::money(ctx, line)),
        ]))
        (sections(ctx, seen, line, &of.beside))
        @if !below.is_empty() {
            section.goal { h2 { (t!(say, "line-below")) }
                @if seen.framework.publicity != Publicity::Nothing { (roll(ctx, &seen.roll(line.id))) }
                (list(ctx, seen, &below))
            }
        }
    };
    let head = Head::of(ctx, &line.title)
        .at(format!("{PATH}/{}", line.id))
        .under(t!(say, "our-plan-title"), ctx.public_url(PATH))
        .on_thread(of.thread.clone());
    page(ctx, &head, body)
}

/// How far it is, and by which decision, when it was the council's.
fn state(ctx: &Ctx, seen: &PlanSeen, line: &Line) -> Markup {
    let say = ctx.say();
    let state = seen.state(line);
    let by_council = state.is_some() && state == line.confirmed_state;
    let council = line.confirmed_by.and_then(|id| seen.names.councils.get(&id)).filter(|_| by_council);
    markup! {
        section { h2 { (t!(say, "line-how-far")) }
            p { (state_of(ctx, state)) }
            @if let (Some(council), Some(day)) = (council, line.confirmed_on) {
                p { (t!(say, "our-plan-confirmed-on", day = day)) " · " (shown(ctx, &council.name)) }
                (paragraphs(ctx, &line.confirmed_note))
                @if !line.confirmed_decision.is_empty() { p.small.quiet { (shown(ctx, &line.confirmed_decision)) } }
            } @else if state.is_some() { (paragraphs(ctx, &line.reported_note)) }
        }
    }
}
