//! What statements, agreements and documents have in common: added by a form, changed on top of what was read, put into the
//! bin and taken out. Each says in [`Record`] what its form asks and how it is stored.

use super::{meanwhile::binned, room_url};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    audit::AuditEntry,
    authority::Permission,
    clock::Moment,
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{Confirm, Conflict, FormHtml, Head, confirm, conflict, form, page, said},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    ids::Ref,
    manifest::Fut,
    t,
    text::Text,
};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, future::Future};
use uuid::Uuid;

/// Fields with their labels, as a page of two texts names them.
pub(crate) type Labels = Vec<(Cow<'static, str>, String)>;

/// What happened to a record, as audit entries say it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Verbs {
    pub(crate) added: &'static str,
    pub(crate) changed: &'static str,
    pub(crate) binned: &'static str,
    pub(crate) restored: &'static str,
}

/// A record that is kept by one form.
pub(crate) trait Record: Sized + Send + Sync + 'static {
    /// What its form says.
    type Facts: Serialize + Send + Sync;
    /// What its form offers to choose from.
    type Choices: Send + Sync;
    /// Its kind, in references.
    const KIND: &'static str;
    /// What its words begin with.
    const WORD: &'static str;
    /// Where it stands in the room.
    const PATH: &'static str;
    /// Who may keep it.
    const EDIT: Permission;
    /// What its history says.
    const VERBS: Verbs;

    /// Which record, and how it stands.
    fn stands(&self) -> (Uuid, i64);
    /// What it is called.
    fn title(&self) -> &Text;
    /// What is written in it.
    fn facts(&self) -> Self::Facts;
    /// The form that it makes.
    fn form(&self) -> Pairs;
    /// The form of a new one.
    fn blank(ctx: &Ctx) -> Pairs;
    /// The record, unless it is in the bin.
    fn find(tx: &mut Tx, id: Uuid) -> impl Future<Output = Result<Option<Self>>> + Send;
    /// What the form offers.
    fn choices(ctx: &Ctx, tx: &mut Tx) -> impl Future<Output = Result<Self::Choices>> + Send;
    /// What a form says, on top of what there was.
    fn read(
        ctx: &Ctx,
        sent: &Pairs,
        from: (Option<&Self>, &Self::Choices),
    ) -> std::result::Result<Self::Facts, Complaints>;
    /// Stores a new one.
    fn insert(tx: &mut Tx, new: &Self::Facts) -> impl Future<Output = Result<Uuid>> + Send;
    /// Stores a change, on top of what was read.
    fn update(tx: &mut Tx, before: &Self, new: &Self::Facts) -> impl Future<Output = Result<()>> + Send;
    /// Takes it out of sight, or back: which, and how it stood (none: however it stands).
    fn set_binned(
        tx: &mut Tx,
        of: (Uuid, Option<i64>),
        binned_at: Option<Moment>,
    ) -> impl Future<Output = Result<()>> + Send;
    /// The fields of its form.
    fn fields(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs, choices: &Self::Choices) -> Markup;
    /// The same as a page of two texts names them.
    fn labels(ctx: &Ctx) -> Labels;
    /// What stands for a code or an id in a field.
    fn called(ctx: &Ctx, choices: &Self::Choices, field: (&str, &str)) -> Option<String>;
}

/// The part of an address that names a record.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtRecord {
    #[serde(deserialize_with = "platform::ids::plainly_spelled")]
    pub(crate) record: Uuid,
}

/// A record's form: what was typed, what was wrong, what it offers.
pub(crate) struct RecordForm<'a, N: Record> {
    /// Which one changes; none while one is added.
    pub(crate) id: Option<Uuid>,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
    pub(crate) choices: &'a N::Choices,
}

/// The address of a record's page, or of what lies below it.
pub(crate) fn record_url<N: Record>(ctx: &Ctx, id: Uuid, path: &str) -> String {
    room_url(ctx, &format!("{}/{id}{path}", N::PATH))
}

