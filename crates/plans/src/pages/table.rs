//! The plan as a table: narrowed by lead, partner, kind, state and year, sorted, in pages, and as a file of what is shown.

use super::{
    AtFramework, choosing, line_url, parts,
    pieces::{end_word, look, reported_words, state_of, state_word, when, who, who_words, year_word},
    tree,
};
use crate::{
    NodeId, can,
    records::shown::milestones_words,
    rules::{kinds::Kind, periods::Quarter, states::State},
    seen::PlanSeen,
    store::{
        counted::{Kinds, States, count_lines, list_everybody},
        frameworks::{Framework, find_framework, find_in_force},
        lines::Line,
        milestones::{Milestone, milestones_beside},
        parties::{Part, Party, Who},
        sheet::{LineOrder, LinesAsked, StateAsked, list_lines_asked},
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::{Page, Tx},
    errors::{OrNotFound, Result},
    html::{Cell, Choice, Column, Empty, Filter, Head, ListShown, choice, file, list, page},
    http::{Address, Answer, Path, html},
    t,
};
use std::collections::HashMap;
use uuid::Uuid;

/// The column of milestones, which are read only for it.
const MILESTONES: &str = "milestones";

/// The table, as its page shows it.
pub(crate) struct TablePage {
    /// The plan as far as the lines shown go.
    pub(crate) seen: PlanSeen,
    /// What the whole of it comes to.
    pub(crate) counted: Counted,
    pub(crate) rows: Page<Line>,
    /// Of the lines shown, when the column that tells them is.
    pub(crate) milestones: HashMap<NodeId, Vec<Milestone>>,
}

/// What the whole plan comes to, for what the table can be narrowed to.
#[derive(Default)]
pub(crate) struct Counted {
    pub(crate) kinds: Kinds,
    pub(crate) states: States,
    /// Each body and organization once for each part that it has.
    pub(crate) everybody: Vec<Party>,
}

/// `GET /{p}/work/plan/table`: the plan in force as a table.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_PLAN).await?;
    let Some(framework) = find_in_force(&mut tx).await? else { return html(tree::none_view(&ctx)) };
    answer(&ctx, tx, framework).await
}

/// `GET /{p}/work/plan/frameworks/{framework}/table`: one plan as a table.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtFramework>) -> Answer {
    let mut tx = ctx.read(can::SEE_PLAN).await?;
    let framework = find_framework(&mut tx, at.framework).await?.or_not_found()?;
    answer(&ctx, tx, framework).await
}

async fn answer(ctx: &Ctx, mut tx: Tx, framework: Framework) -> Answer {
    let shown = load(ctx, &mut tx, framework).await?;
    tx.done().await?;
    match ctx.address().file() {
        Some(kind) => file(
            ctx,
            kind,
            &t!(ctx.say(), "plan-file"),
            &columns(ctx, &shown.seen, &shown.milestones),
            &shown.rows.rows,
        ),
        None => html(view(ctx, &shown)),
    }
}

async fn load(ctx: &Ctx, tx: &mut Tx, framework: Framework) -> Result<TablePage> {
    let address = ctx.address();
    let rows = list_lines_asked(tx, framework.id, &asked(&address), &address).await?;
    let (kinds, states) = count_lines(tx, framework.id).await?;
    let counted = Counted { kinds, states, everybody: list_everybody(tx, framework.id).await? };
    let seen = PlanSeen::of_lines(ctx, tx, framework, (&rows.rows, &counted.everybody)).await?;
    let is_shown = address.all("cols").any(|key| key == MILESTONES);
    let ids: Vec<NodeId> = if is_shown { rows.rows.iter().map(|line| line.id).collect() } else { Vec::new() };
    let milestones = by_line(milestones_beside(tx, &ids).await?);
    Ok(TablePage { seen, counted, rows, milestones })
}

/// Milestones by the lines beside which they stand: looked through once, whatever the number of lines.
fn by_line(all: Vec<Milestone>) -> HashMap<NodeId, Vec<Milestone>> {
    let mut grouped: HashMap<NodeId, Vec<Milestone>> = HashMap::new();
    for one in all {
        grouped.entry(one.node_id).or_default().push(one);
    }
    grouped
}

