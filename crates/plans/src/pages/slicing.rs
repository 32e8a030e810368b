//! A year's slice of a plan is copied to the next year: shown line by line before it happens.

use super::{
    AtFramework, framework_url,
    line_form::above,
    line_url,
    pieces::{state_of, when, year_word},
};
use crate::{
    NodeId, can,
    editing::{
        setting::{EditRefusal, MOST_AT_ONCE},
        slice::{Copied, begins_ticked, copy_slice, slice},
    },
    seen::PlanSeen,
    store::{frameworks::find_framework, lines::Line},
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::{Choice, Head, choice, field, form, page, said, shown, table},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    t,
};
use std::collections::BTreeSet;

/// The field of the copies whose words name the new year.
const RETITLE: &str = "retitle";
/// The field of the lines that are copied.
const TICKED: &str = "line";

/// The slice that would be copied, and what was asked.
pub(crate) struct SlicePage {
    pub(crate) seen: PlanSeen,
    pub(crate) year: i16,
    /// The line whose branch is copied; none for the whole plan.
    pub(crate) below: Option<NodeId>,
    /// What was ticked and could not be done, and why.
    pub(crate) sent: Option<(Pairs, EditRefusal)>,
}

impl SlicePage {
    /// Whether a box is ticked: as it was sent, or else as it begins.
    fn is_ticked(&self, field: &str, line: NodeId, begins: bool) -> bool {
        match &self.sent {
            Some((sent, _)) => sent.all(field).any(|id| id == line.to_string()),
            None => begins,
        }
    }
}

async fn load(ctx: &Ctx, tx: &mut Tx, at: AtFramework) -> Result<PlanSeen> {
    let framework = find_framework(tx, at.framework).await?.or_not_found()?;
    PlanSeen::load(ctx, tx, framework).await
}

/// The year before the one that is asked for next: the present one of the plan, kept within its years.
fn usual(ctx: &Ctx, seen: &PlanSeen) -> i16 {
    let present = seen.years.quarter_of(ctx.today()).map_or(seen.years.first(), |quarter| quarter.year());
    present.clamp(seen.years.first(), seen.years.last().saturating_sub(1).max(seen.years.first()))
}

/// `GET /{p}/work/plan/frameworks/{framework}/slice`: what the slice of `?year=…` would be in the next year.
pub(crate) async fn ask(ctx: Ctx, Path(at): Path<AtFramework>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PLAN).await?;
    let seen = load(&ctx, &mut tx, at).await?;
    tx.done().await?;
    let year = ctx.address().get("year").parse().unwrap_or_else(|_| usual(&ctx, &seen));
    let below = named(&seen, ctx.address().get("below"));
    html(view(&ctx, &SlicePage { seen, year, below, sent: None }))
}

/// The line of the plan that a field names.
fn named(seen: &PlanSeen, id: &str) -> Option<NodeId> {
    seen.lines.iter().find(|line| line.id.to_string() == id).map(|line| line.id)
}

/// Whether so many lines can be copied at once.
fn fits(all: &[Copied]) -> Result<(), EditRefusal> {
    let n = all.iter().filter(|one| one.new.is_ok()).count();
    match u32::try_from(n).unwrap_or(u32::MAX) {
        0 => Err(EditRefusal::NoLine),
        n if n > MOST_AT_ONCE => Err(EditRefusal::TooManyLines { most: MOST_AT_ONCE }),
        _ => Ok(()),
    }
}

/// `POST /{p}/work/plan/frameworks/{framework}/slice`: the lines of the slice that are ticked are copied.
pub(crate) async fn copy(ctx: Ctx, Path(at): Path<AtFramework>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let seen = load(&ctx, &mut tx, at).await?;
    let year = sent.get("year").parse().unwrap_or_default();
    let below = named(&seen, sent.get("below"));
    let ticked: BTreeSet<&str> = sent.all(TICKED).collect();
    let all = slice(&seen, year, below, |line| ticked.contains(&*line.id.to_string())).unwrap_or_default();
    if let Err(why) = fits(&all) {
        let again = SlicePage { seen, year, below, sent: Some((sent, why)) };
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &again));
    }
    let mut all = all;
    keep_titles(&seen, &mut all, &sent.all(RETITLE).collect());
    let id = copy_slice(&ctx, &mut tx, at.framework, all).await?;
    let to = framework_url(&ctx, at.framework, &format!("/edits/{id}"));
    let to = tx.commit_to(&said(&to, "slice-copied")).await?;
    see_other(&to)
}

