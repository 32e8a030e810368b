//! Repeated requests: the same key with the same content gets the first answer, with other content a refusal.
//!
//! An answer that signs in carries a cookie, and its secret is kept nowhere. It is derived from the key of the form, which
//! stands in one showing of one page, and from the secret of the installation: a twin of the request derives the same.

use crate::{
    authority::Caller,
    clock::Moment,
    datamap::Class,
    db::{Dialect, Tx},
    errors::{Error, Result},
    ids::PartnershipId,
    manifest::JobKind,
    retention::{self, Sweep},
    sql,
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::fmt;

/// What a request with a key is known by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    /// SHA-256 of the key and of whose it is, in hexadecimal: who reads the database cannot send the request again.
    pub key: String,
    /// Whose key.
    pub caller: String,
    /// SHA-256 of the content, in hexadecimal.
    pub body_hash: String,
    /// What a cookie holds that an answer to this request sets.
    secret: Secret,
}

/// A request as it was sent.
#[derive(Debug, Clone, Copy)]
pub struct Sent<'a> {
    /// By whom.
    pub caller: &'a Caller,
    /// To which partnership; none for the house itself.
    pub partnership: Option<PartnershipId>,
    /// To which path and query.
    pub address: &'a str,
    /// With which content; empty for an upload, which is read only once.
    pub body: &'a [u8],
}

/// A secret, which no log shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// The longest key that is taken.
const LONGEST: usize = 100;
/// The shortest key of an anonymous caller: all of them share one name, so a key must be one that nobody guesses
/// (a random UUID as text has 36 characters, our own keys 52).
const SHORTEST_ANONYMOUS: usize = 32;

impl Repeat {
    /// What a request `sent` with `key` is known by, in the installation that has `secret`.
    ///
    /// # Errors
    /// [`Error::Malformed`] when the key is too long, or so short that another anonymous caller could have the same.
    pub fn new(key: &str, sent: &Sent<'_>, secret: &str) -> Result<Self> {
        let guessable = matches!(sent.caller, Caller::Anonymous) && key.len() < SHORTEST_ANONYMOUS;
        if key.len() > LONGEST || guessable {
            return Err(Error::Malformed("key"));
        }
        let caller = sent.caller.key();
        let place = sent.partnership.map(|id| id.to_string()).unwrap_or_default();
        let body_hash = digest(&[sent.address.as_bytes(), sent.body]);
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map_err(Error::failed)?;
        for part in ["cookie", key, &caller, &body_hash] {
            mac.update(part.as_bytes());
            mac.update(b"\0");
        }
        let secret = data_encoding::BASE32_NOPAD.encode(&mac.finalize().into_bytes()).to_ascii_lowercase();
        let key = digest(&[key.as_bytes(), caller.as_bytes(), place.as_bytes()]);
        Ok(Self { key, caller, body_hash, secret: Secret(secret) })
    }
}

fn digest(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
        hasher.update([0]);
    }
    data_encoding::HEXLOWER.encode(&hasher.finalize())
}

/// The first answer to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstAnswer {
    /// Where it sent the caller.
    pub location: String,
    /// The cookie that it set.
    pub cookie: Option<Cookie>,
}

/// A cookie that signs a device in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cookie {
    /// What it holds.
    pub secret: Secret,
    /// For how many seconds.
    pub seconds: i64,
}

/// Keys are remembered for this long: two days.
pub const KEEP_SECONDS: i64 = 2 * 86_400;
/// An answer that sets a cookie sets it again for this long only, in seconds: time for a second click, and for a line that
/// broke, not for whoever sits down at the same machine later.
const COOKIE_SECONDS: i64 = 300;

impl Tx {
    /// The first answer to this request, when it has been answered before.
    ///
    /// # Errors
    /// [`Error::KeyReused`] when the key came with other content.
    pub async fn first_answer(&mut self, repeat: &Repeat) -> Result<Option<FirstAnswer>> {
        let mut found = self.find_key(repeat).await?;
        if found.is_none() && self.partnership.is_some() && self.dialect() == Dialect::Postgres {
            // A handler may have answered as the installation, whose rows a partnership does not see.
            self.step_out().await?;
            found = self.find_key(repeat).await?;
            self.step_in().await?;
        }
        let Some((hash, location, seconds, at)) = found else { return Ok(None) };
        if hash != repeat.body_hash {
            return Err(Error::KeyReused);
        }
        let fresh = at.plus_seconds(COOKIE_SECONDS) >= self.now;
        let cookie =
            seconds.filter(|_| fresh).map(|seconds| Cookie { secret: repeat.secret.clone(), seconds });
        Ok(Some(FirstAnswer { location, cookie }))
    }

