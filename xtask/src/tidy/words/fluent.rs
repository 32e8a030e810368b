//! Fluent files read for their keys, the variables of each, and what each refers to.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// The words of one file.
#[derive(Default, Debug)]
pub struct Words {
    /// Keys of texts, `key.attribute` for attributes, `-key` for terms.
    pub keys: BTreeMap<String, Text>,
    /// Prefixes that a comment declares as put together by the program: `# used: sector-*`.
    pub prefixes: Vec<(usize, String)>,
    /// Lines that the parser could not read, with the reason.
    pub junk: Vec<(usize, String)>,
}

/// What is known of one text.
#[derive(Default, Debug)]
pub struct Text {
    /// Line of its key, from 1.
    pub line: usize,
    /// Names behind `$`.
    pub variables: BTreeSet<String>,
    /// Other texts and terms that it includes.
    pub includes: BTreeSet<String>,
}

impl Words {
    /// Reads a file; what is not Fluent is kept as junk.
    pub fn parse(source: &str) -> Self {
        let mut words = Self::default();
        for (at, line) in source.lines().enumerate() {
            let comment = line.strip_prefix('#').map(|rest| rest.trim_start_matches('#').trim());
            let declared = comment.and_then(|text| text.strip_prefix("used:")).unwrap_or("");
            let prefixes = declared.split([' ', ',']).filter_map(|word| word.strip_suffix('*'));
            words.prefixes.extend(prefixes.map(|prefix| (at + 1, prefix.to_owned())));
        }
        let file = match fluent_syntax::parser::parse(source) {
            Ok(file) => file,
            Err((file, errors)) => {
                let line = |at: usize| source.get(..at).unwrap_or(source).matches('\n').count() + 1;
                words.junk =
                    errors.iter().map(|error| (line(error.pos.start), error.kind.to_string())).collect();
                file
            }
        };
        for entry in file.body {
            words.add(source, &entry);
        }
        words
    }

    fn add(&mut self, source: &str, entry: &Entry<&str>) {
        let (key, line, value, attributes) = match entry {
            Entry::Message(text) => {
                (text.id.name.to_owned(), text.id.name, text.value.as_ref(), &text.attributes)
            }
            Entry::Term(term) => {
                (format!("-{}", term.id.name), term.id.name, Some(&term.value), &term.attributes)
            }
            _ => return,
        };
        let line = line_of(source, line);
        if let Some(pattern) = value {
            self.insert(key.clone(), line, pattern);
        }
        for attribute in attributes {
            self.insert(format!("{key}.{}", attribute.id.name), line, &attribute.value);
        }
    }

    fn insert(&mut self, key: String, line: usize, pattern: &Pattern<&str>) {
        let mut text = Text { line, ..Text::default() };
        text.read(pattern);
        if self.keys.insert(key.clone(), text).is_some() {
            self.junk.push((line, format!("`{key}` is given twice")));
        }
    }
}

/// The line on which `part`, a slice of `source`, stands.
fn line_of(source: &str, part: &str) -> usize {
    let definition = |line: &&str| {
        let rest = line.strip_prefix('-').unwrap_or(line).strip_prefix(part);
        rest.is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    source.lines().position(|line| definition(&line)).map_or(1, |at| at + 1)
}

impl Text {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.read(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                let dotted = attribute.as_ref().map(|attribute| format!("{}.{}", id.name, attribute.name));
                self.includes.insert(dotted.unwrap_or_else(|| id.name.to_owned()));
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.includes.insert(format!("-{}", id.name));
                arguments.iter().flat_map(|list| &list.positional).for_each(|inner| self.inline(inner));
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|inner| self.inline(inner));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_attributes_terms_variables_and_includes_are_read() {
        let words = Words::parse(
            "# used: sector-*, kind-*\n-brand = Kith\nseat-count = { $count ->\n    [one] { $name } at { -brand }\n   *[other] { NUMBER($count) } { seat-note }\n}\n    .label = For { $who }\nseat-note = x\n",
        );
        let keys: Vec<&str> = words.keys.keys().map(String::as_str).collect();
        assert_eq!(keys, ["-brand", "seat-count", "seat-count.label", "seat-note"]);
        let text = &words.keys["seat-count"];
        assert_eq!(text.line, 3);
        assert_eq!(Vec::from_iter(&text.variables), ["count", "name"]);
        assert_eq!(Vec::from_iter(&text.includes), ["-brand", "seat-note"]);
        assert_eq!(Vec::from_iter(&words.keys["seat-count.label"].variables), ["who"]);
        assert_eq!(words.prefixes, [(1, "sector-".to_owned()), (1, "kind-".to_owned())]);
        assert!(words.junk.is_empty());
    }

    #[test]
    fn what_is_not_fluent_and_what_is_given_twice_is_junk() {
        assert_eq!(Words::parse("a = b\nthis is nothing\n").junk.len(), 1);
        assert_eq!(Words::parse("a = b\na = c\n").junk.len(), 1);
    }
}
