//! Taking back what rows made of seats, as far as nobody has changed it since.

use super::Made;
use crate::{
    SeatId, can,
    membership::correct_membership,
    pages::{AtSeat, seat_url},
    store::{
        bodies::find_council,
        imported::{Adopted, adopt_seats, delete_seats, delete_terms, wished_among},
        seats::{Seat, list_seats_among},
    },
};
use partners::PersonId;
use platform::{audit::Told, batch::InTheWay, ctx::Ctx, db::Tx, errors::Result, t};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};

/// So many seats are read at once.
const AT_ONCE: usize = 500;

/// Takes back what was made. Gives the seats that somebody has changed or promised since.
pub(super) async fn take_back(ctx: &Ctx, tx: &mut Tx, values: &[Value]) -> Result<Vec<InTheWay>> {
    let (mut ids, mut by_seat): (Vec<SeatId>, HashMap<SeatId, Vec<Made>>) = Default::default();
    for value in values.iter().filter(|value| !value.is_null()) {
        let made: Made = serde_json::from_value(value.clone())?;
        let all = by_seat.entry(made.seat).or_default();
        if all.is_empty() {
            ids.push(made.seat);
        }
        all.push(made);
    }
    let mut seats = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        seats.extend(list_seats_among(tx, some).await?.into_iter().map(|seat| (seat.id, seat)));
    }
    let wished = wished_among(tx, &ids).await?;
    let (mut leaning, mut free) = (Vec::new(), Vec::new());
    for (id, all) in ids.iter().filter_map(|id| Some((id, by_seat.get(id)?))) {
        let version = all.last().map_or(0, |made| made.version);
        match seats.get(id) {
            Some(seat) if seat.version == version && !wished.contains(id) => {
                free.push((seat, all.as_slice()))
            }
            Some(seat) => leaning.push(leads_to(ctx, tx, seat).await?),
            None => leaning.push(InTheWay { words: t!(ctx.say(), "import-seat-binned"), href: None }),
        }
    }
    take_seats_back(tx, &free).await?;
    Ok(leaning)
}

/// Seats go that rows had made; others get back what they were.
async fn take_seats_back(tx: &mut Tx, all: &[(&Seat, &[Made])]) -> Result<()> {
    let (mut terms, mut new, mut kept, mut told) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut people: BTreeSet<PersonId> = BTreeSet::new();
    for (seat, made) in all {
        terms.extend(made.iter().filter_map(|made| Some((seat.id, made.term?))));
        people.extend(made.iter().filter_map(|made| made.person));
        if made.iter().any(|made| made.is_new) {
            new.push(*seat);
        } else {
            let organization = seat.organization_id.filter(|_| !made.iter().any(|made| made.is_adopted));
            kept.push(Adopted { id: seat.id, organization, before: seat.version, after: seat.version + 1 });
        }
        let before = Some(serde_json::to_value(seat.facts())?);
        told.push(Told { of: seat.id.into(), before, after: None });
    }
    delete_terms(tx, &terms).await?;
    delete_seats(tx, &new).await?;
    adopt_seats(tx, &kept).await?;
    tx.audit_many("seat.import-undone", told).await?;
    correct_membership(tx, &people.into_iter().collect::<Vec<_>>()).await
}

async fn leads_to(ctx: &Ctx, tx: &mut Tx, seat: &Seat) -> Result<InTheWay> {
    let council = find_council(tx, seat.council_id).await?;
    let council = council.as_ref().map_or("", |council| council.name.plain(ctx.lang));
    let words = format!("{} – {council}", seat.category.plain(ctx.lang));
    let at = AtSeat { council: seat.council_id, seat: seat.id };
    let href = ctx.may(can::SEE_COUNCILS).then(|| seat_url(ctx, at, ""));
    Ok(InTheWay { words, href })
}
