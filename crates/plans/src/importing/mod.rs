//! Plans from sheets: a work plan as people draw it, or the plan's own export.
//!
//! What comes in is always a new draft, or one of the next version of the plan in force: what stands is never touched. It is laid out of
//! sight (`kept_plan_framework`) and shown at once; undone, it is thrown away, unless somebody has worked on it since.

mod cells;
pub(crate) mod columns;
mod directory;
mod judge;
mod known;
mod naming;
mod present;
mod said;
#[cfg(test)]
pub(crate) mod tests;
mod workplan;

use crate::{
    FrameworkId, NodeId, can,
    facade::{free_slug, next_version_facts},
    pages::{framework_url, line_url},
    records::carried::carry_kept,
    rules::{
        charter::Charter,
        patterns::Pattern,
        periods::{Span, Years},
        stages::Stage,
        standing::Standing,
        states::Publicity,
        tree::{TreeRefusal, code_key},
    },
    seen::PlanSeen,
    store::{
        frameworks::{
            Framework, FrameworkFacts, find_framework, insert_framework, list_levels, list_slugs,
            replace_levels,
        },
        imported::{
            LaidLine, clear, find_imported, laid_by_code, lay_lines, name_of_batch, note_batch, tell_more,
            touched_since, widen_years,
        },
        lines::{find_line, list_lines},
        parties::{parties_of, replace_parties},
        saying::{Reported, update_reported},
    },
};
pub(crate) use cells::CellRefusal;
use judge::{Picture, PlanJudge};
use known::{directory, kind_words, stands, state_words, words};
use naming::{became, name_with_years, titled};
use platform::{
    batch::{BatchId, Changed, Changing, Importer, InTheWay, Judge, Laid, Line, Mapping, Moved, Stopped},
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    manifest::Fut,
    text::Text,
};
use present::{mentions, present};
use said::{Said, SaidLine, Whole, merge};
use std::{collections::HashMap, sync::Arc};

/// So many years before and after the present one may stand in a sheet that sets up a plan of its own.
const AROUND: i16 = 20;

/// The importer of this room.
pub(crate) const IMPORTER: Importer = Importer {
    what: "plan",
    title: "plan-title",
    home: "/work/plan",
    packed: None,
    may: can::EDIT_PLAN,
    columns: columns::COLUMNS,
    needed: columns::NEEDED,
    rest: None,
    questions: columns::QUESTIONS,
    mentions: Some(|ctx, tx| Box::pin(mentions(ctx, tx))),
    judge: |ctx, tx, mapping| Box::pin(load(ctx, tx, mapping)),
    lay: |ctx, tx, batch, lines| Box::pin(lay(ctx, tx, batch, lines)),
    changing: || Box::new(NoChange),
    show: |tx, batch| Box::pin(name_with_years(tx, batch)),
    revert: |_, _, all| Box::pin(async { Ok(vec![true; all.len()]) }),
    clear: |_, tx, batch, limit| Box::pin(clear(tx, batch, limit)),
    became: Some(|ctx, tx, batch| Box::pin(became(ctx, tx, batch))),
    in_the_way: |ctx, tx, batch| Box::pin(in_the_way(ctx, tx, batch)),
    adds: &["plan_framework", "plan_node"],
    belongings: &["plan_level", "plan_party", "plan_milestone", "plan_evidence"],
    people: "person",
};

/// A sheet of a plan adds lines to a draft of its own and changes nothing that stands.
struct NoChange;

impl Changing for NoChange {
    fn prepare<'a>(
        &'a mut self,
        _: &'a Ctx,
        _: &'a mut Tx,
        _: BatchId,
        lines: &'a [Line],
    ) -> Fut<'a, Result<Vec<Changed>, Stopped>> {
        let is_none = lines.is_empty();
        Box::pin(async move {
            if is_none {
                Ok(Vec::new())
            } else {
                Err((0, Error::failed("a row of a plan's sheet changes something")))
            }
        })
    }

    fn write<'a>(&'a mut self, _: &'a Ctx, _: &'a mut Tx) -> Fut<'a, Result<(), Moved>> {
        Box::pin(async { Ok(()) })
    }
}

fn answer<'a>(mapping: &'a Mapping, key: &str) -> &'a str {
    mapping.answers.get(key).map_or("", String::as_str)
}

