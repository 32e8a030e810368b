//! Samples of the room's pages in the workspace.

use super::{
    admitting::{AdmitPage, Becomes},
    admitting_form,
    binning::{self, Goes},
    erasing,
    growth::{self, GrowthPage},
    joining::{self, JoiningPage},
    offered::Offered,
    overview::{self, OverviewPage},
    prospect::{self, ProspectPage},
    prospect_form::{self, ProspectForm},
    prospects::{self, ProspectsPage},
    queue::{self, QueuePage},
    source::Source,
};
use crate::{
    JoiningId, ProspectId,
    public::samples::sector,
    rules::{
        growth::{By, Point},
        joining::{Asker, JoiningRefusal, JoiningState},
        prospects::{ProspectRefusal, Stage},
    },
    store::{joining::Joining, prospects::Prospect, stages::StageKept},
};
use jiff::civil::date;
use maud::Markup;
use partners::{Languages, Spoken};
use platform::{
    ctx::Ctx, db::Page, errors::Complaints, http::Pairs, langs::Lang, manifest::Sampled, thread::Thread,
};
use uuid::Uuid;

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    let mut all = vec![
        Sampled { name: "outreach/overview", samples: overview_pages },
        Sampled { name: "outreach/joining-queue", samples: queue_pages },
        Sampled { name: "outreach/joining", samples: joining_pages },
        Sampled { name: "outreach/admitting", samples: admit_pages },
        Sampled { name: "outreach/prospects", samples: prospects_pages },
        Sampled { name: "outreach/prospect", samples: prospect_pages },
        Sampled { name: "outreach/prospect-form", samples: prospect_forms },
        Sampled { name: "outreach/growth", samples: growth_pages },
        Sampled { name: "outreach/bin", samples: bin_pages },
        Sampled { name: "outreach/erasure", samples: erasure_pages },
    ];
    all.extend(super::samples_log::all());
    all
}

/// A page of a list.
pub(crate) fn rows<R>(rows: Vec<R>) -> Page<R> {
    Page { total: i64::try_from(rows.len()).unwrap_or_default(), rows, number: 1, size: 50 }
}

fn request(ctx: &Ctx, asker: Asker, state: JoiningState) -> Joining {
    let is_answered = state != JoiningState::New;
    Joining {
        id: JoiningId(Uuid::from_u128(1)),
        asker,
        name: "Espérance Mukamana-Roy".into(),
        organization: if asker == Asker::Person { String::new() } else { "Cercle de couture".into() },
        sector_id: Some(sector().id),
        wish: "Nous cousons ensemble le mardi.\n\nNous aimerions ouvrir nos portes.".into(),
        languages: "kirundi, français".into(),
        email: "esperance@maple.example".into(),
        phone: "555-0100".into(),
        lang: Lang::Fr,
        received_at: ctx.now(),
        state,
        answer: if is_answered { "Merci.\n\nÀ bientôt.".into() } else { String::new() },
        note: "Met at the library.".into(),
        answered_at: is_answered.then(|| ctx.now()),
        answered_by: if is_answered { "Ana Stays".into() } else { String::new() },
        organization_id: None,
        person_id: None,
        version: 1,
    }
}

fn overview_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    vec![
        ("nothing", overview::view(ctx, &OverviewPage::default())),
        (
            "some",
            overview::view(ctx, &OverviewPage { joinings: 3, enquiries: 2, prospects: 12, promises: 1 }),
        ),
    ]
}

fn queue_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let all: Vec<Joining> = JoiningState::ALL.iter().map(|one| request(ctx, Asker::Group, *one)).collect();
    let show = |all: Vec<Joining>| {
        let (states, askers) = (vec![(JoiningState::New, 1)], vec![(Asker::Group, 5)]);
        queue::view(ctx, &QueuePage { rows: rows(all), states, askers, sectors: vec![sector()] })
    };
    vec![("empty", show(Vec::new())), ("some", show(all))]
}

fn shown(ctx: &Ctx, state: JoiningState) -> JoiningPage {
    JoiningPage {
        joining: request(ctx, Asker::Organization, state),
        sectors: vec![sector()],
        agreed: Vec::new(),
        organization: None,
        person: None,
        thread: Thread::default(),
        sent: Pairs::default(),
        complaints: Complaints::default(),
    }
}

fn joining_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let refused = JoiningPage {
        sent: Pairs::default().with("decision", "not-now"),
        complaints: Complaints::one("words", JoiningRefusal::NoWords),
        ..shown(ctx, JoiningState::New)
    };
    let both = JoiningPage {
        sent: Pairs::default().with("decision", "answered").with("words", "Bienvenue."),
        ..shown(ctx, JoiningState::Answered)
    };
    let mut pages = vec![
        ("new", joining::one_view(ctx, &shown(ctx, JoiningState::New))),
        ("decided", joining::one_view(ctx, &shown(ctx, JoiningState::NotNow))),
        ("refused", joining::one_view(ctx, &refused)),
    ];
    pages.extend(joining::conflict_view(ctx, &both, None).map(|page| ("conflict", page)));
    pages
}

