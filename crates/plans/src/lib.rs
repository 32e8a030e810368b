//! The plan: what was asked, who carries it, how far it is.
//!
//! A framework is a tree of lines (needs, priorities, goals, actions, projects, directions) in one version; one at most is in
//! force, older ones are kept and compared. How far a line is, three say side by side: its owner reports, the council confirms,
//! and the evidence tells, which a room above sets through [`set_derived_state`]. The public sees what was confirmed or released.
//!
//! Decisions are in `rules`, SQL in `store`, pages in `pages`, words in `words/`; `facade` is what other rooms may call.
//!
//! Not here: the evidence itself, and what councils are (`councils`).

mod api;
mod editing;
mod facade;
mod finding;
mod forgetting;
mod holding;
mod importing;
mod judging;
mod knots;
mod links;
mod mails;
mod pages;
mod panels;
mod public;
mod records;
mod reference;
pub mod rules;
mod seen;
mod store;
mod today;

pub use facade::{
    Compared, NewLine, add_framework, add_lines, add_version, adopt_wording, bin_line,
    bring_framework_into_force, changes_between, confirm_state, keep_letter, link_lines, move_line,
    release_report, report_state, set_derived_state,
};
pub use links::Tie;
pub use records::keeping::{add_evidence, add_milestone, add_recommendation};
pub use reference::{Frame, add_reference, frames as reference_frames};
pub use store::{
    evidence::EvidenceFacts,
    frameworks::{
        Framework, FrameworkFacts, Level, find_framework as framework, find_in_force as framework_in_force,
        list_frameworks as frameworks,
    },
    letters::{Letter, NewLetter},
    lines::{Line, LineFacts, find_line as line, list_lines as lines},
    milestones::MilestoneFacts,
    parties::{Part, Party, Who},
    recommendations::RecommendationFacts,
    saying::{Confirmation, Reported},
};

use platform::{
    ctx::PUBLIC,
    errors::Code,
    langs::Lang,
    manifest::{Manifest, NavEntry, NavGroup, Restorer},
};

platform::id! { /// One version of a framework: a tree of lines with its years and the names of its levels.
FrameworkId, "plan-framework" }
platform::id! { /// One line of a framework: a need, a priority, a goal, an action, a project or a direction.
NodeId, "plan-node" }
platform::id! { /// One letter that asks how far lines are.
LetterId, "plan-letter" }
platform::id! { /// One milestone of a line.
MilestoneId, "plan-milestone" }
platform::id! { /// One piece of what tells of a need.
EvidenceId, "plan-evidence" }
platform::id! { /// One recommendation to somebody outside.
RecommendationId, "plan-recommendation" }

/// Permissions of this room. None of them follows from owning a line.
pub mod can {
    use platform::authority::{Office, Permission};

    /// Seeing the plan with what owners report.
    pub const SEE_PLAN: Permission = Permission::see(
        "plans.see",
        &[
            Office::Coordinator,
            Office::Chair,
            Office::CouncilMember,
            Office::PartnerEditor,
            Office::Translator,
            Office::Reader,
        ],
    );
    /// Writing the plan: frameworks, lines, where they stand, what the public sees of them.
    pub const EDIT_PLAN: Permission = Permission::act("plans.edit", &[Office::Coordinator]);
    /// Reporting how far a line is: for a body or an organization that leads it or takes part.
    pub const REPORT_STATE: Permission =
        Permission::act("plans.report", &[Office::Coordinator, Office::Chair, Office::PartnerEditor]);
    /// Noting what a council confirmed of a line, and adopted.
    pub const CONFIRM_STATE: Permission =
        Permission::act("plans.confirm", &[Office::Coordinator, Office::Chair]);
}

