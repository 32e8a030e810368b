//! People: found, kept, changed.

use crate::{
    PersonId,
    narrowing::Care,
    rules::{NewPerson, Reader, Visibility, check_person},
};
use platform::{
    audit::Told,
    batch::BatchId,
    db::{Bind, List, Page, Param, Sort, Tx},
    errors::{Error, Result},
    http::Address,
    ids::PartnershipId,
    langs::Lang,
    row,
    search::Sought,
    text::fold,
};
use serde_json::json;
use std::collections::{HashMap, HashSet};

row! {
    /// A person: somebody known by name. Not an account.
    #[derive(PartialEq, Eq)]
    pub struct Person {
        /// The id.
        pub id: PersonId,
        /// The name, as the person writes it.
        pub name: String,
        /// The language to write to the person in.
        pub lang: Lang,
        /// Who may know of the person.
        pub visibility: Visibility,
        /// What the staff notes: shown to nobody else.
        pub note: String,
        /// Whether nobody of this name is meant.
        pub invented: bool,
        /// How the record stands.
        pub version: i64,
    }
}

impl Person {
    /// What is written about the person, to be changed.
    pub fn facts(&self) -> NewPerson {
        NewPerson {
            name: self.name.clone(),
            lang: self.lang,
            visibility: self.visibility,
            note: self.note.clone(),
            invented: self.invented,
        }
    }
}

const COLUMNS: &str = "p.id, p.name, p.lang, p.visibility, p.note, p.invented, p.version";

const QUIET: &str = "NOT EXISTS (SELECT 1 FROM staff_note n WHERE n.partnership_id = p.partnership_id AND n.person_id = p.id \
    AND n.way <> 'note' AND n.on_day >= ? \
    AND NOT EXISTS (SELECT 1 FROM staff_note c WHERE c.partnership_id = n.partnership_id AND c.corrects_id = n.id))";

/// The people whom `reader` may know of and who are not in the bin.
pub(super) fn seen_by(partnership: &PartnershipId, reader: Reader) -> List<'_> {
    List::new(COLUMNS, "kept_person p")
        .filter("p.partnership_id = ?", partnership)
        .among("p.visibility", reader.sees())
}

/// The person with this id, when the reader may know of her.
///
/// # Errors
/// When the database does not answer.
pub async fn person(tx: &mut Tx, reader: Reader, id: PersonId) -> Result<Option<Person>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&seen_by(&partnership, reader).filter("p.id = ?", &id).page(1, 1)).await?.pop())
}

/// People by their ids, for the tables of other rooms. Those whom the reader may not know of are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn people_named(
    tx: &mut Tx,
    reader: Reader,
    ids: &[PersonId],
) -> Result<HashMap<PersonId, Person>> {
    let partnership = tx.partnership()?;
    let mut found = HashMap::new();
    for some in ids.chunks(500) {
        let list = seen_by(&partnership, reader).among("p.id", some).page(1, 1_000);
        found.extend(tx.rows::<Person>(&list).await?.into_iter().map(|one| (one.id, one)));
    }
    Ok(found)
}

/// Which of these people lie in the bin: only the staff learns that.
///
/// # Errors
/// When the database does not answer.
pub async fn people_in_bin(tx: &mut Tx, reader: Reader, ids: &[PersonId]) -> Result<HashSet<PersonId>> {
    let (partnership, mut found) = (tx.partnership()?, HashSet::new());
    let asked = if reader == Reader::Staff { ids } else { &[] };
    for some in asked.chunks(500) {
        let list = List::new("p.id", "person p").filter("p.partnership_id = ?", &partnership);
        let list = list.only("p.binned_at IS NOT NULL").among("p.id", some).page(1, 1_000);
        found.extend(tx.rows::<(PersonId,)>(&list).await?.into_iter().map(|(id,)| id));
    }
    Ok(found)
}

/// The page of people that `address` asks for (all rows when it asks for a file): those whom the reader may know of and
/// whose name contains the words of `q`, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn people(
    tx: &mut Tx,
    reader: Reader,
    (q, care): (&str, &Care),
    address: &Address,
) -> Result<Page<Person>> {
    let partnership = tx.partnership()?;
    let (key, way) = ("p.search_key", address.sort().1);
    let mut list = seen_by(&partnership, reader)
        .search(key, q)
        .filter_some("p.steward_id = ?", care.steward.as_ref())
        .filter_some(QUIET, care.quiet_since.as_ref());
    if care.unattended {
        list = list.only("p.steward_id IS NULL");
    }
    let list = list.sort(key, way).sort("p.id", Sort::Up);
    tx.page_for(address, list).await
}

/// People whom the reader may know of and who are called so, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn people_called(tx: &mut Tx, reader: Reader, sought: &Sought) -> Result<Vec<Person>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, reader).sort("p.search_key", Sort::Up).sort("p.id", Sort::Up);
    sought.rows(tx, list, "p.search_key").await
}

/// People whom the reader may know of, for a list to choose from: at most 1000, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn people_to_choose(tx: &mut Tx, reader: Reader) -> Result<Vec<Person>> {
    let partnership = tx.partnership()?;
    let list =
        seen_by(&partnership, reader).sort("p.search_key", Sort::Up).sort("p.id", Sort::Up).page(1, 1_000);
    tx.rows(&list).await
}

