//! How far a line is: its owner reports, the council confirms, somebody lets the public see it, and words are adopted.

use super::{
    AtLine,
    asking_view::last_said,
    forms::{DECISION, read_state},
    line::{ask, ask_to_confirm, leading_councils},
    line_url,
    mine::carried,
};
use crate::{
    can,
    facade::{adopt_wording, confirm_state, release_report, report_state},
    rules::{states, wording},
    seen::PlanSeen,
    store::{
        frameworks::find_framework,
        lines::{Line, find_line},
        saying::{Confirmation, Reported},
    },
};
use axum::http::StatusCode;
use councils::CouncilId;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, FieldRefusal, OrNotFound, Result},
    html::{Choice, FormHtml, Head, choice, field, form, page, said},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    langs::Lang,
    t,
    text::Text,
};

/// What is asked about a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// What its owner reports.
    Report,
    /// What the council confirmed.
    Confirmation,
    /// By which decision its words were adopted.
    Adoption,
}

/// The form that asks: what was typed and what was wrong.
pub(crate) struct SayingPage<'a> {
    pub(crate) seen: &'a PlanSeen,
    pub(crate) line: &'a Line,
    pub(crate) asked: Asked,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

async fn load(ctx: &Ctx, tx: &mut Tx, at: AtLine) -> Result<(Line, PlanSeen)> {
    let line = find_line(tx, at.node).await?.or_not_found()?;
    let framework = find_framework(tx, line.framework_id).await?.or_not_found()?;
    Ok((line, PlanSeen::load(ctx, tx, framework).await?))
}

/// `GET /{p}/work/plan/lines/{node}/report`: the form of a report.
pub(crate) async fn report_form(ctx: Ctx, Path(at): Path<AtLine>) -> Answer {
    shown(&ctx, at, Asked::Report).await
}

/// `GET /{p}/work/plan/lines/{node}/confirmation`: the form of a confirmation.
pub(crate) async fn confirmation_form(ctx: Ctx, Path(at): Path<AtLine>) -> Answer {
    shown(&ctx, at, Asked::Confirmation).await
}

/// `GET /{p}/work/plan/lines/{node}/adoption`: the form in which words are adopted.
pub(crate) async fn adoption_form(ctx: Ctx, Path(at): Path<AtLine>) -> Answer {
    shown(&ctx, at, Asked::Adoption).await
}

async fn shown(ctx: &Ctx, at: AtLine, asked: Asked) -> Answer {
    let mut tx = ctx.read(can::SEE_PLAN).await?;
    let (line, seen) = load(ctx, &mut tx, at).await?;
    tx.done().await?;
    ctx.demand(match asked {
        Asked::Report => ask(can::REPORT_STATE, &seen, &line),
        Asked::Confirmation => ask_to_confirm(&seen, &line),
        Asked::Adoption => can::EDIT_PLAN.into(),
    })?;
    let sent = match asked {
        Asked::Confirmation => as_reported(&seen, &line),
        Asked::Report | Asked::Adoption => Pairs::default(),
    };
    let sent = sent.with("on", ctx.today());
    let complaints = Complaints::default();
    html(view(ctx, &SayingPage { seen: &seen, line: &line, asked, sent: &sent, complaints: &complaints }))
}

/// What a form of a confirmation begins with: what the owner reported, by the council that leads the line or one above it.
fn as_reported(seen: &PlanSeen, line: &Line) -> Pairs {
    let begun = Pairs::default();
    let begun = match line.reported_state {
        Some(state) => begun.with("state", state.code()),
        None => begun,
    };
    match leading_councils(seen, line).next() {
        Some(council) => begun.with("council", council),
        None => begun,
    }
}

