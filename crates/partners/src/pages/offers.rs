//! What is offered and needed: the list of all.

use super::{Kept, area_code, organization_url, person_url, spoken_choices, visibility_word};
use crate::{
    Reader, can, reader,
    rules::offers::{Kind, Side},
    spoken::Spoken,
    store::offers::{Offer, OfferCounts, OfferFilter, listed_offers},
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Page,
    html::{self, Cell, Column, Empty, Filter, Head, ListShown, Look, choice, page, shown, state},
    http::{Answer, html as answer},
    t,
};

/// The list as a page shows it.
pub struct OffersPage {
    /// What stands on this page.
    pub rows: Page<Offer>,
    /// What the filters would leave.
    pub counts: OfferCounts,
    /// Sectors and areas.
    pub kept: Kept,
    /// For whose eyes.
    pub reader: Reader,
}

/// `GET /{p}/work/offers`: what the reader may know of and has not ended; with `as=csv` or `as=xlsx` the same as a file.
pub async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_PARTNERS).await?;
    let (kept, address, reader) = (Kept::load(&mut tx).await?, ctx.address(), reader(&ctx));
    let area = address.get("area");
    let by = OfferFilter {
        q: address.get("q").to_owned(),
        side: Side::from_code(address.get("side")),
        kind: Kind::from_code(address.get("kind")),
        area: kept.area_codes().into_iter().find(|(code, _)| code == area).map(|(_, id)| id),
        language: Spoken::from_code(address.get("language")),
    };
    let (rows, counts) = listed_offers(&mut tx, (reader, ctx.today()), &by, &address).await?;
    tx.done().await?;
    let shown = OffersPage { rows, counts, kept, reader };
    match address.file() {
        Some(kind) => {
            let columns = columns(&ctx, &shown.kept, reader);
            html::file(&ctx, kind, &t!(ctx.say(), "offers-file"), &columns, &shown.rows.rows)
        }
        None => answer(view(&ctx, &shown)),
    }
}

/// The page.
pub fn view(ctx: &Ctx, list: &OffersPage) -> Markup {
    let say = ctx.say();
    let shown = ListShown {
        caption: t!(say, "offers-title"),
        columns: &columns(ctx, &list.kept, list.reader),
        filters: filters(ctx, list),
        search: Some(t!(say, "offers-search")),
        page: &list.rows,
        empty: Empty {
            why: t!(say, "offers-empty"),
            example: Some(t!(say, "offers-example")),
            first: Some((t!(say, "nav-partners"), ctx.url("/work/partners"))),
        },
    };
    let body = markup! {
        p { (t!(say, "offers-lead")) }
        (html::list(ctx, &ctx.address(), &shown))
    };
    let head = Head::new(t!(say, "offers-title")).under(t!(say, "nav-partners"), ctx.url("/work/partners"));
    page(ctx, &head, body)
}

fn columns<'a>(ctx: &'a Ctx, kept: &'a Kept, reader: Reader) -> Vec<Column<'a, Offer>> {
    let say = ctx.say();
    let day = move |day: Option<jiff::civil::Date>| day.map_or_else(Cell::nothing, |day| Cell::day(ctx, day));
    let mut columns = vec![
        Column::new("title", t!(say, "field-offer-title"), move |row: &Offer| {
            let link = markup! { a href=(offer_url(ctx, row)) { (shown(ctx, &row.title)) } };
            Cell::new(link, row.title.plain(ctx.lang))
        }),
        Column::new("side", t!(say, "field-offer-side"), move |row: &Offer| {
            let word = side_word(ctx, row.side);
            Cell::new(state(side_look(row.side), &word), word)
        }),
        Column::new("kind", t!(say, "field-offer-kind"), move |row: &Offer| {
            Cell::words(kind_word(ctx, row.kind))
        }),
        Column::new("whose", t!(say, "field-offer-whose"), move |row: &Offer| {
            Cell::new(whose(ctx, row), plain_whose(ctx, row))
        }),
        Column::new("amount", t!(say, "field-offer-amount"), |row: &Offer| Cell::words(row.amount.clone())),
        Column::new("times", t!(say, "field-offer-times"), |row: &Offer| Cell::words(row.times.clone())),
        Column::new("area", t!(say, "field-area"), move |row: &Offer| kept.area_name(ctx, row.area)),
        Column::new("language", t!(say, "field-offer-language"), move |row: &Offer| {
            Cell::words(language_word(ctx, row.language))
        }),
        Column::new("from", t!(say, "field-offer-from"), move |row: &Offer| Cell::day(ctx, row.from_on))
            .on_demand(),
        Column::new("until", t!(say, "field-offer-until"), move |row: &Offer| day(row.until_on)),
        Column::new("confirmed", t!(say, "field-offer-confirmed"), move |row: &Offer| {
            Cell::day(ctx, row.confirmed_on)
        })
        .on_demand(),
    ];
    if reader == Reader::Staff {
        columns.push(Column::new("visibility", t!(say, "field-visibility"), move |row: &Offer| {
            Cell::words(visibility_word(&ctx.say(), row.visibility))
        }));
    }
    columns
}

