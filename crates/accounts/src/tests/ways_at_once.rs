//! Ways in that change while somebody comes in: one waits for the other, and nobody stays in by an old way.

use super::{
    lifecycle::root,
    passkeys::{HOST, ORIGIN, enter, make, new_challenge, proof},
    passwords::{GOOD, with_password},
    second_factor::{by_password, secret_on, set_up, shown},
    *,
};
use crate::{rules::passkey_tests::Authenticator, store};
use std::time::Duration;

const FACTOR: &str = "/sign-in/ways/second-factor";

/// Somebody comes in and has not committed yet when `act` begins; gives the secret of that device, and what `act` got.
async fn while_coming_in(site: &Site, account: AccountId, act: impl Future<Output = Got>) -> (String, Got) {
    let mut tx = console(site).of_installation().write(ANY).await.unwrap();
    let late = crate::begin_sign_in(&mut tx, account, "Safari, iPhone").await.unwrap();
    let entering = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        tx.commit().await.unwrap();
    };
    let (got, ()) = tokio::join!(act, entering);
    (late, got)
}

platform::on_both! { vec![crate::manifest()];
    async fn who_comes_in_while_others_are_shown_out_is_out_too(site) {
        let ada = with_password(site).await;
        for path in ["/sign-in/devices/others", "/sign-in/ways/password"] {
            let act = post(site, &ada.secret, path, &[("password", GOOD)]);
            let (late, got) = while_coming_in(site, ada.account, act).await;
            assert_eq!(got.status, 303, "{}", got.body);
            assert_eq!(get(site, &late, "/maple/work").await.status, 303, "{path}");
        }
        post(site, &ada.secret, FACTOR, &[]).await;
        let code = shown(site, &secret_on(&get(site, &ada.secret, FACTOR).await), 0);
        let (path, fields) = (format!("{FACTOR}/confirmation"), [("code", code.as_str())]);
        let act = post(site, &ada.secret, &path, &fields);
        let (late, got) = while_coming_in(site, ada.account, act).await;
        assert_eq!(got.location(), "/sign-in/devices?said=second-factor-on");
        assert_eq!(get(site, &late, "/maple/work").await.status, 303, "it came in without a code");
    }

    async fn who_comes_in_while_codes_are_taken_away_is_out_too(site) {
        let ada = with_password(site).await;
        set_up(site, &ada.secret).await;
        let root = root(site).await;
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        let (late, spent) = (tx.new_secret().unwrap(), crate::rules::Spent::Passkey);
        crate::begin_sign_in_with(&mut tx, (ada.account, Some(&spent)), "", &late).await.unwrap();
        let entering = async {
            tokio::time::sleep(Duration::from_millis(200)).await;
            tx.commit().await.unwrap();
        };
        let path = format!("/installation/accounts/{}/second-factor", ada.account);
        let (got, ()) = tokio::join!(post(site, &root.secret, &path, &[]), entering);
        assert_eq!(got.status, 303, "{}", got.body);
        assert_eq!(get(site, &late, "/maple/work").await.status, 303);
    }

    async fn a_password_that_is_changed_at_that_instant_opens_nothing(site) {
        let ada = with_password(site).await;
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        store::line_up(&mut tx, ada.account).await.unwrap();
        store::set_password(&mut tx, ada.account, ("another", true)).await.unwrap();
        let changing = async {
            tokio::time::sleep(Duration::from_millis(200)).await;
            tx.commit().await.unwrap();
        };
        let entering = async {
            tokio::time::sleep(Duration::from_millis(1)).await;
            by_password(site, "").await
        };
        let (got, ()) = tokio::join!(entering, changing);
        assert_eq!((got.status, secret_in(&got)), (422, String::new()));
    }

    async fn of_a_passkey_and_its_copy_one_comes_in(site) {
        let ada = with_password(site).await;
        let telephone = Authenticator::new("a telephone");
        assert_eq!(make(site, &ada.secret, &telephone, (ORIGIN, HOST)).await.status, 303);
        let one = proof(&telephone, &new_challenge(site).await, (ORIGIN, HOST), 1);
        let two = proof(&telephone, &new_challenge(site).await, (ORIGIN, HOST), 1);
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        store::line_up(&mut tx, ada.account).await.unwrap();
        let waiting = async {
            tokio::time::sleep(Duration::from_millis(200)).await;
            tx.commit().await.unwrap();
        };
        let (one, two, ()) = tokio::join!(enter(site, &one), enter(site, &two), waiting);
        let mut statuses = [one.status, two.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422]);
    }

    async fn a_second_factor_is_not_finished_by_what_was_begun_before(site) {
        let ada = with_password(site).await;
        post(site, &ada.secret, FACTOR, &[]).await;
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        let row = store::second_factor(&mut tx, ada.account).await.unwrap().unwrap();
        let mut finish = async |since| {
            store::confirm_second_factor(&mut tx, (ada.account, &row.secret), (1, since), &[]).await.unwrap()
        };
        assert!(!finish(row.made_at.plus_seconds(1)).await);
        assert!(finish(row.made_at).await, "the control");
    }
}
