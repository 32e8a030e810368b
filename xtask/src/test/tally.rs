//! Counting results from what test programs print.

/// How many tests passed and failed, and the names of those that failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
    /// Names of the failed ones, as printed.
    pub failures: Vec<String>,
}

impl Tally {
    /// Reads one printed line: libtest's `test result: …`, the browser runner's `N passed, N failed`, or the
    /// line of one failed test (`test NAME ... FAILED`, `not ok NAME`).
    pub fn read(&mut self, line: &str) {
        let plain = line.trim();
        if let Some(name) = plain.strip_prefix("test ").and_then(|rest| rest.strip_suffix(" ... FAILED")) {
            self.failures.push(name.to_owned());
        } else if let Some(name) = plain.strip_prefix("not ok ") {
            self.failures.push(name.to_owned());
        } else if let Some((_, counts)) =
            plain.strip_prefix("test result: ").and_then(|rest| rest.split_once(". "))
        {
            self.add(count(counts, "passed"), count(counts, "failed"));
        } else if let (Some(passed), Some(failed)) = (count(plain, "passed"), count(plain, "failed"))
            && plain == format!("{passed} passed, {failed} failed")
        {
            self.add(Some(passed), Some(failed));
        }
    }

    fn add(&mut self, passed: Option<usize>, failed: Option<usize>) {
        self.passed += passed.unwrap_or(0);
        self.failed += failed.unwrap_or(0);
    }

    /// Adds the results of another program.
    pub fn merge(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.failures.extend(other.failures);
    }
}

/// The number before `word` in `42 passed; 1 failed; …` or `42 passed, 1 failed`.
fn count(text: &str, word: &str) -> Option<usize> {
    let part = text.split([';', ',']).map(str::trim).find(|part| part.ends_with(word))?;
    part.strip_suffix(word)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(printed: &str) -> Tally {
        let mut tally = Tally::default();
        printed.lines().for_each(|line| tally.read(line));
        tally
    }

    #[test]
    fn results_of_several_programs_are_added_up() {
        let sum = tally(
            "running 2 tests\ntest rules::a_full_council_refuses ... FAILED\ntest b ... ok\n
             test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.01s\n
             test result: ok. 40 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.01s\n
             ok home is clean\nnot ok home in Arabic: no h1\n12 passed, 1 failed",
        );
        assert_eq!((sum.passed, sum.failed), (53, 2));
        assert_eq!(sum.failures, ["rules::a_full_council_refuses", "home in Arabic: no h1"]);
    }

    #[test]
    fn prose_about_passing_and_failing_counts_nothing() {
        assert_eq!(tally("3 passed, 1 failed of yesterday\nit said 2 passed, 0 failed"), Tally::default());
    }
}
