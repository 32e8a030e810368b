//! What anyone gets to see, on pages and through the API.

use crate::{
    CouncilId, NewSeat, SeatFacts, add_council, add_seats,
    public::{
        body::{self, BodyPage},
        index::{self, WhoPage},
    },
    rules::{
        terms::{AskForTerm, Holder},
        tree::Kind,
    },
    seen,
    store::bodies::{CouncilFacts, find_council, find_council_by_slug, update_closed},
};
use jiff::civil::{Date, date};
use partners::{NewOrganization, NewPerson, Reader, Visibility};
use platform::{
    authority::Caller,
    ctx::{Ctx, Face, PUBLIC},
    db::Tx,
    langs::Lang,
    partnership::Facts,
    reach::Contact,
    testing::{Site, pages::complaints_about},
    text::Text,
    thread::Thread,
};
use serde_json::Value;

const DAY: Date = date(2026, 11, 22);
/// Stands in everything that nobody outside may see, and nowhere else.
const CANARY: &str = "Zeisig";

fn text(words: &str) -> Text {
    Text::both(words, words, DAY)
}

fn facts(name: &str, parent: Option<CouncilId>) -> CouncilFacts {
    CouncilFacts {
        kind: Kind::SubCouncil,
        word: Text::default(),
        name: text(name),
        outcome: text("Everybody finds a doctor."),
        mandate: text("Meets in spring."),
        parent,
        position: 0,
        open: true,
        seat_limit: None,
    }
}

async fn person(tx: &mut Tx, name: &str, visibility: Visibility) -> AskForTerm {
    let person =
        partners::add_person(tx, &NewPerson { visibility, ..NewPerson::new(name, Lang::En) }).await.unwrap();
    AskForTerm {
        holder: Holder::Person(person),
        alternate: None,
        starts_on: date(2026, 1, 1),
        starts_about: false,
        ends_on: Some(date(2026, 12, 31)),
    }
}

fn seat(category: &str, visibility: Visibility, term: Option<AskForTerm>) -> NewSeat {
    let facts = SeatFacts { visibility, ..SeatFacts::of(text(category)) };
    NewSeat { facts, terms: term.into_iter().map(|term| (term, None)).collect() }
}

/// A council with a body below it, on which everything that is not public says the canary.
async fn a_body_with_secrets(site: &Site) -> CouncilId {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(crate::can::SET_UP_COUNCILS).await.unwrap();
    let top = add_council(&mut tx, "central", &facts("Central Council", None)).await.unwrap();
    let body = add_council(&mut tx, "health", &facts("Health and Wellness", Some(top))).await.unwrap();
    let clinic = NewOrganization::new("clinic", text("Maple Clinic"));
    let clinic = partners::add_organization(&mut tx, &clinic).await.unwrap();
    let mut hidden = Vec::new();
    for (slug, visibility) in [("circle", Visibility::Partners), ("office", Visibility::Staff)] {
        let name = text(&format!("{CANARY} {slug}"));
        let new = NewOrganization { visibility, ..NewOrganization::new(slug, name).informal() };
        hidden.push(partners::add_organization(&mut tx, &new).await.unwrap());
    }
    let open = person(&mut tx, "Nadia Haddad", Visibility::Public).await;
    let shy = person(&mut tx, &format!("{CANARY} One"), Visibility::Partners).await;
    let shier = person(&mut tx, &format!("{CANARY} Two"), Visibility::Staff).await;
    let other = person(&mut tx, &format!("{CANARY} Three"), Visibility::Public).await;
    let mut seats = vec![
        seat("Primary care", Visibility::Public, Some(open)),
        seat("Faith", Visibility::Public, Some(shy)),
        seat("Arts", Visibility::Public, Some(shier)),
        seat(&format!("{CANARY} seat"), Visibility::Staff, Some(other)),
        seat(&format!("{CANARY} place"), Visibility::Partners, None),
        seat("Housing", Visibility::Public, None),
    ];
    for (seat, organization) in seats.iter_mut().zip([clinic, hidden[0], hidden[1], clinic]) {
        seat.facts.organization = Some(organization);
        seat.facts.note = text(&format!("{CANARY} note"));
    }
    add_seats(&mut tx, body, &seats).await.unwrap();
    tx.commit().await.unwrap();
    body
}

fn public(site: &Site) -> Ctx {
    Ctx {
        face: Face::Public,
        path: "/maple/en/who-we-are".into(),
        ..site.ctx(platform::authority::Caller::Anonymous)
    }
}

