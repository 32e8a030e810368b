//! What stands beside a line, as its pages show it.

use super::{Record, day_word, recommendations::reply_word, record_url};
use crate::{
    NodeId, can,
    pages::line::ask,
    rules::records::{is_overdue, on_the_way, tells_of},
    seen::PlanSeen,
    store::{
        evidence::{Evidence, evidence_beside},
        lines::Line,
        milestones::{Milestone, milestones_beside},
        recommendations::{Recommendation, recommendations_beside},
    },
};
use maud::{Markup, html as markup};
use partners::{Organization, OrganizationId, Reader};
use platform::{
    ctx::{Ctx, Face},
    db::Tx,
    errors::Result,
    html::{facts, form, link, named, paragraphs, shown},
    t,
};
use std::collections::HashMap;

/// What stands beside one line.
#[derive(Debug, Clone, Default)]
pub(crate) struct Beside {
    pub(crate) milestones: Vec<Milestone>,
    pub(crate) evidence: Vec<Evidence>,
    pub(crate) recommendations: Vec<Recommendation>,
    /// To whom recommendations go, as far as the reader may know of them.
    pub(crate) organizations: HashMap<OrganizationId, Organization>,
}

impl Beside {
    /// What stands beside a line, as far as this reader may know: the public reads what was released.
    pub(crate) async fn of(ctx: &Ctx, tx: &mut Tx, line: NodeId) -> Result<Self> {
        let lines = [line];
        let mut recommendations = recommendations_beside(tx, &lines).await?;
        recommendations.retain(|one| ctx.face == Face::Work || one.released);
        let organizations = addressees(tx, partners::reader(ctx), &recommendations).await?;
        let milestones = milestones_beside(tx, &lines).await?;
        let evidence = evidence_beside(tx, &lines).await?;
        Ok(Self { milestones, evidence, recommendations, organizations })
    }
}

/// The organizations to which recommendations go.
pub(crate) async fn addressees(
    tx: &mut Tx,
    reader: Reader,
    of: &[Recommendation],
) -> Result<HashMap<OrganizationId, Organization>> {
    let mut ids: Vec<OrganizationId> = of.iter().filter_map(|one| one.organization_id).collect();
    ids.sort_unstable();
    ids.dedup();
    partners::organizations_named(tx, reader, &ids).await
}

/// To whom a recommendation goes: the organization, and the words beside it.
pub(crate) fn to_whom(ctx: &Ctx, all: &HashMap<OrganizationId, Organization>, of: &Recommendation) -> Markup {
    let organization = of.organization_id.and_then(|id| all.get(&id));
    markup! {
        @if let Some(one) = organization {
            @if ctx.face == Face::Work { a href=(ctx.url(&format!("/work/partners/{}", one.slug))) { (named(ctx, &one.name)) } } @else { (named(ctx, &one.name)) }
            @if !of.named.is_empty() { " · " }
        }
        (shown(ctx, &of.named))
    }
}

fn ways<R: Record>(ctx: &Ctx, one: &R) -> Markup {
    let href = record_url::<R>(ctx, one.node(), &format!("/{}/edit", one.id()));
    let title = in_short(one.title().plain(ctx.lang));
    markup! { @if ctx.face == Face::Work && ctx.may(can::EDIT_PLAN) {
        " " a.small href=(href) aria-label={ (t!(ctx.say(), "line-edit")) ": " (title) } { (t!(ctx.say(), "line-edit")) }
    } }
}

/// The first words of a text, where it only has to be told from others.
pub(crate) fn in_short(text: &str) -> String {
    const MOST: usize = 80;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST).collect();
    let whole = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(words, _)| words);
    format!("{whole} …")
}

fn add<R: Record>(ctx: &Ctx, line: &Line) -> Markup {
    let word = ctx.say().t(&format!("{}-add", R::NAME), &[]);
    markup! { @if ctx.face == Face::Work && ctx.may(can::EDIT_PLAN) && R::fits(line).is_ok() { p { (link(&record_url::<R>(ctx, line.id, "/new"), &word)) } } }
}

