//! Forty seats: current, ending soon, expired, about to begin, left early, vacant, ex officio, seen by few.

use crate::world::{Office, SeatSeed, Sector, T, TermSeed, Visibility, When, t, t3};

const RESIDENT: T =
    t3("Resident with lived experience", "Personne ayant vécu l’immigration", "شخص عاش تجربة الهجرة");

/// A seat of that organization, in its sector's name.
const fn seat(sector: Sector, organization: &'static str, terms: &'static [TermSeed]) -> SeatSeed {
    SeatSeed::of(sector).for_organization(organization).held(terms)
}

const fn resident(terms: &'static [TermSeed]) -> SeatSeed {
    SeatSeed::new(RESIDENT).sector(Sector::Resident).held(terms)
}

/// The twenty-two seats of the council.
pub(super) const COUNCIL: &[SeatSeed] = &[
    seat(
        Sector::Municipality,
        "town-of-portage-falls",
        &[
            TermSeed::days("orville-sandhu", -2100, -1370),
            TermSeed::days("aurelie-mbeki", -560, 535).or("orville-sandhu"),
        ],
    )
    .office(Office::CoChair),
    resident(&[TermSeed::days("tadesse-boyd", -930, 165)]).office(Office::CoChair),
    seat(Sector::Police, "portage-falls-police", &[TermSeed::days("freya-castellano", -410, 685)]),
    seat(
        Sector::BusinessAssociation,
        "portage-falls-chamber",
        &[
            TermSeed::days("winston-arsenault", -1655, -561),
            TermSeed::days("winston-arsenault", -560, 535).or("mirela-hughes"),
        ],
    ),
    seat(
        Sector::SchoolBoard,
        "falls-district-school-board",
        &[TermSeed::days("ngozi-pelletier", -300, 795).or("stellan-rao")],
    ),
    seat(Sector::SchoolBoard, "conseil-scolaire-des-chutes", &[TermSeed::days("fatou-gallant", -300, 795)]),
    seat(Sector::Housing, "falls-homes", &[TermSeed::days("iris-novakova", -1055, 40)]).note(t(
        "Has told the office that she would serve again.",
        "A fait savoir au bureau qu’elle souhaite continuer.",
    )),
    seat(
        Sector::Settlement,
        "riverside-settlement-centre",
        &[TermSeed::days("rami-fontaine", -190, 905).or("oksana-bright")],
    ),
    seat(Sector::Settlement, "maison-des-arrivants", &[TermSeed::days("clarisse-ndongo", -735, 360)]),
    seat(Sector::Employment, "north-shore-jobs", &[TermSeed::days("gurleen-savard", -640, 455)]),
    seat(Sector::Business, "ironwood-sawmill", &[TermSeed::days("bohdan-mckay", -1140, -45)]),
    seat(
        Sector::Intercultural,
        "intercultural-alliance",
        &[TermSeed::days("anjali-boucher", -500, 595).or("emil-dela-rosa")],
    ),
    SeatSeed::of(Sector::Neighbourhood),
    seat(Sector::Faith, "st-brigid-parish", &[TermSeed::days("conrad-villanueva", -880, 215)]),
    seat(Sector::Arts, "river-arts", &[TermSeed::days("maelle-ito", -700, 395).left(-58)]).note(t(
        "Left on taking up work elsewhere; the seat is open to any arts group.",
        "Départ pour un emploi ailleurs; la place est ouverte à tout groupe du milieu des arts.",
    )),
    seat(Sector::Health, "portage-falls-hospital", &[TermSeed::days("kwame-lindgren", -1107, -12)]),
    seat(Sector::Advice, "falls-legal-clinic", &[TermSeed::days("beatriz-cormier", -365, 730)]),
    seat(Sector::HigherEducation, "headwaters-college", &[TermSeed::days("arjun-thibodeau", 20, 1115)]),
    seat(Sector::Library, "portage-falls-library", &[TermSeed::days("marguerite-osei", -820, 275)]),
    seat(
        Sector::Francophone,
        "reseau-francophone-des-chutes",
        &[TermSeed::since("bastien-kouassi", When::In(-930))],
    )
    .ex_officio(),
    SeatSeed::new(t3("The partnership’s own office", "Bureau du partenariat", "مكتب الشراكة نفسه"))
        .held(&[TermSeed::since("noor-lachance", When::In(-1400))])
        .ex_officio()
        .note(t("Without a vote.", "Sans droit de vote.")),
    resident(&[TermSeed::days("zaynab-roy", -260, 835)]).seen_by(Visibility::Staff).note(t(
        "Has asked that her name be known to staff only.",
        "A demandé que son nom ne soit connu que du personnel.",
    )),
];

/// The eighteen seats of the working group.
pub(super) const WORKING_GROUP: &[SeatSeed] = &[
    seat(Sector::Employment, "north-shore-jobs", &[TermSeed::days("gurleen-savard", -640, 455)])
        .office(Office::Chair),
    seat(
        Sector::HigherEducation,
        "headwaters-college",
        &[TermSeed::days("solveig-achebe", -640, 90).or("arjun-thibodeau")],
    )
    .office(Office::ViceChair),
    seat(Sector::Settlement, "riverside-settlement-centre", &[TermSeed::days("oksana-bright", -640, 90)]),
    seat(Sector::Settlement, "maison-des-arrivants", &[TermSeed::days("mathis-okonkwo", -420, 310)]),
    seat(Sector::BusinessAssociation, "portage-falls-chamber", &[TermSeed::days("mirela-hughes", -420, 310)]),
    seat(Sector::Business, "ironwood-sawmill", &[TermSeed::days("bohdan-mckay", -380, 350)]),
    seat(Sector::Business, "clearwater-foods-plant", &[TermSeed::days("liwayway-stone", -380, 350)]),
    seat(Sector::Interpreting, "common-voice-interpreters", &[TermSeed::days("hodan-pearce", -210, 520)]),
    seat(Sector::Library, "portage-falls-library", &[TermSeed::days("dmytro-leblanc", -640, 90)]),
    seat(Sector::Intercultural, "ukrainian-circle", &[TermSeed::days("halyna-forbes", -330, 400)])
        .seen_by(Visibility::Partners),
    seat(Sector::Intercultural, "eritrean-families", &[TermSeed::days("senait-moreau", -330, 400)])
        .seen_by(Visibility::Staff),
    seat(Sector::Intercultural, "birch-street-tea", &[])
        .seen_by(Visibility::Staff)
        .note(t("The group is still talking about who might come.", "Le groupe en discute encore.")),
    seat(Sector::Community, "open-pantry", &[TermSeed::days("xiomara-reid", -150, 580)]),
    seat(Sector::Community, "north-shore-womens-centre", &[TermSeed::days("leila-gagnon", -655, 75)]),
    resident(&[TermSeed::days("yohannes-pike", -705, 25)]).seen_by(Visibility::Staff),
    resident(&[]),
    SeatSeed::new(t3("Funder (observer)", "Bailleur de fonds (observation)", "جهة ممولة (بصفة مراقب)"))
        .sector(Sector::Funder)
        .for_organization("north-shore-settlement-fund")
        .held(&[TermSeed::since("desmond-aquila", When::In(-640))])
        .ex_officio()
        .note(t("Without a vote.", "Sans droit de vote.")),
    seat(
        Sector::Health,
        "falls-community-health",
        &[TermSeed::days("salma-duquette", -740, -10).or("ivo-marchand")],
    ),
];
