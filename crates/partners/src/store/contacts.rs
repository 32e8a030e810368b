//! Contact points: one way each to reach an organization or a person.

use crate::{
    ContactId, OrganizationId, PersonId,
    contact::{ContactKind, check_contact},
    rules::{PartnerRefusal, Reader, Visibility},
};
use platform::{
    db::{Bind, List, Param, Sort, Tx},
    errors::{Error, Result},
    ids::{PartnershipId, Ref},
    langs::Lang,
    row, sql,
};
use serde::Serialize;
use serde_json::json;
use std::collections::HashSet;

row! {
    /// One way to reach an organization, a person, or a person at an organization.
    #[derive(PartialEq, Eq)]
    pub struct ContactPoint {
        /// Its id.
        pub id: ContactId,
        /// Of whom, unless it is the organization's own.
        pub person: Option<PersonId>,
        /// At which organization, unless it is the person's own.
        pub organization: Option<OrganizationId>,
        /// Mail, telephone or web.
        pub kind: ContactKind,
        /// The address or number.
        pub value: String,
        /// Who may know of it: never more than those who may know of its person and organization.
        pub visibility: Visibility,
        /// Its version.
        pub version: i64,
    }
}

impl ContactPoint {
    /// What can be written of it.
    pub fn facts(&self) -> NewContactPoint {
        NewContactPoint {
            person: self.person,
            organization: self.organization,
            kind: self.kind,
            value: self.value.clone(),
            visibility: self.visibility,
        }
    }
}

/// A contact point on its way in. A person has one of each kind of her own and one of each kind at each organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewContactPoint {
    /// Of whom, unless it is the organization's own.
    pub person: Option<PersonId>,
    /// At which organization, unless it is the person's own.
    pub organization: Option<OrganizationId>,
    /// Mail, telephone or web.
    pub kind: ContactKind,
    /// The address or number.
    pub value: String,
    /// Who may know of it.
    pub visibility: Visibility,
}

impl NewContactPoint {
    /// The same with its address or number as it is written here.
    ///
    /// # Errors
    /// Refusals when it cannot be used.
    pub fn checked(self) -> Result<Self> {
        let value = check_contact(self.kind, &self.value).map_err(Error::Refused)?;
        Ok(Self { value, ..self })
    }
}

fn owner(person: Option<PersonId>, organization: Option<OrganizationId>) -> Result<Ref> {
    let person = person.map(Ref::from);
    person.or(organization.map(Ref::from)).ok_or_else(|| Error::failed("a contact point of nobody"))
}

/// Keeps a contact point and writes an audit entry of its owner.
///
/// # Errors
/// Refusals when the address or number cannot be used; [`PartnerRefusal::ContactTaken`].
pub async fn add_contact(tx: &mut Tx, new: &NewContactPoint) -> Result<ContactId> {
    let owner = owner(new.person, new.organization)?;
    let id = lay_contact(tx, new).await?;
    tx.audit("contact.added", owner, None::<&()>, Some(new)).await?;
    Ok(id)
}

/// Keeps a contact point of an import, whose own entry says that it came.
///
/// # Errors
/// As [`add_contact`].
pub async fn lay_contact(tx: &mut Tx, new: &NewContactPoint) -> Result<ContactId> {
    let id = tx.new_id::<ContactId>()?;
    lay_contacts(tx, &[(id, new.clone().checked()?)]).await?;
    Ok(id)
}

/// Keeps many contact points at once under ids that were made before; each was [`NewContactPoint::checked`].
///
/// # Errors
/// [`PartnerRefusal::ContactTaken`]; then none is kept.
pub async fn lay_contacts(tx: &mut Tx, all: &[(ContactId, NewContactPoint)]) -> Result<()> {
    let partnership = tx.partnership()?;
    let rows: Vec<Vec<Bind<'_>>> = all
        .iter()
        .map(|(id, new)| {
            let whose = [id.bind(), partnership.bind(), new.person.bind(), new.organization.bind()];
            whose.into_iter().chain([new.kind.bind(), new.value.bind(), new.visibility.bind()]).collect()
        })
        .collect();
    let insert = "INSERT INTO contact_point (id, partnership_id, person_id, organization_id, kind, value, visibility) VALUES";
    tx.insert_many(insert, &rows).await.map_err(taken)
}

/// What the database says when a person has one of that kind there already.
fn taken(error: Error) -> Error {
    error
        .on_constraint("contact_point_at_once", PartnerRefusal::ContactTaken)
        .on_constraint("contact_point_own_once", PartnerRefusal::ContactTaken)
        .on_constraint("contact_point.partnership_id, contact_point.person_id", PartnerRefusal::ContactTaken)
}

