//! The text: its versions, what each changed, and the draft of the next.

use super::{
    forms::BODY,
    meanwhile::{draft_view, published},
    parts, room_url, time,
};
use crate::{
    can,
    facade::add_declaration,
    store::versions::{Declaration, DeclarationFacts, current, list_declarations, update_declaration},
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    audit::AuditEntry,
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{
        Conflict, Empty, Head, Look, acts, conflict, empty, facts, field, form, labels_in_langs, page,
        paragraphs, said, shown, state,
    },
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    ids::Ref,
    t,
    text::NAME,
};
use serde::Deserialize;

/// The part of an address that names a version.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtVersion {
    pub(crate) number: u32,
}

/// A draft's form: what was typed and what was wrong.
pub(crate) struct DraftForm<'a> {
    /// The draft that changes; none while one is begun.
    pub(crate) number: Option<u32>,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

/// `GET /{p}/work/declarations/versions`: all versions; the draft only for those who keep the declaration.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE).await?;
    let mut versions = list_declarations(&mut tx).await?;
    tx.done().await?;
    versions.retain(|one| one.in_force_on.is_some() || ctx.may(can::KEEP_DECLARATION));
    html(view(&ctx, &versions))
}

/// The page of all versions.
pub(crate) fn view(ctx: &Ctx, versions: &[Declaration]) -> Markup {
    let say = ctx.say();
    let keeps = ctx.may(can::KEEP_DECLARATION);
    let is_drafted = versions.iter().any(|one| one.in_force_on.is_none());
    let body = markup! {
        (parts(ctx, "/versions"))
        @if keeps && !is_drafted { (acts(&[(t!(say, "declaration-add"), room_url(ctx, "/versions/new"))])) }
        @if versions.is_empty() {
            (empty(&Empty { why: t!(say, "declaration-empty"), example: Some(t!(say, "declaration-empty-example")), first: None }))
        }
        @for one in versions { (section(ctx, versions, one)) }
    };
    page(
        ctx,
        &Head::new(t!(say, "declarations-part-text")).under(t!(say, "declarations-title"), room_url(ctx, "")),
        body,
    )
}

fn section(ctx: &Ctx, all: &[Declaration], of: &Declaration) -> Markup {
    let say = ctx.say();
    let url = room_url(ctx, &format!("/versions/{}", of.number));
    let renewal = of.renew_years.map(|n| t!(say, "declaration-renew-after", n = n));
    let history = ctx.url(&format!("/work/history/declaration/{}", of.id));
    let ways = [
        (t!(say, "declaration-publish"), format!("{url}/publication")),
        (t!(say, "declaration-edit"), format!("{url}/edit")),
    ];
    markup! {
        section id={ "version-" (of.number) } {
            h2 { (t!(say, "signature-version", number = of.number)) " · " (shown(ctx, &of.title)) }
            @if of.in_force_on.is_none() && ctx.may(can::KEEP_DECLARATION) { (acts(&ways)) }
            (facts(&[
                (t!(say, "declaration-state"), version_state(ctx, all, of)),
                (t!(say, "declaration-in-force-on"), markup! { @if let Some(on) = of.in_force_on { (time(ctx, on)) } }),
                (t!(say, "declaration-decision"), paragraphs(ctx, &of.decision)),
                (t!(say, "declaration-renewal"), markup! { @if let Some(words) = renewal { (words) } }),
                (t!(say, "declaration-history"), markup! { a href=(history) { (t!(say, "history-all")) } }),
            ]))
            details { summary { (t!(say, "declaration-body")) } (paragraphs(ctx, &of.body)) }
        }
    }
}

/// Whether a version is a draft, in force, still to come or replaced.
fn version_state(ctx: &Ctx, all: &[Declaration], of: &Declaration) -> Markup {
    let say = ctx.say();
    let today = ctx.today();
    match of.in_force_on {
        None => state(Look::NotStarted, &t!(say, "declaration-state-draft")),
        Some(on) if on > today => state(Look::UnderWay, &t!(say, "declaration-state-to-come")),
        Some(_) if current(all, today).is_some_and(|one| one.number == of.number) => {
            state(Look::OnTrack, &t!(say, "declaration-state-in-force"))
        }
        Some(_) => state(Look::Unknown, &t!(say, "declaration-state-replaced")),
    }
}

/// `GET /{p}/work/declarations/versions/new`: the form, with the text of the last version in it.
pub(crate) async fn new(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::KEEP_DECLARATION).await?;
    let versions = list_declarations(&mut tx).await?;
    tx.done().await?;
    let sent = versions.first().map_or_else(Pairs::default, |last| draft_form(&last.facts(), 0));
    html(form_view(&ctx, &DraftForm { number: None, sent: &sent, complaints: &Complaints::default() }))
}

/// `POST /{p}/work/declarations/versions`: a draft is begun.
pub(crate) async fn create(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_DECLARATION).await?;
    match read(&ctx, &sent, &DeclarationFacts::default()) {
        Ok(new) => {
            add_declaration(&mut tx, &new).await?;
            see_other(&tx.commit_to(&said(&room_url(&ctx, "/versions"), "declaration-drafted")).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            let again = DraftForm { number: None, sent: &sent, complaints: &complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, form_view(&ctx, &again))
        }
    }
}

/// The version of that number.
pub(crate) async fn find_version(tx: &mut Tx, number: u32) -> Result<Declaration> {
    let versions = list_declarations(tx).await?;
    versions.into_iter().find(|one| one.number == number).or_not_found()
}

