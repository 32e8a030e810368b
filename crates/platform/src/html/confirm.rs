//! “Are you sure?” as a page of its own, for what cannot be undone in one step.

use super::form::form;
use crate::ctx::Ctx;
use maud::{Markup, html};

/// What is about to happen.
#[derive(Debug, Clone, Default)]
pub struct Confirm {
    /// Where the change is sent.
    pub action: String,
    /// What will happen, and how it can be undone.
    pub explains: String,
    /// What the button says: the verb and the thing.
    pub submit: String,
    /// Where the way out leads.
    pub cancel: String,
    /// Values that are sent along.
    pub hidden: Vec<(&'static str, String)>,
}

/// The body of a page that asks before it acts.
pub fn confirm(ctx: &Ctx, what: &Confirm) -> Markup {
    let form = form(ctx, &what.action).cancel(&what.cancel);
    let hidden = html! { @for (name, value) in &what.hidden { (form.hidden(name, value)) } };
    form.show(
        &what.submit,
        html! {
            p { (what.explains) }
            (hidden)
        },
    )
}
