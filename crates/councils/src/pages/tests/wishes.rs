//! What becomes of a wish for a seat: counted once, answered by the way that was chosen, erased, and forgotten in time.

use super::expressions::{QUEUE, body, first, mails, wish};
use super::rooms;
use crate::can;
use platform::{
    authority::{Caller, Office},
    sql,
    testing::Site,
};

const NO: [(&str, &str); 3] = [("answer", "declined"), ("words", "Not this time."), ("version", "1")];

/// The form's page as a browser asks for it, with its key, and what it says about being kept.
async fn form(site: &Site, lang: &str) -> (String, String) {
    let got = site.get(&format!("/maple/{lang}/who-we-are/health/interest")).await;
    let key = got.body.split("name=\"_key\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    (key, got.headers["cache-control"].to_str().unwrap().to_owned())
}

async fn count(site: &Site, what: &str) -> i64 {
    let mut tx = site.ctx(site.coordinator()).read(can::SEE_COUNCILS).await.unwrap();
    let n = sql!(tx, value i64, &format!("SELECT count(*) FROM {what}")).unwrap();
    tx.done().await.unwrap();
    n
}

platform::on_both! { rooms();
    async fn a_form_sent_again_after_going_back_counts_once(site) {
        body(site).await;
        for lang in ["ar", "en"] {
            let ((one, kept), (two, _)) = (form(site, lang).await, form(site, lang).await);
            assert!(one != two && kept.contains("no-store"), "going back asks for the page again: {kept}");
            for key in [&one, &two, &two] {
                let sent = wish(site, lang, &[("_key", key)]).await;
                assert_eq!((sent.status, sent.location()), (303, format!("/maple/{lang}/who-we-are/health/interest/received").as_str()));
            }
        }
        assert_eq!((count(site, "expression").await, count(site, "mail").await), (2, 2), "one in each language, one receipt each");
        // Other words are another wish, and so are the same words a day later.
        assert_eq!(wish(site, "en", &[("body", "I changed my mind.")]).await.status, 303);
        site.app.clock.advance(86_401);
        assert_eq!(wish(site, "en", &[]).await.status, 303);
        assert_eq!(count(site, "expression").await, 4);
    }

    async fn twins_with_two_keys_at_the_same_instant_count_once(site) {
        body(site).await;
        let ((one, _), (two, _)) = (form(site, "en").await, form(site, "en").await);
        let (keys, other) = ([("_key", one.as_str())], [("_key", two.as_str())]);
        let (a, b) = tokio::join!(wish(site, "en", &keys), wish(site, "en", &other));
        assert_eq!((a.status, b.status, count(site, "expression").await), (303, 303, 1));
    }

    async fn a_telephone_number_alone_is_enough_and_nobody_is_written_to(site) {
        body(site).await;
        let none = wish(site, "en", &[("email", "")]).await;
        assert!(none.status == 422 && none.body.contains("mail address or a telephone number"), "{}", none.body);
        let wrong = wish(site, "en", &[("email", ""), ("phone", "call me")]).await;
        assert!(wrong.status == 422 && wrong.body.contains("value=\"call me\""), "{}", wrong.body);
        let chosen = wish(site, "ar", &[("email", ""), ("phone", "905 555-0134"), ("reach_by", "mail")]).await;
        assert!(chosen.status == 422 && chosen.body.contains("أو اختر الهاتف أعلاه"), "{}", chosen.body);
        let other = wish(site, "en", &[("reach_by", "pigeon")]).await;
        assert_eq!(other.status, 422, "{}", other.body);
        let sent = wish(site, "ar", &[("email", ""), ("phone", "905 555-0134")]).await;
        assert_eq!((sent.status, count(site, "mail").await), (303, 0), "{}", sent.body);
        let path = first(site, &site.coordinator(), "kept").await.unwrap();
        let page = site.get_as(&site.coordinator(), &path).await.body;
        assert!(page.contains("tel:9055550134") && page.contains("By telephone") && page.contains("asked for a call"), "{page}");
        assert!(!page.contains("They go by mail"), "{page}");
        let seat = page.split("<option value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
        let accept = [("answer", "accepted"), ("seat", seat.as_str()), ("starts_on", "2026-12-01"), ("words", "Told by telephone."), ("version", "1")];
        let answered = site.post_as(&site.coordinator(), &format!("{path}/answer"), &accept).await;
        assert_eq!((answered.status, count(site, "mail").await), (303, 0), "{}", answered.body);
        let page = site.get_as(&site.coordinator(), &path).await.body;
        assert!(page.contains("Tell the person by telephone"), "{page}");
        assert_eq!(count(site, "contact_point WHERE kind = 'phone' AND value = '905 555-0134'").await, 1);
    }

    async fn who_gives_both_and_asks_for_a_call_gets_no_answer_by_mail(site) {
        body(site).await;
        assert_eq!(wish(site, "en", &[("phone", "905 555-0134"), ("reach_by", "phone")]).await.status, 303);
        let path = first(site, &site.coordinator(), "kept").await.unwrap();
        assert_eq!(site.post_as(&site.coordinator(), &format!("{path}/answer"), &NO).await.status, 303);
        assert_eq!(mails(site).await, [], "the receipt alone went");
    }

    async fn an_answered_wish_is_forgotten_after_two_years_and_so_is_one_that_nobody_answers(site) {
        body(site).await;
        let ctx = site.ctx(Caller::Job(crate::jobs::FORGET.kind));
        let forget = async || (crate::jobs::FORGET.run)(&ctx, &serde_json::Value::Null).await.unwrap();
        wish(site, "en", &[]).await;
        let answered = first(site, &site.coordinator(), "kept").await.unwrap();
        site.post_as(&site.coordinator(), &format!("{answered}/answer"), &NO).await;
        wish(site, "en", &[("email", "late@maple.example")]).await;
        let roundless = first(site, &site.coordinator(), "kept").await.unwrap();
        let page = site.get_as(&site.coordinator(), &roundless).await.body;
        assert!(page.contains("November 21, 2028"), "the page says until when: {page}");
        for (days, status) in [(729, 200), (2, 404)] {
            site.app.clock.advance(days * 86_400);
            forget().await;
            for path in [&answered, &roundless] {
                assert_eq!(site.get_as(&site.coordinator(), path).await.status, status, "{days}: {path}");
            }
        }
        // One that came in a round counts from the end of the round, and is not forgotten while it is open.
        let set = [("season", "spring"), ("opens_on", "2028-11-01"), ("closes_on", "2028-12-31")];
        assert_eq!(site.post_as(&site.coordinator(), "/maple/work/councils/rounds", &set).await.status, 303);
        wish(site, "en", &[("email", "round@maple.example")]).await;
        let in_round = first(site, &site.coordinator(), "waiting").await.unwrap();
        let page = site.get_as(&site.coordinator(), &in_round).await.body;
        assert!(page.contains("December 31, 2030"), "{page}");
        for (days, status) in [(731, 200), (38, 200), (2, 404)] {
            site.app.clock.advance(days * 86_400);
            forget().await;
            assert_eq!(site.get_as(&site.coordinator(), &in_round).await.status, status, "{days}");
        }
    }

    async fn a_round_that_was_moved_far_back_by_mistake_forgets_nobody(site) {
        body(site).await;
        let set = [("season", "fall"), ("opens_on", "2026-11-01"), ("closes_on", "2026-11-30")];
        site.post_as(&site.coordinator(), "/maple/work/councils/rounds", &set).await;
        wish(site, "en", &[]).await;
        let path = first(site, &site.coordinator(), "waiting").await.unwrap();
        let mut tx = site.ctx(site.coordinator()).write(can::SET_UP_COUNCILS).await.unwrap();
        sql!(tx, must, "UPDATE expression_round SET opens_on = '2016-11-01', closes_on = '2016-11-30'").unwrap();
        tx.commit().await.unwrap();
        let ctx = site.ctx(Caller::Job(crate::jobs::FORGET.kind));
        (crate::jobs::FORGET.run)(&ctx, &serde_json::Value::Null).await.unwrap();
        assert_eq!(site.get_as(&site.coordinator(), &path).await.status, 200);
    }

    async fn a_wish_is_erased_from_its_own_page_after_a_question_and_leaves_no_name(site) {
        let council = body(site).await;
        wish(site, "fr", &[("speaks_for", "Patinoire Hilltop")]).await;
        let path = first(site, &site.coordinator(), "kept").await.unwrap();
        let page = site.get_as(&site.coordinator(), &path).await.body;
        assert!(page.contains(&format!("href=\"{path}/erasure\"")), "{page}");
        let chair = site.holder(Office::Chair, Some(council.into()));
        assert!(!site.get_as(&chair, &path).await.body.contains("/erasure"));
        assert_eq!(site.get_as(&chair, &format!("{path}/erasure")).await.status, 403);
        let asked = site.get_as(&site.coordinator(), &format!("{path}/erasure")).await.body;
        assert!(asked.contains("cannot be undone") && asked.contains("Espérance Roy"), "{asked}");
        assert_eq!(site.get_as(&site.coordinator(), &path).await.status, 200, "asking changes nothing");
        let silent = site.post_as(&site.coordinator(), &format!("{path}/erasure"), &[]).await;
        assert_eq!(silent.status, 422, "{}", silent.body);
        assert_eq!(site.post_as(&chair, &format!("{path}/erasure"), &[("why", "asked")]).await.status, 403);
        let done = site.post_as(&site.coordinator(), &format!("{path}/erasure"), &[("why", "asked")]).await;
        assert_eq!((done.status, done.location()), (303, format!("{QUEUE}?said=expression-erased").as_str()));
        assert_eq!(site.get_as(&site.coordinator(), &path).await.status, 404);
        assert_eq!((count(site, "expression").await, count(site, "mail").await), (0, 0), "the receipt went too");
        let told = format!("audit_entry WHERE kind = 'expression' AND verb = 'expression.erased' AND CAST(object_id AS TEXT) = '{}'", path.rsplit('/').next().unwrap());
        assert_eq!((count(site, &told).await, count(site, "erasure WHERE why = 'asked'").await), (1, 1));
        for word in ["Espérance", "esperance@", "Patinoire", "aimerais"] {
            let said = format!("audit_entry WHERE CAST(before AS TEXT) LIKE '%{word}%' OR CAST(after AS TEXT) LIKE '%{word}%'");
            assert_eq!(count(site, &said).await, 0, "{word}");
        }
    }

    async fn a_wish_that_an_older_backup_brought_back_is_erased_again_and_others_stay(site) {
        body(site).await;
        wish(site, "en", &[]).await;
        let path = first(site, &site.coordinator(), "kept").await.unwrap();
        let id: uuid::Uuid = path.rsplit('/').next().unwrap().parse().unwrap();
        wish(site, "en", &[("body", "Something else.")]).await;
        let ctx = site.ctx(Caller::Console);
        let list = [(id, platform::personal::Why::Asked), (uuid::Uuid::from_u128(9), platform::personal::Why::Asked)];
        assert_eq!(crate::erase_expressions_again(&ctx, &list).await.unwrap(), 1);
        assert_eq!(crate::erase_expressions_again(&ctx, &list).await.unwrap(), 0);
        assert_eq!((count(site, "expression").await, count(site, "mail").await), (1, 2), "mail to an address that still waits stays");
    }

    async fn erasing_a_person_takes_what_came_with_their_number_and_no_address(site) {
        body(site).await;
        wish(site, "en", &[("email", ""), ("phone", "905 555-0134")]).await;
        let of = |phones: &[&str]| platform::personal::Subject { phones: phones.iter().map(|one| (*one).to_owned()).collect(), ..platform::personal::Subject::of(uuid::Uuid::from_u128(7)) };
        let ctx = site.ctx(site.coordinator());
        for (phones, left) in [(&["905 555-9999"][..], 1), (&["905 555-0134 ext. 2"], 1), (&["+1 (905) 555-0134"], 0)] {
            let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
            platform::personal::erase(&ctx, &mut tx, &of(phones), platform::personal::Why::Asked).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(count(site, "expression").await, left, "{phones:?}");
        }
    }

    async fn the_mail_that_gives_a_seat_says_which_from_when_until_when_and_whom_to_ask(site) {
        body(site).await;
        let mut tx = site.ctx(Caller::Console).write(platform::ctx::PUBLIC).await.unwrap();
        let (before, version) = tx.facts().await.unwrap();
        let contact = platform::reach::Contact { mail: "office@example.org".into(), phone: "905 555-0100".into(), ..Default::default() };
        tx.change_facts((&before, version), &platform::partnership::Facts { contact, ..before.clone() }).await.unwrap();
        tx.commit().await.unwrap();
        for (lang, words, ends_on, said) in [
            ("en", "", "2028-12-31", &["Your seat: Residents", "From December 1, 2026 until December 31, 2028", "ask us: office@example.org · 905 555-0100", "Health, Maple"][..]),
            ("fr", "", "", &["Votre siège\u{a0}: Residents", "À partir du 1er décembre 2026; aucun dernier jour", "office@example.org", "Partenariat de l’érable"]),
            ("ar", "أهلًا", "2028-12-31", &["مقعدك: Residents", "أهلًا", "فاسألنا: office@example.org"]),
        ] {
            wish(site, lang, &[]).await;
            let path = first(site, &site.coordinator(), "kept").await.unwrap();
            let page = site.get_as(&site.coordinator(), &path).await.body;
            let seat = page.split("<option value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
            let accept = [("answer", "accepted"), ("seat", seat.as_str()), ("starts_on", "2026-12-01"), ("ends_on", ends_on), ("words", words), ("version", "1")];
            let answered = site.post_as(&site.coordinator(), &format!("{path}/answer"), &accept).await;
            assert_eq!(answered.status, 303, "{}", answered.body);
            let mail = mails(site).await.pop().unwrap();
            assert_eq!(mail.1, lang);
            let words = mail.3.replace(['\u{2068}', '\u{2069}'], "");
            for part in said {
                assert!(words.contains(part), "{lang}: {part}: {words}");
            }
            assert!(!mail.3.contains("\n\n\n"), "{}", mail.3);
            let mut tx = site.ctx(site.coordinator()).write(can::SET_UP_COUNCILS).await.unwrap();
            for gone in ["seat_term", "expression", "mail"] {
                sql!(tx, run, &format!("DELETE FROM {gone}")).unwrap();
            }
            tx.commit().await.unwrap();
        }
    }

    async fn days_are_written_out_where_they_are_read(site) {
        body(site).await;
        let set = [("season", "fall"), ("opens_on", "2026-11-01"), ("closes_on", "2026-11-30")];
        site.post_as(&site.coordinator(), "/maple/work/councils/rounds", &set).await;
        let queue = site.get_as(&site.coordinator(), QUEUE).await.body;
        let main = queue.split("<main").nth(1).unwrap();
        assert!(main.contains("November 1, 2026") && !main.contains("2026-11-01"), "{main}");
        wish(site, "en", &[]).await;
        let path = first(site, &site.coordinator(), "waiting").await.unwrap();
        let late = [("answer", "accepted"), ("seat", ""), ("starts_on", "2026-12-01"), ("ends_on", "2028-12-31"), ("words", "Welcome."), ("version", "7")];
        let both = site.post_as(&site.coordinator(), &format!("{path}/answer"), &late).await;
        assert_eq!(both.status, 409);
        let table = both.body.split("<table").nth(1).unwrap().split("</table>").next().unwrap();
        assert!(table.contains("December 1, 2026") && !table.contains("2026-12-01"), "{table}");
    }
}
