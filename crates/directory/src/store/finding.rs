//! What the index of the door is made from: how each record that the public may know of stands, and the records themselves.

use super::{
    locations::{Location, locations_among},
    services::{Service, seen_by},
};
use crate::{LocationId, ServiceId, public::asked::Placed};
use jiff::civil::Date;
use partners::Reader;
use platform::{
    db::{List, Sort, Tx},
    errors::Result,
    row, sql,
};
use std::collections::HashMap;

row! {
    /// How a service that the public may know of stands.
    pub struct Standing {
        /// Which service.
        pub id: ServiceId,
        /// How its own record stands.
        pub version: i64,
        /// How that of its organization stands.
        pub of_organization: i64,
        /// The day on which somebody looked last.
        pub verified_on: Option<Date>,
        /// For how many months that holds.
        pub months: u32,
    }
}

row! {
    /// How the places of a service stand.
    pub struct PlacesStanding {
        /// Which service.
        pub id: ServiceId,
        /// How many there are.
        pub places: i64,
        /// Their versions together.
        pub versions: i64,
    }
}

/// How every service stands that is offered and that the public may know of, and its places.
///
/// # Errors
/// When the database does not answer.
pub async fn standing(tx: &mut Tx) -> Result<(Vec<Standing>, Vec<PlacesStanding>)> {
    let partnership = tx.partnership()?;
    let sees = Reader::Public.sees();
    let from = "kept_service s JOIN kept_organization o ON o.partnership_id = s.partnership_id AND o.id = s.organization_id";
    let services = List::new("s.id, s.version, o.version AS of_organization, s.verified_on, s.months", from)
        .filter("s.partnership_id = ?", &partnership)
        .only("s.status IN ('active', 'temporarily-closed')")
        .among("s.visibility", sees)
        .among("o.visibility", sees)
        .sort("s.id", Sort::Up);
    let services = tx.every(services).await?;
    let places = sql!(
        tx,
        all PlacesStanding,
        "SELECT a.service_id AS id, count(*) AS places, CAST(SUM(l.version) AS BIGINT) AS versions FROM service_at_location a
         JOIN kept_location l ON l.partnership_id = a.partnership_id AND l.id = a.location_id
         WHERE a.partnership_id = $1 GROUP BY a.service_id ORDER BY a.service_id LIMIT 1000000",
        partnership
    )?;
    Ok((services, places))
}

/// These services with their places as the reader may see them, in the order of `ids`; those that she may not know of are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn placed_among(tx: &mut Tx, reader: Reader, ids: &[ServiceId]) -> Result<Vec<Placed>> {
    let partnership = tx.partnership()?;
    let mut services = HashMap::new();
    let mut at: HashMap<ServiceId, Vec<LocationId>> = HashMap::new();
    let mut places: HashMap<LocationId, Location> = HashMap::new();
    for some in ids.chunks(500) {
        let list = seen_by(&partnership, reader).among("s.id", some).page(1, 500);
        let found: Vec<Service> = tx.rows(&list).await?;
        services.extend(found.into_iter().map(|one| (one.id, one)));
        let offered = List::new("a.service_id, a.location_id", "service_at_location a")
            .filter("a.partnership_id = ?", &partnership)
            .among("a.service_id", some)
            .sort("a.service_id", Sort::Up)
            .sort("a.position", Sort::Up);
        let offered: Vec<(ServiceId, LocationId)> = tx.every(offered).await?;
        let unknown: Vec<LocationId> =
            offered.iter().map(|(_, id)| *id).filter(|id| !places.contains_key(id)).collect();
        for some in unknown.chunks(500) {
            places.extend(locations_among(tx, reader, some).await?.into_iter().map(|one| (one.id, one)));
        }
        for (service, location) in offered {
            at.entry(service).or_default().push(location);
        }
    }
    let placed = |id: &ServiceId| {
        let service = services.remove(id)?;
        let ids = at.remove(id).unwrap_or_default();
        Some(Placed { service, locations: ids.iter().filter_map(|id| places.get(id).cloned()).collect() })
    };
    Ok(ids.iter().filter_map(placed).collect())
}
