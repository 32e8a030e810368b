//! ID tokens: whether another house signed one for this installation and for this very sign-in (OpenID Connect Core 1.0,
//! 3.1.3.7; RFC 7515, 7517, 7518).
//!
//! Two ways of signing are taken, those that houses use: RS256, which the standard demands of each, and ES256. The key decides
//! with the way, so nobody passes a public key off as a shared secret, and `none` is no way.

use data_encoding::BASE64URL_NOPAD;
use platform::clock::Moment;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::{
    Deserialize,
    de::{DeserializeOwned, IgnoredAny},
};

/// So many seconds may two clocks be apart.
const SKEW: i64 = 60;
/// The longest name that a house may have for somebody (OpenID Connect Core 1.0, section 2).
const LONGEST_SUBJECT: usize = 255;
/// Whoever showed the other house who she is longer ago than this shows it again, in seconds: what counts here as fresh.
pub const RECENT_SECONDS: i64 = super::FRESH_SECONDS;

/// What a token must say to count.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// Which house.
    pub issuer: &'a str,
    /// What this installation is called there.
    pub id_there: &'a str,
    /// What this sign-in was asked for with.
    pub nonce: &'a str,
    /// Now.
    pub now: Moment,
}

/// What a good token tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    /// The house's own name for the person, which never changes.
    pub subject: String,
    /// Her address for mail, and whether the house has made sure of it; none when the token does not say.
    pub mail: Option<(String, bool)>,
    /// Whether the house says when she last showed herself there. One that is asked (`max_age`) must by the standard (OpenID Connect
    /// Core 1.0, section 2); some do not, and may have sent her back without a word.
    pub is_dated: bool,
}

/// Why a token does not count. For the log; the visitor is told only that it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// It is not three parts of base64url with JSON in them, or says numbers where words belong.
    Malformed,
    /// It is signed in a way that is not taken.
    Algorithm,
    /// No key of the house has signed it.
    Signature,
    /// Another house.
    Issuer,
    /// For another installation.
    Audience,
    /// Its time is over, or has not come.
    Time,
    /// For another sign-in.
    Nonce,
    /// It says nobody, or somebody else.
    Subject,
    /// Who it tells of showed herself too long ago.
    Old,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    crit: Option<IgnoredAny>,
}

#[derive(Deserialize)]
struct Keys {
    keys: Vec<Entry>,
}

/// Keys of kinds that are not known here stand beside those that are.
#[derive(Deserialize)]
#[serde(untagged)]
enum Entry {
    Known(Box<Key>),
    Other(IgnoredAny),
}

