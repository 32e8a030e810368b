//! Texts that wait for another language: what rooms give to be translated, and how each text stands in each language.
//!
//! A room brings a [`Translatable`] per kind of object; the page that lists them all knows no room.

use crate::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    langs::Lang,
    manifest::Fut,
    text::{LineRefusal, Piece, Text, TextState, line, mark, prose},
};
use uuid::Uuid;

/// How a text stands in one language, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum InLang {
    /// There are no words.
    Missing,
    /// Another language has changed since.
    Outdated,
    /// Made by a machine and read by nobody, and another language has changed since.
    OutdatedMachine,
    /// Made by a machine and read by nobody.
    Machine,
    /// Written or reviewed by a person, and nothing has changed since.
    Current,
}

impl InLang {
    /// All of them, the most urgent first.
    pub const ALL: [Self; 5] =
        [Self::Missing, Self::Outdated, Self::OutdatedMachine, Self::Machine, Self::Current];

    /// How `text` stands in `lang`.
    pub fn of(text: &Text, lang: Lang) -> Self {
        text.get(lang).map_or(Self::Missing, Self::of_piece)
    }

    /// How words that are there stand.
    pub const fn of_piece(piece: &Piece) -> Self {
        match piece.state {
            TextState::Outdated => Self::Outdated,
            TextState::OutdatedMachine => Self::OutdatedMachine,
            TextState::Machine => Self::Machine,
            TextState::Current => Self::Current,
        }
    }

    /// The key of its word.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Missing => "text-missing",
            Self::Outdated => "text-outdated",
            Self::OutdatedMachine => "text-outdated-machine",
            Self::Machine => "text-machine",
            Self::Current => "text-current",
        }
    }

    /// The code in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Outdated => "outdated",
            Self::OutdatedMachine => "outdated-machine",
            Self::Machine => "machine",
            Self::Current => "current",
        }
    }

    /// Whether somebody should write or read it.
    pub const fn waits(self) -> bool {
        !matches!(self, Self::Current)
    }
}

/// One of the texts that every object of a kind has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording {
    /// Its name in addresses.
    pub name: &'static str,
    /// The key of its label.
    pub label: &'static str,
    /// The most characters it may have in each language.
    pub max: usize,
    /// Whether it may have several lines.
    pub is_prose: bool,
}

impl Wording {
    /// A single line.
    pub const fn line(name: &'static str, label: &'static str, max: usize) -> Self {
        Self { name, label, max, is_prose: false }
    }

    /// A text of several lines.
    pub const fn prose(name: &'static str, label: &'static str, max: usize) -> Self {
        Self { name, label, max, is_prose: true }
    }

    /// What was typed, cleaned.
    ///
    /// # Errors
    /// Says why it cannot stand there; see [`LineRefusal`].
    pub fn check(&self, typed: &str) -> Result<String, LineRefusal> {
        if self.is_prose { prose(typed, self.max) } else { line(typed, self.max) }
    }
}

/// An object with its texts.
#[derive(Debug, Clone)]
pub struct WithTexts {
    /// Its id.
    pub id: Uuid,
    /// How its record stands.
    pub version: i64,
    /// What it is called.
    pub title: Text,
    /// Its texts, each under the name of its [`Wording`].
    pub texts: Vec<(&'static str, Text)>,
}

/// A text as a translator leaves it, to be saved on top of the version that was read.
#[derive(Debug, Clone)]
pub struct Translated {
    /// The object.
    pub id: Uuid,
    /// How its record stood.
    pub version: i64,
    /// Which of its texts.
    pub wording: &'static str,
    /// The text in all its languages.
    pub text: Text,
}

/// What a room gives to be translated: one kind of object.
#[derive(Clone, Copy)]
pub struct Translatable {
    /// The kind; its word is `kind-…`.
    pub kind: &'static str,
    /// The texts that a translator may write.
    pub wordings: &'static [Wording],
    /// All objects that the reader may know of.
    pub list: for<'a> fn(&'a Ctx, &'a mut Tx) -> Fut<'a, Result<Vec<WithTexts>>>,
    /// Saves one text and writes the audit entry; [`crate::errors::Error::Stale`] when the object has changed since it was listed.
    pub save: for<'a> fn(&'a mut Tx, &'a Translated) -> Fut<'a, Result<()>>,
}

/// One text in one language that it was not written in.
#[derive(Debug, Clone)]
pub struct Task {
    /// The kind of object.
    pub kind: &'static str,
    /// The object.
    pub id: Uuid,
    /// How its record stands.
    pub version: i64,
    /// What it is called.
    pub title: Text,
    /// Which of its texts.
    pub wording: Wording,
    /// The text in all its languages.
    pub text: Text,
    /// The language it was written in.
    pub from: Lang,
    /// The language in question.
    pub into: Lang,
}

impl Task {
    /// How the text stands in the language in question.
    pub fn stands(&self) -> InLang {
        InLang::of(&self.text, self.into)
    }

