//! One line: what it says, where it stands, who carries it, how far three say it is, and what stands below it.

use super::{
    AtLine, framework_url, line_url,
    outline::patterns_words,
    pieces::{roll, state_of, when, who},
    tree::branch,
};
use crate::{
    can,
    editing::can_be_undone,
    links::Tie,
    records::shown::{Beside, sections},
    rules::{
        standing::Standing,
        states::{Publicity, State},
    },
    seen::PlanSeen,
    store::{
        edits::{EditId, Edited, last_edit_of},
        frameworks::find_framework,
        lines::{Line, find_line, lines_among},
        parties::{Part, Who},
    },
};
use councils::CouncilId;
use maud::{Markup, html as markup};
use platform::{
    authority::Ask,
    ctx::Ctx,
    errors::OrNotFound,
    html::{Head, acts, facts, form, page, panels, paragraphs, shown},
    http::{Answer, Path, html},
    ids::Ref,
    t,
    thread::{Thread, thread},
};

/// A line, as its page shows it.
pub(crate) struct LinePage {
    pub(crate) seen: PlanSeen,
    pub(crate) line: Line,
    /// What it is linked to, by role.
    pub(crate) links: Vec<(Tie, Line)>,
    /// Who looks after it, when the reader may know.
    pub(crate) owner: Option<String>,
    /// The edit that moved it last, when that can be undone.
    pub(crate) moved: Option<EditId>,
    /// Milestones, evidence, recommendations.
    pub(crate) beside: Beside,
    pub(crate) thread: Thread,
    pub(crate) panels: Markup,
}

/// Whether the caller may do this for a line: for the partnership, or for somebody who carries it.
pub(crate) fn ask(permission: platform::authority::Permission, seen: &PlanSeen, line: &Line) -> Ask {
    let parties = seen.parties.get(&line.id).map(Vec::as_slice).unwrap_or_default();
    permission.on_any(parties.iter().filter_map(|party| match &party.who {
        Who::Council(id) => Some(Ref::from(*id)),
        Who::Organization(id) => Some(Ref::from(*id)),
        Who::Named(_) | Who::Aside(_) => None,
    }))
}

/// The councils that lead a line or one above it, the nearest first.
pub(crate) fn leading_councils(seen: &PlanSeen, line: &Line) -> impl Iterator<Item = CouncilId> {
    let branch = std::iter::once(line.id).chain(seen.forest.above(line.id));
    let parties = branch.filter_map(|id| seen.parties.get(&id)).flatten();
    parties.filter(|party| party.part == Part::Lead).filter_map(|party| match &party.who {
        Who::Council(id) => Some(*id),
        Who::Organization(_) | Who::Named(_) | Who::Aside(_) => None,
    })
}

/// Whether the caller may note what a council confirmed of a line: for the partnership, for a council that leads the line or one
/// above it, or for a council that stands at the head of the table.
pub(crate) fn ask_to_confirm(seen: &PlanSeen, line: &Line) -> Ask {
    let leads = leading_councils(seen, line);
    let heads = seen.names.councils.values().filter(|one| one.parent_id.is_none()).map(|one| one.id);
    can::CONFIRM_STATE.on_any(leads.chain(heads).map(Ref::from))
}

/// `GET /{p}/work/plan/lines/{node}`: one line.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtLine>) -> Answer {
    let mut tx = ctx.read(can::SEE_PLAN).await?;
    let line = find_line(&mut tx, at.node).await?.or_not_found()?;
    let framework = find_framework(&mut tx, line.framework_id).await?.or_not_found()?;
    let seen = PlanSeen::load(&ctx, &mut tx, framework).await?;
    let mut links = Vec::new();
    for role in Tie::ALL {
        let ids = tx.linked_with(role.kind(), &Ref::from(at.node)).await?;
        let ids: Vec<crate::NodeId> = ids.into_iter().map(crate::NodeId).collect();
        links.extend(lines_among(&mut tx, &ids).await?.into_iter().map(|line| (role, line)));
    }
    let owner = match line.owner_id {
        Some(id) => partners::person(&mut tx, partners::reader(&ctx), id).await?.map(|one| one.name),
        None => None,
    };
    let last = last_edit_of(&mut tx, at.node).await?.filter(|edit| edit.what == Edited::Moved);
    let moved =
        last.filter(|edit| can_be_undone(edit.made_at, edit.undone_at, ctx.now())).map(|edit| edit.id);
    let object = Ref::from(at.node);
    let thread = thread(&ctx, &mut tx, &object).await?;
    let beside = Beside::of(&ctx, &mut tx, at.node).await?;
    let panels = panels(&ctx, &mut tx, &object).await?;
    tx.done().await?;
    html(view(&ctx, &LinePage { seen, line, links, owner, beside, moved, thread, panels }))
}

