//! The pages of who sits where and who is missing.

use super::{GapSeen, QualitySeen, ShareSeen, TableSeen, look};
use crate::{
    CouncilId, can,
    pages::parts,
    store::bodies::{Council, find_council, list_councils, tree_of},
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
    html::{Empty, Head, empty, page, panels, table, tabs},
    http::{Answer, Path, html},
    ids::Ref,
    t,
};
use serde::Deserialize;

/// So many organizations to ask are named with a gap; of more, how many there are is told.
const NAMED: usize = 5;
/// So many vacant seats are named with a gap.
const SEATS: usize = 3;

/// The part of an address that names a body.
#[derive(Debug, Deserialize)]
pub(crate) struct At {
    council: CouncilId,
}

/// Which table a page looks at.
#[derive(Debug, Clone)]
pub(crate) enum Scope {
    /// All bodies.
    All,
    /// One body.
    Body {
        /// Which.
        council: Box<Council>,
        /// Whether there are others below it.
        has_below: bool,
        /// Whether those are looked at too.
        with_below: bool,
    },
}

/// A table with who sits there and who is missing.
pub(crate) struct TablePage {
    pub(crate) scope: Scope,
    pub(crate) table: TableSeen,
    /// What other rooms know of who is missing: only for all bodies together.
    pub(crate) panels: Markup,
}

/// `GET /{p}/work/councils/composition`: all bodies together.
pub(crate) async fn all(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_COUNCILS).await?;
    let open: Vec<CouncilId> = open_bodies(&mut tx).await?.into_iter().map(|council| council.id).collect();
    let table = look(&ctx, &mut tx, &open).await?;
    let whole = Ref::new("composition", ctx.partnership()?.id.0);
    let panels = panels(&ctx, &mut tx, &whole).await?;
    tx.done().await?;
    html(view(&ctx, &TablePage { scope: Scope::All, table, panels }))
}

/// `GET /{p}/work/councils/{council}/composition`: one body, and with `below=yes` those below it too.
pub(crate) async fn one(ctx: Ctx, Path(at): Path<At>) -> Answer {
    let mut tx = ctx.read(can::SEE_COUNCILS).await?;
    let council = find_council(&mut tx, at.council).await?.or_not_found()?;
    let open = open_bodies(&mut tx).await?;
    let below: Vec<CouncilId> = tree_of(&list_councils(&mut tx).await?).below(council.id);
    let below: Vec<CouncilId> =
        open.into_iter().map(|one| one.id).filter(|id| *id != council.id && below.contains(id)).collect();
    let with_below = ctx.address().get("below") == "yes";
    let mut bodies = vec![council.id];
    bodies.extend(below.iter().filter(|_| with_below));
    let table = look(&ctx, &mut tx, &bodies).await?;
    tx.done().await?;
    let scope = Scope::Body { council: Box::new(council), has_below: !below.is_empty(), with_below };
    html(view(&ctx, &TablePage { scope, table, panels: Markup::default() }))
}

async fn open_bodies(tx: &mut Tx) -> Result<Vec<Council>> {
    let councils = list_councils(tx).await?;
    Ok(councils.into_iter().filter(|council| council.closed_at.is_none()).collect())
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &TablePage) -> Markup {
    let say = ctx.say();
    let taken = of.table.counted.taken();
    let whole = (t!(say, "table-all"), ctx.url("/work/councils/composition"));
    let head = match &of.scope {
        Scope::All => Head::new(t!(say, "table-title-all")),
        Scope::Body { council, .. } => {
            let name = council.name.plain(ctx.lang);
            let href = ctx.url(&format!("/work/councils/{}", council.id));
            Head::new(t!(say, "table-title", name = name)).under(name, href)
        }
    };
    let body = markup! {
        @match &of.scope {
            Scope::All => (parts(ctx, "/composition")),
            Scope::Body { council, has_below, with_below } => (ways(ctx, council, (*has_below, *with_below), whole)),
        }
        @if taken == 0 {
            (empty(&Empty { why: t!(say, "table-empty"), ..Empty::default() }))
        } @else {
            p { (t!(say, "table-lede", filled = taken, seats = of.table.counted.total(), vacant = of.table.counted.vacant)) }
        }
        p.small.quiet { (t!(say, "table-how")) }
        section #missing { h2 { (t!(say, "table-part")) }
            @for quality in &of.table.qualities { (missing(ctx, of, quality)) }
        }
        (of.panels)
        @if taken > 0 { section #seated { h2 { (t!(say, "table-here")) }
            @for quality in &of.table.qualities { (seated(ctx, quality, taken)) }
        } }
    };
    page(ctx, &head, body)
}

fn ways(
    ctx: &Ctx,
    council: &Council,
    (has_below, with_below): (bool, bool),
    whole: (String, String),
) -> Markup {
    let say = ctx.say();
    let here = ctx.url(&format!("/work/councils/{}/composition", council.id));
    let mut parts = vec![(t!(say, "table-own"), here.clone(), !with_below)];
    if has_below {
        parts.push((t!(say, "table-below"), format!("{here}?below=yes"), with_below));
    }
    parts.push((whole.0, whole.1, false));
    tabs(&t!(say, "table-scopes"), &parts)
}

