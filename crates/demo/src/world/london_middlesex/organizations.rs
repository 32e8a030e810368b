//! The eleven organizations that the source names. It counts close to a hundred; the others are not invented here.

use crate::world::{OrganizationSeed, Sector, T, When, t, text::named};
use jiff::civil::date;

const NAMED: When = When::About(date(2013, 1, 1));

const WORKED_WITH: T = t(
    "The source names it as working with a sub-council. The joining date is approximate.",
    "La source indique qu’il collabore avec un sous-conseil. La date d’adhésion est approximative.",
);
const OUTSIDE: T = t(
    "Named in the source as a body outside the partnership.",
    "Cité dans la source comme instance extérieure au partenariat.",
);
const SUPPORT: T = t(
    "Named in the source as funding or supporting the partnership.",
    "Cité dans la source parmi ceux qui financent ou appuient le partenariat.",
);

const fn organization(slug: &'static str, sector: Sector, name: T, note: T) -> OrganizationSeed {
    OrganizationSeed::new(slug, sector, name, "london", note)
}

pub(super) const ORGANIZATIONS: &[OrganizationSeed] = &[
    organization("city-of-london", Sector::Municipality, t("City of London", "Ville de London"), WORKED_WITH)
        .joined(NAMED),
    organization(
        "western-university",
        Sector::HigherEducation,
        t("Western University", "Université Western"),
        t(
            "The Education Sub-council’s vice-chair studies there. The joining date is approximate.",
            "La vice-présidence du Sous-conseil de l’éducation en provient. La date d’adhésion est approximative.",
        ),
    )
    .joined(NAMED),
    organization(
        "london-middlesex-immigrant-employment-council",
        Sector::Employment,
        named("London Middlesex Immigrant Employment Council"),
        WORKED_WITH,
    )
    .joined(NAMED),
    organization("small-business-centre", Sector::Business, named("Small Business Centre"), WORKED_WITH).joined(NAMED),
    organization(
        "employment-sector-council",
        Sector::Employment,
        named("Employment Sector Council London Middlesex"),
        WORKED_WITH,
    )
    .joined(NAMED),
    organization(
        "thames-valley-district-school-board",
        Sector::SchoolBoard,
        named("Thames Valley District School Board"),
        t(
            "Received recommendations from the Central Council in a review of school closures; not named as a partner.",
            "A reçu des recommandations du conseil central lors d’un examen de fermetures d’écoles; n’est pas cité \
             comme partenaire.",
        ),
    ),
    organization(
        "thames-valley-parent-involvement-committee",
        Sector::Community,
        named("Thames Valley Parent Involvement Committee"),
        OUTSIDE,
    ),
    organization(
        "ontario-federation-of-home-and-school-associations",
        Sector::Community,
        named("Ontario Federation of Home and School Associations"),
        OUTSIDE,
    ),
    organization(
        "citizenship-and-immigration-canada",
        Sector::Funder,
        t("Citizenship and Immigration Canada", "Citoyenneté et Immigration Canada"),
        SUPPORT,
    )
    .speaks(&["en", "fr"]),
    organization(
        "ontario-ministry-of-citizenship-and-immigration",
        Sector::Government,
        t(
            "Ontario Ministry of Citizenship and Immigration",
            "Ministère des Affaires civiques et de l’Immigration de l’Ontario",
        ),
        SUPPORT,
    )
    .speaks(&["en", "fr"]),
    organization(
        "association-of-municipalities-of-ontario",
        Sector::Government,
        t("Association of Municipalities of Ontario", "Association des municipalités de l’Ontario"),
        SUPPORT,
    ),
];
