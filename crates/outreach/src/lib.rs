//! Who takes part and who should: requests to take part, and what becomes of them.
//!
//! A request is sent by anyone, without an account, in any language of the site; what she agreed to stands in the platform's
//! ledger of consent under the request itself. Each is answered by a person and decided once. What joins or helps is kept by
//! `partners`; this room only remembers which request it came of.
//!
//! Decisions are in `rules`, SQL in `store`, pages in `pages` and `public`, words in `words/`; `facade` is what others may call.
//!
//! Not here: expressions of interest in a seat (`councils`), the organizations and people themselves (`partners`).

mod curve;
mod facade;
mod finding;
mod holding;
mod jobs;
mod knots;
mod known;
mod missing;
mod pages;
mod panels;
mod public;
pub mod rules;
mod store;
mod today;
mod translating;

pub use facade::{
    Admitted, Reached, add_answer, add_encounter, add_enquiry, add_joining, add_prospect, add_question,
    admit_organization, admit_person, answer_enquiry, keep_promise, move_prospect, note_joined, take_offered,
};
pub use pages::erasing::erase_sent_again;
pub use public::{
    ask::{Received, receive as receive_enquiry, wording as enquiry_wording},
    involved::wording as joining_wording,
};
pub use store::{
    discovery::{AnswerKept, NewAnswer, Question, list_questions as questions},
    encounters::{Encounter, NewEncounter, find_encounter as encounter},
    enquiries::{Enquiry, NewEnquiry, find_enquiry as enquiry},
    joining::{Joining, NewJoining, find_joining as joining},
    prospects::{Became, NewProspect, Prospect, find_prospect as prospect},
};

use platform::{
    ctx::PUBLIC,
    langs::Lang,
    manifest::{Manifest, NavEntry, NavGroup, Restorer},
};

platform::id! { /// One request to take part.
JoiningId, "joining" }
platform::id! { /// One prospect: somebody who should be at the table.
ProspectId, "prospect" }
platform::id! { /// One step of a prospect's way.
StageId, "prospect-stage" }
platform::id! { /// One question about what exists here.
QuestionId, "discovery-question" }
platform::id! { /// One answer to such a question.
AnswerId, "discovery-answer" }
platform::id! { /// One entry of the log: somebody met.
EncounterId, "encounter" }
platform::id! { /// One question that somebody asked.
EnquiryId, "enquiry" }

/// Permissions of this room. What is personal in it is for those who answer it: no editor of a partner and no reader sees it.
pub mod can {
    use platform::authority::{Office, Permission};

    /// Seeing who asks to take part and who should be asked.
    pub const SEE_OUTREACH: Permission =
        Permission::see("outreach.see", &[Office::Coordinator, Office::Chair]);
    /// Answering, deciding and writing down.
    pub const KEEP_OUTREACH: Permission = Permission::act("outreach.keep", &[Office::Coordinator]);
}

/// What this room brings to the house.
pub fn manifest() -> Manifest {
    let mut manifest = enquiry_routes(log_routes(checklist_routes(prospect_routes(joining_routes(
        Manifest::new("outreach"),
    )))))
    .get("/{p}/work/outreach", can::SEE_OUTREACH, pages::overview::show);
    manifest.words = vec![
        (Lang::En, include_str!("../words/en.ftl")),
        (Lang::Fr, include_str!("../words/fr.ftl")),
        (Lang::Ar, include_str!("../words/ar.ftl")),
    ];
    manifest.words.extend(platform::words_of_the_door!("../words"));
    manifest.in_all_langs = vec!["ask"];
    manifest.nav = vec![NavEntry {
        group: NavGroup::People,
        key: "outreach-title",
        path: "/work/outreach",
        see: can::SEE_OUTREACH,
    }];
    manifest.public_nav = vec![NavEntry {
        group: NavGroup::People,
        key: "nav-get-involved",
        path: public::involved::PATH,
        see: PUBLIC,
    }];
    manifest.ways_in = vec![NavEntry {
        group: NavGroup::People,
        key: "way-in-question",
        path: public::ask::PATH,
        see: PUBLIC,
    }];
    manifest.links = pages::log_links::ABOUT.to_vec();
    manifest.providers = knots::PROVIDERS.to_vec();
    manifest.translatables = translating::TRANSLATABLES.to_vec();
    manifest.search = finding::PROVIDERS.to_vec();
    let restorer = |kind, restore| Restorer { kind, may: can::KEEP_OUTREACH, restore };
    manifest.restorers = vec![
        restorer("joining", pages::binning::restore_joining),
        restorer("prospect", pages::binning::restore_prospect),
        restorer("encounter", pages::binning::restore_encounter),
        restorer("enquiry", pages::binning::restore_enquiry),
    ];
    manifest.refusals = vec![
        rules::joining::JoiningRefusal::CODES,
        rules::prospects::ProspectRefusal::CODES,
        pages::prospect::Changed::CODES,
        rules::discovery::DiscoveryRefusal::CODES,
        rules::encounters::EncounterRefusal::CODES,
        rules::enquiries::EnquiryRefusal::CODES,
    ];
    manifest.data_map = include_str!("../datamap.txt");
    manifest.data_map_fr = include_str!("../datamap.fr.txt");
    manifest.sampled = pages::samples::all();
    manifest.sampled.extend(public::samples::all());
    manifest.panels = panels::all();
    manifest.today = vec![today::today];
    manifest.jobs = vec![jobs::FORGET];
    manifest.retentions = vec![jobs::JOININGS, jobs::ENQUIRIES];
    manifest.holdings = vec![holding::HOLDING];
    manifest
}

