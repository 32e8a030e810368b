//! What a long import asks of others who write in the same partnership: `long sqlite|postgres FILE CHANGES`.
//!
//! Takes the sheet of partners in, on a database of its own, while somebody else adds one person after another; then a sheet that changes
//! so many of the organizations at once, with somebody new and a number at each, and undoes that; then compares the first sheet once
//! more with all that is kept, and undoes it too. Prints how long the other waited at most, in milliseconds, and the most memory of this process.
//! `cargo xtask bench` runs it; PostgreSQL needs `KITH_TEST_POSTGRES`.
#![expect(clippy::print_stdout, reason = "its output is its result")]
#![expect(clippy::disallowed_methods, reason = "it measures the real time, of two who work at once")]

use anyhow::{Context, bail, ensure};
use partners::{NewPerson, add_person};
use platform::{
    batch::{
        BatchId, Verdict,
        at_console::{self, Brought, Told},
    },
    ctx::Ctx,
    langs::Lang,
    pages::ENTER,
    testing::Site,
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

/// People of each organization of the sheet.
const PEOPLE: usize = 5;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [on, file, changes] = arguments.as_slice() else { bail!("long sqlite|postgres FILE CHANGES") };
    let bytes = std::fs::read(file).with_context(|| file.clone())?;
    let site = match on.as_str() {
        "sqlite" => Site::sqlite(kith::rooms()).await,
        "postgres" => Site::postgres(kith::rooms()).await.context("KITH_TEST_POSTGRES is not set")?,
        other => bail!("no database: {other}"),
    };
    let (ctx, other) = (site.ctx(site.coordinator()), site.ctx(site.coordinator()));
    let text = String::from_utf8(bytes)?;
    let names: Vec<&str> =
        text.lines().skip(1).step_by(PEOPLE).filter_map(|line| line.split(',').next()).collect();
    let some = names.iter().take(changes.parse()?);
    let some = some
        .map(|name| format!("{name},called in spring,Ukrainian,Somebody New,new@example.org,613 555-0199\n"));
    let second = format!("Organization,Notes,Languages,Contact,E-mail,Phone\n{}", some.collect::<String>());
    let mut taken = Vec::new();
    for (what, sheet) in [("added", &text), ("changed", &second)] {
        let brought = Brought::new("long.csv", sheet.clone());
        let importing = at_console::import(&ctx, "partners", brought);
        let (told, waits) = beside(&other, importing).await?;
        taken.push(told.taken.with_context(|| format!("the sheet is not in: {:?}", told.refused.first()))?);
        says(on, what, &told, &waits);
    }
    undone(on, (&ctx, &other), (taken.pop(), "changes undone")).await?;
    let again = at_console::import(&ctx, "partners", Brought::new("long.csv", text).dry());
    let (told, waits) = beside(&other, again).await?;
    says(on, "compared", &told, &waits);
    undone(on, (&ctx, &other), (taken.pop(), "all undone")).await?;
    println!("{on}: memory {}", memory().unwrap_or_default());
    site.end().await;
    Ok(())
}

/// Takes an import back beside another writer, and prints how long she waited.
async fn undone(
    on: &str,
    (ctx, other): (&Ctx, &Ctx),
    (batch, what): (Option<BatchId>, &str),
) -> anyhow::Result<()> {
    let batch = batch.context("no import")?;
    let (kept, waits) = beside(other, at_console::undo(ctx, batch)).await?;
    ensure!(kept == 0, "{kept} changes were kept");
    says(on, what, &Told::default(), &waits);
    Ok(())
}

/// Prints what became of a sheet, and how long the other waited.
fn says(on: &str, what: &str, told: &Told, waits: &[Duration]) {
    let n = |verdict| told.counts.get(&verdict).copied().unwrap_or(0);
    let (new, changed, same) = (n(Verdict::Add), n(Verdict::Change), n(Verdict::Same));
    let longest = waits.iter().max().map_or(0, Duration::as_millis);
    println!(
        "{on} {what}: {new} new, {changed} changed, {same} the same; waited {longest} of {} writes; memory {}",
        waits.len(),
        memory().unwrap_or_default()
    );
}

/// Does something while somebody else writes; how long each of her writes took.
async fn beside<T>(
    other: &Ctx,
    work: impl Future<Output = platform::errors::Result<T>>,
) -> anyhow::Result<(T, Vec<Duration>)> {
    let over = Arc::new(AtomicBool::new(false));
    let (until, other) = (Arc::clone(&over), other.clone());
    let writing = tokio::spawn(async move {
        let mut all = Vec::new();
        while !until.load(Ordering::Relaxed) {
            let begun = Instant::now();
            let mut tx = other.write(ENTER).await?;
            add_person(&mut tx, &NewPerson::new("Somebody Else", Lang::En)).await?;
            tx.commit().await?;
            all.push(begun.elapsed());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok::<_, platform::errors::Error>(all)
    });
    let done = work.await;
    over.store(true, Ordering::Relaxed);
    let waits = writing.await?.map_err(|why| anyhow::anyhow!("{why:?}"))?;
    Ok((done.map_err(|why| anyhow::anyhow!("{why:?}"))?, waits))
}

/// The most kibibytes that this process held. Linux tells.
fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}
