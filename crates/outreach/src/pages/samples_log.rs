//! Samples of the checklist, of the log and of questions.

use super::{
    checklist::{self, ChecklistPage, Line, QuestionPage},
    enquiries::{self, EnquiriesPage, EnquiryPage},
    log::{self, EncounterPage, LogPage},
    log_form::{self, EncounterForm},
    log_links::{About, Linked, Links},
    offered::Offered,
    question_form::{self, QuestionForm},
    samples::rows,
};
use crate::{
    AnswerId, EncounterId, EnquiryId, QuestionId,
    missing::Gap,
    public::samples::sector,
    rules::{
        discovery::{DiscoveryRefusal, Has},
        encounters::EncounterRefusal,
        enquiries::{EnquiryRefusal, EnquiryState, Topic},
    },
    store::{
        discovery::{AnswerKept, Question},
        encounters::Encounter,
        enquiries::{Enquiry, Voices},
    },
};
use jiff::civil::date;
use maud::Markup;
use partners::{Ask, AskId, AskState, OrganizationId, Spoken};
use platform::{
    ctx::Ctx, errors::Complaints, http::Pairs, ids::Ref, langs::Lang, manifest::Sampled, text::Text,
};
use uuid::Uuid;

/// All of them.
pub(super) fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "outreach/checklist", samples: checklist_pages },
        Sampled { name: "outreach/question", samples: question_pages },
        Sampled { name: "outreach/question-form", samples: question_forms },
        Sampled { name: "outreach/enquiries", samples: enquiries_pages },
        Sampled { name: "outreach/enquiry", samples: enquiry_pages },
        Sampled { name: "outreach/log", samples: log_pages },
        Sampled { name: "outreach/encounter", samples: encounter_pages },
        Sampled { name: "outreach/encounter-form", samples: encounter_forms },
    ]
}

fn question(retired: bool) -> Question {
    Question {
        id: QuestionId(Uuid::from_u128(1)),
        sector_id: Some(sector().id),
        question: Text::both(
            "Who sings with newcomers?",
            "Qui chante avec les nouveaux arrivants?",
            date(2026, 4, 1),
        ),
        place: 1,
        retired,
        version: 1,
    }
}

fn answer(ctx: &Ctx, has: Has) -> AnswerKept {
    AnswerKept {
        id: AnswerId(Uuid::from_u128(1)),
        question_id: question(false).id,
        has,
        strengths: "Two choirs.".into(),
        weaknesses: "Both in English.".into(),
        told_by: "The library".into(),
        answered_on: date(2026, 10, 1),
        noted_by: "Ana Stays".into(),
        noted_at: ctx.now(),
    }
}

fn checklist_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let show = |lines: Vec<Line>, gaps: Vec<Gap>| {
        let offered = Offered { sectors: vec![sector()], ..Offered::default() };
        let of =
            ChecklistPage { lines, gaps, offered, sent: Pairs::default(), complaints: Complaints::default() };
        checklist::view(ctx, &of)
    };
    let line = |has, retired| Line {
        question: question(retired),
        sector: Some(sector()),
        answer: Some(answer(ctx, has)),
    };
    let lines = Has::ALL.iter().map(|has| line(*has, *has == Has::Yes)).collect();
    let gap = Gap { question: question(false), sector: sector(), has: Has::No };
    vec![("some", show(lines, vec![gap])), ("empty", show(Vec::new(), Vec::new()))]
}

/// An organization that is asked.
fn open_ask(ctx: &Ctx) -> Ask {
    Ask {
        id: AskId(Uuid::from_u128(1)),
        organization: OrganizationId(Uuid::from_u128(1)),
        slug: "police".into(),
        name: Text::both("Portage Falls Police", "Police de Portage Falls", ctx.today()),
        room: "outreach".into(),
        what: Text::both("What do you have?", "Qu’avez-vous?", ctx.today()),
        href: String::new(),
        until_on: None,
        state: AskState::Open,
        asked_at: ctx.now(),
        asked_by: "Ada".into(),
        sent_at: None,
        version: 1,
    }
}

fn question_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let show = |retired, answers, complaints| {
        let of = QuestionPage {
            question: question(retired),
            sector: Some(sector()),
            answers,
            asked: Markup::default(),
            open: if retired { Vec::new() } else { vec![open_ask(ctx)] },
            sent: Pairs::default(),
            complaints,
        };
        checklist::one_view(ctx, &of)
    };
    vec![
        ("answered", show(false, vec![answer(ctx, Has::Partly)], Complaints::default())),
        ("retired", show(true, Vec::new(), Complaints::default())),
        ("refused", show(false, Vec::new(), Complaints::one("answered_on", DiscoveryRefusal::Future))),
    ]
}

fn question_forms(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let form = |retired: bool| {
        let of = QuestionForm {
            question: question(retired),
            place: (!retired).then_some(3),
            offered: Offered { sectors: vec![sector()], ..Offered::default() },
            sent: Pairs::default(),
            complaints: Complaints::default(),
        };
        QuestionForm { sent: question_form::filled(&of), ..of }
    };
    let both = QuestionForm { sent: form(false).sent.with("question_en", "Who plays?"), ..form(false) };
    let empty = Complaints::one("question", platform::text::LineRefusal::Empty);
    let mut pages = vec![
        ("edit", question_form::view(ctx, &form(false))),
        ("retired", question_form::view(ctx, &form(true))),
        ("refused", question_form::view(ctx, &QuestionForm { complaints: empty, ..form(false) })),
    ];
    pages.extend(question_form::conflict_view(ctx, &both, None).map(|page| ("conflict", page)));
    pages
}

