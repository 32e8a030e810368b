//! Every address of the program and who gets what there: `routes.txt`, written by asking.
//!
//! `KITH_BLESS=1` writes the file anew; what changed in it is read like code.

use crate::planted::{id_of, plant, text_of, without_checks};
use platform::{
    authority::{Caller, Office},
    manifest::{Route, Who},
    testing::{Got, Site},
};
use std::fmt::Write;
use uuid::Uuid;

const HEAD: &str = "# Every address, who may, and what is answered to: nobody, a coordinator elsewhere, a reader here, a coordinator here.
# Ids in the addresses name nothing, so whoever may gets 404 where an object is asked for. Written by a test (KITH_BLESS=1).
";

/// The address with every part filled: ids by `id`, words by what always exists.
fn address(route: &Route, slug: &str, kind: &str, id: Uuid) -> String {
    let fill = |part: &str| match part {
        "{p}" => slug.to_owned(),
        "{lang}" => "en".to_owned(),
        "{kind}" => kind.to_owned(),
        part if part.starts_with('{') => id.to_string(),
        part => part.to_owned(),
    };
    route.path.split('/').map(fill).collect::<Vec<_>>().join("/")
}

async fn ask(site: &Site, route: &Route, caller: &Caller, path: &str) -> Got {
    if route.method == "GET" {
        site.get_as(caller, path).await
    } else {
        site.post_as(caller, path, &[]).await
    }
}

fn told(got: &Got) -> String {
    if got.status == 303 && got.location().starts_with("/sign-in") {
        return "303→sign-in".to_owned();
    }
    got.status.to_string()
}

fn who(route: &Route) -> &'static str {
    match route.who {
        Who::Anyone => "anyone",
        Who::SignedIn => "signed in",
        Who::May(permission) => permission.code,
    }
}

/// Whether a stranger was refused as she must be: told nothing.
fn is_refusal(route: &Route, nobody: &Got, stranger: &Got) -> bool {
    let unknown = told(nobody) == "303→sign-in" || nobody.status == 401 || nobody.status == 404;
    match route.who {
        Who::Anyone => true,
        Who::SignedIn => unknown,
        Who::May(_) => unknown && matches!(stranger.status, 403 | 404),
    }
}

