//! What `cargo xtask bench` holds the product against: the same answers without the platform.
//!
//! `bare crowd DATABASE PARTNERSHIP COUNT` makes a partnership of the demo as large as the measurement wants it, `bare lines …` its plan.
//! `bare serve DATABASE PARTNERSHIP BYTES` answers `/bytes` with that file, packed as it lies, `/cards` with a page as long as that, and `/partners` and `/plan` with the
//! statements of those lists and their tables in maud: no sign-in, no languages, no filters, no shell.
//! `bare csv FILE` reads a file of values with the `csv` crate, twenty times, and says how many rows and cells it has.
#![expect(clippy::print_stdout, reason = "its address is its result")]

use anyhow::{Context, bail};
use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::header::{CONTENT_ENCODING, CONTENT_TYPE},
    response::{Html, IntoResponse},
    routing::get,
};
use maud::html;
use rusqlite::{Connection, OpenFlags};
use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

/// The statement of `partners::store::list` for the staff, by name in English, with the sector's name joined to it.
const LIST: &str = "SELECT o.id, o.slug, o.name, s.name, o.formal,
    (SELECT string_agg(l.language, ' ' ORDER BY l.place) FROM organization_language l
      WHERE l.partnership_id = o.partnership_id AND l.organization_id = o.id),
    o.area_id, o.visibility, o.joined_on, o.left_on, o.about, o.note, o.version
  FROM organization o LEFT JOIN sector s ON s.partnership_id = o.partnership_id AND s.id = o.sector_id
  WHERE o.partnership_id = $1 AND o.binned_at IS NULL AND o.visibility IN ('public', 'partners', 'staff')
  ORDER BY o.sort_en, o.id LIMIT 500 OFFSET 0";

/// Copies of one organization, with names and places in addresses of their own.
const CROWD: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
  INSERT INTO organization (id, partnership_id, slug, name, sort_en, sort_fr, search_key, sector_id, formal, area_id,
    visibility, joined_on, left_on, about, note, added_at)
  SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8'
      || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
    o.partnership_id, o.slug || '-' || i, replace(o.name, '\",\"state', ' ' || i || '\",\"state'), o.sort_en || ' ' || i,
    o.sort_fr || ' ' || i, o.search_key || ' ' || i, o.sector_id, o.formal, o.area_id, o.visibility, o.joined_on,
    o.left_on, o.about, o.note, o.added_at
  FROM n, (SELECT * FROM organization WHERE partnership_id = ?1 AND binned_at IS NULL
    AND visibility = 'public' ORDER BY sort_en LIMIT 1) o";

/// Copies of one action of the plan in force, with codes of their own, each led by whoever leads that one.
const LINES: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
  INSERT INTO plan_node (id, partnership_id, framework_id, line_id, parent_id, parent_depth, depth, position, kind, code, code_key, title, note,
    wording, decision, ongoing, patterns, stage_why, reported_note, reported_by, confirmed_note, confirmed_decision, search_key, created_at)
  SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8'
      || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
    o.partnership_id, o.framework_id, o.line_id, o.parent_id, o.parent_depth, o.depth, o.position + i, o.kind, o.code || '-' || i,
    o.code_key || '-' || i, o.title, o.note, o.wording, o.decision, o.ongoing, o.patterns, o.stage_why, o.reported_note, o.reported_by,
    o.confirmed_note, o.confirmed_decision, o.search_key, o.created_at
  FROM n, (SELECT l.* FROM plan_node l JOIN plan_framework f ON f.id = l.framework_id
    WHERE l.partnership_id = ?1 AND f.standing = 'in-force' AND l.binned_at IS NULL AND l.kind = 'action' AND l.parent_id IS NOT NULL
    ORDER BY l.code_key LIMIT 1) o";
const LED: &str = "INSERT INTO plan_party (id, partnership_id, node_id, part, position, council_id, organization_id, named, aside)
  SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8'
      || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
    n.partnership_id, n.id, y.part, y.position, y.council_id, y.organization_id, y.named, y.aside
  FROM plan_node n JOIN plan_node o ON o.line_id = n.line_id AND o.framework_id = n.framework_id AND o.id <> n.id
  JOIN plan_party y ON y.node_id = o.id
  WHERE n.partnership_id = ?1 AND NOT EXISTS (SELECT 1 FROM plan_party z WHERE z.node_id = n.id)";

/// The statement of the plan's table, by code, with the names of who leads each line.
const TABLE: &str =
    "SELECT n.id, n.code, n.kind, n.title, n.from_quarter, n.to_quarter, n.confirmed_state, n.reported_state,
    (SELECT json_group_array(json(coalesce(c.name, o.name, y.named))) FROM plan_party y
      LEFT JOIN council c ON c.partnership_id = y.partnership_id AND c.id = y.council_id
      LEFT JOIN organization o ON o.partnership_id = y.partnership_id AND o.id = y.organization_id
      WHERE y.partnership_id = n.partnership_id AND y.node_id = n.id AND y.part = 'lead')
  FROM plan_node n JOIN plan_framework f ON f.partnership_id = n.partnership_id AND f.id = n.framework_id
  WHERE n.partnership_id = $1 AND n.binned_at IS NULL AND f.standing = 'in-force' AND n.kind = 'action'
  ORDER BY n.code_key, n.id LIMIT 500 OFFSET 0";
