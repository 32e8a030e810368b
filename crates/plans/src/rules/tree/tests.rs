//! The forest: cases, and that nothing done to it makes it anything else.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

fn id(n: u8) -> NodeId {
    NodeId(Uuid::from_u128(n.into()))
}

fn node(n: u8, kind: Kind, parent: Option<u8>) -> Node {
    Node { id: id(n), parent: parent.map(id), position: n.into(), code: format!("c{n}"), kind }
}

/// A priority with two goals, the first of which has two actions.
fn small() -> Forest {
    Forest::new([
        node(1, Kind::Priority, None),
        node(2, Kind::Goal, Some(1)),
        node(3, Kind::Goal, Some(1)),
        node(4, Kind::Action, Some(2)),
        node(5, Kind::Action, Some(2)),
    ])
}

#[test]
fn each_line_is_followed_by_those_below_it() {
    assert_eq!(small().walk(), [(id(1), 0), (id(2), 1), (id(4), 2), (id(5), 2), (id(3), 1)]);
    assert_eq!(small().branch(id(2)), [id(2), id(4), id(5)]);
    assert_eq!(small().above(id(4)), [id(2), id(1)]);
}

#[test]
fn a_line_cannot_stand_below_itself_or_below_what_is_below_it() {
    let goals = Forest::new([
        node(1, Kind::Priority, None),
        node(2, Kind::Goal, Some(1)),
        node(3, Kind::Goal, Some(2)),
    ]);
    assert_eq!(goals.put_below(Some(id(2)), Kind::Goal, Some(id(2))), Err(TreeRefusal::Cycle));
    assert_eq!(goals.put_below(Some(id(2)), Kind::Goal, Some(id(3))), Err(TreeRefusal::Cycle));
    assert_eq!(goals.put_below(Some(id(3)), Kind::Goal, Some(id(1))), Ok(1));
}

#[test]
fn the_kinds_keep_their_order_when_a_line_comes_moves_or_changes_its_kind() {
    let forest = small();
    assert_eq!(forest.put_below(None, Kind::Goal, None), Err(TreeRefusal::NotHighest));
    assert_eq!(forest.put_below(None, Kind::Goal, Some(id(4))), Err(TreeRefusal::WrongOrder));
    assert_eq!(forest.put_below(Some(id(2)), Kind::Project, Some(id(1))), Err(TreeRefusal::WrongOrderBelow));
    assert_eq!(forest.put_below(None, Kind::Goal, Some(id(99))), Err(TreeRefusal::NoSuchParent));
}

#[test]
fn a_code_is_given_once_whatever_its_case_and_spaces() {
    let mut forest = small();
    let twin = Node { code: " C4 ".into(), ..node(9, Kind::Action, Some(2)) };
    assert_eq!(forest.insert(twin), Err(TreeRefusal::CodeTaken { code: "c4".into() }));
    assert_eq!(forest, small(), "nothing has changed");
    assert_eq!(forest.free("C4", Some(id(4))), Ok(()), "it may keep its own");
}

#[test]
fn codes_sort_as_people_count() {
    let mut codes = ["H2.10", "H2.9", "H10.1", "H2.2b", "H2.2a", "H2.1-12", "H2.1-2"];
    codes.sort_by_key(|code| code_key(code));
    assert_eq!(codes, ["H2.1-2", "H2.1-12", "H2.2a", "H2.2b", "H2.9", "H2.10", "H10.1"]);
    assert_eq!(code_key("h02.1"), code_key("H2.1"));
}

#[test]
fn a_line_with_others_below_it_does_not_go() {
    let mut forest = small();
    assert_eq!(forest.remove(id(2)), Err(TreeRefusal::HasBelow { count: 2 }));
    assert_eq!(forest.remove(id(4)), Ok(()));
    assert_eq!(forest.children(Some(id(2))), [id(5)]);
}

#[test]
fn a_moved_line_stands_where_it_was_put_and_the_others_make_room() {
    let mut forest = small();
    assert_eq!(forest.move_to(id(5), Some(id(2)), 0).unwrap(), [(id(5), 0), (id(4), 1)]);
    assert_eq!(forest.children(Some(id(2))), [id(5), id(4)]);
    forest.move_to(id(2), Some(id(1)), 9).unwrap();
    assert_eq!(forest.children(Some(id(1))), [id(3), id(2)]);
}

