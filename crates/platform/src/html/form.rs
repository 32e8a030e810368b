//! Forms: where they go, what was wrong with them, and how they are sent.

use crate::{
    ctx::Ctx,
    errors::{Complaints, Refusal},
    t,
};
use maud::{Markup, html};
use std::cell::RefCell;

/// By this the shell knows that a page shows a form again, and says so in the title of the window.
pub(super) const SUMMARY: &str = "<div class=\"summary\"";

/// A form in the making: its fields are made by its methods, so that each finds its own complaint.
pub struct FormHtml<'a> {
    pub(super) ctx: &'a Ctx,
    action: String,
    complaints: Option<&'a Complaints>,
    prefix: &'static str,
    cancel: Option<String>,
    is_upload: bool,
    /// What its fields are called, noted as each is made: the summary names them.
    labels: RefCell<Vec<(String, String)>>,
}

/// A form that is sent to `action` by POST, with a key of its own: sent twice it acts once.
pub fn form(ctx: &Ctx, action: impl Into<String>) -> FormHtml<'_> {
    FormHtml {
        ctx,
        action: action.into(),
        complaints: None,
        prefix: "",
        cancel: None,
        is_upload: false,
        labels: RefCell::default(),
    }
}

impl<'a> FormHtml<'a> {
    /// Shows it again with what was wrong.
    #[must_use]
    pub fn complaints(mut self, complaints: &'a Complaints) -> Self {
        self.complaints = Some(complaints);
        self
    }

    /// Sets its fields apart from those of another form on the same page: their ids begin with `prefix`.
    #[must_use]
    pub fn named(mut self, prefix: &'static str) -> Self {
        self.prefix = prefix;
        self
    }

    /// A way out that changes nothing.
    #[must_use]
    pub fn cancel(mut self, href: impl Into<String>) -> Self {
        self.cancel = Some(href.into());
        self
    }

    /// Carries files.
    #[must_use]
    pub fn upload(mut self) -> Self {
        self.is_upload = true;
        self
    }

    /// The form around its fields, with a button that says `submit`.
    pub fn show(&self, submit: &str, fields: Markup) -> Markup {
        let say = self.ctx.say();
        html! {
            form.stack method="post" action=(self.action) enctype=[self.is_upload.then_some("multipart/form-data")] novalidate {
                (self.summary())
                input type="hidden" name="_key" value=(self.ctx.form_key());
                (fields)
                p.acts {
                    button.btn { (submit) }
                    @if let Some(href) = &self.cancel { " " a.btn.plain href=(href) { (t!(say, "form-cancel")) } }
                }
            }
        }
    }

    /// One button that acts at once, in a line of other things. `about` is what it acts on, said to those who do not see the line.
    pub fn button(&self, label: &str, about: &str, hidden: &[(&str, &str)]) -> Markup {
        html! {
            form.inline method="post" action=(self.action) {
                input type="hidden" name="_key" value=(self.ctx.form_key());
                @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
                button.btn.plain { (label) @if !about.is_empty() { span.unseen { " " (about) } } }
            }
        }
    }

    /// What was wrong, on top, each with a link to its field.
    fn summary(&self) -> Markup {
        let say = self.ctx.say();
        html! {
            @if let Some(complaints) = self.complaints.filter(|complaints| !complaints.is_empty()) {
                div class="summary" role="alert" tabindex="-1" autofocus {
                    h2 { (t!(say, "form-problems", n = complaints.0.len())) }
                    ul { @for complaint in &complaints.0 {
                        @let why = say.refusal(complaint.why.as_ref());
                        li { @if complaint.field.is_empty() { (why) } @else { a href={ "#" (self.id(&complaint.field)) } { (self.label(&complaint.field)) (why) } } }
                    } }
                }
            }
        }
    }

    /// Notes what a field is called.
    pub(super) fn call(&self, name: &str, label: &str) {
        self.labels.borrow_mut().push((name.to_owned(), label.to_owned()));
    }

    /// “Name: ” before what is wrong with it.
    fn label(&self, name: &str) -> Markup {
        let labels = self.labels.borrow();
        let found = labels.iter().find(|(known, _)| known == name);
        html! { @if let Some((_, label)) = found { (t!(self.ctx.say(), "form-about-field", label = label)) " " } }
    }

    /// Whether it is shown again with something that was wrong.
    pub(super) fn has_complaints(&self) -> bool {
        self.complaints.is_some_and(|complaints| !complaints.is_empty())
    }

    pub(super) fn why(&self, name: &str) -> Option<&dyn Refusal> {
        self.complaints.and_then(|complaints| complaints.about(name))
    }

    pub(super) fn id(&self, name: &str) -> String {
        let safe = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' };
        let prefix = if self.prefix.is_empty() { String::new() } else { format!("{}-", self.prefix) };
        // A name could be that of something else on the page (`main`): ids of fields begin their own way.
        format!("f-{prefix}{name}").chars().map(safe).collect()
    }
}
