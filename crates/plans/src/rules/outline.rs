//! A tree as a sheet: one row per line, from the top down, with the step at which it stands. Read back, it is the same tree.

use super::kinds::Kind;

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
    }
}

/// A row of the sheet: the step, from 0, the code, what the line is and what else it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<F> {
    /// At which step it stands.
    pub step: u32,
    /// Its code.
    pub code: String,
    /// What it is.
    pub kind: Kind,
    /// What it says.
    pub facts: F,
}

/// For each row the place of the row above it in the tree, or every row that has no place, with why.
///
/// # Errors
/// One [`OutlineRefusal`] for each row that is wrong.
pub fn hang<F>(rows: &[Row<F>]) -> Result<Vec<Option<usize>>, Vec<OutlineRefusal>> {
    let (mut open, mut above, mut wrong): (Vec<usize>, Vec<Option<usize>>, Vec<OutlineRefusal>) =
        (Vec::new(), Vec::with_capacity(rows.len()), Vec::new());
    let mut seen = std::collections::BTreeSet::new();
    for (at, row) in rows.iter().enumerate() {
        let number = u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1);
        let step = usize::try_from(row.step).unwrap_or(usize::MAX);
        if step > open.len() {
            let before = u32::try_from(open.len()).unwrap_or(u32::MAX);
            wrong.push(if open.is_empty() {
                OutlineRefusal::StartsBelow
            } else {
                OutlineRefusal::Skips { row: number, step: row.step.saturating_add(1), before }
            });
        }
        open.truncate(step);
        let parent = open.last().copied();
        let kind = parent.and_then(|parent| rows.get(parent)).map(|parent| parent.kind);
        if step <= open.len() && !row.kind.stands_below(kind) {
            wrong.push(OutlineRefusal::WrongOrder { row: number });
        }
        if row.code.trim().is_empty() {
            wrong.push(OutlineRefusal::NoCode { row: number });
        } else if !seen.insert(super::tree::code_key(&row.code)) {
            wrong.push(OutlineRefusal::CodeTwice { row: number, code: row.code.clone() });
        }
        above.push(parent);
        open.push(at);
    }
    if wrong.is_empty() { Ok(above) } else { Err(wrong) }
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

    fn row(step: u32, code: &str, kind: Kind) -> Row<()> {
        Row { step, code: code.into(), kind, facts: () }
    }

    #[test]
    fn levels_that_skip_are_told_row_by_row_and_so_is_everything_else() {
        let rows = [
            row(0, "1", Kind::Priority),
            row(2, "1.1.1", Kind::Action),
            row(1, "1.2", Kind::Goal),
            row(1, " 1 ", Kind::Need),
            row(1, "", Kind::Goal),
        ];
        let wrong = hang(&rows).unwrap_err();
        let expected = [
            OutlineRefusal::Skips { row: 2, step: 3, before: 1 },
            OutlineRefusal::WrongOrder { row: 4 },
            OutlineRefusal::CodeTwice { row: 4, code: " 1 ".into() },
            OutlineRefusal::NoCode { row: 5 },
        ];
        assert_eq!(wrong, expected);
        assert_eq!(hang(&[row(1, "a", Kind::Goal)]).unwrap_err()[0], OutlineRefusal::StartsBelow);
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
        fn a_tree_taken_out_and_read_back_is_the_same_tree(forest in any_forest()) {
            let rows: Vec<Row<NodeId>> = forest
                .walk()
                .into_iter()
                .map(|(id, step)| {
                    let node = forest.get(id).unwrap();
                    Row { step, code: node.code.clone(), kind: node.kind, facts: id }
                })
                .collect();
            let above = hang(&rows).unwrap();
            for (row, parent) in rows.iter().zip(above) {
                prop_assert_eq!(parent.map(|at| rows[at].facts), forest.get(row.facts).unwrap().parent);
            }
        }

        #[test]
        fn what_is_taken_makes_a_forest(steps in proptest::collection::vec((0_u32..5, 0_usize..6), 0..20)) {
            let rows: Vec<Row<()>> = steps.iter().enumerate().map(|(n, (step, kind))| row(*step, &n.to_string(), Kind::ALL[*kind])).collect();
            if let Ok(above) = hang(&rows) {
                let mut forest = Forest::default();
                for (n, (row, parent)) in rows.iter().zip(above).enumerate() {
                    let id = |n: usize| NodeId(Uuid::from_u128(n.try_into().unwrap()));
                    let node = Node { id: id(n), parent: parent.map(id), position: n.try_into().unwrap(), code: row.code.clone(), kind: row.kind };
                    prop_assert_eq!(forest.insert(node).unwrap(), row.step);
                }
            }
        }
    }
}
