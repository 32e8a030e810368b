//! Services and where each is offered.

use crate::{
    LocationId, ServiceId,
    needs::NeedIds,
    rules::{
        facts::{Facts, Status, Stream},
        freshness::{Freshness, turns},
    },
    store::locations::offer_at,
};
use jiff::civil::Date;
use partners::{OrganizationId, Reader, Visibility};
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
use serde::{Deserialize, Serialize};

row! {
    /// A service with the name of whoever offers it.
    #[derive(PartialEq, Eq)]
    pub struct Service {
        /// Which service.
        pub id: ServiceId,
        /// Who offers it.
        pub organization_id: OrganizationId,
        /// The name of that organization.
        pub organization: Text,
        /// Its place in addresses.
        pub slug: String,
        /// What it is called.
        pub name: Text,
        /// What it is, in a few sentences.
        pub about: Text,
        /// How far it is there.
        pub status: Status,
        /// Who may know of it.
        pub visibility: Visibility,
        /// Whether nobody is paid for it: a faith group, an association, an elder, a chat group.
        pub informal: bool,
        /// Its stream of settlement services, when it is one.
        pub stream: Option<Stream>,
        /// The needs that it answers, by their ids.
        pub needs: NeedIds,
        /// What it says of itself in facts.
        pub facts: Json<Facts>,
        /// For how many months somebody's look at it holds.
        pub months: u32,
        /// The day on which somebody looked last whether it is true.
        pub verified_on: Option<Date>,
        /// Where its record comes from; empty when it was written here.
        pub source: String,
        /// The day of that source.
        pub source_on: Option<Date>,
        /// When it was changed last, whoever looked.
        pub changed_at: Moment,
        /// How its record stands.
        pub version: i64,
    }
}

/// What a service is kept with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceFacts {
    /// Who offers it.
    pub organization: OrganizationId,
    /// What it is called.
    pub name: Text,
    /// What it is, in a few sentences.
    pub about: Text,
    /// How far it is there.
    pub status: Status,
    /// Who may know of it.
    pub visibility: Visibility,
    /// Whether nobody is paid for it.
    pub informal: bool,
    /// Its stream of settlement services.
    pub stream: Option<Stream>,
    /// The needs that it answers.
    pub needs: NeedIds,
    /// What it says of itself in facts.
    pub facts: Facts,
    /// For how many months somebody's look at it holds.
    pub months: u32,
    /// Where it is offered, in the order of its page.
    pub locations: Vec<LocationId>,
    /// Where its record comes from; empty when it was written here.
    pub source: String,
    /// The day of that source.
    pub source_on: Option<Date>,
}

impl Service {
    /// What it was added with or last changed to.
    pub fn facts(&self, locations: &[LocationId]) -> ServiceFacts {
        ServiceFacts {
            organization: self.organization_id,
            name: self.name.clone(),
            about: self.about.clone(),
            status: self.status,
            visibility: self.visibility,
            informal: self.informal,
            stream: self.stream,
            needs: self.needs.clone(),
            facts: self.facts.0.clone(),
            months: self.months,
            locations: locations.to_vec(),
            source: self.source.clone(),
            source_on: self.source_on,
        }
    }
}

const COLUMNS: &str = "s.id, s.organization_id, o.name AS organization, o.slug, s.name, s.about, s.status, s.visibility, s.informal, \
    s.stream, s.needs, s.facts, s.months, s.verified_on, s.source, s.source_on, s.changed_at, s.version";
const FROM: &str = "kept_service s JOIN kept_organization o ON o.partnership_id = s.partnership_id AND o.id = s.organization_id";

/// The services that the reader may know of, of organizations that she may know of.
pub(super) fn seen_by(partnership: &PartnershipId, reader: Reader) -> List<'_> {
    List::new(COLUMNS, FROM)
        .filter("s.partnership_id = ?", partnership)
        .among("s.visibility", reader.sees())
        .among("o.visibility", reader.sees())
}

