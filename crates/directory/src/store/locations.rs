//! Places where services are offered.

use crate::{
    LocationId, ServiceAtLocationId, ServiceId,
    rules::place::{Place, PlaceKind},
};
use partners::{OrganizationId, Reader};
use platform::{
    clock::Moment,
    db::{Json, List, Page, Sort, Tx},
    errors::Result,
    http::Address,
    ids::PartnershipId,
    row,
    search::Sought,
    sql,
    text::Text,
};
use serde::Serialize;

row! {
    /// A place.
    #[derive(PartialEq, Eq)]
    pub struct Location {
        /// Which place.
        pub id: LocationId,
        /// Whose it is, when it is one organization's.
        pub organization_id: Option<OrganizationId>,
        /// What it is called.
        pub name: Text,
        /// What sort of place it is.
        pub kind: PlaceKind,
        /// Where it is.
        pub place: Json<Place>,
        /// Where its record comes from; empty when it was written here.
        pub source: String,
        /// How its record stands.
        pub version: i64,
    }
}

/// What a place is kept with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LocationFacts {
    /// Whose it is.
    pub organization: Option<OrganizationId>,
    /// What it is called.
    pub name: Text,
    /// What sort of place it is.
    pub kind: PlaceKind,
    /// Where it is.
    pub place: Place,
    /// Where its record comes from.
    pub source: String,
}

impl Location {
    /// What it was added with or last changed to.
    pub fn facts(&self) -> LocationFacts {
        LocationFacts {
            organization: self.organization_id,
            name: self.name.clone(),
            kind: self.kind,
            place: self.place.0.clone(),
            source: self.source.clone(),
        }
    }

    /// The place as the reader may see it: of a confidential one only the town, unless she keeps the record.
    #[must_use]
    pub fn seen_by(mut self, reader: Reader) -> Self {
        if self.place.0.is_confidential && reader != Reader::Staff {
            let Place { city, province, .. } = self.place.0;
            self.place = Json(Place { city, province, is_confidential: true, ..Place::default() });
        }
        self
    }
}

const COLUMNS: &str = "l.id, l.organization_id, l.name, l.kind, l.place, l.source, l.version";

fn all(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, "kept_location l").filter("l.partnership_id = ?", partnership)
}

/// The place, as the reader may see it.
///
/// # Errors
/// When the database does not answer.
pub async fn location(tx: &mut Tx, reader: Reader, id: LocationId) -> Result<Option<Location>> {
    let partnership = tx.partnership()?;
    let found: Option<Location> = tx.rows(&all(&partnership).filter("l.id = ?", &id).page(1, 1)).await?.pop();
    Ok(found.map(|one| one.seen_by(reader)))
}

/// The page of the places that `address` asks for, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn page_locations(tx: &mut Tx, reader: Reader, address: &Address) -> Result<Page<Location>> {
    let partnership = tx.partnership()?;
    let (_, way) = address.sort();
    let list = all(&partnership).search("l.search_key", address.get("q"));
    let page: Page<Location> =
        tx.page_for(address, list.sort("l.search_key", way).sort("l.id", Sort::Up)).await?;
    let Page { rows, total, number, size } = page;
    Ok(Page { rows: rows.into_iter().map(|one| one.seen_by(reader)).collect(), total, number, size })
}

/// Every place, as the reader may see it.
///
/// # Errors
/// When the database does not answer.
pub async fn every_location(tx: &mut Tx, reader: Reader) -> Result<Vec<Location>> {
    let partnership = tx.partnership()?;
    let all: Vec<Location> =
        tx.every(all(&partnership).sort("l.search_key", Sort::Up).sort("l.id", Sort::Up)).await?;
    Ok(all.into_iter().map(|one| one.seen_by(reader)).collect())
}

/// The places of a service, in the order of its page.
///
/// # Errors
/// When the database does not answer.
pub async fn locations_of(tx: &mut Tx, reader: Reader, of: ServiceId) -> Result<Vec<Location>> {
    let partnership = tx.partnership()?;
    let list = List::new(
        COLUMNS,
        "service_at_location a JOIN kept_location l ON l.partnership_id = a.partnership_id AND l.id = a.location_id",
    )
    .filter("a.partnership_id = ?", &partnership)
    .filter("a.service_id = ?", &of)
    .sort("a.position", Sort::Up);
    let all: Vec<Location> = tx.rows(&list.page(1, 200)).await?;
    Ok(all.into_iter().map(|one| one.seen_by(reader)).collect())
}

/// These places, as the reader may see them; at most 500.
///
/// # Errors
/// When the database does not answer.
pub async fn locations_among(tx: &mut Tx, reader: Reader, ids: &[LocationId]) -> Result<Vec<Location>> {
    let partnership = tx.partnership()?;
    let found: Vec<Location> = tx.rows(&all(&partnership).among("l.id", ids).page(1, 500)).await?;
    Ok(found.into_iter().map(|one| one.seen_by(reader)).collect())
}

