//! Where bodies and seats stand on the thread: a seat below its body, a body below the one above it.

use crate::{
    CouncilId, SeatId, can,
    pages::{AtSeat, council_url, seat_url, word_of},
    seen::for_reader,
    store::{
        bodies::{find_council, list_councils, tree_of},
        seats::{Seat, find_seat},
    },
};
use platform::{
    ctx::{Ctx, Face},
    db::Tx,
    errors::Result,
    ids::Ref,
    manifest::Fut,
    t,
    thread::{Knot, Provider},
};
use uuid::Uuid;

/// The knots that this room brings.
pub(crate) const PROVIDERS: [Provider; 2] = [
    Provider { kind: "council", knot: council, up: above_council, down: below_council },
    Provider { kind: "seat", knot: seat, up: above_seat, down: below_seat },
];

/// Where a reader finds it: on the face she is on, when she may open it there.
fn href(ctx: &Ctx, work: String, public: Option<String>) -> Option<String> {
    match ctx.face {
        Face::Work => ctx.may(can::SEE_COUNCILS).then_some(work),
        _ => public,
    }
}

fn council<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        let Some(council) = find_council(tx, CouncilId(id)).await? else { return Ok(None) };
        let public = ctx.public_url(&format!("/who-we-are/{}", council.slug));
        Ok(Some(Knot {
            of: council.id.into(),
            word: word_of(ctx, &council),
            title: council.name.worded(ctx.lang),
            href: href(ctx, council_url(ctx, council.id, ""), Some(public)),
        }))
    })
}

fn above_council<'a>(_: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async move {
        let council = find_council(tx, CouncilId(id)).await?;
        Ok(council.and_then(|council| council.parent_id).map(Ref::from).into_iter().collect())
    })
}

fn below_council<'a>(_: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async move {
        let tree = tree_of(&list_councils(tx).await?);
        Ok(tree.children(Some(CouncilId(id))).into_iter().map(Ref::from).collect())
    })
}

fn seat<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        let Some(seat) = known_seat(ctx, tx, id).await? else { return Ok(None) };
        let at = AtSeat { council: seat.council_id, seat: seat.id };
        Ok(Some(Knot {
            of: seat.id.into(),
            word: t!(ctx.say(), "seat-numbered", number = seat.number),
            title: seat.category.worded(ctx.lang),
            href: href(ctx, seat_url(ctx, at, ""), None),
        }))
    })
}

/// The seat, when the reader may know of it.
async fn known_seat(ctx: &Ctx, tx: &mut Tx, id: Uuid) -> Result<Option<Seat>> {
    let seat = find_seat(tx, SeatId(id)).await?;
    Ok(seat.and_then(|seat| for_reader(seat, partners::reader(ctx))))
}

fn above_seat<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async move {
        let seat = known_seat(ctx, tx, id).await?;
        Ok(seat.map(|seat| Ref::from(seat.council_id)).into_iter().collect())
    })
}

fn below_seat<'a>(_: &'a Ctx, _: &'a mut Tx, _: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async move { Ok(Vec::new()) })
}