/// The draft of that number; what is published is not found here.
pub(crate) async fn find_draft(tx: &mut Tx, number: u32) -> Result<Declaration> {
    Some(find_version(tx, number).await?).filter(|one| one.in_force_on.is_none()).or_not_found()
}

/// `GET /{p}/work/declarations/versions/{number}/edit`.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtVersion>) -> Answer {
    let mut tx = ctx.read(can::KEEP_DECLARATION).await?;
    let of = find_draft(&mut tx, at.number).await?;
    tx.done().await?;
    let sent = draft_form(&of.facts(), of.version);
    html(form_view(
        &ctx,
        &DraftForm { number: Some(at.number), sent: &sent, complaints: &Complaints::default() },
    ))
}

/// `POST /{p}/work/declarations/versions/{number}`: the draft changes, on top of what was read; what was written on one that is
/// published by now comes back.
pub(crate) async fn update(ctx: Ctx, Path(at): Path<AtVersion>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_DECLARATION).await?;
    let before = find_version(&mut tx, at.number).await?;
    if before.in_force_on.is_some() {
        return published(&ctx, tx, (&before, &sent), draft_view).await;
    }
    if sent.version() != before.version {
        let by = tx.history(&Ref::from(before.id), 1).await?;
        tx.done().await?;
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, &before, &sent, by.first())?);
    }
    match read(&ctx, &sent, &before.facts()) {
        Ok(new) => {
            update_declaration(&mut tx, &before, &new).await?;
            tx.audit("declaration.changed", before.id, Some(&before.facts()), Some(&new)).await?;
            see_other(&tx.commit_to(&said(&room_url(&ctx, "/versions"), "declaration-changed")).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            let again = DraftForm { number: Some(at.number), sent: &sent, complaints: &complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, form_view(&ctx, &again))
        }
    }
}

fn read(
    ctx: &Ctx,
    sent: &Pairs,
    before: &DeclarationFacts,
) -> std::result::Result<DeclarationFacts, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let title = reading.lines("title", &before.title, NAME);
    reading.needed("title", &title);
    let body = reading.proses("body", &before.body, BODY);
    reading.needed("body", &body);
    let renew_years = reading.number_or_none("renew_years", (1, 20));
    reading.done(DeclarationFacts { title, body, renew_years })
}

/// The form that a draft makes.
pub(crate) fn draft_form(of: &DeclarationFacts, version: i64) -> Pairs {
    Pairs::default()
        .with_text("title", &of.title)
        .with_text("body", &of.body)
        .with("renew_years", of.renew_years.map(|n| n.to_string()).unwrap_or_default())
        .with("version", version)
}

/// The form as a page.
pub(crate) fn form_view(ctx: &Ctx, of: &DraftForm<'_>) -> Markup {
    let say = ctx.say();
    let title = if of.number.is_some() { t!(say, "declaration-edit") } else { t!(say, "declaration-add") };
    page(ctx, &Head::new(title).under(t!(say, "declarations-title"), room_url(ctx, "")), fields(ctx, of))
}

/// The form itself.
pub(crate) fn fields(ctx: &Ctx, of: &DraftForm<'_>) -> Markup {
    let (say, langs, sent) = (ctx.say(), ctx.site_langs(), of.sent);
    let list = room_url(ctx, "/versions");
    let action = of.number.map_or_else(|| list.clone(), |number| format!("{list}/{number}"));
    let form = form(ctx, action).complaints(of.complaints).cancel(list);
    let inside = markup! {
        p { (t!(say, "declaration-draft-explains")) }
        (form.texts(field("title", t!(say, "declaration-name")), &sent.in_langs("title", langs)))
        (form.proses(field("body", t!(say, "declaration-body")).hint(t!(say, "declaration-body-hint")).rows(14), &sent.in_langs("body", langs)))
        (form.text(field("renew_years", t!(say, "declaration-renew-years")).hint(t!(say, "declaration-renew-years-hint")).value(sent.get("renew_years")).number().optional()))
        (form.hidden("version", sent.get("version")))
    };
    form.show(&t!(say, "declaration-save"), inside)
}

/// The page that shows both texts.
pub(crate) fn conflict_view(
    ctx: &Ctx,
    stored: &Declaration,
    sent: &Pairs,
    by: Option<&AuditEntry>,
) -> Result<Markup, Error> {
    let say = ctx.say();
    let theirs = draft_form(&stored.facts(), stored.version);
    let mine = sent.clone().with("version", stored.version);
    let complaints = Complaints::default();
    let again = DraftForm { number: Some(stored.number), sent: &mine, complaints: &complaints };
    let mut labels = labels_in_langs(ctx, "title", &t!(say, "declaration-name"));
    labels.extend(labels_in_langs(ctx, "body", &t!(say, "declaration-body")));
    labels.push(("renew_years".into(), t!(say, "declaration-renew-years")));
    let both = Conflict {
        action: room_url(ctx, &format!("/versions/{}", stored.number)),
        theirs: &theirs,
        mine: &mine,
        version: stored.version,
        labels,
        called: &|_, _| None,
        by,
        keep_href: room_url(ctx, "/versions"),
        edit: fields(ctx, &again),
    };
    Ok(page(ctx, &Head::new(t!(say, "declaration-conflict")), conflict(ctx, &both)?))
}
