//! The Central Council and the six sub-councils: 125 places in all.

use crate::world::{
    BodyWord, CouncilSeed, Holding, Office, SeatSeed, Sector, T, TermSeed, TermsOfReferenceSeed, When, t, t3,
    text::named,
};
use jiff::civil::date;

const START: When = When::About(date(2013, 1, 1));

const HOLDER_NOT_NAMED: T =
    t("Seat holder not named in the source.", "La source ne nomme pas la personne qui occupe cette place.");
const TIED: T = t(
    "The source ties this organization to the sub-council.",
    "La source rattache cet organisme au sous-conseil.",
);
const OF_2015: T =
    t("A category of the terms of reference of 2015.", "Catégorie prévue par le cadre de référence de 2015.");
const PARTNER: T = t3(
    "Partner organization or community",
    "Organisme partenaire ou communauté",
    "منظمة شريكة أو جماعة شريكة",
);
const CHAIR: T = t3("Sub-council chair", "Présidence du sous-conseil", "رئاسة المجلس الفرعي");
const CO_CHAIR: T = t3(
    "Co-chair of the Central Council",
    "Coprésidence du conseil central",
    "الرئاسة المشتركة للمجلس المركزي",
);

/// Places whose holders the source counts and does not name.
const fn others(places: u8) -> SeatSeed {
    SeatSeed::new(PARTNER).not_named(places).note(HOLDER_NOT_NAMED)
}

const fn chair(holding: Holding) -> SeatSeed {
    let mut seat = SeatSeed::new(CHAIR).office(Office::Chair);
    seat.holding = holding;
    seat
}

const fn tied(sector: Sector, organization: &'static str) -> SeatSeed {
    SeatSeed::of(sector).for_organization(organization).not_named(1).note(TIED)
}

const fn of_2015(sector: Sector, category: T) -> SeatSeed {
    SeatSeed::new(category).sector(sector).not_named(1).note(OF_2015)
}

const fn by_chair(category: T, holding: Holding) -> SeatSeed {
    let mut seat = SeatSeed::new(category).ex_officio().note(t(
        "Comes with the chair of the sub-council.",
        "Place rattachée à la présidence du sous-conseil.",
    ));
    seat.holding = holding;
    seat
}

const CHAIR_OF_EDUCATION: Holding = Holding::Terms(&[TermSeed::since("selam-whitlock", START)]);
const CHAIR_OF_EMPLOYMENT: Holding = Holding::Terms(&[TermSeed::since("lourdes-makela", START)]);
const CHAIR_OF_HEALTH: Holding = Holding::Terms(&[TermSeed::since("meera-lindqvist", START)]);
const CHAIR_OF_INCLUSION: Holding = Holding::Terms(&[TermSeed::since("ines-kowalczuk", START)]);
const CHAIR_OF_JUSTICE: Holding = Holding::Terms(&[TermSeed::since("naw-eh-carmody", START)]);
const CHAIR_OF_SETTLEMENT: Holding = Holding::Terms(&[TermSeed::since("tobias-haidari", START)]);

const CENTRAL_SEATS: &[SeatSeed] = &[
    SeatSeed::new(CO_CHAIR).office(Office::CoChair).held(&[TermSeed::since("cosmo-adeyinka", START)]),
    SeatSeed::new(CO_CHAIR).office(Office::CoChair).held(&[TermSeed::since("ruth-benhaddou", START)]),
    by_chair(t3("Chair, Education", "Présidence, éducation", "رئاسة مجلس التعليم"), CHAIR_OF_EDUCATION),
    by_chair(t3("Chair, Employment", "Présidence, emploi", "رئاسة مجلس التوظيف"), CHAIR_OF_EMPLOYMENT),
    by_chair(
        t3("Chair, Health & Wellbeing", "Présidence, santé et mieux-être", "رئاسة مجلس الصحة والعافية"),
        CHAIR_OF_HEALTH,
    ),
    by_chair(
        t3(
            "Chair, Inclusion & Civic Engagement",
            "Présidence, inclusion et participation citoyenne",
            "رئاسة مجلس الدمج والمشاركة المدنية",
        ),
        CHAIR_OF_INCLUSION,
    ),
    by_chair(
        t3(
            "Chair, Justice & Protection Services",
            "Présidence, justice et services de protection",
            "رئاسة مجلس العدالة وخدمات الحماية",
        ),
        CHAIR_OF_JUSTICE,
    ),
    by_chair(
        t3("Chair, Settlement", "Présidence, établissement", "رئاسة مجلس الاستقرار"),
        CHAIR_OF_SETTLEMENT,
    ),
    of_2015(Sector::Community, named("United Way")),
    of_2015(Sector::Francophone, t3("Francophone network", "Réseau francophone", "الشبكة الناطقة بالفرنسية"))
        .ex_officio(),
    of_2015(
        Sector::Settlement,
        t3("The partnership’s own office", "Bureau du partenariat", "مكتب الشراكة نفسه"),
    )
    .ex_officio()
    .held(&[TermSeed::since("imelda-farrow", START)]),
    others(6),
];

