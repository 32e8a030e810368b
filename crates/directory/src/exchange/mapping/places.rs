//! Places, and services at them.

use super::{Mapping, part, some, web};
use crate::{
    exchange::shelf::Offer,
    public::facts::address_lines,
    rules::place::{Place, PlaceKind},
    store::{locations::Location, services::Service},
};
use hsds::{Accessibility, Address, ServiceAtLocation};
use serde_json::Number;

impl Mapping<'_> {
    /// A place with all that belongs to it.
    pub(crate) fn location(&self, of: &Location) -> hsds::Location {
        let place = &of.place.0;
        let whose = of.organization_id.filter(|id| self.shelf.organizations.contains_key(id));
        let (north, east) = place.point.map(|point| point.degrees()).unzip();
        let address = address(of);
        let lines = address_lines(place).join(", ");
        let description = if address.is_none() { some(lines) } else { None };
        let (description_of_access, page) = (self.text(&place.access), web(&place.access_web));
        let access = (description_of_access.is_some() || page.is_some()).then(|| Accessibility {
            id: part(of.id.0, "accessibility", "access"),
            location_id: some(of.id.to_string()),
            description: description_of_access,
            url: page,
            ..Accessibility::default()
        });
        hsds::Location {
            id: of.id.to_string(),
            location_type: of.kind.code().to_owned(),
            url: web(&place.web),
            organization_id: whose.map(|id| id.to_string()),
            name: self.text(&of.name),
            alternate_name: self.other_name(&of.name),
            description,
            transportation: self.text(&place.transit),
            latitude: north.and_then(Number::from_f64),
            longitude: east.and_then(Number::from_f64),
            addresses: address.into_iter().collect(),
            accessibility: access.into_iter().collect(),
            ..hsds::Location::default()
        }
    }

    /// A service at one place, with both: in full, or as lists have it.
    pub(crate) fn at_location(
        &self,
        (offer, of): (&Offer, &Location),
        service: &Service,
        full: bool,
    ) -> ServiceAtLocation {
        let service = if full { self.service_of_a_place(service) } else { self.service_in_lists(service) };
        ServiceAtLocation {
            location: Some(Box::new(self.location(of))),
            service: Some(Box::new(service)),
            ..offered(offer)
        }
    }
}

/// That a service is offered at a place.
pub(super) fn offered(of: &Offer) -> ServiceAtLocation {
    ServiceAtLocation {
        id: of.id.to_string(),
        service_id: some(of.service.to_string()),
        location_id: some(of.location.to_string()),
        ..ServiceAtLocation::default()
    }
}

/// Where a place is, when all is known that the standard wants of an address.
fn address(of: &Location) -> Option<Address> {
    let Place { street, unit, city, province, postal_code, .. } = &of.place.0;
    let whole = [street, city, province, postal_code].iter().all(|text| !text.is_empty());
    let kind = if of.kind == PlaceKind::Virtual { PlaceKind::Postal } else { of.kind };
    whole.then(|| Address {
        id: part(of.id.0, "address", "place"),
        location_id: some(of.id.to_string()),
        address_1: street.clone(),
        address_2: some(unit.as_str()),
        city: city.clone(),
        state_province: province.clone(),
        postal_code: postal_code.clone(),
        country: "CA".into(),
        address_type: kind.code().into(),
        ..Address::default()
    })
}
