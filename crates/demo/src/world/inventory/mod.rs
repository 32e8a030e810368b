//! Inventories of services as files hold them: organizations that only offer services, places, services and who looked.
//!
//! A word that no reader knows is an error: nothing of a file is passed over in silence.

pub(crate) mod facilities;
#[cfg(test)]
mod tests;

use directory::{
    Found, NewCheck, Way,
    needs::{NeedIds, need},
    rules::{
        eligibility::{Class, Openness},
        facts::{Alert, Area, Cost, Feature, Interpretation, Link, Papers, Phone, Status, Stream, Wait},
        hours::{DAYS, Hours, read_time},
        lines::{read_areas, read_links},
        phones::read_phones,
        place::{Place, PlaceKind, Point, read_postal_code},
    },
};
use jiff::{ToSpan, civil::Date};
use partners::{Languages, Spoken, Visibility};
use platform::{
    errors::{Error, Result},
    langs::Lang,
    text::Text,
};
use serde::Deserialize;

/// The inventory of a partnership, where it has one.
pub(crate) fn source(slug: &str) -> Option<&'static str> {
    match slug {
        "portage-falls" => Some(include_str!("../../../data/portage-falls.toml")),
        "hamilton" => Some(include_str!("../../../data/hamilton.toml")),
        "london-middlesex" => Some(include_str!("../../../data/london-middlesex.toml")),
        "medicine-hat" => Some(include_str!("../../../data/medicine-hat.toml")),
        _ => None,
    }
}

/// What a file holds.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Inventory {
    /// Organizations that the partnership knows only for their services.
    #[serde(default)]
    pub(crate) organization: Vec<ProviderSeed>,
    /// Places.
    #[serde(default)]
    pub(crate) place: Vec<PlaceSeed>,
    /// Services.
    #[serde(default)]
    pub(crate) service: Vec<ServiceSeed>,
}

impl Inventory {
    /// What a file says.
    ///
    /// # Errors
    /// When it cannot be read, or says something that no reader knows.
    pub(crate) fn read(text: &str) -> Result<Self> {
        toml::from_str(text).map_err(|error| Error::failed(error.to_string()))
    }
}

/// A text in the languages it is written in.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    /// English.
    pub(crate) en: String,
    /// French.
    pub(crate) fr: String,
    /// Arabic, made by a machine.
    #[serde(default)]
    pub(crate) ar: String,
    /// Ukrainian, made by a machine.
    #[serde(default)]
    pub(crate) uk: String,
}

impl Words {
    /// The text as the house keeps it since `on`.
    pub(crate) fn text(&self, on: Date) -> Text {
        Text::both(&self.en, &self.fr, on).with_machine(Lang::Ar, &self.ar, on).with_machine(
            Lang::Uk,
            &self.uk,
            on,
        )
    }
}

/// An organization that is known for its services.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProviderSeed {
    /// Its place in addresses.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: Words,
    /// The code of its sector.
    pub(crate) sector: String,
    /// Languages in which people are served there.
    #[serde(default)]
    pub(crate) languages: Vec<String>,
    /// What is known of it.
    pub(crate) note: Words,
}

/// A place.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct PlaceSeed {
    /// By what services name it.
    pub(crate) key: String,
    /// Whose it is.
    pub(crate) of: String,
    /// What it is called.
    pub(crate) name: Words,
    kind: String,
    /// Street and number.
    pub(crate) street: String,
    unit: String,
    postal_code: String,
    point: Option<(String, String)>,
    transit: Words,
    access: Words,
    web: String,
    confidential: bool,
    /// Where the record comes from.
    pub(crate) source: String,
}

impl PlaceSeed {
    /// What sort of place it is.
    pub(crate) fn kind(&self) -> Result<PlaceKind> {
        one(&self.kind, PlaceKind::from_code)
    }

    /// Where it is.
    pub(crate) fn place(&self, (city, province): (&str, &str), on: Date) -> Result<Place> {
        let read = |(north, east): &(String, String)| {
            Point::read(north, east).ok_or_else(|| unknown(&format!("{north} {east}")))
        };
        Ok(Place {
            street: self.street.clone(),
            unit: self.unit.clone(),
            city: city.to_owned(),
            province: province.to_owned(),
            postal_code: read_postal_code(&self.postal_code).map_err(|_| unknown(&self.postal_code))?,
            point: self.point.as_ref().map(read).transpose()?,
            transit: self.transit.text(on),
            access: self.access.text(on),
            web: self.web.clone(),
            is_confidential: self.confidential,
            ..Place::default()
        })
    }
}

