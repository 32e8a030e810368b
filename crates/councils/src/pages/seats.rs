//! Seats: the table of a body's seats, the page and history of each, granting and changing them.

use super::{
    AtCouncil, AtSeat, council_url,
    forms::{langs, read_seat, seat_form, version},
    lines::{Names, SeatLine, Table, seat_state},
    seat_conflict::conflict_view,
    seat_url, terms,
};
use crate::{
    SeatId, can,
    rules::{
        seats::{Chairing, bin_seat, grant_seat},
        terms::Term,
    },
    store::{
        bodies::{Council, find_council},
        categories::category_named,
        seats::{
            Seat, SeatFacts, find_binned_seat, find_board, find_seat, insert_seat, update_binned, update_seat,
        },
        terms::{OnSeat, list_terms_of_seats},
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::{Organization, OrganizationId, Person, PersonId, Reader, Sector, Visibility};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{self, Choice, Head, acts, choice, facts, field, form, named, page, paragraphs, said, shown},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    ids::Ref,
    manifest::Fut,
    t,
    text::Text,
    thread::{Thread, thread},
};
use uuid::Uuid;

/// What forms about seats let choose from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choices {
    pub(crate) organizations: Vec<Organization>,
    pub(crate) sectors: Vec<Sector>,
    pub(crate) people: Vec<Person>,
}

/// What a record holds already: it stays a choice even where its name is not for the reader.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chosen {
    pub(crate) organization: Option<OrganizationId>,
    pub(crate) people: Vec<PersonId>,
}

impl Choices {
    /// Everything that the reader may know of and so may choose; what is chosen already stays, without its name if need be.
    pub(crate) async fn read(ctx: &Ctx, tx: &mut Tx, chosen: &Chosen) -> Result<Self> {
        let reader = partners::reader(ctx);
        let mut choices = Self {
            organizations: partners::organizations_to_choose(tx, reader, ctx.lang).await?,
            sectors: partners::sectors(tx).await?,
            people: partners::people_to_choose(tx, reader).await?,
        };
        if let Some(id) =
            chosen.organization.filter(|id| choices.organizations.iter().all(|one| one.id != *id))
            && let Some(mut hidden) = partners::organization(tx, Reader::Staff, id).await?
        {
            hidden.name = Text::default().with(ctx.lang, &t!(ctx.say(), "who-a-partner"), ctx.today());
            choices.organizations.push(hidden);
        }
        let unlisted: Vec<PersonId> = chosen
            .people
            .iter()
            .copied()
            .filter(|id| choices.people.iter().all(|one| one.id != *id))
            .collect();
        for (_, mut hidden) in partners::people_named(tx, Reader::Staff, &unlisted).await? {
            hidden.name = t!(ctx.say(), "seat-holder-hidden");
            choices.people.push(hidden);
        }
        Ok(choices)
    }
}

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
    let organization = markup! { @if let Some(name) = &line.organization { (named(ctx, name)) } };
    let number = markup! { (line.seat.number) };
    vec![seat, number, organization, markup! { (line.holder.words(ctx)) }, seat_state(ctx, &line.state)]
}

fn chairing_word(ctx: &Ctx, chairing: Chairing) -> String {
    ctx.say().t(&format!("seat-chairing-{}", chairing.code()), &[])
}

