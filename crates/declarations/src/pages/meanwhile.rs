//! A form comes in for what cannot take it any more, since somebody else was there meanwhile: a draft that is published, a record
//! that lies in the bin. Nothing typed is lost: the page says who and when, and holds everything that was written.

use super::{
    record::{Record, RecordForm, fields},
    room_url,
    versions::DraftForm,
};
use crate::store::versions::Declaration;
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    audit::AuditEntry,
    bin::Binned,
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::{Head, acts, facts, form, page},
    http::{Answer, Pairs, answer::page_with},
    ids::Ref,
    t,
};
use uuid::Uuid;

fn warning(words: &str, more: &str) -> Markup {
    markup! { div.notice.bad role="alert" { p { (words) " " (more) } } }
}

/// Who put it into the bin, and when.
fn binned_words(ctx: &Ctx, of: &Binned) -> String {
    let (say, when) = (ctx.say(), ctx.say().moment(of.binned_at, &ctx.zone()));
    if of.binned_by.is_empty() {
        t!(say, "meanwhile-binned", when = when)
    } else {
        t!(say, "meanwhile-binned-by", who = of.binned_by.as_str(), when = when)
    }
}

/// What lies in the bin, or nothing of the kind was ever here.
pub(crate) async fn in_bin(tx: &mut Tx, object: &Ref) -> Result<Binned> {
    tx.in_bin(object).await?.or_not_found()
}

/// The answer to a change of a record that lies in the bin: the form with everything typed, to be kept as a new one.
pub(crate) async fn binned<N: Record>(ctx: &Ctx, mut tx: Tx, id: Uuid, sent: &Pairs) -> Answer {
    let of = in_bin(&mut tx, &Ref::new(N::KIND, id)).await?;
    let choices = N::choices(ctx, &mut tx).await?;
    tx.done().await?;
    page_with(StatusCode::CONFLICT, binned_view::<N>(ctx, &of, sent, &choices))
}

/// The page with the form of a new one.
pub(crate) fn binned_view<N: Record>(ctx: &Ctx, of: &Binned, sent: &Pairs, choices: &N::Choices) -> Markup {
    let complaints = Complaints::default();
    let again = RecordForm::<N> { id: None, sent, complaints: &complaints, choices };
    let say = ctx.say();
    let body = markup! {
        (warning(&binned_words(ctx, of), &t!(say, "meanwhile-add-anew")))
        (acts(&[(t!(say, "nav-bin"), ctx.url("/work/bin"))]))
        (fields(ctx, &again))
    };
    page(ctx, &Head::new(t!(say, "meanwhile-binned-title", name = of.title.plain(ctx.lang))), body)
}

/// The answer to what was to be noted below a record that lies in the bin: everything typed, to be sent again to `action` once
/// the record is out of the bin.
pub(crate) fn held(ctx: &Ctx, of: &Binned, (action, inside): (&str, Markup)) -> Answer {
    page_with(StatusCode::CONFLICT, held_view(ctx, of, (action, inside)))
}

/// The page with the form to be sent again.
pub(crate) fn held_view(ctx: &Ctx, of: &Binned, (action, inside): (&str, Markup)) -> Markup {
    let say = ctx.say();
    let body = markup! {
        (warning(&binned_words(ctx, of), &t!(say, "meanwhile-take-out")))
        p.acts { a.btn.plain href=(ctx.url("/work/bin")) target="_blank" rel="noopener" { (t!(say, "meanwhile-bin-apart")) } }
        (form(ctx, action).show(&t!(say, "meanwhile-send-again"), inside))
    };
    page(ctx, &Head::new(t!(say, "meanwhile-binned-title", name = of.title.plain(ctx.lang))), body)
}

/// So far back its history is looked at for who published a version: it may have been translated many times since.
const LOOKED_AT: u32 = 500;

/// What somebody wrote on a draft that is published by now.
pub(crate) struct Published<'a> {
    /// The version.
    pub(crate) of: &'a Declaration,
    /// What was written.
    pub(crate) sent: &'a Pairs,
    /// Who published it, when that is known.
    pub(crate) by: Option<&'a AuditEntry>,
}

/// The answer to a change, or to a publication, of a draft that is published by now.
pub(crate) async fn published(
    ctx: &Ctx,
    mut tx: Tx,
    (of, sent): (&Declaration, &Pairs),
    view: fn(&Ctx, &Published<'_>) -> Markup,
) -> Answer {
    let history = tx.history(&Ref::from(of.id), LOOKED_AT).await?;
    tx.done().await?;
    let by = history.iter().find(|one| one.verb == "declaration.published");
    page_with(StatusCode::CONFLICT, view(ctx, &Published { of, sent, by }))
}

fn published_words(ctx: &Ctx, what: &Published<'_>) -> String {
    let (say, number) = (ctx.say(), what.of.number);
    match what.by {
        Some(by) => {
            let when = say.moment(by.at, &ctx.zone());
            t!(say, "meanwhile-published-by", number = number, who = by.author.as_str(), when = when)
        }
        None => t!(say, "meanwhile-published", number = number),
    }
}

fn published_page(ctx: &Ctx, what: &Published<'_>, (more, below): (&str, Markup)) -> Markup {
    let say = ctx.say();
    let body = markup! {
        (warning(&published_words(ctx, what), more))
        (acts(&[(t!(say, "declarations-part-text"), room_url(ctx, "/versions"))]))
        (below)
    };
    let head = Head::new(t!(say, "meanwhile-published-title", number = what.of.number));
    page(ctx, &head.under(t!(say, "declarations-title"), room_url(ctx, "")), body)
}

/// The words for a draft: they can be the draft of the next version.
pub(crate) fn draft_view(ctx: &Ctx, what: &Published<'_>) -> Markup {
    let complaints = Complaints::default();
    let next =
        super::versions::fields(ctx, &DraftForm { number: None, sent: what.sent, complaints: &complaints });
    published_page(ctx, what, (&t!(ctx.say(), "meanwhile-next-version"), next))
}

/// The day and the words of a decision, to be taken from here: a decision that is kept is not written over.
pub(crate) fn decision_view(ctx: &Ctx, what: &Published<'_>) -> Markup {
    let say = ctx.say();
    let written =
        ctx.site_langs().iter().copied().map(|lang| (lang, what.sent.get(&format!("decision_{lang}"))));
    let written: Vec<_> = written.filter(|(_, words)| !words.is_empty()).collect();
    let on = what.sent.get("in_force_on");
    let below = markup! { @if !(on.is_empty() && written.is_empty()) { section {
        h2 { (t!(say, "conflict-mine")) }
        @if !on.is_empty() { (facts(&[(t!(say, "declaration-in-force-on"), markup! { (on) })])) }
        @for (lang, words) in written { blockquote lang=(lang.code()) dir=(lang.direction()) { (words) } }
    } } };
    published_page(ctx, what, (&t!(say, "meanwhile-decision-kept"), below))
}
