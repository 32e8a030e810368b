//! Passkeys: making one and coming in by it, and everything that only looks like one.

use super::{passwords::audit_of, *};
use crate::rules::passkey_tests::{Authenticator, said};
use data_encoding::BASE64URL_NOPAD;

const COORDINATOR: Option<(Office, Option<Ref>)> = Some((Office::Coordinator, None));
const OWN: &str = "/sign-in/ways/passkeys";
pub const ORIGIN: &str = "http://kith.test";
pub const HOST: &str = "kith.test";

fn letters_of(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

/// A challenge, as the script gets it.
async fn asked(site: &Site, secret: &str, path: &str) -> serde_json::Value {
    let got = post(site, secret, &format!("{path}/challenge"), &[]).await;
    assert_eq!(got.status, 200, "{}", got.body);
    serde_json::from_str(&got.body).unwrap()
}

fn challenge_in(asked: &serde_json::Value) -> String {
    asked["challenge"].as_str().unwrap().to_owned()
}

/// Makes a passkey for somebody who is in, as this origin and host tell it.
pub async fn make(site: &Site, secret: &str, by: &Authenticator, (origin, host): (&str, &str)) -> Got {
    let challenge = challenge_in(&asked(site, secret, OWN).await);
    let fields = [
        ("name", "Her telephone"),
        ("client_data", &letters_of(&said("webauthn.create", &challenge, origin))),
        ("data", &letters_of(&by.made(host))),
        ("key", &letters_of(&by.key())),
        ("algorithm", "-7"),
    ];
    post(site, secret, OWN, &fields).await
}

/// What a browser sends to come in.
pub fn proof(by: &Authenticator, challenge: &str, (origin, host): (&str, &str), count: u32) -> [String; 4] {
    let words = said("webauthn.get", challenge, origin);
    let data = by.data(host, count);
    let signature = by.sign(&data, &words);
    [letters_of(&by.name), letters_of(&words), letters_of(&data), letters_of(&signature)]
}

pub async fn enter(site: &Site, [credential, client_data, data, signature]: &[String; 4]) -> Got {
    let fields = [
        ("credential", credential.as_str()),
        ("client_data", client_data),
        ("data", data),
        ("signature", signature),
        ("to", "/maple/work/accounts"),
    ];
    post(site, "", "/sign-in/passkey", &fields).await
}

async fn ada_with(site: &Site, by: &Authenticator) -> Person {
    open_gate(site);
    let ada = person(site, "ada@example.org", COORDINATOR).await;
    let made = make(site, &ada.secret, by, (ORIGIN, HOST)).await;
    assert_eq!(
        (made.status, made.location()),
        (303, "/sign-in/ways/passkeys?said=passkey-added"),
        "{}",
        made.body
    );
    ada
}

pub async fn new_challenge(site: &Site) -> String {
    challenge_in(&asked(site, "", "/sign-in/passkey").await)
}

platform::on_both! { vec![crate::manifest()];
    async fn a_passkey_signs_in_and_each_challenge_serves_once(site) {
        let telephone = Authenticator::new("a telephone");
        let ada = ada_with(site, &telephone).await;
        assert!(letters(site).await[0].contains("A passkey was added"));
        let page = get(site, "", "/sign-in").await;
        assert!(page.body.contains("data-passkey=\"prove\"") && page.body.contains("passkeys.js"), "{}", page.body);
        let told = asked(site, "", "/sign-in/passkey").await;
        assert_eq!(told["host"], HOST);
        let sent = proof(&telephone, &challenge_in(&told), (ORIGIN, HOST), 1);
        let entered = enter(site, &sent).await;
        assert_eq!((entered.status, entered.location()), (303, "/maple/work/accounts"), "{}", entered.body);
        let cookie = secret_in(&entered);
        assert_eq!(get(site, &cookie, "/maple/work").await.status, 200);
        let again = enter(site, &sent).await;
        assert_eq!((again.status, secret_in(&again)), (422, String::new()), "what was sent once opens nothing again");
        let own = get(site, &cookie, OWN).await;
        assert!(own.body.contains("Her telephone") && own.body.contains(HOST));
        let verbs = audit_of(site, ada.account).await;
        assert!(verbs.contains(&"account.passkey-added".to_owned()), "{verbs:?}");
    }

    async fn what_only_looks_like_it_opens_nothing(site) {
        let telephone = Authenticator::new("a telephone");
        let ada = ada_with(site, &telephone).await;
        let here = (ORIGIN, HOST);
        let stranger = Authenticator::new("a telephone");
        let elsewhere = [("https://evil.example", HOST), (ORIGIN, "evil.example")];
        // What does not fit uses its challenge up, so each gets one.
        let mut sent = vec![proof(&telephone, "made-up", here, 1), ["", "", "", ""].map(str::to_owned)];
        for (by, place) in [(&stranger, here), (&telephone, elsewhere[0]), (&telephone, elsewhere[1])] {
            sent.push(proof(by, &new_challenge(site).await, place, 1));
        }
        sent.push(proof(&Authenticator::new("another"), &new_challenge(site).await, here, 1));
        let good = new_challenge(site).await;
        let whole = proof(&telephone, &good, here, 1);
        let mut mixed = whole.clone();
        mixed[1] = letters_of(&said("webauthn.get", &good, "http://kith.test.evil.example"));
        sent.push(mixed);
        for (n, sent) in sent.iter().enumerate() {
            let got = enter(site, sent).await;
            assert_eq!((got.status, secret_in(&got)), (422, String::new()), "{n}");
        }
        assert_eq!(enter(site, &whole).await.status, 303, "the control: the whole one does");
        letters(site).await;
        let copy = proof(&telephone, &new_challenge(site).await, here, 1);
        assert_eq!(enter(site, &copy).await.status, 422, "a count that does not rise is a copy's");
        assert!(letters(site).await[0].contains("somebody may have a copy of it"));
        assert!(audit_of(site, ada.account).await.contains(&"account.passkey-copied".to_owned()));
        let late = proof(&telephone, &new_challenge(site).await, here, 2);
        site.app.clock.advance(301);
        assert_eq!(enter(site, &late).await.status, 422, "five minutes");
    }

    async fn one_that_was_only_touched_is_not_enough(site) {
        let mut telephone = Authenticator::new("a telephone");
        ada_with(site, &telephone).await;
        telephone.flags = 0x01;
        let touched = proof(&telephone, &new_challenge(site).await, (ORIGIN, HOST), 1);
        assert_eq!(enter(site, &touched).await.status, 422);
    }

    async fn it_stands_for_both_factors(site) {
        let telephone = Authenticator::new("a telephone");
        let ada = ada_with(site, &telephone).await;
        super::second_factor::set_up(site, &ada.secret).await;
        let sent = proof(&telephone, &new_challenge(site).await, (ORIGIN, HOST), 1);
        assert_eq!(enter(site, &sent).await.status, 303);
    }

    async fn one_is_made_only_by_its_owner_freshly_signed_in(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        let bea = person(site, "bea@example.org", COORDINATOR).await;
        let telephone = Authenticator::new("a telephone");
        for place in [("https://evil.example", HOST), (ORIGIN, "evil.example")] {
            assert_eq!(make(site, &ada.secret, &telephone, place).await.status, 422, "{place:?}");
        }
        let hers = challenge_in(&asked(site, &bea.secret, OWN).await);
        let fields = [
            ("name", "x"),
            ("client_data", &letters_of(&said("webauthn.create", &hers, ORIGIN))),
            ("data", &letters_of(&telephone.made(HOST))),
            ("key", &letters_of(&telephone.key())),
            ("algorithm", "-7"),
        ];
        assert_eq!(post(site, &ada.secret, OWN, &fields).await.status, 422, "somebody else's challenge");
        assert_eq!(make(site, &ada.secret, &telephone, (ORIGIN, HOST)).await.status, 303);
        let twice = make(site, &bea.secret, &telephone, (ORIGIN, HOST)).await;
        assert!(twice.status == 422 && twice.body.contains("kept here already"), "{}", twice.body);
        site.app.clock.advance(15 * 60);
        assert!(get(site, &ada.secret, OWN).await.body.contains("Sign in once more"));
        assert_eq!(post(site, &ada.secret, &format!("{OWN}/challenge"), &[]).await.status, 403);
        assert_eq!(post(site, &ada.secret, OWN, &[]).await.location(), OWN);
    }

    async fn a_removed_one_and_one_of_an_ended_account_open_nothing(site) {
        let (telephone, key) = (Authenticator::new("a telephone"), Authenticator::new("a key"));
        let ada = ada_with(site, &telephone).await;
        assert_eq!(make(site, &ada.secret, &key, (ORIGIN, HOST)).await.status, 303);
        let bea = person(site, "bea@example.org", COORDINATOR).await;
        let mut tx = console(site).of_installation().read(ANY).await.unwrap();
        let kept = crate::store::passkeys(&mut tx, ada.account).await.unwrap();
        tx.done().await.unwrap();
        let first = kept.iter().find(|row| row.credential == letters_of(&telephone.name)).unwrap();
        let removal = format!("{OWN}/{}/removal", first.id);
        assert_eq!(post(site, &bea.secret, &removal, &[]).await.status, 404, "not hers");
        assert_eq!(post(site, &ada.secret, &removal, &[]).await.location(), "/sign-in/ways/passkeys?said=passkey-removed");
        let removed = proof(&telephone, &new_challenge(site).await, (ORIGIN, HOST), 1);
        assert_eq!(enter(site, &removed).await.status, 422);
        let sent = proof(&key, &new_challenge(site).await, (ORIGIN, HOST), 1);
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        crate::store::close(&mut tx, ada.account).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(enter(site, &sent).await.status, 422);
    }
}
