//! Samples of the pages about expressions of interest and letters, in the workspace and on the public site.

use super::council;
use crate::{
    CategoryId, ExpressionId, LetterId, RoundId, Seat,
    pages::{
        categories::{self, CategoriesPage, CategoryPage},
        choices::Choices,
        expression_conflict, expression_erasure,
        expressions::{self, ExpressionPage, Queue, QueuePage},
        letter_preview,
        letters::{self, LetterPage},
        rounds,
    },
    public::interest::{self, InterestPage},
    rules::{
        categories::CategoryRefusal,
        expressions::{ExpressionRefusal, ExpressionState, Round, RoundRefusal, Season},
        reaching::ReachBy,
        writing::{Addressee, Mailing, Withheld},
    },
    store::{categories::KeptCategory, expressions::Expression, letters::Letter},
};
use jiff::civil::date;
use maud::Markup;
use partners::PersonId;
use platform::{
    ctx::{Ctx, Face},
    db::Page,
    errors::{Complaints, FieldRefusal},
    http::Pairs,
    langs::Lang,
    manifest::Sampled,
    text::Text,
};
use uuid::Uuid;

/// All of them.
pub(super) fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "councils/expressions", samples: queue_pages },
        Sampled { name: "councils/expression", samples: expression_pages },
        Sampled { name: "councils/letter", samples: letter_pages },
        Sampled { name: "councils/interest", samples: interest_pages },
    ]
}

fn expression(ctx: &Ctx, state: ExpressionState) -> Expression {
    Expression {
        id: ExpressionId(Uuid::from_u128(1)),
        council_id: council(1).id,
        round_id: None,
        name: "Espérance Mukamana-Roy".into(),
        email: "esperance@maple.example".into(),
        phone: if state == ExpressionState::Declined { "905 555-0134".into() } else { String::new() },
        reach_by: if state == ExpressionState::Declined { ReachBy::Phone } else { ReachBy::Mail },
        speaks_for: "Maple".into(),
        lang: Lang::Fr,
        body: "Je suis arrivée il y a deux ans.\n\nJ’aimerais siéger.".into(),
        consent_wording: "J’accepte.".into(),
        received_at: ctx.now(),
        state,
        seat_id: None,
        answer: if state.is_answered() { "Merci.".into() } else { String::new() },
        answered_at: state.is_answered().then(|| ctx.now()),
        version: 1,
    }
}

fn round() -> Round {
    let (opens_on, closes_on) = (date(2026, 11, 1), date(2026, 11, 30));
    Round { id: RoundId(Uuid::from_u128(1)), season: Season::Fall, opens_on, closes_on, version: 1 }
}

fn queue_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let shown = |rows: Vec<Expression>, rounds, complaints| QueuePage {
        queue: Queue::Waiting,
        councils: vec![council(1)],
        counts: vec![(ExpressionState::Received, 1)],
        expressions: Page { total: i64::try_from(rows.len()).unwrap_or_default(), rows, number: 1, size: 50 },
        rounds,
        sent: Pairs::default(),
        complaints,
    };
    let wrong = Complaints::one("opens_on", RoundRefusal::Overlaps { from: round().opens_on });
    let some = vec![expression(ctx, ExpressionState::Received)];
    vec![
        ("some", expressions::view(ctx, &shown(some, vec![round()], Complaints::default()))),
        ("none", expressions::view(ctx, &shown(vec![], vec![], wrong))),
        (
            "round",
            rounds::view(
                ctx,
                &round(),
                &Pairs::default().with("season", "fall"),
                &Complaints::one("opens_on", RoundRefusal::Backwards),
            ),
        ),
    ]
}

/// The list of categories, and one of it.
pub(super) fn category_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let one = |seats| KeptCategory {
        id: CategoryId(Uuid::from_u128(1)),
        name: Text::both("Faith", "Foi", date(2026, 11, 22)),
        seats,
        version: 1,
    };
    let all = |categories, complaints| CategoriesPage { categories, sent: Pairs::default(), complaints };
    let page = |seats, complaints| CategoryPage { category: one(seats), sent: Pairs::default(), complaints };
    let taken = || Complaints::one("name", CategoryRefusal::Taken);
    vec![
        ("some", categories::view(ctx, &all(vec![one(2)], taken()))),
        ("none", categories::view(ctx, &all(vec![], Complaints::default()))),
        ("used", categories::one_view(ctx, &page(2, taken()))),
        ("unused", categories::one_view(ctx, &page(0, Complaints::default()))),
    ]
}

