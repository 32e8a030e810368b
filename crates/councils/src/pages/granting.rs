//! Seats are changed, put into the bin and taken out; how one is given stands in [`super::giving`].

use super::{
    AtSeat,
    choices::{Choices, Chosen, chairings, visibilities},
    council_url,
    forms::{read_seat, seat_form},
    giving,
    seat_conflict::conflict_view,
    seat_url,
};
use crate::{
    SeatId, can,
    known::{Known, unless},
    rules::seats::{bin_seat, grant_seat},
    seen::{for_reader, reads_notes},
    store::{
        bodies::{Council, find_council},
        categories::category_named,
        seats::{Seat, SeatFacts, find_binned_seat, find_board, find_seat, update_binned, update_seat},
        terms::list_terms_of_seats,
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{Confirm, Head, confirm, field, form, page, said, shown},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    manifest::Fut,
    t,
    text::Text,
};
use uuid::Uuid;

/// A seat's form: what was typed, what was wrong, what can be chosen.
pub(crate) struct SeatForm<'a> {
    pub(crate) council: &'a Council,
    /// The seat that changes; none while one is granted.
    pub(crate) id: Option<SeatId>,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
    pub(crate) choices: &'a Choices,
}

/// What a form says of a seat, when all that it names is known to its sender.
pub(super) async fn seat_read(
    ctx: &Ctx,
    tx: &mut Tx,
    sent: &Pairs,
    before: Option<&SeatFacts>,
) -> Result<Result<SeatFacts, Complaints>> {
    let blank = SeatFacts::of(Text::default());
    let facts = match read_seat(ctx, sent, before.unwrap_or(&blank)) {
        Ok(facts) => facts,
        Err(complaints) => return Ok(Err(complaints)),
    };
    let known = Known::in_seats(tx, partners::reader(ctx), &[&facts]).await?;
    Ok(unless(known.seat(&facts, before), facts))
}

/// `GET …/seats/{seat}/edit`: the form of a seat.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtSeat>) -> Answer {
    let mut tx = ctx.read(can::GRANT_SEAT.on(at.council)).await?;
    let (council, seat) = read(&ctx, &mut tx, at).await?;
    let choices = Choices::read(&ctx, &mut tx, &chosen(&seat)).await?;
    tx.done().await?;
    let (sent, complaints) = (seat_form(&seat.facts(), seat.version), Complaints::default());
    let form = SeatForm {
        council: &council,
        id: Some(at.seat),
        sent: &sent,
        complaints: &complaints,
        choices: &choices,
    };
    html(form_view(&ctx, &form))
}

fn chosen(seat: &Seat) -> Chosen {
    Chosen { organization: seat.organization_id }
}

/// `POST …/seats/{seat}`: a seat changes, on top of the version that was read; its terms stay.
pub(crate) async fn update(ctx: Ctx, Path(at): Path<AtSeat>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::GRANT_SEAT.on(at.council)).await?;
    let (council, known) = read(&ctx, &mut tx, at).await?;
    let before = find_seat(&mut tx, at.seat).await?.or_not_found()?;
    let choices = Choices::read(&ctx, &mut tx, &chosen(&before)).await?;
    let complaints = Complaints::default();
    let shown = SeatForm {
        council: &council,
        id: Some(at.seat),
        sent: &sent,
        complaints: &complaints,
        choices: &choices,
    };
    if sent.version() != before.version {
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, &known, &shown)?);
    }
    let facts = match seat_read(&ctx, &mut tx, &sent, Some(&before.facts())).await? {
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

/// The body and the seat of an address, as far as the reader may see it.
pub(crate) async fn read(ctx: &Ctx, tx: &mut Tx, at: AtSeat) -> Result<(Council, Seat)> {
    let council = find_council(tx, at.council).await?.or_not_found()?;
    let seat = find_seat(tx, at.seat).await?.filter(|seat| seat.council_id == at.council);
    let seat = seat.and_then(|seat| for_reader(seat, partners::reader(ctx))).or_not_found()?;
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
    let (sent, langs, choices) = (shown_form.sent, ctx.site_langs(), shown_form.choices);
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
        (form.texts(field("category", t!(say, "seat-category")).hint(t!(say, "seat-category-hint")).suggestions(choices.suggested()), &sent.in_langs("category", langs)))
        (form.select(field("organization", t!(say, "seat-organization")).hint(t!(say, "seat-organization-hint")).value(sent.get("organization")).optional(), &choices.organizations(ctx)))
        (form.select(field("sector", t!(say, "seat-sector")).value(sent.get("sector")).optional(), &choices.sectors(ctx)))
        (form.select(field("chairing", t!(say, "seat-chairing")).value(sent.get("chairing")).optional(), &chairings(ctx)))
        @if shown_form.id.is_none() { (giving::who(ctx, &form, shown_form)) }
        (form.check(field("ex_officio", t!(say, "seat-ex-officio-box")).value(sent.get("ex_officio"))))
        (form.radios(field("visibility", t!(say, "seat-visibility")).value(sent.get("visibility")), &visibilities(ctx)))
        (form.date(field("since_on", t!(say, "seat-since")).value(sent.get("since_on")).optional()))
        @if reads_notes(partners::reader(ctx)) {
            (form.proses(field("note", t!(say, "seat-note")).rows(3).optional(), &sent.in_langs("note", langs)))
        }
        (form.hidden("version", sent.get("version")))
    };
    form.show(&submit, inside)
}

/// `GET …/seats/{seat}/bin`: asks before the seat goes to the bin.
pub(crate) async fn ask_bin(ctx: Ctx, Path(at): Path<AtSeat>) -> Answer {
    let mut tx = ctx.read(can::GRANT_SEAT.on(at.council)).await?;
    let (council, seat) = read(&ctx, &mut tx, at).await?;
    tx.done().await?;
    html(bin_view(&ctx, &council, &seat))
}

/// The page that asks before a seat goes to the bin.
pub(crate) fn bin_view(ctx: &Ctx, council: &Council, seat: &Seat) -> Markup {
    let say = ctx.say();
    let at = AtSeat { council: seat.council_id, seat: seat.id };
    let what = Confirm {
        action: seat_url(ctx, at, "/bin"),
        explains: t!(say, "seat-bin-explains"),
        submit: t!(say, "seat-bin"),
        cancel: seat_url(ctx, at, ""),
        hidden: vec![("version", seat.version.to_string())],
    };
    let title = t!(say, "seat-bin-title", seat = seat.category.plain(ctx.lang));
    page(ctx, &Head::new(title), markup! { p { (shown(ctx, &council.name)) } (confirm(ctx, &what)) })
}

/// `POST …/seats/{seat}/bin`: a vacant seat goes to the bin.
pub(crate) async fn bin(ctx: Ctx, Path(at): Path<AtSeat>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::GRANT_SEAT.on(at.council)).await?;
    let (_, before) = read(&ctx, &mut tx, at).await?;
    let terms = list_terms_of_seats(&mut tx, &[at.seat]).await?;
    if sent.version() != before.version {
        return Err(Error::Stale);
    }
    bin_seat(&before.on_board(&terms), ctx.today())?;
    let now = tx.now();
    update_binned(&mut tx, &before, before.number, Some(now)).await?;
    tx.bin(at.seat, &before.category).await?;
    partners::close_asks(&mut tx, &at.seat.into(), partners::AskState::Withdrawn).await?;
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
