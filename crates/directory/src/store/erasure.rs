//! Letting go of a person whom services name: whom to ask, and what else they say of her.

use crate::{
    ServiceId,
    rules::{
        facts::{Contact, Facts},
        forgetting::Traces,
    },
};
use platform::{
    db::{Json, List, Sort, Tx},
    errors::Result,
    ids::Ref,
    personal::{Subject, without_names},
    reach::phone_key,
    row, sql,
    text::Text,
};
use serde_json::Value;
use std::collections::BTreeSet;
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

/// Works with what the subject is known by.
fn traced<T>(of: &Subject, work: impl FnOnce(&Traces<'_>) -> T) -> T {
    let is_mail =
        |mail: &str| !mail.is_empty() && of.addresses.iter().any(|one| one.eq_ignore_ascii_case(mail));
    let keys: Vec<String> = of.phones.iter().map(|number| phone_key(number)).collect();
    let is_phone = |number: &str| keys.contains(&phone_key(number));
    work(&Traces { without: &|text| without_names(text, &of.names), is_mail: &is_mail, is_phone: &is_phone })
}

/// Where services name the subject as somebody to ask: the name of each, and how it names her.
///
/// # Errors
/// When the database does not answer.
pub async fn contacts_who_are(tx: &mut Tx, of: &Subject) -> Result<Vec<(Text, Contact)>> {
    let all = every_said(tx).await?;
    let hers = |one: Said| {
        let contacts = traced(of, |traces| {
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
    let words: Vec<String> = of.names.iter().chain(&of.addresses).cloned().collect();
    for id in told_in_history(tx, &words).await? {
        gone += tx.forget_names(&Ref::new("service", id), &words).await?;
    }
    Ok(gone)
}

async fn forget_in_service(tx: &mut Tx, one: Said, of: &Subject) -> Result<u64> {
    let hers: Vec<Contact> =
        traced(of, |traces| one.facts.0.contacts.iter().filter(|of| traces.is_her(of)).cloned().collect());
    // Of this service alone: whoever else is called as she is called here is somebody else.
    let words =
        hers.iter().flat_map(|contact| [&contact.name, &contact.mail]).chain(&of.names).chain(&of.addresses);
    let words: Vec<String> = words.cloned().collect();
    let (name, about, facts) = traced(of, |traces| {
        (traces.text(one.name.clone()), traces.text(one.about.clone()), traces.facts(one.facts.0.clone()))
    });
    let beyond = without(one.beyond.0.clone(), &words);
    if name == one.name && about == one.about && facts == one.facts.0 && beyond == one.beyond.0 {
        return Ok(0);
    }
    sql!(
        tx,
        must,
        "UPDATE service SET name = $3, about = $4, facts = $5, beyond = $6, search_key = $7, changed_at = $8, version = version + 1
         WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        one.id,
        name,
        about,
        Json(&facts),
        Json(&beyond),
        name.search_key(),
        tx.now()
    )?;
    Ok(1 + tx.forget_names(&one.id.into(), &words).await?)
}

/// What a file said, without these names.
fn without(of: Value, names: &[String]) -> Value {
    match of {
        Value::String(text) => Value::String(without_names(&text, names)),
        Value::Array(all) => all.into_iter().map(|one| without(one, names)).collect(),
        Value::Object(all) => all.into_iter().map(|(name, one)| (name, without(one, names))).collect(),
        other => other,
    }
}

/// The services whose history holds one of these texts, in whatever place.
async fn told_in_history(tx: &mut Tx, words: &[String]) -> Result<BTreeSet<Uuid>> {
    let (partnership, mut all) = (tx.partnership()?, BTreeSet::new());
    for word in words {
        let quoted = Value::from(word.to_lowercase()).to_string();
        let rows: Vec<(Uuid,)> = sql!(
            tx,
            all(Uuid,),
            "SELECT DISTINCT object_id FROM audit_entry WHERE partnership_id = $1 AND kind = 'service'
             AND (replace(lower(CAST(before AS TEXT)), $2, '') <> lower(CAST(before AS TEXT))
               OR replace(lower(CAST(after AS TEXT)), $2, '') <> lower(CAST(after AS TEXT))) LIMIT 1000000",
            partnership,
            quoted.trim_matches('"')
        )?;
        all.extend(rows.into_iter().map(|(id,)| id));
    }
    Ok(all)
}
