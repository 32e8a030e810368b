//! Medicine Hat Local Immigration Partnership, after a newspaper's article on it.

use super::{
    AnswerSeed, BodyWord, CouncilSeed, Office, OrganizationSeed, PartnershipSeed, SeatSeed, Sector, SignInAs,
    SignInSeed, T, TermSeed, When, people, t, t3, text::named,
};
use crate::world::AreaSeed;
use jiff::civil::date;

/// The first places: about five.
const FIRST: When = When::About(date(2020, 6, 1));
/// The places that made it about fifteen.
const GREW: When = When::About(date(2021, 9, 1));
/// The places after that, when many more wanted to take part.
const OPENED: When = When::About(date(2023, 3, 1));

const PLACED_BY_FIELD: T = t(
    "The source names this organization among the teams’ partners without saying in which team; it is placed here \
     by its field.",
    "La source cite cet organisme parmi les partenaires des équipes, sans préciser laquelle; il figure ici \
     d’après son domaine.",
);
const APPROXIMATE: T = t(
    "Named in the source as a partner. The joining date is approximate.",
    "Partenaire cité dans la source. La date d’adhésion est approximative.",
);
const NOT_NAMED: T = t(
    "The source gives the kind of partner, not its name.",
    "La source indique le genre de partenaire, non son nom.",
);

/// The partnership.
pub const MEDICINE_HAT: PartnershipSeed = PartnershipSeed {
    slug: "medicine-hat",
    invented: false,
    name: t3(
        "Medicine Hat Local Immigration Partnership",
        "Partenariat local en matière d’immigration de Medicine Hat",
        "شراكة الهجرة المحلية في مدينة ميديسن هات",
    ),
    place: t3("Medicine Hat, Alberta", "Medicine Hat (Alberta)", "ميديسن هات، ألبرتا"),
    founded: Some(When::About(date(2020, 1, 1))),
    about: t3(
        "Local organizations, institutions and businesses that work together so that everybody in Medicine Hat can \
         take part and feel at home. The work began with immigrants and newcomers; today it is meant for the whole \
         city, because a place that welcomes people well is a better place for those who have always lived there too.",
        "Des organismes, des institutions et des entreprises d’ici unissent leurs efforts pour que chaque personne \
         puisse participer à la vie de Medicine Hat et s’y sentir chez elle. Le partenariat s’adressait d’abord aux \
         personnes immigrantes et aux nouveaux arrivants; il vise désormais toute la ville, car un milieu \
         accueillant profite aussi à celles et ceux qui y ont toujours vécu.",
        "مؤسسات ومنظمات وشركات محلية تعمل معًا كي يتمكن كل من يعيش في ميديسن هات من المشاركة في حياة المدينة ويشعر \
         بأنها بيته. بدأ العمل من أجل المهاجرين والقادمين الجدد، وهو اليوم لأهل المدينة جميعًا، لأن المكان الذي \
         يحسن استقبال الناس أفضل أيضًا لمن عاشوا فيه طوال حياتهم.",
    ),
    history: t(
        "Founded in 2020 by about five partners. Their number grew to about fifteen, and many people and \
         organizations have wanted to join since. The source gives the order of this growth but no dates: all \
         joining dates are approximate. It does not say how the teams are made up either.",
        "Fondé en 2020 par environ cinq partenaires. Leur nombre est passé à une quinzaine, et bien des personnes et \
         des organismes ont souhaité s’y joindre depuis. La source décrit cette progression sans la dater\u{a0}: \
         toutes les dates d’adhésion sont approximatives. Elle ne précise pas non plus la composition des équipes.",
    ),
    source: t(
        "Drawn from an article in a local newspaper, in our own words. People are invented.",
        "D’après un article d’un journal local, dans nos propres mots. Les personnes sont inventées.",
    ),
    time_zone: "America/Edmonton",
    languages: &["en", "fr", "ar"],
    areas: &[AreaSeed { slug: "medicine-hat", name: named("Medicine Hat"), code: Some("4801006") }],
    needs: &[
        t("Social connection", "Liens sociaux"),
        t("Economic connection", "Liens économiques"),
        t("Intercultural connection", "Liens interculturels"),
    ],
    purposes: &[t(
        "Make inclusion part of the city’s culture, so that all feel safe, welcomed, respected, valued and connected",
        "Faire de l’inclusion une façon d’être de la ville, pour que toutes et tous se sentent en sécurité, \
         accueillis, respectés, valorisés et reliés aux autres",
    )],
    goals: &[
        t(
            "Newcomers build ties in the community",
            "Les nouveaux arrivants tissent des liens dans la communauté",
        ),
        t("Newcomers find work", "Les nouveaux arrivants trouvent un emploi"),
        t(
            "Newcomers and long-time residents meet and come to understand and accept one another",
            "Nouveaux arrivants et résidents de longue date se rencontrent, se comprennent et s’acceptent",
        ),
    ],
    principles: &[],
    organizations: ORGANIZATIONS,
    councils: COUNCILS,
    people: people::MEDICINE_HAT,
    expressions: &[],
    sign_ins: &[
        SignInSeed { who: SignInAs::Coordinator, person: "odile-marchetti" },
        SignInSeed { who: SignInAs::Chair, person: "teklit-sorensen" },
        SignInSeed { who: SignInAs::Partner, person: "pilar-ostrander" },
        SignInSeed { who: SignInAs::Funder, person: "harriet-nzinga" },
    ],
};