/// What its filters say, counted.
const COUNTED: [&str; 3] = [
    "SELECT count(*) FROM plan_node n JOIN plan_framework f ON f.id = n.framework_id
     WHERE n.partnership_id = $1 AND n.binned_at IS NULL AND f.standing = 'in-force' AND n.kind = 'action'",
    "SELECT n.kind, count(*) FROM plan_node n JOIN plan_framework f ON f.id = n.framework_id
     WHERE n.partnership_id = $1 AND n.binned_at IS NULL AND f.standing = 'in-force' GROUP BY n.kind",
    "SELECT coalesce(n.confirmed_state, n.reported_state), count(*) FROM plan_node n JOIN plan_framework f ON f.id = n.framework_id
     WHERE n.partnership_id = $1 AND n.binned_at IS NULL AND f.standing = 'in-force' GROUP BY 1",
];

/// What both answers are made of.
struct Bare {
    base: Mutex<Connection>,
    partnership: String,
    bytes: Bytes,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [verb, file] = arguments.as_slice()
        && verb == "csv"
    {
        return (0..TIMES).try_for_each(|_| cells(Path::new(file)));
    }
    let [verb, file, slug, last] = arguments.as_slice() else {
        bail!("bare crowd|serve DATABASE PARTNERSHIP …, bare csv FILE")
    };
    let base = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let partnership: String = base
        .query_row("SELECT id FROM partnership WHERE slug = $1", [slug], |row| row.get(0))
        .context("partnership")?;
    match verb.as_str() {
        "crowd" => crowd(&base, &partnership, last.parse()?),
        "lines" => lines(&base, &partnership, last.parse()?),
        "serve" => serve(base, partnership, Path::new(last)).await,
        _ => bail!("what it does is crowd, lines or serve"),
    }
}

/// So often a file of values is read: once is over before it can be measured.
const TIMES: usize = 20;

/// Reads a file of values to its end, row by row as text.
fn cells(file: &Path) -> anyhow::Result<()> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(file)?;
    let (mut row, mut rows, mut cells) = (csv::StringRecord::new(), 0, 0);
    while reader.read_record(&mut row)? {
        (rows, cells) = (rows + 1, cells + row.len());
    }
    println!("{rows} rows, {cells} cells");
    Ok(())
}

/// Fills the partnership up to `count` organizations.
fn crowd(base: &Connection, partnership: &str, count: i64) -> anyhow::Result<()> {
    let there: i64 = base.query_row(
        "SELECT count(*) FROM organization WHERE partnership_id = $1 AND binned_at IS NULL",
        [partnership],
        |row| row.get(0),
    )?;
    base.execute(CROWD, (partnership, count - there))?;
    Ok(())
}

/// Fills the plan in force up to `count` lines.
fn lines(base: &Connection, partnership: &str, count: i64) -> anyhow::Result<()> {
    let there: i64 = base.query_row(
        "SELECT count(*) FROM plan_node n JOIN plan_framework f ON f.id = n.framework_id
         WHERE n.partnership_id = $1 AND n.binned_at IS NULL AND f.standing = 'in-force'",
        [partnership],
        |row| row.get(0),
    )?;
    base.execute(LINES, (partnership, count - there))?;
    base.execute(LED, [partnership])?;
    Ok(())
}

async fn serve(base: Connection, partnership: String, bytes: &Path) -> anyhow::Result<()> {
    let bytes = Bytes::from(std::fs::read(bytes)?);
    let bare = Arc::new(Bare { base: Mutex::new(base), partnership, bytes });
    let app = Router::new()
        .route("/bytes", get(same_bytes))
        .route("/partners", get(partners))
        .route("/plan", get(plan))
        .route("/cards", get(cards))
        .with_state(bare);
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("listening on http://{}", listener.local_addr()?);
    Ok(axum::serve(listener, app).await?)
}

async fn same_bytes(State(bare): State<Arc<Bare>>) -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/html; charset=utf-8"), (CONTENT_ENCODING, "gzip")], bare.bytes.clone())
}

/// A page as long as the file, made each time: cards with a heading, six facts and two links, and nothing looked up.
async fn cards(State(bare): State<Arc<Bare>>) -> Html<String> {
    let facts = [
        ("May I use it?", "Yes. Open to everyone."),
        ("Cost", "Free"),
        ("Languages spoken there", "English, French and Arabic"),
        ("Hours", "Open now, until 17:00"),
        ("Where", "12 Maple Street, Hamilton, ON L8R 2L3"),
        ("Checked", "Verified (last on May 1, 2026)"),
    ];
    let card = |n: usize| {
        html! { article.card { h2 { a href={ "/help/" (n) } { "Service " (n) " for people who are new in town" } }
            p { "Organization " (n / 10) }
            dl { @for (word, fact) in facts { div { dt { (word) } dd { (fact) } } } }
            p.acts { a href="tel:9055550100" { "905-555-0100" } " " a.btn.plain href={ "/help/" (n) } { "All details" } }
        } }
    };
    let (head, one) = (200, card(1_000).into_string().len());
    let count = bare.bytes.len().saturating_sub(head) / one.max(1);
    let page = html! { (maud::DOCTYPE) html lang="en" { head { meta charset="utf-8"; title { "Find help" } link rel="stylesheet" href="/assets/kith.css"; }
        body { main { h1 { "Find help" } @for n in 1_000..1_000 + count { (card(n)) } } }
    } };
    Html(page.into_string())
}

