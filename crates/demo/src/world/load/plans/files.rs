//! The shape of the files in `data/plan`; see the README beside them.

use ::plans::rules::{
    patterns::Patterns,
    periods::{Quarter, Years},
};
use jiff::civil::Date;
use platform::{
    errors::{Error, Result},
    text::Text,
};
use serde::{Deserialize, de::DeserializeOwned};

/// Reads a file.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T> {
    toml::from_str(text).map_err(Error::failed)
}

/// The quarter of `2026-Q3`; of a year its first one, or its last; of a month like `2010-04` its own, with the month.
fn period(text: &str, last: bool, years: Years) -> Option<(Quarter, Option<u32>)> {
    if let Ok(year) = text.parse::<i16>() {
        return Quarter::new(year, if last { 4 } else { 1 }).map(|quarter| (quarter, None));
    }
    if let Some(quarter) = Quarter::from_code(text) {
        return Some((quarter, None));
    }
    let (year, month) = text.split_once('-')?;
    let month = month.parse().ok()?;
    Some((years.quarter_of_month((year.parse().ok()?, month))?, Some(month)))
}

/// One end of a line's span.
pub(super) fn end(text: Option<&str>, last: bool, years: Years) -> Result<(Option<Quarter>, Option<u32>)> {
    let Some(text) = text else { return Ok((None, None)) };
    let (quarter, month) = period(text, last, years).ok_or_else(|| super::unknown(text))?;
    Ok((Some(quarter), month))
}

/// A text in both official languages.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Words {
    en: String,
    fr: String,
}

impl Words {
    /// The text as the house keeps it since `on`.
    pub(super) fn text(&self, on: Date) -> Text {
        Text::both(&self.en, &self.fr, on)
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct PlanSeed {
    pub(super) framework: FrameworkSeed,
    #[serde(default)]
    pub(super) level: Vec<LevelSeed>,
    pub(super) node: Vec<NodeSeed>,
    #[serde(default)]
    pub(super) recommendation: Vec<RecommendationSeed>,
}

#[derive(Debug, Deserialize)]
pub(super) struct FrameworkSeed {
    pub(super) slug: String,
    pub(super) title: Words,
    pub(super) about: Words,
    pub(super) source: Words,
    pub(super) version: String,
    pub(super) historical: bool,
    pub(super) published: Option<String>,
    pub(super) adopted_days_ago: Option<i64>,
    pub(super) decision: Option<Words>,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    pub(super) year_starts: i8,
}

#[derive(Debug, Deserialize)]
pub(super) struct LevelSeed {
    pub(super) kind: String,
    pub(super) one: Words,
    pub(super) many: Words,
}

#[derive(Debug, Deserialize)]
pub(super) struct NodeSeed {
    pub(super) code: String,
    pub(super) kind: String,
    pub(super) parent: Option<String>,
    pub(super) title: Words,
    pub(super) note: Words,
    pub(super) adopted: Option<Words>,
    #[serde(default)]
    pub(super) lead: Vec<Actor>,
    #[serde(default)]
    pub(super) partners: Vec<Actor>,
    pub(super) owner: Option<String>,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    #[serde(default)]
    pub(super) ongoing: bool,
    #[serde(default)]
    pub(super) patterns: Patterns,
    pub(super) stage: Option<String>,
    pub(super) stage_why: Option<Words>,
    #[serde(default)]
    pub(super) links: Vec<LinkSeed>,
    #[serde(default)]
    pub(super) report: Vec<ReportSeed>,
    #[serde(default)]
    pub(super) confirmation: Vec<ConfirmationSeed>,
    #[serde(default)]
    pub(super) money: Vec<MoneySeed>,
    #[serde(default)]
    pub(super) milestone: Vec<MilestoneSeed>,
    #[serde(default)]
    pub(super) evidence: Vec<EvidenceSeed>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Actor {
    Council(String),
    Organization(String),
    Named(Words),
}

#[derive(Debug, Deserialize)]
pub(super) struct LinkSeed {
    pub(super) role: String,
    pub(super) to: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct ReportSeed {
    pub(super) state: String,
    pub(super) note: Words,
    pub(super) days_ago: Option<i64>,
    pub(super) on: Option<String>,
    pub(super) by: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct ConfirmationSeed {
    pub(super) state: String,
    pub(super) council: String,
    pub(super) decision: Words,
    pub(super) note: Option<Words>,
    pub(super) days_ago: i64,
}

#[derive(Debug, Deserialize)]
pub(super) struct MilestoneSeed {
    pub(super) title: Words,
    pub(super) due: Option<String>,
    pub(super) reached: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct EvidenceSeed {
    pub(super) kind: String,
    pub(super) title: Words,
    pub(super) days_ago: Option<i64>,
}

#[derive(Debug, Deserialize)]
pub(super) struct RecommendationSeed {
    pub(super) node: String,
    pub(super) to: Actor,
    pub(super) barrier: Option<Words>,
    pub(super) ask: Words,
    pub(super) days_ago: Option<i64>,
    pub(super) answer: String,
    pub(super) answer_note: Option<Words>,
    pub(super) answered_days_ago: Option<i64>,
    pub(super) outcome: Option<Words>,
}

#[derive(Debug, Deserialize)]
pub(super) struct MoneySeed {
    pub(super) what: String,
    pub(super) asked: Option<i64>,
    pub(super) found: Option<i64>,
}