fn expression_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let shown = |state, vacant: Vec<Seat>, complaints| ExpressionPage {
        expression: expression(ctx, state),
        council: council(1),
        kept_until: date(2028, 11, 22),
        seats: vacant.clone(),
        vacant,
        choices: Choices::default(),
        sent: Pairs::default(),
        complaints,
    };
    let vacant = || vec![super::seat(1)];
    let wrong = Complaints::one("words", ExpressionRefusal::NoWords);
    let stale = ExpressionPage {
        sent: Pairs::default().with("answer", "accepted").with("words", "Bienvenue."),
        ..shown(ExpressionState::Kept, vacant(), Complaints::default())
    };
    vec![
        (
            "erasure",
            expression_erasure::view(
                ctx,
                (&council(1), &expression(ctx, ExpressionState::Received)),
                &Complaints::one("why", FieldRefusal::NotAChoice),
            ),
        ),
        ("conflict", expression_conflict::conflict_view(ctx, &stale, None).unwrap_or_default()),
        (
            "received",
            expressions::one_view(ctx, &shown(ExpressionState::Received, vacant(), Complaints::default())),
        ),
        ("full", expressions::one_view(ctx, &shown(ExpressionState::Kept, vec![], wrong))),
        (
            "declined",
            expressions::one_view(ctx, &shown(ExpressionState::Declined, vec![], Complaints::default())),
        ),
    ]
}

fn letter_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let to = |n: u128| Addressee {
        person: PersonId(Uuid::from_u128(n)),
        name: "Ngozi Pelletier".into(),
        email: "ngozi@maple.example".into(),
        lang: Lang::Fr,
        standing: platform::consent::Standing::May,
    };
    let letter = Letter {
        id: LetterId(Uuid::from_u128(1)),
        subject: council(1).name,
        body: council(1).mandate,
        written_by: "Nadia Haddad".into(),
        written_at: ctx.now(),
        sent_count: 12,
        withheld_count: 1,
    };
    let shown = |mailing, letters| LetterPage {
        council: council(1),
        mailing,
        named: [to(1).person, to(2).person].into(),
        reached: [to(1).person].into(),
        letters,
        organizations: Vec::new(),
        asked: Markup::default(),
        sent: Pairs::default(),
        complaints: Complaints::default(),
    };
    let some = Mailing {
        to: vec![to(1)],
        withheld: vec![(to(2), Withheld::NoAddress), (to(3), Withheld::NoConsent)],
    };
    let words = (council(1).name, council(1).mandate);
    let uneven = (council(1).name, Text::default().with(Lang::En, "We meet.", date(2026, 11, 22)));
    let preview = |mailing, words: &(Text, Text)| {
        letter_preview::view(ctx, &shown(mailing, vec![]), (&words.0, &words.1))
    };
    vec![
        ("preview", preview(some.clone(), &words)),
        ("uneven", preview(some.clone(), &uneven)),
        ("preview-nobody", preview(Mailing::default(), &words)),
        ("some", letters::view(ctx, &shown(some, vec![letter]))),
        ("nobody", letters::view(ctx, &shown(Mailing::default(), vec![]))),
    ]
}

/// The public site's own face, whatever face the samples are asked on.
fn public(ctx: &Ctx) -> Ctx {
    Ctx { face: Face::Public, ..ctx.clone() }
}

fn interest_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let (ctx, council, sent) = (public(ctx), council(2), Pairs::default());
    let (fine, wrong) = (Complaints::default(), Complaints::one("email", FieldRefusal::NotMail));
    let form = |round, complaints| InterestPage { council: &council, round, sent: &sent, complaints };
    let later = Round { opens_on: date(2027, 4, 1), closes_on: date(2027, 4, 30), ..round() };
    vec![
        ("open", interest::view(&ctx, &form(Some(round()), &fine))),
        ("refused", interest::view(&ctx, &form(Some(later), &wrong))),
        ("received", interest::received_view(&ctx, &council, None)),
    ]
}
