//! How many strategic documents stand at each level, by sector: always with the base beside the share.

use super::{documents::mention_word, parts, room_url};
use crate::{
    can,
    rules::documents::{Counted, Mention, count, share},
    store::documents::levels,
};
use maud::{Markup, html as markup};
use partners::{Sector, SectorId};
use platform::{
    ctx::Ctx,
    html::{self, Head, page, sheet_file, shown, takes},
    http::{Answer, html as answer},
    sheets::{Plain, Sheet},
    t,
};
use std::collections::BTreeMap;

/// The counts by sector, as the page shows them.
pub(crate) struct OverviewPage {
    pub(crate) sectors: Vec<Sector>,
    pub(crate) counted: BTreeMap<Option<SectorId>, Counted>,
    pub(crate) all: Counted,
}

/// `GET /{p}/work/declarations/documents/overview`: as a page, or as a file.
pub(crate) async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE).await?;
    let found = levels(&mut tx, partners::reader(&ctx)).await?;
    let sectors = partners::sectors(&mut tx).await?;
    tx.done().await?;
    let all = count(found.iter().map(|(_, mention)| ((), *mention))).remove(&()).unwrap_or_default();
    let shown = OverviewPage { sectors, counted: count(found), all };
    match ctx.address().file() {
        Some(kind) => sheet_file(&ctx, kind, &t!(ctx.say(), "overview-file"), &sheet(&ctx, &shown)),
        None => answer(view(&ctx, &shown)),
    }
}

impl OverviewPage {
    /// The sectors with documents, in their order, then what has no sector, then all together.
    fn lines(&self, ctx: &Ctx) -> Vec<(Markup, String, Counted)> {
        let say = ctx.say();
        let mut lines: Vec<(Markup, String, Counted)> = self
            .sectors
            .iter()
            .filter_map(|one| {
                let counted = self.counted.get(&Some(one.id))?;
                Some((shown(ctx, &one.name), one.name.plain(ctx.lang).to_owned(), *counted))
            })
            .collect();
        if let Some(counted) = self.counted.get(&None) {
            let words = t!(say, "overview-no-sector");
            lines.push((markup! { (words) }, words.clone(), *counted));
        }
        let words = t!(say, "overview-all");
        lines.push((markup! { b { (words) } }, words.clone(), self.all));
        lines
    }
}

fn heads(ctx: &Ctx) -> Vec<String> {
    let say = ctx.say();
    let levels = Mention::ALL.into_iter().map(|of| mention_word(ctx, Some(of)));
    let ends = [t!(say, "overview-read"), mention_word(ctx, None), t!(say, "overview-total")];
    std::iter::once(t!(say, "document-sector")).chain(levels).chain(ends).collect()
}

/// “3 of 8 (38 %)”; without a base only the count.
fn of_base(ctx: &Ctx, n: u32, base: u32) -> String {
    match share(n, base) {
        Some(percent) => t!(ctx.say(), "overview-of", n = n, base = base, percent = percent),
        None => ctx.say().number(n.into()),
    }
}

fn sheet(ctx: &Ctx, of: &OverviewPage) -> Sheet {
    let row = |(_, words, counted): (Markup, String, Counted)| {
        let numbers = counted.at.into_iter().chain([counted.read(), counted.unread, counted.total()]);
        std::iter::once(Plain::from(words)).chain(numbers.map(|n| Plain::from(i64::from(n)))).collect()
    };
    Sheet {
        name: t!(ctx.say(), "overview-file"),
        head: heads(ctx),
        rows: of.lines(ctx).into_iter().map(row).collect(),
    }
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &OverviewPage) -> Markup {
    let say = ctx.say();
    let row = |(name, _, counted): (Markup, String, Counted)| {
        let base = counted.read();
        let mut cells = vec![name];
        cells.extend(counted.at.iter().map(|n| markup! { (of_base(ctx, *n, base)) }));
        cells.extend([base, counted.unread, counted.total()].map(|n| markup! { (say.number(n.into())) }));
        cells
    };
    let body = markup! {
        (parts(ctx, "/documents"))
        p { (t!(say, "overview-lead")) }
        (html::table(&t!(say, "overview-caption"), &heads(ctx), of.lines(ctx).into_iter().map(row).collect()))
        (takes(ctx, &ctx.address()))
    };
    page(
        ctx,
        &Head::new(t!(say, "overview-title")).under(t!(say, "document-title"), room_url(ctx, "/documents")),
        body,
    )
}
