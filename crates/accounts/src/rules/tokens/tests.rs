//! Tokens, good ones and those that only look so. The RSA key and its token are those of RFC 7515, appendix A.2.

use super::*;
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};

const ISSUER: &str = "https://login.city.example";
const NOW: i64 = 1_800_000_000;

fn letters(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

/// A house with one key.
struct Signer(EcdsaKeyPair);

impl Signer {
    fn new() -> Self {
        let random = SystemRandom::new();
        let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
        Self(EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, made.as_ref(), &random).unwrap())
    }

    fn key(&self) -> Value {
        let point = self.0.public_key().as_ref();
        json!({ "kty": "EC", "crv": "P-256", "kid": "one", "use": "sig", "x": letters(&point[1..33]), "y": letters(&point[33..]) })
    }

    fn keys(&self) -> Vec<u8> {
        json!({ "keys": [{ "kty": "OKP", "crv": "Ed25519", "x": 7 }, self.key()] }).to_string().into_bytes()
    }

    fn token(&self, header: &Value, told: &Value) -> String {
        let words =
            format!("{}.{}", letters(header.to_string().as_bytes()), letters(told.to_string().as_bytes()));
        let by = self.0.sign(&SystemRandom::new(), words.as_bytes()).unwrap();
        format!("{words}.{}", letters(by.as_ref()))
    }
}

fn header() -> Value {
    json!({ "alg": "ES256", "kid": "one", "typ": "JWT" })
}

fn told() -> Value {
    json!({ "iss": ISSUER, "sub": "248289761001", "aud": "kith", "exp": NOW + 300, "iat": NOW, "auth_time": NOW, "nonce": "n-0S6",
            "email": "ada@city.example", "email_verified": true })
}

fn with(field: &str, value: Value) -> Value {
    let mut told = told();
    told[field] = value;
    told
}

fn without(field: &str) -> Value {
    let mut told = told();
    told.as_object_mut().unwrap().remove(field);
    told
}

fn expected() -> Expected<'static> {
    let now = Moment::from_micros(NOW * 1_000_000);
    Expected { issuer: ISSUER, id_there: "kith", nonce: "n-0S6", now }
}

fn read(by: &Signer, told: &Value) -> Result<Claims, Flaw> {
    claims(&by.token(&header(), told), &by.keys(), &expected())
}

#[test]
fn a_whole_token_tells_who_it_is() {
    let city = Signer::new();
    let mail = Some(("ada@city.example".to_owned(), true));
    let ada = Claims { subject: "248289761001".into(), mail, is_dated: true };
    assert_eq!(read(&city, &told()), Ok(ada.clone()));
    for same in [
        with("aud", json!(["kith"])),
        with("azp", json!("kith")),
        with("exp", json!(1_800_000_300.5)),
        with("exp", json!(NOW - 59)),
        with("iat", json!(NOW + 60)),
        with("nbf", json!(NOW + 60)),
        with("auth_time", json!(NOW - 900)),
        with("email_verified", json!("true")),
    ] {
        assert_eq!(read(&city, &same), Ok(ada.clone()), "{same}");
    }
    let mut two = with("aud", json!(["kith", "other"]));
    two["azp"] = json!("kith");
    assert_eq!(read(&city, &two), Ok(ada.clone()));
    assert_eq!(
        read(&city, &without("auth_time")),
        Ok(Claims { is_dated: false, ..ada }),
        "as some houses answer"
    );
    assert_eq!(read(&city, &without("email")).unwrap().mail, None);
    for unsure in
        [without("email_verified"), with("email_verified", json!(false)), with("email_verified", json!(1))]
    {
        assert_eq!(read(&city, &unsure).unwrap().mail, Some(("ada@city.example".into(), false)), "{unsure}");
    }
}

#[test]
fn a_house_has_a_key_of_a_kind_that_is_taken() {
    assert!(has_key(&Signer::new().keys()));
    for none in [
        json!({ "keys": [] }),
        json!({ "keys": [{ "kty": "OKP", "crv": "Ed25519", "x": "AA" }] }),
        json!({ "keys": [{ "kty": "EC", "crv": "P-384", "x": "AA", "y": "AA" }] }),
        json!({ "keys": [{ "kty": "RSA", "n": "AQAB" }] }),
        json!([]),
    ] {
        assert!(!has_key(none.to_string().as_bytes()), "{none}");
    }
}

