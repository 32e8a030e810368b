//! What several of may stand in a record, each with parts of its own: numbers, people, pages, places, how much there is.

use jiff::civil::Date;
use platform::text::Text;
use serde::{Deserialize, Serialize};

/// A telephone number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// The number, as it is dialled.
    pub number: String,
    /// What is dialled once somebody answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<u32>,
    /// What it is for, in the words of whoever wrote it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
}

/// Somebody to ask, as the service wants her known to everyone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// The name of the person; may be empty.
    pub name: String,
    /// What the person is there; may be empty.
    pub title: String,
    /// Where in the organization; may be empty.
    pub department: String,
    /// Where to write to; may be empty.
    pub mail: String,
    /// Where to call.
    pub phones: Vec<Phone>,
}

/// What several services are offered under.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Program {
    /// What it is called.
    pub name: Text,
    /// What it is.
    pub about: Text,
}

/// What has to be known before all else, for a while.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Alert {
    /// What it is: closed for repairs, moved, full until autumn.
    pub text: Text,
    /// The last day on which it stands; none where nobody has said.
    pub until: Option<Date>,
}

impl Alert {
    /// Whether it is said on a day.
    pub fn stands(&self, today: Date) -> bool {
        !self.text.is_empty() && self.until.is_none_or(|until| today <= until)
    }
}

/// A part of the country whose people it is for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Area {
    /// What it is called.
    pub name: String,
    /// What belongs to it; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub about: String,
}

/// A page on the net.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Link {
    /// What it is; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Its address.
    pub address: String,
}

/// How much of it there is, as it was on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capacity {
    /// In what it is counted: places, beds.
    pub unit: String,
    /// How many are free.
    pub available: u32,
    /// How many there are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u32>,
    /// What is counted; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// The day on which it was so.
    pub on: Date,
    /// The address at which others say what the unit is; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit_page: String,
}
