//! Ways in that end: what was begun and left, what outlives its owner's telephone, and what is tried too often.

use super::{
    passkeys::{HOST, ORIGIN, as_form, enter, make, new_challenge, proof},
    passwords::{audit_of, with_password},
    second_factor::{by_password, link, secret_on, set_up, shown, text_of},
    *,
};
use crate::rules::passkey_tests::Authenticator;

const FACTOR: &str = "/sign-in/ways/second-factor";
const HOLDING: &str = "SELECT CAST(count(*) AS TEXT) FROM second_factor WHERE confirmed_at IS NOT NULL";
const BEGUN: &str = "SELECT CAST(count(*) AS TEXT) FROM second_factor WHERE confirmed_at IS NULL";

/// The same account on one more device, from now on.
async fn once_more(site: &Site, account: AccountId) -> String {
    let mut tx = console(site).write(ANY).await.unwrap();
    let secret = crate::begin_sign_in(&mut tx, account, "Safari, iPhone").await.unwrap();
    tx.commit().await.unwrap();
    secret
}

/// Somebody who runs the installation.
pub async fn root(site: &Site) -> Person {
    let root = person(site, "root@example.org", None).await;
    let mut tx = console(site).of_installation().write(ANY).await.unwrap();
    let office = Grant { office: Office::Administrator, partnership: None, on: None };
    crate::grant(&mut tx, root.account, &office).await.unwrap();
    tx.commit().await.unwrap();
    root
}

async fn account_of(site: &Site, mail: &str) -> AccountId {
    let mut tx = console(site).read(ANY).await.unwrap();
    let account = crate::find_by_mail(&mut tx, &Mail::parse(mail).unwrap()).await.unwrap().unwrap();
    tx.done().await.unwrap();
    account.id
}

fn lost(account: AccountId) -> String {
    format!("/installation/accounts/{account}/second-factor")
}

/// Comes in by a passkey from an address of the network.
async fn enter_from(site: &Site, sent: &[String; 6], from: [u8; 4]) -> Got {
    let request = Request::post("/sign-in/passkey")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("cookie", sent[5].as_str())
        .extension(axum::extract::ConnectInfo(std::net::SocketAddr::from((from, 4_000))));
    send(site, request, "", as_form(sent)).await
}