/// One quality: who is missing, and what can be done about it.
fn missing(ctx: &Ctx, page: &TablePage, of: &QualitySeen) -> Markup {
    let say = ctx.say();
    let name = say.t(&format!("table-by-{}", of.code), &[]);
    markup! {
        section id={ "by-" (of.code) } {
            h3 { (t!(say, "form-about-field", label = name.as_str())) " " (t!(say, "table-missing", n = of.gaps.len())) }
            @if !of.gaps.is_empty() { (gaps(ctx, page, (&name, &of.gaps))) }
        }
    }
}

/// One quality: what the seats that are taken show of it.
fn seated(ctx: &Ctx, of: &QualitySeen, filled: usize) -> Markup {
    let say = ctx.say();
    let name = say.t(&format!("table-by-{}", of.code), &[]);
    markup! {
        section id={ "seated-by-" (of.code) } {
            h3 { (name) }
            @if !of.shares.is_empty() { (shares(ctx, &name, &of.shares, filled)) }
            @if of.silent > 0 { p.small.quiet { (t!(say, "table-silent", n = of.silent)) } }
        }
    }
}

fn shares(ctx: &Ctx, name: &str, shares: &[ShareSeen], filled: usize) -> Markup {
    let say = ctx.say();
    let filled = u32::try_from(filled).unwrap_or(u32::MAX);
    markup! {
        div.scroll role="region" tabindex="0" aria-label=(t!(say, "table-shares", quality = name)) { table {
            caption { (t!(say, "table-shares", quality = name)) }
            thead { tr {
                th scope="col" { (name) }
                th.end scope="col" { (t!(say, "table-seats")) }
                th scope="col" { (t!(say, "table-share")) }
            } }
            tbody { @for share in shares { tr {
                th scope="row" { (share.label) }
                td.end.num { (t!(say, "table-of", n = share.seats, all = filled)) }
                td { (bar(ctx, share.seats, filled)) }
            } } }
        } }
    }
}

/// A bar as long as the share, from the starting edge; the number stands beside it.
fn bar(ctx: &Ctx, part: u32, whole: u32) -> Markup {
    let length = part.saturating_mul(100).checked_div(whole).unwrap_or_default().min(100);
    let from = if ctx.lang.direction() == "rtl" { 100 - length } else { 0 };
    markup! {
        svg.share-bar viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" {
            rect.of width="100" height="10" {}
            rect.is x=(from) width=(length) height="10" {}
        }
    }
}

fn gaps(ctx: &Ctx, page: &TablePage, (name, gaps): (&str, &[GapSeen])) -> Markup {
    let say = ctx.say();
    let heads = [name.to_owned(), t!(say, "table-next"), t!(say, "table-ask"), t!(say, "table-fill")];
    let row = |gap: &GapSeen| {
        let ask = gap.ask.iter().map(|one| (one.name.as_str(), one.href.as_str())).collect();
        vec![
            markup! { (gap.label) },
            say.html(gap.next.key(), &[]),
            links(ctx, ask, (NAMED, "table-ask-more")),
            to_fill(ctx, page, gap),
        ]
    };
    table(&t!(say, "table-gaps", quality = name), &heads, gaps.iter().map(row).collect())
}

/// The vacant seats by which a gap could be closed; where there is none, a new one, for whoever may give it.
fn to_fill(ctx: &Ctx, page: &TablePage, gap: &GapSeen) -> Markup {
    let say = ctx.say();
    if !gap.fill.is_empty() {
        let fill = gap.fill.iter().map(|one| (one.name.as_str(), one.href.as_str())).collect();
        return links(ctx, fill, (SEATS, "table-fill-more"));
    }
    let own = match &page.scope {
        Scope::Body { council, .. } if council.closed_at.is_none() => Some(council.id),
        _ => None,
    };
    let own = own.filter(|id| ctx.may(can::GRANT_SEAT.on(*id)));
    markup! {
        (t!(say, "table-fill-none"))
        @if let Some(id) = own { br; a href=(ctx.url(&format!("/work/councils/{id}/seats/new"))) { (t!(say, "seat-add")) } }
    }
}

/// Links below each other, so many of them; of more, how many there are is told.
fn links(ctx: &Ctx, all: Vec<(&str, &str)>, (most, more): (usize, &str)) -> Markup {
    let rest = i64::try_from(all.len().saturating_sub(most)).unwrap_or(i64::MAX);
    markup! {
        @for (n, (name, href)) in all.iter().take(most).enumerate() {
            @if n > 0 { br; }
            a href=(href) { (name) }
        }
        @if rest > 0 { br; span.small.quiet { (ctx.say().t(more, &[("n", rest.into())])) } }
    }
}
