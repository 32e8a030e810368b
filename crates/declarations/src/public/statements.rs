//! Public statements on the public site: the list, and each with those who stand behind it as far as they are public.

use crate::{
    StatementId,
    pages::{
        record::AtRecord,
        statement_list::{Behind, behind, issued_by},
        statements::{kind_word, kinds, source},
        time,
    },
    rules::statements::StatementKind,
    store::statements::{find_statement, page_statements},
};
use maud::{Markup, html as markup};
use partners::Reader;
use platform::{
    ctx::{Ctx, PUBLIC},
    db::Page,
    errors::OrNotFound,
    html::{Cell, Column, Empty, Filter, Head, ListShown, facts, file, list, named, page, paragraphs, shown},
    http::{Answer, Path, html},
    ids::Ref,
    t,
    thread::{Thread, thread},
};

/// Where the statements stand below a language.
const PATH: &str = "/statements";

/// `GET /{p}/{lang}/statements`.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let address = ctx.address();
    let kind = StatementKind::from_code(address.get("kind"));
    let Page { rows, total, number, size } = page_statements(&mut tx, Reader::Public, kind, &address).await?;
    let rows = behind(&ctx, &mut tx, rows).await?;
    tx.done().await?;
    let rows = Page { rows, total, number, size };
    match address.file() {
        Some(kind) => file(&ctx, kind, &t!(ctx.say(), "statements-file"), &columns(&ctx), &rows.rows),
        None => html(view(&ctx, &rows)),
    }
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Behind>> {
    let say = ctx.say();
    vec![
        Column::new("title", t!(say, "statement-name"), |of: &Behind| {
            let href = ctx.public_url(&format!("{PATH}/{}", of.statement.id));
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
        Column::new("by", t!(say, "statement-issued-by"), |of: &Behind| {
            Cell::new(by(ctx, of), issued_by(ctx, of))
        }),
    ]
}

/// Who issued it, each name marked with its language.
fn by(ctx: &Ctx, of: &Behind) -> Markup {
    let names: Vec<_> =
        of.council.iter().map(|one| &one.name).chain(of.issuers.iter().map(|one| &one.name)).collect();
    markup! { @for (n, name) in names.iter().enumerate() { @if n > 0 { br; } (named(ctx, name)) } }
}

/// The page of all.
pub(crate) fn view(ctx: &Ctx, rows: &Page<Behind>) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx);
    let shown = ListShown {
        caption: t!(say, "public-statements"),
        columns: &columns,
        filters: vec![Filter { name: "kind", label: t!(say, "statement-kind"), choices: kinds(ctx) }],
        search: Some(t!(say, "statements-search")),
        page: rows,
        empty: Empty { why: t!(say, "public-statements-empty"), ..Empty::default() },
    };
    let body = markup! { p { (t!(say, "public-statements-lead")) } (list(ctx, &ctx.address(), &shown)) };
    let head = Head::new(t!(say, "public-statements")).at(PATH).about(t!(say, "public-statements-lead"));
    page(ctx, &head.under(t!(say, "wall-title"), ctx.public_url(super::PATH)), body)
}

/// `GET /{p}/{lang}/statements/{record}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtRecord>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let row = find_statement(&mut tx, Reader::Public, StatementId(at.record)).await?.or_not_found()?;
    let thread = thread(&ctx, &mut tx, &Ref::from(row.id)).await?;
    let of = behind(&ctx, &mut tx, vec![row]).await?.pop().or_not_found()?;
    tx.done().await?;
    html(one_view(&ctx, &of, &thread))
}

/// The page of one.
pub(crate) fn one_view(ctx: &Ctx, of: &Behind, thread: &Thread) -> Markup {
    let (say, statement) = (ctx.say(), &of.statement);
    let signed: Vec<_> = of.signatories.iter().map(|one| &one.name).collect();
    let about = facts(&[
        (t!(say, "statement-kind"), markup! { (kind_word(ctx, statement.kind)) }),
        (t!(say, "statement-issued-on"), time(ctx, statement.issued_on)),
        (t!(say, "statement-issued-by"), by(ctx, of)),
        (t!(say, "record-link"), source(&statement.link)),
    ]);
    let body = markup! {
        (about)
        (paragraphs(ctx, &statement.body))
        @if !signed.is_empty() { section #signatories {
            h2 { (t!(say, "statement-signatories")) }
            ul { @for name in signed { li { (named(ctx, name)) } } }
        } }
    };
    let head = Head::of(ctx, &statement.title)
        .at(format!("{PATH}/{}", statement.id))
        .under(t!(say, "public-statements"), ctx.public_url(PATH))
        .on_thread(thread.clone());
    page(ctx, &head, body)
}
