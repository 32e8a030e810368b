//! What the door finds with: an index of all services that the public may know of, one per partnership on each node.
//!
//! It is a cache beside the record and never asked instead of it: what it finds is read from the database before it is shown, for the eyes of
//! whoever asks. It follows the record by comparing how each record stands with how it stood when it was written into the index, after each
//! commit of this node and, where other nodes write too, at most a second later. So it does not matter how a record changed: by a form, an
//! import, an undo, or a link. Thrown away, it is written anew.

pub(crate) mod entry;

use crate::{
    ServiceId,
    rules::freshness::freshness,
    store::finding::{PlacesStanding, Standing, placed_among, standing},
};
use entry::{degree, entry, holds_for_a_day};
use jiff::civil::Date;
use partners::Reader;
use platform::{
    clock::Moment,
    ctx::{Ctx, PUBLIC},
    db::Dialect,
    errors::{Error, Result},
    ids::PartnershipId,
};
use seek::Index;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, HashMap},
    path::{Path, PathBuf},
    sync::{Arc, Mutex as Held, PoisonError},
    time::Duration,
};
use tokio::sync::Mutex;

/// Where other nodes write too, the record is looked at again after so many seconds.
const LOOK_SECONDS: i64 = 1;
/// What stands in the index is asked when bringing it up to date takes longer.
const PATIENCE: Duration = Duration::from_millis(800);
/// So many services are read at once.
const AT_ONCE: usize = 1_000;

/// The indexes of a node.
#[derive(Default)]
pub(crate) struct Finder(Held<HashMap<PartnershipId, Arc<Desk>>>);

/// The index of one partnership.
pub(crate) struct Desk {
    index: Index,
    /// Where what is known of it is kept; none for one in memory.
    beside: Option<PathBuf>,
    known: Mutex<Known>,
}

/// How the records stood that are in the index.
#[derive(Default, Serialize, Deserialize)]
struct Known {
    of: BTreeMap<ServiceId, Stood>,
    #[serde(skip)]
    looked: Option<Looked>,
}

/// When the record was looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Looked {
    commits: u64,
    day: Date,
    at: Moment,
}

/// How a record stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Stood {
    version: i64,
    of_organization: i64,
    places: i64,
    of_places: i64,
    fresh: u8,
    year: i16,
    /// The only day for which its hours hold.
    day: Option<Date>,
}

impl Finder {
    /// The index of the partnership, up to date.
    ///
    /// # Errors
    /// When the database does not answer, or the index cannot be written.
    pub(crate) async fn of(ctx: &Ctx) -> Result<Arc<Desk>> {
        let desk = Self::desk(ctx).await?;
        let is_filled = !desk.index.is_empty();
        if desk.is_up_to_date(ctx).await {
            return Ok(desk);
        }
        let (own, working) = (ctx.clone(), Arc::clone(&desk));
        #[expect(
            clippy::disallowed_methods,
            reason = "a cache: what is not finished is done at the next question"
        )]
        let work = tokio::spawn(async move { working.follow(&own).await });
        if !is_filled {
            work.await.map_err(Error::failed)??;
            return Ok(desk);
        }
        match tokio::time::timeout(PATIENCE, work).await {
            Ok(done) => done.map_err(Error::failed)??,
            Err(_) => {
                tracing::info!("the index is being brought up to date; what stands in it is asked meanwhile")
            }
        }
        Ok(desk)
    }

    async fn desk(ctx: &Ctx) -> Result<Arc<Desk>> {
        let (finder, partnership) = (ctx.app.shelf.get::<Self>(), ctx.partnership()?.id);
        let find = || finder.0.lock().unwrap_or_else(PoisonError::into_inner).get(&partnership).cloned();
        if let Some(desk) = find() {
            return Ok(desk);
        }
        let folder = ctx.app.settings.data.join("index").join(partnership.0.simple().to_string());
        let desk = aside(move || Desk::open(&folder)).await?;
        let mut desks = finder.0.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(Arc::clone(desks.entry(partnership).or_insert_with(|| Arc::new(desk))))
    }
}

