//! The kinds of partner that the demo knows.

use super::text::{T, t};

macro_rules! sectors {
    ($($variant:ident $code:literal $en:literal $fr:literal),* $(,)?) => {
        /// The part of community life that an organization works in.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Sector {
            $(#[doc = $en] $variant),*
        }

        impl Sector {
            /// All sectors, in the order in which they are offered.
            pub const ALL: &'static [Sector] = &[$(Sector::$variant),*];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// The sector's name.
            pub const fn name(self) -> T {
                match self { $(Self::$variant => t($en, $fr)),* }
            }
        }
    };
}

sectors! {
    Municipality "municipality" "Municipality" "Municipalité",
    Government "government" "Provincial or federal government" "Gouvernement provincial ou fédéral",
    Funder "funder" "Funder" "Bailleur de fonds",
    Police "police" "Police" "Police",
    BusinessAssociation "business_association" "Chamber of commerce or business association"
        "Chambre de commerce ou association de gens d’affaires",
    Business "business" "Business or employer" "Entreprise ou employeur",
    Employment "employment" "Employment services" "Services d’emploi",
    SchoolBoard "school_board" "School board" "Conseil scolaire",
    HigherEducation "higher_education" "College or university" "Collège ou université",
    Library "library" "Public library" "Bibliothèque publique",
    Housing "housing" "Housing" "Logement",
    Transit "transit" "Public transit" "Transport en commun",
    Health "health" "Health" "Santé",
    Settlement "settlement" "Settlement services" "Services d’établissement",
    Interpreting "interpreting" "Interpreting and translation" "Interprétation et traduction",
    Advice "advice" "Legal help, human rights and social services"
        "Aide juridique, droits de la personne et services sociaux",
    Community "community" "Community support agency" "Organisme de soutien communautaire",
    Intercultural "intercultural" "Intercultural or ethno-specific group" "Groupe interculturel ou ethnospécifique",
    Francophone "francophone_network" "Francophone immigration network" "Réseau en immigration francophone",
    Neighbourhood "neighbourhood" "Neighbourhood association" "Association de quartier",
    Faith "faith" "Place of worship or faith group" "Lieu de culte ou groupe confessionnel",
    Arts "arts" "Arts and culture" "Arts et culture",
    Research "research" "Research" "Recherche",
    Resident "resident" "Residents with lived experience" "Personnes ayant vécu l’immigration",
}
