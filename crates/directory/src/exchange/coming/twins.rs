//! What is kept and is perhaps what a new row says, by the rules of twins. Pure.

use super::said::Said;
use crate::{
    exchange::shelf::Shelf,
    rules::twins::{Folded, LIKELY, Likeness, Listing, Shelf as Listings},
    store::{locations::Location, services::ServiceFacts},
    twins::listing,
};

/// What is kept, ready to be asked for what is like a row; made when the first row asks.
#[derive(Default)]
pub(super) struct Twins(Option<Listings>);

/// The record that is most like a row.
pub(super) struct Likely {
    /// Its place on the shelf.
    pub at: usize,
    pub like: Likeness,
    /// Whether it is so like that somebody has to say.
    pub is_likely: bool,
}

impl Twins {
    /// The record that is most like what a row would add; none where nothing is worth a look.
    pub fn like(&mut self, shelf: &Shelf, (said, new): (&Said, &ServiceFacts)) -> Option<Likely> {
        let all = self.0.get_or_insert_with(|| {
            Listings::of(shelf.services.iter().map(|of| {
                let places: Vec<&Location> = shelf.offers_of(of.id).map(|(_, place)| place).collect();
                Folded::of(&listing(&of.name, Some(&of.organization), &of.facts.0, &places))
            }))
        });
        let places = said.places.iter().map(|one| (one.place.street.clone(), one.place.postal_code.clone()));
        let row = Listing {
            who: vec![said.called.clone()],
            places: places.collect(),
            ..listing(&new.name, None, &new.facts, &[])
        };
        let (at, like) = all.like(&Folded::of(&row)).into_iter().next()?;
        let is_likely = like.score >= LIKELY;
        Some(Likely { at, like, is_likely })
    }
}
