//! Closing an account altogether: one's own, or any by whoever runs the installation; and opening it again.

use super::{leave_at, signed_in};
use crate::{can, closing, rules::ClosingRefusal, store};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Page,
    errors::{Complaint, Complaints, Error},
    html::{Cell, Column, Empty, Head, ListShown, Look, form, list as list_shown, page, said, state},
    http::{Answer, Path, answer::page_with, html, see_other},
    ids::AccountId,
    t,
};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct AccountPath {
    account: AccountId,
}

/// An account that is about to be closed: whose, where the form goes, and the way out.
struct Closing<'a> {
    name: &'a str,
    mail: &'a str,
    is_own: bool,
    action: String,
}

/// `GET /sign-in/closing`: what closing one's own account means.
pub(crate) async fn ask_own(ctx: Ctx) -> Answer {
    let account = signed_in(&ctx)?;
    html(view(&ctx, &own(&account.name), &Complaints::default()))
}

/// `POST /sign-in/closing`: closed, and out on all devices.
pub(crate) async fn close_own(ctx: Ctx) -> Answer {
    let account = signed_in(&ctx)?;
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    match closing::close_account(&mut tx, account.account, ctx.lang).await {
        Err(Error::Refused(why)) => {
            drop(tx);
            return refused(&ctx, &own(&account.name), Complaint { field: "".into(), why });
        }
        other => other?,
    }
    tx.commit().await?;
    leave_at(&ctx.app, &said("/sign-in", "account-closed"))
}

fn own(name: &str) -> Closing<'_> {
    Closing { name, mail: "", is_own: true, action: "/sign-in/closing".into() }
}

/// `GET /installation/accounts`: all accounts, and nothing of what each may do where.
pub(crate) async fn list(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::INSTALL).await?;
    let address = ctx.address();
    let rows = store::all_accounts(&mut tx, (address.page(), address.get("q"))).await?;
    tx.done().await?;
    html(list_view(&ctx, &rows))
}

/// `GET /installation/accounts/{account}/closing`: what will happen.
pub(crate) async fn ask(ctx: Ctx, Path(path): Path<AccountPath>) -> Answer {
    let mut tx = ctx.read(can::INSTALL).await?;
    let row = store::one_account(&mut tx, path.account).await?;
    tx.done().await?;
    html(view(&ctx, &of(&row), &Complaints::default()))
}

/// `POST /installation/accounts/{account}/closing`: closed, and out on all devices.
pub(crate) async fn close(ctx: Ctx, Path(path): Path<AccountPath>) -> Answer {
    let mut tx = ctx.write(can::INSTALL).await?;
    let row = store::one_account(&mut tx, path.account).await?;
    match closing::close_account(&mut tx, path.account, ctx.lang).await {
        Err(Error::Refused(why)) => {
            drop(tx);
            return refused(&ctx, &of(&row), Complaint { field: "".into(), why });
        }
        other => other?,
    }
    let to = tx.commit_to(&said("/installation/accounts", "account-closed")).await?;
    see_other(&to)
}

/// `POST /installation/accounts/{account}/reopening`: it may do what it might do before.
pub(crate) async fn reopen(ctx: Ctx, Path(path): Path<AccountPath>) -> Answer {
    let mut tx = ctx.write(can::INSTALL).await?;
    store::one_account(&mut tx, path.account).await?;
    closing::reopen_account(&mut tx, path.account).await?;
    let to = tx.commit_to(&said("/installation/accounts", "account-reopened")).await?;
    see_other(&to)
}

fn of(row: &store::AccountRow) -> Closing<'_> {
    let action = format!("/installation/accounts/{}/closing", row.id);
    Closing { name: &row.name, mail: &row.mail, is_own: false, action }
}

fn refused(ctx: &Ctx, closing: &Closing<'_>, complaint: Complaint) -> Answer {
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(ctx, closing, &Complaints(vec![complaint])))
}

fn view(ctx: &Ctx, closing: &Closing<'_>, complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let (title, lead, submit, back) = if closing.is_own {
        (
            t!(say, "closing-own-title"),
            t!(say, "closing-own-lead"),
            t!(say, "closing-own"),
            "/sign-in/devices",
        )
    } else {
        (
            t!(say, "closing-title"),
            t!(say, "closing-lead"),
            t!(say, "closing-close"),
            "/installation/accounts",
        )
    };
    let form = form(ctx, &closing.action).complaints(complaints).cancel(back);
    let body = form.show(
        &submit,
        markup! {
            p { strong { (closing.name) } @if !closing.mail.is_empty() { ", " bdi dir="ltr" { (closing.mail) } } }
            p { (lead) }
            p { (t!(say, "closing-stays")) }
        },
    );
    page(ctx, &Head::new(title), body)
}

