//! Councils, sub-councils, working groups, teams: what each is for, its seats and who sits there until when.
//!
//! A seat belongs to a body and often to an organization; the person in it changes and it may be vacant. A seat, the
//! visibility of that seat and the permission to read are three facts: sitting on a council grants nothing (see `accounts`).
//!
//! Decisions are in `rules`, SQL in `store`, pages in `pages`, words in `words/`; `facade` is what other rooms may call.
//!
//! Not here: attendance and quorum (`meetings`), consent to mail (the platform's ledger), an organization's staff (`partners`).

mod api;
mod facade;
mod finding;
mod holding;
mod importing;
mod jobs;
mod knots;
mod known;
mod leads;
mod membership;
mod pages;
mod panels;
pub mod picture;
mod public;
pub mod rules;
mod seen;
mod store;
mod table;
#[cfg(test)]
mod tests;
mod today;
mod translating;

pub use facade::{
    NewSeat, SeatWithTerms, add_council, add_expression, add_round, add_seats, record_terms_of_reference,
    seats_of_organization, seats_of_person,
};
pub use leads::add_lead;
pub use pages::expression_erasure::erase_expressions_again;
pub use public::interest::wording as interest_wording;
pub use store::{
    bodies::{
        Council, CouncilFacts, find_council as council, find_council_by_slug as council_by_slug,
        list_councils as councils,
    },
    expressions::{Expression, NewExpression},
    references::{NewTermsOfReference, TermsOfReference, list_terms_of_reference as terms_of_reference},
    seats::{Seat, SeatFacts, list_seats_of_council as seats_of_council},
};

use platform::{
    ctx::PUBLIC,
    errors::Code,
    langs::Lang,
    manifest::{Manifest, NavEntry, NavGroup, Restorer},
};

platform::id! { /// One body: a council, sub-council, working group or team.
CouncilId, "council" }
platform::id! { /// One seat of a body.
SeatId, "seat" }
platform::id! { /// One term served on a seat.
TermId, "seat-term" }
platform::id! { /// What a seat is for: a category that several seats may share.
CategoryId, "seat-category" }
platform::id! { /// One version of a body's terms of reference.
ReferenceId, "terms-of-reference" }
platform::id! { /// One expression of interest in a seat.
ExpressionId, "expression" }
platform::id! { /// One round in which expressions of interest are asked for.
RoundId, "expression-round" }
platform::id! { /// One letter to a group.
LetterId, "letter" }

/// Permissions of this room. None of them follows from a seat.
pub mod can {
    use platform::authority::{Office, Permission};

    /// Seeing the bodies, their seats and who may be seen to sit there.
    pub const SEE_COUNCILS: Permission = Permission::see(
        "councils.see",
        &[
            Office::Coordinator,
            Office::Chair,
            Office::CouncilMember,
            Office::PartnerEditor,
            Office::Translator,
            Office::Reader,
        ],
    );
    /// Setting up bodies, moving, closing and binning them, and holding rounds.
    pub const SET_UP_COUNCILS: Permission = Permission::act("councils.set-up", &[Office::Coordinator]);
    /// Changing what a body says of itself: outcome, mandate, terms of reference.
    pub const EDIT_COUNCIL: Permission =
        Permission::act("councils.edit", &[Office::Coordinator, Office::Chair]);
    /// Granting seats, saying who holds them, ending and renewing terms.
    pub const GRANT_SEAT: Permission =
        Permission::act("councils.seat", &[Office::Coordinator, Office::Chair]);
    /// Putting a term right that was written down wrongly.
    pub const CORRECT_TERM: Permission = Permission::act("councils.terms.correct", &[Office::Coordinator]);
    /// Writing to those who sit on a body.
    pub const WRITE_TO_GROUP: Permission =
        Permission::act("councils.write", &[Office::Coordinator, Office::Chair]);
    /// Seeing who would like to sit on a body, as far as the reader answers for it.
    pub const SEE_EXPRESSIONS: Permission =
        Permission::see("councils.expressions.see", &[Office::Coordinator, Office::Chair]);
    /// Answering expressions of interest.
    pub const ANSWER_EXPRESSION: Permission =
        Permission::act("councils.expressions", &[Office::Coordinator, Office::Chair]);
    /// Erasing an expression of interest for good.
    pub const ERASE_EXPRESSION: Permission =
        Permission::act("councils.expressions.erase", &[Office::Coordinator]);
}