/// The page of a line.
pub(crate) fn view(ctx: &Ctx, of: &LinePage) -> Markup {
    let say = ctx.say();
    let line = &of.line;
    let body = markup! {
        @if !line.note.is_empty() { (paragraphs(ctx, &line.note)) }
        @if line.kind.is_done_by_somebody() { (three_voices(ctx, of)) }
        (ways(ctx, of))
        @if !line.wording.is_empty() { section #wording { h2 { (t!(say, "line-wording")) } (paragraphs(ctx, &line.wording)) (adopted(ctx, line)) } }
        (about(ctx, of))
        (sections(ctx, &of.seen, line, &of.beside))
        (linked(ctx, of))
        @if !of.seen.forest.children(Some(line.id)).is_empty() {
            section #below { h2 { (t!(say, "line-below")) } (roll(ctx, &of.seen.roll(line.id))) (branch(ctx, &of.seen, Some(line.id))) }
        }
        (of.panels)
    };
    let head = Head::of(ctx, &line.title)
        .under(of.seen.framework.title.plain(ctx.lang), framework_url(ctx, of.seen.id(), ""))
        .on_thread(of.thread.clone());
    page(ctx, &head, body)
}

/// What the evidence tells, the owner reports and the council confirmed, side by side.
fn three_voices(ctx: &Ctx, of: &LinePage) -> Markup {
    let (say, line) = (ctx.say(), &of.line);
    let day = |day: Option<jiff::civil::Date>| day.map(|day| say.short_day(day)).unwrap_or_default();
    let council = line.confirmed_by.and_then(|id| of.seen.names.councils.get(&id));
    let box_of = |title: String, state: Option<State>, lines: Vec<Markup>| {
        markup! {
            div { p.small.quiet { (title) } p { (state_of(ctx, state)) } @for one in &lines { p.small { (one) } } }
        }
    };
    let for_whom = for_whom(ctx, of);
    let reported = vec![
        markup! { (shown(ctx, &line.reported_note)) },
        markup! { @if line.reported_on.is_some() { @if !line.reported_by.is_empty() { bdi { (line.reported_by) } ", " } (day(line.reported_on)) } },
        markup! { @if let Some(whom) = &for_whom { (t!(say, "line-reported-whom", name = whom.as_str())) } },
    ];
    let confirmed = vec![
        markup! { (shown(ctx, &line.confirmed_note)) },
        markup! { @if let Some(council) = council { (shown(ctx, &council.name)) ", " } (day(line.confirmed_on)) },
        // A confirmation whose council said no more has its decision as its note too.
        markup! { @if line.confirmed_decision != line.confirmed_note { (shown(ctx, &line.confirmed_decision)) } },
    ];
    markup! {
        section #state {
            h2 { (t!(say, "line-how-far")) }
            @if line.said().is_disputed() { p { @if line.reported_for_owner { (t!(say, "line-disputed-for")) } @else { (t!(say, "line-disputed")) } } }
            div.three {
                (box_of(t!(say, "line-derived"), line.derived_state, Vec::new()))
                (box_of(if line.reported_for_owner { t!(say, "line-reported-for") } else { t!(say, "line-reported") }, line.reported_state, reported))
                (box_of(t!(say, "line-confirmed"), line.confirmed_state, confirmed))
            }
        }
    }
}

/// For whom somebody else noted how far a line is: who looks after it, or else who leads it.
fn for_whom(ctx: &Ctx, of: &LinePage) -> Option<String> {
    let leads = || {
        let names = of.seen.who(of.line.id, Part::Lead);
        let names: Vec<&str> = names.into_iter().map(|(_, name)| name.plain(ctx.lang)).collect();
        (!names.is_empty()).then(|| ctx.say().list(&names))
    };
    if of.line.reported_for_owner { of.owner.clone().or_else(leads) } else { None }
}

fn adopted(ctx: &Ctx, line: &Line) -> Markup {
    let say = ctx.say();
    markup! {
        @match line.adopted_on {
            Some(day) => p.small.quiet { (t!(say, "line-adopted-on", day = day)) " " (shown(ctx, &line.decision)) },
            None => p.small.quiet { (t!(say, "line-not-adopted")) },
        }
    }
}

/// What the line needs and has, in a few words.
pub(crate) fn money(ctx: &Ctx, line: &Line) -> Markup {
    let say = ctx.say();
    let money = line.money();
    let dollars =
        |key: &str, amount: Option<i64>| amount.map(|amount| say.t(key, &[("amount", amount.into())]));
    let all = [
        dollars("money-seeking", money.seeking),
        dollars("money-secured", money.secured),
        dollars("money-in-kind", money.in_kind),
        dollars("money-volunteer-hours", money.volunteer_hours),
    ];
    let all: Vec<String> = all.into_iter().flatten().collect();
    markup! { (all.join(" · ")) }
}

