//! Letting go of a person whom services name: whom to ask, and what else they say of her.

use crate::{
    ServiceId,
    rules::{
        facts::{Contact, Facts},
        forgetting::{Traces, without_numbers},
    },
};
use platform::{
    db::{Json, List, Sort, Tx},
    errors::Result,
    ids::Ref,
    personal::{Subject, without_names},
    reach::phone_key,
    row, sql,
    text::{Text, fold},
};
use serde_json::Value;
use uuid::Uuid;

row! {
    /// What a service says in words, seen or not, in the bin too.
    struct Said {
        id: ServiceId,
        name: Text,
        about: Text,
        facts: Json<Facts>,
        beyond: Json<Value>,
    }
}

async fn every_said(tx: &mut Tx) -> Result<Vec<Said>> {
    let partnership = tx.partnership()?;
    let list = List::new("s.id, s.name, s.about, s.facts, s.beyond", "service s")
        .filter("s.partnership_id = ?", &partnership);
    tx.every(list.sort("s.id", Sort::Up)).await
}

/// Works with what the subject is known by, and with what else she is called.
fn traced<T>((of, called): (&Subject, &[String]), work: impl FnOnce(&Traces<'_>) -> T) -> T {
    let is_mail =
        |mail: &str| !mail.is_empty() && of.addresses.iter().any(|one| one.eq_ignore_ascii_case(mail));
    let keys: Vec<String> = of.phones.iter().map(|number| phone_key(number)).collect();
    let is_phone =
        |number: &str| Some(phone_key(number)).is_some_and(|key| !key.is_empty() && keys.contains(&key));
    let names: Vec<String> = of.names.iter().map(|name| whole(name)).collect();
    let is_telling =
        |name: &str| name.trim().chars().nth(1).is_some() && name.chars().any(char::is_alphabetic);
    let is_name = |name: &str| is_telling(name) && names.contains(&whole(name));
    let words: Vec<String> = of.names.iter().chain(&of.addresses).chain(called).cloned().collect();
    let without = |text: &str| without_numbers(&without_names(text, &words), &is_phone);
    work(&Traces { without: &without, is_name: &is_name, is_mail: &is_mail, is_phone: &is_phone })
}

/// A name as it is compared with another, in capitals or not, with its accents or without.
fn whole(name: &str) -> String {
    fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where services name the subject as somebody to ask: the name of each, and how it names her.
///
/// # Errors
/// When the database does not answer.
pub async fn contacts_who_are(tx: &mut Tx, of: &Subject) -> Result<Vec<(Text, Contact)>> {
    let all = every_said(tx).await?;
    let hers = |one: Said| {
        let contacts = traced((of, &[]), |traces| {
            one.facts.0.contacts.into_iter().filter(|contact| traces.is_her(contact)).collect::<Vec<_>>()
        });
        contacts.into_iter().map(move |contact| (one.name.clone(), contact))
    };
    Ok(all.into_iter().flat_map(hers).collect())
}

/// Takes the subject out of what services say, of what files said of them, and of their history; gives of how many things.
///
/// # Errors
/// When the database refuses.
pub async fn forget_in_services(tx: &mut Tx, of: &Subject) -> Result<u64> {
    let mut gone = 0;
    for one in every_said(tx).await? {
        gone += forget_in_service(tx, one, of).await?;
    }
    for id in histories_left(tx).await? {
        let is_told = |text: &str| traced((of, &[]), |traces| (traces.without)(text) != text);
        gone += tx.forget_texts(&Ref::new("service", id), is_told).await?;
    }
    Ok(gone)
}

async fn forget_in_service(tx: &mut Tx, one: Said, of: &Subject) -> Result<u64> {
    let hers: Vec<Contact> = traced((of, &[]), |traces| {
        one.facts.0.contacts.iter().filter(|of| traces.is_her(of)).cloned().collect()
    });
    // Of this service alone: whoever else is called as she is called here is somebody else.
    let called = hers.into_iter().flat_map(|contact| [contact.name, contact.mail]);
    let called: Vec<String> = called.filter(|words| !words.is_empty()).collect();
    let (about, facts) =
        traced((of, &[]), |traces| (traces.text(one.about.clone()), traces.facts(one.facts.0.clone())));
    let beyond = traced((of, &called), |traces| without(one.beyond.0.clone(), traces.without));
    // What the service is called is no name of hers, although it may hold one.
    let titles: Vec<&str> = one.name.pieces().map(|(_, piece)| piece.text.as_str()).collect();
    let is_told = |text: &str| {
        !titles.contains(&text) && traced((of, &called), |traces| (traces.without)(text) != text)
    };
    let gone = tx.forget_texts(&one.id.into(), is_told).await?;
    let is_same = about == one.about && facts == one.facts.0 && beyond == one.beyond.0;
    if is_same && gone == 0 {
        return Ok(0);
    }
    // Where the history alone named her it counts as changed too: what an import would set back might name her again.
    sql!(
        tx,
        must,
        "UPDATE service SET about = $3, facts = $4, beyond = $5, changed_at = $6, version = version + 1
         WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        one.id,
        about,
        Json(&facts),
        Json(&beyond),
        tx.now()
    )?;
    tx.audit("service.forgot", one.id, None::<&()>, None::<&()>).await?;
    Ok(gone + u64::from(!is_same))
}

/// The columns of files that say what something is called.
const TITLES: [&str; 3] = ["name", "name-fr", "organization"];

/// What a file said, without her.
fn without(of: Value, words: &dyn Fn(&str) -> String) -> Value {
    match of {
        Value::String(text) => Value::String(words(&text)),
        Value::Array(all) => all.into_iter().map(|one| without(one, words)).collect(),
        Value::Object(all) => {
            let one = |(name, one): (String, Value)| {
                let is_title = TITLES.contains(&name.as_str());
                (name, if is_title { one } else { without(one, words) })
            };
            all.into_iter().map(one).collect()
        }
        other => other,
    }
}

/// The services that are gone and whose history still says something.
async fn histories_left(tx: &mut Tx) -> Result<Vec<Uuid>> {
    let partnership = tx.partnership()?;
    let rows: Vec<(Uuid,)> = sql!(
        tx,
        all(Uuid,),
        "SELECT DISTINCT object_id FROM audit_entry WHERE partnership_id = $1 AND kind = 'service' AND (before IS NOT NULL OR after IS NOT NULL)
         AND object_id NOT IN (SELECT id FROM service WHERE partnership_id = $1) LIMIT 1000000",
        partnership
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

#[cfg(test)]
mod tests;
