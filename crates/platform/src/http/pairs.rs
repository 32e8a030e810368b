//! A form as pairs: for forms whose fields depend on the languages of the partnership (`name_en`, `name_fr`, …).

use crate::{
    langs::Lang,
    text::{LineRefusal, Text},
};
use serde::{Deserialize, Serialize};

/// All fields of a form, in the order in which they were sent. Fields of one name may repeat.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// The first value of `name`, trimmed; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// All values of `name` that say something.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, value)| key == name && !value.is_empty()).map(|(_, v)| v.as_str())
    }

    /// With `name` being exactly `value`.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.0.retain(|(key, _)| key != name);
        self.0.push((name.to_owned(), value.to_string()));
        self
    }

    /// With one more value of `name`.
    #[must_use]
    pub fn and(mut self, name: &str, value: impl ToString) -> Self {
        self.0.push((name.to_owned(), value.to_string()));
        self
    }

    /// With a field per language of `text`.
    #[must_use]
    pub fn with_text(self, name: &str, text: &Text) -> Self {
        text.pieces().fold(self, |form, (lang, piece)| form.with(&format!("{name}_{lang}"), &piece.text))
    }

    /// What was typed in each of `langs`, as the fields of a form want it.
    pub fn in_langs(&self, name: &str, langs: &[Lang]) -> Vec<(Lang, &str)> {
        langs.iter().map(|lang| (*lang, self.get(&format!("{name}_{lang}")))).collect()
    }

    /// `before` with what was typed in each of `langs`, every piece read by `check`; nothing typed takes a language out.
    ///
    /// # Errors
    /// The first refusal of `check`.
    pub fn rewrite(
        &self,
        (name, langs): (&str, &[Lang]),
        before: &Text,
        on: jiff::civil::Date,
        check: impl Fn(&str) -> Result<String, LineRefusal>,
    ) -> Result<Text, LineRefusal> {
        let mut pieces = Vec::with_capacity(langs.len());
        for (lang, typed) in self.in_langs(name, langs) {
            pieces.push((lang, if typed.is_empty() { String::new() } else { check(typed)? }));
        }
        let new: Vec<(Lang, &str)> = pieces.iter().map(|(lang, text)| (*lang, text.as_str())).collect();
        Ok(before.clone().rewrite(&new, on))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::line;
    use jiff::civil::date;

    #[test]
    fn a_text_goes_into_a_form_and_comes_back_as_it_was() {
        let day = date(2026, 11, 22);
        let text = Text::both("Health", "Santé", day);
        let form = Pairs::default().with_text("name", &text).with("version", 3);
        let sent = serde_html_form::to_string(&form).unwrap();
        let read: Pairs = serde_html_form::from_str(&sent).unwrap();
        assert_eq!((read.get("version"), read.get("name_fr")), ("3", "Santé"));
        let same = read.rewrite(("name", &[Lang::En, Lang::Fr]), &text, day, |typed| line(typed, 20));
        assert_eq!(same, Ok(text.clone()));
        let long = read.rewrite(("name", &[Lang::En]), &text, day, |typed| line(typed, 3));
        assert_eq!(long, Err(LineRefusal::TooLong { max: 3 }));
        let without =
            read.with("name_fr", " ").rewrite(("name", &Lang::OFFICIAL), &text, day, |typed| line(typed, 20));
        assert_eq!(without.unwrap().in_lang(Lang::Fr), "");
    }
}