platform::on_both! { vec![crate::manifest()];
    async fn a_second_factor_that_was_begun_and_left_is_none_for_a_later_sign_in(site) {
        let ada = with_password(site).await;
        post(site, &ada.secret, FACTOR, &[]).await;
        let page = get(site, &ada.secret, FACTOR).await;
        let planted = secret_on(&page);
        assert!(page.body.contains("A new picture"), "{}", page.body);
        site.app.clock.advance(60);
        let later = once_more(site, ada.account).await;
        let page = get(site, &later, FACTOR).await;
        assert!(page.body.contains("Set it up") && !page.body.contains("Keep these codes"), "{}", page.body);
        let confirmation = format!("{FACTOR}/confirmation");
        let typed = post(site, &later, &confirmation, &[("code", &shown(site, &planted, 0))]).await;
        assert_eq!((typed.location(), text_of(site, HOLDING).await.as_str()), (FACTOR, "0"));
        let own = get(site, &ada.secret, FACTOR).await;
        assert_eq!(secret_on(&own), planted, "the sign-in that began it goes on");
        post(site, &ada.secret, FACTOR, &[]).await;
        assert_ne!(secret_on(&get(site, &ada.secret, FACTOR).await), planted, "a new picture");
        site.app.clock.advance(2 * 86_400);
        platform::jobs::run_due(&site.app).await.unwrap();
        assert_eq!(text_of(site, BEGUN).await, "0", "and it is swept");
    }

    async fn passkeys_do_not_outlive_what_is_taken_away_after_a_loss(site) {
        let ada = with_password(site).await;
        let telephone = Authenticator::new("a telephone");
        assert_eq!(make(site, &ada.secret, &telephone, (ORIGIN, HOST)).await.status, 303);
        letters(site).await;
        post(site, &ada.secret, FACTOR, &[]).await;
        let page = get(site, &ada.secret, FACTOR).await;
        assert!(page.body.contains("1 passkey goes on"), "{}", page.body);
        let code = shown(site, &secret_on(&page), 0);
        post(site, &ada.secret, &format!("{FACTOR}/confirmation"), &[("code", &code)]).await;
        assert!(letters(site).await[0].contains("1 passkey goes on"));
        let root = root(site).await;
        let page = get(site, &root.secret, &lost(ada.account)).await;
        assert!(page.body.contains("passkeys are removed"), "{}", page.body);
        assert_eq!(post(site, &root.secret, &lost(ada.account), &[]).await.status, 303);
        assert!(letters(site).await[0].contains("1 passkey was removed"));
        let sent = proof(&telephone, &new_challenge(site).await, (ORIGIN, HOST), 1);
        assert_eq!(enter(site, &sent).await.status, 422);
        let verbs = audit_of(site, ada.account).await;
        assert!(verbs.contains(&"account.passkeys-removed".to_owned()), "{verbs:?}");
    }

    async fn a_challenge_serves_once_also_for_what_does_not_fit_and_tries_are_counted(site) {
        let ada = with_password(site).await;
        let (telephone, stranger) = (Authenticator::new("a telephone"), Authenticator::new("a telephone"));
        assert_eq!(make(site, &ada.secret, &telephone, (ORIGIN, HOST)).await.status, 303);
        stranger.owner.lock().unwrap().clone_from(&telephone.owner.lock().unwrap());
        let challenge = new_challenge(site).await;
        assert_eq!(enter(site, &proof(&stranger, &challenge, (ORIGIN, HOST), 1)).await.status, 422);
        let late = enter(site, &proof(&telephone, &challenge, (ORIGIN, HOST), 1)).await;
        assert_eq!(late.status, 422, "it is used up");
        for n in 0..61 {
            let sent = proof(&stranger, &new_challenge(site).await, (ORIGIN, HOST), 1);
            let got = enter_from(site, &sent, [192, 0, 2, 1]).await;
            assert_eq!(got.status, if n < 60 { 422 } else { 429 }, "{n}");
        }
        let sent = proof(&telephone, &new_challenge(site).await, (ORIGIN, HOST), 1);
        assert_eq!(enter_from(site, &sent, [192, 0, 2, 2]).await.status, 303, "others are not kept out");
    }

    async fn only_a_fresh_sign_in_takes_codes_away_and_never_ones_own(site) {
        let ada = with_password(site).await;
        set_up(site, &ada.secret).await;
        let root = root(site).await;
        assert_eq!(post(site, &root.secret, &lost(root.account), &[]).await.status, 403, "own");
        set_up(site, &root.secret).await;
        assert_eq!(get(site, &root.secret, &lost(root.account)).await.location(), FACTOR);
        assert_eq!(post(site, &root.secret, &lost(root.account), &[]).await.status, 403, "own");
        site.app.clock.advance(15 * 60);
        let page = get(site, &root.secret, &lost(ada.account)).await;
        assert!(page.body.contains("Sign in once more"), "{}", page.body);
        let late = post(site, &root.secret, &lost(ada.account), &[]).await;
        assert_eq!((late.status, late.location()), (303, lost(ada.account).as_str()));
        assert_eq!(text_of(site, HOLDING).await, "2");
    }

    async fn an_invitation_leads_in_once_whichever_of_its_links_is_used(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", Some((Office::Coordinator, None))).await;
        let fields = [("mail", "bea@example.org"), ("name", "Bea"), ("lang", "en"), ("office", "reader")];
        post(site, &ada.secret, "/maple/work/accounts", &fields).await;
        let first = link_in(&letters(site).await[0]);
        let account = account_of(site, "bea@example.org").await;
        post(site, &ada.secret, &format!("/maple/work/accounts/{account}/invitation"), &[]).await;
        let second = link_in(&letters(site).await[0]);
        let entered = post(site, "", &first, &[]).await;
        assert!(entered.status == 303 && !secret_in(&entered).is_empty(), "{}", entered.body);
        assert_eq!(get(site, "", &second).await.status, 410, "it was accepted");
        let got = post(site, "", &second, &[]).await;
        assert_eq!((got.status, secret_in(&got)), (410, String::new()));
    }

    async fn who_has_been_here_before_accepts_and_comes_in_by_her_usual_way(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", Some((Office::Coordinator, None))).await;
        person(site, "bea@example.org", None).await;
        let fields = [("mail", "bea@example.org"), ("name", "Bea"), ("lang", "en"), ("office", "reader")];
        post(site, &ada.secret, "/maple/work/accounts", &fields).await;
        let link = link_in(&letters(site).await[0]);
        let got = post(site, "", &link, &[]).await;
        assert_eq!((got.status, got.location(), secret_in(&got)), (303, "/sign-in?to=/maple/work", String::new()));
    }

    async fn after_thirty_codes_a_day_none_is_taken_in_either_way_and_the_owner_is_told_once(site) {
        let ada = with_password(site).await;
        let secret = set_up(site, &ada.secret).await;
        for hour in 0..3 {
            site.app.clock.advance(3_601);
            let link = link(site).await;
            for n in 0..10 {
                let got = match n {
                    0..5 => by_password(site, "000000").await,
                    _ => post(site, "", &link, &[("code", "000000")]).await,
                };
                assert_eq!(got.status, 422, "{hour} {n}");
            }
        }
        site.app.clock.advance(3_601);
        let link = link(site).await;
        for _ in 0..2 {
            let code = shown(site, &secret, 0);
            let got = by_password(site, &code).await;
            assert_eq!((got.status, secret_in(&got)), (422, String::new()), "the same no as ever");
            assert_eq!(post(site, "", &link, &[("code", &code)]).await.status, 429);
        }
        let told = letters(site).await;
        assert_eq!(told.iter().filter(|letter| letter.contains("So many codes")).count(), 1, "{told:?}");
        let verbs = audit_of(site, ada.account).await;
        assert_eq!(verbs.iter().filter(|verb| *verb == "account.codes-closed").count(), 1);
        site.app.clock.advance(86_400);
        assert_eq!(by_password(site, &shown(site, &secret, 0)).await.status, 303);
    }
}
