//! Stories across the pages: from a wish to a seat, and from a letter to the mails of each.

use crate::{
    CouncilFacts, CouncilId, NewSeat, SeatFacts, add_council, add_seats, can,
    rules::{
        terms::{AskForTerm, Holder},
        tree::Kind,
    },
    store::expressions::list_rounds,
};
use jiff::civil::date;
use partners::{ContactKind, NewContactPoint, NewPerson, Visibility};
use platform::{
    authority::{Caller, Office},
    ctx::PUBLIC,
    langs::Lang,
    sql,
    testing::{Got, Site},
    text::Text,
};

pub(super) const QUEUE: &str = "/maple/work/councils/expressions";

fn text(words: &str) -> Text {
    Text::both(words, words, date(2026, 11, 22))
}

/// A body `health` with a vacant seat.
pub(super) async fn body(site: &Site) -> CouncilId {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
    let facts = CouncilFacts {
        kind: Kind::SubCouncil,
        word: Text::default(),
        name: text("Health"),
        outcome: text("Everybody finds a doctor."),
        mandate: Text::default(),
        parent: None,
        position: 0,
        open: false,
        seat_limit: None,
    };
    let council = add_council(&mut tx, "health", &facts).await.unwrap();
    add_seats(&mut tx, council, &[NewSeat { facts: SeatFacts::of(text("Residents")), terms: vec![] }])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    council
}

pub(super) async fn wish(site: &Site, lang: &str, fields: &[(&str, &str)]) -> Got {
    let all = [
        ("name", "Espérance Roy"),
        ("email", "esperance@maple.example"),
        ("body", "J’aimerais siéger."),
        ("agree", "yes"),
    ];
    let mut sent: Vec<(&str, &str)> =
        all.into_iter().filter(|(name, _)| fields.iter().all(|(other, _)| other != name)).collect();
    sent.extend(fields);
    site.post_as(&Caller::Anonymous, &format!("/maple/{lang}/who-we-are/health/interest"), &sent).await
}

/// The address of the first expression in the queue.
pub(super) async fn first(site: &Site, caller: &Caller, queue: &str) -> Option<String> {
    let page = site.get_as(caller, &format!("{QUEUE}?queue={queue}")).await.body;
    let from = page.split("href=\"/maple/work/councils/expressions/").nth(1)?;
    from.split('"').next().map(|id| format!("{QUEUE}/{id}"))
}

/// All answers that left (receipts are not answers), as recipient, language, subject and text.
pub(super) async fn mails(site: &Site) -> Vec<(String, String, String, String)> {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
    let all = sql!(
        tx,
        all(String, String, String, String),
        "SELECT recipient, lang, subject, body FROM mail WHERE purpose <> 'expression-receipt' ORDER BY recipient"
    )
    .unwrap();
    tx.done().await.unwrap();
    all
}

fn rooms() -> Vec<platform::manifest::Manifest> {
    vec![areas::manifest(), partners::manifest(), crate::manifest()]
}

