//! Organizations: found, kept, changed.

use crate::{
    OrganizationId, SectorId,
    rules::{NewOrganization, PartnerRefusal, Reader, Standing, Visibility, check_organization},
    spoken::Languages,
};
use areas::AreaId;
use jiff::civil::Date;
use platform::{
    audit::Told,
    batch::BatchId,
    db::{Bind, List, Param, Tx},
    errors::{Error, Result},
    ids::PartnershipId,
    langs::Lang,
    row, sql,
    text::{Text, fold},
};
use serde_json::json;
use std::collections::HashMap;

row! {
    /// An organization or informal group.
    #[derive(PartialEq, Eq)]
    pub struct Organization {
        /// Its id.
        pub id: OrganizationId,
        /// Its place in addresses.
        pub slug: String,
        /// Its name.
        pub name: Text,
        /// What it works in.
        pub sector: Option<SectorId>,
        /// Whether it is registered; an informal group is not.
        pub formal: bool,
        /// Languages in which people are served there.
        pub langs: Languages,
        /// Where it works.
        pub area: Option<AreaId>,
        /// Who may know of it.
        pub visibility: Visibility,
        /// The day it joined.
        pub joined_on: Option<Date>,
        /// The day it left.
        pub left_on: Option<Date>,
        /// What it does, for its readers.
        pub about: Text,
        /// What the staff notes: shown to nobody else.
        pub note: String,
        /// How its record stands.
        pub version: i64,
    }
}

impl Organization {
    /// How it stands to the partnership.
    pub const fn standing(&self) -> Standing {
        Standing::of(self.joined_on, self.left_on)
    }

    /// What is written about it, to be changed.
    pub fn facts(&self) -> NewOrganization {
        NewOrganization {
            slug: self.slug.clone(),
            name: self.name.clone(),
            sector: self.sector,
            formal: self.formal,
            langs: self.langs.clone(),
            area: self.area,
            visibility: self.visibility,
            joined_on: self.joined_on,
            left_on: self.left_on,
            about: self.about.clone(),
            note: self.note.clone(),
        }
    }
}

const COLUMNS: &str = "o.id, o.slug, o.name, o.sector_id AS sector, o.formal, \
    (SELECT string_agg(l.language, ' ' ORDER BY l.place) FROM organization_language l WHERE l.partnership_id = o.partnership_id AND l.organization_id = o.id) AS langs, \
    o.area_id AS area, o.visibility, o.joined_on, o.left_on, o.about, o.note, o.version";
const FROM: &str = "kept_organization o";

/// The organizations that `reader` may know of and that are not in the bin.
pub(super) fn seen_by(partnership: &PartnershipId, reader: Reader) -> List<'_> {
    List::new(COLUMNS, FROM).filter("o.partnership_id = ?", partnership).among("o.visibility", reader.sees())
}

/// The organization with this id, when the reader may know of it.
///
/// # Errors
/// When the database does not answer.
pub async fn organization(tx: &mut Tx, reader: Reader, id: OrganizationId) -> Result<Option<Organization>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&seen_by(&partnership, reader).filter("o.id = ?", &id).page(1, 1)).await?.pop())
}

/// The organization with this place in addresses, when the reader may know of it.
///
/// # Errors
/// When the database does not answer.
pub async fn organization_by_slug(tx: &mut Tx, reader: Reader, slug: &str) -> Result<Option<Organization>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&seen_by(&partnership, reader).filter("o.slug = ?", slug).page(1, 1)).await?.pop())
}

/// Organizations by their ids, for the tables of other rooms. Those that the reader may not know of are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn organizations_named(
    tx: &mut Tx,
    reader: Reader,
    ids: &[OrganizationId],
) -> Result<HashMap<OrganizationId, Organization>> {
    let partnership = tx.partnership()?;
    let mut found = HashMap::new();
    for some in ids.chunks(500) {
        let list = seen_by(&partnership, reader).among("o.id", some).page(1, 1_000);
        found.extend(tx.rows::<Organization>(&list).await?.into_iter().map(|one| (one.id, one)));
    }
    Ok(found)
}

/// Whether a place in addresses is taken by another organization than `except`.
///
/// # Errors
/// When the database does not answer.
pub async fn slug_taken(tx: &mut Tx, slug: &str, except: Option<OrganizationId>) -> Result<bool> {
    let taken = sql!(
        tx,
        find(OrganizationId,),
        "SELECT id FROM organization WHERE partnership_id = $1 AND slug = $2 AND binned_at IS NULL",
        tx.partnership()?,
        slug
    )?;
    Ok(taken.is_some_and(|(id,)| Some(id) != except))
}