    async fn find_key(&mut self, repeat: &Repeat) -> Result<Option<(String, String, Option<i64>, Moment)>> {
        sql!(
            self,
            find(String, String, Option<i64>, Moment),
            "SELECT body_hash, location, cookie_seconds, at FROM repeat WHERE key = $1 AND caller = $2",
            repeat.key,
            repeat.caller
        )
    }

    /// The secret of a cookie that the answer to this request sets: new, and for a twin of the request the same.
    ///
    /// # Errors
    /// As [`Tx::new_secret`].
    pub fn cookie_secret(&self) -> Result<Secret> {
        match &self.repeat {
            Some(repeat) => Ok(repeat.secret.clone()),
            None => self.new_secret().map(Secret),
        }
    }

    /// Ends a handler that finds done what it was to do, when a twin of this request has done it meanwhile.
    ///
    /// # Errors
    /// [`Error::Answered`] in that case; or when the database does not answer.
    pub async fn unless_answered(&mut self) -> Result<()> {
        let Some(repeat) = self.repeat.clone() else { return Ok(()) };
        match self.first_answer(&repeat).await? {
            Some(first) => Err(Error::Answered(first)),
            None => Ok(()),
        }
    }

    /// Commits, remembering in the same transaction where the caller is sent. A twin that was faster wins: its answer is
    /// given, and what this transaction did never happened.
    ///
    /// # Errors
    /// When the database could not keep it; [`Error::KeyReused`] when the twin had other content.
    pub async fn commit_to(self, location: &str) -> Result<String> {
        self.commit_answer(location, None).await.map(|first| first.location)
    }

    /// As [`Tx::commit_to`], with a cookie whose secret is [`Tx::cookie_secret`]'s.
    ///
    /// # Errors
    /// As [`Tx::commit_to`].
    pub async fn commit_entering(self, location: &str, cookie: Cookie) -> Result<FirstAnswer> {
        self.commit_answer(location, Some(cookie)).await
    }

    async fn commit_answer(mut self, location: &str, cookie: Option<Cookie>) -> Result<FirstAnswer> {
        if let Some(repeat) = self.repeat.take() {
            let (partnership, at) = (self.partnership, self.now);
            // A twin under way makes this statement wait for its end: only one of them inserts.
            let first = sql!(
                self,
                run,
                "INSERT INTO repeat (partnership_id, key, caller, body_hash, status, location, cookie_seconds, at)
                 VALUES ($1, $2, $3, $4, 303, $5, $6, $7) ON CONFLICT DO NOTHING",
                partnership,
                repeat.key,
                repeat.caller,
                repeat.body_hash,
                location,
                cookie.as_ref().map(|cookie| cookie.seconds),
                at
            )?;
            if first == 0 {
                let first = self.first_answer(&repeat).await?;
                return first.ok_or_else(|| Error::failed("a key without its answer"));
            }
        }
        self.commit().await?;
        Ok(FirstAnswer { location: location.to_owned(), cookie })
    }
}

/// First answers go when no form is sent again any more.
pub(crate) const SWEEP: Sweep = Sweep {
    key: "sweep-repeat",
    class: Class::Internal,
    over: "FROM repeat WHERE at < $1",
    keep_seconds: KEEP_SECONDS,
};

