//! What is kept here, as objects of HSDS 3.1, in the words of one language. What a field of the standard has no place for in facts goes there in
//! words; what it would have to be guessed for is left out.

mod facts;
mod places;

use self::{
    facts::{areas, capacities, funding, links, phones},
    places::offered,
};
use super::{
    shelf::Shelf,
    terms::{Scheme, terms, terms_of},
};
use crate::{
    public::PATH,
    rules::{
        eligibility::Openness,
        facts::{Cost, Facts, Interpretation, Status},
        freshness::wait_holds,
    },
    store::{locations::Location, services::Service},
    words,
};
use hsds::{
    Attribute, Metadata, Phone, ServiceAtLocation, TaxonomyTerm, Url,
    ids::mapped,
    values::formats::{has_scheme, is_email},
};
use partners::{ContactKind, Organization};
use platform::{ctx::Ctx, t, text::Text};
use serde_json::Number;
use std::{collections::HashMap, sync::Arc};
use uuid::Uuid;

/// The terms of this program's lists in one language, by their ids.
pub(crate) type Terms = Arc<HashMap<Uuid, TaxonomyTerm>>;

/// The mapping into one language.
pub(crate) struct Mapping<'a> {
    ctx: &'a Ctx,
    shelf: &'a Shelf,
    terms: Terms,
}

/// The text, unless it is empty.
fn some(text: impl Into<String>) -> Option<String> {
    Some(text.into()).filter(|text| !text.trim().is_empty())
}

