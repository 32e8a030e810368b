//! Hamilton Immigration Partnership Council, after its action plan of April 2010.

use super::{
    AreaSeed, BodyWord, CouncilSeed, Office, OrganizationSeed, PartnershipSeed, SeatSeed, Sector, SignInAs,
    SignInSeed, T, TermSeed, TermsOfReferenceSeed, When, people, t, t3, text::named,
};
use jiff::civil::date;

/// The month of the action plan.
const PLAN: When = When::About(date(2010, 4, 1));

const NOT_LISTED: T = t(
    "The plan speaks to this kind of institution; it does not list the council’s places or who holds them.",
    "Le plan s’adresse à ce genre d’établissement ou d’organisme; il n’énumère ni les places du conseil ni leurs \
     titulaires.",
);

/// The partnership.
pub const HAMILTON: PartnershipSeed = PartnershipSeed {
    slug: "hamilton",
    invented: false,
    name: t3(
        "Hamilton Immigration Partnership Council",
        "Conseil de partenariat en immigration de Hamilton",
        "مجلس شراكة الهجرة في هاملتون",
    ),
    place: t3("Hamilton, Ontario", "Hamilton (Ontario)", "هاملتون، أونتاريو"),
    founded: None,
    about: t3(
        "The city, its institutions, agencies, businesses and community groups carry out Hamilton’s Immigration \
         Strategy together. The council holds it in common: it sets direction, looks at the results and recommends \
         what should change.",
        "La municipalité, les établissements, les organismes, les entreprises et les groupes communautaires mettent en \
         œuvre ensemble la Stratégie d’immigration de Hamilton. Le conseil en assure l’unité\u{a0}: il donne les \
         orientations, examine les résultats et recommande les changements à apporter.",
        "تنفّذ المدينة ومؤسساتها ومنظماتها وشركاتها وجماعاتها الأهلية معًا استراتيجية الهجرة في هاملتون. ويتولّى المجلس \
         توجيه هذا العمل المشترك: يحدّد الوجهة، وينظر في النتائج، ويوصي بما ينبغي تغييره.",
    ),
    history: t(
        "In April 2010 the council published the action plan of the Immigration Strategy: four priorities, each with \
         goals and strategic actions, to be worked out in detail by the community’s own partners. The plan names few \
         organizations. Places below follow the institutions and sectors it addresses; how the council was made up is \
         not stated.",
        "En avril 2010, le conseil a publié le plan d’action de la Stratégie d’immigration\u{a0}: quatre priorités, \
         assorties d’objectifs et d’actions stratégiques que les partenaires de la communauté doivent préciser. Le \
         plan nomme peu d’organismes. Les places ci-dessous suivent les établissements et les secteurs auxquels il \
         s’adresse; la composition du conseil n’y est pas indiquée.",
    ),
    source: t(
        "Drawn from the council’s action plan of April 2010, in our own words. People are invented.",
        "D’après le plan d’action du conseil (avril 2010), dans nos propres mots. Les personnes sont inventées.",
    ),
    time_zone: "America/Toronto",
    languages: &["en", "fr", "ar"],
    areas: &[AreaSeed { slug: "hamilton", name: named("Hamilton"), code: Some("3525005") }],
    needs: &[],
    purposes: &[t(
        "Carry out the Immigration Strategy together, at every level of the community",
        "Mettre en œuvre ensemble la Stratégie d’immigration, à tous les échelons de la communauté",
    )],
    goals: GOALS,
    principles: &[],
    organizations: ORGANIZATIONS,
    councils: COUNCILS,
    people: people::HAMILTON,
    expressions: &[],
    sign_ins: &[
        SignInSeed { who: SignInAs::Coordinator, person: "dagmar-okeke" },
        SignInSeed { who: SignInAs::Chair, person: "emeka-dallaire" },
        SignInSeed { who: SignInAs::Partner, person: "peter-novosad" },
        SignInSeed { who: SignInAs::Funder, person: "josette-banerjee" },
    ],
};

const GOALS: &[T] = &[
    t(
        "Leadership that is shared: residents, institutions and all levels of government work on integration together",
        "Un leadership partagé\u{a0}: population, établissements et ordres de gouvernement travaillent ensemble à \
         l’intégration",
    ),
    t(
        "Settlement services that hang together, last and are easy to reach",
        "Des services d’établissement cohérents, durables et faciles d’accès",
    ),
    t(
        "A welcoming community with a public life in which all are at home",
        "Une communauté accueillante, où chaque personne trouve sa place dans la vie publique",
    ),
    t(
        "Knowledge about immigration that is gathered, shared and used",
        "Des connaissances sur l’immigration recueillies, diffusées et mises à profit",
    ),
];

const fn organization(slug: &'static str, sector: Sector, name: T, note: T) -> OrganizationSeed {
    OrganizationSeed::new(slug, sector, name, "hamilton", note)
}

