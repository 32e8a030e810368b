//! The directory as it is exchanged, over the whole demo: every answer of its API keeps to HSDS 3.1, to the checks of this project and, where they
//! are at hand (`HSDS_VALIDATORS`, see `tests/hsds`), to those that others wrote.

use crate::{demo::Running, world::World};
use hsds::{
    Organization, Service, ServiceAtLocation, Taxonomy, TaxonomyTerm,
    json::{self, Form, Options},
    objects::Object,
    package::Region,
};
use platform::{
    authority::Caller,
    batch::{
        Verdict,
        at_console::{self, Brought},
    },
    ctx::Ctx,
    testing::Site,
};
use serde_json::Value;
use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

/// The partnerships of the demo that say what there is.
const PLACES: [&str; 2] = ["portage-falls", "hamilton"];

/// All partnerships of the demo.
const DEMO: [&str; 4] = ["portage-falls", "hamilton", "london-middlesex", "medicine-hat"];

/// The answer to a question, which keeps to the standard.
async fn checked<T: Object>(site: &Site, path: &str, form: Form) -> Value {
    let got = site.get(path).await;
    assert_eq!(got.status, 200, "{path}: {}", got.body);
    let said: Value = serde_json::from_str(&got.body).expect("JSON");
    let options = Options { form, near: Some(Region::CANADA), ..Options::default() };
    let findings = json::check(&said, T::TABLE, path, &options);
    let only_nights = |one: &hsds::Finding| one.problem.code() == "closes-before-opening";
    assert!(findings.list.iter().all(only_nights), "{path}: {:#?}", findings.list);
    said
}

/// A member of an answer.
fn member<'a>(said: &'a Value, name: &str) -> &'a Value {
    said.get(name).unwrap_or_else(|| panic!("no {name} in {said}"))
}

/// What is on a page.
fn contents(page: &Value) -> &[Value] {
    member(page, "contents").as_array().expect("contents")
}

/// All pages of a list, and each of its objects by itself.
async fn walk<T: Object>(site: &Site, at: &str) -> usize {
    let (mut number, mut seen) = (1, 0);
    loop {
        let page = checked::<T>(site, &format!("{at}?per_page=40&page={number}"), Form::List).await;
        checked::<T>(site, &format!("{at}?per_page=40&page={number}&full=true&lang=fr"), Form::List).await;
        for one in contents(&page) {
            let id = member(one, "id").as_str().expect("an id");
            let alone = checked::<T>(site, &format!("{at}/{id}"), Form::Full).await;
            assert_eq!(member(&alone, "id"), id);
            seen += 1;
        }
        if member(&page, "last_page") == true {
            assert_eq!(member(&page, "total_items"), seen);
            return seen;
        }
        number += 1;
    }
}

platform::on_both! { kith::rooms();
    async fn every_answer_about_the_demo_keeps_to_the_standard(site) {
        World::on(site).await;
        for place in PLACES {
            let at = |list: &str| format!("/{place}/api/hsds/{list}");
            let services = walk::<Service>(site, &at("services")).await;
            let placed = walk::<ServiceAtLocation>(site, &at("service_at_locations")).await;
            let organizations = walk::<Organization>(site, &at("organizations")).await;
            assert!(services >= 10 && placed >= 5 && organizations >= 3, "{place}: {services} {placed} {organizations}");
        }
        assert_eq!(walk::<Taxonomy>(site, "/hamilton/api/hsds/taxonomies").await, 4);
        assert!(walk::<TaxonomyTerm>(site, "/hamilton/api/hsds/taxonomy_terms").await > 110);
    }
}

platform::on_both! { kith::rooms();
    async fn what_leaves_the_demo_changes_nothing_when_it_comes_back(site) {
        World::on(site).await;
        for place in DEMO {
            let home = site.app.partnership(place, "").await.expect("a database").expect("the demo has it");
            let ctx = Ctx::program(&site.app, Caller::Console, Some(home));
            for file in ["services.csv", "services.xlsx", "services.json", "package.zip"] {
                for lang in ["en", "fr"] {
                    let path = format!("/{place}/api/hsds/{file}?lang={lang}");
                    let got = site.get(&path).await;
                    let brought = Brought::new(file, got.bytes.to_vec()).dry();
                    let told = at_console::import(&ctx, "services", brought).await.unwrap_or_else(|why| panic!("{path}: {why:?}"));
                    let same = told.counts.get(&Verdict::Same).copied().unwrap_or(0);
                    assert!(told.counts.len() == 1 && same > 0, "{path}: {:?} {:?} {:?}", told.counts, told.refused, told.asked);
                }
            }
        }
    }
}

/// The interpreter with the validators of others; none where it is not named, which is said aloud.
fn python() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("HSDS_VALIDATORS").map(PathBuf::from) {
        assert!(named.is_file(), "HSDS_VALIDATORS names no file: {}", named.display());
        return Some(named);
    }
    // Not println!, which is shown of failing tests only.
    let _ = writeln!(
        std::io::stderr(),
        "not run beside the validators of others: HSDS_VALIDATORS names no interpreter (see tests/hsds)"
    );
    None
}

fn standards() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../standards/hsds-3.1/schema")
}

