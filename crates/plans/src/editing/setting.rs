//! What is set on many lines at once, and what becomes of each line: pure.

use crate::{
    NodeId,
    rules::{
        periods::{Quarter, Span, Years},
        states::{self, State},
        tree::Forest,
    },
    store::{
        lines::Line,
        parties::{Part, Party, Who},
        saying::Reported,
    },
};
use jiff::civil::Date;
use partners::PersonId;
use platform::{errors::Refusal, text::Text};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};

/// So many lines are changed at once at most: it happens in one transaction, which must be short.
pub(crate) const MOST_AT_ONCE: u32 = 500;

platform::refusals! {
    /// Why lines are not changed at once.
    pub enum EditRefusal {
        /// No line was chosen.
        NoLine = "plan-edit-no-line",
        /// More than [`MOST_AT_ONCE`].
        TooManyLines { most: u32 } = "plan-edit-too-many",
        /// Nothing was said that is to be set.
        NothingSet = "plan-edit-nothing-set",
        /// Lines among them are refused, and it was not said to leave them out.
        SomeRefused { count: u32 } = "plan-edit-some-refused",
        /// It is undone already, or too old.
        NotNow = "plan-edit-not-now",
        /// The line above it was to move too and is refused, so it would stay where that stays.
        StaysBehind { code: String } = "plan-edit-stays-behind",
        /// Lines have been changed since.
        ChangedSince { count: u32, codes: String } = "plan-edit-changed-since",
    }
}

/// What is set; what is none stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Setting {
    /// Who leads, instead of those who led.
    pub lead: Option<Who>,
    /// Who takes part too.
    pub partner: Option<Who>,
    /// Who looks after it; nobody any more.
    pub owner: Option<Option<PersonId>>,
    pub from: Option<Quarter>,
    pub to: Option<Quarter>,
    pub ongoing: Option<bool>,
    /// What is reported, with what is said to it.
    pub state: Option<(State, Text)>,
    /// The line below which they go.
    pub above: Option<NodeId>,
}

impl Setting {
    /// Whether nothing is set.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// All of a line that can be set on many at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub owner: Option<PersonId>,
    pub span: Span,
    pub parties: Vec<Party>,
    pub report: Option<Reported>,
    pub above: Option<NodeId>,
    /// Its place among those below the same line.
    pub place: usize,
}

impl Kept {
    /// What a line says of it now.
    pub fn of(line: &Line, parties: &[Party], forest: &Forest) -> Self {
        let report = line.reported_state.zip(line.reported_on).map(|(state, on)| Reported {
            state,
            note: line.reported_note.clone(),
            on,
            by: line.reported_by.clone(),
            for_owner: line.reported_for_owner,
            released: line.released,
        });
        Self {
            owner: line.owner_id,
            span: line.span(),
            parties: parties.to_vec(),
            report,
            above: line.parent_id,
            place: place_of(forest, line.id),
        }
    }

    /// Whether the other one has another owner, other quarters or other people.
    pub fn says_other(&self, other: &Self) -> bool {
        (self.owner, self.span, &self.parties) != (other.owner, other.span, &other.parties)
    }

    /// Whether the other one stands below another line; where its place counts, also among other neighbours.
    pub fn stands_elsewhere(&self, other: &Self, place_counts: bool) -> bool {
        self.above != other.above || (place_counts && self.place != other.place)
    }

    /// Whether both say the same, wherever among its neighbours the line stands: those move too.
    pub fn is_same(&self, other: &Self) -> bool {
        *self == Self { place: self.place, ..other.clone() }
    }
}

/// The place of a line among its neighbours.
pub(crate) fn place_of(forest: &Forest, id: NodeId) -> usize {
    let row = forest.children(forest.get(id).and_then(|node| node.parent));
    row.iter().position(|other| *other == id).unwrap_or_default()
}

/// What becomes of a line.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// It says so already.
    Same,
    /// This is what it will say.
    Changes(Box<Kept>),
    /// It cannot.
    Refused(Vec<Box<dyn Refusal>>),
}

/// Who sets it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct By<'a> {
    /// The name under which a report is noted.
    pub name: &'a str,
    /// The day.
    pub on: Date,
    /// The lines that she carries herself: of all others she notes a report for those who do.
    pub carries: &'a HashSet<NodeId>,
}

