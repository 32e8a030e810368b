//! The daily mail, as its reader wants it: whether, and about what.

use super::signed_in;
use crate::{
    mails::DAILY,
    rules::is_wanted,
    store::{self, DailyRow},
};
use maud::{Markup, html as markup};
use platform::{
    authority::Office,
    consent::{Basis, NewConsent},
    ctx::Ctx,
    db::Tx,
    errors::Result,
    html::{Choice, Head, choice, field, form, page, said},
    http::{Answer, Form, Pairs, html, see_other},
    pages::{
        ENTER,
        today::{topic_word, topics},
    },
    t,
};
use serde_json::json;

/// The page: what she wants, and what there is to choose from.
struct DailyPage {
    wanted: bool,
    topics: Vec<Choice>,
    picked: Vec<String>,
}

/// `GET /{p}/work/daily`.
pub(crate) async fn show(ctx: Ctx) -> Answer {
    let account = signed_in(&ctx)?.account;
    let mut tx = ctx.read(ENTER).await?;
    let row = store::daily_of(&mut tx, account).await?;
    let wanted = wants(&ctx, &mut tx, &row).await?;
    tx.done().await?;
    let is_picked = |topic: &&str| !row.stopped.0.iter().any(|stopped| stopped == topic);
    let picked = topics(&ctx).into_iter().filter(is_picked).map(str::to_owned).collect();
    html(view(&ctx, &DailyPage { wanted, topics: choices(&ctx), picked }))
}

/// `POST /{p}/work/daily`: from tomorrow on as she wants it.
pub(crate) async fn save(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let account = signed_in(&ctx)?.account;
    let mut tx = ctx.write(ENTER).await?;
    let row = store::daily_of(&mut tx, account).await?;
    let before = wants(&ctx, &mut tx, &row).await?;
    let wanted = !sent.get("wanted").is_empty();
    let is_stopped = |topic: &&str| !sent.all("topics").any(|picked| picked == *topic);
    let stopped: Vec<String> = topics(&ctx).into_iter().filter(is_stopped).map(str::to_owned).collect();
    if wanted && tx.said_no(account.0, DAILY, ctx.today()).await? {
        say_yes(&ctx, &mut tx, account.0).await?;
    }
    store::choose_daily(&mut tx, account, (wanted, &stopped)).await?;
    let was = json!({ "wanted": before, "stopped": row.stopped.0 });
    tx.audit("account.daily", account, Some(&was), Some(&json!({ "wanted": wanted, "stopped": stopped })))
        .await?;
    let to = tx.commit_to(&said(&ctx.url("/work/daily"), "daily-saved")).await?;
    see_other(&to)
}

/// Whether she gets it today: a no by the link in a mail counts until she says yes here.
async fn wants(ctx: &Ctx, tx: &mut Tx, row: &DailyRow) -> Result<bool> {
    let (account, here) = (signed_in(ctx)?, ctx.partnership()?.id);
    let own = account.grants.iter().filter(|grant| grant.partnership == Some(here));
    let offices: Vec<Office> = own.map(|grant| grant.office).collect();
    Ok(is_wanted(row.wanted, &offices) && !tx.said_no(account.account.0, DAILY, ctx.today()).await?)
}

/// Lifts the no that she said by the link, in the words that stand on the page.
async fn say_yes(ctx: &Ctx, tx: &mut Tx, who: uuid::Uuid) -> Result<()> {
    let wording = t!(ctx.say(), "daily-wanted");
    let new = NewConsent {
        purpose: DAILY,
        basis: Basis::Express,
        since: None,
        ended: None,
        how: "web-form",
        wording: &wording,
        lang: ctx.lang,
        evidence: None,
    };
    tx.record_consent(who, &new).await.map(drop)
}

fn choices(ctx: &Ctx) -> Vec<Choice> {
    topics(ctx).into_iter().map(|topic| choice(topic, topic_word(ctx, topic))).collect()
}

fn view(ctx: &Ctx, shown: &DailyPage) -> Markup {
    let say = ctx.say();
    let form = form(ctx, ctx.url("/work/daily")).cancel(ctx.url("/work"));
    let fields = markup! {
        (form.check(field("wanted", t!(say, "daily-wanted")).value(if shown.wanted { "yes" } else { "" }).hint(t!(say, "daily-wanted-hint"))))
        (form.checkboxes(field("topics", t!(say, "daily-topics")).hint(t!(say, "daily-topics-hint")), &shown.topics, &shown.picked))
    };
    let body = markup! {
        p { (t!(say, "daily-lead")) }
        (form.show(&t!(say, "daily-save"), fields))
    };
    page(ctx, &Head::new(t!(say, "daily-title")), body)
}

/// As it is at first, and with everything stopped.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let topics = vec![choice("platform", "Maple"), choice("accounts", "Oak")];
    let picked = vec!["platform".to_owned()];
    let on = DailyPage { wanted: true, topics: topics.clone(), picked };
    vec![("on", view(ctx, &on)), ("off", view(ctx, &DailyPage { wanted: false, topics, picked: Vec::new() }))]
}
