//! The forest of a framework: which line stands below which, in which order and under which code.

use super::kinds::Kind;
use crate::NodeId;
use platform::text::fold;
use std::collections::BTreeMap;

/// The deepest step at which a line may stand; the highest stand at 0. The constraint `plan_node_depth` repeats it.
pub const DEEPEST: u32 = 11;
/// A framework has at most so many lines.
pub const MOST: usize = 10_000;

platform::refusals! {
    /// Why a line cannot stand there, or cannot go.
    pub enum TreeRefusal {
        /// It would stand below itself.
        Cycle = "plan-cycle",
        /// The tree would be deeper than [`DEEPEST`].
        TooDeep { deepest: u32 } = "plan-too-deep",
        /// The framework would have more than [`MOST`] lines.
        TooMany { most: u32 } = "plan-too-many",
        /// The line above is not there (any more), or of another framework.
        NoSuchParent = "plan-no-such-parent",
        /// Only needs and priorities stand highest.
        NotHighest = "plan-not-highest",
        /// A line of this kind does not stand below one of that kind.
        WrongOrder = "plan-wrong-order",
        /// What stands below it would not fit below its new kind.
        WrongOrderBelow = "plan-wrong-order-below",
        /// Another line of the framework has this code.
        CodeTaken { code: String } = "plan-code-taken",
        /// Lines still stand below it.
        HasBelow { count: u32 } = "plan-has-below",
    }
}

/// A line as the forest knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Which line.
    pub id: NodeId,
    /// The line above it; none for the highest.
    pub parent: Option<NodeId>,
    /// Its place among those below the same line, from 0.
    pub position: u32,
    /// Its code: `H2.1-1`.
    pub code: String,
    /// What it is.
    pub kind: Kind,
}

/// All lines of a framework that are not in the bin. Whatever is done to it by its own functions, it stays a forest: no line
/// stands below itself, none is cut off, no code is given twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forest {
    nodes: BTreeMap<NodeId, Node>,
    below: BTreeMap<Option<NodeId>, Vec<NodeId>>,
}

