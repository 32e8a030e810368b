//! What is held about a person, room by room: shown on one page, taken away as a file, and let go of when she asks.
//!
//! A room that keeps something about the people it knows brings a [`Holding`]; `accounts` brings none yet. An erasure asks all of them in one transaction, the
//! highest room first, and leaves a certificate that names nobody.

use crate::{
    clock::Moment,
    ctx::Ctx,
    db::{Dialect, Json, List, Page, Sort, Tx},
    errors::Result,
    manifest::Fut,
    row, sql,
};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use uuid::Uuid;

crate::id! { /// One erasure.
ErasureId, "erasure" }

/// About whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The id of her record.
    pub person: Uuid,
    /// The mail addresses known of her: what came or went under them is hers too.
    pub addresses: Vec<String>,
}

/// One thing that is held about a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Held {
    /// What it is, in the reader's language.
    pub what: String,
    /// What it says.
    pub words: String,
    /// Since when, where that is known.
    pub since: Option<Moment>,
}

impl Held {
    /// Something that stands without a date.
    pub fn new(what: impl Into<String>, words: impl Into<String>) -> Self {
        Self { what: what.into(), words: words.into(), since: None }
    }

    /// The same with the instant since which it stands.
    #[must_use]
    pub fn since(mut self, at: Moment) -> Self {
        self.since = Some(at);
        self
    }
}

/// What one room holds about people.
#[derive(Clone, Copy)]
pub struct Holding {
    /// The key of its heading; also its name in a certificate.
    pub key: &'static str,
    /// All of it, for the person to read.
    pub held: for<'a> fn(&'a Ctx, &'a mut Tx, &'a Subject) -> Fut<'a, Result<Vec<Held>>>,
    /// Lets go of it, and says of how much.
    pub erase: for<'a> fn(&'a Ctx, &'a mut Tx, &'a Subject) -> Fut<'a, Result<u64>>,
}

/// Why a record was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The person asked.
    Asked,
    /// Nothing it was kept for was left.
    NotNeeded,
    /// Its time in the bin was over.
    BinEmptied,
}

impl Why {
    /// What a person can give as a reason.
    pub const GIVEN: [Self; 2] = [Self::Asked, Self::NotNeeded];

    /// The code in the database and in word keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::NotNeeded => "not-needed",
            Self::BinEmptied => "bin-emptied",
        }
    }

    /// The reason of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Asked, Self::NotNeeded, Self::BinEmptied].into_iter().find(|why| why.code() == code)
    }
}

crate::coded!(Why);

row! {
    /// That a record was erased: no word in it names the person.
    pub struct Certificate {
        /// Which erasure.
        pub id: ErasureId,
        /// When.
        pub erased_at: Moment,
        /// By whom, by the name used then.
        pub erased_by: String,
        /// Why.
        pub why: Why,
        /// How many things each holding let go of, by its key.
        pub counts: Json<BTreeMap<String, u64>>,
    }
}

const COLUMNS: &str = "id, erased_at, erased_by, why, counts";

/// What every room holds about `subject`, under the keys of their headings, in reading order.
///
/// # Errors
/// When the database does not answer.
pub async fn held(ctx: &Ctx, tx: &mut Tx, subject: &Subject) -> Result<Vec<(&'static str, Vec<Held>)>> {
    let mut all = Vec::new();
    for holding in holdings(ctx) {
        all.push((holding.key, (holding.held)(ctx, tx, subject).await?));
    }
    Ok(all)
}

/// Has every room let go of what it holds about `subject`, and writes the certificate.
///
/// # Errors
/// When the database refuses; then nothing is erased.
pub async fn erase(ctx: &Ctx, tx: &mut Tx, subject: &Subject, why: Why) -> Result<ErasureId> {
    let mut counts = BTreeMap::new();
    for holding in holdings(ctx).rev() {
        counts.insert(holding.key.to_owned(), (holding.erase)(ctx, tx, subject).await?);
    }
    tx.certify(why, counts).await
}

fn holdings(ctx: &Ctx) -> impl DoubleEndedIterator<Item = &Holding> {
    ctx.app.house.rooms.iter().flat_map(|room| &room.holdings)
}

impl Tx {
    async fn certify(&mut self, why: Why, counts: BTreeMap<String, u64>) -> Result<ErasureId> {
        let (id, at, by) = (self.new_id::<ErasureId>()?, self.now, self.author.words());
        sql!(
            self,
            must,
            "INSERT INTO erasure (id, partnership_id, erased_at, erased_by, why, counts) VALUES ($1, $2, $3, $4, $5, $6)",
            id,
            self.partnership()?,
            at,
            by,
            why,
            Json(counts)
        )?;
        self.audit("erasure.done", id, None::<&()>, Some(&why)).await?;
        Ok(id)
    }