/// The service, when the reader may know of it.
///
/// # Errors
/// When the database does not answer.
pub async fn find_service(tx: &mut Tx, reader: Reader, id: ServiceId) -> Result<Option<Service>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&seen_by(&partnership, reader).filter("s.id = ?", &id).page(1, 1)).await?.pop())
}

/// What a list of services is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct ServicesAsked {
    /// For whose eyes.
    pub reader: Reader,
    /// Only this state.
    pub status: Option<Status>,
    /// Only this stream.
    pub stream: Option<Stream>,
    /// Only records that can be trusted so far on `today`.
    pub fresh: Option<(Freshness, Date)>,
    /// Only services that answer this need, as [`crate::needs::pattern`] writes it.
    pub need: Option<String>,
    /// Only formal ones, or only informal ones.
    pub informal: Option<bool>,
}

/// The page of the services that `address` asks for, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn page_services(tx: &mut Tx, asked: &ServicesAsked, address: &Address) -> Result<Page<Service>> {
    let partnership = tx.partnership()?;
    let (column, way) = address.sort();
    let list = narrowed(seen_by(&partnership, asked.reader), asked)
        .search("s.search_key || ' ' || o.search_key", address.get("q"));
    let list = match column {
        "organization" => list.sort("o.search_key", way),
        "verified" => list.sort("COALESCE(s.verified_on, '0001-01-01')", way),
        "status" => list.sort("s.status", way),
        _ => list.sort("s.search_key", way),
    };
    tx.page_for(address, list.sort("s.id", Sort::Up)).await
}

fn narrowed<'a>(list: List<'a>, asked: &'a ServicesAsked) -> List<'a> {
    let list = list
        .filter_some("s.status = ?", asked.status.as_ref())
        .filter_some("s.stream = ?", asked.stream.as_ref())
        .filter_some("s.informal = ?", asked.informal.as_ref())
        .filter_some("s.needs LIKE ?", asked.need.as_ref());
    match &asked.fresh {
        None => list,
        Some((Freshness::Verified, today)) => list.filter("s.due_on > ?", today),
        Some((Freshness::Due, today)) => list.filter("s.due_on <= ?", today).filter("s.stale_on > ?", today),
        Some((Freshness::CallFirst, today)) => list.filter("COALESCE(s.stale_on, '0001-01-01') <= ?", today),
    }
}

/// How many services that the reader may know of can be trusted so far on `today`.
///
/// # Errors
/// When the database does not answer.
pub async fn count_services(tx: &mut Tx, reader: Reader, fresh: Freshness, today: Date) -> Result<i64> {
    let partnership = tx.partnership()?;
    let asked = ServicesAsked { reader, fresh: Some((fresh, today)), ..ServicesAsked::default() };
    let list = narrowed(seen_by(&partnership, reader), &asked);
    let page: Page<Service> = tx.page(&list.sort("s.id", Sort::Up).page(1, 1)).await?;
    Ok(page.total)
}

/// Every service that the reader may know of, page by page until all are read.
///
/// # Errors
/// When the database does not answer.
pub async fn every_service(tx: &mut Tx, reader: Reader) -> Result<Vec<Service>> {
    let partnership = tx.partnership()?;
    tx.every(seen_by(&partnership, reader).sort("s.search_key", Sort::Up).sort("s.id", Sort::Up)).await
}

/// The services of an organization, by name; at most 500.
///
/// # Errors
/// When the database does not answer.
pub async fn services_of(tx: &mut Tx, reader: Reader, of: OrganizationId) -> Result<Vec<Service>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, reader).filter("s.organization_id = ?", &of);
    tx.rows(&list.sort("s.search_key", Sort::Up).sort("s.id", Sort::Up).page(1, 500)).await
}

/// How many services are due to be verified on or before `day`, and the one that is due the longest; those never looked at before all.
///
/// # Errors
/// When the database does not answer.
pub async fn services_due(tx: &mut Tx, day: Date) -> Result<Page<Service>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, Reader::Staff)
        .filter("COALESCE(s.due_on, '0001-01-01') <= ?", &day)
        .only("s.status <> 'defunct'");
    tx.page(&list.sort("COALESCE(s.due_on, '0001-01-01')", Sort::Up).sort("s.id", Sort::Up).page(1, 1)).await
}

