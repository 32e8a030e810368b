//! One Rust file as the checks see it: syntax tree, tokens, and which lines are tests.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::ops::RangeInclusive;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// A parsed file.
pub struct Source {
    /// Path from the root of the project.
    pub path: String,
    /// The text as it stands in the file.
    pub text: String,
    /// Its syntax.
    pub file: syn::File,
    /// Its tokens, those inside macros too, attributes of documentation left out.
    pub tokens: Vec<TokenTree>,
    tests: Vec<RangeInclusive<usize>>,
}

/// A string literal, wherever it stands, with its line.
pub struct Text {
    /// Its value, escapes resolved.
    pub value: String,
    /// Line of its first character, from 1.
    pub line: usize,
}

impl Source {
    /// Parses `text`; the error is the parser's sentence with its line.
    pub fn parse(path: &str, text: &str) -> Result<Self, String> {
        let said = |failure: &syn::Error| format!("{} (line {})", failure, failure.span().start().line);
        let file = syn::parse_file(text).map_err(|failure| said(&failure))?;
        let shebangless = text.strip_prefix('\u{feff}').unwrap_or(text);
        let stream: TokenStream = shebangless.parse().map_err(|failure| format!("{failure}"))?;
        let mut finder = TestLines { lines: Vec::new() };
        finder.visit_file(&file);
        let tokens = stream.into_iter().collect();
        Ok(Self { path: path.to_owned(), text: text.to_owned(), file, tokens, tests: finder.lines })
    }

    /// The folder under `crates/` that holds the file.
    pub fn room(&self) -> &str {
        let after = self.path.strip_prefix("crates/").unwrap_or(&self.path);
        after.split('/').next().unwrap_or(after)
    }

    /// Whether the line belongs to tests: the file is one, or the line stands in an item for tests only.
    pub fn is_test(&self, line: usize) -> bool {
        let whole = self.path.contains("/tests/") || self.path.ends_with("/tests.rs");
        whole || self.tests.iter().any(|range| range.contains(&line))
    }

    /// String literals outside tests and documentation.
    pub fn strings(&self) -> Vec<Text> {
        let mut texts = Vec::new();
        each_sequence(&self.tokens, &mut |sequence| {
            texts.extend(sequence.iter().filter_map(text_of));
        });
        texts.retain(|text| !self.is_test(text.line));
        texts
    }
}

/// The value of a string literal token.
pub fn text_of(token: &TokenTree) -> Option<Text> {
    let TokenTree::Literal(literal) = token else { return None };
    let line = literal.span().start().line;
    match syn::Lit::new(literal.clone()) {
        syn::Lit::Str(text) => Some(Text { value: text.value(), line }),
        _ => None,
    }
}

/// Calls `look` with every sequence of neighbouring tokens: the file's, then each group's, documentation left out.
pub fn each_sequence(tokens: &[TokenTree], look: &mut dyn FnMut(&[TokenTree])) {
    look(tokens);
    for token in tokens {
        let TokenTree::Group(group) = token else { continue };
        let inner: Vec<TokenTree> = group.stream().into_iter().collect();
        let is_documentation = group.delimiter() == Delimiter::Bracket
            && inner.first().is_some_and(|token| is_word(token, "doc"))
            && inner.get(1).is_some_and(|token| is_punct(token, '='));
        if !is_documentation {
            each_sequence(&inner, look);
        }
    }
}

/// Whether the token is the identifier or keyword `word`.
pub fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == word)
}

/// Whether the token is the punctuation mark `mark`.
pub fn is_punct(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

/// The group, when the token is one with this delimiter.
pub fn group_of(token: &TokenTree, delimiter: Delimiter) -> Option<&Group> {
    match token {
        TokenTree::Group(group) if group.delimiter() == delimiter => Some(group),
        _ => None,
    }
}

/// Line on which a token begins.
pub fn line_of(token: &TokenTree) -> usize {
    token.span().start().line
}

struct TestLines {
    lines: Vec<RangeInclusive<usize>>,
}

impl TestLines {
    fn note(&mut self, attributes: &[syn::Attribute], whole: proc_macro2::Span) {
        if attributes.iter().any(is_for_tests) {
            self.lines.push(whole.start().line..=whole.end().line);
        }
    }
}

/// `#[test]`, `#[tokio::test]`, `#[cfg(test)]`, `#[cfg(any(test, …))]`.
fn is_for_tests(attribute: &syn::Attribute) -> bool {
    let last_is = |word: &str| attribute.path().segments.last().is_some_and(|segment| segment.ident == word);
    if last_is("test") {
        return true;
    }
    let syn::Meta::List(list) = &attribute.meta else { return false };
    if !last_is("cfg") {
        return false;
    }
    let tokens: Vec<TokenTree> = list.tokens.clone().into_iter().collect();
    let mut found = false;
    each_sequence(&tokens, &mut |sequence| found |= sequence.iter().any(|token| is_word(token, "test")));
    found && !tokens.first().is_some_and(|token| is_word(token, "not"))
}

impl<'ast> Visit<'ast> for TestLines {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.note(&item.attrs, item.span());
        visit::visit_item_mod(self, item);
    }
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.note(&item.attrs, item.span());
        visit::visit_item_fn(self, item);
    }
    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.note(&item.attrs, item.span());
    }
    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        self.note(&item.attrs, item.span());
        visit::visit_item_impl(self, item);
    }
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.note(&item.attrs, item.span());
    }
    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.note(&item.attrs, item.span());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_of_tests_and_documentation_are_left_out() {
        let source = Source::parse(
            "crates/x/src/a.rs",
            "/// SELECT this\nfn a() { b!(\"one\"); }\n#[cfg(test)]\nmod tests {\n fn c() { \"two\"; }\n}\n",
        );
        let values: Vec<String> = source.unwrap().strings().into_iter().map(|text| text.value).collect();
        assert_eq!(values, ["one"]);
    }

    #[test]
    fn a_whole_file_of_tests_is_known_by_its_name() {
        let source = Source::parse("crates/x/src/rules/tests.rs", "fn a() { \"one\"; }").unwrap();
        assert!(source.strings().is_empty());
    }

    #[test]
    fn code_for_everything_but_tests_is_not_a_test() {
        let source = Source::parse("crates/x/src/a.rs", "#[cfg(not(test))]\nfn a() { \"one\"; }").unwrap();
        assert_eq!(source.strings().len(), 1);
    }
}