fn joining_routes(manifest: Manifest) -> Manifest {
    use pages::{admitting, binning, erasing, joining, queue};
    manifest
        .get("/{p}/{lang}/get-involved", PUBLIC, public::involved::new)
        .post("/{p}/{lang}/get-involved", PUBLIC, public::involved::create)
        .get("/{p}/{lang}/get-involved/received", PUBLIC, public::involved::received)
        .get("/{p}/work/outreach/joining", can::SEE_OUTREACH, queue::index)
        .get("/{p}/work/outreach/joining/{joining}", can::SEE_OUTREACH, joining::show)
        .post("/{p}/work/outreach/joining/{joining}/answer", can::KEEP_OUTREACH, joining::answer)
        .post("/{p}/work/outreach/joining/{joining}/note", can::KEEP_OUTREACH, joining::keep_note)
        .get("/{p}/work/outreach/joining/{joining}/partner", can::KEEP_OUTREACH, admitting::ask_partner)
        .post("/{p}/work/outreach/joining/{joining}/partner", can::KEEP_OUTREACH, admitting::partner)
        .get("/{p}/work/outreach/joining/{joining}/volunteer", can::KEEP_OUTREACH, admitting::ask_volunteer)
        .post("/{p}/work/outreach/joining/{joining}/volunteer", can::KEEP_OUTREACH, admitting::volunteer)
        .get("/{p}/work/outreach/joining/{joining}/bin", can::KEEP_OUTREACH, binning::ask_joining)
        .post("/{p}/work/outreach/joining/{joining}/bin", can::KEEP_OUTREACH, binning::joining)
        .get("/{p}/work/outreach/joining/{joining}/erasure", can::KEEP_OUTREACH, erasing::ask_joining)
        .post("/{p}/work/outreach/joining/{joining}/erasure", can::KEEP_OUTREACH, erasing::joining)
}

fn prospect_routes(manifest: Manifest) -> Manifest {
    use pages::{admitting, binning, growth, prospect, prospect_form, prospects};
    manifest
        .get("/{p}/work/outreach/growth", can::SEE_OUTREACH, growth::show)
        .get("/{p}/work/outreach/prospects", can::SEE_OUTREACH, prospects::index)
        .post("/{p}/work/outreach/prospects", can::KEEP_OUTREACH, prospect_form::create)
        .get("/{p}/work/outreach/prospects/new", can::KEEP_OUTREACH, prospect_form::new)
        .get("/{p}/work/outreach/prospects/{prospect}", can::SEE_OUTREACH, prospect::show)
        .post("/{p}/work/outreach/prospects/{prospect}", can::KEEP_OUTREACH, prospect_form::save)
        .get("/{p}/work/outreach/prospects/{prospect}/edit", can::KEEP_OUTREACH, prospect_form::edit)
        .post("/{p}/work/outreach/prospects/{prospect}/stages", can::KEEP_OUTREACH, prospect::move_on)
        .get(
            "/{p}/work/outreach/prospects/{prospect}/partner",
            can::KEEP_OUTREACH,
            admitting::ask_prospect_partner,
        )
        .post(
            "/{p}/work/outreach/prospects/{prospect}/partner",
            can::KEEP_OUTREACH,
            admitting::prospect_partner,
        )
        .get(
            "/{p}/work/outreach/prospects/{prospect}/volunteer",
            can::KEEP_OUTREACH,
            admitting::ask_prospect_volunteer,
        )
        .post(
            "/{p}/work/outreach/prospects/{prospect}/volunteer",
            can::KEEP_OUTREACH,
            admitting::prospect_volunteer,
        )
        .get("/{p}/work/outreach/prospects/{prospect}/bin", can::KEEP_OUTREACH, binning::ask_prospect)
        .post("/{p}/work/outreach/prospects/{prospect}/bin", can::KEEP_OUTREACH, binning::prospect)
}

