//! Records that are perhaps of one service: told with their reasons, made one by a person, and two again when that was wrong.

pub(crate) mod pages;
pub(crate) mod samples;
pub(crate) mod view;

#[cfg(test)]
mod tests;

use crate::{
    LocationId, MergeId, ServiceFacts, ServiceId, can,
    pages::{
        service_form::{ServiceForm, view_under},
        service_typed::Offered,
    },
    rules::twins::{Folded, Likeness, Listing, PERHAPS, Shelf, TYPED},
    store::{
        locations::{Location, every_location, offered_at},
        merges::pairs_apart,
        services::{Service, every_service},
    },
};
use maud::Markup;
use partners::Reader;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Result},
    http::{Address, Pairs},
    manifest::Manifest,
    text::Text,
};
use std::collections::{HashMap, HashSet};

/// The part of an address that names two services.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub(crate) struct AtPair {
    #[serde(deserialize_with = "platform::ids::plainly_spelled")]
    service: uuid::Uuid,
    #[serde(deserialize_with = "platform::ids::plainly_spelled")]
    other: uuid::Uuid,
}

/// The part of an address that names two records that became one.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub(crate) struct AtMerge {
    merge: MergeId,
}

/// Two records that are perhaps of one service.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    pub(crate) one: Service,
    pub(crate) other: Service,
    pub(crate) like: Likeness,
}

/// The addresses of what is perhaps the same.
pub(crate) fn routes(manifest: Manifest) -> Manifest {
    let keep = can::KEEP_DIRECTORY;
    manifest
        .get("/{p}/work/directory/twins", keep, pages::index)
        .get("/{p}/work/directory/like", keep, pages::like)
        .get("/{p}/work/directory/twins/{service}/{other}", keep, pages::show)
        .post("/{p}/work/directory/twins/{service}/{other}/merge", keep, pages::merge)
        .post("/{p}/work/directory/twins/{service}/{other}/parting", keep, pages::part)
        .post("/{p}/work/directory/merges/{merge}/undoing", keep, pages::undo)
}

fn words(text: &Text) -> Vec<String> {
    text.pieces().map(|(_, piece)| piece.text.clone()).filter(|text| !text.is_empty()).collect()
}

/// What is compared of a record.
pub(crate) fn listing(
    name: &Text,
    who: Option<&Text>,
    facts: &crate::rules::facts::Facts,
    places: &[&Location],
) -> Listing {
    Listing {
        names: words(name),
        who: who.map(words).unwrap_or_default(),
        phones: facts.phones.iter().map(|one| one.number.clone()).collect(),
        places: places
            .iter()
            .map(|one| (one.place.0.street.clone(), one.place.0.postal_code.clone()))
            .collect(),
        web: facts.web.clone(),
        mail: facts.mail.clone(),
    }
}

/// The inventory, ready to be asked for what is like something.
pub(crate) struct Inventory {
    pub(crate) services: Vec<Service>,
    places: HashMap<LocationId, Location>,
    shelf: Shelf,
}

impl Inventory {
    /// All services with their places.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(crate) async fn load(tx: &mut Tx) -> Result<Self> {
        let services = every_service(tx, Reader::Staff).await?;
        let places: HashMap<LocationId, Location> =
            every_location(tx, Reader::Staff).await?.into_iter().map(|one| (one.id, one)).collect();
        let mut at: HashMap<ServiceId, Vec<&Location>> = HashMap::new();
        for (_, service, location) in offered_at(tx, None).await? {
            at.entry(service).or_default().extend(places.get(&location));
        }
        let folded = services.iter().map(|of| {
            let there = at.get(&of.id).map(Vec::as_slice).unwrap_or_default();
            Folded::of(&listing(&of.name, Some(&of.organization), &of.facts.0, there))
        });
        let shelf = Shelf::of(folded);
        Ok(Self { services, places, shelf })
    }

    /// Every pair that is worth a look, the most alike first.
    pub(crate) fn pairs(&self, apart: &HashSet<(ServiceId, ServiceId)>) -> Vec<Pair> {
        let pair = |(one, other, like): (usize, usize, Likeness)| {
            let (one, other) = (self.services.get(one)?.clone(), self.services.get(other)?.clone());
            let ids = (one.id.min(other.id), one.id.max(other.id));
            (!apart.contains(&ids)).then_some(Pair { one, other, like })
        };
        self.shelf.pairs().into_iter().filter_map(pair).collect()
    }

    /// What is like a service that somebody begins to type: some of its fields, as its form names them.
    pub(crate) fn like_typed(&self, typed: &Address) -> Vec<(&Service, Likeness)> {
        let value = |name: &str| typed.get(name).to_owned();
        let of = |one: &&Service| one.organization_id.to_string() == typed.get("organization");
        let new = Listing {
            names: typed
                .pairs()
                .filter(|(name, _)| name.starts_with("name_"))
                .map(|(_, name)| name.to_owned())
                .collect(),
            who: self.services.iter().find(of).map(|one| words(&one.organization)).unwrap_or_default(),
            phones: value("phones").lines().map(str::to_owned).collect(),
            places: typed
                .all("location")
                .filter_map(|id| self.places.get(&LocationId(id.parse().ok()?)))
                .map(|one| (one.place.0.street.clone(), one.place.0.postal_code.clone()))
                .collect(),
            web: value("web"),
            mail: value("mail"),
        };
        self.like_listing(&new, TYPED)
    }

    fn like_listing(&self, new: &Listing, least: i32) -> Vec<(&Service, Likeness)> {
        let found = self.shelf.like_at_least(&Folded::of(new), least).into_iter();
        found.filter_map(|(place, like)| Some((self.services.get(place)?, like))).collect()
    }

    /// What is like a service that is about to be added.
    pub(crate) fn like(&self, new: &ServiceFacts, who: &Text) -> Vec<(&Service, Likeness)> {
        let places: Vec<&Location> = new.locations.iter().filter_map(|id| self.places.get(id)).collect();
        self.like_listing(&listing(&new.name, Some(who), &new.facts, &places), PERHAPS)
    }
}

/// The form again with what is perhaps the same service; none where nothing is, or where she has seen it and saves once more.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn perhaps_there(
    ctx: &Ctx,
    tx: &mut Tx,
    (sent, new): (&Pairs, &ServiceFacts),
    offered: &Offered,
) -> Result<Option<Markup>> {
    if !sent.get("another").is_empty() {
        return Ok(None);
    }
    let who = offered.organizations.iter().find(|one| one.id == new.organization).map(|one| one.name.clone());
    let inventory = Inventory::load(tx).await?;
    let like = inventory.like(new, &who.unwrap_or_default());
    if like.is_empty() {
        return Ok(None);
    }
    let (again, complaints) = (sent.clone().with("another", "yes"), Complaints::default());
    let form = ServiceForm { id: None, sent: &again, complaints: &complaints, offered };
    Ok(Some(view_under(ctx, &form, view::warning(ctx, &like))))
}

/// The pairs that were said to be two.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn apart(tx: &mut Tx) -> Result<HashSet<(ServiceId, ServiceId)>> {
    Ok(pairs_apart(tx).await?.into_iter().collect())
}
