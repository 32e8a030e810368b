//! Signing in by mail, devices, and what nobody can learn or plant.

use super::*;

const COORDINATOR: Option<(Office, Option<Ref>)> = Some((Office::Coordinator, None));

/// A page without what is new in every showing.
fn still(got: &Got) -> String {
    let mut parts = got.body.split("name=\"_key\" value=\"");
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        out.push_str(part.split_once('"').unwrap().1);
    }
    out
}

platform::on_both! { vec![crate::manifest()];
    async fn a_link_in_a_mail_signs_in_once(site) {
        open_gate(site);
        person(site, "ada@example.org", COORDINATOR).await;
        let asked = post(site, "", "/sign-in", &[("mail", "ADA@example.org"), ("to", "/maple/work/accounts")]).await;
        assert_eq!((asked.status, asked.location()), (303, "/sign-in/sent?lang=en"));
        let mails = letters(site).await;
        assert_eq!(mails.len(), 1);
        let link = link_in(&mails[0]);
        for _ in 0..2 {
            let opened = get(site, "", &link).await;
            assert_eq!(opened.status, 200, "opening uses nothing up");
            assert!(opened.headers.get("set-cookie").is_none());
        }
        let planted = "planted-by-somebody-else";
        let entered = post(site, planted, &link, &[]).await;
        assert_eq!((entered.status, entered.location()), (303, "/maple/work/accounts"));
        let secret = secret_in(&entered);
        assert_eq!(secret.len(), 52);
        assert_ne!(secret, planted, "the secret is new whatever the browser had");
        assert_eq!(get(site, planted, "/maple/work").await.status, 303, "and the planted one opens nothing");
        assert_eq!(get(site, &secret, "/maple/work").await.status, 200);
        assert_eq!(get(site, &secret, "/sign-in").await.location(), "/maple/work");
        let again = post(site, "", &link, &[]).await;
        assert_eq!((again.status, secret_in(&again)), (410, String::new()));
        assert_eq!(get(site, "", &link).await.status, 410);
    }

    async fn a_second_click_gets_the_first_answer_with_the_same_cookie(site) {
        open_gate(site);
        person(site, "ada@example.org", COORDINATOR).await;
        post(site, "", "/sign-in", &[("mail", "ada@example.org"), ("to", "/maple/work/accounts")]).await;
        let link = link_in(&letters(site).await[0]);
        let key = key_in(&get(site, "", &link).await);
        let before = rows_of(site, "sign_in").await;
        let form = [("_key", key.as_str())];
        let (one, two) = tokio::join!(post(site, "", &link, &form), post(site, "", &link, &form));
        let three = post(site, "", &link, &[("_key", &key)]).await;
        for click in [&one, &two, &three] {
            assert_eq!((click.status, click.location()), (303, "/maple/work/accounts"));
            assert_eq!(click.headers["set-cookie"], one.headers["set-cookie"]);
        }
        assert_eq!(rows_of(site, "sign_in").await, before + 1, "one sign-in");
        let secret = secret_in(&one);
        assert_eq!(get(site, &secret, "/maple/work").await.status, 200);
        let late = post(site, &secret, &link, &[("_key", &key)]).await;
        assert_eq!((late.status, late.location()), (303, "/maple/work/accounts"), "a click that carries the first one's cookie");
        let mut tx = console(site).of_installation().read(ANY).await.unwrap();
        let kept = platform::sql!(tx, all(String, String), "SELECT key, location FROM repeat").unwrap();
        tx.done().await.unwrap();
        assert!(kept.iter().all(|(known, to)| !known.contains(&secret) && !to.contains(&secret) && *known != key));
        // Somebody else has no showing of the page, and so no key of it.
        let other = "somebody-elses-key-of-more-than-32-signs";
        for fields in [vec![], vec![("_key", other)]] {
            let got = post(site, "", &link, &fields).await;
            assert_eq!((got.status, secret_in(&got)), (410, String::new()));
        }
        assert_eq!(get(site, "", &link).await.status, 410);
        post(site, &secret, "/sign-in/out", &[]).await;
        let back = post(site, "", &link, &[("_key", &key)]).await;
        assert_eq!(get(site, &secret_in(&back), "/maple/work").await.status, 303, "who signed out stays out");
        site.app.clock.advance(301);
        assert_eq!(secret_in(&post(site, "", &link, &[("_key", &key)]).await), "", "and later there is no cookie any more");
    }

    async fn made_up_links_do_not_take_the_writer_and_are_counted(site) {
        let ask = async |n: usize, from: [u8; 4]| {
            let request = Request::post(format!("/sign-in/link/made-up-{n}"))
                .header("sec-fetch-site", "same-origin")
                .header("content-type", "application/x-www-form-urlencoded")
                .extension(axum::extract::ConnectInfo(std::net::SocketAddr::from((from, 4_000))));
            send(site, request, "", String::new()).await.status
        };
        for n in 0..30 {
            assert_eq!(ask(n, [192, 0, 2, 1]).await, 410);
        }
        // A writer that never ends: whoever is over the limit is told so all the same.
        let writer = site.app.db.writing(None, site.app.clock.now()).await.unwrap();
        assert_eq!(ask(30, [192, 0, 2, 1]).await, 429);
        drop(writer);
        assert_eq!(ask(31, [192, 0, 2, 2]).await, 410, "somebody else is not");
    }

    async fn a_link_ends_after_half_an_hour(site) {
        open_gate(site);
        person(site, "ada@example.org", COORDINATOR).await;
        post(site, "", "/sign-in", &[("mail", "ada@example.org")]).await;
        let link = link_in(&letters(site).await[0]);
        site.app.clock.advance(1_799);
        assert_eq!(get(site, "", &link).await.status, 200);
        site.app.clock.advance(1);
        assert_eq!(get(site, "", &link).await.status, 410);
        assert_eq!(post(site, "", &link, &[]).await.status, 410);
    }

    async fn an_unknown_address_gets_the_same_answer_after_the_same_work(site) {
        person(site, "ada@example.org", COORDINATOR).await;
        let mut answers = Vec::new();
        for mail in ["ada@example.org", "nobody@example.org"] {
            let before = work_of(site).await;
            let asked = post(site, "", "/sign-in", &[("mail", mail)]).await;
            let work = work_of(site).await - before;
            let page = get(site, "", asked.location()).await;
            answers.push((asked.status, asked.location().to_owned(), asked.body.clone(), still(&page), work));
        }
        assert_eq!(answers[0], answers[1], "the page does the same: one job, and no look at the account");
        assert_eq!(answers[0].4, 1);
        let letters = letters(site).await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains("ada@example.org"));
    }

    async fn asking_too_often_is_refused_for_known_and_unknown_addresses(site) {
        person(site, "ada@example.org", COORDINATOR).await;
        for mail in ["ada@example.org", "nobody@example.org"] {
            let mut statuses = Vec::new();
            for _ in 0..6 {
                statuses.push(post(site, "", "/sign-in", &[("mail", mail)]).await.status);
            }
            assert_eq!(statuses, [303, 303, 303, 303, 303, 429], "{mail}");
        }
        site.app.clock.advance(15 * 60 + 1);
        assert_eq!(post(site, "", "/sign-in", &[("mail", "ada@example.org")]).await.status, 303);
    }

    async fn one_visitor_cannot_ask_for_many_addresses(site) {
        let ask = async |n: usize, from: [u8; 4]| {
            let request = Request::post("/sign-in")
                .header("sec-fetch-site", "same-origin")
                .header("content-type", "application/x-www-form-urlencoded")
                .extension(axum::extract::ConnectInfo(std::net::SocketAddr::from((from, 4_000))));
            send(site, request, "", format!("mail=person{n}%40example.org")).await.status
        };
        for n in 0..30 {
            assert_eq!(ask(n, [192, 0, 2, 1]).await, 303);
        }
        assert_eq!(ask(30, [192, 0, 2, 1]).await, 429);
        assert_eq!(ask(31, [192, 0, 2, 2]).await, 303, "somebody else may");
    }

    async fn no_page_leads_to_another_host(site) {
        open_gate(site);
        person(site, "ada@example.org", COORDINATOR).await;
        for to in ["//evil.example/", "/\\evil.example", "https://evil.example/", "/\t/evil.example"] {
            let page = get(site, "", &format!("/sign-in?to={}", urlencode(to))).await;
            assert!(page.body.contains("name=\"to\" value=\"\""), "{to}");
            assert!(!page.body.contains(&format!("=\"{to}")), "no link and no form leads to {to}");
            post(site, "", "/sign-in", &[("mail", "ada@example.org"), ("to", to)]).await;
            let link = link_in(&letters(site).await[0]);
            let entered = post(site, "", &link, &[]).await;
            assert_eq!(entered.location(), "/maple/work", "{to}");
            let secret = secret_in(&entered);
            assert_eq!(post(site, &secret, "/sign-in/language", &[("lang", "fr"), ("to", to)]).await.location(), "/");
        }
    }

    async fn the_cookie_is_out_of_reach_for_scripts_and_other_sites(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        let out = post(site, &ada.secret, "/sign-in/out", &[]).await;
        let cookie = out.headers["set-cookie"].to_str().unwrap();
        assert_eq!(cookie, "kith=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
        assert_eq!(out.headers["clear-site-data"], "\"cache\"");
        assert_eq!(get(site, &ada.secret, "/maple/work").await.status, 303, "out at the server, not only in the browser");
        let secure = platform::http::front::cookie(true, "x", crate::rules::WHOLE_SECONDS);
        assert_eq!(secure, "__Host-kith=x; Path=/; HttpOnly; SameSite=Lax; Max-Age=7776000; Secure");
    }

    async fn signing_out_other_devices_keeps_this_one(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        let bea = person(site, "bea@example.org", COORDINATOR).await;
        let mut tx = console(site).write(ANY).await.unwrap();
        let other = crate::begin_sign_in(&mut tx, ada.account, "Safari, iPhone").await.unwrap();
        tx.commit().await.unwrap();
        let page = get(site, &ada.secret, "/sign-in/devices").await;
        assert!(page.body.contains("Safari, iPhone") && page.body.contains("this device"), "{}", page.body);
        assert_eq!(post(site, &ada.secret, "/sign-in/devices/others", &[]).await.status, 303);
        assert_eq!(get(site, &ada.secret, "/maple/work").await.status, 200);
        assert_eq!(get(site, &other, "/maple/work").await.status, 303);
        assert_eq!(get(site, &bea.secret, "/maple/work").await.status, 200, "other accounts stay");
        assert!(!get(site, &ada.secret, "/sign-in/devices").await.body.contains("Safari, iPhone"));
        assert_eq!(get(site, "", "/sign-in/devices").await.status, 303);
        assert_eq!(post(site, "", "/sign-in/devices/others", &[]).await.status, 303);
    }

    async fn signing_in_again_ends_what_the_browser_had(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        post(site, "", "/sign-in", &[("mail", "ada@example.org")]).await;
        let link = link_in(&letters(site).await[0]);
        let entered = post(site, &ada.secret, &link, &[]).await;
        assert_eq!(get(site, &ada.secret, "/maple/work").await.status, 303);
        assert_eq!(get(site, &secret_in(&entered), "/maple/work").await.status, 200);
    }

    async fn the_language_of_an_account_is_that_of_its_pages_and_mail(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        let changed = post(site, &ada.secret, "/sign-in/language", &[("lang", "fr"), ("to", "/maple/work/accounts")]).await;
        assert_eq!(changed.location(), "/maple/work/accounts");
        assert!(get(site, &ada.secret, "/maple/work/accounts").await.body.contains("<h1>Comptes</h1>"));
        post(site, "", "/sign-in", &[("mail", "ada@example.org")]).await;
        assert!(letters(site).await[0].contains("Votre lien de connexion"));
        assert_eq!(post(site, &ada.secret, "/sign-in/language", &[("lang", "xx")]).await.status, 400);
    }

    async fn old_sign_ins_go(site) {
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        assert_eq!(rows_of(site, "sign_in").await, 1);
        letters(site).await;
        site.app.clock.advance(89 * 86_400);
        letters(site).await;
        assert_eq!(rows_of(site, "sign_in").await, 1);
        site.app.clock.advance(2 * 86_400);
        letters(site).await;
        assert_eq!(rows_of(site, "sign_in").await, 0);
        assert!(!ada.secret.is_empty());
    }

    async fn every_page_reads_well_in_every_language(site) {
        assert!(platform::testing::pages::check_samples(site) > 0);
    }

    async fn every_column_of_this_room_has_its_line(site) {
        let own = ["account.", "sign_in.", "password.", "passkey.", "second_factor.", "recovery_code.", "office_grant.", "invitation.", "first_run."];
        let gaps = platform::testing::data_map_gaps(site).await;
        let gaps: Vec<_> = gaps.into_iter().filter(|gap| own.iter().any(|table| gap.starts_with(table))).collect();
        assert!(gaps.is_empty(), "{gaps:?}");
    }
}

async fn rows_of(site: &Site, table: &str) -> i64 {
    let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
    let n = platform::sql!(tx, value i64, &format!("SELECT count(*) FROM {table}")).unwrap();
    tx.done().await.unwrap();
    n
}

/// How many jobs, tickets, letters and sign-ins there are: what a request left behind.
async fn work_of(site: &Site) -> i64 {
    let mut sum = 0;
    for table in ["job", "ticket", "mail", "sign_in"] {
        sum += rows_of(site, table).await;
    }
    sum
}
