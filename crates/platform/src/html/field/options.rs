//! Answers to choose from, all seen at once: buttons, boxes, boxes in groups.

use super::{Choice, Field, FormHtml};
use crate::langs::Lang;
use maud::{Markup, html};

impl FormHtml<'_> {
    /// Answers of which one is chosen, all seen at once.
    pub fn radios(&self, field: Field, choices: &[Choice]) -> Markup {
        let picked = [field.value.clone()];
        self.options("radio", &field, choices, &picked)
    }

    /// Answers of which any are chosen; the form repeats the field's name.
    pub fn checkboxes(&self, field: Field, choices: &[Choice], picked: &[String]) -> Markup {
        self.options("checkbox", &field, choices, picked)
    }

    /// The same in groups that open: long lists are read by their headings. A group with something chosen stands open, and says how much.
    pub fn grouped(&self, field: Field, groups: &[(String, Vec<Choice>)], picked: &[String]) -> Markup {
        self.call(&field.name, &field.label);
        let whole = self.id(&field.name);
        let chosen = |of: &[Choice]| of.iter().filter(|one| picked.contains(&one.code)).count();
        let mut before = 0;
        let numbered: Vec<(usize, &String, &Vec<Choice>)> = groups
            .iter()
            .map(|(name, all)| {
                let first = before;
                before += all.len();
                (first, name, all)
            })
            .collect();
        html! {
            fieldset.field.wrong[self.why(&field.name).is_some()] aria-describedby=[self.described_by(&field.name, field.hint.is_some())] {
                legend { (field.label) (self.optional_mark(&field)) }
                @if let Some(hint) = &field.hint { span.hint id={ (whole) "-hint" } { (hint) } }
                (self.complaint(&field.name))
                // Somebody is led to the first box by what is wrong: it has to be seen then.
                @for (first, name, all) in numbered {
                    @let n = chosen(all);
                    details.group open[n > 0 || (first == 0 && self.why(&field.name).is_some())] {
                        summary { (name) @if n > 0 { " · " (n) } }
                        @for (place, choice) in all.iter().enumerate() { (self.option("checkbox", &field, (choice, first + place), picked)) }
                    }
                }
            }
        }
    }

    /// One box or button with its label; the first of a field has the field's own id.
    fn option(
        &self,
        kind: &'static str,
        field: &Field,
        (choice, n): (&Choice, usize),
        picked: &[String],
    ) -> Markup {
        let whole = self.id(&field.name);
        let id = if n == 0 { whole } else { format!("{whole}-{n}") };
        let hint = choice.hint.as_ref().map(|_| format!("{id}-about"));
        html! { div.option {
            input type=(kind) id=(id) name=(field.name) value=(choice.code) checked[picked.contains(&choice.code)] aria-describedby=[&hint];
            label lang=[choice.lang.map(Lang::code)] for=(id) { (choice.label) }
            @if let (Some(text), Some(id)) = (&choice.hint, &hint) { span.hint id=(id) { (text) } }
        } }
    }

    fn options(&self, kind: &'static str, field: &Field, choices: &[Choice], picked: &[String]) -> Markup {
        self.call(&field.name, &field.label);
        let whole = self.id(&field.name);
        let described_by = self.described_by(&field.name, field.hint.is_some());
        html! {
            fieldset.field.wrong[self.why(&field.name).is_some()] aria-describedby=[described_by] {
                legend { (field.label) (self.optional_mark(field)) }
                @if let Some(hint) = &field.hint { span.hint id={ (whole) "-hint" } { (hint) } }
                (self.complaint(&field.name))
                @for (n, choice) in choices.iter().enumerate() { (self.option(kind, field, (choice, n), picked)) }
            }
        }
    }
}
