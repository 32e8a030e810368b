//! What a row of a sheet says, as it lies with its import until it is laid.

use crate::{
    FrameworkId,
    rules::{periods::Quarter, states::State},
    store::{lines::LineFacts, parties::Party},
};
use platform::{langs::Lang, text::Text};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};
use uuid::Uuid;

/// What was answered to what rows ask, by the keys of the questions.
pub(super) type Answers = Arc<BTreeMap<String, String>>;

/// What was answered about a whole sheet, with every row: whichever is laid first sets up the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Whole {
    /// The plan of which it becomes the next version; none for a plan of its own.
    pub base: Option<FrameworkId>,
    /// A number for its lines as they stood when the sheet was read: others, or others of their versions, give another one.
    pub base_mark: i64,
    /// The year of its marked quarters.
    pub year: i16,
    /// The month in which its years start.
    pub month: i8,
    /// The language of the sheet.
    pub lang: Lang,
}

/// What a row says: the lines that it names, from the top down. Those that an earlier row brought are passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Said {
    pub whole: Whole,
    pub path: Vec<SaidLine>,
}

/// A line as a row says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SaidLine {
    /// The code of the line above it.
    pub above: Option<String>,
    /// Its place among those below the same line.
    pub position: u32,
    pub facts: LineFacts,
    pub parties: Vec<Party>,
    /// What it keeps from the version before.
    pub line: Option<Uuid>,
    /// Whether it says more of a line that stands there already: who else, when else, what else.
    #[serde(default)]
    pub is_more: bool,
    /// How far it is, with what was said of it.
    #[serde(default)]
    pub progress: Option<(State, Text)>,
}

/// Adds to a line what a row says more of it: nobody is named twice, its span grows, its note is continued.
pub(super) fn merge((facts, parties): (&mut LineFacts, &mut Vec<Party>), more: &SaidLine) {
    for party in &more.parties {
        if !parties.contains(party) {
            parties.push(party.clone());
        }
    }
    facts.owner = facts.owner.or(more.facts.owner);
    let (mine, theirs) = (facts.span, more.facts.span);
    let starts = [(mine.from, mine.from_month), (theirs.from, theirs.from_month)];
    let ends = [(mine.to, mine.to_month), (theirs.to, theirs.to_month)];
    let known = |(quarter, month): (Option<Quarter>, Option<u32>)| quarter.map(|quarter| (quarter, month));
    let first = starts.into_iter().filter_map(known).min_by_key(|(quarter, _)| *quarter);
    let last = ends.into_iter().filter_map(known).max_by_key(|(quarter, _)| *quarter);
    (facts.span.from, facts.span.from_month) =
        first.map_or((None, None), |(quarter, month)| (Some(quarter), month));
    (facts.span.to, facts.span.to_month) =
        last.map_or((None, None), |(quarter, month)| (Some(quarter), month));
    for (lang, piece) in more.facts.note.pieces() {
        let stood = facts.note.in_lang(lang);
        if !stood.contains(&piece.text) {
            let both = if stood.is_empty() { piece.text.clone() } else { format!("{stood}\n{}", piece.text) };
            facts.note = facts.note.clone().with(lang, &both, piece.on);
        }
    }
}
