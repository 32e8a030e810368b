//! Samples of the public pages.

use super::{
    asked::{Asked, FEATURES, Placed, SHOWN},
    call::{self, CallPage},
    card::Card,
    first::{self, FirstPage},
    help::{self, HelpPage},
    narrow::Counts,
    paper::{self, PaperPage},
    service,
    situation::{self, Said},
};
use crate::pages::samples::{circle, location, service as english_class};
use maud::Markup;
use partners::Spoken;
use platform::{
    ctx::{Ctx, Face},
    errors::{Complaints, FieldRefusal},
    http::{Address, Pairs},
    manifest::Sampled,
    thread::Thread,
};
use seek::{Found, Mended, Relaxed};

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "directory/help", samples: helps },
        Sampled { name: "directory/first-steps", samples: firsts },
        Sampled { name: "directory/call", samples: calls },
        Sampled { name: "directory/service", samples: ones },
        Sampled { name: "directory/paper", samples: papers },
    ]
}

fn whole() -> Placed {
    Placed { service: english_class(), locations: vec![location(false)] }
}

fn bare() -> Placed {
    Placed { service: circle(), locations: vec![location(true).seen_by(partners::Reader::Public)] }
}

/// What the index may have found.
fn found_for(total: usize, asked: &Asked) -> Found {
    let is_odd = asked.words == "dotor zzyzx";
    let mended = Mended { asked: "dotor".into(), read: "doctor".into() };
    Found {
        total,
        mended: is_odd.then_some(mended).into_iter().collect(),
        relaxed: if is_odd { Relaxed::Without(vec!["zzyzx".into()]) } else { Relaxed::No },
        ..Found::default()
    }
}

fn helps(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    let shown = |address: Address, found: Vec<Placed>, said: Said| {
        let (asked, today) = (Asked::of(&address), ctx.today());
        let spoken = Spoken::all().take(3).zip(1..).collect();
        let counts =
            Counts { spoken, free: 4, features: FEATURES.map(|one| (one, 2)).to_vec(), now: 1, tonight: 0 };
        let card = |placed: Placed| Card {
            kilometres: asked.from().map(|_| 1.6),
            may: said.may(&placed.service, today),
            instead: said.may(&placed.service, today).map(|_| circle()),
            placed,
        };
        let found_now = found_for(found.len(), &asked);
        let cards = found.into_iter().take(SHOWN).map(card).collect();
        let ctx = Ctx {
            query: address.to_string().split_once('?').map_or("", |(_, query)| query).into(),
            ..ctx.clone()
        };
        let nearest = asked.within.map(|_| 41);
        help::view(
            &ctx,
            &HelpPage { all: 62, number: 1, cards, found: found_now, counts, nearest, said, asked },
        )
    };
    let at = || Address::at(ctx.public_url(super::PATH));
    let student = || situation::read(&ctx, &Pairs::default().with("class", "student").with("since", "soon"));
    let narrowed = || {
        at().with("q", "class")
            .with("spoken", "ar")
            .with("cost", "free")
            .with("near", "L8P")
            .with("within", "5")
    };
    vec![
        ("door", shown(at(), Vec::new(), Said::default())),
        ("found", shown(narrowed(), vec![whole(), bare()], Said::default())),
        (
            "read otherwise",
            shown(at().with("q", "dotor zzyzx").with("near", "W1A"), vec![whole()], Said::default()),
        ),
        ("for me", shown(at().with("need", "language"), vec![whole(), bare()], student())),
        ("many", shown(at().with("need", "language"), vec![whole(); 12], Said::default())),
        (
            "none so near",
            shown(
                at().with("q", "class").with("near", "P0T").with("within", "25"),
                Vec::new(),
                Said::default(),
            ),
        ),
        ("danger in words", shown(at().with("q", "my husband beats me"), vec![bare()], Said::default())),
        ("none", shown(at().with("q", "xyzzy").with("open", "now"), Vec::new(), Said::default())),
        ("safety", shown(at().with("need", "family-violence"), vec![bare()], Said::default())),
    ]
}

fn calls(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    let (of, none, said) =
        (english_class(), Pairs::default(), Pairs::default().with("phone", "x").with("when", "17:00"));
    let wrong = Complaints::one("phone", FieldRefusal::NotPhone);
    let page =
        |sent: &Pairs, complaints: &Complaints| call::view(&ctx, &CallPage { of: &of, sent, complaints });
    vec![("blank", page(&none, &Complaints::default())), ("refused", page(&said, &wrong))]
}

fn firsts(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    let page = |is_whole: bool, said: &[(&'static str, &'static str)]| {
        let sent = said.iter().fold(Pairs::default(), |sent, (name, value)| sent.with(name, *value));
        let services = [("language", vec![english_class(), circle()]), ("circle", vec![circle()])].into();
        let said = situation::read(&ctx, &sent);
        first::view(&ctx, &FirstPage { is_whole, steps: first::hers(&ctx, &said), said, services })
    };
    vec![
        ("nothing said", page(false, &[])),
        ("all", page(true, &[])),
        ("a student", page(true, &[("class", "student"), ("since", "soon"), ("children", "no")])),
        (
            "since a year",
            page(true, &[("class", "economic-resident"), ("since", "2024-05"), ("children", "yes")]),
        ),
    ]
}

fn papers(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    let asked = Asked::of(&Address::at("/").with("need", "language"));
    let page = |found: Vec<Placed>, total| PaperPage { asked: asked.clone(), found, total };
    vec![
        ("list", paper::view(&ctx, &page(vec![whole(), bare()], 14))),
        ("nothing", paper::view(&ctx, &page(Vec::new(), 0))),
        ("sheet", paper::sheet_view(&ctx, &whole())),
    ]
}

fn ones(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    vec![
        ("whole", service::view(&ctx, &whole(), &Thread::default())),
        ("bare", service::view(&ctx, &bare(), &Thread::default())),
    ]
}