fn filters(ctx: &Ctx, list: &OffersPage) -> Vec<Filter> {
    let (say, counts) = (ctx.say(), &list.counts);
    let side = Side::ALL.map(|one| {
        let n = counts.sides.iter().find(|(side, _)| *side == one).map_or(0, |(_, n)| *n);
        choice(one.code(), side_word(ctx, one)).count(n)
    });
    let kind = Kind::ALL.map(|one| {
        let n = counts.kinds.iter().find(|(kind, _)| *kind == one).map_or(0, |(_, n)| *n);
        choice(one.code(), kind_word(ctx, one)).count(n)
    });
    let anywhere = counts.areas.iter().find(|(area, _)| area.is_none()).map_or(0, |(_, n)| *n);
    let area = list.kept.areas.iter().filter_map(|area| {
        let (_, n) = counts.areas.iter().find(|(known, _)| *known == Some(area.id))?;
        Some(choice(area_code(area), area.name.plain(ctx.lang)).count(n + anywhere))
    });
    let any = counts.languages.iter().find(|(language, _)| language.is_none()).map_or(0, |(_, n)| *n);
    let language = spoken_choices(&say).into_iter().filter_map(|one| {
        let known = |language: &Option<Spoken>| language.is_some_and(|language| language.code() == one.code);
        let (_, n) = counts.languages.iter().find(|(language, _)| known(language))?;
        Some(one.clone().count(n + any))
    });
    vec![
        Filter { name: "side", label: t!(say, "field-offer-side"), choices: side.to_vec() },
        Filter { name: "kind", label: t!(say, "field-offer-kind"), choices: kind.to_vec() },
        Filter { name: "area", label: t!(say, "field-area"), choices: area.collect() },
        Filter { name: "language", label: t!(say, "field-offer-language"), choices: language.collect() },
    ]
}

pub(super) fn offer_url(ctx: &Ctx, of: &Offer) -> String {
    ctx.url(&format!("/work/offers/{}", of.id))
}

pub(super) fn side_word(ctx: &Ctx, side: Side) -> String {
    ctx.say().t(&format!("side-{}", side.code()), &[])
}

pub(super) const fn side_look(side: Side) -> Look {
    match side {
        Side::Offer => Look::OnTrack,
        Side::Need => Look::NotStarted,
    }
}

pub(super) fn kind_word(ctx: &Ctx, kind: Kind) -> String {
    ctx.say().t(&format!("offer-kind-{}", kind.code()), &[])
}

pub(super) fn language_word(ctx: &Ctx, language: Option<Spoken>) -> String {
    language.map(|one| ctx.say().t(&one.key(), &[])).unwrap_or_default()
}

/// By whom, as a link.
pub(super) fn whose(ctx: &Ctx, of: &Offer) -> Markup {
    markup! {
        @if let (Some(slug), Some(name)) = (&of.slug, &of.of_organization) { a href=(organization_url(ctx, slug)) { (shown(ctx, name)) } }
        @if let (Some(id), Some(name)) = (of.person, &of.of_person) { a href=(person_url(ctx, id)) { bdi { (name) } } }
    }
}

fn plain_whose(ctx: &Ctx, of: &Offer) -> String {
    let organization = of.of_organization.as_ref().map(|name| name.plain(ctx.lang).to_owned());
    organization.or_else(|| of.of_person.clone()).unwrap_or_default()
}

/// What somebody offers and needs, on the page of the record.
pub(super) fn section(ctx: &Ctx, offers: &[Offer], add: Option<&str>) -> Markup {
    let say = ctx.say();
    markup! { section #offers {
        h2 { (t!(say, "offers-section")) }
        @if offers.is_empty() { p.quiet { (t!(say, "offers-none")) } }
        (lines(ctx, offers, false))
        @if let Some(url) = add { p.acts { a.btn.plain href={ (url) "/offers/new" } { (t!(say, "offers-add")) } } }
    } }
}

/// Offers and needs as lines; with whose they are where that is not said around them.
pub(super) fn lines(ctx: &Ctx, offers: &[Offer], with_whose: bool) -> Markup {
    let say = ctx.say();
    let is_over = |one: &Offer| one.until_on.is_some_and(|until| until < ctx.today());
    markup! { ul.plain-list { @for one in offers { li {
        (state(side_look(one.side), &side_word(ctx, one.side))) " "
        a href=(offer_url(ctx, one)) { (shown(ctx, &one.title)) }
        @if with_whose { " · " (whose(ctx, one)) }
        " " span.small.quiet {
            (kind_word(ctx, one.kind))
            @for part in [&one.amount, &one.times] { @if !part.is_empty() { " · " (part) } }
            @if let Some(day) = one.until_on { " · " (t!(say, "offer-until", day = say.short_day(day))) }
            @if is_over(one) { " · " (t!(say, "offer-over")) }
        }
    } } } }
}

/// What an organization offers and needs, on its public page.
pub(super) fn public_section(ctx: &Ctx, offers: &[Offer]) -> Markup {
    let say = ctx.say();
    markup! { @if !offers.is_empty() { section #offers {
        h2 { (t!(say, "offers-section")) }
        ul { @for one in offers { li {
            (side_word(ctx, one.side)) " · " (shown(ctx, &one.title))
            @for part in [&one.amount, &one.times] { @if !part.is_empty() { " · " bdi { (part) } } }
            @if let Some(day) = one.until_on { " · " (t!(say, "offer-until", day = say.short_day(day))) }
        } } }
    } } }
}
