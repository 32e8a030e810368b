//! A person asks what is held about her and to be forgotten: everything is shown, then nothing of it is found anywhere.

use platform::{
    authority::{Caller, Grant, Office},
    consent::EVERYTHING,
    ctx::{Ctx, PUBLIC, Partnership},
    db::Kind,
    langs::Lang,
    mail::{Mail, Recipient},
    sql,
    testing::Site,
};
use std::{path::Path, sync::Arc};
use uuid::Uuid;

/// Words that stand nowhere but in what is held about her.
const NAME: &str = "Quorbelina Zyx";
const NOTE: &str = "plays the hurdygurdyx";
const MAIL: &str = "quorbelina@zyx.example";

/// Somebody of the demo who holds a seat, renamed so that whatever says her name says it of her.
struct Story {
    here: Arc<Partnership>,
    coordinator: Caller,
    person: Uuid,
}

impl Story {
    async fn begin(site: &Site) -> Self {
        demo::world::load::build(&site.app).await.expect("the demo's world");
        let here =
            site.app.partnership("portage-falls", "").await.expect("an answer").expect("a partnership");
        let grant = Grant { office: Office::Coordinator, partnership: Some(here.id), on: None };
        let coordinator = site.caller(vec![grant]);
        let mut tx = site.app.db.reading(Some(here.id), site.app.clock.now()).await.expect("a transaction");
        let (person, version) = sql!(
            tx,
            one(Uuid, i64),
            "SELECT p.id, p.version FROM person p JOIN seat_term t ON t.partnership_id = p.partnership_id AND t.person_id = p.id
             WHERE p.partnership_id = $1 AND t.left_on IS NULL AND p.binned_at IS NULL
             AND t.starts_on < $2 AND (t.ends_on IS NULL OR t.ends_on > $2) ORDER BY p.id LIMIT 1",
            here.id,
            site.app.clock.now().day_in(&jiff::tz::TimeZone::UTC)
        )
        .expect("a holder");
        tx.done().await.expect("ended");
        let story = Self { here, coordinator, person };
        story.fill(site, version).await;
        story
    }

    /// Everything that rooms can hold about her.
    async fn fill(&self, site: &Site, version: i64) {
        let version = version.to_string();
        let facts = [
            ("name", NAME),
            ("lang", "fr"),
            ("visibility", "partners"),
            ("note", NOTE),
            ("version", version.as_str()),
        ];
        self.post(site, "", &facts).await;
        self.post(site, "/contacts", &[("kind", "mail"), ("value", MAIL), ("visibility", "staff")]).await;
        let ctx = Ctx::program(&site.app, Caller::Console, Some(Arc::clone(&self.here)));
        let mut tx = ctx.write(PUBLIC).await.expect("a transaction");
        let to = Recipient::parse(MAIL).expect("an address");
        let (subject, body) = (format!("To {NAME}"), NOTE.to_owned());
        tx.send_mail(Mail {
            to,
            lang: Lang::Fr,
            subject: subject.into(),
            body,
            purpose: "test",
            unsubscribe: None,
        })
        .await
        .expect("a mail");
        tx.withdraw_consent(self.person, EVERYTHING, "by-phone", Lang::Fr).await.expect("a no");
        tx.commit().await.expect("kept");
        let council = site.get("/portage-falls/api/v1/councils").await.body;
        let council: serde_json::Value = serde_json::from_str(&council).expect("JSON");
        let slug =
            council.pointer("/items/0/slug").and_then(serde_json::Value::as_str).expect("a body").to_owned();
        let said = site
            .post_as(
                &Caller::Anonymous,
                &format!("/portage-falls/fr/who-we-are/{slug}/interest"),
                &[
                    ("name", NAME),
                    ("email", MAIL),
                    ("speaks_for", ""),
                    ("body", NOTE),
                    ("lang", "fr"),
                    ("agree", "yes"),
                ],
            )
            .await;
        assert_eq!(said.status, 303, "{}", said.body);
    }

    async fn post(&self, site: &Site, rest: &str, fields: &[(&str, &str)]) {
        let path = format!("/portage-falls/work/people/{}{rest}", self.person);
        let got = site.post_as(&self.coordinator, &path, fields).await;
        assert_eq!(got.status, 303, "{path}: {}", got.body);
    }

    /// Tables and columns in which one of her words stands.
    async fn found(&self, site: &Site) -> Vec<String> {
        let mut tx =
            site.app.db.reading(Some(self.here.id), site.app.clock.now()).await.expect("a transaction");
        let mut found = Vec::new();
        for table in tx.schema().await.expect("a schema") {
            for (column, kind) in &table.columns {
                if !matches!(kind, Kind::Text | Kind::Json) {
                    continue;
                }
                for word in [NAME, NOTE, MAIL] {
                    let text = format!(
                        "SELECT count(*) FROM \"{}\" WHERE CAST(\"{column}\" AS TEXT) LIKE $1",
                        table.name
                    );
                    if sql!(tx, value i64, &text, format!("%{word}%")).expect("counted") > 0 {
                        found.push(format!("{}.{column}: {word}", table.name));
                    }
                }
            }
        }
        found
    }
}