#[tokio::test]
async fn every_address_answers_as_the_list_says() {
    let site = Site::sqlite(kith::rooms()).await;
    let (stranger, reader, coordinator) =
        (site.stranger(), site.holder(Office::Reader, None), site.coordinator());
    let (mut list, mut wrong) = (HEAD.to_owned(), Vec::new());
    for route in site.app.house.rooms.iter().flat_map(|room| &room.routes) {
        let path = address(route, "maple", "kind", Uuid::from_u128(0xBAD));
        let nobody = ask(&site, route, &Caller::Anonymous, &path).await;
        let elsewhere = ask(&site, route, &stranger, &path).await;
        if !is_refusal(route, &nobody, &elsewhere) {
            wrong.push(format!(
                "{} {}: nobody {}, a stranger {}",
                route.method,
                route.path,
                told(&nobody),
                told(&elsewhere)
            ));
        }
        let (reads, runs) =
            (ask(&site, route, &reader, &path).await, ask(&site, route, &coordinator, &path).await);
        if [&nobody, &elsewhere, &reads, &runs].iter().any(|got| got.status >= 500) {
            wrong.push(format!("{} {}: fails", route.method, route.path));
        }
        let told = [&nobody, &elsewhere, &reads, &runs].map(told);
        writeln!(
            list,
            "{:<5} {:<60} {:<22} {:<12} {:<5} {:<5} {}",
            route.method,
            route.path,
            who(route),
            told[0],
            told[1],
            told[2],
            told[3]
        )
        .expect("text");
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    same_as_kept("routes.txt", &list);
    site.end().await;
}

/// Holds `text` against the file kept beside the program, or writes it there.
pub fn same_as_kept(name: &str, text: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if std::env::var_os("KITH_BLESS").is_some() {
        std::fs::write(&path, text).expect("written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let differs: Vec<&str> = text.lines().filter(|line| !kept.lines().any(|known| known == *line)).collect();
    let gone: Vec<&str> = kept.lines().filter(|known| !text.lines().any(|line| line == *known)).collect();
    assert!(
        kept == text,
        "{name} is not as it was: new {differs:#?}, gone {gone:#?}; if that is meant: KITH_BLESS=1"
    );
}

/// What an answer says, without what differs between any two answers.
fn bare(got: &Got, id: Uuid) -> (u16, Vec<String>, String) {
    let names = got.headers.keys().map(ToString::to_string).collect();
    let body = got.body.replace(&id.to_string(), "ID");
    let lines = body.lines().map(without_reference).collect::<Vec<_>>().join("\n");
    (got.status, names, lines)
}

/// A line without the reference numbers of answers and the keys of forms: runs of eight or more letters and digits that hold both.
fn without_reference(line: &str) -> String {
    let mut out = String::new();
    for word in line.split_inclusive(|c: char| !c.is_ascii_alphanumeric()) {
        let core = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        let mixed = core.len() >= 8
            && core.chars().any(|c| c.is_ascii_digit())
            && core.chars().any(|c| c.is_ascii_lowercase());
        out.push_str(if mixed || core.len() == 8 { "#" } else { word });
    }
    out
}

#[tokio::test]
async fn what_belongs_to_another_partnership_is_as_if_it_were_not() {
    let site = Site::sqlite(kith::rooms()).await;
    let mut tx = site.app.db.writing(None, site.app.clock.now()).await.expect("a transaction");
    without_checks(&mut tx).await;
    plant(&mut tx, site.other.id).await;
    tx.commit().await.expect("planted");
    let (foreign, nothing) =
        (id_of(site.other.id), Uuid::from_u128(0xA000_0000_0000_4000_8000_0000_0000_0BAD));
    let mut kinds = vec![text_of(site.other.id)];
    kinds.extend(site.app.house.providers.iter().map(|provider| provider.kind.to_owned()));
    let (mut asked, mut seen_at_home) = (0, 0);
    for route in site.app.house.rooms.iter().flat_map(|room| &room.routes).filter(|route| has_id(route)) {
        let has_kind = route.path.contains("{kind}");
        for kind in kinds.iter().take(if has_kind { usize::MAX } else { 1 }) {
            let of = |slug: &str, id: Uuid| address(route, slug, kind, id);
            for caller in [site.coordinator(), site.stranger(), Caller::Anonymous] {
                let theirs = ask(&site, route, &caller, &of("maple", foreign)).await;
                let random = ask(&site, route, &caller, &of("maple", nothing)).await;
                let (theirs, random) = (bare(&theirs, foreign), bare(&random, nothing));
                assert_eq!(theirs, random, "{} {} tells that something is there", route.method, route.path);
            }
            let home = ask(&site, route, &site.stranger(), &of("other", foreign)).await;
            let absent = ask(&site, route, &site.stranger(), &of("other", nothing)).await;
            asked += 1;
            seen_at_home += i32::from(bare(&home, foreign) != bare(&absent, nothing));
        }
    }
    assert!(seen_at_home > 0, "control: at home none of {asked} addresses found its row");
    site.end().await;
}

/// Whether the address names an object of a partnership.
fn has_id(route: &Route) -> bool {
    let names = |part: &str| part.starts_with('{') && part != "{p}" && part != "{lang}";
    route.path.starts_with("/{p}") && route.path.split('/').any(names)
}

#[tokio::test]
async fn what_is_nowhere_is_not_found_and_the_demo_is_nowhere() {
    let site = Site::sqlite(kith::rooms()).await;
    for path in [
        "/nowhere",
        "/nowhere/at/all",
        "/maple/work/nowhere",
        "/maple/en/nowhere",
        "/maple/xx/nowhere",
        "/demo/sign-in",
    ] {
        for caller in [Caller::Anonymous, site.stranger(), site.coordinator()] {
            assert_eq!(site.get_as(&caller, path).await.status, 404, "{path}");
            assert_eq!(site.post_as(&caller, path, &[]).await.status, 404, "POST {path}");
        }
    }
    site.end().await;
}

#[tokio::test]
async fn the_pages_of_all_rooms_are_well_made() {
    let site = Site::sqlite(demo::among(kith::rooms())).await;
    assert!(platform::testing::pages::check_samples(&site) > 0);
    site.end().await;
}
