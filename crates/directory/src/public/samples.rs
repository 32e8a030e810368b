//! Samples of the public pages.

use super::{
    asked::{Asked, Placed},
    help::{self, HelpPage},
    service,
};
use crate::pages::samples::{circle, location, service as english_class};
use maud::Markup;
use partners::Spoken;
use platform::{
    ctx::{Ctx, Face},
    http::Address,
    manifest::Sampled,
    thread::Thread,
};

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "directory/help", samples: helps },
        Sampled { name: "directory/service", samples: ones },
    ]
}

fn whole() -> Placed {
    Placed { service: english_class(), locations: vec![location(false)] }
}

fn bare() -> Placed {
    Placed { service: circle(), locations: vec![location(true).seen_by(partners::Reader::Public)] }
}

fn helps(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    let shown = |address: Address, found: Vec<Placed>| {
        let (spoken, total) = (Spoken::all().take(3).collect(), found.len());
        help::view(&ctx, &HelpPage { asked: Asked::of(&address), all: 62, total, found, number: 1, spoken })
    };
    let at = || Address::at(ctx.public_url(super::PATH));
    vec![
        ("door", shown(at(), Vec::new())),
        (
            "found",
            shown(at().with("q", "class").with("spoken", "ar").with("cost", "free"), vec![whole(), bare()]),
        ),
        ("many", shown(at().with("need", "language"), vec![whole(); 12])),
        ("none", shown(at().with("q", "xyzzy").with("open", "now"), Vec::new())),
        ("safety", shown(at().with("need", "family-violence"), vec![bare()])),
    ]
}

fn ones(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    vec![
        ("whole", service::view(&ctx, &whole(), &Thread::default())),
        ("bare", service::view(&ctx, &bare(), &Thread::default())),
    ]
}
