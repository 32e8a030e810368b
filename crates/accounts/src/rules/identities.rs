//! How another house's sign-in knows an account: what the house must offer, and whom it may bring in the first time.

use super::{Mail, tokens::Claims};
use platform::config::ANY_DOMAIN;
use serde::Deserialize;

/// How long a browser may take to come back, in seconds.
pub const BEGUN_SECONDS: i64 = 600;

/// Where a house does what, as it says itself (OpenID Connect Discovery 1.0).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Where people sign in.
    pub authorization: String,
    /// Where what they bring back is exchanged.
    pub token: String,
    /// Where its keys are.
    pub keys: String,
    /// Where it tells more of a person, when it does.
    pub more: Option<String>,
    /// Whether this installation says its secret in the form rather than in the header.
    pub secret_in_form: bool,
    /// Whether it says who it is with each answer (RFC 9207).
    pub says_itself: bool,
}

/// Whether an answer that a browser brings is this house's: it says so, or the house does not say such things.
pub fn is_from(said: &str, house: &str, offered: &Offered) -> bool {
    if said.is_empty() { !offered.says_itself } else { said == house }
}

/// Why a house cannot sign anybody in here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Away {
    /// It does not answer, or not with what was asked for.
    Unreachable(String),
    /// It calls itself otherwise than is written in the settings.
    Mismatch(String),
    /// It does not offer what is needed, named as it would name it.
    Unfit(&'static str),
}

#[derive(Deserialize)]
struct Told {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    userinfo_endpoint: Option<String>,
    #[serde(default)]
    response_types_supported: Option<Vec<String>>,
    #[serde(default)]
    id_token_signing_alg_values_supported: Option<Vec<String>>,
    #[serde(default)]
    code_challenge_methods_supported: Option<Vec<String>>,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

/// Reads what the house at an address says of itself; `may_be_house` tells whether a house may be found somewhere.
///
/// # Errors
/// Why it will not do.
pub fn offered(house: &str, body: &[u8], may_be_house: fn(&str) -> bool) -> Result<Offered, Away> {
    let told: Told = serde_json::from_slice(body).map_err(|error| Away::Unreachable(error.to_string()))?;
    if told.issuer != house {
        return Err(Away::Mismatch(told.issuer));
    }
    let lacks = |said: &Option<Vec<String>>, any: &[&str]| {
        said.as_ref().is_some_and(|said| !said.iter().any(|one| any.contains(&one.as_str())))
    };
    if lacks(&told.response_types_supported, &["code"]) {
        return Err(Away::Unfit("response_type code"));
    }
    if lacks(&told.id_token_signing_alg_values_supported, &["RS256", "ES256"]) {
        return Err(Away::Unfit("id_token_signing_alg RS256, ES256"));
    }
    if lacks(&told.code_challenge_methods_supported, &["S256"]) {
        return Err(Away::Unfit("code_challenge_method S256"));
    }
    let ways = &told.token_endpoint_auth_methods_supported;
    let secret_in_form = lacks(ways, &["client_secret_basic"]);
    if secret_in_form && lacks(ways, &["client_secret_post"]) {
        return Err(Away::Unfit("client_secret_basic, client_secret_post"));
    }
    // By HTTPS; to this machine only when the house is itself there.
    let places = [&told.authorization_endpoint, &told.token_endpoint, &told.jwks_uri];
    let is_sure = |place: &str| place.starts_with("https://") || !house.starts_with("https://");
    let may_be_asked =
        |place: &String| may_be_house(place.split('?').next().unwrap_or_default()) && is_sure(place);
    if !places.into_iter().chain(&told.userinfo_endpoint).all(may_be_asked) {
        return Err(Away::Unfit("https"));
    }
    Ok(Offered {
        authorization: told.authorization_endpoint,
        token: told.token_endpoint,
        keys: told.jwks_uri,
        more: told.userinfo_endpoint,
        secret_in_form,
        says_itself: told.authorization_response_iss_parameter_supported,
    })
}

/// Why somebody whom a house knows is not let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmatched {
    /// The house tells no address for mail.
    NoMail,
    /// The house has not made sure of the address.
    Unverified(String),
    /// The address is of another domain than those that may come in so.
    Domain(String),
}

