//! Samples of this room's pages: each struct of a page with something in it, with nothing in it, and refused.

mod expressions;

use super::{
    bodies::{self, BodiesPage, BodyPage},
    changes::{self, BodyForm},
    choices::Choices,
    corrections::{self, CorrectionPage},
    endings::{self, Ending},
    forms::{council_form, seat_form},
    granting::{self, SeatForm},
    leaving::{self, LeavingPage},
    lines::{Names, SeatLine},
    references::{self, ReferencesPage},
    seat_conflict,
    seats::{self, SeatPage},
    sheet::{self, SeatsPage},
    signed::{self, SignedPage},
    term_conflict,
    terms::{About, Again},
};
use crate::{
    CategoryId, Council, CouncilId, ReferenceId, Seat, SeatId, TermId, TermsOfReference,
    rules::{
        counting::Counted,
        seats::{Chairing, HOUSE_LIMIT, SeatState},
        terms::{AskForTerm, Holder, Left, LeftHow, Term, TermRefusal},
        tree::{Kind, TreeRefusal},
    },
    seen::Sits,
};
use jiff::civil::{Date, date};
use maud::{Markup, html};
use partners::{PersonId, Visibility};
use platform::{
    ctx::Ctx,
    db::Page,
    errors::Complaints,
    files::{FileId, FileRefusal},
    http::Pairs,
    manifest::Sampled,
    text::Text,
    thread::{Knot, Thread},
};
use uuid::Uuid;

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    let mut all = vec![
        Sampled { name: "councils/bodies", samples: bodies_pages },
        Sampled { name: "councils/body", samples: body_pages },
        Sampled { name: "councils/body-form", samples: body_forms },
        Sampled { name: "councils/seats", samples: seats_pages },
        Sampled { name: "councils/categories", samples: expressions::category_pages },
        Sampled { name: "councils/leaving", samples: leaving_pages },
        Sampled { name: "councils/seat", samples: seat_pages },
        Sampled { name: "councils/seat-form", samples: seat_forms },
        Sampled { name: "councils/terms-of-reference", samples: reference_pages },
    ];
    all.extend(expressions::all());
    all
}

const DAY: Date = date(2026, 4, 1);

fn text(en: &str, fr: &str) -> Text {
    Text::both(en, fr, DAY)
}

/// A body of the samples: the first is the council, the others stand below it.
pub(crate) fn council(n: u128) -> Council {
    let is_top = n == 1;
    Council {
        id: CouncilId(Uuid::from_u128(n)),
        slug: format!("group-{n}"),
        kind: if is_top { Kind::Council } else { Kind::SubCouncil },
        word: Text::default(),
        name: if is_top {
            text("Central Council", "Conseil central")
        } else {
            text("Health & Wellbeing", "Santé et mieux-être")
        },
        outcome: text("Everybody finds a doctor.", "Chaque personne trouve un médecin."),
        mandate: text(
            "Meet every month.\n\nTell the council.",
            "Se réunir chaque mois.\n\nRendre compte au conseil.",
        ),
        parent_id: (!is_top).then(|| CouncilId(Uuid::from_u128(1))),
        depth: u32::from(!is_top),
        position: 0,
        open: !is_top,
        seat_limit: if is_top { 22 } else { HOUSE_LIMIT },
        closed_at: None,
        binned_at: None,
        version: 3,
    }
}

fn seat(n: u128) -> Seat {
    Seat {
        id: SeatId(Uuid::from_u128(n)),
        council_id: CouncilId(Uuid::from_u128(1)),
        number: u32::try_from(n).unwrap_or(1),
        category_id: CategoryId(Uuid::from_u128(1)),
        category: text("School boards", "Conseils scolaires"),
        sector_id: None,
        organization_id: None,
        ex_officio: n == 2,
        chairing: (n == 1).then_some(Chairing::CoChair),
        visibility: Visibility::Public,
        note: text("Without a vote.", "Sans droit de vote."),
        since_on: Some(DAY),
        binned_at: None,
        version: 1,
    }
}

fn person(n: u128) -> Holder {
    Holder::Person(PersonId(Uuid::from_u128(n)))
}

