//! Whether a line may say what somebody wants it to say, field by field: all the rules about one line together.

use crate::{
    NodeId,
    rules::{
        kinds::Kind,
        periods::Years,
        stages::{self, Stage},
        tree::{Forest, TreeRefusal},
        wording,
    },
    store::lines::{Line, LineFacts},
};
use platform::{errors::Complaints, text::LineRefusal};

/// Where a line stands or would stand.
pub(crate) struct At<'a> {
    /// All lines of its framework.
    pub(crate) forest: &'a Forest,
    /// The years of its framework.
    pub(crate) years: Years,
    /// The line as it was; none for a new one.
    pub(crate) before: Option<&'a Line>,
    /// The line above it.
    pub(crate) parent: Option<NodeId>,
}

/// The facts as they will be kept, or what is wrong with them.
pub(crate) fn judge(at: &At<'_>, facts: &LineFacts) -> Result<LineFacts, Complaints> {
    let mut complaints = Complaints::default();
    let id = at.before.map(|line| line.id);
    if facts.code.trim().is_empty() {
        complaints.add("code", LineRefusal::Empty);
    }
    complaints.take("code", at.forest.free(&facts.code, id));
    if let Err(why) = at.forest.put_below(id, facts.kind, at.parent) {
        complaints.add(if matches!(why, TreeRefusal::NoSuchParent) { "above" } else { "kind" }, why);
    }
    complaints.take("from", facts.span.check(at.years));
    let (stood, adopted_on) = match at.before {
        Some(line) => (line.wording.clone(), line.adopted_on),
        None => Default::default(),
    };
    let wording = complaints.take("wording", wording::reword(&stood, adopted_on, facts.wording.clone()));
    let stage = stage(at.before, facts).map(|stage| complaints.take("stage_why", stage));
    let facts = LineFacts {
        stage: stage.flatten(),
        wording: wording.unwrap_or_default(),
        code: facts.code.trim().to_owned(),
        ..facts.clone()
    };
    if complaints.is_empty() { Ok(facts) } else { Err(complaints) }
}

/// The stage of a direction; nothing else has one.
fn stage(before: Option<&Line>, facts: &LineFacts) -> Option<Result<Stage, stages::StageRefusal>> {
    if facts.kind != Kind::Direction {
        return None;
    }
    let to = facts.stage.unwrap_or(Stage::Idea);
    let from = before.and_then(|line| line.stage).unwrap_or(to.min(Stage::Running));
    Some(stages::go(true, from, to, !facts.stage_why.is_empty()))
}