fn word<N: Record>(ctx: &Ctx, key: &str) -> String {
    ctx.say().t(&format!("{}-{key}", N::WORD), &[])
}

fn told<N: Record>(to: &str, key: &str) -> String {
    said(to, &format!("{}-{key}", N::WORD))
}

/// `GET …/new`.
pub(crate) async fn new<N: Record>(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(N::EDIT).await?;
    let choices = N::choices(&ctx, &mut tx).await?;
    tx.done().await?;
    let (sent, complaints) = (N::blank(&ctx), Complaints::default());
    html(form_view::<N>(
        &ctx,
        &RecordForm { id: None, sent: &sent, complaints: &complaints, choices: &choices },
    ))
}

/// `POST …`: one is added.
pub(crate) async fn create<N: Record>(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(N::EDIT).await?;
    let choices = N::choices(&ctx, &mut tx).await?;
    match N::read(&ctx, &sent, (None, &choices)) {
        Ok(new) => {
            let id = N::insert(&mut tx, &new).await?;
            tx.audit(N::VERBS.added, Ref::new(N::KIND, id), None::<&()>, Some(&new)).await?;
            see_other(&tx.commit_to(&told::<N>(&record_url::<N>(&ctx, id, ""), "added")).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            let again = RecordForm::<N> { id: None, sent: &sent, complaints: &complaints, choices: &choices };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, form_view(&ctx, &again))
        }
    }
}

/// `GET …/{record}/edit`.
pub(crate) async fn edit<N: Record>(ctx: Ctx, Path(at): Path<AtRecord>) -> Answer {
    let mut tx = ctx.read(N::EDIT).await?;
    let of = N::find(&mut tx, at.record).await?.or_not_found()?;
    let choices = N::choices(&ctx, &mut tx).await?;
    tx.done().await?;
    let (sent, complaints) = (of.form().with("version", of.stands().1), Complaints::default());
    let shown =
        RecordForm::<N> { id: Some(at.record), sent: &sent, complaints: &complaints, choices: &choices };
    html(form_view(&ctx, &shown))
}

/// `POST …/{record}`: it changes, on top of what was read; what was written for one that lies in the bin comes back.
pub(crate) async fn update<N: Record>(ctx: Ctx, Path(at): Path<AtRecord>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(N::EDIT).await?;
    let Some(before) = N::find(&mut tx, at.record).await? else {
        return binned::<N>(&ctx, tx, at.record, &sent).await;
    };
    let choices = N::choices(&ctx, &mut tx).await?;
    if sent.version() != before.stands().1 {
        let by = tx.history(&Ref::new(N::KIND, at.record), 1).await?;
        tx.done().await?;
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, (&before, &choices), &sent, by.first())?);
    }
    match N::read(&ctx, &sent, (Some(&before), &choices)) {
        Ok(new) => {
            N::update(&mut tx, &before, &new).await?;
            let (object, old) = (Ref::new(N::KIND, at.record), before.facts());
            tx.audit(N::VERBS.changed, object, Some(&old), Some(&new)).await?;
            see_other(&tx.commit_to(&told::<N>(&record_url::<N>(&ctx, at.record, ""), "changed")).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            let again = RecordForm::<N> {
                id: Some(at.record),
                sent: &sent,
                complaints: &complaints,
                choices: &choices,
            };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, form_view(&ctx, &again))
        }
    }
}

/// The form as a page.
pub(crate) fn form_view<N: Record>(ctx: &Ctx, of: &RecordForm<'_, N>) -> Markup {
    let title = word::<N>(ctx, if of.id.is_some() { "edit" } else { "add" });
    page(ctx, &Head::new(title).under(word::<N>(ctx, "title"), room_url(ctx, N::PATH)), fields(ctx, of))
}

