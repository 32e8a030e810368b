//! A long sheet through the program as people use it: uploaded, compared, taken in, while somebody else goes on writing in the same
//! partnership. Beside it the same file, read by the `csv` crate and nothing else.

use super::{
    Build, built, cost,
    pages::{PARTNERSHIP, Scratch},
    server::{Ask, Server, Told},
    table::{Figure, Limit},
};
use anyhow::{Context, Result, ensure};
use std::{
    fmt::Write as _,
    path::Path,
    process::Command,
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

/// Rows of the sheet; fewer for a development build, which takes twenty times as long.
const ROWS: (usize, usize) = (100_000, 5_000);
/// People of each organization, each in a row of its own.
const PEOPLE: usize = 5;
/// What a row may cost beside reading it. It is written down as it came, read again, cleaned, compared and written down with what was
/// found, then becomes somebody with an address, a number and an entry in the history, part of it an organization: some thirty rows
/// in the tables with twice as many places in their indexes, all safely on the disk. Reading it takes less than a microsecond.
/// 1,877 times was measured, and the reference, eleven thousandths of a second, moves by a third.
const MOST: f64 = 2_500.0;
/// Memory that the program may take at most, in bytes.
const MEMORY: u64 = 256 * 1024 * 1024;
/// So long another writer of the same partnership may wait.
const WAIT: Duration = Duration::from_millis(200);
/// How often the other writer writes.
const PAUSE: Duration = Duration::from_millis(25);
/// An import that takes longer does not end.
const PATIENCE: Duration = Duration::from_secs(3_600);
/// What the columns of the sheet say.
const COLUMNS: [&str; 8] = ["name", "sector", "language", "person", "title", "mail", "phone", "note"];
/// The words of the list of imports for one that is compared, and for one that is in.
const CHECKED: &str = "Ready to be decided";
const TAKEN: &str = ",In,";

/// Imports the sheet and says what it cost; fails when another writer waited too long, or the program took too much memory.
pub fn figures(root: &Path, build: Build) -> Result<Vec<Figure>> {
    let program = built(root, build, &["--package", "kith"], "kith")?;
    let bare = built(root, build, &["--package", "kith", "--example", "bare"], "examples/bare")?;
    let data = Scratch::new()?;
    let rows = if build == Build::Release { ROWS.0 } else { ROWS.1 };
    let file = data.path().join("long.csv");
    std::fs::write(&file, sheet(rows))?;
    let server =
        Server::start(Command::new(&program).args(["demo", "--port", "0", "--data"]).arg(data.path()))?;
    let cookie = server.sign_in("/demo/sign-in", &format!("partnership={PARTNERSHIP}&as=coordinator"))?;
    let alone = Waits::of(&server, &cookie, |_| {
        std::thread::sleep(Duration::from_secs(2));
        Ok(())
    })?;
    let begun = crate::now();
    let before = cost::of_process(server.id())?;
    let waits = Waits::of(&server, &cookie, |done| through(&server, &cookie, (&file, rows), done))?;
    let spent = cost::of_process(server.id())? - before;
    let read = (0..3).map(|_| cost::spent(Command::new(&bare).arg("csv").arg(&file)));
    let read = read.collect::<Result<Vec<_>>>()?;
    let cells = format!("{} rows, {} cells\n", rows + 1, (rows + 1) * COLUMNS.len());
    let read_as = read.first().map(|spent| spent.printed.clone()).unwrap_or_default();
    ensure!(read_as == cells.repeat(TIMES), "the csv crate reads another file: {read_as}");
    let cheapest = read.iter().map(|spent| spent.seconds).fold(f64::INFINITY, f64::min)
        / f64::from(u16::try_from(TIMES)?);
    let peak = server.peak_memory()?;
    println!(
        "import of {rows} rows: {:.0} s of wall time, {} MiB at most",
        begun.elapsed().as_secs_f64(),
        peak >> 20
    );
    println!("another writer alone: {}; beside the import: {}", alone.told(), waits.told());
    if build == Build::Release {
        ensure!(peak <= MEMORY, "the import took {peak} bytes of memory, at most {MEMORY}");
        ensure!(waits.longest() <= WAIT, "another writer waited {:?}, at most {WAIT:?}", waits.longest());
    }
    drop(server);
    let long = built(root, build, &["--package", "kith", "--example", "long"], "examples/long")?;
    inside(&long, &file, "sqlite", build)?;
    if std::env::var_os("KITH_TEST_POSTGRES").is_some() {
        inside(&long, &file, "postgres", build)?;
    }
    Ok(vec![Figure {
        name: format!("import of {rows} rows"),
        ours: spent,
        reference: Some(cheapest),
        limit: Limit::Times(MOST),
    }])
}

/// The same sheet within one process, on one of the two databases; then a sheet that changes as many records as one may, since the
/// transaction that shows an import writes its changes too; then its undo, the first sheet compared with all that is kept by then, and its undo.
fn inside(program: &Path, file: &Path, on: &str, build: Build) -> Result<()> {
    let told = cost::spent(Command::new(program).arg(on).arg(file).arg(CHANGES.to_string()))?;
    print!("{}", told.printed);
    let longest = most(&told.printed, "waited ").context("no wait was told")?;
    let peak = most(&told.printed, "memory ").context("no memory was told")?.saturating_mul(1024);
    if build == Build::Release {
        ensure!(
            u128::from(longest) <= WAIT.as_millis(),
            "{on}: another writer waited {longest} ms, at most {WAIT:?}"
        );
        ensure!(peak <= MEMORY, "{on}: the imports took {peak} bytes of memory, at most {MEMORY}");
    }
    Ok(())
}

/// The largest number that stands after a word.
fn most(printed: &str, word: &str) -> Option<u64> {
    printed.split(word).skip(1).filter_map(|rest| rest.split_whitespace().next()?.parse().ok()).max()
}

/// Organizations that one import may change at most (`platform::batch::MOST_CHANGES`).
const CHANGES: usize = 1_000;

/// So often the bare program reads the file: once is over before it can be measured.
pub const TIMES: usize = 20;

/// A sheet of organizations, several rows each, as an office keeps them.
fn sheet(rows: usize) -> String {
    let mut text = String::from("Organization,Sector,Languages,Contact,Position,E-mail,Phone,Notes\n");
    let sectors = ["Library", "Housing", "Health", "School board", "Food security"];
    let langs = ["English", "French", "\"English, French\"", "Arabic", ""];
    for row in 0..rows {
        let (of, who) = (row / PEOPLE, row % PEOPLE);
        let pick = |all: [&'static str; 5], at: usize| all.get(at % 5).copied().unwrap_or_default();
        let (sector, lang) = (pick(sectors, of), pick(langs, of / 5));
        let note = if who == 0 { "met at the fair" } else { "" };
        // Writing to a text does not fail.
        let _ = writeln!(
            text,
            "{} Society {of},{sector},{lang},{} Number{row},Contact {who},p{row}@example.org,613 555-{:04},{note}",
            pick(["Maple", "Birch", "Cedar", "Willow", "Alder"], of / 7),
            pick(["Amina", "Bo", "Claire", "Dana", "Elif"], who),
            row % 10_000
        );
    }
    text
}

/// Hands the sheet in, confirms its columns, waits, takes it in, waits.
fn through(server: &Server, cookie: &str, (file, rows): (&Path, usize), done: &AtomicBool) -> Result<()> {
    let base = format!("/{PARTNERSHIP}/work/import/partners");
    let handed = server.upload(&base, cookie, file)?;
    let address = location(&handed)?;
    let page = server.once(&Ask { path: &address, cookie, packed: false })?;
    let columns: Vec<String> =
        COLUMNS.iter().zip(0..).map(|(key, at)| format!("column-{at}={key}")).collect();
    let form = format!("version={}&{}", version(&page)?, columns.join("&"));
    location(&server.post(&format!("{address}/mapping"), cookie, &form)?)?;
    until(server, cookie, &base, CHECKED)?;
    let page = server.once(&Ask { path: &format!("{address}/mapping"), cookie, packed: false })?;
    location(&server.post(&format!("{address}/taking"), cookie, &format!("version={}", version(&page)?))?)?;
    until(server, cookie, &base, TAKEN)?;
    done.store(true, Ordering::Relaxed);
    let list = server.once(&Ask {
        path: &format!("/{PARTNERSHIP}/work/partners?q=society"),
        cookie,
        packed: false,
    })?;
    let words = String::from_utf8_lossy(&list.body).replace([',', '\u{a0}', '\u{202f}'], "");
    ensure!(words.contains(&format!("of {}", rows / PEOPLE)), "not all of the sheet is in");
    Ok(())
}

/// Where an answer leads.
fn location(told: &Told) -> Result<String> {
    let to = told
        .header("location")
        .with_context(|| format!("{:?}: {}", told.head.first(), String::from_utf8_lossy(&told.body)))?;
    Ok(to.split('?').next().unwrap_or_default().to_owned())
}

fn version(page: &Told) -> Result<String> {
    let body = String::from_utf8_lossy(&page.body);
    let (_, rest) = body.split_once("name=\"version\" value=\"").context("a page without a version")?;
    Ok(rest.split('"').next().unwrap_or_default().to_owned())
}

/// Waits until the newest import has come so far.
fn until(server: &Server, cookie: &str, base: &str, state: &str) -> Result<()> {
    let (begun, path) = (crate::now(), format!("{base}?as=csv"));
    while begun.elapsed() < PATIENCE {
        let list = server.once(&Ask { path: &path, cookie, packed: false })?;
        let list = String::from_utf8_lossy(&list.body).into_owned();
        if list.lines().nth(1).is_some_and(|newest| newest.contains(state)) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(500));
    }
    anyhow::bail!("the import does not come to: {state}")
}

/// How long somebody else waited for each thing that she wrote.
struct Waits(Vec<Duration>);

impl Waits {
    /// Adds one person after another in the same partnership, while something else happens.
    fn of(server: &Server, cookie: &str, meanwhile: impl FnOnce(&AtomicBool) -> Result<()>) -> Result<Self> {
        let over = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let other = scope.spawn(|| {
                let mut all = Vec::new();
                while !over.load(Ordering::Relaxed) {
                    let begun = crate::now();
                    let form = format!("name=Somebody+Else+{}&lang=en&visibility=staff", all.len());
                    location(&server.post(&format!("/{PARTNERSHIP}/work/people"), cookie, &form)?)?;
                    all.push(begun.elapsed());
                    std::thread::sleep(PAUSE);
                }
                Ok(Self(all))
            });
            let came = meanwhile(&over);
            over.store(true, Ordering::Relaxed);
            let waits: Result<Self> =
                other.join().map_err(|_| anyhow::anyhow!("the other writer gave up"))?;
            came?;
            waits
        })
    }

    fn longest(&self) -> Duration {
        self.0.iter().max().copied().unwrap_or_default()
    }

    fn told(&self) -> String {
        let mut all = self.0.clone();
        all.sort_unstable();
        let at =
            |hundredth: usize| all.get(all.len() * hundredth / 100).copied().unwrap_or_default().as_millis();
        format!(
            "{} writes, {} ms in the middle, {} ms for 99 of 100, {} ms at most",
            all.len(),
            at(50),
            at(99),
            self.longest().as_millis()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_has_its_rows_and_columns_and_fits_into_an_upload() {
        let text = sheet(ROWS.0);
        assert_eq!(text.lines().count(), ROWS.0 + 1);
        assert!(text.len() < 20_000_000, "{}", text.len());
        assert!(text.lines().nth(1).unwrap().starts_with("Maple Society 0,Library,English,Amina Number0,"));
    }

    #[test]
    fn of_several_stages_the_worst_counts() {
        let printed = "a: waited 12 of 300 writes; memory 4000\nb: waited 7 of 2 writes; memory 9000\n";
        assert_eq!((most(printed, "waited "), most(printed, "memory ")), (Some(12), Some(9000)));
        assert_eq!(most("nothing", "waited "), None);
    }

    #[test]
    fn the_longest_wait_counts_and_not_the_middle() {
        let waits = Waits((1..=100).map(Duration::from_millis).collect());
        assert_eq!(waits.longest(), Duration::from_millis(100));
        assert!(waits.told().starts_with("100 writes, 51 ms in the middle, 100 ms for 99 of 100"));
    }
}
