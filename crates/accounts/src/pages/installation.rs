//! The installation: its partnerships, and making one more. Running it shows no row of any partnership.

use super::founding::{self, Typed};
use crate::{
    can,
    jobs::{self, Invited},
    rules,
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::{Ctx, Partnership},
    db::Tx,
    errors::{Complaint, Complaints, Error, Result},
    html::{Head, form, named, page, said, table},
    http::{Answer, Form, answer::page_with, html, see_other},
    mail::{MailState, counts},
    t,
};
use std::sync::Arc;

/// `GET /installation`: all partnerships, and the form for one more.
pub(crate) async fn show(ctx: Ctx) -> Answer {
    ctx.demand(can::INSTALL)?;
    let seen = look(&ctx).await?;
    html(view(&ctx, &seen, &Typed::default(), &Complaints::default()))
}

/// What stands on the page beside the form.
struct Seen {
    partnerships: Vec<Partnership>,
    /// How many of the installation's own mails did not arrive.
    undelivered: i64,
}

async fn look(ctx: &Ctx) -> Result<Seen> {
    let mut tx = ctx.of_installation().read(can::INSTALL).await?;
    let undelivered = counts(&mut tx).await?.of(MailState::Failed);
    tx.done().await?;
    Ok(Seen { partnerships: ctx.app.partnerships().await?, undelivered })
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
            again(&ctx, &typed, &Complaints(vec![Complaint { field: "slug", why }])).await
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
    let seen = look(ctx).await?;
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(ctx, &seen, typed, complaints))
}

fn view(ctx: &Ctx, seen: &Seen, typed: &Typed, complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let form = form(ctx, "/installation/partnerships").complaints(complaints);
    let heads = [t!(say, "founding-name"), t!(say, "founding-slug"), t!(say, "founding-place")];
    let row = |partnership: &Partnership| {
        let href = format!("/{}/{}", partnership.slug, ctx.lang.code());
        vec![
            markup! { a href=(href) { (named(ctx, &partnership.name)) } },
            markup! { code { (partnership.slug) } },
            named(ctx, &partnership.place),
        ]
    };
    let body = markup! {
        p { (t!(say, "installation-lead")) }
        (table(&t!(say, "installation-partnerships"), &heads, seen.partnerships.iter().map(row).collect()))
        p {
            @if seen.undelivered > 0 { (t!(say, "installation-undelivered", n = seen.undelivered)) " " a href="/installation/mail?state=failed" { (t!(say, "installation-undelivered-why")) } }
            @else { a href="/installation/mail" { (t!(say, "installation-mail")) } }
        }
        section { h2 { (t!(say, "installation-more")) } (form.show(&t!(say, "installation-make"), founding::fields(ctx, &form, typed))) }
    };
    page(ctx, &Head::new(t!(say, "installation-title")), body)
}

/// The page with one partnership, and with a refusal.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let partnerships: Vec<Partnership> =
        ctx.partnership.as_ref().map(|p| Arc::unwrap_or_clone(Arc::clone(p))).into_iter().collect();
    let ctx = &Ctx { partnership: None, face: platform::ctx::Face::House, ..ctx.clone() };
    let seen = |undelivered| Seen { partnerships: partnerships.clone(), undelivered };
    let taken = Complaints::one("slug", rules::SlugRefusal::Taken);
    vec![
        ("plain", view(ctx, &seen(0), &Typed::default(), &Complaints::default())),
        ("undelivered", view(ctx, &seen(3), &Typed::default(), &Complaints::default())),
        ("refused", view(ctx, &seen(0), &Typed::default(), &taken)),
    ]
}