/// One line per state.
pub(crate) fn lines() -> Vec<SeatLine> {
    let until = date(2027, 1, 31);
    let states = [
        SeatState::Held { by: person(1), until: None },
        SeatState::Ending { by: person(1), until },
        SeatState::Held { by: Holder::NotNamed, until: Some(until) },
        SeatState::Awaited { by: person(2), from: until },
        SeatState::Vacant { since: Some(DAY) },
        SeatState::Vacant { since: None },
    ];
    let who = |state: &SeatState| match state.holder() {
        Some(Holder::Person(id)) => Sits::Named(id, "Ngozi Pelletier".into()),
        Some(Holder::NotNamed) => Sits::NotNamed,
        Some(Holder::Erased) => Sits::Erased,
        None => Sits::Nobody,
    };
    (1..)
        .zip(states)
        .map(|(n, state)| SeatLine {
            seat: seat(n),
            council: council(1).name,
            holder: if n == 2 { Sits::Hidden } else { who(&state) },
            alternate: (n == 1).then(|| "Stellan Rao".into()),
            organization: (n < 3).then(|| text("Falls School Board", "Conseil scolaire des Chutes")),
            slug: (n < 3).then(|| "falls-school-board".to_owned()),
            sector: (n == 1).then(|| text("School board", "Conseil scolaire")),
            state,
        })
        .collect()
}

fn versions() -> Vec<TermsOfReference> {
    let version = |number: u32, en: &str, fr: &str| TermsOfReference {
        id: ReferenceId(Uuid::from_u128(number.into())),
        number,
        body: text(en, fr),
        change_note: text("Four more seats.", "Quatre sièges de plus."),
        adopted_on: DAY,
        adopted_about: number == 1,
        file_id: (number == 2).then(|| FileId(Uuid::from_u128(1))),
        file_name: (number == 2).then(|| "Terms.pdf".into()),
        file_public: number == 2,
        recorded_at: platform::clock::Moment::from_micros(0),
    };
    vec![
        version(2, "Twenty-two seats. Two years.", "Vingt-deux sièges. Deux ans."),
        version(1, "Eighteen seats. Two years.", "Dix-huit sièges. Deux ans."),
    ]
}

fn bodies_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let standing = Counted { held: 18, awaited: 1, vacant: 3 };
    let closed = Council { closed_at: Some(ctx.now()), ..council(3) };
    let some = vec![(council(1), standing), (council(2), Counted::default()), (closed, standing)];
    vec![
        ("some", bodies::view(ctx, &BodiesPage { bodies: some })),
        ("none", bodies::view(ctx, &BodiesPage { bodies: vec![] })),
    ]
}

fn thread_of(ctx: &Ctx) -> Thread {
    let knot = |n: u128| Knot {
        of: CouncilId(Uuid::from_u128(n)).into(),
        word: crate::pages::word_of(ctx, &council(n)),
        title: council(n).name.worded(ctx.lang),
        href: Some(crate::pages::council_url(ctx, CouncilId(Uuid::from_u128(n)), "")),
    };
    Thread { up: vec![knot(1), knot(2)], down: vec![knot(3)] }
}

fn body_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    // One more than are listed.
    let mut counted = Counted::of(lines().iter().map(|line| &line.state));
    counted.held += 1;
    let full = BodyPage {
        council: council(1),
        thread: thread_of(ctx),
        counted,
        lines: lines(),
        versions: versions(),
        panels: html! {},
    };
    let closed = BodyPage {
        council: Council { closed_at: Some(ctx.now()), outcome: Text::default(), ..council(2) },
        thread: Thread::default(),
        counted: Counted::default(),
        lines: vec![],
        versions: vec![],
        panels: html! {},
    };
    vec![("full", bodies::body_view(ctx, &full)), ("closed", bodies::body_view(ctx, &closed))]
}

fn body_forms(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let councils = [council(1), council(2)];
    let sent = council_form(&council(2).facts(), 3);
    let (fine, wrong) = (Complaints::default(), Complaints::one("parent", TreeRefusal::Cycle));
    let form = |id, complaints| BodyForm { id, sent: &sent, complaints, councils: &councils };
    let mine = sent.clone().with("name_en", "Health");
    vec![
        ("new", changes::form_view(ctx, &form(None, &fine))),
        ("refused", changes::form_view(ctx, &form(Some(council(2).id), &wrong))),
        ("same-name", changes::form_view(ctx, &form(None, &Complaints::one("name", TreeRefusal::SameName)))),
        ("close", endings::view(ctx, &council(2), Ending::Closing)),
        ("bin", endings::view(ctx, &council(2), Ending::Bin)),
        ("conflict", changes::conflict_view(ctx, (&council(2), &councils), &mine, None).unwrap_or_default()),
    ]
}

fn page_of(rows: Vec<SeatLine>) -> Page<SeatLine> {
    Page { total: i64::try_from(rows.len()).unwrap_or_default(), rows, number: 1, size: 50 }
}

fn seats_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let shown = |rows| SeatsPage { lines: page_of(rows), filters: vec![] };
    vec![("some", sheet::view(ctx, &shown(lines()))), ("none", sheet::view(ctx, &shown(vec![])))]
}

