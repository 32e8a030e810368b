//! The second factor: nobody comes in beside it, no code works twice, and the day when the telephone is lost.

use super::{
    passwords::{GOOD, audit_of, with_password},
    *,
};
use crate::rules::{code_at, recovery_codes, step_at};

const COORDINATOR: Option<(Office, Option<Ref>)> = Some((Office::Coordinator, None));
const MAIL: &str = "ada@example.org";
const OWN: &str = "/sign-in/ways/second-factor";

/// The code that the telephone shows, so many steps from now.
pub fn shown(site: &Site, secret: &[u8], by: i64) -> String {
    format!("{:06}", code_at(secret, step_at(site.app.clock.now()) + by))
}

/// The secret on the page of somebody who sets up her telephone.
pub fn secret_on(page: &Got) -> Vec<u8> {
    let (_, rest) = page.body.split_once("<code>").expect("a secret");
    let text: String = rest.split('<').next().unwrap().split(' ').collect();
    data_encoding::BASE32_NOPAD.decode(text.as_bytes()).expect("base 32")
}

/// Sets up a second factor for somebody who is in; gives its secret. Codes before now are used.
pub async fn set_up(site: &Site, cookie: &str) -> Vec<u8> {
    assert_eq!(post(site, cookie, OWN, &[]).await.location(), OWN);
    let page = get(site, cookie, OWN).await;
    let secret = secret_on(&page);
    assert!(page.body.contains("<svg") && page.body.contains(&recovery_codes(&secret)[7]), "{}", page.body);
    let wrong = post(site, cookie, &format!("{OWN}/confirmation"), &[("code", "000000")]).await;
    assert!(wrong.status == 422 && secret_on(&wrong) == secret, "the same picture again");
    assert!(
        wrong.body.contains("not the code that your telephone shows now"),
        "no recovery code serves here"
    );
    let right = shown(site, &secret, -1);
    let on = post(site, cookie, &format!("{OWN}/confirmation"), &[("code", &right)]).await;
    assert_eq!(on.location(), "/sign-in/devices?said=second-factor-on");
    letters(site).await;
    secret
}

pub async fn by_password(site: &Site, code: &str) -> Got {
    post(site, "", "/sign-in/password", &[("mail", MAIL), ("password", GOOD), ("code", code)]).await
}

pub async fn link(site: &Site) -> String {
    post(site, "", "/sign-in", &[("mail", MAIL)]).await;
    link_in(&letters(site).await[0])
}

