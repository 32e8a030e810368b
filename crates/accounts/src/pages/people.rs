//! Who may do what in a partnership: the coordinator's list, and inviting somebody.

use super::grants::titles;
use crate::{
    Mail, NewAccount, Span, can,
    mails::{self, Reader},
    rules::{self, GrantRefusal, ObjectKind},
    store,
};
use axum::http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html as markup};
use platform::{
    authority::{Grant, Office},
    ctx::Ctx,
    db::{Page, Tx},
    errors::{Complaints, Error, FieldRefusal, OrNotFound, Result},
    html::{
        Cell, Column, Empty, Head, ListShown, Look, choice, field, form, list as list_shown, page, said,
        state,
    },
    http::{Answer, Form, Path, Query, answer::page_with, html, see_other},
    ids::{AccountId, Ref},
    langs::Lang,
    t,
    text::line,
    throttle,
};
use serde::Deserialize;
use std::collections::HashMap;

/// The form that invites, as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    mail: String,
    name: String,
    lang: String,
    office: String,
    on: String,
    until: String,
}

#[derive(Deserialize)]
pub(crate) struct AccountPath {
    account: AccountId,
}

/// The object an office is to be granted on, and its title.
struct On {
    of: Option<Ref>,
    title: String,
    kind: ObjectKind,
}

/// `GET /{p}/work/accounts`: grants by name.
pub(crate) async fn list(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE).await?;
    let address = ctx.address();
    let rows = store::held_here(&mut tx, (address.page(), address.get("q"))).await?;
    let titles = titles(&ctx, &mut tx, &rows.rows).await?;
    tx.done().await?;
    html(view(&ctx, &rows, &titles))
}

/// `GET /{p}/work/accounts/invite?on=council:…`: the form.
pub(crate) async fn ask(ctx: Ctx, Query(typed): Query<Typed>) -> Answer {
    let mut tx = ctx.read(can::GRANT).await?;
    let on = object(&ctx, &mut tx, &typed.on).await?.or_not_found()?;
    tx.done().await?;
    html(invite_view(&ctx, &typed, &on, &Complaints::default()))
}

/// `POST /{p}/work/accounts`: an account when there is none, the office, and the mail.
pub(crate) async fn invite(ctx: Ctx, Form(typed): Form<Typed>) -> Answer {
    let mut tx = ctx.write(can::GRANT).await?;
    let on = object(&ctx, &mut tx, &typed.on).await?.or_not_found()?;
    let outcome = match wanted(&ctx, &typed, &on) {
        Ok(wanted) => carry_out(&ctx, &mut tx, &wanted).await?,
        Err(complaints) => Err(complaints),
    };
    if let Err(complaints) = outcome {
        drop(tx);
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, invite_view(&ctx, &typed, &on, &complaints));
    }
    let to = tx.commit_to(&said(&ctx.url("/work/accounts"), "invited")).await?;
    see_other(&to)
}

/// `POST /{p}/work/accounts/{account}/invitation`: the mail once more, with a new link.
pub(crate) async fn send_again(ctx: Ctx, Path(path): Path<AccountPath>) -> Answer {
    ctx.demand(can::GRANT)?;
    let key = format!("invitation/{}/{}", ctx.partnership()?.id, path.account);
    throttle::allow(&ctx.app, &key, 5, 86_400).await?;
    let mut tx = ctx.write(can::GRANT).await?;
    let invitation = store::invitation(&mut tx, path.account).await?;
    let invitation = invitation.filter(|invitation| invitation.accepted_at.is_none()).or_not_found()?;
    let account = store::account_by_id(&mut tx, path.account).await?;
    let account = account.filter(|account| account.ended_at.is_none()).or_not_found()?;
    if store::grants_here(&mut tx, path.account).await?.is_empty() {
        return Err(Error::NotFound);
    }
    store::invite(&mut tx, path.account, (&invitation.name, invitation.lang)).await?;
    let reader =
        Reader { account: account.id, mail: &account.mail, name: &invitation.name, lang: invitation.lang };
    mails::send_invitation(&ctx, &mut tx, &reader).await?;
    tx.audit("account.invited", account.id, None::<&()>, None::<&()>).await?;
    let to = tx.commit_to(&said(&ctx.url("/work/accounts"), "invited-again")).await?;
    see_other(&to)
}

/// The object named in the form or the address, with its title; none when it is not here.
async fn object(ctx: &Ctx, tx: &mut Tx, on: &str) -> Result<Option<On>> {
    if on.is_empty() {
        let title = t!(ctx.say(), "accounts-whole");
        return Ok(Some(On { of: None, title, kind: ObjectKind::Whole }));
    }
    let Ok(of) = on.parse::<Ref>() else { return Ok(None) };
    let kind = ObjectKind::of(Some(&of));
    let title = super::grants::title(ctx, tx, &of).await?;
    Ok(kind.zip(title).map(|(kind, title)| On { of: Some(of), title, kind }))
}