platform::on_both! { rooms();
    async fn a_wish_in_french_becomes_a_seat_and_a_mail_in_french(site) {
        let council = body(site).await;
        let set = [("season", "fall"), ("opens_on", "2026-11-01"), ("closes_on", "2026-11-30")];
        assert_eq!(site.post_as(&site.coordinator(), "/maple/work/councils/rounds", &set).await.status, 303);
        assert!(site.get("/maple/fr/who-we-are/health/interest").await.body.contains("Dites-nous ce qu’il vous faut"));
        let sent = wish(site, "fr", &[]).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        assert!(site.get(sent.location()).await.body.contains("C’est reçu"));
        let today = site.get_as(&site.coordinator(), "/maple/work").await.body;
        assert!(today.contains("would like a seat") && today.contains("Vacant seat"), "{today}");
        let path = first(site, &site.coordinator(), "waiting").await.unwrap();
        let page = site.get_as(&site.coordinator(), &path).await.body;
        assert!(page.contains("<blockquote lang=\"fr\"") && page.contains("J’accepte que"), "what she agreed to stands there: {page}");
        assert!(page.contains("The person wrote in French."), "named in the reader's language: {page}");
        let seat = page.split("<option value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
        let accept = [("answer", "accepted"), ("seat", seat.as_str()), ("starts_on", "2026-12-01"), ("words", "À bientôt."), ("version", "1")];
        let answered = site.post_as(&site.coordinator(), &format!("{path}/answer"), &accept).await;
        assert_eq!(answered.status, 303, "{}", answered.body);
        let page = site.get_as(&site.coordinator(), &format!("/maple/work/councils/{council}/seats/{seat}")).await.body;
        assert!(page.contains("Espérance Roy") && page.contains("From Dec 1, 2026"), "{page}");
        let mails = mails(site).await;
        assert_eq!((mails.len(), mails[0].0.as_str(), mails[0].1.as_str()), (1, "esperance@maple.example", "fr"));
        assert!(mails[0].3.contains("un siège vous est attribué") && mails[0].3.contains("À bientôt."), "{}", mails[0].3);
        let twice = site.post_as(&site.coordinator(), &format!("{path}/answer"), &[("answer", "kept"), ("version", "2")]).await;
        assert!(twice.status == 422 && twice.body.contains("has had an answer"), "{}", twice.body);
    }

    async fn a_late_answer_shows_what_is_stored_beside_what_was_typed_and_sends_no_mail(site) {
        body(site).await;
        wish(site, "en", &[]).await;
        let path = first(site, &site.coordinator(), "kept").await.unwrap();
        let early = [("answer", "kept"), ("words", "We keep it for spring."), ("version", "1")];
        let saved = site.post_as(&site.coordinator(), &format!("{path}/answer"), &early).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        let sent = mails(site).await.len();
        let late = [("answer", "declined"), ("words", "All seats are taken, sadly."), ("version", "1")];
        let late = site.post_as(&site.coordinator(), &format!("{path}/answer"), &late).await;
        assert_eq!((late.status, platform::testing::pages::complaints_about(&late.body)), (409, vec![]));
        for part in ["All seats are taken, sadly.", "Both texts side by side", "name=\"version\" value=\"2\"", "Tess Test"] {
            assert!(late.body.contains(part), "{part}: {}", late.body);
        }
        assert_eq!(mails(site).await.len(), sent, "nobody was written to by it");
        assert_eq!(first(site, &site.coordinator(), "kept").await, Some(path), "and it stands as it stood");
    }

    async fn a_late_wish_is_kept_and_enters_the_next_round(site) {
        body(site).await;
        assert_eq!(wish(site, "ar", &[("body", "أود أن أشارك.")]).await.status, 303);
        assert!(first(site, &site.coordinator(), "waiting").await.is_none());
        assert!(first(site, &site.coordinator(), "kept").await.is_some());
        let set = [("season", "spring"), ("opens_on", "2027-04-01"), ("closes_on", "2027-04-30")];
        site.post_as(&site.coordinator(), "/maple/work/councils/rounds", &set).await;
        assert!(first(site, &site.coordinator(), "waiting").await.is_some());
        let again = site.post_as(&site.coordinator(), "/maple/work/councils/rounds", &set).await;
        assert!(again.status == 422 && again.body.contains("Another round starts on April 1, 2027"), "{}", again.body);
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
        assert_eq!(list_rounds(&mut tx).await.unwrap().len(), 1);
    }

    async fn a_wish_without_consent_or_address_is_refused_in_the_readers_language(site) {
        body(site).await;
        let cases = [("agree", "", "Your agreement: Tick this box."), ("email", "nowhere", "address for mail"), ("name", "a\u{202E}b", "direction"), ("body", "", "Write something")];
        for (name, value, words) in cases {
            let again = wish(site, "en", &[(name, value)]).await;
            assert!(again.status == 422 && again.body.contains(words), "{name}: {}", again.body);
        }
        assert_eq!(wish(site, "fr", &[("email", "")]).await.status, 422);
    }

    async fn one_address_does_not_flood_the_queue(site) {
        body(site).await;
        for words in ["One.", "Two.", "Three."] {
            assert_eq!(wish(site, "en", &[("body", words)]).await.status, 303);
        }
        assert_eq!(wish(site, "en", &[("body", "Four.")]).await.status, 429);
        assert_eq!(wish(site, "en", &[("body", "One.")]).await.status, 303, "what came already is no flood");
        assert_eq!(wish(site, "en", &[("email", "other@maple.example")]).await.status, 303);
        let by_phone = |body, phone| [("email", ""), ("phone", phone), ("body", body)];
        for words in ["One.", "Two.", "Three."] {
            assert_eq!(wish(site, "en", &by_phone(words, "905 555-0134")).await.status, 303);
        }
        assert_eq!(wish(site, "en", &by_phone("Four.", "(905) 555-0134")).await.status, 429);
    }

    async fn the_same_form_sent_twice_is_one_wish(site) {
        body(site).await;
        let form = site.get("/maple/en/who-we-are/health/interest").await.body;
        let key = form.split("name=\"_key\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        for _ in 0..2 {
            assert_eq!(wish(site, "en", &[("_key", &key)]).await.status, 303);
        }
        let page = site.get_as(&site.coordinator(), &format!("{QUEUE}?queue=kept")).await.body;
        assert!(page.contains("Kept (1)"), "{page}");
    }

    async fn nobody_is_turned_down_without_a_word(site) {
        body(site).await;
        wish(site, "en", &[]).await;
        let path = first(site, &site.coordinator(), "kept").await.unwrap();
        let silent = site.post_as(&site.coordinator(), &format!("{path}/answer"), &[("answer", "declined"), ("version", "1")]).await;
        assert!(silent.status == 422 && silent.body.contains("Write a few words"), "{}", silent.body);
        let kind = [("answer", "declined"), ("words", "The seat went to a neighbour."), ("version", "1")];
        assert_eq!(site.post_as(&site.coordinator(), &format!("{path}/answer"), &kind).await.status, 303);
        assert!(mails(site).await[0].3.contains("The seat went to a neighbour."));
    }

    async fn a_chair_answers_for_her_own_body_only(site) {
        let council = body(site).await;
        wish(site, "en", &[]).await;
        let own = site.holder(Office::Chair, Some(council.into()));
        let other = site.holder(Office::Chair, Some(platform::ids::Ref::new("council", uuid::Uuid::from_u128(5))));
        let path = first(site, &own, "kept").await.unwrap();
        assert!(first(site, &other, "kept").await.is_none());
        assert_eq!(site.get_as(&other, &path).await.status, 403);
        let review = [("answer", "under-review"), ("version", "1")];
        assert_eq!(site.post_as(&other, &format!("{path}/answer"), &review).await.status, 403);
        assert_eq!(site.get_as(&site.holder(Office::Reader, None), QUEUE).await.status, 403);
        assert_eq!(site.post_as(&own, &format!("{path}/answer"), &review).await.status, 303);
    }

    async fn a_letter_reaches_each_in_her_language_and_stops_when_she_says(site) {
        let council = body(site).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::GRANT_SEAT.on(council)).await.unwrap();
        let new = [("Ada One", Lang::En), ("Bea Two", Lang::Fr), ("Cleo Three", Lang::Ar)].map(|(name, lang)| NewPerson { visibility: Visibility::Partners, ..NewPerson::new(name, lang) });
        let people = partners::add_people(&mut tx, &new).await.unwrap();
        for (n, person) in people.iter().enumerate() {
            let ask = AskForTerm { holder: Holder::Person(*person), alternate: None, starts_on: date(2026, 1, 1), starts_about: false, ends_on: None };
            let seat = NewSeat { facts: SeatFacts::of(text(&format!("Seat {n}"))), terms: vec![(ask, None)] };
            add_seats(&mut tx, council, &[seat]).await.unwrap();
            if n < 2 {
                let contact = NewContactPoint { person: Some(*person), organization: None, kind: ContactKind::Mail, value: format!("p{n}@maple.example"), visibility: [Visibility::Partners, Visibility::Staff][n] };
                partners::add_contact(&mut tx, &contact).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
        let path = format!("/maple/work/councils/{council}/letters");
        let form = site.get_as(&site.coordinator(), &format!("{path}/new")).await.body;
        assert!(form.contains("p0@maple.example, p1@maple.example") && form.contains("no address is known"), "{form}");
        let chair = site.holder(Office::Chair, Some(council.into()));
        let form = site.get_as(&chair, &format!("{path}/new")).await.body;
        assert!(form.contains("p0@maple.example") && !form.contains("p1@maple.example"), "an address of the staff's: {form}");
        assert!(form.contains("1 address is known to the staff alone"), "{form}");
        let letter = [("subject_en", "Next week"), ("subject_fr", "La semaine prochaine"), ("body_en", "We meet."), ("body_fr", "Nous nous réunissons."), ("step", "send")];
        assert_eq!(site.post_as(&site.coordinator(), &path, &letter).await.status, 303);
        let sent = mails(site).await;
        assert_eq!(sent.iter().map(|mail| mail.2.as_str()).collect::<Vec<_>>(), ["Next week", "La semaine prochaine"]);
        assert!(sent[1].3.contains("Nous nous réunissons.") && sent[1].3.contains("Bonjour Bea Two"), "{}", sent[1].3);
        let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
        let stop = sql!(tx, value String, "SELECT unsubscribe FROM mail WHERE recipient = 'p1@maple.example'").unwrap();
        tx.done().await.unwrap();
        let stop = stop.strip_prefix("http://kith.test").unwrap();
        assert!(site.get(stop).await.body.contains("Ne plus recevoir ces lettres"), "opening the link changes nothing");
        // A mail program sends this by itself (RFC 8058), sometimes twice.
        let one_click = [("List-Unsubscribe", "One-Click")];
        let first = site.post_as(&Caller::Anonymous, stop, &one_click).await;
        assert!(first.status == 200 && first.body.contains("Vous ne recevez plus"), "{}", first.body);
        let form = site.get_as(&site.coordinator(), &format!("{path}/new")).await.body;
        assert!(!form.contains("p1@maple.example") && form.contains("asked for no letters on Nov 22, 2026"), "{form}");
        let facts = async || {
            let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
            let facts = tx.consent_facts(people[1].0).await.unwrap();
            tx.done().await.unwrap();
            facts.len()
        };
        let before = facts().await;
        let again = site.post_as(&Caller::Anonymous, stop, &one_click).await;
        assert_eq!((again.status, again.body.contains("Vous ne recevez plus")), (200, true));
        assert_eq!(facts().await, before, "and nothing is written down twice");
        let stopped = site.get(stop).await;
        assert!(stopped.status == 200 && stopped.body.contains("Vous ne recevez plus"), "{}", stopped.body);
        for nobody in ["/maple/fr/letters/stop/abc", &stop.replace("maple", "other")] {
            let gone = site.get(nobody).await;
            assert!(gone.status == 410 && !gone.body.contains("Vous ne recevez plus") && gone.body.contains("ne fonctionne plus"), "{}", gone.body);
            assert_eq!(site.post_as(&Caller::Anonymous, nobody, &one_click).await.status, 410);
        }
        // At a host of its own the partnership is found there by the next letter's link.
        let mut tx = ctx.of_installation().write(PUBLIC).await.unwrap();
        sql!(tx, must, "UPDATE partnership SET host = 'maple.test', version = version + 1 WHERE slug = 'maple'").unwrap();
        tx.commit().await.unwrap();
        site.app.clock.advance(1);
        assert_eq!(site.post_as(&site.coordinator(), &path, &letter).await.status, 303);
        let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
        let own = sql!(tx, value String, "SELECT unsubscribe FROM mail WHERE recipient = 'p0@maple.example' ORDER BY made_at DESC, id DESC LIMIT 1").unwrap();
        tx.done().await.unwrap();
        assert!(own.starts_with("http://maple.test/en/letters/stop/"), "{own}");
        site.app.clock.advance(401 * 86_400);
        assert_eq!(site.get(stop).await.status, 410, "after its time");
        assert_eq!(facts().await, before);
    }
}
