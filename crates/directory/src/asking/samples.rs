//! Samples of asking and of answering by a link.

use super::{
    answer::{self, Behind, CorrectPage, Row},
    correcting,
    letters::Askable,
    pages::{AskingPage, Chosen},
    view,
};
use crate::{
    LetterId, LetterReaderId,
    pages::samples::{both, circle, location, service},
    rules::{DirectoryRefusal, letters::LetterRefusal},
    store::{
        checks::Found,
        letter_readers::{LetterReader, NewReader},
        letters::{Asked, Letter},
        services::Service,
    },
};
use jiff::civil::{Date, date};
use maud::{Markup, html};
use partners::{Load, Organization, OrganizationId, PersonId, Visibility};
use platform::{
    ctx::{Ctx, Face},
    db::Page,
    errors::Complaints,
    http::Pairs,
    langs::Lang,
    manifest::Sampled,
    text::Text,
};
use uuid::Uuid;

const DAY: Date = date(2026, 4, 20);

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "directory/asking", samples: askings },
        Sampled { name: "directory/your-services", samples: answers },
    ]
}

/// A letter: waiting, answered, ended, taken back.
pub(crate) fn letter(ctx: &Ctx, n: u128) -> Letter {
    let now = ctx.now();
    Letter {
        id: LetterId(Uuid::from_u128(n)),
        organization_id: OrganizationId(Uuid::from_u128(2)),
        organization: both("Maple Centre", "Centre des Érables"),
        slug: "maple-centre".into(),
        until_on: DAY,
        sent_at: if n == 3 { now.plus_seconds(-40 * 86_400) } else { now },
        sent_count: 2,
        answered_at: (n == 2).then_some(now),
        cancelled_at: (n == 4).then_some(now),
        services: 2,
        answered: i64::from(n == 2),
        readers: 2,
        version: 1,
    }
}

/// Who got one.
pub(crate) fn reader(ctx: &Ctx, is_person: bool) -> LetterReader {
    LetterReader {
        id: LetterReaderId(Uuid::from_u128(7)),
        letter_id: LetterId(Uuid::from_u128(1)),
        person_id: is_person.then(|| PersonId(Uuid::from_u128(8))),
        name: if is_person { "Nadia Haddad" } else { "Maple Centre" }.into(),
        email: "nadia@example.org".into(),
        lang: Lang::En,
        sent_at: ctx.now(),
    }
}

fn organization() -> Organization {
    Organization {
        id: OrganizationId(Uuid::from_u128(2)),
        slug: "maple-centre".into(),
        name: both("Maple Centre", "Centre des Érables"),
        about: Text::default(),
        sector: None,
        formal: true,
        langs: partners::Languages::default(),
        area: None,
        visibility: Visibility::Public,
        joined_on: Some(date(2025, 1, 1)),
        left_on: None,
        note: String::new(),
        version: 1,
    }
}

fn shown(ctx: &Ctx, complaints: Complaints) -> AskingPage {
    let to = |lang, name: &str, person| NewReader {
        person,
        name: name.into(),
        email: "nadia@example.org".into(),
        lang,
    };
    let readers = vec![
        to(Lang::En, "Nadia Haddad", Some(PersonId(Uuid::from_u128(8)))),
        to(Lang::Fr, "Centre des Érables", None),
    ];
    let one = Askable {
        of: organization(),
        services: vec![service(), circle()],
        readers,
        also: Vec::new(),
        load: Load { open: 1, lately: 2 },
        letter: Some(letter(ctx, 1)),
    };
    let letters: Vec<Letter> = (1..=4).map(|n| letter(ctx, n)).collect();
    AskingPage {
        all: vec![one],
        unreached: vec![circle()],
        letters: Page { total: 4, rows: letters, number: 1, size: 50 },
        asked: html! {},
        sent: Pairs::default().with("to", Uuid::from_u128(2)).with("until", DAY),
        complaints,
    }
}

fn askings(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let bare = AskingPage {
        all: Vec::new(),
        unreached: Vec::new(),
        letters: Page { total: 0, rows: Vec::new(), number: 1, size: 50 },
        ..shown(ctx, Complaints::default())
    };
    let some = shown(ctx, Complaints::default());
    let preview = view::preview(ctx, &some, &Chosen { all: some.all.iter().collect(), until_on: DAY });
    vec![
        ("some", view::page_of(ctx, &some)),
        ("refused", view::page_of(ctx, &shown(ctx, Complaints::one("to", LetterRefusal::Nobody)))),
        ("nobody", view::page_of(ctx, &bare)),
        ("preview", preview),
    ]
}

fn row(ctx: &Ctx, service: Service, found: Option<Found>) -> Row {
    let asked = Asked {
        letter_id: LetterId(Uuid::from_u128(1)),
        service_id: service.id,
        answered_at: found.map(|_| ctx.now()),
        found,
    };
    Row { asked, service, locations: vec![location(false)] }
}

fn answers(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    let behind = |rows| Behind { letter: letter(&ctx, 1), reader: reader(&ctx, true), rows };
    let two = behind(vec![row(&ctx, service(), None), row(&ctx, circle(), None)]);
    let part = behind(vec![row(&ctx, service(), Some(Found::Unchanged)), row(&ctx, circle(), None)]);
    let one = row(&ctx, service(), None);
    let sent = correcting::present(&ctx, &one.service).with("version", 1).with("phones", "905-555-0100");
    let correct = |sent: &Pairs, complaints: &Complaints, is_older| {
        answer::correct_view(&ctx, &CorrectPage { ticket: "secret", row: &one, sent, complaints, is_older })
    };
    let wrong = Complaints::one("phones", DirectoryRefusal::NotAPhone { typed: "211".into() });
    vec![
        ("two", answer::view(&ctx, "secret", &two, false)),
        ("older", answer::view(&ctx, "secret", &two, true)),
        ("part", answer::view(&ctx, "secret", &part, false)),
        ("nothing-left", answer::view(&ctx, "secret", &behind(Vec::new()), false)),
        ("correct", correct(&sent, &Complaints::default(), false)),
        ("refused", correct(&sent.clone().with("phones", "211"), &wrong, false)),
        ("conflict", correct(&sent, &Complaints::default(), true)),
        ("answered", answer::answered_view(&ctx)),
        ("gone", answer::gone_view(&ctx)),
    ]
}
