//! Bodies change: set up and edited.

use super::{
    AtCouncil, council_url,
    forms::{council_form, read_council},
    room_url,
};
use crate::{
    CouncilId, can,
    facade::free_slug,
    rules::{
        seats::{SeatRefusal, limit_seats},
        tree::{self, Kind, TreeRefusal, put_below},
    },
    store::{
        bodies::{
            Council, CouncilFacts, find_council, insert_council, list_councils, list_slugs_like, tree_of,
            update_council,
        },
        seats::{find_board, update_number},
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    audit::AuditEntry,
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Refusal, Result},
    html::{Choice, Conflict, Head, choice, conflict, field, form, labels_in_langs, page, said},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    ids::Ref,
    langs::Lang,
    t,
    text::Text,
};
use std::borrow::Cow;

/// A body's form: what was typed, what was wrong, and the bodies it may stand below.
pub(crate) struct BodyForm<'a> {
    /// The body that changes; none while one is set up.
    pub(crate) id: Option<CouncilId>,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
    pub(crate) councils: &'a [Council],
}

/// What a new body begins with.
fn blank() -> CouncilFacts {
    CouncilFacts {
        kind: Kind::SubCouncil,
        word: Text::default(),
        name: Text::default(),
        outcome: Text::default(),
        mandate: Text::default(),
        parent: None,
        position: 0,
        open: false,
        seat_limit: None,
    }
}

/// `GET /{p}/work/councils/new`: the form for a new body; `?below=…` chooses the one above it.
pub(crate) async fn new(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SET_UP_COUNCILS).await?;
    let councils = list_councils(&mut tx).await?;
    tx.done().await?;
    let sent = council_form(&blank(), 0).with("parent", ctx.address().get("below"));
    let form = BodyForm { id: None, sent: &sent, complaints: &Complaints::default(), councils: &councils };
    html(form_view(&ctx, &form))
}

/// `POST /{p}/work/councils`: a body is set up.
pub(crate) async fn create(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await?;
    let councils = list_councils(&mut tx).await?;
    let decided = read_council(&ctx, &sent, &blank()).and_then(|facts| {
        let depth = placed(&councils, None, &facts, &sent)?;
        Ok((facts, depth))
    });
    let (facts, depth) = match decided {
        Ok(decided) => decided,
        Err(complaints) => {
            let form = BodyForm { id: None, sent: &sent, complaints: &complaints, councils: &councils };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, form_view(&ctx, &form));
        }
    };
    let slug = partners::slug_of(facts.name.plain(Lang::En));
    let slug = free_slug(&slug, &list_slugs_like(&mut tx, &slug).await?);
    let id = insert_council(&mut tx, &slug, &facts, depth).await?;
    tx.audit("council.set-up", id, None::<&()>, Some(&facts)).await?;
    let to = tx.commit_to(&said(&council_url(&ctx, id, ""), "council-set-up")).await?;
    see_other(&to)
}

/// `GET /{p}/work/councils/{council}/edit`: the form of a body.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtCouncil>) -> Answer {
    let mut tx = ctx.read(can::EDIT_COUNCIL.on(at.council)).await?;
    let council = find_council(&mut tx, at.council).await?.or_not_found()?;
    let councils = list_councils(&mut tx).await?;
    tx.done().await?;
    let sent = council_form(&council.facts(), council.version);
    let complaints = Complaints::default();
    let form = BodyForm { id: Some(at.council), sent: &sent, complaints: &complaints, councils: &councils };
    html(form_view(&ctx, &form))
}