/// The form itself.
pub(crate) fn fields<N: Record>(ctx: &Ctx, of: &RecordForm<'_, N>) -> Markup {
    let back = of.id.map_or_else(|| room_url(ctx, N::PATH), |id| record_url::<N>(ctx, id, ""));
    let form = form(ctx, &back).complaints(of.complaints).cancel(&back);
    let inside = markup! {
        (N::fields(ctx, &form, of.sent, of.choices))
        (form.hidden("version", of.sent.get("version")))
    };
    form.show(&word::<N>(ctx, "save"), inside)
}

/// The page that shows what two people made of it.
pub(crate) fn conflict_view<N: Record>(
    ctx: &Ctx,
    (stored, choices): (&N, &N::Choices),
    sent: &Pairs,
    by: Option<&AuditEntry>,
) -> Result<Markup> {
    let (id, version) = stored.stands();
    let theirs = stored.form().with("version", version);
    let mine = sent.clone().with("version", version);
    let complaints = Complaints::default();
    let again = RecordForm::<N> { id: Some(id), sent: &mine, complaints: &complaints, choices };
    let both = Conflict {
        action: record_url::<N>(ctx, id, ""),
        theirs: &theirs,
        mine: &mine,
        version,
        labels: N::labels(ctx),
        called: &|name, value| N::called(ctx, choices, (name, value)),
        by,
        keep_href: record_url::<N>(ctx, id, ""),
        edit: fields(ctx, &again),
    };
    Ok(page(ctx, &Head::new(t!(ctx.say(), "record-conflict")), conflict(ctx, &both)?))
}

/// `GET …/{record}/bin`.
pub(crate) async fn ask_bin<N: Record>(ctx: Ctx, Path(at): Path<AtRecord>) -> Answer {
    let mut tx = ctx.read(N::EDIT).await?;
    let of = N::find(&mut tx, at.record).await?.or_not_found()?;
    tx.done().await?;
    html(bin_view(&ctx, &of))
}

/// The page that asks.
pub(crate) fn bin_view<N: Record>(ctx: &Ctx, of: &N) -> Markup {
    let (say, (id, version)) = (ctx.say(), of.stands());
    let what = Confirm {
        action: record_url::<N>(ctx, id, "/bin"),
        explains: word::<N>(ctx, "bin-explains"),
        submit: t!(say, "record-bin"),
        cancel: record_url::<N>(ctx, id, ""),
        hidden: vec![("version", version.to_string())],
    };
    let title = t!(say, "record-bin-title", name = of.title().plain(ctx.lang));
    page(ctx, &Head::new(title), markup! { (confirm(ctx, &what)) })
}

/// `POST …/{record}/bin`.
pub(crate) async fn bin<N: Record>(ctx: Ctx, Path(at): Path<AtRecord>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(N::EDIT).await?;
    let of = N::find(&mut tx, at.record).await?.or_not_found()?;
    if sent.version() != of.stands().1 {
        return Err(Error::Stale);
    }
    let now = tx.now();
    N::set_binned(&mut tx, (at.record, Some(of.stands().1)), Some(now)).await?;
    tx.bin(Ref::new(N::KIND, at.record), of.title()).await?;
    tx.audit(N::VERBS.binned, Ref::new(N::KIND, at.record), None::<&()>, None::<&()>).await?;
    see_other(&tx.commit_to(&told::<N>(&room_url(&ctx, N::PATH), "binned")).await?)
}

/// Takes it out of the bin.
pub(crate) fn restore<'a, N: Record>(_: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        N::set_binned(tx, (id, None), None).await?;
        tx.audit(N::VERBS.restored, Ref::new(N::KIND, id), None::<&()>, None::<&()>).await
    })
}

/// The ways to change a record and to put it into the bin, for those who may.
pub(crate) fn ways<N: Record>(ctx: &Ctx, id: Uuid) -> Vec<(String, String)> {
    if !ctx.may(N::EDIT) {
        return Vec::new();
    }
    vec![
        (word::<N>(ctx, "edit"), record_url::<N>(ctx, id, "/edit")),
        (t!(ctx.say(), "record-bin"), record_url::<N>(ctx, id, "/bin")),
    ]
}
