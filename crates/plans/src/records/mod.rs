//! What stands beside a line, each kept by the same steps: written down, changed on top of what was read, taken away after a question.

pub(crate) mod carried;
pub(crate) mod evidence;
pub(crate) mod keeping;
pub(crate) mod list;
pub(crate) mod milestones;
pub(crate) mod recommendations;
pub(crate) mod samples;
pub(crate) mod shown;
#[cfg(test)]
mod tests;

use crate::{
    NodeId, can,
    pages::line_url,
    rules::records::RecordRefusal,
    store::{
        lines::{Line, find_line},
        stored::Stored,
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{Choice, Confirm, FormHtml, Head, confirm, facts, form, notice, page, said},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    manifest::Fut,
    t,
    text::Text,
};
use serde::Deserialize;
use serde_json::json;
use std::collections::HashMap;
use uuid::Uuid;

/// The part of an address that names one.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtRecord {
    pub(crate) node: NodeId,
    pub(crate) record: Uuid,
}

/// Whom a form offers, and whom nobody may name.
#[derive(Default)]
pub(crate) struct Around {
    pub(crate) organizations: Vec<Choice>,
    /// The names of people whom the records know.
    pub(crate) people: Vec<String>,
}

/// One kind of what stands beside a line.
pub(crate) trait Record: Stored {
    /// Its piece of path: `milestones`.
    const PATH: &'static str;
    /// Its name in word keys and audit entries: `milestone`.
    const NAME: &'static str;
    /// The audit entries of one that was added, changed and removed.
    const VERBS: (&'static str, &'static str, &'static str);

    fn title(&self) -> &Text;
    /// Whether it may stand beside this line.
    fn fits(line: &Line) -> Result<(), RecordRefusal>;
    fn update<'a>(tx: &'a mut Tx, before: &'a Self, facts: &'a Self::Facts) -> Fut<'a, Result<()>>;
    /// What its form needs to know of others: nothing, unless it says so. One that is kept already, as `before`, can always be kept.
    fn around<'a>(_: &'a Ctx, _: &'a mut Tx, _before: Option<&'a Self::Facts>) -> Fut<'a, Result<Around>> {
        Box::pin(async { Ok(Around::default()) })
    }
    fn read(
        ctx: &Ctx,
        sent: &Pairs,
        before: Option<&Self::Facts>,
        around: &Around,
    ) -> std::result::Result<Self::Facts, Complaints>;
    fn form(facts: Option<&Self::Facts>) -> Pairs;
    fn fields(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs, around: &Around) -> Markup;
    /// What it says, field by field, to be read.
    fn told(ctx: &Ctx, facts: &Self::Facts, around: &Around) -> Vec<(String, Markup)>;
}

/// A word of this kind.
fn word<R: Record>(ctx: &Ctx, key: &str) -> String {
    ctx.say().t(&format!("{}-{key}", R::NAME), &[])
}

/// The address of one, or of what lies below it.
pub(crate) fn record_url<R: Record>(ctx: &Ctx, node: NodeId, path: &str) -> String {
    line_url(ctx, node, &format!("/{}{path}", R::PATH))
}

/// A form: for a new one, or on top of what was read.
pub(crate) struct RecordPage<'a, R: Record> {
    pub(crate) line: &'a Line,
    pub(crate) one: Option<&'a R>,
    pub(crate) around: &'a Around,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
    /// Whether somebody else has changed it since the form was made.
    pub(crate) changed: bool,
}

/// `GET /{p}/work/plan/lines/{node}/…/new`: the form.
pub(crate) async fn new<R: Record>(ctx: Ctx, Path(at): Path<crate::pages::AtLine>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PLAN).await?;
    let line = find_line(&mut tx, at.node).await?.or_not_found()?;
    R::fits(&line)?;
    let around = R::around(&ctx, &mut tx, None).await?;
    tx.done().await?;
    let (sent, complaints) = (R::form(None), Complaints::default());
    html(view::<R>(
        &ctx,
        &RecordPage {
            line: &line,
            one: None,
            around: &around,
            sent: &sent,
            complaints: &complaints,
            changed: false,
        },
    ))
}

