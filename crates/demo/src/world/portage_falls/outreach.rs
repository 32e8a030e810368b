//! Who asked to take part: three requests, one in French. All invented.

use crate::world::{
    seed::AnswerSeed,
    text::{T, t},
};

/// A request to take part.
pub(crate) struct JoiningSeed {
    /// `organization`, `group` or `person`.
    pub(crate) asker: &'static str,
    /// Who wrote.
    pub(crate) name: &'static str,
    /// For which organization or group; empty for a person.
    pub(crate) organization: &'static str,
    /// What she would like to do.
    pub(crate) wish: &'static str,
    /// Languages she speaks, in her words.
    pub(crate) languages: &'static str,
    /// The name of her mailbox.
    pub(crate) mailbox: &'static str,
    /// The language of the form.
    pub(crate) language: &'static str,
    /// So many days before the demo was built.
    pub(crate) days_ago: i64,
}

/// Questions asked: the code of the topic, the language, the mailbox, so many days ago, and the words.
pub(crate) const ENQUIRIES: &[(&str, &str, &str, i64, &str)] = &[
    (
        "school",
        "en",
        "question-one",
        3,
        "My daughter is four. When can she begin school, and what papers do I bring?",
    ),
    (
        "work",
        "fr",
        "question-deux",
        1,
        "Je suis électricien. Qui peut me dire si mon certificat vaut quelque chose ici?",
    ),
];

