//! A tree as a sheet: one row per line, from the top down, with the step at which it stands or the line above it. It grows row by row,
//! and what has no place is told with its row. Read back, it is the same tree.

use super::{
    kinds::Kind,
    tree::{DEEPEST, MOST, TreeRefusal, code_key},
};
use platform::errors::Refusal;
use std::collections::{BTreeSet, HashMap};

platform::refusals! {
    /// Why a row of a sheet has no place in the tree.
    pub enum OutlineRefusal {
        /// It stands two steps or more below the row before it.
        Skips { row: u32, step: u32, before: u32 } = "plan-sheet-skips",
        /// The first row does not stand highest.
        StartsBelow = "plan-sheet-starts-below",
        /// A line of its kind does not stand there.
        WrongOrder { row: u32 } = "plan-sheet-wrong-order",
        /// Its code came before.
        CodeTwice { row: u32, code: String } = "plan-sheet-code-twice",
        /// It has no code.
        NoCode { row: u32 } = "plan-sheet-no-code",
        /// The line that it names above itself stands in no row before it. So no line can come to stand below itself.
        AboveUnknown { code: String } = "plan-sheet-above-unknown",
    }
}

/// Where a row stands in the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The code of the line above it; none for a highest one.
    pub above: Option<String>,
    /// Its step, from 0.
    pub depth: u32,
    /// Its place among those below the same line, from 0.
    pub position: u32,
}

/// What a row says of its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place<'a> {
    /// It stands at this step, from 0, below what was open there.
    Step(u32),
    /// It stands below the line of this code; highest for none.
    Below(Option<&'a str>),
    /// Nothing: it stands below the nearest line before it below which its kind may stand.
    Anywhere,
}

#[derive(Debug, Clone)]
struct Hung {
    code: String,
    kind: Kind,
    depth: u32,
    below: u32,
}

/// A tree that grows row by row.
#[derive(Debug, Clone, Default)]
pub struct Growing {
    lines: HashMap<String, Hung>,
    /// The keys of the codes of the last row and of what stands above it, from the top.
    open: Vec<String>,
    highest: u32,
    seen: BTreeSet<String>,
}

impl Growing {
    /// Whether a row has brought this code.
    pub fn has(&self, code: &str) -> bool {
        self.seen.contains(&code_key(code))
    }

    /// Hangs a row where it says it stands, or gives all that is wrong with it; what follows is then read as though it stood there.
    ///
    /// # Errors
    /// [`OutlineRefusal`] and [`TreeRefusal`].
    pub fn hang(
        &mut self,
        row: u32,
        place: Place<'_>,
        (code, kind): (&str, Kind),
    ) -> Result<Spot, Vec<Box<dyn Refusal>>> {
        let mut wrong: Vec<Box<dyn Refusal>> = Vec::new();
        let key = code_key(code);
        if key.is_empty() {
            wrong.push(Box::new(OutlineRefusal::NoCode { row }));
        } else if !self.seen.insert(key.clone()) {
            wrong.push(Box::new(OutlineRefusal::CodeTwice { row, code: code.to_owned() }));
        }
        if self.seen.len() > MOST {
            wrong.push(Box::new(TreeRefusal::TooMany { most: u32::try_from(MOST).unwrap_or(u32::MAX) }));
        }
        let above = self.above(row, place, kind).unwrap_or_else(|why| {
            wrong.push(Box::new(why));
            self.open.last().cloned()
        });
        let above = above.and_then(|key| self.lines.get_mut(&key));
        let is_in_order = kind.stands_below(above.as_ref().map(|line| line.kind));
        let spot = match above {
            None => Spot { above: None, depth: 0, position: self.highest },
            Some(line) => {
                line.below += 1;
                Spot { above: Some(line.code.clone()), depth: line.depth + 1, position: line.below - 1 }
            }
        };
        self.highest += u32::from(spot.above.is_none());
        if spot.depth > DEEPEST {
            wrong.push(Box::new(TreeRefusal::TooDeep { deepest: DEEPEST + 1 }));
        }
        if wrong.is_empty() && !is_in_order {
            wrong.push(match &spot.above {
                None => Box::new(TreeRefusal::NotHighest),
                Some(_) => Box::new(OutlineRefusal::WrongOrder { row }),
            });
        }
        self.open.truncate(usize::try_from(spot.depth).unwrap_or(usize::MAX));
        self.open.push(key.clone());
        let hung = Hung { code: code.to_owned(), kind, depth: spot.depth.min(DEEPEST), below: 0 };
        self.lines.entry(key).or_insert(hung);
        if wrong.is_empty() { Ok(spot) } else { Err(wrong) }
    }

