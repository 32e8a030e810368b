//! The tree of bodies: which stands below which, in which order, and what may be closed or thrown away.

use crate::CouncilId;
use platform::text::{Text, fold};
use std::collections::{BTreeMap, BTreeSet};

/// The deepest step at which a body may stand; the highest bodies stand at 0. The constraint `council_depth` repeats it.
pub const DEEPEST: u32 = 7;

/// What sort of body it is. The word shown is the body's own; this decides how it is drawn and counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A council.
    Council,
    /// A council below a council.
    SubCouncil,
    /// A working group.
    WorkingGroup,
    /// A team.
    Team,
    /// Something else, by its own word.
    Other,
}

impl Kind {
    /// All kinds, in the order of lists.
    pub const ALL: [Self; 5] = [Self::Council, Self::SubCouncil, Self::WorkingGroup, Self::Team, Self::Other];

    /// The code in the database, in forms and in word keys (`council-kind-team`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Council => "council",
            Self::SubCouncil => "sub-council",
            Self::WorkingGroup => "working-group",
            Self::Team => "team",
            Self::Other => "other",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

platform::coded!(Kind);

platform::refusals! {
    /// Why a body cannot stand there, or cannot go.
    pub enum TreeRefusal {
        /// It would stand below itself.
        Cycle = "council-cycle",
        /// The tree would be deeper than [`DEEPEST`].
        TooDeep { deepest: u32 } = "council-too-deep",
        /// The body above is not there (any more), or closed.
        NoSuchParent = "council-no-such-parent",
        /// Bodies below it are still open.
        HasOpenBelow { count: usize } = "council-has-open-below",
        /// Bodies below it are still there.
        HasBelow { count: usize } = "council-has-below",
        /// It is closed already.
        AlreadyClosed = "council-already-closed",
        /// It is not closed.
        NotClosed = "council-not-closed",
        /// Another body below the same one has this name: perhaps the same body twice. Asked once, not forbidden.
        SameName = "council-same-name",
    }
}

/// A body as the tree knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// Which body.
    pub id: CouncilId,
    /// The body above it; none for the highest.
    pub parent: Option<CouncilId>,
    /// Its place among those below the same body, from 0.
    pub position: u32,
    /// Whether it is closed.
    pub closed: bool,
}

/// All bodies of a partnership that are not in the bin.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    nodes: BTreeMap<CouncilId, Node>,
}

impl Tree {
    /// The tree of these bodies. One whose parent is missing is taken for a highest one.
    pub fn new(nodes: impl IntoIterator<Item = Node>) -> Self {
        Self { nodes: nodes.into_iter().map(|node| (node.id, node)).collect() }
    }

    /// The bodies from the top down, each followed by those below it, with the step at which each stands.
    pub fn walk(&self) -> Vec<(CouncilId, u32)> {
        let mut walked = Vec::with_capacity(self.nodes.len());
        let mut waiting: Vec<(CouncilId, u32)> =
            self.children(None).into_iter().rev().map(|id| (id, 0)).collect();
        while let Some((id, depth)) = waiting.pop() {
            walked.push((id, depth));
            waiting.extend(self.children(Some(id)).into_iter().rev().map(|child| (child, depth + 1)));
        }
        walked
    }

    /// The bodies directly below `parent`, in their order; the highest ones for none.
    pub fn children(&self, parent: Option<CouncilId>) -> Vec<CouncilId> {
        let mut children: Vec<&Node> =
            self.nodes.values().filter(|node| self.parent_of(node) == parent).collect();
        children.sort_by_key(|node| (node.position, node.id));
        children.into_iter().map(|node| node.id).collect()
    }

    /// `council` and every body below it, from the top down.
    pub fn below(&self, council: CouncilId) -> Vec<CouncilId> {
        let mut found = vec![council];
        let mut seen = BTreeSet::from([council]);
        let mut at = 0;
        while let Some(next) = found.get(at).copied() {
            found.extend(self.children(Some(next)).into_iter().filter(|child| seen.insert(*child)));
            at += 1;
        }
        found
    }

    /// At which step `council` stands.
    pub fn depth(&self, council: CouncilId) -> u32 {
        let mut depth = 0;
        let mut at = self.nodes.get(&council).and_then(|node| self.parent_of(node));
        while let Some(parent) = at.filter(|_| depth <= DEEPEST) {
            depth += 1;
            at = self.nodes.get(&parent).and_then(|node| self.parent_of(node));
        }
        depth
    }

    fn parent_of(&self, node: &Node) -> Option<CouncilId> {
        node.parent.filter(|parent| self.nodes.contains_key(parent))
    }

    /// How many steps the tree reaches below `council`.
    fn height(&self, council: CouncilId) -> u32 {
        let below = self.below(council);
        let own = self.depth(council);
        below.into_iter().map(|id| self.depth(id)).max().unwrap_or(own) - own
    }
}