/// The names of everybody who is kept, in the bin too: for rules that ask whether a text names somebody, never to be shown.
///
/// # Errors
/// When the database does not answer.
pub async fn names_of_people(tx: &mut Tx) -> Result<Vec<String>> {
    let partnership = tx.partnership()?;
    let list = List::new("p.name", "person p").filter("p.partnership_id = ?", &partnership);
    let names = tx.every::<(String,)>(list.sort("p.id", Sort::Up)).await?;
    Ok(names.into_iter().map(|(name,)| name).collect())
}

/// Keeps a person and writes the audit entry.
///
/// # Errors
/// Refusals when the name or the note is not sound.
pub async fn add_person(tx: &mut Tx, new: &NewPerson) -> Result<PersonId> {
    let ids = add_people(tx, std::slice::from_ref(new)).await?;
    ids.into_iter().next().ok_or_else(|| Error::failed("a person was added without an id"))
}

/// Keeps many people at once, each with an audit entry; their ids stand in the same order.
///
/// # Errors
/// As [`add_person`]; then nobody is kept.
pub async fn add_people(tx: &mut Tx, new: &[NewPerson]) -> Result<Vec<PersonId>> {
    let ids = insert_people(tx, new, None).await?;
    let told = ids.iter().zip(new).map(|(id, one)| Ok(Told::added(*id, serde_json::to_value(one)?)));
    tx.audit_many("person.added", told.collect::<Result<_>>()?).await?;
    Ok(ids)
}

/// Keeps people of an import, out of sight until it is shown. Their audit entries name the import; what they say lies there.
///
/// # Errors
/// As [`add_person`]; then nobody is kept.
pub async fn lay_people(tx: &mut Tx, new: &[NewPerson], batch: BatchId) -> Result<Vec<PersonId>> {
    let ids = insert_people(tx, new, Some(batch)).await?;
    let told = ids.iter().map(|id| Told::added(*id, json!({ "batch": batch }))).collect();
    tx.audit_many("person.imported", told).await?;
    Ok(ids)
}

async fn insert_people(tx: &mut Tx, new: &[NewPerson], batch: Option<BatchId>) -> Result<Vec<PersonId>> {
    let (partnership, now) = (tx.partnership()?, tx.now());
    let mut ids = Vec::with_capacity(new.len());
    for one in new {
        check_person(one)?;
        ids.push(tx.new_id::<PersonId>()?);
    }
    if ids.is_empty() {
        return Ok(ids);
    }
    let keys: Vec<String> = new.iter().map(|one| fold(&one.name)).collect();
    let mut rows = Vec::with_capacity(new.len());
    for (id, (one, key)) in ids.iter().zip(new.iter().zip(&keys)) {
        let (whose, shown) = (
            [id.bind(), partnership.bind(), now.bind(), batch.bind()],
            [one.name.bind(), key.bind(), one.lang.bind()],
        );
        let kept = [one.visibility.bind(), one.note.bind(), one.invented.bind()];
        rows.push(whose.into_iter().chain(shown).chain(kept).collect());
    }
    let insert = "INSERT INTO person (id, partnership_id, added_at, batch_id, name, search_key, lang, visibility, note, invented) VALUES";
    tx.insert_many(insert, &rows).await?;
    Ok(ids)
}

/// Changes what is written about a person and writes the audit entry; nothing happens when nothing changes.
///
/// # Errors
/// As [`add_person`]; [`Error::Stale`] when it has changed since `before` was read.
pub async fn change_person(tx: &mut Tx, before: &Person, after: &NewPerson) -> Result<()> {
    match PersonChange::of(before, after)? {
        Some(change) => change_people(tx, std::slice::from_ref(&change)).await,
        None => Ok(()),
    }
}

/// A change of a person's record that the rules allow, ready to be written.
#[derive(Debug, Clone)]
pub struct PersonChange {
    id: PersonId,
    /// How the record stood before.
    version: i64,
    after: NewPerson,
    key: String,
    told: Told,
}

impl PersonChange {
    /// The change from one state to another; none when nothing changes.
    ///
    /// # Errors
    /// As [`add_person`].
    pub fn of(before: &Person, after: &NewPerson) -> Result<Option<Self>> {
        check_person(after)?;
        Ok(super::changes(&before.facts(), after).map(|changed| Self {
            id: before.id,
            version: before.version,
            after: after.clone(),
            key: fold(&after.name),
            told: Told::changed(before.id, changed),
        }))
    }
}

/// Writes many changes at once, each with an audit entry.
///
/// # Errors
/// As [`change_person`]; then none is written.
pub async fn change_people(tx: &mut Tx, changes: &[PersonChange]) -> Result<()> {
    let partnership = tx.partnership()?;
    let rows: Vec<Vec<Bind<'_>>> = changes
        .iter()
        .map(|one| {
            let after = &one.after;
            let shown = [after.name.bind(), one.key.bind(), after.lang.bind(), after.visibility.bind()];
            let kept = [after.note.bind(), after.invented.bind()];
            let whose = [partnership.bind(), one.id.bind(), one.version.bind()];
            shown.into_iter().chain(kept).chain(whose).collect()
        })
        .collect();
    let update = "UPDATE person SET name = $1, search_key = $2, lang = $3, visibility = $4, note = $5, invented = $6, version = version + 1
        WHERE partnership_id = $7 AND id = $8 AND version = $9 AND binned_at IS NULL";
    let changed = tx.run_many(update, &rows).await?;
    if changed.iter().any(|n| *n != 1) {
        return Err(Error::Stale);
    }
    tx.audit_many("person.changed", changes.iter().map(|one| one.told.clone()).collect()).await
}
