//! Signing in with a password, and what nobody learns or gets by guessing.

use super::*;
use platform::http::KEEP_SECRETS_OUT;
use std::sync::atomic::Ordering;

const COORDINATOR: Option<(Office, Option<Ref>)> = Some((Office::Coordinator, None));
const MAIL: &str = "ada@example.org";
static SWITCH: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
pub const GOOD: &str = "la neige tombe sur le quai";
const OWN: &str = "/sign-in/ways/password";

/// Tries to sign in from an address of the network.
async fn guess(site: &Site, (mail, password): (&str, &str), from: [u8; 4]) -> Got {
    let request = Request::post("/sign-in/password")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .extension(axum::extract::ConnectInfo(std::net::SocketAddr::from((from, 4_000))));
    let body = format!("mail={}&password={}", urlencode(mail), urlencode(password));
    send(site, request, "", body).await
}

/// A coordinator with a password, who is in.
pub async fn with_password(site: &Site) -> Person {
    open_gate(site);
    let ada = person(site, MAIL, COORDINATOR).await;
    let set = post(site, &ada.secret, OWN, &[("password", GOOD)]).await;
    assert_eq!((set.status, set.location()), (303, "/sign-in/devices?said=password-set"));
    letters(site).await;
    ada
}

async fn kept(site: &Site) -> String {
    let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
    let hash = platform::sql!(tx, value String, "SELECT hash FROM password").unwrap();
    tx.done().await.unwrap();
    hash
}

