//! Samples of the pages of imports.

use super::{
    ImportsPage, choosing, mapping,
    one::{BatchPage, view},
    undoing, view as list_view,
};
use crate::{
    batch::{
        Batch, BatchId, BatchRefusal, Candidate, Changed, Changing, Column, Finding, Headings, Holds,
        Importer, Line, Mapping, Moved, OneSheet, State, Stopped, Understood, Verdict,
    },
    ctx::Ctx,
    db::{Json, Page, Tx},
    errors::{Complaints, Error, Result},
    files::FileRefusal,
    http::Pairs,
    manifest::{Fut, Sampled},
    pages::ENTER,
};
use maud::Markup;
use std::collections::BTreeMap;
use uuid::Uuid;

/// All of them.
pub fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "platform/imports", samples: lists },
        Sampled { name: "platform/import", samples: imports },
        Sampled { name: "platform/import-mapping", samples: mappings },
        Sampled { name: "platform/import-sheets", samples: sheets },
    ]
}

const fn column(key: &'static str, label: &'static str, holds: Holds) -> Column {
    Column { key, label, headings: &[], holds }
}

const COLUMNS: &[Column] = &[
    column("name", "imports-name", Holds::Name),
    column("by", "imports-by", Holds::Words),
    column("begun", "imports-begun", Holds::One(sheets::Kind::Date)),
];

fn nothing() -> Error {
    Error::failed("a sample takes nothing in")
}

/// Changes nothing.
struct Nothing;

impl Changing for Nothing {
    fn prepare<'a>(
        &'a mut self,
        _: &'a Ctx,
        _: &'a mut Tx,
        _: BatchId,
        _: &'a [Line],
    ) -> Fut<'a, Result<Vec<Changed>, Stopped>> {
        Box::pin(async { Err((0, nothing())) })
    }

    fn write<'a>(&'a mut self, _: &'a Ctx, _: &'a mut Tx) -> Fut<'a, Result<(), Moved>> {
        Box::pin(async { Err((None, nothing())) })
    }
}

/// An importer that reads nothing.
const IMPORTER: Importer = Importer {
    what: "trial",
    title: "imports-name",
    home: "/work/trial",
    packed: None,
    may: ENTER,
    columns: COLUMNS,
    needed: &["name"],
    rest: Some("by"),
    questions: &[crate::batch::reading::UNREADABLE],
    mentions: None,
    judge: |_, _, _| Box::pin(async { Err(nothing()) }),
    lay: |_, _, _, _| Box::pin(async { Err(nothing()) }),
    changing: || Box::new(Nothing),
    show: |_, _| Box::pin(async { Err(nothing()) }),
    revert: |_, _, _| Box::pin(async { Err(nothing()) }),
    clear: |_, _, _, _| Box::pin(async { Err(nothing()) }),
    became: Some(|_, _, _| Box::pin(async { Err(nothing()) })),
    in_the_way: |_, _, _| Box::pin(async { Err(nothing()) }),
    adds: &[],
    belongings: &[],
    people: "",
};

fn batch(ctx: &Ctx, state: State) -> Batch {
    let names = ["Organisation", "Contact", "Since", ""].map(str::to_owned).to_vec();
    let samples = names.iter().map(|name| vec![format!("{name} 1"), format!("{name} 2")]).collect();
    let says = ["name", "by", "begun"].map(|key| Some(key.to_owned()));
    let columns = says.into_iter().chain([None]).collect();
    Batch {
        id: BatchId(Uuid::from_u128(7)),
        what: "trial".into(),
        name: "Members 2024.xlsx".into(),
        state,
        shown: state == State::Taken,
        head: Json(Headings { names, samples, sums: vec![7], ..Headings::default() }),
        mapping: Json(Mapping { columns, answers: BTreeMap::new() }),
        total: 4,
        done: 2,
        begun_at: ctx.now(),
        begun_by: "Nadia Haddad".into(),
        taken_at: None,
        undone_at: None,
        version: 2,
    }
}

fn line(number: i64, verdict: Verdict, findings: Vec<Finding>) -> Line {
    let candidates = vec![Candidate { id: Uuid::from_u128(3), name: "Maple Street Library".into() }];
    Line {
        number,
        cells: Json(["Maple St. Library", "Nadia Haddad", "03/04/2021", "x"].map(str::to_owned).to_vec()),
        verdict,
        findings: Json(findings),
        record: Some(Json(Understood { candidates, ..Understood::default() })),
        before: None,
        target_id: None,
    }
}

