//! Repeated requests: the same key with the same content gets the first answer, with other content a refusal.

use crate::{
    authority::Caller,
    ctx::{Ctx, PUBLIC},
    db::Tx,
    errors::{Error, Result},
    manifest::JobKind,
    sql,
};
use sha2::{Digest, Sha256};

/// What a request with a key is known by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    /// SHA-256 of the key and of whose it is, in hexadecimal: who reads the database cannot send the request again.
    pub key: String,
    /// Whose key.
    pub caller: String,
    /// SHA-256 of the content, in hexadecimal.
    pub body_hash: String,
}

/// The longest key that is taken.
const LONGEST: usize = 100;
/// The shortest key of an anonymous caller: all of them share one name, so a key must be one that nobody guesses
/// (a random UUID as text has 36 characters, our own keys 52).
const SHORTEST_ANONYMOUS: usize = 32;

impl Repeat {
    /// What a request of `caller` to `address` (path and query) with `key` and `body` is known by.
    ///
    /// # Errors
    /// [`Error::Malformed`] when the key is too long, or so short that another anonymous caller could have the same.
    pub fn new(key: &str, caller: &Caller, address: &str, body: &[u8]) -> Result<Self> {
        let guessable = matches!(caller, Caller::Anonymous) && key.len() < SHORTEST_ANONYMOUS;
        if key.len() > LONGEST || guessable {
            return Err(Error::Malformed("key"));
        }
        let caller = caller.key();
        Ok(Self {
            key: digest(&[key.as_bytes(), caller.as_bytes()]),
            caller,
            body_hash: digest(&[address.as_bytes(), body]),
        })
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
}

/// Keys are remembered for this long: two days.
pub const KEEP_SECONDS: i64 = 2 * 86_400;

impl Tx {
    /// The first answer to this request, when it has been answered before.
    ///
    /// # Errors
    /// [`Error::KeyReused`] when the key came with other content.
    pub async fn first_answer(&mut self, repeat: &Repeat) -> Result<Option<FirstAnswer>> {
        let found = sql!(
            self,
            find(String, String),
            "SELECT body_hash, location FROM repeat WHERE key = $1 AND caller = $2",
            repeat.key,
            repeat.caller
        )?;
        match found {
            Some((hash, _)) if hash != repeat.body_hash => Err(Error::KeyReused),
            Some((_, location)) => Ok(Some(FirstAnswer { location })),
            None => Ok(None),
        }
    }

    /// Commits, remembering in the same transaction where the caller is sent. A twin that was faster wins: its answer is
    /// given, and what this transaction did never happened.
    ///
    /// # Errors
    /// When the database could not keep it; [`Error::KeyReused`] when the twin had other content.
    pub async fn commit_to(mut self, location: &str) -> Result<String> {
        if let Some(repeat) = self.repeat.take() {
            let (partnership, at) = (self.partnership, self.now);
            // A twin under way makes this statement wait for its end: only one of them inserts.
            let first = sql!(
                self,
                run,
                "INSERT INTO repeat (partnership_id, key, caller, body_hash, status, location, at) VALUES ($1, $2, $3, $4, 303, $5, $6)
                 ON CONFLICT DO NOTHING",
                partnership,
                repeat.key,
                repeat.caller,
                repeat.body_hash,
                location,
                at
            )?;
            if first == 0 {
                let first = self.first_answer(&repeat).await?;
                return first
                    .map(|first| first.location)
                    .ok_or_else(|| Error::failed("a key without its answer"));
            }
        }
        self.commit().await?;
        Ok(location.to_owned())
    }

    /// Forgets the keys that are older than [`KEEP_SECONDS`].
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_keys(&mut self) -> Result<u64> {
        let before = self.now.plus_seconds(-KEEP_SECONDS);
        sql!(self, run, "DELETE FROM repeat WHERE at < $1", before)
    }
}

/// The jobs of repeated requests.
pub(crate) fn kinds() -> Vec<JobKind> {
    vec![JobKind::every_installation("repeat.sweep", 3_600, |ctx, _| Box::pin(sweep(ctx)))]
}

async fn sweep(ctx: &Ctx) -> Result<()> {
    let mut tx = ctx.of_installation().write(PUBLIC).await?;
    tx.forget_keys().await?;
    tx.commit().await
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
            assert_eq!(tx.forget_keys().await.unwrap(), 0);
            tx.done().await.unwrap();
            site.app.clock.advance(KEEP_SECONDS + 1);
            let mut tx = ctx.write(PUBLIC).await.unwrap();
            assert_eq!(tx.forget_keys().await.unwrap(), 1);
        }
    }
}