/// Which service is offered where under which id, in the order of its page; of all services, or of one.
///
/// # Errors
/// When the database does not answer.
pub async fn offered_at(
    tx: &mut Tx,
    of: Option<ServiceId>,
) -> Result<Vec<(ServiceAtLocationId, ServiceId, LocationId)>> {
    let partnership = tx.partnership()?;
    let list = List::new("a.id, a.service_id, a.location_id", "service_at_location a")
        .filter("a.partnership_id = ?", &partnership)
        .filter_some("a.service_id = ?", of.as_ref())
        .sort("a.service_id", Sort::Up)
        .sort("a.position", Sort::Up)
        .sort("a.id", Sort::Up);
    tx.every(list).await
}

/// The service that is offered under that id.
///
/// # Errors
/// When the database does not answer.
pub async fn service_offered(tx: &mut Tx, id: ServiceAtLocationId) -> Result<Option<ServiceId>> {
    let found = sql!(
        tx,
        find(ServiceId,),
        "SELECT service_id FROM service_at_location WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        id
    )?;
    Ok(found.map(|(service,)| service))
}

/// Places whose names have every word.
///
/// # Errors
/// When the database does not answer.
pub async fn locations_called(tx: &mut Tx, sought: &Sought) -> Result<Vec<Location>> {
    let partnership = tx.partnership()?;
    let list = all(&partnership).sort("l.search_key", Sort::Up).sort("l.id", Sort::Up);
    sought.rows(tx, list, "l.search_key").await
}

/// Stores a place.
///
/// # Errors
/// When the database refuses.
pub async fn add_location(tx: &mut Tx, new: &LocationFacts) -> Result<LocationId> {
    let (id, partnership, at) = (tx.new_id::<LocationId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO location (id, partnership_id, organization_id, name, kind, place, beyond, source, search_key, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        partnership,
        new.organization,
        new.name,
        new.kind,
        Json(&new.place),
        Json(serde_json::json!({})),
        new.source,
        new.name.search_key(),
        at
    )?;
    Ok(id)
}

/// Changes a place.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_location(tx: &mut Tx, before: &Location, new: &LocationFacts) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE location SET organization_id = $1, name = $2, kind = $3, place = $4, source = $5, search_key = $6, version = version + 1
         WHERE partnership_id = $7 AND id = $8 AND version = $9",
        new.organization,
        new.name,
        new.kind,
        Json(&new.place),
        new.source,
        new.name.search_key(),
        tx.partnership()?,
        before.id,
        before.version
    )
}

/// Takes a place out of sight, or back into it. What is offered there stays linked to it, and shows it again when it is back.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since, or is not where it was.
pub async fn bin_location(
    tx: &mut Tx,
    (id, version): (LocationId, Option<i64>),
    binned_at: Option<Moment>,
) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE location SET binned_at = $1, version = version + 1
         WHERE partnership_id = $2 AND id = $3 AND version = COALESCE($4, version) AND (binned_at IS NULL) = $5",
        binned_at,
        tx.partnership()?,
        id,
        version,
        binned_at.is_some()
    )
}

/// Says where a service is offered, in this order. Where it was offered before stays the same row, and a place in the bin stays its place: it
/// shows the service again when it is back.
pub(super) async fn offer_at(tx: &mut Tx, of: ServiceId, locations: &[LocationId]) -> Result<()> {
    let partnership = tx.partnership()?;
    let kept: Vec<(LocationId,)> = sql!(
        tx,
        all(LocationId,),
        "SELECT a.location_id FROM service_at_location a
         JOIN kept_location l ON l.partnership_id = a.partnership_id AND l.id = a.location_id
         WHERE a.partnership_id = $1 AND a.service_id = $2 ORDER BY a.position LIMIT 200",
        partnership,
        of
    )?;
    for (gone,) in kept.iter().filter(|(id,)| !locations.contains(id)) {
        sql!(
            tx,
            run,
            "DELETE FROM service_at_location WHERE partnership_id = $1 AND service_id = $2 AND location_id = $3",
            partnership,
            of,
            gone
        )?;
    }
    for (position, location) in (1_i64..).zip(locations) {
        let id = tx.new_id::<ServiceAtLocationId>()?;
        sql!(
            tx,
            must,
            "INSERT INTO service_at_location (id, partnership_id, service_id, location_id, position, beyond) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (partnership_id, service_id, location_id) DO UPDATE SET position = excluded.position",
            id,
            partnership,
            of,
            location,
            position,
            Json(serde_json::json!({}))
        )?;
    }
    Ok(())
}
