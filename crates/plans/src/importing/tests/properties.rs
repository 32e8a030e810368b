//! Whatever a plan holds, its export that comes back changes nothing of it.

use super::*;
use crate::{
    NewLine,
    rules::{
        money::Money,
        patterns::Pattern,
        periods::{Quarter, Span},
    },
    store::parties::Party,
};
use platform::text::Text;
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

/// Words with everything that spreadsheets and separators trip over.
fn any_words() -> impl Strategy<Value = String> {
    "[A-Za-zéà0-9=+@'\",;•/|  .:–-]{0,20}[a-z]"
}

fn any_text() -> impl Strategy<Value = Text> {
    (any_words(), any_words(), 0_u8..4).prop_map(|(en, fr, which)| match which {
        0 => Text::both(&en, &fr, crate::store::tests::DAY),
        1 => Text::default().with(Lang::Fr, &fr, crate::store::tests::DAY),
        2 => Text::both(&en, &fr, crate::store::tests::DAY).with(Lang::Ar, "مرحبا", crate::store::tests::DAY),
        _ => Text::default().with(Lang::En, &en, crate::store::tests::DAY),
    })
}

/// Where a line stands and what it is; its texts; its year, whether it never ends, what it costs, its pattern; who carries it.
type Said =
    (usize, usize, (Text, Text, Text), (Option<i16>, bool, Option<i64>, Vec<usize>), Vec<(bool, String)>);

/// A line below one of those before it, by its place among them.
fn any_line() -> impl Strategy<Value = Said> {
    (
        0_usize..40,
        0_usize..6,
        (any_text(), any_text(), any_text()),
        (
            proptest::option::of(2025_i16..=2029),
            any::<bool>(),
            proptest::option::of(0_i64..9_000),
            proptest::collection::vec(0_usize..6, 0..4),
        ),
        proptest::collection::vec((any::<bool>(), any_words()), 0..4),
    )
}

fn lines(all: Vec<Said>) -> Vec<NewLine> {
    let mut made: Vec<NewLine> = Vec::new();
    for (n, (above, kind, (title, note, wording), (year, ongoing, money, patterns), people)) in
        all.into_iter().enumerate()
    {
        let kind = Kind::ALL[kind];
        let fits: Vec<&NewLine> = made.iter().filter(|one| kind.stands_below(Some(one.facts.kind))).collect();
        let above = (!fits.is_empty()).then(|| fits[above % fits.len()].facts.code.clone());
        let kind = if above.is_none() { Kind::Priority } else { kind };
        let from = year.and_then(|year| Quarter::new(year, 2));
        let facts = LineFacts {
            title,
            note,
            wording,
            span: Span { ongoing, ..Span::quarters(from, from.filter(|_| !ongoing)) },
            patterns: patterns.into_iter().map(|n| Pattern::ALL[n]).collect(),
            money: Money { seeking: money, in_kind: money, ..Money::default() },
            ..LineFacts::new(kind, format!("c{n}"), Text::default())
        };
        let party = |(lead, words): (bool, String)| Party {
            part: if lead { Part::Lead } else { Part::Partner },
            who: Who::Named(Text::default().with(Lang::En, &words, crate::store::tests::DAY)),
        };
        let mut parties: Vec<Party> = people.into_iter().map(party).collect();
        parties.sort_by_key(|one| one.part);
        made.push(NewLine { above, facts, parties });
    }
    made
}

/// How many plans are tried on each database.
const TRIED: usize = 6;

platform::on_both! { rooms();
    async fn importing_an_export_changes_nothing(site) {
        let ctx = site.ctx(site.coordinator());
        let mut runner = TestRunner::deterministic();
        for _ in 0..TRIED {
            let all = proptest::collection::vec(any_line(), 1..25).new_tree(&mut runner).unwrap().current();
            let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
            let plan = add_framework(&mut tx, "plan", (&framework("Plan"), Standing::Draft), &[]).await.unwrap();
            add_lines(&mut tx, plan, &lines(all)).await.unwrap();
            bring_framework_into_force(&mut tx, plan).await.unwrap();
            tx.commit().await.unwrap();
            for kind in ["csv", "xlsx"] {
                let before = drafts(&ctx).await;
                let next = round(site, &ctx, (plan, kind)).await;
                let mut tx = ctx.read(can::SEE_PLAN).await.unwrap();
                assert_eq!(find_in_force(&mut tx).await.unwrap().unwrap().id, plan);
                let changes = changes_between(&mut tx, plan, next).await.unwrap();
                tx.done().await.unwrap();
                assert!(changes.is_empty() && !before.contains(&next), "{kind}: {changes:?}");
            }
        }
    }
}

/// Takes a plan away and brings it back as its next version; which that is.
pub(crate) async fn round(site: &Site, ctx: &Ctx, (plan, kind): (FrameworkId, &str)) -> FrameworkId {
    let path = format!("/maple/work/plan/frameworks/{plan}/sheet?as={kind}");
    let file = site.get_as(&site.coordinator(), &path).await.bytes;
    let known = drafts(ctx).await;
    let name = format!("plan.{kind}");
    let got = site.upload_as(&site.coordinator(), IMPORTS, &[], ("sheet", &name, &file)).await;
    assert_eq!(got.status, 303, "{}", got.body);
    let address = got.location().split('?').next().unwrap().to_owned();
    super::go_on(site, &address, &[("import-plan-into", "version")]).await;
    let got = press(site, &address, "/taking").await;
    assert_eq!(got.status, 303, "{}", got.body);
    drafts(ctx).await.into_iter().find(|one| !known.contains(one)).unwrap()
}