fn checklist_routes(manifest: Manifest) -> Manifest {
    use pages::{checklist, question_form};
    manifest
        .get("/{p}/work/outreach/checklist", can::SEE_OUTREACH, checklist::index)
        .post("/{p}/work/outreach/checklist", can::KEEP_OUTREACH, checklist::create)
        .post("/{p}/work/outreach/checklist/offered", can::KEEP_OUTREACH, checklist::take)
        .get("/{p}/work/outreach/checklist/{question}", can::SEE_OUTREACH, checklist::show)
        .post("/{p}/work/outreach/checklist/{question}", can::KEEP_OUTREACH, question_form::save)
        .get("/{p}/work/outreach/checklist/{question}/edit", can::KEEP_OUTREACH, question_form::edit)
        .post("/{p}/work/outreach/checklist/{question}/answers", can::KEEP_OUTREACH, pages::answering::create)
        .post("/{p}/work/outreach/checklist/{question}/retirement", can::KEEP_OUTREACH, checklist::retire)
}

fn log_routes(manifest: Manifest) -> Manifest {
    use pages::{binning, log, log_form, log_links};
    manifest
        .get("/{p}/work/outreach/log", can::SEE_OUTREACH, log::index)
        .post("/{p}/work/outreach/log", can::KEEP_OUTREACH, log_form::create)
        .get("/{p}/work/outreach/log/new", can::KEEP_OUTREACH, log_form::new)
        .get("/{p}/work/outreach/log/{encounter}", can::SEE_OUTREACH, log::show)
        .post("/{p}/work/outreach/log/{encounter}", can::KEEP_OUTREACH, log_form::save)
        .get("/{p}/work/outreach/log/{encounter}/edit", can::KEEP_OUTREACH, log_form::edit)
        .post("/{p}/work/outreach/log/{encounter}/promise", can::KEEP_OUTREACH, log::keep)
        .post("/{p}/work/outreach/log/{encounter}/links", can::KEEP_OUTREACH, log_links::create)
        .post(
            "/{p}/work/outreach/log/{encounter}/links/{kind}/{id}/removal",
            can::KEEP_OUTREACH,
            log_links::remove,
        )
        .get("/{p}/work/outreach/log/{encounter}/bin", can::KEEP_OUTREACH, binning::ask_encounter)
        .post("/{p}/work/outreach/log/{encounter}/bin", can::KEEP_OUTREACH, binning::encounter)
}

fn enquiry_routes(manifest: Manifest) -> Manifest {
    use pages::{binning, enquiries, erasing};
    manifest
        .get("/{p}/{lang}/ask", PUBLIC, public::ask::new)
        .post("/{p}/{lang}/ask", PUBLIC, public::ask::create)
        .get("/{p}/{lang}/ask/received", PUBLIC, public::ask::received)
        .get("/{p}/work/outreach/enquiries", can::SEE_OUTREACH, enquiries::index)
        .get("/{p}/work/outreach/enquiries/{enquiry}", can::SEE_OUTREACH, enquiries::show)
        .post("/{p}/work/outreach/enquiries/{enquiry}/answer", can::KEEP_OUTREACH, enquiries::create)
        .get("/{p}/work/outreach/enquiries/{enquiry}/bin", can::KEEP_OUTREACH, binning::ask_enquiry)
        .post("/{p}/work/outreach/enquiries/{enquiry}/bin", can::KEEP_OUTREACH, binning::enquiry)
        .get("/{p}/work/outreach/enquiries/{enquiry}/erasure", can::KEEP_OUTREACH, erasing::ask_enquiry)
        .post("/{p}/work/outreach/enquiries/{enquiry}/erasure", can::KEEP_OUTREACH, erasing::enquiry)
}
