//! A list of excused findings that may only shrink.

use super::Finding;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// The lines of one list, comments included, in their order.
pub struct Ratchet {
    lines: Vec<Line>,
}

enum Line {
    Comment(String),
    Excuse { key: String, measure: usize },
}

impl Ratchet {
    /// Reads the list; one that does not exist excuses nothing.
    pub fn read(path: &Path) -> Result<Self> {
        if !path.exists() {
            return Ok(Self { lines: Vec::new() });
        }
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        Ok(Self::parse(&text))
    }

    /// `KEY` or `KEY = MEASURE` on each line; `#` begins a comment line.
    pub fn parse(text: &str) -> Self {
        let lines = text.lines().map(|line| {
            let plain = line.trim();
            if plain.is_empty() || plain.starts_with('#') {
                return Line::Comment(line.to_owned());
            }
            let split = plain.rsplit_once(" = ");
            let measured = split.and_then(|(key, number)| Some((key, number.trim().parse().ok()?)));
            let (key, measure) = measured.unwrap_or((plain, 1));
            Line::Excuse { key: key.trim().to_owned(), measure }
        });
        Self { lines: lines.collect() }
    }

    /// What is wrong: findings without an excuse, excused ones that have grown, excuses without a finding.
    pub fn judge(&self, findings: &[Finding]) -> Vec<String> {
        let worst = worst(findings);
        let mut complaints = Vec::new();
        for finding in findings {
            match self.excuse(&finding.key) {
                None => complaints.push(format!("{}: {}", finding.place, finding.text)),
                Some(excused) if finding.measure > excused => {
                    complaints.push(format!(
                        "{}: {} (excused at {excused}: it has grown)",
                        finding.place, finding.text
                    ));
                }
                Some(_) => {}
            }
        }
        for line in &self.lines {
            let Line::Excuse { key, measure } = line else { continue };
            match worst.get(key.as_str()) {
                None => {
                    complaints.push(format!("the excuse for `{key}` is no longer needed: remove its line"))
                }
                Some(now) if now < measure => {
                    complaints.push(format!("the excuse for `{key}` says {measure}, it is {now}: lower it"));
                }
                Some(_) => {}
            }
        }
        complaints
    }

    /// Drops and lowers what the findings no longer need; `true` when that changed the list.
    pub fn shrink(&mut self, findings: &[Finding]) -> bool {
        let worst = worst(findings);
        let mut changed = false;
        self.lines.retain_mut(|line| {
            let Line::Excuse { key, measure } = line else { return true };
            let Some(now) = worst.get(key.as_str()) else {
                changed = true;
                return false;
            };
            changed |= *now < *measure;
            *measure = (*measure).min(*now);
            true
        });
        changed
    }

    fn excuse(&self, wanted: &str) -> Option<usize> {
        self.lines.iter().find_map(|line| match line {
            Line::Excuse { key, measure } if key == wanted => Some(*measure),
            _ => None,
        })
    }
}

fn worst(findings: &[Finding]) -> BTreeMap<&str, usize> {
    let mut worst = BTreeMap::new();
    for finding in findings {
        let entry = worst.entry(finding.key.as_str()).or_insert(0);
        *entry = finding.measure.max(*entry);
    }
    worst
}

impl fmt::Display for Ratchet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            match line {
                Line::Comment(text) => writeln!(f, "{text}")?,
                Line::Excuse { key, measure: 1 } => writeln!(f, "{key}")?,
                Line::Excuse { key, measure } => writeln!(f, "{key} = {measure}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(key: &str, measure: usize) -> Finding {
        Finding::new("a.rs", 7, key, "too long").measuring(measure)
    }

    #[test]
    fn a_finding_without_an_excuse_is_a_complaint() {
        assert_eq!(Ratchet::parse("").judge(&[found("a.rs", 1)]), ["a.rs:7: too long"]);
    }

    #[test]
    fn an_excused_finding_is_silent_until_it_grows() {
        let list = Ratchet::parse("# why\na.rs = 450\n");
        assert!(list.judge(&[found("a.rs", 450)]).is_empty());
        assert_eq!(list.judge(&[found("a.rs", 451)]).len(), 1);
    }

    #[test]
    fn an_excuse_that_excuses_nothing_or_too_much_is_a_complaint() {
        let list = Ratchet::parse("a.rs = 450\nb.rs\n");
        let complaints = list.judge(&[found("a.rs", 420)]);
        assert_eq!(complaints.len(), 2);
        assert!(complaints.iter().any(|text| text.contains("lower it")));
        assert!(complaints.iter().any(|text| text.contains("remove its line")));
    }

    #[test]
    fn shrinking_drops_and_lowers_and_never_raises_or_adds() {
        let mut list = Ratchet::parse("# why\na.rs = 450\nb.rs\nc.rs = 410\n");
        let now = [found("a.rs", 420), found("c.rs", 500), found("d.rs", 1)];
        assert!(list.shrink(&now));
        assert_eq!(list.to_string(), "# why\na.rs = 420\nc.rs = 410\n");
        assert!(!list.shrink(&now));
    }
}
