//! What can be seen of good writing without understanding it: apostrophes, French spaces, and numbers that agree.

use super::{Tree, all};
use crate::tidy::Finding;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::BTreeSet;

/// Every text in English and French, as a typesetter looks at it.
pub fn typography(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for langs in all(tree).values() {
        for (lang, (path, words)) in langs.iter().filter(|(lang, _)| matches!(lang.as_str(), "en" | "fr")) {
            let source = tree.text(path).unwrap_or_default();
            for (key, faults) in faults_of(lang, source) {
                let line = words.keys.get(&key).map_or(1, |text| text.line);
                let finding =
                    |why| Finding::new(path, line, format!("{path}::{key}"), format!("`{key}`: {why}"));
                findings.extend(faults.into_iter().map(finding));
            }
        }
    }
    findings
}

fn faults_of(lang: &str, source: &str) -> Vec<(String, Vec<String>)> {
    let file = match fluent_syntax::parser::parse(source) {
        Ok(file) | Err((file, _)) => file,
    };
    let never_one = declared(source);
    let mut found = Vec::new();
    for entry in &file.body {
        let Entry::Message(message) = entry else { continue };
        let (Some(pattern), key) = (message.value.as_ref(), message.id.name) else { continue };
        let mut reader =
            Reader { lang, faults: Vec::new(), chosen: Vec::new(), agrees: never_one.contains(key) };
        reader.read(pattern);
        found.push((key.to_owned(), reader.faults));
    }
    found.retain(|(_, faults)| !faults.is_empty());
    found
}

/// Keys whose number is never one, as a comment says: `# never one: line-too-long`.
fn declared(source: &str) -> BTreeSet<&str> {
    let lists = source.lines().filter_map(|line| line.strip_prefix("# never one:"));
    lists.flat_map(|list| list.split([' ', ','])).filter(|key| !key.is_empty()).collect()
}

struct Reader<'a> {
    lang: &'a str,
    faults: Vec<String>,
    /// Variables whose number decided the form that is being read.
    chosen: Vec<&'a str>,
    /// Whether the numbers of this text are known to be many.
    agrees: bool,
}

impl<'a> Reader<'a> {
    fn read(&mut self, pattern: &Pattern<&'a str>) {
        for (at, element) in pattern.elements.iter().enumerate() {
            match element {
                PatternElement::TextElement { value } => self.text(value),
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let by = match selector {
                        InlineExpression::VariableReference { id } => id.name,
                        _ => "",
                    };
                    self.chosen.push(by);
                    variants.iter().for_each(|variant| self.read(&variant.value));
                    self.chosen.pop();
                }
                PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::VariableReference { id }),
                } => {
                    let after = match pattern.elements.get(at + 1) {
                        Some(PatternElement::TextElement { value }) => *value,
                        _ => "",
                    };
                    if let Some(noun) =
                        several(after).filter(|_| !self.agrees && !self.chosen.contains(&id.name))
                    {
                        self.faults
                            .push(format!("“{noun}” after ${} does not change with the number", id.name));
                    }
                }
                PatternElement::Placeable { .. } => {}
            }
        }
    }

    fn text(&mut self, text: &str) {
        if text.contains('\'') {
            self.faults.push("a straight apostrophe where ’ belongs".to_owned());
        }
        if self.lang != "fr" {
            return;
        }
        let letters: Vec<char> = text.chars().collect();
        for (at, pair) in letters.windows(2).enumerate() {
            let ends = letters.get(at + 2).is_none_or(|after| !after.is_alphanumeric());
            let fault = match pair {
                [before, ':'] => {
                    !is_bound(*before) && !before.is_ascii_digit() && !before.is_ascii_lowercase()
                }
                [before, '»'] => !is_bound(*before),
                ['«', after] => !is_bound(*after),
                [before, ';' | '?' | '!'] => ends && before.is_whitespace(),
                _ => false,
            };
            let plain = matches!(pair, [before, ':'] if before.is_alphabetic());
            if fault || (plain && !is_address(text)) {
                self.faults.push(format!(
                    "the space at {:?} is not the one that French writes",
                    pair.iter().collect::<String>()
                ));
            }
        }
    }
}

/// A space at which no line breaks.
fn is_bound(space: char) -> bool {
    matches!(space, '\u{a0}' | '\u{202f}')
}

fn is_address(text: &str) -> bool {
    text.contains("://") || text.contains(":8080")
}

/// The noun in the plural with which `after` begins, when it does.
fn several(after: &str) -> Option<&str> {
    let word = after.strip_prefix([' ', '\u{a0}'])?.split(|c: char| !c.is_alphanumeric()).next()?;
    let plural = word.len() > 3 && word.ends_with(['s', 'x']) && word.starts_with(char::is_lowercase);
    let verb = matches!(
        word,
        "dans"
            | "sans"
            | "sous"
            | "vous"
            | "nous"
            | "has"
            | "was"
            | "this"
            | "plus"
            | "invites"
            | "does"
            | "keeps"
            | "needs"
            | "exists"
            | "owns"
    );
    (plural && !verb).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(lang: &str, source: &str) -> usize {
        faults_of(lang, source).iter().map(|(_, faults)| faults.len()).sum()
    }

    #[test]
    fn good_writing_passes() {
        let french = "a = L’eau\u{a0}: «\u{a0}mot\u{a0}»; quoi? https://exemple.org à 10:30, ?mode=x\n";
        assert_eq!(faults("fr", french), 0);
        let counted = "b = { $n ->\n    [one] { $n } siège\n   *[other] { $n } sièges\n}\n";
        assert_eq!(faults("fr", counted), 0);
        assert_eq!(faults("en", "c = { $name } invites you: come\n"), 0);
        assert_eq!(faults("en", "# never one: d\nd = at most { $max } characters\n"), 0);
    }

    #[test]
    fn every_fault_is_noticed() {
        for (lang, text) in [
            ("fr", "a = l'eau\n"),
            ("en", "a = it's\n"),
            ("fr", "a = Voici : mot\n"),
            ("fr", "a = Voici: mot\n"),
            ("fr", "a = « mot »\n"),
            ("fr", "a = quoi\u{a0}?\n"),
            ("fr", "a = { $n } sièges\n"),
            ("en", "a = { $n } seats\n"),
            ("fr", "a = { $m ->\n    [one] { $n } sièges\n   *[other] x\n}\n"),
        ] {
            assert!(faults(lang, text) > 0, "{text}");
        }
    }
}
