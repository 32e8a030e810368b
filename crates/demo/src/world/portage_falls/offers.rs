//! What partners of Portage Falls offer and need, what the staff noted about them, and what was asked of them. All invented.

use crate::world::text::{T, t};

/// Something that is offered or needed.
pub(crate) struct OfferSeed {
    /// The organization's place in addresses.
    pub(crate) organization: &'static str,
    /// `offer` or `need`, and the code of the kind.
    pub(crate) what: (&'static str, &'static str),
    /// What it is called.
    pub(crate) title: T,
    /// More about it.
    pub(crate) about: T,
    /// How much, and when; may be empty.
    pub(crate) amount: (&'static str, &'static str),
    /// The code of the language that it is about.
    pub(crate) language: Option<&'static str>,
    /// Confirmed so many days before the demo was built.
    pub(crate) days_ago: i64,
    /// Whether everyone may know of it, or partners only.
    pub(crate) public: bool,
}

const NOTHING: T = t("", "");

pub(crate) const OFFERS: &[OfferSeed] = &[
    OfferSeed {
        organization: "st-brigid-parish",
        what: ("offer", "room"),
        title: t("A hall with a kitchen", "Une salle avec cuisine"),
        about: t(
            "Free on weekdays; no steps at the side door.",
            "Libre en semaine; sans marche par la porte de côté.",
        ),
        amount: ("80 chairs", "Monday to Friday, until 5"),
        language: None,
        days_ago: 60,
        public: true,
    },
    OfferSeed {
        organization: "eritrean-families",
        what: ("need", "room"),
        title: t("A place to meet on Saturdays", "Un lieu de rencontre le samedi"),
        about: t(
            "Thirty families, a coffee ceremony, children running about.",
            "Trente familles, la cérémonie du café, des enfants qui courent.",
        ),
        amount: ("60 people", "Saturdays"),
        language: None,
        days_ago: 45,
        public: false,
    },
    OfferSeed {
        organization: "common-voice-interpreters",
        what: ("offer", "language"),
        title: t("Interpreting in Somali", "Interprétation en somali"),
        about: t(
            "At the counter or by telephone, with two days’ notice.",
            "Au comptoir ou par téléphone, avec deux jours de préavis.",
        ),
        amount: ("6 hours a week", "Mornings"),
        language: Some("so"),
        days_ago: 400,
        public: true,
    },
    OfferSeed {
        organization: "falls-community-health",
        what: ("need", "language"),
        title: t(
            "Somebody who speaks Somali on clinic days",
            "Quelqu’un qui parle somali les jours de clinique",
        ),
        about: NOTHING,
        amount: ("", "Tuesday mornings"),
        language: Some("so"),
        days_ago: 20,
        public: true,
    },
    OfferSeed {
        organization: "ironwood-sawmill",
        what: ("offer", "money"),
        title: t("A hundred dollars a month for tools", "Cent dollars par mois pour des outils"),
        about: t("For whoever runs a repair evening.", "Pour qui anime une soirée de réparation."),
        amount: ("$100 a month", ""),
        language: None,
        days_ago: 110,
        public: false,
    },
    OfferSeed {
        organization: "hilltop-neighbours",
        what: ("need", "hours"),
        title: t("Hands for the rink in January", "Des bras pour la patinoire en janvier"),
        about: NOTHING,
        amount: ("12 evenings", "After dark"),
        language: None,
        days_ago: 9,
        public: true,
    },
    OfferSeed {
        organization: "headwaters-college",
        what: ("offer", "hours"),
        title: t("Students who need volunteer hours", "Des étudiants qui cherchent des heures de bénévolat"),
        about: NOTHING,
        amount: ("40 hours each", "From January on"),
        language: None,
        days_ago: 33,
        public: true,
    },
];

/// Notes of the staff: of which organization, and what.
pub(crate) const NOTES: &[(&str, &str)] = &[
    ("clearwater-foods-plant", "The shift leader answers before six in the morning, not after."),
    ("friday-prayer-group", "Ask the treasurer first; he knows who has a car."),
    ("portage-falls-library", "Wants to be asked about the evening class before the budget closes in March."),
];

/// What was asked of an organization: of which, what, and until so many days from now; none when it was done.
pub(crate) const ASKS: &[(&str, T, Option<i64>)] = &[
    ("st-brigid-parish", t("The hall for the winter fair", "La salle pour la foire d’hiver"), Some(12)),
    ("portage-falls-library", t("A table at the welcome evening", "Une table à la soirée d’accueil"), None),
    (
        "portage-falls-library",
        t("A word about the council in the evening class", "Un mot sur le conseil au cours du soir"),
        Some(6),
    ),
    (
        "town-of-portage-falls",
        t("A page in the spring bulletin", "Une page dans le bulletin du printemps"),
        Some(20),
    ),
];
