//! The charter of a plan: why the partnership exists, what it wants, and by what it goes. Each is a text of points, one on a line.

use platform::text::Text;
use serde::Serialize;

/// What a name before a colon has at most, in characters; what is longer is a sentence that has a colon in it.
const NAME: usize = 60;
/// What stands before a point in a list that was copied from elsewhere.
const BULLETS: &str = "-–—•*·";

/// What a partnership promises itself beside the lines of its plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Charter {
    /// Why the partnership exists.
    pub purpose: Text,
    /// What it wants, one goal on a line.
    pub goals: Text,
    /// By what it goes, one principle on a line: a name, a colon, what it means.
    pub principles: Text,
}

impl Charter {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.parts().into_iter().all(|(_, text)| text.is_empty())
    }

    /// Its parts in their order, each with the last piece of its word keys (`charter-purpose`).
    pub const fn parts(&self) -> [(&'static str, &Text); 3] {
        [("purpose", &self.purpose), ("goals", &self.goals), ("principles", &self.principles)]
    }
}

/// One point of a charter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point<'a> {
    /// The whole of it, as it was written.
    pub line: &'a str,
    /// Its name, when it has one.
    pub name: Option<&'a str>,
    /// What it says beside its name.
    pub says: &'a str,
}

/// The points of a text, one on each line that says something; a dash or a bullet before it is left out.
pub fn points<'a>(text: &'a str) -> Vec<Point<'a>> {
    let bare = |line: &'a str| {
        line.trim_start_matches(|one: char| BULLETS.contains(one) || one.is_whitespace()).trim_end()
    };
    text.lines().map(bare).filter(|line| !line.is_empty()).map(point).collect()
}

/// A line with a short name before its first colon, or without.
fn point(line: &str) -> Point<'_> {
    let named = line.split_once(':').map(|(name, says)| (name.trim(), says.trim()));
    match named.filter(|(name, says)| is_name(name) && !says.is_empty() && !says.starts_with("//")) {
        Some((name, says)) => Point { line, name: Some(name), says },
        None => Point { line, name: None, says: line },
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().count() <= NAME && !name.contains(['.', '!', '?', ';', '/'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(text: &str) -> Vec<(Option<&str>, &str)> {
        points(text).into_iter().map(|one| (one.name, one.says)).collect()
    }

    #[test]
    fn a_short_name_before_a_colon_is_the_name_of_the_principle() {
        assert_eq!(told("Inclusivity: nobody is left out"), [(Some("Inclusivity"), "nobody is left out")]);
        assert_eq!(
            told("Justice sociale\u{a0}: chacun compte"),
            [(Some("Justice sociale"), "chacun compte")]
        );
    }

    #[test]
    fn a_sentence_with_a_colon_in_it_and_an_address_have_no_name() {
        let long = "We keep in mind what residents told us in all the circles that we held: that it matters";
        assert_eq!(told(long), [(None, long)]);
        assert_eq!(told("https://example.org/charter"), [(None, "https://example.org/charter")]);
        assert_eq!(told("Respect:"), [(None, "Respect:")]);
    }

    #[test]
    fn bullets_and_empty_lines_are_left_out() {
        assert_eq!(told("- one\n\n • two \n  \n– three"), [(None, "one"), (None, "two"), (None, "three")]);
        assert_eq!(told("-\n*"), []);
    }

    proptest! {
        #[test]
        fn no_word_is_lost(lines in proptest::collection::vec("[a-zé:]{1,8}( [a-zé:]{1,8}){0,4}", 0..6)) {
            let text = lines.join("\n- ");
            let letters = |text: &str| text.chars().filter(|one| one.is_alphabetic()).collect::<String>();
            let kept: String = points(&text).into_iter().map(|one| format!("{}{}", one.name.unwrap_or_default(), one.says)).collect();
            prop_assert_eq!(letters(&kept), letters(&text));
        }
    }
}