/// `POST /{p}/work/councils/{council}`: a body changes, on top of the version that was read.
pub(crate) async fn update(ctx: Ctx, Path(at): Path<AtCouncil>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_COUNCIL.on(at.council)).await?;
    let before = find_council(&mut tx, at.council).await?.or_not_found()?;
    let councils = list_councils(&mut tx).await?;
    let board = find_board(&mut tx, &before).await?;
    if sent.version() != before.version {
        return stale(&ctx, tx, (&before, &councils), &sent).await;
    }
    let decided = read_council(&ctx, &sent, &before.facts()).and_then(|facts| {
        let depth = placed(&councils, Some(at.council), &facts, &sent)?;
        let moved = limit_seats(&board, facts.seat_limit.unwrap_or(crate::rules::seats::HOUSE_LIMIT))
            .map_err(|why: SeatRefusal| Complaints::one("seat_limit", why))?;
        Ok((facts, depth, moved))
    });
    let (facts, depth, moved) = match decided {
        Ok(decided) => decided,
        Err(complaints) => {
            let form =
                BodyForm { id: Some(at.council), sent: &sent, complaints: &complaints, councils: &councils };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, form_view(&ctx, &form));
        }
    };
    for (seat, number) in moved {
        update_number(&mut tx, seat, number).await?;
    }
    update_council(&mut tx, &before, &facts, depth).await?;
    tx.audit("council.changed", at.council, Some(&before.facts()), Some(&facts)).await?;
    let to = tx.commit_to(&said(&council_url(&ctx, at.council, ""), "council-changed")).await?;
    see_other(&to)
}

/// At which step the body stands, or why it cannot be so. A name that stands beside it already is asked about once.
fn placed(
    councils: &[Council],
    id: Option<CouncilId>,
    facts: &CouncilFacts,
    sent: &Pairs,
) -> std::result::Result<u32, Complaints> {
    let depth =
        put_below(&tree_of(councils), id, facts.parent).map_err(|why| Complaints::one("parent", why))?;
    let stood = id.and_then(|id| councils.iter().find(|one| one.id == id));
    let is_new = stood.is_none_or(|one| one.name != facts.name || one.parent_id != facts.parent);
    if is_new && sent.get("same_name").is_empty() {
        let beside = councils.iter().filter(|one| one.parent_id == facts.parent && Some(one.id) != id);
        tree::call(&facts.name, beside.map(|one| &one.name)).map_err(|why| Complaints::one("name", why))?;
    }
    Ok(depth)
}

/// Two people changed one body: both texts, and nothing overwritten.
async fn stale(ctx: &Ctx, mut tx: Tx, (stored, councils): (&Council, &[Council]), sent: &Pairs) -> Answer {
    let history = tx.history(&Ref::from(stored.id), 1).await?;
    tx.done().await?;
    let view = conflict_view(ctx, (stored, councils), sent, history.first())?;
    page_with(StatusCode::CONFLICT, view)
}

/// The page that shows both texts.
pub(crate) fn conflict_view(
    ctx: &Ctx,
    (stored, councils): (&Council, &[Council]),
    sent: &Pairs,
    by: Option<&AuditEntry>,
) -> Result<Markup> {
    let say = ctx.say();
    let theirs = council_form(&stored.facts(), stored.version);
    let mine = sent.clone().with("version", stored.version);
    let complaints = Complaints::default();
    let again = BodyForm { id: Some(stored.id), sent: &mine, complaints: &complaints, councils };
    let both = Conflict {
        action: council_url(ctx, stored.id, ""),
        theirs: &theirs,
        mine: &mine,
        version: stored.version,
        labels: labels(ctx),
        called: &|name, value| called(ctx, councils, (name, value)),
        by,
        keep_href: council_url(ctx, stored.id, ""),
        edit: fields(ctx, &again),
    };
    Ok(page(ctx, &Head::new(t!(say, "council-conflict")), conflict(ctx, &both)?))
}

/// All fields of a body's form, in its order.
fn labels(ctx: &Ctx) -> Vec<(Cow<'static, str>, String)> {
    let say = ctx.say();
    let texts = |name: &str, label: String| labels_in_langs(ctx, name, &label);
    let mut labels = texts("name", t!(say, "council-name"));
    if ctx.may(can::SET_UP_COUNCILS) {
        labels.extend([
            ("kind".into(), t!(say, "council-kind")),
            ("parent".into(), t!(say, "council-parent")),
            ("position".into(), t!(say, "council-position")),
            ("seat_limit".into(), t!(say, "council-seat-limit")),
        ]);
    }
    labels.extend(texts("word", t!(say, "council-word")));
    labels.extend(texts("outcome", t!(say, "council-outcome")));
    labels.extend(texts("mandate", t!(say, "council-mandate")));
    labels.push(("open".into(), t!(say, "council-open")));
    labels
}

