//! The keys that Rust sources speak.

use crate::tidy::source::{Source, each_sequence, group_of, is_punct, is_word, line_of, text_of};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::visit::{self, Visit};

/// Methods and macros whose first string is a key: `say.t("…")`, `say.html("…")`, `t!(say, "…")`.
const SPEAKING: &[&str] = &["t", "say", "html"];

/// One place where a key is spoken.
pub struct Spoken {
    /// The key.
    pub key: String,
    /// Line of the call.
    pub line: usize,
    /// Names of the arguments where they stand written out beside the key.
    pub given: Option<BTreeSet<String>>,
}

/// Keys spoken by calls and by codes of refusals, outside tests.
pub fn keys_of(source: &Source) -> Vec<Spoken> {
    let mut found = Vec::new();
    each_sequence(&source.tokens, &mut |sequence| {
        found.extend((0..sequence.len()).filter_map(|at| call(sequence, at)));
        found.extend((0..sequence.len()).flat_map(|at| refusals(sequence, at)));
    });
    let mut codes = Codes { found: Vec::new() };
    codes.visit_file(&source.file);
    found.extend(codes.found);
    found.retain(|spoken| !source.is_test(spoken.line));
    found
}

/// The call that begins at `at`, when it is one of `.t("key", &[("name", …)])` or `t!(say, "key", …)`.
fn call(sequence: &[TokenTree], at: usize) -> Option<Spoken> {
    let token = sequence.get(at)?;
    if !SPEAKING.iter().any(|word| is_word(token, word)) {
        return None;
    }
    let is_method = at > 0 && sequence.get(at - 1).is_some_and(|before| is_punct(before, '.'));
    let is_macro = is_word(token, "t") && sequence.get(at + 1).is_some_and(|next| is_punct(next, '!'));
    let group = match (is_method, is_macro) {
        (true, _) => group_of(sequence.get(at + 1)?, Delimiter::Parenthesis)?,
        (_, true) => group_of(sequence.get(at + 2)?, Delimiter::Parenthesis)?,
        _ => return None,
    };
    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
    let mut parts = inner.split(|token| is_punct(token, ','));
    let key = parts.by_ref().take(2).find_map(|part| text_of(part.first().filter(|_| part.len() == 1)?))?;
    let given =
        if is_macro { Some(parts.filter_map(assigned).collect()) } else { parts.next().and_then(names) };
    Some(Spoken { key: key.value, line: line_of(token), given })
}

/// The codes in `refusals! { … Full { limit: i64 } = "place-full", … }`, each given the fields of its variant.
fn refusals(sequence: &[TokenTree], at: usize) -> Vec<Spoken> {
    let begins = sequence.get(at).is_some_and(|token| is_word(token, "refusals"))
        && sequence.get(at + 1).is_some_and(|token| is_punct(token, '!'));
    let Some(TokenTree::Group(group)) = sequence.get(at + 2).filter(|_| begins) else { return Vec::new() };
    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
    let mut found = Vec::new();
    each_sequence(&inner, &mut |variants| {
        for (at, equals) in variants.iter().enumerate().skip(1).filter(|(_, token)| is_punct(token, '=')) {
            let Some(code) = variants.get(at + 1).and_then(text_of) else { continue };
            let fields = variants.get(at - 1).and_then(|before| group_of(before, Delimiter::Brace));
            let given = fields.map(|fields| field_names(fields.stream())).unwrap_or_default();
            found.push(Spoken { key: code.value, line: line_of(equals), given: Some(given) });
        }
    });
    found
}

/// The names before `:` in `limit: i64, seat: String`.
fn field_names(fields: TokenStream) -> BTreeSet<String> {
    let tokens: Vec<TokenTree> = fields.into_iter().collect();
    let named = tokens.windows(3).filter_map(|three| match three {
        [TokenTree::Ident(name), colon, next] if is_punct(colon, ':') && !is_punct(next, ':') => {
            Some(name.to_string())
        }
        _ => None,
    });
    named.collect()
}

/// The name in `name = …`.
fn assigned(part: &[TokenTree]) -> Option<String> {
    match part {
        [TokenTree::Ident(name), equals, ..] if is_punct(equals, '=') => Some(name.to_string()),
        _ => None,
    }
}