/// The jobs of repeated requests.
pub(crate) fn kinds() -> Vec<JobKind> {
    vec![JobKind::every_installation("repeat.sweep", 3_600, |ctx, _| {
        Box::pin(async move { retention::sweep(ctx, &[SWEEP]).await.map(drop) })
    })]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ctx::{Ctx, PUBLIC},
        http::{Answer, Form, html, see_other},
        ids::{Id, PartnershipId, Ref},
        manifest::Manifest,
        testing::{Got, Site},
    };

    const KEY: &str = "0123456789abcdef0123456789abcdef0123456789";

    #[derive(serde::Deserialize)]
    struct Wish {
        #[serde(default)]
        name: String,
        #[serde(default)]
        at: String,
    }

    async fn count(tx: &mut Tx) -> Result<i64> {
        let of = tx.partnership;
        sql!(
            tx,
            value i64,
            "SELECT count(*) FROM audit_entry WHERE verb = 'thing.taken' AND partnership_id IS NOT DISTINCT FROM $1",
            of
        )
    }

    /// One thing can be had, once; whoever asks later is refused.
    async fn take(ctx: Ctx, Form(wish): Form<Wish>) -> Answer {
        let here = if wish.at == "installation" { ctx.of_installation() } else { ctx };
        let mut tx = here.write(PUBLIC).await?;
        let taken = count(&mut tx).await?;
        if taken > 0 || wish.name.is_empty() {
            return Err(crate::errors::FieldRefusal::Unknown.into());
        }
        // Long enough for a twin to come as far as it can.
        tokio::time::sleep(std::time::Duration::from_millis(60)).await;
        let id = tx.new_id::<PartnershipId>()?;
        tx.audit("thing.taken", Ref::new(PartnershipId::KIND, id.0), None::<&()>, None::<&()>).await?;
        see_other(&tx.commit_to(&format!("/maple/things/{id}")).await?)
    }

    async fn ask(_: Ctx) -> Answer {
        html(maud::html! { "ask" })
    }

    fn rooms() -> Vec<Manifest> {
        vec![Manifest::new("things").get("/{p}/en/thing", PUBLIC, ask).post("/{p}/en/thing", PUBLIC, take)]
    }

    async fn send(site: &Site, key: &str, fields: &[(&str, &str)]) -> Got {
        let nobody = Caller::Anonymous;
        let all: Vec<_> = fields.iter().copied().chain([("_key", key)]).collect();
        site.post_as(&nobody, "/maple/en/thing", &all).await
    }

    async fn taken(site: &Site, at: Option<PartnershipId>) -> i64 {
        let mut tx = site.app.db.reading(at, site.app.clock.now()).await.unwrap();
        count(&mut tx).await.unwrap()
    }

    crate::on_both! { rooms();
        async fn twins_at_the_same_instant_have_one_effect_and_one_answer(site) {
            for (at, place) in [("", Some(site.partnership.id)), ("installation", None)] {
                let key = format!("{KEY}{at}");
                let wish = [("name", "A"), ("at", at)];
                let (a, b, c) = tokio::join!(send(site, &key, &wish), send(site, &key, &wish), send(site, &key, &wish));
                assert_eq!((a.status, b.status, c.status), (303, 303, 303), "{at}");
                assert!(a.location() == b.location() && b.location() == c.location(), "{at}");
                assert_eq!(taken(site, place).await, 1, "{at}");
                assert_eq!(send(site, &key, &wish).await.location(), a.location(), "and later too");
            }
        }

        async fn without_a_key_the_second_is_a_request_of_its_own(site) {
            let wish = [("name", "A")];
            let (a, b) = (
                site.post_as(&Caller::Anonymous, "/maple/en/thing", &wish).await,
                site.post_as(&Caller::Anonymous, "/maple/en/thing", &wish).await,
            );
            assert_eq!((a.status, b.status), (303, 422));
        }

        async fn a_refused_form_can_be_sent_again_with_its_key(site) {
            assert_eq!(send(site, KEY, &[("name", "")]).await.status, 422);
            assert_eq!(send(site, KEY, &[("name", "A")]).await.status, 303);
            assert_eq!(send(site, KEY, &[("name", "B")]).await.status, 409, "other content");
        }

        async fn a_key_that_another_visitor_could_have_is_not_taken(site) {
            assert_eq!(send(site, "1", &[("name", "A")]).await.status, 400);
            assert_eq!(send(site, &"k".repeat(101), &[("name", "A")]).await.status, 400);
            let account = site.coordinator();
            let own = site.post_as(&account, "/maple/en/thing", &[("name", "A"), ("_key", "1")]).await;
            assert_eq!(own.status, 303, "an account's keys are its own");
            let other = site.post_as(&site.coordinator(), "/maple/en/thing", &[("name", "A"), ("_key", "1")]).await;
            assert_eq!((other.status, other.location()), (422, ""), "and tell nobody else where it went");
        }

        async fn keys_are_not_kept_as_they_came_nor_for_ever(site) {
            assert_eq!(send(site, KEY, &[("name", "A")]).await.status, 303);
            let ctx = site.ctx(Caller::Console).of_installation();
            let mut tx = ctx.write(PUBLIC).await.unwrap();
            let keys = sql!(tx, all (String,), "SELECT key FROM repeat").unwrap();
            assert!(keys.len() == 1 && keys[0].0 != KEY, "{keys:?}");
            tx.done().await.unwrap();
            assert_eq!(retention::sweep(&ctx, &[SWEEP]).await.unwrap(), 0);
            site.app.clock.advance(KEEP_SECONDS + 1);
            let ctx = site.ctx(Caller::Console).of_installation();
            assert_eq!(retention::sweep(&ctx, &[SWEEP]).await.unwrap(), 1);
        }
    }
}