/// Whether a body would be called like another one beside it. Names are compared in each language, as searching folds them.
///
/// # Errors
/// [`TreeRefusal::SameName`].
pub fn call<'a>(name: &Text, beside: impl IntoIterator<Item = &'a Text>) -> Result<(), TreeRefusal> {
    let folded =
        |text: &Text, lang| fold(text.in_lang(lang)).split_whitespace().collect::<Vec<_>>().join(" ");
    let is_same = |other: &Text| {
        name.pieces().any(|(lang, _)| {
            let own = folded(name, lang);
            !own.is_empty() && own == folded(other, lang)
        })
    };
    if beside.into_iter().any(is_same) { Err(TreeRefusal::SameName) } else { Ok(()) }
}

/// At which step `council` (none: one that is being set up) stands when put below `parent`, or why it cannot stand there.
///
/// # Errors
/// [`TreeRefusal::NoSuchParent`], [`TreeRefusal::Cycle`] or [`TreeRefusal::TooDeep`].
pub fn put_below(
    tree: &Tree,
    council: Option<CouncilId>,
    parent: Option<CouncilId>,
) -> Result<u32, TreeRefusal> {
    let Some(parent) = parent else { return Ok(0) };
    let above = tree.nodes.get(&parent).ok_or(TreeRefusal::NoSuchParent)?;
    if council.is_some_and(|council| tree.below(council).contains(&parent)) {
        return Err(TreeRefusal::Cycle);
    }
    let stays =
        council.and_then(|council| tree.nodes.get(&council)).is_some_and(|n| n.parent == Some(parent));
    if above.closed && !stays {
        return Err(TreeRefusal::NoSuchParent);
    }
    let depth = tree.depth(parent) + 1;
    if depth + council.map_or(0, |council| tree.height(council)) > DEEPEST {
        return Err(TreeRefusal::TooDeep { deepest: DEEPEST + 1 });
    }
    Ok(depth)
}

/// Whether `council` may be closed: its seats and history stay, nothing new happens to it.
///
/// # Errors
/// [`TreeRefusal::AlreadyClosed`] or [`TreeRefusal::HasOpenBelow`].
pub fn close(tree: &Tree, council: CouncilId) -> Result<(), TreeRefusal> {
    if tree.nodes.get(&council).is_some_and(|node| node.closed) {
        return Err(TreeRefusal::AlreadyClosed);
    }
    let is_open = |id: &&CouncilId| tree.nodes.get(id).is_some_and(|node| !node.closed);
    match tree.children(Some(council)).iter().filter(is_open).count() {
        0 => Ok(()),
        count => Err(TreeRefusal::HasOpenBelow { count }),
    }
}

/// Whether `council` may be opened again: only below an open body.
///
/// # Errors
/// [`TreeRefusal::NotClosed`] or [`TreeRefusal::NoSuchParent`].
pub fn reopen(tree: &Tree, council: CouncilId) -> Result<(), TreeRefusal> {
    let node = tree.nodes.get(&council).filter(|node| node.closed).ok_or(TreeRefusal::NotClosed)?;
    match node.parent.and_then(|parent| tree.nodes.get(&parent)) {
        Some(parent) if parent.closed => Err(TreeRefusal::NoSuchParent),
        _ => Ok(()),
    }
}

