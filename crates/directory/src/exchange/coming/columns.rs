//! The columns that a sheet of services may have: those of this program's own lists, of the exports of 211 and CIOC, of the open database of
//! health facilities (ODHF), and those into which a package of HSDS is laid.

mod headings;

use platform::batch::{Column, Holds, Question};
use sheets::Kind;

const fn column(
    key: &'static str,
    label: &'static str,
    holds: Holds,
    headings: &'static [&'static str],
) -> Column {
    Column { key, label, headings, holds }
}

/// All of them, those first that say what the row is about. The first heading of each is the one that this program writes.
pub(super) const COLUMNS: &[Column] = &[
    column("name", "service-name", Holds::Words, headings::NAME),
    column(
        "name-fr",
        "exchange-name-fr",
        Holds::Words,
        &["service name (french)", "name (french)", "nom français", "nom (français)"],
    ),
    column("id", "exchange-id", Holds::Words, headings::ID),
    column("organization", "service-organization", Holds::Words, headings::ORGANIZATION),
    column("about", "service-about", Holds::Words, headings::ABOUT),
    column(
        "about-fr",
        "exchange-about-fr",
        Holds::Words,
        &["description (french)", "about (french)", "description (français)"],
    ),
    column(
        "status",
        "service-status",
        Holds::Words,
        &["status", "state", "état", "agency status", "agencystatus"],
    ),
    column("needs", "service-needs", Holds::Words, headings::NEEDS),
    column(
        "stream",
        "service-stream",
        Holds::Words,
        &["stream", "settlement stream", "volet", "volet d’établissement"],
    ),
    column("phone", "service-phones", Holds::Words, headings::PHONE),
    column("mail", "service-mail", Holds::One(Kind::Mail), headings::MAIL),
    column(
        "web",
        "service-web",
        Holds::One(Kind::Web),
        &["page", "website", "web", "url", "www address", "website address", "websiteaddress", "site web"],
    ),
    column(
        "hours",
        "exchange-hours",
        Holds::Words,
        &["hours", "hours of operation", "hoursofoperation", "heures", "heures d’ouverture"],
    ),
    column(
        "language",
        "service-languages",
        Holds::Words,
        &[
            "languages",
            "languages offered",
            "languagesoffered",
            "langues",
            "languages spoken there",
            "langues parlées sur place",
        ],
    ),
    column(
        "interpretation",
        "service-interpretation",
        Holds::Words,
        &["interpretation", "interpreters", "interprétation"],
    ),
    column(
        "cost",
        "service-cost",
        Holds::Words,
        &["cost", "fees", "fee structure source", "feestructuresource", "coût", "frais"],
    ),
    column(
        "open-to",
        "exchange-open-to",
        Holds::Words,
        &["open to", "eligibility", "eligibility adult", "ouvert à", "admissibilité"],
    ),
    column(
        "age-from",
        "service-age-from",
        Holds::One(Kind::Whole),
        &["minimum age", "min age", "âge minimal", "from age", "à partir de l’âge de"],
    ),
    column(
        "age-to",
        "service-age-to",
        Holds::One(Kind::Whole),
        &["maximum age", "max age", "âge maximal", "up to age", "jusqu’à l’âge de"],
    ),
    column(
        "papers",
        "service-papers-note",
        Holds::Words,
        &[
            "papers to bring",
            "documents required",
            "documentsrequired",
            "required documents",
            "documents requis",
            "which papers",
            "quels papiers",
        ],
    ),
    column(
        "features",
        "service-features",
        Holds::Words,
        &[
            "features",
            "accessibility",
            "caractéristiques",
            "what makes it reachable",
            "ce qui le rend accessible",
        ],
    ),
    column(
        "apply",
        "service-apply",
        Holds::Words,
        &["how to begin", "application process", "intake procedure", "application", "comment commencer"],
    ),
    column("place", "exchange-place", Holds::Words, &["place", "location name", "site name", "lieu"]),
    column(
        "street-number",
        "exchange-street-number",
        Holds::Words,
        &["street number", "street no", "numéro civique"],
    ),
    column("street", "location-street", Holds::Words, headings::STREET),
    column("unit", "location-unit", Holds::Words, headings::UNIT),
    column("city", "location-city", Holds::Words, headings::CITY),
    column(
        "province",
        "location-province",
        Holds::Words,
        &[
            "province or territory",
            "province",
            "physical state province",
            "physicalstateprovince",
            "site province",
            "province ou territoire",
        ],
    ),
    column(
        "postal",
        "location-postal-code",
        Holds::Words,
        &["postal code", "physical postal code", "physicalpostalcode", "site postal code", "code postal"],
    ),
    column("north", "exchange-north", Holds::Words, &["latitude", "lat"]),
    column("east", "exchange-east", Holds::Words, &["longitude", "long", "lon"]),
    column(
        "transit",
        "location-transit",
        Holds::Words,
        &["how to get there", "comment s’y rendre", "bus service access", "directions"],
    ),
    column(
        "access",
        "location-access",
        Holds::Words,
        &["how to get in", "comment entrer", "accessibility", "physical accessibility"],
    ),
    column("place-web", "location-web", Holds::Words, &["page of the place", "page du lieu"]),
    column("access-web", "location-access-web", Holds::Words, &["page about getting in", "page sur l’accès"]),
    column("other-places", "exchange-other-places", Holds::Words, &["other places", "autres lieux"]),
    column("verified", "service-verified", Holds::One(Kind::Date), headings::VERIFIED),
    column("source", "service-source", Holds::Words, &["source"]),
    column("source-on", "exchange-source-on", Holds::One(Kind::Date), headings::SOURCE_ON),
    column("informal", "exchange-informal", Holds::Words, &["informal", "informel"]),
    column(
        "program",
        "service-program",
        Holds::Words,
        &["offered under the program", "offert dans le programme"],
    ),
    column("contacts", "service-contacts", Holds::Words, &["whom to ask", "à qui s’adresser"]),
    column(
        "hours-note",
        "service-hours-note",
        Holds::Words,
        &["more about the hours", "plus sur les heures"],
    ),
    column("holidays", "exchange-holidays", Holds::Words, &["closed on holidays", "fermé les jours fériés"]),
    column("cost-note", "service-cost-note", Holds::Words, &["more about the cost", "plus sur le coût"]),
    column(
        "open-to-note",
        "service-openness-note",
        Holds::Words,
        &["more about whom it is for", "plus sur qui peut y aller"],
    ),
    column(
        "papers-needed",
        "exchange-papers-needed",
        Holds::Words,
        &["whether papers are needed", "s’il faut des papiers"],
    ),
    column("intake", "service-intake", Holds::Words, &["who does the intake", "qui fait l’accueil"]),
    column(
        "wait-days",
        "service-wait-days",
        Holds::One(Kind::Whole),
        &["days of waiting", "jours d’attente"],
    ),
    column("wait-room", "service-has-room", Holds::Words, &["room now", "de la place en ce moment"]),
    column(
        "wait-on",
        "exchange-wait-on",
        Holds::One(Kind::Date),
        &["waiting as it was on", "attente telle qu’elle était le"],
    ),
    column("capacity", "service-capacities", Holds::Words, &["how much there is", "combien il y en a"]),
    column("funding", "service-funding", Holds::Words, &["who pays", "qui paie"]),
    column(
        "alert",
        "service-alert",
        Holds::Words,
        &["what has to be known before all else", "ce qu’il faut savoir avant tout", "alert", "alerte"],
    ),
    column(
        "alert-until",
        "service-alert-until",
        Holds::One(Kind::Date),
        &["until which day", "jusqu’à quel jour"],
    ),
    column(
        "areas",
        "service-areas",
        Holds::Words,
        &[
            "for people living in",
            "pour les personnes qui habitent",
            "areas served",
            "area served",
            "coverage area",
        ],
    ),
    column("links", "service-links", Holds::Words, &["more pages", "autres pages"]),
    column("changed", "exchange-changed", Holds::Words, &["changed at", "modifié le"]),
    column("texts", "exchange-texts", Holds::Words, &["language of the texts", "langue des textes"]),
    column("fees", "exchange-fees", Holds::Words, &["fees description"]),
    column("eligibility", "exchange-eligibility", Holds::Words, &["eligibility description"]),
    column("hours-words", "exchange-hours-words", Holds::Words, &["schedule notes"]),
    column("form", "exchange-form", Holds::Words, &["form of the file"]),
];

/// What a sheet leaves open.
pub(super) const QUESTIONS: &[Question] =
    &[("import-services-language", &["en", "fr"]), ("import-services-see", &["public", "partners", "staff"])];
