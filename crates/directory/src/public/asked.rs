//! What a visitor asks for in the address, and which services answer it. Nothing of a person stands there: what she says of herself is sent
//! apart and kept nowhere.

use super::facts::{has, now, open_state, province_of};
use crate::{
    funders::funders,
    needs,
    rules::{
        eligibility::{Answer, Situation, may_use},
        facts::{Cost, Feature, Status},
        freshness::{Freshness, freshness},
        holidays::is_holiday,
        hours::{Open, open_tonight},
    },
    store::{locations::Location, services::Service},
};
use jiff::civil::Date;
use lexicon::Need;
use partners::Spoken;
use platform::{ctx::Ctx, http::Address, text::fold};
use std::cmp::Reverse;

/// So many characters of what was typed are looked at.
const LETTERS: usize = 200;

/// So surely words have to mean something of which somebody may have to leave quickly, of 100: other readings are weaker ones.
const SURE: u32 = 50;
/// So many services stand on one page.
pub(crate) const SHOWN: usize = 10;

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    /// What was typed.
    pub(crate) words: String,
    /// A need, or a whole group of them.
    pub(crate) need: Option<String>,
    /// A language that is spoken there.
    pub(crate) spoken: Option<Spoken>,
    /// Only what costs nothing.
    pub(crate) free: bool,
    /// Open now, or tonight.
    pub(crate) open: Option<When>,
    /// With these.
    pub(crate) features: Vec<Feature>,
}

/// When it should be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// At this moment.
    Now,
    /// This evening.
    Tonight,
}

/// A service with its places.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub(crate) service: Service,
    pub(crate) locations: Vec<Location>,
}

/// The features that the door asks about.
pub(crate) const FEATURES: [Feature; 4] =
    [Feature::ChildCare, Feature::StepFree, Feature::WomenOnly, Feature::Online];

impl Asked {
    /// What an address asks for; what it cannot mean is left out.
    pub(crate) fn of(address: &Address) -> Self {
        let need = address.get("need");
        let is_known = needs::need(need).is_some() || needs::groups().iter().any(|group| group.id == need);
        Self {
            words: address.get("q").trim().chars().take(LETTERS).collect(),
            need: is_known.then(|| need.to_owned()),
            spoken: Spoken::from_code(address.get("spoken")),
            free: address.get("cost") == Cost::Free.code(),
            open: match address.get("open") {
                "now" => Some(When::Now),
                "tonight" => Some(When::Tonight),
                _ => None,
            },
            features: FEATURES
                .into_iter()
                .filter(|one| address.all("with").any(|code| code == one.code()))
                .collect(),
        }
    }

    /// Whether anything is asked for.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.need.is_none() && !self.is_narrowed()
    }

    /// Whether more is asked than a need or words.
    pub(crate) fn is_narrowed(&self) -> bool {
        self.spoken.is_some() || self.free || self.open.is_some() || !self.features.is_empty()
    }

    /// Whether it is about something from which somebody may have to leave quickly: by the need, by what the words mean whether or not
    /// anything is found for them, or by what is found.
    pub(crate) fn is_safety(&self, found: &[Placed]) -> bool {
        let by_need = |id: &str| id == "safety" || needs::need(id).is_some_and(|one| one.safety);
        self.need.as_deref().is_some_and(by_need)
            || needs::meant(&self.words).iter().any(|(need, sure)| need.safety && *sure >= SURE)
            || found.iter().any(|one| one.service.needs.all().any(|need| need.safety))
    }

    fn fits(&self, ctx: &Ctx, of: &Placed) -> bool {
        let (facts, province) = (&of.service.facts.0, province_of(&of.locations));
        let answers = |id: &str| of.service.needs.all().any(|need| need.id == id || need.group == id);
        let closed = |day: Date| facts.is_closed_on_holidays && is_holiday(province, day);
        let is_open = match self.open {
            None => true,
            Some(When::Now) => matches!(open_state(ctx, &of.service, province), Open::Now { .. }),
            Some(When::Tonight) => {
                of.service.status == Status::Active && open_tonight(&facts.hours, now(ctx), &closed)
            }
        };
        self.need.as_deref().is_none_or(answers)
            && self.spoken.is_none_or(|language| facts.languages.0.contains(&language))
            && (!self.free || facts.cost == Cost::Free)
            && self.features.iter().all(|feature| has(facts, *feature))
            && is_open
    }
}

/// How well a service answers the words: none when it does not.
fn said(words: &[String], meant: &[(&'static Need, u32)], of: &Service) -> Option<u32> {
    if words.is_empty() {
        return Some(0);
    }
    let sure = meant.iter().filter(|(need, _)| of.needs.0.contains(&need.id)).map(|(_, sure)| *sure).max();
    if let Some(sure) = sure {
        return Some(100 + sure);
    }
    let name = fold(&format!("{} {}", of.name.search_key(), of.organization.search_key()));
    let about = fold(&of.about.search_key());
    let in_name = words.iter().filter(|word| name.contains(word.as_str())).count();
    let everywhere = words.iter().all(|word| name.contains(word.as_str()) || about.contains(word.as_str()));
    everywhere.then(|| 10 + u32::try_from(in_name).unwrap_or(0))
}

/// The services that answer, the best first: what the words mean, open to her, in her language, verified; then by name.
pub(crate) fn found<'a>(ctx: &Ctx, asked: &Asked, of: Situation, all: &'a [Placed]) -> Vec<&'a Placed> {
    let typed: Vec<String> = fold(&asked.words)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let meant = needs::meant(&asked.words);
    let reader = Spoken::from(ctx.lang);
    let today = ctx.today();
    let is_offered = |one: &Placed| matches!(one.service.status, Status::Active | Status::TemporarilyClosed);
    let fitting = all.iter().filter(|one| is_offered(one) && asked.fits(ctx, one));
    let mut scored: Vec<_> = fitting
        .filter_map(|one| {
            let facts = &one.service.facts.0;
            let may = match may_use(&facts.openness, funders(), of, today) {
                Answer::Yes => 0,
                Answer::Likely => 1,
                Answer::Ask => 2,
                Answer::LikelyNot => 3,
            };
            let fresh =
                freshness(one.service.verified_on, i32::try_from(one.service.months).unwrap_or(12), today);
            let order = (
                Reverse(said(&typed, &meant, &one.service)?),
                one.service.status != Status::Active,
                may,
                !facts.languages.0.contains(&reader),
                fresh == Freshness::CallFirst,
                fold(one.service.name.plain(ctx.lang)),
            );
            Some((order, one))
        })
        .collect();
    scored.sort_by(|(one, _), (other, _)| one.cmp(other));
    scored.into_iter().map(|(_, one)| one).collect()
}
