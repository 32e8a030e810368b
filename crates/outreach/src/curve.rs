//! The growth of the partnership as a picture: an SVG made here, mirrored for right-to-left, with a title and a description. The
//! same numbers always stand beside it as a table.

use crate::rules::growth::Point;
use maud::{Markup, html};

/// The width of the picture, in its own units.
const WIDTH: u32 = 620;
/// Its height.
const HEIGHT: u32 = 260;
/// Room at the sides for numbers.
const SIDE: u32 = 44;
/// Room above and below.
const EDGE: u32 = 34;
/// So many points have their number written above them.
const NUMBERED: usize = 14;

/// What is said about the picture.
pub(crate) struct Said<'a> {
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
    /// What the first and the last period are called.
    pub(crate) ends: (&'a str, &'a str),
}

/// Draws who is a partner at the end of each period; nothing for no period.
pub(crate) fn curve(points: &[Point], said: &Said<'_>, number: impl Fn(u32) -> String, rtl: bool) -> Markup {
    let top = points.iter().map(|one| one.standing).max().unwrap_or_default().max(1);
    let places = places(points, top, rtl);
    let line: Vec<String> = places.iter().map(|(x, y)| format!("{x},{y}")).collect();
    let floor = HEIGHT - EDGE;
    let (start, end) = if rtl { (WIDTH - SIDE, SIDE) } else { (SIDE, WIDTH - SIDE) };
    html! {
        @if !points.is_empty() {
            div.scroll {
                svg.curve role="img" aria-labelledby="curve-title curve-description" viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) direction=(if rtl { "rtl" } else { "ltr" }) {
                    title #curve-title { (said.title) }
                    desc #curve-description { (said.description) }
                    path.axis d=(format!("M{start} {floor}H{end}")) fill="none" {}
                    polyline.line points=(line.join(" ")) fill="none" {}
                    @for (point, (x, y)) in points.iter().zip(&places) {
                        circle.knot cx=(x) cy=(y) r="5" {}
                        @if points.len() <= NUMBERED { text.note x=(x) y=(y.saturating_sub(10)) text-anchor="middle" { (number(point.standing)) } }
                    }
                    text.note x=(start) y=(HEIGHT - 8) text-anchor="middle" { (said.ends.0) }
                    @if points.len() > 1 { text.note x=(end) y=(HEIGHT - 8) text-anchor="middle" { (said.ends.1) } }
                    @if points.len() > NUMBERED { text.note x=(start) y=(EDGE - 12) text-anchor="middle" { (number(top)) } }
                }
            }
        }
    }
}

/// Where each point stands: evenly from one side to the other, as high as its share of the highest.
fn places(points: &[Point], top: u32, rtl: bool) -> Vec<(u32, u32)> {
    let steps = u32::try_from(points.len().saturating_sub(1)).unwrap_or(u32::MAX).max(1);
    let (wide, high) = (WIDTH - 2 * SIDE, HEIGHT - 2 * EDGE);
    (0_u32..)
        .zip(points)
        .map(|(at, point)| {
            let along = SIDE + wide.saturating_mul(at) / steps;
            let up = u64::from(high) * u64::from(point.standing) / u64::from(top.max(1));
            let up = u32::try_from(up).unwrap_or(high);
            (if rtl { WIDTH - along } else { along }, HEIGHT - EDGE - up)
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
        curve(&points(standing), &said, |n| n.to_string(), rtl).into_string()
    }

    #[test]
    fn the_highest_point_stands_at_the_top_and_nothing_at_the_floor() {
        assert_eq!(places(&points(&[0, 5, 10]), 10, false), [(44, 226), (310, 130), (576, 34)]);
        assert_eq!(places(&points(&[0, 10]), 10, true), [(576, 226), (44, 34)], "mirrored");
    }

    #[test]
    fn words_are_escaped_and_few_points_have_numbers() {
        let few = drawn(&[5, 15], false);
        assert!(few.contains("&lt;d&gt;") && few.contains(">15</text>"), "{few}");
        assert!(!drawn(&[1; 30], false).contains("y=\"24\""));
        assert_eq!(drawn(&[], false), "");
    }

    proptest! {
        #[test]
        fn every_point_stands_inside_the_picture(standing in proptest::collection::vec(0_u32..100_000, 1..60), rtl: bool) {
            let top = standing.iter().copied().max().unwrap_or(1).max(1);
            for (x, y) in places(&points(&standing), top, rtl) {
                prop_assert!((SIDE..=WIDTH - SIDE).contains(&x) && (EDGE..=HEIGHT - EDGE).contains(&y));
            }
        }
    }
}