fn met(promised: bool) -> Encounter {
    Encounter {
        id: EncounterId(Uuid::from_u128(1)),
        met_on: date(2026, 11, 17),
        community: "Sewing class".into(),
        language: Spoken::from_code("ti"),
        place: "Church basement".into(),
        organization_id: None,
        people: Some(14),
        met_by: "Ana Stays".into(),
        asked: "What is hard in winter?".into(),
        said: "The bus.\n\nNobody reads the table.".into(),
        promise: if promised { "Bus times in Tigrinya".into() } else { String::new() },
        promise_on: promised.then(|| date(2026, 12, 1)),
        promise_kept_on: None,
        note: "Bring coffee.".into(),
        version: 1,
    }
}

fn log_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let languages = vec![(Spoken::from_code("ti"), 1)];
    let about = About::new();
    let some = LogPage { rows: rows(vec![met(true), met(false)]), about, languages };
    let about = About::new();
    let none = LogPage { rows: rows(Vec::new()), about, languages: Vec::new() };
    vec![("some", log::view(ctx, &some)), ("empty", log::view(ctx, &none))]
}

fn encounter_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let show = |promised, links| {
        log::one_view(ctx, &EncounterPage { encounter: met(promised), organization: None, links })
    };
    let called = "Espérance Roy";
    let person = Linked {
        of: Ref::new("person", Uuid::from_u128(1)),
        name: called.into(),
        html: maud::html! { a href="#main" { bdi { (called) } } },
    };
    let linked = Links { linked: vec![person], ..Links::default() };
    let refused =
        Links { complaints: Complaints::one("organization", EncounterRefusal::Nobody), ..Links::default() };
    vec![
        ("promised", show(true, linked)),
        ("told", show(false, Links::default())),
        ("refused", show(false, refused)),
    ]
}

fn encounter_forms(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let stored = met(true);
    let form = |of: Option<Encounter>, sent: Pairs, complaints| EncounterForm {
        of,
        offered: Offered::default(),
        sent,
        complaints,
    };
    let filled = log_form::filled(&stored.facts());
    let both = form(Some(stored.clone()), filled.clone().with("said", "Another"), Complaints::default());
    let refused = Complaints::one("promise_on", EncounterRefusal::NoDay);
    let mut pages = vec![
        ("new", log_form::view(ctx, &form(None, Pairs::default(), refused))),
        ("edit", log_form::view(ctx, &form(Some(stored), filled, Complaints::default()))),
    ];
    pages.extend(log_form::conflict_view(ctx, &both, None).map(|page| ("conflict", page)));
    pages
}

fn asked(ctx: &Ctx, state: EnquiryState, is_erased: bool) -> Enquiry {
    let words = |words: &str| if is_erased { String::new() } else { words.to_owned() };
    let is_answered = matches!(state, EnquiryState::Mailed | EnquiryState::Called);
    Enquiry {
        id: EnquiryId(Uuid::from_u128(1)),
        topic: Topic::Housing,
        question: words("Où puis-je loger cinq personnes?\n\nNous sommes à l’hôtel."),
        name: words("Espérance"),
        email: words("esperance@maple.example"),
        phone: words("555-0100"),
        area_id: None,
        lang: Lang::Fr,
        received_at: ctx.now(),
        state,
        answer: if is_answered { words("Appelez le 211.") } else { String::new() },
        answered_at: is_answered.then(|| ctx.now()),
        answered_by: if is_answered { words("Ana Stays") } else { String::new() },
        erased_at: is_erased.then(|| ctx.now()),
        version: 1,
    }
}

fn voices() -> Voices {
    Voices {
        states: vec![(EnquiryState::New, 1)],
        topics: vec![(Topic::Housing, 2)],
        langs: vec![(Lang::Fr, 2)],
    }
}

fn enquiries_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let show = |all: Vec<Enquiry>| {
        let count = if all.is_empty() { Voices::default } else { voices };
        enquiries::view(ctx, &EnquiriesPage { rows: rows(all), voices: count(), areas: Vec::new() })
    };
    let some = vec![asked(ctx, EnquiryState::New, false), asked(ctx, EnquiryState::Erased, true)];
    vec![("some", show(some)), ("empty", show(Vec::new()))]
}

fn enquiry_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let show = |enquiry, complaints, is_stale| {
        let sent = if is_stale { Pairs::default().with("words", "Typed late") } else { Pairs::default() };
        enquiries::one_view(ctx, &EnquiryPage { enquiry, area: None, sent, complaints, is_stale })
    };
    let none = Complaints::default;
    let no_words = Complaints::one("words", EnquiryRefusal::NoWords);
    vec![
        ("new", show(asked(ctx, EnquiryState::New, false), none(), false)),
        ("refused", show(asked(ctx, EnquiryState::New, false), no_words, false)),
        ("answered", show(asked(ctx, EnquiryState::Mailed, false), none(), false)),
        ("late", show(asked(ctx, EnquiryState::Mailed, false), none(), true)),
        ("erased", show(asked(ctx, EnquiryState::Called, true), none(), false)),
    ]
}
