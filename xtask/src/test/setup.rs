//! What the tests need beside Rust: PostgreSQL, Chromium, Node, two packages for the browser and one that is another house to sign
//! in at, Python with three validators of others.

use anyhow::{Context, Result, bail, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Folders of tests that need packages, each with the list of them.
const WITH_PACKAGES: [&str; 2] = ["tests/browser", "tests/oidc"];

/// The folder whose tests need packages of Python, with the list of them.
pub const VALIDATORS_OF_HSDS: &str = "tests/hsds";

/// Names under which Chromium is found.
const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// Installs what is missing and says so. Fails with the command to give where this account may not install.
pub fn everything(root: &Path) -> Result<()> {
    let mut missing = Vec::new();
    if postgres_programs().is_none() {
        missing.push("postgresql");
    }
    if chromium().is_none() {
        missing.extend(["chromium", "fonts-dejavu-core"]);
    }
    if program("node").is_none() {
        missing.push("nodejs");
    }
    if program("npm").is_none() {
        missing.push("npm");
    }
    if program("python3").is_none() {
        missing.extend(["python3", "python3-venv"]);
    }
    debian(&missing)?;
    python_packages(root, VALIDATORS_OF_HSDS)?;
    WITH_PACKAGES.iter().try_for_each(|folder| node_packages(root, folder))
}

/// The full path of a program on the search path.
pub fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// The browser: `KITH_CHROMIUM`, or the first one on the search path.
pub fn chromium() -> Option<PathBuf> {
    let named = std::env::var_os("KITH_CHROMIUM").map(PathBuf::from);
    named.or_else(|| CHROMIUM.iter().find_map(|name| program(name)))
}

/// The folder of `initdb` and `postgres`: Debian's of the highest version, or one on the search path.
pub fn postgres_programs() -> Option<PathBuf> {
    let version = |path: &PathBuf| path.file_name().and_then(|name| name.to_str()?.parse::<u32>().ok());
    let folders =
        std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path());
    let debian = folders.filter(|folder| folder.join("bin/postgres").is_file()).max_by_key(version);
    let on_path = || program("initdb").and_then(|file| file.parent().map(Path::to_path_buf));
    debian.map(|folder| folder.join("bin")).or_else(on_path)
}

/// Whether this process runs as the superuser.
pub fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
}

fn debian(packages: &[&str]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    let advice =
        format!("please install: {list} (on Debian: apt-get install {list}), or run the tests with --fast");
    ensure!(program("apt-get").is_some(), "{advice}");
    let prefix: &[&str] = if is_root() { &[] } else { &["sudo", "-n"] };
    if let [sudo, ..] = prefix {
        ensure!(program(sudo).is_some(), "{advice}");
    }
    println!("installing Debian packages: {list}");
    for step in [&["update"][..], &["install", "--yes", "--no-install-recommends"][..]] {
        let wanted = if step.contains(&"install") { packages } else { &[] };
        let words: Vec<&str> =
            prefix.iter().chain(&["apt-get", "-qq"]).chain(step).chain(wanted).copied().collect();
        let Some((program, arguments)) = words.split_first() else { continue };
        let status = Command::new(program).args(arguments).env("DEBIAN_FRONTEND", "noninteractive").status();
        if !status.is_ok_and(|status| status.success()) {
            bail!("{advice}");
        }
    }
    Ok(())
}

/// Installs the packages of the lock file, unless they are the ones already there.
fn node_packages(root: &Path, of: &str) -> Result<()> {
    let folder = root.join(of);
    let lock = std::fs::read_to_string(folder.join("package-lock.json"))
        .with_context(|| format!("{of}/package-lock.json: these tests are not here"))?;
    let stamp = folder.join("node_modules/installed-lock.json");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("installing Node packages of {of}/package-lock.json");
    let status = Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(&folder)
        .status()
        .context("npm")?;
    ensure!(status.success(), "npm ci in {of} failed");
    std::fs::write(stamp, lock).context("the note of what is installed")
}

/// The interpreter that has the packages of Python, once they are installed.
pub fn python(root: &Path, of: &str) -> PathBuf {
    root.join(of).join(".venv/bin/python")
}

/// Installs the packages of a folder's list, unless they are the ones already there.
pub fn python_packages(root: &Path, of: &str) -> Result<()> {
    let folder = root.join(of);
    let file = folder.join("requirements.txt");
    let list = std::fs::read_to_string(&file)
        .with_context(|| format!("{of}/requirements.txt: these tests are not here"))?;
    let stamp = folder.join(".venv/installed-requirements.txt");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == list) {
        return Ok(());
    }
    println!("installing Python packages of {of}/requirements.txt");
    let make = || Command::new("python3").args(["-m", "venv", "--clear"]).arg(folder.join(".venv")).status();
    if !make().context("python3")?.success() {
        // Debian keeps what this needs in a package of its own.
        debian(&["python3-venv"])?;
        ensure!(make().context("python3")?.success(), "python3 -m venv in {of} failed");
    }
    let status = Command::new(python(root, of))
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--requirement",
        ])
        .arg(&file)
        .status()
        .context("pip")?;
    ensure!(status.success(), "pip install in {of} failed");
    std::fs::write(stamp, list).context("the note of what is installed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_found_by_name_and_an_invented_one_is_not() {
        assert!(program("cargo").is_some());
        assert!(program("no-such-program-anywhere").is_none());
    }
}