fn admit_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let show = |becomes, complaints, is_stale| {
        let of = AdmitPage {
            becomes,
            source: Source::of_joining(ctx, request(ctx, Asker::Group, JoiningState::New)),
            near: Vec::new(),
            near_people: vec![partners::Person {
                id: partners::PersonId(Uuid::from_u128(1)),
                name: "Espérance Roy".into(),
                lang: Lang::Fr,
                visibility: partners::Visibility::Staff,
                note: String::new(),
                invented: true,
                version: 1,
            }],
            sectors: vec![sector()],
            sent: Pairs::default().with("kind", "informal").with("visibility", "partners"),
            complaints,
            is_stale,
        };
        admitting_form::view(ctx, &of)
    };
    let near = || Complaints::one("person", JoiningRefusal::Near);
    vec![
        ("partner", show(Becomes::Partner, Complaints::default(), false)),
        ("volunteer", show(Becomes::Volunteer, near(), false)),
        ("stale", show(Becomes::Partner, Complaints::default(), true)),
    ]
}

fn bin_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let url = joining::joining_url(ctx, JoiningId(Uuid::from_u128(1)), "");
    vec![("joining", binning::view(ctx, &Goes { name: "Cercle de couture".into(), url, version: 1 }))]
}

fn sought(kind: Asker, stage: Stage) -> Prospect {
    Prospect {
        id: ProspectId(Uuid::from_u128(1)),
        kind,
        name: "Elm Street Mosque".into(),
        sector_id: Some(sector().id),
        area_id: None,
        languages: Languages(Spoken::all().take(3).collect()),
        why: "Two hundred families.\n\nNobody from there sits anywhere.".into(),
        next_step: "Call before Friday prayers".into(),
        next_on: Some(date(2026, 11, 26)),
        steward_id: None,
        knows_person_id: None,
        knows_organization_id: None,
        stage,
        stage_on: date(2026, 11, 1),
        organization_id: None,
        person_id: None,
        version: 1,
    }
}

fn erasure_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let of = erasing::Goes {
        name: "Cercle de couture".into(),
        url: joining::joining_url(ctx, JoiningId(Uuid::from_u128(1)), ""),
        list: super::room_url(ctx, "/joining"),
        about: platform::t!(ctx.say(), "joining-erase-about"),
    };
    let wrong = Complaints::one("why", platform::errors::FieldRefusal::NotAChoice);
    vec![
        ("asks", erasing::view(ctx, &of, &Complaints::default())),
        ("refused", erasing::view(ctx, &of, &wrong)),
    ]
}

fn offered() -> Offered {
    Offered { sectors: vec![sector()], ..Offered::default() }
}

fn prospects_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let show = |all: Vec<Prospect>| {
        let of = ProspectsPage {
            rows: rows(all),
            stages: vec![(Stage::Idea, 2)],
            offered: offered(),
            people: std::collections::HashMap::new(),
            wanted: Markup::default(),
        };
        prospects::view(ctx, &of)
    };
    let all: Vec<Prospect> = Stage::ALL.iter().map(|one| sought(Asker::Group, *one)).collect();
    vec![("empty", show(Vec::new())), ("some", show(all))]
}

fn prospect_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let show = |kind, stage, complaints| {
        let kept = StageKept {
            stage: Stage::Idea,
            from_on: date(2026, 10, 1),
            note: "Came up at the library.".into(),
            moved_by: "Ana Stays".into(),
        };
        let of = ProspectPage {
            prospect: sought(kind, stage),
            stages: vec![kept],
            offered: offered(),
            thread: Thread::default(),
            sent: Pairs::default(),
            complaints,
        };
        prospect::view(ctx, &of)
    };
    vec![
        ("talking", show(Asker::Group, Stage::Talking, Complaints::default())),
        ("joined", show(Asker::Person, Stage::Joined, Complaints::default())),
        ("refused", show(Asker::Person, Stage::Idea, Complaints::one("note", ProspectRefusal::NoReason))),
    ]
}

fn prospect_forms(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let stored = sought(Asker::Organization, Stage::Idea);
    let form = |of: Option<Prospect>, sent: Pairs, complaints| ProspectForm {
        of,
        offered: offered(),
        sent,
        complaints,
    };
    let filled = prospect_form::filled(&stored.facts());
    let both = form(Some(stored.clone()), filled.clone().with("name", "Another"), Complaints::default());
    let empty = Complaints::one("name", platform::text::LineRefusal::Empty);
    let mut pages = vec![
        ("new", prospect_form::view(ctx, &form(None, Pairs::default(), empty))),
        ("edit", prospect_form::view(ctx, &form(Some(stored), filled, Complaints::default()))),
    ];
    pages.extend(prospect_form::conflict_view(ctx, &both, None).map(|page| ("conflict", page)));
    pages
}

fn growth_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let point = |year, joined, left, standing| Point { begins: date(year, 1, 1), joined, left, standing };
    let points = vec![point(2024, 5, 0, 5), point(2025, 11, 1, 15), point(2026, 30, 2, 43)];
    vec![
        ("years", growth::view(ctx, &GrowthPage { by: By::Year, points })),
        ("nothing", growth::view(ctx, &GrowthPage { by: By::Month, points: Vec::new() })),
    ]
}
