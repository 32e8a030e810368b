//! History: who, when, what; before and after for those who look closer.

use crate::{audit::AuditEntry, ctx::Ctx, t};
use maud::{Markup, html};
use serde_json::Value;
use std::collections::BTreeMap;

/// Entries as a list, newest first. The words of a verb have its name: `audit-seat-granted`.
pub fn history(ctx: &Ctx, entries: &[AuditEntry]) -> Markup {
    let say = ctx.say();
    html! {
        ol.history {
            @for entry in entries {
                li {
                    time.num.quiet datetime=(entry.at) { (say.moment(entry.at, &ctx.zone())) }
                    " · "
                    @if entry.author.is_empty() { (t!(say, "history-nobody")) } @else { bdi { (entry.author) } }
                    " · " (say.html(&format!("audit-{}", entry.verb.replace('.', "-")), &[]))
                    (change(ctx, entry))
                }
            }
        }
    }
}

/// What changed, field by field: only what differs.
fn change(ctx: &Ctx, entry: &AuditEntry) -> Markup {
    let say = ctx.say();
    let part =
        |side: &Option<crate::db::Json<Value>>| side.as_ref().map(|json| fields(&json.0)).unwrap_or_default();
    let (before, after) = (part(&entry.before), part(&entry.after));
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort();
    names.dedup();
    names.retain(|name| before.get(*name) != after.get(*name));
    html! {
        @if !names.is_empty() {
            details.small {
                summary { (t!(say, "history-change")) }
                table {
                    thead { tr {
                        th scope="col" { (t!(say, "history-field")) }
                        th scope="col" { (t!(say, "history-before")) }
                        th scope="col" { (t!(say, "history-after")) }
                    } }
                    tbody { @for name in names { tr {
                        th scope="row" { code { (name) } }
                        td { (before.get(name).map_or("–", String::as_str)) }
                        td { (after.get(name).map_or("–", String::as_str)) }
                    } } }
                }
            }
        }
    }
}

/// The fields of a value as texts, nested ones with their path: `name.en.text`.
fn fields(value: &Value) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    collect("", value, &mut found);
    found
}

fn collect(path: &str, value: &Value, found: &mut BTreeMap<String, String>) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| collect(&below(key), value, found)),
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(n, value)| collect(&below(&(n + 1).to_string()), value, found));
        }
        Value::Null => {}
        Value::String(text) => drop(found.insert(path.to_owned(), text.clone())),
        other => drop(found.insert(path.to_owned(), other.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_fields_are_named_by_their_path() {
        let value = serde_json::json!({ "name": { "en": "A" }, "terms": [1, null], "gone": null });
        let found: Vec<(String, String)> = fields(&value).into_iter().collect();
        assert_eq!(found, [("name.en".into(), "A".into()), ("terms.1".into(), "1".into())]);
    }
}
