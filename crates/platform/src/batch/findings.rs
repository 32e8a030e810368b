//! What was found about a row: said later, in the language of whoever reads it.

use super::Intake;
use crate::{
    ctx::Ctx,
    errors::Refusal,
    t,
    words::{Arg, Say},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One thing that was found about a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The key of the column it is about; nothing for the whole row.
    pub column: Option<String>,
    /// The key of its words.
    pub code: String,
    /// What its words mention.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Mentioned>,
    /// Whether the row is refused for it; otherwise it only tells what was done, or asks.
    pub wrong: bool,
    /// What a person is asked about it: the row waits until that is answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks: Option<Asks>,
}

/// A question that rows ask: whoever brings the sheet answers it once for all rows that ask the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asks {
    /// Under which key the answer stands among [`super::Mapping::answers`]: what it is about and which one, `name:ymca`. The colon tells it
    /// from the answers to an importer's own questions.
    pub key: String,
    /// What may be answered, the usual answer first; its words have the key `{code}-{choice}`.
    pub choices: Vec<String>,
}

/// What the words of a finding mention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Mentioned {
    /// A number.
    Number(i64),
    /// Words.
    Words(String),
}

/// What the words of a finding that is no refusal mention.
const NOTED: [&str; 5] = ["before", "after", "name", "other", "n"];

impl Finding {
    /// That a rule refuses what stands in a column.
    pub fn refused(column: Option<&str>, why: &dyn Refusal) -> Self {
        let args = why.args().into_iter().map(|(name, arg)| (name.to_owned(), mentioned(arg))).collect();
        Self { column: column.map(str::to_owned), code: why.code().to_owned(), args, wrong: true, asks: None }
    }

    /// Something that was done to a row or is worth knowing: `before` and `after` are mentioned.
    pub fn noted(column: Option<&str>, code: &str) -> Self {
        let (column, code) = (column.map(str::to_owned), code.to_owned());
        Self { column, code, args: BTreeMap::new(), wrong: false, asks: None }
    }

    /// Something that a person decides: one of these choices, the usual one first. See [`Asks::key`].
    pub fn asking(column: Option<&str>, code: &str, key: String, choices: &[&str]) -> Self {
        let choices = choices.iter().map(|one| (*one).to_owned()).collect();
        Self { asks: Some(Asks { key, choices }), ..Self::noted(column, code) }
    }

    /// The same, mentioning one thing more (`before`, `after`, `name`, `other`, `n`).
    #[must_use]
    pub fn with(mut self, name: &'static str, said: impl Into<Mentioned>) -> Self {
        self.args.insert(name.to_owned(), said.into());
        self
    }

    /// In the reader's language.
    pub fn words(&self, ctx: &Ctx, say: &Say) -> String {
        self.said(ctx, say, &self.code)
    }

    /// One of the choices, in the reader's language.
    pub fn choice(&self, ctx: &Ctx, choice: &str) -> String {
        self.said(ctx, &ctx.say(), &format!("{}-{choice}", self.code))
    }

    fn said(&self, ctx: &Ctx, say: &Say, key: &str) -> String {
        let rooms = ctx.app.house.rooms.iter().flat_map(|room| &room.refusals);
        let names = rooms.flat_map(|codes| codes.iter()).find(|known| known.code == self.code);
        let names = names.map_or(&NOTED[..], |known| known.args);
        let arg = |name: &&'static str| {
            let said = self.args.get(*name)?;
            Some((
                *name,
                match said {
                    Mentioned::Number(number) => Arg::from(*number),
                    Mentioned::Words(words) => Arg::from(words.clone()),
                },
            ))
        };
        say.t(key, &names.iter().filter_map(arg).collect::<Vec<_>>())
    }

    /// The same behind the name of the column that it is about.
    pub fn told(&self, ctx: &Ctx, intake: &Intake) -> String {
        let say = ctx.say();
        let words = self.words(ctx, &say);
        match self.column.as_deref().and_then(|key| intake.column(key)) {
            Some(column) => t!(say, "import-finding", column = say.t(column.label, &[]), words = words),
            None => words,
        }
    }
}

fn mentioned(arg: Arg) -> Mentioned {
    match arg {
        Arg::Number(number) => Mentioned::Number(number),
        Arg::Words(words) => Mentioned::Words(words),
        Arg::Day(day) => Mentioned::Words(day.to_string()),
    }
}

impl From<i64> for Mentioned {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}
impl From<&str> for Mentioned {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}
impl From<String> for Mentioned {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}
