//! Every page has a sample, so that it is read in every language by a test and stands in the gallery.
//!
//! Who calls whom is followed by names alone, within a crate; where a name may mean several functions, all are meant.

use super::Finding;
use super::source::{Source, each_sequence, is_punct, is_word};
use super::tree::Tree;
use proc_macro2::{Delimiter, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// Functions that draw a whole page and that no sample reaches.
pub fn missing(tree: &Tree) -> Vec<Finding> {
    let mut rooms: BTreeMap<&str, Vec<&Source>> = BTreeMap::new();
    for source in tree.product() {
        rooms.entry(source.room()).or_default().push(source);
    }
    rooms.into_values().flat_map(|sources| judge(&sources)).collect()
}

/// One function of a crate.
struct Function {
    path: String,
    line: usize,
    name: String,
    is_method: bool,
    draws: bool,
    calls: Vec<Call>,
    /// What it names inside `Sampled { … }`.
    samples: Vec<Call>,
}

/// A name that a function mentions, as far as it tells where it leads.
enum Call {
    /// `name` alone: of this file, or of another when the file imports that name.
    Plain(String, bool),
    /// `before::name`.
    Behind(String, String),
    /// `.name`.
    Method(String),
}

fn judge(sources: &[&Source]) -> Vec<Finding> {
    let all: Vec<Function> = sources.iter().flat_map(|source| functions(source)).collect();
    let mut reached = BTreeSet::new();
    let meant = |from: &Function, calls: &[Call]| {
        let leads = |to: &Function| calls.iter().any(|call| call.may_mean(from, to));
        all.iter().enumerate().filter(|(_, to)| leads(to)).map(|(at, _)| at).collect::<Vec<_>>()
    };
    let mut waiting: Vec<usize> = all.iter().flat_map(|from| meant(from, &from.samples)).collect();
    while let Some(at) = waiting.pop() {
        if let Some(from) = all.get(at).filter(|_| reached.insert(at)) {
            waiting.extend(meant(from, &from.calls));
        }
    }
    let missing = all.iter().enumerate().filter(|(at, function)| function.draws && !reached.contains(at));
    let finding = |function: &Function| {
        let key = format!("{}::{}", function.path, function.name);
        Finding::new(
            &function.path,
            function.line,
            key,
            format!("`{}` draws a page without a sample", function.name),
        )
    };
    missing.map(|(_, function)| finding(function)).collect()
}

impl Call {
    fn may_mean(&self, from: &Function, to: &Function) -> bool {
        match self {
            Self::Plain(name, imported) => {
                !to.is_method && *name == to.name && (*imported || from.path == to.path)
            }
            Self::Method(name) => to.is_method && *name == to.name,
            Self::Behind(before, name) if before == "super" || before == "self" || before == "crate" => {
                *name == to.name && (before != "self" || from.path == to.path)
            }
            Self::Behind(before, name) if before.starts_with(char::is_uppercase) => {
                to.is_method && *name == to.name
            }
            Self::Behind(before, name) => *name == to.name && module_of(&to.path) == before,
        }
    }
}

/// The name of a file's module: its own, or its folder's for `mod.rs`.
fn module_of(path: &str) -> &str {
    let mut parts = path.trim_end_matches(".rs").rsplit('/');
    let last = parts.next().unwrap_or_default();
    if last == "mod" { parts.next().unwrap_or_default() } else { last }
}

fn functions(source: &Source) -> Vec<Function> {
    let mut imports = Imports(BTreeSet::new());
    imports.visit_file(&source.file);
    let mut finder = Functions { source, imports: imports.0, found: Vec::new() };
    finder.visit_file(&source.file);
    finder.found
}

/// Names that a file brings from elsewhere.
struct Imports(BTreeSet<String>);

impl<'ast> Visit<'ast> for Imports {
    fn visit_use_name(&mut self, name: &'ast syn::UseName) {
        self.0.insert(name.ident.to_string());
    }
}

struct Functions<'a> {
    source: &'a Source,
    imports: BTreeSet<String>,
    found: Vec<Function>,
}

