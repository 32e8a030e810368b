//! Eight send the same form at the same instant: one is answered with what it asked for, the others are told in words what
//! stands in the way, with what they typed; or each gets a place of its own. Nobody is told that the program failed.

use platform::{
    authority::{Caller, Grant, Office},
    testing::{Got, Site},
};
use std::{collections::BTreeSet, future::Future, pin::Pin, task::Poll};

/// A form: where it goes, what is typed, and what everybody who comes too late reads beside it.
type Typed = (&'static str, &'static [(&'static str, &'static str)], &'static str);

/// Of eight that are sent at once, one counts.
const ONCE: &[Typed] = &[
    ("/maple/work/sectors", &[("name_en", "Gardens"), ("name_fr", "Jardins")], "value=\"Gardens\""),
    (
        "/maple/work/councils",
        &[("name_en", "Gardens"), ("name_fr", "Jardins"), ("kind", "team")],
        "value=\"Gardens\"",
    ),
    (
        "/maple/work/councils/categories",
        &[("name_en", "Gardens"), ("name_fr", "Jardins")],
        "value=\"Gardens\"",
    ),
    (
        "/maple/work/partners",
        &[
            ("name_en", "Gardens"),
            ("name_fr", "Jardins"),
            ("kind", "formal"),
            ("slug", "gardens"),
            ("visibility", "public"),
        ],
        "value=\"gardens\"",
    ),
    (
        "/maple/work/areas",
        &[
            ("kind", "own"),
            ("code", "gardens"),
            ("name_en", "Gardens"),
            ("name_fr", "Jardins"),
            ("valid_from", "2026-01-01"),
        ],
        "value=\"Gardens\"",
    ),
    (
        "/maple/work/councils/rounds",
        &[("season", "fall"), ("opens_on", "2027-09-01"), ("closes_on", "2027-09-30")],
        "value=\"2027-09-01\"",
    ),
    (
        "/installation/partnerships",
        &[
            ("slug", "gardens"),
            ("name_en", "Gardens"),
            ("name_fr", "Jardins"),
            ("place_en", "Here"),
            ("place_fr", "Ici"),
            ("zone", "America/Toronto"),
            ("person", "Ada"),
            ("mail", "ada@example.org"),
            ("lang", "en"),
        ],
        "value=\"gardens\"",
    ),
];

/// Eight that are sent at once all count, each at an address of its own.
const EACH: &[Typed] = &[(
    "/maple/work/councils",
    &[("name_en", "Gardens"), ("name_fr", "Jardins"), ("kind", "team"), ("same_name", "yes")],
    "",
)];

/// Waits for all of them at once.
async fn together<T>(mut waited: Vec<Pin<Box<dyn Future<Output = T> + '_>>>) -> Vec<T> {
    let mut done = Vec::new();
    std::future::poll_fn(|cx| {
        waited.retain_mut(|one| match one.as_mut().poll(cx) {
            Poll::Ready(value) => {
                done.push(value);
                false
            }
            Poll::Pending => true,
        });
        if waited.is_empty() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    done
}

/// What eight are answered who send a form at once.
async fn eight(site: &Site, caller: &Caller, (path, fields, _): &Typed) -> Vec<Got> {
    let mut all: Vec<Pin<Box<dyn Future<Output = Got>>>> = Vec::new();
    for _ in 0..8 {
        all.push(Box::pin(site.post_as(caller, path, fields)));
    }
    together(all).await
}

fn bodies(got: &[Got]) -> String {
    got.iter().map(|one| one.body.as_str()).collect::<Vec<_>>().join("\n")
}

fn caller(site: &Site, path: &str) -> Caller {
    let office = Grant { office: Office::Administrator, partnership: None, on: None };
    if path.starts_with("/installation") { site.caller(vec![office]) } else { site.coordinator() }
}

platform::on_both! { kith::rooms();
    async fn of_eight_equal_forms_one_counts_and_the_others_are_told_why(site) {
        for typed in ONCE {
            let (path, fields, kept) = typed;
            let got = eight(site, &caller(site, path), typed).await;
            let statuses: BTreeSet<u16> = got.iter().map(|one| one.status).collect();
            let won = got.iter().filter(|one| one.status == 303).count();
            assert_eq!((won, statuses), (1, [303, 422].into()), "{path}: {}", bodies(&got));
            for late in got.iter().filter(|one| one.status == 422) {
                assert!(late.body.contains(kept) && late.body.contains("class=\"summary\""), "{path} {kept}: {}", late.body.split("<main").last().unwrap_or_default());
            }
            // The control: what nobody else asks for is not refused.
            let other: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, match *value {
                "gardens" => "woods",
                "Gardens" => "Woods",
                "Jardins" => "Bois",
                "2027-09-01" => "2028-09-01",
                "2027-09-30" => "2028-09-30",
                same => same,
            })).collect();
            assert_eq!(site.post_as(&caller(site, path), path, &other).await.status, 303, "{path}");
        }
    }

    async fn of_eight_equal_names_each_gets_an_address_of_its_own(site) {
        for typed in EACH {
            let got = eight(site, &caller(site, typed.0), typed).await;
            assert!(got.iter().all(|one| one.status == 303), "{}", bodies(&got));
            let places: BTreeSet<&str> = got.iter().map(Got::location).collect();
            assert_eq!(places.len(), 8);
        }
        let councils = site.get("/maple/api/v1/councils").await.body;
        let councils: serde_json::Value = serde_json::from_str(&councils).expect("JSON");
        let slugs: BTreeSet<&str> = councils.get("items").and_then(|items| items.as_array()).expect("items").iter().filter_map(|one| one.get("slug")?.as_str()).collect();
        assert_eq!(slugs.len(), 8, "{slugs:?}");
    }
}