    /// How the text stood when it was read beside its words in `beside`: another number as soon as the words, the state or the
    /// day in the language in question, or those words beside it, are others. What becomes of its other languages, and of
    /// the rest of the object, leaves it as it is.
    pub fn mark(&self, beside: Lang) -> i64 {
        mark(&serde_json::json!([self.text.get(self.into), self.text.in_lang(beside)]))
    }
}

/// What there is to do about one object: each of its texts that has words, in each of `langs` but the one it was written in.
pub fn tasks_of(of: &Translatable, object: &WithTexts, langs: &[Lang]) -> Vec<Task> {
    let mut tasks = Vec::new();
    for (name, text) in &object.texts {
        let wording = of.wordings.iter().find(|one| one.name == *name);
        let (Some(wording), Some(from)) = (wording, text.written_in()) else { continue };
        tasks.extend(langs.iter().filter(|lang| **lang != from).map(|into| Task {
            kind: of.kind,
            id: object.id,
            version: object.version,
            title: object.title.clone(),
            wording: *wording,
            text: text.clone(),
            from,
            into: *into,
        }));
    }
    tasks
}

/// Everything there is to translate in the partnership, the most urgent first, then as the rooms list it.
///
/// # Errors
/// When the database does not answer.
pub async fn tasks(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<Task>> {
    let langs = ctx.partnership()?.langs.clone();
    let mut all = Vec::new();
    for of in ctx.app.house.translatables() {
        for object in (of.list)(ctx, tx).await? {
            all.extend(tasks_of(of, &object, &langs));
        }
    }
    all.sort_by_key(Task::stands);
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const KIND: Translatable = Translatable {
        kind: "sample",
        wordings: &[Wording::line("name", "sample-name", 20), Wording::prose("about", "sample-about", 100)],
        list: |_, _| Box::pin(async { Ok(Vec::new()) }),
        save: |_, _| Box::pin(async { Ok(()) }),
    };

    #[test]
    fn a_text_waits_in_every_language_but_the_one_it_was_written_in() {
        let day = date(2026, 11, 22);
        let name = Text::default().with(Lang::Fr, "Santé", day).with_machine(Lang::Ar, "صحة", day);
        let object = WithTexts {
            id: Uuid::nil(),
            version: 1,
            title: name.clone(),
            texts: vec![("name", name), ("about", Text::default())],
        };
        let tasks = tasks_of(&KIND, &object, &[Lang::En, Lang::Fr, Lang::Ar]);
        let told: Vec<_> =
            tasks.iter().map(|task| (task.wording.name, task.from, task.into, task.stands())).collect();
        let (fr, missing, machine) = (Lang::Fr, InLang::Missing, InLang::Machine);
        assert_eq!(told, [("name", fr, Lang::En, missing), ("name", fr, Lang::Ar, machine)]);
    }

    #[test]
    fn a_mark_is_of_one_language_and_of_what_stood_beside_it() {
        let day = date(2026, 11, 22);
        let text = Text::both("Health", "Santé", day);
        let task = |text: &Text, into| Task {
            kind: "sample",
            id: Uuid::nil(),
            version: 1,
            title: text.clone(),
            wording: KIND.wordings[0],
            text: text.clone(),
            from: Lang::En,
            into,
        };
        let mark = |text: &Text| task(text, Lang::Ar).mark(Lang::En);
        let french = text.clone().with(Lang::Fr, "Soins", day);
        assert_eq!(mark(&french), mark(&text), "another language");
        assert_ne!(task(&french, Lang::Fr).mark(Lang::En), task(&text, Lang::Fr).mark(Lang::En));
        assert_ne!(mark(&text.clone().with(Lang::En, "Care", day)), mark(&text), "what it is written from");
        let arabic = text.clone().with_machine(Lang::Ar, "صحة", day);
        assert_ne!(mark(&arabic), mark(&text));
        assert_ne!(
            mark(&arabic.clone().reviewed(Lang::Ar, day)),
            mark(&arabic),
            "the same words, read by now"
        );
        assert!(mark(&text) >= 0);
    }

    #[test]
    fn a_wording_is_as_long_as_it_may_be_and_breaks_only_where_it_may() {
        let [name, about] = [KIND.wordings[0], KIND.wordings[1]];
        assert_eq!(name.check("two\nlines"), Err(LineRefusal::Unprintable));
        assert_eq!(about.check("two\nlines"), Ok("two\nlines".into()));
        assert_eq!(name.check(&"x".repeat(21)), Err(LineRefusal::TooLong { max: 20 }));
    }
}
