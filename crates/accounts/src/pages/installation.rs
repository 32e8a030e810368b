//! The installation: its partnerships, and making one more. Running it shows no row of any partnership.

use super::founding::{self, Typed};
use crate::{
    can,
    jobs::{self, Invited},
    rules, store,
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::{Ctx, Partnership},
    db::Tx,
    errors::{Complaints, Error, Result},
    html::{Head, form, named, page, said, table},
    http::{Answer, Form, Path, answer::page_with, html, see_other},
    ids::{AccountId, PartnershipId},
    mail::{MailState, counts},
    t, throttle,
};
use serde::Deserialize;
use std::sync::Arc;

#[derive(Deserialize)]
pub(crate) struct PartnershipPath {
    pub(crate) partnership: PartnershipId,
}

/// What the installation's page shows: its partnerships, and the first coordinators who have not come yet.
struct Shown {
    partnerships: Vec<Partnership>,
    awaited: Vec<store::AwaitedRow>,
    /// How many of the installation's own mails did not arrive.
    undelivered: i64,
}

async fn load(ctx: &Ctx) -> Result<Shown> {
    let partnerships = ctx.app.partnerships().await?;
    let mut tx = ctx.of_installation().read(can::INSTALL).await?;
    let awaited = store::awaited(&mut tx).await?;
    let undelivered = counts(&mut tx).await?.of(MailState::Failed);
    tx.done().await?;
    Ok(Shown { partnerships, awaited, undelivered })
}

/// `GET /installation`: all partnerships, and the form for one more.
pub(crate) async fn show(ctx: Ctx) -> Answer {
    html(view(&ctx, &load(&ctx).await?, &Typed::default(), &Complaints::default()))
}

/// `POST /installation/partnerships/{partnership}/invitation`: to the first coordinators who have not come yet, once more.
pub(crate) async fn send_again(ctx: Ctx, Path(path): Path<PartnershipPath>) -> Answer {
    ctx.demand(can::INSTALL)?;
    throttle::allow(&ctx.app, &format!("first-invitation/{}", path.partnership), 5, 86_400).await?;
    let mut tx = ctx.write(can::INSTALL).await?;
    let awaited = store::awaited(&mut tx).await?;
    let here: Vec<_> = awaited.into_iter().filter(|row| row.partnership_id == path.partnership).collect();
    if here.is_empty() {
        return Err(Error::NotFound);
    }
    for row in here {
        let (partnership, account) = (row.partnership_id, row.account_id);
        let invited = Invited { partnership, account, name: row.name, lang: row.lang };
        tx.enqueue(jobs::INVITE, invited, ctx.now()).await?;
        tx.audit("account.invited", account, None::<&()>, None::<&()>).await?;
    }
    let to = tx.commit_to(&said("/installation", "invited-again")).await?;
    see_other(&to)
}

/// `POST /installation/partnerships`: one more, and the invitation of its first coordinator.
pub(crate) async fn found(ctx: Ctx, Form(typed): Form<Typed>) -> Answer {
    ctx.demand(can::INSTALL)?;
    let new = match founding::read(&ctx, &typed) {
        Ok(new) => new,
        Err(complaints) => return again(&ctx, &typed, &complaints).await,
    };
    let mut tx = ctx.write(can::INSTALL).await?;
    match begin(&ctx, &mut tx, &new).await {
        Ok(()) => {
            let to = tx.commit_to(&said("/installation", "partnership-made")).await?;
            see_other(&to)
        }
        Err(Error::Refused(why)) => {
            drop(tx);
            again(&ctx, &typed, &Complaints::of("slug", why)).await
        }
        Err(error) => Err(error),
    }
}

/// The partnership with its coordinator's grant; the invitation leaves from the partnership itself, by a job.
async fn begin(ctx: &Ctx, tx: &mut Tx, new: &founding::Founding) -> Result<()> {
    let (partnership, account) = founding::found(ctx, tx, new).await?;
    let invited = Invited { partnership, account, name: new.person.name.clone(), lang: new.person.lang };
    tx.enqueue(jobs::INVITE, invited, ctx.now()).await
}

