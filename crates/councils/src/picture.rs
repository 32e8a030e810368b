//! The tree of bodies as a picture: an SVG made here, mirrored for right-to-left, with a title and a description.
//!
//! The same tree always stands beside it as a list with links; the picture is for seeing the shape at a glance.

use maud::{Markup, html};
use platform::text::Worded;

/// One body in the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Its name.
    pub name: Worded,
    /// The line under its name: its word and its seats.
    pub note: String,
    /// How deep it stands; 0 is a root. Leaves come in the order of a walk through the tree, parents first.
    pub depth: usize,
}

/// The width of the picture, in its own units (as many as CSS pixels at full size).
const WIDTH: usize = 620;
/// The height of one body.
const ROW: usize = 68;
/// How far a child stands in from its parent.
const STEP: usize = 34;
/// Where the knot of a row stands below its top.
const KNOT: usize = 22;
/// Names longer than so many characters are written on two lines.
const LINE: usize = 52;

/// Draws the tree. `title` and `description` are what a screen reader says; `rtl` mirrors it.
pub fn picture(leaves: &[Leaf], title: &str, description: &str, rtl: bool) -> Markup {
    let height = leaves.len() * ROW + 8;
    let x = |from_start: usize| if rtl { WIDTH.saturating_sub(from_start) } else { from_start };
    html! {
        div.scroll {
            svg.tree role="img" aria-labelledby="tree-title tree-description" viewBox=(format!("0 0 {WIDTH} {height}")) direction=(if rtl { "rtl" } else { "ltr" }) {
                title #tree-title { (title) }
                desc #tree-description { (description) }
                @for (row, leaf) in leaves.iter().enumerate() {
                    @if let Some(parent) = parent_row(leaves, row) {
                        path.branch d=(branch(x(at(leaf.depth.saturating_sub(1)).0), parent * ROW + KNOT, x(at(leaf.depth).0), row * ROW + KNOT)) fill="none" {}
                    }
                }
                @for (row, leaf) in leaves.iter().enumerate() {
                    @let (knot, text) = at(leaf.depth);
                    circle.knot.root[leaf.depth == 0] cx=(x(knot)) cy=(row * ROW + KNOT) r="7" {}
                    @let lines = wrapped(&leaf.name.words);
                    @for (n, line) in lines.iter().enumerate() {
                        text.name lang=(leaf.name.lang.code()) x=(x(text)) y=(row * ROW + KNOT + 6 + n * 19) { (line) }
                    }
                    text.note x=(x(text)) y=(row * ROW + KNOT + 6 + lines.len() * 19) { (leaf.note) }
                }
            }
        }
    }
}

/// Where the knot and the text of a depth stand, from the starting edge.
fn at(depth: usize) -> (usize, usize) {
    (12 + depth * STEP, 12 + depth * STEP + 20)
}

/// The row of the parent: the nearest row above that stands one step out.
fn parent_row(leaves: &[Leaf], row: usize) -> Option<usize> {
    let depth = leaves.get(row)?.depth;
    leaves.iter().take(row).rposition(|above| above.depth + 1 == depth)
}

/// Down from the parent, then across to the child.
fn branch(from_x: usize, from_y: usize, to_x: usize, to_y: usize) -> String {
    format!("M{from_x} {from_y}V{to_y}H{to_x}")
}

/// The name on one line, or broken between words into two; what does not fit on the second is cut with an ellipsis.
fn wrapped(name: &str) -> Vec<String> {
    if name.chars().count() <= LINE {
        return vec![name.to_owned()];
    }
    let mut lines = vec![String::new(), String::new()];
    let mut second = false;
    for word in name.split_whitespace() {
        let [first, rest] = lines.as_mut_slice() else { break };
        second = second || first.chars().count() + word.chars().count() + 1 > LINE;
        let line = if second { rest } else { first };
        if second && line.chars().count() + word.chars().count() + 2 > LINE {
            line.push('…');
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.retain(|line| !line.is_empty());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::langs::Lang;

    fn leaf(name: &str, depth: usize) -> Leaf {
        Leaf { name: Worded::new(name, Lang::En), note: "Sub-council · 12 seats".into(), depth }
    }

    #[test]
    fn every_child_hangs_on_the_nearest_body_above_it() {
        let leaves = [leaf("A", 0), leaf("B", 1), leaf("C", 2), leaf("D", 1), leaf("E", 0)];
        assert_eq!(
            (0..5).map(|row| parent_row(&leaves, row)).collect::<Vec<_>>(),
            [None, Some(0), Some(1), Some(0), None]
        );
    }

    #[test]
    fn the_mirrored_picture_starts_at_the_other_edge() {
        let leaves = [leaf("A", 0)];
        assert!(picture(&leaves, "t", "d", false).into_string().contains(r#"cx="12""#));
        assert!(picture(&leaves, "t", "d", true).into_string().contains(r#"cx="608""#));
    }

    #[test]
    fn a_long_name_takes_two_lines_and_no_more() {
        let name = "Conseil local des partenaires pour la pleine participation des personnes immigrantes et réfugiées de la région";
        let lines = wrapped(name);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| line.chars().count() <= LINE + 1), "{lines:?}");
        assert_eq!(wrapped("Short"), ["Short"]);
    }

    #[test]
    fn names_are_escaped() {
        assert!(picture(&[leaf("<b>", 0)], "t", "d", false).into_string().contains("&lt;b&gt;"));
    }
}
