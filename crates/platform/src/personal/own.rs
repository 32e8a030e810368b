//! What the platform itself holds about a person, and its ways of letting go.

use super::{Held, Holding, Subject, without_names};
use crate::{
    clock::Moment,
    ctx::Ctx,
    db::{Dialect, Json, Tx},
    errors::Result,
    html::{Fact, Names, sides},
    ids::Ref,
    mail::key_of,
    reach::{is_phone, phone_key},
    sql,
};
use serde_json::Value;
use std::collections::BTreeSet;
use uuid::Uuid;

const MAILS_TO: &str = "SELECT subject, made_at FROM mail WHERE partnership_id = $1 AND recipient_key = $2 ORDER BY made_at LIMIT 10000";

/// A text as it stands between the quotation marks of JSON, which is how the history keeps it.
fn in_json(words: &str) -> String {
    let quoted = Value::from(words).to_string();
    quoted.trim_start_matches('"').strip_suffix('"').map_or_else(String::new, str::to_owned)
}

/// The texts that a remembered value holds. Of a text in a language it is the words, and neither its state nor its day.
pub(crate) fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(words) => vec![words],
        Value::Array(all) => all.iter().flat_map(texts).collect(),
        Value::Object(fields) => match fields.get("text").filter(|_| fields.contains_key("state")) {
            Some(words) => texts(words),
            None => fields.values().flat_map(texts).collect(),
        },
        _ => Vec::new(),
    }
}

impl Tx {
    /// Whether the history of another object of these kinds holds exactly this text as a value, in capitals or not: an address
    /// that somebody else has had is not one person's alone.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn was_said_of_others(&mut self, than: &Ref, kinds: &[&str], words: &str) -> Result<bool> {
        let (partnership, said) = (self.partnership()?, format!("\"{}\"", in_json(&words.to_lowercase())));
        for kind in kinds {
            let count = sql!(
                self,
                value i64,
                "SELECT count(*) FROM audit_entry WHERE partnership_id = $1 AND kind = $2 AND object_id <> $3
                 AND (replace(lower(CAST(before AS TEXT)), $4, '') <> lower(CAST(before AS TEXT))
                   OR replace(lower(CAST(after AS TEXT)), $4, '') <> lower(CAST(after AS TEXT)))",
                partnership,
                *kind,
                than.id,
                said
            )?;
            if count > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether the history of another object of these kinds holds this telephone number, however it was written: a number that
    /// somebody else has had is not one person's alone. `verbs` is how the entries begin that hold numbers (`contact.`).
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn was_number_of_others(
        &mut self,
        than: &Ref,
        (kinds, verbs): (&[&str], &str),
        number: &str,
    ) -> Result<bool> {
        let (partnership, key, verbs) = (self.partnership()?, phone_key(number), format!("{verbs}%"));
        let is_it = |text: &str| is_phone(text) && phone_key(text) == key;
        for kind in kinds {
            let said: Vec<(Option<Json<Value>>, Option<Json<Value>>)> = sql!(
                self,
                all(Option<Json<Value>>, Option<Json<Value>>),
                "SELECT before, after FROM audit_entry
                 WHERE partnership_id = $1 AND kind = $2 AND object_id <> $3 AND verb LIKE $4 LIMIT 1000000",
                partnership,
                *kind,
                than.id,
                verbs
            )?;
            let mut sides = said.iter().flat_map(|(before, after)| [before, after]).flatten();
            if sides.any(|Json(value)| texts(value).into_iter().any(is_it)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Empties those audit entries about an object that say one of these names, by the rule of [`without_names`]; that something
    /// was done, when and by whom, stays. Gives how many.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_names(&mut self, object: &Ref, names: &[String]) -> Result<u64> {
        self.forget_texts(object, |words| without_names(words, names) != words).await
    }

    /// As [`Tx::forget_names`], of the texts that `is_told` knows.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_texts(&mut self, object: &Ref, is_told: impl Fn(&str) -> bool) -> Result<u64> {
        let entries = self.history(object, 10_000).await?;
        let values = entries.iter().flat_map(|entry| [&entry.before, &entry.after]).flatten();
        let said: BTreeSet<&str> = values.flat_map(|Json(value)| texts(value)).collect();
        let mut gone = 0;
        for words in said {
            if is_told(words) {
                gone += self.forget_value(object, words).await?;
            }
        }
        Ok(gone)
    }

    /// Empties those audit entries about an object that hold exactly this text as a value.
    async fn forget_value(&mut self, object: &Ref, words: &str) -> Result<u64> {
        let (partnership, said) = (self.partnership()?, format!("\"{}\"", in_json(words)));
        if self.dialect() == Dialect::Postgres {
            let forget = "SELECT kith_forget_words($1, $2, $3)";
            let emptied = sql!(self, value i64, forget, object.kind, object.id, said)?;
            return Ok(u64::try_from(emptied).unwrap_or_default());
        }
        sql!(
            self,
            run,
            "UPDATE audit_entry SET before = NULL, after = NULL WHERE partnership_id = $1 AND kind = $2 AND object_id = $3
             AND (instr(before, $4) > 0 OR instr(after, $4) > 0)",
            partnership,
            object.kind,
            object.id,
            said
        )
    }

    /// Forgets what the installation keeps of an account whose person is erased: mail to its address, and links and waiting
    /// work that name it; the partnership's links too. Gives how much.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_account(&mut self, account: Uuid, address: &str) -> Result<u64> {
        let (partnership, named) = (self.partnership()?, format!("%{account}%"));
        let links = "DELETE FROM ticket WHERE partnership_id = $1 AND CAST(about AS TEXT) LIKE $2";
        let mut gone = sql!(self, run, links, partnership, named)?;
        self.step_out().await?;
        let links = "DELETE FROM ticket WHERE partnership_id IS NULL AND CAST(about AS TEXT) LIKE $1";
        gone += sql!(self, run, links, named)?;
        let mail = "DELETE FROM mail WHERE partnership_id IS NULL AND recipient_key = $1";
        gone += sql!(self, run, mail, key_of(address))?;
        gone += sql!(
            self,
            run,
            "DELETE FROM job WHERE partnership_id IS NULL AND leased_until IS NULL
             AND (CAST(about AS TEXT) LIKE $1 OR replace(lower(CAST(about AS TEXT)), $2, '') <> lower(CAST(about AS TEXT)))",
            named,
            format!("\"{}\"", in_json(&key_of(address)))
        )?;
        self.step_in().await?;
        Ok(gone)
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
            let forget = "DELETE FROM mail WHERE partnership_id = $1 AND recipient_key = $2";
            gone += sql!(self, run, forget, partnership, key_of(address))?;
        }
        Ok(gone)
    }