async fn again(ctx: &Ctx, typed: &Typed, complaints: &Complaints) -> Answer {
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(ctx, &load(ctx).await?, typed, complaints))
}

fn view(ctx: &Ctx, shown: &Shown, typed: &Typed, complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let form = form(ctx, "/installation/partnerships").complaints(complaints);
    let heads = ["founding-name", "founding-slug", "founding-place", "founding-coordinator"];
    let heads = heads.map(|key| say.t(key, &[]));
    let row = |partnership: &Partnership| {
        let href = format!("/{}/{}", partnership.slug, ctx.lang.code());
        vec![
            markup! { a href=(href) { (named(ctx, &partnership.name)) } },
            markup! { code { (partnership.slug) } },
            named(ctx, &partnership.place),
            awaited(ctx, shown, partnership),
        ]
    };
    let body = markup! {
        p { (t!(say, "installation-lead")) }
        (table(&t!(say, "installation-partnerships"), &heads, shown.partnerships.iter().map(row).collect()))
        p {
            @if shown.undelivered > 0 { (t!(say, "installation-undelivered", n = shown.undelivered)) " " a href="/installation/mail?state=failed" { (t!(say, "installation-undelivered-why")) } }
            @else { a href="/installation/mail" { (t!(say, "installation-mail")) } }
        }
        p { a href="/installation/accounts" { (t!(say, "closing-accounts-title")) } }
        @if let Some(first) = shown.partnerships.first() {
            p.small { a href={ "/" (first.slug) "/work/gallery" } { (t!(say, "installation-gallery")) } }
        }
        section { h2 { (t!(say, "installation-more")) } (form.show(&t!(say, "installation-make"), founding::fields(ctx, &form, typed))) }
    };
    page(ctx, &Head::new(t!(say, "installation-title")), body)
}

/// The first coordinators of a partnership who have not come yet, and a way to invite them once more.
fn awaited(ctx: &Ctx, shown: &Shown, of: &Partnership) -> Markup {
    let say = ctx.say();
    let here: Vec<_> = shown.awaited.iter().filter(|row| row.partnership_id == of.id).collect();
    markup! {
        @for row in &here { (t!(say, "installation-awaited")) " " bdi dir="ltr" { (row.mail) } br; }
        @if !here.is_empty() {
            (form(ctx, format!("/installation/partnerships/{}/invitation", of.id)).button(&t!(say, "accounts-invite-again"), of.name.plain(ctx.lang), &[]))
            " " a.small href={ "/installation/partnerships/" (of.id) "/coordinator" } { (t!(say, "coordinator-correct")) span.unseen { " " (of.name.plain(ctx.lang)) } }
        }
    }
}

/// The page with one partnership whose coordinator has not come yet, and with a refusal.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let partnerships: Vec<Partnership> =
        ctx.partnership.as_ref().map(|p| Arc::unwrap_or_clone(Arc::clone(p))).into_iter().collect();
    let awaited = |of: &Partnership| store::AwaitedRow {
        partnership_id: of.id,
        account_id: AccountId(uuid::Uuid::from_u128(1)),
        name: "Ada Lovelace".into(),
        mail: "ada@example.org".into(),
        lang: ctx.lang,
    };
    let shown = |undelivered| Shown {
        awaited: partnerships.iter().map(awaited).collect(),
        partnerships: partnerships.clone(),
        undelivered,
    };
    let ctx = &Ctx { partnership: None, face: platform::ctx::Face::House, ..ctx.clone() };
    let taken = Complaints::one("slug", rules::SlugRefusal::Taken);
    vec![
        ("plain", view(ctx, &shown(0), &Typed::default(), &Complaints::default())),
        ("undelivered", view(ctx, &shown(3), &Typed::default(), &Complaints::default())),
        ("refused", view(ctx, &shown(0), &Typed::default(), &taken)),
    ]
}