impl Forest {
    /// The forest of these lines, as they are stored. One whose parent is missing is taken for a highest one.
    pub fn new(nodes: impl IntoIterator<Item = Node>) -> Self {
        let mut forest =
            Self { nodes: nodes.into_iter().map(|node| (node.id, node)).collect(), below: BTreeMap::new() };
        let mut placed: Vec<(Option<NodeId>, u32, NodeId)> =
            forest.nodes.values().map(|node| (forest.parent_of(node), node.position, node.id)).collect();
        placed.sort_unstable();
        for (parent, _, id) in placed {
            forest.below.entry(parent).or_default().push(id);
        }
        forest
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is no line.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// A line.
    pub fn get(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(&id)
    }

    /// The lines directly below `parent`, in their order; the highest for none.
    pub fn children(&self, parent: Option<NodeId>) -> &[NodeId] {
        self.below.get(&parent).map_or(&[], Vec::as_slice)
    }

    /// The lines from the top down, each followed by those below it, with the step at which each stands.
    pub fn walk(&self) -> Vec<(NodeId, u32)> {
        let mut walked = Vec::with_capacity(self.nodes.len());
        let mut waiting: Vec<(NodeId, u32)> = self.children(None).iter().rev().map(|id| (*id, 0)).collect();
        while let Some((id, depth)) = waiting.pop() {
            walked.push((id, depth));
            waiting.extend(self.children(Some(id)).iter().rev().map(|child| (*child, depth + 1)));
        }
        walked
    }

    /// The lines above `id`, nearest first.
    pub fn above(&self, id: NodeId) -> Vec<NodeId> {
        let mut above = Vec::new();
        let mut at = self.get(id).and_then(|node| self.parent_of(node));
        while let Some(parent) = at.filter(|parent| !above.contains(parent)) {
            above.push(parent);
            at = self.get(parent).and_then(|node| self.parent_of(node));
        }
        above
    }

    /// `id` and every line below it, from the top down.
    pub fn branch(&self, id: NodeId) -> Vec<NodeId> {
        let mut found = Vec::new();
        let mut waiting: Vec<NodeId> = self.get(id).map(|node| node.id).into_iter().collect();
        while let Some(next) = waiting.pop() {
            found.push(next);
            waiting.extend(self.children(Some(next)).iter().rev());
        }
        found
    }

    /// At which step `id` stands.
    pub fn depth(&self, id: NodeId) -> u32 {
        u32::try_from(self.above(id).len()).unwrap_or(u32::MAX)
    }

    fn parent_of(&self, node: &Node) -> Option<NodeId> {
        node.parent.filter(|parent| self.nodes.contains_key(parent))
    }

    /// How many steps the forest reaches below `id`.
    fn height(&self, id: NodeId) -> u32 {
        let mut height = 0;
        let mut row: Vec<NodeId> = self.children(Some(id)).to_vec();
        while !row.is_empty() {
            height += 1;
            row = row.iter().flat_map(|id| self.children(Some(*id))).copied().collect();
        }
        height
    }

    /// Whether a code is free for `id` (none: for a new line). Codes are compared as searching folds them.
    ///
    /// # Errors
    /// [`TreeRefusal::CodeTaken`].
    pub fn free(&self, code: &str, id: Option<NodeId>) -> Result<(), TreeRefusal> {
        let key = code_key(code);
        let is_same = |node: &Node| Some(node.id) != id && code_key(&node.code) == key;
        match self.nodes.values().find(|node| is_same(node)) {
            Some(node) => Err(TreeRefusal::CodeTaken { code: node.code.clone() }),
            None => Ok(()),
        }
    }

    /// At which step `id` (none: a new line) of this kind stands when put below `parent`, or why it cannot stand there.
    ///
    /// # Errors
    /// [`TreeRefusal`], but for codes.
    pub fn put_below(
        &self,
        id: Option<NodeId>,
        kind: Kind,
        parent: Option<NodeId>,
    ) -> Result<u32, TreeRefusal> {
        if id.is_none() && self.len() >= MOST {
            return Err(TreeRefusal::TooMany { most: u32::try_from(MOST).unwrap_or(u32::MAX) });
        }
        if let Some(id) = id {
            let fits =
                |below: &NodeId| self.get(*below).is_some_and(|node| node.kind.stands_below(Some(kind)));
            if !self.children(Some(id)).iter().all(fits) {
                return Err(TreeRefusal::WrongOrderBelow);
            }
        }
        let Some(parent) = parent else {
            return if kind.stands_below(None) { Ok(0) } else { Err(TreeRefusal::NotHighest) };
        };
        let above = self.get(parent).ok_or(TreeRefusal::NoSuchParent)?;
        if id.is_some_and(|id| id == parent || self.above(parent).contains(&id)) {
            return Err(TreeRefusal::Cycle);
        }
        if !kind.stands_below(Some(above.kind)) {
            return Err(TreeRefusal::WrongOrder);
        }
        let depth = self.depth(parent) + 1;
        if depth + id.map_or(0, |id| self.height(id)) > DEEPEST {
            return Err(TreeRefusal::TooDeep { deepest: DEEPEST + 1 });
        }
        Ok(depth)
    }

    /// Adds a line at the step at which it then stands.
    ///
    /// # Errors
    /// [`TreeRefusal`]; then nothing has changed.
    pub fn insert(&mut self, node: Node) -> Result<u32, TreeRefusal> {
        self.free(&node.code, None)?;
        let depth = self.put_below(None, node.kind, node.parent)?;
        let row = self.below.entry(node.parent).or_default();
        row.push(node.id);
        self.nodes.insert(node.id, node.clone());
        self.sort(node.parent);
        Ok(depth)
    }

    /// Moves a line, with everything below it, below another one, before the line that has `position` there. Tells where the
    /// lines that changed their place now stand.
    ///
    /// # Errors
    /// [`TreeRefusal`]; then nothing has changed.
    pub fn move_to(
        &mut self,
        id: NodeId,
        parent: Option<NodeId>,
        position: u32,
    ) -> Result<Vec<(NodeId, u32)>, TreeRefusal> {
        let moved = self.get(id).cloned().ok_or(TreeRefusal::NoSuchParent)?;
        self.put_below(Some(id), moved.kind, parent)?;
        if let Some(row) = self.below.get_mut(&self.parent_of(&moved)) {
            row.retain(|other| *other != id);
        }
        let row = self.below.entry(parent).or_default();
        let at = usize::try_from(position).unwrap_or(usize::MAX).min(row.len());
        row.insert(at, id);
        if let Some(node) = self.nodes.get_mut(&id) {
            node.parent = parent;
        }
        Ok(self.number(parent, id))
    }

    /// Gives the lines below `parent` their places from 0, and tells those that changed, and `moved` always.
    fn number(&mut self, parent: Option<NodeId>, moved: NodeId) -> Vec<(NodeId, u32)> {
        let mut changed = Vec::new();
        for (place, id) in self.children(parent).to_vec().into_iter().enumerate() {
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            if let Some(node) = self.nodes.get_mut(&id)
                && (node.position != place || id == moved)
            {
                node.position = place;
                changed.push((id, place));
            }
        }
        changed
    }

    fn sort(&mut self, parent: Option<NodeId>) {
        let nodes = &self.nodes;
        if let Some(row) = self.below.get_mut(&parent) {
            row.sort_by_key(|id| (nodes.get(id).map(|node| node.position), *id));
        }
    }

    /// Takes a line away that has none below it.
    ///
    /// # Errors
    /// [`TreeRefusal::HasBelow`]; then nothing has changed.
    pub fn remove(&mut self, id: NodeId) -> Result<(), TreeRefusal> {
        let count = self.children(Some(id)).len();
        if count > 0 {
            return Err(TreeRefusal::HasBelow { count: u32::try_from(count).unwrap_or(u32::MAX) });
        }
        if let Some(node) = self.nodes.remove(&id) {
            let parent = self.parent_of(&node);
            if let Some(row) = self.below.get_mut(&parent) {
                row.retain(|other| *other != id);
            }
        }
        Ok(())
    }

    /// The place behind the last line below `parent`.
    pub fn next_position(&self, parent: Option<NodeId>) -> u32 {
        let last = self.children(parent).last().and_then(|id| self.get(*id));
        last.map_or(0, |node| node.position.saturating_add(1))
    }
}

/// What codes are compared and sorted by: folded, and with numbers of equal width, so that `2.10` follows `2.9`.
pub fn code_key(code: &str) -> String {
    let folded = fold(code).split_whitespace().collect::<Vec<_>>().join(" ");
    let (mut key, mut digits) = (String::with_capacity(folded.len() + 16), String::new());
    for c in folded.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            put_number(&mut key, &mut digits);
            key.push(c);
        }
    }
    put_number(&mut key, &mut digits);
    key
}

fn put_number(key: &mut String, digits: &mut String) {
    if !digits.is_empty() {
        let bare = digits.trim_start_matches('0');
        key.push_str(&format!("{bare:0>6}"));
        digits.clear();
    }
}

#[cfg(test)]
mod tests;