/// Changes a contact point where it stands and writes an audit entry of its owner; nothing happens when nothing changes.
/// Whose it is does not change.
///
/// # Errors
/// As [`add_contact`]; [`Error::Stale`] when it has changed since `before` was read.
pub async fn change_contact(
    tx: &mut Tx,
    before: &ContactPoint,
    (kind, value, visibility): (ContactKind, String, Visibility),
) -> Result<()> {
    let value = check_contact(kind, &value).map_err(Error::Refused)?;
    let after = NewContactPoint { kind, value, visibility, ..before.facts() };
    let Some((old, new)) = super::changes(&before.facts(), &after) else { return Ok(()) };
    sql!(
        tx,
        save,
        "UPDATE contact_point SET kind = $1, value = $2, visibility = $3, version = version + 1
         WHERE partnership_id = $4 AND id = $5 AND version = $6",
        after.kind,
        after.value,
        after.visibility,
        tx.partnership()?,
        before.id,
        before.version
    )
    .map_err(taken)?;
    tx.audit("contact.changed", owner(before.person, before.organization)?, Some(&old), Some(&new)).await
}

/// Takes a contact point away and writes an audit entry of its owner.
///
/// # Errors
/// [`Error::Stale`] when it is gone already.
pub async fn remove_contact(tx: &mut Tx, contact: &ContactPoint) -> Result<()> {
    sql!(
        tx,
        save,
        "DELETE FROM contact_point WHERE partnership_id = $1 AND id = $2",
        tx.partnership()?,
        contact.id
    )?;
    let was = json!({ "kind": contact.kind, "value": contact.value, "visibility": contact.visibility });
    tx.audit("contact.removed", owner(contact.person, contact.organization)?, Some(&was), None::<&()>).await
}

const COLUMNS: &str = "c.id, c.person_id AS person, c.organization_id AS organization, c.kind, c.value, c.visibility, c.version";
const FROM: &str = "contact_point c LEFT JOIN kept_person p ON p.partnership_id = c.partnership_id AND p.id = c.person_id \
    LEFT JOIN kept_organization o ON o.partnership_id = c.partnership_id AND o.id = c.organization_id";

fn seen_by(partnership: &PartnershipId, reader: Reader) -> List<'_> {
    let mut list = List::new(COLUMNS, FROM)
        .filter("c.partnership_id = ?", partnership)
        .only("(c.person_id IS NULL OR p.id IS NOT NULL) AND (c.organization_id IS NULL OR o.id IS NOT NULL)")
        .among("c.visibility", reader.sees())
        .sort("c.kind", Sort::Up)
        .sort("c.value", Sort::Up)
        .page(1, 500);
    for hidden in Visibility::ALL.iter().filter(|visibility| !reader.sees().contains(visibility)) {
        list = list
            .filter("(c.person_id IS NULL OR p.visibility <> ?)", hidden)
            .filter("(c.organization_id IS NULL OR o.visibility <> ?)", hidden);
    }
    list
}

/// The contact point with this id, when the reader may know of it.
///
/// # Errors
/// When the database does not answer.
pub async fn contact(tx: &mut Tx, reader: Reader, id: ContactId) -> Result<Option<ContactPoint>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&seen_by(&partnership, reader).filter("c.id = ?", &id)).await?.pop())
}

/// How to reach an organization and its people, as far as the reader may know.
///
/// # Errors
/// When the database does not answer.
pub async fn contacts_of_organization(
    tx: &mut Tx,
    reader: Reader,
    organization: OrganizationId,
) -> Result<Vec<ContactPoint>> {
    let partnership = tx.partnership()?;
    tx.rows(&seen_by(&partnership, reader).filter("c.organization_id = ?", &organization)).await
}

/// How to reach a person, as far as the reader may know.
///
/// # Errors
/// When the database does not answer.
pub async fn contacts_of_person(tx: &mut Tx, reader: Reader, person: PersonId) -> Result<Vec<ContactPoint>> {
    let partnership = tx.partnership()?;
    tx.rows(&seen_by(&partnership, reader).filter("c.person_id = ?", &person)).await
}