fn about(ctx: &Ctx, of: &LinePage) -> Markup {
    let (say, line, seen) = (ctx.say(), &of.line, &of.seen);
    let words = |words: String| markup! { (words) };
    let asides = if ctx.may(can::EDIT_PLAN) { seen.asides(line.id).join(" · ") } else { String::new() };
    let people = |part: Part| who(ctx, &seen.who(line.id, part), seen);
    let history = ctx.url(&format!("/work/history/plan-node/{}", line.id));
    let coded = |of: &str, code: &str| say.t(&format!("{of}-{code}"), &[]);
    let stage = line.stage.map(|stage| {
        markup! { (coded("plan-stage", stage.code())) @if !line.stage_why.is_empty() { " · " (shown(ctx, &line.stage_why)) } }
    });
    facts(&[
        (t!(say, "line-code"), words(line.code.clone())),
        (t!(say, "line-kind"), words(seen.word(ctx, line.kind))),
        (t!(say, "line-lead"), people(Part::Lead)),
        (t!(say, "line-partners"), people(Part::Partner)),
        (t!(say, "line-asides"), markup! { @if !asides.is_empty() { bdi { (asides) } } }),
        (t!(say, "line-owner"), words(of.owner.clone().unwrap_or_default())),
        (t!(say, "line-when"), words(when(ctx, seen.years, line.span()).unwrap_or_default())),
        (t!(say, "line-stage"), stage.unwrap_or_default()),
        (t!(say, "line-money"), money(ctx, line)),
        (t!(say, "line-patterns"), words(patterns_words(ctx, line).join(" · "))),
        (
            t!(say, "line-history"),
            markup! { a href=(history) { (t!(say, "line-history-link", n = line.version)) } },
        ),
    ])
}

/// What the line is linked to, and the form to link it.
fn linked(ctx: &Ctx, of: &LinePage) -> Markup {
    let say = ctx.say();
    let may = ctx.may(can::EDIT_PLAN);
    let remove = line_url(ctx, of.line.id, "/links/removal");
    markup! {
        @if may || !of.links.is_empty() {
            section #links {
                h2 { (t!(say, "line-links")) }
                @if !of.links.is_empty() {
                    ul { @for (role, other) in &of.links {
                        @let id = other.id.to_string();
                        li {
                            (say.t(&format!("plan-role-{}", role.code()), &[])) " "
                            a href=(line_url(ctx, other.id, "")) { (other.code) " " (shown(ctx, &other.title)) }
                            @if may { " " (form(ctx, &remove).button(&t!(say, "link-remove"), &other.code, &[("role", role.code()), ("to", id.as_str())])) }
                        }
                    } }
                }
                @if may { p { a href=(line_url(ctx, of.line.id, "/links/new")) { (t!(say, "link-add")) } } }
            }
        }
    }
}

/// What can be done on a line's page, by those who may.
fn ways(ctx: &Ctx, of: &LinePage) -> Markup {
    let (say, line) = (ctx.say(), &of.line);
    let url = |path: &str| line_url(ctx, line.id, path);
    let is_done = line.kind.is_done_by_somebody();
    let mut ways = Vec::new();
    if is_done && ctx.may(ask(can::REPORT_STATE, &of.seen, line)) {
        ways.push((t!(say, "state-report"), url("/report")));
    }
    if is_done && ctx.may(ask_to_confirm(&of.seen, line)) {
        ways.push((t!(say, "state-confirm"), url("/confirmation")));
    }
    if is_done && ctx.may(can::EDIT_PLAN) && of.seen.framework.standing == Standing::InForce {
        ways.push((t!(say, "plan-asking-line"), super::room_url(ctx, &format!("/asking?line={}", line.id))));
    }
    if ctx.may(can::EDIT_PLAN) {
        let below = framework_url(ctx, line.framework_id, &format!("/lines/new?above={}", line.id));
        ways.push((t!(say, "line-edit"), url("/edit")));
        ways.push((t!(say, "line-add-below"), below));
        ways.push((t!(say, "line-move"), url("/place")));
        ways.extend(of.moved.map(|edit| {
            let back = framework_url(ctx, line.framework_id, &format!("/edits/{edit}"));
            (t!(say, "plan-edit-undo-move"), back)
        }));
        if !line.wording.is_empty() && line.adopted_on.is_none() {
            ways.push((t!(say, "wording-adopt"), url("/adoption")));
        }
        ways.push((t!(say, "line-bin"), url("/bin")));
    }
    let release = (!line.released, if line.released { "report-withhold" } else { "report-release" });
    markup! {
        (acts(&ways))
        @if line.reported_state.is_some() && ctx.may(can::EDIT_PLAN) {
            @if of.seen.framework.publicity != Publicity::Released {
                p.small { (say.t(&format!("our-plan-shows-{}", of.seen.framework.publicity.code()), &[])) " " a href=(framework_url(ctx, line.framework_id, "/edit")) { (t!(say, "framework-edit")) } }
            } @else { div.acts { (form(ctx, url("/release")).button(&say.t(release.1, &[]), &line.code, &[("released", if release.0 { "yes" } else { "" })])) } }
        }
    }
}