/// The address by which somebody is found the first time: one that the house has made sure of, in a domain that is taken.
///
/// # Errors
/// Why there is none.
pub fn first_match(claims: &Claims, mail_domains: &[String]) -> Result<Mail, Unmatched> {
    let (told, verified) = claims.mail.as_ref().ok_or(Unmatched::NoMail)?;
    let mail = Mail::parse(told).map_err(|_| Unmatched::NoMail)?;
    if !verified {
        return Err(Unmatched::Unverified(mail.to_string()));
    }
    let domain = mail.as_str().rsplit_once('@').map(|(_, domain)| domain).unwrap_or_default();
    if mail_domains.iter().any(|taken| taken == ANY_DOMAIN || taken == domain) {
        Ok(mail)
    } else {
        Err(Unmatched::Domain(mail.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::config::is_issuer;
    use serde_json::{Value, json};

    const ADDRESS: &str = "https://login.city.example";

    fn told() -> Value {
        json!({ "issuer": ADDRESS, "authorization_endpoint": format!("{ADDRESS}/auth?tenant=1"),
                "token_endpoint": "https://token.city.example/t", "jwks_uri": format!("{ADDRESS}/keys"),
                "response_types_supported": ["code", "id_token"], "id_token_signing_alg_values_supported": ["RS256"] })
    }

    fn read(told: &Value) -> Result<Offered, Away> {
        offered(ADDRESS, told.to_string().as_bytes(), is_issuer)
    }

    #[test]
    fn a_house_is_the_one_it_says_and_offers_what_is_needed() {
        let fits = read(&told()).unwrap();
        assert_eq!(
            (fits.token.as_str(), fits.more, fits.secret_in_form),
            ("https://token.city.example/t", None, false)
        );
        for (field, value, why) in [
            (
                "issuer",
                json!("https://login.city.example/"),
                Away::Mismatch("https://login.city.example/".into()),
            ),
            ("response_types_supported", json!(["id_token"]), Away::Unfit("response_type code")),
            (
                "id_token_signing_alg_values_supported",
                json!(["HS256", "none"]),
                Away::Unfit("id_token_signing_alg RS256, ES256"),
            ),
            ("code_challenge_methods_supported", json!(["plain"]), Away::Unfit("code_challenge_method S256")),
            (
                "token_endpoint_auth_methods_supported",
                json!(["private_key_jwt"]),
                Away::Unfit("client_secret_basic, client_secret_post"),
            ),
            ("token_endpoint", json!("http://token.city.example"), Away::Unfit("https")),
            ("jwks_uri", json!("http://127.0.0.1:9000/keys"), Away::Unfit("https")),
            ("jwks_uri", json!("file:///etc/passwd"), Away::Unfit("https")),
            ("userinfo_endpoint", json!("http://169.254.169.254/latest"), Away::Unfit("https")),
        ] {
            let mut told = told();
            told[field] = value;
            assert_eq!(read(&told), Err(why), "{told}");
        }
        let mut post = told();
        post["token_endpoint_auth_methods_supported"] = json!(["client_secret_post"]);
        assert!(read(&post).unwrap().secret_in_form);
        let silent = read(&post).unwrap();
        post["authorization_response_iss_parameter_supported"] = json!(true);
        let speaks = read(&post).unwrap();
        for (said, by_silent, by_speaking) in
            [(ADDRESS, true, true), ("", true, false), ("https://evil.example", false, false)]
        {
            let fits = (is_from(said, ADDRESS, &silent), is_from(said, ADDRESS, &speaks));
            assert_eq!(fits, (by_silent, by_speaking), "{said}");
        }
        for broken in [json!({}), json!([]), json!("x")] {
            assert!(matches!(read(&broken), Err(Away::Unreachable(_))), "{broken}");
        }
        let here = "http://127.0.0.1:9000";
        let at_home = told().to_string().replace(ADDRESS, here).replace("https://token.city.example", here);
        assert!(
            offered(here, at_home.as_bytes(), is_issuer).is_ok(),
            "a house on this machine, for trying out"
        );
    }

    #[test]
    fn only_an_address_that_the_house_is_sure_of_finds_an_account() {
        let claims = |mail: Option<(&str, bool)>| Claims {
            subject: "1".into(),
            mail: mail.map(|(mail, sure)| (mail.to_owned(), sure)),
            is_dated: true,
        };
        let find = |mail, domains: &[&str]| {
            let domains: Vec<String> = domains.iter().map(|domain| (*domain).to_owned()).collect();
            first_match(&claims(mail), &domains)
        };
        let ada = "Ada@City.example";
        assert_eq!(find(Some((ada, true)), &["*"]).unwrap().as_str(), "ada@city.example");
        assert_eq!(find(Some((ada, true)), &[]), Err(Unmatched::Domain("ada@city.example".into())));
        assert_eq!(
            find(Some((ada, true)), &["town.example", "city.example"]).unwrap().as_str(),
            "ada@city.example"
        );
        assert_eq!(find(Some((ada, false)), &["*"]), Err(Unmatched::Unverified("ada@city.example".into())));
        for other in ["example", "evil.example", "y.example"] {
            assert_eq!(
                find(Some((ada, true)), &[other]),
                Err(Unmatched::Domain("ada@city.example".into())),
                "{other}"
            );
        }
        for none in [None, Some(("", true)), Some(("ada", true)), Some(("ada@city", true))] {
            assert_eq!(find(none, &["*"]), Err(Unmatched::NoMail), "{none:?}");
        }
    }
}