/// What rows are compared with: whom their words may mean, and the plan in force when it becomes its next version.
async fn load(ctx: &Ctx, tx: &mut Tx, mapping: &Mapping) -> Result<Box<dyn Judge>> {
    let (year, month, in_force) = present(ctx, tx).await?;
    let base = in_force.filter(|_| answer(mapping, "import-plan-into") == "version");
    let is_said = |key: &str| mapping.columns.iter().flatten().any(|one| one == key);
    let today = ctx.today();
    let year = match answer(mapping, "import-plan-year") {
        "next" => year.saturating_add(1),
        "last" => year.saturating_sub(1),
        _ => year,
    };
    let base_mark = match &base {
        Some(base) => mark_of(tx, base).await?,
        None => 0,
    };
    let lang = partners::sheet_language(mapping);
    let whole = Whole { base: base.as_ref().map(|one| one.id), base_mark, year, month, lang };
    let (years, stands, kinds) = match base {
        Some(base) => {
            let seen = PlanSeen::load(ctx, tx, base).await?;
            (seen.years, stands(ctx, &seen), kind_words(ctx, Some(&seen)))
        }
        None => {
            let around = Years::new(year.saturating_sub(AROUND), year.saturating_add(AROUND), month)?;
            (around, HashMap::new(), kind_words(ctx, None))
        }
    };
    Ok(Box::new(PlanJudge::new(Picture {
        whole,
        years,
        is_workplan: (is_said("area") || is_said("goal")) && !is_said("step"),
        names_above: is_said("above"),
        kinds,
        patterns: words(
            ctx,
            Pattern::ALL.map(|one| (one, one.code(), format!("plan-pattern-{}", one.code()))),
        ),
        stages: words(ctx, Stage::ALL.map(|one| (one, one.code(), format!("plan-stage-{}", one.code())))),
        states: state_words(ctx),
        directory: directory(ctx, tx).await?,
        stands,
        today,
        answers: Arc::new(mapping.answers.clone()),
    })))
}

platform::refusals! {
    /// Why a sheet does not become the next version of a plan.
    pub enum BaseRefusal {
        /// Somebody has changed the plan since the sheet was compared with it, or another one is in force now.
        MovedOn = "plan-sheet-base-moved-on",
    }
}

/// A number for a plan and its lines as they stand.
async fn mark_of(tx: &mut Tx, base: &Framework) -> Result<i64> {
    let lines = list_lines(tx, base.id).await?;
    let stands = lines.iter().map(|line| serde_json::json!([line.id, line.version, line.position]));
    Ok(platform::text::mark(&stands.chain([serde_json::json!([base.id, base.version])]).collect()))
}

/// The draft that the import sets up: at its first row.
async fn draft(ctx: &Ctx, tx: &mut Tx, (batch, whole): (BatchId, &Whole)) -> Result<FrameworkId> {
    if let Some(id) = find_imported(tx, batch).await? {
        return Ok(id);
    }
    let slugs = list_slugs(tx).await?;
    let (id, levels) = match whole.base {
        Some(base) => {
            let base = find_framework(tx, base).await?.or_not_found()?;
            if base.standing != Standing::InForce || mark_of(tx, &base).await? != whole.base_mark {
                return Err(BaseRefusal::MovedOn.into());
            }
            let (slug, family, facts) = next_version_facts(tx, &base, &slugs).await?;
            let id = insert_framework(tx, &slug, Some(family), (&facts, Standing::Draft)).await?;
            (id, list_levels(tx, base.id).await?)
        }
        None => {
            let title = titled(ctx, name_of_batch(tx, batch).await?, whole.lang);
            let facts = FrameworkFacts {
                title: Text::default().with(whole.lang, &title, ctx.today()),
                about: Text::default(),
                charter: Charter::default(),
                source: Text::default(),
                edition: String::new(),
                historical: false,
                publicity: Publicity::Confirmed,
                years: Years::new(whole.year, whole.year, whole.month)?,
                adopted_on: None,
                decision: Text::default(),
            };
            let slug = free_slug(&partners::slug_of(&title), &slugs);
            (insert_framework(tx, &slug, None, (&facts, Standing::Draft)).await?, Vec::new())
        }
    };
    note_batch(tx, id, batch).await?;
    replace_levels(tx, id, &levels).await?;
    Ok(id)
}

/// Where a line of the draft stands that a row names.
#[derive(Clone, Copy)]
enum At {
    /// Among those that are written down now.
    Fresh(usize),
    /// Written down before.
    Laid(NodeId, u32),
}

/// The lines of some rows on their way into the draft.
struct Laying {
    by_code: HashMap<String, At>,
    fresh: Vec<LaidLine>,
    /// What rows say more of lines that were written down before.
    more: Vec<(NodeId, SaidLine)>,
}

impl Laying {
    fn at(&self, at: At) -> Option<(NodeId, u32)> {
        match at {
            At::Fresh(n) => self.fresh.get(n).map(|one| (one.id, one.depth)),
            At::Laid(id, depth) => Some((id, depth)),
        }
    }

