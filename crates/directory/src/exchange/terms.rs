//! The lists of terms by which services are sorted here, as taxonomies of HSDS: needs, streams of settlement services, who is served, how.
//!
//! Their ids come from their codes, so they are the same in every installation.

use crate::{
    needs::{group_name, groups, name, needs, said},
    rules::{
        eligibility::{Class, Openness},
        facts::{Feature, Papers, Stream},
    },
    store::services::Service,
    words,
};
use hsds::{Taxonomy, TaxonomyTerm, ids::mapped};
use platform::{ctx::Ctx, t};
use uuid::Uuid;

/// Whose ids these are.
const SOURCE: &str = "urn:kith:taxonomies";

/// One list of terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Scheme {
    /// The needs that people bring, in groups.
    Needs,
    /// Streams of settlement services.
    Streams,
    /// As whom somebody is in Canada.
    People,
    /// What makes a service reachable, or is offered in it.
    Features,
}

impl Scheme {
    /// All, in the order of lists.
    pub(crate) const ALL: [Self; 4] = [Self::Needs, Self::Streams, Self::People, Self::Features];

    /// Its name for programs.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Needs => "kith-needs",
            Self::Streams => "kith-streams",
            Self::People => "kith-people",
            Self::Features => "kith-features",
        }
    }

    /// What a term of it says of a service, in the words of HSDS's `link_type`.
    pub(crate) const fn link(self) -> &'static str {
        match self {
            Self::Needs | Self::Streams => "service_type",
            Self::People => "service_eligibility",
            Self::Features => "service_feature",
        }
    }

    /// Its id.
    pub(crate) fn id(self) -> Uuid {
        mapped(SOURCE, "taxonomy", self.code())
    }

    /// The id of the term of a code in it.
    pub(crate) fn term(self, code: &str) -> Uuid {
        mapped(SOURCE, self.code(), code)
    }

    /// The list itself, in the words of a language.
    pub(crate) fn taxonomy(self, ctx: &Ctx) -> Taxonomy {
        let say = ctx.say();
        let (name, description) = match self {
            Self::Needs => (t!(say, "exchange-needs"), t!(say, "exchange-needs-told")),
            Self::Streams => (t!(say, "exchange-streams"), t!(say, "exchange-streams-told")),
            Self::People => (t!(say, "exchange-people"), t!(say, "exchange-people-told")),
            Self::Features => (t!(say, "exchange-features"), t!(say, "exchange-features-told")),
        };
        Taxonomy { id: self.id().to_string(), name, description, ..Taxonomy::default() }
    }
}

/// Terms as they stand in an answer.
struct Words<'a>(&'a Ctx, Scheme);

impl Words<'_> {
    fn term(&self, code: String, parent: Option<&str>, name: String, description: String) -> TaxonomyTerm {
        let (ctx, scheme) = (self.0, self.1);
        TaxonomyTerm {
            id: scheme.term(&code).to_string(),
            code: Some(code),
            description: if description.is_empty() { name.clone() } else { description },
            name,
            parent_id: parent.map(|parent| scheme.term(parent).to_string()),
            taxonomy: Some(scheme.code().to_owned()),
            language: Some(ctx.lang.code().to_owned()),
            taxonomy_id: Some(scheme.id().to_string()),
            ..TaxonomyTerm::default()
        }
    }

    fn plain<T: Copy>(
        &self,
        all: &[T],
        code: fn(T) -> String,
        word: fn(&Ctx, T) -> String,
    ) -> Vec<TaxonomyTerm> {
        let one = |of: &T| self.term(code(*of), None, word(self.0, *of), String::new());
        all.iter().map(one).collect()
    }
}

fn stream(of: Stream) -> String {
    format!("stream-{}", of.code())
}

fn class(of: Class) -> String {
    format!("class-{}", of.code())
}

fn feature(of: Feature) -> String {
    format!("feature-{}", of.code())
}

/// What is said of papers by a term: that none are needed.
const NO_PAPERS: &str = "feature-no-papers";
/// What is said of whom it is for by a term: everyone.
const EVERYONE: &str = "class-everyone";

/// All terms of a list, in its order, in the words of a language.
pub(crate) fn terms(ctx: &Ctx, scheme: Scheme) -> Vec<TaxonomyTerm> {
    let (all, lang) = (Words(ctx, scheme), ctx.lang);
    match scheme {
        Scheme::Needs => {
            let of_groups = groups()
                .iter()
                .map(|one| all.term(one.id.clone(), None, group_name(one, lang), String::new()));
            let of_needs = needs().iter().map(|one| {
                all.term(one.id.clone(), Some(&one.group), name(one, lang), said(one, lang).to_owned())
            });
            of_groups.chain(of_needs).collect()
        }
        Scheme::Streams => all.plain(&Stream::ALL, stream, words::stream),
        Scheme::People => {
            let everyone = all.term(EVERYONE.into(), None, t!(ctx.say(), "openness-everyone"), String::new());
            let mut terms = vec![everyone];
            terms.extend(all.plain(&Class::ALL, class, words::class));
            terms
        }
        Scheme::Features => {
            let mut terms = all.plain(&Feature::ALL, feature, words::feature);
            terms.push(all.term(NO_PAPERS.into(), None, words::papers(ctx, Papers::None), String::new()));
            terms
        }
    }
}

/// The terms that a service is given, by list and code.
pub(crate) fn terms_of(of: &Service) -> Vec<(Scheme, String)> {
    let facts = &of.facts.0;
    let classes = match &facts.openness {
        Openness::Everyone => vec![EVERYONE.to_owned()],
        Openness::Only { classes } => classes.iter().copied().map(class).collect(),
        Openness::Unknown | Openness::Funder { .. } => Vec::new(),
    };
    let papers = (facts.papers == Papers::None).then(|| NO_PAPERS.to_owned());
    let needs = of.needs.all().map(|need| (Scheme::Needs, need.id.clone()));
    needs
        .chain(of.stream.map(|one| (Scheme::Streams, stream(one))))
        .chain(classes.into_iter().map(|code| (Scheme::People, code)))
        .chain(facts.features.iter().map(|one| (Scheme::Features, feature(*one))))
        .chain(papers.map(|code| (Scheme::Features, code)))
        .collect()
}

/// Whether a service is given a term, or for a group of needs one of those in it.
pub(crate) fn has_term(of: &Service, term: Uuid) -> bool {
    terms_of(of).iter().any(|(scheme, code)| scheme.term(code) == term)
        || of.needs.all().any(|need| Scheme::Needs.term(&need.group) == term)
}

/// Whether a service is given any term of a list.
pub(crate) fn has_scheme(of: &Service, taxonomy: Uuid) -> bool {
    terms_of(of).iter().any(|(scheme, _)| scheme.id() == taxonomy)
}
