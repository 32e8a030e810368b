//! The two bodies of Portage Falls and what they have agreed about themselves.

use super::seats;
use crate::world::{BodyWord, CouncilSeed, TermsOfReferenceSeed, When, t, t3};

pub(super) const COUNCILS: &[CouncilSeed] = &[
    CouncilSeed {
        slug: "partnership-council",
        parent: None,
        word: BodyWord::Council,
        name: t3("Partnership Council", "Conseil du partenariat", "مجلس الشراكة"),
        outcome: t3(
            "People who come to Portage Falls stay because the town works for them, and the town does better because \
             they stay.",
            "Celles et ceux qui arrivent à Portage Falls y restent parce qu’on y vit bien, et la ville se porte mieux \
             parce qu’ils y restent.",
            "يبقى القادمون إلى بورتاج فولز لأن العيش فيها يناسبهم، وتزدهر البلدة ببقائهم.",
        ),
        mandate: t(
            "Set the partnership’s direction, approve its yearly action plan, look at the results every quarter and \
             speak for it.",
            "Donner au partenariat son orientation, approuver son plan d’action annuel, examiner les résultats chaque \
             trimestre et parler en son nom.",
        ),
        open: false,
        seats: seats::COUNCIL,
        terms_of_reference: COUNCIL_TERMS,
    },
    CouncilSeed {
        slug: "work-and-language",
        parent: Some("partnership-council"),
        word: BodyWord::WorkingGroup,
        name: t3(
            "Work and Language Working Group",
            "Groupe de travail sur l’emploi et la langue",
            "مجموعة العمل المعنية بالعمل واللغة",
        ),
        outcome: t3(
            "Newcomers find work in their own field within two years, in the official language of their choice.",
            "Les nouveaux arrivants trouvent en moins de deux ans un emploi dans leur domaine, dans la langue \
             officielle de leur choix.",
            "يجد القادمون الجدد خلال سنتين عملًا في مجال اختصاصهم، باللغة الرسمية التي يختارونها.",
        ),
        mandate: t(
            "Bring employers, teachers and newcomers to one table, try out two things a year and tell the council what \
             worked and what did not.",
            "Réunir employeurs, personnel enseignant et nouveaux arrivants à une même table, mettre à l’essai deux \
             initiatives par année et dire au conseil ce qui a fonctionné et ce qui n’a pas fonctionné.",
        ),
        open: true,
        seats: seats::WORKING_GROUP,
        terms_of_reference: &[TermsOfReferenceSeed {
            approved: When::In(-640),
            text: t(
                "The group meets every second month, on the employers’ premises when it can. Anyone may come and \
                 speak; those who hold a seat decide, by consensus. The chair reports to the Partnership Council. \
                 Notes are sent in both official languages within ten days.",
                "Le groupe se réunit tous les deux mois, chez un employeur lorsque c’est possible. Toute personne peut \
                 venir et prendre la parole; celles qui occupent une place décident, par consensus. La présidence rend \
                 compte au conseil du partenariat. Le compte rendu est envoyé dans les deux langues officielles dans \
                 les dix jours.",
            ),
            change: t("First version.", "Première version."),
        }],
    },
];

const COUNCIL_TERMS: &[TermsOfReferenceSeed] = &[
    TermsOfReferenceSeed {
        approved: When::In(-2100),
        text: t(
            "The council has eighteen seats. Members serve two years. The municipality chairs. Half of the seats held \
             make a quorum.",
            "Le conseil compte dix-huit places. Les membres siègent deux ans. La municipalité assure la présidence. La \
             moitié des places occupées constitue le quorum.",
        ),
        change: t("First version.", "Première version."),
    },
    TermsOfReferenceSeed {
        approved: When::In(-930),
        text: t(
            "The council has twenty-two seats. Members serve three years and may serve twice in a row. Two co-chairs \
             lead it: one for the municipality, one for residents who came here as immigrants. Half of the seats held \
             make a quorum; when a meeting fails for want of one, those who come to the next are its quorum.",
            "Le conseil compte vingt-deux places. Les membres siègent trois ans, pour deux mandats de suite au plus. \
             Deux personnes assurent la coprésidence\u{a0}: l’une pour la municipalité, l’autre pour les personnes ayant \
             vécu l’immigration. La moitié des places occupées constitue le quorum; si une réunion échoue faute de \
             quorum, les personnes présentes à la suivante le constituent.",
        ),
        change: t(
            "A second co-chair and four seats for residents and the Francophone network; a rule for meetings without \
             a quorum.",
            "Ajout d’une deuxième coprésidence et de quatre places pour la population et le réseau francophone; règle \
             pour les réunions sans quorum.",
        ),
    },
    TermsOfReferenceSeed {
        approved: When::In(-75),
        text: t(
            "The council has twenty-two seats. Members serve three years and may serve twice in a row. Two co-chairs \
             lead it: one for the municipality, one for residents who came here as immigrants. Half of the seats held \
             make a quorum; when a meeting fails for want of one, those who come to the next are its quorum. A call \
             for expressions of interest goes out in spring and in fall, in every language of the partnership; late \
             ones are kept for the next call. A member may ask that the public not see their name.",
            "Le conseil compte vingt-deux places. Les membres siègent trois ans, pour deux mandats de suite au plus. \
             Deux personnes assurent la coprésidence\u{a0}: l’une pour la municipalité, l’autre pour les personnes ayant \
             vécu l’immigration. La moitié des places occupées constitue le quorum; si une réunion échoue faute de \
             quorum, les personnes présentes à la suivante le constituent. Un appel de candidatures est diffusé au \
             printemps et à l’automne, dans toutes les langues du partenariat; les candidatures tardives sont \
             conservées pour l’appel suivant. Un membre peut demander que son nom ne soit pas rendu public.",
        ),
        change: t(
            "Calls twice a year in all languages, and the right not to be named in public.",
            "Appels deux fois l’an dans toutes les langues et droit de ne pas être nommé publiquement.",
        ),
    },
];