    /// Takes a line of a row in; the line that it is about.
    fn take(&mut self, tx: &Tx, line: SaidLine, is_leaf: bool) -> Result<NodeId> {
        let key = code_key(&line.facts.code);
        let known = self.by_code.get(&key).copied();
        match known {
            Some(At::Fresh(n)) if line.is_more => {
                let one = self.fresh.get_mut(n).or_not_found()?;
                merge((&mut one.facts, &mut one.parties), &line);
                one.progress = line.progress.or(one.progress.take());
                Ok(one.id)
            }
            Some(At::Laid(id, _)) if line.is_more => {
                self.more.push((id, line));
                Ok(id)
            }
            Some(_) if is_leaf => Err(TreeRefusal::CodeTaken { code: line.facts.code }.into()),
            Some(at) => self.at(at).map(|(id, _)| id).or_not_found(),
            None if line.is_more => Err(TreeRefusal::NoSuchParent.into()),
            None => {
                let above = line.above.as_ref().map(|code| self.by_code.get(&code_key(code)).copied());
                let above = above.map(|at| at.ok_or(TreeRefusal::NoSuchParent)).transpose()?;
                let above = above.and_then(|at| self.at(at));
                let (id, depth) = (tx.new_id::<NodeId>()?, above.map_or(0, |(_, depth)| depth + 1));
                self.by_code.insert(key, At::Fresh(self.fresh.len()));
                let SaidLine { position, facts, parties, line, progress, .. } = line;
                let above = above.map(|(id, _)| id);
                self.fresh.push(LaidLine { id, above, depth, position, facts, parties, line, progress });
                Ok(id)
            }
        }
    }
}

/// Writes the lines of rows down, out of sight.
async fn lay(ctx: &Ctx, tx: &mut Tx, batch: BatchId, lines: &[Line]) -> Result<Vec<Laid>> {
    let all = lines.iter().map(Line::said).collect::<Result<Vec<Said>>>()?;
    let Some(first) = all.first() else { return Ok(Vec::new()) };
    let (framework, base) = (draft(ctx, tx, (batch, &first.whole)).await?, first.whole.base);
    let mut keys: Vec<String> = Vec::new();
    for line in all.iter().flat_map(|said| &said.path) {
        keys.extend(line.above.as_deref().map(code_key));
        keys.push(code_key(&line.facts.code));
    }
    keys.sort_unstable();
    keys.dedup();
    let laid = laid_by_code(tx, framework, &keys).await?.into_iter();
    let by_code = laid.map(|(key, id, depth)| (key, At::Laid(id, depth))).collect();
    let mut laying = Laying { by_code, fresh: Vec::new(), more: Vec::new() };
    let (mut targets, mut spans) = (Vec::with_capacity(all.len()), Vec::new());
    for said in all {
        let (last, mut target) = (said.path.len(), None);
        for (n, line) in said.path.into_iter().enumerate() {
            spans.push(line.facts.span);
            target = Some(laying.take(tx, line, n + 1 == last)?);
        }
        targets.push(target.or_not_found()?);
    }
    lay_lines(tx, (framework, batch), &laying.fresh, ctx.today()).await?;
    for (id, more) in laying.more {
        say_more(ctx, tx, id, &more).await?;
    }
    match base {
        Some(base) => carry_kept(tx, base, &laying.fresh).await?,
        None => widen(tx, framework, &spans).await?,
    }
    Ok(targets.into_iter().map(|id| Laid { target: id.0, names: Vec::new(), finish: false }).collect())
}

/// Writes down what a row says more of a line that was written down before, and that nobody sees yet.
async fn say_more(ctx: &Ctx, tx: &mut Tx, id: NodeId, more: &SaidLine) -> Result<()> {
    let line = find_line(tx, id).await?.or_not_found()?;
    let (mut facts, mut parties) = (line.facts(), parties_of(tx, id).await?);
    merge((&mut facts, &mut parties), more);
    tell_more(tx, id, (facts.owner, facts.span, &facts.note)).await?;
    if let Some((state, note)) = more.progress.clone() {
        let (on, by) = (ctx.today(), tx.author().words());
        update_reported(tx, id, &Reported { state, note, on, by, for_owner: true, released: false }).await?;
    }
    replace_parties(tx, id, &parties).await
}

/// Gives a plan of its own the years that its lines need.
async fn widen(tx: &mut Tx, framework: FrameworkId, spans: &[Span]) -> Result<()> {
    let quarters =
        || spans.iter().flat_map(|span| [span.from, span.to]).flatten().map(|quarter| quarter.year());
    match (quarters().min(), quarters().max()) {
        (Some(first), Some(last)) => widen_years(tx, framework, (first, last)).await,
        _ => Ok(()),
    }
}

/// What somebody has done to the draft since it came in: it is not thrown away under their hands.
async fn in_the_way(ctx: &Ctx, tx: &mut Tx, batch: BatchId) -> Result<Vec<InTheWay>> {
    let Some(id) = find_imported(tx, batch).await? else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    let framework = find_framework(tx, id).await?.or_not_found()?;
    if framework.standing != Standing::Draft || framework.version > 1 {
        let words = framework.title.plain(ctx.lang).to_owned();
        all.push(InTheWay { words, href: Some(framework_url(ctx, id, "")) });
    }
    for (node, code, title) in touched_since(tx, (id, batch)).await? {
        let words = format!("{code} {}", title.plain(ctx.lang));
        all.push(InTheWay { words, href: Some(line_url(ctx, node, "")) });
    }
    Ok(all)
}