platform::on_both! { vec![crate::manifest()];
    async fn a_password_that_was_set_signs_in(site) {
        let ada = with_password(site).await;
        let page = get(site, "", "/sign-in/password?to=/maple/work/accounts").await;
        assert!(page.body.contains("autocomplete=\"current-password\""), "{}", page.body);
        let fields = [("mail", "ADA@example.org"), ("password", GOOD), ("to", "/maple/work/accounts")];
        let planted = "planted-by-somebody-else";
        let entered = post(site, planted, "/sign-in/password", &fields).await;
        assert_eq!((entered.status, entered.location()), (303, "/maple/work/accounts"), "{}", entered.body);
        let secret = secret_in(&entered);
        assert!(secret.len() == 52 && secret != planted && secret != ada.secret);
        assert_eq!(get(site, &secret, "/maple/work").await.status, 200);
        let own = get(site, &secret, "/sign-in/devices").await;
        assert!(own.body.contains("How you sign in") && own.body.contains(OWN), "{}", own.body);
        assert!(!kept(site).await.contains(GOOD));
    }

    async fn a_wrong_one_an_unknown_address_and_an_ended_account_get_one_answer_after_one_hash(site) {
        with_password(site).await;
        let bea = person(site, "bea@example.org", COORDINATOR).await;
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        let hash = site.app.passwords.hash(&site.app.chance, GOOD).await.unwrap();
        crate::store::set_password(&mut tx, bea.account, (&hash, true)).await.unwrap();
        crate::store::close(&mut tx, bea.account).await.unwrap();
        tx.commit().await.unwrap();
        person(site, "no-password@example.org", COORDINATOR).await;
        let long = GOOD.repeat(40_000 / GOOD.len());
        for (mail, password) in [
            (MAIL, "some other password"),
            (MAIL, ""),
            (MAIL, &long),
            ("nobody@example.org", GOOD),
            ("bea@example.org", GOOD),
            ("no-password@example.org", GOOD),
        ] {
            let before = site.app.passwords.made();
            let got = guess(site, (mail, password), [192, 0, 2, 1]).await;
            let told = got.body.contains("does not fit together") && !got.body.contains(GOOD);
            assert_eq!((got.status, secret_in(&got), told), (422, String::new(), true), "{mail}");
            assert_eq!(site.app.passwords.made() - before, 1, "{mail}: one hash, whatever there is");
        }
    }

    async fn of_many_guesses_five_in_an_hour_reach_the_hash(site) {
        with_password(site).await;
        assert_eq!(reaching_the_hash(site, 200).await, 5);
        assert_eq!(guess(site, (MAIL, GOOD), [192, 0, 2, 1]).await.status, 429, "the right one waits too");
        post(site, "", "/sign-in", &[("mail", MAIL)]).await;
        let link = link_in(&letters(site).await[0]);
        assert_eq!(post(site, "", &link, &[]).await.status, 303, "and the link by mail goes on working");
        site.app.clock.advance(3_601);
        assert_eq!(guess(site, (MAIL, GOOD), [192, 0, 2, 1]).await.status, 303);
    }

    async fn one_visitor_guesses_at_many_addresses_thirty_times(site) {
        let before = site.app.passwords.made();
        for n in 0..40 {
            let got = guess(site, (&format!("p{n}@example.org"), GOOD), [192, 0, 2, 7]).await;
            assert_eq!(got.status, if n < 30 { 422 } else { 429 }, "{n}");
        }
        assert_eq!(site.app.passwords.made() - before, 30);
    }

    async fn who_came_without_a_word_from_another_house_signs_in_once_more_first(site) {
        open_gate(site);
        let ada = person(site, MAIL, COORDINATOR).await;
        assert!(!get(site, &ada.secret, OWN).await.body.contains("Sign in once more"), "she showed herself just now");
        let mut tx = console(site).write(ANY).await.unwrap();
        crate::store::note_undated(&mut tx, &crate::keeper::hash(&ada.secret)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(get(site, &ada.secret, OWN).await.body.contains("Sign in once more"));
        let set = post(site, &ada.secret, OWN, &[("password", GOOD)]).await;
        assert_eq!((set.status, set.location()), (303, OWN), "nothing was set");
        assert_eq!(get(site, &ada.secret, "/maple/work").await.status, 200, "she works as before");
    }

    async fn setting_one_asks_for_a_fresh_sign_in_signs_others_out_and_is_told_by_mail(site) {
        open_gate(site);
        let ada = person(site, MAIL, COORDINATOR).await;
        let mut tx = console(site).write(ANY).await.unwrap();
        let other = crate::begin_sign_in(&mut tx, ada.account, "Safari, iPhone").await.unwrap();
        tx.commit().await.unwrap();
        site.app.clock.advance(15 * 60);
        assert!(get(site, &ada.secret, OWN).await.body.contains("Sign in once more"));
        let late = post(site, &ada.secret, OWN, &[("password", GOOD)]).await;
        assert_eq!((late.status, late.location()), (303, OWN), "nothing was set");
        post(site, &ada.secret, "/sign-in", &[("mail", MAIL), ("to", OWN)]).await;
        let link = link_in(&letters(site).await[0]);
        let entered = post(site, &ada.secret, &link, &[]).await;
        assert_eq!(entered.location(), OWN, "she comes back here");
        let secret = secret_in(&entered);
        assert!(get(site, &secret, OWN).await.body.contains("autocomplete=\"new-password\""));
        let (page, made) = (get(site, &secret, OWN).await, site.app.passwords.made());
        let fields = [("password", GOOD), ("_key", &key_in(&page))];
        for _ in 0..2 {
            assert_eq!(post(site, &secret, OWN, &fields).await.location(), "/sign-in/devices?said=password-set");
        }
        assert_eq!(site.app.passwords.made() - made, 1, "sent twice it acts once");
        assert_eq!(get(site, &other, "/maple/work").await.status, 303, "other devices are out");
        assert_eq!(get(site, &secret, "/maple/work").await.status, 200);
        let told = letters(site).await;
        assert!(told.len() == 1 && told[0].contains("A password was set"), "{told:?}");
        let removed = post(site, &secret, "/sign-in/ways/password/removal", &[]).await;
        assert_eq!(removed.location(), "/sign-in/devices?said=password-removed");
        assert!(letters(site).await[0].contains("was removed"));
        assert_eq!(post(site, &secret, "/sign-in/ways/password/removal", &[]).await.status, 404);
        assert_eq!(guess(site, (MAIL, GOOD), [192, 0, 2, 1]).await.status, 422);
        let verbs = audit_of(site, ada.account).await;
        let noted = |verb: &str| verbs.iter().filter(|known| *known == verb).count();
        assert_eq!((noted("account.password-set"), noted("account.password-removed")), (1, 1), "{verbs:?}");
    }

    async fn a_password_is_not_shown_to_somebody_whose_sign_in_has_ended(site) {
        open_gate(site);
        let _turn = SWITCH.lock().await;
        let got = post(site, "", OWN, &[("password", GOOD)]).await;
        assert_eq!((got.status, got.location()), (303, "/sign-in?to=/sign-in/ways/password"));
        assert!(!got.body.contains(GOOD));
        KEEP_SECRETS_OUT.store(false, Ordering::Relaxed);
        let control = post(site, "", OWN, &[("password", GOOD)]).await;
        KEEP_SECRETS_OUT.store(true, Ordering::Relaxed);
        assert!(control.status == 401 && control.body.contains(GOOD), "as any form, it would be: {}", control.body);
    }

    async fn the_longest_password_signs_in_however_its_letters_are_composed(site) {
        open_gate(site);
        let ada = person(site, MAIL, COORDINATOR).await;
        let pairs = "e\u{301}bc\u{327}de\u{300}fgxyz0246";
        let longest = pairs.repeat(9) + "ab";
        assert_eq!(longest.chars().count(), 155, "128 when composed");
        assert_eq!(post(site, &ada.secret, OWN, &[("password", &longest)]).await.status, 303);
        assert_eq!(guess(site, (MAIL, &longest), [192, 0, 2, 1]).await.status, 303);
    }

    async fn a_full_line_costs_nobody_a_guess(site) {
        with_password(site).await;
        let mut line = Vec::new();
        while let Ok(place) = site.app.passwords.line_up() {
            line.push(place);
        }
        for n in 0..7 {
            assert_eq!(guess(site, (MAIL, GOOD), [192, 0, 2, 1]).await.status, 503, "{n}");
        }
        drop(line);
        for n in 0..5 {
            assert_eq!(guess(site, (MAIL, "some other password"), [192, 0, 2, 1]).await.status, 422, "{n}");
        }
        assert_eq!(guess(site, (MAIL, GOOD), [192, 0, 2, 1]).await.status, 429);
    }

    async fn who_waited_in_the_line_until_the_sign_in_was_old_sets_nothing(site) {
        open_gate(site);
        let ada = person(site, MAIL, COORDINATOR).await;
        let mut turns = Vec::new();
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            turns.push(site.app.passwords.line_up().unwrap().turn().await.unwrap());
        }
        let (made, all) = (site.app.passwords.made(), free(site));
        let late = async {
            // When it waits in the line, a place less is free than before.
            while free(site) == all {
                tokio::task::yield_now().await;
            }
            site.app.clock.advance(15 * 60);
            drop(std::mem::take(&mut turns));
        };
        let fields = [("password", GOOD)];
        let (got, ()) = tokio::join!(post(site, &ada.secret, OWN, &fields), late);
        assert_eq!((got.status, got.location()), (303, OWN), "once more, please");
        assert_eq!(site.app.passwords.made() - made, 1, "it was hashed");
        let verbs = audit_of(site, ada.account).await;
        assert!(!verbs.iter().any(|verb| verb == "account.password-set"), "{verbs:?}");
    }

    async fn one_that_everybody_guesses_is_not_taken(site) {
        open_gate(site);
        let ada = person(site, MAIL, COORDINATOR).await;
        for (password, why) in [
            ("fourteen chars", "least number of characters is 15"),
            ("Password-2026-11", "Many people use this one"),
            ("ada lovelace maple", "little more than your name"),
        ] {
            let got = post(site, &ada.secret, OWN, &[("password", password)]).await;
            assert!(got.status == 422 && got.body.contains(why) && !got.body.contains(password), "{password}: {}", got.body);
        }
        assert_eq!(site.app.passwords.made(), 0);
    }

    async fn one_that_was_kept_at_another_cost_is_hashed_anew_on_the_way_in(site) {
        let ada = with_password(site).await;
        let dear = platform::passwords::Passwords::default();
        let hash = dear.hash(&site.app.chance, GOOD).await.unwrap();
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        crate::store::set_password(&mut tx, ada.account, (&hash, true)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(guess(site, (MAIL, "some other password"), [192, 0, 2, 1]).await.status, 422);
        assert_eq!(kept(site).await, hash, "a wrong one changes nothing");
        assert_eq!(guess(site, (MAIL, GOOD), [192, 0, 2, 1]).await.status, 303);
        assert!(kept(site).await.contains("m=8,t=1,p=1"), "at today's cost");
        assert_eq!(guess(site, (MAIL, GOOD), [192, 0, 2, 1]).await.status, 303);
    }
}

/// How many places in the line are free.
fn free(site: &Site) -> usize {
    std::iter::from_fn(|| site.app.passwords.line_up().ok()).collect::<Vec<_>>().len()
}

/// How many of so many guesses are worked on, from nowhere in particular: the account alone is what counts.
async fn reaching_the_hash(site: &Site, guesses: u16) -> u64 {
    let before = site.app.passwords.made();
    for n in 0..guesses {
        let fields = [("mail", MAIL), ("password", &format!("guess number {n}"))];
        let got = post(site, "", "/sign-in/password", &fields).await;
        assert_eq!(got.status, if n < 5 { 422 } else { 429 }, "{n}");
    }
    site.app.passwords.made() - before
}

#[tokio::test]
async fn of_ten_thousand_guesses_five_reach_the_hash() {
    let site = Site::sqlite(vec![crate::manifest()]).await;
    with_password(&site).await;
    assert_eq!(reaching_the_hash(&site, 10_000).await, 5);
    site.end().await;
}

/// What was done about an account.
pub async fn audit_of(site: &Site, account: AccountId) -> Vec<String> {
    let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
    let verbs = platform::sql!(
        tx,
        all platform::db::One<String>,
        "SELECT verb FROM audit_entry WHERE object_id = $1",
        account
    )
    .unwrap();
    tx.done().await.unwrap();
    verbs.into_iter().map(|(verb,)| verb).collect()
}
