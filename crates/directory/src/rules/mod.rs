//! What is decided in this room, without database, clock or chance.

pub mod coverage;
pub mod differences;
pub mod eligibility;
pub mod facts;
pub mod first_steps;
pub mod forgetting;
pub mod freshness;
pub mod holidays;
pub mod hours;
pub mod letters;
pub mod lines;
pub mod nearby;
pub mod outcomes;
pub mod phones;
pub mod place;
pub mod since;
pub mod suggestions;
pub mod twins;
pub mod unfound;

platform::refusals! {
    /// Why a service, a place or a look cannot be kept so.
    pub enum DirectoryRefusal {
        /// It answers no need that the door knows.
        NoNeed = "directory-no-need",
        /// The oldest whom it serves is younger than the youngest.
        AgesBackwards = "directory-ages-backwards",
        /// It is for certain people, and nobody says for whom.
        NobodyNamed = "directory-nobody-named",
        /// Papers have to be brought, and nobody says which.
        NoPapers = "directory-no-papers",
        /// It was looked at on a day still to come.
        Future = "directory-future",
        /// A number of a telephone has too few or too many digits.
        NotAPhone { typed: String } = "directory-not-a-phone",
        /// There are too many numbers.
        TooManyPhones { max: usize } = "directory-too-many-phones",
        /// A line of somebody to ask says neither a name nor what she is there, or more than is kept.
        NotAContact { typed: String } = "directory-not-a-contact",
        /// A line of how much there is cannot be read.
        NotACapacity { typed: String } = "directory-not-a-capacity",
        /// A line of a page says no address, or more than is kept.
        NotALink { typed: String } = "directory-not-a-link",
        /// There are too many lines.
        TooManyLines { max: usize } = "directory-too-many-lines",
        /// Somebody has changed the record since its page was opened.
        Changed = "directory-changed",
        /// The point cannot be read as degrees north and east.
        NotAPoint = "directory-not-a-point",
        /// North and east stand in each other's place.
        PointSwapped = "directory-point-swapped",
        /// East has lost its minus sign.
        PointEast = "directory-point-east",
        /// It is no Canadian postal code.
        NotAPostalCode { typed: String } = "directory-not-a-postal-code",
    }
}