async fn partners(State(bare): State<Arc<Bare>>) -> Result<Html<String>, String> {
    table(&bare).map(Html).map_err(|failure| format!("{failure:#}"))
}

async fn plan(State(bare): State<Arc<Bare>>) -> Result<Html<String>, String> {
    plan_table(&bare).map(Html).map_err(|failure| format!("{failure:#}"))
}

/// The name in English of a text per language as it is kept.
fn english(kept: &str) -> anyhow::Result<String> {
    let text: serde_json::Value = serde_json::from_str(kept)?;
    let english = text.get("en").context("no English")?;
    let words = english.as_str().or_else(|| english.get("text")?.as_str());
    Ok(words.context("no words")?.to_owned())
}

fn table(bare: &Bare) -> anyhow::Result<String> {
    let base = bare.base.lock().unwrap_or_else(PoisonError::into_inner);
    let mut statement = base.prepare_cached(LIST)?;
    let mut found = statement.query([&bare.partnership])?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        let (slug, name, sector): (String, String, Option<String>) = (row.get(1)?, row.get(2)?, row.get(3)?);
        let sector = sector.map(|name| english(&name)).transpose()?;
        let (langs, joined, left): (Option<String>, Option<String>, Option<String>) =
            (row.get(5)?, row.get(8)?, row.get(9)?);
        rows.push((slug, english(&name)?, sector, row.get::<_, bool>(4)?, langs, joined, left));
    }
    let page = html! { table {
        thead { tr { @for head in ["Name", "Sector", "Kind", "Languages", "Standing", "Joined", "Left"] { th scope="col" { (head) } } } }
        tbody { @for (slug, name, sector, formal, langs, joined, left) in &rows { tr {
            th scope="row" { a href={ "/work/partners/" (slug) } { (name) } }
            td { @if let Some(sector) = sector { (sector) } }
            td { (if *formal { "Organization" } else { "Informal group" }) }
            td { @if let Some(langs) = langs { (langs.replace(' ', ", ")) } }
            td { span.state { (if left.is_some() { "Has left" } else if joined.is_some() { "Partner" } else { "Prospect" }) } }
            td { @if let Some(day) = joined { time datetime=(day) { (day) } } }
            td { @if let Some(day) = left { time datetime=(day) { (day) } } }
        } } }
    } };
    Ok(page.into_string())
}

fn plan_table(bare: &Bare) -> anyhow::Result<String> {
    let base = bare.base.lock().unwrap_or_else(PoisonError::into_inner);
    let mut counts = Vec::new();
    for count in COUNTED {
        let mut statement = base.prepare_cached(count)?;
        let mut found = statement.query([&bare.partnership])?;
        while let Some(row) = found.next()? {
            counts.push(row.get_ref(0)?.as_str().map(str::to_owned).unwrap_or_default());
        }
    }
    let mut statement = base.prepare_cached(TABLE)?;
    let mut found = statement.query([&bare.partnership])?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        let (id, code, kind, title): (String, String, String, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        let (from, to, confirmed, reported): (
            Option<String>,
            Option<String>,
            Option<String>,
            Option<String>,
        ) = (row.get(4)?, row.get(5)?, row.get(6)?, row.get(7)?);
        let names: Vec<serde_json::Value> = serde_json::from_str(&row.get::<_, String>(8)?)?;
        let leads =
            names.iter().map(|name| english(&name.to_string())).collect::<anyhow::Result<Vec<_>>>()?;
        rows.push((id, code, kind, english(&title)?, leads.join("; "), from, to, confirmed.or(reported)));
    }
    let page = html! {
        select { @for count in &counts { option { (count) } } }
        table {
            thead { tr { @for head in ["Code", "Choose", "What it is", "What it says", "Lead", "When", "How far"] { th scope="col" { (head) } } } }
            tbody { @for (id, code, kind, title, leads, from, to, state) in &rows { tr {
                th scope="row" { a href={ "/work/plan/lines/" (id) } { (code) } }
                td { input type="checkbox" name="line" value=(id) aria-label={ "Choose " (code) }; }
                td { (kind) }
                td { (title) }
                td { (leads) }
                td { @if let Some(from) = from { (from) } @if let Some(to) = to { " to " (to) } }
                td { span.state { @if let Some(state) = state { (state) } } }
            } } }
        }
    };
    Ok(page.into_string())
}
