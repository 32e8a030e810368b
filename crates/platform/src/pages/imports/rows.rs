//! The rows of an import with what becomes of each, on its page and in the file that goes back to whoever made the sheet.

use super::{batch_url, one::BatchPage};
use crate::{
    batch::{Line, Verdict},
    ctx::Ctx,
    html::{
        Cell, Choice, Column, Empty, Filter, ListShown, Look, Plain, choice, field, list, sheet_file, state,
    },
    http::{Answer, Pairs, address::FileKind},
    sheets::Sheet,
    t,
};
use maud::{Markup, html as markup};

/// The columns of the sheet that stand on the page, its first ones; the file has all.
const CELLS: [&str; 4] = ["first", "second", "third", "fourth"];

/// Where on the page of rows an answer was given, to come back there.
pub(super) fn at(sent: &Pairs) -> String {
    let verdict = Verdict::from_code(sent.get("verdict"));
    verdict.map(|verdict| format!("?verdict={}", verdict.code())).unwrap_or_default()
}

/// The table.
pub(super) fn view(ctx: &Ctx, shown: &BatchPage) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx, shown);
    let choices = Verdict::READ.iter().map(|one| {
        let n = shown.counts.get(one).copied().unwrap_or(0);
        choice(one.code(), say.t(&format!("batch-verdict-{}", one.code()), &[])).count(n)
    });
    let rows = ListShown {
        caption: t!(say, "import-rows-caption"),
        columns: &columns,
        filters: vec![Filter {
            name: "verdict",
            label: t!(say, "import-verdict"),
            choices: choices.collect(),
        }],
        search: None,
        page: &shown.lines,
        empty: Empty { why: t!(say, "import-rows-empty"), ..Empty::default() },
    };
    list(ctx, &ctx.address(), &rows)
}

fn columns<'a>(ctx: &'a Ctx, shown: &'a BatchPage) -> Vec<Column<'a, Line>> {
    let say = ctx.say();
    let mut columns = vec![
        Column::new("row", t!(say, "import-row"), |line: &Line| Cell::number(ctx, line.number)).numbers(),
        Column::new("verdict", t!(say, "import-verdict"), |line: &Line| {
            let word = ctx.say().t(&format!("batch-verdict-{}", line.verdict.code()), &[]);
            Cell::new(state(look(line.verdict), &word), word)
        }),
    ];
    let mapped = shown.batch.mapping.0.columns.iter().enumerate().filter(|(_, key)| key.is_some());
    for (key, (at, _)) in CELLS.into_iter().zip(mapped) {
        let heading = shown.batch.head.0.names.get(at).cloned().unwrap_or_default();
        columns.push(Column::new(key, heading, move |line: &Line| {
            let cell = line.cells.0.get(at).cloned().unwrap_or_default();
            Cell::new(as_it_came(&cell), cell)
        }));
    }
    columns.push(Column::new("found", t!(say, "import-found"), move |line: &Line| {
        let words: Vec<String> = line.findings.0.iter().map(|one| one.told(ctx, &shown.intake)).collect();
        let plain = words.join("\n");
        Cell::new(
            markup! {
                @for words in &words { div class="small as-came" { (words) } }
                @if matches!(line.verdict, Verdict::Ask) { (asked(ctx, shown, line)) }
            },
            plain,
        )
    }));
    columns
}

/// What stands in a cell of a sheet: it may be one long word, as addresses are.
pub(super) fn as_it_came(cell: &str) -> Markup {
    markup! { @if !cell.is_empty() { span.as-came { (cell) } } }
}

/// The name of the field for the answer to what rows ask, by its place among the questions.
pub(super) fn answer_name(at: usize) -> String {
    format!("answer-{at}")
}

/// What rows ask, in one form: each question once, with the usual answer chosen.
pub(super) fn questions(ctx: &Ctx, shown: &BatchPage) -> Markup {
    let (say, batch) = (ctx.say(), &shown.batch);
    let form = crate::html::form(ctx, batch_url(ctx, batch, "/answers"));
    let inside = markup! {
        @for (at, (finding, n)) in shown.asked.iter().enumerate() {
            @let choices: Vec<Choice> = finding.asks.iter().flat_map(|asks| &asks.choices).map(|one| choice(one.clone(), finding.choice(ctx, one))).collect();
            @let usual = choices.first().map(|one| one.code.clone()).unwrap_or_default();
            (form.select(field(answer_name(at), finding.told(ctx, &shown.intake)).hint(t!(say, "import-asking-rows", n = *n)).value(usual).optional(), &choices))
        }
        (form.version(batch.version))
    };
    form.show(&t!(say, "import-settle"), inside)
}

/// What a row may mean: one button for each answer.
fn asked(ctx: &Ctx, shown: &BatchPage, line: &Line) -> Markup {
    let say = ctx.say();
    let about = t!(say, "import-row-number", n = line.number);
    let form = crate::html::form(ctx, batch_url(ctx, &shown.batch, &format!("/rows/{}", line.number)));
    let verdict = ctx.address().get("verdict").to_owned();
    let button =
        |label: &str, choice: &str| form.button(label, &about, &[("choice", choice), ("verdict", &verdict)]);
    // What findings ask is answered above, once for all rows that ask the same.
    if line.candidates().is_empty() {
        return button(&t!(say, "import-leave-out"), "leave");
    }
    markup! {
        p.small { (t!(say, "import-which")) }
        div.acts {
            @for one in line.candidates() {
                (button(&t!(say, "import-it-is", name = one.name.clone()), &one.id.to_string())) " "
            }
            (button(&t!(say, "import-it-is-new"), "new")) " "
            (button(&t!(say, "import-leave-out"), "leave"))
        }
    }
}

const fn look(of: Verdict) -> Look {
    match of {
        Verdict::Refuse => Look::Behind,
        Verdict::Ask => Look::UnderWay,
        Verdict::Add | Verdict::Change => Look::OnTrack,
        Verdict::Same | Verdict::Unread => Look::NotStarted,
        Verdict::Leave => Look::Unknown,
    }
}

/// A cell of a workbook holds so many characters at most.
const CELL: usize = 32_000;

fn cut(cell: &str) -> String {
    cell.chars().take(CELL).collect()
}

/// The sheet as it came, with two columns more: what becomes of each row, and what was found about it.
pub(super) fn returned(ctx: &Ctx, kind: FileKind, shown: &BatchPage) -> Answer {
    let say = ctx.say();
    let mut head = shown.batch.head.0.names.clone();
    let width = head.len();
    head.extend([t!(say, "import-verdict"), t!(say, "import-found")]);
    let row = |line: &Line| {
        let mut cells: Vec<Plain> =
            line.cells.0.iter().take(width).map(|cell| Plain::from(cut(cell))).collect();
        cells.resize(width, Plain::Nothing);
        cells.push(say.t(&format!("batch-verdict-{}", line.verdict.code()), &[]).into());
        let found: Vec<String> = line.findings.0.iter().map(|one| one.told(ctx, &shown.intake)).collect();
        cells.push(found.join("\n").into());
        cells
    };
    let sheet =
        Sheet { name: shown.batch.name.clone(), head, rows: shown.lines.rows.iter().map(row).collect() };
    sheet_file(ctx, kind, &t!(say, "import-returned-file"), &sheet)
}
