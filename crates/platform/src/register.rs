//! The partnerships of the installation, held in memory: every request asks which of them it is for.

use crate::{
    app::App,
    clock::Moment,
    ctx::Partnership,
    db::Json,
    errors::Result,
    ids::PartnershipId,
    langs::Lang,
    provinces::Province,
    reach::{Contact, HelpLine},
    row, sql,
    text::Text,
};
use jiff::tz::TimeZone;
use std::sync::{Arc, PoisonError, RwLock};

/// Other nodes and commands may write too: after so many seconds the register is compared again.
const COMPARE_SECONDS: i64 = 5;

/// All partnerships, by slug.
pub type Partnerships = Arc<[Arc<Partnership>]>;

/// The partnerships as they were read, and when to compare again.
#[derive(Debug, Default)]
pub struct Register(RwLock<Option<Held>>);

#[derive(Debug, Clone)]
struct Held {
    all: Partnerships,
    /// How many there were, and the sum of their versions: it rises with each change.
    mark: (i64, i64),
    /// The commits counted before it was read.
    commits: u64,
    until: Moment,
}

impl App {
    /// All partnerships, by slug; read again only when one of them has changed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn register(&self) -> Result<Partnerships> {
        let held = self.register.0.read().unwrap_or_else(PoisonError::into_inner).clone();
        match held {
            Some(held) if held.commits == self.bell.total() && held.until >= self.clock.now() => Ok(held.all),
            held => self.compare(held).await,
        }
    }

    async fn compare(&self, held: Option<Held>) -> Result<Partnerships> {
        let (commits, now) = (self.bell.total(), self.clock.now());
        let mut tx = self.db.reading(None, now).await?;
        let mark = sql!(
            tx,
            one(i64, i64),
            "SELECT count(*), CAST(coalesce(sum(version), 0) AS bigint) FROM partnership"
        )?;
        let all: Partnerships = match held {
            Some(held) if held.mark == mark => held.all,
            _ => {
                let rows = sql!(
                    tx,
                    all PartnershipRow,
                    "SELECT id, slug, name, place, about, contact, province, emergency, zone, langs, host, invented, version FROM partnership
                     ORDER BY slug LIMIT 10000"
                )?;
                rows.into_iter().map(|row| Arc::new(row.into())).collect()
            }
        };
        tx.done().await?;
        let until = now.plus_seconds(COMPARE_SECONDS);
        let held = Held { all: Arc::clone(&all), mark, commits, until };
        *self.register.0.write().unwrap_or_else(PoisonError::into_inner) = Some(held);
        Ok(all)
    }

    async fn look_up(&self, wanted: impl Fn(&Partnership) -> bool) -> Result<Option<Arc<Partnership>>> {
        if let Some(found) = self.register().await?.iter().find(|p| wanted(p)) {
            return Ok(Some(Arc::clone(found)));
        }
        Ok(self.compare(None).await?.iter().find(|p| wanted(p)).cloned())
    }

    /// The partnership whose own host this is, else the one with this slug.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn partnership(&self, slug: &str, host: &str) -> Result<Option<Arc<Partnership>>> {
        let own = self.register().await?.iter().find(|p| p.host.as_deref() == Some(host)).cloned();
        match own {
            Some(own) => Ok(Some(own)),
            None => self.look_up(|p| p.slug == slug).await,
        }
    }

    /// The partnership with this id.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn partnership_of(&self, id: PartnershipId) -> Result<Option<Arc<Partnership>>> {
        self.look_up(|p| p.id == id).await
    }

    /// All partnerships of the installation as they are at this instant, by slug.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn partnerships(&self) -> Result<Vec<Partnership>> {
        Ok(self.compare(None).await?.iter().map(|p| Partnership::clone(p)).collect())
    }
}

row! {
    struct PartnershipRow {
        id: PartnershipId,
        slug: String,
        name: Text,
        place: Text,
        about: Text,
        contact: Json<Contact>,
        province: Option<Province>,
        emergency: Json<Vec<HelpLine>>,
        zone: String,
        langs: Json<Vec<Lang>>,
        host: Option<String>,
        invented: bool,
        version: i64,
    }
}

impl From<PartnershipRow> for Partnership {
    fn from(row: PartnershipRow) -> Self {
        Self {
            id: row.id,
            slug: row.slug,
            name: row.name,
            place: row.place,
            about: row.about,
            contact: row.contact.0,
            province: row.province,
            emergency: row.emergency.0,
            zone: TimeZone::get(&row.zone).unwrap_or(TimeZone::UTC),
            langs: row.langs.0,
            host: row.host,
            invented: row.invented,
            version: row.version,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{authority::Caller, ctx::PUBLIC, sql};

    crate::on_both! { vec![];
        async fn a_change_of_a_partnership_is_known_at_once_here_and_soon_elsewhere(site) {
            let zone = async || site.app.register().await.unwrap()[0].zone.iana_name().map(str::to_owned);
            assert_eq!(zone().await.as_deref(), Some("America/Toronto"));
            let mut tx = site.ctx(Caller::Console).write(PUBLIC).await.unwrap();
            let id = site.partnership.id;
            sql!(tx, must, "UPDATE partnership SET zone = 'America/Regina', version = version + 1 WHERE id = $1", id).unwrap();
            tx.commit().await.unwrap();
            assert_eq!(zone().await.as_deref(), Some("America/Regina"));
            // Another node writes: nothing rings here.
            let mut tx = site.app.db.writing(Some(id), site.app.clock.now()).await.unwrap();
            sql!(tx, must, "UPDATE partnership SET zone = 'America/Halifax', version = version + 1 WHERE id = $1", id).unwrap();
            tx.commit().await.unwrap();
            assert_eq!(zone().await.as_deref(), Some("America/Regina"), "held in memory");
            site.app.clock.advance(super::COMPARE_SECONDS + 1);
            assert_eq!(zone().await.as_deref(), Some("America/Halifax"));
        }

        async fn a_partnership_is_found_by_its_own_host_before_any_slug(site) {
            let mut tx = site.ctx(Caller::Console).of_installation().write(PUBLIC).await.unwrap();
            let id = site.other.id;
            sql!(tx, must, "UPDATE partnership SET host = 'other.example', version = version + 1 WHERE id = $1", id).unwrap();
            tx.commit().await.unwrap();
            let found = site.app.partnership("maple", "other.example").await.unwrap().unwrap();
            assert_eq!(found.slug, "other");
            assert_eq!(site.app.partnership("maple", "").await.unwrap().unwrap().slug, "maple");
            assert!(site.app.partnership("nobody", "").await.unwrap().is_none());
        }
    }
}
