//! The list of public statements, and the page of one with those who stand behind it.

use super::{
    parts,
    record::{AtRecord, record_url, ways},
    room_url,
    signatories::{history, visibility_word},
    statements::{Kept, kind_word, kinds, part_of, source},
    time,
};
use crate::{
    StatementId, can,
    rules::statements::{Part, StatementKind},
    store::statements::{Statement, find_statement, page_statements, parties_of},
};
use councils::{Council, CouncilId};
use maud::{Markup, html as markup};
use partners::{Organization, OrganizationId};
use platform::{
    ctx::Ctx,
    db::{Page, Tx},
    errors::{OrNotFound, Result},
    html::{
        self, Cell, Column, Empty, Filter, Head, ListShown, acts, facts, file, list, page, paragraphs, shown,
    },
    http::{Answer, Path, html as answer},
    ids::Ref,
    t,
    thread::{Thread, thread},
};
use std::collections::HashMap;

/// A statement on a page: who stands behind it, as far as the reader may know of them.
pub(crate) struct Behind {
    pub(crate) statement: Statement,
    pub(crate) council: Option<Council>,
    pub(crate) issuers: Vec<Organization>,
    pub(crate) signatories: Vec<Organization>,
}

/// Statements with those who stand behind them, as far as the reader may know of them.
pub(crate) async fn behind(ctx: &Ctx, tx: &mut Tx, rows: Vec<Statement>) -> Result<Vec<Behind>> {
    let ids: Vec<StatementId> = rows.iter().map(|one| one.id).collect();
    let parties = parties_of(tx, &ids).await?;
    let named: Vec<OrganizationId> = parties.values().flatten().map(|(id, _)| *id).collect();
    let known = partners::organizations_named(tx, partners::reader(ctx), &named).await?;
    let councils: HashMap<CouncilId, Council> =
        councils::councils(tx).await?.into_iter().map(|one| (one.id, one)).collect();
    let organizations = |id: StatementId, part: Part| {
        let ids = part_of(parties.get(&id).map(Vec::as_slice).unwrap_or_default(), part);
        let mut all: Vec<Organization> = ids.iter().filter_map(|id| known.get(id).cloned()).collect();
        all.sort_by(|a, b| ctx.say().order(a.name.plain(ctx.lang), b.name.plain(ctx.lang)));
        all
    };
    let one = |statement: Statement| Behind {
        council: statement.council_id.and_then(|id| councils.get(&id).cloned()),
        issuers: organizations(statement.id, Part::Issuer),
        signatories: organizations(statement.id, Part::Signatory),
        statement,
    };
    Ok(rows.into_iter().map(one).collect())
}

/// Who issued it, in one line of words.
pub(crate) fn issued_by(ctx: &Ctx, of: &Behind) -> String {
    let council = of.council.iter().map(|one| one.name.plain(ctx.lang).to_owned());
    let all: Vec<String> =
        council.chain(of.issuers.iter().map(|one| one.name.plain(ctx.lang).to_owned())).collect();
    ctx.say().list(&all)
}

/// `GET /{p}/work/declarations/statements`.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE).await?;
    let address = ctx.address();
    let kind = StatementKind::from_code(address.get("kind"));
    let found = page_statements(&mut tx, partners::reader(&ctx), kind, &address).await?;
    let Page { rows, total, number, size } = found;
    let rows = behind(&ctx, &mut tx, rows).await?;
    tx.done().await?;
    let shown = Page { rows, total, number, size };
    match address.file() {
        Some(kind) => file(&ctx, kind, &t!(ctx.say(), "statements-file"), &columns(&ctx), &shown.rows),
        None => answer(view(&ctx, &shown)),
    }
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Behind>> {
    let say = ctx.say();
    vec![
        Column::new("title", t!(say, "statement-name"), |of: &Behind| {
            let href = record_url::<Kept>(ctx, of.statement.id.0, "");
            Cell::new(
                markup! { a href=(href) { (shown(ctx, &of.statement.title)) } },
                of.statement.title.plain(ctx.lang),
            )
        })
        .sorts(),
        Column::new("kind", t!(say, "statement-kind"), |of: &Behind| {
            Cell::words(kind_word(ctx, of.statement.kind))
        }),
        Column::new("issued", t!(say, "statement-issued-on"), |of: &Behind| {
            Cell::day(ctx, of.statement.issued_on)
        })
        .sorts(),
        Column::new("by", t!(say, "statement-issued-by"), |of: &Behind| Cell::words(issued_by(ctx, of))),
        Column::new("signatories", t!(say, "statement-signatories"), |of: &Behind| {
            Cell::number(ctx, i64::try_from(of.signatories.len()).unwrap_or_default())
        })
        .numbers(),
        Column::new("recall", t!(say, "statement-recall"), |of: &Behind| {
            let next = of.statement.recalled().and_then(|day| day.next(ctx.today()));
            next.map_or_else(Cell::nothing, |day| Cell::day(ctx, day))
        })
        .on_demand(),
        Column::new("link", t!(say, "record-link"), |of: &Behind| Cell::words(of.statement.link.clone()))
            .on_demand(),
    ]
}

