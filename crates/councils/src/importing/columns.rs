//! The columns about seats that a sheet of partners may have.

use platform::batch::{Column, Holds};
use sheets::Kind;

/// Which body.
pub const BODY: &str = "seat-council";
/// What the seat is for.
pub const CATEGORY: &str = "seat-category";
/// The first day.
pub const FROM: &str = "seat-from";
/// The last day.
pub const UNTIL: &str = "seat-until";

/// All of them.
pub const COLUMNS: &[Column] = &[
    Column {
        key: BODY,
        label: "import-seat-council",
        headings: &[
            "council",
            "body",
            "sits on",
            "seat on",
            "committee",
            "working group",
            "table",
            "conseil",
            "comité",
            "groupe de travail",
            "instance",
            "siège au",
            "siège à",
        ],
        holds: Holds::Words,
    },
    Column {
        key: CATEGORY,
        label: "import-seat-category",
        headings: &["seat", "seat category", "seat for", "siège", "catégorie de siège", "siège pour"],
        holds: Holds::Words,
    },
    Column {
        key: FROM,
        label: "import-seat-from",
        headings: &[
            "seat from",
            "term start",
            "term starts",
            "seated since",
            "on council since",
            "début du mandat",
            "mandat depuis",
            "siège depuis",
        ],
        holds: Holds::One(Kind::Date),
    },
    Column {
        key: UNTIL,
        label: "import-seat-until",
        headings: &[
            "seat until",
            "term end",
            "term ends",
            "until",
            "fin du mandat",
            "mandat jusqu’au",
            "siège jusqu’au",
        ],
        holds: Holds::One(Kind::Date),
    },
];
