//! Seats: the table of a body's seats, and the page and history of each.

use super::{
    AtSeat,
    choices::{Choices, Chosen, chairing_word},
    council_url, granting,
    lines::{Names, SeatLine, Table, belonging, seat_state, sitting},
    seat_url,
    terms::{self, Again},
};
use crate::{
    can,
    rules::{seats::SeatState, terms::Term},
    store::terms::{OnSeat, list_terms_of_seats},
    table::{ToAsk, could_sit},
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
    html::{self, Head, acts, facts, page, paragraphs, shown},
    http::{Answer, Path, html},
    ids::Ref,
    t,
    text::Text,
    thread::{Thread, thread},
};

/// The seats of one body as a table.
pub(crate) fn table(ctx: &Ctx, lines: &[SeatLine]) -> Markup {
    let say = ctx.say();
    let heads = [
        t!(say, "seat-column"),
        t!(say, "seat-number"),
        t!(say, "seat-organization"),
        t!(say, "seat-holder"),
        t!(say, "seat-state"),
    ];
    html::table(&t!(say, "council-seats-caption"), &heads, lines.iter().map(|line| row(ctx, line)).collect())
}

fn row(ctx: &Ctx, line: &SeatLine) -> Vec<Markup> {
    let say = ctx.say();
    let at = AtSeat { council: line.seat.council_id, seat: line.seat.id };
    let seat = markup! {
        a href=(seat_url(ctx, at, "")) { (shown(ctx, &line.seat.category)) }
        @if let Some(chairing) = line.seat.chairing { " " span.tag { (chairing_word(ctx, chairing)) } }
        @if line.seat.ex_officio { " " span.tag { (t!(say, "seat-ex-officio")) } }
    };
    let number = markup! { (line.seat.number) };
    vec![seat, number, belonging(ctx, line), sitting(ctx, &line.holder), seat_state(ctx, &line.state)]
}

/// One seat, as its page shows it.
pub(crate) struct SeatPage {
    pub(crate) line: SeatLine,
    pub(crate) terms: Vec<Term>,
    pub(crate) names: Names,
    pub(crate) thread: Thread,
    pub(crate) choices: Choices,
    /// Who could be asked to take it while it is vacant; none while somebody sits there, or for a reader who gives no seats.
    pub(crate) to_ask: Option<Vec<ToAsk>>,
    /// Which organizations are asked to take it; nothing while somebody sits there.
    pub(crate) asked: Markup,
    /// The form that was sent and is shown again.
    pub(crate) again: Option<Again>,
}

/// `GET /{p}/work/councils/{council}/seats/{seat}`: a seat and its history.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtSeat>) -> Answer {
    let mut tx = ctx.read(can::SEE_COUNCILS).await?;
    let shown = load(&ctx, &mut tx, at).await?;
    tx.done().await?;
    html(view(&ctx, &shown))
}

/// Everything the page of a seat shows.
pub(crate) async fn load(ctx: &Ctx, tx: &mut Tx, at: AtSeat) -> Result<SeatPage> {
    let (council, seat) = granting::read(ctx, tx, at).await?;
    let terms: Vec<OnSeat> = list_terms_of_seats(tx, &[at.seat]).await?;
    let reader = partners::reader(ctx);
    let names = Names::of(tx, reader, std::slice::from_ref(&seat), &terms).await?;
    let thread = thread(ctx, tx, &Ref::from(at.seat)).await?;
    let may_change = ctx.may(can::GRANT_SEAT.on(at.council));
    let chosen = Chosen { organization: seat.organization_id };
    let choices = if may_change { Choices::read(ctx, tx, &chosen).await? } else { Choices::default() };
    let councils = [council];
    let table = Table { councils: &councils, terms: &terms, names: &names, reader, today: ctx.today() };
    let line = table.line(seat).or_not_found()?;
    let to_ask = match line.state {
        SeatState::Vacant { .. } | SeatState::Ending { .. } if may_change => {
            Some(could_sit(ctx, tx, &line.seat).await?)
        }
        _ => None,
    };
    let asked = match to_ask {
        Some(_) => partners::asked_about(ctx, tx, &at.seat.into()).await?,
        None => Markup::default(),
    };
    let terms = terms.into_iter().map(|(_, term)| term).collect();
    Ok(SeatPage { line, terms, names, thread, choices, to_ask, asked, again: None })
}

/// The page of one seat.
pub(crate) fn view(ctx: &Ctx, shown_page: &SeatPage) -> Markup {
    let say = ctx.say();
    let line = &shown_page.line;
    let seat = &line.seat;
    let at = AtSeat { council: seat.council_id, seat: seat.id };
    let body = markup! {
        p { a href=(council_url(ctx, at.council, "")) { (shown(ctx, &line.council)) } " · " (t!(say, "seat-numbered", number = seat.number)) }
        (about(ctx, line))
        @if ctx.may(can::GRANT_SEAT.on(at.council)) { (ways_on(ctx, at)) }
        @if ctx.may(can::GRANT_SEAT.on(at.council)) { (terms::forms(ctx, shown_page)) }
        section #terms { h2 { (t!(say, "seat-history")) } (terms::history(ctx, shown_page)) }
        p.small { a href=(ctx.url(&format!("/work/history/seat/{}", seat.id))) { (t!(say, "seat-changes")) } }
    };
    page(ctx, &Head::of(ctx, &seat.category).on_thread(shown_page.thread.clone()), body)
}

fn about(ctx: &Ctx, line: &SeatLine) -> Markup {
    let say = ctx.say();
    let text = |text: &Option<Text>| text.as_ref().map(|text| shown(ctx, text)).unwrap_or_default();
    let words = |words: String| markup! { (words) };
    let visibility = say.t(&format!("seat-visibility-{}", line.seat.visibility.code()), &[]);
    let chairing = line.seat.chairing.map(|chairing| chairing_word(ctx, chairing)).unwrap_or_default();
    let ex_officio = if line.seat.ex_officio { t!(say, "seat-ex-officio") } else { String::new() };
    let since = line.seat.since_on.map(|day| say.day(day)).unwrap_or_default();
    facts(&[
        (t!(say, "seat-state"), seat_state(ctx, &line.state)),
        (t!(say, "seat-holder"), sitting(ctx, &line.holder)),
        (t!(say, "seat-alternate"), words(line.alternate.clone().unwrap_or_default())),
        (t!(say, "seat-organization"), belonging(ctx, line)),
        (t!(say, "seat-sector"), text(&line.sector)),
        (t!(say, "seat-chairing"), words(chairing)),
        (t!(say, "seat-comes-with"), words(ex_officio)),
        (t!(say, "seat-visibility"), words(visibility)),
        (t!(say, "seat-since"), words(since)),
        (t!(say, "seat-note"), paragraphs(ctx, &line.seat.note)),
    ])
}

fn ways_on(ctx: &Ctx, at: AtSeat) -> Markup {
    let say = ctx.say();
    acts(&[
        (t!(say, "seat-edit"), seat_url(ctx, at, "/edit")),
        (t!(say, "seat-bin"), seat_url(ctx, at, "/bin")),
    ])
}
