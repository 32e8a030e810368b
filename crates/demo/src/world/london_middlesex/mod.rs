//! London & Middlesex Local Immigration Partnership, after the poster on which it showed its successes (about 2013)
//! and, for seats that come with an office, its terms of reference of 2015.

mod councils;
mod organizations;

use super::{AreaSeed, PartnershipSeed, PrincipleSeed, SignInAs, SignInSeed, T, people, t, t3, text::named};

/// The partnership.
pub const LONDON_MIDDLESEX: PartnershipSeed = PartnershipSeed {
    slug: "london-middlesex",
    invented: false,
    name: t3(
        "London & Middlesex Local Immigration Partnership",
        "Partenariat local en matière d’immigration de London et Middlesex",
        "شراكة الهجرة المحلية في لندن وميدلسكس",
    ),
    place: t3("London and Middlesex, Ontario", "London et Middlesex (Ontario)", "لندن وميدلسكس، أونتاريو"),
    founded: None,
    about: t3(
        "Volunteers from about a hundred organizations and ethnic associations who help London and Middlesex to \
         welcome immigrants and to gain from their coming. A Central Council gives direction; six sub-councils each \
         look after one part of life, from schools to justice.",
        "Des bénévoles issus d’une centaine d’organismes et d’associations ethniques aident London et Middlesex à bien \
         accueillir les personnes immigrantes et à tirer parti de leur venue. Un conseil central donne les \
         orientations; six sous-conseils se penchent chacun sur un domaine de la vie, de l’école à la justice.",
        "متطوعون من نحو مئة منظمة وجمعية إثنية يساعدون لندن وميدلسكس على حسن استقبال المهاجرين والاستفادة من قدومهم. \
         يضع المجلس المركزي التوجّهات العامة، ويُعنى كل مجلس من المجالس الفرعية الستة بجانب من جوانب الحياة، من \
         المدرسة إلى العدالة.",
    ),
    history: t(
        "One of 34 partnerships in Ontario when the source was written. The source counts 125 places and close to \
         100 organizations, and names eleven. How the places are spread over the seven bodies is not stated: apart \
         from those it ties to a body, they are spread evenly here and carry no name.",
        "L’un des 34 partenariats de l’Ontario au moment où la source a été rédigée. Celle-ci compte 125 places et près \
         de 100 organismes, et en nomme onze. Elle ne dit pas comment les places se répartissent entre les sept \
         instances\u{a0}: hormis celles qu’elle rattache à l’une d’elles, elles sont réparties ici également et ne portent \
         aucun nom.",
    ),
    source: t(
        "Drawn from the partnership’s poster of about 2013 and its terms of reference of 2015, in our own words. \
         People are invented.",
        "D’après l’affiche du partenariat (vers 2013) et son cadre de référence de 2015, dans nos propres mots. Les \
         personnes sont inventées.",
    ),
    time_zone: "America/Toronto",
    languages: &["en", "fr", "ar"],
    areas: &[
        AreaSeed { slug: "london", name: named("London"), code: Some("3539036") },
        AreaSeed {
            slug: "middlesex", name: t("Middlesex County", "Comté de Middlesex"), code: Some("3539")
        },
    ],
    needs: &[],
    purposes: PURPOSES,
    goals: GOALS,
    principles: PRINCIPLES,
    organizations: organizations::ORGANIZATIONS,
    councils: councils::COUNCILS,
    people: people::LONDON_MIDDLESEX,
    expressions: &[],
    sign_ins: &[
        SignInSeed { who: SignInAs::Coordinator, person: "imelda-farrow" },
        SignInSeed { who: SignInAs::Chair, person: "cosmo-adeyinka" },
        SignInSeed { who: SignInAs::Partner, person: "joaquin-ferrier" },
        SignInSeed { who: SignInAs::Funder, person: "colette-prasad" },
    ],
};

const PURPOSES: &[T] = &[
    t(
        "Make communities in the city and the region stronger at serving immigrants and making room for them",
        "Rendre les communautés de la ville et de la région mieux à même de servir les personnes immigrantes et de leur \
         faire une place",
    ),
    t(
        "Offer a frame in which lasting local solutions are worked out and carried through together",
        "Offrir un cadre où des solutions locales durables sont élaborées et mises en œuvre ensemble",
    ),
    t(
        "Bring immigration into all of the community’s planning, so that everybody gains when newcomers do well",
        "Inscrire l’immigration dans toute la planification de la communauté, pour que la réussite des nouveaux \
         arrivants profite à l’ensemble",
    ),
];

const GOALS: &[T] = &[
    t("Services that immigrants can reach more easily", "Des services plus faciles d’accès"),
    t("Services provided in step with one another", "Des services offerts de façon coordonnée"),
    t(
        "Better results for immigrants in the labour market",
        "De meilleurs résultats sur le marché du travail",
    ),
    t(
        "A municipality better able to think ahead on immigration",
        "Une municipalité mieux outillée pour agir de façon stratégique en immigration",
    ),
    t(
        "A community more able to answer needs as they arise",
        "Une communauté mieux préparée à répondre aux besoins nouveaux",
    ),
    t(
        "A public that knows more about what integration takes",
        "Un public mieux au fait de ce que demande l’intégration",
    ),
];

const PRINCIPLES: &[PrincipleSeed] = &[
    PrincipleSeed {
        name: t("Inclusivity", "Inclusion"),
        meaning: t(
            "The work is for every immigrant in London and Middlesex, whatever their immigration status, citizenship, \
             age, gender, health, sexual orientation or years lived here.",
            "Le travail s’adresse à chaque personne immigrante de London et de Middlesex, quels que soient son statut, \
             sa citoyenneté, son âge, son genre, son état de santé, son orientation sexuelle et le nombre d’années \
             passées ici.",
        ),
    },
    PrincipleSeed {
        name: t("Advocacy", "Défense des intérêts"),
        meaning: t(
            "We speak up for immigrants’ full place in the community.",
            "Nous plaidons pour que les personnes immigrantes aient toute leur place dans la communauté.",
        ),
    },
    PrincipleSeed {
        name: named("Collaboration"),
        meaning: t(
            "Immigrants and the community they join answer for one another.",
            "Les personnes immigrantes et la communauté qui les accueille ont des responsabilités réciproques.",
        ),
    },
    PrincipleSeed {
        name: t("Diversity", "Diversité"),
        meaning: t(
            "We respect differences within communities and help cultures to understand each other.",
            "Nous respectons les différences au sein des communautés et favorisons la compréhension entre les cultures.",
        ),
    },
    PrincipleSeed {
        name: t("Social justice", "Justice sociale"),
        meaning: t(
            "We foster inclusion and a voice in public life for all, and work for the changes this takes.",
            "Nous favorisons l’inclusion et la participation de toutes et tous à la vie publique, et travaillons aux \
             changements nécessaires.",
        ),
    },
    PrincipleSeed {
        name: t("People first", "La personne d’abord"),
        meaning: t(
            "We start from all the needs of the person, not from those of the services.",
            "Nous partons de l’ensemble des besoins de la personne, et non de ceux des services.",
        ),
    },
    PrincipleSeed {
        name: t("Empowerment", "Pouvoir d’agir"),
        meaning: t(
            "We help people to regain and build on their power to live in health and to choose with good information.",
            "Nous aidons chaque personne à retrouver et à accroître sa capacité de vivre en santé et de faire des choix \
             éclairés.",
        ),
    },
];