/// The page of all.
pub(crate) fn view(ctx: &Ctx, rows: &Page<Behind>) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx);
    let add = (t!(say, "statement-add"), room_url(ctx, "/statements/new"));
    let may = ctx.may(can::EDIT_STATEMENTS);
    let shown = ListShown {
        caption: t!(say, "statements-caption"),
        columns: &columns,
        filters: vec![Filter { name: "kind", label: t!(say, "statement-kind"), choices: kinds(ctx) }],
        search: Some(t!(say, "statements-search")),
        page: rows,
        empty: Empty {
            why: t!(say, "statements-empty"),
            example: Some(t!(say, "statements-empty-example")),
            first: may.then(|| add.clone()),
        },
    };
    let body = markup! {
        (parts(ctx, "/statements"))
        p { (t!(say, "statements-lead")) }
        @if may && rows.total > 0 { (acts(&[add])) }
        (list(ctx, &ctx.address(), &shown))
    };
    page(
        ctx,
        &Head::new(t!(say, "statement-title")).under(t!(say, "declarations-title"), room_url(ctx, "")),
        body,
    )
}

/// One statement, as its page shows it.
pub(crate) struct StatementPage {
    pub(crate) of: Behind,
    pub(crate) thread: Thread,
    pub(crate) history: html::History,
}

/// `GET /{p}/work/declarations/statements/{record}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtRecord>) -> Answer {
    let mut tx = ctx.read(can::SEE).await?;
    let row =
        find_statement(&mut tx, partners::reader(&ctx), StatementId(at.record)).await?.or_not_found()?;
    let object = Ref::from(row.id);
    let shown = StatementPage {
        thread: thread(&ctx, &mut tx, &object).await?,
        history: history(&ctx, &mut tx, &object).await?,
        of: behind(&ctx, &mut tx, vec![row]).await?.pop().or_not_found()?,
    };
    tx.done().await?;
    answer(one_view(&ctx, &shown))
}

/// The page of one.
pub(crate) fn one_view(ctx: &Ctx, of: &StatementPage) -> Markup {
    let (say, statement) = (ctx.say(), &of.of.statement);
    let id = statement.id.0;
    let recall = statement.recalled().and_then(|day| day.next(ctx.today()));
    let organizations = |all: &[Organization]| {
        let href = |one: &Organization| ctx.url(&format!("/work/partners/{}", one.slug));
        markup! { @if !all.is_empty() { ul { @for one in all { li { a href=(href(one)) { (shown(ctx, &one.name)) } } } } } }
    };
    let council =
        of.of.council.as_ref().map(|one| (ctx.url(&format!("/work/councils/{}", one.id)), &one.name));
    let about = facts(&[
        (t!(say, "statement-kind"), markup! { (kind_word(ctx, statement.kind)) }),
        (t!(say, "statement-issued-on"), time(ctx, statement.issued_on)),
        (
            t!(say, "statement-council"),
            markup! { @if let Some((href, name)) = council { a href=(href) { (shown(ctx, name)) } } },
        ),
        (t!(say, "statement-issuers"), organizations(&of.of.issuers)),
        (t!(say, "statement-signatories"), organizations(&of.of.signatories)),
        (t!(say, "record-link"), source(&statement.link)),
        (t!(say, "statement-visibility"), markup! { (visibility_word(ctx, statement.visibility)) }),
        (t!(say, "statement-recall"), markup! { @if let Some(day) = recall { (time(ctx, day)) } }),
    ]);
    let body = markup! {
        (acts(&ways::<Kept>(ctx, id)))
        (about)
        (paragraphs(ctx, &statement.body))
        section #history { h2 { (t!(say, "history-heading")) } (html::history(ctx, &of.history)) }
    };
    let head = Head::of(ctx, &statement.title)
        .under(t!(say, "statement-title"), room_url(ctx, "/statements"))
        .on_thread(of.thread.clone());
    page(ctx, &head, body)
}