#[test]
fn a_forest_has_at_most_twelve_steps_and_ten_thousand_lines() {
    let chain =
        (0..12_u8).map(|n| node(n, if n == 0 { Kind::Priority } else { Kind::Goal }, n.checked_sub(1)));
    let forest = Forest::new(chain);
    assert_eq!(forest.put_below(None, Kind::Goal, Some(id(10))), Ok(11));
    assert_eq!(forest.put_below(None, Kind::Goal, Some(id(11))), Err(TreeRefusal::TooDeep { deepest: 12 }));
    let many = (0..10_000_u32).map(|n| Node {
        id: NodeId(Uuid::from_u128(n.into())),
        parent: None,
        position: n,
        code: n.to_string(),
        kind: Kind::Priority,
    });
    let mut forest = Forest::new(many);
    let one_more = node(0, Kind::Priority, None);
    let one_more = Node { id: NodeId(Uuid::from_u128(10_001)), ..one_more };
    assert_eq!(forest.insert(one_more), Err(TreeRefusal::TooMany { most: 10_000 }));
    assert_eq!(forest.walk().len(), 10_000);
}

/// One thing done to a forest.
#[derive(Debug, Clone)]
enum Step {
    Insert(u8, usize, Option<u8>),
    Move(u8, Option<u8>, u8),
    Remove(u8),
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0_u8..40, 0_usize..6, proptest::option::of(0_u8..40)).prop_map(|(n, kind, to)| Step::Insert(n, kind, to)),
        3 => (0_u8..40, proptest::option::of(0_u8..40), 0_u8..6).prop_map(|(n, to, at)| Step::Move(n, to, at)),
        1 => (0_u8..40).prop_map(Step::Remove),
    ]
}

fn take(forest: &mut Forest, step: &Step) {
    match step {
        Step::Insert(n, kind, to) if forest.get(id(*n)).is_none() => {
            let _refused = forest.insert(node(*n, Kind::ALL[*kind], *to));
        }
        Step::Insert(..) => {}
        Step::Move(n, to, at) => {
            let _refused = forest.move_to(id(*n), to.map(id), u32::from(*at));
        }
        Step::Remove(n) => {
            let _refused = forest.remove(id(*n));
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_done_to_it_it_stays_a_forest(steps in proptest::collection::vec(any_step(), 0..80)) {
        let mut forest = Forest::default();
        for step in &steps {
            take(&mut forest, step);
            let walked = forest.walk();
            let met: BTreeSet<_> = walked.iter().map(|(id, _)| *id).collect();
            prop_assert_eq!((walked.len(), met.len()), (forest.len(), forest.len()), "each line is met once");
            for (id, depth) in &walked {
                let node = forest.get(*id).unwrap();
                prop_assert_eq!(*depth, forest.depth(*id));
                prop_assert!(*depth <= DEEPEST);
                prop_assert!(node.parent.is_none_or(|parent| forest.get(parent).is_some()), "no orphan");
                prop_assert!(node.kind.stands_below(node.parent.map(|parent| forest.get(parent).unwrap().kind)));
            }
            let codes: BTreeSet<_> = forest.nodes.values().map(|node| code_key(&node.code)).collect();
            prop_assert_eq!(codes.len(), forest.len(), "no code twice");
            prop_assert_eq!(&Forest::new(forest.nodes.values().cloned()).walk(), &walked, "it is read back as it stands");
        }
    }

    #[test]
    fn what_is_refused_as_a_cycle_is_one(steps in proptest::collection::vec(any_step(), 0..60), moved in 0_u8..40, to in 0_u8..40) {
        let mut forest = Forest::default();
        steps.iter().for_each(|step| take(&mut forest, step));
        let (Some(node), Some(_)) = (forest.get(id(moved)), forest.get(id(to))) else { return Ok(()) };
        let refused = forest.put_below(Some(id(moved)), node.kind, Some(id(to))) == Err(TreeRefusal::Cycle);
        prop_assert_eq!(refused, forest.branch(id(moved)).contains(&id(to)));
    }
}
