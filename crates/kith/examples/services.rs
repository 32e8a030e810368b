//! How much memory an import of services takes: `services FILE`, a package of HSDS. It is read, checked and compared on a database of its own, as a dry run
//! on the console does. Prints how many services it would add and the most memory of this process, in KiB. `cargo xtask bench --hsds` runs it.
#![expect(clippy::print_stdout, reason = "its output is its result")]

use anyhow::{Context, bail};
use platform::{
    batch::{
        Verdict,
        at_console::{self, Brought},
    },
    testing::Site,
};

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file] = arguments.as_slice() else { bail!("services FILE") };
    let site = Site::sqlite(kith::rooms()).await;
    let ctx = site.ctx(site.coordinator());
    let bytes = std::fs::read(file).with_context(|| file.clone())?;
    let told = at_console::import(&ctx, "services", Brought::new("inventory.zip", bytes).dry()).await?;
    let adds = told.counts.get(&Verdict::Add).copied().unwrap_or(0);
    let others = told.counts.values().sum::<i64>() - adds;
    println!("adds {adds} others {others}");
    println!("memory {}", memory().context("no memory was told")?);
    Ok(())
}

/// The most memory that this process has had at once, in KiB.
fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
