//! What Portage Falls declares and agrees to: invented from end to end.

use crate::world::{T, t, t3};

/// The titles, texts and decisions of the declaration, with the days ago from which each is in force.
pub const VERSIONS: &[(T, T, T, i64)] = &[
    (
        t3("A town where people stay", "Une ville où l’on reste", "بلدة يبقى الناس فيها"),
        t(
            "Portage Falls grows because people come here from elsewhere. Those who sign want them to stay because they want to.\n\n\
             Each of us will say once a year what we have done so that newcomers can work, be understood and belong.",
            "Portage Falls grandit parce que des gens viennent d’ailleurs. Les signataires veulent que ces personnes y restent par choix.\n\n\
             Chacun de nous dira une fois l’an ce qu’il a fait pour que les nouveaux arrivants travaillent, soient compris et se sentent chez eux.",
        ),
        t("Adopted by the partnership council.", "Adoptée par le conseil du partenariat."),
        900,
    ),
    (
        t3("A town where people stay", "Une ville où l’on reste", "بلدة يبقى الناس فيها"),
        t(
            "Portage Falls grows because people come here from elsewhere. Those who sign want them to stay because they want to.\n\n\
             Each of us names one thing that we will change this year, and tells everybody in spring whether we did.\n\n\
             Discrimination has no place here, and we say so when we see it.",
            "Portage Falls grandit parce que des gens viennent d’ailleurs. Les signataires veulent que ces personnes y restent par choix.\n\n\
             Chacun de nous nomme une chose qu’il changera cette année et dit à tous, au printemps, si c’est fait.\n\n\
             La discrimination n’a pas sa place ici, et nous le disons quand nous la voyons.",
        ),
        t(
            "Adopted by the partnership council, after a reading in every group.",
            "Adoptée par le conseil du partenariat, après une lecture dans chaque groupe.",
        ),
        120,
    ),
];

/// Who signed: the organization, and how many days ago under each version.
pub const SIGNED: &[(&str, &[(u32, i64)])] = &[
    ("town-of-portage-falls", &[(1, 890), (2, 115)]),
    ("portage-falls-police", &[(1, 880), (2, 60)]),
    ("portage-falls-chamber", &[(1, 870)]),
    ("falls-district-school-board", &[(1, 860), (2, 100)]),
    ("conseil-scolaire-des-chutes", &[(1, 860), (2, 112)]),
    ("riverside-settlement-centre", &[(1, 890), (2, 118)]),
    ("maison-des-arrivants", &[(1, 890), (2, 118)]),
    ("ironwood-sawmill", &[(1, 700)]),
    ("portage-falls-hospital", &[(1, 650), (2, 30)]),
    ("portage-falls-library", &[(1, 640)]),
    ("headwaters-college", &[(2, 20)]),
    ("birch-street-tea", &[(2, 15)]),
];

/// Who signs, in turn; all invented.
pub const SIGNERS: &[&str] = &["noor-lachance", "aurelie-mbeki", "oksana-bright", "desmond-aquila"];

/// Who was asked and has not signed.
pub const ASKED: &[&str] = &["falls-homes", "clearwater-foods-plant"];

/// A public statement.
#[derive(Debug)]
pub struct StatementSeed {
    /// Its kind.
    pub kind: &'static str,
    /// Its title.
    pub title: T,
    /// Its text.
    pub body: T,
    /// How many days ago it was issued.
    pub days_ago: i64,
    /// Who issued it.
    pub issuers: &'static [&'static str],
    /// Who signed it.
    pub signatories: &'static [&'static str],
    /// The day of every year on which it is recalled.
    pub recall: Option<&'static str>,
}

/// Public statements.
pub const STATEMENTS: &[StatementSeed] = &[
    StatementSeed {
        kind: "proclamation",
        title: t3("Against racial discrimination", "Contre la discrimination raciale", "ضد التمييز العنصري"),
        body: t(
            "The Town says once more that nobody who lives here is treated worse for where she comes from.",
            "La Ville redit que personne, parmi celles et ceux qui vivent ici, n’est traité moins bien en raison de son origine.",
        ),
        days_ago: 610,
        issuers: &["town-of-portage-falls"],
        signatories: &["portage-falls-police", "falls-district-school-board", "conseil-scolaire-des-chutes"],
        recall: Some("03-21"),
    },
    StatementSeed {
        kind: "open-letter",
        title: t3(
            "After what was sprayed on Mill Street",
            "Après les graffitis de la rue du Moulin",
            "بعد ما كُتب على جدران شارع الطاحونة",
        ),
        body: t(
            "We cleaned the wall together. We will do it again, and we ask whoever did it to come and talk.",
            "Nous avons nettoyé le mur ensemble. Nous le referons, et nous invitons qui l’a fait à venir parler.",
        ),
        days_ago: 200,
        issuers: &["mill-street-neighbours", "river-arts"],
        signatories: &["portage-falls-library", "st-brigid-parish"],
        recall: None,
    },
];

