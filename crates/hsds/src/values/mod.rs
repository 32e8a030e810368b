//! What a value may be: the types and formats of Table Schema, judged as the reference implementation (frictionless) judges them.
//!
//! It is that implementation that other people check their packages with, so its reading counts where the specification leaves room: a
//! time needs its seconds, a day of one digit is a day, a UUID may come in braces. Two of its generosities are not shared: digits of other
//! scripts are no numbers here, and names of hosts are judged without the tables of international domain names.

pub mod dates;
pub mod formats;
pub mod numbers;

use numbers::Decimal;

/// What values a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Type {
    /// Whatever stands there.
    Any,
    /// Text.
    Text,
    /// Text that is an id of RFC 9562.
    Uuid,
    /// Text that is an address for mail.
    Email,
    /// Text that is an address with a scheme.
    Uri,
    /// A decimal number.
    Number,
    /// A whole number.
    Integer,
    /// True or false.
    Boolean,
    /// A day.
    Date,
    /// A day with a time.
    DateTime,
    /// A time of the day.
    Time,
    /// A year.
    Year,
    /// A month of a year.
    YearMonth,
    /// Longitude and latitude.
    GeoPoint,
    /// An array in JSON.
    Array,
    /// An object in JSON.
    Object,
}

impl Type {
    /// The type as a table schema names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Text | Self::Uuid | Self::Email | Self::Uri => "string",
            Self::Number => "number",
            Self::Integer => "integer",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::DateTime => "datetime",
            Self::Time => "time",
            Self::Year => "year",
            Self::YearMonth => "yearmonth",
            Self::GeoPoint => "geopoint",
            Self::Array => "array",
            Self::Object => "object",
        }
    }

    /// The format as a table schema names it, where it is not the usual one.
    pub const fn format(self) -> Option<&'static str> {
        match self {
            Self::Uuid => Some("uuid"),
            Self::Email => Some("email"),
            Self::Uri => Some("uri"),
            _ => None,
        }
    }

    /// The type of these names; none where this crate does not read it.
    pub fn named(name: &str, format: &str) -> Option<Self> {
        let found = match (name, format) {
            ("string", "uuid") => Self::Uuid,
            ("string", "email") => Self::Email,
            ("string", "uri") => Self::Uri,
            (_, other) if !matches!(other, "" | "default") => return None,
            ("any", _) => Self::Any,
            ("string", _) => Self::Text,
            ("number", _) => Self::Number,
            ("integer", _) => Self::Integer,
            ("boolean", _) => Self::Boolean,
            ("date", _) => Self::Date,
            ("datetime", _) => Self::DateTime,
            ("time", _) => Self::Time,
            ("year", _) => Self::Year,
            ("yearmonth", _) => Self::YearMonth,
            ("geopoint", _) => Self::GeoPoint,
            ("array", _) => Self::Array,
            ("object", _) => Self::Object,
            _ => return None,
        };
        Some(found)
    }
}

/// A value that can be compared with a bound.
#[derive(Debug, Clone, PartialEq)]
pub enum Ordered {
    /// A number.
    Number(Decimal),
    /// A day, a time or both, as something that is ordered like them; what has no zone is taken to be at UTC.
    Moment(dates::Moment),
}

impl Ordered {
    /// The value of a text of that type, where it has an order.
    pub fn of(holds: Type, text: &str) -> Option<Self> {
        match holds {
            Type::Number => Decimal::of(text.trim()).map(Self::Number),
            Type::Integer | Type::Year => numbers::whole(text.trim()).map(Self::Number),
            Type::Date => dates::date(text).map(Self::Moment),
            Type::DateTime => dates::date_time(text).map(Self::Moment),
            Type::Time => dates::time(text).map(Self::Moment),
            Type::YearMonth => dates::year_month(text).map(Self::Moment),
            _ => None,
        }
    }

    /// How it stands to another; not at all where one of them is no number.
    pub fn compare(&self, other: &Self) -> Option<std::cmp::Ordering> {
        match (self, other) {
            (Self::Number(one), Self::Number(other)) => one.compare(other),
            (Self::Moment(one), Self::Moment(other)) => Some(one.cmp(other)),
            _ => None,
        }
    }
}

/// Whether a text is a value of that type.
pub fn is(holds: Type, text: &str) -> bool {
    match holds {
        Type::Any | Type::Text => true,
        Type::Uuid => formats::is_uuid(text),
        Type::Email => formats::is_email(text),
        Type::Uri => formats::has_scheme(text),
        Type::Number => numbers::is_decimal(text.trim()),
        Type::Integer => numbers::is_whole(text.trim()),
        Type::Boolean => matches!(text, "true" | "True" | "TRUE" | "1" | "false" | "False" | "FALSE" | "0"),
        Type::Date => dates::date(text).is_some(),
        Type::DateTime => dates::date_time(text).is_some(),
        Type::Time => dates::time(text).is_some(),
        Type::Year => text.chars().count() == 4 && numbers::is_whole(text.trim()) && !text.contains('-'),
        Type::YearMonth => dates::year_month(text).is_some(),
        Type::GeoPoint => is_point(text),
        Type::Array => serde_json::from_str::<Vec<serde::de::IgnoredAny>>(text).is_ok(),
        Type::Object => {
            text.trim_start().starts_with('{') && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
        }
    }
}

fn is_point(text: &str) -> bool {
    let within = |text: &str, most: f64| {
        let text = text.trim();
        numbers::is_decimal(text) && text.parse::<f64>().is_ok_and(|degrees| degrees.abs() <= most)
    };
    text.split_once(',').is_some_and(|(east, north)| within(east, 180.0) && within(north, 90.0))
}