/// Both public pages, made for `reader`.
async fn pages_for(site: &Site, reader: Reader) -> [String; 2] {
    let ctx = public(site);
    let mut tx = ctx.read(PUBLIC).await.unwrap();
    let bodies = seen::bodies(&mut tx, reader, DAY).await.unwrap();
    let council = find_council_by_slug(&mut tx, "health").await.unwrap().unwrap();
    let one = seen::body(&mut tx, reader, council, DAY).await.unwrap();
    tx.done().await.unwrap();
    let page = BodyPage { body: one, thread: Thread::default(), versions: Vec::new(), leads: Vec::new() };
    [index::view(&ctx, &WhoPage { bodies }).into_string(), body::view(&ctx, &page).into_string()]
}

async fn json(site: &Site, path: &str) -> Value {
    let got = site.get(path).await;
    assert_eq!(got.status, 200, "{path}: {}", got.body);
    serde_json::from_str(&got.body).unwrap()
}

platform::on_both! { vec![areas::manifest(), partners::manifest(), crate::manifest()];
    async fn anyone_sees_the_bodies_and_what_each_is_for(site) {
        a_body_with_secrets(site).await;
        for lang in ["en", "fr", "ar"] {
            let got = site.get(&format!("/maple/{lang}/who-we-are")).await;
            assert_eq!((got.status, complaints_about(&got.body)), (200, vec![]), "{lang}");
            assert!(got.body.contains(&format!("href=\"/maple/{lang}/who-we-are/health\"")));
            assert!(got.body.contains("Everybody finds a doctor."));
        }
        let got = site.get("/maple/en/who-we-are").await;
        assert!(got.body.contains("Sub-council · 6 seats, 2 vacant"), "{}", got.body);
        assert!(got.body.len() < 14_000 * 3, "{}", got.body.len());
    }

    async fn a_bodys_page_names_who_may_be_named_and_asks_others_in(site) {
        a_body_with_secrets(site).await;
        let got = site.get("/maple/en/who-we-are/health").await;
        assert_eq!((got.status, complaints_about(&got.body)), (200, vec![]));
        let listed = got.body.matches(">Vacant<").count();
        assert_eq!(listed, 1, "of the two that are counted one is in the list: {}", got.body);
        assert!(got.body.contains("6 seats, 2 vacant. One vacant seat is not in the list."), "{}", got.body);
        for words in ["Nadia Haddad", "Maple Clinic", "a partner", "Meets in spring.", "2 more seats"] {
            assert!(got.body.contains(words), "{words}: {}", got.body);
        }
        assert!(got.body.contains("/maple/en/who-we-are/health/interest"));
        assert_eq!(site.get("/maple/en/who-we-are/nowhere").await.status, 404);
    }

    async fn what_is_not_public_is_on_no_public_page_and_in_no_answer(site) {
        let body = a_body_with_secrets(site).await;
        let coordinator = site.coordinator();
        for path in ["/maple/en/who-we-are", "/maple/en/who-we-are/health", "/maple/api/v1/councils", &format!("/maple/api/v1/councils/{body}/seats")] {
            for got in [site.get(path).await, site.get_as(&coordinator, path).await] {
                assert_eq!(got.status, 200, "{path}");
                assert!(!got.body.contains(CANARY), "{path}: {}", got.body);
            }
        }
        for page in pages_for(site, Reader::Public).await {
            assert!(!page.contains(CANARY));
        }
        // The control: the same pages, made with eyes that see everything, do say it.
        let [_, page] = pages_for(site, Reader::Staff).await;
        for words in ["circle", "office", "One", "Two", "Three", "seat", "place"] {
            assert!(page.contains(&format!("{CANARY} {words}")), "{words}");
        }
        assert!(pages_for(site, Reader::Partner).await[1].contains(&format!("{CANARY} place")));
    }

    async fn a_program_reads_bodies_and_seats_page_by_page(site) {
        let body = a_body_with_secrets(site).await;
        let first = json(site, "/maple/api/v1/councils?limit=1").await;
        assert_eq!(first["items"][0]["slug"], "central");
        let next = first["next"].as_str().unwrap();
        let second = json(site, &format!("/maple/api/v1/councils?limit=1&cursor={next}")).await;
        let health = &second["items"][0];
        assert_eq!((&health["slug"], &second["next"]), (&"health".into(), &Value::Null));
        assert_eq!((&health["seats_total"], &health["seats_vacant"]), (&6.into(), &2.into()));
        assert_eq!(health["name"]["fr"], "Health and Wellness");
        assert_eq!(health["partners"].as_array().unwrap().len(), 1);
        assert_eq!(health["url"], "http://kith.test/maple/en/who-we-are/health");
        assert_eq!(health["parent"], first["items"][0]["id"]);
        let mut path = format!("/maple/api/v1/councils/{body}/seats?limit=2");
        let mut seats = Vec::new();
        loop {
            let page = json(site, &path).await;
            seats.extend(page["items"].as_array().unwrap().clone());
            let Some(next) = page["next"].as_str() else { break };
            path = format!("/maple/api/v1/councils/{body}/seats?limit=2&cursor={next}");
        }
        assert_eq!(seats.iter().map(|seat| seat["number"].as_i64().unwrap()).collect::<Vec<_>>(), [1, 2, 3, 6]);
        assert_eq!((&seats[0]["holder"], &seats[0]["state"]), (&"Nadia Haddad".into(), &"ending".into()));
        assert_eq!((&seats[1]["holder"], &seats[1]["organization"]), (&Value::Null, &Value::Null));
        assert_eq!((&seats[3]["vacant"], &seats[3]["until"]), (&true.into(), &Value::Null));
    }

    async fn a_program_is_told_what_was_wrong_and_gets_nothing_twice(site) {
        let body = a_body_with_secrets(site).await;
        for wrong in ["/maple/api/v1/councils?limit=0", "/maple/api/v1/councils?cursor=x", &format!("/maple/api/v1/councils/{body}/seats?cursor=WyJ4IiwiMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAwIl0")] {
            let got = site.get(wrong).await;
            assert_eq!((got.status, &got.headers["content-type"]), (400, &"application/problem+json".parse().unwrap()), "{wrong}");
        }
        assert_eq!(site.get("/maple/api/v1/councils/00000000-0000-0000-0000-000000000000/seats").await.status, 404);
        assert_eq!(site.get(&format!("/other/api/v1/councils/{body}/seats")).await.status, 404, "of another partnership");
        let tag = site.get("/maple/api/v1/councils").await.headers["etag"].clone();
        let again = axum::http::Request::get("/maple/api/v1/councils").header("host", "kith.test").header("if-none-match", tag);
        assert_eq!(site.send(again.body(Default::default()).unwrap()).await.status, 304);
    }

    async fn a_closed_body_leaves_the_tree_and_its_page_says_so(site) {
        let body = a_body_with_secrets(site).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(crate::can::SET_UP_COUNCILS).await.unwrap();
        let before = find_council(&mut tx, body).await.unwrap().unwrap();
        let at = tx.now();
        update_closed(&mut tx, &before, Some(at)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!site.get("/maple/en/who-we-are").await.body.contains("who-we-are/health"));
        let got = site.get("/maple/en/who-we-are/health").await;
        assert!(got.body.contains("This group ended on November 22, 2026."), "{}", got.body);
        assert!(!got.body.contains("/interest"), "nobody is asked to join what has ended");
        assert_eq!(json(site, "/maple/api/v1/councils").await["items"].as_array().unwrap().len(), 1);
        assert_eq!(site.get(&format!("/maple/api/v1/councils/{body}/seats")).await.status, 404);
    }

    async fn whoever_expresses_interest_gets_a_receipt_in_her_language_that_nobody_else_can_fill(site) {
        a_body_with_secrets(site).await;
        let mut tx = site.ctx(Caller::Console).write(PUBLIC).await.unwrap();
        let (before, version) = tx.facts().await.unwrap();
        let contact = Contact { mail: "office@example.org".into(), ..Contact::default() };
        tx.change_facts((&before, version), &Facts { contact, ..before.clone() }).await.unwrap();
        tx.commit().await.unwrap();
        let typed = [("name", "Buy now at spam.example"), ("email", "nour@example.org"), ("body", "Buy now"), ("agree", "yes")];
        for lang in ["en", "fr", "ar"] {
            let page = format!("/maple/{lang}/who-we-are/health/interest");
            let sent = site.post_as(&Caller::Anonymous, &page, &typed).await;
            assert_eq!(sent.status, 303, "{}", sent.body);
            platform::jobs::run_due(&site.app).await.unwrap();
        }
        let mut receipts = String::new();
        for entry in std::fs::read_dir(site.folder().join("mail")).unwrap() {
            receipts.push_str(&std::fs::read_to_string(entry.unwrap().path()).unwrap());
        }
        let receipts = receipts.replace("=\r\n", "");
        for said in ["Content-Language: en", "Content-Language: fr", "Content-Language: ar", "deleted two years after the answer", "To: nour@example.org"] {
            assert!(receipts.contains(said), "{said}: {receipts}");
        }
        assert_eq!(receipts.matches("Reply-To: office@example.org").count(), 3);
        assert!(!receipts.contains("spam.example") && !receipts.contains("Buy now"), "{receipts}");
    }

    async fn who_sends_too_often_keeps_what_she_typed(site) {
        a_body_with_secrets(site).await;
        let page = "/maple/en/who-we-are/health/interest";
        let send = async |body: &str| {
            let typed = [("name", "Nour"), ("email", "nour@example.org"), ("body", body), ("agree", "yes")];
            site.post_as(&Caller::Anonymous, page, &typed).await
        };
        for body in ["One", "Two", "Three"] {
            assert_eq!(send(body).await.status, 303, "control: {body}");
        }
        let late = send("Where I come from").await;
        assert!(late.status == 429 && late.body.contains("Where I come from"), "{} {}", late.status, late.body);
        assert!(late.headers.contains_key("retry-after") && late.body.contains("Nothing is lost"), "{}", late.body);
    }

    async fn a_group_that_is_full_still_takes_expressions_for_the_next_call(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(crate::can::SET_UP_COUNCILS).await.unwrap();
        let full = add_council(&mut tx, "full", &facts("Full House", None)).await.unwrap();
        let holder = person(&mut tx, "Nadia Haddad", Visibility::Public).await;
        add_seats(&mut tx, full, &[seat("Primary care", Visibility::Public, Some(holder))]).await.unwrap();
        tx.commit().await.unwrap();
        let page = site.get("/maple/en/who-we-are/full").await.body;
        assert!(page.contains("/maple/en/who-we-are/full/interest"), "{page}");
        assert!(page.contains("kept for the next call"), "{page}");
        a_body_with_secrets(site).await;
        let page = site.get("/maple/en/who-we-are/health").await.body;
        assert!(!page.contains("kept for the next call"), "a seat is vacant: {page}");
        let (names, table) = (page.find("A name stands here only").unwrap(), page.find("<table").unwrap());
        assert!(names < table, "the reason stands beside the seats, not below them");
    }

    async fn what_is_written_in_one_language_only_says_so_in_the_others(site) {
        let only = |words: &str| Text::default().with(Lang::En, words, DAY);
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(crate::can::SET_UP_COUNCILS).await.unwrap();
        let facts = CouncilFacts {
            name: only("Plain Table"), outcome: only("Everybody eats."), mandate: only("Cooks."), word: only("Table"),
            ..facts("", None)
        };
        let council = add_council(&mut tx, "table", &facts).await.unwrap();
        let translated = Text::default().with(Lang::En, "Baker", DAY).with_machine(Lang::Ar, "خباز", DAY);
        let cook = NewSeat { facts: SeatFacts::of(only("Cook")), terms: Vec::new() };
        let baker = NewSeat { facts: SeatFacts::of(translated), terms: Vec::new() };
        add_seats(&mut tx, council, &[cook, baker]).await.unwrap();
        tx.commit().await.unwrap();
        for (lang, chip, word) in [("fr", "en anglais", "Sous-conseil"), ("ar", "باللغة", "مجلس فرعي")] {
            for path in ["/who-we-are", "/who-we-are/table", "/who-we-are/table/interest"] {
                let page = site.get(&format!("/maple/{lang}{path}")).await.body;
                assert_eq!(complaints_about(&page), Vec::<String>::new(), "{lang}{path}");
                assert!(page.contains("<span lang=\"en\" dir=\"ltr\">Plain Table</span> <span class=\"tongue\">"), "{lang}{path}: {page}");
                assert!(page.contains(chip), "{lang}{path}: {page}");
            }
            let page = site.get(&format!("/maple/{lang}/who-we-are/table")).await.body;
            assert!(page.contains("<span lang=\"en\" dir=\"ltr\">Cook</span>") && page.contains(word), "{page}");
            assert_eq!(page.contains("<span class=\"by-machine\">خباز</span>"), lang == "ar");
        }
    }

    async fn every_public_page_reads_well_in_all_samples(site) {
        assert!(platform::testing::pages::check_samples(site) > 0);
    }
}

#[test]
fn the_api_document_parses_and_names_what_the_answers_hold() {
    let document: Value = serde_json::from_str(crate::manifest().openapi).unwrap();
    assert_eq!(document["paths"].as_object().unwrap().len(), 2);
    assert!(document["schemas"]["Seat"]["properties"]["holder"].is_object());
}