/// Somebody met.
pub(crate) struct EncounterSeed {
    /// So many days before the demo was built.
    pub(crate) days_ago: i64,
    /// Which community.
    pub(crate) community: &'static str,
    /// The code of the language.
    pub(crate) language: &'static str,
    /// Where.
    pub(crate) place: &'static str,
    /// How many people.
    pub(crate) people: i64,
    /// Who went.
    pub(crate) met_by: &'static str,
    /// What was asked.
    pub(crate) asked: &'static str,
    /// What they said.
    pub(crate) said: &'static str,
    /// What was promised, and in how many days.
    pub(crate) promise: (&'static str, i64),
    /// With which organization, by its place in addresses.
    pub(crate) organization: &'static str,
}

pub(crate) const ENCOUNTERS: &[EncounterSeed] = &[
    EncounterSeed {
        days_ago: 8,
        community: "Night shift of the food plant",
        language: "fil",
        place: "The plant’s lunch room",
        people: 23,
        met_by: "The coordinator",
        asked: "What would make the first winter easier?",
        said: "A bus at six in the morning. A list of who rents to families.",
        promise: ("The list of landlords, in Tagalog", 5),
        organization: "clearwater-foods-plant",
    },
    EncounterSeed {
        days_ago: 21,
        community: "Cours de français du soir",
        language: "fr",
        place: "Bibliothèque",
        people: 12,
        met_by: "The coordinator",
        asked: "Où allez-vous quand vous ne savez pas à qui demander?",
        said: "À la bibliothèque, parce qu’on y est assis au chaud.",
        promise: ("", 0),
        organization: "portage-falls-library",
    },
];

const fn told(
    (question, has): (&'static str, &'static str),
    (strengths, weaknesses): (&'static str, &'static str),
    (told_by, days_ago): (&'static str, i64),
) -> AnswerSeed {
    AnswerSeed { question, has, strengths, weaknesses, told_by, days_ago }
}

/// Answers to the checklist; the police were asked twice, and of one thing nobody knew. All invented.
pub(crate) const ANSWERS: &[AnswerSeed] = &[
    told(("police", "no"), ("", "Nobody there had thought about it yet."), ("The settlement office", 320)),
    told(
        ("police", "partly"),
        ("One officer comes to the welcome evenings.", "No interpreter at night."),
        ("The settlement office", 30),
    ),
    told(("arts", "yes"), ("The theatre rehearses with a class of newcomers.", ""), ("The library", 30)),
    told(
        ("worship", "yes"),
        ("Three congregations share a clothing room.", "Far from the bus."),
        ("Two congregations", 45),
    ),
    told(
        ("clinics", "no"),
        ("", "The walk-in clinic asks for a health card first."),
        ("Families at the food plant", 30),
    ),
    told(
        ("interpreters", "partly"),
        (
            "The school board books by telephone, the same day.",
            "At the clinic, children interpret for their parents.",
        ),
        ("A school secretary", 62),
    ),
    told(
        ("leaders", "yes"),
        ("The mayor opens every welcome evening; a councillor sits with us.", ""),
        ("The town clerk", 90),
    ),
    told(("advice", "unknown"), ("", ""), ("Nobody whom we asked", 14)),
    told(
        ("schools", "partly"),
        ("Every new pupil has an older one beside her for a month.", "The college has no evening class."),
        ("A parent council", 62),
    ),
];

/// A question of the partnership’s own, by its sector.
pub(crate) const OWN_QUESTION: (&str, T) =
    ("community", t("Who lends skates and winter coats?", "Qui prête des patins et des manteaux d’hiver?"));

/// Somebody who should be at the table.
pub(crate) struct ProspectSeed {
    /// `organization`, `group` or `person`.
    pub(crate) kind: &'static str,
    /// The name.
    pub(crate) name: &'static str,
    /// The code of the sector.
    pub(crate) sector: &'static str,
    /// Codes of languages.
    pub(crate) languages: &'static [&'static str],
    /// Why they should be there.
    pub(crate) why: &'static str,
    /// The next step, and in how many days.
    pub(crate) next: (&'static str, i64),
    /// The stage after the idea, with what happened; none for an idea.
    pub(crate) stage: Option<(&'static str, &'static str)>,
}

pub(crate) const PROSPECTS: &[ProspectSeed] = &[
    ProspectSeed {
        kind: "organization",
        name: "Portage Falls Curling Club",
        sector: "community",
        languages: &["en"],
        why: "Sixty volunteers and a warm hall that stands empty on weekday mornings.",
        next: ("Ask the ice captain for a tour", 3),
        stage: Some(("contacted", "Met at the winter fair; they asked who would come.")),
    },
    ProspectSeed {
        kind: "group",
        name: "Prayer circle of the Hilltop apartments",
        sector: "faith",
        languages: &["ti", "am"],
        why: "Some thirty families, most of them here for less than two years. Nobody at the table speaks Tigrinya.",
        next: ("Bring the calendar in Tigrinya", -1),
        stage: Some(("talking", "Two mothers came to the office and drank coffee with us.")),
    },
    ProspectSeed {
        kind: "person",
        name: "Odalys Featherstone-Nuñez",
        sector: "health",
        languages: &["es"],
        why: "Midwife; knows who has no family doctor.",
        next: ("", 20),
        stage: None,
    },
];

pub(crate) const JOININGS: &[JoiningSeed] = &[
    JoiningSeed {
        asker: "group",
        name: "Yevheniia Tallowood",
        organization: "Thursday Soup Kitchen Choir",
        wish: "We sing in four languages after the soup on Thursdays, and half of us came here in the last three years. \
               We would like to be on your list and to sing at your next gathering.",
        languages: "Ukrainian, Spanish",
        mailbox: "yevheniia-tallowood",
        language: "en",
        days_ago: 9,
    },
    JoiningSeed {
        asker: "organization",
        name: "Bastien Courtepaille",
        organization: "Coopérative du Vélo-Moulin",
        wish: "Nous réparons des vélos et en prêtons aux familles qui arrivent. Nous aimerions savoir qui en a besoin, et \
               apprendre des autres partenaires.",
        languages: "",
        mailbox: "bastien-courtepaille",
        language: "fr",
        days_ago: 2,
    },
    JoiningSeed {
        asker: "person",
        name: "Amaru Lindqvist-Paz",
        organization: "",
        wish: "I am retired from the post office and know every street. I could walk with people on their first week, two \
               mornings a week.",
        languages: "Spanish, a little Quechua",
        mailbox: "amaru-lindqvist-paz",
        language: "en",
        days_ago: 1,
    },
];