/// Keeps an organization and writes its audit entry.
///
/// # Errors
/// Refusals when it is not sound; [`PartnerRefusal::SlugTaken`].
pub async fn add_organization(tx: &mut Tx, new: &NewOrganization) -> Result<OrganizationId> {
    let ids = add_organizations(tx, std::slice::from_ref(new)).await?;
    ids.into_iter().next().ok_or_else(|| Error::failed("an organization was added without an id"))
}

/// Keeps many organizations at once, each with its audit entry; their ids stand in the same order.
///
/// # Errors
/// As [`add_organization`]; then none is kept.
pub async fn add_organizations(tx: &mut Tx, new: &[NewOrganization]) -> Result<Vec<OrganizationId>> {
    let ids = insert_organizations(tx, new, None).await?;
    let told = ids.iter().zip(new).map(|(id, one)| Ok(Told::added(*id, serde_json::to_value(one)?)));
    tx.audit_many("organization.added", told.collect::<Result<_>>()?).await?;
    Ok(ids)
}

/// Keeps organizations of an import, out of sight until it is shown. Their audit entries name the import; what they say lies there.
///
/// # Errors
/// As [`add_organization`]; then none is kept.
pub async fn lay_organizations(
    tx: &mut Tx,
    new: &[NewOrganization],
    batch: BatchId,
) -> Result<Vec<OrganizationId>> {
    let ids = insert_organizations(tx, new, Some(batch)).await?;
    let told = ids.iter().map(|id| Told::added(*id, json!({ "batch": batch }))).collect();
    tx.audit_many("organization.imported", told).await?;
    Ok(ids)
}

async fn insert_organizations(
    tx: &mut Tx,
    new: &[NewOrganization],
    batch: Option<BatchId>,
) -> Result<Vec<OrganizationId>> {
    let (partnership, now) = (tx.partnership()?, tx.now());
    let mut ids = Vec::with_capacity(new.len());
    for one in new {
        check_organization(one)?;
        ids.push(tx.new_id::<OrganizationId>()?);
    }
    if ids.is_empty() {
        return Ok(ids);
    }
    let keys: Vec<Keys> = new.iter().map(Keys::of).collect();
    let mut rows: Vec<Vec<Bind<'_>>> = Vec::with_capacity(new.len());
    for (id, (one, keys)) in ids.iter().zip(new.iter().zip(&keys)) {
        let mut row = vec![id.bind(), partnership.bind(), now.bind(), batch.bind()];
        row.extend(keys.binds());
        row.extend(written(one));
        rows.push(row);
    }
    let insert = "INSERT INTO organization (id, partnership_id, added_at, batch_id, sort_en, sort_fr, search_key, slug, name, sector_id, formal, area_id, visibility, joined_on, left_on, about, note) VALUES";
    let slug = new.first().map(|one| one.slug.clone()).unwrap_or_default();
    tx.insert_many(insert, &rows).await.map_err(|error| slug_is_taken(error, slug))?;
    let langs: Vec<_> = ids.iter().zip(new).map(|(id, one)| (*id, &one.langs)).collect();
    write_languages(tx, &langs).await?;
    Ok(ids)
}

/// Changes what is written about an organization and writes an audit entry with this verb; nothing happens when nothing
/// changes.
///
/// # Errors
/// As [`add_organization`]; [`Error::Stale`] when it has changed since `before` was read.
pub async fn change_organization(
    tx: &mut Tx,
    verb: &'static str,
    before: &Organization,
    after: &NewOrganization,
) -> Result<()> {
    match OrganizationChange::of(before, after)? {
        Some(change) => change_organizations(tx, verb, std::slice::from_ref(&change)).await,
        None => Ok(()),
    }
}

/// A change of an organization that the rules allow, ready to be written.
#[derive(Debug, Clone)]
pub struct OrganizationChange {
    id: OrganizationId,
    /// How its record stood before.
    version: i64,
    after: NewOrganization,
    keys: Keys,
    /// Whether its languages are others.
    speaks: bool,
    told: Told,
}

impl OrganizationChange {
    /// The change from one state to another; none when nothing changes.
    ///
    /// # Errors
    /// As [`add_organization`].
    pub fn of(before: &Organization, after: &NewOrganization) -> Result<Option<Self>> {
        check_organization(after)?;
        Ok(super::changes(&before.facts(), after).map(|changed| Self {
            id: before.id,
            version: before.version,
            after: after.clone(),
            keys: Keys::of(after),
            speaks: before.langs != after.langs,
            told: Told::changed(before.id, changed),
        }))
    }
}

