//! Samples of the room's pages in the workspace.

use super::{
    endings::{self, EndingPage},
    invitations::{self, InvitationsPage},
    meanwhile::{self, Published},
    paper::{self, Offered},
    publishing::{self, PublishPage},
    requests::{self, RequestPage},
    signatories::{self, SignatoriesPage, SignatoryPage},
    versions::{self, DraftForm},
};
use crate::{
    DeclarationId, InvitationId, RequestId, SignatoryId, SignatureId,
    rules::signing::{InForce, RequestState, SigningRefusal, Standing, Way, Why},
    store::{
        invitations::Invitation,
        requests::SigningRequest,
        signatories::Signatory,
        signatures::Signature,
        versions::{Declaration, DeclarationFacts},
    },
};
use jiff::civil::{Date, date};
use maud::Markup;
use partners::{OrganizationId, Visibility};
use platform::{
    clock::Moment,
    ctx::Ctx,
    db::Page,
    errors::{Complaints, FieldRefusal},
    files::FileId,
    http::Pairs,
    langs::Lang,
    manifest::Sampled,
    text::{LineRefusal, NAME, Text},
    thread::Thread,
};
use uuid::Uuid;

const DAY: Date = date(2026, 4, 1);

/// All of them.
pub(crate) fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "declarations/signatories", samples: lists },
        Sampled { name: "declarations/signatory", samples: ones },
        Sampled { name: "declarations/endings", samples: ends },
        Sampled { name: "declarations/paper", samples: papers },
        Sampled { name: "declarations/versions", samples: texts },
        Sampled { name: "declarations/invitations", samples: asked },
        Sampled { name: "declarations/requests", samples: asking },
    ]
}

fn both(en: &str, fr: &str) -> Text {
    Text::both(en, fr, DAY)
}

/// One page of these rows.
pub(crate) fn rows<R>(rows: Vec<R>) -> Page<R> {
    let total = i64::try_from(rows.len()).unwrap_or_default();
    Page { rows, total, number: 1, size: 50 }
}

/// A version; the first is replaced, the second in force, the third a draft.
pub(crate) fn version(number: u32) -> Declaration {
    Declaration {
        id: DeclarationId(Uuid::from_u128(number.into())),
        number,
        title: both("A community for all", "Une communauté pour tous"),
        body: both("We welcome.\n\nWe act.", "Nous accueillons.\n\nNous agissons."),
        in_force_on: (number < 3)
            .then(|| date(2024, 4, 1).saturating_add(jiff::Span::new().years(i64::from(number)))),
        decision: if number < 3 {
            both("Adopted by the council.", "Adoptée par le conseil.")
        } else {
            Text::default()
        },
        renew_years: (number == 2).then_some(3),
        published_at: None,
        version: 1,
    }
}

/// A signatory that is public, or one whose word was taken back.
pub(crate) fn signatory(n: u128) -> Signatory {
    Signatory {
        id: SignatoryId(Uuid::from_u128(n)),
        organization_id: OrganizationId(Uuid::from_u128(n)),
        organization: both("Maple Clinic", "Clinique de l’Érable"),
        slug: "maple-clinic".into(),
        known_to: Visibility::Public,
        sector_id: None,
        visibility: Visibility::Public,
        since_on: date(2025, 5, 1),
        signed_on: date(2025, 5, 1),
        number: if n == 1 { 2 } else { 1 },
        withdrawn_on: (n == 3).then_some(DAY),
        withdrawal_reason: if n == 3 { "The board decided otherwise.".into() } else { String::new() },
        version: 1,
    }
}

fn lists(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let due = |why| Standing::Due { why, on: DAY };
    let lines = vec![
        (signatory(1), Standing::Signed),
        (signatory(2), due(Why::NewVersion)),
        (signatory(4), due(Why::Years)),
        (signatory(3), Standing::Withdrawn { on: DAY }),
    ];
    let in_force = Some(InForce { number: 2, on: DAY, renew_years: None });
    let shown = |lines, in_force| {
        signatories::view(ctx, &SignatoriesPage { lines: rows(lines), counts: [1, 2, 1], in_force })
    };
    vec![("some", shown(lines, in_force)), ("empty", shown(Vec::new(), None))]
}

fn signature(n: u128) -> Signature {
    Signature {
        id: SignatureId(Uuid::from_u128(n)),
        number: 1,
        signed_on: DAY,
        name: if n == 3 { String::new() } else { "Nadia Haddad".into() },
        title: if n == 1 { "Director".into() } else { String::new() },
        name_erased: n == 3,
        way: if n == 1 { Way::Paper } else { Way::Link },
        file_id: (n == 1).then(|| FileId(Uuid::from_u128(1))),
        file_name: (n == 1).then(|| "Signed.pdf".into()),
        recorded_at: Moment::from_micros(0),
    }
}

fn ones(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let one = |of, standing, signatures| {
        let line = (of, standing);
        signatories::one_view(
            ctx,
            &SignatoryPage {
                line,
                signatures,
                thread: Thread::default(),
                history: platform::html::History::plain("signatory", Vec::new()),
            },
        )
    };
    let all = vec![signature(1), signature(2), signature(3)];
    vec![
        ("signed", one(signatory(1), Standing::Signed, all)),
        ("withdrawn", one(signatory(3), Standing::Withdrawn { on: DAY }, vec![signature(2)])),
    ]
}