/// What this room brings to the house.
pub fn manifest() -> Manifest {
    let mut manifest = record_routes(edit_routes(line_routes(plan_routes(Manifest::new("plans")))))
        .get("/{p}/{lang}/our-plan", PUBLIC, public::plan::show)
        .get("/{p}/{lang}/our-plan/{node}", PUBLIC, public::line::show)
        .get("/{p}/{lang}/our-plan/reporting/{ticket}", PUBLIC, public::reporting::open)
        .post("/{p}/{lang}/our-plan/reporting/{ticket}", PUBLIC, public::reporting::create)
        .get("/{p}/{lang}/our-plan/reported/{ticket}", PUBLIC, public::reporting::done)
        .get("/{p}/api/v1/plan", PUBLIC, api::lines)
        .get("/{p}/api/v1/plan-recommendations", PUBLIC, api::recommendations);
    manifest.words = vec![
        (Lang::En, include_str!("../words/en.ftl")),
        (Lang::Fr, include_str!("../words/fr.ftl")),
        (Lang::Ar, include_str!("../words/ar.ftl")),
    ];
    manifest.nav =
        vec![NavEntry { group: NavGroup::Work, key: "plan-title", path: "/work/plan", see: can::SEE_PLAN }];
    manifest.public_nav =
        vec![NavEntry { group: NavGroup::Work, key: "our-plan-title", path: public::PATH, see: PUBLIC }];
    manifest.panels = panels::PANELS.to_vec();
    manifest.providers = knots::PROVIDERS.to_vec();
    manifest.search = finding::PROVIDERS.to_vec();
    manifest.today = vec![today::today];
    manifest.links = links::Tie::ALL.map(links::Tie::kind).to_vec();
    manifest.restorers =
        vec![Restorer { kind: "plan-node", may: can::EDIT_PLAN, restore: pages::binning::restore }];
    manifest.refusals = refusals();
    manifest.importers = vec![importing::IMPORTER];
    manifest.holdings = vec![holding::HOLDING, holding::LETTERS];
    manifest.jobs.push(forgetting::FORGET);
    manifest.retentions.extend([forgetting::LETTERS, forgetting::EDITS]);
    manifest.data_map = include_str!("../datamap.txt");
    manifest.data_map_fr = include_str!("../datamap.fr.txt");
    manifest.sampled = pages::samples::all();
    manifest.sampled.extend(pages::asking_samples::all());
    manifest.sampled.extend(records::samples::all());
    manifest.openapi = include_str!("openapi.json");
    manifest
}

fn refusals() -> Vec<&'static [Code]> {
    vec![
        rules::tree::TreeRefusal::CODES,
        rules::asking::AskingRefusal::CODES,
        rules::records::RecordRefusal::CODES,
        rules::outline::OutlineRefusal::CODES,
        importing::CellRefusal::CODES,
        importing::BaseRefusal::CODES,
        editing::setting::EditRefusal::CODES,
        editing::slice::SliceRefusal::CODES,
        rules::periods::PeriodRefusal::CODES,
        rules::states::StateRefusal::CODES,
        rules::standing::StandingRefusal::CODES,
        rules::stages::StageRefusal::CODES,
        rules::wording::WordingRefusal::CODES,
        rules::money::MoneyRefusal::CODES,
        links::LinkRefusal::CODES,
    ]
}

