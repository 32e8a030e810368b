//! Figures beside their references and limits.

use super::cost::Spent;
use anyhow::{Result, ensure};

/// What a figure may be at most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// So many times the reference.
    Times(f64),
    /// One part of so many of the reference.
    Part(f64),
    /// So many processor seconds for one unit.
    Seconds(f64),
}

/// One case, measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What was done, and how often: `front page, each of 5,000`.
    pub name: String,
    /// Processor seconds for one unit.
    pub ours: f64,
    /// The same for the reference, where there is one.
    pub reference: Option<f64>,
    /// What it may be.
    pub limit: Limit,
}

impl Figure {
    /// How many times the reference.
    pub fn ratio(&self) -> Option<f64> {
        self.reference.filter(|reference| *reference > 0.0).map(|reference| self.ours / reference)
    }

    /// Whether the limit holds. Without the reference that it speaks of, it does not.
    pub fn holds(&self) -> bool {
        match self.limit {
            Limit::Times(most) => self.ratio().is_some_and(|ratio| ratio <= most),
            Limit::Part(of) => self.ratio().is_some_and(|ratio| ratio * of <= 1.0),
            Limit::Seconds(most) => self.ours <= most,
        }
    }
}

/// Does the same work in two ways in turn, so that both meet the same machine; the cheapest round of each counts.
/// Refuses figures for different results.
pub fn side_by_side(
    rounds: usize,
    ours: impl Fn() -> Result<Spent>,
    reference: impl Fn() -> Result<Spent>,
) -> Result<(f64, f64)> {
    let (mut best, mut best_reference) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..rounds {
        let (one, other) = (ours()?, reference()?);
        ensure!(one.printed == other.printed, "the results differ:\n{}\n{}", one.printed, other.printed);
        best = best.min(one.seconds);
        best_reference = best_reference.min(other.seconds);
    }
    Ok((best, best_reference))
}

/// The table, one line a figure.
pub fn table(figures: &[Figure]) -> String {
    let head = ["case", "ours", "reference", "ratio", "at most"].map(str::to_owned);
    let rows = figures.iter().map(|figure| {
        let limit = match figure.limit {
            Limit::Times(most) if most < 1.0 => format!("{most:.3} x"),
            Limit::Times(most) => format!("{most:.1} x"),
            Limit::Part(of) => format!("1/{of:.0}"),
            Limit::Seconds(most) => time(most),
        };
        let reference = figure.reference.map_or_else(|| "–".to_owned(), time);
        let shown = |ratio: f64| match figure.limit {
            Limit::Part(_) => format!("1/{:.1}", 1.0 / ratio),
            _ => format!("{ratio:.2}"),
        };
        let ratio = figure.ratio().map_or_else(|| "–".to_owned(), shown);
        let limit = if figure.holds() { limit } else { format!("{limit}  TOO MUCH") };
        [figure.name.clone(), time(figure.ours), reference, ratio, limit]
    });
    let line = |[case, ours, reference, ratio, most]: [String; 5]| {
        format!("{case:<36} {ours:>10} {reference:>10} {ratio:>7}   {most}\n")
    };
    std::iter::once(head).chain(rows).map(line).collect()
}

fn time(seconds: f64) -> String {
    match seconds {
        s if s >= 1.0 => format!("{s:.2} s"),
        s if s >= 0.001 => format!("{:.2} ms", s * 1e3),
        s => format!("{:.1} µs", s * 1e6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(ours: f64, reference: Option<f64>, limit: Limit) -> Figure {
        Figure { name: "one row by key".to_owned(), ours, reference, limit }
    }

    #[test]
    fn a_limit_holds_up_to_its_figure_and_not_beyond() {
        assert!(figure(2.0, Some(1.0), Limit::Times(2.0)).holds());
        assert!(!figure(2.1, Some(1.0), Limit::Times(2.0)).holds());
        assert!(figure(0.5, None, Limit::Seconds(0.5)).holds());
        assert!(!figure(0.6, None, Limit::Seconds(0.5)).holds());
    }

    #[test]
    fn a_part_of_the_reference_holds_when_it_is_small_enough() {
        assert!(figure(1.0, Some(40.0), Limit::Part(40.0)).holds());
        assert!(!figure(1.1, Some(40.0), Limit::Part(40.0)).holds());
        assert!(!figure(1.0, None, Limit::Part(40.0)).holds());
        assert!(table(&[figure(1.0, Some(50.0), Limit::Part(40.0))]).contains(" 1/50.0   1/40"));
    }

    #[test]
    fn a_ratio_without_its_reference_does_not_hold() {
        assert!(!figure(1.0, None, Limit::Times(2.0)).holds());
        assert!(!figure(1.0, Some(0.0), Limit::Times(2.0)).holds());
    }

    #[test]
    fn the_table_shows_figures_in_readable_units_and_marks_what_is_too_much() {
        let text = table(&[
            figure(0.000_022, Some(0.000_011), Limit::Times(4.0)),
            figure(1.5, None, Limit::Seconds(0.25)),
        ]);
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[1].contains("22.0 µs") && lines[1].contains("2.00") && !lines[1].contains("TOO MUCH"));
        assert!(
            lines[2].contains("1.50 s") && lines[2].contains("250.00 ms") && lines[2].ends_with("TOO MUCH")
        );
    }

    #[test]
    fn different_results_give_no_figure() {
        let said = |seconds: f64, printed: &str| Ok(Spent { seconds, printed: printed.to_owned() });
        assert_eq!(side_by_side(2, || said(2.0, "a"), || said(1.0, "a")).unwrap(), (2.0, 1.0));
        assert!(side_by_side(1, || said(2.0, "a"), || said(1.0, "b")).is_err());
    }
}