/// A tie with a government.
#[derive(Debug)]
pub struct AgreementSeed {
    /// The order of government.
    pub level: &'static str,
    /// The department.
    pub department: T,
    /// What sort of tie it is.
    pub kind: &'static str,
    /// What it is about.
    pub subject: T,
    /// Since how many days it runs.
    pub days_ago: i64,
    /// In how many days the next exchange is.
    pub next_in: Option<i64>,
    /// What came of the last one.
    pub said: &'static str,
}

/// Ties with governments.
pub const AGREEMENTS: &[AgreementSeed] = &[
    AgreementSeed {
        level: "federal",
        department: t("Federal settlement office (invented)", "Bureau fédéral de l’établissement (inventé)"),
        kind: "agreement",
        subject: t(
            "The partnership’s funding and what it reports",
            "Le financement du partenariat et ce dont il rend compte",
        ),
        days_ago: 1_000,
        next_in: Some(9),
        said: "Talked through the numbers of the year.",
    },
    AgreementSeed {
        level: "provincial",
        department: t(
            "Provincial language training office (invented)",
            "Bureau provincial de la formation linguistique (inventé)",
        ),
        kind: "exchange",
        subject: t("Waiting lists for language classes", "Listes d’attente des cours de langue"),
        days_ago: 400,
        next_in: Some(-4),
        said: "Two more evening classes are promised.",
    },
    AgreementSeed {
        level: "municipal",
        department: t(
            "Planning department of the Town (invented)",
            "Service d’urbanisme de la Ville (inventé)",
        ),
        kind: "working-group",
        subject: t(
            "Homes near the bus, large enough for families",
            "Des logements près de l’autobus, assez grands pour des familles",
        ),
        days_ago: 300,
        next_in: Some(40),
        said: "The group reads the official plan together.",
    },
];

/// A strategic document.
#[derive(Debug)]
pub struct DocumentSeed {
    /// Whose it is.
    pub organization: &'static str,
    /// Its title.
    pub title: T,
    /// What sort it is.
    pub kind: &'static str,
    /// The first and the last year it covers.
    pub years: (u32, u32),
    /// How far it goes; none as long as nobody has read it.
    pub level: Option<&'static str>,
    /// What it says.
    pub evidence: &'static str,
    /// In how many days it is to be read again.
    pub review_in: Option<i64>,
}

/// Strategic documents.
pub const DOCUMENTS: &[DocumentSeed] = &[
    DocumentSeed {
        organization: "town-of-portage-falls",
        title: t("Strategic plan", "Plan stratégique"),
        kind: "strategic-plan",
        years: (2024, 2028),
        level: Some("commitment"),
        evidence: "Sets itself the goal of hiring as the town looks.",
        review_in: Some(200),
    },
    DocumentSeed {
        organization: "town-of-portage-falls",
        title: t("Official plan", "Plan officiel"),
        kind: "official-plan",
        years: (2020, 2040),
        level: Some("mention"),
        evidence: "Counts on newcomers for growth and says no more.",
        review_in: Some(7),
    },
    DocumentSeed {
        organization: "town-of-portage-falls",
        title: t("Budget", "Budget"),
        kind: "budget",
        years: (2026, 2026),
        level: Some("funded"),
        evidence: "Pays for the office of the partnership.",
        review_in: Some(90),
    },
    DocumentSeed {
        organization: "portage-falls-hospital",
        title: t("Strategic plan", "Plan stratégique"),
        kind: "strategic-plan",
        years: (2025, 2030),
        level: Some("funded"),
        evidence: "Pays interpreters in six languages.",
        review_in: None,
    },
    DocumentSeed {
        organization: "portage-falls-police",
        title: t("Business plan", "Plan d’activités"),
        kind: "work-plan",
        years: (2024, 2027),
        level: Some("none"),
        evidence: "",
        review_in: Some(-20),
    },
    DocumentSeed {
        organization: "falls-district-school-board",
        title: t("Plan for equity", "Plan pour l’équité"),
        kind: "policy",
        years: (2023, 2027),
        level: Some("commitment"),
        evidence: "Promises a welcome desk in each school.",
        review_in: None,
    },
    DocumentSeed {
        organization: "conseil-scolaire-des-chutes",
        title: t("Strategic plan", "Plan stratégique"),
        kind: "strategic-plan",
        years: (2022, 2026),
        level: Some("mention"),
        evidence: "Names families from elsewhere among those it serves.",
        review_in: None,
    },
    DocumentSeed {
        organization: "portage-falls-library",
        title: t("Work plan", "Plan de travail"),
        kind: "work-plan",
        years: (2026, 2026),
        level: Some("commitment"),
        evidence: "Buys books in five more languages.",
        review_in: None,
    },
    DocumentSeed {
        organization: "headwaters-college",
        title: t("Academic plan", "Plan d’enseignement"),
        kind: "strategic-plan",
        years: (2024, 2029),
        level: None,
        evidence: "",
        review_in: None,
    },
    DocumentSeed {
        organization: "portage-falls-chamber",
        title: t("Policy on work", "Politique sur l’emploi"),
        kind: "policy",
        years: (2021, 2026),
        level: Some("none"),
        evidence: "",
        review_in: None,
    },
];
