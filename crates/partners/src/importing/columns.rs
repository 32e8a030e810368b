//! The columns that a sheet of partners may have.

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

/// All of them, those first that say what the row is about.
pub const COLUMNS: &[Column] = &[
    column(
        "name",
        "field-name",
        Holds::Name,
        &[
            "name",
            "organization",
            "organisation",
            "agency",
            "partner",
            "organization name",
            "name of organization",
            "nom",
            "organisme",
            "nom de l’organisme",
            "partenaire",
            "agence",
            "institution",
            "company",
            "employer",
            "entreprise",
        ],
    ),
    column(
        "name-fr",
        "import-name-fr",
        Holds::Name,
        &["name (french)", "french name", "nom français", "nom en français", "nom (français)"],
    ),
    column(
        "sector",
        "field-sector",
        Holds::Words,
        &[
            "sector",
            "secteur",
            "type of organization",
            "category",
            "catégorie",
            "type d’organisme",
            "industry",
        ],
    ),
    column("kind", "field-kind", Holds::Words, &["kind", "type", "genre", "formal", "formel", "registered"]),
    column(
        "language",
        "field-languages",
        Holds::Languages,
        &[
            "languages",
            "langues",
            "languages spoken",
            "language",
            "langue",
            "languages of service",
            "langues de service",
        ],
    ),
    column(
        "area",
        "field-area",
        Holds::Words,
        &[
            "area",
            "territoire",
            "municipality",
            "municipalité",
            "city",
            "town",
            "ville",
            "community",
            "location",
            "lieu",
        ],
    ),
    column(
        "joined",
        "field-joined",
        Holds::One(Kind::Date),
        &[
            "joined",
            "joined on",
            "member since",
            "partner since",
            "date joined",
            "adhésion",
            "membre depuis",
            "partenaire depuis",
            "date d’adhésion",
            "start date",
        ],
    ),
    column(
        "left",
        "field-left",
        Holds::One(Kind::Date),
        &["left", "left on", "end date", "départ", "date de départ", "fin"],
    ),
    column(
        "visibility",
        "field-visibility",
        Holds::Words,
        &["who may see it", "qui peut voir", "visibility", "visibilité", "who may know"],
    ),
    column(
        "about",
        "field-about",
        Holds::Words,
        &["about", "description", "what they do", "mandate", "à propos", "mandat"],
    ),
    column(
        "note",
        "field-note",
        Holds::Words,
        &["note", "notes", "comments", "comment", "remarks", "remarques", "commentaires"],
    ),
    column(
        "person",
        "import-person",
        Holds::Name,
        &[
            "contact",
            "contact person",
            "contact name",
            "person",
            "representative",
            "rep",
            "first and last name",
            "personne-ressource",
            "personne",
            "représentant",
            "représentante",
            "nom du contact",
        ],
    ),
    column(
        "title",
        "import-title",
        Holds::Words,
        &["title", "position", "role", "job title", "titre", "poste", "fonction"],
    ),
    column(
        "mail",
        "contact-mail",
        Holds::One(Kind::Mail),
        &["e-mail", "email", "mail", "email address", "courriel", "adresse courriel", "contact email"],
    ),
    column(
        "phone",
        "contact-phone",
        Holds::One(Kind::Phone),
        &[
            "phone",
            "telephone",
            "tel",
            "phone number",
            "téléphone",
            "tél",
            "numéro de téléphone",
            "cell",
            "mobile",
        ],
    ),
    column(
        "web",
        "contact-web",
        Holds::One(Kind::Web),
        &["web", "website", "web site", "url", "site web", "site", "site internet"],
    ),
    column(
        "person-language",
        "import-person-language",
        Holds::One(Kind::Language),
        &["preferred language", "language of contact", "langue de correspondance", "langue préférée"],
    ),
];

/// What a sheet leaves open.
pub const QUESTIONS: &[Question] = &[
    ("import-partners-language", &["en", "fr"]),
    ("import-partners-standing", &["known", "partners"]),
    ("import-partners-sectors", &["add", "empty"]),
    ("import-partners-see", &["partners", "public", "staff"]),
    ("import-partners-differing", &["fill", "overwrite"]),
    platform::batch::reading::UNREADABLE,
];