/// Plans as wholes: read as a tree and as a table, set up, changed, brought into force, compared.
fn plan_routes(manifest: Manifest) -> Manifest {
    use pages::{asking, changes, frameworks, mine, outline, promises, quarters, table, tree, writing};
    manifest
        .get("/{p}/work/plan", can::SEE_PLAN, tree::index)
        .get("/{p}/work/plan/table", can::SEE_PLAN, table::index)
        .get("/{p}/work/plan/quarters", can::SEE_PLAN, quarters::index)
        .get("/{p}/work/plan/promises", can::SEE_PLAN, promises::index)
        .get("/{p}/work/plan/mine", can::SEE_PLAN, mine::index)
        .get("/{p}/work/plan/asking", can::EDIT_PLAN, asking::index)
        .post("/{p}/work/plan/asking", can::EDIT_PLAN, asking::create)
        .post("/{p}/work/plan/asking/{letter}/cancelling", can::EDIT_PLAN, asking::cancel)
        .get("/{p}/work/plan/frameworks", can::SEE_PLAN, frameworks::index)
        .post("/{p}/work/plan/frameworks", can::EDIT_PLAN, frameworks::create)
        .get("/{p}/work/plan/frameworks/new", can::EDIT_PLAN, frameworks::new)
        .post("/{p}/work/plan/frameworks/reference", can::EDIT_PLAN, frameworks::take)
        .get("/{p}/work/plan/frameworks/{framework}", can::SEE_PLAN, tree::show)
        .post("/{p}/work/plan/frameworks/{framework}", can::EDIT_PLAN, frameworks::update)
        .get("/{p}/work/plan/frameworks/{framework}/edit", can::EDIT_PLAN, frameworks::edit)
        .get("/{p}/work/plan/frameworks/{framework}/table", can::SEE_PLAN, table::show)
        .get("/{p}/work/plan/frameworks/{framework}/sheet", can::SEE_PLAN, outline::show)
        .get("/{p}/work/plan/frameworks/{framework}/changes", can::SEE_PLAN, changes::show)
        .post("/{p}/work/plan/frameworks/{framework}/in-force", can::EDIT_PLAN, frameworks::bring)
        .post("/{p}/work/plan/frameworks/{framework}/versions", can::EDIT_PLAN, frameworks::begin_version)
        .post("/{p}/work/plan/frameworks/{framework}/lines", can::EDIT_PLAN, writing::create)
        .get("/{p}/work/plan/frameworks/{framework}/lines/new", can::EDIT_PLAN, writing::new)
}

/// Many lines at once, a year copied, and taking back.
fn edit_routes(manifest: Manifest) -> Manifest {
    use pages::{done, edits, slicing};
    manifest
        .get("/{p}/work/plan/frameworks/{framework}/edits", can::EDIT_PLAN, done::index)
        .post("/{p}/work/plan/frameworks/{framework}/edits", can::EDIT_PLAN, edits::create)
        .get("/{p}/work/plan/frameworks/{framework}/edits/new", can::EDIT_PLAN, edits::new)
        .post("/{p}/work/plan/frameworks/{framework}/edits/preview", can::EDIT_PLAN, edits::preview)
        .get("/{p}/work/plan/frameworks/{framework}/edits/{edit}", can::EDIT_PLAN, done::show)
        .post("/{p}/work/plan/frameworks/{framework}/edits/{edit}/undoing", can::EDIT_PLAN, done::take_back)
        .get("/{p}/work/plan/frameworks/{framework}/slice", can::EDIT_PLAN, slicing::ask)
        .post("/{p}/work/plan/frameworks/{framework}/slice", can::EDIT_PLAN, slicing::copy)
}

/// Single lines: read, changed, moved, linked, binned, and how far they are.
fn line_routes(manifest: Manifest) -> Manifest {
    use pages::{binning, line, linking, moving, saying, writing};
    manifest
        .get("/{p}/work/plan/lines/{node}", can::SEE_PLAN, line::show)
        .post("/{p}/work/plan/lines/{node}", can::EDIT_PLAN, writing::update)
        .get("/{p}/work/plan/lines/{node}/edit", can::EDIT_PLAN, writing::edit)
        .get("/{p}/work/plan/lines/{node}/place", can::EDIT_PLAN, moving::edit)
        .post("/{p}/work/plan/lines/{node}/place", can::EDIT_PLAN, moving::save)
        .get("/{p}/work/plan/lines/{node}/report", can::SEE_PLAN, saying::report_form)
        .post("/{p}/work/plan/lines/{node}/report", can::SEE_PLAN, saying::report)
        .post("/{p}/work/plan/lines/{node}/release", can::EDIT_PLAN, saying::release)
        .get("/{p}/work/plan/lines/{node}/confirmation", can::SEE_PLAN, saying::confirmation_form)
        .post("/{p}/work/plan/lines/{node}/confirmation", can::SEE_PLAN, saying::confirm)
        .get("/{p}/work/plan/lines/{node}/adoption", can::EDIT_PLAN, saying::adoption_form)
        .post("/{p}/work/plan/lines/{node}/adoption", can::EDIT_PLAN, saying::adopt)
        .post("/{p}/work/plan/lines/{node}/links", can::EDIT_PLAN, linking::create)
        .get("/{p}/work/plan/lines/{node}/links/new", can::EDIT_PLAN, linking::new)
        .post("/{p}/work/plan/lines/{node}/links/removal", can::EDIT_PLAN, linking::remove)
        .get("/{p}/work/plan/lines/{node}/bin", can::EDIT_PLAN, binning::ask)
        .post("/{p}/work/plan/lines/{node}/bin", can::EDIT_PLAN, binning::bin)
}

