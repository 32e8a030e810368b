//! Repeated requests: the same key with the same content gets the first answer, with other content a refusal.

use crate::{
    db::Tx,
    errors::{Error, Result},
    sql,
};

/// What a request with a key is known by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    /// The key, made for one showing of a form (or sent in `Idempotency-Key`).
    pub key: String,
    /// Whose key.
    pub caller: String,
    /// SHA-256 of the content, in hexadecimal.
    pub body_hash: String,
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

    /// Commits, remembering in the same transaction where the caller is sent. A twin that was faster wins: its answer is given.
    ///
    /// # Errors
    /// When the database could not keep it; [`Error::KeyReused`] when the twin had other content.
    pub async fn commit_to(mut self, location: &str) -> Result<String> {
        if let Some(repeat) = self.repeat.take() {
            if let Some(first) = self.first_answer(&repeat).await? {
                return Ok(first.location);
            }
            let (partnership, at) = (self.partnership, self.now);
            sql!(
                self,
                must,
                "INSERT INTO repeat (partnership_id, key, caller, body_hash, status, location, at) VALUES ($1, $2, $3, $4, 303, $5, $6)",
                partnership,
                repeat.key,
                repeat.caller,
                repeat.body_hash,
                location,
                at
            )?;
        }
        self.commit().await?;
        Ok(location.to_owned())
    }
}
