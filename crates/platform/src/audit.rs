//! Audit entries: who, when, what, before, after; written in the transaction of the change.

use crate::{
    clock::Moment,
    ctx::Author,
    db::{Bind, Json, Param, Tx},
    errors::Result,
    ids::{AccountId, Ref},
    row, sql,
};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

crate::id! { /// One audit entry.
AuditId, "audit" }

row! {
    /// An audit entry as history shows it.
    pub struct AuditEntry {
        /// Which entry.
        pub id: AuditId,
        /// When.
        pub at: Moment,
        /// Who, by the name used then.
        pub author: String,
        /// What: `seat.granted`. Also the key of its words, with a hyphen: `audit-seat-granted`.
        pub verb: String,
        /// What it was before, when there was anything.
        pub before: Option<Json<Value>>,
        /// What it is since, when there is anything.
        pub after: Option<Json<Value>>,
    }
}

/// What an audit entry tells of one object: what changed and nothing that the object does not hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Which object.
    pub of: Ref,
    /// What it was before, when there was anything.
    pub before: Option<Value>,
    /// What it is since, when there is anything.
    pub after: Option<Value>,
}

impl Told {
    /// That an object was changed from one to the other.
    pub fn changed(of: impl Into<Ref>, (before, after): (Value, Value)) -> Self {
        Self { of: of.into(), before: Some(before), after: Some(after) }
    }

    /// That something is new.
    pub fn added(of: impl Into<Ref>, after: Value) -> Self {
        Self { of: of.into(), before: None, after: Some(after) }
    }
}

impl Tx {
    /// Writes an audit entry about `object`. `before` and `after` hold what changed and nothing that the object does not hold.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn audit(
        &mut self,
        verb: &'static str,
        object: impl Into<Ref>,
        before: Option<&(impl Serialize + Sync)>,
        after: Option<&(impl Serialize + Sync)>,
    ) -> Result<()> {
        let before = before.map(serde_json::to_value).transpose()?;
        let after = after.map(serde_json::to_value).transpose()?;
        self.audit_many(verb, vec![Told { of: object.into(), before, after }]).await
    }

    /// As [`Tx::audit`] for many objects at once.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn audit_many(&mut self, verb: &'static str, told: Vec<Told>) -> Result<()> {
        let account: Option<AccountId> = match &self.author {
            Author::Account(id, _) => Some(*id),
            Author::Nobody | Author::Program(_) => None,
        };
        let (author, request) = (self.author.words(), self.request.to_string());
        let (partnership, at) = (self.partnership, self.now);
        let mut entries = Vec::with_capacity(told.len());
        for one in told {
            entries.push((self.new_id::<AuditId>()?, one.of, one.before.map(Json), one.after.map(Json)));
        }
        let rows: Vec<Vec<Bind<'_>>> = entries
            .iter()
            .map(|(id, of, before, after)| {
                let whose = [id.bind(), partnership.bind(), at.bind(), account.bind(), author.bind()];
                let what =
                    [verb.bind(), of.kind.bind(), of.id.bind(), before.bind(), after.bind(), request.bind()];
                whose.into_iter().chain(what).collect()
            })
            .collect();
        let insert = "INSERT INTO audit_entry (id, partnership_id, at, account_id, author, verb, kind, object_id, before, after, request) VALUES";
        self.insert_many(insert, &rows).await
    }

    /// The newest `limit` entries about `object`, newest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn history(&mut self, object: &Ref, limit: u32) -> Result<Vec<AuditEntry>> {
        let id: Uuid = object.id;
        sql!(
            self,
            all AuditEntry,
            "SELECT id, at, author, verb, before, after FROM audit_entry WHERE kind = $1 AND object_id = $2 AND partnership_id = $3
             ORDER BY at DESC, id DESC LIMIT $4",
            object.kind,
            id,
            self.partnership()?,
            limit
        )
    }
}
