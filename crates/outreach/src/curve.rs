//! The growth of the partnership as a picture: an SVG made here, mirrored for right-to-left, with a title and a description. The
//! same numbers always stand beside it as a table.

use crate::rules::growth::Point;
use maud::{Markup, html};

/// How large the picture is, in its own units: its text has a size of its own, so a small picture is no large one made smaller.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    width: u32,
    height: u32,
    /// Room at the sides.
    side: u32,
    /// Room above and below, for numbers and periods.
    edge: u32,
    /// So many points have their number written above them; of more, the highest only.
    numbered: usize,
    class: &'static str,
}

/// A page's own picture.
pub(crate) const LARGE: Frame =
    Frame { width: 620, height: 260, side: 44, edge: 34, numbered: 14, class: "curve" };
/// A picture beside something else.
pub(crate) const SMALL: Frame =
    Frame { width: 300, height: 130, side: 24, edge: 26, numbered: 4, class: "curve small" };

/// What is said about the picture.
pub(crate) struct Said<'a> {
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
    /// What the first and the last period are called.
    pub(crate) ends: (&'a str, &'a str),
}

/// Draws who is a partner at the end of each period; nothing for no period.
pub(crate) fn curve(
    frame: Frame,
    points: &[Point],
    said: &Said<'_>,
    (number, rtl): (impl Fn(u32) -> String, bool),
) -> Markup {
    let Frame { width, height, side, edge, numbered, class } = frame;
    let top = points.iter().map(|one| one.standing).max().unwrap_or_default().max(1);
    let places = places(frame, points, top, rtl);
    let line: Vec<String> = places.iter().map(|(x, y)| format!("{x},{y}")).collect();
    let (floor, below) = (height - edge, height - edge / 4);
    let (start, end) = if rtl { (width - side, side) } else { (side, width - side) };
    let (first, last) = if rtl { (width - 4, 4) } else { (4, width - 4) };
    let stands = |at: usize| class_of(at, points.len());
    html! {
        @if !points.is_empty() {
            svg class=(class) role="img" aria-labelledby="curve-title curve-description" viewBox=(format!("0 0 {width} {height}")) direction=(if rtl { "rtl" } else { "ltr" }) {
                title #curve-title { (said.title) }
                desc #curve-description { (said.description) }
                path.axis d=(format!("M{start} {floor}H{end}")) fill="none" {}
                polyline.line points=(line.join(" ")) fill="none" {}
                @for (at, (point, (x, y))) in points.iter().zip(&places).enumerate() {
                    circle.knot cx=(x) cy=(y) r="5" {}
                    @if points.len() <= numbered { text class=(stands(at)) x=(x) y=(y.saturating_sub(10)) text-anchor="middle" { (number(point.standing)) } }
                }
                text.note x=(first) y=(below) text-anchor="start" { (said.ends.0) }
                @if points.len() > 1 { text.note x=(last) y=(below) text-anchor="end" { (said.ends.1) } }
                @if points.len() > numbered { text.note x=(first) y=(edge - 12) text-anchor="start" { (number(top)) } }
            }
        }
    }
}

/// Every other number gives way where there is no room: never the first, never the last.
const fn class_of(at: usize, all: usize) -> &'static str {
    if all > 7 && (all - 1 - at) % 2 == 1 && at > 0 { "note between" } else { "note" }
}

/// Where each point stands: evenly from one side to the other, as high as its share of the highest.
fn places(frame: Frame, points: &[Point], top: u32, rtl: bool) -> Vec<(u32, u32)> {
    let Frame { width, height, side, edge, .. } = frame;
    let steps = u32::try_from(points.len().saturating_sub(1)).unwrap_or(u32::MAX).max(1);
    let (wide, high) = (width - 2 * side, height - 2 * edge);
    (0_u32..)
        .zip(points)
        .map(|(at, point)| {
            let along = side + wide.saturating_mul(at) / steps;
            let up = u64::from(high) * u64::from(point.standing) / u64::from(top.max(1));
            let up = u32::try_from(up).unwrap_or(high);
            (if rtl { width - along } else { along }, height - edge - up)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn points(standing: &[u32]) -> Vec<Point> {
        standing
            .iter()
            .map(|n| Point { begins: date(2020, 1, 1), joined: 0, left: 0, standing: *n })
            .collect()
    }

    fn drawn(standing: &[u32], rtl: bool) -> String {
        let said = Said { title: "t", description: "<d>", ends: ("2020", "2026") };
        curve(LARGE, &points(standing), &said, (|n: u32| n.to_string(), rtl)).into_string()
    }

    #[test]
    fn the_highest_point_stands_at_the_top_and_nothing_at_the_floor() {
        assert_eq!(places(LARGE, &points(&[0, 5, 10]), 10, false), [(44, 226), (310, 130), (576, 34)]);
        assert_eq!(places(LARGE, &points(&[0, 10]), 10, true), [(576, 226), (44, 34)], "mirrored");
    }

    #[test]
    fn words_are_escaped_and_few_points_have_numbers() {
        let few = drawn(&[5, 15], false);
        assert!(few.contains("&lt;d&gt;") && few.contains(">15</text>"), "{few}");
        assert!(!drawn(&[1; 30], false).contains("y=\"24\""));
        let many = drawn(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], false);
        assert_eq!(many.matches("note between").count(), 4, "every other one gives way on a phone: {many}");
        assert!(
            many.contains("class=\"note\" x=\"44\"") && many.contains("class=\"note\" x=\"576\""),
            "never an end: {many}"
        );
        assert_eq!(drawn(&[], false), "");
    }

    proptest! {
        #[test]
        fn every_point_stands_inside_the_picture(standing in proptest::collection::vec(0_u32..100_000, 1..60), rtl: bool) {
            let top = standing.iter().copied().max().unwrap_or(1).max(1);
            for frame in [LARGE, SMALL] {
                let (wide, high) = (frame.side..=frame.width - frame.side, frame.edge..=frame.height - frame.edge);
                for (x, y) in places(frame, &points(&standing), top, rtl) {
                    prop_assert!(wide.contains(&x) && high.contains(&y));
                }
            }
        }
    }
}