/// One seat, as its page shows it.
pub(crate) struct SeatPage {
    pub(crate) line: SeatLine,
    pub(crate) terms: Vec<Term>,
    pub(crate) names: Names,
    pub(crate) thread: Thread,
    pub(crate) choices: Choices,
    /// What was typed into the form for a new term, and what was wrong with it.
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
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
    let council = find_council(tx, at.council).await?.or_not_found()?;
    let seat = find_seat(tx, at.seat).await?.filter(|seat| seat.council_id == at.council).or_not_found()?;
    let terms: Vec<OnSeat> = list_terms_of_seats(tx, &[at.seat]).await?;
    let reader = partners::reader(ctx);
    let names = Names::of(tx, reader, std::slice::from_ref(&seat), &terms).await?;
    let thread = thread(ctx, tx, &Ref::from(at.seat)).await?;
    let may_change = ctx.may(can::GRANT_SEAT.on(at.council));
    let people = terms.iter().flat_map(|(_, term)| [term.agreed.holder.person(), term.agreed.alternate]);
    let chosen = Chosen { organization: seat.organization_id, people: people.flatten().collect() };
    let choices = if may_change { Choices::read(ctx, tx, &chosen).await? } else { Choices::default() };
    let councils = [council];
    let line =
        Table { councils: &councils, terms: &terms, names: &names, reader, today: ctx.today() }.line(seat);
    let terms = terms.into_iter().map(|(_, term)| term).collect();
    let (sent, complaints) = (Pairs::default().with("starts_on", ctx.today()), Complaints::default());
    Ok(SeatPage { line, terms, names, thread, choices, sent, complaints })
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
        @if ctx.may(can::GRANT_SEAT.on(at.council)) { (ways_on(ctx, at, seat.version)) }
        section #terms { h2 { (t!(say, "seat-history")) } (terms::history(ctx, shown_page)) }
        @if ctx.may(can::GRANT_SEAT.on(at.council)) { (terms::forms(ctx, shown_page)) }
        p.small { a href=(ctx.url(&format!("/work/history/seat/{}", seat.id))) { (t!(say, "seat-changes")) } }
    };
    page(ctx, &Head::new(seat.category.plain(ctx.lang)).on_thread(shown_page.thread.clone()), body)
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
        (t!(say, "seat-holder"), words(line.holder.words(ctx))),
        (t!(say, "seat-alternate"), words(line.alternate.clone().unwrap_or_default())),
        (t!(say, "seat-organization"), text(&line.organization)),
        (t!(say, "seat-sector"), text(&line.sector)),
        (t!(say, "seat-chairing"), words(chairing)),
        (t!(say, "seat-comes-with"), words(ex_officio)),
        (t!(say, "seat-visibility"), words(visibility)),
        (t!(say, "seat-since"), words(since)),
        (t!(say, "seat-note"), paragraphs(ctx, &line.seat.note)),
    ])
}

fn ways_on(ctx: &Ctx, at: AtSeat, version: i64) -> Markup {
    let say = ctx.say();
    let version = version.to_string();
    let bin = form(ctx, seat_url(ctx, at, "/bin"));
    markup! {
        (acts(&[(t!(say, "seat-edit"), seat_url(ctx, at, "/edit"))]))
        div.acts { (bin.button(&t!(say, "seat-bin"), "", &[("version", &version)])) }
    }
}

/// A seat's form: what was typed, what was wrong, what can be chosen.
pub(crate) struct SeatForm<'a> {
    pub(crate) council: &'a Council,
    /// The seat that changes; none while one is granted.
    pub(crate) id: Option<SeatId>,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
    pub(crate) choices: &'a Choices,
}

/// `GET /{p}/work/councils/{council}/seats/new`: the form for a new seat.
pub(crate) async fn new(ctx: Ctx, Path(at): Path<AtCouncil>) -> Answer {
    let mut tx = ctx.read(can::GRANT_SEAT.on(at.council)).await?;
    let council = find_council(&mut tx, at.council).await?.or_not_found()?;
    let choices = Choices::read(&ctx, &mut tx, &Chosen::default()).await?;
    tx.done().await?;
    let sent = seat_form(&SeatFacts::of(Text::default()), 0).with("organization", ctx.address().get("for"));
    let complaints = Complaints::default();
    html(form_view(
        &ctx,
        &SeatForm { council: &council, id: None, sent: &sent, complaints: &complaints, choices: &choices },
    ))
}

