//! No style and no script inside a page: the content security policy forbids both.

use super::Finding;
use super::source::{Source, each_sequence, group_of, is_punct, is_word, line_of, text_of};
use super::tree::Tree;
use proc_macro2::{Delimiter, Group, TokenTree};

/// Parts of markup that have no place in a string literal either.
const IN_STRINGS: &[&str] = &[" style=", "<style", "<script", "javascript:", " onclick="];

/// Inline style or script in maud templates and in literal markup.
pub fn style_or_script(tree: &Tree) -> Vec<Finding> {
    tree.product().flat_map(judge).collect()
}

fn judge(source: &Source) -> Vec<Finding> {
    let mut found: Vec<(usize, String)> = Vec::new();
    each_sequence(&source.tokens, &mut |sequence| {
        for (at, token) in sequence.iter().enumerate() {
            if let Some(text) = text_of(token) {
                let bad = IN_STRINGS.iter().find(|part| text.value.contains(*part));
                found.extend(bad.map(|part| (text.line, part.trim().to_owned())));
            }
            let Some(group) = markup_at(sequence, at) else { continue };
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            each_sequence(&inner, &mut |markup| found.extend(inline_markup(markup)));
        }
    });
    found.retain(|(line, _)| !source.is_test(*line));
    found.sort();
    found.dedup();
    let finding = |(line, what): (usize, String)| {
        let key = format!("{}::{what}", source.path);
        Finding::new(&source.path, line, key, format!("`{what}` inside the page: it belongs in assets/"))
    };
    found.into_iter().map(finding).collect()
}

/// The template that begins at `at`: `html! { … }`, or `markup! { … }` where a file gives maud's macro that name.
pub fn markup_at(sequence: &[TokenTree], at: usize) -> Option<&Group> {
    let name = sequence.get(at).filter(|token| is_word(token, "html") || is_word(token, "markup"));
    name.and(sequence.get(at + 1)).filter(|next| is_punct(next, '!'))?;
    match sequence.get(at + 2) {
        Some(TokenTree::Group(group)) => Some(group),
        _ => None,
    }
}

/// `style=`, `onclick=` and their like, `style { … }`, and `script { … }` that is neither a file nor mere linked data.
fn inline_markup(markup: &[TokenTree]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, token) in markup.iter().enumerate() {
        let TokenTree::Ident(ident) = token else { continue };
        let word = ident.to_string();
        let next = markup.get(at + 1);
        let assigned = next.is_some_and(|next| is_punct(next, '='))
            && !markup.get(at + 2).is_some_and(|after| is_punct(after, '=') || is_punct(after, '>'));
        let hyphened =
            at.checked_sub(1).and_then(|before| markup.get(before)).is_some_and(|t| is_punct(t, '-'));
        let is_handler = word.starts_with("on") && HANDLERS.contains(&word.trim_start_matches("on"));
        if assigned && !hyphened && (word == "style" || is_handler) {
            found.push((line_of(token), format!("{word}=")));
        }
        let opens = next.is_some_and(|next| group_of(next, Delimiter::Brace).is_some());
        if word == "style" && opens && !hyphened {
            found.push((line_of(token), "style".to_owned()));
        }
        if word == "script" && !hyphened && holds_script(markup.get(at + 1..).unwrap_or(&[])) {
            found.push((line_of(token), "script".to_owned()));
        }
    }
    found
}

const HANDLERS: &[&str] =
    &["click", "change", "input", "submit", "load", "error", "focus", "blur", "keydown", "keyup"];

/// Whether the element whose attributes begin here carries its script in itself.
fn holds_script(rest: &[TokenTree]) -> bool {
    let Some(body) = rest.iter().position(|token| group_of(token, Delimiter::Brace).is_some()) else {
        return false;
    };
    let attributes = rest.get(..body).unwrap_or(&[]);
    let from_file = attributes.iter().any(|token| is_word(token, "src"));
    let linked = attributes.iter().filter_map(text_of).any(|text| text.value == "application/ld+json");
    let ended = attributes.iter().any(|token| is_punct(token, ';') || is_punct(token, ','));
    !from_file && !linked && !ended
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found_in(markup: &str) -> Vec<String> {
        let text = format!("fn page() -> Markup {{ html! {{ {markup} }} }}");
        let tree = Tree::of(&[("crates/portal/src/pages.rs", &text)]);
        let keys = style_or_script(&tree).into_iter().map(|finding| finding.key);
        keys.map(|key| key.rsplit_once("::").unwrap().1.to_owned()).collect()
    }

    #[test]
    fn style_and_script_are_found_however_deep() {
        assert_eq!(found_in(r#"div { p style="color:red" { } }"#), ["style="]);
        assert_eq!(found_in(r#"@if a { button onclick="go()" { } }"#), ["onclick="]);
        assert_eq!(found_in("head { style { (css) } } (markup! { b style=(x) { } })"), ["style", "style="]);
        assert_eq!(found_in("script { (PreEscaped(js)) }"), ["script"]);
        assert_eq!(found_in(r#"(PreEscaped("<p style='a'>"))"#), ["style="]);
    }

    #[test]
    fn files_linked_data_and_attributes_of_other_names_pass() {
        assert!(found_in(r#"script src="/assets/kith.js" defer { }"#).is_empty());
        assert!(found_in(r#"script type="application/ld+json" { (json) }"#).is_empty());
        assert!(found_in(r#"p data-style="a" class="style" { "once" }"#).is_empty());
        assert!(found_in(r#"link rel="stylesheet" href="/assets/kith.css";"#).is_empty());
    }
}
