//! What everyone may know of the directory, taken from the database at once.

use crate::{
    LocationId, ServiceAtLocationId, ServiceId,
    store::{
        locations::{Location, every_location, locations_of, offered_at},
        services::{Service, every_service, find_service},
    },
};
use partners::{
    ContactPoint, Organization, OrganizationId, Reader, contacts_of_organization, organizations_named,
};
use platform::{db::Tx, errors::Result};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use uuid::Uuid;

/// A service at one place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Offer {
    pub(crate) id: ServiceAtLocationId,
    pub(crate) service: ServiceId,
    pub(crate) location: LocationId,
}

/// Services, in the order of their names, and what belongs to them. Nothing here is anyone's secret.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    pub(crate) services: Vec<Service>,
    pub(crate) organizations: HashMap<OrganizationId, Organization>,
    pub(crate) locations: HashMap<LocationId, Location>,
    pub(crate) contacts: HashMap<OrganizationId, Vec<ContactPoint>>,
    offers: HashMap<ServiceId, Vec<Offer>>,
    /// The services of each organization, by their places in the list.
    offered_by: BTreeMap<Uuid, Vec<usize>>,
}

impl Shelf {
    /// All that everyone may know; how organizations are reached is looked up apart.
    pub(crate) async fn all(tx: &mut Tx) -> Result<Self> {
        Self::seen_by(tx, Reader::Public).await
    }

    /// All that is kept, for what comes from elsewhere to be compared with it; it never leaves.
    pub(crate) async fn kept(tx: &mut Tx) -> Result<Self> {
        Self::seen_by(tx, Reader::Staff).await
    }

    async fn seen_by(tx: &mut Tx, reader: Reader) -> Result<Self> {
        let services = every_service(tx, reader).await?;
        let locations = every_location(tx, reader).await?;
        let offers = offered_at(tx, None).await?;
        Self::of(tx, reader, services, (locations, offers)).await
    }

    /// One service with what belongs to it; none where there is no such service for everyone.
    pub(crate) async fn one(tx: &mut Tx, id: ServiceId) -> Result<Option<Self>> {
        let Some(service) = find_service(tx, Reader::Public, id).await? else { return Ok(None) };
        let offers = offered_at(tx, Some(id)).await?;
        let locations = locations_of(tx, Reader::Public, id).await?;
        Self::of(tx, Reader::Public, vec![service], (locations, offers)).await.map(Some)
    }

    async fn of(
        tx: &mut Tx,
        reader: Reader,
        services: Vec<Service>,
        (locations, offers): (Vec<Location>, Vec<(ServiceAtLocationId, ServiceId, LocationId)>),
    ) -> Result<Self> {
        let mut locations: HashMap<_, _> = locations
            .into_iter()
            .filter(|one| !one.place.0.is_confidential)
            .map(|one| (one.id, one))
            .collect();
        let known: HashSet<ServiceId> = services.iter().map(|one| one.id).collect();
        let (mut by_service, mut used) = (HashMap::<_, Vec<Offer>>::new(), HashSet::new());
        for (id, service, location) in offers {
            if known.contains(&service) && locations.contains_key(&location) {
                by_service.entry(service).or_default().push(Offer { id, service, location });
                used.insert(location);
            }
        }
        // A place where nothing is offered to everyone is nobody's business.
        locations.retain(|id, _| used.contains(id));
        let mut offered_by = BTreeMap::<Uuid, Vec<usize>>::new();
        for (at, one) in services.iter().enumerate() {
            offered_by.entry(one.organization_id.0).or_default().push(at);
        }
        let of_places = locations.values().filter_map(|one| one.organization_id);
        let ids: BTreeSet<Uuid> = offered_by.keys().copied().chain(of_places.map(|id| id.0)).collect();
        let ids: Vec<OrganizationId> = ids.into_iter().map(OrganizationId).collect();
        let organizations = organizations_named(tx, reader, &ids).await?;
        let contacts = HashMap::new();
        Ok(Self { services, organizations, locations, contacts, offers: by_service, offered_by })
    }

    /// Looks up how these organizations are reached, as far as everyone may know.
    pub(crate) async fn reach(&mut self, tx: &mut Tx, of: &[OrganizationId]) -> Result<()> {
        for id in of {
            if !self.contacts.contains_key(id) {
                let mut own = contacts_of_organization(tx, Reader::Public, *id).await?;
                own.retain(|one| one.person.is_none());
                self.contacts.insert(*id, own);
            }
        }
        Ok(())
    }

    /// Where a service is offered, in the order of its page.
    pub(crate) fn offers_of(&self, id: ServiceId) -> impl Iterator<Item = (&Offer, &Location)> {
        let offers = self.offers.get(&id).into_iter().flatten();
        offers.filter_map(|one| Some((one, self.locations.get(&one.location)?)))
    }

    /// The organizations that offer something here, by name.
    pub(crate) fn providers(&self) -> Vec<&Organization> {
        let ids = self.offered_by.keys().map(|id| OrganizationId(*id));
        let mut all: Vec<&Organization> = ids.filter_map(|id| self.organizations.get(&id)).collect();
        all.sort_by_cached_key(|one| (one.name.search_key(), one.id.0));
        all
    }

    /// What an organization offers.
    pub(crate) fn services_of(&self, id: OrganizationId) -> impl Iterator<Item = &Service> {
        self.offered_by.get(&id.0).into_iter().flatten().filter_map(|at| self.services.get(*at))
    }
}