/// `POST /{p}/work/councils/{council}/seats`: a seat is granted.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtCouncil>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::GRANT_SEAT.on(at.council)).await?;
    let council = find_council(&mut tx, at.council).await?.or_not_found()?;
    let board = find_board(&mut tx, &council).await?;
    let decided = read_seat(&ctx, &sent, &SeatFacts::of(Text::default()))
        .and_then(|facts| Ok((facts, grant_seat(&board).map_err(|why| Complaints::one("", why))?)));
    let (facts, number) = match decided {
        Ok(decided) => decided,
        Err(complaints) => {
            let choices = Choices::read(&ctx, &mut tx, &Chosen::default()).await?;
            let form = SeatForm {
                council: &council,
                id: None,
                sent: &sent,
                complaints: &complaints,
                choices: &choices,
            };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, form_view(&ctx, &form));
        }
    };
    let category = category_named(&mut tx, &facts.category).await?;
    let seat = insert_seat(&mut tx, &board, number, category, &facts).await?;
    tx.audit("seat.granted", seat, None::<&()>, Some(&facts)).await?;
    let to = seat_url(&ctx, AtSeat { council: at.council, seat }, "");
    let to = tx.commit_to(&said(&to, "seat-granted")).await?;
    see_other(&to)
}

/// `GET …/seats/{seat}/edit`: the form of a seat.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtSeat>) -> Answer {
    let mut tx = ctx.read(can::GRANT_SEAT.on(at.council)).await?;
    let (council, seat) = read(&mut tx, at).await?;
    let chosen = Chosen { organization: seat.organization_id, people: Vec::new() };
    let choices = Choices::read(&ctx, &mut tx, &chosen).await?;
    tx.done().await?;
    let sent = seat_form(&seat.facts(), seat.version);
    let complaints = Complaints::default();
    html(form_view(
        &ctx,
        &SeatForm {
            council: &council,
            id: Some(at.seat),
            sent: &sent,
            complaints: &complaints,
            choices: &choices,
        },
    ))
}

/// `POST …/seats/{seat}`: a seat changes, on top of the version that was read; its terms stay.
pub(crate) async fn update(ctx: Ctx, Path(at): Path<AtSeat>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::GRANT_SEAT.on(at.council)).await?;
    let (council, before) = read(&mut tx, at).await?;
    let chosen = Chosen { organization: before.organization_id, people: Vec::new() };
    let choices = Choices::read(&ctx, &mut tx, &chosen).await?;
    let complaints = Complaints::default();
    let shown = SeatForm {
        council: &council,
        id: Some(at.seat),
        sent: &sent,
        complaints: &complaints,
        choices: &choices,
    };
    if version(&sent) != before.version {
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, &before, &shown)?);
    }
    let facts = match read_seat(&ctx, &sent, &before.facts()) {
        Ok(facts) => facts,
        Err(complaints) => {
            let again = SeatForm { complaints: &complaints, ..shown };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, form_view(&ctx, &again));
        }
    };
    let category = category_named(&mut tx, &facts.category).await?;
    update_seat(&mut tx, &before, category, &facts).await?;
    tx.audit("seat.changed", at.seat, Some(&before.facts()), Some(&facts)).await?;
    let to = tx.commit_to(&said(&seat_url(&ctx, at, ""), "seat-changed")).await?;
    see_other(&to)
}

/// The body and the seat of an address.
pub(crate) async fn read(tx: &mut Tx, at: AtSeat) -> Result<(Council, Seat)> {
    let council = find_council(tx, at.council).await?.or_not_found()?;
    let seat = find_seat(tx, at.seat).await?.filter(|seat| seat.council_id == at.council).or_not_found()?;
    Ok((council, seat))
}

/// The form of a seat as a page.
pub(crate) fn form_view(ctx: &Ctx, shown_form: &SeatForm<'_>) -> Markup {
    let say = ctx.say();
    let title = if shown_form.id.is_some() { t!(say, "seat-edit") } else { t!(say, "seat-add") };
    let body = markup! { p { (shown(ctx, &shown_form.council.name)) } (fields(ctx, shown_form)) };
    page(ctx, &Head::new(title), body)
}