fn leaving_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let shown = |lines| LeavingPage { lines: page_of(leaving::by_last_day(ctx, lines)), filters: vec![] };
    vec![("some", leaving::view(ctx, &shown(lines()))), ("none", leaving::view(ctx, &shown(vec![])))]
}

fn seat_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let term = |n: u128, from: Date, left| Term {
        id: TermId(Uuid::from_u128(n)),
        agreed: AskForTerm {
            holder: if n == 1 { Holder::NotNamed } else { person(n) },
            alternate: None,
            starts_on: from,
            starts_about: n == 1,
            ends_on: Some(date(2027, 1, 31)),
        },
        left,
    };
    let left = Some(Left { on: date(2025, 5, 1), how: LeftHow::Resigned });
    let shown = |terms, again| SeatPage {
        line: lines().swap_remove(1),
        terms,
        names: Names::default(),
        thread: thread_of(ctx),
        choices: Choices::default(),
        to_ask: Some(vec![crate::table::ToAsk {
            name: "Maple Clinic".into(),
            href: ctx.url("/work/partners/clinic"),
        }]),
        asked: Markup::default(),
        again,
    };
    let again = |about, sent, complaints| Some(Again { about, sent, complaints });
    let served = vec![term(1, date(2024, 1, 1), left), term(2, date(2025, 5, 2), None)];
    let wrong = Complaints::one("starts_on", TermRefusal::Overlaps { from: DAY });
    let left = Complaints::one("on", TermRefusal::LeftAfterEnd { ends_on: DAY });
    let late = Pairs::default().with("on", "2031-01-01").with("how", LeftHow::Ended.code());
    let corrected = |complaints| CorrectionPage {
        seat: shown(served.clone(), None),
        term: term(2, date(2025, 5, 2), None),
        sent: late.clone(),
        complaints,
    };
    let unsaid = Complaints::one("why", platform::text::LineRefusal::Empty);
    let stale = shown(served.clone(), again(About::Leaving, late.clone(), Complaints::default()));
    vec![
        ("served", seats::view(ctx, &shown(served.clone(), None))),
        ("refused", seats::view(ctx, &shown(vec![], again(About::NewHolder, Pairs::default(), wrong)))),
        ("not-left", seats::view(ctx, &shown(served.clone(), again(About::Leaving, late.clone(), left)))),
        ("stale", term_conflict::conflict_view(ctx, &stale, None).unwrap_or_default()),
        ("correction", corrections::view(ctx, &corrected(unsaid))),
        (
            "correction-stale",
            corrections::conflict_view(ctx, &corrected(Complaints::default()), None).unwrap_or_default(),
        ),
        ("bin", granting::bin_view(ctx, &council(1), &seat(1))),
    ]
}

fn seat_forms(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let kept = |name| crate::store::categories::Category { id: CategoryId(Uuid::from_u128(1)), name };
    let categories = vec![kept(text("Faith", "Foi")), kept(text("Arts", "Arts et culture"))];
    let (council, choices) = (council(1), Choices { categories, ..Choices::default() });
    let sent = seat_form(&seat(1).facts(), 1);
    let wrong = Complaints::one("category", platform::text::LineRefusal::Empty);
    let fine = Complaints::default();
    let form =
        |id, complaints| SeatForm { council: &council, id, sent: &sent, complaints, choices: &choices };
    vec![
        ("new", granting::form_view(ctx, &form(None, &fine))),
        ("refused", granting::form_view(ctx, &form(Some(seat(1).id), &wrong))),
        (
            "conflict",
            seat_conflict::conflict_view(ctx, &seat(1), &form(Some(seat(1).id), &fine)).unwrap_or_default(),
        ),
    ]
}

fn reference_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let shown = |versions, compared| ReferencesPage { council: council(1), versions, compared };
    let (none, wrong) = (Complaints::default(), Complaints::one("signed", FileRefusal::NotAPaper));
    let (about, kept) = (council(1), versions());
    let paper = |n: usize, complaints| {
        let version = kept.get(n)?;
        Some(signed::view(ctx, &SignedPage { council: &about, version, sent: &Pairs::default(), complaints }))
    };
    let sent = Pairs::default().with_text("body", &text("Two years.", "Deux ans.")).with("adopted_on", DAY);
    vec![
        ("compared", references::view(ctx, &shown(versions(), Some((1, 2))))),
        ("none", references::view(ctx, &shown(vec![], None))),
        ("form", references::form_view(ctx, &council(1), &sent, &Complaints::default())),
        ("refused", references::form_view(ctx, &council(1), &sent, &wrong)),
        ("signed", paper(0, &none).unwrap_or_default()),
        ("signed-refused", paper(1, &wrong).unwrap_or_default()),
    ]
}