/// The names in `&[("name", …), …]`.
fn names(part: &[TokenTree]) -> Option<BTreeSet<String>> {
    let [and, list] = part else { return None };
    let list = group_of(list, Delimiter::Bracket).filter(|_| is_punct(and, '&'))?;
    let pairs = list.stream().into_iter().filter_map(|token| {
        let pair = group_of(&token, Delimiter::Parenthesis)?.stream().into_iter().next()?;
        Some(text_of(&pair)?.value)
    });
    Some(pairs.collect())
}

/// The strings in `fn code` of every `impl Refusal`; those of the platform's `Error` are keys behind `error-`.
struct Codes {
    found: Vec<Spoken>,
}

impl<'ast> Visit<'ast> for Codes {
    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let refuses = item.trait_.as_ref().is_some_and(|(path, _)| ends_in(path, "Refusal"));
        let fails = matches!(item.self_ty.as_ref(), syn::Type::Path(own) if ends_in(&own.path, "Error"));
        if refuses || (fails && item.trait_.is_none()) {
            let before = if refuses { "" } else { "error-" };
            for part in &item.items {
                if let syn::ImplItem::Fn(function) = part
                    && function.sig.ident == "code"
                {
                    visit::visit_block(&mut Literals { before, found: &mut self.found }, &function.block);
                }
            }
        }
        visit::visit_item_impl(self, item);
    }
}

fn ends_in(path: &syn::Path, name: &str) -> bool {
    path.segments.last().is_some_and(|segment| segment.ident == name)
}

struct Literals<'a> {
    before: &'static str,
    found: &'a mut Vec<Spoken>,
}

impl<'ast> Visit<'ast> for Literals<'_> {
    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        let key = format!("{}{}", self.before, text.value());
        self.found.push(Spoken { key, line: text.span().start().line, given: None });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        let source = Source::parse("crates/councils/src/pages.rs", text).unwrap();
        keys_of(&source).into_iter().map(|spoken| spoken.key).collect()
    }

    #[test]
    fn calls_are_found_in_code_and_in_markup() {
        assert_eq!(
            keys(r#"fn f() { say.t("seat-held", &[]); html! { p { (page.say.html("seat-note", &[])) } } }"#),
            ["seat-held", "seat-note"]
        );
        assert_eq!(keys(r#"fn f() { t!(say, "seat-held", name = "x"); }"#), ["seat-held"]);
    }

    #[test]
    fn codes_of_refusals_are_keys() {
        let text = r#"impl platform::errors::Refusal for Full { fn code(&self) -> &'static str { match self { A => "seat-full", B => "seat-ended" } } fn args(&self) { "name" } }"#;
        assert_eq!(keys(text), ["seat-full", "seat-ended"]);
        let text = r#"impl Error { fn code(&self) -> &'static str { match self { A => "stale" } } }"#;
        assert_eq!(keys(text), ["error-stale"]);
    }

    #[test]
    fn declared_refusals_are_keys_and_give_their_fields() {
        let text = r#"platform::refusals! { /// Why.
            pub enum SeatRefusal { /// a = "b"
            Full { limit: i64, of: a::B } = "seat-full", Ended = "seat-ended" } }"#;
        let source = Source::parse("crates/councils/src/rules.rs", text).unwrap();
        let spoken = keys_of(&source);
        assert_eq!(
            spoken.iter().map(|spoken| spoken.key.as_str()).collect::<Vec<_>>(),
            ["seat-full", "seat-ended"]
        );
        assert_eq!(Vec::from_iter(spoken[0].given.as_ref().unwrap()), ["limit", "of"]);
        assert!(spoken[1].given.as_ref().unwrap().is_empty());
    }

    #[test]
    fn arguments_written_out_are_known_and_others_are_not() {
        let given = |text: &str| {
            let source = Source::parse("crates/councils/src/pages.rs", text).unwrap();
            keys_of(&source).remove(0).given
        };
        assert_eq!(given(r#"fn f() { say.t("a", &[("n", x.into()), ("m", y)]); }"#).unwrap().len(), 2);
        assert_eq!(given(r#"fn f() { say.t("a", &arguments); }"#), None);
        assert_eq!(
            Vec::from_iter(given(r#"fn f() { t!(say, "a", n = f(1, 2), m = x) }"#).unwrap()),
            ["m", "n"]
        );
        assert!(given(r#"fn f() { t!(say, "a") }"#).unwrap().is_empty());
    }
}
