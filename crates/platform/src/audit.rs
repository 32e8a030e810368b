//! Audit entries: who, when, what, before, after; written in the transaction of the change.

use crate::{
    clock::Moment,
    ctx::Author,
    db::{Json, Tx},
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
        let object = object.into();
        let before = before.map(serde_json::to_value).transpose()?.map(Json);
        let after = after.map(serde_json::to_value).transpose()?.map(Json);
        let account: Option<AccountId> = match &self.author {
            Author::Account(id, _) => Some(*id),
            Author::Nobody | Author::Program(_) => None,
        };
        let author = self.author.words();
        let (id, partnership, at, request) =
            (self.new_id::<AuditId>()?, self.partnership, self.now, self.request.to_string());
        sql!(
            self,
            must,
            "INSERT INTO audit_entry (id, partnership_id, at, account_id, author, verb, kind, object_id, before, after, request)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            id,
            partnership,
            at,
            account,
            author,
            verb,
            object.kind,
            object.id,
            before,
            after,
            request
        )
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
