//! `kith retention`: what will be erased by itself by the end of a day in a partnership, by kind, class and count, with names;
//! and how much of what the installation keeps for all.

use crate::{console::Console, import_command::of_partnership, open};
use jiff::civil::Date;
use platform::{
    config::Config,
    ctx::{Ctx, PUBLIC},
    datamap::Class,
    errors::Result,
    pages::retention::end_of,
    retention::{due, swept},
    words::{Arg, Say},
};

/// What `kith retention` is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The partnership, by its first segment in addresses.
    pub partnership: String,
    /// The day; none is today.
    pub on: Option<Date>,
}

/// One line: the key of its words, and what they mention.
type Line = (&'static str, Vec<(&'static str, Arg)>);

/// Prints what is due, and changes nothing.
///
/// # Errors
/// When there is no such partnership, or the database does not answer.
pub async fn print(console: &Console, config: &Config, options: &Options) -> Result<()> {
    let app = open::app(config, crate::rooms(), crate::gate()).await?;
    let ctx = of_partnership(console, &app, &options.partnership).await?;
    // The console knows the program's own words alone; what ends by itself is called by the rooms.
    let say = app.words.say(console.say.lang);
    for (key, words) in lines(&ctx, &say, options.on.unwrap_or(ctx.today())).await? {
        console.line(key, &words);
    }
    Ok(())
}

async fn lines(ctx: &Ctx, say: &Say, on: Date) -> Result<Vec<Line>> {
    let (mut lines, end) = (Vec::new(), end_of(ctx, on));
    let mut tx = ctx.read(PUBLIC).await?;
    let all = due(ctx, &mut tx, end).await?;
    tx.done().await?;
    for (kind, due) in all {
        lines.push(counted(say, (kind.key, kind.class), due.len().into()));
        lines.extend(due.into_iter().filter(|one| !one.name.is_empty()).map(|one| {
            let since = one.since.day_in(&ctx.zone()).to_string();
            ("console-retention-one", vec![("name", one.name.into()), ("since", since.into())])
        }));
    }
    lines.push(("console-retention-installation", Vec::new()));
    let mut tx = ctx.of_installation().read(PUBLIC).await?;
    let all = swept(ctx, &mut tx, end).await?;
    tx.done().await?;
    lines.extend(all.into_iter().map(|(kind, n)| counted(say, (kind.key, kind.class), n.into())));
    Ok(lines)
}

/// A kind, how careful one must be with it, and how many there are.
fn counted(say: &Say, (key, class): (&str, Class), n: Arg) -> Line {
    let class = say.t(&format!("data-class-{}", class.code()), &[]);
    ("console-retention", vec![("what", say.t(key, &[]).into()), ("class", class.into()), ("n", n)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::{authority::Caller, langs::Lang};

    platform::on_both! { crate::rooms();
        async fn everything_that_ends_by_itself_is_called_by_words(site) {
            let ctx = site.ctx(Caller::Console);
            for lang in Lang::OFFICIAL {
                let told = lines(&ctx, &site.app.words.say(lang), ctx.today()).await.unwrap();
                let words: Vec<String> = told.iter().map(|(_, words)| format!("{words:?}")).collect();
                assert!(words.iter().all(|line| !line.contains('⟦')), "{lang}: {words:#?}");
                let kinds = |rooms: fn(&platform::manifest::Manifest) -> usize| site.app.house.rooms.iter().map(rooms).sum::<usize>();
                let all = kinds(|room| room.retentions.len()) + kinds(|room| room.sweeps.len()) + 1;
                assert_eq!(told.len(), all, "{lang}: every kind has its line: {words:#?}");
            }
        }
    }
}