/// What the address asks for.
pub(crate) fn asked(address: &Address) -> LinesAsked {
    let (column, way) = address.sort();
    let (state, year) = (address.get("state"), address.get("year"));
    let so_far = match state {
        "" => Some(StateAsked::Any),
        "unknown" => Some(StateAsked::Unknown),
        code => State::from_code(code).map(StateAsked::Is),
    };
    let ends = |year: i16| Quarter::new(year, 1).zip(Quarter::new(year, 4));
    let during = year.parse::<i16>().ok().and_then(ends);
    LinesAsked {
        kind: Kind::from_code(address.get("kind")),
        lead: address.get("lead").parse::<Uuid>().ok(),
        partner: address.get("partner").parse::<Uuid>().ok(),
        state: so_far.unwrap_or_default(),
        during,
        is_nonsense: so_far.is_none() || (!year.is_empty() && during.is_none()),
        words: address.get("q").to_owned(),
        sort: match column {
            "from" => LineOrder::From,
            "to" => LineOrder::To,
            "reported" => LineOrder::Reported,
            "confirmed" => LineOrder::Confirmed,
            _ => LineOrder::Code,
        },
        way,
    }
}

/// The code of a state in a filter.
fn code(state: Option<State>) -> &'static str {
    state.map_or("unknown", State::code)
}

fn filters(ctx: &Ctx, shown: &TablePage) -> Vec<Filter> {
    let (say, seen, counted) = (ctx.say(), &shown.seen, &shown.counted);
    let of_state = |state: Option<State>| {
        let n = counted.states.get(&state).copied().unwrap_or_default();
        choice(code(state), state_word(ctx, state)).count(n)
    };
    let states = State::ALL.into_iter().map(Some).chain([None]).map(of_state).collect();
    let kinds = counted.kinds.iter().map(|(kind, n)| choice(kind.code(), seen.word(ctx, *kind)).count(*n));
    let years = (seen.years.first()..=seen.years.last())
        .map(|year| choice(year.to_string(), year_word(seen.years, year)));
    vec![
        Filter { name: "state", label: t!(say, "plan-state-voice"), choices: states },
        Filter { name: "kind", label: t!(say, "line-kind"), choices: kinds.collect() },
        Filter { name: "lead", label: t!(say, "line-lead"), choices: parties(ctx, shown, Some(Part::Lead)) },
        Filter { name: "partner", label: t!(say, "line-partner"), choices: parties(ctx, shown, None) },
        Filter { name: "year", label: t!(say, "plan-year"), choices: years.collect() },
    ]
}

/// Everybody who leads; or every organization that leads or takes part.
fn parties(ctx: &Ctx, shown: &TablePage, part: Option<Part>) -> Vec<Choice> {
    let mut all: Vec<(String, String)> = Vec::new();
    for party in shown.counted.everybody.iter().filter(|party| part.is_none_or(|part| party.part == part)) {
        let id = match &party.who {
            Who::Council(id) if part.is_some() => id.to_string(),
            Who::Organization(id) => id.to_string(),
            Who::Council(_) | Who::Named(_) | Who::Aside(_) => continue,
        };
        all.extend(shown.seen.names.name(&party.who).map(|name| (name.plain(ctx.lang).to_owned(), id)));
    }
    all.sort();
    all.dedup();
    all.into_iter().map(|(name, id)| choice(id, name)).collect()
}

