//! Portage Falls: a town, a partnership and people that do not exist, so that everything can be shown and tried.
//! Its days are counted from the day on which the demo is built: there is always a term about to end.

mod councils;
pub mod declarations;
mod expressions;
pub(crate) mod offers;
mod organizations;
pub(crate) mod outreach;
mod people;
mod seats;

use super::{AreaSeed, PartnershipSeed, PrincipleSeed, SignInAs, SignInSeed, When, t, t3, text::named};

/// The partnership.
pub const PORTAGE_FALLS: PartnershipSeed = PartnershipSeed {
    slug: "portage-falls",
    invented: true,
    name: t3(
        "Portage Falls Local Immigration Partnership",
        "Partenariat local en matière d’immigration de Portage Falls",
        "شراكة الهجرة المحلية في بورتاج فولز",
    ),
    place: t3(
        "Portage Falls, Ontario (an invented town)",
        "Portage Falls (Ontario), ville inventée",
        "بورتاج فولز، أونتاريو (بلدة متخيَّلة)",
    ),
    founded: Some(When::In(-2230)),
    about: t3(
        "An invented partnership in an invented town: no such place, organization or person exists. Thirty partners, \
         from the hospital to a tea evening in a kitchen, work so that people who come to Portage Falls can stay, work \
         and belong.",
        "Un partenariat inventé dans une ville inventée\u{a0}: ni le lieu, ni les organismes, ni les personnes \
         n’existent. Trente partenaires, de l’hôpital à une soirée de thé dans une cuisine, œuvrent pour que celles et \
         ceux qui arrivent à Portage Falls puissent y rester, y travailler et s’y sentir chez eux.",
        "شراكة متخيَّلة في بلدة متخيَّلة: لا وجود لهذا المكان ولا لهذه المنظمات أو الأشخاص. يعمل ثلاثون شريكًا، من \
         المستشفى إلى أمسية شاي في مطبخ، كي يتمكن القادمون إلى بورتاج فولز من البقاء والعمل والشعور بالانتماء.",
    ),
    history: t(
        "Invented for the demo. A mill town that began to grow again: a sawmill and a food plant hired abroad, a \
         college opened its doors to the world, and two school boards, one English and one French, found forty mother \
         tongues in their classrooms.",
        "Histoire inventée pour la démonstration. Une ville de scierie se remet à croître\u{a0}: une scierie et une \
         usine alimentaire recrutent à l’étranger, un collège s’ouvre au monde, et deux conseils scolaires, l’un \
         anglais, l’autre français, découvrent quarante langues maternelles dans leurs classes.",
    ),
    source: t("Invented from end to end for the demo.", "Entièrement inventé pour la démonstration."),
    time_zone: "America/Toronto",
    languages: &["en", "fr", "ar"],
    areas: &[
        AreaSeed {
            slug: "riverside", name: t3("Riverside", "Bord de la rivière", "ضفة النهر"), code: None
        },
        AreaSeed {
            slug: "hilltop", name: t3("Hilltop", "Haut-de-la-Côte", "أعلى التل"), code: None
        },
        AreaSeed {
            slug: "mill-street",
            name: t3("Mill Street", "Rue du Moulin", "شارع الطاحونة"),
            code: None,
        },
    ],
    needs: &[
        t("Work that matches people’s skills", "Des emplois à la mesure des compétences"),
        t("A doctor, and an interpreter at the doctor’s", "Un médecin, et un interprète chez le médecin"),
        t("Ways to meet in winter", "Des lieux de rencontre en hiver"),
    ],
    purposes: &[t(
        "Make Portage Falls a town where newcomers stay because they want to",
        "Faire de Portage Falls une ville où l’on reste parce qu’on le souhaite",
    )],
    goals: &[
        t("Newcomers work in their own field", "Les nouveaux arrivants travaillent dans leur domaine"),
        t(
            "Services in both official languages are within reach",
            "Des services accessibles dans les deux langues officielles",
        ),
        t("Neighbours know one another", "On se connaît entre voisins"),
    ],
    principles: &[
        PrincipleSeed {
            name: t("Nothing about us without us", "Rien sur nous sans nous"),
            meaning: t(
                "People who came here as immigrants sit wherever decisions are made.",
                "Des personnes ayant vécu l’immigration siègent partout où se prennent les décisions.",
            ),
        },
        PrincipleSeed {
            name: t("Two official languages, equal", "Deux langues officielles, à égalité"),
            meaning: t(
                "Whatever is offered in one is offered in the other, at the same time.",
                "Ce qui est offert dans l’une l’est aussi dans l’autre, au même moment.",
            ),
        },
        PrincipleSeed {
            name: named("Protection"),
            meaning: t(
                "Informal groups choose who sees them and who is told their names.",
                "Les groupes informels choisissent qui peut les voir et à qui leurs noms sont communiqués.",
            ),
        },
    ],
    organizations: organizations::ORGANIZATIONS,
    councils: councils::COUNCILS,
    people: people::PEOPLE,
    expressions: expressions::EXPRESSIONS,
    sign_ins: &[
        SignInSeed { who: SignInAs::Coordinator, person: "noor-lachance" },
        SignInSeed { who: SignInAs::Chair, person: "aurelie-mbeki" },
        SignInSeed { who: SignInAs::Partner, person: "oksana-bright" },
        SignInSeed { who: SignInAs::Funder, person: "desmond-aquila" },
    ],
};
