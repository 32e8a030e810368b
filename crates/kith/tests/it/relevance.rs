//! What newcomers type, in fifteen languages: of those whose need somebody in the demo answers, a right service must be among the first five for
//! nearly all. The words were written without sight of the lexicon; half of them are never looked at while it is tuned.

use platform::testing::{Got, Site};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// So many hits somebody looks at.
const LOOKED_AT: usize = 5;
/// So many of a hundred must have a right one among them, in each half.
const RIGHT: usize = 95;
/// What fewer than so many judged words of a half say is chance.
const ENOUGH: usize = 100;

#[derive(Deserialize)]
struct All {
    query: Vec<Query>,
}

/// What somebody typed, and the needs of which each would be a right answer.
#[derive(Deserialize)]
struct Query {
    text: String,
    lang: String,
    needs: Vec<String>,
    half: Half,
}

#[derive(Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
enum Half {
    Tune,
    Held,
}

/// The services on a page, in their order.
fn hits(got: &Got) -> Vec<&str> {
    assert_eq!(got.status, 200, "{}", got.body);
    got.body.split(r#" data-service=""#).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// All services that answer a need.
async fn answering(site: &Site, need: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for page in 1.. {
        let got = site.get(&format!("/portage-falls/en/help?need={need}&page={page}")).await;
        let known = all.len();
        all.extend(hits(&got).into_iter().map(str::to_owned));
        if all.len() == known {
            break;
        }
    }
    all
}

/// A text as it stands in an address.
fn typed(text: &str) -> String {
    let escaped = |byte: u8| format!("%{byte:02X}");
    text.bytes().map(escaped).collect()
}

/// Whether one of the first hits is a right one; none where nobody in the demo does what is needed.
async fn is_right(site: &Site, of: &Query, known: &mut BTreeMap<String, BTreeSet<String>>) -> Option<bool> {
    let mut right = BTreeSet::new();
    for need in &of.needs {
        if !known.contains_key(need) {
            known.insert(need.clone(), answering(site, need).await);
        }
        right.extend(known.get(need).into_iter().flatten().cloned());
    }
    if right.is_empty() {
        return None;
    }
    let got = site.get(&format!("/portage-falls/{}/help?q={}", of.lang, typed(&of.text))).await;
    Some(hits(&got).into_iter().take(LOOKED_AT).any(|id| right.contains(id)))
}

#[tokio::test]
async fn what_newcomers_type_finds_a_right_service_among_the_first_five() {
    let site = Site::sqlite(kith::rooms()).await;
    demo::world::load::build(&site.app).await.expect("the demo's world");
    let all: All = toml::from_str(include_str!("../../../../tests/relevance/queries.toml")).expect("queries");
    let (mut known, mut judged) = (BTreeMap::new(), BTreeMap::<Half, (usize, Vec<&str>)>::new());
    for query in &all.query {
        if let Some(right) = is_right(&site, query, &mut known).await {
            let (count, wrong) = judged.entry(query.half).or_default();
            *count += 1;
            wrong.extend((!right).then_some(query.text.as_str()));
        }
    }
    assert_eq!(judged.len(), 2, "nothing was judged");
    for (half, (count, wrong)) in &judged {
        // Of the half that is only for judging no word is told: who reads it, tunes.
        let told = if *half == Half::Tune { wrong.as_slice() } else { &[] };
        assert!(*count >= ENOUGH, "{half:?}: only {count} can be judged");
        assert!(
            (count - wrong.len()) * 100 >= RIGHT * count,
            "{half:?}: {} of {count} wrong {told:#?}",
            wrong.len()
        );
    }
    site.end().await;
}
