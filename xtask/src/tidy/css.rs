//! Style sheets know start and end, never left and right: a page that is mirrored for Arabic stays right.

use super::Finding;
use super::tree::Tree;

/// Properties named after a side of the screen.
const SIDED: &[&str] = &[
    "left",
    "right",
    "border-top-left-radius",
    "border-top-right-radius",
    "border-bottom-left-radius",
    "border-bottom-right-radius",
];
/// Beginnings of such properties.
const SIDED_FAMILIES: &[&str] = &[
    "margin-left",
    "margin-right",
    "padding-left",
    "padding-right",
    "border-left",
    "border-right",
    "scroll-margin-left",
    "scroll-margin-right",
    "scroll-padding-left",
    "scroll-padding-right",
];
/// Properties whose value may name a side.
const SIDED_VALUES: &[&str] = &["text-align", "text-align-last", "float", "clear", "caption-side"];
/// Shorthands whose four values go round the screen: right and left must be equal.
const ROUND: &[&str] = &["margin", "padding", "inset", "border-width", "border-style", "border-color"];

/// Declarations that name left or right.
pub fn physical(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.texts("css") {
        for (line, declaration) in declarations(text) {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            let (property, value) = (property.trim().to_lowercase(), value.trim().to_lowercase());
            if names_a_side(&property, &value) {
                let text = format!("`{}`: name start and end, not left and right", declaration.trim());
                findings.push(Finding::new(path, line, format!("{path}::{property}"), text));
            }
        }
    }
    findings
}

fn names_a_side(property: &str, value: &str) -> bool {
    let words: Vec<&str> = value.split_whitespace().filter(|word| *word != "!important").collect();
    let round = ROUND.contains(&property) && !value.contains('(');
    let unequal = matches!(words.as_slice(), [_, right, _, left] if right != left);
    SIDED.contains(&property)
        || SIDED_FAMILIES.iter().any(|family| property.starts_with(family))
        || (SIDED_VALUES.contains(&property) && words.iter().any(|word| *word == "left" || *word == "right"))
        || (round && unequal)
}

/// The declarations of a style sheet with their lines; comments, selectors and at-rules left out.
fn declarations(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let (mut current, mut line, mut begun) = (String::new(), 1, 1);
    let (mut quote, mut depth, mut in_comment) = (None, 0_usize, false);
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        line += usize::from(c == '\n');
        if in_comment {
            if c == '*' && characters.next_if_eq(&'/').is_some() {
                in_comment = false;
            }
            continue;
        }
        match (quote, c) {
            (Some(open), _) if open == c => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '/') if characters.next_if_eq(&'*').is_some() => {
                in_comment = true;
                continue;
            }
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.saturating_sub(1),
            (None, '{') if depth == 0 => {
                current.clear();
                continue;
            }
            (None, ';' | '}') if depth == 0 => {
                found.push((begun, std::mem::take(&mut current)));
                continue;
            }
            _ => {}
        }
        if current.trim().is_empty() {
            begun = line;
        }
        current.push(c);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found_in(css: &str) -> Vec<String> {
        let tree = Tree::of(&[("assets/kith.css", css)]);
        physical(&tree).into_iter().map(|finding| finding.place).collect()
    }

    #[test]
    fn sides_of_the_screen_are_found_with_their_line() {
        assert_eq!(found_in("a {\n  margin-left: 1rem;\n}"), ["assets/kith.css:2"]);
        for declaration in [
            "padding-right: 0",
            "left: 0",
            "text-align: left",
            "float:right !important",
            "border-left: 1px solid",
            "border-top-left-radius: 2px",
            "margin: 1px 2px 3px 4px",
            "inset: 0 0 0 1rem",
        ] {
            assert_eq!(
                found_in(&format!("@media print {{ a {{ {declaration} }} }}")).len(),
                1,
                "{declaration}"
            );
        }
    }

    #[test]
    fn start_end_and_equal_sides_pass() {
        let fine = "a:hover { margin-inline-start: 1rem; text-align: start; padding: 1px 2px 3px 2px; inset: 0 }
            /* margin-left: 1px; */ .left:focus { background: url(\"a;left:0\"); grid-template-areas: \"left right\" }";
        assert!(found_in(fine).is_empty());
    }
}