/// The body of an answer, written down beside the others.
fn written(demo: &Running, folder: &Path, path: &str) -> (Value, PathBuf) {
    let answer = demo.get(path);
    let (head, body) = answer.split_once("\r\n\r\n").expect("an answer");
    assert!(head.starts_with("HTTP/1.1 200"), "{path}: {head}");
    let said: Value = serde_json::from_str(body).unwrap_or_else(|error| panic!("{path}: {error}: {body}"));
    let name: String = path.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let file = folder.join(format!("{name}.json"));
    std::fs::write(&file, said.to_string()).expect("written");
    (said, file)
}

/// What the published schemas say of these files.
fn accepted(python: &Path, schema: &str, files: &[PathBuf]) -> bool {
    let mut command = Command::new(python.with_file_name("check-jsonschema"));
    command.arg("--schemafile").arg(standards().join(schema)).args(files);
    command.output().expect("check-jsonschema").status.success()
}

/// Each object of a page as a file of its own.
fn parts(folder: &Path, name: &str, page: &Value) -> Vec<PathBuf> {
    let all = contents(page).iter().enumerate();
    all.map(|(at, one)| {
        let file = folder.join(format!("{name}-{at}.json"));
        std::fs::write(&file, one.to_string()).expect("written");
        file
    })
    .collect()
}

/// The package that the demo gives, unpacked.
fn package(demo: &Running, folder: &Path, path: &str) -> PathBuf {
    let answer = demo.bytes(path);
    let body = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("a head") + 4;
    let bytes = answer.get(body..).expect("a body");
    let to = folder.join("package");
    zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive").extract(&to).expect("unpacked");
    to
}

/// What frictionless says of a package.
fn frictionless(python: &Path, package: &Path) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/hsds/validate.py");
    let told = Command::new(python).arg(script).arg(package).output().expect("frictionless");
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    String::from_utf8(told.stdout).expect("words")
}

#[test]
fn validators_of_others_find_nothing_in_the_answers_of_the_running_demo() {
    let Some(python) = python() else { return };
    let folder = std::env::temp_dir().join(format!("kith-exchanged-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let demo = Running::start(&["--port", "0", "--data", folder.join("data").to_str().expect("a path")]);
    let at = |rest: &str| format!("/portage-falls/api/hsds{rest}");
    for (list, schema, full) in [
        ("services", "compiled/service_list.json", "service.json"),
        ("organizations", "compiled/organization_list.json", "organization.json"),
        ("service_at_locations", "compiled/service_at_location_list.json", "service_at_location.json"),
        ("taxonomies", "taxonomy.json", "taxonomy.json"),
        ("taxonomy_terms", "taxonomy_term.json", "taxonomy_term.json"),
    ] {
        let (page, _) = written(&demo, &folder, &at(&format!("/{list}?per_page=200")));
        assert!(accepted(&python, schema, &parts(&folder, list, &page)), "{list}");
        let ids = contents(&page).iter().filter_map(|one| member(one, "id").as_str());
        let ones: Vec<PathBuf> =
            ids.take(40).map(|id| written(&demo, &folder, &at(&format!("/{list}/{id}"))).1).collect();
        assert!(!ones.is_empty() && accepted(&python, full, &ones), "{list} by id");
    }
    let spoiled = folder.join("spoiled.json");
    std::fs::write(&spoiled, "{\"id\": \"1\", \"name\": \"No state\"}").expect("written");
    assert!(!accepted(&python, "service.json", &[spoiled]), "the control");
    let package = package(&demo, &folder, &at("/package.zip"));
    let told = frictionless(&python, &package);
    assert!(told.trim().ends_with("rows, 0 errors"), "{told}");
    let services = package.join("services.csv");
    let spoiled = std::fs::read_to_string(&services).expect("services").replacen(",active,", ",open?,", 1);
    std::fs::write(&services, spoiled).expect("written");
    assert!(frictionless(&python, &package).contains("services.csv"), "the control");
    let schemathesis = Command::new(python.with_file_name("schemathesis"))
        .args([
            "run",
            "--seed",
            "1",
            "--max-examples",
            "20",
            "--generation-database",
            ":memory:",
            "--no-color",
        ])
        .arg("--url")
        .arg(format!("http://{}/portage-falls/api", demo.address()))
        .arg(format!("http://{}{}", demo.address(), at("/openapi.json")))
        .current_dir(&folder)
        .output()
        .expect("schemathesis");
    assert!(schemathesis.status.success(), "{}", String::from_utf8_lossy(&schemathesis.stdout));
    drop(demo);
    std::fs::remove_dir_all(&folder).expect("the folder was there");
}

#[test]
fn a_package_that_is_refused_at_the_console_is_told_in_words() {
    let folder = std::env::temp_dir().join(format!("kith-refused-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let data = folder.join("data");
    drop(Running::start(&["--port", "0", "--data", data.to_str().expect("a path")]));
    let file = folder.join("services.json");
    std::fs::write(&file, "[]").expect("written");
    let told = Command::new(env!("CARGO_BIN_EXE_kith"))
        .args(["import", "services", "--partnership", "hamilton", "--dry-run", "--data"])
        .args([&data, &file])
        .output()
        .expect("the program");
    let said = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(!told.status.success() && said.contains("no service in it"), "{said}");
    std::fs::remove_dir_all(&folder).expect("the folder was there");
}
