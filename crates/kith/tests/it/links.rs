//! Every kind of link has one room that writes it, and joins kinds of objects that rooms bring.

use platform::manifest::House;
use std::collections::BTreeSet;

#[test]
fn a_kind_of_link_is_written_by_one_room_and_its_ends_are_known() {
    let house = House::new(kith::rooms());
    let mut names = BTreeSet::new();
    for link in house.rooms.iter().flat_map(|room| &room.links) {
        assert!(names.insert(link.name), "two rooms write links of the kind {}", link.name);
        for end in [link.from, link.to] {
            assert!(house.providers.iter().any(|provider| provider.kind == end), "nobody brings {end}");
        }
    }
    assert!(!names.is_empty());
}
