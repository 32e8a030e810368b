//! Words that belong to the field stay free for it: technology names its types otherwise.

use super::Finding;
use super::source::Source;
use super::tree::Tree;
use syn::visit::Visit;

/// The words of the field, and what technology says instead.
pub const FIELD: &[(&str, &str)] = &[
    ("service", "handler"),
    ("event", "notice"),
    ("action", "step"),
    ("session", "sign-in"),
    ("report", "summary"),
    ("resource", "object"),
    ("member", "account"),
    ("role", "grant"),
    ("client", "caller"),
    ("plan", "design"),
    ("seat", "office"),
    ("message", "mail"),
];

/// Types of the platform that carry a word of the field.
pub fn field_words_in_technology(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in tree.product().filter(|source| source.room() == "platform") {
        for (name, line) in type_names(source) {
            let taken = FIELD.iter().find(|(word, _)| words_of(&name).iter().any(|part| is_word(part, word)));
            if let Some((word, instead)) = taken {
                let text = format!(
                    "`{name}`: \"{word}\" belongs to the field; technology says \"{instead}\" or the like"
                );
                findings.push(Finding::new(&source.path, line, format!("{}::{name}", source.path), text));
            }
        }
    }
    findings
}

/// The types of a file that are not for tests, with their lines.
pub fn type_names(source: &Source) -> Vec<(String, usize)> {
    let mut types = Types { names: Vec::new() };
    types.visit_file(&source.file);
    let all = types.names.into_iter().map(|ident| (ident.to_string(), ident.span().start().line));
    all.filter(|(_, line)| !source.is_test(*line)).collect()
}

/// Whether `part` is `word`, or its plural.
pub fn is_word(part: &str, word: &str) -> bool {
    let is_plural_of_y =
        || matches!((part.strip_suffix("ies"), word.strip_suffix('y')), (Some(a), Some(b)) if a == b);
    part == word || part.strip_suffix('s') == Some(word) || is_plural_of_y()
}

/// `SignInMail` → `sign`, `in`, `mail`.
pub fn words_of(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for c in name.chars() {
        match words.last_mut() {
            Some(word) if !c.is_uppercase() => word.push(c),
            _ => words.push(c.to_lowercase().collect()),
        }
    }
    words
}

struct Types<'ast> {
    names: Vec<&'ast syn::Ident>,
}

impl<'ast> Visit<'ast> for Types<'ast> {
    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.names.push(&item.ident);
    }
    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.names.push(&item.ident);
    }
    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.names.push(&item.ident);
    }
    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.names.push(&item.ident);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plural_is_its_word_with_an_s_or_ies_for_y() {
        assert!(is_word("seats", "seat") && is_word("seat", "seat") && is_word("signatories", "signatory"));
        assert!(!is_word("signatorys", "signator") && !is_word("ties", "tier") && !is_word("bodies", "bod"));
    }

    #[test]
    fn a_type_of_the_platform_with_a_word_of_the_field_is_found() {
        let tree = Tree::of(&[
            ("crates/platform/src/http.rs", "pub struct SessionToken; pub enum SignIn {} pub trait Roles {}"),
            ("crates/councils/src/rules.rs", "pub struct Seat;"),
        ]);
        let keys: Vec<String> =
            field_words_in_technology(&tree).into_iter().map(|finding| finding.key).collect();
        assert_eq!(keys, ["crates/platform/src/http.rs::SessionToken", "crates/platform/src/http.rs::Roles"]);
    }

    #[test]
    fn a_word_inside_another_is_free() {
        let tree =
            Tree::of(&[("crates/platform/src/a.rs", "struct Planet; struct Reaction; struct Remembered;")]);
        assert!(field_words_in_technology(&tree).is_empty());
    }
}
