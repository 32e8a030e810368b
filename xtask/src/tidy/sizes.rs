//! How long files and functions are, and how much a function asks for.

use super::Finding;
use super::source::Source;
use super::tree::Tree;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

const FILE_LINES: usize = 400;
const FUNCTION_LINES: usize = 60;
const HANDLER_LINES: usize = 40;
const PARAMETERS: usize = 5;

/// Rust files of more than 400 lines.
pub fn long_files(tree: &Tree) -> Vec<Finding> {
    let sized = tree.texts("rs").map(|(path, text)| (path, text.lines().count()));
    let long = sized.filter(|(_, lines)| *lines > FILE_LINES);
    long.map(|(path, lines)| {
        let text = format!("{lines} lines, at most {FILE_LINES}: split it by noun");
        Finding::new(path, 1, path, text).measuring(lines)
    })
    .collect()
}

/// Functions whose body has more than 60 lines of code, blank and comment lines not counted.
pub fn long_functions(tree: &Tree) -> Vec<Finding> {
    each_function(tree, |source, name, signature, block| {
        let lines = code_lines(source, block);
        let text = format!("`{name}` has {lines} lines of code, at most {FUNCTION_LINES}");
        let key = format!("{}::{name}", source.path);
        let line = signature.span().start().line;
        (lines > FUNCTION_LINES).then(|| Finding::new(&source.path, line, key, text).measuring(lines))
    })
}

/// Handlers, known by what they answer, whose body has more than 40 lines of code.
pub fn long_handlers(tree: &Tree) -> Vec<Finding> {
    each_function(tree, |source, name, signature, block| {
        let syn::ReturnType::Type(_, answer) = &signature.output else { return None };
        let syn::Type::Path(answer) = answer.as_ref() else { return None };
        let is_handler = answer.path.segments.last().is_some_and(|segment| segment.ident == "Answer");
        let lines = code_lines(source, block);
        let text = format!(
            "the handler `{name}` has {lines} lines of code, at most {HANDLER_LINES}: what is more is a rule"
        );
        let key = format!("{}::{name}", source.path);
        let line = signature.span().start().line;
        let long = is_handler && lines > HANDLER_LINES;
        long.then(|| Finding::new(&source.path, line, key, text).measuring(lines))
    })
}

/// Lines of a body without blank ones and comments.
fn code_lines(source: &Source, block: &syn::Block) -> usize {
    let (from, to) = (block.span().start().line, block.span().end().line);
    let inside = source.text.lines().skip(from).take(to.saturating_sub(from + 1));
    inside.filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with("//")).count()
}

/// Functions with more than five parameters, `self` included.
pub fn many_parameters(tree: &Tree) -> Vec<Finding> {
    each_function(tree, |source, name, signature, _| {
        let count = signature.inputs.len();
        let text = format!("`{name}` has {count} parameters, at most {PARAMETERS}: give them a struct");
        let key = format!("{}::{name}", source.path);
        let line = signature.span().start().line;
        (count > PARAMETERS).then(|| Finding::new(&source.path, line, key, text).measuring(count))
    })
}

fn each_function(
    tree: &Tree,
    judge: impl Fn(&Source, &str, &syn::Signature, &syn::Block) -> Option<Finding>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in tree.sources() {
        let mut functions = Functions { found: Vec::new() };
        functions.visit_file(&source.file);
        findings.extend(
            functions.found.iter().filter_map(|(signature, block)| {
                judge(source, &signature.ident.to_string(), signature, block)
            }),
        );
    }
    findings
}

struct Functions<'ast> {
    found: Vec<(&'ast syn::Signature, &'ast syn::Block)>,
}

impl<'ast> Visit<'ast> for Functions<'ast> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.found.push((&item.sig, &item.block));
        visit::visit_item_fn(self, item);
    }
    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.found.push((&item.sig, &item.block));
        visit::visit_impl_item_fn(self, item);
    }
    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.found.push((&item.sig, block));
        }
        visit::visit_trait_item_fn(self, item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_long_from_the_401st_line() {
        let (at, over) = ("//\n".repeat(400), "//\n".repeat(401));
        let tree = Tree::of(&[("crates/a/src/at.rs", &at), ("crates/a/src/over.rs", &over)]);
        let found = long_files(&tree);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].key.as_str(), found[0].measure), ("crates/a/src/over.rs", 401));
    }

    #[test]
    fn only_lines_of_code_count_in_a_function() {
        let body = |lines: usize| format!("fn f() {{\n{}\n// why\n\n}}\n", vec!["g();"; lines].join("\n"));
        let (at, over) = (body(60), body(61));
        let tree = Tree::of(&[("crates/a/src/at.rs", &at), ("crates/a/src/over.rs", &over)]);
        let found = long_functions(&tree);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].key.as_str(), found[0].measure), ("crates/a/src/over.rs::f", 61));
    }

    #[test]
    fn a_handler_has_less_room_than_other_functions() {
        let text =
            |answer: &str| format!("async fn f() -> {answer} {{\n{}\n}}\n", vec!["g();"; 41].join("\n"));
        let (handler, other) = (text("platform::http::Answer"), text("Result<()>"));
        let tree = Tree::of(&[("crates/a/src/pages.rs", &handler), ("crates/a/src/other.rs", &other)]);
        let keys: Vec<String> = long_handlers(&tree).into_iter().map(|finding| finding.key).collect();
        assert_eq!(keys, ["crates/a/src/pages.rs::f"]);
    }

    #[test]
    fn the_sixth_parameter_is_one_too_many_wherever_the_function_stands() {
        let tree = Tree::of(&[(
            "crates/a/src/lib.rs",
            "fn five(a: u8, b: u8, c: u8, d: u8, e: u8) {}
             impl A { fn six(&self, a: u8, b: u8, c: u8, d: u8, e: u8) {} }
             mod inner { fn seven(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u8) {} }",
        )]);
        let counts: Vec<usize> = many_parameters(&tree).iter().map(|finding| finding.measure).collect();
        assert_eq!(counts, [6, 7]);
    }
}
