//! `kith erasures`: which records were erased, as a list that names nobody; and their erasure once more, after a backup was
//! restored that was older.

use crate::{
    console::{Console, ConsoleRefusal, chain},
    open,
};
use platform::{
    app::App,
    authority::Caller,
    clock::Clock,
    config::Config,
    ctx::{Ctx, PUBLIC},
    db::Db,
    errors::Result,
    ids::PartnershipId,
    personal::Why,
};
use std::{collections::BTreeMap, path::Path, sync::Arc};
use uuid::Uuid;

/// The records to erase, by partnership.
type Erased = BTreeMap<PartnershipId, Vec<(Uuid, Why)>>;

/// Prints the list, also while the installation runs.
///
/// # Errors
/// When the database does not answer or is of an older version.
pub async fn print(console: &Console, config: &Config) -> Result<()> {
    if !config.is_postgres() && !Path::new(&config.database).exists() {
        return Err(ConsoleRefusal::NoDatabase { path: config.database.clone() }.into());
    }
    let pending = Db::open(&config.database)?.pending(Clock::System.now()).await?.len();
    if pending > 0 {
        return Err(ConsoleRefusal::Pending { count: pending }.into());
    }
    let app = open::app(config, crate::rooms(), crate::gate()).await?;
    for line in list(&app).await? {
        console.say_line(&line);
    }
    Ok(())
}

/// Erases the records of the list at `path` that are there again.
///
/// # Errors
/// When the list cannot be read, another program works in the folder, or the database refuses.
pub async fn again(console: &Console, config: &Config, path: &Path) -> Result<()> {
    let _hold = if config.is_postgres() { None } else { Some(open::hold(config.data())?) };
    let unread = |why| ConsoleRefusal::NotErasures { path: path.display().to_string(), why };
    let text = std::fs::read_to_string(path).map_err(|error| unread(chain(&error.into())))?;
    let erased = read(&text).map_err(unread)?;
    let app = open::app(config, crate::rooms(), crate::gate()).await?;
    let count = repeat(&app, &erased).await?;
    console.line("console-erased-again", &[("count", count.into())]);
    Ok(())
}

/// One line for each erasure: when, in which partnership, the id that the record had, why.
///
/// # Errors
/// When the database does not answer.
pub async fn list(app: &Arc<App>) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for partnership in app.partnerships().await? {
        let id = partnership.id;
        let mut tx = Ctx::program(app, Caller::Console, Some(Arc::new(partnership))).read(PUBLIC).await?;
        let erased = tx.erased().await?;
        tx.done().await?;
        lines
            .extend(erased.into_iter().map(|(person, at, why)| format!("{at} {id} {person} {}", why.code())));
    }
    Ok(lines)
}

/// What a list says, or the line that is none of one.
///
/// # Errors
/// That line.
pub fn read(text: &str) -> Result<Erased, String> {
    let mut erased = Erased::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let mut words = line.split_whitespace().skip(1);
        let found = (|| {
            let partnership = words.next()?.parse().ok()?;
            Some((partnership, words.next()?.parse().ok()?, Why::from_code(words.next()?)?))
        })();
        let (partnership, person, why) = found.ok_or_else(|| line.to_owned())?;
        erased.entry(partnership).or_default().push((person, why));
    }
    Ok(erased)
}

/// Erases what is there of a list, with certificates of their own; gives of how many people, expressions of interest, requests and questions.
///
/// # Errors
/// When the database refuses, or a rule does; those before are erased.
pub async fn repeat(app: &Arc<App>, erased: &Erased) -> Result<usize> {
    let mut count = 0;
    for (id, people) in erased {
        let Some(partnership) = app.partnership_of(*id).await? else { continue };
        let ctx = Ctx::program(app, Caller::Console, Some(partnership));
        count += partners::erase_again(&ctx, people).await?;
        count += councils::erase_expressions_again(&ctx, people).await?;
        count += outreach::erase_sent_again(&ctx, people).await?;
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_and_what_is_none_is_named() {
        let (here, person) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let line = format!("2026-11-22T12:00:00Z {here} {person} asked");
        let read_back = read(&format!("{line}\n\n{line}\n")).unwrap();
        assert_eq!(read_back, Erased::from([(PartnershipId(here), vec![(person, Why::Asked); 2])]));
        for broken in ["x", &line.replace("asked", "wanted"), &line.replace('-', "")[..40]] {
            assert_eq!(read(broken), Err(broken.to_owned()));
        }
    }
}
