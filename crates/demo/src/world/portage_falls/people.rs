//! The invented people of Portage Falls.

use crate::world::people::{COORDINATOR, PARTNER_WORKER, PROJECT_OFFICER, PersonSeed};

const fn of(organization: &'static str, slug: &'static str, name: &'static str) -> PersonSeed {
    PersonSeed::new(slug, name).at(organization)
}

pub(super) const PEOPLE: &[PersonSeed] = &[
    PersonSeed::new("noor-lachance", "Noor Lachance").title(COORDINATOR).speaks(&["fr", "en", "ar"]),
    of("town-of-portage-falls", "aurelie-mbeki", "Aurélie Mbeki").speaks(&["fr", "en"]),
    PersonSeed::new("tadesse-boyd", "Tadesse Boyd").speaks(&["en", "am"]),
    of("town-of-portage-falls", "orville-sandhu", "Orville Sandhu").speaks(&["en", "pa"]),
    of("portage-falls-police", "freya-castellano", "Freya Castellano"),
    of("portage-falls-chamber", "winston-arsenault", "Winston Arsenault").speaks(&["en", "fr"]),
    of("portage-falls-chamber", "mirela-hughes", "Mirela Hughes").speaks(&["en", "ro"]),
    of("falls-district-school-board", "ngozi-pelletier", "Ngozi Pelletier").speaks(&["en", "fr"]),
    of("falls-district-school-board", "stellan-rao", "Stellan Rao").speaks(&["en", "te"]),
    of("conseil-scolaire-des-chutes", "fatou-gallant", "Fatou Gallant").speaks(&["fr", "en", "wo"]),
    of("falls-homes", "iris-novakova", "Iris Novakova").speaks(&["en", "sk"]),
    of("riverside-settlement-centre", "oksana-bright", "Oksana Bright")
        .title(PARTNER_WORKER)
        .speaks(&["en", "uk"]),
    of("riverside-settlement-centre", "rami-fontaine", "Rami Fontaine").speaks(&["ar", "fr", "en"]),
    of("maison-des-arrivants", "clarisse-ndongo", "Clarisse Ndongo").speaks(&["fr", "en"]),
    of("maison-des-arrivants", "mathis-okonkwo", "Mathis Okonkwo").speaks(&["fr", "en"]),
    of("north-shore-jobs", "gurleen-savard", "Gurleen Savard").speaks(&["en", "pa", "fr"]),
    of("ironwood-sawmill", "bohdan-mckay", "Bohdan McKay").speaks(&["en", "uk"]),
    of("clearwater-foods-plant", "liwayway-stone", "Liwayway Stone").speaks(&["en", "fil"]),
    of("intercultural-alliance", "anjali-boucher", "Anjali Boucher").speaks(&["en", "fr", "hi"]),
    of("intercultural-alliance", "emil-dela-rosa", "Emil dela Rosa").speaks(&["en", "fil"]),
    of("ukrainian-circle", "halyna-forbes", "Halyna Forbes").speaks(&["uk", "en"]),
    of("eritrean-families", "senait-moreau", "Senait Moreau").speaks(&["ti", "en"]),
    of("st-brigid-parish", "conrad-villanueva", "Conrad Villanueva").speaks(&["en", "fil"]),
    of("river-arts", "maelle-ito", "Maëlle Ito").speaks(&["fr", "en", "ja"]),
    of("portage-falls-hospital", "kwame-lindgren", "Kwame Lindgren").speaks(&["en"]),
    of("falls-community-health", "salma-duquette", "Salma Duquette").speaks(&["fr", "ar", "en"]),
    of("falls-community-health", "ivo-marchand", "Ivo Marchand").speaks(&["en", "fr"]),
    of("common-voice-interpreters", "hodan-pearce", "Hodan Pearce").speaks(&["so", "en"]),
    of("falls-legal-clinic", "beatriz-cormier", "Beatriz Cormier").speaks(&["en", "fr", "es"]),
    of("headwaters-college", "arjun-thibodeau", "Arjun Thibodeau").speaks(&["en", "fr", "hi"]),
    of("headwaters-college", "solveig-achebe", "Solveig Achebe").speaks(&["en"]),
    of("portage-falls-library", "marguerite-osei", "Marguerite Osei").speaks(&["en", "fr"]),
    of("portage-falls-library", "dmytro-leblanc", "Dmytro Leblanc").speaks(&["uk", "en"]),
    of("open-pantry", "xiomara-reid", "Xiomara Reid").speaks(&["es", "en"]),
    of("north-shore-womens-centre", "leila-gagnon", "Leïla Gagnon").speaks(&["fr", "ar", "en"]),
    of("reseau-francophone-des-chutes", "bastien-kouassi", "Bastien Kouassi").speaks(&["fr", "en"]),
    of("north-shore-settlement-fund", "desmond-aquila", "Desmond Aquila")
        .title(PROJECT_OFFICER)
        .speaks(&["en", "fr"]),
    PersonSeed::new("yohannes-pike", "Yohannes Pike").speaks(&["ti", "en"]),
    PersonSeed::new("zaynab-roy", "Zaynab Roy").speaks(&["ar", "en", "fr"]),
];
