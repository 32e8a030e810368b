//! `kith import` and `kith undo`: a sheet comes in, or goes again, without a browser.

use crate::{
    console::{Console, ConsoleRefusal},
    open,
};
use platform::{
    app::App,
    authority::Caller,
    batch::{
        BatchId, Verdict,
        at_console::{self, Brought, Told},
    },
    config::Config,
    ctx::Ctx,
    errors::{Error, Result},
    words::Arg,
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// What `kith import` is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Which sheets: `partners`, `people`.
    pub what: String,
    /// The file.
    pub file: PathBuf,
    /// The partnership, by its first segment in addresses.
    pub partnership: String,
    /// The name of the sheet that is meant, of a workbook with several; else empty.
    pub sheet: String,
    /// Whether it is only said what would happen.
    pub dry_run: bool,
    /// What is answered beforehand: keys with answers.
    pub answers: Vec<(String, String)>,
}

/// Brings a sheet in, or says what it would do; whether nothing of it was refused.
///
/// # Errors
/// When the file cannot be read, or there is no such partnership.
pub async fn import(console: &Console, config: &Config, options: &Options) -> Result<bool> {
    let _hold = if config.is_postgres() { None } else { Some(open::hold(config.data())?) };
    let app = open::app(config, crate::rooms(), crate::gate()).await?;
    let ctx = of_partnership(console, &app, &options.partnership).await?;
    let bytes = std::fs::read(&options.file).map_err(|why| ConsoleRefusal::Folder {
        folder: options.file.display().to_string(),
        why: why.to_string(),
    })?;
    let name = options.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let answers = options.answers.iter().cloned().collect();
    let brought = Brought { name, bytes, sheet: options.sheet.clone(), dry_run: options.dry_run, answers };
    let told = match at_console::import(&ctx, &options.what, brought).await {
        // What a room refuses it says in words of its own, which the console has none of.
        Err(Error::Refused(why)) => {
            console.trouble(&ctx.say().refusal(why.as_ref()));
            return Ok(false);
        }
        told => told?,
    };
    for (column, says) in &told.columns {
        let says = says.clone().unwrap_or_else(|| console.say.t("import-column-left-out", &[]));
        console.line("console-import-column", &[("column", column.clone().into()), ("says", says.into())]);
    }
    for (row, words) in told.refused.iter().chain(&told.asked) {
        console.line("console-import-row", &[("row", Arg::from(*row)), ("words", words.clone().into())]);
    }
    if told.taken.is_none() {
        tell_questions(console, &told);
    }
    let n = |verdict| told.counts.get(&verdict).copied().unwrap_or(0);
    let counts = [
        ("added", Arg::from(n(Verdict::Add))),
        ("changed", Arg::from(n(Verdict::Change))),
        ("same", Arg::from(n(Verdict::Same))),
        ("asked", Arg::from(n(Verdict::Ask))),
        ("refused", Arg::from(n(Verdict::Refuse))),
    ];
    console.line("console-import-counts", &counts);
    let sound = n(Verdict::Refuse) == 0 && (options.dry_run || n(Verdict::Ask) == 0);
    match (options.dry_run, told.taken) {
        (true, _) => console.line("console-import-dry", &[]),
        (false, Some(batch)) => console.line("console-import-taken", &[("batch", batch.to_string().into())]),
        (false, None) => console.line("console-import-not-taken", &[]),
    }
    Ok(sound)
}

/// Tells what can be answered beforehand, and how: the questions about the whole sheet, and those that wait.
fn tell_questions(console: &Console, told: &Told) {
    for question in &told.questions {
        console.line("console-import-question", &[("words", question.words.clone().into())]);
        for (answer, words) in &question.choices {
            let is_taken = question.taken.as_ref() == Some(answer);
            let key = if is_taken { "console-import-answer-taken" } else { "console-import-answer" };
            let answer = format!("{}={answer}", question.key);
            console.line(key, &[("answer", answer.into()), ("words", words.clone().into())]);
        }
    }
}

/// Undoes an import.
///
/// # Errors
/// When there is none of this id, or it cannot be undone.
pub async fn undo(console: &Console, config: &Config, batch: &str) -> Result<()> {
    let _hold = if config.is_postgres() { None } else { Some(open::hold(config.data())?) };
    let app = open::app(config, crate::rooms(), crate::gate()).await?;
    let id: BatchId = batch.parse().map_err(|_| Error::NotFound)?;
    for partnership in app.partnerships().await? {
        let ctx = speaking(console, Ctx::program(&app, Caller::Console, Some(Arc::new(partnership))));
        match at_console::undo(&ctx, id).await {
            Err(Error::NotFound) => {}
            Ok(kept) => {
                console.line("console-import-undone", &[("kept", Arg::from(kept))]);
                return Ok(());
            }
            Err(other) => return Err(other),
        }
    }
    Err(ConsoleRefusal::NoBatch { batch: batch.to_owned() }.into())
}

pub(crate) async fn of_partnership(console: &Console, app: &Arc<App>, slug: &str) -> Result<Ctx> {
    let found = app.partnerships().await?.into_iter().find(|one| one.slug == slug);
    let found = found.ok_or_else(|| ConsoleRefusal::NoPartnership { slug: slug.to_owned() })?;
    Ok(speaking(console, Ctx::program(app, Caller::Console, Some(Arc::new(found)))))
}

fn speaking(console: &Console, ctx: Ctx) -> Ctx {
    Ctx { lang: console.say.lang, ..ctx }
}

/// The settings of an installation that is one folder: nothing in it is served, so address and secret are of no use.
pub fn settings_of(data: &Path) -> Vec<(String, String)> {
    let database = data.join("kith.sqlite").display().to_string();
    let folder = data.display().to_string();
    let secret = platform::ids::Chance::system().secret();
    [("DATABASE", database), ("DATA", folder), ("ORIGIN", "http://localhost".to_owned()), ("SECRET", secret)]
        .map(|(name, value)| (format!("KITH_{name}"), value))
        .into()
}
