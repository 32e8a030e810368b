//! Two people changed the same thing: both texts side by side, and three ways on. Nothing was overwritten.

use super::form::form;
use crate::{audit::AuditEntry, ctx::Ctx, errors::Result, langs::Lang, t};
use maud::{Markup, html};
use serde::Serialize;
use std::borrow::Cow;

/// What two people made of one object. `F` is the room's own form: filled from the row for theirs, as it was sent for mine.
pub struct Conflict<'a, F> {
    /// Where the form is sent.
    pub action: String,
    /// What is stored now.
    pub theirs: &'a F,
    /// What was sent.
    pub mine: &'a F,
    /// The version that is stored now: saving mine is done on top of it.
    pub version: i64,
    /// The fields, in the order of the form, with their labels: all that can differ.
    pub labels: Vec<(Cow<'static, str>, String)>,
    /// What a field's value is called where the value itself is a code or an id; `None` shows it as it is.
    pub called: &'a (dyn Fn(&str, &str) -> Option<String> + Sync),
    /// Who changed it last, when that is known.
    pub by: Option<&'a AuditEntry>,
    /// Where the object stands as it is stored.
    pub keep_href: String,
    /// The form again with mine in it and the new version, to put the two together by hand.
    pub edit: Markup,
}

/// The fields of a text, one per language of the site, as a page of two texts names them.
pub fn labels_in_langs(ctx: &Ctx, name: &str, label: &str) -> Vec<(Cow<'static, str>, String)> {
    let one = |lang: &Lang| (format!("{name}_{lang}").into(), format!("{label} ({})", lang.own_name()));
    ctx.site_langs().iter().map(one).collect()
}

/// The body of the page, for an answer with status 409.
///
/// # Errors
/// A failure when a form cannot be written as pairs.
pub fn conflict<F: Serialize>(ctx: &Ctx, both: &Conflict<'_, F>) -> Result<Markup> {
    let say = ctx.say();
    let (theirs, mine) = (pairs(both.theirs)?, pairs(both.mine)?);
    Ok(html! {
        div.notice.bad role="alert" { p {
            @match both.by {
                Some(entry) => (t!(say, "conflict-by", who = entry.author.as_str(), when = say.moment(entry.at, &ctx.zone()))),
                None => (t!(say, "conflict-somebody")),
            }
            " " (t!(say, "conflict-nothing-lost"))
        } }
        (side_by_side(ctx, both, &theirs, &mine))
        (save_mine(ctx, both, &mine))
        details.stack { summary { (t!(say, "conflict-edit")) } (both.edit) }
    })
}

fn side_by_side<F>(ctx: &Ctx, both: &Conflict<'_, F>, theirs: &Pairs, mine: &Pairs) -> Markup {
    let say = ctx.say();
    let called = |name: &str, value: String| (both.called)(name, &value).unwrap_or(value);
    html! {
        div.scroll role="region" tabindex="0" aria-label=(t!(say, "conflict-caption")) { table {
            caption { (t!(say, "conflict-caption")) }
            thead { tr {
                th scope="col" { (t!(say, "history-field")) }
                th scope="col" { (t!(say, "conflict-theirs")) }
                th scope="col" { (t!(say, "conflict-mine")) }
            } }
            tbody { @for (name, label) in &both.labels {
                @let (one, other) = (all(theirs, name), all(mine, name));
                tr.differs[one != other] {
                    th scope="row" { (label) @if one != other { " " span.tag { (t!(say, "conflict-differs")) } } }
                    td { (called(name, one)) }
                    td { (called(name, other)) }
                }
            } }
        } }
    }
}

fn save_mine<F>(ctx: &Ctx, both: &Conflict<'_, F>, mine: &Pairs) -> Markup {
    let say = ctx.say();
    let form = form(ctx, &both.action);
    let rest = mine.iter().filter(|(name, _)| name != "_key" && name != "version");
    let hidden = html! {
        @for (name, value) in rest { (form.hidden(name, value)) }
        (form.version(both.version))
    };
    html! {
        p.acts { a.btn href=(both.keep_href) { (t!(say, "conflict-keep-theirs")) } }
        (form.show(&t!(say, "conflict-save-mine"), hidden))
    }
}

type Pairs = Vec<(String, String)>;

fn pairs(form: &impl Serialize) -> Result<Pairs> {
    let text = serde_html_form::to_string(form).map_err(crate::errors::Error::failed)?;
    serde_html_form::from_str(&text).map_err(crate::errors::Error::failed)
}

/// What stands in a field. Browsers send lines with another ending than they are stored with.
fn all(pairs: &Pairs, name: &str) -> String {
    let values: Vec<String> = pairs
        .iter()
        .filter(|(key, _)| key == name)
        .map(|(_, value)| value.trim().replace("\r\n", "\n"))
        .collect();
    values.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_only_travelled_does_not_differ() {
        let stored = vec![("mandate".to_owned(), "One.\n\nTwo.".to_owned())];
        let sent = vec![("mandate".to_owned(), "One.\r\n\r\nTwo.\r\n".to_owned())];
        assert_eq!(all(&stored, "mandate"), all(&sent, "mandate"));
        assert_ne!(all(&stored, "mandate"), all(&sent, "word"));
    }
}