pub(super) fn fields(ctx: &Ctx, shown_form: &SeatForm<'_>) -> Markup {
    let say = ctx.say();
    let (sent, langs, choices) = (shown_form.sent, langs(ctx), shown_form.choices);
    let council = shown_form.council.id;
    let (action, cancel, submit) = match shown_form.id {
        Some(seat) => {
            let url = seat_url(ctx, AtSeat { council, seat }, "");
            (url.clone(), url, t!(say, "seat-save"))
        }
        None => (council_url(ctx, council, "/seats"), council_url(ctx, council, ""), t!(say, "seat-add")),
    };
    let form = form(ctx, &action).complaints(shown_form.complaints).cancel(&cancel);
    let inside = markup! {
        (form.texts(field("category", t!(say, "seat-category")).hint(t!(say, "seat-category-hint")), &sent.in_langs("category", &langs)))
        (form.select(field("organization", t!(say, "seat-organization")).hint(t!(say, "seat-organization-hint")).value(sent.get("organization")).optional(), &organizations(ctx, choices)))
        (form.select(field("sector", t!(say, "seat-sector")).value(sent.get("sector")).optional(), &sectors(ctx, choices)))
        (form.select(field("chairing", t!(say, "seat-chairing")).value(sent.get("chairing")).optional(), &chairings(ctx)))
        (form.check(field("ex_officio", t!(say, "seat-ex-officio-box")).value(sent.get("ex_officio"))))
        (form.radios(field("visibility", t!(say, "seat-visibility")).value(sent.get("visibility")), &visibilities(ctx)))
        (form.date(field("since_on", t!(say, "seat-since")).value(sent.get("since_on")).optional()))
        (form.proses(field("note", t!(say, "seat-note")).rows(3).optional(), &sent.in_langs("note", &langs)))
        (form.hidden("version", sent.get("version")))
    };
    form.show(&submit, inside)
}

pub(super) fn organizations(ctx: &Ctx, choices: &Choices) -> Vec<Choice> {
    choices.organizations.iter().map(|one| choice(one.id.to_string(), one.name.plain(ctx.lang))).collect()
}

pub(super) fn sectors(ctx: &Ctx, choices: &Choices) -> Vec<Choice> {
    choices.sectors.iter().map(|one| choice(one.id.to_string(), one.name.plain(ctx.lang))).collect()
}

pub(super) fn chairings(ctx: &Ctx) -> Vec<Choice> {
    Chairing::ALL.into_iter().map(|one| choice(one.code(), chairing_word(ctx, one))).collect()
}

pub(super) fn visibilities(ctx: &Ctx) -> Vec<Choice> {
    let one = |of: Visibility| choice(of.code(), ctx.say().t(&format!("seat-visibility-{}", of.code()), &[]));
    Visibility::ALL.into_iter().map(one).collect()
}

/// `POST …/seats/{seat}/bin`: a vacant seat goes to the bin.
pub(crate) async fn bin(ctx: Ctx, Path(at): Path<AtSeat>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::GRANT_SEAT.on(at.council)).await?;
    let (_, before) = read(&mut tx, at).await?;
    let terms = list_terms_of_seats(&mut tx, &[at.seat]).await?;
    if version(&sent) != before.version {
        return Err(Error::Stale);
    }
    bin_seat(&before.on_board(&terms), ctx.today())?;
    let now = tx.now();
    update_binned(&mut tx, &before, before.number, Some(now)).await?;
    tx.bin(at.seat, &before.category).await?;
    tx.audit("seat.binned", at.seat, None::<&()>, None::<&()>).await?;
    let to = tx.commit_to(&said(&council_url(&ctx, at.council, ""), "seat-binned")).await?;
    see_other(&to)
}

/// Takes a seat out of the bin, with the lowest free number; a full body refuses.
pub(crate) fn restore<'a>(_: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        let before = find_binned_seat(tx, SeatId(id)).await?.or_not_found()?;
        let council = find_council(tx, before.council_id).await?.or_not_found()?;
        let number = grant_seat(&find_board(tx, &council).await?)?;
        update_binned(tx, &before, number, None).await?;
        tx.audit("seat.restored", before.id, None::<&()>, None::<&()>).await
    })
}