platform::on_both! { vec![crate::manifest()];
    async fn no_way_leads_in_beside_it(site) {
        let ada = with_password(site).await;
        let secret = set_up(site, &ada.secret).await;
        let sealed = text_of(site, "SELECT secret FROM second_factor").await;
        assert!(!sealed.contains(&data_encoding::BASE32_NOPAD.encode(&secret)), "{sealed}");
        // By password: without a code, and with a wrong one, the same no.
        for code in ["", "000000", "not a code"] {
            let got = by_password(site, code).await;
            assert_eq!((got.status, secret_in(&got)), (422, String::new()), "{code}");
            assert!(got.body.contains("does not fit together"), "it does not tell that the password was right");
        }
        // By link: it asks for the code, is not used up by a wrong one, and opens with the right one.
        let link = link(site).await;
        assert!(get(site, "", &link).await.body.contains("one-time-code"));
        for code in ["", "000000"] {
            let got = post(site, "", &link, &[("code", code)]).await;
            assert_eq!((got.status, secret_in(&got)), (422, String::new()), "{code}");
        }
        let entered = post(site, "", &link, &[("code", &shown(site, &secret, 0))]).await;
        assert_eq!(entered.status, 303, "{}", entered.body);
        assert_eq!(get(site, &secret_in(&entered), "/maple/work").await.status, 200);
        // The one door itself: whoever forgets to ask does not get in.
        let mut tx = console(site).write(ANY).await.unwrap();
        let beside = crate::begin_sign_in(&mut tx, ada.account, "").await;
        assert!(matches!(&beside, Err(platform::errors::Error::Refused(why)) if why.code() == "code-needed"), "{beside:?}");
    }

    async fn an_invitation_does_not_lead_in_beside_it(site) {
        let ada = with_password(site).await;
        set_up(site, &ada.secret).await;
        let bea = person(site, "bea@example.org", COORDINATOR).await;
        let fields = [("name", "Ada"), ("mail", MAIL), ("lang", "en"), ("office", "reader")];
        let invited = post(site, &bea.secret, "/maple/work/accounts", &fields).await;
        assert_eq!(invited.status, 303, "{}", invited.body);
        let mut tx = console(site).write(ANY).await.unwrap();
        let account = crate::store::account_by_id(&mut tx, ada.account).await.unwrap().unwrap();
        crate::store::invite(&mut tx, account.id, ("Ada", Lang::En)).await.unwrap();
        let reader = crate::mails::Reader { account: account.id, mail: &account.mail, name: "Ada", lang: Lang::En };
        crate::mails::send_invitation(&console(site), &mut tx, &reader).await.unwrap();
        tx.commit().await.unwrap();
        let letter = letters(site).await.into_iter().find(|letter| letter.contains("/invitation/")).expect("an invitation");
        let accepted = post(site, "", &link_in(&letter), &[]).await;
        assert_eq!((accepted.status, secret_in(&accepted)), (303, String::new()));
        assert_eq!(accepted.location(), "/sign-in?to=/maple/work", "accepted, and then the usual way in");
        let accepted = "SELECT CAST(count(*) AS TEXT) FROM invitation WHERE accepted_at IS NOT NULL";
        assert_eq!(text_of(site, accepted).await, "1");
    }

    async fn a_code_works_once_however_often_it_is_sent(site) {
        let ada = with_password(site).await;
        let secret = set_up(site, &ada.secret).await;
        assert_eq!(by_password(site, &shown(site, &secret, -1)).await.status, 422, "used when it was set up");
        let now = shown(site, &secret, 0);
        let (one, two) = tokio::join!(by_password(site, &now), by_password(site, &now));
        let mut statuses = [one.status, two.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422], "of two at the same instant one");
        assert_eq!(by_password(site, &now).await.status, 422);
        site.app.clock.advance(30);
        assert_eq!(by_password(site, &shown(site, &secret, 0)).await.status, 303);
    }

    async fn the_day_when_the_telephone_is_lost(site) {
        let ada = with_password(site).await;
        let secret = set_up(site, &ada.secret).await;
        let codes = recovery_codes(&secret);
        let stored = text_of(site, "SELECT max(code_hash) FROM recovery_code").await;
        assert!(codes.iter().all(|code| !stored.contains(&code.replace('-', ""))));
        let entered = by_password(site, &codes[3].to_uppercase()).await;
        assert_eq!(entered.status, 303, "{}", entered.body);
        assert!(letters(site).await[0].contains("recovery code"), "and she is told");
        assert_eq!(by_password(site, &codes[3]).await.status, 422, "once");
        let cookie = secret_in(&entered);
        assert!(get(site, &cookie, OWN).await.body.contains("7 recovery codes"));
        let off = post(site, &cookie, &format!("{OWN}/removal"), &[]).await;
        assert_eq!(off.location(), "/sign-in/devices?said=second-factor-off");
        assert!(letters(site).await[0].contains("does not ask for a code any more"));
        assert_eq!(by_password(site, "").await.status, 303);
        let entered = post(site, "", &link(site).await, &[]).await;
        assert_eq!(entered.status, 303, "the link alone again");
        let verbs = audit_of(site, ada.account).await;
        for verb in ["account.second-factor-on", "account.second-factor-off", "account.recovery-code-used"] {
            assert!(verbs.iter().any(|known| known == verb), "{verb}: {verbs:?}");
        }
    }

    async fn whoever_runs_the_installation_takes_a_lost_one_away_and_the_owner_is_told(site) {
        let ada = with_password(site).await;
        set_up(site, &ada.secret).await;
        let root = person(site, "root@example.org", None).await;
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        crate::grant(&mut tx, root.account, &Grant { office: Office::Administrator, partnership: None, on: None }).await.unwrap();
        tx.commit().await.unwrap();
        let path = format!("/installation/accounts/{}/second-factor", ada.account);
        assert!(get(site, &root.secret, "/installation/accounts").await.body.contains(&path));
        assert!(get(site, &root.secret, &path).await.body.contains("ada@example.org"));
        let bea = person(site, "bea@example.org", COORDINATOR).await;
        assert_eq!(post(site, &bea.secret, &path, &[]).await.status, 404, "a coordinator may not");
        let done = post(site, &root.secret, &path, &[]).await;
        assert_eq!(done.location(), "/installation/accounts?said=codes-removed");
        assert!(letters(site).await[0].contains("does not ask for a code any more"));
        assert_eq!(get(site, &ada.secret, "/maple/work").await.status, 303, "out on all devices");
        assert_eq!(by_password(site, "").await.status, 303);
        assert_eq!(post(site, &root.secret, &path, &[]).await.status, 404);
    }

    async fn somebody_elses_recovery_code_opens_nothing(site) {
        let ada = with_password(site).await;
        set_up(site, &ada.secret).await;
        let bea = person(site, "bea@example.org", COORDINATOR).await;
        let hers = recovery_codes(&set_up(site, &bea.secret).await);
        assert_eq!(by_password(site, &hers[0]).await.status, 422);
        let link = link(site).await;
        assert_eq!(post(site, "", &link, &[("code", &hers[0])]).await.status, 422);
    }

    async fn another_installations_secret_opens_none_and_recovery_codes_still_do(site) {
        let ada = with_password(site).await;
        let secret = set_up(site, &ada.secret).await;
        let elsewhere = platform::app::Settings { secret: "of another installation, thirty-two bytes and more".into(), ..site.app.settings.clone() };
        let sealed = crate::second::seal(&elsewhere, &site.app.chance, (ada.account, &secret)).unwrap();
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        platform::sql!(tx, run, "UPDATE second_factor SET secret = $1 WHERE account_id = $2", sealed, ada.account).unwrap();
        tx.commit().await.unwrap();
        assert_eq!(by_password(site, &shown(site, &secret, 0)).await.status, 422);
        assert_eq!(by_password(site, &recovery_codes(&secret)[0]).await.status, 303);
    }

    async fn guessed_codes_are_counted_by_account(site) {
        let ada = with_password(site).await;
        set_up(site, &ada.secret).await;
        let link = link(site).await;
        let mut statuses = Vec::new();
        for n in 0..10 {
            statuses.push(post(site, "", &link, &[("code", &format!("{n:06}"))]).await.status);
        }
        // Two were used for setting it up.
        assert_eq!(statuses, [vec![422; 8], vec![429; 2]].concat());
    }

    async fn a_shorter_password_does_beside_it_and_goes_with_it(site) {
        open_gate(site);
        let ada = person(site, MAIL, COORDINATOR).await;
        let own = "/sign-in/ways/password";
        assert_eq!(post(site, &ada.secret, own, &[("password", "kz8-ütq!")]).await.status, 422);
        set_up(site, &ada.secret).await;
        assert_eq!(post(site, &ada.secret, own, &[("password", "kz8-ütq!")]).await.status, 303);
        post(site, &ada.secret, &format!("{OWN}/removal"), &[]).await;
        let mut tx = console(site).of_installation().read(ANY).await.unwrap();
        assert_eq!(crate::store::password_set_at(&mut tx, ada.account).await.unwrap(), None);
        tx.done().await.unwrap();
    }

    async fn setting_it_up_asks_for_a_fresh_sign_in(site) {
        open_gate(site);
        let ada = person(site, MAIL, COORDINATOR).await;
        site.app.clock.advance(15 * 60);
        assert!(get(site, &ada.secret, OWN).await.body.contains("Sign in once more"));
        for path in [OWN.to_owned(), format!("{OWN}/confirmation"), format!("{OWN}/removal")] {
            assert_eq!(post(site, &ada.secret, &path, &[]).await.location(), OWN, "{path}");
        }
        let mut tx = console(site).of_installation().read(ANY).await.unwrap();
        assert!(crate::store::second_factor(&mut tx, ada.account).await.unwrap().is_none());
        tx.done().await.unwrap();
    }
}

pub async fn text_of(site: &Site, statement: &str) -> String {
    let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
    let text = platform::sql!(tx, value String, statement).unwrap();
    tx.done().await.unwrap();
    text
}
