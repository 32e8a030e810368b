//! What must hold of any sheets: our own export changes nothing, and the order of rows does not matter.

use crate::{
    ContactKind, NewContactPoint, NewOrganization, Spoken, Visibility, add_contact, can,
    rules::{NAME, NOTE},
    spoken::Languages,
    tests::{keep, named},
};
use platform::{
    batch::{
        Verdict,
        at_console::{self, Brought},
    },
    testing::Site,
    text::{line, prose},
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

/// So many cases by default, each with a site of its own; more with `PROPTEST_CASES`.
pub(super) fn cases() -> u32 {
    (ProptestConfig::default().cases / 64).max(2)
}

/// All columns that a list of partners may have as a file.
const COLUMNS: &str = "cols=sector&cols=kind&cols=language&cols=standing&cols=joined&cols=left&cols=area&cols=visibility&cols=note";

/// Beginnings that programs take for formulas, quotes, marks, other scripts.
const NASTY: [&str; 10] = [
    "=SUM(A1)",
    "+1",
    "-x",
    "@home",
    "'quoted'",
    "\"O'Brien\", Sons;",
    "E\u{301}cole",
    "العربية",
    "a\tb",
    "100 %",
];

fn word() -> impl Strategy<Value = String> {
    prop_oneof![proptest::sample::select(&NASTY[..]).prop_map(str::to_owned), "[A-Za-zéÉß&.,;'-]{1,12}"]
}

/// An organization with a nasty name that is not another's.
fn organization() -> impl Strategy<Value = (String, String, bool, u8)> {
    (prop::collection::vec(word(), 1..4), prop::collection::vec(word(), 0..3), any::<bool>(), 0_u8..4)
        .prop_map(|(name, note, formal, langs)| {
            (name.join(" ").replace('\t', " "), note.join("\n"), formal, langs)
        })
}

fn kept(n: usize, (name, note, formal, langs): &(String, String, bool, u8)) -> NewOrganization {
    // The number in words keeps names apart by more than spelling.
    let number = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir"].get(n).copied().unwrap_or("Oak");
    // Kept as a form keeps them, with every letter in one piece.
    let name = line(&format!("{} {number}", name.trim()), NAME).unwrap();
    let mut one = named(&format!("o-{n}"), &name);
    one.note = prose(&note.replace('\t', " "), NOTE).unwrap_or_default();
    one.formal = *formal;
    one.visibility = if *formal { Visibility::Public } else { Visibility::Staff };
    let all = ["fr", "ar", "uk", "en"];
    one.langs = Languages::of(all.iter().take((*langs).into()).filter_map(|code| Spoken::from_code(code)));
    one
}

async fn export(site: &Site) -> String {
    let file = site.get_as(&site.coordinator(), &format!("/maple/work/partners?as=csv&{COLUMNS}")).await;
    assert_eq!(file.status, 200, "{}", file.body);
    file.body
}

#[tokio::test]
async fn our_own_export_changes_nothing() {
    let mut runner = TestRunner::deterministic();
    let organizations = prop::collection::vec(organization(), 1..6);
    for _ in 0..cases() {
        let tree = organizations.new_tree(&mut runner).unwrap();
        let all: Vec<NewOrganization> =
            tree.current().iter().enumerate().map(|(n, one)| kept(n, one)).collect();
        let site = Site::sqlite(vec![areas::manifest(), crate::manifest()]).await;
        let ids = keep(&site, &all).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::DECIDE_PARTNERS).await.unwrap();
        for (n, id) in ids.iter().enumerate() {
            for (kind, value) in [
                (ContactKind::Mail, format!("o{n}@example.org")),
                (ContactKind::Phone, format!("613 555-01{n:02}")),
            ] {
                let new = NewContactPoint {
                    person: None,
                    organization: Some(*id),
                    kind,
                    value,
                    visibility: Visibility::Partners,
                };
                add_contact(&mut tx, &new).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
        let file = export(&site).await;
        let told =
            at_console::import(&ctx, "partners", Brought::new("own.csv", file.clone()).dry()).await.unwrap();
        let same = told.counts.get(&Verdict::Same).copied().unwrap_or(0);
        assert_eq!((same, told.counts.len()), (i64::try_from(all.len()).unwrap(), 1), "{told:?}\n{file}");
        assert_eq!(export(&site).await, file);
        site.end().await;
    }
}

#[tokio::test]
async fn the_order_of_rows_does_not_matter() {
    const HEAD: &str = "Name,Type of organization,Languages,Notes,Contact,E-mail\n";
    let rows = [
        "Maple Library,Library,French,,Ana Diaz,ana@example.org\n",
        "Maple Library,,Arabic,,Bo Chen,bo@example.org\n",
        "Birch Kitchen,Food,,open late,,kitchen@example.org\n",
        "Cedar Homes,Housing,English,,Ana Diaz,ana@example.org\n",
        "Elm Choir,,,,,\n",
    ];
    let mut runner = TestRunner::deterministic();
    let site = Site::sqlite(vec![areas::manifest(), crate::manifest()]).await;
    let ctx = site.ctx(site.coordinator());
    let orders = Just(rows.to_vec()).prop_shuffle();
    let mut first: Option<(String, String)> = None;
    for _ in 0..cases() {
        let order = orders.new_tree(&mut runner).unwrap().current();
        let sheet = format!("{HEAD}{}", order.concat());
        let told = at_console::import(&ctx, "partners", Brought::new("a.csv", sheet.clone())).await.unwrap();
        let batch = told.taken.unwrap_or_else(|| panic!("{told:?}"));
        let people = site.get_as(&site.coordinator(), "/maple/work/people?as=csv").await.body;
        let now = (sorted_words(&export(&site).await), people);
        match &first {
            Some(first) => assert_eq!(first, &now, "{sheet}"),
            None => first = Some(now),
        }
        at_console::undo(&ctx, batch).await.unwrap();
    }
    site.end().await;
}

/// The lines of a file with the languages of each in one order: a set has none.
fn sorted_words(file: &str) -> String {
    let line = |line: &str| {
        let mut words: Vec<&str> = line.split([',', ' ', '"']).filter(|word| !word.is_empty()).collect();
        words.sort_unstable();
        words.join(" ")
    };
    file.lines().map(line).collect::<Vec<_>>().join("\n")
}
