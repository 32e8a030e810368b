//! The plan as a sheet to work on and bring back: one row per line, from the top down, with everything that a sheet can say of it.

use super::{AtFramework, framework_url};
use crate::{
    can,
    importing::columns::COLUMNS,
    seen::{PlanSeen, word_of},
    store::{
        frameworks::find_framework,
        lines::Line,
        parties::{Part, Who},
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::OrNotFound,
    html::{Cell, Column, file, takes},
    http::{Address, Answer, Path, see_other},
    langs::Lang,
    t,
    text::Text,
};

/// `GET /{p}/work/plan/frameworks/{framework}/sheet`: the plan as a sheet, a workbook unless `?as=` asks otherwise.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtFramework>) -> Answer {
    let mut tx = ctx.read(can::SEE_PLAN).await?;
    let framework = find_framework(&mut tx, at.framework).await?.or_not_found()?;
    let seen = PlanSeen::load(&ctx, &mut tx, framework).await?;
    tx.done().await?;
    match ctx.address().file() {
        Some(kind) => file(&ctx, kind, &t!(ctx.say(), "plan-file"), &columns(&ctx, &seen), &seen.lines),
        None => see_other(&framework_url(&ctx, at.framework, "/sheet?as=xlsx")),
    }
}

/// The ways to take the plan away as a sheet and to bring one in.
pub(crate) fn ways(ctx: &Ctx, seen: &PlanSeen) -> Markup {
    let say = ctx.say();
    let sheet = Address::at(framework_url(ctx, seen.id(), "/sheet"));
    markup! {
        details {
            summary { (t!(say, "plan-sheet-take")) }
            (takes(ctx, &sheet))
            @if ctx.may(can::EDIT_PLAN) { p.small { a href=(bring_url(ctx)) { (t!(say, "plan-sheet-bring")) } } }
        }
    }
}

/// The address at which a sheet is brought in.
pub(crate) fn bring_url(ctx: &Ctx) -> String {
    ctx.url("/work/import/plan")
}

/// The columns, with the headings under which they are found when the sheet comes back.
pub(crate) fn columns<'a>(ctx: &'a Ctx, seen: &'a PlanSeen) -> Vec<Column<'a, Line>> {
    const KEYS: [&str; 20] = [
        "step",
        "code",
        "kind",
        "title-en",
        "title-fr",
        "lead",
        "partner",
        "from",
        "to",
        "ongoing",
        "note-en",
        "note-fr",
        "wording-en",
        "wording-fr",
        "patterns",
        "stage",
        "seeking",
        "secured",
        "in-kind",
        "volunteer-hours",
    ];
    let labelled = KEYS.into_iter().filter_map(|key| {
        let column = COLUMNS.iter().find(|column| column.key == key)?;
        Some(Column::new(column.key, ctx.say().t(column.label, &[]), move |line: &Line| {
            Cell::words(cell(ctx, seen, line, column.key))
        }))
    });
    labelled.collect()
}

/// What the sheet says of a line in a column.
pub(crate) fn cell(ctx: &Ctx, seen: &PlanSeen, line: &Line, key: &str) -> String {
    let say = ctx.say();
    let amount = |amount: Option<i64>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    let text = |text: &Text, lang: Lang| text.in_lang(lang).to_owned();
    match key {
        "step" => line.depth.saturating_add(1).to_string(),
        "code" => line.code.clone(),
        "kind" => word_of(ctx, line.kind),
        "title-en" => text(&line.title, Lang::En),
        "title-fr" => text(&line.title, Lang::Fr),
        "lead" => who_cell(ctx, seen, line, Part::Lead),
        "partner" => who_cell(ctx, seen, line, Part::Partner),
        "from" => line.span().from_code(seen.years).unwrap_or_default(),
        "to" => line.span().to_code(seen.years).unwrap_or_default(),
        "ongoing" if line.ongoing => t!(say, "fact-yes"),
        "note-en" => text(&line.note, Lang::En),
        "note-fr" => text(&line.note, Lang::Fr),
        "wording-en" => text(&line.wording, Lang::En),
        "wording-fr" => text(&line.wording, Lang::Fr),
        "patterns" => patterns_words(ctx, line).join("; "),
        "stage" => {
            line.stage.map(|one| say.t(&format!("plan-stage-{}", one.code()), &[])).unwrap_or_default()
        }
        "seeking" => amount(line.seeking),
        "secured" => amount(line.secured),
        "in-kind" => amount(line.in_kind),
        "volunteer-hours" => amount(line.volunteer_hours),
        _ => String::new(),
    }
}

/// Everybody with this part in a line, in one cell.
pub(crate) fn who_cell(ctx: &Ctx, seen: &PlanSeen, line: &Line, part: Part) -> String {
    let name = |(_, name): (&Who, &Text)| name.plain(ctx.lang).to_owned();
    seen.who(line.id, part).into_iter().map(name).collect::<Vec<_>>().join("; ")
}

/// What shall show that a line goes on, in words.
pub(crate) fn patterns_words(ctx: &Ctx, line: &Line) -> Vec<String> {
    line.patterns.iter().map(|one| ctx.say().t(&format!("plan-pattern-{}", one.code()), &[])).collect()
}