/// A service.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ServiceSeed {
    /// Stable within the file.
    pub(crate) key: String,
    /// Who offers it.
    pub(crate) of: String,
    /// What it is called.
    pub(crate) name: Words,
    /// What it is.
    pub(crate) about: Words,
    status: String,
    visibility: String,
    /// Whether nobody is paid for it.
    pub(crate) informal: bool,
    stream: String,
    /// The needs that it answers.
    pub(crate) needs: Vec<String>,
    /// Where it is offered, by the keys of places.
    pub(crate) at: Vec<String>,
    /// For how many months somebody's look at it holds.
    pub(crate) months: Option<u32>,
    /// Its telephone numbers.
    pub(crate) phones: Vec<String>,
    /// Its mail address.
    pub(crate) mail: String,
    /// Its page.
    pub(crate) web: String,
    hours: Vec<String>,
    /// Whether it is closed on holidays.
    pub(crate) closed_on_holidays: bool,
    /// What else is to be said of its hours.
    pub(crate) hours_note: Words,
    /// Languages that are spoken there.
    pub(crate) languages: Vec<String>,
    interpretation: String,
    open: String,
    /// What else is to be said of whom it is for.
    pub(crate) open_note: Words,
    /// The youngest and the oldest, in years.
    pub(crate) age: Option<(u32, u32)>,
    cost: String,
    /// What else is to be said of that.
    pub(crate) cost_note: Words,
    papers: String,
    /// Those, one per line.
    pub(crate) papers_note: Words,
    features: Vec<String>,
    /// How one begins.
    pub(crate) apply: Words,
    /// Who does the intake.
    pub(crate) intake: Words,
    wait: Option<WaitSeed>,
    alert: Words,
    alert_days: Option<i64>,
    areas: Vec<String>,
    links: Vec<String>,
    checks: Vec<(i64, String, String)>,
    /// Where the record comes from.
    pub(crate) source: String,
    /// The day of that source.
    pub(crate) source_on: Option<Date>,
}

/// How long one waits.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WaitSeed {
    days: Option<u32>,
    room: Option<bool>,
    ago: i64,
}

impl ServiceSeed {
    /// How far it is there.
    pub(crate) fn status(&self) -> Result<Status> {
        one(&self.status, Status::from_code)
    }

    /// Who may know of it; everybody where nothing is said.
    pub(crate) fn visibility(&self) -> Result<Visibility> {
        match self.visibility.as_str() {
            "" => Ok(Visibility::Public),
            code => Visibility::from_code(code).ok_or_else(|| unknown(code)),
        }
    }

    /// Its stream, when it is a settlement service.
    pub(crate) fn stream(&self) -> Result<Option<Stream>> {
        match self.stream.as_str() {
            "" => Ok(None),
            code => Stream::from_code(code).map(Some).ok_or_else(|| unknown(code)),
        }
    }

    /// The needs that it answers.
    pub(crate) fn need_ids(&self) -> Result<NeedIds> {
        match self.needs.iter().find(|id| need(id).is_none()) {
            Some(id) => Err(unknown(id)),
            None => Ok(NeedIds::of(self.needs.iter().map(String::as_str))),
        }
    }

    /// Its telephone numbers.
    pub(crate) fn phones(&self) -> Result<Vec<Phone>> {
        read_phones(&self.phones.join("\n")).map_err(|_| unknown(&self.phones.join(" ")))
    }

    /// When it is open.
    pub(crate) fn hours(&self) -> Result<Vec<Hours>> {
        self.hours.iter().map(|line| hours(line).ok_or_else(|| unknown(line))).collect()
    }

    /// The languages that are spoken there.
    pub(crate) fn languages(&self) -> Result<Languages> {
        languages(&self.languages)
    }

    /// Whether somebody interprets.
    pub(crate) fn interpretation(&self) -> Result<Interpretation> {
        one(&self.interpretation, Interpretation::from_code)
    }