    /// Deletes the mail to an address that was for these purposes; gives how many. What has not left yet does not leave any more.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_mail_for(&mut self, address: &str, purposes: &[&str]) -> Result<u64> {
        let (partnership, mut gone) = (self.partnership()?, 0);
        for purpose in purposes {
            let forget = "DELETE FROM mail WHERE partnership_id = $1 AND recipient_key = $2 AND purpose = $3";
            gone += sql!(self, run, forget, partnership, key_of(address), *purpose)?;
        }
        Ok(gone)
    }

    /// Deletes the letters for a purpose that wait for this reader, or failed and might be tried again; gives how many. What
    /// has left stays noted.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_waiting_letters(&mut self, who: Uuid, purpose: &str) -> Result<u64> {
        let partnership = self.partnership()?;
        let forget = "DELETE FROM mail WHERE partnership_id = $1 AND reader_id = $2 AND purpose = $3 AND sent_at IS NULL";
        sql!(self, run, forget, partnership, who, purpose)
    }

    async fn mails_to(&mut self, addresses: &[String]) -> Result<Vec<(String, Moment)>> {
        let (partnership, mut all) = (self.partnership()?, Vec::new());
        for address in addresses {
            let some: Vec<(String, Moment)> =
                sql!(self, all(String, Moment), MAILS_TO, partnership, key_of(address))?;
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
        let until = fact.last_day().map(|day| crate::t!(say, "consent-until", day = say.short_day(day)));
        let parts = [purpose, days.join(" – "), until.unwrap_or_default(), how, fact.wording.clone()];
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
    let entries = tx.history(&Ref::new("person", of.person), 1_000).await?;
    // The paper is handed out: what the ids of others are called is for the office, not for it.
    let names = Names::default();
    let said = |entry: &crate::audit::AuditEntry| {
        let values = sides(ctx, &names, "person", entry).map(|side| told(ctx, side));
        let what = ctx.say().t(&format!("audit-{}", entry.verb.replace('.', "-")), &[]);
        let values: Vec<String> = values.into_iter().filter(|words| !words.is_empty()).collect();
        Held::new(what, values.join(" → ")).since(entry.at)
    };
    Ok(entries.iter().map(said).collect())
}

/// What one side of an entry says, name by name, without what says nothing.
fn told(ctx: &Ctx, side: Vec<Fact>) -> String {
    let say = ctx.say();
    let facts = side.into_iter().filter(|fact| !fact.words.is_empty());
    let said: Vec<String> =
        facts.map(|fact| crate::t!(say, "fact-part", whole = fact.label, part = fact.words)).collect();
    said.join("; ")
}

#[cfg(test)]
mod tests;
