//! Mail that left, waits or failed: nothing that the partnership wrote to somebody is lost without a word.

use crate::{
    authority::{Office, Permission},
    ctx::Ctx,
    db::{Page, Tx},
    errors::Result,
    html::{Cell, Column, Empty, Filter, Head, ListShown, Look, choice, form, list, page, said, state},
    http::{Answer, Path, html, see_other},
    mail::{Counts, MailId, MailRow, MailState, counts, failed_since, listed, resend},
    manifest::{Fut, TodayItem, TodaySection},
    t,
};
use maud::{Markup, html as markup};
use serde::Deserialize;

/// Seeing what was sent to whom, and sending again what failed.
pub const SEE_MAIL: Permission = Permission::see("mail.see", &[Office::Coordinator]);
/// Sending again.
pub const RESEND_MAIL: Permission = Permission::act("mail.resend", &[Office::Coordinator]);

/// Seeing the installation's own mail (links for signing in), and sending it again.
pub const INSTALLATION_MAIL: Permission =
    Permission::installation("mail.installation", &[Office::Administrator]);

/// How long *Today* speaks of a mail that failed, in seconds: two weeks.
const SPOKEN_OF: i64 = 14 * 86_400;

/// Which mail.
#[derive(Debug, Deserialize)]
pub struct Which {
    /// Its id.
    pub mail: MailId,
}

/// `GET /{p}/work/mail`: the partnership's mail, newest first.
pub async fn show(ctx: Ctx) -> Answer {
    let tx = ctx.read(SEE_MAIL).await?;
    shown(&ctx, tx).await
}

/// `GET /installation/mail`: the installation's own mail, newest first.
pub async fn show_installation(ctx: Ctx) -> Answer {
    let tx = ctx.read(INSTALLATION_MAIL).await?;
    shown(&ctx, tx).await
}

async fn shown(ctx: &Ctx, mut tx: Tx) -> Answer {
    let address = ctx.address();
    let rows = listed(&mut tx, &address, MailState::from_code(address.get("state"))).await?;
    let counts = counts(&mut tx).await?;
    tx.done().await?;
    html(view(ctx, &rows, &counts))
}

/// Where the mail stands that a page of this context shows.
fn place(ctx: &Ctx) -> String {
    if ctx.partnership.is_some() { ctx.url("/work/mail") } else { "/installation/mail".to_owned() }
}

/// `POST /{p}/work/mail/{mail}/resending`: tries again what has failed.
pub async fn send_again(ctx: Ctx, Path(which): Path<Which>) -> Answer {
    let tx = ctx.write(RESEND_MAIL).await?;
    sent_again(&ctx, tx, which.mail).await
}

/// `POST /installation/mail/{mail}/resending`: tries again what has failed.
pub async fn send_again_installation(ctx: Ctx, Path(which): Path<Which>) -> Answer {
    let tx = ctx.write(INSTALLATION_MAIL).await?;
    sent_again(&ctx, tx, which.mail).await
}

async fn sent_again(ctx: &Ctx, mut tx: Tx, mail: MailId) -> Answer {
    resend(&mut tx, mail).await?;
    let to = tx.commit_to(&said(&place(ctx), "mail-resent")).await?;
    see_other(&to)
}

/// What *Today* says: mail that did not arrive.
pub fn today<'a>(ctx: &'a Ctx, tx: &'a mut Tx) -> Fut<'a, Result<Vec<TodayItem>>> {
    Box::pin(async move {
        if !ctx.may(SEE_MAIL) {
            return Ok(Vec::new());
        }
        let (count, last) = failed_since(tx, ctx.now().plus_seconds(-SPOKEN_OF)).await?;
        let Some(last) = last else { return Ok(Vec::new()) };
        let (say, day) = (ctx.say(), last.day_in(&ctx.zone()));
        Ok(vec![TodayItem {
            section: TodaySection::Stuck,
            on: Some(day),
            when: say.short_day(day),
            what: t!(say, "mail-today", n = count),
            detail: None,
            act: t!(say, "mail-today-act"),
            href: ctx.url("/work/mail?state=failed"),
            late: true,
        }])
    })
}

/// The page.
pub fn view(ctx: &Ctx, rows: &Page<MailRow>, counts: &Counts) -> Markup {
    let say = ctx.say();
    let columns = [
        Column::new("subject", t!(say, "mail-subject"), |row: &MailRow| Cell::words(row.subject.clone())),
        Column::new("to", t!(say, "mail-to"), |row: &MailRow| Cell::words(row.recipient.clone())),
        Column::new("when", t!(say, "mail-when"), |row: &MailRow| {
            Cell::words(say.moment(row.made_at, &ctx.zone()))
        }),
        Column::new("state", t!(say, "mail-state"), |row: &MailRow| state_of(ctx, row)),
        Column::new("again", t!(say, "mail-again"), |row: &MailRow| {
            if row.state() != MailState::Failed {
                return Cell::nothing();
            }
            let action = format!("{}/{}/resending", place(ctx), row.id);
            Cell::new(form(ctx, action).button(&t!(say, "mail-resend"), &row.subject, &[]), "")
        }),
    ];
    let choices = MailState::ALL.map(|of| choice(of.code(), word(ctx, of)).count(counts.of(of)));
    let shown = ListShown {
        caption: if ctx.partnership.is_some() {
            t!(say, "mail-caption")
        } else {
            t!(say, "mail-caption-installation")
        },
        columns: &columns,
        filters: vec![Filter { name: "state", label: t!(say, "mail-state"), choices: choices.to_vec() }],
        search: None,
        page: rows,
        empty: Empty { why: t!(say, "mail-empty"), example: Some(t!(say, "mail-example")), first: None },
    };
    page(ctx, &Head::new(t!(say, "nav-mail")), list(ctx, &ctx.address(), &shown))
}

fn word(ctx: &Ctx, of: MailState) -> String {
    let say = ctx.say();
    match of {
        MailState::Waiting => t!(say, "mail-waiting"),
        MailState::Sent => t!(say, "mail-sent"),
        MailState::Failed => t!(say, "mail-failed"),
        MailState::Stopped => t!(say, "mail-stopped"),
    }
}

/// The state in a word and, where something went wrong, what the mail server said.
fn state_of(ctx: &Ctx, row: &MailRow) -> Cell {
    let look = match row.state() {
        MailState::Waiting => Look::UnderWay,
        MailState::Sent => Look::Done,
        MailState::Failed => Look::Behind,
        MailState::Stopped => Look::Unknown,
    };
    let word = word(ctx, row.state());
    let told = markup! {
        (state(look, &word))
        @if let Some(trouble) = &row.trouble { br; span.small.quiet lang="en" dir="ltr" { (trouble) } }
    };
    Cell::new(told, word)
}