/// What this room brings to the house.
pub fn manifest() -> Manifest {
    let mut manifest = routes(Manifest::new("councils"))
        .get("/{p}/{lang}/who-we-are", PUBLIC, public::index::show)
        .get("/{p}/{lang}/who-we-are/{council}", PUBLIC, public::body::show)
        .get("/{p}/{lang}/who-we-are/{council}/terms-of-reference/{number}", PUBLIC, public::body::signed)
        .get("/{p}/{lang}/who-we-are/{council}/interest", PUBLIC, public::interest::new)
        .post("/{p}/{lang}/who-we-are/{council}/interest", PUBLIC, public::interest::create)
        .get("/{p}/{lang}/who-we-are/{council}/interest/received", PUBLIC, public::interest::received)
        .get("/{p}/work/councils/composition", can::SEE_COUNCILS, table::page::all)
        .get("/{p}/work/councils/{council}/composition", can::SEE_COUNCILS, table::page::one)
        .get("/{p}/api/v1/councils", PUBLIC, api::councils)
        .get("/{p}/api/v1/councils/{id}/seats", PUBLIC, api::council_seats);
    manifest.words = vec![
        (Lang::En, include_str!("../words/en.ftl")),
        (Lang::Fr, include_str!("../words/fr.ftl")),
        (Lang::Ar, include_str!("../words/ar.ftl")),
    ];
    manifest.nav = vec![NavEntry {
        group: NavGroup::People,
        key: "councils-title",
        path: "/work/councils",
        see: can::SEE_COUNCILS,
    }];
    manifest.public_nav =
        vec![NavEntry { group: NavGroup::People, key: "nav-who-we-are", path: public::PATH, see: PUBLIC }];
    manifest.ways_in =
        vec![NavEntry { group: NavGroup::People, key: "way-in-seat", path: public::PATH, see: PUBLIC }];
    manifest.providers = knots::PROVIDERS.to_vec();
    manifest.search = finding::PROVIDERS.to_vec();
    manifest.restorers = vec![
        Restorer { kind: "council", may: can::SET_UP_COUNCILS, restore: pages::endings::restore },
        Restorer { kind: "seat", may: can::SET_UP_COUNCILS, restore: pages::granting::restore },
    ];
    manifest.refusals = refusals();
    manifest.parts = vec![importing::PART];
    manifest.data_map = include_str!("../datamap.txt");
    manifest.data_map_fr = include_str!("../datamap.fr.txt");
    manifest.sampled = pages::samples::all();
    manifest.sampled.extend(public::samples::all());
    manifest.sampled.extend(table::samples::all());
    manifest.panels = panels::all();
    manifest.panels.extend(leads::PANELS);
    manifest.links = vec![leads::LEADS];
    manifest.translatables = translating::TRANSLATABLES.to_vec();
    manifest.today = vec![today::today];
    manifest.jobs = vec![jobs::FORGET];
    manifest.retentions = vec![jobs::RETENTION];
    manifest.purposes = vec![membership::PURPOSE];
    manifest.holdings = vec![holding::HOLDING];
    manifest.openapi = include_str!("openapi.json");
    manifest
}

fn refusals() -> Vec<&'static [Code]> {
    vec![
        rules::tree::TreeRefusal::CODES,
        rules::seats::SeatRefusal::CODES,
        rules::categories::CategoryRefusal::CODES,
        importing::PlacingRefusal::CODES,
        rules::terms::TermRefusal::CODES,
        rules::references::ReferenceRefusal::CODES,
        rules::expressions::ExpressionRefusal::CODES,
        rules::expressions::RoundRefusal::CODES,
        rules::reaching::ReachRefusal::CODES,
        public::interest::InterestRefusal::CODES,
    ]
}

