//! Nothing is awaited in a transaction but the transaction: whoever waits for a disk or another computer in it lets everybody
//! who writes in that partnership wait.
//!
//! A transaction begins with `let mut tx = ctx.write(…).await?` (or `read`, or whatever gives one under the name `tx`), or with
//! the function that is handed one. It ends with its `commit`, `commit_to` or `done`, or when it is given away. Until then,
//! every `.await` has to be of a call on it, or of one that takes it; that one is judged where it is written.

use super::Finding;
use super::source::Source;
use super::tree::Tree;
use proc_macro2::{TokenStream, TokenTree};
use std::mem;
use syn::visit::{self, Visit};

/// Awaiting something else in a transaction. Not judged: `platform::db`, which is how one is awaited.
pub fn awaiting_others(tree: &Tree) -> Vec<Finding> {
    let judged = tree.product().filter(|source| !source.path.starts_with("crates/platform/src/db/"));
    judged.flat_map(judge).collect()
}

fn judge(source: &Source) -> Vec<Finding> {
    let mut awaits = Awaits::default();
    awaits.visit_file(&source.file);
    awaits.found.retain(|(line, _)| !source.is_test(*line));
    let text = "awaited inside a transaction, and does not take it: do it before or after, or as a job";
    let finding = |(line, within): (usize, String)| {
        Finding::new(&source.path, line, format!("{}::{within}", source.path), text)
    };
    awaits.found.into_iter().map(finding).collect()
}

/// Walks through a file as it runs.
#[derive(Default)]
struct Awaits {
    /// The transaction that is open.
    open: Option<Open>,
    /// Whether methods of this `impl` are those of a transaction.
    of_tx: bool,
    within: String,
    found: Vec<(usize, String)>,
}

/// A transaction that is open, by its name.
#[derive(Clone)]
struct Open {
    name: String,
    /// Whether it ends here: what was only lent goes on elsewhere.
    is_own: bool,
}

impl Open {
    fn own(name: String) -> Self {
        Self { name, is_own: true }
    }

    fn lent(name: impl Into<String>) -> Self {
        Self { name: name.into(), is_own: false }
    }
}

impl Awaits {
    /// Walks through a part after which things stand as before it: a branch that may not be taken, a function.
    fn apart(&mut self, open: Option<Open>, walk: impl FnOnce(&mut Self)) {
        let before = mem::replace(&mut self.open, open);
        walk(self);
        self.open = before;
    }

    fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let outer = mem::replace(&mut self.within, signature.ident.to_string());
        let own = (self.of_tx && signature.receiver().is_some()).then(|| Open::lent("self"));
        let handed = signature.inputs.iter().find_map(handed);
        self.apart(own.or(handed), |inner| visit::visit_block(inner, block));
        self.within = outer;
    }

    fn is_open(&self, part: &syn::Expr) -> bool {
        self.open.as_ref().is_some_and(|tx| is_tx(part, &tx.name))
    }
}

impl<'ast> Visit<'ast> for Awaits {
    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let outer = mem::replace(&mut self.of_tx, is_type_of_tx(&item.self_ty));
        visit::visit_item_impl(self, item);
        self.of_tx = outer;
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        self.apart(self.open.clone(), |inner| visit::visit_block(inner, block));
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        self.apart(self.open.clone(), |inner| visit::visit_arm(inner, arm));
    }

    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        let taken = closure.inputs.iter().find_map(|input| name_of(input).filter(|name| name == "tx"));
        let taken = taken.map(Open::lent);
        self.apart(taken.or(self.open.clone()), |inner| visit::visit_expr_closure(inner, closure));
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        visit::visit_local(self, local);
        let begun = local.init.as_ref().and_then(|init| begun(&local.pat, &init.expr));
        self.open = begun.map(Open::own).or(self.open.take());
    }

    fn visit_expr_await(&mut self, awaited: &'ast syn::ExprAwait) {
        if self.open.as_ref().is_some_and(|tx| !takes(&awaited.base, &tx.name)) {
            self.found.push((awaited.await_token.span.start().line, self.within.clone()));
        }
        visit::visit_expr_await(self, awaited);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        visit::visit_expr_method_call(self, call);
        if self.is_open(&call.receiver) && is_end(&call.method.to_string()) {
            self.open = None;
        }
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        visit::visit_expr_call(self, call);
        // The name itself, not a reference to it: it is given away, with `drop` too. One that was lent is only lent on.
        let given = |part: &syn::Expr| matches!(part, syn::Expr::Path(_)) && self.is_open(part);
        if self.open.as_ref().is_some_and(|tx| tx.is_own) && call.args.iter().any(given) {
            self.open = None;
        }
    }
}

fn is_end(verb: &str) -> bool {
    ["commit", "commit_to", "done"].contains(&verb)
}

/// The parameter that is a transaction, or a reference to one.
fn handed(input: &syn::FnArg) -> Option<Open> {
    let syn::FnArg::Typed(typed) = input else { return None };
    let (kind, is_own) = match typed.ty.as_ref() {
        syn::Type::Reference(reference) => (&reference.elem, false),
        _ => (&typed.ty, true),
    };
    let name = is_type_of_tx(kind).then(|| name_of(&typed.pat)).flatten()?;
    Some(Open { name, is_own })
}

fn is_type_of_tx(kind: &syn::Type) -> bool {
    let last = match kind {
        syn::Type::Path(path) => path.path.segments.last(),
        _ => None,
    };
    last.is_some_and(|segment| segment.ident == "Tx")
}

fn name_of(pattern: &syn::Pat) -> Option<String> {
    match pattern {
        syn::Pat::Ident(name) => Some(name.ident.to_string()),
        syn::Pat::Type(typed) => name_of(&typed.pat),
        _ => None,
    }
}

