//! One grant: whose, on what, until when; changing its last day, and revoking it.

use super::people::say_office;
use crate::{GrantId, can, rules, store};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    authority::Office,
    ctx::Ctx,
    db::Tx,
    errors::{Complaint, Complaints, Error, OrNotFound, Result},
    html::{Head, facts, field, form, page, said},
    http::{Answer, Form, Path, answer::page_with, html, see_other},
    ids::{AccountId, Ref},
    t,
};
use serde::Deserialize;
use std::collections::HashMap;

#[derive(Deserialize)]
pub(crate) struct GrantPath {
    grant: GrantId,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LastDay {
    until: String,
    version: String,
}

/// One grant as its page shows it.
struct Shown {
    row: store::HeldHere,
    on: String,
    until: String,
}

/// The title of an object of another room; none when it is not here or this reader may not know of it.
pub(crate) async fn title(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Option<String>> {
    let provider = ctx.app.house.providers.iter().find(|provider| provider.kind == of.kind).copied();
    let Some(provider) = provider else { return Ok(None) };
    Ok((provider.knot)(ctx, tx, of.id).await?.map(|knot| knot.title.words))
}

/// The titles of all objects of a page of grants.
pub(crate) async fn titles(ctx: &Ctx, tx: &mut Tx, rows: &[store::HeldHere]) -> Result<HashMap<Ref, String>> {
    let mut titles = HashMap::new();
    for on in rows.iter().filter_map(store::HeldHere::on) {
        if !titles.contains_key(&on)
            && let Some(title) = title(ctx, tx, &on).await?
        {
            titles.insert(on, title);
        }
    }
    Ok(titles)
}

async fn load(ctx: &Ctx, tx: &mut Tx, id: GrantId) -> Result<Shown> {
    let row = store::held(tx, id).await?.or_not_found()?;
    let say = ctx.say();
    let on = match row.on() {
        None => t!(say, "accounts-whole"),
        Some(on) => title(ctx, tx, &on).await?.unwrap_or_else(|| t!(say, "accounts-unknown-object")),
    };
    let until = row.until_on.map(|day| day.to_string()).unwrap_or_default();
    Ok(Shown { row, on, until })
}

/// `GET /{p}/work/accounts/grants/{grant}`.
pub(crate) async fn show(ctx: Ctx, Path(path): Path<GrantPath>) -> Answer {
    let mut tx = ctx.read(can::GRANT).await?;
    let shown = load(&ctx, &mut tx, path.grant).await?;
    tx.done().await?;
    html(view(&ctx, &shown, &Complaints::default()))
}

/// `POST /{p}/work/accounts/grants/{grant}/last-day`.
pub(crate) async fn change_last_day(
    ctx: Ctx,
    Path(path): Path<GrantPath>,
    Form(typed): Form<LastDay>,
) -> Answer {
    let mut tx = ctx.write(can::GRANT).await?;
    let mut shown = load(&ctx, &mut tx, path.grant).await?;
    may_change(&ctx, &shown)?;
    let today = ctx.today();
    let version = typed.version.parse().map_err(|_| Error::Malformed("version"))?;
    let outcome = match rules::span(shown.row.from_on, &typed.until, today) {
        Ok(span) => crate::change_last_day(&mut tx, (path.grant, version), span.until, today).await,
        Err(why) => Err(Error::Refused(Box::new(why))),
    };
    if let Err(Error::Refused(why)) = outcome {
        drop(tx);
        shown.until = typed.until;
        return refused(&ctx, &shown, Complaint { field: "until".into(), why });
    }
    outcome?;
    let to = tx.commit_to(&said(&ctx.url("/work/accounts"), "grant-changed")).await?;
    see_other(&to)
}

/// `POST /{p}/work/accounts/grants/{grant}/revocation`: gone with the next request.
pub(crate) async fn revoke(ctx: Ctx, Path(path): Path<GrantPath>) -> Answer {
    let mut tx = ctx.write(can::GRANT).await?;
    let shown = load(&ctx, &mut tx, path.grant).await?;
    may_change(&ctx, &shown)?;
    match crate::revoke(&mut tx, path.grant, ctx.today()).await {
        Err(Error::Refused(why)) => {
            drop(tx);
            return refused(&ctx, &shown, Complaint { field: "".into(), why });
        }
        other => other?,
    }
    let to = tx.commit_to(&said(&ctx.url("/work/accounts"), "grant-revoked")).await?;
    see_other(&to)
}

fn may_change(ctx: &Ctx, shown: &Shown) -> Result<()> {
    let held = ctx.caller.account().map(|account| account.grants.as_slice()).unwrap_or_default();
    let grant = shown.row.grant(ctx.partnership()?.id);
    Ok(rules::may_grant(held, &grant)?)
}

fn refused(ctx: &Ctx, shown: &Shown, complaint: Complaint) -> Answer {
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(ctx, shown, &Complaints(vec![complaint])))
}

fn view(ctx: &Ctx, shown: &Shown, complaints: &Complaints) -> Markup {
    let (say, row) = (ctx.say(), &shown.row);
    let here = ctx.url(&format!("/work/accounts/grants/{}", row.id));
    let departure = ctx.url(&format!("/work/accounts/{}/departure", row.account_id));
    let form_last =
        form(ctx, format!("{here}/last-day")).complaints(complaints).cancel(ctx.url("/work/accounts"));
    let facts_shown = [
        (t!(say, "accounts-mail"), markup! { bdi dir="ltr" { (row.mail) } }),
        (t!(say, "accounts-office"), markup! { (say_office(ctx, row.office)) }),
        (t!(say, "accounts-on"), markup! { (shown.on) }),
        (t!(say, "accounts-from"), markup! { (say.day(row.from_on)) }),
    ];
    let fields = markup! {
        (form_last.version(row.version))
        (form_last.date(field("until", t!(say, "accounts-until")).value(&shown.until).hint(t!(say, "accounts-until-hint")).optional()))
    };
    let body = markup! {
        (facts(&facts_shown))
        @if row.is_invited() { section {
            h2 { (t!(say, "accounts-state-invited")) }
            p { (t!(say, "accounts-invited-lead")) }
            (form(ctx, ctx.url(&format!("/work/accounts/{}/invitation", row.account_id))).button(&t!(say, "accounts-invite-again"), &row.name, &[]))
            p { a.btn.plain href=(departure) { (t!(say, "invitation-withdraw")) span.unseen { " " (row.name) } } }
        } }
        section { h2 { (t!(say, "accounts-last-day-title")) } (form_last.show(&t!(say, "accounts-last-day-save"), fields)) }
        section {
            h2 { (t!(say, "accounts-revoke-title")) }
            p { (t!(say, "accounts-revoke-lead")) }
            (form(ctx, format!("{here}/revocation")).button(&t!(say, "accounts-revoke"), &row.name, &[]))
        }
        @if !row.is_invited() { section {
            h2 { (t!(say, "access-end-title")) }
            p { (t!(say, "access-end-short")) }
            p { a.btn.plain href=(departure) { (t!(say, "access-end")) span.unseen { " " (row.name) } } }
        } }
    };
    page(ctx, &Head::new(row.name.clone()), body)
}

/// Rows for samples: somebody invited, and somebody whose office ends.
pub(crate) fn sample_rows(ctx: &Ctx) -> Vec<store::HeldHere> {
    let row = |n: u128, name: &str, office| store::HeldHere {
        id: GrantId(uuid::Uuid::from_u128(n)),
        account_id: AccountId(uuid::Uuid::from_u128(n)),
        name: name.into(),
        mail: format!("person{n}@example.org"),
        office,
        on_kind: None,
        on_id: None,
        from_on: ctx.today(),
        until_on: None,
        version: 1,
        sent_at: None,
        accepted_at: None,
        ended_at: None,
    };
    let invited = store::HeldHere { sent_at: Some(ctx.now()), ..row(1, "Ada Lovelace", Office::Reader) };
    let ends = store::HeldHere {
        until_on: Some(ctx.today()),
        ..row(2, "Émilie du Châtelet", Office::Coordinator)
    };
    vec![invited, ends]
}

/// Somebody invited, and a refusal.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let mut rows = sample_rows(ctx).into_iter().map(|row| Shown {
        until: row.until_on.map(|day| day.to_string()).unwrap_or_default(),
        on: t!(ctx.say(), "accounts-whole"),
        row,
    });
    let last = Complaints::one("", rules::GrantRefusal::LastCoordinator);
    [("invited", Complaints::default()), ("refused", last)]
        .into_iter()
        .filter_map(|(name, complaints)| Some((name, view(ctx, &rows.next()?, &complaints))))
        .collect()
}
