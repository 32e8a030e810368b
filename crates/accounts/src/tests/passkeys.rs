//! Passkeys: making one and coming in by it, and everything that only looks like one.

use super::{passwords::audit_of, second_factor::text_of, *};
use crate::rules::passkey_tests::{Authenticator, said};
use data_encoding::BASE64URL_NOPAD;

const COORDINATOR: Option<(Office, Option<Ref>)> = Some((Office::Coordinator, None));
const OWN: &str = "/sign-in/ways/passkeys";
pub const ORIGIN: &str = "http://kith.test";
pub const HOST: &str = "kith.test";

fn letters_of(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

/// A challenge, as the script gets it, and the cookie that came with it.
async fn asked_with(site: &Site, secret: &str, path: &str) -> (serde_json::Value, String) {
    let got = post(site, secret, &format!("{path}/challenge"), &[("name", "Her telephone")]).await;
    assert_eq!(got.status, 200, "{}", got.body);
    let cookie = got.headers.get("set-cookie").map(|line| line.to_str().unwrap()).unwrap_or_default();
    (serde_json::from_str(&got.body).unwrap(), cookie.split(';').next().unwrap().to_owned())
}

async fn asked(site: &Site, secret: &str, path: &str) -> serde_json::Value {
    asked_with(site, secret, path).await.0
}

/// A challenge for coming in, and the cookie of the browser that got it.
pub struct Challenge(String, String);

impl Challenge {
    fn made_up() -> Self {
        Self("made-up".to_owned(), String::new())
    }
}

fn challenge_in(asked: &serde_json::Value) -> String {
    asked["challenge"].as_str().unwrap().to_owned()
}

/// Makes a passkey for somebody who is in, as this origin and host tell it.
pub async fn make(site: &Site, secret: &str, by: &Authenticator, (origin, host): (&str, &str)) -> Got {
    let told = asked(site, secret, OWN).await;
    let challenge = challenge_in(&told);
    *by.owner.lock().unwrap() = told["account"].as_str().unwrap().to_owned();
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
pub fn proof(
    by: &Authenticator,
    challenge: &Challenge,
    (origin, host): (&str, &str),
    count: u32,
) -> [String; 6] {
    let words = said("webauthn.get", &challenge.0, origin);
    let data = by.data(host, count);
    let signature = by.sign(&data, &words);
    let owner = by.owner.lock().unwrap().clone();
    [
        letters_of(&by.name),
        letters_of(&words),
        letters_of(&data),
        letters_of(&signature),
        owner,
        challenge.1.clone(),
    ]
}

/// The form and the cookie of what a browser sends to come in.
pub fn as_form([credential, client_data, data, signature, owner, _]: &[String; 6]) -> String {
    format!(
        "credential={credential}&client_data={client_data}&data={data}&signature={signature}&owner={owner}&to=/maple/work/accounts"
    )
}

pub async fn enter(site: &Site, sent: &[String; 6]) -> Got {
    let request = Request::post("/sign-in/passkey")
        .header("origin", "http://kith.test")
        .header("sec-fetch-site", "same-origin")
        .header("host", "kith.test")
        .header("cookie", sent[5].as_str())
        .header("content-type", "application/x-www-form-urlencoded");
    site.send(request.body(as_form(sent).into()).unwrap()).await
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

pub async fn new_challenge(site: &Site) -> Challenge {
    let (told, cookie) = asked_with(site, "", "/sign-in/passkey").await;
    assert!(cookie.starts_with("kith-passkey="), "{cookie}");
    Challenge(challenge_in(&told), cookie)
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
        let sent = proof(&telephone, &new_challenge(site).await, (ORIGIN, HOST), 1);
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
        stranger.owner.lock().unwrap().clone_from(&telephone.owner.lock().unwrap());
        let elsewhere = [("https://evil.example", HOST), (ORIGIN, "evil.example")];
        // What does not fit uses its challenge up, so each gets one.
        let mut sent = vec![proof(&telephone, &Challenge::made_up(), here, 1), [""; 6].map(str::to_owned)];
        for (by, place) in [(&stranger, here), (&telephone, elsewhere[0]), (&telephone, elsewhere[1])] {
            sent.push(proof(by, &new_challenge(site).await, place, 1));
        }
        sent.push(proof(&Authenticator::new("another"), &new_challenge(site).await, here, 1));
        let good = new_challenge(site).await;
        let whole = proof(&telephone, &good, here, 1);
        let mut mixed = whole.clone();
        mixed[1] = letters_of(&said("webauthn.get", &good.0, "http://kith.test.evil.example"));
        sent.push(mixed);
        // Somebody else's, or nobody's in particular; and in a browser that did not ask for the challenge.
        for owner in ["", "AAAAAAAAAAAAAAAAAAAAAA"] {
            let mut other = proof(&telephone, &new_challenge(site).await, here, 1);
            other[4] = owner.to_owned();
            sent.push(other);
        }
        for cookie in [String::new(), "kith-passkey=".to_owned(), new_challenge(site).await.1] {
            let mut other = proof(&telephone, &new_challenge(site).await, here, 1);
            other[5] = cookie;
            sent.push(other);
        }
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

    async fn a_name_is_looked_at_before_anybody_is_asked_and_the_key_is_the_authenticators_own(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        for name in ["", "  ", &"x".repeat(61)] {
            assert_eq!(post(site, &ada.secret, &format!("{OWN}/challenge"), &[("name", name)]).await.status, 422, "{name}");
        }
        let (telephone, other) = (Authenticator::new("a telephone"), Authenticator::new("another"));
        let add = async |key: &Authenticator, algorithm: &str| {
            let challenge = challenge_in(&asked(site, &ada.secret, OWN).await);
            let fields = [
                ("name", "Her telephone"),
                ("client_data", &letters_of(&said("webauthn.create", &challenge, ORIGIN))),
                ("data", &letters_of(&telephone.made(HOST))),
                ("key", &letters_of(&key.key())),
                ("algorithm", algorithm),
            ];
            post(site, &ada.secret, OWN, &fields).await.status
        };
        assert_eq!(add(&other, "-7").await, 422, "a key that the authenticator did not tell");
        assert_eq!(add(&telephone, "-8").await, 422, "a way of signing that is not the key's");
        assert_eq!(add(&telephone, "-7").await, 303, "the control");
    }

    async fn challenges_are_swept_an_hour_after_their_end(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        let left = async || {
            platform::jobs::run_due(&site.app).await.unwrap();
            text_of(site, "SELECT CAST(count(*) AS TEXT) FROM ticket WHERE purpose LIKE 'accounts.passkey%'").await
        };
        new_challenge(site).await;
        asked(site, &ada.secret, OWN).await;
        assert_eq!(left().await, "2");
        site.app.clock.advance(300 + 3_500);
        assert_eq!(left().await, "2", "the hour is not over");
        site.app.clock.advance(3_700);
        assert_eq!(left().await, "0");
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
