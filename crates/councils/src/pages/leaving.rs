//! Who leaves when: the terms that have a last day, the next one first; filtered, in pages, and as a file of what is shown.

use super::{
    AtSeat,
    lines::{Names, SeatLine, Table, seat_state, sitting, state_word},
    parts, seat_url,
};
use crate::{
    can,
    seen::Sits,
    store::{
        bodies::{Council, list_councils},
        seats::list_all_seats,
        terms::list_terms,
    },
};
use jiff::{ToSpan, civil::Date};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Page,
    html::{self, Cell, Choice, Column, Empty, Filter, Head, ListShown, choice, file, list, page, shown},
    http::{Address, Answer, html},
    t,
    text::fold,
};

/// Within how many days a last day can be asked for.
const WITHIN: [i64; 3] = [90, 180, 365];
/// So many rows stand on a page.
const ROWS: u32 = 50;

/// Who leaves when, as the page shows it.
pub(crate) struct LeavingPage {
    pub(crate) lines: Page<SeatLine>,
    pub(crate) filters: Vec<Filter>,
}

/// `GET /{p}/work/councils/leaving`: who leaves when.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_COUNCILS).await?;
    let councils = list_councils(&mut tx).await?;
    let (seats, terms) = (list_all_seats(&mut tx).await?, list_terms(&mut tx).await?);
    let reader = partners::reader(&ctx);
    let names = Names::of(&mut tx, reader, &seats, &terms).await?;
    tx.done().await?;
    let table = Table { councils: &councils, terms: &terms, names: &names, reader, today: ctx.today() };
    let lines = by_last_day(&ctx, seats.into_iter().filter_map(|seat| table.line(seat)).collect());
    let address = ctx.address();
    let filters = filters(&ctx, &councils, &lines);
    let lines = lines.into_iter().filter(|line| is_asked(&address, ctx.today(), line)).collect();
    let leaving = LeavingPage { lines: paged(lines, &address), filters };
    match address.file() {
        Some(kind) => file(&ctx, kind, &t!(ctx.say(), "leaving-file"), &columns(&ctx), &leaving.lines.rows),
        None => html(view(&ctx, &leaving)),
    }
}

/// Seats whose holder's term has a last day, the next first; those of one day by their body's name.
pub(crate) fn by_last_day(ctx: &Ctx, lines: Vec<SeatLine>) -> Vec<SeatLine> {
    let say = ctx.say();
    let mut lines: Vec<SeatLine> = lines.into_iter().filter(|line| line.state.until().is_some()).collect();
    lines.sort_by(|a, b| {
        let by_name = || say.order(a.council.plain(ctx.lang), b.council.plain(ctx.lang));
        a.state
            .until()
            .cmp(&b.state.until())
            .then_with(by_name)
            .then_with(|| a.seat.number.cmp(&b.seat.number))
    });
    lines
}

fn is_within(line: &SeatLine, today: Date, days: i64) -> bool {
    line.state.until().is_some_and(|until| until <= today.saturating_add(days.days()))
}

/// Whether the address asks for this line: its body, its last day, the words that stand in it.
fn is_asked(address: &Address, today: Date, line: &SeatLine) -> bool {
    let council = address.get("council");
    let days: Option<i64> = address.get("within").parse().ok();
    let names = |text: &platform::text::Text| text.search_key();
    let holder = match &line.holder {
        Sits::Named(_, name) => fold(name),
        Sits::Nobody | Sits::NotNamed | Sits::Erased | Sits::InBin | Sits::Hidden => String::new(),
    };
    let organization = line.organization.as_ref().map(names).unwrap_or_default();
    let whole = [names(&line.seat.category), names(&line.council), organization, holder].join(" ");
    (council.is_empty() || line.seat.council_id.to_string() == council)
        && days.is_none_or(|days| is_within(line, today, days))
        && fold(address.get("q")).split_whitespace().all(|word| whole.contains(word))
}