/// What the form asks for, when every field can be read.
struct Wanted {
    new: NewAccount,
    grant: Grant,
    span: Span,
}

fn wanted(ctx: &Ctx, typed: &Typed, on: &On) -> Result<Wanted, Complaints> {
    let mut complaints = Complaints::default();
    let mail = complaints.take("mail", Mail::parse(&typed.mail));
    let name = complaints.take("name", line(&typed.name, 120));
    let lang = Lang::from_code(&typed.lang).filter(|lang| Lang::OFFICIAL.contains(lang));
    let lang = complaints.take("lang", lang.ok_or(FieldRefusal::NotAChoice));
    let office =
        Office::from_code(&typed.office).filter(|office| rules::offices_for(on.kind).contains(office));
    let office = complaints.take("office", office.ok_or(FieldRefusal::NotAChoice));
    let span = complaints.take("until", rules::span(ctx.today(), &typed.until, ctx.today()));
    let partnership = ctx.partnership.as_ref().map(|p| p.id);
    let all = mail.zip(name).zip(lang).zip(office).zip(span);
    let Some(((((mail, name), lang), office), span)) = all.filter(|_| complaints.is_empty()) else {
        return Err(complaints);
    };
    let grant = Grant { office, partnership, on: on.of.clone() };
    if let Some(account) = ctx.caller.account() {
        rules::may_grant(&account.grants, &grant).map_err(|why| Complaints::one("office", why))?;
    }
    Ok(Wanted { new: NewAccount { mail, name, lang }, grant, span })
}

/// Makes the account when there is none, grants the office, and invites who has not been here before.
async fn carry_out(ctx: &Ctx, tx: &mut Tx, wanted: &Wanted) -> Result<Result<(), Complaints>> {
    let account = crate::account_of(tx, &wanted.new).await?;
    if account.ended_at.is_some() {
        return Ok(Err(Complaints::one("mail", GrantRefusal::AccountEnded)));
    }
    let (account, entered) = (account.id, account.entered_at.is_some());
    let invitation = store::invitation(tx, account).await?;
    let was_here = entered && !store::grants_here(tx, account).await?.is_empty();
    let accepted = invitation.as_ref().map_or(was_here, |invitation| invitation.accepted_at.is_some());
    match crate::grant_for(tx, account, &wanted.grant, wanted.span).await {
        Err(Error::Refused(why)) => {
            let mut complaints = Complaints::default();
            complaints.0.push(platform::errors::Complaint { field: "office".into(), why });
            return Ok(Err(complaints));
        }
        other => other?,
    };
    if !accepted {
        let NewAccount { mail, name, lang } = &wanted.new;
        store::invite(tx, account, (name, *lang)).await?;
        mails::send_invitation(ctx, tx, &Reader { account, mail: mail.as_str(), name, lang: *lang }).await?;
        tx.audit("account.invited", account, None::<&()>, None::<&()>).await?;
    }
    Ok(Ok(()))
}

fn view(ctx: &Ctx, rows: &Page<store::HeldHere>, titles: &HashMap<Ref, String>) -> Markup {
    let say = ctx.say();
    let invite = ctx.url("/work/accounts/invite");
    let columns = columns(ctx, titles);
    let shown = ListShown {
        caption: t!(say, "accounts-caption"),
        columns: &columns,
        filters: Vec::new(),
        search: Some(t!(say, "accounts-search")),
        page: rows,
        empty: Empty {
            why: t!(say, "accounts-empty"),
            example: Some(t!(say, "accounts-example")),
            first: Some((t!(say, "accounts-invite"), invite.clone())),
        },
    };
    let body = markup! {
        p { (t!(say, "accounts-lead")) }
        p.acts { a.btn href=(invite) { (t!(say, "accounts-invite")) } }
        (list_shown(ctx, &ctx.address(), &shown))
    };
    page(ctx, &Head::new(t!(say, "accounts-title")), body)
}