/// Gives copies the titles of their lines where the new year was not wanted.
fn keep_titles(seen: &PlanSeen, all: &mut [Copied], wanted: &BTreeSet<&str>) {
    for one in all.iter_mut().filter(|one| one.is_retitled && !wanted.contains(&*one.line.to_string())) {
        if let (Ok(new), Some(line)) = (&mut one.new, seen.line(one.line)) {
            new.facts.title = line.title.clone();
        }
    }
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &SlicePage) -> Markup {
    let (say, seen) = (ctx.say(), &of.seen);
    let url = framework_url(ctx, seen.id(), "/slice");
    let years: Vec<Choice> = (seen.years.first()..seen.years.last())
        .map(|year| choice(year.to_string(), year_word(seen.years, year)))
        .collect();
    let planned = slice(seen, of.year, of.below, |_| true);
    let below = of.below.map(|id| id.to_string()).unwrap_or_default();
    // A page that is only opened complains of nothing: its year was not chosen by anybody.
    let complaints = match &planned {
        Err(why) if !ctx.address().get("year").is_empty() || of.sent.is_some() => {
            Complaints::one("year", why.clone())
        }
        _ => Complaints::default(),
    };
    let form = form(ctx, &url).complaints(&complaints);
    let body = markup! {
        p { (t!(say, "plan-slice-explains")) }
        form.filters method="get" action=(url) {
            (form.select(field("year", t!(say, "plan-slice-year")).value(of.year.to_string()), &years))
            (form.select(field("below", t!(say, "plan-slice-below")).value(below).optional(), &above(ctx, seen)))
            button.btn.plain { (t!(say, "plan-slice-show")) }
        }
        @if let Ok(all) = &planned { (copies(ctx, of, all)) }
    };
    let head = Head::new(t!(say, "plan-slice-title"))
        .under(seen.framework.title.plain(ctx.lang), framework_url(ctx, seen.id(), ""));
    page(ctx, &head, body)
}

/// What would be copied, line by line, each with its box, and the button that does it.
fn copies(ctx: &Ctx, of: &SlicePage, all: &[Copied]) -> Markup {
    let (say, seen) = (ctx.say(), &of.seen);
    let form = form(ctx, framework_url(ctx, seen.id(), "/slice"));
    let rows = all.iter().filter_map(|one| {
        let line = seen.line(one.line)?;
        Some(vec![tick(ctx, of, (one, line)), called(ctx, seen, line), told(ctx, of, one)])
    });
    let heads = [t!(say, "plan-edit-tick"), t!(say, "plan-edit-line"), t!(say, "plan-slice-copy")];
    let table = table(&t!(say, "plan-edit-caption"), &heads, rows.collect());
    let below = of.below.map(|id| id.to_string()).unwrap_or_default();
    let begins = |one: &&Copied| {
        one.new.is_ok() && seen.line(one.line).is_some_and(|line| begins_ticked(seen.state(line)))
    };
    let n = all.iter().filter(begins).count();
    let begins_with_too_many = n > usize::try_from(MOST_AT_ONCE).unwrap_or(usize::MAX);
    let too_many = EditRefusal::TooManyLines { most: MOST_AT_ONCE };
    let why = of.sent.as_ref().map(|(_, why)| why).or_else(|| begins_with_too_many.then_some(&too_many));
    let refused = markup! {
        @if let Some(why) = why { div.notice.bad role="alert" { p {
            (say.refusal(why)) ". " @if matches!(why, EditRefusal::TooManyLines { .. }) { (t!(say, "plan-slice-narrow")) }
        } } }
    };
    match () {
        () if all.is_empty() => markup! { p { (t!(say, "plan-slice-empty")) } },
        () if all.iter().all(|one| one.new.is_err()) => table,
        () => markup! { (refused) (form.show(
            &t!(say, "plan-slice-do"),
            markup! { (table) (form.hidden("year", &of.year.to_string())) (form.hidden("below", &below)) },
        )) },
    }
}

/// The box of a line that can be copied.
fn tick(ctx: &Ctx, of: &SlicePage, (one, line): (&Copied, &Line)) -> Markup {
    let called = format!("{} {}", t!(ctx.say(), "plan-edit-tick"), line.code);
    let is_ticked = of.is_ticked(TICKED, one.line, begins_ticked(of.seen.state(line)));
    markup! { @if one.new.is_ok() { input type="checkbox" name=(TICKED) value=(one.line) checked[is_ticked] aria-label=(called); } }
}

/// A line with how far it is, and that its end has passed: what speaks for copying it, or against.
fn called(ctx: &Ctx, seen: &PlanSeen, line: &Line) -> Markup {
    let is_over = line.span().is_over(seen.years, ctx.today());
    markup! {
        a href=(line_url(ctx, line.id, "")) { (line.code) } " " (shown(ctx, &line.title))
        @if line.kind.is_done_by_somebody() { " " (state_of(ctx, seen.state(line))) }
        @if is_over { br; span.small.quiet { (t!(ctx.say(), "plan-slice-over", when = when(ctx, seen.years, line.span()).unwrap_or_default())) } }
    }
}

/// What the copy of a line says, with a box where its words would name the new year; or why it is not copied.
fn told(ctx: &Ctx, of: &SlicePage, one: &Copied) -> Markup {
    let say = ctx.say();
    match &one.new {
        Ok(new) => markup! {
            (new.facts.code) " · " (when(ctx, of.seen.years, new.facts.span).unwrap_or_default())
            @if one.is_retitled {
                br;
                label { input type="checkbox" name=(RETITLE) value=(one.line) checked[of.is_ticked(RETITLE, one.line, true)]; " " (t!(say, "plan-slice-retitle")) " " ins { (shown(ctx, &new.facts.title)) } }
            }
        },
        Err(why) => markup! { strong { (t!(say, "plan-edit-refused")) } " " (say.refusal(why.as_ref())) },
    }
}
