//! How signatories, statements, agreements and documents are found by their names: those that the reader may know of.

use crate::{
    Agreement, Document, Signatory, Statement, can,
    pages::{record::record_url, room_url, signatory_url, statements::Kept},
    store::{
        agreements::agreements_called, documents::documents_called, signatories::signatories_called,
        statements::statements_called,
    },
};
use partners::reader;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    http::Address,
    manifest::Fut,
    search::{Found, Hit, SearchProvider, Sought},
    t,
};

/// What this room finds.
pub(crate) const PROVIDERS: [SearchProvider; 4] = [
    SearchProvider { kind: "signatory", see: can::SEE, find: signatories },
    SearchProvider { kind: "statement", see: can::SEE, find: statements },
    SearchProvider { kind: "agreement", see: can::SEE_AGREEMENTS, find: agreements },
    SearchProvider { kind: "strategic-document", see: can::SEE, find: documents },
];

/// The list at `path` of the room that looks for the same.
fn found(ctx: &Ctx, (path, sought): (&str, &Sought), hits: Vec<Hit>) -> Found {
    let list = Address::at(room_url(ctx, path)).with("q", sought.words()).to_string();
    Found { hits, list: Some(list) }
}

fn signatories<'a>(ctx: &'a Ctx, tx: &'a mut Tx, sought: &'a Sought) -> Fut<'a, Result<Found>> {
    Box::pin(async move {
        let hit = |one: Signatory| Hit {
            title: one.organization.worded(ctx.lang),
            href: signatory_url(ctx, one.id, ""),
            detail: t!(ctx.say(), "signature-version", number = one.last().number),
        };
        let hits = signatories_called(tx, reader(ctx), sought).await?.into_iter().map(hit).collect();
        Ok(found(ctx, ("", sought), hits))
    })
}

fn statements<'a>(ctx: &'a Ctx, tx: &'a mut Tx, sought: &'a Sought) -> Fut<'a, Result<Found>> {
    Box::pin(async move {
        let hit = |one: Statement| Hit {
            title: one.title.worded(ctx.lang),
            href: record_url::<Kept>(ctx, one.id.0, ""),
            detail: ctx.say().day(one.issued_on),
        };
        let hits = statements_called(tx, reader(ctx), sought).await?.into_iter().map(hit).collect();
        Ok(found(ctx, ("/statements", sought), hits))
    })
}

fn agreements<'a>(ctx: &'a Ctx, tx: &'a mut Tx, sought: &'a Sought) -> Fut<'a, Result<Found>> {
    Box::pin(async move {
        let hit = |one: Agreement| Hit {
            title: one.department.worded(ctx.lang),
            href: record_url::<Agreement>(ctx, one.id.0, ""),
            detail: one.subject.plain(ctx.lang).to_owned(),
        };
        let hits = agreements_called(tx, sought).await?.into_iter().map(hit).collect();
        Ok(found(ctx, ("/agreements", sought), hits))
    })
}

fn documents<'a>(ctx: &'a Ctx, tx: &'a mut Tx, sought: &'a Sought) -> Fut<'a, Result<Found>> {
    Box::pin(async move {
        let hit = |one: Document| Hit {
            title: one.title.worded(ctx.lang),
            href: record_url::<Document>(ctx, one.id.0, ""),
            detail: one.organization.plain(ctx.lang).to_owned(),
        };
        let hits = documents_called(tx, reader(ctx), sought).await?.into_iter().map(hit).collect();
        Ok(found(ctx, ("/documents", sought), hits))
    })
}