fn shown(ctx: &Ctx, state: State, verdicts: &[Verdict]) -> BatchPage {
    let found = |verdict| match verdict {
        Verdict::Refuse => {
            let doubt = Finding::noted(Some("begun"), "doubt-ambiguous").with("before", "03/04/2021");
            vec![Finding { wrong: true, ..doubt }]
        }
        Verdict::Change => {
            let cleaned = Finding::noted(Some("by"), "import-cleaned");
            vec![cleaned.with("before", "NADIA").with("after", "Nadia")]
        }
        _ => Vec::new(),
    };
    let rows: Vec<Line> =
        (2..).zip(verdicts).map(|(number, verdict)| line(number, *verdict, found(*verdict))).collect();
    let mut counts = BTreeMap::new();
    for verdict in verdicts {
        *counts.entry(*verdict).or_default() += 1;
    }
    let total = i64::try_from(rows.len()).unwrap_or(0);
    let lines = Page { rows, total, number: 1, size: 50 };
    let asks = Finding::asking(Some("by"), "import-unreadable", "trial:03/04".into(), &["rest", "refuse"]);
    let asked = if counts.contains_key(&Verdict::Ask) { vec![(asks, 2)] } else { Vec::new() };
    let batch = batch(ctx, state);
    let mentions = Vec::new();
    let became = (state == State::Taken).then(|| ("Members 2024".to_owned(), ctx.url("/work")));
    let intake = IMPORTER.into();
    BatchPage { intake, batch, counts, lines, refused: None, stand: None, asked, mentions, became }
}

fn lists(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let sent = Pairs::default().with("pasted", "Name\tMail");
    let (none, wrong) = (Complaints::default(), Complaints::one("sheet", FileRefusal::Missing));
    let rows: Vec<Batch> = State::ALL.map(|state| batch(ctx, state)).into();
    let total = i64::try_from(rows.len()).unwrap_or(0);
    let all = Page { rows, total, number: 1, size: 50 };
    let empty = Page { rows: Vec::new(), total: 0, number: 1, size: 50 };
    let page = |batches, complaints| {
        list_view(ctx, &ImportsPage { intake: IMPORTER.into(), batches, sent: &sent, complaints })
    };
    vec![("full", page(&all, &none)), ("empty", page(&empty, &none)), ("refused", page(&empty, &wrong))]
}

fn imports(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let mixed = [Verdict::Refuse, Verdict::Ask, Verdict::Change, Verdict::Add, Verdict::Same, Verdict::Leave];
    let sound = [Verdict::Change, Verdict::Add];
    let mut refused = shown(ctx, State::Checked, &sound);
    refused.refused = Some(Box::new(BatchRefusal::NothingNew));
    vec![
        ("to-decide", view(ctx, &shown(ctx, State::Checked, &mixed))),
        ("ready", view(ctx, &shown(ctx, State::Checked, &sound))),
        ("refused", view(ctx, &refused)),
        ("under-way", view(ctx, &shown(ctx, State::Laying, &sound))),
        ("taken", view(ctx, &shown(ctx, State::Taken, &sound))),
        ("undone", view(ctx, &shown(ctx, State::Undone, &[]))),
        ("undoing", undoing::view(ctx, &shown(ctx, State::Taken, &sound))),
    ]
}

fn mappings(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let batch = batch(ctx, State::Mapping);
    let wrong = Complaints::one("", BatchRefusal::NotMapped { column: "x".into() });
    let page = |complaints| {
        mapping::view(ctx, (&IMPORTER.into(), &Vec::new()), (&batch, &batch.mapping.0), complaints)
    };
    vec![("guessed", page(None)), ("refused", page(Some(&wrong)))]
}

fn sheets(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let mut batch = batch(ctx, State::Mapping);
    let one = |n: u128, name: &str| OneSheet {
        batch: BatchId(Uuid::from_u128(n)),
        name: name.to_owned(),
        rows: i64::try_from(n).unwrap_or(0),
    };
    batch.head.0.sheets = vec![one(7, "Contacts"), one(80, "Members 2019")];
    let (none, wrong) =
        (Complaints::default(), Complaints::one("sheet", crate::errors::FieldRefusal::NotAChoice));
    let page = |complaints| choosing::view(ctx, &IMPORTER.into(), &batch, complaints);
    vec![("asked", page(&none)), ("refused", page(&wrong))]
}
