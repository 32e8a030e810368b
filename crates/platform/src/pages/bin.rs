//! The bin: what was deleted, by whom, and the way back.

use crate::{
    bin::{self, Binned},
    ctx::Ctx,
    db::Page,
    html::{Cell, Column, Empty, Head, ListShown, form, list, page, said},
    http::{Answer, Path, html, see_other},
    ids::Ref,
    t,
};
use maud::Markup;
use serde::Deserialize;
use uuid::Uuid;

/// Which object of which kind.
#[derive(Debug, Deserialize)]
pub struct Which {
    /// The kind.
    pub kind: String,
    /// The id within that kind.
    pub id: Uuid,
}

impl Which {
    /// As a reference.
    pub fn object(&self) -> Ref {
        Ref::new(self.kind.clone(), self.id)
    }
}

/// `GET /{p}/work/bin`: what the reader may take out again.
pub async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(super::ENTER).await?;
    let binned = bin::page(&ctx, &mut tx).await?;
    tx.done().await?;
    html(view(&ctx, &binned))
}

/// `POST /{p}/work/bin/{kind}/{id}/restoration`: puts it back where it was.
pub async fn restore(ctx: Ctx, Path(which): Path<Which>) -> Answer {
    ctx.demand(super::ENTER)?;
    let tx = bin::restore(&ctx, &which.object()).await?;
    let to = tx.commit_to(&said(&ctx.url("/work/bin"), "restored")).await?;
    see_other(&to)
}

/// The page.
pub fn view(ctx: &Ctx, binned: &Page<Binned>) -> Markup {
    let say = ctx.say();
    let columns = [
        Column::new("title", t!(say, "bin-title"), |row: &Binned| Cell::words(row.title.plain(ctx.lang))),
        Column::new("kind", t!(say, "bin-kind"), |row: &Binned| {
            Cell::words(say.t(&format!("kind-{}", row.kind), &[]))
        }),
        Column::new("when", t!(say, "bin-when"), |row: &Binned| {
            Cell::words(say.moment(row.binned_at, &ctx.zone()))
        }),
        Column::new("who", t!(say, "bin-who"), |row: &Binned| Cell::words(row.binned_by.clone())),
        Column::new("back", t!(say, "bin-back"), |row: &Binned| {
            let action = ctx.url(&format!("/work/bin/{}/{}/restoration", row.kind, row.object_id));
            let title = row.title.plain(ctx.lang);
            Cell::new(form(ctx, action).button(&t!(say, "bin-restore"), title, &[]), "")
        }),
    ];
    let shown = ListShown {
        caption: t!(say, "bin-caption"),
        columns: &columns,
        filters: Vec::new(),
        search: None,
        page: binned,
        empty: Empty { why: t!(say, "bin-empty"), example: Some(t!(say, "bin-example")), first: None },
    };
    page(ctx, &Head::new(t!(say, "nav-bin")), list(ctx, &ctx.address(), &shown))
}
