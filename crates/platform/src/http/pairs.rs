//! A form as pairs: for forms whose fields depend on the languages of the partnership (`name_en`, `name_fr`, …).

use crate::{langs::Lang, text::Text};
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

    /// The version that the form was made from; none that fits when it is missing.
    pub fn version(&self) -> i64 {
        self.get("version").parse().unwrap_or(-1)
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::Reading;
    use jiff::civil::date;

    #[test]
    fn a_form_without_a_version_was_made_from_none_that_is_kept() {
        for typed in ["", "two", "1.5"] {
            assert_eq!(Pairs::default().with("version", typed).version(), -1, "{typed}");
        }
        assert_eq!(Pairs::default().version(), -1);
    }

    #[test]
    fn a_text_goes_into_a_form_and_comes_back_as_it_was() {
        let day = date(2026, 11, 22);
        let text = Text::both("Health", "Santé", day);
        let form = Pairs::default().with_text("name", &text).with("version", 3);
        let sent = serde_html_form::to_string(&form).unwrap();
        let read: Pairs = serde_html_form::from_str(&sent).unwrap();
        assert_eq!((read.version(), read.get("name_fr")), (3, "Santé"));
        let mut reading = Reading::new(&read, &Lang::OFFICIAL, day);
        assert_eq!(reading.lines("name", &text, 20), text);
        assert!(reading.done(()).is_ok());
    }
}