fn ends(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let of = signatory(1);
    let (sent, none) = (Pairs::default().with("withdrawn_on", "then"), Complaints::default());
    let wrong = Complaints::one("withdrawn_on", SigningRefusal::Future);
    let shown = |complaints| EndingPage { signatory: &of, sent: &sent, complaints };
    vec![
        ("visibility", endings::edit_view(ctx, &shown(&none))),
        ("withdrawal", endings::withdrawal_view(ctx, &shown(&none))),
        ("withdrawal-refused", endings::withdrawal_view(ctx, &shown(&wrong))),
        ("bin", endings::bin_view(ctx, &of)),
    ]
}

fn offered(versions: Vec<Declaration>) -> Offered {
    Offered { organizations: Vec::new(), people: Vec::new(), versions }
}

fn papers(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let sent = Pairs::default().with("name", "Nadia Haddad").with("number", 2);
    let wrong = Complaints::one("organization", FieldRefusal::NotAChoice);
    let of = offered(vec![version(2), version(1)]);
    vec![
        ("form", paper::view(ctx, &of, &sent, &Complaints::default())),
        ("refused", paper::view(ctx, &of, &sent, &wrong)),
    ]
}

fn texts(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let draft = version(3);
    let (sent, none) = (versions::draft_form(&draft.facts(), 1), Complaints::default());
    let wrong = Complaints::one("title", LineRefusal::TooLong { max: NAME });
    let form = |number, sent: &Pairs, complaints: &Complaints| {
        versions::form_view(ctx, &DraftForm { number, sent, complaints })
    };
    let publish = |complaints| {
        publishing::view(ctx, &PublishPage { draft: &draft, sent: &Pairs::default(), complaints })
    };
    let blank = versions::draft_form(&DeclarationFacts::default(), 0);
    let typed = sent.clone().with("decision_en", "By a show of hands.");
    let (of, late_by) = (version(2), None);
    let late = Published { of: &of, sent: &typed, by: late_by };
    let conflict = versions::conflict_view(ctx, &draft, &sent.clone().with("title_en", "Mine"), None);
    vec![
        ("all", versions::view(ctx, &[version(3), version(2), version(1)])),
        ("none", versions::view(ctx, &[])),
        ("new", form(None, &blank, &none)),
        ("refused", form(Some(3), &sent, &wrong)),
        ("conflict", conflict.unwrap_or_default()),
        ("published-meanwhile", meanwhile::draft_view(ctx, &late)),
        ("decided-meanwhile", meanwhile::decision_view(ctx, &late)),
        ("publish", publish(&none)),
        (
            "publish-refused",
            publish(&Complaints::one("decision", crate::rules::versions::VersionRefusal::NoDecision)),
        ),
    ]
}

/// An invitation: waiting, ended, signed, taken back.
pub(crate) fn invitation(ctx: &Ctx, n: u32) -> Invitation {
    let long_ago = ctx.now().plus_seconds(-40 * 86_400);
    Invitation {
        id: InvitationId(Uuid::from_u128(n.into())),
        organization_id: OrganizationId(Uuid::from_u128(1)),
        organization: both("Maple Clinic", "Clinique de l’Érable"),
        person_id: None,
        name: "Nadia Haddad".into(),
        email: "nadia@example.org".into(),
        lang: Lang::Fr,
        sent_at: if n == 2 { long_ago } else { ctx.now() },
        sent_count: n,
        signed_at: (n == 3).then(|| ctx.now()),
        cancelled_at: (n == 4).then(|| ctx.now()),
        version: 1,
    }
}

fn asked(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let shown = |all: Vec<Invitation>, versions, complaints| {
        let sent = Pairs::default().with("email", "nadia");
        invitations::view(
            ctx,
            &InvitationsPage {
                rows: rows(all),
                offered: offered(versions),
                asked: Markup::default(),
                sent,
                complaints,
            },
        )
    };
    let all = (1..5).map(|n| invitation(ctx, n)).collect();
    vec![
        ("some", shown(all, vec![version(2)], Complaints::default())),
        ("nothing-to-sign", shown(Vec::new(), Vec::new(), Complaints::default())),
        ("refused", shown(Vec::new(), vec![version(2)], Complaints::one("email", FieldRefusal::NotMail))),
    ]
}

fn request(ctx: &Ctx, state: RequestState) -> SigningRequest {
    SigningRequest {
        id: RequestId(Uuid::from_u128(1)),
        organization_name: "Maple Choir".into(),
        name: "Ada One".into(),
        title: "Chair".into(),
        email: "ada@example.org".into(),
        lang: Lang::En,
        words: "We sing in nine languages.".into(),
        consent_wording: "I agree.".into(),
        received_at: ctx.now(),
        state,
        answer: if state == RequestState::SetAside { "Not this year.".into() } else { String::new() },
        answered_at: None,
        version: 1,
    }
}

fn asking(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let of = offered(vec![version(2)]);
    let one = |state, complaints: &Complaints| {
        let (request, sent) = (request(ctx, state), Pairs::default());
        requests::one_view(ctx, &RequestPage { request: &request, offered: &of, sent: &sent, complaints })
    };
    let none = Complaints::default();
    vec![
        ("some", requests::view(ctx, &rows(vec![request(ctx, RequestState::Received)]))),
        ("empty", requests::view(ctx, &rows(Vec::new()))),
        ("one", one(RequestState::Received, &none)),
        ("set-aside", one(RequestState::SetAside, &none)),
        ("refused", one(RequestState::Received, &Complaints::one("words", SigningRefusal::NoWords))),
    ]
}