/// `POST /{p}/work/plan/lines/{node}/report`: an owner reports.
pub(crate) async fn report(ctx: Ctx, Path(at): Path<AtLine>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::SEE_PLAN).await?;
    let (line, seen) = load(&ctx, &mut tx, at).await?;
    ctx.demand(ask(can::REPORT_STATE, &seen, &line))?;
    let (state, note, mut complaints) = read_state(&ctx, &sent);
    let said_of = state.and_then(|state| {
        let judged = states::say(line.kind.is_done_by_somebody(), state, !note.is_empty());
        complaints.take("note", judged)
    });
    let (Some(state), true) = (said_of, complaints.is_empty()) else {
        return again(&ctx, (&seen, &line), Asked::Report, (&sent, &complaints));
    };
    let by = tx.author().words();
    let for_owner = !carried(&ctx, &mut tx, &seen).await?.contains(&at.node);
    let released = ctx.may(can::EDIT_PLAN) && !sent.get("released").is_empty();
    let report = Reported { state, note, on: ctx.today(), by, for_owner, released };
    report_state(&mut tx, at.node, &report).await?;
    let to = tx.commit_to(&said(&line_url(&ctx, at.node, ""), "line-reported")).await?;
    see_other(&to)
}

/// `POST /{p}/work/plan/lines/{node}/release`: the public may see a report, or not any more.
pub(crate) async fn release(ctx: Ctx, Path(at): Path<AtLine>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let released = !sent.get("released").is_empty();
    release_report(&mut tx, at.node, released).await?;
    let key = if released { "report-released" } else { "report-withheld" };
    let to = tx.commit_to(&said(&line_url(&ctx, at.node, ""), key)).await?;
    see_other(&to)
}

/// `POST /{p}/work/plan/lines/{node}/confirmation`: what a council confirmed is noted.
pub(crate) async fn confirm(ctx: Ctx, Path(at): Path<AtLine>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::SEE_PLAN).await?;
    let (line, seen) = load(&ctx, &mut tx, at).await?;
    ctx.demand(ask_to_confirm(&seen, &line))?;
    let confirmed = match read_confirmation(&ctx, &seen, &line, &sent) {
        Ok(confirmed) => confirmed,
        Err(complaints) => {
            return again(&ctx, (&seen, &line), Asked::Confirmation, (&sent, &complaints));
        }
    };
    confirm_state(&mut tx, at.node, &confirmed, ctx.today()).await?;
    let to = tx.commit_to(&said(&line_url(&ctx, at.node, ""), "line-confirmed")).await?;
    see_other(&to)
}

fn read_confirmation(
    ctx: &Ctx,
    seen: &PlanSeen,
    line: &Line,
    sent: &Pairs,
) -> Result<Confirmation, Complaints> {
    let (state, note, mut complaints) = read_state(ctx, sent);
    if let Some(state) = state {
        complaints.take("note", states::say(line.kind.is_done_by_somebody(), state, !note.is_empty()));
    }
    let mut reading = Reading::of(ctx, sent);
    let on = reading.day("on").and_then(|on| reading.complaints.take("on", states::decided(on, ctx.today())));
    let decision = reading.lines("decision", &Text::default(), DECISION);
    reading.needed("decision", &decision);
    let council =
        sent.get("council").parse::<CouncilId>().ok().filter(|id| seen.names.councils.contains_key(id));
    let council = reading.complaints.take("council", council.ok_or(FieldRefusal::NotAChoice));
    complaints.0.extend(reading.complaints.0);
    match (state, on, council) {
        (Some(state), Some(on), Some(council)) if complaints.is_empty() => {
            Ok(Confirmation { state, note, on, council, decision })
        }
        _ => Err(complaints),
    }
}

/// `POST /{p}/work/plan/lines/{node}/adoption`: words are adopted as they stand.
pub(crate) async fn adopt(ctx: Ctx, Path(at): Path<AtLine>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let (line, seen) = load(&ctx, &mut tx, at).await?;
    let mut reading = Reading::of(&ctx, &sent);
    let on = reading.day("on");
    let judged = on.map(|on| wording::adopt(&line.wording, line.adopted_on, on, ctx.today()));
    let on = judged.and_then(|judged| reading.complaints.take("on", judged));
    let decision = reading.lines("decision", &Text::default(), DECISION);
    reading.needed("decision", &decision);
    let (Some(on), true) = (on, reading.complaints.is_empty()) else {
        return again(&ctx, (&seen, &line), Asked::Adoption, (&sent, &reading.complaints));
    };
    adopt_wording(&mut tx, at.node, (on, &decision), ctx.today()).await?;
    let to = tx.commit_to(&said(&line_url(&ctx, at.node, ""), "wording-adopted")).await?;
    see_other(&to)
}

