//! Speaking at the console, in the reader's language: answers on standard output, troubles on standard error.

use anyhow::Result;
use platform::{
    errors::{Complaints, Error},
    langs::Lang,
    manifest::House,
    words::{Arg, Say, Words},
};
use std::{io::Write, sync::Arc};

platform::refusals! {
    /// Why a command stops.
    pub enum ConsoleRefusal {
        /// There is no such partnership here.
        NoPartnership {
            /// Which was named.
            slug: String,
        } = "console-no-partnership",
        /// There is no such import here.
        NoBatch {
            /// Which was named.
            batch: String,
        } = "console-no-batch",
        /// Settings are wrong; each was told before.
        Settings = "console-settings",
        /// Another program works in this folder.
        FolderTaken {
            /// Which folder.
            folder: String,
        } = "console-folder-taken",
        /// The folder or something in it cannot be had.
        Folder {
            /// Which folder.
            folder: String,
            /// What the machine says.
            why: String,
        } = "console-folder",
        /// The database does not answer.
        Database {
            /// What it says.
            why: String,
        } = "console-database",
        /// There is no file where the database should be.
        NoDatabase {
            /// Where it should be.
            path: String,
        } = "console-no-database",
        /// The file is no list of erasures.
        NotErasures {
            /// Which file.
            path: String,
            /// The line that is none, or what the machine says.
            why: String,
        } = "console-not-erasures",
        /// The address cannot be listened on.
        Listen {
            /// Which address.
            address: String,
            /// What the machine says.
            why: String,
        } = "console-listen",
        /// The schema is older than the program.
        Pending {
            /// How many steps it lacks.
            count: usize,
        } = "console-pending",
        /// The role may do everything, and row-level security holds nobody.
        Superuser {
            /// Which role.
            role: String,
        } = "console-superuser",
        /// Row-level security passes the role by.
        Bypass {
            /// Which role.
            role: String,
        } = "console-bypass",
        /// The role owns tables, and could switch row-level security off.
        Owner {
            /// Which role.
            role: String,
            /// How many tables.
            count: i64,
        } = "console-owner",
        /// Only the owner of the tables can do this.
        OwnerNeeded = "console-owner-needed",
        /// The owner and the program are the same role.
        OwnerIsProgram = "console-owner-is-program",
    }
}

/// A voice at the console.
#[derive(Debug, Clone)]
pub struct Console {
    /// The words.
    pub say: Say,
}

impl Console {
    /// Speaks the language of the terminal (`LC_ALL`, `LC_MESSAGES`, `LANG`, in this order): French, else English.
    ///
    /// # Errors
    /// When a file of words does not parse.
    pub fn new(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .find_map(|name| variable(name).filter(|value| !value.is_empty()));
        let lang = if named.is_some_and(|name| name.starts_with("fr")) { Lang::Fr } else { Lang::En };
        let words = Words::new(&House::new(vec![crate::words()]).words())?;
        Ok(Self { say: Arc::new(words).say(lang) })
    }

    /// The same voice in the language of the settings, when they name one.
    #[must_use]
    pub fn in_lang(self, code: Option<&str>) -> Self {
        match code.and_then(|code| code.parse().ok()) {
            Some(lang) => Self { say: self.say.in_lang(lang) },
            None => self,
        }
    }

    /// Says a line.
    pub fn line(&self, key: &str, args: &[(&'static str, Arg)]) {
        self.say_line(&self.say.t(key, args));
    }

    /// Says a line that is already in words.
    pub fn say_line(&self, text: &str) {
        // Nobody reads any more when this fails: there is nobody to tell.
        writeln!(std::io::stdout(), "{text}").unwrap_or_default();
    }

    /// Tells of a trouble.
    pub fn trouble(&self, text: &str) {
        writeln!(std::io::stderr(), "{text}").unwrap_or_default();
    }

    /// Tells everything that is wrong with the settings.
    pub fn complaints(&self, complaints: &Complaints) {
        for complaint in &complaints.0 {
            let why = self.say.refusal(complaint.why.as_ref());
            if complaint.field.is_empty() {
                self.trouble(&why);
            } else {
                self.trouble(&format!("{}: {why}", complaint.field));
            }
        }
    }

    /// Tells why a command stops.
    pub fn stop(&self, error: &Error) {
        match error {
            Error::Refused(refusal) => self.trouble(&self.say.refusal(refusal.as_ref())),
            other => self.trouble(&self.say.t("console-failed", &[("why", chain(other).into())])),
        }
    }
}

/// A failure with its causes, on one line.
pub fn chain(error: &Error) -> String {
    match error {
        Error::Failed(cause) => format!("{cause:#}"),
        other => other.to_string(),
    }
}

/// Turns what the database says into a refusal that says which part was meant.
pub fn unreachable(error: Error) -> Error {
    ConsoleRefusal::Database { why: chain(&error) }.into()
}