impl Functions<'_> {
    fn note(&mut self, signature: &syn::Signature, body: &syn::Block, is_method: bool) {
        let line = signature.ident.span().start().line;
        if self.source.is_test(line) {
            return;
        }
        let range = body.span().start().line..=body.span().end().line;
        let (mut calls, mut samples, mut draws) = (Vec::new(), Vec::new(), false);
        each_sequence(&self.source.tokens, &mut |sequence| {
            for (at, token) in sequence.iter().enumerate() {
                let TokenTree::Ident(ident) = token else { continue };
                if !range.contains(&ident.span().start().line) {
                    continue;
                }
                draws |= is_drawing(sequence, at);
                if ident == "Sampled"
                    && let Some(TokenTree::Group(named)) = sequence.get(at + 1)
                {
                    let named: Vec<TokenTree> = named.stream().into_iter().collect();
                    each_sequence(&named, &mut |inner| samples.extend(self.calls_in(inner)));
                }
                calls.push(self.call_at(sequence, at, ident.to_string()));
            }
        });
        let name = signature.ident.to_string();
        let path = self.source.path.clone();
        self.found.push(Function { path, line, name, is_method, draws, calls, samples });
    }

    fn calls_in(&self, sequence: &[TokenTree]) -> Vec<Call> {
        let named = |(at, token): (usize, &TokenTree)| match token {
            TokenTree::Ident(ident) => Some(self.call_at(sequence, at, ident.to_string())),
            _ => None,
        };
        sequence.iter().enumerate().filter_map(named).collect()
    }

    fn call_at(&self, sequence: &[TokenTree], at: usize, name: String) -> Call {
        let before = |back: usize| at.checked_sub(back).and_then(|at| sequence.get(at));
        if before(1).is_some_and(|t| is_punct(t, '.')) {
            return Call::Method(name);
        }
        match before(3) {
            Some(TokenTree::Ident(outer)) if before(1).is_some_and(|t| is_punct(t, ':')) => {
                Call::Behind(outer.to_string(), name)
            }
            _ => {
                let imported = self.imports.contains(&name);
                Call::Plain(name, imported)
            }
        }
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.note(&item.sig, &item.block, false);
        visit::visit_item_fn(self, item);
    }
    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.note(&item.sig, &item.block, true);
        visit::visit_impl_item_fn(self, item);
    }
}

/// `page(ctx, …)` or `html::page(&ctx, …)`, the platform's frame around a page.
fn is_drawing(sequence: &[TokenTree], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| sequence.get(at));
    let foreign = before(1).is_some_and(|t| is_punct(t, '.') || is_word(t, "fn"))
        || (before(1).is_some_and(|t| is_punct(t, ':')) && !before(3).is_some_and(|t| is_word(t, "html")));
    let Some(TokenTree::Group(arguments)) = sequence.get(at + 1) else { return false };
    let first = arguments.stream().into_iter().find(|token| !is_punct(token, '&'));
    sequence.get(at).is_some_and(|token| is_word(token, "page"))
        && !foreign
        && arguments.delimiter() == Delimiter::Parenthesis
        && first.is_some_and(|token| token.to_string().ends_with("ctx") || is_word(&token, "public"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGES: &str = "fn view(ctx: &Ctx) -> Markup { page(ctx, &head, body) }
        struct Shown; impl Shown { fn draw(&self, ctx: &Ctx) -> Markup { html::page(&ctx, &head, body) } }
        fn show(ctx: Ctx) -> Answer { html(view(&ctx)) }
        fn read(tx: Tx) { tx.page(ctx, 1); }";

    fn missing_with(samples: &str, manifest: &str) -> Vec<String> {
        let elsewhere = "fn manifest() { sampled(Sampled { name: \"a\", samples: bodies::view }) }";
        let tree = Tree::of(&[
            ("crates/councils/src/lib.rs", manifest),
            ("crates/councils/src/pages/bodies.rs", PAGES),
            ("crates/councils/src/pages/samples.rs", samples),
            ("crates/partners/src/lib.rs", elsewhere),
        ]);
        missing(&tree)
            .into_iter()
            .map(|finding| finding.key.rsplit_once("::").unwrap().1.to_owned())
            .collect()
    }

    const BRINGS: &str =
        "fn manifest() { x.get(\"/\", bodies::show); y = Sampled { name: \"a\", samples: samples::all }; }";

    #[test]
    fn a_page_that_no_sample_of_its_room_reaches_is_found() {
        let both = ["view", "draw"];
        assert_eq!(missing_with("", BRINGS), both);
        assert_eq!(missing_with("fn all(ctx: &Ctx) -> X { seats::view(ctx); shown.draw }", BRINGS), ["view"]);
        let forgotten =
            "fn manifest() { x.get(\"/\", bodies::show); y = Sampled { samples: samples::other } }";
        assert_eq!(missing_with("fn all(ctx: &Ctx) -> X { bodies::view(ctx) }", forgotten), both);
    }

    #[test]
    fn what_a_sample_reaches_however_far_is_sampled() {
        let far = "fn all(ctx: &Ctx) -> X { two(ctx) }
            fn two(ctx: &Ctx) -> X { m![Shown.draw(ctx), (\"a\", bodies::view(ctx))] }";
        assert_eq!(missing_with(far, BRINGS), Vec::<String>::new());
    }
}
