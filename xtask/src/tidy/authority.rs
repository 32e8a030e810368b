//! Rooms get their transactions from a context, against a named permission: never from the database itself.

use super::Finding;
use super::source::{Source, each_sequence, group_of, is_punct, is_word, line_of};
use super::tree::Tree;
use proc_macro2::Delimiter;

/// `db.reading(…)` and `db.writing(…)` in a room, tests left out.
pub fn passed_by(tree: &Tree) -> Vec<Finding> {
    let rooms = tree.product().filter(|source| !matches!(source.room(), "platform" | "kith"));
    rooms.flat_map(judge).collect()
}

fn judge(source: &Source) -> Vec<Finding> {
    let mut lines = Vec::new();
    each_sequence(&source.tokens, &mut |sequence| {
        for four in sequence.windows(4) {
            let [owner, dot, verb, call] = four else { continue };
            let begins = is_word(verb, "reading") || is_word(verb, "writing");
            let is_call = group_of(call, Delimiter::Parenthesis).is_some();
            if begins && is_call && is_punct(dot, '.') && is_word(owner, "db") {
                lines.push(line_of(verb));
            }
        }
    });
    lines.retain(|line| !source.is_test(*line));
    let text = "a transaction comes from `Ctx::read` or `Ctx::write`, against a named permission";
    lines.into_iter().map(|line| Finding::new(&source.path, line, &source.path, text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> usize {
        judge(&Source::parse(path, text).unwrap()).len()
    }

    #[test]
    fn a_transaction_around_the_context_is_found() {
        let around = "async fn a(app: &App) { let tx = app.db.reading(None, now).await; ctx.app.db.writing(None, now).await; }";
        assert_eq!(lines("crates/councils/src/pages.rs", around), 2);
        let with = "async fn a(ctx: &Ctx) { ctx.read(SEE).await; ctx.write(SEE).await; page.writing(1); }";
        assert_eq!(lines("crates/councils/src/pages.rs", with), 0);
        assert_eq!(lines("crates/councils/src/tests/mod.rs", around), 0);
    }
}
