//! Fields of forms: each with its label, its hint, its complaint, and the threads between them for a screen reader.

use super::{choice::Choice, form::FormHtml};
use crate::{langs::Lang, t};
use maud::{Markup, html};

mod options;

/// One field: its name in the form, its label and what stands in it. Needed unless it is [`Field::optional`].
#[derive(Debug, Clone, Default)]
pub struct Field {
    /// Its name in the form.
    pub name: String,
    /// What it is called on the page.
    pub label: String,
    /// What stands in it, as it was typed.
    pub value: String,
    /// Help in place.
    pub hint: Option<String>,
    /// Whether it may stay empty, always or in some cases.
    pub is_optional: bool,
    needed_if: Option<String>,
    called: Option<String>,
    kind: Option<&'static str>,
    keys: Option<&'static str>,
    autocomplete: Option<&'static str>,
    rows: Option<u8>,
    is_short: bool,
    is_unseen: bool,
    suggestions: Vec<(Lang, String)>,
}

/// A field with this name and label.
pub fn field(name: impl Into<String>, label: impl Into<String>) -> Field {
    Field { name: name.into(), label: label.into(), ..Field::default() }
}

/// Whether a field of this name holds a secret, by which somebody proves who she is: such a field is never shown again.
pub fn is_secret(name: &str) -> bool {
    matches!(name, "password" | "code") || name.starts_with("secret_")
}

impl Field {
    /// What stands in it.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// Its label is heard but not seen: where it stands in a table whose headings say what it is.
    #[must_use]
    pub fn unseen(mut self) -> Self {
        self.is_unseen = true;
        self
    }

    /// What the summary of complaints calls it, where the label is a paragraph.
    #[must_use]
    pub fn called(mut self, name: impl Into<String>) -> Self {
        self.called = Some(name.into());
        self
    }

    /// Help in place: what to write, why it is asked, an example.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// May stay empty; the label says so.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.is_optional = true;
        self
    }

    /// Needed in some cases only; the label says in which: “needed for a yes”.
    #[must_use]
    pub fn needed_if(mut self, case: impl Into<String>) -> Self {
        (self.is_optional, self.needed_if) = (true, Some(case.into()));
        self
    }

    /// What a browser may fill in for its user (WCAG 1.3.5): `"name"`, `"organization"`, `"street-address"`.
    #[must_use]
    pub fn autocomplete(mut self, purpose: &'static str) -> Self {
        self.autocomplete = Some(purpose);
        self
    }

    /// An address for mail.
    #[must_use]
    pub fn mail(mut self) -> Self {
        (self.kind, self.autocomplete) = (Some("email"), self.autocomplete.or(Some("email")));
        self
    }

    /// A telephone number.
    #[must_use]
    pub fn phone(mut self) -> Self {
        (self.kind, self.autocomplete) = (Some("tel"), self.autocomplete.or(Some("tel")));
        self
    }

    /// A web address. Its kind is that of any line: with `url`, browsers refuse `facebook.com/circle` before it is sent.
    #[must_use]
    pub fn web(mut self) -> Self {
        self.keys = Some("url");
        self
    }

    /// A secret that is not shown while it is typed: `"current-password"` or `"new-password"`. Its name tells that it is one
    /// ([`is_secret`]): before one that does not, `secret_` is put.
    #[must_use]
    pub fn secret(mut self, purpose: &'static str) -> Self {
        (self.kind, self.autocomplete) = (Some("password"), Some(purpose));
        if !is_secret(&self.name) {
            self.name = format!("secret_{}", self.name);
        }
        self
    }

    /// A whole number: keys for digits on a telephone.
    #[must_use]
    pub fn number(mut self) -> Self {
        (self.keys, self.is_short) = (Some("numeric"), true);
        self
    }

    /// Narrow: what is written in it is a few characters long.
    #[must_use]
    pub fn short(mut self) -> Self {
        self.is_short = true;
        self
    }

    /// How many lines of a long text are seen at once; 5 unless said.
    #[must_use]
    pub fn rows(mut self, rows: u8) -> Self {
        self.rows = Some(rows);
        self
    }

    /// What a browser offers while a line is typed, each in the language of its field; anything else may be typed too.
    #[must_use]
    pub fn suggestions(mut self, suggestions: Vec<(Lang, String)>) -> Self {
        self.suggestions = suggestions;
        self
    }

    /// Whether it is written from left to right in every language: numbers and addresses of machines.
    fn is_machine(&self) -> bool {
        self.kind.is_some() || self.keys.is_some()
    }
}

