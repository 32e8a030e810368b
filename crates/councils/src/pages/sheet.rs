//! The seats of all bodies as one list: filtered, sorted, in pages, and as a file of exactly what is shown.

use super::{
    AtSeat,
    lines::{Names, SeatLine, Table, seat_state, state_word},
    parts, seat_url,
};
use crate::{
    CategoryId, CouncilId, SeatId, can,
    rules::seats::SeatState,
    store::{
        bodies::{Council, list_councils},
        categories::{Category, list_categories},
        seats::list_all_seats,
        sheet::{SeatOrder, SeatsAsked, list_seats},
        terms::{OnSeat, list_terms},
    },
};
use maud::{Markup, html as markup};
use partners::{Reader, SectorId, visible_to};
use platform::{
    ctx::Ctx,
    db::Page,
    html::{Cell, Choice, Column, Empty, Filter, Head, ListShown, choice, file, list, page},
    http::{Address, Answer, html},
    t,
};

/// The seats of all bodies, as their page shows them.
pub(crate) struct SeatsPage {
    pub(crate) lines: Page<SeatLine>,
    pub(crate) filters: Vec<Filter>,
}

/// `GET /{p}/work/councils/seats`: all seats.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_COUNCILS).await?;
    let reader = partners::reader(&ctx);
    let (councils, mut categories) = (list_councils(&mut tx).await?, list_categories(&mut tx).await?);
    let (mut seats, terms) = (list_all_seats(&mut tx).await?, list_terms(&mut tx).await?);
    seats.retain(|seat| visible_to(seat.visibility, reader));
    categories.retain(|one| reader == Reader::Staff || seats.iter().any(|seat| seat.category_id == one.id));
    let states: Vec<(SeatId, SeatState)> =
        seats.iter().map(|seat| (seat.id, seat.on_board(&terms).state_on(ctx.today()))).collect();
    let address = ctx.address();
    let page = list_seats(&mut tx, &asked(&ctx, &address, &states), &address).await?;
    let names = Names::of(&mut tx, reader, &page.rows, &terms).await?;
    tx.done().await?;
    let shown = SeatsPage {
        filters: filters(&ctx, &councils, &categories, &states),
        lines: lines(&ctx, page, &councils, &terms, &names),
    };
    match address.file() {
        Some(kind) => file(&ctx, kind, &t!(ctx.say(), "seats-file"), &columns(&ctx), &shown.lines.rows),
        None => html(view(&ctx, &shown)),
    }
}

fn lines(
    ctx: &Ctx,
    page: Page<crate::Seat>,
    councils: &[Council],
    terms: &[OnSeat],
    names: &Names,
) -> Page<SeatLine> {
    let table = Table { councils, terms, names, reader: partners::reader(ctx), today: ctx.today() };
    let rows = page.rows.into_iter().filter_map(|seat| table.line(seat)).collect();
    Page { rows, total: page.total, number: page.number, size: page.size }
}

/// What the address asks for. A state is decided by the rule, so it narrows to the seats that are in it.
fn asked(ctx: &Ctx, address: &Address, states: &[(SeatId, SeatState)]) -> SeatsAsked {
    let (column, way) = address.sort();
    let state = address.get("state");
    SeatsAsked {
        council: address.get("council").parse::<CouncilId>().ok(),
        category: address.get("category").parse::<CategoryId>().ok(),
        sector: address.get("sector").parse::<SectorId>().ok(),
        among: (!state.is_empty())
            .then(|| states.iter().filter(|(_, of)| of.code() == state).map(|(id, _)| *id).collect()),
        words: address.get("q").to_owned(),
        reader: partners::reader(ctx),
        sort: match column {
            "category" => SeatOrder::Category,
            "organization" => SeatOrder::Organization,
            _ => SeatOrder::Council,
        },
        way,
    }
}

fn filters(
    ctx: &Ctx,
    councils: &[Council],
    categories: &[Category],
    states: &[(SeatId, SeatState)],
) -> Vec<Filter> {
    let say = ctx.say();
    let count = |code: &str| states.iter().filter(|(_, of)| of.code() == code).count();
    let of_states: Vec<Choice> = SeatState::CODES
        .into_iter()
        .map(|code| {
            choice(code, say.t(&format!("seat-state-{code}"), &[]))
                .count(i64::try_from(count(code)).unwrap_or_default())
        })
        .collect();
    let of_councils =
        councils.iter().map(|council| choice(council.id.to_string(), council.name.plain(ctx.lang)));
    let of_categories =
        categories.iter().map(|category| choice(category.id.to_string(), category.name.plain(ctx.lang)));
    vec![
        Filter { name: "state", label: t!(say, "seat-state"), choices: of_states },
        Filter { name: "council", label: t!(say, "seat-council"), choices: of_councils.collect() },
        Filter { name: "category", label: t!(say, "seat-category"), choices: of_categories.collect() },
    ]
}

/// The columns of the list and of its files.
pub(crate) fn columns(ctx: &Ctx) -> Vec<Column<'_, SeatLine>> {
    let say = ctx.say();
    let at = |line: &SeatLine| AtSeat { council: line.seat.council_id, seat: line.seat.id };
    vec![
        Column::new("seat", t!(say, "seat-column"), move |line: &SeatLine| {
            Cell::link(&seat_url(ctx, at(line), ""), line.seat.category.plain(ctx.lang))
        }),
        Column::new("council", t!(say, "seat-council"), |line: &SeatLine| {
            Cell::words(line.council.plain(ctx.lang))
        })
        .sorts(),
        Column::new("number", t!(say, "seat-number"), |line: &SeatLine| {
            Cell::number(ctx, line.seat.number.into())
        })
        .numbers()
        .on_demand(),
        Column::new("state", t!(say, "seat-state"), |line: &SeatLine| {
            Cell::new(seat_state(ctx, &line.state), state_word(ctx, &line.state))
        }),
        Column::new("organization", t!(say, "seat-organization"), |line: &SeatLine| {
            Cell::words(line.belongs_to(ctx))
        })
        .sorts(),
        Column::new("holder", t!(say, "seat-holder"), |line: &SeatLine| Cell::words(line.holder.words(ctx))),
        Column::new("alternate", t!(say, "seat-alternate"), |line: &SeatLine| {
            Cell::words(line.alternate.clone().unwrap_or_default())
        })
        .on_demand(),
        Column::new("until", t!(say, "seat-until"), |line: &SeatLine| {
            line.state.until().map_or_else(Cell::nothing, |day| Cell::day(ctx, day))
        }),
        Column::new("sector", t!(say, "seat-sector"), |line: &SeatLine| {
            Cell::words(line.sector.as_ref().map_or("", |name| name.plain(ctx.lang)))
        })
        .on_demand(),
    ]
}

/// The page of all seats.
pub(crate) fn view(ctx: &Ctx, shown: &SeatsPage) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx);
    let list = list(
        ctx,
        &ctx.address(),
        &ListShown {
            caption: t!(say, "seats-caption"),
            columns: &columns,
            filters: shown.filters.clone(),
            search: Some(t!(say, "seats-search")),
            page: &shown.lines,
            empty: Empty {
                why: t!(say, "seats-empty-why"),
                example: Some(t!(say, "seats-empty-example")),
                first: Some((t!(say, "seats-empty-first"), super::room_url(ctx, ""))),
            },
        },
    );
    page(ctx, &Head::new(t!(say, "councils-title")), markup! { (parts(ctx, "/seats")) (list) })
}
