//! `kith retention`: what will be erased by itself by the end of a day in a partnership, by kind, class and count, with names.

use crate::{console::Console, import_command::of_partnership, open};
use jiff::civil::Date;
use platform::{config::Config, ctx::PUBLIC, errors::Result, pages::retention::end_of, retention::due};

/// What `kith retention` is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The partnership, by its first segment in addresses.
    pub partnership: String,
    /// The day; none is today.
    pub on: Option<Date>,
}

/// Prints what is due, and changes nothing.
///
/// # Errors
/// When there is no such partnership, or the database does not answer.
pub async fn print(console: &Console, config: &Config, options: &Options) -> Result<()> {
    let app = open::app(config, crate::rooms(), crate::gate()).await?;
    let ctx = of_partnership(console, &app, &options.partnership).await?;
    let on = options.on.unwrap_or(ctx.today());
    let mut tx = ctx.read(PUBLIC).await?;
    let all = due(&ctx, &mut tx, end_of(&ctx, on)).await?;
    tx.done().await?;
    for (kind, due) in all {
        let words = [
            ("what", console.say.t(kind.key, &[]).into()),
            ("class", console.say.t(&format!("data-class-{}", kind.class.code()), &[]).into()),
            ("n", due.len().into()),
        ];
        console.line("console-retention", &words);
        for one in due.iter().filter(|one| !one.name.is_empty()) {
            let since = one.since.day_in(&ctx.zone()).to_string();
            let line = [("name", one.name.clone().into()), ("since", since.into())];
            console.line("console-retention-one", &line);
        }
    }
    Ok(())
}
