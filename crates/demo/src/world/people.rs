//! People of the demo. None of them exists: names are made up by pairing given and family names from many places, and
//! every address ends in a top-level name that is reserved for examples.

use super::text::{T, t};

/// What is shown beside every person of the demo.
pub const INVENTED: T = t(
    "Invented person: nobody of this name is meant.",
    "Personne inventée\u{a0}: aucune personne réelle n’est visée.",
);

/// An invented person.
#[derive(Debug, Clone, Copy)]
pub struct PersonSeed {
    /// Stable within the partnership.
    pub slug: &'static str,
    /// The name, the same in every language.
    pub name: &'static str,
    /// The organization the person works or speaks for.
    pub organization: Option<&'static str>,
    /// What the person does there.
    pub title: Option<T>,
    /// Languages the person speaks, the preferred one first.
    pub languages: &'static [&'static str],
}

impl PersonSeed {
    /// An address at which nobody can be reached.
    pub fn email(&self, partnership: &str) -> String {
        format!("{}@{partnership}.example", self.slug)
    }

    pub(super) const fn new(slug: &'static str, name: &'static str) -> Self {
        Self { slug, name, organization: None, title: None, languages: &["en"] }
    }

    pub(super) const fn at(mut self, organization: &'static str) -> Self {
        self.organization = Some(organization);
        self
    }

    pub(super) const fn title(mut self, title: T) -> Self {
        self.title = Some(title);
        self
    }

    pub(super) const fn speaks(mut self, languages: &'static [&'static str]) -> Self {
        self.languages = languages;
        self
    }
}

/// The title of whoever runs the partnership's office.
pub(super) const COORDINATOR: T = t("Partnership coordinator", "Coordination du partenariat");
/// The title of the funder's person in charge of the agreement.
pub(super) const PROJECT_OFFICER: T =
    t("Project officer for the funder", "Gestion de projet, bailleur de fonds");
/// The title of somebody who works with people at a partner organization.
pub(super) const PARTNER_WORKER: T = t("Partner worker", "Intervention, organisme partenaire");

/// People of the Medicine Hat demo.
pub(super) const MEDICINE_HAT: &[PersonSeed] = &[
    PersonSeed::new("odile-marchetti", "Odile Marchetti").title(COORDINATOR).speaks(&["en", "fr"]),
    PersonSeed::new("teklit-sorensen", "Teklit Sorensen").at("city-of-medicine-hat").speaks(&["en", "ti"]),
    PersonSeed::new("bronwyn-azadi", "Bronwyn Azadi")
        .at("medicine-hat-chamber-of-commerce")
        .speaks(&["en", "fa"]),
    PersonSeed::new("luca-petrovych", "Luca Petrovych").at("being-human-services").speaks(&["en", "uk"]),
    PersonSeed::new("pilar-ostrander", "Pilar Ostrander")
        .at("saamis-immigration")
        .title(PARTNER_WORKER)
        .speaks(&["en", "es"]),
    PersonSeed::new("harriet-nzinga", "Harriet Nzinga").title(PROJECT_OFFICER).speaks(&["en", "fr"]),
];

/// People of the London and Middlesex demo.
pub(super) const LONDON_MIDDLESEX: &[PersonSeed] = &[
    PersonSeed::new("imelda-farrow", "Imelda Farrow").title(COORDINATOR).speaks(&["en", "fil"]),
    PersonSeed::new("cosmo-adeyinka", "Cosmo Adeyinka").speaks(&["en", "fr"]),
    PersonSeed::new("ruth-benhaddou", "Ruth Benhaddou").speaks(&["en", "ar", "fr"]),
    PersonSeed::new("selam-whitlock", "Selam Whitlock").speaks(&["en", "am"]),
    PersonSeed::new("anneke-tran", "Anneke Tran").at("western-university").speaks(&["en", "vi"]),
    PersonSeed::new("joaquin-ferrier", "Joaquín Ferrier")
        .at("london-middlesex-immigrant-employment-council")
        .title(PARTNER_WORKER)
        .speaks(&["en", "es"]),
    PersonSeed::new("lourdes-makela", "Lourdes Makela").speaks(&["en", "es"]),
    PersonSeed::new("meera-lindqvist", "Meera Lindqvist").speaks(&["en", "hi"]),
    PersonSeed::new("tobias-haidari", "Tobias Haidari").speaks(&["en", "fa"]),
    PersonSeed::new("naw-eh-carmody", "Naw Eh Carmody").speaks(&["en", "ksw"]),
    PersonSeed::new("ines-kowalczuk", "Inês Kowalczuk").speaks(&["en", "pt"]),
    PersonSeed::new("graham-oyelaran", "Graham Oyelaran").at("city-of-london").speaks(&["en"]),
    PersonSeed::new("colette-prasad", "Colette Prasad")
        .at("citizenship-and-immigration-canada")
        .title(PROJECT_OFFICER)
        .speaks(&["fr", "en"]),
];

/// People of the Hamilton demo.
pub(super) const HAMILTON: &[PersonSeed] = &[
    PersonSeed::new("dagmar-okeke", "Dagmar Okeke").title(COORDINATOR).speaks(&["en", "fr"]),
    PersonSeed::new("emeka-dallaire", "Emeka Dallaire").speaks(&["en", "fr", "ig"]),
    PersonSeed::new("yusra-mcallister", "Yusra McAllister").at("city-of-hamilton").speaks(&["en", "so"]),
    PersonSeed::new("peter-novosad", "Peter Novosad")
        .at("inform-hamilton")
        .title(PARTNER_WORKER)
        .speaks(&["en", "cs"]),
    PersonSeed::new("josette-banerjee", "Josette Banerjee")
        .at("government-of-canada")
        .title(PROJECT_OFFICER)
        .speaks(&["fr", "en"]),
];
