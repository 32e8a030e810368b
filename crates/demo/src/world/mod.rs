//! The partnerships of the demo, as plain tables.
//!
//! Three of them are drawn from public documents, in our own words: names, facts and counts carry over, sentences do
//! not. Where a document counts something without naming it, the table holds a place and says that it is not named:
//! no organization is ever invented for a real town. The fourth partnership, Portage Falls, is invented from end to
//! end and says so. Every person in all four is invented.
//!
//! The tables know nothing of the rooms. What they mean is checked by the tests beside them.

mod hamilton;
pub(crate) mod inventory;
pub mod load;
mod london_middlesex;
mod medicine_hat;
pub mod people;
mod portage_falls;
mod seats;
mod sector;
mod seed;
mod text;

#[cfg(test)]
mod tests;

pub use hamilton::HAMILTON;
pub use london_middlesex::LONDON_MIDDLESEX;
pub use medicine_hat::MEDICINE_HAT;
pub use people::{INVENTED, PersonSeed};
pub use portage_falls::PORTAGE_FALLS;
pub use seats::{Holding, Office, SeatSeed, TermSeed};
pub use sector::Sector;
pub use seed::{
    AnswerSeed, AreaSeed, BodyWord, CouncilSeed, ExpressionSeed, ExpressionState, OrganizationSeed,
    PartnershipSeed, PrincipleSeed, SignInAs, SignInSeed, TermsOfReferenceSeed, Visibility,
};
pub use text::{T, When, t, t3};

/// The partnerships of the demo, in the order in which they are shown.
pub const PARTNERSHIPS: [&PartnershipSeed; 4] = [&MEDICINE_HAT, &LONDON_MIDDLESEX, &HAMILTON, &PORTAGE_FALLS];