/// What one line will say, but for its place; or why it cannot.
fn said(
    line: &Line,
    before: &Kept,
    (set, years, by): (&Setting, Years, By<'_>),
) -> Result<Kept, Vec<Box<dyn Refusal>>> {
    let mut wrong: Vec<Box<dyn Refusal>> = Vec::new();
    let mut kept = before.clone();
    if let Some(owner) = set.owner {
        kept.owner = owner;
    }
    if let Some(lead) = &set.lead {
        kept.parties.retain(|party| party.part != Part::Lead);
        kept.parties.insert(0, Party { part: Part::Lead, who: lead.clone() });
    }
    if let Some(partner) = &set.partner {
        let new = Party { part: Part::Partner, who: partner.clone() };
        if !kept.parties.contains(&new) {
            kept.parties.push(new);
        }
    }
    if let Some(from) = set.from {
        (kept.span.from, kept.span.from_month) =
            (Some(from), kept.span.from_month.filter(|_| before.span.from == Some(from)));
    }
    if let Some(to) = set.to {
        (kept.span.to, kept.span.to_month) =
            (Some(to), kept.span.to_month.filter(|_| before.span.to == Some(to)));
    }
    if let Some(ongoing) = set.ongoing {
        kept.span.ongoing = ongoing;
        kept.span.to = kept.span.to.filter(|_| !ongoing || set.to.is_some());
        kept.span.to_month = kept.span.to_month.filter(|_| kept.span.to.is_some());
    }
    if kept.span != before.span
        && let Err(why) = kept.span.check(years)
    {
        wrong.push(Box::new(why));
    }
    if let Some((state, note)) = &set.state {
        if let Err(why) = states::say(line.kind.is_done_by_somebody(), *state, !note.is_empty()) {
            wrong.push(Box::new(why));
        }
        let same =
            before.report.as_ref().is_some_and(|report| (report.state, &report.note) == (*state, note));
        if !same {
            kept.report = Some(Reported {
                state: *state,
                note: note.clone(),
                on: by.on,
                by: by.name.to_owned(),
                for_owner: !by.carries.contains(&line.id),
                released: false,
            });
        }
    }
    if wrong.is_empty() { Ok(kept) } else { Err(wrong) }
}

/// What becomes of each of these lines, in their order, which is from the top down; the forest is then as the moves leave it. A line that
/// stands below another one of them goes along with it, unless that one is refused.
pub(crate) fn outcomes(
    lines: &[(Line, Vec<Party>)],
    (set, years, by): (&Setting, Years, By<'_>),
    forest: &mut Forest,
) -> Vec<Outcome> {
    let mut chosen: BTreeMap<NodeId, (&str, bool)> =
        lines.iter().map(|(line, _)| (line.id, (line.code.as_str(), true))).collect();
    let mut all = Vec::with_capacity(lines.len());
    for (line, parties) in lines {
        let before = Kept::of(line, parties, forest);
        let outcome = said(line, &before, (set, years, by))
            .and_then(|kept| moved(line, kept, (set.above, &chosen), forest));
        if outcome.is_err() {
            chosen.entry(line.id).and_modify(|(_, goes)| *goes = false);
        }
        all.push(match outcome {
            Ok(kept) if kept == before => Outcome::Same,
            Ok(kept) => Outcome::Changes(Box::new(kept)),
            Err(wrong) => Outcome::Refused(wrong),
        });
    }
    all
}

/// The line below the one below which it shall go; it goes there with the line above it when that goes too.
fn moved(
    line: &Line,
    mut kept: Kept,
    (above, chosen): (Option<NodeId>, &BTreeMap<NodeId, (&str, bool)>),
    forest: &mut Forest,
) -> Result<Kept, Vec<Box<dyn Refusal>>> {
    let Some(above) = above.filter(|above| Some(*above) != line.parent_id) else { return Ok(kept) };
    let over = forest.above(line.id);
    let with: Vec<(&str, bool)> = over.iter().filter_map(|id| chosen.get(id).copied()).collect();
    if with.iter().any(|(_, goes)| *goes) {
        return Ok(kept);
    }
    if let Some((code, _)) = with.first() {
        return Err(vec![Box::new(EditRefusal::StaysBehind { code: (*code).to_owned() })]);
    }
    if let Err(why) = forest.move_to(line.id, Some(above), u32::MAX) {
        return Err(vec![Box::new(why)]);
    }
    kept.above = Some(above);
    kept.place = place_of(forest, line.id);
    Ok(kept)
}

/// How many of them are refused.
pub(crate) fn refused(all: &[Outcome]) -> u32 {
    let count = all.iter().filter(|one| matches!(one, Outcome::Refused(_))).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}