/// What stands beside lines: milestones, what tells of needs, recommendations.
fn record_routes(manifest: Manifest) -> Manifest {
    use records::{ask_removal, create, edit, list, milestones, new, remove, update};
    use store::{evidence::Evidence, milestones::Milestone, recommendations::Recommendation};
    manifest
        .get("/{p}/work/plan/recommendations", can::SEE_PLAN, list::index)
        .post("/{p}/work/plan/lines/{node}/milestones", can::EDIT_PLAN, create::<Milestone>)
        .get("/{p}/work/plan/lines/{node}/milestones/new", can::EDIT_PLAN, new::<Milestone>)
        .post("/{p}/work/plan/lines/{node}/milestones/{record}", can::EDIT_PLAN, update::<Milestone>)
        .get("/{p}/work/plan/lines/{node}/milestones/{record}/edit", can::EDIT_PLAN, edit::<Milestone>)
        .post("/{p}/work/plan/lines/{node}/milestones/{record}/reached", can::SEE_PLAN, milestones::reach)
        .get(
            "/{p}/work/plan/lines/{node}/milestones/{record}/removal",
            can::EDIT_PLAN,
            ask_removal::<Milestone>,
        )
        .post("/{p}/work/plan/lines/{node}/milestones/{record}/removal", can::EDIT_PLAN, remove::<Milestone>)
        .post("/{p}/work/plan/lines/{node}/evidence", can::EDIT_PLAN, create::<Evidence>)
        .get("/{p}/work/plan/lines/{node}/evidence/new", can::EDIT_PLAN, new::<Evidence>)
        .post("/{p}/work/plan/lines/{node}/evidence/{record}", can::EDIT_PLAN, update::<Evidence>)
        .get("/{p}/work/plan/lines/{node}/evidence/{record}/edit", can::EDIT_PLAN, edit::<Evidence>)
        .get("/{p}/work/plan/lines/{node}/evidence/{record}/removal", can::EDIT_PLAN, ask_removal::<Evidence>)
        .post("/{p}/work/plan/lines/{node}/evidence/{record}/removal", can::EDIT_PLAN, remove::<Evidence>)
        .post("/{p}/work/plan/lines/{node}/recommendations", can::EDIT_PLAN, create::<Recommendation>)
        .get("/{p}/work/plan/lines/{node}/recommendations/new", can::EDIT_PLAN, new::<Recommendation>)
        .post(
            "/{p}/work/plan/lines/{node}/recommendations/{record}",
            can::EDIT_PLAN,
            update::<Recommendation>,
        )
        .get(
            "/{p}/work/plan/lines/{node}/recommendations/{record}/edit",
            can::EDIT_PLAN,
            edit::<Recommendation>,
        )
        .get(
            "/{p}/work/plan/lines/{node}/recommendations/{record}/removal",
            can::EDIT_PLAN,
            ask_removal::<Recommendation>,
        )
        .post(
            "/{p}/work/plan/lines/{node}/recommendations/{record}/removal",
            can::EDIT_PLAN,
            remove::<Recommendation>,
        )
}