impl Desk {
    /// Opens the index of a folder; where another process holds it, one in memory.
    fn open(folder: &Path) -> Result<Self> {
        match Index::open(folder) {
            Ok(index) => {
                let beside = folder.with_extension("known");
                let known = if index.begun_anew() { None } else { Known::read(&beside, index.len()) };
                Ok(Self { index, beside: Some(beside), known: Mutex::new(known.unwrap_or_default()) })
            }
            Err(error @ (seek::Error::Busy(_) | seek::Error::Foreign(_) | seek::Error::Folder(..))) => {
                tracing::warn!(%error, "the index is kept in memory");
                let index = Index::in_memory().map_err(Error::failed)?;
                Ok(Self { index, beside: None, known: Mutex::default() })
            }
            Err(error) => Err(Error::failed(error)),
        }
    }

    /// The index.
    pub(crate) fn index(&self) -> &Index {
        &self.index
    }

    async fn is_up_to_date(&self, ctx: &Ctx) -> bool {
        match self.known.try_lock() {
            Ok(known) => known.looked.is_some_and(|looked| looked.holds(ctx)),
            Err(_) => false,
        }
    }

    /// Brings the index to how the record stands.
    async fn follow(self: Arc<Self>, ctx: &Ctx) -> Result<()> {
        let mut known = self.known.lock().await;
        if known.looked.is_some_and(|looked| looked.holds(ctx)) {
            return Ok(());
        }
        let looked = Looked::now(ctx);
        let mut tx = ctx.read(PUBLIC).await?;
        let standing = standing(&mut tx).await?;
        tx.done().await?;
        let stand = stand(standing, &known, looked.day);
        let gone: Vec<ServiceId> = known.of.keys().filter(|id| !stand.contains_key(id)).copied().collect();
        let differs = |(id, stood): &(&ServiceId, &Stood)| known.of.get(id) != Some(stood);
        let changed: Vec<ServiceId> = stand.iter().filter(differs).map(|(id, _)| *id).collect();
        // What cannot be written whole is not known at all: it is written anew at the next question.
        let mut now = std::mem::take(&mut known.of);
        let begins_anew = now.is_empty();
        now.retain(|id, _| stand.contains_key(id));
        let is_same = gone.is_empty() && changed.is_empty();
        self.aside(move |index| {
            if begins_anew && !index.is_empty() {
                index.rebuild([])?;
            }
            index.take_out(&gone.iter().map(|id| id.0).collect::<Vec<_>>());
            Ok(())
        })
        .await?;
        for some in changed.chunks(AT_ONCE) {
            let mut tx = ctx.read(PUBLIC).await?;
            let placed = placed_among(&mut tx, Reader::Public, some).await?;
            tx.done().await?;
            for one in &placed {
                let id = one.service.id;
                let day = holds_for_a_day(&one.service.facts.0).then_some(looked.day);
                now.extend(stand.get(&id).map(|stood| (id, Stood { day, ..*stood })));
            }
            let entries: Vec<_> = placed.iter().map(|one| entry(one, looked.day)).collect();
            self.aside(move |index| index.put(&entries)).await?;
        }
        if !is_same {
            self.aside(Index::commit).await?;
        }
        *known = Known { of: now, looked: Some(looked) };
        if !is_same && let Some(beside) = &self.beside {
            known.write(beside);
        }
        Ok(())
    }

    async fn aside(
        self: &Arc<Self>,
        work: impl FnOnce(&Index) -> std::result::Result<(), seek::Error> + Send + 'static,
    ) -> Result<()> {
        let desk = Arc::clone(self);
        aside(move || work(&desk.index).map_err(Error::failed)).await
    }
}

/// Lets the disk work on a thread that nobody else waits for.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    #[expect(clippy::disallowed_methods, reason = "awaited at once: nothing is left behind")]
    let working = tokio::task::spawn_blocking(work);
    working.await.map_err(Error::failed)?
}

