//! Every code that an answer can carry is told on one page, and problem documents lead there.

use http::{Request, header};
use platform::testing::Site;
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// Refusals that only the console speaks.
const CONSOLE: [&str; 3] =
    ["kith/src/console.rs", "platform/src/config/mod.rs", "platform/src/backup/mod.rs"];

/// The files below a folder of sources, tests left out.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        let name = entry.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if entry.is_dir() {
            if !matches!(name.as_str(), "tests" | "testing") {
                sources(&entry, found);
            }
        } else if name.ends_with(".rs") && name != "tests.rs" {
            found.push(entry);
        }
    }
}

/// The codes in a source: `= "code"` in `refusals!`, and what a `fn code` of a refusal written out gives.
fn codes(text: &str) -> Vec<String> {
    let quoted = |line: &str, mark: &str| {
        let (_, rest) = line.split_once(mark)?;
        rest.split_once('"').map(|(code, _)| code.to_owned())
    };
    let mut found = Vec::new();
    let (mut declared, mut written) = (false, false);
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        declared |= line.contains("refusals! {");
        written |= line.contains("Refusal for ");
        if line == "}" {
            (declared, written) = (false, false);
        }
        found.extend(declared.then(|| quoted(line, "= \"")).flatten());
        found.extend(written.then(|| quoted(line, "=> \"")).flatten());
    }
    found
}

fn all_codes() -> BTreeSet<String> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for room in std::fs::read_dir(&crates).expect("the crates") {
        let src = room.expect("a crate").path().join("src");
        if src.is_dir() {
            sources(&src, &mut files);
        }
    }
    files.retain(|file| !CONSOLE.iter().any(|console| file.ends_with(console)));
    files.iter().flat_map(|file| codes(&std::fs::read_to_string(file).expect("a source"))).collect()
}

#[tokio::test]
async fn every_refusal_of_every_room_has_its_place_on_the_page_of_codes() {
    let site = Site::sqlite(kith::rooms()).await;
    let ask = |accept: &str, lang: &str| {
        let request = Request::get("/api/errors").header(header::HOST, "kith.test");
        request.header(header::ACCEPT, accept).header(header::ACCEPT_LANGUAGE, lang).body(Default::default())
    };
    let got = site.send(ask("application/json", "fr").expect("a request")).await;
    assert_eq!((got.status, got.headers["content-type"].as_bytes()), (200, b"application/json".as_slice()));
    let told: serde_json::Value = serde_json::from_str(&got.body).expect("JSON");
    let told = told["errors"].as_array().expect("a list");
    let told_codes: BTreeSet<String> =
        told.iter().filter_map(|one| one["code"].as_str().map(str::to_owned)).collect();
    assert_eq!(told_codes.len(), told.len(), "no code twice");
    let known = all_codes();
    assert!(known.len() > 60, "the sources were read: {}", known.len());
    let missing: Vec<_> = known.difference(&told_codes).collect();
    assert!(missing.is_empty(), "a room does not list its refusals: {missing:?}");
    // What has words for an error page is on the page of codes too.
    let words = include_str!("../../../platform/words/en.ftl");
    let failures = words.lines().filter_map(|line| line.split_once("-what-now = ")?.0.strip_prefix("error-"));
    for failure in failures {
        assert!(told_codes.contains(failure), "{failure}");
    }
    for one in told {
        let detail = one["detail"].as_str().unwrap_or_default();
        assert!(!detail.is_empty() && !detail.contains('⟦') && !detail.contains("{$"), "{one}");
    }
    let page = site.send(ask("text/html,*/*;q=0.8", "en").expect("a request")).await;
    for code in &told_codes {
        assert!(page.body.contains(&format!("<section id=\"{code}\">")), "{code}");
    }
    assert_eq!(platform::testing::pages::complaints_about(&page.body), Vec::<String>::new());
    let problem = site.get("/maple/api/v1/nowhere").await;
    let problem: serde_json::Value = serde_json::from_str(&problem.body).expect("a problem document");
    assert_eq!(problem["type"], "/api/errors#not-found");
}
