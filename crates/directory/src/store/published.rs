//! What was told last of what everyone may know: how each thing stood, and in which order things changed.

use crate::ServiceId;
use jiff::Timestamp;
use platform::{
    clock::Moment,
    db::{Bind, List, Param, Sort, Tx},
    errors::Result,
    row, sql,
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

row! {
    /// One thing as it was told last.
    #[derive(PartialEq, Eq)]
    pub struct Published {
        /// What sort of thing: `service`, `organization`, `service_at_location`.
        pub kind: String,
        /// Which one.
        pub object_id: Uuid,
        /// What became of it: `changed`, `hidden`, `deleted`, `merged`.
        pub what: String,
        /// How it stood.
        pub mark: i64,
        /// Its place in the order of the changes.
        pub place: i64,
        /// When that was noticed.
        pub noticed_at: Moment,
        /// The one that it was joined with.
        pub merged_into: Option<Uuid>,
    }
}

/// What became of something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct News {
    pub(crate) kind: &'static str,
    pub(crate) id: Uuid,
    pub(crate) what: &'static str,
    pub(crate) mark: i64,
    pub(crate) merged_into: Option<Uuid>,
}

const COLUMNS: &str = "p.kind, p.object_id, p.what, p.mark, p.place, p.noticed_at, p.merged_into";

/// Everything that was ever told.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn every_published(tx: &mut Tx) -> Result<Vec<Published>> {
    let partnership = tx.partnership()?;
    let list = List::new(COLUMNS, "published p").filter("p.partnership_id = ?", &partnership);
    tx.every(list.sort("p.place", Sort::Up)).await
}

/// What changed behind a place in the order and not before an instant; at most so many.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn published_after(
    tx: &mut Tx,
    (after, since): (i64, Option<Timestamp>),
    limit: u32,
) -> Result<Vec<Published>> {
    let (partnership, since) = (tx.partnership()?, since.map(Moment));
    let list = List::new(COLUMNS, "published p")
        .filter("p.partnership_id = ?", &partnership)
        .filter("p.place > ?", &after)
        .filter_some("p.noticed_at >= ?", since.as_ref());
    tx.rows(&list.sort("p.place", Sort::Up).page(1, limit)).await
}

/// Notes what became of things, in this order, behind all that was noted before.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn publish(tx: &mut Tx, news: &[News]) -> Result<()> {
    let (partnership, at) = (tx.partnership()?, tx.now());
    let (last,): (i64,) = sql!(
        tx,
        one(i64,),
        "SELECT COALESCE(MAX(place), 0) FROM published WHERE partnership_id = $1",
        partnership
    )?;
    let places: Vec<i64> = (last + 1..).take(news.len()).collect();
    let rows: Vec<Vec<Bind<'_>>> = news
        .iter()
        .zip(&places)
        .map(|(one, place)| {
            vec![
                partnership.bind(),
                one.kind.bind(),
                one.id.bind(),
                one.what.bind(),
                one.mark.bind(),
                place.bind(),
                at.bind(),
                one.merged_into.bind(),
            ]
        })
        .collect();
    tx.write_many(
        "INSERT INTO published (partnership_id, kind, object_id, what, mark, place, noticed_at, merged_into) VALUES",
        &rows,
        "ON CONFLICT (partnership_id, kind, object_id) DO UPDATE SET what = excluded.what, mark = excluded.mark, place = excluded.place,
           noticed_at = excluded.noticed_at, merged_into = excluded.merged_into",
    )
    .await
}

/// A number that is another one whenever something that everyone may know of the directory may have changed.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn standing_of_all(tx: &mut Tx) -> Result<[i64; 7]> {
    let (services, of_services): (i64, i64) = sql!(
        tx,
        one(i64, i64),
        "SELECT count(*), CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM kept_service WHERE partnership_id = $1",
        tx.partnership()?
    )?;
    let (places, of_places): (i64, i64) = sql!(
        tx,
        one(i64, i64),
        "SELECT count(*), CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM kept_location WHERE partnership_id = $1",
        tx.partnership()?
    )?;
    let (organizations, of_organizations): (i64, i64) = sql!(
        tx,
        one(i64, i64),
        "SELECT count(*), CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM kept_organization WHERE partnership_id = $1",
        tx.partnership()?
    )?;
    let (offers,): (i64,) = sql!(
        tx,
        one(i64,),
        "SELECT count(*) FROM service_at_location WHERE partnership_id = $1",
        tx.partnership()?
    )?;
    Ok([services, of_services, places, of_places, organizations, of_organizations, offers])
}

/// The services that were joined with another one and not parted again, each with that.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn joined(tx: &mut Tx) -> Result<BTreeMap<Uuid, Uuid>> {
    let partnership = tx.partnership()?;
    let list = List::new("m.gone_id, m.kept_id", "service_merge m")
        .filter("m.partnership_id = ?", &partnership)
        .only("m.undone_at IS NULL")
        .sort("m.merged_at", Sort::Up)
        .sort("m.id", Sort::Up);
    let all: Vec<(Uuid, Uuid)> = tx.every(list).await?;
    Ok(all.into_iter().collect())
}

/// The service that one was joined with, and what that was joined with in turn; none where it was not.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn joined_with(tx: &mut Tx, id: ServiceId) -> Result<Option<ServiceId>> {
    Ok(last_of(&joined(tx).await?, id.0).map(ServiceId))
}

/// The end of a chain of those that were joined; none where there is no link.
pub(crate) fn last_of(joined: &BTreeMap<Uuid, Uuid>, id: Uuid) -> Option<Uuid> {
    let (mut seen, mut at) = (BTreeSet::from([id]), *joined.get(&id)?);
    while let Some(next) = joined.get(&at).filter(|_| seen.insert(at)) {
        at = *next;
    }
    Some(at)
}

/// Which services are kept here, seen or not, and which services at places.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn there(tx: &mut Tx) -> Result<BTreeSet<Uuid>> {
    let partnership = tx.partnership()?;
    let services = List::new("s.id", "kept_service s")
        .filter("s.partnership_id = ?", &partnership)
        .sort("s.id", Sort::Up);
    let services: Vec<(Uuid,)> = tx.every(services).await?;
    let offers = List::new("a.id", "service_at_location a")
        .filter("a.partnership_id = ?", &partnership)
        .sort("a.id", Sort::Up);
    let offers: Vec<(Uuid,)> = tx.every(offers).await?;
    Ok(services.into_iter().chain(offers).map(|(id,)| id).collect())
}
