//! What a visitor asks for in the address, and how the index is asked for it. Nothing of a person stands there: what she says of herself is sent
//! apart and kept nowhere; where she is, is told as a part of a town.

use super::facts::now;
use crate::{
    finder::entry::{COST, FEATURE, GROUP, LANGUAGE, MAIN, MAY, NEED, STATUS, day_number, point},
    needs,
    rules::{
        eligibility::Situation,
        facts::{Cost, Feature, Status},
        hours::minute_of,
        nearby::{middle, postal_area},
        place::Point,
    },
    store::{locations::Location, services::Service},
};
use lexicon::Need;
use partners::Spoken;
use platform::{ctx::Ctx, http::Address, langs::Lang};
use seek::{Ask, Boost, Count, Filter, Moment, Topics};
use std::sync::OnceLock;

/// So many characters of what was typed are looked at.
const LETTERS: usize = 200;

/// So surely words have to mean a need to be told that they do, of 100: other readings are weaker ones.
pub(crate) const SURE: u32 = 50;
/// So surely they have to mean something of which somebody may have to leave quickly: in another language than the page's too, with a slip.
const PERHAPS: u32 = 30;
/// So much more counts what a service is there for above all than what it answers besides: more than being open to all and fresh together.
pub(crate) const MAINLY: f64 = 2.0;
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
    /// The first three characters of a postal code, as they were typed.
    pub(crate) near: String,
    /// At most so many kilometres from there.
    pub(crate) within: Option<u32>,
    /// What the words mean: read once.
    pub(super) meaning: OnceLock<Topics>,
}