    /// The certificate of an erasure.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn certificate(&mut self, id: ErasureId) -> Result<Option<Certificate>> {
        sql!(
            self,
            find Certificate,
            "SELECT id, erased_at, erased_by, why, counts FROM erasure WHERE partnership_id = $1 AND id = $2",
            self.partnership()?,
            id
        )
    }

    /// A page of certificates, the newest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn certificates(&mut self, ctx: &Ctx) -> Result<Page<Certificate>> {
        let partnership = self.partnership()?;
        let list = List::new(COLUMNS, "erasure")
            .filter("partnership_id = ?", &partnership)
            .sort("erased_at", Sort::Down)
            .sort("id", Sort::Up);
        self.page_for(&ctx.address(), list).await
    }

    /// Empties what audit entries about a person or with her id in them say; that something was done, when and by whom, stays.
    ///
    /// On PostgreSQL the program may not change the audit; a function of its owner does this one thing.
    async fn forget_audit(&mut self, person: Uuid) -> Result<u64> {
        let partnership = self.partnership()?;
        if self.dialect() == Dialect::Postgres {
            let emptied = sql!(self, value i64, "SELECT kith_forget_person($1)", person)?;
            return Ok(u64::try_from(emptied).unwrap_or_default());
        }
        sql!(
            self,
            run,
            "UPDATE audit_entry SET before = NULL, after = NULL WHERE partnership_id = $1 AND (before IS NOT NULL OR after IS NOT NULL)
             AND ((kind = 'person' AND object_id = $2) OR before LIKE $3 OR after LIKE $3)",
            partnership,
            person,
            format!("%{person}%")
        )
    }

    async fn forget_mail(&mut self, addresses: &[String]) -> Result<u64> {
        let partnership = self.partnership()?;
        let mut gone = 0;
        for address in addresses {
            gone += sql!(
                self,
                run,
                "DELETE FROM mail WHERE partnership_id = $1 AND lower(recipient) = lower($2)",
                partnership,
                address
            )?;
        }
        Ok(gone)
    }

    async fn mails_to(&mut self, addresses: &[String]) -> Result<Vec<(String, Moment)>> {
        let (partnership, mut all) = (self.partnership()?, Vec::new());
        for address in addresses {
            let some: Vec<(String, Moment)> = sql!(
                self,
                all(String, Moment),
                "SELECT subject, made_at FROM mail WHERE partnership_id = $1 AND lower(recipient) = lower($2) ORDER BY made_at LIMIT 10000",
                partnership,
                address
            )?;
            all.extend(some);
        }
        Ok(all)
    }
}

/// What the platform itself holds: the ledger of consent, mails, and what the history says.
pub(crate) fn own() -> Vec<Holding> {
    vec![
        Holding {
            key: "held-consent",
            held: |ctx, tx, of| Box::pin(consents(ctx, tx, of)),
            erase: |_, tx, of| Box::pin(async move { tx.forget_consent(of.person).await }),
        },
        Holding {
            key: "held-mail",
            held: |ctx, tx, of| Box::pin(mails(ctx, tx, of)),
            erase: |_, tx, of| Box::pin(async move { tx.forget_mail(&of.addresses).await }),
        },
        Holding {
            key: "held-history",
            held: |ctx, tx, of| Box::pin(changes(ctx, tx, of)),
            erase: |_, tx, of| Box::pin(async move { tx.forget_audit(of.person).await }),
        },
    ]
}

async fn consents(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<Vec<Held>> {
    let (say, facts) = (ctx.say(), tx.consent_facts(of.person).await?);
    let words = |fact: &crate::consent::ConsentFact| {
        let days: Vec<String> =
            [fact.since, fact.ended].into_iter().flatten().map(|day| say.short_day(day)).collect();
        let purpose = say.t(&format!("purpose-{}", fact.purpose), &[]);
        let how = say.t(&format!("consent-how-{}", fact.how), &[]);
        let parts = [purpose, days.join(" – "), how, fact.wording.clone()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let held = |fact: &crate::consent::ConsentFact| {
        let what = say.t(&format!("consent-{}", fact.basis.code()), &[]);
        Held::new(what, words(fact)).since(fact.recorded_at)
    };
    Ok(facts.iter().map(held).collect())
}

async fn mails(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<Vec<Held>> {
    let what = crate::t!(ctx.say(), "held-mail-one");
    let sent = tx.mails_to(&of.addresses).await?;
    Ok(sent.into_iter().map(|(subject, at)| Held::new(what.clone(), subject).since(at)).collect())
}

async fn changes(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<Vec<Held>> {
    let entries = tx.history(&crate::ids::Ref::new("person", of.person), 1_000).await?;
    let said = |entry: &crate::audit::AuditEntry| {
        let values = [&entry.before, &entry.after].into_iter().flatten().map(|Json(value)| told(value));
        let what = ctx.say().t(&format!("audit-{}", entry.verb.replace('.', "-")), &[]);
        Held::new(what, values.collect::<Vec<_>>().join(" → ")).since(entry.at)
    };
    Ok(entries.iter().map(said).collect())
}

/// What a remembered value says, name by name, without what says nothing.
fn told(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(words) => words.clone(),
        Value::Object(fields) => {
            let said = fields.iter().map(|(name, value)| (name, told(value)));
            let said =
                said.filter(|(_, words)| !words.is_empty()).map(|(name, words)| format!("{name}: {words}"));
            said.collect::<Vec<_>>().join("; ")
        }
        Value::Array(all) => {
            let said = all.iter().map(told).filter(|words| !words.is_empty());
            said.collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_remembered_is_told_in_words() {
        let value = json!({"name": "Ana", "note": "", "days": ["Monday", null, 3], "to": null});
        assert_eq!(told(&value), "days: Monday, 3; name: Ana");
        assert_eq!(told(&json!("Ana")), "Ana");
    }
}
