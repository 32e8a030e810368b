//! Canada's time zones, as people know them: by a city each.

use crate::{
    html::{Choice, choice},
    words::Say,
};

/// From east to west, each by its name among machines and by the end of the key of its words (`zone-toronto`).
pub const ZONES: [(&str, &str); 9] = [
    ("America/St_Johns", "st-johns"),
    ("America/Halifax", "halifax"),
    ("America/Toronto", "toronto"),
    ("America/Winnipeg", "winnipeg"),
    ("America/Regina", "regina"),
    ("America/Edmonton", "edmonton"),
    ("America/Vancouver", "vancouver"),
    ("America/Whitehorse", "whitehorse"),
    ("America/Iqaluit", "iqaluit"),
];

/// The zone of this name, when forms offer it.
pub fn offered(name: &str) -> Option<&'static str> {
    ZONES.iter().find(|(zone, _)| *zone == name).map(|(zone, _)| *zone)
}

/// The zones as a form offers them.
pub fn choices(say: &Say) -> Vec<Choice> {
    ZONES.iter().map(|(zone, city)| choice(*zone, say.t(&format!("zone-{city}"), &[]))).collect()
}