/// How every record stands on a day. Of hours that hold for a day only, the index tells which entries have them.
fn stand(
    (services, places): (Vec<Standing>, Vec<PlacesStanding>),
    known: &Known,
    today: Date,
) -> BTreeMap<ServiceId, Stood> {
    let places: HashMap<ServiceId, (i64, i64)> =
        places.into_iter().map(|one| (one.id, (one.places, one.versions))).collect();
    let stood = |one: Standing| {
        let (places, of_places) = places.get(&one.id).copied().unwrap_or_default();
        let months = i32::try_from(one.months).unwrap_or(12);
        let (fresh, year) = (degree(freshness(one.verified_on, months, today)), today.year());
        let day = known.of.get(&one.id).and_then(|known| known.day).map(|_| today);
        let (version, of_organization) = (one.version, one.of_organization);
        (one.id, Stood { version, of_organization, places, of_places, fresh, year, day })
    };
    services.into_iter().map(stood).collect()
}

impl Looked {
    fn now(ctx: &Ctx) -> Self {
        let commits = ctx.app.bell.count(ctx.partnership.as_ref().map(|here| here.id));
        Self { commits, day: ctx.today(), at: ctx.now() }
    }

    /// Whether nothing can have changed since.
    fn holds(self, ctx: &Ctx) -> bool {
        let now = Self::now(ctx);
        let is_shared = ctx.app.db.dialect() == Dialect::Postgres;
        let is_recent = self.at <= now.at && now.at < self.at.plus_seconds(LOOK_SECONDS);
        self.commits == now.commits && self.day == now.day && (!is_shared || is_recent)
    }
}

impl Known {
    /// What was known of an index of so many entries; none when it does not fit.
    fn read(path: &Path, entries: usize) -> Option<Self> {
        let known: Self = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
        (known.of.len() == entries).then_some(known)
    }

    /// Written after the index: what is lost of it is only compared anew.
    fn write(&self, path: &Path) {
        let written = serde_json::to_vec(self)
            .map_err(std::io::Error::other)
            .and_then(|bytes| std::fs::write(path, bytes));
        if let Err(error) = written {
            tracing::warn!(%error, "what is known of the index was not kept");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::ids::Chance;
    use seek::{Ask, Entry};

    fn folder() -> PathBuf {
        std::env::temp_dir().join(format!("kith-finder-{}", Chance::system().secret()))
    }

    #[test]
    fn an_index_that_another_process_holds_is_not_shared_and_one_that_was_closed_is_known_again() {
        let (folder, id) = (folder(), ServiceId(uuid::Uuid::from_u128(7)));
        let stood = Stood {
            version: 1,
            of_organization: 1,
            places: 0,
            of_places: 0,
            fresh: 0,
            year: 2026,
            day: None,
        };
        let first = Desk::open(&folder).unwrap();
        assert!(first.beside.is_some() && first.known.try_lock().unwrap().of.is_empty());
        first.index.put(&[Entry::named(id.0, "Pottery")]).unwrap();
        first.index.commit().unwrap();
        Known { of: BTreeMap::from([(id, stood)]), looked: None }.write(first.beside.as_deref().unwrap());
        let second = Desk::open(&folder).unwrap();
        assert!(second.beside.is_none() && second.index.is_empty(), "the first one writes there");
        drop((first, second));
        let again = Desk::open(&folder).unwrap();
        assert_eq!(again.index.search(&Ask::new("pottery")).unwrap().total, 1);
        assert_eq!(again.known.try_lock().unwrap().of.get(&id), Some(&stood));
        let beside = again.beside.clone().unwrap();
        drop(again);
        // An index that was thrown away is known as empty, whatever stands beside it.
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(Desk::open(&folder).unwrap().known.try_lock().unwrap().of.is_empty());
        assert!(Known::read(&beside, 2).is_none() && Known::read(&beside, 1).is_some());
        std::fs::write(&beside, "{").unwrap();
        assert!(Known::read(&beside, 0).is_none());
        std::fs::remove_dir_all(&folder).unwrap();
        std::fs::remove_file(&beside).unwrap();
    }
}