/// All of it, section by section, each where it may stand and something is there or can be added.
pub(crate) fn sections(ctx: &Ctx, seen: &PlanSeen, line: &Line, of: &Beside) -> Markup {
    let say = ctx.say();
    let may = ctx.face == Face::Work && ctx.may(can::EDIT_PLAN);
    markup! {
        @if (may && tells_of(line.kind).is_ok()) || !of.evidence.is_empty() {
            section #evidence { h2 { (t!(say, "evidence")) }
                @if !of.evidence.is_empty() { ul.plain-list { @for one in &of.evidence { li { (evidence(ctx, one)) (ways(ctx, one)) } } } }
                (add::<Evidence>(ctx, line))
            }
        }
        @if (may && on_the_way(line.kind).is_ok()) || !of.milestones.is_empty() {
            section #milestones { h2 { (t!(say, "milestones")) }
                @if !of.milestones.is_empty() { ul.plain-list { @for one in &of.milestones { li { (milestone(ctx, one)) (reached(ctx, seen, line, one)) (ways(ctx, one)) } } } }
                (add::<Milestone>(ctx, line))
            }
        }
        @if may || !of.recommendations.is_empty() {
            section #recommendations { h2 { (t!(say, "recommendations")) }
                @for one in &of.recommendations { div { (recommendation(ctx, &of.organizations, one)) p { (ways(ctx, one)) } } }
                (add::<Recommendation>(ctx, line))
            }
        }
    }
}

/// One milestone in a few words. The public reads what is planned; whether it was reached is a report like any other.
pub(crate) fn milestone(ctx: &Ctx, one: &Milestone) -> Markup {
    let say = ctx.say();
    let is_work = ctx.face == Face::Work;
    markup! {
        (shown(ctx, &one.title)) " "
        span.small.quiet {
            @match (one.done_on, one.due_on) {
                (_, Some(day)) if !is_work => (t!(say, "milestone-due", day = day)),
                _ if !is_work => {},
                (Some(day), _) => (t!(say, "milestone-reached-on", day = day)),
                (None, Some(day)) if day < ctx.today() => b { (t!(say, "milestone-late", day = day)) },
                (None, Some(day)) => (t!(say, "milestone-due", day = day)),
                (None, None) => (t!(say, "milestone-open")),
            }
        }
    }
}

/// Milestones of a line as a file tells them.
pub(crate) fn milestones_words(ctx: &Ctx, all: &[Milestone]) -> String {
    let say = ctx.say();
    let one = |one: &Milestone| {
        let title = one.title.plain(ctx.lang);
        let when = match (one.done_on, one.due_on) {
            (Some(day), _) => t!(say, "milestone-reached-on", day = day),
            (None, Some(day)) => t!(say, "milestone-due", day = day),
            (None, None) => t!(say, "milestone-open"),
        };
        format!("{title} ({when})")
    };
    all.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn reached(ctx: &Ctx, seen: &PlanSeen, line: &Line, one: &Milestone) -> Markup {
    let may = ctx.face == Face::Work && one.done_on.is_none() && ctx.may(ask(can::REPORT_STATE, seen, line));
    let url = record_url::<Milestone>(ctx, line.id, &format!("/{}/reached", one.id));
    let version = one.version.to_string();
    let about = one.title.plain(ctx.lang).to_owned();
    markup! { @if may { " " (form(ctx, url).button(&t!(ctx.say(), "milestone-reach"), &about, &[("version", version.as_str())])) } }
}

fn evidence(ctx: &Ctx, one: &Evidence) -> Markup {
    let say = ctx.say();
    markup! {
        span.small.quiet { (say.t(&format!("evidence-kind-{}", one.kind.code()), &[])) } " "
        @if !one.figure.is_empty() { b { (one.figure) } " " (shown(ctx, &one.unit)) " · " }
        (shown(ctx, &one.what))
        br;
        span.small.quiet {
            (shown(ctx, &one.source))
            @if !one.place.is_empty() { " · " (shown(ctx, &one.place)) }
            @if let Some(year) = one.year { " · " (year.to_string()) }
            @if !one.link.is_empty() { " · " a href=(one.link) rel="noopener" { bdi dir="ltr" { (one.link) } } }
        }
    }
}

/// From the barrier to what came of it.
pub(crate) fn recommendation(
    ctx: &Ctx,
    all: &HashMap<OrganizationId, Organization>,
    one: &Recommendation,
) -> Markup {
    let say = ctx.say();
    let day = |day: Option<jiff::civil::Date>| day_word(ctx, day);
    let overdue = is_overdue(one.reply, one.expected_on, ctx.today());
    let reply = markup! {
        (reply_word(ctx, one.reply)) @if one.replied_on.is_some() { ", " (day(one.replied_on)) }
        @if overdue { " " b { (t!(say, "recommendation-overdue")) } }
        (paragraphs(ctx, &one.reply_note))
    };
    facts(&[
        (t!(say, "recommendation-barrier"), shown(ctx, &one.barrier)),
        (t!(say, "recommendation-wording"), shown(ctx, &one.wording)),
        (t!(say, "recommendation-to"), to_whom(ctx, all, one)),
        (t!(say, "recommendation-on"), day(one.recommended_on)),
        (t!(say, "recommendation-expected-on"), day(one.expected_on)),
        (t!(say, "recommendation-reply"), reply),
        (t!(say, "recommendation-outcome"), shown(ctx, &one.outcome)),
    ])
}