/// Whether a file of the folder holds one of her words, folders within it and all.
fn raw(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(raw(&path));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap_or_default();
        for word in [NAME, NOTE, MAIL] {
            if bytes.windows(word.len()).any(|part| part == word.as_bytes()) {
                found.push(format!("{}: {word}", path.display()));
            }
        }
    }
    found
}

/// Vacant seats of all groups, as the public API counts them.
async fn vacancies(site: &Site) -> u64 {
    let councils = site.get("/portage-falls/api/v1/councils").await.body;
    let councils: serde_json::Value = serde_json::from_str(&councils).expect("JSON");
    let items = councils.get("items").and_then(|items| items.as_array()).expect("items");
    items.iter().filter_map(|one| one.get("seats_vacant")?.as_u64()).sum()
}

async fn forgotten(site: &Site) {
    let story = Story::begin(site).await;
    let data = format!("/portage-falls/work/people/{}/data", story.person);
    let page = site.get_as(&story.coordinator, &data).await;
    assert_eq!(page.status, 200, "{}", page.body);
    for word in [NAME, NOTE, MAIL, "Expression of interest", "Said no", "<dt>Seat"] {
        assert!(page.body.contains(word), "the page of what is held does not say {word}");
    }
    let file = site.get_as(&story.coordinator, &format!("{data}?as=csv")).await;
    assert!(file.body.contains(NOTE) && file.body.contains(MAIL), "{}", file.body);
    assert!(!story.found(site).await.is_empty(), "the search finds what is there");
    let vacant = vacancies(site).await;
    let erasure = format!("/portage-falls/work/people/{}/erasure", story.person);
    let unsure = site.post_as(&story.coordinator, &erasure, &[("why", "")]).await;
    assert_eq!(unsure.status, 422, "without a reason nothing is erased");
    let done = site.post_as(&story.coordinator, &erasure, &[("why", "asked")]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    assert_eq!(story.found(site).await, Vec::<String>::new(), "something of her is left");
    assert!(vacancies(site).await > vacant, "her seat is vacant from today");
    let certificate = site.get_as(&story.coordinator, done.location()).await;
    assert_eq!(certificate.status, 200, "{}", certificate.body);
    assert!(!certificate.body.contains(NAME) && certificate.body.contains("The person asked for it"));
    assert_eq!(site.get_as(&story.coordinator, &data).await.status, 404);
    let mut tx = site.app.db.reading(Some(story.here.id), site.app.clock.now()).await.expect("a transaction");
    let facts = tx.consent_facts(story.person).await.expect("facts");
    assert_eq!(facts.len(), 1, "her no is obeyed for as long as her address could come back");
}

#[tokio::test]
async fn who_asks_to_be_forgotten_is_found_in_no_table_and_no_file_on_sqlite() {
    let site = Site::sqlite(kith::rooms()).await;
    forgotten(&site).await;
    let base = rusqlite::Connection::open(site.folder().join("kith.sqlite")).expect("the file");
    base.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("a checkpoint");
    assert_eq!(raw(site.folder()), Vec::<String>::new(), "a file still holds her words");
}

#[tokio::test]
async fn who_asks_to_be_forgotten_is_found_in_no_table_on_postgresql() {
    let Some(site) = Site::postgres(kith::rooms()).await else { return };
    forgotten(&site).await;
    site.end().await;
}

#[tokio::test]
async fn a_person_in_the_bin_is_erased_after_ninety_days_and_not_before() {
    let site = Site::sqlite(kith::rooms()).await;
    let story = Story::begin(&site).await;
    let job =
        kith::rooms().into_iter().flat_map(|room| room.jobs).find(|job| job.kind == "partners.empty-bin");
    let job = job.expect("the job");
    for (days, left) in [(89, 1), (91, 0)] {
        let binned_at = site.app.clock.now().plus_seconds(-days * 86_400);
        let mut tx =
            site.app.db.writing(Some(story.here.id), site.app.clock.now()).await.expect("a transaction");
        sql!(tx, run, "UPDATE person SET binned_at = $1 WHERE id = $2", binned_at, story.person)
            .expect("binned");
        tx.commit().await.expect("kept");
        let ctx = Ctx::program(&site.app, Caller::Job(job.kind), Some(Arc::clone(&story.here)));
        (job.run)(&ctx, &serde_json::Value::Null).await.expect("a quiet end");
        let mut tx =
            site.app.db.reading(Some(story.here.id), site.app.clock.now()).await.expect("a transaction");
        let there =
            sql!(tx, value i64, "SELECT count(*) FROM person WHERE id = $1", story.person).expect("counted");
        assert_eq!(there, left, "after {days} days");
    }
}
