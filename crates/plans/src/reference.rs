//! Frames of others that a plan can be held against: names only, each with its source. Every partnership can take them.

use crate::{
    FrameworkId, NewLine, NodeId,
    facade::{add_framework, add_lines},
    rules::{charter::Charter, kinds::Kind, periods::Years, standing::Standing, states::Publicity},
    store::{frameworks::FrameworkFacts, lines::LineFacts},
};
use jiff::civil::Date;
use platform::{
    db::Tx,
    errors::{Error, Result},
    text::Text,
};
use serde::Deserialize;

const FRAMES: &str = include_str!("../data/reference.toml");

/// A text in both official languages.
#[derive(Debug, Clone, Deserialize)]
struct Words {
    en: String,
    fr: String,
}

impl Words {
    fn text(&self, on: Date) -> Text {
        Text::both(&self.en, &self.fr, on)
    }
}

/// A frame of another body.
#[derive(Debug, Clone, Deserialize)]
pub struct Frame {
    /// Its place in addresses.
    pub slug: String,
    title: Words,
    about: Words,
    terms: Words,
    source: Source,
    item: Vec<Item>,
}

#[derive(Debug, Clone, Deserialize)]
struct Source {
    title: String,
    publisher: String,
    year: String,
    url: String,
}

#[derive(Debug, Clone, Deserialize)]
struct Item {
    code: String,
    title: Words,
    group: Option<Words>,
}

#[derive(Debug, Deserialize)]
struct Frames {
    frame: Vec<Frame>,
}

/// All frames that Kith brings.
///
/// # Errors
/// A failure when the file that it brings does not read; a test reads it.
pub fn frames() -> Result<Vec<Frame>> {
    toml::from_str::<Frames>(FRAMES).map(|all| all.frame).map_err(Error::failed)
}

impl Frame {
    /// What it is called.
    pub fn title(&self, on: Date) -> Text {
        self.title.text(on)
    }

    /// How many names it holds.
    pub const fn len(&self) -> usize {
        self.item.len()
    }

    /// Whether it holds none.
    pub const fn is_empty(&self) -> bool {
        self.item.is_empty()
    }

    fn facts(&self, on: Date) -> Result<FrameworkFacts> {
        let year = self.source.year.parse().unwrap_or_else(|_| on.year());
        let source = [&self.source.title, &self.source.publisher, &self.source.year, &self.source.url];
        let source = source.map(String::as_str).join(" · ");
        let about = |about: &str, terms: &str| format!("{about}\n\n{terms}");
        Ok(FrameworkFacts {
            title: self.title.text(on),
            about: Text::both(
                &about(&self.about.en, &self.terms.en),
                &about(&self.about.fr, &self.terms.fr),
                on,
            ),
            charter: Charter::default(),
            source: Text::both(&source, &source, on),
            edition: self.source.year.clone(),
            historical: false,
            publicity: Publicity::Nothing,
            years: Years::new(year, year, 1)?,
            adopted_on: None,
            decision: Text::default(),
        })
    }
}

/// Takes a frame among the plans of a partnership, to compare with: its lines by code.
///
/// # Errors
/// When the database refuses.
pub async fn add_reference(
    tx: &mut Tx,
    frame: &Frame,
    on: Date,
) -> Result<(FrameworkId, Vec<(String, NodeId)>)> {
    let id = add_framework(tx, &frame.slug, (&frame.facts(on)?, Standing::Reference), &[]).await?;
    let line = |item: &Item| {
        let facts = LineFacts::new(Kind::Priority, item.code.clone(), item.title.text(on));
        let note = item.group.as_ref().map(|group| group.text(on)).unwrap_or_default();
        NewLine { above: None, facts: LineFacts { note, ..facts }, parties: Vec::new() }
    };
    let lines: Vec<NewLine> = frame.item.iter().map(line).collect();
    let ids = add_lines(tx, id, &lines).await?;
    Ok((id, frame.item.iter().map(|item| item.code.clone()).zip(ids).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_four_frames_hold_names_in_both_languages_and_a_source() {
        let on = date(2026, 11, 22);
        let all = frames().unwrap();
        let sizes: Vec<(&str, usize)> = all.iter().map(|one| (one.slug.as_str(), one.len())).collect();
        assert_eq!(
            sizes,
            [
                ("welcoming-17", 17),
                ("ircc-outcomes", 14),
                ("welcoming-standard", 7),
                ("inclusive-municipalities", 10)
            ]
        );
        for frame in &all {
            let facts = frame.facts(on).unwrap();
            assert!(facts.source.plain(platform::langs::Lang::En).contains("http"), "{}", frame.slug);
            assert!(frame.item.iter().all(|item| !item.title.en.is_empty() && !item.title.fr.is_empty()));
        }
    }
}
