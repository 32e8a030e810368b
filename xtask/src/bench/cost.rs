//! What programs cost: processor seconds, which do not depend on who else uses the machine as wall time does.

use anyhow::{Context, Result, ensure};
use std::process::{Command, Stdio};

/// Clock ticks a second in `/proc`, the same on every Linux that we meet (`getconf CLK_TCK`).
const TICKS: f64 = 100.0;

/// What one run cost and said.
#[derive(Clone, Debug, PartialEq)]
pub struct Spent {
    /// Processor seconds in user and system mode, with everything it waited for.
    pub seconds: f64,
    /// What it printed, to compare one way of doing the work with another.
    pub printed: String,
}

/// Runs a command to its end. Fails when it does; its complaints go where ours go.
pub fn spent(command: &mut Command) -> Result<Spent> {
    let name = command.get_program().to_string_lossy().into_owned();
    let before = children()?;
    let output =
        command.stdin(Stdio::null()).stderr(Stdio::inherit()).output().with_context(|| name.clone())?;
    ensure!(output.status.success(), "{name}: {}", output.status);
    let printed = String::from_utf8(output.stdout).with_context(|| name)?;
    Ok(Spent { seconds: children()? - before, printed })
}

/// Processor seconds of a running process, all its threads together: as the scheduler counts them, to the nanosecond. Clock ticks are too coarse for
/// what a kept page costs, and a tick is charged to whoever runs when it ends. Threads that have ended are not counted.
pub fn of_process(id: u32) -> Result<f64> {
    let path = format!("/proc/{id}/task");
    let mut all = 0.0;
    for thread in std::fs::read_dir(&path).with_context(|| path.clone())? {
        // A thread may end between being listed and being read.
        let Ok(text) = std::fs::read_to_string(thread?.path().join("schedstat")) else { continue };
        all += nanoseconds_in(&text).with_context(|| format!("{path} has another form"))? / 1e9;
    }
    Ok(all)
}

/// Largest memory that a running process has had at once, in bytes.
pub fn peak_memory(id: u32) -> Result<u64> {
    let path = format!("/proc/{id}/status");
    let text = std::fs::read_to_string(&path).with_context(|| path.clone())?;
    peak_in(&text).with_context(|| format!("{path} names no peak"))
}

/// Load of the machine over the last minute: how much to trust anything measured in wall time.
pub fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or("?").to_owned()
}

/// Processor seconds of all children that have ended, and of theirs.
fn children() -> Result<f64> {
    seconds_in("/proc/self/stat", 15)
}

fn seconds_in(path: &str, first: usize) -> Result<f64> {
    let text = std::fs::read_to_string(path).with_context(|| path.to_owned())?;
    ticks_in(&text, first).map(|ticks| ticks / TICKS).with_context(|| format!("{path} has another form"))
}

/// The sum of two neighbouring fields; counted from 0, and the name in parentheses may hold anything.
fn ticks_in(stat: &str, first: usize) -> Option<f64> {
    let (_, behind_name) = stat.rsplit_once(')')?;
    let mut fields = behind_name.split_whitespace().skip(first.checked_sub(2)?);
    let mut next = || fields.next()?.parse::<f64>().ok();
    Some(next()? + next()?)
}

/// The first field: time on a processor.
fn nanoseconds_in(schedstat: &str) -> Option<f64> {
    schedstat.split_whitespace().next()?.parse().ok()
}

fn peak_in(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_counted_behind_the_name_whatever_it_holds() {
        let stat = "42 (a) b (c)) S 1 2 3 4 5 6 7 8 9 10 150 50 700 300 20 0";
        assert_eq!(ticks_in(stat, 13), Some(200.0));
        assert_eq!(ticks_in(stat, 15), Some(1000.0));
        assert_eq!(ticks_in("42 (a) S 1", 13), None);
    }

    #[test]
    fn the_scheduler_tells_what_a_process_has_run() {
        assert_eq!(nanoseconds_in("339173372 222413096 220\n"), Some(339_173_372.0));
        assert_eq!(nanoseconds_in(""), None);
        // Of this thread: others of the test may end meanwhile.
        let own =
            || nanoseconds_in(&std::fs::read_to_string("/proc/thread-self/schedstat").unwrap()).unwrap();
        let before = own();
        let mut sum = 0_u64;
        for n in 0..5_000_000_u64 {
            sum = std::hint::black_box(sum.wrapping_add(n));
        }
        assert!(own() > before);
        assert!(of_process(std::process::id()).unwrap() > 0.0);
    }

    #[test]
    fn the_peak_is_read_in_bytes() {
        assert_eq!(peak_in("Name:\tkith\nVmHWM:\t    2048 kB\nVmRSS:\t 1 kB\n"), Some(2 * 1024 * 1024));
        assert_eq!(peak_in("Name:\tkith\n"), None);
    }

    #[test]
    fn work_costs_more_than_sleep_and_what_fails_is_no_figure() {
        let busy = "i=0; while [ $i -lt 150000 ]; do i=$((i+1)); done; echo $i";
        let work = spent(Command::new("sh").args(["-c", busy])).unwrap();
        let sleep = spent(Command::new("sleep").arg("0.2")).unwrap();
        assert_eq!(work.printed, "150000\n");
        assert!(work.seconds > sleep.seconds, "{} > {}", work.seconds, sleep.seconds);
        assert!(spent(&mut Command::new("false")).is_err());
    }
}