const fn sub_council(slug: &'static str, name: T, outcome: T, seats: &'static [SeatSeed]) -> CouncilSeed {
    CouncilSeed {
        slug,
        parent: Some("central-council"),
        word: BodyWord::SubCouncil,
        name,
        outcome,
        mandate: t(
            "Work towards the outcome through joint projects, and report to the Central Council on what was done, what \
             came of it and what should come next.",
            "Travailler à l’atteinte du résultat visé par des projets communs et rendre compte au conseil central de \
             ce qui a été fait, de ce qui en est ressorti et de ce qui devrait suivre.",
        ),
        open: true,
        seats,
        terms_of_reference: &[],
    }
}

pub(super) const COUNCILS: &[CouncilSeed] = &[
    CouncilSeed {
        slug: "central-council",
        parent: None,
        word: BodyWord::Council,
        name: t3("Central Council", "Conseil central", "المجلس المركزي"),
        outcome: t3(
            "Governments, services, businesses and residents act together, and immigrants’ lives go better for it.",
            "Les gouvernements, les services, les entreprises et la population agissent de concert, et la vie des \
             personnes immigrantes s’en trouve améliorée.",
            "تعمل الحكومات والخدمات والشركات والسكان معًا، فتتحسن حياة المهاجرين.",
        ),
        mandate: t(
            "Give direction and oversight to the whole partnership: keep asking the community, work with what exists \
             already, and look for openings that help immigrants.",
            "Orienter et superviser l’ensemble du partenariat\u{a0}: continuer de consulter la communauté, miser sur \
             les initiatives existantes et chercher des occasions d’améliorer la situation des personnes immigrantes.",
        ),
        open: false,
        seats: CENTRAL_SEATS,
        terms_of_reference: &[TermsOfReferenceSeed {
            approved: When::About(date(2015, 4, 1)),
            text: t(
                "Seats are filled by numbered categories; some come with an office, such as those of the Francophone \
                 network and of the partnership’s own office. Calls for expressions of interest go out twice a year, \
                 in spring and in fall, and late ones are kept. A recruitment work group reads and interviews, \
                 together with the chair of the sub-council concerned. Co-chairs are recruited by a procedure of \
                 their own. When a sub-council’s meeting fails for want of a quorum, those who come to the next one \
                 are its quorum.",
                "Les places sont pourvues par catégories numérotées; certaines sont rattachées à une fonction, comme \
                 celles du réseau francophone et du bureau du partenariat. Un appel de candidatures est diffusé deux \
                 fois l’an, au printemps et à l’automne, et les candidatures tardives sont conservées. Un groupe de \
                 travail sur le recrutement lit les candidatures et mène les entrevues avec la présidence du \
                 sous-conseil visé. La coprésidence fait l’objet d’une procédure distincte. Lorsqu’une réunion d’un \
                 sous-conseil ne peut se tenir faute de quorum, les personnes présentes à la suivante constituent le \
                 quorum.",
            ),
            change: t(
                "Summary of the version approved in April 2015, which lists its amendments. The day is approximate, \
                 and earlier versions are not known to us.",
                "Résumé de la version approuvée en avril 2015, qui énumère ses modifications. Le jour est approximatif, \
                 et nous ne connaissons pas les versions antérieures.",
            ),
        }],
    },
    sub_council(
        "education",
        t3("Education Sub-council", "Sous-conseil de l’éducation", "المجلس الفرعي للتعليم"),
        t3(
            "Immigrants who learn, from language class and primary school to university, find programs and services \
             that suit them when they need them.",
            "Les personnes immigrantes en apprentissage, du cours de langue et de l’école primaire à l’université, \
             trouvent au bon moment des programmes et des services qui leur conviennent.",
            "يجد المتعلمون من المهاجرين، من صفوف اللغة والمدرسة الابتدائية إلى الجامعة، برامج وخدمات تناسبهم في الوقت \
             الذي يحتاجون إليها فيه.",
        ),
        &[
            chair(CHAIR_OF_EDUCATION),
            SeatSeed::of(Sector::HigherEducation)
                .for_organization("western-university")
                .office(Office::ViceChair)
                .held(&[TermSeed::since("anneke-tran", START)])
                .note(TIED),
            others(16),
        ],
    ),
    sub_council(
        "employment",
        t3("Employment Sub-council", "Sous-conseil de l’emploi", "المجلس الفرعي للعمل والتوظيف"),
        t3(
            "Immigrants can count on help towards work without waiting: mentors, bridging programs, job search and \
             recognition of what they learned abroad.",
            "Les personnes immigrantes reçoivent sans attendre l’aide qui mène à l’emploi\u{a0}: mentorat, formation \
             relais, recherche d’emploi et évaluation des titres de compétences.",
            "يحصل المهاجرون من دون انتظار على ما يعينهم على العمل: مرشدون مهنيون، وبرامج تجسير، ومساعدة في البحث عن \
             عمل، وتقييم للشهادات والمؤهلات.",
        ),
        &[
            chair(CHAIR_OF_EMPLOYMENT),
            tied(Sector::Employment, "london-middlesex-immigrant-employment-council")
                .held(&[TermSeed::since("joaquin-ferrier", START)]),
            tied(Sector::Employment, "employment-sector-council"),
            tied(Sector::Business, "small-business-centre"),
            tied(Sector::Municipality, "city-of-london").held(&[TermSeed::since("graham-oyelaran", START)]),
            others(13),
        ],
    ),
    sub_council(
        "health-wellbeing",
        t3(
            "Health & Wellbeing Sub-council",
            "Sous-conseil de la santé et du mieux-être",
            "المجلس الفرعي للصحة والعافية",
        ),
        t3(
            "Immigrants stay well in body and mind: care is within reach, war and trauma are understood, and there is \
             help with food, leisure and everyday skills.",
            "Les personnes immigrantes préservent leur santé physique et mentale\u{a0}: les soins sont accessibles, les \
             séquelles de la guerre et des traumatismes sont comprises, et il existe du soutien pour l’alimentation, \
             les loisirs et les compétences de la vie courante.",
            "يتمتع المهاجرون بصحة بدنية ونفسية جيدة: الرعاية في متناولهم، وآثار الحرب والصدمات مفهومة، وثمة دعم في \
             التغذية والترفيه ومهارات الحياة اليومية.",
        ),
        &[chair(CHAIR_OF_HEALTH), others(17)],
    ),
    sub_council(
        "inclusion-civic-engagement",
        t3(
            "Inclusion & Civic Engagement Sub-council",
            "Sous-conseil de l’inclusion et de la participation citoyenne",
            "المجلس الفرعي للإدماج والمشاركة المدنية",
        ),
        t3(
            "With support for parents, children, culture and social life, every immigrant has a part in the community.",
            "Grâce au soutien offert aux parents, aux enfants, à la culture et à la vie sociale, chaque personne \
             immigrante prend part à la communauté.",
            "بفضل الدعم المقدَّم للأهل والأطفال وللحياة الثقافية والاجتماعية، يشارك كل مهاجر في حياة المجتمع.",
        ),
        &[chair(CHAIR_OF_INCLUSION), others(17)],
    ),
    sub_council(
        "justice-protection-services",
        t3(
            "Justice & Protection Services Sub-council",
            "Sous-conseil de la justice et des services de protection",
            "المجلس الفرعي للعدالة وخدمات الحماية",
        ),
        t3(
            "Immigrants know how justice works in Canada and find the services that prevent harm, such as child welfare.",
            "Les personnes immigrantes comprennent le système de justice canadien et trouvent les services de \
             prévention, comme la protection de l’enfance.",
            "يفهم المهاجرون نظام العدالة في كندا ويصلون إلى الخدمات التي تقي من الأذى، مثل خدمات حماية الطفل.",
        ),
        &[chair(CHAIR_OF_JUSTICE), others(17)],
    ),
    sub_council(
        "settlement",
        t3("Settlement Sub-council", "Sous-conseil de l’établissement", "المجلس الفرعي للاستقرار"),
        t3(
            "Settling here is a good experience: interpreters, housing, help in the first weeks, information and \
             referral make people feel welcome.",
            "S’établir ici est une expérience heureuse\u{a0}: interprètes, logement, aide des premières semaines, \
             information et aiguillage font que l’on se sent accueilli.",
            "الاستقرار هنا تجربة طيبة: الترجمة الشفوية والسكن والمساعدة في الأسابيع الأولى والمعلومات والإحالة تجعل \
             الناس يشعرون بالترحيب.",
        ),
        &[chair(CHAIR_OF_SETTLEMENT), others(17)],
    ),
];
