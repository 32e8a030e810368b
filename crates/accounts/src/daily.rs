//! The daily mail: what *Today* would show a person, once a day in the morning, when there is something new.
//!
//! One mail per account and partnership, in her language, with one way out of all of it and one per topic. The row of the
//! account says on which day it was looked last, in the transaction that writes the mail: the job run twice writes one.

use crate::{
    can, keeper,
    mails::DAILY,
    rules::{self, Daily, Line, MORNING, daily, is_wanted},
    store::{self, DailyRow, ReaderRow},
};
use platform::{
    authority::{Caller, Office, SignedIn},
    ctx::{Ctx, Face},
    db::Tx,
    errors::{Error, Result},
    ids::AccountId,
    mail::{Mail, Reader, Recipient},
    manifest::{JobKind, TodayItem, TodaySection},
    pages::today::{by_topic, topic_word},
    t,
    words::Say,
};
use std::sync::atomic::{AtomicBool, Ordering};
use uuid::Uuid;

/// Switched off only by the negative controls of the tests for one mail a day.
pub static ONCE_A_DAY: AtomicBool = AtomicBool::new(true);

fn counts_days() -> bool {
    ONCE_A_DAY.load(Ordering::Relaxed)
}

/// Looks every hour whether it is morning, where the partnership is, and who was not looked after today.
pub(crate) const JOB: JobKind = JobKind::every("accounts.daily", 3_600, |ctx, _| Box::pin(morning(ctx)));

/// Somebody who may be written to, and what she may do today.
struct Addressee {
    row: ReaderRow,
    grants: Vec<platform::authority::Grant>,
}

pub(crate) async fn morning(ctx: &Ctx) -> Result<()> {
    if ctx.now().0.to_zoned(ctx.zone()).hour() < MORNING {
        return Ok(());
    }
    let mut tx = ctx.read(can::SEE).await?;
    let gone = store::without_access(&mut tx, ctx.today()).await?;
    let rows = store::readers(&mut tx).await?;
    tx.done().await?;
    if !gone.is_empty() {
        forget(ctx, &gone).await?;
    }
    let mut trouble = Ok(());
    for addressee in addressees(ctx, rows)? {
        // What goes wrong for one keeps nobody else from her mail; the job is tried again for her.
        if let Err(error) = tell(ctx, &addressee).await {
            trouble = Err(error);
        }
    }
    trouble
}

/// Forgets those whose access has run out, with what waits for them.
async fn forget(ctx: &Ctx, gone: &[AccountId]) -> Result<()> {
    let mut tx = ctx.write(can::SEE).await?;
    for account in gone {
        tx.forget_waiting_letters(account.0, DAILY).await?;
        store::forget_daily(&mut tx, *account).await?;
    }
    tx.commit().await
}

/// Account by account, with the grants that hold today; who holds none today gets nothing.
fn addressees(ctx: &Ctx, rows: Vec<ReaderRow>) -> Result<Vec<Addressee>> {
    let (here, today) = (ctx.partnership()?.id, ctx.today());
    let mut all: Vec<Addressee> = Vec::new();
    for row in rows.into_iter().filter(|row| rules::in_force(row.span(), today)) {
        let grant = row.grant(here);
        match all.last_mut().filter(|last| last.row.account == row.account) {
            Some(last) => last.grants.push(grant),
            None => all.push(Addressee { row, grants: vec![grant] }),
        }
    }
    Ok(all)
}

/// The context in which the rooms are asked: as if she looked at *Today* herself.
fn as_reader(ctx: &Ctx, of: &Addressee) -> Ctx {
    let account = SignedIn {
        account: of.row.account,
        name: of.row.name.clone(),
        lang: of.row.lang,
        sign_in: Uuid::nil(),
        grants: of.grants.clone(),
    };
    Ctx { caller: Caller::Account(Box::new(account)), lang: of.row.lang, face: Face::Work, ..ctx.clone() }
}

/// Whether she is to be looked after today, and what she chose.
async fn waits(ctx: &Ctx, tx: &mut Tx, of: &Addressee) -> Result<Option<DailyRow>> {
    let offices: Vec<Office> = of.grants.iter().map(|grant| grant.office).collect();
    let (account, today) = (of.row.account, ctx.today());
    let row = store::daily_of(tx, account).await?;
    if !is_wanted(row.wanted, &offices) || row.looked_on == Some(today) && counts_days() {
        return Ok(None);
    }
    Ok((!tx.said_no(account.0, DAILY, today).await?).then_some(row))
}