/// `POST /{p}/work/plan/lines/{node}/…`: one is written down.
pub(crate) async fn create<R: Record>(
    ctx: Ctx,
    Path(at): Path<crate::pages::AtLine>,
    Form(sent): Form<Pairs>,
) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let line = find_line(&mut tx, at.node).await?.or_not_found()?;
    R::fits(&line)?;
    let around = R::around(&ctx, &mut tx, None).await?;
    let facts = match R::read(&ctx, &sent, None, &around) {
        Ok(facts) => facts,
        Err(complaints) => {
            let again = RecordPage {
                line: &line,
                one: None,
                around: &around,
                sent: &sent,
                complaints: &complaints,
                changed: false,
            };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view::<R>(&ctx, &again));
        }
    };
    let told = HashMap::from([(R::NAME, facts.clone())]);
    R::insert(&mut tx, &[(at.node, facts)]).await?;
    tx.audit(R::VERBS.0, at.node, None::<&()>, Some(&told)).await?;
    back::<R>(&ctx, tx, at.node, "added").await
}

async fn back<R: Record>(ctx: &Ctx, tx: Tx, node: NodeId, what: &str) -> Answer {
    let to = said(&line_url(ctx, node, ""), &format!("{}-{what}", R::NAME));
    see_other(&tx.commit_to(&to).await?)
}

async fn load<R: Record>(tx: &mut Tx, at: AtRecord) -> Result<(Line, R)> {
    let line = find_line(tx, at.node).await?.or_not_found()?;
    let one = R::find(tx, at.record).await?.filter(|one| one.node() == at.node).or_not_found()?;
    Ok((line, one))
}

/// `GET /{p}/work/plan/lines/{node}/…/{record}/edit`: the form of one.
pub(crate) async fn edit<R: Record>(ctx: Ctx, Path(at): Path<AtRecord>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PLAN).await?;
    let (line, one) = load::<R>(&mut tx, at).await?;
    let around = R::around(&ctx, &mut tx, Some(&one.facts())).await?;
    tx.done().await?;
    let sent = R::form(Some(&one.facts())).with("version", one.version());
    let complaints = Complaints::default();
    html(view::<R>(
        &ctx,
        &RecordPage {
            line: &line,
            one: Some(&one),
            around: &around,
            sent: &sent,
            complaints: &complaints,
            changed: false,
        },
    ))
}

/// `POST /{p}/work/plan/lines/{node}/…/{record}`: one changes, on top of the version that was read. When somebody else was quicker,
/// what stands now is shown above what was typed.
pub(crate) async fn update<R: Record>(ctx: Ctx, Path(at): Path<AtRecord>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let (line, one) = load::<R>(&mut tx, at).await?;
    let around = R::around(&ctx, &mut tx, Some(&one.facts())).await?;
    let (before, none) = (one.facts(), Complaints::default());
    let again = |sent: &Pairs, complaints: &Complaints, changed: bool| {
        let status = if changed { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
        let shown = RecordPage { line: &line, one: Some(&one), around: &around, sent, complaints, changed };
        page_with(status, view::<R>(&ctx, &shown))
    };
    if sent.version() != one.version() {
        return again(&sent.with("version", one.version()), &none, true);
    }
    let facts = match R::read(&ctx, &sent, Some(&before), &around) {
        Ok(facts) => facts,
        Err(complaints) => return again(&sent, &complaints, false),
    };
    R::update(&mut tx, &one, &facts).await?;
    let (stood, stands) = (HashMap::from([(R::NAME, &before)]), HashMap::from([(R::NAME, &facts)]));
    tx.audit(R::VERBS.1, at.node, Some(&stood), Some(&stands)).await?;
    back::<R>(&ctx, tx, at.node, "changed").await
}

/// `GET /{p}/work/plan/lines/{node}/…/{record}/removal`: asks before one is taken away.
pub(crate) async fn ask_removal<R: Record>(ctx: Ctx, Path(at): Path<AtRecord>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PLAN).await?;
    let (line, one) = load::<R>(&mut tx, at).await?;
    tx.done().await?;
    html(removal_view(&ctx, &line, &one))
}

