//! A person asks what is held about her and to be forgotten: everything is shown, then nothing of it is found anywhere.

mod services;

use platform::{
    authority::{Caller, Grant, Office},
    consent::{Basis, EVERYTHING, NewConsent},
    ctx::{Ctx, PUBLIC, Partnership},
    db::{Json, Kind, Tx},
    ids::PartnershipId,
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
/// An address that her record held before.
const OLD: &str = "quorbelina@oldzyx.example";
const WORDS: [&str; 4] = [NAME, NOTE, MAIL, OLD];

/// Somebody of the demo who holds a seat, renamed so that whatever says her name says it of her.
struct Story {
    here: Arc<Partnership>,
    coordinator: Caller,
    person: Uuid,
    /// Who stands in for her.
    alternate: Uuid,
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
             AND t.starts_on < $2 AND (t.ends_on IS NULL OR t.ends_on > $2)
             AND NOT EXISTS (SELECT 1 FROM contact_point c WHERE c.partnership_id = p.partnership_id AND c.person_id = p.id AND c.kind = 'mail'
               AND c.organization_id IS NULL)
             ORDER BY p.id LIMIT 1",
            here.id,
            site.app.clock.now().day_in(&jiff::tz::TimeZone::UTC)
        )
        .expect("a holder");
        tx.done().await.expect("ended");
        let ctx = Ctx::program(&site.app, Caller::Console, Some(Arc::clone(&here)));
        let mut tx = ctx.write(PUBLIC).await.expect("a transaction");
        let alternate = partners::NewPerson::new("Ana Alternate", Lang::En);
        let alternate = partners::add_person(&mut tx, &alternate).await.expect("a person").0;
        tx.commit().await.expect("kept");
        let story = Self { here, coordinator, person, alternate };
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
        self.post(site, "/contacts", &[("kind", "mail"), ("value", OLD), ("visibility", "staff")]).await;
        let ctx = Ctx::program(&site.app, Caller::Console, Some(Arc::clone(&self.here)));
        let mut tx = ctx.write(PUBLIC).await.expect("a transaction");
        self.change_address(&mut tx).await;
        for to in [MAIL, "QUORBELINA@OldZyx.example"] {
            tx.send_mail(Mail {
                to: Recipient::parse(to).expect("an address"),
                lang: Lang::Fr,
                subject: format!("To {NAME}").into(),
                body: NOTE.to_owned(),
                purpose: "test",
                unsubscribe: None,
            })
            .await
            .expect("a mail");
        }
        self.sit(&mut tx).await;
        self.sign_in(&mut tx).await;
        tx.withdraw_consent(self.person, EVERYTHING, "by-phone", Lang::Fr).await.expect("a no");
        tx.commit().await.expect("kept");
        let asked = site.post_as(&Caller::Anonymous, "/sign-in", &[("mail", MAIL)]).await;
        assert_eq!(asked.status, 303, "{}", asked.body);
        self.express_interest(site).await;
        self.is_asked(site).await;
    }

    /// Her record gets another address: the one before stands in the history alone.
    async fn change_address(&self, tx: &mut Tx) {
        let staff = partners::Reader::Staff;
        let has = partners::contacts_of_person(tx, staff, partners::PersonId(self.person)).await;
        let has = has.expect("contact points").into_iter().find(|one| one.value == OLD).expect("her address");
        let change = "UPDATE contact_point SET value = $1 WHERE partnership_id = $2 AND id = $3";
        sql!(tx, must, change, MAIL, self.here.id, has.id).expect("changed");
        let (was, is) = (serde_json::json!({"value": OLD}), serde_json::json!({"value": MAIL}));
        let of = platform::ids::Ref::new("person", self.person);
        tx.audit("contact.changed", of, Some(&was), Some(&is)).await.expect("remembered");
    }

    /// Her seat: who stands in for her, and what the staff noted about it, as they noted it first and as it stands.
    async fn sit(&self, tx: &mut Tx) {
        let (here, today) = (self.here.id, tx.now().day_in(&jiff::tz::TimeZone::UTC));
        let seat = sql!(
            tx,
            value Uuid,
            "UPDATE seat_term SET alternate_id = $1 WHERE partnership_id = $2 AND person_id = $3 AND left_on IS NULL
             AND starts_on < $4 AND (ends_on IS NULL OR ends_on > $4) RETURNING seat_id",
            self.alternate,
            here,
            self.person,
            today
        )
        .expect("her term");
        let note = format!("{NAME} asked for “{NAME}” on the door");
        let text = serde_json::json!({"en": {"text": note, "state": "current", "on": "2026-11-22"}});
        let stored = Json(text.clone());
        sql!(tx, must, "UPDATE seat SET note = $1 WHERE partnership_id = $2 AND id = $3", stored, here, seat)
            .expect("noted");
        let of = platform::ids::Ref::new("seat", seat);
        let (was, is) = (serde_json::json!({"note": NAME}), serde_json::json!({"note": text}));
        tx.audit("seat.changed", of, Some(&was), Some(&is)).await.expect("remembered");
        let belongs = NewConsent {
            purpose: "council-letters",
            basis: Basis::Membership,
            since: Some(today.saturating_sub(jiff::ToSpan::days(30))),
            ended: None,
            how: "seat",
            wording: "",
            lang: Lang::En,
            evidence: None,
        };
        tx.record_consent(self.alternate, &belongs).await.expect("a fact");
    }

    /// She signs in, and waits for a link to sign in once more.
    async fn sign_in(&self, tx: &mut Tx) {
        let mail = accounts::Mail::parse(MAIL).expect("an address");
        let new = accounts::NewAccount { mail, name: NAME.into(), lang: Lang::Fr };
        let account = accounts::create_account(tx, &new).await.expect("an account");
        let grant = Grant { office: Office::Reader, partnership: Some(self.here.id), on: None };
        accounts::grant(tx, account, &grant).await.expect("a grant");
        accounts::begin_sign_in(tx, account, NOTE).await.expect("a device");
        tx.issue_ticket("test", serde_json::json!({"account": account, "of": NAME}), 600)
            .await
            .expect("a ticket");
    }

    async fn express_interest(&self, site: &Site) {
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
                    ("email", OLD),
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
        let mut found = self.found_in(site, Some(self.here.id)).await;
        found.extend(self.found_in(site, None).await);
        found
    }

    async fn found_in(&self, site: &Site, whose: Option<PartnershipId>) -> Vec<String> {
        let mut tx = site.app.db.reading(whose, site.app.clock.now()).await.expect("a transaction");
        let mut found = Vec::new();
        for table in tx.schema().await.expect("a schema") {
            for (column, kind) in &table.columns {
                if !matches!(kind, Kind::Text | Kind::Json) {
                    continue;
                }
                for word in WORDS {
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
        for word in WORDS {
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

/// All that is held about her stands on one page and in one file, and is found in the tables.
async fn is_all_told(site: &Site, story: &Story) {
    let data = format!("/portage-falls/work/people/{}/data", story.person);
    let page = site.get_as(&story.coordinator, &data).await;
    assert_eq!(page.status, 200, "{}", page.body);
    for word in [
        NAME,
        NOTE,
        MAIL,
        OLD,
        "Expression of interest",
        "Said no",
        "<dt>Seat",
        "Account to sign in",
        "Reader",
        "Named as somebody to ask",
    ] {
        assert!(page.body.contains(word), "the page of what is held does not say {word}");
    }
    let file = site.get_as(&story.coordinator, &format!("{data}?as=csv")).await;
    assert!(file.body.contains(NOTE) && file.body.contains(MAIL), "{}", file.body);
    let found = story.found(site).await.join(" ");
    for place in [
        "account.name",
        "seat.note",
        "audit_entry.after",
        "ticket.about",
        "job.about",
        "sign_in.device",
        "mail.recipient",
        "service.about",
        "service.facts",
        "service.beyond",
        "batch_row.cells",
        "batch_row.before",
    ] {
        assert!(found.contains(place), "the search finds what is there: {place} in {found}");
    }
}

async fn forgotten(site: &Site) {
    let story = Story::begin(site).await;
    is_all_told(site, &story).await;
    let data = format!("/portage-falls/work/people/{}/data", story.person);
    let vacant = vacancies(site).await;
    site.app.clock.advance(1);
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
    story.others_stay(site).await;
    let mut tx = site.app.db.reading(Some(story.here.id), site.app.clock.now()).await.expect("a transaction");
    let facts = tx.consent_facts(story.person).await.expect("facts");
    let other = tx.consent_facts(story.alternate).await.expect("facts");
    let yesterday = site.app.clock.now().day_in(&story.here.zone).saturating_sub(jiff::ToSpan::days(1));
    assert_eq!(
        other.last().and_then(|fact| fact.ended),
        Some(yesterday),
        "who stood in for her belongs no longer"
    );
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