/// The distances that are offered, in kilometres.
pub(crate) const DISTANCES: [u32; 4] = [2, 5, 10, 25];

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
            near: postal_area(address.get("near"))
                .unwrap_or_else(|| address.get("near").chars().take(3).collect()),
            within: DISTANCES.into_iter().find(|km| address.get("within") == km.to_string()),
            meaning: OnceLock::new(),
        }
    }

    /// Whether anything is asked for.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.need.is_none() && !self.is_narrowed()
    }

    /// Whether more is asked than a need or words.
    pub(crate) fn is_narrowed(&self) -> bool {
        self.spoken.is_some()
            || self.free
            || self.open.is_some()
            || !self.features.is_empty()
            || !self.near.is_empty()
    }

    /// Where she is, as far as she says; none when nothing is typed or no postal code begins so.
    pub(crate) fn from(&self) -> Option<Point> {
        postal_area(&self.near).and_then(|area| middle(&area))
    }

    /// What every hit must be, but for when it is open.
    fn filters(&self) -> Vec<Filter> {
        let one = |facet, value: &str| Filter::Any(facet, vec![value.to_owned()]);
        let need =
            self.need.as_deref().map(|id| one(if needs::need(id).is_some() { NEED } else { GROUP }, id));
        let near = self.from().zip(self.within).map(|(from, km)| Filter::Around(point(from), f64::from(km)));
        need.into_iter()
            .chain(self.spoken.map(|language| one(LANGUAGE, language.code())))
            .chain(self.free.then(|| one(COST, Cost::Free.code())))
            .chain(self.features.iter().map(|feature| one(FEATURE, feature.code())))
            .chain(near)
            .collect()
    }

    /// As the index is asked: the place of the first hit, and how many.
    pub(crate) fn ask(&self, ctx: &Ctx, of: Situation, (skip, limit): (usize, usize)) -> Ask<'_> {
        let mut filters = self.filters();
        filters.extend(self.open.map(|when| Filter::Open(when.moment(ctx))));
        Ask {
            topics: (!self.words.is_empty()).then(|| self.meaning(ctx.lang).clone()),
            filters,
            counts: [LANGUAGE, COST]
                .map(Count::Sideways)
                .into_iter()
                .chain([FEATURE, NEED].map(Count::Within))
                .collect(),
            moments: [When::Now, When::Tonight].map(|when| when.moment(ctx)).into(),
            from: self.from().map(point),
            boosts: self.boosts(ctx, of),
            skip,
            limit,
            ..Ask::new(&self.words)
        }
    }

    /// What comes first: as everywhere, and before it what is there for this above all.
    fn boosts(&self, ctx: &Ctx, of: Situation) -> Vec<Boost> {
        let mut all = boosts(ctx, of, self.from());
        all.extend(self.need.clone().map(|need| Boost::Has(MAIN, vec![need], MAINLY)));
        all
    }

    /// What the words mean to somebody who reads this language.
    fn meaning(&self, lang: Lang) -> &Topics {
        self.meaning.get_or_init(|| needs::topics(NEED, &self.words, lang))
    }

    /// The needs that the words mean, and how surely, of 100; the surest first.
    pub(crate) fn meant(&self, lang: Lang) -> impl Iterator<Item = (&'static Need, u32)> {
        needs::read(&self.meaning(lang).readings)
    }

    /// The need of which somebody may have to leave quickly that the words mean, if they do.
    pub(crate) fn danger(&self, lang: Lang) -> Option<&'static Need> {
        let mut meant = self.meant(lang);
        meant.find(|(need, sure)| need.safety && *sure >= PERHAPS).map(|(need, _)| need)
    }

    /// The request with the need in the place of the words, for links and paper: what somebody typed of her own danger goes no further than the
    /// page that answers it.
    pub(crate) fn quietly(&self, ctx: &Ctx, need: Option<&Need>) -> Ctx {
        let Some(need) = need.filter(|_| !self.words.is_empty()) else { return ctx.clone() };
        let address = ctx.address().without("q").without("page").with("need", need.id.as_str()).to_string();
        let (_, query) = address.split_once('?').unwrap_or_default();
        Ctx { query: query.into(), ..ctx.clone() }
    }

    /// The same with the need that they mean in the place of words of danger.
    pub(crate) fn without_danger(&self, lang: Lang) -> Self {
        match self.danger(lang) {
            Some(need) => Self {
                words: String::new(),
                need: Some(need.id.clone()),
                meaning: OnceLock::new(),
                ..self.clone()
            },
            None => self.clone(),
        }
    }

    /// Whether she asks about something from which somebody may have to leave quickly: by the need, or by what the words mean, whether or not
    /// anything is found for them. Then the page begins with the way out.
    pub(crate) fn asks_in_danger(&self, lang: Lang) -> bool {
        self.need.as_deref().is_some_and(needs::is_safety) || self.danger(lang).is_some()
    }

    /// Whether nobody may keep the page: she asks in danger, or something on it is for those who do, whatever she asked.
    pub(crate) fn is_kept_nowhere<'a>(
        &self,
        lang: Lang,
        mut found: impl Iterator<Item = &'a Placed>,
    ) -> bool {
        self.asks_in_danger(lang) || found.any(|one| one.service.needs.is_safety())
    }
}

impl When {
    /// The code in addresses.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Tonight => "tonight",
        }
    }

    /// The minutes it means, by the clock of the partnership: this one, or those from 18:00 that are not over.
    fn moment(self, ctx: &Ctx) -> Moment {
        const EVENING: u16 = 18 * 60;
        const MIDNIGHT: u16 = 24 * 60;
        let now = now(ctx);
        let (day, minute) = (day_number(now.date()), minute_of(now).minutes());
        match self {
            Self::Now => Moment { day, from: minute, until: minute + 1 },
            Self::Tonight => Moment { day, from: minute.max(EVENING), until: MIDNIGHT },
        }
    }
}

/// What comes first beside the words: open to her, near, verified, in her language, offered now.
pub(crate) fn boosts(ctx: &Ctx, of: Situation, from: Option<Point>) -> Vec<Boost> {
    let language = Spoken::from(ctx.lang).code().to_owned();
    let mut all = vec![
        Boost::ForAll(1.3),
        Boost::Fresh(1.15),
        Boost::Has(LANGUAGE, vec![language], 1.15),
        Boost::Has(STATUS, vec![Status::Active.code().to_owned()], 1.5),
    ];
    all.extend(from.map(|from| Boost::Near(point(from), 1.5, 4.0)));
    all.extend(of.class.map(|class| Boost::Has(MAY, vec![class.code().to_owned()], 1.4)));
    all
}
