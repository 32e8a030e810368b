//! History: who, when, what; before and after for those who look closer.

use super::told::{Fact, History, sides};
use crate::{audit::AuditEntry, ctx::Ctx, t};
use maud::{Markup, html};

/// Entries as a list, newest first. The words of a verb have its name: `audit-seat-granted`.
pub fn history(ctx: &Ctx, history: &History) -> Markup {
    let say = ctx.say();
    html! {
        ol.history {
            @for entry in &history.entries {
                li {
                    time.num.quiet datetime=(entry.at) { (say.moment(entry.at, &ctx.zone())) }
                    " · "
                    @if entry.author.is_empty() { (t!(say, "history-nobody")) } @else { bdi { (entry.author) } }
                    " · " (say.html(&format!("audit-{}", entry.verb.replace('.', "-")), &[]))
                    (change(ctx, history, entry))
                }
            }
        }
    }
}

/// One row of what changed: how it is called, and what stood and stands there.
type Changed = (String, Option<String>, Option<String>);

/// What differs between the two sides, in the order of what stands there now.
fn changed([before, after]: [Vec<Fact>; 2]) -> Vec<Changed> {
    let find =
        |side: &[Fact], path: &str| side.iter().find(|one| one.path == path).map(|one| one.words.clone());
    let gone = before.iter().filter(|one| find(&after, &one.path).is_none());
    let rows = after.iter().chain(gone);
    rows.map(|one| (one.label.clone(), find(&before, &one.path), find(&after, &one.path)))
        .filter(|(_, before, after)| before != after)
        .collect()
}

fn change(ctx: &Ctx, history: &History, entry: &AuditEntry) -> Markup {
    let say = ctx.say();
    let rows = changed(sides(ctx, &history.names, &history.kind, entry));
    let cell = |words: &Option<String>| html! { td { (words.as_deref().unwrap_or("–")) } };
    html! {
        @if !rows.is_empty() {
            details.small {
                summary { (t!(say, "history-change")) }
                table {
                    thead { tr {
                        th scope="col" { (t!(say, "history-field")) }
                        th scope="col" { (t!(say, "history-before")) }
                        th scope="col" { (t!(say, "history-after")) }
                    } }
                    tbody { @for (label, before, after) in &rows { tr {
                        th scope="row" { (label) }
                        (cell(before))
                        (cell(after))
                    } } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_told_and_what_is_gone_last() {
        let fact = |path: &str, words: &str| Fact {
            path: path.into(),
            label: path.to_uppercase(),
            words: words.into(),
            is_named: true,
        };
        let before = vec![fact("a", "1"), fact("b", "2"), fact("c", "3")];
        let after = vec![fact("b", "2"), fact("c", "4"), fact("d", "5")];
        let some = |words: &str| Some(words.to_owned());
        assert_eq!(
            changed([before, after]),
            [
                ("C".into(), some("3"), some("4")),
                ("D".into(), None, some("5")),
                ("A".into(), some("1"), None)
            ]
        );
    }
}