/// Writes many changes at once, each with an audit entry with this verb.
///
/// # Errors
/// As [`change_organization`]; then none is written.
pub async fn change_organizations(
    tx: &mut Tx,
    verb: &'static str,
    changes: &[OrganizationChange],
) -> Result<()> {
    let partnership = tx.partnership()?;
    let rows: Vec<Vec<Bind<'_>>> = changes
        .iter()
        .map(|one| {
            let whose = [partnership.bind(), one.id.bind(), one.version.bind()];
            one.keys.binds().into_iter().chain(written(&one.after)).chain(whose).collect()
        })
        .collect();
    let update = "UPDATE organization SET sort_en = $1, sort_fr = $2, search_key = $3, slug = $4, name = $5, sector_id = $6, formal = $7,
        area_id = $8, visibility = $9, joined_on = $10, left_on = $11, about = $12, note = $13, version = version + 1
        WHERE partnership_id = $14 AND id = $15 AND version = $16 AND binned_at IS NULL";
    let changed = tx.run_many(update, &rows).await.map_err(|error| match changes {
        [one] => slug_is_taken(error, one.after.slug.clone()),
        // Whose of several it is the database does not tell.
        _ => error,
    })?;
    if changed.iter().any(|n| *n != 1) {
        return Err(Error::Stale);
    }
    let langs = changes.iter().filter(|one| one.speaks).map(|one| (one.id, &one.after.langs));
    write_languages(tx, &langs.collect::<Vec<_>>()).await?;
    tx.audit_many(verb, changes.iter().map(|one| one.told.clone()).collect()).await
}

async fn write_languages(tx: &mut Tx, all: &[(OrganizationId, &Languages)]) -> Result<()> {
    let partnership = tx.partnership()?;
    let of: Vec<Vec<Bind<'_>>> = all.iter().map(|(id, _)| vec![partnership.bind(), id.bind()]).collect();
    let delete = "DELETE FROM organization_language WHERE partnership_id = $1 AND organization_id = $2";
    tx.run_many(delete, &of).await?;
    let most = all.iter().map(|(_, langs)| langs.0.len()).max().unwrap_or(0);
    let places: Vec<i64> = (1..).take(most).collect();
    let rows: Vec<Vec<Bind<'_>>> = all
        .iter()
        .flat_map(|(id, langs)| {
            langs.0.iter().zip(&places).map(move |(language, place)| (id, language, place))
        })
        .map(|(id, language, place)| vec![partnership.bind(), id.bind(), language.bind(), place.bind()])
        .collect();
    let insert =
        "INSERT INTO organization_language (partnership_id, organization_id, language, place) VALUES";
    tx.insert_many(insert, &rows).await
}

/// The database's own refusal of a slug, as the rule says it.
pub(super) fn slug_is_taken(error: Error, slug: String) -> Error {
    error
        .on_constraint("organization_slug_once", PartnerRefusal::SlugTaken { slug: slug.clone() })
        .on_constraint("organization.partnership_id, organization.slug", PartnerRefusal::SlugTaken { slug })
}

/// What stands in the column that sorts by the name in `lang`.
pub(super) fn sort_key(new: &NewOrganization, lang: Lang) -> String {
    let key: String = fold(new.name.plain(lang)).chars().take(400).collect();
    if key.trim().is_empty() { new.slug.clone() } else { key }
}

/// What search and sorting compare.
#[derive(Debug, Clone)]
struct Keys {
    sort_en: String,
    sort_fr: String,
    search: String,
}

impl Keys {
    fn of(new: &NewOrganization) -> Self {
        let search = format!("{} {}", new.name.search_key(), new.slug.replace('-', " "));
        Self { sort_en: sort_key(new, Lang::En), sort_fr: sort_key(new, Lang::Fr), search }
    }

    fn binds(&self) -> [Bind<'_>; 3] {
        [self.sort_en.bind(), self.sort_fr.bind(), self.search.bind()]
    }
}

fn written(new: &NewOrganization) -> [Bind<'_>; 10] {
    [
        new.slug.bind(),
        new.name.bind(),
        new.sector.bind(),
        new.formal.bind(),
        new.area.bind(),
        new.visibility.bind(),
        new.joined_on.bind(),
        new.left_on.bind(),
        new.about.bind(),
        new.note.bind(),
    ]
}