/// Services whose names have every word.
///
/// # Errors
/// When the database does not answer.
pub async fn services_called(tx: &mut Tx, reader: Reader, sought: &Sought) -> Result<Vec<Service>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, reader).sort("s.search_key", Sort::Up).sort("s.id", Sort::Up);
    sought.rows(tx, list, "s.search_key").await
}

/// Stores a service.
///
/// # Errors
/// When the database refuses.
pub async fn add_service(tx: &mut Tx, new: &ServiceFacts) -> Result<ServiceId> {
    let (id, partnership, at) = (tx.new_id::<ServiceId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO service (id, partnership_id, organization_id, name, about, status, visibility, informal, stream, needs, facts, beyond,
           months, source, source_on, search_key, added_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17)",
        id,
        partnership,
        new.organization,
        new.name,
        new.about,
        new.status,
        new.visibility,
        new.informal,
        new.stream,
        new.needs,
        Json(&new.facts),
        Json(serde_json::json!({})),
        new.months,
        new.source,
        new.source_on,
        new.name.search_key(),
        at
    )?;
    offer_at(tx, id, &new.locations).await?;
    Ok(id)
}

/// Changes a service; how long a look at it holds is counted anew from the day of that look.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_service(tx: &mut Tx, before: &Service, new: &ServiceFacts) -> Result<()> {
    let turns = before.verified_on.map(|on| turns(on, i32::try_from(new.months).unwrap_or(12)));
    sql!(
        tx,
        save,
        "UPDATE service SET organization_id = $1, name = $2, about = $3, status = $4, visibility = $5, informal = $6, stream = $7, needs = $8,
           facts = $9, months = $10, source = $11, source_on = $12, search_key = $13, changed_at = $14, due_on = $15, stale_on = $16,
           version = version + 1
         WHERE partnership_id = $17 AND id = $18 AND version = $19",
        new.organization,
        new.name,
        new.about,
        new.status,
        new.visibility,
        new.informal,
        new.stream,
        new.needs,
        Json(&new.facts),
        new.months,
        new.source,
        new.source_on,
        new.name.search_key(),
        tx.now(),
        turns.map(|(due, _)| due),
        turns.map(|(_, stale)| stale),
        tx.partnership()?,
        before.id,
        before.version
    )?;
    offer_at(tx, before.id, &new.locations).await
}

/// Says that somebody looked on `on`: the record is as fresh as that.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn verified(tx: &mut Tx, before: &Service, on: Date) -> Result<()> {
    let (due, stale) = turns(on, i32::try_from(before.months).unwrap_or(12));
    sql!(
        tx,
        save,
        "UPDATE service SET verified_on = $1, due_on = $2, stale_on = $3, version = version + 1
         WHERE partnership_id = $4 AND id = $5 AND version = $6",
        on,
        due,
        stale,
        tx.partnership()?,
        before.id,
        before.version
    )
}

/// Takes a service out of sight, or back into it.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since, or is not where it was.
pub async fn bin_service(
    tx: &mut Tx,
    (id, version): (ServiceId, Option<i64>),
    binned_at: Option<Moment>,
) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE service SET binned_at = $1, version = version + 1
         WHERE partnership_id = $2 AND id = $3 AND version = COALESCE($4, version) AND (binned_at IS NULL) = $5",
        binned_at,
        tx.partnership()?,
        id,
        version,
        binned_at.is_some()
    )
}

/// The services that are offered at a place, by name; at most 500.
///
/// # Errors
/// When the database does not answer.
pub async fn services_at(tx: &mut Tx, reader: Reader, of: LocationId) -> Result<Vec<Service>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, reader).filter(
        "EXISTS (SELECT 1 FROM service_at_location a WHERE a.partnership_id = s.partnership_id AND a.service_id = s.id AND a.location_id = ?)",
        &of,
    );
    tx.rows(&list.sort("s.search_key", Sort::Up).sort("s.id", Sort::Up).page(1, 500)).await
}