#[test]
fn what_is_said_wrong_does_not_count() {
    let city = Signer::new();
    for (told, flaw) in [
        (with("iss", json!("https://login.city.example/")), Flaw::Issuer),
        (with("iss", json!("https://evil.example")), Flaw::Issuer),
        (with("aud", json!("other")), Flaw::Audience),
        (with("aud", json!([])), Flaw::Audience),
        (with("aud", json!(["other"])), Flaw::Audience),
        (with("aud", json!(["kith", "other"])), Flaw::Audience),
        (with("aud", json!(7)), Flaw::Malformed),
        (with("azp", json!("other")), Flaw::Audience),
        (with("exp", json!(NOW - 60)), Flaw::Time),
        (with("exp", json!("soon")), Flaw::Malformed),
        (with("iat", json!(NOW + 61)), Flaw::Time),
        (with("nbf", json!(NOW + 61)), Flaw::Time),
        (with("nbf", json!("never")), Flaw::Malformed),
        (with("nonce", json!("another")), Flaw::Nonce),
        (without("nonce"), Flaw::Nonce),
        (with("auth_time", json!(NOW - 961)), Flaw::Old),
        (with("sub", json!("")), Flaw::Subject),
        (with("sub", json!("x".repeat(256))), Flaw::Subject),
        (without("sub"), Flaw::Malformed),
        (without("exp"), Flaw::Malformed),
        (without("iat"), Flaw::Malformed),
        (without("aud"), Flaw::Malformed),
    ] {
        assert_eq!(read(&city, &told), Err(flaw), "{told}");
    }
    let nobody = Expected { nonce: "", ..expected() };
    let token = city.token(&header(), &with("nonce", json!("")));
    assert_eq!(claims(&token, &city.keys(), &nobody), Err(Flaw::Nonce));
}

#[test]
fn what_is_signed_by_nobody_or_in_another_way_does_not_count() {
    let (city, evil) = (Signer::new(), Signer::new());
    let check = |token: &str, keys: &[u8]| claims(token, keys, &expected());
    let whole = city.token(&header(), &told());
    assert!(check(&whole, &city.keys()).is_ok(), "the control");
    assert_eq!(check(&evil.token(&header(), &told()), &city.keys()), Err(Flaw::Signature), "another key");
    for alg in ["none", "None", "HS256", "HS384", "RS384", "PS256", "ES384", "EdDSA", ""] {
        let token = city.token(&json!({ "alg": alg, "kid": "one" }), &told());
        assert_eq!(check(&token, &city.keys()), Err(Flaw::Algorithm), "{alg}");
    }
    assert_eq!(
        check(&city.token(&json!({ "alg": "RS256", "kid": "one" }), &told()), &city.keys()),
        Err(Flaw::Signature)
    );
    assert_eq!(
        check(&city.token(&json!({ "alg": "ES256", "kid": "two" }), &told()), &city.keys()),
        Err(Flaw::Signature)
    );
    assert!(
        check(&city.token(&json!({ "alg": "ES256" }), &told()), &city.keys()).is_ok(),
        "a house with one key need not name it"
    );
    let must = json!({ "alg": "ES256", "kid": "one", "crit": ["b64"] });
    assert_eq!(check(&city.token(&must, &told()), &city.keys()), Err(Flaw::Malformed));
    // What is said was changed after it was signed.
    let (words, by) = whole.rsplit_once('.').unwrap();
    let changed = format!(
        "{}.{}.{by}",
        words.split_once('.').unwrap().0,
        letters(with("sub", json!("root")).to_string().as_bytes())
    );
    assert_eq!(check(&changed, &city.keys()), Err(Flaw::Signature));
    for broken in [
        "",
        ".",
        "..",
        "a.b.c",
        words,
        &format!("{words}."),
        &format!("{whole}.x"),
        &format!("{words}.{}", "=".repeat(9)),
    ] {
        let found = check(broken, &city.keys());
        assert!(matches!(found, Err(Flaw::Malformed | Flaw::Signature)), "{broken}: {found:?}");
    }
    for used in [
        ("use", json!("enc")),
        ("alg", json!("ES384")),
        ("crv", json!("P-384")),
        ("kty", json!("RSA")),
        ("x", json!("AAAA")),
    ] {
        let mut key = city.key();
        key[used.0] = used.1.clone();
        let keys = json!({ "keys": [key] }).to_string();
        assert_eq!(check(&whole, keys.as_bytes()), Err(Flaw::Signature), "{used:?}");
    }
    assert_eq!(check(&whole, b"{\"keys\":[]}"), Err(Flaw::Signature));
    assert_eq!(check(&whole, b"[]"), Err(Flaw::Malformed));
}

#[test]
fn rsa_is_read_as_the_standard_writes_it() {
    // RFC 7515, A.2: what was signed is no token of ours, so the signature passes and the words do not.
    let token = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
    let n = "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";
    let keys = |n: &str| json!({ "keys": [{ "kty": "RSA", "n": n, "e": "AQAB" }] }).to_string();
    assert_eq!(claims(token, keys(n).as_bytes(), &expected()), Err(Flaw::Malformed), "the signature fits");
    let other = n.replacen("ofgW", "ofgX", 1);
    assert_eq!(claims(token, keys(&other).as_bytes(), &expected()), Err(Flaw::Signature));
    assert_eq!(
        claims(&token.replacen("cC4h", "cC4i", 1), keys(n).as_bytes(), &expected()),
        Err(Flaw::Signature)
    );
}

#[test]
fn what_is_told_elsewhere_is_about_the_same_person() {
    let told = json!({ "sub": "ada", "email": "ada@city.example", "email_verified": true }).to_string();
    assert_eq!(mail_told(told.as_bytes(), "ada"), Ok(Some(("ada@city.example".into(), true))));
    assert_eq!(mail_told(told.as_bytes(), "bea"), Err(Flaw::Subject));
    assert_eq!(mail_told(b"{\"sub\":\"ada\"}", "ada"), Ok(None));
    assert_eq!(mail_told(b"<html>", "ada"), Err(Flaw::Malformed));
}