#[derive(Deserialize)]
struct Key {
    kty: String,
    kid: Option<String>,
    r#use: Option<String>,
    alg: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

#[derive(Deserialize)]
struct Told {
    iss: String,
    sub: String,
    aud: Audience,
    azp: Option<String>,
    exp: Seconds,
    iat: Seconds,
    nbf: Option<Seconds>,
    auth_time: Option<Seconds>,
    nonce: Option<String>,
    #[serde(flatten)]
    mail: ToldMail,
}

/// For whom a token is.
#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

/// An instant; some houses write fractions.
#[derive(Deserialize)]
#[serde(untagged)]
enum Seconds {
    Whole(i64),
    Fraction(f64),
}

impl Seconds {
    fn read(&self) -> Result<i64, Flaw> {
        match self {
            Self::Whole(seconds) => Ok(*seconds),
            Self::Fraction(seconds) => format!("{:.0}", seconds.floor()).parse().map_err(|_| Flaw::Malformed),
        }
    }
}

/// Whether a house has made sure of an address; some write the word.
#[derive(Deserialize)]
#[serde(untagged)]
enum Sure {
    Flag(bool),
    Word(String),
    Other(IgnoredAny),
}

/// What is said about mail, in a token or where the house tells more.
#[derive(Deserialize)]
struct ToldMail {
    email: Option<String>,
    email_verified: Option<Sure>,
}

impl ToldMail {
    fn read(self) -> Option<(String, bool)> {
        let verified = match self.email_verified {
            Some(Sure::Flag(sure)) => sure,
            Some(Sure::Word(word)) => word == "true",
            Some(Sure::Other(_)) | None => false,
        };
        self.email.map(|mail| (mail, verified))
    }
}

/// Reads a token that one of these keys must have signed.
///
/// # Errors
/// The first flaw found.
pub fn claims(token: &str, keys: &[u8], expected: &Expected<'_>) -> Result<Claims, Flaw> {
    let told = signed(token, keys)?;
    let now = expected.now.0.as_second();
    if told.iss != expected.issuer {
        return Err(Flaw::Issuer);
    }
    if !is_for(&told, expected.id_there) {
        return Err(Flaw::Audience);
    }
    let begins = told.nbf.as_ref().map(Seconds::read).transpose()?;
    let is_early = told.iat.read()? > now + SKEW || begins.is_some_and(|begins| begins > now + SKEW);
    if told.exp.read()? <= now - SKEW || is_early {
        return Err(Flaw::Time);
    }
    if told.nonce.as_deref() != Some(expected.nonce) || expected.nonce.is_empty() {
        return Err(Flaw::Nonce);
    }
    let shown = told.auth_time.as_ref().map(Seconds::read).transpose()?;
    if shown.is_some_and(|shown| shown < now - RECENT_SECONDS - SKEW) {
        return Err(Flaw::Old);
    }
    if told.sub.is_empty() || told.sub.len() > LONGEST_SUBJECT {
        return Err(Flaw::Subject);
    }
    Ok(Claims { subject: told.sub, mail: told.mail.read(), is_dated: shown.is_some() })
}

/// Whether among the keys of a house is one of a kind that is taken.
pub fn has_key(keys: &[u8]) -> bool {
    let Ok(keys) = serde_json::from_slice::<Keys>(keys) else { return false };
    keys.keys.iter().any(|entry| match entry {
        Entry::Known(key) if key.kty == "RSA" => rsa(key).is_some(),
        Entry::Known(key) => key.kty == "EC" && key.crv.as_deref() == Some("P-256") && point(key).is_some(),
        Entry::Other(_) => false,
    })
}

/// What the house tells about the mail of somebody where it keeps such things (`userinfo`).
///
/// # Errors
/// [`Flaw::Subject`] when it speaks of somebody else.
pub fn mail_told(body: &[u8], subject: &str) -> Result<Option<(String, bool)>, Flaw> {
    #[derive(Deserialize)]
    struct More {
        sub: String,
        #[serde(flatten)]
        mail: ToldMail,
    }
    let more: More = serde_json::from_slice(body).map_err(|_| Flaw::Malformed)?;
    if more.sub == subject { Ok(more.mail.read()) } else { Err(Flaw::Subject) }
}

fn signed(token: &str, keys: &[u8]) -> Result<Told, Flaw> {
    let (words, signature) = token.rsplit_once('.').ok_or(Flaw::Malformed)?;
    let (header, told) = words.split_once('.').ok_or(Flaw::Malformed)?;
    let head: Header = part(header)?;
    if head.crit.is_some() {
        return Err(Flaw::Malformed);
    }
    let by = BASE64URL_NOPAD.decode(signature.as_bytes()).map_err(|_| Flaw::Malformed)?;
    let way = Way::of(&head.alg).ok_or(Flaw::Algorithm)?;
    let keys: Keys = serde_json::from_slice(keys).map_err(|_| Flaw::Malformed)?;
    let known = keys.keys.into_iter().filter_map(|entry| match entry {
        Entry::Known(key) => Some(key),
        Entry::Other(_) => None,
    });
    let mut fitting = known.filter(|key| key.fits(&head));
    if fitting.any(|key| way.is_signed(&key, words.as_bytes(), &by)) {
        part(told)
    } else {
        Err(Flaw::Signature)
    }
}

fn part<T: DeserializeOwned>(letters: &str) -> Result<T, Flaw> {
    let bytes = BASE64URL_NOPAD.decode(letters.as_bytes()).map_err(|_| Flaw::Malformed)?;
    serde_json::from_slice(&bytes).map_err(|_| Flaw::Malformed)
}

impl Key {
    fn fits(&self, head: &Header) -> bool {
        self.r#use.as_deref().is_none_or(|used| used == "sig")
            && self.alg.as_ref().is_none_or(|alg| *alg == head.alg)
            && head.kid.as_ref().is_none_or(|kid| self.kid.as_ref() == Some(kid))
    }
}

/// A way of signing.
enum Way {
    Rs256,
    Es256,
}

impl Way {
    fn of(name: &str) -> Option<Self> {
        match name {
            "RS256" => Some(Self::Rs256),
            "ES256" => Some(Self::Es256),
            _ => None,
        }
    }

    fn is_signed(&self, key: &Key, words: &[u8], by: &[u8]) -> bool {
        match self {
            Self::Rs256 if key.kty == "RSA" => rsa(key).is_some_and(|(n, e)| {
                let key = RsaPublicKeyComponents { n: &n, e: &e };
                key.verify(&RSA_PKCS1_2048_8192_SHA256, words, by).is_ok()
            }),
            Self::Es256 if key.kty == "EC" && key.crv.as_deref() == Some("P-256") => {
                point(key).is_some_and(|point| {
                    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(words, by).is_ok()
                })
            }
            Self::Rs256 | Self::Es256 => false,
        }
    }
}

fn bytes(letters: Option<&String>) -> Option<Vec<u8>> {
    BASE64URL_NOPAD.decode(letters?.as_bytes()).ok()
}

fn rsa(key: &Key) -> Option<(Vec<u8>, Vec<u8>)> {
    let unpadded = |bytes: Vec<u8>| bytes.into_iter().skip_while(|byte| *byte == 0).collect();
    Some((unpadded(bytes(key.n.as_ref())?), unpadded(bytes(key.e.as_ref())?)))
}

fn point(key: &Key) -> Option<Vec<u8>> {
    let (x, y) = (bytes(key.x.as_ref())?, bytes(key.y.as_ref())?);
    (x.len() == 32 && y.len() == 32).then(|| [[4].as_slice(), &x, &y].concat())
}

/// Whether a token is for this installation: named in it and, where several are, the one to which it was given.
fn is_for(told: &Told, id_there: &str) -> bool {
    let given = told.azp.as_deref();
    match &told.aud {
        Audience::One(one) => one == id_there && given.is_none_or(|given| given == id_there),
        Audience::Several(all) => {
            let is_named = all.iter().any(|one| one == id_there);
            is_named && (given == Some(id_there) || all.len() == 1 && given.is_none())
        }
    }
}

#[cfg(test)]
mod tests;