    /// The key of the line above a row.
    fn above(&mut self, row: u32, place: Place<'_>, kind: Kind) -> Result<Option<String>, OutlineRefusal> {
        match place {
            Place::Below(None) => {
                self.open.clear();
                Ok(None)
            }
            Place::Below(Some(code)) => {
                let key = code_key(code);
                if !self.lines.contains_key(&key) {
                    return Err(OutlineRefusal::AboveUnknown { code: code.to_owned() });
                }
                self.open.clear();
                Ok(Some(key))
            }
            Place::Step(step) => {
                let before = u32::try_from(self.open.len()).unwrap_or(u32::MAX);
                if step > before && before == 0 {
                    return Err(OutlineRefusal::StartsBelow);
                }
                if step > before {
                    return Err(OutlineRefusal::Skips { row, step: step.saturating_add(1), before });
                }
                self.open.truncate(usize::try_from(step).unwrap_or(usize::MAX));
                Ok(self.open.last().cloned())
            }
            Place::Anywhere => {
                let fits = |key: &String| {
                    self.lines
                        .get(key)
                        .is_some_and(|line| line.kind != kind && kind.stands_below(Some(line.kind)))
                };
                while self.open.last().is_some_and(|key| !fits(key)) {
                    self.open.pop();
                }
                Ok(self.open.last().cloned())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        NodeId,
        rules::tree::{Forest, Node},
    };
    use proptest::prelude::*;
    use uuid::Uuid;

    fn codes(hung: Result<Spot, Vec<Box<dyn Refusal>>>) -> Vec<&'static str> {
        hung.map_or_else(|wrong| wrong.iter().map(|one| one.code()).collect(), |_| Vec::new())
    }

    #[test]
    fn levels_that_skip_are_told_row_by_row_and_so_is_everything_else() {
        let mut tree = Growing::default();
        let rows = [
            (0, "1", Kind::Priority, &[][..]),
            (2, "1.1.1", Kind::Action, &["plan-sheet-skips"]),
            (1, "1.2", Kind::Goal, &[]),
            (1, " 1 ", Kind::Need, &["plan-sheet-code-twice"]),
            (1, "1.3", Kind::Need, &["plan-sheet-wrong-order"]),
            (1, "", Kind::Goal, &["plan-sheet-no-code"]),
            (0, "2", Kind::Goal, &["plan-not-highest"]),
        ];
        for (n, (step, code, kind, expected)) in rows.into_iter().enumerate() {
            let row = u32::try_from(n).unwrap();
            assert_eq!(codes(tree.hang(row, Place::Step(step), (code, kind))), expected, "row {n}");
        }
        let first = Growing::default().hang(1, Place::Step(1), ("a", Kind::Goal));
        assert_eq!(codes(first)[0], "plan-sheet-starts-below");
    }

    #[test]
    fn a_cycle_of_lines_that_name_each_other_is_refused() {
        let mut tree = Growing::default();
        let below = |above| Place::Below(Some(above));
        assert_eq!(codes(tree.hang(2, below("B"), ("A", Kind::Priority))), ["plan-sheet-above-unknown"]);
        let second = tree.hang(3, below("A"), ("B", Kind::Priority)).unwrap();
        assert_eq!((second.above.as_deref(), second.position), (Some("A"), 0));
        assert_eq!(codes(tree.hang(4, below("C"), ("C", Kind::Priority))), ["plan-sheet-above-unknown"]);
    }

    #[test]
    fn no_line_stands_deeper_than_a_plan_reaches_and_none_is_one_too_many() {
        let mut tree = Growing::default();
        for step in 0..=DEEPEST {
            assert!(tree.hang(step, Place::Step(step), (&format!("c{step}"), Kind::Priority)).is_ok());
        }
        let deeper = tree.hang(99, Place::Step(DEEPEST + 1), ("deep", Kind::Priority));
        assert_eq!(codes(deeper), ["plan-too-deep"]);
        for n in tree.seen.len()..MOST {
            assert!(tree.hang(1, Place::Step(0), (&format!("n{n}"), Kind::Priority)).is_ok());
        }
        assert_eq!(codes(tree.hang(1, Place::Step(0), ("last", Kind::Priority))), ["plan-too-many"]);
    }

    #[test]
    fn rows_without_a_step_stand_below_what_their_kind_may_stand_below() {
        let mut tree = Growing::default();
        let mut above = |code: &str, kind| tree.hang(1, Place::Anywhere, (code, kind)).unwrap().above;
        assert_eq!(above("1", Kind::Priority), None);
        assert_eq!(above("a", Kind::Goal).as_deref(), Some("1"));
        assert_eq!(above("b", Kind::Action).as_deref(), Some("a"));
        assert_eq!(above("c", Kind::Action).as_deref(), Some("a"));
        assert_eq!(above("d", Kind::Goal).as_deref(), Some("1"));
        assert_eq!(above("2", Kind::Priority), None);
    }

    fn any_forest() -> impl Strategy<Value = Forest> {
        proptest::collection::vec((0_usize..6, proptest::option::of(0_u128..30)), 0..30).prop_map(|all| {
            let mut forest = Forest::default();
            for (n, (kind, parent)) in all.into_iter().enumerate() {
                let node = Node {
                    id: NodeId(Uuid::from_u128(n.try_into().unwrap())),
                    parent: parent.map(|n| NodeId(Uuid::from_u128(n))),
                    position: n.try_into().unwrap(),
                    code: format!("code {n}"),
                    kind: Kind::ALL[kind],
                };
                let _refused = forest.insert(node);
            }
            forest
        })
    }

    proptest! {
        #[test]
        fn a_tree_taken_out_and_read_back_is_the_same_tree(forest in any_forest(), by_codes in any::<bool>()) {
            let mut tree = Growing::default();
            for (id, step) in forest.walk() {
                let node = forest.get(id).unwrap();
                let parent = node.parent.map(|id| forest.get(id).unwrap().code.clone());
                let place = if by_codes { Place::Below(parent.as_deref()) } else { Place::Step(step) };
                let spot = tree.hang(1, place, (&node.code, node.kind)).unwrap();
                prop_assert_eq!((&spot.above, spot.depth), (&parent, step));
                let beside = forest.children(node.parent).iter().position(|other| *other == id).unwrap();
                prop_assert_eq!(usize::try_from(spot.position).unwrap(), beside);
            }
        }

        #[test]
        fn what_is_taken_makes_a_forest(steps in proptest::collection::vec((0_u32..5, 0_usize..6), 0..20)) {
            let (mut tree, mut forest) = (Growing::default(), Forest::default());
            let mut ids: HashMap<String, NodeId> = HashMap::new();
            for (n, (step, kind)) in steps.iter().enumerate() {
                let (code, kind) = (n.to_string(), Kind::ALL[*kind]);
                let Ok(spot) = tree.hang(1, Place::Step(*step), (&code, kind)) else { break };
                let id = NodeId(Uuid::from_u128(n.try_into().unwrap()));
                let parent = spot.above.map(|above| ids[&above]);
                let node = Node { id, parent, position: spot.position, code: code.clone(), kind };
                prop_assert_eq!(forest.insert(node).unwrap(), spot.depth);
                ids.insert(code, id);
            }
        }
    }
}