fn columns<'a>(ctx: &'a Ctx, titles: &'a HashMap<Ref, String>) -> Vec<Column<'a, store::HeldHere>> {
    let say = ctx.say();
    let office = |row: &store::HeldHere| say_office(ctx, row.office);
    vec![
        Column::new("name", t!(say, "accounts-name"), |row: &store::HeldHere| {
            Cell::link(&ctx.url(&format!("/work/accounts/grants/{}", row.id)), &row.name)
        }),
        Column::new("mail", t!(say, "accounts-mail"), |row: &store::HeldHere| {
            Cell::new(markup! { bdi dir="ltr" { (row.mail) } }, row.mail.clone())
        }),
        Column::new("office", t!(say, "accounts-office"), move |row| Cell::words(office(row))),
        Column::new("on", t!(say, "accounts-on"), |row: &store::HeldHere| {
            Cell::words(row.on().map_or_else(
                || t!(ctx.say(), "accounts-whole"),
                |on| titles.get(&on).cloned().unwrap_or_else(|| t!(ctx.say(), "accounts-unknown-object")),
            ))
        }),
        Column::new("until", t!(say, "accounts-until"), |row: &store::HeldHere| {
            row.until_on
                .map_or_else(|| Cell::words(t!(ctx.say(), "accounts-open")), |day| Cell::day(ctx, day))
        }),
        Column::new("state", t!(say, "accounts-state"), |row: &store::HeldHere| standing(ctx, row)),
    ]
}

/// Whether somebody was invited, may act now, will, or did.
fn standing(ctx: &Ctx, row: &store::HeldHere) -> Cell {
    let say = ctx.say();
    let today: Date = ctx.today();
    let (look, word) = match row {
        row if row.ended_at.is_some() => (Look::Unknown, t!(say, "accounts-state-closed")),
        row if row.is_invited() => (Look::UnderWay, t!(say, "accounts-state-invited")),
        row if rules::in_force(row.span(), today) => (Look::OnTrack, t!(say, "accounts-state-in-force")),
        row if row.from_on > today => (Look::NotStarted, t!(say, "accounts-state-later")),
        _ => (Look::Unknown, t!(say, "accounts-state-over")),
    };
    Cell::new(state(look, &word), word)
}

/// An office in the reader's language.
pub(crate) fn say_office(ctx: &Ctx, office: Office) -> String {
    ctx.say().t(&format!("office-{}", office.code()), &[])
}

fn invite_view(ctx: &Ctx, typed: &Typed, on: &On, complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let form = form(ctx, ctx.url("/work/accounts")).complaints(complaints).cancel(ctx.url("/work/accounts"));
    let langs: Vec<_> = Lang::OFFICIAL.iter().map(|lang| choice(lang.code(), lang.own_name())).collect();
    let offices: Vec<_> = rules::offices_for(on.kind)
        .iter()
        .map(|office| {
            let may = say.t(&format!("office-{}-may", office.code()), &[]);
            choice(office.code(), say_office(ctx, *office)).hint(may)
        })
        .collect();
    let lang = if typed.lang.is_empty() { ctx.lang.code() } else { &typed.lang };
    let fields = markup! {
        (form.hidden("on", &typed.on))
        (form.text(field("mail", t!(say, "accounts-mail")).value(&typed.mail).hint(t!(say, "accounts-mail-hint")).autocomplete("off").mail()))
        (form.text(field("name", t!(say, "accounts-name")).value(&typed.name).autocomplete("off")))
        (form.select(field("lang", t!(say, "accounts-lang")).value(lang), &langs))
        (form.radios(field("office", t!(say, "accounts-office-on", object = &on.title)).value(&typed.office), &offices))
        (form.date(field("until", t!(say, "accounts-until")).value(&typed.until).hint(t!(say, "accounts-until-hint")).optional()))
    };
    let body = markup! {
        p { (t!(say, "accounts-invite-lead")) }
        @if on.of.is_none() { p.quiet { (t!(say, "accounts-invite-elsewhere")) } }
        (form.show(&t!(say, "accounts-invite-send"), fields))
    };
    page(ctx, &Head::new(t!(say, "accounts-invite-title")), body)
}

/// The list with and without rows; the form new and with complaints.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let page_of = |rows: Vec<store::HeldHere>| Page {
        total: i64::try_from(rows.len()).unwrap_or_default(),
        rows,
        number: 1,
        size: 50,
    };
    let whole = || On { of: None, title: t!(ctx.say(), "accounts-whole"), kind: ObjectKind::Whole };
    let typed = Typed { mail: "ada".into(), name: "Ada Lovelace".into(), ..Typed::default() };
    let mut complaints = Complaints::one("mail", FieldRefusal::NotMail);
    complaints.add("office", GrantRefusal::MoreThanHeld);
    vec![
        ("empty", view(ctx, &page_of(Vec::new()), &HashMap::new())),
        ("some", view(ctx, &page_of(super::grants::sample_rows(ctx)), &HashMap::new())),
        ("invite", invite_view(ctx, &Typed::default(), &whole(), &Complaints::default())),
        ("invite-wrong", invite_view(ctx, &typed, &whole(), &complaints)),
    ]
}