const ORGANIZATIONS: &[OrganizationSeed] = &[
    organization(
        "city-of-hamilton",
        Sector::Municipality,
        t("City of Hamilton", "Ville de Hamilton"),
        t(
            "The municipal government, first among those the plan asks to act. The joining date is approximate.",
            "L’administration municipale, première de celles que le plan appelle à agir. La date d’adhésion est \
             approximative.",
        ),
    )
    .joined(PLAN),
    organization(
        "inform-hamilton",
        Sector::Community,
        named("Inform Hamilton"),
        t(
            "Partner for the electronic directory of settlement services. The joining date is approximate.",
            "Partenaire du répertoire électronique des services d’établissement. La date d’adhésion est approximative.",
        ),
    )
    .joined(PLAN),
    organization(
        "government-of-ontario",
        Sector::Government,
        t("Government of Ontario", "Gouvernement de l’Ontario"),
        t(
            "The provincial level, with which the plan seeks closer ties; not named as a partner.",
            "L’ordre provincial, avec lequel le plan souhaite des liens plus étroits; n’est pas cité comme partenaire.",
        ),
    )
    .speaks(&["en", "fr"]),
    organization(
        "government-of-canada",
        Sector::Government,
        t("Government of Canada", "Gouvernement du Canada"),
        t(
            "The federal level, with which the plan seeks closer ties; not named as a partner.",
            "L’ordre fédéral, avec lequel le plan souhaite des liens plus étroits; n’est pas cité comme partenaire.",
        ),
    )
    .speaks(&["en", "fr"]),
];

const fn kind(sector: Sector, category: T, places: u8) -> SeatSeed {
    SeatSeed::new(category).sector(sector).not_named(places).note(NOT_LISTED)
}

const SEATS: &[SeatSeed] = &[
    SeatSeed::new(t3("Chair", "Présidence", "الرئاسة"))
        .office(Office::Chair)
        .held(&[TermSeed::since("emeka-dallaire", PLAN)]),
    kind(Sector::Municipality, t3("Municipal government", "Administration municipale", "الإدارة البلدية"), 1)
        .for_organization("city-of-hamilton")
        .held(&[TermSeed::since("yusra-mcallister", PLAN)]),
    kind(Sector::Government, t3("Provincial government", "Gouvernement provincial", "حكومة المقاطعة"), 1)
        .for_organization("government-of-ontario"),
    kind(Sector::Government, t3("Federal government", "Gouvernement fédéral", "الحكومة الاتحادية"), 1)
        .for_organization("government-of-canada"),
    kind(Sector::Community, t3("Information service", "Service d’information", "خدمة معلومات"), 1)
        .for_organization("inform-hamilton")
        .held(&[TermSeed::since("peter-novosad", PLAN)]),
    kind(
        Sector::Settlement,
        t3("Formal settlement agency", "Organisme d’établissement officiel", "مؤسسة استقرار رسمية"),
        2,
    ),
    kind(
        Sector::Intercultural,
        t3(
            "Immigrant or ethno-specific agency",
            "Organisme d’immigrants ou ethnospécifique",
            "منظمة للمهاجرين أو لجالية بعينها",
        ),
        2,
    ),
    kind(
        Sector::Neighbourhood,
        t3(
            "Informal network or volunteer group",
            "Réseau informel ou groupe de bénévoles",
            "شبكة غير رسمية أو مجموعة متطوعين",
        ),
        2,
    ),
    kind(Sector::SchoolBoard, t3("School institution", "Établissement scolaire", "مؤسسة مدرسية"), 1),
    kind(Sector::Health, t3("Health institution", "Établissement de santé", "مؤسسة صحية"), 1),
    kind(Sector::Housing, t3("Housing provider", "Fournisseur de logements", "جهة توفر المساكن"), 1),
    kind(Sector::Transit, t3("Public transit", "Transport en commun", "النقل العام"), 1),
    kind(
        Sector::Employment,
        t3("Employment and bridging programs", "Emploi et formation relais", "برامج التوظيف والتأهيل"),
        1,
    ),
    kind(Sector::Business, t3("Employer or business", "Employeur ou entreprise", "صاحب عمل أو شركة"), 2),
    kind(Sector::Funder, t3("Funding agency", "Bailleur de fonds", "جهة ممولة"), 1),
    kind(Sector::Research, t3("Settlement research", "Recherche sur l’établissement", "بحوث الاستقرار"), 1),
    kind(Sector::Resident, t3("Newcomers", "Nouveaux arrivants", "القادمون الجدد"), 2),
];

const COUNCILS: &[CouncilSeed] = &[CouncilSeed {
    slug: "partnership-council",
    parent: None,
    word: BodyWord::Council,
    name: t3("Partnership Council", "Conseil de partenariat", "مجلس الشراكة"),
    outcome: t3(
        "Newcomers find their place in Hamilton because all its institutions and people do their part.",
        "Les nouveaux arrivants trouvent leur place à Hamilton parce que l’ensemble des établissements et de la \
         population y contribue.",
        "يجد القادمون الجدد مكانهم في هاملتون لأن مؤسساتها وأهلها جميعًا يؤدّون دورهم.",
    ),
    mandate: t(
        "Support all partners in carrying out the plan, keep the whole in view and recommend improvements.",
        "Appuyer tous les partenaires dans la mise en œuvre du plan, garder une vue d’ensemble et recommander des \
         améliorations.",
    ),
    open: false,
    seats: SEATS,
    terms_of_reference: &[TermsOfReferenceSeed {
        approved: PLAN,
        text: t(
            "The council is the standard bearer for immigration in Hamilton and gives direction and oversight. It \
             promotes policies, protocols and structures through which good practice in settlement takes root in \
             public institutions. It goes through the figures on settlement and integration and recommends changes \
             in policy or in daily work.",
            "Le conseil se fait le porte-étendard de l’immigration à Hamilton, donne les orientations et exerce la \
             surveillance. Il fait la promotion de politiques, de protocoles et de structures qui ancrent les bonnes \
             pratiques d’établissement dans les institutions publiques. Il examine les données sur l’établissement et \
             l’intégration et recommande des changements aux politiques ou aux façons de faire.",
        ),
        change: t(
            "First version, gathered from what the action plan asks of the council.",
            "Première version, tirée de ce que le plan d’action demande au conseil.",
        ),
    }],
}];