/// The page that asks.
pub(crate) fn removal_view<R: Record>(ctx: &Ctx, line: &Line, one: &R) -> Markup {
    let what = Confirm {
        action: record_url::<R>(ctx, line.id, &format!("/{}/removal", one.id())),
        explains: t!(ctx.say(), "plan-record-removal-explains"),
        submit: t!(ctx.say(), "plan-record-remove"),
        cancel: line_url(ctx, line.id, ""),
        hidden: vec![("version", one.version().to_string())],
    };
    let body = markup! { p { b { (platform::html::shown(ctx, one.title())) } } (confirm(ctx, &what)) };
    page(ctx, &Head::new(word::<R>(ctx, "remove-title")), body)
}

/// `POST /{p}/work/plan/lines/{node}/…/{record}/removal`: one is taken away; the history of the line keeps what it said.
pub(crate) async fn remove<R: Record>(ctx: Ctx, Path(at): Path<AtRecord>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let (_, one) = load::<R>(&mut tx, at).await?;
    if sent.version() != one.version() {
        return Err(Error::Stale);
    }
    R::delete(&mut tx, &one).await?;
    let told = json!({ R::NAME: one.facts() });
    tx.audit(R::VERBS.2, at.node, Some(&told), None::<&()>).await?;
    back::<R>(&ctx, tx, at.node, "removed").await
}

/// The form as a page.
pub(crate) fn view<R: Record>(ctx: &Ctx, of: &RecordPage<'_, R>) -> Markup {
    let say = ctx.say();
    let action = match of.one {
        Some(one) => record_url::<R>(ctx, of.line.id, &format!("/{}", one.id())),
        None => record_url::<R>(ctx, of.line.id, ""),
    };
    let form = form(ctx, action).complaints(of.complaints).cancel(line_url(ctx, of.line.id, ""));
    let fields = markup! {
        (R::fields(ctx, &form, of.sent, of.around))
        (form.hidden("version", of.sent.get("version")))
    };
    let removal = of.one.map(|one| record_url::<R>(ctx, of.line.id, &format!("/{}/removal", one.id())));
    let body = markup! {
        @if let (true, Some(one)) = (of.changed, of.one) {
            (notice(markup! { p { b { (t!(say, "plan-record-changed")) } } }))
            div.withaside { div { (form.show(&t!(say, "plan-record-save"), fields)) } (theirs::<R>(ctx, one, of.around)) }
        } @else { (form.show(&t!(say, "plan-record-save"), fields)) }
        @if let Some(href) = removal { p { a href=(href) { (t!(say, "plan-record-remove")) } } }
    };
    let key = if of.one.is_some() { "edit" } else { "add" };
    let head =
        Head::new(word::<R>(ctx, key)).under(of.line.title.plain(ctx.lang), line_url(ctx, of.line.id, ""));
    page(ctx, &head, body)
}

/// What stands now, as somebody else left it, to be read beside what was typed.
fn theirs<R: Record>(ctx: &Ctx, one: &R, around: &Around) -> Markup {
    let heading = t!(ctx.say(), "plan-record-theirs");
    markup! { aside.beside aria-label=(heading) { h2 { (heading) } (facts(&R::told(ctx, &one.facts(), around))) } }
}

/// A day in words; nothing where there is none.
pub(crate) fn day_word(ctx: &Ctx, day: Option<jiff::civil::Date>) -> Markup {
    markup! { @if let Some(day) = day { time datetime=(day.to_string()) { (ctx.say().short_day(day)) } } }
}