fn list_view(ctx: &Ctx, rows: &Page<store::AccountRow>) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx);
    let shown = ListShown {
        caption: t!(say, "closing-accounts-caption"),
        columns: &columns,
        filters: Vec::new(),
        search: Some(t!(say, "accounts-search")),
        page: rows,
        empty: Empty { why: t!(say, "closing-accounts-empty"), example: None, first: None },
    };
    let body = markup! {
        p { (t!(say, "closing-accounts-lead")) }
        (list_shown(ctx, &ctx.address(), &shown))
    };
    let head =
        Head::new(t!(say, "closing-accounts-title")).under(t!(say, "installation-title"), "/installation");
    page(ctx, &head, body)
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, store::AccountRow>> {
    let say = ctx.say();
    vec![
        Column::new("name", t!(say, "accounts-name"), |row: &store::AccountRow| {
            Cell::words(row.name.clone())
        }),
        Column::new("mail", t!(say, "accounts-mail"), |row: &store::AccountRow| {
            Cell::new(markup! { bdi dir="ltr" { (row.mail) } }, row.mail.clone())
        }),
        Column::new("state", t!(say, "accounts-state"), |row: &store::AccountRow| {
            let say = ctx.say();
            let (look, word) = match row {
                row if row.ended_at.is_some() => (Look::Unknown, t!(say, "accounts-state-closed")),
                row if row.entered_at.is_none() => (Look::UnderWay, t!(say, "accounts-state-invited")),
                _ => (Look::OnTrack, t!(say, "accounts-state-in-force")),
            };
            Cell::new(state(look, &word), word)
        }),
        Column::new("act", t!(say, "closing-act"), |row: &store::AccountRow| act(ctx, row)),
    ]
}

fn act(ctx: &Ctx, row: &store::AccountRow) -> Cell {
    let (say, url) = (ctx.say(), format!("/installation/accounts/{}", row.id));
    if row.ended_at.is_some() {
        let label = t!(say, "closing-reopen");
        return Cell::new(
            form(ctx, format!("{url}/reopening")).button(&label, &row.name, &[]),
            label.clone(),
        );
    }
    let label = t!(say, "closing-close");
    let href = format!("{url}/closing");
    let lost = format!("{url}/second-factor");
    let ways = markup! {
        a href=(href) { (label) span.unseen { " " (row.name) } }
        @if row.asks_for_code { " · " a href=(lost) { (t!(say, "lost-codes-link")) span.unseen { " " (row.name) } } }
    };
    Cell::new(ways, label.clone())
}

/// The list; one's own account and another's; refusals.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let now = ctx.now();
    let ctx = &Ctx { partnership: None, face: platform::ctx::Face::House, ..ctx.clone() };
    let row = |n: u128, name: &str, is_closed: bool| store::AccountRow {
        id: AccountId(uuid::Uuid::from_u128(n)),
        name: name.into(),
        mail: format!("person{n}@example.org"),
        entered_at: (n != 2).then_some(now),
        ended_at: is_closed.then_some(now),
        asks_for_code: n == 1,
    };
    let rows = vec![
        row(1, "Ada Lovelace", false),
        row(2, "Émilie du Châtelet", false),
        row(3, "Mary Somerville", true),
    ];
    let page_of = |rows: Vec<store::AccountRow>| Page {
        total: i64::try_from(rows.len()).unwrap_or_default(),
        rows,
        number: 1,
        size: 50,
    };
    let last = Complaints::one("", ClosingRefusal::LastAdministrator);
    let alone = Complaints::one("", ClosingRefusal::LastCoordinator { partnership: "Maple".into() });
    let ada = row(1, "Ada Lovelace", false);
    vec![
        ("list", list_view(ctx, &page_of(rows))),
        ("close", view(ctx, &of(&ada), &Complaints::default())),
        ("last", view(ctx, &of(&ada), &last)),
        ("own", view(ctx, &own("Ada Lovelace"), &Complaints::default())),
        ("own-alone", view(ctx, &own("Ada Lovelace"), &alone)),
    ]
}