/// The columns of the table and of its files.
pub(crate) fn columns<'a>(
    ctx: &'a Ctx,
    seen: &'a PlanSeen,
    milestones: &'a HashMap<NodeId, Vec<Milestone>>,
) -> Vec<Column<'a, Line>> {
    let say = ctx.say();
    let end = move |quarter: Option<Quarter>, month: Option<u32>| {
        quarter.map_or_else(Cell::nothing, |one| Cell::words(end_word(ctx, seen.years, (one, month))))
    };
    let people = move |line: &Line, part: Part| {
        Cell::new(who(ctx, &seen.who(line.id, part), seen), who_words(ctx, seen, line, part))
    };
    let state = move |line: &Line, of: Option<State>| match (line.kind.is_done_by_somebody(), of) {
        (true, of) => Cell::new(state_of(ctx, of), state_word(ctx, of)),
        (false, _) => Cell::nothing(),
    };
    vec![
        Column::new("code", t!(say, "line-code"), move |line: &Line| {
            Cell::link(&line_url(ctx, line.id, ""), &line.code)
        })
        .sorts(),
        Column::new("kind", t!(say, "line-kind"), move |line: &Line| Cell::words(seen.word(ctx, line.kind))),
        Column::new("title", t!(say, "line-title"), move |line: &Line| Cell::text(ctx, &line.title)),
        Column::new("wording", t!(say, "line-wording"), move |line: &Line| Cell::text(ctx, &line.wording))
            .on_demand(),
        Column::new("lead", t!(say, "line-lead"), move |line: &Line| people(line, Part::Lead)),
        Column::new("partners", t!(say, "line-partners"), move |line: &Line| people(line, Part::Partner))
            .on_demand(),
        Column::new("when", t!(say, "line-when"), move |line: &Line| {
            Cell::words(when(ctx, seen.years, line.span()).unwrap_or_default())
        }),
        Column::new("from", t!(say, "line-from"), move |line: &Line| end(line.from_quarter, line.from_month))
            .sorts()
            .on_demand(),
        Column::new("to", t!(say, "line-to"), move |line: &Line| end(line.to_quarter, line.to_month))
            .sorts()
            .on_demand(),
        Column::new("state", t!(say, "plan-state-voice"), move |line: &Line| state(line, seen.state(line))),
        Column::new("reported", t!(say, "plan-reported"), move |line: &Line| {
            let words = reported_words(ctx, line.reported_state, line.reported_for_owner);
            if line.kind.is_done_by_somebody() {
                Cell::new(platform::html::state(look(line.reported_state), &words), words)
            } else {
                Cell::nothing()
            }
        })
        .sorts()
        .on_demand(),
        Column::new("confirmed", t!(say, "line-confirmed"), move |line: &Line| {
            state(line, line.confirmed_state)
        })
        .sorts()
        .on_demand(),
        Column::new(MILESTONES, t!(say, "milestones"), move |line: &Line| {
            Cell::words(milestones_words(ctx, milestones.get(&line.id).map_or(&[], Vec::as_slice)))
        })
        .on_demand(),
        Column::new("note", t!(say, "line-note"), move |line: &Line| Cell::text(ctx, &line.note)).on_demand(),
    ]
}

/// Whether all lines that the table shows begin ticked.
pub(crate) fn ticks_all(ctx: &Ctx) -> bool {
    ctx.address().get("all") == "yes"
}

/// A box in each row, of the form that stands below the table.
fn ticks<'a>(ctx: &'a Ctx) -> Column<'a, Line> {
    let label = t!(ctx.say(), "plan-edit-tick");
    let is_ticked = ticks_all(ctx);
    Column::new("tick", label.clone(), move |line: &Line| {
        let called = format!("{label} {}", line.code);
        Cell::new(
            markup! { input type="checkbox" name="line" value=(line.id) form="chosen-lines" checked[is_ticked] aria-label=(called); },
            String::new(),
        )
    })
}

/// The page of the table.
pub(crate) fn view(ctx: &Ctx, shown: &TablePage) -> Markup {
    let say = ctx.say();
    let mut columns = columns(ctx, &shown.seen, &shown.milestones);
    let may = ctx.may(can::EDIT_PLAN);
    if may {
        columns.insert(1, ticks(ctx));
    }
    let table = list(
        ctx,
        &ctx.address(),
        &ListShown {
            caption: t!(say, "plan-table-caption"),
            columns: &columns,
            filters: filters(ctx, shown),
            search: Some(t!(say, "plan-table-search")),
            page: &shown.rows,
            empty: Empty {
                why: t!(say, "plan-no-lines-why"),
                example: Some(t!(say, "plan-no-lines-example")),
                first: None,
            },
        },
    );
    let head = Head::of(ctx, &shown.seen.framework.title);
    page(
        ctx,
        &head,
        markup! {
            (parts(ctx, "/table"))
            @if may && shown.rows.total > 0 { (choosing::first(ctx)) }
            p.small.quiet { (t!(say, "plan-state-legend")) }
            (table)
            @if may && shown.rows.total > 0 { (choosing::last(ctx, &shown.seen, shown.rows.total)) }
        },
    )
}