    /// Whom it is for: `everyone`, `funder ircc`, `only student worker`; nobody has said where it is empty or `unknown`.
    pub(crate) fn openness(&self) -> Result<Openness> {
        let mut words = self.open.split_whitespace();
        let (kind, rest) = (words.next().unwrap_or("unknown"), words);
        Ok(match kind {
            "unknown" => Openness::Unknown,
            "everyone" => Openness::Everyone,
            "funder" => Openness::Funder { funder: rest.collect() },
            "only" => Openness::Only { classes: every(rest, Class::from_code)? },
            other => return Err(unknown(other)),
        })
    }

    /// What it costs.
    pub(crate) fn cost(&self) -> Result<Cost> {
        one(&self.cost, Cost::from_code)
    }

    /// Which papers have to be brought.
    pub(crate) fn papers(&self) -> Result<Papers> {
        one(&self.papers, Papers::from_code)
    }

    /// What makes it reachable.
    pub(crate) fn features(&self) -> Result<Vec<Feature>> {
        every(self.features.iter().map(String::as_str), Feature::from_code)
    }

    /// How long one waits, for a demo that is built on `today`.
    pub(crate) fn wait(&self, today: Date) -> Option<Wait> {
        self.wait.map(|one| Wait { days: one.days, has_room: one.room, on: before(today, one.ago) })
    }

    /// What has to be known before all else, for a demo that is built on `today`; it stands for so many days.
    pub(crate) fn alert(&self, today: Date) -> Option<Alert> {
        let alert =
            Alert { text: self.alert.text(today), until: self.alert_days.map(|days| before(today, -days)) };
        (!alert.text.is_empty()).then_some(alert)
    }

    /// Where those live whom it is for.
    pub(crate) fn areas(&self) -> Result<Vec<Area>> {
        read_areas(&self.areas.join("\n")).map_err(|_| unknown(&self.areas.join(" ")))
    }

    /// Its pages beside its own.
    pub(crate) fn links(&self) -> Result<Vec<Link>> {
        read_links(&self.links.join("\n")).map_err(|_| unknown(&self.links.join(" ")))
    }

    /// Who looked whether it is true, the longest ago first.
    pub(crate) fn checks(&self, today: Date) -> Result<Vec<NewCheck>> {
        let mut all = Vec::new();
        for (ago, way, found) in self.checks.iter().rev() {
            let way = Way::from_code(way).ok_or_else(|| unknown(way))?;
            let found = Found::from_code(found).ok_or_else(|| unknown(found))?;
            all.push(NewCheck::new(before(today, *ago), way, found));
        }
        Ok(all)
    }
}

/// The languages of these codes.
pub(crate) fn languages(codes: &[String]) -> Result<Languages> {
    Ok(Languages::of(every(codes.iter().map(String::as_str), Spoken::from_code)?))
}

fn before(today: Date, days: i64) -> Date {
    today.saturating_sub(days.days())
}

fn unknown(word: &str) -> Error {
    Error::failed(format!("not known: {word}"))
}

/// The one of a code; what stands where nothing is said, when it is empty.
fn one<A: Default>(code: &str, read: impl Fn(&str) -> Option<A>) -> Result<A> {
    if code.is_empty() { Ok(A::default()) } else { read(code).ok_or_else(|| unknown(code)) }
}

fn every<'a, A>(
    codes: impl IntoIterator<Item = &'a str>,
    read: impl Fn(&str) -> Option<A>,
) -> Result<Vec<A>> {
    codes.into_iter().map(|code| read(code).ok_or_else(|| unknown(code))).collect()
}

/// The hours of a line: `MO,TU 09:00-16:30`, with the weeks of the month behind it where they matter: `SA 10:00-12:00 1,-1`.
fn hours(line: &str) -> Option<Hours> {
    let mut parts = line.split_whitespace();
    let days: Vec<String> = parts.next()?.split(',').map(str::to_owned).collect();
    let (opens, closes) = parts.next()?.split_once('-')?;
    let weeks = parts.next().map(|weeks| weeks.split(',').map(|week| week.parse().ok()).collect());
    let is_day = |day: &String| DAYS.iter().any(|(_, code)| code == day);
    (days.iter().all(is_day) && parts.next().is_none()).then_some(Hours {
        days,
        opens: read_time(opens)?,
        closes: read_time(closes)?,
        weeks: weeks.unwrap_or(Some(Vec::new()))?,
        from: None,
        to: None,
    })
}
