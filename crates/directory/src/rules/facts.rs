//! What a service, and a place, say of themselves in facts: what renders in every language at once, since only prose waits for translators.

mod parts;

pub use parts::{Alert, Area, Capacity, Contact, Link, Phone, Program};

use super::{eligibility::Openness, hours::Hours};
use jiff::civil::Date;
use partners::Languages;
use platform::text::Text;
use serde::{Deserialize, Serialize};

/// How far a service is there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It is offered.
    #[default]
    Active,
    /// It is not offered now and may come back.
    Inactive,
    /// It closed for a while.
    TemporarilyClosed,
    /// It is over.
    Defunct,
}

impl Status {
    /// All, in the order of lists.
    pub const ALL: [Self; 4] = [Self::Active, Self::TemporarilyClosed, Self::Inactive, Self::Defunct];

    /// The code in the database, in filters and in word keys; HSDS writes the third with a space.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Inactive => "inactive",
            Self::TemporarilyClosed => "temporarily-closed",
            Self::Defunct => "defunct",
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

platform::coded!(Status);

/// A stream of settlement services, as the federal department abbreviates them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stream {
    /// Needs assessments and referrals.
    Nars,
    /// Information and orientation.
    Io,
    /// Language assessment.
    La,
    /// Language training.
    Lt,
    /// Employment-related services.
    Er,
    /// Community connections.
    Cc,
    /// Support services.
    Ss,
    /// Resettlement assistance.
    Rap,
    /// Indirect services.
    Ind,
}

impl Stream {
    /// All, in the order of lists.
    pub const ALL: [Self; 9] =
        [Self::Nars, Self::Io, Self::La, Self::Lt, Self::Er, Self::Cc, Self::Ss, Self::Rap, Self::Ind];

    /// The code in the database, in filters and in word keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nars => "nars",
            Self::Io => "io",
            Self::La => "la",
            Self::Lt => "lt",
            Self::Er => "er",
            Self::Cc => "cc",
            Self::Ss => "ss",
            Self::Rap => "rap",
            Self::Ind => "ind",
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

platform::coded!(Stream);

/// What it costs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cost {
    /// Nobody has said.
    #[default]
    Unknown,
    /// Nothing.
    Free,
    /// As much as one can pay.
    Sliding,
    /// A fee.
    Fee,
}

impl Cost {
    /// All, in the order of lists.
    pub const ALL: [Self; 4] = [Self::Free, Self::Sliding, Self::Fee, Self::Unknown];

    /// The code in forms, filters and word keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Free => "free",
            Self::Sliding => "sliding",
            Self::Fee => "fee",
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// Whether somebody interprets, apart from the languages spoken there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Interpretation {
    /// Nobody has said.
    #[default]
    Unknown,
    /// Nobody does.
    None,
    /// When it is asked for ahead.
    OnRequest,
    /// By telephone, at once.
    ByPhone,
}

impl Interpretation {
    /// All, in the order of lists.
    pub const ALL: [Self; 4] = [Self::ByPhone, Self::OnRequest, Self::None, Self::Unknown];

    /// The code in forms and word keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::None => "none",
            Self::OnRequest => "on-request",
            Self::ByPhone => "by-phone",
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// Which papers have to be brought.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Papers {
    /// Nobody has said.
    #[default]
    Unknown,
    /// None.
    None,
    /// Those that are listed.
    Listed,
}

impl Papers {
    /// All, in the order of lists.
    pub const ALL: [Self; 3] = [Self::None, Self::Listed, Self::Unknown];

    /// The code in forms and word keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::None => "none",
            Self::Listed => "listed",
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What makes a service reachable, or is offered in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Feature {
    /// One goes there.
    InPerson,
    /// On a screen.
    Online,
    /// By telephone.
    ByPhone,
    /// Somebody comes home.
    HomeVisits,
    /// No step on the way in.
    StepFree,
    /// Children are looked after meanwhile.
    ChildCare,
    /// For women only.
    WomenOnly,
    /// Help to get there, or a ticket.
    Transport,
}

impl Feature {
    /// All, in the order of lists.
    pub const ALL: [Self; 8] = [
        Self::InPerson,
        Self::Online,
        Self::ByPhone,
        Self::HomeVisits,
        Self::StepFree,
        Self::ChildCare,
        Self::WomenOnly,
        Self::Transport,
    ];

    /// The code in forms, filters and word keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InPerson => "in-person",
            Self::Online => "online",
            Self::ByPhone => "by-phone",
            Self::HomeVisits => "home-visits",
            Self::StepFree => "step-free",
            Self::ChildCare => "child-care",
            Self::WomenOnly => "women-only",
            Self::Transport => "transport",
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// How long one waits, as it was on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// Days from asking to the first time; none where it is not known.
    pub days: Option<u32>,
    /// Whether there is room now.
    pub has_room: Option<bool>,
    /// The day on which it was so.
    pub on: Date,
}

/// What a service says of itself in facts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// Its telephone numbers.
    pub phones: Vec<Phone>,
    /// Its mail address; may be empty.
    pub mail: String,
    /// Its page; may be empty.
    pub web: String,
    /// When it is open.
    pub hours: Vec<Hours>,
    /// Whether it is closed on holidays.
    pub is_closed_on_holidays: bool,
    /// What else is to be said of its hours.
    pub hours_note: Text,
    /// The languages that are spoken there.
    pub languages: Languages,
    /// Whether somebody interprets.
    pub interpretation: Interpretation,
    /// Whom it is for.
    pub openness: Openness,
    /// What else is to be said of that.
    pub openness_note: Text,
    /// The youngest whom it serves, in years.
    pub age_from: Option<u32>,
    /// The oldest whom it serves, in years.
    pub age_to: Option<u32>,
    /// What it costs.
    pub cost: Cost,
    /// What else is to be said of that.
    pub cost_note: Text,
    /// Which papers have to be brought.
    pub papers: Papers,
    /// Those, one per line.
    pub papers_note: Text,
    /// What makes it reachable.
    pub features: Vec<Feature>,
    /// How one begins: walk in, call, a form.
    pub apply: Text,
    /// Who does the intake.
    pub intake: Text,
    /// How long one waits.
    pub wait: Option<Wait>,
    /// Whom to ask.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// What it is offered under, with others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub program: Option<Program>,
    /// How much of it there is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub capacities: Vec<Capacity>,
    /// Who pays, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub funding: Vec<String>,
    /// What has to be known before all else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<Alert>,
    /// Where those live whom it is for; empty where everyone may come from everywhere, or nobody has said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<Area>,
    /// Its pages beside its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
}