/// What stands for the code or the id in a field of a body.
fn called(ctx: &Ctx, councils: &[Council], (name, value): (&str, &str)) -> Option<String> {
    let say = ctx.say();
    match (name, value) {
        ("kind", value) => Kind::from_code(value).map(|_| say.t(&format!("council-kind-{value}"), &[])),
        ("parent", value) => councils
            .iter()
            .find(|council| council.id.to_string() == value)
            .map(|council| council.name.plain(ctx.lang).to_owned()),
        ("open", "") => Some(t!(say, "council-open-no")),
        ("open", _) => Some(t!(say, "council-open-yes")),
        _ => None,
    }
}

/// The form of a body as a page.
pub(crate) fn form_view(ctx: &Ctx, shown: &BodyForm<'_>) -> Markup {
    let title = if shown.id.is_some() { t!(ctx.say(), "council-edit") } else { t!(ctx.say(), "council-add") };
    page(ctx, &Head::new(title), fields(ctx, shown))
}

fn fields(ctx: &Ctx, shown: &BodyForm<'_>) -> Markup {
    let say = ctx.say();
    let (sent, langs) = (shown.sent, ctx.site_langs());
    let (action, submit) = match shown.id {
        Some(id) => (council_url(ctx, id, ""), t!(say, "council-save")),
        None => (room_url(ctx, ""), t!(say, "council-add")),
    };
    let form = form(ctx, &action).complaints(shown.complaints).cancel(&action);
    let inside = markup! {
        @if shown.id.is_none() { p { (t!(say, "council-add-public")) } }
        (form.texts(field("name", t!(say, "council-name")), &sent.in_langs("name", langs)))
        @if shown.complaints.about("name").is_some_and(|why| why.code() == TreeRefusal::SameName.code()) {
            (form.check(field("same_name", t!(say, "council-same-name-box")).value(sent.get("same_name"))))
        }
        @if ctx.may(can::SET_UP_COUNCILS) {
            (form.select(field("kind", t!(say, "council-kind")).value(sent.get("kind")), &kinds(ctx)))
            (form.select(field("parent", t!(say, "council-parent")).hint(t!(say, "council-parent-hint")).value(sent.get("parent")).optional(), &parents(ctx, shown)))
            (form.text(field("position", t!(say, "council-position")).hint(t!(say, "council-position-hint")).value(sent.get("position")).number().short().optional()))
            (form.text(field("seat_limit", t!(say, "council-seat-limit")).hint(t!(say, "council-seat-limit-hint")).value(sent.get("seat_limit")).number().short().optional()))
        }
        (form.texts(field("word", t!(say, "council-word")).hint(t!(say, "council-word-hint")).optional(), &sent.in_langs("word", langs)))
        (form.proses(field("outcome", t!(say, "council-outcome")).hint(t!(say, "council-outcome-hint")).rows(3).optional(), &sent.in_langs("outcome", langs)))
        (form.proses(field("mandate", t!(say, "council-mandate")).optional(), &sent.in_langs("mandate", langs)))
        (form.check(field("open", t!(say, "council-open-box")).value(sent.get("open"))))
        (form.hidden("version", sent.get("version")))
    };
    form.show(&submit, inside)
}

fn kinds(ctx: &Ctx) -> Vec<Choice> {
    let one = |kind: Kind| choice(kind.code(), ctx.say().t(&format!("council-kind-{}", kind.code()), &[]));
    Kind::ALL.into_iter().map(one).collect()
}

fn parents(ctx: &Ctx, shown: &BodyForm<'_>) -> Vec<Choice> {
    let fits = |council: &&Council| Some(council.id) != shown.id && council.closed_at.is_none();
    let one = |council: &Council| choice(council.id.to_string(), council.name.plain(ctx.lang));
    shown.councils.iter().filter(fits).map(one).collect()
}