async fn tell(ctx: &Ctx, of: &Addressee) -> Result<()> {
    let (account, today) = (of.row.account, ctx.today());
    let mut tx = ctx.read(can::SEE).await?;
    let seen = waits(ctx, &mut tx, of).await?;
    tx.done().await?;
    let Some(seen) = seen else { return Ok(()) };
    let reader = as_reader(ctx, of);
    let lines = lines(by_topic(&reader).await?);
    let mut tx = ctx.write(can::SEE).await?;
    // She may have chosen otherwise a moment ago, or another worker was faster.
    let row = if counts_days() { waits(ctx, &mut tx, of).await? } else { Some(seen) };
    let Some(row) = row else { return tx.done().await };
    let telling = daily(lines, &row.stopped.0, &row.told.0);
    let is_first = store::look_daily(&mut tx, account, (today, &telling.marks)).await?;
    if (is_first || !counts_days()) && telling.new_count() > 0 {
        tx.send_letter(Reader { ctx, who: account.0, lang: reader.lang }, mail(&reader, of, &telling)?)
            .await?;
    }
    tx.commit().await
}

/// Of what *Today* shows: what has a date, and what waits for the reader.
fn lines(today: Vec<(&'static str, Vec<TodayItem>)>) -> Vec<Line<TodayItem>> {
    let is_hers = |item: &TodayItem| matches!(item.section, TodaySection::Due | TodaySection::Waiting);
    let line = |topic: &str, item: TodayItem| Line {
        topic: topic.to_owned(),
        mark: mark(topic, &item),
        says: item,
        is_new: false,
    };
    let each = |(topic, items): (&'static str, Vec<TodayItem>)| {
        items.into_iter().filter(is_hers).map(move |item| line(topic, item)).collect::<Vec<_>>()
    };
    today.into_iter().flat_map(each).collect()
}

/// By what a line is known again. How late it is by today stays out: tomorrow it is the same thing.
fn mark(topic: &str, item: &TodayItem) -> String {
    let detail = item.detail.as_deref().unwrap_or_default();
    let whole = [topic, &item.what, detail, &item.href].join("\u{0}");
    keeper::hash(&whole).chars().take(16).collect()
}

fn mail(ctx: &Ctx, of: &Addressee, daily: &Daily<TodayItem>) -> Result<Mail> {
    let (say, name) = (ctx.say(), ctx.partnership()?.name.plain(ctx.lang).to_owned());
    let to = Recipient::parse(&of.row.mail);
    Ok(Mail {
        to: to.map_err(|_| Error::failed("an account whose address mail cannot reach"))?,
        lang: ctx.lang,
        subject: t!(say, "mail-daily-subject", n = daily.new_count(), partnership = name.as_str()).into(),
        body: body(ctx, &name, daily),
        purpose: DAILY,
        unsubscribe: None,
    })
}

/// The text: topic by topic, each line with its address; what is new says so.
fn body(ctx: &Ctx, name: &str, daily: &Daily<TodayItem>) -> String {
    let say = ctx.say();
    let day = say.weekday(ctx.today());
    let mut text = t!(say, "mail-daily-lead", day = day, partnership = name);
    let mut topic = "";
    for one in &daily.lines {
        if one.topic != topic {
            topic = &one.topic;
            text.push_str(&format!("\n\n{}\n", topic_word(ctx, topic)));
        }
        text.push_str(&line(ctx, &say, one));
    }
    let choose = ctx.web_url("/work/daily");
    text.push_str(&format!("\n\n{}", t!(say, "mail-daily-choose", link = choose)));
    text
}

fn line(ctx: &Ctx, say: &Say, of: &Line<TodayItem>) -> String {
    let item = &of.says;
    let words: Vec<&str> = [item.when.as_str(), &item.what, item.detail.as_deref().unwrap_or_default()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let words = words.join(" · ");
    let line = if of.is_new {
        t!(say, "mail-daily-new", line = words)
    } else {
        t!(say, "mail-daily-line", line = words)
    };
    format!("\n{line}\n  {}{}\n", ctx.origin(), item.href)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(section: TodaySection, when: &str) -> TodayItem {
        TodayItem {
            section,
            on: None,
            when: when.to_owned(),
            what: "A term ends".into(),
            detail: None,
            act: "Look".into(),
            href: "/maple/work".into(),
            late: false,
        }
    }

    #[test]
    fn what_has_a_date_or_waits_is_told_and_nothing_else() {
        let all = [TodaySection::Due, TodaySection::Promised, TodaySection::Stuck, TodaySection::Waiting];
        let told = lines(vec![("one", all.into_iter().map(|section| item(section, "")).collect())]);
        let sections: Vec<TodaySection> = told.iter().map(|line| line.says.section).collect();
        assert_eq!(sections, [TodaySection::Due, TodaySection::Waiting]);
    }

    #[test]
    fn what_is_a_day_later_is_the_same_thing() {
        let (one, two) = (item(TodaySection::Due, "1 day late"), item(TodaySection::Due, "2 days late"));
        assert_eq!(mark("a", &one), mark("a", &two));
        assert_ne!(mark("a", &one), mark("b", &one));
        assert_ne!(mark("a", &one), mark("a", &TodayItem { what: "Another".into(), ..one.clone() }));
    }
}