/// What the article tells of the checklist’s questions; of all others nothing is known, and nothing is made up. It bears no
/// date: the day is the one on which it was read for the demo.
pub(crate) const ANSWERS: &[AnswerSeed] = &[
    AnswerSeed {
        question: "police",
        has: "partly",
        strengths: "The police service is one of the partners in the teams.",
        weaknesses: "What it knows of newcomers’ concerns, and who looks after them, is not said.",
        told_by: ARTICLE,
        days_ago: 0,
    },
    AnswerSeed {
        question: "leaders",
        has: "yes",
        strengths: "The city and the chamber of commerce are partners in the teams.",
        weaknesses: "",
        told_by: ARTICLE,
        days_ago: 0,
    },
    AnswerSeed {
        question: "schools",
        has: "partly",
        strengths: "Local school boards are among the partners in the teams.",
        weaknesses: "What they do is not said; colleges are not mentioned.",
        told_by: ARTICLE,
        days_ago: 0,
    },
    AnswerSeed {
        question: "clinics",
        has: "partly",
        strengths: "Community agencies take part: a housing society, an immigrant service, a human service agency.",
        weaknesses: "Of clinics nothing is said, nor who can get in.",
        told_by: ARTICLE,
        days_ago: 0,
    },
];

const ARTICLE: &str = "A local newspaper’s article";

const fn organization(slug: &'static str, sector: Sector, name: T, since: When) -> OrganizationSeed {
    OrganizationSeed::new(slug, sector, name, "medicine-hat", APPROXIMATE).joined(since)
}

const ORGANIZATIONS: &[OrganizationSeed] = &[
    organization(
        "city-of-medicine-hat",
        Sector::Municipality,
        t("City of Medicine Hat", "Ville de Medicine Hat"),
        FIRST,
    ),
    organization(
        "medicine-hat-police-service",
        Sector::Police,
        t("Medicine Hat Police Service", "Service de police de Medicine Hat"),
        FIRST,
    ),
    organization(
        "medicine-hat-chamber-of-commerce",
        Sector::BusinessAssociation,
        t(
            "Medicine Hat and District Chamber of Commerce",
            "Chambre de commerce de Medicine Hat et de son district",
        ),
        FIRST,
    ),
    organization(
        "medicine-hat-community-housing-society",
        Sector::Housing,
        named("Medicine Hat Community Housing Society"),
        GREW,
    ),
    organization("saamis-immigration", Sector::Settlement, named("Saamis Immigration"), FIRST),
    organization("being-human-services", Sector::Community, named("Being Human Services"), FIRST),
];

const fn team(
    slug: &'static str,
    name: T,
    outcome: T,
    mandate: T,
    seats: &'static [SeatSeed],
) -> CouncilSeed {
    CouncilSeed {
        slug,
        parent: None,
        word: BodyWord::Team,
        name,
        outcome,
        mandate,
        open: true,
        seats,
        terms_of_reference: &[],
    }
}

const fn named_seat(sector: Sector, organization: &'static str, since: When) -> SeatSeed {
    SeatSeed::of(sector).for_organization(organization).not_named(1).since(since).note(PLACED_BY_FIELD)
}

const fn kind(sector: Sector, category: T, places: u8, since: When) -> SeatSeed {
    SeatSeed::new(category).sector(sector).not_named(places).since(since).note(NOT_NAMED)
}