fn filters(ctx: &Ctx, councils: &[Council], lines: &[SeatLine]) -> Vec<Filter> {
    let say = ctx.say();
    let count = |of: &dyn Fn(&SeatLine) -> bool| {
        i64::try_from(lines.iter().filter(|line| of(line)).count()).unwrap_or_default()
    };
    let within = WITHIN.map(|days| {
        choice(days.to_string(), t!(say, "leaving-within-days", n = days))
            .count(count(&|line| is_within(line, ctx.today(), days)))
    });
    let of_council = |council: &Council| -> Choice {
        choice(council.id.to_string(), council.name.plain(ctx.lang))
            .count(count(&|line| line.seat.council_id == council.id))
    };
    vec![
        Filter { name: "within", label: t!(say, "leaving-within"), choices: within.into() },
        Filter {
            name: "council",
            label: t!(say, "seat-council"),
            choices: councils.iter().map(of_council).collect(),
        },
    ]
}

/// The page of these lines that the address asks for; all of them for a file.
fn paged(lines: Vec<SeatLine>, address: &Address) -> Page<SeatLine> {
    let total = i64::try_from(lines.len()).unwrap_or_default();
    if address.file().is_some() {
        return Page { rows: lines, total, number: 1, size: ROWS };
    }
    let number = address.page();
    let before = usize::try_from(u64::from(number - 1) * u64::from(ROWS)).unwrap_or(usize::MAX);
    let size = usize::try_from(ROWS).unwrap_or(usize::MAX);
    Page { rows: lines.into_iter().skip(before).take(size).collect(), total, number, size: ROWS }
}

/// The columns of the list and of its files.
fn columns(ctx: &Ctx) -> Vec<Column<'_, SeatLine>> {
    let say = ctx.say();
    vec![
        Column::new("until", t!(say, "seat-until"), |line: &SeatLine| {
            line.state.until().map_or_else(Cell::nothing, |day| Cell::day(ctx, day))
        }),
        Column::new("seat", t!(say, "seat-column"), |line: &SeatLine| {
            let at = AtSeat { council: line.seat.council_id, seat: line.seat.id };
            Cell::link(&seat_url(ctx, at, ""), line.seat.category.plain(ctx.lang))
        }),
        Column::new("council", t!(say, "seat-council"), |line: &SeatLine| {
            Cell::words(line.council.plain(ctx.lang))
        }),
        Column::new("holder", t!(say, "seat-holder"), |line: &SeatLine| Cell::words(line.holder.words(ctx))),
        Column::new("organization", t!(say, "seat-organization"), |line: &SeatLine| {
            Cell::words(line.belongs_to(ctx))
        }),
        Column::new("state", t!(say, "seat-state"), |line: &SeatLine| {
            Cell::new(seat_state(ctx, &line.state), state_word(ctx, &line.state))
        }),
    ]
}

/// The page of who leaves when.
pub(crate) fn view(ctx: &Ctx, of: &LeavingPage) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx);
    let all = ListShown {
        caption: t!(say, "leaving-caption"),
        columns: &columns,
        filters: of.filters.clone(),
        search: Some(t!(say, "leaving-search")),
        page: &of.lines,
        empty: Empty {
            why: t!(say, "leaving-nobody"),
            example: Some(t!(say, "leaving-nobody-example")),
            first: Some((t!(say, "leaving-nobody-first"), super::room_url(ctx, "/seats"))),
        },
    };
    let body = markup! {
        (parts(ctx, "/leaving"))
        @if of.lines.total > 0 { p { (t!(say, "leaving-lede", n = of.lines.total)) } }
        (list(ctx, &ctx.address(), &all))
    };
    page(ctx, &Head::new(t!(say, "leaving-title")), body)
}

/// When which seat of one body falls free, and whose: last day, seat, holder, state.
pub(crate) fn table(ctx: &Ctx, lines: &[SeatLine]) -> Markup {
    let say = ctx.say();
    let heads =
        [t!(say, "seat-until"), t!(say, "seat-column"), t!(say, "seat-holder"), t!(say, "seat-state")];
    let row = |line: &SeatLine| {
        let at = AtSeat { council: line.seat.council_id, seat: line.seat.id };
        vec![
            markup! { span.num { @if let Some(day) = line.state.until() { (say.short_day(day)) } } },
            markup! { a href=(seat_url(ctx, at, "")) { (shown(ctx, &line.seat.category)) } },
            sitting(ctx, &line.holder),
            seat_state(ctx, &line.state),
        ]
    };
    html::table(&t!(say, "leaving-caption"), &heads, lines.iter().map(row).collect())
}