fn routes(manifest: Manifest) -> Manifest {
    use pages::{
        answers, bodies, categories, changes, endings, expression_erasure as erasing, expressions, leaving,
        letters, references, rounds, sheet, signed,
    };
    let manifest = manifest
        .get("/{p}/work/councils", can::SEE_COUNCILS, bodies::index)
        .post("/{p}/work/councils", can::SET_UP_COUNCILS, changes::create)
        .get("/{p}/work/councils/new", can::SET_UP_COUNCILS, changes::new)
        .get("/{p}/work/councils/seats", can::SEE_COUNCILS, sheet::index)
        .get("/{p}/work/councils/leaving", can::SEE_COUNCILS, leaving::index)
        .get("/{p}/work/councils/expressions", can::SEE_EXPRESSIONS, expressions::index)
        .get("/{p}/work/councils/expressions/{expression}", can::SEE_EXPRESSIONS, expressions::show)
        .post("/{p}/work/councils/expressions/{expression}/answer", can::SEE_EXPRESSIONS, answers::create)
        .get("/{p}/work/councils/expressions/{expression}/erasure", can::ERASE_EXPRESSION, erasing::ask)
        .post("/{p}/work/councils/expressions/{expression}/erasure", can::ERASE_EXPRESSION, erasing::erase)
        .post("/{p}/work/councils/rounds", can::SET_UP_COUNCILS, expressions::set_round)
        .get("/{p}/work/councils/rounds/{round}", can::SET_UP_COUNCILS, rounds::edit)
        .post("/{p}/work/councils/rounds/{round}", can::SET_UP_COUNCILS, rounds::save)
        .post("/{p}/work/councils/rounds/{round}/removal", can::SET_UP_COUNCILS, rounds::remove)
        .get("/{p}/work/councils/categories", can::SET_UP_COUNCILS, categories::index)
        .post("/{p}/work/councils/categories", can::SET_UP_COUNCILS, categories::add)
        .get("/{p}/work/councils/categories/{category}", can::SET_UP_COUNCILS, categories::edit)
        .post("/{p}/work/councils/categories/{category}", can::SET_UP_COUNCILS, categories::save)
        .post("/{p}/work/councils/categories/{category}/removal", can::SET_UP_COUNCILS, categories::remove)
        .get("/{p}/work/councils/{council}", can::SEE_COUNCILS, bodies::show)
        .post("/{p}/work/councils/{council}", can::EDIT_COUNCIL, changes::update)
        .get("/{p}/work/councils/{council}/edit", can::EDIT_COUNCIL, changes::edit)
        .get("/{p}/work/councils/{council}/closing", can::SET_UP_COUNCILS, endings::ask_close)
        .post("/{p}/work/councils/{council}/closing", can::SET_UP_COUNCILS, endings::close)
        .post("/{p}/work/councils/{council}/reopening", can::SET_UP_COUNCILS, endings::reopen)
        .get("/{p}/work/councils/{council}/bin", can::SET_UP_COUNCILS, endings::ask_bin)
        .post("/{p}/work/councils/{council}/bin", can::SET_UP_COUNCILS, endings::bin)
        .get("/{p}/work/councils/{council}/terms-of-reference", can::SEE_COUNCILS, references::index)
        .post("/{p}/work/councils/{council}/terms-of-reference", can::EDIT_COUNCIL, references::create)
        .get("/{p}/work/councils/{council}/terms-of-reference/new", can::EDIT_COUNCIL, references::new)
        .get("/{p}/work/councils/{council}/terms-of-reference/{number}/file", can::SEE_COUNCILS, signed::show)
        .get(
            "/{p}/work/councils/{council}/terms-of-reference/{number}/signed",
            can::EDIT_COUNCIL,
            signed::edit,
        )
        .post(
            "/{p}/work/councils/{council}/terms-of-reference/{number}/signed",
            can::EDIT_COUNCIL,
            signed::save,
        )
        .post("/{p}/work/councils/{council}/leads", can::EDIT_COUNCIL, crate::leads::create)
        .post(
            "/{p}/work/councils/{council}/leads/{organization}/removal",
            can::EDIT_COUNCIL,
            crate::leads::remove,
        )
        .post("/{p}/work/councils/{council}/letters", can::WRITE_TO_GROUP, letters::create)
        .get("/{p}/work/councils/{council}/letters/new", can::WRITE_TO_GROUP, letters::new);
    seat_routes(manifest)
}

fn seat_routes(manifest: Manifest) -> Manifest {
    use pages::{corrections, giving, granting, holding, seats};
    manifest
        .post("/{p}/work/councils/{council}/seats", can::GRANT_SEAT, giving::create)
        .get("/{p}/work/councils/{council}/seats/new", can::GRANT_SEAT, giving::new)
        .get("/{p}/work/councils/{council}/seats/{seat}", can::SEE_COUNCILS, seats::show)
        .post("/{p}/work/councils/{council}/seats/{seat}", can::GRANT_SEAT, granting::update)
        .get("/{p}/work/councils/{council}/seats/{seat}/edit", can::GRANT_SEAT, granting::edit)
        .get("/{p}/work/councils/{council}/seats/{seat}/bin", can::GRANT_SEAT, granting::ask_bin)
        .post("/{p}/work/councils/{council}/seats/{seat}/bin", can::GRANT_SEAT, granting::bin)
        .post("/{p}/work/councils/{council}/seats/{seat}/terms", can::GRANT_SEAT, holding::create)
        .get("/{p}/work/councils/{council}/seats/{seat}/terms/{term}", can::CORRECT_TERM, corrections::edit)
        .post(
            "/{p}/work/councils/{council}/seats/{seat}/terms/{term}",
            can::CORRECT_TERM,
            corrections::update,
        )
        .post("/{p}/work/councils/{council}/seats/{seat}/resignation", can::GRANT_SEAT, holding::resign)
        .post("/{p}/work/councils/{council}/seats/{seat}/renewal", can::GRANT_SEAT, holding::renewed)
        .post("/{p}/work/councils/{council}/seats/{seat}/alternate", can::GRANT_SEAT, holding::alternates)
}