/// The form once more, with what was typed and what was wrong.
fn again(
    ctx: &Ctx,
    (seen, line): (&PlanSeen, &Line),
    asked: Asked,
    (sent, complaints): (&Pairs, &Complaints),
) -> Answer {
    let shown = SayingPage { seen, line, asked, sent, complaints };
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(ctx, &shown))
}

/// The page that asks.
pub(crate) fn view(ctx: &Ctx, of: &SayingPage<'_>) -> Markup {
    let (say, line, langs) = (ctx.say(), of.line, ctx.site_langs());
    let (path, title, submit) = match of.asked {
        Asked::Report => {
            ("/report", t!(say, "state-report-title", code = line.code.as_str()), t!(say, "state-report"))
        }
        Asked::Confirmation => (
            "/confirmation",
            t!(say, "state-confirm-title", code = line.code.as_str()),
            t!(say, "state-confirm"),
        ),
        Asked::Adoption => {
            ("/adoption", t!(say, "wording-adopt-title", code = line.code.as_str()), t!(say, "wording-adopt"))
        }
    };
    let form =
        form(ctx, line_url(ctx, line.id, path)).complaints(of.complaints).cancel(line_url(ctx, line.id, ""));
    let inside = match of.asked {
        Asked::Report => markup! {
            (state_fields(ctx, &form, of, langs))
            @if ctx.may(can::EDIT_PLAN) { p.small.quiet { (t!(say, "state-report-for")) } (form.check(field("released", t!(say, "report-release-box")).value(of.sent.get("released")))) }
        },
        Asked::Confirmation => markup! {
            @if line.reported_state.is_some() {
                p { (last_said(ctx, line)) }
                (platform::html::paragraphs(ctx, &line.reported_note))
            }
            (state_fields(ctx, &form, of, langs))
            (form.select(field("council", t!(say, "state-council")).value(of.sent.get("council")), &bodies(ctx, of.seen)))
            (decision_fields(ctx, &form, of, langs))
        },
        Asked::Adoption => markup! {
            p { (t!(say, "wording-adopt-explains")) }
            (platform::html::paragraphs(ctx, &line.wording))
            (decision_fields(ctx, &form, of, langs))
        },
    };
    let head = Head::new(title).under(line.title.plain(ctx.lang), line_url(ctx, line.id, ""));
    page(ctx, &head, form.show(&submit, inside))
}

fn state_fields(ctx: &Ctx, form: &FormHtml<'_>, of: &SayingPage<'_>, langs: &[Lang]) -> Markup {
    let say = ctx.say();
    let one = |state: states::State| {
        let code = state.code();
        choice(code, say.t(&format!("plan-state-{code}"), &[]))
    };
    let all: Vec<Choice> = states::State::ALL.into_iter().map(one).collect();
    markup! {
        (form.radios(field("state", t!(say, "plan-state")).value(of.sent.get("state")), &all))
        (form.proses(field("note", t!(say, "state-note")).hint(t!(say, "state-note-hint")).rows(3).optional(), &of.sent.in_langs("note", langs)))
    }
}

fn decision_fields(ctx: &Ctx, form: &FormHtml<'_>, of: &SayingPage<'_>, langs: &[Lang]) -> Markup {
    let say = ctx.say();
    markup! {
        (form.date(field("on", t!(say, "state-decided-on")).value(of.sent.get("on"))))
        (form.texts(field("decision", t!(say, "state-decision")).hint(t!(say, "state-decision-hint")), &of.sent.in_langs("decision", langs)))
    }
}

fn bodies(ctx: &Ctx, seen: &PlanSeen) -> Vec<Choice> {
    let mut all: Vec<Choice> = seen
        .names
        .councils
        .values()
        .map(|one| choice(one.id.to_string(), one.name.plain(ctx.lang)))
        .collect();
    all.sort_by(|one, other| one.label.cmp(&other.label));
    all
}