/// One input as it stands on the page.
struct Input<'a> {
    id: &'a str,
    name: &'a str,
    value: &'a str,
    described_by: Option<String>,
    is_wrong: bool,
    lang: Option<Lang>,
}

impl FormHtml<'_> {
    /// A line of text.
    pub fn text(&self, field: Field) -> Markup {
        self.labelled(&field, |input| line(&field, input))
    }

    /// A long text.
    pub fn prose(&self, field: Field) -> Markup {
        self.labelled(&field, |input| area(&field, input))
    }

    /// A day, typed like 2026-11-22; the hint says so.
    pub fn date(&self, field: Field) -> Markup {
        let how = t!(self.ctx.say(), "form-date-hint");
        let hint = field.hint.as_ref().map_or_else(|| how.clone(), |hint| format!("{hint} {how}"));
        let field = Field { hint: Some(hint), keys: Some("numeric"), is_short: true, ..field };
        self.labelled(&field, |input| line(&field, input))
    }

    /// A line of text in several languages: fields `name_en`, `name_fr`, …
    pub fn texts(&self, field: Field, values: &[(Lang, &str)]) -> Markup {
        self.per_language(&field, values, line)
    }

    /// A long text in several languages: fields `about_en`, `about_fr`, …
    pub fn proses(&self, field: Field, values: &[(Lang, &str)]) -> Markup {
        self.per_language(&field, values, area)
    }

    /// A value that is sent along unseen.
    pub fn hidden(&self, name: &str, value: &str) -> Markup {
        html! { input type="hidden" name=(name) value=(value); }
    }

    /// Which version of the object was read: the store saves only on top of that one.
    pub fn version(&self, version: i64) -> Markup {
        self.hidden("version", &version.to_string())
    }

    /// A file to choose, of the kinds that `accept` names (`.pdf,.png`): help for choosing only, its content decides. A browser
    /// keeps no choice of a file: where the form is shown again, this says so. The form is an [`FormHtml::upload`].
    pub fn file(&self, field: Field, accept: &str) -> Markup {
        let again = self.has_complaints().then(|| t!(self.ctx.say(), "form-file-again"));
        let hint: Vec<String> = field.hint.clone().into_iter().chain(again).collect();
        let field = Field { hint: (!hint.is_empty()).then(|| hint.join(" ")), ..field };
        self.labelled(&field, |input| {
            html! {
                input type="file" id=(input.id) name=(input.name) accept=(accept) required[!field.is_optional]
                    aria-describedby=[&input.described_by] aria-invalid=[input.is_wrong.then_some("true")];
            }
        })
    }

    /// One box to tick; it is ticked when the field has a value, and sends `yes`.
    pub fn check(&self, field: Field) -> Markup {
        self.call(&field.name, field.called.as_ref().unwrap_or(&field.label));
        let (id, described_by) = (self.id(&field.name), self.described_by(&field.name, field.hint.is_some()));
        html! {
            div.field.wrong[self.why(&field.name).is_some()] {
                (self.complaint(&field.name))
                div.option {
                    input type="checkbox" id=(id) name=(field.name) value="yes" checked[!field.value.is_empty()] aria-describedby=[described_by] aria-invalid=[self.why(&field.name).map(|_| "true")];
                    label for=(id) { (field.label) }
                }
                @if let Some(hint) = &field.hint { span.hint id={ (id) "-hint" } { (hint) } }
            }
        }
    }

    /// A list to choose one from.
    pub fn select(&self, field: Field, choices: &[Choice]) -> Markup {
        let open = field.is_optional || !choices.iter().any(|choice| choice.code == field.value);
        self.labelled(&field, |input| {
            html! {
                select id=(input.id) name=(input.name) required[!field.is_optional] aria-describedby=[&input.described_by] aria-invalid=[input.is_wrong.then_some("true")] {
                    @if open { option value="" { (t!(self.ctx.say(), "form-choose")) } }
                    @for choice in choices { option lang=[choice.lang.map(Lang::code)] value=(choice.code) selected[choice.code == field.value] { (choice.label) } }
                }
            }
        })
    }

    fn labelled(&self, field: &Field, control: impl Fn(&Input<'_>) -> Markup) -> Markup {
        self.call(&field.name, &field.label);
        let id = self.id(&field.name);
        let is_wrong = self.why(&field.name).is_some();
        let described_by = self.described_by(&field.name, field.hint.is_some());
        let input =
            Input { id: &id, name: &field.name, value: &field.value, described_by, is_wrong, lang: None };
        html! {
            div.field.wrong[is_wrong] {
                label.unseen[field.is_unseen] for=(id) { (field.label) (self.optional_mark(field)) }
                @if let Some(hint) = &field.hint { span.hint id={ (id) "-hint" } { (hint) } }
                (self.complaint(&field.name))
                (control(&input))
            }
        }
    }

    fn per_language(
        &self,
        field: &Field,
        values: &[(Lang, &str)],
        control: fn(&Field, &Input<'_>) -> Markup,
    ) -> Markup {
        let whole = self.id(&field.name);
        self.call(&field.name, &field.label);
        for (lang, _) in values {
            let label = format!("{} ({})", field.label, lang.own_name());
            self.call(&format!("{}_{}", field.name, lang.code()), &label);
        }
        // Any one language is enough for the rule to decide about; none is demanded by the browser.
        let each = Field { is_optional: true, ..field.clone() };
        html! {
            fieldset.field.languages.wrong[self.why(&field.name).is_some()] id=(whole) aria-describedby=[self.described_by(&field.name, field.hint.is_some())] {
                legend { (field.label) (self.optional_mark(field)) }
                @if let Some(hint) = &field.hint { span.hint id={ (whole) "-hint" } { (hint) } }
                (self.complaint(&field.name))
                @for (lang, value) in values {
                    @let name = format!("{}_{}", field.name, lang.code());
                    @let id = self.id(&name);
                    @let is_wrong = self.why(&name).is_some();
                    div.field.wrong[is_wrong] {
                        label for=(id) lang=(lang.code()) dir=(lang.direction()) { (lang.own_name()) }
                        (self.complaint(&name))
                        (control(&each, &Input { id: &id, name: &name, value, described_by: self.described_by(&name, false), is_wrong, lang: Some(*lang) }))
                    }
                }
            }
        }
    }

    fn optional_mark(&self, field: &Field) -> Markup {
        let mark = field.needed_if.clone().or(field.is_optional.then(|| t!(self.ctx.say(), "form-optional")));
        html! { @if let Some(mark) = mark { " " span.quiet { (mark) } } }
    }

    fn complaint(&self, name: &str) -> Markup {
        let say = self.ctx.say();
        html! { @if let Some(why) = self.why(name) {
            span.error id={ (self.id(name)) "-error" } { span.unseen { (t!(say, "form-error-mark")) " " } (say.refusal(why)) }
        } }
    }

    fn described_by(&self, name: &str, hint: bool) -> Option<String> {
        let id = self.id(name);
        let parts = [hint.then(|| format!("{id}-hint")), self.why(name).map(|_| format!("{id}-error"))];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}

fn line(field: &Field, input: &Input<'_>) -> Markup {
    let dir = input.lang.map(Lang::direction).or(field.is_machine().then_some("ltr"));
    let fits = |(lang, _): &&(Lang, String)| input.lang.is_none_or(|of| of == *lang);
    let offered: Vec<&str> = field.suggestions.iter().filter(fits).map(|(_, words)| words.as_str()).collect();
    let list = (!offered.is_empty()).then(|| format!("{}-list", input.id));
    html! {
        input.short[field.is_short] type=(field.kind.unwrap_or("text")) id=(input.id) name=(input.name)
            value=[(field.kind != Some("password")).then_some(input.value)] inputmode=[field.keys] autocomplete=(field.autocomplete.unwrap_or("off"))
            required[!field.is_optional] lang=[input.lang.map(Lang::code)] dir=[dir] list=[&list]
            aria-describedby=[&input.described_by] aria-invalid=[input.is_wrong.then_some("true")];
        @if let Some(list) = &list { datalist id=(list) lang=[input.lang.map(Lang::code)] dir=[dir] { @for words in &offered { option { (words) } } } }
    }
}

fn area(field: &Field, input: &Input<'_>) -> Markup {
    html! {
        textarea id=(input.id) name=(input.name) rows=(field.rows.unwrap_or(5)) required[!field.is_optional]
            lang=[input.lang.map(Lang::code)] dir=[input.lang.map(Lang::direction)]
            aria-describedby=[&input.described_by] aria-invalid=[input.is_wrong.then_some("true")] {
            "\n" (input.value)
        }
    }
}