/// The parts that say something, as sentences beside each other.
fn together(parts: impl IntoIterator<Item = Option<String>>) -> Option<String> {
    some(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

fn mail(text: &str) -> Option<String> {
    some(text).filter(|text| is_email(text))
}

fn web(text: &str) -> Option<String> {
    some(text).filter(|text| has_scheme(text))
}

/// A state in the words of the standard.
pub(crate) const fn status(of: Status) -> &'static str {
    match of {
        Status::TemporarilyClosed => "temporarily closed",
        other => other.code(),
    }
}

/// The id of a part of something that has one here: the same each time.
fn part(of: Uuid, table: &str, which: impl std::fmt::Display) -> String {
    mapped(&of.to_string(), table, &format!("{table} {which}")).to_string()
}

impl<'a> Mapping<'a> {
    /// Into the language of the context.
    pub(crate) fn new(ctx: &'a Ctx, shelf: &'a Shelf) -> Self {
        Self::with(ctx, shelf, Self::terms(ctx))
    }

    /// The same with terms that were read before.
    pub(crate) const fn with(ctx: &'a Ctx, shelf: &'a Shelf, terms: Terms) -> Self {
        Self { ctx, shelf, terms }
    }

    /// All terms in the language of the context.
    pub(crate) fn terms(ctx: &Ctx) -> Terms {
        let all = Scheme::ALL.into_iter().flat_map(|scheme| {
            terms(ctx, scheme).into_iter().filter_map(move |mut term| {
                let id = Uuid::try_parse(&term.id).ok()?;
                term.taxonomy_detail = Some(Box::new(scheme.taxonomy(ctx)));
                Some((id, term))
            })
        });
        Arc::new(all.collect())
    }

    fn text(&self, of: &Text) -> Option<String> {
        some(of.plain(self.ctx.lang))
    }

    /// The name in the other official language, where it is another.
    fn other_name(&self, of: &Text) -> Option<String> {
        let other = of.in_lang(self.ctx.lang.other_official());
        some(other).filter(|other| other != of.plain(self.ctx.lang))
    }

    /// An organization without what belongs to it.
    pub(crate) fn organization_in_short(&self, of: &Organization) -> hsds::Organization {
        let contacts = || self.shelf.contacts.get(&of.id).into_iter().flatten();
        let first = |kind: ContactKind, read: fn(&str) -> Option<String>| {
            contacts().filter(|one| one.kind == kind).find_map(|one| read(&one.value))
        };
        let name = of.name.plain(self.ctx.lang).to_owned();
        hsds::Organization {
            id: of.id.to_string(),
            alternate_name: self.other_name(&of.name),
            // The standard wants a description; where nobody has written one, the name says all that is known.
            description: self.text(&of.about).unwrap_or_else(|| name.clone()),
            email: first(ContactKind::Mail, mail),
            website: first(ContactKind::Web, web),
            name,
            ..hsds::Organization::default()
        }
    }

    /// An organization with all that belongs to it; its services in full or in short.
    pub(crate) fn organization(&self, of: &Organization, full_services: bool) -> hsds::Organization {
        let contacts = self.shelf.contacts.get(&of.id).into_iter().flatten();
        let phones = contacts.filter(|one| one.kind == ContactKind::Phone).map(|one| Phone {
            id: one.id.to_string(),
            organization_id: some(of.id.to_string()),
            number: one.value.clone(),
            kind: some("voice"),
            ..Phone::default()
        });
        let services = self.shelf.services_of(of.id).map(|one| match full_services {
            true => hsds::Service { organization: None, ..self.service(one) },
            false => self.service_in_short(one),
        });
        let mut own: Vec<&Location> =
            self.shelf.locations.values().filter(|one| one.organization_id == Some(of.id)).collect();
        own.sort_by_key(|one| one.id.0);
        hsds::Organization {
            phones: phones.collect(),
            services: services.collect(),
            locations: own.into_iter().map(|one| self.location(one)).collect(),
            ..self.organization_in_short(of)
        }
    }

    /// A service without what belongs to it but for who offers it.
    pub(crate) fn service_in_lists(&self, of: &Service) -> hsds::Service {
        let organization = self.shelf.organizations.get(&of.organization_id);
        hsds::Service {
            organization: organization.map(|one| Box::new(self.organization_in_short(one))),
            ..self.service_in_short(of)
        }
    }

    /// A service without what belongs to it.
    pub(crate) fn service_in_short(&self, of: &Service) -> hsds::Service {
        let facts = &of.facts.0;
        hsds::Service {
            id: of.id.to_string(),
            organization_id: some(of.organization_id.to_string()),
            program_id: self.program(of).map(|program| program.id),
            name: of.name.plain(self.ctx.lang).to_owned(),
            alternate_name: self.other_name(&of.name),
            description: self.text(&of.about),
            url: web(&facts.web),
            alert: self.alert(facts),
            email: mail(&facts.mail),
            status: status(of.status).to_owned(),
            interpretation_services: (facts.interpretation != Interpretation::Unknown)
                .then(|| words::interpretation(self.ctx, facts.interpretation)),
            application_process: self.text(&facts.apply),
            fees_description: (facts.cost != Cost::Unknown || !facts.cost_note.is_empty())
                .then(|| together([Some(words::cost(self.ctx, facts.cost)), self.text(&facts.cost_note)]))
                .flatten(),
            wait_time: self.wait(facts),
            eligibility_description: self.eligibility(facts),
            minimum_age: facts.age_from.map(Number::from),
            maximum_age: facts.age_to.map(Number::from),
            assured_date: of.verified_on.map(|on| on.to_string()),
            last_modified: Some(of.changed_at.to_string()),
            ..hsds::Service::default()
        }
    }

    fn eligibility(&self, of: &Facts) -> Option<String> {
        let say = self.ctx.say();
        let said = match &of.openness {
            Openness::Everyone => Some(t!(say, "use-everyone")),
            Openness::Unknown => None,
            Openness::Funder { funder } => Some(say.t(&format!("use-funder-{funder}"), &[])),
            Openness::Only { classes } => {
                let who: Vec<String> = classes.iter().map(|one| words::class(self.ctx, *one)).collect();
                Some(t!(say, "use-only", who = say.list(&who)))
            }
        };
        together([said, self.text(&of.openness_note)]).map(plainly)
    }

    /// What has to be known before all else, while it stands.
    fn alert(&self, of: &Facts) -> Option<String> {
        let alert = of.alert.as_ref().filter(|one| one.stands(self.ctx.today()))?;
        self.text(&alert.text)
    }

    /// What was said of waiting, while it still holds.
    fn wait(&self, of: &Facts) -> Option<String> {
        let say = self.ctx.say();
        let wait = of.wait.filter(|one| wait_holds(one.on, self.ctx.today()))?;
        let room = wait.has_room.map(|room| if room { t!(say, "wait-room") } else { t!(say, "wait-full") });
        let days = wait.days.map(|days| t!(say, "wait-days", n = i64::from(days)));
        together([room, days, Some(t!(say, "wait-said", day = say.day(wait.on)))]).map(plainly)
    }

    /// A service with all that belongs to it.
    pub(crate) fn service(&self, of: &Service) -> hsds::Service {
        let at = self.shelf.offers_of(of.id).map(|(offer, location)| ServiceAtLocation {
            location: Some(Box::new(self.location(location))),
            ..offered(offer)
        });
        hsds::Service { service_at_locations: at.collect(), ..self.service_of_a_place(of) }
    }

    /// A service with all that belongs to it but for where it is offered.
    pub(crate) fn service_of_a_place(&self, of: &Service) -> hsds::Service {
        let (facts, id) = (&of.facts.0, of.id.0);
        let page = Url {
            id: part(id, "url", "page"),
            label: Some(t!(self.ctx.say(), "exchange-page")),
            url: self.ctx.web_url(&format!("/{}{PATH}/{}", self.ctx.lang, of.id)),
            service_id: some(id.to_string()),
            ..Url::default()
        };
        hsds::Service {
            additional_urls: [page].into_iter().chain(links(id, facts)).collect(),
            service_areas: areas(id, facts),
            contacts: self.intake(id, facts).into_iter().chain(self.contacts(id, facts)).collect(),
            program: self.program(of).map(Box::new),
            capacities: capacities(id, facts),
            phones: phones(id, facts),
            schedules: self.schedules(id, facts),
            languages: facts.languages.0.iter().map(|one| self.language(id, *one)).collect(),
            cost_options: self.cost(id, facts).into_iter().collect(),
            required_documents: self.documents(id, facts),
            funding: funding(id, facts),
            attributes: self.attributes(of),
            metadata: self.provenance(of).into_iter().collect(),
            ..self.service_in_lists(of)
        }
    }

    fn attributes(&self, of: &Service) -> Vec<Attribute> {
        let one = |(scheme, code): (Scheme, String)| {
            let term = scheme.term(&code);
            let full = self.terms.get(&term)?;
            Some(Attribute {
                id: part(of.id.0, "attribute", term),
                link_id: some(of.id.to_string()),
                taxonomy_term_id: some(term.to_string()),
                link_type: some(scheme.link()),
                link_entity: some("service"),
                value: some(code),
                label: some(full.name.as_str()),
                taxonomy_term: Some(Box::new(full.clone())),
                ..Attribute::default()
            })
        };
        terms_of(of).into_iter().filter_map(one).collect()
    }

    /// Where a record comes from that was not written here.
    fn provenance(&self, of: &Service) -> Option<Metadata> {
        let on = of.source_on.unwrap_or_else(|| of.changed_at.day_in(&self.ctx.zone()));
        let said = |text: String| Metadata {
            id: part(of.id.0, "metadata", "source"),
            resource_id: some(of.id.to_string()),
            resource_type: some("service"),
            last_action_date: on.to_string(),
            last_action_type: "import".into(),
            field_name: "name".into(),
            previous_value: "-".into(),
            replacement_value: of.name.plain(self.ctx.lang).to_owned(),
            updated_by: text,
            ..Metadata::default()
        };
        some(of.source.as_str()).map(said)
    }
}

/// Words that stood on a page without the signs that kept foreign words apart there.
fn plainly(text: String) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
