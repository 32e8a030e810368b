//! What programs read: bodies and their seats, exactly as far as anyone may see them.

use crate::{
    CouncilId, SeatId,
    leads::leading_each,
    public::public_url,
    seen::{Belongs, BodySeen, SeatSeen, Sits, bodies, seats, standing},
    store::{
        bodies::find_council,
        paged::{list_councils_after, list_seats_after},
        terms::list_terms_of_council,
    },
};
use axum::http::HeaderMap;
use jiff::civil::Date;
use partners::{Organization, OrganizationId, SectorId};
use platform::{
    ctx::{Ctx, PUBLIC},
    errors::{Error, OrNotFound},
    http::{
        Answer, Path, Query,
        api::{Asked, Cursor, Items, answer},
    },
    langs::Lang,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashMap;

/// An organization whose name anyone may know.
#[derive(Debug, Serialize)]
struct Partner {
    id: OrganizationId,
    name: Value,
}

/// A body, as the API gives it.
#[derive(Debug, Serialize)]
struct CouncilItem {
    id: CouncilId,
    slug: String,
    kind: &'static str,
    word: Value,
    name: Value,
    outcome: Value,
    mandate: Value,
    parent: Option<CouncilId>,
    /// Whether people without a seat may come and speak.
    open: bool,
    seats_total: usize,
    seats_vacant: usize,
    partners: Vec<Partner>,
    /// Those that lead its work; to lead is not to sit.
    leads: Vec<Partner>,
    url: String,
}

/// A seat, as the API gives it.
#[derive(Debug, Serialize)]
struct SeatItem {
    id: SeatId,
    council: CouncilId,
    number: u32,
    category: Value,
    sector: Option<SectorId>,
    organization: Option<Partner>,
    holder: Option<String>,
    chairing: Option<&'static str>,
    ex_officio: bool,
    state: &'static str,
    vacant: bool,
    until: Option<Date>,
}

/// The part of an address that names a body.
#[derive(Debug, Deserialize)]
pub(crate) struct At {
    id: CouncilId,
}

/// `GET /{p}/api/v1/councils`: the bodies that are not closed, by slug.
pub(crate) async fn councils(ctx: Ctx, Query(asked): Query<Asked>, headers: HeaderMap) -> Answer {
    let (limit, after) = (asked.limit()?, asked.after()?.map(|Cursor(slug, id)| (slug, id)));
    let mut tx = ctx.read(PUBLIC).await?;
    let rows = list_councils_after(&mut tx, after.as_ref(), limit + 1).await?;
    let seen = bodies(&mut tx, partners::reader(&ctx), ctx.today()).await?;
    let leads = leading_each(&ctx, &mut tx).await?;
    tx.done().await?;
    let mut seen: HashMap<CouncilId, BodySeen> =
        seen.into_iter().map(|body| (body.council.id, body)).collect();
    let bodies: Vec<BodySeen> = rows.into_iter().filter_map(|row| seen.remove(&row.id)).collect();
    let cursor = |body: &BodySeen| Cursor(body.council.slug.clone(), body.council.id.0);
    answer(
        &headers,
        &Items::of(bodies, limit, cursor, |body| {
            let leads = leads.get(&body.council.id).map(Vec::as_slice).unwrap_or_default();
            council_item(&ctx, body, leads)
        }),
    )
}

/// `GET /{p}/api/v1/councils/{id}/seats`: the seats of a body that anyone may see, by number.
pub(crate) async fn council_seats(
    ctx: Ctx,
    Path(at): Path<At>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Answer {
    let (limit, after) = (asked.limit()?, asked.after()?.map(number_of).transpose()?);
    let reader = partners::reader(&ctx);
    let mut tx = ctx.read(PUBLIC).await?;
    let council = find_council(&mut tx, at.id).await?.filter(|of| of.closed_at.is_none()).or_not_found()?;
    let rows = list_seats_after(&mut tx, (council.id, reader), after.as_ref(), limit + 1).await?;
    let terms = list_terms_of_council(&mut tx, council.id).await?;
    let seen = seats(&mut tx, reader, standing(rows, &terms, ctx.today())).await?;
    tx.done().await?;
    let cursor = |one: &SeatSeen| Cursor(one.seat.number.to_string(), one.seat.id.0);
    answer(&headers, &Items::of(seen, limit, cursor, seat_item))
}

fn number_of(Cursor(number, id): Cursor) -> Result<(i64, SeatId), Error> {
    number.parse().map(|number| (number, SeatId(id))).map_err(|_| Error::Malformed("cursor"))
}

fn council_item(ctx: &Ctx, body: BodySeen, leads: &[Organization]) -> CouncilItem {
    let of = body.council;
    let lang = ctx.partnership.as_ref().and_then(|p| p.langs.first().copied()).unwrap_or(Lang::En);
    let mut partners: Vec<Partner> = body.seats.into_iter().filter_map(|one| partner(one.belongs)).collect();
    partners.sort_by_key(|partner| partner.id);
    partners.dedup_by_key(|partner| partner.id);
    CouncilItem {
        url: ctx.web_url(&public_url(lang, &of.slug)),
        id: of.id,
        kind: of.kind.code(),
        word: of.word.to_plain_json(),
        name: of.name.to_plain_json(),
        outcome: of.outcome.to_plain_json(),
        mandate: of.mandate.to_plain_json(),
        parent: of.parent_id,
        open: of.open,
        seats_total: body.total,
        seats_vacant: body.vacant,
        partners,
        leads: leads.iter().map(public_partner).collect(),
        slug: of.slug,
    }
}

fn partner(belongs: Belongs) -> Option<Partner> {
    match belongs {
        Belongs::To(organization) => Some(public_partner(&organization)),
        Belongs::ToNobody | Belongs::ToSomebody => None,
    }
}

fn public_partner(organization: &Organization) -> Partner {
    Partner { id: organization.id, name: organization.name.to_plain_json() }
}

fn seat_item(seen: SeatSeen) -> SeatItem {
    let SeatSeen { seat, belongs, sits, state } = seen;
    SeatItem {
        id: seat.id,
        council: seat.council_id,
        number: seat.number,
        category: seat.category.to_plain_json(),
        sector: seat.sector_id,
        organization: partner(belongs),
        holder: match sits {
            Sits::Named(_, name) => Some(name),
            Sits::Nobody | Sits::NotNamed | Sits::Erased | Sits::InBin | Sits::Hidden => None,
        },
        chairing: seat.chairing.map(|chairing| chairing.code()),
        ex_officio: seat.ex_officio,
        state: state.code(),
        vacant: crate::seen::is_vacant(&state),
        until: state.until(),
    }
}