/// Whether `council` may go to the bin: not while bodies stand below it.
///
/// # Errors
/// [`TreeRefusal::HasBelow`].
pub fn bin(tree: &Tree, council: CouncilId) -> Result<(), TreeRefusal> {
    match tree.children(Some(council)).len() {
        0 => Ok(()),
        count => Err(TreeRefusal::HasBelow { count }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn id(n: u8) -> CouncilId {
        CouncilId(Uuid::from_u128(n.into()))
    }

    fn node(n: u8, parent: Option<u8>) -> Node {
        Node { id: id(n), parent: parent.map(id), position: n.into(), closed: false }
    }

    /// 1 above 2 and 3; 4 below 2.
    fn small() -> Tree {
        Tree::new([node(1, None), node(2, Some(1)), node(3, Some(1)), node(4, Some(2))])
    }

    #[test]
    fn each_body_is_followed_by_those_below_it() {
        let walked: Vec<_> = small().walk();
        assert_eq!(walked, [(id(1), 0), (id(2), 1), (id(4), 2), (id(3), 1)]);
    }

    #[test]
    fn a_body_cannot_stand_below_itself_or_below_what_is_below_it() {
        let tree = small();
        assert_eq!(put_below(&tree, Some(id(2)), Some(id(2))), Err(TreeRefusal::Cycle));
        assert_eq!(put_below(&tree, Some(id(1)), Some(id(4))), Err(TreeRefusal::Cycle));
        assert_eq!(put_below(&tree, Some(id(2)), Some(id(3))), Ok(2));
        assert_eq!(put_below(&tree, Some(id(4)), None), Ok(0));
    }

    #[test]
    fn a_tree_has_at_most_eight_steps() {
        let chain = Tree::new(
            (1..=8).map(|n| node(n, (n > 1).then(|| n - 1))).chain([node(20, None), node(21, Some(20))]),
        );
        assert_eq!(put_below(&chain, None, Some(id(7))), Ok(7));
        assert_eq!(put_below(&chain, None, Some(id(8))), Err(TreeRefusal::TooDeep { deepest: 8 }));
        assert_eq!(
            put_below(&chain, Some(id(20)), Some(id(7))),
            Err(TreeRefusal::TooDeep { deepest: 8 }),
            "what stands below moves with it"
        );
    }

    #[test]
    fn nothing_new_goes_below_a_closed_body_and_what_is_there_stays() {
        let tree = Tree::new([Node { closed: true, ..node(1, None) }, node(2, Some(1)), node(3, None)]);
        assert_eq!(put_below(&tree, None, Some(id(1))), Err(TreeRefusal::NoSuchParent));
        assert_eq!(put_below(&tree, Some(id(3)), Some(id(1))), Err(TreeRefusal::NoSuchParent));
        assert_eq!(put_below(&tree, Some(id(2)), Some(id(1))), Ok(1));
        assert_eq!(put_below(&tree, None, Some(id(99))), Err(TreeRefusal::NoSuchParent));
    }

    #[test]
    fn a_body_closes_after_those_below_it_and_opens_before_them() {
        let mut tree = small();
        assert_eq!(close(&tree, id(2)), Err(TreeRefusal::HasOpenBelow { count: 1 }));
        assert_eq!(close(&tree, id(4)), Ok(()));
        tree.nodes.get_mut(&id(4)).unwrap().closed = true;
        tree.nodes.get_mut(&id(2)).unwrap().closed = true;
        assert_eq!(close(&tree, id(2)), Err(TreeRefusal::AlreadyClosed));
        assert_eq!(reopen(&tree, id(4)), Err(TreeRefusal::NoSuchParent));
        assert_eq!(reopen(&tree, id(2)), Ok(()));
        assert_eq!(reopen(&tree, id(1)), Err(TreeRefusal::NotClosed));
    }

    #[test]
    fn a_name_beside_the_same_name_is_asked_about_whatever_its_case_accents_and_spaces() {
        let day = jiff::civil::date(2026, 11, 22);
        let health = Text::both("Health", "Santé", day);
        let asked = |en: &str, fr: &str| call(&Text::both(en, fr, day), [&health]);
        assert_eq!(asked("HEALTH ", "Autre"), Err(TreeRefusal::SameName));
        assert_eq!(asked("Other", "sante"), Err(TreeRefusal::SameName));
        assert_eq!(asked("Santé", "Health"), Ok(()), "each language on its own");
        assert_eq!(asked("Other", ""), Ok(()));
    }

    #[test]
    fn a_body_with_others_below_it_does_not_go_to_the_bin() {
        assert_eq!(bin(&small(), id(1)), Err(TreeRefusal::HasBelow { count: 2 }));
        assert_eq!(bin(&small(), id(3)), Ok(()));
    }

    fn any_tree() -> impl Strategy<Value = Tree> {
        // Each body stands below an earlier one or highest: every tree, and nothing but trees.
        proptest::collection::vec(proptest::option::of(any::<prop::sample::Index>()), 1..24).prop_map(
            |parents| {
                Tree::new(parents.iter().enumerate().map(|(n, parent)| {
                    let n = u8::try_from(n).unwrap();
                    node(
                        n,
                        parent.filter(|_| n > 0).map(|index| u8::try_from(index.index(n.into())).unwrap()),
                    )
                }))
            },
        )
    }

    proptest! {
        #[test]
        fn walking_meets_every_body_once(tree in any_tree()) {
            let met: BTreeSet<_> = tree.walk().into_iter().map(|(id, _)| id).collect();
            prop_assert_eq!(met.len(), tree.walk().len());
            prop_assert_eq!(met.len(), tree.nodes.len());
        }

        #[test]
        fn every_move_that_is_allowed_leaves_a_tree(tree in any_tree(), moved in any::<prop::sample::Index>(), to in proptest::option::of(0_u8..24)) {
            let ids: Vec<_> = tree.nodes.keys().copied().collect();
            let moved = *moved.get(&ids);
            if let Ok(depth) = put_below(&tree, Some(moved), to.map(id)) {
                let mut after = tree.clone();
                after.nodes.get_mut(&moved).unwrap().parent = to.map(id);
                prop_assert_eq!(after.walk().len(), after.nodes.len(), "nothing is cut off");
                prop_assert_eq!(after.depth(moved), depth);
            }
        }

        #[test]
        fn what_is_refused_as_a_cycle_is_one(tree in any_tree(), moved in 0_u8..24, to in 0_u8..24) {
            let refused = put_below(&tree, Some(id(moved)), Some(id(to))) == Err(TreeRefusal::Cycle);
            let is_cycle = tree.nodes.contains_key(&id(to)) && tree.below(id(moved)).contains(&id(to));
            prop_assert_eq!(refused, is_cycle);
        }
    }
}
