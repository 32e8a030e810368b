//! A private PostgreSQL cluster for one run of the tests: its own folder, its own port, gone afterwards.

use super::setup;
use anyhow::{Context, Result, bail, ensure};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Beginning of the names of cluster folders; the process id of the run follows.
const PREFIX: &str = "kith-postgres-";

/// Nothing here must survive the run, so nothing waits for the disk.
const SETTINGS: &[&str] = &[
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=300",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "shared_buffers=128MB",
];

/// A running cluster, stopped and deleted when dropped.
pub struct Cluster {
    programs: PathBuf,
    account: Option<Account>,
    folder: PathBuf,
    server: Child,
    /// Where tests connect, as they expect it in `KITH_TEST_POSTGRES`.
    pub url: String,
}

/// The account that runs the server: PostgreSQL refuses to run as the superuser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Account {
    uid: u32,
    gid: u32,
}

impl Cluster {
    /// Makes and starts a cluster for tests, and waits until it answers.
    pub fn start() -> Result<Self> {
        Self::with(&[])
    }

    /// The same with settings beside or instead of those for tests.
    pub fn with(settings: &[&str]) -> Result<Self> {
        let programs = setup::postgres_programs().context("PostgreSQL is not installed")?;
        let account = if setup::is_root() { Some(Account::of("postgres")?) } else { None };
        remove_abandoned(&programs, account);
        let folder = std::env::temp_dir().join(format!("{PREFIX}{}", std::process::id()));
        std::fs::create_dir(&folder).with_context(|| folder.display().to_string())?;
        std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o700))?;
        if let Some(account) = account {
            std::os::unix::fs::chown(&folder, Some(account.uid), Some(account.gid))?;
        }
        initialize(&programs, account, &folder)?;
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let server = launch(&programs, account, &folder, (port, settings))?;
        let url = format!("postgres://postgres@127.0.0.1:{port}/postgres");
        let mut cluster = Self { programs, account, folder, server, url };
        cluster.wait_until_ready(port)?;
        Ok(cluster)
    }

    fn wait_until_ready(&mut self, port: u16) -> Result<()> {
        let until = crate::now() + Duration::from_secs(60);
        while crate::now() < until {
            if let Some(status) = self.server.try_wait()? {
                let log = std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                bail!("PostgreSQL ended at once ({status}):\n{log}");
            }
            let mut probe = as_account(&self.programs.join("pg_isready"), self.account, &self.folder);
            probe.args(["-q", "-h", "127.0.0.1", "-p", &port.to_string()]);
            if TcpStream::connect(("127.0.0.1", port)).is_ok()
                && probe.status().is_ok_and(|status| status.success())
            {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        bail!("PostgreSQL did not answer within a minute")
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        stop(&self.programs, self.account, &self.folder);
        if !matches!(self.server.try_wait(), Ok(Some(_))) {
            drop(self.server.kill());
        }
        drop(self.server.wait());
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

impl Account {
    /// Looks the account up in `/etc/passwd`.
    fn of(name: &str) -> Result<Self> {
        let accounts = std::fs::read_to_string("/etc/passwd").context("/etc/passwd")?;
        Self::find(&accounts, name).with_context(|| format!("there is no account {name} to run PostgreSQL"))
    }

    fn find(accounts: &str, name: &str) -> Option<Self> {
        let mut fields =
            accounts.lines().map(|line| line.split(':')).find(|line| line.clone().next() == Some(name))?;
        Some(Self { uid: fields.nth(2)?.parse().ok()?, gid: fields.next()?.parse().ok()? })
    }
}

fn as_account(program: &Path, account: Option<Account>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).env("LC_ALL", "C").stdin(Stdio::null());
    if let Some(account) = account {
        command.uid(account.uid).gid(account.gid);
    }
    command
}

fn initialize(programs: &Path, account: Option<Account>, folder: &Path) -> Result<()> {
    let mut command = as_account(&programs.join("initdb"), account, folder);
    command.args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "-D"]);
    let made = command.arg(folder.join("base")).output().context("initdb")?;
    ensure!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
    Ok(())
}

fn launch(
    programs: &Path,
    account: Option<Account>,
    folder: &Path,
    (port, settings): (u16, &[&str]),
) -> Result<Child> {
    let log = std::fs::File::create(folder.join("log"))?;
    let mut command = as_account(&programs.join("postgres"), account, folder);
    command.arg("-D").arg(folder.join("base")).args(["-p", &port.to_string()]);
    command.args(SETTINGS.iter().chain(settings).flat_map(|setting| ["-c", setting]));
    command.stdout(log.try_clone()?).stderr(log).spawn().context("postgres")
}

/// Asks the server of this folder to stop at once.
fn stop(programs: &Path, account: Option<Account>, folder: &Path) {
    let mut command = as_account(&programs.join("pg_ctl"), account, folder);
    command.args(["stop", "-m", "immediate", "-t", "20", "-s", "-D"]).arg(folder.join("base"));
    drop(command.stdout(Stdio::null()).stderr(Stdio::null()).status());
}

/// Stops and deletes clusters of runs that were killed before they could.
fn remove_abandoned(programs: &Path, account: Option<Account>) {
    for entry in std::fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(run) = name.strip_prefix(PREFIX).and_then(|id| id.parse::<u32>().ok()) else { continue };
        if Path::new(&format!("/proc/{run}")).exists() {
            continue;
        }
        let folder = entry.path();
        if is_running(&folder) {
            stop(programs, account, &folder);
        }
        drop(std::fs::remove_dir_all(folder));
    }
}

/// Whether the process named in the folder's lock file is the server of this folder, and not another that
/// was given the same number later.
fn is_running(folder: &Path) -> bool {
    let lock = std::fs::read_to_string(folder.join("base/postmaster.pid")).unwrap_or_default();
    let Some(process) = lock.lines().next().and_then(|line| line.trim().parse::<u32>().ok()) else {
        return false;
    };
    let command = std::fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&command).contains(&folder.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_found_by_its_whole_name() {
        let accounts =
            "root:x:0:0:root:/root:/bin/sh\npostgres2:x:7:8::/:/bin/sh\npostgres:x:105:112::/:/bin/sh\n";
        assert_eq!(Account::find(accounts, "postgres"), Some(Account { uid: 105, gid: 112 }));
        assert_eq!(Account::find(accounts, "post"), None);
    }
}
