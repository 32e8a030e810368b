//! From where somebody comes in: a request that was sent, or a prospect whom we asked.

use super::{
    joining::{joining_url, state_word},
    prospect::{prospect_url, stage_word},
    room_url,
};
use crate::{
    JoiningId, ProspectId,
    facade::Reached,
    rules::{
        joining::{Asker, JoiningState, decide},
        prospects::{ProspectRefusal, Stage},
    },
    store::{
        joining::{Joining, find_joining},
        prospects::{Prospect, find_prospect},
    },
};
use jiff::civil::Date;
use partners::{SectorId, Visibility};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    http::Pairs,
    langs::Lang,
    t,
};

/// Which request or prospect.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Which {
    Joining(JoiningId),
    Prospect(ProspectId),
}

/// What is known of somebody who comes in.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    pub(crate) joining: Option<Joining>,
    pub(crate) prospect: Option<Prospect>,
    /// Its page.
    pub(crate) url: String,
    /// The list it stands in: what it is called and where it is.
    pub(crate) list: (String, String),
    /// How far it has come, in words.
    pub(crate) stands: String,
    pub(crate) version: i64,
    pub(crate) asker: Asker,
    /// What the organization is called; empty for a person.
    pub(crate) organization: String,
    /// What the person is called; may be empty.
    pub(crate) name: String,
    pub(crate) sector: Option<SectorId>,
    pub(crate) lang: Lang,
    pub(crate) reached: Reached,
}

impl Source {
    /// Loads it.
    pub(crate) async fn load(ctx: &Ctx, tx: &mut Tx, which: Which) -> Result<Self> {
        match which {
            Which::Joining(id) => Ok(Self::of_joining(ctx, find_joining(tx, id).await?.or_not_found()?)),
            Which::Prospect(id) => Ok(Self::of_prospect(ctx, find_prospect(tx, id).await?.or_not_found()?)),
        }
    }

    /// A request.
    pub(crate) fn of_joining(ctx: &Ctx, of: Joining) -> Self {
        let reached = Reached { email: of.email.clone(), phone: of.phone.clone(), agreed: Some(of.id) };
        Self {
            url: joining_url(ctx, of.id, ""),
            list: (t!(ctx.say(), "asking-title"), room_url(ctx, "/joining")),
            stands: state_word(ctx, of.state),
            version: of.version,
            asker: of.asker,
            organization: of.organization.clone(),
            name: of.name.clone(),
            sector: of.sector_id,
            lang: of.lang,
            reached,
            joining: Some(of),
            prospect: None,
        }
    }

    /// A prospect.
    pub(crate) fn of_prospect(ctx: &Ctx, of: Prospect) -> Self {
        let is_person = of.kind == Asker::Person;
        let name = |is_it: bool| if is_it { of.name.clone() } else { String::new() };
        Self {
            url: prospect_url(ctx, of.id, ""),
            list: (t!(ctx.say(), "prospects-title"), room_url(ctx, "/prospects")),
            stands: stage_word(ctx, of.stage),
            version: of.version,
            asker: of.kind,
            organization: name(!is_person),
            name: name(is_person),
            sector: of.sector_id,
            lang: ctx.lang,
            reached: Reached::default(),
            joining: None,
            prospect: Some(of),
        }
    }

    /// What it is called.
    pub(crate) fn title(&self) -> &str {
        if self.organization.is_empty() { &self.name } else { &self.organization }
    }

    /// The form as it fills it in.
    pub(crate) fn prefilled(&self, today: Date) -> Pairs {
        Pairs::default()
            .with(&format!("name_{}", self.lang), &self.organization)
            .with("kind", if self.asker == Asker::Group { "informal" } else { "formal" })
            .with("sector", self.sector.map(|id| id.to_string()).unwrap_or_default())
            .with("visibility", Visibility::Partners.code())
            .with("joined_on", today)
            .with("person_name", &self.name)
            .with("version", self.version)
    }

    /// Whether it is still open what becomes of it.
    ///
    /// # Errors
    /// The complaint about the whole form.
    pub(crate) fn may_become(&self, state: JoiningState) -> std::result::Result<(), Complaints> {
        if let Some(joining) = &self.joining {
            decide(joining.state, state, "").map_err(|why| Complaints::one("", why))?;
        }
        if self.prospect.as_ref().is_some_and(|one| one.stage == Stage::Joined) {
            return Err(Complaints::one("", ProspectRefusal::Joined));
        }
        Ok(())
    }
}