/// How to reach these people, as far as the reader may know.
///
/// # Errors
/// When the database does not answer.
pub async fn contacts_of_people(
    tx: &mut Tx,
    reader: Reader,
    people: &[PersonId],
) -> Result<Vec<ContactPoint>> {
    let (partnership, mut found) = (tx.partnership()?, Vec::new());
    for some in people.chunks(100) {
        let list = seen_by(&partnership, reader).among("c.person_id", some).page(1, 1_000);
        found.extend(tx.rows::<ContactPoint>(&list).await?);
    }
    Ok(found)
}

/// Which addresses for mail of these people the reader may know, each with whose it is.
///
/// # Errors
/// When the database does not answer.
pub async fn mails_known(
    tx: &mut Tx,
    reader: Reader,
    people: &[PersonId],
) -> Result<HashSet<(PersonId, String)>> {
    let partnership = tx.partnership()?;
    let mut known = HashSet::new();
    for some in people.chunks(200) {
        let list = seen_by(&partnership, reader).filter("c.kind = ?", &ContactKind::Mail);
        let points: Vec<ContactPoint> = tx.rows(&list.among("c.person_id", some).page(1, 1_000)).await?;
        known.extend(points.into_iter().filter_map(|point| Some((point.person?, point.value))));
    }
    Ok(known)
}

/// All ways to reach a person that are kept, those at an organization in the bin too: for telling her what is held.
///
/// # Errors
/// When the database does not answer.
pub async fn contacts_held(tx: &mut Tx, person: PersonId) -> Result<Vec<ContactPoint>> {
    let partnership = tx.partnership()?;
    let list = List::new(COLUMNS, "contact_point c").filter("c.partnership_id = ?", &partnership);
    let own = list.filter("c.person_id = ?", &person).sort("c.kind", Sort::Up).sort("c.value", Sort::Up);
    tx.rows(&own.page(1, 500)).await
}

row! {
    /// Somebody to write to, and an address at which she reads.
    pub struct Reachable {
        /// Who.
        pub id: PersonId,
        /// The name.
        pub name: String,
        /// The language to write to her in.
        pub lang: Lang,
        /// An address for mail; none when none is in use.
        pub email: Option<String>,
    }
}

/// Where the program writes to these people: by name, each as often as she has addresses for mail, her own before one at an
/// organization. An address at an organization that lies in the bin is not in use. Not for showing.
///
/// # Errors
/// When the database does not answer.
pub async fn reachable(tx: &mut Tx, people: &[PersonId]) -> Result<Vec<Reachable>> {
    let partnership = tx.partnership()?;
    let mut found = Vec::new();
    for some in people.chunks(500) {
        let list = List::new(
            "p.id, p.name, p.lang, m.value AS email",
            "kept_person p LEFT JOIN contact_point m ON m.partnership_id = p.partnership_id AND m.person_id = p.id AND m.kind = 'mail' \
             AND (m.organization_id IS NULL OR EXISTS (SELECT 1 FROM kept_organization o WHERE o.partnership_id = m.partnership_id AND o.id = m.organization_id))",
        )
        .filter("p.partnership_id = ?", &partnership)
        .among("p.id", some)
        .sort("p.search_key", Sort::Up)
        .sort("p.id", Sort::Up)
        .sort("CASE WHEN m.organization_id IS NULL THEN 0 ELSE 1 END", Sort::Up)
        .sort("m.value", Sort::Up);
        found.extend(tx.rows::<Reachable>(&list.page(1, 1_000)).await?);
    }
    Ok(found)
}

/// As [`reachable`], with the address first that was chosen for mail of this purpose.
///
/// # Errors
/// When the database does not answer.
pub async fn reachable_for(tx: &mut Tx, people: &[PersonId], purpose: &str) -> Result<Vec<Reachable>> {
    let chosen = super::mail_choices::chosen_for(tx, people, purpose).await?;
    let mut found = reachable(tx, people).await?;
    // Stable: people stay by name, and only the chosen address of each comes before her others.
    let mut order = Vec::with_capacity(people.len());
    for one in &found {
        if order.last() != Some(&one.id) {
            order.push(one.id);
        }
    }
    let place: std::collections::HashMap<PersonId, usize> = order.into_iter().zip(0..).collect();
    found.sort_by_key(|one| {
        let is_chosen = one.email.is_some() && chosen.get(&one.id) == one.email.as_ref();
        (place.get(&one.id).copied(), !is_chosen)
    });
    Ok(found)
}

/// Where the program writes to a person: the first address of [`reachable`]. Not for showing.
///
/// # Errors
/// When the database does not answer.
pub async fn mail_of(tx: &mut Tx, person: PersonId) -> Result<Option<String>> {
    Ok(reachable(tx, &[person]).await?.into_iter().find_map(|one| one.email))
}
