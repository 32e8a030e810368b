//! The longer lists of headings, each by its column. The first is the one that this program writes.

pub(super) const NAME: &[&str] = &[
    "service name",
    "name",
    "program name",
    "public name",
    "publicname",
    "facility name",
    "service",
    "program",
    "nom du service",
    "nom",
    "service name level 1",
    "nom du programme",
];
pub(super) const ID: &[&str] = &[
    "id",
    "service id",
    "num",
    "record number",
    "resource agency number",
    "resourceagencynum",
    "index",
    "numéro",
    "id here",
    "identifiant ici",
];
pub(super) const ORGANIZATION: &[&str] = &[
    "organization",
    "agency",
    "provider",
    "parent agency",
    "parentagency",
    "agency name",
    "org level 1",
    "organisme",
    "offered by",
    "fournisseur",
    "offert par",
];
pub(super) const ABOUT: &[&str] = &[
    "description",
    "about",
    "what it is",
    "agency description",
    "agencydescription",
    "service description",
    "ce que c’est",
];
pub(super) const NEEDS: &[&str] = &[
    "needs",
    "taxonomy terms",
    "taxonomyterms",
    "subjects",
    "odhf facility type",
    "besoins",
    "taxonomy",
    "sujets",
    "needs it answers",
    "besoins auxquels il répond",
];
pub(super) const PHONE: &[&str] = &[
    "telephone numbers",
    "phone",
    "phones",
    "phone 1 number",
    "phone1number",
    "office phone",
    "téléphone",
    "numéros de téléphone",
    "tel",
];
pub(super) const MAIL: &[&str] = &[
    "mail address",
    "email",
    "e mail",
    "email address main",
    "emailaddressmain",
    "courriel",
    "adresse courriel",
];
pub(super) const STREET: &[&str] = &[
    "street and number",
    "street",
    "street name",
    "address",
    "site address",
    "physical address 1",
    "physicaladdress1",
    "rue",
    "adresse",
    "rue et numéro",
];
pub(super) const UNIT: &[&str] = &[
    "unit",
    "suite",
    "physical address 2",
    "physicaladdress2",
    "unité",
    "bureau",
    "unit, floor, entrance",
    "local, étage, entrée",
];
pub(super) const CITY: &[&str] =
    &["town", "city", "physical city", "physicalcity", "located in cm", "site city", "ville", "municipality"];
/// When somebody wrote in the record is no day on which anybody looked whether it is true.
pub(super) const SOURCE_ON: &[&str] = &[
    "day of the source",
    "source date",
    "date de la source",
    "last updated",
    "updated",
    "updated on",
    "last modified",
    "modified",
    "date modified",
    "modified date",
    "last changed",
    "dernière mise à jour",
    "mis à jour",
    "mis à jour le",
    "dernière modification",
];
pub(super) const VERIFIED: &[&str] = &[
    "verified",
    "last verified on",
    "lastverifiedon",
    "update date",
    "assured date",
    "last verified",
    "vérifié",
    "verified on",
    "vérifié le",
];
