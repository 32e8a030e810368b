//! No sentence in Rust: what a page says comes from words/, never from its template.

use super::Finding;
use super::inline::markup_at;
use super::source::{Source, Text, each_sequence, group_of, is_punct, is_word, text_of};
use super::tree::Tree;
use proc_macro2::{Delimiter, TokenTree};

/// Attributes that people read or hear.
const SPOKEN: &[&str] =
    &["alt", "label", "placeholder", "title", "description", "roledescription", "valuetext"];

/// Words of a language in maud templates: as text, or in an attribute that is read aloud.
pub fn in_templates(tree: &Tree) -> Vec<Finding> {
    tree.product().flat_map(judge).collect()
}

fn judge(source: &Source) -> Vec<Finding> {
    let mut found = Vec::new();
    each_sequence(&source.tokens, &mut |sequence| {
        for at in 0..sequence.len() {
            if let Some(template) = markup_at(sequence, at) {
                let inner: Vec<TokenTree> = template.stream().into_iter().collect();
                said_in(&inner, &mut found);
            }
        }
    });
    found.retain(|text| says_something(&text.value) && !source.is_test(text.line));
    let finding = |text: Text| {
        let key = format!("{}::{}", source.path, text.value);
        Finding::new(&source.path, text.line, key, format!("\"{}\" belongs in words/", text.value))
    };
    found.into_iter().map(finding).collect()
}

/// Two letters side by side: marks and signs (" · ", "×") are nobody's language.
fn says_something(text: &str) -> bool {
    let letters: Vec<bool> = text.chars().map(char::is_alphabetic).collect();
    letters.windows(2).any(|two| two == [true, true])
}

/// Literals that stand as text or in a spoken attribute; splices `( … )` and conditions are Rust, not template.
fn said_in(markup: &[TokenTree], found: &mut Vec<Text>) {
    let mut in_condition = false;
    for (at, token) in markup.iter().enumerate() {
        let before = |back: usize| at.checked_sub(back).and_then(|at| markup.get(at));
        if let Some(block) = group_of(token, Delimiter::Brace) {
            in_condition = false;
            let composed = before(1).is_some_and(|mark| is_punct(mark, '='));
            let inner: Vec<TokenTree> = block.stream().into_iter().collect();
            if !composed || before(2).is_some_and(is_spoken) {
                said_in(&inner, found);
            }
            continue;
        }
        let control = ["if", "for", "while", "match", "let"].iter().any(|word| is_word(token, word));
        in_condition |= control && before(1).is_some_and(|mark| is_punct(mark, '@'));
        if is_punct(token, ';') {
            in_condition = false;
        }
        let Some(text) = text_of(token).filter(|_| !in_condition) else { continue };
        let arm = before(1).is_some_and(|mark| is_punct(mark, '>'));
        let value = before(1).is_some_and(|mark| is_punct(mark, '='));
        let shorthand = before(1).is_some_and(|mark| is_punct(mark, '.') || is_punct(mark, '#'));
        let pattern = markup.get(at + 1).is_some_and(|mark| is_punct(mark, '=') || is_punct(mark, '|'));
        let content = !value && !shorthand && !pattern;
        if arm || content || (value && before(2).is_some_and(is_spoken)) {
            found.push(text);
        }
    }
}

/// Whether the name of an attribute, or its last part (`aria-label`), is read aloud.
fn is_spoken(name: &TokenTree) -> bool {
    SPOKEN.iter().any(|spoken| is_word(name, spoken))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(markup: &str) -> Vec<String> {
        let text = format!("fn page() -> Markup {{ markup! {{ {markup} }} }}");
        let tree = Tree::of(&[("crates/portal/src/pages.rs", &text)]);
        let keys = in_templates(&tree).into_iter().map(|finding| finding.key);
        keys.map(|key| key.rsplit_once("::").unwrap().1.to_owned()).collect()
    }

    #[test]
    fn text_in_a_template_is_found_however_deep() {
        assert_eq!(
            said(r#"h1 { "Seats" } @if a { p.quiet { "None yet" } } @else { "Many" }"#),
            ["Seats", "None yet", "Many"]
        );
        assert_eq!(said(r#"@match a { "b" => "Held", _ => { "Ended" } }"#), ["Held", "Ended"]);
        assert_eq!(
            said(r#"img src="/a.svg" alt="A map"; nav aria-label="Main" { } a title={ "Page " (n) } { }"#),
            ["A map", "Main", "Page "]
        );
    }

    #[test]
    fn words_from_files_marks_attributes_and_conditions_pass() {
        let fine = r#"p lang="en" class="small quiet" { (t!(say, "seat-held")) " · " (say.t("seat-ended", &[])) }
            @if kind == "seat" { b."is-held" { } } @for name in ["one", "two"] { (name) } @let a = "some words"; i { (a) }
            p id={ (name) "-hint" } class={ "state " (kind) } { } input type="hidden" name="seat" value=(x); @match a { "held" | "kept" => { (b) } _ => { } }"#;
        assert!(said(fine).is_empty(), "{:?}", said(fine));
    }
}
