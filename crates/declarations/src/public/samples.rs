//! Samples of the public pages.

use super::{
    request,
    sign::{self, SignPage},
    statements,
    wall::{self, WallPage},
};
use crate::{
    pages::{
        record_samples::behind,
        samples::{invitation, rows, signatory, version},
    },
    rules::signing::SigningRefusal,
};
use jiff::civil::date;
use maud::Markup;
use platform::{
    ctx::{Ctx, Face},
    errors::Complaints,
    http::Pairs,
    manifest::Sampled,
    thread::Thread,
};

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "declarations/wall", samples: walls },
        Sampled { name: "declarations/sign", samples: signs },
        Sampled { name: "declarations/ask", samples: asks },
        Sampled { name: "declarations/public-statements", samples: stated },
    ]
}

fn walls(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    let shown = |text, earlier, signatories| wall::view(&ctx, &WallPage { text, earlier, signatories });
    vec![
        ("signed", shown(Some(version(2)), vec![(1, date(2025, 4, 1))], vec![signatory(1), signatory(2)])),
        ("new", shown(Some(version(1)), Vec::new(), Vec::new())),
        ("none", shown(None, Vec::new(), Vec::new())),
        ("version", wall::version_view(&ctx, &version(1), false)),
        ("version-in-force", wall::version_view(&ctx, &version(2), true)),
    ]
}

fn signs(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    let (of, text) = (invitation(&ctx, 1), version(2));
    let sent = Pairs::default().with("name", "Nadia Haddad").with("listed", "yes");
    let shown = |complaints: &Complaints| {
        sign::view(
            &ctx,
            &SignPage { ticket: "secret", invitation: &of, text: &text, sent: &sent, complaints },
        )
    };
    vec![
        ("form", shown(&Complaints::default())),
        ("refused", shown(&Complaints::one("agree", SigningRefusal::NotAgreed))),
        ("gone", sign::gone_view(&ctx)),
        ("signed", sign::signed_view(&ctx)),
    ]
}

fn asks(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    let sent = Pairs::default();
    vec![
        ("form", request::view(&ctx, &sent, &Complaints::default())),
        ("refused", request::view(&ctx, &sent, &Complaints::one("agree", SigningRefusal::NotAgreed))),
        ("received", request::received_view(&ctx)),
    ]
}

fn stated(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = Ctx { face: Face::Public, ..ctx.clone() };
    vec![
        ("some", statements::view(&ctx, &rows(vec![behind()]))),
        ("empty", statements::view(&ctx, &rows(Vec::new()))),
        ("one", statements::one_view(&ctx, &behind(), &Thread::default())),
    ]
}
