//! Fields in words, values written out.

use super::*;
use crate::{
    ids::Ref,
    manifest::Manifest,
    testing::Site,
    text::{Text, Worded},
    thread::{Knot, Provider},
};
use jiff::civil::date;
use serde_json::json;

const WORDS: &str = "fact-peg-on = Place\nfact-peg-size = How big\nfact-peg-size-is-big = quite big\nfact-peg-3 = Third thing\n";

/// Pegs have titles, but peg 13 is known to nobody.
fn pegs() -> Manifest {
    let mut manifest = Manifest::new("pegs");
    manifest.words = vec![(Lang::En, WORDS), (Lang::Fr, WORDS)];
    manifest.providers = vec![Provider {
        kind: "peg",
        knot: |_, _, id| {
            let title = Worded::new(format!("Peg {}", id.as_u128()), Lang::En);
            let knot = Knot { of: Ref::new("peg", id), word: String::new(), title, href: None };
            Box::pin(async move { Ok((id.as_u128() != 13).then_some(knot)) })
        },
        up: |_, _, _| Box::pin(async { Ok(Vec::new()) }),
        down: |_, _, _| Box::pin(async { Ok(Vec::new()) }),
    }];
    manifest
}

async fn told(site: &Site, after: Value) -> Vec<(String, String)> {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(crate::pages::ENTER).await.unwrap();
    let peg = Ref::new("peg", Uuid::from_u128(1));
    tx.audit("peg.changed", peg.clone(), None::<&()>, Some(&after)).await.unwrap();
    let entry = tx.history(&peg, 1).await.unwrap().remove(0);
    let names = Names::of(&ctx, &mut tx, std::slice::from_ref(&entry)).await.unwrap();
    tx.done().await.unwrap();
    let [_, after] = sides(&ctx, &names, "peg", &entry);
    after.into_iter().map(|fact| (fact.label, fact.words)).collect()
}

fn said(label: &str, words: &str) -> (String, String) {
    (label.to_owned(), words.to_owned())
}

crate::on_both! { vec![pegs()];
    async fn fields_are_called_by_words_and_values_are_written_out(site) {
        let day = date(2026, 11, 22);
        let value = json!({
            "size": "big", "lang": "fr", "langs": ["en", "fr"], "note": "big", "open": true, "on": { "kind": "peg", "id": Uuid::from_u128(5) },
            "since_on": "2026-11-01", "peg": Uuid::from_u128(4), "hidden": Uuid::from_u128(13), "gone": null,
            "name": Text::both("Maple", "Érable", day).rewrite(&[(Lang::En, "Oak")], day),
        });
        let told = told(site, value).await;
        for expected in [
            said("How big", "quite big"), said("Language", "French"), said("Languages", "English and French"),
            said("Note", "big"), said("Name (English)", "Oak"), said("Name (French)", "Érable · outdated"),
            said("since on", "November 1, 2026"), said("open", "Yes"), said("peg", "Peg 4"), said("Place", "Peg 5"),
            said("hidden", "something that cannot be named here"),
        ] {
            assert!(told.contains(&expected), "{expected:?} in {told:?}");
        }
        assert_eq!(told.len(), 11, "{told:?}");
    }

    async fn what_has_no_fields_is_named_by_its_place_and_nested_fields_by_both(site) {
        assert_eq!(told(site, json!(["a b", 3, 12_000])).await[2], said("Third thing", "12,000"));
        assert_eq!(told(site, json!({ "lines": [{ "size": 1 }, { "size": 2 }] })).await[1], said("lines 2: How big", "2"));
        let name = told(site, json!(Text::both("Maple", "", date(2026, 1, 1)))).await;
        assert_eq!(name, [said("Text (English)", "Maple")]);
    }
}