/// The name that a transaction gets: what awaited `read(…)` or `write(…)` gave, or anything awaited that is called `tx`.
fn begun(pattern: &syn::Pat, value: &syn::Expr) -> Option<String> {
    let name = match pattern {
        syn::Pat::Tuple(tuple) => tuple.elems.iter().filter_map(name_of).find(|name| name == "tx"),
        other => name_of(other),
    };
    let awaited = awaited_in(value)?;
    let begins = matches!(awaited, syn::Expr::MethodCall(call)
        if ["read", "write", "reading", "writing"].contains(&call.method.to_string().as_str()) && !call.args.is_empty());
    name.filter(|name| begins || name == "tx")
}

/// What is awaited for a value: `x` of `x.await?`.
fn awaited_in(value: &syn::Expr) -> Option<&syn::Expr> {
    match value {
        syn::Expr::Await(awaited) => Some(&awaited.base),
        syn::Expr::Try(tried) => awaited_in(&tried.expr),
        _ => None,
    }
}

/// Whether a call is one on the transaction, or takes it.
fn takes(called: &syn::Expr, tx: &str) -> bool {
    // What is only asked of it (`tx.now()`) hands nothing over.
    let is_asked = |part: &syn::Expr| matches!(part, syn::Expr::MethodCall(_));
    let is_given = |part: &syn::Expr| is_tx(part, tx) || (!is_asked(part) && takes(part, tx));
    match called {
        syn::Expr::MethodCall(call) => {
            is_tx(&call.receiver, tx) || takes(&call.receiver, tx) || call.args.iter().any(is_given)
        }
        syn::Expr::Call(call) => call.args.iter().any(is_given),
        syn::Expr::Macro(call) => names(call.mac.tokens.clone(), tx),
        syn::Expr::Await(inner) => takes(&inner.base, tx),
        syn::Expr::Try(inner) => takes(&inner.expr, tx),
        syn::Expr::Paren(inner) => takes(&inner.expr, tx),
        _ => false,
    }
}

/// The transaction itself, or a reference to it, also among others: `tx`, `&mut tx`, `&mut *tx`, `(tx, seat)`, `self.tx`.
fn is_tx(part: &syn::Expr, tx: &str) -> bool {
    match part {
        syn::Expr::Path(path) => path.path.is_ident(tx),
        syn::Expr::Reference(reference) => is_tx(&reference.expr, tx),
        syn::Expr::Unary(unary) => is_tx(&unary.expr, tx),
        syn::Expr::Tuple(tuple) => tuple.elems.iter().any(|one| is_tx(one, tx)),
        syn::Expr::Field(field) => matches!(&field.member, syn::Member::Named(name) if name == tx),
        _ => false,
    }
}

fn names(tokens: TokenStream, wanted: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == wanted,
        TokenTree::Group(group) => names(group.stream(), wanted),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<usize> {
        let source = Source::parse("crates/councils/src/pages.rs", text).unwrap();
        judge(&source)
            .into_iter()
            .map(|finding| finding.place.rsplit(':').next().unwrap().parse().unwrap())
            .collect()
    }

    #[test]
    fn a_disk_is_not_awaited_between_beginning_and_end() {
        let sin = "async fn show(ctx: Ctx) -> Answer {
            let mut tx = ctx.write(can::EDIT.on(id)).await?;
            let seat = find_seat(&mut tx, id).await?;
            files::keep(&ctx.app, bytes).await?;
            tx.audit(\"a\", id).await?;
            let to = tx.commit_to(&url).await?;
            files::keep(&ctx.app, bytes).await?;
            see_other(&to)
        }";
        assert_eq!(lines(sin), [4]);
        assert!(lines(&sin.replace("files::keep(&ctx.app", "keep(&mut tx")).is_empty(), "without the sin");
        assert!(
            lines(&sin.replace("ctx.write(can::EDIT.on(id))", "other(id)").replace("tx", "row")).is_empty()
        );
    }

    #[test]
    fn an_end_in_a_branch_ends_that_branch_only() {
        let branches = "async fn save(ctx: Ctx) -> Answer {
            let mut tx = ctx.read(SEE).await?;
            if stale { tx.done().await?; wait().await; return no(); }
            wait().await;
            match read {
                Ok(a) => { tx.commit().await?; wait().await }
                Err(b) => wait().await,
            }
        }";
        assert_eq!(lines(branches), [4, 7]);
    }

    #[test]
    fn a_function_that_is_handed_one_is_in_it_to_its_end() {
        assert_eq!(
            lines("async fn a(tx: &mut Tx) { tx.run(A).await; wait(tx.now()).await; b(tx).await; }"),
            [1]
        );
        assert_eq!(
            lines("async fn a(ctx: &Ctx, mut tx: Tx) { wait().await; back(ctx, tx).await; wait().await; }"),
            [1]
        );
        assert_eq!(lines("async fn a(tx: &mut platform::db::Tx) { wait().await; }"), [1]);
        assert_eq!(lines("impl Tx { async fn a(&mut self) { self.run(A).await; wait().await; } }"), [1]);
        assert_eq!(
            lines("const A: B = |ctx, tx| Box::pin(async move { wait().await; done(ctx, tx).await });"),
            [1]
        );
        assert!(
            lines("async fn a(app: &App) { wait().await; } impl Other { async fn a(&self) { w().await; } }")
                .is_empty()
        );
        assert!(lines("#[cfg(test)] mod tests { async fn a(tx: &mut Tx) { wait().await; } }").is_empty());
    }
}