const SCHOOL_BOARD: T = t3("Local school board", "Conseil scolaire local", "مجلس المدارس المحلي");
const AGENCY: T = t3("Employment agency", "Agence d’emploi", "وكالة توظيف");
const FIRM: T = t3("Private business", "Entreprise privée", "شركة خاصة");
const GROUP: T = t3("Intercultural group", "Groupe interculturel", "مجموعة متعددة الثقافات");
const NEIGHBOURHOOD: T = t3("Neighbourhood association", "Association de quartier", "جمعية حي");

const COUNCILS: &[CouncilSeed] = &[
    team(
        "community-connections",
        t3("Community Connections Team", "Équipe des liens communautaires", "فريق الروابط المجتمعية"),
        t3(
            "Newcomers know people, places and groups in Medicine Hat and feel part of the city.",
            "Les nouveaux arrivants connaissent des gens, des lieux et des groupes à Medicine Hat et se sentent \
             partie prenante de la ville.",
            "يتعرّف القادمون الجدد إلى الناس والأماكن والجماعات في ميديسن هات ويشعرون بأنهم جزء من المدينة.",
        ),
        t(
            "Carry the first priority: help newcomers build ties in the community.",
            "Porter la première priorité\u{a0}: aider les nouveaux arrivants à tisser des liens dans la communauté.",
        ),
        &[
            named_seat(Sector::Municipality, "city-of-medicine-hat", FIRST)
                .held(&[TermSeed::since("teklit-sorensen", FIRST)])
                .office(Office::Chair),
            named_seat(Sector::Settlement, "saamis-immigration", FIRST)
                .held(&[TermSeed::since("pilar-ostrander", FIRST)]),
            named_seat(Sector::Housing, "medicine-hat-community-housing-society", GREW),
            kind(Sector::SchoolBoard, SCHOOL_BOARD, 1, GREW),
            kind(Sector::Neighbourhood, NEIGHBOURHOOD, 1, GREW),
            kind(Sector::Neighbourhood, NEIGHBOURHOOD, 1, OPENED),
        ],
    ),
    team(
        "employment",
        t3("Employment Team", "Équipe de l’emploi", "فريق العمل والتوظيف"),
        t3(
            "Newcomers find work in which their skills are used.",
            "Les nouveaux arrivants trouvent un emploi qui met à profit leurs compétences.",
            "يجد القادمون الجدد عملًا يستفيد من مهاراتهم.",
        ),
        t(
            "Carry the second priority: help newcomers find employment.",
            "Porter la deuxième priorité\u{a0}: aider les nouveaux arrivants à trouver un emploi.",
        ),
        &[
            named_seat(Sector::BusinessAssociation, "medicine-hat-chamber-of-commerce", FIRST)
                .held(&[TermSeed::since("bronwyn-azadi", FIRST)])
                .office(Office::Chair),
            kind(Sector::Employment, AGENCY, 2, GREW),
            kind(Sector::Business, FIRM, 2, GREW),
            kind(Sector::Business, FIRM, 2, OPENED),
        ],
    ),
    team(
        "living-together",
        t3(
            "Newcomers and Long-Time Residents Team",
            "Équipe nouveaux arrivants et résidents de longue date",
            "فريق القادمين الجدد والسكان القدامى",
        ),
        t3(
            "People who are new to the city and people who have long lived there know, understand and accept one \
             another.",
            "Les personnes nouvellement arrivées et celles qui vivent ici depuis longtemps se connaissent, se \
             comprennent et s’acceptent.",
            "يتعارف القادمون إلى المدينة حديثًا وسكانها القدامى ويتفاهمون ويتقبّل بعضهم بعضًا.",
        ),
        t(
            "Carry the third priority: bring newcomers and long-time residents together.",
            "Porter la troisième priorité\u{a0}: rapprocher les nouveaux arrivants et les résidents de longue date.",
        ),
        &[
            named_seat(Sector::Police, "medicine-hat-police-service", FIRST),
            named_seat(Sector::Community, "being-human-services", FIRST)
                .held(&[TermSeed::since("luca-petrovych", FIRST)])
                .office(Office::Chair),
            kind(Sector::SchoolBoard, SCHOOL_BOARD, 1, GREW),
            kind(Sector::Intercultural, GROUP, 2, GREW),
            kind(Sector::Intercultural, GROUP, 2, OPENED),
            kind(Sector::Neighbourhood, NEIGHBOURHOOD, 1, OPENED),
        ],
    ),
];
