//! The columns that a sheet of a plan may have: those of its own export, and those of work plans as people draw them.

use platform::batch::{Column, Holds, Question};
use sheets::Kind;

const fn words(key: &'static str, label: &'static str, headings: &'static [&'static str]) -> Column {
    Column { key, label, headings, holds: Holds::Words }
}

/// What rows may be about: one of these must be there.
pub(super) const NEEDED: &[&str] = &["title", "title-en", "title-fr", "goal", "area"];

/// The keys of the four columns of quarters.
pub(super) const QUARTERS: [&str; 4] = ["q1", "q2", "q3", "q4"];

/// What is asked about a whole sheet.
pub(super) const QUESTIONS: &[Question] = &[
    ("import-plan-into", &["draft", "version"]),
    ("import-plan-year", &["this", "next", "last"]),
    ("import-partners-language", &["en", "fr"]),
];

/// All of them.
pub(crate) const COLUMNS: &[Column] = &[
    words(
        "title",
        "line-title",
        &[
            "action",
            "actions",
            "activity",
            "activities",
            "strategic action",
            "strategic actions",
            "task",
            "title",
            "strategy",
            "initiative",
            "description",
            "in plain words",
            "activité",
            "activités",
            "action stratégique",
            "actions stratégiques",
            "mesure",
            "mesures",
            "tâche",
            "titre",
            "intitulé",
            "en mots simples",
        ],
    ),
    words(
        "title-en",
        "sheet-title-en",
        &["in plain words (english)", "en mots simples (anglais)", "title (english)", "titre (anglais)"],
    ),
    words(
        "title-fr",
        "sheet-title-fr",
        &["in plain words (french)", "en mots simples (français)", "title (french)", "titre (français)"],
    ),
    words(
        "area",
        "sheet-area",
        &[
            "area",
            "key action area",
            "action area",
            "priority area",
            "priority",
            "priorities",
            "theme",
            "pillar",
            "strategic priority",
            "domaine",
            "axe",
            "axe d’action",
            "priorité",
            "priorités",
            "thème",
            "pilier",
            "orientation",
            "domaine d’action",
        ],
    ),
    words(
        "goal",
        "sheet-goal",
        &[
            "goal",
            "goals",
            "goal/strategy",
            "goal / strategy",
            "objective",
            "objectives",
            "outcome",
            "expected outcome",
            "objectif",
            "objectifs",
            "but",
            "buts",
            "résultat visé",
            "objectif/stratégie",
            "objectif / stratégie",
        ],
    ),
    words("step", "sheet-step", &["step", "level", "niveau", "échelon", "rang"]),
    words("above", "line-above", &["line above", "parent", "above", "ligne au-dessus"]),
    words("code", "line-code", &["code", "no", "no.", "number", "id", "#", "numéro", "n°"]),
    words("kind", "line-kind", &["kind", "type", "sorte", "genre"]),
    words(
        "lead",
        "line-lead",
        &[
            "lead",
            "leads",
            "lead organization",
            "lead organizations",
            "lead organisations",
            "lead agency",
            "led by",
            "responsible",
            "who",
            "pilote",
            "pilotes",
            "responsable",
            "responsables",
            "organisme responsable",
            "organismes responsables",
            "porteur",
            "chef de file",
            "mené par",
        ],
    ),
    words(
        "partner",
        "line-partners",
        &[
            "partners",
            "partner",
            "key partners",
            "supporting partners",
            "with",
            "partenaires",
            "partenaire",
            "partenaires clés",
            "collaborateurs",
            "avec",
        ],
    ),
    words("year", "plan-year", &["year", "fiscal year", "année", "exercice"]),
    words(
        "q1",
        "sheet-q1",
        &[
            "q1",
            "q1 activity",
            "quarter 1",
            "1st quarter",
            "first quarter of the year",
            "t1",
            "trimestre 1",
            "1er trimestre",
        ],
    ),
    words(
        "q2",
        "sheet-q2",
        &["q2", "q2 activity", "quarter 2", "2nd quarter", "t2", "trimestre 2", "2e trimestre"],
    ),
    words(
        "q3",
        "sheet-q3",
        &["q3", "q3 activity", "quarter 3", "3rd quarter", "t3", "trimestre 3", "3e trimestre"],
    ),
    words(
        "q4",
        "sheet-q4",
        &["q4", "q4 activity", "quarter 4", "4th quarter", "t4", "trimestre 4", "4e trimestre"],
    ),
    words(
        "from",
        "line-from",
        &["from", "start", "first quarter", "begins", "de", "début", "premier trimestre"],
    ),
    words("to", "line-to", &["to", "end", "last quarter", "until", "ends", "à", "fin", "dernier trimestre"]),
    Column {
        key: "ongoing",
        label: "line-ongoing",
        headings: &[
            "ongoing",
            "it never ends",
            "continuous",
            "en continu",
            "permanent",
            "cela ne finit jamais",
        ],
        holds: Holds::One(Kind::YesNo),
    },
    words(
        "note",
        "line-note",
        &[
            "note",
            "notes",
            "comments",
            "comment",
            "remarks",
            "what else is to be said",
            "remarques",
            "commentaires",
            "commentaire",
            "ce qu’il faut dire d’autre",
        ],
    ),
    words(
        "note-en",
        "sheet-note-en",
        &["what else is to be said (english)", "ce qu’il faut dire d’autre (anglais)"],
    ),
    words(
        "note-fr",
        "sheet-note-fr",
        &["what else is to be said (french)", "ce qu’il faut dire d’autre (français)"],
    ),
    words(
        "wording-en",
        "sheet-wording-en",
        &["exact words (english)", "mots exacts (anglais)", "termes exacts (anglais)"],
    ),
    words(
        "wording-fr",
        "sheet-wording-fr",
        &["exact words (french)", "mots exacts (français)", "termes exacts (français)"],
    ),
    words("patterns", "line-patterns", &["expected evidence", "evidence", "preuves attendues", "preuves"]),
    words("stage", "line-stage", &["stage", "étape"]),
    words(
        "seeking",
        "line-seeking",
        &["money looked for", "money looked for, in dollars", "argent recherché, en dollars"],
    ),
    words(
        "secured",
        "line-secured",
        &["money found", "money found, in dollars", "budget", "argent trouvé, en dollars"],
    ),
    words(
        "in-kind",
        "line-in-kind",
        &["help in kind", "help in kind, worth in dollars", "aide en nature, valeur en dollars"],
    ),
    words(
        "volunteer-hours",
        "line-volunteer-hours",
        &["hours of volunteers", "volunteer hours", "heures de bénévolat"],
    ),
];
