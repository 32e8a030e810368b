//! The columns that a sheet of people may have.

use platform::batch::{Column, Holds, Question};
use sheets::Kind;

/// The columns about consent: their keys here, and the fields of the form that asks the same.
pub const CONSENT: [(&str, &str); 6] = [
    ("consent", "basis"),
    ("consent-purpose", "purpose"),
    ("consent-since", "since"),
    ("consent-how", "how"),
    ("consent-wording", "wording"),
    ("consent-evidence", "evidence"),
];

const fn column(
    key: &'static str,
    label: &'static str,
    holds: Holds,
    headings: &'static [&'static str],
) -> Column {
    Column { key, label, headings, holds }
}

/// All of them, the name first.
pub const COLUMNS: &[Column] = &[
    column(
        "name",
        "person-name",
        Holds::Name,
        &[
            "name",
            "full name",
            "first and last name",
            "contact",
            "contact name",
            "person",
            "nom",
            "nom complet",
            "prénom et nom",
            "nom et prénom",
            "personne",
        ],
    ),
    column(
        "id",
        "person-reference",
        Holds::Words,
        &["reference", "id", "number", "référence", "identifiant", "numéro"],
    ),
    column(
        "organization",
        "person-organizations",
        Holds::Words,
        &[
            "speaks for",
            "organization",
            "organisation",
            "organizations",
            "agency",
            "company",
            "employer",
            "représente",
            "parle au nom de",
            "organisme",
            "organismes",
            "entreprise",
        ],
    ),
    column(
        "title",
        "person-titles",
        Holds::Words,
        &[
            "what they do there",
            "ses fonctions",
            "title",
            "role",
            "position",
            "job title",
            "titre",
            "rôle",
            "poste",
            "fonction",
        ],
    ),
    column(
        "mail",
        "contact-mail",
        Holds::Many(Kind::Mail),
        &["e-mail", "email", "mail", "email address", "courriel", "adresse courriel"],
    ),
    column(
        "phone",
        "contact-phone",
        Holds::Many(Kind::Phone),
        &["phone", "telephone", "tel", "phone number", "téléphone", "tél", "cell", "mobile", "cellulaire"],
    ),
    column(
        "lang",
        "person-lang",
        Holds::Words,
        &[
            "language",
            "preferred language",
            "language of contact",
            "languages",
            "langue",
            "langue préférée",
            "langue de correspondance",
        ],
    ),
    column(
        "visibility",
        "field-visibility",
        Holds::Words,
        &["who may see it", "qui peut voir", "visibility", "visibilité", "who may know"],
    ),
    column(
        "note",
        "field-note",
        Holds::Words,
        &["note", "notes", "comments", "comment", "remarks", "remarques", "commentaires"],
    ),
    column(
        "consent",
        "import-consent",
        Holds::Words,
        &["consent", "consent to mail", "opted in", "newsletter", "consentement", "infolettre", "abonnement"],
    ),
    column(
        "consent-purpose",
        "consent-purpose",
        Holds::Words,
        &["consent for", "purpose", "mail about", "consentement pour", "objet du consentement"],
    ),
    column(
        "consent-since",
        "consent-day",
        Holds::One(Kind::Date),
        &["consent date", "date of consent", "consent day", "date du consentement", "jour du consentement"],
    ),
    column(
        "consent-how",
        "consent-how",
        Holds::Words,
        &[
            "how consent was given",
            "consent method",
            "mode de consentement",
            "comment le consentement a été donné",
        ],
    ),
    column(
        "consent-wording",
        "consent-wording",
        Holds::Words,
        &["consent wording", "words agreed to", "texte du consentement", "libellé du consentement"],
    ),
    column(
        "consent-evidence",
        "consent-evidence",
        Holds::Words,
        &["consent proof", "proof of consent", "proof", "evidence", "preuve", "preuve du consentement"],
    ),
];

/// What a sheet leaves open.
pub const QUESTIONS: &[Question] = &[
    ("import-partners-language", &["en", "fr"]),
    ("import-people-unknown", &["note", "refuse"]),
    ("import-people-see", &["staff", "partners", "public"]),
    ("import-partners-differing", &["fill", "overwrite"]),
    platform::batch::reading::UNREADABLE,
];
