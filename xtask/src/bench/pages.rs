//! Pages of the demo, as one visitor after another asks for them, beside the same answer without the platform.

use super::{
    Build, ROUNDS, built,
    server::{Ask, Server},
    table::{Figure, Limit},
};
use anyhow::{Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// Requests for one page in one round.
const REQUESTS: u32 = 2_000;
/// Requests for one long list in one round.
const LISTS: u32 = 50;
/// Partners in the long list.
const PARTNERS: usize = 500;
/// The invented partnership of the demo, and a page of its public site that costs statements to make.
pub const PARTNERSHIP: &str = "portage-falls";
const COUNCIL: &str = "/london-middlesex/en/who-we-are/central-council";
/// A whole plan on a public site: 4 priorities, 16 goals, 57 actions.
const PLAN: &str = "/hamilton/en/our-plan";
/// Lines in the long plan, and rows of its table on one page.
const LINES: usize = 5_000;
const LINE_ROWS: usize = 500;
/// What a page that is made anew may cost beside the same number of bytes that lie ready.
const FRONT: f64 = 25.0;
/// Memory that the demo may take at most, in bytes.
const MEMORY: u64 = 100 * 1024 * 1024;
/// Bytes of a first view, page and style, packed.
const FIRST_VIEW: usize = 14 * 1024;

/// Start, memory, the first view, a kept page and a long list.
pub fn figures(root: &Path, build: Build) -> Result<Vec<Figure>> {
    let program = built(root, build, &["--package", "kith"], "kith")?;
    let bare = built(root, build, &["--package", "kith", "--example", "bare"], "examples/bare")?;
    let data = Scratch::new()?;
    let server =
        Server::start(Command::new(&program).args(["demo", "--port", "0", "--data"]).arg(data.path()))?;
    println!("demo on fresh data listened after {:.2} s of wall time", server.waited.as_secs_f64());
    let mut figures = vec![Figure {
        name: "demo until it listens".to_owned(),
        ours: server.start,
        reference: None,
        limit: Limit::Seconds(1.0),
    }];
    let packed = Ask { packed: true, ..Ask::default() };
    let front = Ask { path: "/", ..packed };
    let bytes = server.once(&front)?.body;
    figures.push(beside(&Beside {
        name: "front of the demo, made each time",
        ours: (&server, &front),
        other: &reference(&bare, &data, &bytes)?,
        path: "/bytes",
        count: REQUESTS,
        most: FRONT,
        same: Same::Size,
    })?);
    for (name, path) in [("public council page, kept", COUNCIL), ("a whole plan for the public, kept", PLAN)]
    {
        let ask = Ask { path, ..packed };
        let page = server.once(&ask)?;
        first_view(&server, path, &page.body)?;
        figures.push(beside(&Beside {
            name,
            ours: (&server, &ask),
            other: &reference(&bare, &data, &page.body)?,
            path: "/bytes",
            count: REQUESTS,
            most: 2.0,
            same: Same::Bytes,
        })?);
    }
    figures.push(long_list(&server, &bare, &data)?);
    figures.push(long_plan(&server, &bare, &data)?);
    let peak = server.peak_memory()?;
    println!("memory of the demo at most: {} MiB", peak / 1024 / 1024);
    ensure!(peak <= MEMORY || build == Build::Dev, "the demo took {peak} bytes of memory, at most {MEMORY}");
    Ok(figures)
}

/// The signed-in list of partners beside its statement and its table.
fn long_list(server: &Server, bare: &Path, data: &Scratch) -> Result<Figure> {
    let count = PARTNERS.to_string();
    let crowd = Command::new(bare).arg("crowd").arg(data.database()).args([PARTNERSHIP, &count]).status()?;
    ensure!(crowd.success(), "no {PARTNERS} partners could be made");
    let cookie = server.sign_in("/demo/sign-in", &format!("partnership={PARTNERSHIP}&as=coordinator"))?;
    let path = format!("/{PARTNERSHIP}/work/partners?rows={PARTNERS}");
    beside(&Beside {
        name: "list of 500 partners, signed in",
        ours: (server, &Ask { path: &path, cookie: &cookie, packed: false }),
        other: &reference(bare, data, b"")?,
        path: "/partners",
        count: LISTS,
        most: 3.0,
        same: Same::Rows(PARTNERS),
    })
}

/// The table of a plan of 5,000 lines, narrowed by kind, 500 rows of it, beside its statements and its table.
fn long_plan(server: &Server, bare: &Path, data: &Scratch) -> Result<Figure> {
    let count = LINES.to_string();
    let long = Command::new(bare).arg("lines").arg(data.database()).args([PARTNERSHIP, &count]).status()?;
    ensure!(long.success(), "no {LINES} lines could be made");
    let cookie = server.sign_in("/demo/sign-in", &format!("partnership={PARTNERSHIP}&as=coordinator"))?;
    let path = format!("/{PARTNERSHIP}/work/plan/table?kind=action&rows={LINE_ROWS}");
    beside(&Beside {
        name: "table of a plan of 5,000 lines, 500 rows",
        ours: (server, &Ask { path: &path, cookie: &cookie, packed: false }),
        other: &reference(bare, data, b"")?,
        path: "/plan",
        count: LISTS,
        most: 3.0,
        same: Same::Rows(LINE_ROWS),
    })
}

/// The bare program, with `bytes` to answer.
fn reference(bare: &Path, data: &Scratch, bytes: &[u8]) -> Result<Server> {
    let file = data.path().join("bytes");
    std::fs::write(&file, bytes)?;
    Server::start(Command::new(bare).arg("serve").arg(data.database()).arg(PARTNERSHIP).arg(&file))
}

/// One address of ours and the bare one that gives the same.
struct Beside<'a> {
    name: &'static str,
    ours: (&'a Server, &'a Ask<'a>),
    other: &'a Server,
    path: &'static str,
    count: u32,
    most: f64,
    same: Same,
}

/// In what the two answers must agree before they are compared.
enum Same {
    /// Byte for byte.
    Bytes,
    /// About as long: a page made each time carries a new form key.
    Size,
    /// So many rows of a table.
    Rows(usize),
}

/// Asks both in turn; the cheapest round of each counts. A page that differs from its reference gives no figure.
fn beside(of: &Beside<'_>) -> Result<Figure> {
    let (server, ask) = of.ours;
    let bare = Ask { path: of.path, cookie: "", packed: ask.packed };
    let (ours, other) = (server.once(ask)?, of.other.once(&bare)?);
    match of.same {
        Same::Bytes => ensure!(ours.body == other.body, "{}: the bytes differ", of.name),
        Same::Size => {
            let (long, bare_long) = (ours.body.len(), other.body.len());
            ensure!(long.abs_diff(bare_long) * 20 < bare_long, "{}: {long} and {bare_long} bytes", of.name);
        }
        Same::Rows(count) => {
            let (rows, bare_rows) = (ours.rows(), other.rows());
            ensure!(rows == count + 1 && bare_rows == rows, "{}: {rows} and {bare_rows} rows", of.name);
            println!("{}: {} bytes, without the platform {}", of.name, ours.body.len(), other.body.len());
        }
    }
    let (mut best, mut reference) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..ROUNDS {
        best = best.min(server.cost_of(ask, of.count)?);
        reference = reference.min(of.other.cost_of(&bare, of.count)?);
    }
    Ok(Figure {
        name: of.name.to_owned(),
        ours: best,
        reference: Some(reference),
        limit: Limit::Times(of.most),
    })
}

/// A page and its style, as they come over the line to somebody who was never here.
fn first_view(server: &Server, path: &str, page: &[u8]) -> Result<()> {
    let told = server.once(&Ask { path, ..Ask::default() })?;
    let html = String::from_utf8_lossy(&told.body).into_owned();
    let mut bytes = page.len();
    for style in html.split("<link ").skip(1).filter(|link| link.contains("stylesheet")) {
        let style = style.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        bytes += server.once(&Ask { path: style, cookie: "", packed: true })?.body.len();
    }
    println!("first view of {path}, page and style packed: {bytes} bytes, at most {FIRST_VIEW}");
    ensure!(bytes <= FIRST_VIEW, "the first view of {path} takes {bytes} bytes");
    Ok(())
}

/// A folder of this run's own, gone afterwards.
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes it.
    pub fn new() -> Result<Self> {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let n = MADE.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("kith-bench-{}-{n}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    fn database(&self) -> PathBuf {
        self.0.join("kith.sqlite")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}
