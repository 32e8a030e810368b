//! The first run, and the installation's own page.

use super::*;

fn founding<'a>(slug: &'a str, code: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("code", code),
        ("slug", slug),
        ("name_en", "Birch Partnership"),
        ("name_fr", "Partenariat du bouleau"),
        ("place_en", "Birch"),
        ("place_fr", "Bouleau"),
        ("zone", "America/Toronto"),
        ("contact", "info@birch.example.org"),
        ("person", "Ada"),
        ("mail", "ada@example.org"),
        ("lang", "en"),
    ]
}

platform::on_both! { vec![crate::manifest()];
    async fn the_code_on_the_console_makes_the_first_partnership_once(site) {
        open_gate(site);
        let old = crate::first_run_code(&site.app).await.unwrap().unwrap();
        let code = crate::first_run_code(&site.app).await.unwrap().unwrap();
        assert_eq!(code.len(), 23);
        assert_eq!(get(site, "", "/first-run").await.status, 200);
        for wrong in ["", "abcde-abcde-abcde-abcde", &old] {
            assert_eq!(post(site, "", "/first-run", &founding("birch", wrong)).await.status, 422, "{wrong}");
        }
        let reserved = post(site, "", "/first-run", &founding("sign-in", &code)).await;
        assert_eq!(reserved.status, 422);
        assert!(reserved.body.contains("reserved"), "{}", reserved.body);
        let taken = post(site, "", "/first-run", &founding("maple", &code)).await;
        assert_eq!(taken.status, 422, "a refusal uses the code not up");
        let begun = post(site, "", "/first-run", &founding("birch", &code.to_uppercase())).await;
        assert_eq!((begun.status, begun.location()), (303, "/birch/work"));
        let ada = secret_in(&begun);
        let birch = site.app.partnership("birch", "").await.unwrap().unwrap();
        assert_eq!(birch.contact.mail, "info@birch.example.org");
        assert_eq!(get(site, &ada, "/birch/work/accounts").await.status, 200);
        assert_eq!(get(site, &ada, "/installation").await.status, 200);
        assert_eq!(get(site, "", "/first-run").await.status, 404);
        assert_eq!(post(site, "", "/first-run", &founding("oak", &code)).await.status, 404);
        assert_eq!(crate::first_run_code(&site.app).await.unwrap(), None);
        assert_eq!(letters(site).await.len(), 0, "no mail is sent");
    }

    async fn of_two_at_the_same_instant_one_begins(site) {
        let code = crate::first_run_code(&site.app).await.unwrap().unwrap();
        let (birch, oak) = (founding("birch", &code), founding("oak", &code));
        let (one, two) = tokio::join!(post(site, "", "/first-run", &birch), post(site, "", "/first-run", &oak));
        let mut statuses = [one.status, two.status];
        statuses.sort_unstable();
        assert!(statuses[0] == 303 && statuses[1] >= 404, "{statuses:?}");
        assert_eq!(site.app.partnerships().await.unwrap().len(), 3);
    }

    async fn a_second_click_begins_once_and_gets_the_same_cookie(site) {
        open_gate(site);
        let code = crate::first_run_code(&site.app).await.unwrap().unwrap();
        let key = key_in(&get(site, "", "/first-run").await);
        let mut form = founding("birch", &code);
        form.push(("_key", &key));
        let (one, two) = tokio::join!(post(site, "", "/first-run", &form), post(site, "", "/first-run", &form));
        let three = post(site, "", "/first-run", &form).await;
        for click in [&one, &two, &three] {
            assert_eq!((click.status, click.location()), (303, "/birch/work"));
            assert_eq!(click.headers["set-cookie"], one.headers["set-cookie"]);
        }
        let late = post(site, &secret_in(&one), "/first-run", &form).await;
        assert_eq!((late.status, late.location()), (303, "/birch/work"));
        assert_eq!(site.app.partnerships().await.unwrap().len(), 3);
        assert_eq!(post(site, "", "/first-run", &founding("birch", &code)).await.status, 404, "without the key");
    }

    async fn codes_cannot_be_tried_without_end(site) {
        crate::first_run_code(&site.app).await.unwrap().unwrap();
        let wrong = founding("birch", "wrong");
        for _ in 0..20 {
            assert_eq!(post(site, "", "/first-run", &wrong).await.status, 422);
        }
        assert_eq!(post(site, "", "/first-run", &wrong).await.status, 429);
    }

    async fn an_administrator_makes_partnerships_and_sees_nothing_inside(site) {
        open_gate(site);
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        let new = NewAccount { mail: Mail::parse("root@example.org").unwrap(), name: "Root".into(), lang: Lang::En };
        let root = crate::create_account(&mut tx, &new).await.unwrap();
        let administrator = Grant { office: Office::Administrator, partnership: None, on: None };
        crate::grant(&mut tx, root, &administrator).await.unwrap();
        let root = crate::begin_sign_in(&mut tx, root, "").await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(get(site, &root, "/sign-in").await.location(), "/installation");
        let taken = post(site, &root, "/installation/partnerships", &founding("maple", "")).await;
        assert!(taken.status == 422 && taken.body.contains("href=\"#f-slug\""), "{}", taken.body);
        let made = post(site, &root, "/installation/partnerships", &founding("birch", "")).await;
        assert_eq!((made.status, made.location()), (303, "/installation?said=partnership-made"));
        assert!(get(site, &root, "/installation").await.body.contains("Birch Partnership"));
        assert!(get(site, &root, "/installation").await.body.contains("Mail of the installation"));
        assert_eq!(get(site, &root, "/installation/mail").await.status, 200);
        assert_eq!(get(site, &root, "/birch/work/accounts").await.status, 404);
        let link = link_in(&letters(site).await[0]);
        let ada = secret_in(&post(site, "", &link, &[]).await);
        assert_eq!(get(site, &ada, "/birch/work/accounts").await.status, 200);
        assert_eq!(get(site, &ada, "/installation").await.status, 404);
        assert_eq!(post(site, &ada, "/installation/partnerships", &founding("oak", "")).await.status, 404);
        assert_eq!(get(site, "", "/installation").await.status, 303);
    }

    async fn a_first_coordinators_wrong_address_is_corrected(site) {
        open_gate(site);
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        let new = NewAccount { mail: Mail::parse("root@example.org").unwrap(), name: "Root".into(), lang: Lang::En };
        let root = crate::create_account(&mut tx, &new).await.unwrap();
        let administrator = Grant { office: Office::Administrator, partnership: None, on: None };
        crate::grant(&mut tx, root, &administrator).await.unwrap();
        let root = crate::begin_sign_in(&mut tx, root, "").await.unwrap();
        tx.commit().await.unwrap();
        post(site, &root, "/installation/partnerships", &founding("birch", "")).await;
        let wrong = link_in(&letters(site).await[0]);
        let page = get(site, &root, "/installation").await.body;
        let correct = page.split('"').find(|part| part.ends_with("/coordinator")).expect("a way to correct").to_owned();
        let form = get(site, &root, &correct).await;
        assert!(form.status == 200 && form.body.contains("ada@example.org"), "{}", form.body);
        let typed = |mail: &'static str| [("person", "Ada"), ("mail", mail), ("lang", "fr")];
        let same = post(site, &root, &correct, &typed("ada@example.org")).await;
        assert!(same.status == 422 && same.body.contains("already has this office"), "{}", same.body);
        assert_eq!(post(site, &root, &correct, &typed("ada")).await.status, 422);
        let stranger = person(site, "eve@example.org", Some((Office::Coordinator, None))).await.secret;
        assert_eq!(post(site, &stranger, &correct, &typed("eve@example.org")).await.status, 404);
        let sent = post(site, &root, &correct, &typed("adah@example.org")).await;
        assert_eq!((sent.status, sent.location()), (303, "/installation?said=coordinator-corrected"));
        assert!(get(site, &root, "/installation").await.body.contains("adah@example.org"));
        let letter = letters(site).await;
        assert_eq!(letter.len(), 1);
        assert!(letter[0].contains("adah@example.org") && letter[0].contains("Bonjour"), "{}", letter[0]);
        assert_ne!(post(site, "", &wrong, &[]).await.status, 303, "the first link opens nothing");
        let ada = secret_in(&post(site, "", &link_in(&letter[0]), &[]).await);
        assert_eq!(get(site, &ada, "/birch/work/accounts").await.status, 200);
        assert_eq!(get(site, &root, &correct).await.status, 404, "who has come is not replaced");
        assert_eq!(post(site, &root, &correct, &typed("x@example.org")).await.status, 404);
    }

    async fn the_table_refuses_what_the_rule_refuses(site) {
        let words = crate::rules::RESERVED.into_iter().chain(platform::app::OWN_SEGMENTS);
        for slug in words.chain(Lang::ALL.map(Lang::code)) {
            let mut tx = console(site).of_installation().write(ANY).await.unwrap();
            let text = platform::text::Text::both("A", "B", jiff::civil::date(2026, 1, 1));
            let new = platform::app::NewPartnership {
                slug, name: text.clone(), place: text, about: Default::default(), contact: Default::default(), zone: "America/Toronto", langs: vec![Lang::En], invented: true,
            };
            let (id, now) = (tx.new_id().unwrap(), tx.now());
            let made = platform::app::insert_partnership(&mut tx, id, &new, now).await;
            assert!(matches!(made, Err(platform::errors::Error::Constraint(_))), "{slug}: {made:?}");
        }
    }

    async fn a_partnership_with_its_own_host_has_the_installations_pages(site) {
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        platform::sql!(tx, must, "UPDATE partnership SET host = 'maple.test', version = version + 1 WHERE slug = 'maple'").unwrap();
        tx.commit().await.unwrap();
        let asked = Request::get("/sign-in").header("host", "maple.test").body(axum::body::Body::empty()).unwrap();
        assert_eq!(site.send(asked).await.status, 200);
    }

    async fn links_in_mail_lead_to_the_host_where_the_cookie_will_live(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", Some((Office::Coordinator, None))).await;
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        platform::sql!(tx, must, "UPDATE partnership SET host = 'maple.test', version = version + 1 WHERE slug = 'maple'").unwrap();
        tx.commit().await.unwrap();
        let at = async |host: &str, method: &str, path: &str, secret: &str, body: &str| {
            let request = Request::builder().method(method).uri(path)
                .header("host", host)
                .header("cookie", format!("kith={secret}"))
                .header("sec-fetch-site", "same-origin")
                .header("content-type", "application/x-www-form-urlencoded");
            site.send(request.body(body.to_owned().into()).unwrap()).await
        };
        for (host, link_begins, leads) in [("maple.test", "http://maple.test/sign-in/link/", "/work"), ("kith.test", "http://kith.test/sign-in/link/", "/maple/work")] {
            assert_eq!(at(host, "POST", "/sign-in", "", "mail=ada%40example.org").await.status, 303);
            let letter = letters(site).await.remove(0);
            assert!(letter.contains(link_begins), "{letter}");
            let link = letter.split_once(&format!("http://{host}")).unwrap().1.split_whitespace().next().unwrap().to_owned();
            let entered = at(host, "POST", &link, "", "").await;
            assert_eq!((entered.status, entered.location()), (303, leads));
            assert_eq!(at(host, "GET", leads, &secret_in(&entered), "").await.status, 200);
        }
        // Whatever host the coordinator invites from, the invitation leads to the partnership's own.
        let bea = "mail=bea%40example.org&name=Bea&lang=fr&office=reader&from_on=2026-11-22";
        let sent = at("kith.test", "POST", "/maple/work/accounts", &ada.secret, bea).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        let letter = letters(site).await.remove(0);
        assert!(letter.contains("http://maple.test/fr/invitation/"), "{letter}");
        let link = letter.split_once("http://maple.test").unwrap().1.split_whitespace().next().unwrap().to_owned();
        let accepted = at("maple.test", "POST", &link, "", "").await;
        assert_eq!((accepted.status, accepted.location()), (303, "/work"));
        assert_eq!(at("maple.test", "GET", "/work", &secret_in(&accepted), "").await.status, 200);
    }
}
