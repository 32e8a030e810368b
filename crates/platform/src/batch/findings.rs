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
    /// Whether the row is refused for it; otherwise it only tells what was done.
    pub wrong: bool,
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
const NOTED: [&str; 4] = ["before", "after", "name", "n"];

impl Finding {
    /// That a rule refuses what stands in a column.
    pub fn refused(column: Option<&str>, why: &dyn Refusal) -> Self {
        let args = why.args().into_iter().map(|(name, arg)| (name.to_owned(), mentioned(arg))).collect();
        Self { column: column.map(str::to_owned), code: why.code().to_owned(), args, wrong: true }
    }

    /// Something that was done to a row or is worth knowing: `before` and `after` are mentioned.
    pub fn noted(column: Option<&str>, code: &str) -> Self {
        Self { column: column.map(str::to_owned), code: code.to_owned(), args: BTreeMap::new(), wrong: false }
    }

    /// The same, mentioning one thing more (`before`, `after`, `name`, `n`).
    #[must_use]
    pub fn with(mut self, name: &'static str, said: impl Into<Mentioned>) -> Self {
        self.args.insert(name.to_owned(), said.into());
        self
    }

    /// In the reader's language.
    pub fn words(&self, ctx: &Ctx, say: &Say) -> String {
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
        say.t(&self.code, &names.iter().filter_map(arg).collect::<Vec<_>>())
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
